//! What the visitor chose: a preset plus sparse changes.
//!
//! [`field`] holds the one table of fields: label, bounds, step, default, unit, evidence and help, read by the slider, the
//! text box, the link, the errors and the method page alike. This module knows nothing of links, pages or the browser.

use std::rc::Rc;

use id::Part;

pub mod choices;
pub mod field;
pub mod id;
pub mod own;
mod parts;
pub mod plan;
pub mod prices;
pub mod ranges;
mod rows;
pub mod sparse;
mod start;
pub mod table;

pub use field::Field;
pub use id::Id;
pub use own::Own;
pub use ranges::End;
pub use sparse::Sparse;
pub use start::{Flows, How, MOST_EXITS, Start};

/// A scenario: the preset of a place, and what was changed in it.
///
/// A count or a sum of the place (`Field::of_place`) starts at that place's part of what stands for Wales: [`Scenario::field`] says where.
/// Values are in the units of the contract: pounds, children, years, and fractions for rates and shares; for a field with
/// options, the index of the option. A value equal to the preset's is never kept, so two equal scenarios compare equal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenario {
    changes: Sparse<f64>,
    /// Ranges that the visitor gave, or took away.
    ranges: Sparse<Option<(f64, f64)>>,
    /// What the visitor called the programmes, by their places in the plan. Many steps of the history share the same.
    names: Rc<Vec<(usize, String)>>,
    /// What the visitor called all of it.
    title: Rc<str>,
    /// Likewise shared.
    own: Rc<Own>,
    /// Other scenarios to be read beside this one.
    beside: Rc<Vec<Self>>,
}

/// How many scenarios may stand beside one.
pub const MOST_BESIDE: usize = 3;

impl Scenario {
    /// The value of a field.
    #[must_use]
    pub fn value(&self, id: Id) -> f64 {
        self.changes.get(id).copied().unwrap_or_else(|| self.preset(id))
    }

    /// The option chosen of a field with options; 0 for a field without.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an option is a small whole number: `with` refuses all else"
    )]
    pub fn option(&self, id: Id) -> usize {
        self.value(id) as usize
    }

    /// The visitor's own figures.
    #[must_use]
    pub fn own(&self) -> &Own {
        &self.own
    }

    /// The same, shared.
    #[must_use]
    pub fn own_shared(&self) -> Rc<Own> {
        Rc::clone(&self.own)
    }

    /// This scenario with these figures of the visitor's own in the place of those there were.
    #[must_use]
    pub fn with_own(&self, own: Own) -> Self {
        let mut next = Self { own: Rc::new(own), ..self.clone() };
        // A value that is the new preset is no change of it.
        for (id, value) in self.changes() {
            if next.preset(id).to_bits() == value.to_bits() {
                next.changes.remove(id);
            }
        }
        next
    }

    /// The scenarios to be read beside this one.
    #[must_use]
    pub fn beside(&self) -> &[Self] {
        &self.beside
    }

    /// This scenario with others beside it: at most [`MOST_BESIDE`], and none that has others beside itself.
    #[must_use]
    pub fn with_beside(&self, beside: &[Self]) -> Self {
        let alone = |other: &Self| Self { beside: Rc::default(), ..other.clone() };
        Self { beside: Rc::new(beside.iter().take(MOST_BESIDE).map(alone).collect()), ..self.clone() }
    }

    /// This scenario by itself.
    #[must_use]
    pub fn alone(&self) -> Self {
        self.with_beside(&[])
    }

    /// This scenario as it is compared with others: by itself, at constant prices, and without the names that change no number.
    #[must_use]
    pub fn compared(&self) -> Self {
        let real = self.with(Id::Money, 0.0).unwrap_or_else(|| self.clone());
        Self { beside: Rc::default(), names: Rc::default(), title: Rc::from(""), ..real }
    }

    /// Whether the field differs from the preset.
    #[must_use]
    pub fn changed(&self, id: Id) -> bool {
        self.changes.get(id).is_some()
    }

    /// What differs from the preset, in the order of the table.
    pub fn changes(&self) -> impl Iterator<Item = (Id, f64)> + '_ {
        self.changes.iter().map(|(id, value)| (id, *value))
    }

    /// This scenario with one field at another value, or `None` where the field does not allow it.
    #[must_use]
    pub fn with(&self, id: Id, value: f64) -> Option<Self> {
        let (field, preset) = (id.field(), self.preset(id));
        let same = value.to_bits() == preset.to_bits();
        let moved = value.to_bits() != self.value(id).to_bits();
        let value = if same { value } else { field.kept(value) };
        (same || field.allows(value)).then(|| {
            let mut next = self.clone();
            if same || value.to_bits() == preset.to_bits() {
                next.changes.remove(id);
            } else {
                next.changes.set(id, value);
            }
            for hanging in Id::every().filter(|other| moved && other.hangs_on(id)) {
                next.changes.remove(hanging);
                next.ranges.remove(hanging);
            }
            if let Some((slot, Part::Programme)) = id.part().filter(|_| moved) {
                next = next.with_name_of(slot, "");
            }
            next
        })
    }

    /// This scenario with only some of its changes. A part of a programme that is not kept says nothing.
    #[must_use]
    pub fn keeping(&self, kept: &dyn Fn(Id) -> bool) -> Self {
        let mut next = self.clone();
        for (id, _) in self.changes() {
            if !kept(id) {
                next.changes.remove(id);
            }
        }
        next
    }

    /// This scenario with one field as the preset has it.
    #[must_use]
    pub fn restored(&self, id: Id) -> Self {
        self.with(id, self.preset(id)).unwrap_or_else(|| self.clone())
    }
}
