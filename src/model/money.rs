//! Money over time: what levers cost and avoid, present values, payback, break-even, and the two services head to head.
//!
//! Section 4 of `METHOD.md`.

use super::ROUNDING;
use super::lever::{Course, Lever};
use super::solve::least;
use crate::units::{Children, Pounds, PoundsPerChildYear, Share, Year};

/// Cost and avoided spend over all the years, brought to the first.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PresentValue {
    /// Of the cost.
    pub cost: Pounds,
    /// Of the spend avoided.
    pub avoided: Pounds,
}

impl PresentValue {
    /// Avoided less cost: NPV.
    #[must_use]
    pub fn net_present_value(self) -> Pounds {
        self.avoided - self.cost
    }

    /// Avoided for each pound of cost: BCR. None where nothing is spent.
    #[must_use]
    pub fn benefit_cost_ratio(self) -> Option<f64> {
        (self.cost > Pounds::ZERO).then(|| Pounds::new(self.avoided.value() / self.cost.value()).value())
    }
}

/// The first year from which cumulative net stays at zero or more to the end, from what each year avoids and costs. None where
/// it ends below. What is zero but for rounding is zero.
#[must_use]
pub fn payback_year(first_year: Year, years: impl Iterator<Item = (Pounds, Pounds)>) -> Option<Year> {
    let (mut cumulative, mut moved, mut since) = (0.0, 0.0, None);
    for (y, (avoided, cost)) in (0..).zip(years) {
        cumulative += (avoided - cost).value();
        moved += avoided.value().abs() + cost.value().abs();
        since = if cumulative >= -moved * ROUNDING { since.or(Some(first_year.plus(y))) } else { None };
    }
    since
}

/// The least effect of a lever at which it pays for itself, told in three ways.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BreakEven {
    /// The lever's `prevented` or `success`.
    pub effect: Share,
    /// Children whose care changes of each 100 supported.
    pub per_100_supported: f64,
    /// Children whose care changes in a year at full scale: entries prevented, for a lever that diverts.
    pub children_a_year: Children,
}

impl BreakEven {
    pub(super) fn new(lever: &Lever, effect: f64) -> Self {
        let effect = Share::new(effect);
        let children_a_year = lever.within_reach() * effect;
        let supported = lever.children.value();
        let per_100_supported = if supported > 0.0 { 100.0 * children_a_year.value() / supported } else { 0.0 };
        Self { effect, per_100_supported, children_a_year }
    }
}

/// Parts into which 0..1 is cut to find the first in which a limited lever starts to pay.
const PARTS: u32 = 16;

/// The smallest effect of 0..1 at which a lever's avoided spend is worth its cost. `worth` is the present value of a
/// child-year of the cohort in each year.
///
/// While no limit is reached the worth is proportional to the effect; past that it is searched for.
pub(super) fn break_even(course: &Course, worth: &[f64], cost: f64, gross: &mut [f64]) -> Option<f64> {
    let mut at = |effect: f64, within_limits: bool| {
        let (mut avoided, mut limited) = (0.0, false);
        course.follow(effect, within_limits, gross, |y, year| {
            avoided += year.care_years * worth[y];
            limited |= year.limited;
        });
        (avoided, limited)
    };
    if at(0.0, true).0 >= cost {
        return Some(0.0);
    }
    let in_proportion = cost / at(1.0, false).0;
    if (0.0..=1.0 + ROUNDING).contains(&in_proportion) && !at(in_proportion.min(1.0), true).1 {
        return Some(in_proportion.min(1.0));
    }
    if !at(1.0, true).1 {
        return None;
    }
    let mut pays = |effect: f64| at(effect, true).0 >= cost;
    let part = |n: u32| f64::from(n) / f64::from(PARTS);
    let first = (1..=PARTS).find(|n| pays(part(*n)))?;
    Some(least(part(first - 1), part(first), pays))
}

/// A service at the edge of care beside a residential placement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeadToHead {
    /// Children supported at the edge of care for the cost of one residential child-year.
    pub supported_for_one: f64,
    /// One in this many of them, kept out of residential care for one year, pays for all.
    pub one_in: f64,
}

/// Sets a service of `annual_cost` for `children` a year beside a residential child-year, of which `realised` is saved.
/// None where the service costs nothing or supports nobody.
#[must_use]
pub fn head_to_head(annual_cost: Pounds, children: Children, residential: PoundsPerChildYear, realised: Share) -> Option<HeadToHead> {
    let each = annual_cost.value() / children.value();
    (each > 0.0 && each.is_finite()).then(|| {
        let supported_for_one = Pounds::new(residential.value() / each).value();
        HeadToHead { supported_for_one, one_in: supported_for_one * realised.value() }
    })
}
