//! Two scenarios drawn alike: what both are uncertain of is the same in each case, and what only one of them is, by itself.

use clorian::api::Value;
use clorian::api::call;
use clorian::model::difference::NAMES;
use clorian::words::Lang;

/// A request with these levers, and these ranges beside its scenario's own.
fn scenario(levers: &str, ranges: &str) -> Value {
    let json = format!(
        r#"{{"first_year": 2019, "years": 8, "baseline": {{"kind": "flows", "children": 6846, "entries": 2117, "exit_rate": 0.25,
        "mix": {{"foster": 0.8, "residential": 0.2}}, "unit_cost": {{"foster": 27000, "residential": 200000}}}},
        "levers": [{levers}], "ranges": {{"baseline.exit_rate": [0.2, 0.3], "baseline.unit_cost.residential": [150000, 300000]{ranges}}}}}"#
    );
    Value::from_json(&json).expect("JSON")
}

fn edge(name: &str, cost: f64, prevented: f64) -> String {
    format!(
        r#"{{"name": "{name}", "kind": "divert", "annual_cost": {cost}, "children": 2000, "would_enter": 0.1, "prevented": {prevented}}}"#
    )
}

fn against(one: &Value, other: &Value, draws: f64) -> Value {
    let other = Value::map([("scenario", other.clone())]);
    let request = Value::map([("scenario", one.clone()), ("draws", draws.into()), ("against", other)]);
    call("simulate", &request).unwrap_or_else(|problem| panic!("{}", problem.message(Lang::En)))
}

fn three(answer: &Value, name: &str) -> [f64; 3] {
    [0, 1, 2].map(|at| answer.number(&format!("difference.{name}.{at}")).unwrap_or_else(|| panic!("no {name}")))
}

#[test]
fn from_itself_it_differs_in_nothing_whatever_the_order_of_its_levers() {
    let one = scenario(&[edge("a", 4e6, 0.2), edge("b", 1e6, 0.1)].join(","), r#", "levers.0.prevented": [0.1, 0.4]"#);
    let turned = scenario(&[edge("b", 1e6, 0.1), edge("a", 4e6, 0.2)].join(","), r#", "levers.1.prevented": [0.1, 0.4]"#);
    for other in [&one, &turned] {
        let answer = against(&one, other, 200.0);
        for name in NAMES {
            // Sums in another order differ in their last digits.
            assert!(three(&answer, name).iter().all(|more| more.abs() < 1e-6), "{name}: {:?}", three(&answer, name));
        }
    }
    // The fan is the same as without.
    let alone = call("simulate", &Value::map([("scenario", one.clone()), ("draws", 200.0.into())])).unwrap();
    assert_eq!(alone.at("years"), against(&one, &turned, 200.0).at("years"));
    assert_eq!(alone.at("difference"), None);
}

/// Costs are plain sums: a lever that costs a million more does so in every case, and one of its own doubt adds that alone.
#[test]
fn what_is_common_cancels_and_what_is_not_stays() {
    let one = scenario(&edge("a", 5e6, 0.2), "");
    let other = scenario(&edge("a", 4e6, 0.2), "");
    let answer = against(&one, &other, 500.0);
    let worth: f64 = (0..8).map(|year| 1e6 / 1.035_f64.powi(year)).sum();
    for more in three(&answer, "pv_cost") {
        assert!((more - worth).abs() < 1e-6 * worth, "{more}");
    }
    for more in three(&answer, "npv") {
        assert!((more + worth).abs() < 1e-6 * worth, "{more}");
    }
    for name in ["children_end", "spend_last", "pv_avoided"] {
        assert!(three(&answer, name).iter().all(|more| more.abs() < 1e-3), "{name}");
    }
    let doubted = scenario(&edge("a", 5e6, 0.2), r#", "levers.0.annual_cost": [4000000, 6000000]"#);
    let [low, middle, high] = three(&against(&doubted, &other, 4_000.0), "pv_cost").map(|more| more / worth);
    // A triangle from 4 to 6 about 5, less 4: its tenth and its ninetieth percentile are 2 and 2 less √0.2 of the way in.
    let end = 0.2_f64.sqrt();
    for (found, expected) in [(low, end), (middle, 1.0), (high, 2.0 - end)] {
        assert!((found - expected).abs() < 2e-3, "{found}, not {expected}");
    }
}

/// One at a time: with a single number in doubt, the same in both, the difference at its quantile is that of the two projections there.
#[test]
fn the_middle_case_is_that_of_the_middle_draw() {
    let only = |levers: &str| {
        let mut scenario = scenario(levers, "");
        scenario.set("ranges", Value::from_json(r#"{"baseline.unit_cost.residential": [150000, 250000]}"#).unwrap());
        scenario
    };
    let (one, other) = (only(&edge("a", 4e6, 0.3)), only(&edge("a", 4e6, 0.2)));
    let answer = against(&one, &other, 2_000.0);
    let npv = |scenario: &Value, price: f64| {
        let mut there = scenario.clone();
        there.set("baseline.unit_cost.residential", price);
        call("project", &there).unwrap().number("totals.npv").unwrap()
    };
    let spread = 100_000.0 * 0.05_f64.sqrt();
    for (found, price) in three(&answer, "npv").into_iter().zip([150_000.0 + spread, 200_000.0, 250_000.0 - spread]) {
        let expected = npv(&one, price) - npv(&other, price);
        assert!((found - expected).abs() < 2e-3 * expected.abs(), "{found}, not {expected} at {price}");
    }
}

#[test]
fn a_mistake_in_the_other_is_named_there() {
    let mut other = scenario("", "");
    other.set("cashable", 2.0);
    let request = Value::map([("scenario", scenario("", "")), ("draws", 10.0.into()), ("against", Value::map([("scenario", other)]))]);
    assert_eq!(call("simulate", &request).expect_err("a share above 1").path, "against.scenario.cashable");
    let request = Value::map([("scenario", scenario("", "")), ("draws", 10.0.into()), ("against", Value::map([("draws", 1.0.into())]))]);
    assert_eq!(call("simulate", &request).expect_err("no such name").path, "against.draws");
}
