//! The two languages as equals: every visible string, and numbers and dates as people write them.
//!
//! Strings live in `src/words/text/*.toml`, where a translator edits them; the build turns them into [`text`]. This module
//! knows nothing of scenarios, evidence or HTML.

pub mod count;
pub mod date;
pub mod digits;
mod figure;
mod list;
pub mod listed;
pub mod number;
mod plural;
pub mod typed;
pub mod year;

pub use list::{list, names};
pub use plural::{Plural, plural_form};

/// Every visible string, made from `src/words/text/*.toml` when the crate is built.
pub mod text {
    include!(concat!(env!("OUT_DIR"), "/text.rs"));
}

/// A language of the page. Neither is the default of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English.
    En,
    /// Welsh (Cymraeg).
    Cy,
}

impl Lang {
    /// Both, in the order of the address.
    pub const ALL: [Self; 2] = [Self::Cy, Self::En];

    /// The BCP 47 code, which is also the first part of an address: `en` or `cy`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Cy => "cy",
        }
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Cy,
            Self::Cy => Self::En,
        }
    }
}

/// What parts the languages of a text that a program holds.
const PARTING: char = '\u{1}';

/// One string in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(Kept);

/// Where a string is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    /// In the program, as one so that there is one address for it and not two: English, a mark that stands in no text, Welsh.
    Here(&'static str),
    /// On the list of each language, by its place there.
    Listed(u16),
}

impl Text {
    /// A text of both languages with the mark between them.
    #[must_use]
    pub const fn of(both: &'static str) -> Self {
        Self(Kept::Here(both))
    }

    /// A text of the lists.
    #[must_use]
    pub const fn listed(at: u16) -> Self {
        Self(Kept::Listed(at))
    }

    /// The string in one language; nothing where the list of that language has not come.
    #[must_use]
    pub fn say(self, lang: Lang) -> &'static str {
        match (self.0, lang) {
            (Kept::Listed(at), _) => listed::say(lang, at),
            (Kept::Here(both), Lang::En) => both.split_once(PARTING).map_or(both, |(en, _)| en),
            (Kept::Here(both), Lang::Cy) => both.split_once(PARTING).map_or(both, |(_, cy)| cy),
        }
    }

    /// The string in one language, filled with values.
    fn filled(self, lang: Lang, values: &[&str]) -> String {
        fill(self.say(lang), values)
    }
}

/// Whether it is a digit or a letter as Welsh, English and their neighbours write them. The standard library's tables of every script would
/// cost each program 2 kB.
#[must_use]
pub const fn alphanumeric(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && !matches!(c, '×' | '÷')
}

/// The small letter of a letter as Welsh, English and their neighbours write them; another is let be. The standard library's tables of every
/// script would cost each program 6 kB.
#[must_use]
pub fn small(c: char) -> char {
    let code = u32::from(c);
    let small = match c {
        'A'..='Z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{de}' => code + 0x20,
        'Ÿ' => 0xff,
        'Ŵ' | 'Ŷ' | 'Ẁ' | 'Ẃ' | 'Ẅ' | 'Ỳ' => code + 1,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// Fills each `{a}` of a template with the first value, `{b}` with the second: so the build writes the names of the texts. What is
/// filled in is never read again for braces.
#[must_use]
fn fill(template: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        let place = name.bytes().next().map_or(usize::MAX, |letter| usize::from(letter.wrapping_sub(b'a')));
        out.push_str(values.get(place).copied().unwrap_or_default());
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the standard's small letters are what these are held against")]
    fn small_letters_are_those_of_the_standard_library() {
        for c in ('\0'..='\u{ff}').chain("ŵŴŷŶẁẀẃẂẅẄỳỲŸâÔïÊûÎ".chars()) {
            assert_eq!(Some(small(c)), c.to_lowercase().next(), "{c}");
        }
    }
}
