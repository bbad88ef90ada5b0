//! Children looked after by council and by age, 31 March 2018, the latest year for which a whole table by council was found.
//!
//! Published to the nearest 5, so parts need not add up to their total; `*` in the source is fewer than 5 and is kept as what it is:
//! a [`Band`] says how many of its cells are hidden, its least, its most, and the middle that sums use.

use super::{Document, document, figure};

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

/// One area's children looked after at 31 March 2018.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaCount {
    /// The code of the Office for National Statistics.
    pub code: &'static str,
    /// All of them, to the nearest 5.
    pub children: f64,
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
