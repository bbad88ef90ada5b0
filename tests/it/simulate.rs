//! `simulate`: the fan, the chance of saving and the tornado beside closed forms and beside projections made one by one.

use std::io::Write;
use std::process::{Command, Stdio};

use clorian::api::{self, Simulating, Value, call};
use clorian::app::fan::Fan;
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

/// Which paths are read as whole numbers.
fn whole(path: &str) -> bool {
    path.ends_with("_year") || path.ends_with("_years")
}

/// The answer of a request by projections of the contract made one by one. `dimension` says which coordinate moves each range.
fn brute_force(scenario: &Value, ranges: &[(&str, f64, f64)], dimension: &[u32], draws: u32) -> (Vec<Vec<[f64; 3]>>, f64) {
    let (mut columns, mut saving) = (Vec::new(), 0.0);
    for draw in 0..draws {
        let mut changed = scenario.clone();
        for ((path, low, high), dimension) in ranges.iter().zip(dimension) {
            let share = f64::from(sobol_burley::sample(draw, *dimension, 0)) + 0.5_f64.powi(24);
            let central = scenario.number(path).unwrap();
            let value = if low < high { quantile(*low, central, *high, share) } else { central };
            changed.set(path, if whole(path) { value.round() } else { value });
        }
        let found = call("project", &changed).unwrap_or_else(|problem| panic!("{}", problem.message(Lang::En)));
        for (y, year) in found.items("years").iter().enumerate() {
            columns.resize(columns.len().max(2 * y + 2), Vec::new());
            columns[2 * y].push(year.number("scenario.closing").unwrap());
            columns[2 * y + 1].push(year.number("cumulative_net").unwrap());
        }
        saving += f64::from(u8::from(found.number("totals.npv").unwrap() > 0.0)) / f64::from(draws);
    }
    let sorted = |mut column: Vec<f64>| {
        column.sort_by(f64::total_cmp);
        [0.1, 0.5, 0.9].map(|share| {
            let at = share * (f64::from(u32::try_from(column.len()).unwrap()) - 1.0);
            let index = |at: f64| column.iter().copied().zip(0..).find(|(_, n)| f64::from(*n) >= at).unwrap().0;
            index(at.floor()) + (index(at.ceil()) - index(at.floor())) * at.fract()
        })
    };
    let columns: Vec<[f64; 3]> = columns.into_iter().map(sorted).collect();
    (columns.chunks(2).map(<[_]>::to_vec).collect(), saving)
}

fn assert_as_by_brute_force(scenario: &Value, ranges: &[(&str, f64, f64)], dimension: &[u32], draws: u32, ties: &str) {
    let found = simulate(scenario, ranges, draws, ties);
    let (years, saving) = brute_force(scenario, ranges, dimension, draws);
    assert!((found.number("chance_of_saving").unwrap() - saving).abs() < 1e-9, "{ranges:?}");
    assert_eq!(found.items("years").len(), years.len());
    for (found, year) in found.items("years").iter().zip(&years) {
        for (name, expected) in ["children", "cumulative_net"].iter().zip(year) {
            for (a, b) in three(found, name).iter().zip(expected) {
                // The quantiles by bisection are off by a last digit.
                assert!((a - b).abs() <= 1e-9 * b.abs().max(1e3), "{ranges:?} {name}: {a}, not {b}");
            }
        }
    }
}

#[test]
fn the_fan_is_that_of_projections_made_one_by_one() {
    let scenario = case("project-all-at-once");
    let ranges = [
        ("levers.2.success", 0.2, 0.9),
        ("baseline.entries", 1900.0, 2400.0),
        ("levers.0.prevented", 0.1, 0.6),
        ("baseline.unit_cost.residential", 150_000.0, 400_000.0),
        ("baseline.exit_rate", 0.23, 0.27),
    ];
    // By the order of the numbers: the baseline's, the placements', the levers'.
    assert_as_by_brute_force(&scenario, &ranges, &[4, 0, 3, 2, 1], 201, "[]");
    // The tie is moved by the first number of the two.
    let tie = r#"[["levers.2.success", "baseline.exit_rate"]]"#;
    assert_as_by_brute_force(&scenario, &ranges, &[1, 0, 3, 2, 1], 200, tie);
}

fn numbers(value: &Value, path: &str, found: &mut Vec<(String, f64)>) {
    let mut visit = |name: &str, value: &Value| {
        let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        match value {
            Value::Number(number) => found.push((path, *number)),
            _ => numbers(value, &path, found),
        }
    };
    match value {
        Value::List(items) => items.iter().enumerate().for_each(|(at, item)| visit(&at.to_string(), item)),
        Value::Map(entries) => entries.iter().for_each(|(name, value)| visit(name, value)),
        _ => {}
    }
}

/// A range about a number, within what its field allows.
fn about(path: &str, central: f64) -> (f64, f64) {
    match path {
        // A share by itself cannot move: the shares of a mix add up to 1.
        _ if path.contains("mix.") => (central, central),
        _ if whole(path) => (central, central + 3.0),
        _ if path.contains("growth") => (central - 0.01, central + 0.02),
        _ if central <= 1.0 => (central * 0.5, central.midpoint(1.0)),
        _ => (central * 0.9, central * 1.05),
    }
}

#[test]
fn every_number_of_a_scenario_may_have_a_range() {
    let mut seen = 0;
    for (name, added) in [
        (
            "project-all-at-once",
            r#"{"levers.1.ramp_years": 2, "levers.0.first_year": 2019, "levers.0.mix": {"residential": 1},
            "grant": {"rate": 1150, "eligible_share": 0.65, "lag_years": 1}}"#,
        ),
        ("project-plans-with-step-down", r#"{"baseline.unit_cost_growth": 0.01, "levers.0.last_year": 2024, "baseline.entries": 2000}"#),
        ("project-past-the-limits", "{}"),
        (
            "project-edge-of-care",
            r#"{"baseline": {"kind": "growth", "growth": 0.04, "children": 6846, "exit_rate": 0.25, "entries": 2117,
            "exit_rate_growth": 0.01, "mix": {"foster": 0.9, "residential": 0.1}, "unit_cost": {"foster": 27000, "residential": 200000}}}"#,
        ),
        (
            "project-edge-of-care",
            r#"{"baseline": {"kind": "target", "target": 6255, "target_year": 2022, "children": 6846, "exit_rate": 0.25,
            "mix": {"foster": 0.9, "residential": 0.1}, "unit_cost": {"foster": 27000, "residential": 200000}}}"#,
        ),
    ] {
        let mut scenario = case(name);
        let Value::Map(added) = json(added) else { panic!("{name}") };
        for (path, value) in added {
            assert!(scenario.set(&path, value), "{path}");
        }
        let mut all = Vec::new();
        numbers(&scenario, "", &mut all);
        all.retain(|(path, _)| !["first_year", "years", "price_year"].contains(&path.as_str()));
        for (path, central) in &all {
            let (low, high) = about(path, *central);
            let range = [(path.as_str(), low, high)];
            assert_as_by_brute_force(&scenario, &range, &[0], 3, "[]");
            let swing = simulate(&scenario, &range, 1, "[]");
            for (end, value) in [("low", low), ("high", high)] {
                let mut there = scenario.clone();
                there.set(path, value);
                let npv = call("project", &there).unwrap().number("totals.npv").unwrap();
                assert!(near(swing.number(&format!("tornado.0.{end}")).unwrap(), npv), "{path} {end}");
            }
        }
        seen += all.len();
    }
    assert!(seen > 90, "{seen}");
}

#[test]
fn the_tornado_is_that_of_projections_made_one_by_one() {
    let scenario = case("project-all-at-once");
    let ranges = [
        ("levers.0.annual_cost", 4e6, 5.5e6),
        ("levers.0.prevented", 0.1, 0.3),
        ("levers.1.success", 0.2, 0.3),
        ("baseline.unit_cost.residential", 150_000.0, 300_000.0),
        ("grant.lag_years", 1.0, 1.0),
    ];
    let mut scenario = scenario;
    scenario.set("grant", json(r#"{"rate": 1150, "lag_years": 1}"#));
    let found = simulate(&scenario, &ranges, 10, r#"[["levers.1.success", "levers.0.prevented"]]"#);
    let npv = |changes: &[(&str, f64)]| {
        let mut scenario = scenario.clone();
        for (path, value) in changes {
            assert!(scenario.set(path, *value));
        }
        call("project", &scenario).unwrap().number("totals.npv").unwrap()
    };
    let mut expected = vec![
        ("levers.0.annual_cost", npv(&[("levers.0.annual_cost", 4e6)]), npv(&[("levers.0.annual_cost", 5.5e6)])),
        (
            "levers.1.success",
            npv(&[("levers.0.prevented", 0.1), ("levers.1.success", 0.2)]),
            npv(&[("levers.0.prevented", 0.3), ("levers.1.success", 0.3)]),
        ),
        (
            "baseline.unit_cost.residential",
            npv(&[("baseline.unit_cost.residential", 150_000.0)]),
            npv(&[("baseline.unit_cost.residential", 300_000.0)]),
        ),
        ("grant.lag_years", npv(&[]), npv(&[])),
    ];
    expected.sort_by(|a, b| (b.2 - b.1).abs().total_cmp(&(a.2 - a.1).abs()));
    let tornado = found.items("tornado");
    assert_eq!(tornado.len(), expected.len());
    for (swing, (path, low, high)) in tornado.iter().zip(expected) {
        assert_eq!(swing.text("path"), Some(path));
        assert!(near(swing.number("low").unwrap(), low) && near(swing.number("high").unwrap(), high), "{path}");
        let tied = if path == "levers.1.success" { Some("levers.0.prevented") } else { None };
        assert_eq!(swing.text("tied.0"), tied);
    }
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

const RANGES: [(&str, f64, f64); 5] = [
    ("baseline.exit_rate", 0.23, 0.27),
    ("baseline.entries", 1900.0, 2400.0),
    ("levers.0.prevented", 0.1, 0.3),
    ("levers.1.success", 0.1, 0.4),
    ("baseline.unit_cost.residential", 180_000.0, 300_000.0),
];

#[test]
fn the_order_of_ranges_and_ties_changes_nothing() {
    let scenario = case("project-all-at-once");
    let mut turned = RANGES;
    let ties = r#"[["baseline.exit_rate", "baseline.entries"], ["levers.0.prevented", "levers.1.success"]]"#;
    let found = simulate(&scenario, &RANGES, 300, ties);
    let other = r#"[["levers.0.prevented", "levers.1.success"], ["baseline.exit_rate", "baseline.entries"]]"#;
    for by in 1..5 {
        turned.rotate_left(by);
        assert_eq!(simulate(&scenario, &turned, 300, other), found);
        turned.reverse();
        assert_eq!(simulate(&scenario, &turned, 300, ties), found);
    }
}

/// Every number of an answer, in the order in which the contract's row has them.
fn in_a_row(answer: &Value, draws: u32, paths: &[&str]) -> Vec<f64> {
    let count = |items: &[Value]| f64::from(u32::try_from(items.len()).unwrap());
    let mut row = vec![f64::from(draws), answer.number("chance_of_saving").unwrap()];
    row.extend(three(answer, "npv"));
    row.push(count(answer.items("years")));
    for year in answer.items("years") {
        row.extend(three(year, "children"));
        row.extend(three(year, "cumulative_net"));
    }
    row.push(count(answer.items("tornado")));
    for swing in answer.items("tornado") {
        let range = paths.iter().zip(0..).find(|(path, _)| swing.text("path") == Some(path)).unwrap().1;
        row.extend([f64::from(range), swing.number("low").unwrap(), swing.number("high").unwrap()]);
    }
    row
}

#[test]
fn the_row_of_numbers_holds_what_the_answer_holds_and_the_page_reads_it() {
    let paths = RANGES.map(|(path, _, _)| path);
    for ties in ["[]", r#"[["levers.1.success", "levers.0.prevented"]]"#] {
        let mut simulating = Simulating::read(&request(&case("project-all-at-once"), &RANGES, 400, ties)).unwrap();
        // As much as has been drawn.
        for draws in [150, 400] {
            simulating.advance(draws - simulating.made());
            let (row, answer) = (simulating.flat(), simulating.answer());
            assert_eq!(row, in_a_row(&answer, draws, &paths));
            let fan = Fan::read(&row).unwrap();
            assert_eq!((fan.draws, fan.years.len(), fan.swings.len()), (draws, 10, answer.items("tornado").len()));
            exactly(&answer, "npv", fan.npv);
            exactly(&answer, "years.9.children", fan.years[9].children);
            exactly(&answer, "years.9.cumulative_net", fan.years[9].cumulative_net);
            assert_eq!(paths[fan.swings[0].0], answer.items("tornado")[0].text("path").unwrap());
        }
    }
}

#[test]
fn pieces_come_to_the_same_as_one_go() {
    let request = request(&case("project-all-at-once"), &RANGES, 1000, r#"[["baseline.exit_rate", "levers.0.prevented"]]"#);
    let whole = call("simulate", &request).unwrap();
    for pieces in [&[1, 2, 3][..], &[999], &[64], &[5000]] {
        let mut simulating = Simulating::read(&request).unwrap();
        let mut sizes = pieces.iter().copied().cycle();
        while simulating.advance(sizes.next().unwrap()) {
            assert!(simulating.made() < simulating.draws());
        }
        assert_eq!((simulating.made(), simulating.draws()), (1000, 1000));
        assert_eq!(simulating.answer(), whole);
    }
    // Given up half-way, the answer is that of the draws made.
    let mut half = Simulating::read(&request).unwrap();
    half.advance(500);
    let mut asked = request.clone();
    asked.set("draws", 500.0);
    assert_eq!(half.answer(), call("simulate", &asked).unwrap());
}

#[test]
fn a_second_sequence_follows_the_first() {
    let scenario = Scenario { years: 1, ..read(&one_lever()) };
    let mut simulation = Simulation::new(scenario, &[lever(OfLever::AnnualCost, 3e6, 7e6)], &[]);
    simulation.advance(MOST_DRAWS);
    let (first, second) = simulation.npv().split_at(1 << 16);
    assert_ne!(&first[..100], &second[..100]);
    let ((a, a_variance), (b, b_variance)) = (moments(first.iter().copied()), moments(second.iter().copied()));
    assert!((a - b).abs() < 10.0 && (a_variance / b_variance - 1.0).abs() < 1e-4, "{a} {b} {a_variance} {b_variance}");
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

#[test]
fn the_same_request_has_the_same_digits_everywhere() {
    // As told by a 64-bit processor and by a browser's program. What could differ between them, e^x, is a library's and not the machine's.
    let found = simulate(&case("project-all-at-once"), &RANGES, 1000, r#"[["levers.0.prevented", "levers.1.success"]]"#);
    exactly(&found, "years.9.children", GOLDEN[0]);
    exactly(&found, "years.9.cumulative_net", GOLDEN[1]);
    exactly(&found, "npv", GOLDEN[2]);
}

const GOLDEN: [[f64; 3]; 3] = [
    [6_999.159_813_162_7, 7_519.423_102_293_727, 8_107.167_184_083_688],
    [124_325_603.549_128_2, 162_641_920.370_726_05, 207_623_837.993_011_18],
    [97_845_394.209_292_38, 129_437_827.274_475_14, 166_437_603.656_733_7],
];

#[test]
fn the_command_simulates() {
    let request = request(&case("project-edge-of-care"), &[("levers.0.prevented", 0.1, 0.3)], 100, "[]");
    let command = Command::new(env!("CARGO_BIN_EXE_clorian")).arg("simulate").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut command = command.unwrap();
    command.stdin.take().unwrap().write_all(request.to_json().as_bytes()).unwrap();
    let output = command.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    // What the command read is what its text says.
    let answer = call("simulate", &json(&request.to_json())).unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), answer.to_json());
    assert_eq!(answer.items("years").len(), 10);
}

/// What is put at a path of the request, the path that the problem is told at, and a part of what it says.
const REFUSED: &[(&str, &str, &str, &str)] = &[
    ("draws", "0", "draws", "from 1 to 100000"),
    ("draws", "100001", "draws", "from 1 to 100000"),
    ("draws", "1.5", "draws", "whole number"),
    ("draws", "\"many\"", "draws", "number"),
    ("draws", "null", "draws", "missing"),
    ("seed", "1", "seed", "scenario, draws, ties"),
    ("scenario", "null", "scenario", "missing"),
    ("scenario", "[]", "scenario", "object"),
    ("scenario.years", "0", "scenario.years", "from 1 to 60"),
    ("scenario.levers.0.prevented", "2", "scenario.levers.0.prevented", "from 0 to 1"),
    ("scenario.ranges", "{\"levers.0.prevented\": [0, 2]}", "scenario.ranges.levers.0.prevented.1", "from 0 to 1"),
    ("scenario.ranges", "{\"levers.0.prevented\": [0.3, 0.4]}", "scenario.ranges.levers.0.prevented", "own value, 0.2:"),
    ("scenario.ranges", "{\"levers.0.name\": [0, 1]}", "scenario.ranges.levers.0.name", "one number"),
    ("scenario.ranges", "{\"baseline.mix.foster\": [0.7, 0.72]}", "scenario.ranges.baseline.mix.foster.0", "add up to 1"),
    ("scenario.ranges", "{\"levers.0.last_year\": [2023, 2025]}", "scenario.ranges.levers.0.last_year", "has none"),
    ("scenario.ranges", "{\"years\": [5, 10]}", "scenario.ranges.years", "every draw"),
    ("scenario.ranges", "{\"first_year\": [2019, 2020]}", "scenario.ranges.first_year", "every draw"),
    ("scenario.ranges", "{\"price_year\": [2018, 2019]}", "scenario.ranges.price_year", "every draw"),
    (
        "scenario.ranges",
        "{\"levers.0.prevented\": [0.1, 0.3], \"levers.00.prevented\": [0.1, 0.3]}",
        "scenario.ranges.levers.00.prevented",
        "more than once",
    ),
    ("ties", "{}", "ties", "list"),
    ("ties", "[\"levers.0.prevented\"]", "ties.0", "list"),
    ("ties", "[[]]", "ties.0", "at least one"),
    ("ties", "[[1]]", "ties.0.0", "text"),
    ("ties", "[[\"levers.0.prevented\", \"cashable\"]]", "ties.0.1", "has a range"),
    ("ties", "[[\"levers.0.prevented\", \"levers.0.prevented\"]]", "ties.0.1", "more than once"),
    ("ties", "[[\"levers.0.prevented\"], [\"levers.0.children\", \"levers.0.prevented\"]]", "ties.1.1", "more than once"),
];

#[test]
fn refuses_and_names_the_path() {
    let ranges = [("levers.0.prevented", 0.1, 0.3), ("levers.0.children", 3000.0, 4000.0)];
    let request = request(&case("project-edge-of-care"), &ranges, 10, "[]");
    assert!(call("simulate", &request).is_ok());
    for (at, new, path, says) in REFUSED {
        let mut request = request.clone();
        assert!(request.set(at, json(new)), "{at}");
        let problem = call("simulate", &request).expect_err(&format!("{at} {new}"));
        let (en, cy) = (problem.kind.sentence(Lang::En), problem.kind.sentence(Lang::Cy));
        assert_eq!(problem.path, *path, "{at} {new}: {en}");
        assert!(en.contains(says), "{at} {new}: {en:?} does not say {says:?}");
        assert!(!cy.is_empty() && cy != en && !cy.contains('{'), "{at} {new}: {cy}");
    }
}
