//! Footnotes: what a figure of the page rests on, as rows of the evidence page and sections of the method page.
//!
//! A footnote is an id and, for a section, its heading, so that a program that names a figure of the register holds nothing else of it. What a
//! reader sets in a field has its source at the field; a result that is worked out from fields says which section of the method does that.

use crate::evidence::Document;
use crate::evidence::Figure;
use crate::words::Text;
use crate::words::text::method as words;

use super::ResultRow;

/// A row to look up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Footnote {
    /// On the evidence page: a figure, a document or the counts of Wales.
    Evidence(&'static str),
    /// On the method page.
    Method(&'static Chapter),
}

/// A section of the method page.
#[derive(Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its id in the page, the same in both languages.
    pub id: &'static str,
    /// What it is headed with.
    pub heading: Text,
}

/// The id of the counts of Wales on the evidence page.
pub const COUNTS: &str = "counts";

/// The number of children.
pub static STOCK: Chapter = Chapter { id: "stock", heading: words::STOCK };
/// What chance alone does to a count.
pub static CHANCE: Chapter = Chapter { id: "chance", heading: words::CHANCE };
/// Paths of another shape.
pub static PATHS: Chapter = Chapter { id: "paths", heading: words::PATHS };
/// Children looked after for every 10,000 people under 18.
pub static RATES: Chapter = Chapter { id: "rates", heading: words::RATES };
/// Placements and their prices.
pub static COSTS: Chapter = Chapter { id: "unit-costs", heading: words::COSTS };
/// What programmes change.
pub static PROGRAMMES: Chapter = Chapter { id: "programmes", heading: words::LEVERS };
/// Spending avoided, cost and present value.
pub static MONEY: Chapter = Chapter { id: "money", heading: words::MONEY };
/// The break-even.
pub static BREAK_EVEN: Chapter = Chapter { id: "break-even", heading: words::EVEN };
/// What it takes to reach a target.
pub static BACKWARDS: Chapter = Chapter { id: "backwards", heading: words::BACK };
/// A plan followed quarter by quarter.
pub static TRACKER: Chapter = Chapter { id: "tracker", heading: words::TRACKER };
/// A claim about a sum that grows.
pub static CLAIM: Chapter = Chapter { id: "claim", heading: words::CLAIM };
/// A supported child beside a residential year.
pub static HEAD_TO_HEAD: Chapter = Chapter { id: "head-to-head", heading: words::HEAD };
/// Sharing out a grant.
pub static SHARING: Chapter = Chapter { id: "sharing", heading: words::SHARE };

impl Footnote {
    /// The counts of Wales, year by year.
    pub const COUNTS: Self = Self::Evidence(COUNTS);

    /// A figure of the register.
    #[must_use]
    pub const fn of(figure: &'static Figure) -> Self {
        Self::Evidence(figure.id)
    }

    /// A document, for what stands in no row of its own: a table by council.
    #[must_use]
    pub const fn in_document(document: &'static Document) -> Self {
        Self::Evidence(document.anchor)
    }
}

impl ResultRow {
    /// The same with what it rests on.
    #[must_use]
    pub fn on(self, footnotes: &[Footnote]) -> Self {
        Self { footnotes: footnotes.to_vec(), ..self }
    }
}

/// Figures of the register, each with its row.
#[must_use]
pub fn rows(figures: &[&'static Figure]) -> Vec<Footnote> {
    figures.iter().map(|figure| Footnote::of(figure)).collect()
}

/// Gives each of some results that has no footnotes of its own these.
#[must_use]
pub fn each_on(mut rows: Vec<ResultRow>, footnotes: &[Footnote]) -> Vec<ResultRow> {
    for row in rows.iter_mut().filter(|row| row.footnotes.is_empty()) {
        row.footnotes = footnotes.to_vec();
    }
    rows
}
