//! What the rooms of the numbers in care and of targets both say of a path: how the visitor shapes it, what was counted, a difference in
//! words, the levels of its fields. It knows neither room, so that the program of the one holds nothing of the other.

use crate::evidence::figure;
use crate::evidence::series::WALES;
use crate::model;
use crate::place::Place;
use crate::scenario::How;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::names;
use crate::words::number;
use crate::words::text::count;
use crate::words::text::edge;
use crate::words::text::numbers as words;
use crate::words::year;

use super::request::FIRST_YEAR;
use super::request::Path;

/// The options of [`Id::Path`]: entries and leavers.
pub(super) const FLOWS: usize = 0;
/// A fall in each of three years.
pub(super) const FALLS: usize = 1;
/// A straight line to a target.
pub(super) const TARGET: usize = 3;

/// Whether it starts from the count of Wales in March 2019, as the documents do.
pub(super) fn documents(scenario: &Scenario) -> bool {
    let start = scenario.start();
    scenario.place() == Place::Wales && start.year == FIRST_YEAR && start.how != How::Own
}

/// The path of the visitor's entries and leavers.
pub(super) fn flows(scenario: &Scenario) -> Path {
    Path::Flows(scenario.value(Id::Entries), scenario.exit_rate(), scenario.value(Id::EntriesGrowth))
}

/// The year of the target: none that is over where the path starts, and none further on than the model goes.
#[expect(clippy::cast_possible_truncation, reason = "a year within the bounds of its field")]
pub(super) fn target_year(scenario: &Scenario) -> i32 {
    let first = scenario.start().year;
    (scenario.value(Id::TargetYear) as i32).clamp(first + 1, first + i32::from(model::MOST_YEARS))
}

/// Falls one after another, of which none takes more children than are left.
pub(super) fn falls(start: f64, falls: [f64; 3]) -> [f64; 3] {
    let mut left = start;
    falls.map(|fall| {
        let fall = fall.min(left);
        left -= fall;
        fall
    })
}

/// The count of Wales on 31 March of a year.
pub(super) fn counted(year: i32) -> Option<f64> {
    WALES.iter().find(|count| i32::from(count.year) == year).map(|count| count.children)
}

/// A value for each year from one to another.
pub(super) fn by_year(first: i32, last: i32, value: &dyn Fn(i32) -> Option<f64>) -> Vec<Option<f64>> {
    (first..=last).map(value).collect()
}

/// Years as the positions of a chart.
pub(super) fn years(first: i32, last: i32) -> Vec<String> {
    (first..=last).map(|year| year.to_string()).collect()
}

/// A difference in words: so many more than, so many fewer than, the same as.
pub(super) fn compared_with(lang: Lang, difference: f64) -> String {
    let n = number::whole(difference.abs());
    if difference >= 0.5 {
        words::MoreThan { n: &n }.say(lang)
    } else if difference <= -0.5 {
        words::FewerThan { n: &n }.say(lang)
    } else {
        words::SAME_AS.say(lang).to_owned()
    }
}

/// What the plans of 2019 are, whose end is the target that the documents give.
pub(super) fn about_plans(lang: Lang) -> String {
    let councils = number::whole(figure::PLAN_AUTHORITIES.value);
    words::CaveatPlan { councils: &councils, planned: &number::whole(figure::PLAN_CARE_TARGET.value) }.say(lang)
}

/// What the level of a field that shapes a path means.
pub(super) fn level(lang: Lang, scenario: &Scenario, id: Id) -> Option<String> {
    let value = scenario.value(id);
    match id {
        Id::Entries => {
            let monthly = (value / 12.0).round();
            Some(edge::LevelEntries { monthly: &count::CHILDREN.say(lang, monthly, &number::decimal_trimmed(monthly, 1)) }.say(lang))
        }
        Id::Leavers => {
            let rate = scenario.exit_rate();
            (rate > 0.0).then(|| edge::LevelLeavers { stay: &number::decimal(1.0 / rate, 2) }.say(lang))
        }
        Id::CareTarget => {
            let start = scenario.start().children;
            let change = number::signed(&number::percent_trimmed(value / start - 1.0, 1));
            Some(edge::LevelTarget { percent: &change, start: &number::whole(start) }.say(lang))
        }
        Id::CareCut1 | Id::CountyCut1 | Id::WalesCut1 | Id::ParentsCut1 => Some(fall(lang, scenario, id, 0)),
        Id::CareCut2 | Id::CountyCut2 | Id::WalesCut2 | Id::ParentsCut2 => Some(fall(lang, scenario, id, 1)),
        Id::CareCut3 | Id::CountyCut3 | Id::WalesCut3 | Id::ParentsCut3 => Some(fall(lang, scenario, id, 2)),
        _ => None,
    }
}

/// The financial year of a fall, and that it is in proportion where no plan was published.
fn fall(lang: Lang, scenario: &Scenario, id: Id, after: i32) -> String {
    let year = year::financial(scenario.start().year + after);
    let part = id.field().of_place && scenario.growth().to_bits() != 1.0_f64.to_bits() && !scenario.changed(id);
    if part { words::LevelFallPart { year: &year }.say(lang) } else { words::LevelFall { year: &year }.say(lang) }
}

/// Years as runs: 2019-20, 2022-23 to 2025-26 and 2028-29.
pub(super) fn runs(lang: Lang, years: &[i32]) -> String {
    let mut runs: Vec<(i32, i32)> = Vec::new();
    for year in years {
        match runs.last_mut() {
            Some(run) if run.1 + 1 == *year => run.1 = *year,
            _ => runs.push((*year, *year)),
        }
    }
    let said = |(first, last): &(i32, i32)| match last - first {
        0 => year::financial(*first),
        _ => edge::YearsRun { first: &year::financial(*first), last: &year::financial(*last) }.say(lang),
    };
    names(lang, &runs.iter().map(said).collect::<Vec<_>>())
}
