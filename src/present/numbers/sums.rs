//! The numbers of the page before they are put into words: the four measures, the paths, the counts.

use crate::api;
use crate::evidence::Figure as Published;
use crate::evidence::figure;
use crate::evidence::series::WALES;
use crate::model;
use crate::present::edge::NINE_IN_TEN;
use crate::present::request;
use crate::present::request::FIRST_YEAR;
use crate::present::request::Path;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::scenario::table;
use crate::units::Children;
use crate::units::Year;
use crate::words::Text;
use crate::words::text::field;

/// One of the four numbers that councils planned to bring down.
pub(super) struct Measure {
    /// What it is called.
    pub(super) name: Text,
    /// Where it stood in March 2019, where that is known or can be derived.
    pub(super) start: Option<f64>,
    /// The planned falls of three years.
    pub(super) plan: [&'static Published; 3],
    /// The planned falls together.
    pub(super) fall: &'static Published,
    /// What the fall was said to be of the start.
    pub(super) share: Option<&'static Published>,
    /// The growth stated for 2019-20.
    pub(super) rise: Option<&'static Published>,
    /// The visitor's own falls.
    pub(super) cuts: [Id; 3],
    /// The visitor's own growth and target.
    pub(super) growth_and_target: Option<(Id, Id)>,
}

pub(super) fn measure(scenario: &Scenario) -> Measure {
    match scenario.option(Id::Measure) {
        0 => Measure {
            name: field::MEASURE_CARE,
            start: Some(figure::CHILDREN_2019.value),
            plan: [&figure::PLAN_CARE_2019, &figure::PLAN_CARE_2020, &figure::PLAN_CARE_2021],
            fall: &figure::PLAN_CARE_TOTAL,
            share: None,
            rise: None,
            cuts: [Id::CareCut1, Id::CareCut2, Id::CareCut3],
            growth_and_target: Some((Id::CareGrowth, Id::CareTarget)),
        },
        1 => Measure {
            name: field::MEASURE_COUNTY,
            start: Some(table::COUNTY_START),
            plan: [&figure::PLAN_OUT_OF_COUNTY_2019, &figure::PLAN_OUT_OF_COUNTY_2020, &figure::PLAN_OUT_OF_COUNTY_2021],
            fall: &figure::PLAN_OUT_OF_COUNTY_TOTAL,
            share: Some(&figure::PLAN_OUT_OF_COUNTY_SHARE),
            rise: Some(&figure::OUT_OF_COUNTY_CHANGE_2020),
            cuts: [Id::CountyCut1, Id::CountyCut2, Id::CountyCut3],
            growth_and_target: Some((Id::CountyGrowth, Id::CountyTarget)),
        },
        2 => Measure {
            name: field::MEASURE_WALES,
            start: Some(table::WALES_START),
            plan: [&figure::PLAN_OUT_OF_WALES_2019, &figure::PLAN_OUT_OF_WALES_2020, &figure::PLAN_OUT_OF_WALES_2021],
            fall: &figure::PLAN_OUT_OF_WALES_TOTAL,
            share: Some(&figure::PLAN_OUT_OF_WALES_SHARE),
            rise: Some(&figure::OUT_OF_WALES_CHANGE_2020),
            cuts: [Id::WalesCut1, Id::WalesCut2, Id::WalesCut3],
            growth_and_target: Some((Id::WalesGrowth, Id::WalesTarget)),
        },
        _ => Measure {
            name: field::MEASURE_PARENTS,
            start: None,
            plan: [&figure::PLAN_LEARNING_DISABILITY_2019, &figure::PLAN_LEARNING_DISABILITY_2020, &figure::PLAN_LEARNING_DISABILITY_2021],
            fall: &figure::PLAN_LEARNING_DISABILITY_TOTAL,
            share: None,
            rise: None,
            cuts: [Id::ParentsCut1, Id::ParentsCut2, Id::ParentsCut3],
            growth_and_target: None,
        },
    }
}

/// The last year of the plans: their third fall is done by 31 March of it.
pub(super) const PLANS_END: i32 = FIRST_YEAR + 3;

/// The option of [`Id::Path`] by entries and leavers, and the one by falls.
pub(super) const FLOWS: usize = 0;
const FALLS: usize = 1;

/// The way a path is really shaped: only children in care have flows, and a measure without a start has only falls.
fn way(scenario: &Scenario, measure: &Measure) -> usize {
    match scenario.option(Id::Path) {
        _ if measure.growth_and_target.is_none() => FALLS,
        FLOWS if scenario.option(Id::Measure) != 0 => FALLS,
        way => way,
    }
}

/// The path of a way, and the fields that shape it.
fn shape(scenario: &Scenario, measure: &Measure, way: usize) -> (Path, Vec<Id>) {
    let value = |id: Id| scenario.value(id);
    match (way, measure.growth_and_target) {
        (FLOWS, _) => {
            let path = Path::Flows(value(Id::Entries), scenario.exit_rate(), value(Id::EntriesGrowth));
            (path, vec![Id::Entries, Id::Leavers, Id::EntriesGrowth])
        }
        (2, Some((growth, _))) => (Path::Growth(value(growth)), vec![growth]),
        (3, Some((_, target))) => (Path::Target(value(target), value(Id::TargetYear)), vec![target, Id::TargetYear]),
        _ => (Path::Reductions(measure.cuts.map(value)), measure.cuts.to_vec()),
    }
}

/// A path as counts on 31 March of each year from 2019, with the range of chance where there is one.
pub(super) struct Course {
    pub(super) counts: Vec<f64>,
    pub(super) ranges: Vec<Option<(f64, f64)>>,
    pub(super) flows: Option<(f64, f64)>,
}

impl Course {
    pub(super) fn of(start: f64, request: &api::Value) -> Self {
        let projection = api::read_scenario(request).map(|scenario| model::project(&scenario)).ok();
        let years = projection.as_ref().map_or(&[][..], |p| &p.years);
        let closing = years.iter().map(|year| year.baseline.closing.value());
        let range = |year: &model::ProjectedYear| {
            let (count, sd) = (year.baseline.closing.value(), year.baseline.chance_sd?.value());
            Some(((count - NINE_IN_TEN * sd).max(0.0), count + NINE_IN_TEN * sd))
        };
        let first = years.first().and_then(|year| Some((year.baseline.entries?.value(), year.baseline.exits?.value())));
        Self {
            counts: std::iter::once(start).chain(closing).collect(),
            ranges: std::iter::once(None).chain(years.iter().map(range)).collect(),
            flows: first,
        }
    }

    pub(super) fn at(&self, year: i32) -> Option<f64> {
        usize::try_from(year - FIRST_YEAR).ok().and_then(|index| self.counts.get(index).copied())
    }

    pub(super) fn end(&self) -> f64 {
        self.counts.last().copied().unwrap_or(0.0)
    }
}

/// Everything the page says, before it is put into words.
pub(super) struct Sums {
    pub(super) measure: Measure,
    pub(super) care: bool,
    pub(super) end_year: i32,
    /// The option of [`Id::Path`] in force.
    pub(super) way: usize,
    pub(super) path: Path,
    pub(super) shaping: Vec<Id>,
    pub(super) start: f64,
    pub(super) planned: f64,
    pub(super) carry_on: Option<Course>,
    pub(super) yours: Course,
    pub(super) same: bool,
    pub(super) requests: (api::Value, api::Value),
}

impl Sums {
    #[expect(clippy::cast_possible_truncation, reason = "a year within the bounds of its field")]
    pub(super) fn of(scenario: &Scenario) -> Self {
        let measure = measure(scenario);
        let care = scenario.option(Id::Measure) == 0;
        let way = way(scenario, &measure);
        let (path, shaping) = shape(scenario, &measure, way);
        let start = measure.start.unwrap_or(0.0);
        let requests = (request::path(scenario, start, Path::carry_on(scenario)), request::path(scenario, start, path));
        let yours = if measure.start.is_some() { Course::of(start, &requests.1) } else { fewer(scenario, &measure) };
        let carry_on = care.then(|| Course::of(start, &requests.0));
        let same = carry_on.as_ref().is_some_and(|carry_on| carry_on.counts.iter().zip(&yours.counts).all(|(a, b)| (a - b).abs() < 1e-6));
        Self {
            planned: start - measure.fall.value,
            end_year: scenario.value(Id::ToYear) as i32,
            measure,
            care,
            way,
            path,
            shaping,
            start,
            carry_on,
            yours,
            same,
            requests,
        }
    }

    /// The plan on 31 March of a year: from 2019 to 2022, where the plans end.
    pub(super) fn planned_in(&self, year: i32) -> Option<f64> {
        let done = usize::try_from(year - FIRST_YEAR).ok().filter(|done| *done <= 3)?;
        let fallen: f64 = self.measure.plan.iter().take(done).map(|figure| figure.value).sum();
        Some(if self.measure.start.is_some() { self.start - fallen } else { fallen })
    }

    /// Where the path is a target: the year and the count to start from, and the fall needed each year. From the latest count where the
    /// target lies beyond it, else from March 2019.
    #[expect(clippy::cast_possible_truncation, reason = "a year within the bounds of its field")]
    pub(super) fn required(&self) -> Option<(i32, f64, f64)> {
        let Path::Target(target, by) = self.path else { return None };
        let latest = WALES.last().map(|count| (i32::from(count.year), count.children));
        let (from, count) = latest.filter(|(year, _)| self.care && f64::from(*year) < by).unwrap_or((FIRST_YEAR, self.start));
        let fall = model::stock::required(Children::new(count), Year::new(from), Children::new(target), Year::new(by as i32))?;
        Some((from, count, fall.value()))
    }

    pub(super) fn end_year_text(&self) -> String {
        self.end_year.to_string()
    }
}

/// The measure that has no count: how many fewer than in 2018-19, added up.
pub(super) fn fewer(scenario: &Scenario, measure: &Measure) -> Course {
    let falls = measure.cuts.map(|id| scenario.value(id));
    let years = scenario.value(Id::ToYear) - f64::from(FIRST_YEAR);
    let mut counts = vec![0.0];
    let mut total = 0.0;
    for index in 0_u8..60 {
        if f64::from(index) < years {
            total += falls.get(usize::from(index)).copied().unwrap_or(0.0);
            counts.push(total);
        }
    }
    Course { ranges: vec![None; counts.len()], counts, flows: None }
}

pub(super) fn counted(year: i32) -> Option<f64> {
    WALES.iter().find(|count| i32::from(count.year) == year).map(|count| count.children)
}
