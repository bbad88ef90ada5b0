//! The rows of the one table of fields that stand alone. A row is read by the slider, the text box, the link, the errors and the method page.

use crate::evidence::figure;
use crate::words::Text;
use crate::words::text::{field as words, plan};

use super::choices::{BASES, COMPARED, COUNTS, DAMPED, MEASURES, MONEY, PATHS, PLACEMENTS, RULES, SHOWS, TIED, VARY, WHOLE, WITHOUT};
use super::field::{Field, Options, Role, Unit};
use super::id::Id;
use super::table::{COUNTY_START, WALES_START};

/// Every field, in the order of [`Id`]. What a program holds of them is cut from them in [`super::table`].
pub(super) static ROWS: [Field; Id::ALONE] = [
    Field::new(Id::Rate, "rate", (words::RATE, words::RATE_HELP), Role::Choice)
        .counts(Unit::PoundsPerChild, figure::FUND_PDG_LAC_RATE.value)
        .between(0.0, 100_000.0)
        .slides(0.0, 3_000.0, 10.0)
        .from(&[&figure::FUND_PDG_LAC_RATE]),
    Field::new(Id::Counts, "counts", (words::COUNTS, words::COUNTS_HELP), Role::Assumption).offers(&COUNTS).from(&[
        &figure::CHILDREN_2019,
        &figure::CHILDREN_3_TO_15_2018,
        &figure::FUND_PDG_LAC,
    ]),
    Field::new(Id::Own, "own", (words::OWN, words::OWN_HELP), Role::Assumption)
        .counts(Unit::Children, figure::CHILDREN_2019.value)
        .between(0.0, 1_000_000.0)
        .slides(0.0, 10_000.0, 10.0)
        .from(&[&figure::CHILDREN_2019]),
    Field::new(Id::Pot, "pot", (words::POT, words::POT_HELP), Role::Choice)
        .counts(Unit::Pounds, figure::FUND_PDG_LAC.value)
        .between(0.0, 1_000_000_000.0)
        .slides(0.0, 10_000_000.0, 50_000.0)
        .from(&[&figure::FUND_PDG_LAC]),
    Field::new(Id::Retained, "retained", (words::RETAINED, words::RETAINED_HELP), Role::Assumption)
        .counts(Unit::Percent, figure::ASSUMPTION_RETAINED_SHARE.value)
        .between(0.0, 1.0)
        .slides(0.0, 0.5, 0.01)
        .from(&[&figure::ASSUMPTION_RETAINED_SHARE, &figure::FUND_PDG_LAC_COORDINATORS]),
    Field::new(Id::Measure, "measure", (words::MEASURE, words::MEASURE_HELP), Role::Choice)
        .offers(&MEASURES)
        .from(&[&figure::PLAN_AUTHORITIES]),
    Field::new(Id::Path, "path", (words::PATH, words::PATH_HELP), Role::Assumption).offers(&PATHS).from(&[&figure::CALC_ENTRIES]),
    Field::new(Id::Entries, "entries", (words::ENTRIES, words::ENTRIES_HELP), Role::Assumption)
        .counts(Unit::ChildrenPerYear, figure::CALC_ENTRIES.value)
        .between(0.0, 100_000.0)
        .slides(1_000.0, 3_500.0, 10.0)
        .of_the_place()
        .from(&[&figure::CALC_ENTRIES]),
    Field::new(Id::Leavers, "leavers", (words::LEAVERS, words::LEAVERS_HELP), Role::Assumption)
        .counts(Unit::ChildrenPerYear, figure::CHILDREN_LEAVING_2019.value)
        .between(0.0, 60_000.0)
        .slides(1_000.0, 3_500.0, 10.0)
        .of_the_place()
        .from(&[&figure::CHILDREN_LEAVING_2019, &figure::CALC_EXIT_RATE])
        .known_within(&figure::CALC_EXIT_RATE, figure::CALC_CARE_YEARS.value),
    Field::new(Id::EntriesGrowth, "entries-growth", (words::ENTRIES_GROWTH, words::ENTRIES_GROWTH_HELP), Role::Assumption)
        .counts(Unit::PercentPerYear, figure::ASSUMPTION_ENTRIES_GROWTH.value)
        .between(-0.5, 0.5)
        .slides(-0.1, 0.1, 0.005)
        .from(&[&figure::ASSUMPTION_ENTRIES_GROWTH, &figure::CHILDREN_STARTING_CHANGE_2019, &figure::CHILDREN_STARTING_CHANGE_2020]),
    Field::new(Id::CareCut1, "care-cut1", (words::CUT_FIRST, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_CARE_2019.value)
        .between(0.0, 2_000.0)
        .slides(0.0, 400.0, 1.0)
        .of_the_place()
        .from(&[&figure::PLAN_CARE_2019]),
    Field::new(Id::CareCut2, "care-cut2", (words::CUT_SECOND, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_CARE_2020.value)
        .between(0.0, 2_000.0)
        .slides(0.0, 400.0, 1.0)
        .of_the_place()
        .from(&[&figure::PLAN_CARE_2020]),
    Field::new(Id::CareCut3, "care-cut3", (words::CUT_THIRD, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_CARE_2021.value)
        .between(0.0, 2_000.0)
        .slides(0.0, 400.0, 1.0)
        .of_the_place()
        .from(&[&figure::PLAN_CARE_2021]),
    Field::new(Id::CountyCut1, "county-cut1", (words::CUT_FIRST, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_OUT_OF_COUNTY_2019.value)
        .between(0.0, 500.0)
        .slides(0.0, 200.0, 1.0)
        .of_the_place()
        .from(&[&figure::PLAN_OUT_OF_COUNTY_2019]),
    Field::new(Id::CountyCut2, "county-cut2", (words::CUT_SECOND, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_OUT_OF_COUNTY_2020.value)
        .between(0.0, 500.0)
        .slides(0.0, 200.0, 1.0)
        .of_the_place()
        .from(&[&figure::PLAN_OUT_OF_COUNTY_2020]),
    Field::new(Id::CountyCut3, "county-cut3", (words::CUT_THIRD, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_OUT_OF_COUNTY_2021.value)
        .between(0.0, 500.0)
        .slides(0.0, 200.0, 1.0)
        .of_the_place()
        .from(&[&figure::PLAN_OUT_OF_COUNTY_2021]),
    Field::new(Id::WalesCut1, "wales-cut1", (words::CUT_FIRST, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_OUT_OF_WALES_2019.value)
        .between(0.0, 100.0)
        .slides(0.0, 100.0, 1.0)
        .of_the_place()
        .from(&[&figure::PLAN_OUT_OF_WALES_2019]),
    Field::new(Id::WalesCut2, "wales-cut2", (words::CUT_SECOND, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_OUT_OF_WALES_2020.value)
        .between(0.0, 100.0)
        .slides(0.0, 100.0, 1.0)
        .of_the_place()
        .from(&[&figure::PLAN_OUT_OF_WALES_2020]),
    Field::new(Id::WalesCut3, "wales-cut3", (words::CUT_THIRD, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_OUT_OF_WALES_2021.value)
        .between(0.0, 100.0)
        .slides(0.0, 100.0, 1.0)
        .of_the_place()
        .from(&[&figure::PLAN_OUT_OF_WALES_2021]),
    Field::new(Id::ParentsCut1, "parents-cut1", (words::CUT_FIRST, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_LEARNING_DISABILITY_2019.value)
        .between(0.0, 1_000.0)
        .slides(0.0, 20.0, 1.0)
        .from(&[&figure::PLAN_LEARNING_DISABILITY_2019]),
    Field::new(Id::ParentsCut2, "parents-cut2", (words::CUT_SECOND, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_LEARNING_DISABILITY_2020.value)
        .between(0.0, 1_000.0)
        .slides(0.0, 20.0, 1.0)
        .from(&[&figure::PLAN_LEARNING_DISABILITY_2020]),
    Field::new(Id::ParentsCut3, "parents-cut3", (words::CUT_THIRD, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_LEARNING_DISABILITY_2021.value)
        .between(0.0, 1_000.0)
        .slides(0.0, 20.0, 1.0)
        .from(&[&figure::PLAN_LEARNING_DISABILITY_2021]),
    Field::new(Id::CareGrowth, "care-growth", (words::GROWTH, words::GROWTH_HELP), Role::Assumption)
        .counts(Unit::PercentPerYear, figure::CHILDREN_GROWTH_2020.value)
        .between(-0.5, 0.5)
        .slides(-0.1, 0.1, 0.001)
        .from(&[&figure::CHILDREN_GROWTH_2020, &figure::CHILDREN_GROWTH_2020_COUNTS]),
    Field::new(Id::CountyGrowth, "county-growth", (words::GROWTH, words::GROWTH_HELP), Role::Assumption)
        .counts(Unit::PercentPerYear, figure::OUT_OF_COUNTY_CHANGE_2020.value)
        .between(-0.5, 0.5)
        .slides(-0.1, 0.1, 0.001)
        .from(&[&figure::OUT_OF_COUNTY_CHANGE_2020]),
    Field::new(Id::WalesGrowth, "wales-growth", (words::GROWTH, words::GROWTH_HELP), Role::Assumption)
        .counts(Unit::PercentPerYear, figure::OUT_OF_WALES_CHANGE_2020.value)
        .between(-0.5, 0.5)
        .slides(-0.1, 0.1, 0.001)
        .from(&[&figure::OUT_OF_WALES_CHANGE_2020]),
    Field::new(Id::CareTarget, "care-target", (words::TARGET, words::TARGET_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_CARE_TARGET.value)
        .between(0.0, 1_000_000.0)
        .slides(0.0, 10000.0, 5.0)
        .of_the_place()
        .from(&[&figure::PLAN_CARE_TARGET]),
    Field::new(Id::CountyTarget, "county-target", (words::TARGET, words::TARGET_HELP), Role::Choice)
        .counts(Unit::Children, COUNTY_START - figure::PLAN_OUT_OF_COUNTY_TOTAL.value)
        .between(0.0, 1_000_000.0)
        .slides(0.0, 3000.0, 5.0)
        .of_the_place()
        .from(&[&figure::PLAN_OUT_OF_COUNTY_START, &figure::PLAN_OUT_OF_COUNTY_TOTAL]),
    Field::new(Id::WalesTarget, "wales-target", (words::TARGET, words::TARGET_HELP), Role::Choice)
        .counts(Unit::Children, WALES_START - figure::PLAN_OUT_OF_WALES_TOTAL.value)
        .between(0.0, 1_000_000.0)
        .slides(0.0, 1000.0, 5.0)
        .of_the_place()
        .from(&[&figure::PLAN_OUT_OF_WALES_START, &figure::PLAN_OUT_OF_WALES_TOTAL]),
    Field::new(Id::TargetYear, "target-year", (words::TARGET_YEAR, words::TARGET_YEAR_HELP), Role::Choice)
        .counts(Unit::Year, 2022.0)
        .between(2020.0, 2079.0)
        .slides(2020.0, 2040.0, 1.0)
        .from(&[&figure::PLAN_CARE_TOTAL]),
    Field::new(Id::ToYear, "to-year", (words::TO_YEAR, words::TO_YEAR_HELP), Role::Assumption)
        .counts(Unit::Year, 2030.0)
        .between(2020.0, 2079.0)
        .slides(2020.0, 2050.0, 1.0),
    Field::new(Id::Cost, "cost", (words::COST, words::COST_HELP), Role::Choice)
        .counts(Unit::PoundsPerYear, figure::FUND_EDGE_OF_CARE.value)
        .between(0.0, 1_000_000_000.0)
        .slides(0.0, 20_000_000.0, 100_000.0)
        .of_the_place()
        .from(&[&figure::FUND_EDGE_OF_CARE]),
    Field::new(Id::Supported, "supported", (words::SUPPORTED, words::SUPPORTED_HELP), Role::Choice)
        .counts(Unit::ChildrenPerYear, figure::FUND_EDGE_OF_CARE_CHILDREN.value)
        .between(0.0, 1_000_000.0)
        .slides(0.0, 10_000.0, 50.0)
        .of_the_place()
        .from(&[&figure::FUND_EDGE_OF_CARE_CHILDREN]),
    Field::new(Id::WouldEnter, "would-enter", (words::WOULD_ENTER, words::WOULD_ENTER_HELP), Role::Assumption)
        .counts(Unit::Percent, figure::ASSUMPTION_WOULD_ENTER.value)
        .between(0.0, 1.0)
        .slides(0.0, 0.5, 0.01)
        .from(&[&figure::ASSUMPTION_WOULD_ENTER]),
    Field::new(Id::Prevented, "prevented", (words::PREVENTED, words::PREVENTED_HELP), Role::Assumption)
        .counts(Unit::Percent, figure::ASSUMPTION_PREVENTED.value)
        .between(0.0, 1.0)
        .slides(0.0, 0.5, 0.01)
        .from(&[
            &figure::ASSUMPTION_PREVENTED,
            &figure::EFFECT_FGC_CARE_WITHOUT,
            &figure::EFFECT_FGC_CARE_WITH,
            &figure::EFFECT_FGC_RELATIVE,
        ]),
    Field::new(Id::Returned, "returned", (words::RETURNED, words::RETURNED_HELP), Role::Assumption)
        .counts(Unit::Percent, figure::ASSUMPTION_RETURNED_SHARE.value)
        .between(0.0, 1.0)
        .slides(0.0, 0.5, 0.01)
        .from(&[&figure::ASSUMPTION_RETURNED_SHARE]),
    Field::new(Id::ReturnYears, "return-years", (words::RETURN_YEARS, words::RETURN_YEARS_HELP), Role::Assumption)
        .counts(Unit::Years, figure::ASSUMPTION_RETURN_YEARS.value)
        .between(1.0, 60.0)
        .slides(1.0, 10.0, 1.0)
        .from(&[&figure::ASSUMPTION_RETURN_YEARS]),
    Field::new(Id::Placement, "placement", (words::PLACEMENT, words::PLACEMENT_HELP), Role::Assumption)
        .offers(&PLACEMENTS)
        .from(&[&figure::PLACEMENT_FOSTER_SHARE, &figure::PLACEMENT_RESIDENTIAL_SHARE]),
    Field::new(Id::Ramp, "ramp", (words::RAMP, words::RAMP_HELP), Role::Assumption)
        .counts(Unit::Years, figure::ASSUMPTION_RAMP_YEARS.value)
        .between(0.0, 60.0)
        .slides(0.0, 5.0, 1.0)
        .from(&[&figure::ASSUMPTION_RAMP_YEARS]),
    Field::new(Id::Horizon, "horizon", (words::HORIZON, words::HORIZON_HELP), Role::Assumption)
        .counts(Unit::Years, figure::ASSUMPTION_HORIZON_YEARS.value)
        .between(1.0, 60.0)
        .slides(1.0, 30.0, 1.0)
        .from(&[&figure::ASSUMPTION_HORIZON_YEARS]),
    Field::new(Id::Discount, "discount", (words::DISCOUNT, words::DISCOUNT_HELP), Role::Assumption)
        .counts(Unit::Percent, figure::DISCOUNT_RATE.value)
        .between(0.0, 1.0)
        .slides(0.0, 0.1, 0.005)
        .from(&[&figure::DISCOUNT_RATE]),
    Field::new(Id::Cashable, "cashable", (words::CASHABLE, words::CASHABLE_HELP), Role::Assumption)
        .counts(Unit::Percent, figure::ASSUMPTION_CASHABLE.value)
        .between(0.0, 1.0)
        .slides(0.0, 1.0, 0.05)
        .from(&[&figure::ASSUMPTION_CASHABLE]),
    Field::new(Id::Optimism, "optimism", (words::OPTIMISM, words::OPTIMISM_HELP), Role::Assumption)
        .counts(Unit::Percent, figure::ASSUMPTION_OPTIMISM.value)
        .between(0.0, 1.0)
        .slides(0.0, 0.5, 0.05)
        .from(&[&figure::ASSUMPTION_OPTIMISM]),
    Field::new(Id::ResidentialCost, "residential-cost", (words::RESIDENTIAL_COST, words::RESIDENTIAL_COST_HELP), Role::Assumption)
        .counts(Unit::PoundsPerChildYear, figure::COST_RESIDENTIAL_YEAR.value)
        .between(0.0, 10_000_000.0)
        .slides(0.0, 500_000.0, 1_000.0)
        .from(&[&figure::COST_RESIDENTIAL_YEAR, &figure::SPEND_RESIDENTIAL]),
    Field::new(Id::FosterCost, "foster-cost", (words::FOSTER_COST, words::FOSTER_COST_HELP), Role::Assumption)
        .counts(Unit::PoundsPerChildYear, figure::COST_FOSTER_YEAR.value)
        .between(0.0, 10_000_000.0)
        .slides(0.0, 100_000.0, 500.0)
        .from(&[&figure::COST_FOSTER_YEAR, &figure::SPEND_FOSTER]),
    Field::new(Id::OtherCost, "other-cost", (words::OTHER_COST, words::OTHER_COST_HELP), Role::Assumption)
        .counts(Unit::PoundsPerChildYear, figure::COST_OTHER_YEAR.value)
        .between(0.0, 10_000_000.0)
        .slides(0.0, 200_000.0, 500.0)
        .from(&[&figure::COST_OTHER_YEAR, &figure::SPEND_LOOKED_AFTER]),
    Field::new(Id::ResidentialGrowth, "residential-growth", (words::RESIDENTIAL_GROWTH, words::RESIDENTIAL_GROWTH_HELP), Role::Assumption)
        .counts(Unit::PercentPerYear, figure::ASSUMPTION_RESIDENTIAL_GROWTH.value)
        .between(-0.5, 0.5)
        .slides(0.0, 0.15, 0.005)
        .from(&[&figure::ASSUMPTION_RESIDENTIAL_GROWTH]),
    Field::new(Id::Place, "place", (words::PLACE, words::PLACE_HELP), Role::Choice).offers_all(Options::Places),
    Field::new(Id::Base, "base", (words::BASE, words::BASE_HELP), Role::Choice)
        .offers(&BASES)
        .from(&[&figure::CHILDREN_2019, &figure::CHILDREN_2024]),
    Field::new(Id::Stream, "stream", (words::STREAM, words::STREAM_HELP), Role::Choice).offers_all(Options::Streams),
    Field::new(Id::Rule, "rule", (words::RULE, words::RULE_HELP), Role::Choice).offers(&RULES),
    Field::new(Id::Against, "against", (words::AGAINST, words::AGAINST_HELP), Role::Choice).offers(&RULES).at_first(1.0),
    Field::new(Id::BlendChildren, "blend-children", (words::BLEND_CHILDREN, words::BLEND_HELP), Role::Choice)
        .counts(Unit::Percent, figure::ASSUMPTION_BLEND_CHILDREN.value)
        .between(0.0, 1.0)
        .slides(0.0, 1.0, 0.05)
        .from(&[&figure::ASSUMPTION_BLEND_CHILDREN]),
    Field::new(Id::BlendPopulation, "blend-population", (words::BLEND_POPULATION, words::BLEND_HELP), Role::Choice)
        .counts(Unit::Percent, figure::ASSUMPTION_BLEND_POPULATION.value)
        .between(0.0, 1.0)
        .slides(0.0, 1.0, 0.05)
        .from(&[&figure::ASSUMPTION_BLEND_POPULATION]),
    Field::new(Id::BlendEqual, "blend-equal", (words::BLEND_EQUAL, words::BLEND_HELP), Role::Choice)
        .counts(Unit::Percent, figure::ASSUMPTION_BLEND_EQUAL.value)
        .between(0.0, 1.0)
        .slides(0.0, 1.0, 0.05)
        .from(&[&figure::ASSUMPTION_BLEND_EQUAL]),
    Field::new(Id::Floor, "floor", (words::FLOOR, words::FLOOR_HELP), Role::Choice)
        .counts(Unit::Pounds, figure::ASSUMPTION_FLOOR.value)
        .between(0.0, 100_000_000.0)
        .slides(0.0, 500_000.0, 5_000.0)
        .from(&[&figure::ASSUMPTION_FLOOR]),
    Field::new(Id::Damped, "damped", (words::DAMPED, words::DAMPED_HELP), Role::Choice).offers(&DAMPED),
    Field::new(Id::MostChange, "most-change", (words::MOST_CHANGE, words::MOST_CHANGE_HELP), Role::Choice)
        .counts(Unit::Percent, figure::ASSUMPTION_MOST_CHANGE.value)
        .between(0.0, 1.0)
        .slides(0.0, 0.5, 0.01)
        .from(&[&figure::ASSUMPTION_MOST_CHANGE]),
    Field::new(Id::Whole, "whole", (words::WHOLE, words::WHOLE_HELP), Role::Choice).offers(&WHOLE),
    Field::new(Id::Shows, "shows", (words::SHOWS, words::SHOWS_HELP), Role::Choice).offers(&SHOWS),
    Field::new(Id::Lag, "lag", (words::LAG, words::LAG_HELP), Role::Assumption)
        .counts(Unit::Years, figure::ASSUMPTION_GRANT_LAG.value)
        .between(0.0, 10.0)
        .slides(0.0, 5.0, 1.0)
        .from(&[&figure::ASSUMPTION_GRANT_LAG]),
    Field::new(Id::Without, "without", (words::WITHOUT, words::WITHOUT_HELP), Role::Choice)
        .offers(&WITHOUT)
        .from(&[&figure::CHILDREN_PARENTS_2019]),
    Field::new(Id::Vary, "vary", (words::VARY, words::VARY_HELP), Role::Choice).offers(&VARY),
    quarter(Id::Quarter1, "quarter1", words::QUARTER_1),
    quarter(Id::Quarter2, "quarter2", words::QUARTER_2),
    quarter(Id::Quarter3, "quarter3", words::QUARTER_3),
    quarter(Id::Quarter4, "quarter4", words::QUARTER_4),
    quarter(Id::Quarter5, "quarter5", words::QUARTER_5),
    quarter(Id::Quarter6, "quarter6", words::QUARTER_6),
    quarter(Id::Quarter7, "quarter7", words::QUARTER_7),
    quarter(Id::Quarter8, "quarter8", words::QUARTER_8),
    quarter(Id::Quarter9, "quarter9", words::QUARTER_9),
    quarter(Id::Quarter10, "quarter10", words::QUARTER_10),
    quarter(Id::Quarter11, "quarter11", words::QUARTER_11),
    quarter(Id::Quarter12, "quarter12", words::QUARTER_12),
    Field::new(Id::ClaimFrom, "claim-from", (words::CLAIM_FROM, words::CLAIM_FROM_HELP), Role::Assumption)
        .counts(Unit::Pounds, figure::CLAIM_PRIVATE_FROM.value)
        .between(1.0, 1_000_000_000_000.0)
        .slides(1_000_000.0, 1_000_000_000.0, 1_000_000.0)
        .from(&[&figure::CLAIM_PRIVATE_FROM]),
    Field::new(Id::ClaimTo, "claim-to", (words::CLAIM_TO, words::CLAIM_TO_HELP), Role::Assumption)
        .counts(Unit::Pounds, figure::CLAIM_PRIVATE_TO.value)
        .between(1.0, 1_000_000_000_000.0)
        .slides(1_000_000.0, 1_000_000_000.0, 1_000_000.0)
        .from(&[&figure::CLAIM_PRIVATE_TO]),
    Field::new(Id::ClaimYears, "claim-years", (words::CLAIM_YEARS, words::CLAIM_YEARS_HELP), Role::Assumption)
        .counts(Unit::Years, figure::CLAIM_PRIVATE_YEARS.value)
        .between(1.0, 60.0)
        .slides(1.0, 20.0, 1.0)
        .from(&[&figure::CLAIM_PRIVATE_YEARS]),
    Field::new(Id::ClaimLater, "claim-later", (words::CLAIM_LATER, words::CLAIM_LATER_HELP), Role::Assumption)
        .counts(Unit::Pounds, figure::CLAIM_PRIVATE_LATER.value)
        .between(1.0, 1_000_000_000_000.0)
        .slides(10_000_000.0, 2_000_000_000.0, 10_000_000.0)
        .from(&[&figure::CLAIM_PRIVATE_LATER]),
    Field::new(Id::ClaimAhead, "claim-ahead", (words::CLAIM_AHEAD, words::CLAIM_AHEAD_HELP), Role::Assumption)
        .counts(Unit::Years, figure::CLAIM_PRIVATE_YEARS.value)
        .between(1.0, 60.0)
        .slides(1.0, 20.0, 1.0)
        .from(&[&figure::CLAIM_PRIVATE_YEARS]),
    Field::new(Id::Compared, "compared", (words::COMPARED, words::COMPARED_HELP), Role::Choice).offers(&COMPARED),
    Field::new(Id::MixYear, "mix-year", (plan::MIX_YEAR, plan::MIX_YEAR_HELP), Role::Choice)
        .counts(Unit::Year, 0.0)
        .between(2020.0, 2079.0)
        .slides(2020.0, 2040.0, 1.0)
        .or_nothing(),
    Field::new(Id::MixFoster, "mix-foster", (plan::MIX_FOSTER, plan::MIX_HELP), Role::Choice)
        .counts(Unit::Percent, figure::PLACEMENT_FOSTER_SHARE.value)
        .between(0.0, 1.0)
        .slides(0.0, 1.0, 0.01)
        .from(&[&figure::PLACEMENT_FOSTER_SHARE]),
    Field::new(Id::MixResidential, "mix-residential", (plan::MIX_RESIDENTIAL, plan::MIX_HELP), Role::Choice)
        .counts(Unit::Percent, figure::PLACEMENT_RESIDENTIAL_SHARE.value)
        .between(0.0, 1.0)
        .slides(0.0, 0.3, 0.005)
        .from(&[&figure::PLACEMENT_RESIDENTIAL_SHARE]),
    Field::new(Id::MixParents, "mix-parents", (plan::MIX_PARENTS, plan::MIX_HELP), Role::Choice)
        .counts(Unit::Percent, figure::PLACEMENT_PARENTS_SHARE.value)
        .between(0.0, 1.0)
        .slides(0.0, 0.5, 0.01)
        .from(&[&figure::PLACEMENT_PARENTS_SHARE]),
    Field::new(Id::FosterGrowth, "foster-growth", (plan::FOSTER_GROWTH, plan::GROWTH_HELP), Role::Assumption)
        .counts(Unit::PercentPerYear, figure::ASSUMPTION_FOSTER_GROWTH.value)
        .between(-0.5, 0.5)
        .slides(-0.05, 0.1, 0.005)
        .from(&[&figure::ASSUMPTION_FOSTER_GROWTH]),
    Field::new(Id::OtherGrowth, "other-growth", (plan::OTHER_GROWTH, plan::GROWTH_HELP), Role::Assumption)
        .counts(Unit::PercentPerYear, figure::ASSUMPTION_OTHER_GROWTH.value)
        .between(-0.5, 0.5)
        .slides(-0.05, 0.1, 0.005)
        .from(&[&figure::ASSUMPTION_OTHER_GROWTH]),
    Field::new(Id::Money, "money", (plan::MONEY, plan::MONEY_HELP), Role::Choice).offers(&MONEY),
    Field::new(Id::Inflation, "inflation", (plan::INFLATION, plan::INFLATION_HELP), Role::Assumption)
        .counts(Unit::PercentPerYear, figure::ASSUMPTION_INFLATION.value)
        .between(-0.5, 0.5)
        .slides(0.0, 0.1, 0.001)
        .from(&[&figure::ASSUMPTION_INFLATION, &figure::DEFLATOR_GROWTH]),
    Field::new(Id::Tied, "tied", (plan::TIED, plan::TIED_HELP), Role::Assumption).offers(&TIED),
    Field::new(Id::ClaimRate, "claim-rate", (words::CLAIM_RATE, words::CLAIM_RATE_HELP), Role::Assumption)
        .counts(Unit::PercentPerYear, 0.0)
        .between(-0.5, 1.0)
        .slides(0.0, 0.3, 0.001)
        .or_nothing(),
    Field::new(Id::AgencyShare, "agency-share", (plan::AGENCY_SHARE, plan::AGENCY_SHARE_HELP), Role::Assumption)
        .counts(Unit::Percent, figure::ASSUMPTION_FOSTER_AGENCY_SHARE.value)
        .between(0.0, 0.95)
        .slides(0.0, 0.5, 0.01)
        .from(&[&figure::ASSUMPTION_FOSTER_AGENCY_SHARE, &figure::PLACEMENT_TORFAEN_AGENCY]),
    Field::new(Id::AgencyCost, "agency-cost", (plan::AGENCY_COST, plan::AGENCY_COST_HELP), Role::Assumption)
        .counts(Unit::PoundsPerChildYear, figure::COST_FOSTER_AGENCY_YEAR.value)
        .between(0.0, 10_000_000.0)
        .slides(0.0, 100_000.0, 500.0)
        .from(&[&figure::COST_FOSTER_AGENCY_YEAR, &figure::COST_TORFAEN_AGENCY_YEAR]),
];

/// A count that an officer types into the plan tracker, or nothing.
const fn quarter(id: Id, key: &'static str, label: Text) -> Field {
    Field::new(id, key, (label, words::QUARTER_HELP), Role::Assumption)
        .counts(Unit::Children, 0.0)
        .between(0.0, 1_000_000.0)
        .slides(0.0, 10_000.0, 1.0)
        .or_nothing()
}
