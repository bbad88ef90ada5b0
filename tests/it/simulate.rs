//! `simulate`: the fan and the chance of saving beside closed forms; beside projections made one by one, and as it is asked, a file each.

mod asked;
mod one_by_one;

use clorian::api::{self, Simulating, Value, call};
use clorian::model::number::{OfBaseline, OfLever, OfPlacement};
use clorian::model::stock::still_there;
use clorian::model::uncertainty::{MOST_DRAWS, Range, Simulation, percentiles};
use clorian::model::{Number, Scenario};
use clorian::words::Lang;

/// The scenario of a worked case.
fn case(name: &str) -> Value {
    let path = format!("{}/tests/cases/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let case = Value::from_json(&std::fs::read_to_string(path).unwrap()).unwrap();
    case.at("input").unwrap().clone()
}

fn json(text: &str) -> Value {
    Value::from_json(text).unwrap()
}

fn request(scenario: &Value, ranges: &[(&str, f64, f64)], draws: u32, ties: &str) -> Value {
    let mut scenario = scenario.clone();
    scenario.set("ranges", Value::map(ranges.iter().map(|(path, low, high)| (*path, Value::list([*low, *high])))));
    Value::map([("scenario", scenario), ("draws", f64::from(draws).into()), ("ties", json(ties))])
}

fn simulate(scenario: &Value, ranges: &[(&str, f64, f64)], draws: u32, ties: &str) -> Value {
    call("simulate", &request(scenario, ranges, draws, ties)).unwrap_or_else(|problem| panic!("{}", problem.message(Lang::En)))
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * a.abs().max(b.abs()).max(1.0)
}

fn three(value: &Value, path: &str) -> [f64; 3] {
    [0, 1, 2].map(|at| value.number(&format!("{path}.{at}")).unwrap())
}

/// The three numbers at a path, to the last bit.
fn exactly(value: &Value, path: &str, expected: [f64; 3]) {
    let found = three(value, path);
    assert_eq!(found.map(f64::to_bits), expected.map(f64::to_bits), "{path}: {found:?}, not {expected:?}");
}

/// A lever with nobody to come back and no limit in reach: NPV is a product of its numbers less its cost.
fn one_lever() -> Value {
    json(
        r#"{"first_year": 2019, "years": 5, "discount_rate": 0.035,
        "baseline": {"kind": "flows", "children": 6846, "entries": 2117, "exit_rate": 0.25,
            "mix": {"foster": 0.8, "residential": 0.2}, "unit_cost": {"foster": 27000, "residential": 200000}},
        "levers": [{"name": "edge", "kind": "divert", "annual_cost": 4e6, "children": 3600, "would_enter": 0.1, "prevented": 0.2,
            "mix": {"residential": 1}}], "cashable": 0.7}"#,
    )
}

fn read(scenario: &Value) -> Scenario {
    api::read_scenario(scenario).unwrap()
}

fn drawn(scenario: &Value, ranges: &[Range], ties: &[Vec<usize>], draws: u32) -> Simulation {
    let mut simulation = Simulation::new(read(scenario), ranges, ties);
    simulation.advance(draws);
    simulation
}

fn range(number: Number, low: f64, high: f64) -> Range {
    Range { number, low, high }
}

fn lever(number: OfLever, low: f64, high: f64) -> Range {
    range(Number::Lever(0, number), low, high)
}

/// Mean and variance of some draws.
fn moments(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let values: Vec<f64> = values.into_iter().collect();
    let count = f64::from(u32::try_from(values.len()).unwrap());
    let mean = values.iter().sum::<f64>() / count;
    (mean, values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count)
}

/// Mean and variance of a triangle, in closed form.
fn triangle(low: f64, central: f64, high: f64) -> (f64, f64) {
    let (a, b, c) = (low, high, central);
    ((a + b + c) / 3.0, (a * a + b * b + c * c - a * b - a * c - b * c) / 18.0)
}

/// The value below which a share of a triangle lies, by bisection of its distribution.
fn quantile(low: f64, central: f64, high: f64, share: f64) -> f64 {
    let below = |x: f64| {
        if x < central {
            (x - low) * (x - low) / ((high - low) * (central - low))
        } else {
            1.0 - (high - x) * (high - x) / ((high - low) * (high - central))
        }
    };
    let (mut a, mut b) = (low, high);
    for _ in 0..200 {
        let middle = f64::midpoint(a, b);
        if below(middle) < share { a = middle } else { b = middle }
    }
    f64::midpoint(a, b)
}

#[test]
fn a_linear_outcome_has_the_moments_of_its_triangle() {
    let scenario = one_lever();
    let years: f64 = (0..5).map(|y| 1.035_f64.powi(-y)).sum();
    let central = call("project", &scenario).unwrap().number("totals.npv").unwrap();
    for (low, high) in [(3e6, 7e6), (4e6, 5e6), (1e6, 4e6)] {
        let cost = drawn(&scenario, &[lever(OfLever::AnnualCost, low, high)], &[], 8192);
        let (mean, variance) = moments(cost.npv().iter().copied());
        let (cost_mean, cost_variance) = triangle(low, 4e6, high);
        assert!((mean - (central - (cost_mean - 4e6) * years)).abs() < 1e-5 * cost_variance.sqrt() * years, "{mean}");
        assert!((variance / (cost_variance * years * years) - 1.0).abs() < 1e-4, "{variance}");
    }
}

#[test]
fn children_in_care_have_the_moments_of_their_entries() {
    // N1 = N0 e^-r + E k(r): two independent triangles, so the variances add up.
    let mut scenario = one_lever();
    scenario.set("levers", Value::Null);
    let (stay, k) = ((-0.25_f64).exp(), still_there(0.25));
    let of = |number| Number::Baseline(number);
    let both = [range(of(OfBaseline::Children), 6800.0, 7000.0), range(of(OfBaseline::Entries), 1900.0, 2200.0)];
    let simulation = drawn(&scenario, &both, &[], 8192);
    let (mean, variance) = moments(simulation.children(0));
    let ((n, n_variance), (e, e_variance)) = (triangle(6800.0, 6846.0, 7000.0), triangle(1900.0, 2117.0, 2200.0));
    assert!((mean - (n * stay + e * k)).abs() < 1e-3, "{mean}");
    assert!((variance / (n_variance * stay * stay + e_variance * k * k) - 1.0).abs() < 1e-3, "{variance}");
    // Entries alone: each percentile is that of the triangle, and the second year is as linear as the first.
    let found = drawn(&scenario, &both[1..], &[], 16_384).finish();
    for (at, share) in [0.1, 0.5, 0.9].into_iter().enumerate() {
        let entries = quantile(1900.0, 2117.0, 2200.0, share);
        let first = 6846.0 * stay + entries * k;
        assert!((found.years[0].children[at].value() - first).abs() < 0.02);
        assert!((found.years[1].children[at].value() - (first * stay + entries * k)).abs() < 0.04);
    }
}

#[test]
fn errors_fall_faster_than_those_of_chance() {
    // Five independent numbers whose product is the spend avoided: its mean is the product of their means.
    let scenario = one_lever();
    let ranges = [
        lever(OfLever::Children, 2000.0, 4000.0),
        lever(OfLever::WouldEnter, 0.02, 0.3),
        lever(OfLever::Effect, 0.1, 0.5),
        range(Number::Placement(1, OfPlacement::UnitCost), 1e5, 4e5),
        range(Number::Cashable, 0.5, 1.0),
    ];
    let central = call("project", &scenario).unwrap();
    let (avoided, cost) = (central.number("totals.pv_avoided").unwrap(), central.number("totals.pv_cost").unwrap());
    let ratio: f64 = ranges
        .iter()
        .map(|range| {
            let central = range.number.read(&mut read(&scenario)).unwrap();
            triangle(range.low, central, range.high).0 / central
        })
        .product();
    let npv = drawn(&scenario, &ranges, &[], 1 << 14);
    let error = |draws: usize| (moments(npv.npv()[..draws].iter().copied()).0 - (avoided * ratio - cost)).abs();
    let typical = |from: usize| (0..8).map(|step| error(from + from * step / 8)).sum::<f64>() / 8.0;
    let (early, late) = (typical(1 << 6), typical(1 << 13));
    // Of 128 times as many draws chance makes the error 11 times smaller.
    assert!(early / late > 40.0, "{early} {late}");
    let (_, variance) = moments(npv.npv().iter().copied());
    assert!(late < 0.05 * (variance / f64::from(1 << 13)).sqrt(), "{late} {variance}");
}

#[test]
fn tied_numbers_move_together() {
    // Two levers that only cost: tied, their standard deviations add up; independent, their variances do.
    let mut scenario = one_lever();
    let mut second = scenario.at("levers.0").unwrap().clone();
    second.set("name", "second");
    scenario.set("levers", Value::list([scenario.at("levers.0").unwrap().clone(), second]));
    let ranges = [0, 1].map(|at| range(Number::Lever(at, OfLever::AnnualCost), 3e6, 7e6));
    let years: f64 = (0..5).map(|y| 1.035_f64.powi(-y)).sum();
    let one = triangle(3e6, 4e6, 7e6).1 * years * years;
    for (ties, times) in [(&[vec![0, 1]][..], 4.0), (&[], 2.0)] {
        let (_, variance) = moments(drawn(&scenario, &ranges, ties, 4096).npv().iter().copied());
        assert!((variance / (times * one) - 1.0).abs() < 1e-3, "{times}: {}", variance / one);
    }
    // What ties the model cannot keep it leaves out: a place that there is not, and one that is taken.
    let odd = [vec![0, 1, 1, 9], vec![1, 0], vec![]];
    assert_eq!(drawn(&scenario, &ranges, &odd, 64).finish(), drawn(&scenario, &ranges, &[vec![0, 1]], 64).finish());
}

#[test]
fn what_is_certain_has_no_chance_about_it() {
    for (cost, chance) in [(1.0, 1.0), (9e9, 0.0)] {
        let mut scenario = one_lever();
        scenario.set("levers.0.annual_cost", cost);
        for ranges in [&[][..], &[("levers.0.prevented", 0.1, 0.3)]] {
            assert_eq!(simulate(&scenario, ranges, 500, "[]").number("chance_of_saving"), Some(chance));
        }
        let found = simulate(&scenario, &[("levers.0.prevented", 0.2, 0.2)], 7, "[]");
        let projection = call("project", &scenario).unwrap();
        for (year, expected) in found.items("years").iter().zip(projection.items("years")) {
            assert_eq!(year.number("year"), expected.number("year"));
            exactly(year, "children", [expected.number("scenario.closing").unwrap(); 3]);
            exactly(year, "cumulative_net", [expected.number("cumulative_net").unwrap(); 3]);
        }
        exactly(&found, "npv", [projection.number("totals.npv").unwrap(); 3]);
        assert!(simulate(&scenario, &[], 3, "[]").items("tornado").is_empty());
    }
    // Nothing saved is no saving.
    let mut scenario = one_lever();
    scenario.set("levers", Value::Null);
    assert_eq!(simulate(&scenario, &[], 3, "null").number("chance_of_saving"), Some(0.0));
}

#[test]
fn a_second_sequence_follows_the_first() {
    let scenario = Scenario { years: 1, ..read(&one_lever()) };
    let mut simulation = Simulation::new(scenario, &[lever(OfLever::AnnualCost, 3e6, 7e6)], &[]);
    simulation.advance(MOST_DRAWS);
    // As many of each as fill the line evenly.
    let [first, second] = [0, 1 << 16].map(|from| &simulation.npv()[from..from + (1 << 15)]);
    assert_ne!(&first[..100], &second[..100]);
    let ((a, a_variance), (b, b_variance)) = (moments(first.iter().copied()), moments(second.iter().copied()));
    assert!((a - b).abs() < 1.0 && (a_variance / b_variance - 1.0).abs() < 1e-4, "{a} {b} {a_variance} {b_variance}");
}

#[test]
fn a_percentile_lies_between_two_values_in_a_straight_line() {
    assert_eq!(percentiles(&mut []).map(f64::to_bits), [0; 3]);
    let near = |mut values: Vec<f64>, expected: [f64; 3]| {
        percentiles(&mut values).iter().zip(expected).for_each(|(a, b)| assert!(near(*a, b), "{a}, not {b}"));
    };
    near(vec![3.0], [3.0; 3]);
    near(vec![2.0, 1.0], [1.1, 1.5, 1.9]);
    near(vec![5.0, 1.0, 4.0, 2.0, 3.0], [1.4, 3.0, 4.6]);
    near((0..=10).rev().map(f64::from).collect(), [1.0, 5.0, 9.0]);
}
