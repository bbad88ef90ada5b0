//! What the page asks of the model is written as requests; whoever reads them asks the very same, to the last bit, and is answered what the
//! page shows. Over presets, starting points and anything that the fields allow.

use clorian::api;
use clorian::api::Value;
use clorian::app::Message;
use clorian::app::Room;
use clorian::app::State;
use clorian::app::update;
use clorian::evidence::figure::CHILDREN_2019;
use clorian::link;
use clorian::model;
use clorian::model::allocation::Sharing;
use clorian::model::allocation::allocate;
use clorian::place;
use clorian::place::Place;
use clorian::present::Body;
use clorian::present::Question;
use clorian::present::budget;
use clorian::present::grant;
use clorian::present::grant::sums::Limits;
use clorian::present::grant::sums::Sums;
use clorian::present::page;
use clorian::present::request;
use clorian::present::request::Path;
use clorian::present::request::backwards::Backwards;
use clorian::present::request::backwards::Vary;
use clorian::present::request::plan;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::units::Pence;
use clorian::words::Lang;
use clorian::words::text::numbers as words;
use proptest::prelude::*;

use super::budget::ranges;
use super::views;

fn json(request: &Value) -> Value {
    Value::from_json(&request.to_json()).expect("JSON")
}

/// A scenario of the model reads back from what is written of it, and projects to the same.
fn reads_back(asked: &model::Scenario, request: &Value) {
    let told = request.to_json();
    let read = api::read_scenario(&json(request)).unwrap_or_else(|problem| panic!("{}: {told}", problem.message(Lang::En)));
    assert_eq!(read, *asked, "{told}");
    assert_eq!(format!("{read:?}"), format!("{asked:?}"), "not to the last bit: {told}");
    let (one, other) = (model::project(&read.settled()), model::project(&asked.clone().settled()));
    assert_eq!(format!("{one:?}"), format!("{other:?}"), "{told}");
}

/// A grant to be shared out likewise; the gap to the pot beside it is answered too.
fn shares_back(asked: &Sharing, pot: Pence) {
    let request = json(&api::write_sharing(asked, Some(pot)));
    let told = request.to_json();
    let read = api::read_sharing(&request).unwrap_or_else(|problem| panic!("{}: {told}", problem.message(Lang::En)));
    assert_eq!(read, *asked, "{told}");
    assert_eq!(format!("{read:?}"), format!("{asked:?}"), "not to the last bit: {told}");
    let (answer, found) = (api::allocate(&request), allocate(asked));
    assert_eq!(answer.is_ok(), found.is_ok(), "{told}");
    if let (Ok(answer), Ok(found)) = (answer, found) {
        assert_eq!(answer.number("total"), Some(found.total.pounds().value()), "{told}");
        let gap = (pot - found.total).pounds().value();
        assert!(answer.number("gap_to_pot").is_none_or(|answered| answered.to_bits() == gap.to_bits()), "{told}");
    }
}

/// What is found backwards is what the contract finds, and where there is nothing to find it finds nothing.
fn solves_back(scenario: &Scenario, path: Path, vary: Vary, between: (f64, f64), years: i32) {
    let asked = Backwards::new(scenario, path, vary, between, years, scenario.value(Id::CareTarget));
    let request = json(&asked.written(scenario));
    let (found, answer) = (asked.solve(), api::solve(&request));
    let answered = answer.as_ref().ok().and_then(|answer| answer.number("value"));
    assert_eq!(found.ok().map(f64::to_bits), answered.map(f64::to_bits), "{found:?}, {answer:?}: {}", request.to_json());
    if let (Ok(value), Ok(answer)) = (found, answer) {
        let closing = |at: usize| answer.number(&format!("projection.years.{at}.scenario.closing")).unwrap();
        let answered: Vec<f64> = (0..answer.items("projection.years").len()).map(closing).collect();
        assert_eq!(asked.counts(Some(value)), answered);
    }
}

/// Everything that the rooms ask of a scenario.
fn whole(scenario: &Scenario) {
    let written = |asked: &model::Scenario| request::written(scenario, asked, &[]);
    let edge = request::edge(scenario);
    reads_back(&edge, &written(&edge));
    let share = grant::eligible(scenario) / CHILDREN_2019.value;
    if share <= 1.0 {
        let following = request::following(scenario, share);
        reads_back(&following, &written(&following));
    }
    for path in [Path::carry_on(scenario), plan::path(scenario)] {
        let asked = request::path(scenario, scenario.start().children, path);
        reads_back(&asked, &written(&asked));
    }
    let (asked, ranges) = (plan::budget(scenario), plan::ranges(scenario));
    reads_back(&asked, &plan::uncertain(scenario, &asked, &ranges));
    reads_back(&asked, &written(&asked));
    let flows = scenario.flows();
    let course = Path::Flows(scenario.value(Id::Entries), scenario.exit_rate(), scenario.value(Id::EntriesGrowth));
    for (vary, between) in [
        (Vary::Entries, Id::Entries.field().bounds),
        (Vary::ExitRate, (0.0, Id::Leavers.field().bounds.1.min(100.0 * flows.care_years) / flows.care_years)),
        (Vary::Prevented, (0.0, scenario.value(Id::Entries))),
    ] {
        solves_back(scenario, course, vary, between, 3);
    }
    shared(scenario);
}

fn shared(scenario: &Scenario) {
    let sums = Sums::of(scenario);
    let pot = Pence::exactly(sums.pot).expect("a pot of whole pennies");
    let due = sums.due.as_ref().map(|due| [&due.wales, &due.shared.asked]);
    let all = [&sums.given.asked, &sums.other.asked, &sums.fence[0].asked, &sums.fence[1].asked];
    due.iter().flatten().chain(&all).for_each(|asked| shares_back(asked, pot));
    // Each council has its own part of what is answered.
    let answer = api::allocate(&api::write_sharing(&sums.given.asked, None)).unwrap_or_default();
    for (council, amount) in place::COUNCILS.iter().zip(&sums.given.amounts) {
        let part = answer.items("areas").iter().find(|area| area.text("code") == Some(council.code));
        assert_eq!(part.and_then(|part| part.number("amount")), Some(*amount), "{}", council.code);
    }
    if let Limits::Met(with, without) = &sums.limits {
        assert_eq!((with.len(), without.len()), (place::COUNCILS.len(), place::COUNCILS.len()));
    }
}

fn question(state: &State) -> Question {
    match page(state).body {
        Body::Question(question) => *question,
        _ => panic!("{:?} asks no question", state.room),
    }
}

/// The requests on the page are those asked, and the contract answers them with the page's figures.
fn shown(state: &State) {
    let scenario = &state.scenario;
    let room = |room: Room| question(&State { room, ..state.clone() });
    let of = |question: &Question, name: &str| {
        let request = question.requests.iter().find(|request| request.name == name)?;
        let asked = Value::from_json(&request.json).expect("JSON");
        Some(api::call(request.call, &asked).unwrap_or_else(|problem| panic!("{}: {}", problem.message(Lang::En), request.json)))
    };
    let figure = |question: &Question, name: &str| question.results.iter().find(|row| row.figure.name == name)?.figure.exact;
    let edge = room(Room::Edge);
    let answer = of(&edge, "edge").expect("the edge of care");
    assert_eq!(figure(&edge, "npv"), answer.number("totals.npv"));
    assert_eq!(figure(&edge, "row-break-even"), answer.number("levers.0.break_even_effect"));
    let numbers = room(Room::Numbers);
    for (name, label) in [("yours", words::SERIES_YOURS), ("carry-on", words::SERIES_CARRY_ON)] {
        let Some(answer) = of(&numbers, name) else { continue };
        let Some(series) = numbers.charts[0].0.series.iter().find(|series| series.name == label.say(state.lang)) else { continue };
        let last = answer.items("years").len() - 1;
        let end = answer.number(&format!("years.{last}.baseline.closing"));
        assert!(series.values.contains(&end), "{name}: no {end:?} in {:?}", series.values);
    }
    let targets = room(Room::Targets);
    if let Some(answer) = of(&targets, "backwards") {
        let unit = if scenario.option(Id::Vary) == 1 { scenario.flows().care_years } else { 1.0 };
        let needed = targets.all_results().find(|row| row.figure.name == "row-needed").and_then(|row| row.figure.exact);
        assert_eq!(needed, answer.number("value").map(|value| value * unit));
    }
    let budget = room(Room::Budget);
    let answer = of(&budget, "budget").expect("the budget");
    assert_eq!(Some(budget::npv(scenario)), answer.number("totals.npv"));
    let asked = plan::uncertain(scenario, &plan::budget(scenario), &plan::ranges(scenario)).to_json();
    assert_eq!(budget.requests[0].json, asked);
    assert_eq!(budget::asked(state.settled(), clorian::app::fan::FEW).scenario, asked, "what is simulated is what is shown");
}

fn opened(fragment: &str) -> State {
    let state = State::new(Lang::En, Room::Budget);
    update(&state, Message::Opened(fragment.to_owned())).unwrap_or(state)
}

#[test]
fn presets_and_starting_points_read_back() {
    let starts = budget::links();
    assert_eq!(starts.len(), 8);
    for start in starts {
        let state = opened(start);
        whole(&state.scenario);
        shown(&state);
    }
    for at in 0..Place::ALL.len() {
        for base in [0.0, 1.0] {
            let there = Scenario::default().with(Id::Place, f64::from(u32::try_from(at).unwrap())).unwrap();
            let there = there.with(Id::Base, base).unwrap_or(there);
            whole(&there);
            shown(&opened(&link::write(&there)));
        }
    }
}

#[test]
fn what_no_flows_can_answer_is_asked_of_neither() {
    // Nobody in care and nobody who comes: no rate of leaving can be found, and there is no fault.
    for bounds in [(0.0, f64::NAN), (f64::NAN, f64::NAN), (0.0, f64::INFINITY)] {
        solves_back(&Scenario::default(), Path::Flows(0.0, 0.0, 0.0), Vary::ExitRate, bounds, 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_plan_with_its_ranges_reads_back(scenario in ranges::any_scenario()) {
        whole(&scenario);
        shown(&opened(&link::write(&scenario)));
    }

    #[test]
    fn whatever_the_fields_allow_reads_back(messages in views::any_scenario()) {
        let settled = messages.into_iter().chain([Message::Settled]);
        let state = settled.fold(State::new(Lang::En, Room::Budget), |state, message| update(&state, message).unwrap_or(state));
        whole(&state.scenario);
        shown(&state);
    }
}
