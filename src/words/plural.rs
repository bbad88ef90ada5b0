//! Counted phrases and the plural forms of CLDR. Knows the rules, not the phrases: those are in `src/words/text/count.toml`.

use super::number;
use super::{Lang, Text, fill};

/// What parts the forms of a phrase.
const PARTING: char = '\u{2}';

/// A counted phrase in the plural forms of CLDR, with a mark between them: English has `one` and `other`, Welsh `zero`, `one`, `two`, `few`,
/// `many` and `other`.
#[derive(Clone, Copy, Debug)]
pub struct Plural(Text);

impl Plural {
    /// A phrase of all its forms.
    #[must_use]
    pub const fn of(forms: Text) -> Self {
        Self(forms)
    }

    /// The phrase for `count`, with `{n}` filled by `n`, the count as it is written. The two must agree: give the rounded count.
    #[must_use]
    pub fn say(&self, lang: Lang, count: f64, n: &str) -> String {
        let place = match (lang, plural_form(lang, count)) {
            (Lang::En, 1) => 0,
            (Lang::En, _) => 1,
            (Lang::Cy, form) => form,
        };
        fill(self.0.say(lang).split(PARTING).nth(place).unwrap_or_default(), &[n])
    }

    /// The phrase for `count` rounded to a whole number, which chooses the form too: 2.6 is `3 phlentyn`.
    #[must_use]
    pub fn whole(&self, lang: Lang, count: f64) -> String {
        self.say(lang, count.round(), &number::whole(count))
    }
}

/// The CLDR plural form of a count: 0 zero, 1 one, 2 two, 3 few, 4 many, 5 other. English has `one` and `other`; Welsh has
/// a form of its own for each of 0, 1, 2, 3 and 6. A count below nought takes the form of its size; one that is not whole takes
/// `other`.
#[must_use]
#[expect(clippy::float_cmp, reason = "the plural rules of CLDR compare exact whole numbers")]
pub fn plural_form(lang: Lang, count: f64) -> usize {
    let count = count.abs();
    match lang {
        Lang::En | Lang::Cy if count == 1.0 => 1,
        Lang::Cy if count == 0.0 => 0,
        Lang::Cy if count == 2.0 => 2,
        Lang::Cy if count == 3.0 => 3,
        Lang::Cy if count == 6.0 => 4,
        Lang::En | Lang::Cy => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_forms() {
        let counts = [0.0, 1.0, 2.0, 3.0, 4.0, 6.0, 7.0, 1.5, -1.0, f64::NAN];
        assert_eq!(counts.map(|count| plural_form(Lang::En, count)), [5, 1, 5, 5, 5, 5, 5, 5, 1, 5]);
        assert_eq!(counts.map(|count| plural_form(Lang::Cy, count)), [0, 1, 2, 3, 5, 4, 5, 5, 1, 5]);
    }
}
