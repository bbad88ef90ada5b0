//! The funding streams of the documents: who pays whom, over what it is shared, and what it buys where the documents say both.
//!
//! A stream is a row of `data/streams.csv`; the build makes the statics here of it. What every page needs to offer a stream stands in
//! [`Stream`]; what is said of it at length is its [`Detail`], so that only a page that says it holds it. This module knows figures, and no
//! rule by which anything is shared.

use super::{Figure, Over, Regions, figure};
use crate::words::Text;

include!(concat!(env!("OUT_DIR"), "/streams.rs"));

/// A funding stream.
#[derive(Debug)]
pub struct Stream {
    /// What links call it, for ever.
    pub id: &'static str,
    /// Its name.
    pub name: Text,
    /// How much, in pounds ([`Detail::amount`] says when). None where only posts are published ([`Detail::posts`]).
    pub amount: Option<f64>,
    /// Over what it is shared unless a reader chooses otherwise.
    pub over: Over,
    /// Whether the documents say so; if not it is our choice.
    pub over_stated: bool,
    /// Through which regions it goes.
    pub regions: Regions,
    /// The lever of the model that it pays for, by its name in the contract.
    pub lever: Option<&'static str>,
}

/// What is said of a stream at length.
#[derive(Debug)]
pub struct Detail {
    /// The figure of the amount, whose period says when it is paid.
    pub amount: Option<&'static Figure>,
    /// The posts it pays for, where no amount is published.
    pub posts: Option<&'static Figure>,
    /// The same money as stated or reckoned elsewhere, to stand beside the amount; never to be added.
    pub others: &'static [&'static Figure],
    /// What the amount is made of, so far as it is listed.
    pub items: &'static [&'static Figure],
    /// What it bought, where the documents give both numbers for the same time.
    pub buys: Option<Buys>,
    /// When it is paid.
    pub years: Text,
    /// Who pays.
    pub payer: Text,
    /// Who receives it.
    pub receiver: Text,
    /// What is known of its being tied to a purpose.
    pub ring_fenced: Option<Text>,
    /// What to beware of, and why it is shared as it is.
    pub note: Text,
}

/// How many people or projects a stream supported.
#[derive(Debug)]
pub struct Buys {
    /// How many.
    pub number: &'static Figure,
    /// The part of a year's amount that was spent in the time of that number: a half for six months.
    pub part: f64,
    /// One of them, after "for each".
    pub each: Text,
}

impl Stream {
    /// What is said of it at length.
    #[must_use]
    pub fn detail(&self) -> &'static Detail {
        let at = STREAMS.iter().position(|stream| stream.id == self.id);
        &DETAILS[at.unwrap_or(0)]
    }

    /// Pounds for each one supported, worked out by us; none where the documents do not give both numbers.
    #[must_use]
    pub fn cost_of_one(&self) -> Option<f64> {
        let buys = self.detail().buys.as_ref()?;
        Some(self.amount? * buys.part / buys.number.value)
    }

    /// Pounds of the amount that no listed item accounts for; none where no item is listed.
    #[must_use]
    pub fn not_itemised(&self) -> Option<f64> {
        let items = self.detail().items;
        let sum: f64 = items.iter().map(|item| item.value).sum();
        self.amount.filter(|_| !items.is_empty()).map(|amount| amount - sum)
    }
}

/// The stream with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Stream> {
    STREAMS.iter().find(|stream| stream.id == id)
}
