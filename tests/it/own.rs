//! Figures of the visitor's own: kept, merged, and read together as the model takes them.

use clorian::scenario::own::readings::{Misfit, Weighing};
use clorian::scenario::own::{Group, Item, Key, Own, Per, Placement, Refusal};

const TORFAEN: &str = "W06000020";
const NEWPORT: &str = "W06000022";

fn own(figures: &[(Option<u16>, Item, f64)]) -> Own {
    let mut own = Own::default();
    for (year, item, value) in figures {
        own.set(Key { place: TORFAEN, year: *year, item: *item }, *value).expect("a figure within its bounds");
    }
    own
}

fn near(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-9 * b.abs().max(1.0), "{a} is not {b}");
}

#[test]
fn keys_of_items_are_for_ever() {
    let placements = Placement::ALL.into_iter();
    let items: Vec<Item> = [Item::Children, Item::Entries, Item::Leavers, Item::Weight, Item::Grant("icf")]
        .into_iter()
        .chain(placements.clone().map(Item::Placed))
        .chain(placements.flat_map(|placement| Per::ALL.map(|per| Item::Cost(placement, per))))
        .collect();
    let keys: Vec<String> = items.iter().map(|item| item.key()).collect();
    assert_eq!(
        keys.join(" "),
        "children entries leavers weight grant-icf placed-foster placed-foster-in-house placed-foster-agency placed-kinship \
         placed-residential placed-secure placed-parents placed-other cost-week-foster cost-year-foster cost-week-foster-in-house \
         cost-year-foster-in-house cost-week-foster-agency cost-year-foster-agency cost-week-kinship cost-year-kinship \
         cost-week-residential cost-year-residential cost-week-secure cost-year-secure cost-week-parents cost-year-parents \
         cost-week-other cost-year-other"
    );
    for (item, key) in items.into_iter().zip(keys) {
        assert_eq!(Item::find(&key), Some(item));
    }
    for key in ["", "grant-", "grant-gold", "placed-", "cost-foster", "cost-month-foster", "Children"] {
        assert_eq!(Item::find(key), None);
    }
}

#[test]
fn figures_are_kept_within_their_bounds() {
    let mut own = Own::default();
    let key = |year, item| Key { place: TORFAEN, year, item };
    for (key, value, refusal) in [
        (key(None, Item::Children), 5.0, Refusal::NoYear),
        (key(Some(2002), Item::Children), 5.0, Refusal::Year),
        (key(Some(2101), Item::Weight), 5.0, Refusal::Year),
        (key(Some(2019), Item::Children), 5.5, Refusal::NotWhole),
        (key(Some(2019), Item::Children), f64::NAN, Refusal::Outside(0.0, 1e6)),
        (key(Some(2019), Item::Children), 1_000_001.0, Refusal::Outside(0.0, 1e6)),
        (key(None, Item::Cost(Placement::Other, Per::Week)), 1e8, Refusal::Outside(0.0, 1e7)),
        (key(None, Item::Weight), f64::INFINITY, Refusal::Outside(0.0, 1e9)),
        (key(None, Item::Weight), -1.0, Refusal::Outside(0.0, 1e9)),
        (key(None, Item::Weight), 1e-9, Refusal::Outside(1e-6, 1e9)),
    ] {
        assert_eq!(own.set(key, value), Err(refusal));
    }
    assert!(own.is_empty());
    let week = key(None, Item::Cost(Placement::Foster, Per::Week));
    let year = key(None, Item::Cost(Placement::Foster, Per::Year));
    own.set(week, 520.0).unwrap();
    own.set(year, 27_000.0).unwrap();
    assert_eq!((own.len(), own.get(&week), own.get(&year), own.kept(&week)), (1, None, Some(27_000.0), Some((year, 27_000.0))));
    own.set(Key { place: NEWPORT, ..week }, -0.0).unwrap();
    assert_eq!(own.places(), [TORFAEN, NEWPORT]);
    assert!(own.iter().all(|(_, value)| value.is_sign_positive()));
    own.remove(&week);
    assert_eq!(own.places(), [NEWPORT]);
}

#[test]
fn a_later_file_wins_and_what_it_replaced_is_told() {
    let mut first = own(&[
        (Some(2018), Item::Children, 470.0),
        (Some(2019), Item::Children, 483.0),
        (None, Item::Cost(Placement::Foster, Per::Week), 520.0),
    ]);
    let later = own(&[
        (Some(2018), Item::Children, 470.0),
        (Some(2019), Item::Children, 480.0),
        (Some(2020), Item::Children, 490.0),
        (None, Item::Cost(Placement::Foster, Per::Year), 27_000.0),
    ]);
    let replaced: Vec<f64> = first.merge(&later).into_iter().map(|(_, value)| value).collect();
    assert_eq!(replaced, [520.0, 483.0]);
    assert_eq!(first, later);
    assert_eq!(first.merge(&Own::default()), []);
    assert_eq!(first, later);
}

#[test]
fn a_place_without_figures_has_no_readings() {
    let figures = own(&[(Some(2019), Item::Children, 483.0)]);
    assert_eq!(figures.children(NEWPORT), None);
    assert!(figures.flows(NEWPORT).is_none() && figures.flows(TORFAEN).is_none());
    assert_eq!(figures.mix(NEWPORT, USUAL), None);
    assert_eq!(figures.mix(TORFAEN, USUAL), None);
    assert_eq!(figures.unit_cost(NEWPORT, Group::Foster), None);
    assert_eq!(figures.grant(NEWPORT, "icf"), None);
    assert_eq!(figures.weight(NEWPORT), None);
    assert_eq!(figures.children(TORFAEN), Some((2019, 483.0)));
}

#[test]
fn any_three_of_counts_entries_and_leavers_give_the_flows_of_wales() {
    // METHOD section 1: 6,407 and 6,846 with 1,678 leaving.
    let all = [
        (Some(2018), Item::Children, 6407.0),
        (Some(2019), Item::Children, 6846.0),
        (Some(2019), Item::Entries, 2117.0),
        (Some(2019), Item::Leavers, 1678.0),
    ];
    for left_out in 0..=all.len() {
        let figures: Vec<_> = all.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, figure)| *figure).collect();
        let flows = own(&figures).flows(TORFAEN).expect("three suffice").expect("they fit");
        assert_eq!((flows.year, flows.opening, flows.closing, flows.leavers), (2019, 6407.0, 6846.0, 1678.0), "without {left_out}");
        near(flows.calibration.entries.value(), 2117.0);
        assert!((flows.calibration.exit_rate.value() - 0.252_873).abs() < 1e-6);
    }
    assert!(own(&all[..2]).flows(TORFAEN).is_none());
    // The latest year that suffices, though there is a later one that does not.
    let later = [&all[..], &[(Some(2020), Item::Children, 7172.0)]].concat();
    assert_eq!(own(&later).flows(TORFAEN).unwrap().unwrap().year, 2019);
}

#[test]
fn figures_that_fit_no_flows_say_so() {
    let flows = |figures: &[(u16, Item, f64)]| {
        let figures: Vec<_> = figures.iter().map(|(year, item, value)| (Some(*year), *item, *value)).collect();
        own(&figures).flows(TORFAEN).expect("three suffice").expect_err("they cannot fit")
    };
    let (count, entries, leavers) = (Item::Children, Item::Entries, Item::Leavers);
    assert_eq!(flows(&[(2019, count, 10.0), (2019, entries, 20.0), (2019, leavers, 5.0)]), Misfit::Opening(-5.0));
    assert_eq!(flows(&[(2018, count, 10.0), (2019, entries, 20.0), (2019, leavers, 50.0)]), Misfit::Closing(-20.0));
    assert_eq!(flows(&[(2018, count, 10.0), (2019, count, 50.0), (2019, entries, 20.0)]), Misfit::Leavers(-20.0));
    assert_eq!(flows(&[(2018, count, 50.0), (2019, count, 10.0), (2019, leavers, 20.0)]), Misfit::Entries(-20.0));
    assert_eq!(flows(&[(2018, count, 50.0), (2019, count, 0.0), (2019, leavers, 50.0)]), Misfit::Emptied);
}

/// How children are usually placed, for those of whom nothing is given.
const USUAL: [f64; 4] = [0.6, 0.0, 0.3, 0.1];

#[test]
fn the_mix_is_of_the_latest_year_with_numbers() {
    let placed = |year, placement, number| (Some(year), Item::Placed(placement), number);
    let figures = own(&[
        placed(2018, Placement::Other, 9.0),
        placed(2019, Placement::FosterInHouse, 40.0),
        placed(2019, Placement::FosterAgency, 20.0),
        placed(2019, Placement::Kinship, 11.0),
        placed(2019, Placement::Secure, 1.0),
        placed(2019, Placement::Residential, 6.0),
        placed(2019, Placement::Parents, 15.0),
        placed(2019, Placement::Other, 7.0),
    ]);
    let mix = figures.mix(TORFAEN, USUAL).unwrap();
    assert_eq!((mix.year, mix.shares, mix.unstated, mix.spread), (2019, [0.71, 0.07, 0.15, 0.07], 0.0, [false; 4]));
    // More are placed than were counted: the shares are of those placed, and how many too many they are is known.
    let beyond = own(&[placed(2019, Placement::Foster, 90.0), placed(2019, Placement::Parents, 30.0), (Some(2019), Item::Children, 100.0)]);
    let beyond = beyond.mix(TORFAEN, USUAL).unwrap();
    assert_eq!((beyond.shares, beyond.unstated, beyond.over, mix.over), ([0.75, 0.0, 0.25, 0.0], 0.0, 20.0, 0.0));
    near(mix.share(Group::Foster), 0.71);
    // One group alone says nothing of the others, but for the count.
    let alone = [placed(2019, Placement::Residential, 25.0)];
    assert_eq!(own(&alone).mix(TORFAEN, USUAL), None);
    // Then the others are to each other as they usually are: 6 to 3 to 1, and nobody is taken to be in none of them.
    let count = (Some(2019), Item::Children, 100.0);
    let with_count = own(&[alone[0], count]).mix(TORFAEN, USUAL).unwrap();
    assert_eq!((with_count.unstated, with_count.spread), (75.0, [true, false, true, true]));
    with_count.shares.into_iter().zip([0.45, 0.25, 0.225, 0.075]).for_each(|(found, expected)| near(found, expected));
    // A group that is given as empty is empty, and where all are given the rest is elsewhere.
    let none = placed(2019, Placement::Foster, 0.0);
    let with_none = own(&[alone[0], none, count]).mix(TORFAEN, USUAL).unwrap();
    with_none.shares.into_iter().zip([0.0, 0.25, 0.5625, 0.1875]).for_each(|(found, expected)| near(found, expected));
    let all = own(&[alone[0], none, placed(2019, Placement::Parents, 5.0), placed(2019, Placement::Other, 10.0), count]);
    let all = all.mix(TORFAEN, USUAL).unwrap();
    assert_eq!((all.shares, all.unstated, all.spread), ([0.0, 0.25, 0.05, 0.7], 60.0, [false; 4]));
    // A part of a group is the least of it: 10 with relatives are some of the 60 in foster care; 50 of them are more than foster care's part.
    let usual = [0.6, 0.1, 0.2, 0.1];
    for (kinship, expected) in [(10.0, [0.6, 0.1, 0.2, 0.1]), (80.0, [0.8, 0.05, 0.1, 0.05])] {
        let some = own(&[placed(2019, Placement::Kinship, kinship), count]).mix(TORFAEN, usual).unwrap();
        some.shares.into_iter().zip(expected).for_each(|(found, expected)| near(found, expected));
        assert_eq!(some.spread, [kinship < 60.0, true, true, true]);
    }
    let secure = own(&[placed(2019, Placement::Secure, 2.0), count]).mix(TORFAEN, usual).unwrap();
    secure.shares.into_iter().zip(usual).for_each(|(found, expected)| near(found, expected));
    assert_eq!(own(&[placed(2019, Placement::Foster, 0.0), placed(2019, Placement::Other, 0.0)]).mix(TORFAEN, USUAL), None);
}

#[test]
fn a_unit_cost_is_weighed_by_numbers_where_there_are_any() {
    let cost = |year, placement, per, pounds| (year, Item::Cost(placement, per), pounds);
    let placed = |year, placement, number| (Some(year), Item::Placed(placement), number);
    // METHOD section 2: £3,920 a week.
    let one = own(&[cost(None, Placement::Residential, Per::Week, 3920.0)]).unit_cost(TORFAEN, Group::Residential).unwrap();
    assert_eq!((one.year, one.weighing), (None, Weighing::Single));
    near(one.pounds, 204_400.0);
    let (home, agency) = (Placement::FosterInHouse, Placement::FosterAgency);
    let costs = [cost(Some(2019), home, Per::Year, 20_000.0), cost(Some(2019), agency, Per::Year, 40_000.0)];
    let plain = own(&costs).unit_cost(TORFAEN, Group::Foster).unwrap();
    assert_eq!((plain.year, plain.weighing), (Some(2019), Weighing::Plain));
    near(plain.pounds, 30_000.0);
    let numbers = [placed(2018, home, 30.0), placed(2018, agency, 10.0), placed(2020, home, 7.0)];
    let weighed = own(&[&costs[..], &numbers].concat()).unit_cost(TORFAEN, Group::Foster).unwrap();
    assert_eq!(weighed.weighing, Weighing::ByNumbers(2018));
    near(weighed.pounds, 25_000.0);
    let newer = own(&[&costs[..], &[cost(Some(2020), home, Per::Year, 21_000.0)]].concat()).unit_cost(TORFAEN, Group::Foster).unwrap();
    assert_eq!((newer.year, newer.weighing), (Some(2020), Weighing::Single));
}

#[test]
fn grants_and_weights_are_of_no_year_or_the_latest() {
    let grant = Item::Grant("pdg-lac");
    let figures = own(&[(Some(2019), grant, 1.0), (Some(2020), grant, 2.0), (Some(2019), Item::Weight, 3.0), (None, Item::Weight, 4.0)]);
    assert_eq!(figures.grant(TORFAEN, "pdg-lac"), Some((Some(2020), 2.0)));
    assert_eq!(figures.grant(TORFAEN, "icf"), None);
    assert_eq!(figures.weight(TORFAEN), Some(4.0));
}
