//! The plan tracker and the claim with numbers, as the room of targets works them out: the councils' plans by quarter, and what a minister
//! said.

use crate::evidence::figure;
use crate::present::prose::Example;
use crate::present::rooms::QUARTERS;
use crate::present::targets::Claim;
use crate::present::targets::Tracker;
use crate::present::targets::claimed_sum;
use crate::words::number;
use crate::words::text::worked as words;

use super::Worked;
use super::result;
use super::six;
use super::source;
use super::whole;

/// The quarters of the first year of the plans.
const FIRST_YEAR: usize = 4;

/// Quarters of the second year that have passed in the first example.
const SECOND_YEAR: usize = 3;

/// Where the councils' plans are within a year.
pub(in super::super) fn plan(worked: &Worked) -> Option<Example> {
    let (lang, tracker) = (worked.lang, Tracker::of(&worked.preset));
    let quarter = FIRST_YEAR + SECOND_YEAR;
    let plan = tracker.at(quarter);
    let text = words::PlanAt {
        date: &tracker.day(lang, quarter),
        n: &whole(&figure::CHILDREN_2019),
        first: &whole(&figure::PLAN_CARE_2019),
        second: &whole(&figure::PLAN_CARE_2020),
        quarters: &SECOND_YEAR.to_string(),
        plan: &result("plan-at", plan, number::decimal_trimmed(plan, 2)),
    };
    worked.example(words::PLANS, [text.say(lang)])
}

/// What each quarter left had to bring when a year of the plans had passed.
pub(in super::super) fn quarters_left(worked: &Worked) -> Option<Example> {
    let counted = &figure::CHILDREN_2020;
    let fall = Tracker::of(&worked.preset).needed(FIRST_YEAR, counted.value)?;
    let text = words::EachQuarter {
        counted: &whole(counted),
        target: &whole(&figure::PLAN_CARE_TARGET),
        quarters: &QUARTERS.len().to_string(),
        passed: &FIRST_YEAR.to_string(),
        fall: &result("each-quarter", fall, number::decimal_trimmed(fall, 1)),
    };
    worked.example(words::QUARTERS_LEFT, [text.say(worked.lang)])
}

/// The claim with its sums as the room words them, each with its source: then, now, as claimed.
fn claim(worked: &Worked) -> (Claim, [String; 3]) {
    let claim = Claim::of(&worked.preset);
    let sums =
        [(&figure::CLAIM_PRIVATE_FROM, claim.from), (&figure::CLAIM_PRIVATE_TO, claim.to), (&figure::CLAIM_PRIVATE_LATER, claim.later)];
    (claim, sums.map(|(figure, sum)| source(figure, claimed_sum(worked.lang, sum))))
}

/// The growth of what was said so far.
pub(in super::super) fn growth(worked: &Worked) -> Option<Example> {
    let (claim, [from, to, _]) = claim(worked);
    let text = words::ClaimGrowth {
        to: &to,
        from: &from,
        years: &whole(&figure::CLAIM_PRIVATE_YEARS),
        growth: &six(claim.growth),
        percent: &result("claim-growth", claim.growth, number::percent(claim.growth, 1)),
    };
    worked.example(words::CLAIMED, [text.say(worked.lang)])
}

/// What the same growth leads to.
pub(in super::super) fn ahead(worked: &Worked) -> Option<Example> {
    let (claim, [_, to, later]) = claim(worked);
    let grown = claim.grown?;
    let text = words::ClaimAhead {
        to: &to,
        growth: &six(claim.growth),
        ahead: &whole(&figure::CLAIM_PRIVATE_YEARS),
        grown: &result("claim-grown", grown, claimed_sum(worked.lang, grown)),
        later: &later,
    };
    worked.example(words::CLAIMED, [text.say(worked.lang)])
}

/// The growth that what was claimed would need.
pub(in super::super) fn needed(worked: &Worked) -> Option<Example> {
    let (claim, [_, to, later]) = claim(worked);
    let text = words::ClaimNeeded {
        later: &later,
        to: &to,
        ahead: &whole(&figure::CLAIM_PRIVATE_YEARS),
        needed: &six(claim.needed),
        percent: &result("claim-needed", claim.needed, number::percent(claim.needed, 1)),
    };
    worked.example(words::CLAIMED, [text.say(worked.lang)])
}
