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
    /// What a pound of 2018-19 is in the money of a financial year, which is named by the year that it starts in: so much more as general
    /// prices rose, by the published index as far as that goes and by the visitor's inflation after. Before 2018-19, where there is no index,
    /// it is a pound.
    #[must_use]
    pub fn pound_in(&self, year: i32) -> f64 {
        let last = PRICE_YEAR + 6;
        let at = usize::try_from((year - PRICE_YEAR).max(0)).unwrap_or(0);
        let published = GENERAL.get(at).map_or(&figure::DEFLATOR_2024, |price| *price);
        let since = published.value / figure::DEFLATOR_2018.value;
        since * (1.0 + self.value(Id::Inflation)).powi((year - last).max(0))
    }

    /// What one child costs for a year in a group of placements by the visitor's own figures, at the prices of 2018-19. A cost of no year is
    /// taken to be at those.
    #[must_use]
    pub fn own_cost(&self, group: Group) -> Option<f64> {
        self.own().unit_cost(self.place().key(), group).map(|cost| self.at_constant_prices(&cost))
    }

    /// A cost of the visitor's own at the prices of 2018-19.
    #[must_use]
    pub fn at_constant_prices(&self, cost: &UnitCost) -> f64 {
        // A year of one's own figures is that of the 31 March on which it ended.
        cost.year.map_or(cost.pounds, |ended| cost.pounds / self.pound_in(i32::from(ended) - 1))
    }
}
