//! The visitor's own figures that the device keeps: offered in every room, to be used or to be forgotten. Nothing here touches the device:
//! that is done where the browser is known, and told as an [`Act`].

use std::rc::Rc;

use crate::scenario::Own;

use super::State;

/// Something that happens to them.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// The device keeps these.
    Found(Rc<Own>),
    /// Those that the device keeps are to be used.
    Accepted,
    /// The device has forgotten them.
    Forgotten,
}

/// What the state becomes.
pub(super) fn act(state: &mut State, act: Act) {
    match act {
        Act::Found(own) => state.on_device = Some(own),
        Act::Accepted => {
            if let Some(kept) = state.on_device.clone() {
                change(state, |own| drop(own.merge(&kept)));
            }
        }
        Act::Forgotten => state.on_device = None,
    }
}

/// Changes the figures, as a step that undo takes back.
pub(super) fn change(state: &mut State, change: impl FnOnce(&mut Own)) {
    let mut own = state.scenario.own().clone();
    change(&mut own);
    state.scenario = state.scenario.with_own(own);
    state.history.settle(&state.scenario);
}
