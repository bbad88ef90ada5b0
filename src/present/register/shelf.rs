//! The shelf of programmes as the evidence has it: what each is, what to beware of, and every value that it starts from with its range, its kind
//! and its figure. The whole budget says the short of this in place and leads here.

use crate::app::Room;
use crate::evidence::Figure;
use crate::evidence::programmes::Kind;
use crate::evidence::programmes::PROGRAMMES;
use crate::evidence::programmes::Programme;
use crate::link;
use crate::present::budget::value;
use crate::present::cite;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::scenario::id::Part;
use crate::words::Lang;
use crate::words::text::plan;
use crate::words::text::register as words;

use super::entry::Link;
use super::entry::Use;
use super::entry::led;
use super::entry::used;

/// The shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf {
    /// What it is called.
    pub title: String,
    /// How to read it.
    pub intro: String,
    /// The heads of the table of a programme's values.
    pub heads: [String; 3],
    /// Its programmes, in its order.
    pub programmes: Vec<OnShelf>,
}

/// One programme.
#[derive(Clone, Debug, PartialEq)]
pub struct OnShelf {
    /// Its anchor.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it does.
    pub kind: String,
    /// What it is.
    pub about: String,
    /// What to beware of, and why it is told to the model as it is.
    pub note: String,
    /// Every value that it starts from.
    pub values: Vec<Start>,
    /// Figures to be read beside it: a lead, and their rows.
    pub others: Option<(String, Vec<Link>)>,
    /// A plan that holds it.
    pub plan: Use,
}

/// One value that a programme starts from.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// What it is.
    pub label: String,
    /// Whether it is assumed, or rests on something assumed.
    pub assumed: bool,
    /// The value for all of Wales, unrounded.
    pub exact: f64,
    /// It in words, with its range.
    pub value: String,
    /// Its figure's row.
    pub figure: Link,
}

/// The shelf in a language.
pub(super) fn shelf(lang: Lang) -> Shelf {
    Shelf {
        title: words::SHELF.say(lang).to_owned(),
        intro: words::SHELF_INTRO.say(lang).to_owned(),
        heads: [words::SHELF_VALUE, words::VALUE, words::FIGURE].map(|head| head.say(lang).to_owned()),
        programmes: PROGRAMMES.iter().enumerate().map(|(at, programme)| on_shelf(lang, at, programme)).collect(),
    }
}

fn on_shelf(lang: Lang, at: usize, programme: &'static Programme) -> OnShelf {
    let detail = programme.detail();
    let scenario = Scenario::default();
    let plan = link::write(&scenario.with_programme(at).unwrap_or(scenario));
    OnShelf {
        id: cite::programme(programme.id),
        name: programme.name.say(lang).to_owned(),
        kind: kind(programme.kind).say(lang).to_owned(),
        about: programme.about().say(lang).to_owned(),
        note: detail.note.say(lang).to_owned(),
        values: Part::ALL.iter().filter_map(|part| start(lang, programme, *part)).collect(),
        others: led(lang, words::SHELF_OTHERS, detail.others.iter().map(|figure| super::entry::link(lang, figure)).collect()),
        plan: Use { scenario: plan, ..used(lang, Room::Budget, "plan".to_owned(), words::SHELF_PLAN.say(lang)) },
    }
}

const fn kind(kind: Kind) -> crate::words::Text {
    match kind {
        Kind::Divert => plan::KIND_DIVERT,
        Kind::Reunify => plan::KIND_REUNIFY,
        Kind::StepDown => plan::KIND_STEP_DOWN,
        Kind::Price => words::KIND_PRICE,
    }
}

fn start(lang: Lang, programme: &'static Programme, part: Part) -> Option<Start> {
    let (starts, field) = (part.starts_from()?, Id::of(0, part).field());
    let figure = programme.detail().sources[starts as usize]?;
    let label = if part == Part::Effect && programme.kind == Kind::Price { words::PRICE_RISE } else { field.label };
    Some(Start {
        label: label.say(lang).to_owned(),
        assumed: programme.is_assumed(starts),
        exact: programme.value(starts),
        value: value(lang, field, programme.value(starts), programme.range(starts)),
        figure: super::entry::link(lang, figure),
    })
}

/// The programmes that a figure stands under.
pub(super) fn uses(lang: Lang, figure: &Figure) -> Vec<Use> {
    let names = |programme: &&Programme| {
        let detail = programme.detail();
        detail.sources.iter().flatten().chain(detail.others).any(|named| named.id == figure.id)
    };
    let of = |programme: &Programme| {
        let name = programme.name.say(lang);
        let label = words::UsedIn { room: words::SHELF.say(lang), what: name }.say(lang);
        Use { label, ..used(lang, Room::Evidence, cite::programme(programme.id), name) }
    };
    PROGRAMMES.iter().filter(names).map(of).collect()
}
