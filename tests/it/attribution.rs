//! Attribution: shares of a difference by the axioms that name Shapley's, on games with known answers and on real projections.

use clorian::api::{self, Value};
use clorian::model::attribution::{Attribution, MOST_EXACT, money};
use clorian::model::number::{OfBaseline, OfLever, OfPlacement};
use clorian::model::{Number, Scenario, project};
use proptest::prelude::*;

type Game<'a> = &'a dyn Fn(&[bool]) -> f64;

fn worked_out(mut attribution: Attribution, piece: usize, game: Game) -> Vec<f64> {
    while attribution.advance(piece, &mut |made| game(made)) {
        assert!(attribution.part_done() < 1.0);
    }
    assert!((attribution.part_done() - 1.0).abs() < 1e-15);
    attribution.finish()
}

fn shares(changes: usize, game: Game) -> Vec<f64> {
    worked_out(Attribution::new(changes), usize::MAX, game)
}

fn sampled(changes: usize, game: Game) -> Vec<f64> {
    worked_out(Attribution::sampled(changes), usize::MAX, game)
}

fn all_equal(found: &[f64], expected: &[f64], within: f64) {
    assert_eq!(found.len(), expected.len());
    assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() <= within), "{found:?}, not {expected:?}");
}

/// Any game: the worth of each set, a bit for each change.
fn any_game(worths: &[f64]) -> impl Fn(&[bool]) -> f64 {
    |made| worths[set(made)]
}

fn set(made: &[bool]) -> usize {
    made.iter().rev().fold(0, |set, made| set << 1 | usize::from(*made))
}

/// Shapley's own definition: the mean over every order.
fn by_every_order(changes: usize, game: Game) -> Vec<f64> {
    fn visit(order: &mut Vec<usize>, changes: usize, each: &mut dyn FnMut(&[usize])) {
        if order.len() == changes {
            each(order);
        }
        for at in 0..changes {
            if !order.contains(&at) {
                order.push(at);
                visit(order, changes, each);
                order.pop();
            }
        }
    }
    let (mut sums, mut orders) = (vec![0.0; changes], 0.0);
    visit(&mut Vec::new(), changes, &mut |order| {
        let mut made = vec![false; changes];
        let mut before = game(&made);
        for at in order {
            made[*at] = true;
            sums[*at] += game(&made) - before;
            before = game(&made);
        }
        orders += 1.0;
    });
    sums.iter().map(|sum| sum / orders).collect()
}

#[test]
fn an_additive_game_gives_each_its_own() {
    for changes in [0, 1, 2, 7, MOST_EXACT, MOST_EXACT + 1, 40] {
        let own: Vec<f64> = (0..changes).map(|at| f64::from(u32::try_from(at * at).unwrap()) - 5.0).collect();
        let game = |made: &[bool]| 17.0 + own.iter().zip(made).map(|(own, made)| if *made { *own } else { 0.0 }).sum::<f64>();
        assert_eq!(Attribution::new(changes).exact(), changes <= MOST_EXACT);
        all_equal(&shares(changes, &game), &own, 1e-9);
        all_equal(&sampled(changes, &game), &own, 1e-9);
    }
}

#[test]
fn known_games() {
    // A pair of gloves: one left hand, two right ones (Shapley 1953's market of three).
    let gloves = |made: &[bool]| f64::from(u8::from(made[0] && (made[1] || made[2])));
    all_equal(&shares(3, &gloves), &[2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0], 1e-15);
    // All ten or nothing: a tenth each.
    let unanimous = |made: &[bool]| f64::from(u8::from(made.iter().all(|made| *made)));
    all_equal(&shares(10, &unanimous), &[0.1; 10], 1e-15);
    // Twenty: only the last one of each order adds anything.
    let share: f64 = sampled(20, &unanimous).iter().sum();
    assert!((share - 1.0).abs() < 1e-12);
}

#[test]
fn the_pieces_do_not_matter_and_nothing_is_told_before_the_end() {
    let game = |made: &[bool]| f64::from(u32::try_from(set(made) % 977).unwrap());
    for changes in [3, 9, 10, 11, 15] {
        let whole = shares(changes, &game);
        for piece in [1, 2, 7, 1000] {
            assert_eq!(worked_out(Attribution::new(changes), piece, &game), whole);
        }
        let mut begun = Attribution::new(changes);
        assert!(begun.part_done() < 1e-15);
        assert!(begun.advance(4, &mut |made| game(made)));
        assert!(begun.part_done() > 0.0);
        assert_eq!(begun.finish(), vec![0.0; changes]);
    }
    assert!(!Attribution::new(0).advance(1, &mut |_| panic!("nothing is asked for")));
}

#[test]
fn each_worth_is_asked_for_once() {
    for changes in 1..=MOST_EXACT {
        let mut seen = vec![0; 1 << changes];
        Attribution::new(changes).advance(usize::MAX, &mut |made| {
            seen[set(made)] += 1;
            0.0
        });
        assert!(seen.iter().all(|times| *times == 1));
    }
}

proptest! {
    #[test]
    fn the_axioms_hold(worths in proptest::collection::vec(-1e6..1e6, 64), a in 0..6_usize, b in 0..6_usize) {
        let game = any_game(&worths);
        let found = shares(6, &game);
        all_equal(&found, &by_every_order(6, &game), 1e-6);
        // Efficiency.
        prop_assert!((found.iter().sum::<f64>() - (worths[63] - worths[0])).abs() < 1e-6);
        let drawn = sampled(6, &game);
        prop_assert!((drawn.iter().sum::<f64>() - (worths[63] - worths[0])).abs() < 1e-6);
        // A change that does nothing has no share, and one less to tell changes nothing for the rest.
        let dummy = |made: &[bool]| { let mut made = made.to_vec(); made[a] = false; game(&made) };
        prop_assert!(shares(6, &dummy)[a].abs() < 1e-9);
        prop_assert!(sampled(6, &dummy)[a].abs() < 1e-9);
        // Two that do the same have the same share.
        let symmetric = |made: &[bool]| { let mut other = made.to_vec(); other.swap(a, b); game(made) + game(&other) };
        let found = shares(6, &symmetric);
        prop_assert!((found[a] - found[b]).abs() < 1e-6);
    }

    #[test]
    fn the_order_of_the_changes_does_not_matter(worths in proptest::collection::vec(-1e6..1e6, 128), turned in 0..7_usize, swapped in 0..6_usize) {
        let game = any_game(&worths);
        let moved = |values: &[f64]| { let mut values = values.to_vec(); values.rotate_left(turned); values.swap(swapped, swapped + 1); values };
        let back = |made: &[bool]| { let mut made = made.to_vec(); made.swap(swapped, swapped + 1); made.rotate_right(turned); made };
        all_equal(&shares(7, &|made| game(&back(made))), &moved(&shares(7, &game)), 1e-6);
    }

    #[test]
    fn whole_pounds_add_up_to_the_whole(shares in proptest::collection::vec(-1e9..1e9, 1..30)) {
        let whole: f64 = shares.iter().sum();
        let pounds = money(&shares, whole);
        #[expect(clippy::cast_possible_truncation, reason = "far below 2^53")]
        let rounded = whole.round() as i64;
        prop_assert_eq!(pounds.iter().sum::<i64>(), rounded);
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let near = pounds.iter().zip(&shares).all(|(pounds, share)| (*pounds as f64 - share).abs() < 1.0 + 1e-6);
        prop_assert!(near, "{:?} {:?}", pounds, shares);
    }
}

#[test]
fn pounds_go_where_most_was_lost_and_nothing_makes_them_panic() {
    assert_eq!(money(&[1.4, 1.4, 1.2], 4.0), [2, 1, 1]);
    assert_eq!(money(&[-1.4, 2.7, 0.2], 1.5), [-1, 3, 0]);
    assert_eq!(money(&[], 3.0), [0_i64; 0]);
    assert_eq!(money(&[0.0, 0.0, 0.0], 1e9 + 2.0).iter().sum::<i64>(), 1_000_000_002);
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300] {
        assert_eq!(money(&[odd, 1.0, -odd], odd).len(), 3);
        assert_eq!(money(&[1.0, 2.0], odd).len(), 2);
        assert_eq!(money(&[odd, 2.0], 3.0).len(), 2);
    }
}

/// Ten changes of a worked case in which limits bind, and its NPV with some of them made.
fn ten_changes() -> (Scenario, [(Number, f64); 10]) {
    let text = include_str!("../cases/project-all-at-once.json");
    let scenario = api::read_scenario(Value::from_json(text).unwrap().at("input").unwrap()).unwrap();
    let changes = [
        (Number::Baseline(OfBaseline::Entries), 2300.0),
        (Number::Baseline(OfBaseline::ExitRate), 0.23),
        (Number::Placement(0, OfPlacement::UnitCost), 30_000.0),
        (Number::Placement(1, OfPlacement::UnitCost), 350_000.0),
        (Number::Lever(0, OfLever::Effect), 0.35),
        (Number::Lever(0, OfLever::AnnualCost), 9e6),
        (Number::Lever(1, OfLever::Effect), 0.3),
        (Number::Lever(2, OfLever::Effect), 0.9),
        (Number::Cashable, 0.6),
        (Number::DiscountRate, 0.06),
    ];
    (scenario, changes)
}

fn npv(scenario: &Scenario, changes: &[(Number, f64)], made: &[bool]) -> f64 {
    let mut scenario = scenario.clone();
    changes.iter().zip(made).filter(|(_, made)| **made).for_each(|((number, value), _)| number.put(&mut scenario, *value));
    project(&scenario).totals.present_value.net_present_value().value()
}

#[test]
fn a_real_plan_is_shared_out_within_a_pound_and_some_orders_tell_nearly_what_all_do() {
    let (scenario, changes) = ten_changes();
    let game = |made: &[bool]| npv(&scenario, &changes, made);
    let (none, all) = (game(&[false; 10]), game(&[true; 10]));
    let exact = shares(10, &game);
    assert!(exact[1..].iter().all(|share| share.abs() > 1.0), "each does something: {exact:?}");
    assert!(exact[0].abs() < 1e-6, "entries move no programme while no limit is near");
    assert!((exact.iter().sum::<f64>() - (all - none)).abs() < 1e-3);
    let drawn = sampled(10, &game);
    assert!((drawn.iter().sum::<f64>() - (all - none)).abs() < 1e-3);
    let largest = exact.iter().fold(0.0, |largest: f64, share| largest.max(share.abs()));
    all_equal(&drawn, &exact, 0.02 * largest);
    let pounds: i64 = money(&exact, all - none).iter().sum();
    #[expect(clippy::cast_possible_truncation, reason = "far below 2^53")]
    let whole = (all - none).round() as i64;
    assert_eq!(pounds, whole);
    // Told the other way round, the shares are the same.
    let backwards: Vec<(Number, f64)> = changes.iter().rev().copied().collect();
    let mut turned = shares(10, &|made| npv(&scenario, &backwards, made));
    turned.reverse();
    all_equal(&turned, &exact, 1e-4);
}
