//! Compare councils: what the table shows is what the evidence holds, each council once, and what is not known is never nothing.

use clorian::app::Message;
use clorian::app::Room;
use clorian::app::State;
use clorian::app::update;
use clorian::evidence::counts;
use clorian::evidence::figure;
use clorian::evidence::local;
use clorian::model::stock;
use clorian::place::COUNCILS;
use clorian::place::Place;
use clorian::place::council;
use clorian::present::Body;
use clorian::present::areas::Areas;
use clorian::present::areas::Shade;
use clorian::present::councils::Councils;
use clorian::present::page;
use clorian::scenario::Id;
use clorian::ui::App;
use clorian::ui::AppProps;
use clorian::ui::program;
use clorian::units::Children;
use clorian::units::Rate;
use clorian::words::Lang;
use clorian::words::number::NO_FIGURE;

fn after(lang: Lang, messages: impl IntoIterator<Item = Message>) -> State {
    let open = State::new(lang, Room::Councils);
    messages.into_iter().fold(open, |state, message| update(&state, message).unwrap_or(state))
}

fn shown(state: &State) -> Councils {
    match page(state).body {
        Body::Councils(councils) => *councils,
        _ => panic!("the room holds the councils"),
    }
}

fn open(lang: Lang) -> Councils {
    shown(&after(lang, []))
}

fn option(place: Place) -> usize {
    Place::ALL.iter().position(|other| *other == place).expect("a place")
}

fn pick(place: Place) -> Message {
    Message::Chosen(Id::Place, option(place))
}

fn near(value: f64, expected: f64) {
    assert!((value - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{value} is not {expected}");
}

fn cells(areas: &Areas, place: Place) -> &[Option<f64>] {
    let rows = areas.rows.iter().chain(&areas.foot);
    &rows.into_iter().find(|row| row.option == option(place)).expect("a row").cells
}

#[test]
fn rates_are_counts_over_people_under_18() {
    let areas = open(Lang::En).areas;
    for council in &COUNCILS {
        let row = cells(&areas, Place::Council(council));
        let area = counts::of(council.code).expect("its counts");
        let people = |year| local::under_18(council.code, year).expect("its people").children;
        near(row[0].expect("a rate"), 10_000.0 * area.children / people(2017));
        near(row[1].expect("a rate"), 10_000.0 * f64::from(area.two_year_sum) / 2.0 / people(2024));
        near(row[2].expect("a change"), row[1].unwrap_or(0.0) - row[0].unwrap_or(0.0));
        near(row[3].expect("a count"), area.children);
        near(row[4].expect("a count"), f64::from(area.two_year_sum) / 2.0);
        near(row[9].expect("people"), people(2024));
    }
    let wales = cells(&areas, Place::Wales);
    near(wales[4].expect("a count"), 7195.0);
    near(wales[7].expect("an index"), 100.0);
    assert_eq!(areas.foot[0].option, option(Place::Wales), "Wales stands first below the councils");
    assert_eq!(wales[8], Some(115.3), "as published");
    near(cells(&areas, Place::Council(council::TORFAEN))[8].expect("published"), figure::CHILDREN_RATE_TORFAEN_2021.value);
}

#[test]
fn every_council_is_there_once_and_each_region_below() {
    for lang in Lang::ALL {
        let areas = open(lang).areas;
        let mut names: Vec<&str> = areas.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, COUNCILS.iter().map(|council| council.name.say(lang)).collect::<Vec<_>>());
        names.sort_unstable();
        names.dedup();
        assert_eq!((names.len(), areas.foot.len()), (22, 12));
        assert!(areas.rows.iter().chain(&areas.foot).all(|row| row.cells.len() == areas.columns.len()));
    }
}

#[test]
fn what_was_not_found_is_none_and_last() {
    for (compared, column) in [(2, 5), (3, 6)] {
        for greatest in [true, false] {
            let state = after(Lang::En, [Message::Chosen(Id::Compared, compared), Message::Sorted("councils", column + 1, greatest)]);
            let areas = shown(&state).areas;
            assert_eq!(areas.mapped, column);
            let known: Vec<bool> = areas.ordered().iter().map(|row| row.at(column).is_some()).collect();
            assert_eq!(known.iter().filter(|known| **known).count(), 13, "nine councils were not found");
            assert!(known.is_sorted_by(|a, b| a >= b), "those without a figure are last");
            for hexagon in areas.hexagons(Lang::En) {
                let blank = hexagon.row.at(column).is_none();
                assert_eq!((blank, blank), (hexagon.shade == Shade::Blank, hexagon.brief == NO_FIGURE), "{}", hexagon.row.name);
            }
            assert!(areas.description(Lang::En).contains("No figure for 9 councils."), "{}", areas.description(Lang::En));
        }
    }
}

#[test]
fn the_table_is_sorted_by_what_the_map_shows_until_somebody_sorts_it() {
    for (compared, column) in [(0, 1), (1, 2), (4, 7)] {
        let areas = shown(&after(Lang::Cy, [Message::Chosen(Id::Compared, compared)])).areas;
        assert_eq!((areas.mapped, areas.sorted), (column, (column + 1, true)));
        let values: Vec<f64> = areas.ordered().iter().filter_map(|row| row.at(column)).collect();
        assert!(values.len() == 22 && values.is_sorted_by(|a, b| a >= b), "{values:?}");
    }
    let state = after(Lang::Cy, [Message::Sorted("councils", 0, false), Message::Chosen(Id::Compared, 4), Message::Switched(Lang::En)]);
    let names: Vec<String> = shown(&state).areas.ordered().iter().map(|row| row.name.clone()).collect();
    assert!(names.is_sorted() && names[0] == "Blaenau Gwent", "by name in the language of the page, kept: {names:?}");
}

#[test]
fn every_council_has_a_shade_and_the_legend_counts_all() {
    for compared in 0..5 {
        let areas = shown(&after(Lang::En, [Message::Chosen(Id::Compared, compared)])).areas;
        let hexagons = areas.hexagons(Lang::En);
        let shades = |shade: Shade| hexagons.iter().filter(|hexagon| hexagon.shade == shade).count();
        let legend = areas.legend(Lang::En);
        assert_eq!(legend.iter().map(|(shade, _)| shades(*shade)).sum::<usize>(), 22);
        for (shade, said) in &legend {
            assert!(said.contains(&format!(": {} council", shades(*shade))), "{said}");
        }
        let change = legend.iter().any(|(shade, _)| matches!(shade, Shade::Change(_)));
        assert_eq!(change, compared == 1, "only a change is shaded on both sides of none");
    }
}

#[test]
fn a_council_stands_beside_wales_its_regions_and_three_like_it() {
    let torfaen = Place::Council(council::TORFAEN);
    let councils = shown(&after(Lang::En, [pick(torfaen)]));
    let beside = councils.beside.expect("others");
    let names: Vec<&str> = beside.areas.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Torfaen", "Denbighshire", "Vale of Glamorgan", "Wrexham"]);
    let foot: Vec<usize> = beside.areas.foot.iter().map(|row| row.option).collect();
    let regions = [Place::Wales, Place::Region(council::TORFAEN.consortium), Place::Region(council::TORFAEN.board)];
    assert_eq!(foot, regions.map(option));
    for row in beside.areas.rows.iter().chain(&beside.areas.foot) {
        assert_eq!(row.cells, cells(&councils.areas, Place::ALL[row.option]), "{}", row.name);
    }
    assert!(councils.areas.rows.iter().all(|row| row.chosen == (row.option == option(torfaen))));
    assert!(beside.notes[0].contains("our assumption"), "the rule is called what it is");
    let board = shown(&after(Lang::En, [pick(Place::Region(council::TORFAEN.board))]));
    assert_eq!(board.beside.expect("its councils").areas.rows.len(), 5);
    assert_eq!(board.areas.rows.iter().filter(|row| row.chosen).count(), 5);
    assert_eq!(open(Lang::En).beside, None, "Wales has every council beside it");
}

#[test]
fn nobody_is_like_themselves_and_each_has_three_like_it() {
    for council in &COUNCILS {
        let mut alike: Vec<&str> = council.alike().iter().map(|other| other.code).collect();
        alike.dedup();
        assert!(alike.len() == 3 && !alike.contains(&council.code), "{}: {alike:?}", council.code);
    }
}

#[test]
fn chance_is_the_model_s_for_one_year() {
    let (count, people) = (410.0_f64, 10_000.0);
    let entries = figure::CALC_ENTRIES.value * count / figure::CHILDREN_2019.value;
    let sd = stock::chance_in_a_year(Children::new(count), Children::new(entries), Rate::new(figure::CALC_EXIT_RATE.value));
    let p = (-figure::CALC_EXIT_RATE.value).exp();
    near(sd, (count * p * (1.0 - p) + entries * (1.0 - p) / figure::CALC_EXIT_RATE.value).sqrt());
    assert!(sd * 1.645 / count > 0.05 && sd / people < 1.0, "five per cent of a council's count is chance");
    let councils = shown(&after(Lang::En, [pick(Place::Council(council::TORFAEN))]));
    let names: Vec<&str> = councils.beside.expect("others").results.iter().map(|row| row.figure.name).collect();
    assert_eq!(names, ["chance", "near", "published", "fostered", "", "", "", "", ""]);
    let other = shown(&after(Lang::En, [pick(Place::Council(council::CONWY))]));
    assert_eq!(other.beside.expect("others").results.len(), 8, "no rate of Conwy was found published");
}

#[test]
fn the_explanation_of_differences_is_wales_s_and_cited() {
    for place in [Place::Wales, Place::Council(council::CARDIFF)] {
        let why = shown(&after(Lang::En, [pick(place)])).why;
        let shares: Vec<&str> = why.figures.iter().map(|source| source.id).collect();
        assert_eq!(shares, ["variance.deprivation", "variance.practice", "variance.parental"]);
        assert!(why.figures.iter().zip(["53%", "19%", "24%"]).all(|(source, share)| source.figure.contains(share)));
        assert_eq!(why, open(Lang::En).why, "the same whichever council is picked");
    }
}

#[test]
fn the_two_languages_say_the_same_numbers_in_other_words() {
    for compared in 0..5 {
        let [cy, en] = Lang::ALL.map(|lang| shown(&after(lang, [Message::Chosen(Id::Compared, compared), pick(Place::ALL[20])])));
        let numbers = |councils: &Councils| councils.areas.rows.iter().map(|row| row.cells.clone()).collect::<Vec<_>>();
        assert_eq!(numbers(&cy), numbers(&en));
        for (cy, en) in [
            (cy.headline.text(), en.headline.text()),
            (cy.areas.caption.clone(), en.areas.caption.clone()),
            (cy.areas.description(Lang::Cy), en.areas.description(Lang::En)),
            (cy.lines[0].text(), en.lines[0].text()),
            (cy.why.caution.clone(), en.why.caution.clone()),
        ] {
            assert!(cy != en && !cy.contains(['{', '}']) && !en.contains("NaN"), "{cy} / {en}");
        }
        assert!(cy.caveats.iter().zip(&en.caveats).all(|(cy, en)| cy != en));
        assert!(cy.sources.iter().zip(&en.sources).all(|(cy, en)| cy.what != en.what && cy.id == en.id));
    }
}

#[test]
fn the_page_is_drawn_with_its_map_as_one_picture() {
    let props = AppProps::preset(Lang::En, Room::Councils, program::of(Room::Councils), None);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let html = tokio::task::LocalSet::new().block_on(&runtime, yew::LocalServerRenderer::<App>::with_props(props).render());
    assert_eq!(html.matches("class=\"hex ").count(), 22);
    assert!(html.contains("role=\"img\" aria-labelledby=\"c-councils\" aria-describedby=\"d-councils\""));
    assert!(html.contains("aria-sort=\"descending\"") && !html.contains(" style="));
    for id in ["c-councils", "d-councils", "headline", "answer", "f-place", "field-compared", "table-councils"] {
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
}
