//! The questions, each with its answer on the published figures.

use crate::app::Room;
use crate::app::State;
use crate::words::text::home as words;

use super::Question;
use super::figure::Figure;
use super::figure::Sentence;
use super::figure::Span;

/// The home page.
#[derive(Clone, Debug, PartialEq)]
pub struct Home {
    /// Its heading.
    pub title: String,
    /// What it offers.
    pub intro: String,
    /// The questions.
    pub cards: Vec<Card>,
    /// What stands behind them: a room, and what it holds.
    pub behind: Vec<(Room, String)>,
}

/// One question with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its room.
    pub room: Room,
    /// What it is called.
    pub title: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: Sentence,
}

/// The home page of a state.
#[must_use]
pub fn home(state: &State) -> Home {
    let lang = state.lang;
    let card = |room: Room, question: String, answer: Sentence| Card {
        room,
        title: super::rooms::name(lang, room).to_owned(),
        question,
        answer: unnamed(answer),
    };
    let answered = |room: Room, ask: fn(&State) -> Question| {
        let asked = ask(state);
        card(room, asked.question, asked.headline)
    };
    let compare = super::compare::compare(state);
    let councils = super::councils::councils(state);
    Home {
        title: words::TITLE.say(lang).to_owned(),
        intro: words::INTRO.say(lang).to_owned(),
        cards: vec![
            answered(Room::Grant, super::grant::question),
            answered(Room::Numbers, super::numbers::question),
            answered(Room::Targets, super::targets::question),
            answered(Room::Edge, super::edge::question),
            answered(Room::Budget, super::budget::question),
            // Nothing stands beside anything yet: what can be asked there instead of an answer.
            card(Room::Compare, compare.question, Sentence::plain(compare.intro)),
            card(Room::Councils, councils.question, councils.headline),
        ],
        behind: vec![
            (Room::Evidence, words::BEHIND_EVIDENCE.say(lang).to_owned()),
            (Room::Method, words::BEHIND_METHOD.say(lang).to_owned()),
        ],
    }
}

/// The same sentence with figures that have no name: names are unique on a page, and several questions stand on this one.
fn unnamed(sentence: Sentence) -> Sentence {
    let span = |span| match span {
        Span::Figure(figure) => Span::Figure(Figure { name: "", ..figure }),
        words @ Span::Words(_) => words,
    };
    Sentence(sentence.0.into_iter().map(span).collect())
}
