//! A number rounded once, as decimal digits. Knows no language and no unit.
//!
//! What is rounded is the shortest decimal that stands for the `f64` (what a person would call its value: 2.675, not
//! 2.67499999…), half away from zero, on its digits. Moving the point is done on the digits too, so 0.285 as a percentage is
//! 28.5 and no `× 100` can spoil it.

use crate::units::written::Digits;

/// A decimal number ready to be written.
pub(super) struct Figure {
    negative: bool,
    /// Every digit from the first that is not nought; none for nought.
    digits: Vec<u8>,
    /// How many of the digits stand after the point.
    places: usize,
}

impl Figure {
    /// `value` × 10^`shift` to `places` decimals; nothing when `value` is not finite.
    pub(super) fn round(value: f64, shift: i32, places: u8) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let shortest = Digits::of(value);
        let kept = shortest.power + shift + i32::from(places);
        let mut source = shortest.all().iter().copied();
        let mut digits: Vec<u8> = (0..kept).map(|_| source.next().unwrap_or(b'0')).collect();
        if kept >= 0 && source.next().is_some_and(|digit| digit >= b'5') {
            round_up(&mut digits);
        }
        let noughts = digits.iter().take_while(|digit| **digit == b'0').count();
        digits.drain(..noughts);
        Some(Self { negative: value < 0.0 && !digits.is_empty(), digits, places: usize::from(places) })
    }

    /// The same number without noughts at the end of its decimals.
    pub(super) fn trimmed(mut self) -> Self {
        while self.places > 0 && self.digits.last().is_none_or(|digit| *digit == b'0') {
            self.digits.pop();
            self.places -= 1;
        }
        self
    }

    /// How many digits stand before the point; none for a number under 1.
    pub(super) fn whole_digits(&self) -> usize {
        self.digits.len().saturating_sub(self.places)
    }

    /// The number with `minus` and then `unit` before it, and a comma at each thousand if `commas`.
    pub(super) fn write(&self, minus: &str, unit: &str, commas: bool) -> String {
        let whole = self.whole_digits();
        let mut out = String::with_capacity(minus.len() + unit.len() + self.places + whole * 4 / 3 + 2);
        if self.negative {
            out.push_str(minus);
        }
        out.push_str(unit);
        if whole == 0 {
            out.push('0');
        }
        for (index, digit) in self.digits[..whole].iter().enumerate() {
            if commas && index > 0 && (whole - index).is_multiple_of(3) {
                out.push(',');
            }
            out.push(char::from(*digit));
        }
        if self.places > 0 {
            out.push('.');
            let decimals = &self.digits[whole..];
            out.extend(std::iter::repeat_n('0', self.places - decimals.len()));
            out.extend(decimals.iter().copied().map(char::from));
        }
        out
    }
}

fn round_up(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return;
        }
        *digit = b'0';
    }
    digits.insert(0, b'1');
}
