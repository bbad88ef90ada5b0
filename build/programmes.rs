//! `programmes.csv` -> the shelf of programmes. The checks are listed in `evidence.rs`.

use std::fmt::Write as _;
use std::path::Path;

use crate::table::{Row, constant, read};

const COLUMNS: &str = "id name_en name_cy kind mix from to annual_cost children would_enter effect ramp_years returned_share return_years \
                       others about_en about_cy note_en note_cy";
/// The parts of a programme, each with the unit of its figure.
const PARTS: [(&str, &str); 7] = [
    ("annual_cost", "pounds"),
    ("children", "children"),
    ("would_enter", "share"),
    ("effect", "share"),
    ("ramp_years", "years"),
    ("returned_share", "share"),
    ("return_years", "years"),
];
const KINDS: [(&str, &str); 4] = [("divert", "Divert"), ("reunify", "Reunify"), ("step_down", "StepDown"), ("price", "Price")];
const PLACEMENTS: [(&str, &str); 6] = [
    ("foster", "Foster"),
    ("residential", "Residential"),
    ("parents", "Parents"),
    ("other", "Other"),
    ("foster_agency", "FosterAgency"),
    ("foster_in_house", "FosterInHouse"),
];
const MIXES: [(&str, &str); 5] =
    [("average", "Average"), ("foster", "Foster"), ("residential", "Residential"), ("parents", "Parents"), ("other", "Other")];
/// The one programme that may do without a cost and children: the visitor's own.
const BLANK: &str = "blank";

/// What is known of a figure.
pub struct Known {
    /// What it counts.
    pub unit: String,
    /// Its exact value.
    pub value: f64,
    /// Whether it is an assumption or is worked out from one.
    pub assumed: bool,
}

/// The figure that a part starts from: where it is, and whether it is or rests on an assumption.
struct Start {
    path: String,
    assumed: bool,
}

/// The Rust of `programmes.csv`; `known` looks a figure up by its id.
pub fn rust(folder: &Path, known: &dyn Fn(&str) -> Option<Known>) -> String {
    let rows = read(&folder.join("programmes.csv"), &COLUMNS.split_whitespace().collect::<Vec<_>>(), false);
    let [mut programmes, mut ranges, mut about, mut rests, mut details] = std::array::from_fn(|_| String::new());
    for (at, row) in rows.iter().enumerate() {
        let id = row.text("id");
        let kebab = id.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !id.starts_with('-') && !id.ends_with('-');
        if !kebab || rows[..at].iter().any(|other| other.text("id") == id) {
            row.fail("id", "stands twice, or is not small letters with hyphens between");
        }
        if (at == 0) != (id == BLANK) {
            row.fail("id", "the blank programme comes first");
        }
        let kind = row.one_of("kind", &KINDS);
        let figures = PARTS.map(|(part, unit)| figure_of(row, kind, part, unit, known));
        let (from, to) = placements(row, kind);
        let each = |of: &dyn Fn(&Start) -> String, none: &str| {
            let said = figures.iter().map(|figure| figure.as_ref().map_or_else(|| none.to_owned(), of));
            said.collect::<Vec<_>>().join(", ")
        };
        let _ = write!(
            programmes,
            "Programme {{ id: {id:?}, name: {}, kind: Kind::{kind}, start: [{}], assumed: [{}], mix: Mix::{}, from: Placement::{from}, to: Placement::{to} }}, ",
            row.both("name"),
            each(&|figure| format!("{}.value", figure.path), "0.0"),
            each(&|figure| figure.assumed.to_string(), "false"),
            mix(row, kind),
        );
        let _ = write!(ranges, "[{}], ", each(&|figure| format!("both(&{})", figure.path), "None"));
        let _ = write!(about, "{}, ", row.both("about"));
        let _ = write!(rests, "[{}], ", rests_on(&figures));
        let _ = write!(
            details,
            "ProgrammeDetail {{ sources: [{}], others: &[{}], note: {} }}, ",
            each(&|figure| format!("Some(&{})", figure.path), "None"),
            others(row, known),
            row.both_held("note"),
        );
    }
    let length = rows.len();
    format!(
        "/// Every programme of the shelf, the blank one first. Rows are only ever added at the end.\n\
         pub static PROGRAMMES: [Programme; {length}] = [{programmes}];\n\
         static RANGES: [[Option<(f64, f64)>; PARTS]; {length}] = [{ranges}];\n\
         static ABOUT: [Text; {length}] = [{about}];\n\
         static RESTS: [[Option<Rests>; PARTS]; {length}] = [{rests}];\n\
         static DETAILS: [ProgrammeDetail; {length}] = [{details}];\n"
    )
}

/// What a page says in place of the figure of each part: its id and whether it is assumed, and of the effect the reason too.
fn rests_on(figures: &[Option<Start>; PARTS.len()]) -> String {
    let rests = |(figure, (part, _)): (&Option<Start>, &(&str, &str))| {
        let Some(Start { path, assumed }) = figure else { return "None, ".to_owned() };
        let reason = if *part == "effect" { format!("{path}.note") } else { "None".to_owned() };
        format!("Some(Rests {{ figure: {path}.id, assumed: {assumed}, reason: {reason} }}), ")
    };
    figures.iter().zip(&PARTS).map(rests).collect()
}

/// Whether a programme of this kind has this part.
fn has(kind: &str, part: &str) -> bool {
    match kind {
        "Divert" => true,
        "Price" => matches!(part, "annual_cost" | "effect" | "ramp_years"),
        _ => part != "would_enter",
    }
}

/// The figure that a part starts from.
fn figure_of(row: &Row, kind: &str, part: &str, unit: &str, known: &dyn Fn(&str) -> Option<Known>) -> Option<Start> {
    let Some(id) = row.maybe(part) else {
        let may_lack = match part {
            "annual_cost" => kind == "Price" || row.text("id") == BLANK,
            "children" => row.text("id") == BLANK,
            _ => false,
        };
        if has(kind, part) && !may_lack {
            row.fail(part, "is empty, and a programme of this kind has it");
        }
        return None;
    };
    if !has(kind, part) {
        row.fail(part, "a programme of this kind has no such part");
    }
    let figure = known(id).unwrap_or_else(|| row.fail(part, &format!("no figure `{id}`")));
    if figure.unit != unit {
        row.fail(part, &format!("`{id}` is in {}, not in {unit}", figure.unit));
    }
    let value = figure.value;
    let may_be = match part {
        "annual_cost" | "children" => value >= 0.0,
        "effect" if kind == "Price" => (-1.0..=1.0).contains(&value),
        "would_enter" | "effect" | "returned_share" => (0.0..=1.0).contains(&value),
        "ramp_years" => value >= 0.0 && value.fract() == 0.0,
        _ => value >= 1.0 && value.fract() == 0.0,
    };
    if !may_be {
        row.fail(part, &format!("`{id}` is {value}, which this part cannot be"));
    }
    Some(Start { path: path(id), assumed: figure.assumed })
}

fn path(id: &str) -> String {
    format!("figure::{}", constant(id).unwrap_or_default())
}

/// The placements left and entered. Kinds that name none start from residential to foster, should a reader change the kind.
fn placements(row: &Row, kind: &str) -> (&'static str, &'static str) {
    let unnamed = |column: &str| {
        if row.maybe(column).is_some() {
            row.fail(column, "a programme of this kind names no such placement");
        }
    };
    match kind {
        "StepDown" => {
            let (from, to) = (row.one_of("from", &PLACEMENTS), row.one_of("to", &PLACEMENTS));
            if from == to {
                row.fail("to", "is where the children are already");
            }
            (from, to)
        }
        "Price" => {
            unnamed("to");
            let from = row.one_of("from", &PLACEMENTS);
            (from, from)
        }
        _ => {
            ["from", "to"].into_iter().for_each(unnamed);
            ("Residential", "Foster")
        }
    }
}

fn mix(row: &Row, kind: &str) -> &'static str {
    let mix = row.one_of("mix", &MIXES);
    if mix != "Average" && !matches!(kind, "Divert" | "Reunify") {
        row.fail("mix", "only a programme that keeps or takes children out of care has one");
    }
    mix
}

fn others(row: &Row, known: &dyn Fn(&str) -> Option<Known>) -> String {
    let ids = row.maybe("others").unwrap_or_default().split_whitespace();
    let check = |id: &str| known(id).map_or_else(|| row.fail("others", &format!("no figure `{id}`")), |_| format!("&{}, ", path(id)));
    ids.map(check).collect()
}
