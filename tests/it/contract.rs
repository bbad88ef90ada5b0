//! What the contract refuses, and how it says so; and the command that answers it, run as a command.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use clorian::api::{Kind, Value, call};
use clorian::words::Lang;

/// A worked case's request, with one change: what is to be put at a path.
fn changed(case: &str, path: &str, new: &str) -> Value {
    let file = format!("{}/tests/cases/{case}.json", env!("CARGO_MANIFEST_DIR"));
    let case = Value::from_json(&std::fs::read_to_string(file).unwrap()).unwrap();
    let mut request = case.at("input").unwrap().clone();
    assert!(request.set(path, Value::from_json(new).unwrap()), "{path} is no place");
    request
}

const PART_OF_NONE: &str = r#"{"of": "hotel", "code": "agency", "rest": "own", "share": 0.1, "unit_cost": 1}"#;
const PART_NAMED_TWICE: &str = r#"{"of": "foster", "code": "agency", "rest": "agency", "share": 0.1, "unit_cost": 1}"#;
const PART_NAMED_AS_A_PLACEMENT: &str = r#"{"of": "foster", "code": "parents", "rest": "own", "share": 0.1, "unit_cost": 1}"#;

/// Case, change, the path that the problem is told at, and a part of what it says.
const REFUSED: &[(&str, &str, &str, &str, &str)] = &[
    ("project-edge-of-care", "levers.0.prevented", "1.2", "levers.0.prevented", "from 0 to 1"),
    ("project-edge-of-care", "levers.0.prevented", "-0.1", "levers.0.prevented", "from 0 to 1"),
    ("project-edge-of-care", "levers.0.prevented", "\"much\"", "levers.0.prevented", "number"),
    ("project-edge-of-care", "levers.0.prevented", "null", "levers.0.prevented", "missing"),
    ("project-edge-of-care", "levers.0.success", "0.1", "levers.0.success", "would_enter"),
    ("project-edge-of-care", "levers.0.kind", "\"hope\"", "levers.0.kind", "divert, reunify, step_down"),
    ("project-edge-of-care", "levers.0.annual_cost", "-1", "levers.0.annual_cost", "from 0"),
    ("project-edge-of-care", "levers.0.children", "-1", "levers.0.children", "from 0"),
    ("project-edge-of-care", "levers.0.children", "1e300", "levers.0.children", "1000000000"),
    ("project-edge-of-care", "levers.0.ramp_years", "1.5", "levers.0.ramp_years", "whole number"),
    ("project-edge-of-care", "levers.0.return_years", "0", "levers.0.return_years", "from 1"),
    ("project-edge-of-care", "levers.0.first_year", "1066", "levers.0.first_year", "from 1900"),
    ("project-edge-of-care", "levers.0.last_year", "2018", "levers.0.last_year", "from 2019"),
    ("project-edge-of-care", "levers.0.mix", "{\"foster\": 0.5}", "levers.0.mix", "add up to 0.5"),
    ("project-edge-of-care", "levers.0.mix", "{\"hotel\": 1}", "levers.0.mix.hotel", "foster, residential"),
    ("project-edge-of-care", "levers", "{}", "levers", "list"),
    ("project-edge-of-care", "years", "61", "years", "from 1 to 60"),
    ("project-edge-of-care", "years", "0", "years", "from 1 to 60"),
    ("project-edge-of-care", "first_year", "2019.5", "first_year", "whole number"),
    ("project-edge-of-care", "cashable", "1.01", "cashable", "from 0 to 1"),
    ("project-edge-of-care", "baseline.mix.foster", "0.72", "baseline.mix", "add up to 1.01"),
    ("project-edge-of-care", "baseline.mix", "{}", "baseline.mix", "at least one"),
    ("project-edge-of-care", "baseline.unit_cost", "{\"foster\": 1}", "baseline.unit_cost.residential", "missing"),
    ("project-edge-of-care", "baseline.unit_cost.hotel", "1", "baseline.unit_cost.hotel", "no such placement"),
    ("project-edge-of-care", "baseline.unit_cost.foster", "-5", "baseline.unit_cost.foster", "from 0"),
    ("project-edge-of-care", "baseline.unit_cost_growth", "{\"hotel\": 0}", "baseline.unit_cost_growth.hotel", "no such placement"),
    ("project-edge-of-care", "baseline.children", "-1", "baseline.children", "from 0"),
    ("project-edge-of-care", "baseline.entries", "null", "baseline.entries", "missing"),
    ("project-edge-of-care", "baseline.reductions", "[1]", "baseline.reductions", "no such name"),
    ("project-edge-of-care", "baseline.target_mix_year", "2024", "baseline.target_mix_year", "needs “target_mix”"),
    ("project-edge-of-care", "baseline.target_mix_rest", "\"foster\"", "baseline.target_mix_rest", "needs “target_mix”"),
    ("project-edge-of-care", "baseline.part", PART_OF_NONE, "baseline.part.of", "no such placement"),
    ("project-edge-of-care", "baseline.part", PART_NAMED_TWICE, "baseline.part.rest", "differ from “code”"),
    ("project-edge-of-care", "baseline.part", PART_NAMED_AS_A_PLACEMENT, "baseline.part.code", "more than once"),
    ("project-edge-of-care", "grant.lag_years", "-1", "grant.lag_years", "from 0"),
    ("project-edge-of-care", "ranges", "{\"levers.0.prevented\": [0.3, 0.1]}", "ranges.levers.0.prevented", "no greater"),
    ("project-edge-of-care", "ranges", "{\"levers.0.prevented\": [0.3]}", "ranges.levers.0.prevented", "two numbers"),
    ("project-edge-of-care", "ranges", "{\"levers.0.name\": [0, 1]}", "ranges.levers.0.name", "one number"),
    ("project-edge-of-care", "ranges", "{\"levers.0.prevented\": [0, 2]}", "ranges.levers.0.prevented.1", "from 0 to 1"),
    ("project-edge-of-care", "ranges", "{\"levers.0.prevented\": [0.3, 0.4]}", "ranges.levers.0.prevented", "own value, 0.2:"),
    ("project-edge-of-care", "ranges", "{\"levers.0.prevented\": [0.1, 0.19]}", "ranges.levers.0.prevented", "own value, 0.2:"),
    (
        "project-edge-of-care",
        "ranges",
        "{\"baseline.exit_rate_growth\": [0.01, 0.02]}",
        "ranges.baseline.exit_rate_growth",
        "own value, 0:",
    ),
    ("project-edge-of-care", "ranges", "{\"levers.0.return_years\": [2, 3]}", "ranges.levers.0.return_years", "own value, 1:"),
    ("project-edge-of-care", "ranges", "{\"levers.0.first_year\": [2020, 2021]}", "ranges.levers.0.first_year", "own value, 2019:"),
    ("project-edge-of-care", "ranges", "{\"ranges\": [0, 1]}", "ranges.ranges", "one number"),
    ("project-edge-of-care", "ranges", "{\"ranges.levers.0.prevented\": [0, 1]}", "ranges.ranges.levers.0.prevented", "one number"),
    ("project-edge-of-care", "ranges", "{\"levers.0.mix\": [0, 1]}", "ranges.levers.0.mix", "one number"),
    ("project-edge-of-care", "colour", "1", "colour", "first_year"),
    ("project-edge-of-care", "", "[]", "", "object"),
    ("project-plans-with-step-down", "baseline.exit_rate", "null", "baseline.exit_rate", "missing"),
    ("project-plans-with-step-down", "baseline.reductions", "[]", "baseline.reductions", "at least one"),
    ("project-plans-with-step-down", "baseline.reductions", "[6000, 900]", "baseline.reductions", "54 more"),
    ("project-plans-with-step-down", "levers.0.to", "\"residential\"", "levers.0.to", "differ from “from”"),
    ("project-plans-with-step-down", "levers.0.from", "\"hotel\"", "levers.0.from", "no such placement"),
    ("calibrate-wales-2018-19", "closing", "4000", "exits", "would be -729"),
    ("calibrate-wales-2018-19", "exits", "null", "exits", "missing"),
    (
        "calibrate-wales-2018-19",
        "",
        "{\"opening\": 1, \"closing\": 1, \"exits\": 200}",
        "closing",
        "rate of 200 a year, and the highest is 100",
    ),
    ("allocate-pot", "areas", "[]", "areas", "at least one"),
    ("allocate-pot", "areas.1.code", "\"W06000001\"", "areas.1.code", "more than once"),
    ("allocate-pot", "areas.1.weight", "-1", "areas.1.weight", "from 0"),
    ("allocate-pot", "pot", "0.005", "pot", "two decimals"),
    ("allocate-pot", "pot", "1e15", "pot", "from 0"),
    ("allocate-pot-pounds-limits", "pot", "5000000.5", "pot", "whole pounds"),
    ("allocate-pot-pounds-limits", "pot", "100", "pot", "more than the pot"),
    ("allocate-pot-pounds-limits", "pot", "6000000", "pot", "less than the pot"),
    ("allocate-pot-pounds-limits", "floor", "210000", "areas.0.last_year", "1249.5 above"),
    ("allocate-pot-pounds-limits", "max_change", "101", "max_change", "from 0 to 100"),
    ("allocate-pot-pounds-limits", "method", "\"rate\"", "floor", "only with"),
    ("allocate-rate", "rate", "null", "rate", "missing"),
    ("allocate-rate", "retained_share", "1.5", "retained_share", "from 0 to 1"),
];

#[test]
fn refuses_and_says_what_is_allowed() {
    for (case, at, new, path, says) in REFUSED {
        let request = changed(case, at, new);
        let name = case.split_once('-').unwrap().0;
        let problem = call(name, &request).expect_err(&format!("{case} {at} {new}"));
        let (en, cy) = (problem.kind.sentence(Lang::En), problem.kind.sentence(Lang::Cy));
        assert_eq!(problem.path, *path, "{case} {at} {new}: {en}");
        assert!(en.contains(says), "{case} {at} {new}: {en:?} does not say {says:?}");
        assert!(!cy.is_empty() && cy != en && !cy.contains('{'), "{case} {at} {new}: {cy}");
    }
}

#[test]
fn refuses_what_only_javascript_can_say() {
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        for path in ["levers.0.prevented", "years", "baseline.children", "baseline.unit_cost.foster"] {
            let mut request = changed("project-edge-of-care", path, "0");
            request.set(path, odd);
            let problem = call("project", &request).unwrap_err();
            assert_eq!((problem.path.as_str(), problem.kind), (path, Kind::NotFinite));
        }
    }
}

/// What is varied, between what, what is to be reached, and the path of the problem.
#[test]
fn solve_says_why_not() {
    let scenario = changed("project-edge-of-care", "years", "10").to_json();
    for (vary, between, path, value, told) in [
        ("levers.0.prevented", "[0, 1]", "years.2.scenario.closing", 3.0, "reach.value"),
        ("levers.0.prevented", "[0, 2]", "years.2.scenario.closing", 7400.0, "between.1"),
        ("levers.0.prevented", "[1, 0]", "years.2.scenario.closing", 7400.0, "between"),
        ("levers.0.prevented", "[1]", "years.2.scenario.closing", 7400.0, "between"),
        ("levers.0.prevented", "[0, 1]", "totals.payback_year", 2023.0, "reach.path"),
        ("levers.0.prevented", "[0, 1]", "totals.nothing", 1.0, "reach.path"),
        ("levers.0.name", "[0, 1]", "totals.npv", 0.0, "vary"),
        ("levers.3.prevented", "[0, 1]", "totals.npv", 0.0, "vary"),
        ("", "[0, 1]", "totals.npv", 0.0, "vary"),
        ("ranges", "[0, 1]", "totals.npv", 0.0, "vary"),
        ("baseline.mix.foster", "[0, 1]", "totals.npv", 0.0, "scenario.baseline.mix"),
        ("years", "[1, 4]", "totals.npv", -2_000_000.0, "vary"),
    ] {
        let text = format!(
            r#"{{"scenario": {scenario}, "vary": "{vary}", "between": {between}, "reach": {{"path": "{path}", "value": {value}}}}}"#
        );
        let problem = call("solve", &Value::from_json(&text).unwrap()).unwrap_err();
        assert_eq!(problem.path, told, "{vary}: {}", problem.message(Lang::En));
    }
}

#[test]
fn names_given_twice_are_refused() {
    let request = Value::from_json(r#"{"opening": 1, "closing": 1, "exits": 0, "closing": 2}"#).unwrap();
    assert_eq!(call("calibrate", &request).unwrap_err(), Kind::Repeated.at("closing"));
}

#[test]
fn no_rate_empties_care_in_a_year() {
    for (exits, problem) in [("10", true), ("12", true), ("1e6", true), ("0", false)] {
        let opening = if problem { 10 } else { 0 };
        let request = Value::from_json(&format!(r#"{{"opening": {opening}, "closing": 0, "exits": {exits}}}"#)).unwrap();
        assert_eq!(call("calibrate", &request).err(), problem.then(|| Kind::Emptied.at("closing")), "{exits}");
    }
}

#[test]
fn a_range_is_about_a_numbers_own_value() {
    for ranges in [
        r#"{"levers.0.prevented": [0.2, 0.3], "baseline.exit_rate": [0.23, 0.27]}"#,
        r#"{"levers.0.prevented": [0.2, 0.2], "levers.0.returned_share": [0, 0.1], "baseline.unit_cost_growth": [-0.1, 0]}"#,
        // A lever without end has no last year that a range could be about.
        r#"{"levers.0.last_year": [2023, 2025]}"#,
    ] {
        assert_eq!(call("project", &changed("project-edge-of-care", "ranges", ranges)).err(), None, "{ranges}");
    }
}

#[test]
fn what_is_sought_is_not_held_to_its_range() {
    let scenario = changed("project-edge-of-care", "ranges", r#"{"levers.0.prevented": [0.15, 0.3], "baseline.exit_rate": [0.23, 0.27]}"#);
    let solve = |scenario: &Value| {
        call(
            "solve",
            &Value::map([
                ("scenario", scenario.clone()),
                ("vary", "levers.0.prevented".into()),
                ("between", Value::list([0.0, 1.0])),
                ("reach", Value::map([("path", "totals.npv".into()), ("value", 0.0.into())])),
            ]),
        )
    };
    assert!(solve(&scenario).unwrap().number("value").is_some());
    let mut scenario = scenario;
    scenario.set("ranges", Value::from_json(r#"{"baseline.exit_rate": [0.26, 0.27]}"#).unwrap());
    assert_eq!(solve(&scenario).unwrap_err().path, "scenario.ranges.baseline.exit_rate");
}

#[test]
fn falls_after_the_last_year_take_nobody() {
    let falls = changed("project-plans-with-step-down", "baseline.reductions", "[198, 215, 178, 9000]");
    for (years, refused) in [(3, false), (4, true)] {
        let mut falls = falls.clone();
        falls.set("years", years);
        assert_eq!(call("project", &falls).is_err(), refused, "{years} years");
    }
}

#[test]
fn falls_that_take_everybody_leave_nobody() {
    // As binary numbers, 0.3 − 0.1 − 0.2 is below zero.
    let mut request = changed("project-plans-with-step-down", "baseline.reductions", "[0.1, 0.2]");
    request.set("baseline.children", 0.3);
    assert_eq!(call("project", &request).unwrap().number("years.1.baseline.closing"), Some(0.0));
}

/// A pot for two councils with £100 each last year, one of nine times the weight.
fn for_two(pot: f64, max_change: f64) -> Result<Vec<f64>, Kind> {
    let areas =
        r#"[{"code": "A", "region": "R", "weight": 1, "last_year": 100}, {"code": "B", "region": "R", "weight": 9, "last_year": 100}]"#;
    let areas = Value::from_json(areas).unwrap();
    let request = [("method", "pot".into()), ("pot", pot.into()), ("max_change", max_change.into()), ("areas", areas)];
    let answer = call("allocate", &Value::map(request)).map_err(|problem| problem.kind)?;
    Ok(answer.items("areas").iter().map(|area| area.number("amount").unwrap()).collect())
}

#[test]
fn a_change_may_be_more_than_all_of_last_year() {
    assert_eq!(for_two(400.0, 1.5), Ok(vec![150.0, 250.0]));
    assert_eq!(for_two(500.0, 1.5), Ok(vec![250.0, 250.0]));
    assert_eq!(for_two(501.0, 1.5), Err(Kind::PotOver(1.0)));
    // Nothing is too little.
    assert_eq!(for_two(10.0, 1.5), Ok(vec![1.0, 9.0]));
    assert_eq!(for_two(5000.0, 100.0), Ok(vec![500.0, 4500.0]));
}

#[test]
fn the_least_weight_has_an_amount_for_each_of_it() {
    let mut request = changed("allocate-pot-pounds-limits", "areas.4.weight", "7e-309");
    request.set("floor", 205_000.0);
    assert!(call("allocate", &request).unwrap().number("areas.4.per_weight").unwrap().is_finite());
}

#[test]
fn the_greatest_grant_is_shared_out_too() {
    let area = |at: u16| {
        let third = 0.333_333_333_333_333_3.into();
        Value::map([("code", format!("{at:05}").into()), ("region", "R".into()), ("weight", third), ("last_year", 1e12.into())])
    };
    let request = [
        ("method", "pot".into()),
        ("pot", 1e12.into()),
        ("max_change", 100.0.into()),
        ("retained_share", 0.1.into()),
        ("areas", Value::list((0..10_000).map(area))),
    ];
    let answer = call("allocate", &Value::map(request)).unwrap();
    assert_eq!((answer.number("total"), answer.number("areas.0.amount")), (Some(1e12), Some(9e7)));
}

#[test]
fn a_rate_beside_a_pot_tells_the_gap() {
    let answer = call("allocate", &changed("allocate-rate", "pot", "5000000")).unwrap();
    assert_eq!(answer.number("gap_to_pot"), Some(1_168_200.0));
    assert_eq!(call("allocate", &changed("allocate-rate", "unit", "\"penny\"")).unwrap().number("gap_to_pot"), None);
}

#[test]
fn a_half_penny_goes_up_however_binary_numbers_see_it() {
    // 1.005 × 1 is below half a penny more as a binary number.
    let mut request = changed("allocate-rate", "rate", "1.005");
    request.set("areas", Value::from_json(r#"[{"code": "A", "region": "R", "weight": 1}]"#).unwrap());
    assert_eq!(call("allocate", &request).unwrap().number("total"), Some(1.01));
}

fn clorian(arguments: &[&str], input: &[u8]) -> Output {
    let command = Command::new(env!("CARGO_BIN_EXE_clorian"))
        .args(arguments)
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut command = command.unwrap();
    // A command that was not understood reads nothing.
    let _ = command.stdin.take().unwrap().write_all(input);
    command.wait_with_output().unwrap()
}

#[test]
fn the_command_answers_one_document() {
    let output = clorian(&["calibrate"], b"{\n  \"opening\": 6407, \"closing\": 6846, \"exits\": 1678\n}\n");
    assert_eq!(output.status.code(), Some(0));
    let answer = Value::from_json(&String::from_utf8(output.stdout).unwrap()).unwrap();
    assert_eq!(answer.number("entries"), Some(2117.0));
}

#[test]
fn the_command_answers_line_by_line() {
    let good = r#"{"opening": 6407, "closing": 6846, "exits": 1678}"#;
    let output = clorian(&["calibrate", "--lines"], format!("{good}\n\n{{\n{{\"opening\": 1}}\r\n{good}").as_bytes());
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<Value> = text.lines().map(|line| Value::from_json(line).unwrap()).collect();
    assert_eq!(answers.len(), 4);
    assert_eq!(answers[0], answers[3]);
    assert_eq!(answers[1].text("error.path"), Some(""));
    assert!(answers[1].text("error.message").unwrap().contains("line 1, column"));
    assert_eq!(answers[2].text("error.path"), Some("closing"));
    assert!(answers[2].text("error.message_cy").unwrap().contains("ar goll"));
}

#[test]
fn the_command_stands_up_to_anything() {
    let deep = "[".repeat(1_000_000);
    let wide = format!("[{}0]", "0,".repeat(1_000_000));
    for input in [deep.as_bytes(), wide.as_bytes(), b"", b"\xff\xfe", b"1e999", b"{\"a\":", b"null"] {
        for name in ["project", "calibrate", "solve", "allocate"] {
            let output = clorian(&[name], input);
            assert_eq!(output.status.code(), Some(2));
            let answer = Value::from_json(&String::from_utf8(output.stdout).unwrap()).unwrap();
            assert_eq!(answer.text("error.path"), Some(""));
        }
    }
}

#[test]
fn the_command_explains_itself() {
    for (arguments, status) in [(&["--help"][..], 0), (&["--version"], 0), (&[], 64), (&["prject"], 64), (&["project", "--line"], 64)] {
        let output = clorian(arguments, b"");
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
        assert_eq!(output.stdout.is_empty(), status != 0);
        assert_eq!(output.stderr.is_empty(), status == 0);
    }
}
