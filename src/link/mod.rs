//! The address codec: a scenario as the fragment of an address, and back. Links are for ever.
//!
//! ```text
//! #v1&rate=1200&counts=3-to-15&prevented=0.25&end
//! ```
//!
//! `v1` is the version of this grammar. Then come only the fields that differ from the preset, in the order of the table, each by
//! its key: numbers plainly, shares and rates as fractions, options by their keys. `end` closes the link, so that one cut in half on its way
//! is noticed. Before it stand the visitor's own figures, where they fit ([`own`]). `e=2` after the version would name a later edition of the evidence; without it a link was made with the first.
//! A key is never reused, and what is in `tests/links/` opens for ever.
//!
//! Reading never fails: what can be used is used, and each thing that cannot is a [`Problem`].

pub mod own;

use crate::scenario::Id;
use crate::scenario::Own;
use crate::scenario::Scenario;
use crate::scenario::field::Field;
use crate::units::written::written;
use crate::words::digits;

/// The version of the grammar that [`write`] writes.
pub const VERSION: u32 = 1;

/// The edition of the evidence that this release carries.
pub const EDITION: u32 = 1;

/// What could not be used of a link, or should be known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It does not begin with a version: nothing of it was used.
    NotALink,
    /// It was written by a later version than this; the parts known here were used.
    LaterVersion(u32),
    /// It was made with a later edition of the evidence.
    LaterEvidence(u32),
    /// It has no end mark: the last part named may be cut short.
    CutShort(String),
    /// A key that this release does not know.
    UnknownKey(String),
    /// The value cannot be read, or the field does not allow it; the field keeps the preset's value.
    BadValue(Id, String),
    /// The same key twice: the first value was used.
    Twice(Id),
    /// What cannot be used of the visitor's own figures.
    BadFigure(String),
}

/// What a link says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// The usable part.
    pub scenario: Scenario,
    /// The rest, in the order of the link.
    pub problems: Vec<Problem>,
}

/// The fragment of a scenario, without the `#`.
#[must_use]
pub fn write(scenario: &Scenario) -> String {
    let mut out = format!("v{VERSION}");
    for (id, value) in scenario.changes() {
        let field = id.field();
        out.push('&');
        out.push_str(field.key);
        out.push('=');
        match field.options.get(scenario.option(id)) {
            Some(option) => out.push_str(option.key),
            None => out.push_str(&written(value)),
        }
    }
    if own::fits(scenario.own()) {
        for part in own::write(scenario.own()) {
            out.push('&');
            out.push_str(&part);
        }
    }
    out.push_str("&end");
    out
}

/// What a fragment says, with or without its `#`. An empty one is the preset.
#[must_use]
pub fn read(fragment: &str) -> Opened {
    let mut opened = Opened::default();
    let text = decode(fragment.strip_prefix('#').unwrap_or(fragment));
    if text.is_empty() {
        return opened;
    }
    let mut parts: Vec<&str> = text.split('&').filter(|part| !part.is_empty()).collect();
    let Some(version) = parts.first().and_then(|part| part.strip_prefix('v')).and_then(|v| v.parse::<u32>().ok()).filter(|v| *v > 0) else {
        opened.problems.push(Problem::NotALink);
        return opened;
    };
    parts.remove(0);
    if version > VERSION {
        opened.problems.push(Problem::LaterVersion(version));
    }
    let ended = parts.contains(&"end");
    // What other fields start from comes first, wherever it stands.
    let (first, rest): (Vec<&str>, Vec<&str>) = parts.iter().take_while(|part| **part != "end").partition(|part| is_ground(part));
    let mut figures = Own::default();
    for part in &rest {
        if let Some((key, value)) = part.split_once('=').filter(|(key, _)| key.starts_with(own::PREFIX)) {
            let bad = own::take(key, value, &mut figures).err().unwrap_or_default();
            opened.problems.extend(bad.into_iter().map(Problem::BadFigure));
        }
    }
    opened.scenario = opened.scenario.with_own(figures);
    for part in first.iter().chain(&rest).filter(|part| !part.starts_with(own::PREFIX) || !part.contains('=')) {
        opened.take(part);
    }
    if !ended {
        opened.problems.push(Problem::CutShort(short(parts.last().unwrap_or(&""))));
    }
    opened
}

impl Opened {
    fn take(&mut self, part: &str) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        if key == "e" {
            match value.parse::<u32>() {
                Ok(edition) if edition > EDITION => self.problems.push(Problem::LaterEvidence(edition)),
                Ok(_) => {}
                Err(_) => self.problems.push(Problem::UnknownKey(short(part))),
            }
            return;
        }
        let Some(field) = Field::find(key) else {
            self.problems.push(Problem::UnknownKey(short(key)));
            return;
        };
        if self.scenario.changed(field.id) {
            self.problems.push(Problem::Twice(field.id));
            return;
        }
        match value_of(field, value).and_then(|value| self.scenario.with(field.id, value)) {
            Some(next) => self.scenario = next,
            None => self.problems.push(Problem::BadValue(field.id, short(value))),
        }
    }
}

/// Whether a part of a link sets a field that the presets of others hang on.
fn is_ground(part: &str) -> bool {
    let field = part.split_once('=').and_then(|(key, _)| Field::find(key));
    field.is_some_and(|field| Id::all().any(|other| other.hangs_on(field.id)))
}

#[expect(clippy::cast_precision_loss, reason = "an option's index is tiny")]
fn value_of(field: &Field, text: &str) -> Option<f64> {
    if field.options.is_empty() {
        digits::read(text)
    } else {
        field.options.iter().position(|option| option.key == text).map(|index| index as f64)
    }
}

/// `%26` and the like, as mail programs write them. What is no such mark stays as it stands.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let hex = (*first == b'%').then(|| tail.get(..2)).flatten();
        let byte = hex.and_then(|pair| std::str::from_utf8(pair).ok()).and_then(|pair| u8::from_str_radix(pair, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// At most 40 characters of a stranger's text, for a notice.
fn short(text: &str) -> String {
    let mut out: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}
