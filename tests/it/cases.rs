//! The worked cases of `tests/cases/`: a request and the answer it must get, number by number.

use std::fs;
use std::path::Path;

use clorian::api::{Value, call};

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
