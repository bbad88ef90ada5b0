//! What every room says of the visitor's own figures: that they are in use, that a link holds them or not, that the device keeps some.

use crate::app::Rests;
use crate::app::Room;
use crate::app::State;
use crate::link;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::scenario::own::Group;
use crate::scenario::own::Item;
use crate::words::Lang;
use crate::words::text::count;
use crate::words::text::site;

use super::ResultRow;
use super::grant::weights;
use super::grant::weights::Rule;

/// What is said of them.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnView {
    /// That they are in use in this room, or not.
    pub said: String,
    /// Whether they are: then each result is marked.
    pub used: bool,
    /// Whether a link holds them.
    pub linked: String,
}

/// The charts and maps that rest on published figures alone, likewise.
const PUBLISHED_CHARTS: [&str; 6] = ["documents", "items", "reconcile", "measures", "without", "claim"];

impl OwnView {
    /// Whether a chart or a map, by its name, rests on them.
    #[must_use]
    pub fn marks(&self, chart: &str) -> bool {
        self.used && !PUBLISHED_CHARTS.contains(&chart)
    }
}

/// How many figures, in words.
#[must_use]
pub fn figures(lang: Lang, number: usize) -> String {
    count::FIGURES.whole(lang, u32::try_from(number).map_or(0.0, f64::from))
}

/// What is said where there are figures of the visitor's own; where scenarios stand side by side, of any of them.
#[must_use]
pub fn own(state: &State) -> Option<OwnView> {
    let (lang, own) = (state.lang, state.scenario.own());
    let beside = state.scenario.beside().iter().filter(|_| state.room == Room::Compare).map(|one| one.own().len());
    let most = beside.chain([own.len()]).max().unwrap_or(0);
    (most > 0).then(|| {
        let (used, number) = (used(state), figures(lang, most));
        let place = state.scenario.place().full_name(lang);
        OwnView {
            said: if used {
                site::OwnInUse { figures: &number }.say(lang)
            } else if state.room == Room::Councils {
                site::OwnNotCompared { figures: &number }.say(lang)
            } else {
                site::OwnNotHere { figures: &number, place: &place }.say(lang)
            },
            used,
            linked: if link::own::fits(own) { site::OWN_IN_LINK } else { site::OWN_NOT_IN_LINK }.say(lang).to_owned(),
        }
    })
}

/// Whether a room's results rest on them: what the room's program says, or what the room does where none runs.
fn used(state: &State) -> bool {
    state.rows.rests.unwrap_or(rests(state.room))(&state.scenario)
}

#[cfg(feature = "ssr")]
const fn rests(room: Room) -> Rests {
    match room {
        Room::Numbers | Room::Targets => numbers,
        Room::Edge | Room::Budget => edge,
        Room::Compare => compared,
        Room::Grant => grant,
        Room::Figures => always,
        _ => never,
    }
}

#[cfg(not(feature = "ssr"))]
const fn rests(_: Room) -> Rests {
    never
}

fn of_place(scenario: &Scenario, of: fn(Item) -> bool) -> bool {
    scenario.own().of(scenario.place().key()).any(|(key, _)| of(key.item))
}

/// Whether numbers in care rest on them.
#[must_use]
pub fn numbers(scenario: &Scenario) -> bool {
    of_place(scenario, |item| matches!(item, Item::Children | Item::Entries | Item::Leavers))
}

/// Whether the edge of care does.
#[must_use]
pub fn edge(scenario: &Scenario) -> bool {
    of_place(scenario, |item| !matches!(item, Item::Grant(_) | Item::Weight))
}

/// Whether any of the scenarios that stand side by side does.
#[must_use]
pub fn compared(scenario: &Scenario) -> bool {
    std::iter::once(scenario).chain(scenario.beside()).any(edge)
}

/// Whether costs that were added are among the prices of care.
#[must_use]
pub fn prices(scenario: &Scenario) -> bool {
    let priced = [Id::ResidentialCost, Id::FosterCost, Id::OtherCost, Id::AgencyCost];
    priced.into_iter().any(|id| scenario.is_own(id) && !scenario.changed(id)) || scenario.own_cost(Group::Parents).is_some()
}

/// Whether the sharing of a grant does: by weights of one's own, or against last year's amounts.
#[must_use]
pub fn grant(scenario: &Scenario) -> bool {
    let weighs = [Id::Rule, Id::Against].into_iter().any(|id| weights::in_force(scenario, Rule::of(scenario, id)) == Rule::Own);
    let of_stream = |item: Item| matches!(item, Item::Grant(id) if id == scenario.stream().id);
    weighs || (scenario.option(Id::Damped) == 1 && scenario.own().iter().any(|(key, _)| of_stream(key.item)))
}

/// Whether the room of the figures does.
#[must_use]
pub const fn always(_: &Scenario) -> bool {
    true
}

/// Whether a room does that uses none.
#[must_use]
pub const fn never(_: &Scenario) -> bool {
    false
}

/// The main results that are published or rest on published figures alone, whatever the visitor's own say.
const PUBLISHED: [&str; 15] = [
    "row-heard",
    "",
    "row-planned",
    "row-counted",
    "latest",
    "row-model-2020",
    "first-year",
    "row-2018",
    "row-estimate",
    "row-reported",
    "row-mean",
    "by-rate",
    "gap",
    "covers",
    "affords",
];

/// Marks the results of a question that rest on the visitor's own figures.
pub fn mark(state: &State, results: &mut [ResultRow]) {
    let used = !state.scenario.own().is_empty() && used(state);
    for row in results {
        row.own = used && !PUBLISHED.contains(&row.figure.name);
    }
}

/// What is offered where the device keeps figures that are not the ones in use.
#[must_use]
pub fn offer(state: &State) -> Option<String> {
    let kept = state.on_device.as_ref().filter(|kept| ***kept != *state.scenario.own())?;
    Some(site::OwnOffer { figures: &figures(state.lang, kept.len()) }.say(state.lang))
}

/// Whether leaving the page loses some of them: they are too many for a link, and the device does not keep them.
#[must_use]
pub fn would_be_lost(state: &State) -> bool {
    let own = state.scenario.own();
    !own.is_empty() && !link::own::fits(own) && state.on_device.as_ref().is_none_or(|kept| **kept != *own)
}
