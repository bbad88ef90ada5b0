//! Numbers in care: what was counted, what was planned, what the flows of 2018-19 lead to, and the visitor's own path.

use crate::api;
use crate::app::State;
use crate::evidence::Figure as Published;
use crate::evidence::figure;
use crate::evidence::series::WALES;
use crate::model;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::scenario::table;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::field;
use crate::words::text::numbers as words;
use crate::words::text::site;

use super::Group;
use super::Question;
use super::ResultRow;
use super::chart::Chart;
use super::chart::Measure as Numbers;
use super::chart::Series;
use super::chart::Shape;
use super::edge::NINE_IN_TEN;
use super::figure::Figure;
use super::figure::Sentence;
use super::figure::mark;
use super::request;
use super::request::FIRST_YEAR;
use super::request::Path;
use super::request::Request;

/// One of the four numbers that councils planned to bring down.
struct Measure {
    /// What it is called.
    name: Text,
    /// Where it stood in March 2019, where that is known or can be derived.
    start: Option<f64>,
    /// The planned falls of three years.
    plan: [&'static Published; 3],
    /// The planned falls together.
    fall: &'static Published,
    /// What the fall was said to be of the start.
    share: Option<&'static Published>,
    /// The growth stated for 2019-20.
    rise: Option<&'static Published>,
    /// The visitor's own falls.
    cuts: [Id; 3],
    /// The visitor's own growth and target.
    growth_and_target: Option<(Id, Id)>,
}

fn measure(scenario: &Scenario) -> Measure {
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

/// Exits for each child-year: the visitor's leavers over the child-years of 2018-19.
#[must_use]
pub fn exit_rate(scenario: &Scenario) -> f64 {
    scenario.value(Id::Leavers) / figure::CALC_CARE_YEARS.value
}

/// The way a path is shaped, and the fields that shape it. Flows make only the count of children in care; a measure without a start
/// has only falls.
fn shape(scenario: &Scenario, measure: &Measure) -> (Path, Vec<Id>) {
    let value = |id: Id| scenario.value(id);
    let falls = || (Path::Reductions(measure.cuts.map(value)), measure.cuts.to_vec());
    let Some((growth, target)) = measure.growth_and_target else { return falls() };
    match scenario.option(Id::Path) {
        0 if scenario.option(Id::Measure) == 0 => (
            Path::Flows(value(Id::Entries), exit_rate(scenario), value(Id::EntriesGrowth)),
            vec![Id::Entries, Id::Leavers, Id::EntriesGrowth],
        ),
        2 => (Path::Growth(value(growth)), vec![growth]),
        3 => (Path::Target(value(target), value(Id::TargetYear)), vec![target, Id::TargetYear]),
        _ => falls(),
    }
}

/// A path as counts on 31 March of each year from 2019, with the range of chance where there is one.
struct Course {
    counts: Vec<f64>,
    ranges: Vec<Option<(f64, f64)>>,
    flows: Option<(f64, f64)>,
}

impl Course {
    fn of(start: f64, request: &api::Value) -> Self {
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

    fn at(&self, year: i32) -> Option<f64> {
        usize::try_from(year - FIRST_YEAR).ok().and_then(|index| self.counts.get(index).copied())
    }

    fn end(&self) -> f64 {
        self.counts.last().copied().unwrap_or(0.0)
    }
}

/// Everything the page says, before it is put into words.
struct Sums {
    measure: Measure,
    care: bool,
    end_year: i32,
    path: Path,
    shaping: Vec<Id>,
    start: f64,
    planned: f64,
    carry_on: Option<Course>,
    yours: Course,
    same: bool,
    requests: (api::Value, api::Value),
}

impl Sums {
    #[expect(clippy::cast_possible_truncation, reason = "a year within the bounds of its field")]
    fn of(scenario: &Scenario) -> Self {
        let measure = measure(scenario);
        let care = scenario.option(Id::Measure) == 0;
        let (path, shaping) = shape(scenario, &measure);
        let start = measure.start.unwrap_or(0.0);
        let requests = (request::path(scenario, start, Path::carry_on()), request::path(scenario, start, path));
        let yours = if measure.start.is_some() { Course::of(start, &requests.1) } else { fewer(scenario, &measure) };
        let carry_on = care.then(|| Course::of(start, &requests.0));
        let same = carry_on.as_ref().is_some_and(|carry_on| carry_on.counts.iter().zip(&yours.counts).all(|(a, b)| (a - b).abs() < 1e-6));
        Self {
            planned: start - measure.fall.value,
            end_year: scenario.value(Id::ToYear) as i32,
            measure,
            care,
            path,
            shaping,
            start,
            carry_on,
            yours,
            same,
            requests,
        }
    }

    fn end_year_text(&self) -> String {
        self.end_year.to_string()
    }
}

/// The measure that has no count: how many fewer than in 2018-19, added up.
fn fewer(scenario: &Scenario, measure: &Measure) -> Course {
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

fn counted(year: i32) -> Option<f64> {
    WALES.iter().find(|count| i32::from(count.year) == year).map(|count| count.children)
}

/// The question with its answer.
#[must_use]
pub fn question(state: &State) -> Question {
    let (lang, scenario) = (state.lang, &state.scenario);
    let sums = Sums::of(scenario);
    let say = |text: Text| text.say(lang).to_owned();
    Question {
        title: say(words::TITLE),
        question: say(words::QUESTION),
        intro: say(words::INTRO),
        gist: (yours_label(lang, &sums), Figure::new("", sums.yours.end(), number::whole(sums.yours.end()))),
        headline: headline(lang, &sums),
        lines: lines(lang, &sums),
        groups: groups(state, &sums),
        results: results(lang, &sums),
        charts: vec![(chart(lang, &sums), None)],
        caveats: caveats(lang, &sums),
        requests: requests(lang, &sums),
        announcement: announcement(lang, &sums),
    }
}

fn yours_label(lang: Lang, sums: &Sums) -> String {
    words::YoursEnd { year: &sums.end_year_text() }.say(lang)
}

fn headline(lang: Lang, sums: &Sums) -> Sentence {
    let fall = sums.measure.fall.value;
    let rise = sums.measure.rise.map_or(0.0, |rise| rise.value);
    let counted = counted(2022).unwrap_or(0.0);
    let councils = figure::PLAN_LEARNING_DISABILITY_REPORTING.value;
    let figures = [
        Figure::new("planned", sums.planned, number::whole(sums.planned)),
        Figure::new("counted", counted, number::whole(counted)),
        Figure::new("gap", counted - sums.planned, number::whole(counted - sums.planned)),
        Figure::new("fall", fall, number::whole(fall)),
        Figure::new("start", sums.start, number::whole(sums.start)),
        Figure::new("rise", rise, number::percent_trimmed(rise, 1)),
        Figure::new("councils", councils, number::whole(councils)),
    ];
    let text = if sums.care {
        words::HeadlineCare { planned: mark(0), counted: mark(1), gap: mark(2) }.say(lang)
    } else if sums.measure.start.is_some() {
        words::HeadlineDerived { fall: mark(3), start: mark(4), planned: mark(0), rise: mark(5) }.say(lang)
    } else {
        words::HeadlineParents { fall: mark(3), councils: mark(6) }.say(lang)
    };
    Sentence::of(&text, &figures)
}

fn lines(lang: Lang, sums: &Sums) -> Vec<Sentence> {
    let year = sums.end_year_text();
    let carry_on = sums.carry_on.as_ref().map(|carry_on| {
        let (model, end) = (carry_on.at(2020).unwrap_or(0.0), carry_on.end());
        let figures = [
            Figure::new("model-2020", model, number::whole(model)),
            Figure::new("", figure::CHILDREN_2020.value, number::whole(figure::CHILDREN_2020.value)),
            Figure::new("carry-on-end", end, number::whole(end)),
        ];
        Sentence::of(&words::LineCarryOn { model: mark(0), counted: mark(1), end: mark(2), year: &year }.say(lang), &figures)
    });
    let yours = (!sums.same && sums.measure.start.is_some()).then(|| {
        let end = sums.yours.end();
        let difference = end.round() - sums.planned;
        let figures = [
            Figure::new("yours-line", end, number::whole(end)),
            Figure::new("", difference, number::signed(&number::whole(difference))),
            Figure::new("", sums.planned, number::whole(sums.planned)),
        ];
        Sentence::of(&words::LineYours { end: mark(0), year: &year, difference: mark(1), planned: mark(2) }.say(lang), &figures)
    });
    carry_on.into_iter().chain(yours).collect()
}

fn groups(state: &State, sums: &Sums) -> Vec<Group> {
    let mut yours = if sums.measure.start.is_some() { vec![Id::Path] } else { Vec::new() };
    yours.extend(&sums.shaping);
    yours.push(Id::ToYear);
    vec![Group::of(state, field::MEASURE, &[Id::Measure], false), Group::of(state, field::PATH, &yours, false)]
}

fn results(lang: Lang, sums: &Sums) -> Vec<ResultRow> {
    let mut rows = Vec::new();
    let whole = |name, value: f64| Figure::new(name, value, number::whole(value));
    if sums.measure.start.is_some() {
        let note = words::NowPlannedNote { start: &number::whole(sums.start), fall: &number::whole(sums.measure.fall.value) }.say(lang);
        rows.push(ResultRow::new(words::NOW_PLANNED.say(lang), whole("row-planned", sums.planned), Some(note)));
    }
    if sums.care {
        rows.extend(care_rows(lang, sums));
    }
    if let Some(rise) = sums.measure.rise {
        let note =
            words::FirstYearNote { start: &number::whole(sums.start), rise: &number::signed(&number::percent_trimmed(rise.value, 1)) };
        let value = sums.start * (1.0 + rise.value);
        rows.push(ResultRow::new(words::FIRST_YEAR_COUNTED.say(lang), whole("first-year", value), Some(note.say(lang))));
    }
    rows.push(ResultRow::new(yours_label(lang, sums), whole("yours", sums.yours.end()), yours_note(lang, sums)));
    rows
}

fn care_rows(lang: Lang, sums: &Sums) -> Vec<ResultRow> {
    let whole = |name, value: f64| Figure::new(name, value, number::whole(value));
    let latest = WALES.last();
    let model = sums.carry_on.as_ref().and_then(|carry_on| carry_on.at(2020)).unwrap_or(0.0);
    let note = words::CarryOn2020Note {
        counted: &number::whole(figure::CHILDREN_2020.value),
        revised: &number::whole(figure::CHILDREN_2020_REVISED.value),
    };
    let mut rows = vec![ResultRow::new(words::NOW_COUNTED.say(lang), whole("row-counted", counted(2022).unwrap_or(0.0)), None)];
    if let Some(latest) = latest {
        let label = words::NowLatest { year: &latest.year.to_string() }.say(lang);
        rows.push(ResultRow::new(label, whole("latest", latest.children), None));
    }
    rows.push(ResultRow::new(words::CARRY_ON_2020.say(lang), whole("row-model-2020", model), Some(note.say(lang))));
    rows
}

fn yours_note(lang: Lang, sums: &Sums) -> Option<String> {
    let (entries, exits) = sums.yours.flows?;
    let (entries_said, exits) = (number::whole(entries), number::whole(exits));
    let flows = match sums.path {
        Path::Flows(_, rate, _) if rate > 0.0 => {
            words::YoursEntries { entries: &entries_said, exits: &exits, stay: &number::decimal(1.0 / rate, 2) }.say(lang)
        }
        _ => words::YoursNoStay { entries: &entries_said }.say(lang),
    };
    let (low, high) = sums.yours.ranges.last().copied().flatten()?;
    let chance = words::YoursChance { low: &number::whole(low), high: &number::whole(high) }.say(lang);
    Some(format!("{chance}. {flows}."))
}

/// The chart: every year from the first count, or from March 2019 where nothing was counted before.
fn chart(lang: Lang, sums: &Sums) -> Chart {
    let first = if sums.care { WALES.first().map_or(FIRST_YEAR, |count| i32::from(count.year)) } else { FIRST_YEAR };
    let last = sums.end_year.max(WALES.last().map_or(first, |count| i32::from(count.year)));
    let last = if sums.care { last } else { sums.end_year };
    let years = || first..=last;
    let line = |name: Text, shape: Shape, slot: u8, values: Vec<Option<f64>>| Series {
        name: name.say(lang).to_owned(),
        shape,
        slot,
        measure: None,
        values,
        range: None,
    };
    let mut series = Vec::new();
    if sums.care {
        series.push(line(words::SERIES_COUNTED, Shape::Points, 1, years().map(counted).collect()));
    } else if let Some(rise) = sums.measure.rise {
        let point = |year: i32| match year - FIRST_YEAR {
            0 => Some(sums.start),
            1 => Some(sums.start * (1.0 + rise.value)),
            _ => None,
        };
        series.push(line(words::SERIES_COUNTED, Shape::Points, 1, years().map(point).collect()));
    }
    series.push(line(words::SERIES_PLANNED, Shape::Steps, 3, years().map(|year| planned(sums, year)).collect()));
    if let Some(carry_on) = &sums.carry_on {
        let mut carried = line(words::SERIES_CARRY_ON, Shape::Line, 2, years().map(|year| carry_on.at(year)).collect());
        carried.range = sums.same.then(|| ranges(carry_on, first, last));
        series.push(carried);
    }
    if !sums.same {
        let mut yours = line(words::SERIES_YOURS, Shape::Line, 4, years().map(|year| sums.yours.at(year)).collect());
        yours.range = sums.yours.flows.is_some().then(|| ranges(&sums.yours, first, last));
        series.push(yours);
    }
    finished(lang, sums, years().map(|year| year.to_string()).collect(), series)
}

fn ranges(course: &Course, first: i32, last: i32) -> Vec<Option<(f64, f64)>> {
    let at = |year: i32| usize::try_from(year - FIRST_YEAR).ok().and_then(|index| course.ranges.get(index).copied().flatten());
    (first..=last).map(at).collect()
}

fn finished(lang: Lang, sums: &Sums, positions: Vec<String>, series: Vec<Series>) -> Chart {
    let (caption, axis) = match (sums.care, sums.measure.start) {
        (true, _) => (words::CAPTION_CARE, words::AXIS_CHILDREN),
        (false, Some(_)) => (words::CAPTION_DERIVED, words::AXIS_CHILDREN),
        (false, None) => (words::CAPTION_PARENTS, words::AXIS_FEWER),
    };
    Chart {
        name: "numbers",
        caption: caption.say(lang).to_owned(),
        table_title: format!("{}: {}", sums.measure.name.say(lang), words::TABLE.say(lang)),
        axis: axis.say(lang).to_owned(),
        positions_title: site::YEAR_COLUMN.say(lang).to_owned(),
        positions,
        measure: Numbers::Children,
        bars: false,
        total: None,
        series,
    }
}

/// The plan on 31 March of a year: from 2019 to 2022, where the plans end.
fn planned(sums: &Sums, year: i32) -> Option<f64> {
    let done = usize::try_from(year - FIRST_YEAR).ok().filter(|done| *done <= 3)?;
    let fallen: f64 = sums.measure.plan.iter().take(done).map(|figure| figure.value).sum();
    Some(if sums.measure.start.is_some() { sums.start - fallen } else { fallen })
}

fn caveats(lang: Lang, sums: &Sums) -> Vec<String> {
    if sums.care {
        return [words::CAVEAT_DEFINITIONS, words::CAVEAT_2022, words::CAVEAT_CHANCE].map(|text| text.say(lang).to_owned()).to_vec();
    }
    let derived = sums.measure.share.map(|share| {
        let fall = number::whole(sums.measure.fall.value);
        words::CaveatDerived { fall: &fall, share: &number::percent_trimmed(share.value, 1), start: &number::whole(sums.start) }.say(lang)
    });
    derived.into_iter().chain([words::CAVEAT_CHANCE.say(lang).to_owned()]).collect()
}

fn requests(lang: Lang, sums: &Sums) -> Vec<Request> {
    if sums.measure.start.is_none() {
        return Vec::new();
    }
    let mut requests = Vec::new();
    if sums.care {
        requests.push(Request::new("calibrate", words::REQUEST_CALIBRATE.say(lang), "calibrate", &request::calibrate()));
        requests.push(Request::new("carry-on", words::REQUEST_CARRY_ON.say(lang), "project", &sums.requests.0));
    }
    requests.push(Request::new("yours", words::REQUEST_YOURS.say(lang), "project", &sums.requests.1));
    requests
}

fn announcement(lang: Lang, sums: &Sums) -> String {
    let end = number::whole(sums.yours.end());
    if sums.measure.start.is_some() {
        words::Announce { end: &end, year: &sums.end_year_text() }.say(lang)
    } else {
        words::AnnounceParents { end: &end }.say(lang)
    }
}
