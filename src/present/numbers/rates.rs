//! Children looked after for every 10,000 people under 18: ours, with the published rate beside it where there is one.

use crate::evidence::Basis;
use crate::evidence::document;
use crate::evidence::local;
use crate::evidence::rates;
use crate::evidence::rates::RateOf10000;
use crate::place::Place;
use crate::present::ResultRow;
use crate::present::Section;
use crate::present::figure::Figure;
use crate::present::footnotes as chapters;
use crate::present::footnotes::Footnote;
use crate::present::standing;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::numbers as words;

use super::sums::Sums;

/// The years for which there are people under 18 to set a count over.
const YEARS: [u16; 5] = [2018, 2019, 2020, 2021, 2024];

/// The section of the method that works a rate out.
const WORKED_OUT: Footnote = Footnote::Method(&chapters::RATES);

/// The rate of a place when its paths start, where there are people under 18 to set the count over; of the place shown by its own count.
pub(super) fn at_start(sums: &Sums, place: Place) -> Option<f64> {
    let year = u16::try_from(sums.from.year).ok()?;
    if place != sums.place || !sums.own() {
        return place.rate(year).map(|rate| rate.rate);
    }
    let people = place.under_18(rates::mid_year(year))?;
    Some(rates::PER * sums.from.children / people.children)
}

/// The section of the page.
pub(super) fn section(lang: Lang, sums: &Sums) -> Section {
    let mut results = Vec::new();
    for year in YEARS {
        let Some(rate) = sums.place.rate(year) else { continue };
        let starts = i32::from(year) == sums.from.year && !sums.own();
        if starts || rate.published.is_some() {
            results.push(row(lang, sums.place, year, &rate, if starts { "rate" } else { "" }));
        }
    }
    results.extend(own(lang, sums));
    let wales = u16::try_from(sums.from.year).ok().filter(|year| !sums.wales() && YEARS.contains(year));
    if let Some((year, rate)) = wales.and_then(|year| Some((year, Place::Wales.rate(year)?))) {
        results.push(row(lang, Place::Wales, year, &rate, "rate-wales"));
    }
    Section {
        name: "rates",
        title: words::SECTION_RATES.say(lang).to_owned(),
        results,
        notes: [rates::RATE_NOTE, local::UNDER_18_NOTE, local::NOT_REBASED_NOTE].map(|note| note.say(lang).to_owned()).to_vec(),
        ..Section::default()
    }
}

/// The rate by the visitor's own count.
fn own(lang: Lang, sums: &Sums) -> Option<ResultRow> {
    let rate = at_start(sums, sums.place).filter(|_| sums.own())?;
    let label = words::RateRow { place: &sums.place.full_name(lang), year: &sums.from.year.to_string() }.say(lang);
    let row = ResultRow::new(label, Figure::new("rate", rate, number::decimal(rate, 1)), Some(words::RATE_OWN.say(lang).to_owned()));
    let people = people(rates::mid_year(u16::try_from(sums.from.year).ok()?));
    Some(ResultRow { own: true, ..row.on(&[&[WORKED_OUT], people].concat()) })
}

fn row(lang: Lang, place: Place, year: u16, rate: &RateOf10000, name: &'static str) -> ResultRow {
    let label = words::RateRow { place: &place.full_name(lang), year: &year.to_string() }.say(lang);
    let (children, people, mid) = (number::whole(rate.children), number::whole(rate.under_18), rate.mid_year.to_string());
    let estimated = place.children(year).is_some_and(|of| of.basis == Basis::Estimate);
    let children = if estimated { words::RateChildrenEstimated { children: &children }.say(lang) } else { children };
    let published = rate.published.map(|published| number::decimal_trimmed(published.rate, 1));
    let beside = published.map_or_else(|| words::RATE_NONE.say(lang).to_owned(), |rate| words::RatePublished { rate: &rate }.say(lang));
    let note = if rate.under_18_estimated {
        words::RateNoteEstimated { children: &children, people: &people, mid: &mid, published: &beside }.say(lang)
    } else {
        words::RateNote { children: &children, people: &people, mid: &mid, published: &beside }.say(lang)
    };
    let mut footnotes = footnotes(place, i32::from(year));
    footnotes.insert(0, WORKED_OUT);
    footnotes.extend(rate.published.map(|published| Footnote::in_document(published.document)));
    ResultRow::new(label, Figure::new(name, rate.rate, number::decimal(rate.rate, 1)), Some(note)).on(&footnotes)
}

/// What the rate of a place at 31 March of a year is made of: its count, and the people under 18 that it is set over.
pub(super) fn footnotes(place: Place, year: i32) -> Vec<Footnote> {
    let mid_year = u16::try_from(year).map_or(0, rates::mid_year);
    [standing::counted(place, year), people(mid_year)].concat()
}

/// Where the people under 18 in the middle of a year are from; our estimate, what it is made of.
const fn people(mid_year: u16) -> &'static [Footnote] {
    const EARLIER: Footnote = Footnote::in_document(&document::STATSWALES_POPULATION);
    const LATER: Footnote = Footnote::in_document(&document::ONS_2020);
    match mid_year {
        2019 | 2020 => const { &[LATER] },
        2024 => const { &[Footnote::in_document(&document::ONS_2024)] },
        _ => const { &[EARLIER, LATER] },
    }
}
