//! Scenarios drawn at random: levers of every kind, every course of the count, mixes that move.

use clorian::model::{Action, Baseline, Course, Lever, Placement, Scenario};
use clorian::units::{Children, Pounds, PoundsPerChildYear, Rate, Share, Year};
use proptest::prelude::*;

/// Few shares that add up to one.
pub fn shares() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.0..1.0f64, 4).prop_map(|parts| {
        let sum = parts.iter().sum::<f64>() + 0.01;
        let mut shares: Vec<f64> = parts.iter().map(|part| part / sum).collect();
        shares[0] += 1.0 - shares.iter().sum::<f64>();
        shares
    })
}

fn only(at: usize) -> Vec<Share> {
    (0..4).map(|p| if p == at { Share::ONE } else { Share::ZERO }).collect()
}

pub fn action() -> impl Strategy<Value = Action> {
    let mix = || prop::option::of(shares().prop_map(|mix| mix.into_iter().map(Share::new).collect::<Vec<_>>()));
    prop_oneof![
        (0.0..1.0f64, 0.0..1.0f64, mix()).prop_map(|(would_enter, prevented, mix)| Action::Divert {
            would_enter: Share::new(would_enter),
            prevented: Share::new(prevented),
            mix
        }),
        (0.0..1.0f64, mix()).prop_map(|(success, mix)| Action::Reunify { success: Share::new(success), mix }),
        (0.0..1.0f64, 0..4usize, 1..4usize).prop_map(|(success, from, on)| Action::StepDown {
            success: Share::new(success),
            from: only(from),
            to: only((from + on) % 4)
        }),
        (0.0..1.0f64, shares(), shares()).prop_map(|(success, from, to)| {
            let mix = |of: Vec<f64>| of.into_iter().map(Share::new).collect();
            Action::StepDown { success: Share::new(success), from: mix(from), to: mix(to) }
        }),
    ]
}

prop_compose! {
    pub fn lever(most_returned: f64)(
        action in action(),
        starts in 0..6u16,
        runs in prop::option::of(0..8u16),
        ramp_years in 0..5u16,
        annual_cost in 0.0..1e7f64,
        children in 0.0..4000.0f64,
        returned_share in 0.0..=most_returned,
        return_years in 1..5u16,
    ) -> Lever {
        let first_year = Year::new(2019).plus(starts);
        Lever {
            name: "lever".to_owned(),
            action,
            first_year,
            last_year: runs.map(|years| first_year.plus(years)),
            ramp_years,
            annual_cost: Pounds::new(annual_cost),
            children: Children::new(children),
            returned_share: Share::new(returned_share),
            return_years,
        }
    }
}

/// How the count moves, and the entries that are known.
pub fn course() -> impl Strategy<Value = (Course, Option<f64>)> {
    let entries = || prop::option::of(0.0..3000.0f64);
    prop_oneof![
        3 => (0.0..3000.0f64).prop_map(|entries| (Course::Flows, Some(entries))),
        1 => (prop::collection::vec(0.0..600.0f64, 1..8), entries())
            .prop_map(|(falls, entries)| (Course::Reductions(falls.into_iter().map(Children::new).collect()), entries)),
        1 => (-0.3..0.3f64, entries()).prop_map(|(growth, entries)| (Course::Growth(Rate::new(growth)), entries)),
        1 => (0.0..9000.0f64, 1..20u16, entries())
            .prop_map(|(target, by, entries)| (Course::Target(Children::new(target), Year::new(2019).plus(by)), entries)),
    ]
}

prop_compose! {
    pub fn scenario(most_returned: f64)(
        years in 1..20u16,
        children in 1.0..9000.0f64,
        (course, entries) in course(),
        exit_rate in 0.0..1.5f64,
        target in prop::option::of((shares(), 1..25u16)),
        growths in prop::array::uniform3(-0.1..0.1f64),
        mix in shares(),
        unit_costs in prop::array::uniform4(0.0..3e5f64),
        levers in prop::collection::vec(lever(most_returned), 0..4),
        cashable in 0.0..1.0f64,
    ) -> Scenario {
        let placement = |(at, share): (usize, &f64)| Placement {
            code: format!("p{at}"),
            share: Share::new(*share),
            target_share: Share::new(target.as_ref().map_or(*share, |(mix, _)| mix[at])),
            unit_cost: PoundsPerChildYear::new(unit_costs[at]),
            unit_cost_growth: Rate::new(growths[2]),
        };
        // Falls take no more children than there are.
        let children = match &course {
            Course::Reductions(falls) => children + falls.iter().map(|fall| fall.value()).sum::<f64>(),
            _ => children,
        };
        Scenario {
            first_year: Year::new(2019),
            years,
            baseline: Baseline {
                children: Children::new(children),
                course,
                entries: entries.map(Children::new),
                entries_growth: Rate::new(growths[0]),
                exit_rate: Rate::new(exit_rate),
                exit_rate_growth: Rate::new(growths[1]),
                placements: mix.iter().enumerate().map(placement).collect(),
                target_mix_year: target.as_ref().map(|(_, by)| Year::new(2019).plus(*by)),
                target_rest: None,
                part: None,
            },
            levers,
            discount_rate: Rate::new(0.035),
            cashable: Share::new(cashable),
            optimism: Share::new(0.1),
            grant: None,
        }
    }
}
