//! The evidence register: the search, tables by topic, the counts, the documents.
//!
//! The page is whole without scripts; `www/register.js` shows the search and makes it work. What that script reads is marked here with
//! `data-` attributes and ids.

use yew::prelude::*;

use crate::app::Room;
use crate::evidence::Status;
use crate::present::footnotes::COUNTS;
use crate::present::register::Choices;
use crate::present::register::Entry;
use crate::present::register::Finder;
use crate::present::register::Link;
use crate::present::register::OnShelf;
use crate::present::register::Place;
use crate::present::register::Register;
use crate::present::register::Section;
use crate::present::register::Shelf;
use crate::present::register::Source;
use crate::present::register::Start;
use crate::present::register::Use;
use crate::present::register::key;
use crate::words::Lang;
use crate::words::text::register as words;

/// The evidence page.
pub fn register(register: &Register) -> Html {
    let lang = register.lang;
    html! {
        <article class="register">
            <header class="lead">
                <h1>{ register.title.clone() }</h1>
                <p class="intro">{ register.intro.clone() }</p>
            </header>
            <div class="shelf">
                <div class="side">
                    { finder(lang, &register.finder) }
                    <nav class="contents" aria-label={register.contents.clone()}>
                        <ul>{ for register.topics.iter().map(|section| html! { <li><a href={format!("#{}", section.id)}>{ section.name.clone() }</a></li> }) }<li><a href="#programmes">{ register.shelf.title.clone() }</a></li></ul>
                    </nav>
                </div>
                <div class="entries">
                    <p class="none-found" id="none-found" hidden={true}>{ register.finder.none.clone() }</p>
                    { for register.topics.iter().map(|section| topic(lang, section, &register.heads)) }
                    { shelf(lang, &register.shelf) }
                    { series(register) }
                    <section id="consortia">
                        <h2>{ register.consortia.0.clone() }</h2>
                        <ul class="documents">{ for register.consortia.1.iter().map(|(name, what)| html! { <li><strong>{ name.clone() }</strong><span>{ what.clone() }</span></li> }) }</ul>
                    </section>
                    <section id="documents">
                        <h2>{ register.documents.0.clone() }</h2>
                        <ul class="documents">{ for register.documents.1.iter().map(|source| document(lang, source)) }</ul>
                    </section>
                </div>
            </div>
        </article>
    }
}

/// The shelf of programmes, each with its values.
fn shelf(lang: Lang, shelf: &Shelf) -> Html {
    html! {
        <section id="programmes">
            <h2>{ shelf.title.clone() }</h2>
            <p>{ shelf.intro.clone() }</p>
            <ul class="documents">{ for shelf.programmes.iter().map(|one| on_shelf(lang, one, &shelf.heads)) }</ul>
        </section>
    }
}

fn on_shelf(lang: Lang, programme: &OnShelf, heads: &[String; 3]) -> Html {
    let link = |link: &Link| html! { <li><a href={format!("#{}", link.id)}>{ link.label.clone() }</a></li> };
    html! {
        <li id={programme.id.clone()}>
            <h3>{ programme.name.clone() }</h3>
            <span>{ programme.kind.clone() }</span>
            <span>{ programme.about.clone() }</span>
            <span class="note">{ programme.note.clone() }</span>
            <table class="figures">
                <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ head.clone() }</th> }) }</tr></thead>
                <tbody>{ for programme.values.iter().map(|start| value(lang, start)) }</tbody>
            </table>
            { for programme.others.iter().map(|(lead, links)| listed(lead, links.iter().map(link).collect())) }
            <a href={address(lang, &programme.plan)}>{ programme.plan.label.clone() }<span class="hidden">{ format!(": {}", programme.name) }</span></a>
        </li>
    }
}

fn value(lang: Lang, start: &Start) -> Html {
    let status = if start.assumed { Status::Assumption.name() } else { words::SHELF_KNOWN };
    html! {
        <tr>
            <th scope="row">{ start.label.clone() }<span class="tag">{ status.say(lang) }</span></th>
            <td><data value={start.exact.to_string()}>{ start.value.clone() }</data></td>
            <td><a href={format!("#{}", start.figure.id)}>{ start.figure.label.clone() }</a></td>
        </tr>
    }
}

fn finder(lang: Lang, finder: &Finder) -> Html {
    let (label, help) = &finder.search;
    let all = finder.all.to_string();
    let said = finder.shown.replace("{shown}", &all).replace("{all}", &all);
    html! {
        <form class="finder" id="finder" role="search" aria-label={finder.name.clone()} autocomplete="off" hidden={true}>
            <div>
                <label for="find">{ label.clone() }</label>
                <input type="search" id="find" spellcheck="false" aria-describedby="find-help" />
                <p class="help" id="find-help">{ help.clone() }</p>
            </div>
            { for finder.choices.iter().map(|choices| select(lang, choices)) }
            <div class="found">
                <p id="found" data-said={finder.shown.clone()}>{ said }</p>
                <button type="reset">{ finder.reset.clone() }</button>
            </div>
        </form>
    }
}

fn select(lang: Lang, choices: &Choices) -> Html {
    let id = format!("find-{}", choices.by);
    let option = |(value, name, count): &(String, String, usize)| {
        html! { <option value={value.clone()}>{ words::Option { name, count: &count.to_string() }.say(lang) }</option> }
    };
    html! {
        <div>
            <label for={id.clone()}>{ choices.label.clone() }</label>
            <select {id} data-by={choices.by}>
                <option value="">{ choices.every.clone() }</option>
                { for choices.options.iter().map(option) }
            </select>
        </div>
    }
}

fn series(register: &Register) -> Html {
    let (name, heads, rows) = &register.series;
    html! {
        <section id={COUNTS}>
            <h2>{ name.clone() }</h2>
            <div class="scroll" tabindex="0" role="region" aria-label={name.clone()}>
                <table>
                    <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ head.clone() }</th> }) }</tr></thead>
                    <tbody>{ for rows.iter().map(|row| counts(row)) }</tbody>
                </table>
            </div>
            { used(register.lang, register.series_used.as_ref()) }
        </section>
    }
}

fn counts(row: &[String]) -> Html {
    let mut cells = row.iter();
    let head = cells.next().cloned().unwrap_or_default();
    html! { <tr><th scope="row">{ head }</th>{ for cells.map(|cell| html! { <td>{ cell.clone() }</td> }) }</tr> }
}

fn topic(lang: Lang, section: &Section, heads: &[String; 3]) -> Html {
    html! {
        <section class="topic" id={section.id.clone()}>
            <h2>{ section.name.clone() }</h2>
            <table class="figures">
                <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ head.clone() }</th> }) }</tr></thead>
                <tbody>{ for section.entries.iter().map(|row| entry(lang, &section.id, row)) }</tbody>
            </table>
        </section>
    }
}

/// One figure. What is marked `data-find` is what the search looks in.
fn entry(lang: Lang, topic: &str, entry: &Entry) -> Html {
    let link = |link: &Link| html! { <li><a href={format!("#{}", link.id)}>{ link.label.clone() }</a></li> };
    html! {
        <tr id={entry.id} data-topic={topic.to_owned()} data-document={entry.place.document} data-status={key(entry.status)}>
            <th scope="row">
                <span data-find="">{ entry.label.clone() }</span><span class="tag">{ entry.status.name().say(lang) }</span>
                <code class="id" data-find="">{ entry.id }</code>
            </th>
            <td><data value={entry.exact.to_string()} data-find="">{ entry.value.clone() }</data></td>
            <td>
                { place(&entry.place) }
                if let Some(note) = &entry.note { <span class="note" data-find="">{ note.clone() }</span> }
                { for entry.inputs.iter().map(|(lead, links)| listed(lead, links.iter().map(link).collect())) }
                { for entry.disagreements.iter().map(|(lead, links)| listed(lead, links.iter().map(link).collect())) }
                { used(lang, entry.used.as_ref()) }
            </td>
        </tr>
    }
}

fn listed(lead: &str, items: Html) -> Html {
    html! { <div class="others">{ lead.to_owned() }<ul>{ items }</ul></div> }
}

/// Where a row is used: many places, so they stand folded.
fn used(lang: Lang, uses: Option<&(String, Vec<Use>)>) -> Html {
    let item = |place: &Use| html! { <li><a href={address(lang, place)}>{ place.label.clone() }</a></li> };
    let folded = |(lead, places): &(String, Vec<Use>)| {
        let summary = format!("{} {}", lead.trim_end(), places.len());
        html! { <details class="others used"><summary>{ summary }</summary><ul>{ for places.iter().map(item) }</ul></details> }
    };
    html! { <>{ for uses.map(folded) }</> }
}

/// Where a row is used. A question's address holds a scenario that shows it; `www/boot.js` puts in that of the visitor where it shows it too.
fn address(lang: Lang, place: &Use) -> String {
    let scenario = if place.room.program().is_some() { format!("{}&at=", place.scenario) } else { String::new() };
    format!("{}{}#{scenario}{}", Room::Evidence.to_root(), place.room.folder(lang), place.anchor)
}

fn place(place: &Place) -> Html {
    html! {
        <>
            <a class="of" href={format!("#{}", place.anchor)} data-find="">{ place.title.clone() }</a>
            <span class="within">{ place.within.clone() }</span>
            if let Some((address, open)) = &place.address {
                <a class="out" href={*address} rel="noreferrer">{ open.clone() }<span class="hidden">{ format!(": {}", place.title) }</span></a>
            }
        </>
    }
}

fn document(lang: Lang, source: &Source) -> Html {
    html! {
        <li id={source.id}>
            <strong>{ source.title.clone() }</strong>
            <span>{ source.line.clone() }</span>
            if let Some(address) = source.address { <a href={address} rel="noreferrer">{ address }</a> }
            if let Some(note) = &source.note { <span class="note">{ note.clone() }</span> }
            <span class="note">{ source.figures.clone() }</span>
            { used(lang, source.used.as_ref()) }
        </li>
    }
}
