//! What is told of a link that could not be used whole.

use crate::app::State;
use crate::link::Problem;
use crate::scenario::MOST_BESIDE;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::text::compare;
use crate::words::text::site;

use super::compare::LETTERS;
use super::fields::label;
use super::fields::said;

/// The notices of a state, in the order of the link.
#[must_use]
pub fn notices(state: &State) -> Vec<String> {
    state.notices.iter().map(|problem| notice(state, problem)).collect()
}

/// One notice in words, after the scenario that it is of where several stand side by side.
#[must_use]
pub fn notice(state: &State, problem: &Problem) -> String {
    let (lang, first) = (state.lang, &state.scenario);
    let (at, scenario, own) = match problem {
        Problem::Beside(at, own) => (at + 1, first.beside().get(*at), &**own),
        own => (0, Some(first), own),
    };
    let notice = alone(lang, scenario.unwrap_or(first), own);
    let of_one = !first.beside().is_empty() && !matches!(own, Problem::TooMany | Problem::NothingBeside);
    match LETTERS.get(at).filter(|_| of_one) {
        Some(letter) => compare::Titled { scenario: &compare::Letter { letter }.say(lang), title: &notice }.say(lang),
        None => notice,
    }
}

/// One notice about one scenario.
fn alone(lang: Lang, scenario: &Scenario, problem: &Problem) -> String {
    match problem {
        Problem::NotALink => site::NOTICE_NOT_A_LINK.say(lang).to_owned(),
        Problem::LaterVersion(version) => site::NoticeLaterVersion { version: &version.to_string() }.say(lang),
        Problem::LaterEvidence(edition) => site::NoticeLaterEvidence { edition: &edition.to_string() }.say(lang),
        Problem::CutShort(part) if part.is_empty() => site::NOTICE_CUT_EMPTY.say(lang).to_owned(),
        Problem::CutShort(part) => site::NoticeCutShort { part }.say(lang),
        Problem::UnknownKey(key) => site::NoticeUnknownKey { key }.say(lang),
        Problem::BadValue(id, text) => {
            let field = &scenario.field(*id);
            let value = said(lang, field, scenario.value(*id));
            site::NoticeBadValue { label: &label(lang, scenario, *id), text, value: &value }.say(lang)
        }
        Problem::BadFigure(text) => site::NoticeBadFigure { text }.say(lang),
        Problem::BadRange(id, text) => site::NoticeBadRange { label: &label(lang, scenario, *id), text }.say(lang),
        Problem::TooMany => site::NoticeTooMany { most: &MOST_BESIDE.to_string() }.say(lang),
        Problem::NothingBeside => site::NOTICE_NOTHING_BESIDE.say(lang).to_owned(),
        Problem::Twice(id) => site::NoticeTwice { label: &label(lang, scenario, *id) }.say(lang),
        Problem::Beside(_, problem) => alone(lang, scenario, problem),
    }
}
