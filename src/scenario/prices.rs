//! Prices in general, from year to year: what brings money to the prices of 2018-19, in which all of it is, and from them to cash.

use crate::evidence::Figure;
use crate::evidence::figure;

use super::Id;
use super::Scenario;
use super::own::Group;
use super::own::readings::UnitCost;

/// The first calendar year of the year whose prices all money is in: 2018-19.
pub const PRICE_YEAR: i32 = 2018;

/// General prices as published (HM Treasury's GDP deflators, by calendar year), from the year whose prices all money is in.
static GENERAL: [&Figure; 7] = [
    &figure::DEFLATOR_2018,
    &figure::DEFLATOR_2019,
    &figure::DEFLATOR_2020,
    &figure::DEFLATOR_2021,
    &figure::DEFLATOR_2022,
    &figure::DEFLATOR_2023,
    &figure::DEFLATOR_2024,
];

impl Scenario {
    /// What a pound of 2018-19 is in the money of a financial year: [`pound`], after the index by the visitor's inflation.
    #[must_use]
    pub fn pound_in(&self, year: i32) -> f64 {
        pound(year, self.value(Id::Inflation))
    }

    /// What one child costs for a year in a group of placements by the visitor's own figures, at the prices of 2018-19. A cost of no year is
    /// taken to be at those.
    #[must_use]
    pub fn own_cost(&self, group: Group) -> Option<f64> {
        self.own().unit_cost(self.place().key(), group).map(|cost| at_constant_prices(&cost))
    }
}

/// What a pound of 2018-19 is in the money of a financial year, which is named by the year that it starts in: so much more as general prices
/// rose, by the published index as far as that goes and by so much inflation a year after. Before 2018-19, where there is no index, it is a pound.
fn pound(year: i32, inflation: f64) -> f64 {
    let after = usize::try_from((year - PRICE_YEAR).max(0)).unwrap_or(0);
    let at = after.min(GENERAL.len() - 1);
    let beyond = i32::try_from(after - at).unwrap_or(0);
    GENERAL[at].value / figure::DEFLATOR_2018.value * (1.0 + inflation).powi(beyond)
}

/// A cost of the visitor's own at the prices of 2018-19; after the index by the inflation that the evidence assumes, so that no answer at constant
/// prices hangs on what is chosen for cash.
#[must_use]
pub fn at_constant_prices(cost: &UnitCost) -> f64 {
    // A year of one's own figures is that of the 31 March on which it ended.
    cost.year.map_or(cost.pounds, |ended| cost.pounds / pound(i32::from(ended) - 1, figure::ASSUMPTION_INFLATION.value))
}
