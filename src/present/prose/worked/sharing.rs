//! Section 5 of the method with numbers: PDG-LAC by rate and from its pot, over the councils' counts of March 2018.

use crate::evidence::figure;
use crate::model::allocation;
use crate::model::allocation::Allocation;
use crate::model::allocation::Area;
use crate::model::allocation::Method;
use crate::model::allocation::Sharing;
use crate::model::allocation::Unit;
use crate::place::COUNCILS;
use crate::place::Council;
use crate::present::prose::Example;
use crate::units::Children;
use crate::units::Pence;
use crate::units::Pounds;
use crate::units::Rate;
use crate::units::Share;
use crate::words::number;
use crate::words::number::pounds;
use crate::words::text::worked as words;

use super::Worked;
use super::registered;
use super::result;
use super::share;
use super::six;
use super::source;
use super::whole;

/// What the examples suppose, as their titles say: a region's share, a floor in pence, a greatest change.
const KEPT: f64 = 0.1;
const FLOOR: Pence = Pence::new(10_000_000);
const MOST_CHANGE: f64 = 0.1;

fn rate() -> String {
    source(&figure::FUND_PDG_LAC_RATE, pounds(figure::FUND_PDG_LAC_RATE.value))
}

pub(super) fn pot() -> String {
    source(&figure::FUND_PDG_LAC, pounds(figure::FUND_PDG_LAC.value))
}

/// PDG-LAC by rate for every child looked after, and beside its pot.
pub(in super::super) fn by_rate(worked: &Worked) -> Option<Example> {
    let lang = worked.lang;
    let due = figure::FUND_PDG_LAC_ALL_CHILDREN.value;
    let total = Sharing {
        method: Method::Rate { rate: Pounds::new(figure::FUND_PDG_LAC_RATE.value) },
        unit: Unit::Penny,
        retained_share: Share::ZERO,
        areas: vec![area("", "", figure::CHILDREN_2019.value, None)],
    };
    let total = allocation::allocate(&total).ok()?.total.pounds().value();
    let gap = figure::FUND_PDG_LAC.value - total;
    let children = figure::FUND_PDG_LAC_CHILDREN.value;
    let lines = [
        words::ByRate {
            rate: &rate(),
            children: &whole(&figure::CHILDREN_2019),
            total: &result(figure::FUND_PDG_LAC_ALL_CHILDREN.id, total, pounds(due)),
        }
        .say(lang),
        words::Gap { pot: &pot(), total: &pounds(total), gap: &result("gap", gap, pounds(gap)) }.say(lang),
        words::Paid { pot: &pot(), rate: &rate(), children: &registered(&figure::FUND_PDG_LAC_CHILDREN, number::whole(children)) }
            .say(lang),
        words::PaidShare {
            children: &number::whole(children),
            all: &whole(&figure::CHILDREN_2019),
            share: &registered(&figure::FUND_PDG_LAC_SHARE, number::percent_trimmed(figure::FUND_PDG_LAC_SHARE.value, 1)),
        }
        .say(lang),
        words::Aged {
            children: &whole(&figure::CHILDREN_3_TO_15_2018),
            rate: &rate(),
            total: &registered(&figure::FUND_PDG_LAC_AGED_3_TO_15, pounds(figure::FUND_PDG_LAC_AGED_3_TO_15.value)),
        }
        .say(lang),
    ];
    worked.example(words::RECONCILED, lines)
}

fn area(code: &str, region: &str, weight: f64, last_year: Option<Pence>) -> Area {
    Area { code: code.to_owned(), region: region.to_owned(), weight: Children::new(weight), last_year }
}

/// The pot in whole pounds over the councils by their children.
fn shared(retained: f64, floor: Pence, change: Option<(f64, Pence)>) -> Option<Allocation> {
    let last = change.map(|(_, last)| last);
    let sharing = Sharing {
        method: Method::Pot {
            pot: Pence::exactly(figure::FUND_PDG_LAC.value)?,
            floor,
            max_change: change.map(|(most, _)| Rate::new(most)),
        },
        unit: Unit::Pound,
        retained_share: Share::new(retained),
        areas: COUNCILS.iter().map(|council| area(council.code, council.consortium.id, council.counts.children, last)).collect(),
    };
    allocation::allocate(&sharing).ok()
}

/// Every council with its part before its region keeps any, in pounds.
pub(super) fn parts(allocation: &Allocation) -> impl Iterator<Item = (&'static Council, f64)> + '_ {
    allocation.areas.iter().filter_map(|part| Some((COUNCILS.get(part.area)?, part.before_retention.pounds().value())))
}

fn children() -> f64 {
    COUNCILS.iter().map(|council| council.counts.children).sum()
}

/// The pot by largest remainder: the council with the largest and that with the smallest.
pub(in super::super) fn by_pot(worked: &Worked) -> Option<Example> {
    let (lang, all) = (worked.lang, children());
    let allocation = shared(0.0, Pence::ZERO, None)?;
    let exact = |council: &Council| figure::FUND_PDG_LAC.value * council.counts.children / all;
    let left = figure::FUND_PDG_LAC.value - COUNCILS.iter().map(|council| exact(council).floor()).sum::<f64>();
    let by_remainder = |a: &(&Council, f64), b: &(&Council, f64)| exact(a.0).fract().total_cmp(&exact(b.0).fract());
    let (most, least) = (parts(&allocation).max_by(by_remainder)?, parts(&allocation).min_by(by_remainder)?);
    let line = |name: &str, (council, amount): (&Council, f64)| {
        words::ByPot {
            council: council.name.say(lang),
            pot: &pot(),
            children: &number::whole(council.counts.children),
            all: &number::whole(all),
            exact: &number::pounds_and_pence(exact(council)),
            amount: &result(name, amount, pounds(amount)),
        }
        .say(lang)
    };
    let over = words::LeftOver { left: &result("left-over", left, pounds(left)) }.say(lang);
    worked.example(words::FROM_POT, [over, line("largest-remainder", most), line("smallest-remainder", least)])
}

/// A region that keeps a tenth, and one of its councils.
pub(in super::super) fn kept(worked: &Worked) -> Option<Example> {
    let lang = worked.lang;
    let allocation = shared(KEPT, Pence::ZERO, None)?;
    let (first, council) = allocation.areas.iter().find_map(|part| Some((part, COUNCILS.get(part.area)?)))?;
    let region = allocation.regions.iter().find(|region| region.region == council.consortium.id)?;
    let [amount, retained, passed] = [region.amount, region.retained, region.passed_on].map(|pence| pence.pounds().value());
    let (received, before) = (first.amount.pounds().value(), first.before_retention.pounds().value());
    let lines = [
        words::Retained {
            region: council.consortium.name.say(lang),
            amount: &pounds(amount),
            share: &share(KEPT),
            retained: &result("retained", retained, pounds(retained)),
            passed: &result("passed-on", passed, pounds(passed)),
        }
        .say(lang),
        words::Received {
            council: council.name.say(lang),
            passed: &pounds(passed),
            before: &pounds(before),
            amount: &pounds(amount),
            received: &result("received", received, pounds(received)),
        }
        .say(lang),
    ];
    let title = words::KeptTitle { share: &number::percent_trimmed(KEPT, 1) }.say(lang);
    Some(Worked::titled(title, lines))
}

/// A floor: who has it, and what is left for each child of the others.
pub(in super::super) fn floor(worked: &Worked) -> Option<Example> {
    let (lang, floor) = (worked.lang, FLOOR.pounds().value());
    let allocation = shared(0.0, FLOOR, None)?;
    let at_floor = |amount: f64| amount <= floor;
    let (held, free): (Vec<_>, Vec<_>) = parts(&allocation).partition(|(_, amount)| at_floor(*amount));
    let weight: f64 = free.iter().map(|(council, _)| council.counts.children).sum();
    let held_count = f64::from(u32::try_from(held.len()).ok()?);
    let lambda = (figure::FUND_PDG_LAC.value - held_count * floor) / weight;
    let ((smaller, at), (larger, above)) = (held.first()?, free.first()?);
    let lines = [
        words::Lambda {
            pot: &pot(),
            councils: &number::whole(held_count),
            floor: &pounds(floor),
            children: &number::whole(weight),
            lambda: &result("lambda", lambda, format!("£{}", six(lambda))),
        }
        .say(lang),
        words::AtFloor {
            council: smaller.name.say(lang),
            lambda: &six(lambda),
            children: &number::whole(smaller.counts.children),
            below: &pounds(lambda * smaller.counts.children),
            amount: &result("at-floor", *at, pounds(*at)),
        }
        .say(lang),
        words::AboveFloor {
            council: larger.name.say(lang),
            lambda: &six(lambda),
            children: &number::whole(larger.counts.children),
            amount: &result("above-floor", *above, pounds(*above)),
        }
        .say(lang),
    ];
    let title = words::FloorTitle { floor: &pounds(floor) }.say(lang);
    Some(Worked::titled(title, lines))
}

/// A greatest change on last year, when the pot was shared equally: the councils that would move most.
pub(in super::super) fn change(worked: &Worked) -> Option<Example> {
    let (lang, pot) = (worked.lang, figure::FUND_PDG_LAC.value);
    let councils = f64::from(u32::try_from(COUNCILS.len()).ok()?);
    let last = (pot / councils).floor();
    let allocation = shared(0.0, Pence::ZERO, Some((MOST_CHANGE, Pence::exactly(last)?)))?;
    let by_amount = |a: &(&Council, f64), b: &(&Council, f64)| a.1.total_cmp(&b.1);
    let (up, down) = (parts(&allocation).max_by(by_amount)?, parts(&allocation).min_by(by_amount)?);
    let line = |name: &str, sign: &str, (council, amount): (&Council, f64)| {
        words::ChangedBy {
            council: council.name.say(lang),
            last: &pounds(last),
            sign,
            change: &share(MOST_CHANGE),
            amount: &result(name, amount, pounds(amount)),
        }
        .say(lang)
    };
    let title = words::ChangeTitle { change: &number::percent_trimmed(MOST_CHANGE, 1), last: &pounds(last) }.say(lang);
    Some(Worked::titled(title, [line("most", "+", up), line("least", number::MINUS, down)]))
}
