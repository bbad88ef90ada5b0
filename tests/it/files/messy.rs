//! Separators, marks, encodings, line ends, headers: what spreadsheets and people do to a file.

use super::*;
use clorian::files::MOST_PROBLEMS;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

const GOOD: &str = "own-W06000001-2019=children:140,cost-week-foster:1234.5 own-W06000020-2019=children:1483";

/// The same three figures however they are written.
fn written(separator: &str, end: &str, pounds: &str) -> String {
    [
        ["place", "year", "figure", "kind", "value", "per"].join(separator),
        ["Ynys Môn", "2019", "children", "", "140", ""].join(separator),
        ["Ynys Môn", "2018-19", "cost", "foster", pounds, "week"].join(separator),
        ["Torfaen", "2019", "children", "", "1 483", ""].join(separator),
    ]
    .join(end)
}

#[track_caller]
fn good(bytes: impl Into<Vec<u8>>) {
    let loaded = load(bytes);
    assert_eq!(told(&loaded), []);
    assert_eq!(said(&loaded), GOOD);
}

#[test]
fn separators_and_line_ends() {
    for end in ["\n", "\r\n", "\r"] {
        good(written(",", end, "\"£1,234.50\""));
        good(written(";", end, "£1,234.50"));
        good(written("\t", end, "£1,234.50"));
        good(written(";", end, "1234.5") + end + end);
        good(format!("sep=;{end}{}", written(";", end, "£ 1,234.50")));
        good(format!("sep=|{end}{}", written("|", end, "£1 234.50")));
    }
}

#[test]
fn encodings() {
    let text = written("\t", "\r\n", "£1,234.50");
    let utf16 = |mark: &[u8], unit: fn(u16) -> [u8; 2]| [mark, &text.encode_utf16().flat_map(unit).collect::<Vec<u8>>()].concat();
    good(format!("\u{feff}{text}"));
    good(utf16(&[0xFF, 0xFE], u16::to_le_bytes));
    good(utf16(&[0xFE, 0xFF], u16::to_be_bytes));
    // Excel's plain CSV: Windows-1252.
    good(text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<u8>>());
    let odd = [utf16(&[0xFF, 0xFE], u16::to_le_bytes), vec![0x41]].concat();
    good(odd);
}

#[test]
fn notes_blank_rows_and_empty_columns() {
    let text = written(",", "\n", "1234.5").replace("\nTorfaen", "\n# a \"note\n\n  \n,,,,,,,\n\"# said, by a spreadsheet\",,,,\nTorfaen");
    good(format!("# first, of all\n\"# and, quoted\",,,\n\n{}\n\n# last", text.replace('\n', ",,,\n")));
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_does() {
    let loaded = load(
        "# note\r\n\r\nplace,year,figure,kind,value,per\r\n\"Ynys\r\nMôn\",2019,children,,1,\r\n\r\n# note\r\nx,2019,children,,\"1\n2\",\r\ny,2019,children,,1,",
    );
    assert_eq!(said(&loaded), "own-W06000001-2019=children:1");
    let rows: Vec<_> = loaded.problems.iter().map(|problem| (problem.row, problem.column)).collect();
    assert_eq!(rows, [(7, Some(Column::Place)), (7, Some(Column::Value)), (8, Some(Column::Place))]);
}

#[test]
fn headers_in_either_language_any_order_and_any_case() {
    good(
        "Gwerth;FESUL;math;Ffigur;BLWYDDYN;Lle\n140;;;plant;2019;Isle of Anglesey\n£1,234.50;Wythnos;Gofal maeth;cost;2018-19;Ynys Mon\n\
         1,483;;;Plant sy'n derbyn gofal;31 Mawrth 2019;TORFAEN\n",
    );
    good(
        "council,date,Measure,Type,Number,Unit\nW06000001,2019,looked after,,140,\nynysmon,2019,unit cost,foster care,1234.5,a week\nTorfaen,2019,children,,1483,\n",
    );
    // No header, but the template's columns.
    good("Ynys Môn,2019,children,,140,\nYnys Môn,2018-19,cost,foster,1234.5,week\nTorfaen,2019,plant,,1483,\n");
    good("Ynys Môn\t2019\tchildren\t\t140\nYnys Môn\t2018-19\tcost\tfoster\t1234.5\tweek\nTorfaen\t2019\tplant\t\t1483\n");
}

#[test]
fn unknown_missing_and_repeated_columns_are_told_once() {
    let loaded = load(
        "code,notes,year,place,figure,value,seen by\nW06000020,x,2019,y,children,5,z\nTorfaen,,2019,,cost,9,\nTorfaen,,2019,,cost,9,\n",
    );
    assert_eq!(
        told(&loaded),
        [
            (1, Some(Column::Place), What::ColumnTwice),
            (1, None, What::UnknownColumns(vec!["notes".to_owned(), "seen by".to_owned()])),
            (1, None, What::LacksOptional(vec![Column::Kind, Column::Per], 2)),
        ]
    );
    assert_eq!(said(&loaded), "own-W06000020-2019=children:5");
    assert_eq!((loaded.rows_read, loaded.rows_used), (3, 1));
    let loaded = load("place,figure,value\nTorfaen,children,5\nTorfaen,weight,5\n");
    assert_eq!(said(&loaded), "own-W06000020=weight:5");
    assert_eq!(told(&loaded), [(1, None, What::LacksOptional(vec![Column::Year], 1))]);
}

#[test]
fn a_column_that_no_row_needs_is_not_missed() {
    assert_eq!(told(&load("place,year,figure,value\nTorfaen,2019,children,483\nTorfaen,,weight,5\n")), []);
    // A row that needs it is left out, whatever else is wrong with it, and is counted once.
    let loaded = load("# mine\nplace,year,figure,value\nTorfaen,2019,children,483\nTorfaen,2019,cost,dear\n");
    let number = What::NotNumber("dear".to_owned());
    let lacks = What::LacksOptional(vec![Column::Kind, Column::Per], 1);
    assert_eq!(told(&loaded), [(2, None, lacks), (4, Some(Column::Value), number)]);
    let said = |lang| loaded.problems[0].say(lang);
    assert_eq!(said(Lang::En), "Row 2: The file has no column for kind, per. Rows left out because of that: 1.");
    assert_eq!(said(Lang::Cy), "Rhes 2: Nid oes gan y ffeil golofn ar gyfer math, fesul. Rhesi a hepgorwyd o'r herwydd: 1.");
}

#[test]
fn blank_values_are_passed_over() {
    let loaded = load(format!("{FIRST}Torfaen,2019,children,,,\nAtlantis,never,what,,  ,\nTorfaen,2019,entries,,5,\n"));
    assert_eq!(told(&loaded), []);
    assert_eq!((loaded.rows_read, loaded.rows_used), (1, 1));
    let loaded = load(format!("{FIRST}Torfaen,2019,children,,,\n"));
    assert_eq!(told(&loaded), [(0, None, What::NoFigures)]);
    assert_eq!(told(&load(FIRST)), [(0, None, What::NoFigures)]);
}

#[test]
fn a_quotation_mark_left_open_costs_its_row_alone() {
    let loaded = load(format!("{FIRST}Torfaen,2019,children,,483,\n\n\"Newport,2019,children,,405,\nConwy,2019,children,,200,\n"));
    assert_eq!(told(&loaded), [(4, None, What::OpenQuote)]);
    assert_eq!(said(&loaded), "own-W06000003-2019=children:200 own-W06000020-2019=children:483");
    // Each of these lines leaves a quotation open wherever reading begins.
    let loaded = load(format!("{FIRST}{}", "z\"y,\"\n".repeat(2_000)));
    assert_eq!(loaded.problems.last().unwrap().what, What::Stopped);
    assert!(loaded.problems.len() < 20);
}

#[test]
fn a_decimal_comma_is_told_and_not_guessed() {
    let loaded = load("place;year;figure;kind;value;per\nTorfaen;2019;cost;foster;1234,5;week\nTorfaen;2019;cost;secure;1.234,50;week\n");
    let comma = |row, text: &str| (row, Some(Column::Value), What::DecimalComma(text.to_owned()));
    assert_eq!(told(&loaded), [comma(2, "1234,5"), comma(3, "1.234,50")]);
}

#[test]
fn problems_beyond_the_most_are_counted() {
    let bad = "Atlantis,2019,children,,1,\n".repeat(MOST_PROBLEMS + 7);
    let loaded = load(format!("{FIRST}{bad}"));
    assert_eq!((loaded.problems.len(), loaded.more), (MOST_PROBLEMS, 7));
    // The first by row are told, though the same figure twice is found last of all.
    let loaded = load(format!("{FIRST}Torfaen,2019,children,,1,\nTorfaen,2019,children,,2,\n{bad}"));
    assert_eq!((loaded.problems.len(), loaded.more), (MOST_PROBLEMS, 8));
    assert_eq!(told(&loaded)[0], (3, None, What::Twice(2)));
    assert_eq!(loaded.problems[MOST_PROBLEMS - 1].row, MOST_PROBLEMS + 2);
}

/// Every place, year and figure there can be, and the last rows again, to more than 5 MB.
fn five_megabytes() -> String {
    let mut text = FIRST.to_owned();
    let places = ["Torfaen", "Newport", "W06000001", "Rhondda Cynon Taf", "Sir Gaerfyrddin", "Bro Morgannwg"];
    let kinds = ["foster", "maeth mewnol", "foster agency", "kinship", "residential", "secure", "rhieni", "other"];
    let mut value = 0;
    while text.len() < 5_000_000 {
        for place in places {
            for year in 2019..2100 {
                for kind in kinds {
                    value += 1;
                    let next = (year + 1) % 100;
                    let _ = writeln!(text, "{place},{year}-{next:02},cost,{kind},\"£{}.50\",week", value % 1000);
                }
            }
        }
    }
    text
}

#[test]
fn five_megabytes_are_read_in_slices_and_soon() {
    let bytes = five_megabytes().into_bytes();
    let begun = Instant::now();
    let mut import = Import::new(bytes, Lang::En).expect("a file");
    let (mut slices, mut before) = (0, 0);
    loop {
        let progress = import.advance(2_000);
        assert!(progress.done_bytes >= before && progress.done_bytes <= progress.total_bytes);
        before = progress.done_bytes;
        slices += 1;
        if progress.finished {
            assert_eq!(progress.done_bytes, progress.total_bytes);
            break;
        }
    }
    let loaded = import.finish();
    assert!(slices > 40, "{slices} slices");
    assert_eq!(loaded.rows_used, 6 * 81 * 8);
    assert!(loaded.rows_read > 100_000);
    assert_eq!(loaded.problems.len() + loaded.more, loaded.rows_read - loaded.rows_used);
    // Well under a second when optimised; a test is not, and its machine may be busy.
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}
