//! Plans on the device and as files: what is kept, offered, saved and opened. What the browser refuses is told.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::app::Message;
use crate::app::State;
use crate::app::keep::Act;
use crate::app::keep::Outcome;
use crate::app::plan::Deed;
use crate::files::Kept;
use crate::files::MOST_MEGABYTES;
use crate::files::kept;
use crate::files::scenario as file;
use crate::link;
use crate::present::Page;
use crate::present::compare as plans_said;
use crate::present::compare::KeepView;
use crate::scenario::Scenario;
use crate::scenario::plan::LONGEST_NAME;
use crate::scenario::plan::kept_name;
use crate::words::Text;
use crate::words::text::keeping as words;

use super::address;
use super::browser;
use super::device;
use super::field::value_of;
use super::last;
use super::line::hidden;
use super::workbench::button;

/// The name under which the device keeps plans.
const PLANS: &str = "clorian-plans";

/// The largest file that is read, in bytes.
#[expect(clippy::cast_precision_loss, reason = "a few megabytes")]
const LARGEST: f64 = MOST_MEGABYTES as f64 * 1e6;

thread_local! {
    /// Whether the device was looked at.
    static LOOKED: Cell<bool> = const { Cell::new(false) };
}

/// Looks once at what the device keeps, and keeps the last plan where that was asked for.
pub fn after(state: &State, send: &Callback<Message>) {
    if !LOOKED.replace(true) {
        send.emit(Act::Found(plans().unwrap_or_default(), last::is_kept()).into());
    }
    last::keep_soon(state, false);
}

/// The plans that the device keeps now, whatever another tab did meanwhile.
fn plans() -> Result<Vec<Kept>, kept::Foreign> {
    device::kept_as(PLANS).map_or(Ok(Vec::new()), |text| kept::read(&text))
}

/// A handler that has something done, after the focus went where it is to stay.
fn act(send: &Callback<Message>, focus: &'static str, make: impl Fn() -> Act + 'static) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |_: MouseEvent| {
        browser::hold_focus(focus);
        send.emit(make().into());
    })
}

/// Keeping, opening, saving.
pub fn section(keep: &KeepView, page: &Page, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    html! {
        <section class="topic keeping" aria-labelledby="keeping">
            <h2 id="keeping" tabindex="-1">{ words::TITLE.say(lang) }</h2>
            <p role="status" id="keeping-said">{ keep.outcome.clone() }</p>
            <div class="ways">
                { on_device(keep, page, send) }
                { as_file(keep, page, send) }
            </div>
        </section>
    }
}

fn on_device(keep: &KeepView, page: &Page, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    let onclick = {
        let (send, scenario) = (send.clone(), keep.scenario.clone());
        Callback::from(move |_: MouseEvent| send.emit(keep_named(&browser::text_in("plan-name"), &scenario).into()))
    };
    let titled = send.reform(|event: Event| Message::Plan(Deed::Titled(value_of(&event))));
    let onchange = {
        let (send, scenario) = (send.clone(), keep.scenario.clone());
        Callback::from(move |event: Event| send.emit(remember(&event, &scenario).into()))
    };
    let bring_back = {
        let forgotten = keep.forgotten.clone();
        act(send, "plan-name", move || stored(&forgotten, Outcome::BroughtBack))
    };
    html! {
        <section aria-labelledby="on-device">
            <h3 id="on-device">{ words::DEVICE_TITLE.say(lang) }</h3>
            <p class="help">{ words::DEVICE_HELP.say(lang) }</p>
            <label for="plan-name">{ words::NAME_LABEL.say(lang) }</label>
            <input type="text" id="plan-name" autocomplete="off" maxlength={LONGEST_NAME.to_string()} value={keep.title.clone()} onchange={titled} />
            <button type="button" id="keep-plan" {onclick}>{ words::KEEP.say(lang) }</button>
            if keep.plans.is_empty() { <p>{ words::NONE.say(lang) }</p> }
            <ul class="kept-plans">{ for keep.plans.iter().map(|plan| kept_plan(plan, page, send)) }</ul>
            <p class="acts">
                if !keep.forgotten.is_empty() { <button type="button" class="quiet" id="bring-back" onclick={bring_back}>{ words::BRING_BACK.say(lang) }</button>{ " " } }
                if !keep.plans.is_empty() { <button type="button" class="quiet" id="forget-plans" onclick={act(send, "plan-name", || stored(&[], Outcome::Forgotten))}>{ words::FORGET_ALL.say(lang) }</button> }
            </p>
            <p class="remember">
                <input type="checkbox" id="remember" aria-describedby="remember-help" checked={keep.remembers} {onchange} />
                <label for="remember">{ words::REMEMBER.say(lang) }</label>
            </p>
            <p class="help" id="remember-help">{ words::REMEMBER_HELP.say(lang) }</p>
        </section>
    }
}

fn kept_plan(plan: &Kept, page: &Page, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    let forget = {
        let name = plan.name.clone();
        act(send, "plan-name", move || without(&name))
    };
    let act = |label: Text, message: Message| button(None, label.say(lang), &plan.name, message, None, send);
    html! {
        <li key={plan.name.clone()}>
            <strong>{ plan.name.clone() }</strong>{ " " }
            { act(words::OPEN, Act::Opened(plan.link.clone()).into()) }{ " " }
            { act(words::BESIDE, Message::Plan(Deed::LinkSetBeside(plan.link.clone()))) }{ " " }
            <button type="button" class="quiet" onclick={forget}>{ words::FORGET.say(lang) }{ hidden(&plan.name) }</button>
        </li>
    }
}

/// Keeps a plan under a name, and says what came of it.
fn keep_named(name: &str, scenario: &Scenario) -> Act {
    let name = kept_name(name);
    let Ok(plans) = plans() else { return Act::Stored(Vec::new(), Outcome::Later) };
    if name.is_empty() {
        return Act::Stored(plans, Outcome::NoName);
    }
    let plan = Kept { link: link::whole(&scenario.with_title(&name)), name: name.clone() };
    match kept::with(&plans, plan) {
        None => Act::Stored(plans, Outcome::Full),
        Some(more) if device::keep_as(PLANS, Some(&kept::write(&more))) => Act::Named(more, name),
        Some(_) => Act::Stored(plans, Outcome::NotAllowed),
    }
}

fn without(name: &str) -> Act {
    let rest: Vec<Kept> = plans().unwrap_or_default().into_iter().filter(|plan| plan.name != name).collect();
    stored(&rest, Outcome::Forgotten)
}

/// Has the device keep these plans and no others.
fn stored(all: &[Kept], outcome: Outcome) -> Act {
    let Ok(before) = plans() else { return Act::Stored(Vec::new(), Outcome::Later) };
    let text = kept::write(all);
    let done = device::keep_as(PLANS, Some(text.as_str()).filter(|_| !all.is_empty()));
    if done { Act::Stored(all.to_vec(), outcome) } else { Act::Stored(before, Outcome::NotAllowed) }
}

/// The visitor asks to be offered the plan, or no longer.
fn remember(event: &Event, scenario: &Scenario) -> Act {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let on = input.as_ref().is_some_and(web_sys::HtmlInputElement::checked);
    let done = last::keep(on.then_some(scenario));
    if let Some(input) = input.filter(|_| !done) {
        input.set_checked(!on);
    }
    Act::Remembered(on, done)
}

fn as_file(keep: &KeepView, page: &Page, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    let save = {
        let (scenario, fragment) = (keep.scenario.clone(), page.fragment.clone());
        Callback::from(move |_: MouseEvent| {
            let day = device::today();
            let text = plans_said::saved(lang, &scenario, &day, &address::address(&fragment));
            device::download_as("application/json", &plans_said::file_name(lang, &scenario, &day), &text);
        })
    };
    let onchange = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
            let Some(input) = input else { return };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                open(file, send.clone());
            }
            // So that the same file can be chosen again.
            input.set_value("");
        })
    };
    html! {
        <section aria-labelledby="as-file">
            <h3 id="as-file">{ words::FILE_TITLE.say(lang) }</h3>
            <p class="help">{ words::FILE_HELP.say(lang) }</p>
            <button type="button" id="save-plan" onclick={save}>{ words::SAVE.say(lang) }</button>
            <p>
                <label for="plan-file">{ words::CHOOSE.say(lang) }</label>
                <input type="file" id="plan-file" accept=".json,application/json" aria-describedby="plan-file-help" {onchange} />
            </p>
            <p class="help" id="plan-file-help">{ words::CHOOSE_HELP.say(lang) }</p>
        </section>
    }
}

fn open(file: web_sys::File, send: Callback<Message>) {
    // Before it is taken into memory.
    if file.size() > LARGEST {
        return send.emit(Act::Refused(file::Fault::TooBig).into());
    }
    wasm_bindgen_futures::spawn_local(async move {
        let blob = gloo::file::Blob::from(file);
        // A file that the system will not give is read as an empty one, which is told.
        let bytes = gloo::file::futures::read_as_bytes(&blob).await.unwrap_or_default();
        send.emit(file::read(&bytes).map_or_else(Act::Refused, Act::Opened).into());
    });
}
