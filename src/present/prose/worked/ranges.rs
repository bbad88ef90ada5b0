//! Draws from a range, with numbers: of those on the edge of care whom the service keeps out of it.

use crate::model::uncertainty::triangular;
use crate::present::prose::Example;
use crate::scenario::Id;
use crate::words::number;
use crate::words::text::worked as words;

use super::Worked;
use super::result;
use super::share;

/// The lowest, the likeliest and the highest.
fn ends(worked: &Worked) -> Option<[f64; 3]> {
    let (low, high) = worked.preset.range(Id::Prevented)?;
    Some([low, worked.preset.value(Id::Prevented), high])
}

/// A draw below the likeliest value.
pub(in super::super) fn below(worked: &Worked) -> Option<Example> {
    let (ends, quantile) = (ends(worked)?, 0.1);
    let [low, central, high] = ends.map(share);
    let value = triangular(ends, quantile);
    let value = &result("draw-below", value, number::decimal(value, 4));
    let line = words::DrawBelow { low: &low, central: &central, high: &high, quantile: &share(quantile), value }.say(worked.lang);
    worked.example(words::DRAWS, [line])
}

/// A draw above it.
pub(in super::super) fn above(worked: &Worked) -> Option<Example> {
    let (ends, quantile) = (ends(worked)?, 0.9);
    let [low, central, high] = ends.map(share);
    let value = triangular(ends, quantile);
    let value = &result("draw-above", value, number::decimal(value, 4));
    let line = words::DrawAbove { low: &low, central: &central, high: &high, quantile: &share(quantile), value }.say(worked.lang);
    worked.example(words::DRAWS, [line])
}
