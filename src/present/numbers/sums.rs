//! The numbers of the page before they are put into words: the four measures, the paths, the counts. Where a path starts, the scenario
//! says; the plans of 2019 always start from the count that they were made on.

use crate::evidence::Figure as Published;
use crate::evidence::counts;
use crate::evidence::figure;
use crate::evidence::series::WALES;
use crate::model;
use crate::place::Place;
use crate::present::edge::NINE_IN_TEN;
use crate::present::footnotes;
use crate::present::footnotes::Footnote;
use crate::present::paths::FALLS;
use crate::present::paths::FLOWS;
use crate::present::paths::TARGET;
use crate::present::paths::falls;
use crate::present::paths::flows;
use crate::present::paths::target_year;
use crate::present::request;
use crate::present::request::FIRST_YEAR;
use crate::present::request::Path;
use crate::scenario::How;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::scenario::Start;
use crate::scenario::table;
use crate::units::Children;
use crate::units::Year;
use crate::words::Lang;
use crate::words::Text;
use crate::words::text::field;
use crate::words::text::numbers as words;

use super::without;

/// One of the four numbers that councils planned to bring down.
pub(super) struct Measure {
    /// What it is called.
    pub(super) name: Text,
    /// Where it stood in March 2019, where that is known or can be derived.
    pub(super) start: Option<f64>,
    /// Where it stood in March 2024.
    latest: Option<&'static Published>,
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

impl Measure {
    /// What its start and its first year are known by: the falls together, what they were said to be of the start, the rise.
    pub(super) fn known_by(&self) -> Vec<Footnote> {
        footnotes::rows(&[&[self.fall], self.share.as_slice(), self.rise.as_slice()].concat())
    }

    /// The same after the planned falls one by one.
    pub(super) fn footnotes(&self) -> Vec<Footnote> {
        [footnotes::rows(&self.plan), self.known_by()].concat()
    }
}

/// The measure chosen. The other three were planned and followed for Wales alone, and the visitor's own counts are of children in care.
pub(super) fn measure(scenario: &Scenario) -> usize {
    let all = scenario.place() == Place::Wales && scenario.start().how != How::Own;
    if all { scenario.option(Id::Measure) } else { 0 }
}

/// The measure chosen, where another stands in for it.
pub(super) fn replaced(scenario: &Scenario) -> Option<Text> {
    let chosen = scenario.option(Id::Measure);
    (chosen != measure(scenario)).then(|| measured(chosen).name)
}

/// One of the four measures by its place among the options.
pub(super) fn measured(index: usize) -> Measure {
    match index {
        0 => Measure {
            name: field::MEASURE_CARE,
            start: Some(figure::CHILDREN_2019.value),
            latest: Some(&figure::CHILDREN_2024),
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
            latest: Some(&figure::OUT_OF_COUNTY_2024),
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
            latest: Some(&figure::OUT_OF_WALES_2024),
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
            latest: None,
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

/// The way a path is really shaped: only children in care have flows, and a measure without a start has only falls.
fn way(scenario: &Scenario, care: bool, measure: &Measure) -> usize {
    match scenario.option(Id::Path) {
        _ if measure.growth_and_target.is_none() => FALLS,
        FLOWS if !care => FALLS,
        way => way,
    }
}

/// The path of a way, and the fields that shape it.
fn shape(scenario: &Scenario, measure: &Measure, way: usize) -> (Path, Vec<Id>) {
    let value = |id: Id| scenario.value(id);
    match (way, measure.growth_and_target) {
        (FLOWS, _) => (flows(scenario), vec![Id::Entries, Id::Leavers, Id::EntriesGrowth]),
        (2, Some((growth, _))) => (Path::Growth(value(growth)), vec![growth]),
        (TARGET, Some((_, target))) => (Path::Target(value(target), f64::from(target_year(scenario))), vec![target, Id::TargetYear]),
        _ => (Path::Reductions(measure.cuts.map(value)), measure.cuts.to_vec()),
    }
}

/// A path of a part of the children, from where that part starts.
fn part_of(path: Path, part: f64, start: f64) -> Path {
    match path {
        Path::Flows(entries, rate, growth) => Path::Flows(entries * part, rate, growth),
        Path::Reductions(by) => Path::Reductions(falls(start, by.map(|fall| fall * part))),
        Path::Growth(rate) => Path::Growth(rate),
        Path::Target(target, year) => Path::Target(target * part, year),
    }
}

/// A path as counts on 31 March of each year from its first, with the range of chance where there is one.
pub(super) struct Course {
    pub(super) first: i32,
    pub(super) counts: Vec<f64>,
    pub(super) ranges: Vec<Option<(f64, f64)>>,
    pub(super) flows: Option<(f64, f64)>,
}

impl Course {
    fn of(first: i32, start: f64, asked: &model::Scenario) -> Self {
        let years = model::project(asked).years;
        let closing = years.iter().map(|year| year.baseline.closing.value());
        let range = |year: &model::ProjectedYear| {
            let (count, sd) = (year.baseline.closing.value(), year.baseline.chance_sd?.value());
            Some(((count - NINE_IN_TEN * sd).max(0.0), count + NINE_IN_TEN * sd))
        };
        let flows = years.first().and_then(|year| Some((year.baseline.entries?.value(), year.baseline.exits?.value())));
        Self {
            first,
            counts: std::iter::once(start).chain(closing).collect(),
            ranges: std::iter::once(None).chain(years.iter().map(range)).collect(),
            flows,
        }
    }

    fn index(&self, year: i32) -> Option<usize> {
        usize::try_from(year - self.first).ok()
    }

    pub(super) fn at(&self, year: i32) -> Option<f64> {
        self.counts.get(self.index(year)?).copied()
    }

    pub(super) fn range_at(&self, year: i32) -> Option<(f64, f64)> {
        self.ranges.get(self.index(year)?).copied().flatten()
    }

    pub(super) fn end(&self) -> f64 {
        self.counts.last().copied().unwrap_or(0.0)
    }

    /// The range of chance where it ends.
    pub(super) fn end_range(&self) -> Option<(f64, f64)> {
        self.ranges.last().copied().flatten()
    }
}

/// Everything the page says of its paths, before it is put into words.
pub(super) struct Sums {
    pub(super) place: Place,
    pub(super) from: Start,
    pub(super) measure: Measure,
    /// The measure chosen, where children in care stand in for it.
    pub(super) replaced: Option<Text>,
    pub(super) care: bool,
    pub(super) end_year: i32,
    /// The option of [`Id::Path`] in force.
    pub(super) way: usize,
    pub(super) path: Path,
    pub(super) shaping: Vec<Id>,
    /// The part of the children that is shown: all, or those not placed with parents.
    pub(super) part: f64,
    /// Where the paths start.
    pub(super) start: f64,
    /// Where the plans of 2019 started, and where they ended.
    pub(super) plan_start: f64,
    pub(super) planned: f64,
    pub(super) carry_on: Option<Course>,
    pub(super) yours: Course,
    pub(super) same: bool,
    /// Whether the rates are the visitor's own, and not Wales's.
    pub(super) own_rates: bool,
    /// What was asked for them, carried on and shaped by the visitor.
    pub(super) asked: (model::Scenario, model::Scenario),
}

impl Sums {
    #[expect(clippy::cast_possible_truncation, reason = "a year within the bounds of its field")]
    pub(super) fn of(scenario: &Scenario) -> Self {
        let (place, from, index) = (scenario.place(), scenario.start(), measure(scenario));
        let (measure, care) = (measured(index), index == 0);
        let part = if care { without::part(scenario) } else { 1.0 };
        let start = start(&from, care, &measure) * part;
        let way = way(scenario, care, &measure);
        let (path, shaping) = shape(scenario, &measure, way);
        let path = part_of(path, part, start);
        let carried = part_of(Path::carry_on(scenario), part, start);
        let asked = (request::path(scenario, start, carried), request::path(scenario, start, path));
        let end_year = (scenario.value(Id::ToYear) as i32).clamp(from.year + 1, from.year + i32::from(model::MOST_YEARS));
        let yours =
            if measure.start.is_some() { Course::of(from.year, start, &asked.1) } else { fewer(scenario, &measure, from.year, end_year) };
        let carry_on = care.then(|| Course::of(from.year, start, &asked.0));
        let same = carry_on.as_ref().is_some_and(|carry_on| carry_on.counts.iter().zip(&yours.counts).all(|(a, b)| (a - b).abs() < 1e-6));
        let own_rates = scenario.flows().own;
        let plan_start = measure.start.unwrap_or(0.0) * part;
        let planned = plan_start - measure.fall.value * part;
        Self {
            place,
            from,
            measure,
            replaced: replaced(scenario),
            care,
            end_year,
            way,
            path,
            shaping,
            part,
            start,
            plan_start,
            planned,
            carry_on,
            yours,
            same,
            own_rates,
            asked,
        }
    }

    /// Whether it is Wales, for which alone plans were published.
    pub(super) fn wales(&self) -> bool {
        self.place == Place::Wales
    }

    /// Whether it is Wales from the count of March 2019, as the documents have it.
    pub(super) fn documents(&self) -> bool {
        self.wales() && self.from.year == FIRST_YEAR && !self.own()
    }

    /// Whether it starts from a count of the visitor's own.
    pub(super) fn own(&self) -> bool {
        self.from.how == How::Own
    }

    /// At whose rates children come into care and leave it when nothing is changed.
    pub(super) fn rates(&self, lang: Lang) -> &'static str {
        if self.own_rates { words::AT_OWN_RATES } else { words::AT_RATES }.say(lang)
    }

    /// The plan on 31 March of a year: for Wales, from 2019 to 2022, where the plans end.
    pub(super) fn planned_in(&self, year: i32) -> Option<f64> {
        let done = usize::try_from(year - FIRST_YEAR).ok().filter(|done| *done <= 3 && self.wales())?;
        let fallen: f64 = self.measure.plan.iter().take(done).map(|figure| figure.value).sum();
        Some(if self.measure.start.is_some() { self.plan_start - fallen * self.part } else { fallen })
    }

    /// Where the path is a target: the year and the count to start from, and the fall needed each year. From the latest count where the
    /// target lies beyond it, else from where the path starts.
    #[expect(clippy::cast_possible_truncation, reason = "a year within the bounds of its field")]
    pub(super) fn required(&self) -> Option<(i32, f64, f64)> {
        let Path::Target(target, by) = self.path else { return None };
        let all = self.care && self.part >= 1.0 && !self.own();
        let latest = latest(self.place).filter(|(year, _)| all && f64::from(*year) < by);
        let (from, count) = latest.unwrap_or((self.from.year, self.start));
        let fall = model::stock::required(Children::new(count), Year::new(from), Children::new(target), Year::new(by as i32))?;
        Some((from, count, fall.value()))
    }

    /// What its own path rests on.
    pub(super) fn path_footnotes(&self) -> &'static [Footnote] {
        if self.way == FLOWS { FLOWING } else { const { &[Footnote::Method(&footnotes::PATHS)] } }
    }

    pub(super) fn end_year_text(&self) -> String {
        self.end_year.to_string()
    }
}

/// What a path by entries and leavers rests on, with its range of chance.
pub(super) const FLOWING: &[Footnote] = &[Footnote::Method(&footnotes::STOCK), Footnote::Method(&footnotes::CHANCE)];

/// Where a measure stands when the paths start.
fn start(from: &Start, care: bool, measure: &Measure) -> f64 {
    match measure.latest {
        _ if care => from.children,
        Some(latest) if from.year != FIRST_YEAR => latest.value,
        _ => measure.start.unwrap_or(0.0),
    }
}

/// The latest count of a place and its year: for a council or a region a mean of two years.
fn latest(place: Place) -> Option<(i32, f64)> {
    if place == Place::Wales {
        return WALES.last().map(|count| (i32::from(count.year), count.children));
    }
    place.children(counts::LATEST_YEAR).map(|known| (i32::from(counts::LATEST_YEAR), known.children))
}

/// The measure that has no count: how many fewer than in 2018-19, added up.
fn fewer(scenario: &Scenario, measure: &Measure, first: i32, end: i32) -> Course {
    let falls = measure.cuts.map(|id| scenario.value(id));
    let mut total = 0.0;
    let counts: Vec<f64> = std::iter::once(0.0)
        .chain((first..end).zip(falls.into_iter().chain(std::iter::repeat(0.0))).map(|(_, fall)| {
            total += fall;
            total
        }))
        .collect();
    Course { first, ranges: vec![None; counts.len()], counts, flows: None }
}
