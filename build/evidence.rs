//! `src/evidence/data/*` -> typed statics. What stops the build, each time naming file, row and column:
//!
//! - documents: a repeated or ill-formed id, a missing language, an unknown key or licence, an address that is no https address;
//! - figures: a repeated or ill-formed id, a missing language, source, section, period, place or check; an unknown topic, unit,
//!   qualifier, status, document, section of that document, or place; a number that is none; low above high, or the value
//!   outside them; a share outside -1..1; a published figure or assumption with a formula; a derived figure without one, or whose
//!   formula does not come to the value typed beside it (to within half of `shown_to`); a formula that names an unknown figure or
//!   goes in a circle; a derived figure or assumption without a note to say why; `disagrees_with` naming an unknown figure, itself,
//!   or one that does not name it back; a correction of which CORRECTIONS.md says nothing;
//! - areas: a repeated code, a missing language;
//! - series: years out of order or missing, an unknown document, a derived count without a formula or not equal to it;
//! - counts and ages: an unknown, repeated or missing council, a cell that is neither a number nor `*`, councils that do not add up
//!   to Wales within rounding in any year, bands that do not add up to their total within rounding, a total that is not that of the
//!   other table;
//! - populations: councils that do not add up to Wales exactly, more under 18 than people, more under 16 than under 18;
//! - placements: a part that is more than its whole, councils placed in foster care that do not add up to Wales within rounding
//!   (an empty cell is one that was not found, never nought);
//! - mean spending: a missing council, an amount that is not more than nothing;
//! - streams: a repeated or ill-formed id, a missing language, an unknown figure, rule, kind of region or lever, an amount that is not
//!   in pounds, neither an amount nor posts or both, items that come to more than the amount, a number bought that is money or a share
//!   or has no amount beside it;
//! - programmes: a repeated or ill-formed id, a blank one that is not first, a missing language, an unknown figure, kind or placement, a
//!   part of another unit than its figure, a part that the kind needs and is not there or has no use for and is, a share outside 0..1 (a change
//!   of price: -1..1), a year that is not whole, a step down to where the children are already.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::documents::Documents;
use crate::programmes::{self, Known};
use crate::table::{Row, Rows, constant, doc, read};
use crate::{counts, formula, local, streams};

/// Where the evidence lies.
pub const DATA: &str = "src/evidence/data";

const TOPICS: [(&str, &str); 12] = [
    ("children", "Children"),
    ("flows", "Flows"),
    ("placements", "Placements"),
    ("plans", "Plans"),
    ("spending", "Spending"),
    ("unit_costs", "UnitCosts"),
    ("grants", "Grants"),
    ("covid", "Covid"),
    ("drivers", "Drivers"),
    ("outcomes", "Outcomes"),
    ("effectiveness", "Effectiveness"),
    ("assumptions", "Assumptions"),
];
const QUALIFIERS: [(&str, &str); 5] =
    [("exactly", "Exactly"), ("about", "About"), ("more_than", "MoreThan"), ("nearly", "Nearly"), ("up_to", "UpTo")];
const STATUSES: [(&str, &str); 3] = [("published", "Published"), ("derived", "Derived"), ("assumption", "Assumption")];
const UNITS: [(&str, &str); 24] = [
    ("children", "Children"),
    ("per_10000", "ChildrenPer10000"),
    ("share", "Share"),
    ("share_per_year", "SharePerYear"),
    ("per_child_year", "PerChildYear"),
    ("child_years", "ChildYears"),
    ("years", "Years"),
    ("days", "Days"),
    ("pounds", "Pounds"),
    ("pounds_per_night", "PoundsPerNight"),
    ("pounds_per_week", "PoundsPerWeek"),
    ("pounds_per_child", "PoundsPerChild"),
    ("pounds_per_child_year", "PoundsPerChildYear"),
    ("pounds_per_family", "PoundsPerFamily"),
    ("pounds_per_case", "PoundsPerCase"),
    ("ratio", "Ratio"),
    ("councils", "Councils"),
    ("posts", "Posts"),
    ("projects", "Projects"),
    ("parents", "Parents"),
    ("families", "Families"),
    ("young_people", "YoungPeople"),
    ("care_leavers", "CareLeavers"),
    ("index", "Index"),
];
const COLUMNS: &str = "id topic label_en label_cy value low high formula shown_to qualifier unit period_en period_cy place document section \
                       status disagrees_with note_en note_cy checked";

/// Writes `evidence.rs`, `counts.rs`, `local.rs`, `streams.rs` and `programmes.rs` to `out`.
pub fn generate(out: &Path) {
    let folder = Path::new(DATA);
    let documents = Documents::read(&folder.join("documents.toml"));
    let mut rust = documents.rust.clone();
    rust.push_str(&areas(&folder.join("areas.csv")));
    let figures = Figures::read(folder);
    rust.push_str(&figures.rust(&documents, folder));
    rust.push_str(&series(&folder.join("wales_series.csv"), &documents));
    write(&out.join("evidence.rs"), &rust);
    write(&out.join("counts.rs"), &counts::rust(folder));
    write(&out.join("local.rs"), &local::rust(folder));
    let plainly = |id: &str| figures.known(id).map(|known| (known.unit, known.value));
    write(&out.join("streams.rs"), &streams::rust(folder, &plainly));
    write(&out.join("programmes.rs"), &programmes::rust(folder, &|id| figures.known(id)));
}

/// Writes a generated file, or says why not.
pub fn write(file: &Path, rust: &str) {
    std::fs::write(file, rust).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
}

fn areas(file: &Path) -> String {
    let rows = read(file, &["code", "name_en", "name_cy"], false);
    let mut list = String::new();
    for (at, row) in rows.iter().enumerate() {
        if rows[..at].iter().any(|other| other.text("code") == row.text("code")) {
            row.fail("code", "stands twice");
        }
        let _ = write!(list, "Area {{ code: {:?}, name: {} }}, ", row.text("code"), row.both("name"));
    }
    format!("/// The places that figures describe.\npub static AREAS: [Area; {}] = [{list}];\n", rows.len())
}

struct Figures {
    rows: Rows,
    order: BTreeMap<String, usize>,
}

impl Figures {
    fn read(folder: &Path) -> Self {
        let rows = read(&folder.join("figures.csv"), &COLUMNS.split_whitespace().collect::<Vec<_>>(), false);
        let (mut order, mut names) = (BTreeMap::new(), BTreeMap::new());
        for (at, row) in rows.iter().enumerate() {
            let id = row.text("id");
            let name = constant(id).unwrap_or_else(|| row.fail("id", "an id is made of a-z, 0-9, _ and ."));
            if order.insert(id.to_owned(), at).is_some() || names.insert(name, at).is_some() {
                row.fail("id", &format!("`{id}` stands twice"));
            }
        }
        Self { rows, order }
    }

    /// The exact value of a figure: typed, or worked out by its formula. `path` is the way here, to find circles.
    fn value(&self, id: &str, path: &mut Vec<String>) -> Result<f64, String> {
        let row = &self.rows[*self.order.get(id).ok_or_else(|| format!("no figure `{id}`"))?];
        let Some(sum) = row.maybe("formula") else { return Ok(row.required_number("value")) };
        if path.iter().any(|step| step == id) {
            return Err(format!("`{id}` is worked out from itself"));
        }
        path.push(id.to_owned());
        let value = formula::evaluate(sum, &mut |other| self.value(other, path))?;
        path.pop();
        Ok(value)
    }

    /// The unit and the exact value of a figure, and whether it is or rests on an assumption.
    fn known(&self, id: &str) -> Option<Known> {
        let row = &self.rows[*self.order.get(id)?];
        Some(Known { unit: row.text("unit").to_owned(), value: self.value(id, &mut Vec::new()).ok()?, assumed: self.assumed(row) })
    }

    fn assumed(&self, row: &Row) -> bool {
        row.text("status") == "assumption" || self.inputs(row).into_iter().any(|id| self.assumed(&self.rows[self.order[id]]))
    }

    fn bound(&self, row: &Row, column: &str) -> Option<f64> {
        let sum = row.maybe(column)?;
        Some(formula::evaluate(sum, &mut |id| self.value(id, &mut Vec::new())).unwrap_or_else(|wrong| row.fail(column, &wrong)))
    }

    /// The ids that a formula names.
    fn inputs<'a>(&self, row: &'a Row) -> Vec<&'a str> {
        let words = row.maybe("formula").unwrap_or_default().split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.'));
        let mut found = Vec::new();
        for word in words.filter(|word| self.order.contains_key(*word)) {
            if !found.contains(&word) {
                found.push(word);
            }
        }
        found
    }

    fn disagreements<'a>(&self, row: &'a Row) -> Vec<&'a str> {
        let id = row.text("id");
        let others: Vec<&str> = row.maybe("disagrees_with").unwrap_or_default().split_whitespace().collect();
        for other in &others {
            let Some(at) = self.order.get(*other).filter(|_| *other != id) else {
                row.fail("disagrees_with", &format!("no other figure `{other}`"))
            };
            if !self.rows[*at].maybe("disagrees_with").unwrap_or_default().split_whitespace().any(|back| back == id) {
                row.fail("disagrees_with", &format!("`{other}` does not name `{id}` back"));
            }
        }
        others
    }

    fn rust(&self, documents: &Documents, folder: &Path) -> String {
        let areas = read(&folder.join("areas.csv"), &["code", "name_en", "name_cy"], false);
        let corrections = std::fs::read_to_string(folder.join("CORRECTIONS.md")).unwrap_or_else(|e| panic!("CORRECTIONS.md: {e}"));
        println!("cargo::rerun-if-changed={DATA}/CORRECTIONS.md");
        let (mut rust, mut all) = (String::new(), String::new());
        rust.push_str("/// Every figure of the register, each a static, so that code names the figure it uses.\n#[expect(clippy::unreadable_literal, reason = \"made by the build\")]\npub mod figure {\n    #[cfg(feature = \"ssr\")]\n    use super::AREAS;\n    use super::{Figure, Qualifier, Status, Topic, Unit};\n    use crate::words::Text;\n");
        for row in &self.rows {
            let id = row.text("id");
            let name = constant(id).unwrap_or_default();
            if row.one_of("checked", &[("text", "t"), ("corrected", "c"), ("data", "d"), ("formula", "f"), ("own", "o")]) == "c"
                && !corrections.contains(&format!("`{id}`"))
            {
                row.fail("checked", "says corrected, but CORRECTIONS.md does not name the figure");
            }
            let place = row.text("place");
            let area = areas.iter().position(|area| area.text("code") == place);
            let area = area.unwrap_or_else(|| row.fail("place", &format!("no place `{place}` in areas.csv")));
            let value = self.checked_value(row);
            let (low, high) = (self.bound(row, "low"), self.bound(row, "high"));
            if low.is_some_and(|low| low > value) || high.is_some_and(|high| high < value) {
                row.fail("low", &format!("{low:?} to {high:?} does not hold {value}"));
            }
            let _ = writeln!(
                rust,
                "    /// {label}: {value}, {period}.\n    pub static {name}: Figure = Figure {{ id: {id:?}, topic: Topic::{topic}, label: {text}, value: {value:?}, low: {low:?}, high: {high:?}, shown_to: {shown:?}, qualifier: Qualifier::{qualifier}, unit: Unit::{unit}, period: {periods}, #[cfg(feature = \"ssr\")] area: &AREAS[{area}], document: &{document}, section: {section}, status: Status::{status}, #[cfg(feature = \"ssr\")] inputs: &{inputs:?}, #[cfg(feature = \"ssr\")] disagrees_with: &{others:?}, note: {note} }};",
                label = doc(row.text("label_en")),
                period = doc(row.text("period_en")),
                topic = row.one_of("topic", &TOPICS),
                text = row.both("label"),
                shown = row.number("shown_to"),
                qualifier = row.one_of("qualifier", &QUALIFIERS),
                unit = row.one_of("unit", &UNITS),
                periods = row.both("period"),
                document = documents.path(row, "document"),
                section = documents.section(row),
                status = row.one_of("status", &STATUSES),
                inputs = self.inputs(row),
                others = self.disagreements(row),
                note = row.both_or_none("note"),
            );
            let _ = write!(all, "&figure::{name}, ");
        }
        let _ = writeln!(
            rust,
            "}}\n/// Every figure, in the order of the register.\npub static FIGURES: [&Figure; {}] = [{all}];",
            self.rows.len()
        );
        rust
    }

    fn checked_value(&self, row: &Row) -> f64 {
        let id = row.text("id");
        let value = self.value(id, &mut Vec::new()).unwrap_or_else(|wrong| row.fail("formula", &wrong));
        let typed = row.required_number("value");
        let derived = row.text("status") == "derived";
        if derived != row.maybe("formula").is_some() {
            row.fail("formula", "a derived figure has a formula, and no other has");
        }
        if derived {
            let step = row.required_number("shown_to");
            if (typed - value).abs() > step * 0.5 * (1.0 + 1e-9) {
                row.fail("value", &format!("{typed} is typed, but the formula comes to {value}"));
            }
        }
        if row.text("status") != "published" && row.maybe("note_en").is_none() {
            row.fail("note_en", "a derived figure says how, an assumption says why");
        }
        if row.text("unit").starts_with("share") && !(-1.0..=1.0).contains(&value) {
            row.fail("value", "a share lies between -1 and 1 (write 7% as 0.07)");
        }
        value
    }
}

fn series(file: &Path, documents: &Documents) -> String {
    let rows = read(file, &["year", "children", "formula", "revised", "rate_per_10000", "status", "document", "note_en", "note_cy"], false);
    let mut list = String::new();
    let mut expected = rows.first().map_or(0.0, |row| row.required_number("year"));
    for row in &rows {
        let (year, children) = (row.required_number("year"), row.required_number("children"));
        if (year - expected).abs() > f64::EPSILON {
            row.fail("year", &format!("{expected} should stand here"));
        }
        expected += 1.0;
        let status = row.one_of("status", &STATUSES);
        match row.maybe("formula") {
            None if status == "Derived" => row.fail("formula", "a derived count has a formula"),
            None => {}
            Some(sum) => {
                let value =
                    formula::evaluate(sum, &mut |id| Err(format!("`{id}`: numbers only here"))).unwrap_or_else(|e| row.fail("formula", &e));
                if (value - children).abs() > 1e-9 {
                    row.fail("children", &format!("{children} is typed, but the formula comes to {value}"));
                }
            }
        }
        let _ = write!(
            list,
            "Count {{ year: {year}, children: {children:?}, revised: {:?}, per_10000: {:?}, status: Status::{status}, document: &{}, #[cfg(feature = \"ssr\")] note: {} }}, ",
            row.number("revised"),
            row.number("rate_per_10000"),
            documents.path(row, "document"),
            row.both_or_none("note"),
        );
    }
    format!(
        "/// Counts at 31 March, year by year.\npub mod series {{\n    use super::{{Count, Status}};\n    #[cfg(feature = \"ssr\")]\n    use crate::words::Text;\n    /// Children looked after in Wales.\n    pub static WALES: [Count; {}] = [{list}];\n}}\n",
        rows.len()
    )
}
