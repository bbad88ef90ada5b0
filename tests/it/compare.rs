//! Scenarios side by side: only what differs is a row, differences are those of the figures shown, one link holds four, the axes are
//! common, what is not like for like is said, and nothing is ever infinite.

mod ranges;

use clorian::app::Message;
use clorian::app::Room;
use clorian::app::State;
use clorian::app::plan::Deed;
use clorian::app::update;
use clorian::link;
use clorian::link::Problem;
use clorian::present::Body;
use clorian::present::budget;
use clorian::present::compare::Compare;
use clorian::present::compare::Row;
use clorian::present::page;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::scenario::own::Item;
use clorian::scenario::own::Key;
use clorian::scenario::own::Own;
use clorian::words::Lang;

const EDGE: &str = "v1&p1=edge-of-care&end";
const TORFAEN: &str = "v1&place=W06000020&base=latest&money=cash&horizon=5&p1=step-down&end";

fn read(fragment: &str) -> Scenario {
    let opened = link::read(fragment);
    assert!(opened.problems.is_empty(), "{fragment}: {:?}", opened.problems);
    opened.scenario
}

fn beside(all: &[&str]) -> Scenario {
    let all: Vec<Scenario> = all.iter().map(|fragment| read(fragment)).collect();
    all[0].with_beside(&all[1..])
}

fn shown_in(lang: Lang, scenario: &Scenario) -> Compare {
    let state = State { scenario: scenario.clone(), ..State::new(lang, Room::Compare) };
    match page(&state).body {
        Body::Compare(compare) => *compare,
        _ => panic!("the room of scenarios"),
    }
}

fn shown(scenario: &Scenario) -> Compare {
    shown_in(Lang::En, scenario)
}

fn row<'a>(compare: &'a Compare, name: &str) -> &'a Row {
    compare.results.iter().find(|row| row.name == name).unwrap_or_else(|| panic!("no {name}"))
}

fn exact(compare: &Compare, name: &str, at: usize) -> f64 {
    row(compare, name).cells[at].figure.exact.unwrap_or_else(|| panic!("{name} of {at}"))
}

/// The rows of what differs, each with its cells.
fn differing(compare: &Compare) -> Vec<(String, Vec<String>)> {
    let differ = compare.differ.as_ref().expect("several");
    differ.groups.iter().flat_map(|(_, rows)| rows).map(|row| (row.label.clone(), row.cells.clone())).collect()
}

fn after(state: &State, deeds: impl IntoIterator<Item = Deed>) -> State {
    deeds.into_iter().fold(state.clone(), |state, deed| update(&state, Message::Plan(deed)).unwrap_or(state))
}

/// Pounds, children or a ratio as they stand on the page.
fn number(worded: &str) -> f64 {
    let digits: String = worded.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let value: f64 = digits.parse().unwrap_or_else(|_| panic!("{worded}"));
    if worded.contains(['−', '-']) { -value } else { value }
}

#[test]
fn one_alone_says_so_and_offers_what_can_be_set_beside() {
    for lang in Lang::ALL {
        let alone = shown_in(lang, &Scenario::default());
        assert!(alone.differ.is_none() && alone.results.is_empty() && alone.charts.is_empty() && alone.unlike.is_empty());
        assert_eq!((alone.columns.len(), alone.starts.len(), alone.full), (1, budget::links().len(), false));
        assert_eq!(alone.announcement, alone.headline.text());
    }
}

#[test]
fn only_what_differs_is_a_row() {
    let same = shown(&beside(&["v1&end", "v1&end"]));
    assert!(differing(&same).is_empty());
    assert_eq!(same.differ.expect("several").same, "They are the same in every assumption and choice.");

    let one = shown(&beside(&["v1&end", "v1&residential-growth=0.1&end"]));
    let rows = differing(&one);
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!(rows[0].1, ["0%", "10%"]);
    assert_eq!(rows[0].0, Id::ResidentialGrowth.field().label.say(Lang::En));

    // A path of another shape: what only one of them uses is not used by the other.
    let path = differing(&shown(&beside(&["v1&end", "v1&path=growth&care-growth=0.02&end"])));
    let cells = |label: &str| path.iter().find(|(own, _)| own == label).map(|(_, cells)| cells.clone());
    assert_eq!(cells(Id::CareGrowth.field().label.say(Lang::En)).unwrap(), ["not used", "2%"]);
    assert_eq!(cells(Id::Entries.field().label.say(Lang::En)).unwrap()[1], "not used");
    assert!(cells(Id::CareTarget.field().label.say(Lang::En)).is_none(), "neither uses it");
}

#[test]
fn a_programme_is_beside_itself_wherever_it_stands() {
    let rows = differing(&shown(&beside(&[EDGE, "v1&p1=edge-of-care&p1-cost=6000000&p1-name=Ours&p2=step-down&end"])));
    assert!(rows[0].1[0] == "in the plan" && rows[0].1[1].starts_with("Ours ("), "{rows:?}");
    assert!(rows[1].0.ends_with(": Cost a year") && rows[1].1[1] == "£6,000,000", "{rows:?}");
    assert_eq!(
        (rows[2].0.as_str(), rows[2].1.as_slice()),
        ("Step-down from residential care", ["none", "in the plan"].map(String::from).as_slice())
    );
    assert_eq!(rows.len(), 3, "what a programme of the shelf is goes without saying: {rows:?}");
    let changed = differing(&shown(&beside(&["v1&p1=step-down&p1-ramp=0&end", "v1&p1=edge-of-care&p1-ramp=0&p1-cost=1&end", "v1&end"])));
    let cells: Vec<[bool; 3]> = changed.iter().map(|(_, cells)| [0, 1, 2].map(|at| cells[at] != "none")).collect();
    let (first, second) = ([true, false, false], [false, true, false]);
    assert_eq!(cells, [first, first, second, second], "{changed:?}");

    // The second of one and the first of another are one; its values are set against each other, and the order is told.
    let moved = ["v1&p1=edge-of-care&p2=step-down&end", "v1&p1=step-down&p1-cost=1&p2=edge-of-care&end"];
    let rows = differing(&shown(&beside(&moved)));
    let labels: Vec<&str> = rows.iter().map(|(label, _)| label.as_str()).collect();
    assert_eq!(labels, ["Step-down from residential care: Cost a year", "Order of the programmes in all"], "{rows:?}");
    assert_ne!(rows[1].1[0], rows[1].1[1]);

    // A range goes with its programme too, and two of a kind are told apart.
    let ranged = differing(&shown(&beside(&[EDGE, "v1&p1=step-down&p2=edge-of-care&p2-effect~=0.15:0.35&end"])));
    assert!(
        ranged.last().is_some_and(|(label, cells)| !label.contains('2') && cells[1] == "15% to 35%" && cells[0] != "none"),
        "{ranged:?}"
    );
    let two = differing(&shown(&beside(&["v1&end", "v1&p1=blank&p2=blank&end"])));
    assert!(two[0].0 != two[1].0 && two.len() == 2, "{two:?}");
}

#[test]
fn a_scenario_is_called_by_its_programmes_and_its_place() {
    let three = "v1&place=W06000015&p1=edge-of-care&p2=step-down&p3=home-from-out-of-wales&end";
    let compare = shown(&beside(&[three, three, "v1&end"]));
    let names: Vec<&str> = compare.columns.iter().map(|column| column.name.as_str()).collect();
    assert!(names[0].ends_with(", Step-down from residential care and 1 more (Cardiff)"), "{names:?}");
    assert!(names[0] != names[1], "{names:?}");
    assert_eq!(names[2], "Scenario C: no programme (Wales)");
    let ends: Vec<&str> = compare.charts[0].0.series.iter().map(|series| series.name.as_str()).collect();
    assert_eq!((ends[2], ends[0].chars().last()), ("C: no programme (Wales)", Some('…')), "the ends of lines have room for less");
}

#[test]
fn a_starting_point_without_a_programme_keeps_its_name() {
    let compare = shown(&beside(&["v1&path=reductions&end", "v1&horizon=5&residential-growth=0.1&end", "v1&residential-growth=0.1&end"]));
    let names: Vec<&str> = compare.columns.iter().map(|column| column.name.as_str()).collect();
    assert!(names[0].contains("The councils' plans met (Wales)"), "{names:?}");
    assert!(names[1].contains("Residential prices still running (Wales)") && names[2].contains("no programme (Wales)"), "{names:?}");
}

#[test]
fn a_notice_says_which_scenario_it_is_of() {
    let link = "v1&residential-growth=10&end&with&v1&foster-growth=hot&end";
    for (lang, names) in [(Lang::En, ["Scenario A: ", "Scenario B: "]), (Lang::Cy, ["Senario A: ", "Senario B: "])] {
        let opened = |link: &str| update(&State::new(lang, Room::Compare), Message::Opened(link.to_owned())).expect("opened");
        let state = opened(link);
        let notices = page(&state).notices;
        assert!(notices.iter().zip(names).all(|(notice, name)| notice.starts_with(name)) && notices.len() == 2, "{notices:?}");
        // Pasted beside two, the link's first is the third.
        let pasted = page(&after(&opened("v1&end&with&v1&end"), [Deed::LinkSetBeside(link.to_owned())])).notices;
        assert!(pasted[0].contains(" C: ") && pasted[1].contains(" D: "), "{pasted:?}");
        assert!(page(&after(&state, [Deed::Fronted(0)])).notices.is_empty(), "the letters are others now");
        assert!(!page(&opened("v1&residential-growth=10&end")).notices[0].starts_with(names[0]), "one alone needs no letter");
    }
}

#[test]
fn ranges_and_what_other_pages_use_are_told_apart() {
    let compare = shown(&beside(&["v1&end", "v1&pot=4000000&discount~=0.02:0.05&end"]));
    let differ = compare.differ.as_ref().expect("several");
    assert_eq!(differ.groups.len(), 1);
    assert_eq!(differ.groups[0].1[0].cells[1], "2% to 5%");
    assert!(differ.elsewhere.as_ref().is_some_and(|said| said.contains(Id::Pot.field().label.say(Lang::En))), "{:?}", differ.elsewhere);
    for row in &compare.results {
        assert!(row.cells[1].difference.as_ref().is_none_or(|more| more.exact == Some(0.0)), "{}", row.label);
    }
}

#[test]
fn results_are_those_of_the_whole_budget_and_differences_are_those_of_the_figures_shown() {
    let scenario = beside(&["v1&p1=edge-of-care&residential-growth=0.03&end", EDGE, "v1&p1=step-down&p2=reflect&horizon=7&end", "v1&end"]);
    let compare = shown(&scenario);
    for (at, other) in std::iter::once(&scenario).chain(scenario.beside()).enumerate() {
        let npv = exact(&compare, "npv", at);
        assert!((npv - budget::npv(other)).abs() < 1e-6);
        let parts = exact(&compare, "avoided", at) - exact(&compare, "cost", at);
        assert!((parts - npv).abs() < 1e-3, "{parts} is not {npv}");
        let said = |name: &str| number(&row(&compare, name).cells[at].figure.worded);
        assert!((said("avoided") - said("cost") - said("npv")).abs() < 0.5, "what is shown adds up");
    }
    let mut compared = 0;
    for row in compare.results.iter().filter(|row| !["years", "payback"].contains(&row.name)) {
        assert!(row.cells[0].difference.is_none());
        for cell in &row.cells[1..] {
            let Some(more) = &cell.difference else { continue };
            let (first, own) = (number(&row.cells[0].figure.worded), number(&cell.figure.worded));
            let exact = more.exact.unwrap_or(f64::NAN);
            assert!((own - first - exact).abs() < 0.005, "{}: {own} less {first} is not {exact}", row.label);
            if exact.abs() > 0.005 {
                assert!((number(&more.worded) - exact).abs() < 0.005, "{}: {}", row.label, more.worded);
            }
            assert!(!more.worded.contains("++"), "{}: {}", row.label, more.worded);
            compared += 1;
        }
    }
    assert!(compared > 20, "{compared}");
    // Nothing is spent in the last: no ratio, so no difference of it.
    assert!(row(&compare, "ratio").cells[3].difference.is_none());
}

#[test]
fn years_until_it_is_paid_back_differ_in_years() {
    let compare = shown(&beside(&[EDGE, "v1&p1=edge-of-care&p1-effect=0.5&end", "v1&p1=edge-of-care&p1-effect=0.01&end"]));
    let payback = row(&compare, "payback");
    let year = |at: usize| payback.cells[at].figure.exact;
    let more = payback.cells[1].difference.as_ref().expect("both are paid back");
    assert_eq!(more.exact, Some(year(1).unwrap() - year(0).unwrap()));
    assert!(more.worded.ends_with("earlier") || more.exact == Some(0.0), "{}", more.worded);
    assert_eq!(year(2), None);
    assert!(payback.cells[2].difference.is_none());
    // Plans that start in other years are paid back in other years, which says nothing of how fast: Torfaen's of 2024 in its first, the first one later.
    let apart = shown(&beside(&[EDGE, TORFAEN]));
    let payback = row(&apart, "payback");
    assert!(payback.cells.iter().all(|cell| cell.figure.exact.is_some() && cell.difference.is_none()), "{payback:?}");
    assert!(row(&apart, "npv").cells[1].difference.is_some());
}

#[test]
fn one_link_holds_four_and_opens_to_the_same_page() {
    let titled = read(EDGE).with_title("Ein cynllun ni");
    let scenario = titled.with_beside(&[read(TORFAEN), read("v1&path=reductions&end").with_title("A & B"), read("v1&discount~=none&end")]);
    let fragment = link::write(&scenario);
    let opened = link::read(&fragment);
    assert!(opened.problems.is_empty(), "{:?}", opened.problems);
    assert_eq!(opened.scenario, scenario);
    for lang in Lang::ALL {
        let first = shown_in(lang, &scenario);
        assert_eq!(first, shown_in(lang, &opened.scenario));
        assert!(first.full && first.columns.len() == 4);
        assert!(first.columns[0].name.contains("Ein cynllun ni") && first.columns[1].name.contains("Torfaen"));
        // Each opens first in the whole budget with the other three beside it.
        for (at, column) in first.columns.iter().enumerate() {
            let opened = read(&column.fragment);
            assert_eq!(opened.beside().len(), 3);
            let own = if at == 0 { scenario.alone() } else { scenario.beside()[at - 1].clone() };
            assert_eq!(opened.alone(), own);
        }
    }
}

#[test]
fn the_axes_are_common_and_a_year_without_a_value_has_none() {
    let compare = shown(&beside(&["v1&p1=edge-of-care&horizon=3&end", "v1&base=latest&horizon=4&p1=edge-of-care&end"]));
    assert_eq!(compare.charts.len(), 3);
    for (chart, remark) in &compare.charts {
        // 2019-20 to 2021-22, and 2024-25 to 2027-28.
        assert_eq!(chart.positions.len(), 9, "{}", chart.name);
        assert!(chart.series.iter().all(|series| series.values.len() == 9));
        let known = |at: usize| -> Vec<usize> {
            chart.series[at].values.iter().enumerate().filter(|(_, value)| value.is_some()).map(|(year, _)| year).collect()
        };
        assert_eq!((known(0), known(1)), (vec![0, 1, 2], vec![5, 6, 7, 8]));
        assert_eq!(chart.caption, "No year is covered by all of them.");
        assert!(remark.is_none() && !chart.footnotes.is_empty());
    }
    assert_eq!(compare.charts[0].0.positions[0], "2020", "children are counted at the close");
    assert_eq!(compare.charts[1].0.positions[0], "2019-20");

    let longer = shown(&beside(&[EDGE, "v1&p1=edge-of-care&horizon=4&end"]));
    let (chart, remark) = &longer.charts[2];
    assert_eq!(remark.as_deref(), Some("2022-23 is the last year that all of them cover."));
    assert!(chart.caption.contains("2022-23"), "{}", chart.caption);
    // The lines end where the results say.
    let children = longer.charts[0].0.series.iter().map(|series| series.values.iter().flatten().last().copied());
    for (at, end) in children.enumerate() {
        assert_eq!(end, row(&longer, "children").cells[at].figure.exact);
    }
}

#[test]
fn what_is_not_like_for_like_is_said() {
    assert!(shown(&beside(&["v1&end", EDGE])).unlike.is_empty());
    let unlike = shown(&beside(&["v1&end", TORFAEN])).unlike;
    for said in ["Torfaen", "same year", "number of years", "2018-19 prices"] {
        assert!(unlike.iter().any(|note| note.contains(said)), "{said}: {unlike:?}");
    }
    assert!(shown(&beside(&["v1&end", "v1&discount=0.05&end"])).unlike[0].contains("same rate"));
    let mut own = Own::default();
    own.set(Key { place: "W92000004", year: Some(2019), item: Item::Children }, 7_000.0).unwrap();
    let owned = Scenario::default().with_beside(&[Scenario::default().with_own(own)]);
    assert!(shown(&owned).unlike.iter().any(|note| note.contains("added figures")));
}

#[test]
fn cash_and_real_are_compared_at_constant_prices() {
    let real = shown(&beside(&[EDGE, EDGE]));
    let cash = shown(&beside(&[EDGE, "v1&p1=edge-of-care&money=cash&inflation=0.03&end"]));
    assert_eq!(real.results, cash.results);
    assert_eq!(differing(&cash)[0].1, ["not used", "3%"]);
}

#[test]
fn where_plans_save_the_same_their_spending_is_told_too() {
    let dearer = "v1&p1=blank&residential-cost=300000&end";
    let same = shown(&beside(&["v1&p1=blank&end", dearer]));
    assert!(same.headline.text().contains("The same saving"), "{}", same.headline.text());
    let said = same.lines[0].text();
    assert!(said.contains("Highest spending") && said.contains("Scenario B"), "{said}");
    assert!(shown(&beside(&[EDGE, EDGE])).lines.is_empty(), "nothing more is said where spending is the same too");
}

#[test]
fn the_first_is_the_one_that_differences_are_against() {
    let state = State { scenario: beside(&["v1&end", EDGE]), ..State::new(Lang::En, Room::Compare) };
    let before = shown(&state.scenario);
    let fronted = after(&state, [Deed::Fronted(0)]);
    let now = shown(&fronted.scenario);
    assert_eq!(exact(&before, "npv", 1).to_bits(), exact(&now, "npv", 0).to_bits());
    let more = |compare: &Compare| row(compare, "npv").cells[1].difference.as_ref().and_then(|more| more.exact).unwrap();
    assert!((more(&before) + more(&now)).abs() < 1e-9);
    let named = after(&fronted, [Deed::BesideTitled(0, "As it is".into()), Deed::Titled("Edge".into())]);
    let called: Vec<String> = shown(&named.scenario).columns.into_iter().map(|column| column.name).collect();
    assert_eq!(called, ["Scenario A: Edge", "Scenario B: As it is"]);
    let alone = after(&named, [Deed::TakenAway(0)]);
    assert!(shown(&alone.scenario).differ.is_none());
    let back = update(&alone, Message::Undone).expect("a step back");
    assert_eq!(back.scenario, named.scenario);
}

#[test]
fn a_link_is_set_beside_whole_or_as_far_as_it_can_be() {
    let open = State::new(Lang::En, Room::Compare);
    let address = format!("https://example.org/en/the-whole-budget/#{EDGE}");
    for good in [EDGE.to_owned(), format!("  #{EDGE} "), address] {
        let state = after(&open, [Deed::LinkSetBeside(good.clone())]);
        assert_eq!(state.scenario.beside(), [read(EDGE)], "{good}");
        assert!(state.notices.is_empty());
    }
    for bad in ["", "#", "https://example.org/", "edge of care", "https://example.org/#main"] {
        let state = after(&open, [Deed::LinkSetBeside(bad.to_owned())]);
        assert_eq!((state.scenario.beside().len(), state.notices.as_slice()), (0, &[Problem::NothingBeside][..]), "{bad}");
        assert!(page(&state).announcement.is_some_and(|said| said.contains("Nothing was set beside")));
    }
    let partly = after(&open, [Deed::LinkSetBeside("v1&discount=7&p1=edge-of-care".into())]);
    assert_eq!((partly.scenario.beside().len(), partly.notices.len()), (1, 2));
    // A comparison brings its own along as far as there is room.
    let three = link::write(&beside(&[EDGE, TORFAEN, "v1&path=reductions&end"]));
    let state = after(&open, [Deed::LinkSetBeside(EDGE.into()), Deed::LinkSetBeside(three)]);
    assert_eq!(state.scenario.beside(), [read(EDGE), read(EDGE), read(TORFAEN)]);
    assert_eq!(state.notices, [Problem::TooMany]);
}

#[test]
fn every_extreme_is_finite_in_both_languages() {
    let ends = |id: Id| [id.field().bounds.0, id.field().bounds.1];
    let extremes = Id::every().filter(|id| id.part().is_none()).flat_map(|id| ends(id).map(|value| Scenario::default().with(id, value)));
    let planned = read(EDGE);
    let parts = Id::every().filter(|id| id.part().is_some_and(|(slot, _)| slot == 0));
    let of_plan = parts.flat_map(|id| ends(id).map(|value| planned.with(id, value)));
    let mut tried = 0;
    for (at, extreme) in extremes.chain(of_plan).flatten().enumerate() {
        let compare = shown_in(Lang::ALL[at % 2], &planned.with_beside(&[extreme]));
        let figures = compare.results.iter().flat_map(|row| &row.cells);
        let numbers = figures.flat_map(|cell| [cell.figure.exact, cell.difference.as_ref().and_then(|more| more.exact)]);
        let lines = compare.charts.iter().flat_map(|(chart, _)| &chart.series).flat_map(|series| series.values.clone());
        assert!(numbers.chain(lines).flatten().all(f64::is_finite), "{:?}", compare.columns[1].fragment);
        tried += 1;
    }
    assert!(tried > 150, "{tried}");
}
