//! The evidence register: complete, sourced, bilingual, and adding up. Every derived figure is worked out here a second time, in
//! Rust, from the published ones.

use std::collections::BTreeSet;

use clorian::evidence::{self, DOCUMENTS, FIGURES, Status, counts, figure as f, series};
use clorian::place::{self, CONSORTIA, COUNCILS};
use clorian::words::Lang;
use clorian::words::Text;

fn filled(text: Text, of: &str) {
    for words in [text.say(Lang::En), text.say(Lang::Cy)] {
        assert!(!words.trim().is_empty(), "{of} lacks a language");
        assert_eq!(words, words.trim(), "{of} has stray spaces");
    }
}

fn close(id: &str, found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{id}: {found}, expected {expected}");
}

#[test]
fn every_figure_can_be_traced_and_read_in_both_languages() {
    let mut ids = BTreeSet::new();
    for figure in FIGURES {
        let id = figure.id;
        assert!(ids.insert(id), "{id} stands twice");
        for text in [figure.label, figure.period, figure.section, figure.area.name, figure.document.title, figure.document.publisher] {
            filled(text, id);
        }
        for text in [figure.unit.name(), figure.topic.name(), figure.status.name(), figure.qualifier.name(), figure.document.licence.name()]
        {
            filled(text, id);
        }
        if let Some(note) = figure.note {
            filled(note, id);
            assert!(note.say(Lang::En).len() < 260 && note.say(Lang::Cy).len() < 280, "{id}: the note is long");
        }
        assert!(figure.value.is_finite());
        assert_eq!(figure.status == Status::Derived, !figure.inputs.is_empty(), "{id}: inputs");
        assert!(figure.status == Status::Published || figure.note.is_some(), "{id}: how, or why?");
        assert_eq!(figure.status != Status::Published, figure.document.id == "clorian", "{id}: whose figure is it?");
        assert_eq!(evidence::find(id).map(|found| found.id), Some(id));
    }
    assert_eq!(ids.len(), FIGURES.len());
    assert!(evidence::find("no.such.figure").is_none());
}

#[test]
fn the_81_figures_of_the_first_reading_are_all_here() {
    let first = include_str!("evidence_ids.txt").lines().collect::<Vec<_>>();
    assert_eq!(first.len(), 81);
    for id in first {
        assert!(evidence::find(id).is_some(), "{id} is gone; an id is for ever");
    }
}

#[test]
fn figures_that_disagree_name_each_other() {
    let pairs = FIGURES.iter().flat_map(|figure| figure.disagreements().map(|other| (figure.id, other)));
    let mut count = 0;
    for (id, other) in pairs {
        assert!(other.disagrees_with.contains(&id), "{} does not name {id}", other.id);
        count += 1;
    }
    assert_eq!(count, 18, "nine pairs");
}

#[test]
fn each_topic_has_figures_and_each_document_is_used_or_is_about_places() {
    for topic in evidence::Topic::ALL {
        assert!(evidence::on(*topic).count() > 0, "{topic:?}");
    }
    let about_places = ["statswales_areas", "csc_2013", "erw_2021", "eas_2025", "partnership_2015", "bridgend_2019"];
    let of_tables = ["release_2020", "release_2023", "statswales_two_years", "statswales_foster", "statswales_population"];
    let more_tables = ["ons_2020", "ons_2024", "lgfs0016"];
    let elsewhere = [&about_places[..], &of_tables, &more_tables].concat();
    for document in DOCUMENTS {
        assert!(document.figures().count() > 0 || elsewhere.contains(&document.id), "{} is cited by nothing", document.id);
    }
}

/// A figure can be named in a constant.
const RATE: f64 = f::FUND_PDG_LAC_RATE.value;

/// `r C(r) = leaving`, found by Newton's method: another way than the build's.
fn exit_rate(opening: f64, closing: f64, leaving: f64) -> f64 {
    let entries = closing - opening + leaving;
    let exits = |r: f64| opening * (1.0 - (-r).exp()) + entries * (1.0 - (1.0 - (-r).exp()) / r);
    let mut rate = 0.2;
    for _ in 0..50 {
        let slope = (exits(rate + 1e-6) - exits(rate - 1e-6)) / 2e-6;
        rate -= (exits(rate) - leaving) / slope;
    }
    rate
}

#[test]
fn derived_figures_follow_from_the_published_ones() {
    let rate = exit_rate(6407.0, 6846.0, 1678.0);
    let years = 1678.0 / rate;
    let parents = 1063.0 / 6846.0;
    let expected = [
        (&f::CALC_ENTRIES, 2117.0),
        (&f::CALC_EXIT_RATE, rate),
        (&f::CALC_CARE_YEARS, years),
        (&f::CALC_MEAN_STAY, 1.0 / rate),
        (&f::PLACEMENT_PARENTS_SHARE, parents),
        (&f::PLACEMENT_OTHER_SHARE, 0.22 - parents),
        (&f::SPEND_OTHER, 89e6),
        (&f::SPEND_LOOKED_AFTER_SHARE, 311.0 / 659.0),
        (&f::COST_FOSTER_YEAR, 127e6 / (0.71 * years)),
        (&f::COST_RESIDENTIAL_YEAR, 95e6 / (0.07 * years)),
        (&f::COST_RESIDENTIAL_WEEK, 95e6 / (0.07 * years) * 7.0 / 365.0),
        (&f::COST_OTHER_YEAR, 89e6 / (0.22 * years)),
        (&f::COST_SECURE_YEAR, 357_700.0),
        (&f::COST_EDGE_OF_CARE_CHILD, 5e6 / 3600.0),
        (&f::PLAN_CARE_SHARE_COUNTS, 591.0 / 6846.0),
        (&f::PLAN_CARE_TARGET, 6255.0),
        (&f::PLAN_OUT_OF_COUNTY_TOTAL, 282.0),
        (&f::PLAN_OUT_OF_WALES_TOTAL, 70.0),
        (&f::PLAN_LEARNING_DISABILITY_TOTAL, 16.0),
        (&f::PLAN_OUT_OF_COUNTY_START, 1762.5),
        (&f::PLAN_OUT_OF_WALES_START, 350.0),
        (&f::CHILDREN_2020_REVISED, 7150.0),
        (&f::CHILDREN_GROWTH_2020_COUNTS, 7172.0 / 6846.0 - 1.0),
        (&f::CHILDREN_GROWTH_BEFORE_COUNTS, (6846.0_f64 / 5661.0).cbrt() - 1.0),
        (&f::FUND_PDG_LAC_ALL_CHILDREN, 7_872_900.0),
        (&f::FUND_PDG_LAC_CHILDREN, 5e6 / RATE),
        (&f::FUND_PDG_LAC_SHARE, 5e6 / 1150.0 / 6846.0),
        (&f::CHILDREN_3_TO_15_2018, 4445.0),
        (&f::FUND_PDG_LAC_AGED_3_TO_15, 5_111_750.0),
        (&f::FUND_COVID_ITEMS, 7_660_000.0),
        (&f::EFFECT_FGC_RELATIVE, 1.0 - 0.362 / 0.448),
        (&f::EXIT_ALL, 1680.0),
        (&f::EXIT_ADOPTED, 305.0),
        (&f::EXIT_GUARDIANSHIP, 200.0),
        (&f::CHILDREN_UASC_2024, 0.047 * 7198.0),
        (&f::PLACEMENT_KINSHIP_2024, 0.677 * 0.342 * 7198.0),
        (&f::PLACEMENT_RESIDENTIAL_2019, 0.07 * 6846.0),
        (&f::PLAN_OUT_OF_COUNTY_YEARLY, 94.0),
        (&f::PLAN_OUT_OF_WALES_YEARLY, 70.0 / 3.0),
        (&f::COST_TORFAEN_RESIDENTIAL_YEAR, 243_750.0),
        (&f::PLACEMENT_TORFAEN_STEP_DOWN_SHARE, 7.0 / 19.0),
        (&f::COST_TORFAEN_AGENCY_YEAR, 1.4e6 / 22.0),
        (&f::COST_MONMOUTHSHIRE_YEAR_BEFORE, 5000.0 * 365.0 / 7.0),
        (&f::COST_MONMOUTHSHIRE_YEAR, 9500.0 * 365.0 / 7.0),
        (&f::PRICE_MONMOUTHSHIRE_GROWTH, 1.9_f64.sqrt() - 1.0),
        (&f::DEFLATOR_GROWTH, (100.0_f64 / 79.1606).powf(1.0 / 6.0) - 1.0),
        (&f::COST_FOSTER_AGENCY_YEAR, 800.0 * 365.0 / 7.0),
    ];
    for (figure, value) in expected {
        close(figure.id, figure.value, value);
    }
    let derived = FIGURES.iter().filter(|figure| figure.status == Status::Derived).count();
    assert_eq!(derived, expected.len(), "a derived figure that no test works out again");
}

#[test]
fn the_method_s_own_numbers_come_out_to_every_digit_it_gives() {
    close("exit rate", f::CALC_EXIT_RATE.value, 0.252_873_036_503_974_1);
    close("care years", f::CALC_CARE_YEARS.value, 6_635.741_094_419_252);
    close("mean stay", f::CALC_MEAN_STAY.value, 3.954_553_691_549_017);
    close("foster", f::COST_FOSTER_YEAR.value, 26_956.030_515_876_297);
    close("residential", f::COST_RESIDENTIAL_YEAR.value, 204_520.164_037_779_06);
    close("other", f::COST_OTHER_YEAR.value, 60_964.623_060_065_256);
    close("parents", f::PLACEMENT_PARENTS_SHARE.value, 0.155_273_152_205_667_54);
    close("other share", f::PLACEMENT_OTHER_SHARE.value, 0.064_726_847_794_332_44);
}

#[test]
fn the_plans_and_the_published_sums_add_up() {
    let yearly = [&f::PLAN_CARE_2019, &f::PLAN_CARE_2020, &f::PLAN_CARE_2021].map(|figure| figure.value);
    close("plans", yearly.iter().sum(), f::PLAN_CARE_TOTAL.value);
    assert_eq!(yearly.map(|fall| fall.to_string()), ["198", "215", "178"]);
    close("rise to 2020", f::CHILDREN_2020.value - f::CHILDREN_2016.value, 1511.0);
    close("rise in 2019", f::CHILDREN_2019.value - f::CHILDREN_2018.value, f::CHILDREN_CHANGE_2019.value);
    let variance = f::VARIANCE_DEPRIVATION.value + f::VARIANCE_PRACTICE.value + f::VARIANCE_PARENTAL.value;
    close("variance", variance, 0.96);
}

#[test]
fn the_series_agrees_with_the_figures() {
    let years: Vec<u16> = series::WALES.iter().map(|count| count.year).collect();
    assert_eq!(years, (2003..=2024).collect::<Vec<_>>());
    let count = |year: u16| series::WALES.iter().find(|count| count.year == year).expect("a year of the series");
    let figures = [(2016, &f::CHILDREN_2016), (2018, &f::CHILDREN_2018), (2019, &f::CHILDREN_2019), (2020, &f::CHILDREN_2020)];
    for (year, figure) in figures.into_iter().chain([(2021, &f::CHILDREN_2021), (2024, &f::CHILDREN_2024)]) {
        close(figure.id, count(year).children, figure.value);
    }
    close("2020 revised", count(2020).latest(), f::CHILDREN_2020_REVISED.value);
    close("2019 rate", count(2019).per_10000.unwrap_or(0.0), f::CHILDREN_RATE_2019.value);
    assert_eq!(count(2022).status, Status::Derived);
    assert!(count(2022).note.is_some());
}

#[test]
fn counts_by_council_agree_with_wales_within_rounding() {
    let wales = counts::WALES_2018;
    assert_eq!(wales.code, place::WALES_CODE);
    assert!((wales.children - f::CHILDREN_2018.value).abs() <= 2.5);
    let children: f64 = COUNCILS.iter().map(|council| council.counts.children).sum();
    assert!((children - wales.children).abs() <= 2.5 * 22.0, "{children}");
    close("aged 3 to 15", wales.aged_3_to_15(), f::CHILDREN_3_TO_15_2018.value);
    for (band, figure) in [
        (wales.aged_1_to_4, &f::CHILDREN_1_TO_4_2018),
        (wales.aged_5_to_9, &f::CHILDREN_5_TO_9_2018),
        (wales.aged_10_to_15, &f::CHILDREN_10_TO_15_2018),
    ] {
        close(figure.id, band.middle(), figure.value);
    }
    let estimate: f64 = COUNCILS.iter().map(|council| council.counts.aged_3_to_15()).sum();
    assert!((estimate - wales.aged_3_to_15()).abs() < 60.0, "{estimate}");
    let hidden: Vec<_> =
        COUNCILS.iter().filter(|council| council.counts.aged_3_to_15_hidden()).map(|council| council.name.say(Lang::En)).collect();
    assert_eq!(hidden, ["Ceredigion"], "the only council whose estimate rests on a hidden cell");
}

#[test]
fn the_reasons_for_leaving_are_near_those_who_left() {
    let far = |a: f64, b: f64| (a / b - 1.0).abs();
    assert!(far(f::EXIT_ALL.value, f::CHILDREN_LEAVING_2019.value) < 0.01);
    assert!(f::EXIT_HOME.value > f::EXIT_ADOPTED.value && f::EXIT_ADOPTED.value > f::EXIT_GUARDIANSHIP.value);
}

#[test]
fn the_claim_heard_in_the_senedd_is_four_figures_and_its_growth_gives_less_than_was_said() {
    let [from, to, years, later] =
        [&f::CLAIM_PRIVATE_FROM, &f::CLAIM_PRIVATE_TO, &f::CLAIM_PRIVATE_YEARS, &f::CLAIM_PRIVATE_LATER].map(|figure| figure.value);
    let growth = (to / from).powf(1.0 / years);
    assert!((to * growth.powf(years) / 1e6 - 667.0).abs() < 1.0);
    assert!(((later / to).powf(1.0 / years) - 1.175).abs() < 0.001);
}

#[test]
fn the_councils_and_consortia_are_whole() {
    let codes: BTreeSet<_> = COUNCILS.iter().map(|council| council.code).collect();
    assert_eq!(codes.len(), 22);
    for council in &COUNCILS {
        filled(council.name, council.code);
        assert_eq!(council.counts.code, council.code);
        assert_eq!(place::council_by_code(council.code).map(|found| found.name), Some(council.name));
    }
    let sizes = CONSORTIA.each_ref().map(|consortium| (consortium.id, consortium.councils().count(), consortium.by_elimination));
    assert_eq!(sizes, [("CSC", 5, false), ("EAS", 5, false), ("ERW", 6, false), ("GwE", 6, true)]);
    let children: f64 = CONSORTIA.iter().map(place::Region::children).sum();
    close("children", children, COUNCILS.iter().map(|council| council.counts.children).sum());
    assert_eq!(place::council::ISLE_OF_ANGLESEY.name.say(Lang::Cy), "Ynys Môn");
}

#[test]
fn the_glossary_says_where_each_term_is_from() {
    let terms = include_str!("../../src/words/data/terms.csv");
    assert!(terms.starts_with("english,welsh,status,where_seen,note\n"));
    let (mut reviewed, mut official) = (0, 0);
    for line in terms.lines().skip(1) {
        let sure = ["statutory", "official", "senedd_record", "public_body"].iter().any(|status| line.contains(&format!(",{status},")));
        assert!(sure != line.contains(",review,"), "one status: {line}");
        if sure { official += 1 } else { reviewed += 1 }
    }
    assert!(official > 25 && reviewed > 40, "{official} official, {reviewed} for review");
    for term in ["ymyl gofal", "senario", "adennill costau", "cost uned", "cymhareb budd-cost", "cyfradd ddisgownt"] {
        assert!(terms.contains(term), "{term}");
    }
}
