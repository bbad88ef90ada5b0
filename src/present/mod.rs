//! From the state to the page as plain data: worded figures, rows of tables, charts as numbers. It knows no HTML.
//!
//! The rooms that only read are rendered when the page is built (feature `ssr`) and never reach the browser as a program.
//!
//! [`page`] is pure: the same state gives the same page, in the browser, in a test, and when the pages are rendered at build time.

pub mod areas;
pub mod budget;
pub mod chart;
pub mod cite;
pub mod compare;
pub mod councils;
pub mod edge;
pub mod fields;
pub mod figure;
pub mod figures;
pub mod footnotes;
pub mod grant;
#[cfg(feature = "ssr")]
pub mod home;
pub mod levels;
pub mod notices;
pub mod numbers;
pub mod own;
pub mod paths;
#[cfg(feature = "ssr")]
pub mod prose;
#[cfg(feature = "ssr")]
pub mod register;
pub mod request;
pub mod rooms;
pub mod standing;
pub mod targets;

use std::rc::Rc;

use crate::app::Room;
use crate::app::State;
use crate::link;
use crate::scenario::How;
use crate::scenario::Id;
use crate::scenario::Own;
use crate::words::Lang;
use crate::words::text;

use areas::Areas;
use chart::Chart;
use fields::ChangeView;
use fields::FieldView;
use figure::Figure;
use figure::Sentence;
use footnotes::Footnote;
use request::Request;

/// The head of a page: what a browser tab and a search engine show.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The document's title.
    pub title: String,
    /// One or two sentences.
    pub description: String,
}

/// The head of a room.
#[cfg(feature = "ssr")]
#[must_use]
pub fn head(room: Room, lang: Lang) -> Head {
    Head { title: title(room, lang), description: rooms::description(room).say(lang).to_owned() }
}

fn title(room: Room, lang: Lang) -> String {
    text::site::PageTitle { title: rooms::heading(room).say(lang) }.say(lang)
}

/// A whole page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its language.
    pub lang: Lang,
    /// Its room.
    pub room: Room,
    /// The document's title, which says so where there is an error.
    pub title: String,
    /// The settled scenario as a link's fragment.
    pub fragment: String,
    /// What should be known of the link that was opened.
    pub notices: Vec<String>,
    /// What is wrong with each box that was left with a mistake, after its id on the page.
    pub errors: Vec<(String, String)>,
    /// The fields that others start from, shown after the answer: the place, the base year.
    pub ground: Vec<Rc<FieldView>>,
    /// What is said of the visitor's own figures, where there are any.
    pub own: Option<own::OwnView>,
    /// Whether leaving the page loses some of them: too many for a link, and not kept.
    pub would_be_lost: bool,
    /// What is offered of the figures that the device keeps.
    pub offer: Option<String>,
    /// What stands between the heading and the foot.
    pub body: Body,
    /// Every change from the preset.
    pub changes: Vec<ChangeView>,
    /// Whether there is a step back.
    pub can_undo: bool,
    /// Whether there is a step forward.
    pub can_redo: bool,
    /// What a listener is told when results change; nothing while a slider is being dragged.
    pub announcement: Option<String>,
    /// The chart that is being read off, and the position on it.
    pub pointed: Option<(&'static str, usize)>,
    /// The address that was asked for, and what became of it.
    pub shared: Option<(String, String)>,
}

/// What a room holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// The questions with their answers.
    #[cfg(feature = "ssr")]
    Home(home::Home),
    /// The visitor's own figures.
    Figures(Box<figures::Figures>),
    /// One question, with its fields and results.
    Question(Box<Question>),
    /// Scenarios side by side.
    Compare(Box<compare::Compare>),
    /// The councils side by side.
    Councils(Box<councils::Councils>),
    /// The evidence register.
    #[cfg(feature = "ssr")]
    Register(Box<register::Register>),
    /// Headed paragraphs.
    #[cfg(feature = "ssr")]
    Prose(prose::Prose),
}

/// One question with everything about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// What it is called.
    pub title: String,
    /// The question in one sentence.
    pub question: String,
    /// What it is about.
    pub intro: String,
    /// The one figure that answers it, and what that is called.
    pub gist: (String, Figure),
    /// The low and high of the cases tried, in brackets, to be read behind that figure; empty where there are none.
    pub within: String,
    /// The answer in one sentence.
    pub headline: Sentence,
    /// What the figures of the place stand on, where that is to be said.
    pub standing: Vec<String>,
    /// What else the answer says.
    pub lines: Vec<Sentence>,
    /// What the answer rests on.
    pub footnotes: Vec<Footnote>,
    /// The fields.
    pub groups: Vec<Group>,
    /// The results one by one.
    pub results: Vec<ResultRow>,
    /// The charts with their tables.
    pub charts: Vec<(Chart, Option<String>)>,
    /// What else the room shows, each part under its own heading, after the answer and its results.
    pub sections: Vec<Section>,
    /// What should be read beside the numbers.
    pub caveats: Vec<String>,
    /// The plan of programmes, where the room has one.
    pub plan: Option<Box<budget::PlanView>>,
    /// What a program would be asked for these figures.
    pub requests: Vec<Request>,
    /// What a listener is told when results change.
    pub announcement: String,
}

impl Question {
    /// Every group of fields, those of the sections after the question's own.
    pub fn all_groups(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().chain(self.sections.iter().flat_map(|section| &section.groups))
    }

    /// Every result, those of the sections after the question's own.
    pub fn all_results(&self) -> impl Iterator<Item = &ResultRow> {
        self.results.iter().chain(self.sections.iter().flat_map(|section| &section.results))
    }
}

/// A part of a room under its own heading: a finding, with its own fields, results and charts where it has some.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Its name in the page's addresses, unique on the page.
    pub name: &'static str,
    /// What it is headed with.
    pub title: String,
    /// What it finds, in a sentence or two.
    pub lines: Vec<Sentence>,
    /// What that rests on.
    pub footnotes: Vec<Footnote>,
    /// Its fields.
    pub groups: Vec<Group>,
    /// Its charts with their tables.
    pub charts: Vec<(Chart, Option<String>)>,
    /// Its results one by one.
    pub results: Vec<ResultRow>,
    /// Its figures by council, as a map and a table.
    pub areas: Option<Areas>,
    /// What should be read beside its numbers.
    pub notes: Vec<String>,
    /// Where to go on from here.
    pub ways: Vec<Way>,
}

/// A way into another room, with a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// What is there.
    pub words: String,
    /// The room.
    pub room: Room,
    /// The scenario as a link's fragment.
    pub fragment: String,
}

/// Some fields under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they have in common.
    pub heading: String,
    /// The fields.
    pub fields: Vec<Rc<FieldView>>,
    /// Whether they can be folded away behind their heading.
    pub folds: bool,
    /// Whether they are shown: always, or because one of them was touched or differs from the preset.
    pub open: bool,
}

impl Group {
    /// The fields of a state under a heading.
    #[must_use]
    pub fn of(state: &State, heading: crate::words::Text, ids: &[Id], folded: bool) -> Self {
        let fields: Vec<Rc<FieldView>> = ids.iter().map(|id| Rc::new(fields::view(state, *id))).collect();
        let touched = ids.iter().any(|id| state.touched.get(*id).is_some());
        let busy = touched || fields.iter().any(|field| field.changed || field.error.is_some());
        Self { heading: heading.say(state.lang).to_owned(), fields, folds: folded, open: !folded || busy }
    }

    /// Its fields, to be told more of before anybody shares them.
    fn fields_mut(&mut self) -> impl Iterator<Item = &mut FieldView> {
        self.fields.iter_mut().filter_map(Rc::get_mut)
    }
}

/// One result.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultRow {
    /// What it is.
    pub label: String,
    /// The figure.
    pub figure: Figure,
    /// What it is made of, or how sure it is.
    pub note: Option<String>,
    /// Whether it rests on figures of the visitor's own.
    pub own: bool,
    /// What it rests on.
    pub footnotes: Vec<Footnote>,
}

impl ResultRow {
    /// A result with or without a note. What it rests on follows ([`ResultRow::on`]); a test sees to it that something does.
    #[must_use]
    pub fn new(label: impl Into<String>, figure: Figure, note: Option<String>) -> Self {
        Self { label: label.into(), figure, note, own: false, footnotes: Vec::new() }
    }
}

/// What a room holds, in a state.
#[derive(Clone, Copy, Debug)]
pub enum Content {
    /// One question.
    Question(fn(&State) -> Question),
    /// Something else.
    Other(fn(&State) -> Body),
}

/// The page of a state, whatever its room.
#[cfg(feature = "ssr")]
#[must_use]
pub fn page(state: &State) -> Page {
    page_of(state, rooms::content(state.room))
}

/// The page of a state whose room holds this.
#[must_use]
pub fn page_of(state: &State, content: Content) -> Page {
    let (lang, room) = (state.lang, state.room);
    let body = match content {
        Content::Question(ask) => {
            let mut question = ask(state);
            own::mark(state, &mut question.results);
            Body::Question(Box::new(question))
        }
        Content::Other(hold) => hold(state),
    };
    let errors = if let Body::Question(question) = &body { errors(state, question) } else { Vec::new() };
    let title = title(room, lang);
    Page {
        lang,
        room,
        title: if errors.is_empty() { title } else { text::site::ErrorTitle { title: &title }.say(lang) },
        fragment: link::write(state.settled()),
        notices: notices::notices(state),
        own: own::own(state),
        would_be_lost: own::would_be_lost(state),
        offer: own::offer(state),
        ground: [Id::Stream, Id::Place, Id::Base, Id::Compared]
            .into_iter()
            .filter(|id| rooms::has(room, *id))
            .map(|id| Rc::new(ground_view(state, id)))
            .collect(),
        errors,
        changes: fields::changes(lang, room, &state.scenario),
        can_undo: state.history.can_undo(),
        can_redo: state.history.can_redo(),
        announcement: match &body {
            Body::Question(question) => Some(question.announcement.clone()).filter(|_| !state.dragging),
            Body::Figures(figures) => figures.report.as_ref().map(|report| report.said.clone()),
            Body::Councils(councils) => Some(councils.announcement.clone()),
            Body::Compare(compare) => Some(compare.announcement.clone()),
            #[cfg(feature = "ssr")]
            _ => None,
        },
        pointed: state.pointed,
        shared: state.shared.as_ref().map(|(address, copied)| shared(lang, address, *copied, state.scenario.own())),
        body,
    }
}

/// A field that others start from; beside the base year it is said where one's own count is the start instead.
fn ground_view(state: &State, id: Id) -> FieldView {
    let (view, start) = (fields::view(state, id), state.scenario.start());
    if id == Id::Base && start.how == How::Own {
        let level = text::site::StartsAtOwn { year: &start.year.to_string() }.say(state.lang);
        let first = fields::said(state.lang, id.field(), state.scenario.preset(id));
        let default = text::site::StartsWithoutOwn { value: &first }.say(state.lang);
        return FieldView { level: Some(level), default, ..view };
    }
    view
}

/// A link and what is said of it: whether it was copied, and what it holds.
fn shared(lang: Lang, address: &str, copied: bool, own: &Own) -> (String, String) {
    let outcome = if copied { text::site::COPIED } else { text::site::NOT_COPIED };
    let holds = if own.is_empty() {
        text::site::SHARE_HELP
    } else if link::own::fits(own) {
        text::site::SHARE_HELP_OWN
    } else {
        text::site::SHARE_HELP_WITHOUT_OWN
    };
    (address.to_owned(), format!("{} {}", outcome.say(lang), holds.say(lang)))
}

/// The mistakes of the fields shown; what a link said wrong is told in its notice.
fn errors(state: &State, question: &Question) -> Vec<(String, String)> {
    let fields = question.all_groups().flat_map(|group| &group.fields);
    let fields = fields.filter_map(|field| Some((["f-", &field.id.key()].concat(), fields::error(state, field.id)?)));
    let ranges = question.plan.iter().flat_map(|plan| &plan.ranges).flat_map(|range| {
        let boxes = budget::ENDS.iter().zip(&range.errors);
        boxes.filter_map(|(end, error)| Some(([end, "-", &range.id.key()].concat(), error.clone()?)))
    });
    fields.chain(ranges).collect()
}
