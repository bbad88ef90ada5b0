//! Requests from the model's own types, for whoever has asked the model and shows how to ask the contract the same: what is written here
//! reads back as what it was written from, to the last bit. Knows nothing of the page.

use super::number::path;
use super::value::Value;
use crate::model::allocation::{Area, Method, Sharing, Unit};
use crate::model::uncertainty::Range;
use crate::model::{Action, Baseline, Course, Grant, Lever, Placement, Scenario};
use crate::units::{Pence, Share, Year};

/// Names and values in order.
#[derive(Default)]
struct Names(Vec<(String, Value)>);

impl Names {
    fn put(&mut self, name: &str, value: Value) {
        self.0.push((name.to_owned(), value));
    }

    fn text(&mut self, name: &str, text: &str) {
        self.put(name, Value::Text(text.to_owned()));
    }

    fn numbers(&mut self, all: &[(&str, f64)]) {
        for (name, number) in all {
            self.put(name, Value::Number(*number));
        }
    }

    /// The same without those that are nothing.
    fn some(&mut self, all: &[(&str, f64)]) {
        for (name, number) in all {
            if number.abs() > 0.0 {
                self.put(name, Value::Number(*number));
            }
        }
    }

    fn by_placement(&mut self, name: &str, placements: &[Placement], of: fn(&Placement) -> f64) {
        let mut map = Self::default();
        for placement in placements {
            map.numbers(&[(&placement.code, of(placement))]);
        }
        self.put(name, map.value());
    }

    fn value(self) -> Value {
        Value::Map(self.0)
    }
}

fn year(year: Year) -> f64 {
    f64::from(year.value())
}

/// A scenario as a request to `project`, in the prices of a year, of an area (for whoever reads it: no number hangs on either), with what
/// is known of some of its numbers. Each kind of placement is named for itself, so a range of the growth of all unit costs at once has no
/// place in it.
#[must_use]
pub fn write_scenario(scenario: &Scenario, area: &str, price_year: Year, ranges: &[Range]) -> Value {
    let mut names = Names::default();
    names.text("area", area);
    names.numbers(&[("first_year", year(scenario.first_year)), ("years", f64::from(scenario.years)), ("price_year", year(price_year))]);
    names.put("baseline", write_baseline(&scenario.baseline, !scenario.levers.is_empty(), !ranges.is_empty()));
    let lever = |lever: &Lever| write_lever(lever, &scenario.baseline);
    names.put("levers", Value::List(scenario.levers.iter().map(lever).collect()));
    names.numbers(&[
        ("discount_rate", scenario.discount_rate.value()),
        ("cashable", scenario.cashable.value()),
        ("optimism", scenario.optimism.value()),
    ]);
    if let Some(Grant { rate, eligible_share, lag_years }) = scenario.grant {
        let mut grant = Names::default();
        let lag_years = f64::from(lag_years);
        grant.numbers(&[("rate", rate.value()), ("eligible_share", eligible_share.value()), ("lag_years", lag_years)]);
        names.put("grant", grant.value());
    }
    if !ranges.is_empty() {
        let mut map = Names::default();
        for Range { number, low, high } in ranges {
            map.put(&path(*number, scenario), Value::List(vec![Value::Number(*low), Value::Number(*high)]));
        }
        names.put("ranges", map.value());
    }
    names.value()
}

/// Growth of unit costs stands in it where there is any, or where one may have a range.
fn write_baseline(baseline: &Baseline, has_levers: bool, has_ranges: bool) -> Value {
    let mut names = Names::default();
    let (kind, flows) = match baseline.course {
        Course::Flows => ("flows", true),
        Course::Reductions(_) => ("reductions", false),
        Course::Growth(_) => ("growth", false),
        Course::Target(..) => ("target", false),
    };
    names.text("kind", kind);
    names.numbers(&[("children", baseline.children.value())]);
    match &baseline.course {
        Course::Flows => {}
        Course::Reductions(falls) => names.put("reductions", Value::list(falls.iter().copied())),
        Course::Growth(growth) => names.numbers(&[("growth", growth.value())]),
        Course::Target(target, by) => names.numbers(&[("target", target.value()), ("target_year", year(*by))]),
    }
    if flows || baseline.entries.is_some() {
        names.numbers(&[("entries", baseline.entries.unwrap_or_default().value())]);
    }
    let exit_rate = baseline.exit_rate.value();
    if flows || has_levers || exit_rate > 0.0 {
        names.numbers(&[("exit_rate", exit_rate)]);
    }
    names.some(&[("entries_growth", baseline.entries_growth.value()), ("exit_rate_growth", baseline.exit_rate_growth.value())]);
    let placements = &baseline.placements;
    names.by_placement("mix", placements, |placement| placement.share.value());
    names.by_placement("unit_cost", placements, |placement| placement.unit_cost.value());
    if has_ranges || placements.iter().any(|placement| placement.unit_cost_growth.value().abs() > 0.0) {
        names.by_placement("unit_cost_growth", placements, |placement| placement.unit_cost_growth.value());
    }
    if let Some(by) = baseline.target_mix_year {
        // What takes the rest is named for that alone.
        let rest = baseline.target_rest.map(|at| baseline.code(at));
        let mut mix = Names::default();
        for placement in placements.iter().filter(|placement| rest != Some(&placement.code)) {
            mix.numbers(&[(&placement.code, placement.target_share.value())]);
        }
        names.put("target_mix", mix.value());
        if let Some(rest) = rest {
            names.text("target_mix_rest", rest);
        }
        names.numbers(&[("target_mix_year", year(by))]);
    }
    if let Some(part) = &baseline.part {
        let mut map = Names::default();
        map.text("of", baseline.code(part.of));
        map.text("code", &part.code);
        map.text("rest", &part.rest);
        map.numbers(&[("share", part.share.value()), ("unit_cost", part.unit_cost.value())]);
        names.put("part", map.value());
    }
    names.value()
}

fn write_lever(lever: &Lever, baseline: &Baseline) -> Value {
    let mut names = Names::default();
    names.text("name", &lever.name);
    let kind = match lever.action {
        Action::Divert { .. } => "divert",
        Action::Reunify { .. } => "reunify",
        Action::StepDown { .. } => "step_down",
    };
    names.text("kind", kind);
    names.numbers(&[("first_year", year(lever.first_year))]);
    if let Some(last) = lever.last_year {
        names.numbers(&[("last_year", year(last))]);
    }
    names.numbers(&[
        ("ramp_years", f64::from(lever.ramp_years)),
        ("annual_cost", lever.annual_cost.value()),
        ("children", lever.children.value()),
        ("returned_share", lever.returned_share.value()),
        ("return_years", f64::from(lever.return_years)),
    ]);
    let code = |at: usize| baseline.code(at);
    let shares = |mix: &[Share]| {
        let mut map = Names::default();
        for (at, share) in mix.iter().enumerate() {
            map.some(&[(code(at), share.value())]);
        }
        map.value()
    };
    let mix = match &lever.action {
        Action::Divert { would_enter, prevented, mix } => {
            names.numbers(&[("would_enter", would_enter.value()), ("prevented", prevented.value())]);
            mix.as_ref()
        }
        Action::Reunify { success, mix } => {
            names.numbers(&[("success", success.value())]);
            mix.as_ref()
        }
        Action::StepDown { success, from, to } => {
            names.numbers(&[("success", success.value())]);
            for (name, mix) in [("from", from), ("to", to)] {
                let only = mix.iter().position(|share| *share == Share::ONE);
                names.put(name, only.map_or_else(|| shares(mix), |at| Value::Text(code(at).to_owned())));
            }
            None
        }
    };
    if let Some(mix) = mix {
        names.put("mix", shares(mix));
    }
    names.value()
}

/// A grant as a request to `allocate`. One by rate may stand beside a pot, which nothing but the gap to it hangs on.
#[must_use]
pub fn write_sharing(sharing: &Sharing, beside: Option<Pence>) -> Value {
    let pounds = |pence: Pence| pence.pounds().value();
    let mut names = Names::default();
    match sharing.method {
        Method::Rate { rate } => {
            names.text("method", "rate");
            names.numbers(&[("rate", rate.value())]);
            if let Some(pot) = beside {
                names.numbers(&[("pot", pounds(pot))]);
            }
        }
        Method::Pot { pot, .. } => {
            names.text("method", "pot");
            names.numbers(&[("pot", pounds(pot))]);
        }
    }
    names.text("unit", if sharing.unit == Unit::Pound { "pound" } else { "penny" });
    names.put("areas", Value::List(sharing.areas.iter().map(write_area).collect()));
    names.numbers(&[("retained_share", sharing.retained_share.value())]);
    if let Method::Pot { floor, max_change, .. } = sharing.method {
        names.some(&[("floor", pounds(floor))]);
        if let Some(most) = max_change {
            names.numbers(&[("max_change", most.value())]);
        }
    }
    names.value()
}

fn write_area(area: &Area) -> Value {
    let mut names = Names::default();
    names.text("code", &area.code);
    names.text("region", &area.region);
    names.numbers(&[("weight", area.weight.value())]);
    if let Some(last) = area.last_year {
        names.numbers(&[("last_year", last.pounds().value())]);
    }
    names.value()
}
