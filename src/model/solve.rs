//! Backwards: the one value at which an outcome is reached, by bisection. Knows nothing of what is varied or reached.
//!
//! Section 4 of `METHOD.md`, “Backwards”.

/// Steps of a bisection: more than a binary number has digits, so the last ones change nothing.
const STEPS: u32 = 200;

/// Parts into which the range is cut to see whether the outcome is monotone.
const PARTS: u32 = 8;

/// How far, as a share of the difference between the outcomes at the two bounds, rounding may move an outcome.
const ROUNDING: f64 = 1e-9;

/// How far from `value`, as a share of the outcomes at the two bounds, an outcome may lie and still count as reached.
const REACHED: f64 = 1e-6;

/// Why no value was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unsolved<E> {
    /// The outcome sought is not between the outcomes at the bounds, which are these.
    Outside(f64, f64),
    /// The outcome at this value is beyond those on both sides of it, so there may be several answers.
    NotMonotone(f64),
    /// The outcome jumps over what is sought, at this value.
    Jumps(f64),
    /// The outcome could not be computed.
    Outcome(E),
}

/// The value between `low` and `high` at which `outcome`, monotone there, is `sought`.
///
/// # Errors
/// [`Unsolved`] where there is none, or where the outcome is seen not to be monotone.
pub fn solve<E>(low: f64, high: f64, sought: f64, mut outcome: impl FnMut(f64) -> Result<f64, E>) -> Result<f64, Unsolved<E>> {
    let mut at = |value: f64| outcome(value).map(|found| found - sought).map_err(Unsolved::Outcome);
    let (first, last) = (at(low)?, at(high)?);
    let (span, slack) = ((last - first).abs(), (last - first).abs() * ROUNDING);
    for (bound, at_bound) in [(low, first), (high, last)] {
        if at_bound.abs() <= slack {
            return Ok(bound);
        }
    }
    if (first > 0.0) == (last > 0.0) {
        return Err(Unsolved::Outside(first + sought, last + sought));
    }
    let mut before = first;
    for part in 1..PARTS {
        let value = low + (high - low) * f64::from(part) / f64::from(PARTS);
        let here = at(value)?;
        let rise = if last >= first { here - before } else { before - here };
        if rise < -slack {
            return Err(Unsolved::NotMonotone(value));
        }
        before = here;
    }
    let (mut a, mut b, mut at_a, mut at_b) = (low, high, first, last);
    for _ in 0..STEPS {
        let middle = f64::midpoint(a, b);
        if middle <= a || middle >= b {
            break;
        }
        let at_middle = at(middle)?;
        if at_middle > at_a.max(at_b) + slack || at_middle < at_a.min(at_b) - slack {
            return Err(Unsolved::NotMonotone(middle));
        }
        if (at_middle > 0.0) == (last > first) || at_middle.abs() <= 0.0 {
            (b, at_b) = (middle, at_middle);
        } else {
            (a, at_a) = (middle, at_middle);
        }
    }
    let (value, left) = if at_a.abs() <= at_b.abs() { (a, at_a) } else { (b, at_b) };
    if left.abs() <= span * REACHED { Ok(value) } else { Err(Unsolved::Jumps(value)) }
}

/// The root above zero of a rising function that is below zero at zero. None where it does not rise that far.
#[must_use]
pub fn root(excess: impl Fn(f64) -> f64) -> Option<f64> {
    let high = (0..400).map(|n| 2f64.powi(n)).find(|r| excess(*r) >= 0.0)?;
    Some(least(0.0, high, |r| excess(r) >= 0.0))
}

/// The least value of `(low, high]` from which `enough` holds, where it holds at `high`, does not at `low`, and changes once.
#[must_use]
pub fn least(low: f64, high: f64, mut enough: impl FnMut(f64) -> bool) -> f64 {
    least_within(0.0, low, high, &mut enough)
}

/// The same, or a value above it by no more than `width`: it is enough in either case.
#[must_use]
pub fn least_within(width: f64, low: f64, high: f64, enough: &mut dyn FnMut(f64) -> bool) -> f64 {
    let (mut low, mut high) = (low, high);
    for _ in 0..STEPS {
        let middle = f64::midpoint(low, high);
        if high - low <= width || middle <= low || middle >= high {
            break;
        }
        if enough(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}
