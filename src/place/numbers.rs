//! The numbers of a place, whichever kind it is: of Wales as published, of a council its own, of a region the sum of its councils.
//!
//! A region has a number only where each of its councils has one. Words about them (estimate, mean, not found) are the evidence's.

use super::{Place, WALES_CODE};
use crate::evidence::counts::{self, Children};
use crate::evidence::local::{self, Placements, Under18};
use crate::evidence::rates::{self, RateOf10000};

/// How many children of a place live away from their council or their families, at 31 March 2024 (inferred), to the nearest 5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Away {
    /// All of them, of the same table.
    pub total: f64,
    /// In Wales, but outside the council that looks after them (not: outside the region).
    pub elsewhere_in_wales: f64,
    /// Outside Wales.
    pub outside_wales: f64,
    /// Not with parents, family or friends.
    pub not_with_family: f64,
}

impl Place {
    /// Children looked after at 31 March of a year: [`counts::children`] says which years and how each is known.
    #[must_use]
    pub fn children(self, year: u16) -> Option<Children> {
        let sum = self.sum(|code| counts::children(code, year).map(|children| children.children))?;
        let like = counts::children(self.codes().next()?, year)?;
        Some(Children { children: sum, ..like })
    }

    /// People under 18 in the middle of 2017 to 2020 or of 2024.
    #[must_use]
    pub fn under_18(self, mid_year: u16) -> Option<Under18> {
        let sum = self.sum(|code| local::under_18(code, mid_year).map(|people| people.children))?;
        let like = local::under_18(self.codes().next()?, mid_year)?;
        Some(Under18 { children: sum, ..like })
    }

    /// People of all ages in the middle of 2019, 2020 or 2024.
    #[must_use]
    pub fn all_ages(self, mid_year: u16) -> Option<f64> {
        self.sum(|code| local::all_ages(code, mid_year))
    }

    /// Children looked after for every 10,000 under 18 at 31 March of 2018 to 2021 or of 2024.
    #[must_use]
    pub fn rate(self, year: u16) -> Option<RateOf10000> {
        let mid_year = rates::mid_year(year);
        Some(RateOf10000::new(self.children(year)?, self.under_18(mid_year)?, mid_year, rates::published(self.key(), year)))
    }

    /// Children placed away; none where it was not found for one of the councils.
    #[must_use]
    pub fn away(self) -> Option<Away> {
        let sum = |of: fn(&Placements) -> Option<u16>| self.sum(|code| local::placements(code).and_then(of).map(f64::from));
        Some(Away {
            total: sum(|placements| placements.total)?,
            elsewhere_in_wales: sum(|placements| placements.elsewhere_in_wales)?,
            outside_wales: sum(|placements| placements.outside_wales)?,
            not_with_family: sum(|placements| placements.not_with_family)?,
        })
    }

    /// Children in foster care inside their own council, at 31 March 2024, to the nearest 5.
    #[must_use]
    pub fn foster_inside(self) -> Option<f64> {
        self.sum(|code| local::placements(code).map(|placements| f64::from(placements.foster_inside)))
    }

    /// Mean spending for each child under 18, where Wales is 100: a relative weight only ([`local::SPEND_NOTE`]).
    #[must_use]
    pub fn spend_index(self) -> Option<f64> {
        let per_child = |place: Self| Some(place.sum(local::mean_spend)? / place.under_18(2019)?.children);
        Some(100.0 * per_child(self)? / per_child(Self::Wales)?)
    }

    /// A number of Wales or the council itself, or summed over the region's councils.
    fn sum(self, of: impl Fn(&'static str) -> Option<f64>) -> Option<f64> {
        self.codes().map(of).sum()
    }

    /// The code of Wales, of the council, or of each of the region's councils.
    fn codes(self) -> impl Iterator<Item = &'static str> {
        let wales = (self == Self::Wales).then_some(WALES_CODE);
        let councils = self.councils().map(|council| council.code).filter(move |_| wales.is_none());
        wales.into_iter().chain(councils)
    }
}
