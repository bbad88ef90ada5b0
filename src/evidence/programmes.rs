//! The shelf: programmes drawn from the documents to start a plan from, and a blank one.
//!
//! A programme is a row of `data/programmes.csv`; the build makes the statics here of it. Each starting value is a figure's, and is Wales's:
//! what it is worth to one council is for those who share it out. What every page needs to offer a programme stands in [`Programme`]; where its
//! values come from and what is said of it at length is its [`ProgrammeDetail`], so that only a page that says it holds it. This module
//! knows figures, and nothing of how a programme changes the care of children.

use super::{Figure, figure};
use crate::words::Text;

include!(concat!(env!("OUT_DIR"), "/programmes.rs"));

/// How many parts a programme has.
pub const PARTS: usize = Part::ALL.len();

/// A number that a programme starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Pounds a year at full scale, in the money of the figure's own year.
    AnnualCost,
    /// Children supported a year at full scale.
    Children,
    /// The share of them who would otherwise enter care. Only of [`Kind::Divert`].
    WouldEnter,
    /// How well it works, a share: `prevented` of [`Kind::Divert`], `success` of [`Kind::Reunify`] and [`Kind::StepDown`]. Of
    /// [`Kind::Price`] it is the rise of the price as a share of it; a fall is below 0.
    Effect,
    /// Years until it runs at full scale; 0 is at once.
    RampYears,
    /// The share of those it worked for who come (back) into care.
    ReturnedShare,
    /// Whole years until they do, at least 1.
    ReturnYears,
}

impl Part {
    /// All of them, in the order of [`Programme::start`].
    pub const ALL: [Self; 7] =
        [Self::AnnualCost, Self::Children, Self::WouldEnter, Self::Effect, Self::RampYears, Self::ReturnedShare, Self::ReturnYears];
}

/// What a programme does (section 3 of the method).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Keeps children out of care.
    Divert,
    /// Takes children out of care: home, to special guardians, to adopters.
    Reunify,
    /// Moves children from one placement to another.
    StepDown,
    /// Changes the price of a placement, for those who are there without it too.
    Price,
}

/// The placements of the model that a programme can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// Foster care of every sort.
    Foster,
    /// Residential care, without secure.
    Residential,
    /// With parents.
    Parents,
    /// Every other placement, secure among them.
    Other,
    /// Foster care with the carers of agencies.
    FosterAgency,
    /// Foster care with the councils' own carers, and all of it that is not with agencies.
    FosterInHouse,
}

/// The placements that children kept or taken out of care are spared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mix {
    /// All, as children looked after are spread over them.
    Average,
    /// Foster care alone.
    Foster,
    /// Residential care alone.
    Residential,
    /// Placements with parents alone.
    Parents,
    /// Other placements alone.
    Other,
}

impl Mix {
    /// The one placement, where it is one.
    #[must_use]
    pub const fn only(self) -> Option<Placement> {
        match self {
            Self::Average => None,
            Self::Foster => Some(Placement::Foster),
            Self::Residential => Some(Placement::Residential),
            Self::Parents => Some(Placement::Parents),
            Self::Other => Some(Placement::Other),
        }
    }
}

/// A programme of the shelf.
#[derive(Debug)]
pub struct Programme {
    /// What links call it, for ever.
    pub id: &'static str,
    /// Its short name.
    pub name: Text,
    /// What it does.
    pub kind: Kind,
    /// What it starts from, in the order of [`Part::ALL`], for Wales; 0 where it has no such part.
    pub start: [f64; PARTS],
    /// Whether each of these is assumed, or rests on something assumed, and so is not evidence.
    pub assumed: [bool; PARTS],
    /// Whose care is spared by [`Kind::Divert`] and [`Kind::Reunify`].
    pub mix: Mix,
    /// The placement that [`Kind::StepDown`] takes children from, or whose price [`Kind::Price`] changes.
    pub from: Placement,
    /// The placement that [`Kind::StepDown`] takes them to.
    pub to: Placement,
}

/// What a starting value rests on, as far as a page says it beside the value.
#[derive(Clone, Copy, Debug)]
pub struct Rests {
    /// The id of its figure, where the source and the reason stand in full.
    pub figure: &'static str,
    /// Whether it is assumed, or rests on something assumed.
    pub assumed: bool,
    /// How it was come by, or why it is assumed; said of [`Part::Effect`] alone, on which most hangs.
    pub reason: Option<Text>,
}

/// What is said of a programme at length.
#[derive(Debug)]
pub struct ProgrammeDetail {
    /// The figure of each starting value, in the order of [`Part::ALL`]; none where it has no such part.
    pub sources: [Option<&'static Figure>; PARTS],
    /// Figures to be read beside it; never to be added to it.
    pub others: &'static [&'static Figure],
    /// What to beware of, and why it is told to the model as it is.
    pub note: Text,
}

impl Programme {
    fn at(&self) -> usize {
        PROGRAMMES.iter().position(|programme| programme.id == self.id).unwrap_or(0)
    }

    /// The value that a part starts from, for Wales.
    #[must_use]
    pub const fn value(&self, part: Part) -> f64 {
        self.start[part as usize]
    }

    /// Whether a part is assumed, or rests on something assumed.
    #[must_use]
    pub const fn is_assumed(&self, part: Part) -> bool {
        self.assumed[part as usize]
    }

    /// The lowest and highest that a part may be, for Wales, where its figure says both.
    #[must_use]
    pub fn range(&self, part: Part) -> Option<(f64, f64)> {
        RANGES[self.at()][part as usize]
    }

    /// What it is.
    #[must_use]
    pub fn about(&self) -> Text {
        ABOUT[self.at()]
    }

    /// What a part rests on, where it has such a part.
    #[must_use]
    pub fn rests(&self, part: Part) -> Option<Rests> {
        RESTS[self.at()][part as usize]
    }

    /// What is said of it at length; only a page that says all of it should hold it.
    #[must_use]
    pub fn detail(&self) -> &'static ProgrammeDetail {
        &DETAILS[self.at()]
    }
}

/// The lowest and highest of a figure that has both.
const fn both(figure: &Figure) -> Option<(f64, f64)> {
    match (figure.low, figure.high) {
        (Some(low), Some(high)) => Some((low, high)),
        _ => None,
    }
}

/// The programme with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Programme> {
    PROGRAMMES.iter().find(|programme| programme.id == id)
}
