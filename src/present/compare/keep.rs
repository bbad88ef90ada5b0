//! What is said of plans that are kept and opened, and a plan as a file.

use crate::api::Value;
use crate::app::State;
use crate::app::keep::Outcome;
use crate::app::keep::Shelf;
use crate::files::Kept;
use crate::files::MOST_MEGABYTES;
use crate::files::kept;
use crate::files::scenario as file;
use crate::files::scenario::Fault;
use crate::link;
use crate::present::budget::named;
use crate::present::request::plan as request;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::date::Date;
use crate::words::number;
use crate::words::text::keeping as words;
use crate::words::text::site;

/// What is kept, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeepView {
    /// The plan as it stands, with those beside it.
    pub scenario: Scenario,
    /// What the plan is called; nothing where it has no name.
    pub title: String,
    /// The plans that the device keeps.
    pub plans: Vec<Kept>,
    /// Those to be kept again, where some were forgotten just now.
    pub forgotten: Vec<Kept>,
    /// Whether the last plan is offered when the visitor comes back.
    pub remembers: bool,
    /// What came of the last thing asked.
    pub outcome: String,
}

/// What is kept, of a state.
pub(super) fn view(state: &State) -> KeepView {
    let shelf: Shelf = state.aside.get();
    KeepView {
        scenario: state.settled().clone(),
        title: state.settled().title().unwrap_or_default().to_owned(),
        outcome: shelf.outcome.map_or_else(String::new, |outcome| said(state.lang, outcome)),
        plans: shelf.plans,
        forgotten: shelf.forgotten,
        remembers: shelf.remembers,
    }
}

/// What came of something, in words.
fn said(lang: Lang, outcome: Outcome) -> String {
    let say = |text: crate::words::Text| text.say(lang).to_owned();
    match outcome {
        Outcome::Kept => say(words::KEPT),
        Outcome::NoName => say(words::NO_NAME),
        Outcome::Full => words::Full { most: &kept::MOST.to_string() }.say(lang),
        Outcome::NotAllowed => say(words::NOT_ALLOWED),
        Outcome::Later => say(words::LATER),
        Outcome::Forgotten => say(words::FORGOTTEN),
        Outcome::BroughtBack => say(words::BROUGHT_BACK),
        Outcome::Remembers => say(words::REMEMBERS),
        Outcome::Forgets => say(words::FORGETS),
        Outcome::Opened => say(words::OPENED),
        Outcome::Refused(Fault::TooBig) => words::TooBig { most: &MOST_MEGABYTES.to_string() }.say(lang),
        Outcome::Refused(Fault::Empty) => say(words::EMPTY),
        Outcome::Refused(Fault::NotText) => say(words::NOT_TEXT),
        Outcome::Refused(Fault::NotJson) => say(words::NOT_JSON),
        Outcome::Refused(Fault::CutShort) => say(words::CUT_SHORT),
        Outcome::Refused(Fault::NotOurs) => say(words::NOT_OURS),
        Outcome::Refused(Fault::Later(version)) => {
            words::LaterFile { version: &number::whole(f64::from(version)), known: &file::VERSION.to_string() }.say(lang)
        }
    }
}

/// The name of a plan's file on a day, written `2026-11-25`.
#[must_use]
pub fn file_name(lang: Lang, scenario: &Scenario, day: &str) -> String {
    let title: String = scenario.title().unwrap_or_default().chars().map(crate::words::small).collect();
    let words: Vec<&str> = title.split(|c: char| !crate::words::alphanumeric(c)).filter(|word| !word.is_empty()).collect();
    let name = if words.is_empty() { words::FILE_NAME.say(lang).to_owned() } else { words.join("-") };
    format!("clorian-{name}-{day}.json")
}

/// A plan as a file, saved on a day, written `2026-11-25`, at an address of the page.
#[must_use]
pub fn saved(lang: Lang, scenario: &Scenario, day: &str, address: &str) -> String {
    let (name, edition) = (named(lang, scenario), link::EDITION.to_string());
    let date = Date::from_iso(day).map_or_else(|| day.to_owned(), |date| date.say(lang));
    let citation = words::Citation { version: env!("CARGO_PKG_VERSION"), edition: &edition, name: &name, date: &date }.say(lang);
    let requests = std::iter::once(scenario).chain(scenario.beside()).map(|one| asked(lang, one)).collect();
    let number = |n: u32| Value::Number(f64::from(n));
    Value::map([
        ("format", file::FORMAT.into()),
        ("version", number(file::VERSION)),
        ("title", scenario.title().map(str::to_owned).into()),
        ("link", link::whole(scenario).into()),
        ("address", address.into()),
        ("date", day.into()),
        ("evidence_edition", number(link::EDITION)),
        ("licence", site::FOOTER_LICENCE.say(lang).into()),
        ("citation", citation.into()),
        ("requests", Value::List(requests)),
        ("own_figures", own(scenario)),
    ])
    .to_json()
}

fn asked(lang: Lang, scenario: &Scenario) -> Value {
    let title = words::RequestTitle { name: &named(lang, scenario) }.say(lang);
    let request = request::uncertain(scenario, &request::budget(scenario), &request::ranges(scenario));
    Value::map([("title", title.into()), ("call", "project".into()), ("request", request)])
}

/// The visitor's own figures, for people and programs that read the file; the page opens them from the link.
fn own(scenario: &Scenario) -> Value {
    let figure = |(key, value): (crate::scenario::own::Key, f64)| {
        let year = key.year.map(f64::from);
        Value::map([("place", key.place.into()), ("year", year.into()), ("item", key.item.key().into()), ("value", value.into())])
    };
    Value::List(scenario.own().iter().map(figure).collect())
}
