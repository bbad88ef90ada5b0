//! A field as the page shows it: what stands in its box, where its slider is, what its level means, where its value comes from.

use crate::app::Level;
use crate::app::Mistake;
use crate::app::Room;
use crate::app::State;
use crate::app::kind;
use crate::evidence::Figure;
use crate::evidence::Status;
use crate::link;
use crate::place;
use crate::place::Place;
use crate::place::RegionKind;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::scenario::field::Field;
use crate::scenario::field::Options;
use crate::scenario::field::Role;
use crate::scenario::field::Unit;
use crate::scenario::id::DIGITS;
use crate::scenario::id::Part;
use crate::units::within;
use crate::words::Lang;
use crate::words::count;
use crate::words::number;
use crate::words::text::place::NameAndKind;
use crate::words::text::plan;
use crate::words::text::site;
use crate::words::typed;

use super::levels;

/// One field, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldView {
    /// Which field.
    pub id: Id,
    /// What it is called.
    pub label: String,
    /// What it is.
    pub help: String,
    /// How it is set.
    pub control: Control,
    /// What the level means, in words.
    pub level: Option<String>,
    /// What is wrong with what was typed.
    pub error: Option<String>,
    /// That the value lies outside the slider's range.
    pub unusual: Option<String>,
    /// Where it starts, and the slider's ends.
    pub default: String,
    /// Whether it differs from the preset.
    pub changed: bool,
    /// The words of the way back.
    pub restore: String,
    /// Whether the preset's value is an assumption.
    pub assumption: bool,
    /// Where the preset's value comes from.
    pub sources: Vec<SourceView>,
    /// Whether it starts at what the visitor's own figures say.
    pub own: bool,
}

/// How a field is set.
#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    /// A slider and a text box in step.
    Number {
        /// What stands in the box.
        text: String,
        /// The unit in words, after the box.
        unit: String,
        /// Where the slider stands, and its ends and step.
        slider: Slider,
        /// The value in force, in words with its unit.
        said: String,
    },
    /// A few options, one of them chosen.
    Options {
        /// The index, the key and the label of each that can be chosen.
        options: Vec<Shown>,
        /// The index of the one chosen.
        chosen: usize,
    },
    /// Many options in groups, one of them chosen.
    Picker {
        /// The groups, each under a heading.
        groups: Vec<(String, Vec<Shown>)>,
        /// The index of the one chosen.
        chosen: usize,
        /// Where options can be searched for: what is typed, and what it finds.
        search: Option<(String, Vec<Shown>)>,
    },
}

/// An option as it is shown: its index, its key and its label.
pub type Shown = (usize, &'static str, String);

/// A native slider's attributes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the attributes of a native slider under their own names")]
pub struct Slider {
    pub value: f64,
    pub min: f64,
    pub max: f64,
    pub step: f64,
}

/// A figure behind a field, and where it was published.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceView {
    /// The figure's id in the register.
    pub id: &'static str,
    /// What the figure is, with its value.
    pub figure: String,
    /// Document, section and date.
    pub cited: String,
    /// What else should be known about it.
    pub note: Option<String>,
}

/// What says the levels where no program does: the rooms rendered when the page is built, and the tests.
#[cfg(feature = "ssr")]
const ANY_LEVEL: Level = levels::any;
#[cfg(not(feature = "ssr"))]
const ANY_LEVEL: Level = levels::none;

/// A field of a state, ready to be drawn.
#[must_use]
pub fn view(state: &State, id: Id) -> FieldView {
    let (lang, field, row) = (state.lang, &state.scenario.field(id), state.row(id));
    let value = state.scenario.value(id);
    let label = field.label.say(lang).to_owned();
    let start = said(lang, field, field.default);
    // What was added has no published source.
    let own = state.scenario.is_own(id);
    let published: &[&Figure] = if own { &[] } else { row.evidence };
    FieldView {
        id,
        own,
        // How a published price was worked out says nothing of an added one.
        help: if own && row.unit == Unit::PoundsPerChildYear { site::OWN_PRICE } else { row.help }.say(lang).to_owned(),
        control: control(state, field, value),
        level: state.rows.level.unwrap_or(ANY_LEVEL)(lang, &state.scenario, id),
        error: error(state, id).or_else(|| refused(state, id)),
        unusual: (!field.plausible(value)).then(|| unusual(lang, field)),
        default: default(lang, field, &start, own),
        changed: state.scenario.changed(id),
        restore: site::Restore { value: &start }.say(lang),
        assumption: published.first().is_some_and(|figure| figure.status == Status::Assumption),
        sources: published.iter().map(|figure| source(lang, figure)).collect(),
        label,
    }
}

fn control(state: &State, field: &Field, value: f64) -> Control {
    let lang = state.lang;
    let options = || field.options.iter().enumerate().map(|(index, option)| (index, option.key, option.label.say(lang).to_owned()));
    let chosen = state.scenario.option(field.id);
    match field.options {
        Options::None => {}
        Options::Few(_) => return Control::Options { options: options().collect(), chosen },
        Options::Streams | Options::Programmes => {
            return Control::Picker { groups: vec![(field.label.say(lang).to_owned(), options().collect())], chosen, search: None };
        }
        Options::Places => {
            let kinds = [site::PICK_WALES, site::PICK_COUNCILS, site::PICK_CONSORTIA, site::PICK_BOARDS];
            let of_kind =
                |kind| options().filter(|(index, ..)| Place::ALL.get(*index).is_some_and(|place| place_kind(*place) == kind)).collect();
            let groups = kinds.iter().enumerate().map(|(kind, name)| (name.say(lang).to_owned(), of_kind(kind))).collect();
            return Control::Picker { groups, chosen, search: Some((state.search.clone(), found(lang, &state.search))) };
        }
    }
    let (min, max) = field.slider;
    let said = match field.unit {
        // Two languages count years in their own ways: 1 year, 2 flynedd.
        Unit::Years if !field.is_nothing(value) => count::years(lang, value, 4),
        _ => site::WithUnit { value: &boxed(field, value), unit: unit(lang, field.unit) }.say(lang),
    };
    let unit = said.split_once(' ').map_or_else(String::new, |(_, unit)| unit.to_owned());
    let text = state.drafts.get(field.id).map_or_else(|| boxed(field, value), |draft| draft.text.clone());
    Control::Number { text, unit, said, slider: Slider { value: within(value, min, max), min, max, step: field.step } }
}

/// Which group of the list a place stands in: Wales, councils, consortia, boards.
const fn place_kind(place: Place) -> usize {
    match place {
        Place::Wales => 0,
        Place::Council(_) => 1,
        Place::Region(region) if matches!(region.kind, RegionKind::Consortium) => 2,
        Place::Region(_) => 3,
    }
}

/// The places that a text finds, in either language; of those that share a name it is said of which kind each is.
fn found(lang: Lang, text: &str) -> Vec<Shown> {
    let places = place::search(text);
    let index = |place: &Place| Place::ALL.iter().position(|other| other == place);
    let label = |place: &Place| {
        let name = place.name().say(lang);
        let alone = places.iter().filter(|other| other.name().say(lang) == name).count() == 1;
        if alone { name.to_owned() } else { NameAndKind { name, kind: place.kind().say(lang) }.say(lang) }
    };
    places.iter().filter_map(|place| Some((index(place)?, place.key(), label(place)))).collect()
}

/// What stands in the box of a field: money to the penny, a place's part of Wales to a tenth and another preset to four decimals, though the
/// model may hold more of it. What was typed stands as it was typed.
fn boxed(field: &Field, value: f64) -> String {
    let kind = kind(field.id);
    if field.is_nothing(value) {
        return String::new();
    }
    let steps = match kind {
        typed::Kind::Money => 100.0,
        _ if value.to_bits() != field.default.to_bits() => return typed::editable(value, kind),
        typed::Kind::Count if field.of_place => 10.0,
        typed::Kind::Percent => 1_000_000.0,
        _ => 10_000.0,
    };
    typed::editable((value * steps).round() / steps, kind)
}

/// What a field is called by itself: that of a programme with the programme's name before it.
#[must_use]
pub fn label(lang: Lang, scenario: &Scenario, id: Id) -> String {
    let label = id.field().label.say(lang);
    match id.part() {
        Some((slot, _)) => plan::Of { programme: &programme(lang, scenario, slot), label }.say(lang),
        None => label.to_owned(),
    }
}

/// What the programme at a place of the plan is called: by the visitor, or else on the shelf.
#[must_use]
pub fn programme(lang: Lang, scenario: &Scenario, slot: usize) -> String {
    let shelf =
        || scenario.programme(slot).map_or_else(|| plan::Nth { n: DIGITS[slot] }.say(lang), |shelf| shelf.name.say(lang).to_owned());
    scenario.name_of(slot).map_or_else(shelf, str::to_owned)
}

/// The mistake of a field that was left, told with what is allowed.
#[must_use]
pub fn error(state: &State, id: Id) -> Option<String> {
    let draft = state.drafts.get(id).filter(|draft| draft.left)?;
    let (lang, field) = (state.lang, &state.scenario.field(id));
    let label = &label(lang, &state.scenario, id);
    let text: String = draft.text.chars().filter(|c| !c.is_control()).take(40).collect();
    let low = said(lang, field, field.bounds.0);
    let high = said(lang, field, field.bounds.1);
    Some(match draft.mistake? {
        Mistake::Empty => site::MistakeEmpty { label }.say(lang),
        Mistake::NotWhole => site::MistakeNotWhole { label, text: &text }.say(lang),
        Mistake::NotANumber if field.unit.of_years() => site::MistakeNotWhole { label, text: &text }.say(lang),
        Mistake::NotANumber => {
            let like = if field.is_nothing(field.default) { field.slider.0 } else { field.default };
            site::MistakeNotANumber { label, text: &text, example: &said(lang, field, like) }.say(lang)
        }
        Mistake::OutOfBounds => site::MistakeOutOfBounds { label, text: &text, low: &low, high: &high }.say(lang),
    })
}

/// What a link said for a field that cannot be used: told here too, until the field is touched.
fn refused(state: &State, id: Id) -> Option<String> {
    let told = |problem: &&link::Problem| matches!(problem, link::Problem::BadValue(field, _) if *field == id);
    let problem = state.notices.iter().find(told).filter(|_| state.touched.get(id).is_none())?;
    Some(super::notices::notice(state, problem))
}

fn unusual(lang: Lang, field: &Field) -> String {
    site::Unusual { low: &said(lang, field, field.slider.0), high: &said(lang, field, field.slider.1) }.say(lang)
}

fn default(lang: Lang, field: &Field, start: &str, own: bool) -> String {
    if !field.options.is_empty() {
        return site::DefaultOption { value: start }.say(lang);
    }
    let [low, high] = &[field.slider.0, field.slider.1].map(|end| said(lang, field, end));
    if own {
        site::DefaultOwn { value: start, low, high }.say(lang)
    } else if field.is_nothing(field.default) {
        site::DefaultEmpty { high, low }.say(lang)
    } else {
        site::DefaultValue { value: start, low, high }.say(lang)
    }
}

pub(super) fn source(lang: Lang, figure: &Figure) -> SourceView {
    let value = super::cite::value(lang, figure);
    let colon = format!("{}: {value}", figure.label.say(lang));
    SourceView {
        id: figure.id,
        figure: colon,
        cited: super::cite::cited(lang, figure),
        note: figure.note.map(|note| note.say(lang).to_owned()),
    }
}

/// The unit of a field in words, as it stands after the box.
#[must_use]
pub fn unit(lang: Lang, unit: Unit) -> &'static str {
    match unit {
        Unit::PoundsPerChild => site::UNIT_POUNDS_PER_CHILD,
        Unit::Pounds => site::UNIT_POUNDS,
        Unit::PoundsPerYear => site::UNIT_POUNDS_PER_YEAR,
        Unit::PoundsPerChildYear => site::UNIT_POUNDS_PER_CHILD_YEAR,
        Unit::Children => site::UNIT_CHILDREN,
        Unit::ChildrenPerYear => site::UNIT_CHILDREN_PER_YEAR,
        Unit::Percent => site::UNIT_PERCENT,
        Unit::PercentPerYear => site::UNIT_PERCENT_PER_YEAR,
        Unit::Years => site::UNIT_YEARS,
        Unit::Year | Unit::Option => site::UNIT_YEAR,
    }
    .say(lang)
}

/// A value of a field in words: `£1,150`, `12.5%`, `3,600`, `2022`, or the option's label.
#[must_use]
pub fn said(lang: Lang, field: &Field, value: f64) -> String {
    match field.unit {
        Unit::PoundsPerChild | Unit::Pounds | Unit::PoundsPerYear | Unit::PoundsPerChildYear => pounds(value),
        Unit::Percent | Unit::PercentPerYear => number::percent_trimmed(value, 4),
        Unit::Children | Unit::ChildrenPerYear | Unit::Years | Unit::Year if field.is_nothing(value) => {
            site::NOTHING_TYPED.say(lang).to_owned()
        }
        Unit::Children | Unit::ChildrenPerYear | Unit::Years | Unit::Year => boxed(field, value),
        Unit::Option if matches!(field.options, Options::Places) => Place::ALL
            .iter()
            .zip(0_u32..)
            .find(|(_, index)| (f64::from(*index) - value).abs() < 0.5)
            .map_or(String::new(), |(place, _)| place.full_name(lang)),
        Unit::Option => {
            let option = field.options.iter().zip(0_u32..).find(|(_, index)| (f64::from(*index) - value).abs() < 0.5);
            option.map_or(String::new(), |(option, _)| option.label.say(lang).to_owned())
        }
    }
}

/// Pounds to the penny, the pence left out where there are none.
#[must_use]
pub fn pounds(value: f64) -> String {
    let exact = number::pounds_and_pence(value);
    exact.strip_suffix(".00").map_or_else(|| exact.clone(), str::to_owned)
}

/// One changed field: what it was, what it is, where it is set.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeView {
    /// Which field.
    pub id: Id,
    /// What the field is called.
    pub label: String,
    /// From what to what.
    pub said: String,
    /// The room it belongs to, where that is another one.
    pub elsewhere: Option<String>,
    /// Whether nobody controls it.
    pub assumption: bool,
}

/// Every change from the preset, in the order of the table; those of other rooms say so.
#[must_use]
pub fn changes(lang: Lang, room: Room, scenario: &Scenario) -> Vec<ChangeView> {
    let view = |(id, value): (Id, f64)| {
        let field = &scenario.field(id);
        let (label, from) = (&label(lang, scenario, id), said(lang, field, field.default));
        let home = super::rooms::of(id);
        ChangeView {
            id,
            assumption: field.role == Role::Assumption,
            label: label.to_owned(),
            said: match id.part() {
                Some((slot, part @ (Part::Programme | Part::On))) => {
                    let programme = &programme(lang, scenario, slot);
                    if part == Part::On { plan::Off { programme }.say(lang) } else { plan::Added { programme }.say(lang) }
                }
                _ => site::Change { label, from: &from, to: &said(lang, field, value) }.say(lang),
            },
            elsewhere: (!super::rooms::has(room, id)).then(|| site::ChangeElsewhere { room: super::rooms::name(lang, home) }.say(lang)),
        }
    };
    scenario.changes().map(view).collect()
}
