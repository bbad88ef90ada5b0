//! Reads a request field by field, knowing where it is, so that every problem names its path.

use super::problem::{Kind, Problem};
use super::value::Value;
use crate::units::order::ordered;
use crate::units::{Rate, Share, Year};

/// Bounds of a number, both allowed.
pub(super) type Bounds = (f64, f64);

/// Shares, probabilities and a discount.
pub(super) const SHARE: Bounds = (0.0, 1.0);
/// Children, or another count: a thousand million at most, so that no product overflows.
pub(super) const COUNT: Bounds = (0.0, 1e9);
/// Pounds: a million million at most.
pub(super) const POUNDS: Bounds = (0.0, crate::model::allocation::MOST_POUNDS);
/// Growth a year, from all gone to doubling.
pub(super) const GROWTH: Bounds = (-1.0, 1.0);
/// Exits for each child-year: a mean stay of four days at least.
pub(super) const EXIT_RATE: Bounds = (0.0, 100.0);
/// The greatest change of a grant from last year, as a share of it: to a hundred and one times as much.
pub(super) const CHANGE: Bounds = (0.0, 100.0);
/// Years that a scenario may speak of.
pub(super) const YEARS: (i32, i32) = (1900, 2200);

/// A value with the path that leads to it.
#[derive(Clone)]
pub(super) struct Field<'a> {
    pub(super) value: &'a Value,
    path: String,
}

/// Fields by name, each name once.
pub(super) struct Names<'a> {
    path: String,
    entries: &'a [(String, Value)],
}

fn joined(path: &str, step: &str) -> String {
    if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") }
}

impl<'a> Field<'a> {
    /// The whole of a request.
    pub(super) const fn root(value: &'a Value) -> Self {
        Self { value, path: String::new() }
    }

    /// A problem of this field.
    pub(super) fn problem(&self, kind: Kind) -> Problem {
        kind.at(self.path.as_str())
    }

    /// A number within bounds.
    pub(super) fn number(&self, (low, high): Bounds) -> Result<f64, Problem> {
        match self.value {
            Value::Number(number) if !number.is_finite() => Err(self.problem(Kind::NotFinite)),
            Value::Number(number) if (low..=high).contains(number) => Ok(*number),
            Value::Number(_) => Err(self.problem(Kind::NotWithin(low, high))),
            _ => Err(self.problem(Kind::NotNumber)),
        }
    }

    /// A whole number within bounds.
    #[expect(clippy::cast_possible_truncation, reason = "the bounds are whole numbers of 32 bits")]
    pub(super) fn whole(&self, low: i32, high: i32) -> Result<i32, Problem> {
        match self.value {
            Value::Number(number) if !number.is_finite() => Err(self.problem(Kind::NotFinite)),
            Value::Number(number) if number.fract().abs() <= 0.0 && (f64::from(low)..=f64::from(high)).contains(number) => {
                Ok(*number as i32)
            }
            Value::Number(_) => Err(self.problem(Kind::NotWholeWithin(low, high))),
            _ => Err(self.problem(Kind::NotNumber)),
        }
    }

    /// A whole number of years within bounds.
    pub(super) fn span(&self, low: u16, high: u16) -> Result<u16, Problem> {
        self.whole(i32::from(low), i32::from(high)).map(|years| u16::try_from(years).unwrap_or(high))
    }

    /// A financial year, `first` at the earliest.
    pub(super) fn year(&self, first: i32) -> Result<Year, Problem> {
        self.whole(first, YEARS.1).map(Year::new)
    }

    /// A share or a probability.
    pub(super) fn share(&self) -> Result<Share, Problem> {
        self.number(SHARE).map(Share::new)
    }

    /// Text.
    pub(super) fn text(&self) -> Result<&'a str, Problem> {
        match self.value {
            Value::Text(text) => Ok(text),
            _ => Err(self.problem(Kind::NotText)),
        }
    }

    /// One of a few words, as what it stands for.
    pub(super) fn choice<T: Copy>(&self, choices: &[(&str, T)]) -> Result<T, Problem> {
        let text = self.text()?;
        let all = || choices.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
        choices.iter().find(|(word, _)| *word == text).map(|(_, choice)| *choice).ok_or_else(|| self.problem(Kind::NotOneOf(all())))
    }

    /// The fields of a list, of which there are `most` at most.
    pub(super) fn list(&self, most: usize) -> Result<impl Iterator<Item = Field<'a>>, Problem> {
        match self.value {
            Value::List(items) if items.len() > most => Err(self.problem(Kind::MoreThan(most))),
            Value::List(items) => {
                let path = self.path.clone();
                Ok(items.iter().enumerate().map(move |(at, value)| Field { value, path: joined(&path, &at.to_string()) }))
            }
            _ => Err(self.problem(Kind::NotList)),
        }
    }

    /// The same, of which there is one at least.
    pub(super) fn some(&self, most: usize) -> Result<impl Iterator<Item = Field<'a>>, Problem> {
        if matches!(self.value, Value::List(items) if items.is_empty()) {
            return Err(self.problem(Kind::Empty));
        }
        self.list(most)
    }

    /// The fields of a map.
    pub(super) fn names(&self) -> Result<Names<'a>, Problem> {
        let Value::Map(entries) = self.value else {
            return Err(self.problem(Kind::NotMap));
        };
        let names: Vec<&str> = entries.iter().map(|(name, _)| name.as_str()).collect();
        let names = ordered(&names, &Ord::cmp);
        match names.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(Kind::Repeated.at(joined(&self.path, pair[0]))),
            None => Ok(Names { path: self.path.clone(), entries }),
        }
    }
}

impl<'a> Names<'a> {
    /// Refuses every name but these.
    pub(super) fn only(&self, allowed: &[&str]) -> Result<(), Problem> {
        match self.entries.iter().find(|(name, _)| !allowed.contains(&name.as_str())) {
            Some((name, _)) => Err(Kind::UnknownName(allowed.join(", ")).at(joined(&self.path, name))),
            None => Ok(()),
        }
    }

    /// The path of a field of that name.
    pub(super) fn path_of(&self, name: &str) -> String {
        joined(&self.path, name)
    }

    /// Every field, in the order given.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'a str, Field<'a>)> {
        self.entries.iter().map(|(name, value)| (name.as_str(), Field { value, path: joined(&self.path, name) }))
    }

    /// The field of a name, unless it is missing or null.
    pub(super) fn optional(&self, name: &str) -> Option<Field<'a>> {
        let (_, value) = self.entries.iter().find(|(key, value)| key == name && *value != Value::Null)?;
        Some(Field { value, path: joined(&self.path, name) })
    }

    /// The field of a name that has to be there.
    pub(super) fn needed(&self, name: &str) -> Result<Field<'a>, Problem> {
        self.optional(name).ok_or_else(|| Kind::Missing.at(joined(&self.path, name)))
    }

    /// A growth a year; none is no growth.
    pub(super) fn growth(&self, name: &str) -> Result<Rate, Problem> {
        self.optional(name).map_or(Ok(Rate::ZERO), |field| field.number(GROWTH).map(Rate::new))
    }

    /// A share; none is `otherwise`.
    pub(super) fn share_or(&self, name: &str, otherwise: Share) -> Result<Share, Problem> {
        self.optional(name).map_or(Ok(otherwise), |field| field.share())
    }

    /// A problem of a name here, whether or not it is given.
    pub(super) fn problem(&self, name: &str, kind: Kind) -> Problem {
        kind.at(joined(&self.path, name))
    }
}
