//! Positions put in an order. One sort for everything that is shared out: each sort of its own would cost the page 3 kB.

use std::cmp::Ordering;

/// The positions 0 to `count`, in the order that `compare` gives; two alike stay as they were.
#[must_use]
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    order
}
