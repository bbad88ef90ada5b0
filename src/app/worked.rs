//! What takes longer to work out than a page may wait: what each change did to the result, and how far each assumption may move. It is
//! worked out in pieces while nothing else happens, and comes back as a message.

use std::rc::Rc;

use super::State;
use super::fan::FEW;
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

/// Takes what is told of a simulation. What was given up, or is of what stands no longer, may still have been on its way, and is let be. One that fails
/// takes nothing away that was told before.
pub(super) fn told(state: &mut State, simulated: Rc<Simulated>) {
    let beside: Vec<Scenario> = std::iter::once(state.settled()).chain(state.settled().beside()).map(Scenario::compared).collect();
    let settled = state.settled().clone();
    let wanted = |of: &Scenario| *of == settled || beside.contains(of);
    let (draws, fails) = match &simulated.told {
        Told::Progress(progress) => (progress.draws, false),
        Told::Fan(fan) => (fan.draws, false),
        Told::Fault(_) => (0, true),
    };
    if !wanted(&simulated.of) || (draws > FEW && !state.many) {
        return;
    }
    if let Told::Progress(progress) = simulated.told {
        state.trying = Some(progress);
        return;
    }
    state.trying = None;
    state.many &= !fails;
    let (of, against) = (&simulated.of, &simulated.against);
    let outlasts = |other: &Simulated| fails && matches!(other.told, Told::Fan(_)) && other.against == *against;
    state.fans.retain(|other| wanted(&other.of) && (other.of != *of || outlasts(other)));
    state.fans.push(simulated);
}
