//! A table that people edit in a spreadsheet, read so that every complaint names the file, the row and the column.

use std::collections::BTreeMap;
use std::path::Path;

use crate::words;

/// The rows of a table, each knowing where it stands.
pub type Rows = Vec<Row>;

/// One row: its cells by column name.
pub struct Row {
    file: String,
    line: u64,
    cells: BTreeMap<String, String>,
}

/// Reads `file`, which must have exactly `columns` (more only if `open`), and watches it for changes.
pub fn read(file: &Path, columns: &[&str], open: bool) -> Rows {
    let name = file.display().to_string();
    println!("cargo::rerun-if-changed={name}");
    let bytes = std::fs::read(file).unwrap_or_else(|e| panic!("{name}: {e}"));
    let text = String::from_utf8(bytes).unwrap_or_else(|_| panic!("{name}: not UTF-8; save it as \"CSV UTF-8\""));
    let mut reader = csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headings: Vec<String> = reader.headers().unwrap_or_else(|e| panic!("{name}: {e}")).iter().map(str::to_owned).collect();
    for column in columns {
        assert!(headings.iter().any(|h| h == column), "{name}: no column `{column}`");
    }
    for (at, heading) in headings.iter().enumerate() {
        assert!(open || columns.contains(&heading.as_str()), "{name}: unknown column `{heading}`");
        assert!(!headings[..at].contains(heading), "{name}: column `{heading}` stands twice");
    }
    reader
        .records()
        .map(|record| {
            let record = record.unwrap_or_else(|e| panic!("{name}: {e} (a text with a comma needs quotation marks)"));
            let line = record.position().map_or(0, csv::Position::line);
            let cells = headings.iter().cloned().zip(record.iter().map(|cell| cell.trim().to_owned())).collect();
            Row { file: name.clone(), line, cells }
        })
        .collect()
}

impl Row {
    /// Stops the build: file, row, column, and what is wrong.
    pub fn fail(&self, column: &str, wrong: &str) -> ! {
        panic!("{}: row {}: column `{column}`: {wrong}", self.file, self.line)
    }

    /// The text of a cell, if it holds any.
    pub fn maybe(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    /// The text of a cell that must hold some.
    pub fn text(&self, column: &str) -> &str {
        self.maybe(column).unwrap_or_else(|| self.fail(column, "is empty"))
    }

    /// The number in a cell, if it holds anything.
    pub fn number(&self, column: &str) -> Option<f64> {
        self.maybe(column).map(|cell| {
            let number = cell.parse::<f64>().ok().filter(|x| x.is_finite());
            number.unwrap_or_else(|| self.fail(column, &format!("`{cell}` is not a number (no commas, no £, no %)")))
        })
    }

    /// The number in a cell that must hold one.
    pub fn required_number(&self, column: &str) -> f64 {
        self.number(column).unwrap_or_else(|| self.fail(column, "is empty"))
    }

    /// The Rust name of what a cell says, out of a list of what it may say.
    pub fn one_of(&self, column: &str, choices: &[(&str, &'static str)]) -> &'static str {
        let cell = self.text(column);
        if let Some((_, rust)) = choices.iter().find(|(word, _)| *word == cell) {
            return rust;
        }
        let words: Vec<_> = choices.iter().map(|(word, _)| *word).collect();
        self.fail(column, &format!("`{cell}` is none of {words:?}"))
    }

    /// A `Text` from two columns that must both be filled, which programs of the page get by a list.
    pub fn both(&self, column: &str) -> String {
        let (en, cy) = self.languages(column);
        words::text(en, cy)
    }

    /// The same, but held by whatever says it: it is not said by programs of the page, or in both languages at once.
    pub fn both_held(&self, column: &str) -> String {
        let (en, cy) = self.languages(column);
        words::held(en, cy)
    }

    fn languages(&self, column: &str) -> (&str, &str) {
        (self.text(&format!("{column}_en")), self.text(&format!("{column}_cy")))
    }

    /// `Option<Text>` from two columns that must both be filled or both be empty.
    pub fn both_or_none(&self, column: &str) -> String {
        let (en, cy) = (format!("{column}_en"), format!("{column}_cy"));
        if self.maybe(&en).is_none() && self.maybe(&cy).is_none() { "None".to_owned() } else { format!("Some({})", self.both(column)) }
    }
}

/// Text fit for a doc comment.
pub fn doc(text: &str) -> String {
    text.replace('[', "\\[").replace(']', "\\]").replace('<', "\\<").replace('_', "\\_")
}

/// The name of a Rust static made from an id such as `plan.care.2019`; the id's own form is checked here.
pub fn constant(id: &str) -> Option<String> {
    let good = id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '.')
        && !id.ends_with(['.', '_'])
        && !id.contains("..");
    good.then(|| id.replace('.', "_").to_uppercase())
}
