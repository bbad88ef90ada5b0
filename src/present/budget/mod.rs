//! The whole budget: children, placements, prices, programmes and the grant together, year by year; what the plan changes, and how sure that
//! is.

mod charts;
mod plan;
mod presenting;
mod results;
mod shelved;
mod starts;
mod sums;
mod sure;
mod work;

use crate::model::ProjectedLever;
pub use plan::Card;
pub use plan::Offer;
pub use plan::PlanView;
pub use plan::StartView;
pub use presenting::PresentView;
pub use presenting::Shown;
pub(super) use presenting::named;
pub use shelved::value;
pub use starts::links;
pub(super) use starts::starts;
pub(super) use sums::Sums;
pub use sums::npv;
pub use sums::spending;
pub use sure::ENDS;
pub use sure::RangeView;
pub use sure::against;
pub use sure::asked;
pub(super) use sure::fault;
pub use work::Work;

use crate::app::State;
use crate::app::fan::Fan;
use crate::app::fan::FanYear;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::scenario::id::Part;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::budget as words;
use crate::words::text::compare;
use crate::words::text::count;
use crate::words::text::edge;
use crate::words::year;

use super::Group;
use super::Question;
use super::figure::Figure;
use super::figure::Sentence;
use super::figure::mark;
use super::footnotes;
use super::footnotes::Footnote;
use super::footnotes::each_on;
use super::request;
use super::request::Request;

/// What the answer rests on beside the count that it starts from.
const ANSWER: &[Footnote] =
    &[Footnote::Method(&footnotes::MONEY), Footnote::Method(&footnotes::COSTS), Footnote::Method(&footnotes::PROGRAMMES)];

/// The question with its answer.
#[must_use]
pub fn question(state: &State) -> Question {
    let (lang, scenario) = (state.lang, &state.scenario);
    let sums = Sums::of(scenario);
    let say = |text: Text| text.say(lang).to_owned();
    let planned = !sums.levers.is_empty();
    let asked = request::plan::uncertain(scenario, &request::plan::budget(scenario), &request::plan::ranges(scenario));
    let last = sums.last();
    let fan = sure::fan(state);
    let (label, value, within) = if planned {
        (say(words::NPV_SHORT), sums.npv(), fan.map(|fan| fan.npv))
    } else {
        let label = words::SpendShort { year: &year::financial(sums.year(last)) }.say(lang);
        let price = sums::price_at(scenario, last);
        let tried = |fan: &Fan| Some(fan.years.last()?.told.spend_without.map(|pounds| pounds * price));
        (label, sums.without.total(last), fan.and_then(tried))
    };
    let announced = if planned {
        words::Announce { npv: &short(lang, sums.npv()) }.say(lang)
    } else {
        let spend = short(lang, sums.without.total(last));
        words::AnnounceNone { year: &year::financial(sums.year(last)), last: &spend }.say(lang)
    };
    Question {
        title: say(words::TITLE),
        question: say(words::QUESTION),
        intro: say(words::INTRO),
        gist: (label, Figure::new("", value, short(lang, value))),
        within: aside(lang, within),
        lines: lines(state, &sums, within).into_iter().chain(outside(lang, value, within)).collect(),
        headline: headline(lang, scenario, &sums),
        standing: super::standing::with_prices(lang, scenario),
        footnotes: [ANSWER, super::standing::footnotes(scenario)].concat(),
        groups: groups(state),
        results: each_on(results::results(state, &sums), &[Footnote::Method(&footnotes::COSTS)]),
        charts: charts::charts(state, &sums),
        caveats: [words::CAVEAT_EFFECT, words::CAVEAT_EXISTING, words::CAVEAT_PRICE, words::CAVEAT_RANGE, words::CAVEAT_ROUNDED]
            .map(say)
            .to_vec(),
        requests: vec![Request::new("budget", words::REQUEST.say(lang), "project", &asked)],
        announcement: match sure::chance(state).filter(|_| planned) {
            Some(chance) => [&announced, " ", &chance.text()].concat(),
            None => announced,
        },
        plan: Some(Box::new(plan::view(state, &sums))),
        ..Question::default()
    }
}

/// The low and high of pounds, set behind them in brackets.
pub(super) fn aside(lang: Lang, range: Option<[f64; 3]>) -> String {
    bracketed(lang, range, &|pounds| short(lang, pounds))
}

/// The same of anything; nothing where both ends read the same.
fn bracketed(lang: Lang, range: Option<[f64; 3]>, said: &dyn Fn(f64) -> String) -> String {
    range
        .filter(|[low, _, high]| said(*low) != said(*high))
        .map_or_else(String::new, |range| [" (", &span(lang, range, said), ")"].concat())
}

/// The low and high that eight in ten of the cases tried lie between; one of them where they read the same.
pub(super) fn span(lang: Lang, [low, _, high]: [f64; 3], said: &dyn Fn(f64) -> String) -> String {
    let (low, high) = (said(low), said(high));
    if low == high { low } else { compare::Range { low: &low, high: &high }.say(lang) }
}

/// Pounds as a headline says them.
fn short(lang: Lang, value: f64) -> String {
    number::pounds_short(lang, value)
}

/// That a figure is not between what the middle cases came to, where it reads so: ranges may lie to one side of what is set.
fn outside(lang: Lang, value: f64, range: Option<[f64; 3]>) -> Option<Sentence> {
    let [low, _, high] = range.filter(|[low, _, high]| value < *low || value > *high)?;
    let [at, low, high] = [value, low, high].map(|pounds| short(lang, pounds));
    (at != low && at != high).then(|| Sentence::plain(words::LineOutside { value: &at, low: &low, high: &high }.say(lang)))
}

fn years(lang: Lang, sums: &Sums) -> String {
    crate::words::count::years(lang, u32::try_from(sums.cost.len()).map_or(0.0, f64::from), 0)
}

/// That a plan is not paid back within its years.
pub(super) fn never(lang: Lang, sums: &Sums) -> String {
    edge::PaybackNever { horizon: &years(lang, sums) }.say(lang)
}

/// The year that is so many after the first, in which a plan is paid back in the cases tried; as many as there are years is never.
pub(super) fn paid_back(lang: Lang, sums: &Sums, after: f64) -> String {
    let year = (0..sums.cost.len()).zip(0_u32..).find(|(_, n)| f64::from(*n) >= after.round());
    year.map_or_else(|| never(lang, sums), |(at, _)| year::financial(sums.year(at)))
}

fn headline(lang: Lang, scenario: &Scenario, sums: &Sums) -> Sentence {
    let last = sums.last();
    if sums.levers.is_empty() {
        let (first_spend, last_spend) = (sums.without.total(0), sums.without.total(last));
        let text = words::HeadlineNone {
            place: &scenario.place().full_name(lang),
            first: mark(0),
            first_year: &year::financial(sums.first_year),
            last: mark(1),
            last_year: &year::financial(sums.year(last)),
        };
        let figures = vec![
            Figure::new("first-spend", first_spend, short(lang, first_spend)),
            Figure::new("last-spend", last_spend, short(lang, last_spend)),
        ];
        return Sentence::with(text.say(lang), figures);
    }
    let (cost, avoided) = (sums.present.cost.value(), sums.present.avoided.value());
    let horizon = &years(lang, sums);
    let text = if avoided < 0.0 {
        words::HeadlineAdds { horizon, cost: mark(0), added: mark(1), npv: mark(2) }.say(lang)
    } else {
        words::Headline { horizon, cost: mark(0), avoided: mark(1), npv: mark(2) }.say(lang)
    };
    let figures = vec![
        Figure::new("cost-short", cost, short(lang, cost)),
        Figure::new("avoided-short", avoided, short(lang, avoided.abs())),
        Figure::new("npv-short", sums.npv(), short(lang, sums.npv())),
    ];
    Sentence::with(text, figures)
}

/// What is told beside the headline; `within` is what its last figure lies between in the cases tried.
fn lines(state: &State, sums: &Sums, within: Option<[f64; 3]>) -> Vec<Sentence> {
    let (lang, scenario, last) = (state.lang, &state.scenario, sums.last());
    let fan = sure::fan(state);
    let children = |n: f64| count::CHILDREN.whole(lang, n.round());
    let between = |at: usize, told: fn(&FanYear) -> [f64; 3]| {
        let range = fan.and_then(|fan| fan.years.last()).map(told);
        [mark(at), &bracketed(lang, range, &number::whole)].concat()
    };
    let ends = |side: &sums::Side| side.closing.last().copied().unwrap_or(0.0);
    let (with, without) = (ends(&sums.with), ends(&sums.without));
    let end = (sums.year(last) + 1).to_string();
    let mut all: Vec<Sentence> = limited(lang, scenario, sums).map(Sentence::plain).collect();
    if sums.levers.is_empty() {
        let figure = Figure::new("children-without", without, children(without));
        all.push(Sentence::with(
            words::LineChildrenNone { year: &end, without: &between(0, |year| year.children) }.say(lang),
            vec![figure],
        ));
        let spread = within.filter(|[low, _, high]| short(lang, *low) != short(lang, *high));
        all.extend(fan.zip(spread).map(|(fan, [low, _, high])| {
            let [low, high, year] = [short(lang, low), short(lang, high), year::financial(sums.year(last))];
            let draws = &number::whole(f64::from(fan.draws));
            Sentence::plain(words::LineSpendNone { draws, low: &low, high: &high, year: &year }.say(lang))
        }));
        return all;
    }
    let present = &sums.present;
    if present.cost.value().abs() + present.avoided.value().abs() < 0.5 {
        all.push(Sentence::plain(words::LINE_NUMBERS.say(lang)));
    } else {
        all.extend(sure::chance(state).or_else(|| sure::awaited(state)));
        all.extend(fan.map(|fan| {
            let [cost, avoided] = [fan.present.cost, fan.present.avoided].map(|of| span(lang, of, &|pounds| short(lang, pounds)));
            Sentence::plain(words::LineTried { cost: &cost, avoided: &avoided }.say(lang))
        }));
    }
    let figures = vec![Figure::new("children-with", with, children(with)), Figure::new("children-without", without, children(without))];
    let (year, with, without) = (&end, &between(0, |year| year.children), &between(1, |year| year.told.closing_without));
    let line = if only_moves(&state.scenario, sums) {
        words::LineChildrenSame { with, without, year }.say(lang)
    } else {
        words::LineChildren { with, without, year }.say(lang)
    };
    all.push(Sentence::with(line, figures));
    all.extend(sure::fewer(state));
    let (first_year, last_year) = (year::financial(sums.first_year), year::financial(sums.year(last)));
    let signed = |net: f64| number::signed(&short(lang, net));
    let settled = [0, last].map(|at| Figure::new("", sums.net(at), signed(sums.net(at))));
    let net = |n: usize, at: usize| {
        let range = fan.and_then(|fan| fan.years.get(at)).map(|year| year.told.net.map(|net| net * sums::price_at(scenario, at)));
        [mark(n), &bracketed(lang, range, &signed)].concat()
    };
    let (first, last) = (&net(0, 0), &net(1, last));
    // What costs money no longer is no plan that has settled.
    let ended = sums.cost.iter().sum::<f64>() > 0.0 && sums.cost.last().is_some_and(|cost| *cost <= 0.0);
    let text = if ended {
        words::LineEnded { first_year: &first_year, first, last_year: &last_year, last }.say(lang)
    } else {
        words::LineSettled { first_year: &first_year, first, last_year: &last_year, last }.say(lang)
    };
    let text = if charts::in_cash(state) { [&text, " ", words::LINE_IN_CASH.say(lang)].concat() } else { text };
    all.push(Sentence::with(text, settled.to_vec()));
    all
}

/// Whether the plan changes the care that children are in at the end and not how many there are.
fn only_moves(scenario: &Scenario, sums: &Sums) -> bool {
    let apart = |one: f64, other: f64| (one - other).abs() > 1e-6;
    let end = |side: &sums::Side| side.closing.last().copied().unwrap_or(0.0);
    let moves = |(slot, lever): &(usize, ProjectedLever)| {
        let moved = lever.care_years.last().map_or(0.0, |years| years.value());
        scenario.option(Id::of(*slot, Part::Kind)) == 2 && apart(moved, 0.0)
    };
    !apart(end(&sums.with), end(&sums.without)) && sums.levers.iter().any(moves)
}

/// Each programme that reaches a limit, and when.
fn limited<'a>(lang: Lang, scenario: &'a Scenario, sums: &'a Sums) -> impl Iterator<Item = String> + 'a {
    sums.levers.iter().filter(|(_, lever)| !lever.limited_years.is_empty()).map(move |(slot, lever)| {
        let years: Vec<i32> = lever.limited_years.iter().map(|year| year.value()).collect();
        let programme = super::fields::programme(lang, scenario, *slot);
        words::LineLimited { programme: &programme, years: &super::paths::runs(lang, &years) }.say(lang)
    })
}

/// The fields about the plan, each group folded until one of its fields is changed.
fn groups(state: &State) -> Vec<Group> {
    let scenario = &state.scenario;
    let mut path = vec![Id::Path];
    path.extend_from_slice(match scenario.option(Id::Path) {
        1 => &[Id::CareCut1, Id::CareCut2, Id::CareCut3, Id::Leavers],
        2 => &[Id::CareGrowth, Id::Leavers],
        3 => &[Id::CareTarget, Id::TargetYear, Id::Leavers],
        _ => &[Id::Entries, Id::Leavers, Id::EntriesGrowth],
    });
    let mut money = vec![Id::Horizon, Id::Money];
    if scenario.option(Id::Money) == 1 {
        money.push(Id::Inflation);
    }
    money.extend([Id::Cashable, Id::Optimism, Id::Discount]);
    let mut prices = vec![Id::ResidentialCost, Id::ResidentialGrowth, Id::FosterCost, Id::FosterGrowth];
    if request::plan::agencies(scenario).is_some() {
        prices.extend([Id::AgencyShare, Id::AgencyCost]);
    }
    prices.extend([Id::OtherCost, Id::OtherGrowth]);
    vec![
        Group::of(state, words::GROUP_PATH, &path, true),
        Group::of(state, words::GROUP_PRICES, &prices, true),
        Group::of(state, words::GROUP_MIX, &[Id::MixYear, Id::MixFoster, Id::MixResidential, Id::MixParents], true),
        Group::of(state, words::GROUP_MONEY, &money, true),
        Group::of(state, words::GROUP_GRANT, &[Id::Rate, Id::Counts, Id::Own, Id::Lag], true),
    ]
}

/// What the level of a field means.
#[must_use]
pub fn level(lang: Lang, scenario: &Scenario, id: Id) -> Option<String> {
    let value = scenario.value(id);
    match id.part() {
        Some((slot, part)) => return part_level(lang, scenario, slot, part),
        None if matches!(id, Id::MixFoster | Id::MixResidential | Id::MixParents) => {
            let shares = request::plan::left_of_mix(scenario, id);
            let said = shares.map(|shares| <[f64; 2]>::from(shares).map(|share| number::percent_trimmed(share, 1)));
            return Some(said.map_or_else(
                || words::LEVEL_MIX_UNUSED.say(lang).to_owned(),
                |[used, rest]| words::LevelMixRest { rest: &rest, used: &used }.say(lang),
            ));
        }
        None => {}
    }
    match id {
        Id::Inflation => {
            let last = scenario.start().year + 9;
            let cash = number::pounds_and_pence(sums::price(scenario, 9));
            Some(words::LevelCash { cash: &cash, year: &year::financial(last) }.say(lang))
        }
        Id::AgencyShare => {
            let children = scenario.start().children * scenario.mix()[0] * value;
            Some(words::LevelAgencyShare { children: &count::CHILDREN.say(lang, children, &number::whole(children)) }.say(lang))
        }
        Id::AgencyCost => {
            let [agency, own] = request::plan::agency_costs(scenario);
            let own = &number::pounds(own);
            Some(if agency < value {
                words::LevelAgencyCapped { own, used: &number::pounds(agency) }.say(lang)
            } else {
                words::LevelAgencyCost { own, weekly: &number::pounds(value * 7.0 / 365.0) }.say(lang)
            })
        }
        Id::FosterGrowth | Id::OtherGrowth => (value.abs() > 0.0).then(|| {
            let tenfold = number::percent((1.0 + value).powi(10) - 1.0, 0);
            words::LevelGrowth { percent: &number::signed(&tenfold) }.say(lang)
        }),
        _ => super::paths::level(lang, scenario, id).or_else(|| super::levels::edge(lang, scenario, id)),
    }
}

fn part_level(lang: Lang, scenario: &Scenario, slot: usize, part: Part) -> Option<String> {
    let value = |part: Part| scenario.value(Id::of(slot, part));
    let would = if scenario.option(Id::of(slot, Part::Kind)) == 0 { value(Part::WouldEnter) } else { 1.0 };
    let children = |n: f64| count::CHILDREN.say(lang, n, &number::decimal_trimmed(n, 1));
    #[expect(clippy::cast_possible_truncation, reason = "a year within the bounds of its field")]
    let financial = |part: Part| year::financial(value(part) as i32);
    match part {
        Part::Cost => {
            let supported = value(Part::Children);
            (supported > 0.0).then(|| edge::LevelCost { each: &number::pounds(value(part) / supported) }.say(lang))
        }
        Part::WouldEnter => {
            let (share, supported) = (number::percent_trimmed(value(part), 2), children(value(Part::Children)));
            let entering = children(value(Part::Children) * value(part));
            Some(edge::LevelWouldEnter { share: &share, supported: &supported, children: &entering }.say(lang))
        }
        Part::Effect => {
            let of = value(Part::Children) * would;
            let (share, prevented) = (number::percent_trimmed(value(part), 2), children(of * value(part)));
            Some(words::LevelEffect { share: &share, children: &children(of), works: &prevented }.say(lang))
        }
        Part::FirstYear => Some(words::LevelFirstYear { year: &financial(part) }.say(lang)),
        Part::LastYear => {
            let open = Id::of(slot, part).field().is_nothing(value(part));
            (!open).then(|| words::LevelLastYear { year: &financial(part) }.say(lang))
        }
        _ => None,
    }
}
