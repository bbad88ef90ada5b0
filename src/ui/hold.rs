//! What a person works stays where it is in view, whatever grows or shrinks around it: the control that was pressed, or else what has the focus,
//! or the first thing in view. Browsers would hold something themselves (scroll anchoring), but not all do, and none knows what is worked.

use std::cell::Cell;
use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::events::EventListenerOptions;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::browser::Kept;
use super::browser::all;
use super::browser::use_effect_of;

/// Marks the document while it is drawn: the browser holds nothing itself meanwhile.
const DRAWING: &str = "data-drawing";

/// How long a drawing that is put off is waited for, in milliseconds.
const LATEST: u32 = 60;

thread_local! {
    /// What was pressed last.
    static PRESSED: RefCell<Option<Element>> = const { RefCell::new(None) };
    /// How often something was drawn.
    static RENDERS: Cell<u32> = const { Cell::new(0) };
    /// What is held while something is drawn.
    static HELD: RefCell<Option<Vec<(f64, Element)>>> = const { RefCell::new(None) };
    /// What lets go of it where nothing is drawn after all.
    static LATE: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    /// Whether the view was moved on purpose while the page was drawn.
    static MOVED: Cell<bool> = const { Cell::new(false) };
}

/// The view is moved on purpose: nothing is held by the drawing that is being done.
pub fn let_go() {
    MOVED.set(true);
}

/// Notes what is pressed.
#[hook]
pub fn use_pressed() {
    let act = || -> Kept {
        let listener = |kind: &'static str| {
            let options = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(&gloo::utils::document(), kind, options, |event| {
                PRESSED.set(event.target().and_then(|target| target.dyn_into().ok()));
            })
        };
        Some(Box::new(["pointerdown", "keydown"].map(listener)))
    };
    use_effect_of(String::new(), Box::new(act));
}

/// Draws, and has what is worked stay where it is.
pub fn holding(draw: impl FnOnce()) {
    let before = RENDERS.get();
    if HELD.with_borrow(Option::is_none) {
        drop(gloo::utils::document_element().set_attribute(DRAWING, ""));
        HELD.set(Some(held()));
    }
    MOVED.set(false);
    draw();
    // Yew draws at the end of this turn, and this comes after it and before anything is painted. Or Yew is still at an earlier drawing's effects
    // and draws after them: then that drawing tells ([`drawn`]); if there comes none, nothing is held any longer.
    wasm_bindgen_futures::spawn_local(async move {
        if RENDERS.get() == before {
            LATE.set(Some(Timeout::new(LATEST, drop_held)));
        } else {
            drawn();
        }
    });
}

/// Something is being drawn.
pub fn renders() {
    RENDERS.set(RENDERS.get().wrapping_add(1));
}

/// What was being drawn stands in the document.
pub fn drawn() {
    // What is gone holds nothing: what has the focus in its place does.
    let held = HELD.take().into_iter().flatten().find(|(_, element)| element.is_connected() && !MOVED.get());
    if let Some((before, element)) = held {
        gloo::utils::window().scroll_by_with_x_and_y(0.0, top(&element) - before);
    }
    drop_held();
}

fn drop_held() {
    LATE.take();
    HELD.take();
    drop(gloo::utils::document_element().remove_attribute(DRAWING));
}

/// What is to be held, best first, with where each stands.
fn held() -> Vec<(f64, Element)> {
    let height = gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let in_view = |element: &Element| {
        let place = element.get_bounding_client_rect();
        place.height() > 0.0 && place.top() >= 0.0 && place.top() < height
    };
    let worked = [PRESSED.with_borrow(Clone::clone), gloo::utils::document().active_element()];
    let mut held: Vec<Element> = worked.into_iter().flatten().filter(in_view).collect();
    if held.is_empty() {
        held.extend(all("[id^=field-], figure, #results").find(in_view));
    }
    held.into_iter().map(|element| (top(&element), element)).collect()
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}
