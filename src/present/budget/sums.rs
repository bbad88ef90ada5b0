//! The numbers of the page before they are put into words.

use crate::evidence::figure;
use crate::model;
use crate::model::Projection;
use crate::present::request::plan as request;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::units::Share;
use crate::units::Year;

/// The first calendar year of the year whose prices all money is in: 2018-19.
const PRICE_YEAR: i32 = 2018;

/// How many placements there are.
pub const WIDE: usize = request::PLACEMENTS.len();

/// One path of the budget, year by year, in the money that the page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side {
    /// Child-years in each placement.
    pub care: Vec<[f64; WIDE]>,
    /// Spend on each.
    pub spend: Vec<[f64; WIDE]>,
    /// Children looked after at the close.
    pub closing: Vec<f64>,
    /// The grant that follows the children, where there is one.
    pub grant: Vec<Option<f64>>,
}

impl Side {
    /// Spend on all placements in a year.
    pub fn total(&self, year: usize) -> f64 {
        self.spend.get(year).map_or(0.0, |spend| spend.iter().sum())
    }

    /// Spend for each child-year of care in a year, where there is any.
    pub fn each(&self, year: usize) -> Option<f64> {
        let care: f64 = self.care.get(year)?.iter().sum();
        (care > 0.0).then(|| self.total(year) / care)
    }
}

/// The numbers of the page, from the projection.
#[derive(Debug)]
pub struct Sums {
    /// The first financial year, by the year it starts in.
    pub first_year: i32,
    /// With nothing done.
    pub without: Side,
    /// With the plan.
    pub with: Side,
    /// What the plan costs, year by year.
    pub cost: Vec<f64>,
    /// What it avoids.
    pub avoided: Vec<f64>,
    /// The programmes that are on, by their places in the plan, each with what it comes to.
    pub levers: Vec<(usize, model::ProjectedLever)>,
    /// Cost and avoided spend, brought to the first year at constant prices.
    pub present: model::money::PresentValue,
    /// The year in which the running total turns for good.
    pub payback: Option<i32>,
}

impl Sums {
    /// The numbers of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let projection = project(scenario);
        let (years, totals) = (&projection.years, projection.totals);
        let in_money =
            |amounts: Vec<f64>| -> Vec<f64> { (0..).zip(amounts).map(|(year, amount)| amount * price(scenario, year)).collect() };
        Self {
            first_year: scenario.start().year,
            without: side(scenario, years, |year| &year.baseline),
            with: side(scenario, years, |year| &year.scenario),
            cost: in_money(years.iter().map(|year| year.programme_cost.value()).collect()),
            avoided: in_money(years.iter().map(|year| year.avoided.value()).collect()),
            levers: scenario.running().zip(projection.levers).collect(),
            present: totals.present_value,
            payback: totals.payback_year.map(Year::value),
        }
    }

    /// Avoided less cost, brought to the first year.
    pub fn npv(&self) -> f64 {
        self.present.net_present_value().value()
    }

    /// Avoided less cost in a year.
    pub fn net(&self, year: usize) -> f64 {
        self.avoided.get(year).unwrap_or(&0.0) - self.cost.get(year).unwrap_or(&0.0)
    }

    /// What care and programmes cost together in a year, with the plan: of what is avoided, what counts as money is taken off.
    pub fn bill(&self, year: usize) -> f64 {
        self.without.total(year) - self.net(year)
    }

    /// Avoided less cost, added up year by year.
    pub fn running(&self) -> Vec<f64> {
        let mut sum = 0.0;
        (0..self.cost.len())
            .map(|year| {
                sum += self.net(year);
                sum
            })
            .collect()
    }

    /// The position of the last year.
    pub fn last(&self) -> usize {
        self.cost.len().saturating_sub(1)
    }

    /// A year by its position.
    pub fn year(&self, at: usize) -> i32 {
        self.first_year + i32::try_from(at).unwrap_or(0)
    }
}

fn side(scenario: &Scenario, years: &[model::ProjectedYear], of: fn(&model::ProjectedYear) -> &model::InCare) -> Side {
    let mut side = Side::default();
    for (at, year) in (0..).zip(years) {
        let (in_care, price) = (of(year), price(scenario, at));
        let mut care = [0.0; WIDE];
        care.iter_mut().zip(&in_care.care).for_each(|(all, care)| *all = care.value());
        let mut spend = [0.0; WIDE];
        spend.iter_mut().zip(&in_care.spend).for_each(|(all, spend)| *all = spend.value() * price);
        side.care.push(care);
        side.spend.push(spend);
        side.closing.push(in_care.closing.value());
        side.grant.push(in_care.grant.map(|grant| grant.value() * price));
    }
    side
}

/// What a pound of 2018-19 is in the money of a year: itself, or in cash so much more as general prices rose, by the published index as far as
/// that goes (before it begins, not at all) and by the visitor's inflation after.
pub fn price(scenario: &Scenario, year: i32) -> f64 {
    if scenario.option(Id::Money) == 0 {
        return 1.0;
    }
    let (year, last) = (scenario.start().year + year, PRICE_YEAR + i32::try_from(GENERAL_PRICES.len()).unwrap_or(1) - 1);
    let published = usize::try_from((year - PRICE_YEAR).max(0))
        .ok()
        .and_then(|at| GENERAL_PRICES.get(at))
        .map_or(&figure::DEFLATOR_2024, |price| *price);
    let since = published.value / figure::DEFLATOR_2018.value;
    since * (1.0 + scenario.value(Id::Inflation)).powi((year - last).max(0))
}

/// General prices as published, from the year whose prices all money is in.
static GENERAL_PRICES: [&crate::evidence::Figure; 7] = [
    &figure::DEFLATOR_2018,
    &figure::DEFLATOR_2019,
    &figure::DEFLATOR_2020,
    &figure::DEFLATOR_2021,
    &figure::DEFLATOR_2022,
    &figure::DEFLATOR_2023,
    &figure::DEFLATOR_2024,
];

/// The projection of the whole budget.
pub fn project(scenario: &Scenario) -> Projection {
    model::project(&request::budget(scenario))
}

/// The net present value of the whole budget, in pounds at constant prices.
#[must_use]
pub fn npv(scenario: &Scenario) -> f64 {
    project(scenario).totals.present_value.net_present_value().value()
}

/// Spending on care in all years together, in pounds at constant prices.
#[must_use]
pub fn spending(scenario: &Scenario) -> f64 {
    project(scenario).totals.spend_scenario.value()
}

/// The share of a year's avoided care that counts as money.
pub fn realised(scenario: &Scenario) -> f64 {
    (Share::new(scenario.value(Id::Cashable)) * Share::new(scenario.value(Id::Optimism)).rest()).value()
}
