//! Every published number that Clorian uses, each with its source; our own sums and assumptions, each with how and why.
//!
//! The numbers live in `src/evidence/data/`, where a policy officer reads and corrects them (its `README.md` says how). The build
//! turns them into the statics here and stops at any mistake; `build/evidence.rs` lists each check. Code names the figure it
//! uses at compile time: [`figure::FUND_PDG_LAC_RATE`]`.value`.
//!
//! Published figures that disagree all stand, and name each other. This module knows nothing of the model, the scenario or the page.

pub mod counts;
mod kinds;
pub mod local;
pub mod programmes;
pub mod rates;
pub mod streams;

use crate::words::Text;

pub use kinds::{Area, Basis, Count, Document, Figure, Licence, Over, Qualifier, Regions, Status, Topic, Unit};

include!(concat!(env!("OUT_DIR"), "/evidence.rs"));

/// The figure with this id, such as `plan.care.2019`.
#[must_use]
pub fn find(id: &str) -> Option<&'static Figure> {
    FIGURES.iter().copied().find(|figure| figure.id == id)
}

/// The figures of one topic, in the order of the register.
pub fn on(topic: Topic) -> impl Iterator<Item = &'static Figure> {
    FIGURES.iter().copied().filter(move |figure| figure.topic == topic)
}

#[cfg(feature = "ssr")]
impl Figure {
    /// The figures that say otherwise.
    pub fn disagreements(&self) -> impl Iterator<Item = &'static Figure> {
        self.disagrees_with.iter().filter_map(|id| find(id))
    }

    /// The figures that this one is worked out from.
    pub fn worked_out_from(&self) -> impl Iterator<Item = &'static Figure> {
        self.inputs.iter().filter_map(|id| find(id))
    }
}

impl Document {
    /// The figures taken from this document.
    pub fn figures(&self) -> impl Iterator<Item = &'static Figure> {
        FIGURES.iter().copied().filter(move |figure| figure.document.id == self.id)
    }
}
