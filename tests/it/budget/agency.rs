//! Foster care with agencies, told apart from the rest of it in a plan that names it: nothing else of the plan changes by that.

use clorian::evidence::figure as f;
use clorian::place::Place;
use clorian::present::request::plan::agency_costs;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::scenario::id::Part;
use clorian::scenario::own::{Item, Key, Own, Per, Placement};
use clorian::words::Lang;

use super::{answered, asked, cards, figure, of, part, plan, question, same, with};

/// Foster care as the third option of a programme's placements left, and both kinds of it, as options.
const FOSTER: f64 = 1.0;
const FROM_AGENCY: f64 = 5.0;
const FROM_IN_HOUSE: f64 = 6.0;

fn idle(scenario: &Scenario) -> Scenario {
    let slot = scenario.planned().count();
    let more = scenario.with_programme(super::shelf("in-house-fostering")).unwrap();
    with(&more, &[(part(slot, Part::Children), 0.0), (part(slot, Part::Cost), 0.0)])
}

#[test]
fn to_tell_it_apart_changes_nothing_else() {
    let plain = plan(&["edge-of-care", "reunification", "step-down"]);
    let from_foster = with(&plain, &[(part(2, Part::From), FOSTER), (part(2, Part::To), 2.0)]);
    let mixed = with(&plain, &[(Id::MixYear, 2024.0), (Id::MixFoster, 0.6), (Id::MixResidential, 0.1)]);
    let dearer = with(&plain, &[(Id::FosterGrowth, 0.03), (Id::FosterCost, 31_000.0), (Id::Money, 1.0)]);
    for before in [plain, from_foster, mixed, dearer] {
        for (share, cost) in
            [(f::ASSUMPTION_FOSTER_AGENCY_SHARE.value, 41_714.0), (0.0, 41_714.0), (0.5, 20_000.0), (0.95, 1e6), (0.3, 0.0)]
        {
            let after = with(&idle(&before), &[(Id::AgencyShare, share), (Id::AgencyCost, cost)]);
            let [before, after] = [&before, &after].map(|scenario| question(&of(scenario, Lang::En)));
            for name in ["npv", "net-last", "payback"] {
                let [was, is] = [&before, &after].map(|question| figure(question, name));
                same(name, was.unwrap_or(0.0), is.unwrap_or(0.0));
            }
            let [was, is] = [&before, &after].map(|question| super::chart(question, "spend").series.clone());
            for (was, is) in was.iter().zip(&is) {
                assert_eq!(was.name, is.name, "no placement more is shown");
                was.values.iter().zip(&is.values).for_each(|(was, is)| same(&format!("{share} {cost}"), was.unwrap(), is.unwrap()));
            }
        }
    }
}

/// However few are with agencies, and whatever order they stand in: the other programmes are told of first.
#[test]
fn an_active_move_takes_nothing_from_the_others() {
    let alone = plan(&["edge-of-care", "reunification"]);
    let both = plan(&["in-house-fostering", "edge-of-care", "reunification"]);
    let npv = |scenario: &Scenario| -> Vec<f64> {
        let answer = answered(&question(&of(scenario, Lang::En)));
        (0..2).map(|at| answer.number(&format!("levers.{at}.npv")).unwrap()).collect()
    };
    for share in [0.001, 0.01, 0.03, 0.12, 0.5] {
        let both = with(&both, &[(Id::AgencyShare, share)]);
        npv(&alone).into_iter().zip(npv(&both)).for_each(|(was, is)| same(&format!("{share}"), was, is));
        let cards = cards(&of(&both, Lang::En));
        assert_eq!(cards[0].warning.is_some(), share < 0.04, "{share}: {:?}", cards[0].warning);
        assert!(cards[1..].iter().all(|card| card.warning.is_none()), "{share}");
    }
}

#[test]
fn a_child_who_moves_spares_what_the_one_costs_over_the_other() {
    let scenario = plan(&["in-house-fostering"]);
    let (shown, [agencies_cost, own_cost]) = (question(&of(&scenario, Lang::En)), agency_costs(&scenario));
    let (share, agency, all) = (f::ASSUMPTION_FOSTER_AGENCY_SHARE.value, 800.0 * 365.0 / 7.0, f::COST_FOSTER_YEAR.value);
    same("agency", agencies_cost, agency);
    same("all", share * agencies_cost + (1.0 - share) * own_cost, all);
    let answer = answered(&shown);
    let of = |path: &str| answer.number(path).unwrap();
    for year in 0..10 {
        let spared = of(&format!("levers.0.care_years.{year}")) * (agencies_cost - own_cost);
        same("avoided", of(&format!("years.{year}.avoided")), spared);
    }
    let request = asked(&shown);
    assert_eq!(request.number("baseline.part.share"), Some(share));
    same(
        "care with agencies",
        of("years.0.baseline.care.foster_agency") / of("years.0.baseline.care_years"),
        share * f::PLACEMENT_FOSTER_SHARE.value,
    );
    assert!(figure(&shown, "npv").unwrap() > 0.0, "once settled it is worth more than it costs, as it stands on the shelf");
    // Nobody is with an agency, so nobody leaves one, and that is said.
    let none = with(&scenario, &[(Id::AgencyShare, 0.0)]);
    assert!(cards(&super::of(&none, Lang::En))[0].warning.is_some());
    assert!(figure(&question(&super::of(&none, Lang::En)), "npv").unwrap() < 0.0);
}

#[test]
fn either_kind_can_be_left_and_be_entered_and_the_contract_takes_it() {
    for kind in [0.0, 1.0, 2.0] {
        for from in [FOSTER, FROM_AGENCY, FROM_IN_HOUSE] {
            for to in [0.0, 1.0, 4.0, 5.0] {
                let fields = [(part(0, Part::Kind), kind), (part(0, Part::From), from), (part(0, Part::To), to)];
                for share in [0.0, 0.12, 0.95] {
                    let scenario = with(&with(&plan(&["step-down"]), &fields), &[(Id::AgencyShare, share)]);
                    let shown = question(&of(&scenario, Lang::En));
                    same("npv", answered(&shown).number("totals.npv").unwrap(), figure(&shown, "npv").unwrap());
                }
            }
        }
    }
}

#[test]
fn a_councils_own_numbers_and_costs_tell_it_apart() {
    let place = "W06000020";
    let mut own = Own::default();
    let mut add = |year, item, value| own.set(Key { place, year, item }, value).unwrap();
    add(Some(2024), Item::Placed(Placement::FosterAgency), 41.0);
    add(Some(2024), Item::Placed(Placement::FosterInHouse), 150.0);
    add(Some(2024), Item::Placed(Placement::Kinship), 72.0);
    add(None, Item::Cost(Placement::FosterAgency, Per::Week), 1000.0);
    add(None, Item::Cost(Placement::FosterInHouse, Per::Week), 400.0);
    let at = Place::ALL.iter().position(|other| other.key() == place).and_then(|at| u32::try_from(at).ok()).unwrap();
    let scenario = with(&plan(&["in-house-fostering"]), &[(Id::Place, f64::from(at))]).with_own(own);
    same("share", scenario.value(Id::AgencyShare), 41.0 / 263.0);
    same("agency", scenario.value(Id::AgencyCost), 1000.0 * 365.0 / 7.0);
    assert!(scenario.is_own(Id::AgencyShare) && scenario.is_own(Id::AgencyCost));
    // Relatives, who have no price of their own, are taken to cost what the council's own carers do; so those cost what was given.
    same("all", scenario.value(Id::FosterCost), (41.0 * 1000.0 + 222.0 * 400.0) / 263.0 * 365.0 / 7.0);
    same("in-house", agency_costs(&scenario)[1], 400.0 * 365.0 / 7.0);
    // What agencies charge says nothing of all foster care, nor their number of how much of it they have.
    let mut alone = Own::default();
    let mut add = |year, item, value| alone.set(Key { place, year, item }, value).unwrap();
    add(Some(2024), Item::Placed(Placement::FosterAgency), 41.0);
    add(Some(2024), Item::Placed(Placement::Kinship), 72.0);
    add(None, Item::Cost(Placement::FosterAgency, Per::Week), 1000.0);
    assert_eq!(alone.agency_share(place), None);
    let scenario = scenario.with_own(alone);
    same("agency", scenario.value(Id::AgencyCost), 1000.0 * 365.0 / 7.0);
    same("all", scenario.value(Id::FosterCost), f::COST_FOSTER_YEAR.value);
    assert!(!scenario.is_own(Id::FosterCost) && scenario.value(Id::AgencyShare) < 0.13);
}
