//! Uncertainty: what a scenario comes to where its numbers are known only within ranges. Draws are triangular and quasi-random, each made
//! from its place in the sequence alone, so that the same ranges always give the same fan, in one go or a piece at a time. Knows no
//! clock and no chance.
//!
//! Section 6 of `METHOD.md`.

use super::outcome::Outcome;
use super::{Number, Scenario};
use crate::units::order::{order, ordered};
use crate::units::{Children, Pounds, Share, Year};

/// The most draws that a request may ask for.
pub const MOST_DRAWS: u32 = 100_000;

/// What may be known of a number: that it lies between two others, about the scenario's own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Which number.
    pub number: Number,
    /// The lowest that it may be.
    pub low: f64,
    /// The highest.
    pub high: f64,
}

/// A range and the value that is likeliest.
struct Triangle {
    range: Range,
    central: f64,
}

impl Triangle {
    fn new(range: Range, scenario: &mut Scenario) -> Self {
        // Where the scenario has no such number, or one outside the range, the nearest that makes a triangle.
        let (low, high) = (range.low, range.high.max(range.low));
        let central = range.number.read(scenario).unwrap_or(f64::midpoint(low, high)).max(low).min(high);
        Self { range: Range { high, ..range }, central }
    }

    fn at(&self, quantile: f64) -> f64 {
        triangular([self.range.low, self.central, self.range.high], quantile)
    }
}

/// The value below which a share of triangular draws lie (`quantile`, 0 to 1), between the lowest and the highest with the likeliest between them:
/// the inverse of the triangle's distribution. Of what is not plain arithmetic it takes a square root only, which every machine rounds alike.
/// Section 6 of `METHOD.md`.
#[must_use]
pub fn triangular([low, central, high]: [f64; 3], quantile: f64) -> f64 {
    let (width, below, above) = (high - low, central - low, high - central);
    let value =
        if quantile * width < below { low + (quantile * width * below).sqrt() } else { high - ((1.0 - quantile) * width * above).sqrt() };
    value.max(low).min(high)
}

/// What a year comes to beside children and the running total: a number each, or what is told of its spread.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Told<T> {
    /// Children fewer in care at the close than without the levers.
    pub fewer: T,
    /// Pounds avoided less cost.
    pub net: T,
    /// Pounds spent on care, without the levers.
    pub spend_without: T,
    /// The same with the levers, whether or not what they avoid counts as money; before their cost.
    pub spend_with: T,
    /// Care and levers together: pounds spent without the levers, less their net.
    pub bill: T,
    /// Pounds spent for each child-year of care, without the levers.
    pub each_without: T,
    /// The same with them.
    pub each_with: T,
    /// The grant that follows the children, with the levers.
    pub grant: T,
}

impl<T: Copy> Told<T> {
    /// How many numbers there are.
    pub const WIDE: usize = 8;

    /// All of them, in the order in which they are told.
    #[must_use]
    pub const fn all(&self) -> [T; 8] {
        [self.fewer, self.net, self.spend_without, self.spend_with, self.bill, self.each_without, self.each_with, self.grant]
    }

    /// The same from all of them.
    #[must_use]
    pub const fn of([fewer, net, spend_without, spend_with, bill, each_without, each_with, grant]: [T; 8]) -> Self {
        Self { fewer, net, spend_without, spend_with, bill, each_without, each_with, grant }
    }
}

/// What levers come to, brought to the first year, in pounds: a number each, or what is told of its spread.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Present<T> {
    /// What they cost.
    pub cost: T,
    /// The spending on care that they avoid, where that counts as money.
    pub avoided: T,
    /// Avoided less cost.
    pub net: T,
}

impl<T: Copy> Present<T> {
    /// All three, in the order in which they are told.
    #[must_use]
    pub const fn all(&self) -> [T; 3] {
        [self.cost, self.avoided, self.net]
    }

    /// The same from all of them.
    #[must_use]
    pub const fn of([cost, avoided, net]: [T; 3]) -> Self {
        Self { cost, avoided, net }
    }
}

/// The other results of each draw.
#[derive(Default)]
struct Results {
    /// A row for each draw.
    years: Vec<[f64; Told::<f64>::WIDE]>,
    ratio: Vec<f64>,
    payback: Vec<f64>,
    /// For each draw all levers together, then each.
    present: Vec<[f64; 3]>,
}

/// A fan in the making.
pub struct Simulation {
    scenario: Scenario,
    /// The scenario with the numbers of the last draw.
    drawn: Scenario,
    triangles: Vec<Triangle>,
    /// Which ranges one draw moves, by their positions.
    groups: Vec<Vec<usize>>,
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
    pub fn new(mut scenario: Scenario, ranges: &[Range], ties: &[Vec<usize>]) -> Self {
        let triangles = ranges.iter().map(|range| Triangle::new(*range, &mut scenario)).collect();
        Self {
            drawn: scenario.clone(),
            scenario,
            triangles,
            groups: groups(ranges, ties),
            draws: 0,
            outcome: Outcome::default(),
            children: Vec::new(),
            cumulative_net: Vec::new(),
            npv: Vec::new(),
            results: None,
        }
    }

    /// The same, to tell every result of a scenario and not only those of a fan, for half as much time again.
    #[must_use]
    pub fn of_every_result(self) -> Self {
        Self { results: Some(Results::default()), ..self }
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
        self.children.iter().copied().skip(usize::from(y)).step_by(usize::from(self.scenario.years).max(1))
    }

    /// Makes so many draws more.
    pub fn advance(&mut self, draws: u32) {
        for _ in 0..draws {
            for (group, dimension) in self.groups.iter().zip(0..) {
                let quantile = quantile(self.draws, dimension);
                for triangle in group.iter().map(|at| &self.triangles[*at]) {
                    triangle.range.number.put(&mut self.drawn, triangle.at(quantile));
                }
            }
            self.outcome.work_out(&self.drawn);
            self.children.extend_from_slice(&self.outcome.closing);
            self.cumulative_net.extend_from_slice(&self.outcome.cumulative_net);
            self.npv.push(self.outcome.npv);
            if let Some(results) = &mut self.results {
                results.years.extend(self.outcome.told(&self.drawn).map(|year| year.all()));
                results.ratio.push(self.outcome.ratio);
                results.payback.push(self.outcome.payback(&self.drawn));
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
        let years = usize::from(self.scenario.years);
        Simulated {
            years: (0..self.scenario.years)
                .map(|y| SpreadYear {
                    year: self.scenario.first_year.plus(y),
                    children: spread(&self.children, usize::from(y), years).map(Children::new),
                    cumulative_net: spread(&self.cumulative_net, usize::from(y), years).map(Pounds::new),
                })
                .collect(),
            chance_of_saving: Share::new(number(saving) / number(self.npv.len())),
            npv: spread(&self.npv, 0, 1).map(Pounds::new),
            tornado: self.tornado(),
        }
    }

    /// What the draws so far come to beside the fan, where that was asked for.
    #[must_use]
    pub fn results(&self) -> Option<SpreadResults> {
        let results = self.results.as_ref()?;
        let years = usize::from(self.scenario.years);
        let of = |column: &mut dyn Iterator<Item = f64>| percentiles(&mut column.collect::<Vec<f64>>());
        let told = |y: usize| Told::of(std::array::from_fn(|at| of(&mut results.years.iter().skip(y).step_by(years).map(|row| row[at]))));
        let levers = self.scenario.levers.len() + 1;
        let present = |lever: usize| {
            Present::of(std::array::from_fn(|at| of(&mut results.present.iter().skip(lever).step_by(levers).map(|row| row[at]))))
        };
        Some(SpreadResults {
            ratio: of(&mut results.ratio.iter().copied()),
            payback: of(&mut results.payback.iter().copied()),
            years: (0..years).map(told).collect(),
            present: present(0),
            levers: (1..levers).map(present).collect(),
        })
    }

    fn tornado(&self) -> Vec<Swing> {
        let (mut there, mut outcome) = (self.scenario.clone(), Outcome::default());
        let mut npv = |group: &[usize], end: fn(&Triangle) -> f64| {
            there.clone_from(&self.scenario);
            group.iter().map(|at| &self.triangles[*at]).for_each(|triangle| triangle.range.number.put(&mut there, end(triangle)));
            outcome.work_out(&there);
            Pounds::new(outcome.npv)
        };
        let low_and_high = |group: &Vec<usize>| (npv(group, |triangle| triangle.range.low), npv(group, |triangle| triangle.range.high));
        let ends: Vec<(Pounds, Pounds)> = self.groups.iter().map(low_and_high).collect();
        let swing = |at: usize| (ends[at].1 - ends[at].0).value().abs();
        let largest_first = order(ends.len(), &|a, b| swing(b).total_cmp(&swing(a)));
        let found = |at: usize| Swing { ranges: self.groups[at].clone(), low: ends[at].0, high: ends[at].1 };
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

/// The ranges that move together. Each range is in one group; a position that is none, or is in an earlier tie, is left out. They are in
/// order of their numbers, so that a number's draws do not hang on where its range stands.
fn groups(ranges: &[Range], ties: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut free = vec![true; ranges.len()];
    let mut groups = Vec::with_capacity(ranges.len());
    let singles = (0..ranges.len()).map(|at| vec![at]);
    for group in ties.iter().cloned().chain(singles) {
        let group: Vec<usize> = group.into_iter().filter(|at| free.get_mut(*at).is_some_and(std::mem::take)).collect();
        groups.extend((!group.is_empty()).then_some(group));
    }
    let first = |group: &[usize]| group.iter().map(|at| ranges[*at].number).min();
    let all: Vec<&Vec<usize>> = groups.iter().collect();
    ordered(&all, &|a, b| first(a).cmp(&first(b))).into_iter().cloned().collect()
}

/// Draws for which one Sobol sequence of the crate is made. Later ones are from another, which fills the space anew.
const SEQUENCE: u32 = 1 << 16;

/// Where one draw stands in one dimension, above 0 and below 1: an Owen-scrambled Sobol sequence, in whole numbers until the last step.
fn quantile(draw: u32, dimension: u32) -> f64 {
    const STEP: f64 = 1.0 / (1 << 23) as f64;
    let dimensions = sobol_burley::NUM_DIMENSIONS;
    let seed = (draw / SEQUENCE) | (dimension / dimensions) << 16;
    // It is told in steps of 23 digits: the middle of a step stands for it.
    f64::from(sobol_burley::sample(draw % SEQUENCE, dimension % dimensions, seed)) + STEP / 2.0
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
