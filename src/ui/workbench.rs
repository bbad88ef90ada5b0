//! The workbench of the whole budget: the plan with its shelf and starting points, what each change did, and how sure the answer is.

use std::cell::Cell;
use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::app::Message;
use crate::app::Room;
use crate::app::Simulated;
use crate::app::State;
use crate::app::fan::FEW;
use crate::app::fan::MANY;
use crate::app::fan::Told;
use crate::app::plan::Deed;
use crate::app::presenting;
use crate::present::Page;
use crate::present::Question;
use crate::present::budget;
use crate::present::budget::Card;
use crate::present::budget::PlanView;
use crate::present::budget::RangeView;
use crate::present::budget::Work;
use crate::present::fields::ChangeView;
use crate::scenario::End;
use crate::scenario::Scenario;
use crate::scenario::id::DIGITS;
use crate::scenario::plan::LONGEST_NAME;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::budget as words;
use crate::words::text::compare;
use crate::words::text::keeping;
use crate::words::text::site;

use super::browser;
use super::field;
use super::field::value_of;
use super::last;
use super::line::heads;
use super::line::hidden;
use super::line::joined;
use super::line::paragraph;
use super::line::span;
use super::part::part;
use super::question;
use super::question::Level;
use super::simulating;
use super::ways;

/// A button that has something done.
pub fn button(id: Option<String>, label: &str, of: &str, act: Message, then: Option<String>, send: &Callback<Message>) -> Html {
    let send = send.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(then) = &then {
            browser::hold_focus(then);
        }
        send.emit(act.clone());
    });
    html! { <button type="button" class="quiet" {id} {onclick}>{ label.to_owned() }if !of.is_empty() { { hidden(of) } }</button> }
}

/// The plan: its programmes, the shelf, where to start from.
pub fn plan(question: &Question, page: &Page, send: &Callback<Message>) -> Html {
    let Some(plan) = &question.plan else { return html! {} };
    let lang = page.lang;
    html! {
        <section class="plan" aria-labelledby="plan">
            <h2 id="plan" tabindex="-1">{ words::PLAN_TITLE.say(lang) }</h2>
            if plan.cards.is_empty() {
                { paragraph("help", words::PLAN_NONE.say(lang)) }
            } else if plan.cards.len() > 1 {
                { paragraph("help", words::PLAN_ORDER.say(lang)) }
            }
            if let Some(priced) = &plan.priced { { paragraph("help", priced) } }
            <ol class="programmes">{ for plan.cards.iter().map(|one| card(one, page, send)) }</ol>
            { shelf(plan, lang, send) }
            { starts(plan, lang, send) }
            { aside(plan, page, send) }
        </section>
    }
}

fn card(card: &Card, page: &Page, send: &Callback<Message>) -> Html {
    let (lang, slot) = (page.lang, card.slot);
    let n = DIGITS[slot];
    let evidence = ways::evidence(page);
    let (id, name) = (format!("p{n}-title"), format!("p{n}-name"));
    let renamed = send.reform(move |event: Event| Message::Plan(Deed::Named(slot, value_of(&event))));
    let act = |label: crate::words::Text, deed: Deed, then: &str| {
        button(None, label.say(lang), &card.name, Message::Plan(deed), Some(then.to_owned()), send)
    };
    html! {
        <li class="programme" id={format!("programme-{n}")} aria-labelledby={id.clone()} key={slot}>
            <h3 {id}>{ card.name.clone() }</h3>
            if card.name != card.shelf { { paragraph("help", &card.shelf) } }
            if let Some(warning) = &card.warning { <p class="unusual" id={format!("p{n}-limit")}>{ warning.clone() }</p> }
            { for card.findings.iter().map(|finding| paragraph("level", finding)) }
            <p class="acts">
                if slot > 0 { { act(words::MOVE_UP, Deed::Swapped(slot - 1), "plan") } }
                if !card.last { { act(words::MOVE_DOWN, Deed::Swapped(slot), "plan") } }
                { act(words::COPY, Deed::Copied(slot), "plan") }
                { act(words::REMOVE, Deed::Removed(slot), "plan") }
            </p>
            <p class="named">
                <label for={name.clone()}>{ words::NAME_LABEL.say(lang) }{ hidden(&card.name) }</label>
                <input type="text" id={name} autocomplete="off" maxlength="60" value={card.name.clone()} onchange={renamed} />
            </p>
            { for card.groups.iter().map(|group| question::fields(group, Level::Section, lang, &evidence, send)) }
            <details class="source">
                <summary>{ words::ABOUT.say(lang) }{ hidden(&card.name) }</summary>
                { paragraph("", &card.about) }
                <p><a href={[evidence.as_str(), card.evidence.as_str()].concat()}>{ words::ABOUT_MORE.say(lang) }</a></p>
            </details>
        </li>
    }
}

/// What stands in a native list.
fn chosen(id: &str) -> Option<String> {
    let list = gloo::utils::document().get_element_by_id(id)?;
    Some(list.dyn_into::<web_sys::HtmlSelectElement>().ok()?.value())
}

fn shelf(plan: &PlanView, lang: Lang, send: &Callback<Message>) -> Html {
    let onclick = {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(at) = chosen("shelf").and_then(|at| at.parse().ok()) {
                send.emit(Message::Plan(Deed::Added(at)));
            }
        })
    };
    html! {
        <div class="shelf">
            <h3>{ words::SHELF_TITLE.say(lang) }</h3>
            { paragraph("help", words::SHELF_HELP.say(lang)) }
            if plan.full { { paragraph("unusual", words::SHELF_FULL.say(lang)) } }
            <label for="shelf">{ words::SHELF_LABEL.say(lang) }</label>
            // Yew makes a list from its end: the first to be made would stay chosen.
            <select id="shelf">{ for plan.shelf.iter().enumerate().map(|(n, offer)| html! { <option value={offer.at.to_string()} selected={n == 0}>{ offer.name.clone() }</option> }) }</select>
            <button type="button" id="add-programme" {onclick}>{ words::SHELF_ADD.say(lang) }</button>
        </div>
    }
}

fn starts(plan: &PlanView, lang: Lang, send: &Callback<Message>) -> Html {
    let start = |(at, start): (usize, &budget::StartView)| {
        let deed = Message::Plan(Deed::StartedFrom(start.link));
        html! {
            <li>
                { button(DIGITS.get(at).map(|n| ["start-", n].concat()), &start.name, "", deed, Some("plan".to_owned()), send) }
                { span("", &start.about) }
            </li>
        }
    };
    html! {
        <details class="starts" open={plan.cards.is_empty()}>
            <summary><h3>{ words::STARTS_TITLE.say(lang) }</h3></summary>
            { paragraph("help", words::STARTS_HELP.say(lang)) }
            <ul>{ for plan.starts.iter().enumerate().map(start) }</ul>
        </details>
    }
}

/// What stands beside this plan to be compared with it.
fn aside(plan: &PlanView, page: &Page, send: &Callback<Message>) -> Html {
    let (lang, full) = (page.lang, plan.beside_full);
    let titled = send.reform(|event: Event| Message::Plan(Deed::Titled(value_of(&event))));
    let onclick = send.reform(|_: MouseEvent| Message::Plan(Deed::SetBeside));
    let help = if full { compare::ASIDE_FULL } else { compare::ASIDE_HELP };
    html! {
        <div class="aside">
            <h3>{ compare::TITLE.say(lang) }</h3>
            <label for="plan-name">{ keeping::NAME_LABEL.say(lang) }</label>
            <input type="text" id="plan-name" autocomplete="off" maxlength={LONGEST_NAME.to_string()} value={plan.title.clone()} onchange={titled} />
            <p class="help" id="aside-help">{ help.say(lang) }</p>
            <button type="button" id="set-aside" aria-disabled={full.then_some("true")} aria-describedby="aside-help" {onclick}>{ compare::ASIDE.say(lang) }</button>
            <p role="status" id="aside-count">{ plan.beside.clone() }</p>
            <p class="way"><a id="to-compare" href={ways::href(page, lang, Room::Compare)}>{ compare::ASIDE_OPEN.say(lang) }</a></p>
            <p class="way"><a id="to-keeping" href={ways::place(page, Room::Compare, "keeping")}>{ keeping::THERE.say(lang) }</a></p>
        </div>
    }
}

/// What was changed, choices and assumptions apart, each with its share of the result.
pub fn changes(question: &Question, page: &Page, send: &Callback<Message>) -> Html {
    let Some(plan) = &question.plan else { return html! {} };
    let lang = page.lang;
    let change = |change: &ChangeView| {
        let share = plan.shares.iter().find(|(id, _)| *id == change.id).map(|(_, share)| share.clone());
        question::change(change, share, lang, send)
    };
    let list = |assumed: bool, heading: crate::words::Text| {
        let some: Vec<&ChangeView> = page.changes.iter().filter(|change| change.assumption == assumed).collect();
        if some.is_empty() {
            return html! {};
        }
        html! { <><h3>{ heading.say(lang) }</h3><ul class="changes">{ for some.into_iter().map(change) }</ul></> }
    };
    html! {
        <section class="changed" aria-labelledby="changes" hidden={page.changes.is_empty() && !plan.ranges.iter().any(|range| range.changed)}>
            <h2 id="changes">{ site::CHANGES.say(lang) }</h2>
            { list(false, words::CHOICES) }
            { list(true, words::ASSUMPTIONS) }
            { ranges_changed(plan, lang, send) }
            if let Some(sum) = &plan.shares_sum { <p class="help" id="shares-sum">{ joined(sum) }</p> }
        </section>
    }
}

/// The ranges that were given or taken away, each with the way back.
fn ranges_changed(plan: &PlanView, lang: Lang, send: &Callback<Message>) -> Html {
    let changed = |range: &Rc<RangeView>| {
        let [low, high] = &range.ends;
        let end = if range.ranged {
            [&compare::Range { high, low }.say(lang), " ", range.unit].concat()
        } else {
            words::SURE_TAKEN.say(lang).to_owned()
        };
        let said = words::SureEnd { label: &range.label, end: &end }.say(lang);
        let back = Message::Plan(Deed::RangeRestored(range.id));
        html! { <li>{ said }{ " " }{ button(None, words::SURE_BACK.say(lang), &range.label, back, Some("changes".to_owned()), send) }</li> }
    };
    let mut some = plan.ranges.iter().filter(|range| range.changed).peekable();
    if some.peek().is_none() {
        return html! {};
    }
    html! { <><h3>{ compare::GROUP_RANGES.say(lang) }</h3><ul class="changes">{ for some.map(changed) }</ul></> }
}

/// How sure it is: the cases tried, and the range of every number.
pub fn sure(question: &Question, page: &Page, send: &Callback<Message>) -> Html {
    let Some(plan) = &question.plan else { return html! {} };
    let lang = page.lang;
    let draws = |n: u32| number::whole(f64::from(n));
    html! {
        <section class="sure" aria-labelledby="sure">
            <h2 id="sure">{ words::SURE_TITLE.say(lang) }</h2>
            { paragraph("", words::SURE_HELP.say(lang)) }
            <p id="tried">
                if let Some((made, of)) = plan.trying {
                    <progress max={of.to_string()} value={made.to_string()} aria-label={words::SURE_TITLE.say(lang)}></progress>{ " " }
                    { words::SureTrying { made: &draws(made), draws: &draws(of) }.say(lang) }{ " " }
                    { button(Some("stop-trying".to_owned()), words::SURE_STOP.say(lang), "", Message::Many(false), None, send) }
                } else {
                    if let Some(fault) = &plan.fault { { fault.clone() }{ " " } }
                    if let Some(tried) = plan.tried { { words::SureTried { draws: &draws(tried) }.say(lang) }{ " " } }
                    if plan.tried.is_none_or(|tried| tried < MANY) {
                        { button(Some("try-many".to_owned()), words::SURE_TRY.say(lang), "", Message::Many(true), None, send) }
                    }
                }
            </p>
            <details class="table" open={plan.ranges_open}>
                <summary>{ words::SURE_RANGES.say(lang) }</summary>
                <div class="scroll" tabindex="0" role="group" aria-labelledby="sure">
                    <table class="own ranges">
                        { heads([words::SURE_COLUMN, words::SURE_NOW, words::SURE_LOW, words::SURE_HIGH, words::SURE_SWITCH].map(|head| head.say(lang))) }
                        <tbody>{ for plan.ranges.iter().map(|one| part(one.id.index(), (one.clone(), lang, send.clone()), range)) }</tbody>
                    </table>
                </div>
                { for plan.tied.iter().map(|tied| field::field(tied, lang, &ways::evidence(page), send)) }
            </details>
        </section>
    }
}

/// The range of a number as a row of the table, with what else it is drawn from.
type Row = (Rc<RangeView>, Lang, Callback<Message>);

fn range((range, lang, send): &Row, root: &NodeRef) -> Html {
    let (id, lang) = (range.id, *lang);
    let key = id.key().into_owned();
    let end = |at: usize, end: End, name: crate::words::Text| {
        let mark = budget::ENDS[at];
        let onchange = send.reform(move |event: Event| Message::Plan(Deed::Ranged(id, end, value_of(&event))));
        let own = format!("{mark}-{key}");
        let (unit, error) = (format!("{own}-unit"), format!("{own}-error"));
        let label = words::SureEnd { label: &range.label, end: name.say(lang) }.say(lang);
        html! {
            <td data-head={name.say(lang)}>
                <input
                    type="text" inputmode="decimal" autocomplete="off" id={own} value={range.ends[at].clone()} aria-label={label}
                    aria-describedby={format!("{unit} {error}")} aria-invalid={range.errors[at].is_some().then_some("true")} {onchange}
                />
                <span class="unit" id={unit}>{ range.unit }</span>
                <span class="error" id={error}>{ range.errors[at].clone().unwrap_or_default() }</span>
            </td>
        }
    };
    let act = |label: crate::words::Text, deed: Deed| {
        button(None, label.say(lang), &range.label, Message::Plan(deed), Some(format!("low-{key}")), send)
    };
    html! {
        <tr ref={root}>
            <th scope="row">
                { range.label.clone() }{ " " }
                if range.ranged { { act(words::SURE_KNOWN, Deed::Known(id)) } }
                if range.changed { { act(words::SURE_BACK, Deed::RangeRestored(id)) } }
            </th>
            <td data-head={words::SURE_NOW.say(lang)}>{ range.now.clone() }</td>
            { end(0, End::Low, words::SURE_LOW) }
            { end(1, End::High, words::SURE_HIGH) }
            <td data-head={words::SURE_SWITCH.say(lang)}>{ range.switches.clone().unwrap_or_default() }</td>
        </tr>
    }
}

thread_local! {
    /// The piece that is to be worked out next; to forget it is to stop.
    static NEXT: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    /// Whether it was looked whether the device is to offer the last plan.
    static LOOKED: Cell<bool> = const { Cell::new(false) };
}

/// The longest that working out may keep the page from doing anything else, in milliseconds.
const PIECE: f64 = 8.0;

/// How long a scenario must stand before it is worked out, in milliseconds.
const WAITS: u32 = 600;

/// Works out in pieces what takes longer than drawing may.
pub fn after(state: &State, send: &Callback<Message>) {
    if !LOOKED.replace(true)
        && let Some(link) = last::offered()
    {
        send.emit(presenting::Act::Offered(link).into());
    }
    last::keep_soon(state, state.aside.get::<presenting::Stage>().offered.is_some());
    // The preset says the same with scripts and without: its ranges were tried when the page was built.
    let preset = *state.settled() == Scenario::default();
    if preset {
        NEXT.take();
    } else {
        later(WAITS, Work::new(state.settled()), send.clone());
    }
    let of = state.settled().clone();
    let tell = send.reform(move |told: Told| Message::Simulated(Rc::new(Simulated { of: of.clone(), against: None, told })));
    let draws = if state.many { MANY } else { FEW };
    let asked = (!preset || state.many || state.told(state.settled()).is_none()).then(|| budget::asked(state.settled(), draws));
    simulating::simulate(asked.as_ref(), &tell);
}

fn later(wait: u32, work: Work, send: Callback<Message>) {
    let piece = Timeout::new(wait, move || {
        let mut work = work;
        let until = web_sys::js_sys::Date::now() + PIECE;
        while work.advance() {
            if web_sys::js_sys::Date::now() >= until {
                return later(0, work, send);
            }
        }
        send.emit(Message::Worked(Rc::new(work.finish())));
    });
    NEXT.with_borrow_mut(|next| *next = Some(piece));
}
