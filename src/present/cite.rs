//! A figure of the register in words: its value, and where it was published.

use crate::evidence::Figure;
use crate::evidence::Qualifier;
use crate::evidence::Unit;
use crate::evidence::document;
use crate::words::Lang;
use crate::words::count;
use crate::words::date::Date;
use crate::words::date::month;
use crate::words::number;
use crate::words::text::register as words;

use super::fields::pounds;

/// The value of a figure in words, with its qualifier, its unit and its range.
#[must_use]
pub fn value(lang: Lang, figure: &Figure) -> String {
    let shown = |value: f64| figure.shown_to.map_or(value, |step| (value / step).round() * step);
    let bare = |value: f64| {
        let value = shown(value);
        match figure.unit {
            unit if unit.is_share() => number::percent_trimmed(value, 2),
            unit if unit.is_money() => pounds(value),
            Unit::Years => count::years(lang, value, 2),
            _ => number::decimal_trimmed(value, 4),
        }
    };
    let unit = match figure.unit {
        Unit::Pounds | Unit::Share | Unit::Years => String::new(),
        unit => format!(" {}", unit.name().say(lang)),
    };
    let said = format!("{}{unit}", bare(figure.value));
    let said = match figure.qualifier {
        Qualifier::Exactly => said,
        qualifier => words::Qualified { qualifier: qualifier.name().say(lang), value: &said }.say(lang),
    };
    match (figure.low, figure.high) {
        (Some(low), Some(high)) => words::Range { value: &said, low: &bare(low), high: &bare(high) }.say(lang),
        _ => said,
    }
}

/// Where a figure was published: document, section, date, and what it describes.
#[must_use]
pub fn cited(lang: Lang, figure: &Figure) -> String {
    let period = figure.period.say(lang);
    if figure.document.id == document::CLORIAN.id {
        return words::Own { period }.say(lang);
    }
    let (title, date) = (figure.document.title.say(lang), dated(lang, figure.document.date));
    words::Cited { document: title, section: figure.section.say(lang), date: &date, period }.say(lang)
}

/// `2019-11` as November 2019, `2019-10-30` as 30 October 2019, a year as itself.
#[must_use]
pub fn dated(lang: Lang, date: &str) -> String {
    if let Some(date) = Date::from_iso(date) {
        return date.say(lang);
    }
    match date.split_once('-') {
        Some((year, number)) => match number.parse() {
            Ok(number @ 1..=12) => format!("{} {year}", month(lang, number)),
            _ => date.to_owned(),
        },
        None if date == "undated" => words::UNDATED.say(lang).to_owned(),
        None => date.to_owned(),
    }
}

/// The anchor of a programme of the shelf in the evidence.
#[must_use]
pub fn programme(id: &str) -> String {
    ["programme-", id].concat()
}
