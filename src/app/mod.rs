//! One state, one message type, one pure update. Results are never kept here: [`crate::present`] derives them.

pub mod address;
pub mod aside;
pub mod desk;
mod draft;
pub mod fan;
mod history;
pub mod keep;
pub mod own;
pub mod plan;
pub mod presenting;
mod typing;
pub mod worked;

use std::rc::Rc;

use crate::link;
use crate::scenario::End;
use crate::scenario::Id;
use crate::scenario::Own;
use crate::scenario::Scenario;
use crate::scenario::Sparse;
use crate::scenario::field::Field;
use crate::scenario::own::Key;
use crate::words::Lang;

pub use address::Room;
pub use draft::Draft;
pub use draft::Mistake;
pub use history::History;
pub use typing::kind;
pub use typing::read;
pub use worked::Simulated;
pub use worked::Worked;

/// Says the level of a field in words, where there is something to say.
pub type Level = fn(Lang, &Scenario, Id) -> Option<String>;

/// Says whether a room's results rest on the visitor's own figures.
pub type Rests = fn(&Scenario) -> bool;

/// What a program holds of its room's fields.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    /// The rows of the table with their help and their evidence.
    pub fields: &'static [Field],
    /// What says the level of a field in words; whoever draws the page chooses where there is none.
    pub level: Option<Level>,
    /// What says whether the results rest on the visitor's own figures, likewise.
    pub rests: Option<Rests>,
    /// What changes the plan of programmes, likewise.
    pub plan: Option<plan::Act>,
}

/// There is one table, and one sentence for each level: two cuts of them say the same.
impl PartialEq for Rows {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Everything the page is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The language of the page.
    pub lang: Lang,
    /// The room of the address.
    pub room: Room,
    /// The fields of the room in full.
    pub rows: Rows,
    /// What the visitor has chosen.
    pub scenario: Scenario,
    /// Boxes with something in them that is not (yet) a settled value.
    pub drafts: Sparse<Draft>,
    /// What could not be used of the link that was opened.
    pub notices: Vec<link::Problem>,
    /// Settled scenarios, for undo and redo.
    pub history: History,
    /// Fields that were touched: the group that holds one does not fold over it again.
    pub touched: Sparse<()>,
    /// Whether a slider is being dragged: results are not read aloud meanwhile.
    pub dragging: bool,
    /// The chart that is being read off, and the position on it.
    pub pointed: Option<(&'static str, usize)>,
    /// What is typed to find a place.
    pub search: String,
    /// The table that was sorted by a column (0 is its heads), and whether from the greatest.
    pub sorted: Option<(&'static str, usize, bool)>,
    /// The visitor's own figures that the device keeps.
    pub on_device: Option<Rc<Own>>,
    /// Boxes of the visitor's own figures with something in them that is not a settled value.
    pub figure_drafts: Vec<(Key, Draft)>,
    /// The element that an address named, and how many addresses have named one: it is looked for once the page is drawn.
    pub named: (u32, String),
    /// The address that was asked for, and whether the browser put it on the clipboard.
    pub shared: Option<(String, bool)>,
    /// Ends of ranges that could not be used.
    pub range_drafts: Vec<((Id, End), Draft)>,
    /// What was worked out meanwhile.
    pub worked: Option<Rc<Worked>>,
    /// What is told of the simulations: of the settled scenario, and of each that stands beside others as it is compared. One that failed stands behind
    /// what was told before.
    pub fans: Vec<Rc<Simulated>>,
    /// How far another simulation is.
    pub trying: Option<fan::Progress>,
    /// Whether ten times as many cases are to be tried, until something changes.
    pub many: bool,
    /// What only some rooms hold: what the device keeps of plans; what is presented; what came of a file.
    pub aside: aside::Aside,
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A key was pressed in a text box, which now holds this.
    Typed(Id, String),
    /// The text box was left, or Enter pressed.
    Left(Id),
    /// The slider moved to a value.
    Slid(Id, f64),
    /// The slider was let go.
    Settled,
    /// − (below 0) or + was pressed.
    Stepped(Id, i8),
    /// An option was chosen.
    Chosen(Id, usize),
    /// One field goes back to the preset.
    Restored(Id),
    /// Everything goes back to the preset.
    RestoredAll,
    /// One settled change back.
    Undone,
    /// One settled change forward.
    Redone,
    /// The address changed: a link was followed, or Back was pressed.
    Opened(String),
    /// The language was switched.
    Switched(Lang),
    /// The notices about a link were read.
    Dismissed,
    /// A chart is read off at a position.
    Pointed(&'static str, usize),
    /// A name is typed to find a place.
    Searched(String),
    /// Something happens to the figures of the visitor's that the device keeps.
    Own(own::Act),
    /// A table is sorted by a column (0 is its heads), from the greatest or from the least.
    Sorted(&'static str, usize, bool),
    /// The address was asked for: it, and whether it is on the clipboard.
    Shared(String, bool),
    /// Something happens to the plan.
    Plan(plan::Deed),
    /// What takes longer is worked out.
    Worked(Rc<Worked>),
    /// Something is told of the simulation.
    Simulated(Rc<Simulated>),
    /// Ten times as many cases are to be tried, or no longer.
    Many(bool),
    /// Something happens to what only some rooms hold.
    Aside(aside::Step),
}

impl Message {
    /// The field that it is about, if it is about one.
    const fn field(&self) -> Option<Id> {
        match self {
            Self::Typed(id, _) | Self::Left(id) | Self::Slid(id, _) | Self::Stepped(id, _) | Self::Chosen(id, _) | Self::Restored(id) => {
                Some(*id)
            }
            _ => None,
        }
    }
}

impl State {
    /// The page as it opens: the preset, nothing changed.
    #[must_use]
    pub fn new(lang: Lang, room: Room) -> Self {
        Self {
            lang,
            room,
            rows: Rows { fields: Field::all(), level: None, rests: None, plan: None },
            scenario: Scenario::default(),
            drafts: Sparse::default(),
            notices: Vec::new(),
            history: History::default(),
            touched: Sparse::default(),
            dragging: false,
            pointed: None,
            search: String::new(),
            sorted: None,
            on_device: None,
            figure_drafts: Vec::new(),
            named: (0, String::new()),
            shared: None,
            range_drafts: Vec::new(),
            worked: None,
            fans: Vec::new(),
            trying: None,
            many: false,
            aside: aside::Aside::default(),
        }
    }

    /// The row of a field with its help and its evidence, where the program holds them.
    #[must_use]
    pub fn row(&self, id: Id) -> &'static Field {
        self.rows.fields.iter().find(|row| row.id == id.of_row()).unwrap_or_else(|| id.field())
    }

    /// The last settled scenario: what the address says.
    #[must_use]
    pub const fn settled(&self) -> &Scenario {
        self.history.current()
    }

    /// What is told of the simulation of a scenario, where it is.
    #[must_use]
    pub fn told(&self, of: &Scenario) -> Option<&fan::Told> {
        self.tried(of).map(|simulated| &simulated.told)
    }

    /// The same with which other it is told against.
    #[must_use]
    pub fn tried(&self, of: &Scenario) -> Option<&Simulated> {
        self.fans.iter().find(|simulated| simulated.of == *of).map(Rc::as_ref)
    }
    /// Why its simulation failed, where it did.
    #[must_use]
    pub fn fault(&self, of: &Scenario) -> Option<&fan::Fault> {
        self.fans.iter().filter(|simulated| simulated.of == *of).find_map(|simulated| match &simulated.told {
            fan::Told::Fault(fault) => Some(fault),
            _ => None,
        })
    }
}

/// What the state becomes, or `None` where nothing changes.
#[must_use]
pub fn update(state: &State, message: Message) -> Option<State> {
    let mut next = state.clone();
    next.dragging = matches!(message, Message::Slid(..));
    if let Some(id) = message.field() {
        next.touched.set(id, ());
    }
    match message {
        Message::Typed(id, text) => typing::typed_in(&mut next, id, text),
        Message::Left(id) => typing::leave(&mut next, id),
        Message::Slid(id, value) => {
            let value = next.scenario.field(id).tidy(value);
            set(&mut next, id, value);
        }
        Message::Settled => next.history.settle(&next.scenario),
        Message::Stepped(id, direction) => {
            let value = next.scenario.field(id).stepped(next.scenario.value(id), direction);
            settle_at(&mut next, id, value);
        }
        Message::Chosen(id, option) => {
            next.search.clear();
            settle_at(&mut next, id, index(option));
        }
        Message::Restored(id) => {
            let preset = next.scenario.preset(id);
            settle_at(&mut next, id, preset);
        }
        Message::RestoredAll => {
            let (own, beside) = (next.scenario.own().clone(), next.scenario.beside().to_vec());
            settle_on(&mut next, Scenario::default().with_own(own).with_beside(&beside));
        }
        Message::Undone => travel(&mut next, History::undo),
        Message::Redone => travel(&mut next, History::redo),
        Message::Opened(fragment) => open(&mut next, &fragment),
        Message::Switched(lang) => next.lang = lang,
        Message::Dismissed => next.notices.clear(),
        Message::Pointed(chart, position) => next.pointed = Some((chart, position)),
        Message::Searched(text) => next.search = text,
        Message::Own(act) => own::act(&mut next, act),
        Message::Sorted(table, column, greatest) => next.sorted = Some((table, column, greatest)),
        Message::Shared(address, copied) => next.shared = Some((address, copied)),
        Message::Plan(deed) => state.rows.plan.unwrap_or(ANY_PLAN)(&mut next, deed),
        Message::Worked(worked) => next.worked = Some(worked),
        Message::Simulated(simulated) => worked::told(&mut next, simulated),
        Message::Many(many) => (next.many, next.trying) = (many, None),
        Message::Aside(step) => step.take(&mut next),
    }
    if next.scenario != state.scenario {
        next.shared = None;
        next.many = false;
        next.trying = None;
    }
    (next != *state).then_some(next)
}

/// What changes the plan where no program says: in the tests.
#[cfg(feature = "ssr")]
const ANY_PLAN: plan::Act = plan::act;
#[cfg(not(feature = "ssr"))]
const ANY_PLAN: plan::Act = plan::nothing;

fn index(option: usize) -> f64 {
    u32::try_from(option).map_or(f64::NAN, f64::from)
}

fn set(state: &mut State, id: Id, value: f64) {
    state.drafts.remove(id);
    if let Some(scenario) = state.scenario.with(id, value) {
        state.scenario = scenario;
    }
}

fn settle_at(state: &mut State, id: Id, value: f64) {
    set(state, id, value);
    plan::forget_hanging(state, id);
    state.history.settle(&state.scenario);
}

fn settle_on(state: &mut State, scenario: Scenario) {
    plan::forget_drafts(state);
    state.history.settle(&scenario);
    state.scenario = scenario;
}

fn travel(state: &mut State, step: impl Fn(&mut History)) {
    state.history.settle(&state.scenario);
    step(&mut state.history);
    plan::forget_drafts(state);
    state.scenario = state.history.current().clone();
}

/// Where the link to the main content leads: a place on the page, and no scenario.
const SKIPPED_TO: &str = "main";

/// Opens a link: the first one is where the history begins, a later one a step in it, back or forward where it was there before.
fn open(state: &mut State, fragment: &str) {
    let opened = link::read(fragment);
    if fragment.trim_start_matches('#') == SKIPPED_TO {
        return;
    }
    // `#v1&rate=1200&end&at=children.2019` is a scenario and a place on the page.
    if let Some(place) = fragment.split('&').skip(1).find_map(|part| part.strip_prefix("at=")) {
        state.named = (state.named.0 + 1, place.to_owned());
    }
    state.notices = opened.problems;
    // Figures too many for a link are in no address, and stay when one is opened.
    let own = state.scenario.own();
    let unsaid = opened.scenario.own().is_empty() && !link::own::fits(own);
    let scenario = if unsaid { opened.scenario.with_own(own.clone()) } else { opened.scenario };
    if scenario != *state.settled() {
        plan::forget_drafts(state);
        state.history.visit(&scenario);
    }
    state.scenario = state.history.current().clone();
}
