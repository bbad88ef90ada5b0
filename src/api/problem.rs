//! What is wrong with a request: which field, by its path, and what is allowed there, in both languages.

use super::value::Value;
use crate::words::Lang;
use crate::words::text::contract as say;

/// Something that a request may not say.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The field, like `levers.0.prevented`; empty for the whole request.
    pub path: String,
    /// What is wrong with it.
    pub kind: Kind,
}

/// What is wrong with a field. Each kind says what is allowed instead.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// The text is not JSON, from this line and column.
    NotJson {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// A JavaScript value that is no data, is too deep, or holds itself.
    NotData,
    /// A name that has to be there is not.
    Missing,
    /// A name that means nothing here.
    UnknownName(String),
    /// A name given twice.
    Repeated,
    /// Not a number.
    NotNumber,
    /// NaN or infinite.
    NotFinite,
    /// Not text.
    NotText,
    /// Not a list.
    NotList,
    /// Not a map of names and values.
    NotMap,
    /// A number outside these bounds.
    NotWithin(f64, f64),
    /// Not a whole number within these bounds.
    NotWholeWithin(i32, i32),
    /// Shares that add up to this.
    NotOne(f64),
    /// None of these words.
    NotOneOf(String),
    /// No placement of the baseline, which has these.
    NotPlacement(String),
    /// Nothing where something has to be.
    Empty,
    /// More than so many.
    MoreThan(usize),
    /// Not two numbers, the first not above the second.
    NotRange,
    /// A range that is not about this central value.
    NotAbout(f64),
    /// A range of a number that the scenario does not give.
    NoCentralValue,
    /// A range of a number that is the same in every draw.
    SameInEveryDraw,
    /// A path that has no range.
    NoRange,
    /// Needs another field beside it.
    Needs(&'static str),
    /// Allowed only with another.
    OnlyWith(&'static str),
    /// The same as another field, from which it has to differ.
    SameAs(&'static str),
    /// Falls that take more children than there are, by so many.
    FallsTooFar(f64),
    /// A path at which the scenario has no number.
    NotInScenario,
    /// A path at which the projection has no number.
    NotInProjection,
    /// An outcome that is not between these two, at the low and the high bound.
    NotBetween(f64, f64),
    /// An outcome that turns back, near this value.
    NotMonotone(f64),
    /// An outcome that jumps past what is sought, at this value.
    Jumps(f64),
    /// Counts and exits that leave entries of this, below zero.
    EntriesBelowZero(f64),
    /// Exits that leave no child, which no rate can do.
    Emptied,
    /// Counts and exits that need this exit rate, above this greatest one.
    ExitsTooFast(f64, f64),
    /// Not whole pence.
    FinerThanPenny,
    /// Not whole pounds.
    FinerThanPound,
    /// Weights that are all zero.
    NoWeight,
    /// Least amounts that come to more than the pot, by so many pounds.
    PotShort(f64),
    /// Greatest amounts that come to less than the pot, by so many pounds.
    PotOver(f64),
    /// A floor above the greatest amount allowed, by so many pounds.
    FloorAboveGreatest(f64),
    /// A total beyond what is shared out.
    TotalAbove(f64),
}

impl Kind {
    /// The problem of a field at a path.
    #[must_use]
    pub fn at(self, path: impl Into<String>) -> Problem {
        Problem { path: path.into(), kind: self }
    }

    /// What is wrong and what is allowed, in one sentence.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let n = |number: &f64| plain(*number);
        match self {
            Self::NotJson { line, column } => say::NotJson { line: &line.to_string(), column: &column.to_string() }.say(lang),
            Self::UnknownName(allowed) => say::UnknownName { allowed }.say(lang),
            Self::NotWithin(low, high) => say::NotWithin { low: &n(low), high: &n(high) }.say(lang),
            Self::NotWholeWithin(low, high) => say::NotWholeWithin { low: &low.to_string(), high: &high.to_string() }.say(lang),
            Self::NotOne(sum) => say::NotOne { sum: &n(sum) }.say(lang),
            Self::NotOneOf(allowed) => say::NotOneOf { allowed }.say(lang),
            Self::NotPlacement(allowed) => say::NotPlacement { allowed }.say(lang),
            Self::MoreThan(most) => say::MoreThan { most: &most.to_string() }.say(lang),
            Self::NotAbout(central) => say::NotAbout { central: &n(central) }.say(lang),
            Self::Needs(other) => say::Needs { other }.say(lang),
            Self::OnlyWith(other) => say::OnlyWith { other }.say(lang),
            Self::SameAs(other) => say::SameAs { other }.say(lang),
            Self::FallsTooFar(by) => say::FallsTooFar { by: &n(by) }.say(lang),
            Self::NotBetween(low, high) => say::NotBetween { low: &n(low), high: &n(high) }.say(lang),
            Self::NotMonotone(value) => say::NotMonotone { value: &n(value) }.say(lang),
            Self::Jumps(value) => say::Jumps { value: &n(value) }.say(lang),
            Self::EntriesBelowZero(entries) => say::EntriesBelowZero { entries: &n(entries) }.say(lang),
            Self::ExitsTooFast(rate, most) => say::ExitsTooFast { rate: &n(rate), most: &n(most) }.say(lang),
            Self::PotShort(by) => say::PotShort { by: &n(by) }.say(lang),
            Self::PotOver(by) => say::PotOver { by: &n(by) }.say(lang),
            Self::FloorAboveGreatest(by) => say::FloorAboveGreatest { by: &n(by) }.say(lang),
            Self::TotalAbove(most) => say::TotalAbove { most: &n(most) }.say(lang),
            fixed => fixed.words().say(lang).to_owned(),
        }
    }

    /// The sentence of a kind that has nothing to fill in.
    const fn words(&self) -> crate::words::Text {
        match self {
            Self::Missing => say::MISSING,
            Self::Repeated => say::REPEATED,
            Self::NotNumber => say::NOT_NUMBER,
            Self::NotFinite => say::NOT_FINITE,
            Self::NotText => say::NOT_TEXT,
            Self::NotList => say::NOT_LIST,
            Self::NotMap => say::NOT_MAP,
            Self::Empty => say::EMPTY,
            Self::NotRange => say::NOT_RANGE,
            Self::NoCentralValue => say::NO_CENTRAL_VALUE,
            Self::SameInEveryDraw => say::SAME_IN_EVERY_DRAW,
            Self::NoRange => say::NO_RANGE,
            Self::NotInScenario => say::NOT_IN_SCENARIO,
            Self::NotInProjection => say::NOT_IN_PROJECTION,
            Self::Emptied => say::EMPTIED,
            Self::FinerThanPenny => say::FINER_THAN_PENNY,
            Self::FinerThanPound => say::FINER_THAN_POUND,
            Self::NoWeight => say::NO_WEIGHT,
            _ => say::NOT_DATA,
        }
    }
}

/// A number to at most six decimals, with no zeros at its end.
fn plain(number: f64) -> String {
    let text = format!("{number:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

impl Problem {
    /// The field and the sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let sentence = self.kind.sentence(lang);
        if self.path.is_empty() { sentence } else { format!("{}: {sentence}", self.path) }
    }

    /// The same problem of a field within the one at `path`.
    #[must_use]
    pub fn within(self, path: &str) -> Self {
        let path = if self.path.is_empty() { path.to_owned() } else { format!("{path}.{}", self.path) };
        Self { path, kind: self.kind }
    }

    /// The same problem of an item of the list at its path.
    #[must_use]
    pub(super) fn within_item(self, item: usize) -> Self {
        Self { path: format!("{}.{item}", self.path), kind: self.kind }
    }

    /// As the contract answers it: `{"error": {"path", "message", "message_cy"}}`.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let error = [
            ("path", Value::from(self.path.as_str())),
            ("message", Value::from(self.message(Lang::En))),
            ("message_cy", Value::from(self.message(Lang::Cy))),
        ];
        Value::map([("error", Value::map(error))])
    }
}
