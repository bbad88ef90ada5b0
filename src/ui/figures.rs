//! The room of the visitor's own figures.

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::app::Message;
use crate::app::Room;
use crate::app::desk::Act;
use crate::files;
use crate::present::Page;
use crate::present::figures::FigureRow;
use crate::present::figures::Figures;
use crate::present::figures::Report;
use crate::present::rooms;
use crate::units::written::written;
use crate::words::Lang;
use crate::words::text::figures as words;
use crate::words::text::site;

use super::address;
use super::browser;
use super::device;
use super::field::value_of;
use super::ground::ground;
use super::line::paragraph;
use super::line::span;
use super::question;
use super::reading;
use super::ways;

/// The room.
pub fn figures(figures: &Figures, page: &Page, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    html! {
        <article class="own-figures">
            <header class="lead">
                <h1>{ figures.title.clone() }</h1>
                { paragraph("intro", &figures.intro) }
            </header>
            { ground(page, send) }
            <div class="steps">
                { template(figures, page) }
                { reader(figures, lang, send) }
            </div>
            <div id="report" role="status">{ for figures.report.iter().map(|report| came_of(report, lang)) }</div>
            { question::tools(page, send) }
            { table(figures, lang, send) }
            { says(figures, page) }
            { keeping(figures, page, send) }
            <section aria-labelledby="use">
                <h2 id="use">{ words::USE_TITLE.say(lang) }</h2>
                { paragraph("", words::USE_HELP.say(lang)) }
                <ul class="ways">{ for [Room::Numbers, Room::Targets, Room::Edge, Room::Budget, Room::Grant].map(|room| html! { <li><a href={ways::href(page, lang, room)}>{ rooms::name(lang, room) }</a></li> }) }</ul>
            </section>
        </article>
    }
}

fn template(figures: &Figures, page: &Page) -> Html {
    let onclick = {
        let (lang, place, name) = (page.lang, figures.place, figures.template_name.clone());
        Callback::from(move |_: MouseEvent| device::download(&name, &files::template(lang, place, None)))
    };
    html! {
        <section aria-labelledby="step-template">
            <h2 id="step-template">{ words::STEP_TEMPLATE.say(page.lang) }</h2>
            { paragraph("", &figures.template_for) }
            <button type="button" id="template" {onclick}>{ words::TEMPLATE_BUTTON.say(page.lang) }</button>
        </section>
    }
}

fn reader(figures: &Figures, lang: Lang, send: &Callback<Message>) -> Html {
    let onchange = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
            let Some(input) = input else { return };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                reading::file(file, lang, send.clone());
            }
            // So that the same file can be chosen again after it was mended.
            input.set_value("");
        })
    };
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let ondrop = {
        let send = send.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
                reading::file(file, lang, send.clone());
            }
        })
    };
    let stop = {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| reading::stop(&send))
    };
    html! {
        <section aria-labelledby="step-read">
            <h2 id="step-read">{ words::STEP_READ.say(lang) }</h2>
            <div class="drop" {ondragover} {ondrop}>
                <label for="file">{ words::CHOOSE.say(lang) }</label>
                <input type="file" id="file" accept=".csv,.tsv,.txt,text/csv,text/plain" aria-describedby="file-help" {onchange} />
                <p class="help" id="file-help">{ words::CHOOSE_HELP.say(lang) }</p>
                if let Some((part, said)) = &figures.reading {
                    <div class="progress">
                        <progress max="1" value={written(*part)} aria-label={said.clone()}></progress>
                        { span("", said) }
                        <button type="button" id="stop" onclick={stop}>{ words::STOP.say(lang) }</button>
                    </div>
                }
            </div>
            { paste(lang, send) }
        </section>
    }
}

fn paste(lang: Lang, send: &Callback<Message>) -> Html {
    let onclick = {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| {
            let area = gloo::utils::document().get_element_by_id("paste");
            if let Some(area) = area.and_then(|area| area.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) {
                reading::text(area.value(), lang, &send);
            }
        })
    };
    html! {
        <details>
            <summary>{ words::PASTE.say(lang) }</summary>
            <label for="paste" class="help">{ words::PASTE_HELP.say(lang) }</label>
            <textarea id="paste" rows="6" spellcheck="false" autocomplete="off" />
            <button type="button" id="read-paste" {onclick}>{ words::PASTE_BUTTON.say(lang) }</button>
        </details>
    }
}

fn came_of(report: &Report, lang: Lang) -> Html {
    html! {
        <section class={if report.wrong { "errors" } else { "notice" }} aria-labelledby="came-of">
            <h2 id="came-of">{ words::REPORT_TITLE.say(lang) }</h2>
            <p id="report-said">{ report.said.clone() }</p>
            if let Some(more) = &report.more { { paragraph("", more) } }
            <ul>{ for report.problems.iter().map(|problem| html! { <li>{ problem.clone() }</li> }) }</ul>
        </section>
    }
}

fn table(figures: &Figures, lang: Lang, send: &Callback<Message>) -> Html {
    html! {
        <section aria-labelledby="own-table">
            <h2 id="own-table">{ words::TABLE_TITLE.say(lang) }</h2>
            if figures.rows.is_empty() {
                { paragraph("", words::TABLE_NONE.say(lang)) }
            } else {
                <div class="scroll" tabindex="0" role="group" aria-labelledby="own-table">
                    <table class="own">
                        <thead><tr>{ for figures.heads.iter().map(|head| html! { <th scope="col">{ head.clone() }</th> }) }<th>{ span("hidden", words::REMOVE.say(lang)) }</th></tr></thead>
                        <tbody>{ for figures.rows.iter().map(|row| figure(row, lang, send)) }</tbody>
                    </table>
                </div>
            }
            if let Some(more) = &figures.more { { paragraph("", more) } }
        </section>
    }
}

fn figure(row: &FigureRow, lang: Lang, send: &Callback<Message>) -> Html {
    let key = row.key;
    let oninput = send.reform(move |event: InputEvent| Message::from(Act::Typed(key, value_of(&event))));
    let onblur = send.reform(move |_: FocusEvent| Message::from(Act::Left(key)));
    let onkeydown = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                send.emit(Message::from(Act::Left(key)));
            }
        })
    };
    let remove = {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| {
            browser::hold_focus("undo");
            send.emit(Message::from(Act::Removed(key)));
        })
    };
    let error = format!("{}-error", row.id);
    let [place, year, figure, kind, per] = row.cells.clone();
    html! {
        <tr key={row.id.clone()}>
            <th scope="row">{ place }</th>
            <td>{ year }</td>
            <td>{ figure }</td>
            <td>{ kind }</td>
            <td>
                <input
                    type="text" inputmode="decimal" autocomplete="off" id={row.id.clone()} value={row.text.clone()}
                    aria-label={words::ValueOf { label: &row.label }.say(lang)} aria-describedby={error.clone()}
                    aria-invalid={row.error.is_some().then_some("true")} {oninput} {onblur} {onkeydown}
                />
                <span class="error" id={error}>{ row.error.clone().unwrap_or_default() }</span>
            </td>
            <td>{ per }</td>
            <td><button type="button" class="quiet" aria-label={words::RemoveOf { label: &row.label }.say(lang)} onclick={remove}>{ words::REMOVE.say(lang) }</button></td>
        </tr>
    }
}

fn says(figures: &Figures, page: &Page) -> Html {
    html! {
        if !figures.rows.is_empty() {
            <section aria-labelledby="own-says">
                <h2 id="own-says">{ figures.says_title.clone() }</h2>
                if figures.says.is_empty() { { paragraph("", &figures.says_none) } }
                <dl class="rows">{ for figures.says.iter().map(|row| question::result(row, page)) }</dl>
            </section>
        }
    }
}

fn keeping(figures: &Figures, page: &Page, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    if figures.rows.is_empty() && !figures.on_device {
        return html! {};
    }
    let csv = {
        let (own, fragment) = (figures.own.clone(), page.fragment.clone());
        move || files::export(lang, &own, &device::today(), &address::address(&fragment))
    };
    let export = {
        let (csv, name) = (csv.clone(), figures.export_name.clone());
        Callback::from(move |_: MouseEvent| device::download(&name, &csv()))
    };
    let keep = {
        let (own, send) = (figures.own.clone(), send.clone());
        Callback::from(move |_: MouseEvent| send.emit(Message::from(Act::Kept(device::keep(&own)))))
    };
    let forget = {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| {
            device::forget();
            send.emit(Message::from(Act::Forgotten));
        })
    };
    let clear = {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| {
            browser::hold_focus("undo");
            send.emit(Message::from(Act::Cleared));
        })
    };
    html! {
        <section aria-labelledby="keep-title">
            <h2 id="keep-title">{ words::STEP_KEEP.say(lang) }</h2>
            if let Some(linked) = &figures.linked { <p id="linked">{ linked.clone() }</p> }
            <div class="tools">
                if !figures.rows.is_empty() {
                    <button type="button" id="export" onclick={export}>{ words::EXPORT.say(lang) }</button>
                    <button type="button" id="keep" onclick={keep}>{ words::KEEP.say(lang) }</button>
                }
                if figures.on_device { <button type="button" id="forget" onclick={forget}>{ site::OWN_FORGET.say(lang) }</button> }
                if !figures.rows.is_empty() { <button type="button" id="clear" onclick={clear}>{ words::CLEAR.say(lang) }</button> }
            </div>
            { paragraph("help", words::KEEP_HELP.say(lang)) }
            <p role="status" id="kept">{ figures.kept.clone().unwrap_or_default() }</p>
        </section>
    }
}
