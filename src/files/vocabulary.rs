//! The words that a file may use for its columns, figures, placements and times, in either language whatever the page's.
//!
//! They are in `src/words/text/files.toml`. Case, spaces, hyphens and apostrophes make no difference. It knows nothing of bytes or rows.

use crate::evidence::streams::{NAMES, STREAMS};
use crate::place::Place;
use crate::place::plain;
use crate::scenario::own::{Item, Per, Placement};
use crate::words::text::files as words;
use crate::words::{Lang, Text};

/// What parts the words of an entry.
const PARTING: &str = " | ";

/// A column of a file of own figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Which place.
    Place,
    /// Which year.
    Year,
    /// What is counted.
    Figure,
    /// The kind of placement, or the name of the grant.
    Kind,
    /// The number.
    Value,
    /// For a cost, whether it is for a week or for a year.
    Per,
}

impl Column {
    /// All of them, in the order of the template.
    pub const ALL: [Self; 6] = [Self::Place, Self::Year, Self::Figure, Self::Kind, Self::Value, Self::Per];

    const fn words(self) -> Text {
        match self {
            Self::Place => words::COLUMN_PLACE,
            Self::Year => words::COLUMN_YEAR,
            Self::Figure => words::COLUMN_FIGURE,
            Self::Kind => words::COLUMN_KIND,
            Self::Value => words::COLUMN_VALUE,
            Self::Per => words::COLUMN_PER,
        }
    }

    /// Its name in the template.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        first(self.words(), lang)
    }
}

/// The figures of the column of that name: an [`Item`] without its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    Children,
    Entries,
    Leavers,
    Placement,
    Cost,
    Grant,
    Weight,
}

impl Figure {
    pub(super) const ALL: [Self; 7] =
        [Self::Children, Self::Entries, Self::Leavers, Self::Placement, Self::Cost, Self::Grant, Self::Weight];

    const fn words(self) -> Text {
        match self {
            Self::Children => words::FIGURE_CHILDREN,
            Self::Entries => words::FIGURE_ENTRIES,
            Self::Leavers => words::FIGURE_LEAVERS,
            Self::Placement => words::FIGURE_PLACEMENT,
            Self::Cost => words::FIGURE_COST,
            Self::Grant => words::FIGURE_GRANT,
            Self::Weight => words::FIGURE_WEIGHT,
        }
    }

    /// The word that is written for it.
    pub(super) fn word(self, lang: Lang) -> &'static str {
        first(self.words(), lang)
    }

    /// Whether the column of kinds says which placement.
    pub(super) const fn has_placement(self) -> bool {
        matches!(self, Self::Placement | Self::Cost)
    }

    const fn of(item: Item) -> Self {
        match item {
            Item::Children => Self::Children,
            Item::Entries => Self::Entries,
            Item::Leavers => Self::Leavers,
            Item::Placed(_) => Self::Placement,
            Item::Cost(..) => Self::Cost,
            Item::Grant(_) => Self::Grant,
            Item::Weight => Self::Weight,
        }
    }
}

const fn placement_words(placement: Placement) -> Text {
    match placement {
        Placement::Foster => words::KIND_FOSTER,
        Placement::FosterInHouse => words::KIND_FOSTER_IN_HOUSE,
        Placement::FosterAgency => words::KIND_FOSTER_AGENCY,
        Placement::Kinship => words::KIND_KINSHIP,
        Placement::Residential => words::KIND_RESIDENTIAL,
        Placement::Secure => words::KIND_SECURE,
        Placement::Parents => words::KIND_PARENTS,
        Placement::Other => words::KIND_OTHER,
    }
}

const fn per_words(per: Per) -> Text {
    match per {
        Per::Week => words::PER_WEEK,
        Per::Year => words::PER_YEAR,
    }
}

/// The word of the column of figures for an item.
#[must_use]
pub fn figure_word(item: Item, lang: Lang) -> &'static str {
    Figure::of(item).word(lang)
}

/// The word of the column of kinds for an item: its placement or its grant. Empty where it has none.
#[must_use]
pub fn kind_word(item: Item, lang: Lang) -> &'static str {
    match item {
        Item::Placed(placement) | Item::Cost(placement, _) => placement_word(placement, lang),
        Item::Grant(id) => STREAMS.iter().zip(&NAMES).find(|(stream, _)| stream.id == id).map_or(id, |(_, name)| name.say(lang)),
        _ => "",
    }
}

/// The word of the last column for an item. Empty for all but costs.
#[must_use]
pub fn per_word(item: Item, lang: Lang) -> &'static str {
    if let Item::Cost(_, per) = item { first(per_words(per), lang) } else { "" }
}

/// The word for a placement.
pub(super) fn placement_word(placement: Placement, lang: Lang) -> &'static str {
    first(placement_words(placement), lang)
}

/// The names of the grants, one after the other.
pub(super) fn grant_names(lang: Lang) -> String {
    NAMES.iter().map(|name| name.say(lang)).collect::<Vec<_>>().join("; ")
}

/// The words for a week and for a year.
pub(super) fn per_names(lang: Lang) -> [&'static str; 2] {
    Per::ALL.map(|per| first(per_words(per), lang))
}

/// The word of an entry that is written: its first.
fn first(text: Text, lang: Lang) -> &'static str {
    let said = text.say(lang);
    said.split_once(PARTING).map_or(said, |(first, _)| first)
}

/// Which list a word is looked up in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    Columns,
    Figures,
    Placements,
    Pers,
    Grants,
    Months,
    Places,
}

/// Every word of every list, folded once, because a large file asks for them a million times.
pub(super) struct Vocabulary(Vec<(List, usize, String)>);

impl Vocabulary {
    /// Folds all the words.
    pub(super) fn new() -> Self {
        let mut all = Vec::with_capacity(300);
        let mut add = |list: List, index: usize, said: &str| all.extend(said.split(PARTING).map(|word| (list, index, fold(word))));
        for lang in Lang::ALL {
            Column::ALL.iter().enumerate().for_each(|(at, column)| add(List::Columns, at, column.words().say(lang)));
            Figure::ALL.iter().enumerate().for_each(|(at, figure)| add(List::Figures, at, figure.words().say(lang)));
            Placement::ALL.iter().enumerate().for_each(|(at, placement)| add(List::Placements, at, placement_words(*placement).say(lang)));
            Per::ALL.iter().enumerate().for_each(|(at, per)| add(List::Pers, at, per_words(*per).say(lang)));
            add(List::Months, 0, words::MONTH_OF_COUNTS.say(lang));
        }
        for (at, (stream, name)) in STREAMS.iter().zip(&NAMES).enumerate() {
            add(List::Grants, at, stream.id);
            for lang in Lang::ALL {
                add(List::Grants, at, name.say(lang));
            }
        }
        for (at, place) in Place::ALL.iter().enumerate() {
            add(List::Places, at, place.key());
            for lang in Lang::ALL {
                add(List::Places, at, place.name().say(lang));
                add(List::Places, at, &place.full_name(lang));
            }
            if let Place::Council(council) = place {
                council.aliases.iter().for_each(|alias| add(List::Places, at, alias));
            }
        }
        Self(all)
    }

    fn find(&self, list: List, cell: &str) -> Option<usize> {
        let cell = Some(fold(cell)).filter(|cell| !cell.is_empty())?;
        self.0.iter().find(|(of, _, word)| *of == list && *word == cell).map(|(_, index, _)| *index)
    }

    /// The column of this name.
    pub(super) fn column(&self, cell: &str) -> Option<Column> {
        self.find(List::Columns, cell).map(|at| Column::ALL[at])
    }

    /// The figure of this name.
    pub(super) fn figure(&self, cell: &str) -> Option<Figure> {
        self.find(List::Figures, cell).map(|at| Figure::ALL[at])
    }

    /// The placement of this name.
    pub(super) fn placement(&self, cell: &str) -> Option<Placement> {
        self.find(List::Placements, cell).map(|at| Placement::ALL[at])
    }

    /// The time of this name.
    pub(super) fn per(&self, cell: &str) -> Option<Per> {
        self.find(List::Pers, cell).map(|at| Per::ALL[at])
    }

    /// The grant of this name.
    pub(super) fn grant(&self, cell: &str) -> Option<&'static str> {
        self.find(List::Grants, cell).map(|at| STREAMS[at].id)
    }

    /// The key of the place of this name, as [`crate::place::resolve`] has it, which would fold every name anew for every row.
    pub(super) fn place(&self, cell: &str) -> Option<&'static str> {
        self.find(List::Places, cell).map(|at| Place::ALL[at].key())
    }

    /// Whether this is the month of the day that counts are of.
    pub(super) fn month_of_counts(&self, cell: &str) -> bool {
        self.find(List::Months, cell).is_some()
    }
}

/// The most letters and digits that count, more than any word or name has.
const LONGEST: usize = 100;

/// Small letters and digits alone, without the accents, spaces and marks that people write in different ways.
fn fold(text: &str) -> String {
    text.chars().map(plain).filter(char::is_ascii_alphanumeric).take(LONGEST).map(|c| c.to_ascii_lowercase()).collect()
}
