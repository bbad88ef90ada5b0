//! What else is known of each council: people under 18 and of all ages, children placed away from home, foster placements at home,
//! and mean spending as a relative weight.
//!
//! An empty cell of the source stays [`None`]: not found is never nought. Counts are to the nearest 5.

use super::{Document, document};
use crate::words::{Text, text::evidence as words};

include!(concat!(env!("OUT_DIR"), "/local.rs"));

/// People of one area at 30 June, by the estimates of the Office for National Statistics.
#[derive(Debug)]
pub struct Population {
    /// The code of the Office for National Statistics.
    pub code: &'static str,
    /// Under 18, in mid-2019, mid-2020 and mid-2024.
    pub under_18: [u32; 3],
    /// Of all ages, in the same years.
    pub all_ages: [u32; 3],
    /// Under 16, in mid-2017, mid-2018 and mid-2019: what the earlier years under 18 are estimated by.
    pub aged_0_15: [u32; 3],
}

/// The years of [`Population::under_18`] and [`Population::all_ages`].
const YEARS: [u16; 3] = [2019, 2020, 2024];

/// The years that are estimated from those under 16.
const EARLIER: [u16; 2] = [2017, 2018];

/// That mid-2019 and mid-2020 do not take account of the census of 2021.
pub const NOT_REBASED_NOTE: Text = words::NOTE_NOT_REBASED;

/// How mid-2017 and mid-2018 are estimated.
pub const UNDER_18_NOTE: Text = words::NOTE_UNDER_18;

/// People under 18 in a middle of a year.
#[derive(Clone, Copy, Debug)]
pub struct Under18 {
    /// How many.
    pub children: f64,
    /// Whether it is our estimate (mid-2017 and mid-2018) and not the published one.
    pub estimated: bool,
    /// Where it is from.
    pub document: &'static Document,
}

/// People under 18 in Wales or a council in the middle of 2017 to 2020 or of 2024.
#[must_use]
pub fn under_18(code: &str, mid_year: u16) -> Option<Under18> {
    let people = population(code)?;
    if let Some(at) = YEARS.iter().position(|year| *year == mid_year) {
        return Some(Under18 { children: f64::from(people.under_18[at]), estimated: false, document: population_source(mid_year) });
    }
    let at = EARLIER.iter().position(|year| *year == mid_year)?;
    let [young, young_2019] = [people.aged_0_15[at], people.aged_0_15[2]].map(f64::from);
    Some(Under18 { children: f64::from(people.under_18[0]) * young / young_2019, estimated: true, document: &document::CLORIAN })
}

/// People of all ages in Wales or a council in the middle of 2019, 2020 or 2024.
#[must_use]
pub fn all_ages(code: &str, mid_year: u16) -> Option<f64> {
    let at = YEARS.iter().position(|year| *year == mid_year)?;
    population(code).map(|people| f64::from(people.all_ages[at]))
}

/// Where the population of a middle of a year is from.
#[must_use]
pub fn population_source(mid_year: u16) -> &'static Document {
    if mid_year == 2024 { &document::ONS_2024 } else { &document::ONS_2020 }
}

fn population(code: &str) -> Option<&'static Population> {
    POPULATIONS.iter().find(|people| people.code == code)
}

/// Where the children of one area lived at 31 March 2024 (the year is inferred).
#[derive(Debug)]
pub struct Placements {
    /// The code of the Office for National Statistics.
    pub code: &'static str,
    /// All of them, in the same table as the next three.
    pub total: Option<u16>,
    /// In Wales, but outside the council that looks after them.
    pub elsewhere_in_wales: Option<u16>,
    /// Outside Wales.
    pub outside_wales: Option<u16>,
    /// Not with parents, family or friends.
    pub not_with_family: Option<u16>,
    /// In foster care inside their own council.
    pub foster_inside: u16,
    /// The same at 31 March 2023; found for five councils only.
    pub foster_inside_2023: Option<u16>,
}

/// That the year is inferred, and that nine councils are missing.
pub const PLACEMENTS_NOTE: Text = words::NOTE_PLACEMENTS;

/// Where the children placed away are from.
pub static PLACEMENTS_SOURCE: &Document = &document::STATSWALES_SPIF;

/// Where the foster placements are from.
pub static FOSTER_SOURCE: &Document = &document::STATSWALES_FOSTER;

/// Where the children of Wales or of a council lived at 31 March 2024.
#[must_use]
pub fn placements(code: &str) -> Option<&'static Placements> {
    PLACEMENTS.iter().find(|placements| placements.code == code)
}

/// What the mean spending is, and that it is a relative weight only.
pub const SPEND_NOTE: Text = words::NOTE_SPEND;

/// Where the mean spending is from.
pub static SPEND_SOURCE: &Document = &document::LGFS0016;

/// A council's yearly spending on all children's and families' social services, the mean of 2002-03 to 2021-22 in cash: pounds. A
/// relative weight only ([`SPEND_NOTE`]). Wales is the sum of its councils.
#[must_use]
pub fn mean_spend(code: &str) -> Option<f64> {
    if code == super::counts::WALES_2018.code {
        return Some(MEAN_SPEND.iter().map(|(_, thousands)| thousands * 1000.0).sum());
    }
    MEAN_SPEND.iter().find(|(council, _)| *council == code).map(|(_, thousands)| thousands * 1000.0)
}
