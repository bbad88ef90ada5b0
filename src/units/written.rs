//! Numbers as the fewest decimal digits that read back the same: what a person would call the value of an `f64`.
//!
//! The standard library writes the same words, for 18 kB of every program (it keeps two ways for speed, a way for a set number of digits,
//! and tables). Here numbers of up to fifteen digits take a division, nearly all others 128 bits, and the rest the plain way of Steele and
//! White, in whole numbers of any length.

use std::cmp::Ordering;

/// The most digits that an `f64` can need.
const MOST: usize = 17;

/// The first whole number of sixteen digits: any two numbers of fewer are different `f64`s.
const SHORT: u64 = 1_000_000_000_000_000;

/// A number's digits, without its sign: `0.digits × 10^power`.
#[derive(Clone, Copy, Debug)]
pub struct Digits {
    all: [u8; MOST + 1],
    count: usize,
    /// The power of ten: how many digits stand before the point, where it is above nought.
    pub power: i32,
}

impl Digits {
    /// The digits of a number; none for nought and for what is not finite.
    #[must_use]
    pub fn of(value: f64) -> Self {
        let value = value.abs();
        if value == 0.0 || !value.is_finite() {
            return Self::NONE;
        }
        short(value).unwrap_or_else(|decimals| middle(value, decimals).unwrap_or_else(|| long(value)))
    }

    const NONE: Self = Self { all: [b'0'; MOST + 1], count: 0, power: 0 };

    /// The digits of a whole number, the last so many of them decimals; noughts at their end are left out.
    fn new(mut number: u64, decimals: u32) -> Self {
        let mut digits = Self { power: -i32::try_from(decimals).unwrap_or(0), ..Self::NONE };
        let mut divisor = number.checked_ilog10().map_or(0, |log| 10_u64.pow(log));
        while divisor > 0 {
            digits.power += 1;
            if number > 0 {
                digits.push(u8::try_from(number / divisor).unwrap_or(0));
            }
            number %= divisor;
            divisor /= 10;
        }
        digits
    }

    /// Each digit from the first, which is not nought, to the last, which is not either.
    #[must_use]
    pub fn all(&self) -> &[u8] {
        &self.all[..self.count]
    }

    fn push(&mut self, digit: u8) {
        if let Some(place) = self.all.get_mut(self.count) {
            *place = b'0' + digit;
            self.count += 1;
        }
    }

    /// One more in the last place.
    fn raise(&mut self) {
        while let Some(last) = self.count.checked_sub(1) {
            if self.all[last] < b'9' {
                self.all[last] += 1;
                return;
            }
            self.count = last;
        }
        self.push(1);
        self.power += 1;
    }
}

/// A number as it is written: `1150`, `0.125`, `-2.5`; as Rust itself writes it.
#[must_use]
pub fn written(value: f64) -> String {
    let mut out = String::with_capacity(24);
    if value.is_sign_negative() && !value.is_nan() {
        out.push('-');
    }
    if !value.is_finite() {
        out.push_str(if value.is_nan() { "NaN" } else { "inf" });
        return out;
    }
    let digits = Digits::of(value);
    let before = usize::try_from(digits.power).unwrap_or(0);
    if before == 0 {
        out.push('0');
    }
    for at in 0..before.max(digits.count) {
        if at == before {
            out.push('.');
            out.extend(std::iter::repeat_n('0', usize::try_from(-digits.power).unwrap_or(0)));
        }
        out.push(digits.all().get(at).map_or('0', |digit| char::from(*digit)));
    }
    out
}

/// A number that fifteen digits say: they are the whole number nearest to it times a power of ten, if that reads back the same. Else how
/// many decimals there is room for.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a whole number below 10^15")]
fn short(value: f64) -> Result<Digits, u32> {
    let (mut decimals, mut factor) = (22, 1e22);
    while (value * factor).round() >= SHORT as f64 && decimals > 0 {
        factor /= 10.0;
        decimals -= 1;
    }
    // A power of ten up to 10^22 and a whole number below 2^53 are exact, so the quotient is rounded once.
    let whole = (value * factor).round();
    let same = (whole / factor).to_bits() == value.to_bits() && whole < SHORT as f64;
    if same { Ok(Digits::new(whole as u64, decimals)) } else { Err(decimals) }
}

/// A number of sixteen or seventeen digits, where 128 bits hold it exactly: up to 2^53, not under 0.00001, and no power of two.
#[expect(clippy::cast_possible_truncation, reason = "eighteen digits")]
fn middle(value: f64, decimals: u32) -> Option<Digits> {
    let (mantissa, exponent) = parts(value);
    let halvings = u32::try_from(-exponent).ok().filter(|halvings| *halvings < 80 && decimals < 20 && mantissa != 1 << 52)?;
    // Below the digits stands a binary fraction.
    let scaled = |decimals: u32| u128::from(mantissa) * 10_u128.pow(decimals);
    let many = decimals + 3;
    let decimals = if scaled(many) >> halvings >= 100 * u128::from(SHORT) { many - 1 } else { many };
    let (exact, step) = (scaled(decimals), 10_u128.pow(decimals));
    let digits = (exact >> halvings) as u64;
    let left = exact & ((1 << halvings) - 1);
    if digits < 10 * SHORT {
        return None;
    }
    let (ten, over) = (10_u128 << halvings, (u128::from(digits % 10) << halvings) + left);
    let (up, off) = if 2 * over >= ten { (1, ten - over) } else { (0, over) };
    // Half a step to each neighbour: with sixteen digits it must still be nearer to this number than to them.
    if 2 * off < step || (2 * off == step && mantissa.is_multiple_of(2)) {
        return Some(Digits::new(digits / 10 + up, decimals - 1));
    }
    Some(Digits::new(digits + u64::from(2 * left >= 1 << halvings), decimals))
}

/// A number as `mantissa × 2^exponent`.
fn parts(value: f64) -> (u64, i32) {
    let bits = value.to_bits();
    let (fraction, exponent) = (bits & ((1 << 52) - 1), i32::try_from(bits >> 52).unwrap_or(0));
    if exponent == 0 { (fraction, -1074) } else { (fraction | (1 << 52), exponent - 1075) }
}

/// Any number: digits are taken off while neither neighbour is nearer to them.
fn long(value: f64) -> Digits {
    let (mantissa, exponent) = parts(value);
    // In quarters of a step: half a step to each neighbour, but half of that to the one below a power of two.
    let even = mantissa.is_multiple_of(2);
    let below = if mantissa == 1 << 52 { 1 } else { 2 };
    let exponent = exponent - 2;
    let left = usize::try_from(exponent).unwrap_or(0);
    let [mut rest, mut minus, mut plus] = [4 * mantissa, below, 2].map(|number| Whole::new(number).doubled(left));
    let mut scale = Whole::new(1).doubled(usize::try_from(-exponent).unwrap_or(0));
    // log10(2) from below: right, or one too small.
    let length = 64 - i64::from((4 * mantissa + 1).leading_zeros());
    let mut power = i32::try_from(((length + i64::from(exponent)) * 1_292_913_986) >> 32).unwrap_or(0);
    for _ in 0..power {
        scale.multiply(10);
    }
    for _ in power..0 {
        tenfold([&mut rest, &mut minus, &mut plus]);
    }
    let reaches = |order: Ordering| if even { order != Ordering::Less } else { order == Ordering::Greater };
    if reaches(rest.plus(&plus).compare(&scale)) {
        power += 1;
    } else {
        tenfold([&mut rest, &mut minus, &mut plus]);
    }
    let mut digits = Digits { power, ..Digits::NONE };
    loop {
        let mut digit = 0;
        while rest.compare(&scale) != Ordering::Less {
            rest.subtract(&scale);
            digit += 1;
        }
        digits.push(digit);
        let (down, up) = (reaches(minus.compare(&rest)), reaches(rest.plus(&plus).compare(&scale)));
        if down || up || digits.count > MOST {
            if up && (!down || rest.plus(&rest).compare(&scale) != Ordering::Less) {
                digits.raise();
            }
            return digits;
        }
        tenfold([&mut rest, &mut minus, &mut plus]);
    }
}

fn tenfold(numbers: [&mut Whole; 3]) {
    for number in numbers {
        number.multiply(10);
    }
}

/// A whole number of any length that is needed here (2^1074 × 10 and more), the lowest part first.
#[derive(Clone, Copy)]
struct Whole {
    parts: [u32; 40],
    length: usize,
}

impl Whole {
    #[expect(clippy::cast_possible_truncation, reason = "each half is kept")]
    fn new(number: u64) -> Self {
        let mut parts = [0; 40];
        (parts[0], parts[1]) = (number as u32, (number >> 32) as u32);
        Self { parts, length: 2 }
    }

    #[expect(clippy::cast_possible_truncation, reason = "the rest is carried")]
    fn multiply(&mut self, by: u32) {
        let mut carry = 0;
        for part in &mut self.parts[..self.length] {
            let product = u64::from(*part) * u64::from(by) + carry;
            *part = product as u32;
            carry = product >> 32;
        }
        if carry > 0 {
            self.parts[self.length] = carry as u32;
            self.length += 1;
        }
    }

    fn doubled(mut self, times: usize) -> Self {
        let (parts, bits) = (times / 32, times % 32);
        self.parts.copy_within(0..2, parts);
        self.parts[..parts].fill(0);
        self.length = parts + 2;
        self.multiply(1 << bits);
        self
    }

    fn compare(&self, other: &Self) -> Ordering {
        let longer = self.length.max(other.length);
        self.parts[..longer].iter().rev().cmp(other.parts[..longer].iter().rev())
    }

    #[expect(clippy::cast_possible_truncation, reason = "the rest is carried")]
    fn plus(&self, other: &Self) -> Self {
        let (mut sum, mut carry) = (*self, 0);
        sum.length = self.length.max(other.length) + 1;
        for (part, more) in sum.parts[..sum.length].iter_mut().zip(&other.parts) {
            let total = u64::from(*part) + u64::from(*more) + carry;
            *part = total as u32;
            carry = total >> 32;
        }
        sum
    }

    /// Takes away what is not greater.
    fn subtract(&mut self, other: &Self) {
        let mut borrow = false;
        for (part, less) in self.parts[..self.length].iter_mut().zip(&other.parts) {
            let (first, under) = part.overflowing_sub(*less);
            let (second, again) = first.overflowing_sub(u32::from(borrow));
            (*part, borrow) = (second, under || again);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(value: f64) {
        assert_eq!(written(value), value.to_string(), "{:#x}", value.to_bits());
    }

    #[test]
    fn numbers_are_written_as_rust_writes_them() {
        let plain =
            [0.0, -0.0, 1.0, 10.0, 1_150.0, 284_933.64, 0.1, 0.3, 1.0 / 3.0, 2.0 / 3.0, 0.001, 123_456.789, 1e15, 1e16, 1e21, 1e22, 1e23];
        let edges = [f64::MAX, f64::MIN_POSITIVE, f64::EPSILON, 5e-324, 9.5, 99.95, 0.999_999_999_999_999_9, 9_007_199_254_740_993.0, 1e-7];
        for value in plain.into_iter().chain(edges) {
            same(value);
            same(-value);
        }
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            same(value);
        }
        for power in -1074..1024 {
            let value = 2_f64.powi(power);
            [value, value * 3.0, value * (1.0 - f64::EPSILON / 2.0), value * (1.0 + f64::EPSILON)].into_iter().for_each(same);
        }
        for power in -308..308 {
            let value: f64 = format!("1e{power}").parse().expect("a number");
            [value, value * 5.0, value * 9.0].into_iter().for_each(same);
        }
    }

    #[test]
    fn digits_stand_after_the_point() {
        let digits = Digits::of(-1_234.5);
        assert_eq!((digits.all(), digits.power), (&b"12345"[..], 4));
        let digits = Digits::of(0.001);
        assert_eq!((digits.all(), digits.power), (&b"1"[..], -2));
        assert_eq!(Digits::of(0.0).all(), b"");
        assert_eq!(Digits::of(f64::NAN).all(), b"");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn any_number_is_written_as_rust_writes_it(bits: u64, near in -1e9_f64..1e9, pence in 0_u64..1_000_000_000_000) {
            #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
            let pounds = pence as f64 / 100.0;
            for value in [f64::from_bits(bits), near, near / 1e9, near / 1e14, near * 1e7, pounds, pounds / 7.0, near.round()] {
                prop_assert_eq!(written(value), value.to_string());
            }
        }
    }
}
