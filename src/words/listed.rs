//! The texts that a program of the page does not hold itself. They are sent beside it, a list for each language, so that nobody waits for a
//! language they do not read. Knows nothing of how they are sent.

use std::cell::RefCell;
use std::sync::OnceLock;

use super::Lang;

/// The lists that have come.
static LISTS: [OnceLock<Vec<&'static str>>; 2] = [const { OnceLock::new() }; 2];

fn list(lang: Lang) -> &'static OnceLock<Vec<&'static str>> {
    &LISTS[usize::from(lang == Lang::Cy)]
}

/// What is to be done once the list of a language has come.
type Waiting = (Lang, Box<dyn FnOnce()>);

thread_local! {
    static WAITING: RefCell<Option<Waiting>> = const { RefCell::new(None) };
}

/// Takes the list of a language, a text a line. It stays for as long as the program runs; another one after it is let be.
pub fn take(lang: Lang, texts: String) {
    list(lang).get_or_init(|| String::leak(texts).split('\n').collect());
    if let Some((_, act)) = WAITING.with_borrow_mut(|waiting| waiting.take_if(|(of, _)| *of == lang)) {
        act();
    }
}

/// Does something at once where everything can be said in a language, or else once its list has come; the last thing asked for, and once.
pub fn when_it_can_say(lang: Lang, act: impl FnOnce() + 'static) {
    if can_say(lang) {
        return act();
    }
    WAITING.set(Some((lang, Box::new(act))));
}

/// Whether something waits for a list.
#[must_use]
pub fn waits() -> bool {
    WAITING.with_borrow(Option::is_some)
}

/// Whether everything can be said in a language. What holds its texts itself can always.
#[must_use]
pub fn can_say(lang: Lang) -> bool {
    cfg!(not(all(target_arch = "wasm32", feature = "web"))) || list(lang).get().is_some()
}

/// The text of a list by its place on it; nothing where the list has not come.
pub(super) fn say(lang: Lang, at: u16) -> &'static str {
    list(lang).get().and_then(|list| list.get(usize::from(at))).copied().unwrap_or_default()
}

/// The list of a language, to be sent beside the programs.
#[cfg(feature = "ssr")]
#[must_use]
pub const fn whole(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!(concat!(env!("OUT_DIR"), "/list-en.txt")),
        Lang::Cy => include_str!(concat!(env!("OUT_DIR"), "/list-cy.txt")),
    }
}
