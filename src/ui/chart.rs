//! A chart as a drawing, a table and a readout, all from one [`Chart`].
//!
//! The drawing stretches to any width without a script: marks and words stand at per cent of the plot, lines are in a nested drawing that
//! is stretched while its strokes are not. Nothing needs an inline style, which the content security policy forbids.

use yew::prelude::*;

use crate::app::Message;
use crate::present::Page;
use crate::present::chart::Cell;
use crate::present::chart::Chart;
use crate::present::chart::Series;
use crate::present::chart::Shape;
use crate::units::written::written;
use crate::words::Lang;
use crate::words::text::site;

use super::footnotes::footnotes;
use super::footnotes::own_mark;
use super::line::heads;
use super::line::hidden;
use super::line::paragraph;
use super::line::span;

/// How charts that are not bars are drawn.
#[derive(Clone, Copy)]
pub struct Lines {
    /// The drawing, and what reads it off.
    draw: fn(&Chart, &Page, &Callback<Message>) -> (Html, Html),
    /// A sample of a series for the key.
    sample: fn(&Series) -> Html,
}

/// Lines, steps and marks, with a slider along them.
pub const WITH_LINES: Lines = Lines { draw: with_lines, sample };

/// The same, and series that stand on each other.
pub const WITH_STACKS: Lines = Lines { draw: with_stacks, sample };

/// For a room whose charts are all bars.
pub const ONLY_BARS: Lines = Lines { draw: |_, _, _| (html! {}, html! {}), sample: |_| html! {} };

fn with_lines(chart: &Chart, page: &Page, send: &Callback<Message>) -> (Html, Html) {
    plotted(chart, page, (html! {}, html! {}), send)
}

fn with_stacks(chart: &Chart, page: &Page, send: &Callback<Message>) -> (Html, Html) {
    plotted(chart, page, stacks(chart), send)
}

/// The areas that stand on each other, and their names within those that have room for one.
fn stacks(chart: &Chart) -> (Html, Html) {
    const ROOM: f64 = 9.0;
    let places = chart.stack_places();
    let area = |(series, edges): &(&Series, Vec<(f64, f64, f64)>)| {
        let point = |x: f64, y: f64| format!("{},{}", place(x), place(y));
        let lower = edges.iter().map(|(x, low, _)| point(*x, *low));
        let upper = edges.iter().rev().map(|(x, _, high)| point(*x, *high));
        let points: Vec<String> = lower.chain(upper).collect();
        html! { <polygon class={classes!("area", slot(series))} points={points.join(" ")} vector-effect="non-scaling-stroke" /> }
    };
    let name = |(series, edges): &(&Series, Vec<(f64, f64, f64)>)| {
        let (x, low, high) = *edges.get(edges.len() / 2)?;
        let y = percent(f64::midpoint(low, high));
        (low - high > ROOM).then(|| html! { <text class={classes!("within", slot(series))} x={percent(x)} {y} dy="0.32em" text-anchor="middle">{ series.name.clone() }</text> })
    };
    (html! { <>{ for places.iter().map(area) }</> }, html! { <>{ for places.iter().filter_map(name) }</> })
}

fn plotted(chart: &Chart, page: &Page, (areas, names): (Html, Html), send: &Callback<Message>) -> (Html, Html) {
    let last = chart.positions.len().saturating_sub(1);
    let at = page.pointed.filter(|(name, _)| *name == chart.name).map(|(_, index)| index.min(last));
    let (caption, description) = (format!("c-{}", chart.name), format!("d-{}", chart.name));
    let class = if ends(chart).is_empty() { "plot" } else { "plot ended" };
    (
        html! { <div {class}>{ lines(chart, page.lang, at, (areas, names), &caption, &description) }</div> },
        reader(chart, page.lang, at, send),
    )
}

/// A chart with its caption, its key, its readout and its table.
pub fn figure(chart: &Chart, remark: Option<&str>, page: &Page, lines: Lines, root: &NodeRef, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    let name = chart.name;
    let (caption, description) = (format!("c-{name}"), format!("d-{name}"));
    let (drawing, reader) = if chart.bars {
        (html! { <div class="plot bars">{ bars(chart, &caption, &description) }</div> }, html! {})
    } else {
        (lines.draw)(chart, page, send)
    };
    html! {
        <figure class="chart" id={format!("chart-{name}")} ref={root}>
            <figcaption id={caption.clone()}>{ chart.caption.clone() }</figcaption>
            { key(chart, lines) }
            <p class="axis">{ format!("{}. {}", chart.axis, chart.axis_note(lang).unwrap_or_default()) }{ own_mark(page, name) }</p>
            { drawing }
            <p class="hidden" id={description}>{ chart.description(lang) }</p>
            { reader }
            if let Some(remark) = remark { { paragraph("note", remark) } }
            { footnotes(&chart.footnotes, &chart.table_title, page) }
            { table(chart, lang) }
        </figure>
    }
}

fn slot(series: &Series) -> String {
    format!("s{}", series.slot)
}

/// What a series that is not bars looks like.
fn sample(series: &Series) -> Html {
    match series.shape {
        Shape::Points | Shape::Hollow | Shape::Diamonds => mark(series, "14", "8"),
        _ => html! { <line class={slot(series)} x1="1" y1="8" x2="27" y2="8" /> },
    }
}

fn key(chart: &Chart, lines: Lines) -> Html {
    if chart.drawn().count() < 2 {
        return html! {};
    }
    let sample = |series: &Series| {
        if matches!(series.shape, Shape::Bars | Shape::Stack) {
            html! { <rect class={slot(series)} x="2" y="3" width="24" height="10" /> }
        } else {
            (lines.sample)(series)
        }
    };
    let item = |series: &Series| {
        html! {
            <li><svg width="28" height="16" aria-hidden="true">{ sample(series) }</svg>{ series.name.clone() }</li>
        }
    };
    html! { <ul class="key">{ for chart.drawn().map(item) }</ul> }
}

/// A round mark for what was counted, a hollow one for an estimate, a diamond for what was worked out and a square for what was planned, so
/// that colour is never alone.
fn mark(series: &Series, x: &str, y: &str) -> Html {
    let class = classes!("mark", slot(series));
    let class =
        classes!(class, (series.shape == Shape::Hollow).then_some("hollow"), (series.shape == Shape::Diamonds).then_some("diamond"));
    if matches!(series.shape, Shape::Steps | Shape::Diamonds) {
        return html! { <rect {class} x={x.to_owned()} y={y.to_owned()} width="7" height="7" transform="translate(-3.5 -3.5)" /> };
    }
    html! { <circle {class} cx={x.to_owned()} cy={y.to_owned()} r="4" /> }
}

/// A place to a thousandth: finer than any screen.
fn place(value: f64) -> String {
    written((value * 1000.0).round() / 1000.0)
}

fn percent(value: f64) -> String {
    [&place(value), "%"].concat()
}

fn lines(chart: &Chart, lang: Lang, at: Option<usize>, (areas, names): (Html, Html), caption: &str, description: &str) -> Html {
    let across = chart.number_ticks(lang).into_iter().map(|tick| {
        let y = percent(tick.at);
        let class = classes!("grid", tick.zero.then_some("zero"));
        html! {
            <>
                <line {class} x1="0" x2="100%" y1={y.clone()} y2={y.clone()} />
                <text class="tick" x="-8" {y} dy="0.32em" text-anchor="end">{ tick.label }</text>
            </>
        }
    });
    let along = chart.position_ticks().into_iter().enumerate().map(|(index, tick)| {
        let x = percent(tick.at);
        // A long name under the end of the plot stays within it.
        let anchor = if tick.at > 99.0 && tick.label.len() > 7 { "end" } else { "middle" };
        html! { <text class={classes!("tick", (index % 2 == 1).then_some("second"))} {x} y="100%" dy="1.5em" text-anchor={anchor}>{ tick.label }</text> }
    });
    let cursor = at.map(|index| {
        let x = percent(chart.across(index));
        html! { <line class="cursor" x1={x.clone()} x2={x} y1="0" y2="100%" /> }
    });
    html! {
        <svg role="img" aria-labelledby={caption.to_owned()} aria-describedby={description.to_owned()} width="100%" height="100%">
            { for across }
            { for along }
            <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" class="stretched">
                { areas }
                { for chart.drawn().filter_map(|series| band(chart, series)) }
                { for chart.drawn().filter_map(|series| line(chart, series)) }
            </svg>
            { names }
            { for cursor }
            { for chart.drawn().filter(|series| marked(series)).map(|series| marks(chart, series)) }
            { for ends(chart).into_iter().map(|(x, y, series)| html! {
                <text class={classes!("end", slot(series))} x={percent(x)} dx="10" y={percent(y)} dy="0.32em">{ series.name.clone() }</text>
            }) }
        </svg>
    }
}

/// Counts and plans are marked where they stand, and so is a line of one value, which would not show.
fn marked(series: &Series) -> bool {
    matches!(series.shape, Shape::Points | Shape::Hollow | Shape::Diamonds | Shape::Steps) || series.values.iter().flatten().count() == 1
}

fn marks(chart: &Chart, series: &Series) -> Html {
    html! { <>{ for chart.places(series).into_iter().flatten().map(|(x, y)| mark(series, &percent(x), &percent(y))) }</> }
}

fn line(chart: &Chart, series: &Series) -> Option<Html> {
    let steps = match series.shape {
        Shape::Line => false,
        Shape::Steps => true,
        Shape::Points | Shape::Hollow | Shape::Diamonds | Shape::Bars | Shape::Stack | Shape::Table => return None,
    };
    let mut path = Vec::new();
    let mut pen = false;
    for at in chart.places(series) {
        let Some((x, y)) = at else {
            pen = false;
            continue;
        };
        let (x, y) = (place(x), place(y));
        path.push(match (pen, steps) {
            (false, _) => ["M", &x, " ", &y].concat(),
            (true, true) => ["H", &x, "V", &y].concat(),
            (true, false) => ["L", &x, " ", &y].concat(),
        });
        pen = true;
    }
    Some(html! { <path class={slot(series)} d={path.concat()} vector-effect="non-scaling-stroke" /> })
}

fn band(chart: &Chart, series: &Series) -> Option<Html> {
    let places = chart.range_places(series);
    if places.len() < 2 {
        return None;
    }
    let point = |x: f64, y: f64| [&place(x), ",", &place(y)].concat();
    let lower = places.iter().map(|(x, low, _)| point(*x, *low));
    let upper = places.iter().rev().map(|(x, _, high)| point(*x, *high));
    let points: Vec<String> = lower.chain(upper).collect();
    Some(html! { <polygon class={classes!("band", slot(series))} points={points.join(" ")} /> })
}

/// The names where their series end, moved apart where they would stand on each other.
fn ends(chart: &Chart) -> Vec<(f64, f64, &Series)> {
    const APART: f64 = 6.0;
    if chart.drawn().count() < 2 || chart.stacked() {
        return Vec::new();
    }
    let mut ends: Vec<(f64, f64, &Series)> = Vec::new();
    for series in chart.drawn() {
        if let Some((x, y)) = chart.places(series).into_iter().flatten().last() {
            // Beside the end at the edge of the plot; within it below the end, so that no line runs through the name, and below the marks of others.
            let within = x < 90.0;
            let mut y = if within { y + APART } else { y };
            while within && y < 100.0 - APART && chart.drawn().any(|other| covers(chart, other, (x, y), APART)) {
                y += APART;
            }
            let at = ends.iter().position(|end| end.1 > y).unwrap_or(ends.len());
            ends.insert(at, (x, y, series));
        }
    }
    let mut above = f64::NEG_INFINITY;
    for end in &mut ends {
        end.1 = end.1.max(above + APART);
        above = end.1;
    }
    ends
}

/// Whether a name that begins at a place would cover a mark of a series.
fn covers(chart: &Chart, series: &Series, (x, y): (f64, f64), apart: f64) -> bool {
    /// How long a name may be, of the width of the plot.
    const LONG: f64 = 25.0;
    let under = |(at, height): (f64, f64)| x < at && at < x + LONG && (height - y).abs() < apart;
    marked(series) && chart.places(series).into_iter().flatten().any(under)
}

fn bars(chart: &Chart, caption: &str, description: &str) -> Html {
    let scale = chart.scale();
    let zero = scale.along(0.0);
    let bar = |series: &Series, index: usize| {
        let value = series.values.get(index).copied().flatten()?;
        let end = scale.along(value);
        let (x, width) = (percent(zero.min(end)), percent((end - zero).abs()));
        Some(html! {
            <li>
                <svg width="100%" height="18" aria-hidden="true"><rect class={slot(series)} {x} {width} y="1" height="16" /></svg>
                <span>{ chart.full(series, value) }</span>
            </li>
        })
    };
    let group = |(index, name): (usize, &String)| {
        html! {
            <li>{ span("bar-name", name) }<ul>{ for chart.drawn().filter_map(|series| bar(series, index)) }</ul></li>
        }
    };
    html! {
        <div role="img" aria-labelledby={caption.to_owned()} aria-describedby={description.to_owned()}>
            <ul class="bar-groups" aria-hidden="true">{ for chart.positions.iter().enumerate().map(group) }</ul>
        </div>
    }
}

/// A native slider along the years, with every series at the year it stands on, in words.
fn reader(chart: &Chart, lang: Lang, at: Option<usize>, send: &Callback<Message>) -> Html {
    let last = chart.positions.len().saturating_sub(1);
    let shown = at.unwrap_or(last);
    let readout = chart.readout(lang, shown);
    let (name, id) = (chart.name, format!("read-{}", chart.name));
    let oninput = {
        let send = send.clone();
        Callback::from(move |event: InputEvent| {
            if let Ok(position) = super::field::value_of(&event).parse() {
                send.emit(Message::Pointed(name, position));
            }
        })
    };
    html! {
        <div class="reader">
            <label for={id.clone()}>{ site::READ_OFF.say(lang) }</label>
            <input type="range" {id} min="0" max={last.to_string()} step="1" value={shown.to_string()} aria-valuetext={readout.clone()} {oninput} />
            <p class="readout">{ readout }</p>
        </div>
    }
}

fn table(chart: &Chart, lang: Lang) -> Html {
    let cell = |cell: Cell| match cell {
        Some((exact, worded)) => html! { <td><data value={written(exact)}>{ worded }</data></td> },
        None => {
            html! { <td class="none"><span aria-hidden="true">{ "–" }</span>{ span("hidden", site::NO_VALUE.say(lang)) }</td> }
        }
    };
    let row = |(name, cells): (String, Vec<Cell>)| {
        html! { <tr><th scope="row">{ name }</th>{ for cells.into_iter().map(cell) }</tr> }
    };
    let total = chart.total_row().map(|(name, cells)| (name, cells.into_iter().map(Some).collect::<Vec<_>>()));
    html! {
        <details class="table">
            <summary>{ site::SHOW_TABLE.say(lang) }{ hidden(&chart.table_title) }</summary>
            <div class="scroll" tabindex="0" role="group" aria-label={chart.table_title.clone()}>
                <table id={format!("table-{}", chart.name)} class={chart.stacked().then_some("ranges-beside")}>
                    <caption>{ chart.table_title.clone() }</caption>
                    { heads(chart.table_heads(lang)) }
                    <tbody>{ for chart.table_rows(lang).into_iter().map(row) }</tbody>
                    if let Some(total) = total { <tfoot>{ row(total) }</tfoot> }
                </table>
            </div>
        </details>
    }
}
