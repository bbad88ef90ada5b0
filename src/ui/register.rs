//! The evidence register: tables by topic, the counts, the documents.

use yew::prelude::*;

use crate::present::register::Entry;
use crate::present::register::Register;
use crate::present::register::Source;

/// The evidence page.
pub fn register(register: &Register) -> Html {
    let (series, heads, rows) = &register.series;
    html! {
        <article class="register">
            <h1>{ register.title.clone() }</h1>
            <p class="intro">{ register.intro.clone() }</p>
            <nav class="contents" aria-label={register.contents.clone()}>
                <ul>{ for register.topics.iter().enumerate().map(|(at, (name, _))| html! { <li><a href={format!("#topic-{at}")}>{ name.clone() }</a></li> }) }</ul>
            </nav>
            { for register.topics.iter().enumerate().map(|(at, (name, entries))| topic(at, name, entries, &register.heads)) }
            <section>
                <h2>{ series.clone() }</h2>
                <div class="scroll" tabindex="0" role="region" aria-label={series.clone()}>
                    <table>
                        <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ head.clone() }</th> }) }</tr></thead>
                        <tbody>{ for rows.iter().map(|row| counts(row)) }</tbody>
                    </table>
                </div>
            </section>
            <section>
                <h2>{ register.consortia.0.clone() }</h2>
                <ul class="documents">{ for register.consortia.1.iter().map(|(name, what)| html! { <li><strong>{ name.clone() }</strong><span>{ what.clone() }</span></li> }) }</ul>
            </section>
            <section>
                <h2>{ register.documents.0.clone() }</h2>
                <ul class="documents">{ for register.documents.1.iter().map(document) }</ul>
            </section>
        </article>
    }
}

fn counts(row: &[String]) -> Html {
    let mut cells = row.iter();
    let head = cells.next().cloned().unwrap_or_default();
    html! { <tr><th scope="row">{ head }</th>{ for cells.map(|cell| html! { <td>{ cell.clone() }</td> }) }</tr> }
}

fn topic(at: usize, name: &str, entries: &[Entry], heads: &[String; 3]) -> Html {
    html! {
        <section id={format!("topic-{at}")}>
            <h2>{ name.to_owned() }</h2>
            <table class="figures">
                <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ head.clone() }</th> }) }</tr></thead>
                <tbody>{ for entries.iter().map(entry) }</tbody>
            </table>
        </section>
    }
}

fn entry(entry: &Entry) -> Html {
    let others = |(lead, figures): &(String, Vec<(&'static str, String)>)| {
        let link = |(id, label): &(&'static str, String)| html! { <li><a href={format!("#{id}")}>{ label.clone() }</a></li> };
        html! { <div class="others">{ lead.clone() }<ul>{ for figures.iter().map(link) }</ul></div> }
    };
    html! {
        <tr id={entry.id}>
            <th scope="row">{ entry.label.clone() }<span class="tag">{ entry.status.clone() }</span></th>
            <td><data value={entry.exact.to_string()}>{ entry.value.clone() }</data></td>
            <td>
                { entry.cited.clone() }
                if let Some(note) = &entry.note { <span class="note">{ note.clone() }</span> }
                { for entry.inputs.iter().map(others) }
                { for entry.disagreements.iter().map(others) }
            </td>
        </tr>
    }
}

fn document(source: &Source) -> Html {
    html! {
        <li id={format!("document-{}", source.id)}>
            <strong>{ source.title.clone() }</strong>
            <span>{ source.line.clone() }</span>
            if let Some(address) = source.address { <a href={address} rel="noreferrer">{ address }</a> }
            if let Some(note) = &source.note { <span class="note">{ note.clone() }</span> }
        </li>
    }
}
