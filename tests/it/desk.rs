//! The visitor's own figures on the pages: what a file does to the scenario, to each room and to the link.

use std::fmt::Write as _;
use std::rc::Rc;

use clorian::app::Message;
use clorian::app::Room;
use clorian::app::State;
use clorian::app::desk::Act;
use clorian::app::desk::Desk;
use clorian::app::update;
use clorian::evidence::figure as f;
use clorian::files;
use clorian::link;
use clorian::place::Place;
use clorian::present::Body;
use clorian::present::fields;
use clorian::present::page;
use clorian::scenario::How;
use clorian::scenario::Id;
use clorian::scenario::own::Item;
use clorian::scenario::own::Key;
use clorian::words::Lang;

const TORFAEN: &str = "place,year,figure,kind,value,per
Torfaen,2018,children,,365,
Torfaen,2019,children,,390,
Torfaen,2019,leavers,,95,
Torfaen,2019,placement,foster,250,
Torfaen,2019,placement,residential,40,
Torfaen,2019,placement,parents,70,
Torfaen,,cost,residential,5000,week
Torfaen,,cost,foster,30000,year
";

fn loaded(text: &str) -> Rc<files::Loaded> {
    let mut import = files::Import::new(text.as_bytes().to_vec(), Lang::En).expect("a table");
    while !import.advance(100).finished {}
    Rc::new(import.finish())
}

fn after(room: Room, messages: impl IntoIterator<Item = Message>) -> State {
    messages.into_iter().fold(State::new(Lang::En, room), |state, message| update(&state, message).unwrap_or(state))
}

fn read(room: Room, text: &str) -> State {
    after(room, [Message::from(Act::Read(loaded(text)))])
}

#[test]
fn a_file_of_one_place_turns_the_page_to_it_and_starts_from_it() {
    let state = read(Room::Edge, TORFAEN);
    let scenario = &state.scenario;
    assert_eq!(scenario.place(), Place::find("W06000020").expect("Torfaen"));
    let start = scenario.start();
    assert_eq!((start.year, start.how), (2019, How::Own));
    assert!((start.children - 390.0).abs() < 1e-9);
    // E = N1 - N0 + X.
    assert!((scenario.value(Id::Entries) - 120.0).abs() < 1e-9);
    assert!((scenario.value(Id::Leavers) - 95.0).abs() < 1e-9);
    assert!((scenario.value(Id::ResidentialCost) - 5000.0 * 365.0 / 7.0).abs() < 1e-6);
    assert!((scenario.value(Id::FosterCost) - 30_000.0).abs() < 1e-9);
    let mix = scenario.mix();
    assert!((mix.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    assert!((mix[1] - 40.0 / 390.0).abs() < 1e-12, "{mix:?}");
}

#[test]
fn the_ranges_of_the_evidence_move_to_what_was_added() {
    let (own, wales) = (read(Room::Budget, TORFAEN).scenario, State::new(Lang::En, Room::Budget).scenario);
    for id in [Id::ResidentialCost, Id::FosterCost, Id::Entries] {
        let ((low, high), (least, most)) = (own.range(id).expect("a range"), wales.range(id).expect("a range"));
        let (value, published) = (own.value(id), wales.value(id));
        assert!(low < value && value < high, "{id:?}: {value} between {low} and {high}");
        assert!((low / value - least / published).abs() < 1e-9 && (high / value - most / published).abs() < 1e-9, "{id:?}: {low} {high}");
    }
}

#[test]
fn a_field_that_starts_at_what_was_added_names_no_published_source() {
    let state = read(Room::Budget, TORFAEN);
    for (id, own) in [(Id::Entries, true), (Id::FosterCost, true), (Id::MixFoster, true), (Id::OtherCost, false), (Id::Discount, false)] {
        let field = fields::view(&state, id);
        assert_eq!((field.own, field.sources.is_empty(), field.default.contains("from “Your figures”")), (own, own, own), "{id:?}");
    }
}

#[test]
fn the_exit_rate_of_own_flows_gives_the_leavers_back() {
    let scenario = read(Room::Numbers, TORFAEN).scenario;
    let flows = scenario.flows();
    assert!(flows.own);
    assert!((flows.exit_rate * flows.care_years - 95.0).abs() < 1e-6);
    let typed = scenario.with(Id::Leavers, 190.0).expect("allowed");
    assert!((typed.exit_rate() - 2.0 * scenario.exit_rate()).abs() < 1e-9);
}

#[test]
fn every_room_says_that_they_are_in_use_and_other_places_do_not() {
    for room in [Room::Edge, Room::Numbers, Room::Targets, Room::Figures] {
        let state = read(room, TORFAEN);
        let own = page(&state).own.expect("something is said");
        assert!(own.used, "{room:?}");
        let wales = update(&state, Message::Chosen(Id::Place, 0)).expect("Wales");
        assert_eq!(page(&wales).own.expect("they are still there").used, room == Room::Figures, "{room:?}");
        assert_eq!(wales.scenario.start().how, How::Counted);
    }
}

#[test]
fn the_link_carries_them_whole_and_says_so() {
    let state = read(Room::Edge, TORFAEN);
    let opened = link::read(&link::write(&state.scenario));
    assert_eq!(opened.problems, []);
    assert_eq!(opened.scenario, state.scenario);
    let shared = update(&state, Message::Shared("https://example.org/".into(), true)).expect("shared");
    let (_, said) = page(&shared).shared.expect("said");
    assert!(said.contains("everything you chose and the added figures"), "{said}");
}

#[test]
fn a_link_calls_its_figures_by_no_readers_name() {
    let owned = [
        "your figures",
        "your own figure",
        "your own count o",
        "your own rates",
        "your own costs",
        "your own weights",
        "figures of your own",
        "weights of your own",
        "eich ffigur",
        "eich cyfrif eich",
        "eich cyfraddau",
        "eich costau",
        "eich pwysau",
        "o'ch ffigur",
        "o'ch eiddo",
    ];
    let fragment = link::write(&read(Room::Edge, TORFAEN).scenario);
    for lang in Lang::ALL {
        for room in [Room::Edge, Room::Numbers, Room::Targets, Room::Grant, Room::Councils] {
            let opened = update(&State::new(lang, room), Message::Opened(fragment.clone())).expect("a scenario");
            let weighed = after_state(&opened, [Message::Chosen(Id::Rule, 4), Message::Chosen(Id::Damped, 1)]);
            let shared = after_state(&weighed, [Message::Shared("https://example.org/".into(), true)]);
            let shown = page(&shared);
            let own = shown.own.clone().expect("they came with the link");
            let said = format!("{shown:?}").to_ascii_lowercase();
            // The mark names the page that lists them, whoever put them there.
            let page = ["“your figures”", "“eich ffigurau”"][usize::from(lang == Lang::Cy)];
            assert_eq!(own.used, said.contains(page), "{room:?}: {own:?}");
            let said = said.replace(page, "");
            assert!(owned.iter().all(|word| !said.contains(word)), "{room:?}: {:?}", owned.map(|word| said.contains(word)));
            let (added, link) = if lang == Lang::En { ("dded figures", "came with the link") } else { ("a ychwanegwyd", "gyda'r ddolen") };
            assert!(own.said.contains(added) && (!own.used || own.said.contains(link)), "{}", own.said);
        }
    }
}

#[test]
fn figures_too_many_for_a_link_are_left_out_of_it_and_that_is_said() {
    let mut text = "place,year,figure,kind,value,per\n".to_owned();
    for council in Place::Wales.councils() {
        for year in 2003..=2024 {
            writeln!(text, "{},{year},children,,100,", council.code).expect("a text grows");
        }
    }
    let state = read(Room::Figures, &text);
    assert_eq!(state.scenario.own().len(), 22 * 22);
    let shown = page(&state);
    assert!(!shown.fragment.contains("own-"));
    assert!(shown.would_be_lost);
    assert!(shown.own.expect("said").linked.contains("too many"));
    let kept = update(&state, Message::from(Act::Kept(true))).expect("kept");
    assert!(!page(&kept).would_be_lost);
    let (_, said) = page(&update(&state, Message::Shared("https://example.org/".into(), true)).expect("shared")).shared.expect("said");
    assert!(said.contains("not the added figures") && !said.contains("everything"), "{said}");
    let Body::Figures(figures) = shown.body else { panic!("the room of figures") };
    assert_eq!(figures.rows.len(), 300);
    assert!(figures.more.is_some_and(|more| more.contains("184")));
}

#[test]
fn a_bad_file_of_any_length_is_counted_whole() {
    let rows = 1_234;
    let text = format!("place,year,figure,kind,value,per\n{}", "Atlantis,2019,children,,1,\n".repeat(rows));
    let state = read(Room::Figures, &text);
    for (lang, wanted) in [
        (Lang::En, "1,234 things could not be used; the first 200 are listed."),
        (Lang::Cy, "Nid oedd modd defnyddio 1,234 o bethau; rhestrir y 200 cyntaf."),
    ] {
        let Body::Figures(figures) = page(&State { lang, ..state.clone() }).body else { panic!("the room of figures") };
        let report = figures.report.expect("a report");
        assert_eq!((report.problems.len(), report.more.as_deref()), (200, Some(wanted)));
    }
}

#[test]
fn where_it_would_start_without_ones_own_count_is_said_as_that() {
    let state = read(Room::Numbers, TORFAEN);
    let base = |state: &State| page(state).ground.iter().find(|field| field.id == Id::Base).expect("the base year").default.clone();
    assert_eq!(base(&state), "Without that figure it starts at: March 2019, the documents' year.");
    assert_eq!(base(&State::new(Lang::En, Room::Numbers)), "Starts at: March 2019, the documents' year.");
}

#[test]
fn export_then_import_gives_the_same_answers() {
    for lang in Lang::ALL {
        let state = read(Room::Edge, TORFAEN);
        let text = files::export(lang, state.scenario.own(), "2026-11-25", "https://example.org/#v1&end");
        let again = read(Room::Edge, &text);
        assert_eq!(again.scenario, state.scenario);
        assert_eq!(page(&again).body, page(&state).body);
        assert!(again.aside.get::<Desk>().report.expect("a report").problems.is_empty());
    }
}

#[test]
fn bad_typing_keeps_the_last_good_value_and_undo_takes_back_a_file() {
    let key = Key { place: "W06000020", year: Some(2019), item: Item::Children };
    let state = read(Room::Figures, TORFAEN);
    let wrong = after_state(&state, [Message::from(Act::Typed(key, "a few".into())), Message::from(Act::Left(key))]);
    assert_eq!(wrong.scenario.own().get(&key), Some(390.0));
    let Body::Figures(figures) = page(&wrong).body else { panic!("the room of figures") };
    let row = figures.rows.iter().find(|row| row.key == key).expect("the row");
    assert_eq!(row.text, "a few");
    assert!(row.error.is_some());
    for (text, kept) in [("391.5", 390.0), ("-1", 390.0), ("", 390.0), ("400", 400.0)] {
        let typed = after_state(&state, [Message::from(Act::Typed(key, text.into())), Message::from(Act::Left(key))]);
        assert_eq!(typed.scenario.own().get(&key), Some(kept), "{text}");
    }
    let undone = after_state(&wrong, [Message::Undone]);
    assert!(undone.scenario.own().is_empty());
    assert_eq!(undone.scenario.place(), Place::Wales);
}

#[test]
fn a_second_file_wins_and_says_what_it_replaced() {
    let state = read(Room::Figures, TORFAEN);
    let later = loaded("place,year,figure,kind,value,per\nTorfaen,2019,children,,400,\nTorfaen,2020,children,,410,\nnowhere,1,x,,y,\n");
    let state = after_state(&state, [Message::from(Act::Read(later))]);
    assert_eq!(state.scenario.start().year, 2020);
    let report = state.aside.get::<Desk>().report.expect("a report");
    assert_eq!(report.replaced, 1);
    assert!(!report.problems.is_empty());
    let english = page(&state).body;
    let welsh = page(&State { lang: Lang::Cy, ..state }).body;
    let said = |body: &Body| match body {
        Body::Figures(figures) => figures.report.as_ref().expect("a report").problems.clone(),
        _ => panic!("the room of figures"),
    };
    assert_eq!(said(&english).len(), said(&welsh).len());
    assert_ne!(said(&english), said(&welsh));
}

fn after_state(state: &State, messages: impl IntoIterator<Item = Message>) -> State {
    messages.into_iter().fold(state.clone(), |state, message| update(&state, message).unwrap_or(state))
}

fn index(place: &str) -> usize {
    Place::ALL.iter().position(|other| other.key() == place).expect("a place")
}

#[test]
fn what_is_typed_for_one_place_year_or_stream_says_nothing_for_another() {
    let typed = |id: Id, text: &str| [Message::Typed(id, text.into()), Message::Left(id)];
    // To another and back to the preset: the way back drops it too.
    for (ground, to, id, text) in [
        (Id::Place, index("W06000020"), Id::Entries, "100"),
        (Id::Place, index("W06000020"), Id::FosterCost, "20000"),
        (Id::Place, index("W06000020"), Id::Quarter1, "480"),
        (Id::Place, index("W06000020"), Id::TargetYear, "2035"),
        (Id::Base, 1, Id::Entries, "3000"),
        (Id::Base, 1, Id::Quarter1, "480"),
        (Id::Stream, 3, Id::Pot, "777"),
    ] {
        let there = after_state(&after(Room::Numbers, [Message::Chosen(ground, to)]), typed(id, text));
        assert!(there.scenario.changed(id), "{ground:?} {id:?}");
        let again = after_state(&there, [Message::Chosen(ground, to)]);
        assert!(again.scenario.changed(id), "{id:?} is dropped though nothing moved");
        for back in [Message::Chosen(ground, 0), Message::Restored(ground)] {
            let back = after_state(&there, [back]);
            assert_eq!(back.scenario, clorian::scenario::Scenario::default(), "{ground:?} {id:?}");
        }
    }
}

#[test]
fn figures_of_several_places_go_along_with_every_link_of_the_page() {
    let text = "place,year,figure,kind,value,per\nCardiff,2019,children,,900,\nNewport,2019,children,,380,\n";
    let state = read(Room::Figures, text);
    assert_eq!(state.scenario.place(), Place::Wales);
    let shown = page(&state);
    assert_ne!(shown.fragment, "v1&end", "the links of the page leave them out");
    assert!(shown.fragment.contains("own-W06000015-2019=children:900"));
}

#[test]
fn figures_too_many_for_a_link_stay_when_an_address_is_opened() {
    let mut text = "place,year,figure,kind,value,per\n".to_owned();
    for council in Place::Wales.councils() {
        for year in 2003..=2024 {
            writeln!(text, "{},{year},children,,100,", council.code).expect("a text grows");
        }
    }
    let state = read(Room::Edge, &text);
    let changed = after_state(&state, [Message::Chosen(Id::Placement, 1), Message::Opened("#v1&end".into())]);
    assert_eq!(changed.scenario.own().len(), 22 * 22);
    assert_eq!(changed.scenario.option(Id::Placement), 0);
}

#[test]
fn half_a_number_is_no_figure() {
    let key = Key { place: "W06000020", year: Some(2019), item: Item::Children };
    let mut state = read(Room::Figures, TORFAEN);
    for text in ["4", "48", "48x"] {
        state = after_state(&state, [Message::from(Act::Typed(key, text.into()))]);
    }
    state = after_state(&state, [Message::from(Act::Left(key))]);
    assert_eq!(state.scenario.own().get(&key), Some(390.0));
}

#[test]
fn reset_keeps_the_figures_and_a_value_that_is_the_new_preset_is_no_change() {
    let state = after_state(&read(Room::Edge, TORFAEN), [Message::Chosen(Id::Placement, 1), Message::RestoredAll]);
    assert_eq!(state.scenario.own().len(), 8);
    assert!(state.scenario.changes().next().is_none());
    let typed = after(
        Room::Edge,
        [Message::Chosen(Id::Place, index("W06000020")), Message::Typed(Id::FosterCost, "30000".into()), Message::Left(Id::FosterCost)],
    );
    let loaded = after_state(&typed, [Message::from(Act::Read(loaded(TORFAEN)))]);
    assert!(!loaded.scenario.changed(Id::FosterCost));
    assert_eq!(link::read(&link::write(&loaded.scenario)).scenario, loaded.scenario);
}

#[test]
fn only_what_rests_on_own_figures_is_marked() {
    let state = read(Room::Numbers, TORFAEN);
    let Body::Question(question) = page(&state).body else { panic!("a question") };
    let marked = |name: &str| question.results.iter().find(|row| row.figure.name == name).map(|row| row.own);
    assert_eq!(marked("yours"), Some(true));
    assert_eq!(marked("row-2018"), Some(false));
    let wales = "place,year,figure,kind,value,per\nWales,2025,children,,8000,\n";
    let state = read(Room::Numbers, wales);
    let Body::Question(question) = page(&state).body else { panic!("a question") };
    assert!(question.headline.text().contains("8,000"), "{}", question.headline.text());
}

#[test]
fn weights_are_in_use_where_either_rule_is_by_them() {
    let mut text = "place,year,figure,kind,value,per\n".to_owned();
    for (at, council) in Place::Wales.councils().enumerate() {
        writeln!(text, "{},,weight,,{},\n{},2019,weight,,1,", council.code, at + 1, council.code).expect("a text grows");
    }
    let state = read(Room::Grant, &text);
    assert!(!page(&state).own.expect("said").used);
    for (id, option) in [(Id::Rule, 4), (Id::Against, 4)] {
        assert!(page(&after_state(&state, [Message::Chosen(id, option)])).own.expect("said").used, "{id:?}");
    }
    // One of no particular year is how it is now, as the readings have it.
    let shared = clorian::present::grant::weights::weights(&state.scenario, clorian::present::grant::weights::Rule::Own);
    assert!((shared[21] - 22.0).abs() < 1e-12, "{shared:?}");
}

/// Costs of 31 March 2019 (financial year 2018-19), of 2024-25, of the year after that, of a year before the index, and of no year.
#[test]
fn a_cost_of_a_later_year_is_brought_to_the_prices_of_2018_19() {
    let since = f::DEFLATOR_2024.value / f::DEFLATOR_2018.value;
    for (year, factor) in [("2018-19", 1.0), ("2024-25", since), ("2026-27", since * 1.02 * 1.02), ("2015-16", 1.0), ("", 1.0)] {
        let state = read(
            Room::Budget,
            &format!("place,year,figure,kind,value,per\nTorfaen,{year},cost,residential,5000,week\nTorfaen,2019,children,,390,\n"),
        );
        let given = 5000.0 * 365.0 / 7.0;
        let used = state.scenario.value(Id::ResidentialCost);
        assert!((used - given / factor).abs() < 1e-6, "{year}: {used}");
        let Body::Question(question) = page(&state).body else { panic!("a question") };
        assert!(question.standing.iter().any(|line| line.contains("GDP deflator") && line.contains("2% a year")), "{year}");
        let Body::Figures(figures) = page(&State { room: Room::Figures, ..state }).body else { panic!("the room of figures") };
        let row = figures.says.iter().find(|row| row.figure.name == "own-cost-residential").expect("a row");
        assert!((row.figure.exact.expect("a number") - used).abs() < 1e-6);
        assert_eq!(
            row.note.as_ref().is_some_and(|note| note.contains("£260,714") && note.contains(year)),
            factor > 1.0,
            "{year}: {:?}",
            row.note
        );
    }
}
