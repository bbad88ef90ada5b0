//! Which field: those of the one table, and those of each programme of the plan, whose rows are the same for every programme.
//!
//! It knows what hangs on what, and no value.

use std::borrow::Cow;
use std::fmt;

use crate::evidence::programmes::Part as Starts;

use super::field::{Field, Options};
use super::table;

/// A field. Its constants are in the order of the table; after them come the parts of each programme ([`Id::of`]).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(u8);

/// How many programmes a plan may hold.
pub const SLOTS: usize = 8;

/// What can be set of a programme, in the order of the table and of the link. It may grow at the end, never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Which programme of the shelf it is; the first option is none.
    Programme,
    /// Whether it is on.
    On,
    /// What it does: keeps children out of care, helps them leave it, or moves them to other care.
    Kind,
    /// Pounds a year at full scale.
    Cost,
    /// Children a year at full scale.
    Children,
    /// The share of those who would otherwise come into care in the year.
    WouldEnter,
    /// The share for whom it works.
    Effect,
    /// The financial year in which it starts, by the year of its first day.
    FirstYear,
    /// The last financial year in which it runs, likewise, or nothing.
    LastYear,
    /// Years until it runs at full scale.
    Ramp,
    /// The share of those for whom it works who come (back) into care after all.
    Returned,
    /// Years until they do.
    ReturnYears,
    /// The placement it takes children from.
    From,
    /// The placement it moves them to.
    To,
}

impl Part {
    /// Every part, in order.
    pub const ALL: [Self; 14] = [
        Self::Programme,
        Self::On,
        Self::Kind,
        Self::Cost,
        Self::Children,
        Self::WouldEnter,
        Self::Effect,
        Self::FirstYear,
        Self::LastYear,
        Self::Ramp,
        Self::Returned,
        Self::ReturnYears,
        Self::From,
        Self::To,
    ];

    /// Whether it is a whole number of years, or a choice: not a number that may lie anywhere in a range.
    #[must_use]
    pub const fn whole(self) -> bool {
        !matches!(self, Self::Cost | Self::Children | Self::WouldEnter | Self::Effect | Self::Returned)
    }

    /// What it starts from on the shelf.
    #[must_use]
    pub const fn starts_from(self) -> Option<Starts> {
        Some(match self {
            Self::Cost => Starts::AnnualCost,
            Self::Children => Starts::Children,
            Self::WouldEnter => Starts::WouldEnter,
            Self::Effect => Starts::Effect,
            Self::Ramp => Starts::RampYears,
            Self::Returned => Starts::ReturnedShare,
            Self::ReturnYears => Starts::ReturnYears,
            _ => return None,
        })
    }
}

/// Numbers the constants of [`Id`] in the order in which they stand.
macro_rules! ids {
    ($($name:ident,)*) => {
        #[derive(Clone, Copy)]
        enum Order {
            $($name,)*
        }

        #[expect(non_upper_case_globals, missing_docs, reason = "they are read as the variants of a list are; each is described by its label and help in the table")]
        impl Id {
            $(pub const $name: Self = Self(Order::$name as u8);)*
            /// How many fields stand alone: those of the table.
            pub const ALONE: usize = [$(Order::$name),*].len();
        }

        /// The names of the constants.
        const NAMES: [&str; Id::ALONE] = [$(stringify!($name)),*];
    };
}

// The order may grow at the end, never change.
ids! {
    Rate,
    Counts,
    Own,
    Pot,
    Retained,
    Measure,
    Path,
    Entries,
    Leavers,
    EntriesGrowth,
    CareCut1,
    CareCut2,
    CareCut3,
    CountyCut1,
    CountyCut2,
    CountyCut3,
    WalesCut1,
    WalesCut2,
    WalesCut3,
    ParentsCut1,
    ParentsCut2,
    ParentsCut3,
    CareGrowth,
    CountyGrowth,
    WalesGrowth,
    CareTarget,
    CountyTarget,
    WalesTarget,
    TargetYear,
    ToYear,
    Cost,
    Supported,
    WouldEnter,
    Prevented,
    Returned,
    ReturnYears,
    Placement,
    Ramp,
    Horizon,
    Discount,
    Cashable,
    Optimism,
    ResidentialCost,
    FosterCost,
    OtherCost,
    ResidentialGrowth,
    Place,
    Base,
    Stream,
    Rule,
    Against,
    BlendChildren,
    BlendPopulation,
    BlendEqual,
    Floor,
    Damped,
    MostChange,
    Whole,
    Shows,
    Lag,
    Without,
    Vary,
    Quarter1,
    Quarter2,
    Quarter3,
    Quarter4,
    Quarter5,
    Quarter6,
    Quarter7,
    Quarter8,
    Quarter9,
    Quarter10,
    Quarter11,
    Quarter12,
    ClaimFrom,
    ClaimTo,
    ClaimYears,
    ClaimLater,
    ClaimAhead,
    Compared,
    MixYear,
    MixFoster,
    MixResidential,
    MixParents,
    FosterGrowth,
    OtherGrowth,
    Money,
    Inflation,
    Tied,
    ClaimRate,
    AgencyShare,
    AgencyCost,
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part() {
            Some((slot, part)) => write!(f, "Of({slot}, {part:?})"),
            None => f.write_str(NAMES[self.index()]),
        }
    }
}

impl Id {
    /// A part of the programme at a place of the plan, from 0; the last place stands for any beyond it.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "there are fewer than 256 fields in all, as `every` says")]
    pub const fn of(slot: usize, part: Part) -> Self {
        let slot = if slot < SLOTS { slot } else { SLOTS - 1 };
        Self((Self::ALONE + slot * Part::ALL.len() + part as usize) as u8)
    }

    /// Where it stands among all fields.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The programme's place in the plan and the part of it, for a field of one.
    #[must_use]
    pub fn part(self) -> Option<(usize, Part)> {
        let after = self.index().checked_sub(Self::ALONE)?;
        Some((after / Part::ALL.len(), *Part::ALL.get(after % Part::ALL.len())?))
    }

    /// The field's row of the table. That of a programme's part is the row of the same part of the first programme.
    #[must_use]
    pub const fn field(self) -> &'static Field {
        let at = self.index();
        if at < Self::ALONE { &table::FIELDS[at] } else { &table::PARTS[(at - Self::ALONE) % Part::ALL.len()] }
    }

    /// The same part of the first programme, which has the row of the table; any other field itself.
    #[must_use]
    pub fn of_row(self) -> Self {
        self.part().map_or(self, |(_, part)| Self::of(0, part))
    }

    /// What stands for it in a link and in the ids of its controls: `cost`, or `p2-cost` of the second programme, or `p2` for which it is.
    /// Never reused.
    #[must_use]
    pub fn key(self) -> Cow<'static, str> {
        let row = self.field().key;
        match self.part() {
            None => Cow::Borrowed(row),
            Some((slot, Part::Programme)) => Cow::Owned(["p", DIGITS[slot]].concat()),
            Some((slot, _)) => Cow::Owned(["p", DIGITS[slot], "-", row].concat()),
        }
    }

    /// The field that a key stands for.
    #[must_use]
    pub fn find(key: &str) -> Option<Self> {
        if let Some(field) = table::FIELDS.iter().find(|field| field.key == key) {
            return Some(field.id);
        }
        let (slot, part) = key.strip_prefix('p')?.split_at_checked(1)?;
        let slot = DIGITS.iter().position(|digit| *digit == slot)?;
        let row = match part.strip_prefix('-') {
            None if part.is_empty() => return Some(Self::of(slot, Part::Programme)),
            None => return None,
            Some(row) => row,
        };
        let part = Part::ALL.into_iter().skip(1).find(|part| Self::of(0, *part).field().key == row)?;
        Some(Self::of(slot, part))
    }

    /// Every field: those of the table in its order, then the parts of each programme.
    pub fn every() -> impl Iterator<Item = Self> {
        const ALL: u8 = {
            let all = Id::of(SLOTS - 1, Part::To).0;
            assert!(all as usize + 1 == Id::ALONE + SLOTS * Part::ALL.len(), "a field is numbered by one byte");
            all
        };
        (0..=ALL).map(Self)
    }

    /// Whether its preset is another where the other field is another, so that a value typed for the one says nothing for the other.
    #[must_use]
    pub fn hangs_on(self, other: Self) -> bool {
        match other {
            Self::Base => self.field().of_place || self.of_start(),
            Self::Place => {
                self.field().of_place
                    || self.of_start()
                    || matches!(self, Self::ResidentialCost | Self::FosterCost | Self::OtherCost | Self::AgencyShare | Self::AgencyCost)
                    || matches!(self, Self::MixFoster | Self::MixResidential | Self::MixParents)
            }
            Self::Stream => matches!(self, Self::Pot | Self::Rule | Self::Against),
            _ => match (self.part(), other.part()) {
                (Some((slot, part)), Some((of, Part::Programme))) => slot == of && part != Part::Programme,
                _ => false,
            },
        }
    }

    /// Whether it is a year counted from where the scenario starts, or a count of a quarter after that.
    fn of_start(self) -> bool {
        let row = self.of_row();
        (row.field().blank && self.part().is_none())
            || matches!(row, Self::TargetYear)
            || self.part().is_some_and(|(_, part)| matches!(part, Part::FirstYear | Part::LastYear))
    }

    /// Whether a few options are offered for it; then the key of the first.
    #[must_use]
    pub fn first_option(self) -> Option<&'static str> {
        match self.field().options {
            Options::Few([first, ..]) => Some(first.key),
            _ => None,
        }
    }
}

/// The places of a plan as links and labels number them.
pub const DIGITS: [&str; SLOTS] = ["1", "2", "3", "4", "5", "6", "7", "8"];
