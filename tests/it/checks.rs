//! What must hold for every scenario and every grant, tried on many of them; and the closed forms beside a plain step-by-step
//! integration that shares no code with them.

use clorian::api::{self, Value};
use clorian::model::allocation::{Area, Method, Sharing, Unit, allocate};
use clorian::model::stock::calibrate;
use clorian::model::{Action, Course, Projection, Scenario, project};
use clorian::units::{Children, Pence, Pounds, Rate, Share};
use proptest::prelude::*;

use crate::drawn::scenario;
use crate::plainly::{placements, plainly};

fn near(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= 1e-9 * scale.abs().max(1.0)
}

/// Children and child-years a year on, by many small steps of the mid-point rule.
fn by_steps(mut children: f64, inflow: f64, exit_rate: f64) -> (f64, f64) {
    let (steps, mut care) = (20_000, 0.0);
    let dt = 1.0 / f64::from(steps);
    for _ in 0..steps {
        let middle = children + 0.5 * dt * (inflow - exit_rate * children);
        care += dt * middle;
        children += dt * (inflow - exit_rate * middle);
    }
    (children, care)
}

fn limited(projection: &Projection) -> bool {
    projection.levers.iter().any(|lever| !lever.limited_years.is_empty())
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 200, max_global_rejects: 100_000, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn children_are_conserved(scenario in scenario(1.0)) {
        for year in project(&scenario).years {
            for path in [&year.baseline, &year.scenario] {
                prop_assert_eq!(path.entries.is_none(), scenario.baseline.entries.is_none());
                let (Some(entries), Some(exits)) = (path.entries, path.exits) else { continue };
                let flow = entries.value() - exits.value();
                prop_assert!(near(path.opening.value() + flow, path.closing.value(), path.opening.value() + path.closing.value()));
            }
        }
    }

    #[test]
    fn years_follow_on(scenario in scenario(1.0)) {
        for pair in project(&scenario).years.windows(2) {
            prop_assert_eq!(pair[0].baseline.closing, pair[1].baseline.opening);
            prop_assert_eq!(pair[0].scenario.closing, pair[1].scenario.opening);
        }
    }

    #[test]
    fn no_placement_goes_below_zero(scenario in scenario(1.0)) {
        let found = project(&scenario);
        let inflow: Vec<Vec<f64>> = found.levers.iter().map(|lever| lever.inflow.iter().map(|net| net.value()).collect()).collect();
        // Years of care between two closes are a mean where the mix moves or no flows are known, and may then miss a little.
        let exact = matches!(scenario.baseline.course, Course::Flows) && scenario.baseline.target_mix_year.is_none();
        for (year, children) in found.years.iter().zip(placements(&scenario, &inflow)) {
            let there = year.baseline.closing.value();
            prop_assert!(near(children.iter().sum(), year.scenario.closing.value(), there));
            for (p, children) in children.iter().enumerate() {
                prop_assert!(*children >= -1e-9 * there.max(1.0), "{children} in p{p} in {:?}", year.year);
            }
            prop_assert!(year.scenario.closing.value() >= -1e-6);
            for spend in year.scenario.spend.iter().filter(|_| exact) {
                prop_assert!(spend.value() >= -1e-9 * year.baseline.total_spend.value().max(1.0), "{spend:?}");
            }
        }
    }

    #[test]
    fn without_levers_nothing_changes(mut scenario in scenario(1.0)) {
        scenario.levers.clear();
        for year in project(&scenario).years {
            prop_assert_eq!(year.baseline.closing, year.scenario.closing);
            prop_assert_eq!(year.baseline.spend, year.scenario.spend);
            prop_assert_eq!(year.cumulative_net, Pounds::ZERO);
        }
    }

    #[test]
    fn money_is_linear_in_price(scenario in scenario(1.0), factor in 0.0..5.0f64) {
        let mut dearer = scenario.clone();
        for placement in &mut dearer.baseline.placements {
            placement.unit_cost = placement.unit_cost * factor;
        }
        let (before, after) = (project(&scenario), project(&dearer));
        for (a, b) in before.years.iter().zip(&after.years) {
            let scale = a.baseline.total_spend.value() * factor;
            prop_assert!(near(a.avoided.value() * factor, b.avoided.value(), scale));
            prop_assert!(near(a.scenario.total_spend.value() * factor, b.scenario.total_spend.value(), scale));
        }
    }

    #[test]
    fn a_better_lever_leaves_fewer_in_care(scenario in scenario(0.0), less in 0.0..1.0f64) {
        let mut worse = scenario.clone();
        for lever in &mut worse.levers {
            match &mut lever.action {
                Action::Divert { prevented: effect, .. } | Action::Reunify { success: effect, .. } | Action::StepDown { success: effect, .. } => {
                    *effect = *effect * Share::new(less);
                }
            }
        }
        let (better, worse) = (project(&scenario), project(&worse));
        prop_assume!(!limited(&better));
        for (a, b) in better.years.iter().zip(&worse.years) {
            prop_assert!(a.scenario.closing.value() <= b.scenario.closing.value() + 1e-6);
        }
    }

    #[test]
    fn break_even_breaks_even(scenario in scenario(0.5)) {
        let found = project(&scenario);
        for (at, lever) in found.levers.iter().enumerate() {
            let mut there = scenario.clone();
            let effect_now = lever.break_even.map_or(Share::ONE, |found| found.effect);
            match &mut there.levers[at].action {
                Action::Divert { prevented: effect, .. } | Action::Reunify { success: effect, .. } | Action::StepDown { success: effect, .. } => {
                    *effect = effect_now;
                }
            }
            let value = project(&there).levers[at].present_value;
            let (cost, avoided) = (value.cost.value(), value.avoided.value());
            match lever.break_even {
                None => prop_assert!(avoided < cost),
                Some(even) if even.effect == Share::ZERO => prop_assert!(avoided >= cost - 1e-6),
                Some(_) => prop_assert!(near(avoided, cost, cost * 10.0), "{avoided} {cost}"),
            }
        }
    }

    #[test]
    fn closed_forms_agree_with_small_steps(scenario in scenario(0.0)) {
        let found = project(&scenario);
        let mut children = scenario.baseline.children.value();
        let mut cohorts = vec![0.0; scenario.levers.len()];
        for (y, year) in found.years.iter().enumerate().take(4) {
            let growth = |rate: Rate| (1.0 + rate.value()).powi(i32::try_from(y).unwrap());
            let exit_rate = scenario.baseline.exit_rate.value() * growth(scenario.baseline.exit_rate_growth);
            if matches!(scenario.baseline.course, Course::Flows) {
                let entries = scenario.baseline.entries.unwrap().value() * growth(scenario.baseline.entries_growth);
                let (next, care) = by_steps(children, entries, exit_rate);
                prop_assert!((next - year.baseline.closing.value()).abs() < 1e-5 * (1.0 + next));
                prop_assert!((care - year.baseline.care_years.value()).abs() < 1e-5 * (1.0 + care));
                children = next;
            }
            for (cohort, lever) in cohorts.iter_mut().zip(&found.levers) {
                let (next, care) = by_steps(*cohort, lever.inflow[y].value(), exit_rate);
                prop_assert!((care - lever.care_years[y].value()).abs() < 1e-5 * (1.0 + care));
                *cohort = next;
            }
        }
    }

    #[test]
    fn levers_and_limits_are_as_told_plainly(scenario in scenario(1.0)) {
        let (found, plain) = (project(&scenario), plainly(&scenario));
        for (l, lever) in found.levers.iter().enumerate() {
            for y in 0..usize::from(scenario.years) {
                let scale = 1e-3 * scenario.baseline.children.value();
                prop_assert!((lever.inflow[y].value() - plain.inflow[l][y]).abs() < 1e-5 * (1.0 + scale), "lever {l} year {y}");
                prop_assert!((lever.care_years[y].value() - plain.care_years[l][y]).abs() < 1e-5 * (1.0 + scale));
                let year = scenario.first_year.plus(u16::try_from(y).unwrap());
                prop_assert!(lever.limited_years.contains(&year) == plain.limited[l][y] || lever.cut[y].value().abs() < 1e-5);
            }
        }
    }

    #[test]
    fn calibrate_inverts_the_stock(children in 1.0..9000.0f64, entries in 0.0..3000.0f64, exit_rate in 0.0..3.0f64) {
        let mut scenario = empty_scenario();
        scenario.baseline.children = Children::new(children);
        scenario.baseline.entries = Some(Children::new(entries));
        scenario.baseline.exit_rate = Rate::new(exit_rate);
        let year = &project(&scenario).years[0].baseline;
        let found = calibrate(year.opening, year.closing, year.exits.unwrap()).unwrap();
        prop_assert!((found.exit_rate.value() - exit_rate).abs() < 1e-6);
        prop_assert!((found.entries.value() - entries).abs() < 1e-6);
    }

    #[test]
    fn solve_inverts_project(prevented in 0.01..0.9f64, children in 100.0..4000.0f64) {
        let mut scenario = case("project-edge-of-care");
        scenario.set("levers.0.children", children);
        scenario.set("levers.0.prevented", prevented);
        let reached = api::project(&scenario).unwrap().number("years.3.scenario.closing").unwrap();
        let request = Value::map([
            ("scenario", scenario),
            ("vary", "levers.0.prevented".into()),
            ("between", Value::list([0.0, 1.0])),
            ("reach", Value::map([("path", "years.3.scenario.closing".into()), ("value", reached.into())])),
        ]);
        let found = api::solve(&request).unwrap().number("value").unwrap();
        prop_assert!((found - prevented).abs() < 1e-7, "{found} {prevented}");
    }

    #[test]
    fn shares_of_a_grant_add_up(
        pot in 0..1_000_000_000_000i64,
        by_pound in any::<bool>(),
        retained in 0.0..=1.0f64,
        change in prop::option::of(prop_oneof![0.0..=1.0f64, 1.0..=3.0f64]),
        floor in prop_oneof![Just(0), 0..1_000_000i64],
        areas in prop::collection::vec((0.0..5000.0f64, 0..5u8, prop::option::of(0..1_000_000_000i64)), 1..30),
    ) {
        let unit = if by_pound { Unit::Pound } else { Unit::Penny };
        let pot = Pence::new(pot / unit.pence() * unit.pence());
        let area = |(at, (weight, region, last)): (usize, &(f64, u8, Option<i64>))| Area {
            code: format!("W{at:02}"),
            region: format!("R{region}"),
            weight: Children::new(*weight),
            last_year: last.map(Pence::new),
        };
        let areas: Vec<Area> = areas.iter().enumerate().map(area).collect();
        let method = Method::Pot { pot, floor: Pence::new(floor), max_change: change.map(Rate::new) };
        let sharing = Sharing { method, unit, retained_share: Share::new(retained), areas };
        if let Ok(found) = allocate(&sharing) {
            prop_assert_eq!(found.total, pot);
            prop_assert_eq!(found.areas.iter().map(|part| part.before_retention).sum::<Pence>(), pot);
            let received = found.areas.iter().map(|part| part.amount).sum::<Pence>();
            let retained = found.regions.iter().map(|region| region.retained).sum::<Pence>();
            prop_assert_eq!(received + retained, pot);
            for part in &found.areas {
                prop_assert!(part.amount >= Pence::ZERO && part.amount.value() % unit.pence() == 0);
                if let (Some(last), Some(change)) = (sharing.areas[part.area].last_year, change) {
                    let most = last.pounds().value() * (1.0 + change) * 100.0;
                    prop_assert!(part.before_retention.pounds().value() * 100.0 <= most + 1e-3);
                }
            }
        }
    }

    #[test]
    fn no_request_brings_it_down(
        name in prop::sample::select(vec!["project-all-at-once", "project-plans-with-step-down", "allocate-pot-pounds-limits", "calibrate-wales-2018-19", "simulate"]),
        places in prop::collection::vec(any::<prop::sample::Index>(), 1..4),
        number in prop_oneof![any::<f64>(), Just(0.0), Just(1.0), Just(1e9), Just(1e12), Just(-1.0), Just(60.0), Just(1e-300)],
        kind in 0..7u8,
    ) {
        let mut request = if name == "simulate" { simulation() } else { case(name) };
        for place in places {
            let mut paths = Vec::new();
            every_path(&request, "", &mut paths);
            if paths.is_empty() { break; }
            let new = match kind {
                0..=3 => Value::Number(number),
                4 => Value::Null,
                5 => Value::from("foster"),
                _ => Value::list([number, 2.0]),
            };
            request.set(place.get(&paths[..]).as_str(), new);
        }
        for (_, call) in api::CALLS {
            if let Ok(answer) = call(&request) {
                prop_assert!(all_finite(&answer), "{}", request.to_json());
            }
        }
    }
}

/// The request of a worked case.
fn case(name: &str) -> Value {
    let path = format!("{}/tests/cases/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let case = Value::from_json(&std::fs::read_to_string(path).unwrap()).unwrap();
    case.at("input").unwrap().clone()
}

/// A request to simulate one worked case against itself, with a number in doubt.
fn simulation() -> Value {
    let mut scenario = case("project-edge-of-care");
    scenario.set("ranges", Value::map([("levers.0.annual_cost", Value::list([0.0, 1e7]))]));
    let against = Value::map([("scenario", scenario.clone())]);
    Value::map([("scenario", scenario), ("draws", 8.0.into()), ("against", against)])
}

fn empty_scenario() -> Scenario {
    let mut scenario = api::read_scenario(&case("project-no-levers")).unwrap();
    scenario.years = 1;
    scenario
}

fn every_path(value: &Value, path: &str, paths: &mut Vec<String>) {
    let mut visit = |name: &str, value: &Value| {
        let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        every_path(value, &path, paths);
        paths.push(path);
    };
    match value {
        Value::List(items) => items.iter().enumerate().for_each(|(at, item)| visit(&at.to_string(), item)),
        Value::Map(entries) => entries.iter().for_each(|(name, value)| visit(name, value)),
        _ => {}
    }
}

fn all_finite(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_finite(),
        Value::List(items) => items.iter().all(all_finite),
        Value::Map(entries) => entries.iter().all(|(_, value)| all_finite(value)),
        _ => true,
    }
}
