//! How far two scenarios are apart when what is uncertain in both is drawn alike: of each draw the results of the one less those of the other. What only
//! one of them is uncertain of is drawn by itself. Knows no clock and no chance.
//!
//! Section 6 of `METHOD.md`, reading 27.

use super::drawing::{Drawing, Range};
use super::number::Number;
use super::outcome::Outcome;
use super::uncertainty::percentiles;
use super::{Baseline, Scenario};

/// How many results are told of.
pub const RESULTS: usize = 12;

/// What they are called in the contract, in their order: those of the whole first, then those of the first year and of the last.
pub const NAMES: [&str; RESULTS] = [
    "npv",
    "pv_cost",
    "pv_avoided",
    "benefit_cost_ratio",
    "payback_year",
    "net_first",
    "net_last",
    "children_end",
    "spend_first",
    "spend_last",
    "spend_per_child_year_last",
    "grant_last",
];

/// Added to a dimension of the other's where the one has something else in it.
pub(super) const BESIDE: u32 = 1 << 17;

/// The difference in the making.
pub struct Difference {
    one: Drawing,
    other: Drawing,
    outcome: Outcome,
    draws: u32,
    /// By how much the one has more than the other, a row for each draw.
    more: Vec<[f64; RESULTS]>,
}

impl Difference {
    /// Of one scenario against another, each with its ranges and its ties; nothing drawn yet.
    #[must_use]
    pub fn new(one: (Scenario, &[Range], &[Vec<usize>]), other: (Scenario, &[Range], &[Vec<usize>])) -> Self {
        let [one, other] = [one, other].map(|(scenario, ranges, ties)| Drawing::new(scenario, ranges, ties));
        let names = Names::of(&one.scenario, &other.scenario);
        // Each group of the other is drawn as the first of the one's with a number of its own that no other group took; the rest by themselves.
        let mut ours: Vec<(Vec<Number>, u32)> = one.numbers().collect();
        let used: Vec<u32> = ours.iter().map(|(_, dimension)| *dimension).collect();
        let mut dimension = |(group, _): (Vec<Number>, u32)| {
            let group: Vec<Number> = group.into_iter().map(|number| names.in_one(number)).collect();
            let shared = ours.iter().position(|(numbers, _)| numbers.iter().any(|number| group.contains(number)));
            let own = group.iter().map(|number| number.dimension()).min().unwrap_or_default();
            shared.map_or(if used.contains(&own) { own | BESIDE } else { own }, |at| ours.remove(at).1)
        };
        let dimensions: Vec<u32> = other.numbers().map(&mut dimension).collect();
        Self { one, other: other.in_dimensions(dimensions.into_iter()), outcome: Outcome::default(), draws: 0, more: Vec::new() }
    }

    /// Makes so many draws more.
    pub fn advance(&mut self, draws: u32) {
        for _ in 0..draws {
            let [one, other] = [&mut self.one, &mut self.other].map(|drawing| {
                drawing.draw(self.draws);
                self.outcome.work_out(&drawing.drawn);
                results(&self.outcome, &drawing.drawn)
            });
            self.more.push(std::array::from_fn(|at| one[at] - other[at]));
            self.draws += 1;
        }
    }

    /// The 10th, 50th and 90th percentile of each, in the order of [`NAMES`].
    #[must_use]
    pub fn finish(&self) -> [[f64; 3]; RESULTS] {
        std::array::from_fn(|at| percentiles(&mut self.more.iter().map(|row| row[at]).collect::<Vec<f64>>()))
    }
}

/// The results of a scenario that was worked out.
fn results(outcome: &Outcome, scenario: &Scenario) -> [f64; RESULTS] {
    let years: Vec<_> = outcome.told(scenario).collect();
    let (first, last) = (years.first().copied().unwrap_or_default(), years.last().copied().unwrap_or_default());
    let whole = outcome.present.first().copied().unwrap_or_default();
    [
        outcome.npv,
        whole.cost,
        whole.avoided,
        outcome.ratio,
        f64::from(scenario.first_year.value()) + outcome.payback(scenario),
        first.net,
        last.net,
        outcome.closing.last().copied().unwrap_or(0.0),
        first.spend_with,
        last.spend_with,
        last.each_with,
        last.grant,
    ]
}

/// Where the other scenario's levers and placements stand among the one's: by their names, and where several share one, in their order.
struct Names {
    levers: Vec<usize>,
    placements: Vec<usize>,
}

impl Names {
    fn of(one: &Scenario, other: &Scenario) -> Self {
        let levers = |scenario: &Scenario| scenario.levers.iter().map(|lever| lever.name.clone()).collect::<Vec<_>>();
        let codes = |baseline: &Baseline| (0..baseline.names()).map(|at| baseline.code(at).to_owned()).collect::<Vec<_>>();
        Self { levers: among(&levers(one), &levers(other)), placements: among(&codes(&one.baseline), &codes(&other.baseline)) }
    }

    /// A number of the other by its place in the one.
    fn in_one(&self, number: Number) -> Number {
        let place = |all: &[usize], at: usize| all.get(at).copied().unwrap_or(at);
        match number {
            Number::Lever(at, of) => Number::Lever(place(&self.levers, at), of),
            Number::Placement(at, of) => Number::Placement(place(&self.placements, at), of),
            all => all,
        }
    }
}

/// The position of each of the others among the ones; behind them where there is none of its name.
fn among(ones: &[String], others: &[String]) -> Vec<usize> {
    let mut taken = vec![false; ones.len()];
    let mut behind = ones.len();
    others
        .iter()
        .map(|name| {
            let found = ones.iter().zip(&taken).position(|(known, taken)| known == name && !taken);
            if let Some(at) = found {
                taken[at] = true;
            } else {
                behind += 1;
            }
            found.unwrap_or(behind - 1)
        })
        .collect()
}
