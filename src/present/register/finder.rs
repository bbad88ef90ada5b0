//! What figures can be searched and filtered by. The searching itself is `www/register.js`, which knows no words.

use crate::evidence::DOCUMENTS;
use crate::evidence::Document;
use crate::evidence::FIGURES;
use crate::evidence::Figure;
use crate::evidence::Status;
use crate::evidence::Topic;
use crate::words::Lang;
use crate::words::Text;
use crate::words::text::register as words;

/// The words of the search, and what can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finder {
    /// What the search as a whole is called.
    pub name: String,
    /// What the box for words is called, and what it looks in.
    pub search: (String, String),
    /// What can be chosen: topics, documents, kinds of figure.
    pub choices: [Choices; 3],
    /// What the button that shows all again says.
    pub reset: String,
    /// How many of how many are shown, with `{shown}` and `{all}` to be filled in.
    pub shown: String,
    /// How many figures there are.
    pub all: usize,
    /// What is said where nothing is found.
    pub none: String,
}

/// One list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// What a row is asked for: `topic`, `document`, `status`.
    pub by: &'static str,
    /// What the list is called.
    pub label: String,
    /// What the choice of everything is called.
    pub every: String,
    /// The value of each choice, what it is called, and how many figures it has.
    pub options: Vec<(String, String, usize)>,
}

/// What can be asked of the register in a language.
pub(super) fn finder(lang: Lang) -> Finder {
    let say = |text: Text| text.say(lang).to_owned();
    Finder {
        name: say(words::FIND),
        search: (say(words::SEARCH), say(words::SEARCH_HELP)),
        choices: [topics(lang), documents(lang), statuses(lang)],
        reset: say(words::RESET),
        shown: words::Shown { shown: "{shown}", all: "{all}" }.say(lang),
        all: FIGURES.len(),
        none: say(words::NONE_FOUND),
    }
}

fn choices(lang: Lang, by: &'static str, (label, every): (Text, Text), options: Vec<(String, String, usize)>) -> Choices {
    let options = options.into_iter().filter(|(_, _, count)| *count > 0).collect();
    Choices { by, label: label.say(lang).to_owned(), every: every.say(lang).to_owned(), options }
}

fn count(asked: impl Fn(&Figure) -> bool) -> usize {
    FIGURES.iter().filter(|figure| asked(figure)).count()
}

fn topics(lang: Lang) -> Choices {
    let option = |topic: &Topic| (super::topic_id(*topic), topic.name().say(lang).to_owned(), count(|figure| figure.topic == *topic));
    choices(lang, "topic", (words::TOPIC, words::EVERY_TOPIC), Topic::ALL.iter().map(option).collect())
}

fn documents(lang: Lang) -> Choices {
    let option = |document: &&Document| (document.id.to_owned(), document.title.say(lang).to_owned(), document.figures().count());
    choices(lang, "document", (words::DOCUMENT, words::EVERY_DOCUMENT), DOCUMENTS.iter().map(option).collect())
}

fn statuses(lang: Lang) -> Choices {
    let option = |status: &Status| (key(*status).to_owned(), status.name().say(lang).to_owned(), count(|figure| figure.status == *status));
    choices(lang, "status", (words::STATUS, words::EVERY_STATUS), Status::ALL.iter().map(option).collect())
}

/// What stands for a kind of figure in the page, the same in both languages.
#[must_use]
pub const fn key(status: Status) -> &'static str {
    match status {
        Status::Published => "published",
        Status::Derived => "derived",
        Status::Assumption => "assumption",
    }
}
