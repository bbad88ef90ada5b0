//! Headed paragraphs: the method page, with a worked example beside each equation, and the accessibility statement.
//!
//! A link to a place on the page is its plain id; `www/boot.js` puts the scenario of the address before it, where there is one.

use yew::prelude::*;

use crate::app::Room;
use crate::present::prose::Example;
use crate::present::prose::Item;
use crate::present::prose::Piece;
use crate::present::prose::Prose;
use crate::present::prose::Section;
use crate::present::prose::Table;
use crate::words::Lang;

/// A page of prose.
pub fn prose(prose: &Prose) -> Html {
    let Prose { lang, title, intro, contents, sections } = prose;
    let evidence = evidence(*lang);
    html! {
        <article class="prose">
            <header class="lead">
                <h1>{ title.clone() }</h1>
                <p class="intro">{ intro.clone() }</p>
            </header>
            if let Some(contents) = contents {
                <nav class="contents" aria-label={contents.clone()}>
                    <ol>{ for sections.iter().map(|section| html! { <li><a href={format!("#{}", section.id)}>{ section.heading.clone() }</a></li> }) }</ol>
                </nav>
            }
            { for sections.iter().map(|part| section(part, &evidence)) }
        </article>
    }
}

/// The address of the evidence page as far as the id of a figure, from a page beside it.
fn evidence(lang: Lang) -> String {
    format!("{}{}#", Room::Method.to_root(), Room::Evidence.folder(lang))
}

fn section(section: &Section, evidence: &str) -> Html {
    html! {
        <section id={section.id}>
            <h2>{ section.heading.clone() }</h2>
            { for section.items.iter().map(|part| item(part, evidence)) }
        </section>
    }
}

fn item(item: &Item, evidence: &str) -> Html {
    match item {
        Item::Paragraph(words) => html! { <p>{ words.clone() }</p> },
        Item::List(entries) => html! { <ul>{ for entries.iter().map(|entry| html! { <li>{ entry.clone() }</li> }) }</ul> },
        Item::Equation { symbols, words, example: None } => equation(symbols, words),
        Item::Equation { symbols, words, example: Some(worked) } => {
            html! { <div class="worked">{ equation(symbols, words) }{ example(worked, evidence) }</div> }
        }
        Item::Example(worked) => html! { <div class="worked alone">{ example(worked, evidence) }</div> },
        Item::Table(rows) => table(rows),
    }
}

fn equation(symbols: &str, words: &str) -> Html {
    html! { <p class="equation"><code>{ symbols.to_owned() }</code>{ " " }<span>{ words.to_owned() }</span></p> }
}

fn example(example: &Example, evidence: &str) -> Html {
    let sum = |line: &Vec<Piece>| html! { <p>{ for line.iter().map(|part| piece(part, evidence)) }</p> };
    html! {
        <figure class="example">
            <figcaption>{ example.title.clone() }</figcaption>
            { for example.lines.iter().map(sum) }
        </figure>
    }
}

fn piece(piece: &Piece, evidence: &str) -> Html {
    match piece {
        Piece::Words(words) => html! { { words.clone() } },
        Piece::Source { id, said } => html! { <a href={format!("{evidence}{id}")}>{ said.clone() }</a> },
        Piece::Result { name, figure, exact, said } => {
            let said = match figure {
                Some(id) => html! { <a href={format!("{evidence}{id}")}>{ said.clone() }</a> },
                None => html! { { said.clone() } },
            };
            html! { <data id={format!("ex-{name}")} value={exact.to_string()}>{ said }</data> }
        }
    }
}

fn table(table: &Table) -> Html {
    let cells = |row: &[String], head: &'static str| -> Html {
        let (first, rest) = row.split_first().map_or((String::new(), &[][..]), |(first, rest)| (first.clone(), rest));
        html! { <tr><th scope={head}>{ first }</th>{ for rest.iter().map(|cell| html! { <td>{ cell.clone() }</td> }) }</tr> }
    };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={table.caption.clone()}>
            <table>
                <caption>{ table.caption.clone() }</caption>
                <thead><tr>{ for table.heads.iter().map(|head| html! { <th scope="col">{ head.clone() }</th> }) }</tr></thead>
                <tbody>{ for table.rows.iter().map(|row| cells(row, "row")) }</tbody>
                if let Some(total) = &table.total { <tfoot>{ cells(total, "row") }</tfoot> }
            </table>
        </div>
    }
}
