//! `streams.csv` -> the funding streams. The checks are listed in `evidence.rs`.

use std::fmt::Write as _;
use std::path::Path;

use crate::table::{Row, constant, read};

const COLUMNS: &str = "id name_en name_cy amount posts others items over over_stated regions lever buys buys_part each_en each_cy years_en \
                       years_cy payer_en payer_cy receiver_en receiver_cy ring_fence_en ring_fence_cy note_en note_cy";
const OVER: [(&str, &str); 6] = [
    ("children", "Children"),
    ("population", "Population"),
    ("equal", "Equal"),
    ("regions", "Regions"),
    ("blend", "Blend"),
    ("projects", "Projects"),
];
const REGIONS: [(&str, &str); 4] =
    [("none", "None"), ("consortia", "Consortia"), ("boards", "Boards"), ("collaboratives", "Collaboratives")];
const STATED: [(&str, &str); 2] = [("stated", "true"), ("assumed", "false")];
const LEVERS: [(&str, &str); 1] = [("edge-of-care", "Some(\"edge-of-care\")")];

/// The unit and value of a figure, if there is one of that id.
pub type Known<'a> = &'a dyn Fn(&str) -> Option<(String, f64)>;

/// The Rust of `streams.csv`.
pub fn rust(folder: &Path, known: Known) -> String {
    let rows = read(&folder.join("streams.csv"), &COLUMNS.split_whitespace().collect::<Vec<_>>(), false);
    let (mut streams, mut details, mut names) = (String::new(), String::new(), String::new());
    for (at, row) in rows.iter().enumerate() {
        let id = row.text("id");
        let kebab = id.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !id.starts_with('-') && !id.ends_with('-');
        if !kebab || rows[..at].iter().any(|other| other.text("id") == id) {
            row.fail("id", "stands twice, or is not small letters with hyphens between");
        }
        let amount = row.maybe("amount").map(|id| figure(row, "amount", id, "pounds", known));
        let posts = row.maybe("posts").map(|id| figure(row, "posts", id, "posts", known));
        if amount.is_some() == posts.is_some() {
            row.fail("amount", "a stream is an amount, or posts whose cost is not published");
        }
        let _ = write!(
            streams,
            "Stream {{ id: {id:?}, name: {}, amount: {}, over: Over::{}, over_stated: {}, regions: Regions::{}, lever: {} }}, ",
            row.both("name"),
            amount.as_ref().map_or_else(|| "None".to_owned(), |path| format!("Some({}.value)", path.trim_start_matches('&'))),
            row.one_of("over", &OVER),
            row.one_of("over_stated", &STATED),
            row.one_of("regions", &REGIONS),
            row.maybe("lever").map_or("None", |_| row.one_of("lever", &LEVERS)),
        );
        let _ = write!(names, "{}, ", row.both_held("name"));
        let _ = write!(
            details,
            "Detail {{ amount: {}, posts: {}, others: &[{}], items: &[{}], buys: {}, years: {}, payer: {}, receiver: {}, ring_fenced: {}, note: {} }}, ",
            option(amount),
            option(posts),
            figures(row, "others", known),
            items(row, known),
            buys(row, known),
            row.both("years"),
            row.both("payer"),
            row.both("receiver"),
            row.both_or_none("ring_fence"),
            row.both("note"),
        );
    }
    let length = rows.len();
    format!(
        "/// Every funding stream. Rows are only ever added at the end.\npub static STREAMS: [Stream; {length}] = [{streams}];\n\
         /// What is said of each, in the same order.\nstatic DETAILS: [Detail; {length}] = [{details}];\n\
         /// Their names in both languages, in the same order: a visitor's file may use either.\npub static NAMES: [Text; {length}] = [{names}];\n"
    )
}

fn option(path: Option<String>) -> String {
    path.map_or_else(|| "None".to_owned(), |path| format!("Some({path})"))
}

/// The static of a figure that must be of this unit.
fn figure(row: &Row, column: &str, id: &str, unit: &str, known: Known) -> String {
    match known(id) {
        Some((found, _)) if found == unit => format!("&figure::{}", constant(id).unwrap_or_default()),
        Some((found, _)) => row.fail(column, &format!("`{id}` is in {found}, not {unit}")),
        None => row.fail(column, &format!("no figure `{id}`")),
    }
}

fn figures(row: &Row, column: &str, known: Known) -> String {
    let ids = row.maybe(column).unwrap_or_default().split_whitespace();
    ids.map(|id| figure(row, column, id, "pounds", known) + ", ").collect()
}

/// The items, which may not come to more than the whole.
fn items(row: &Row, known: Known) -> String {
    let value = |id: &str| known(id).map_or(0.0, |(_, value)| value);
    let sum: f64 = row.maybe("items").unwrap_or_default().split_whitespace().map(value).sum();
    if sum > row.maybe("amount").map_or(0.0, value) {
        row.fail("items", "come to more than the amount");
    }
    figures(row, "items", known)
}

fn buys(row: &Row, known: Known) -> String {
    let Some(id) = row.maybe("buys") else { return "None".to_owned() };
    let unit = known(id).map(|(unit, _)| unit).unwrap_or_default();
    if unit.starts_with("pounds") || unit.starts_with("share") || row.maybe("amount").is_none() {
        row.fail("buys", "an amount buys a number of people or projects");
    }
    let part = row.required_number("buys_part");
    if !(part > 0.0 && part <= 1.0) {
        row.fail("buys_part", "is the part of a year's amount that was spent on them: above 0, at most 1");
    }
    format!("Some(Buys {{ number: {}, part: {part:?}, each: {} }})", figure(row, "buys", id, &unit, known), row.both("each"))
}
