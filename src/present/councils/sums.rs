//! The figures that councils are compared by, and what chance does to a count.

use crate::evidence::counts;
use crate::evidence::document;
use crate::evidence::figure;
use crate::evidence::rates;
use crate::model::stock;
use crate::place::ALIKE_YEAR;
use crate::place::Place;
use crate::present::areas::Column;
use crate::present::areas::Measure;
use crate::present::edge::NINE_IN_TEN;
use crate::present::footnotes;
use crate::present::footnotes::Footnote;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::units::Children;
use crate::units::Rate;
use crate::words::Lang;
use crate::words::Text;
use crate::words::text::councils as words;

/// The column of the latest rate.
pub(super) const RATE: usize = 1;

/// The column of the latest count.
pub(super) const COUNT: usize = 4;

/// The column of the people under 18.
pub(super) const UNDER_18: usize = 9;

/// The year of the published rates of councils.
pub(super) const RATE_YEAR: u16 = 2021;

/// Looked after children in March 2018, and in the two latest years together.
const CHILDREN_2018: Footnote = Footnote::in_document(&document::STATSWALES_AGES);
const CHILDREN: Footnote = Footnote::in_document(&document::STATSWALES_TWO_YEARS);

/// People under 18 in mid-2017, which are estimated by those under 16; in mid-2019; in mid-2024.
const UNDER_16: Footnote = Footnote::in_document(&document::STATSWALES_POPULATION);
const PEOPLE_2019: Footnote = Footnote::in_document(&document::ONS_2020);
const PEOPLE: Footnote = Footnote::in_document(&document::ONS_2024);

const PLACED: &[Footnote] = &[Footnote::in_document(&document::STATSWALES_SPIF)];
const SPENT: &[Footnote] = &[Footnote::in_document(&document::LGFS0016), PEOPLE_2019];
const PUBLISHED: &[Footnote] = &[Footnote::in_document(&document::GWENT_RPB), Footnote::in_document(&document::RELEASE_2021)];

const COLUMNS: [(Text, Measure, bool, &[Footnote]); 11] = [
    (words::COLUMN_RATE_2018, Measure::Rate, false, &[CHILDREN_2018, UNDER_16, PEOPLE_2019]),
    (words::COLUMN_RATE, Measure::Rate, false, &[CHILDREN, PEOPLE]),
    (words::COLUMN_CHANGE, Measure::Rate, true, &[CHILDREN_2018, UNDER_16, PEOPLE_2019, CHILDREN, PEOPLE]),
    (words::COLUMN_CHILDREN_2018, Measure::Children, false, &[CHILDREN_2018]),
    (words::COLUMN_CHILDREN, Measure::Children, false, &[CHILDREN]),
    (words::COLUMN_COUNTY, Measure::Share, false, PLACED),
    (words::COLUMN_WALES, Measure::Share, false, PLACED),
    (words::COLUMN_SPEND, Measure::Index, false, SPENT),
    (words::COLUMN_PUBLISHED, Measure::Rate, false, PUBLISHED),
    (words::COLUMN_UNDER_18, Measure::Children, false, &[PEOPLE]),
    (words::COLUMN_SHARE_UNDER_18, Measure::Share, false, &[PEOPLE]),
];

/// The columns of the table.
pub(super) fn columns(lang: Lang) -> Vec<Column> {
    COLUMNS
        .iter()
        .map(|(title, measure, change, footnotes)| Column {
            title: title.say(lang).to_owned(),
            measure: *measure,
            change: *change,
            footnotes,
        })
        .collect()
}

/// The column that a scenario compares by.
pub(super) fn mapped(scenario: &Scenario) -> usize {
    [RATE, 2, 5, 6, 7].get(scenario.option(Id::Compared)).copied().unwrap_or(RATE)
}

/// The figures of a place, one or none for each column.
pub(super) fn cells(place: Place) -> Vec<Option<f64>> {
    let rate_2018 = place.rate(counts::LAST_YEAR);
    let (count, under_18) = (latest(place), place.under_18(ALIKE_YEAR).map(|people| people.children));
    let rate = count.zip(under_18).map(|(count, people)| rates::PER * count / people);
    let away = place.away();
    vec![
        rate_2018.map(|rate| rate.rate),
        rate,
        rate.zip(rate_2018).map(|(now, before)| now - before.rate),
        place.children(counts::LAST_YEAR).map(|count| count.children),
        count,
        away.map(|away| away.elsewhere_in_wales / away.total),
        away.map(|away| away.outside_wales / away.total),
        place.spend_index(),
        rates::published(place.key(), RATE_YEAR).map(|published| published.rate),
        under_18,
        under_18.zip(place.all_ages(ALIKE_YEAR)).map(|(people, all)| people / all),
    ]
}

/// Children looked after, as a mean of March 2023 and March 2024: of Wales too, so that like stands beside like.
fn latest(place: Place) -> Option<f64> {
    match place {
        Place::Wales => Some(counts::WALES_2018.latest()),
        _ => place.children(counts::LATEST_YEAR).map(|count| count.children),
    }
}

/// How far chance alone may move a count within one year, nine times of ten: Wales's flows of 2018-19 on that count, from a known start.
pub(super) fn chance(children: f64) -> f64 {
    let entries = figure::CALC_ENTRIES.value * children / figure::CHILDREN_2019.value;
    let exit_rate = Rate::new(figure::CALC_EXIT_RATE.value);
    NINE_IN_TEN * stock::chance_in_a_year(Children::new(children), Children::new(entries), exit_rate)
}

/// What that rests on.
pub(super) const CHANCE: &[Footnote] = &[
    Footnote::Method(&footnotes::CHANCE),
    CHILDREN,
    Footnote::of(&figure::CALC_ENTRIES),
    Footnote::of(&figure::CHILDREN_2019),
    Footnote::of(&figure::CALC_EXIT_RATE),
];

/// What the ages of a council's children rest on.
pub(super) const AGES: &[Footnote] = &[CHILDREN_2018];
