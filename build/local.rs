//! Populations, placements and spending by council -> typed statics. The checks are listed in `evidence.rs`.

use std::fmt::Write as _;
use std::path::Path;

use crate::counts::{adds_up, codes, in_order, whole};
use crate::table::Row;

const POPULATION: &str = "code council under_18_2019 under_18_2020 under_18_2024 all_ages_2019 all_ages_2020 all_ages_2024 aged_0_15_2017 \
                          aged_0_15_2018 aged_0_15_2019";
const LATEST: &str = "code council two_year_sum total_2024 elsewhere_in_wales_2024 outside_wales_2024 not_with_family_2024 \
                      foster_inside_2024 foster_inside_2023";
const WALES: &str = "W92000004";

fn columns(names: &str) -> Vec<&str> {
    names.split_whitespace().collect()
}

/// The Rust of `population_by_council.csv`, `latest_by_council.csv` and `mean_spend_by_council.csv`.
pub fn rust(folder: &Path) -> String {
    let codes = codes();
    [population(folder, &codes), placements(folder, &codes), spend(folder, &codes)].concat()
}

fn population(folder: &Path, codes: &[String]) -> String {
    let names = columns(POPULATION);
    let rows = in_order(&folder.join("population_by_council.csv"), &names, false, codes, "");
    for name in &names[2..] {
        adds_up(&rows, name, 0.0);
    }
    let mut list = String::new();
    for row in rows.iter().flatten() {
        let three = |kind: &str, years: [u16; 3]| years.map(|year| whole::<u32>(row, &format!("{kind}_{year}")));
        let (under_18, all_ages) = (three("under_18", [2019, 2020, 2024]), three("all_ages", [2019, 2020, 2024]));
        let aged_0_15 = three("aged_0_15", [2017, 2018, 2019]);
        if (0..3).any(|at| under_18[at] >= all_ages[at]) || aged_0_15[2] >= under_18[0] {
            row.fail("under_18_2019", "the young outnumber the whole");
        }
        let _ = write!(
            list,
            "Population {{ code: {:?}, under_18: {under_18:?}, all_ages: {all_ages:?}, aged_0_15: {aged_0_15:?} }}, ",
            row.text("code")
        );
    }
    format!(
        "/// Wales and then the councils, in the order of the place table.\n#[expect(clippy::unreadable_literal, reason = \"made by the build\")]\npub static POPULATIONS: [Population; 23] = [{list}];\n"
    )
}

fn placements(folder: &Path, codes: &[String]) -> String {
    let rows = in_order(&folder.join("latest_by_council.csv"), &columns(LATEST), false, codes, "");
    adds_up(&rows, "foster_inside_2024", 2.5);
    let mut list = String::new();
    for row in rows.iter().flatten() {
        let maybe = |column: &str| row.maybe(column).map(|_| whole::<u16>(row, column));
        let parts = ["elsewhere_in_wales_2024", "outside_wales_2024", "not_with_family_2024"];
        if let Some(total) = maybe("total_2024")
            && parts.iter().any(|part| maybe(part).is_some_and(|part| part > total))
        {
            row.fail("total_2024", "a part is more than the whole");
        }
        let _ = write!(
            list,
            "Placements {{ code: {:?}, total: {:?}, elsewhere_in_wales: {:?}, outside_wales: {:?}, not_with_family: {:?}, foster_inside: {}, foster_inside_2023: {:?} }}, ",
            row.text("code"),
            maybe("total_2024"),
            maybe(parts[0]),
            maybe(parts[1]),
            maybe(parts[2]),
            whole::<u16>(row, "foster_inside_2024"),
            maybe("foster_inside_2023"),
        );
    }
    format!("/// Wales and then the councils, in the order of the place table.\npub static PLACEMENTS: [Placements; 23] = [{list}];\n")
}

fn spend(folder: &Path, codes: &[String]) -> String {
    let rows = in_order(&folder.join("mean_spend_by_council.csv"), &["code", "council", "thousand_pounds"], false, codes, WALES);
    let mut list = String::new();
    for row in rows.iter().flatten() {
        let _ = write!(list, "({:?}, {:?}), ", row.text("code"), positive(row));
    }
    format!(
        "/// Each council's mean, in thousands of pounds, in the order of the place table.\nstatic MEAN_SPEND: [(&str, f64); 22] = [{list}];\n"
    )
}

fn positive(row: &Row) -> f64 {
    let number = row.required_number("thousand_pounds");
    if number <= 0.0 {
        row.fail("thousand_pounds", "must be more than nothing");
    }
    number
}
