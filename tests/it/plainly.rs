//! The levers and their limits written out again, year by year as the method tells it, with plain numbers and none of the
//! model's code, to set beside what the model says.

use clorian::model::{Action, Course, Scenario};
use clorian::units::Rate;

/// Net inflow, years of care and whether a limit was reached, by lever and year.
pub struct Plain {
    pub inflow: Vec<Vec<f64>>,
    pub care_years: Vec<Vec<f64>>,
    pub limited: Vec<Vec<bool>>,
}

/// How a lever changes each placement at a mix of the baseline.
fn effects(action: &Action, mix: &[f64]) -> Vec<f64> {
    match action {
        Action::Divert { mix: own, .. } | Action::Reunify { mix: own, .. } => {
            let own: Option<Vec<f64>> = own.as_ref().map(|own| own.iter().map(|share| share.value()).collect());
            own.unwrap_or_else(|| mix.to_vec()).iter().map(|share| -share).collect()
        }
        Action::StepDown { from, to, .. } => (0..mix.len()).map(|p| to[p].value() - from[p].value()).collect(),
    }
}

/// The mix at the opening of a year, counted from 0.
fn mix(scenario: &Scenario, y: u16) -> Vec<f64> {
    let target = scenario.baseline.target_mix_year.map(|by| f64::from(by.value() - scenario.first_year.value()));
    let way = target.map_or(0.0, |span| (f64::from(y) / span).min(1.0));
    scenario.baseline.placements.iter().map(|p| (1.0 - way) * p.share.value() + way * p.target_share.value()).collect()
}

/// The exit rate of a year and its entries, if they are known.
fn flows(scenario: &Scenario, y: u16) -> (f64, Option<f64>) {
    let growth = |rate: Rate| (1.0 + rate.value()).powi(i32::from(y));
    let baseline = &scenario.baseline;
    let entries = baseline.entries.map(|entries| entries.value() * growth(baseline.entries_growth));
    (baseline.exit_rate.value() * growth(baseline.exit_rate_growth), entries)
}

/// The share of the children at the opening who are there at the close, and of an even inflow.
fn there_at_close(rate: f64) -> (f64, f64) {
    let stay = (-rate).exp();
    (stay, if rate < 1e-9 { 1.0 } else { (1.0 - stay) / rate })
}

/// The baseline's count at the close of a year.
fn next(scenario: &Scenario, y: u16, opening: f64) -> f64 {
    let start = scenario.baseline.children.value();
    match &scenario.baseline.course {
        Course::Flows => {
            let (rate, entries) = flows(scenario, y);
            let (stay, k) = there_at_close(rate);
            opening * stay + entries.unwrap() * k
        }
        Course::Reductions(falls) => opening - falls.get(usize::from(y)).map_or(0.0, |fall| fall.value()),
        Course::Growth(growth) => start * (1.0 + growth.value()).powi(i32::from(y) + 1),
        Course::Target(target, by) => {
            let way = f64::from(y + 1) / f64::from(by.value() - scenario.first_year.value());
            start + (target.value() - start) * way.min(1.0)
        }
    }
}

/// Children of each placement at the close of each year, where cohorts grow by these net inflows.
pub fn placements(scenario: &Scenario, inflow: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut stock = scenario.baseline.children.value();
    let mut cohort = vec![0.0; inflow.len()];
    let mut closings = Vec::new();
    for y in 0..scenario.years {
        stock = next(scenario, y, stock);
        let (stay, k) = there_at_close(flows(scenario, y).0);
        let mix = mix(scenario, y + 1);
        let mut children: Vec<f64> = mix.iter().map(|share| share * stock).collect();
        for ((cohort, inflow), lever) in cohort.iter_mut().zip(inflow).zip(&scenario.levers) {
            *cohort = *cohort * stay + inflow[usize::from(y)] * k;
            children.iter_mut().zip(effects(&lever.action, &mix)).for_each(|(have, change)| *have += change * *cohort);
        }
        closings.push(children);
    }
    closings
}

/// Levers within their limits.
pub fn plainly(scenario: &Scenario) -> Plain {
    let levers = &scenario.levers;
    let empty = || vec![Vec::new(); levers.len()];
    let mut plain = Plain { inflow: empty(), care_years: empty(), limited: vec![Vec::new(); levers.len()] };
    let mut gross: Vec<Vec<f64>> = empty();
    let mut cohort = vec![0.0; levers.len()];
    let mut stock = scenario.baseline.children.value();
    for y in 0..scenario.years {
        let (rate, entries) = flows(scenario, y);
        let (stay, k) = there_at_close(rate);
        let entry_care = if rate < 1e-4 { 0.5 - rate / 6.0 } else { (1.0 - k) / rate };
        stock = next(scenario, y, stock);
        let mix = mix(scenario, y + 1);
        let mut available: Vec<f64> = mix.iter().map(|share| share * stock).collect();
        let mut entries_left = entries.unwrap_or(f64::INFINITY);
        for (l, lever) in levers.iter().enumerate() {
            let year = i32::from(y) + scenario.first_year.value();
            let runs = year >= lever.first_year.value() && lever.last_year.is_none_or(|last| year <= last.value());
            let ramp = f64::from(lever.ramp_years.max(1));
            let scale = if runs { (f64::from(year - lever.first_year.value() + 1) / ramp).min(1.0) } else { 0.0 };
            let (share, diverts) = match &lever.action {
                Action::Divert { would_enter, prevented, .. } => (would_enter.value() * prevented.value(), true),
                Action::Reunify { success, .. } | Action::StepDown { success, .. } => (success.value(), false),
            };
            let wanted = lever.children.value() * share * scale;
            let mut joined = if diverts { wanted.min(entries_left) } else { wanted };
            let mut limited = joined < wanted * (1.0 - 1e-9);
            let back = usize::from(y).checked_sub(usize::from(lever.return_years)).map_or(0.0, |then| gross[l][then]);
            let returns = lever.returned_share.value() * back;
            let mut net = joined - returns;
            let change = effects(&lever.action, &mix);
            let opening = cohort[l];
            // Nobody is taken from where nobody is left, neither by those who join nor by those who come back.
            let (mut most, mut least) = (f64::INFINITY, f64::NEG_INFINITY);
            for (have, change) in available.iter().zip(&change) {
                if *change < 0.0 {
                    most = most.min(have / -change);
                } else if *change > 0.0 {
                    least = least.max(-have / change);
                }
            }
            let closing = opening * stay + net * k;
            if closing > most + 1e-9 * stock {
                limited = true;
                net = (most - opening * stay) / k;
                joined = (net + returns).max(0.0);
            } else if closing < least - 1e-9 * stock {
                limited = true;
                net = (least - opening * stay) / k;
            }
            cohort[l] = opening * stay + net * k;
            available.iter_mut().zip(&change).for_each(|(have, change)| *have += change * cohort[l]);
            entries_left -= if diverts { joined } else { 0.0 };
            gross[l].push(joined);
            plain.inflow[l].push(net);
            plain.care_years[l].push(opening * k + net * entry_care);
            plain.limited[l].push(limited);
        }
    }
    plain
}
