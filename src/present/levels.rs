//! What the level of a field means, in words: twenty per cent of which children, how many a month, how long a stay. Each room says it of
//! its own fields, so that its program holds no other room's words.

use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::count;
use crate::words::text::edge as words;

use super::fields::pounds;
use super::grant::eligible;
use super::grant::stream::is_by_rate;
use super::paths;
use super::targets::quarter_level;

fn children(lang: Lang, n: f64) -> String {
    count::CHILDREN.say(lang, n, &number::decimal_trimmed(n, 1))
}

/// Of the fields of the grant.
#[must_use]
pub fn grant(lang: Lang, scenario: &Scenario, id: Id) -> Option<String> {
    let value = scenario.value(id);
    match id {
        Id::Pot => {
            if !is_by_rate(scenario) {
                return None;
            }
            let due = scenario.value(Id::Rate) * eligible(scenario);
            (due > 0.0).then(|| words::LevelPot { percent: &number::percent(value / due, 0) }.say(lang))
        }
        Id::Retained => {
            let kept = scenario.value(Id::Pot) * value;
            Some(words::LevelRetained { kept: &number::pounds(kept), passed: &number::pounds(scenario.value(Id::Pot) - kept) }.say(lang))
        }
        _ => None,
    }
}

/// Of the fields of the edge of care.
#[must_use]
pub fn edge(lang: Lang, scenario: &Scenario, id: Id) -> Option<String> {
    let value = scenario.value(id);
    let supported = scenario.value(Id::Supported);
    let would_enter = supported * scenario.value(Id::WouldEnter);
    let share = || number::percent_trimmed(value, 2);
    let children = |n: f64| children(lang, n);
    match id {
        Id::Cost => (supported > 0.0).then(|| words::LevelCost { each: &number::pounds(value / supported) }.say(lang)),
        Id::WouldEnter => {
            let supported = children(supported);
            Some(words::LevelWouldEnter { share: &share(), supported: &supported, children: &children(would_enter) }.say(lang))
        }
        Id::Prevented => {
            let prevented = children(would_enter * value);
            Some(words::LevelPrevented { share: &share(), children: &children(would_enter), prevented: &prevented }.say(lang))
        }
        Id::Returned => {
            let returned = children(would_enter * scenario.value(Id::Prevented) * value);
            (value > 0.0).then(|| words::LevelReturned { children: &returned }.say(lang))
        }
        Id::ResidentialCost | Id::FosterCost | Id::OtherCost => {
            Some(words::LevelWeekly { weekly: &number::pounds(value * 7.0 / 365.0) }.say(lang))
        }
        Id::Cashable => Some(words::LevelCash { cash: &pounds(value) }.say(lang)),
        _ => None,
    }
}

/// Of the fields of the numbers in care.
#[must_use]
pub fn numbers(lang: Lang, scenario: &Scenario, id: Id) -> Option<String> {
    paths::level(lang, scenario, id)
}

/// Of the fields of targets and claims.
#[must_use]
pub fn targets(lang: Lang, scenario: &Scenario, id: Id) -> Option<String> {
    paths::level(lang, scenario, id).or_else(|| quarter_level(lang, scenario, id))
}

/// Of no field.
#[must_use]
pub const fn none(_: Lang, _: &Scenario, _: Id) -> Option<String> {
    None
}

/// Of the fields of whichever room.
#[cfg(feature = "ssr")]
#[must_use]
pub fn any(lang: Lang, scenario: &Scenario, id: Id) -> Option<String> {
    super::budget::level(lang, scenario, id)
        .filter(|_| id.index() >= Id::MixYear.index())
        .or_else(|| grant(lang, scenario, id))
        .or_else(|| edge(lang, scenario, id))
        .or_else(|| targets(lang, scenario, id))
}
