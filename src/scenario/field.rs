//! The grammar of the one table of fields, and the questions that can be asked of a field.

use crate::evidence::Figure;
use crate::evidence::programmes::Kind;
use crate::evidence::programmes::PROGRAMMES;
use crate::evidence::programmes::Programme;
use crate::evidence::streams::STREAMS;
use crate::place::Place;
use crate::units::within;
use crate::units::written::written;
use crate::words::Text;
use crate::words::digits;
use crate::words::text::plan;

use super::Id;
use super::table;

/// Whether somebody decides it or nobody controls it: the two are shown apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// What a council or a government decides.
    Choice,
    /// What is assumed about the world.
    Assumption,
}

/// What a value is measured in; it decides how it is written, read and stepped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Pounds for each child.
    PoundsPerChild,
    /// Pounds.
    Pounds,
    /// Pounds a year.
    PoundsPerYear,
    /// Pounds for one child for one year.
    PoundsPerChildYear,
    /// Children.
    Children,
    /// Children a year.
    ChildrenPerYear,
    /// A share, kept as a fraction and written per cent.
    Percent,
    /// A rate a year, kept as a fraction and written per cent.
    PercentPerYear,
    /// A whole number of years.
    Years,
    /// A year by its number, for the 31 March in it.
    Year,
    /// One of the options of the field.
    Option,
}

impl Unit {
    /// Whether it counts years or names one.
    #[must_use]
    pub const fn of_years(self) -> bool {
        matches!(self, Self::Years | Self::Year)
    }

    /// Whether only whole numbers make sense.
    #[must_use]
    pub const fn whole(self) -> bool {
        matches!(self, Self::Children | Self::Years | Self::Year | Self::Option)
    }
}

/// One option of a field that offers some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What stands for it in a link. Never reused.
    pub key: &'static str,
    /// What it is called.
    pub label: Text,
}

/// A place of the plan in which no programme stands.
const NO_PROGRAMME: Choice = Choice { key: "none", label: plan::NO_PROGRAMME };

/// The options of a field.
#[derive(Clone, Copy, Debug)]
pub enum Options {
    /// None: the field is a number.
    None,
    /// A few, shown together.
    Few(&'static [Choice]),
    /// Every place, picked from a list.
    Places,
    /// Every funding stream, picked from a list.
    Streams,
    /// None, or a programme of the shelf.
    Programmes,
}

impl Options {
    /// How many there are.
    #[must_use]
    pub const fn len(self) -> usize {
        match self {
            Self::None => 0,
            Self::Few(choices) => choices.len(),
            Self::Places => Place::ALL.len(),
            Self::Streams => STREAMS.len(),
            Self::Programmes => PROGRAMMES.len() + 1,
        }
    }

    /// Whether there are none: the field is a number.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// One of them by its index.
    #[must_use]
    pub fn get(self, index: usize) -> Option<Choice> {
        match self {
            Self::None => None,
            Self::Few(choices) => choices.get(index).copied(),
            Self::Places => Place::ALL.get(index).map(|place| Choice { key: place.key(), label: place.name() }),
            Self::Streams => STREAMS.get(index).map(|stream| Choice { key: stream.id, label: stream.name }),
            Self::Programmes => match index.checked_sub(1) {
                None => Some(NO_PROGRAMME),
                Some(at) => PROGRAMMES.get(at).map(|programme| Choice { key: programme.id, label: programme.name }),
            },
        }
    }

    /// All of them.
    pub fn iter(self) -> impl Iterator<Item = Choice> {
        (0..self.len()).filter_map(move |index| self.get(index))
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Which field this is.
    pub id: Id,
    /// What stands for it in a link and in the ids of its controls. Never reused.
    pub key: &'static str,
    /// What it is called.
    pub label: Text,
    /// One or two sentences that say what it is.
    pub help: Text,
    /// What it is measured in.
    pub unit: Unit,
    /// Who decides it.
    pub role: Role,
    /// The preset's value.
    pub default: f64,
    /// The lowest and highest value allowed, both included.
    pub bounds: (f64, f64),
    /// The slider's ends: the plausible range. A typed value may lie outside it, within the bounds, and is flagged.
    pub slider: (f64, f64),
    /// One step of the slider and of the − and + buttons.
    pub step: f64,
    /// The options, for a field that offers some.
    pub options: Options,
    /// Whether it counts children or money of the place chosen, so that the preset is that place's part of Wales's.
    pub of_place: bool,
    /// Whether nothing may stand in it, which is then the preset; kept as a number below the bounds.
    pub blank: bool,
    /// The lowest and highest that the preset's value may be, where the figure it is taken from says so.
    pub range: Option<(f64, f64)>,
    /// The figures the preset's value rests on, the one it is taken from first.
    pub evidence: &'static [&'static Figure],
}

/// What is kept for a field in which nothing stands.
pub const NOTHING: f64 = -1.0;

impl Field {
    /// A row of the table with its name, its words and who decides it; the rest is said by what follows.
    pub(super) const fn new(id: Id, key: &'static str, (label, help): (Text, Text), role: Role) -> Self {
        let (bounds, slider) = ((0.0, 0.0), (0.0, 0.0));
        let options = Options::None;
        let (default, step, of_place, blank) = (0.0, 1.0, false, false);
        Self {
            id,
            key,
            label,
            help,
            unit: Unit::Option,
            role,
            default,
            bounds,
            slider,
            step,
            options,
            of_place,
            blank,
            range: None,
            evidence: &[],
        }
    }

    /// The row without its help and its evidence.
    #[cfg(not(feature = "ssr"))]
    pub(super) const fn bare(self) -> Self {
        Self { help: Text::of("\u{1}"), evidence: &[], ..self }
    }

    /// A number in a unit, and the preset's value.
    pub(super) const fn counts(self, unit: Unit, default: f64) -> Self {
        Self { unit, default, ..self }
    }

    /// The lowest and highest value allowed.
    pub(super) const fn between(self, low: f64, high: f64) -> Self {
        Self { bounds: (low, high), ..self }
    }

    /// The slider's ends and step.
    pub(super) const fn slides(self, low: f64, high: f64, step: f64) -> Self {
        Self { slider: (low, high), step, ..self }
    }

    /// A count or a sum of the place chosen.
    pub(super) const fn of_the_place(self) -> Self {
        Self { of_place: true, ..self }
    }

    /// A number that need not be there.
    pub(super) const fn or_nothing(self) -> Self {
        Self { blank: true, default: NOTHING, ..self }
    }

    /// A few options, the first of them the preset's.
    pub(super) const fn offers(self, options: &'static [Choice]) -> Self {
        self.offers_all(Options::Few(options))
    }

    /// Options, the first of them the preset's.
    #[expect(clippy::cast_precision_loss, reason = "there are few options")]
    pub(super) const fn offers_all(self, options: Options) -> Self {
        let last = options.len().saturating_sub(1) as f64;
        Self { options, bounds: (0.0, last), slider: (0.0, last), ..self }
    }

    /// Which of the options is the preset's, where that is not the first.
    pub(super) const fn at_first(self, default: f64) -> Self {
        Self { default, ..self }
    }

    /// The figures that the preset's value rests on.
    pub(super) const fn from(self, evidence: &'static [&'static Figure]) -> Self {
        let range = match evidence {
            [Figure { low: Some(low), high: Some(high), .. }, ..] => Some((*low, *high)),
            _ => None,
        };
        Self { range, evidence, ..self }
    }

    /// A range by the evidence of so many of what another figure's range is of.
    pub(super) const fn known_within(self, of: &Figure, times: f64) -> Self {
        match (of.low, of.high) {
            (Some(low), Some(high)) => Self { range: Some((low * times, high * times)), ..self },
            _ => self,
        }
    }

    /// Whether a value may stand in this field.
    #[must_use]
    pub fn allows(&self, value: f64) -> bool {
        let (low, high) = self.bounds;
        let within = low <= value && value <= high || self.is_nothing(value);
        value.is_finite() && within && (!self.unit.whole() || value.fract().abs() < f64::EPSILON) && !self.is_price(value)
    }

    /// Whether an option is a programme that changes a price: it changes the price's own field, and none such stands in a plan.
    fn is_price(&self, value: f64) -> bool {
        let price = |(programme, at): (&Programme, u32)| programme.kind == Kind::Price && value.to_bits() == f64::from(at).to_bits();
        matches!(self.options, Options::Programmes) && PROGRAMMES.iter().zip(1..).any(price)
    }

    /// Whether a value may be an end of a range of this field: whatever lies within its bounds, and of years a whole one.
    #[must_use]
    pub fn allows_end(&self, value: f64) -> bool {
        let (low, high) = self.bounds;
        low <= value && value <= high && !(self.unit.of_years() && value.fract().abs() > 0.0)
    }

    /// Whether a value says that nothing stands in the field.
    #[must_use]
    pub fn is_nothing(&self, value: f64) -> bool {
        self.blank && value.to_bits() == NOTHING.to_bits()
    }

    /// A value as it is kept: amounts of money to the penny, all else to fifteen digits, and never a negative nought. So a link says it whole.
    #[must_use]
    pub fn kept(&self, value: f64) -> f64 {
        let money = matches!(self.unit, Unit::Pounds | Unit::PoundsPerYear | Unit::PoundsPerChild);
        let value = if money { (value * 100.0).round() / 100.0 } else { value };
        digits::read(&written(value)).unwrap_or(value)
    }

    /// Whether a value lies within the plausible range, the slider's.
    #[must_use]
    pub fn plausible(&self, value: f64) -> bool {
        let (low, high) = self.slider;
        !self.options.is_empty() || (low <= value && value <= high) || self.is_nothing(value)
    }

    /// The next step of the slider's grid above (`direction` > 0) or below a value, within the bounds.
    #[must_use]
    pub fn stepped(&self, value: f64, direction: i8) -> f64 {
        let (low, high) = self.bounds;
        let steps = value / self.step;
        let near = (steps.round() - steps).abs() < 1e-6;
        let next = match (direction > 0, near) {
            (true, true) => steps.round() + 1.0,
            (true, false) => steps.ceil(),
            (false, true) => steps.round() - 1.0,
            (false, false) => steps.floor(),
        };
        within(self.tidy(next * self.step), low, high)
    }

    /// A multiple of the step without the dust of binary arithmetic: 0.07 for 0.07000000000000001.
    #[must_use]
    pub fn tidy(&self, value: f64) -> f64 {
        let scale = if self.step < 1.0 { 1e6 } else { 1.0 };
        (value * scale).round() / scale + 0.0
    }

    /// Every field, in the order of the table.
    #[must_use]
    pub const fn all() -> &'static [Self] {
        &table::FIELDS
    }
}
