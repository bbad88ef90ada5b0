//! The numbers of the page before they are put into words.

use crate::model;
use crate::model::Projection;
use crate::present::request::plan as request;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::units::Share;
use crate::units::Year;

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
    /// The programmes that are on as the model was told of them, by their places in the plan, each with what it comes to.
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
            levers: request::told(scenario).into_iter().zip(projection.levers).collect(),
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
        // Where foster care with agencies is told apart it stands last, and is shown with the rest of foster care, which stands first.
        in_care.care.iter().enumerate().for_each(|(at, years)| care[at % WIDE] += years.value());
        let mut spend = [0.0; WIDE];
        in_care.spend.iter().enumerate().for_each(|(at, pounds)| spend[at % WIDE] += pounds.value() * price);
        side.care.push(care);
        side.spend.push(spend);
        side.closing.push(in_care.closing.value());
        side.grant.push(in_care.grant.map(|grant| grant.value() * price));
    }
    side
}

/// What a pound of 2018-19 is in the money of a year, by its position: itself, or in cash what it is then.
pub fn price(scenario: &Scenario, year: i32) -> f64 {
    if scenario.option(Id::Money) == 0 { 1.0 } else { scenario.pound_in(scenario.start().year + year) }
}

/// The same of a year by its position among those shown.
pub fn price_at(scenario: &Scenario, at: usize) -> f64 {
    i32::try_from(at).map_or(1.0, |at| price(scenario, at))
}

/// The projection of the whole budget.
pub fn project(scenario: &Scenario) -> Projection {
    model::project(&request::budget(scenario).settled())
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
