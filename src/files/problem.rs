//! What could not be used of a file, and how that is said. It knows the words and the columns, and nothing of bytes.

use super::MOST_MEGABYTES;
use super::vocabulary::{Column, Figure, grant_names, per_names, placement_word};
use crate::scenario::own::Placement;
use crate::words::text::files as words;
use crate::words::{Lang, number};

/// The most of a stranger's text that is quoted, in characters.
const MOST_QUOTED: usize = 40;

/// One thing that could not be used of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The row as a spreadsheet numbers it, the first being 1; 0 for the file as a whole.
    pub row: usize,
    /// The column, where it is about one.
    pub column: Option<Column>,
    /// What is wrong.
    pub what: What,
}

/// What is wrong. Texts are the file's own, shortened to be quoted.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// The file is larger than [`MOST_MEGABYTES`]; nothing was read.
    TooBig,
    /// No bytes, or none but space and notes.
    Empty,
    /// A file of a spreadsheet program, not CSV; nothing was read.
    Spreadsheet,
    /// A picture, a document or another file that is no text; nothing was read.
    NotText,
    /// The first row names no columns and is no row of the template either; nothing was read.
    NoHeader,
    /// Columns without which nothing can be read.
    LacksNeeded(Vec<Column>),
    /// Columns that are not there though rows need them; so many such rows were left out, without a word more.
    LacksOptional(Vec<Column>, usize),
    /// Columns that are not known; they were not read.
    UnknownColumns(Vec<String>),
    /// A second column of the same name; the first was read.
    ColumnTwice,
    /// Every value is blank.
    NoFigures,
    /// A cell that this figure needs is empty.
    Missing,
    /// No place, or no single one.
    UnknownPlace(String),
    /// No year, or none that can be read in one way only.
    NotYear(String),
    /// A year outside the first and the second of these.
    YearOutside(String, u16, u16),
    /// No figure.
    UnknownFigure(String),
    /// No kind of placement.
    UnknownPlacement(String),
    /// No grant.
    UnknownGrant(String),
    /// Neither a week nor a year.
    UnknownPer(String),
    /// No number, or none that can be read in one way only.
    NotNumber(String),
    /// A comma that parts no thousands: perhaps a decimal comma, and that is not guessed.
    DecimalComma(String),
    /// A sum of money, where the figure is none.
    Pounds(String),
    /// A percentage, where none makes sense.
    PerCent(String),
    /// A part of a child.
    NotWhole(String),
    /// A number below the first or above the second of these.
    Outside(String, f64, f64),
    /// A cell that this figure has no use for: perhaps the rest of a number that a comma has split.
    NotNeeded(String),
    /// More cells than columns: perhaps a number that a comma has split.
    TooMany,
    /// The same figure as in an earlier row, which stays.
    Twice(usize),
    /// A quotation mark that is never closed; the row was left out.
    OpenQuote,
    /// Too many such rows: nothing from this one on was read.
    Stopped,
}

impl Problem {
    /// About the file as a whole.
    pub(super) const fn file(what: What) -> Self {
        Self { row: 0, column: None, what }
    }

    /// The problem in words, with its row and column.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let said = self.what.say(lang);
        let row = &number::whole(whole(self.row));
        match self.column {
            _ if self.row == 0 => said,
            None => words::InRow { row, said: &said }.say(lang),
            Some(column) => words::InCell { row, column: column.name(lang), said: &said }.say(lang),
        }
    }
}

impl What {
    /// What is wrong, in words, without its row and column.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::TooBig => words::TooBig { most: &MOST_MEGABYTES.to_string() }.say(lang),
            Self::Empty => words::EMPTY.say(lang).to_owned(),
            Self::Spreadsheet => words::SPREADSHEET.say(lang).to_owned(),
            Self::NotText => words::NOT_TEXT.say(lang).to_owned(),
            Self::NoHeader => words::NoHeader { columns: &names(&Column::ALL, lang) }.say(lang),
            Self::LacksNeeded(columns) => words::LacksNeeded { columns: &names(columns, lang) }.say(lang),
            Self::LacksOptional(columns, rows) => {
                words::LacksOptional { columns: &names(columns, lang), rows: &number::whole(whole(*rows)) }.say(lang)
            }
            Self::UnknownColumns(columns) => words::UnknownColumns { columns: &columns.join(", ") }.say(lang),
            Self::ColumnTwice => words::COLUMN_TWICE.say(lang).to_owned(),
            Self::NoFigures => words::NoFigures { value: Column::Value.name(lang) }.say(lang),
            Self::TooMany => words::TOO_MANY.say(lang).to_owned(),
            Self::Twice(first) => words::Twice { first: &number::whole(whole(*first)) }.say(lang),
            Self::OpenQuote => words::OPEN_QUOTE.say(lang).to_owned(),
            Self::Stopped => words::STOPPED.say(lang).to_owned(),
            _ => self.say_cell(lang),
        }
    }

    /// What is wrong with one cell.
    fn say_cell(&self, lang: Lang) -> String {
        let kind = |text: &str, allowed: &str| words::UnknownKind { allowed, text }.say(lang);
        match self {
            Self::UnknownPlace(text) => words::UnknownPlace { text }.say(lang),
            Self::NotYear(text) => words::NotYear { text }.say(lang),
            Self::YearOutside(text, low, high) => words::YearOutside { text, low: &low.to_string(), high: &high.to_string() }.say(lang),
            Self::UnknownFigure(text) => {
                words::UnknownFigure { text, allowed: &Figure::ALL.map(|figure| figure.word(lang)).join(", ") }.say(lang)
            }
            Self::UnknownPlacement(text) => kind(text, &Placement::ALL.map(|placement| placement_word(placement, lang)).join(", ")),
            Self::UnknownGrant(text) => kind(text, &grant_names(lang)),
            Self::UnknownPer(text) => kind(text, &per_names(lang).join(", ")),
            Self::NotNumber(text) => words::NotNumber { text }.say(lang),
            Self::DecimalComma(text) => words::DecimalComma { text }.say(lang),
            Self::Pounds(text) => words::Pounds { text }.say(lang),
            Self::PerCent(text) => words::PerCent { text }.say(lang),
            Self::NotWhole(text) => words::NotWhole { text }.say(lang),
            Self::Outside(text, low, high) => {
                words::Outside { text, low: &number::decimal_trimmed(*low, 6), high: &number::whole(*high) }.say(lang)
            }
            Self::NotNeeded(text) => words::NotNeeded { text }.say(lang),
            _ => words::MISSING.say(lang).to_owned(),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a row of a file of 20 MB at most")]
const fn whole(count: usize) -> f64 {
    count as f64
}

/// The names of columns, one after the other.
fn names(columns: &[Column], lang: Lang) -> String {
    columns.iter().map(|column| column.name(lang)).collect::<Vec<_>>().join(", ")
}

/// At most 40 characters of a stranger's text, on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut out: String = text.chars().filter(|c| !c.is_control()).take(MOST_QUOTED).collect();
    if text.chars().nth(MOST_QUOTED).is_some() {
        out.push('…');
    }
    out
}
