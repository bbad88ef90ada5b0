//! What stands on the method page, and in which order: every equation with what it means, and beside it a worked example.

use crate::present::footnotes;
use crate::present::footnotes::Chapter;
use crate::words::text::method as words;

use super::Outline;
use super::Part::Equation;
use super::Part::Example;
use super::Part::List;
use super::Part::Paragraph;
use super::Part::Table;
use super::Part::Worked;
use super::worked::checks;
use super::worked::costs;
use super::worked::flows;
use super::worked::levers;
use super::worked::limits;
use super::worked::money;
use super::worked::paths;
use super::worked::ranges;
use super::worked::rates;
use super::worked::sharing;
use super::worked::targets;
use super::worked::weights;

pub(super) const METHOD: &[Outline] = &[
    (
        &footnotes::STOCK,
        &[
            Paragraph(words::STOCK_FLOWS),
            Worked(words::STOCK_CLOSE, words::STOCK_CLOSE_WORDS, flows::close),
            Worked(words::STOCK_CARE, words::STOCK_CARE_WORDS, flows::care),
            Worked(words::STOCK_LEAVE, words::STOCK_LEAVE_WORDS, flows::leave),
            Worked(words::STOCK_CHANGE, words::STOCK_CHANGE_WORDS, flows::changing),
            Paragraph(words::STOCK_WHY),
        ],
    ),
    (
        &Chapter { id: "calibration", heading: words::FIT },
        &[
            Paragraph(words::FIT_COUNTS),
            Worked(words::FIT_ENTRIES, words::FIT_ENTRIES_WORDS, flows::entries),
            Worked(words::FIT_RATE, words::FIT_RATE_WORDS, flows::rate),
            Worked(words::FIT_STAY, words::FIT_STAY_WORDS, flows::stay),
        ],
    ),
    (
        &footnotes::CHANCE,
        &[
            Paragraph(words::CHANCE_WHAT),
            Worked(words::CHANCE_VARIANCE, words::CHANCE_VARIANCE_WORDS, flows::chance),
            Paragraph(words::CHANCE_LIMITS),
        ],
    ),
    (
        &footnotes::PATHS,
        &[
            Paragraph(words::PATHS_INTRO),
            Worked(words::PATHS_FALLS, words::PATHS_FALLS_WORDS, paths::falls),
            Worked(words::PATHS_GROWTH, words::PATHS_GROWTH_WORDS, paths::growth),
            Worked(words::PATHS_TARGET, words::PATHS_TARGET_WORDS, paths::target),
            Worked(words::PATHS_CARE, words::PATHS_CARE_WORDS, paths::care),
        ],
    ),
    (&footnotes::RATES, &[Worked(words::RATES_SUM, words::RATES_SUM_WORDS, rates::rates)]),
    (
        &footnotes::COSTS,
        &[
            Paragraph(words::COSTS_MIX),
            Example(costs::mix),
            Worked(words::COSTS_UNIT, words::COSTS_UNIT_WORDS, costs::unit),
            Paragraph(words::COSTS_WHY),
            Example(costs::by_count),
            Worked(words::COSTS_LATER, words::COSTS_LATER_WORDS, costs::later),
        ],
    ),
    (
        &footnotes::PROGRAMMES,
        &[
            Paragraph(words::LEVERS_COHORT),
            Worked(words::LEVERS_INFLOW, words::LEVERS_INFLOW_WORDS, levers::inflow),
            Worked(words::LEVERS_STOCK, words::LEVERS_STOCK_WORDS, levers::stock),
            Worked(words::LEVERS_CARE, words::LEVERS_CARE_WORDS, levers::care),
            Paragraph(words::LEVERS_KINDS),
            Worked(words::LEVERS_RAMP, words::LEVERS_RAMP_WORDS, limits::ramp),
            Worked(words::LEVERS_RETURN, words::LEVERS_RETURN_WORDS, limits::returns),
            Worked(words::LEVERS_LIMITS, words::LEVERS_LIMITS_WORDS, limits::limits),
        ],
    ),
    (
        &footnotes::MONEY,
        &[
            Paragraph(words::MONEY_PRICES),
            Worked(words::MONEY_AVOIDED, words::MONEY_AVOIDED_WORDS, money::avoided),
            Paragraph(words::MONEY_CASH),
            Worked(words::MONEY_PRESENT, words::MONEY_PRESENT_WORDS, money::present),
            Table(money::years),
            Worked(words::MONEY_TOTALS, words::MONEY_TOTALS_WORDS, money::totals),
        ],
    ),
    (
        &footnotes::BREAK_EVEN,
        &[
            Paragraph(words::EVEN_WHAT),
            Worked(words::EVEN_SUM, words::EVEN_SUM_WORDS, money::break_even),
            Paragraph(words::EVEN_WAYS),
            Example(money::break_even_ways),
        ],
    ),
    (&footnotes::BACKWARDS, &[Paragraph(words::BACK_WHAT), Worked(words::BACK_SUM, words::BACK_SUM_WORDS, money::backwards)]),
    (
        &footnotes::TRACKER,
        &[
            Worked(words::TRACKER_PLAN, words::TRACKER_PLAN_WORDS, targets::plan),
            Worked(words::TRACKER_LEFT, words::TRACKER_LEFT_WORDS, targets::quarters_left),
        ],
    ),
    (
        &footnotes::CLAIM,
        &[
            Paragraph(words::CLAIM_WHAT),
            Worked(words::CLAIM_GROWTH, words::CLAIM_GROWTH_WORDS, targets::growth),
            Worked(words::CLAIM_AHEAD, words::CLAIM_AHEAD_WORDS, targets::ahead),
            Worked(words::CLAIM_NEEDED, words::CLAIM_NEEDED_WORDS, targets::needed),
        ],
    ),
    (&footnotes::HEAD_TO_HEAD, &[Worked(words::HEAD_SUM, words::HEAD_SUM_WORDS, money::head_to_head)]),
    (
        &footnotes::SHARING,
        &[
            Worked(words::SHARE_RATE, words::SHARE_RATE_WORDS, sharing::by_rate),
            Paragraph(words::SHARE_RECONCILE),
            Worked(words::SHARE_POT, words::SHARE_POT_WORDS, sharing::by_pot),
            Worked(words::SHARE_EQUAL, words::SHARE_EQUAL_WORDS, weights::equal),
            Worked(words::SHARE_BLEND, words::SHARE_BLEND_WORDS, weights::blend),
            Worked(words::SHARE_KEPT, words::SHARE_KEPT_WORDS, sharing::kept),
            Worked(words::SHARE_FLOOR, words::SHARE_FLOOR_WORDS, sharing::floor),
            Example(sharing::change),
            Worked(words::SHARE_FOLLOW, words::SHARE_FOLLOW_WORDS, limits::grant),
        ],
    ),
    (
        &Chapter { id: "ranges", heading: words::RANGES },
        &[
            Paragraph(words::RANGES_WHAT),
            Worked(words::RANGES_BELOW, words::RANGES_BELOW_WORDS, ranges::below),
            Worked(words::RANGES_ABOVE, words::RANGES_ABOVE_WORDS, ranges::above),
            Paragraph(words::RANGES_TOLD),
        ],
    ),
    (
        &Chapter { id: "link", heading: words::LINK },
        &[Paragraph(words::LINK_WHAT), Equation(words::LINK_EXAMPLE, words::LINK_EXAMPLE_WORDS), Paragraph(words::LINK_BROKEN)],
    ),
    (
        &Chapter { id: "reproducing", heading: words::AGAIN },
        &[Paragraph(words::AGAIN_HOW), Equation(words::AGAIN_COMMAND, words::AGAIN_COMMAND_WORDS), Paragraph(words::AGAIN_CONTRACT)],
    ),
    (
        &Chapter { id: "left-out", heading: words::WITHOUT },
        &[List(&[
            words::WITHOUT_OUTCOMES,
            words::WITHOUT_AGE,
            words::WITHOUT_MOVES,
            words::WITHOUT_COSTS,
            words::WITHOUT_INFLATION,
            words::WITHOUT_COUNCILS,
            words::WITHOUT_BEHAVIOUR,
        ])],
    ),
    (
        &Chapter { id: "checked", heading: words::CHECKS },
        &[
            Paragraph(words::CHECKS_COUNTS),
            Example(checks::first),
            Table(checks::counts),
            Paragraph(words::CHECKS_SUMS),
            Example(checks::sums),
            List(&[words::CHECKS_CASES, words::CHECKS_LAWS, words::CHECKS_PAGE]),
        ],
    ),
];
