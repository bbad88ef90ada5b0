//! Targets and claims: what a target would take, which is the answer; then a plan followed quarter by quarter, and a claim about money
//! checked, a file each.

mod backwards;
mod claim;
mod tracker;

use crate::app::State;
use crate::place::Place;
use crate::scenario::Id;
use crate::words::Text;
use crate::words::text::numbers;
use crate::words::text::targets as words;

use super::Group;
use super::Question;
use super::paths;
use super::rooms::CLAIM;
use super::rooms::QUARTERS;

use backwards::Backwards;

pub use claim::Claim;
pub use claim::sum as claimed_sum;
pub use tracker::Tracker;
pub use tracker::level as quarter_level;

/// The question with its answer.
#[must_use]
pub fn question(state: &State) -> Question {
    let lang = state.lang;
    let say = |text: Text| text.say(lang).to_owned();
    let backwards = Backwards::of(&state.scenario);
    let headline = backwards.headline(lang);
    let sections = vec![tracker::section(state), claim::section(state)];
    let mut announcement = headline.text();
    for (section, ids) in sections.iter().zip([&QUARTERS[..], &CLAIM]) {
        if ids.iter().any(|id| state.scenario.changed(*id)) {
            for line in &section.lines {
                announcement.push(' ');
                announcement.push_str(&line.text());
            }
        }
    }
    Question {
        title: say(words::TITLE),
        question: say(words::QUESTION),
        intro: say(words::INTRO),
        gist: backwards.gist(lang),
        within: String::new(),
        headline,
        standing: super::standing::standing(lang, &state.scenario),
        lines: vec![backwards.rests_on(lang)],
        footnotes: backwards.footnotes(&state.scenario),
        groups: groups(state),
        results: backwards.rows(lang),
        charts: vec![(backwards.chart(lang), None)],
        sections,
        caveats: caveats(state),
        plan: None,
        requests: backwards.request(lang).into_iter().collect(),
        announcement,
    }
}

fn groups(state: &State) -> Vec<Group> {
    vec![
        Group::of(state, words::GROUP_BACKWARDS, &[Id::CareTarget, Id::TargetYear, Id::Vary], false),
        Group::of(state, crate::words::text::field::PATH_FLOWS, &[Id::Entries, Id::Leavers, Id::EntriesGrowth], true),
    ]
}

fn caveats(state: &State) -> Vec<String> {
    let (lang, scenario) = (state.lang, &state.scenario);
    let mut caveats = vec![words::CAVEAT_ALL_ELSE.say(lang).to_owned()];
    if paths::documents(scenario) {
        caveats.push(paths::about_plans(lang));
    }
    if scenario.place() != Place::Wales && !scenario.flows().own {
        caveats.push(numbers::CAVEAT_PLACE_RATES.say(lang).to_owned());
    }
    caveats
}
