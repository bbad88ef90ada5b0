//! What a person works stays where it is in view, whatever grows or shrinks around it: the control that was pressed, or else what has the focus,
//! or the first thing in view. Browsers would hold something themselves (scroll anchoring), but not all do, and none knows what is worked.

use std::cell::Cell;
use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::events::EventListenerOptions;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::browser::Kept;
use super::browser::all;
use super::browser::use_effect_of;

/// Marks the document while it is drawn: the browser holds nothing itself meanwhile.
const DRAWING: &str = "data-drawing";

thread_local! {
    /// What was pressed last.
    static PRESSED: RefCell<Option<Element>> = const { RefCell::new(None) };
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
    let height = gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let in_view = |element: &Element| {
        let place = element.get_bounding_client_rect();
        place.height() > 0.0 && place.top() >= 0.0 && place.top() < height
    };
    let seen = |element: Option<Element>| element.filter(in_view).map(|element| (top(&element), element));
    let mut held = vec![seen(PRESSED.with_borrow(Clone::clone)), seen(gloo::utils::document().active_element())];
    if held.iter().all(Option::is_none) {
        held.push(seen(all("[id^=field-], figure, #results").find(in_view)));
    }
    let root = gloo::utils::document_element();
    drop(root.set_attribute(DRAWING, ""));
    MOVED.set(false);
    draw();
    // Yew draws at the end of this turn; this comes after it, and before anything is painted.
    wasm_bindgen_futures::spawn_local(async move {
        // What is gone holds nothing: what has the focus in its place does.
        if let Some((before, element)) = held.into_iter().flatten().find(|(_, element)| element.is_connected() && !MOVED.get()) {
            gloo::utils::window().scroll_by_with_x_and_y(0.0, top(&element) - before);
        }
        drop(root.remove_attribute(DRAWING));
    });
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}
