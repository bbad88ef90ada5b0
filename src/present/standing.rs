//! What a scenario stands on: which place it is about, how its count is known, and what is taken from Wales for want of the place's own.

use crate::evidence::counts;
use crate::evidence::document;
use crate::evidence::figure;
use crate::place::Place;
use crate::scenario::How;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::date::Date;
use crate::words::number;
use crate::words::text::count;
use crate::words::text::standing as words;

use super::footnotes::Footnote;
use super::own;

/// What the figures of a place stand on, in a sentence or two; nothing for Wales in the documents' year, which the pages are written for.
#[must_use]
pub fn standing(lang: Lang, scenario: &Scenario) -> Vec<String> {
    let (place, start) = (scenario.place(), scenario.start());
    let preset = place == Place::Wales && start.how == How::Counted && start.year == crate::present::request::FIRST_YEAR;
    if preset {
        return Vec::new();
    }
    let name = place.full_name(lang);
    let day = u16::try_from(start.year).ok().and_then(|year| Date::new(year, 3, 31)).map_or(String::new(), |day| day.say(lang));
    let children = count::CHILDREN.whole(lang, start.children);
    let known = match start.how {
        How::Counted => words::Counted { place: &name, children: &children, day: &day }.say(lang),
        How::Derived => words::Derived { place: &name, children: &children, day: &day }.say(lang),
        How::Own => words::Own { place: &name, children: &children, day: &day }.say(lang),
        How::Estimated => words::Estimated { place: &name, children: &children, day: &day }.say(lang),
    };
    let own = scenario.own().of(place.key()).next().is_some();
    let rest = if own { words::OWN_RATES } else { words::RATES };
    vec![known, rest.say(lang).to_owned()]
}

/// The same where there is money, with how added costs came to be at the prices of 2018-19.
#[must_use]
pub fn with_prices(lang: Lang, scenario: &Scenario) -> Vec<String> {
    let inflation = &number::percent_trimmed(figure::ASSUMPTION_INFLATION.value, 1);
    let prices = own::prices(scenario).then(|| words::OwnPrices { inflation }.say(lang));
    standing(lang, scenario).into_iter().chain(prices).collect()
}

/// Where the count that a scenario starts from is from; nowhere where the visitor gave it.
#[must_use]
pub fn footnotes(scenario: &Scenario) -> &'static [Footnote] {
    let start = scenario.start();
    if start.how == How::Own { &[] } else { counted(scenario.place(), start.year) }
}

/// Where the count of a place at 31 March of a year is from; our estimate, what it is made of.
#[must_use]
pub fn counted(place: Place, year: i32) -> &'static [Footnote] {
    const BY_COUNCIL: Footnote = Footnote::in_document(&document::STATSWALES_AGES);
    if place == Place::Wales {
        &[Footnote::COUNTS]
    } else if year == i32::from(counts::LATEST_YEAR) {
        const { &[Footnote::in_document(&document::STATSWALES_TWO_YEARS)] }
    } else if year > i32::from(counts::LAST_YEAR) {
        const { &[BY_COUNCIL, Footnote::COUNTS] }
    } else {
        const { &[BY_COUNCIL] }
    }
}
