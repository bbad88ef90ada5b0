//! The page as plain data: the published answers, what bad input does, and that no sequence of acts breaks it.

use clorian::api::Value;
use clorian::app::Message;
use clorian::app::Mistake;
use clorian::app::Room;
use clorian::app::State;
use clorian::app::update;
use clorian::present::Body;
use clorian::present::Page;
use clorian::present::Question;
use clorian::present::page;
use clorian::scenario::Id;
use clorian::scenario::field::Field;
use clorian::words::Lang;
use proptest::prelude::*;

fn open(room: Room, lang: Lang) -> State {
    State::new(lang, room)
}

fn after(state: State, messages: impl IntoIterator<Item = Message>) -> State {
    messages.into_iter().fold(state, |state, message| update(&state, message).unwrap_or(state))
}

fn question(state: &State) -> Question {
    match page(state).body {
        Body::Question(question) => *question,
        _ => panic!("{:?} asks no question", state.room),
    }
}

/// The exact value of a figure by its name.
fn figure(question: &Question, name: &str) -> f64 {
    question
        .results
        .iter()
        .find(|row| row.figure.name == name)
        .unwrap_or_else(|| panic!("no result {name}"))
        .figure
        .exact
        .expect("a number")
}

fn near(value: f64, expected: f64) {
    assert!((value - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{value} is not {expected}");
}

#[test]
fn the_grant_opens_on_its_published_answer() {
    let shown = question(&open(Room::Grant, Lang::En));
    near(figure(&shown, "by-rate"), 7_872_900.0);
    near(figure(&shown, "gap"), -2_872_900.0);
    near(figure(&shown, "covers"), 5_000_000.0 / 1_150.0);
    let headline = shown.headline.text();
    assert_eq!(
        headline,
        "At £1,150 a child for 6,846 children, Wales would get £7,872,900. The pot of £5,000,000 covers 64% of it and is £2,872,900 short."
    );
    let aged = question(&after(open(Room::Grant, Lang::En), [Message::Chosen(Id::Counts, 1)]));
    near(figure(&aged, "by-rate"), 5_111_750.0);
}

#[test]
fn the_parts_of_the_grant_add_up_to_the_penny() {
    for counts in 0..3 {
        let state = after(
            open(Room::Grant, Lang::Cy),
            [
                Message::Chosen(Id::Counts, counts),
                Message::Typed(Id::Pot, "4999999.99".into()),
                Message::Typed(Id::Retained, "12.5".into()),
            ],
        );
        let shown = question(&state);
        let chart = &shown.charts[0].0;
        let (_, totals) = chart.total_row().expect("a total");
        near((totals[2].0 * 100.0).round(), 499_999_999.0);
        near(((totals[3].0 + totals[4].0) * 100.0).round(), 499_999_999.0);
        near((totals[1].0 * 100.0).round(), (figure(&shown, "by-rate") * 100.0).round());
        let children: f64 = shown
            .headline
            .0
            .iter()
            .filter_map(|span| match span {
                clorian::present::figure::Span::Figure(f) if f.name == "children" => f.exact,
                _ => None,
            })
            .sum();
        near(totals[0].0, children);
    }
}

#[test]
fn the_numbers_open_on_their_published_answer() {
    let shown = question(&open(Room::Numbers, Lang::En));
    near(figure(&shown, "row-planned"), 6_255.0);
    near(figure(&shown, "row-counted"), 7_053.0);
    near(figure(&shown, "row-model-2020").round(), 7_187.0);
    assert!(shown.headline.text().contains("6,255") && shown.headline.text().contains("798"), "{}", shown.headline.text());
    let county = question(&after(open(Room::Numbers, Lang::En), [Message::Chosen(Id::Measure, 1)]));
    near(figure(&county, "row-planned"), 1_760.0 - 282.0);
    let wales = question(&after(open(Room::Numbers, Lang::En), [Message::Chosen(Id::Measure, 2)]));
    near(figure(&wales, "row-planned"), 350.0 - 70.0);
    let parents = question(&after(open(Room::Numbers, Lang::En), [Message::Chosen(Id::Measure, 3)]));
    near(figure(&parents, "yours"), 16.0);
}

#[test]
fn the_edge_of_care_opens_on_its_break_even() {
    let shown = question(&open(Room::Edge, Lang::En));
    near(figure(&shown, "row-break-even"), 0.122_418_452_592_668_83);
    near(figure(&shown, "npv"), 27_275_203.403_248_787);
    near(figure(&shown, "ratio"), 1.633_740_631_124_243_3);
    near(figure(&shown, "payback"), 2023.0);
    near(figure(&shown, "in-care"), 7_988.074_894_227_046);
    assert!(shown.headline.text().contains("12.2%"), "{}", shown.headline.text());
}

#[test]
fn past_the_limits_the_page_says_so() {
    let typed = |id: Id, text: &str| Message::Typed(id, text.to_owned());
    let state = after(
        open(Room::Edge, Lang::En),
        [typed(Id::Supported, "9,000"), typed(Id::WouldEnter, "60%"), typed(Id::Prevented, "90"), Message::Chosen(Id::Placement, 1)],
    );
    let shown = question(&state);
    near(figure(&shown, "row-break-even"), 0.001_870_210_324_871_860_7);
    let told = shown.lines[0].text();
    assert!(told.contains("2019-20 to 2028-29"), "{told}");
}

#[test]
fn bad_input_is_told_on_leaving_and_nothing_is_lost() {
    for lang in Lang::ALL {
        for (text, mistake) in
            [("abc", Mistake::NotANumber), ("-5", Mistake::OutOfBounds), ("300%", Mistake::OutOfBounds), ("", Mistake::Empty)]
        {
            let before = after(open(Room::Edge, lang), [Message::Typed(Id::Prevented, "25".into()), Message::Left(Id::Prevented)]);
            let typing = after(before.clone(), [Message::Typed(Id::Prevented, text.into())]);
            assert_eq!(typing.drafts.get(Id::Prevented).and_then(|draft| draft.mistake), Some(mistake), "{text}");
            assert!(page(&typing).errors.is_empty(), "nothing is told while typing");
            let left = after(typing, [Message::Left(Id::Prevented)]);
            let shown = page(&left);
            assert_eq!(shown.errors.len(), 1, "{text}");
            assert!(shown.errors[0].1.contains(Id::Prevented.field().label.say(lang)), "the error names the field: {}", shown.errors[0].1);
            let said = if lang == Lang::En { "Error: " } else { "Gwall: " };
            assert!(shown.title.starts_with(said), "{}", shown.title);
            near(left.scenario.value(Id::Prevented), 0.25);
            let mended = after(left, [Message::Typed(Id::Prevented, "30".into())]);
            assert!(page(&mended).errors.is_empty(), "mended as soon as it reads");
        }
    }
}

#[test]
fn undo_redo_and_reset_go_through_settled_changes() {
    let start = open(Room::Edge, Lang::En);
    let dragged = after(start.clone(), (1..=30).map(|step| Message::Slid(Id::Prevented, f64::from(step) / 100.0)));
    assert!(!dragged.history.can_undo(), "a drag writes no history until let go");
    let settled = after(dragged, [Message::Settled, Message::Stepped(Id::Cost, 1)]);
    near(settled.scenario.value(Id::Cost), 5_100_000.0);
    let undone = after(settled.clone(), [Message::Undone]);
    near(undone.scenario.value(Id::Cost), 5_000_000.0);
    near(undone.scenario.value(Id::Prevented), 0.3);
    let first = after(undone.clone(), [Message::Undone]);
    assert_eq!(first.scenario, start.scenario);
    assert_eq!(after(first, [Message::Redone, Message::Redone]).scenario, settled.scenario);
    let reset = after(settled.clone(), [Message::RestoredAll]);
    assert_eq!(reset.scenario, start.scenario);
    assert_eq!(after(reset, [Message::Undone]).scenario, settled.scenario, "reset can be undone");
}

#[test]
fn switching_the_language_keeps_everything_else() {
    let state = after(
        open(Room::Edge, Lang::En),
        [Message::Typed(Id::Prevented, "abc".into()), Message::Left(Id::Prevented), Message::Stepped(Id::Cost, 1)],
    );
    let switched = after(state.clone(), [Message::Switched(Lang::Cy)]);
    assert_eq!(State { lang: Lang::En, ..switched }, state);
}

#[test]
fn a_link_opens_to_the_same_page() {
    let state = after(
        open(Room::Edge, Lang::En),
        [Message::Typed(Id::Prevented, "0.5".into()), Message::Left(Id::Prevented), Message::Chosen(Id::Placement, 2)],
    );
    let opened = after(open(Room::Edge, Lang::En), [Message::Opened(page(&state).fragment)]);
    assert_eq!(page(&opened).body, page(&state).body);
}

#[test]
fn every_figure_of_a_field_has_a_source_or_a_reason() {
    for field in Field::all() {
        // What is only picked, shown or typed by the visitor rests on no figure.
        let picked = [
            Id::ToYear,
            Id::Place,
            Id::Stream,
            Id::Rule,
            Id::Against,
            Id::Damped,
            Id::Whole,
            Id::Shows,
            Id::Vary,
            Id::Compared,
            Id::Money,
            Id::Tied,
        ];
        let own = picked.contains(&field.id) || field.blank;
        assert!(own || !field.evidence.is_empty(), "{} has no evidence", field.key);
        for figure in field.evidence {
            let assumed = figure.status == clorian::evidence::Status::Assumption;
            assert!(!assumed || figure.note.is_some(), "{}: an assumption has a reason", figure.id);
        }
    }
}

/// Every word of a page, for a look at all of them.
fn words(page: &Page) -> String {
    format!("{page:?}")
}

fn any_message() -> impl Strategy<Value = Message> {
    let id = (0..Id::every().count()).prop_map(|index| Id::every().nth(index).expect("a field"));
    prop_oneof![
        (id.clone(), "(-?£?[0-9,]{0,12}[.]?[0-9]{0,3}[%km]?|\\PC{0,8})").prop_map(|(id, text)| Message::Typed(id, text)),
        (id.clone(), 0.0..=1.0_f64).prop_map(|(id, at)| {
            let (low, high) = id.field().bounds;
            Message::Slid(id, low + (high - low) * at)
        }),
        (id.clone(), prop_oneof![Just(-1_i8), Just(1)]).prop_map(|(id, step)| Message::Stepped(id, step)),
        (id.clone(), 0..5_usize).prop_map(|(id, option)| Message::Chosen(id, option)),
        id.clone().prop_map(Message::Left),
        id.prop_map(Message::Restored),
        Just(Message::Settled),
        Just(Message::Undone),
        Just(Message::Redone),
        Just(Message::RestoredAll),
        "#v1&[a-z0-9=&.-]{0,40}".prop_map(Message::Opened),
        prop_oneof![Just(Lang::En), Just(Lang::Cy)].prop_map(Message::Switched),
    ]
}

/// Any scenario: some fields anywhere within their bounds, their ends among them.
pub fn any_scenario() -> impl Strategy<Value = Vec<Message>> {
    let at = prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0_f64];
    prop::collection::vec((0..Id::every().count(), at), 0..60).prop_map(|picks| {
        let message = |(index, at): (usize, f64)| {
            let id = Id::every().nth(index).expect("a field");
            let field = id.field();
            let (low, high) = field.bounds;
            let value = low + (high - low) * at;
            Message::Slid(id, if field.unit.whole() { value.round() } else { value })
        };
        picks.into_iter().map(message).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn the_contract_refuses_nothing_that_a_field_allows(messages in any_scenario()) {
        for room in [Room::Grant, Room::Numbers, Room::Targets, Room::Edge] {
            for request in question(&after(open(room, Lang::En), messages.clone())).requests {
                let asked = Value::from_json(&request.json).expect("the page writes JSON");
                let answer = clorian::api::call(request.call, &asked);
                prop_assert!(answer.is_ok(), "{}: {}", request.json, answer.err().map(|p| p.message(Lang::En)).unwrap_or_default());
            }
        }
    }


    #[test]
    fn no_act_breaks_the_page(messages in prop::collection::vec(any_message(), 1..40)) {
        for room in Room::ALL {
            let state = after(open(room, Lang::Cy), messages.clone());
            for lang in Lang::ALL {
                let shown = page(&State { lang, ..state.clone() });
                let all = words(&shown);
                prop_assert!(!all.contains("worded: \"NaN") && !all.contains("inf\"") && !all.contains("£NaN"), "{:?}", state.scenario);
                if let Body::Question(question) = &shown.body {
                    for row in &question.results {
                        let whole = !row.figure.worded.is_empty() && !row.figure.worded.contains(['{', '}']);
                        prop_assert!(whole, "a figure is in whole words");
                    }
                }
            }
        }
    }
}
