//! The links of a page to other pages. They are drawn without the scenario that they lead on with ([`super::address`]).

use yew::prelude::*;

use crate::app::Room;
use crate::present::Page;
use crate::words::Lang;

use super::address::Settled;

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

/// The address of a place in a room that runs.
#[must_use]
pub fn place(page: &Page, room: Room, id: &str) -> String {
    [&href(page, page.lang, room), "#v1&end&at=", id].concat()
}

/// The address of a page that only reads as far as an id in it. Where there is a scenario to keep, `www/boot.js` hands it on from there.
#[must_use]
pub fn reading(page: &Page, room: Room) -> String {
    href(page, page.lang, room) + "#"
}

/// The links to other pages.
pub const LINKS: &str = "a[href^='.']";

/// Puts the scenario into a link, before the place that it leads to; nothing where the scenario is the preset, or the link has one of its own.
pub fn lead_on(link: &web_sys::Element, (_, fragment, changed): &Settled) {
    let Some(href) = link.get_attribute("href").filter(|_| !link.has_attribute("data-own")) else { return };
    let (page, hash) = href.split_once('#').unwrap_or((&href, ""));
    // No place holds an ampersand, and every scenario does.
    let named = hash.split('&').find_map(|part| part.strip_prefix("at="));
    let place = named.unwrap_or(if hash.bytes().any(|byte| byte == b'&') { "" } else { hash });
    // A page that runs knows a place only behind a scenario: there it stands from the first.
    let says = *changed || named.is_some();
    let scenario = if says { fragment.as_str() } else { "" };
    let between = if says && !place.is_empty() { "&at=" } else { "" };
    let mark = if says || !place.is_empty() { "#" } else { "" };
    let wanted = [page, mark, scenario, between, place].concat();
    if wanted != href {
        drop(link.set_attribute("href", &wanted));
    }
}

/// The scenario that a link leads to, as a fragment.
pub fn led_to(link: &web_sys::Element, (_, fragment, _): &Settled) -> Option<String> {
    if link.has_attribute("data-own") {
        link.get_attribute("href")?.split_once('#').map(|(_, own)| own.to_owned())
    } else {
        Some(fragment.clone())
    }
}
