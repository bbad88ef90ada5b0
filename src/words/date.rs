//! Dates in words: `31 March 2019`, `31 Mawrth 2019`, `Mawrth 2020`. Knows the Gregorian calendar and no clock.

use super::text::date as words;
use super::{Lang, Text};

const MONTHS: [Text; 12] = [
    words::JANUARY,
    words::FEBRUARY,
    words::MARCH,
    words::APRIL,
    words::MAY,
    words::JUNE,
    words::JULY,
    words::AUGUST,
    words::SEPTEMBER,
    words::OCTOBER,
    words::NOVEMBER,
    words::DECEMBER,
];

/// A day that exists, in the years 0 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, when there is one: no 30 February.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year <= 9999 && day >= 1 && day <= days(year, month) { Some(Self { year, month, day }) } else { None }
    }

    /// The day written `2019-03-31`.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shaped =
            bytes.len() == 10 && bytes.iter().enumerate().all(|(at, b)| if at == 4 || at == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if !shaped {
            return None;
        }
        Self::new(text.get(..4)?.parse().ok()?, text.get(5..7)?.parse().ok()?, text.get(8..)?.parse().ok()?)
    }

    /// `2019-03-31`, for files and attributes.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// `31 March 2019`, `31 Mawrth 2019`.
    #[must_use]
    pub fn say(self, lang: Lang) -> String {
        words::Day { day: &self.day.to_string(), month: month(lang, self.month), year: &self.year.to_string() }.say(lang)
    }

    /// `March 2019`, `Mawrth 2019`.
    #[must_use]
    pub fn month_and_year(self, lang: Lang) -> String {
        words::Month { month: month(lang, self.month), year: &self.year.to_string() }.say(lang)
    }

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The first calendar year of the financial year of this day, which runs from 1 April to 31 March.
    #[must_use]
    pub const fn financial_year(self) -> i32 {
        self.year as i32 - if self.month < 4 { 1 } else { 0 }
    }
}

/// The name of a month, 1 to 12; empty for any other number.
#[must_use]
pub fn month(lang: Lang, month: u8) -> &'static str {
    usize::from(month).checked_sub(1).and_then(|index| MONTHS.get(index)).map_or("", |name| name.say(lang))
}

/// The days of a month; none when there is no such month.
const fn days(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_said_in_both_languages() {
        let day = Date::new(2019, 3, 31).expect("a day");
        assert_eq!(day.say(Lang::En), "31 March 2019");
        assert_eq!(day.say(Lang::Cy), "31 Mawrth 2019");
        assert_eq!(day.month_and_year(Lang::Cy), "Mawrth 2019");
        assert_eq!(month(Lang::Cy, 12), "Rhagfyr");
        assert_eq!((month(Lang::En, 0), month(Lang::En, 13)), ("", ""));
    }

    #[test]
    fn only_days_that_exist_are_taken() {
        for text in [
            "2019-02-29",
            "1900-02-29",
            "2019-13-01",
            "2019-00-10",
            "2019-04-31",
            "2019-01-00",
            "2019-1-01",
            "+019-01-01",
            "2019-01-0é",
            "",
        ] {
            assert_eq!(Date::from_iso(text), None, "{text}");
        }
        for text in ["2020-02-29", "2000-02-29", "2019-12-31"] {
            assert_eq!(Date::from_iso(text).map(Date::iso).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_financial_year_starts_in_april() {
        assert_eq!(Date::new(2020, 3, 31).map(Date::financial_year), Some(2019));
        assert_eq!(Date::new(2020, 4, 1).map(Date::financial_year), Some(2020));
    }
}
