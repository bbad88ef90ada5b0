//! Numbers in care: what was counted, what was planned, what the flows of 2018-19 lead to, and the visitor's own path. For a council or a
//! region [`local`] has the answer. The sections after it have a file each.

mod chart;
mod local;
mod measures;
mod rates;
mod sums;
mod without;

use crate::app::Room;
use crate::app::State;
use crate::evidence::figure;
use crate::evidence::series::WALES;
use crate::link;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::numbers as words;

use super::Group;
use super::Question;
use super::ResultRow;
use super::Section;
use super::Way;
use super::fields::Control;
use super::figure::Figure;
use super::figure::Sentence;
use super::figure::mark;
use super::footnotes;
use super::footnotes::Footnote;
use super::footnotes::each_on;
use super::paths;
use super::paths::FLOWS;
use super::paths::compared_with;
use super::paths::counted;
use super::request;
use super::request::Path;
use super::request::Request;

use sums::Course;
use sums::PLANS_END;
use sums::Sums;

/// The question with its answer.
#[must_use]
pub fn question(state: &State) -> Question {
    let lang = state.lang;
    let sums = Sums::of(&state.scenario);
    let say = |text: Text| text.say(lang).to_owned();
    Question {
        title: say(words::TITLE),
        question: say(words::QUESTION),
        intro: say(words::INTRO),
        gist: (yours_label(lang, &sums), Figure::whole("", sums.yours.end())),
        within: String::new(),
        headline: if sums.wales() && !sums.own() { headline(lang, &sums) } else { local::headline(lang, &sums) },
        standing: super::standing::standing(lang, &state.scenario),
        lines: lines(lang, &sums),
        footnotes: answer_footnotes(&sums),
        groups: groups(state, &sums),
        results: results(lang, &sums),
        charts: vec![(chart::chart(lang, &sums), None)],
        sections: sections(state, &sums),
        caveats: caveats(lang, &sums),
        plan: None,
        requests: requests(lang, &state.scenario, &sums),
        announcement: announcement(lang, &sums),
    }
}

/// The parts after the answer, and after the last of them the way to what a target would take.
fn sections(state: &State, sums: &Sums) -> Vec<Section> {
    let lang = state.lang;
    let mut sections = Vec::new();
    if sums.care {
        sections.push(rates::section(lang, sums));
    }
    sections.push(measures::section(lang, sums));
    if sums.care {
        sections.push(without::section(state, sums));
    }
    if let Some(last) = sections.last_mut() {
        last.ways.push(Way { words: words::WAY_TARGETS.say(lang).to_owned(), room: Room::Targets, fragment: link::write(state.settled()) });
    }
    sections
}

fn yours_label(lang: Lang, sums: &Sums) -> String {
    let year = sums.end_year_text();
    if sums.measure.start.is_some() { words::YoursEnd { year: &year }.say(lang) } else { words::YoursFewer { year: &year }.say(lang) }
}

fn headline(lang: Lang, sums: &Sums) -> Sentence {
    let fall = sums.measure.fall.value;
    let rise = sums.measure.rise.map_or(0.0, |rise| rise.value);
    let counted = counted(2022).unwrap_or(0.0);
    let councils = figure::PLAN_LEARNING_DISABILITY_REPORTING.value;
    // The plan and the count are of all the children, whatever part of them the paths show.
    let start = sums.measure.start.unwrap_or(0.0);
    let planned = start - fall;
    let figures = vec![
        Figure::whole("planned", planned),
        Figure::whole("counted", counted),
        Figure::whole("gap", counted - planned),
        Figure::whole("fall", fall),
        Figure::whole("start", start),
        Figure::new("rise", rise, number::percent_trimmed(rise, 1)),
        Figure::whole("councils", councils),
        Figure::whole("", figure::PLAN_AUTHORITIES.value),
    ];
    let text = if sums.care {
        words::HeadlineCare { councils: mark(7), planned: mark(0), counted: mark(1), gap: mark(2) }.say(lang)
    } else if sums.measure.start.is_some() {
        words::HeadlineDerived { fall: mark(3), start: mark(4), planned: mark(0), rise: mark(5) }.say(lang)
    } else {
        words::HeadlineParents { fall: mark(3), councils: mark(6) }.say(lang)
    };
    Sentence::with(text, figures)
}

/// What the answer rests on: the plan and the counts of Wales, the figures of another measure, or the counts and people of a place.
fn answer_footnotes(sums: &Sums) -> Vec<Footnote> {
    const CARE: &[Footnote] = &[
        Footnote::of(&figure::PLAN_CARE_TOTAL),
        Footnote::of(&figure::PLAN_AUTHORITIES),
        Footnote::of(&figure::CHILDREN_2019),
        Footnote::COUNTS,
        Footnote::Method(&footnotes::STOCK),
        Footnote::Method(&footnotes::CHANCE),
    ];
    const REPORTED: &[Footnote] = &[Footnote::of(&figure::PLAN_LEARNING_DISABILITY_REPORTING)];
    if !sums.care {
        let known = if sums.measure.start.is_some() { sums.measure.known_by() } else { [&sums.measure.known_by(), REPORTED].concat() };
        return [&known[..], sums.path_footnotes()].concat();
    }
    if sums.wales() && !sums.own() {
        return CARE.to_vec();
    }
    // Its own count, where the visitor gave it, is in no row of the evidence.
    let rates = if sums.own() { Vec::new() } else { rates::footnotes(sums.place, sums.from.year) };
    [&rates[..], sums::FLOWING].concat()
}

fn lines(lang: Lang, sums: &Sums) -> Vec<Sentence> {
    let (wales, counted) = (sums.wales(), sums.measure.start.is_some());
    let mut lines: Vec<Sentence> = sums.replaced.map(|chosen| Sentence::plain(replaced(lang, sums, chosen))).into_iter().collect();
    if let Some(carry_on) = sums.carry_on.as_ref().filter(|_| wales) {
        let followed = sums.documents() && sums.part >= 1.0;
        lines.push(if followed { carry_on_line(lang, carry_on) } else { carry_on_end(lang, sums, carry_on) });
    }
    if counted && !sums.same {
        lines.push(yours_line(lang, sums));
    }
    if !counted && (sums.yours.end() - sums.measure.fall.value).abs() > 0.5 {
        lines.push(Sentence::plain(announcement(lang, sums)));
    }
    if !wales {
        lines.push(Sentence::plain(words::LINE_NO_PLAN.say(lang)));
    }
    lines
}

/// That the measure chosen is not what is shown, and why.
fn replaced(lang: Lang, sums: &Sums, chosen: Text) -> String {
    let measure = chosen.say(lang);
    if sums.wales() { words::MeasureNotAdded { measure }.say(lang) } else { words::MeasureWalesOnly { measure }.say(lang) }
}

/// Where the flows of 2018-19 lead from a count that was not followed a year later, with the range of chance.
fn carry_on_end(lang: Lang, sums: &Sums, carry_on: &Course) -> Sentence {
    let (low, high) = carry_on.end_range().unwrap_or_default();
    let figures = vec![Figure::whole("carried", carry_on.end()), Figure::whole("", low), Figure::whole("", high)];
    let (from, year) = (sums.from.year.to_string(), sums.end_year_text());
    Sentence::with(
        words::LineCarryOnEnd { rates: sums.rates(lang), from: &from, end: mark(0), year: &year, low: mark(1), high: mark(2) }.say(lang),
        figures,
    )
}

/// The flows of 2018-19 carried on, beside what was counted a year later and at the latest count.
fn carry_on_line(lang: Lang, carry_on: &Course) -> Sentence {
    let model = carry_on.at(2020).unwrap_or(0.0);
    let latest = WALES.last().and_then(|latest| Some((latest, carry_on.at(i32::from(latest.year))?)));
    let mut figures = vec![Figure::whole("model-2020", model), Figure::whole("", figure::CHILDREN_2020.value)];
    let Some((count, later)) = latest else {
        return Sentence::with(words::LineCarryOnShort { model: mark(0), counted: mark(1) }.say(lang), figures);
    };
    figures.push(Figure::whole("model-latest", later));
    figures.push(Figure::whole("", count.children));
    let year = count.year.to_string();
    let text = words::LineCarryOn { model: mark(0), counted: mark(1), later: mark(2), year: &year, latest: mark(3) };
    Sentence::with(text.say(lang), figures)
}

/// The visitor's path against the plan, at the last year that both have; without a plan to set it against, against Wales's rates.
fn yours_line(lang: Lang, sums: &Sums) -> Sentence {
    let compared = sums.end_year.min(PLANS_END);
    match sums.planned_in(compared).filter(|_| sums.from.year < compared) {
        Some(planned) => yours_against(lang, sums, compared, planned),
        None => yours_beside(lang, sums),
    }
}

fn yours_against(lang: Lang, sums: &Sums, compared: i32, planned: f64) -> Sentence {
    let (at, end) = (sums.yours.at(compared).unwrap_or(0.0), sums.yours.end());
    let difference = at.round() - planned.round();
    let figures = vec![
        Figure::whole("yours-compared", at),
        Figure::new("", difference, compared_with(lang, difference)),
        Figure::whole("", planned),
        Figure::whole("yours-line", end),
    ];
    let year = sums.end_year_text();
    let text = if compared == sums.end_year {
        words::LineYours { end: mark(0), year: &year, difference: mark(1), planned: mark(2) }.say(lang)
    } else {
        words::LineYoursBeyond { at: mark(0), difference: mark(1), planned: mark(2), end: mark(3), year: &year }.say(lang)
    };
    Sentence::with(text, figures)
}

/// Where the visitor's path ends, beside where the rates of 2018-19 lead; alone where those are not known.
fn yours_beside(lang: Lang, sums: &Sums) -> Sentence {
    let (end, year) = (sums.yours.end(), sums.end_year_text());
    let Some(carried) = sums.carry_on.as_ref().map(Course::end) else { return Sentence::plain(announcement(lang, sums)) };
    let difference = end.round() - carried.round();
    let figures =
        vec![Figure::whole("yours-line", end), Figure::new("", difference, compared_with(lang, difference)), Figure::whole("", carried)];
    Sentence::with(words::LineYoursBeside { end: mark(0), year: &year, difference: mark(1), carried: mark(2) }.say(lang), figures)
}

fn groups(state: &State, sums: &Sums) -> Vec<Group> {
    let mut yours = if sums.measure.start.is_some() { vec![Id::Path] } else { Vec::new() };
    yours.extend(&sums.shaping);
    yours.push(Id::ToYear);
    let mut shaped = Group::of(state, words::GROUP_PATH, &yours, false);
    for field in shaped.fields_mut() {
        if let (Id::Path, Control::Options { options, chosen }) = (field.id, &mut field.control) {
            *chosen = sums.way;
            options.retain(|(index, ..)| sums.care || *index != FLOWS);
        }
    }
    let mut groups = Vec::new();
    if sums.wales() && !sums.own() {
        groups.push(Group::of(state, words::GROUP_MEASURE, &[Id::Measure], false));
    }
    groups.push(shaped);
    groups
}

fn results(lang: Lang, sums: &Sums) -> Vec<ResultRow> {
    let mut rows = Vec::new();
    if !sums.wales() {
        rows.extend(local::rows(lang, sums));
    } else if sums.measure.start.is_some() {
        let fall = number::whole(sums.plan_start - sums.planned);
        let note = words::NowPlannedNote { start: &number::whole(sums.plan_start), fall: &fall }.say(lang);
        let planned = [Footnote::of(sums.measure.fall), Footnote::of(sums.measure.share.unwrap_or(&figure::CHILDREN_2019))];
        rows.push(ResultRow::new(words::NOW_PLANNED.say(lang), Figure::whole("row-planned", sums.planned), Some(note)).on(&planned));
    }
    // The counts are of all the children.
    if sums.care && sums.wales() && sums.part >= 1.0 {
        rows.extend(care_rows(lang, sums));
    }
    rows.extend(carried_row(lang, sums));
    if let Some(rise) = sums.measure.rise {
        let note =
            words::FirstYearNote { start: &number::whole(sums.plan_start), rise: &number::signed(&number::percent_trimmed(rise.value, 1)) };
        let value = sums.plan_start * (1.0 + rise.value);
        rows.push(
            ResultRow::new(words::FIRST_YEAR_COUNTED.say(lang), Figure::whole("first-year", value), Some(note.say(lang)))
                .on(&sums.measure.known_by()),
        );
    }
    if let Some((from, count, fall)) = sums.required() {
        let (start, year) = (number::whole(count), from.to_string());
        let label = if fall < 0.0 {
            words::RequiredRise { start: &start, year: &year }.say(lang)
        } else {
            words::Required { start: &start, year: &year }.say(lang)
        };
        rows.push(ResultRow::new(label, Figure::whole("required", fall.abs()), None).on(&[Footnote::Method(&footnotes::PATHS)]));
    }
    let yours = ResultRow::new(yours_label(lang, sums), Figure::whole("yours", sums.yours.end()), yours_note(lang, sums));
    rows.push(yours.on(sums.path_footnotes()));
    rows
}

fn care_rows(lang: Lang, sums: &Sums) -> Vec<ResultRow> {
    const MODELLED: &[Footnote] =
        &[Footnote::Method(&footnotes::STOCK), Footnote::of(&figure::CHILDREN_2020), Footnote::of(&figure::CHILDREN_2020_REVISED)];
    let latest = WALES.last();
    let model = sums.carry_on.as_ref().and_then(|carry_on| carry_on.at(2020)).unwrap_or(0.0);
    let note = words::CarryOn2020Note {
        counted: &number::whole(figure::CHILDREN_2020.value),
        revised: &number::whole(figure::CHILDREN_2020_REVISED.value),
    };
    let mut rows = vec![ResultRow::new(words::NOW_COUNTED.say(lang), Figure::whole("row-counted", counted(2022).unwrap_or(0.0)), None)];
    if let Some(latest) = latest {
        let label = words::NowLatest { year: &latest.year.to_string() }.say(lang);
        rows.push(ResultRow::new(label, Figure::whole("latest", latest.children), None));
    }
    if sums.documents() {
        rows.push(
            ResultRow::new(words::CARRY_ON_2020.say(lang), Figure::whole("row-model-2020", model), Some(note.say(lang))).on(MODELLED),
        );
    }
    each_on(rows, &[Footnote::COUNTS])
}

/// Where the rates of 2018-19 lead, with the range of chance; not where the visitor's path is the same.
fn carried_row(lang: Lang, sums: &Sums) -> Option<ResultRow> {
    let carry_on = sums.carry_on.as_ref().filter(|_| !sums.same)?;
    let label = words::RowCarried { rates: sums.rates(lang), year: &sums.end_year_text() }.say(lang);
    let chance = carry_on.end_range().map(|range| chance(lang, range));
    Some(ResultRow::new(label, Figure::whole("row-carried", carry_on.end()), chance).on(sums::FLOWING))
}

/// The range of chance in words.
fn chance(lang: Lang, (low, high): (f64, f64)) -> String {
    words::YoursChance { low: &number::whole(low), high: &number::whole(high) }.say(lang)
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
    Some(format!("{}. {flows}.", chance(lang, sums.yours.end_range()?)))
}

fn caveats(lang: Lang, sums: &Sums) -> Vec<String> {
    if !sums.wales() {
        return local::caveats(lang, sums);
    }
    if sums.care {
        let said = |text: Text| text.say(lang).to_owned();
        return vec![paths::about_plans(lang), said(words::CAVEAT_CHANCE), said(words::CAVEAT_DEFINITIONS), said(words::CAVEAT_2022)];
    }
    let derived = sums.measure.share.map(|share| {
        let fall = number::whole(sums.measure.fall.value);
        words::CaveatDerived { fall: &fall, share: &number::percent_trimmed(share.value, 1), start: &number::whole(sums.plan_start) }
            .say(lang)
    });
    let standing = derived.unwrap_or_else(|| words::CAVEAT_PARENTS.say(lang).to_owned());
    let mut caveats = vec![standing];
    if sums.measure.start.is_some() && !sums.documents() {
        caveats.push(words::CAVEAT_LATEST.say(lang).to_owned());
    }
    caveats
}

fn requests(lang: Lang, scenario: &Scenario, sums: &Sums) -> Vec<Request> {
    let project = |name: &'static str, title: Text, asked: &_| {
        Request::new(name, title.say(lang), "project", &request::written(scenario, asked, &[]))
    };
    if sums.measure.start.is_none() {
        return Vec::new();
    }
    let mut requests = Vec::new();
    if sums.care {
        requests.push(Request::new("calibrate", words::REQUEST_CALIBRATE.say(lang), "calibrate", &request::calibrate()));
        requests.push(project("carry-on", words::REQUEST_CARRY_ON, &sums.asked.0));
    }
    requests.push(project("yours", words::REQUEST_YOURS, &sums.asked.1));
    requests
}

fn announcement(lang: Lang, sums: &Sums) -> String {
    let end = number::whole(sums.yours.end());
    let said = if sums.measure.start.is_some() {
        words::Announce { end: &end, year: &sums.end_year_text() }.say(lang)
    } else {
        words::AnnounceParents { end: &end, year: &sums.end_year_text() }.say(lang)
    };
    sums.replaced.map_or_else(|| said.clone(), |chosen| [&replaced(lang, sums, chosen), " ", &said].concat())
}
