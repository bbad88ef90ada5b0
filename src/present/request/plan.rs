//! The whole budget as it is asked of the model: a path of children, placements and prices, every programme that is on, the grant that
//! follows, and what is known only within a range.

use crate::api::Value;
use crate::evidence::figure;
use crate::model;
use crate::model::Action;
use crate::model::Baseline;
use crate::model::Lever;
use crate::model::MOST_YEARS;
use crate::model::Number;
use crate::model::Placement;
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
use super::only;
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
/// Foster care with agencies: its place among those of a request that tells it apart, and among the options, of which the last is foster care with
/// the councils' own carers.
const AGENCY: usize = 4;

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
    let split = Split::of(scenario);
    if let Some(split) = split {
        split.tell_apart(&mut baseline.placements);
    }
    let levers = told(scenario).into_iter().map(|slot| lever(scenario, slot, split)).collect();
    let share = grant::eligible(scenario) / figure::CHILDREN_2019.value;
    model::Scenario { grant: (share <= 1.0).then(|| super::grant(scenario, share)), ..money(scenario, baseline, levers) }
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

fn change_mix(baseline: &mut Baseline, scenario: &Scenario) {
    let Some(mix) = target_mix(scenario) else { return };
    baseline.target_mix_year = Some(year(scenario.value(Id::MixYear)).max(Year::new(scenario.start().year + 1)));
    baseline.placements.iter_mut().zip(mix).for_each(|(placement, share)| placement.target_share = Share::new(share));
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

/// Foster care with agencies told apart from the rest of it, which is then taken for the councils' own: only in a plan that names either. All
/// foster care together costs what it does otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// The share of foster care that is with agencies.
    pub share: f64,
    /// What a child-year with an agency costs.
    pub agency: f64,
    /// What one with the councils' own carers costs.
    pub in_house: f64,
}

impl Split {
    /// The split that a plan needs; none where no programme that is on names agencies' or the councils' own carers.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Option<Self> {
        scenario.running().any(|slot| tells_apart(scenario, slot)).then(|| Self::by(scenario))
    }

    /// The split by the numbers of a scenario. All children with agencies together cost no more than all foster care does.
    #[must_use]
    pub fn by(scenario: &Scenario) -> Self {
        let [share, agency, all] = [Id::AgencyShare, Id::AgencyCost, Id::FosterCost].map(|id| scenario.value(id));
        let agency = if share > 0.0 { agency.min(all / share) } else { agency };
        Self { share, agency, in_house: Self::rest(share, agency, all) }
    }

    /// What the councils' own costs where all foster care costs so much on average.
    fn rest(share: f64, agency: f64, all: f64) -> f64 {
        ((all - share * agency) / (1.0 - share)).max(0.0)
    }

    fn tell_apart(self, placements: &mut Vec<Placement>) {
        let Some(foster) = placements.get_mut(FOSTER) else { return };
        let part = |share: Share, of: f64| Share::new(share.value() * of);
        let of = |of: f64, code: &str, cost: f64, foster: &Placement| Placement {
            code: code.to_owned(),
            share: part(foster.share, of),
            target_share: part(foster.target_share, of),
            unit_cost: PoundsPerChildYear::new(cost),
            ..foster.clone()
        };
        let agency = of(self.share, "foster_agency", self.agency, foster);
        *foster = of(1.0 - self.share, "foster_in_house", self.in_house, foster);
        placements.push(agency);
    }
}

/// The children of the placement at a place of the options, as they are spread over those of the request: those of the options, then agencies'
/// and the councils' own foster care.
fn children_of(at: usize, split: Option<Split>) -> Vec<Share> {
    let Some(Split { share, .. }) = split else { return only(at) };
    let mut all = only(if at > AGENCY { FOSTER } else { at });
    all.push(if at == AGENCY { Share::ONE } else { Share::ZERO });
    if at == FOSTER {
        (all[FOSTER], all[AGENCY]) = (Share::new(1.0 - share), Share::new(share));
    }
    all
}

/// The placements that a step-down takes children from and those it takes them to, as they are spread over those of the request; none where they
/// are the same.
#[must_use]
pub fn step(scenario: &Scenario, slot: usize, split: Option<Split>) -> Option<(Vec<Share>, Vec<Share>)> {
    let from = scenario.option(Id::of(slot, Part::From)).checked_sub(1).unwrap_or(RESIDENTIAL);
    let (from, to) = (children_of(from, split), children_of(scenario.option(Id::of(slot, Part::To)), split));
    (from != to).then_some((from, to))
}

fn lever(scenario: &Scenario, slot: usize, split: Option<Split>) -> Lever {
    let id = |part: Part| Id::of(slot, part);
    let value = |part: Part| scenario.value(id(part));
    let share = |part: Part| Share::new(value(part));
    let start = Year::new(scenario.start().year);
    let (first, last) = (year(value(Part::FirstYear)).max(start), value(Part::LastYear));
    let last = (!id(Part::LastYear).field().is_nothing(last)).then(|| year(last));
    // What ends before it starts never runs: it starts after the last year that there can be.
    let never = last.is_some_and(|last| last < first);
    Lever {
        name: scenario.programme(slot).map_or("", |programme| programme.id).to_owned(),
        action: action(scenario, slot, split),
        first_year: if never { start.plus(MOST_YEARS) } else { first },
        last_year: last.filter(|_| !never),
        ramp_years: years(value(Part::Ramp), 0),
        annual_cost: Pounds::new(value(Part::Cost)),
        children: Children::new(value(Part::Children)),
        returned_share: share(Part::Returned),
        return_years: years(value(Part::ReturnYears), 1),
    }
}

fn action(scenario: &Scenario, slot: usize, split: Option<Split>) -> Action {
    let share = |part: Part| Share::new(scenario.value(Id::of(slot, part)));
    let mix = || scenario.option(Id::of(slot, Part::From)).checked_sub(1).map(|from| children_of(from, split));
    match scenario.option(Id::of(slot, Part::Kind)) {
        0 => Action::Divert { would_enter: share(Part::WouldEnter), prevented: share(Part::Effect), mix: mix() },
        1 => Action::Reunify { success: share(Part::Effect), mix: mix() },
        _ => match step(scenario, slot, split) {
            Some((from, to)) => Action::StepDown { success: share(Part::Effect), from, to },
            // To the same care nobody moves; the contract wants two, and gets two that nobody moves between.
            None => Action::StepDown { success: Share::ZERO, from: children_of(RESIDENTIAL, split), to: children_of(FOSTER, split) },
        },
    }
}

/// Every number of the budget that may have a range: the field that it is set by, and which of the model's it is.
#[must_use]
pub fn numbers(scenario: &Scenario) -> Vec<(Id, Number)> {
    let mut all: Vec<(Id, Number)> = Vec::new();
    let mut put = |id: Id, number: Number| all.push((id, number));
    match path(scenario) {
        Path::Flows(..) => {
            put(Id::Entries, Number::Baseline(OfBaseline::Entries));
            put(Id::Leavers, EXIT_RATE);
            put(Id::EntriesGrowth, Number::Baseline(OfBaseline::EntriesGrowth));
        }
        Path::Growth(_) => put(Id::CareGrowth, Number::Baseline(OfBaseline::Growth)),
        Path::Target(..) => put(Id::CareTarget, Number::Baseline(OfBaseline::Target)),
        Path::Reductions(_) => {}
    }
    let split = Split::of(scenario);
    // Where care with parents has no price of its own, that of other placements moves it too.
    let parents = scenario.cost_with_parents().to_bits() == scenario.value(Id::OtherCost).to_bits();
    for (of, [foster, residential, other]) in [(OfPlacement::UnitCost, PRICES), (OfPlacement::UnitCostGrowth, GROWTHS)] {
        put(foster, Number::Placement(FOSTER, of));
        if split.is_some() && of == OfPlacement::UnitCostGrowth {
            put(foster, Number::Placement(AGENCY, of));
        }
        put(residential, Number::Placement(RESIDENTIAL, of));
        put(other, Number::Placement(OTHER, of));
        if parents {
            put(other, Number::Placement(PARENTS, of));
        }
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
        if kind < 2 || step(scenario, slot, split).is_some() {
            put(Part::Effect, OfLever::Effect);
        }
        put(Part::Returned, OfLever::ReturnedShare);
    }
    all
}

const EXIT_RATE: Number = Number::Baseline(OfBaseline::ExitRate);

const PRICES: [Id; 3] = [Id::FosterCost, Id::ResidentialCost, Id::OtherCost];
const GROWTHS: [Id; 3] = [Id::FosterGrowth, Id::ResidentialGrowth, Id::OtherGrowth];

/// Those that are known only within a range: the field, and the range of the model's number.
#[must_use]
pub fn ranges(scenario: &Scenario) -> Vec<(Id, Range)> {
    let split = Split::of(scenario);
    let ranged = |(id, number): (Id, Number)| {
        let (low, high) = scenario.range(id)?;
        // What all foster care may cost is told as what the councils' own may.
        if let Some(split) = split.filter(|_| number == Number::Placement(FOSTER, OfPlacement::UnitCost)) {
            let rest = |all: f64| Split::rest(split.share, split.agency, all);
            return Some((id, Range { number, low: rest(low).min(split.in_house), high: rest(high).max(split.in_house) }));
        }
        // Leavers are told in children at the flows of the start; the model has a rate of them.
        let (care_years, rate) = (scenario.flows().care_years, scenario.exit_rate());
        let (low, high) = match (number == EXIT_RATE, care_years > 0.0) {
            (false, _) => (low, high),
            (true, true) => ((low / care_years).min(rate), (high / care_years).min(MOST_EXITS).max(rate)),
            (true, false) => return None,
        };
        Some((id, Range { number, low, high }))
    };
    numbers(scenario).into_iter().filter_map(ranged).collect()
}

/// Which numbers one draw moves together: those of one field, and, where the visitor says so, the prices of all placements.
#[must_use]
pub fn ties(scenario: &Scenario, ranges: &[(Id, Range)]) -> Vec<Vec<usize>> {
    let together = scenario.option(Id::Tied) == 1;
    let tied =
        |one: Id, other: Id| one == other || (together && [PRICES, GROWTHS].iter().any(|all| all.contains(&one) && all.contains(&other)));
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
