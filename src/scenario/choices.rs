//! The options of the fields that offer a few. What stands for an option in a link is never reused, and none is ever taken away or moved.

use crate::words::text::field as words;
use crate::words::text::plan;

use super::field::Choice;

/// Who counts for the grant: the options of [`super::Id::Counts`].
pub const COUNTS: [Choice; 3] = [
    Choice { key: "all", label: words::COUNTS_ALL },
    Choice { key: "3-to-15", label: words::COUNTS_AGED },
    Choice { key: "own", label: words::COUNTS_OWN },
];

/// The four measures of the plans: the options of [`super::Id::Measure`].
pub const MEASURES: [Choice; 4] = [
    Choice { key: "care", label: words::MEASURE_CARE },
    Choice { key: "out-of-county", label: words::MEASURE_COUNTY },
    Choice { key: "out-of-wales", label: words::MEASURE_WALES },
    Choice { key: "learning-disability", label: words::MEASURE_PARENTS },
];

/// Ways of shaping a path: the options of [`super::Id::Path`].
pub const PATHS: [Choice; 4] = [
    Choice { key: "flows", label: words::PATH_FLOWS },
    Choice { key: "reductions", label: words::PATH_REDUCTIONS },
    Choice { key: "growth", label: words::PATH_GROWTH },
    Choice { key: "target", label: words::PATH_TARGET },
];

/// Which placement is avoided: the options of [`super::Id::Placement`].
pub const PLACEMENTS: [Choice; 3] = [
    Choice { key: "average", label: words::PLACEMENT_AVERAGE },
    Choice { key: "residential", label: words::PLACEMENT_RESIDENTIAL },
    Choice { key: "foster", label: words::PLACEMENT_FOSTER },
];

/// Where a projection starts: the options of [`super::Id::Base`].
pub const BASES: [Choice; 2] =
    [Choice { key: "documents", label: words::BASE_DOCUMENTS }, Choice { key: "latest", label: words::BASE_LATEST }];

/// What a pot is shared out by, and what that is compared with: the options of [`super::Id::Rule`] and [`super::Id::Against`].
pub const RULES: [Choice; 5] = [
    Choice { key: "children", label: words::RULE_CHILDREN },
    Choice { key: "population", label: words::RULE_POPULATION },
    Choice { key: "equal", label: words::RULE_EQUAL },
    Choice { key: "blend", label: words::RULE_BLEND },
    Choice { key: "own", label: words::RULE_OWN },
];

/// Whether the change from last year has a limit: the options of [`super::Id::Damped`].
pub const DAMPED: [Choice; 2] = [Choice { key: "no", label: words::DAMPED_NO }, Choice { key: "yes", label: words::DAMPED_YES }];

/// What a pot is shared out in: the options of [`super::Id::Whole`].
pub const WHOLE: [Choice; 2] =
    [Choice { key: "pennies", label: words::WHOLE_PENNIES }, Choice { key: "pounds", label: words::WHOLE_POUNDS }];

/// What the map of a grant shows: the options of [`super::Id::Shows`].
pub const SHOWS: [Choice; 3] = [
    Choice { key: "amount", label: words::SHOWS_AMOUNT },
    Choice { key: "each", label: words::SHOWS_EACH },
    Choice { key: "change", label: words::SHOWS_CHANGE },
];

/// Who is taken out of the count: the options of [`super::Id::Without`].
pub const WITHOUT: [Choice; 2] =
    [Choice { key: "none", label: words::WITHOUT_NONE }, Choice { key: "parents", label: words::WITHOUT_PARENTS }];

/// What is changed to reach a target: the options of [`super::Id::Vary`].
pub const VARY: [Choice; 3] = [
    Choice { key: "entries", label: words::VARY_ENTRIES },
    Choice { key: "leavers", label: words::VARY_LEAVERS },
    Choice { key: "prevented", label: words::VARY_PREVENTED },
];

/// What councils are compared by: the options of [`super::Id::Compared`].
pub const COMPARED: [Choice; 5] = [
    Choice { key: "rate", label: words::COMPARED_RATE },
    Choice { key: "change", label: words::COMPARED_CHANGE },
    Choice { key: "county", label: words::COMPARED_COUNTY },
    Choice { key: "wales", label: words::COMPARED_WALES },
    Choice { key: "spend", label: words::COMPARED_SPEND },
];

/// Whether money is in constant prices or in those of each year: the options of [`super::Id::Money`].
pub const MONEY: [Choice; 2] = [Choice { key: "real", label: plan::MONEY_REAL }, Choice { key: "cash", label: plan::MONEY_CASH }];

/// Whether the prices of all placements are drawn together: the options of [`super::Id::Tied`].
pub const TIED: [Choice; 2] = [Choice { key: "apart", label: plan::TIED_APART }, Choice { key: "together", label: plan::TIED_TOGETHER }];

/// Whether a programme is on: the options of [`super::id::Part::On`].
pub const ON: [Choice; 2] = [Choice { key: "on", label: plan::ON_ON }, Choice { key: "off", label: plan::ON_OFF }];

/// What a programme does: the options of [`super::id::Part::Kind`].
pub const KINDS: [Choice; 3] = [
    Choice { key: "divert", label: plan::KIND_DIVERT },
    Choice { key: "reunify", label: plan::KIND_REUNIFY },
    Choice { key: "step-down", label: plan::KIND_STEP_DOWN },
];

/// Which placement a programme takes children from: the options of [`super::id::Part::From`].
pub const FROM: [Choice; 7] = [
    Choice { key: "average", label: words::PLACEMENT_AVERAGE },
    Choice { key: "foster", label: words::PLACEMENT_FOSTER },
    Choice { key: "residential", label: words::PLACEMENT_RESIDENTIAL },
    Choice { key: "parents", label: plan::PLACEMENT_PARENTS },
    Choice { key: "other", label: plan::PLACEMENT_OTHER },
    Choice { key: "foster-agency", label: plan::PLACEMENT_FOSTER_AGENCY },
    Choice { key: "foster-in-house", label: plan::PLACEMENT_FOSTER_IN_HOUSE },
];

/// Which placement it moves them to: the options of [`super::id::Part::To`].
pub const TO: [Choice; 6] = [FROM[1], FROM[2], FROM[3], FROM[4], FROM[5], FROM[6]];
