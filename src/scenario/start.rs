//! Where a scenario starts: how many children are looked after in its place, when, and how that is known; and what that makes of the
//! fields that count children or money of the place.
//!
//! A council's flows, its plan and its services are not in the evidence: they start at Wales's, in proportion to the children it looks after.

use crate::evidence::Basis;
use crate::evidence::Over;
use crate::evidence::figure;
use crate::evidence::streams::STREAMS;
use crate::evidence::streams::Stream;
use crate::place::Place;
use crate::units::steps;
use crate::units::within;

use super::Scenario;
use super::field::Field;
use super::field::Unit;
use super::id::Id;
use super::own::Group;
use super::own::readings::Mix;
use super::prices::at_constant_prices;

/// How a count is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It was published for that date.
    Counted,
    /// It is worked out from published counts.
    Derived,
    /// It is our estimate.
    Estimated,
    /// The visitor gave it.
    Own,
}

impl How {
    const fn of(basis: Basis) -> Self {
        match basis {
            Basis::Published => Self::Counted,
            Basis::WorkedOut | Basis::MeanOfTwo => Self::Derived,
            Basis::Estimate => Self::Estimated,
        }
    }
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

/// Who comes into care in a year, and who leaves it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flows {
    /// Children who come into care in a year.
    pub entries: f64,
    /// Children who leave it.
    pub leavers: f64,
    /// Exits for each child-year.
    pub exit_rate: f64,
    /// Child-years of care in the year.
    pub care_years: f64,
    /// Whether they are the visitor's own.
    pub own: bool,
}

/// The first count of the documents, and the latest found.
const DOCUMENTS: u16 = 2019;
const LATEST: u16 = 2024;

/// The greatest exit rate that the contract takes: a mean stay of four days.
pub const MOST_EXITS: f64 = 100.0;

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
        let (year, wales) =
            if self.option(Id::Base) == 0 { (DOCUMENTS, figure::CHILDREN_2019.value) } else { (LATEST, figure::CHILDREN_2024.value) };
        let whole = Start { year: i32::from(year), children: wales, wales, how: How::Counted };
        if let Some((year, children)) = self.own().children(self.place().key()) {
            let wales = Place::Wales.children(year).map_or(wales, |count| count.children);
            return Start { year: i32::from(year), children, wales, how: How::Own };
        }
        match self.place().children(year) {
            Some(count) if self.place() != Place::Wales => Start { children: count.children, how: How::of(count.basis), ..whole },
            _ => whole,
        }
    }

    /// Who comes into care in the place and who leaves it: by the visitor's own figures, or else Wales's in proportion to the count.
    #[must_use]
    pub fn flows(&self) -> Flows {
        match self.own().flows(self.place().key()) {
            Some(Ok(own)) => Flows {
                entries: own.calibration.entries.value(),
                leavers: own.leavers,
                exit_rate: own.calibration.exit_rate.value(),
                care_years: own.calibration.care_years.value(),
                own: true,
            },
            _ => Flows {
                entries: figure::CALC_ENTRIES.value * self.growth(),
                leavers: figure::CHILDREN_LEAVING_2019.value * self.growth(),
                exit_rate: figure::CALC_EXIT_RATE.value,
                care_years: figure::CALC_CARE_YEARS.value * self.growth(),
                own: false,
            },
        }
    }

    /// Exits for each child-year: those of the flows, or the leavers typed over the child-years of the flows.
    #[must_use]
    pub fn exit_rate(&self) -> f64 {
        let flows = self.flows();
        if self.changed(Id::Leavers) { (self.value(Id::Leavers) / flows.care_years).min(MOST_EXITS) } else { flows.exit_rate }
    }

    /// The shares of foster, residential, with parents and elsewhere: by the visitor's own figures, or else Wales's of March 2019.
    #[must_use]
    pub fn mix(&self) -> [f64; 4] {
        self.own_mix().map_or_else(of_wales, |mix| mix.shares)
    }

    /// What the visitor's own figures say of the placements; of the children counted, those whose placement is not given are spread as Wales's.
    #[must_use]
    pub fn own_mix(&self) -> Option<Mix> {
        self.own().mix(self.place().key(), of_wales())
    }

    /// What one child placed with parents costs a year: the visitor's own figure, or else what the other placements cost.
    #[must_use]
    pub fn cost_with_parents(&self) -> f64 {
        let own = self.own_cost(Group::Parents).filter(|_| !self.changed(Id::OtherCost));
        own.unwrap_or_else(|| self.value(Id::OtherCost))
    }

    /// Whether the visitor's own figures say what stands in a field that was not changed.
    #[must_use]
    pub fn is_own(&self, id: Id) -> bool {
        let costs = |group| self.own_cost(group).is_some();
        match id {
            Id::Entries | Id::Leavers => self.flows().own,
            Id::ResidentialCost => costs(Group::Residential),
            Id::FosterCost => costs(Group::Foster),
            Id::OtherCost => costs(Group::Other),
            Id::MixFoster | Id::MixResidential | Id::MixParents => self.own_mix().is_some(),
            Id::AgencyShare => self.own().agency_share(self.place().key()).is_some(),
            Id::AgencyCost => self.own().agency_cost(self.place().key()).is_some(),
            _ => false,
        }
    }

    /// What stands in a field that was not changed.
    #[must_use]
    pub fn preset(&self, id: Id) -> f64 {
        if let Some((slot, part)) = id.part() {
            return self.preset_of(slot, part);
        }
        let field = id.field();
        let own_cost = |group| self.own_cost(group).unwrap_or(field.default);
        let preset = match id {
            Id::Entries => self.flows().entries,
            Id::Leavers => self.flows().leavers,
            Id::ResidentialCost => own_cost(Group::Residential),
            Id::FosterCost => own_cost(Group::Foster),
            Id::OtherCost => own_cost(Group::Other),
            Id::Pot => self.stream().amount.unwrap_or(0.0),
            Id::MixFoster => self.mix()[0],
            Id::MixResidential => self.mix()[1],
            Id::MixParents => self.mix()[2],
            Id::AgencyShare => self.own().agency_share(self.place().key()).unwrap_or(field.default),
            Id::AgencyCost => self.own().agency_cost(self.place().key()).map_or(field.default, |cost| at_constant_prices(&cost)),
            Id::Rule => own_rule(self.stream().over),
            Id::Against => other_rule(self.stream().over),
            Id::TargetYear => within(f64::from(self.start().year + PLAN_YEARS), field.bounds.0, field.bounds.1),
            _ => self.published(id),
        };
        let (low, high) = field.bounds;
        // Own figures may be out of all proportion.
        if field.options.is_empty() && !field.blank { within(preset, low, high) } else { preset }
    }

    /// What the evidence has, whatever the visitor's own figures make of the preset.
    #[must_use]
    pub(super) fn published(&self, id: Id) -> f64 {
        id.part().map_or_else(|| id.field().default * self.scale(id), |(slot, part)| self.preset_of(slot, part))
    }

    /// What a number of the table is multiplied by here: what is Wales's by the part that the place has of it.
    #[must_use]
    pub(super) fn scale(&self, id: Id) -> f64 {
        if id.field().of_place { self.growth() } else { 1.0 }
    }

    /// What the counts of the table, which are Wales's in March 2019, are multiplied by.
    #[must_use]
    pub fn growth(&self) -> f64 {
        self.start().children / figure::CHILDREN_2019.value
    }

    /// The row of a field as it stands here: the preset, and the slider about it.
    #[must_use]
    pub fn field(&self, id: Id) -> Field {
        let (field, default) = (Field { id, ..*id.field() }, self.preset(id));
        if id == Id::Pot && default > 0.0 {
            return Field { default, slider: (0.0, round_up(default * 2.0)), step: round_up(default / 100.0), ..field };
        }
        if !field.of_place {
            return Field { default, ..field };
        }
        if self.growth().to_bits() == 1.0_f64.to_bits() {
            return Field { default, ..field };
        }
        let least = if matches!(field.unit, Unit::PoundsPerYear) { 100.0 } else { 1.0 };
        let (low, high) = field.slider;
        let (low, high) = (round_up(low * self.growth() * 0.5), round_up(high * self.growth()));
        Field { default, slider: (low.min(default.floor()), high), step: round_up(field.step * self.growth()).max(least), ..field }
    }
}

fn round_up(value: f64) -> f64 {
    steps::round_up(value, &[1.0, 2.0, 5.0])
}

/// What a stream is shared out by unless a reader chooses otherwise, as the options of the rule stand; what goes to projects, which nobody
/// has counted by council, by children.
const fn own_rule(over: Over) -> f64 {
    match over {
        Over::Children | Over::Projects => 0.0,
        Over::Population => 1.0,
        Over::Equal | Over::Regions => 2.0,
        Over::Blend => 3.0,
    }
}

/// What that is compared with, likewise: people under 18, or children where these are the rule.
const fn other_rule(over: Over) -> f64 {
    if matches!(over, Over::Population) { 0.0 } else { 1.0 }
}

/// Wales's shares of foster, residential, with parents and elsewhere, of March 2019.
fn of_wales() -> [f64; 4] {
    let shares = [
        &figure::PLACEMENT_FOSTER_SHARE,
        &figure::PLACEMENT_RESIDENTIAL_SHARE,
        &figure::PLACEMENT_PARENTS_SHARE,
        &figure::PLACEMENT_OTHER_SHARE,
    ];
    shares.map(|share| share.value)
}
