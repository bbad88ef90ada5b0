//! What the visitor's device is asked to keep, on purpose only, and the files that come from it and go to it.
//!
//! What a browser refuses (storage in a sandboxed frame, a download) is told, or let be.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::app::Message;
use crate::app::own::Act;
use crate::link;
use crate::scenario::Own;

use super::browser::Kept;
use super::browser::use_effect_of;

/// The name under which figures are kept.
const PLACE: &str = "clorian-figures";

fn storage() -> Option<web_sys::Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

/// What lasts as long as the tab does, and is seen by no other.
fn of_tab() -> Option<web_sys::Storage> {
    gloo::utils::window().session_storage().ok().flatten()
}

/// Looks once whether the device keeps figures.
#[hook]
pub fn use_device(send: Callback<Message>) {
    let act = move || -> Kept {
        if let Some(own) = kept() {
            send.emit(Message::Own(Act::Found(Rc::new(own))));
        }
        None
    };
    use_effect_of(String::new(), Box::new(act));
}

/// The figures that the device keeps, if any: as a link writes them.
fn kept() -> Option<Own> {
    let text = storage()?.get_item(PLACE).ok().flatten()?;
    let mut own = Own::default();
    for (key, value) in text.split('&').filter_map(|part| part.split_once('=')) {
        // What an older release kept and this one cannot use is left where it is.
        drop(link::own::take(key, value, &mut own));
    }
    Some(own).filter(|own| !own.is_empty())
}

/// Asks the device to keep figures; whether it did.
pub fn keep(own: &Own) -> bool {
    storage().is_some_and(|storage| storage.set_item(PLACE, &link::own::write(own).join("&")).is_ok())
}

/// Has the device forget them.
pub fn forget() {
    if let Some(storage) = storage() {
        drop(storage.remove_item(PLACE));
    }
}

/// What the device keeps under a name.
pub fn kept_as(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Asks the device to keep a text under a name, or to forget what it keeps there; whether it did.
pub fn keep_as(name: &str, text: Option<&str>) -> bool {
    let done = |storage: web_sys::Storage| match text {
        Some(text) => storage.set_item(name, text).is_ok(),
        None => storage.remove_item(name).is_ok(),
    };
    storage().is_some_and(done)
}

/// Gives a text to the visitor as a file of a table.
pub fn download(name: &str, text: &str) {
    download_as("text/csv;charset=utf-8", name, text);
}

/// Gives a text to the visitor as a file of a kind.
pub fn download_as(kind: &str, name: &str, text: &str) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = web_sys::js_sys::Array::of1(&JsValue::from_str(text));
    let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    let anchor = gloo::utils::document().create_element("a").ok().and_then(|element| element.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    if let Some(anchor) = anchor {
        anchor.set_href(&address);
        anchor.set_download(name);
        anchor.click();
    }
    // The browser reads it after this turn.
    Timeout::new(10_000, move || drop(web_sys::Url::revoke_object_url(&address))).forget();
}

/// Today by the visitor's own clock, as `2026-11-25`.
pub fn today() -> String {
    let now = web_sys::js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

thread_local! {
    /// What takes back what was handed on, where the page is not left after all.
    static GOES_ON: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// How long the way to another page may take to begin, in milliseconds.
const BEGINS: u32 = 10_000;

/// A link to another page of this site is taken, which cannot hold all of the visitor's own figures: the page that comes finds the whole
/// scenario, as a link of any length, and forgets it.
pub fn hand_on(whole: &str) {
    // Where the browser refuses, it asks before the page is left ([`use_guard`]).
    if of_tab().is_some_and(|tab| tab.set_item(PLACE, whole).is_ok()) {
        let take_back = || drop(of_tab().map(|tab| tab.remove_item(PLACE)));
        GOES_ON.set(Some(Timeout::new(BEGINS, take_back)));
    }
}

/// What the page before this one, in the same tab, handed on to this address; else the address's own fragment. An address that says another
/// scenario opens that.
#[cfg(feature = "web")]
pub fn handed_on(fragment: String) -> String {
    let whole = of_tab().and_then(|tab| {
        let whole = tab.get_item(PLACE).ok().flatten();
        drop(tab.remove_item(PLACE));
        whole
    });
    let said = |link: &str| link::write(&link::read(link).scenario);
    let place = fragment.split('&').find(|part| part.starts_with("at="));
    match whole.filter(|whole| said(whole) == said(&fragment)) {
        Some(whole) => place.map_or(whole.clone(), |place| [&whole, "&", place].concat()),
        None => fragment,
    }
}

/// Has the browser ask before the page is left for good, while figures would be lost by it.
#[hook]
pub fn use_guard(would_be_lost: bool) {
    let act = move || -> Kept {
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let asks = |event: &Event| {
            // What was handed on is not taken back any more.
            if GOES_ON.take().is_none() {
                event.prevent_default();
            }
        };
        would_be_lost
            .then(|| EventListener::new_with_options(&gloo::utils::window(), "beforeunload", options, asks))
            .map(|kept| Box::new(kept) as _)
    };
    use_effect_of(if would_be_lost { "lost" } else { "" }.to_owned(), Box::new(act));
}
