//! Footnotes as one quiet line: a link to each row of the evidence, and to the section of the method that works a figure out.

use yew::prelude::*;

use crate::app::Room;
use crate::present::Page;
use crate::present::footnotes::Footnote;
use crate::words::text::site;

use super::browser;
use super::line::hidden;

/// The footnotes of what is called `about`, which tells a listener one link from another; nothing where there are none.
pub fn footnotes(notes: &[Footnote], about: &str, page: &Page) -> Html {
    let lang = page.lang;
    let several = notes.iter().filter(|note| matches!(note, Footnote::Evidence(_))).count() > 1;
    let mut number = 0;
    let mut link = |note: &Footnote| {
        let (room, id, words) = match note {
            Footnote::Method(chapter) => {
                (Room::Method, chapter.id, format!("{} {}", site::WORKED_OUT.say(lang), chapter.heading.say(lang)))
            }
            Footnote::Evidence(id) => {
                number += 1;
                let source = site::SOURCE.say(lang);
                (Room::Evidence, *id, if several { format!("{source} {number}") } else { source.to_owned() })
            }
        };
        let href = format!("{}{id}", browser::reading(page, room));
        html! { <a {href}>{ words }{ hidden(about) }</a> }
    };
    html! { if !notes.is_empty() { <p class="footnotes">{ for notes.iter().map(&mut link) }</p> } }
}
