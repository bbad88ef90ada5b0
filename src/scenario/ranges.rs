//! Ranges: how far a number may be from where it stands, by the evidence or by the visitor.

use super::Id;
use super::Scenario;
use super::field::Unit;
use crate::units::within;

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The lowest.
    Low,
    /// The highest.
    High,
}

/// A range about one value brought to another: in proportion, as doubt about a number grows with it, or from nothing by as much more.
fn moved((low, high): (f64, f64), from: f64, to: f64) -> (f64, f64) {
    if from.total_cmp(&to).is_eq() {
        (low, high)
    } else if from > 0.0 && to > 0.0 {
        (low / from * to, high / from * to)
    } else {
        (low - from + to, high - from + to)
    }
}

/// A range about a value: as it stands where the value lies within it, else with as much beyond the value as the value lies beyond it.
fn about((low, high): (f64, f64), value: f64) -> (f64, f64) {
    (low.min(value - (low - value)), high.max(value + (value - high)))
}

impl Scenario {
    /// The lowest and highest that a field may be; `None` for one that is taken to be known. It always holds the field's value: a range that the
    /// visitor gave is widened to it, that of the evidence moves along with a sum or a number of children in proportion, and about a share or a rate it
    /// stays, but for as much beyond one as that lies beyond it.
    #[must_use]
    pub fn range(&self, id: Id) -> Option<(f64, f64)> {
        let value = self.value(id);
        let range = match self.ranges.get(id) {
            Some(own) => *own,
            None => self.published_range(id).map(|range| match id.field().unit {
                Unit::Percent | Unit::PercentPerYear => about(moved(range, self.published(id), self.preset(id)), value),
                _ => moved(range, self.published(id), value),
            }),
        };
        let (least, most) = self.field(id).bounds;
        let within = |end: f64| within(end, least, most);
        range.map(|(low, high)| (within(low).min(value), within(high).max(value))).filter(|(low, high)| low < high)
    }

    /// The range by the evidence, about what the evidence has.
    fn published_range(&self, id: Id) -> Option<(f64, f64)> {
        if let Some((slot, part)) = id.part() {
            return self.range_of(slot, part);
        }
        let (field, times) = (id.field(), self.scale(id));
        field.range.map(|(low, high)| (low * times, high * times))
    }

    /// Whether the visitor gave the range, or took it away.
    #[must_use]
    pub fn range_changed(&self, id: Id) -> bool {
        self.ranges.get(id).is_some()
    }

    /// Every range that the visitor gave or took away, in the order of the table.
    pub fn range_changes(&self) -> impl Iterator<Item = (Id, Option<(f64, f64)>)> + '_ {
        self.ranges.iter().map(|(id, range)| (id, *range))
    }

    /// This scenario with a range for a field, or none; `None` where it is no number, or an end is not allowed.
    #[must_use]
    pub fn with_range(&self, id: Id, range: Option<(f64, f64)>) -> Option<Self> {
        let field = id.field();
        let kept = range.map(|(low, high)| (field.kept(low), field.kept(high)));
        let allowed = kept.is_none_or(|(low, high)| field.allows_end(low) && field.allows_end(high) && low <= high);
        (field.options.is_empty() && allowed).then(|| {
            let mut next = self.clone();
            next.ranges.set(id, kept);
            next
        })
    }

    /// This scenario with the range of a field as the evidence has it.
    #[must_use]
    pub fn with_preset_range(&self, id: Id) -> Self {
        let mut next = self.clone();
        next.ranges.remove(id);
        next
    }
}
