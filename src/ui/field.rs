//! One field: a native slider and a text box in step, or a few options; its unit, its source in place, its mark and its way back.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::line::hidden;
use super::line::paragraph;
use super::line::span;
use super::part::part;
use crate::app::Message;
use crate::present::fields::Control;
use crate::present::fields::FieldView;
use crate::present::fields::Shown;
use crate::present::fields::Slider;
use crate::present::fields::SourceView;
use crate::units::written::written;
use crate::words::Lang;
use crate::words::digits;
use crate::words::text::site;

/// A field with what else it is drawn from.
#[derive(PartialEq)]
struct Drawn {
    field: Rc<FieldView>,
    lang: Lang,
    /// The address of the evidence page.
    evidence: AttrValue,
    send: Callback<Message>,
}

/// One field; `evidence` is the address of the evidence page.
pub fn field(field: &Rc<FieldView>, lang: Lang, evidence: &AttrValue, send: &Callback<Message>) -> Html {
    part(field.id.index(), Drawn { field: field.clone(), lang, evidence: evidence.clone(), send: send.clone() }, drawn)
}

fn drawn(Drawn { field, lang, evidence, send }: &Drawn, root: &NodeRef) -> Html {
    let lang = *lang;
    let id = field.id;
    let key = id.key();
    let restore = {
        let (send, key) = (send.clone(), key.clone());
        Callback::from(move |_: MouseEvent| {
            super::browser::hold_focus(&match id.first_option() {
                Some(first) => format!("f-{key}-{first}"),
                None => format!("f-{key}"),
            });
            send.emit(Message::Restored(id));
        })
    };
    let marks = html! { if field.assumption { { span("tag", site::ASSUMPTION_MARK.say(lang)) } } };
    let picked = !matches!(field.control, Control::Number { .. });
    let foot = html! {
        <>
            if let Some(level) = &field.level { { paragraph("level", level) } }
            if let Some(unusual) = &field.unusual { { paragraph("unusual", unusual) } }
            if field.changed {
                // Below the control, which stays where it is when its value is the first to change.
                <p class="back">
                    { span("tag changed", site::CHANGED_MARK.say(lang)) }
                    <button type="button" class="quiet" id={format!("r-{key}")} onclick={restore}>{ field.restore.clone() }{ hidden(&field.label) }</button>
                </p>
            }
            if !(picked && field.sources.is_empty()) { { sources(field, lang, evidence) } }
        </>
    };
    let error = html! { <p class="error" id={format!("e-{key}")}>{ field.error.clone().unwrap_or_default() }</p> };
    let class = classes!("field", field.changed.then_some("is-changed"), field.error.is_some().then_some("is-wrong"));
    match &field.control {
        Control::Options { options, chosen } => html! {
            <fieldset {class} id={format!("field-{key}")} ref={root} aria-describedby={format!("e-{key}")}>
                <legend>{ field.label.clone() }{ " " }{ marks }if field.changed { { hidden(site::CHANGED_MARK.say(lang)) } }</legend>
                { paragraph("help", &field.help) }
                { error }
                <div class="options">{ for options.iter().map(|option| radio(field, option, *chosen, send)) }</div>
                { foot }
            </fieldset>
        },
        Control::Picker { groups, chosen, search } => html! {
            <div {class} id={format!("field-{key}")} ref={root}>
                <div class="label"><label for={format!("f-{key}")}>{ field.label.clone() }</label>{ " " }{ marks }</div>
                <p class="help" id={format!("h-{key}")}>{ field.help.clone() }</p>
                { picker(field, groups, *chosen, send) }
                if let Some((text, found)) = search { { finder(field, lang, text, found, send) } }
                { foot }
            </div>
        },
        Control::Number { text, unit, slider, said } => html! {
            <div {class} id={format!("field-{key}")} ref={root}>
                <div class="label"><label for={format!("f-{key}")}>{ field.label.clone() }</label>{ " " }{ marks }</div>
                <p class="help" id={format!("h-{key}")}>{ field.help.clone() }</p>
                { error }
                { pair(field, lang, (text, unit, said), *slider, send) }
                { foot }
            </div>
        },
    }
}

/// A native list of many options in groups.
fn picker(field: &FieldView, groups: &[(String, Vec<Shown>)], chosen: usize, send: &Callback<Message>) -> Html {
    let (id, key) = (field.id, field.id.key());
    let onchange = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok());
            if let Some(index) = select.and_then(|select| select.value().parse().ok()) {
                send.emit(Message::Chosen(id, index));
            }
        })
    };
    let option =
        |(index, _, label): &Shown| html! { <option value={index.to_string()} selected={*index == chosen}>{ label.clone() }</option> };
    let group = |(name, options): &(String, Vec<Shown>)| {
        if groups.len() == 1 {
            html! { <>{ for options.iter().map(option) }</> }
        } else {
            html! { <optgroup label={name.clone()}>{ for options.iter().map(option) }</optgroup> }
        }
    };
    html! { <select id={format!("f-{key}")} aria-describedby={format!("h-{key}")} {onchange}>{ for groups.iter().map(group) }</select> }
}

/// A box that finds an option by any of its names, and what it finds as buttons.
fn finder(field: &FieldView, lang: Lang, text: &str, found: &[Shown], send: &Callback<Message>) -> Html {
    let (id, key) = (field.id, field.id.key());
    let own = format!("find-{key}");
    let oninput = send.reform(|event: InputEvent| Message::Searched(value_of(&event)));
    let first = found.first().map(|(index, ..)| *index);
    let onkeydown = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let (true, Some(index)) = (event.key() == "Enter", first) {
                send.emit(Message::Chosen(id, index));
            }
        })
    };
    let button = |(index, code, label): &Shown| {
        let index = *index;
        let onclick = {
            let (send, list) = (send.clone(), format!("f-{key}"));
            Callback::from(move |_: MouseEvent| {
                super::browser::hold_focus(&list);
                send.emit(Message::Chosen(id, index));
            })
        };
        html! { <li key={*code}><button type="button" class="quiet" {onclick}>{ label.clone() }</button></li> }
    };
    html! {
        <div class="find-place">
            <label for={own.clone()}>{ site::FIND_PLACE.say(lang) }</label>
            <input type="search" id={own} autocomplete="off" spellcheck="false" value={text.to_owned()} {oninput} {onkeydown} />
            <p role="status">{ if text.trim().is_empty() { String::new() } else { site::FOUND.say(lang, number_of(found), &found.len().to_string()) } }</p>
            <ul>{ for found.iter().map(button) }</ul>
        </div>
    }
}

fn number_of(found: &[Shown]) -> f64 {
    u32::try_from(found.len()).map_or(0.0, f64::from)
}

fn radio(field: &FieldView, (index, option, label): &Shown, chosen: usize, send: &Callback<Message>) -> Html {
    let (index, option) = (*index, *option);
    let (id, key) = (field.id, field.id.key());
    let name = format!("f-{key}");
    let own = format!("f-{key}-{option}");
    let onchange = send.reform(move |_: Event| Message::Chosen(id, index));
    html! {
        <div class="option">
            <input type="radio" {name} id={own.clone()} value={option} checked={index == chosen} {onchange} />
            <label for={own}>{ label.clone() }</label>
        </div>
    }
}

/// What stands in the control that an event comes from.
pub fn value_of(event: &Event) -> String {
    event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok()).map(|input| input.value()).unwrap_or_default()
}

fn pair(field: &FieldView, lang: Lang, (text, unit, said): (&str, &str, &str), slider: Slider, send: &Callback<Message>) -> Html {
    let (id, key) = (field.id, field.id.key());
    let step = |direction: i8| send.reform(move |_: MouseEvent| Message::Stepped(id, direction));
    let typed = send.reform(move |event: InputEvent| Message::Typed(id, value_of(&event)));
    let left = send.reform(move |_: FocusEvent| Message::Left(id));
    let entered = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                send.emit(Message::Left(id));
            }
        })
    };
    let moved = {
        let send = send.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(value) = digits::read(&value_of(&event)) {
                send.emit(Message::Slid(id, value));
            }
        })
    };
    let settled = settling(send);
    let wrong = field.error.is_some();
    let label = field.label.as_str();
    html! {
        <>
            <div class="pair">
                <button type="button" class="step" id={format!("less-{key}")} aria-label={site::Less { label }.say(lang)} onclick={step(-1)}>{ "−" }</button>
                <input
                    type="text" inputmode="decimal" autocomplete="off" spellcheck="false" id={format!("f-{key}")} value={text.to_owned()}
                    aria-describedby={format!("e-{key} u-{key} h-{key}")} aria-invalid={wrong.then_some("true")}
                    oninput={typed} onblur={left} onkeydown={entered}
                />
                <button type="button" class="step" id={format!("more-{key}")} aria-label={site::More { label }.say(lang)} onclick={step(1)}>{ "+" }</button>
                <span class="unit" id={format!("u-{key}")}>{ unit.to_owned() }</span>
            </div>
            <input
                type="range" id={format!("s-{key}")} min={written(slider.min)} max={written(slider.max)} step={written(slider.step)}
                value={written(slider.value)} aria-label={site::Slider { label }.say(lang)}
                aria-valuetext={said.to_owned()} oninput={moved} onchange={settled}
            />
        </>
    }
}

/// How long a slider must stand before its value settles, in milliseconds: some presses of a key after each other are one change.
const SETTLES: u32 = 350;

thread_local! {
    /// The settling that is to come; to forget it is to put it off.
    static TO_SETTLE: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

fn settling(send: &Callback<Message>) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |_: Event| {
        let send = send.clone();
        TO_SETTLE.set(Some(Timeout::new(SETTLES, move || settle_now(&send))));
    })
}

/// Settles at once a slider that is about to.
pub fn settle_now(send: &Callback<Message>) {
    if TO_SETTLE.take().is_some() {
        send.emit(Message::Settled);
    }
}

fn sources(field: &FieldView, lang: Lang, evidence: &str) -> Html {
    let heading = if field.assumption { site::SOURCE_ASSUMPTION } else { site::SOURCE };
    let item = |source: &SourceView| {
        html! {
            <li>
                <strong>{ source.figure.clone() }</strong>
                { span("cited", &source.cited) }
                if let Some(note) = &source.note { { span("", note) } }
                <a href={format!("{evidence}{}", source.id)}>{ site::SEE_EVIDENCE.say(lang) }</a>
            </li>
        }
    };
    html! {
        <details class="source">
            <summary>{ heading.say(lang) }{ hidden(&field.label) }</summary>
            { paragraph("", &field.default) }
            if field.sources.is_empty() && !field.own { { paragraph("", site::NO_SOURCE.say(lang)) } }
            <ul>{ for field.sources.iter().map(item) }</ul>
        </details>
    }
}
