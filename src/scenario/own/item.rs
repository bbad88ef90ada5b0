//! What a figure of the visitor's own may count, what stands for it in a link, and the bounds of its values.

use super::{Refusal, SMALLEST};
use crate::evidence::streams;

/// Where children live, as finely as a council may have its figures. What each belongs to in the model: [`Placement::group`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Placement {
    /// Foster care that is not split, or that is none of the next three. Numbers are added to theirs.
    Foster,
    /// With foster carers of the council's own.
    FosterInHouse,
    /// With foster carers of an independent agency.
    FosterAgency,
    /// With relatives or friends as foster carers.
    Kinship,
    /// In a children's home or another residential setting.
    Residential,
    /// In secure accommodation.
    Secure,
    /// With their own parents or others with parental responsibility.
    Parents,
    /// Anywhere else.
    Other,
}

/// The four placements of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Foster care of every kind, kinship included, as published counts have it.
    Foster,
    /// Residential settings, secure ones included: the published share of 7% says no more.
    Residential,
    /// With parents or others with parental responsibility.
    Parents,
    /// All else.
    Other,
}

impl Group {
    /// All four, in the order of the model.
    pub const ALL: [Self; 4] = [Self::Foster, Self::Residential, Self::Parents, Self::Other];
}

impl Placement {
    /// All of them, in the order of the template.
    pub const ALL: [Self; 8] =
        [Self::Foster, Self::FosterInHouse, Self::FosterAgency, Self::Kinship, Self::Residential, Self::Secure, Self::Parents, Self::Other];

    /// Which of the model's four it belongs to.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::Foster | Self::FosterInHouse | Self::FosterAgency | Self::Kinship => Group::Foster,
            Self::Residential | Self::Secure => Group::Residential,
            Self::Parents => Group::Parents,
            Self::Other => Group::Other,
        }
    }

    /// What stands for it in a link. Never reused.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Foster => "foster",
            Self::FosterInHouse => "foster-in-house",
            Self::FosterAgency => "foster-agency",
            Self::Kinship => "kinship",
            Self::Residential => "residential",
            Self::Secure => "secure",
            Self::Parents => "parents",
            Self::Other => "other",
        }
    }

    fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|placement| placement.key() == key)
    }
}

/// The time that a cost is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Per {
    /// Seven days.
    Week,
    /// 365 days.
    Year,
}

impl Per {
    /// Both, in the order of the template.
    pub const ALL: [Self; 2] = [Self::Week, Self::Year];

    /// A cost for this time as a cost for a year: a week's × 365 / 7. (The £204,520 a year of METHOD section 2 is £3,922.30 a week,
    /// said there as £3,920; £3,920 exactly is £204,400 a year.)
    #[must_use]
    pub fn a_year(self, pounds: f64) -> f64 {
        match self {
            Self::Week => pounds * 365.0 / 7.0,
            Self::Year => pounds,
        }
    }
}

/// What is counted. The order is that of a link and never changes; more may be added at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// Children looked after on 31 March.
    Children,
    /// Children who came into care in the financial year.
    Entries,
    /// Children who left care in the financial year.
    Leavers,
    /// Children in a placement on 31 March.
    Placed(Placement),
    /// Pounds for one child in a placement.
    Cost(Placement, Per),
    /// Pounds of a grant in the financial year, by the id of its stream in [`streams`].
    Grant(&'static str),
    /// A weight for sharing out a grant; only its ratio to the others' counts.
    Weight,
}

impl Item {
    /// Whether it says nothing without its year.
    #[must_use]
    pub const fn needs_year(self) -> bool {
        matches!(self, Self::Children | Self::Entries | Self::Leavers | Self::Placed(_))
    }

    /// Whether it belongs to a financial year rather than to a 31 March.
    #[must_use]
    pub const fn of_financial_year(self) -> bool {
        matches!(self, Self::Entries | Self::Leavers | Self::Cost(..) | Self::Grant(_))
    }

    /// Whether it counts children, who come whole.
    #[must_use]
    pub const fn whole(self) -> bool {
        self.needs_year()
    }

    /// Whether it is in pounds.
    #[must_use]
    pub const fn money(self) -> bool {
        matches!(self, Self::Cost(..) | Self::Grant(_))
    }

    /// The lowest and the highest value, both included.
    #[must_use]
    pub const fn bounds(self) -> (f64, f64) {
        match self {
            Self::Children | Self::Entries | Self::Leavers | Self::Placed(_) => (0.0, 1_000_000.0),
            Self::Cost(..) => (0.0, 10_000_000.0),
            Self::Grant(_) | Self::Weight => (0.0, 1_000_000_000.0),
        }
    }

    /// Why it cannot have this value; nothing where it can.
    #[must_use]
    pub fn refusal(self, value: f64) -> Option<Refusal> {
        let (low, high) = self.bounds();
        if !(low..=high).contains(&value) {
            Some(Refusal::Outside(low, high))
        } else if self.whole() && value.fract() != 0.0 {
            Some(Refusal::NotWhole)
        } else if value > 0.0 && value < SMALLEST {
            Some(Refusal::Outside(SMALLEST, high))
        } else {
            None
        }
    }

    /// The same for a cost by week and by year.
    pub(super) const fn figure(self) -> Self {
        match self {
            Self::Cost(placement, _) => Self::Cost(placement, Per::Week),
            other => other,
        }
    }

    /// What stands for it in a link, such as `cost-week-foster`. Never reused.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Children => "children".to_owned(),
            Self::Entries => "entries".to_owned(),
            Self::Leavers => "leavers".to_owned(),
            Self::Placed(placement) => ["placed-", placement.key()].concat(),
            Self::Cost(placement, Per::Week) => ["cost-week-", placement.key()].concat(),
            Self::Cost(placement, Per::Year) => ["cost-year-", placement.key()].concat(),
            Self::Grant(id) => ["grant-", id].concat(),
            Self::Weight => "weight".to_owned(),
        }
    }

    /// The item that stands for this in a link.
    #[must_use]
    pub fn find(key: &str) -> Option<Self> {
        let of = |prefix: &str| key.strip_prefix(prefix);
        let placement = |prefix: &str| of(prefix).and_then(Placement::find);
        match key {
            "children" => Some(Self::Children),
            "entries" => Some(Self::Entries),
            "leavers" => Some(Self::Leavers),
            "weight" => Some(Self::Weight),
            _ => placement("placed-")
                .map(Self::Placed)
                .or_else(|| placement("cost-week-").map(|placement| Self::Cost(placement, Per::Week)))
                .or_else(|| placement("cost-year-").map(|placement| Self::Cost(placement, Per::Year)))
                .or_else(|| of("grant-").and_then(streams::find).map(|stream| Self::Grant(stream.id))),
        }
    }
}
