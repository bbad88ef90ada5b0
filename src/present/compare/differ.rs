//! What differs between the scenarios, as people read it: where and when they start, assumptions, choices, the programmes by their places in
//! the plan, ranges. What a scenario does not use is no difference of it.

use crate::app::Room;
use crate::scenario::How;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::scenario::field::Role;
use crate::scenario::id::DIGITS;
use crate::scenario::id::Part;
use crate::scenario::id::SLOTS;
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
        (words::GROUP_PLAN, (0..SLOTS).flat_map(|slot| programme(lang, sides, slot)).collect()),
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
        Id::MixFoster | Id::MixResidential | Id::MixParents => request::plan::target_mix(scenario).is_some(),
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

/// What is called the same in every scenario: a part of the programme at a place of the plan.
fn label(lang: Lang, id: Id) -> String {
    let label = id.field().label.say(lang);
    match id.part() {
        Some((slot, _)) => plan::Of { programme: &plan::Nth { n: DIGITS[slot] }.say(lang), label }.say(lang),
        None => label.to_owned(),
    }
}

/// The programme at a place of the plan: which it is, and each part in which the same programme differs, or which was changed where they are
/// not the same. What a programme of the shelf is goes without saying.
fn programme(lang: Lang, sides: &[Side], slot: usize) -> Vec<Difference> {
    let which = |side: &Side| named(lang, side.scenario, slot);
    let first = Difference { label: plan::Nth { n: DIGITS[slot] }.say(lang), cells: sides.iter().map(which).collect() };
    let one = sides.iter().all(|side| same_programme(side, &sides[0], slot));
    let there = |side: &&Side| side.scenario.programme(slot).is_some();
    let part = |part: Part| {
        let id = Id::of(slot, part);
        let own: Vec<u64> = sides.iter().filter(there).map(|side| side.scenario.value(id).to_bits()).collect();
        let told = one || sides.iter().any(|side| side.scenario.changed(id));
        let cell = |side: &Side| if there(&side) { said(lang, side.scenario, id) } else { words::NONE.say(lang).to_owned() };
        (told && (own.len() == 1 || own.iter().any(|value| Some(value) != own.first())))
            .then(|| Difference { label: label(lang, id), cells: sides.iter().map(cell).collect() })
    };
    std::iter::once(first).chain(Part::ALL.into_iter().skip(1).filter_map(part)).filter(differs).collect()
}

fn same_programme(side: &Side, other: &Side, slot: usize) -> bool {
    let id = Id::of(slot, Part::Programme);
    side.scenario.option(id) == other.scenario.option(id)
}

/// A programme by its name, with what it is on the shelf where somebody gave it another.
fn named(lang: Lang, scenario: &Scenario, slot: usize) -> String {
    let shelf = said(lang, scenario, Id::of(slot, Part::Programme));
    match scenario.name_of(slot) {
        Some(name) if scenario.programme(slot).is_some() => words::ProgrammeNamed { name, shelf: &shelf }.say(lang),
        _ => shelf,
    }
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
    let given = |id: &Id| rooms::has(Room::Budget, *id) && sides.iter().any(|side| side.scenario.range_changed(*id));
    let row = |id: Id| Difference { label: label(lang, id), cells: sides.iter().map(|side| cell(side, id)).collect() };
    Id::every().filter(given).map(row).filter(differs).collect()
}

/// What differs that the whole budget does not use.
fn elsewhere(lang: Lang, sides: &[Side]) -> Option<String> {
    let other = |id: &Id| !rooms::has(Room::Budget, *id) && sides.iter().any(|side| side.scenario.changed(*id));
    let others: Vec<String> = Id::every().filter(other).map(|id| of_field(lang, sides, id)).filter(differs).map(|row| row.label).collect();
    (!others.is_empty()).then(|| words::Elsewhere { names: &names(lang, &others) }.say(lang))
}
