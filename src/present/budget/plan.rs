//! The plan as it is read and changed: a card for each programme, the shelf, the named starting points, what each change did.

use std::rc::Rc;

use crate::app::State;
use crate::evidence::programmes::Kind;
use crate::evidence::programmes::PROGRAMMES;
use crate::model::ProjectedLever;
use crate::present::Group;
use crate::present::cite;
use crate::present::fields;
use crate::present::fields::FieldView;
use crate::present::paths;
use crate::present::request::plan as request;
use crate::scenario::Id;
use crate::scenario::MOST_BESIDE;
use crate::scenario::Scenario;
use crate::scenario::id::Part;
use crate::scenario::id::SLOTS;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::budget as words;
use crate::words::text::compare;
use crate::words::text::count;
use crate::words::year;

use super::PresentView;
use super::presenting;
use super::shelved;
use super::short;
use super::span;
use super::sums;
use super::sums::Sums;
use super::sure;
use super::sure::RangeView;

/// The plan, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanView {
    /// A card for each programme, in order.
    pub cards: Vec<Card>,
    /// What a programme that changes a price makes care cost, where that is the price: it has no card.
    pub priced: Option<String>,
    /// What can be added.
    pub shelf: Vec<Offer>,
    /// Whether there is no room for another.
    pub full: bool,
    /// Where a plan can start from.
    pub starts: Vec<StartView>,
    /// What each change did to the net present value.
    pub shares: Vec<(Id, String)>,
    /// What the shares add up to, and how they were found.
    pub shares_sum: Option<String>,
    /// The range of every number.
    pub ranges: Vec<Rc<RangeView>>,
    /// How ranges hang together.
    pub tied: Option<Rc<FieldView>>,
    /// Whether the ranges are shown: one was changed, or typed wrong.
    pub ranges_open: bool,
    /// Whether the fan is still on its way: draws made, and asked for.
    pub trying: Option<(u32, u32)>,
    /// Whether there is a fan, and of how many draws.
    pub tried: Option<u32>,
    /// Why there is none.
    pub fault: Option<String>,
    /// How many scenarios stand beside this one, in words.
    pub beside: String,
    /// Whether no more can.
    pub beside_full: bool,
    /// What the plan is called by the visitor; nothing where it has no name.
    pub title: String,
    /// What is offered of the last plan.
    pub offer: Option<String>,
    /// The presentation.
    pub present: PresentView,
}

/// One programme of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its place in the plan.
    pub slot: usize,
    /// What it is called.
    pub name: String,
    /// What it is called on the shelf.
    pub shelf: String,
    /// What it is.
    pub about: String,
    /// The anchor of all that the evidence says of it.
    pub evidence: String,
    /// What it comes to, and what should be known of that.
    pub findings: Vec<String>,
    /// What is wrong with it, where something is: a limit reached, no effect.
    pub warning: Option<String>,
    /// Its most important fields, and the rest, folded.
    pub groups: [Group; 2],
    /// Whether it is the last.
    pub last: bool,
}

/// A programme of the shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Its place on the shelf.
    pub at: usize,
    /// Its name.
    pub name: String,
}

/// A named starting point.
#[derive(Clone, Debug, PartialEq)]
pub struct StartView {
    /// What it is called.
    pub name: String,
    /// What it is, and what it rests on.
    pub about: String,
    /// Its link.
    pub link: &'static str,
}

/// The plan of a state.
pub(super) fn view(state: &State, sums: &Sums) -> PlanView {
    let (lang, scenario) = (state.lang, &state.scenario);
    let planned: Vec<usize> = scenario.planned().collect();
    let offer = |(at, programme): (usize, &crate::evidence::programmes::Programme)| {
        let name = programme.name.say(lang);
        let name = if programme.kind == Kind::Price { words::PriceChange { name }.say(lang) } else { name.to_owned() };
        Offer { at, name }
    };
    let worked = state.worked.as_ref().filter(|worked| worked.of == *scenario);
    let whole: i64 = worked.map_or(0, |worked| worked.shares.iter().map(|(_, share)| share).sum());
    let starts = super::starts::starts(lang);
    PlanView {
        priced: priced(lang, scenario),
        cards: planned.iter().map(|slot| card(state, sums, *slot, planned.last() == Some(slot))).collect(),
        shelf: PROGRAMMES.iter().enumerate().map(offer).collect(),
        full: planned.len() == SLOTS,
        title: state.settled().title().unwrap_or_default().to_owned(),
        offer: presenting::offer(state),
        present: presenting::present(state, &starts),
        starts,
        shares: worked
            .map_or(Vec::new(), |worked| worked.shares.iter().map(|(id, share)| (*id, said(lang, worked.spending, *share))).collect()),
        shares_sum: worked.filter(|worked| !worked.shares.is_empty()).map(|worked| {
            let whole = pounds(whole);
            let sum = if worked.spending {
                words::SharesSumSpending { whole: &whole }.say(lang)
            } else {
                words::SharesSum { whole: &whole }.say(lang)
            };
            if worked.exact { sum } else { [&sum, " ", words::SHARES_SAMPLED.say(lang)].concat() }
        }),
        ranges: sure::ranges(state),
        tied: Some(Rc::new(fields::view(state, Id::Tied))),
        ranges_open: scenario.changed(Id::Tied) || scenario.range_changes().next().is_some() || !state.range_drafts.is_empty(),
        trying: state.trying.map(|progress| (progress.made, progress.draws)),
        tried: sure::fan(state).map(|fan| fan.draws),
        fault: state.fault(scenario).map(|fault| sure::fault(lang, fault)),
        beside: beside(lang, scenario),
        beside_full: scenario.beside().len() == MOST_BESIDE,
    }
}

fn beside(lang: Lang, scenario: &Scenario) -> String {
    let number = u32::try_from(scenario.beside().len()).map_or(0.0, f64::from);
    if scenario.beside().is_empty() {
        return compare::ASIDE_NONE.say(lang).to_owned();
    }
    compare::AsideCount { scenarios: &compare::SCENARIOS.whole(lang, number) }.say(lang)
}

#[expect(clippy::cast_precision_loss, reason = "whole pounds, far below 2^53")]
fn pounds(value: i64) -> String {
    number::signed(&number::pounds(value as f64))
}

fn said(lang: Lang, spending: bool, share: i64) -> String {
    let share = &pounds(share);
    if spending { words::ShareSpending { share }.say(lang) } else { words::Share { share }.say(lang) }
}

fn card(state: &State, sums: &Sums, slot: usize, last: bool) -> Card {
    let (lang, scenario) = (state.lang, &state.scenario);
    let shelved = scenario.programme(slot);
    let kind = scenario.option(Id::of(slot, Part::Kind));
    let id = |part: Part| Id::of(slot, part);
    let mut first = vec![id(Part::On), id(Part::Cost), id(Part::Children)];
    if kind == 0 {
        first.push(id(Part::WouldEnter));
    }
    first.push(id(Part::Effect));
    let mut rest = vec![
        id(Part::FirstYear),
        id(Part::LastYear),
        id(Part::Ramp),
        id(Part::Returned),
        id(Part::ReturnYears),
        id(Part::Kind),
        id(Part::From),
    ];
    if kind == 2 {
        rest.push(id(Part::To));
    }
    let lever = sums.levers.iter().find(|(at, _)| *at == slot).map(|(_, lever)| lever);
    Card {
        slot,
        name: fields::programme(lang, scenario, slot),
        shelf: shelved.map_or(String::new(), |programme| programme.name.say(lang).to_owned()),
        about: shelved.map_or(String::new(), |programme| programme.about().say(lang).to_owned()),
        evidence: shelved.map_or(String::new(), |programme| cite::programme(programme.id)),
        findings: lever.map_or_else(|| vec![words::SWITCHED_OFF.say(lang).to_owned()], |lever| findings(state, sums, slot, lever)),
        warning: lever.and_then(|lever| warning(lang, scenario, slot, lever)),
        groups: [(words::CHANGE, &first, true), (words::MORE, &rest, true)].map(|(heading, ids, folds)| {
            let mut group = Group::of(state, heading, ids, folds);
            group.fields_mut().for_each(|field| shelved::tell(lang, scenario, field));
            group
        }),
        last,
    }
}

/// What the price that a programme of the shelf comes to adds to spending on care.
fn priced(lang: Lang, scenario: &Scenario) -> Option<String> {
    let (at, programme) = PROGRAMMES.iter().enumerate().find(|(_, programme)| programme.kind == Kind::Price)?;
    let before = scenario.restored(Scenario::price_of(programme));
    let more = || sums::spending(scenario) - sums::spending(&before);
    let is = before.with_programme(at).is_some_and(|priced| priced == *scenario);
    is.then(|| words::Priced { more: &short(lang, more()), programme: programme.name.say(lang) }.say(lang))
}

fn findings(state: &State, sums: &Sums, slot: usize, lever: &ProjectedLever) -> Vec<String> {
    let (lang, scenario) = (state.lang, &state.scenario);
    let tried = tried(state, sums, slot);
    let Some(at) = runs_last(scenario, sums, slot) else {
        // As its years are set; it may run in cases tried, where those are drawn.
        let years = [Part::FirstYear, Part::LastYear].map(|part| Id::of(slot, part));
        let may = request::ranges(scenario).iter().any(|(id, _)| years.contains(id));
        return [words::FOUND_NEVER.say(lang).to_owned()].into_iter().chain(tried.filter(|_| may)).collect();
    };
    let inflow = lever.inflow.get(at).map_or(0.0, |inflow| inflow.value());
    let children = &count::CHILDREN.say(lang, inflow, &number::decimal_trimmed(inflow, 1));
    let year = &year::financial(sums.year(at));
    let year = &if at < sums.last() { words::ItsLast { year }.say(lang) } else { year.clone() };
    let (cost, avoided) = (&short(lang, lever.present_value.cost.value()), &short(lang, lever.present_value.avoided.value()));
    let npv = &number::signed(&short(lang, lever.present_value.net_present_value().value()));
    let found = match scenario.option(Id::of(slot, Part::Kind)) {
        0 => words::FoundDivert { avoided, children, cost, npv, year }.say(lang),
        1 => words::FoundReunify { avoided, children, cost, npv, year }.say(lang),
        _ => words::FoundStepDown { avoided, children, cost, npv, year }.say(lang),
    };
    let now = number::percent_trimmed(scenario.value(Id::of(slot, Part::Effect)), 1);
    let even = match lever.break_even {
        Some(even) => words::Even { effect: &number::percent(even.effect.value(), 1), now: &now }.say(lang),
        None => if cut_to_nothing(lever) { words::EVEN_NOBODY } else { words::EVEN_NEVER }.say(lang).to_owned(),
    };
    // What costs nothing has nothing to pay for.
    let even = (lever.present_value.cost.value() > 0.0).then_some(even);
    [found].into_iter().chain(even).chain(tried).collect()
}

/// Whether limits leave a programme none of its children.
fn cut_to_nothing(lever: &ProjectedLever) -> bool {
    !lever.limited_years.is_empty() && lever.inflow.iter().all(|inflow| inflow.value() < 1e-6)
}

/// The last of the years in which a programme runs, by its position; none where it runs in none of them.
#[expect(clippy::cast_possible_truncation, reason = "years within the bounds of their fields")]
fn runs_last(scenario: &Scenario, sums: &Sums, slot: usize) -> Option<usize> {
    let [first, last] = [Part::FirstYear, Part::LastYear].map(|part| scenario.value(Id::of(slot, part)));
    let end = sums.year(sums.last());
    let last = if Id::of(slot, Part::LastYear).field().is_nothing(last) { end } else { end.min(last as i32) };
    usize::try_from(last - sums.first_year).ok().filter(|_| first as i32 <= last)
}

/// The low and high of what a programme comes to in the cases tried.
fn tried(state: &State, sums: &Sums, slot: usize) -> Option<String> {
    let lang = state.lang;
    // The simulation tells the programmes that run, as the projection does.
    let at = sums.levers.iter().position(|(of, _)| *of == slot)?;
    let present = sure::fan(state)?.levers.get(at)?;
    let [cost, avoided] = [present.cost, present.avoided].map(|range| span(lang, range, &|pounds| short(lang, pounds)));
    let npv = span(lang, present.net, &|pounds| number::signed(&short(lang, pounds)));
    Some(words::FoundTried { avoided: &avoided, cost: &cost, npv: &npv }.say(lang))
}

fn warning(lang: Lang, scenario: &Scenario, slot: usize, lever: &ProjectedLever) -> Option<String> {
    if scenario.option(Id::of(slot, Part::Kind)) == 2 && request::step(scenario, slot).is_none() {
        return Some(words::SAME_CARE.say(lang).to_owned());
    }
    let years: Vec<i32> = lever.limited_years.iter().map(|year| year.value()).collect();
    let cut: f64 = lever.cut.iter().map(|cut| cut.value().max(0.0)).sum();
    let children = count::CHILDREN.say(lang, cut, &number::decimal_trimmed(cut, 1));
    (!years.is_empty()).then(|| words::LimitedBy { years: &paths::runs(lang, &years), children: &children }.say(lang))
}
