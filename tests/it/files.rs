//! Files of own figures: the real mess that spreadsheets make, round trips, and bytes that are no file at all.

mod messy;
mod round;

use clorian::files::{Column, Import, Loaded, Problem, What};
use clorian::scenario::own::{Item, Key, Per, Placement};
use clorian::words::Lang;

const TORFAEN: &str = "W06000020";

fn load(bytes: impl Into<Vec<u8>>) -> Loaded {
    Import::new(bytes.into(), Lang::En).expect("a file that can be read").finish()
}

fn refused(bytes: impl Into<Vec<u8>>) -> What {
    match Import::new(bytes.into(), Lang::En) {
        Err(problem) => {
            assert_eq!(problem.column, None);
            problem.what
        }
        Ok(_) => panic!("it was read"),
    }
}

const fn torfaen(year: u16, item: Item) -> Key {
    Key { place: TORFAEN, year: Some(year), item }
}

/// What a file says, as text: figures by their keys in a link.
fn said(loaded: &Loaded) -> String {
    clorian::link::own::write(&loaded.own).join(" ")
}

/// The problems of a file: row, column and what.
fn told(loaded: &Loaded) -> Vec<(usize, Option<Column>, What)> {
    loaded.problems.iter().map(|Problem { row, column, what }| (*row, *column, what.clone())).collect()
}

const FIRST: &str = "place,year,figure,kind,value,per\n";

#[test]
fn a_plain_file_is_read() {
    let loaded = load(format!(
        "{FIRST}Torfaen,2019,children,,483,\nTorfaen,2018-19,entries,,120,\ntor-faen,2018/19,leavers,,110,year\n\
         W06000020,31 March 2019,placement,foster,300,\nTorfaen,2019,cost,Foster agency,£1 million,year\n\
         Torfaen,2018-19,cost,residential,\"£3,920.50\",week\nTorfaen,2018-19,grant,PDG Lac,\"£555,450\",\nTorfaen,,weight,,12.5,\n"
    ));
    assert_eq!(told(&loaded), []);
    assert_eq!((loaded.rows_read, loaded.rows_used), (8, 8));
    assert_eq!(
        said(&loaded),
        "own-W06000020=weight:12.5 own-W06000020-2019=children:483,entries:120,leavers:110,placed-foster:300,\
         cost-year-foster-agency:1000000,cost-week-residential:3920.5,grant-pdg-lac:555450"
    );
    assert_eq!(loaded.own.get(&torfaen(2019, Item::Cost(Placement::Residential, Per::Week))), Some(3920.5));
}

#[test]
fn a_financial_year_is_the_march_in_which_it_ends() {
    let years =
        ["2019", "2018-19", "2018/19", "2018–19", "2018-2019", "31/03/2019", "31/3/2019", "2019-03-31", "31 March 2019", "31 Mawrth 2019"];
    for year in years {
        let loaded = load(format!("{FIRST}Torfaen,{year},entries,,120,\nTorfaen,{year},children,,483,\n"));
        assert_eq!(said(&loaded), "own-W06000020-2019=children:483,entries:120", "{year}");
    }
    for year in ["19", "2018-20", "Oct-09", "2019.5", "1 April 2019", "30/03/2019", "2019-03-31 00:00:00", "31/03/19", "March 2019"] {
        let loaded = load(format!("{FIRST}Torfaen,{year},entries,,120,\n"));
        assert_eq!(told(&loaded), [(2, Some(Column::Year), What::NotYear(year.to_owned()))]);
    }
    for year in ["2002", "2001-02", "2101", "9999"] {
        let loaded = load(format!("{FIRST}Torfaen,{year},entries,,120,\n"));
        assert_eq!(told(&loaded), [(2, Some(Column::Year), What::YearOutside(year.to_owned(), 2003, 2100))]);
    }
}

#[test]
fn each_error_names_its_row_and_column_and_the_good_rows_stay() {
    let loaded = load(format!(
        "{FIRST}Torfaen,2019,children,,483,\nAtlantis,2019,children,,4,\n\nTorfaen,2019,childs,,5,\nTorfaen,,children,,6,\n\
         Torfaen,2019,placement,igloo,7,\nTorfaen,2019,cost,foster,8,month\nTorfaen,2019,cost,foster,9,\nTorfaen,2020,children,,12%,\n\
         Torfaen,2020,children,,12.5,\nTorfaen,2020,children,,-3,\nTorfaen,2020,children,,2m,\nTorfaen,2020,cost,secure,\"12,34\",week\n\
         Torfaen,2020,cost,secure,dear,week\n,2020,children,,1,\nTorfaen,2020,,,1,\nTorfaen,2020,grant,gold,1,\n\
         Torfaen,2019,children,,484,\nNowhere,20,placement,hut,many,\nTorfaen,,weight,,0.0000001,\nNewport,2019,children,,405,\n"
    ));
    let some = |row, column, what| (row, Some(column), what);
    let text = str::to_owned;
    assert_eq!(
        told(&loaded),
        [
            some(3, Column::Place, What::UnknownPlace(text("Atlantis"))),
            some(5, Column::Figure, What::UnknownFigure(text("childs"))),
            some(6, Column::Year, What::Missing),
            some(7, Column::Kind, What::UnknownPlacement(text("igloo"))),
            some(8, Column::Per, What::UnknownPer(text("month"))),
            some(9, Column::Per, What::Missing),
            some(10, Column::Value, What::PerCent(text("12%"))),
            some(11, Column::Value, What::NotWhole(text("12.5"))),
            some(12, Column::Value, What::Outside(text("-3"), 0.0, 1e6)),
            some(13, Column::Value, What::Outside(text("2m"), 0.0, 1e6)),
            some(14, Column::Value, What::DecimalComma(text("12,34"))),
            some(15, Column::Value, What::NotNumber(text("dear"))),
            some(16, Column::Place, What::Missing),
            some(17, Column::Figure, What::Missing),
            some(18, Column::Kind, What::UnknownGrant(text("gold"))),
            (19, None, What::Twice(2)),
            some(20, Column::Place, What::UnknownPlace(text("Nowhere"))),
            some(20, Column::Year, What::NotYear(text("20"))),
            some(20, Column::Kind, What::UnknownPlacement(text("hut"))),
            some(20, Column::Value, What::NotNumber(text("many"))),
            some(21, Column::Value, What::Outside(text("0.0000001"), 0.000_001, 1e9)),
        ]
    );
    assert_eq!(said(&loaded), "own-W06000020-2019=children:483 own-W06000022-2019=children:405");
    assert_eq!((loaded.rows_read, loaded.rows_used), (20, 2));
}

#[test]
fn problems_are_said_in_both_languages() {
    let loaded = load(format!("{FIRST}Torfaen,2019,children,,lots,\nTorfaen,2019,cost,igloo,9,month\n"));
    let said = |lang| loaded.problems.iter().map(|problem| problem.say(lang)).collect::<Vec<_>>();
    assert_eq!(
        said(Lang::En),
        [
            "Row 2, column “value”: “lots” is no number, or could be more than one. Write it as 1234.50 or 1,234.50.",
            "Row 3, column “kind”: “igloo” is not known here. Give one of these: foster, foster in-house, foster agency, kinship, residential, \
             secure, parents, other.",
            "Row 3, column “per”: “month” is not known here. Give one of these: week, year.",
        ]
    );
    assert_eq!(said(Lang::Cy)[2], "Rhes 3, colofn “fesul”: Nid yw “month” yn hysbys yma. Rhowch un o'r rhain: wythnos, blwyddyn.");
}

#[test]
fn a_pound_sign_is_no_part_of_a_count() {
    let loaded = load(format!("{FIRST}Torfaen,2019,children,,£372,\nTorfaen,,weight,,£2,\nTorfaen,2019,cost,foster,£372,week\n"));
    let pounds = |row, text: &str| (row, Some(Column::Value), What::Pounds(text.to_owned()));
    assert_eq!(told(&loaded), [pounds(2, "£372"), pounds(3, "£2")]);
    let said = |lang| loaded.problems[0].what.say(lang);
    assert_eq!(said(Lang::En), "“£372” has a pound sign, but this figure is a number and not money. Write it without the sign.");
    assert_eq!(said(Lang::Cy), "Mae arwydd punt yn “£372”, ond nifer ac nid arian yw'r ffigur hwn. Ysgrifennwch ef heb yr arwydd.");
}

#[test]
fn a_strangers_text_is_quoted_short_and_on_one_line() {
    let long = "x".repeat(5_000);
    let loaded = load(format!("{FIRST}\"{long}\",2019,children,,1,\n\"a\nb\",2019,children,,1,\n"));
    assert_eq!(loaded.problems[0].what, What::UnknownPlace(format!("{}…", "x".repeat(40))));
    assert_eq!(loaded.problems[1].what, What::UnknownPlace("ab".to_owned()));
    assert_eq!(loaded.problems[1].row, 3);
}

#[test]
fn the_same_figure_twice_keeps_the_first() {
    let loaded = load(format!(
        "{FIRST}Torfaen,2019,children,,483,\nTorfaen,2019,cost,foster,520,week\nW06000020,2019,Children,,483,\nTorfaen,2018-19,cost,foster,27000,year\n"
    ));
    assert_eq!(told(&loaded), [(4, None, What::Twice(2)), (5, None, What::Twice(3))]);
    assert_eq!(said(&loaded), "own-W06000020-2019=children:483,cost-week-foster:520");
}

#[test]
fn a_number_that_a_comma_has_split_is_never_half_read() {
    let rows =
        ["Torfaen,2019,children,,1,234", "Torfaen,2019,children,,1,234,", "Torfaen,,weight,,1,234", "Torfaen,2019,cost,foster,1,234,week"];
    for row in rows {
        let loaded = load(format!("{FIRST}{row}\n"));
        assert!(loaded.own.is_empty(), "{row}");
        assert_eq!(loaded.problems.len(), 1, "{row}");
    }
    let loaded = load("place,year,figure,value\nTorfaen,2019,children,1,234\n");
    assert!(told(&loaded).contains(&(2, None, What::TooMany)));
    assert!(loaded.own.is_empty());
}

#[test]
fn a_file_that_is_no_table_of_figures_is_told_once() {
    assert_eq!(refused(""), What::Empty);
    assert_eq!(refused("\u{feff}"), What::Empty);
    assert_eq!(refused(" \r\n\r\n\t"), What::Empty);
    assert_eq!(refused("# a note\n# another\n"), What::Empty);
    assert_eq!(refused(b"PK\x03\x04\x14\x00\x06\x00xl/workbook.xml".as_slice()), What::Spreadsheet);
    assert_eq!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice()), What::Spreadsheet);
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0".as_slice()), What::NotText);
    assert_eq!(refused(b"\xFF\xD8\xFF\xE0\0\x10JFIF".as_slice()), What::NotText);
    assert_eq!(refused("%PDF-1.7\nplain"), What::NotText);
    assert_eq!(refused("Dear councillor,\nI have no figures.\n"), What::NoHeader);
    assert_eq!(refused(vec![b'a'; 20_000_001]), What::TooBig);
    assert_eq!(refused("place,value\nTorfaen,5\n"), What::LacksNeeded(vec![Column::Figure]));
    assert_eq!(refused("\"place,year,figure,kind,value,per\nTorfaen,2019,children,,1,\n"), What::OpenQuote);
}
