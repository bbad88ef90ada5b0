//! The rest of section 3 of the method with numbers: starting up, coming back, and the limits. What these examples suppose is typed here
//! and said in their titles: nobody has published it.

use crate::evidence::figure;
use crate::model;
use crate::model::Grant;
use crate::present::prose::Example;
use crate::present::request::FIRST_YEAR;
use crate::scenario::Id;
use crate::units::Pounds;
use crate::units::Share;
use crate::words::count;
use crate::words::number;
use crate::words::text::worked as words;
use crate::words::year;

use super::Worked;
use super::result;
use super::share;
use super::six;
use super::source;
use super::whole;

/// Years that the example takes to start up.
const STARTING_UP: f64 = 3.0;

/// The share that the example has come into care after all, a year later.
const COMING_BACK: f64 = 0.25;

/// A service that takes three years to start up.
pub(in super::super) fn ramp(worked: &Worked) -> Option<Example> {
    let (scenario, projection) = worked.with(&[(Id::Ramp, STARTING_UP)])?;
    let full = scenario.levers.first().map(|lever| (lever.within_reach() * lever.effect()).value())?;
    let inflow = projection.levers.first()?.inflow.get(..3)?;
    let lines = (1_u8..).zip(inflow).map(|(step, joined)| {
        let joined = joined.value();
        let said = result(&format!("ramp-{step}"), joined, number::decimal_trimmed(joined, 1));
        let years = number::whole(STARTING_UP);
        words::Ramp {
            year: &year::financial(FIRST_YEAR + i32::from(step) - 1),
            full: &number::decimal_trimmed(full, 1),
            step: &step.to_string(),
            years: &years,
            joined: &said,
        }
        .say(worked.lang)
    });
    let title = words::RampTitle { years: &count::years(worked.lang, STARTING_UP, 0) }.say(worked.lang);
    Some(Worked::titled(title, lines))
}

/// A quarter coming into care after all, a year later.
pub(in super::super) fn returns(worked: &Worked) -> Option<Example> {
    let (scenario, projection) = worked.with(&[(Id::Returned, COMING_BACK)])?;
    let gross = scenario.levers.first().map(|lever| (lever.within_reach() * lever.effect()).value())?;
    let net = projection.levers.first()?.inflow.get(1)?.value();
    let gross = number::decimal_trimmed(gross, 1);
    let text =
        words::Returns { gross: &gross, share: &share(COMING_BACK), net: &result("net-inflow", net, number::decimal_trimmed(net, 1)) };
    let title = words::ReturnsTitle { share: &number::percent_trimmed(COMING_BACK, 0) }.say(worked.lang);
    Some(Worked::titled(title, [text.say(worked.lang)]))
}

/// A service that would keep out more than come in: all of those supported would have, and all are kept out.
pub(in super::super) fn limits(worked: &Worked) -> Option<Example> {
    let (scenario, projection) = worked.with(&[(Id::WouldEnter, 1.0), (Id::Prevented, 1.0)])?;
    let wanted = scenario.levers.first().map(|lever| (lever.within_reach() * lever.effect()).value())?;
    let lever = projection.levers.first()?;
    let joined = lever.inflow.first()?.value();
    let within = words::Within {
        wanted: &number::whole(wanted),
        entries: &whole(&figure::CALC_ENTRIES),
        joined: &result("limited", joined, number::whole(joined)),
    };
    let wanted = words::Wanted { supported: &whole(&figure::FUND_EDGE_OF_CARE_CHILDREN), wanted: &number::whole(wanted) };
    worked.example(words::LIMITED, [wanted.say(worked.lang), within.say(worked.lang)])
}

/// The grant that follows the children, two years on.
pub(in super::super) fn grant(worked: &Worked) -> Option<Example> {
    let lang = worked.lang;
    let mut scenario = worked.scenario.clone();
    scenario.grant = Some(Grant {
        rate: Pounds::new(figure::FUND_PDG_LAC_RATE.value),
        eligible_share: Share::new(figure::FUND_PDG_LAC_SHARE.value),
        lag_years: 1,
    });
    let projection = model::project(&scenario);
    let (counted, paid) = (projection.years.get(1)?, projection.years.get(2)?);
    let line = |name: &str, children: f64, grant: f64| {
        words::Follows {
            rate: &source(&figure::FUND_PDG_LAC_RATE, number::pounds(figure::FUND_PDG_LAC_RATE.value)),
            share: &source(&figure::FUND_PDG_LAC_SHARE, six(figure::FUND_PDG_LAC_SHARE.value)),
            children: &number::decimal(children, 2),
            grant: &result(name, grant, number::pounds(grant)),
        }
        .say(lang)
    };
    worked.example(
        words::FOLLOWING,
        [
            line("grant-without", counted.baseline.opening.value(), paid.baseline.grant?.value()),
            line("grant-with", counted.scenario.opening.value(), paid.scenario.grant?.value()),
        ],
    )
}
