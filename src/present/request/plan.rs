//! The whole budget as a request: a path of children, placements and prices, every programme that is on, the grant that follows, and what is
//! known only within a range.

use crate::api::Value;
use crate::evidence::figure;
use crate::model::MOST_YEARS;
use crate::present::grant;
use crate::present::paths;
use crate::scenario::Id;
use crate::scenario::MOST_EXITS;
use crate::scenario::Scenario;
use crate::scenario::id::Part;

use super::N;
use super::Path;
use super::growing;
use super::money;
use super::projection;
use super::with;

/// The placements as a request calls them, in the order of the options.
pub const PLACEMENTS: [&str; 4] = ["foster", "residential", "parents", "other"];

/// A number of the request that is known only within a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranged {
    /// The field whose range it is.
    pub id: Id,
    /// The number, by its path in the request.
    pub path: String,
    /// The lowest and highest.
    pub range: (f64, f64),
}

/// The path that the visitor's choices shape.
#[must_use]
pub fn path(scenario: &Scenario) -> Path {
    let value = |id: Id| scenario.value(id);
    match scenario.option(Id::Path) {
        1 => {
            let cuts = [Id::CareCut1, Id::CareCut2, Id::CareCut3].map(value);
            Path::Reductions(paths::falls(scenario.start().children, cuts))
        }
        2 => Path::Growth(value(Id::CareGrowth)),
        3 => Path::Target(value(Id::CareTarget), f64::from(paths::target_year(scenario))),
        _ => paths::flows(scenario),
    }
}

/// The whole budget.
#[must_use]
pub fn budget(scenario: &Scenario) -> Value {
    let course = path(scenario);
    let baseline = course.baseline(scenario.start().children);
    let baseline = if matches!(course, Path::Flows(..)) { baseline } else { with(baseline, "exit_rate", N(scenario.exit_rate())) };
    let baseline = with_target_mix(growing(baseline, scenario), scenario);
    let levers = scenario.running().map(|slot| lever(scenario, slot)).collect();
    let request = money(projection(scenario, scenario.value(Id::Horizon), baseline, levers), scenario);
    let share = grant::eligible(scenario) / figure::CHILDREN_2019.value;
    if share > 1.0 {
        return request;
    }
    let rate = N(scenario.value(Id::Rate));
    let grant = Value::map([("rate", rate), ("eligible_share", N(share)), ("lag_years", N(scenario.value(Id::Lag)))]);
    with(request, "grant", grant)
}

/// The shares by which children are placed when the mix has changed, where a year is given for that: what the visitor's shares leave of all
/// is placed elsewhere, and where they leave less than nothing the last of them give way.
#[must_use]
pub fn target_mix(scenario: &Scenario) -> Option<[f64; 4]> {
    if Id::MixYear.field().is_nothing(scenario.value(Id::MixYear)) {
        return None;
    }
    let mut left = 1.0_f64;
    let [foster, residential, parents] = [Id::MixFoster, Id::MixResidential, Id::MixParents].map(|id| {
        let share = scenario.value(id).min(left);
        left = (left - share).max(0.0);
        share
    });
    Some([foster, residential, parents, left])
}

fn with_target_mix(baseline: Value, scenario: &Scenario) -> Value {
    let Some(mix) = target_mix(scenario) else { return baseline };
    let first = f64::from(scenario.start().year);
    let year = scenario.value(Id::MixYear).max(first + 1.0);
    let mix = Value::map(PLACEMENTS.into_iter().zip(mix.map(N)));
    with(with(baseline, "target_mix", mix), "target_mix_year", N(year))
}

/// The placement that a step-down takes children from and the one it takes them to, by their places in [`PLACEMENTS`]; none where they are
/// the same.
#[must_use]
pub fn step(scenario: &Scenario, slot: usize) -> Option<(usize, usize)> {
    let from = scenario.option(Id::of(slot, Part::From)).checked_sub(1).unwrap_or(RESIDENTIAL);
    let to = scenario.option(Id::of(slot, Part::To));
    (from != to).then_some((from, to))
}

const RESIDENTIAL: usize = 1;

fn lever(scenario: &Scenario, slot: usize) -> Value {
    let id = |part: Part| Id::of(slot, part);
    let value = |part: Part| N(scenario.value(id(part)));
    let start = f64::from(scenario.start().year);
    let (first, last) = (scenario.value(id(Part::FirstYear)).max(start), scenario.value(id(Part::LastYear)));
    let open = id(Part::LastYear).field().is_nothing(last);
    // What ends before it starts never runs: it starts after the last year that there can be.
    let never = !open && last < first;
    let kind = scenario.option(id(Part::Kind));
    let name = scenario.programme(slot).map_or("", |programme| programme.id);
    let mut all = vec![
        ("name", name.into()),
        ("kind", ["divert", "reunify", "step_down"][kind.min(2)].into()),
        ("first_year", N(if never { start + f64::from(MOST_YEARS) } else { first })),
    ];
    if !open && !never {
        all.push(("last_year", N(last)));
    }
    all.extend([
        ("ramp_years", value(Part::Ramp)),
        ("annual_cost", value(Part::Cost)),
        ("children", value(Part::Children)),
        ("returned_share", value(Part::Returned)),
        ("return_years", value(Part::ReturnYears)),
    ]);
    let only = scenario.option(id(Part::From)).checked_sub(1).and_then(|from| PLACEMENTS.get(from));
    match kind {
        0 => all.extend([("would_enter", value(Part::WouldEnter)), ("prevented", value(Part::Effect))]),
        1 => all.push(("success", value(Part::Effect))),
        _ => {
            // To the same care nobody moves; the contract wants two, and gets two that nobody moves between.
            let (success, (from, to)) = match step(scenario, slot) {
                Some(step) => (value(Part::Effect), step),
                None => (N(0.0), (RESIDENTIAL, 0)),
            };
            all.extend([("success", success), ("from", PLACEMENTS[from].into()), ("to", PLACEMENTS[to].into())]);
        }
    }
    if let Some(only) = only.filter(|_| kind < 2) {
        all.push(("mix", Value::map([(*only, N(1.0))])));
    }
    Value::map(all)
}

/// Every number of the budget that may have a range: the field that it is set by, and its path in the request.
#[must_use]
pub fn numbers(scenario: &Scenario) -> Vec<(Id, String)> {
    let mut all: Vec<(Id, String)> = Vec::new();
    let mut put = |id: Id, path: &str| all.push((id, path.to_owned()));
    match path(scenario) {
        Path::Flows(..) => {
            put(Id::Entries, "baseline.entries");
            put(Id::Leavers, EXIT_RATE);
            put(Id::EntriesGrowth, "baseline.entries_growth");
        }
        Path::Growth(_) => put(Id::CareGrowth, "baseline.growth"),
        Path::Target(..) => put(Id::CareTarget, "baseline.target"),
        Path::Reductions(_) => {}
    }
    // Where care with parents has no price of its own, that of other placements moves it too.
    let parents = scenario.cost_with_parents().to_bits() == scenario.value(Id::OtherCost).to_bits();
    let prices = [
        ("unit_cost", [Id::FosterCost, Id::ResidentialCost, Id::OtherCost]),
        ("unit_cost_growth", [Id::FosterGrowth, Id::ResidentialGrowth, Id::OtherGrowth]),
    ];
    for (name, [foster, residential, other]) in prices {
        put(foster, &["baseline.", name, ".foster"].concat());
        put(residential, &["baseline.", name, ".residential"].concat());
        put(other, &["baseline.", name, ".other"].concat());
        if parents {
            put(other, &["baseline.", name, ".parents"].concat());
        }
    }
    put(Id::Discount, "discount_rate");
    put(Id::Cashable, "cashable");
    put(Id::Optimism, "optimism");
    for (at, slot) in scenario.running().enumerate() {
        let kind = scenario.option(Id::of(slot, Part::Kind));
        let mut put = |part: Part, name: &str| {
            put(Id::of(slot, part), &["levers.", ["0", "1", "2", "3", "4", "5", "6", "7"][at], ".", name].concat());
        };
        put(Part::Cost, "annual_cost");
        put(Part::Children, "children");
        if kind == 0 {
            put(Part::WouldEnter, "would_enter");
        }
        // To the same care nobody moves, however well it works.
        if kind < 2 || step(scenario, slot).is_some() {
            put(Part::Effect, if kind == 0 { "prevented" } else { "success" });
        }
        put(Part::Returned, "returned_share");
    }
    all
}

const EXIT_RATE: &str = "baseline.exit_rate";

/// Those that are known only within a range, with it.
#[must_use]
pub fn ranges(scenario: &Scenario) -> Vec<Ranged> {
    let ranged = |(id, path): (Id, String)| {
        let (low, high) = scenario.range(id)?;
        // Leavers are told in children at the flows of the start; the request has a rate of them.
        let (care_years, rate) = (scenario.flows().care_years, scenario.exit_rate());
        let range = match (path == EXIT_RATE, care_years > 0.0) {
            (false, _) => (low, high),
            (true, true) => ((low / care_years).min(rate), (high / care_years).min(MOST_EXITS).max(rate)),
            (true, false) => return None,
        };
        Some(Ranged { id, path, range })
    };
    numbers(scenario).into_iter().filter_map(ranged).collect()
}

/// Which numbers one draw moves together: those of one field, and, where the visitor says so, the prices of all placements.
#[must_use]
pub fn ties(scenario: &Scenario, ranges: &[Ranged]) -> Vec<Vec<usize>> {
    let prices = [Id::FosterCost, Id::ResidentialCost, Id::OtherCost];
    let growths = [Id::FosterGrowth, Id::ResidentialGrowth, Id::OtherGrowth];
    let together = scenario.option(Id::Tied) == 1;
    let tied =
        |one: Id, other: Id| one == other || (together && [prices, growths].iter().any(|all| all.contains(&one) && all.contains(&other)));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, ranged) in ranges.iter().enumerate() {
        match groups.iter_mut().find(|group| tied(ranges[group[0]].id, ranged.id)) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// The budget with its ranges, as `simulate` is asked for it.
#[must_use]
pub fn uncertain(scenario: &Scenario, ranges: &[Ranged]) -> Value {
    let pair = |ranged: &Ranged| (ranged.path.clone(), Value::list([ranged.range.0, ranged.range.1]));
    with(budget(scenario), "ranges", Value::Map(ranges.iter().map(pair).collect()))
}
