//! Which of several changes made how much of a difference, so that the shares add up and none hangs on the order in which the changes
//! are told: Shapley values. Knows nothing of what is changed, or of what the worth is a worth of.
//!
//! The share of a change is what it adds to those made before it, the mean over all orders in which they could have been made. Up to
//! [`MOST_EXACT`] changes that is worked out from every set of them; beyond, from some of the orders, always the same ones.

use super::allocation::one_each;
use crate::units::order::order;

/// The most changes whose shares are exact: 1,024 worths.
pub const MOST_EXACT: usize = 10;

/// Orders from which the shares of more changes are worked out: half of them drawn, and each of these backwards.
pub const ORDERS: u32 = 256;

/// The shares of some changes, in the making.
pub struct Attribution {
    changes: usize,
    /// The worth of each set of changes, a bit for each, where every set is asked for.
    worths: Option<Vec<f64>>,
    orders: Orders,
    /// The set whose worth is asked for.
    made: Vec<bool>,
}

impl Attribution {
    /// Of so many changes; nothing is asked for yet.
    #[must_use]
    pub fn new(changes: usize) -> Self {
        let worths = (changes <= MOST_EXACT).then(Vec::new);
        Self { worths, ..Self::sampled(changes) }
    }

    /// The same from [`ORDERS`] orders, however few the changes are.
    #[must_use]
    pub fn sampled(changes: usize) -> Self {
        Self { changes, worths: None, orders: Orders::new(changes), made: vec![false; changes] }
    }

    /// Whether the shares are exact; otherwise they are means over [`ORDERS`] orders, and add up all the same.
    #[must_use]
    pub const fn exact(&self) -> bool {
        self.worths.is_some()
    }

    /// Asks for the worth of so many sets of changes more; `worth` is told which are made. Whether any are left to ask for.
    pub fn advance(&mut self, steps: usize, worth: &mut dyn FnMut(&[bool]) -> f64) -> bool {
        for _ in 0..steps.min(self.all().saturating_sub(self.asked())) {
            match &mut self.worths {
                Some(worths) => {
                    let set = worths.len();
                    self.made.iter_mut().enumerate().for_each(|(at, made)| *made = set >> at & 1 == 1);
                    worths.push(worth(&self.made));
                }
                None => self.orders.step(&mut self.made, worth),
            }
        }
        self.asked() < self.all()
    }

    /// How much of the work is done, 0 to 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^53 worths")]
    pub fn part_done(&self) -> f64 {
        match self.all() {
            0 => 1.0,
            all => self.asked() as f64 / all as f64,
        }
    }

    /// The share of each change; together they are the worth of all changes less that of none, to rounding. 0 each before all is asked for.
    #[must_use]
    pub fn finish(&self) -> Vec<f64> {
        match &self.worths {
            _ if self.asked() < self.all() => vec![0.0; self.changes],
            Some(worths) => (0..self.changes).map(|change| share(worths, self.changes, change)).collect(),
            None => self.orders.sums.iter().map(|sum| sum / f64::from(ORDERS)).collect(),
        }
    }

    /// How many worths are needed.
    fn all(&self) -> usize {
        match (self.changes, &self.worths) {
            (0, _) => 0,
            (changes, Some(_)) => 1 << changes,
            (changes, None) => Orders::all(changes),
        }
    }

    fn asked(&self) -> usize {
        self.worths.as_ref().map_or(self.orders.asked, Vec::len)
    }
}

/// The exact share of one change, from the worth of every set.
fn share(worths: &[f64], changes: usize, change: usize) -> f64 {
    let weights = weights(changes);
    let without = (0..worths.len()).filter(|set| set >> change & 1 == 0);
    without.map(|set| weights[set.count_ones() as usize] * (worths[set | 1 << change] - worths[set])).sum()
}

/// For each number of changes made before one: in which share of all orders one certain set of so many comes before it,
/// `1 / (n × C(n − 1, so many))`.
fn weights(changes: usize) -> Vec<f64> {
    let mut weight = 1.0 / float(changes);
    let mut weights = Vec::with_capacity(changes);
    for before in 1..=changes {
        weights.push(weight);
        weight *= float(before) / float(changes - before);
    }
    weights
}

#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^53 changes")]
const fn float(count: usize) -> f64 {
    count as f64
}

/// What each change adds along some orders. The worth of no change and of all is asked for once.
struct Orders {
    order: Vec<usize>,
    random: u64,
    asked: usize,
    none: f64,
    all: f64,
    /// The worth of the changes made so far in this order.
    before: f64,
    /// What each change added, over the orders so far.
    sums: Vec<f64>,
}

impl Orders {
    fn new(changes: usize) -> Self {
        // Any number but 0 will do; a fixed one, so that the same changes always have the same shares.
        let random = 0x9E37_79B9_7F4A_7C15;
        Self { order: (0..changes).collect(), random, asked: 0, none: 0.0, all: 0.0, before: 0.0, sums: vec![0.0; changes] }
    }

    /// How many worths the orders of so many changes need: those of none and of all, and of those in between for each order.
    fn all(changes: usize) -> usize {
        (ORDERS as usize).saturating_mul(changes.saturating_sub(1)).saturating_add(2)
    }

    /// One worth more.
    fn step(&mut self, made: &mut [bool], worth: &mut dyn FnMut(&[bool]) -> f64) {
        let changes = self.order.len();
        match self.asked {
            0 => self.none = worth(made),
            1 => {
                made.fill(true);
                self.all = worth(made);
                self.one_change();
            }
            asked => {
                let (nth, at) = ((asked - 2) / (changes - 1), (asked - 2) % (changes - 1));
                if at == 0 {
                    self.begin(nth);
                    made.fill(false);
                }
                made[self.order[at]] = true;
                let now = worth(made);
                self.add(at, now);
                if at + 2 == changes {
                    self.add(at + 1, self.all);
                }
            }
        }
        self.asked += 1;
    }

    /// There is one order of one change, and nothing in between.
    fn one_change(&mut self) {
        if let [sum] = &mut self.sums[..] {
            *sum = (self.all - self.none) * f64::from(ORDERS);
        }
    }

    /// The next order: one drawn, then the same backwards, so that what comes early in the one comes late in the other.
    fn begin(&mut self, nth: usize) {
        self.before = self.none;
        if nth % 2 == 1 {
            self.order.reverse();
            return;
        }
        for at in (1..self.order.len()).rev() {
            let other = self.below(at + 1);
            self.order.swap(at, other);
        }
    }

    fn add(&mut self, at: usize, now: f64) {
        self.sums[self.order[at]] += now - self.before;
        self.before = now;
    }

    /// A whole number from 0 and below a bound: Marsaglia's xorshift (2003), its upper digits.
    fn below(&mut self, bound: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).min(1 << 31);
        usize::try_from(((self.random >> 32) * bound) >> 32).unwrap_or(0)
    }
}

/// Shares in whole pounds that add up to the whole in whole pounds: rounded down, then a pound more where most was lost, the earlier of
/// two alike first.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a cast gives the nearest there is")]
pub fn money(shares: &[f64], whole: f64) -> Vec<i64> {
    let mut pounds: Vec<i64> = shares.iter().map(|share| share.floor() as i64).collect();
    let sum = pounds.iter().fold(0_i64, |sum, pounds| sum.saturating_add(*pounds));
    let left = (whole.round() as i64).saturating_sub(sum);
    // Less than a pound each is left, unless the shares are those of another whole.
    let count = i64::try_from(pounds.len()).unwrap_or(i64::MAX).max(1);
    for pounds in &mut pounds {
        *pounds = pounds.saturating_add(left.div_euclid(count));
    }
    let lost = |at: usize| shares[at] - shares[at].floor();
    let most_lost_first = order(shares.len(), &|a, b| lost(b).total_cmp(&lost(a)));
    one_each(i128::from(left.rem_euclid(count)), &most_lost_first, &mut |at| {
        pounds[at] = pounds[at].saturating_add(1);
        true
    });
    pounds
}
