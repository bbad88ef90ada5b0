//! What a field of a programme says of the value that it starts from: what that is for all of Wales, whether it is assumed, and where in the
//! evidence its source and its reason stand. It holds no figure of the register: sixty with their documents are more than a page should load.

use crate::evidence::programmes::Rests;
use crate::present::fields::FieldView;
use crate::present::fields::SourceView;
use crate::present::fields::said;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::scenario::field::Field;
use crate::scenario::field::Unit;
use crate::scenario::id::Part;
use crate::words::Lang;
use crate::words::count;
use crate::words::number;
use crate::words::text::budget as words;
use crate::words::text::register;

/// Tells it of a field of a programme; one that starts from nothing on the shelf is left as it is.
pub(super) fn tell(lang: Lang, scenario: &Scenario, view: &mut FieldView) {
    if let Some((rests, source)) = source(lang, scenario, view.id) {
        view.assumption = rests.assumed;
        view.sources = vec![source];
    }
}

fn source(lang: Lang, scenario: &Scenario, id: Id) -> Option<(Rests, SourceView)> {
    let (slot, part) = id.part()?;
    let (programme, start) = (scenario.programme(slot)?, part.starts_from()?);
    let rests = programme.rests(start)?;
    let figure = value(lang, id.field(), programme.value(start), programme.range(start));
    let of_wales = matches!(part, Part::Cost | Part::Children);
    let source = SourceView {
        id: rests.figure,
        figure: if of_wales { words::ForWales { value: &figure }.say(lang) } else { figure },
        cited: if rests.assumed { words::SHELF_ASSUMED } else { words::SHELF_KNOWN }.say(lang).to_owned(),
        note: rests.reason.map(|reason| reason.say(lang).to_owned()),
    };
    Some((rests, source))
}

/// A value of the shelf with its range, where it has one.
#[must_use]
pub fn value(lang: Lang, field: &Field, value: f64, range: Option<(f64, f64)>) -> String {
    let bare = |value: f64| match field.unit {
        Unit::Years => count::years(lang, value, 0),
        Unit::Children => number::decimal_trimmed(value, 1),
        _ => said(lang, field, value),
    };
    match range {
        Some((low, high)) => register::Range { value: &bare(value), low: &bare(low), high: &bare(high) }.say(lang),
        None => bare(value),
    }
}
