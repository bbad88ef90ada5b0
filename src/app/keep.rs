//! What the visitor's device keeps of plans, and a plan that is opened from a file.
//!
//! What is opened is a step like any other: undo takes it back. What stands here is what the scenario does not hold. Nothing here touches
//! the device: that is done where the browser is known, and told as an [`Act`].

use crate::files::Kept;
use crate::files::scenario::Fault;
use crate::link;
use crate::scenario::Scenario;

use super::Message;
use super::State;
use super::aside::Step;
use super::plan::forget_drafts;

/// Something that happens to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// The device was looked at: the plans it keeps, and whether the last one is to be offered.
    Found(Vec<Kept>, bool),
    /// The plans that are kept changed, or could not be.
    Stored(Vec<Kept>, Outcome),
    /// A plan was kept under a name, which is its title from now on.
    Named(Vec<Kept>, String),
    /// The visitor asks to be offered the last plan, or no longer; whether the device could do that.
    Remembered(bool, bool),
    /// A link that a file held is opened.
    Opened(String),
    /// A file could not be opened.
    Refused(Fault),
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
pub struct Shelf {
    /// The plans that the device keeps.
    pub plans: Vec<Kept>,
    /// Those that were forgotten last.
    pub forgotten: Vec<Kept>,
    /// Whether the last plan is offered when the visitor comes back.
    pub remembers: bool,
    /// What came of the last thing asked.
    pub outcome: Option<Outcome>,
}

impl From<Act> for Message {
    fn from(act: Act) -> Self {
        Self::Aside(Step::new(move |state| take(state, act.clone())))
    }
}

fn take(state: &mut State, act: Act) {
    let mut shelf: Shelf = state.aside.get();
    shelf.outcome = None;
    match act {
        Act::Found(plans, remembers) => (shelf.plans, shelf.remembers) = (plans, remembers),
        Act::Stored(plans, outcome) => {
            // Several may be forgotten one after another; the last step is the one that can be taken back.
            let before = std::mem::replace(&mut shelf.plans, plans);
            shelf.forgotten = if outcome == Outcome::Forgotten { before } else { Vec::new() };
            shelf.outcome = Some(outcome);
        }
        Act::Named(plans, name) => {
            (shelf.plans, shelf.outcome) = (plans, Some(Outcome::Kept));
            let named = state.scenario.with_title(&name);
            settle(state, named);
        }
        Act::Remembered(remembers, done) => {
            if done {
                shelf.remembers = remembers;
            }
            let outcome = if remembers { Outcome::Remembers } else { Outcome::Forgets };
            shelf.outcome = Some(if done { outcome } else { Outcome::NotAllowed });
        }
        Act::Opened(link) => {
            open(state, &link);
            shelf.outcome = Some(Outcome::Opened);
        }
        Act::Refused(fault) => shelf.outcome = Some(Outcome::Refused(fault)),
    }
    state.aside.set(shelf);
}

/// Opens a link that the device or a file held, as a step that undo takes back.
pub(super) fn open(state: &mut State, link: &str) {
    let opened = link::read(link);
    state.notices = opened.problems;
    settle(state, opened.scenario);
}

/// Takes a scenario in the place of the one in hand, as a step that undo takes back.
pub(super) fn settle(state: &mut State, next: Scenario) {
    // What is half typed is of another plan.
    forget_drafts(state);
    state.history.settle(&next);
    state.scenario = next;
}
