//! The chart of the numbers: counts as points, plans as steps, the carry-on and the visitor's path as lines.

use crate::evidence::Basis;
use crate::evidence::counts;
use crate::evidence::series::WALES;
use crate::present::chart::Chart;
use crate::present::chart::Measure as Numbers;
use crate::present::chart::Series;
use crate::present::chart::Shape;
use crate::present::footnotes::Footnote;
use crate::present::paths;
use crate::present::paths::FLOWS;
use crate::present::paths::by_year;
use crate::present::paths::counted;
use crate::present::request::FIRST_YEAR;
use crate::present::standing;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::numbers as words;
use crate::words::text::site;

use super::sums::Course;
use super::sums::FLOWING;
use super::sums::Sums;

/// The chart: every year from the first count, or from March 2019 where nothing was counted before.
pub(super) fn chart(lang: Lang, sums: &Sums) -> Chart {
    let first = if sums.care { WALES.first().map_or(FIRST_YEAR, |count| i32::from(count.year)) } else { FIRST_YEAR };
    let last = WALES.last().map_or(first, |count| i32::from(count.year)).max(sums.end_year);
    let last = if sums.care { last } else { sums.end_year };
    let line = |name: Text, shape: Shape, slot: u8, value: &dyn Fn(i32) -> Option<f64>| {
        Series::new(name.say(lang), shape, slot, by_year(first, last, value))
    };
    let mut series = known(lang, sums, first, last);
    if sums.own() {
        series.push(line(words::SERIES_OWN, Shape::Diamonds, 4, &|year| Some(sums.start).filter(|_| year == sums.from.year)));
    }
    if sums.wales() {
        series.push(line(words::SERIES_PLANNED, Shape::Steps, 3, &|year| sums.planned_in(year)));
    }
    if let Some(carry_on) = &sums.carry_on {
        let name = match (sums.own_rates, sums.wales()) {
            (true, _) => words::SERIES_OWN_RATES,
            (false, true) => words::SERIES_CARRY_ON,
            (false, false) => words::SERIES_RATES,
        };
        let mut carried = line(name, Shape::Line, 2, &|year| carry_on.at(year));
        carried.range = (sums.same || !sums.wales()).then(|| ranges(carry_on, first, last));
        series.push(carried);
    }
    if !sums.same {
        let mut yours = line(words::SERIES_YOURS, Shape::Line, 4, &|year| sums.yours.at(year));
        yours.range = (sums.wales() && sums.yours.flows.is_some()).then(|| ranges(&sums.yours, first, last));
        series.push(yours);
    }
    finished(lang, sums, paths::years(first, last), series)
}

/// What is known of the past, each kind of number with a mark of its own.
fn known(lang: Lang, sums: &Sums, first: i32, last: i32) -> Vec<Series> {
    let marks =
        |name: Text, shape: Shape, value: &dyn Fn(i32) -> Option<f64>| Series::new(name.say(lang), shape, 1, by_year(first, last, value));
    if !sums.wales() {
        let place = |year: i32| sums.place.children(u16::try_from(year).ok()?);
        let of = |year: i32, basis: Basis| place(year).filter(|known| known.basis == basis).map(|known| known.children);
        return vec![
            marks(words::SERIES_COUNTED, Shape::Points, &|year| of(year, Basis::Published)),
            marks(words::SERIES_ESTIMATE, Shape::Hollow, &|year| of(year, Basis::Estimate)),
            marks(words::SERIES_MEAN, Shape::Diamonds, &|year| of(year, Basis::MeanOfTwo)),
        ];
    }
    if sums.care {
        // Without those placed with parents only the count of March 2019 is known.
        let shown = |year: i32| if sums.part < 1.0 { Some(sums.start).filter(|_| year == FIRST_YEAR) } else { counted(year) };
        return vec![marks(words::SERIES_COUNTED, Shape::Points, &shown)];
    }
    let Some(rise) = sums.measure.rise else { return Vec::new() };
    let derived = |year: i32| match year - FIRST_YEAR {
        0 => Some(sums.plan_start),
        1 => Some(sums.plan_start * (1.0 + rise.value)),
        _ => None,
    };
    vec![marks(words::SERIES_DERIVED, Shape::Points, &derived)]
}

fn ranges(course: &Course, first: i32, last: i32) -> Vec<Option<(f64, f64)>> {
    (first..=last).map(|year| course.range_at(year)).collect()
}

fn finished(lang: Lang, sums: &Sums, positions: Vec<String>, series: Vec<Series>) -> Chart {
    let axis = if sums.measure.start.is_some() { words::AXIS_CHILDREN } else { words::AXIS_FEWER };
    Chart {
        name: "numbers",
        caption: caption(lang, sums),
        table_title: format!("{}: {}", sums.measure.name.say(lang), words::TABLE.say(lang)),
        axis: axis.say(lang).to_owned(),
        positions_title: site::YEAR_COLUMN.say(lang).to_owned(),
        positions,
        measure: Numbers::Children,
        bars: false,
        total: None,
        series,
        footnotes: footnotes(sums),
    }
}

/// What is known of the past, what was planned, and what the paths rest on.
fn footnotes(sums: &Sums) -> Vec<Footnote> {
    let counted = |year: u16| standing::counted(sums.place, i32::from(year));
    let mut known = match (sums.wales(), sums.care) {
        (false, _) => [counted(counts::LAST_YEAR + 1), counted(counts::LATEST_YEAR)].concat(),
        (true, true) => vec![Footnote::COUNTS],
        (true, false) => Vec::new(),
    };
    if sums.wales() {
        known.extend(sums.measure.footnotes());
    }
    if sums.care {
        known.extend(FLOWING);
    }
    known.extend(sums.path_footnotes().iter().filter(|_| !sums.care || sums.way != FLOWS));
    known
}

/// The finding of the chart.
fn caption(lang: Lang, sums: &Sums) -> String {
    match (sums.wales(), sums.care, sums.measure.start) {
        (false, ..) => place_caption(lang, sums),
        (_, true, _) if sums.part < 1.0 => words::CAPTION_WITHOUT.say(lang).to_owned(),
        (_, true, _) => words::CAPTION_CARE.say(lang).to_owned(),
        (_, false, Some(_)) => words::CAPTION_DERIVED.say(lang).to_owned(),
        (_, false, None) => words::CAPTION_PARENTS.say(lang).to_owned(),
    }
}

fn place_caption(lang: Lang, sums: &Sums) -> String {
    let at = |year: u16| sums.place.children(year).map_or(0.0, |known| known.children);
    let (first, last) = (number::whole(at(counts::FIRST_YEAR)), number::whole(at(counts::LAST_YEAR)));
    let end = number::whole(sums.carry_on.as_ref().map_or(0.0, Course::end));
    let (place, year) = (sums.place.full_name(lang), sums.end_year_text());
    words::CaptionPlace { place: &place, first: &first, last: &last, end: &end, year: &year }.say(lang)
}
