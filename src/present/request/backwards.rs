//! A question put backwards: the one number of a path of entries and leavers that brings the count to a target.

use crate::api;
use crate::api::Value;
use crate::model;
use crate::model::Action;
use crate::model::InCare;
use crate::model::Lever;
use crate::model::Number;
use crate::model::ProjectedYear;
use crate::model::number::OfBaseline;
use crate::model::number::OfLever;
use crate::model::solve::Unsolved;
use crate::model::solve::solve;
use crate::scenario::MOST_EXITS;
use crate::scenario::Scenario;
use crate::units::Children;
use crate::units::Pounds;
use crate::units::Share;

use super::Path;
use super::numbers;
use super::written;

/// The one number that is changed to reach a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vary {
    /// Entries in the first year.
    Entries,
    /// Exits for each child-year.
    ExitRate,
    /// Children kept out of care in each year, by a service that costs nothing here.
    Prevented,
}

impl Vary {
    const fn number(self) -> Number {
        match self {
            Self::Entries => Number::Baseline(OfBaseline::Entries),
            Self::ExitRate => Number::Baseline(OfBaseline::ExitRate),
            Self::Prevented => Number::Lever(0, OfLever::Children),
        }
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Backwards {
    scenario: model::Scenario,
    vary: Vary,
    between: (f64, f64),
    children: f64,
}

/// A service that keeps out whoever it supports, so far nobody.
fn kept_out(scenario: &model::Scenario) -> Lever {
    Lever {
        name: "kept-out-of-care".to_owned(),
        action: Action::Divert { would_enter: Share::ONE, prevented: Share::ONE, mix: None },
        first_year: scenario.first_year,
        last_year: None,
        ramp_years: 0,
        annual_cost: Pounds::ZERO,
        children: Children::ZERO,
        returned_share: Share::ZERO,
        return_years: 1,
    }
}

impl Backwards {
    /// The value of one number between two bounds at which a path of entries and leavers comes to so many children by the 31 March that
    /// closes the last of so many years.
    #[must_use]
    pub fn new(scenario: &Scenario, path: Path, vary: Vary, between: (f64, f64), years: i32, children: f64) -> Self {
        let mut asked = numbers(scenario, f64::from(years), scenario.start().children, path);
        if vary == Vary::Prevented {
            asked.levers.push(kept_out(&asked));
        }
        // Children a year over years of care may come out a hair above the greatest rate there is.
        let high = if vary == Vary::ExitRate { between.1.min(MOST_EXITS) } else { between.1 };
        Self { scenario: asked, vary, between: (between.0, high), children }
    }

    /// Every year as it stands, or with the number changed.
    fn years(&self, changed: Option<f64>) -> Vec<ProjectedYear> {
        let mut scenario = self.scenario.clone();
        if let Some(value) = changed {
            self.vary.number().put(&mut scenario, value);
        }
        model::project(&scenario).years
    }

    /// The counts at the close of each year, as it stands or with the number changed.
    #[must_use]
    pub fn counts(&self, changed: Option<f64>) -> Vec<f64> {
        self.years(changed).iter().map(|year| year.scenario.closing.value()).collect()
    }

    /// The side of a year on which the answer is read.
    const fn side<'a>(&self, year: &'a ProjectedYear) -> &'a InCare {
        if matches!(self.vary, Vary::Prevented) { &year.scenario } else { &year.baseline }
    }

    /// The answer.
    ///
    /// # Errors
    /// [`Unsolved`] where no value between the bounds reaches the target; [`Unsolved::Outcome`] where a bound is no number.
    pub fn solve(&self) -> Result<f64, Unsolved<()>> {
        let (low, high) = self.between;
        solve(low, high, self.children, |value| {
            let years = if value.is_finite() { self.years(Some(value)) } else { Vec::new() };
            years.last().map(|year| self.side(year).closing.value()).ok_or(())
        })
    }

    /// As a request to `solve`.
    #[must_use]
    pub fn written(&self, scenario: &Scenario) -> Value {
        let side = if self.vary == Vary::Prevented { ".scenario.closing" } else { ".baseline.closing" };
        let last = (self.scenario.years - 1).to_string();
        let reach = Value::map([("path", ["years.", &last, side].concat().into()), ("value", Value::Number(self.children))]);
        Value::map([
            ("scenario", written(scenario, &self.scenario, &[])),
            ("vary", api::path(self.vary.number(), &self.scenario).into()),
            ("between", Value::list([self.between.0, self.between.1])),
            ("reach", reach),
        ])
    }
}
