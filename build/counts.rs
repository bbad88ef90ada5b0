//! Counts and ages by council -> typed statics. The checks are listed in `evidence.rs`.

use std::fmt::Write as _;
use std::path::Path;

use crate::table::{Row, read};

const YEARS: std::ops::RangeInclusive<u16> = 2003..=2018;
const BANDS: [(&str, &str); 6] = [
    ("under_1", "under_1"),
    ("1_to_4", "aged_1_to_4"),
    ("5_to_9", "aged_5_to_9"),
    ("10_to_15", "aged_10_to_15"),
    ("16_to_17", "aged_16_to_17"),
    ("18_over", "aged_18_over"),
];

/// The codes of Wales and the councils, in the order of the place table.
pub fn codes() -> Vec<String> {
    let councils = read(Path::new("src/place/data/councils.csv"), &["code"], true);
    std::iter::once("W92000004".to_owned()).chain(councils.iter().map(|row| row.text("code").to_owned())).collect()
}

/// The rows of `file` in the order of `codes`, none for a code that `optional` lets be missing.
pub fn in_order(file: &Path, columns: &[&str], open: bool, codes: &[String], optional: &str) -> Vec<Option<Row>> {
    let mut rows = read(file, columns, open);
    let mut ordered: Vec<Option<Row>> = Vec::new();
    for code in codes {
        let found = rows.iter().position(|row| row.text("code") == code);
        assert!(found.is_some() || code == optional, "{}: no row for {code}", file.display());
        ordered.push(found.map(|at| rows.remove(at)));
    }
    if let Some(row) = rows.first() {
        row.fail("code", "stands twice, or no such council is in src/place/data/councils.csv");
    }
    ordered
}

/// The Rust of `counts_by_council.csv`, `ages_2018.csv` and the two-year sums of `latest_by_council.csv`.
pub fn rust(folder: &Path) -> String {
    let codes = codes();
    let years: Vec<String> = YEARS.map(|year| year.to_string()).collect();
    let columns: Vec<&str> = ["code", "council"].into_iter().chain(years.iter().map(String::as_str)).collect();
    let counts = in_order(&folder.join("counts_by_council.csv"), &columns, false, &codes, "");
    let ages = in_order(&folder.join("ages_2018.csv"), &["code", "council", "male_total", "female_total", "total"], true, &codes, "");
    let latest = in_order(&folder.join("latest_by_council.csv"), &["code", "two_year_sum"], true, &codes, "");
    for column in &years {
        adds_up(&counts, column, ROUNDED);
    }
    adds_up(&latest, "two_year_sum", 2.0 * ROUNDED);
    let mut list = String::new();
    for ((count, age), latest) in counts.iter().flatten().zip(ages.iter().flatten()).zip(latest.iter().flatten()) {
        let series: Vec<u16> = years.iter().map(|year| whole(count, year)).collect();
        let children = count.required_number("2018");
        if (children - age.required_number("total")).abs() > f64::EPSILON {
            age.fail("total", &format!("counts_by_council.csv has {children}"));
        }
        let _ = write!(
            list,
            "AreaCount {{ code: {:?}, children: {children:?}, series: {series:?}, two_year_sum: {}, {}}}, ",
            count.text("code"),
            whole::<u16>(latest, "two_year_sum"),
            bands(age)
        );
    }
    format!(
        "/// Wales and then the councils, in the order of the place table, with their ages at 31 March 2018.\npub static AREAS_2018: [AreaCount; {}] = [{list}];\n",
        codes.len()
    )
}

/// How far one published number may be from the truth.
const ROUNDED: f64 = 2.5;

/// A count as a whole number.
pub fn whole<N: TryFrom<u32>>(row: &Row, column: &str) -> N {
    let number = row.text(column).parse::<u32>().ok().and_then(|number| N::try_from(number).ok());
    number.unwrap_or_else(|| row.fail(column, "is no whole number of that size"))
}

/// Wales against the sum of the councils, each within `rounded` of the truth.
pub fn adds_up(rows: &[Option<Row>], column: &str, rounded: f64) {
    let numbers: Vec<f64> = rows.iter().flatten().map(|row| row.required_number(column)).collect();
    let (wales, councils) = numbers.split_first().expect("a row for Wales");
    let (sum, most) = (councils.iter().sum::<f64>(), rounded * 23.0);
    if (sum - wales).abs() > most {
        let row = rows.iter().flatten().next().expect("a row for Wales");
        row.fail(column, &format!("{wales}, but the councils come to {sum}"));
    }
}

/// The bands of a row, boys and girls together, and whether they make up the total.
fn bands(row: &Row) -> String {
    let (mut rust, mut sum, mut hidden) = (String::new(), 0.0, 0.0);
    for (column, field) in BANDS {
        let (mut published, mut suppressed) = (0.0, 0_u8);
        for sex in ["male", "female"] {
            let name = format!("{sex}_{column}");
            if row.text(&name) == "*" { suppressed += 1 } else { published += row.required_number(&name) }
        }
        sum += published;
        hidden += f64::from(suppressed);
        let _ = write!(rust, "{field}: Band {{ published: {published:?}, suppressed: {suppressed} }}, ");
    }
    let (total, rounding) = (row.required_number("total"), 2.5 * 13.0);
    if sum - rounding > total || sum + 4.0 * hidden + rounding < total {
        row.fail("total", &format!("{total}, but the bands come to {sum} and {hidden} hidden cells"));
    }
    rust
}
