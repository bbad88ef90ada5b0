//! Round numbers, for axes and sliders.

/// The least of some multiples (from 1 up, below 10) of a power of ten that is not below a number; nothing for nothing or less.
#[must_use]
pub fn round_up(value: f64, multiples: &[f64]) -> f64 {
    if value <= 0.0 || !value.is_finite() {
        return 0.0;
    }
    // By tens, not by a logarithm: the functions for it would cost each program 3 kB.
    let mut power = 1.0;
    while power * 10.0 <= value {
        power *= 10.0;
    }
    while power > value {
        power /= 10.0;
    }
    multiples.iter().map(|multiple| multiple * power).find(|step| *step >= value * (1.0 - 1e-9)).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::round_up;

    #[test]
    fn steps_are_round_and_not_below() {
        for (value, expected) in
            [(0.0, 0.0), (1.0, 1.0), (1.1, 2.0), (4_999.0, 5_000.0), (5_001.0, 10_000.0), (0.03, 0.05), (f64::NAN, 0.0)]
        {
            assert!((round_up(value, &[1.0, 2.0, 5.0]) - expected).abs() <= 1e-12 * expected, "{value}");
        }
    }
}
