//! What is told of a link that could not be used whole.

use crate::app::State;
use crate::link::Problem;
use crate::scenario::MOST_BESIDE;
use crate::words::text::site;

use super::fields::label;
use super::fields::said;

/// The notices of a state, in the order of the link.
#[must_use]
pub fn notices(state: &State) -> Vec<String> {
    state.notices.iter().map(|problem| notice(state, problem)).collect()
}

/// One notice in words.
#[must_use]
pub fn notice(state: &State, problem: &Problem) -> String {
    let lang = state.lang;
    match problem {
        Problem::NotALink => site::NOTICE_NOT_A_LINK.say(lang).to_owned(),
        Problem::LaterVersion(version) => site::NoticeLaterVersion { version: &version.to_string() }.say(lang),
        Problem::LaterEvidence(edition) => site::NoticeLaterEvidence { edition: &edition.to_string() }.say(lang),
        Problem::CutShort(part) if part.is_empty() => site::NOTICE_CUT_EMPTY.say(lang).to_owned(),
        Problem::CutShort(part) => site::NoticeCutShort { part }.say(lang),
        Problem::UnknownKey(key) => site::NoticeUnknownKey { key }.say(lang),
        Problem::BadValue(id, text) => {
            let field = &state.scenario.field(*id);
            let value = said(lang, field, state.scenario.value(*id));
            site::NoticeBadValue { label: &label(lang, &state.scenario, *id), text, value: &value }.say(lang)
        }
        Problem::BadFigure(text) => site::NoticeBadFigure { text }.say(lang),
        Problem::BadRange(id, text) => site::NoticeBadRange { label: &label(lang, &state.scenario, *id), text }.say(lang),
        Problem::TooMany => site::NoticeTooMany { most: &MOST_BESIDE.to_string() }.say(lang),
        Problem::NothingBeside => site::NOTICE_NOTHING_BESIDE.say(lang).to_owned(),
        Problem::Twice(id) => site::NoticeTwice { label: &label(lang, &state.scenario, *id) }.say(lang),
    }
}
