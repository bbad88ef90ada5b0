//! The address codec: a scenario as the fragment of an address, and back. Links are for ever.
//!
//! ```text
//! #v1&rate=1200&counts=3-to-15&prevented=0.25&end
//! ```
//!
//! `v1` is the version of this grammar. Then come only the fields that differ from the preset, in the order of the table, each by
//! its key: numbers plainly, shares and rates as fractions, options by their keys. `end` closes the link, so that one cut in half on its way
//! is noticed. Before it stand ranges (`prevented~=0.1:0.3`, or `prevented~=none`), what the visitor called things ([`named`]), and the
//! visitor's own figures, where they fit ([`own`]). After it stand the scenarios to be read beside it, each as a link of its own after
//! `with`: `#v1&…&end&with&v1&…&end`. `e=2` after the version would name a later edition of the evidence; without it a link was made with the first.
//! A key is never reused, and what is in `tests/links/` opens for ever.
//!
//! Reading never fails: what can be used is used, and each thing that cannot is a [`Problem`].

mod named;
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
    /// A range that cannot be used; the field keeps the evidence's.
    BadRange(Id, String),
    /// More scenarios stand beside this one than can be shown; those beyond were left out.
    TooMany,
    /// What was to be set beside is no link: nothing was.
    NothingBeside,
    /// Of a scenario beside the first, by its place among those.
    Beside(usize, Box<Problem>),
}

impl Problem {
    /// Whether what it is about is a link at all.
    #[must_use]
    pub fn is_read(&self) -> bool {
        match self {
            Self::Beside(_, problem) => problem.is_read(),
            problem => *problem != Self::NotALink,
        }
    }

    /// The same where the whole link is set beside a scenario, after as many others.
    #[must_use]
    pub fn set_beside(self, others: usize) -> Self {
        match self {
            Self::Beside(at, problem) => Self::Beside(at + others + 1, problem),
            Self::TooMany => Self::TooMany,
            problem => Self::Beside(others, Box::new(problem)),
        }
    }
}

/// What a link says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// The usable part.
    pub scenario: Scenario,
    /// The rest, in the order of the link.
    pub problems: Vec<Problem>,
}

/// What parts a scenario from the next that is to be read beside it.
const BESIDE: &str = "&with&";

/// What follows the key of a field where its range is told.
const RANGE: char = '~';

/// The fragment of a scenario, without the `#`.
#[must_use]
pub fn write(scenario: &Scenario) -> String {
    written_where(scenario, own::fits)
}

/// The same with all of the visitor's own figures, however many: for what is no address, a file or the device.
#[must_use]
pub fn whole(scenario: &Scenario) -> String {
    written_where(scenario, |_| true)
}

/// Own figures are told where they are to be told.
fn written_where(scenario: &Scenario, told: fn(&Own) -> bool) -> String {
    let mut out = alone(scenario, None, told);
    for other in scenario.beside() {
        out.push_str(BESIDE);
        out.push_str(&alone(other, Some(scenario.own()), told));
    }
    out
}

/// A scenario without those beside it. Figures of the visitor's own that it has in common with the first are told once.
fn alone(scenario: &Scenario, first: Option<&Own>, told: fn(&Own) -> bool) -> String {
    let mut out = format!("v{VERSION}");
    for (id, value) in scenario.changes() {
        out.extend(["&", &id.key(), "="]);
        match id.field().options.get(scenario.option(id)) {
            Some(option) => out.push_str(option.key),
            None => out.push_str(&written(value)),
        }
    }
    for (id, range) in scenario.range_changes() {
        let said = range.map_or_else(|| NO_RANGE.to_owned(), |(low, high)| [&*written(low), ":", &written(high)].concat());
        out.extend(["&", &id.key()]);
        out.push(RANGE);
        out.extend(["=", &said]);
    }
    named::write(scenario, &mut out);
    if first.is_some_and(|first| scenario.own().is_empty() && !first.is_empty()) {
        out.extend(["&", own::NONE]);
    } else if first != Some(scenario.own()) && told(scenario.own()) {
        for part in own::write(scenario.own()) {
            out.extend(["&", &part]);
        }
    }
    out.push_str("&end");
    out
}

/// What stands for no range, and between the ends of one.
const NO_RANGE: &str = "none";
const BETWEEN: char = ':';

/// What a fragment says, with or without its `#`. An empty one is the preset.
#[must_use]
pub fn read(fragment: &str) -> Opened {
    let text = decode(fragment.strip_prefix('#').unwrap_or(fragment));
    let (first, others) = parted(&text);
    let mut opened = read_alone(first, &Own::default());
    let others: Vec<Opened> =
        others.into_iter().filter(|part| !part.is_empty()).map(|part| read_alone(part, opened.scenario.own())).collect();
    let beside: Vec<Scenario> = others.iter().map(|other| other.scenario.clone()).collect();
    opened.scenario = opened.scenario.with_beside(&beside);
    if beside.len() > opened.scenario.beside().len() {
        opened.problems.push(Problem::TooMany);
    }
    let of = |(at, other): (usize, Opened)| other.problems.into_iter().map(move |problem| Problem::Beside(at, Box::new(problem)));
    opened.problems.extend(others.into_iter().enumerate().flat_map(of));
    // Cut within what announces another scenario.
    let rest = text.rmatch_indices('&').find_map(|(at, _)| text.get(at..)?.strip_prefix("&end")).unwrap_or_default();
    if !rest.is_empty() && BESIDE.starts_with(rest) {
        opened.problems.push(Problem::CutShort(short(rest)));
    }
    opened
}

/// The first scenario and those to be read beside it. (The standard search for a text in another is 3 kB of each program.)
fn parted(text: &str) -> (&str, Vec<&str>) {
    let ends = || text.match_indices('&').map(|(at, _)| at).filter(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(BESIDE)));
    let starts = ends().map(|at| at + BESIDE.len());
    let to = ends().skip(1).chain([text.len()]);
    let others = starts.zip(to).map(|(from, to)| text.get(from..to).unwrap_or_default()).collect();
    (text.get(..ends().next().unwrap_or(text.len())).unwrap_or_default(), others)
}

fn read_alone(text: &str, first: &Own) -> Opened {
    let mut opened = Opened::default();
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
    let (ground, rest): (Vec<&str>, Vec<&str>) = parts.iter().take_while(|part| **part != "end").partition(|part| is_ground(part));
    let is_figure = |part: &&&str| part.starts_with(own::PREFIX) && part.bytes().any(|byte| byte == b'=');
    let mut figures = if rest.iter().any(|part| is_figure(&part) || *part == own::NONE) { Own::default() } else { first.clone() };
    for (key, value) in rest.iter().filter(is_figure).filter_map(|part| part.split_once('=')) {
        let bad = own::take(key, value, &mut figures).err().unwrap_or_default();
        opened.problems.extend(bad.into_iter().map(Problem::BadFigure));
    }
    opened.scenario = opened.scenario.with_own(figures);
    for part in ground.iter().chain(&rest).filter(|part| !is_figure(part) && **part != own::NONE) {
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
        if let Some(named) = named::read(&self.scenario, key, value) {
            self.scenario = named;
            return;
        }
        let (row, ranged) = key.strip_suffix(RANGE).map_or((key, false), |row| (row, true));
        let Some(id) = Id::find(row) else {
            self.problems.push(Problem::UnknownKey(short(key)));
            return;
        };
        if if ranged { self.scenario.range_changed(id) } else { self.scenario.changed(id) } {
            self.problems.push(Problem::Twice(id));
            return;
        }
        let next = if ranged {
            self::ranged(&self.scenario, id, value)
        } else {
            value_of(id.field(), value).and_then(|value| self.scenario.with(id, value))
        };
        match next {
            Some(next) => self.scenario = next,
            None if ranged => self.problems.push(Problem::BadRange(id, short(value))),
            None => self.problems.push(Problem::BadValue(id, short(value))),
        }
    }
}

/// Whether a part of a link sets a field that the presets of others hang on.
fn is_ground(part: &str) -> bool {
    let id = part.split_once('=').and_then(|(key, _)| Id::find(key));
    id.is_some_and(|id| Id::every().any(|other| other.hangs_on(id)))
}

/// The scenario with the range that a part of a link tells, or without one.
fn ranged(scenario: &Scenario, id: Id, text: &str) -> Option<Scenario> {
    if text == NO_RANGE {
        return scenario.with_range(id, None);
    }
    let (low, high) = text.split_once(BETWEEN)?;
    scenario.with_range(id, Some((digits::read(low)?, digits::read(high)?)))
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
    unescape(text, b'%')
}

/// A mark with two hexadecimal digits as the byte that they stand for.
fn unescape(text: &str, mark: u8) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let hex = (*first == mark).then(|| tail.get(..2)).flatten();
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
