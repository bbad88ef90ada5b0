//! Where a scenario starts: how many children are looked after in its place, when, and how that is known; and what that makes of the
//! fields that count children or money of the place.
//!
//! A council's flows, its plan and its services are not in the evidence: they start at Wales's, in proportion to the children it looks after.

use crate::evidence::figure;
use crate::evidence::streams::STREAMS;
use crate::evidence::streams::Stream;
use crate::place::Place;

use super::Scenario;
use super::field::Field;
use super::field::Id;
use super::field::Unit;

/// How a count is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It was published for that date.
    Counted,
    /// It is worked out from published counts.
    Derived,
    /// It is our estimate.
    Estimated,
}

/// The count that a scenario starts from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// The 31 March of this year.
    pub year: i32,
    /// Children looked after on that day.
    pub children: f64,
    /// Likewise for Wales as a whole.
    pub wales: f64,
    /// How the count of the place is known.
    pub how: How,
}

impl Start {
    /// The place's part of the children looked after in Wales on that day.
    #[must_use]
    pub fn part(&self) -> f64 {
        self.children / self.wales
    }
}

/// The first count of the documents, and the latest found.
const DOCUMENTS: i32 = 2019;
const LATEST: i32 = 2024;

/// Years that the plans of 2019 ran, and that a target is given to start with.
const PLAN_YEARS: i32 = 3;

impl Scenario {
    /// The place that it is about.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::ALL.get(self.option(Id::Place)).copied().unwrap_or(Place::Wales)
    }

    /// The funding stream that it shares out.
    #[must_use]
    pub fn stream(&self) -> &'static Stream {
        STREAMS.get(self.option(Id::Stream)).unwrap_or(&STREAMS[0])
    }

    /// Where it starts.
    #[must_use]
    pub fn start(&self) -> Start {
        let place = self.place();
        let (year, wales, how) = if self.option(Id::Base) == 0 {
            (DOCUMENTS, figure::CHILDREN_2019.value, How::Estimated)
        } else {
            (LATEST, figure::CHILDREN_2024.value, How::Derived)
        };
        match place {
            Place::Wales => Start { year, children: wales, wales, how: How::Counted },
            _ => Start { year, children: children(place, year).unwrap_or(wales), wales, how },
        }
    }

    /// What stands in a field that was not changed.
    #[must_use]
    pub fn preset(&self, id: Id) -> f64 {
        let field = id.field();
        if field.of_place {
            field.default * self.growth()
        } else if id == Id::Pot {
            self.stream().amount.map_or(field.default, |amount| amount.value)
        } else if id == Id::TargetYear {
            f64::from(self.start().year + PLAN_YEARS)
        } else {
            field.default
        }
    }

    /// What the counts of the table, which are Wales's in March 2019, are multiplied by.
    #[must_use]
    pub fn growth(&self) -> f64 {
        self.start().children / figure::CHILDREN_2019.value
    }

    /// The row of a field as it stands here: the preset, and the slider about it.
    #[must_use]
    pub fn field(&self, id: Id) -> Field {
        let (field, default) = (*id.field(), self.preset(id));
        if id == Id::Pot {
            return Field { default, slider: (0.0, round_up(default * 2.0)), step: round_up(default / 100.0), ..field };
        }
        if id == Id::TargetYear {
            return Field { default, ..field };
        }
        if !field.of_place || self.growth().to_bits() == 1.0_f64.to_bits() {
            return field;
        }
        let least = if matches!(field.unit, Unit::PoundsPerYear) { 100.0 } else { 1.0 };
        let (low, high) = field.slider;
        let (low, high) = (round_up(low * self.growth() * 0.5), round_up(high * self.growth()));
        Field { default, slider: (low.min(default.floor()), high), step: round_up(field.step * self.growth()).max(least), ..field }
    }
}

/// The least of 1, 2 and 5 times a power of ten that is not below a number; nothing for nothing.
fn round_up(value: f64) -> f64 {
    if value <= 0.0 {
        return 0.0;
    }
    let power = 10_f64.powf(value.log10().floor());
    [1.0, 2.0, 5.0].into_iter().map(|m| m * power).find(|step| *step >= value * (1.0 - 1e-9)).unwrap_or(10.0 * power)
}

/// The place's own count: our estimate for March 2019, the mean of two years for March 2024.
fn children(place: Place, year: i32) -> Option<f64> {
    place.children(u16::try_from(year).ok()?).map(|known| known.children)
}
