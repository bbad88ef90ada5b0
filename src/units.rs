//! Quantities as types, so that a formula reads as its units and pounds are never added to children.
//!
//! Every number here is finite: making one from NaN gives zero, and from an infinity the greatest number there is, so that
//! arithmetic is total and no later step has to ask. Each law of arithmetic that crosses units stands here once. This module
//! depends on nothing.

pub mod order;
pub mod steps;
pub mod written;

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

/// The nearest finite number; zero for NaN.
const fn finite(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { within(value, f64::MIN, f64::MAX) }
}

/// The nearest number from `low` to `high`, the first of which is not above the second. `f64::clamp` would see to that, and the words of
/// its complaint write numbers in every way there is: 12 kB of each program.
#[must_use]
pub const fn within(value: f64, low: f64, high: f64) -> f64 {
    if value < low {
        low
    } else if value > high {
        high
    } else {
        value
    }
}

/// What every measured quantity can do: be made, be read, be added to its own kind and be scaled by a plain number.
macro_rules! quantity {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            /// None of it.
            pub const ZERO: Self = Self(0.0);

            /// The quantity, made finite.
            #[must_use]
            pub const fn new(value: f64) -> Self {
                Self(finite(value))
            }

            /// The plain number, always finite.
            #[must_use]
            pub const fn value(self) -> f64 {
                self.0
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self::new(self.0 + other.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                *self = *self + other;
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self::new(self.0 - other.0)
            }
        }

        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }

        impl Mul<f64> for $name {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self::new(self.0 * factor)
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
                all.fold(Self::ZERO, Add::add)
            }
        }
    )+};
}

quantity! {
    /// Pounds sterling at constant prices of one stated financial year. Negative is money lost.
    Pounds,
    /// Pounds for one child in one placement for one year: a unit cost.
    PoundsPerChildYear,
    /// Children, counted on a day or flowing in a year; a model's count need not be whole.
    Children,
    /// Years of care, added up over children: one child for a year, or two for half of one.
    ChildYears,
    /// A rate a year: exits for each child-year, growth, or discount. 0.035 is 3.5% a year.
    Rate,
}

/// A share of something, or a probability: never below 0 or above 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Share(f64);

impl Share {
    /// None of it.
    pub const ZERO: Self = Self(0.0);
    /// All of it.
    pub const ONE: Self = Self(1.0);

    /// The share, held within 0 and 1; NaN gives 0.
    #[must_use]
    pub const fn new(value: f64) -> Self {
        Self(within(finite(value), 0.0, 1.0))
    }

    /// The plain number, from 0 to 1.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.0
    }

    /// The rest: 1 less this share.
    #[must_use]
    pub const fn rest(self) -> Self {
        Self(1.0 - self.0)
    }
}

/// A financial year, named by its first calendar year: 2019 is 1 April 2019 to 31 March 2020.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(i32);

impl Year {
    /// The financial year that opens on 1 April of `first`.
    #[must_use]
    pub const fn new(first: i32) -> Self {
        Self(first)
    }

    /// The calendar year in which it opens.
    #[must_use]
    pub const fn value(self) -> i32 {
        self.0
    }

    /// The year that many later.
    #[must_use]
    pub const fn plus(self, years: u16) -> Self {
        Self(self.0.saturating_add(years as i32))
    }

    /// How many years after `earlier` this is; negative before it.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }
}

/// Whole pence: what a grant is shared out in, so that the parts add up exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pence(i64);

impl Pence {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// That many pence.
    #[must_use]
    pub const fn new(pence: i64) -> Self {
        Self(pence)
    }

    /// The number of pence.
    #[must_use]
    pub const fn value(self) -> i64 {
        self.0
    }

    /// The nearest binary number of pounds; exact to the penny below ninety million million pounds.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "amounts of the contract are far below 2^53 pence")]
    pub fn pounds(self) -> Pounds {
        Pounds::new(self.0 as f64 / 100.0)
    }

    /// Pounds as pence, if they are a whole number of pence up to the rounding of binary numbers.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "the magnitude is checked first")]
    pub fn exactly(pounds: f64) -> Option<Self> {
        let pence = (pounds * 100.0).round();
        let near = (pence / 100.0 - pounds).abs() <= 4.0 * f64::EPSILON * pounds.abs();
        (near && pence.abs() < 9.0e15).then_some(Self(pence as i64))
    }
}

impl Add for Pence {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Pence {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Pence {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

/// Care bought at a unit cost is money.
impl Mul<PoundsPerChildYear> for ChildYears {
    type Output = Pounds;
    fn mul(self, cost: PoundsPerChildYear) -> Pounds {
        Pounds::new(self.0 * cost.0)
    }
}

/// Money spent over the care it bought is a unit cost; nothing where there was no care.
impl Div<ChildYears> for Pounds {
    type Output = PoundsPerChildYear;
    fn div(self, care: ChildYears) -> PoundsPerChildYear {
        PoundsPerChildYear::new(if care.0 == 0.0 { 0.0 } else { self.0 / care.0 })
    }
}

/// Leaving at a rate out of years of care is children who left.
impl Mul<Rate> for ChildYears {
    type Output = Children;
    fn mul(self, rate: Rate) -> Children {
        Children::new(self.0 * rate.0)
    }
}

/// A share of children is children.
impl Mul<Share> for Children {
    type Output = Self;
    fn mul(self, share: Share) -> Self {
        Self::new(self.0 * share.0)
    }
}

/// A share of care is care.
impl Mul<Share> for ChildYears {
    type Output = Self;
    fn mul(self, share: Share) -> Self {
        Self::new(self.0 * share.0)
    }
}

/// A share of money is money.
impl Mul<Share> for Pounds {
    type Output = Self;
    fn mul(self, share: Share) -> Self {
        Self::new(self.0 * share.0)
    }
}

/// A probability on top of a probability.
impl Mul for Share {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

impl Rate {
    /// What `years` years of growth at this rate multiply by: `(1 + rate)^years`.
    #[must_use]
    pub fn factor(self, years: u16) -> f64 {
        finite((1.0 + self.0).powi(i32::from(years)))
    }
}
