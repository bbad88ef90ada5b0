//! The frame of every page: header, notices, errors, the room itself, the foot.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Message;
use crate::app::Room;
use crate::app::own::Act;
use crate::present::Page;
use crate::present::rooms;
use crate::words::listed;
use crate::words::text::site;

use super::browser;
use super::device;
use super::line::paragraph;
use super::line::span;
use super::pace;
use super::program::Draw;
use super::ways;

/// The frame with its room.
pub fn frame(page: &Rc<Page>, draw: Draw, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    html! {
        <>
            <a class="skip" href="#main" onclick={jump("main")}>{ site::SKIP.say(lang) }</a>
            { header(page, send) }
            <main id="main" tabindex="-1" data-brief={pace::is_brief().then_some("")}>
                { notices(page, send) }
                { offer(page, send) }
                { errors(page) }
                { draw(page, send) }
            </main>
            { footer(page) }
            <p class="waiting" id="waiting">{ site::NO_SCRIPT.say(lang) }</p>
            <p class="hidden" role="status" aria-live="polite" id={browser::SPOKEN}></p>
        </>
    }
}

/// Moves the focus without touching the address, which holds the scenario.
fn jump(id: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        browser::focus(id);
    })
}

fn header(page: &Page, send: &Callback<Message>) -> Html {
    let (lang, other) = (page.lang, page.lang.other());
    let switch = {
        let send = send.clone();
        Callback::from(move |event: MouseEvent| {
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                let send = send.clone();
                // Its texts are on their way; if they do not come, `www/boot.js` goes to the page in that language.
                listed::when_it_can_say(other, move || send.emit(Message::Switched(other)));
            }
        })
    };
    let item = |room: Room| {
        let current = (room == page.room).then_some("page");
        html! { <li key={room.slug(lang)}><a href={ways::href(page, lang, room)} aria-current={current}>{ rooms::name(lang, room) }</a></li> }
    };
    html! {
        <header class="site">
            <div class="bar">
                <a class="brand" href={ways::href(page, lang, Room::Home)}>{ super::door::scales() }{ span("", site::NAME.say(lang)) }</a>
                <a class="switch" id="switch" href={ways::href(page, other, page.room)} lang={other.code()} hreflang={other.code()} onclick={switch}>
                    { site::SWITCH_LANGUAGE.say(lang) }{ span("hidden", site::SWITCH_LANGUAGE_HIDDEN.say(lang)) }
                </a>
            </div>
            <nav aria-label={site::MENU.say(lang)}>
                <ul>{ for Room::ALL.into_iter().filter(|room| *room != Room::Accessibility).map(item) }</ul>
            </nav>
        </header>
    }
}

fn notices(page: &Page, send: &Callback<Message>) -> Html {
    if page.notices.is_empty() {
        return html! {};
    }
    let lang = page.lang;
    let dismiss = {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| {
            browser::hold_focus("main");
            send.emit(Message::Dismissed);
        })
    };
    html! {
        <section class="notice" aria-labelledby="notices" id="link-notices">
            <h2 id="notices">{ site::NOTICES.say(lang) }</h2>
            <ul>{ for page.notices.iter().map(|notice| html! { <li>{ notice.clone() }</li> }) }</ul>
            <button type="button" onclick={dismiss}>{ site::DISMISS.say(lang) }</button>
        </section>
    }
}

/// The figures that the device keeps, to be used or to be forgotten.
fn offer(page: &Page, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    let accept = {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| {
            browser::hold_focus("main");
            send.emit(Message::Own(Act::Accepted));
        })
    };
    let forget = {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| {
            browser::hold_focus("main");
            device::forget();
            send.emit(Message::Own(Act::Forgotten));
        })
    };
    html! {
        if let Some(offer) = &page.offer {
            <section class="notice" id="offer">
                { paragraph("", offer) }
                <button type="button" id="use-kept" onclick={accept}>{ site::OWN_USE.say(lang) }</button>
                { " " }<button type="button" id="forget-kept" onclick={forget}>{ site::OWN_FORGET.say(lang) }</button>
            </section>
        }
    }
}

fn errors(page: &Page) -> Html {
    let lang = page.lang;
    let item = |(target, error): &(String, String)| {
        let target = target.clone();
        let href = ["#", &target].concat();
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            browser::focus(&target);
        });
        html! { <li><a {href} {onclick}>{ error.clone() }</a></li> }
    };
    html! {
        <div role="alert" id="error-summary">
            if !page.errors.is_empty() {
                <div class="errors">
                    <h2>{ site::ERRORS.say(lang) }</h2>
                    <ul>{ for page.errors.iter().map(item) }</ul>
                    { paragraph("", site::ERRORS_KEPT.say(lang)) }
                </div>
            }
        </div>
    }
}

fn footer(page: &Page) -> Html {
    let lang = page.lang;
    let edition = crate::link::EDITION.to_string();
    html! {
        <footer class="site">
            { paragraph("", site::FOOTER_ABOUT.say(lang)) }
            { paragraph("", site::FOOTER_LICENCE.say(lang)) }
            <p>
                { site::FooterEdition { edition: &edition, version: env!("CARGO_PKG_VERSION") }.say(lang) }{ " " }
                <a href={ways::href(page, lang, Room::Accessibility)}>{ site::ACCESSIBILITY.say(lang) }</a>
            </p>
        </footer>
    }
}
