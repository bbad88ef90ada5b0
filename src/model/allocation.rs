//! Sharing out a grant: by rate or by pot, within limits, with what a region retains. Whole pence throughout, so that the parts
//! always add up.
//!
//! Weights, rates and shares arrive as binary numbers; each is read as the shortest decimal that means it, which is what a
//! person typed, and from there on the arithmetic is of whole numbers. Knows nothing of years of care.
//!
//! Section 5 of `METHOD.md`.

use super::decimal::{Decimal, aligned};
use crate::units::order::order;
use crate::units::order::ordered;
use crate::units::{Children, Pence, Pounds, Rate, Share};

/// The most areas that a grant is shared among; with [`MOST_POUNDS`] it keeps every product within 128 bits.
pub const MOST_AREAS: usize = 10_000;

/// The most pounds that are shared out.
pub const MOST_POUNDS: f64 = 1e12;

/// A grant and those it is for.
#[derive(Clone, Debug, PartialEq)]
pub struct Sharing {
    /// By rate or by pot.
    pub method: Method,
    /// Whole pence or whole pounds.
    pub unit: Unit,
    /// The share kept by the region.
    pub retained_share: Share,
    /// Those it is for.
    pub areas: Vec<Area>,
}

/// How an amount before retention comes about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Method {
    /// So much for each of the weight.
    Rate {
        /// Pounds for one of the weight.
        rate: Pounds,
    },
    /// A pot in proportion to the weight, within limits.
    Pot {
        /// All there is; a whole number of the unit.
        pot: Pence,
        /// The least for anyone.
        floor: Pence,
        /// The greatest change from last year, up or down, as a share of it; above 1, nothing is too little.
        max_change: Option<Rate>,
    },
}

/// What amounts are rounded to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Whole pence.
    Penny,
    /// Whole pounds.
    Pound,
}

impl Unit {
    /// How many pence it is.
    #[must_use]
    pub const fn pence(self) -> i64 {
        match self {
            Self::Penny => 1,
            Self::Pound => 100,
        }
    }

    /// Decimals of a pound that it keeps.
    const fn decimals(self) -> i32 {
        match self {
            Self::Penny => 2,
            Self::Pound => 0,
        }
    }
}

/// One of those a grant is for.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Its ONS code, which settles ties.
    pub code: String,
    /// The region that retains a share.
    pub region: String,
    /// Children, population, or whatever else the grant goes by.
    pub weight: Children,
    /// What it had last year, before retention.
    pub last_year: Option<Pence>,
}

/// A grant shared out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// The sum of all parts.
    pub total: Pence,
    /// One for each area, in order of code.
    pub areas: Vec<Part>,
    /// One for each region, in order of name.
    pub regions: Vec<Regional>,
}

/// What one area gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it stands in [`Sharing::areas`].
    pub area: usize,
    /// What it receives after its region's share.
    pub amount: Pence,
    /// Its part before that.
    pub before_retention: Pence,
    /// What it would have been without floor and greatest change; none where there are neither.
    pub without_limits: Option<Pence>,
}

/// What one region's councils get together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regional {
    /// Its name.
    pub region: String,
    /// What it keeps.
    pub retained: Pence,
    /// What its councils receive.
    pub passed_on: Pence,
    /// Both together.
    pub amount: Pence,
}

/// Why a grant cannot be shared out as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmet {
    /// No area has any weight, so there is no proportion.
    NoWeight,
    /// The pot is not a whole number of the unit.
    Finer,
    /// The least amounts come to this much more than the pot.
    Short(Pence),
    /// The greatest amounts come to this much less than the pot.
    Over(Pence),
    /// An area's floor is this much above its greatest amount.
    Crossed(usize, Pence),
    /// The total is beyond [`MOST_POUNDS`].
    TooMuch,
}

/// Shares out a grant.
///
/// # Errors
/// [`Unmet`] where the limits cannot all be met, or there is nothing to share by.
pub fn allocate(sharing: &Sharing) -> Result<Allocation, Unmet> {
    let order = order(sharing.areas.len(), &|a, b| sharing.areas[a].code.cmp(&sharing.areas[b].code));
    let areas: Vec<&Area> = order.iter().map(|area| &sharing.areas[*area]).collect();
    let (amounts, without_limits) = match sharing.method {
        Method::Rate { rate } => (by_rate(rate, sharing.unit, &areas)?, None),
        Method::Pot { pot, floor, max_change } => {
            if pot.value() % sharing.unit.pence() != 0 {
                return Err(Unmet::Finer);
            }
            let limits = limits(pot, &areas, floor, max_change).map_err(|(area, by)| Unmet::Crossed(order[area], by))?;
            let limited = floor > Pence::ZERO || max_change.is_some();
            let free = vec![Limit::NONE; areas.len()];
            let without = if limited { Some(by_pot(pot, sharing.unit, &areas, &free)?) } else { None };
            (by_pot(pot, sharing.unit, &areas, &limits)?, without)
        }
    };
    let (received, regions) = retain(sharing, &areas, &amounts);
    let part = |(at, area): (usize, usize)| Part {
        area,
        amount: received[at],
        before_retention: amounts[at],
        without_limits: without_limits.as_ref().map(|amounts| amounts[at]),
    };
    Ok(Allocation { total: amounts.iter().copied().sum(), areas: order.into_iter().enumerate().map(part).collect(), regions })
}

/// Rate times weight, rounded half up to the unit.
fn by_rate(rate: Pounds, unit: Unit, areas: &[&Area]) -> Result<Vec<Pence>, Unmet> {
    let rate = Decimal::of(rate.value());
    let mut total = 0_i64;
    let amount = |area: &&Area| {
        let units = rate.times(Decimal::of(area.weight.value())).shifted(unit.decimals()).half_up().ok_or(Unmet::TooMuch)?;
        let pence = i64::try_from(units).ok().and_then(|units| units.checked_mul(unit.pence())).ok_or(Unmet::TooMuch)?;
        total = total.saturating_add(pence);
        Ok(Pence::new(pence))
    };
    let amounts = areas.iter().map(amount).collect::<Result<Vec<_>, _>>()?;
    if Pence::new(total).pounds().value() > MOST_POUNDS { Err(Unmet::TooMuch) } else { Ok(amounts) }
}

/// Limits are kept in ten-thousandths of a penny.
const FINE: i128 = 10_000;

/// The least and greatest amount of an area, in [`FINE`] parts of a penny.
#[derive(Clone, Copy, Debug)]
struct Limit {
    low: i128,
    high: Option<i128>,
}

impl Limit {
    const NONE: Self = Self { low: 0, high: None };

    fn hold(self, amount: i128) -> i128 {
        let amount = amount.max(self.low);
        self.high.map_or(amount, |high| amount.min(high))
    }
}

/// Each area's limits; or the area whose floor is above its greatest amount, and by how much. No greatest amount need be more
/// than the pot.
fn limits(pot: Pence, areas: &[&Area], floor: Pence, max_change: Option<Rate>) -> Result<Vec<Limit>, (usize, Pence)> {
    let pot = i128::from(pot.value()) * FINE;
    let change = max_change.map(|share| Decimal::of(share.value()));
    let limit = |(at, area): (usize, &&Area)| {
        let floor = i128::from(floor.value()) * FINE;
        let (Some(change), Some(last)) = (change, area.last_year) else {
            return Ok(Limit { low: floor, high: None });
        };
        let last = i128::from(last.value()) * FINE;
        let by = Decimal::whole(last).times(change).half_up().unwrap_or(last);
        let (low, high) = (floor.max(last - by), last + by);
        if low > high { Err((at, pence_up(low - high))) } else { Ok(Limit { low, high: Some(high.min(pot)) }) }
    };
    areas.iter().enumerate().map(limit).collect()
}

/// Fine parts as pence, a part of a penny counting as one.
fn pence_up(fine: i128) -> Pence {
    Pence::new(i64::try_from((fine + FINE - 1) / FINE).unwrap_or(i64::MAX))
}

/// A pot in proportion to the weights, each amount held within its limits, by the one factor that spends the pot.
fn by_pot(pot: Pence, unit: Unit, areas: &[&Area], limits: &[Limit]) -> Result<Vec<Pence>, Unmet> {
    let decimals: Vec<Decimal> = areas.iter().map(|area| Decimal::of(area.weight.value())).collect();
    let weights = aligned(&decimals);
    let target = i128::from(pot.value()) * FINE;
    let shared = factor(target, &weights, limits)?;
    let step = i128::from(unit.pence()) * FINE;
    let held: Vec<i128> = weights.iter().zip(limits).map(|(weight, limit)| shared.amount(*weight, *limit)).collect();
    let rounded = largest_remainder(i128::from(pot.value() / unit.pence()), &held, shared.of * step, |at, units| {
        limits[at].high.is_none_or(|high| (units + 1) * step <= high)
    });
    let amounts = rounded.map_err(|left| Unmet::Over(Pence::new(unit.pence().saturating_mul(left))))?;
    Ok(amounts.into_iter().map(|units| Pence::new(units.saturating_mul(unit.pence()))).collect())
}

/// A factor as a fraction: fine parts of a penny for so much weight.
#[derive(Clone, Copy, Debug)]
struct Factor {
    money: i128,
    of: i128,
}

impl Factor {
    /// An area's amount times [`Factor::of`], held within its limits.
    fn amount(self, weight: i128, limit: Limit) -> i128 {
        let (low, high) = (limit.low * self.of, limit.high.map(|high| high * self.of));
        Limit { low, high }.hold(self.money * weight)
    }

    /// What all areas come to, times [`Factor::of`].
    fn total(self, weights: &[i128], limits: &[Limit]) -> i128 {
        weights.iter().zip(limits).map(|(weight, limit)| self.amount(*weight, *limit)).sum()
    }
}

/// The factor that spends the target exactly: found between two of the points where an area reaches a limit, and there a
/// simple proportion among those who have not.
fn factor(target: i128, weights: &[i128], limits: &[Limit]) -> Result<Factor, Unmet> {
    let least: i128 = limits.iter().map(|limit| limit.low).sum();
    if least > target {
        return Err(Unmet::Short(pence_up(least - target)));
    }
    let weighted = || weights.iter().zip(limits).filter(|(weight, _)| **weight > 0);
    if weighted().next().is_none() {
        return if least == target { Ok(Factor { money: 0, of: 1 }) } else { Err(Unmet::NoWeight) };
    }
    let turns: Vec<Factor> = weighted()
        .flat_map(|(weight, limit)| [Some(limit.low), limit.high].into_iter().flatten().map(|money| Factor { money, of: *weight }))
        .collect();
    let rising = order(turns.len(), &|a, b| (turns[a].money * turns[b].of).cmp(&(turns[b].money * turns[a].of)));
    let turns: Vec<Factor> = rising.into_iter().map(|at| turns[at]).collect();
    let next = turns.partition_point(|turn| turn.total(weights, limits) < target * turn.of);
    let Some(next) = turns.get(next) else {
        return spend_rest(target, weights, limits, |weight, limit| if weight > 0 { limit.high } else { Some(limit.low) });
    };
    if next.total(weights, limits) == target * next.of {
        return Ok(*next);
    }
    let before_next = |money: i128, weight: i128| money * next.of < next.money * weight;
    spend_rest(target, weights, limits, |weight, limit| {
        if before_next(limit.low, weight) { limit.high.filter(|high| before_next(*high, weight)) } else { Some(limit.low) }
    })
}

/// The factor by which the areas that are not `fixed` share in proportion what the others leave.
fn spend_rest(target: i128, weights: &[i128], limits: &[Limit], fixed: impl Fn(i128, Limit) -> Option<i128>) -> Result<Factor, Unmet> {
    let (mut money, mut of) = (target, 0);
    for (weight, limit) in weights.iter().zip(limits) {
        match fixed(*weight, *limit) {
            Some(amount) => money -= amount,
            None => of += weight,
        }
    }
    if of > 0 { Ok(Factor { money, of }) } else { Err(Unmet::Over(pence_up(money))) }
}

/// Whole units for each of `amounts` (times `of`), adding up to `units`: rounded down, then one more where most was lost, the
/// earlier of two alike first, while there `is_room`. Gives what is left over where there is no room.
fn largest_remainder(units: i128, amounts: &[i128], of: i128, is_room: impl Fn(usize, i128) -> bool) -> Result<Vec<i64>, i64> {
    let mut whole: Vec<i128> = amounts.iter().map(|amount| amount / of).collect();
    let order = order(amounts.len(), &|a, b| (amounts[b] % of).cmp(&(amounts[a] % of)));
    let left = one_each(units - whole.iter().sum::<i128>(), &order, &mut |at| {
        let room = is_room(at, whole[at]);
        whole[at] += i128::from(room);
        room
    });
    if left > 0 {
        return Err(i64::try_from(left).unwrap_or(i64::MAX));
    }
    Ok(whole.into_iter().map(|units| i64::try_from(units).unwrap_or(i64::MAX)).collect())
}

/// Gives one more to each in this order, and round again, until nothing is left or nobody takes any; what is left then.
pub(super) fn one_each(mut left: i128, order: &[usize], give: &mut dyn FnMut(usize) -> bool) -> i128 {
    let mut taken = true;
    while left > 0 && std::mem::take(&mut taken) {
        for at in order {
            if left > 0 && give(*at) {
                (left, taken) = (left - 1, true);
            }
        }
    }
    left
}

/// What each area receives, and what each region keeps.
fn retain(sharing: &Sharing, areas: &[&Area], amounts: &[Pence]) -> (Vec<Pence>, Vec<Regional>) {
    let names: Vec<&str> = areas.iter().map(|area| area.region.as_str()).collect();
    let mut names = ordered(&names, &Ord::cmp);
    names.dedup();
    let share = Decimal::of(sharing.retained_share.value());
    let unit = sharing.unit.pence();
    let mut received = amounts.to_vec();
    let regional = |region: &str| {
        let members: Vec<usize> = (0..areas.len()).filter(|at| areas[*at].region == region).collect();
        let parts: Vec<i128> = members.iter().map(|at| i128::from(amounts[*at].value())).collect();
        let amount: Pence = members.iter().map(|at| amounts[*at]).sum();
        let kept = Decimal::whole(i128::from(amount.value() / unit)).times(share).half_up().unwrap_or(0);
        let retained = Pence::new(i64::try_from(kept).unwrap_or(0) * unit);
        let passed_on = amount - retained;
        if amount > Pence::ZERO {
            let units = i128::from(passed_on.value() / unit);
            let held: Vec<i128> = parts.iter().map(|part| part * units).collect();
            let shared = largest_remainder(units, &held, i128::from(amount.value()), |_, _| true).unwrap_or_default();
            members.iter().zip(shared).for_each(|(at, units)| received[*at] = Pence::new(units * unit));
        }
        Regional { region: region.to_owned(), retained, passed_on, amount }
    };
    let regions = names.into_iter().map(regional).collect();
    (received, regions)
}
