//! Headed paragraphs: the method page and the accessibility statement.
//!
//! Sections have ids but no list of links to them: the fragment of the address holds the scenario.

use yew::prelude::*;

use crate::present::prose::Item;
use crate::present::prose::Prose;
use crate::present::prose::Section;

/// A page of prose.
pub fn prose(prose: &Prose) -> Html {
    let Prose { title, intro, sections } = prose;
    html! {
        <article class="prose">
            <header class="lead">
                <h1>{ title.clone() }</h1>
                <p class="intro">{ intro.clone() }</p>
            </header>
            { for sections.iter().map(section) }
        </article>
    }
}

fn section(section: &Section) -> Html {
    html! {
        <section id={section.id}>
            <h2>{ section.heading.clone() }</h2>
            { for section.items.iter().map(item) }
        </section>
    }
}

fn item(item: &Item) -> Html {
    match item {
        Item::Paragraph(words) => html! { <p>{ words.clone() }</p> },
        Item::List(entries) => html! { <ul>{ for entries.iter().map(|entry| html! { <li>{ entry.clone() }</li> }) }</ul> },
        Item::Equation { symbols, words } => {
            html! { <p class="equation"><code>{ symbols.clone() }</code>{ " " }<span>{ words.clone() }</span></p> }
        }
    }
}
