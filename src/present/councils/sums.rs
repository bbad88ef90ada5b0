//! The figures that councils are compared by, and what chance does to a count.

use crate::evidence::counts;
use crate::evidence::figure;
use crate::evidence::rates;
use crate::model::stock;
use crate::place::ALIKE_YEAR;
use crate::place::Place;
use crate::present::areas::Column;
use crate::present::areas::Measure;
use crate::present::edge::NINE_IN_TEN;
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

const COLUMNS: [(Text, Measure, bool); 11] = [
    (words::COLUMN_RATE_2018, Measure::Rate, false),
    (words::COLUMN_RATE, Measure::Rate, false),
    (words::COLUMN_CHANGE, Measure::Rate, true),
    (words::COLUMN_CHILDREN_2018, Measure::Children, false),
    (words::COLUMN_CHILDREN, Measure::Children, false),
    (words::COLUMN_COUNTY, Measure::Share, false),
    (words::COLUMN_WALES, Measure::Share, false),
    (words::COLUMN_SPEND, Measure::Index, false),
    (words::COLUMN_PUBLISHED, Measure::Rate, false),
    (words::COLUMN_UNDER_18, Measure::Children, false),
    (words::COLUMN_SHARE_UNDER_18, Measure::Share, false),
];

/// The columns of the table.
pub(super) fn columns(lang: Lang) -> Vec<Column> {
    COLUMNS
        .iter()
        .map(|(title, measure, change)| Column { title: title.say(lang).to_owned(), measure: *measure, change: *change })
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
