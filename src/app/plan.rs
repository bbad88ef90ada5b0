//! What happens to the plan: a programme is put in, moved, copied, named, taken out; a range is given; scenarios are set side by side.
//!
//! The plan itself is part of the scenario, so undo takes back a programme as it takes back a slider. What stands here is what the scenario
//! does not hold: an end of a range that could not be read.

use crate::link;
use crate::link::Problem;
use crate::scenario::End;
use crate::scenario::Id;
use crate::scenario::MOST_BESIDE;
use crate::scenario::Scenario;
use crate::words::typed;

use super::Draft;
use super::Mistake;
use super::State;

/// Something that happens to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// A programme of the shelf is put at the end.
    Added(usize),
    /// The programme at a place is taken out.
    Removed(usize),
    /// The programme at a place stands once more at the end.
    Copied(usize),
    /// The programme at a place, or the last before it, and the first after it change places.
    Swapped(usize),
    /// The programme at a place gets a name.
    Named(usize, String),
    /// The scenario gets a name.
    Titled(String),
    /// The scenario at a place beside gets a name.
    BesideTitled(usize, String),
    /// A named starting point, as a link, takes the place of everything but the place's own figures and the scenarios beside.
    StartedFrom(&'static str),
    /// An end of a range was typed.
    Ranged(Id, End, String),
    /// A number is taken to be known.
    Known(Id),
    /// A range is the evidence's again.
    RangeRestored(Id),
    /// The scenario as it stands is set beside itself.
    SetBeside,
    /// A scenario, as a link or the address that holds it, is set beside, and those beside it as far as there is room.
    LinkSetBeside(String),
    /// The scenario at a place beside is taken away.
    TakenAway(usize),
    /// The scenario at a place beside changes places with the first.
    Fronted(usize),
}

/// Changes the plan. Only the programs of rooms that have one hold it.
pub type Act = fn(&mut State, Deed);

/// In a room without a plan nothing happens to it.
#[cfg(not(feature = "ssr"))]
pub(super) fn nothing(_: &mut State, _: Deed) {}

/// What the state becomes.
pub fn act(state: &mut State, deed: Deed) {
    let scenario = &state.scenario;
    let next = match deed {
        Deed::Added(at) => scenario.with_programme(at),
        Deed::Removed(slot) => Some(scenario.without_programme(slot)),
        Deed::Copied(slot) => scenario.with_copy(slot),
        Deed::Swapped(slot) => swapped(scenario, slot),
        Deed::Named(slot, name) => Some(scenario.with_name_of(slot, &name)),
        Deed::Titled(title) => Some(scenario.with_title(&title)),
        Deed::BesideTitled(at, title) => {
            let named = |(other, scenario): (usize, &Scenario)| if other == at { scenario.with_title(&title) } else { scenario.clone() };
            let all: Vec<Scenario> = scenario.beside().iter().enumerate().map(named).collect();
            Some(scenario.with_beside(&all))
        }
        Deed::StartedFrom(link) => Some(started(scenario, link)),
        Deed::Ranged(id, end, text) => return ranged(state, id, end, text),
        Deed::Known(id) => scenario.with_range(id, None),
        Deed::RangeRestored(id) => Some(scenario.with_preset_range(id)),
        // It keeps its name; what goes on is another plan from now on.
        Deed::SetBeside => Some(beside(scenario, std::slice::from_ref(scenario)).with_title("")),
        Deed::LinkSetBeside(link) => link_beside(scenario, &link, &mut state.notices),
        Deed::TakenAway(at) => {
            // What is said of each goes by its place.
            state.notices.clear();
            let rest: Vec<Scenario> = others(scenario, at).cloned().collect();
            Some(scenario.with_beside(&rest))
        }
        Deed::Fronted(at) => {
            state.notices.clear();
            fronted(scenario, at)
        }
    };
    if let Some(next) = next {
        settle(state, next);
    }
}

/// A starting point, with the visitor's own figures and what stands beside.
pub(super) fn started(scenario: &Scenario, link: &str) -> Scenario {
    link::read(link).scenario.with_own(scenario.own().clone()).with_beside(scenario.beside())
}

/// A link may leave places of the plan empty: with nothing nobody changes places.
fn swapped(scenario: &Scenario, slot: usize) -> Option<Scenario> {
    let one = scenario.planned().filter(|at| *at <= slot).last()?;
    let other = scenario.planned().find(|at| *at > slot)?;
    Some(scenario.with_swapped(one, other))
}

fn others(scenario: &Scenario, at: usize) -> impl Iterator<Item = &Scenario> {
    scenario.beside().iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, other)| other)
}

fn beside(scenario: &Scenario, others: &[Scenario]) -> Scenario {
    scenario.with_beside(&[scenario.beside(), others].concat())
}

/// The scenario at a place beside, with the others beside it and the first in its place.
#[must_use]
pub fn fronted(scenario: &Scenario, at: usize) -> Option<Scenario> {
    let front = scenario.beside().get(at)?;
    let mut rest = scenario.beside().to_vec();
    rest[at] = scenario.alone();
    Some(front.with_beside(&rest))
}

/// A link with its own beside it set beside; what is no link sets nothing beside, and that is told.
fn link_beside(scenario: &Scenario, link: &str, notices: &mut Vec<Problem>) -> Option<Scenario> {
    let link = link.trim();
    let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment);
    let opened = link::read(fragment);
    let (before, read) = (scenario.beside().len(), opened.problems.iter().all(Problem::is_read));
    *notices = opened.problems.into_iter().map(|problem| problem.set_beside(before)).collect();
    if fragment.is_empty() || !read {
        *notices = vec![Problem::NothingBeside];
        return None;
    }
    let all = [&[opened.scenario.alone()], opened.scenario.beside()].concat();
    if scenario.beside().len() + all.len() > MOST_BESIDE && !notices.contains(&Problem::TooMany) {
        notices.push(Problem::TooMany);
    }
    Some(beside(scenario, &all))
}

/// What is half typed is of another scenario.
pub(super) fn forget_drafts(state: &mut State) {
    state.drafts.clear();
    state.range_drafts.clear();
    state.figure_drafts.clear();
}

/// What was half typed for another place is nothing for this one.
pub(super) fn forget_hanging(state: &mut State, id: Id) {
    for hanging in Id::every().filter(|other| other.hangs_on(id)) {
        state.drafts.remove(hanging);
        state.range_drafts.retain(|((of, _), _)| *of != hanging);
    }
}

fn settle(state: &mut State, next: Scenario) {
    // What is half typed is of another plan.
    state.drafts.clear();
    state.range_drafts.clear();
    state.history.settle(&next);
    state.scenario = next;
}

/// An end of a range that can be read and is allowed takes effect; anything else is told, and the range stays.
fn ranged(state: &mut State, id: Id, end: End, text: String) {
    state.range_drafts.retain(|(of, _)| *of != (id, end));
    let value = state.scenario.value(id);
    let (low, high) = state.scenario.range(id).unwrap_or((value, value));
    let range = read(state, id, &text).and_then(|typed| {
        let range = if end == End::Low { (typed, high) } else { (low, typed) };
        // The range holds the value itself.
        let holds = range.0 <= value && value <= range.1;
        if holds { Ok(range) } else { Err(Mistake::OutOfBounds) }
    });
    match range.map(|range| state.scenario.with_range(id, Some(range))) {
        Ok(Some(next)) => {
            state.history.settle(&next);
            state.scenario = next;
        }
        Ok(None) => state.range_drafts.push(((id, end), Draft { text, mistake: Some(Mistake::OutOfBounds), left: true })),
        Err(mistake) => state.range_drafts.push(((id, end), Draft { text, mistake: Some(mistake), left: true })),
    }
}

fn read(state: &State, id: Id, text: &str) -> Result<f64, Mistake> {
    let typed = typed::parse(state.lang, text, super::kind(id)).map_err(|problem| match problem {
        typed::Typed::Empty => Mistake::Empty,
        typed::Typed::NotANumber => Mistake::NotANumber,
    })?;
    if id.field().unit.of_years() && typed.fract().abs() > 0.0 { Err(Mistake::NotWhole) } else { Ok(typed) }
}
