//! Numbers in care: what was counted, what was planned, what the flows of 2018-19 lead to, and the visitor's own path.

mod chart;
mod sums;

use crate::app::State;
use crate::evidence::figure;
use crate::evidence::series::WALES;
use crate::scenario::Id;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::numbers as words;

use super::Group;
use super::Question;
use super::ResultRow;
use super::figure::Figure;
use super::figure::Sentence;
use super::figure::mark;
use super::request;
use super::request::Path;
use super::request::Request;

use sums::Sums;
use sums::counted;

pub use sums::exit_rate;

/// The question with its answer.
#[must_use]
pub fn question(state: &State) -> Question {
    let (lang, scenario) = (state.lang, &state.scenario);
    let sums = Sums::of(scenario);
    let say = |text: Text| text.say(lang).to_owned();
    Question {
        title: say(words::TITLE),
        question: say(words::QUESTION),
        intro: say(words::INTRO),
        gist: (yours_label(lang, &sums), Figure::new("", sums.yours.end(), number::whole(sums.yours.end()))),
        headline: headline(lang, &sums),
        lines: lines(lang, &sums),
        groups: groups(state, &sums),
        results: results(lang, &sums),
        charts: vec![(chart::chart(lang, &sums), None)],
        caveats: caveats(lang, &sums),
        requests: requests(lang, &sums),
        announcement: announcement(lang, &sums),
    }
}

fn yours_label(lang: Lang, sums: &Sums) -> String {
    words::YoursEnd { year: &sums.end_year_text() }.say(lang)
}

fn headline(lang: Lang, sums: &Sums) -> Sentence {
    let fall = sums.measure.fall.value;
    let rise = sums.measure.rise.map_or(0.0, |rise| rise.value);
    let counted = counted(2022).unwrap_or(0.0);
    let councils = figure::PLAN_LEARNING_DISABILITY_REPORTING.value;
    let figures = [
        Figure::new("planned", sums.planned, number::whole(sums.planned)),
        Figure::new("counted", counted, number::whole(counted)),
        Figure::new("gap", counted - sums.planned, number::whole(counted - sums.planned)),
        Figure::new("fall", fall, number::whole(fall)),
        Figure::new("start", sums.start, number::whole(sums.start)),
        Figure::new("rise", rise, number::percent_trimmed(rise, 1)),
        Figure::new("councils", councils, number::whole(councils)),
    ];
    let text = if sums.care {
        words::HeadlineCare { planned: mark(0), counted: mark(1), gap: mark(2) }.say(lang)
    } else if sums.measure.start.is_some() {
        words::HeadlineDerived { fall: mark(3), start: mark(4), planned: mark(0), rise: mark(5) }.say(lang)
    } else {
        words::HeadlineParents { fall: mark(3), councils: mark(6) }.say(lang)
    };
    Sentence::of(&text, &figures)
}

fn lines(lang: Lang, sums: &Sums) -> Vec<Sentence> {
    let year = sums.end_year_text();
    let carry_on = sums.carry_on.as_ref().map(|carry_on| {
        let (model, end) = (carry_on.at(2020).unwrap_or(0.0), carry_on.end());
        let figures = [
            Figure::new("model-2020", model, number::whole(model)),
            Figure::new("", figure::CHILDREN_2020.value, number::whole(figure::CHILDREN_2020.value)),
            Figure::new("carry-on-end", end, number::whole(end)),
        ];
        Sentence::of(&words::LineCarryOn { model: mark(0), counted: mark(1), end: mark(2), year: &year }.say(lang), &figures)
    });
    let yours = (!sums.same && sums.measure.start.is_some()).then(|| {
        let end = sums.yours.end();
        let difference = end.round() - sums.planned;
        let figures = [
            Figure::new("yours-line", end, number::whole(end)),
            Figure::new("", difference, number::signed(&number::whole(difference))),
            Figure::new("", sums.planned, number::whole(sums.planned)),
        ];
        Sentence::of(&words::LineYours { end: mark(0), year: &year, difference: mark(1), planned: mark(2) }.say(lang), &figures)
    });
    carry_on.into_iter().chain(yours).collect()
}

fn groups(state: &State, sums: &Sums) -> Vec<Group> {
    let mut yours = if sums.measure.start.is_some() { vec![Id::Path] } else { Vec::new() };
    yours.extend(&sums.shaping);
    yours.push(Id::ToYear);
    vec![Group::of(state, words::GROUP_MEASURE, &[Id::Measure], false), Group::of(state, words::GROUP_PATH, &yours, false)]
}

fn results(lang: Lang, sums: &Sums) -> Vec<ResultRow> {
    let mut rows = Vec::new();
    let whole = |name, value: f64| Figure::new(name, value, number::whole(value));
    if sums.measure.start.is_some() {
        let note = words::NowPlannedNote { start: &number::whole(sums.start), fall: &number::whole(sums.measure.fall.value) }.say(lang);
        rows.push(ResultRow::new(words::NOW_PLANNED.say(lang), whole("row-planned", sums.planned), Some(note)));
    }
    if sums.care {
        rows.extend(care_rows(lang, sums));
    }
    if let Some(rise) = sums.measure.rise {
        let note =
            words::FirstYearNote { start: &number::whole(sums.start), rise: &number::signed(&number::percent_trimmed(rise.value, 1)) };
        let value = sums.start * (1.0 + rise.value);
        rows.push(ResultRow::new(words::FIRST_YEAR_COUNTED.say(lang), whole("first-year", value), Some(note.say(lang))));
    }
    rows.push(ResultRow::new(yours_label(lang, sums), whole("yours", sums.yours.end()), yours_note(lang, sums)));
    rows
}

fn care_rows(lang: Lang, sums: &Sums) -> Vec<ResultRow> {
    let whole = |name, value: f64| Figure::new(name, value, number::whole(value));
    let latest = WALES.last();
    let model = sums.carry_on.as_ref().and_then(|carry_on| carry_on.at(2020)).unwrap_or(0.0);
    let note = words::CarryOn2020Note {
        counted: &number::whole(figure::CHILDREN_2020.value),
        revised: &number::whole(figure::CHILDREN_2020_REVISED.value),
    };
    let mut rows = vec![ResultRow::new(words::NOW_COUNTED.say(lang), whole("row-counted", counted(2022).unwrap_or(0.0)), None)];
    if let Some(latest) = latest {
        let label = words::NowLatest { year: &latest.year.to_string() }.say(lang);
        rows.push(ResultRow::new(label, whole("latest", latest.children), None));
    }
    rows.push(ResultRow::new(words::CARRY_ON_2020.say(lang), whole("row-model-2020", model), Some(note.say(lang))));
    rows
}

fn yours_note(lang: Lang, sums: &Sums) -> Option<String> {
    let (entries, exits) = sums.yours.flows?;
    let (entries_said, exits) = (number::whole(entries), number::whole(exits));
    let flows = match sums.path {
        Path::Flows(_, rate, _) if rate > 0.0 => {
            words::YoursEntries { entries: &entries_said, exits: &exits, stay: &number::decimal(1.0 / rate, 2) }.say(lang)
        }
        _ => words::YoursNoStay { entries: &entries_said }.say(lang),
    };
    let (low, high) = sums.yours.ranges.last().copied().flatten()?;
    let chance = words::YoursChance { low: &number::whole(low), high: &number::whole(high) }.say(lang);
    Some(format!("{chance}. {flows}."))
}

fn caveats(lang: Lang, sums: &Sums) -> Vec<String> {
    if sums.care {
        return [words::CAVEAT_DEFINITIONS, words::CAVEAT_2022, words::CAVEAT_CHANCE].map(|text| text.say(lang).to_owned()).to_vec();
    }
    let derived = sums.measure.share.map(|share| {
        let fall = number::whole(sums.measure.fall.value);
        words::CaveatDerived { fall: &fall, share: &number::percent_trimmed(share.value, 1), start: &number::whole(sums.start) }.say(lang)
    });
    derived.into_iter().chain([words::CAVEAT_CHANCE.say(lang).to_owned()]).collect()
}

fn requests(lang: Lang, sums: &Sums) -> Vec<Request> {
    if sums.measure.start.is_none() {
        return Vec::new();
    }
    let mut requests = Vec::new();
    if sums.care {
        requests.push(Request::new("calibrate", words::REQUEST_CALIBRATE.say(lang), "calibrate", &request::calibrate()));
        requests.push(Request::new("carry-on", words::REQUEST_CARRY_ON.say(lang), "project", &sums.requests.0));
    }
    requests.push(Request::new("yours", words::REQUEST_YOURS.say(lang), "project", &sums.requests.1));
    requests
}

fn announcement(lang: Lang, sums: &Sums) -> String {
    let end = number::whole(sums.yours.end());
    if sums.measure.start.is_some() {
        words::Announce { end: &end, year: &sums.end_year_text() }.say(lang)
    } else {
        words::AnnounceParents { end: &end }.say(lang)
    }
}
