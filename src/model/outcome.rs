//! The few numbers of a projection that uncertainty is told in, worked out by the same steps as [`super::project()`] and to the same
//! last bit, but without the rest: a fan asks for them ten thousand times.

use super::Scenario;
use super::lever::{CohortYear, Course, Left, Lever};
use super::placement::Table;
use super::project::{discount, saved};
use super::stock::{StockYear, stock};

/// What a scenario comes to, in brief; each list has one number a year.
#[derive(Default)]
pub(super) struct Outcome {
    /// Children in care at the close, with the levers.
    pub closing: Vec<f64>,
    /// Pounds avoided less cost, of a year and all before it.
    pub cumulative_net: Vec<f64>,
    /// Pounds avoided less cost, brought to the first year.
    pub npv: f64,
    years: Vec<Money>,
    cohort: Vec<CohortYear>,
    gross: Vec<f64>,
}

/// The levers' money in one year.
struct Money {
    discount: f64,
    cost: f64,
    avoided: f64,
    out_of_care: f64,
}

impl Outcome {
    /// Works a scenario out anew.
    pub(super) fn work_out(&mut self, scenario: &Scenario) {
        let stock = stock(scenario);
        let table = Table::new(scenario);
        let mut left = Left::new(&table, &stock);
        self.years.clear();
        self.years.extend((0..scenario.years).map(|y| Money {
            discount: discount(scenario, y),
            cost: 0.0,
            avoided: 0.0,
            out_of_care: 0.0,
        }));
        self.gross.resize(stock.len(), 0.0);
        let (mut cost, mut avoided) = (0.0, 0.0);
        for (at, lever) in scenario.levers.iter().enumerate() {
            let course = Course::new(scenario, lever, &table, &stock, &left);
            self.cohort.clear();
            course.follow(lever.effect().value(), true, &mut self.gross, |_, year| self.cohort.push(year));
            // Nobody takes what the last one leaves.
            if at + 1 < scenario.levers.len() {
                left.take(lever, &table, &self.cohort);
            }
            let (present_cost, present_avoided) = self.add(scenario, lever, &table);
            cost += present_cost;
            avoided += present_avoided;
        }
        self.npv = avoided - cost;
        self.follow_years(&stock);
    }

    /// Adds a lever to its years, and gives its cost and what it avoids, brought to the first year.
    fn add(&mut self, scenario: &Scenario, lever: &Lever, table: &Table) -> (f64, f64) {
        let (realised, leaves_care) = (scenario.realised().value(), lever.leaves_care());
        let (mut present_cost, mut present_avoided) = (0.0, 0.0);
        for (((y, n), cohort), year) in (0..).zip(0..scenario.years).zip(&self.cohort).zip(&mut self.years) {
            let cost = lever.annual_cost.value() * lever.scale(scenario.first_year.plus(n));
            let avoided = cohort.care_years * (saved(lever, table, y).value() * realised);
            present_cost += cost * year.discount;
            present_avoided += avoided * year.discount;
            year.cost += cost;
            year.avoided += avoided;
            if leaves_care {
                year.out_of_care += cohort.closing;
            }
        }
        (present_cost, present_avoided)
    }

    fn follow_years(&mut self, stock: &[StockYear]) {
        self.closing.clear();
        self.cumulative_net.clear();
        let mut cumulative_net = 0.0;
        for (year, stock) in self.years.iter().zip(stock) {
            cumulative_net += year.avoided - year.cost;
            self.closing.push(stock.closing.value() - year.out_of_care);
            self.cumulative_net.push(cumulative_net);
        }
    }
}
