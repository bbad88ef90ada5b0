//! What is typed into the box of a field: read, refused, or held until it is left.

use crate::scenario::Id;
use crate::scenario::field::NOTHING;
use crate::words::Lang;
use crate::words::typed;

use super::Draft;
use super::Mistake;
use super::State;

/// A value that can be read and is allowed takes effect at once. With anything else in the box the field stands where it was last
/// settled: half of a number, read on the way to a mistake, is not a value that anybody chose.
pub(super) fn typed_in(state: &mut State, id: Id, text: String) {
    let left = state.drafts.get(id).is_some_and(|draft| draft.left && draft.mistake.is_some());
    let (value, mistake) = match read(state.lang, id, &text) {
        Ok(value) => (value, None),
        Err(mistake) => (state.settled().value(id), Some(mistake)),
    };
    if let Some(scenario) = state.scenario.with(id, value) {
        state.scenario = scenario;
    }
    state.drafts.set(id, Draft { text, mistake, left });
}

pub(super) fn leave(state: &mut State, id: Id) {
    match state.drafts.get(id).cloned() {
        Some(draft) if draft.mistake.is_some() => state.drafts.set(id, Draft { left: true, ..draft }),
        Some(_) => state.drafts.remove(id),
        None => {}
    }
    state.history.settle(&state.scenario);
}

/// What a text says for a field.
///
/// # Errors
///
/// The [`Mistake`] in it: empty, no number, outside the bounds, or not whole where only whole numbers make sense.
pub fn read(lang: Lang, id: Id, text: &str) -> Result<f64, Mistake> {
    let field = id.field();
    let value = match typed::parse(lang, text, kind(id)) {
        Ok(value) => value,
        Err(typed::Typed::Empty) if field.blank => return Ok(NOTHING),
        Err(typed::Typed::Empty) => return Err(Mistake::Empty),
        Err(typed::Typed::NotANumber) => return Err(Mistake::NotANumber),
    };
    let (low, high) = field.bounds;
    if value < low || high < value {
        Err(Mistake::OutOfBounds)
    } else if field.allows(value) {
        Ok(value)
    } else {
        Err(Mistake::NotWhole)
    }
}

/// How a field's values are typed and written in its box.
#[must_use]
pub const fn kind(id: Id) -> typed::Kind {
    use crate::scenario::field::Unit;
    match id.field().unit {
        Unit::PoundsPerChild | Unit::Pounds | Unit::PoundsPerYear | Unit::PoundsPerChildYear => typed::Kind::Money,
        Unit::Children | Unit::ChildrenPerYear | Unit::Years | Unit::Option => typed::Kind::Count,
        Unit::Percent | Unit::PercentPerYear => typed::Kind::Percent,
        Unit::Year => typed::Kind::Year,
    }
}
