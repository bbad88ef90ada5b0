//! The elements that every page is full of: a line of words in a paragraph or a span. Each is made here once; written out at each place
//! they would be a fifth of a program.

use yew::prelude::*;

/// A paragraph of words; without a class where that is empty.
pub fn paragraph(class: &'static str, words: &str) -> Html {
    html! { <p class={(!class.is_empty()).then_some(class)}>{ joined(words) }</p> }
}

/// Words in which no line ends between a sign and its amount.
pub fn joined(words: &str) -> String {
    let mut before = ' ';
    let glued = |letter: char| {
        let joins = matches!((std::mem::replace(&mut before, letter), letter), ('+' | '−', '£'));
        joins.then_some('\u{2060}').into_iter().chain([letter])
    };
    words.chars().flat_map(glued).collect()
}

/// A span of words; without a class where that is empty.
pub fn span(class: &'static str, words: &str) -> Html {
    html! { <span class={(!class.is_empty()).then_some(class)}>{ words.to_owned() }</span> }
}

/// What a control or a link is about, for those who hear it by itself.
pub fn hidden(what: &str) -> Html {
    span("hidden", &[": ", what].concat())
}

/// The heads of a table's columns.
pub fn heads<T: AsRef<str>>(heads: impl IntoIterator<Item = T>) -> Html {
    html! { <thead><tr>{ for heads.into_iter().map(|one| head(one.as_ref())) }</tr></thead> }
}

fn head(words: &str) -> Html {
    html! { <th scope="col">{ words.to_owned() }</th> }
}
