//! What takes longer to work out than a page may wait: what each change did to the result, and how far each assumption may move. It is
//! worked out in pieces while nothing else happens, and comes back as a message.

use super::fan::Told;
use crate::model::switching::Switching;
use crate::scenario::Id;
use crate::scenario::Scenario;

/// What was worked out of a settled scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Worked {
    /// Which scenario it is of.
    pub of: Scenario,
    /// Whether the shares are of spending on care over the years, because no programme is on; else they are of the net present value.
    pub spending: bool,
    /// What each change did to that, in pounds; they add up to the whole difference.
    pub shares: Vec<(Id, i64)>,
    /// Whether they are exact, or means over some of the orders in which the changes could have been made.
    pub exact: bool,
    /// How far each assumption may move before the net present value changes its sign.
    pub switching: Vec<(Id, Switching)>,
}

/// What is told of the simulation of a settled scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulated {
    /// Which scenario it is of.
    pub of: Scenario,
    /// Which other it is told against, where it is.
    pub against: Option<Scenario>,
    /// What is told.
    pub told: Told,
}
