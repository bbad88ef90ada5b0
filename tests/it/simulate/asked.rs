//! What is asked and answered: order and pieces change nothing, the digits are the same everywhere, and what is wrong is named.

use super::*;
use clorian::app::fan::Fan;
use std::io::Write;
use std::process::{Command, Stdio};

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

#[test]
fn a_number_is_drawn_the_same_whatever_else_has_a_range() {
    // Prices and costs bear on no count: with or without a range about them children are the same, to the last digit.
    let scenario = case("project-all-at-once");
    let counts = |ranges: &[(&str, f64, f64)]| -> Vec<Vec<f64>> {
        let found = simulate(&scenario, ranges, 300, "[]");
        found.items("years").iter().map(|year| three(year, "children").to_vec()).collect()
    };
    let more = [("baseline.unit_cost.foster", 20_000.0, 40_000.0), ("levers.0.annual_cost", 1e6, 9e6), ("discount_rate", 0.0, 0.05)];
    let alone = counts(&RANGES[..4]);
    assert_eq!(counts(&[&more[..], &RANGES[..]].concat()), alone);
    assert_ne!(counts(&RANGES[..3]), alone);
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
        let read = || Simulating::read(&request(&case("project-all-at-once"), &RANGES, 400, ties)).unwrap();
        let (mut simulating, mut every) = (read(), read().of_every_result());
        // As much as has been drawn.
        for draws in [150, 400] {
            simulating.advance(draws - simulating.made());
            let (row, answer) = (simulating.flat(&[]), simulating.answer());
            assert_eq!(row, in_a_row(&answer, draws, &paths));
            every.advance(draws - every.made());
            let whole = every.flat(&[]);
            assert_eq!(whole[..row.len()], row, "the other results stand behind");
            let fan = Fan::read(&whole).unwrap();
            assert_eq!((fan.draws, fan.years.len(), fan.swings.len()), (draws, 10, answer.items("tornado").len()));
            exactly(&answer, "npv", fan.npv);
            exactly(&answer, "years.9.children", fan.years[9].children);
            exactly(&answer, "years.9.cumulative_net", fan.years[9].running);
            assert_eq!(paths[fan.swings[0].0], answer.items("tornado")[0].text("path").unwrap());
        }
    }
}

/// What a projection says of a year, in the order of the results of a fan.
fn told(answer: &Value, at: usize) -> [f64; 13] {
    let year = |path: &str| answer.number(&format!("years.{at}.{path}")).unwrap_or_default();
    let care = |side: &str| {
        let Some(Value::Map(care)) = answer.at(&format!("years.{at}.{side}.care")) else { panic!("no care") };
        care.iter().map(|(_, care)| if let Value::Number(care) = care { *care } else { 0.0 }).sum::<f64>()
    };
    let (without, with, net) = (year("baseline.total_spend"), year("scenario.total_spend"), year("net"));
    [
        year("baseline.closing") - year("scenario.closing"),
        net,
        without,
        with,
        without - net,
        without / care("baseline"),
        with / care("scenario"),
        year("scenario.grant"),
        care("baseline"),
        care("scenario"),
        year("baseline.closing"),
        year("programme_cost"),
        year("avoided"),
    ]
}

#[test]
fn where_all_is_known_every_result_is_that_of_the_projection() {
    for name in ["project-all-at-once", "project-past-the-limits", "project-edge-of-care", "project-plans-with-step-down"] {
        let mut scenario = case(name);
        let grant = [("rate", 1150.0.into()), ("eligible_share", 0.7.into()), ("lag_years", 2.0.into())];
        assert!(scenario.set("grant", Value::map(grant)));
        let answer = call("project", &scenario).unwrap();
        let mut simulating = Simulating::read(&request(&scenario, &[], 3, "[]")).unwrap().of_every_result();
        simulating.advance(3);
        let fan = Fan::read(&simulating.flat(&[])).unwrap();
        for (at, year) in fan.years.iter().enumerate() {
            for (found, expected) in year.told.all().into_iter().zip(told(&answer, at)) {
                for found in found {
                    near(found, expected);
                }
            }
            near(year.running[1], answer.number(&format!("years.{at}.cumulative_net")).unwrap());
            for (what, at_once) in ["care", "spend"].into_iter().zip(0..) {
                let Some(Value::Map(all)) = answer.at(&format!("years.{at}.scenario.{what}")) else { panic!("no {what}") };
                assert_eq!(fan.placement(fan.years.len() - 1, all.len()), None, "as many as there are");
                for (placement, (_, expected)) in all.iter().enumerate() {
                    let Value::Number(expected) = expected else { panic!("no number") };
                    fan.placement(at, placement).unwrap()[at_once].into_iter().for_each(|found| near(found, *expected));
                }
            }
        }
        fan.ratio.into_iter().for_each(|found| near(found, answer.number("totals.benefit_cost_ratio").unwrap()));
        let payback = answer.number("totals.payback_year").map(|year| year - scenario.number("first_year").unwrap());
        fan.payback.into_iter().for_each(|found| near(found, payback.unwrap_or(scenario.number("years").unwrap())));
        assert_eq!(fan.levers.len(), answer.items("levers").len());
        let levers = (0..fan.levers.len()).map(|at| format!("levers.{at}"));
        for (present, of) in std::iter::once(&fan.present).chain(&fan.levers).zip(std::iter::once("totals".to_owned()).chain(levers)) {
            for (found, path) in present.all().into_iter().zip(["pv_cost", "pv_avoided", "npv"]) {
                for found in found {
                    near(found, answer.number(&format!("{of}.{path}")).unwrap());
                }
            }
        }
    }
}

/// Alike to what METHOD.md asks, 1e-9 of the greater, and of a pound where both are next to nothing.
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * found.abs().max(expected.abs()).max(1.0), "{found}, not {expected}");
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
fn the_same_request_has_the_same_digits_everywhere() {
    // As told by a 64-bit processor and by a browser's program. What could differ between them, e^x, is a library's and not the machine's.
    let found = simulate(&case("project-all-at-once"), &RANGES, 1000, r#"[["levers.0.prevented", "levers.1.success"]]"#);
    exactly(&found, "years.9.children", GOLDEN[0]);
    exactly(&found, "years.9.cumulative_net", GOLDEN[1]);
    exactly(&found, "npv", GOLDEN[2]);
}

const GOLDEN: [[f64; 3]; 3] = [
    [6_995.969_797_404_299, 7_517.108_811_279_881, 8_108.984_243_284_151_5],
    [124_328_605.144_518_57, 163_071_793.993_016_4, 208_769_259.668_333_74],
    [97_921_623.264_828_71, 129_562_013.463_025_78, 167_116_938.640_425_74],
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
