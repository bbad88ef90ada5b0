//! What a person works stays where it is in view, whatever grows or shrinks around it: the control that was pressed, or else what has the focus,
//! or the first thing in view. Browsers would hold something themselves (scroll anchoring), but not all do, and none knows what is worked.
//!
//! Where it stands is looked at when something is pressed or about to be drawn, and again whenever the document has changed, before that is painted. So it
//! does not matter when Yew draws, in how many goes, or which component does.

use std::any::Any;
use std::cell::Cell;
use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::events::EventListenerOptions;
use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Element;
use yew::prelude::*;

use super::browser::Kept;
use super::browser::all;
use super::browser::use_effect_of;

/// Marks the document until what was drawn is painted: the browser holds nothing itself meanwhile, or it would scroll once more for what it
/// chose to hold.
const DRAWN: &str = "data-drawn";

/// How long a drawing may be on its way, in milliseconds: what changes later has nothing to do with it.
const LATEST: f64 = 1_000.0;

/// Less than this is no move, in pixels.
const STILL: f64 = 0.5;

thread_local! {
    /// What was pressed last.
    static WORKED: RefCell<Option<Element>> = const { RefCell::new(None) };
    /// What is held, best first.
    static HELD: RefCell<Vec<Held>> = const { RefCell::new(Vec::new()) };
    /// Until when.
    static UNTIL: Cell<f64> = const { Cell::new(0.0) };
    /// What waits for the painting: a frame, and then the moment after it.
    static PAINTS: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// An element, and where it stood when it was last looked at.
struct Held {
    element: Element,
    /// In the view.
    top: f64,
    /// In the document, where scrolling does not move it.
    place: f64,
}

impl Held {
    fn new(element: Element) -> Self {
        let top = element.get_bounding_client_rect().top();
        Self { top, place: top + gloo::utils::window().scroll_y().unwrap_or_default(), element }
    }

    /// How far what was drawn has moved it: not at all where it stands in view as it did (what is sticky moves in the document by scrolling).
    fn moved(&self) -> f64 {
        let now = Self::new(self.element.clone());
        if (now.top - self.top).abs() < STILL { 0.0 } else { now.place - self.place }
    }
}

/// Something was pressed or is about to be drawn: what is worked is to stay where it is now.
pub fn hold() {
    let height = gloo::utils::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let in_view = |element: &Element| {
        let place = element.get_bounding_client_rect();
        place.height() > 0.0 && place.top() >= 0.0 && place.top() < height
    };
    let worked = [WORKED.with_borrow(Clone::clone), gloo::utils::document().active_element()];
    let mut held: Vec<Element> = worked.into_iter().flatten().filter(in_view).collect();
    if held.is_empty() {
        held.extend(all("[id^=field-], figure, #results").find(in_view));
    }
    HELD.set(held.into_iter().map(Held::new).collect());
    UNTIL.set(web_sys::js_sys::Date::now() + LATEST);
}

/// The view, or what stands in it, is moved on purpose: nothing is held until the next drawing.
pub fn let_go() {
    HELD.take();
}

/// Holds what is worked from now on.
#[hook]
pub fn use_hold() {
    let act = || -> Kept {
        let options = EventListenerOptions::run_in_capture_phase();
        let pressed = |kind: &'static str| {
            EventListener::new_with_options(&gloo::utils::document(), kind, options, |event| {
                WORKED.set(event.target().and_then(|target| target.dyn_into().ok()));
                hold();
            })
        };
        // What is unfolded moves the rest on purpose, and so does another width.
        let unfolded = EventListener::new_with_options(&gloo::utils::document(), "toggle", options, |_| let_go());
        let resized = EventListener::new(&gloo::utils::window(), "resize", |_| let_go());
        // It is called after each drawing and before anything is painted.
        let drawn = Closure::<dyn Fn()>::new(keep);
        let observer = web_sys::MutationObserver::new(drawn.as_ref().unchecked_ref()).ok()?;
        let what = web_sys::MutationObserverInit::new();
        what.set_subtree(true);
        what.set_child_list(true);
        what.set_character_data(true);
        observer.observe_with_options(&gloo::utils::document_element(), &what).ok()?;
        Some(Box::new((["pointerdown", "keydown"].map(pressed), unfolded, resized, drawn)))
    };
    use_effect_of(String::new(), Box::new(act));
}

/// Has what is held stand where it stood, now that the document has changed.
fn keep() {
    let mut held = HELD.take();
    if held.is_empty() || web_sys::js_sys::Date::now() > UNTIL.get() {
        return;
    }
    // Before anything is measured, which lays the page out.
    drop(gloo::utils::document_element().set_attribute(DRAWN, ""));
    let painted = || drop(gloo::utils::document_element().remove_attribute(DRAWN));
    PAINTS.set(Some(Box::new(request_animation_frame(move |_| PAINTS.set(Some(Box::new(Timeout::new(0, painted))))))));
    // What is gone, or hidden, holds nothing: what has the focus in its place does.
    held.retain(|held| held.element.get_bounding_client_rect().height() > 0.0);
    let moved = held.first().map_or(0.0, Held::moved);
    if moved.abs() >= STILL {
        gloo::utils::window().scroll_by_with_x_and_y(0.0, moved);
    }
    HELD.set(held.into_iter().map(|held| Held::new(held.element)).collect());
}
