//! Share out a grant: any funding stream of the documents over the councils and regions, by any rule; for PDG-LAC also what its rate comes to.
//!
//! Each number comes from [`sums`], which asks the contract; the other files put them into words. The question's own answer stays short:
//! who would get what, council by council, and all else stand in sections after it.

mod councils;
mod facts;
mod fence;
mod rate;
mod regions;
pub mod stream;
pub mod sums;
pub mod weights;
mod who;

use crate::api::write_sharing;
use crate::app::Room;
use crate::app::State;
use crate::link;
use crate::model::allocation::Unmet;
use crate::place::Place;
use crate::present::Way;
use crate::present::fields;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::grant as words;
use crate::words::text::site;

use super::Group;
use super::Question;
use super::ResultRow;
use super::Section;
use super::fields::pounds;
use super::figure::Figure;
use super::figure::Sentence;
use super::figure::mark;
use super::footnotes::each_on;
use super::request::Request;
use super::request::sharing::pence;

use sums::Due;
use sums::Limits;
use sums::Sums;
use weights::Rule;

pub use sums::eligible;

/// The question with its answer.
#[must_use]
pub fn question(state: &State) -> Question {
    let (lang, scenario) = (state.lang, &state.scenario);
    let sums = Sums::of(scenario);
    let own = match &sums.due {
        Some(due) => by_rate(state, &sums, due),
        None => by_pot(state, &sums),
    };
    let lines = lines(lang, scenario, &sums);
    let told = lines.iter().cloned().chain(who::limits(lang, &sums)).map(|line| line.text());
    Question {
        groups: groups(state),
        announcement: std::iter::once(own.announcement).chain(told).collect::<Vec<_>>().join(" "),
        footnotes: weights::footnotes(scenario)[..2].to_vec(),
        sections: sections(state, &sums),
        requests: requests(lang, &sums),
        lines,
        ..own
    }
}

/// What stands under the answer: that it only illustrates, where the money is for projects, and what the place chosen would get: by rate
/// where there is one, and from the pot.
fn lines(lang: Lang, scenario: &Scenario, sums: &Sums) -> Vec<Sentence> {
    let projects = sums.pot > 0.0 && stream::pays_for_projects(scenario);
    let told = projects.then(|| Sentence::plain(words::FOR_PROJECTS.say(lang)));
    let due = sums.due.as_ref().and_then(|due| rate::place_line(lang, scenario.place(), due));
    told.into_iter().chain(due).chain(who::place_line(lang, scenario, sums)).collect()
}

/// What is asked and answered of a stream that is a rate for each child.
fn by_rate(state: &State, sums: &Sums, due: &Due) -> Question {
    let (lang, title) = (state.lang, |text: Text| text.say(state.lang).to_owned());
    let kept = sums.given.kept();
    let by_children = weights::in_force(&state.scenario, sums.rules[0]) == Rule::Children;
    let note = title(if by_children { words::REGIONS_NOTE } else { words::REGIONS_NOTE_RULE });
    let charts = stream::regions(&state.scenario)
        .map(|kind| (regions::chart(lang, kind, sums, &weights::footnotes(&state.scenario)[..2]), Some(note)));
    Question {
        title: title(words::TITLE),
        question: words::Question { rate: &pounds(due.rate) }.say(lang),
        intro: title(words::INTRO),
        gist: (title(words::GAP), Figure::new("", due.gap, number::signed(&pounds(due.gap)))),
        headline: rate::headline(lang, sums, due),
        results: each_on(rate::results(lang, sums, due), &weights::footnotes(&state.scenario)[..1]),
        charts: charts.into_iter().chain([(rate::reconciliation(lang), Some(title(words::RECONCILE_NOTE)))]).collect(),
        caveats: [words::CAVEAT_RINGFENCE, words::CAVEAT_COUNTS].map(title).to_vec(),
        announcement: words::Announce { total: &pounds(due.total), gap: &pounds(due.gap), kept: &pounds(kept) }.say(lang),
        ..Question::default()
    }
}

/// What is asked and answered of any other stream.
fn by_pot(state: &State, sums: &Sums) -> Question {
    let (lang, scenario) = (state.lang, &state.scenario);
    let (stream, title) = (scenario.stream(), |text: Text| text.say(lang).to_owned());
    let detail = stream.detail();
    let headline = headline(lang, scenario, sums);
    let each = who::each(sums, Place::Wales);
    let told = words::IntroStream { payer: detail.payer.say(lang), receiver: detail.receiver.say(lang), years: detail.years.say(lang) };
    Question {
        title: words::TitleStream { stream: stream.name.say(lang) }.say(lang),
        question: if sums.pot > 0.0 { words::QuestionStream { pot: &pounds(sums.pot) }.say(lang) } else { title(words::QUESTION_NO_POT) },
        intro: told.say(lang),
        gist: (title(words::EACH), Figure::new("", each, number::pounds_and_pence(each))),
        announcement: headline.text(),
        headline,
        results: if sums.pot > 0.0 { pot_results(lang, scenario, sums) } else { Vec::new() },
        charts: stream::regions(scenario)
            .map(|kind| (regions::chart(lang, kind, sums, &weights::footnotes(scenario)[..2]), None))
            .into_iter()
            .collect(),
        caveats: vec![title(words::CAVEAT_SHARE)],
        ..Question::default()
    }
}

fn headline(lang: Lang, scenario: &Scenario, sums: &Sums) -> Sentence {
    let by = who::by(lang, scenario, sums.rules[0]);
    let figures = |most: (f64, String), least: (f64, String)| {
        [Figure::new("total", sums.pot, pounds(sums.pot)), Figure::new("most", most.0, most.1), Figure::new("least", least.0, least.1)]
    };
    match who::ends(&sums.given.amounts).filter(|_| sums.pot > 0.0) {
        None if scenario.stream().amount.is_none() => Sentence::plain(words::HEADLINE_NO_AMOUNT.say(lang)),
        None => Sentence::plain(words::HEADLINE_NOTHING.say(lang)),
        Some([most, least]) if most.1 - least.1 < 1.0 => Sentence::of(
            &words::HeadlineAlike { pot: mark(0), by, amount: mark(1) }.say(lang),
            &figures((most.1, pounds(most.1)), (least.1, pounds(least.1))),
        ),
        Some([most, least]) => {
            let [(at_most, more), (at_least, less)] = [most, least].map(|end| who::named(lang, &sums.given.amounts, end));
            let text = words::HeadlineStream { pot: mark(0), by, most: &at_most, amount: mark(1), least: &at_least, least_amount: mark(2) };
            Sentence::of(&text.say(lang), &figures((most.1, more), (least.1, less)))
        }
    }
}

fn pot_results(lang: Lang, scenario: &Scenario, sums: &Sums) -> Vec<ResultRow> {
    let over = |numbers: &[f64]| sums.pot / sums::sum_over(Place::Wales, numbers);
    let (each, under_18, kept) = (over(&sums.looked_after), over(&sums.under_18), sums.given.kept());
    let row = |label: Text, figure: Figure| ResultRow::new(label.say(lang), figure, None);
    let [sharing, children, people] = *weights::footnotes(scenario);
    let mut rows = vec![
        ResultRow::new(words::EACH.say(lang), Figure::new("each", each, number::pounds_and_pence(each)), Some(counted(lang, scenario)))
            .on(&[sharing, children]),
        row(words::EACH_UNDER_18, Figure::new("each-under-18", under_18, number::pounds_and_pence(under_18))).on(&[sharing, people]),
    ];
    if !sums.given.regions.is_empty() && kept > 0.0 {
        rows.push(row(words::KEPT_REGIONS, Figure::new("kept", kept, pounds(kept))));
    }
    each_on(rows, &[sharing])
}

/// The fields of the answer itself: how it is shared out stands with the councils.
fn groups(state: &State) -> Vec<Group> {
    let scenario = &state.scenario;
    let (by_rate, own) = (stream::is_by_rate(scenario), scenario.option(Id::Counts) == 2);
    let choices: &[Id] = if by_rate { &[Id::Rate, Id::Pot] } else { &[Id::Pot] };
    let mut assumed = if by_rate { vec![Id::Counts] } else { Vec::new() };
    assumed.extend(Some(Id::Own).filter(|_| by_rate && own));
    assumed.extend(stream::regions(scenario).map(|_| Id::Retained));
    let mut groups = vec![Group::of(state, site::CHOICES, choices, false)];
    // The pot starts at the sum of the stream, so that is its source.
    for field in groups.iter_mut().flat_map(Group::fields_mut).filter(|field| field.id == Id::Pot && !by_rate) {
        field.sources = scenario.stream().detail().amount.into_iter().map(|amount| fields::source(state.lang, amount)).collect();
    }
    if !assumed.is_empty() {
        groups.push(Group::of(state, site::ASSUMPTIONS, &assumed, false));
    }
    groups
}

fn sections(state: &State, sums: &Sums) -> Vec<Section> {
    let (lang, scenario) = (state.lang, &state.scenario);
    let mut sections = Vec::new();
    if sums.pot > 0.0 {
        sections.extend([shared(state, sums), fence::section(lang, scenario, sums)]);
    }
    sections.extend(sums.due.as_ref().map(|_| follows(lang, scenario)));
    sections.push(facts::section(lang, scenario, sums));
    sections
}

/// That a grant by rate follows the children, and where that is worked out.
fn follows(lang: Lang, scenario: &Scenario) -> Section {
    let way = Way { words: words::FOLLOWS_WAY.say(lang).to_owned(), room: Room::Edge, fragment: link::write(scenario) };
    Section {
        name: "follows",
        title: words::FOLLOWS.say(lang).to_owned(),
        lines: vec![Sentence::plain(words::FOLLOWS_LINE.say(lang))],
        ways: vec![way],
        ..Section::default()
    }
}

/// Council by council: the rule, who gains and who loses against the other, the limits, the map and the table.
fn shared(state: &State, sums: &Sums) -> Section {
    let (lang, scenario) = (state.lang, &state.scenario);
    let stands_in = who::stands_in(lang, scenario, sums.rules);
    let lines = stands_in.into_iter().chain(who::gains(lang, scenario, sums)).chain(who::limits(lang, sums));
    Section {
        name: "councils",
        title: words::COUNCILS.say(lang).to_owned(),
        lines: lines.collect(),
        footnotes: weights::footnotes(scenario)[..1].to_vec(),
        groups: how(state, sums),
        areas: Some(councils::figure(state, sums)),
        notes: vec![counted(lang, scenario)],
        ..Section::default()
    }
}

/// Which counts stand behind the shares.
fn counted(lang: Lang, scenario: &Scenario) -> String {
    let text = if weights::is_latest(scenario) { words::NOTE_COUNTS_LATEST } else { words::NOTE_COUNTS };
    text.say(lang).to_owned()
}

/// The fields of how the pot is shared out; why the limits cannot be met stands beside the one that it is about.
fn how(state: &State, sums: &Sums) -> Vec<Group> {
    let scenario = &state.scenario;
    let mut rules = vec![Id::Rule, Id::Against];
    if sums.rules.contains(&Rule::Blend) {
        rules.extend([Id::BlendChildren, Id::BlendPopulation, Id::BlendEqual]);
    }
    rules.push(Id::Shows);
    let mut limits = vec![Id::Floor, Id::Damped];
    limits.extend(Some(Id::MostChange).filter(|_| scenario.option(Id::Damped) == 1));
    limits.push(Id::Whole);
    let mut groups = vec![Group::of(state, words::HOW, &rules, false), Group::of(state, words::LIMITS, &limits, true)];
    if let Limits::Unmet(unmet) = sums.limits {
        for group in &mut groups {
            tell(group, state, unmet);
        }
    }
    groups
}

fn tell(group: &mut Group, state: &State, unmet: Unmet) {
    let id = who::beside(&state.scenario, unmet);
    for field in group.fields_mut().filter(|field| field.id == id) {
        field.error.get_or_insert_with(|| who::unmet(state.lang, unmet));
    }
}

/// Every request behind the page: those of the rate first.
fn requests(lang: Lang, sums: &Sums) -> Vec<Request> {
    let pot = pence(sums.pot);
    let allocate =
        |name: &'static str, title: Text, asked: &_| Request::new(name, title.say(lang), "allocate", &write_sharing(asked, Some(pot)));
    let mut requests = Vec::new();
    if let Some(due) = &sums.due {
        requests.push(allocate("wales", words::REQUEST_WALES, &due.wales));
        requests.push(allocate("due", words::REQUEST_RATE, &due.shared.asked));
    }
    requests.extend([
        allocate("pot", words::REQUEST_POT, &sums.given.asked),
        allocate("against", words::REQUEST_AGAINST, &sums.other.asked),
        allocate("fenced", words::REQUEST_FENCED, &sums.fence[0].asked),
        allocate("general", words::REQUEST_GENERAL, &sums.fence[1].asked),
    ]);
    requests
}
