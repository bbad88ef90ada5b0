//! How sure the answer is: the fan of the cases tried, what matters most, and the range of every number with the value at which the answer
//! would change its sign.

use std::rc::Rc;

use crate::api;
use crate::api::Value;
use crate::app::Mistake;
use crate::app::State;
use crate::app::fan::Asked;
use crate::app::fan::FEW;
use crate::app::fan::Fan;
use crate::app::fan::Fault;
use crate::app::fan::MANY;
use crate::app::fan::Told;
use crate::model::MOST_YEARS;
use crate::model::switching::Switching;
use crate::present::chart::Chart;
use crate::present::chart::Measure;
use crate::present::chart::Series;
use crate::present::chart::Shape;
use crate::present::fields;
use crate::present::figure::Figure;
use crate::present::figure::Sentence;
use crate::present::figure::mark;
use crate::present::footnotes;
use crate::present::footnotes::Footnote;
use crate::present::request::plan as request;
use crate::scenario::End;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::budget as words;
use crate::words::text::site;
use crate::words::typed;

use super::short;
use super::sums::price;

/// What the ids of the boxes of a range begin with: that of its lowest, and of its highest.
pub const ENDS: [&str; 2] = ["low", "high"];

/// The most bars of the tornado.
const MOST_BARS: usize = 10;

/// The range of one number, to be read and changed.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeView {
    /// Which number.
    pub id: Id,
    /// What it is called.
    pub label: String,
    /// What it is now.
    pub now: String,
    /// The unit in words, after each box.
    pub unit: &'static str,
    /// What stands in the boxes of its two ends; nothing where it is taken to be known.
    pub ends: [String; 2],
    /// What is wrong with what was typed into each of them.
    pub errors: [Option<String>; 2],
    /// Whether the visitor gave the range, or took it away.
    pub changed: bool,
    /// Whether there is a range.
    pub ranged: bool,
    /// Where the answer changes its sign, once that is worked out.
    pub switches: Option<String>,
}

/// What is asked of the simulation of a scenario, with `draws` cases.
#[must_use]
pub fn asked(scenario: &Scenario, draws: u32) -> Asked {
    let (request, ties) = tried(scenario);
    let prices = match scenario.option(Id::Money) {
        0 => String::new(),
        _ => Value::list((0..i32::from(MOST_YEARS)).map(|year| price(scenario, year))).to_json(),
    };
    Asked { scenario: request.to_json(), draws, ties: ties.to_json(), against: String::new(), prices }
}

/// The same told against another scenario.
#[must_use]
pub fn against(asked: Asked, other: Option<&Scenario>) -> Asked {
    let against = other.map(|other| {
        let (scenario, ties) = tried(other);
        Value::map([("scenario", scenario), ("ties", ties)]).to_json()
    });
    Asked { against: against.unwrap_or_default(), ..asked }
}

/// A scenario with its ranges, and which of them one draw moves, as the contract takes them.
fn tried(scenario: &Scenario) -> (Value, Value) {
    let (ranges, budget) = (request::ranges(scenario), request::budget(scenario));
    let path = |at: &usize| Value::Text(api::path(ranges[*at].1.number, &budget));
    let ties = request::ties(scenario, &ranges);
    let ties = Value::List(ties.iter().map(|tie| Value::List(tie.iter().map(path).collect())).collect());
    (request::uncertain(scenario, &budget, &ranges), ties)
}

/// The fan of the settled scenario, where it has come.
pub fn fan(state: &State) -> Option<&Fan> {
    match state.told(&state.scenario).filter(|_| state.scenario == *state.settled())? {
        Told::Fan(fan) => Some(fan),
        _ => None,
    }
}

/// Why there is no fan.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    match fault {
        Fault::Refused { path, en, cy } => words::FaultRefused { path, why: if lang == Lang::En { en } else { cy } }.say(lang),
        Fault::NotRun => words::FAULT_NOT_RUN.say(lang).to_owned(),
    }
}

/// How often the plan saves money, and between what.
pub fn chance(state: &State) -> Option<Sentence> {
    let (lang, fan) = (state.lang, fan(state)?);
    let [low, middle, high] = fan.npv;
    let figures = vec![
        Figure::new("chance", fan.chance, number::whole((fan.chance * 10.0).round())),
        Figure::new("npv-low", low, short(lang, low)),
        Figure::new("npv-high", high, short(lang, high)),
        Figure::new("npv-middle", middle, short(lang, middle)),
    ];
    let draws = &number::whole(f64::from(fan.draws));
    let text = if fan.chance >= 0.95 {
        words::LineChanceNearlyAll { draws, low: mark(1), high: mark(2), middle: mark(3) }.say(lang)
    } else if fan.chance < 0.05 {
        words::LineChanceHardlyAny { draws, low: mark(1), high: mark(2), middle: mark(3) }.say(lang)
    } else {
        words::LineChance { draws, tenths: mark(0), low: mark(1), high: mark(2), middle: mark(3) }.say(lang)
    };
    Some(Sentence::with(text, figures))
}

/// That cases are to be tried, where what they come to will stand, so that the answer does not move when it comes.
pub fn awaited(state: &State) -> Option<Sentence> {
    let draws = &number::whole(f64::from(if state.many { MANY } else { FEW }));
    let fails = matches!(state.told(&state.scenario), Some(Told::Fault(_)));
    (!fails).then(|| Sentence::plain(words::LineAwaited { draws }.say(state.lang)))
}

/// How many children fewer the plan makes at the end, between what. Doubt about the path itself moves both alike, and is none about this.
pub fn fewer(state: &State) -> Option<Sentence> {
    let [low, _, high] = fan(state)?.years.last()?.told.fewer;
    // A plan that only moves children changes no number.
    if low.abs().max(high.abs()) < 0.5 {
        return None;
    }
    let figures = vec![Figure::new("fewer-low", low, number::whole(low)), Figure::new("fewer-high", high, number::whole(high))];
    Some(Sentence::with(words::LineFewer { low: mark(0), high: mark(1) }.say(state.lang), figures))
}

/// What each number moves by itself, the largest swing first.
pub fn tornado(state: &State, npv: f64) -> Option<Chart> {
    let (lang, fan) = (state.lang, fan(state)?);
    let ranges = request::ranges(&state.scenario);
    let moved = |(_, low, high): &&(usize, f64, f64)| (high - low).abs() >= 0.5;
    let swings: Vec<&(usize, f64, f64)> = fan.swings.iter().filter(moved).take(MOST_BARS).collect();
    let label = |at: usize| ranges.get(at).map_or(String::new(), |(id, _)| fields::label(lang, &state.scenario, *id));
    let (at, low, high) = **swings.first()?;
    let series = |name: crate::words::Text, slot: u8, end: fn(&(usize, f64, f64)) -> f64| {
        Series::new(name.say(lang), Shape::Bars, slot, swings.iter().map(|swing| Some(end(swing) - npv)).collect())
    };
    Some(Chart {
        name: "matters",
        caption: words::CaptionMatters { label: &label(at), low: &short(lang, low), high: &short(lang, high) }.say(lang),
        table_title: words::CHART_MATTERS.say(lang).to_owned(),
        axis: words::AXIS_MATTERS.say(lang).to_owned(),
        positions_title: words::ASSUMPTION_COLUMN.say(lang).to_owned(),
        positions: swings.iter().map(|(at, ..)| label(*at)).collect(),
        measure: Measure::Pounds,
        bars: true,
        total: None,
        series: vec![series(words::SERIES_LOW, 4, |swing| swing.1), series(words::SERIES_HIGH, 1, |swing| swing.2)],
        footnotes: vec![Footnote::Method(&footnotes::MONEY)],
    })
}

/// Every number that may have a range.
pub fn ranges(state: &State) -> Vec<Rc<RangeView>> {
    let scenario = &state.scenario;
    let mut seen: Vec<Id> = Vec::new();
    for (id, _) in request::numbers(scenario) {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    seen.into_iter().map(|id| Rc::new(range(state, id))).collect()
}

fn range(state: &State, id: Id) -> RangeView {
    let (lang, scenario) = (state.lang, &state.scenario);
    let (field, label) = (scenario.field(id), fields::label(lang, scenario, id));
    let now = fields::said(lang, &field, scenario.value(id));
    let range = scenario.range(id);
    let draft = |end: End| state.range_drafts.iter().find(|(of, _)| *of == (id, end)).map(|(_, draft)| draft);
    let text = |end: End, value: Option<f64>| match draft(end) {
        Some(draft) => draft.text.clone(),
        None => value.map_or(String::new(), |value| typed::editable(rounded(value), crate::app::kind(id))),
    };
    let error = |end: End| {
        let draft = draft(end)?;
        let text = draft.text.clone();
        let [low, high] = [field.bounds.0, field.bounds.1].map(|bound| fields::said(lang, &field, bound));
        let (label, text, now) = (&label, &text, &now);
        Some(match (end, draft.mistake) {
            (_, Some(Mistake::Empty)) => words::SureEmpty { label, low: &low, high: &high }.say(lang),
            (_, Some(Mistake::NotWhole)) => site::MistakeNotWhole { label, text }.say(lang),
            (_, Some(Mistake::NotANumber)) if field.unit.of_years() => site::MistakeNotWhole { label, text }.say(lang),
            (End::Low, _) => words::SureWrongLow { label, text, low: &low, high: now }.say(lang),
            (End::High, _) => words::SureWrongHigh { label, text, low: now, high: &high }.say(lang),
        })
    };
    let switching = state.worked.as_ref().filter(|worked| worked.of == *scenario);
    let switching = switching.and_then(|worked| worked.switching.iter().find(|(of, _)| *of == id));
    RangeView {
        id,
        unit: fields::unit(lang, field.unit),
        ends: [text(End::Low, range.map(|range| range.0)), text(End::High, range.map(|range| range.1))],
        errors: [error(End::Low), error(End::High)],
        changed: scenario.range_changed(id),
        ranged: range.is_some(),
        switches: switching.map(|(_, switching)| switches(lang, *switching, &|value| fields::said(lang, &field, rounded(value)))),
        label,
        now,
    }
}

/// To five digits, as far as a judgement goes.
fn rounded(value: f64) -> f64 {
    if value.abs() < f64::EPSILON || !value.is_finite() {
        return 0.0;
    }
    let mut scale = 1.0;
    while value.abs() * scale < 10_000.0 {
        scale *= 10.0;
    }
    while value.abs() * scale >= 100_000.0 {
        scale /= 10.0;
    }
    (value * scale).round() / scale
}

fn switches(lang: Lang, switching: Switching, said: &dyn Fn(f64) -> String) -> String {
    match (switching.below, switching.above) {
        (None, None) => words::SURE_NEVER.say(lang).to_owned(),
        (Some(one), None) | (None, Some(one)) => said(one),
        (Some(below), Some(above)) => words::SureEither { below: &said(below), above: &said(above) }.say(lang),
    }
}
