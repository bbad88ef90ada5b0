//! The fan and the tornado beside projections of the contract made one by one.

use super::*;

/// Which paths are read as whole numbers.
fn whole(path: &str) -> bool {
    path.ends_with("_year") || path.ends_with("_years")
}

/// The dimension in which a number is drawn, by its path and reading 16 of METHOD.md.
fn dimension(path: &str, scenario: &Value) -> u32 {
    const ALONE: [&str; 18] = [
        "baseline.children",
        "baseline.entries",
        "baseline.entries_growth",
        "baseline.exit_rate",
        "baseline.exit_rate_growth",
        "baseline.growth",
        "baseline.target",
        "baseline.target_year",
        "baseline.target_mix_year",
        "baseline.unit_cost_growth",
        "baseline.part.share",
        "baseline.part.unit_cost",
        "discount_rate",
        "cashable",
        "optimism",
        "grant.rate",
        "grant.eligible_share",
        "grant.lag_years",
    ];
    const OF_LEVER: [&str; 9] =
        ["first_year", "last_year", "ramp_years", "annual_cost", "children", "would_enter", "effect", "returned_share", "return_years"];
    let at =
        |all: &[&str], name: &str| u32::try_from(all.iter().position(|known| *known == name).unwrap_or_else(|| panic!("{path}"))).unwrap();
    let placement = |code: &str| {
        let Some(Value::Map(mix)) = scenario.at("baseline.mix") else { panic!("no mix") };
        at(&mix.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), code)
    };
    let parts: Vec<&str> = path.split('.').collect();
    let number = |text: &str| text.parse::<u32>().unwrap();
    let positioned = |at: u32, of: u32| 18 + 14 * at + of;
    match parts[..] {
        ["levers", lever, "mix", code] => 16_384 + 256 * number(lever) + placement(code),
        ["levers", lever, "prevented" | "success"] => positioned(number(lever), 11),
        ["levers", lever, of] => positioned(number(lever), 5 + at(&OF_LEVER, of)),
        ["baseline", "reductions", year] => positioned(number(year), 4),
        ["baseline", map, code] if map != "part" => {
            positioned(placement(code), at(&["mix", "target_mix", "unit_cost", "unit_cost_growth"], map))
        }
        _ => at(&ALONE, path),
    }
}

/// The answer of a request by projections of the contract made one by one. `dimension` says in which dimension each range is drawn.
fn brute_force(scenario: &Value, ranges: &[(&str, f64, f64)], dimension: &[u32], draws: u32) -> (Vec<Vec<[f64; 3]>>, f64) {
    let (mut columns, mut saving) = (Vec::new(), 0.0);
    for draw in 0..draws {
        let mut changed = scenario.clone();
        for ((path, low, high), dimension) in ranges.iter().zip(dimension) {
            let share = f64::from(sobol_burley::sample(draw, dimension % 256, dimension / 256)) + 0.5_f64.powi(24);
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
    let mut dimensions = ranges.map(|(path, ..)| dimension(path, &scenario));
    assert_as_by_brute_force(&scenario, &ranges, &dimensions, 201, "[]");
    // What is tied is moved by the least dimension of the two, however they are named.
    dimensions[0] = dimensions[4];
    assert_as_by_brute_force(&scenario, &ranges, &dimensions, 200, r#"[["levers.2.success", "baseline.exit_rate"]]"#);
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
            assert_as_by_brute_force(&scenario, &range, &[dimension(path, &scenario)], 3, "[]");
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
