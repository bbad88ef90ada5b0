//! What each change did, and how far each number may move: shares add up whatever the order of the changes, and at a switching value the
//! answer does change its sign.

use clorian::app::Message;
use clorian::app::Worked;
use clorian::present::budget::{Work, npv, spending};
use clorian::present::page;
use clorian::present::rooms::BUDGET;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::scenario::field::Role;
use clorian::scenario::id::Part;
use clorian::words::Lang;
use clorian::words::text::plan as words;
use proptest::prelude::*;
use std::rc::Rc;

use super::{after, of, part, plan, question, with};

fn worked(scenario: &Scenario) -> Worked {
    let mut work = Work::new(scenario);
    let mut pieces = 0;
    while work.advance() {
        pieces += 1;
        assert!(pieces < 100_000, "it never ends");
    }
    work.finish()
}

fn sum(worked: &Worked) -> i64 {
    worked.shares.iter().map(|(_, share)| share).sum()
}

/// The scenario before any change that has a share.
fn before(scenario: &Scenario, worked: &Worked) -> Scenario {
    scenario.keeping(&|id| worked.shares.iter().all(|(of, _)| *of != id))
}

#[expect(clippy::cast_precision_loss, reason = "pounds, far below 2^53")]
fn adds_up(scenario: &Scenario) -> Worked {
    let worked = worked(scenario);
    // Where no programme runs nothing is saved, and the shares are of what is spent.
    let none = scenario.running().next().is_none();
    assert_eq!(worked.spending, none);
    let measure = if none { spending } else { npv };
    let whole = measure(scenario) - measure(&before(scenario, &worked));
    assert!((sum(&worked) as f64 - whole).abs() <= 1.0 + whole.abs() * 1e-12, "{} is not {whole}: {:?}", sum(&worked), worked.shares);
    worked
}

/// Changes of a plan of two: fields of the room anywhere on their sliders.
fn any_changes(most: usize) -> impl Strategy<Value = Vec<(Id, f64)>> {
    let apart = |id: &Id| ![Id::Place, Id::Base].contains(id) && !matches!(id.part(), Some((_, Part::Programme)));
    let ids: Vec<Id> = BUDGET.into_iter().filter(apart).collect();
    prop::collection::vec((0..ids.len(), 0..2_usize, 0.0..=1.0_f64), 1..=most).prop_map(move |picks| {
        let mut all: Vec<(Id, f64)> = Vec::new();
        for (index, slot, at) in picks {
            let id = ids[index].part().map_or(ids[index], |(_, part)| Id::of(slot, part));
            let (field, (low, high)) = (id.field(), if id.field().options.is_empty() { id.field().slider } else { id.field().bounds });
            let value = low + (high - low) * at;
            let value = field.kept(if field.unit.whole() { value.round() } else { value });
            if field.allows(value) && all.iter().all(|(of, _)| *of != id) {
                all.push((id, value));
            }
        }
        all
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn shares_add_up_to_the_whole_and_the_order_of_the_changes_is_nothing(changes in any_changes(6)) {
        let start = plan(&["edge-of-care", "step-down"]);
        let scenario = with(&start, &changes);
        let worked = adds_up(&scenario);
        prop_assert!(worked.exact);
        let backwards: Vec<(Id, f64)> = changes.iter().rev().copied().collect();
        let other = with(&start, &backwards);
        prop_assert_eq!(&other, &scenario);
        prop_assert_eq!(super::work::worked(&other).shares, worked.shares);
    }
}

#[test]
fn ten_are_exact_and_more_are_sampled_and_said_so() {
    let ten = with(
        &plan(&["edge-of-care"]),
        &[
            (Id::Entries, 2500.0),
            (Id::Leavers, 1500.0),
            (Id::EntriesGrowth, 0.02),
            (Id::Horizon, 15.0),
            (Id::Discount, 0.02),
            (Id::Cashable, 0.5),
            (Id::ResidentialGrowth, 0.08),
            (part(0, Part::Effect), 0.3),
            (part(0, Part::Cost), 8e6),
        ],
    );
    let worked_ten = adds_up(&ten);
    assert_eq!((worked_ten.shares.len(), worked_ten.exact), (10, true));
    let eleven = with(&ten, &[(Id::Optimism, 0.1)]);
    let worked_eleven = adds_up(&eleven);
    assert_eq!((worked_eleven.shares.len(), worked_eleven.exact), (11, false));
    for lang in Lang::ALL {
        for (scenario, worked) in [(&ten, &worked_ten), (&eleven, &worked_eleven)] {
            let state = after(of(scenario, lang), [Message::Worked(Rc::new(worked.clone()))]);
            let plan = question(&state).plan.unwrap();
            let said = plan.shares_sum.expect("the sum of the shares");
            assert_eq!(said.contains("256"), !worked.exact, "{said}");
            let whole = clorian::words::number::pounds(npv(scenario).abs());
            assert!(said.contains(whole.trim_start_matches('-')) || !worked.exact, "{said}: {whole}");
            assert_eq!(plan.shares.len(), worked.shares.len());
        }
    }
    // Sampled as often as you like, they are the same.
    assert_eq!(worked(&eleven).shares, worked_eleven.shares);
}

#[test]
fn what_has_no_bearing_has_no_share() {
    // On a path of flows a target says nothing, nor do shares of a mix without a year, nor a programme that is off.
    let idle = [Id::CareTarget, Id::TargetYear, Id::CareGrowth, Id::MixFoster, part(1, Part::Effect)];
    let scenario = with(
        &plan(&["edge-of-care", "step-down"]),
        &[
            (Id::CareTarget, 5000.0),
            (Id::TargetYear, 2030.0),
            (Id::CareGrowth, 0.01),
            (Id::MixFoster, 0.5),
            (part(1, Part::On), 1.0),
            (part(1, Part::Effect), 0.9),
            (part(0, Part::Effect), 0.4),
        ],
    );
    let worked = adds_up(&scenario);
    for id in idle.into_iter().filter(|id| id.part().is_none()) {
        assert_eq!(worked.shares.iter().find(|(of, _)| *of == id), Some(&(id, 0)), "{id:?}");
    }
    // What only shows money otherwise, and what the grant is, is no change of the result at all.
    for (id, value) in
        [(Id::Money, 1.0), (Id::Inflation, 0.05), (Id::Tied, 1.0), (Id::Rate, 900.0), (Id::Lag, 3.0), (Id::Place, 4.0), (Id::Base, 1.0)]
    {
        let moved = with(&plan(&["edge-of-care"]), &[(id, value)]);
        assert!(super::work::worked(&moved).shares.iter().all(|(of, _)| *of != id), "{id:?}");
    }
    for id in [Id::Money, Id::Inflation, Id::Tied, Id::Rate, Id::Lag] {
        let value = if id.field().options.is_empty() { id.field().bounds.1 } else { 1.0 };
        let (one, other) = (plan(&["edge-of-care"]), with(&plan(&["edge-of-care"]), &[(id, value)]));
        assert!(npv(&one).to_bits() == npv(&other).to_bits(), "{id:?} has no bearing");
    }
}

#[test]
fn a_programme_that_is_off_is_said_to_be_and_has_no_share() {
    let set = [(part(1, Part::On), 1.0), (part(1, Part::Cost), 1e6), (Id::Discount, 0.02)];
    let scenario = with(&plan(&["edge-of-care", "in-house-fostering"]), &set);
    let worked = adds_up(&scenario);
    let shared: Vec<Id> = worked.shares.iter().map(|(id, _)| *id).collect();
    assert_eq!(shared, [Id::Discount, part(0, Part::Programme)]);
    let without = super::work::worked(&with(&plan(&["edge-of-care"]), &[(Id::Discount, 0.02)]));
    assert_eq!(worked.shares, without.shares, "it is as if it were not there");
    for lang in Lang::ALL {
        let state = of(&scenario, lang);
        let changes = page(&state).changes;
        let programme = &super::cards(&state)[1].name;
        let said = |id: Id| changes.iter().find(|change| change.id == id).map(|change| change.said.clone());
        assert_eq!(said(part(1, Part::Programme)), Some(words::Added { programme }.say(lang)));
        assert_eq!(said(part(1, Part::On)), Some(words::Off { programme }.say(lang)));
        // Each can still be taken back by itself.
        let on = after(state.clone(), [Message::Restored(part(1, Part::On))]);
        assert_eq!(on.scenario.running().count(), 2);
        let out = after(state, [Message::Restored(part(1, Part::Programme))]);
        assert_eq!(out.scenario, with(&plan(&["edge-of-care"]), &[(Id::Discount, 0.02)]));
    }
    let alone = super::work::worked(&with(&plan(&["edge-of-care"]), &[(part(0, Part::On), 1.0)]));
    assert!(alone.shares.is_empty() && alone.spending, "nothing was changed but what is off");
    // Where every programme is off, what else was changed is told by what is spent.
    let dear = adds_up(&with(&plan(&["edge-of-care"]), &[(part(0, Part::On), 1.0), (Id::ResidentialCost, 400_000.0)]));
    assert!(matches!(dear.shares[..], [(Id::ResidentialCost, share)] if share > 0), "{:?}", dear.shares);
}

/// Spending in fewer years is less, and no effect of anything: without a programme the years counted are as they are.
#[test]
fn years_counted_are_no_cause_of_what_is_spent() {
    let dear = [(Id::ResidentialGrowth, 0.05), (Id::Horizon, 5.0)];
    let scenario = with(&Scenario::default(), &dear);
    let worked = adds_up(&scenario);
    assert!(matches!(worked.shares[..], [(Id::ResidentialGrowth, share)] if share > 0), "{:?}", worked.shares);
    let planned = with(&plan(&["edge-of-care"]), &dear);
    assert!(adds_up(&planned).shares.iter().any(|(id, share)| *id == Id::Horizon && *share != 0), "of a plan they are a choice");
}

#[test]
fn choices_and_assumptions_stand_apart() {
    let scenario = with(&plan(&["edge-of-care"]), &[(part(0, Part::Cost), 6e6), (part(0, Part::Effect), 0.3), (Id::Discount, 0.02)]);
    for lang in Lang::ALL {
        let state = after(of(&scenario, lang), [Message::Worked(Rc::new(worked(&scenario)))]);
        let shown = page(&state);
        let shares = question(&state).plan.unwrap().shares;
        for change in &shown.changes {
            assert_eq!(change.assumption, change.id.field().role == Role::Assumption, "{:?}", change.id);
            assert!(shares.iter().any(|(id, _)| *id == change.id), "{:?} has a share", change.id);
        }
        let assumed: Vec<Id> = shown.changes.iter().filter(|change| change.assumption).map(|change| change.id).collect();
        assert_eq!(assumed, [Id::Discount, part(0, Part::Effect)]);
    }
}

#[test]
fn without_changes_there_is_nothing_to_share() {
    let worked = worked(&Scenario::default());
    assert!(worked.shares.is_empty() && worked.switching.is_empty() && worked.exact);
    let state = after(of(&Scenario::default(), Lang::En), [Message::Worked(Rc::new(worked))]);
    assert_eq!(question(&state).plan.unwrap().shares_sum, None);
}

#[test]
fn what_was_worked_out_of_another_plan_is_not_shown() {
    let scenario = plan(&["edge-of-care"]);
    let state = after(of(&scenario, Lang::En), [Message::Worked(Rc::new(worked(&scenario))), Message::Stepped(part(0, Part::Effect), 1)]);
    let plan = question(&state).plan.unwrap();
    assert!(plan.shares.is_empty() && plan.shares_sum.is_none() && plan.ranges.iter().all(|range| range.switches.is_none()));
}

#[test]
fn at_a_switching_value_the_answer_changes_its_sign() {
    let mut found = 0;
    for scenario in [
        plan(&["edge-of-care"]),
        plan(&["step-down", "family-group-conferencing"]),
        with(&plan(&["icf", "reunification"]), &[(Id::Path, 3.0)]),
        with(&plan(&["edge-of-care"]), &[(Id::Place, 3.0), (part(0, Part::Effect), 0.05)]),
    ] {
        let now = npv(&scenario);
        let worked = worked(&scenario);
        assert!(worked.switching.len() > 8, "{:?}", worked.switching.len());
        for (id, switching) in &worked.switching {
            let (field, value) = (scenario.field(*id), scenario.value(*id));
            for (at, side) in [(switching.below, -1.0), (switching.above, 1.0)] {
                let Some(at) = at else { continue };
                found += 1;
                assert!((at - value) * side > 0.0, "{id:?}: {at} is on the wrong side of {value}");
                let whole = field.unit.whole();
                let there = |value: f64| npv(&scenario.with(*id, if whole { value.round() } else { value }).unwrap());
                assert_ne!(there(at) > 0.0, now > 0.0, "{id:?} at {at} of {value}");
                // A hair nearer it has not.
                let hair = (field.bounds.1 - field.bounds.0) * 1e-7
                    + if whole { 1.0 } else { 0.0 }
                    + 0.011 * f64::from(u8::from(field.bounds.1 > 1e5));
                if (at - value).abs() > 2.0 * hair {
                    assert_eq!(there(at - side * hair) > 0.0, now > 0.0, "{id:?} just before {at}");
                }
            }
        }
    }
    assert!(found >= 12, "{found}");
}
