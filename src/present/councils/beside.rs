//! The place picked beside Wales, its regions and, where it is a council, the councils most like it; and what chance does to its count.

use crate::app::State;
use crate::evidence::counts;
use crate::evidence::document;
use crate::evidence::local;
use crate::evidence::rates;
use crate::place::Council;
use crate::place::Place;
use crate::words::Lang;
use crate::words::list;
use crate::words::number;
use crate::words::text::areas as area_words;
use crate::words::text::councils as words;
use crate::words::text::count;

use super::super::ResultRow;
use super::super::areas;
use super::super::areas::AreaRow;
use super::super::areas::Areas;
use super::super::figure::Figure;
use super::super::footnotes::Footnote;
use super::super::footnotes::each_on;
use super::Beside;
use super::sums;
use super::sums::COUNT;
use super::sums::RATE;
use super::sums::RATE_YEAR;
use super::sums::UNDER_18;

/// The name of its table.
const NAME: &str = "beside";

/// The place picked beside others; nothing for Wales, which every council stands beside anyway.
pub(super) fn beside(state: &State, all: &Areas) -> Option<Beside> {
    let lang = state.lang;
    match state.scenario.place() {
        Place::Wales => None,
        Place::Council(council) => Some(council_beside(state, all, council)),
        place @ Place::Region(_) => {
            let councils: Vec<Place> = place.councils().map(Place::Council).collect();
            let areas = picked(state, all, &councils, &[Place::Wales, place]);
            let title = words::BesideRegion { place: &place.full_name(lang) }.say(lang);
            Some(Beside { title, lines: Vec::new(), areas, results: Vec::new(), notes: Vec::new() })
        }
    }
}

fn council_beside(state: &State, all: &Areas, council: &'static Council) -> Beside {
    let lang = state.lang;
    let place = Place::Council(council);
    let alike = council.alike();
    let names: Vec<&str> = alike.iter().map(|other| other.name.say(lang)).collect();
    let rows: Vec<Place> = std::iter::once(place).chain(alike.iter().map(|other| Place::Council(other))).collect();
    let regions = [Place::Wales, Place::Region(council.consortium), Place::Region(council.board)];
    let row = all.rows.iter().find(|row| row.name == council.name.say(lang));
    let results = row.and_then(|row| chance(lang, all, row)).unwrap_or_default();
    let mut results = each_on(results, sums::CHANCE);
    results.extend(published(lang, place));
    results.extend(fostered(lang, place));
    results.extend(each_on(ages(lang, council), sums::AGES));
    Beside {
        title: words::BesideCouncil { place: council.name.say(lang) }.say(lang),
        lines: vec![words::Alike { councils: &list(lang, &names) }.say(lang)],
        areas: picked(state, all, &rows, &regions),
        results,
        notes: vec![words::ALIKE_RULE.say(lang).to_owned()],
    }
}

/// Some of the places in a table of their own, with the same columns.
fn picked(state: &State, all: &Areas, rows: &[Place], foot: &[Place]) -> Areas {
    let lang = state.lang;
    let of = |places: &[Place]| -> Vec<AreaRow> {
        let row = |place: &Place| all.rows.iter().chain(&all.foot).find(|row| Place::ALL.get(row.option) == Some(place)).cloned();
        places.iter().filter_map(row).collect()
    };
    Areas {
        name: NAME,
        caption: String::new(),
        table_title: words::BESIDE_TABLE.say(lang).to_owned(),
        first: words::COLUMN_PLACE.say(lang).to_owned(),
        columns: all.columns.clone(),
        rows: of(rows),
        foot: of(foot),
        mapped: all.mapped,
        sorted: areas::sorted(state, NAME, all.mapped),
        open: true,
        notes: Vec::new(),
    }
}

/// What chance alone does to a council's latest count and rate, and how many councils have a rate in that range.
fn chance(lang: Lang, all: &Areas, row: &AreaRow) -> Option<Vec<ResultRow>> {
    let (children, rate, under_18) = (row.at(COUNT)?, row.at(RATE)?, row.at(UNDER_18)?);
    let most = sums::chance(children);
    let most_rate = rates::PER * most / under_18;
    let (low, high) = (rate - most_rate, rate + most_rate);
    let range = |low: String, high: String| area_words::Range { low: &low, high: &high }.say(lang);
    let said = range(number::whole(children - most), number::whole(children + most));
    let note = words::ChanceNote { low: &number::decimal(low, 1), high: &number::decimal(high, 1) }.say(lang);
    let label = words::Chance { children: &count::CHILDREN.whole(lang, children) }.say(lang);
    let within = all.rows.iter().filter(|other| other.option != row.option);
    let within = within.filter(|other| other.at(RATE).is_some_and(|other| (low..=high).contains(&other))).count();
    let near = Figure::new("near", number(within), count::COUNCILS.whole(lang, number(within)));
    let near_note = (within > 0).then(|| words::NEAR_NOTE.say(lang).to_owned());
    Some(vec![ResultRow::new(label, Figure::new("chance", most, said), Some(note)), ResultRow::new(words::NEAR.say(lang), near, near_note)])
}

/// The published rate beside ours for the same day, where there is one.
fn published(lang: Lang, place: Place) -> Option<ResultRow> {
    let ours = place.rate(RATE_YEAR)?;
    let found = ours.published?;
    let note = words::PublishedNote { document: found.document.title.say(lang), ours: &number::decimal(ours.rate, 1) }.say(lang);
    let figure = Figure::new("published", found.rate, number::decimal_trimmed(found.rate, 1));
    Some(ResultRow::new(words::COLUMN_PUBLISHED.say(lang), figure, Some(note)).on(&[Footnote::in_document(found.document)]))
}

const FOSTERED: &[Footnote] = &[Footnote::in_document(&document::STATSWALES_FOSTER)];

/// Children in foster care inside their own council.
fn fostered(lang: Lang, place: Place) -> Option<ResultRow> {
    let inside = place.foster_inside()?;
    let note = words::FosteredNote { document: local::FOSTER_SOURCE.title.say(lang) }.say(lang);
    Some(ResultRow::new(words::FOSTERED.say(lang), Figure::new("fostered", inside, number::whole(inside)), Some(note)).on(FOSTERED))
}

/// The ages of the children at the last count by age, as published; a hidden cell is said as the range it may be.
fn ages(lang: Lang, council: &Council) -> Vec<ResultRow> {
    let counts = council.counts;
    let bands = [
        (words::AGED_UNDER_1, counts.under_1),
        (words::AGED_1_TO_4, counts.aged_1_to_4),
        (words::AGED_5_TO_9, counts.aged_5_to_9),
        (words::AGED_10_TO_15, counts.aged_10_to_15),
        (words::AGED_16_AND_17, counts.aged_16_to_17),
    ];
    let row = |(label, band): (crate::words::Text, counts::Band)| {
        let (low, high) = (number::whole(band.low()), number::whole(band.high()));
        let said = if band.suppressed == 0 { low } else { area_words::Range { low: &low, high: &high }.say(lang) };
        let exact = (band.suppressed == 0).then_some(band.published);
        ResultRow::new(label.say(lang), Figure::new("", exact, said), None)
    };
    bands.into_iter().map(row).collect()
}

/// A number of councils as a number.
pub(super) fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::NAN, f64::from)
}
