//! A press changes the state at once; the page is drawn after the browser has shown what the press did by itself: the letter in its box, the
//! thumb on its slider, the button that went down. So a press is answered within a frame however slow the device is, and a key that is held
//! draws no more pages than can be seen. Whatever is drawn is the state as it is then: no box is put back to what it held before.
//!
//! A click, or Enter, acts on what stands on the page. So what waits is drawn before it does ([`draw_now`]).

use std::cell::Cell;
use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::AnimationFrame;
use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;

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

thread_local! {
    static WAITING: RefCell<Option<Waiting>> = const { RefCell::new(None) };
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// How often the state has changed.
pub fn turn() -> u32 {
    TURN.get()
}

/// The state has changed: the page is drawn after the next frame, once for all changes until then; at once where there are no frames, since
/// nobody looks at the page.
pub fn draw_soon(draw: Rc<dyn Fn()>) {
    TURN.set(turn().wrapping_add(1));
    if gloo::utils::document().hidden() {
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
        (waiting.draw)();
    }
    waiting.is_some()
}
