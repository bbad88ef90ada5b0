//! What takes longer than drawing may, in pieces: what each change did to the net present value (where there is no programme, to spending on
//! care), and how far each number may move before the net present value changes its sign.

use crate::app::Worked;
use crate::model::attribution::Attribution;
use crate::model::attribution::money;
use crate::model::switching::Switching;
use crate::model::switching::switching;
use crate::present::request::plan as request;
use crate::present::rooms;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::scenario::id::Part;

use super::sums::npv;
use super::sums::spending;

/// The work, and how far it has come.
pub struct Work {
    of: Scenario,
    /// The changes that may bear on the result.
    changes: Vec<Id>,
    attribution: Attribution,
    /// The numbers whose switching values are asked for, and those found.
    numbers: Vec<Id>,
    switching: Vec<(Id, Switching)>,
}

impl Work {
    /// Of a settled scenario; nothing is worked out yet.
    #[must_use]
    pub fn new(of: &Scenario) -> Self {
        // What is set of a programme that is off is as if it were not there.
        let off = |id: Id| id.part().is_some_and(|(slot, _)| of.option(Id::of(slot, Part::On)) > 0);
        // What is spent in more years, or fewer, is no effect of anything: without a programme the years counted are as they are.
        let counted = |id: Id| id == Id::Horizon && measures_spending(of);
        let changes: Vec<Id> = of.changes().map(|(id, _)| id).filter(|id| bears(*id) && !off(*id) && !counted(*id)).collect();
        let mut numbers: Vec<Id> = Vec::new();
        if of.running().next().is_some() {
            for (id, _) in request::numbers(of) {
                if !numbers.contains(&id) {
                    numbers.push(id);
                }
            }
        }
        Self { of: of.clone(), attribution: Attribution::new(changes.len()), changes, numbers, switching: Vec::new() }
    }

    /// A piece more, of a millisecond or a few. Whether any is left.
    pub fn advance(&mut self) -> bool {
        let (of, changes) = (&self.of, &self.changes);
        // Without a programme nothing is saved: what a change of path or price does is to spending.
        let measure = if measures_spending(of) { spending } else { npv };
        let mut worth = |made: &[bool]| {
            let kept = |id: Id| changes.iter().position(|change| *change == id).is_none_or(|at| made.get(at).copied().unwrap_or(true));
            measure(&of.keeping(&kept))
        };
        if self.attribution.advance(4, &mut worth) {
            return true;
        }
        if let Some(id) = self.numbers.get(self.switching.len()).copied() {
            let field = of.field(id);
            let whole = field.unit.whole();
            let mut worth = |value: f64| of.with(id, if whole { value.round() } else { value }).map_or(f64::NAN, |with| npv(&with));
            let found = switching(of.value(id), field.bounds, &mut worth);
            // What was tried is the nearest whole.
            let kept = |value: f64| if whole { value.round() } else { value };
            self.switching.push((id, Switching { below: found.below.map(kept), above: found.above.map(kept) }));
        }
        self.switching.len() < self.numbers.len()
    }

    /// What was worked out.
    #[must_use]
    pub fn finish(self) -> Worked {
        let shares = self.attribution.finish();
        let pounds = money(&shares, shares.iter().sum());
        let exact = self.attribution.exact();
        let spending = measures_spending(&self.of);
        Worked { of: self.of, spending, shares: self.changes.into_iter().zip(pounds).collect(), exact, switching: self.switching }
    }
}

/// Whether the shares are of spending on care, because no programme is on.
fn measures_spending(scenario: &Scenario) -> bool {
    scenario.running().next().is_none()
}

/// Whether a change may move the net present value. The place and the base year are where the plan starts, not changes of it.
fn bears(id: Id) -> bool {
    let beside = [Id::Place, Id::Base, Id::Money, Id::Inflation, Id::Tied, Id::Rate, Id::Counts, Id::Own, Id::Lag];
    rooms::BUDGET.contains(&id.of_row()) && !beside.contains(&id)
}
