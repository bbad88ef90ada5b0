//! Positions put in an order. One sort for everything: each sort of its own would cost a program 3 kB.

use std::cmp::Ordering;

/// The positions 0 to `count`, in the order that `compare` gives; two alike stay as they were.
#[must_use]
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    order
}

/// The same things in that order.
#[must_use]
pub fn ordered<T: Copy>(things: &[T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    order(things.len(), &|a, b| compare(&things[a], &things[b])).into_iter().map(|at| things[at]).collect()
}
