//! Edge of care against residential: the break-even first, then what it is worth and when it pays.

mod charts;
mod follow;
mod sums;

use crate::app::State;
use crate::evidence::figure;
use crate::model;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::edge as words;
use crate::words::text::site;
use crate::words::year;

use super::Group;
use super::Question;
use super::ResultRow;
use super::figure::Figure;
use super::figure::Sentence;
use super::figure::mark;
use super::footnotes;
use super::footnotes::Footnote;
use super::footnotes::each_on;
use super::paths;
use super::request;
use super::request::Request;

use follow::Follow;
use sums::Sums;

/// Standard deviations on each side that hold 9 cases of 10 of a normal spread.
pub const NINE_IN_TEN: f64 = 1.644_853_626_951_472_2;

/// What the answer rests on; the last is the least that may be saved of the cost of care.
const ANSWER: &[Footnote] =
    &[Footnote::Method(&footnotes::BREAK_EVEN), Footnote::Method(&footnotes::MONEY), Footnote::of(&figure::ASSUMPTION_CASHABLE)];

/// What the cost of a year of care rests on beside its prices: where children were placed.
const CARE: &[Footnote] = &[
    Footnote::Method(&footnotes::COSTS),
    Footnote::of(&figure::PLACEMENT_FOSTER_SHARE),
    Footnote::of(&figure::PLACEMENT_RESIDENTIAL_SHARE),
    Footnote::of(&figure::PLACEMENT_PARENTS_SHARE),
    Footnote::of(&figure::PLACEMENT_OTHER_SHARE),
];

/// The question with its answer.
#[must_use]
pub fn question(state: &State) -> Question {
    let (lang, scenario) = (state.lang, &state.scenario);
    let asked = request::edge(scenario);
    let sums = Sums::of(scenario, &model::project(&asked));
    let follow = Follow::of(scenario);
    let mut requests = vec![Request::new("edge", words::REQUEST.say(lang), "project", &request::written(scenario, &asked, &[]))];
    requests.extend(follow.as_ref().map(|follow| follow.request(state)));
    let say = |text: crate::words::Text| text.say(lang).to_owned();
    Question {
        title: say(words::TITLE),
        question: say(words::QUESTION),
        intro: say(words::INTRO),
        gist: (say(words::BREAK_EVEN), break_even_figure("", lang, sums.break_even)),
        within: String::new(),
        headline: headline(lang, scenario, &sums),
        standing: super::standing::with_prices(lang, scenario),
        lines: lines(lang, scenario, &sums),
        footnotes: [ANSWER, super::standing::footnotes(scenario)].concat(),
        groups: groups(state),
        results: results(lang, scenario, &sums),
        charts: vec![(charts::by_year(lang, &sums), None), (charts::running_total(lang, &sums), None)],
        sections: follow.map(|follow| follow.section(state)).into_iter().collect(),
        caveats: caveats(lang),
        plan: None,
        requests,
        announcement: announcement(lang, &sums),
    }
}

fn break_even_figure(name: &'static str, lang: Lang, break_even: Option<f64>) -> Figure {
    let worded = break_even.map_or_else(|| words::NONE.say(lang).to_owned(), |effect| number::percent(effect, 1));
    Figure::new(name, break_even, worded)
}

/// Pounds as a headline says them, with the sign of the rounded figure.
fn short(lang: Lang, value: f64) -> String {
    number::pounds_short(lang, value)
}

fn one_in(lang: Lang, per_hundred: Option<f64>) -> String {
    per_hundred.filter(|n| *n > 0.0).map_or_else(|| words::NONE.say(lang).to_owned(), |n| number::one_in(lang, 100.0 / n))
}

fn headline(lang: Lang, scenario: &Scenario, sums: &Sums) -> Sentence {
    let horizon = sums.horizon(lang);
    match (sums.break_even, sums.per_hundred()) {
        _ if scenario.value(Id::Cost) <= 0.0 => Sentence::plain(words::HEADLINE_FREE.say(lang)),
        (Some(effect), Some(hundred)) if hundred > 0.0 => {
            let figures = [
                Figure::new("break-even", effect, number::percent(effect, 1)),
                Figure::new("per-hundred", hundred, number::decimal(hundred, 2)),
                Figure::new("one-in", 100.0 / hundred, number::one_in(lang, 100.0 / hundred)),
                Figure::new("", scenario.value(Id::WouldEnter), number::percent_trimmed(scenario.value(Id::WouldEnter), 2)),
            ];
            Sentence::of(
                &words::Headline { percent: mark(0), per_hundred: mark(1), one_in: mark(2), would_enter: mark(3) }.say(lang),
                &figures,
            )
        }
        _ => Sentence::plain(words::HeadlineNever { horizon: &horizon }.say(lang)),
    }
}

/// What stands under the headline: what it is worth, what less would be, and, first of all, where a limit makes some of it buy nothing.
fn lines(lang: Lang, scenario: &Scenario, sums: &Sums) -> Vec<Sentence> {
    let limited =
        (!sums.limited.is_empty()).then(|| Sentence::plain(words::Limited { years: &paths::runs(lang, &sums.limited) }.say(lang)));
    let either = either_placement(lang, scenario);
    limited.into_iter().chain(line(lang, scenario, sums)).chain(either).chain(less_saved(lang, scenario, sums)).collect()
}

/// The break-even if the children kept out would all have been in residential care, or all in foster care: the average lies between.
fn either_placement(lang: Lang, scenario: &Scenario) -> Option<Sentence> {
    let even = |placement: f64| {
        let lever = model::project(&request::edge(&scenario.with(Id::Placement, placement)?)).levers.into_iter().next()?;
        Some(lever.break_even.map(|found| found.effect.value()))
    };
    let (residential, foster) = (even(1.0)?, even(2.0)?);
    if scenario.option(Id::Placement) != 0 || scenario.value(Id::Cost) <= 0.0 {
        return None;
    }
    let figures = [break_even_figure("even-residential", lang, residential), break_even_figure("even-foster", lang, foster)];
    Some(Sentence::of(&words::LineEither { residential: mark(0), foster: mark(1) }.say(lang), &figures))
}

fn line(lang: Lang, scenario: &Scenario, sums: &Sums) -> Option<Sentence> {
    let npv = sums.npv();
    let prevented = scenario.value(Id::Prevented);
    let figures = [
        Figure::new("", prevented, number::percent_trimmed(prevented, 2)),
        Figure::new("npv-short", npv, short(lang, npv)),
        Figure::new("", sums.payback.map(f64::from), sums.payback.map_or_else(String::new, year::financial)),
    ];
    let horizon = sums.horizon(lang);
    (scenario.value(Id::Cost) > 0.0).then(|| {
        let text = if sums.payback.is_some() {
            words::LineNow { prevented: mark(0), npv: mark(1), horizon: &horizon, payback: mark(2) }.say(lang)
        } else {
            words::LineNever { prevented: mark(0), npv: mark(1), horizon: &horizon }.say(lang)
        };
        Sentence::of(&text, &figures)
    })
}

/// What it would be worth if only as much of the cost were saved as the register's low end says, where that makes a difference.
fn less_saved(lang: Lang, scenario: &Scenario, sums: &Sums) -> Option<Sentence> {
    let (now, less) = (scenario.value(Id::Cashable), figure::ASSUMPTION_CASHABLE.low?);
    let lower = scenario.with(Id::Cashable, less).filter(|_| now > less)?;
    let projection = model::project(&request::edge(&lower));
    let npv = projection.totals.present_value.net_present_value().value();
    let worded = short(lang, npv);
    if scenario.value(Id::Cost) <= 0.0 || worded == short(lang, sums.npv()) {
        return None;
    }
    let figures = [Figure::new("npv-less", npv, worded)];
    let (now, less) = (number::percent_trimmed(now, 1), number::percent_trimmed(less, 1));
    Some(Sentence::of(&words::LineLess { now: &now, less: &less, npv: mark(0) }.say(lang), &figures))
}

fn groups(state: &State) -> Vec<Group> {
    let more: Vec<Id> = super::rooms::fields(crate::app::Room::Edge).iter().copied().skip(7).filter(|id| *id != Id::Lag).collect();
    vec![
        Group::of(state, site::CHOICES, &[Id::Cost, Id::Supported], false),
        Group::of(state, site::ASSUMPTIONS, &[Id::WouldEnter, Id::Prevented, Id::Placement], false),
        Group::of(state, site::MORE_ASSUMPTIONS, &more, true),
    ]
}

fn results(lang: Lang, scenario: &Scenario, sums: &Sums) -> Vec<ResultRow> {
    let mut rows = each_on(break_even_rows(lang, sums), &[Footnote::Method(&footnotes::BREAK_EVEN)]);
    rows.extend(each_on(money_rows(lang, sums), &[Footnote::Method(&footnotes::MONEY)]));
    rows.extend(each_on(child_rows(lang, scenario, sums), &[Footnote::Method(&footnotes::HEAD_TO_HEAD)]));
    rows
}

fn break_even_rows(lang: Lang, sums: &Sums) -> Vec<ResultRow> {
    let hundred = sums.per_hundred();
    let entries = sums.break_even_children.map(|(_, children)| children);
    let note = entries.map(|n| words::BreakEvenEntries { entries: &number::decimal(n, 1) }.say(lang));
    let nothing = || words::NONE.say(lang).to_owned();
    let figure = |name, value: Option<f64>, worded: String| Figure::new(name, value, worded);
    vec![
        ResultRow::new(words::BREAK_EVEN.say(lang), break_even_figure("row-break-even", lang, sums.break_even), note),
        ResultRow::new(
            words::BREAK_EVEN_HUNDRED.say(lang),
            figure("row-per-hundred", hundred, hundred.map_or_else(nothing, |n| number::decimal(n, 2))),
            None,
        ),
        ResultRow::new(
            words::BREAK_EVEN_ONE_IN.say(lang),
            figure("row-one-in", hundred.filter(|n| *n > 0.0).map(|n| 100.0 / n), one_in(lang, hundred)),
            None,
        ),
    ]
}

fn money_rows(lang: Lang, sums: &Sums) -> Vec<ResultRow> {
    let (npv, horizon) = (sums.npv(), sums.horizon(lang));
    let npv_note = words::NpvNote { avoided: &short(lang, sums.present_avoided), cost: &short(lang, sums.present_cost) }.say(lang);
    let ratio = sums.ratio.map_or_else(|| words::RATIO_NONE.say(lang).to_owned(), |ratio| number::decimal(ratio, 2));
    let ratio_note = sums.ratio.map(|ratio| words::RatioNote { value: &number::pounds_and_pence(ratio) }.say(lang));
    let payback = sums.payback.map_or_else(|| words::PaybackNever { horizon: &horizon }.say(lang), year::financial);
    let first = sums.net.first().copied().unwrap_or(0.0);
    let last = sums.net.last().copied().unwrap_or(0.0);
    let last_year = sums.last_year();
    let signed = |value: f64| number::signed(&number::pounds(value));
    vec![
        ResultRow::new(words::NPV.say(lang), Figure::new("npv", npv, signed(npv)), Some(npv_note)),
        ResultRow::new(words::RATIO.say(lang), Figure::new("ratio", sums.ratio, ratio), ratio_note),
        ResultRow::new(
            words::PAYBACK.say(lang),
            Figure::new("payback", sums.payback.map(f64::from), payback),
            Some(words::PAYBACK_NOTE.say(lang).to_owned()),
        ),
        ResultRow::new(words::YEAR_ONE.say(lang), Figure::new("net-first", first, signed(first)), None),
        ResultRow::new(words::YearLast { year: &last_year }.say(lang), Figure::new("net-last", last, signed(last)), None),
    ]
}

fn child_rows(lang: Lang, scenario: &Scenario, sums: &Sums) -> Vec<ResultRow> {
    let (with, without, sd) = sums.in_care;
    let end = (sums.first_year + i32::try_from(sums.net.len()).unwrap_or(0)).to_string();
    let (low, high) = ((with - NINE_IN_TEN * sd).max(0.0), with + NINE_IN_TEN * sd);
    let note = words::InCareNote {
        fewer: &number::whole(without.round() - with.round()),
        baseline: &number::whole(without),
        low: &number::whole(low),
        high: &number::whole(high),
    }
    .say(lang);
    let mut rows = vec![
        ResultRow::new(words::InCare { year: &end }.say(lang), Figure::new("in-care", with, number::whole(with)), Some(note))
            .on(&[Footnote::Method(&footnotes::PROGRAMMES), Footnote::Method(&footnotes::CHANCE)]),
        ResultRow::new(
            words::PreventedEachYear { year: &sums.last_year() }.say(lang),
            Figure::new("inflow", sums.inflow, number::decimal_trimmed(sums.inflow, 1)),
            None,
        )
        .on(&[Footnote::Method(&footnotes::PROGRAMMES)]),
    ];
    let care = cost_of_care(scenario);
    rows.push(ResultRow::new(words::CARE_COST.say(lang), Figure::new("care-cost", care, number::pounds(care)), None).on(CARE));
    let (cost, supported) = (scenario.value(Id::Cost), scenario.value(Id::Supported));
    if supported > 0.0 {
        let each = cost / supported;
        rows.push(ResultRow::new(words::PER_CHILD.say(lang), Figure::new("per-child", each, number::pounds(each)), None));
    }
    if let Some(beside) = sums.head_to_head {
        let many = beside.supported_for_one;
        let note = (beside.one_in >= 1.0).then(|| words::HeadToHeadNote { one_in: &number::one_in(lang, beside.one_in) }.say(lang));
        rows.push(ResultRow::new(words::HEAD_TO_HEAD.say(lang), Figure::new("head-to-head", many, number::whole(many)), note));
    }
    rows
}

/// A year of the care that is avoided: the average of the placements, or the one chosen, at the first year's prices.
fn cost_of_care(scenario: &Scenario) -> f64 {
    let (residential, foster) = (scenario.value(Id::ResidentialCost), scenario.value(Id::FosterCost));
    let [foster_share, residential_share, parents, other] = scenario.mix();
    match scenario.option(Id::Placement) {
        1 => residential,
        2 => foster,
        _ => {
            residential_share * residential
                + foster_share * foster
                + parents * scenario.cost_with_parents()
                + other * scenario.value(Id::OtherCost)
        }
    }
}

fn caveats(lang: Lang) -> Vec<String> {
    let standing = [words::CAVEAT_EFFECT, words::CAVEAT_AVERAGE, words::CAVEAT_COST, words::CAVEAT_UPRATING, words::CAVEAT_CHILD];
    standing.map(|text| text.say(lang).to_owned()).to_vec()
}

fn announcement(lang: Lang, sums: &Sums) -> String {
    let npv = short(lang, sums.npv());
    match sums.break_even {
        Some(effect) => words::Announce { percent: &number::percent(effect, 1), npv: &npv }.say(lang),
        None => words::AnnounceNever { npv: &npv }.say(lang),
    }
}
