//! Positions put in an order. One sort for everything, by merging: each of the standard library's would cost a program 2 to 3 kB.

use std::cmp::Ordering;

/// The positions 0 to `count`, in the order that `compare` gives; two alike stay as they were.
#[must_use]
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut merged = order.clone();
    let mut width = 1;
    while width < count {
        for start in (0..count).step_by(2 * width) {
            let (middle, end) = ((start + width).min(count), (start + 2 * width).min(count));
            merge(&order[start..middle], &order[middle..end], &mut merged[start..end], compare);
        }
        std::mem::swap(&mut order, &mut merged);
        width *= 2;
    }
    order
}

/// Two runs, each in order, as one: of two alike the left comes first.
fn merge<'a>(mut left: &'a [usize], mut right: &'a [usize], into: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    for place in into {
        let from_left = match (left.first(), right.first()) {
            (Some(one), Some(other)) => compare(*one, *other).is_le(),
            (one, _) => one.is_some(),
        };
        let from = if from_left { &mut left } else { &mut right };
        if let Some((first, rest)) = from.split_first() {
            (*place, *from) = (*first, rest);
        }
    }
}

/// The same things in that order.
#[must_use]
pub fn ordered<T: Copy>(things: &[T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    order(things.len(), &|a, b| compare(&things[a], &things[b])).into_iter().map(|at| things[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_standard_library_s_stable_order(things in proptest::collection::vec(0_u8..20, 0..80)) {
            let mut expected: Vec<usize> = (0..things.len()).collect();
            expected.sort_by_key(|at| things[*at]);
            prop_assert_eq!(order(things.len(), &|a, b| things[a].cmp(&things[b])), expected);
        }
    }
}
