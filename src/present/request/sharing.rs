//! A grant to be shared out, by rate or by pot.

use crate::model::allocation::Area;
use crate::model::allocation::Method;
use crate::model::allocation::Sharing;
use crate::model::allocation::Unit;
use crate::place;
use crate::place::RegionKind;
use crate::units::Children;
use crate::units::Pence;
use crate::units::Pounds;
use crate::units::Rate;
use crate::units::Share;

/// The region of those who have none.
const WALES: &str = "Wales";

/// How a pot is shared out, beside the weights.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Terms<'a> {
    /// The regions that keep a share, where there are any.
    pub regions: Option<RegionKind>,
    /// The share that they keep.
    pub retained: f64,
    /// Whether amounts are whole pounds; else pennies.
    pub pounds: bool,
    /// The least for any council, where there is one.
    pub floor: Option<f64>,
    /// What each council had last year, and the most that it may differ from that.
    pub last_year: Option<(&'a [f64], f64)>,
}

/// Pounds to the nearest penny; fields of money hold no finer ones.
#[expect(clippy::cast_possible_truncation, reason = "a cast of a number that is too great gives the greatest there is")]
pub(in crate::present) fn pence(pounds: f64) -> Pence {
    Pence::new((pounds * 100.0).round() as i64)
}

fn area(code: &str, region: &str, weight: f64, last_year: Option<f64>) -> Area {
    Area { code: code.to_owned(), region: region.to_owned(), weight: Children::new(weight), last_year: last_year.map(pence) }
}

/// A grant for Wales as one area: by rate.
#[must_use]
pub fn wales_by_rate(rate: f64, children: f64) -> Sharing {
    Sharing {
        method: Method::Rate { rate: Pounds::new(rate) },
        unit: Unit::Penny,
        retained_share: Share::ZERO,
        areas: vec![area(place::WALES_CODE, WALES, children, None)],
    }
}

/// A pot shared over the councils by weight: one weight for each council, in the order of the councils.
#[must_use]
pub fn shared(pot: f64, weights: &[f64], terms: &Terms) -> Sharing {
    let region = |council: &place::Council| match terms.regions {
        Some(RegionKind::Consortium) => council.consortium.id,
        Some(RegionKind::Board) => council.board.id,
        None => WALES,
    };
    let of = |(at, (council, weight)): (usize, (&place::Council, &f64))| {
        let last_year = terms.last_year.and_then(|(amounts, _)| amounts.get(at)).copied();
        area(council.code, region(council), *weight, last_year)
    };
    Sharing {
        method: Method::Pot {
            pot: pence(pot),
            floor: terms.floor.map_or(Pence::ZERO, pence),
            max_change: terms.last_year.map(|(_, most)| Rate::new(most)),
        },
        unit: if terms.pounds { Unit::Pound } else { Unit::Penny },
        retained_share: terms.regions.map_or(Share::ZERO, |_| Share::new(terms.retained)),
        areas: place::COUNCILS.iter().zip(weights).enumerate().map(of).collect(),
    }
}

/// A whole number of children shared over the councils by weight, none of them cut in two.
#[must_use]
pub fn heads(children: f64, weights: &[f64]) -> Sharing {
    shared(children, weights, &Terms { pounds: true, ..Terms::default() })
}
