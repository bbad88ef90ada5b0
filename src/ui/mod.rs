//! The only code that knows Yew and the browser: draws the page data of [`crate::present`] and turns what people do into messages.
//!
//! The first drawing takes the place of the HTML rendered when the page was built, and must equal it but for what its address opens: so nothing
//! here asks the browser anything outside effects and handlers.

mod address;
pub mod areas;
pub mod browser;
mod chart;
mod compare;
mod councils;
mod device;
pub mod door;
mod field;
mod figures;
mod footnotes;
mod ground;
mod hold;
#[cfg(feature = "ssr")]
mod home;
mod keeping;
mod last;
mod line;
mod pace;
mod page;
mod part;
mod piece;
mod presenter;
pub mod program;
#[cfg(feature = "ssr")]
mod prose;
mod question;
mod reading;
#[cfg(feature = "ssr")]
mod register;
mod simulating;
mod ways;
mod workbench;

#[cfg(feature = "web")]
use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::Message;
use crate::app::Room;
use crate::app::Simulated;
use crate::app::State;
use crate::app::fan::Fan;
use crate::app::fan::Told;
use crate::app::plan::fronted;
use crate::app::update;
use crate::link;
use crate::present;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::words::Lang;
#[cfg(feature = "web")]
use crate::words::listed;

pub use program::Program;

/// The allocator of the programs: a few kilobytes smaller than the standard one.
#[cfg(all(target_arch = "wasm32", feature = "web"))]
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

/// What a page is opened with.
#[derive(Properties, Clone, Debug)]
pub struct AppProps {
    /// The language of the address.
    pub lang: Lang,
    /// The room of the address.
    pub room: Room,
    /// What the room holds and how it is drawn.
    pub program: Program,
    /// What the address opens, with its `#`; nothing for the preset.
    pub fragment: String,
    /// What the cases tried of the preset come to, where the room tells that.
    pub tried: Option<Rc<Simulated>>,
}

#[cfg(feature = "ssr")]
impl AppProps {
    /// A page as it stands before anything is opened in it.
    #[must_use]
    pub fn preset(lang: Lang, room: Room, program: Program, tried: Option<Fan>) -> Self {
        let tried = tried.map(of_preset);
        Self { lang, room, program, fragment: String::new(), tried }
    }
}

/// The cases tried of the preset.
fn of_preset(fan: Fan) -> Rc<Simulated> {
    Rc::new(Simulated { of: Scenario::default(), against: None, told: Told::Fan(Box::new(fan)) })
}

/// A room has one program.
impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        (self.lang, self.room) == (other.lang, other.room)
    }
}

/// The state of a page as it opens.
fn opened(AppProps { lang, room, program, fragment, tried }: &AppProps) -> State {
    let fans = tried.iter().cloned().collect();
    let preset = State { rows: program.rows, fans, ..State::new(*lang, *room) };
    let linked = (!fragment.is_empty()).then(|| update(&preset, Message::Opened(fragment.clone()))).flatten();
    linked.unwrap_or(preset)
}

/// The whole page: what stands inside `<body>`.
#[component]
pub fn App(props: &AppProps) -> Html {
    let program = props.program;
    let state = use_mut_ref(|| Rc::new(opened(props)));
    let again = use_force_update();
    let draw: Rc<dyn Fn()> = Rc::new(move || again.force_update());
    let send = {
        let (state, draw) = (state.clone(), draw.clone());
        use_callback((), move |message: Message, ()| {
            // What changes nothing draws nothing.
            let (whole, pressed) = (changes_all(&message), !matches!(message, Message::Simulated(_) | Message::Worked(_)));
            let next = update(&state.borrow(), message);
            if let Some(next) = next {
                state.replace(Rc::new(next));
                if whole {
                    pace::draw_whole();
                }
                pace::draw_soon(draw.clone(), pressed);
            }
        })
    };
    let settled: Rc<dyn Fn() -> address::Settled> = {
        let state = state.clone();
        Rc::new(move || {
            let state = state.borrow();
            (state.lang, link::write(state.settled()), *state.settled() != Scenario::default())
        })
    };
    let whole: address::Whole = {
        let state = state.clone();
        Rc::new(move |fragment| {
            let state = state.borrow();
            let settled = state.settled();
            // Where scenarios are compared, a link may put another of them first.
            let fronted = (0..settled.beside().len()).filter_map(|at| fronted(settled, at));
            let led_to = std::iter::once(settled.clone()).chain(fronted).find(|one| link::write(one) == fragment)?;
            Some(link::whole(&led_to)).filter(|whole| whole != fragment)
        })
    };
    let state = state.borrow().clone();
    let page = Rc::new(present::page_of(&state, program.content));
    browser::use_drawn();
    browser::use_rest(draw);
    browser::use_opening(send.clone());
    browser::use_named(&state.named);
    {
        let (state, send) = (state.clone(), send.clone());
        use_effect_with((state.settled().clone(), state.many), move |_| (program.after)(&state, &send));
    }
    hold::use_hold();
    browser::use_current(send.clone());
    browser::use_keys(send.clone());
    address::use_address(&page, settled, whole, send.clone());
    browser::use_head(&page);
    device::use_device(send.clone());
    device::use_guard(page.would_be_lost);
    browser::use_announcement(&page);
    page::frame(&page, program.draw, &send)
}

#[cfg(feature = "web")]
thread_local! {
    /// The program of the page, until it is drawn.
    static WAITING: Cell<Option<Program>> = const { Cell::new(None) };
}

/// Whether it may be that much of the page changes, and its height.
fn changes_all(message: &Message) -> bool {
    use Message::{Aside, Chosen, Opened, Own, Plan, Redone, RestoredAll, Switched, Undone};
    matches!(message, Opened(_) | Switched(_) | Undone | Redone | RestoredAll | Plan(_) | Aside(_) | Own(_) | Chosen(Id::Place, _))
}

/// Says which program draws the page.
#[cfg(feature = "web")]
pub fn start(program: Program) {
    WAITING.set(Some(program));
}

/// Takes the texts of a language from `www/boot.js`: first those of the page, later those of the other language.
#[cfg(feature = "web")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn texts(lang: &str, list: String) {
    if let Some(lang) = Lang::ALL.into_iter().find(|one| one.code() == lang) {
        listed::take(lang, list);
    }
}

/// Draws the page of the address into an element, which is told (`drawn`) when it is done: `www/boot.js` then puts it in its place. The texts
/// of its language must have come. A question may end with its answer (`brief`): the rest comes by itself once that is painted.
#[cfg(feature = "web")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn draw(into: web_sys::Element, brief: bool) {
    let path = gloo::utils::window().location().pathname().unwrap_or_default();
    let Some((room, lang)) = Room::find(&path) else { return };
    if let Some(program) = WAITING.take() {
        browser::draws_into(&into);
        if brief {
            pace::answer_first();
        }
        yew::Renderer::<App>::with_root_and_props(
            into,
            AppProps { lang, room, program, fragment: device::handed_on(address::fragment()), tried: (program.tried)().map(of_preset) },
        )
        .render();
    }
}
