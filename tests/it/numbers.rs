//! Numbers in care: every place, the four measures, those left out, as the page shows them.

use clorian::api;
use clorian::api::Value;
use clorian::app::Message;
use clorian::app::Room;
use clorian::app::State;
use clorian::app::update;
use clorian::place::Place;
use clorian::present::Body;
use clorian::present::Question;
use clorian::present::Section;
use clorian::present::chart::Chart;
use clorian::present::figure::Sentence;
use clorian::present::figure::Span;
use clorian::present::page;
use clorian::scenario::Id;
use clorian::scenario::Own;
use clorian::scenario::own::Item;
use clorian::scenario::own::Key;
use clorian::words::Lang;
use clorian::words::number;
use clorian::words::text::numbers as words;

pub fn open(room: Room, lang: Lang, messages: impl IntoIterator<Item = Message>) -> State {
    messages.into_iter().fold(State::new(lang, room), |state, message| update(&state, message).unwrap_or(state))
}

pub fn question(state: &State) -> Question {
    match page(state).body {
        Body::Question(question) => *question,
        _ => panic!("the room asks a question"),
    }
}

fn shown(lang: Lang, messages: impl IntoIterator<Item = Message>) -> Question {
    question(&open(Room::Numbers, lang, messages))
}

pub fn typed(id: Id, text: &str) -> Message {
    Message::Typed(id, text.to_owned())
}

pub fn at(key: &str) -> Message {
    let index = Place::ALL.iter().position(|place| place.key() == key).unwrap();
    Message::Chosen(Id::Place, index)
}

pub const TORFAEN: &str = "W06000020";
pub const LATEST: Message = Message::Chosen(Id::Base, 1);

pub fn section<'a>(question: &'a Question, name: &str) -> &'a Section {
    question.sections.iter().find(|section| section.name == name).unwrap_or_else(|| panic!("no section {name}"))
}

pub fn in_sentence(sentence: &Sentence, name: &str) -> Option<f64> {
    sentence.0.iter().find_map(|span| match span {
        Span::Figure(figure) if figure.name == name => figure.exact,
        _ => None,
    })
}

/// The exact value of a figure by its name, wherever it stands.
pub fn figure(question: &Question, name: &str) -> f64 {
    let lines = question.lines.iter().chain(question.sections.iter().flat_map(|section| &section.lines));
    let said = std::iter::once(&question.headline).chain(lines).find_map(|line| in_sentence(line, name));
    let row = question.all_results().find(|row| row.figure.name == name).and_then(|row| row.figure.exact);
    said.or(row).unwrap_or_else(|| panic!("no figure {name}"))
}

#[track_caller]
pub fn near(value: f64, expected: f64) {
    assert!((value - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{value} is not {expected}");
}

pub fn column<'a>(chart: &'a Chart, name: &str) -> &'a [Option<f64>] {
    &chart.series.iter().find(|series| series.name == name).unwrap_or_else(|| panic!("no series {name}")).values
}

pub fn has(chart: &Chart, name: &str) -> bool {
    chart.series.iter().any(|series| series.name == name)
}

#[test]
fn no_council_and_no_region_is_shown_a_plan() {
    for place in Place::ALL.iter().filter(|place| **place != Place::Wales) {
        for lang in Lang::ALL {
            for base in 0..2 {
                let shown = shown(lang, [Message::Chosen(Id::Measure, 2), at(place.key()), Message::Chosen(Id::Base, base)]);
                for (chart, _) in shown.charts.iter().chain(shown.sections.iter().flat_map(|section| &section.charts)) {
                    let plans = [words::SERIES_PLANNED];
                    assert!(!plans.iter().any(|plan| has(chart, plan.say(lang))), "{} {}", place.key(), chart.name);
                }
                assert!(shown.lines.iter().any(|line| line.text() == words::LINE_NO_PLAN.say(lang)), "{}", place.key());
                assert!(!shown.all_results().any(|row| row.figure.name == "row-planned"));
                assert!(!shown.groups.iter().flat_map(|group| &group.fields).any(|field| field.id == Id::Measure));
            }
        }
    }
}

#[test]
fn a_council_is_shown_its_counts_its_estimates_and_the_range_of_chance() {
    let torfaen = shown(Lang::En, [at(TORFAEN)]);
    let chart = &torfaen.charts[0].0;
    let year = |year: &str| chart.positions.iter().position(|position| position == year).unwrap();
    let counted = column(chart, "Counted");
    assert_eq!((counted[year("2003")], counted[year("2018")], counted[year("2019")]), (Some(140.0), Some(365.0), None));
    let estimate = column(chart, "Our estimate");
    assert_eq!((estimate[year("2018")], estimate[year("2023")]), (None, None));
    near(estimate[year("2019")].unwrap(), figure(&torfaen, "row-estimate"));
    assert!((2019..=2022).all(|at| estimate[year(&at.to_string())].is_some()));
    let mean = column(chart, "Mean of two years");
    assert_eq!(mean.iter().flatten().count(), 1);
    near(mean[year("2024")].unwrap(), figure(&torfaen, "row-mean"));
    let carried = chart.series.iter().find(|series| series.name == "At Wales's rates").unwrap();
    let (low, high) = carried.range.as_ref().unwrap()[year("2030")].unwrap();
    let end = carried.values[year("2030")].unwrap();
    assert!(low < end - 20.0 && end + 20.0 < high, "chance matters in a council of 390: {low} {end} {high}");
    let headline = torfaen.headline.text();
    for part in ["Torfaen", "about", &number::whole(end), &number::whole(low), &number::whole(high), "9 cases of 10"] {
        assert!(headline.contains(part), "{headline}: {part}");
    }
    let latest = shown(Lang::En, [at(TORFAEN), LATEST]);
    near(figure(&latest, "start"), figure(&latest, "row-mean"));
    assert!(!latest.all_results().any(|row| row.figure.name == "row-estimate"));
}

#[test]
fn the_parts_of_wales_start_from_wales() {
    for base in 0..2 {
        let start = |messages: Vec<Message>| open(Room::Numbers, Lang::En, messages).scenario.start().children;
        let councils = Place::ALL.iter().filter(|place| place.is_council());
        let sum: f64 = councils.map(|place| start(vec![at(place.key()), Message::Chosen(Id::Base, base)])).sum();
        let wales = start(vec![Message::Chosen(Id::Base, base)]);
        assert!((sum - wales).abs() < if base == 0 { 1e-6 } else { 60.0 }, "{sum} {wales}");
    }
}

#[test]
fn rates_stand_beside_the_published_ones() {
    let rates = |messages: Vec<Message>| section(&shown(Lang::En, messages), "rates").results.clone();
    let wales = rates(Vec::new());
    for published in ["102", "109", "114", "115.3"] {
        let row = wales.iter().find(|row| row.note.as_ref().unwrap().ends_with(&format!("{published} was published")));
        let (ours, said) = (row.unwrap().figure.exact.unwrap(), published.parse::<f64>().unwrap());
        assert!((ours - said).abs() < 1.5, "{ours} {said}");
    }
    let torfaen = rates(vec![at(TORFAEN)]);
    assert!(torfaen.iter().any(|row| row.note.as_ref().unwrap().contains("229 was published")));
    assert!(torfaen.iter().any(|row| row.figure.name == "rate-wales"));
    let newport = rates(vec![at("W06000022")]);
    assert!(newport.iter().any(|row| row.note.as_ref().unwrap().contains("106 was published")));
}

#[test]
fn the_four_numbers_stand_against_their_plans() {
    let wales = shown(Lang::En, []);
    let chart = &section(&wales, "measures").charts[0].0;
    let stated: Vec<f64> = column(chart, "Stated in the Legacy Report").iter().map(|value| value.unwrap()).collect();
    for (value, wanted) in stated.iter().zip([0.04, 0.022, 0.052, 0.056, 0.07, 0.054]) {
        near(*value, wanted);
    }
    let counts = column(chart, "By the counts");
    near(counts[0].unwrap(), 7172.0 / 6846.0 - 1.0);
    assert!(counts[1..].iter().all(Option::is_none));
    let planned: Vec<f64> = column(chart, "Planned in 2019").iter().map(|value| value.unwrap()).collect();
    for (value, wanted) in planned.iter().zip([198.0 / 6846.0, 215.0 / 6648.0, 94.0 / 1760.0, 96.0 / 1666.0, 36.0 / 350.0, 28.0 / 314.0]) {
        near(*value, -wanted);
    }
    let rows = chart.table_rows(Lang::En);
    assert_eq!(rows[0].1[1].as_ref().unwrap().1, "+4.0%");
    assert_eq!(rows[0].1[2].as_ref().unwrap().1, "+4.8%");
}

#[test]
fn where_children_of_a_council_live_is_a_figure_or_no_figure() {
    let known = |place: &&Place| {
        let shown = shown(Lang::Cy, [at(place.key())]);
        let rows = &section(&shown, "measures").results;
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().all(|row| row.figure.exact.is_some() || row.figure.worded == words::NO_FIGURE.say(Lang::Cy)));
        rows.iter().all(|row| row.figure.exact.is_some())
    };
    assert_eq!(Place::ALL.iter().filter(|place| place.is_council()).filter(known).count(), 13);
}

#[test]
fn those_with_parents_can_be_left_out() {
    let all = shown(Lang::En, []);
    let without = shown(Lang::En, [Message::Chosen(Id::Without, 1)]);
    near(figure(&without, "without"), 5783.0);
    near(figure(&without, "yours"), figure(&all, "yours") * 5783.0 / 6846.0);
    near(figure(&without, "row-planned"), 6255.0 * 5783.0 / 6846.0);
    assert_eq!(without.headline, all.headline, "the headline is of all the children");
    let chart = &without.charts[0].0;
    assert_eq!(column(chart, "Counted").iter().flatten().count(), 1);
    let elsewhere = shown(Lang::En, [Message::Chosen(Id::Without, 1), at(TORFAEN)]);
    near(figure(&elsewhere, "yours"), figure(&shown(Lang::En, [at(TORFAEN)]), "yours"));
    let latest = shown(Lang::En, [LATEST]);
    near(figure(&latest, "uasc"), 340.0);
    near(figure(&latest, "kinship"), 1670.0);
    // 7,198 less 1,670 is 5,528, but those are only about so many.
    let kinship = section(&latest, "without").results.iter().find(|row| row.figure.name == "kinship").and_then(|row| row.note.clone());
    assert!(kinship.is_some_and(|note| note.contains("about 5,530 of 7,198") && note.contains("nearest 10")));
    near(figure(&latest, "away"), 4400.0);
    near(figure(&all, "guardianship"), 200.0);
    let no_figure = |row: &&clorian::present::ResultRow| row.figure.worded == "no figure";
    assert_eq!(section(&all, "without").results.iter().filter(no_figure).count(), 2, "kinship and UASC in 2019");
}

/// A state with figures of the visitor's own for a place.
pub fn with_own(
    room: Room,
    lang: Lang,
    place: &'static str,
    figures: &[(u16, Item, f64)],
    messages: impl IntoIterator<Item = Message>,
) -> Question {
    let mut own = Own::default();
    for (year, item, value) in figures {
        own.set(Key { place, year: Some(*year), item: *item }, *value).unwrap();
    }
    let mut state = open(room, lang, []);
    state.scenario = state.scenario.with_own(own);
    let state = messages.into_iter().fold(state, |state, message| update(&state, message).unwrap_or(state));
    question(&state)
}

#[test]
fn a_measure_that_cannot_be_shown_is_said_to_be_replaced() {
    let said = |lang: Lang, messages: &[Message]| {
        let shown = shown(lang, messages.iter().cloned());
        assert!(shown.announcement.starts_with(&shown.lines[0].text()), "{}", shown.announcement);
        shown.lines[0].text()
    };
    let county = Message::Chosen(Id::Measure, 1);
    assert_eq!(
        said(Lang::En, &[county.clone(), at(TORFAEN)]),
        "The plan for “Placed out of county” was published for Wales alone, so this shows children in care."
    );
    let welsh = said(Lang::Cy, &[county.clone(), at(TORFAEN)]);
    assert!(welsh.contains("“Wedi'u lleoli y tu allan i'r sir”") && welsh.contains("plant mewn gofal a ddangosir"), "{welsh}");
    let added = [(2019, Item::Children, 6_900.0)];
    let own = with_own(Room::Numbers, Lang::En, "W92000004", &added, [Message::Chosen(Id::Measure, 3)]);
    let line = own.lines[0].text();
    assert!(line.contains("added count") && line.ends_with("not “Removed from parents with a learning disability”."), "{line}");
    let none = |shown: Question| !shown.lines.iter().any(|line| line.text().contains('“'));
    assert!(none(shown(Lang::En, [county])) && none(shown(Lang::En, [at(TORFAEN)])));
}

#[test]
fn a_count_of_ones_own_is_where_a_path_starts_and_no_published_one() {
    let figures = [(2022, Item::Children, 401.0), (2022, Item::Entries, 110.0), (2022, Item::Leavers, 96.0)];
    let own = with_own(Room::Numbers, Lang::En, TORFAEN, &figures, [at(TORFAEN)]);
    near(figure(&own, "start"), 401.0);
    near(figure(&own, "row-own"), 401.0);
    let said = own.headline.text();
    assert!(said.contains("401 children looked after in March 2022") && said.contains("in the added figures"), "{said}");
    assert!(!said.contains("of every 10,000"), "people under 18 in mid-2021 were not found: {said}");
    let chart = &own.charts[0].0;
    assert_eq!(column(chart, "Added figure").iter().flatten().copied().collect::<Vec<_>>(), [401.0]);
    assert!(has(chart, "At the added figures' rates") && !has(chart, "At Wales's rates"));

    let rated = with_own(Room::Numbers, Lang::En, TORFAEN, &[(2021, Item::Children, 401.0)], [at(TORFAEN)]);
    assert!(rated.headline.text().contains("of every 10,000"), "{}", rated.headline.text());
    near(figure(&rated, "rate"), 10_000.0 * 401.0 / 19_463.0);

    let wales = with_own(Room::Numbers, Lang::En, "W92000004", &[(2019, Item::Children, 6_900.0)], [Message::Chosen(Id::Measure, 1)]);
    near(figure(&wales, "row-planned"), 6_255.0);
}

#[test]
fn the_ends_of_ones_own_years_and_counts_give_finite_results_too() {
    for place in ["W92000004", TORFAEN] {
        for (year, children) in [(2003, 0.0), (2003, 9_000.0), (2100, 0.0), (2100, 1.0)] {
            for path in 0..4 {
                let ground = [at(place), Message::Chosen(Id::Path, path)];
                holds(&with_own(Room::Numbers, Lang::Cy, place, &[(year, Item::Children, children)], ground), Lang::Cy);
            }
        }
    }
}

/// Every field of the room, each at one end of its bounds with the others as they were or at one end too.
pub fn extremes(room: Room) -> Vec<Vec<Message>> {
    let ids: Vec<Id> = clorian::present::rooms::fields(room).to_vec();
    let end = |id: Id, high: bool| Message::Slid(id, if high { id.field().bounds.1 } else { id.field().bounds.0 });
    let grounds = |id: &Id| matches!(*id, Id::Place | Id::Base | Id::Measure | Id::Path | Id::Without | Id::Vary);
    let mut all: Vec<Vec<Message>> = [false, true].iter().flat_map(|high| ids.iter().map(|id| vec![end(*id, *high)])).collect();
    for place in ["W92000004", "W06000001", "west-wales"] {
        for (base, path) in [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (1, 2), (1, 3)] {
            for vary in 0..3 {
                for high in [false, true] {
                    let ground = [
                        at(place),
                        Message::Chosen(Id::Base, base),
                        Message::Chosen(Id::Path, path),
                        Message::Chosen(Id::Vary, vary),
                        Message::Chosen(Id::Without, usize::from(high)),
                        Message::Chosen(Id::Measure, if path == 1 { vary } else { 0 }),
                    ];
                    let rest = ids.iter().filter(|id| !grounds(id)).map(|id| end(*id, high));
                    all.push(ground.into_iter().chain(rest).collect());
                }
            }
        }
    }
    all
}

#[test]
fn every_extreme_gives_finite_results_that_the_contract_answers() {
    for messages in extremes(Room::Numbers) {
        for lang in Lang::ALL {
            holds(&shown(lang, messages.clone()), lang);
        }
    }
}

/// Every result is a number and every sentence whole, and the contract answers each request.
pub fn holds(question: &Question, lang: Lang) {
    for row in question.all_results() {
        assert!(row.figure.exact.is_none_or(f64::is_finite), "{}", row.label);
        assert!(!row.figure.worded.is_empty(), "{}", row.label);
    }
    let lines = question.lines.iter().chain(question.sections.iter().flat_map(|section| &section.lines));
    for line in std::iter::once(&question.headline).chain(lines) {
        let text = line.text();
        let whole = !text.is_empty() && !text.contains(['{', '}', '\u{e000}', '\u{e001}', '\u{e002}', '\u{e003}']);
        assert!(whole && !text.contains("NaN") && !text.contains("inf"), "{text}");
    }
    let charts = question.charts.iter().chain(question.sections.iter().flat_map(|section| &section.charts));
    for series in charts.flat_map(|(chart, _)| &chart.series) {
        assert!(series.values.iter().flatten().all(|value| value.is_finite()), "{}", series.name);
    }
    for request in &question.requests {
        let answer = api::call(request.call, &Value::from_json(&request.json).unwrap());
        assert!(answer.is_ok(), "{}: {}", request.json, answer.unwrap_err().message(lang));
    }
}

#[test]
fn no_id_stands_twice_and_every_field_of_the_room_can_be_reached() {
    let mut seen: Vec<Id> = Vec::new();
    for measure in 0..4 {
        for path in 0..4 {
            seen.extend(once(&shown(Lang::Cy, [Message::Chosen(Id::Measure, measure), Message::Chosen(Id::Path, path)])));
        }
    }
    reached(Room::Numbers, &seen);
}

/// The fields of a question, of which none stands twice, nor the name of a figure.
pub fn once(question: &Question) -> Vec<Id> {
    let mut ids: Vec<Id> = question.all_groups().flat_map(|group| &group.fields).map(|field| field.id).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "a field stands once");
    let lines = question.lines.iter().chain(question.sections.iter().flat_map(|section| &section.lines));
    let spans = std::iter::once(&question.headline).chain(lines).flat_map(|line| &line.0);
    let said = spans.filter_map(|span| if let Span::Figure(figure) = span { Some(figure.name) } else { None });
    let mut names: Vec<&str> = said.chain(question.all_results().map(|row| row.figure.name)).filter(|name| !name.is_empty()).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all, "a figure's name stands once: {names:?}");
    ids
}

/// Every field of a room is among those seen.
pub fn reached(room: Room, seen: &[Id]) {
    for id in clorian::present::rooms::fields(room) {
        // The place and the base year stand above the answer.
        assert!(seen.contains(id) || matches!(*id, Id::Place | Id::Base), "{}", id.field().key);
    }
}

#[test]
fn each_of_the_two_rooms_leads_to_the_other_with_the_scenario() {
    for (room, other) in [(Room::Numbers, Room::Targets), (Room::Targets, Room::Numbers)] {
        let state =
            open(room, Lang::En, [at(TORFAEN), Message::Chosen(Id::Path, 3), typed(Id::CareTarget, "300"), Message::Left(Id::CareTarget)]);
        let ways: Vec<_> = question(&state).sections.into_iter().flat_map(|section| section.ways).collect();
        assert!(ways.iter().any(|way| way.room == other && way.fragment == page(&state).fragment), "{room:?}: {ways:?}");
        assert!(page(&state).fragment.contains("care-target=300"));
    }
}
