//! Numbers of a scenario that follow from others: what a part of a placement and the rest of it cost, and what some placements leave of the
//! children to the one that takes the rest. They are worked out before anything else, so that each of the others can be moved by itself.
//!
//! Section 2 of `METHOD.md`, whose placements an area's own data may split, and readings 25 and 26.

use super::placement::Placement;
use super::{Action, Baseline, Scenario};
use crate::units::{PoundsPerChildYear, Share};

/// A part of a placement, told apart from the rest of it: foster care with agencies. All of the placement costs what it does otherwise, on
/// average, whatever the part does.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Which placement, by its position.
    pub of: usize,
    /// The code of the part.
    pub code: String,
    /// The code of the rest.
    pub rest: String,
    /// The share of the placement's children who are in the part.
    pub share: Share,
    /// What a child-year of it costs in the first year; more than the whole placement costs is never asked of it.
    pub unit_cost: PoundsPerChildYear,
}

impl Part {
    /// What a child-year of the part costs, and one of the rest, where one of the whole costs so much.
    #[must_use]
    pub fn costs(&self, whole: PoundsPerChildYear) -> [PoundsPerChildYear; 2] {
        let (all, share, part) = (whole.value(), self.share.value(), self.unit_cost.value());
        let part = if share > 0.0 { part.min(all / share) } else { part };
        let rest = if share < 1.0 { ((all - share * part) / (1.0 - share)).max(0.0) } else { 0.0 };
        [part, rest].map(PoundsPerChildYear::new)
    }

    /// The children of a mix that may name the placement, the part and the rest, as they are spread over the placements, the rest in the
    /// place of the whole and the part behind them.
    fn spread(&self, mix: &mut Vec<Share>, placements: usize) {
        let given = |at: usize| mix.get(at).copied().unwrap_or_default();
        let (whole, part, rest) = (given(self.of), given(placements), given(placements + 1));
        mix.truncate(placements);
        if let Some(place) = mix.get_mut(self.of) {
            *place = Share::new((whole * self.share.rest()).value() + rest.value());
        }
        mix.push(Share::new((whole * self.share).value() + part.value()));
    }
}

impl Baseline {
    /// How many names levers have for where children are: the placements, and the part of one and the rest of it.
    #[must_use]
    pub const fn names(&self) -> usize {
        self.placements.len() + if self.part.is_some() { 2 } else { 0 }
    }

    /// The name of a position: parts stand behind the placements, the part before the rest of it. Nothing where there is no such.
    #[must_use]
    pub fn code(&self, at: usize) -> &str {
        match (self.placements.get(at), &self.part) {
            (Some(placement), _) => &placement.code,
            (None, Some(part)) if at == self.placements.len() => &part.code,
            (None, Some(part)) if at == self.placements.len() + 1 => &part.rest,
            _ => "",
        }
    }

    /// The position of a name.
    #[must_use]
    pub fn position(&self, code: &str) -> Option<usize> {
        (0..self.names()).find(|at| self.code(*at) == code)
    }

    /// Each placement takes what it is given of the target mix, as far as those before it left any, and one of them what they all leave.
    fn leave_the_rest_to(&mut self, rest: usize) {
        let mut left = 1.0_f64;
        for (at, placement) in self.placements.iter_mut().enumerate() {
            let share = if at == rest { 0.0 } else { placement.target_share.value().min(left) };
            left = (left - share).max(0.0);
            placement.target_share = Share::new(share);
        }
        if let Some(placement) = self.placements.get_mut(rest) {
            placement.target_share = Share::new(left);
        }
    }

    fn tell_apart(&mut self, part: &Part) {
        let Some(whole) = self.placements.get_mut(part.of) else { return };
        let [unit_cost, rest] = part.costs(whole.unit_cost);
        let own = Placement {
            code: part.code.clone(),
            share: whole.share * part.share,
            target_share: whole.target_share * part.share,
            unit_cost,
            unit_cost_growth: whole.unit_cost_growth,
        };
        whole.code.clone_from(&part.rest);
        (whole.share, whole.target_share) = (whole.share * part.share.rest(), whole.target_share * part.share.rest());
        whole.unit_cost = rest;
        self.placements.push(own);
    }
}

impl Scenario {
    /// Whether nothing in it follows from other numbers.
    pub(super) const fn is_settled(&self) -> bool {
        self.baseline.part.is_none() && self.baseline.target_rest.is_none()
    }

    /// The scenario with what follows from its other numbers worked out: nothing in it is a part or a rest any more. Of a placement that has a
    /// part the rest stands in its place, and the part behind all others.
    #[must_use]
    pub fn settled(mut self) -> Self {
        let placements = self.baseline.placements.len();
        if let Some(rest) = self.baseline.target_rest.take() {
            self.baseline.leave_the_rest_to(rest);
        }
        if let Some(part) = self.baseline.part.take() {
            self.baseline.tell_apart(&part);
            for lever in &mut self.levers {
                let mixes = match &mut lever.action {
                    Action::Divert { mix, .. } | Action::Reunify { mix, .. } => [mix.as_mut(), None],
                    Action::StepDown { from, to, .. } => [Some(from), Some(to)],
                };
                mixes.into_iter().flatten().for_each(|mix| part.spread(mix, placements));
            }
        }
        self
    }
}
