//! The one table of fields, as a program holds it: of another room's fields neither the help nor the evidence.

use crate::evidence::figure;

use super::field::Field;
use super::id::{Id, Part};
use super::parts;
use super::rows;

/// Children placed out of county in March 2019: derived from the plan, so only to the nearest 10.
pub const COUNTY_START: f64 = (figure::PLAN_OUT_OF_COUNTY_START.value / 10.0).round() * 10.0;

/// Children placed out of Wales in March 2019: derived from the plan, so only to the nearest 10.
pub const WALES_START: f64 = (figure::PLAN_OUT_OF_WALES_START.value / 10.0).round() * 10.0;

/// Every field, in the order of [`Id`]; a program, which is not rendered when the page is built, holds help and evidence only of its own
/// room's fields ([`rows`]).
pub static FIELDS: [Field; Id::ALONE] = held(rows::ROWS);

/// The rows of a programme, likewise.
pub static PARTS: [Field; Part::ALL.len()] = held(parts::ROWS);

#[cfg(feature = "ssr")]
const fn held<const N: usize>(rows: [Field; N]) -> [Field; N] {
    rows
}

#[cfg(not(feature = "ssr"))]
const fn held<const N: usize>(mut rows: [Field; N]) -> [Field; N] {
    let mut at = 0;
    while at < N {
        rows[at] = rows[at].bare();
        at += 1;
    }
    rows
}

/// The rows of some fields, whole.
#[must_use]
pub const fn rows<const N: usize>(ids: &[Id; N]) -> [Field; N] {
    let mut cut = [rows::ROWS[0]; N];
    let mut at = 0;
    while at < N {
        let index = ids[at].index();
        cut[at] = if index < Id::ALONE { rows::ROWS[index] } else { parts::ROWS[(index - Id::ALONE) % Part::ALL.len()] };
        at += 1;
    }
    cut
}
