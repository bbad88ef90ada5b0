//! What is said of a plan that is presented, and of the last one, which is offered.

use crate::app::State;
use crate::app::presenting::Stage;
use crate::link;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::text::keeping as words;

use super::StartView;

/// A plan in the room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PresentView {
    /// Whether it is presented.
    pub on: bool,
    /// What is shown.
    pub said: String,
    /// What comes before it.
    pub previous: Option<Shown>,
    /// What comes after it.
    pub next: Option<Shown>,
    /// Whether there is a change to replay.
    pub replays: bool,
    /// Whether what was before the last change is shown.
    pub replaying: bool,
}

/// What can be shown in a presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The plan that it began with.
    Own,
    /// A named starting point, by its link.
    Start(&'static str),
}

/// What is offered of the last plan.
pub(super) fn offer(state: &State) -> Option<String> {
    let held: Stage = state.aside.get();
    held.offered.map(|link| words::Offer { name: &named(state.lang, &link::read(&link).scenario) }.say(state.lang))
}

/// What a plan is called.
pub(in crate::present) fn named(lang: Lang, scenario: &Scenario) -> String {
    scenario.title().map_or_else(|| words::UNNAMED.say(lang).to_owned(), str::to_owned)
}

/// The presentation of a state with these starting points. The plan that it began with stands before the starting points.
pub(super) fn present(state: &State, starts: &[StartView]) -> PresentView {
    let held: Stage = state.aside.get();
    let Some(first) = &held.presented else { return PresentView::default() };
    let (lang, settled) = (state.lang, state.settled());
    let is = |start: &StartView| link::read(start.link).scenario.with_own(settled.own().clone()).with_beside(settled.beside()) == *settled;
    // Whatever is none of the starting points counts as the visitor's own.
    let at = if settled == first { None } else { starts.iter().position(is) };
    let name = match at.and_then(|at| starts.get(at)) {
        Some(start) => start.name.clone(),
        None => settled.title().unwrap_or(words::YOUR_PLAN.say(lang)).to_owned(),
    };
    let shown = |at: usize| starts.get(at).map(|start| Shown::Start(start.link));
    let said = if held.replaying { words::BEFORE.say(lang).to_owned() } else { words::Presenting { name: &name }.say(lang) };
    PresentView {
        on: true,
        said,
        previous: match at {
            None => None,
            Some(0) => Some(Shown::Own),
            Some(at) => shown(at - 1),
        },
        next: shown(at.map_or(0, |at| at + 1)),
        replays: held.last_change(state).is_some(),
        replaying: held.replaying,
    }
}
