//! Numbers as people type them: whole digits and a power of ten, so that a half is a half. Never below zero.

use crate::units::written::Digits;

/// `digits × 10^exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: i128,
    exponent: i32,
}

/// Significant digits that weights keep beside the greatest of them.
const KEPT: i32 = 15;

impl Decimal {
    /// The shortest decimal that a binary number stands for; zero for anything below zero.
    pub(super) fn of(value: f64) -> Self {
        let shortest = Digits::of(value.max(0.0));
        let digits = shortest.all().iter().fold(0, |sum, digit| sum * 10 + i128::from(digit - b'0'));
        Self { digits, exponent: shortest.power - i32::try_from(shortest.all().len()).unwrap_or(0) }
    }

    /// A whole number.
    pub(super) const fn whole(digits: i128) -> Self {
        Self { digits, exponent: 0 }
    }

    /// The product, exactly.
    pub(super) const fn times(self, other: Self) -> Self {
        Self { digits: self.digits.saturating_mul(other.digits), exponent: self.exponent + other.exponent }
    }

    /// Ten to the power of `places` times as much.
    pub(super) const fn shifted(self, places: i32) -> Self {
        Self { digits: self.digits, exponent: self.exponent + places }
    }

    /// The nearest whole number, a half going up. None beyond 128 bits.
    pub(super) fn half_up(self) -> Option<i128> {
        let Some(power) = 10_i128.checked_pow(self.exponent.unsigned_abs()) else {
            return if self.exponent < 0 || self.digits == 0 { Some(0) } else { None };
        };
        if self.exponent >= 0 {
            return self.digits.checked_mul(power);
        }
        let (whole, rest) = (self.digits / power, self.digits % power);
        Some(if rest >= power - rest { whole + 1 } else { whole })
    }

    /// The power of ten that is above it.
    fn magnitude(self) -> i32 {
        self.digits.checked_ilog10().and_then(|log| i32::try_from(log).ok()).map_or(i32::MIN, |log| self.exponent + log + 1)
    }
}

/// Decimals as whole numbers in the same proportions, exact up to [`KEPT`] significant digits of the greatest.
pub(super) fn aligned(decimals: &[Decimal]) -> Vec<i128> {
    let some = || decimals.iter().filter(|decimal| decimal.digits > 0);
    let top = some().map(|decimal| decimal.magnitude()).max().unwrap_or(0);
    let finest = some().map(|decimal| decimal.exponent).min().unwrap_or(0);
    let base = finest.max(top - KEPT);
    decimals.iter().map(|decimal| decimal.shifted(-base).half_up().unwrap_or(0)).collect()
}
