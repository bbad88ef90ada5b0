//! One row as one figure: every cell is read, and all that is wrong is told at once. It knows nothing of bytes or of other rows.
//!
//! Chosen where a text may mean two things:
//! - A financial year is the one that ends on the 31 March of [`Key::year`]: `2018-19` is 2019, and so is a bare `2019`, for every figure.
//! - A decimal comma is never read, even where only that can be meant (`1234,5`): the next row's `1,234` would be two things. It is
//!   told by name instead.
//! - A cell that a figure has no use for is told, not passed over: it may be the rest of a number that a comma has split.

use super::problem::{What, quoted};
use super::vocabulary::{Column, Figure, Vocabulary};
use crate::scenario::own::{Item, Key, Per, Refusal, YEARS};
use crate::words::Lang;
use crate::words::typed::{self, Kind};

/// The cells of a row by column; empty where the file has no such column.
pub(super) struct Cells<'a>(pub(super) [&'a str; 6]);

impl<'a> Cells<'a> {
    /// The cell of a column.
    pub(super) const fn cell(&self, column: Column) -> &'a str {
        self.0[column as usize]
    }
}

/// Reads rows.
pub(super) struct Rows {
    lang: Lang,
    /// Every word that a file may use.
    pub(super) vocabulary: Vocabulary,
}

/// What is wrong with a row.
type Told = Vec<(Column, What)>;

impl Rows {
    /// A reader of rows whose numbers are in a language.
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, vocabulary: Vocabulary::new() }
    }

    /// The figure of a row, or none where something is wrong. A cell that it needs is missing too where the file has no such column.
    pub(super) fn figure(&self, cells: &Cells, told: &mut Told) -> Option<(Key, f64)> {
        let place = self.word(Column::Place, cells, told, What::UnknownPlace, &|words, cell| words.place(cell));
        let year = self.year(cells.cell(Column::Year), told);
        let figure = self.word(Column::Figure, cells, told, What::UnknownFigure, &|words, cell| words.figure(cell));
        let item = figure.and_then(|figure| self.item(figure, cells, told));
        let value = figure.and_then(|figure| self.number(figure, cells.cell(Column::Value), told));
        let (year, item) = (year?, item?);
        let text = cells.cell(Column::Year);
        // The bounds do not depend on the place, which may be what is wrong.
        let key = Key { place: place.unwrap_or_default(), year, item };
        let refused = key.year_refusal();
        match refused {
            Some(Refusal::NoYear) => told.push((Column::Year, What::Missing)),
            Some(Refusal::Year) => told.push((Column::Year, What::YearOutside(quoted(text), YEARS.0, YEARS.1))),
            _ => {}
        }
        let value = value.filter(|value| within(item, *value, cells.cell(Column::Value), told))?;
        (told.is_empty() && refused.is_none()).then_some((key, value))
    }

    /// The year of a cell, or none in particular where it is empty.
    #[expect(clippy::option_option, reason = "no year is a year as good as another; a wrong one is none")]
    fn year(&self, cell: &str, told: &mut Told) -> Option<Option<u16>> {
        let year = if cell.is_empty() { Some(None) } else { self.year_of(cell).map(Some) };
        if year.is_none() {
            told.push((Column::Year, What::NotYear(quoted(cell))));
        }
        year
    }

    /// `2019`, `2018-19`, `2018/19`, `31 March 2019`, `31/03/2019`, `2019-03-31`.
    fn year_of(&self, cell: &str) -> Option<u16> {
        if let Ok(year) = typed::parse(self.lang, cell, Kind::Year) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a year has four digits")]
            let year = year as u16;
            return Some(if cell.len() > 4 { year + 1 } else { year });
        }
        let mut parts = cell.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        let (a, month, b) = (parts.next()?, parts.next()?, parts.next()?);
        let march = month.trim_start_matches('0') == "3" || self.vocabulary.month_of_counts(month);
        let year = match (a, b) {
            ("31", year) | (year, "31") if march && year.len() == 4 => year,
            _ => return None,
        };
        if parts.next().is_some() { None } else { year.parse().ok() }
    }

    fn item(&self, figure: Figure, cells: &Cells, told: &mut Told) -> Option<Item> {
        let placement = if figure.has_placement() {
            Some(self.word(Column::Kind, cells, told, What::UnknownPlacement, &|words, cell| words.placement(cell)))
        } else {
            None
        };
        match figure {
            Figure::Cost => {
                let per = self.word(Column::Per, cells, told, What::UnknownPer, &|words, cell| words.per(cell));
                return Some(Item::Cost(placement??, per?));
            }
            Figure::Grant => {}
            Figure::Placement => self.unneeded(Column::Per, figure, cells, told),
            _ => self.unneeded(Column::Kind, figure, cells, told),
        }
        if !figure.has_placement() {
            self.unneeded(Column::Per, figure, cells, told);
        }
        match figure {
            Figure::Children => Some(Item::Children),
            Figure::Entries => Some(Item::Entries),
            Figure::Leavers => Some(Item::Leavers),
            Figure::Weight => Some(Item::Weight),
            Figure::Grant => self.word(Column::Kind, cells, told, What::UnknownGrant, &|words, cell| words.grant(cell)).map(Item::Grant),
            Figure::Placement | Figure::Cost => placement?.map(Item::Placed),
        }
    }

    /// A word of a list.
    fn word<T: Copy>(
        &self,
        column: Column,
        cells: &Cells,
        told: &mut Told,
        unknown: fn(String) -> What,
        find: &dyn Fn(&Vocabulary, &str) -> Option<T>,
    ) -> Option<T> {
        let cell = cells.cell(column);
        let found = find(&self.vocabulary, cell);
        if found.is_none() {
            told.push((column, if cell.is_empty() { What::Missing } else { unknown(quoted(cell)) }));
        }
        found
    }

    /// Tells of a cell that this figure has no use for. What happens in a year may say so.
    fn unneeded(&self, column: Column, figure: Figure, cells: &Cells, told: &mut Told) {
        let cell = cells.cell(column);
        let a_year = matches!(figure, Figure::Entries | Figure::Leavers | Figure::Grant);
        let said = column == Column::Per && a_year && self.vocabulary.per(cell) == Some(Per::Year);
        if !cell.is_empty() && !said {
            told.push((column, What::NotNeeded(quoted(cell))));
        }
    }

    fn number(&self, figure: Figure, cell: &str, told: &mut Told) -> Option<f64> {
        let kind = match figure {
            Figure::Cost | Figure::Grant => Kind::Money,
            Figure::Weight => Kind::Number,
            _ => Kind::Count,
        };
        let read = |text: &str, kind| typed::parse(self.lang, text, kind).ok();
        let number = read(cell, kind);
        if number.is_none() {
            let with_point = || cell.replace('.', "").replace(',', ".");
            let what = if cell.contains('£') && read(cell, Kind::Money).is_some() {
                What::Pounds
            } else if cell.contains('%') && read(cell, Kind::Percent).is_some() {
                What::PerCent
            } else if cell.contains(',') && read(&with_point(), kind).is_some() {
                What::DecimalComma
            } else {
                What::NotNumber
            };
            told.push((Column::Value, what(quoted(cell))));
        }
        number
    }
}

/// Whether a value may be this item's; told if not.
fn within(item: Item, value: f64, cell: &str, told: &mut Told) -> bool {
    match item.refusal(value) {
        None => return true,
        Some(Refusal::Outside(low, high)) => told.push((Column::Value, What::Outside(quoted(cell), low, high))),
        Some(_) => told.push((Column::Value, What::NotWhole(quoted(cell)))),
    }
    false
}
