//! The other paths of section 1 of the method with numbers: plans, growth, a target.

use crate::evidence::figure;
use crate::model;
use crate::model::Projection;
use crate::present::prose::Example;
use crate::present::request;
use crate::present::request::FIRST_YEAR;
use crate::present::request::Path;
use crate::scenario::Id;
use crate::units::Children;
use crate::units::Year;
use crate::words::number;
use crate::words::text::worked as words;

use super::Worked;
use super::part;
use super::result;
use super::whole;

fn path(worked: &Worked, path: Path) -> Projection {
    model::project(&request::path(&worked.preset, figure::CHILDREN_2019.value, path))
}

fn plans(worked: &Worked) -> Projection {
    path(worked, Path::Reductions([&figure::PLAN_CARE_2019, &figure::PLAN_CARE_2020, &figure::PLAN_CARE_2021].map(|plan| plan.value)))
}

/// The councils' plans met in full.
pub(in super::super) fn falls(worked: &Worked) -> Option<Example> {
    let end = plans(worked).years.get(2)?.baseline.closing.value();
    let [first, second, third] = [&figure::PLAN_CARE_2019, &figure::PLAN_CARE_2020, &figure::PLAN_CARE_2021].map(whole);
    let n = whole(&figure::CHILDREN_2019);
    let end = result("plans-end", end, number::whole(end));
    worked.example(words::PLANS, [words::Falls { n: &n, first: &first, second: &second, third: &third, end: &end }.say(worked.lang)])
}

/// The growth that was stated for 2019-20, for two years.
pub(in super::super) fn growth(worked: &Worked) -> Option<Example> {
    let rate = &figure::CHILDREN_GROWTH_2020;
    let end = path(worked, Path::Growth(rate.value)).years.get(1)?.baseline.closing.value();
    let end = result("growth-end", end, number::whole(end));
    worked.example(words::GROWING, [words::Grown { n: &whole(&figure::CHILDREN_2019), g: &part(rate), end: &end }.say(worked.lang)])
}

/// The fall a year that the plans' end needs.
pub(in super::super) fn target(worked: &Worked) -> Option<Example> {
    let [n, target] = [&figure::CHILDREN_2019, &figure::PLAN_CARE_TARGET].map(|figure| Children::new(figure.value));
    let by = worked.preset.value(Id::TargetYear);
    let years = by - f64::from(FIRST_YEAR);
    let span = (0..model::MOST_YEARS).find(|span| f64::from(*span) >= years)?;
    let fall = model::stock::required(n, Year::new(FIRST_YEAR), target, Year::new(FIRST_YEAR).plus(span))?.value();
    let title = words::TargetBy { target: &number::whole(target.value()), year: &by.to_string() }.say(worked.lang);
    let fall = result("required", fall, number::decimal_trimmed(fall, 1));
    let text = words::Required {
        n: &whole(&figure::CHILDREN_2019),
        target: &whole(&figure::PLAN_CARE_TARGET),
        by: &by.to_string(),
        from: &FIRST_YEAR.to_string(),
        fall: &fall,
    };
    Some(Worked::titled(title, [text.say(worked.lang)]))
}

/// Child-years of the first year of the plans.
pub(in super::super) fn care(worked: &Worked) -> Option<Example> {
    let plans = plans(worked);
    let year = &plans.years.first()?.baseline;
    let closing = number::whole(year.closing.value());
    let care = result("plans-care-years", year.care_years.value(), number::whole(year.care_years.value()));
    let text = words::PlansCare { n: &whole(&figure::CHILDREN_2019), closing: &closing, care: &care };
    worked.example(words::PLANS, [text.say(worked.lang)])
}
