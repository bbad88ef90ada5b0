//! The few numbers of a projection that uncertainty is told in, worked out by the same steps as [`super::project()`] and to the same
//! last bit, but without the rest: a fan asks for them ten thousand times.

use super::Grant;
use super::Scenario;
use super::lever::{CohortYear, Course, Left, Lever};
use super::money::payback_year;
use super::placement::Table;
use super::project::{discount, saved};
use super::stock::{StockYear, stock};
use super::uncertainty::{Present, Told};
use crate::units::Pounds;

/// What a scenario comes to, in brief; each list has one number a year.
#[derive(Default)]
pub(super) struct Outcome {
    /// Children in care at the close, with the levers.
    pub closing: Vec<f64>,
    /// Pounds avoided less cost, of a year and all before it.
    pub cumulative_net: Vec<f64>,
    /// Pounds avoided less cost, brought to the first year.
    pub npv: f64,
    /// Pounds avoided for each of cost, both brought to the first year; 0 where there is no cost.
    pub ratio: f64,
    /// What the levers come to, all together and then each: pounds brought to the first year.
    pub present: Vec<Present<f64>>,
    years: Vec<Money>,
    cohort: Vec<CohortYear>,
    gross: Vec<f64>,
    /// Child-years and what they cost, with the levers, in each placement of each year, in rows; a part counts with its placement. Only where they
    /// are asked for.
    placements: Option<Vec<[f64; 2]>>,
}

/// The levers' money in one year.
struct Money {
    discount: f64,
    cost: f64,
    avoided: f64,
    /// Children out of care at the close, and child-years of theirs.
    out_of_care: f64,
    care_years: f64,
    /// What care would have cost that is not given, whether or not it counts as money.
    spared: f64,
    /// Child-years of care without the levers, and what they cost.
    care: f64,
    without: f64,
}

/// The placements of a scenario before a part of one of them stands behind them.
struct Whole {
    placements: usize,
    /// Which placement that is a part of.
    part: usize,
}

impl Whole {
    fn add(&self, all: &mut [[f64; 2]], (y, p): (usize, usize), care: f64, cost: f64) {
        let [years, pounds] = &mut all[y * self.placements + if p < self.placements { p } else { self.part }];
        *years += care;
        *pounds += care * cost;
    }
}

impl Outcome {
    /// One that tells of placements too.
    pub(super) fn of_placements() -> Self {
        Self { placements: Some(Vec::new()), ..Self::default() }
    }

    /// What they come to, where that was asked for.
    pub(super) fn placements(&self) -> &[[f64; 2]] {
        self.placements.as_deref().unwrap_or_default()
    }

    /// Works a scenario out anew.
    pub(super) fn work_out(&mut self, scenario: &Scenario) {
        let part = scenario.baseline.part.as_ref().map_or(0, |part| part.of);
        let whole = Whole { placements: scenario.baseline.placements.len(), part };
        let settled = (!scenario.is_settled()).then(|| scenario.clone().settled());
        let scenario = settled.as_ref().unwrap_or(scenario);
        let stock = stock(scenario);
        let table = Table::new(scenario);
        if let Some(placements) = &mut self.placements {
            placements.clear();
            placements.resize(whole.placements * stock.len(), [0.0; 2]);
            for (y, year) in stock.iter().enumerate() {
                let care = year.care_years.value();
                for (p, (share, cost)) in table.mean_mix(y).iter().zip(table.unit_cost(y)).enumerate() {
                    whole.add(placements, (y, p), share * care, *cost);
                }
            }
        }
        let mut left = Left::new(&table, &stock);
        self.years.clear();
        self.years.extend((0..scenario.years).map(|y| Money {
            discount: discount(scenario, y),
            cost: 0.0,
            avoided: 0.0,
            out_of_care: 0.0,
            care_years: 0.0,
            spared: 0.0,
            care: 0.0,
            without: 0.0,
        }));
        self.gross.resize(stock.len(), 0.0);
        self.present.clear();
        self.present.push(Present::default());
        for (at, lever) in scenario.levers.iter().enumerate() {
            let course = Course::new(scenario, lever, &table, &stock, &left);
            self.cohort.clear();
            course.follow(lever.effect().value(), true, &mut self.gross, |_, year| self.cohort.push(year));
            // Nobody takes what the last one leaves.
            if at + 1 < scenario.levers.len() {
                left.take(lever, &table, &self.cohort);
            }
            let own = self.add(scenario, lever, &table);
            for (y, cohort) in self.cohort.iter().enumerate() {
                let Some(placements) = &mut self.placements else { break };
                let cost = table.unit_cost(y);
                lever.effects(table.mean_mix(y), |p, change| whole.add(placements, (y, p), change * cohort.care_years, cost[p]));
            }
            self.present.push(own);
        }
        let (cost, avoided) = self.present.iter().fold((0.0, 0.0), |(cost, avoided), own| (cost + own.cost, avoided + own.avoided));
        self.npv = avoided - cost;
        self.present[0] = Present { cost, avoided, net: self.npv };
        self.ratio = if cost > 0.0 { Pounds::new(avoided / cost).value() } else { 0.0 };
        self.follow_years(&stock, &table);
    }

    /// Adds a lever to its years, and gives what it comes to, brought to the first year.
    fn add(&mut self, scenario: &Scenario, lever: &Lever, table: &Table) -> Present<f64> {
        let (realised, leaves_care) = (scenario.realised().value(), lever.leaves_care());
        let (mut present_cost, mut present_avoided) = (0.0, 0.0);
        for (((y, n), cohort), year) in (0..).zip(0..scenario.years).zip(&self.cohort).zip(&mut self.years) {
            let cost = lever.annual_cost.value() * lever.scale(scenario.first_year.plus(n));
            let saved = saved(lever, table, y).value();
            let avoided = cohort.care_years * (saved * realised);
            year.spared += cohort.care_years * saved;
            present_cost += cost * year.discount;
            present_avoided += avoided * year.discount;
            year.cost += cost;
            year.avoided += avoided;
            if leaves_care {
                year.out_of_care += cohort.closing;
                year.care_years += cohort.care_years;
            }
        }
        Present { cost: present_cost, avoided: present_avoided, net: present_avoided - present_cost }
    }

    fn follow_years(&mut self, stock: &[StockYear], table: &Table) {
        self.closing.clear();
        self.cumulative_net.clear();
        let mut cumulative_net = 0.0;
        for (at, (year, stock)) in self.years.iter_mut().zip(stock).enumerate() {
            year.care = stock.care_years.value();
            year.without = table.mean_mix(at).iter().zip(table.unit_cost(at)).map(|(share, cost)| share * year.care * cost).sum();
            cumulative_net += year.avoided - year.cost;
            self.closing.push(stock.closing.value() - year.out_of_care);
            self.cumulative_net.push(cumulative_net);
        }
    }

    /// The year in which the running total turns for good, counted from the first; as many as there are years where it never does.
    pub(super) fn payback(&self, scenario: &Scenario) -> f64 {
        let money = self.years.iter().map(|year| (Pounds::new(year.avoided), Pounds::new(year.cost)));
        let year = payback_year(scenario.first_year, money);
        year.map_or(f64::from(scenario.years), |year| f64::from(year.value() - scenario.first_year.value()))
    }

    /// The other results of each year of a scenario that was worked out. They are not needed for a fan alone.
    pub(super) fn told<'a>(&'a self, scenario: &'a Scenario) -> impl Iterator<Item = Told<f64>> + 'a {
        let opening = |at: usize| at.checked_sub(1).map_or(scenario.baseline.children.value(), |before| self.closing[before]);
        self.years.iter().enumerate().map(move |(at, year)| {
            let (with, net) = (year.without - year.spared, year.avoided - year.cost);
            let each = |spend: f64, care: f64| if care > 0.0 { spend / care } else { 0.0 };
            let grant =
                |grant: Grant| grant.rate.value() * grant.eligible_share.value() * opening(at.saturating_sub(usize::from(grant.lag_years)));
            Told {
                fewer: year.out_of_care,
                net,
                spend_without: year.without,
                spend_with: with,
                bill: year.without - net,
                each_without: each(year.without, year.care),
                each_with: each(with, year.care - year.care_years),
                grant: scenario.grant.map_or(0.0, grant),
                care_without: year.care,
                care_with: year.care - year.care_years,
                closing_without: self.closing[at] + year.out_of_care,
                cost: year.cost,
                avoided: year.avoided,
            }
        })
    }
}
