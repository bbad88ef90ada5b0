//! A chart as one struct of numbers, from which the drawing, the table, the description and the readout are all made: they cannot
//! disagree. It knows no SVG: places are per cent of the plot, which the page stretches to any width.

use crate::units::steps::round_up;
use crate::words::Lang;
use crate::words::number;
use crate::words::text;

use super::footnotes::Footnote;

/// What the numbers of a chart are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Children: whole numbers.
    Children,
    /// Pounds: millions on the axis, whole pounds in the table.
    Pounds,
    /// Pounds to the penny in the table.
    Pence,
    /// Changes as shares, written per cent with their sign.
    Change,
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A straight line from value to value.
    Line,
    /// A level line that falls or rises at each value.
    Steps,
    /// A mark at each value.
    Points,
    /// A hollow mark at each value: an estimate.
    Hollow,
    /// A diamond at each value: worked out, a mean of two years.
    Diamonds,
    /// A bar from nothing.
    Bars,
    /// An area on top of those of the series before it.
    Stack,
    /// Only in the table.
    Table,
}

/// One series: a name, a shape, a place in the palette, a value (or none) at each position.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What it is called.
    pub name: String,
    /// How it is drawn.
    pub shape: Shape,
    /// Its colour and dash: 1 to 4.
    pub slot: u8,
    /// What its numbers are, where they are not what the chart's are.
    pub measure: Option<Measure>,
    /// A value at each position, where there is one.
    pub values: Vec<Option<f64>>,
    /// The range around each value, where there is one.
    pub range: Option<Vec<Option<(f64, f64)>>>,
}

impl Series {
    /// A series of the chart's own measure, without ranges.
    #[must_use]
    pub fn new(name: &str, shape: Shape, slot: u8, values: Vec<Option<f64>>) -> Self {
        Self { name: name.to_owned(), shape, slot, measure: None, values, range: None }
    }
}

/// One chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Its name in the page's addresses.
    pub name: &'static str,
    /// The finding, as a sentence.
    pub caption: String,
    /// What the table is called.
    pub table_title: String,
    /// What the numbers are, with their unit.
    pub axis: String,
    /// What the positions are called, as the head of the table's first column.
    pub positions_title: String,
    /// The positions: years, or the names of bars.
    pub positions: Vec<String>,
    /// What the numbers are.
    pub measure: Measure,
    /// Bars side by side from a common zero, or lines over the years.
    pub bars: bool,
    /// What the last row of the table, the sum of each column, is called.
    pub total: Option<String>,
    /// The series, four at most.
    pub series: Vec<Series>,
    /// What it rests on.
    pub footnotes: Vec<Footnote>,
}

/// Where a series that stands on others lies at a position: the position, its lower edge and its upper.
pub type Edge<At> = (At, f64, f64);

/// A cell of the table: the exact number and the words for it, where there is one.
pub type Cell = Option<(f64, String)>;

/// A mark on an axis: its place in per cent and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Per cent along the axis; for the upright one, from the top.
    pub at: f64,
    /// What stands beside it.
    pub label: String,
    /// Whether it is nothing, where values stand on both sides of it.
    pub zero: bool,
}

/// The upright axis: its ends and its marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    step: f64,
}

impl Scale {
    /// A scale over values, at round numbers. It begins at nothing unless that left more than a quarter of the height unused.
    #[must_use]
    pub fn over(values: impl Iterator<Item = f64>, from_zero: bool) -> Self {
        let (mut low, mut high) =
            values.filter(|v| v.is_finite()).fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        if from_zero || (low > 0.0 && low < high * 0.25) {
            low = low.min(0.0);
        }
        if from_zero {
            high = high.max(0.0);
        }
        if high - low < 1e-9 * high.abs().max(1.0) {
            high = low + low.abs().max(1.0);
        }
        let step = round_up((high - low) / 5.0, &[1.0, 2.0, 2.5, 5.0]);
        Self { low: (low / step).floor() * step, high: (high / step).ceil() * step, step }
    }

    /// The place of a value, in per cent from the low end.
    #[must_use]
    pub fn along(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low) * 100.0
    }

    /// Where the axis begins.
    #[must_use]
    pub const fn low(&self) -> f64 {
        self.low
    }

    fn values(&self) -> Vec<f64> {
        let count = ((self.high - self.low) / self.step).round();
        (0..=16).map(f64::from).take_while(|i| *i <= count).map(|i| self.low + i * self.step).collect()
    }
}

impl Chart {
    /// The scale of the numbers.
    #[must_use]
    pub fn scale(&self) -> Scale {
        let beside = |series: &&Series| series.shape != Shape::Stack;
        let values = self.drawn().filter(beside).flat_map(|s| s.values.iter().flatten().copied());
        let stacks = self.stacks().into_iter().flat_map(|(_, edges)| edges).map(|(_, _, high)| high);
        let ranges = self.drawn().filter(beside).flat_map(|s| s.range.iter().flatten().flatten().flat_map(|(low, high)| [*low, *high]));
        Scale::over(values.chain(ranges).chain(stacks), self.bars || self.stacked() || self.measure != Measure::Children)
    }

    /// The series that are drawn; the others stand only in the table.
    pub fn drawn(&self) -> impl Iterator<Item = &Series> {
        self.series.iter().filter(|series| series.shape != Shape::Table)
    }

    /// The marks of the number axis, from the top for lines and from the left for bars.
    #[must_use]
    pub fn number_ticks(&self, lang: Lang) -> Vec<Tick> {
        let scale = self.scale();
        let place = |value: f64| if self.bars { scale.along(value) } else { 100.0 - scale.along(value) };
        scale
            .values()
            .into_iter()
            .map(|value| Tick { at: place(value), label: self.short(lang, value), zero: value.abs() < 1e-9 && scale.low() < 0.0 })
            .collect()
    }

    /// The marks of the axis of positions: about eight of the years.
    #[must_use]
    pub fn position_ticks(&self) -> Vec<Tick> {
        // As many as have room beside each other: eight years, or four whole dates.
        let longest = self.positions.iter().map(|label| label.chars().count()).max().unwrap_or(1).max(1);
        let last = self.positions.len().saturating_sub(1);
        let room = self.positions.len().div_ceil((60 / longest).clamp(2, 8)).max(1);
        // Steps that come out at the last position, where there are any not much longer: what is said is mostly about that.
        let every = (room..=2 * room).find(|step| last.is_multiple_of(*step)).unwrap_or(room);
        let kept = |index: usize| index.is_multiple_of(every) && (index == 0 || last - index >= every / 2 || index == last);
        (0..=last)
            .filter(|i| kept(*i))
            .filter_map(|i| Some(Tick { at: self.across(i), label: self.positions.get(i)?.clone(), zero: false }))
            .collect()
    }

    /// The place of a position from the left, in per cent.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a chart has fewer than a hundred positions")]
    pub fn across(&self, index: usize) -> f64 {
        let last = self.positions.len().saturating_sub(1);
        if last == 0 { 50.0 } else { index as f64 / last as f64 * 100.0 }
    }

    /// The places of a series, from the left and from the top in per cent, with a gap where a value lacks.
    #[must_use]
    pub fn places(&self, series: &Series) -> Vec<Option<(f64, f64)>> {
        let scale = self.scale();
        series.values.iter().enumerate().map(|(i, value)| value.map(|value| (self.across(i), 100.0 - scale.along(value)))).collect()
    }

    /// The range of a series as the places of its lower and upper edge; none of one that stands on others, which is told only.
    #[must_use]
    pub fn range_places(&self, series: &Series) -> Vec<(f64, f64, f64)> {
        if series.shape == Shape::Stack {
            return Vec::new();
        }
        let scale = self.scale();
        let edge = |(i, range): (usize, &Option<(f64, f64)>)| {
            range.map(|(low, high)| (self.across(i), 100.0 - scale.along(low), 100.0 - scale.along(high)))
        };
        series.range.iter().flatten().enumerate().filter_map(edge).collect()
    }

    /// Whether its series stand on top of each other.
    #[must_use]
    pub fn stacked(&self) -> bool {
        self.series.iter().any(|series| series.shape == Shape::Stack)
    }

    /// Each series that stands on others, with its lower and upper edge at each position. What is below nothing by a rounding has no height.
    #[must_use]
    pub fn stacks(&self) -> Vec<(&Series, Vec<Edge<usize>>)> {
        let mut below = vec![0.0; self.positions.len()];
        let edges = |series: &Series, below: &mut [f64]| -> Vec<(usize, f64, f64)> {
            let values = series.values.iter().map(|value| value.unwrap_or(0.0));
            let edge = |(at, (below, value)): (usize, (&mut f64, f64))| {
                let low = *below;
                *below += value.max(0.0);
                (at, low, *below)
            };
            below.iter_mut().zip(values).enumerate().map(edge).collect()
        };
        self.series.iter().filter(|series| series.shape == Shape::Stack).map(|series| (series, edges(series, &mut below))).collect()
    }

    /// The same as places of the plot, in per cent.
    #[must_use]
    pub fn stack_places(&self) -> Vec<(&Series, Vec<Edge<f64>>)> {
        let scale = self.scale();
        let place = |(at, low, high): (usize, f64, f64)| (self.across(at), 100.0 - scale.along(low), 100.0 - scale.along(high));
        self.stacks().into_iter().map(|(series, edges)| (series, edges.into_iter().map(place).collect())).collect()
    }

    /// A number as the axis writes it.
    #[must_use]
    pub fn short(&self, lang: Lang, value: f64) -> String {
        match self.measure {
            Measure::Children => number::whole(value),
            Measure::Pounds | Measure::Pence => number::pounds_compact(lang, value, 1),
            Measure::Change => number::signed(&number::percent_trimmed(value, 1)),
        }
    }

    /// A number of a series as the table and the readout write it.
    #[must_use]
    pub fn full(&self, series: &Series, value: f64) -> String {
        match series.measure.unwrap_or(self.measure) {
            Measure::Children => number::whole(value),
            Measure::Pounds => number::pounds(value),
            Measure::Pence => number::pounds_and_pence(value),
            Measure::Change => number::signed(&number::percent(value, 1)),
        }
    }

    /// The heads of the table: the positions, then each series, its range after it; of stacks, which are many, below each figure.
    #[must_use]
    pub fn table_heads(&self, lang: Lang) -> Vec<String> {
        let mut heads = vec![self.positions_title.clone()];
        for series in &self.series {
            heads.push(series.name.clone());
            if series.range.is_some() && !self.stacked() {
                heads.push(text::chart::Low { name: &series.name }.say(lang));
                heads.push(text::chart::High { name: &series.name }.say(lang));
            }
        }
        heads
    }

    /// The rows of the table: one for each position, with the exact number beside the words for it.
    #[must_use]
    pub fn table_rows(&self, lang: Lang) -> Vec<(String, Vec<Cell>)> {
        let row = |index: usize| {
            self.series.iter().flat_map(move |series| {
                let cell = |value: Option<f64>| value.map(|value| (value, self.full(series, value)));
                let mut own = cell(series.values.get(index).copied().flatten());
                let mut ends = series.range.as_ref().map(|range| range.get(index).copied().flatten());
                if self.stacked()
                    && let (Some((_, words)), Some(Some((low, high)))) = (&mut own, ends.take())
                {
                    let (low, high) = (&self.full(series, low), &self.full(series, high));
                    // Where all is known there is nothing between.
                    if low != high {
                        words.push('\n');
                        words.push_str(&text::compare::Between { high, low }.say(lang));
                    }
                }
                let ends = ends.map(|ends| [cell(ends.map(|e| e.0)), cell(ends.map(|e| e.1))]);
                std::iter::once(own).chain(ends.into_iter().flatten())
            })
        };
        self.positions.iter().enumerate().map(|(i, name)| (name.clone(), row(i).collect())).collect()
    }

    /// The last row of the table: its name and the sum of each column.
    #[must_use]
    pub fn total_row(&self) -> Option<(String, Vec<(f64, String)>)> {
        let sum = |series: &Series| {
            let sum = series.values.iter().flatten().sum();
            (sum, self.full(series, sum))
        };
        self.total.as_ref().map(|name| (name.clone(), self.series.iter().map(sum).collect()))
    }

    /// What a listener hears of the chart.
    #[must_use]
    pub fn description(&self, lang: Lang) -> String {
        let mut parts = vec![text::chart::DescribeIntro { axis: &self.axis }.say(lang)];
        if self.bars {
            parts.extend((0..self.positions.len()).map(|index| self.readout(lang, index)));
        } else {
            parts.extend(self.drawn().filter_map(|series| self.describe(lang, series)));
        }
        parts.join(" ")
    }

    fn describe(&self, lang: Lang, series: &Series) -> Option<String> {
        let known: Vec<(usize, f64)> = series.values.iter().enumerate().filter_map(|(i, value)| Some((i, (*value)?))).collect();
        let (first, last) = (*known.first()?, *known.last()?);
        let low = *known.iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
        let high = *known.iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
        let at = |index: usize| self.positions.get(index).map_or("", String::as_str);
        let say = |value: f64| self.full(series, value);
        let name = series.name.as_str();
        let ends = series.range.as_ref().and_then(|range| *range.get(last.0)?);
        let range = ends
            .map(|ends| [" ", &text::chart::DescribeRange { end: at(last.0), low: &say(ends.0), high: &say(ends.1) }.say(lang)].concat());
        let line = if known.len() == 1 {
            text::chart::DescribePoint { name, first: &say(first.1), start: at(first.0) }.say(lang)
        } else {
            text::chart::DescribeLine {
                name,
                first: &say(first.1),
                start: at(first.0),
                last: &say(last.1),
                end: at(last.0),
                low: &say(low.1),
                low_at: at(low.0),
                high: &say(high.1),
                high_at: at(high.0),
            }
            .say(lang)
        };
        Some(line + &range.unwrap_or_default())
    }

    /// Every series at one position with its range where it has one, as a sentence.
    #[must_use]
    pub fn readout(&self, lang: Lang, index: usize) -> String {
        let value = |series: &Series| {
            let value = series.values.get(index).copied().flatten()?;
            let (name, value) = (&series.name, &self.full(series, value));
            let Some((low, high)) = series.range.as_ref().and_then(|range| *range.get(index)?) else {
                return Some(text::chart::ReadoutValue { name, value }.say(lang));
            };
            let (low, high) = (&self.full(series, low), &self.full(series, high));
            Some(text::chart::ReadoutRange { high, low, name, value }.say(lang))
        };
        let values: Vec<String> = self.series.iter().filter_map(value).collect();
        let values = if values.is_empty() { text::site::NO_VALUE.say(lang).to_owned() } else { values.join("; ") };
        text::chart::Readout { at: self.positions.get(index).map_or("", String::as_str), values: &values }.say(lang)
    }

    /// What to say about an axis that does not begin at nothing.
    #[must_use]
    pub fn axis_note(&self, lang: Lang) -> Option<String> {
        let low = self.scale().low();
        (low > 0.0).then(|| text::site::AxisStarts { value: &self.short(lang, low) }.say(lang))
    }
}
