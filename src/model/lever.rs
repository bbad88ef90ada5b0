//! Levers: each is a cohort of children whose care is different because of it, followed through the years.
//!
//! A cohort takes children from placements that are there: what the limits of the method cut is reported by year. Knows
//! nothing of money.
//!
//! Section 3 of `METHOD.md`.

use super::placement::Table;
use super::stock::StockYear;
use super::{ROUNDING, Scenario};
use crate::units::{Children, Pounds, Share, Year};

/// One thing that a council can do.
#[derive(Clone, Debug, PartialEq)]
pub struct Lever {
    /// What it is called.
    pub name: String,
    /// What it does, and how well.
    pub action: Action,
    /// The first year in which it runs.
    pub first_year: Year,
    /// The last year in which it runs; none for ever.
    pub last_year: Option<Year>,
    /// Years until it runs at full scale, in equal steps; 0 and 1 are at once.
    pub ramp_years: u16,
    /// Its cost a year at full scale.
    pub annual_cost: Pounds,
    /// Children (or, for edge of care, children on the edge of it) supported a year at full scale.
    pub children: Children,
    /// The share of a year's inflow that comes back.
    pub returned_share: Share,
    /// How many whole years later they come back, at least 1.
    pub return_years: u16,
}

/// What a lever does to the children it succeeds with.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Keeps children out of care: edge of care services, Reflect, family group conferencing.
    Divert {
        /// The share of those supported who would otherwise enter care.
        would_enter: Share,
        /// The share of those who are kept out.
        prevented: Share,
        /// The placements kept free, one share for each placement; none for the baseline's mix of the year.
        mix: Option<Vec<Share>>,
    },
    /// Takes children out of care: home, to special guardians, to adopters.
    Reunify {
        /// The share of those supported with whom it succeeds.
        success: Share,
        /// The placements left, as for `Divert`.
        mix: Option<Vec<Share>>,
    },
    /// Moves children between placements: residential to foster, agency to in-house, out of Wales to home.
    StepDown {
        /// The share of those supported with whom it succeeds.
        success: Share,
        /// The placements left, one share for each placement; mostly all of one.
        from: Vec<Share>,
        /// The placements entered, likewise.
        to: Vec<Share>,
    },
}

impl Lever {
    /// The share of full scale at which it runs in a year.
    #[must_use]
    pub fn scale(&self, year: Year) -> f64 {
        let runs = year >= self.first_year && self.last_year.is_none_or(|last| year <= last);
        let (steps, ramp) = (f64::from(year.since(self.first_year)) + 1.0, f64::from(self.ramp_years.max(1)));
        if runs { (steps / ramp).min(1.0) } else { 0.0 }
    }

    /// How well it works: `prevented` of `Divert`, `success` of the others. What a break-even is a value of.
    #[must_use]
    pub const fn effect(&self) -> Share {
        match self.action {
            Action::Divert { prevented, .. } => prevented,
            Action::Reunify { success, .. } | Action::StepDown { success, .. } => success,
        }
    }

    /// Children a year at full scale whose care changes for an effect of 1.
    #[must_use]
    pub fn within_reach(&self) -> Children {
        match self.action {
            Action::Divert { would_enter, .. } => self.children * would_enter,
            Action::Reunify { .. } | Action::StepDown { .. } => self.children,
        }
    }

    /// Whether its cohort is out of care, rather than elsewhere in care.
    #[must_use]
    pub const fn leaves_care(&self) -> bool {
        !matches!(self.action, Action::StepDown { .. })
    }

    /// Calls `change` with each placement of which `mix` is the baseline's, and the children in it for one child of the cohort.
    pub(super) fn effects(&self, mix: &[f64], mut change: impl FnMut(usize, f64)) {
        match &self.action {
            Action::Divert { mix: Some(own), .. } | Action::Reunify { mix: Some(own), .. } => {
                own.iter().take(mix.len()).enumerate().for_each(|(p, share)| change(p, -share.value()));
            }
            Action::Divert { .. } | Action::Reunify { .. } => {
                mix.iter().enumerate().for_each(|(p, share)| change(p, -share));
            }
            Action::StepDown { from, to, .. } => {
                for (p, (from, to)) in from.iter().zip(to).take(mix.len()).enumerate() {
                    let more = to.value() - from.value();
                    if more.abs() > 0.0 {
                        change(p, more);
                    }
                }
            }
        }
    }
}

/// What the levers listed earlier have left for the next one.
pub(super) struct Left {
    /// Children at each close by placement, in rows.
    available: Vec<f64>,
    /// Entries of each year; infinite where they are not known.
    entries: Vec<f64>,
}

impl Left {
    /// All there is, before the first lever.
    pub(super) fn new(table: &Table, stock: &[StockYear]) -> Self {
        let entries = stock.iter().map(|year| year.entries.map_or(f64::INFINITY, Children::value));
        Self { available: table.closing(stock), entries: entries.collect() }
    }

    /// Takes what a lever's cohort takes, and gives what it gives.
    pub(super) fn take(&mut self, lever: &Lever, table: &Table, cohort: &[CohortYear]) {
        let width = table.width();
        for (y, year) in cohort.iter().enumerate() {
            let row = &mut self.available[y * width..(y + 1) * width];
            lever.effects(table.mix(y + 1), |p, change| row[p] += change * year.closing);
            if matches!(lever.action, Action::Divert { .. }) {
                self.entries[y] = (self.entries[y] - year.gross).max(0.0);
            }
        }
    }

    /// The least and the greatest cohort that the placements allow at the close of year `y`: a cohort takes from some, and one
    /// below zero, of which more came back than joined, takes from those that it gave to.
    fn limits(&self, lever: &Lever, table: &Table, y: usize, closing: f64) -> (f64, f64) {
        let width = table.width();
        let row = &self.available[y * width..(y + 1) * width];
        let (mut least, mut most) = (f64::NEG_INFINITY, f64::INFINITY);
        lever.effects(table.mix(y + 1), |p, change| {
            // Whatever rounding left of a placement that an earlier lever emptied is none.
            let available = if row[p].abs() <= closing.abs() * ROUNDING { 0.0 } else { row[p] };
            let cohort = -available / change;
            // Written out, since the least of two numbers is a call in a browser's program, and this is asked most often of all.
            if change < 0.0 && cohort < most {
                most = cohort;
            } else if change > 0.0 && cohort > least {
                least = cohort;
            }
        });
        (least, most)
    }
}

/// One year of a cohort.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct CohortYear {
    /// Children who joined it.
    pub gross: f64,
    /// Those less the ones who came back.
    pub net: f64,
    /// The cohort at the close.
    pub closing: f64,
    /// Child-years of care changed.
    pub care_years: f64,
    /// By how much limits lowered the net inflow; below zero where they kept children from coming back.
    pub cut: f64,
    /// Whether a limit was reached.
    pub limited: bool,
}

/// What one year allows a cohort.
struct Frame {
    /// Children whose care changes for an effect of 1.
    reach: f64,
    entries_left: f64,
    /// The least and the greatest cohort at the close.
    limits: (f64, f64),
    stay: f64,
    still_there: f64,
    care_of_entry_year: f64,
}

/// A lever in its years, ready to be followed at any effect without a further allocation.
pub(super) struct Course {
    frames: Vec<Frame>,
    returned_share: f64,
    return_years: usize,
}

impl Course {
    /// The course of a lever within what earlier ones have left.
    pub(super) fn new(scenario: &Scenario, lever: &Lever, table: &Table, stock: &[StockYear], left: &Left) -> Self {
        let diverts = matches!(lever.action, Action::Divert { .. });
        let reach = lever.within_reach().value();
        let frame = |(y, (n, year)): (usize, (u16, &StockYear))| Frame {
            reach: reach * lever.scale(scenario.first_year.plus(n)),
            entries_left: if diverts { left.entries[y] } else { f64::INFINITY },
            limits: left.limits(lever, table, y, year.closing.value()),
            stay: year.stay,
            still_there: year.still_there,
            care_of_entry_year: year.care_of_entry_year,
        };
        Self {
            frames: (0..).zip(stock).enumerate().map(frame).collect(),
            returned_share: lever.returned_share.value(),
            return_years: usize::from(lever.return_years.max(1)),
        }
    }

    /// Follows the cohort through the years at an effect, within the limits or as if there were none. `gross` keeps the
    /// gross inflows, since children come back years after they left; it has one place a year.
    pub(super) fn follow(&self, effect: f64, within_limits: bool, gross: &mut [f64], mut year: impl FnMut(usize, CohortYear)) {
        let mut opening = 0.0;
        for (y, frame) in self.frames.iter().enumerate() {
            let before = y.checked_sub(self.return_years).map_or(0.0, |then| gross[then]);
            let cohort = frame.step(opening, frame.reach * effect, self.returned_share * before, within_limits);
            gross[y] = cohort.gross;
            opening = cohort.closing;
            year(y, cohort);
        }
    }

    /// How many years there are.
    pub(super) const fn years(&self) -> usize {
        self.frames.len()
    }
}

impl Frame {
    /// One year of a cohort, from its opening, the inflow wanted and the children who come back.
    fn step(&self, opening: f64, wanted: f64, returning: f64, within_limits: bool) -> CohortYear {
        let stayed = opening * self.stay;
        let mut gross = if within_limits { wanted.min(self.entries_left) } else { wanted };
        let mut limited = wanted - gross > wanted * ROUNDING;
        let mut net = gross - returning;
        let mut closing = stayed + net * self.still_there;
        let (least, most) = self.limits;
        let rounding = (stayed.abs() + (net * self.still_there).abs()) * ROUNDING;
        let (too_many, too_few) = (closing > most + rounding, closing < least - rounding);
        if within_limits && (too_many || too_few) {
            limited = true;
            closing = if too_many { most } else { least };
            net = (closing - stayed) / self.still_there;
            // Too many are fewer who join; too few are fewer who come back.
            gross = if too_many { (net + returning).max(0.0) } else { gross };
        }
        let care_years = opening * self.still_there + net * self.care_of_entry_year;
        let cut = if limited { wanted - returning - net } else { 0.0 };
        CohortYear { gross, net, closing, care_years, cut, limited }
    }
}
