//! The desk of the room of the visitor's own figures: a file is read, a figure is typed, the device is asked to keep them.
//!
//! The figures themselves are part of the scenario, so undo takes back a file as it takes back a slider. What stands here is what the
//! scenario does not hold: how far reading has come, and what could not be used. Nothing here touches a file or the device: that is done
//! where the browser is known, and told as an [`Act`].

use std::rc::Rc;

use crate::files::Loaded;
use crate::files::Problem;
use crate::place::Place;
use crate::scenario::Id;
use crate::scenario::Own;
use crate::scenario::own::Key;
use crate::scenario::own::Refusal;
use crate::words::Lang;
use crate::words::typed;

use super::Draft;
use super::Message;
use super::Mistake;
use super::State;
use super::aside::Step;
use super::own::change;

/// Something that happens to them.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// So many bytes of a file are read, of so many.
    Reading(usize, usize),
    /// A file is read to its end.
    Read(Rc<Loaded>),
    /// Nothing of a file can be read.
    Refused(Problem),
    /// Reading was given up.
    Stopped,
    /// A key was pressed in the box of a figure, which now holds this.
    Typed(Key, String),
    /// The box was left.
    Left(Key),
    /// A figure is taken away.
    Removed(Key),
    /// All of them are.
    Cleared,
    /// The device was asked to keep them, and did or did not.
    Kept(bool),
    /// The device has forgotten them.
    Forgotten,
}

/// What came of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What could not be used.
    pub problems: Vec<Problem>,
    /// How much more could not be used.
    pub more: usize,
    /// Rows with a value.
    pub rows_read: usize,
    /// Rows of those that became figures.
    pub rows_used: usize,
    /// Figures that were there before with another value.
    pub replaced: usize,
}

/// What the scenario does not hold of the visitor's own figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// How far a file is read: bytes done, and bytes in all.
    pub reading: Option<(usize, usize)>,
    /// What came of the last file.
    pub report: Option<Report>,
    /// Whether the device would not keep them.
    pub not_kept: bool,
}

impl From<Act> for Message {
    fn from(act: Act) -> Self {
        Self::Aside(Step::new(move |state| take(state, act.clone())))
    }
}

fn take(state: &mut State, act: Act) {
    let before: Desk = state.aside.get();
    let mut desk = before.clone();
    match act {
        Act::Reading(done, total) => desk.reading = Some((done, total)),
        Act::Read(loaded) => desk = read(state, &loaded, desk.not_kept),
        Act::Refused(problem) => {
            (desk.reading, desk.report) =
                (None, Some(Report { problems: vec![problem], more: 0, rows_read: 0, rows_used: 0, replaced: 0 }));
        }
        Act::Stopped => desk.reading = None,
        Act::Typed(key, text) => typed_in(state, key, text),
        Act::Left(key) => left(state, &key),
        Act::Removed(key) => {
            drop_draft(state, &key);
            change(state, |own| own.remove(&key));
        }
        Act::Cleared => {
            desk = Desk::default();
            state.figure_drafts.clear();
            change(state, |own| *own = Own::default());
        }
        Act::Kept(done) => {
            desk.not_kept = !done;
            if done {
                state.on_device = Some(Rc::new(state.scenario.own().clone()));
            }
        }
        Act::Forgotten => (state.on_device, desk.not_kept) = (None, false),
    }
    if desk != before {
        state.aside.set(desk);
    }
}

/// What stands in the box of a figure, where it is not settled.
#[must_use]
pub fn draft<'a>(state: &'a State, key: &Key) -> Option<&'a Draft> {
    state.figure_drafts.iter().find(|(of, _)| of == key).map(|(_, draft)| draft)
}

fn drop_draft(state: &mut State, key: &Key) {
    state.figure_drafts.retain(|(of, _)| of != key);
}

/// Takes a file in. Where all its figures are of one place, the page turns to that place.
fn read(state: &mut State, loaded: &Loaded, not_kept: bool) -> Desk {
    let mut replaced = 0;
    if let Some(scenario) = place_of(&loaded.own).and_then(|index| state.scenario.with(Id::Place, index)) {
        state.scenario = scenario;
    }
    state.figure_drafts.clear();
    change(state, |own| replaced = own.merge(&loaded.own).len());
    let Loaded { problems, more, rows_read, rows_used, .. } = loaded;
    let report = Report { problems: problems.clone(), more: *more, rows_read: *rows_read, rows_used: *rows_used, replaced };
    Desk { reading: None, report: Some(report), not_kept }
}

/// The option of the one place that figures are about, where it is one.
fn place_of(own: &Own) -> Option<f64> {
    let [only] = own.places()[..] else { return None };
    let index = Place::ALL.iter().position(|place| place.key() == only)?;
    u32::try_from(index).ok().map(f64::from)
}

fn typed_in(state: &mut State, key: Key, text: String) {
    let left = draft(state, &key).is_some_and(|draft| draft.left && draft.mistake.is_some());
    let mistake = match value(state.lang, &key, &text) {
        Ok(value) => {
            let mut own = state.scenario.own().clone();
            if own.set(key, value).is_ok() {
                state.scenario = state.scenario.with_own(own);
            }
            None
        }
        Err(mistake) => {
            // Half of a number, read on the way to a mistake, is not a value that anybody gave.
            if let Some(settled) = state.settled().own().get(&key) {
                let mut own = state.scenario.own().clone();
                if own.set(key, settled).is_ok() {
                    state.scenario = state.scenario.with_own(own);
                }
            }
            Some(mistake)
        }
    };
    drop_draft(state, &key);
    state.figure_drafts.push((key, Draft { text, mistake, left }));
}

fn left(state: &mut State, key: &Key) {
    if let Some(draft) = state.figure_drafts.iter_mut().find(|(of, draft)| of == key && draft.mistake.is_some()) {
        draft.1.left = true;
    } else {
        drop_draft(state, key);
    }
    state.history.settle(&state.scenario);
}

fn value(lang: Lang, key: &Key, text: &str) -> Result<f64, Mistake> {
    let kind = if key.item.money() { typed::Kind::Money } else { typed::Kind::Number };
    let value = typed::parse(lang, text, kind).map_err(|problem| match problem {
        typed::Typed::Empty => Mistake::Empty,
        typed::Typed::NotANumber => Mistake::NotANumber,
    })?;
    match key.refusal(value) {
        None => Ok(value),
        Some(Refusal::NotWhole) => Err(Mistake::NotWhole),
        Some(_) => Err(Mistake::OutOfBounds),
    }
}
