//! The rooms as the page names them, and which room each field belongs to.

use crate::app::Room;
use crate::scenario::Id;
use crate::scenario::id::Part;
use crate::words::Lang;
use crate::words::Text;
use crate::words::text;

#[cfg(feature = "ssr")]
use super::Body;
#[cfg(feature = "ssr")]
use super::Content;

/// The fields of a room in their groups: first what matters most, then the rest.
#[must_use]
pub const fn fields(room: Room) -> &'static [Id] {
    match room {
        Room::Grant => &GRANT,
        Room::Numbers => &NUMBERS,
        Room::Targets => &TARGETS,
        Room::Edge => &EDGE,
        Room::Budget => &BUDGET,
        Room::Figures => &FIGURES,
        Room::Councils => &COUNCILS,
        Room::Home | Room::Compare | Room::Evidence | Room::Method | Room::Accessibility => &[],
    }
}

/// The fields of the grant.
pub const GRANT: [Id; 17] = [
    Id::Stream,
    Id::Place,
    Id::Rate,
    Id::Pot,
    Id::Counts,
    Id::Own,
    Id::Rule,
    Id::BlendChildren,
    Id::BlendPopulation,
    Id::BlendEqual,
    Id::Against,
    Id::Retained,
    Id::Floor,
    Id::Damped,
    Id::MostChange,
    Id::Whole,
    Id::Shows,
];

/// The fields of the edge of care.
pub const EDGE: [Id; 19] = [
    Id::Place,
    Id::Base,
    Id::Cost,
    Id::Supported,
    Id::WouldEnter,
    Id::Prevented,
    Id::Placement,
    Id::Horizon,
    Id::Ramp,
    Id::Returned,
    Id::ReturnYears,
    Id::Cashable,
    Id::Optimism,
    Id::Discount,
    Id::ResidentialCost,
    Id::FosterCost,
    Id::OtherCost,
    Id::ResidentialGrowth,
    Id::Lag,
];

/// The fields of the whole budget; those of a programme stand for those of every one.
pub const BUDGET: [Id; 49] = [
    Id::Place,
    Id::Base,
    Id::of(0, Part::Programme),
    Id::of(0, Part::On),
    Id::of(0, Part::Kind),
    Id::of(0, Part::Cost),
    Id::of(0, Part::Children),
    Id::of(0, Part::WouldEnter),
    Id::of(0, Part::Effect),
    Id::of(0, Part::FirstYear),
    Id::of(0, Part::LastYear),
    Id::of(0, Part::Ramp),
    Id::of(0, Part::Returned),
    Id::of(0, Part::ReturnYears),
    Id::of(0, Part::From),
    Id::of(0, Part::To),
    Id::Path,
    Id::Entries,
    Id::Leavers,
    Id::EntriesGrowth,
    Id::CareCut1,
    Id::CareCut2,
    Id::CareCut3,
    Id::CareGrowth,
    Id::CareTarget,
    Id::TargetYear,
    Id::ResidentialCost,
    Id::ResidentialGrowth,
    Id::FosterCost,
    Id::FosterGrowth,
    Id::AgencyShare,
    Id::AgencyCost,
    Id::OtherCost,
    Id::OtherGrowth,
    Id::MixYear,
    Id::MixFoster,
    Id::MixResidential,
    Id::MixParents,
    Id::Horizon,
    Id::Money,
    Id::Inflation,
    Id::Cashable,
    Id::Optimism,
    Id::Discount,
    Id::Tied,
    Id::Rate,
    Id::Counts,
    Id::Own,
    Id::Lag,
];

/// The fields of the visitor's own figures.
pub const FIGURES: [Id; 1] = [Id::Place];
/// The fields of the councils side by side.
pub const COUNCILS: [Id; 2] = [Id::Place, Id::Compared];

/// The fields of the numbers in care.
pub const NUMBERS: [Id; 28] = [
    Id::Place,
    Id::Base,
    Id::Measure,
    Id::Without,
    Id::Path,
    Id::Entries,
    Id::Leavers,
    Id::EntriesGrowth,
    Id::CareCut1,
    Id::CareCut2,
    Id::CareCut3,
    Id::CountyCut1,
    Id::CountyCut2,
    Id::CountyCut3,
    Id::WalesCut1,
    Id::WalesCut2,
    Id::WalesCut3,
    Id::ParentsCut1,
    Id::ParentsCut2,
    Id::ParentsCut3,
    Id::CareGrowth,
    Id::CountyGrowth,
    Id::WalesGrowth,
    Id::CareTarget,
    Id::CountyTarget,
    Id::WalesTarget,
    Id::TargetYear,
    Id::ToYear,
];

/// The quarters of the three years that the plans ran, which the plan tracker asks for.
pub const QUARTERS: [Id; 12] = [
    Id::Quarter1,
    Id::Quarter2,
    Id::Quarter3,
    Id::Quarter4,
    Id::Quarter5,
    Id::Quarter6,
    Id::Quarter7,
    Id::Quarter8,
    Id::Quarter9,
    Id::Quarter10,
    Id::Quarter11,
    Id::Quarter12,
];

/// What a claim says.
pub const CLAIM: [Id; 6] = [Id::ClaimFrom, Id::ClaimTo, Id::ClaimYears, Id::ClaimLater, Id::ClaimAhead, Id::ClaimRate];

/// What shapes the plan that the tracker and the way to a target start from.
const PLAN: [Id; 12] = [
    Id::Place,
    Id::Base,
    Id::CareTarget,
    Id::TargetYear,
    Id::Vary,
    Id::Entries,
    Id::Leavers,
    Id::EntriesGrowth,
    Id::Path,
    Id::CareCut1,
    Id::CareCut2,
    Id::CareCut3,
];

/// The fields of targets and claims.
pub const TARGETS: [Id; PLAN.len() + QUARTERS.len() + CLAIM.len()] = joined(&[&PLAN, &QUARTERS, &CLAIM]);

/// Some lists of fields one after another.
const fn joined<const N: usize>(mut lists: &[&[Id]]) -> [Id; N] {
    let (mut all, mut at) = ([Id::Place; N], 0);
    while let [list, rest @ ..] = lists {
        let (_, left) = all.split_at_mut(at);
        left.split_at_mut(list.len()).0.copy_from_slice(list);
        (lists, at) = (rest, at + list.len());
    }
    all
}

/// The room that a field is set in: the first of the menu that shows it, but for a target and its year, which the numbers in care show only
/// where a path is shaped by them.
#[must_use]
pub fn of(id: Id) -> Room {
    if matches!(id, Id::CareTarget | Id::TargetYear) {
        return Room::Targets;
    }
    let homes = [Room::Grant, Room::Numbers, Room::Targets, Room::Edge, Room::Councils];
    homes.into_iter().find(|room| has(*room, id)).unwrap_or(Room::Budget)
}

/// Whether a field is set in a room; some are set in several.
#[must_use]
pub fn has(room: Room, id: Id) -> bool {
    fields(room).contains(&id.of_row())
}

/// What the menu calls a room.
#[must_use]
pub fn name(lang: Lang, room: Room) -> &'static str {
    match room {
        Room::Home => text::site::HOME,
        Room::Grant => text::site::GRANT,
        Room::Numbers => text::site::NUMBERS,
        Room::Targets => text::site::TARGETS,
        Room::Edge => text::site::EDGE,
        Room::Budget => text::budget::TITLE,
        Room::Compare => text::compare::NAME,
        Room::Figures => text::site::FIGURES,
        Room::Councils => text::site::COUNCILS,
        Room::Evidence => text::site::EVIDENCE,
        Room::Method => text::site::METHOD,
        Room::Accessibility => text::site::ACCESSIBILITY,
    }
    .say(lang)
}

/// What a room is headed with.
#[must_use]
pub const fn heading(room: Room) -> Text {
    match room {
        Room::Home => text::home::TITLE,
        Room::Grant => text::site::GRANT,
        Room::Numbers => text::numbers::TITLE,
        Room::Targets => text::targets::TITLE,
        Room::Edge => text::edge::TITLE,
        Room::Budget => text::budget::TITLE,
        Room::Compare => text::compare::TITLE,
        Room::Figures => text::figures::TITLE,
        Room::Councils => text::councils::TITLE,
        Room::Evidence => text::register::TITLE,
        Room::Method => text::method::TITLE,
        Room::Accessibility => text::access::TITLE,
    }
}

/// What a search engine says of a room.
#[cfg(feature = "ssr")]
#[must_use]
pub const fn description(room: Room) -> Text {
    match room {
        Room::Home => text::home::DESCRIPTION,
        Room::Grant => text::grant::DESCRIPTION,
        Room::Numbers => text::numbers::DESCRIPTION,
        Room::Targets => text::targets::DESCRIPTION,
        Room::Edge => text::edge::DESCRIPTION,
        Room::Budget => text::budget::DESCRIPTION,
        Room::Compare => text::compare::DESCRIPTION,
        Room::Figures => text::figures::DESCRIPTION,
        Room::Councils => text::councils::DESCRIPTION,
        Room::Evidence => text::register::DESCRIPTION,
        Room::Method => text::method::DESCRIPTION,
        Room::Accessibility => text::access::DESCRIPTION,
    }
}

/// What a room holds.
#[cfg(feature = "ssr")]
#[must_use]
pub const fn content(room: Room) -> Content {
    match room {
        Room::Grant => Content::Question(super::grant::question),
        Room::Numbers => Content::Question(super::numbers::question),
        Room::Targets => Content::Question(super::targets::question),
        Room::Edge => Content::Question(super::edge::question),
        Room::Budget => Content::Question(super::budget::question),
        Room::Compare => Content::Other(super::compare::content),
        Room::Figures => Content::Other(super::figures::content),
        Room::Councils => Content::Other(super::councils::content),
        Room::Home => Content::Other(|state| Body::Home(super::home::home(state))),
        Room::Evidence => Content::Other(|state| Body::Register(Box::new(super::register::register(state.lang)))),
        Room::Method => Content::Other(|state| Body::Prose(super::prose::method(state.lang))),
        Room::Accessibility => Content::Other(|state| Body::Prose(super::prose::accessibility(state.lang))),
    }
}
