//! The template to fill in, and own figures as a file that reads back the same: UTF-8 with its mark (so that a spreadsheet shows ŵ and ŷ),
//! commas, line ends of Windows. It knows nothing of reading.

use super::vocabulary::{Column, Figure, figure_word, grant_names, kind_word, per_names, per_word, placement_word};
use crate::evidence::streams::STREAMS;
use crate::place::{self, Place};
use crate::scenario::own::{Item, Own, Per, Placement};
use crate::units::written::written;
use crate::words::text::files as words;
use crate::words::{Lang, list, year};

/// The first financial year, by the March in which it ends, that is written as two years: a spreadsheet takes `2011-12` and those
/// before it for months, December 2011.
const FIRST_IN_FULL: u16 = 2013;

/// The placements of the model, which a template of several councils has.
const MAIN: [Placement; 4] = [Placement::Foster, Placement::Residential, Placement::Parents, Placement::Other];

/// A file to fill in for a place: every figure for a council; the main ones for each council of a region or of Wales. `march` is the year
/// of the 31 March that its rows are given, and the one before for a first count; without it the years are left to fill in as well.
#[must_use]
pub fn template(lang: Lang, place: Place, march: Option<u16>) -> String {
    let mut out = started();
    notes(&mut out, lang);
    header(&mut out, lang);
    let items = if place.is_council() { every_item() } else { main_items() };
    for council in place.councils() {
        let name = name(Place::Council(council), lang);
        if let Some(march) = march {
            row(&mut out, lang, &name, Item::Children, Some(march - 1), "");
        }
        for item in &items {
            // A weight is for the grant at hand, of whatever year.
            let march = march.filter(|_| *item != Item::Weight);
            row(&mut out, lang, &name, *item, march, "");
        }
    }
    out
}

/// Own figures as a file. `date` (in words) and `link` (to the page with the rest of the scenario) stand in its notes.
#[must_use]
pub fn export(lang: Lang, own: &Own, date: &str, link: &str) -> String {
    let mut out = started();
    note(&mut out, &words::NoteMade { date }.say(lang));
    note(&mut out, link);
    header(&mut out, lang);
    for (key, value) in own.iter() {
        let name = Place::find(key.place).map_or_else(|| key.place.to_owned(), |place| name(place, lang));
        row(&mut out, lang, &name, key.item, key.year, &written(value));
    }
    out
}

/// The year of a figure as a file has it: `2018-19` for what is of a financial year, the year of the 31 March for all else.
#[must_use]
pub fn year_word(item: Item, march: Option<u16>) -> String {
    match march {
        None => String::new(),
        Some(march) if item.of_financial_year() && march >= FIRST_IN_FULL => year::financial(i32::from(march) - 1),
        Some(march) => march.to_string(),
    }
}

fn every_item() -> Vec<Item> {
    let placed = Placement::ALL.into_iter().map(Item::Placed);
    let costs = Placement::ALL.into_iter().map(|placement| Item::Cost(placement, Per::Week));
    let grants = STREAMS.iter().map(|stream| Item::Grant(stream.id));
    flows().into_iter().chain(placed).chain(costs).chain(grants).chain([Item::Weight]).collect()
}

fn main_items() -> Vec<Item> {
    let placed = MAIN.into_iter().map(Item::Placed);
    let costs = MAIN.into_iter().map(|placement| Item::Cost(placement, Per::Week));
    flows().into_iter().chain(placed).chain(costs).chain([Item::Weight]).collect()
}

const fn flows() -> [Item; 3] {
    [Item::Children, Item::Entries, Item::Leavers]
}

/// A name that reading takes for this place and no other.
fn name(place: Place, lang: Lang) -> String {
    let name = place.full_name(lang);
    if place::resolve(&name) == Some(place) { name } else { place.key().to_owned() }
}

fn started() -> String {
    "\u{feff}".to_owned()
}

fn header(out: &mut String, lang: Lang) {
    cells(out, &Column::ALL.map(|column| column.name(lang)));
}

fn row(out: &mut String, lang: Lang, place: &str, item: Item, march: Option<u16>, value: &str) {
    cells(out, &[place, year_word(item, march).as_str(), figure_word(item, lang), kind_word(item, lang), value, per_word(item, lang)]);
}

/// What each column and figure is.
fn notes(out: &mut String, lang: Lang) {
    let [place, year, _, kind, value, per] = Column::ALL.map(|column| column.name(lang));
    let [children, entries, leavers, placement, cost, grant, weight] = Figure::ALL.map(|figure| figure.word(lang));
    let kinds = Placement::ALL.map(|placement| placement_word(placement, lang)).join(", ");
    let [week, a_year] = per_names(lang);
    let foster = placement_word(Placement::Foster, lang);
    for said in [
        words::NOTE_TITLE.say(lang).to_owned(),
        words::NoteFill { value }.say(lang),
        words::NotePlace { place }.say(lang),
        words::NoteYear { year, counts: &list(lang, &[children, placement]) }.say(lang),
        words::NoteYearOptional { figures: &list(lang, &[cost, grant, weight]) }.say(lang),
        words::NoteChildren { children, entries, leavers }.say(lang),
        words::NotePlacement { placement, cost, week, year: a_year, per }.say(lang),
        words::NoteKinds { kind, figures: &list(lang, &[placement, cost]), kinds: &kinds, foster }.say(lang),
        words::NoteGrant { grant, kind, grants: &grant_names(lang) }.say(lang),
        words::NoteWeight { weight }.say(lang),
    ] {
        note(out, &said);
    }
}

fn note(out: &mut String, said: &str) {
    let line: String = said.chars().filter(|c| !c.is_control()).collect();
    cells(out, &[&["# ", &line].concat()]);
}

/// A row. What holds a comma or a quotation mark is quoted, and what a spreadsheet would take for a formula gets an apostrophe.
fn cells(out: &mut String, cells: &[&str]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        if cell.contains([',', '"', '\n', '\r']) {
            out.extend(["\"", guard, &cell.replace('"', "\"\""), "\""]);
        } else {
            out.extend([guard, cell]);
        }
    }
    out.push_str("\r\n");
}
