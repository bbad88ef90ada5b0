//! Plans that are kept, saved as a file and opened: what is saved opens the same, and what cannot be opened is told.

use clorian::api::Value;
use clorian::app::Message;
use clorian::app::Room;
use clorian::app::State;
use clorian::app::keep::Act;
use clorian::app::keep::Outcome;
use clorian::app::plan::Deed;
use clorian::app::update;
use clorian::files::Kept;
use clorian::files::kept;
use clorian::files::scenario as file;
use clorian::files::scenario::Fault;
use clorian::link;
use clorian::present::Body;
use clorian::present::compare;
use clorian::present::compare::KeepView;
use clorian::present::page;
use clorian::scenario::Id;
use clorian::scenario::Own;
use clorian::scenario::Scenario;
use clorian::scenario::own::Item;
use clorian::scenario::own::Key;
use clorian::words::Lang;
use proptest::prelude::*;

const DAY: &str = "2026-11-25";
const ADDRESS: &str = "https://clorian.example/en/the-whole-budget/#v1&end";
const PLANNED: &str = "v1&horizon=7&p1=edge-of-care&entries~=1500:1900&name=Tŷ+newydd:+~22A~22&p1-name=Hafan&own-W06000020-2019=children:483&end&with&v1&horizon=9&own-none&end";

fn then(state: State, message: Message) -> State {
    update(&state, message).unwrap_or(state)
}

fn act(state: State, act: Act) -> State {
    then(state, act.into())
}

fn opened(fragment: &str) -> State {
    then(State::new(Lang::En, Room::Compare), Message::Opened(fragment.to_owned()))
}

fn view(state: &State) -> KeepView {
    let Body::Compare(compare) = page(state).body else { panic!("no comparison") };
    compare.keep
}

fn saved(scenario: &Scenario) -> String {
    compare::saved(Lang::Cy, scenario, DAY, ADDRESS)
}

/// More figures than a link holds.
fn many() -> Own {
    let mut own = Own::default();
    for year in 2003..2020 {
        for place in ["W06000015", "W06000020", "W06000022", "W06000003"] {
            for item in [Item::Children, Item::Entries, Item::Leavers] {
                own.set(Key { place, year: Some(year), item }, f64::from(year) - 1900.0).unwrap();
            }
        }
    }
    own
}

fn plan(name: &str, link: &str) -> Kept {
    Kept { name: name.to_owned(), link: link.to_owned() }
}

#[test]
fn what_the_device_keeps_is_read_as_it_was_written() {
    let plans = vec![plan("Tŷ newydd: \"A\"", PLANNED), plan("b", "v1&end")];
    let text = kept::write(&plans);
    assert!(text.starts_with("clorian-plans 1\n"), "{text}");
    assert_eq!(kept::read(&text), Ok(plans.clone()));
    assert_eq!(kept::read(&kept::write(&[])), Ok(Vec::new()));
    // A line that is none is left out; a text of a later release or of somebody else is not ours to write over.
    assert_eq!(kept::read(&format!("{text}\nrubbish\n\tv1&end")), Ok(plans));
    for foreign in ["", "clorian-plans", "clorian-plans 2\na\tv1&end", "clorian-plans x", "W06000020"] {
        assert_eq!(kept::read(foreign), Err(kept::Foreign), "{foreign}");
    }
}

#[test]
fn the_last_plan_alone_is_written_as_any_other() {
    let text = kept::last(PLANNED);
    assert_eq!(text, kept::write(&[plan("clorian-last-plan", PLANNED)]));
    assert_eq!(kept::last_of(&text), Some(PLANNED));
    for none in ["", "clorian-plans 1", "clorian-plans 2\nclorian-last-plan\tv1&end"] {
        assert_eq!(kept::last_of(none), None, "{none}");
    }
}

#[test]
fn fifty_plans_are_kept_and_one_of_the_same_name_gives_way() {
    let mut plans = Vec::new();
    for at in 0..kept::MOST {
        plans = kept::with(&plans, plan(&at.to_string(), "v1&end")).unwrap();
    }
    assert_eq!(kept::with(&plans, plan("another", "v1&end")), None);
    let again = kept::with(&plans, plan("7", PLANNED)).unwrap();
    assert_eq!((again.len(), again[7].link.as_str()), (kept::MOST, PLANNED));
}

#[test]
fn a_kept_plan_has_its_name_and_opens_in_one_step_that_undo_takes_back() {
    let state = opened("v1&horizon=7&end");
    let state = act(state, Act::Named(vec![plan("Ours", "v1&horizon=7&name=Ours&end")], "Ours".to_owned()));
    assert_eq!(link::write(state.settled()), "v1&horizon=7&name=Ours&end");
    assert_eq!(view(&state).outcome, "The plan is kept on this device.");
    let state = act(then(state, Message::RestoredAll), Act::Opened("v1&horizon=7&name=Ours&end".to_owned()));
    assert_eq!(view(&state).title, "Ours");
    let back = then(state, Message::Undone);
    assert_eq!(*back.settled(), Scenario::default());
}

#[test]
fn a_kept_plan_set_beside_leaves_the_one_in_hand() {
    let state = then(opened("v1&horizon=7&end"), Message::Plan(Deed::LinkSetBeside(PLANNED.to_owned())));
    assert_eq!(state.scenario.alone(), link::read("v1&horizon=7&end").scenario);
    assert_eq!(state.scenario.beside().len(), 2, "with the one that stands beside it");
}

#[test]
fn what_the_browser_refuses_is_told_and_changes_nothing() {
    let start = opened("v1&horizon=7&end");
    for outcome in [Outcome::NotAllowed, Outcome::Full, Outcome::NoName, Outcome::Later] {
        let state = act(start.clone(), Act::Stored(Vec::new(), outcome));
        assert_eq!(state.settled(), start.settled());
        assert!(!view(&state).outcome.is_empty());
    }
    let refused = act(start, Act::Remembered(true, false));
    assert!(!view(&refused).remembers);
    assert!(view(&refused).outcome.contains("would not"), "{}", view(&refused).outcome);
}

#[test]
fn what_was_forgotten_can_be_kept_again_until_something_else_is_done() {
    let plans = vec![plan("a", "v1&end"), plan("b", "v1&horizon=7&end")];
    let found = Act::Found(plans.clone(), false);
    let state = act(act(opened(""), found), Act::Stored(plans[..1].to_vec(), Outcome::Forgotten));
    assert_eq!((view(&state).plans, view(&state).forgotten), (plans[..1].to_vec(), plans.clone()));
    let state = act(state, Act::Stored(plans.clone(), Outcome::BroughtBack));
    assert_eq!((view(&state).plans, view(&state).forgotten), (plans, Vec::new()));
}

#[test]
fn a_file_opens_to_the_same_plan_in_either_language() {
    let scenarios = [Scenario::default(), link::read(PLANNED).scenario, link::read(PLANNED).scenario.with_own(many())];
    for scenario in &scenarios {
        let text = saved(scenario);
        let link = file::read(text.as_bytes()).unwrap();
        let read = link::read(&link);
        assert_eq!((&read.scenario, read.problems), (scenario, Vec::new()));
        assert_eq!(file::read(format!("\u{feff}  {text}\n").as_bytes()), Ok(link));
    }
    assert!(!link::own::fits(scenarios[2].own()), "the figures would fit a link");
}

#[test]
fn figures_of_a_plan_beside_are_whole_too() {
    let scenario = Scenario::default().with_beside(&[Scenario::default().with_own(many()), link::read(PLANNED).scenario.alone()]);
    assert_eq!(link::read(&link::whole(&scenario)).scenario, scenario);
    let first = scenario.with_own(many());
    assert_eq!(link::read(&link::whole(&first)).scenario, first);
    assert_eq!(link::whole(&link::read(PLANNED).scenario), PLANNED);
}

#[test]
fn a_file_says_what_it_is_and_where_it_came_from() {
    let scenario = link::read(PLANNED).scenario;
    let text = compare::saved(Lang::En, &scenario, DAY, ADDRESS);
    let value = Value::from_json(&text).unwrap();
    assert_eq!((value.text("format"), value.number("version")), (Some("clorian-plan"), Some(1.0)));
    assert_eq!((value.text("date"), value.number("evidence_edition")), (Some(DAY), Some(1.0)));
    assert_eq!((value.text("title"), value.text("address")), (Some("Tŷ newydd: \"A\""), Some(ADDRESS)));
    assert!(value.text("licence").is_some_and(|licence| licence.contains("Open Government Licence")));
    assert!(value.text("citation").is_some_and(|citation| citation.contains("25 November 2026")));
    let budget = then(State::new(Lang::En, Room::Budget), Message::Opened(PLANNED.to_owned()));
    let Body::Question(question) = page(&budget).body else { panic!("no question") };
    assert_eq!(value.items("requests").len(), 2);
    assert!(text.contains(&question.requests[0].json), "the file holds another request than the page");
    assert_eq!(value.text("own_figures.0.item"), Some("children"));
    assert_eq!(value.number("own_figures.0.value"), Some(483.0));
}

#[test]
fn the_name_of_a_file_is_its_title_and_its_day() {
    let name = |lang: Lang, title: &str| compare::file_name(lang, &Scenario::default().with_title(title), DAY);
    assert_eq!(name(Lang::En, ""), "clorian-plan-2026-11-25.json");
    assert_eq!(name(Lang::Cy, "../.."), "clorian-cynllun-2026-11-25.json");
    assert_eq!(name(Lang::En, "Tŷ Newydd: 2/3"), "clorian-tŷ-newydd-2-3-2026-11-25.json");
}

#[test]
fn each_file_that_cannot_be_opened_is_told_apart() {
    let whole = saved(&link::read(PLANNED).scenario);
    let rubbish = "rubbish! ".repeat(600_000);
    let picture = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR".as_slice();
    let deep = "[".repeat(100_000);
    for (bytes, fault) in [
        (b"".as_slice(), Fault::Empty),
        (b" \n\xef\xbb\xbf".as_slice(), Fault::NotJson),
        (picture, Fault::NotText),
        (b"{\"a\":\"\0\"}".as_slice(), Fault::NotText),
        (rubbish.as_bytes(), Fault::NotJson),
        (b"place,year,figure,kind,value,per\n".as_slice(), Fault::NotJson),
        (deep.as_bytes(), Fault::NotJson),
        (b"{\"format\":\"clorian-plan\",\"version\":1,\"link\":\"v1&end\"".as_slice(), Fault::CutShort),
        (b"{\"format\":\"clorian-plan\",\"version\":1,\"link\":\"v1&e".as_slice(), Fault::CutShort),
        (b"{\"format\":\"clorian-plan\",\"version\":1,\"link\":\"v1&\\u00".as_slice(), Fault::CutShort),
        (b"{\"format\":\"clorian-plan\",\"version\":1,\"link\":\"v1&end\",\"more\":nu".as_slice(), Fault::CutShort),
        (b"{}".as_slice(), Fault::NotOurs),
        (b"[1,2.5e-3,\"a\",null,true,false,{\"b\":[]}]".as_slice(), Fault::NotOurs),
        (b"7".as_slice(), Fault::NotOurs),
        (b"{\"format\":\"another\",\"version\":1,\"link\":\"v1&end\"}".as_slice(), Fault::NotOurs),
        (b"{\"format\":\"clorian-plan\",\"version\":\"1\",\"link\":\"v1&end\"}".as_slice(), Fault::NotOurs),
        (b"{\"format\":\"clorian-plan\",\"version\":1,\"link\":7}".as_slice(), Fault::NotOurs),
        (b"{\"format\":\"clorian-plan\",\"version\":2,\"links\":[]}".as_slice(), Fault::Later(2)),
        (b"{\"format\":\"clorian-plan\",\"version\":1,\"link\":\"v1&end\"} x".as_slice(), Fault::NotJson),
        (b"{\"a\":01}".as_slice(), Fault::NotJson),
        (b"{\"a\":1,}".as_slice(), Fault::NotJson),
        (b"{\"a\":\"\\x\"}".as_slice(), Fault::NotJson),
        (b"{\"a\":\"\\ud800\"}".as_slice(), Fault::NotJson),
    ] {
        assert_eq!(file::read(bytes), Err(fault), "{:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(80)]));
    }
    let big = vec![b' '; clorian::files::MOST_MEGABYTES * 1_000_000 + 1];
    assert_eq!(file::read(&big), Err(Fault::TooBig));
    // Wherever it is cut, that is what is said of it.
    for end in (1..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        assert_eq!(file::read(&whole.as_bytes()[..end]), Err(Fault::CutShort), "at {end}: {}", &whole[..end]);
    }
}

#[test]
fn what_is_wrong_with_a_file_is_said_in_both_languages_and_changes_nothing() {
    let faults = [Fault::TooBig, Fault::Empty, Fault::NotText, Fault::NotJson, Fault::CutShort, Fault::NotOurs, Fault::Later(2)];
    let mut said = Vec::new();
    for lang in Lang::ALL {
        for fault in faults {
            let start = then(opened(PLANNED), Message::Switched(lang));
            let state = act(start.clone(), Act::Refused(fault));
            assert_eq!(state.scenario, start.scenario);
            said.push(view(&state).outcome);
        }
    }
    let all = said.len();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), all);
}

#[test]
fn a_link_in_a_file_that_is_partly_unusable_is_told_as_any_link_is() {
    let state = act(opened(""), Act::Opened("v1&horizon=7&nonsense=1&end".to_owned()));
    assert!((state.scenario.value(Id::Horizon) - 7.0).abs() < 1e-9);
    assert_eq!(state.notices.len(), 1);
}

#[test]
fn a_hundred_steps_of_every_kind_are_taken_back_and_made_again() {
    let mut state = opened("");
    let mut links = vec![link::write(state.settled())];
    let mut settled = |next: State| {
        let now = link::write(next.settled());
        assert_ne!(links.last(), Some(&now));
        links.push(now);
        next
    };
    for at in 0..25 {
        state = settled(then(state, Message::Plan(Deed::Titled(format!("Plan {at}")))));
        state = settled(act(state, Act::Opened(format!("v1&horizon={}&name=Kept+{at}&end", 5 + at % 2))));
        state = settled(then(state, Message::Plan(Deed::Added(at % 10))));
        state = settled(then(state, Message::Plan(Deed::SetBeside)));
    }
    for expected in links.iter().rev().skip(1) {
        state = then(state, Message::Undone);
        assert_eq!(link::write(state.settled()), *expected);
    }
    assert!(!state.history.can_undo());
    for expected in &links[1..] {
        state = then(state, Message::Redone);
        assert_eq!(link::write(state.settled()), *expected);
    }
}

proptest! {
    #[test]
    fn what_is_saved_opens_the_same(
        horizon in 1_u8..30, programmes in prop::collection::vec(0_usize..10, 0..5), title in "\\PC{0,70}", name in ".{0,20}", children in 0_u32..5000,
    ) {
        let mut scenario = Scenario::default().with_title(&title);
        scenario = scenario.with(Id::Horizon, f64::from(horizon)).unwrap_or(scenario);
        for at in programmes {
            scenario = scenario.with_programme(at).unwrap_or(scenario).with_name_of(0, &name);
        }
        let mut own = Own::default();
        own.set(Key { place: "W06000020", year: Some(2019), item: Item::Children }, f64::from(children)).unwrap();
        let scenario = scenario.with_beside(&[scenario.clone(), Scenario::default()]).with_own(own);
        let link = file::read(saved(&scenario).as_bytes()).unwrap();
        prop_assert_eq!(&link::read(&link).scenario, &scenario);
        let plans = vec![plan("a", &link), plan("b", &link)];
        prop_assert_eq!(kept::read(&kept::write(&plans)), Ok(plans));
    }

    #[test]
    fn rubbish_is_told_and_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..200), text in ".{0,200}") {
        let _ = file::read(&bytes);
        let _ = file::read(text.as_bytes());
        let _ = kept::read(&text);
    }

    #[test]
    fn all_json_is_walked_over(text in "\\PC{0,40}", number in any::<f64>(), at in 0_usize..4) {
        let inner = Value::map([("a", Value::Number(number)), ("\\\"", text.as_str().into()), ("c", Value::List(vec![Value::Null, Value::Bool(true)]))]);
        let mut members = vec![("format", file::FORMAT.into()), ("version", Value::Number(1.0)), ("link", text.as_str().into())];
        members.insert(at, ("more", inner));
        prop_assert_eq!(file::read(Value::map(members).to_json().as_bytes()), Ok(text));
    }
}
