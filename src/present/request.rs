//! A scenario as requests of the public contract. The page's own figures come from these very requests, so whoever sends one to the command
//! line or the module gets the page's figures, unrounded.

pub mod plan;

use crate::api::Value;
use crate::evidence::figure;
use crate::model::MOST_YEARS;
use crate::place;
use crate::place::RegionKind;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::units::within;

/// The first financial year of the documents: it opens on 31 March 2019, their last count.
pub const FIRST_YEAR: i32 = 2019;

/// The prices that all money is in: those of 2018-19, the year of the spending behind the unit costs.
const PRICE_YEAR: i32 = FIRST_YEAR - 1;

/// A request that a program can send, under a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Its name on the page.
    pub name: &'static str,
    /// What it is about.
    pub title: String,
    /// Which call of the contract it is for.
    pub call: &'static str,
    /// The request as JSON.
    pub json: String,
}

impl Request {
    /// A request under a name.
    #[must_use]
    pub fn new(name: &'static str, title: &str, call: &'static str, request: &Value) -> Self {
        Self { name, title: title.to_owned(), call, json: request.to_json() }
    }
}

fn with(value: Value, key: &str, more: Value) -> Value {
    match value {
        Value::Map(mut entries) => {
            entries.push((key.to_owned(), more));
            Value::Map(entries)
        }
        other => other,
    }
}

fn with_some(value: Value, key: &str, more: Option<f64>) -> Value {
    match more {
        Some(more) => with(value, key, N(more)),
        None => value,
    }
}

/// The region of those who have none.
const WALES: &str = "Wales";

const N: fn(f64) -> Value = Value::Number;

/// A grant for Wales as one area: by rate, beside the pot.
#[must_use]
pub fn wales_by_rate(scenario: &Scenario, children: f64) -> Value {
    let wales = Value::map([("code", place::WALES_CODE.into()), ("region", WALES.into()), ("weight", N(children))]);
    Value::map([
        ("method", "rate".into()),
        ("rate", N(scenario.value(Id::Rate))),
        ("pot", N(scenario.value(Id::Pot))),
        ("areas", Value::List(vec![wales])),
    ])
}

/// How a pot is shared out, beside the weights.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Terms<'a> {
    /// The regions that keep a share, where there are any.
    pub regions: Option<RegionKind>,
    /// The share that they keep.
    pub retained: f64,
    /// Whether amounts are whole pounds; else pennies.
    pub pounds: bool,
    /// The least for any council, where there is one.
    pub floor: Option<f64>,
    /// What each council had last year, and the most that it may differ from that.
    pub last_year: Option<(&'a [f64], f64)>,
}

/// A pot shared over the councils by weight: one weight for each council, in the order of the councils.
#[must_use]
pub fn shared(pot: f64, weights: &[f64], terms: &Terms) -> Value {
    let unit = if terms.pounds { "pound" } else { "penny" };
    let region = |council: &place::Council| match terms.regions {
        Some(RegionKind::Consortium) => council.consortium.id,
        Some(RegionKind::Board) => council.board.id,
        None => WALES,
    };
    let area = |(at, (council, weight)): (usize, (&place::Council, &f64))| {
        let area = Value::map([("code", council.code.into()), ("region", region(council).into()), ("weight", N(*weight))]);
        with_some(area, "last_year", terms.last_year.and_then(|(amounts, _)| amounts.get(at)).copied())
    };
    let areas = Value::list(place::COUNCILS.iter().zip(weights).enumerate().map(area));
    let request = Value::map([("method", "pot".into()), ("pot", N(pot)), ("unit", unit.into()), ("areas", areas)]);
    let request = with_some(request, "retained_share", terms.regions.map(|_| terms.retained));
    let request = with_some(request, "floor", terms.floor);
    with_some(request, "max_change", terms.last_year.map(|(_, most)| most))
}

/// A whole number of children shared over the councils by weight, none of them cut in two.
#[must_use]
pub fn heads(children: f64, weights: &[f64]) -> Value {
    shared(children, weights, &Terms { pounds: true, ..Terms::default() })
}

/// The edge of care service against carrying on without it, with the grant that follows the children: pounds for each child who counts,
/// the share of all who do, and the years until it follows.
#[must_use]
pub fn following(scenario: &Scenario, rate: f64, share: f64, lag: f64) -> Value {
    let grant = Value::map([("rate", N(rate)), ("eligible_share", N(share)), ("lag_years", N(lag))]);
    with(edge(scenario), "grant", grant)
}

/// The flows of 2018-19 from its two counts and its leavers.
#[must_use]
pub fn calibrate() -> Value {
    Value::map([
        ("opening", N(figure::CHILDREN_2018.value)),
        ("closing", N(figure::CHILDREN_2019.value)),
        ("exits", N(figure::CHILDREN_LEAVING_2019.value)),
    ])
}

/// How a count moves: the part of a baseline that differs from path to path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Path {
    /// Entries a year, exits for each child-year, growth of entries a year.
    Flows(f64, f64, f64),
    /// A fall in each of three years.
    Reductions([f64; 3]),
    /// A rate a year.
    Growth(f64),
    /// A count by 31 March of a year.
    Target(f64, f64),
}

impl Path {
    /// The flows of 2018-19 carried on from where a scenario starts, or the visitor's own flows.
    #[must_use]
    pub fn carry_on(scenario: &Scenario) -> Self {
        let flows = scenario.flows();
        Self::Flows(flows.entries, flows.exit_rate, 0.0)
    }

    fn baseline(self, children: f64) -> Value {
        let start = |kind: &str| Value::map([("kind", kind.into()), ("children", N(children))]);
        match self {
            Self::Flows(entries, exit_rate, growth) => {
                let flows = with(with(start("flows"), "entries", N(entries)), "exit_rate", N(exit_rate));
                if growth == 0.0 { flows } else { with(flows, "entries_growth", N(growth)) }
            }
            Self::Reductions(falls) => with(start("reductions"), "reductions", Value::List(falls.map(N).to_vec())),
            Self::Growth(rate) => with(start("growth"), "growth", N(rate)),
            Self::Target(target, year) => with(with(start("target"), "target", N(target)), "target_year", N(year)),
        }
    }
}

/// The placements of a scenario with the unit costs of a scenario.
fn placements(baseline: Value, scenario: &Scenario) -> Value {
    let [foster, residential, parents, other] = scenario.mix();
    let mix = Value::map([("foster", N(foster)), ("residential", N(residential)), ("parents", N(parents)), ("other", N(other))]);
    let cost = |id: Id| N(scenario.value(id));
    let costs = Value::map([
        ("foster", cost(Id::FosterCost)),
        ("residential", cost(Id::ResidentialCost)),
        ("parents", N(scenario.cost_with_parents())),
        ("other", cost(Id::OtherCost)),
    ]);
    with(with(baseline, "mix", mix), "unit_cost", costs)
}

/// The same with the growth of each unit cost, nothing among them, so that each can have a range.
fn growing(baseline: Value, scenario: &Scenario) -> Value {
    let growth = [Id::FosterGrowth, Id::ResidentialGrowth, Id::OtherGrowth, Id::OtherGrowth].map(|id| N(scenario.value(id)));
    let growth = Value::map(plan::PLACEMENTS.into_iter().zip(growth));
    with(placements(baseline, scenario), "unit_cost_growth", growth)
}

/// The same with the growth of residential prices, where there is any.
fn residential_growing(baseline: Value, scenario: &Scenario) -> Value {
    let (baseline, growth) = (placements(baseline, scenario), scenario.value(Id::ResidentialGrowth));
    if growth == 0.0 { baseline } else { with(baseline, "unit_cost_growth", Value::map([("residential", N(growth))])) }
}

fn projection(scenario: &Scenario, years: f64, baseline: Value, levers: Vec<Value>) -> Value {
    Value::map([
        ("area", scenario.place().key().into()),
        ("first_year", N(f64::from(scenario.start().year))),
        ("years", N(years)),
        ("price_year", N(f64::from(PRICE_YEAR))),
        ("baseline", baseline),
        ("levers", Value::List(levers)),
    ])
}

fn money(request: Value, scenario: &Scenario) -> Value {
    let value = |id: Id| N(scenario.value(id));
    let request = with(request, "discount_rate", value(Id::Discount));
    with(with(request, "cashable", value(Id::Cashable)), "optimism", value(Id::Optimism))
}

/// A count carried along a path to the year that the page shows, with nothing done about it.
#[must_use]
pub fn path(scenario: &Scenario, children: f64, path: Path) -> Value {
    let years = within(scenario.value(Id::ToYear) - f64::from(scenario.start().year), 1.0, f64::from(MOST_YEARS));
    numbers(scenario, years, path.baseline(children), Vec::new())
}

/// A projection that asks only for numbers: its care costs nothing.
fn numbers(scenario: &Scenario, years: f64, baseline: Value, levers: Vec<Value>) -> Value {
    let one = |value: f64| Value::map([("all", N(value))]);
    let baseline = with(with(baseline, "mix", one(1.0)), "unit_cost", one(0.0));
    with(projection(scenario, years, baseline, levers), "discount_rate", N(scenario.value(Id::Discount)))
}

/// The one number that is changed to reach a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vary {
    /// Entries in the first year.
    Entries,
    /// Exits for each child-year.
    ExitRate,
    /// Children kept out of care in each year, by a service that costs nothing here.
    Prevented,
}

/// Backwards: the value of one number between two bounds at which a path of entries and leavers comes to so many children by the
/// 31 March that closes the last of so many years.
#[must_use]
pub fn backwards(scenario: &Scenario, path: Path, vary: Vary, bounds: (f64, f64), years: i32, children: f64) -> Value {
    let kept_out = Value::map([
        ("name", "kept-out-of-care".into()),
        ("kind", "divert".into()),
        ("annual_cost", N(0.0)),
        ("children", N(0.0)),
        ("would_enter", N(1.0)),
        ("prevented", N(1.0)),
    ]);
    let (varied, outcome, levers) = match vary {
        Vary::Entries => ("baseline.entries", "baseline", Vec::new()),
        Vary::ExitRate => ("baseline.exit_rate", "baseline", Vec::new()),
        Vary::Prevented => ("levers.0.children", "scenario", vec![kept_out]),
    };
    let asked = numbers(scenario, f64::from(years), path.baseline(scenario.start().children), levers);
    let reach = Value::map([("path", format!("years.{}.{outcome}.closing", years - 1).into()), ("value", N(children))]);
    Value::map([("scenario", asked), ("vary", varied.into()), ("between", Value::list([bounds.0, bounds.1])), ("reach", reach)])
}

/// The edge of care service against carrying on without it.
#[must_use]
pub fn edge(scenario: &Scenario) -> Value {
    let value = |id: Id| N(scenario.value(id));
    let lever = Value::map([
        ("name", "edge-of-care".into()),
        ("kind", "divert".into()),
        ("first_year", N(f64::from(scenario.start().year))),
        ("ramp_years", value(Id::Ramp)),
        ("annual_cost", value(Id::Cost)),
        ("children", value(Id::Supported)),
        ("would_enter", value(Id::WouldEnter)),
        ("prevented", value(Id::Prevented)),
        ("returned_share", value(Id::Returned)),
        ("return_years", value(Id::ReturnYears)),
    ]);
    let only = |placement: &str| Value::map([(placement, N(1.0))]);
    let lever = match scenario.option(Id::Placement) {
        1 => with(lever, "mix", only("residential")),
        2 => with(lever, "mix", only("foster")),
        _ => lever,
    };
    let baseline = residential_growing(Path::carry_on(scenario).baseline(scenario.start().children), scenario);
    money(projection(scenario, scenario.value(Id::Horizon), baseline, vec![lever]), scenario)
}
