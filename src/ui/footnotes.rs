//! Footnotes as one quiet line: a link to each row of the evidence, and to the section of the method that works a figure out. And the mark of
//! what rests on figures that nobody published.

use yew::prelude::*;

use crate::app::Room;
use crate::present::Page;
use crate::present::footnotes::Footnote;
use crate::words::text::site;

use super::line::hidden;
use super::line::span;
use super::ways;

/// The footnotes of what is called `about`, which tells a listener one link from another; nothing where there are none. Several sources are
/// told apart by number, and only the first says what they are.
pub fn footnotes(notes: &[Footnote], about: &str, page: &Page) -> Html {
    let lang = page.lang;
    let several = notes.iter().filter(|note| matches!(note, Footnote::Evidence(_))).count() > 1;
    let mut number = 0;
    let mut link = |note: &Footnote| {
        let (room, id, lead, rest) = match note {
            Footnote::Method(chapter) => (Room::Method, chapter.id, site::WORKED_OUT, chapter.heading.say(lang).to_owned()),
            Footnote::Evidence(id) => {
                number += 1;
                (Room::Evidence, *id, site::SOURCE, if several { number.to_string() } else { String::new() })
            }
        };
        let href = format!("{}{id}", ways::reading(page, room));
        let class = (number > 1 && room == Room::Evidence).then_some("hidden");
        html! { <a {href}><span {class}>{ lead.say(lang) }{ " " }</span>{ rest }{ hidden(about) }</a> }
    };
    html! { if !notes.is_empty() { <p class="footnotes">{ for notes.iter().map(&mut link) }</p> } }
}

/// The mark of what rests on the visitor's own figures: a chart or a map by its name; nothing for the answer.
pub fn own_mark(page: &Page, of: &str) -> Html {
    html! { if page.own.as_ref().is_some_and(|own| own.marks(of)) { { " " }{ span("tag own", site::OWN_MARK.say(page.lang)) } } }
}
