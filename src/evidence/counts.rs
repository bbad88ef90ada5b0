//! Children looked after by council: published for 2003 to 2018, by age for 2018, a mean of two published years for 2023-24, and
//! our estimate for the years between, for which no table by council was found.
//!
//! Published to the nearest 5, so parts need not add up to their total; `*` in the source is fewer than 5 and is kept as what it is:
//! a [`Band`] says how many of its cells are hidden, its least, its most, and the middle that sums use.

use super::{Basis, Count, Document, Figure, document, figure, series};
use crate::words::{Text, text::evidence as words};

include!(concat!(env!("OUT_DIR"), "/counts.rs"));

/// Where the counts come from.
pub static SOURCE: &Document = &document::STATSWALES_AGES;

/// The most that a hidden cell can hold.
const HIDDEN_AT_MOST: f64 = 4.0;

/// Boys and girls of one band of ages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The cells that are published, summed.
    pub published: f64,
    /// How many cells (boys, girls) are hidden as fewer than 5.
    pub suppressed: u8,
}

impl Band {
    /// The least it can be, but for rounding.
    #[must_use]
    pub const fn low(self) -> f64 {
        self.published
    }

    /// The most it can be, but for rounding.
    #[must_use]
    pub fn high(self) -> f64 {
        self.published + HIDDEN_AT_MOST * f64::from(self.suppressed)
    }

    /// Halfway between: our estimate where a cell is hidden, the published number where none is.
    #[must_use]
    pub fn middle(self) -> f64 {
        f64::midpoint(self.low(), self.high())
    }
}

/// The first year of the counts by council.
pub const FIRST_YEAR: u16 = 2003;

/// The last year published by council in full; its shares carry the estimates.
pub const LAST_YEAR: u16 = 2018;

/// The year by which the mean of March 2023 and March 2024 goes.
pub const LATEST_YEAR: u16 = 2024;

/// What the mean of two years is, and that the years are inferred.
pub const LATEST_NOTE: Text = words::NOTE_LATEST;

/// How the estimate for 2019 to 2022 is made.
pub const ESTIMATE_NOTE: Text = words::NOTE_ESTIMATE;

/// Where the mean of two years is from.
pub static LATEST_SOURCE: &Document = &document::STATSWALES_TWO_YEARS;

/// One area's children looked after: at 31 March 2018 by age, and the other years in all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaCount {
    /// The code of the Office for National Statistics.
    pub code: &'static str,
    /// All of them at 31 March 2018, to the nearest 5.
    pub children: f64,
    /// At 31 March of [`FIRST_YEAR`] to [`LAST_YEAR`], to the nearest 5.
    pub series: [u16; 16],
    /// March 2023 and March 2024 together, as published: see [`AreaCount::latest`].
    pub two_year_sum: u16,
    /// Under 1.
    pub under_1: Band,
    /// Aged 1 to 4.
    pub aged_1_to_4: Band,
    /// Aged 5 to 9.
    pub aged_5_to_9: Band,
    /// Aged 10 to 15.
    pub aged_10_to_15: Band,
    /// Aged 16 and 17.
    pub aged_16_to_17: Band,
    /// Aged 18 and over.
    pub aged_18_over: Band,
}

impl AreaCount {
    /// The published count at 31 March of a year from [`FIRST_YEAR`] to [`LAST_YEAR`].
    #[must_use]
    pub fn count(&self, year: u16) -> Option<f64> {
        let at = usize::from(year.checked_sub(FIRST_YEAR)?);
        self.series.get(at).map(|count| f64::from(*count))
    }

    /// The mean of March 2023 and March 2024: half of their published sum.
    #[must_use]
    pub fn latest(&self) -> f64 {
        f64::from(self.two_year_sum) / 2.0
    }

    /// Our estimate of those aged 3 to 15: the bands from 5 to 15, and the share of the band from 1 to 4 that the register assumes.
    #[must_use]
    pub fn aged_3_to_15(&self) -> f64 {
        self.sum_3_to_15(Band::middle)
    }

    /// Whether that estimate rests on a hidden cell as well.
    #[must_use]
    pub const fn aged_3_to_15_hidden(&self) -> bool {
        self.aged_1_to_4.suppressed + self.aged_5_to_9.suppressed + self.aged_10_to_15.suppressed > 0
    }

    /// The same with hidden cells at their least and at their most.
    #[must_use]
    pub fn aged_3_to_15_range(&self) -> (f64, f64) {
        (self.sum_3_to_15(Band::low), self.sum_3_to_15(Band::high))
    }

    fn sum_3_to_15(&self, end: impl Fn(Band) -> f64) -> f64 {
        end(self.aged_5_to_9) + end(self.aged_10_to_15) + figure::ASSUMPTION_AGED_3_AND_4.value * end(self.aged_1_to_4)
    }
}

/// Wales as published, which is not the sum of the rounded councils.
pub static WALES_2018: &AreaCount = &AREAS_2018[0];

/// The count of Wales or of a council, by its code.
#[must_use]
pub fn of(code: &str) -> Option<&'static AreaCount> {
    AREAS_2018.iter().find(|area| area.code == code)
}

/// Children looked after in one area at 31 March of one year, and how that is known.
#[derive(Clone, Copy, Debug)]
pub struct Children {
    /// How many.
    pub children: f64,
    /// Published, worked out, a mean of two years, or our estimate.
    pub basis: Basis,
    /// Where it is from, or what it is made of.
    pub document: &'static Document,
}

/// Children looked after in Wales or a council at 31 March of a year, by the latest revision. For a council that is published to
/// 2018, estimated for 2019 to 2022 and a mean of two years for 2024; for 2023 alone there is none.
#[must_use]
pub fn children(code: &str, year: u16) -> Option<Children> {
    if code == WALES_2018.code {
        let basis = |count: &Count| if count.status == super::Status::Derived { Basis::WorkedOut } else { Basis::Published };
        return wales(year).map(|count| Children { children: count.latest(), basis: basis(count), document: count.document });
    }
    let area = of(code)?;
    let published = area.count(year).map(|children| Children { children, basis: Basis::Published, document: SOURCE });
    let mean = || Children { children: area.latest(), basis: Basis::MeanOfTwo, document: LATEST_SOURCE };
    let estimated = || estimate(code, year).map(|children| Children { children, basis: Basis::Estimate, document: &document::CLORIAN });
    published.or_else(|| (year == LATEST_YEAR).then(mean)).or_else(estimated)
}

/// Our estimate for a council at 31 March of 2019 to 2022: its share of the sum of the 22 councils in 2018, of the count of Wales in
/// that year. Nothing else may call it anything but an estimate.
#[must_use]
pub fn estimate(code: &str, year: u16) -> Option<f64> {
    let council = AREAS_2018[1..].iter().find(|area| area.code == code)?;
    let councils: f64 = AREAS_2018[1..].iter().map(|area| area.children).sum();
    let wales = wales(year).filter(|count| (LAST_YEAR + 1..LATEST_YEAR - 1).contains(&count.year))?;
    Some(council.children / councils * wales.latest())
}

/// What a council or a report said of one council at 31 March of a year for which there is no table, to stand beside the estimate.
#[must_use]
pub fn reported(code: &str, year: u16) -> Option<&'static Figure> {
    REPORTED.iter().find(|(of, at, _)| *of == code && *at == year).map(|(_, _, figure)| *figure)
}

static REPORTED: [(&str, u16, &Figure); 3] = [
    ("W06000022", 2019, &figure::CHILDREN_NEWPORT_2019),
    ("W06000014", 2019, &figure::CHILDREN_VALE_2019),
    ("W06000014", 2023, &figure::CHILDREN_VALE_2023),
];

/// What was said elsewhere of how many children one council looks after, on a day for which there is no table: to stand beside the rest.
#[must_use]
pub fn heard(code: &str) -> Option<&'static Figure> {
    HEARD.iter().find(|(of, _)| *of == code).map(|(_, figure)| *figure)
}

static HEARD: [(&str, &Figure); 3] = [
    ("W06000015", &figure::CHILDREN_CARDIFF_2019),
    ("W06000020", &figure::CHILDREN_TORFAEN_2025),
    ("W06000022", &figure::CHILDREN_NEWPORT_2020),
];

fn wales(year: u16) -> Option<&'static Count> {
    series::WALES.iter().find(|count| count.year == year)
}
