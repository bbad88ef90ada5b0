//! `documents.toml` -> one static a source document. The checks are listed in `evidence.rs`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::table::{Row, constant};
use crate::words;

const LICENCES: [(&str, &str); 3] = [("ogl", "OpenGovernment"), ("not_stated", "NotStated"), ("own", "Own")];

/// The list of sources: its Rust, and for each id the sections it may be cited by.
pub struct Documents {
    /// `pub mod document` and the list.
    pub rust: String,
    sections: BTreeMap<String, BTreeMap<String, String>>,
}

impl Documents {
    /// Reads and checks the list of sources.
    pub fn read(file: &Path) -> Self {
        let name = file.display();
        println!("cargo::rerun-if-changed={name}");
        let source = std::fs::read_to_string(file).unwrap_or_else(|e| panic!("{name}: {e}"));
        let table: toml::Table = source.parse().unwrap_or_else(|e| panic!("{name}: {e}"));
        let list = table.get("document").and_then(toml::Value::as_array).unwrap_or_else(|| panic!("{name}: no [[document]]"));
        let (mut rust, mut all, mut sections) = (String::new(), String::new(), BTreeMap::new());
        rust.push_str("/// Every source document, each a static.\npub mod document {\n    use super::{Document, Licence};\n    use crate::words::Text;\n");
        for entry in list {
            let id = entry.get("id").and_then(toml::Value::as_str).unwrap_or_else(|| panic!("{name}: a document has no `id`"));
            let at = format!("{name}: document `{id}`");
            let constant = constant(id).unwrap_or_else(|| panic!("{at}: an id is made of a-z, 0-9 and _"));
            for key in entry.as_table().into_iter().flat_map(toml::Table::keys) {
                let known = ["id", "title", "publisher", "date", "address", "licence", "note", "sections"];
                assert!(known.contains(&key.as_str()), "{at}: unknown key `{key}`");
            }
            let word = |key: &str| entry.get(key).map(|v| filled(&at, key, v));
            let date = word("date").unwrap_or_else(|| panic!("{at}: no `date` (write \"undated\" if it has none)"));
            let address = word("address");
            assert!(address.is_none_or(|a| a.starts_with("https://")), "{at}: `address` must begin with https://");
            let licence = word("licence").unwrap_or_else(|| panic!("{at}: no `licence`"));
            let licence =
                LICENCES.iter().find(|(key, _)| *key == licence).unwrap_or_else(|| panic!("{at}: `licence` is none of {LICENCES:?}")).1;
            let both = |key: &str| entry.get(key).map(|v| bilingual(&at, key, v));
            let title = both("title").unwrap_or_else(|| panic!("{at}: no `title`"));
            let publisher = both("publisher").unwrap_or_else(|| panic!("{at}: no `publisher`"));
            let note = both("note").map_or_else(|| "None".to_owned(), |note| format!("Some({note})"));
            let _ = writeln!(
                rust,
                "    /// `{id}`.\n    pub static {constant}: Document = Document {{ id: {id:?}, anchor: \"doc-{id}\", title: {title}, publisher: {publisher}, date: {date:?}, #[cfg(feature = \"ssr\")] address: {address:?}, licence: Licence::{licence}, #[cfg(feature = \"ssr\")] note: {note} }};"
            );
            let _ = write!(all, "&document::{constant}, ");
            let headings = entry.get("sections").and_then(toml::Value::as_table).unwrap_or_else(|| panic!("{at}: no [document.sections]"));
            let headings = headings.iter().map(|(en, cy)| (en.clone(), filled(&at, en, cy).to_owned())).collect();
            assert!(sections.insert(id.to_owned(), headings).is_none(), "{at}: the id stands twice");
        }
        let _ = writeln!(
            rust,
            "}}\n/// Every source document, in the order of the list.\npub static DOCUMENTS: [&Document; {}] = [{all}];",
            sections.len()
        );
        Self { rust, sections }
    }

    /// The path of a document's static, for a cell that names it.
    pub fn path(&self, row: &Row, column: &str) -> String {
        let id = row.text(column);
        if !self.sections.contains_key(id) {
            row.fail(column, &format!("no document `{id}` in documents.toml"));
        }
        format!("crate::evidence::document::{}", constant(id).unwrap_or_default())
    }

    /// `Text` of the heading that a row cites, in both languages.
    pub fn section(&self, row: &Row) -> String {
        let heading = row.text("section");
        let found = self.sections.get(row.text("document")).and_then(|sections| sections.get(heading));
        words::text(
            heading,
            found.unwrap_or_else(|| row.fail("section", &format!("`{heading}` is no section of that document in documents.toml"))),
        )
    }
}

fn filled<'a>(at: &str, key: &str, value: &'a toml::Value) -> &'a str {
    let text = value.as_str().unwrap_or_else(|| panic!("{at}: `{key}` must be text"));
    assert!(!text.trim().is_empty(), "{at}: `{key}` is empty");
    text
}

fn bilingual(at: &str, key: &str, value: &toml::Value) -> String {
    let language = |code: &str| filled(at, key, value.get(code).unwrap_or_else(|| panic!("{at}: `{key}` has no `{code}`")));
    // The notes are said by the page of the evidence alone, which runs no program.
    if key == "note" { words::held(language("en"), language("cy")) } else { words::text(language("en"), language("cy")) }
}
