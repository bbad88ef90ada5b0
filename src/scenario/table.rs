//! The one table of fields. A row is read by the slider, the text box, the link, the errors and the method page.

use crate::evidence::figure;
use crate::words::text::field as words;

use super::field::{Choice, Field, Id, Role, Unit};

/// Children placed out of county in March 2019: derived from the plan, so only to the nearest 10.
pub const COUNTY_START: f64 = (figure::PLAN_OUT_OF_COUNTY_START.value / 10.0).round() * 10.0;

/// Children placed out of Wales in March 2019: derived from the plan, so only to the nearest 10.
pub const WALES_START: f64 = (figure::PLAN_OUT_OF_WALES_START.value / 10.0).round() * 10.0;

/// Who counts for the grant: the options of [`Id::Counts`].
pub const COUNTS: [Choice; 3] = [
    Choice { key: "all", label: words::COUNTS_ALL },
    Choice { key: "3-to-15", label: words::COUNTS_AGED },
    Choice { key: "own", label: words::COUNTS_OWN },
];

/// The four measures of the plans: the options of [`Id::Measure`].
pub const MEASURES: [Choice; 4] = [
    Choice { key: "care", label: words::MEASURE_CARE },
    Choice { key: "out-of-county", label: words::MEASURE_COUNTY },
    Choice { key: "out-of-wales", label: words::MEASURE_WALES },
    Choice { key: "learning-disability", label: words::MEASURE_PARENTS },
];

/// Ways of shaping a path: the options of [`Id::Path`].
pub const PATHS: [Choice; 4] = [
    Choice { key: "flows", label: words::PATH_FLOWS },
    Choice { key: "reductions", label: words::PATH_REDUCTIONS },
    Choice { key: "growth", label: words::PATH_GROWTH },
    Choice { key: "target", label: words::PATH_TARGET },
];

/// Which placement is avoided: the options of [`Id::Placement`].
pub const PLACEMENTS: [Choice; 3] = [
    Choice { key: "average", label: words::PLACEMENT_AVERAGE },
    Choice { key: "residential", label: words::PLACEMENT_RESIDENTIAL },
    Choice { key: "foster", label: words::PLACEMENT_FOSTER },
];

/// Every field, in the order of [`Id`].
pub static FIELDS: [Field; 46] = [
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
        .from(&[&figure::CALC_ENTRIES]),
    Field::new(Id::Leavers, "leavers", (words::LEAVERS, words::LEAVERS_HELP), Role::Assumption)
        .counts(Unit::ChildrenPerYear, figure::CHILDREN_LEAVING_2019.value)
        .between(0.0, 60_000.0)
        .slides(1_000.0, 3_500.0, 10.0)
        .from(&[&figure::CHILDREN_LEAVING_2019, &figure::CALC_EXIT_RATE]),
    Field::new(Id::EntriesGrowth, "entries-growth", (words::ENTRIES_GROWTH, words::ENTRIES_GROWTH_HELP), Role::Assumption)
        .counts(Unit::PercentPerYear, figure::ASSUMPTION_ENTRIES_GROWTH.value)
        .between(-0.5, 0.5)
        .slides(-0.1, 0.1, 0.005)
        .from(&[&figure::ASSUMPTION_ENTRIES_GROWTH, &figure::CHILDREN_STARTING_CHANGE_2019, &figure::CHILDREN_STARTING_CHANGE_2020]),
    Field::new(Id::CareCut1, "care-cut1", (words::CUT_FIRST, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_CARE_2019.value)
        .between(0.0, 2_000.0)
        .slides(0.0, 400.0, 1.0)
        .from(&[&figure::PLAN_CARE_2019]),
    Field::new(Id::CareCut2, "care-cut2", (words::CUT_SECOND, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_CARE_2020.value)
        .between(0.0, 2_000.0)
        .slides(0.0, 400.0, 1.0)
        .from(&[&figure::PLAN_CARE_2020]),
    Field::new(Id::CareCut3, "care-cut3", (words::CUT_THIRD, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_CARE_2021.value)
        .between(0.0, 2_000.0)
        .slides(0.0, 400.0, 1.0)
        .from(&[&figure::PLAN_CARE_2021]),
    Field::new(Id::CountyCut1, "county-cut1", (words::CUT_FIRST, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_OUT_OF_COUNTY_2019.value)
        .between(0.0, 500.0)
        .slides(0.0, 200.0, 1.0)
        .from(&[&figure::PLAN_OUT_OF_COUNTY_2019]),
    Field::new(Id::CountyCut2, "county-cut2", (words::CUT_SECOND, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_OUT_OF_COUNTY_2020.value)
        .between(0.0, 500.0)
        .slides(0.0, 200.0, 1.0)
        .from(&[&figure::PLAN_OUT_OF_COUNTY_2020]),
    Field::new(Id::CountyCut3, "county-cut3", (words::CUT_THIRD, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_OUT_OF_COUNTY_2021.value)
        .between(0.0, 500.0)
        .slides(0.0, 200.0, 1.0)
        .from(&[&figure::PLAN_OUT_OF_COUNTY_2021]),
    Field::new(Id::WalesCut1, "wales-cut1", (words::CUT_FIRST, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_OUT_OF_WALES_2019.value)
        .between(0.0, 100.0)
        .slides(0.0, 100.0, 1.0)
        .from(&[&figure::PLAN_OUT_OF_WALES_2019]),
    Field::new(Id::WalesCut2, "wales-cut2", (words::CUT_SECOND, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_OUT_OF_WALES_2020.value)
        .between(0.0, 100.0)
        .slides(0.0, 100.0, 1.0)
        .from(&[&figure::PLAN_OUT_OF_WALES_2020]),
    Field::new(Id::WalesCut3, "wales-cut3", (words::CUT_THIRD, words::CUT_HELP), Role::Choice)
        .counts(Unit::Children, figure::PLAN_OUT_OF_WALES_2021.value)
        .between(0.0, 100.0)
        .slides(0.0, 100.0, 1.0)
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
        .from(&[&figure::PLAN_CARE_TARGET]),
    Field::new(Id::CountyTarget, "county-target", (words::TARGET, words::TARGET_HELP), Role::Choice)
        .counts(Unit::Children, COUNTY_START - figure::PLAN_OUT_OF_COUNTY_TOTAL.value)
        .between(0.0, 1_000_000.0)
        .slides(0.0, 3000.0, 5.0)
        .from(&[&figure::PLAN_OUT_OF_COUNTY_START, &figure::PLAN_OUT_OF_COUNTY_TOTAL]),
    Field::new(Id::WalesTarget, "wales-target", (words::TARGET, words::TARGET_HELP), Role::Choice)
        .counts(Unit::Children, WALES_START - figure::PLAN_OUT_OF_WALES_TOTAL.value)
        .between(0.0, 1_000_000.0)
        .slides(0.0, 1000.0, 5.0)
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
        .from(&[&figure::FUND_EDGE_OF_CARE]),
    Field::new(Id::Supported, "supported", (words::SUPPORTED, words::SUPPORTED_HELP), Role::Choice)
        .counts(Unit::ChildrenPerYear, figure::FUND_EDGE_OF_CARE_CHILDREN.value)
        .between(0.0, 1_000_000.0)
        .slides(0.0, 10_000.0, 50.0)
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
];
