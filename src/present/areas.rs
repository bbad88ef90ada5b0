//! Anything by council as one struct of numbers, from which the map of hexagons, its legend, the table and the description are all made:
//! they cannot disagree. It knows no SVG: hexagons stand at places measured in their own width.
//!
//! A council without a figure has none: it is never nothing, stands last in the table, and is shaded as such on the map.

use crate::units::order::ordered;
use std::cmp::Ordering;

use crate::app::State;
use crate::place::Place;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::areas as words;
use crate::words::text::count;

use super::footnotes::Footnote;

/// What the numbers of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Children: whole numbers.
    Children,
    /// Children for each 10,000, to a tenth.
    Rate,
    /// A fraction, in per cent to a tenth.
    Share,
    /// Wales as a whole is 100.
    Index,
    /// Pounds: short on the map, whole pounds in the table.
    Pounds,
    /// Pounds: short on the map, to the penny in the table.
    Pence,
}

/// One column of the table; the map shows one of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// What its numbers are.
    pub measure: Measure,
    /// Whether they are changes: written with their sign, and on the map on both sides of no change.
    pub change: bool,
    /// What its figures rest on.
    pub footnotes: &'static [Footnote],
}

/// A council, a region or Wales with its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaRow {
    /// Its index in [`Place::ALL`].
    pub option: usize,
    /// What it is called.
    pub name: String,
    /// What its hexagon says; nothing for what has no hexagon.
    pub short: &'static str,
    /// Column and row of its hexagon, rows from south to north; nothing for what has none.
    pub hex: Option<(i8, i8)>,
    /// Whether it is the place picked, or a council of the region picked.
    pub chosen: bool,
    /// A figure, or none, for each column.
    pub cells: Vec<Option<f64>>,
}

/// Figures by council.
#[derive(Clone, Debug, PartialEq)]
pub struct Areas {
    /// Its name in the page's addresses.
    pub name: &'static str,
    /// The finding, as a sentence.
    pub caption: String,
    /// What the table is called.
    pub table_title: String,
    /// The head of the first column.
    pub first: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The councils.
    pub rows: Vec<AreaRow>,
    /// Wales first, then the regions that are to be shown.
    pub foot: Vec<AreaRow>,
    /// The column that the map shows.
    pub mapped: usize,
    /// What the table is sorted by, 0 being the names, and whether from the greatest; see [`sorted`].
    pub sorted: (usize, bool),
    /// Whether the table stands open as the page opens.
    pub open: bool,
    /// What should be read beside the map.
    pub notes: Vec<String>,
}

/// How a hexagon is shaded, in the order of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shade {
    /// One of five groups, 1 being the least.
    Group(i8),
    /// Steps from no change, which is 0: three at most below and above.
    Change(i8),
    /// There is no figure.
    Blank,
}

/// One hexagon: its middle from the left and from the top, in widths of a hexagon.
#[derive(Clone, Debug, PartialEq)]
pub struct Hexagon<'a> {
    /// Its council.
    pub row: &'a AreaRow,
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Its shade.
    pub shade: Shade,
    /// The figure as it stands in it.
    pub brief: String,
}

/// How many groups, and how many steps on each side of no change.
const GROUPS: usize = 5;
const STEPS: f64 = 3.0;

/// From one row of hexagons to the next, and from corner to corner, in widths.
const ROW: f64 = 0.866_025_403_784_438_6;
const TALL: f64 = 1.154_700_538_379_251_5;

/// How a table is sorted: as somebody last asked, or by the column that the map shows, from the greatest.
#[must_use]
pub fn sorted(state: &State, name: &str, mapped: usize) -> (usize, bool) {
    state.sorted.filter(|(table, ..)| *table == name).map_or((mapped + 1, true), |(_, column, greatest)| (column, greatest))
}

/// The 22 councils, and Wales with its regions, each with the figures that `cells` gives for it.
pub fn rows(lang: Lang, picked: Place, cells: impl Fn(Place) -> Vec<Option<f64>>) -> (Vec<AreaRow>, Vec<AreaRow>) {
    let row = |(option, place): (usize, &Place)| {
        let (short, hex) = match place {
            Place::Council(council) => (council.short.say(lang), Some(council.hex)),
            Place::Wales | Place::Region(_) => ("", None),
        };
        let of_region = !picked.is_council() && picked != Place::Wales && place.is_council();
        let chosen = *place == picked || of_region && place.councils().all(|own| picked.councils().any(|council| council.code == own.code));
        AreaRow { option, name: place.full_name(lang), short, hex, chosen, cells: cells(*place) }
    };
    Place::ALL.iter().enumerate().map(row).partition(|row| row.hex.is_some())
}

impl Areas {
    /// What its columns rest on, each once.
    #[must_use]
    pub fn footnotes(&self) -> Vec<Footnote> {
        let mut all = Vec::new();
        for footnote in self.columns.iter().flat_map(|column| column.footnotes) {
            if !all.contains(footnote) {
                all.push(*footnote);
            }
        }
        all
    }
}

impl Column {
    /// A number as the table writes it.
    #[must_use]
    pub fn full(&self, value: f64) -> String {
        let said = match self.measure {
            Measure::Children | Measure::Index => number::whole(value),
            Measure::Rate => number::decimal(value, 1),
            Measure::Share => number::percent(value, 1),
            Measure::Pounds => number::pounds(value),
            Measure::Pence => number::pounds_and_pence(value),
        };
        if self.change { number::signed(&said) } else { said }
    }

    /// A number as the map writes it: money short, all else as in the table.
    #[must_use]
    pub fn brief(&self, lang: Lang, value: f64) -> String {
        match self.measure {
            Measure::Pounds | Measure::Pence => {
                let said = number::pounds_compact(lang, self.rounded(value), 1);
                if self.change { number::signed(&said) } else { said }
            }
            _ => self.full(value),
        }
    }

    /// A number as far as the map shows it, so that what reads alike is shaded alike.
    #[must_use]
    pub fn rounded(&self, value: f64) -> f64 {
        let step = match self.measure {
            Measure::Children | Measure::Index => 1.0,
            Measure::Rate => return (value * 10.0).round() / 10.0 + 0.0,
            Measure::Share => return (value * 1000.0).round() / 1000.0 + 0.0,
            // Two figures at least of thousands and of millions, as there is room for.
            Measure::Pounds | Measure::Pence => match value.abs() {
                small if small < 999.5 => 1.0,
                few if few < 9_950.0 => 100.0,
                thousands if thousands < 999_500.0 => 1_000.0,
                millions if millions < 9_950_000.0 => 100_000.0,
                _ => 1_000_000.0,
            },
        };
        (value / step).round() * step + 0.0
    }
}

impl AreaRow {
    /// The figure of a column, where there is one.
    #[must_use]
    pub fn at(&self, column: usize) -> Option<f64> {
        self.cells.get(column).copied().flatten()
    }
}

impl Areas {
    /// The column that the map shows.
    #[must_use]
    pub fn shown(&self) -> Option<&Column> {
        self.columns.get(self.mapped)
    }

    /// The councils as the table is sorted: equals as they are listed, those without a figure last.
    #[must_use]
    pub fn ordered(&self) -> Vec<&AreaRow> {
        let rows: Vec<&AreaRow> = self.rows.iter().collect();
        ordered(&rows, &|a, b| self.order(a, b))
    }

    fn order(&self, a: &AreaRow, b: &AreaRow) -> Ordering {
        let (column, greatest) = self.sorted;
        let by_name = || a.name.to_ascii_lowercase().cmp(&b.name.to_ascii_lowercase());
        // Not by name, which would order equals another way in the other language.
        let as_listed = || a.option.cmp(&b.option);
        let turned = |order: Ordering| if greatest { order.reverse() } else { order };
        let Some(column) = column.checked_sub(1) else { return turned(by_name()) };
        match (a.at(column), b.at(column)) {
            (Some(one), Some(other)) => turned(one.total_cmp(&other)).then_with(as_listed),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => as_listed(),
        }
    }

    /// Whether a press on a column's head sorts from the greatest: numbers do at first, names go from A.
    #[must_use]
    pub const fn turns_to(&self, column: usize) -> bool {
        if self.sorted.0 == column { !self.sorted.1 } else { column > 0 }
    }

    /// The councils that have a figure on the map, with that figure as far as the map shows it.
    fn figures(&self) -> Vec<(&AreaRow, f64)> {
        let rounded = |row: &AreaRow| Some(self.shown()?.rounded(row.at(self.mapped)?));
        self.rows.iter().filter_map(|row| Some((row, rounded(row)?))).collect()
    }

    /// The shade of each council that has a figure. Groups are of about as many councils each; steps of change are equally wide on both
    /// sides, so that a shade means the same size. Figures that read alike share a shade.
    fn shades(&self) -> Vec<(&AreaRow, f64, Shade)> {
        let figures = self.figures();
        let widest = figures.iter().fold(0.0_f64, |most, (_, value)| most.max(value.abs()));
        let below = |value: f64| figures.iter().filter(|(_, other)| *other < value).count();
        let shade = |value: f64| {
            if self.shown().is_some_and(|column| column.change) {
                Shade::Change(step(value, widest))
            } else {
                Shade::Group(group(below(value), figures.len()))
            }
        };
        figures.iter().map(|(row, value)| (*row, *value, shade(*value))).collect()
    }

    /// The legend: each shade that is on the map, with the least and the most that it stands for and how many councils have it.
    #[must_use]
    pub fn legend(&self, lang: Lang) -> Vec<(Shade, String)> {
        let shaded = self.shades();
        let kinds: Vec<Shade> = shaded.iter().map(|(.., shade)| *shade).collect();
        let mut kinds = ordered(&kinds, &Ord::cmp);
        kinds.dedup();
        let said = |shade: Shade| {
            let values = || shaded.iter().filter(move |(.., own)| *own == shade).map(|(_, value, _)| *value);
            let (low, high) = values().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
            let write = |value: f64| self.shown().map(|column| column.brief(lang, value)).unwrap_or_default();
            let range = match (write(low), write(high)) {
                _ if shade == Shade::Change(0) => words::NO_CHANGE.say(lang).to_owned(),
                (low, high) if low == high => low,
                (low, high) => words::Range { low: &low, high: &high }.say(lang),
            };
            (shade, words::Legend { range: &range, councils: &councils(lang, values().count()) }.say(lang))
        };
        let blank = self.rows.len() - shaded.len();
        let blank = (blank > 0).then(|| {
            let range = words::NO_FIGURE.say(lang);
            (Shade::Blank, words::Legend { range, councils: &councils(lang, blank) }.say(lang))
        });
        kinds.into_iter().map(said).chain(blank).collect()
    }

    /// How the shades were made.
    #[must_use]
    pub fn legend_title(&self, lang: Lang) -> &'static str {
        let change = self.shown().is_some_and(|column| column.change);
        if change { words::LEGEND_STEPS } else { words::LEGEND_GROUPS }.say(lang)
    }

    /// Width and height of the map, in widths of a hexagon.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        let (left, right, south, north) = self.edges();
        (right - left, f64::from(north - south) * ROW + TALL)
    }

    /// Where the hexagons begin and end from left to right, and their first and last row.
    fn edges(&self) -> (f64, f64, i8, i8) {
        let hexes = || self.rows.iter().filter_map(|row| row.hex);
        let middles = || hexes().map(middle);
        let (left, right) = middles().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
        let (south, north) = hexes().fold((i8::MAX, i8::MIN), |(low, high), (_, r)| (low.min(r), high.max(r)));
        if left > right { (0.0, 1.0, 0, 0) } else { (left - 0.5, right + 0.5, south, north) }
    }

    /// The hexagons, north at the top.
    #[must_use]
    pub fn hexagons(&self, lang: Lang) -> Vec<Hexagon<'_>> {
        let (left, _, _, north) = self.edges();
        let shades = self.shades();
        let hexagon = |row: &'_ AreaRow| -> Option<(f64, f64, Shade)> {
            let hex = row.hex?;
            let shade = shades.iter().find(|(own, ..)| own.option == row.option).map_or(Shade::Blank, |(.., shade)| *shade);
            Some((middle(hex) - left, f64::from(north - hex.1) * ROW + TALL / 2.0, shade))
        };
        self.rows
            .iter()
            .filter_map(|row| {
                let (x, y, shade) = hexagon(row)?;
                Some(Hexagon { row, x, y, shade, brief: self.brief(lang, row) })
            })
            .collect()
    }

    /// What a hexagon says: the figure, or the mark for none.
    fn brief(&self, lang: Lang, row: &AreaRow) -> String {
        let said = self.shown().zip(row.at(self.mapped)).map(|(column, value)| column.brief(lang, value));
        said.unwrap_or_else(|| number::NO_FIGURE.to_owned())
    }

    /// A place with its figure on the map in words, where it has one or not.
    #[must_use]
    pub fn say(&self, lang: Lang, row: &AreaRow) -> String {
        let value = self.shown().zip(row.at(self.mapped)).map(|(column, value)| column.full(value));
        words::At { name: &row.name, value: value.as_deref().unwrap_or(words::NO_FIGURE.say(lang)) }.say(lang)
    }

    /// What a listener hears of the map: the least, the most, Wales, the place picked, and how many have no figure.
    #[must_use]
    pub fn description(&self, lang: Lang) -> String {
        let known = || self.rows.iter().filter_map(|row| Some((row, row.at(self.mapped)?)));
        let least = known().min_by(|a, b| a.1.total_cmp(&b.1)).map(|(row, _)| words::Least { at: &self.say(lang, row) }.say(lang));
        let most = known().max_by(|a, b| a.1.total_cmp(&b.1)).map(|(row, _)| words::Most { at: &self.say(lang, row) }.say(lang));
        let wales = self.foot.first();
        let chosen = self.rows.iter().chain(self.foot.iter().skip(1)).filter(|row| row.chosen);
        let places = wales.into_iter().chain(chosen).map(|row| format!("{}.", self.say(lang, row)));
        let blank = self.rows.len() - known().count();
        let blank = (blank > 0).then(|| words::Without { councils: &councils(lang, blank) }.say(lang));
        let intro = self.shown().map(|column| words::Describe { title: &column.title }.say(lang));
        let parts: Vec<String> = intro.into_iter().chain(least).chain(most).chain(places).chain(blank).collect();
        parts.join(" ")
    }
}

/// The middle of a hexagon from the left: odd rows stand half a hexagon to the right.
fn middle((q, r): (i8, i8)) -> f64 {
    f64::from(q) + f64::from(r.rem_euclid(2)) * 0.5
}

/// The group of a figure with so many of `all` below it.
fn group(below: usize, all: usize) -> i8 {
    i8::try_from(GROUPS * below / all.max(1)).map_or(1, |group| group + 1)
}

/// How many steps a change is from none, below it or above.
#[expect(clippy::cast_possible_truncation, reason = "three steps at most on each side")]
fn step(value: f64, widest: f64) -> i8 {
    if value.abs() < f64::EPSILON { 0 } else { (value.signum() * (STEPS * value.abs() / widest - 1e-9).ceil().min(STEPS)) as i8 }
}

fn councils(lang: Lang, count: usize) -> String {
    count::COUNCILS.whole(lang, u32::try_from(count).map_or(f64::NAN, f64::from))
}

#[cfg(test)]
mod tests;
