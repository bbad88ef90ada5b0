//! Scenarios side by side: each with its name and its ways, what differs, the results with their differences, the charts, and what can be
//! set beside.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::app::Message;
use crate::app::Room;
use crate::app::Simulated;
use crate::app::State;
use crate::app::fan::Told;
use crate::app::plan::Deed;
use crate::present;
use crate::present::Page;
use crate::present::compare::Cell;
use crate::present::compare::Column;
use crate::present::compare::Compare;
use crate::present::compare::Differ;
use crate::present::compare::Difference;
use crate::present::compare::LETTERS;
use crate::present::compare::Row;
use crate::present::compare::Waiting;
use crate::scenario::id::DIGITS;
use crate::words::Lang;
use crate::words::Text;
use crate::words::text::compare as words;
use crate::words::text::site;

use super::browser;
use super::chart;
use super::field::value_of;
use super::footnotes::footnotes;
use super::footnotes::own_mark;
use super::keeping;
use super::line::joined;
use super::line::span;
use super::question;
use super::simulating;

/// Has the ranges of the scenarios tried that were not yet, one after another.
pub fn after(state: &State, send: &Callback<Message>) {
    keeping::after(state, send);
    next(present::compare::asked(state), send.clone());
}

fn next(mut waiting: Vec<Waiting>, send: Callback<Message>) {
    let first = (!waiting.is_empty()).then(|| waiting.remove(0));
    let (of, asked) = first.map(|Waiting { of, against, asked }| ((of, against), asked)).unzip();
    let tell = Callback::from(move |told: Told| {
        let Some((of, against)) = of.clone() else { return };
        // Nothing here says how far they are.
        if !matches!(told, Told::Progress(_)) {
            send.emit(Message::Simulated(Rc::new(Simulated { of, against, told })));
            next(waiting.clone(), send.clone());
        }
    });
    simulating::simulate(asked.as_ref(), &tell);
}

/// The whole room.
pub fn compare(compare: &Compare, page: &Page, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    html! {
        <article class="question compare">
            <header class="lead">
                <h1>{ compare.title.clone() }</h1>
                <p class="intro">{ compare.intro.clone() }</p>
            </header>
            <section class="answer" aria-labelledby="answer">
                <h2 id="answer">{ compare.question.clone() }</h2>
                <p class="headline" id="headline">{ question::sentence(&compare.headline) }{ own_mark(page, "") }</p>
                { for compare.lines.iter().map(|line| html! { <p class="line">{ question::sentence(line) }</p> }) }
                { question::own(page) }
                { footnotes(&compare.footnotes, &compare.question, page) }
            </section>
            { question::tools(page, send) }
            <p class="printed" id="printed">{ site::PrintScenario { fragment: &page.fragment }.say(lang) }</p>
            if compare.differ.is_none() { { add(compare, lang, send) } }
            <section class="topic" aria-labelledby="scenarios">
                <h2 id="scenarios" tabindex="-1">{ words::COLUMNS_TITLE.say(lang) }</h2>
                <ol class="scenarios">{ for compare.columns.iter().map(|one| column(one, compare, page, send)) }</ol>
            </section>
            { unlike(compare, lang) }
            if let Some(differ) = &compare.differ { { differing(differ, compare, lang) } }
            if !compare.results.is_empty() { { results(compare, page) } }
            if !compare.charts.is_empty() {
                <section class="topic" aria-label={site::RESULTS.say(lang)}>
                    { for compare.charts.iter().map(|(one, remark)| chart::figure(one, remark.as_deref(), page, chart::WITH_LINES, &NodeRef::default(), send)) }
                </section>
            }
            if !compare.caveats.is_empty() {
                <section class="caveats" aria-labelledby="caveats">
                    <h2 id="caveats">{ site::CAVEATS.say(lang) }</h2>
                    <ul>{ for compare.caveats.iter().map(|caveat| html! { <li>{ caveat.clone() }</li> }) }</ul>
                </section>
            }
            if compare.differ.is_some() { { add(compare, lang, send) } }
            { keeping::section(&compare.keep, page, send) }
        </article>
    }
}

/// A button about something; the focus goes to the scenarios where what was pressed may be gone.
fn button(id: String, label: &str, of: &str, deed: Deed, send: &Callback<Message>) -> Html {
    let send = send.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        browser::hold_focus("scenarios");
        send.emit(Message::Plan(deed.clone()));
    });
    html! { <button type="button" class="quiet" {id} {onclick}>{ label.to_owned() }if !of.is_empty() { <span class="hidden">{ [": ", of].concat() }</span> }</button> }
}

fn column(column: &Column, compare: &Compare, page: &Page, send: &Callback<Message>) -> Html {
    let (lang, letter) = (page.lang, column.letter);
    let id = |what: &str| [what, letter].concat();
    let named = {
        let at = column.at;
        send.reform(move |event: Event| {
            let title = value_of(&event);
            Message::Plan(at.map_or_else(|| Deed::Titled(title.clone()), |at| Deed::BesideTitled(at, title.clone())))
        })
    };
    let href = [page.room.to_root(), &Room::Budget.folder(lang), "#", &column.fragment].concat();
    let of = || html! { <span class="hidden">{ [": ", &column.name].concat() }</span> };
    html! {
        <li class={slot(letter)} id={id("scenario-")} key={letter}>
            <h3>{ column.name.clone() }</h3>
            if column.at.is_none() && compare.columns.len() > 1 { <p class="level">{ words::CHOSEN.say(lang) }</p> }
            if !column.standing.is_empty() { <p class="help">{ column.standing.clone() }</p> }
            <p class="named">
                <label for={id("name-")}>{ words::NAME_LABEL.say(lang) }{ of() }</label>
                <input type="text" id={id("name-")} autocomplete="off" maxlength="60" placeholder={column.made.clone()} value={column.title.clone()} onchange={named} />
            </p>
            <p class="acts">
                <a id={id("budget-")} {href} data-own="">{ words::OPEN.say(lang) }{ of() }</a>
                if let Some(at) = column.at {
                    { button(id("front-"), words::FRONT.say(lang), &column.name, Deed::Fronted(at), send) }
                    { button(id("away-"), words::TAKE_AWAY.say(lang), &column.name, Deed::TakenAway(at), send) }
                }
            </p>
        </li>
    }
}

/// The colour that stands for a scenario in the charts.
fn slot(letter: &str) -> String {
    let at = LETTERS.iter().position(|other| *other == letter).unwrap_or(0);
    ["scenario s", DIGITS.get(at).copied().unwrap_or_default()].concat()
}

fn unlike(compare: &Compare, lang: Lang) -> Html {
    html! {
        if !compare.unlike.is_empty() {
            <section class="unlike" aria-labelledby="unlike">
                <h2 id="unlike">{ words::LIKE_TITLE.say(lang) }</h2>
                <ul>{ for compare.unlike.iter().map(|note| html! { <li class="unusual">{ note.clone() }</li> }) }</ul>
            </section>
        }
    }
}

fn heads(first: Text, compare: &Compare, lang: Lang) -> Html {
    let head = |column: &Column| html! { <th scope="col">{ column.name.clone() }</th> };
    html! { <thead><tr><th scope="col">{ first.say(lang) }</th>{ for compare.columns.iter().map(head) }</tr></thead> }
}

fn differing(differ: &Differ, compare: &Compare, lang: Lang) -> Html {
    let row = |row: &Difference| {
        html! { <tr><th scope="row">{ row.label.clone() }</th>{ for row.cells.iter().map(|cell| html! { <td>{ cell.clone() }</td> }) }</tr> }
    };
    let span = (compare.columns.len() + 1).to_string();
    let group = |(heading, rows): &(String, Vec<Difference>)| {
        html! { <tbody><tr class="heading"><th scope="rowgroup" colspan={span.clone()}>{ heading.clone() }</th></tr>{ for rows.iter().map(row) }</tbody> }
    };
    html! {
        <section class="topic" aria-labelledby="differ">
            <h2 id="differ">{ words::DIFFER_TITLE.say(lang) }</h2>
            if !differ.groups.is_empty() {
                <div class="scroll" tabindex="0" role="group" aria-labelledby="differ">
                    <table id="table-differ" class="beside">{ heads(words::DIFFER_COLUMN, compare, lang) }{ for differ.groups.iter().map(group) }</table>
                </div>
            }
            if let Some(elsewhere) = &differ.elsewhere { <p class="help">{ elsewhere.clone() }</p> }
            <details id="same"><summary>{ differ.same.clone() }</summary><p class="help">{ differ.same_named.clone() }</p></details>
        </section>
    }
}

fn results(compare: &Compare, page: &Page) -> Html {
    let lang = page.lang;
    let against = compare.columns.first().map_or(String::new(), |first| words::Against { scenario: first.letter }.say(lang));
    let row = |row: &Row| {
        let cells = row.cells.iter().zip(LETTERS).map(|(one, letter)| cell(one, &[row.name, "-", letter].concat(), &against));
        html! { <tr><th scope="row">{ row.label.clone() }</th>{ for cells }</tr> }
    };
    html! {
        <section class="topic" aria-labelledby="results">
            <h2 id="results">{ words::RESULTS_TITLE.say(lang) }</h2>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="results">
                <table id="table-results" class="beside">{ heads(words::RESULTS_COLUMN, compare, lang) }<tbody>{ for compare.results.iter().map(row) }</tbody></table>
            </div>
            <p class="help">{ words::ROUNDED.say(lang) }</p>
            { footnotes(&compare.footnotes, words::RESULTS_TITLE.say(lang), page) }
        </section>
    }
}

/// A result with its difference under it.
fn cell(cell: &Cell, name: &str, against: &str) -> Html {
    use crate::units::written::written;
    let figure = |id: String, figure: &crate::present::figure::Figure| match figure.exact {
        Some(exact) => html! { <data {id} value={written(exact)}>{ figure.worded.clone() }</data> },
        None => html! { <span {id}>{ figure.worded.clone() }</span> },
    };
    let difference = cell.difference.as_ref().map(|more| {
        let range = cell.more.as_ref().map(|range| span("range", &joined(range)));
        html! { <span class="difference">{ figure(["more-", name].concat(), more) }{ [" ", against].concat() }{ range }</span> }
    });
    let range = cell.range.as_ref().map(|range| span("range", &joined(range)));
    html! { <td>{ figure(["out-", name].concat(), &cell.figure) }{ range }{ difference }</td> }
}

/// What can be set beside: a starting point, a link, a copy.
fn add(compare: &Compare, lang: Lang, send: &Callback<Message>) -> Html {
    if compare.full {
        return html! { <section class="topic add" aria-labelledby="add"><h2 id="add">{ words::ADD_TITLE.say(lang) }</h2><p class="unusual">{ words::ADD_FULL.say(lang) }</p></section> };
    }
    let start = |(start, n): (&crate::present::budget::StartView, &&str)| {
        let deed = Deed::LinkSetBeside(start.link.to_owned());
        html! { <li>{ button(["beside-", n].concat(), &start.name, "", deed, send) }<span>{ start.about.clone() }</span></li> }
    };
    html! {
        <section class="topic add" aria-labelledby="add">
            <h2 id="add">{ words::ADD_TITLE.say(lang) }</h2>
            <p>{ button("beside-copy".to_owned(), words::ADD_COPY.say(lang), "", Deed::SetBeside, send) }<span class="help">{ words::ADD_COPY_HELP.say(lang) }</span></p>
            <h3>{ words::ADD_START.say(lang) }</h3>
            <ul>{ for compare.starts.iter().zip(&DIGITS).map(start) }</ul>
            <h3><label for="beside-link">{ words::ADD_LINK.say(lang) }</label></h3>
            <p class="help" id="beside-link-help">{ words::ADD_LINK_HELP.say(lang) }</p>
            <p class="pasted">
                <input type="text" id="beside-link" autocomplete="off" spellcheck="false" aria-describedby="beside-link-help" />
                { " " }<button type="button" id="set-link" onclick={paste(send)}>{ words::ADD_LINK_BUTTON.say(lang) }</button>
            </p>
        </section>
    }
}

/// Sets beside what was pasted, and empties the box.
fn paste(send: &Callback<Message>) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |_: MouseEvent| {
        let Some(element) = gloo::utils::document().get_element_by_id("beside-link") else { return };
        let Ok(input) = element.dyn_into::<web_sys::HtmlInputElement>() else { return };
        let link = input.value();
        input.set_value("");
        browser::hold_focus("main");
        send.emit(Message::Plan(Deed::LinkSetBeside(link)));
    })
}
