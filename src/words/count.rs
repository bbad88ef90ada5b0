//! Counts whose words the six plural forms of Welsh cannot tell apart. Other counted phrases are said by
//! [`Plural::whole`](super::Plural::whole).

use super::text::count::{YEARS, YearsFour, YearsNasal};
use super::{Lang, number};

/// A number of years, rounded to at most `places` decimals: `1 flwyddyn`, `2 flynedd`, `4 blynedd`, `5 mlynedd`, `1.5 o flynyddoedd`.
///
/// Welsh 5, 7 to 10, 12, 15, 18 and 20 take the nasal `mlynedd`; beyond these how the number is said aloud (deuddeg or un deg dau)
/// settles the mutation, so every other number takes `o flynyddoedd`, right after any of them.
#[must_use]
pub fn years(lang: Lang, count: f64, places: u8) -> String {
    let n = number::decimal_trimmed(count, places);
    match n.strip_prefix(number::MINUS).unwrap_or(&n) {
        "0" => YEARS.say(lang, 0.0, &n),
        "1" => YEARS.say(lang, 1.0, &n),
        "2" => YEARS.say(lang, 2.0, &n),
        "3" => YEARS.say(lang, 3.0, &n),
        "4" => YearsFour { n: &n }.say(lang),
        "6" => YEARS.say(lang, 6.0, &n),
        "5" | "7" | "8" | "9" | "10" | "12" | "15" | "18" | "20" => YearsNasal { n: &n }.say(lang),
        _ => YEARS.say(lang, f64::NAN, &n),
    }
}

#[cfg(test)]
mod tests {
    use super::super::text::count::{CHANGES, CHILDREN, COUNCILS, FAMILIES, MONTHS, PLACEMENTS};
    use super::*;

    #[test]
    fn english_counts_one_and_the_rest() {
        let said = [0.0, 0.6, 1.0, 1.4, 2.0, 1_150.0].map(|count| CHILDREN.whole(Lang::En, count));
        assert_eq!(said, ["0 children", "1 child", "1 child", "1 child", "2 children", "1,150 children"]);
        assert_eq!([1.0, 1.5, 5.0].map(|count| years(Lang::En, count, 1)), ["1 year", "1.5 years", "5 years"]);
    }

    #[test]
    fn welsh_counts_mutate() {
        let counts = [0.0, 1.0, 2.0, 3.0, 4.0, 6.0, 6_846.0];
        let said = |phrase: super::super::Plural| counts.map(|count| phrase.whole(Lang::Cy, count)).join(", ");
        assert_eq!(said(CHILDREN), "0 plentyn, 1 plentyn, 2 blentyn, 3 phlentyn, 4 o blant, 6 phlentyn, 6,846 o blant");
        assert_eq!(said(FAMILIES), "0 teulu, 1 teulu, 2 deulu, 3 theulu, 4 o deuluoedd, 6 theulu, 6,846 o deuluoedd");
        assert_eq!(said(COUNCILS), "0 cyngor, 1 cyngor, 2 gyngor, 3 chyngor, 4 o gynghorau, 6 chyngor, 6,846 o gynghorau");
        assert_eq!(said(PLACEMENTS), "0 lleoliad, 1 lleoliad, 2 leoliad, 3 lleoliad, 4 o leoliadau, 6 lleoliad, 6,846 o leoliadau");
        assert_eq!(said(CHANGES), "0 newid, 1 newid, 2 newid, 3 newid, 4 o newidiadau, 6 newid, 6,846 o newidiadau");
        assert_eq!(said(MONTHS), "0 mis, 1 mis, 2 fis, 3 mis, 4 mis, 6 mis, 6,846 mis");
    }

    #[test]
    fn welsh_years_mutate_as_they_are_said() {
        let counts = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 11.0, 1.5, 0.0];
        let said = counts.map(|count| years(Lang::Cy, count, 1)).join(", ");
        assert_eq!(
            said,
            "1 flwyddyn, 2 flynedd, 3 blynedd, 4 blynedd, 5 mlynedd, 6 blynedd, 7 mlynedd, 8 mlynedd, 10 mlynedd, \
             11 o flynyddoedd, 1.5 o flynyddoedd, 0 o flynyddoedd"
        );
        assert_eq!(years(Lang::Cy, 4.96, 1), "5 mlynedd");
    }
}
