//! What is done to a plan: programmes put in, moved, copied, named, switched off and taken out; every step back and forward again.

use clorian::app::Message;
use clorian::app::State;
use clorian::app::plan::Deed;
use clorian::evidence::programmes::Kind;
use clorian::evidence::programmes::PROGRAMMES;
use clorian::link;
use clorian::place::Place;
use clorian::present::page;
use clorian::scenario::End;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::scenario::id::{Part, SLOTS};
use clorian::words::Lang;
use clorian::words::text::budget as words;

use super::{after, answered, asked, cards, deed, figure, near, opened, part, plan, question, same, shelf, with};

fn fresh() -> State {
    opened("v1&end", Lang::En)
}

/// A plan of three, the second of them named, changed and with a range of its own.
fn three() -> State {
    let state =
        opened("v1&p1=edge-of-care&p2=reunification&p3=step-down&p2-effect=0.4&p2-effect~=0.3:0.6&p2-name=Going+home&end", Lang::En);
    assert!(state.notices.is_empty());
    state
}

fn ids(scenario: &Scenario) -> Vec<&'static str> {
    scenario.planned().map(|slot| scenario.programme(slot).unwrap().id).collect()
}

#[test]
fn every_programme_of_the_shelf_can_be_put_in_and_is_what_the_shelf_says() {
    for lang in Lang::ALL {
        let empty = opened("v1&end", lang);
        let offers = question(&empty).plan.unwrap().shelf;
        assert_eq!(offers.len(), PROGRAMMES.len());
        for offer in offers {
            let programme = &PROGRAMMES[offer.at];
            assert!(offer.name.contains(programme.name.say(lang)));
            let added = deed(empty.clone(), Deed::Added(offer.at));
            assert_ne!(added.scenario, empty.scenario, "{}", programme.id);
            if programme.kind == Kind::Price {
                assert_eq!(ids(&added.scenario), Vec::<&str>::new(), "{}: a price is no programme", programme.id);
                let factor = 1.0 + programme.value(clorian::evidence::programmes::Part::Effect);
                same(programme.id, added.scenario.value(Id::FosterCost), Id::FosterCost.field().default * factor);
                continue;
            }
            assert_eq!(ids(&added.scenario), [programme.id]);
            let shown = question(&added);
            let card = &shown.plan.as_ref().unwrap().cards[0];
            assert_eq!((card.name.as_str(), card.shelf.as_str()), (programme.name.say(lang), programme.name.say(lang)));
            assert_eq!(card.warning, None, "{} as it stands on the shelf", programme.id);
            let lever = |name: &str| answered(&shown).number(&format!("levers.0.{name}"));
            let asked = |name: &str| asked(&shown).number(&format!("levers.0.{name}"));
            assert_eq!(asked("annual_cost"), Some(programme.value(clorian::evidence::programmes::Part::AnnualCost)));
            assert_eq!(asked("children"), Some(programme.value(clorian::evidence::programmes::Part::Children)));
            same(programme.id, lever("npv").unwrap(), figure(&shown, "npv").unwrap());
        }
    }
}

#[test]
fn a_full_plan_takes_no_more_and_says_so() {
    let full = (0..SLOTS).fold(fresh(), |state, _| deed(state, Deed::Added(shelf("edge-of-care"))));
    assert_eq!(cards(&full).len(), SLOTS);
    assert!(question(&full).plan.unwrap().full);
    for more in [Deed::Added(shelf("reflect")), Deed::Copied(0), Deed::Added(PROGRAMMES.len()), Deed::Added(usize::MAX)] {
        let again = deed(full.clone(), more.clone());
        assert_eq!(again.scenario, full.scenario, "{more:?}");
        assert_eq!(again.history, full.history, "{more:?}");
    }
    for lang in Lang::ALL {
        assert!(!words::SHELF_FULL.say(lang).is_empty());
    }
    // A change of price needs no place.
    assert_ne!(deed(full.clone(), Deed::Added(shelf("foster-fees"))).scenario, full.scenario);
    let room = deed(full, Deed::Removed(3));
    assert!(!question(&room).plan.unwrap().full);
    assert_eq!(cards(&deed(room, Deed::Added(shelf("reflect"))))[SLOTS - 1].name, "Reflect");
}

#[test]
fn eight_programmes_of_every_kind_are_asked_for_in_their_order() {
    let all = ["edge-of-care", "icf", "reflect", "revocations", "reunification", "adoption", "step-down", "regional-homes"];
    let shown = question(&super::of(&plan(&all), Lang::Cy));
    let answer = answered(&shown);
    let names: Vec<&str> = answer.items("levers").iter().filter_map(|lever| lever.text("name")).collect();
    assert_eq!(names, all);
    let of_each: f64 = answer.items("levers").iter().filter_map(|lever| lever.number("npv")).sum();
    assert!(near(of_each, figure(&shown, "npv").unwrap(), answer.number("totals.pv_cost").unwrap()));
}

#[test]
fn a_programme_that_is_moved_keeps_its_name_its_range_and_its_changes() {
    let start = three();
    let moved = deed(start.clone(), Deed::Swapped(1));
    assert_eq!(ids(&moved.scenario), ["edge-of-care", "step-down", "reunification"]);
    assert_eq!(moved.scenario.name_of(2), Some("Going home"));
    assert_eq!(moved.scenario.name_of(1), None);
    same("its change", moved.scenario.value(part(2, Part::Effect)), 0.4);
    assert_eq!(moved.scenario.range(part(2, Part::Effect)), Some((0.3, 0.6)));
    assert!(!moved.scenario.changed(part(1, Part::Effect)) && !moved.scenario.range_changed(part(1, Part::Effect)));
    assert_eq!(cards(&moved)[2].name, "Going home");
    // Twice is not at all; up and down are the same act.
    assert_eq!(deed(moved.clone(), Deed::Swapped(1)).scenario, start.scenario);
    let first = deed(start.clone(), Deed::Swapped(0));
    assert_eq!((first.scenario.name_of(0), first.scenario.range(part(0, Part::Effect))), (Some("Going home"), Some((0.3, 0.6))));
    // In another order the plan costs the same.
    let cost = |state: &State| answered(&question(state)).number("totals.pv_cost").unwrap();
    same("cost", cost(&moved), cost(&start));
}

#[test]
fn a_copy_stands_at_the_end_with_all_that_was_set() {
    let copied = deed(three(), Deed::Copied(1));
    assert_eq!(ids(&copied.scenario), ["edge-of-care", "reunification", "step-down", "reunification"]);
    assert_eq!(copied.scenario.name_of(3), Some("Going home"));
    same("its change", copied.scenario.value(part(3, Part::Effect)), 0.4);
    assert_eq!(copied.scenario.range(part(3, Part::Effect)), Some((0.3, 0.6)));
    for of in Part::ALL {
        assert!(copied.scenario.value(part(3, of)).to_bits() == copied.scenario.value(part(1, of)).to_bits(), "{of:?}");
        assert_eq!(copied.scenario.range(part(3, of)), copied.scenario.range(part(1, of)), "{of:?}");
    }
}

#[test]
fn what_was_left_in_an_empty_place_is_no_part_of_a_copy() {
    // A link may say something of a place in which no programme stands.
    let state = opened("v1&p1=edge-of-care&p2-cost=77&p2-effect~=0.1:0.9&end", Lang::En);
    let copied = deed(state, Deed::Copied(0)).scenario;
    for of in Part::ALL {
        assert!(copied.value(part(1, of)).to_bits() == copied.value(part(0, of)).to_bits(), "{of:?}: {}", copied.value(part(1, of)));
        assert_eq!(copied.range(part(1, of)), copied.range(part(0, of)), "{of:?}");
    }
}

#[test]
fn a_programme_taken_out_leaves_the_others_as_they_were() {
    let start = three();
    let first = deed(start.clone(), Deed::Removed(0)).scenario;
    assert_eq!(ids(&first), ["reunification", "step-down"]);
    assert_eq!((first.name_of(0), first.name_of(1)), (Some("Going home"), None));
    assert_eq!(first.range(part(0, Part::Effect)), Some((0.3, 0.6)));
    same("its change", first.value(part(0, Part::Effect)), 0.4);
    let named = deed(start, Deed::Removed(1)).scenario;
    assert_eq!(named, plan(&["edge-of-care", "step-down"]), "nothing is left of it");
    let emptied = deed(deed(fresh(), Deed::Added(1)), Deed::Removed(0));
    assert_eq!(emptied.scenario, Scenario::default());
}

#[test]
fn a_name_is_kept_shown_and_taken_back() {
    for lang in Lang::ALL {
        let state = opened("v1&p1=edge-of-care&end", lang);
        let named = deed(state.clone(), Deed::Named(0, "  Canolfan deulu {years}\n{a} ".to_owned()));
        assert_eq!(named.scenario.name_of(0), Some("Canolfan deulu {years}{a}"));
        let card = &cards(&named)[0];
        assert_eq!(card.name, "Canolfan deulu {years}{a}");
        assert_ne!(card.shelf, card.name);
        let ranges = question(&named).plan.unwrap().ranges;
        assert!(ranges.iter().any(|range| range.label.contains("Canolfan deulu {years}{a}")), "the range is called by it");
        assert_eq!(deed(named.clone(), Deed::Named(0, " ".to_owned())).scenario, state.scenario, "its own name again");
        let long = deed(named, Deed::Named(0, "ŵ".repeat(99)));
        assert_eq!(long.scenario.name_of(0), Some("ŵ".repeat(60).as_str()));
    }
    // Nothing stands there to be named.
    assert_eq!(deed(fresh(), Deed::Named(0, "Nobody".to_owned())).scenario, Scenario::default());
}

#[test]
fn another_programme_in_its_place_has_nothing_of_the_one_before() {
    let other = after(three(), [Message::Chosen(part(1, Part::Programme), 2)]).scenario;
    assert_eq!(other, with(&plan(&["edge-of-care", "edge-of-care", "step-down"]), &[]));
}

#[test]
fn switched_off_it_is_in_no_figure_and_nothing_set_is_lost() {
    let start = three();
    let off = after(start.clone(), [Message::Chosen(part(1, Part::On), 1)]);
    assert_eq!(cards(&off).len(), 3);
    assert_eq!(cards(&off)[1].findings, [words::SWITCHED_OFF.say(Lang::En)]);
    let without = deed(start.clone(), Deed::Removed(1));
    same("NPV", figure(&question(&off), "npv").unwrap(), figure(&question(&without), "npv").unwrap());
    assert_eq!(asked(&question(&off)).items("levers"), asked(&question(&without)).items("levers"));
    assert_eq!(after(off, [Message::Chosen(part(1, Part::On), 0)]).scenario, start.scenario);
    let all_off = (0..3).fold(start, |state, slot| after(state, [Message::Chosen(part(slot, Part::On), 1)]));
    let shown = question(&all_off);
    assert_eq!(figure(&shown, "npv"), None, "no programme runs");
    assert!(page(&all_off).announcement.is_some_and(|said| !said.is_empty()));
}

#[test]
fn a_hundred_steps_go_back_and_forward() {
    let mut state = fresh();
    let mut walked = vec![state.scenario.clone()];
    let acts = |step: usize| match step % 10 {
        0 => Deed::Added(step % 16),
        1 => Deed::Named(0, format!("Step {step}")),
        2 => Deed::Copied(0),
        3 => Deed::Swapped(0),
        4 => Deed::Ranged(Id::Entries, End::Low, (1000 + step).to_string()),
        5 => Deed::Known(Id::Leavers),
        6 => Deed::Titled(format!("Plan {step}")),
        7 => Deed::SetBeside,
        8 => Deed::RangeRestored(Id::Leavers),
        _ => Deed::Removed(0),
    };
    let mut step = 0;
    while walked.len() <= 100 {
        state = deed(state, acts(step));
        if state.scenario != walked[walked.len() - 1] {
            walked.push(state.scenario.clone());
        }
        step += 1;
    }
    let last = state.clone();
    for expected in walked.iter().rev().skip(1) {
        state = after(state, [Message::Undone]);
        assert_eq!(state.scenario, *expected);
    }
    assert!(!state.history.can_undo(), "all hundred are undone");
    assert_eq!(state.scenario, Scenario::default());
    for expected in &walked[1..] {
        state = after(state, [Message::Redone]);
        assert_eq!(state.scenario, *expected);
    }
    assert_eq!(state.history, last.history);
}

#[test]
fn another_place_has_its_part_of_cost_and_children() {
    let wales = plan(&["edge-of-care", "step-down"]);
    for (at, place) in Place::ALL.iter().enumerate() {
        let there = with(&wales, &[(Id::Place, f64::from(u32::try_from(at).unwrap()))]);
        let part_of = there.start().part();
        for slot in 0..2 {
            for of in [Part::Cost, Part::Children] {
                let (wales, there) = (wales.value(part(slot, of)), there.value(part(slot, of)));
                assert!(near(there, wales * part_of, 0.0), "{}: {there} is not {part_of} of {wales}", place.key());
            }
            for of in [Part::WouldEnter, Part::Effect, Part::Returned, Part::Ramp] {
                assert!(there.value(part(slot, of)).to_bits() == wales.value(part(slot, of)).to_bits(), "{}", place.key());
            }
        }
        let ((low, high), (start, end)) = (wales.range(part(1, Part::Cost)).unwrap(), there.range(part(1, Part::Cost)).unwrap());
        assert!(near(start, low * part_of, 0.0) && near(end, high * part_of, 0.0), "{}", place.key());
    }
    // What was typed for Wales is nothing for Cardiff; a name and a share are.
    let typed = opened("v1&p1=edge-of-care&p1-cost=9000000&p1-effect=0.5&p1-name=Ours&end", Lang::En);
    let there = after(typed, [Message::Chosen(Id::Place, 5)]).scenario;
    assert!(!there.changed(part(0, Part::Cost)) && there.changed(part(0, Part::Effect)));
    assert_eq!(there.name_of(0), Some("Ours"));
}

#[test]
fn a_starting_point_takes_the_place_of_the_plan_and_can_be_undone() {
    let mine = deed(three(), Deed::SetBeside);
    let started = deed(mine.clone(), Deed::StartedFrom("v1&p1=blank&end"));
    assert_eq!(link::write(&started.scenario.alone()), "v1&p1=blank&end");
    assert_eq!(started.scenario.beside(), mine.scenario.beside(), "what stands beside stays");
    assert_eq!(after(started, [Message::Undone]).scenario, mine.scenario);
}

#[test]
fn what_is_set_beside_keeps_its_name_and_what_goes_on_has_none() {
    let named = deed(three(), Deed::Titled("Ours".into()));
    let beside = deed(named.clone(), Deed::SetBeside).scenario;
    assert_eq!((beside.title(), beside.beside()[0].title()), (None, Some("Ours")));
    assert_eq!(beside.beside()[0], named.scenario);
}

#[test]
fn scenarios_set_beside_are_at_most_three_and_change_places() {
    let mut state = fresh();
    for (at, programme) in [1, 2, 3, 4].into_iter().enumerate() {
        state = deed(deed(state, Deed::SetBeside), Deed::Added(programme));
        assert_eq!(state.scenario.beside().len(), (at + 1).min(3));
    }
    assert!(state.scenario.beside().iter().all(|other| other.beside().is_empty()));
    let fronted = deed(state.clone(), Deed::Fronted(1));
    assert_eq!(fronted.scenario.alone(), state.scenario.beside()[1]);
    assert_eq!(fronted.scenario.beside()[1], state.scenario.alone());
    assert_eq!(deed(fronted, Deed::Fronted(1)).scenario, state.scenario);
    for away in [Deed::Fronted(3), Deed::TakenAway(3)] {
        assert_eq!(deed(state.clone(), away).scenario, state.scenario);
    }
    let fewer = deed(state.clone(), Deed::TakenAway(0));
    assert_eq!(fewer.scenario.beside(), &state.scenario.beside()[1..]);
    let linked = deed(fewer, Deed::LinkSetBeside("#v1&p1=reflect&p9=icf&end".to_owned()));
    assert_eq!(ids(&linked.scenario.beside()[2]), ["reflect"]);
    assert_eq!(linked.notices.len(), 1, "what cannot be used of it is told");
}

#[test]
fn a_programme_put_after_a_gap_stands_at_the_end() {
    // Links may leave places of the plan empty.
    let gap = opened("v1&p3=edge-of-care&end", Lang::En);
    assert_eq!(cards(&gap).len(), 1);
    let added = deed(gap.clone(), Deed::Added(shelf("reflect")));
    assert_eq!(ids(&added.scenario), ["edge-of-care", "reflect"]);
    let copied = deed(added, Deed::Copied(2));
    assert_eq!(ids(&copied.scenario), ["edge-of-care", "reflect", "edge-of-care"]);
    let last = opened("v1&p1=edge-of-care&p3=reflect&p8=icf&end", Lang::En);
    assert_eq!(ids(&deed(last.clone(), Deed::Added(shelf("adoption"))).scenario).len(), 4, "there is room for it");
    // What is moved up or down changes places with a programme, not with nothing.
    assert_eq!(ids(&deed(last.clone(), Deed::Swapped(0)).scenario), ["reflect", "edge-of-care", "icf"]);
    assert_eq!(ids(&deed(last, Deed::Removed(2)).scenario), ["edge-of-care", "icf"]);
}
