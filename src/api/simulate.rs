//! `simulate`: the fan of a scenario whose numbers have ranges, in one go or a piece at a time.

use super::number::number;
use super::problem::{Kind, Problem};
use super::reader::{Field, Names};
use super::scenario::read_scenario;
use super::value::Value;
use crate::model::Scenario;
use crate::model::difference::{Difference, NAMES};
use crate::model::uncertainty::{MOST_DRAWS, Range, Simulation, SpreadYear, Swing};
use crate::units::{Children, Pounds};

/// Answers a `simulate` request: a scenario with ranges, how many draws, which ranges are tied, and, where it is told against another, that one.
///
/// # Errors
/// The first [`Problem`] found.
pub fn simulate(request: &Value) -> Result<Value, Problem> {
    let mut simulating = Simulating::read(request)?;
    simulating.advance(MOST_DRAWS);
    Ok(simulating.answer())
}

/// A `simulate` request on its way to its answer. However it is cut into pieces, the answer is the same.
pub struct Simulating {
    simulation: Simulation,
    draws: u32,
    /// Of each range.
    paths: Vec<String>,
    /// Against another scenario, where that was asked for.
    difference: Option<Difference>,
}

/// A scenario with its ranges, their paths, and which of them are tied.
struct Ranged {
    scenario: Scenario,
    ranges: Vec<Range>,
    paths: Vec<String>,
    ties: Vec<Vec<usize>>,
}

impl Ranged {
    fn read(names: &Names) -> Result<Self, Problem> {
        let value = names.needed("scenario")?.value;
        let within = |problem: Problem| problem.within(&names.path_of("scenario"));
        let mut scenario = read_scenario(value).map_err(within)?;
        let (ranges, paths) = read_ranges(value, &mut scenario).map_err(within)?;
        let ties = names.optional("ties").map_or(Ok(Vec::new()), |ties| read_ties(&ties, &paths))?;
        Ok(Self { scenario, ranges, paths, ties })
    }

    fn drawn(&self) -> (Scenario, &[Range], &[Vec<usize>]) {
        (self.scenario.clone(), &self.ranges, &self.ties)
    }
}

impl Simulating {
    /// Reads a request; nothing is drawn yet.
    ///
    /// # Errors
    /// The first [`Problem`] found.
    pub fn read(request: &Value) -> Result<Self, Problem> {
        let names = Field::root(request).names()?;
        names.only(&["scenario", "draws", "ties", "against"])?;
        let most = i32::try_from(MOST_DRAWS).unwrap_or(i32::MAX);
        let one = Ranged::read(&names)?;
        let draws = names.needed("draws")?.whole(1, most)?.unsigned_abs();
        let other = names.optional("against").map(|against| {
            let names = against.names()?;
            names.only(&["scenario", "ties"])?;
            Ranged::read(&names)
        });
        let difference = other.transpose()?.map(|other| Difference::new(one.drawn(), other.drawn()));
        Ok(Self { simulation: Simulation::new(one.scenario, &one.ranges, &one.ties), draws, paths: one.paths, difference })
    }

    /// The same, to tell the spread of every result and not only of those that `simulate` answers with: [`Simulating::flat`] then holds them too.
    #[must_use]
    pub fn of_every_result(self) -> Self {
        Self { simulation: self.simulation.of_every_result(), ..self }
    }

    /// How many draws were asked for.
    #[must_use]
    pub const fn draws(&self) -> u32 {
        self.draws
    }

    /// How many have been made.
    #[must_use]
    pub const fn made(&self) -> u32 {
        self.simulation.draws()
    }

    /// Makes so many draws more, up to those asked for. Whether there are any left to make.
    pub fn advance(&mut self, draws: u32) -> bool {
        let draws = draws.min(self.draws.saturating_sub(self.made()));
        self.simulation.advance(draws);
        if let Some(difference) = &mut self.difference {
            difference.advance(draws);
        }
        self.made() < self.draws
    }

    /// The answer, from the draws made so far.
    #[must_use]
    pub fn answer(&self) -> Value {
        let found = self.simulation.finish();
        let mut all = vec![
            ("years", Value::list(found.years.iter().map(write_year))),
            ("npv", Value::list(found.npv)),
            ("chance_of_saving", found.chance_of_saving.value().into()),
            ("tornado", Value::list(found.tornado.iter().map(|swing| write_swing(swing, &self.paths)))),
        ];
        if let Some(difference) = &self.difference {
            all.push(("difference", Value::map(NAMES.into_iter().zip(difference.finish().map(Value::list)))));
        }
        Value::map(all)
    }

    /// The answer as numbers in a row, for a program that reads no objects: how many draws were made, the chance of saving, NPV (each time
    /// the 10th, 50th and 90th percentile), how many years, for each year children and cumulative net, how many swings, and for each, the
    /// largest first, which range it is (the first of a tie) in the order in which they were given, and NPV at its lowest and highest. Where every result is
    /// asked for, there follow the benefit-cost ratio, the payback year, for each year all of [`crate::model::uncertainty::Told`], how many levers,
    /// and all of [`crate::model::uncertainty::Present`], of the levers together and then of each; for each year the running total in the money of
    /// `prices` (what a pound of each year is worth in it); how many placements there are, and for each year of each of them child-years and spending;
    /// and how many differences from another scenario there are, and each, in the order of [`NAMES`].
    #[must_use]
    pub fn flat(&self, prices: &[f64]) -> Vec<f64> {
        let found = self.simulation.finish();
        let mut row = vec![f64::from(self.made()), found.chance_of_saving.value()];
        row.extend(found.npv.map(Pounds::value));
        row.push(count(found.years.len()));
        for year in &found.years {
            row.extend(year.children.map(Children::value));
            row.extend(year.cumulative_net.map(Pounds::value));
        }
        row.push(count(found.tornado.len()));
        for swing in &found.tornado {
            let range = swing.ranges.first().map_or(0, |range| *range);
            row.extend([count(range), swing.low.value(), swing.high.value()]);
        }
        if let Some(results) = self.simulation.results(prices) {
            row.extend(results.ratio.into_iter().chain(results.payback));
            row.extend(results.years.iter().flat_map(|year| year.all().into_iter().flatten()));
            row.push(count(results.levers.len()));
            row.extend(std::iter::once(&results.present).chain(&results.levers).flat_map(|present| present.all().into_iter().flatten()));
            row.extend(results.running.iter().flatten());
            row.push(count(results.placements.len() / results.years.len().max(1)));
            row.extend(results.placements.iter().flatten().flatten());
            let difference = self.difference.as_ref().map(Difference::finish);
            row.push(count(difference.map_or(0, |all| all.len())));
            row.extend(difference.iter().flatten().flatten());
        }
        row
    }
}

fn count(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

fn write_year(year: &SpreadYear) -> Value {
    let SpreadYear { year, children, cumulative_net } = year;
    Value::map([("year", (*year).into()), ("children", Value::list(*children)), ("cumulative_net", Value::list(*cumulative_net))])
}

fn write_swing(swing: &Swing, paths: &[String]) -> Value {
    let mut names = swing.ranges.iter().filter_map(|at| paths.get(*at)).map(String::as_str);
    let mut all = vec![("path", names.next().into()), ("low", swing.low.into()), ("high", swing.high.into())];
    let tied: Vec<&str> = names.collect();
    all.extend((!tied.is_empty()).then(|| ("tied", Value::list(tied))));
    Value::map(all)
}

/// The ranges of a scenario that has been read, with their paths.
fn read_ranges(value: &Value, scenario: &mut Scenario) -> Result<(Vec<Range>, Vec<String>), Problem> {
    let (mut ranges, mut paths) = (Vec::<Range>::new(), Vec::new());
    let Some(field) = Field::root(value).names()?.optional("ranges") else {
        return Ok((ranges, paths));
    };
    for (path, range) in field.names()?.all() {
        let (Some(low), Some(high)) = (range.value.number("0"), range.value.number("1")) else {
            return Err(range.problem(Kind::NotRange));
        };
        let number = number(path, scenario).ok_or_else(|| range.problem(Kind::SameInEveryDraw))?;
        if ranges.iter().any(|known| known.number == number) {
            return Err(range.problem(Kind::Repeated));
        }
        let central = number.read(scenario).ok_or_else(|| range.problem(Kind::NoCentralValue))?;
        if !(low..=high).contains(&central) {
            return Err(range.problem(Kind::NotAbout(central)));
        }
        ranges.push(Range { number, low, high });
        paths.push(path.to_owned());
    }
    Ok((ranges, paths))
}

/// Which ranges are tied, by their positions. None is in two ties, or twice in one.
fn read_ties(ties: &Field, paths: &[String]) -> Result<Vec<Vec<usize>>, Problem> {
    let (mut taken, mut all) = (Vec::new(), Vec::new());
    for tie in ties.list(paths.len().max(1))? {
        let mut group = Vec::new();
        for field in tie.some(paths.len().max(1))? {
            let path = field.text()?;
            let at = paths.iter().position(|known| known == path).ok_or_else(|| field.problem(Kind::NoRange))?;
            if taken.contains(&at) {
                return Err(field.problem(Kind::Repeated));
            }
            taken.push(at);
            group.push(at);
        }
        all.push(group);
    }
    Ok(all)
}
