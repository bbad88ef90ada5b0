//! What stands in a text box before it is a value: as typed, and what is wrong with it. It knows nothing of fields.

/// What is wrong with what was typed into a field. The last good value stays in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// Nothing stands in the box.
    Empty,
    /// It is no number.
    NotANumber,
    /// It is a number outside the field's bounds.
    OutOfBounds,
    /// It is a number with a fraction where only whole numbers make sense.
    NotWhole,
}

/// What stands in a text box that somebody is typing in, or left with a mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// As typed.
    pub text: String,
    /// What is wrong with it, if anything.
    pub mistake: Option<Mistake>,
    /// Whether the field has been left: only then is a mistake told.
    pub left: bool,
}
