//! Draws from a range, with numbers: of those on the edge of care whom the service keeps out of it.

use crate::model::uncertainty::triangular;
use crate::present::prose::Example;
use crate::scenario::Id;
use crate::words::number;
use crate::words::text::worked as words;

use super::Worked;
use super::result;
use super::share;

/// What a draw is worked out from, and what comes out under a name: the lowest, the likeliest and the highest, the quantile, the value.
fn draw(worked: &Worked, name: &str, quantile: f64) -> Option<([String; 3], String, String)> {
    let (low, high) = worked.preset.range(Id::Prevented)?;
    let ends = [low, worked.preset.value(Id::Prevented), high];
    let value = triangular(ends, quantile);
    Some((ends.map(share), share(quantile), result(name, value, number::decimal(value, 4))))
}

/// A draw below the likeliest value.
pub(in super::super) fn below(worked: &Worked) -> Option<Example> {
    let ([low, central, high], quantile, value) = &draw(worked, "draw-below", 0.1)?;
    worked.example(words::DRAWS, [words::DrawBelow { central, high, low, quantile, value }.say(worked.lang)])
}

/// A draw above it.
pub(in super::super) fn above(worked: &Worked) -> Option<Example> {
    let ([low, central, high], quantile, value) = &draw(worked, "draw-above", 0.9)?;
    worked.example(words::DRAWS, [words::DrawAbove { central, high, low, quantile, value }.say(worked.lang)])
}
