//! One tree for what programs send and receive, whether it came as JSON or from JavaScript; what the page shows and keeps as JSON is
//! written with it too. Knows nothing of what the names mean.

use crate::units::{ChildYears, Children, Pounds, Year};

/// Data as JSON has it. A map keeps its order, and a name that was given twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing, which JavaScript's `undefined` is too.
    #[default]
    Null,
    /// True or false.
    Bool(bool),
    /// Any number; from JavaScript it may be NaN or infinite.
    Number(f64),
    /// Text.
    Text(String),
    /// Values in order.
    List(Vec<Value>),
    /// Values by name, in order.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// A map of names and values, in that order.
    #[must_use]
    pub fn map<'a>(entries: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        Self::Map(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// A list of whatever can be a value.
    #[must_use]
    pub fn list<T: Into<Self>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }

    /// What stands at a path like `years.2.scenario.closing`; the tree itself at the empty path.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<&Self> {
        if path.is_empty() {
            return Some(self);
        }
        match self {
            Self::List(items) => {
                let (step, rest) = path.split_once('.').unwrap_or((path, ""));
                items.get(index(step)?)?.at(rest)
            }
            Self::Map(entries) => entries.iter().find_map(|(name, value)| value.at(rest_after(path, name)?)),
            _ => None,
        }
    }

    /// The place at a path, to be written to. A name that its map lacks is added.
    pub(super) fn place(&mut self, path: &str) -> Option<&mut Self> {
        if path.is_empty() {
            return Some(self);
        }
        match self {
            Self::List(items) => {
                let (step, rest) = path.split_once('.').unwrap_or((path, ""));
                items.get_mut(index(step)?)?.place(rest)
            }
            Self::Map(entries) => {
                let Some(found) = entries.iter().position(|(name, _)| rest_after(path, name).is_some()) else {
                    entries.push((path.to_owned(), Self::Null));
                    return entries.last_mut().map(|(_, value)| value);
                };
                let (name, value) = &mut entries[found];
                value.place(rest_after(path, name)?)
            }
            _ => None,
        }
    }

    /// Writes `value` at a path, adding the last name if its map lacks it. Whether there was such a place.
    pub fn set(&mut self, path: &str, value: impl Into<Self>) -> bool {
        self.place(path).map(|place| *place = value.into()).is_some()
    }

    /// The number at a path.
    #[must_use]
    pub fn number(&self, path: &str) -> Option<f64> {
        match self.at(path)? {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The text at a path.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        match self.at(path)? {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The values of the list at a path; none if there is no list.
    #[must_use]
    pub fn items(&self, path: &str) -> &[Self] {
        match self.at(path) {
            Some(Self::List(items)) => items,
            _ => &[],
        }
    }
}

/// A place in a list, written as people write one.
fn index(step: &str) -> Option<usize> {
    step.bytes().all(|byte| byte.is_ascii_digit()).then(|| step.parse().ok())?
}

/// What follows `name` in a path that begins with it. A name may itself have dots.
fn rest_after<'a>(path: &'a str, name: &str) -> Option<&'a str> {
    let rest = path.strip_prefix(name)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('.').filter(|rest| !rest.is_empty()) }
}

/// Everything that becomes a value in one obvious way.
macro_rules! from {
    ($($from:ty: |$value:ident| $into:expr),+ $(,)?) => {$(
        impl From<$from> for Value {
            fn from($value: $from) -> Self {
                $into
            }
        }
    )+};
}

from! {
    f64: |value| Self::Number(value),
    i32: |value| Self::Number(f64::from(value)),
    &str: |value| Self::Text(value.to_owned()),
    String: |value| Self::Text(value),
    Pounds: |value| Self::Number(value.value()),
    Children: |value| Self::Number(value.value()),
    ChildYears: |value| Self::Number(value.value()),
    Year: |value| Self::from(value.value()),
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
