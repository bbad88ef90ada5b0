//! What the visitor's device keeps of plans, the plan that is opened from there or from a file, and a plan that is presented.
//!
//! What is opened is a step like any other: undo takes it back. What stands here is what the scenario does not hold. Nothing here touches
//! the device: that is done where the browser is known, and told as an [`Act`]. Only a room that makes a [`Step`] links what takes it, so
//! the other rooms' programs hold nothing of this.

use std::any::Any;
use std::fmt;
use std::rc::Rc;

use crate::files::Kept;
use crate::files::scenario::Fault;
use crate::link;
use crate::scenario::Scenario;

use super::State;
use super::plan::started;

/// Something that happens to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// The device was looked at: the plans it keeps, and the last one, where it was asked to offer that.
    Found {
        /// The plans that are kept.
        plans: Vec<Kept>,
        /// Whether the visitor asked to be offered the last plan.
        remembers: bool,
        /// The link of the last plan, where it is to be offered.
        offered: Option<String>,
    },
    /// The plans that are kept changed, or could not be.
    Stored(Vec<Kept>, Outcome),
    /// A plan was kept under a name, which is its title from now on.
    Named(Vec<Kept>, String),
    /// The visitor asks to be offered the last plan, or no longer; whether the device could do that.
    Remembered(bool, bool),
    /// A link that the device or a file held is opened.
    Opened(String),
    /// The last plan is opened.
    Accepted,
    /// The last plan is not wanted.
    Declined,
    /// A file could not be opened.
    Refused(Fault),
    /// The plan is presented, or no longer.
    Presented(bool),
    /// A starting point, by its link, is shown in the presentation.
    Showed(&'static str),
    /// The plan that the presentation began with is shown again.
    Returned,
    /// What was before the last change is shown, or no longer.
    Replayed(bool),
}

/// What came of the last thing asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The plan is kept.
    Kept,
    /// A plan without a name is not kept.
    NoName,
    /// There is no room for another.
    Full,
    /// The browser would not do it.
    NotAllowed,
    /// A later release keeps plans here; they are left as they are.
    Later,
    /// Plans were forgotten: those that were kept before can be kept again.
    Forgotten,
    /// Those are kept again.
    BroughtBack,
    /// The last plan is offered from now on.
    Remembers,
    /// It is no longer, and is forgotten.
    Forgets,
    /// A file was opened.
    Opened,
    /// A file could not be opened.
    Refused(Fault),
}

/// What the scenario does not hold of all this.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// The plans that the device keeps.
    pub plans: Vec<Kept>,
    /// Those that were forgotten last.
    pub forgotten: Vec<Kept>,
    /// Whether the last plan is offered when the visitor comes back.
    pub remembers: bool,
    /// The link of the last plan, while it is offered.
    pub offered: Option<String>,
    /// What came of the last thing asked.
    pub outcome: Option<Outcome>,
    /// The plan that the presentation began with, while there is one.
    pub presented: Option<Scenario>,
    /// The starting point that a presentation showed last.
    pub showed: Option<Scenario>,
    /// The plan that the last presentation began with, and what was before it: what a presentation shows is no change of the visitor's.
    pub began: Option<(Scenario, Option<Scenario>)>,
    /// Whether what was before the last change is shown.
    pub replaying: bool,
}

/// The [`Desk`], shared between states: nothing until a room uses it. Of any kind, so that the programs of rooms that use none hold no code
/// to let one go.
#[derive(Clone, Debug, Default)]
pub struct Keeping(Option<Rc<dyn Any>>);

/// Every act makes another.
impl PartialEq for Keeping {
    fn eq(&self, other: &Self) -> bool {
        let at = |keeping: &Self| keeping.0.as_ref().map(|desk| Rc::as_ptr(desk).cast::<()>());
        at(self) == at(other)
    }
}

impl Keeping {
    /// What is there.
    #[must_use]
    pub fn desk(&self) -> Desk {
        self.0.as_ref().and_then(|desk| desk.downcast_ref::<Desk>()).cloned().unwrap_or_default()
    }
}

impl Desk {
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

/// An act, ready to be taken.
#[derive(Clone)]
pub struct Step(Rc<dyn Fn(&mut State)>);

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Step")
    }
}

/// A step is itself alone.
impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Step {
    /// The step that an act is.
    #[must_use]
    pub fn new(act: Act) -> Self {
        Self(Rc::new(move |state| take(state, act.clone())))
    }

    pub(super) fn take(&self, state: &mut State) {
        (self.0)(state);
    }
}

fn take(state: &mut State, act: Act) {
    let mut desk = state.keeping.desk();
    desk.outcome = None;
    if desk.replaying {
        desk.replaying = false;
        state.scenario = state.settled().clone();
    }
    match act {
        Act::Found { plans, remembers, offered } => (desk.plans, desk.remembers, desk.offered) = (plans, remembers, offered),
        Act::Stored(plans, outcome) => {
            // Several may be forgotten one after another; the last step is the one that can be taken back.
            let before = std::mem::replace(&mut desk.plans, plans);
            desk.forgotten = if outcome == Outcome::Forgotten { before } else { Vec::new() };
            desk.outcome = Some(outcome);
        }
        Act::Named(plans, name) => {
            (desk.plans, desk.outcome) = (plans, Some(Outcome::Kept));
            let named = state.scenario.with_title(&name);
            settle(state, named);
        }
        Act::Remembered(remembers, done) => {
            if done {
                desk.remembers = remembers;
            }
            if !remembers {
                desk.offered = None;
            }
            let outcome = if remembers { Outcome::Remembers } else { Outcome::Forgets };
            desk.outcome = Some(if done { outcome } else { Outcome::NotAllowed });
        }
        Act::Opened(link) => {
            open(state, &link);
            desk.outcome = Some(Outcome::Opened);
        }
        Act::Accepted => {
            if let Some(link) = desk.offered.take() {
                open(state, &link);
            }
        }
        Act::Declined => desk.offered = None,
        Act::Refused(fault) => desk.outcome = Some(Outcome::Refused(fault)),
        Act::Presented(true) => {
            desk.began = Some((state.settled().clone(), desk.last_change(state).cloned()));
            desk.presented = Some(state.settled().clone());
        }
        Act::Presented(false) => {
            // A starting point was only shown: the visitor has their own plan back. What they changed meanwhile stays.
            let showing = desk.is_showing(state);
            if let Some(first) = desk.presented.take().filter(|_| showing) {
                settle(state, first);
            }
        }
        Act::Showed(link) => {
            let start = started(&state.scenario, link);
            desk.showed = Some(start.clone());
            settle(state, start);
        }
        Act::Returned => {
            if let Some(first) = desk.presented.clone() {
                settle(state, first);
            }
        }
        Act::Replayed(on) => {
            if let Some(before) = desk.last_change(state).filter(|_| on).cloned() {
                // Shown, as a value is while a slider is dragged: the address and the history stay.
                state.scenario = before;
                desk.replaying = true;
            }
        }
    }
    state.keeping = Keeping(Some(Rc::new(desk)));
}

fn open(state: &mut State, link: &str) {
    let opened = link::read(link);
    state.notices = opened.problems;
    settle(state, opened.scenario);
}

fn settle(state: &mut State, next: Scenario) {
    // What is half typed is of another plan.
    state.drafts.clear();
    state.range_drafts.clear();
    state.desk.drafts.clear();
    state.history.settle(&next);
    state.scenario = next;
}
