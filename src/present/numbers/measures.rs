//! The four numbers, plan against what was counted, with both figures where two are stated; and for a council or a region what is
//! known of its children placed away.

use crate::evidence::Figure as Published;
use crate::evidence::document;
use crate::evidence::figure;
use crate::evidence::local;
use crate::place::Place;
use crate::present::ResultRow;
use crate::present::Section;
use crate::present::chart::Chart;
use crate::present::chart::Measure as Numbers;
use crate::present::chart::Series;
use crate::present::chart::Shape;
use crate::present::cite;
use crate::present::figure::Figure;
use crate::present::footnotes::Footnote;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::numbers as words;

use super::sums::Sums;
use super::sums::measured;

/// The section of the page.
pub(super) fn section(lang: Lang, sums: &Sums) -> Section {
    if sums.wales() { wales(lang) } else { place(lang, sums) }
}

fn wales(lang: Lang) -> Section {
    let planned = words::MeasuresPlanned { cited: &cite::cited(lang, &figure::PLAN_CARE_2019) }.say(lang);
    let stated = words::MeasuresStated { cited: &cite::cited(lang, &figure::CHILDREN_GROWTH_2020) }.say(lang);
    let said = |note: Text| note.say(lang).to_owned();
    Section {
        name: "measures",
        title: words::SECTION_MEASURES.say(lang).to_owned(),
        charts: vec![(chart(lang), None)],
        results: away(lang, Place::Wales),
        notes: vec![planned, stated, said(words::MEASURES_COUNTS), said(words::MEASURES_PARENTS), said(local::PLACEMENTS_NOTE)],
        ..Section::default()
    }
}

/// A measure in one year: planned, stated, by the counts.
type Row = (String, Option<f64>, Option<f64>, Option<f64>);

/// Each measure that has a start, in the first year of the plans and in the second.
fn rows(lang: Lang) -> Vec<Row> {
    let stated: [[&Published; 2]; 3] = [
        [&figure::CHILDREN_GROWTH_2020, &figure::CHILDREN_GROWTH_2021Q3],
        [&figure::OUT_OF_COUNTY_CHANGE_2020, &figure::OUT_OF_COUNTY_CHANGE_2021Q3],
        [&figure::OUT_OF_WALES_CHANGE_2020, &figure::OUT_OF_WALES_CHANGE_2021Q3],
    ];
    let mut rows = Vec::new();
    for (index, [first, second]) in stated.into_iter().enumerate() {
        let measure = measured(index);
        let name = measure.name.say(lang);
        let [fall, next, _] = measure.plan.map(|figure| figure.value);
        let counts = (index == 0).then_some(figure::CHILDREN_GROWTH_2020_COUNTS.value);
        let planned = |fall: f64, from: f64| measure.start.map(|start| -fall / (start - from));
        rows.push((words::MeasuresFirst { measure: name }.say(lang), planned(fall, 0.0), Some(first.value), counts));
        rows.push((words::MeasuresSecond { measure: name }.say(lang), planned(next, fall), Some(second.value), None));
    }
    rows
}

/// The planned falls of both years, what each measure started from, and what was stated of it.
const COMPARED: &[Footnote] = &[
    Footnote::of(&figure::PLAN_CARE_2019),
    Footnote::of(&figure::PLAN_CARE_2020),
    Footnote::of(&figure::CHILDREN_2019),
    Footnote::of(&figure::CHILDREN_GROWTH_2020),
    Footnote::of(&figure::CHILDREN_GROWTH_2020_COUNTS),
    Footnote::of(&figure::CHILDREN_GROWTH_2021Q3),
    Footnote::of(&figure::PLAN_OUT_OF_COUNTY_2019),
    Footnote::of(&figure::PLAN_OUT_OF_COUNTY_2020),
    Footnote::of(&figure::PLAN_OUT_OF_COUNTY_SHARE),
    Footnote::of(&figure::OUT_OF_COUNTY_CHANGE_2020),
    Footnote::of(&figure::OUT_OF_COUNTY_CHANGE_2021Q3),
    Footnote::of(&figure::PLAN_OUT_OF_WALES_2019),
    Footnote::of(&figure::PLAN_OUT_OF_WALES_2020),
    Footnote::of(&figure::PLAN_OUT_OF_WALES_SHARE),
    Footnote::of(&figure::OUT_OF_WALES_CHANGE_2020),
    Footnote::of(&figure::OUT_OF_WALES_CHANGE_2021Q3),
];

fn chart(lang: Lang) -> Chart {
    let rows = rows(lang);
    let say = |text: Text| text.say(lang).to_owned();
    let series = |name: Text, slot: u8, value: fn(&Row) -> Option<f64>| {
        Series::new(name.say(lang), Shape::Bars, slot, rows.iter().map(value).collect())
    };
    Chart {
        name: "measures",
        caption: say(words::MEASURES_CAPTION),
        table_title: say(words::SECTION_MEASURES),
        axis: say(words::MEASURES_AXIS),
        positions_title: say(words::MEASURES_COLUMN),
        series: vec![
            series(words::SERIES_PLANNED, 3, |row| row.1),
            series(words::SERIES_STATED, 1, |row| row.2),
            series(words::SERIES_BY_COUNTS, 2, |row| row.3),
        ],
        positions: rows.iter().map(|row| row.0.clone()).collect(),
        measure: Numbers::Change,
        bars: true,
        total: None,
        footnotes: COMPARED.to_vec(),
    }
}

fn place(lang: Lang, sums: &Sums) -> Section {
    Section {
        name: "measures",
        title: words::SECTION_AWAY.say(lang).to_owned(),
        results: away(lang, sums.place),
        notes: vec![local::PLACEMENTS_NOTE.say(lang).to_owned()],
        ..Section::default()
    }
}

/// Where the children placed away are from.
pub(super) const AWAY: &[Footnote] = &[Footnote::in_document(&document::STATSWALES_SPIF)];

/// The children of a place who lived outside their council, or outside Wales, in March 2024; or that there is no figure.
fn away(lang: Lang, place: Place) -> Vec<ResultRow> {
    let away = place.away();
    let row = |name, label: Text, value: Option<(f64, f64)>| {
        let Some((value, all)) = value else {
            return ResultRow::new(label.say(lang), Figure::new("", None, words::NO_FIGURE.say(lang).to_owned()), None);
        };
        let part = words::PartOf { part: &number::percent(value / all, 0), all: &number::whole(all) }.say(lang);
        ResultRow::new(label.say(lang), Figure::whole(name, value), Some(part)).on(AWAY)
    };
    vec![
        row("county-2024", words::AWAY_WALES, away.map(|away| (away.elsewhere_in_wales, away.total))),
        row("wales-2024", words::AWAY_OUTSIDE, away.map(|away| (away.outside_wales, away.total))),
    ]
}
