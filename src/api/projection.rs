//! A projection as programs read it.

use super::value::Value;
use crate::model::money::PresentValue;
use crate::model::{InCare, ProjectedLever, ProjectedYear, Projection, Scenario, Totals};

/// Writes a projection; names and placement codes are those of its scenario, which is settled.
#[must_use]
pub fn write_projection(scenario: &Scenario, projection: &Projection) -> Value {
    let levers = scenario.levers.iter().zip(&projection.levers).map(|(lever, result)| write_lever(&lever.name, result));
    Value::map([
        ("years", Value::list(projection.years.iter().map(|year| write_year(scenario, year)))),
        ("levers", Value::list(levers)),
        ("totals", write_totals(&projection.totals)),
    ])
}

/// One number of a projection by its path, as [`write_projection`] would give it. Of a year only that year is written: a search asks many
/// times, and sixty years of text each time would take longer than the model.
#[must_use]
pub fn outcome(scenario: &Scenario, projection: &Projection, path: &str) -> Option<f64> {
    let (at, rest) = path.strip_prefix("years.").and_then(|path| path.split_once('.')).unwrap_or_default();
    let at = Some(at).filter(|at| at.bytes().all(|byte| byte.is_ascii_digit())).and_then(|at| at.parse::<usize>().ok());
    match at.and_then(|at| projection.years.get(at)) {
        Some(year) => write_year(scenario, year).number(rest),
        None => write_projection(scenario, projection).number(path),
    }
}

fn write_year(scenario: &Scenario, year: &ProjectedYear) -> Value {
    let ProjectedYear { year, baseline, scenario: changed, programme_cost, avoided, net, cumulative_net } = year;
    Value::map([
        ("year", (*year).into()),
        ("baseline", write_in_care(scenario, baseline)),
        ("scenario", write_in_care(scenario, changed)),
        ("programme_cost", (*programme_cost).into()),
        ("avoided", (*avoided).into()),
        ("net", (*net).into()),
        ("cumulative_net", (*cumulative_net).into()),
    ])
}

fn write_in_care(scenario: &Scenario, in_care: &InCare) -> Value {
    let InCare { opening, closing, entries, exits, care_years, care, spend, total_spend, chance_sd, grant } = in_care;
    let codes = || scenario.baseline.placements.iter().map(|placement| placement.code.as_str());
    let mut all = vec![
        ("opening", (*opening).into()),
        ("closing", (*closing).into()),
        ("entries", (*entries).into()),
        ("exits", (*exits).into()),
        ("care_years", (*care_years).into()),
        ("care", Value::map(codes().zip(care.iter().map(|care| Value::from(*care))))),
        ("spend", Value::map(codes().zip(spend.iter().map(|spend| Value::from(*spend))))),
        ("total_spend", (*total_spend).into()),
        ("chance_sd", (*chance_sd).into()),
    ];
    all.extend(grant.map(|grant| ("grant", grant.into())));
    Value::map(all)
}

fn write_lever(name: &str, lever: &ProjectedLever) -> Value {
    let ProjectedLever { inflow, care_years, cost, avoided, net, cut, limited_years, present_value, payback_year, break_even } = lever;
    let mut all = vec![
        ("name", name.into()),
        ("inflow", Value::list(inflow.iter().copied())),
        ("care_years", Value::list(care_years.iter().copied())),
        ("cost", Value::list(cost.iter().copied())),
        ("avoided", Value::list(avoided.iter().copied())),
        ("net", Value::list(net.iter().copied())),
    ];
    all.extend(write_present_value(*present_value));
    all.extend([
        ("payback_year", (*payback_year).into()),
        ("break_even_effect", break_even.map(|found| found.effect.value()).into()),
        ("limited_years", Value::list(limited_years.iter().copied())),
        ("cut", Value::list(cut.iter().copied())),
    ]);
    Value::map(all)
}

fn write_present_value(present_value: PresentValue) -> [(&'static str, Value); 4] {
    [
        ("pv_cost", present_value.cost.into()),
        ("pv_avoided", present_value.avoided.into()),
        ("npv", present_value.net_present_value().into()),
        ("benefit_cost_ratio", present_value.benefit_cost_ratio().into()),
    ]
}

fn write_totals(totals: &Totals) -> Value {
    let Totals { present_value, payback_year, spend_baseline, spend_scenario, children_end_baseline, children_end_scenario } = totals;
    let mut all = write_present_value(*present_value).to_vec();
    all.extend([
        ("payback_year", (*payback_year).into()),
        ("spend_baseline", (*spend_baseline).into()),
        ("spend_scenario", (*spend_scenario).into()),
        ("children_end_baseline", (*children_end_baseline).into()),
        ("children_end_scenario", (*children_end_scenario).into()),
    ]);
    Value::map(all)
}
