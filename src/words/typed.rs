//! Numbers as people type them, read and put back: [`parse`] and [`editable`]. Knows no bounds: whether a number may be negative
//! or so large is for the field to say.
//!
//! Where two readings differ, nothing is guessed. Refused with [`Typed::NotANumber`]: a comma or space that does not part
//! thousands (`1,23`, `12,34`, `0,123`, `1.234,56`), two kinds of them in one number, `1.234.567`, `1e6`, `50p`, a unit of another
//! kind (`12%` as money), digits of other scripts, and text of more than [`LONGEST`] bytes. Of more than fifteen digits the rest count as noughts. A lone point is always the decimal
//! point, so `1.234` is a little over one. `mil`, a thousand in Welsh and a million in short English, is read in Welsh only.

use super::Lang;
use super::figure::Figure;
use super::text::number::{TYPED_BILLION, TYPED_MILLION, TYPED_PERCENT, TYPED_THOUSAND};

/// The longest text, in bytes without the space around it, that is read as a number.
pub const LONGEST: usize = 64;

/// Decimals that [`editable`] never goes beyond.
const MOST_PLACES: i32 = 12;

/// Digits every `f64` keeps; past them stands noise such as 0.30000000000000004.
const SURE_DIGITS: i32 = 15;

/// What a text box holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Pounds: `£7.8m`, `850,000`, `-£20k`.
    Money,
    /// How many: `6,846`, `7k`.
    Count,
    /// A bare number: `1.5`.
    Number,
    /// A share in hundredths: `12` and `12%` are both 0.12.
    Percent,
    /// A year by its four digits, or a financial year by the one in which it starts: `2019`, `2019-20`, `2019/20`.
    Year,
}

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Typed {
    /// Nothing was typed.
    Empty,
    /// Something that cannot be read in one way only.
    NotANumber,
}

/// The number that `text` stands for, always finite and never `-0`. A percentage comes back as a fraction.
///
/// # Errors
/// [`Typed::Empty`] for nothing but space, [`Typed::NotANumber`] for all that the module refuses.
pub fn parse(lang: Lang, text: &str, kind: Kind) -> Result<f64, Typed> {
    let text = text.trim();
    match text.len() {
        0 => return Err(Typed::Empty),
        1..=LONGEST => {}
        _ => return Err(Typed::NotANumber),
    }
    let value = if kind == Kind::Year { year(text) } else { number(lang, text, kind) };
    value.ok_or(Typed::NotANumber)
}

/// What stands in a text box for `value`: commas at the thousands, no unit, no noughts at the end of the decimals, a hyphen for a
/// minus (what a keyboard types and a spreadsheet reads). Fifteen digits and at most twelve decimals, so that what was typed
/// comes back and 0.1 + 0.2 is `0.3`. Empty for what is not finite.
#[must_use]
pub fn editable(value: f64, kind: Kind) -> String {
    let shift = if kind == Kind::Percent { 2 } else { 0 };
    let sure = SURE_DIGITS - i32::try_from(whole_digits(value, shift)).unwrap_or(SURE_DIGITS);
    let places = if kind == Kind::Year { 0 } else { sure.clamp(0, MOST_PLACES) };
    Figure::round(value, shift, u8::try_from(places).unwrap_or(0))
        .map(|figure| figure.trimmed().write("-", "", kind != Kind::Year))
        .unwrap_or_default()
}

fn whole_digits(value: f64, shift: i32) -> usize {
    Figure::round(value, shift, 0).map_or(0, |figure| figure.whole_digits())
}

fn number(lang: Lang, text: &str, kind: Kind) -> Option<f64> {
    let (negative, rest) = sign_and_pounds(text, kind);
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',' || is_space(c))).unwrap_or(rest.len());
    let (figure, unit) = rest.split_at_checked(end)?;
    let plain = plain(figure.trim())?;
    let value = super::digits::scaled(&plain, power(lang, unit, kind)?)?;
    Some(if negative && value > 0.0 { -value } else { value })
}

/// Takes off one sign and, for money, one `£`, in either order.
fn sign_and_pounds(text: &str, kind: Kind) -> (bool, &str) {
    let (mut sign, mut pounds, mut rest) = (None, kind != Kind::Money, text);
    loop {
        let mut after = rest.chars();
        match after.next() {
            Some(c @ ('+' | '-' | '−')) if sign.is_none() => sign = Some(c),
            Some('£') if !pounds => pounds = true,
            _ => return (sign.is_some_and(|c| c != '+'), rest),
        }
        rest = after.as_str().trim_start();
    }
}

/// The digits and the point of a number whose thousands, if parted at all, are parted rightly.
fn plain(figure: &str) -> Option<String> {
    let (whole, decimals) = figure.split_once('.').unwrap_or((figure, ""));
    let mut out = String::with_capacity(figure.len() + 4);
    match whole.chars().find(|c| !c.is_ascii_digit()) {
        None => out.push_str(whole),
        Some(parting) => {
            for (index, group) in whole.split(parting).enumerate() {
                let well_sized = if index == 0 { (1..=3).contains(&group.len()) && !group.starts_with('0') } else { group.len() == 3 };
                if !well_sized || !is_digits(group) {
                    return None;
                }
                out.push_str(group);
            }
        }
    }
    if !is_digits(decimals) || (out.is_empty() && decimals.is_empty()) {
        return None;
    }
    out.push('.');
    out.push_str(decimals);
    Some(out)
}

/// The power of ten of what follows a number; nothing when it is no unit of this kind.
fn power(lang: Lang, unit: &str, kind: Kind) -> Option<i32> {
    let unit: String = unit.chars().filter(|c| !is_space(*c)).map(|c| c.to_ascii_lowercase()).collect();
    let is = |words: super::Text| words.say(lang).split(' ').any(|word| word == unit);
    match kind {
        Kind::Percent => (unit.is_empty() || is(TYPED_PERCENT)).then_some(-2),
        _ if unit.is_empty() => Some(0),
        _ if is(TYPED_THOUSAND) => Some(3),
        _ if is(TYPED_MILLION) => Some(6),
        _ if is(TYPED_BILLION) => Some(9),
        _ => None,
    }
}

fn year(text: &str) -> Option<f64> {
    let (start, rest) = text.split_at_checked(4)?;
    let year: u16 = is_digits(start).then(|| start.parse().ok())??;
    let next = year + 1;
    let end = rest.strip_prefix(['-', '/', '–', '\u{2011}']);
    let follows = end.is_some_and(|end| end == format!("{:02}", next % 100) || end == next.to_string());
    (rest.is_empty() || follows).then(|| f64::from(year))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Space within a line: plain, no-break, thin and narrow no-break among others; no tab and no new line, which part two numbers.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !c.is_control()
}

#[cfg(test)]
mod tests;
