//! How long the model takes: a projection is made anew at every touch of a slider.

#![expect(clippy::unwrap_used, reason = "a bench that cannot go on is no bench")]

use std::hint::black_box;

use clorian::api::{Value, project, read_scenario};
use clorian::model::allocation::{Area, Method, Sharing, Unit, allocate};
use clorian::model::number::{OfBaseline, OfLever, OfPlacement};
use clorian::model::uncertainty::{Range, Simulation};
use clorian::model::{self, Number, Scenario};
use clorian::units::{Children, Pence, Rate, Share};
use divan::Bencher;

fn main() {
    divan::main();
}

fn request(name: &str) -> Value {
    let text = match name {
        "three levers" => include_str!("../tests/cases/project-all-at-once.json"),
        _ => include_str!("../tests/cases/project-past-the-limits.json"),
    };
    Value::from_json(text).unwrap().at("input").unwrap().clone()
}

fn scenario(name: &str, years: u16) -> Scenario {
    Scenario { years, ..read_scenario(&request(name)).unwrap() }
}

#[divan::bench]
fn ten_years_three_levers(bencher: Bencher) {
    let scenario = scenario("three levers", 10);
    bencher.bench_local(|| model::project(black_box(&scenario)));
}

#[divan::bench]
fn ten_years_past_the_limits(bencher: Bencher) {
    let scenario = scenario("past the limits", 10);
    bencher.bench_local(|| model::project(black_box(&scenario)));
}

#[divan::bench]
fn twenty_two_councils_thirty_years(bencher: Bencher) {
    let councils: Vec<Scenario> = (0..22).map(|_| scenario("three levers", 30)).collect();
    bencher.bench_local(|| councils.iter().map(|council| model::project(black_box(council))).collect::<Vec<_>>());
}

#[divan::bench]
fn from_json_tree_to_json_tree(bencher: Bencher) {
    let request = request("three levers");
    bencher.bench_local(|| project(black_box(&request)));
}

#[divan::bench]
fn a_pot_among_twenty_two_councils(bencher: Bencher) {
    let area = |at: i64| Area {
        code: format!("W060000{at:02}"),
        region: format!("region {}", at % 4),
        weight: Children::new(f64::from(u8::try_from(at).unwrap()) * 37.0 + 11.0),
        last_year: Some(Pence::new(20_000_000 + at * 1_000_000)),
    };
    let method = Method::Pot { pot: Pence::new(700_000_000), floor: Pence::ZERO, max_change: Some(Rate::new(0.2)) };
    let sharing = Sharing { method, unit: Unit::Penny, retained_share: Share::new(0.125), areas: (0..22).map(area).collect() };
    assert!(allocate(&sharing).is_ok());
    bencher.bench_local(|| allocate(black_box(&sharing)));
}

/// A fan of ten years and three levers, with ranges on what a committee would argue about.
fn uncertain() -> (Scenario, Vec<Range>) {
    let scenario = scenario("three levers", 10);
    let about = |number: Number, share: f64| {
        let central = number.read(&mut scenario.clone()).unwrap();
        Range { number, low: central * (1.0 - share), high: central * (1.0 + share) }
    };
    let flows = [OfBaseline::Entries, OfBaseline::ExitRate].map(|number| about(Number::Baseline(number), 0.05));
    let costs = [0, 1].map(|at| about(Number::Placement(at, OfPlacement::UnitCost), 0.1));
    let effects = [0, 1, 2].map(|at| about(Number::Lever(at, OfLever::Effect), 0.3));
    let ranges = flows.into_iter().chain(costs).chain(effects).collect();
    (scenario, ranges)
}

#[divan::bench(args = [1_000, 10_000])]
fn a_fan(bencher: Bencher, draws: u32) {
    let (scenario, ranges) = uncertain();
    bencher.bench_local(|| {
        let mut simulation = Simulation::new(scenario.clone(), black_box(&ranges), &[vec![2, 3]]);
        simulation.advance(draws);
        simulation.finish()
    });
}
