//! Has simulations worked out where no page waits for them, and tells what comes of it: by `www/simulate.js`, which `www/boot.js` starts as a
//! worker, or where the browser refuses that (a sandboxed frame, an old browser), as a script of the page that works a few milliseconds at a
//! time. Knows nothing of what is simulated.
//!
//! What is asked and told stands at the head of `www/simulate.js`. It is loaded at the first question, from the address that the page names
//! (`src/bin/prerender.rs`); only the programs whose rooms simulate name [`simulate`], so no other holds it.

use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::js_sys::{Float64Array, Object, Reflect};
use yew::prelude::*;

use crate::app::fan::Asked;
use crate::app::fan::Fan;
use crate::app::fan::Fault;
use crate::app::fan::Progress;
use crate::app::fan::Told;

/// How long a question must stand before it is asked, in milliseconds.
const WAITS: u32 = 350;

/// The cases tried of the preset: they were when the page was built, and the page holds what they came to (`src/bin/prerender.rs`).
#[must_use]
pub fn published() -> Option<Fan> {
    let tag = gloo::utils::document().query_selector("meta[name=tried]").ok()??;
    let row = web_sys::js_sys::JSON::parse(&tag.get_attribute("content")?).ok()?;
    Fan::read(&Float64Array::new(&row).to_vec())
}

#[derive(Default)]
struct Desk {
    /// Of the question that stands. What is told of another is let be.
    id: u32,
    asked: Option<Asked>,
    tell: Option<Callback<Told>>,
    waits: Option<Timeout>,
    hears: Option<EventListener>,
}

thread_local! {
    /// A page has one.
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Does something with the desk. Nothing done there may come back to it.
fn desk<T>(act: impl FnOnce(&mut Desk) -> T) -> T {
    DESK.with_borrow_mut(act)
}

/// Has a question answered once it has stood for a while.
pub fn simulate(asked: Option<&Asked>, tell: &Callback<Told>) {
    let before = desk(|desk| {
        let before = desk.asked.is_some().then_some(desk.id);
        desk.id = desk.id.wrapping_add(1);
        desk.asked = asked.cloned();
        desk.tell = Some(tell.clone());
        desk.waits = asked.map(|_| Timeout::new(WAITS, ask));
        before
    });
    if let Some(id) = before {
        say(id, &[("cancel", JsValue::TRUE)]);
    }
}

/// Asks what stands.
fn ask() {
    let stands = desk(|desk| {
        desk.hears.get_or_insert_with(|| {
            EventListener::new(&gloo::utils::window(), "clorian-told", |event| {
                if let Some(event) = event.dyn_ref::<web_sys::CustomEvent>() {
                    hear(&event.detail());
                }
            })
        });
        Some((desk.id, desk.asked.clone()?))
    });
    if let Some((id, Asked { scenario, draws, ties, against, prices })) = stands {
        let [scenario, ties, against, prices] = [scenario, ties, against, prices].map(JsValue::from);
        say(id, &[("scenario", scenario), ("draws", draws.into()), ("ties", ties), ("against", against), ("prices", prices)]);
    }
}

/// Says something of a question to whoever works it out. What hears it may tell at once.
fn say(id: u32, entries: &[(&str, JsValue)]) {
    let said = Object::new();
    for (name, value) in entries.iter().chain([&("id", id.into())]) {
        // A fresh object takes any property.
        drop(Reflect::set(&said, &(*name).into(), value));
    }
    let event = web_sys::CustomEventInit::new();
    event.set_detail(&said);
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("clorian-ask", &event) {
        drop(gloo::utils::window().dispatch_event(&event));
    }
}

/// Something was said.
fn hear(said: &JsValue) {
    let property = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    let number = |name: &str| property(said, name).as_f64();
    let draws = desk(|desk| Some(desk.asked.as_ref()?.draws).filter(|_| number("id") == Some(desk.id.into())));
    let Some(draws) = draws else { return };
    let (flat, error) = (property(said, "flat"), property(said, "error"));
    told(if let Some(flat) = flat.dyn_ref::<Float64Array>() {
        Fan::read(&flat.to_vec()).map_or(Told::Fault(Fault::NotRun), |fan| Told::Fan(Box::new(fan)))
    } else if error.is_object() {
        let text = |name: &str| property(&error, name).as_string().unwrap_or_default();
        let (path, en, cy) = (text("path"), text("message"), text("message_cy"));
        // Only what the contract refuses is said in Welsh as well.
        Told::Fault(if cy.is_empty() { Fault::NotRun } else { Fault::Refused { path, en, cy } })
    } else {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast gives the nearest there is")]
        let made = number("made").unwrap_or(0.0) as u32;
        Told::Progress(Progress { made, draws })
    });
}

/// Tells it to whoever asks.
fn told(told: Told) {
    if let Some(tell) = desk(|desk| desk.asked.as_ref().and(desk.tell.clone())) {
        tell.emit(told);
    }
}
