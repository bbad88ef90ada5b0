//! Every number of a scenario by its place there, to be read and to be put. Knows nothing of why, or of what it is called.

use super::{Action, Course, Scenario};
use crate::units::{Children, Pounds, PoundsPerChildYear, Rate, Share, Year};

/// One number of a scenario. The first year and the number of years are none of these: every draw has the same ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// A number of [`super::Baseline`].
    Baseline(OfBaseline),
    /// A number of the placement at a position.
    Placement(usize, OfPlacement),
    /// A number of the lever at a position.
    Lever(usize, OfLever),
    /// [`Scenario::discount_rate`].
    DiscountRate,
    /// [`Scenario::cashable`].
    Cashable,
    /// [`Scenario::optimism`].
    Optimism,
    /// The grant's rate.
    GrantRate,
    /// The grant's eligible share.
    GrantEligibleShare,
    /// The grant's lag.
    GrantLagYears,
}

/// A number of the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfBaseline {
    /// Children at the start.
    Children,
    /// Entries in the first year.
    Entries,
    /// Their growth.
    EntriesGrowth,
    /// The exit rate in the first year.
    ExitRate,
    /// Its growth.
    ExitRateGrowth,
    /// The fall of one year of [`Course::Reductions`].
    Reduction(usize),
    /// The growth of [`Course::Growth`].
    Growth,
    /// The count of [`Course::Target`].
    Target,
    /// Its year.
    TargetYear,
    /// The year of the target mix.
    TargetMixYear,
    /// The growth of every placement's unit cost, as one number.
    UnitCostGrowth,
    /// The share of a placement's children who are in its part.
    PartShare,
    /// The unit cost of that part.
    PartUnitCost,
}

/// A number of a placement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfPlacement {
    /// Its share at the start.
    Share,
    /// Its share in the target mix.
    TargetShare,
    /// Its unit cost.
    UnitCost,
    /// The growth of that.
    UnitCostGrowth,
}

/// A number of a lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfLever {
    /// Its first year.
    FirstYear,
    /// Its last.
    LastYear,
    /// Years to full scale.
    RampYears,
    /// Its cost a year.
    AnnualCost,
    /// Children supported a year.
    Children,
    /// The share that would enter care.
    WouldEnter,
    /// What [`super::Lever::effect`] gives.
    Effect,
    /// The share of the placement at a position in the lever's own mix.
    MixShare(usize),
    /// The share that comes back.
    ReturnedShare,
    /// How many years later.
    ReturnYears,
}

/// What holds a number. A whole one takes the nearest.
trait Held {
    fn read(&self) -> Option<f64>;
    fn put(&mut self, value: f64);
}

macro_rules! held {
    ($($quantity:ty),+) => {$(
        impl Held for $quantity {
            fn read(&self) -> Option<f64> {
                Some(self.value())
            }

            fn put(&mut self, value: f64) {
                *self = Self::new(value);
            }
        }
    )+};
}

held!(Children, Pounds, PoundsPerChildYear, Rate, Share);

impl Held for Year {
    fn read(&self) -> Option<f64> {
        Some(f64::from(self.value()))
    }

    #[expect(clippy::cast_possible_truncation, reason = "a cast of a number that is too great gives the greatest there is")]
    fn put(&mut self, value: f64) {
        *self = Self::new(value.round() as i32);
    }
}

impl Held for u16 {
    fn read(&self) -> Option<f64> {
        Some(f64::from(*self))
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast gives the nearest there is")]
    fn put(&mut self, value: f64) {
        *self = value.round() as Self;
    }
}

impl Held for Option<Children> {
    fn read(&self) -> Option<f64> {
        self.map(Children::value)
    }

    fn put(&mut self, value: f64) {
        *self = Some(Children::new(value));
    }
}

impl Held for Option<Year> {
    fn read(&self) -> Option<f64> {
        self.as_ref()?.read()
    }

    fn put(&mut self, value: f64) {
        self.get_or_insert(Year::new(0)).put(value);
    }
}

impl Number {
    /// The number as the scenario has it. None where it has none there.
    #[must_use]
    pub fn read(self, scenario: &mut Scenario) -> Option<f64> {
        self.place(scenario)?.read()
    }

    /// Puts a value in its place, within what the place can hold. Nothing happens where there is no such place.
    pub fn put(self, scenario: &mut Scenario, value: f64) {
        if self == Self::Baseline(OfBaseline::UnitCostGrowth) {
            scenario.baseline.placements.iter_mut().for_each(|placement| placement.unit_cost_growth = Rate::new(value));
        } else if let Some(place) = self.place(scenario) {
            place.put(value);
        }
    }

    /// The dimension of the sequence in which the number is drawn: one of its own, whatever else has a range. The first of those that are tied moves
    /// them all. Section 6 of `METHOD.md`, reading 16.
    pub(super) fn dimension(self) -> u32 {
        match self {
            Self::Placement(at, of) => of.dimension(at),
            Self::Lever(at, of) => of.dimension(at),
            Self::Baseline(of) => of.dimension(),
            Self::DiscountRate => 12,
            Self::Cashable => 13,
            Self::Optimism => 14,
            Self::GrantRate => 15,
            Self::GrantEligibleShare => 16,
            Self::GrantLagYears => 17,
        }
    }

    fn place(self, scenario: &mut Scenario) -> Option<&mut dyn Held> {
        Some(match self {
            Self::Baseline(number) => return number.place(scenario),
            Self::Placement(at, number) => return number.place(scenario, at),
            Self::Lever(at, number) => return number.place(scenario, at),
            Self::DiscountRate => &mut scenario.discount_rate,
            Self::Cashable => &mut scenario.cashable,
            Self::Optimism => &mut scenario.optimism,
            Self::GrantRate => &mut scenario.grant.as_mut()?.rate,
            Self::GrantEligibleShare => &mut scenario.grant.as_mut()?.eligible_share,
            Self::GrantLagYears => &mut scenario.grant.as_mut()?.lag_years,
        })
    }
}

/// The first dimension of the shares of levers' mixes.
const MIXES: u32 = 1 << 14;

/// A dimension of what stands at a position: 14 for each, behind the 18 of what stands once. There are fewer positions than 256, in two scenarios
/// together.
fn positioned(at: usize, of: u32) -> u32 {
    18 + 14 * position(at) + of
}

fn position(at: usize) -> u32 {
    u32::from(u8::try_from(at).unwrap_or(u8::MAX))
}

impl OfBaseline {
    fn dimension(self) -> u32 {
        match self {
            Self::Children => 0,
            Self::Entries => 1,
            Self::EntriesGrowth => 2,
            Self::ExitRate => 3,
            Self::ExitRateGrowth => 4,
            Self::Growth => 5,
            Self::Target => 6,
            Self::TargetYear => 7,
            Self::TargetMixYear => 8,
            Self::UnitCostGrowth => 9,
            Self::PartShare => 10,
            Self::PartUnitCost => 11,
            Self::Reduction(year) => positioned(year, 4),
        }
    }

    fn place(self, scenario: &mut Scenario) -> Option<&mut dyn Held> {
        let baseline = &mut scenario.baseline;
        Some(match (self, &mut baseline.course) {
            (Self::Children, _) => &mut baseline.children,
            (Self::Entries, _) => &mut baseline.entries,
            (Self::EntriesGrowth, _) => &mut baseline.entries_growth,
            (Self::ExitRate, _) => &mut baseline.exit_rate,
            (Self::ExitRateGrowth, _) => &mut baseline.exit_rate_growth,
            (Self::TargetMixYear, _) => &mut baseline.target_mix_year,
            (Self::UnitCostGrowth, _) => &mut baseline.placements.first_mut()?.unit_cost_growth,
            (Self::PartShare, _) => &mut baseline.part.as_mut()?.share,
            (Self::PartUnitCost, _) => &mut baseline.part.as_mut()?.unit_cost,
            (Self::Reduction(at), Course::Reductions(falls)) => falls.get_mut(at)?,
            (Self::Growth, Course::Growth(growth)) => growth,
            (Self::Target, Course::Target(target, _)) => target,
            (Self::TargetYear, Course::Target(_, year)) => year,
            _ => return None,
        })
    }
}

impl OfPlacement {
    fn dimension(self, at: usize) -> u32 {
        let of = match self {
            Self::Share => 0,
            Self::TargetShare => 1,
            Self::UnitCost => 2,
            Self::UnitCostGrowth => 3,
        };
        positioned(at, of)
    }

    fn place(self, scenario: &mut Scenario, at: usize) -> Option<&mut dyn Held> {
        let placement = scenario.baseline.placements.get_mut(at)?;
        Some(match self {
            Self::Share => &mut placement.share,
            Self::TargetShare => &mut placement.target_share,
            Self::UnitCost => &mut placement.unit_cost,
            Self::UnitCostGrowth => &mut placement.unit_cost_growth,
        })
    }
}

impl OfLever {
    fn dimension(self, at: usize) -> u32 {
        let of = match self {
            Self::FirstYear => 5,
            Self::LastYear => 6,
            Self::RampYears => 7,
            Self::AnnualCost => 8,
            Self::Children => 9,
            Self::WouldEnter => 10,
            Self::Effect => 11,
            Self::ReturnedShare => 12,
            Self::ReturnYears => 13,
            Self::MixShare(placement) => return MIXES + 256 * position(at) + position(placement),
        };
        positioned(at, of)
    }

    fn place(self, scenario: &mut Scenario, at: usize) -> Option<&mut dyn Held> {
        let lever = scenario.levers.get_mut(at)?;
        Some(match (self, &mut lever.action) {
            (Self::FirstYear, _) => &mut lever.first_year,
            (Self::LastYear, _) => &mut lever.last_year,
            (Self::RampYears, _) => &mut lever.ramp_years,
            (Self::AnnualCost, _) => &mut lever.annual_cost,
            (Self::Children, _) => &mut lever.children,
            (Self::ReturnedShare, _) => &mut lever.returned_share,
            (Self::ReturnYears, _) => &mut lever.return_years,
            (Self::WouldEnter, Action::Divert { would_enter, .. }) => would_enter,
            (
                Self::Effect,
                Action::Divert { prevented: effect, .. }
                | Action::Reunify { success: effect, .. }
                | Action::StepDown { success: effect, .. },
            ) => effect,
            (Self::MixShare(at), Action::Divert { mix: Some(mix), .. } | Action::Reunify { mix: Some(mix), .. }) => mix.get_mut(at)?,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Number, OfBaseline, OfLever, OfPlacement};

    #[test]
    fn each_number_has_a_dimension_of_its_own() {
        use {OfBaseline as B, OfLever as L, OfPlacement as P};
        let once = [B::Children, B::Entries, B::EntriesGrowth, B::ExitRate, B::ExitRateGrowth, B::Growth, B::Target, B::TargetYear];
        let once = once.into_iter().chain([B::TargetMixYear, B::UnitCostGrowth, B::PartShare, B::PartUnitCost]).map(Number::Baseline);
        let whole = [Number::DiscountRate, Number::Cashable, Number::Optimism, Number::GrantRate, Number::GrantEligibleShare];
        let mut all: Vec<Number> = once.chain(whole).chain([Number::GrantLagYears]).collect();
        // As many as two scenarios of the contract have together.
        for at in 0..204 {
            all.extend([P::Share, P::TargetShare, P::UnitCost, P::UnitCostGrowth].map(|of| Number::Placement(at, of)));
            all.push(Number::Baseline(B::Reduction(at)));
            let of = [L::FirstYear, L::LastYear, L::RampYears, L::AnnualCost, L::Children, L::WouldEnter, L::Effect, L::ReturnedShare];
            all.extend(of.into_iter().chain([L::ReturnYears]).map(|of| Number::Lever(at, of)));
            all.extend((0..204).map(|placement| Number::Lever(at, L::MixShare(placement))));
        }
        let mut dimensions: Vec<u32> = all.iter().map(|number| number.dimension()).collect();
        dimensions.sort_unstable();
        dimensions.dedup();
        assert_eq!(dimensions.len(), all.len());
        assert!(dimensions.last().is_some_and(|last| *last < super::super::difference::BESIDE));
    }
}
