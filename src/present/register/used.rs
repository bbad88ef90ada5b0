//! Which results, charts and tables of the rooms name a row of the evidence: each room is asked as a reader would ask it, with every stream,
//! measure and place, and what its footnotes name is kept. So a row leads back to wherever a footnote leads to it.

use std::sync::LazyLock;

use crate::app::Room;
use crate::app::State;
use crate::evidence::streams::STREAMS;
use crate::link;
use crate::place::Place;
use crate::present::Body;
use crate::present::Question;
use crate::present::ResultRow;
use crate::present::Section;
use crate::present::areas::Areas;
use crate::present::chart::Chart;
use crate::present::footnotes::Footnote;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::words::Lang;

use super::entry::Use;
use super::entry::used;

/// The row of the evidence, and where it is named.
type Named = (&'static str, Use);

/// Asked once: the rooms say the same each time.
static FOUND: LazyLock<[Vec<Named>; 2]> = LazyLock::new(|| Lang::ALL.map(found));

/// Where a row of the evidence is named, in the order of the menu.
pub(super) fn naming(lang: Lang, row: &str) -> Vec<Use> {
    let found = Lang::ALL.iter().zip(FOUND.iter()).filter(|(own, _)| **own == lang).flat_map(|(_, found)| found);
    found.filter(|(named, _)| *named == row).map(|(_, place)| place.clone()).collect()
}

/// A room as somebody may find it: its scenario, and the stream, the measure or the place that sets it apart from the preset.
fn rooms(lang: Lang) -> Vec<(Room, Scenario, Option<String>)> {
    let presets = Room::ALL.into_iter().filter(|room| room.program().is_some()).map(|room| (room, Scenario::default(), None));
    let option = |id: Id, index: usize| u32::try_from(index).ok().and_then(|index| Scenario::default().with(id, f64::from(index)));
    let set = |room: Room, id: Id, index: usize, name: String| Some((room, option(id, index)?, Some(name)));
    let label = |id: Id, index: usize| id.field().options.get(index).map_or(String::new(), |choice| choice.label.say(lang).to_owned());
    let each = |room: Room, id: Id, number: usize| (0..number).filter_map(move |index| set(room, id, index, label(id, index)));
    let places =
        |room: Room| Place::ALL.iter().enumerate().filter_map(move |(index, place)| set(room, Id::Place, index, place.full_name(lang)));
    presets
        .chain(each(Room::Grant, Id::Stream, STREAMS.len()))
        .chain(each(Room::Numbers, Id::Measure, Id::Measure.field().options.len()))
        .chain(each(Room::Numbers, Id::Base, 2))
        .chain(places(Room::Numbers))
        .chain(places(Room::Councils))
        .chain([(Room::Compare, Scenario::default().with_beside(&[Scenario::default()]), None)])
        .collect()
}

fn found(lang: Lang) -> Vec<Named> {
    let mut all: Vec<Named> = Vec::new();
    for (room, scenario, apart) in rooms(lang) {
        let fragment = link::write(&scenario);
        let body = super::super::page(&State { scenario, ..State::new(lang, room) }).body;
        for (anchor, label, footnotes) in noted(&body) {
            for footnote in footnotes {
                let Footnote::Evidence(row) = footnote else { continue };
                // A figure that the preset shows at the same place leads there.
                if !all.iter().any(|(named, place)| *named == row && place.room == room && place.anchor == anchor) {
                    let what = apart.as_ref().map_or_else(|| label.to_owned(), |apart| format!("{apart}: {label}"));
                    all.push((row, Use { scenario: fragment.clone(), ..used(lang, room, anchor.clone(), &what) }));
                }
            }
        }
    }
    all
}

/// What has footnotes: its id in the page, what it is called, and they.
type Noted<'a> = (String, &'a str, Vec<Footnote>);

fn noted(body: &Body) -> Vec<Noted<'_>> {
    match body {
        Body::Question(question) => of_question(question),
        Body::Councils(councils) => {
            let mut all = vec![of_areas(&councils.areas)];
            if let Some(beside) = &councils.beside {
                all.extend(beside.results.iter().map(|row| of_result(row, "topic-beside")));
            }
            all
        }
        Body::Compare(compare) => {
            let mut all = vec![("answer".to_owned(), compare.question.as_str(), compare.footnotes.clone())];
            all.extend(compare.charts.iter().map(|(chart, _)| of_chart(chart)));
            all
        }
        Body::Home(_) | Body::Figures(_) | Body::Register(_) | Body::Prose(_) => Vec::new(),
    }
}

fn of_question(question: &Question) -> Vec<Noted<'_>> {
    let mut all = vec![("answer".to_owned(), question.question.as_str(), question.footnotes.clone())];
    all.extend(question.charts.iter().map(|(chart, _)| of_chart(chart)));
    all.extend(question.results.iter().map(|row| of_result(row, "results")));
    all.extend(question.sections.iter().flat_map(of_section));
    all
}

fn of_section(section: &Section) -> Vec<Noted<'_>> {
    let id = format!("topic-{}", section.name);
    let mut all = vec![(id.clone(), section.title.as_str(), section.footnotes.clone())];
    all.extend(section.areas.iter().map(of_areas));
    all.extend(section.charts.iter().map(|(chart, _)| of_chart(chart)));
    all.extend(section.results.iter().map(|row| of_result(row, &id)));
    all
}

fn of_chart(chart: &Chart) -> Noted<'_> {
    (format!("chart-{}", chart.name), &chart.table_title, chart.footnotes.clone())
}

fn of_areas(areas: &Areas) -> Noted<'_> {
    (format!("chart-{}", areas.name), &areas.table_title, areas.footnotes())
}

/// A result by its own id, or where it has none by that of the part of the page that it stands in.
fn of_result<'a>(row: &'a ResultRow, part: &str) -> Noted<'a> {
    let id = if row.figure.name.is_empty() { part.to_owned() } else { format!("out-{}", row.figure.name) };
    (id, &row.label, row.footnotes.clone())
}
