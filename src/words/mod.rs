//! The two languages as equals: every visible string, and numbers and dates as people write them.
//!
//! Strings live in `src/words/text/*.toml`, where a translator edits them; the build turns them into [`text`]. This module
//! knows nothing of scenarios, evidence or HTML.

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

/// One string in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Welsh.
    pub cy: &'static str,
}

impl Text {
    /// The string in one language.
    #[must_use]
    pub const fn say(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Cy => self.cy,
        }
    }
}

/// A counted phrase in every plural form of CLDR: zero, one, two, few, many, other.
#[derive(Clone, Copy, Debug)]
pub struct Plural {
    /// English uses `one` and `other`.
    pub en: [&'static str; 6],
    /// Welsh uses all six.
    pub cy: [&'static str; 6],
}

impl Plural {
    /// The phrase for `count`, with `{n}` filled by `n`, the count as it is written.
    #[must_use]
    pub fn say(&self, lang: Lang, count: f64, n: &str) -> String {
        let forms = match lang {
            Lang::En => &self.en,
            Lang::Cy => &self.cy,
        };
        fill(forms[plural_form(lang, count)], &[("n", n)])
    }
}

/// The CLDR plural form of a count: 0 zero, 1 one, 2 two, 3 few, 4 many, 5 other. English has `one` and `other`; Welsh has
/// a form of its own for each of 0, 1, 2, 3 and 6. A count that is not whole takes `other`.
#[must_use]
#[expect(clippy::float_cmp, reason = "the plural rules of CLDR compare exact whole numbers")]
pub fn plural_form(lang: Lang, count: f64) -> usize {
    match lang {
        Lang::En if count == 1.0 => 1,
        Lang::Cy if count == 0.0 => 0,
        Lang::Cy if count == 1.0 => 1,
        Lang::Cy if count == 2.0 => 2,
        Lang::Cy if count == 3.0 => 3,
        Lang::Cy if count == 6.0 => 4,
        Lang::En | Lang::Cy => 5,
    }
}

/// Fills each `{name}` of a template. What is filled in is never read again for braces.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            out.push_str(value);
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}
