//! What the state of some rooms holds and others have no code for. Only a room that makes a [`Step`] links what takes it, so the other rooms'
//! programs hold nothing of it.

use std::any::Any;
use std::fmt;
use std::rc::Rc;

use super::State;

/// What a room holds beside the scenario, shared between states: nothing until the room uses it. Of any kind, so that the programs of rooms
/// that use none hold no code to let one go.
#[derive(Clone, Debug, Default)]
pub struct Aside(Option<Rc<dyn Any>>);

/// Every step makes another.
impl PartialEq for Aside {
    fn eq(&self, other: &Self) -> bool {
        let at = |aside: &Self| aside.0.as_ref().map(|held| Rc::as_ptr(held).cast::<()>());
        at(self) == at(other)
    }
}

impl Aside {
    /// What is there; where nothing is, what a room begins with.
    #[must_use]
    pub fn get<T: Any + Clone + Default>(&self) -> T {
        self.0.as_ref().and_then(|held| held.downcast_ref::<T>()).cloned().unwrap_or_default()
    }

    /// This is there from now on.
    pub(super) fn set(&mut self, held: impl Any) {
        self.0 = Some(Rc::new(held));
    }
}

/// Something that happens to it.
#[derive(Clone)]
pub struct Step(Rc<dyn Fn(&mut State)>);

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Step")
    }
}

/// A step is itself alone.
impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Step {
    pub(super) fn new(take: impl Fn(&mut State) + 'static) -> Self {
        Self(Rc::new(take))
    }

    pub(super) fn take(&self, state: &mut State) {
        (self.0)(state);
    }
}
