//! Wales, its 22 councils, and the four regional education consortia as they stood when the grants of the evidence were paid.
//!
//! The tables are `src/place/data/*.csv`; `build/place.rs` checks them. Partnership boards and map positions wait there until a page
//! uses them. This module knows the evidence (for counts and sources) and nothing of the model or the page.

use crate::evidence::{Document, counts, counts::AreaCount};
use crate::words::{Lang, Text};

include!(concat!(env!("OUT_DIR"), "/place.rs"));

/// The code of Wales.
pub const WALES_CODE: &str = "W92000004";

/// The name of Wales.
pub const WALES: Text = Text { en: "Wales", cy: "Cymru" };

/// One of the 22 councils.
#[derive(Debug)]
pub struct Council {
    /// The code of the Office for National Statistics, which ranks ties.
    pub code: &'static str,
    /// Its name.
    pub name: Text,
    /// The education consortium that it belonged to.
    pub consortium: &'static Consortium,
    /// Children looked after at 31 March 2018, by age.
    pub counts: &'static AreaCount,
}

/// A regional education consortium.
#[derive(Debug)]
pub struct Consortium {
    /// The short name by which it is known: `CSC`, `EAS`, `ERW`, `GwE`.
    pub id: &'static str,
    /// Its full name.
    pub name: Text,
    /// Where its membership is from.
    pub document: &'static Document,
    /// Whether its members were found by taking the other three from the 22.
    pub by_elimination: bool,
    /// What to beware of.
    #[cfg(feature = "ssr")]
    pub note: Text,
}

impl Consortium {
    /// Its councils, from north to south.
    pub fn councils(&self) -> impl Iterator<Item = &'static Council> {
        COUNCILS.iter().filter(move |council| council.consortium.id == self.id)
    }

    /// Children looked after at 31 March 2018: the sum of its councils' rounded counts.
    #[must_use]
    pub fn children(&self) -> f64 {
        self.councils().map(|council| council.counts.children).sum()
    }

    /// Our estimate of those aged 3 to 15.
    #[must_use]
    pub fn aged_3_to_15(&self) -> f64 {
        self.councils().map(|council| council.counts.aged_3_to_15()).sum()
    }
}

/// The council with this code.
#[must_use]
pub fn council_by_code(code: &str) -> Option<&'static Council> {
    COUNCILS.iter().find(|council| council.code == code)
}

/// The consortium with this id.
#[must_use]
pub fn consortium_by_id(id: &str) -> Option<&'static Consortium> {
    CONSORTIA.iter().find(|consortium| consortium.id == id)
}

/// The name of Wales, of a council or of a consortium, by code or id.
#[must_use]
pub fn name(code: &str, lang: Lang) -> Option<&'static str> {
    let name = if code == WALES_CODE {
        Some(WALES)
    } else {
        council_by_code(code).map(|council| council.name).or_else(|| consortium_by_id(code).map(|consortium| consortium.name))
    };
    name.map(|name| name.say(lang))
}
