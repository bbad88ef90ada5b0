//! The whole budget as it is asked of the model: a path of children, placements and prices, every programme that is on, the grant that
//! follows, and what is known only within a range.

use crate::api::Value;
use crate::evidence::figure;
use crate::model;
use crate::model::Action;
use crate::model::Baseline;
use crate::model::Course;
use crate::model::Lever;
use crate::model::MOST_YEARS;
use crate::model::Number;
use crate::model::number::OfBaseline;
use crate::model::number::OfLever;
use crate::model::number::OfPlacement;
use crate::model::uncertainty::Range;
use crate::present::grant;
use crate::present::paths;
use crate::scenario::Id;
use crate::scenario::MOST_EXITS;
use crate::scenario::Scenario;
use crate::scenario::id::Part;
use crate::units::Children;
use crate::units::Pounds;
use crate::units::PoundsPerChildYear;
use crate::units::Rate;
use crate::units::Share;
use crate::units::Year;

use super::Path;
use super::money;
use super::placements;
use super::written;
use super::year;
use super::years;

/// The placements as a request calls them, in the order of the options.
pub const PLACEMENTS: [&str; 4] = ["foster", "residential", "parents", "other"];

/// Their places among them.
pub(super) const FOSTER: usize = 0;
pub(super) const RESIDENTIAL: usize = 1;
const PARENTS: usize = 2;
const OTHER: usize = 3;
/// Foster care with agencies, and with the councils' own carers: their places among the options, and behind the placements of a request that
/// tells them apart.
const AGENCY: usize = 4;
const IN_HOUSE: usize = 5;

/// The fields of the target mix, in the order of the placements but for the last, which takes what they leave.
const MIX: [Id; 3] = [Id::MixFoster, Id::MixResidential, Id::MixParents];

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
pub fn budget(scenario: &Scenario) -> model::Scenario {
    let course = path(scenario);
    let growth = [Id::FosterGrowth, Id::ResidentialGrowth, Id::OtherGrowth, Id::OtherGrowth].map(|id| scenario.value(id));
    let mut baseline = course.baseline(scenario.start().children, placements(scenario, growth));
    // On any other path those who leave are leavers of the programmes alone.
    if !matches!(course, Path::Flows(..)) {
        baseline.exit_rate = Rate::new(scenario.exit_rate());
    }
    change_mix(&mut baseline, scenario);
    baseline.part = agencies(scenario);
    let names = baseline.names();
    let levers = told(scenario).into_iter().map(|slot| lever(scenario, slot, names)).collect();
    let share = share_eligible(scenario);
    model::Scenario { grant: (share <= 1.0).then(|| super::grant(scenario, share)), ..money(scenario, baseline, levers) }
}

/// The share of all children who bring the grant.
fn share_eligible(scenario: &Scenario) -> f64 {
    grant::eligible(scenario) / figure::CHILDREN_2019.value
}

/// Whether a field is left empty.
fn is_nothing(scenario: &Scenario, id: Id) -> bool {
    id.field().is_nothing(scenario.value(id))
}

/// What a share of the changed mix comes to, and the share of children who are placed elsewhere then, where a year is given for that. The shares are
/// taken in their order, each as far as those before it leave any (`METHOD.md`, reading 25).
#[must_use]
pub fn left_of_mix(scenario: &Scenario, of: Id) -> Option<(f64, f64)> {
    let (mut left, mut used) = (1.0_f64, 0.0);
    for id in MIX {
        let share = scenario.value(id).min(left);
        left -= share;
        if id == of {
            used = share;
        }
    }
    (!is_nothing(scenario, Id::MixYear)).then_some((used, left))
}

fn change_mix(baseline: &mut Baseline, scenario: &Scenario) {
    if is_nothing(scenario, Id::MixYear) {
        return;
    }
    baseline.target_mix_year = Some(year(scenario.value(Id::MixYear)).max(Year::new(scenario.start().year + 1)));
    baseline.target_rest = Some(OTHER);
    let shares = MIX.map(|id| scenario.value(id)).into_iter().chain([0.0]);
    baseline.placements.iter_mut().zip(shares).for_each(|(placement, share)| placement.target_share = Share::new(share));
}

/// Whether a programme names agencies' foster care or the councils' own.
fn tells_apart(scenario: &Scenario, slot: usize) -> bool {
    let to = scenario.option(Id::of(slot, Part::Kind)) >= 2 && scenario.option(Id::of(slot, Part::To)) >= AGENCY;
    to || scenario.option(Id::of(slot, Part::From)) > AGENCY
}

/// The programmes that are on, in the order in which the model is told of them: that of the plan, but for those that tell foster care apart, which
/// come last. A programme that leaves all placements can leave no more than the emptiest of them allows: were agencies' emptied before, it
/// would stand still for want of the few children there.
#[must_use]
pub fn told(scenario: &Scenario) -> Vec<usize> {
    let (last, mut first): (Vec<usize>, Vec<usize>) = scenario.running().partition(|slot| tells_apart(scenario, *slot));
    first.extend(last);
    first
}

/// Foster care with agencies, told apart from the rest of it, which is then taken for the councils' own; only in a plan that names either.
#[must_use]
pub fn agencies(scenario: &Scenario) -> Option<model::Part> {
    scenario.running().any(|slot| tells_apart(scenario, slot)).then(|| with_agencies(scenario))
}

fn with_agencies(scenario: &Scenario) -> model::Part {
    let (share, unit_cost) = (Share::new(scenario.value(Id::AgencyShare)), PoundsPerChildYear::new(scenario.value(Id::AgencyCost)));
    model::Part { of: FOSTER, code: "foster_agency".to_owned(), rest: "foster_in_house".to_owned(), share, unit_cost }
}

/// What a child-year with an agency costs, and one with the councils' own carers, in pounds of the first year, so that all foster care together costs
/// what it does.
#[must_use]
pub fn agency_costs(scenario: &Scenario) -> [f64; 2] {
    with_agencies(scenario).costs(PoundsPerChildYear::new(scenario.value(Id::FosterCost))).map(PoundsPerChildYear::value)
}

/// All children of the placement at a place of the options, as a request with so many names has them.
fn all_of(at: usize, names: usize) -> Vec<Share> {
    (0..names).map(|name| if name == at { Share::ONE } else { Share::ZERO }).collect()
}

/// The placements that a step-down takes children from and takes them to, by their places among the options; none where they are the same.
#[must_use]
pub fn step(scenario: &Scenario, slot: usize) -> Option<(usize, usize)> {
    let from = scenario.option(Id::of(slot, Part::From)).checked_sub(1).unwrap_or(RESIDENTIAL);
    let to = scenario.option(Id::of(slot, Part::To));
    // Where no child is with an agency, all foster care is the councils' own.
    let whole = |at: usize| if at == IN_HOUSE && scenario.value(Id::AgencyShare) <= 0.0 { FOSTER } else { at };
    (whole(from) != whole(to)).then_some((from, to))
}

/// The first year in which a programme runs, and the last where it has one; none where it ends before it starts.
fn runs(scenario: &Scenario, slot: usize) -> Option<(Year, Option<Year>)> {
    let [first, last] = [Part::FirstYear, Part::LastYear].map(|part| Id::of(slot, part));
    let from = year(scenario.value(first)).max(Year::new(scenario.start().year));
    let to = (!is_nothing(scenario, last)).then(|| year(scenario.value(last)));
    to.is_none_or(|to| to >= from).then_some((from, to))
}

fn lever(scenario: &Scenario, slot: usize, names: usize) -> Lever {
    let value = |part: Part| scenario.value(Id::of(slot, part));
    // What never runs starts after the last year that there can be.
    let never = || (Year::new(scenario.start().year).plus(MOST_YEARS), None);
    let (first_year, last_year) = runs(scenario, slot).unwrap_or_else(never);
    Lever {
        name: scenario.programme(slot).map_or("", |programme| programme.id).to_owned(),
        action: action(scenario, slot, names),
        first_year,
        last_year,
        ramp_years: years(value(Part::Ramp), 0),
        annual_cost: Pounds::new(value(Part::Cost)),
        children: Children::new(value(Part::Children)),
        returned_share: Share::new(value(Part::Returned)),
        return_years: years(value(Part::ReturnYears), 1),
    }
}

fn action(scenario: &Scenario, slot: usize, names: usize) -> Action {
    let share = |part: Part| Share::new(scenario.value(Id::of(slot, part)));
    let mix = || scenario.option(Id::of(slot, Part::From)).checked_sub(1).map(|from| all_of(from, names));
    match scenario.option(Id::of(slot, Part::Kind)) {
        0 => Action::Divert { would_enter: share(Part::WouldEnter), prevented: share(Part::Effect), mix: mix() },
        1 => Action::Reunify { success: share(Part::Effect), mix: mix() },
        _ => {
            // To the same care nobody moves; the contract wants two, and gets two that nobody moves between.
            let (success, (from, to)) =
                step(scenario, slot).map_or((Share::ZERO, (RESIDENTIAL, FOSTER)), |step| (share(Part::Effect), step));
            Action::StepDown { success, from: all_of(from, names), to: all_of(to, names) }
        }
    }
}

/// Every number of the budget that may have a range: the field that it is set by, and which of the model's it is.
#[must_use]
pub fn numbers(scenario: &Scenario) -> Vec<(Id, Number)> {
    let mut all: Vec<(Id, Number)> = Vec::new();
    let mut put = |id: Id, number: Number| all.push((id, number));
    let of = Number::Baseline;
    match path(scenario) {
        Path::Flows(..) => {
            put(Id::Entries, of(OfBaseline::Entries));
            put(Id::Leavers, EXIT_RATE);
            put(Id::EntriesGrowth, of(OfBaseline::EntriesGrowth));
        }
        Path::Growth(_) => put(Id::CareGrowth, of(OfBaseline::Growth)),
        Path::Target(..) => {
            put(Id::CareTarget, of(OfBaseline::Target));
            put(Id::TargetYear, of(OfBaseline::TargetYear));
        }
        Path::Reductions(_) => CUTS.into_iter().enumerate().for_each(|(at, id)| put(id, of(OfBaseline::Reduction(at)))),
    }
    // Where care with parents has no price of its own, that of other placements moves it too.
    let parents = scenario.cost_with_parents().to_bits() == scenario.value(Id::OtherCost).to_bits();
    for (of, [foster, residential, other]) in [(OfPlacement::UnitCost, PRICES), (OfPlacement::UnitCostGrowth, GROWTHS)] {
        put(foster, Number::Placement(FOSTER, of));
        put(residential, Number::Placement(RESIDENTIAL, of));
        put(other, Number::Placement(OTHER, of));
        if parents {
            put(other, Number::Placement(PARENTS, of));
        }
    }
    if agencies(scenario).is_some() {
        put(Id::AgencyShare, of(OfBaseline::PartShare));
        put(Id::AgencyCost, of(OfBaseline::PartUnitCost));
    }
    if !is_nothing(scenario, Id::MixYear) {
        put(Id::MixYear, of(OfBaseline::TargetMixYear));
        MIX.into_iter().enumerate().for_each(|(at, id)| put(id, Number::Placement(at, OfPlacement::TargetShare)));
    }
    put(Id::Discount, Number::DiscountRate);
    put(Id::Cashable, Number::Cashable);
    put(Id::Optimism, Number::Optimism);
    for (at, slot) in told(scenario).into_iter().enumerate() {
        let kind = scenario.option(Id::of(slot, Part::Kind));
        let mut put = |part: Part, of: OfLever| put(Id::of(slot, part), Number::Lever(at, of));
        put(Part::Cost, OfLever::AnnualCost);
        put(Part::Children, OfLever::Children);
        if kind == 0 {
            put(Part::WouldEnter, OfLever::WouldEnter);
        }
        // To the same care nobody moves, however well it works.
        if kind < 2 || step(scenario, slot).is_some() {
            put(Part::Effect, OfLever::Effect);
        }
        // What ends before it starts never runs, whenever that is.
        if runs(scenario, slot).is_some() {
            put(Part::FirstYear, OfLever::FirstYear);
            if !is_nothing(scenario, Id::of(slot, Part::LastYear)) {
                put(Part::LastYear, OfLever::LastYear);
            }
            put(Part::Ramp, OfLever::RampYears);
        }
        put(Part::Returned, OfLever::ReturnedShare);
        put(Part::ReturnYears, OfLever::ReturnYears);
    }
    if share_eligible(scenario) <= 1.0 {
        put(Id::Rate, Number::GrantRate);
        if scenario.option(Id::Counts) == 2 {
            put(Id::Own, Number::GrantEligibleShare);
        }
        put(Id::Lag, Number::GrantLagYears);
    }
    all
}

const EXIT_RATE: Number = Number::Baseline(OfBaseline::ExitRate);

const CUTS: [Id; 3] = [Id::CareCut1, Id::CareCut2, Id::CareCut3];
const PRICES: [Id; 3] = [Id::FosterCost, Id::ResidentialCost, Id::OtherCost];
const GROWTHS: [Id; 3] = [Id::FosterGrowth, Id::ResidentialGrowth, Id::OtherGrowth];

/// What moves together where the visitor says that prices do.
const TIED: [&[Id]; 2] = [&[Id::FosterCost, Id::ResidentialCost, Id::OtherCost, Id::AgencyCost], &GROWTHS];

/// What of the model's number one of the field's is, and the least and the greatest that the model's may be beside the others as they are.
fn scale(scenario: &Scenario, asked: &model::Scenario, number: Number) -> (f64, f64, f64) {
    let year = |year: Year| f64::from(year.value());
    let first = year(asked.first_year);
    match (number, &asked.baseline.course) {
        // Leavers are told in children at the flows of the start; the model has a rate of them.
        (EXIT_RATE, _) => {
            let care_years = scenario.flows().care_years;
            (if care_years > 0.0 { 1.0 / care_years } else { 0.0 }, 0.0, MOST_EXITS)
        }
        (Number::GrantEligibleShare, _) => (1.0 / figure::CHILDREN_2019.value, 0.0, 1.0),
        (Number::Baseline(OfBaseline::TargetYear | OfBaseline::TargetMixYear), _) => (1.0, first + 1.0, first + f64::from(MOST_YEARS)),
        // No more fall than there are beside the other falls.
        (Number::Baseline(OfBaseline::Reduction(at)), Course::Reductions(falls)) => {
            let left = falls.iter().fold(asked.baseline.children.value(), |left, fall| left - fall.value());
            (1.0, 0.0, left + falls.get(at).map_or(0.0, |own| own.value()))
        }
        (Number::Lever(at, OfLever::FirstYear), _) => {
            (1.0, first, asked.levers.get(at).and_then(|lever| lever.last_year).map_or(f64::MAX, year))
        }
        (Number::Lever(at, OfLever::LastYear), _) => (1.0, asked.levers.get(at).map_or(f64::MIN, |lever| year(lever.first_year)), f64::MAX),
        _ => (1.0, f64::MIN, f64::MAX),
    }
}

/// Those that are known only within a range: the field, and the range of the model's number.
#[must_use]
pub fn ranges(scenario: &Scenario) -> Vec<(Id, Range)> {
    let (mut asked, mut all) = (budget(scenario), Vec::new());
    for (id, number) in numbers(scenario) {
        if let (Some((low, high)), Some(central)) = (scenario.range(id), number.read(&mut asked)) {
            let (times, least, most) = scale(scenario, &asked, number);
            // A range is about the number, whatever the model leaves of either.
            all.push((id, Range { number, low: (low * times).max(least).min(central), high: (high * times).min(most).max(central) }));
        }
    }
    all
}

/// Which numbers one draw moves together: those of one field, and, where the visitor says so, the prices of all placements.
#[must_use]
pub fn ties(scenario: &Scenario, ranges: &[(Id, Range)]) -> Vec<Vec<usize>> {
    let together = scenario.option(Id::Tied) == 1;
    let tied = |one: Id, other: Id| one == other || (together && TIED.iter().any(|all| all.contains(&one) && all.contains(&other)));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, (id, _)) in ranges.iter().enumerate() {
        match groups.iter_mut().find(|group| tied(ranges[group[0]].0, *id)) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// The budget with its ranges, as a request: `simulate` is asked for it too.
#[must_use]
pub fn uncertain(scenario: &Scenario, asked: &model::Scenario, ranges: &[(Id, Range)]) -> Value {
    let ranges: Vec<Range> = ranges.iter().map(|(_, range)| *range).collect();
    written(scenario, asked, &ranges)
}
