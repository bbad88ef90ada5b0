//! The home page: the questions with their answers.

use yew::prelude::*;

use crate::app::Room;
use crate::present::Page;
use crate::present::home::Card;
use crate::present::home::Home;
use crate::present::rooms;
use crate::words::text::home as words;

use super::question::sentence;
use super::ways::href;

/// The home page.
pub fn home(home: &Home, page: &Page) -> Html {
    let lang = page.lang;
    let card = |card: &Card| {
        let address = href(page, lang, card.room);
        html! {
            <li>
                <h2><a href={address}>{ card.question.clone() }</a></h2>
                <p class="headline">{ sentence(&card.answer) }</p>
                <p class="open"><a href={href(page, lang, card.room)}>{ words::OPEN.say(lang) }<span class="hidden">{ format!(": {}", card.title) }</span></a></p>
            </li>
        }
    };
    let behind = |(room, words): &(Room, String)| {
        html! { <li><a href={href(page, lang, *room)}>{ rooms::name(lang, *room) }</a><span>{ words.clone() }</span></li> }
    };
    html! {
        <article class="home">
            <h1>{ home.title.clone() }</h1>
            <p class="intro">{ home.intro.clone() }</p>
            <ol class="cards">{ for home.cards.iter().map(card) }</ol>
            <section aria-labelledby="behind">
                <h2 id="behind">{ words::BEHIND.say(lang) }</h2>
                <ul class="behind">{ for home.behind.iter().map(behind) }</ul>
            </section>
        </article>
    }
}
