//! Numbers in words and symbols: `6,846`, `12.2%`, `£7.87 million`, `1 in 82`. Knows nothing of what they count.
//!
//! **Rounding happens here and only here, once**, half away from zero, on the shortest decimal that stands for the `f64`. The
//! sign is that of the rounded figure, so `-0` is never written; the minus is the real one, `−` (U+2212). What is not finite is
//! written [`NO_FIGURE`], without unit or sign. Big numbers are written out in full.

use super::figure::Figure;
use super::text::number::{BILLION, BILLION_COMPACT, MILLION, MILLION_COMPACT, OneIn, THOUSAND_COMPACT};
use super::{Lang, Text};

/// What stands where there is no number to write: a dash.
pub const NO_FIGURE: &str = "–";

/// The minus sign of written figures.
pub const MINUS: &str = "−";

/// A whole number: `6,846`.
#[must_use]
pub fn whole(value: f64) -> String {
    decimal(value, 0)
}

/// A number with exactly `places` decimals: `3.40`.
#[must_use]
pub fn decimal(value: f64, places: u8) -> String {
    written(Figure::round(value, 0, places), "", "")
}

/// A number with at most `places` decimals, noughts at their end left out: `3.4`.
#[must_use]
pub fn decimal_trimmed(value: f64, places: u8) -> String {
    written(Figure::round(value, 0, places).map(Figure::trimmed), "", "")
}

/// A fraction as a percentage with exactly `places` decimals: 0.122 is `12.2%`.
#[must_use]
pub fn percent(fraction: f64, places: u8) -> String {
    written(Figure::round(fraction, 2, places), "", "%")
}

/// A fraction as a percentage with at most `places` decimals, noughts at their end left out: 0.12 is `12%`.
#[must_use]
pub fn percent_trimmed(fraction: f64, places: u8) -> String {
    written(Figure::round(fraction, 2, places).map(Figure::trimmed), "", "%")
}

/// Whole pounds: `£7,872,900`.
#[must_use]
pub fn pounds(value: f64) -> String {
    written(Figure::round(value, 0, 0), "£", "")
}

/// Pounds and pence: `£1,234.50`.
#[must_use]
pub fn pounds_and_pence(value: f64) -> String {
    written(Figure::round(value, 0, 2), "£", "")
}

/// Pounds for a sentence, in the style of GOV.UK and LLYW.CYMRU: whole pounds under a million (`£850,000`), then millions and
/// billions with at most two decimals (`£7.87 million`, `£1.2 biliwn`). The unit is chosen by the rounded figure, so 999,999.50 is
/// `£1 million` and 999,996,000 is `£1 billion`.
#[must_use]
pub fn pounds_short(lang: Lang, value: f64) -> String {
    scaled(lang, value, " ", &[(0, 0, 6, None), (6, 2, 3, Some(MILLION)), (9, 2, usize::MAX, Some(BILLION))])
}

/// Pounds where there is little room, as on the axis of a chart: `£850`, `£20k`, `£3.4m`, `£1.2bn`, with at most `places` decimals
/// of the unit. The unit is chosen by the rounded figure.
#[must_use]
pub fn pounds_compact(lang: Lang, value: f64, places: u8) -> String {
    let steps = [
        (0, 0, 3, None),
        (3, places, 3, Some(THOUSAND_COMPACT)),
        (6, places, 3, Some(MILLION_COMPACT)),
        (9, places, usize::MAX, Some(BILLION_COMPACT)),
    ];
    scaled(lang, value, "", &steps)
}

/// A written figure as a change: one that is above nought gets a `+` (`+£3.4m`). Nought, a minus and [`NO_FIGURE`] stay as
/// they are, so the sign agrees with the rounded figure.
#[must_use]
pub fn signed(figure: &str) -> String {
    let above_nought = !figure.starts_with(MINUS) && figure.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    if above_nought { format!("+{figure}") } else { figure.to_owned() }
}

/// A chance as one in a whole number: `1 in 82`, `1 o bob 82`. [`NO_FIGURE`] when `n` rounds to less than 1 or is not finite.
#[must_use]
pub fn one_in(lang: Lang, n: f64) -> String {
    if !n.is_finite() || n < 0.5 {
        return NO_FIGURE.to_owned();
    }
    OneIn { n: &whole(n) }.say(lang)
}

fn written(figure: Option<Figure>, before: &str, after: &str) -> String {
    let Some(figure) = figure else { return NO_FIGURE.to_owned() };
    let mut out = figure.write(MINUS, before, true);
    out.push_str(after);
    out
}

/// A unit of pounds: its power of ten, how many decimals, how many digits before the point until the next unit takes over, its word.
type Step = (i32, u8, usize, Option<Text>);

/// Pounds in the first unit whose rounded figure is short enough.
fn scaled(lang: Lang, value: f64, space: &str, steps: &[Step]) -> String {
    for &(power, places, digits, word) in steps {
        let figure = Figure::round(value, -power, places);
        if figure.as_ref().is_none_or(|figure| figure.whole_digits() <= digits) {
            let mut out = written(figure.map(Figure::trimmed), "£", "");
            if let Some(word) = word {
                out.push_str(space);
                out.push_str(word.say(lang));
            }
            return out;
        }
    }
    NO_FIGURE.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_rounded_once_half_away_from_nought() {
        let cases = [(6_845.5, "6,846"), (-2.5, "−3"), (0.5, "1"), (-0.4, "0"), (-0.0, "0"), (999.5, "1,000"), (1e6, "1,000,000")];
        for (value, said) in cases {
            assert_eq!(whole(value), said, "{value}");
        }
        assert_eq!(whole(0.499_999_999_999_999_94), "0");
        assert_eq!(whole(1e21), "1,000,000,000,000,000,000,000");
        assert_eq!(decimal(2.675, 2), "2.68");
        assert_eq!(decimal(1.005, 2), "1.01");
        assert_eq!(decimal(-0.004, 2), "0.00");
        assert_eq!(decimal(0.05, 3), "0.050");
        assert_eq!(decimal(9.999, 2), "10.00");
        assert_eq!(decimal_trimmed(3.40, 2), "3.4");
        assert_eq!(decimal_trimmed(100.0, 2), "100");
        assert_eq!(decimal_trimmed(0.0, 2), "0");
    }

    #[test]
    fn percentages_move_the_point_exactly() {
        assert_eq!(percent(0.122, 1), "12.2%");
        assert_eq!(percent(0.285, 0), "29%");
        assert_eq!(percent(0.07, 1), "7.0%");
        assert_eq!(percent(0.0, 0), "0%");
        assert_eq!(percent(-0.005, 1), "−0.5%");
        assert_eq!(percent_trimmed(0.07, 1), "7%");
        assert_eq!(percent_trimmed(0.0001, 1), "0%");
    }

    #[test]
    fn pounds_take_the_unit_of_the_rounded_figure() {
        assert_eq!(pounds(7_872_900.0), "£7,872,900");
        assert_eq!(pounds(-1_150.0), "−£1,150");
        assert_eq!(pounds_and_pence(1_234.5), "£1,234.50");
        let cases = [
            (0.0, "£0", "£0"),
            (850_000.0, "£850,000", "£850,000"),
            (999_999.5, "£1 million", "£1 miliwn"),
            (7_872_900.0, "£7.87 million", "£7.87 miliwn"),
            (-2e6, "−£2 million", "−£2 miliwn"),
            (995_000_000.0, "£995 million", "£995 miliwn"),
            (999_996_000.0, "£1 billion", "£1 biliwn"),
            (1.2e9, "£1.2 billion", "£1.2 biliwn"),
            (1.2345e13, "£12,345 billion", "£12,345 biliwn"),
        ];
        for (value, en, cy) in cases {
            assert_eq!(pounds_short(Lang::En, value), en);
            assert_eq!(pounds_short(Lang::Cy, value), cy);
        }
        let compact = |value, places| pounds_compact(Lang::En, value, places);
        assert_eq!(compact(850.0, 1), "£850");
        assert_eq!(compact(999.5, 1), "£1k");
        assert_eq!(compact(20_000.0, 1), "£20k");
        assert_eq!(compact(999_960.0, 1), "£1m");
        assert_eq!(compact(1_250_000.0, 2), "£1.25m");
        assert_eq!(signed(&compact(3_412_345.0, 1)), "+£3.4m");
        assert_eq!(signed(&compact(-3_412_345.0, 1)), "−£3.4m");
    }

    #[test]
    fn a_change_is_signed_by_its_rounded_figure() {
        assert_eq!(signed(&whole(0.4)), "0");
        assert_eq!(signed(&whole(0.5)), "+1");
        assert_eq!(signed(&percent(-0.1, 0)), "−10%");
        assert_eq!(signed(&whole(f64::NAN)), NO_FIGURE);
    }

    #[test]
    fn one_in_n() {
        assert_eq!(one_in(Lang::En, 81.7), "1 in 82");
        assert_eq!(one_in(Lang::Cy, 82.0), "1 o bob 82");
        assert_eq!(one_in(Lang::Cy, 0.2), NO_FIGURE);
    }

    proptest! {
        #[test]
        fn nothing_but_figures_is_ever_written(bits: u64, places in 0_u8..6) {
            let value = f64::from_bits(bits);
            let all = [
                whole(value), decimal(value, places), percent(value, places), pounds_and_pence(value),
                pounds_short(Lang::Cy, value), pounds_compact(Lang::En, value, places), one_in(Lang::En, value),
            ];
            for said in all {
                prop_assert!(!said.contains("inf") && !said.contains("NaN") && !said.contains('e'), "{value}: {said}");
                let nought = said.starts_with(MINUS) && !said.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
                prop_assert!(!nought, "{value}: {said}");
                prop_assert!(value.is_finite() || said == NO_FIGURE);
            }
        }
    }
}
