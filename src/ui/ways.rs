//! The links of a page to other pages. They lead on with the scenario, which is put in where they stand, some moments after it has changed and
//! whenever one is taken: were it drawn, each press would have everything drawn again that holds a link.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::events::EventListenerOptions;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::app::Room;
use crate::present::Page;
use crate::words::Lang;

use super::browser::Kept;
use super::browser::use_effect_of;

/// What is settled: the language, the scenario as a fragment, and whether that is another than the preset.
pub type Settled = (Lang, String, bool);

/// The address of a room relative to the folder of another.
#[must_use]
pub fn href(page: &Page, lang: Lang, room: Room) -> String {
    [page.room.to_root(), &room.folder(lang)].concat()
}

/// The address of the evidence page as far as the id of a figure.
#[must_use]
pub fn evidence(page: &Page) -> AttrValue {
    reading(page, Room::Evidence).into()
}

/// The address of a page that only reads as far as an id in it. Where there is a scenario to keep, `www/boot.js` hands it on from there.
#[must_use]
pub fn reading(page: &Page, room: Room) -> String {
    href(page, page.lang, room) + "#"
}

/// The links to other pages, but for those to a scenario of their own.
pub const LINKS: &str = "a[href^='.']:not([data-own])";

/// Puts the scenario into a link, before the place that it leads to; nothing where the scenario is the preset.
pub fn lead_on(link: &web_sys::Element, (_, fragment, changed): &Settled) {
    let Some(href) = link.get_attribute("href") else { return };
    let (page, hash) = href.split_once('#').unwrap_or((&href, ""));
    // No place holds an ampersand, and every scenario does.
    let place = hash.split_once("&at=").map_or(if hash.contains('&') { "" } else { hash }, |(_, place)| place);
    let scenario = if *changed { fragment.as_str() } else { "" };
    let between = if *changed && !place.is_empty() { "&at=" } else { "" };
    let mark = if *changed || !place.is_empty() { "#" } else { "" };
    let wanted = [page, mark, scenario, between, place].concat();
    if wanted != href {
        drop(link.set_attribute("href", &wanted));
    }
}

/// Has a link lead on with the scenario however it is taken: the pointer comes down on it, a key reaches it, its menu opens. A click may have
/// it drawn again on the way, so it is seen to at the end of that too.
#[hook]
pub fn use_ways(settled: Rc<dyn Fn() -> Settled>) {
    let act = move || -> Kept {
        let taken = |kind: &'static str, on: &web_sys::EventTarget, options: EventListenerOptions| {
            let settled = settled.clone();
            EventListener::new_with_options(on, kind, options, move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
                if let Some(link) = target.and_then(|target| target.closest(LINKS).ok().flatten()) {
                    lead_on(&link, &settled());
                }
            })
        };
        let document = gloo::utils::document();
        let first = ["pointerdown", "focusin", "contextmenu", "auxclick", "click"]
            .map(|kind| taken(kind, &document, EventListenerOptions::run_in_capture_phase()));
        let last = taken("click", &gloo::utils::window(), EventListenerOptions::default());
        Some(Box::new((first, last)))
    };
    use_effect_of(String::new(), Box::new(act));
}
