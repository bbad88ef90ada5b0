//! Scenarios side by side with the cases tried of each: low and high beside each result, as far as there are such.

use std::rc::Rc;

use clorian::api::Simulating;
use clorian::api::Value;
use clorian::app::Message;
use clorian::app::Room;
use clorian::app::Simulated;
use clorian::app::State;
use clorian::app::fan::{FEW, Fan, Told};
use clorian::app::plan::Deed;
use clorian::app::update;
use clorian::link;
use clorian::model::difference::NAMES;
use clorian::present::Body;
use clorian::present::budget;
use clorian::present::compare::Waiting;
use clorian::present::compare::asked;
use clorian::present::page;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::words::Lang;

use super::{EDGE, TORFAEN, beside, read, row, shown};

/// The room as a link opens it.
fn opened(lang: Lang, scenario: &Scenario) -> State {
    update(&State::new(lang, Room::Compare), Message::Opened(format!("#{}", link::write(scenario)))).expect("it opens")
}

/// The scenarios with the fans that the page asks for.
fn tried(lang: Lang, scenario: &Scenario) -> State {
    let state = opened(lang, scenario);
    asked(&state).into_iter().fold(state, |state, Waiting { of, against, asked }| {
        let json = |text: &str| if text.is_empty() { Value::Null } else { Value::from_json(text).unwrap() };
        let given = [&asked.scenario, &asked.ties, &asked.against].map(|text| json(text));
        let [scenario, ties, other] = given;
        let request = [("scenario", scenario), ("draws", f64::from(asked.draws).into()), ("ties", ties), ("against", other)];
        let mut simulating = Simulating::read(&Value::map(request)).unwrap().of_every_result();
        simulating.advance(asked.draws);
        let told = Told::Fan(Box::new(Fan::read(&simulating.flat(&[])).unwrap()));
        update(&state, Message::Simulated(Rc::new(Simulated { of, against, told }))).unwrap()
    })
}

#[test]
fn the_cases_tried_stand_beside_each_result() {
    let alone = State::new(Lang::En, Room::Compare);
    assert!(asked(&alone).is_empty(), "one alone is not compared");
    // Two that are alike are tried once, and the money of the page changes nothing.
    let four = beside(&["v1&end", EDGE, "v1&money=cash&p1=edge-of-care&end", TORFAEN]);
    for lang in Lang::ALL {
        let state = tried(lang, &four);
        assert_eq!(state.fans.len(), 3);
        assert!(asked(&state).is_empty(), "all are tried");
        let Body::Compare(compare) = page(&state).body else { panic!("the room of scenarios") };
        let of = |name: &str| row(&compare, name).cells.iter().map(|cell| cell.range.clone()).collect::<Vec<_>>();
        // Care costs something between two ends whether or not there is a plan; what a plan comes to is told of plans.
        for name in ["children", "spend-first", "spend-last", "each"] {
            assert!(of(name).iter().all(Option::is_some), "{name}: {:?}", of(name));
        }
        for name in ["npv", "avoided", "ratio", "payback", "net-first", "net-last"] {
            assert_eq!(of(name).iter().map(Option::is_some).collect::<Vec<_>>(), [false, true, true, true], "{name}");
        }
        let Some(Told::Fan(fan)) = state.told(&read(EDGE)) else { panic!("it is tried") };
        // What a programme costs may be known, and then has no ends.
        let [low, _, high] = fan.present.cost.map(f64::round);
        assert_eq!(of("cost")[..2].iter().map(Option::is_some).collect::<Vec<_>>(), [false, low < high]);
        let ends = [fan.npv[0], fan.npv[2]].map(f64::round);
        let [low, high] = ends.map(|end| clorian::words::number::signed(&clorian::words::number::pounds(end)));
        let range = of("npv")[1].clone().unwrap();
        let between = match lang {
            Lang::En => format!("({low} to {high})"),
            Lang::Cy => format!("({low} i {high})"),
        };
        assert!(range == between && ends[0] < ends[1], "{range}: {low}, {high}");
        assert_eq!(row(&compare, "payback").cells[0].figure.exact, None, "nothing to pay back");
        assert_eq!(compare.lines.len(), 3, "a line for each plan");
        assert!(compare.lines.iter().all(|line| compare.announcement.contains(&line.text())), "and they are told");
        for (chart, _) in &compare.charts {
            let ranges = chart.series.iter().map(|series| series.range.as_ref().expect("a band").iter().flatten().count());
            assert!(ranges.eq(chart.series.iter().map(|series| series.values.iter().flatten().count())), "{}", chart.name);
        }
    }
    // What is simulated is what is shown, at constant prices.
    let first = four.compared();
    for Waiting { of, against, asked } in asked(&opened(Lang::En, &four)) {
        assert_eq!(against, (of != first).then(|| first.clone()));
        let expected = budget::against(budget::asked(&of, FEW), against.as_ref());
        assert_eq!((asked.clone(), of.option(Id::Money)), (expected, 0));
        assert!(of.beside().is_empty());
    }
}

/// What both are uncertain of is alike in each case, so a difference is surer than either; another first scenario asks anew.
#[test]
fn each_difference_says_between_what_it_lies() {
    let two = beside(&[EDGE, "v1&p1=edge-of-care&p1-effect=0.3&end"]);
    for lang in Lang::ALL {
        let state = tried(lang, &two);
        let Body::Compare(compare) = page(&state).body else { panic!("the room of scenarios") };
        for name in ["npv", "avoided", "ratio", "net-last", "children", "spend-last"] {
            let cells = &row(&compare, name).cells;
            assert!(cells[0].more.is_none() && cells[1].more.is_some(), "{name}: {cells:?}");
        }
        let [own, more] = {
            let tried = state.tried(&state.settled().beside()[0].compared()).unwrap();
            let Told::Fan(fan) = &tried.told else { panic!("it is tried") };
            [fan.npv, fan.more[0]]
        };
        assert!(more[0] < more[1] && more[1] < more[2] && more[2] - more[0] < own[2] - own[0], "{more:?} of {own:?}");
        let said = row(&compare, "npv").cells[1].more.clone().unwrap();
        for end in [more[0], more[2]] {
            let end = clorian::words::number::signed(&clorian::words::number::pounds(end.round()));
            assert!(said.contains(&end), "{said}: {end}");
        }
        // What is alike in both differs by nothing in every case.
        assert_eq!(row(&compare, "cost").cells[1].more, None);
        let front = update(&state, Message::Plan(Deed::Fronted(0))).expect("the other comes first");
        let waiting = asked(&front);
        assert_eq!(waiting.iter().map(|waiting| &waiting.of).collect::<Vec<_>>(), [&front.settled().beside()[0].compared()]);
        let Body::Compare(compare) = page(&front).body else { panic!("the room of scenarios") };
        assert!(row(&compare, "npv").cells.iter().all(|cell| cell.more.is_none() && cell.range.is_some()), "nothing of another first");
    }
}

#[test]
fn one_without_a_programme_is_not_the_lowest_plan() {
    let two = shown(&beside(&["v1&end", EDGE]));
    assert!(two.headline.text().contains("Only Scenario B has a plan"), "{}", two.headline.text());
    let three = shown(&beside(&["v1&end", EDGE, "v1&p1=step-down&end"])).headline.text();
    assert!(!three.contains("Scenario A") && three.contains("Scenario B") && three.contains("Scenario C"), "{three}");
    let alike = shown(&beside(&["v1&end", EDGE, EDGE])).headline.text();
    assert!(alike.contains("in Scenario B and Scenario C") && !alike.contains("in all"), "{alike}");
}

/// Prices that move together do so with one more of them in a plan that tells agencies apart: what both are uncertain of stays alike.
#[test]
fn a_price_more_in_a_tie_leaves_the_others_alike() {
    let idle = "&p2=in-house-fostering&p2-cost=0&p2-children=0";
    let low_and_high = |tied: &str| {
        let both = ["", idle].map(|more| format!("v1&tied={tied}&p1=edge-of-care{more}&end"));
        let state = tried(Lang::En, &beside(&[&both[0], &both[1]]));
        let tried = state.tried(&state.settled().beside()[0].compared()).unwrap();
        let Told::Fan(fan) = &tried.told else { panic!("it is tried") };
        fan.more.iter().map(|more| more[2] - more[0]).collect::<Vec<f64>>()
    };
    for (name, (apart, together)) in NAMES.iter().zip(low_and_high("apart").into_iter().zip(low_and_high("together"))) {
        // What differs is the programme that one has more, whose own numbers are in doubt; prices are in both, and cancel.
        assert!(together < apart * 1.2 + 1.0, "{name}: {apart} apart, {together} together");
    }
}
