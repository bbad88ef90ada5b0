//! Wales, its 22 councils, the four regional education consortia as they stood when the grants of the evidence were paid, and the
//! seven regional partnership boards; one type for whichever of them a reader picks.
//!
//! The tables are `src/place/data/*.csv`; `build/place.rs` checks them. [`search`] and [`resolve`] find a place by what people type.
//! This module knows the evidence (for counts and sources) and nothing of the model or the page.

mod alike;
mod find;
mod numbers;

use crate::evidence::{Document, Regions, counts, counts::AreaCount};
use crate::words::{Lang, Text, text::place as words};

pub use alike::{ALIKE, ALIKE_YEAR};
pub(crate) use find::plain;
pub use find::{resolve, search};
pub use numbers::Away;

include!(concat!(env!("OUT_DIR"), "/place.rs"));

/// The code of Wales.
pub const WALES_CODE: &str = "W92000004";

/// The name of Wales.
pub const WALES: Text = Text::of("Wales\u{1}Cymru");

/// One of the 22 councils.
#[derive(Debug)]
pub struct Council {
    /// The code of the Office for National Statistics, which ranks ties.
    pub code: &'static str,
    /// Its name.
    pub name: Text,
    /// A label of at most five letters, for a hexagon; no two councils share one.
    pub short: Text,
    /// Other names by which people know it, such as `RCT`.
    pub aliases: &'static [&'static str],
    /// The education consortium that it belonged to.
    pub consortium: &'static Region,
    /// The regional partnership board that it belongs to.
    pub board: &'static Region,
    /// Column and row of its hexagon; odd rows stand half a hexagon to the right, and rows count from south to north.
    pub hex: (i8, i8),
    /// Children looked after at 31 March 2018, by age.
    pub counts: &'static AreaCount,
}

/// Which kind of region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionKind {
    /// A regional education consortium.
    Consortium,
    /// A regional partnership board.
    Board,
}

/// A region: councils that a body serves together.
#[derive(Debug)]
pub struct Region {
    /// For ever: a consortium's initials (`CSC`, `EAS`, `ERW`, `GwE`), a board's name in English and kebab case (`west-wales`).
    pub id: &'static str,
    /// Which kind.
    pub kind: RegionKind,
    /// A consortium's full name; of a board the area only ([`Place::full_name`] has the rest).
    pub name: Text,
    /// Where its membership is from; none where that was not seen.
    pub document: Option<&'static Document>,
    /// Whether its members were found by taking the other three from the 22.
    pub by_elimination: bool,
    /// What to beware of, and how sure its membership is. Only the evidence page says it, so only that page holds it.
    #[cfg(feature = "ssr")]
    pub note: Text,
}

impl Region {
    /// Whether this council belongs to it.
    #[must_use]
    pub fn holds(&self, council: &Council) -> bool {
        let region = match self.kind {
            RegionKind::Consortium => council.consortium,
            RegionKind::Board => council.board,
        };
        region.id == self.id
    }

    /// Its councils, from north to south.
    pub fn councils(&self) -> impl Iterator<Item = &'static Council> {
        COUNCILS.iter().filter(move |council| self.holds(council))
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

/// Whichever place a reader picks.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// All of Wales.
    Wales,
    /// One council.
    Council(&'static Council),
    /// A consortium or a board.
    Region(&'static Region),
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Place {}

impl Place {
    /// Every place, in an order that is for ever: Wales, the councils in their order, the consortia, the boards.
    pub const ALL: &'static [Self; 34] = &PLACES;

    /// What links and files call it: the code of the Office for National Statistics, or the id of a region.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Wales => WALES_CODE,
            Self::Council(council) => council.code,
            Self::Region(region) => region.id,
        }
    }

    /// The place with exactly this key.
    #[must_use]
    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|place| place.key() == key)
    }

    /// Its name; of a board the area only, which may also be the name of a council (Powys).
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Wales => WALES,
            Self::Council(council) => council.name,
            Self::Region(region) => region.name,
        }
    }

    /// Its name such that no other place has it: a board says that it is one.
    #[must_use]
    pub fn full_name(self, lang: Lang) -> String {
        let name = self.name().say(lang);
        if self.is_board() { words::BoardName { name }.say(lang) } else { name.to_owned() }
    }

    /// What kind of place it is, in words.
    #[must_use]
    pub fn kind(self) -> Text {
        match self {
            Self::Wales => words::KIND_COUNTRY,
            Self::Council(_) => words::KIND_COUNCIL,
            Self::Region(_) if self.is_board() => words::KIND_BOARD,
            Self::Region(_) => words::KIND_CONSORTIUM,
        }
    }

    /// Its councils, from north to south: all 22, the one, or those of the region.
    pub fn councils(self) -> impl Iterator<Item = &'static Council> {
        COUNCILS.iter().filter(move |council| match self {
            Self::Wales => true,
            Self::Council(own) => own.code == council.code,
            Self::Region(region) => region.holds(council),
        })
    }

    /// Whether it is one council.
    #[must_use]
    pub const fn is_council(self) -> bool {
        matches!(self, Self::Council(_))
    }

    /// Whether it is a regional partnership board.
    #[must_use]
    pub fn is_board(self) -> bool {
        matches!(self, Self::Region(region) if region.kind == RegionKind::Board)
    }
}

/// The council with this code.
#[must_use]
pub fn council_by_code(code: &str) -> Option<&'static Council> {
    COUNCILS.iter().find(|council| council.code == code)
}

/// The regions of a kind of the evidence; none for collaboratives, whose councils were not seen.
#[must_use]
pub fn regions(regions: Regions) -> &'static [Region] {
    match regions {
        Regions::Consortia => &CONSORTIA,
        Regions::Boards => &BOARDS,
        Regions::None | Regions::Collaboratives => &[],
    }
}
