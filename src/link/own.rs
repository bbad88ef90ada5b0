//! Own figures in a link: one part for each place and year, readable.
//!
//! ```text
//! own-W06000020-2019=children:483,entries:120,placed-foster:300,cost-week-foster:520
//! own-W06000020=weight:12
//! ```
//!
//! After `own-` comes the key of the place and, but for figures of no particular year, the year of the 31 March ([`crate::scenario::own`] says
//! which). Figures stand in the order of their items, each by its key. Figures too many for a link travel as a file: [`fits`].

use crate::place::Place;
use crate::scenario::own::{Item, Key, Own};
use crate::units::written::written;
use crate::words::digits;

/// What begins the key of every such part.
pub const PREFIX: &str = "own-";

/// What says that a scenario has none, where the one that it stands beside has some.
pub const NONE: &str = "own-none";

/// The most bytes of own figures that a link carries.
pub const FITS: usize = 1_500;

/// The parts of a link that hold own figures, by place and year.
#[must_use]
pub fn write(own: &Own) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut last = None;
    for (key, value) in own.iter() {
        let of = (key.place, key.year);
        if last != Some(of) {
            let year = key.year.map(|year| format!("-{year}")).unwrap_or_default();
            parts.push([PREFIX, key.place, &year].concat());
        }
        if let Some(part) = parts.last_mut() {
            part.push(if last == Some(of) { ',' } else { '=' });
            part.extend([&key.item.key(), ":", &written(value)]);
        }
        last = Some(of);
    }
    parts
}

/// Whether a link can carry them all: [`FITS`] bytes with the `&` before each part.
#[must_use]
pub fn fits(own: &Own) -> bool {
    // The shortest figure takes ten bytes: no need to write out very many.
    own.len() <= FITS / 10 && write(own).iter().map(|part| part.len() + 1).sum::<usize>() <= FITS
}

/// Takes what one part of a link says, given as its key (with [`PREFIX`]) and its value. What is already there stays.
///
/// # Errors
/// What of it cannot be used, as it stands in the link, at most 40 characters each; the rest was used.
pub fn take(key: &str, value: &str, own: &mut Own) -> Result<(), Vec<String>> {
    let Some((place, year)) = key.strip_prefix(PREFIX).and_then(place_and_year) else {
        return Err(vec![super::short(key)]);
    };
    let mut unusable = Vec::new();
    for figure in value.split(',') {
        if take_figure(place, year, figure, own).is_none() {
            unusable.push(super::short(if figure.is_empty() { key } else { figure }));
        }
    }
    if unusable.is_empty() { Ok(()) } else { Err(unusable) }
}

fn take_figure(place: &'static str, year: Option<u16>, figure: &str, own: &mut Own) -> Option<()> {
    let (item, number) = figure.split_once(':')?;
    let key = Key { place, year, item: Item::find(item)? };
    let number = digits::read(number)?;
    if own.kept(&key).is_some() { None } else { own.set(key, number).ok() }
}

/// A place by its key, with a year after it or without. No key of a place ends like a year.
fn place_and_year(text: &str) -> Option<(&'static str, Option<u16>)> {
    if let Some(place) = Place::find(text) {
        return Some((place.key(), None));
    }
    let (place, year) = text.rsplit_once('-')?;
    let plain = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let year = year.parse().ok().filter(|_| plain)?;
    Some((Place::find(place)?.key(), Some(year)))
}
