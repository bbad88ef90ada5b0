//! The rooms as the page names them, and which room each field belongs to.

use crate::app::Room;
use crate::scenario::Id;
use crate::words::Lang;
use crate::words::Text;
use crate::words::text;

/// The fields of a room in their groups: first what matters most, then the rest.
#[must_use]
pub const fn fields(room: Room) -> &'static [Id] {
    match room {
        Room::Grant => &GRANT,
        Room::Numbers => &NUMBERS,
        Room::Targets => &TARGETS,
        Room::Edge => &EDGE,
        Room::Figures => &FIGURES,
        Room::Councils => &COUNCILS,
        Room::Home | Room::Evidence | Room::Method | Room::Accessibility => &[],
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

/// The fields of targets and claims.
pub const TARGETS: [Id; 29] = [
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
    Id::ClaimFrom,
    Id::ClaimTo,
    Id::ClaimYears,
    Id::ClaimLater,
    Id::ClaimAhead,
];

/// The room that a field is set in: the first of the menu that shows it, but for a target and its year, which the numbers in care show only
/// where a path is shaped by them.
#[must_use]
pub fn of(id: Id) -> Room {
    if matches!(id, Id::CareTarget | Id::TargetYear) {
        return Room::Targets;
    }
    [Room::Grant, Room::Numbers, Room::Targets, Room::Councils].into_iter().find(|room| fields(*room).contains(&id)).unwrap_or(Room::Edge)
}

/// Whether a field is set in a room; some are set in several.
#[must_use]
pub fn has(room: Room, id: Id) -> bool {
    fields(room).contains(&id)
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
pub const fn content(room: Room) -> super::Content {
    use super::Body;
    match room {
        Room::Grant => super::grant::content,
        Room::Numbers => super::numbers::content,
        Room::Targets => super::targets::content,
        Room::Edge => super::edge::content,
        Room::Figures => super::figures::content,
        Room::Councils => super::councils::content,
        Room::Home => |state| Body::Home(super::home::home(state)),
        Room::Evidence => |state| Body::Register(Box::new(super::register::register(state.lang))),
        Room::Method => |state| Body::Prose(super::prose::method(state.lang)),
        Room::Accessibility => |state| Body::Prose(super::prose::accessibility(state.lang)),
    }
}
