//! `src/place/data/*` -> typed statics. What stops the build: a repeated or ill-formed code, a missing language, an unknown
//! consortium or document, a consortium without councils, evidence of an unknown kind, other than 22 councils.

use std::fmt::Write as _;
use std::path::Path;

use crate::documents::Documents;
use crate::evidence::{DATA, write};
use crate::table::{constant, read};

const COUNCIL: &str =
    "code name_en name_cy statswales_code consortium consortium_evidence partnership_board partnership_board_evidence hex_q hex_r";
const CONSORTIUM: [&str; 7] = ["id", "name_en", "name_cy", "document", "evidence", "note_en", "note_cy"];

/// Writes `place.rs` to `out`.
pub fn generate(out: &Path) {
    let documents = Documents::read(&Path::new(DATA).join("documents.toml"));
    let consortia = read(Path::new("src/place/data/consortia.csv"), &CONSORTIUM, false);
    let councils = read(Path::new("src/place/data/councils.csv"), &COUNCIL.split_whitespace().collect::<Vec<_>>(), false);
    assert!(councils.len() == 22, "src/place/data/councils.csv: {} councils, not 22", councils.len());
    let mut regions = String::new();
    for row in &consortia {
        let id = row.text("id");
        if !councils.iter().any(|council| council.text("consortium") == id) {
            row.fail("id", "no council belongs to it");
        }
        let _ = write!(
            regions,
            "Consortium {{ id: {id:?}, name: {}, document: &{}, by_elimination: {}, #[cfg(feature = \"ssr\")] note: {} }}, ",
            row.both("name"),
            documents.path(row, "document"),
            row.one_of("evidence", &[("listed", "false"), ("by_elimination", "true")]),
            row.both("note"),
        );
    }
    let (mut list, mut names) = (String::new(), String::new());
    for (at, row) in councils.iter().enumerate() {
        let code = row.text("code");
        if code.len() != 9 || !code.starts_with("W06") || councils[..at].iter().any(|other| other.text("code") == code) {
            row.fail("code", &format!("`{code}` stands twice or is no code of a Welsh council"));
        }
        let consortium = consortia.iter().position(|region| region.text("id") == row.text("consortium"));
        let consortium = consortium.unwrap_or_else(|| row.fail("consortium", "is not in consortia.csv"));
        let number = |column: &str| row.required_number(column);
        let (_, _) = (number("hex_q"), number("hex_r"));
        let _ = write!(
            list,
            "Council {{ code: {code:?}, name: {}, consortium: &CONSORTIA[{consortium}], counts: &counts::AREAS_2018[{}] }}, ",
            row.both("name"),
            at + 1
        );
        let name =
            constant(&row.text("name_en").to_lowercase().replace(' ', "_")).unwrap_or_else(|| row.fail("name_en", "must be plain letters"));
        let _ = writeln!(names, "    /// {}.\n    pub static {name}: &Council = &COUNCILS[{at}];", row.text("name_en"));
    }
    let rust = format!(
        "/// The four regional education consortia, as they stood.\npub static CONSORTIA: [Consortium; {}] = [{regions}];\n\
         /// The 22 councils, from north to south.\npub static COUNCILS: [Council; 22] = [{list}];\n\
         /// Each council by name.\npub mod council {{\n    use super::{{COUNCILS, Council}};\n{names}}}\n",
        consortia.len()
    );
    write(&out.join("place.rs"), &rust);
}
