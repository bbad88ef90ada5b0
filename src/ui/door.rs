//! The two pages that have no room and need no program: the front door, where a language is chosen, and the page for a wrong
//! address. Both speak both languages.

use yew::prelude::*;

use crate::app::address::Room;
use crate::words::{Lang, text};

/// The front door.
#[component]
pub fn Door() -> Html {
    html! {
        <main class="door">
            { scales() }
            <h1>{ text::site::NAME.say(Lang::En) }</h1>
            <div class="ways">{ for Lang::ALL.map(|lang| html! { <section lang={lang.code()}><p>{ text::site::STRAPLINE.say(lang) }</p>{ way_in("./", lang) }</section> }) }</div>
        </main>
    }
}

/// Where the site begins.
#[derive(Properties, Clone, PartialEq, Debug)]
pub struct MissingProps {
    /// Address of the site's root, which cannot be a relative one.
    pub root: String,
}

/// The page for a wrong address.
#[component]
pub fn Missing(props: &MissingProps) -> Html {
    html! {
        <main class="door">
            { for Lang::ALL.map(|lang| html! {
                <section lang={lang.code()}>
                    <h1>{ text::door::MISSING_TITLE.say(lang) }</h1>
                    <p>{ text::door::MISSING.say(lang) }</p>
                    { way_in(&props.root, lang) }
                </section>
            }) }
        </main>
    }
}

fn way_in(root: &str, lang: Lang) -> Html {
    html! { <p><a class="way-in" href={format!("{root}{}", Room::Home.folder(lang))}>{ text::door::OPEN.say(lang) }</a></p> }
}

/// The mark: a pair of scales, level.
pub fn scales() -> Html {
    html! {
        <svg class="scales" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
            <path d="M16 4v22M9 27h14M5 9h22M16 5.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3" />
            <path d="M2 19l4-10 4 10M22 19l4-10 4 10" />
            <path class="pan" d="M2 19a4 4 0 0 0 8 0zM22 19a4 4 0 0 0 8 0z" />
        </svg>
    }
}
