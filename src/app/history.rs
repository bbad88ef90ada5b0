//! Undo and redo: the settled scenarios, kept. A drag or a half-typed number is not settled and leaves no trace here.

use crate::scenario::Scenario;

/// How many steps back are kept.
pub const STEPS: usize = 100;

/// The settled scenario with those before and after it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<Scenario>,
    current: Scenario,
    future: Vec<Scenario>,
}

impl History {
    /// The settled scenario.
    #[must_use]
    pub const fn current(&self) -> &Scenario {
        &self.current
    }

    /// The scenario one step back, where there is one.
    #[must_use]
    pub fn before(&self) -> Option<&Scenario> {
        self.past.last()
    }

    /// Whether there is a step back to take.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step forward to take.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Settles on a scenario; nothing happens where it is the settled one already.
    pub fn settle(&mut self, scenario: &Scenario) {
        if *scenario != self.current {
            self.past.push(std::mem::replace(&mut self.current, scenario.clone()));
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
            self.future.clear();
        }
    }

    /// Goes to a scenario that an address names: back or forward to it where it is the next there, a step of its own elsewhere. Before
    /// anything was settled it is simply where the history begins.
    pub fn visit(&mut self, scenario: &Scenario) {
        if self.past.last() == Some(scenario) {
            self.undo();
        } else if self.future.last() == Some(scenario) {
            self.redo();
        } else if self.past.is_empty() && self.future.is_empty() && self.current == Scenario::default() {
            self.current = scenario.clone();
        } else {
            self.settle(scenario);
        }
    }

    /// One step back, where there is one.
    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.current, before));
        }
    }

    /// One step forward, where there is one.
    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.current, after));
        }
    }
}
