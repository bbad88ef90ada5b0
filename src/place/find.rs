//! A place by what people type: in either language whatever the page's, with or without accents, hyphens, apostrophes and spaces.
//!
//! Nothing here is a list of names of its own: names, codes, ids and aliases are those of the tables. It knows nothing of the page.

use super::Place;
use crate::units::order::ordered;
use crate::words::Lang;

/// The most that [`search`] offers.
const MOST: usize = 8;

/// From so many letters on, a match in the middle of a word counts too.
const ENOUGH: usize = 3;

/// How well a name fits, best first.
const EXACT: u8 = 0;
const WORD: u8 = 1;
const PREFIX: u8 = 2;
const WORD_PREFIX: u8 = 3;
const WITHIN: u8 = 4;

/// The places that `query` may mean, best first, at most eight: the whole name, a word of it, its beginning, the beginning of a word,
/// anything within. Equals keep the order of [`Place::ALL`]. Nothing typed finds nothing.
#[must_use]
pub fn search(query: &str) -> Vec<Place> {
    let query = fold(query).concat();
    let found: Vec<(u8, Place)> = Place::ALL.iter().filter_map(|place| Some((rank(*place, &query)?, *place))).collect();
    ordered(&found, &|a, b| a.0.cmp(&b.0)).into_iter().take(MOST).map(|(_, place)| place).collect()
}

/// The one place that `text` names in full: by name in either language, code, id or alias. Where a council and a board share a name
/// (Powys) the council is meant; the board goes by its full name.
#[must_use]
pub fn resolve(text: &str) -> Option<Place> {
    let text = fold(text).concat();
    let is = |place: &Place| names(*place).iter().any(|name| !text.is_empty() && fold(name).concat() == text);
    Place::ALL.iter().copied().find(is)
}

/// All that a place is called. A board's name stands within its full name.
fn names(place: Place) -> Vec<String> {
    let mut names: Vec<String> = Lang::ALL.iter().map(|lang| place.name().say(*lang).to_owned()).collect();
    names.push(place.key().to_owned());
    if let Place::Council(council) = place {
        names.extend(council.aliases.iter().map(|alias| (*alias).to_owned()));
    }
    if place.is_board() {
        names.extend(Lang::ALL.iter().map(|lang| place.full_name(*lang)));
    }
    names
}

/// How well the best name of a place fits, if any does.
fn rank(place: Place, query: &str) -> Option<u8> {
    names(place).iter().filter_map(|name| fits(&fold(name), query)).min()
}

/// How well one name, as folded words, fits.
fn fits(words: &[String], query: &str) -> Option<u8> {
    let whole = words.concat();
    // Byte by byte: the standard search for a text within a text costs each program more than it saves time.
    let within = || whole.as_bytes().windows(query.len()).any(|part| part == query.as_bytes());
    if query.is_empty() || !within() {
        return None;
    }
    let from = |at: usize| words[at..].concat();
    let ends = |at: usize| (at..words.len()).any(|end| words[at..=end].concat() == query);
    let starts = |at: usize| from(at).starts_with(query);
    if whole == query {
        Some(EXACT)
    } else if (0..words.len()).any(ends) {
        Some(WORD)
    } else if starts(0) {
        Some(PREFIX)
    } else if (1..words.len()).any(starts) {
        Some(WORD_PREFIX)
    } else {
        (query.len() >= ENOUGH).then_some(WITHIN)
    }
}

/// The words of a text in small letters without accents. Spaces and hyphens part words; an apostrophe joins.
fn fold(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in text.chars().map(plain) {
        if letter.is_whitespace() || letter == '-' || letter == '\u{2010}' || letter == '\u{2011}' {
            words.push(String::new());
        } else if let Some(word) = words.last_mut().filter(|_| letter.is_ascii_alphanumeric()) {
            word.push(letter.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A letter without its accent. (Accents that stand alone are left to whoever folds, who drops all else that is no letter.)
pub(crate) const fn plain(letter: char) -> char {
    match letter {
        'â' | 'á' | 'à' | 'ä' | 'Â' | 'Á' | 'À' | 'Ä' => 'a',
        'ê' | 'é' | 'è' | 'ë' | 'Ê' | 'É' | 'È' | 'Ë' => 'e',
        'î' | 'í' | 'ì' | 'ï' | 'Î' | 'Í' | 'Ì' | 'Ï' => 'i',
        'ô' | 'ó' | 'ò' | 'ö' | 'Ô' | 'Ó' | 'Ò' | 'Ö' => 'o',
        'û' | 'ú' | 'ù' | 'ü' | 'Û' | 'Ú' | 'Ù' | 'Ü' => 'u',
        'ŵ' | 'ẃ' | 'ẁ' | 'ẅ' | 'Ŵ' | 'Ẃ' | 'Ẁ' | 'Ẅ' => 'w',
        'ŷ' | 'ý' | 'ỳ' | 'ÿ' | 'Ŷ' | 'Ý' | 'Ỳ' | 'Ÿ' => 'y',
        other => other,
    }
}
