//! Plain page data from the state; knows no HTML. So far only the words of a page's head.

use crate::app::address::Room;
use crate::words::{Lang, text};

/// The words of a page's `<head>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Stands on the browser's tab and in search results.
    pub title: String,
    /// Stands below the title in search results.
    pub description: String,
}

/// The words of the head of a room's page.
#[must_use]
pub fn head(_room: Room, lang: Lang) -> Head {
    Head { title: text::site::NAME.say(lang).to_owned(), description: text::site::STRAPLINE.say(lang).to_owned() }
}
