//! Placements: where the children live, what a year of each costs, and how both move. Knows nothing of levers.
//!
//! Section 2 of `METHOD.md`.

use super::Scenario;
use super::stock::StockYear;
use crate::units::{PoundsPerChildYear, Rate, Share};

/// One kind of placement.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// Its code, as the user's data has it: `foster`, `residential`, …
    pub code: String,
    /// The share of the stock at the opening of the first year; the shares of all placements add up to 1.
    pub share: Share,
    /// The share at the opening of the target year, and after. Not read where there is no target year.
    pub target_share: Share,
    /// What a child-year cost in the first year; children placed with parents may cost nothing.
    pub unit_cost: PoundsPerChildYear,
    /// Real growth of the unit cost a year.
    pub unit_cost_growth: Rate,
}

/// Every share and unit cost of every year, in rows of one number a placement.
#[derive(Clone, Debug)]
pub(super) struct Table {
    width: usize,
    mix: Vec<f64>,
    mean_mix: Vec<f64>,
    unit_cost: Vec<f64>,
}

impl Table {
    /// The table of a scenario.
    pub(super) fn new(scenario: &Scenario) -> Self {
        let placements = &scenario.baseline.placements;
        let (width, years) = (placements.len(), scenario.years);
        let span = scenario.baseline.target_mix_year.map(|by| by.since(scenario.first_year));
        let mut table = Self {
            width,
            mix: Vec::with_capacity(width * (usize::from(years) + 1)),
            mean_mix: Vec::with_capacity(width * usize::from(years)),
            unit_cost: Vec::with_capacity(width * usize::from(years)),
        };
        for y in 0..=years {
            let way = span.map_or(0.0, |span| if i32::from(y) >= span { 1.0 } else { f64::from(y) / f64::from(span) });
            table.mix.extend(placements.iter().map(|p| moved(p.share.value(), p.target_share.value(), way)));
        }
        for y in 0..years {
            let row = usize::from(y) * width;
            table.mean_mix.extend((row..row + width).map(|at| f64::midpoint(table.mix[at], table.mix[at + width])));
            table.unit_cost.extend(placements.iter().map(|p| p.unit_cost.value() * p.unit_cost_growth.factor(y)));
        }
        table
    }

    /// How many placements there are.
    pub(super) const fn width(&self) -> usize {
        self.width
    }

    /// Shares at the opening of year `y`, from 0 to the number of years.
    pub(super) fn mix(&self, y: usize) -> &[f64] {
        &self.mix[y * self.width..(y + 1) * self.width]
    }

    /// The mean of the shares at the opening and the close of year `y`.
    pub(super) fn mean_mix(&self, y: usize) -> &[f64] {
        &self.mean_mix[y * self.width..(y + 1) * self.width]
    }

    /// Unit costs of year `y`.
    pub(super) fn unit_cost(&self, y: usize) -> &[f64] {
        &self.unit_cost[y * self.width..(y + 1) * self.width]
    }

    /// The baseline's children at the close of each year, by placement, in rows.
    pub(super) fn closing(&self, stock: &[StockYear]) -> Vec<f64> {
        let mut closing = Vec::with_capacity(self.width * stock.len());
        for (y, year) in stock.iter().enumerate() {
            closing.extend(self.mix(y + 1).iter().map(|share| share * year.closing.value()));
        }
        closing
    }
}

fn moved(from: f64, to: f64, way: f64) -> f64 {
    if way >= 1.0 { to } else { from + (to - from) * way }
}
