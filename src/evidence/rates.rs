//! Children looked after for every 10,000 people under 18: ours, with what it is made of, beside the published one where there is one.
//!
//! The statistics set the count at 31 March over the people under 18 in the middle of the year before; so do we, and for Wales the
//! result is the published rate within its rounding. Only for March 2024 are mid-2024 people used: mid-2023 by council was not found.

use super::counts::{self, Children, LATEST_YEAR};
use super::local::{self, Under18};
use super::{Basis, Document, Figure, figure, series};
use crate::words::{Text, text::evidence as words};

/// For how many people under 18 a rate is given.
pub const PER: f64 = 10_000.0;

/// How the rate is worked out.
pub const RATE_NOTE: Text = words::NOTE_RATE;

/// A rate with all that it rests on.
#[derive(Clone, Copy, Debug)]
pub struct RateOf10000 {
    /// Children looked after for every 10,000 under 18, worked out by us.
    pub rate: f64,
    /// Its numerator.
    pub children: f64,
    /// How the numerator is known.
    pub basis: Basis,
    /// Its denominator: people under 18.
    pub under_18: f64,
    /// In the middle of which year.
    pub mid_year: u16,
    /// Whether the denominator is our estimate.
    pub under_18_estimated: bool,
    /// The published rate, where one was found.
    pub published: Option<PublishedRate>,
}

/// A published rate, as its document rounds it.
#[derive(Clone, Copy, Debug)]
pub struct PublishedRate {
    /// Children looked after for every 10,000 under 18.
    pub rate: f64,
    /// Where it was published.
    pub document: &'static Document,
}

impl RateOf10000 {
    /// The rate of these children among these people.
    #[must_use]
    pub fn new(children: Children, under_18: Under18, mid_year: u16, published: Option<PublishedRate>) -> Self {
        Self {
            rate: PER * children.children / under_18.children,
            children: children.children,
            basis: children.basis,
            under_18: under_18.children,
            mid_year,
            under_18_estimated: under_18.estimated,
            published,
        }
    }

    /// Whether the denominator takes account of the census of 2021.
    #[must_use]
    pub const fn rebased(&self) -> bool {
        self.mid_year > 2020
    }
}

/// The rate of Wales or a council at 31 March of 2018 to 2021 or of 2024.
#[must_use]
pub fn rate(code: &str, year: u16) -> Option<RateOf10000> {
    let mid_year = mid_year(year);
    Some(RateOf10000::new(counts::children(code, year)?, local::under_18(code, mid_year)?, mid_year, published(code, year)))
}

/// The middle of the year whose people under 18 a count at 31 March is set over.
#[must_use]
pub const fn mid_year(year: u16) -> u16 {
    if year == LATEST_YEAR { year } else { year.saturating_sub(1) }
}

/// The published rate of Wales, Torfaen or Newport, where one was found.
#[must_use]
pub fn published(code: &str, year: u16) -> Option<PublishedRate> {
    if code == counts::WALES_2018.code {
        let count = series::WALES.iter().find(|count| count.year == year)?;
        return count.per_10000.map(|rate| PublishedRate { rate, document: count.document });
    }
    let found = PUBLISHED.iter().find(|(council, at, _)| *council == code && *at == year);
    found.map(|(_, _, figure)| PublishedRate { rate: figure.value, document: figure.document })
}

static PUBLISHED: [(&str, u16, &Figure); 2] =
    [("W06000020", 2021, &figure::CHILDREN_RATE_TORFAEN_2021), ("W06000022", 2021, &figure::CHILDREN_RATE_NEWPORT_2021)];
