//! What the page asks of the model: a scenario of the visitor's as the model's own types, and, for the page to show, written as a request of
//! the public contract. What is written reads back as what was asked, so whoever sends it to the command line or the module gets the
//! page's figures, unrounded.

pub mod backwards;
pub mod plan;
pub mod sharing;

use crate::api;
use crate::api::Value;
use crate::evidence::figure;
use crate::model;
use crate::model::Action;
use crate::model::Baseline;
use crate::model::Course;
use crate::model::Lever;
use crate::model::MOST_YEARS;
use crate::model::Placement;
use crate::model::uncertainty::Range;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::scenario::prices::PRICE_YEAR;
use crate::units::Children;
use crate::units::Pounds;
use crate::units::PoundsPerChildYear;
use crate::units::Rate;
use crate::units::Share;
use crate::units::Year;
use crate::units::within;

use plan::FOSTER;
use plan::PLACEMENTS;
use plan::RESIDENTIAL;

/// The first financial year of the documents: it opens on 31 March 2019, their last count.
pub const FIRST_YEAR: i32 = 2019;

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

/// What was asked of the model for a scenario, as a request to `project`.
#[must_use]
pub fn written(scenario: &Scenario, asked: &model::Scenario, ranges: &[Range]) -> Value {
    api::write_scenario(asked, scenario.place().key(), Year::new(PRICE_YEAR), ranges)
}

/// The edge of care service against carrying on without it, with the grant that follows the children: pounds for each child who counts,
/// the share of all who do, and the years until it follows.
#[must_use]
pub fn following(scenario: &Scenario, share: f64) -> model::Scenario {
    model::Scenario { grant: Some(grant(scenario, share)), ..edge(scenario) }
}

/// The grant at the visitor's rate and lag, for a share of all children.
fn grant(scenario: &Scenario, share: f64) -> model::Grant {
    model::Grant {
        rate: Pounds::new(scenario.value(Id::Rate)),
        eligible_share: Share::new(share),
        lag_years: years(scenario.value(Id::Lag), 0),
    }
}

/// The flows of 2018-19 from its two counts and its leavers.
#[must_use]
pub fn calibrate() -> Value {
    Value::map([
        ("opening", Value::Number(figure::CHILDREN_2018.value)),
        ("closing", Value::Number(figure::CHILDREN_2019.value)),
        ("exits", Value::Number(figure::CHILDREN_LEAVING_2019.value)),
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

    /// The path from a count, in these placements.
    fn baseline(self, children: f64, placements: Vec<Placement>) -> Baseline {
        let (mut entries, mut exit_rate, mut entries_growth) = (None, Rate::ZERO, Rate::ZERO);
        let course = match self {
            Self::Flows(come, leave, growth) => {
                (entries, exit_rate, entries_growth) = (Some(Children::new(come)), Rate::new(leave), Rate::new(growth));
                Course::Flows
            }
            Self::Reductions(falls) => Course::Reductions(falls.map(Children::new).to_vec()),
            Self::Growth(rate) => Course::Growth(Rate::new(rate)),
            Self::Target(target, by) => Course::Target(Children::new(target), year(by)),
        };
        let (children, exit_rate_growth, target_mix_year) = (Children::new(children), Rate::ZERO, None);
        Baseline {
            children,
            course,
            entries,
            entries_growth,
            exit_rate,
            exit_rate_growth,
            placements,
            target_mix_year,
            target_rest: None,
            part: None,
        }
    }
}

/// A placement whose share stays as it is.
fn placement(code: &str, share: f64, unit_cost: f64, growth: f64) -> Placement {
    let share = Share::new(share);
    Placement {
        code: code.to_owned(),
        share,
        target_share: share,
        unit_cost: PoundsPerChildYear::new(unit_cost),
        unit_cost_growth: Rate::new(growth),
    }
}

/// The placements of a scenario with the unit costs of a scenario, which grow by so much a year.
fn placements(scenario: &Scenario, growth: [f64; 4]) -> Vec<Placement> {
    let [foster, residential, other] = [Id::FosterCost, Id::ResidentialCost, Id::OtherCost].map(|id| scenario.value(id));
    let costs = [foster, residential, scenario.cost_with_parents(), other];
    let all = PLACEMENTS.iter().zip(scenario.mix()).zip(costs).zip(growth);
    all.map(|(((code, share), cost), growth)| placement(code, share, cost, growth)).collect()
}

/// A whole number of years as the model counts them. No field allows what is beyond its bounds.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the bounds of 16 bits")]
fn years(value: f64, least: u16) -> u16 {
    within(value.round(), f64::from(least), f64::from(MOST_YEARS)) as u16
}

/// A year that a field holds.
#[expect(clippy::cast_possible_truncation, reason = "a year within the bounds of its field")]
fn year(value: f64) -> Year {
    Year::new(value.round() as i32)
}

/// A projection that counts all that is avoided.
fn projection(scenario: &Scenario, ahead: f64, baseline: Baseline, levers: Vec<Lever>) -> model::Scenario {
    model::Scenario {
        first_year: Year::new(scenario.start().year),
        years: years(ahead, 1),
        baseline,
        levers,
        discount_rate: Rate::new(scenario.value(Id::Discount)),
        cashable: Share::ONE,
        optimism: Share::ZERO,
        grant: None,
    }
}

/// The same as far ahead as the visitor looks, with what of it counts as money.
fn money(scenario: &Scenario, baseline: Baseline, levers: Vec<Lever>) -> model::Scenario {
    model::Scenario {
        cashable: Share::new(scenario.value(Id::Cashable)),
        optimism: Share::new(scenario.value(Id::Optimism)),
        ..projection(scenario, scenario.value(Id::Horizon), baseline, levers)
    }
}

/// A count carried along a path to the year that the page shows, with nothing done about it.
#[must_use]
pub fn path(scenario: &Scenario, children: f64, path: Path) -> model::Scenario {
    numbers(scenario, scenario.value(Id::ToYear) - f64::from(scenario.start().year), children, path)
}

/// A projection that asks only for numbers: its care costs nothing.
fn numbers(scenario: &Scenario, ahead: f64, children: f64, path: Path) -> model::Scenario {
    projection(scenario, ahead, path.baseline(children, vec![placement("all", 1.0, 0.0, 0.0)]), Vec::new())
}

/// All children of one placement, by its place in [`PLACEMENTS`].
fn only(at: usize) -> Vec<Share> {
    (0..PLACEMENTS.len()).map(|placement| if placement == at { Share::ONE } else { Share::ZERO }).collect()
}

/// The edge of care service against carrying on without it.
#[must_use]
pub fn edge(scenario: &Scenario) -> model::Scenario {
    let share = |id: Id| Share::new(scenario.value(id));
    let lever = Lever {
        name: "edge-of-care".to_owned(),
        action: Action::Divert {
            would_enter: share(Id::WouldEnter),
            prevented: share(Id::Prevented),
            mix: match scenario.option(Id::Placement) {
                1 => Some(only(RESIDENTIAL)),
                2 => Some(only(FOSTER)),
                _ => None,
            },
        },
        first_year: Year::new(scenario.start().year),
        last_year: None,
        ramp_years: years(scenario.value(Id::Ramp), 0),
        annual_cost: Pounds::new(scenario.value(Id::Cost)),
        children: Children::new(scenario.value(Id::Supported)),
        returned_share: share(Id::Returned),
        return_years: years(scenario.value(Id::ReturnYears), 1),
    };
    let placements = placements(scenario, [0.0, scenario.value(Id::ResidentialGrowth), 0.0, 0.0]);
    money(scenario, Path::carry_on(scenario).baseline(scenario.start().children, placements), vec![lever])
}
