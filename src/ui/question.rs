//! A question: its answer, its fields, its results, its charts.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::Message;
use crate::app::Room;
use crate::present::Group;
use crate::present::Page;
use crate::present::Question;
use crate::present::ResultRow;
use crate::present::Section;
use crate::present::Way;
use crate::present::areas::Areas;
use crate::present::fields::ChangeView;
use crate::present::fields::FieldView;
use crate::present::figure::Figure;
use crate::present::figure::Sentence;
use crate::present::figure::Span;
use crate::present::request::Request;
use crate::units::written::written;
use crate::words::Lang;
use crate::words::text::site;

use super::address;
use super::areas;
use super::browser;
use super::chart;
use super::field;
use super::footnotes::footnotes;
use super::footnotes::own_mark;
use super::ground::ground;
use super::line::hidden;
use super::line::joined;
use super::line::paragraph;
use super::line::span;
use super::pace;
use super::piece::Around;
use super::piece::At;
use super::ways;

/// How a room draws what not every room has, so that only the programs of those that do hold the code for it.
#[derive(Clone, Copy)]
pub struct Parts {
    /// What a section holds by council.
    pub by_council: fn(&Section, usize, &Around) -> Html,
    /// Charts that are not bars.
    pub lines: chart::Lines,
    /// The plan of programmes, between the figure that answers and the fields.
    pub plan: fn(&Question, &Page, &Callback<Message>) -> Html,
    /// How sure it is, after the results.
    pub sure: fn(&Question, &Page, &Callback<Message>) -> Html,
    /// What was changed, first of the results.
    pub changes: fn(&Question, &Page, &Callback<Message>) -> Html,
    /// What stands after the tools that every question has.
    pub tools: fn(&Question, &Page, &Callback<Message>) -> Html,
}

/// A room with fields, results and charts of lines, and nothing else.
pub const PLAIN: Parts = Parts {
    by_council: nothing_by_council,
    lines: chart::WITH_LINES,
    plan: nothing_more,
    sure: nothing_more,
    changes: plain_changes,
    tools: nothing_more,
};

fn nothing_more(_: &Question, _: &Page, _: &Callback<Message>) -> Html {
    html! {}
}

fn plain_changes(_: &Question, page: &Page, send: &Callback<Message>) -> Html {
    changes(page, send)
}

/// A map and a table by council.
pub fn by_council(topic: &Section, at: usize, around: &Around) -> Html {
    let draw = |areas: &Areas, _: At, around: &Around, root: &NodeRef| areas::figure(areas, &around.page, root, &around.send);
    html! { if topic.areas.is_some() { { around.piece((at, 0), |question, at| question.sections.get(at.0)?.areas.as_ref(), draw) } } }
}

/// Nothing by council.
fn nothing_by_council(_: &Section, _: usize, _: &Around) -> Html {
    html! { <></> }
}

/// A question with everything about it.
pub fn question(question: &Question, page: &Rc<Page>, parts: Parts, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    let evidence = ways::evidence(page);
    let around = Around { page: page.clone(), parts, send: send.clone() };
    let charts = |which: Range<usize>| around.charts(0, which, |question, at| question.charts.get(at.1));
    let last = question.charts.len();
    html! {
        <article class="question">
            <header class="lead">
                <h1>{ question.title.clone() }</h1>
                { paragraph("intro", &question.intro) }
            </header>
            <section class="answer" aria-labelledby="answer">
                <h2 id="answer">{ question.question.clone() }</h2>
                <p class="headline" id="headline">{ sentence(&question.headline) }{ own_mark(page, "") }</p>
                if !question.standing.is_empty() { <p class="standing" id="standing">{ question.standing.join(" ") }</p> }
                { own(page) }
                // By their places, so that a line that comes between moves no other one's element.
                { for question.lines.iter().enumerate().map(|(at, line)| html! { <p class="line" key={at}>{ sentence(line) }</p> }) }
                { footnotes(&question.footnotes, &question.question, page) }
            </section>
            // One node, so that what stands before it is the same with and without it.
            if !pace::is_brief() {
                { ground(page, send) }
                { tools(page, send) }
                { (parts.tools)(question, page, send) }
                <p class="printed" id="printed">{ site::PrintScenario { fragment: &page.fragment }.say(lang) }</p>
                <div class="bench">
                    <div class="finding">{ charts(0..last.min(1)) }</div>
                    <div class="controls">
                        <p class="gist" aria-hidden="true">{ span("", &question.gist.0) }<strong>{ question.gist.1.worded.clone() }</strong>if !question.within.is_empty() { { span("", &joined(&question.within)) } }</p>
                        { (parts.plan)(question, page, send) }
                        { for question.groups.iter().map(|group| fields(group, Level::Question, lang, &evidence, send)) }
                    </div>
                    <div class="results">
                        // Not above the fields: the first change would push the control from under the hand that made it.
                        { (parts.changes)(question, page, send) }
                        { charts(1..last) }
                        { around.piece((0, 0), |question, _| Some(question.results.as_slice()), results) }
                        { (parts.sure)(question, page, send) }
                        if question.sections.is_empty() { { closing(question, &around) } }
                    </div>
                </div>
                { for (0..question.sections.len()).map(|at| around.piece((at, at), |question, at| question.sections.get(at.0), section)) }
                if !question.sections.is_empty() { <div class="results">{ closing(question, &around) }</div> }
            }
        </article>
    }
}

/// What is said of the visitor's own figures, with the way to them.
pub fn own(page: &Page) -> Html {
    html! {
        if let Some(own) = &page.own {
            <p class="standing own" id="own-said">
                { own.said.clone() }{ " " }<a href={ways::href(page, page.lang, Room::Figures)}>{ site::OWN_SEE.say(page.lang) }</a>
            </p>
        }
    }
}

/// The results of the question itself.
fn results(rows: &[ResultRow], _: At, Around { page, .. }: &Around, root: &NodeRef) -> Html {
    html! {
        <section aria-labelledby="results" ref={root}>
            <h2 id="results">{ site::RESULTS.say(page.lang) }</h2>
            <p class="note on-screen">{ site::FOOTNOTES.say(page.lang) }</p>
            <dl class="rows">{ for rows.iter().map(|row| result(row, page)) }</dl>
        </section>
    }
}

/// A part of the room under its own heading: its fields beside its charts and results, as the question's own stand.
fn section(topic: &Section, at: At, around: &Around, root: &NodeRef) -> Html {
    let Around { page, parts, send } = around;
    let (id, evidence) = (format!("topic-{}", topic.name), ways::evidence(page));
    let way = |way: &Way| {
        let href = format!("{}{}#{}", page.room.to_root(), way.room.folder(page.lang), way.fragment);
        html! { <p class="way"><a {href} data-own="">{ way.words.clone() }</a></p> }
    };
    let found = html! {
        <div class="results">
            { (parts.by_council)(topic, at.0, around) }
            { around.charts(at.0, 0..topic.charts.len(), |question, at| question.sections.get(at.0)?.charts.get(at.1)) }
            if !topic.results.is_empty() { <dl class="rows">{ for topic.results.iter().map(|row| result(row, page)) }</dl> }
            if !topic.notes.is_empty() { <ul class="notes">{ for topic.notes.iter().map(|note| html! { <li>{ note.clone() }</li> }) }</ul> }
            { for topic.ways.iter().map(way) }
        </div>
    };
    html! {
        <section class="topic" aria-labelledby={id.clone()} ref={root}>
            <h2 {id}>{ topic.title.clone() }</h2>
            { for topic.lines.iter().map(|line| html! { <p class="line">{ sentence(line) }</p> }) }
            { footnotes(&topic.footnotes, &topic.title, page) }
            if topic.groups.is_empty() {
                { found }
            } else {
                <div class="bench">
                    <div class="controls">{ for topic.groups.iter().map(|group| fields(group, Level::Section, page.lang, &evidence, send)) }</div>
                    { found }
                </div>
            }
        </section>
    }
}

/// What stands last: what should be read beside the numbers, and how to work them out again.
fn closing(question: &Question, around: &Around) -> Html {
    let lang = around.page.lang;
    html! {
        <>
            <section class="caveats" aria-labelledby="caveats">
                <h2 id="caveats">{ site::CAVEATS.say(lang) }</h2>
                <ul>{ for question.caveats.iter().map(|caveat| html! { <li>{ caveat.clone() }</li> }) }</ul>
            </section>
            if !question.requests.is_empty() { { around.piece((0, 0), |question, _| Some(question.requests.as_slice()), requests) } }
        </>
    }
}

/// A sentence with its figures marked, each with its exact value.
pub fn sentence(sentence: &Sentence) -> Html {
    let span = |span: &Span| match span {
        Span::Words(words) => html! { <>{ joined(words) }</> },
        Span::Figure(figure) => html! { <strong>{ data(figure) }</strong> },
    };
    html! { <>{ for sentence.0.iter().map(span) }</> }
}

/// A figure with its exact value for programs, and an id where it has a name.
pub fn data(figure: &Figure) -> Html {
    let id = (!figure.name.is_empty()).then(|| format!("out-{}", figure.name));
    let worded = figure.worded.clone();
    match figure.exact {
        Some(exact) => html! { <data {id} value={written(exact)}>{ worded }</data> },
        None => html! { <span {id}>{ worded }</span> },
    }
}

/// One result with what it rests on, marked where that is the visitor's own figures.
pub fn result(row: &ResultRow, page: &Page) -> Html {
    html! {
        <div>
            <dt>{ row.label.clone() }</dt>
            <dd>{ data(&row.figure) }if row.own { { " " }{ span("tag own", site::OWN_MARK.say(page.lang)) } }if let Some(note) = &row.note { { span("note", note) } }{ footnotes(&row.footnotes, &row.label, page) }</dd>
        </div>
    }
}

/// Where a group of fields stands, and so how deep its heading is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The question's own.
    Question,
    /// A section's, or a programme's.
    Section,
}

/// A field in its place among others.
fn cell(view: &Rc<FieldView>, lang: Lang, evidence: &AttrValue, send: &Callback<Message>) -> Html {
    html! { <div class="cell" key={view.id.index()}>{ field::field(view, lang, evidence, send) }</div> }
}

/// Some fields under their heading.
pub fn fields(group: &Group, level: Level, lang: Lang, evidence: &AttrValue, send: &Callback<Message>) -> Html {
    let list = html! { <>{ for group.fields.iter().map(|view| cell(view, lang, evidence, send)) }</> };
    let heading = group.heading.clone();
    let heading = if level == Level::Question {
        html! { <h2>{ heading }</h2> }
    } else {
        html! { <h3>{ heading }</h3> }
    };
    if group.folds {
        html! { <details class="group" open={group.open}><summary>{ heading }</summary>{ list }</details> }
    } else {
        html! { <section class="group">{ heading }{ list }</section> }
    }
}

fn requests(all: &[Request], _: At, around: &Around, root: &NodeRef) -> Html {
    let lang = around.page.lang;
    let item = |request: &Request| {
        html! {
            <>
                <h3>{ site::ReproduceRequest { title: &request.title }.say(lang) }</h3>
                <pre class="request" id={format!("request-{}", request.name)} data-call={request.call} tabindex="0">{ request.json.clone() }</pre>
                <pre>{ site::ReproduceCommand { call: request.call }.say(lang) }</pre>
            </>
        }
    };
    html! {
        <details class="reproduce" ref={root}>
            <summary><h2>{ site::REPRODUCE.say(lang) }</h2></summary>
            { paragraph("", site::REPRODUCE_HELP.say(lang)) }
            { for all.iter().map(item) }
        </details>
    }
}

/// Undo, redo, reset, the link.
pub fn tools(page: &Page, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    let button = |id: &'static str, words: &'static str, enabled: bool, message: Message| {
        let onclick = send.reform(move |_: MouseEvent| message.clone());
        html! { <button type="button" {id} aria-disabled={(!enabled).then_some("true")} {onclick}>{ words }</button> }
    };
    let share = {
        let (send, fragment) = (send.clone(), page.fragment.clone());
        Callback::from(move |_: MouseEvent| {
            let (send, address) = (send.clone(), address::address(&fragment));
            let shown = address.clone();
            browser::copy(&address, Callback::from(move |copied| send.emit(Message::Shared(shown.clone(), copied))));
        })
    };
    html! {
        <div class="tools">
            { button("undo", site::UNDO.say(lang), page.can_undo, Message::Undone) }
            { button("redo", site::REDO.say(lang), page.can_redo, Message::Redone) }
            { button("reset", site::RESET.say(lang), !page.changes.is_empty(), Message::RestoredAll) }
            <button type="button" id="share" onclick={share}>{ site::SHARE.say(lang) }</button>
            <button type="button" id="print" onclick={Callback::from(|_: MouseEvent| browser::print())}>{ site::PRINT.say(lang) }</button>
            <div class="shared">
                <p role="status">{ page.shared.as_ref().map(|(_, outcome)| outcome.clone()).unwrap_or_default() }</p>
                if let Some((address, _)) = &page.shared {
                    <label for="shared">{ site::SHARE_LABEL.say(lang) }</label>
                    <input type="text" id="shared" readonly={true} value={address.clone()} />
                }
            </div>
        </div>
    }
}

/// One change with its way back, and its share of the result where that is known.
pub fn change(change: &ChangeView, share: Option<String>, lang: Lang, send: &Callback<Message>) -> Html {
    let id = change.id;
    let send = send.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        browser::hold_focus("undo");
        send.emit(Message::Restored(id));
    });
    html! {
        <li>
            { change.said.clone() }
            if let Some(share) = share { { " " }<span class="share">{ joined(&share) }</span> }
            if let Some(elsewhere) = &change.elsewhere { { " " }<em>{ elsewhere.clone() }</em> }
            { " " }<button type="button" class="quiet" {onclick}>{ site::UNDO_CHANGE.say(lang) }{ hidden(&change.label) }</button>
        </li>
    }
}

/// Every change from the preset, each with its way back; nothing where nothing was changed.
pub fn changes(page: &Page, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    html! {
        <section class="changed" aria-labelledby="changes" hidden={page.changes.is_empty()}>
            <h2 id="changes">{ site::CHANGES.say(lang) }</h2>
            <ul class="changes">{ for page.changes.iter().map(|one| change(one, None, lang, send)) }</ul>
        </section>
    }
}
