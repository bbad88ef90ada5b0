//! Draws: a scenario whose numbers have ranges, with each of them where a low-discrepancy sequence puts it. The same scenario always gives the same
//! draws. Knows no clock and no chance, and nothing of what a draw comes to.
//!
//! Section 6 of `METHOD.md`.

use super::{Number, Scenario};
use crate::units::order::order;

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

/// A scenario that is drawn from, and its numbers as the last draw has them.
pub(super) struct Drawing {
    pub scenario: Scenario,
    pub drawn: Scenario,
    triangles: Vec<Triangle>,
    /// Which ranges one draw moves, by their positions, and in which dimension of the sequence it is drawn.
    groups: Vec<(Vec<usize>, u32)>,
}

impl Drawing {
    /// Nothing drawn yet. Ranges that are tied, by their positions, move together.
    pub fn new(mut scenario: Scenario, ranges: &[Range], ties: &[Vec<usize>]) -> Self {
        let triangles = ranges.iter().map(|range| Triangle::new(*range, &mut scenario)).collect();
        Self { drawn: scenario.clone(), scenario, triangles, groups: groups(ranges, ties) }
    }

    /// The numbers of each group and the dimension that they are drawn in, in order of those.
    pub fn numbers(&self) -> impl Iterator<Item = (Vec<Number>, u32)> {
        self.groups.iter().map(|(group, dimension)| (group.iter().map(|at| self.triangles[*at].range.number).collect(), *dimension))
    }

    /// The same, with each group drawn in a dimension of one's own choice.
    pub fn in_dimensions(mut self, dimensions: impl Iterator<Item = u32>) -> Self {
        self.groups.iter_mut().zip(dimensions).for_each(|((_, dimension), own)| *dimension = own);
        self
    }

    /// Puts every number where a draw has it.
    pub fn draw(&mut self, draw: u32) {
        for (group, dimension) in &self.groups {
            let quantile = quantile(draw, *dimension);
            for triangle in group.iter().map(|at| &self.triangles[*at]) {
                triangle.range.number.put(&mut self.drawn, triangle.at(quantile));
            }
        }
    }

    /// The groups by the positions of their ranges.
    pub fn groups(&self) -> impl Iterator<Item = &Vec<usize>> {
        self.groups.iter().map(|(group, _)| group)
    }

    /// Puts the numbers of a group at their lowest, or all at their highest, in a scenario.
    pub fn put_at_end(&self, group: &[usize], highest: bool, scenario: &mut Scenario) {
        for Range { number, low, high } in group.iter().map(|at| self.triangles[*at].range) {
            number.put(scenario, if highest { high } else { low });
        }
    }
}

/// The ranges that move together, each group with the first dimension of its numbers and in order of those. Each range is in one group; a position
/// that is none, or is in an earlier tie, is left out.
fn groups(ranges: &[Range], ties: &[Vec<usize>]) -> Vec<(Vec<usize>, u32)> {
    let mut free = vec![true; ranges.len()];
    let singles = (0..ranges.len()).map(|at| vec![at]);
    let mut groups = Vec::with_capacity(ranges.len());
    for group in ties.iter().cloned().chain(singles) {
        let group: Vec<usize> = group.into_iter().filter(|at| free.get_mut(*at).is_some_and(std::mem::take)).collect();
        let first = group.iter().map(|at| ranges[*at].number.dimension()).min();
        groups.extend(first.map(|first| (group, first)));
    }
    let by_dimension = order(groups.len(), &|a, b| groups[a].1.cmp(&groups[b].1));
    by_dimension.into_iter().map(|at| groups[at].clone()).collect()
}

/// Draws for which one Sobol sequence of the crate is made. Later ones are from another, which fills the space anew.
const SEQUENCE: u32 = 1 << 16;

/// Where one draw stands in one dimension, above 0 and below 1: an Owen-scrambled Sobol sequence, in whole numbers until the last step.
fn quantile(draw: u32, dimension: u32) -> f64 {
    const STEP: f64 = 1.0 / (1 << 23) as f64;
    let dimensions = sobol_burley::NUM_DIMENSIONS;
    let seed = ((draw / SEQUENCE) << 16) | (dimension / dimensions);
    // It is told in steps of 23 digits: the middle of a step stands for it.
    f64::from(sobol_burley::sample(draw % SEQUENCE, dimension % dimensions, seed)) + STEP / 2.0
}
