//! The two pages that are only read: the method and the accessibility statement, as plain data. It knows no HTML.
//!
//! What stands on a page, and in which order, is one table a page; the words are in `src/words/text/{method,access}.toml`. The worked
//! examples beside the method's equations are computed by the model each time the page is made, from the figures of the register.

mod access;
mod method;
mod worked;

use crate::words::Lang;
use crate::words::Text;
use crate::words::text::access as access_words;
use crate::words::text::method as words;

use super::footnotes::Chapter;

use worked::Worked;

/// A page of headed paragraphs.
#[derive(Clone, Debug, PartialEq)]
pub struct Prose {
    /// Its language.
    pub lang: Lang,
    /// What it is headed with.
    pub title: String,
    /// What it is about.
    pub intro: String,
    /// What the list of its sections is called, where it has one.
    pub contents: Option<String>,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// Some items under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its id in the page, the same in both languages.
    pub id: &'static str,
    /// What it is called.
    pub heading: String,
    /// What it says, in order.
    pub items: Vec<Item>,
}

impl Section {
    /// The ids of the figures of the register in its examples, in order, each once.
    #[must_use]
    pub fn cites(&self) -> Vec<&'static str> {
        let mut ids = Vec::new();
        let lines = self.items.iter().filter_map(Item::example).flat_map(|example| &example.lines);
        for piece in lines.flatten() {
            match piece {
                Piece::Source { id, .. } | Piece::Result { figure: Some(id), .. } if !ids.contains(id) => ids.push(*id),
                _ => {}
            }
        }
        ids
    }
}

/// One thing that a section says.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A paragraph.
    Paragraph(String),
    /// Points in no order of rank.
    List(Vec<String>),
    /// A line of symbols, or of what is typed, with what it means, and the same with numbers beside it.
    Equation {
        /// The symbols, the same in both languages.
        symbols: String,
        /// The same in words.
        words: String,
        /// The same with numbers.
        example: Option<Example>,
    },
    /// An example of what the paragraph before it says.
    Example(Example),
    /// Rows of numbers.
    Table(Table),
}

impl Item {
    /// The example that it is or has.
    #[must_use]
    pub const fn example(&self) -> Option<&Example> {
        match self {
            Self::Example(example) | Self::Equation { example: Some(example), .. } => Some(example),
            _ => None,
        }
    }
}

/// An equation with numbers put in, so that a reader can follow it with a pocket calculator.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// What is worked out.
    pub title: String,
    /// The sums, line by line.
    pub lines: Vec<Vec<Piece>>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words and symbols.
    Words(String),
    /// A figure of the register.
    Source {
        /// Its id there.
        id: &'static str,
        /// As it is put into the sum.
        said: String,
    },
    /// What the model makes of them.
    Result {
        /// Its name on the page, unique there.
        name: String,
        /// Its id in the register, where it stands there too.
        figure: Option<&'static str>,
        /// Unrounded.
        exact: f64,
        /// As people read it.
        said: String,
    },
}

/// Rows of numbers, each row named by its first cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// What its columns are called.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// What its columns come to, where they come to anything.
    pub total: Option<Vec<String>>,
}

/// The method page.
#[must_use]
pub fn method(lang: Lang) -> Prose {
    let worked = Worked::new(lang);
    let contents = Some(words::CONTENTS.say(lang).to_owned());
    Prose { contents, ..prose(lang, words::TITLE, words::INTRO, method::METHOD, worked.as_ref()) }
}

/// The accessibility statement.
#[must_use]
pub fn accessibility(lang: Lang) -> Prose {
    prose(lang, access_words::TITLE, access_words::INTRO, access::ACCESSIBILITY, None)
}

/// A section before a language is chosen: its id and heading, its items.
type Outline = (&'static Chapter, &'static [Part]);

/// An item before a language is chosen. An example that the model refuses to compute is left out; a test sees to it that none is.
enum Part {
    Paragraph(Text),
    List(&'static [Text]),
    Equation(Text, Text),
    Worked(Text, Text, fn(&Worked) -> Option<Example>),
    Example(fn(&Worked) -> Option<Example>),
    Table(fn(&Worked) -> Table),
}

fn prose(lang: Lang, title: Text, intro: Text, outlines: &[Outline], worked: Option<&Worked>) -> Prose {
    let say = |text: Text| text.say(lang).to_owned();
    let section = |(chapter, parts): &Outline| Section {
        id: chapter.id,
        heading: say(chapter.heading),
        items: parts.iter().filter_map(|part| item(lang, part, worked)).collect(),
    };
    let sections = outlines.iter().map(section).collect();
    Prose { lang, title: say(title), intro: say(intro), contents: None, sections }
}

fn item(lang: Lang, part: &Part, worked: Option<&Worked>) -> Option<Item> {
    let say = |text: Text| text.say(lang).to_owned();
    Some(match *part {
        Part::Paragraph(text) => Item::Paragraph(say(text)),
        Part::List(entries) => Item::List(entries.iter().map(|entry| say(*entry)).collect()),
        Part::Equation(symbols, words) => Item::Equation { symbols: say(symbols), words: say(words), example: None },
        Part::Worked(symbols, words, example) => {
            Item::Equation { symbols: say(symbols), words: say(words), example: worked.and_then(example) }
        }
        Part::Example(example) => Item::Example(worked.and_then(example)?),
        Part::Table(table) => Item::Table(table(worked?)),
    })
}
