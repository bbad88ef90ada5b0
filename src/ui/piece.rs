//! The pieces of a question that are drawn by themselves: each is found again in the page that it is drawn from, and compared with what stood there.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::Message;
use crate::present::Body;
use crate::present::Page;
use crate::present::Question;
use crate::present::chart::Chart;

use super::chart;
use super::part::part;
use super::question::Parts;

/// What stands around every piece of a question.
#[derive(Clone)]
pub struct Around {
    /// The page, which is of a question.
    pub page: Rc<Page>,
    /// What not every room has.
    pub parts: Parts,
    /// What takes messages.
    pub send: Callback<Message>,
}

/// Where a piece stands among its like: in which section, and how many come before it.
pub type At = (usize, usize);

/// Finds a piece in a question.
pub type Find<T> = fn(&Question, At) -> Option<&T>;

/// A piece of a question, drawn as a part by itself.
struct Piece<T: ?Sized + 'static> {
    around: Around,
    at: At,
    find: Find<T>,
    draw: fn(&T, At, &Around, &NodeRef) -> Html,
}

impl<T: ?Sized> Piece<T> {
    fn found(&self) -> Option<&T> {
        let Body::Question(question) = &self.around.page.body else { return None };
        (self.find)(question, self.at)
    }
}

/// What is drawn of a page besides what is found there: its language, and what is read off a chart.
impl<T: PartialEq + ?Sized> PartialEq for Piece<T> {
    fn eq(&self, other: &Self) -> bool {
        let beside = |piece: &Self| (piece.around.page.lang, piece.around.page.pointed, piece.at);
        beside(self) == beside(other) && self.found() == other.found()
    }
}

impl Around {
    /// A piece of the question, drawn again only when it is another.
    pub fn piece<T: PartialEq + ?Sized + 'static>(&self, at: At, find: Find<T>, draw: fn(&T, At, &Self, &NodeRef) -> Html) -> Html {
        let drawn = |piece: &Piece<T>, root: &NodeRef| {
            piece.found().map_or_else(Html::default, |found| (piece.draw)(found, piece.at, &piece.around, root))
        };
        part(at.1, Piece { around: self.clone(), at, find, draw }, drawn)
    }

    /// Charts of a section, each a piece.
    pub fn charts(&self, section: usize, which: Range<usize>, find: Find<(Chart, Option<String>)>) -> Html {
        let draw = |(chart, note): &(Chart, Option<String>), _: At, around: &Self, root: &NodeRef| {
            chart::figure(chart, note.as_deref(), &around.page, around.parts.lines, root, &around.send)
        };
        html! { <>{ for which.map(|n| self.piece((section, n), find, draw)) }</> }
    }
}
