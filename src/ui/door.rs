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
            <h1>{ text::site::NAME.en }</h1>
            { for Lang::ALL.map(|lang| html! { <section lang={lang.code()}><p>{ text::site::STRAPLINE.say(lang) }</p>{ way_in("./", lang) }</section> }) }
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
