//! The bar under an answer: where it is about, and from when.

use yew::prelude::*;

use crate::app::Message;
use crate::present::Page;
use crate::words::text::site;

use super::field;
use super::ways;

/// The fields that the others start from; nothing in a room that has none.
pub fn ground(page: &Page, send: &Callback<Message>) -> Html {
    let evidence = ways::evidence(page);
    html! {
        if !page.ground.is_empty() {
            <section class="ground" aria-label={site::WHERE.say(page.lang)}>
                { for page.ground.iter().map(|view| html! { <div key={view.id.index()}>{ field::field(view, page.lang, &evidence, send) }</div> }) }
            </section>
        }
    }
}
