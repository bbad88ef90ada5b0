//! Ranges: by the evidence or by the visitor, each about the number it is of; `simulate` takes them all, and the page tells what it answers.

use clorian::api::Simulating;
use clorian::api::Value;
use clorian::api::call;
use clorian::app::Message;
use clorian::app::Simulated;
use clorian::app::State;
use clorian::app::fan::{Asked, FEW, Fan, Fault, MANY, Progress, Told};
use clorian::app::plan::Deed;
use clorian::app::update;
use clorian::evidence::figure as f;
use clorian::model::uncertainty::Range;
use clorian::present::budget::{ENDS, asked as of_scenario};
use clorian::present::fields;
use clorian::present::page;
use clorian::present::request::plan as request;
use clorian::present::rooms::BUDGET;
use clorian::scenario::End;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::scenario::field::Unit;
use clorian::scenario::id::{Part, SLOTS};
use clorian::words::Lang;
use clorian::words::text::budget as words;
use proptest::prelude::*;
use std::rc::Rc;

use super::{after, asked, chart, deed, figure, near, of, opened, part, plan, question, same, with};

/// What the page asks for.
fn simulation(state: &State) -> Asked {
    of_scenario(state.settled(), if state.many { MANY } else { FEW })
}

/// What the page asks for, as a request to `simulate`.
fn to_simulate(state: &State, draws: f64) -> Value {
    let asked = simulation(state);
    let json = |text: &str| Value::from_json(text).unwrap();
    assert_eq!(asked.against, "", "it is told against no other");
    Value::map([("scenario", json(&asked.scenario)), ("draws", draws.into()), ("ties", json(&asked.ties))])
}

/// What a pound of each year is worth in the money that the page shows.
fn prices(asked: &Asked) -> Vec<f64> {
    let Ok(Value::List(all)) = Value::from_json(&asked.prices) else { return Vec::new() };
    (0..all.len()).filter_map(|at| all[at].number("")).collect()
}

/// The page with the fan that it asks for.
pub(super) fn simulated(state: &State) -> State {
    let asked = simulation(state);
    let mut simulating = Simulating::read(&to_simulate(state, f64::from(asked.draws))).unwrap().of_every_result();
    simulating.advance(asked.draws);
    let fan = Fan::read(&simulating.flat(&prices(&asked))).unwrap();
    let told = Simulated { of: state.settled().clone(), against: None, told: Told::Fan(Box::new(fan)) };
    after(state.clone(), [Message::Simulated(Rc::new(told))])
}

pub(super) fn two() -> Scenario {
    plan(&["edge-of-care", "step-down"])
}

/// The ranges of a scenario, by the paths of their numbers.
fn paths(scenario: &Scenario) -> Vec<(String, Range)> {
    let asked = request::budget(scenario);
    request::ranges(scenario).into_iter().map(|(_, range)| (clorian::api::path(range.number, &asked), range)).collect()
}

/// Each range asked for has its own number between its ends.
fn about_their_numbers(scenario: &Scenario) {
    let ranges = request::ranges(scenario);
    let mut asked = request::budget(scenario);
    let written = request::uncertain(scenario, &asked, &ranges);
    clorian::api::read_scenario(&written).unwrap_or_else(|problem| panic!("{}: {}", problem.message(Lang::En), written.to_json()));
    for (_, Range { number, low, high }) in &ranges {
        let central = number.read(&mut asked).expect("a number of the scenario");
        assert!(low <= high && (*low..=*high).contains(&central), "{number:?}: {central:?} from {low} to {high}");
        let path = clorian::api::path(*number, &asked);
        assert!(written.number(&path).is_none_or(|written| written.to_bits() == central.to_bits()), "{path}");
    }
    for tie in request::ties(scenario, &ranges) {
        assert!(tie.len() > 1 && tie.iter().all(|at| *at < ranges.len()));
    }
}

#[test]
fn the_default_range_is_the_evidence_s() {
    let ranges = paths(&two());
    let of = |path: &str| {
        let (_, range) = ranges.iter().find(|(known, _)| known == path).unwrap_or_else(|| panic!("no range of {path}"));
        (range.low, range.high)
    };
    let both = |figure: &clorian::evidence::Figure| (figure.low.unwrap(), figure.high.unwrap());
    for (path, figure) in [
        ("baseline.entries", &f::CALC_ENTRIES),
        ("baseline.unit_cost.foster", &f::COST_FOSTER_YEAR),
        ("baseline.unit_cost.residential", &f::COST_RESIDENTIAL_YEAR),
        ("baseline.unit_cost.other", &f::COST_OTHER_YEAR),
        ("baseline.unit_cost.parents", &f::COST_OTHER_YEAR),
        ("baseline.unit_cost_growth.residential", &f::ASSUMPTION_RESIDENTIAL_GROWTH),
        ("levers.0.would_enter", &f::ASSUMPTION_WOULD_ENTER),
        ("levers.0.prevented", &f::ASSUMPTION_PREVENTED),
        ("levers.1.annual_cost", &f::ASSUMPTION_STEP_DOWN_COST),
        ("levers.1.success", &f::ASSUMPTION_STEP_DOWN_SUCCESS),
    ] {
        let ((low, high), (expected_low, expected_high)) = (of(path), both(figure));
        assert!(near(low, expected_low, 0.0) && near(high, expected_high, 0.0), "{path}: {low} to {high}, not {}", figure.id);
    }
    // What is published exactly has none.
    assert!(!ranges.iter().any(|(path, _)| path == "levers.0.annual_cost"));
    about_their_numbers(&two());
}

#[test]
fn every_number_may_have_a_range_and_the_page_shows_it() {
    for paths in 0..4 {
        let scenario = with(&two(), &[(Id::Path, f64::from(paths))]);
        let numbers = request::numbers(&scenario);
        for (id, number) in &numbers {
            let field = scenario.field(*id);
            let (low, high) = (field.bounds.0, field.bounds.1);
            let ranged = scenario.with_range(*id, Some((low, high))).unwrap();
            let asked = request::ranges(&ranged);
            let found = asked.iter().find(|(_, range)| range.number == *number).unwrap_or_else(|| panic!("no range of {number:?}"));
            assert_eq!(found.0, *id);
            about_their_numbers(&ranged);
            assert!(ranged.with_range(*id, Some((low - 1.0, high))).is_none() && ranged.with_range(*id, Some((high, low))).is_none());
            let known = scenario.with_range(*id, None).unwrap();
            assert!(request::ranges(&known).iter().all(|(_, range)| range.number != *number), "{number:?} is taken to be known");
        }
        let shown = question(&of(&scenario, Lang::En)).plan.unwrap().ranges;
        assert!(numbers.iter().all(|(id, _)| shown.iter().filter(|view| view.id == *id).count() == 1));
        assert!(shown.iter().all(|view| numbers.iter().any(|(id, _)| *id == view.id)));
    }
}

#[test]
fn other_placements_move_those_with_parents_and_prices_move_together_where_asked() {
    let ties_of = |scenario: &Scenario| {
        let ranges = request::ranges(scenario);
        let paths = paths(scenario);
        let path = |at: &usize| paths[*at].0.clone();
        request::ties(scenario, &ranges).iter().map(|tie| tie.iter().map(path).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    let apart = ties_of(&two());
    assert!(apart.iter().any(|tie| *tie == ["baseline.unit_cost.other", "baseline.unit_cost.parents"]), "{apart:?}");
    assert!(apart.iter().all(|tie| tie.len() == 2), "{apart:?}");
    let together = ties_of(&with(&two(), &[(Id::Tied, 1.0)]));
    let prices = together.iter().find(|tie| tie.contains(&"baseline.unit_cost.foster".to_owned())).unwrap();
    for name in ["foster", "residential", "other", "parents"] {
        assert!(prices.contains(&format!("baseline.unit_cost.{name}")), "{prices:?}");
    }
    assert!(!prices.iter().any(|path| path.contains("growth")));
    let growths = together.iter().find(|tie| tie.iter().any(|path| path.contains("growth"))).unwrap();
    assert!(growths.iter().all(|path| path.starts_with("baseline.unit_cost_growth.")) && growths.len() == 4, "{growths:?}");
}

#[test]
fn the_fan_is_what_the_command_answers() {
    for (scenario, many) in [(two(), false), (with(&two(), &[(Id::Tied, 1.0), (Id::Place, 3.0)]), false), (two(), true)] {
        let state = after(of(&scenario, Lang::En), [Message::Many(many)]);
        let draws = if many { MANY } else { FEW };
        assert_eq!(simulation(&state).draws, draws);
        let answer = call("simulate", &to_simulate(&state, f64::from(draws))).unwrap();
        let state = simulated(&state);
        let shown = question(&state);
        let three = |path: &str| [0, 1, 2].map(|at| answer.number(&format!("{path}.{at}")).unwrap());
        same(
            "chance",
            figure(&shown, "chance").unwrap_or_else(|| answer.number("chance_of_saving").unwrap()),
            answer.number("chance_of_saving").unwrap(),
        );
        same("low", figure(&shown, "npv-low").unwrap(), three("npv")[0]);
        same("high", figure(&shown, "npv-high").unwrap(), three("npv")[2]);
        for (name, series, of) in [("net", 0, "cumulative_net"), ("children", 1, "children")] {
            let chart = chart(&shown, name);
            let band = chart.series[series].range.as_ref().expect("a band");
            assert_eq!(band.len(), answer.items("years").len());
            for (at, band) in band.iter().enumerate() {
                let [low, _, high] = three(&format!("years.{at}.{of}"));
                let (found_low, found_high) = band.unwrap();
                same(name, found_low, low);
                same(name, found_high, high);
            }
        }
        let bars = &chart(&shown, "matters").series;
        let npv = figure(&shown, "npv").unwrap();
        for (at, swing) in answer.items("tornado").iter().take(bars[0].values.len()).enumerate() {
            same("low", bars[0].values[at].unwrap() + npv, swing.number("low").unwrap());
            same("high", bars[1].values[at].unwrap() + npv, swing.number("high").unwrap());
        }
        assert_eq!(shown.plan.unwrap().tried, Some(draws));
        // The request shown is the one that was simulated.
        assert_eq!(asked(&question(&state)), to_simulate(&state, 1.0).at("scenario").unwrap().clone());
    }
}

/// On the untouched page nothing else is tried then, so nothing else would take the bar away.
#[test]
fn what_is_given_up_is_not_on_its_way() {
    let trying = State { many: true, trying: Some(Progress { made: 4_000, draws: MANY }), ..opened("v1&end", Lang::En) };
    assert!(question(&trying).plan.unwrap().trying.is_some());
    let stopped = after(trying.clone(), [Message::Many(false)]);
    assert!(!stopped.many && question(&stopped).plan.unwrap().trying.is_none());
    // What was on its way when it was given up, or is of another plan, changes nothing; what was asked for does.
    let told = |of: &Scenario, told: Told| Message::Simulated(Rc::new(Simulated { of: of.clone(), against: None, told }));
    let (here, progress) = (stopped.settled().clone(), |draws| Told::Progress(Progress { made: 500, draws }));
    for late in [told(&here, progress(MANY)), told(&two(), progress(FEW)), told(&two(), Told::Fault(Fault::NotRun))] {
        assert_eq!(update(&stopped, late), None);
    }
    let mut fan = fan_of(&stopped, 16.0);
    fan.draws = MANY;
    assert_eq!(update(&stopped, told(&here, Told::Fan(Box::new(fan.clone())))), None);
    assert!(after(stopped, [told(&here, progress(FEW))]).trying.is_some());
    let many = after(trying, [told(&here, Told::Fan(Box::new(fan)))]);
    assert_eq!((question(&many).plan.unwrap().tried, many.trying), (Some(MANY), None));
}

#[test]
fn cases_that_could_not_be_tried_take_nothing_away() {
    for lang in Lang::ALL {
        let known = simulated(&of(&two(), lang));
        let told = |told: Told| Message::Simulated(Rc::new(Simulated { of: known.settled().clone(), against: None, told }));
        let failed = after(known.clone(), [Message::Many(true), told(Told::Fault(Fault::NotRun))]);
        let (before, now) = (question(&known).plan.unwrap(), question(&failed).plan.unwrap());
        assert_eq!((now.tried, failed.many, failed.trying), (Some(FEW), false, None), "it can be asked for again");
        assert_eq!(now.fault.as_deref(), Some(words::FAULT_NOT_RUN.say(lang)));
        assert_eq!((before.fault, question(&failed).results), (None, question(&known).results), "low and high stay");
        // Once it can, nothing more is said of it.
        let Some(told_again) = known.fans.first().cloned() else { panic!("no fan") };
        assert_eq!(question(&after(failed, [Message::Simulated(told_again)])).plan.unwrap().fault, None);
    }
}

#[test]
fn a_fan_of_another_plan_is_not_shown() {
    let state = simulated(&of(&two(), Lang::En));
    assert!(question(&state).plan.unwrap().tried.is_some());
    let moved = after(state, [Message::Stepped(part(0, Part::Effect), 1)]);
    let shown = question(&moved);
    assert_eq!(shown.plan.unwrap().tried, None);
    assert!(shown.charts.iter().all(|(chart, _)| chart.name != "matters"));
    assert!(!moved.many);
}

#[test]
fn an_end_is_typed_told_where_it_cannot_be_and_taken_back() {
    for lang in Lang::ALL {
        let effect = part(0, Part::Effect);
        let start = of(&two(), lang);
        let typed = deed(start.clone(), Deed::Ranged(effect, End::High, "45%".to_owned()));
        assert_eq!(typed.scenario.range(effect), Some((f::ASSUMPTION_PREVENTED.low.unwrap(), 0.45)));
        for (end, text) in [(End::Low, "25"), (End::High, "10"), (End::High, "101"), (End::Low, "-1"), (End::Low, "x"), (End::High, "")] {
            let bad = deed(typed.clone(), Deed::Ranged(effect, end, text.to_owned()));
            assert_eq!(bad.scenario, typed.scenario, "the old range stays");
            let view = question(&bad).plan.unwrap().ranges.into_iter().find(|view| view.id == effect).unwrap();
            let at = usize::from(end == End::High);
            let told = view.errors[at].clone().unwrap_or_else(|| panic!("{text} is told"));
            assert!(
                told.contains(&fields::label(lang, &bad.scenario, effect)) && (text.is_empty() || told.contains(&format!("“{text}”"))),
                "{told}"
            );
            assert_eq!((view.ends[at].as_str(), &view.errors[1 - at]), (text, &None));
            // At the top of the page too, with the way to the box, and in the title, as that of any field.
            let whole = page(&bad);
            let id = [ENDS[at], "-", &effect.key()].concat();
            assert_eq!(whole.errors, [(id, told)], "{text}");
            assert!(whole.title.starts_with(if lang == Lang::En { "Error: " } else { "Gwall: " }), "{}", whole.title);
            let mended = deed(bad, Deed::Ranged(effect, end, if end == End::Low { "5" } else { "50" }.to_owned()));
            assert!(mended.range_drafts.is_empty() && mended.scenario != typed.scenario);
        }
        let back = deed(typed.clone(), Deed::RangeRestored(effect));
        assert_eq!(back.scenario, start.scenario);
        let known = deed(typed, Deed::Known(effect));
        assert_eq!(known.scenario.range(effect), None);
        let view = question(&known).plan.unwrap().ranges.into_iter().find(|view| view.id == effect).unwrap();
        assert!(!view.ranged && view.changed && view.ends.iter().all(String::is_empty));
        assert_ne!(page(&known).fragment, "v1&end", "the address holds it");
    }
}

#[test]
fn what_stands_in_the_box_can_be_typed_again() {
    // The ends are written to five digits; to leave one as it stands is no mistake, whichever end has the number itself.
    for lang in Lang::ALL {
        for scenario in [two(), with(&two(), &[(Id::Place, 7.0)]), with(&two(), &[(Id::Base, 1.0), (part(0, Part::Effect), 0.123_456_789)])]
        {
            let state = of(&scenario, lang);
            for view in question(&state).plan.unwrap().ranges.into_iter().filter(|view| view.ranged) {
                for (end, text) in [End::Low, End::High].into_iter().zip(&view.ends) {
                    let again = deed(state.clone(), Deed::Ranged(view.id, end, text.clone()));
                    assert_eq!(again.range_drafts, vec![], "{}: {text} cannot be typed", view.label);
                }
            }
        }
    }
}

/// Any plan, its fields anywhere within their bounds and any of its numbers ranged.
pub fn any_scenario() -> impl Strategy<Value = Scenario> {
    let at = prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0_f64];
    let change = (0..BUDGET.len(), 0..SLOTS, at);
    let range = (0..40_usize, prop::option::of((0.0..=1.0_f64, 0.0..=1.0_f64)));
    (prop::collection::vec(1..11_usize, 1..=SLOTS), prop::collection::vec(change, 0..12), prop::collection::vec(range, 0..8)).prop_map(
        |(programmes, changes, ranges)| {
            let mut scenario = programmes.into_iter().fold(Scenario::default(), |scenario, at| scenario.with_programme(at).unwrap());
            for (index, slot, at) in changes {
                let id = BUDGET[index].part().map_or(BUDGET[index], |(_, part)| Id::of(slot, part));
                let (field, (low, high)) = (id.field(), id.field().bounds);
                let value = low + (high - low) * at;
                let value = field.kept(if field.unit.whole() { value.round() } else { value });
                scenario = scenario.with(id, value).unwrap_or(scenario);
            }
            let numbers = request::numbers(&scenario);
            for (at, ends) in ranges {
                let id = numbers[at % numbers.len()].0;
                let (low, high) = id.field().bounds;
                let ends = ends.map(|(one, other)| (low + (high - low) * one.min(other), low + (high - low) * one.max(other)));
                scenario = scenario.with_range(id, ends).unwrap_or(scenario);
            }
            scenario
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn simulate_takes_whatever_the_page_asks(scenario in any_scenario()) {
        about_their_numbers(&scenario);
        let state = of(&scenario, Lang::En);
        prop_assert_eq!(&state.scenario, &scenario);
        let answer = call("simulate", &to_simulate(&state, 16.0));
        prop_assert!(answer.is_ok(), "{}", answer.err().map(|problem| problem.message(Lang::En)).unwrap_or_default());
        let answer = answer.unwrap();
        prop_assert!(super::numbers(&answer).iter().all(|number| number.is_finite()));
        let chance = answer.number("chance_of_saving").unwrap();
        prop_assert!((0.0..=1.0).contains(&chance));
        for lang in Lang::ALL {
            let words = format!("{:?}", page(&simulated_at(&opened(&clorian::link::write(&scenario), lang), 16.0)));
            prop_assert!(!words.contains("NaN") && !words.contains("£inf"), "{}", clorian::link::write(&scenario));
        }
    }
}

#[test]
fn the_range_of_the_evidence_stays_about_a_share_and_moves_with_a_sum() {
    let fresh = Scenario::default();
    let (mut within, mut beyond, mut moved) = (0, 0, 0);
    for id in BUDGET {
        let Some((low, high)) = fresh.range(id).filter(|_| id.field().options.is_empty()) else { continue };
        let (least, most) = id.field().bounds;
        for to in [low, f64::midpoint(low, high), high, low - (high - low) * 0.3, high + (high - low) * 0.3, least, most] {
            let Some(changed) = fresh.with(id, to).filter(|_| to > 0.0 || fresh.preset(id) <= 0.0) else { continue };
            let value = changed.value(id);
            let (to_low, to_high) = changed.range(id).unwrap_or_else(|| panic!("{}: the range is lost", id.key()));
            // A sum or a number of children takes its range along, in proportion.
            if !matches!(id.field().unit, Unit::Percent | Unit::PercentPerYear) {
                let preset = fresh.preset(id);
                let along = value <= 0.0 || preset <= 0.0 || {
                    let expected = ((low / preset * value).max(least).min(most), (high / preset * value).max(least).min(most));
                    near(to_low, expected.0, 1e-3) && near(to_high, expected.1, 1e-3)
                };
                assert!(along && (to_low..=to_high).contains(&value), "{}: {value} in {to_low} to {to_high}", id.key());
                moved += 1;
                continue;
            }
            let expected = (low.min(2.0 * value - low).max(least), high.max(2.0 * value - high).min(most));
            assert!(near(to_low, expected.0, 1e-3) && near(to_high, expected.1, 1e-3), "{}: {value} in {to_low} to {to_high}", id.key());
            let inside = (low..=high).contains(&value);
            assert!(!inside || (near(to_low, low, 1e-3) && near(to_high, high, 1e-3)), "{}", id.key());
            *(if inside { &mut within } else { &mut beyond }) += 1;
        }
    }
    assert!(within > 12 && beyond > 5 && moved > 20, "{within} {beyond} {moved}");
    // A range that the visitor gave stays, and is widened where it must be.
    let own = fresh.with_range(Id::Discount, Some((0.01, 0.05))).unwrap();
    assert_eq!(own.with(Id::Discount, 0.06).unwrap().range(Id::Discount), Some((0.01, 0.06)));
}

fn fan_of(state: &State, draws: f64) -> Fan {
    let mut simulating = Simulating::read(&to_simulate(state, draws)).unwrap().of_every_result();
    simulating.advance(16);
    Fan::read(&simulating.flat(&[])).unwrap()
}

fn simulated_at(state: &State, draws: f64) -> State {
    let told = Simulated { of: state.settled().clone(), against: None, told: Told::Fan(Box::new(fan_of(state, draws))) };
    after(state.clone(), [Message::Simulated(Rc::new(told))])
}
