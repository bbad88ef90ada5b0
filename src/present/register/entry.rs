//! One row of the register: a figure, its source with a way to it, and every place of the site that rests on it.

use crate::app::Room;
use crate::evidence::Figure;
use crate::evidence::Status;
use crate::evidence::document;
use crate::link;
use crate::present::cite::dated;
use crate::present::cite::value;
use crate::present::prose;
use crate::present::rooms;
use crate::scenario::Scenario;
use crate::scenario::field::Field;
use crate::words::Lang;
use crate::words::Text;
use crate::words::text::register as words;

use super::shelf;
use super::used::naming;

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id, which is its anchor.
    pub id: &'static str,
    /// What it is.
    pub label: String,
    /// Its value, unrounded.
    pub exact: f64,
    /// Its value in words.
    pub value: String,
    /// Whether it was published, derived or assumed.
    pub status: Status,
    /// Where it was published.
    pub place: Place,
    /// What else should be known.
    pub note: Option<String>,
    /// What it was worked out from: a lead, and the figures by their ids.
    pub inputs: Option<(String, Vec<Link>)>,
    /// What says otherwise, likewise.
    pub disagreements: Option<(String, Vec<Link>)>,
    /// The fields, results and worked examples that rest on it: a lead, and where they are.
    pub used: Option<(String, Vec<Use>)>,
}

/// Another figure of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its id.
    pub id: &'static str,
    /// Its label and its value.
    pub label: String,
}

/// Where a figure was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The id of the document.
    pub document: &'static str,
    /// The anchor of the document's own entry.
    pub anchor: &'static str,
    /// The document's title.
    pub title: String,
    /// Section, date, and the period that is described.
    pub within: String,
    /// The document's public address and what a link to it says, where the address is known.
    pub address: Option<(&'static str, String)>,
}

/// A place of the site that rests on a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The room it is in.
    pub room: Room,
    /// A scenario that shows it there, as a link's fragment.
    pub scenario: String,
    /// Its id there.
    pub anchor: String,
    /// The room and what it is called there.
    pub label: String,
}

/// Which sections of the method page cite which figures.
pub(super) struct Citing(Vec<(&'static str, String, Vec<&'static str>)>);

impl Citing {
    /// As the method page has it in a language.
    pub(super) fn of(lang: Lang) -> Self {
        let sections = prose::method(lang).sections.into_iter();
        Self(sections.map(|section| (section.id, section.heading.clone(), section.cites())).collect())
    }

    fn uses(&self, lang: Lang, figure: &Figure) -> Vec<Use> {
        let citing = self.0.iter().filter(|(_, _, cites)| cites.contains(&figure.id));
        citing.map(|(id, heading, _)| used(lang, Room::Method, (*id).to_owned(), heading)).collect()
    }
}

/// The row of a figure.
pub(super) fn entry(lang: Lang, figure: &'static Figure, citing: &Citing) -> Entry {
    let links = |lead: Text, figures: Vec<&'static Figure>| led(lang, lead, figures.into_iter().map(|figure| link(lang, figure)).collect());
    Entry {
        id: figure.id,
        label: figure.label.say(lang).to_owned(),
        exact: figure.value,
        value: value(lang, figure),
        status: figure.status,
        place: place(lang, figure),
        note: figure.note.map(|note| note.say(lang).to_owned()),
        inputs: links(words::WORKED_OUT, figure.worked_out_from().collect()),
        disagreements: links(words::DISAGREES, figure.disagreements().collect()),
        used: led(lang, words::USED, uses(lang, figure, citing)),
    }
}

/// The way to a figure's row.
pub(super) fn link(lang: Lang, figure: &'static Figure) -> Link {
    Link { id: figure.id, label: format!("{} ({})", figure.label.say(lang), value(lang, figure)) }
}

pub(super) fn led<T>(lang: Lang, lead: Text, items: Vec<T>) -> Option<(String, Vec<T>)> {
    (!items.is_empty()).then(|| (lead.say(lang).to_owned(), items))
}

fn uses(lang: Lang, figure: &'static Figure, citing: &Citing) -> Vec<Use> {
    let rests = |field: &&Field| field.evidence.iter().any(|evidence| evidence.id == figure.id);
    let of_field = |field: &Field| used(lang, rooms::of(field.id), format!("field-{}", field.key), field.label.say(lang));
    let mut uses: Vec<Use> = Field::all().iter().filter(rests).map(of_field).collect();
    uses.extend(shelf::uses(lang, figure));
    uses.extend(naming(lang, figure.id));
    uses.extend(citing.uses(lang, figure));
    uses
}

/// A place of a room as it is published.
pub(super) fn used(lang: Lang, room: Room, anchor: String, what: &str) -> Use {
    Use {
        room,
        scenario: link::write(&Scenario::default()),
        anchor,
        label: words::UsedIn { room: rooms::name(lang, room), what }.say(lang),
    }
}

fn place(lang: Lang, figure: &Figure) -> Place {
    let document = figure.document;
    let period = figure.period.say(lang);
    let (section, date) = (figure.section.say(lang), dated(lang, document.date));
    let own = document.id == document::CLORIAN.id;
    let within =
        if own { words::WithinOwn { period, section }.say(lang) } else { words::Within { section, date: &date, period }.say(lang) };
    Place {
        document: document.id,
        anchor: document.anchor,
        title: document.title.say(lang).to_owned(),
        within,
        address: document.address.map(|address| (address, words::OpenAt { host: host(address) }.say(lang))),
    }
}

/// Whose site an address is on.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split_once('/').map_or(rest, |(host, _)| host);
    host.strip_prefix("www.").unwrap_or(host)
}
