//! What a page says, read in one go, and what the native command answers to the requests that stand on it.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::page::Page;

/// Everything a page says in numbers: results, tables, requests, and what stands in its controls.
#[derive(Debug, PartialEq)]
pub struct Facts(Value);

const READ: &str = "const all = (css, read) => [...document.querySelectorAll(css)].map(read);
    const cell = e => { const data = e.querySelector('data'); return data && [data.value, data.textContent] };
    const row = e => [e.querySelector('th').textContent, [...e.querySelectorAll('td')].map(cell)];
    const table = e => ({ heads: [...e.tHead.rows[0].cells].map(c => c.textContent), rows: [...e.tBodies[0].rows].map(row),
        total: e.tFoot ? row(e.tFoot.rows[0]) : null });
    return {
        outs: Object.fromEntries(all('[id^=out-]', e => [e.id.slice(4), [e.value ?? null, e.textContent]])),
        tables: Object.fromEntries(all('table[id^=table-]', e => [e.id.slice(6), table(e)])),
        requests: Object.fromEntries(all('pre.request', e => [e.id.slice(8), [e.dataset.call, e.textContent]])),
        controls: all('main input[id^=f-], main input[id^=s-]', e => [e.id, e.type === 'radio' ? String(e.checked) : e.value]),
        twice: all('[id]', e => e.id).filter((id, i, ids) => ids.indexOf(id) !== i),
    };";

impl Facts {
    /// Reads a page, and sees to it that no id stands there twice.
    pub fn of(page: &Page) -> Self {
        let facts = page.run(READ);
        assert_eq!(facts["twice"], json!([]), "ids that stand twice");
        Self(facts)
    }

    /// The exact number of a result; fails where the page has none.
    pub fn out(&self, name: &str) -> f64 {
        number(&self.0["outs"][name][0]).unwrap_or_else(|| panic!("no number #out-{name}"))
    }

    /// Whether the page has such a result, as a number or in words.
    pub fn says(&self, name: &str) -> bool {
        self.0["outs"][name].is_array()
    }

    /// The words of a result.
    pub fn worded(&self, name: &str) -> &str {
        self.0["outs"][name][1].as_str().unwrap_or_else(|| panic!("no #out-{name}"))
    }

    /// Whether the result stands only in words, as a payback that never comes.
    pub fn only_words(&self, name: &str) -> bool {
        self.says(name) && self.0["outs"][name][0].is_null()
    }

    /// The names of the requests on the page.
    pub fn requests(&self) -> Vec<&str> {
        self.0["requests"].as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect()
    }

    /// A request as JSON.
    pub fn request(&self, name: &str) -> Value {
        let text = self.0["requests"][name][1].as_str().unwrap_or_else(|| panic!("no #request-{name}"));
        serde_json::from_str(text).unwrap_or_else(|e| panic!("#request-{name}: {e}: {text}"))
    }

    /// Which call of the contract a request is for.
    pub fn call(&self, name: &str) -> &str {
        self.0["requests"][name][0].as_str().unwrap_or_default()
    }

    /// What the native command answers to the request, character for character as it stands on the page.
    pub fn answer(&self, name: &str) -> Value {
        let text = self.0["requests"][name][1].as_str().unwrap_or_else(|| panic!("no #request-{name}"));
        let answer = command(self.call(name), text);
        assert!(answer["error"].is_null(), "#request-{name}: {answer}");
        answer
    }

    /// The names of a table's columns after the first.
    pub fn heads(&self, table: &str) -> Vec<&str> {
        self.0["tables"][table]["heads"].as_array().into_iter().flatten().skip(1).filter_map(Value::as_str).collect()
    }

    /// The names of a table's rows.
    pub fn rows(&self, table: &str) -> Vec<&str> {
        self.0["tables"][table]["rows"].as_array().into_iter().flatten().filter_map(|row| row[0].as_str()).collect()
    }

    fn cell(&self, table: &str, row: &str, head: &str) -> &Value {
        let column = self.heads(table).iter().position(|h| *h == head).unwrap_or_else(|| panic!("#table-{table} has no column {head:?}"));
        let rows = self.0["tables"][table]["rows"].as_array().into_iter().flatten();
        let row = rows.chain(self.0["tables"][table].get("total")).find(|r| r[0] == row);
        &row.unwrap_or_else(|| panic!("#table-{table} has no such row"))[1][column]
    }

    /// The exact number of a cell, where there is one.
    pub fn at(&self, table: &str, row: &str, head: &str) -> Option<f64> {
        number(&self.cell(table, row, head)[0])
    }

    /// The words of a cell.
    pub fn words_at(&self, table: &str, row: &str, head: &str) -> &str {
        self.cell(table, row, head)[1].as_str().unwrap_or_default()
    }

    /// All numbers and controls, without the words that differ between languages.
    pub fn numbers(&self) -> Value {
        let exact = |cell: &Value| if cell.is_array() { cell[0].clone() } else { Value::Null };
        let cells = |row: &Value| -> Vec<Value> { row[1].as_array().into_iter().flatten().map(exact).collect() };
        let table = |table: &Value| -> Vec<Vec<Value>> { table["rows"].as_array().into_iter().flatten().map(cells).collect() };
        let each = |part: &str, read: &dyn Fn(&Value) -> Value| -> Vec<(String, Value)> {
            self.0[part].as_object().into_iter().flatten().map(|(name, value)| (name.clone(), read(value))).collect()
        };
        json!([each("outs", &exact), each("tables", &|t| json!(table(t))), each("requests", &|r| r[1].clone()), self.0["controls"]])
    }

    /// The results alone, each with its number and its words.
    pub fn results(&self) -> &Value {
        &self.0["outs"]
    }
}

fn number(value: &Value) -> Option<f64> {
    value.as_str().map(|text| text.parse().unwrap_or_else(|e| panic!("{text:?}: {e}")))
}

/// What the native command answers: `clorian project < request.json`.
pub fn command(call: &str, request: &str) -> Value {
    let program = env!("CARGO_BIN_EXE_clorian");
    let mut process =
        Command::new(program).arg(call).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap_or_else(|e| panic!("{program}: {e}"));
    process.stdin.take().expect("stdin is piped").write_all(request.as_bytes()).expect("the command reads");
    let answer = process.wait_with_output().expect("the command ends").stdout;
    serde_json::from_slice(&answer).unwrap_or_else(|e| panic!("{call}: {e}"))
}

/// A number of an answer by its path: `levers.0.break_even_effect`.
pub fn of(answer: &Value, path: &str) -> f64 {
    let found = answer.pointer(&format!("/{}", path.replace('.', "/")));
    found.and_then(Value::as_f64).unwrap_or_else(|| panic!("no number at {path}"))
}

/// Fails unless two numbers are equal to a billionth.
#[track_caller]
pub fn same(what: &str, page: f64, contract: f64) {
    let apart = (page - contract).abs();
    assert!(apart <= 1e-9 * page.abs().max(contract.abs()), "{what}: {page} on the page, {contract} from the contract");
}
