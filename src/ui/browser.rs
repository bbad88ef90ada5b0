//! What the page asks of the browser: what its address opens, its title, its keys, and what is read aloud.
//!
//! Each hook acts in an effect, never while drawing. What a browser refuses (an address in a sandboxed frame, the clipboard) is let be:
//! the page goes on without it.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::app::Message;
use crate::app::Room;
use crate::present::Page;
use crate::words::Lang;
use crate::words::listed;

use super::address::fragment;
use super::address::here;
use super::field;
use super::hold;
use super::pace;

/// How long a result must stand before it is read aloud, in milliseconds.
const ANNOUNCEMENT_WAITS: u32 = 900;

/// Marks the document while a plan is presented.
pub const PRESENTING: &str = "data-presenting";

/// The id of what is read aloud.
pub const SPOKEN: &str = "spoken";

/// What an effect leaves behind until the next: a listener, a timer. To let go of it is to end it.
pub type Kept = Option<Box<dyn Any>>;

/// Acts after the page was drawn, whenever `key` is another than before. One hook for every effect: each with types of its own would cost
/// every program a kilobyte or more.
#[hook]
pub fn use_effect_of(key: String, act: Box<dyn FnOnce() -> Kept>) {
    use_effect_with(key, |_| {
        let kept = act();
        move || drop(kept)
    });
}

/// Opens what the address says whenever it changes by a link or by Back.
#[hook]
pub fn use_opening(send: Callback<Message>) {
    let act = move || -> Kept {
        let open = move || {
            if let Some((_, lang)) = here().pathname().ok().and_then(|path| Room::find(&path)) {
                // Back may lead to a language whose texts are on their way (`www/boot.js`).
                let send = send.clone();
                return listed::when_it_can_say(lang, move || {
                    send.emit(Message::Switched(lang));
                    send.emit(Message::Opened(fragment()));
                });
            }
            send.emit(Message::Opened(fragment()));
        };
        let again = open.clone();
        let window = gloo::utils::window();
        let listeners =
            [EventListener::new(&window, "popstate", move |_| open()), EventListener::new(&window, "hashchange", move |_| again())];
        Some(Box::new(listeners))
    };
    use_effect_of(String::new(), Box::new(act));
}

thread_local! {
    /// The element that the page is drawn into, until it is told so.
    static ROOT: RefCell<Option<web_sys::Element>> = const { RefCell::new(None) };
}

/// The page is drawn into this element.
#[cfg(feature = "web")]
pub fn draws_into(root: &web_sys::Element) {
    ROOT.set(Some(root.clone()));
}

/// Tells that the page is drawn, before anything looks for it in the document: `www/boot.js` puts it there.
#[hook]
pub fn use_drawn() {
    let act = || -> Kept {
        if let (Some(root), Ok(drawn)) = (ROOT.take(), web_sys::Event::new("drawn")) {
            drop(root.dispatch_event(&drawn));
        }
        None
    };
    use_effect_of(String::new(), Box::new(act));
}

/// Has the rest drawn where the first drawing ends with the answer; the document is marked as running once all of the page is there.
#[hook]
pub fn use_rest(draw: Rc<dyn Fn()>) {
    let brief = pace::is_brief();
    let act = move || -> Kept {
        if brief {
            pace::draw_rest(draw);
        } else {
            pace::rest_came();
            drop(gloo::utils::document_element().set_attribute("data-running", ""));
        }
        None
    };
    use_effect_of(if brief { "" } else { "whole" }.to_owned(), Box::new(act));
}

/// Brings into view what an address named, once what it opened is drawn: a timer alone might come before that on a slow machine.
#[hook]
pub fn use_named(named: &(u32, String)) {
    let (times, id) = named.clone();
    let act = move || -> Kept {
        if times > 0 {
            focus(&id);
        }
        None
    };
    use_effect_of(times.to_string(), Box::new(act));
}

/// Draws what waits before a click or Enter acts on what stands on the page: a link, a button, a list of places.
#[hook]
pub fn use_current(send: Callback<Message>) {
    let act = move || -> Kept {
        let (document, options) = (gloo::utils::document(), gloo::events::EventListenerOptions::run_in_capture_phase());
        let clicked = EventListener::new_with_options(&document, "click", options, {
            let send = send.clone();
            move |_| current(&send)
        });
        let pressed = EventListener::new_with_options(&document, "keydown", options, move |event| {
            let presenting = || gloo::utils::document_element().has_attribute(PRESENTING);
            if event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|key| key.key() == "Enter") || presenting() {
                current(&send);
            }
        });
        Some(Box::new([clicked, pressed]))
    };
    use_effect_of(String::new(), Box::new(act));
}

fn current(send: &Callback<Message>) {
    field::settle_now(send);
    pace::draw_now();
}

/// Ctrl+Z and Ctrl+Y (Shift+Ctrl+Z too), where no text is being typed.
#[hook]
pub fn use_keys(send: Callback<Message>) {
    let act = move || -> Kept {
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let document = gloo::utils::document();
        let listener = EventListener::new_with_options(&document, "keydown", options, move |event| {
            let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
            let message = match (key.ctrl_key() || key.meta_key(), key.key().as_str(), key.shift_key()) {
                (true, "z", false) => Message::Undone,
                (true, "y", false) | (true, "z" | "Z", true) => Message::Redone,
                _ => return,
            };
            if !typing(event) {
                event.prevent_default();
                send.emit(message);
            }
        });
        Some(Box::new(listener))
    };
    use_effect_of(String::new(), Box::new(act));
}

/// Whether the event comes from a box that has an undo of its own.
#[must_use]
pub fn typing(event: &Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let area = event.target().is_some_and(|target| target.has_type::<web_sys::HtmlTextAreaElement>());
    area || element.is_some_and(|input| matches!(input.type_().as_str(), "text" | "search") && !input.read_only())
}

/// Keeps the title and the language of the document in step.
#[hook]
pub fn use_head(page: &Page) {
    let (title, lang) = (page.title.clone(), page.lang);
    let key = [lang.code(), &title].concat();
    let act = move || -> Kept {
        let document = gloo::utils::document();
        document.set_title(&title);
        if let Some(root) = document.document_element() {
            drop(root.set_attribute("lang", lang.code()));
        }
        None
    };
    use_effect_of(key, Box::new(act));
}

/// Has what changed read aloud once it has stood for a while; nothing for the page as it opened, for a language that was switched, or while
/// a slider is being dragged. It is put where `page::frame` leaves room for it: no page is drawn for that.
#[hook]
pub fn use_announcement(page: &Page) {
    let known = use_mut_ref(|| None::<(Lang, String, bool)>);
    let (lang, announcement) = (page.lang, page.announcement.clone());
    // That there is none is told apart from an empty one by the mark between.
    let key = [lang.code(), if announcement.is_some() { ":" } else { "" }, announcement.as_deref().unwrap_or_default()].concat();
    let act = move || -> Kept {
        let text = announcement?;
        // What only adds to what was read, or to the page as it opened (the ranges, once they are worked out), is not read with all of it again.
        let news =
            known.borrow().as_ref().is_some_and(|(of, old, waits)| *of == lang && *old != text && (*waits || !text.starts_with(old)));
        known.replace(Some((lang, text.clone(), news)));
        if !news {
            return None;
        }
        Some(Box::new(Timeout::new(ANNOUNCEMENT_WAITS, move || {
            if let Some((.., waits)) = known.borrow_mut().as_mut() {
                *waits = false;
            }
            if let Some(element) = gloo::utils::document().get_element_by_id(SPOKEN) {
                element.set_text_content(Some(&text));
            }
        })))
    };
    use_effect_of(key, Box::new(act));
}

/// Puts text on the clipboard and says whether the browser allowed it.
pub fn copy(text: &str, done: Callback<bool>) {
    let clipboard = gloo::utils::window().navigator().clipboard();
    // Only a secure origin has one.
    if clipboard.is_undefined() {
        return done.emit(false);
    }
    let promise = clipboard.write_text(text);
    wasm_bindgen_futures::spawn_local(async move {
        done.emit(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok());
    });
}

/// Opens the browser's print dialogue.
pub fn print() {
    pace::draw_all();
    // What is to be drawn is drawn at the end of this turn.
    Timeout::new(0, || drop(gloo::utils::window().print())).forget();
}

/// Moves the focus to an element by its id, and it into view.
pub fn focus(id: &str) {
    if let Some(element) = gloo::utils::document().get_element_by_id(id) {
        // What is folded away cannot have the focus.
        if let Some(fold) = element.closest("details").ok().flatten() {
            drop(fold.set_attribute("open", ""));
        }
        hold::let_go();
        element.scroll_into_view();
        // What takes the focus itself, or the first control in it.
        let itself = element.matches("[tabindex], input, select, textarea, button, a").unwrap_or(true);
        let control = element.query_selector("input, select").ok().flatten().filter(|_| !itself).unwrap_or_else(|| {
            // A result takes none by itself; the tab key goes on from there.
            if !itself {
                drop(element.set_attribute("tabindex", "-1"));
            }
            element
        });
        if let Some(element) = control.dyn_ref::<web_sys::HtmlElement>() {
            drop(element.focus());
        }
    }
}

/// What stands in a text box, by its id.
#[must_use]
pub fn text_in(id: &str) -> String {
    let element = gloo::utils::document().get_element_by_id(id);
    element.and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok()).map(|input| input.value()).unwrap_or_default()
}

/// Every element that a selector finds.
pub fn all(selector: &str) -> impl Iterator<Item = web_sys::Element> {
    let found = gloo::utils::document().query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |at| found.as_ref()?.item(at)?.dyn_into().ok())
}

/// Moves the focus to an element by its id where the one that has it is about to go, without moving what is in view.
pub fn hold_focus(id: &str) {
    let element = gloo::utils::document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        drop(element.focus_with_options(&options));
    }
}
