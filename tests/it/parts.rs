//! A part of a placement, and a target mix of which one placement takes the rest: each is what it would be written out by hand.

use clorian::api::Value;
use clorian::api::call;

const ALL: f64 = 26_956.0;

/// A request with the baseline's names and those of its one lever put in.
fn request(baseline: &str, lever: &str) -> Value {
    let json = format!(
        r#"{{"first_year": 2019, "years": 6, "baseline": {{"kind": "flows", "children": 6846, "entries": 2117, "exit_rate": 0.25, {baseline}}},
        "levers": [{{"name": "move", "annual_cost": 1000000, "children": 300, {lever}}}]}}"#
    );
    Value::from_json(&json).expect("JSON")
}

fn answer(request: &Value) -> Value {
    call("project", request).unwrap_or_else(|problem| panic!("{}", problem.message(clorian::words::Lang::En)))
}

fn same(told: &str, one: f64, other: f64) {
    assert!((one - other).abs() <= 1e-9 * one.abs().max(1.0), "{told}: {one} and {other}");
}

fn with_part(share: f64, cost: f64, lever: &str) -> Value {
    let part = format!(r#""part": {{"of": "foster", "code": "agency", "rest": "own", "share": {share}, "unit_cost": {cost}}}"#);
    request(
        &format!(
            r#""mix": {{"foster": 0.7, "residential": 0.1, "other": 0.2}}, "unit_cost": {{"foster": {ALL}, "residential": 200000, "other": 9000}},
            "unit_cost_growth": {{"foster": 0.02}}, {part}"#
        ),
        lever,
    )
}

/// The same written out: the rest in the place of the whole, and the part behind all others.
fn written_out(share: f64, cost: f64, lever: &str) -> Value {
    let part = if share > 0.0 { cost.min(ALL / share) } else { cost };
    let rest = if share < 1.0 { (ALL - share * part) / (1.0 - share) } else { 0.0 };
    request(
        &format!(
            r#""mix": {{"own": {}, "residential": 0.1, "other": 0.2, "agency": {}}},
            "unit_cost": {{"own": {rest}, "residential": 200000, "other": 9000, "agency": {part}}},
            "unit_cost_growth": {{"own": 0.02, "agency": 0.02}}"#,
            0.7 * (1.0 - share),
            0.7 * share
        ),
        lever,
    )
}

#[test]
fn a_part_is_what_it_is_written_out() {
    for (share, cost) in [(0.12, 41_714.0), (0.0, 41_714.0), (1.0, 5.0), (0.5, 1e6), (0.3, 0.0)] {
        for (named, spelled) in [
            (r#""kind": "step_down", "success": 0.5, "from": "agency", "to": "own""#, None),
            (r#""kind": "step_down", "success": 0.5, "from": "residential", "to": "agency""#, None),
            (r#""kind": "divert", "would_enter": 0.5, "prevented": 0.5, "mix": {"own": 1}"#, None),
            (
                r#""kind": "step_down", "success": 0.5, "from": "residential", "to": "foster""#,
                Some(format!(
                    r#""kind": "step_down", "success": 0.5, "from": "residential", "to": {{"own": {}, "agency": {share}}}"#,
                    1.0 - share
                )),
            ),
            (
                r#""kind": "reunify", "success": 0.5, "mix": {"foster": 0.5, "agency": 0.25, "residential": 0.25}"#,
                Some(format!(
                    r#""kind": "reunify", "success": 0.5, "mix": {{"own": {}, "agency": {}, "residential": 0.25}}"#,
                    0.5 * (1.0 - share),
                    0.5 * share + 0.25
                )),
            ),
        ] {
            let (one, other) =
                (answer(&with_part(share, cost, named)), answer(&written_out(share, cost, spelled.as_deref().unwrap_or(named))));
            for year in 0..6 {
                for code in ["own", "residential", "other", "agency"] {
                    for what in ["baseline.spend", "scenario.spend", "baseline.care", "scenario.care"] {
                        let path = format!("years.{year}.{what}.{code}");
                        same(&format!("{share} {cost} {named} {path}"), one.number(&path).unwrap(), other.number(&path).unwrap());
                    }
                }
                for path in [format!("levers.0.care_years.{year}"), format!("years.{year}.cumulative_net")] {
                    same(&path, one.number(&path).unwrap(), other.number(&path).unwrap());
                }
            }
        }
    }
}

/// All foster care costs what it does in every draw, so only what moves between the two kinds is worth more or less.
#[test]
fn a_range_of_a_part_keeps_the_average() {
    let lever = |from: &str| format!(r#""kind": "step_down", "success": 0.5, "from": "{from}", "to": "other""#);
    for (from, moves) in [("foster", false), ("agency", true)] {
        let mut scenario = with_part(0.12, 41_714.0, &lever(from));
        let ranges = Value::from_json(r#"{"baseline.part.share": [0.05, 0.2], "baseline.part.unit_cost": [30000, 50000]}"#).unwrap();
        scenario.set("ranges", ranges);
        let mut asked = Value::Map(vec![("draws".to_owned(), Value::Number(300.0))]);
        asked.set("scenario", scenario.clone());
        let found = call("simulate", &asked).expect("it is simulated");
        let (low, high) = (found.number("npv.0").unwrap(), found.number("npv.2").unwrap());
        assert_eq!((high - low).abs() > 1e5, moves, "{from}: {low} to {high}");
        // What a range of one number by itself does is what it does when it is put there.
        for swing in 0..2 {
            let path = match found.at(&format!("tornado.{swing}.path")) {
                Some(Value::Text(path)) => path.clone(),
                other => panic!("{other:?}"),
            };
            for (end, at) in [("low", 0), ("high", 1)] {
                let mut there = scenario.clone();
                let value = scenario.at("ranges").and_then(|ranges| match ranges {
                    Value::Map(all) => all.iter().find(|(name, _)| *name == path).and_then(|(_, ends)| ends.number(&at.to_string())),
                    _ => None,
                });
                there.set("ranges", Value::Null);
                there.set(&path, Value::Number(value.unwrap()));
                let npv = answer(&there).number("totals.npv").unwrap();
                same(&path, found.number(&format!("tornado.{swing}.{end}")).unwrap(), npv);
            }
        }
    }
}

#[test]
fn one_placement_takes_what_the_others_leave_of_the_target_mix() {
    let lever = r#""kind": "divert", "would_enter": 0.5, "prevented": 0.5"#;
    let costs = r#""mix": {"a": 0.7, "b": 0.1, "c": 0.2}, "unit_cost": {"a": 1000, "b": 2000, "c": 3000}, "target_mix_year": 2022"#;
    for (given, rest, becomes) in [
        (r#"{"a": 0.5, "b": 0.2}"#, "c", [0.5, 0.2, 0.3]),
        (r#"{"a": 0.5}"#, "c", [0.5, 0.0, 0.5]),
        (r#"{"a": 0.9, "b": 0.4}"#, "c", [0.9, 0.1, 0.0]),
        (r#"{"b": 0.25, "c": 0.25}"#, "a", [0.5, 0.25, 0.25]),
        ("{}", "b", [0.0, 1.0, 0.0]),
    ] {
        let found = answer(&request(&format!(r#"{costs}, "target_mix": {given}, "target_mix_rest": "{rest}""#), lever));
        let all = found.number("years.5.baseline.care_years").unwrap();
        for (code, share) in ["a", "b", "c"].into_iter().zip(becomes) {
            same(given, found.number(&format!("years.5.baseline.care.{code}")).unwrap() / all, share);
        }
    }
    let named = call("project", &request(&format!(r#"{costs}, "target_mix": {{"c": 0.1}}, "target_mix_rest": "c""#), lever));
    assert_eq!(named.expect_err("it cannot be both").path, "baseline.target_mix.c");
}
