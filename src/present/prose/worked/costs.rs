//! Section 2 of the method with numbers: the mix of placements, unit costs, and a later year's spend.

use crate::evidence::Figure;
use crate::evidence::figure;
use crate::present::prose::Example;
use crate::scenario::Id;
use crate::words::Lang;
use crate::words::number;
use crate::words::number::pounds;
use crate::words::number::pounds_short;
use crate::words::text::worked as words;

use super::Worked;
use super::part;
use super::registered;
use super::result;
use super::share;
use super::six;
use super::source;
use super::whole;

fn spend(lang: Lang, figure: &Figure) -> String {
    source(figure, pounds_short(lang, figure.value))
}

fn care_years() -> String {
    source(&figure::CALC_CARE_YEARS, number::decimal(figure::CALC_CARE_YEARS.value, 2))
}

/// How the shares of March 2019 come about.
pub(in super::super) fn mix(worked: &Worked) -> Option<Example> {
    let lang = worked.lang;
    let (foster, residential) = (part(&figure::PLACEMENT_FOSTER_SHARE), part(&figure::PLACEMENT_RESIDENTIAL_SHARE));
    let parents = figure::PLACEMENT_PARENTS_SHARE.value;
    let with_parents = words::MixParents {
        children: &whole(&figure::CHILDREN_PARENTS_2019),
        all: &whole(&figure::CHILDREN_2019),
        share: &registered(&figure::PLACEMENT_PARENTS_SHARE, six(parents)),
    };
    let other = words::MixOther {
        foster: &foster,
        residential: &residential,
        parents: &six(parents),
        share: &registered(&figure::PLACEMENT_OTHER_SHARE, six(figure::PLACEMENT_OTHER_SHARE.value)),
    };
    let published = words::MixPublished { foster: &foster, residential: &residential }.say(lang);
    worked.example(words::MIX, [published, with_parents.say(lang), other.say(lang)])
}

/// The unit costs of 2018-19.
pub(in super::super) fn unit(worked: &Worked) -> Option<Example> {
    let (lang, care) = (worked.lang, care_years());
    let (foster, residential) = (spend(lang, &figure::SPEND_FOSTER), spend(lang, &figure::SPEND_RESIDENTIAL));
    let (m_foster, m_residential) = (part(&figure::PLACEMENT_FOSTER_SHARE), part(&figure::PLACEMENT_RESIDENTIAL_SHARE));
    let cost = |figure: &Figure| registered(figure, pounds(figure.value));
    let [foster_cost, residential_cost, other_cost, secure_cost] =
        [&figure::COST_FOSTER_YEAR, &figure::COST_RESIDENTIAL_YEAR, &figure::COST_OTHER_YEAR, &figure::COST_SECURE_YEAR].map(cost);
    let rest = source(&figure::SPEND_OTHER, pounds_short(lang, figure::SPEND_OTHER.value));
    let week = registered(&figure::COST_RESIDENTIAL_WEEK, pounds(figure::COST_RESIDENTIAL_WEEK.value));
    let week = words::UnitWeek { year: &pounds(figure::COST_RESIDENTIAL_YEAR.value), week: &week };
    let left = words::UnitRest { all: &spend(lang, &figure::SPEND_LOOKED_AFTER), foster: &foster, residential: &residential, rest: &rest };
    let other = words::UnitOther { rest: &rest, foster: &m_foster, residential: &m_residential, care: &care, cost: &other_cost };
    let night = source(&figure::COST_SECURE_NIGHT, pounds(figure::COST_SECURE_NIGHT.value));
    worked.example(
        words::UNIT_COSTS,
        [
            words::UnitFoster { spend: &foster, share: &m_foster, care: &care, cost: &foster_cost }.say(lang),
            words::UnitResidential { spend: &residential, share: &m_residential, care: &care, cost: &residential_cost }.say(lang),
            week.say(lang),
            left.say(lang),
            other.say(lang),
            words::UnitSecure { night: &night, cost: &secure_cost }.say(lang),
        ],
    )
}

/// What foster care would seem to cost if its spend were set against the count at the year's end.
pub(in super::super) fn by_count(worked: &Worked) -> Option<Example> {
    let lang = worked.lang;
    let (n, m) = (figure::CHILDREN_2019.value, figure::PLACEMENT_FOSTER_SHARE.value);
    let cost = figure::SPEND_FOSTER.value / (m * n);
    let lower = 1.0 - cost / figure::COST_FOSTER_YEAR.value;
    let text = words::ByCountSum {
        spend: &spend(lang, &figure::SPEND_FOSTER),
        share: &part(&figure::PLACEMENT_FOSTER_SHARE),
        n: &whole(&figure::CHILDREN_2019),
        cost: &result("foster-by-count", cost, pounds(cost)),
        lower: &number::percent_trimmed(lower, 1),
    };
    worked.example(words::BY_COUNT, [text.say(lang)])
}

/// Residential spend of 2020-21, were prices to rise as fast as the slider goes.
pub(in super::super) fn later(worked: &Worked) -> Option<Example> {
    let lang = worked.lang;
    let growth = Id::ResidentialGrowth.field().slider.1;
    let (scenario, projection) = worked.with(&[(Id::ResidentialGrowth, growth)])?;
    let at = scenario.baseline.placements.iter().position(|placement| placement.code == "residential")?;
    let year = &projection.years.get(1)?.baseline;
    let spend = year.spend.get(at)?.value();
    let cost = source(&figure::COST_RESIDENTIAL_YEAR, pounds(figure::COST_RESIDENTIAL_YEAR.value));
    let text = words::Later {
        share: &part(&figure::PLACEMENT_RESIDENTIAL_SHARE),
        care: &number::decimal(year.care_years.value(), 2),
        cost: &cost,
        growth: &share(growth),
        spend: &result("residential-spend", spend, pounds_short(lang, spend)),
    };
    let title = words::LaterTitle { growth: &number::percent_trimmed(growth, 1) }.say(lang);
    Some(Worked::titled(title, [text.say(lang)]))
}
