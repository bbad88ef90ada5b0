//! Section 3 of the method with numbers: the edge of care service as a cohort.

use crate::evidence::figure;
use crate::present::prose::Example;
use crate::words::number;
use crate::words::text::worked as words;

use super::Worked;
use super::five;
use super::part;
use super::result;
use super::whole;

/// Cohort at the close of each of the first two years, and child-years avoided in each.
struct Cohort {
    joined: f64,
    closing: [f64; 2],
    care: [f64; 2],
}

impl Cohort {
    fn of(worked: &Worked) -> Option<Self> {
        let lever = worked.edge.levers.first()?;
        let closing = |y: usize| worked.edge.years.get(y).map(|year| (year.baseline.closing - year.scenario.closing).value());
        let care = |y: usize| lever.care_years.get(y).map(|care| care.value());
        let joined = lever.inflow.first()?.value();
        Some(Self { joined, closing: [closing(0)?, closing(1)?], care: [care(0)?, care(1)?] })
    }
}

/// Children kept out of care in a year.
pub(in super::super) fn inflow(worked: &Worked) -> Option<Example> {
    let joined = Cohort::of(worked)?.joined;
    let text = words::Inflow {
        supported: &whole(&figure::FUND_EDGE_OF_CARE_CHILDREN),
        would_enter: &part(&figure::ASSUMPTION_WOULD_ENTER),
        prevented: &part(&figure::ASSUMPTION_PREVENTED),
        joined: &result("inflow", joined, number::decimal_trimmed(joined, 1)),
    };
    worked.example(words::SERVICE, [text.say(worked.lang)])
}

/// The cohort at the close of two years.
pub(in super::super) fn stock(worked: &Worked) -> Option<Example> {
    let (lang, cohort) = (worked.lang, Cohort::of(worked)?);
    let (p, k) = worked.p_and_k()?;
    let joined = number::decimal_trimmed(cohort.joined, 1);
    let [first, second] = cohort.closing;
    let said = |value: f64| number::decimal(value, 2);
    let lines = [
        words::CohortFirst { p: &p, joined: &joined, k: &k, closing: &result("cohort-1", first, said(first)) }.say(lang),
        words::CohortSecond { before: &said(first), p: &p, joined: &joined, k: &k, closing: &result("cohort-2", second, said(second)) }
            .say(lang),
    ];
    worked.example(words::SERVICE_YEARS, lines)
}

/// Child-years avoided in two years.
pub(in super::super) fn care(worked: &Worked) -> Option<Example> {
    let (lang, cohort) = (worked.lang, Cohort::of(worked)?);
    let (_, k) = worked.p_and_k()?;
    let h = five(worked.stock.first()?.care_of_entry_year);
    let joined = number::decimal_trimmed(cohort.joined, 1);
    let [first, second] = cohort.care;
    let said = |value: f64| number::decimal(value, 2);
    let before = said(cohort.closing[0]);
    let lines = [
        words::EntryYear { k: &k, r: &worked.r(), h: &h }.say(lang),
        words::AvoidedFirst { k: &k, joined: &joined, h: &h, care: &result("avoided-years-1", first, said(first)) }.say(lang),
        words::AvoidedSecond { before: &before, k: &k, joined: &joined, h: &h, care: &result("avoided-years-2", second, said(second)) }
            .say(lang),
    ];
    worked.example(words::SERVICE_YEARS, lines)
}
