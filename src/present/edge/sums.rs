//! The numbers of the page before they are put into words.

use crate::model;
use crate::model::Projection;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::units::Children;
use crate::units::Pounds;
use crate::units::PoundsPerChildYear;
use crate::units::Share;
use crate::units::Year;
use crate::words::Lang;
use crate::words::year;

/// The numbers of the page, from the projection.
pub(super) struct Sums {
    pub(super) first_year: i32,
    pub(super) cost: Vec<f64>,
    pub(super) avoided: Vec<f64>,
    pub(super) net: Vec<f64>,
    pub(super) running: Vec<f64>,
    pub(super) in_care: (f64, f64, f64),
    pub(super) inflow: f64,
    pub(super) present_cost: f64,
    pub(super) present_avoided: f64,
    pub(super) ratio: Option<f64>,
    pub(super) payback: Option<i32>,
    pub(super) break_even: Option<f64>,
    pub(super) limited: Vec<i32>,
    pub(super) break_even_children: Option<(f64, f64)>,
    pub(super) head_to_head: Option<model::money::HeadToHead>,
}

impl Sums {
    pub(super) fn of(scenario: &Scenario, projection: &Projection) -> Self {
        let (years, lever, totals) = (&projection.years, projection.levers.first(), projection.totals);
        let (last, value) = (years.last(), totals.present_value);
        Self {
            first_year: scenario.start().year,
            cost: years.iter().map(|y| y.programme_cost.value()).collect(),
            avoided: years.iter().map(|y| y.avoided.value()).collect(),
            net: years.iter().map(|y| y.net.value()).collect(),
            running: years.iter().map(|y| y.cumulative_net.value()).collect(),
            in_care: last.map_or((0.0, 0.0, 0.0), |y| {
                (y.scenario.closing.value(), y.baseline.closing.value(), y.scenario.chance_sd.map_or(0.0, Children::value))
            }),
            inflow: lever.and_then(|l| l.inflow.last()).map_or(0.0, |inflow| inflow.value()),
            present_cost: value.cost.value(),
            present_avoided: value.avoided.value(),
            ratio: value.benefit_cost_ratio(),
            payback: totals.payback_year.map(Year::value),
            break_even: lever.and_then(|l| l.break_even).map(|b| b.effect.value()),
            limited: lever.map(|l| l.limited_years.iter().map(|year| year.value()).collect()).unwrap_or_default(),
            break_even_children: lever.and_then(|l| l.break_even).map(|b| (b.per_100_supported, b.children_a_year.value())),
            head_to_head: model::money::head_to_head(
                Pounds::new(scenario.value(Id::Cost)),
                Children::new(scenario.value(Id::Supported)),
                PoundsPerChildYear::new(scenario.value(Id::ResidentialCost)),
                Share::new(scenario.value(Id::Cashable)) * Share::new(scenario.value(Id::Optimism)).rest(),
            ),
        }
    }

    pub(super) fn npv(&self) -> f64 {
        self.present_avoided - self.present_cost
    }

    /// Of every 100 children supported, how many must be kept out.
    pub(super) fn per_hundred(&self) -> Option<f64> {
        self.break_even_children.map(|(hundred, _)| hundred)
    }

    pub(super) fn last_year(&self) -> String {
        year::financial(self.first_year + i32::try_from(self.net.len()).unwrap_or(1) - 1)
    }

    pub(super) fn horizon(&self, lang: Lang) -> String {
        crate::words::count::years(lang, count_of(self.net.len()), 0)
    }
}

fn count_of(n: usize) -> f64 {
    u32::try_from(n).map_or(0.0, f64::from)
}
