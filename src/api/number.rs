//! The model's numbers as programs name them: by a path such as `levers.0.prevented`. Both ways, from the same tables.

use crate::model::number::{OfBaseline, OfLever, OfPlacement};
use crate::model::{Action, Number, Scenario};

/// Numbers of the scenario itself, and of its grant.
const WHOLE: [(&str, Number); 6] = [
    ("discount_rate", Number::DiscountRate),
    ("cashable", Number::Cashable),
    ("optimism", Number::Optimism),
    ("grant.rate", Number::GrantRate),
    ("grant.eligible_share", Number::GrantEligibleShare),
    ("grant.lag_years", Number::GrantLagYears),
];

const BASELINE: [(&str, OfBaseline); 12] = [
    ("children", OfBaseline::Children),
    ("entries", OfBaseline::Entries),
    ("entries_growth", OfBaseline::EntriesGrowth),
    ("exit_rate", OfBaseline::ExitRate),
    ("exit_rate_growth", OfBaseline::ExitRateGrowth),
    ("growth", OfBaseline::Growth),
    ("target", OfBaseline::Target),
    ("target_year", OfBaseline::TargetYear),
    ("target_mix_year", OfBaseline::TargetMixYear),
    ("unit_cost_growth", OfBaseline::UnitCostGrowth),
    ("part.share", OfBaseline::PartShare),
    ("part.unit_cost", OfBaseline::PartUnitCost),
];

/// The baseline's maps, of a number for each placement.
const PLACEMENT: [(&str, OfPlacement); 4] = [
    ("mix", OfPlacement::Share),
    ("target_mix", OfPlacement::TargetShare),
    ("unit_cost", OfPlacement::UnitCost),
    ("unit_cost_growth", OfPlacement::UnitCostGrowth),
];

/// The effect has two names, the first that of what keeps children out of care.
const LEVER: [(&str, OfLever); 10] = [
    ("first_year", OfLever::FirstYear),
    ("last_year", OfLever::LastYear),
    ("ramp_years", OfLever::RampYears),
    ("annual_cost", OfLever::AnnualCost),
    ("children", OfLever::Children),
    ("would_enter", OfLever::WouldEnter),
    ("prevented", OfLever::Effect),
    ("success", OfLever::Effect),
    ("returned_share", OfLever::ReturnedShare),
    ("return_years", OfLever::ReturnYears),
];

fn named<T: Copy>(table: &[(&str, T)], name: &str) -> Option<T> {
    table.iter().find(|(known, _)| *known == name).map(|(_, number)| *number)
}

fn name<T: PartialEq>(table: &[(&'static str, T)], number: &T) -> &'static str {
    table.iter().find(|(_, known)| known == number).map_or("", |(name, _)| name)
}

/// Which of the model's numbers a path names. None for one that no draw can change: the years, and the year of the prices.
pub(super) fn number(path: &str, scenario: &Scenario) -> Option<Number> {
    match path.split_once('.') {
        Some(("baseline", name)) => of_baseline(name, scenario),
        Some(("levers", rest)) => {
            let (at, name) = rest.split_once('.')?;
            Some(Number::Lever(at.parse().ok()?, of_lever(name, scenario)?))
        }
        _ => named(&WHOLE, path),
    }
}

fn of_baseline(name: &str, scenario: &Scenario) -> Option<Number> {
    let own = named(&BASELINE, name).map(Number::Baseline);
    match name.split_once('.') {
        _ if own.is_some() => own,
        None => None,
        Some(("reductions", at)) => Some(Number::Baseline(OfBaseline::Reduction(at.parse().ok()?))),
        Some((map, code)) => Some(Number::Placement(placement(code, scenario)?, named(&PLACEMENT, map)?)),
    }
}

fn of_lever(name: &str, scenario: &Scenario) -> Option<OfLever> {
    match name.strip_prefix("mix.") {
        Some(code) => Some(OfLever::MixShare(scenario.baseline.position(code)?)),
        None => named(&LEVER, name),
    }
}

fn placement(code: &str, scenario: &Scenario) -> Option<usize> {
    scenario.baseline.placements.iter().position(|placement| placement.code == code)
}

/// The path of a number of a scenario.
#[must_use]
pub fn path(number: Number, scenario: &Scenario) -> String {
    let code = |at: usize| scenario.baseline.code(at);
    match number {
        Number::Baseline(OfBaseline::Reduction(at)) => ["baseline.reductions.", &at.to_string()].concat(),
        Number::Baseline(of) => ["baseline.", name(&BASELINE, &of)].concat(),
        Number::Placement(at, of) => ["baseline.", name(&PLACEMENT, &of), ".", code(at)].concat(),
        Number::Lever(at, of) => {
            let (of, more) = match of {
                OfLever::MixShare(at) => ("mix.", code(at)),
                OfLever::Effect if !scenario.levers.get(at).is_some_and(|lever| matches!(lever.action, Action::Divert { .. })) => {
                    ("success", "")
                }
                of => (name(&LEVER, &of), ""),
            };
            ["levers.", &at.to_string(), ".", of, more].concat()
        }
        whole => name(&WHOLE, &whole).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{BASELINE, LEVER, Number, OfBaseline, OfLever, PLACEMENT, WHOLE, number, path};
    use crate::api::{Value, read_scenario};

    #[test]
    fn the_path_of_each_number_names_it() {
        let request = r#"{"first_year": 2019, "years": 2, "baseline": {"kind": "flows", "children": 9, "entries": 1, "exit_rate": 0.1,
            "mix": {"foster": 0.5, "near.home": 0.5}, "unit_cost": {"foster": 1, "near.home": 2}}, "levers": [
            {"name": "a", "kind": "divert", "annual_cost": 1, "children": 1, "would_enter": 1, "prevented": 1},
            {"name": "b", "kind": "reunify", "annual_cost": 1, "children": 1, "success": 1},
            {"name": "c", "kind": "step_down", "annual_cost": 1, "children": 1, "success": 1, "from": "foster", "to": "near.home"}]}"#;
        let scenario = read_scenario(&Value::from_json(request).expect("JSON")).expect("a scenario");
        let baseline = BASELINE.iter().map(|(_, of)| *of).chain([OfBaseline::Reduction(7)]).map(Number::Baseline);
        let placements = (0..2).flat_map(|at| PLACEMENT.iter().map(move |(_, of)| Number::Placement(at, *of)));
        let of_each = LEVER.iter().map(|(_, of)| *of).chain([OfLever::MixShare(0), OfLever::MixShare(1)]);
        let levers = of_each.flat_map(|of| (0..3).map(move |at| Number::Lever(at, of)));
        for each in WHOLE.iter().map(|(_, number)| *number).chain(baseline).chain(placements).chain(levers) {
            let path = path(each, &scenario);
            assert_eq!(number(&path, &scenario), Some(each), "{path}");
        }
        assert_eq!(path(Number::Lever(0, OfLever::Effect), &scenario), "levers.0.prevented");
        assert_eq!(path(Number::Lever(2, OfLever::Effect), &scenario), "levers.2.success");
        for none in ["", "years", "first_year", "baseline", "baseline.mix", "baseline.mix.hotel", "levers.0", "levers.0.name", "grant.kind"]
        {
            assert_eq!(number(none, &scenario), None, "{none}");
        }
    }
}
