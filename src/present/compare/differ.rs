//! What differs between the scenarios, as people read it: where and when they start, assumptions, choices, the programmes, each
//! beside itself wherever it stands in a plan, ranges. What a scenario does not use is no difference of it.

use crate::app::Room;
use crate::scenario::How;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::scenario::field::Role;
use crate::scenario::id::DIGITS;
use crate::scenario::id::Part;
use crate::words::Lang;
use crate::words::Text;
use crate::words::names;
use crate::words::number;
use crate::words::text::compare as words;
use crate::words::text::plan;

use super::super::fields;
use super::super::own;
use super::super::request;
use super::super::rooms;
use super::Side;

/// What differs and what does not.
#[derive(Clone, Debug, PartialEq)]
pub struct Differ {
    /// What differs, in groups under headings.
    pub groups: Vec<(String, Vec<Difference>)>,
    /// That nothing does, or how much is the same.
    pub same: String,
    /// What is the same, in a sentence.
    pub same_named: String,
    /// What differs and changes nothing here.
    pub elsewhere: Option<String>,
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// What it is.
    pub label: String,
    /// What it is in each scenario, in order.
    pub cells: Vec<String>,
}

/// What differs between the scenarios.
pub(super) fn differ(lang: Lang, sides: &[Side]) -> Differ {
    let budget = || rooms::BUDGET.into_iter().filter(|id| id.part().is_none() && ![Id::Place, Id::Base].contains(id));
    let row = |id: Id| (id, of_field(lang, sides, id));
    let (differing, same): (Vec<_>, Vec<_>) = budget().map(row).partition(|(_, row)| differs(row));
    let of_role = |role: Role| -> Vec<Difference> {
        differing.iter().filter(|(id, _)| id.field().role == role).map(|(_, row)| row.clone()).collect()
    };
    let groups = [
        (words::GROUP_GROUND, ground(lang, sides)),
        (words::GROUP_ASSUMPTIONS, of_role(Role::Assumption)),
        (words::GROUP_CHOICES, of_role(Role::Choice)),
        (words::GROUP_PLAN, plans(lang, sides)),
        (words::GROUP_RANGES, ranges(lang, sides)),
    ];
    let heading = |(heading, rows): (Text, Vec<Difference>)| (heading.say(lang).to_owned(), rows);
    let groups: Vec<(String, Vec<Difference>)> = groups.into_iter().filter(|(_, rows)| !rows.is_empty()).map(heading).collect();
    // What none of them uses is neither the same nor another.
    let same: Vec<String> =
        same.into_iter().filter(|(id, _)| sides.iter().any(|side| in_use(side.scenario, *id))).map(|(_, row)| row.label).collect();
    Differ {
        same: if groups.is_empty() {
            words::DIFFER_NONE.say(lang).to_owned()
        } else {
            words::Same { n: &same.len().to_string() }.say(lang)
        },
        same_named: words::SameNamed { names: &names(lang, &same) }.say(lang),
        elsewhere: elsewhere(lang, sides),
        groups,
    }
}

fn differs(row: &Difference) -> bool {
    row.cells.iter().any(|cell| Some(cell) != row.cells.first())
}

/// Whether the whole budget of a scenario rests on a field.
fn in_use(scenario: &Scenario, id: Id) -> bool {
    let path = scenario.option(Id::Path);
    match id {
        Id::Entries | Id::EntriesGrowth => path == 0,
        Id::CareCut1 | Id::CareCut2 | Id::CareCut3 => path == 1,
        Id::CareGrowth => path == 2,
        Id::CareTarget | Id::TargetYear => path == 3,
        Id::Inflation => scenario.option(Id::Money) == 1,
        Id::MixFoster | Id::MixResidential | Id::MixParents => request::plan::left_of_mix(scenario, id).is_some(),
        Id::AgencyShare | Id::AgencyCost => request::plan::agencies(scenario).is_some(),
        Id::Own => scenario.option(Id::Counts) == 2,
        _ => true,
    }
}

fn said(lang: Lang, scenario: &Scenario, id: Id) -> String {
    fields::said(lang, &scenario.field(id), scenario.value(id))
}

fn of_field(lang: Lang, sides: &[Side], id: Id) -> Difference {
    let cell = |side: &Side| {
        let used = in_use(side.scenario, id);
        if used { said(lang, side.scenario, id) } else { words::NOT_USED.say(lang).to_owned() }
    };
    Difference { label: id.field().label.say(lang).to_owned(), cells: sides.iter().map(cell).collect() }
}

/// Where and when they start, and the visitor's own figures.
fn ground(lang: Lang, sides: &[Side]) -> Vec<Difference> {
    let start = |side: &Side| {
        let start = side.scenario.start();
        let (children, year) = (&number::whole(start.children), &start.year.to_string());
        if start.how == How::Estimated {
            words::StartEstimated { children, year }.say(lang)
        } else {
            words::StartCounted { children, year }.say(lang)
        }
    };
    let count = Difference { label: words::START_CHILDREN.say(lang).to_owned(), cells: sides.iter().map(start).collect() };
    let rows = [of_field(lang, sides, Id::Place), of_field(lang, sides, Id::Base), count, added(lang, sides)];
    rows.into_iter().filter(differs).collect()
}

fn added(lang: Lang, sides: &[Side]) -> Difference {
    let cell = |side: &Side| {
        let own = side.scenario.own();
        if own.is_empty() {
            return words::NONE.say(lang).to_owned();
        }
        let figures = own::figures(lang, own.len());
        let as_many = |other: &&Side| other.scenario.own().len() == own.len() && other.scenario.own() != own;
        let other = sides.iter().take_while(|other| other.letter != side.letter).find(as_many);
        other.map_or_else(|| figures.clone(), |other| words::AddedOthers { figures: &figures, letter: other.letter }.say(lang))
    };
    Difference { label: words::ADDED.say(lang).to_owned(), cells: sides.iter().map(cell).collect() }
}

/// The same programme in the scenarios: its place in the plan of each, where it is there.
type Same = Vec<Option<usize>>;

/// Each programme of the plans once: by what it is on the shelf, then by its name, then by its order.
fn programmes(sides: &[Side]) -> Vec<Same> {
    let mut all: Vec<Same> = Vec::new();
    for (at, side) in sides.iter().enumerate() {
        for slot in side.scenario.planned() {
            let like = |same: &Same, named: bool| {
                let free = same.get(at).is_none();
                let other = same.iter().zip(sides).find_map(|(slot, side)| Some((side.scenario, (*slot)?)));
                free && other.is_some_and(|(other, place)| {
                    let shelf = |scenario: &Scenario, slot: usize| scenario.option(Id::of(slot, Part::Programme));
                    shelf(other, place) == shelf(side.scenario, slot) && (!named || other.name_of(place) == side.scenario.name_of(slot))
                })
            };
            let found = [true, false].into_iter().find_map(|named| all.iter().position(|same| like(same, named)));
            match found {
                Some(found) => all[found].push(Some(slot)),
                None => all.push([vec![None; at], vec![Some(slot)]].concat()),
            }
        }
        for same in &mut all {
            same.resize(at + 1, None);
        }
    }
    all
}

/// A side with its place for a programme.
type Placed<'a> = (&'a Side<'a>, Option<usize>);

/// What a programme is called in the first scenario that has it; after that its place there, where another is called the same.
fn called(lang: Lang, sides: &[Side], all: &[Same], same: &Same) -> String {
    let first = |same: &Same| same.iter().zip(sides).find_map(|(slot, side)| Some((side.scenario, (*slot)?)));
    let name = |same: &Same| first(same).map_or(String::new(), |(scenario, slot)| fields::programme(lang, scenario, slot));
    let own = name(same);
    let twice = all.iter().filter(|other| name(other) == own).count() > 1;
    match first(same).filter(|_| twice) {
        Some((_, slot)) => words::ProgrammeNamed { name: &own, shelf: &plan::Nth { n: DIGITS[slot] }.say(lang) }.say(lang),
        None => own,
    }
}

/// The programmes: each that not every plan has, each part in which it differs, or which was changed where only one has it, and the order of
/// those that all have. What a programme of the shelf is goes without saying.
fn plans(lang: Lang, sides: &[Side]) -> Vec<Difference> {
    let all = programmes(sides);
    let called: Vec<String> = all.iter().map(|same| called(lang, sides, &all, same)).collect();
    let rows = all.iter().zip(&called).flat_map(|(same, called)| programme(lang, sides, same, called));
    rows.chain(std::iter::once(order(lang, sides, &all, &called))).filter(differs).collect()
}

fn programme(lang: Lang, sides: &[Side], same: &Same, called: &str) -> Vec<Difference> {
    let placed = || sides.iter().zip(same.iter().copied());
    let none = || words::NONE.say(lang).to_owned();
    let which = |(side, slot): Placed| slot.map_or_else(none, |slot| named(lang, side.scenario, slot));
    let first = Difference { label: called.to_owned(), cells: placed().map(which).collect() };
    let part = |part: Part| {
        let there = || placed().filter_map(|(side, slot)| Some((side.scenario, Id::of(slot?, part))));
        let own: Vec<u64> = there().map(|(scenario, id)| scenario.value(id).to_bits()).collect();
        let told = if own.len() == 1 {
            there().any(|(scenario, id)| scenario.changed(id))
        } else {
            own.iter().any(|value| Some(value) != own.first())
        };
        let label = Id::of(0, part).field().label.say(lang);
        let cell = |(side, slot): Placed| slot.map_or_else(none, |slot| said(lang, side.scenario, Id::of(slot, part)));
        told.then(|| Difference { label: plan::Of { programme: called, label }.say(lang), cells: placed().map(cell).collect() })
    };
    std::iter::once(first).chain(Part::ALL.into_iter().skip(1).filter_map(part)).collect()
}

/// In what order the programmes come that every plan has: each gets what the earlier ones leave.
fn order(lang: Lang, sides: &[Side], all: &[Same], called: &[String]) -> Difference {
    let cell = |at: usize| {
        let mut places: Vec<(usize, &String)> = all
            .iter()
            .zip(called)
            .filter(|(same, _)| same.iter().all(Option::is_some))
            .filter_map(|(same, called)| Some(((*same.get(at)?)?, called)))
            .collect();
        places.sort_unstable();
        names(lang, &places.into_iter().map(|(_, called)| called.clone()).collect::<Vec<_>>())
    };
    Difference { label: words::PLAN_ORDER.say(lang).to_owned(), cells: (0..sides.len()).map(cell).collect() }
}

/// That a programme is in the plan, by the name that somebody gave it.
fn named(lang: Lang, scenario: &Scenario, slot: usize) -> String {
    let shelf = said(lang, scenario, Id::of(slot, Part::Programme));
    scenario
        .name_of(slot)
        .map_or_else(|| words::IN_PLAN.say(lang).to_owned(), |name| words::ProgrammeNamed { name, shelf: &shelf }.say(lang))
}

/// Ranges that somebody gave or took away, where they differ.
fn ranges(lang: Lang, sides: &[Side]) -> Vec<Difference> {
    let cell = |side: &Side, id: Id| {
        let field = &side.scenario.field(id);
        side.scenario.range(id).map_or_else(
            || words::KNOWN.say(lang).to_owned(),
            |(low, high)| words::Range { low: &fields::said(lang, field, low), high: &fields::said(lang, field, high) }.say(lang),
        )
    };
    let given = |side: &Side, id: Id| side.scenario.range_changed(id);
    let own = Id::every().filter(|id| id.part().is_none() && rooms::has(Room::Budget, *id));
    let own = own
        .filter(|id| sides.iter().any(|side| given(side, *id)))
        .map(|id| Difference { label: id.field().label.say(lang).to_owned(), cells: sides.iter().map(|side| cell(side, id)).collect() });
    let all = programmes(sides);
    let of_part = |same: &Same, part: Part| {
        let ids = || sides.iter().zip(same.iter().map(|slot| slot.map(|slot| Id::of(slot, part))));
        ids().any(|(side, id)| id.is_some_and(|id| given(side, id))).then(|| Difference {
            label: plan::Of { programme: &called(lang, sides, &all, same), label: Id::of(0, part).field().label.say(lang) }.say(lang),
            cells: ids().map(|(side, id)| id.map_or_else(|| words::NONE.say(lang).to_owned(), |id| cell(side, id))).collect(),
        })
    };
    let parts = all.iter().flat_map(|same| Part::ALL.into_iter().filter_map(|part| of_part(same, part)));
    own.chain(parts).filter(differs).collect()
}

/// What differs that the whole budget does not use.
fn elsewhere(lang: Lang, sides: &[Side]) -> Option<String> {
    let other = |id: &Id| !rooms::has(Room::Budget, *id) && sides.iter().any(|side| side.scenario.changed(*id));
    let others: Vec<String> = Id::every().filter(other).map(|id| of_field(lang, sides, id)).filter(differs).map(|row| row.label).collect();
    (!others.is_empty()).then(|| words::Elsewhere { names: &names(lang, &others) }.say(lang))
}
