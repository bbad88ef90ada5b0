//! A part of the page that is drawn again only when what it shows is another than before: of the thousands of elements of a room a press
//! changes few. One component for every kind, since each of its own would cost every program some kilobytes.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::pace;

/// What a part shows, and how.
trait Shows {
    fn draw(&self) -> Html;
    fn same(&self, other: &dyn Any) -> bool;
    fn any(&self) -> &dyn Any;
}

struct Shown<T> {
    of: T,
    draw: fn(&T) -> Html,
}

impl<T: PartialEq + 'static> Shows for Shown<T> {
    fn draw(&self) -> Html {
        (self.draw)(&self.of)
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

struct Part;

impl Component for Part {
    type Message = ();
    type Properties = PartProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    /// Yew may put a part off until after another press. What was shown before that would put a box back to what it held then, and the press
    /// would be lost; the drawing that the press asked for is on its way.
    fn changed(&mut self, ctx: &Context<Self>, _: &PartProps) -> bool {
        let late = ctx.props().turn != pace::turn();
        ctx.props().passed.set(late);
        !late
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().shown.draw()
    }
}

/// Draws `of`, and again only when it is no longer the same. It must hold everything that is drawn, the language too. `key` tells it from its
/// like in a list.
pub fn part<T: PartialEq + 'static>(key: usize, of: T, draw: fn(&T) -> Html) -> Html {
    let shown: Rc<dyn Shows> = Rc::new(Shown { of, draw });
    html! { <Part {key} {shown} turn={pace::turn()} passed={Cell::new(false)} /> }
}
