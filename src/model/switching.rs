//! How far one number may move before the answer changes sign. Knows nothing of which number it is, or of what the outcome is called.

use super::solve::least_within;

/// Points at which each side is looked at: the bound, half of the way to it, and so on, each half as far as the one before. So what is
/// near is looked at as closely, for its distance, as what is far: bounds are wide, so that nobody meets them, and a change of sign is
/// told by how far it is. One that is taken back within one such step is not seen.
const POINTS: i32 = 16;

/// How near, as a share of the distance between the bounds, a change is found.
const WITHIN: f64 = 1e-9;

/// The nearest values at which an outcome that was above 0 no longer is, or the other way round. At each the sign has changed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Switching {
    /// Below the number as it is.
    pub below: Option<f64>,
    /// Above it.
    pub above: Option<f64>,
}

impl Switching {
    /// Whether the sign stays wherever the number goes.
    #[must_use]
    pub const fn never(self) -> bool {
        self.below.is_none() && self.above.is_none()
    }
}

/// Where the outcome changes sign, as one number moves from `now` towards each of its bounds. An outcome of exactly 0 is not above 0; one
/// that is no number changes nothing.
pub fn switching(now: f64, bounds: (f64, f64), worth: &mut dyn FnMut(f64) -> f64) -> Switching {
    let here = worth(now);
    if here.is_nan() {
        return Switching::default();
    }
    let mut changed = |value: f64| {
        let there = worth(value);
        !there.is_nan() && (there > 0.0) != (here > 0.0)
    };
    let (low, high) = bounds;
    let width = (high - low) * WITHIN;
    let mut towards = |bound: f64| {
        // Rounding may lead past the bound by a last digit.
        let at = |far: f64| (now + far).max(low).min(high);
        nearest(width, bound - now, &mut |far| changed(at(far))).map(at)
    };
    Switching { below: if low < now { towards(low) } else { None }, above: if high > now { towards(high) } else { None } }
}

/// The nearest change on the way to `far`, which is as far below 0 or above it as the bound.
fn nearest(width: f64, far: f64, changed: &mut dyn FnMut(f64) -> bool) -> Option<f64> {
    if !far.is_finite() {
        return None;
    }
    let at = |point: i32| far * 0.5_f64.powi(POINTS - 1 - point);
    let found = (0..POINTS).find(|point| changed(at(*point)))?;
    let before = if found == 0 { 0.0 } else { at(found - 1) };
    let side = far.signum();
    Some(side * least_within(width, before * side, at(found) * side, &mut |distance| changed(distance * side)))
}
