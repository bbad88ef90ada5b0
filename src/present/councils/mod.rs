//! Compare councils: a map and a table of what is known of each, the one picked beside Wales, its regions and the councils most like it,
//! and what is published on why councils differ.

mod beside;
mod sources;
mod sums;

use crate::app::State;
use crate::evidence::counts;
use crate::evidence::figure as published;
use crate::evidence::local;
use crate::evidence::rates;
use crate::place::Place;
use crate::units::order::ordered;
use crate::words::Lang;
use crate::words::Text;
use crate::words::list;
use crate::words::text::councils as words;
use crate::words::text::count;

use super::Body;
use super::ResultRow;
use super::areas;
use super::areas::AreaRow;
use super::areas::Areas;
use super::fields;
use super::fields::SourceView;
use super::figure::Figure;
use super::figure::Sentence;
use super::figure::mark;

pub use sources::Source;

/// Everything that the room holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Councils {
    /// What it is called.
    pub title: String,
    /// The question in one sentence.
    pub question: String,
    /// What it is about.
    pub intro: String,
    /// The answer in one sentence.
    pub headline: Sentence,
    /// What else the answer says.
    pub lines: Vec<Sentence>,
    /// The map with its table.
    pub areas: Areas,
    /// The place picked beside others.
    pub beside: Option<Beside>,
    /// What is published on why councils differ.
    pub why: Why,
    /// What should be read beside the numbers.
    pub caveats: Vec<String>,
    /// Where the numbers come from.
    pub sources: Vec<Source>,
    /// What a listener is told when what is shown changes.
    pub announcement: String,
}

/// The place picked beside others.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// What it is headed with.
    pub title: String,
    /// What it finds.
    pub lines: Vec<String>,
    /// The places in a table of their own.
    pub areas: Areas,
    /// What chance does to its count, and what was published of it.
    pub results: Vec<ResultRow>,
    /// What we assume in it, and why.
    pub notes: Vec<String>,
}

/// Published evidence on why councils differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// What it is about.
    pub line: String,
    /// The figures, each with its source.
    pub figures: Vec<SourceView>,
    /// How it may not be used.
    pub caution: String,
}

/// What the room holds, for the page.
#[must_use]
pub fn content(state: &State) -> Body {
    Body::Councils(Box::new(councils(state)))
}

/// The councils side by side.
#[must_use]
pub fn councils(state: &State) -> Councils {
    let lang = state.lang;
    let say = |text: Text| text.say(lang).to_owned();
    let areas = compared(state);
    let headline = headline(lang, &areas);
    let line = place_line(lang, &areas, state.scenario.place());
    Councils {
        title: say(words::TITLE),
        question: say(words::QUESTION),
        intro: say(words::INTRO),
        lines: vec![Sentence::plain(line.clone().unwrap_or_else(|| say(words::PICK_ONE)))],
        beside: beside::beside(state, &areas),
        why: why(lang),
        caveats: caveats(lang),
        sources: sources::sources(lang),
        announcement: line.map_or_else(|| headline.text(), |line| announcement(lang, &areas, &line)),
        headline,
        areas,
    }
}

fn compared(state: &State) -> Areas {
    let lang = state.lang;
    let mapped = sums::mapped(&state.scenario);
    let (rows, foot) = areas::rows(lang, state.scenario.place(), sums::cells);
    let mut areas = Areas {
        name: "councils",
        caption: String::new(),
        table_title: words::TABLE.say(lang).to_owned(),
        first: words::COLUMN_COUNCIL.say(lang).to_owned(),
        columns: sums::columns(lang),
        rows,
        foot,
        mapped,
        sorted: areas::sorted(state, "councils", mapped),
        open: true,
        notes: caution(mapped).iter().map(|note| note.say(lang).to_owned()).collect(),
    };
    areas.caption = caption(lang, &areas);
    areas
}

/// What to beware of in the figures of a column.
const fn caution(mapped: usize) -> &'static [Text] {
    match mapped {
        2 => &[local::NOT_REBASED_NOTE],
        5 | 6 => &[local::PLACEMENTS_NOTE],
        7 => &[local::SPEND_NOTE],
        _ => &[counts::LATEST_NOTE],
    }
}

/// The councils with a figure on the map, from the greatest.
fn ranked(areas: &Areas) -> Vec<(&AreaRow, f64)> {
    let known: Vec<(&AreaRow, f64)> = areas.rows.iter().filter_map(|row| Some((row, row.at(areas.mapped)?))).collect();
    ordered(&known, &|a, b| b.1.total_cmp(&a.1))
}

/// The three at each end.
fn caption(lang: Lang, areas: &Areas) -> String {
    let known = ranked(areas);
    let names = |rows: &mut dyn Iterator<Item = &(&AreaRow, f64)>| {
        let names: Vec<&str> = rows.take(3).map(|(row, _)| row.name.as_str()).collect();
        list(lang, &names)
    };
    words::Caption { highest: &names(&mut known.iter()), lowest: &names(&mut known.iter().rev()) }.say(lang)
}

fn headline(lang: Lang, areas: &Areas) -> Sentence {
    let known = ranked(areas);
    let write = |value: f64| areas.shown().map(|column| column.full(value)).unwrap_or_default();
    let ends = [known.last(), known.first()];
    let [least, most] = ends.map(|end| end.map_or("", |(row, _)| row.name.as_str()));
    let [low, high] = ends.map(|end| end.map_or(f64::NAN, |(_, value)| *value));
    let wales = areas.foot.first().and_then(|row| row.at(areas.mapped)).unwrap_or(f64::NAN);
    let figures = [("low", low), ("high", high), ("wales", wales)].map(|(name, value)| Figure::new(name, value, write(value)));
    let (low, high, wales) = (mark(0), mark(1), mark(2));
    let councils = count::COUNCILS.whole(lang, beside::number(known.len()));
    let text = match areas.mapped {
        2 => words::HeadlineChange { high, least, low, most, wales }.say(lang),
        5 => words::HeadlineCounty { councils: &councils, high, least, low, most, wales }.say(lang),
        6 => words::HeadlineWales { councils: &councils, high, least, low, most, wales }.say(lang),
        7 => words::HeadlineSpend { high, least, low, most }.say(lang),
        _ => words::HeadlineRate { high, least, low, most, wales }.say(lang),
    };
    Sentence::of(&text, &figures)
}

/// The place picked: its figure, where that stands among the councils, and Wales's.
fn place_line(lang: Lang, areas: &Areas, place: Place) -> Option<String> {
    let row = areas.rows.iter().chain(areas.foot.iter().skip(1)).find(|row| Place::ALL.get(row.option) == Some(&place))?;
    let column = areas.shown()?;
    let wales = areas.foot.first().and_then(|wales| wales.at(areas.mapped)).map(|value| column.full(value)).unwrap_or_default();
    let (place, wales) = (row.name.as_str(), wales.as_str());
    let Some(value) = row.at(areas.mapped) else { return Some(words::PlaceNone { place, wales }.say(lang)) };
    let said = column.full(value);
    if row.hex.is_none() {
        return Some(words::PlaceRegion { place, value: &said, wales }.say(lang));
    }
    let known = ranked(areas);
    let above = known.iter().filter(|(_, other)| column.rounded(*other) > column.rounded(value)).count();
    let (rank, all) = ((above + 1).to_string(), known.len().to_string());
    Some(words::PlaceCouncil { place, value: &said, rank: &rank, all: &all, wales }.say(lang))
}

fn announcement(lang: Lang, areas: &Areas, line: &str) -> String {
    words::Announce { title: areas.shown().map_or("", |column| column.title.as_str()), line }.say(lang)
}

fn why(lang: Lang) -> Why {
    let figures = [&published::VARIANCE_DEPRIVATION, &published::VARIANCE_PRACTICE, &published::VARIANCE_PARENTAL];
    Why {
        line: words::WHY_LINE.say(lang).to_owned(),
        figures: figures.map(|figure| fields::source(lang, figure)).to_vec(),
        caution: words::WHY_CAUTION.say(lang).to_owned(),
    }
}

fn caveats(lang: Lang) -> Vec<String> {
    let notes = [
        words::CAVEAT_COMPARE,
        words::CAVEAT_ROUNDED,
        rates::RATE_NOTE,
        counts::LATEST_NOTE,
        local::UNDER_18_NOTE,
        local::NOT_REBASED_NOTE,
        local::PLACEMENTS_NOTE,
        local::SPEND_NOTE,
    ];
    notes.iter().map(|note| note.say(lang).to_owned()).collect()
}
