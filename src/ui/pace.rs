//! A press changes the state at once; the page is drawn after the browser has shown what the press did by itself: the letter in its box, the
//! thumb on its slider, the button that went down. So a press is answered within a frame however slow the device is, and a key that is held
//! draws no more pages than can be seen. Whatever is drawn is the state as it is then: no box is put back to what it held before.
//!
//! What is out of view is drawn later: when it comes near the view, or when nothing was pressed for a while; one part after another, so that the
//! next press does not wait for all of them.
//!
//! A click, or Enter, acts on what stands on the page. So what waits is drawn before it does ([`draw_now`]).
//!
//! A linked scenario that is opened at its top shows its answer first; everything after that is drawn once the answer is painted.

use std::cell::Cell;
use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::AnimationFrame;
use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use web_sys::Element;

use super::hold;

/// How long nothing must have been pressed before what is out of view is drawn, in milliseconds.
const RESTS: u32 = 300;

/// Marks the document while a part that is out of view shows what was before, or is not there yet.
const BEHIND: &str = "data-behind";

/// A drawing that waits.
struct Waiting {
    draw: Rc<dyn Fn()>,
    until: Until,
}

/// What the drawing waits for: the next frame, and then the moment after it is painted.
#[expect(dead_code, reason = "each is waited for as long as it is kept")]
enum Until {
    Frame(AnimationFrame),
    After(Timeout),
}

/// What has a part drawn, and the element that it is.
type Part = (Element, Box<dyn Fn()>);

thread_local! {
    static WAITING: RefCell<Option<Waiting>> = const { RefCell::new(None) };
    static TURN: Cell<u32> = const { Cell::new(0) };
    /// Whether the drawing that waits is for something that a person did, and not for what was worked out meanwhile.
    static PRESSED: Cell<bool> = const { Cell::new(false) };
    /// Whether the drawing that waits is of everything, and whether the last one is.
    static WHOLE: Cell<(bool, bool)> = const { Cell::new((false, false)) };
    /// Whether what is being drawn ends with the answer.
    static BRIEF: Cell<bool> = const { Cell::new(false) };
    static LATER: RefCell<Later> = const { RefCell::new(Later { parts: Vec::new(), rest: None }) };
}

/// The parts that wait for a rest, and what ends it.
struct Later {
    parts: Vec<Part>,
    rest: Option<Timeout>,
}

/// How often the state has changed.
pub fn turn() -> u32 {
    TURN.get()
}

/// What changed is not a number or two but the whole page (another language, another scenario): nothing of it is drawn later.
pub fn draw_whole() {
    WHOLE.set((true, WHOLE.get().1));
}

/// Whether the page is being drawn as a whole.
pub fn is_whole() -> bool {
    WHOLE.get().1
}

/// The state has changed: the page is drawn after the next frame, once for all changes until then; at once where there are no frames, since
/// nobody looks at the page. What a person did (`pressed`) has what is out of view wait.
pub fn draw_soon(draw: Rc<dyn Fn()>, pressed: bool) {
    TURN.set(turn().wrapping_add(1));
    PRESSED.set(PRESSED.get() || pressed);
    if gloo::utils::document().hidden() {
        begin();
        return draw();
    }
    if WAITING.with_borrow(Option::is_some) {
        return;
    }
    let frame = request_animation_frame(|_| {
        WAITING.with_borrow_mut(|waiting| {
            if let Some(waiting) = waiting {
                waiting.until = Until::After(Timeout::new(0, || _ = draw_now()));
            }
        });
    });
    WAITING.set(Some(Waiting { draw, until: Until::Frame(frame) }));
}

/// Draws what waits. Whether anything did.
pub fn draw_now() -> bool {
    let waiting = WAITING.take();
    if let Some(waiting) = &waiting {
        begin();
        hold::hold();
        (waiting.draw)();
        let wait = if PRESSED.take() { RESTS } else { 0 };
        LATER.with_borrow_mut(|later| later.rest(wait));
    }
    waiting.is_some()
}

fn begin() {
    WHOLE.set((false, WHOLE.get().0));
    BRIEF.set(false);
}

/// The first drawing is to end with the answer.
#[cfg(feature = "web")]
pub fn answer_first() {
    BRIEF.set(true);
}

/// Whether what is being drawn ends with the answer.
pub fn is_brief() -> bool {
    BRIEF.get()
}

/// The rest comes once the answer is painted; `draw` has it drawn.
pub fn draw_rest(draw: Rc<dyn Fn()>) {
    mark(true);
    draw_soon(draw, false);
}

/// The rest has come.
pub fn rest_came() {
    LATER.with_borrow(|later| {
        if later.parts.is_empty() {
            mark(false);
        }
    });
}

fn mark(behind: bool) {
    let root = gloo::utils::document_element();
    drop(if behind { root.set_attribute(BEHIND, "") } else { root.remove_attribute(BEHIND) });
}

/// Has a part drawn when it comes into view, or at the next rest.
pub fn draw_at_rest(part: Part) {
    LATER.with_borrow_mut(|later| {
        if later.parts.is_empty() {
            mark(true);
        }
        later.parts.push(part);
        if later.rest.is_none() {
            later.rest(RESTS);
        }
    });
}

/// An element comes into view: if it is a part that waits, it waits no longer.
pub fn comes(element: &Element) {
    let part = LATER.with_borrow_mut(|Later { parts, .. }| parts.iter().position(|(root, _)| root == element).map(|at| parts.remove(at)));
    if let Some((_, draw)) = part {
        // It must show nothing older than what is drawn around it.
        draw_now();
        hold::hold();
        draw();
    }
}

/// Has everything that waits drawn before anything else is done.
pub fn draw_all() {
    draw_whole();
    draw_now();
    while let Some((_, draw)) = LATER.with_borrow_mut(|later| later.parts.pop()) {
        draw();
    }
}

impl Later {
    fn rest(&mut self, wait: u32) {
        if !self.parts.is_empty() {
            self.rest = Some(Timeout::new(wait, draw_one));
        }
    }
}

/// Draws one of the parts that wait, and the next after everything else has had its turn.
fn draw_one() {
    // A drawing that is on its way comes first.
    if WAITING.with_borrow(Option::is_some) {
        return LATER.with_borrow_mut(|later| later.rest = Some(Timeout::new(RESTS, draw_one)));
    }
    let next = LATER.with_borrow_mut(|later| {
        let next = (!later.parts.is_empty()).then(|| later.parts.remove(0));
        later.rest = next.is_some().then(|| Timeout::new(0, draw_one));
        next
    });
    match next {
        Some((_, draw)) => {
            hold::hold();
            draw();
        }
        None => mark(false),
    }
}
