//! The levers and their limits written out again, year by year as the method tells it, with plain numbers and none of the
//! model's code, to set beside what the model says.

use clorian::model::{Action, Scenario};

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
        Action::StepDown { from, to, .. } => (0..mix.len())
            .map(|p| {
                if p == *from {
                    -1.0
                } else if p == *to {
                    1.0
                } else {
                    0.0
                }
            })
            .collect(),
    }
}

/// Levers on a baseline of flows whose mix stays as it is.
pub fn plainly(scenario: &Scenario) -> Plain {
    let (baseline, levers) = (&scenario.baseline, &scenario.levers);
    let mix: Vec<f64> = baseline.placements.iter().map(|placement| placement.share.value()).collect();
    let empty = || vec![Vec::new(); levers.len()];
    let mut plain = Plain { inflow: empty(), care_years: empty(), limited: vec![Vec::new(); levers.len()] };
    let mut gross: Vec<Vec<f64>> = empty();
    let mut cohort = vec![0.0; levers.len()];
    let mut stock = baseline.children.value();
    for y in 0..scenario.years {
        let rate = baseline.exit_rate.value() * (1.0 + baseline.exit_rate_growth.value()).powi(i32::from(y));
        let entries = baseline.entries.unwrap().value() * (1.0 + baseline.entries_growth.value()).powi(i32::from(y));
        let stay = (-rate).exp();
        let k = if rate < 1e-9 { 1.0 } else { (1.0 - stay) / rate };
        let entry_care = if rate < 1e-4 { 0.5 - rate / 6.0 } else { (1.0 - k) / rate };
        stock = stock * stay + entries * k;
        let mut available: Vec<f64> = mix.iter().map(|share| share * stock).collect();
        let mut entries_left = entries;
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
            let room = |(have, change): (&f64, &f64)| if *change < 0.0 { have / -change } else { f64::INFINITY };
            let limit = available.iter().zip(&change).map(room).fold(f64::INFINITY, f64::min);
            let opening = cohort[l];
            if opening * stay + net * k > limit + 1e-9 * stock {
                limited = true;
                net = (limit - opening * stay) / k;
                joined = (net + returns).max(0.0);
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
