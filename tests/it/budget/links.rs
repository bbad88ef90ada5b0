//! A plan in a link: names, ranges and what stands beside come back as they were; of a strange link the rest is used, and it is said.

use clorian::app::Message;
use clorian::app::plan::Deed;
use clorian::link;
use clorian::link::Problem;
use clorian::present::page;
use clorian::scenario::End;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::scenario::id::{Part, SLOTS};
use clorian::scenario::own::{Item, Key, Own};
use clorian::scenario::plan::{LONGEST_NAME, kept_name};
use clorian::words::Lang;
use proptest::prelude::*;

use super::{after, answered, deed, opened, part, plan, question, shelf};

/// A letter of any script, and those that mean something in a link or a sentence.
fn any_name() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,70}", "[&=+%~#. {}<>\"'\u{e000}-\u{e007}ŵŷé家庭🏠\u{202e}\u{0301}a-z-]{0,70}", "(&with&|&end|%26|~26|\\+| ){1,9}"]
}

fn any_plan() -> impl Strategy<Value = Scenario> {
    let programmes = prop::collection::vec((1..11_usize, any_name(), prop::option::of((0.0..=0.5_f64, 0.5..=1.0_f64))), 0..=SLOTS);
    (programmes, any_name(), 0..3_u32).prop_map(|(programmes, title, place)| {
        let mut scenario = Scenario::default().with_title(&title).with(Id::Place, f64::from(place)).unwrap();
        for (slot, (programme, name, range)) in programmes.into_iter().enumerate() {
            scenario = scenario.with_programme(programme).unwrap().with_name_of(slot, &name);
            scenario = scenario.with_range(part(slot, Part::Effect), range).unwrap();
        }
        scenario
    })
}

fn own() -> Own {
    let mut own = Own::default();
    own.set(Key { place: "W06000020", year: Some(2019), item: Item::Children }, 483.0).unwrap();
    own
}

proptest! {
    #[test]
    fn names_ranges_and_what_stands_beside_come_back(
        first in any_plan(),
        beside in prop::collection::vec((any_plan(), prop::bool::ANY), 0..5),
        with_own in prop::bool::ANY,
    ) {
        let owned = |scenario: Scenario, with_own: bool| if with_own { scenario.with_own(own()) } else { scenario };
        let beside: Vec<Scenario> = beside.into_iter().map(|(scenario, with_own)| owned(scenario, with_own)).collect();
        let scenario = owned(first, with_own).with_beside(&beside);
        let text = link::write(&scenario);
        prop_assert!(!text.contains(['#', '%', '<', '>', '"', ' ', '\n']), "{}", text);
        let opened = link::read(&text);
        prop_assert_eq!(&opened.problems, &vec![]);
        prop_assert_eq!(&opened.scenario, &scenario);
        // As a browser gives it back, and as mail programs write it.
        let percent: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
        prop_assert_eq!(link::read(&percent).scenario, scenario);
    }

    #[test]
    fn a_name_is_one_line_of_no_more_than_sixty_letters(text in any_name()) {
        let name = kept_name(&text);
        prop_assert!(name.chars().count() <= LONGEST_NAME && !name.contains('\n') && name == name.trim());
        prop_assert_eq!(&kept_name(&name), &name);
        let named = plan(&["edge-of-care"]).with_name_of(0, &text);
        prop_assert_eq!(named.name_of(0).unwrap_or(""), name);
    }

    #[test]
    fn a_plan_cut_anywhere_is_noticed(cut in 0..1_000_usize) {
        let beside = plan(&["icf"]).with_title("One");
        let whole = link::write(&plan(&["edge-of-care", "step-down"]).with_name_of(0, "A & B").with_beside(&[beside]));
        let cut = cut % (whole.len() - 1) + 1;
        // Cut where a scenario ends, it is a whole link.
        let part = &whole[..cut];
        let whole_scenarios = part.ends_with("&end");
        prop_assert_eq!(link::read(part).problems.is_empty(), whole_scenarios, "{}", part);
    }
}

#[test]
fn of_a_strange_link_the_rest_is_used_and_it_is_said() {
    let effect = part(0, Part::Effect);
    let entries = Id::Entries;
    let range = |text: &str| Problem::BadRange(effect, text.to_owned());
    let of_second = |problem: Problem| Problem::Beside(0, Box::new(problem));
    for (link, problems) in [
        ("v1&p1=edge-of-care&p1-effect~=0.5&end", vec![range("0.5")]),
        ("v1&p1=edge-of-care&p1-effect~=0.5:0.1&end", vec![range("0.5:0.1")]),
        ("v1&p1=edge-of-care&p1-effect~=-1:0.5&end", vec![range("-1:0.5")]),
        ("v1&p1=edge-of-care&p1-effect~=0:2&end", vec![range("0:2")]),
        ("v1&p1=edge-of-care&p1-effect~=NaN:inf&end", vec![range("NaN:inf")]),
        ("v1&p1=edge-of-care&p1-effect~=&end", vec![range("")]),
        ("v1&p1=edge-of-care&p1-effect~&end", vec![range("")]),
        ("v1&p1=edge-of-care&p1-kind~=0:1&end", vec![Problem::BadRange(part(0, Part::Kind), "0:1".to_owned())]),
        ("v1&p1=edge-of-care&p1-effect~=0.1:0.3&p1-effect~=0.1:0.4&end", vec![Problem::Twice(effect)]),
        ("v1&p1=edge-of-care&entries~=none&entries~=none&end", vec![Problem::Twice(entries)]),
        ("v1&p1=edge-of-care&p2=hotel&end", vec![Problem::BadValue(part(1, Part::Programme), "hotel".to_owned())]),
        ("v1&p1=edge-of-care&p2=foster-fees&end", vec![Problem::BadValue(part(1, Part::Programme), "foster-fees".to_owned())]),
        (
            "v1&p1=edge-of-care&p9=icf&p9-name=No&p0=icf&end",
            ["p9", "p9-name", "p0"].map(|key| Problem::UnknownKey(key.to_owned())).to_vec(),
        ),
        (
            "v1&p1=edge-of-care&p1-hotel=1&p-cost=1&p=icf&end",
            ["p1-hotel", "p-cost", "p"].map(|key| Problem::UnknownKey(key.to_owned())).to_vec(),
        ),
        ("v1&p1=edge-of-care&p1=icf&end", vec![Problem::Twice(part(0, Part::Programme))]),
        ("v1&p1=edge-of-care&p1-on=maybe&end", vec![Problem::BadValue(part(0, Part::On), "maybe".to_owned())]),
        ("v1&p1=edge-of-care&end&with&v1&end&with&v1&end&with&v1&end&with&v1&end", vec![Problem::TooMany]),
        ("v1&p1=edge-of-care&end&with&hello", vec![of_second(Problem::NotALink)]),
        ("v1&p1=edge-of-care&end&with&v1&p1=icf", vec![of_second(Problem::CutShort("p1=icf".to_owned()))]),
    ] {
        let opened = link::read(link);
        assert_eq!(opened.problems, problems, "{link}");
        assert_eq!(opened.scenario.programme(0).map(|programme| programme.id), Some("edge-of-care"), "{link}");
        for lang in Lang::ALL {
            let state = super::opened(link, lang);
            assert_eq!(page(&state).notices.len(), problems.len(), "{link}");
            assert!(answered(&question(&state)).number("totals.npv").is_some(), "{link}");
        }
    }
}

#[test]
fn own_figures_beside_are_each_scenario_s_own() {
    let mine = plan(&["edge-of-care"]).with_own(own());
    let others = [
        plan(&["icf"]),
        plan(&["reflect"]).with_own(own()),
        plan(&["adoption"]).with_own({
            let mut other = own();
            other.set(Key { place: "W06000022", year: None, item: Item::Weight }, 3.0).unwrap();
            other
        }),
    ];
    let all = mine.with_beside(&others);
    let text = link::write(&all);
    assert_eq!(link::read(&text).scenario, all, "{text}");
    assert!(text.contains("own-none"), "{text}");
    // Alone and with nothing of one's own beside what has some.
    let other = plan(&["icf"]).with_beside(&others);
    assert_eq!(link::read(&link::write(&other)).scenario, other);
}

#[test]
fn what_is_half_typed_is_of_the_plan_that_was() {
    let bad = Deed::Ranged(Id::Entries, End::Low, "plenty".to_owned());
    let start = deed(opened("v1&p1=edge-of-care&base=latest&end", Lang::En), bad);
    assert_eq!(start.range_drafts.len(), 1);
    for message in [
        Message::RestoredAll,
        Message::Undone,
        Message::Opened("#v1&p1=icf&end".to_owned()),
        Message::Chosen(Id::Place, 4),
        Message::Plan(Deed::Added(shelf("icf"))),
        Message::Plan(Deed::StartedFrom("v1&end")),
    ] {
        let next = after(
            deed(start.clone(), Deed::Titled("x".to_owned())),
            [Message::Plan(Deed::Ranged(Id::Entries, End::Low, "plenty".to_owned())), message.clone()],
        );
        assert_eq!(next.range_drafts, vec![], "{message:?}");
    }
}
