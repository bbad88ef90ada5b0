//! Children looked after for every 10,000 people under 18, with numbers: Wales, and the councils at either end.

use crate::evidence::counts::LATEST_YEAR;
use crate::evidence::figure;
use crate::evidence::rates::RateOf10000;
use crate::place::Place;
use crate::present::prose::Example;
use crate::words::number;
use crate::words::text::worked as words;

use super::Worked;
use super::result;
use super::whole;

/// The year of the example for Wales: the last for which its rate can be set beside a published one.
const YEAR: u16 = 2021;

/// The rate of Wales, and the highest and the lowest of a council.
pub(in super::super) fn rates(worked: &Worked) -> Option<Example> {
    let lang = worked.lang;
    let line = |name: &str, place: Place, children: &str, rate: &RateOf10000| {
        words::Rate {
            place: place.name().say(lang),
            children,
            people: &number::whole(rate.under_18),
            rate: &result(name, rate.rate, number::decimal(rate.rate, 1)),
        }
        .say(lang)
    };
    let wales = Place::Wales.rate(YEAR)?;
    let published = number::decimal_trimmed(wales.published?.rate, 1);
    let councils: Vec<(Place, RateOf10000)> =
        Place::ALL.iter().filter(|place| place.is_council()).filter_map(|place| Some((*place, place.rate(LATEST_YEAR)?))).collect();
    let by_rate = |a: &&(Place, RateOf10000), b: &&(Place, RateOf10000)| a.1.rate.total_cmp(&b.1.rate);
    let council = |name: &str, (place, rate): &(Place, RateOf10000)| line(name, *place, &number::decimal_trimmed(rate.children, 1), rate);
    let lines = [
        line("rate-wales", Place::Wales, &whole(&figure::CHILDREN_2021), &wales),
        words::RatePublished { rate: &published }.say(lang),
        council("rate-highest", councils.iter().max_by(by_rate)?),
        council("rate-lowest", councils.iter().min_by(by_rate)?),
    ];
    worked.example(words::RATES, lines)
}
