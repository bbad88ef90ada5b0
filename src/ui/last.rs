//! The last plan, which the device keeps and offers only where that was asked for.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;

use crate::app::State;
use crate::files::kept;
use crate::link;
use crate::scenario::Scenario;

use super::address;
use super::device;

/// The name under which the device keeps it.
const LAST: &str = "clorian-last-plan";

/// How long a scenario must stand before it is kept, in milliseconds.
const WAITS: u32 = 500;

thread_local! {
    /// The one that is to be kept next; to forget it is not to keep it.
    static NEXT: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Whether the last plan is to be kept.
pub fn is_kept() -> bool {
    device::kept_as(LAST).is_some()
}

/// Keeps the settled scenario as the last plan soon, where that was asked for, and not while another is still offered.
pub fn keep_soon(state: &State, offers: bool) {
    // A page as it opened is nobody's work yet: it does not take the place of the last plan.
    if !offers && (state.history.can_undo() || state.history.can_redo()) && is_kept() {
        let scenario = state.settled().clone();
        let soon = Timeout::new(WAITS, move || {
            // In another tab the visitor may have taken it back meanwhile.
            if is_kept() {
                keep(Some(&scenario));
            }
        });
        NEXT.set(Some(soon));
    }
}

/// Keeps a scenario as the last plan from now on, or none any more; whether the device did so.
pub fn keep(scenario: Option<&Scenario>) -> bool {
    NEXT.take();
    let text = scenario.map(|scenario| kept::last(&link::whole(scenario)));
    device::keep_as(LAST, text.as_deref())
}

/// The link of the last plan, where it is to be offered: the page as it opened is the preset, and the plan is not.
pub fn offered() -> Option<String> {
    let is_preset = |link: &str| link::read(link).scenario == Scenario::default();
    let kept = device::kept_as(LAST)?;
    let plan = kept::last_of(&kept)?;
    (is_preset(&address::fragment()) && !is_preset(plan)).then(|| plan.to_owned())
}
