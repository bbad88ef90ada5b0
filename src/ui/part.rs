//! A part of the page that is drawn again only when what it shows is another than before: of the thousands of elements of a room a press
//! changes few. What is out of view is drawn once the presses rest ([`super::pace`]), so that a press costs what can be seen of it. One
//! component for every kind, since each of its own would cost every program some kilobytes.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::js_sys::{Array, Reflect};
use yew::prelude::*;

use super::pace;

/// What a part shows, and how.
trait Shows {
    fn draw(&self, root: &NodeRef) -> Html;
    fn same(&self, other: &dyn Any) -> bool;
    fn any(&self) -> &dyn Any;
}

struct Shown<T> {
    of: T,
    draw: fn(&T, &NodeRef) -> Html,
}

impl<T: PartialEq + 'static> Shows for Shown<T> {
    fn draw(&self, root: &NodeRef) -> Html {
        (self.draw)(&self.of, root)
    }

    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<Self>().is_some_and(|other| self.of == other.of)
    }

    fn any(&self) -> &dyn Any {
        self
    }
}

#[derive(Properties, Clone)]
struct PartProps {
    shown: Rc<dyn Shows>,
    /// How often the state had changed when it was made.
    turn: u32,
    /// Whether it was let pass without being drawn: it is like nothing that comes after.
    passed: Cell<bool>,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        !self.passed.get() && self.shown.same(other.shown.any())
    }
}

#[derive(Default)]
struct Part {
    root: NodeRef,
    /// Whether what stands on the page is older than what is to be shown.
    behind: bool,
}

impl Component for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    /// Yew may put a part off until after another press. What was shown before that would put a box back to what it held then, and the press
    /// would be lost; the drawing that the press asked for is on its way.
    fn changed(&mut self, ctx: &Context<Self>, _: &PartProps) -> bool {
        let late = ctx.props().turn != pace::turn();
        ctx.props().passed.set(late);
        if late {
            return false;
        }
        let far = out_of_view(&self.root);
        let was = std::mem::replace(&mut self.behind, far.is_some());
        if let Some(root) = far.filter(|_| !was) {
            let link = ctx.link().clone();
            pace::draw_at_rest((root, Box::new(move || link.send_message(()))));
        }
        !self.behind
    }

    /// It comes into view, or the presses rest.
    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        std::mem::take(&mut self.behind)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().shown.draw(&self.root)
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if let Some(root) = self.root.cast::<web_sys::Element>().filter(|_| first) {
            SIGHT.with(|sight| sight.iter().for_each(|sight| sight.observe(&root)));
        }
    }
}

/// What the root of a part is marked with while it is out of view.
const FAR: &str = "clorianFar";

thread_local! {
    /// What sees which parts are in view; nothing where the browser has no such thing.
    static SIGHT: Option<web_sys::IntersectionObserver> = sight();
}

/// The browser tells by itself, between frames: to ask it while drawing would have the page laid out each time.
fn sight() -> Option<web_sys::IntersectionObserver> {
    let seen = Closure::<dyn Fn(Array)>::new(|entries: Array| {
        for entry in entries {
            let entry: web_sys::IntersectionObserverEntry = entry.unchecked_into();
            let (root, far) = (entry.target(), !entry.is_intersecting());
            // An element takes any property.
            drop(Reflect::set(&root, &FAR.into(), &JsValue::from_bool(far)));
            if !far {
                pace::comes(&root);
            }
        }
    });
    let options = web_sys::IntersectionObserverInit::new();
    // So that what scrolling brings into view has been drawn by then.
    options.set_root_margin("25% 0px");
    web_sys::IntersectionObserver::new_with_options(seen.into_js_value().unchecked_ref(), &options).ok()
}

/// The element of a part that nobody sees: it is out of view, without the focus in it; none while the page is drawn as a whole.
fn out_of_view(root: &NodeRef) -> Option<web_sys::Element> {
    let root = root.cast::<web_sys::Element>().filter(|_| !pace::is_whole())?;
    let far = Reflect::get(&root, &FAR.into()).is_ok_and(|far| far.is_truthy());
    (far && !root.matches(":focus-within").unwrap_or(true)).then_some(root)
}

/// Draws `of`, and again only when it is no longer the same. It must hold everything that is drawn, the language too, and its root element
/// takes the reference. `key` tells it from its like in a list.
pub fn part<T: PartialEq + 'static>(key: usize, of: T, draw: fn(&T, &NodeRef) -> Html) -> Html {
    let shown: Rc<dyn Shows> = Rc::new(Shown { of, draw });
    html! { <Part {key} {shown} turn={pace::turn()} passed={Cell::new(false)} /> }
}
