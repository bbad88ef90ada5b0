//! A plan that is presented in a room, and the last plan, which the device was asked to offer.
//!
//! What is opened or shown is a step like any other: undo takes it back. What stands here is what the scenario does not hold.

use crate::scenario::Scenario;

use super::Message;
use super::State;
use super::aside::Step;
use super::keep::open;
use super::keep::settle;
use super::plan::started;

/// Something that happens to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// The last plan is offered, by its link.
    Offered(String),
    /// The last plan is opened.
    Accepted,
    /// The last plan is not wanted now; the device keeps it until there is another.
    Declined,
    /// The plan is presented, or no longer.
    Presented(bool),
    /// A starting point, by its link, is shown in the presentation.
    Showed(&'static str),
    /// The plan that the presentation began with is shown again.
    Returned,
    /// What was before the last change is shown, or no longer.
    Replayed(bool),
}

/// What the scenario does not hold of all this.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stage {
    /// The link of the last plan, while it is offered.
    pub offered: Option<String>,
    /// The plan that the presentation began with, while there is one.
    pub presented: Option<Scenario>,
    /// The starting point that a presentation showed last.
    pub showed: Option<Scenario>,
    /// The plan that the last presentation began with, and what was before it: what a presentation shows is no change of the visitor's.
    pub began: Option<(Scenario, Option<Scenario>)>,
    /// Whether what was before the last change is shown.
    pub replaying: bool,
}

impl Stage {
    /// What was before the last change that the visitor made, where that can be shown: a starting point shown in a presentation is not one.
    #[must_use]
    pub fn last_change<'a>(&'a self, state: &'a State) -> Option<&'a Scenario> {
        if self.is_showing(state) {
            return None;
        }
        let before = state.history.before();
        match &self.began {
            Some((plan, earlier)) if plan == state.settled() && before == self.showed.as_ref() => earlier.as_ref(),
            _ => before,
        }
    }

    /// Whether a starting point is shown in a presentation.
    fn is_showing(&self, state: &State) -> bool {
        self.presented.is_some() && self.presented != self.showed && self.showed.as_ref() == Some(state.settled())
    }
}

impl From<Act> for Message {
    fn from(act: Act) -> Self {
        Self::Aside(Step::new(move |state| take(state, act.clone())))
    }
}

fn take(state: &mut State, act: Act) {
    let mut held: Stage = state.aside.get();
    if held.replaying {
        held.replaying = false;
        state.scenario = state.settled().clone();
    }
    match act {
        Act::Offered(link) => held.offered = Some(link),
        Act::Accepted => {
            if let Some(link) = held.offered.take() {
                open(state, &link);
            }
        }
        Act::Declined => held.offered = None,
        Act::Presented(true) => {
            held.began = Some((state.settled().clone(), held.last_change(state).cloned()));
            held.presented = Some(state.settled().clone());
        }
        Act::Presented(false) => {
            // A starting point was only shown: the visitor has their own plan back. What they changed meanwhile stays.
            let showing = held.is_showing(state);
            if let Some(first) = held.presented.take().filter(|_| showing) {
                settle(state, first);
            }
        }
        Act::Showed(link) => {
            let start = started(&state.scenario, link);
            held.showed = Some(start.clone());
            settle(state, start);
        }
        Act::Returned => {
            if let Some(first) = held.presented.clone() {
                settle(state, first);
            }
        }
        Act::Replayed(on) => {
            if let Some(before) = held.last_change(state).filter(|_| on).cloned() {
                // Shown, as a value is while a slider is dragged: the address and the history stay.
                state.scenario = before;
                held.replaying = true;
            }
        }
    }
    state.aside.set(held);
}
