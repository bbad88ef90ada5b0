//! What every room says of the visitor's own figures: that they are in use, that a link holds them or not, that the device keeps some.

use crate::app::Room;
use crate::app::State;
use crate::link;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::scenario::own::Item;
use crate::words::Lang;
use crate::words::text::count;
use crate::words::text::site;

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

/// How many figures, in words.
#[must_use]
pub fn figures(lang: Lang, number: usize) -> String {
    count::FIGURES.whole(lang, u32::try_from(number).map_or(0.0, f64::from))
}

/// What is said where there are figures of the visitor's own.
#[must_use]
pub fn own(state: &State) -> Option<OwnView> {
    let (lang, own) = (state.lang, state.scenario.own());
    (!own.is_empty()).then(|| {
        let (used, number) = (used(state.room, &state.scenario), figures(lang, own.len()));
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

/// Whether a room's results rest on them.
fn used(room: Room, scenario: &Scenario) -> bool {
    let mut of_place = scenario.own().of(scenario.place().key()).map(|(key, _)| key.item);
    match room {
        Room::Numbers | Room::Targets => of_place.any(|item| matches!(item, Item::Children | Item::Entries | Item::Leavers)),
        Room::Edge => of_place.any(|item| !matches!(item, Item::Grant(_) | Item::Weight)),
        Room::Grant => {
            let shared = |wanted: fn(&Item) -> bool| scenario.own().iter().any(|(key, _)| wanted(&key.item));
            (scenario.option(Id::Rule) == OWN_WEIGHTS && shared(|item| matches!(item, Item::Weight)))
                || (scenario.option(Id::Damped) == 1 && shared(|item| matches!(item, Item::Grant(_))))
        }
        Room::Figures => true,
        _ => false,
    }
}

/// The option of [`Id::Rule`] by the visitor's own weights.
const OWN_WEIGHTS: usize = 4;

/// What is offered where the device keeps figures that are not the ones in use.
#[must_use]
pub fn offer(state: &State) -> Option<String> {
    let kept = state.desk.on_device.as_ref().filter(|kept| ***kept != *state.scenario.own())?;
    Some(site::OwnOffer { figures: &figures(state.lang, kept.len()) }.say(state.lang))
}

/// Whether leaving the page loses some of them: they are too many for a link, and the device does not keep them.
#[must_use]
pub fn would_be_lost(state: &State) -> bool {
    let own = state.scenario.own();
    !own.is_empty() && !link::own::fits(own) && state.desk.on_device.as_ref().is_none_or(|kept| **kept != *own)
}
