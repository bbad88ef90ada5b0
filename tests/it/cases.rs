//! The worked cases of `tests/cases/`: a request and the answer it must get, number by number.

use std::fs;
use std::path::Path;

use clorian::api::{Value, call, read_scenario};
use clorian::model::money::{head_to_head, payback_year};
use clorian::model::project;
use clorian::model::stock::{care_of_entry_year, required, still_there};
use clorian::units::{Children, Pounds, PoundsPerChildYear, Share, Year};

/// How far a number may be off, as a share of it.
const TOLERANCE: f64 = 1e-9;

/// Every difference between what was expected and what came, each with its path. More names may have been added; a name that is
/// missing is not the same as one that is null.
fn differences(path: &str, expected: &Value, found: &Value) -> Vec<String> {
    match (expected, found) {
        (Value::Number(a), Value::Number(b)) if (a - b).abs() <= TOLERANCE * a.abs().max(1e-6) => Vec::new(),
        (Value::List(a), Value::List(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().flat_map(|(at, (a, b))| differences(&format!("{path}.{at}"), a, b)).collect()
        }
        (Value::Map(a), Value::Map(_)) => a
            .iter()
            .flat_map(|(name, a)| match found.at(name) {
                Some(b) => differences(&format!("{path}.{name}"), a, b),
                None => vec![format!("{path}.{name} is missing")],
            })
            .collect(),
        (a, b) if a == b => Vec::new(),
        (a, b) => vec![format!("{path}: expected {}, found {}", a.to_json(), b.to_json())],
    }
}

#[test]
fn worked_cases_come_out_as_worked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 10, "the cases are gone");
    let mut wrong = Vec::new();
    for file in files {
        let case = Value::from_json(&fs::read_to_string(&file).unwrap()).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        match call(case.text("call").unwrap(), case.at("input").unwrap()) {
            Ok(found) => wrong.extend(differences(&name, case.at("output").unwrap(), &found)),
            Err(problem) => wrong.push(format!("{name}: {problem:?}")),
        }
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

#[test]
fn the_reduction_plans_need_197_a_year() {
    let by = |year| required(Children::new(6846.0), Year::new(2019), Children::new(6255.0), Year::new(year));
    assert_eq!(by(2022), Some(Children::new(591.0) * (1.0 / 3.0)));
    assert_eq!(by(2019), None);
}

#[test]
fn one_residential_year_supports_147_at_the_edge_of_care() {
    let set = |cost, saved| {
        head_to_head(Pounds::new(cost), Children::new(3600.0), PoundsPerChildYear::new(204_520.164_037_779_06), Share::new(saved))
    };
    let found = set(5e6, 0.5).unwrap();
    assert!((found.supported_for_one - 147.254_518_107).abs() < 1e-6);
    assert!((found.one_in - found.supported_for_one / 2.0).abs() < 1e-9);
    assert_eq!(set(0.0, 1.0), None);
}

#[test]
fn the_series_near_no_exits_meets_the_closed_form() {
    for rate in [0.0, 1e-300, 1e-12, 1e-6, 1e-3, 0.099_999, 0.100_001, 1.0, 100.0] {
        // Both to twenty terms, and far out by their limits.
        let term = |n: i32, from: i32| (from..from + n).fold(1.0, |sum, m| sum * -rate / f64::from(m + 1));
        let series = |from: i32| (0..20).map(|n| term(n, from)).sum::<f64>();
        let (k, h) = (still_there(rate), care_of_entry_year(rate));
        if rate <= 1.0 {
            assert!((k - series(1)).abs() < 1e-14, "k({rate})");
            assert!((h - series(2) / 2.0).abs() < 1e-14, "h({rate})");
        } else {
            assert!((k - 0.01).abs() < 1e-14 && (h - 0.0099).abs() < 1e-14);
        }
    }
}

/// Flows that stay at 1,000 children, with these shares of residential and levers.
fn steady(residential: f64, levers: &str) -> Value {
    let text = format!(
        r#"{{"first_year": 2019, "years": 5, "discount_rate": 0, "levers": {levers},
            "baseline": {{"kind": "flows", "children": 1000, "entries": 250, "exit_rate": 0.25,
                "mix": {{"foster": {}, "residential": {residential}}}, "unit_cost": {{"foster": 27000, "residential": 200000}}}}}}"#,
        1.0 - residential
    );
    Value::from_json(&text).unwrap()
}

fn all_near(path: &str, answer: &Value, expected: &[f64]) {
    let found: Vec<f64> = answer.items(path).iter().map(|item| item.number("").unwrap()).collect();
    assert_eq!(found.len(), expected.len());
    for (a, b) in found.iter().zip(expected) {
        assert!((a - b).abs() <= 1e-9 * b.abs().max(1.0), "{path}: {found:?}, not {expected:?}");
    }
}

#[test]
fn nobody_comes_back_from_a_placement_that_is_empty() {
    // Two years of 300 into residential, all of whom come back two years later; by then a third have left care. Another lever then
    // finds nobody there.
    let request = steady(
        0.1,
        r#"[{"name": "up", "kind": "step_down", "from": "foster", "to": "residential", "annual_cost": 0, "children": 300, "success": 1,
             "last_year": 2020, "returned_share": 1, "return_years": 2},
            {"name": "down", "kind": "step_down", "from": "residential", "to": "foster", "annual_cost": 0, "children": 50, "success": 1,
             "first_year": 2022, "last_year": 2022}]"#,
    );
    let answer = call("project", &request).unwrap();
    let (stay, k) = ((-0.25_f64).exp(), still_there(0.25));
    let before = 300.0 * k * ((1.0 + stay) * stay - 1.0);
    // 100 were in residential care without the lever, and none are now.
    let back = (-100.0 - before * stay) / k;
    assert!(back > -300.0 && before > 0.0);
    all_near("levers.0.inflow", &answer, &[300.0, 300.0, -300.0, back, 0.0]);
    all_near("levers.0.cut", &answer, &[0.0, 0.0, 0.0, -300.0 - back, 0.0]);
    all_near("levers.0.limited_years", &answer, &[2022.0]);
    all_near("levers.1.inflow", &answer, &[0.0; 5]);
    all_near("levers.1.cut", &answer, &[0.0, 0.0, 0.0, 50.0, 0.0]);
    all_near("levers.1.limited_years", &answer, &[2022.0]);
}

#[test]
fn a_moving_mix_may_miss_a_little_in_a_year() {
    // Residential care opens within the year and is kept empty: the mean of the two mixes gives 50 child-years, the cohort 52.
    let lever = r#"[{"name": "out", "kind": "divert", "annual_cost": 0, "children": 250, "would_enter": 1, "prevented": 1,
        "mix": {"residential": 1}}]"#;
    let mut request = steady(0.0, lever);
    request.set("baseline.target_mix", Value::from_json(r#"{"foster": 0.9, "residential": 0.1}"#).unwrap());
    request.set("baseline.target_mix_year", 2020);
    let answer = call("project", &request).unwrap();
    let spend = answer.number("years.0.scenario.spend.residential").unwrap();
    let expected = 200_000.0 * (50.0 - 100.0 * care_of_entry_year(0.25) / still_there(0.25));
    assert!(expected < 0.0 && (spend - expected).abs() < 1e-3, "{spend} {expected}");
    assert!((answer.number("years.0.scenario.closing").unwrap() - 900.0).abs() < 1e-9);
}

#[test]
fn a_break_even_is_told_in_three_ways() {
    let lever = r#"[{"name": "edge", "kind": "divert", "annual_cost": 1e6, "children": 400, "would_enter": 0.1, "prevented": 0.5},
        {"name": "home", "kind": "reunify", "annual_cost": 1e6, "children": 100, "success": 0.5}]"#;
    let found = project(&read_scenario(&steady(0.1, lever)).unwrap());
    for (lever, supported, would_enter) in [(&found.levers[0], 400.0, 0.1), (&found.levers[1], 100.0, 1.0)] {
        let even = lever.break_even.unwrap();
        let effect = even.effect.value();
        assert!(effect > 0.0 && effect < 1.0);
        assert!((even.per_100_supported - 100.0 * would_enter * effect).abs() < 1e-9);
        assert!((even.children_a_year.value() - supported * would_enter * effect).abs() < 1e-9);
    }
}

#[test]
fn a_net_that_is_nothing_but_rounding_is_nothing() {
    let pounds = |(avoided, cost)| (Pounds::new(avoided), Pounds::new(cost));
    let year = |years: &[(f64, f64)]| payback_year(Year::new(2019), years.iter().copied().map(pounds));
    assert_eq!(year(&[(0.1, 0.3), (0.2, 0.3), (0.3, 0.0)]), Some(Year::new(2021)));
    assert_eq!(year(&[(1e6, 1e6), (1e6, 1e6 + 1.0)]), None);
    // At its break-even a lever has paid by the last year, in however many.
    for years in 1..=30 {
        let lever = r#"[{"name": "edge", "kind": "divert", "annual_cost": 1e6, "children": 400, "would_enter": 0.5, "prevented": 1}]"#;
        let mut request = steady(0.1, lever);
        request.set("years", years);
        request.set("baseline.exit_rate", 0.1 + 0.01 * f64::from(years));
        let once = call("project", &request).unwrap();
        request.set("levers.0.prevented", once.number("levers.0.break_even_effect").unwrap());
        let there = call("project", &request).unwrap();
        for path in ["levers.0.payback_year", "totals.payback_year"] {
            assert_eq!(there.number(path), Some(f64::from(2018 + years)), "{path} of {years} years");
        }
        // One that only just pays at an effect of 1 has a break-even.
        request.set("levers.0.prevented", 1.0);
        request.set("levers.0.annual_cost", once.number("levers.0.pv_avoided").unwrap() / f64::from(years));
        let effect = call("project", &request).unwrap().number("levers.0.break_even_effect");
        assert!(effect.is_some_and(|effect| (effect - 1.0).abs() < 1e-9), "{effect:?} of {years} years");
    }
}
