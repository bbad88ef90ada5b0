//! Low and high beside the results: of each programme, of each year, of each placement, of the running total; in cash too.

use clorian::app::State;
use clorian::app::fan::Told;
use clorian::present::chart::Series;
use clorian::present::request::plan as request;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::scenario::id::Part;
use clorian::words::Lang;
use clorian::words::number;

use super::ranges::{simulated, two};
use super::{cards, chart, near, of, part, plan, question, with};

#[test]
fn each_programme_tells_the_low_and_high_of_what_it_comes_to() {
    // One that is switched off stands between two that run.
    let three = with(&plan(&["edge-of-care", "reflect", "step-down"]), &[(part(1, Part::On), 1.0)]);
    for lang in Lang::ALL {
        let state = of(&three, lang);
        let (before, state) = (cards(&state), simulated(&state));
        let Some(Told::Fan(fan)) = state.told(&three) else { panic!("it is tried") };
        let said = cards(&state).into_iter().zip(before).map(|(card, before)| {
            let more = card.findings.iter().filter(|finding| !before.findings.contains(finding)).cloned().collect::<Vec<_>>();
            (card.findings.len() - before.findings.len(), more.concat())
        });
        let said: Vec<(usize, String)> = said.collect();
        assert_eq!(said.iter().map(|(more, _)| *more).collect::<Vec<_>>(), [1, 0, 1]);
        assert_eq!(fan.levers.len(), 2);
        for (present, at) in fan.levers.iter().zip([0, 2]) {
            let pounds = |pounds: f64| number::pounds_short(lang, pounds);
            for end in [present.avoided[0], present.avoided[2], present.cost[0]].map(pounds) {
                assert!(said[at].1.contains(&end), "{end}: {}", said[at].1);
            }
            for end in [present.net[0], present.net[2]].map(|end| number::signed(&pounds(end))) {
                assert!(said[at].1.contains(&end), "{end}: {}", said[at].1);
            }
        }
        // The two together are in the note of their sum.
        let note = question(&state).all_results().find(|row| row.figure.name == "npv").and_then(|row| row.note.clone()).unwrap();
        for end in [fan.present.avoided[0], fan.present.avoided[2]].map(|end| number::pounds_short(lang, end)) {
            assert!(note.contains(&end), "{end}: {note}");
        }
    }
}

/// The running total in cash is added up case by case: with the cost alone in doubt, from what the highest and the lowest of it leave each year.
#[test]
fn in_cash_the_running_total_has_a_band_of_its_own() {
    let known = request::numbers(&two()).into_iter().fold(two(), |known, (id, _)| known.with_range(id, None).unwrap());
    let dear = known.with_range(part(0, Part::Cost), Some((4e6, 8e6))).unwrap();
    for money in [0.0, 1.0] {
        let state = simulated(&of(&with(&dear, &[(Id::Money, money), (Id::Inflation, 0.03)]), Lang::En));
        let Some(Told::Fan(fan)) = state.told(state.settled()) else { panic!("it is tried") };
        let shown = chart(&question(&state), "net").series[0].clone();
        let index = |year: usize| if money > 0.0 { state.settled().pound_in(2019 + i32::try_from(year).unwrap()) } else { 1.0 };
        let mut so_far = [0.0, 0.0];
        for (year, of) in fan.years.iter().enumerate() {
            assert!(near(of.told.avoided[0], of.told.avoided[2], 1e-12), "what is avoided is known");
            so_far[0] += (of.told.avoided[1] - of.told.cost[2]) * index(year);
            so_far[1] += (of.told.avoided[1] - of.told.cost[0]) * index(year);
            let (low, high) = shown.range.as_ref().and_then(|range| range[year]).expect("a band");
            assert!(near(low, so_far[0], 1e-9) && near(high, so_far[1], 1e-9), "{year}: {low} to {high}, not {so_far:?}");
            assert!(low < shown.values[year].unwrap() && shown.values[year].unwrap() < high);
        }
    }
}

/// What a year comes to in the cases is brought to the money shown by the index of that year, as its own figure is.
#[test]
fn spending_and_saving_of_each_year_say_between_what_they_lie() {
    let real = simulated(&of(&two(), Lang::En));
    let cash = simulated(&of(&with(&two(), &[(Id::Money, 1.0)]), Lang::En));
    let series = |state: &State, name: &str| chart(&question(state), name).series.clone();
    let all = (0..7).map(|at| ("spend", at)).chain((0..6).map(|at| ("care", at))).chain([("money", 1), ("money", 2), ("children", 0)]);
    for (name, at) in all {
        let [real, cash] = [&real, &cash].map(|state| series(state, name)[at].clone());
        for year in 0..real.values.len() {
            let end = |series: &Series| series.range.as_ref().and_then(|range| range[year]).expect("a range");
            let ((low, high), (low_cash, high_cash)) = (end(&real), end(&cash));
            assert!(low < high, "{name} {at} {year}");
            let index = cash.values[year].unwrap() / real.values[year].unwrap();
            super::same(name, low_cash, low * index);
            super::same(name, high_cash, high * index);
        }
    }
    // With nothing in doubt but how many come, each placement has as much less or more as all of them together.
    let plain = Scenario::default();
    let known = request::numbers(&plain).into_iter().filter(|(id, _)| *id != Id::Entries);
    let known = known.fold(plain, |known, (id, _)| known.with_range(id, None).unwrap());
    let state = simulated(&of(&known, Lang::En));
    for name in ["spend", "care"] {
        let all = series(&state, name);
        for year in 0..all[4].values.len() {
            let of = |at: usize| (all[at].values[year].unwrap(), all[at].range.as_ref().unwrap()[year].unwrap());
            let (whole, (least, most)) = of(4);
            assert!(least < whole && whole < most);
            for (value, (low, high)) in (0..4).map(of) {
                assert!(near(low / value, least / whole, 1e-9) && near(high / value, most / whole, 1e-9), "{name} in {year}");
            }
        }
    }
    assert!(series(&of(&two(), Lang::En), "spend").iter().all(|series| series.range.is_none()), "nothing before cases are tried");
}
