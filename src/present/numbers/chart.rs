//! The chart of the numbers: counts as points, plans as steps, the carry-on and the visitor's path as lines.

use crate::evidence::series::WALES;
use crate::present::chart::Chart;
use crate::present::chart::Measure as Numbers;
use crate::present::chart::Series;
use crate::present::chart::Shape;
use crate::present::request::FIRST_YEAR;
use crate::words::Lang;
use crate::words::Text;
use crate::words::text::numbers as words;
use crate::words::text::site;

use super::sums::Course;
use super::sums::Sums;
use super::sums::counted;

/// The chart: every year from the first count, or from March 2019 where nothing was counted before.
pub(super) fn chart(lang: Lang, sums: &Sums) -> Chart {
    let first = if sums.care { WALES.first().map_or(FIRST_YEAR, |count| i32::from(count.year)) } else { FIRST_YEAR };
    let last = sums.end_year.max(WALES.last().map_or(first, |count| i32::from(count.year)));
    let last = if sums.care { last } else { sums.end_year };
    let years = || first..=last;
    let line = |name: Text, shape: Shape, slot: u8, values: Vec<Option<f64>>| Series {
        name: name.say(lang).to_owned(),
        shape,
        slot,
        measure: None,
        values,
        range: None,
    };
    let mut series = Vec::new();
    if sums.care {
        series.push(line(words::SERIES_COUNTED, Shape::Points, 1, years().map(counted).collect()));
    } else if let Some(rise) = sums.measure.rise {
        let point = |year: i32| match year - FIRST_YEAR {
            0 => Some(sums.start),
            1 => Some(sums.start * (1.0 + rise.value)),
            _ => None,
        };
        series.push(line(words::SERIES_DERIVED, Shape::Points, 1, years().map(point).collect()));
    }
    series.push(line(words::SERIES_PLANNED, Shape::Steps, 3, years().map(|year| sums.planned_in(year)).collect()));
    if let Some(carry_on) = &sums.carry_on {
        let mut carried = line(words::SERIES_CARRY_ON, Shape::Line, 2, years().map(|year| carry_on.at(year)).collect());
        carried.range = sums.same.then(|| ranges(carry_on, first, last));
        series.push(carried);
    }
    if !sums.same {
        let mut yours = line(words::SERIES_YOURS, Shape::Line, 4, years().map(|year| sums.yours.at(year)).collect());
        yours.range = sums.yours.flows.is_some().then(|| ranges(&sums.yours, first, last));
        series.push(yours);
    }
    finished(lang, sums, years().map(|year| year.to_string()).collect(), series)
}

fn ranges(course: &Course, first: i32, last: i32) -> Vec<Option<(f64, f64)>> {
    let at = |year: i32| usize::try_from(year - FIRST_YEAR).ok().and_then(|index| course.ranges.get(index).copied().flatten());
    (first..=last).map(at).collect()
}

fn finished(lang: Lang, sums: &Sums, positions: Vec<String>, series: Vec<Series>) -> Chart {
    let (caption, axis) = match (sums.care, sums.measure.start) {
        (true, _) => (words::CAPTION_CARE, words::AXIS_CHILDREN),
        (false, Some(_)) => (words::CAPTION_DERIVED, words::AXIS_CHILDREN),
        (false, None) => (words::CAPTION_PARENTS, words::AXIS_FEWER),
    };
    Chart {
        name: "numbers",
        caption: caption.say(lang).to_owned(),
        table_title: format!("{}: {}", sums.measure.name.say(lang), words::TABLE.say(lang)),
        axis: axis.say(lang).to_owned(),
        positions_title: site::YEAR_COLUMN.say(lang).to_owned(),
        positions,
        measure: Numbers::Children,
        bars: false,
        total: None,
        series,
    }
}
