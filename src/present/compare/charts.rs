//! Charts on common axes: a line for each scenario over all the years that any of them covers, with a gap where one has none.

use crate::app::fan::Fan;
use crate::app::fan::FanYear;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::budget;
use crate::words::text::compare as words;
use crate::words::text::site;
use crate::words::year;

use super::super::chart::Chart;
use super::super::chart::Measure;
use super::super::chart::Series;
use super::super::chart::Shape;
use super::super::footnotes;
use super::super::footnotes::Footnote;
use super::Side;
use super::answer::Ends;

/// What is drawn of each scenario.
struct Drawn {
    name: &'static str,
    title: Text,
    axis: Text,
    measure: Measure,
    /// A value for each year of a scenario.
    of: fn(&Side) -> Vec<f64>,
    /// Between what that lies in a year of the cases tried.
    range: fn(&FanYear) -> [f64; 3],
    /// The finding, of the last year that all of them cover.
    caption: fn(Lang, i32, &Ends) -> String,
}

const CHILDREN: Drawn = Drawn {
    name: "compare-children",
    title: budget::CHART_CHILDREN,
    axis: budget::CHART_CHILDREN,
    measure: Measure::Children,
    of: |side| side.sums.with.closing.clone(),
    range: |year| year.children,
    caption: |lang, at, ends| {
        let year = &(at + 1).to_string();
        if ends.same() {
            return words::CaptionChildrenSame { year, value: &ends.high.1 }.say(lang);
        }
        words::CaptionChildren { year, most: &ends.most, high: &ends.high.1, least: &ends.least, low: &ends.low.1 }.say(lang)
    },
};

const SPEND: Drawn = Drawn {
    name: "compare-spend",
    title: words::CHART_SPEND,
    axis: budget::AXIS_SPEND,
    measure: Measure::Pounds,
    of: |side| (0..side.sums.cost.len()).map(|at| side.sums.with.total(at)).collect(),
    range: |year| year.told.spend_with,
    caption: |lang, at, ends| {
        let year = &year::financial(at);
        if ends.same() {
            return words::CaptionSpendSame { year, value: &ends.high.1 }.say(lang);
        }
        words::CaptionSpend { year, most: &ends.most, high: &ends.high.1, least: &ends.least, low: &ends.low.1 }.say(lang)
    },
};

const NET: Drawn = Drawn {
    name: "compare-net",
    title: budget::CHART_NET,
    axis: budget::AXIS_SO_FAR,
    measure: Measure::Pounds,
    of: |side| side.sums.running(),
    range: |year| year.running,
    caption: |lang, at, ends| {
        let year = &year::financial(at);
        if ends.same() {
            return words::CaptionNetSame { year, value: &ends.high.1 }.say(lang);
        }
        words::CaptionNet { year, most: &ends.most, high: &ends.high.1, least: &ends.least, low: &ends.low.1 }.say(lang)
    },
};

/// The charts, each with a remark where the years are not the same.
pub(super) fn charts(lang: Lang, sides: &[Side]) -> Vec<(Chart, Option<String>)> {
    let mut all = vec![CHILDREN, SPEND];
    if super::answer::planned(sides) {
        all.push(NET);
    }
    let remark = remark(lang, sides);
    all.iter().map(|drawn| (chart(lang, sides, drawn), remark.clone())).collect()
}

/// The first and the last year that any covers.
fn span(sides: &[Side]) -> (i32, i32) {
    let years = sides.iter().map(Side::years);
    years.reduce(|all, own| (all.0.min(own.0), all.1.max(own.1))).unwrap_or_default()
}

/// The last year that all cover, where there is one.
fn shared(sides: &[Side]) -> Option<i32> {
    let (first, last) = sides.iter().map(Side::years).reduce(|all, own| (all.0.max(own.0), all.1.min(own.1)))?;
    (first <= last).then_some(last)
}

fn remark(lang: Lang, sides: &[Side]) -> Option<String> {
    let last = shared(sides).filter(|last| *last != span(sides).1)?;
    Some(words::SharedYears { year: &year::financial(last) }.say(lang))
}

fn at<T: Copy>(side: &Side, values: &[T], year: i32) -> Option<T> {
    values.get(usize::try_from(year - side.sums.first_year).ok()?).copied()
}

fn chart(lang: Lang, sides: &[Side], drawn: &Drawn) -> Chart {
    let (first, last) = span(sides);
    let series = |(side, slot): (&Side, u8)| {
        let values = (drawn.of)(side);
        let range = |fan: &Fan| {
            let ends = |year| at(side, &fan.years, year).map(|year| (drawn.range)(&year)).map(|[low, _, high]| (low, high));
            (first..=last).map(ends).collect()
        };
        let values = (first..=last).map(|year| at(side, &values, year)).collect();
        Series { range: side.fan().map(range), ..Series::new(&side.short, Shape::Line, slot, values) }
    };
    let children = drawn.measure == Measure::Children;
    let position = |year: i32| if children { (year + 1).to_string() } else { year::financial(year) };
    let column = if children { site::YEAR_COLUMN } else { site::FINANCIAL_YEAR_COLUMN };
    Chart {
        name: drawn.name,
        caption: caption(lang, sides, drawn),
        table_title: drawn.title.say(lang).to_owned(),
        axis: drawn.axis.say(lang).to_owned(),
        positions_title: column.say(lang).to_owned(),
        positions: (first..=last).map(position).collect(),
        measure: drawn.measure,
        bars: false,
        total: None,
        series: sides.iter().zip(1..).map(series).collect(),
        footnotes: vec![Footnote::Method(if children { &footnotes::PROGRAMMES } else { &footnotes::MONEY })],
    }
}

fn caption(lang: Lang, sides: &[Side], drawn: &Drawn) -> String {
    let values: Option<Vec<f64>> = shared(sides).and_then(|year| sides.iter().map(|side| at(side, &(drawn.of)(side), year)).collect());
    let (Some(year), Some(values)) = (shared(sides), values) else { return words::CAPTION_APART.say(lang).to_owned() };
    let say = |value: f64| if drawn.measure == Measure::Children { number::whole(value) } else { number::pounds_short(lang, value) };
    (drawn.caption)(lang, year, &Ends::of(lang, &sides.iter().collect::<Vec<_>>(), &values, &say))
}
