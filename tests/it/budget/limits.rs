//! Where a limit binds, it is said in words, at the programme and the year; money past the limit buys nothing, and is spent all the same.

use clorian::app::State;
use clorian::scenario::Scenario;
use clorian::scenario::id::Part;
use clorian::words::Lang;
use clorian::words::number;
use clorian::words::text::budget as words;

use super::{answered, cards, of, part, plan, question, same, with};

/// Four programmes that would each keep 700 children out of care in a year: 2,800 of 2,117 who come into it.
fn four() -> Scenario {
    let ids = ["edge-of-care", "icf", "family-group-conferencing", "register-diversion"];
    let all = [(Part::Children, 1000.0), (Part::WouldEnter, 1.0), (Part::Effect, 0.7), (Part::Ramp, 0.0), (Part::Returned, 0.0)];
    (0..4).fold(plan(&ids), |plan, slot| with(&plan, &all.map(|(of, value)| (part(slot, of), value))))
}

fn shown(scenario: &Scenario, lang: Lang) -> State {
    of(scenario, lang)
}

#[test]
fn the_limit_of_entries_is_told_at_the_programme_and_the_year() {
    for lang in Lang::ALL {
        let state = shown(&four(), lang);
        let answer = answered(&question(&state));
        let limited: Vec<usize> = (0..4).filter(|at| !answer.items(&format!("levers.{at}.limited_years")).is_empty()).collect();
        assert_eq!(limited, [3], "the first three leave 17 for the last");
        let cut: f64 = answer.items("levers.3.cut").iter().filter_map(|cut| cut.number("")).sum();
        assert!(cut > 6000.0, "{cut}");
        let cards = cards(&state);
        assert!(cards[..3].iter().all(|card| card.warning.is_none()));
        let warning = cards[3].warning.as_ref().expect("a warning");
        let years = if lang == Lang::En { "2019-20 to 2028-29" } else { "2019-20 i 2028-29" };
        assert!(warning.contains(years), "{warning}");
        let number = clorian::words::number::decimal_trimmed(cut, 1);
        assert!(warning.contains(&number), "{warning} does not say {number}");
        let line = question(&state).lines[0].text();
        assert!(line.contains(years) && line.contains(&cards[3].name), "{line}");
        assert_eq!(line, words::LineLimited { programme: &cards[3].name, years }.say(lang));
    }
}

#[test]
fn the_cost_is_not_cut() {
    let answer = answered(&question(&shown(&four(), Lang::En)));
    let costs: Vec<f64> = (0..4).map(|slot| four().value(part(slot, Part::Cost))).collect();
    for (at, cost) in costs.iter().enumerate() {
        let spent: Vec<f64> = answer.items(&format!("levers.{at}.cost")).iter().filter_map(|cost| cost.number("")).collect();
        assert_eq!(spent.len(), 10);
        for spent in spent {
            same("the cost of a year", spent, *cost);
        }
    }
    same("all of it", answer.number("years.4.programme_cost").unwrap(), costs.iter().sum());
    let kept_out: f64 = (0..4).map(|at| answer.number(&format!("levers.{at}.inflow.0")).unwrap()).sum();
    same("no more are kept out than come", kept_out, 2117.0);
}

#[test]
fn in_some_years_only_those_are_named() {
    // The last two run from 2022 to 2023, and the limit binds in those years alone.
    let two = [(Part::FirstYear, 2022.0), (Part::LastYear, 2023.0)];
    let plan = [2, 3].into_iter().fold(four(), |plan, slot| with(&plan, &two.map(|(of, value)| (part(slot, of), value))));
    for (lang, years) in [(Lang::En, "2022-23 to 2023-24"), (Lang::Cy, "2022-23 i 2023-24")] {
        let state = shown(&plan, lang);
        let warning = cards(&state)[3].warning.clone().expect("a warning");
        assert!(warning.contains(years) || (warning.contains("2022-23") && warning.contains("2023-24")), "{warning}");
        assert!(!warning.contains("2024-25") && !warning.contains("2021-22"), "{warning}");
    }
}

#[test]
fn first_come_first_served() {
    // Moved to the front, the last has all, and another one is cut.
    let state = (0..3).rev().fold(shown(&four(), Lang::En), |state, slot| super::deed(state, clorian::app::plan::Deed::Swapped(slot)));
    let warned: Vec<bool> = cards(&state).iter().map(|card| card.warning.is_some()).collect();
    assert_eq!(warned, [false, false, false, true]);
    assert_eq!(cards(&state)[0].name, cards(&shown(&four(), Lang::En))[3].name);
}

#[test]
fn a_move_to_the_care_they_are_in_is_told() {
    for lang in Lang::ALL {
        let same_care = with(&plan(&["step-down"]), &[(part(0, Part::To), 1.0)]);
        let state = shown(&same_care, lang);
        assert_eq!(cards(&state)[0].warning.as_deref(), Some(words::SAME_CARE.say(lang)));
        let answer = answered(&question(&state));
        same("it avoids nothing", answer.number("totals.pv_avoided").unwrap(), 0.0);
        assert!(answer.number("totals.pv_cost").unwrap() > 0.0);
    }
}

#[test]
fn a_plan_that_does_nothing_or_harm_is_not_called_a_gain() {
    for lang in Lang::ALL {
        let caption = |scenario: &Scenario, name: &str| {
            let charts = question(&shown(scenario, lang)).charts;
            charts.into_iter().find(|(chart, _)| chart.name == name).map(|(chart, _)| chart.caption).expect("a chart")
        };
        assert_eq!(caption(&plan(&["blank"]), "net"), words::CAPTION_NET_NOTHING.say(lang), "nothing is spent or saved");
        // All who are kept out come back later, for a whole stay.
        let back = [(Part::Returned, 1.0), (Part::ReturnYears, 1.0), (Part::LastYear, 2020.0)].map(|(of, value)| (part(0, of), value));
        let harm = with(&plan(&["edge-of-care"]), &back);
        let ends = ["totals.children_end_scenario", "totals.children_end_baseline"]
            .map(|path| answered(&question(&shown(&harm, lang))).number(path).expect("a count").round());
        assert!(ends[0] > ends[1], "{ends:?}");
        let more = number::whole(ends[0] - ends[1]);
        assert_eq!(caption(&harm, "children"), words::CaptionChildrenMore { more: &more, year: "2029" }.say(lang));
    }
}
