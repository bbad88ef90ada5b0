//! The worked cases of `tests/cases/`: a request and the answer it must get, number by number.

use std::fs;
use std::path::Path;

use clorian::api::{Value, call};
use clorian::model::money::head_to_head;
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
