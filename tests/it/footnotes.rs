//! Every figure that a room shows leads to a row of the evidence or to the section of the method that works it out, and the row leads back.

use std::collections::BTreeSet;

use clorian::app::Message;
use clorian::app::Room;
use clorian::app::State;
use clorian::app::update;
use clorian::evidence::streams::STREAMS;
use clorian::place::Place;
use clorian::present::Body;
use clorian::present::Page;
use clorian::present::Question;
use clorian::present::ResultRow;
use clorian::present::areas::Areas;
use clorian::present::chart::Chart;
use clorian::present::figure::Sentence;
use clorian::present::figure::Span;
use clorian::present::footnotes::Footnote;
use clorian::present::page;
use clorian::present::register::Use;
use clorian::present::register::register;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::scenario::id::Part;
use clorian::scenario::own::Item;
use clorian::scenario::own::Key;
use clorian::scenario::own::Own;
use clorian::scenario::own::Per;
use clorian::scenario::own::Placement;
use clorian::ui::App;
use clorian::ui::AppProps;
use clorian::ui::program;
use clorian::words::Lang;

/// A page as it is rendered when the site is built.
fn rendered(room: Room, lang: Lang) -> String {
    let props = AppProps::preset(lang, room, program::of(room), None);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, yew::LocalServerRenderer::<App>::with_props(props).render())
}

/// The ids on a page.
fn ids(html: &str) -> BTreeSet<String> {
    html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// What a footnote may lead to.
struct Targets {
    evidence: BTreeSet<String>,
    method: BTreeSet<String>,
}

impl Targets {
    fn read() -> Self {
        let [evidence, method] = [Room::Evidence, Room::Method].map(|room| ids(&rendered(room, Lang::En)));
        Self { evidence, method }
    }

    fn resolves(&self, footnote: Footnote) -> bool {
        match footnote {
            Footnote::Evidence(id) => self.evidence.contains(id),
            Footnote::Method(chapter) => self.method.contains(chapter.id),
        }
    }

    /// What is wrong with the footnotes of something.
    fn faults(&self, what: &str, footnotes: &[Footnote]) -> Vec<String> {
        let mut faults: Vec<String> = footnotes
            .iter()
            .filter(|footnote| !self.resolves(**footnote))
            .map(|footnote| format!("{what}: {footnote:?} leads nowhere"))
            .collect();
        if footnotes.is_empty() {
            faults.push(format!("{what}: rests on nothing"));
        }
        if footnotes.iter().enumerate().any(|(at, footnote)| footnotes[..at].contains(footnote)) {
            faults.push(format!("{what}: the same footnote twice"));
        }
        faults
    }

    fn of_row(&self, row: &ResultRow) -> Vec<String> {
        // Words alone (“no figure”, “never”) rest on nothing; nor does what the reader put in, which is marked as theirs.
        let figures = row.figure.exact.is_some() || row.figure.worded.contains(|c: char| c.is_ascii_digit());
        if row.footnotes.is_empty() && (row.own || !figures) { Vec::new() } else { self.faults(&row.label, &row.footnotes) }
    }

    fn of_areas(&self, areas: &Areas) -> Vec<String> {
        areas.columns.iter().flat_map(|column| self.faults(&column.title, column.footnotes)).collect()
    }

    fn of_charts<'a>(&self, charts: impl IntoIterator<Item = &'a Chart>) -> Vec<String> {
        charts.into_iter().flat_map(|chart| self.faults(chart.name, &chart.footnotes)).collect()
    }

    fn of_lines<'a>(&self, what: &str, lines: impl IntoIterator<Item = &'a Sentence>, footnotes: &[Footnote]) -> Vec<String> {
        let figures = lines.into_iter().flat_map(|line| &line.0).any(|span| matches!(span, Span::Figure(_)));
        if figures || !footnotes.is_empty() { self.faults(what, footnotes) } else { Vec::new() }
    }

    fn of_question(&self, question: &Question) -> Vec<String> {
        let mut faults = self.of_lines("the answer", std::iter::once(&question.headline).chain(&question.lines), &question.footnotes);
        faults.extend(self.of_charts(question.charts.iter().map(|(chart, _)| chart)));
        faults.extend(question.all_results().flat_map(|row| self.of_row(row)));
        for section in &question.sections {
            faults.extend(self.of_lines(section.name, &section.lines, &section.footnotes));
            faults.extend(self.of_charts(section.charts.iter().map(|(chart, _)| chart)));
            faults.extend(section.areas.iter().flat_map(|areas| self.of_areas(areas)));
        }
        faults
    }

    fn of_page(&self, page: &Page) -> Vec<String> {
        match &page.body {
            Body::Question(question) => self.of_question(question),
            Body::Councils(councils) => {
                let beside = councils.beside.iter();
                let rows = beside.clone().flat_map(|beside| &beside.results).flat_map(|row| self.of_row(row));
                let rows: Vec<String> = rows.chain(beside.flat_map(|beside| self.of_areas(&beside.areas))).collect();
                [self.of_areas(&councils.areas), rows].concat()
            }
            Body::Compare(compare) => {
                let headline = self.of_lines("the answer", std::iter::once(&compare.headline), &compare.footnotes);
                [headline, self.of_charts(compare.charts.iter().map(|(chart, _)| chart))].concat()
            }
            Body::Figures(figures) => figures.says.iter().flat_map(|row| self.of_row(row)).collect(),
            // These answer with the questions of other rooms, or are what footnotes lead to.
            Body::Home(_) | Body::Register(_) | Body::Prose(_) => Vec::new(),
        }
    }
}

fn index(at: Option<usize>) -> f64 {
    at.and_then(|at| u32::try_from(at).ok()).map(f64::from).unwrap()
}

fn place(key: &str) -> f64 {
    index(Place::ALL.iter().position(|place| place.key() == key))
}

/// Figures of one's own of a council: two counts with the flows between, placements, a price, a grant, a weight.
fn own(place: &'static str) -> Own {
    let mut own = Own::default();
    let year = |year: u16, item: Item| Key { place, year: Some(year), item };
    for (key, value) in [
        (year(2018, Item::Children), 450.0),
        (year(2019, Item::Children), 470.0),
        (year(2019, Item::Leavers), 140.0),
        (year(2019, Item::Placed(Placement::Foster)), 330.0),
        (year(2019, Item::Placed(Placement::Residential)), 40.0),
        (year(2019, Item::Cost(Placement::Foster, Per::Week)), 520.0),
        (year(2019, Item::Grant("pdg-lac")), 300_000.0),
        (Key { place, year: None, item: Item::Weight }, 2.0),
    ] {
        own.set(key, value).unwrap();
    }
    own
}

/// Each room with everything in turn that shows other figures.
fn states() -> Vec<State> {
    let mut chosen: Vec<Vec<(Id, f64)>> = vec![Vec::new()];
    chosen.extend((0..STREAMS.len()).map(|at| vec![(Id::Stream, index(Some(at)))]));
    chosen.extend((0..Place::ALL.len()).map(|at| vec![(Id::Place, index(Some(at)))]));
    for measure in [0.0, 1.0, 2.0, 3.0] {
        chosen.extend([0.0, 1.0, 2.0, 3.0].map(|path| vec![(Id::Measure, measure), (Id::Path, path), (Id::CareGrowth, 0.02)]));
        chosen.push(vec![(Id::Measure, measure), (Id::Base, 1.0)]);
    }
    chosen.extend([0.0, 1.0, 2.0].map(|vary| vec![(Id::Vary, vary), (Id::CareTarget, 7_000.0), (Id::Quarter3, 6_900.0)]));
    chosen.extend([0.0, 1.0, 2.0, 3.0, 4.0].map(|column| vec![(Id::Compared, column), (Id::Place, place("W06000020"))]));
    let programme = |slot: usize, kind: f64| (Id::of(slot, Part::Programme), kind);
    chosen.extend([
        vec![programme(0, 1.0)],
        vec![programme(0, 2.0), programme(1, 3.0), (Id::Horizon, 3.0)],
        vec![(Id::CareTarget, 1.0)],
        vec![(Id::Without, 1.0)],
        vec![(Id::Base, 1.0), (Id::Place, place("W06000020"))],
        vec![(Id::Base, 1.0), (Id::Place, place("gwent"))],
        vec![(Id::Placement, 1.0), (Id::Prevented, 0.9), (Id::Returned, 0.2)],
        vec![(Id::Cost, 0.0)],
        vec![(Id::Prevented, 0.0)],
        vec![(Id::Retained, 0.125), (Id::Damped, 1.0), (Id::Rule, 3.0), (Id::Place, place("EAS"))],
        vec![(Id::Floor, 5_000_000.0)],
        vec![(Id::Counts, 1.0), (Id::Rate, 0.0)],
    ]);
    let scenarios =
        chosen.iter().map(|chosen| chosen.iter().fold(Scenario::default(), |scenario, (id, value)| scenario.with(*id, *value).unwrap()));
    let mut scenarios: Vec<Scenario> = scenarios.collect();
    for key in ["W06000020", "W92000004"] {
        let of_place = Scenario::default().with(Id::Place, place(key)).unwrap_or_default().with_own(own(key));
        scenarios.extend([of_place.with(Id::Damped, 1.0).unwrap(), of_place.with(Id::Path, 1.0).unwrap(), of_place]);
    }
    scenarios.extend([scenarios[20].with_beside(&scenarios[..3]), Scenario::default().with_beside(&scenarios[18..20])]);
    let rooms = |scenario: &Scenario| Room::ALL.map(|room| State { scenario: scenario.clone(), ..State::new(Lang::En, room) });
    scenarios.iter().flat_map(rooms).collect()
}

#[test]
fn every_figure_shown_has_a_footnote_that_leads_somewhere() {
    let targets = Targets::read();
    let faults: BTreeSet<String> = states()
        .iter()
        .flat_map(|state| targets.of_page(&page(state)).into_iter().map(|fault| format!("{:?}: {fault}", state.room)))
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_figure_without_a_source_is_seen() {
    let targets = Targets::read();
    let shown = page(&State::new(Lang::En, Room::Grant));
    let Body::Question(question) = shown.body else { panic!("a question") };
    assert!(targets.of_question(&question).is_empty());
    let spoilt = |spoil: &dyn Fn(&mut Question)| {
        let mut question = (*question).clone();
        spoil(&mut question);
        targets.of_question(&question).len()
    };
    assert_eq!(spoilt(&|question| question.footnotes.clear()), 1, "an answer");
    assert_eq!(spoilt(&|question| question.results[0].footnotes.clear()), 1, "a result");
    assert_eq!(spoilt(&|question| question.charts[0].0.footnotes.clear()), 1, "a chart");
    assert_eq!(spoilt(&|question| question.results[0].footnotes.push(Footnote::Evidence("no.such.figure"))), 1, "a row that is not there");
    assert_eq!(spoilt(&|question| question.results[0].footnotes.extend([Footnote::COUNTS; 2])), 1, "the same twice");
    let areas = |question: &mut Question| {
        let areas = question.sections.iter_mut().find_map(|section| section.areas.as_mut()).unwrap();
        areas.columns[2].footnotes = &[];
    };
    assert_eq!(spoilt(&areas), 1, "a column");
}

#[test]
fn what_the_reader_put_in_is_marked_and_what_was_published_is_not() {
    let of_place = Scenario::default().with(Id::Place, place("W06000020")).unwrap().with_own(own("W06000020"));
    let Body::Question(numbers) = page(&State { scenario: of_place, ..State::new(Lang::En, Room::Numbers) }).body else {
        panic!("a question")
    };
    let row = |name: &str| numbers.all_results().find(|row| row.figure.name == name).unwrap_or_else(|| panic!("no {name}"));
    assert!(row("row-own").own && row("row-own").footnotes.is_empty());
    assert!(row("rate").own && row("yours").own);
    assert!(!row("row-2018").own && !row("row-heard").own);
    assert_eq!(row("row-heard").footnotes, [Footnote::Evidence("children.torfaen.2025")]);
}

/// Every row of the evidence with the places that it says it is used in.
fn uses(lang: Lang) -> Vec<(String, Vec<Use>)> {
    let register = register(lang);
    let entries = register.topics.iter().flat_map(|topic| &topic.entries).map(|entry| (entry.id.to_owned(), entry.used.clone()));
    let documents = register.documents.1.iter().map(|source| (source.id.to_owned(), source.used.clone()));
    let counts = [("counts".to_owned(), register.series_used.clone())];
    entries.chain(documents).chain(counts).map(|(id, used)| (id, used.map_or_else(Vec::new, |(_, places)| places))).collect()
}

#[test]
fn a_row_leads_back_to_what_names_it() {
    for lang in Lang::ALL {
        let uses = uses(lang);
        // Whatever has a footnote in a room as it is published, by the ids that its rendered page has.
        for room in Room::ALL.into_iter().filter(|room| room.program().is_some()) {
            let html = rendered(room, lang);
            let ids = ids(&html);
            // A field may be shown only where another asks for it.
            let shown = |place: &&Use| place.room == room && place.scenario == "v1&end" && !place.anchor.starts_with("field-");
            for (row, place) in uses.iter().flat_map(|(row, places)| places.iter().filter(shown).map(move |place| (row, place))) {
                assert!(ids.contains(&place.anchor), "{row}: {room:?} has no #{}", place.anchor);
            }
            let evidence = format!("../../{}#", Room::Evidence.folder(lang));
            let notes = html.split("<p class=\"footnotes\">").skip(1).filter_map(|rest| rest.split("</p>").next());
            let named: BTreeSet<&str> =
                notes.flat_map(|note| note.split(evidence.as_str()).skip(1)).filter_map(|rest| rest.split('"').next()).collect();
            for row in &named {
                let back = uses.iter().find(|(id, _)| id == row).map_or(&[][..], |(_, places)| places);
                assert!(back.iter().any(|place| place.room == room), "{row} does not lead back to {room:?}");
            }
            assert!(named.is_empty() == matches!(room, Room::Figures | Room::Compare), "{room:?} names {} rows", named.len());
        }
    }
}

#[test]
fn a_row_that_another_scenario_names_leads_back_to_that() {
    let [english, welsh] = Lang::ALL.map(uses);
    assert_eq!(english.len(), welsh.len());
    let (_, icf) = english.iter().find(|(id, _)| id == "fund.icf").unwrap();
    let back = icf.iter().find(|place| place.anchor == "out-stated").unwrap();
    assert_eq!((back.room, back.scenario.as_str()), (Room::Grant, "v1&stream=icf&end"));
    for (row, place) in english.iter().flat_map(|(row, places)| places.iter().map(move |place| (row, place))) {
        let state = State::new(Lang::En, place.room);
        let opened = update(&state, Message::Opened(format!("#{}&at={}", place.scenario, place.anchor))).unwrap_or(state);
        assert!(opened.notices.is_empty(), "{row}: {:?}", opened.notices);
        assert_eq!(clorian::link::write(&opened.scenario), place.scenario);
    }
}
