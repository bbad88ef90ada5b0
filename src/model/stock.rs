//! The stock of children looked after: how many there are, how many years of care they have, and how far chance moves a count.
//!
//! Entries flow in evenly, each child leaves at the same rate, and a year has a closed form. Knows nothing of placements,
//! money or levers.
//!
//! Section 1 of `METHOD.md`, beside this file.

use super::Scenario;
use super::placement::Placement;
use super::settled::Part;
use super::solve::root;
use crate::units::{ChildYears, Children, Rate, Year};

/// Care as it would go if nothing were done.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline {
    /// Children looked after at the opening of the first year.
    pub children: Children,
    /// How the count moves from there.
    pub course: Course,
    /// Entries in the first year. `Flows` takes none as no entries; the other courses take none as not known, so that
    /// entries limit no lever.
    pub entries: Option<Children>,
    /// Growth of entries a year.
    pub entries_growth: Rate,
    /// Exits for each child-year in the first year: of the stock in `Flows`, of lever cohorts in every course.
    pub exit_rate: Rate,
    /// Growth of the exit rate a year.
    pub exit_rate_growth: Rate,
    /// Every placement, with its share of the children and its unit cost.
    pub placements: Vec<Placement>,
    /// The year at whose opening every placement has reached its target share; none for a mix that stays as it is.
    pub target_mix_year: Option<Year>,
    /// The placement, by its position, that takes what the others leave of the target mix; none where every target share is given.
    pub target_rest: Option<usize>,
    /// A part of one placement, told apart from the rest of it.
    pub part: Option<Part>,
}

/// How the number of children moves.
#[derive(Clone, Debug, PartialEq)]
pub enum Course {
    /// By entries and exits.
    Flows,
    /// By a fall each year, then flat: the reduction expectation plans of Welsh councils.
    Reductions(Vec<Children>),
    /// By a rate a year.
    Growth(Rate),
    /// In a straight line to a count at the opening of a year, then flat.
    Target(Children, Year),
}

/// `k(r) = (1 − e^−r) / r`: the share of a year's even inflow that is still there at its close.
#[must_use]
pub fn still_there(r: f64) -> f64 {
    if r.abs() < f64::MIN_POSITIVE { 1.0 } else { -libm::expm1(-r) / r }
}

/// `(1 − k(r)) / r`: child-years of care in the year of their entry, for each child of an even inflow. One half where nobody
/// leaves; near there the difference cancels, so it is summed as a series, `Σ (−r)^n / (n + 2)!`.
#[must_use]
pub fn care_of_entry_year(r: f64) -> f64 {
    if r.abs() > 0.1 {
        return (1.0 - still_there(r)) / r;
    }
    (3..=12).rev().fold(1.0, |sum, n| 1.0 - r / f64::from(n) * sum) / 2.0
}

/// One year of the stock, with the three factors that its lever cohorts share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StockYear {
    /// Children at the opening.
    pub opening: Children,
    /// Children at the close, which is the next opening.
    pub closing: Children,
    /// Entries in the year, where they are known.
    pub entries: Option<Children>,
    /// Exits in the year, where entries are known.
    pub exits: Option<Children>,
    /// Years of care given in the year.
    pub care_years: ChildYears,
    /// The share of those at the opening who are there at the close, `e^−r`.
    pub stay: f64,
    /// [`still_there`] at the year's exit rate.
    pub still_there: f64,
    /// [`care_of_entry_year`] at the year's exit rate.
    pub care_of_entry_year: f64,
}

/// What an exit rate does to a year.
struct Leaving {
    rate: Rate,
    stay: f64,
    still_there: f64,
    care_of_entry_year: f64,
}

impl Leaving {
    fn at(rate: Rate) -> Self {
        let r = rate.value();
        Self { rate, stay: libm::exp(-r), still_there: still_there(r), care_of_entry_year: care_of_entry_year(r) }
    }
}

/// The baseline's stock, a year at a time.
#[must_use]
pub fn stock(scenario: &Scenario) -> Vec<StockYear> {
    let baseline = &scenario.baseline;
    let mut opening = baseline.children;
    let mut leaving = Leaving::at(baseline.exit_rate);
    (0..scenario.years)
        .map(|y| {
            let rate = baseline.exit_rate * baseline.exit_rate_growth.factor(y);
            // Most rates do not grow, and these three take longer than all the rest of a year.
            if rate != leaving.rate {
                leaving = Leaving::at(rate);
            }
            let year = stock_year(scenario, opening, y, &leaving);
            opening = year.closing;
            year
        })
        .collect()
}

fn stock_year(scenario: &Scenario, opening: Children, y: u16, leaving: &Leaving) -> StockYear {
    let baseline = &scenario.baseline;
    let Leaving { rate, stay, still_there: k, care_of_entry_year: h } = *leaving;
    let given = baseline.entries.map(|entries| entries * baseline.entries_growth.factor(y));
    let flows = matches!(baseline.course, Course::Flows);
    let entries = if flows { Some(given.unwrap_or_default()) } else { given };
    let closing = match &baseline.course {
        Course::Flows => opening * stay + given.unwrap_or_default() * k,
        Course::Reductions(falls) => {
            // Falls that take everybody must not leave fewer than none by a last digit.
            Children::new((opening - falls.get(usize::from(y)).copied().unwrap_or_default()).value().max(0.0))
        }
        Course::Growth(growth) => baseline.children * growth.factor(y + 1),
        Course::Target(target, by) => towards(baseline.children, *target, by.since(scenario.first_year), y + 1),
    };
    let care_years = if flows {
        ChildYears::new(opening.value() * k + given.unwrap_or_default().value() * h)
    } else {
        ChildYears::new(f64::midpoint(opening.value(), closing.value()))
    };
    let exits = if flows { Some(care_years * rate) } else { entries.map(|entries| opening + entries - closing) };
    StockYear { opening, closing, entries, exits, care_years, stay, still_there: k, care_of_entry_year: h }
}

/// Where a straight line from one count to another over `span` years stands after `y` of them.
fn towards(from: Children, to: Children, span: i32, y: u16) -> Children {
    let y = i32::from(y);
    if y >= span { to } else { from + (to - from) * (f64::from(y) / f64::from(span)) }
}

/// The yearly fall that takes `children`, counted at the opening of `from`, to `target` at the opening of `by`. None where
/// there is no year between.
#[must_use]
pub fn required(children: Children, from: Year, target: Children, by: Year) -> Option<Children> {
    let years = by.since(from);
    (years > 0).then(|| (children - target) * (1.0 / f64::from(years)))
}

/// The variance of a count at the close of a year, from that at its opening: each child leaves independently, and entries
/// are Poisson.
#[must_use]
pub fn variance(before: f64, opening: f64, entries: f64, year: &StockYear) -> f64 {
    moved(before, opening, entries, year.stay, year.still_there)
}

/// How far chance moves a known count within one year, one standard deviation: `chance_sd` of the first year.
#[must_use]
pub fn chance_in_a_year(opening: Children, entries: Children, exit_rate: Rate) -> f64 {
    let r = exit_rate.value();
    moved(0.0, opening.value(), entries.value(), libm::exp(-r), still_there(r)).sqrt()
}

fn moved(before: f64, opening: f64, entries: f64, p: f64, still_there: f64) -> f64 {
    before * p * p + opening.max(0.0) * p * (1.0 - p) + entries.abs() * still_there
}

/// What two counts a year apart, and the exits between them, say about the flows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibration {
    /// Entries in the year.
    pub entries: Children,
    /// Exits for each child-year.
    pub exit_rate: Rate,
    /// The mean stay in years; none where nobody leaves.
    pub mean_stay_years: Option<f64>,
    /// Years of care given in the year.
    pub care_years: ChildYears,
}

/// Why two counts and the exits between them fit no exit rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Misfit {
    /// More children are left than could be without entries: entries would be this, below zero.
    Entries(Children),
    /// Everybody has left, which no rate can do in a year.
    Emptied,
}

/// Finds entries and the exit rate from the counts at a year's opening and close, and its exits.
///
/// # Errors
/// A [`Misfit`] where no entries of zero or more, or no exit rate, fit.
pub fn calibrate(opening: Children, closing: Children, exits: Children) -> Result<Calibration, Misfit> {
    let balance = closing - opening + exits;
    // Counts that balance must not fail by a last digit of rounding.
    if balance.value() < -1e-12 * opening.value() {
        return Err(Misfit::Entries(balance));
    }
    let entries = Children::new(balance.value().max(0.0));
    let (n, e, left, stayed) = (opening.value(), entries.value(), exits.value(), closing.value());
    if left > 0.0 && stayed <= 0.0 {
        return Err(Misfit::Emptied);
    }
    // Whichever of the two sides is smaller keeps the most digits of the difference.
    let excess = |r: f64| {
        if left <= stayed {
            n * -libm::expm1(-r) + e * r * care_of_entry_year(r) - left
        } else {
            stayed - n * libm::exp(-r) - e * still_there(r)
        }
    };
    let r = if left > 0.0 { root(excess).ok_or(Misfit::Emptied)? } else { 0.0 };
    let care = n * still_there(r) + e * care_of_entry_year(r);
    Ok(Calibration { entries, exit_rate: Rate::new(r), mean_stay_years: (r > 0.0).then(|| 1.0 / r), care_years: ChildYears::new(care) })
}
