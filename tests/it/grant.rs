//! Every funding stream by every rule: the parts add up, and the figures agree with each other. What the page tells of them stands in a file of its own.

mod page;

use clorian::api::Value;
use clorian::app::Message;
use clorian::app::Room;
use clorian::app::State;
use clorian::app::update;
use clorian::evidence::Regions;
use clorian::evidence::streams::STREAMS;
use clorian::place::Place;
use clorian::present::Body;
use clorian::present::Question;
use clorian::present::ResultRow;
use clorian::present::Section;
use clorian::present::chart::Chart;
use clorian::present::figure::Sentence;
use clorian::present::figure::Span;
use clorian::present::grant::sums::Limits;
use clorian::present::grant::sums::Shared;
use clorian::present::grant::sums::Sums;
use clorian::present::grant::weights::Rule;
use clorian::present::page;
use clorian::present::rooms;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::scenario::own::Item;
use clorian::scenario::own::Key;
use clorian::scenario::own::Own;
use clorian::words::Lang;
use proptest::prelude::*;

/// What is chosen in fields, one after the other.
fn scenario(chosen: &[(Id, f64)]) -> Scenario {
    chosen
        .iter()
        .fold(Scenario::default(), |scenario, (id, value)| scenario.with(*id, *value).unwrap_or_else(|| panic!("{id:?} at {value}")))
}

fn state(lang: Lang, chosen: &[(Id, f64)]) -> State {
    State { scenario: scenario(chosen), ..State::new(lang, Room::Grant) }
}

fn question(state: &State) -> Question {
    match page(state).body {
        Body::Question(question) => *question,
        _ => panic!("the room asks no question"),
    }
}

/// The index of a stream, as the field has it.
fn stream(id: &str) -> f64 {
    index(STREAMS.iter().position(|stream| stream.id == id))
}

fn place(name: &str) -> f64 {
    index(Place::ALL.iter().position(|place| place.name().say(Lang::En) == name))
}

fn index(at: Option<usize>) -> f64 {
    u32::try_from(at.expect("one of them")).map(f64::from).expect("a few")
}

fn section<'a>(question: &'a Question, name: &str) -> &'a Section {
    question.sections.iter().find(|section| section.name == name).unwrap_or_else(|| panic!("no section {name}"))
}

fn chart<'a>(charts: &'a [(Chart, Option<String>)], name: &str) -> &'a Chart {
    &charts.iter().find(|(chart, _)| chart.name == name).unwrap_or_else(|| panic!("no chart {name}")).0
}

fn row<'a>(question: &'a Question, name: &str) -> &'a ResultRow {
    question.all_results().find(|row| row.figure.name == name).unwrap_or_else(|| panic!("no result {name}"))
}

/// The exact value of a figure in sentences.
fn said(sentences: &[Sentence], name: &str) -> f64 {
    let figure = |span: &Span| match span {
        Span::Figure(figure) if figure.name == name => figure.exact,
        _ => None,
    };
    sentences.iter().flat_map(|sentence| &sentence.0).find_map(figure).unwrap_or_else(|| panic!("no {name}"))
}

fn text(sentences: &[Sentence]) -> String {
    sentences.iter().map(Sentence::text).collect::<Vec<_>>().join(" ")
}

/// Pounds as pence.
#[expect(clippy::cast_possible_truncation, reason = "no sum is near the end of the whole numbers")]
fn pence(pounds: f64) -> i64 {
    (pounds * 100.0).round() as i64
}

fn near(value: f64, expected: f64) {
    assert!((value - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{value} is not {expected}");
}

/// A pot shared out adds up to it exactly: over councils, what they receive and what their regions keep; over regions, kept and passed on.
fn adds_up(shared: &Shared, pot: f64, whole_pounds: bool, told: &str) {
    let received: i64 = shared.amounts.iter().map(|amount| pence(*amount)).sum();
    let kept: i64 = shared.regions.iter().map(|(_, kept, _)| pence(*kept)).sum();
    let passed: i64 = shared.regions.iter().map(|(_, _, passed)| pence(*passed)).sum();
    assert_eq!((received + kept, passed), (pence(pot), received), "{told}");
    assert!(!whole_pounds || shared.amounts.iter().all(|amount| pence(*amount) % 100 == 0), "{told}: whole pounds");
    for (region, _, passed) in &shared.regions {
        let found = Place::find(region).unwrap_or(Place::Wales);
        let own: i64 = Place::Wales
            .councils()
            .zip(&shared.amounts)
            .filter(|(c, _)| found.councils().any(|o| o.code == c.code))
            .map(|(_, a)| pence(*a))
            .sum();
        assert_eq!(own, pence(*passed), "{told}: {region}");
    }
}

#[test]
fn what_goes_to_the_consortia_in_equal_parts_gives_each_a_quarter() {
    let at = STREAMS.iter().position(|stream| stream.id == "coordinators");
    let sums = Sums::of(&scenario(&[(Id::Stream, index(at)), (Id::Pot, 200_000.0)]));
    let consortia: Vec<f64> = sums.given.regions.iter().map(|(_, _, passed)| *passed).collect();
    assert_eq!(consortia.len(), 4);
    // Each of 22 parts is rounded to the penny.
    assert!(consortia.iter().all(|pounds| (pounds - 50_000.0).abs() < 0.05), "{consortia:?}");
}

/// Ways of limiting: the least for any council as a part of the pot, and whether change is limited.
const LIMITS: [(f64, f64); 4] = [(0.0, 0.0), (0.01, 0.0), (0.0, 1.0), (0.01, 1.0)];

#[test]
fn every_stream_by_every_rule_adds_up() {
    let streams = STREAMS.iter().enumerate().filter_map(|(at, stream)| Some((index(Some(at)), stream, stream.amount?)));
    for (at, stream, pot) in streams {
        for (rule, whole, retained) in (0..20_u8).map(|n| (f64::from(n % 5), f64::from(n / 5 % 2), f64::from(n / 10) * 0.125)) {
            for (part, damped) in LIMITS {
                let floor = (pot * part).round();
                let chosen = [
                    (Id::Stream, at),
                    (Id::Rule, rule),
                    (Id::Whole, whole),
                    (Id::Retained, retained),
                    (Id::Floor, floor),
                    (Id::Damped, damped),
                ];
                let sums = Sums::of(&scenario(&chosen));
                let told = format!("{} {chosen:?}", stream.id);
                for shared in [&sums.given, &sums.other, &sums.fence[0], &sums.fence[1]] {
                    adds_up(shared, pot, whole > 0.0, &told);
                }
                let kept = sums.given.kept();
                let keeps = retained > 0.0 && !matches!(stream.regions, Regions::None | Regions::Collaboratives);
                assert!(if keeps { (kept / pot - retained).abs() < 1e-4 } else { kept == 0.0 }, "{told}: {kept} kept");
                limits_hold(&sums, floor, damped, &told);
            }
        }
    }
}

/// Where there are limits they are met, before a region keeps a share; and with or without them the pot is shared out.
fn limits_hold(sums: &Sums, floor: f64, damped: f64, told: &str) {
    let (with, without) = match &sums.limits {
        Limits::Met(with, without) => (with, without),
        Limits::None => return assert!(floor <= 0.0 && damped <= 0.0, "{told}"),
        Limits::Unmet(problem) => panic!("{told}: {problem:?}"),
    };
    for column in [with, without] {
        assert_eq!(column.iter().map(|amount| pence(*amount)).sum::<i64>(), pence(sums.pot), "{told}");
    }
    assert!(with.iter().all(|amount| *amount > floor - 1.0), "{told}: no less than the least");
    let moved: f64 = with.iter().zip(without).map(|(with, without)| (with - without).abs()).sum();
    near(sums.cost_of_limits().expect("limits"), (moved * 50.0).round() / 100.0);
    if damped > 0.0 && sums.given.kept() <= 0.0 {
        for (with, last) in with.iter().zip(&sums.other.amounts) {
            assert!((with / last - 1.0).abs() < 0.1 + 1.0 / last, "{told}: {with} after {last}");
        }
    }
}

#[test]
fn regions_add_up_on_the_page_too() {
    for (at, stream) in STREAMS.iter().enumerate().filter(|(_, stream)| stream.amount.is_some()) {
        let shown = question(&state(Lang::En, &[(Id::Stream, index(Some(at))), (Id::Retained, 0.125)]));
        let pot = pence(stream.amount.expect("an amount"));
        if let Some((regions, _)) = shown.charts.iter().find(|(chart, _)| chart.name == "regions") {
            let (_, totals) = regions.total_row().expect("a total");
            assert_eq!(pence(totals[2].0), pot, "{}", stream.id);
            assert_eq!(pence(totals[3].0) + pence(totals[4].0), pot, "{}", stream.id);
        }
        let councils = section(&shown, "councils").areas.as_ref().expect("councils");
        let received: i64 = councils.rows.iter().filter_map(|row| row.at(0)).map(pence).sum();
        assert_eq!(pence(councils.foot[0].at(0).expect("Wales")), received, "{}", stream.id);
        assert_eq!((councils.rows.len(), councils.foot.len()), (22, 12));
    }
}

#[test]
fn the_rules_are_what_their_options_say() {
    let rules = [
        ("children", Rule::Children),
        ("population", Rule::Population),
        ("equal", Rule::Equal),
        ("blend", Rule::Blend),
        ("own", Rule::Own),
    ];
    for id in [Id::Rule, Id::Against] {
        for (at, (key, rule)) in rules.into_iter().enumerate() {
            assert_eq!(id.field().options.get(at).expect("an option").key, key);
            assert_eq!(Rule::of(&scenario(&[(id, index(Some(at)))]), id), rule);
            assert_eq!(Rule::of(&clorian::link::read(&format!("v1&{}={key}", id.field().key)).scenario, id), rule, "by its key in a link");
        }
    }
    for (at, stream) in STREAMS.iter().enumerate() {
        let chosen = scenario(&[(Id::Stream, index(Some(at)))]);
        let [rule, other] = [Id::Rule, Id::Against].map(|id| Rule::of(&chosen, id));
        assert_eq!(rule, clorian::present::grant::stream::own_rule(&chosen), "{}", stream.id);
        assert_ne!(rule, other, "{}", stream.id);
    }
}

#[test]
fn a_rule_against_itself_changes_nothing() {
    for rule in [0.0, 1.0, 2.0, 3.0, 4.0] {
        let chosen = [(Id::Rule, rule), (Id::Against, rule), (Id::Retained, 0.125), (Id::Damped, 1.0)];
        assert!(Sums::of(&scenario(&chosen)).changes().iter().all(|change| pence(*change) == 0), "{rule}");
        let shown = question(&state(Lang::En, &chosen));
        assert!(text(&section(&shown, "councils").lines).contains("every council the same"), "{rule}");
    }
}

#[test]
fn a_blend_is_the_weighted_sum_of_the_shares() {
    let amounts = |rule: f64, blend: [f64; 3]| {
        let chosen = [(Id::Rule, rule), (Id::BlendChildren, blend[0]), (Id::BlendPopulation, blend[1]), (Id::BlendEqual, blend[2])];
        Sums::of(&scenario(&chosen)).given.amounts
    };
    let pure = [0.0, 1.0, 2.0].map(|rule| amounts(rule, [0.5, 0.5, 0.0]));
    for (at, own) in [[1.0, 0.0, 0.0], [0.0, 0.3, 0.0], [0.0, 0.0, 1.0]].into_iter().enumerate() {
        assert_eq!(amounts(3.0, own), pure[at], "one weight alone is its rule");
    }
    for (at, blended) in amounts(3.0, [0.2, 0.3, 0.5]).into_iter().enumerate() {
        let wanted = 0.2 * pure[0][at] + 0.3 * pure[1][at] + 0.5 * pure[2][at];
        assert!((blended - wanted).abs() < 0.02, "{blended} is not {wanted}");
    }
    assert_eq!(amounts(3.0, [0.0, 0.0, 0.0]), pure[0], "children stand in for a blend of nothing");
    let idle = question(&state(Lang::Cy, &[(Id::Rule, 3.0), (Id::BlendChildren, 0.0), (Id::BlendPopulation, 0.0)]));
    assert!(text(&section(&idle, "councils").lines).contains("cyfuniad"), "and the page says so");
}

#[test]
fn figures_for_each_child_are_the_amount_over_the_children() {
    for chosen in [vec![], vec![(Id::Stream, stream("icf")), (Id::Retained, 0.1)], vec![(Id::Stream, stream("st-davids")), (Id::Rule, 2.0)]]
    {
        let shown = question(&state(Lang::En, &chosen));
        let areas = section(&shown, "councils").areas.as_ref().expect("councils");
        for row in areas.rows.iter().chain(&areas.foot) {
            let place = Place::ALL[row.option];
            let children: f64 = place.councils().map(|council| council.counts.children).sum();
            let people: f64 =
                place.councils().filter_map(|council| Place::Council(council).under_18(2019)).map(|people| people.children).sum();
            let cell = |column: usize| row.at(column).expect("a figure");
            near(cell(1), cell(0) / children);
            near(cell(2), cell(0) / people);
            assert_eq!(pence(cell(4)), pence(cell(0)) - pence(cell(3)));
            near(cell(5), cell(4) / cell(3));
        }
    }
}

#[test]
fn own_weights_and_own_grants_are_used_where_there_are_any() {
    let codes = || Place::Wales.councils().map(|council| council.code);
    let mut own = Own::default();
    for (at, place) in codes().enumerate() {
        own.set(Key { place, year: None, item: Item::Weight }, index(Some(at)) + 1.0).expect("a weight");
    }
    let chosen = [(Id::Rule, 4.0), (Id::Damped, 1.0)];
    let weighed = scenario(&chosen[..1]).with_own(own.clone());
    let sums = Sums::of(&weighed);
    adds_up(&sums.given, 5_000_000.0, false, "own weights");
    near((sums.given.amounts[21] / sums.given.amounts[0]).round(), 22.0);
    own.remove(&Key { place: codes().next().expect("a council"), year: None, item: Item::Weight });
    assert_eq!(Sums::of(&scenario(&chosen[..1]).with_own(own.clone())).given, Sums::of(&scenario(&[])).given, "not without one of them");

    for place in codes() {
        own.set(Key { place, year: Some(2019), item: Item::Grant("pdg-lac") }, 200_000.0).expect("a grant");
    }
    let limited = State { scenario: scenario(&chosen).with_own(own), ..State::new(Lang::En, Room::Grant) };
    let told = text(&section(&question(&limited), "councils").lines);
    assert!(told.contains("comes to £160,000 less than the pot"), "22 × £200,000 × 1.1: {told}");
    adds_up(&Sums::of(&limited.scenario).given, 5_000_000.0, false, "all the same");
}

fn anything_chosen() -> impl Strategy<Value = Vec<(Id, f64)>> {
    let at = prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0_f64];
    let fields = rooms::fields(Room::Grant);
    let most = [Id::Floor, Id::Pot, Id::Own];
    prop::collection::vec((0..fields.len(), at), 0..14).prop_map(move |picks| {
        let value = |(index, at): (usize, f64)| {
            let field = fields[index].field();
            let (low, high) = if most.contains(&field.id) { field.slider } else { field.bounds };
            let value = low + (high - low) * at;
            (field.id, if field.unit.whole() { value.round() } else { field.kept(value) })
        };
        picks.into_iter().map(value).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn whatever_is_chosen_is_answered_and_adds_up(chosen in anything_chosen()) {
        let state = state(Lang::Cy, &chosen);
        let shown = page(&state);
        let all = format!("{shown:?}");
        prop_assert!(!all.contains("NaN") && !all.contains("inf\""), "{:?}", state.scenario);
        let Body::Question(question) = &shown.body else { panic!("a question") };
        for request in &question.requests {
            let answer = clorian::api::call(request.call, &Value::from_json(&request.json).expect("JSON"));
            prop_assert!(answer.is_ok(), "{}: {:?}", request.json, answer.err());
        }
        let mut ids: Vec<Id> = question.all_groups().flat_map(|group| &group.fields).map(|field| field.id).collect();
        ids.sort_unstable();
        let several = ids.windows(2).any(|pair| pair[0] == pair[1]);
        prop_assert!(!several, "a field stands once on the page");
        let sums = Sums::of(&state.scenario);
        adds_up(&sums.given, sums.pot, false, "any");
        adds_up(&sums.other, sums.pot, false, "any");
        let opened = clorian::link::read(&clorian::link::write(&state.scenario));
        prop_assert_eq!(&opened.scenario, &state.scenario);
    }
}

#[test]
fn a_stream_for_projects_says_at_the_answer_that_sharing_it_only_illustrates() {
    for (lang, words) in [(Lang::En, "only illustrate"), (Lang::Cy, "dim ond enghraifft")] {
        for stream in &STREAMS {
            let index = self::stream(stream.id);
            for place in [place("Wales"), place("Torfaen")] {
                let shown = question(&state(lang, &[(Id::Stream, index), (Id::Place, place)]));
                let projects = ["icf", "complex-needs", "youth-homelessness"].contains(&stream.id);
                assert_eq!(shown.lines.first().is_some_and(|line| line.text().contains(words)), projects, "{}", stream.id);
                assert_eq!(shown.announcement.contains(words), projects, "{}: {}", stream.id, shown.announcement);
            }
        }
        let nothing = question(&state(lang, &[(Id::Stream, stream("icf")), (Id::Pot, 0.0)]));
        assert!(nothing.lines.is_empty(), "nothing is shared");
    }
}

#[test]
fn a_place_is_told_what_it_is_due_by_rate() {
    let due = |chosen: &[(Id, f64)]| {
        let shown = question(&state(Lang::En, chosen));
        let text = shown.lines[0].text();
        assert!(shown.announcement.contains(&text), "{}", shown.announcement);
        (said(&shown.lines, "place-due"), text)
    };
    let torfaen = (Id::Place, place("Torfaen"));
    let (amount, text) = due(&[torfaen]);
    assert!(text.starts_with("Torfaen by rate: £") && text.contains("(£1,150 × about 390 children, its share"), "{text}");
    assert!((amount / 1_150.0 - 390.0).abs() < 0.5, "{amount}");
    let (kept, _) = due(&[torfaen, (Id::Retained, 0.2)]);
    assert!((kept - amount).abs() < 1e-9, "what is due is before the consortium keeps a share");
    let (twice, _) = due(&[torfaen, (Id::Rate, 2_300.0)]);
    assert!((twice - 2.0 * amount).abs() < 0.02, "{twice}");
    // The four consortia make up Wales.
    let consortia = Place::ALL[23..27].iter().map(|region| due(&[(Id::Place, place(region.name().say(Lang::En)))]).0).sum::<f64>();
    assert!((consortia - 7_872_900.0).abs() < 0.005, "{consortia}");
    let welsh = question(&state(Lang::Cy, &[torfaen])).lines[0].text();
    assert!(welsh.starts_with("Torfaen, yn ôl y gyfradd: £") && welsh.contains("tua 390 o blant"), "{welsh}");
    assert!(question(&state(Lang::En, &[])).lines.is_empty(), "the headline is of Wales");
    assert!(question(&state(Lang::En, &[torfaen, (Id::Stream, stream("covid"))])).lines.len() == 1, "no rate");
}
