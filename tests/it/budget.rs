//! The whole budget: what a page of it says is what the contract answers, whatever is set.

mod acts;
mod agency;
mod any_number;
mod cards;
mod extremes;
mod limits;
mod links;
mod money;
pub mod ranges;
mod spread;
mod starts;
mod work;

use clorian::api::Value;
use clorian::api::call;
use clorian::app::Message;
use clorian::app::Room;
use clorian::app::State;
use clorian::app::plan::Deed;
use clorian::app::update;
use clorian::evidence::programmes::PROGRAMMES;
use clorian::link;
use clorian::present::Body;
use clorian::present::Question;
use clorian::present::budget::Card;
use clorian::present::chart::Chart;
use clorian::present::figure::Sentence;
use clorian::present::figure::Span;
use clorian::present::page;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::scenario::id::Part;
use clorian::words::Lang;

/// The page as a link opens it, in a language.
fn opened(link: &str, lang: Lang) -> State {
    let state = State::new(lang, Room::Budget);
    update(&state, Message::Opened(format!("#{link}"))).unwrap_or(state)
}

/// The page of a scenario.
fn of(scenario: &Scenario, lang: Lang) -> State {
    opened(&link::write(scenario), lang)
}

fn after(state: State, messages: impl IntoIterator<Item = Message>) -> State {
    messages.into_iter().fold(state, |state, message| update(&state, message).unwrap_or(state))
}

fn deed(state: State, deed: Deed) -> State {
    after(state, [Message::Plan(deed)])
}

fn question(state: &State) -> Question {
    match page(state).body {
        Body::Question(question) => *question,
        _ => panic!("the budget asks a question"),
    }
}

fn cards(state: &State) -> Vec<Card> {
    question(state).plan.expect("a plan").cards
}

/// The request shown on a page.
fn asked(question: &Question) -> Value {
    Value::from_json(&question.requests[0].json).expect("the page writes JSON")
}

/// What the contract answers to the request shown on a page.
fn answered(question: &Question) -> Value {
    let request = asked(question);
    call("project", &request).unwrap_or_else(|problem| panic!("{}: {}", problem.message(Lang::En), request.to_json()))
}

fn spans(sentence: &Sentence) -> impl Iterator<Item = (&'static str, Option<f64>)> + '_ {
    sentence.0.iter().filter_map(|span| match span {
        Span::Figure(figure) => Some((figure.name, figure.exact)),
        Span::Words(_) => None,
    })
}

/// A named figure of a page: none where the page has none of that name, or it is none that exists.
fn figure(question: &Question, name: &str) -> Option<f64> {
    let rows = question.all_results().map(|row| (row.figure.name, row.figure.exact));
    let said = question.lines.iter().chain([&question.headline]).flat_map(spans);
    rows.chain(said).find(|(of, _)| *of == name).and_then(|(_, exact)| exact)
}

fn chart<'a>(question: &'a Question, name: &str) -> &'a Chart {
    &question.charts.iter().find(|(chart, _)| chart.name == name).unwrap_or_else(|| panic!("no chart {name}")).0
}

/// Whether two numbers are equal to a billionth, of each other or of what they are parts of.
fn near(a: f64, b: f64, of: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(of)
}

#[track_caller]
fn same(what: &str, a: f64, b: f64) {
    assert!(near(a, b, 1e-6), "{what}: {a} is not {b}");
}

/// Every number of an answer.
pub fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Number(number) => vec![*number],
        Value::List(items) => items.iter().flat_map(numbers).collect(),
        Value::Map(entries) => entries.iter().flat_map(|(_, value)| numbers(value)).collect(),
        _ => Vec::new(),
    }
}

/// The place of a programme on the shelf.
fn shelf(id: &str) -> usize {
    PROGRAMMES.iter().position(|programme| programme.id == id).unwrap_or_else(|| panic!("no programme {id}"))
}

/// A scenario with some fields set, one after another.
fn with(scenario: &Scenario, fields: &[(Id, f64)]) -> Scenario {
    fields.iter().fold(scenario.clone(), |scenario, (id, value)| {
        scenario.with(*id, *value).unwrap_or_else(|| panic!("{id:?} does not allow {value}"))
    })
}

/// A plan of some programmes of the shelf.
fn plan(ids: &[&str]) -> Scenario {
    ids.iter().fold(Scenario::default(), |scenario, id| scenario.with_programme(shelf(id)).expect("room on the plan"))
}

const fn part(slot: usize, part: Part) -> Id {
    Id::of(slot, part)
}
