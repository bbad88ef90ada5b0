//! Uncertainty: what a scenario comes to where its numbers are known only within ranges. Draws are triangular and quasi-random, each made
//! from its place in the sequence alone, so that the same ranges always give the same fan, in one go or a piece at a time. Knows no
//! clock and no chance.
//!
//! Section 6 of `METHOD.md`.

use super::Scenario;
use super::drawing::Drawing;
use super::outcome::Outcome;
use crate::units::order::order;
use crate::units::{Children, Pounds, Share, Year};

pub use super::drawing::{Range, triangular};

/// The most draws that a request may ask for.
pub const MOST_DRAWS: u32 = 100_000;

/// Results of one kind, each once: told in the order in which they stand here.
macro_rules! told {
    ($(#[$about:meta])* $name:ident, $wide:literal: $($(#[$doc:meta])* $field:ident,)+) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct $name<T> {
            $($(#[$doc])* pub $field: T,)+
        }

        impl<T: Copy> $name<T> {
            /// How many numbers there are.
            pub const WIDE: usize = $wide;

            /// All of them, in their order.
            #[must_use]
            pub const fn all(&self) -> [T; $wide] {
                [$(self.$field),+]
            }

            /// The same from all of them.
            #[must_use]
            pub const fn of([$($field),+]: [T; $wide]) -> Self {
                Self { $($field),+ }
            }
        }
    };
}

told! {
    /// What a year comes to beside children and the running total: a number each, or what is told of its spread.
    Told, 13:
    /// Children fewer in care at the close than without the levers.
    fewer,
    /// Pounds avoided less cost.
    net,
    /// Pounds spent on care, without the levers.
    spend_without,
    /// The same with the levers, whether or not what they avoid counts as money; before their cost.
    spend_with,
    /// Care and levers together: pounds spent without the levers, less their net.
    bill,
    /// Pounds spent for each child-year of care, without the levers.
    each_without,
    /// The same with them.
    each_with,
    /// The grant that follows the children, with the levers.
    grant,
    /// Child-years of care, without the levers.
    care_without,
    /// The same with them.
    care_with,
    /// Children in care at the close, without the levers.
    closing_without,
    /// Pounds that the levers cost.
    cost,
    /// Pounds avoided.
    avoided,
}

told! {
    /// What levers come to, brought to the first year, in pounds: a number each, or what is told of its spread.
    Present, 3:
    /// What they cost.
    cost,
    /// The spending on care that they avoid, where that counts as money.
    avoided,
    /// Avoided less cost.
    net,
}

/// The other results of each draw.
#[derive(Default)]
struct Results {
    /// A row for each draw.
    years: Vec<[f64; Told::<f64>::WIDE]>,
    /// Child-years and spending of each placement in each year, with the levers, a row for each draw.
    placements: Vec<[f64; 2]>,
    ratio: Vec<f64>,
    payback: Vec<f64>,
    /// For each draw all levers together, then each.
    present: Vec<[f64; 3]>,
}

/// A fan in the making.
pub struct Simulation {
    drawing: Drawing,
    draws: u32,
    outcome: Outcome,
    /// Children at each close, a row for each draw.
    children: Vec<f64>,
    cumulative_net: Vec<f64>,
    npv: Vec<f64>,
    /// Where they are asked for.
    results: Option<Results>,
}

impl Simulation {
    /// Nothing drawn yet. Ranges that are tied, by their positions, move together: one draw puts each at the same quantile. The order in
    /// which ranges and ties are given changes no draw.
    #[must_use]
    pub fn new(scenario: Scenario, ranges: &[Range], ties: &[Vec<usize>]) -> Self {
        Self {
            drawing: Drawing::new(scenario, ranges, ties),
            draws: 0,
            outcome: Outcome::default(),
            children: Vec::new(),
            cumulative_net: Vec::new(),
            npv: Vec::new(),
            results: None,
        }
    }

    /// The same, to tell every result of a scenario and not only those of a fan, for about as much time again.
    #[must_use]
    pub fn of_every_result(self) -> Self {
        Self { results: Some(Results::default()), outcome: Outcome::of_placements(), ..self }
    }

    /// How many draws have been made.
    #[must_use]
    pub const fn draws(&self) -> u32 {
        self.draws
    }

    /// NPV of each draw so far.
    #[must_use]
    pub fn npv(&self) -> &[f64] {
        &self.npv
    }

    /// Children in care at the close of year `y`, with the levers, of each draw so far.
    pub fn children(&self, y: u16) -> impl Iterator<Item = f64> {
        self.children.iter().copied().skip(usize::from(y)).step_by(usize::from(self.drawing.scenario.years).max(1))
    }

    /// Makes so many draws more.
    pub fn advance(&mut self, draws: u32) {
        for _ in 0..draws {
            self.drawing.draw(self.draws);
            self.outcome.work_out(&self.drawing.drawn);
            self.children.extend_from_slice(&self.outcome.closing);
            self.cumulative_net.extend_from_slice(&self.outcome.cumulative_net);
            self.npv.push(self.outcome.npv);
            if let Some(results) = &mut self.results {
                results.years.extend(self.outcome.told(&self.drawing.drawn).map(|year| year.all()));
                results.placements.extend_from_slice(self.outcome.placements());
                results.ratio.push(self.outcome.ratio);
                results.payback.push(self.outcome.payback(&self.drawing.drawn));
                results.present.extend(self.outcome.present.iter().map(Present::all));
            }
            self.draws += 1;
        }
    }

    /// What the draws so far come to; 0 everywhere where there are none.
    #[must_use]
    pub fn finish(&self) -> Simulated {
        let saving = self.npv.iter().filter(|npv| **npv > 0.0).count();
        let mut column = Vec::with_capacity(self.npv.len());
        let mut spread = |rows: &[f64], at: usize, width: usize| {
            column.clear();
            column.extend(rows.iter().skip(at).step_by(width));
            percentiles(&mut column)
        };
        let years = usize::from(self.drawing.scenario.years);
        Simulated {
            years: (0..self.drawing.scenario.years)
                .map(|y| SpreadYear {
                    year: self.drawing.scenario.first_year.plus(y),
                    children: spread(&self.children, usize::from(y), years).map(Children::new),
                    cumulative_net: spread(&self.cumulative_net, usize::from(y), years).map(Pounds::new),
                })
                .collect(),
            chance_of_saving: Share::new(number(saving) / number(self.npv.len())),
            npv: spread(&self.npv, 0, 1).map(Pounds::new),
            tornado: self.tornado(),
        }
    }

    /// What the draws so far come to beside the fan, where that was asked for. `prices` is what a pound of each year is worth in the money that the
    /// running total is told in; 1 where there is none.
    #[must_use]
    pub fn results(&self, prices: &[f64]) -> Option<SpreadResults> {
        let results = self.results.as_ref()?;
        let years = usize::from(self.drawing.scenario.years);
        let of = |column: &mut dyn Iterator<Item = f64>| percentiles(&mut column.collect::<Vec<f64>>());
        let told = |y: usize| Told::of(std::array::from_fn(|at| of(&mut results.years.iter().skip(y).step_by(years).map(|row| row[at]))));
        let levers = self.drawing.scenario.levers.len() + 1;
        let present = |lever: usize| {
            Present::of(std::array::from_fn(|at| of(&mut results.present.iter().skip(lever).step_by(levers).map(|row| row[at]))))
        };
        let width = self.drawing.scenario.baseline.placements.len() * years;
        let placement = |at: usize| [0, 1].map(|what| of(&mut results.placements.iter().skip(at).step_by(width).map(|row| row[what])));
        let mut so_far = vec![0.0; self.npv.len()];
        let mut running = |y: usize| {
            let price = prices.get(y).copied().unwrap_or(1.0);
            let nets = results.years.iter().skip(y).step_by(years).map(|row| Told::of(*row).net * price);
            so_far.iter_mut().zip(nets).for_each(|(sum, net)| *sum += net);
            of(&mut so_far.iter().copied())
        };
        Some(SpreadResults {
            running: (0..years).map(&mut running).collect(),
            placements: (0..width).map(placement).collect(),
            ratio: of(&mut results.ratio.iter().copied()),
            payback: of(&mut results.payback.iter().copied()),
            years: (0..years).map(told).collect(),
            present: present(0),
            levers: (1..levers).map(present).collect(),
        })
    }

    fn tornado(&self) -> Vec<Swing> {
        let (mut there, mut outcome) = (self.drawing.scenario.clone(), Outcome::default());
        let mut npv = |group: &[usize], highest: bool| {
            there.clone_from(&self.drawing.scenario);
            self.drawing.put_at_end(group, highest, &mut there);
            outcome.work_out(&there);
            Pounds::new(outcome.npv)
        };
        let groups: Vec<&Vec<usize>> = self.drawing.groups().collect();
        let ends: Vec<(Pounds, Pounds)> = groups.iter().map(|group| (npv(group, false), npv(group, true))).collect();
        let swing = |at: usize| (ends[at].1 - ends[at].0).value().abs();
        let largest_first = order(ends.len(), &|a, b| swing(b).total_cmp(&swing(a)));
        let found = |at: usize| Swing { ranges: groups[at].clone(), low: ends[at].0, high: ends[at].1 };
        largest_first.into_iter().map(found).collect()
    }
}

/// What the draws come to: three numbers are a 10th, 50th and 90th percentile.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulated {
    /// Year by year.
    pub years: Vec<SpreadYear>,
    /// Avoided less cost, brought to the first year.
    pub npv: [Pounds; 3],
    /// The share of the draws in which that is above 0.
    pub chance_of_saving: Share,
    /// What each number moves by itself, the largest swing first.
    pub tornado: Vec<Swing>,
}

/// One year of a fan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpreadYear {
    /// The financial year.
    pub year: Year,
    /// Children in care at its close, with the levers.
    pub children: [Children; 3],
    /// Avoided less cost, of this year and all before it.
    pub cumulative_net: [Pounds; 3],
}

/// The spread of every result beside the fan.
#[derive(Clone, Debug, PartialEq)]
pub struct SpreadResults {
    /// Pounds avoided for each of cost, both brought to the first year; 0 where there is no cost.
    pub ratio: [f64; 3],
    /// The year in which the running total turns for good, counted from the first; as many as there are years where it never does.
    pub payback: [f64; 3],
    /// Year by year.
    pub years: Vec<Told<[f64; 3]>>,
    /// Avoided less cost of each year and all before it, in the money that was asked for.
    pub running: Vec<[f64; 3]>,
    /// Child-years and spending of each placement in each year, with the levers, a row of placements for each year. A part is in its placement.
    pub placements: Vec<[[f64; 3]; 2]>,
    /// What the levers come to together.
    pub present: Present<[f64; 3]>,
    /// What each comes to, in the order in which they are taken.
    pub levers: Vec<Present<[f64; 3]>>,
}

/// NPV with one number, or some that are tied, at its lowest and at its highest, and all others as the scenario has them.
#[derive(Clone, Debug, PartialEq)]
pub struct Swing {
    /// Positions of the ranges, in the order of their tie.
    pub ranges: Vec<usize>,
    /// NPV at the lowest.
    pub low: Pounds,
    /// NPV at the highest.
    pub high: Pounds,
}

/// The 10th, 50th and 90th percentile: `q` of the way from the first to the last of the values in order, in a straight line between the
/// two values on either side. 0 where there are no values.
#[must_use]
pub fn percentiles(values: &mut [f64]) -> [f64; 3] {
    [1, 5, 9].map(|tenths| {
        let Some(last) = values.len().checked_sub(1) else { return 0.0 };
        let (at, between) = (tenths * last / 10, tenths * last % 10);
        let (_, value, above) = values.select_nth_unstable_by(at, f64::total_cmp);
        let value = *value;
        let next = above.iter().copied().fold(f64::INFINITY, f64::min);
        if between == 0 { value } else { value + (next - value) * (number(between) / 10.0) }
    })
}

#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^53 draws")]
const fn number(count: usize) -> f64 {
    count as f64
}
