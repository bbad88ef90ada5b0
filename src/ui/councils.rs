//! The councils side by side: the answer, the map with its table, the place picked beside others, why councils differ, the sources.

use yew::prelude::*;

use crate::app::Message;
use crate::present::Page;
use crate::present::councils::Beside;
use crate::present::councils::Councils;
use crate::present::councils::Source;
use crate::present::councils::Why;
use crate::present::fields::SourceView;
use crate::words::Lang;
use crate::words::text::councils as words;
use crate::words::text::site;

use super::areas;
use super::footnotes::footnotes;
use super::ground::ground;
use super::line::hidden;
use super::line::paragraph;
use super::line::span;
use super::question;
use super::ways;

/// The whole room.
pub fn councils(councils: &Councils, page: &Page, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    let evidence = ways::evidence(page);
    html! {
        <article class="question">
            <header class="lead">
                <h1>{ councils.title.clone() }</h1>
                { paragraph("intro", &councils.intro) }
            </header>
            { ground(page, send) }
            <section class="answer" aria-labelledby="answer">
                <h2 id="answer">{ councils.question.clone() }</h2>
                <p class="headline" id="headline">{ question::sentence(&councils.headline) }</p>
                { question::own(page) }
                { for councils.lines.iter().map(|line| html! { <p class="line">{ question::sentence(line) }</p> }) }
                { footnotes(councils.areas.shown().map_or(&[], |column| column.footnotes), &councils.question, page) }
            </section>
            { question::tools(page, send) }
            <p class="printed" id="printed">{ site::PrintScenario { fragment: &page.fragment }.say(lang) }</p>
            { question::changes(page, send) }
            { areas::figure(&councils.areas, page, &NodeRef::default(), send) }
            if let Some(place) = &councils.beside { { beside(place, page, send) } }
            { why(&councils.why, lang, &evidence) }
            <div class="results">
                <section class="caveats" aria-labelledby="caveats">
                    <h2 id="caveats">{ site::CAVEATS.say(lang) }</h2>
                    <ul>{ for councils.caveats.iter().map(|caveat| html! { <li>{ caveat.clone() }</li> }) }</ul>
                </section>
                { sources(&councils.sources, lang, &evidence) }
            </div>
        </article>
    }
}

fn beside(place: &Beside, page: &Page, send: &Callback<Message>) -> Html {
    let lang = page.lang;
    html! {
        <section class="topic" aria-labelledby="topic-beside">
            <h2 id="topic-beside">{ place.title.clone() }</h2>
            { for place.lines.iter().map(|line| paragraph("line", line)) }
            <div class="chart areas">{ areas::table(&place.areas, lang, send) }{ footnotes(&place.areas.footnotes(), &place.areas.table_title, page) }</div>
            <div class="results">
                if !place.results.is_empty() { <dl class="rows">{ for place.results.iter().map(|row| question::result(row, page)) }</dl> }
                <ul class="notes">{ for place.notes.iter().map(|note| html! { <li>{ span("tag", site::ASSUMPTION_MARK.say(lang)) }{ " " }{ note.clone() }</li> }) }</ul>
            </div>
        </section>
    }
}

fn why(why: &Why, lang: Lang, evidence: &str) -> Html {
    let item = |source: &SourceView| {
        html! {
            <li>
                <strong>{ source.figure.clone() }</strong>
                { span("", &source.cited) }
                if let Some(note) = &source.note { { span("note", note) } }
                { see(evidence, source.id, &source.figure, lang) }
            </li>
        }
    };
    html! {
        <section class="topic" aria-labelledby="topic-why">
            <h2 id="topic-why">{ words::WHY.say(lang) }</h2>
            { paragraph("line", &why.line) }
            <ul class="documents">{ for why.figures.iter().map(item) }</ul>
            { paragraph("unusual", &why.caution) }
        </section>
    }
}

fn sources(sources: &[Source], lang: Lang, evidence: &str) -> Html {
    let item = |source: &Source| {
        html! {
            <li>
                <strong>{ source.what.clone() }</strong>
                { span("", &source.document) }
                { see(evidence, source.id, &source.what, lang) }
            </li>
        }
    };
    html! {
        <section aria-labelledby="sources">
            <h2 id="sources">{ words::SOURCES.say(lang) }</h2>
            <ul class="documents">{ for sources.iter().map(item) }</ul>
        </section>
    }
}

/// A link to a row of the evidence, told apart from its like by what it is about.
fn see(evidence: &str, id: &str, about: &str, lang: Lang) -> Html {
    html! { <a href={format!("{evidence}{id}")}>{ site::SEE_EVIDENCE.say(lang) }{ hidden(about) }</a> }
}
