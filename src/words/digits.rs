//! Digits as a number. Fifteen of them are read, which is what an `f64` surely keeps; so the result is always the one `f64` that is
//! nearest to them, and what it is written as reads back the same. The standard parser reads more, for 10 kB of tables in the page.

/// The most digits that are read; the rest count as noughts, the first of them rounding.
const MOST: usize = 15;

/// The powers of ten that an `f64` holds exactly.
const POWERS: [f64; 23] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

/// The number that plain digits mean: a minus or none, digits, a point and more digits or none. Nothing for any other text.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let value = scaled(digits, 0)?;
    Some(if negative && value > 0.0 { -value } else { value })
}

/// Digits with a point or none, times a power of ten.
pub(super) fn scaled(text: &str, power: i32) -> Option<f64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let mut all = whole.bytes().chain(decimals.bytes()).peekable();
    if all.peek().is_none() || !all.clone().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let significant: Vec<u64> = all.map(|byte| u64::from(byte - b'0')).skip_while(|digit| *digit == 0).collect();
    let read = significant.len().min(MOST);
    let mut mantissa = significant[..read].iter().fold(0, |sum, digit| sum * 10 + digit);
    mantissa += u64::from(significant.get(read).is_some_and(|digit| *digit >= 5));
    let unread = i32::try_from(significant.len() - read).ok()?;
    let mut power = power - i32::try_from(decimals.len()).ok()? + unread;
    while power < 0 && mantissa > 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
        power += 1;
    }
    Some(times_power(mantissa, power))
}

/// Exact factors and one rounding while the power is within 22; further out, which nobody types, a rounding more.
#[expect(clippy::cast_precision_loss, reason = "sixteen digits at most, which an f64 holds")]
fn times_power(mantissa: u64, power: i32) -> f64 {
    let mut value = mantissa as f64;
    let mut left = power.unsigned_abs() as usize;
    while left > 0 && value > 0.0 && value.is_finite() {
        let step = left.min(POWERS.len() - 1);
        value = if power < 0 { value / POWERS[step] } else { value * POWERS[step] };
        left -= step;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::read;
    use proptest::prelude::*;

    #[test]
    fn digits_are_read_and_nothing_else() {
        let same = |text: &str, value: f64| assert_eq!(read(text).map(f64::to_bits), Some(value.to_bits()), "{text}");
        same("0", 0.0);
        same("-0", 0.0);
        same("007.50", 7.5);
        same(".5", 0.5);
        same("5.", 5.0);
        same("-0.05", -0.05);
        same("1150", 1150.0);
        same("123456789012345678", 123_456_789_012_346_000.0);
        same("0.1234567890123456", 0.123_456_789_012_346);
        same("0.0000000000000000000000001", 1e-25);
        for text in ["", "-", ".", "--1", "+1", "1e3", "NaN", "inf", "1,000", "1.2.3", " 1", "١"] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_the_nearest_and_reads_back(text in "[0-9]{0,9}[.][0-9]{1,6}") {
            let value = read(&text).expect("digits");
            prop_assert_eq!(value.to_bits(), text.parse::<f64>().expect("a number").to_bits());
            prop_assert_eq!(read(&value.to_string()).map(f64::to_bits), Some(value.to_bits()));
        }

        #[test]
        fn any_number_settles_at_once(value in 0.0..1e12_f64) {
            let once = read(&value.to_string()).expect("a number");
            prop_assert_eq!(read(&once.to_string()).map(f64::to_bits), Some(once.to_bits()));
            prop_assert!((once - value).abs() <= value * 1e-14);
        }
    }
}
