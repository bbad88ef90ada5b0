//! Switching values beside closed forms, and beside the break-even of a real programme.

use clorian::api::{self, Value};
use clorian::model::number::OfLever;
use clorian::model::switching::{Switching, switching};
use clorian::model::{Number, Scenario, project};
use proptest::prelude::*;

fn near(found: Option<f64>, expected: f64, within: f64) {
    assert!(found.is_some_and(|found| (found - expected).abs() <= within), "{found:?}, not {expected}");
}

#[test]
fn a_line_changes_sign_where_it_crosses_nothing() {
    // NPV is avoided × ratio − cost: at which cost, and at which ratio, it is nothing.
    let (avoided, cost) = (7.5e6, 5e6);
    let of_cost = switching(cost, (0.0, 1e9), &mut |cost| avoided - cost);
    near(of_cost.above, 7.5e6, 1.0);
    assert_eq!(of_cost.below, None);
    let of_ratio = switching(1.0, (0.0, 1.0), &mut |ratio| avoided * ratio - cost);
    near(of_ratio.below, 5.0 / 7.5, 1e-9);
    assert_eq!(of_ratio.above, None);
    assert!(!of_ratio.never());
}

#[test]
fn each_side_has_its_nearest() {
    let wave = |value: f64| (value - 3.0) * (value - 5.0) * (value - 9.0);
    let found = switching(6.0, (0.0, 100.0), &mut |value| wave(value));
    near(found.below, 5.0, 1e-7);
    near(found.above, 9.0, 1e-7);
    let low = switching(0.5, (0.0, 100.0), &mut |value| wave(value));
    near(low.above, 3.0, 1e-7);
    assert_eq!(low.below, None);
}

#[test]
fn no_change_and_nothing_to_go_by_is_never() {
    for (now, bounds) in [(1.0, (1.0, 1.0)), (f64::NAN, (0.0, 1.0)), (0.5, (f64::NAN, f64::NAN)), (0.5, (1.0, 0.0)), (2.0, (0.0, 3.0))] {
        assert!(switching(now, bounds, &mut |_| 1.0).never());
        assert!(switching(now, bounds, &mut |_| 0.0).never());
        assert!(switching(now, bounds, &mut |_| f64::NAN).never());
    }
    let endless = switching(0.0, (f64::NEG_INFINITY, f64::INFINITY), &mut |value| value - 1.0);
    assert_eq!(endless, Switching::default());
    // What is no number between two that are changes nothing.
    let hole = switching(0.0, (0.0, 8.0), &mut |value| if value < 2.0 { f64::NAN } else { 4.0 - value });
    assert!(hole.never());
    let hole = switching(0.0, (0.0, 8.0), &mut |value| if value > 1.0 && value < 3.0 { f64::NAN } else { 4.0 - value });
    near(hole.above, 4.0, 1e-8);
}

#[test]
fn a_jump_is_found_and_the_bound_counts() {
    let found = switching(2.0, (0.0, 5.0), &mut |value| if value.round() >= 4.0 { -1.0 } else { 1.0 });
    near(found.above, 3.5, 5e-9);
    let at_the_bound = switching(0.1, (0.0, 0.3), &mut |value| if value >= 0.3 { -1.0 } else { 1.0 });
    near(at_the_bound.above, 0.3, 3e-10);
    // Nothing is not above nothing: where a saving ends, it has ended.
    let ends = switching(1.0, (0.0, 2.0), &mut |value| value);
    near(ends.below, 0.0, 2e-9);
    let begins = switching(0.0, (0.0, 2.0), &mut |value| value);
    near(begins.above, 0.0, 4e-9);
}

proptest! {
    #[test]
    fn what_is_found_has_the_other_sign_and_nothing_nearer_has(now in -1e6..1e6, zero in -1e6..1e6, slope in -1e3..1e3) {
        prop_assume!(f64::abs(now - zero) > 1.0 && f64::abs(slope) > 1e-3);
        let mut worth = |value: f64| (value - zero) * slope;
        let found = switching(now, (-1e6, 1e6), &mut worth);
        let (side, other) = if zero < now { (found.below, found.above) } else { (found.above, found.below) };
        near(side, zero, 2e6 * 1e-9 + 1e-9);
        prop_assert_eq!(other, None);
        prop_assert_ne!(worth(side.unwrap()) > 0.0, worth(now) > 0.0);
    }
}

fn scenario(text: &str) -> Scenario {
    api::read_scenario(Value::from_json(text).unwrap().at("input").unwrap()).unwrap()
}

fn npv(scenario: &Scenario) -> f64 {
    project(scenario).totals.present_value.net_present_value().value()
}

#[test]
fn the_switching_value_of_an_effect_is_its_break_even() {
    let mut tried = 0;
    for text in [
        include_str!("../cases/project-edge-of-care.json"),
        include_str!("../cases/project-edge-of-care-residential-only.json"),
        include_str!("../cases/project-past-the-limits.json"),
        include_str!("../cases/project-plans-with-step-down.json"),
    ] {
        let all = scenario(text);
        for lever in &all.levers {
            // Alone: break-even is of one lever, and what another avoids is none of its.
            let mut alone = Scenario { levers: vec![lever.clone()], ..all.clone() };
            let Some(break_even) = project(&alone).levers[0].break_even else { continue };
            let effect = Number::Lever(0, OfLever::Effect);
            let now = effect.read(&mut alone).unwrap();
            let found = switching(now, (0.0, 1.0), &mut |value| {
                effect.put(&mut alone, value);
                npv(&alone)
            });
            let side = if break_even.effect.value() < now { found.below } else { found.above };
            near(side, break_even.effect.value(), 2e-9);
            tried += 1;
        }
    }
    assert!(tried >= 3, "{tried}");
}

#[test]
fn the_switching_value_of_a_cost_is_cost_and_saving_together() {
    let mut alone = scenario(include_str!("../cases/project-edge-of-care.json"));
    let present = project(&alone).totals.present_value;
    let cost = Number::Lever(0, OfLever::AnnualCost);
    let now = cost.read(&mut alone).unwrap();
    let expected = now * present.avoided.value() / present.cost.value();
    let found = switching(now, (0.0, 1e9), &mut |value| {
        cost.put(&mut alone, value);
        npv(&alone)
    });
    near(if expected < now { found.below } else { found.above }, expected, 1.0 + 1e-9);
}
