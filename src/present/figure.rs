//! Sentences with figures in them: a figure keeps its exact value beside the words for it.

use crate::words::number;

/// One number of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// Its name on the page, unique there; empty for one that is only words.
    pub name: &'static str,
    /// Unrounded, in the units of the contract; none for a figure that does not exist, such as a payback that never comes.
    pub exact: Option<f64>,
    /// As people read it.
    pub worded: String,
}

impl Figure {
    /// A whole number under a name.
    #[must_use]
    pub fn whole(name: &'static str, value: f64) -> Self {
        Self::new(name, value, number::whole(value))
    }

    /// A figure under a name.
    #[must_use]
    pub fn new(name: &'static str, exact: impl Into<Option<f64>>, worded: String) -> Self {
        Self { name, exact: exact.into(), worded }
    }
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    /// Plain words.
    Words(String),
    /// A figure.
    Figure(Figure),
}

/// A sentence in pieces.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentence(pub Vec<Span>);

/// The sign that stands for figure number `index` while a sentence is put together; see [`Sentence::of`].
const MARKS: [&str; 8] = ["\u{e000}", "\u{e001}", "\u{e002}", "\u{e003}", "\u{e004}", "\u{e005}", "\u{e006}", "\u{e007}"];

/// What to write into a template where figure number `index` (0 to 7) belongs.
#[must_use]
pub fn mark(index: usize) -> &'static str {
    MARKS.get(index).copied().unwrap_or("")
}

impl Sentence {
    /// Puts figures in the places of their [`mark`]s.
    #[must_use]
    pub fn of(text: &str, figures: &[Figure]) -> Self {
        let mut spans = Vec::new();
        let mut words = String::new();
        for c in text.chars() {
            let at = usize::try_from(u32::from(c).wrapping_sub(0xe000)).unwrap_or(usize::MAX);
            match figures.get(at) {
                Some(figure) if at < MARKS.len() => {
                    if !words.is_empty() {
                        spans.push(Span::Words(std::mem::take(&mut words)));
                    }
                    spans.push(Span::Figure(figure.clone()));
                }
                _ => words.push(c),
            }
        }
        if !words.is_empty() {
            spans.push(Span::Words(words));
        }
        Self(spans)
    }

    /// The same, of what is given away.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "let go of here once, and not wherever a sentence is made: the program is smaller")]
    pub fn with(text: String, figures: Vec<Figure>) -> Self {
        Self::of(&text, &figures)
    }

    /// A sentence without figures.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Span::Words(text.into())])
    }

    /// The sentence as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        let piece = |span: &Span| match span {
            Span::Words(words) => words.clone(),
            Span::Figure(figure) => figure.worded.clone(),
        };
        self.0.iter().map(piece).collect()
    }
}
