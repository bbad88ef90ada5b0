//! The only code that knows Yew and the browser.

#[cfg(feature = "ssr")]
pub mod door;

use yew::prelude::*;

use crate::app::address::Room;
use crate::words::{Lang, text};

/// What a page is opened with.
#[derive(Properties, Clone, PartialEq, Debug)]
pub struct AppProps {
    /// The language of the address.
    pub lang: Lang,
    /// The room of the address.
    pub room: Room,
}

/// The whole page: what stands inside `<body>`.
#[component]
pub fn App(props: &AppProps) -> Html {
    let lang = props.lang;
    let count = use_state(|| 0_u32);
    let onclick = {
        let count = count.clone();
        move |_| count.set(*count + 1)
    };
    html! { <main><h1>{ text::site::STRAPLINE.say(lang) }</h1><p>{ format!("{:?}", props.room) }</p><button {onclick}>{ *count }</button></main> }
}

/// Reads the address and takes over the page that was rendered when it was built.
#[cfg(feature = "web")]
pub fn start() {
    let path = gloo::utils::window().location().pathname().unwrap_or_default();
    if let Some((room, lang)) = Room::find(&path) {
        yew::Renderer::<App>::with_root_and_props(gloo::utils::body().into(), AppProps { lang, room }).hydrate();
    }
}
