//! Links are for ever: every link ever kept opens to the same scenario, and what a scenario writes it reads.

use clorian::link;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::scenario::field::Field;
use proptest::prelude::*;

#[test]
fn kept_links_open_as_they_always_did() {
    let rows = include_str!("../links/v1.tsv").lines().filter(|row| !row.starts_with("# "));
    let mut count = 0;
    for row in rows {
        let [fragment, rewritten, problems] = row.split('\t').collect::<Vec<_>>().try_into().expect("three fields");
        let opened = link::read(fragment);
        assert_eq!(link::write(&opened.scenario), rewritten, "{row}");
        let told: Vec<String> = opened.problems.iter().map(|problem| format!("{problem:?}")).collect();
        assert_eq!(told.join(" "), problems, "{row}");
        count += 1;
    }
    assert!(count >= 35, "links are only ever added");
}

#[test]
fn keys_are_unique_and_plain() {
    let mut keys: Vec<String> = Id::every().map(|id| id.key().into_owned()).collect();
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), all);
    assert!(keys.iter().all(|key| key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !["e", "end", "with", "name"].contains(&key.as_str())));
    assert!(Field::all().iter().enumerate().all(|(index, field)| field.id.index() == index), "the table is in the order of Id");
}

#[test]
fn every_preset_value_is_allowed_and_within_its_slider() {
    for field in Field::all() {
        assert!(field.allows(field.default), "{}", field.key);
        assert!(field.plausible(field.default), "{}", field.key);
    }
}

#[test]
fn both_ends_of_every_slider_are_allowed() {
    for id in Id::every() {
        let field = Scenario::default().field(id);
        assert!(field.allows_end(field.slider.0) && field.allows_end(field.slider.1), "{}", field.key);
    }
}

#[test]
fn twelve_changes_fit_in_180_bytes() {
    let mut scenario = Scenario::default();
    let values = [("rate", 1200.0), ("pot", 5_500_000.0), ("retained", 0.1), ("entries", 2000.0), ("leavers", 1700.0), ("to-year", 2040.0)];
    let more = [("cost", 6_000_000.0), ("supported", 4000.0), ("would-enter", 0.12), ("prevented", 0.25), ("ramp", 2.0), ("horizon", 15.0)];
    for (key, value) in values.into_iter().chain(more) {
        let id = Id::find(key).expect("a key of the table");
        scenario = scenario.with(id, value).expect("a value allowed");
    }
    let link = link::write(&scenario);
    assert_eq!(scenario.changes().count(), 12);
    assert!(link.len() < 180, "{} bytes: {link}", link.len());
}

/// A value that a field allows, from two numbers between 0 and 1.
fn allowed(field: &Field, at: f64, fine: f64) -> f64 {
    let (low, high) = if fine < 0.5 { field.slider } else { field.bounds };
    let value = low + (high - low) * at;
    field.kept(if field.unit.whole() { value.round() } else { value })
}

proptest! {
    #[test]
    fn what_is_written_is_read(picks in prop::collection::vec((0..Id::every().count(), 0.0..=1.0_f64, 0.0..1.0_f64), 0..20)) {
        let mut scenario = Scenario::default();
        for (index, at, fine) in picks {
            let id = Id::every().nth(index).expect("a field");
            let value = allowed(id.field(), at, fine);
            prop_assume!(id.field().allows(value));
            scenario = scenario.with(id, value).expect("a value allowed");
        }
        let opened = link::read(&link::write(&scenario));
        prop_assert_eq!(opened.problems, vec![]);
        prop_assert_eq!(opened.scenario, scenario);
    }

    #[test]
    fn any_text_opens(text in "(#?v[0-9]{1,3}&)?([a-z0-9=&%.-]|\\PC){0,80}") {
        let opened = link::read(&text);
        let again = link::read(&link::write(&opened.scenario));
        prop_assert_eq!(again.scenario, opened.scenario);
    }

    #[test]
    fn a_link_cut_anywhere_is_noticed(cut in 1..46_usize) {
        let whole = "v1&rate=1200&pot=5500000&prevented=0.25&end";
        let part = &whole[..cut.min(whole.len() - 1)];
        prop_assert!(!link::read(part).problems.is_empty(), "{}", part);
    }
}
