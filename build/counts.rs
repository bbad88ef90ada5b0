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

/// The Rust of `counts_by_council.csv` and `ages_2018.csv`.
pub fn rust(folder: &Path) -> String {
    let codes = codes();
    let years: Vec<String> = YEARS.map(|year| year.to_string()).collect();
    let columns: Vec<&str> = ["code", "council"].into_iter().chain(years.iter().map(String::as_str)).collect();
    let counts = read(&folder.join("counts_by_council.csv"), &columns, false);
    let ages = read(&folder.join("ages_2018.csv"), &["code", "council", "male_total", "female_total", "total"], true);
    for rows in [&counts, &ages] {
        for row in rows {
            if !codes.contains(&row.text("code").to_owned()) {
                row.fail("code", "no such council in src/place/data/councils.csv");
            }
        }
        assert!(rows.len() == codes.len(), "{}: {} rows for {} places", folder.display(), rows.len(), codes.len());
    }
    let mut list = String::new();
    for code in &codes {
        let find = |rows: &'_ [Row], file: &str| {
            rows.iter()
                .position(|row| row.text("code") == code)
                .unwrap_or_else(|| panic!("{}: no row for {code}", folder.join(file).display()))
        };
        let (count, age) = (&counts[find(&counts, "counts_by_council.csv")], &ages[find(&ages, "ages_2018.csv")]);
        for year in &years {
            count.required_number(year);
        }
        let children = count.required_number("2018");
        if (children - age.required_number("total")).abs() > f64::EPSILON {
            age.fail("total", &format!("counts_by_council.csv has {children}"));
        }
        let _ = write!(list, "AreaCount {{ code: {code:?}, children: {children:?}, {}}}, ", bands(age));
    }
    format!(
        "/// Wales and then the councils, in the order of the place table, at 31 March 2018.\npub static AREAS_2018: [AreaCount; {}] = [{list}];\n",
        codes.len()
    )
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
