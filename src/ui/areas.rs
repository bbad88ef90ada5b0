//! Figures by council as a map of hexagons, a legend in words and a table that sorts, all from one [`Areas`].
//!
//! The map is one picture to a listener, with its description; what it can do by a press (pick a council) the names in the table do for
//! the keyboard. Colours are classes of the style sheet: the content security policy forbids an inline style.

use yew::prelude::*;

use crate::app::Message;
use crate::present::Page;
use crate::present::areas::AreaRow;
use crate::present::areas::Areas;
use crate::present::areas::Column;
use crate::present::areas::Hexagon;
use crate::present::areas::Shade;
use crate::scenario::Id;
use crate::units::written::written;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::areas as words;
use crate::words::text::site;

use super::footnotes::footnotes;
use super::footnotes::own_mark;
use super::line::hidden;
use super::line::paragraph;
use super::line::span;

/// The width of a hexagon in the units of the drawing, in which the style sheet sizes the letters.
const WIDTH: f64 = 100.0;

/// A hexagon about its middle, a little within its place so that a thick outline does not touch the next.
const OUTLINE: &str = "0,-53 45.9,-26.5 45.9,26.5 0,53 -45.9,26.5 -45.9,-26.5";

/// The map with its caption, its legend and its table.
pub fn figure(areas: &Areas, page: &Page, root: &NodeRef, send: &Callback<Message>) -> Html {
    let (name, lang) = (areas.name, page.lang);
    let (caption, description) = (format!("c-{name}"), format!("d-{name}"));
    html! {
        <figure class="chart areas" id={format!("chart-{name}")} ref={root}>
            <figcaption id={caption.clone()}>{ areas.caption.clone() }</figcaption>
            <p class="axis">{ areas.shown().map(|column| column.title.clone()) }{ ". " }{ span("on-screen", words::PICK.say(lang)) }{ own_mark(page, name) }</p>
            <div class="map">
                { map(areas, lang, caption, description.clone(), send) }
                { legend(areas, lang) }
            </div>
            <p class="hidden" id={description}>{ areas.description(lang) }</p>
            { for areas.notes.iter().map(|note| paragraph("note", note)) }
            { footnotes(&areas.footnotes(), &areas.table_title, page) }
            { folded(areas, lang, send) }
        </figure>
    }
}

fn shade(shade: Shade) -> String {
    match shade {
        Shade::Group(group) => format!("k{group}"),
        Shade::Change(0) => "same".to_owned(),
        Shade::Change(steps) if steps < 0 => format!("below{}", -steps),
        Shade::Change(steps) => format!("above{steps}"),
        Shade::Blank => "blank".to_owned(),
    }
}

/// A place of the drawing to a tenth of a unit.
fn units(widths: f64) -> String {
    written((widths * WIDTH * 10.0).round() / 10.0)
}

fn map(areas: &Areas, lang: Lang, caption: String, description: String, send: &Callback<Message>) -> Html {
    let (width, height) = areas.size();
    let hexagon = |hexagon: Hexagon| {
        let (row, option) = (hexagon.row, hexagon.row.option);
        let onclick = send.reform(move |_: MouseEvent| Message::Chosen(Id::Place, option));
        let class = classes!("hex", shade(hexagon.shade), row.chosen.then_some("chosen"));
        html! {
            <g key={option} {class} transform={["translate(", &units(hexagon.x), " ", &units(hexagon.y), ")"].concat()} data-place={option.to_string()} {onclick}>
                <title>{ areas.say(lang, row) }</title>
                <polygon points={OUTLINE} />
                <text class="short" y="-6" text-anchor="middle">{ row.short }</text>
                <text class="value" y="23" text-anchor="middle">{ hexagon.brief }</text>
            </g>
        }
    };
    html! {
        <svg class="hexes" role="img" aria-labelledby={caption} aria-describedby={description} viewBox={["0 0 ", &units(width), " ", &units(height)].concat()}>
            { for areas.hexagons(lang).into_iter().map(hexagon) }
        </svg>
    }
}

fn legend(areas: &Areas, lang: Lang) -> Html {
    let item = |(own, said): (Shade, String)| {
        html! {
            <li>
                <svg class={classes!("swatch", shade(own))} width="28" height="16" aria-hidden="true"><rect x="1" y="1" width="26" height="14" /></svg>
                <span>{ said }</span>
            </li>
        }
    };
    html! {
        <div class="legend">
            <p>{ areas.legend_title(lang) }</p>
            <ul>{ for areas.legend(lang).into_iter().map(item) }</ul>
        </div>
    }
}

/// The table behind its summary, as those of charts are.
fn folded(areas: &Areas, lang: Lang, send: &Callback<Message>) -> Html {
    html! {
        <details class="table" open={areas.open}>
            <summary>{ site::SHOW_TABLE.say(lang) }{ hidden(&areas.table_title) }</summary>
            { table(areas, lang, send) }
        </details>
    }
}

/// The table with its heads that sort; also of areas that have no map.
pub fn table(areas: &Areas, lang: Lang, send: &Callback<Message>) -> Html {
    let heads = std::iter::once(&areas.first).chain(areas.columns.iter().map(|column| &column.title)).enumerate();
    let row = |row: &AreaRow| table_row(areas, row, lang, send);
    html! {
        <>
            { paragraph("note on-screen", words::SORT.say(lang)) }
            <div class="scroll" tabindex="0" role="group" aria-label={areas.table_title.clone()}>
                <table id={format!("table-{}", areas.name)}>
                    <caption>{ areas.table_title.clone() }</caption>
                    <thead><tr>{ for heads.map(|(column, title)| head(areas, column, title, send)) }</tr></thead>
                    <tbody>{ for areas.ordered().into_iter().map(row) }</tbody>
                    if !areas.foot.is_empty() { <tfoot>{ for areas.foot.iter().map(row) }</tfoot> }
                </table>
            </div>
        </>
    }
}

fn head(areas: &Areas, column: usize, title: &str, send: &Callback<Message>) -> Html {
    let (sorted, greatest) = areas.sorted;
    let order = (sorted == column).then_some(if greatest { "descending" } else { "ascending" });
    let (table, turned) = (areas.name, areas.turns_to(column));
    let onclick = send.reform(move |_: MouseEvent| Message::Sorted(table, column, turned));
    let id = format!("sort-{table}-{column}");
    html! { <th scope="col" aria-sort={order}><button type="button" {id} {onclick}>{ title.to_owned() }</button></th> }
}

fn table_row(areas: &Areas, row: &AreaRow, lang: Lang, send: &Callback<Message>) -> Html {
    let option = row.option;
    let onclick = send.reform(move |_: MouseEvent| Message::Chosen(Id::Place, option));
    let cell = |(column, value): (&Column, Option<f64>)| match value {
        Some(value) => html! { <td><data value={written(value)}>{ column.full(value) }</data></td> },
        None => {
            html! { <td class="none"><span aria-hidden="true">{ number::NO_FIGURE }</span>{ span("hidden", words::NO_FIGURE.say(lang)) }</td> }
        }
    };
    html! {
        <tr key={option} class={classes!(row.chosen.then_some("chosen"))} data-place={option.to_string()}>
            <th scope="row"><button type="button" aria-current={row.chosen.then_some("true")} {onclick}>{ row.name.clone() }</button></th>
            { for areas.columns.iter().enumerate().map(|(index, column)| cell((column, row.at(index)))) }
        </tr>
    }
}
