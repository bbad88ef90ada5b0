//! The method (`METHOD.md` in this folder), one file for each section of it: what children's care would cost, and what would change it.
//!
//! Everything here is a total function of its inputs: no text for people, no clock, no randomness, no panic. A year is
//! piecewise constant and has a closed form, so there is no step size to choose. Children of one placement are told apart from
//! another's by their position in [`Baseline::placements`].

pub mod allocation;
pub mod attribution;
mod decimal;
pub mod difference;
mod drawing;
pub mod lever;
pub mod money;
pub mod number;
mod outcome;
pub mod placement;
pub mod project;
mod settled;
pub mod solve;
pub mod stock;
pub mod switching;
pub mod uncertainty;

pub use lever::{Action, Lever};
pub use number::Number;
pub use placement::Placement;
pub use project::{InCare, ProjectedLever, ProjectedYear, Projection, Totals, project};
pub use settled::Part;
pub use stock::{Baseline, Course};

use crate::units::{Pounds, Rate, Share, Year};

/// The most years that a projection looks ahead.
pub const MOST_YEARS: u16 = 60;

/// What binary rounding may add to a sum, as a share of its parts. What is within it of a limit does not reach it, and what is
/// within it of 0 is 0.
const ROUNDING: f64 = 1e-12;

/// Everything a projection is computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// The first financial year; the count of [`Baseline::children`] is taken at its opening.
    pub first_year: Year,
    /// How many years to look ahead, 1 to [`MOST_YEARS`].
    pub years: u16,
    /// Care as it would go if nothing were done.
    pub baseline: Baseline,
    /// What could be done, in the order in which limits are shared out.
    pub levers: Vec<Lever>,
    /// A year's discount, real; the first year is not discounted.
    pub discount_rate: Rate,
    /// The share of a unit cost that a council really stops paying.
    pub cashable: Share,
    /// The Green Book correction for optimism, taken off what is avoided.
    pub optimism: Share,
    /// A grant that follows the children, shown beside net.
    pub grant: Option<Grant>,
}

impl Scenario {
    /// The share of avoided unit costs that counts as money: cashable and corrected for optimism.
    #[must_use]
    pub fn realised(&self) -> Share {
        self.cashable * self.optimism.rest()
    }
}

/// A grant that follows the children, some years later.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grant {
    /// Pounds a year for each eligible child.
    pub rate: Pounds,
    /// The share of children looked after who are eligible.
    pub eligible_share: Share,
    /// How many years earlier the children were counted.
    pub lag_years: u16,
}
