//! Figures of the visitor's own: children, entries, leavers, placements, costs, grants and weights, by place and year.
//!
//! **One convention of years.** `year` is always the year of a 31 March. What is counted on a day (children, placements) was counted on
//! that 31 March; what happens through a financial year (entries, leavers, grants) or is priced in one (costs) belongs to the financial
//! year that **ends** on it. So 2019 holds the count of 31 March 2019 with the entries and leavers of 2018-19 that led to it, and
//! `N0 = N1 − E + X` is the count of 2018. The model names a financial year by its start: what is kept here under 2019 is its 2018.
//!
//! Values are kept as they were typed, to fifteen digits. What they say together (flows, mix, unit costs) is in [`readings`]. This
//! module knows nothing of files, links or pages.

mod item;
pub mod readings;

pub use item::{Group, Item, Per, Placement};

use crate::units::written::written;
use crate::words::digits;

/// The years that figures may be of: from the first year of the published counts.
pub const YEARS: (u16, u16) = (2003, 2100);

/// The smallest number but nought, so that no number is too long to write.
pub const SMALLEST: f64 = 0.000_001;

/// What a figure is about. Sorted by place, then year (none first), then item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The key of a place, as [`crate::place`] has it.
    pub place: &'static str,
    /// The year of the 31 March on which it was counted, or on which its financial year ended; none for a cost, a grant or a weight
    /// of no particular year.
    pub year: Option<u16>,
    /// What is counted.
    pub item: Item,
}

/// Why a figure cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// A count without its year says nothing.
    NoYear,
    /// A year outside [`YEARS`].
    Year,
    /// A part of a child.
    NotWhole,
    /// A value below the first or above the second of these, or no number at all.
    Outside(f64, f64),
}

impl Key {
    /// Why this figure cannot have this value; nothing where it can.
    #[must_use]
    pub fn refusal(&self, value: f64) -> Option<Refusal> {
        self.year_refusal().or_else(|| self.item.refusal(value))
    }

    /// Why this figure cannot be of this year; nothing where it can.
    #[must_use]
    pub fn year_refusal(&self) -> Option<Refusal> {
        match self.year {
            None if self.item.needs_year() => Some(Refusal::NoYear),
            Some(year) if !(YEARS.0..=YEARS.1).contains(&year) => Some(Refusal::Year),
            _ => None,
        }
    }

    /// What it must not share with another figure: a cost a week and a cost a year are one figure, given in two ways.
    #[must_use]
    pub const fn figure(self) -> Self {
        Self { item: self.item.figure(), ..self }
    }
}

/// Figures of the visitor's own, sorted by [`Key`]; one value for each [`Key::figure`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Own(Vec<(Key, f64)>);

impl Own {
    fn find(&self, key: &Key) -> Result<usize, usize> {
        let wanted = key.figure();
        self.0.binary_search_by(|(other, _)| other.figure().cmp(&wanted))
    }

    /// Keeps a figure, in the place of the one that was there: a cost a year takes the place of the same cost a week.
    ///
    /// # Errors
    /// A [`Refusal`] where such a figure cannot be; what was there stays.
    pub fn set(&mut self, key: Key, value: f64) -> Result<(), Refusal> {
        if let Some(refusal) = key.refusal(value) {
            return Err(refusal);
        }
        let entry = (key, digits::read(&written(value.abs())).unwrap_or(value));
        match self.find(&key) {
            Ok(at) => self.0[at] = entry,
            Err(at) => self.0.insert(at, entry),
        }
        Ok(())
    }

    /// Forgets a figure, however its cost was given.
    pub fn remove(&mut self, key: &Key) {
        if let Ok(at) = self.find(key) {
            self.0.remove(at);
        }
    }

    /// The figure with exactly this key.
    #[must_use]
    pub fn get(&self, key: &Key) -> Option<f64> {
        self.kept(key).filter(|(kept, _)| kept == key).map(|(_, value)| value)
    }

    /// The same figure, however its cost was given: by week or by year.
    #[must_use]
    pub fn kept(&self, key: &Key) -> Option<(Key, f64)> {
        self.find(key).ok().and_then(|at| self.0.get(at)).copied()
    }

    /// Every figure, by place, year and item.
    pub fn iter(&self) -> impl Iterator<Item = (Key, f64)> + '_ {
        self.0.iter().copied()
    }

    /// How many figures there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The keys of the places that have figures, each once.
    #[must_use]
    pub fn places(&self) -> Vec<&'static str> {
        let mut places: Vec<&'static str> = self.0.iter().map(|(key, _)| key.place).collect();
        places.dedup();
        places
    }

    /// The figures of one place, by year and item.
    #[must_use]
    pub fn of<'a>(&'a self, place: &'a str) -> impl DoubleEndedIterator<Item = (Key, f64)> + 'a {
        let start = self.0.partition_point(|(key, _)| key.place < place);
        let end = self.0.partition_point(|(key, _)| key.place <= place);
        self.0[start..end].iter().copied()
    }

    /// Takes in the figures of a later file, which win. What they replaced by another value comes back, as it was before.
    pub fn merge(&mut self, later: &Self) -> Vec<(Key, f64)> {
        let mut replaced = Vec::new();
        let mut merged = Vec::with_capacity(self.0.len() + later.0.len());
        let mut rest = self.0.iter().copied().peekable();
        for (key, value) in later.iter() {
            while let Some(earlier) = rest.next_if(|(earlier, _)| earlier.figure() <= key.figure()) {
                if earlier.0.figure() < key.figure() {
                    merged.push(earlier);
                } else if earlier.0 != key || earlier.1.to_bits() != value.to_bits() {
                    replaced.push(earlier);
                }
            }
            merged.push((key, value));
        }
        merged.extend(rest);
        self.0 = merged;
        replaced
    }
}
