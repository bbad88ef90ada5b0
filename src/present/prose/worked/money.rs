//! Section 4 of the method with numbers: what the edge of care service avoids and costs, when it pays, and how well it must work to.

use crate::evidence::Figure;
use crate::evidence::figure;
use crate::model;
use crate::model::Projection;
use crate::present::prose::Example;
use crate::present::prose::Table;
use crate::present::request::Path;
use crate::present::request::backwards::Backwards;
use crate::present::request::backwards::Vary;
use crate::scenario::Id;
use crate::units::Children;
use crate::units::Pounds;
use crate::units::PoundsPerChildYear;
use crate::units::Share;
use crate::words::Lang;
use crate::words::count;
use crate::words::number;
use crate::words::number::pounds;
use crate::words::number::pounds_short;
use crate::words::text::worked as words;
use crate::words::year;

use super::Worked;
use super::five;
use super::part;
use super::registered;
use super::result;
use super::share;
use super::six;
use super::source;
use super::whole;

/// The mean cost of a child-year over all placements.
fn average(projection: &Projection) -> Option<f64> {
    let care = &projection.years.first()?.baseline;
    Some(care.total_spend.value() / care.care_years.value())
}

fn yearly_cost(lang: Lang) -> String {
    source(&figure::FUND_EDGE_OF_CARE, pounds_short(lang, figure::FUND_EDGE_OF_CARE.value))
}

/// What one year of the service avoids.
pub(in super::super) fn avoided(worked: &Worked) -> Option<Example> {
    let (lang, year) = (worked.lang, worked.edge.years.first()?);
    let care = worked.edge.levers.first()?.care_years.first()?.value();
    let (average, avoided) = (average(&worked.edge)?, year.avoided.value());
    let cost = |figure: &Figure| source(figure, pounds(figure.value));
    let unit = words::Average {
        foster: &part(&figure::PLACEMENT_FOSTER_SHARE),
        foster_cost: &cost(&figure::COST_FOSTER_YEAR),
        residential: &part(&figure::PLACEMENT_RESIDENTIAL_SHARE),
        residential_cost: &cost(&figure::COST_RESIDENTIAL_YEAR),
        other_cost: &cost(&figure::COST_OTHER_YEAR),
        average: &result("average-unit-cost", average, pounds(average)),
    };
    let avoided = words::Avoided {
        care: &number::decimal(care, 2),
        average: &pounds(average),
        cashable: &part(&figure::ASSUMPTION_CASHABLE),
        optimism: &part(&figure::ASSUMPTION_OPTIMISM),
        avoided: &result("avoided-1", avoided, pounds_short(lang, avoided)),
    };
    worked.example(words::SERVICE, [unit.say(lang), avoided.say(lang)])
}

/// The present value of what the service costs.
pub(in super::super) fn present(worked: &Worked) -> Option<Example> {
    let (lang, value) = (worked.lang, worked.edge.totals.present_value.cost.value());
    let rate = worked.scenario.discount_rate;
    let last = worked.scenario.years.checked_sub(1)?;
    let factors: f64 = (0..=last).map(|y| 1.0 / rate.factor(y)).sum();
    let d = part(&figure::DISCOUNT_RATE);
    let lines = [
        words::Factors { d: &d, last: &last.to_string(), factors: &six(factors) }.say(lang),
        words::PresentCost {
            cost: &yearly_cost(lang),
            factors: &six(factors),
            value: &result("present-cost", value, pounds_short(lang, value)),
        }
        .say(lang),
    ];
    let title = words::TenYears { years: &count::years(lang, f64::from(worked.scenario.years), 0) }.say(lang);
    Some(Worked::titled(title, lines))
}

/// Every year of the service, so that each column can be followed down.
pub(in super::super) fn years(worked: &Worked) -> Table {
    let (lang, edge) = (worked.lang, &worked.edge);
    let care = edge.levers.first().map(|lever| lever.care_years.as_slice()).unwrap_or_default();
    let rows = (0..).zip(&edge.years).zip(care).map(|((y, year), care)| {
        let factor = 1.0 / worked.scenario.discount_rate.factor(y);
        vec![
            year::financial(year.year.value()),
            number::decimal((year.baseline.closing - year.scenario.closing).value(), 2),
            number::decimal(care.value(), 2),
            pounds(year.avoided.value()),
            pounds(year.programme_cost.value()),
            pounds(year.net.value()),
            pounds(year.cumulative_net.value()),
            number::decimal(factor, 4),
            pounds(year.net.value() * factor),
        ]
    });
    let heads = [
        words::COLUMN_YEAR,
        words::COLUMN_COHORT,
        words::COLUMN_CARE,
        words::COLUMN_AVOIDED,
        words::COLUMN_COST,
        words::COLUMN_NET,
        words::COLUMN_RUNNING,
        words::COLUMN_FACTOR,
        words::COLUMN_PRESENT,
    ];
    Table {
        caption: words::YEARS_CAPTION.say(lang).to_owned(),
        heads: heads.map(|head| head.say(lang).to_owned()).to_vec(),
        rows: rows.collect(),
        total: Some(total(worked)),
    }
}

fn total(worked: &Worked) -> Vec<String> {
    let years = &worked.edge.years;
    let sum = |of: fn(&model::ProjectedYear) -> Pounds| pounds(years.iter().map(of).sum::<Pounds>().value());
    let care: f64 = worked.edge.levers.iter().flat_map(|lever| &lever.care_years).map(|care| care.value()).sum();
    let present = worked.edge.totals.present_value.net_present_value().value();
    let none = String::new;
    let (avoided, cost, net) = (sum(|year| year.avoided), sum(|year| year.programme_cost), sum(|year| year.net));
    vec![words::TOTAL.say(worked.lang).to_owned(), none(), number::decimal(care, 2), avoided, cost, net, none(), none(), pounds(present)]
}

/// Net present value, ratio and payback.
pub(in super::super) fn totals(worked: &Worked) -> Option<Example> {
    let (lang, totals) = (worked.lang, worked.edge.totals);
    let value = totals.present_value;
    let (cost, avoided) = (value.cost.value(), value.avoided.value());
    let (net, ratio) = (value.net_present_value().value(), value.benefit_cost_ratio()?);
    let (said_cost, said_avoided) = (pounds(cost), pounds(avoided));
    let net = result("npv", net, pounds(net));
    let ratio = result("ratio", ratio, number::decimal(ratio, 2));
    let present = result("present-avoided", avoided, said_avoided.clone());
    let lines = [
        words::PresentAvoided { value: &present }.say(lang),
        words::NetPresent { avoided: &said_avoided, cost: &said_cost, net: &net }.say(lang),
        words::Ratio { avoided: &said_avoided, cost: &said_cost, ratio: &ratio }.say(lang),
    ];
    worked.example(words::WHOLE_TEN, lines.into_iter().chain(payback(worked)))
}

fn payback(worked: &Worked) -> Option<String> {
    let (lang, first) = (worked.lang, worked.edge.totals.payback_year?);
    let at = worked.edge.years.iter().position(|year| year.year == first)?;
    let (before, then) = (worked.edge.years.get(at.checked_sub(1)?)?, worked.edge.years.get(at)?);
    let running = |year: &model::ProjectedYear| pounds_short(lang, year.cumulative_net.value());
    let (earlier, year) = (year::financial(before.year.value()), year::financial(first.value()));
    let paid = result("payback", f64::from(first.value()), year.clone());
    let text = words::Payback { before: &running(before), earlier: &earlier, then: &running(then), year: &year, paid: &paid };
    Some(text.say(lang))
}

/// How well the service must work to pay, as a share.
pub(in super::super) fn break_even(worked: &Worked) -> Option<Example> {
    let (lang, value) = (worked.lang, worked.edge.totals.present_value);
    let share = worked.edge.levers.first()?.break_even?.effect.value();
    let text = words::BreakEven {
        prevented: &part(&figure::ASSUMPTION_PREVENTED),
        cost: &pounds_short(lang, value.cost.value()),
        avoided: &pounds_short(lang, value.avoided.value()),
        least: &result("break-even", share, number::decimal(share, 4)),
        percent: &number::percent(share, 1),
    };
    worked.example(words::WHOLE_TEN, [text.say(lang)])
}

/// The same in children.
pub(in super::super) fn break_even_ways(worked: &Worked) -> Option<Example> {
    let lang = worked.lang;
    let least = worked.edge.levers.first()?.break_even?;
    let (supported, would_enter) = (whole(&figure::FUND_EDGE_OF_CARE_CHILDREN), part(&figure::ASSUMPTION_WOULD_ENTER));
    let share = number::decimal(least.effect.value(), 4);
    let (hundred, year) = (least.per_100_supported, least.children_a_year.value());
    let hundred_said = result("break-even-hundred", hundred, number::decimal(hundred, 2));
    let one_in = result("break-even-one-in", 100.0 / hundred, number::one_in(lang, 100.0 / hundred));
    let year = result("break-even-year", year, number::decimal(year, 1));
    let lines = [
        words::PerHundred { would_enter: &would_enter, share: &share, hundred: &hundred_said }.say(lang),
        words::OneChildIn { hundred: &number::decimal(hundred, 2), one_in: &one_in }.say(lang),
        words::PerYear { supported: &supported, would_enter: &would_enter, share: &share, year: &year }.say(lang),
    ];
    worked.example(words::WHOLE_TEN, lines)
}

/// How many must be kept out of care a year for the plans' end to be reached, in the three years of the plans.
fn kept_out(worked: &Worked) -> Option<f64> {
    let (sought, entries) = (figure::PLAN_CARE_TARGET.value, figure::CALC_ENTRIES.value);
    Backwards::new(&worked.preset, Path::carry_on(&worked.preset), Vary::Prevented, (0.0, entries), 3, sought).solve().ok()
}

/// The entries prevented that bring the count to the plans' end, and that it fits.
pub(in super::super) fn backwards(worked: &Worked) -> Option<Example> {
    let (lang, kept) = (worked.lang, kept_out(worked)?);
    let (p, k) = worked.p_and_k()?;
    let carried = worked.stock.get(2)?.closing.value();
    let target = whole(&figure::PLAN_CARE_TARGET);
    let (p_value, k_value) = (worked.stock.first()?.stay, worked.stock.first()?.still_there);
    let each = k_value * (1.0 + p_value + p_value * p_value);
    let lines = [
        words::EachKept { k: &k, p: &p, each: &five(each) }.say(lang),
        words::KeptOut {
            carried: &number::decimal(carried, 1),
            target: &target,
            each: &five(each),
            kept: &result("kept-out", kept, number::decimal(kept, 1)),
        }
        .say(lang),
    ];
    let title = words::BackwardsTitle { target: &number::whole(figure::PLAN_CARE_TARGET.value) }.say(lang);
    Some(Worked::titled(title, lines))
}

/// A child supported beside a year of residential care.
pub(in super::super) fn head_to_head(worked: &Worked) -> Option<Example> {
    let lang = worked.lang;
    let (cost, supported) = (figure::FUND_EDGE_OF_CARE.value, figure::FUND_EDGE_OF_CARE_CHILDREN.value);
    let residential = figure::COST_RESIDENTIAL_YEAR.value;
    let compared = |saved: f64| {
        let (cost, residential) = (Pounds::new(cost), PoundsPerChildYear::new(residential));
        model::money::head_to_head(cost, Children::new(supported), residential, Share::new(saved))
    };
    let (all, half) = (compared(worked.preset.value(Id::Cashable))?, compared(HALF)?);
    let each = cost / supported;
    let said = number::decimal(all.supported_for_one, 1);
    let line = |name: &str, saved: f64, one_in: f64| {
        let found = result(name, one_in, number::one_in(lang, one_in));
        words::OneIn { supported: &said, saved: &share(saved), one_in: &found }.say(lang)
    };
    let each_said = registered(&figure::COST_EDGE_OF_CARE_CHILD, pounds(each));
    worked.example(
        words::HEAD_TO_HEAD,
        [
            words::Each { cost: &yearly_cost(lang), supported: &whole(&figure::FUND_EDGE_OF_CARE_CHILDREN), each: &each_said }.say(lang),
            words::ForOne {
                residential: &source(&figure::COST_RESIDENTIAL_YEAR, pounds(residential)),
                each: &pounds(each),
                supported: &result("supported-for-one", all.supported_for_one, said.clone()),
            }
            .say(lang),
            line("one-in", worked.preset.value(Id::Cashable), all.one_in),
            line("one-in-half", HALF, half.one_in),
        ],
    )
}

/// What the second line of the last example supposes is saved.
const HALF: f64 = 0.5;
