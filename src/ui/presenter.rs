//! A plan in the room: large text, keys to step through the starting points, the last change once more. Single keys count only while it
//! is presented (WCAG 2.1.4), and each has a button beside it.

use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::app::Message;
use crate::app::presenting::Act;
use crate::present::Body;
use crate::present::Page;
use crate::present::Question;
use crate::present::budget::PlanView;
use crate::present::budget::PresentView;
use crate::present::budget::Shown;
use crate::words::Lang;
use crate::words::Text;
use crate::words::text::keeping as words;

use super::browser;
use super::browser::Kept;
use super::browser::use_effect_of;
use super::field;

/// How long it is shown what was before the last change, in milliseconds: long enough to be read.
const REPLAY: u32 = 2_000;

thread_local! {
    /// What ends a replay.
    static ENDS: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// What stands around the question: the last plan, where it is offered, and the presentation.
pub fn around(page: &Page, body: Html, send: &Callback<Message>) -> Html {
    let Body::Question(question) = &page.body else { return body };
    let Some(plan) = &question.plan else { return body };
    html! {
        <>
            { offer(plan, page.lang, send) }
            <Presenter view={plan.present.clone()} lang={page.lang} send={send.clone()} />
            { body }
        </>
    }
}

fn offer(plan: &PlanView, lang: Lang, send: &Callback<Message>) -> Html {
    let act = |act: Act| {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| {
            // The button that was pressed is gone.
            browser::hold_focus("main");
            send.emit(act.clone().into());
        })
    };
    html! {
        if let Some(offer) = &plan.offer {
            <section class="notice" id="last-plan">
                <p>{ offer.clone() }</p>
                <button type="button" id="open-last" onclick={act(Act::Accepted)}>{ words::OFFER_OPEN.say(lang) }</button>
                { " " }<button type="button" id="not-now" onclick={act(Act::Declined)}>{ words::OFFER_NOT_NOW.say(lang) }</button>
            </section>
        }
    }
}

/// The way into the presentation.
pub fn tools(_: &Question, page: &Page, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    let onclick = send.reform(|_: MouseEvent| Act::Presented(true).into());
    html! {
        <p class="to-present">
            <button type="button" id="present" aria-describedby="present-help" {onclick}>{ words::PRESENT.say(lang) }</button>
            <span class="help" id="present-help">{ words::PRESENT_HELP.say(lang) }</span>
        </p>
    }
}

/// What the bar is drawn from.
#[derive(Properties, Clone, PartialEq)]
pub struct PresenterProps {
    /// The presentation.
    pub view: PresentView,
    /// The language.
    pub lang: Lang,
    /// What takes messages.
    pub send: Callback<Message>,
}

/// What is asked for by a key or a button.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    Show(Option<Shown>),
    Replay,
    Begin,
    Leave,
}

/// The bar of the presentation, its keys, and the mark on the page by which everything else steps back.
#[component]
pub fn Presenter(props: &PresenterProps) -> Html {
    let PresenterProps { view, lang, send } = props.clone();
    use_mark(view.on);
    use_wishes(&view, &send);
    let replay = (if view.replaying { words::BEFORE } else { words::REPLAY }, "R");
    let wishes = [
        ("present-previous", (words::PREVIOUS, "\u{2190}"), Wish::Show(view.previous), view.previous.is_some()),
        ("present-next", (words::NEXT, "\u{2192}"), Wish::Show(view.next), view.next.is_some()),
        ("present-replay", replay, Wish::Replay, view.replays),
        ("present-leave", (words::LEAVE, "Esc"), Wish::Leave, true),
    ];
    let act = |(id, (label, key), wish, can): (&'static str, (Text, &'static str), Wish, bool)| {
        let (send, view) = (send.clone(), view.clone());
        let onclick = Callback::from(move |_: MouseEvent| grant(wish, &view, &send));
        let disabled = (!can).then_some("true");
        html! { <button type="button" {id} aria-disabled={disabled} {onclick}>{ label.say(lang) }{ " " }<kbd>{ key }</kbd></button> }
    };
    html! {
        <>
            <p class="hidden" role="status" id="presented">{ view.said.clone() }</p>
            <section class="presenter" aria-labelledby="presenting" hidden={!view.on}>
                <h2 id="presenting" tabindex="-1">{ view.said.clone() }</h2>
                <p class="acts">{ for wishes.into_iter().map(act) }</p>
                <p class="keys">{ words::KEYS.say(lang) }</p>
            </section>
        </>
    }
}

/// Marks the document while a plan is presented, and puts the focus where it belongs when that begins and ends.
#[hook]
fn use_mark(on: bool) {
    let was = use_mut_ref(|| false);
    let act = move || -> Kept {
        if was.replace(on) == on {
            return None;
        }
        if let Some(root) = gloo::utils::document().document_element() {
            drop(if on { root.set_attribute(browser::PRESENTING, "") } else { root.remove_attribute(browser::PRESENTING) });
        }
        gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
        browser::hold_focus(if on { "presenting" } else { "present" });
        None
    };
    use_effect_of(if on { "on" } else { "" }.to_owned(), Box::new(act));
}

/// Listens to the keys.
#[hook]
fn use_wishes(view: &PresentView, send: &Callback<Message>) {
    use_effect_with((view.clone(), send.clone()), |(view, send)| {
        let (view, send) = (view.clone(), send.clone());
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&gloo::utils::document(), "keydown", options, move |event| {
            let key = event.dyn_ref::<web_sys::KeyboardEvent>().and_then(|key| wish(key, &view));
            if let Some(wish) = key.filter(|wish| *wish == Wish::Leave || !browser::typing(event)) {
                event.prevent_default();
                grant(wish, &view, &send);
            }
        });
        move || drop(listener)
    });
}

/// What a key asks for.
fn wish(key: &web_sys::KeyboardEvent, view: &PresentView) -> Option<Wish> {
    let held = key.ctrl_key() || key.meta_key();
    if key.alt_key() {
        let both = !held && key.code() == "KeyP";
        return both.then_some(if view.on { Wish::Leave } else { Wish::Begin });
    }
    if held || !view.on {
        return None;
    }
    match key.key().as_str() {
        "ArrowRight" | "PageDown" => Some(Wish::Show(view.next)),
        "ArrowLeft" | "PageUp" => Some(Wish::Show(view.previous)),
        "r" | "R" => Some(Wish::Replay),
        "Escape" => Some(Wish::Leave),
        _ => None,
    }
}

fn grant(wish: Wish, view: &PresentView, send: &Callback<Message>) {
    ENDS.with_borrow_mut(|ends| *ends = None);
    let act = |act: Act| send.emit(act.into());
    if view.replaying && wish != Wish::Replay {
        act(Act::Replayed(false));
    }
    match wish {
        Wish::Show(None) => {}
        Wish::Show(Some(Shown::Own)) => act(Act::Returned),
        Wish::Show(Some(Shown::Start(link))) => act(Act::Showed(link)),
        Wish::Begin => {
            field::settle_now(send);
            act(Act::Presented(true));
        }
        Wish::Leave => act(Act::Presented(false)),
        Wish::Replay => replay(view, send),
    }
}

/// Shows what was before the last change, for a while; where the visitor wants nothing to move by itself, until asked again.
fn replay(view: &PresentView, send: &Callback<Message>) {
    let replayed = |on: bool| Message::from(Act::Replayed(on));
    send.emit(replayed(!view.replaying));
    let still = gloo::utils::window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    if !view.replaying && !still.is_some_and(|query| query.matches()) {
        let send = send.clone();
        let ends = Timeout::new(REPLAY, move || send.emit(replayed(false)));
        ENDS.with_borrow_mut(|slot| *slot = Some(ends));
    }
}
