//! What says the settled scenario without being drawn from it: the address, the links that lead on with it, the line of a printed page. Were it
//! drawn, each press would have everything drawn again that holds a link. So it follows some moments after a change, and at once when it is
//! needed: a link is taken, the page is printed.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::events::EventListenerOptions;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::app::Message;
use crate::app::Room;
use crate::link;
use crate::present::Page;
use crate::words::Lang;
use crate::words::listed;

use super::browser::Kept;
use super::browser::PRESENTING;
use super::browser::all;
use super::browser::use_effect_of;
use super::device;
use super::pace;
use super::ways;

/// How long the address waits for the last of several changes, in milliseconds: browsers refuse more than a few a second.
const WAITS: u32 = 250;

/// What is settled: the language, the scenario as a fragment, and whether that is another than the preset.
pub type Settled = (Lang, String, bool);

/// What says the scenario of a fragment, where that is the settled one or one beside it put first, with all of the visitor's own figures, where
/// the fragment does not hold them.
pub type Whole = Rc<dyn Fn(&str) -> Option<String>>;

/// Where the page is.
pub fn here() -> web_sys::Location {
    gloo::utils::window().location()
}

/// What stands in the address after the `#`, with it.
#[must_use]
pub fn fragment() -> String {
    here().hash().unwrap_or_default()
}

/// The whole address of this page with a scenario in it.
#[must_use]
pub fn address(fragment: &str) -> String {
    let href = here().href().unwrap_or_default();
    format!("{}#{fragment}", href.split_once('#').map_or(href.as_str(), |(page, _)| page))
}

/// Keeps the address in step with the settled scenario and the language, a new entry for each, so that Back goes back; and with it all that
/// says the same. `settled` says both as they are at that moment: what was drawn may be older, and its drawing on the way (a link that is
/// being opened).
#[hook]
pub fn use_address(page: &Page, settled: Rc<dyn Fn() -> Settled>, whole: Whole, send: Callback<Message>) {
    let room = page.room;
    let soon = {
        let settled = settled.clone();
        move || -> Kept { Some(Box::new(Timeout::new(WAITS, move || say(room, &settled())))) }
    };
    // What comes after the answer holds links too.
    let rest = if pace::is_brief() { "" } else { ":" };
    use_effect_of([page.lang.code(), rest, &page.fragment].concat(), Box::new(soon));
    let at_once = move || -> Kept {
        let printed = {
            let settled = settled.clone();
            EventListener::new(&gloo::utils::window(), "beforeprint", move |_| {
                // What is shown is what is printed: a slider on its way, half of a number. While a plan is presented there are none, and what it
                // shows is no step of the visitor's.
                if !gloo::utils::document_element().has_attribute(PRESENTING) {
                    send.emit(Message::Settled);
                }
                pace::draw_all();
                say(room, &settled());
            })
        };
        Some(Box::new((printed, taken(room, &settled, &whole))))
    };
    use_effect_of(String::new(), Box::new(at_once));
}

/// Has a link lead on with the scenario however it is taken: the pointer comes down on it, a key reaches it, its menu opens. A click may have
/// it drawn again on the way, so it is seen to at the end of that too. Whoever comes back finds the page they left, so its address is written
/// before.
fn taken(room: Room, settled: &Rc<dyn Fn() -> Settled>, whole: &Whole) -> Vec<EventListener> {
    let listener = |kind: &'static str, on: &web_sys::EventTarget, options: EventListenerOptions| {
        let (settled, whole) = (settled.clone(), whole.clone());
        EventListener::new_with_options(on, kind, options, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let Some(link) = target.and_then(|target| target.closest(ways::LINKS).ok().flatten()) else { return };
            let settled = settled();
            if kind == "click" {
                say(room, &settled);
            }
            ways::lead_on(&link, &settled);
            // At the end of the click, unless it was all that was to be done (the language is switched where the page stands).
            if event.event_phase() == web_sys::Event::BUBBLING_PHASE
                && !event.default_prevented()
                && let Some(whole) = ways::led_to(&link, &settled).and_then(|fragment| whole(&fragment))
            {
                device::hand_on(&whole);
            }
        })
    };
    let document = gloo::utils::document();
    let first = ["pointerdown", "focusin", "contextmenu", "auxclick", "click"];
    let mut all: Vec<EventListener> =
        first.iter().map(|kind| listener(kind, &document, EventListenerOptions::run_in_capture_phase())).collect();
    all.push(listener("click", &gloo::utils::window(), EventListenerOptions::default()));
    all
}

/// Writes what is settled wherever it is said.
fn say(room: Room, settled: &Settled) {
    let (lang, fragment, _) = settled;
    write(&[room.to_root(), &room.folder(*lang)].concat(), *lang, fragment);
    for link in all(ways::LINKS) {
        ways::lead_on(&link, settled);
    }
    if let Some(element) = gloo::utils::document().get_element_by_id("printed") {
        drop(element.set_attribute("data-address", &address(fragment)));
    }
}

fn write(folder: &str, lang: Lang, wanted: &str) {
    let now = fragment();
    let moved = here().pathname().ok().and_then(|path| Room::find(&path)).is_some_and(|(_, there)| there != lang);
    let same = now.strip_prefix('#') == Some(wanted);
    let Ok(history) = gloo::utils::window().history() else { return };
    // Back has led to a language whose texts are on their way: that is where it is to lead.
    if (same && !moved) || (moved && listed::waits()) {
        return;
    }
    let address = format!("{}#{wanted}", if moved { folder } else { "" });
    // An address that says the same, only not as it is written here (bare, cut short, out of order), is put in order where it
    // stands: Back must not lead to the same page.
    let done = if !moved && link::write(&link::read(&now).scenario) == wanted {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    };
    drop(done);
}
