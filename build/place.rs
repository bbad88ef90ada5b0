//! `src/place/data/*` -> typed statics. What stops the build: a repeated or ill-formed code or id, a missing language, an unknown
//! region or document, a region without councils, evidence of an unknown kind, a list that is said to have been seen without a
//! document, other than 22 councils, 4 consortia and 7 boards, a short label of more than five letters or that stands twice, two
//! councils on one hexagon.

use std::fmt::Write as _;
use std::path::Path;

use crate::documents::Documents;
use crate::evidence::{DATA, write};
use crate::table::{Row, Rows, constant, read};

const COUNCIL: &str = "code name_en name_cy short_en short_cy aliases statswales_code consortium board hex_q hex_r";
const REGION: [&str; 7] = ["id", "name_en", "name_cy", "document", "evidence", "note_en", "note_cy"];
/// Only a membership that the sources list or imply is known; `in_part` and `not_seen` are said in the note.
const EVIDENCE: [(&str, &str); 4] = [("listed", "false"), ("by_elimination", "true"), ("in_part", "false"), ("not_seen", "false")];
const LONGEST_LABEL: usize = 5;

/// Writes `place.rs` to `out`.
pub fn generate(out: &Path) {
    let documents = Documents::read(&Path::new(DATA).join("documents.toml"));
    let councils = read(Path::new("src/place/data/councils.csv"), &COUNCIL.split_whitespace().collect::<Vec<_>>(), false);
    assert!(councils.len() == 22, "src/place/data/councils.csv: {} councils, not 22", councils.len());
    let region = |file: &str| read(Path::new(file), &REGION, false);
    let (consortia, boards) = (region("src/place/data/consortia.csv"), region("src/place/data/boards.csv"));
    assert!((consortia.len(), boards.len()) == (4, 7), "src/place/data: there are 4 consortia and 7 boards");
    let rust = [
        "/// The four regional education consortia, as they stood.\n".to_owned(),
        regions("CONSORTIA", "consortium", &consortia, &councils, &documents),
        "/// The seven regional partnership boards.\n".to_owned(),
        regions("BOARDS", "board", &boards, &councils, &documents),
        self::councils(&councils, &consortia, &boards),
        places(),
    ];
    write(&out.join("place.rs"), &rust.concat());
}

fn regions(name: &str, column: &str, rows: &Rows, councils: &Rows, documents: &Documents) -> String {
    let kind = if column == "board" { "Board" } else { "Consortium" };
    let mut list = String::new();
    for (at, row) in rows.iter().enumerate() {
        let id = row.text("id");
        if rows[..at].iter().any(|other| other.text("id") == id) || !id.chars().all(|c| c.is_ascii_alphabetic() || c == '-') {
            row.fail("id", "stands twice, or is not made of letters and hyphens");
        }
        if !councils.iter().any(|council| council.text(column) == id) {
            row.fail("id", "no council belongs to it");
        }
        let by_elimination = row.one_of("evidence", &EVIDENCE);
        if row.maybe("document").is_none() && row.text("evidence") != "not_seen" {
            row.fail("document", "is empty, though its list is said to have been seen");
        }
        let document = row.maybe("document").map_or_else(|| "None".to_owned(), |_| format!("Some(&{})", documents.path(row, "document")));
        let _ = write!(
            list,
            "Region {{ id: {id:?}, kind: RegionKind::{kind}, name: {}, document: {document}, by_elimination: {by_elimination}, #[cfg(feature = \"ssr\")] note: {} }}, ",
            row.both_held("name"),
            row.both_held("note"),
        );
    }
    format!("pub static {name}: [Region; {}] = [{list}];\n", rows.len())
}

fn councils(rows: &Rows, consortia: &Rows, boards: &Rows) -> String {
    let (mut list, mut names) = (String::new(), String::new());
    for (at, row) in rows.iter().enumerate() {
        check(row, &rows[..at]);
        let region = |column: &str, regions: &Rows| {
            let found = regions.iter().position(|region| region.text("id") == row.text(column));
            found.unwrap_or_else(|| row.fail(column, "is no region of its table"))
        };
        let aliases: Vec<&str> = row.maybe("aliases").map(|all| all.split('|').collect()).unwrap_or_default();
        let _ = write!(
            list,
            "Council {{ code: {:?}, name: {}, short: {}, aliases: &{aliases:?}, consortium: &CONSORTIA[{}], board: &BOARDS[{}], hex: ({}, {}), counts: &counts::AREAS_2018[{}] }}, ",
            row.text("code"),
            row.both_held("name"),
            row.both_held("short"),
            region("consortium", consortia),
            region("board", boards),
            row.required_number("hex_q"),
            row.required_number("hex_r"),
            at + 1
        );
        let name = constant(&row.text("name_en").to_ascii_lowercase().replace(' ', "_"))
            .unwrap_or_else(|| row.fail("name_en", "must be plain letters"));
        let _ = writeln!(names, "    /// {}.\n    pub static {name}: &Council = &COUNCILS[{at}];", row.text("name_en"));
    }
    format!(
        "/// The 22 councils, from north to south.\npub static COUNCILS: [Council; 22] = [{list}];\n\
         /// Each council by name.\npub mod council {{\n    use super::{{COUNCILS, Council}};\n{names}}}\n"
    )
}

fn check(row: &Row, before: &[Row]) {
    let code = row.text("code");
    let twice = |column: &str| before.iter().any(|other| other.text(column) == row.text(column));
    if code.len() != 9 || !code.starts_with("W06") || twice("code") {
        row.fail("code", &format!("`{code}` stands twice or is no code of a Welsh council"));
    }
    for column in ["short_en", "short_cy"] {
        if row.text(column).chars().count() > LONGEST_LABEL || twice(column) {
            row.fail(column, "stands twice or has more than five letters");
        }
    }
    for column in ["hex_q", "hex_r"] {
        let step = row.required_number(column);
        if step.fract() != 0.0 || !(0.0..100.0).contains(&step) {
            row.fail(column, "is no column or row of the hexagons");
        }
    }
    if before.iter().any(|other| other.text("hex_q") == row.text("hex_q") && other.text("hex_r") == row.text("hex_r")) {
        row.fail("hex_q", "another council stands on that hexagon");
    }
}

/// The order of every place, which is for ever: Wales, councils, consortia, boards.
fn places() -> String {
    let mut list = "Place::Wales, ".to_owned();
    for (kind, table, length) in [("Council", "COUNCILS", 22), ("Region", "CONSORTIA", 4), ("Region", "BOARDS", 7)] {
        for at in 0..length {
            let _ = write!(list, "Place::{kind}(&{table}[{at}]), ");
        }
    }
    format!("/// Every place, in the order of [`Place::ALL`].\nstatic PLACES: [Place; 34] = [{list}];\n")
}
