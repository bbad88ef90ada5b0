//! The plan tracker: what an officer counted at the end of each quarter, against the plan, and what the quarters left must bring.

use crate::app::Room;
use crate::app::State;
use crate::evidence::figure;
use crate::link;
use crate::present::Group;
use crate::present::Section;
use crate::present::Way;
use crate::present::chart::Chart;
use crate::present::chart::Measure as Numbers;
use crate::present::chart::Series;
use crate::present::chart::Shape;
use crate::present::cite;
use crate::present::fields::Control;
use crate::present::figure::Figure;
use crate::present::figure::Sentence;
use crate::present::figure::mark;
use crate::present::footnotes;
use crate::present::footnotes::Footnote;
use crate::present::paths::FALLS;
use crate::present::paths::TARGET;
use crate::present::paths::compared_with;
use crate::present::paths::counted;
use crate::present::paths::documents;
use crate::present::paths::falls;
use crate::present::paths::target_year;
use crate::present::request::FIRST_YEAR;
use crate::present::rooms::QUARTERS;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::Text;
use crate::words::date::Date;
use crate::words::number;
use crate::words::text::field;
use crate::words::text::site;
use crate::words::text::targets as words;

const CUTS: [Id; 3] = [Id::CareCut1, Id::CareCut2, Id::CareCut3];

/// The quarter to which the Legacy Report states a growth from March 2020: to the end of December.
const STATED: usize = 7;

/// A plan by its count at the start and at the end of each year, and what was counted against it.
pub struct Tracker {
    from: i32,
    plan: [f64; 4],
    /// What was typed for each quarter.
    typed: [Option<f64>; 12],
    /// Whether it is the councils' own plan.
    councils: bool,
}

impl Tracker {
    /// The plan that a scenario follows.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let start = scenario.start();
        let councils = documents(scenario);
        let preset = !targeted(scenario) && !CUTS.iter().any(|id| scenario.changed(*id));
        Self {
            from: start.year,
            plan: if targeted(scenario) { line(scenario, start.children) } else { steps(scenario, start.children) },
            typed: QUARTERS.map(|id| Some(scenario.value(id)).filter(|value| !id.field().is_nothing(*value))),
            councils: councils && preset,
        }
    }

    /// What works it out, what the plan rests on, and what was published against it.
    fn footnotes(&self) -> Vec<Footnote> {
        let all: &[Footnote] = const {
            &[
                Footnote::Method(&footnotes::TRACKER),
                Footnote::Method(&footnotes::PATHS),
                Footnote::of(&figure::PLAN_CARE_2019),
                Footnote::of(&figure::PLAN_CARE_2020),
                Footnote::of(&figure::PLAN_CARE_2021),
                Footnote::of(&figure::CHILDREN_2020),
                Footnote::of(&figure::CHILDREN_GROWTH_2021Q3),
                Footnote::COUNTS,
            ]
        };
        all[..if self.councils { all.len() } else { 2 }].to_vec()
    }

    /// The plan at the end of a quarter, in a straight line within each year.
    #[must_use]
    pub fn at(&self, quarter: usize) -> f64 {
        let year = (quarter / 4).min(2);
        let part = [0.0, 0.25, 0.5, 0.75, 1.0].get(quarter - 4 * year).copied().unwrap_or(1.0);
        self.plan[year] + (self.plan[year + 1] - self.plan[year]) * part
    }

    /// The day on which a quarter ends.
    #[must_use]
    pub fn day(&self, lang: Lang, quarter: usize) -> String {
        day(lang, self.from, quarter)
    }

    /// Where it ends, in whole children: what each quarter must bring is worked out from what is shown.
    fn end(&self) -> f64 {
        self.plan[3].round()
    }

    /// How many more than planned a count at the end of a quarter is, both in whole children, as they are shown.
    fn gap(&self, quarter: usize, counted: f64) -> f64 {
        counted.round() - self.at(quarter).round()
    }

    /// The fall that each quarter left must bring to end on the plan, from a count at the end of one.
    #[must_use]
    pub fn needed(&self, quarter: usize, counted: f64) -> Option<f64> {
        let left = u32::try_from(QUARTERS.len().checked_sub(quarter)?).ok().filter(|left| *left > 0)?;
        Some((counted - self.end()) / f64::from(left))
    }

    /// The last quarter typed.
    fn last(&self) -> Option<(usize, f64)> {
        (1..=QUARTERS.len()).zip(self.typed).filter_map(|(quarter, count)| Some((quarter, count?))).last()
    }

    /// What was published for the end of a quarter of the councils' plan: the counts of March, and a growth stated to December 2020.
    fn published(&self, quarter: usize) -> Option<f64> {
        let years = i32::try_from(quarter / 4).ok().filter(|_| self.councils)?;
        if quarter == STATED {
            return Some(figure::CHILDREN_2020.value * (1.0 + figure::CHILDREN_GROWTH_2021Q3.value));
        }
        counted(FIRST_YEAR + years).filter(|_| quarter.is_multiple_of(4))
    }
}

fn targeted(scenario: &Scenario) -> bool {
    scenario.option(Id::Path) == TARGET
}

/// The visitor's falls one after another.
fn steps(scenario: &Scenario, start: f64) -> [f64; 4] {
    let [first, second, third] = falls(start, CUTS.map(|id| scenario.value(id)));
    [start, start - first, start - first - second, start - first - second - third]
}

/// A straight line to the visitor's target, level from there.
fn line(scenario: &Scenario, start: f64) -> [f64; 4] {
    let span = f64::from(target_year(scenario) - scenario.start().year);
    [0.0, 1.0, 2.0, 3.0].map(|years: f64| start + (scenario.value(Id::CareTarget) - start) * (years / span).min(1.0))
}

/// The day on which a quarter ends, counted from the 31 March on which the first begins.
fn day(lang: Lang, from: i32, quarter: usize) -> String {
    let (month, day) = [(3, 31), (6, 30), (9, 30), (12, 31)][quarter % 4];
    let year = u16::try_from(from).ok().zip(u16::try_from(quarter / 4).ok()).map_or(0, |(from, years)| from + years);
    Date::new(year, month, day).map_or_else(String::new, |day| day.say(lang))
}

/// When a quarter ends, and where the plan is then.
#[must_use]
pub fn level(lang: Lang, scenario: &Scenario, id: Id) -> Option<String> {
    let quarter = QUARTERS.iter().position(|quarter| *quarter == id)? + 1;
    let tracker = Tracker::of(scenario);
    let date = tracker.day(lang, quarter);
    Some(words::QuarterLevel { date: &date, plan: &number::whole(tracker.at(quarter)) }.say(lang))
}

/// The section of the page.
pub(super) fn section(state: &State) -> Section {
    let (lang, scenario) = (state.lang, &state.scenario);
    let tracker = Tracker::of(scenario);
    let mut notes = vec![about_plan(lang, scenario, &tracker)];
    if tracker.councils {
        notes.push(words::TrackerStated { cited: &cite::cited(lang, &figure::CHILDREN_GROWTH_2021Q3) }.say(lang));
    }
    Section {
        name: "tracker",
        title: words::SECTION_TRACKER.say(lang).to_owned(),
        lines: vec![finding(lang, &tracker)],
        footnotes: tracker.footnotes(),
        groups: vec![Group::of(state, words::SERIES_TYPED, &QUARTERS, true), plan(state)],
        charts: vec![(chart(lang, &tracker), None)],
        notes,
        ways: vec![Way { words: words::WAY_NUMBERS.say(lang).to_owned(), room: Room::Numbers, fragment: link::write(state.settled()) }],
        ..Section::default()
    }
}

/// What shapes the plan: falls, or the target of the question above. The other two ways of shaping a path are no plan.
fn plan(state: &State) -> Group {
    let (lang, targeted) = (state.lang, targeted(&state.scenario));
    let ids: &[Id] = if targeted { &[Id::Path] } else { &[Id::Path, Id::CareCut1, Id::CareCut2, Id::CareCut3] };
    let mut group = Group::of(state, words::SERIES_OWN_PLAN, ids, true);
    if let Some(path) = group.fields_mut().next() {
        (path.label, path.help) = (words::PLAN.say(lang).into(), words::PLAN_HELP.say(lang).into());
        if let Control::Options { options, chosen } = &mut path.control {
            options.retain(|(index, ..)| matches!(*index, FALLS | TARGET));
            *chosen = if targeted { TARGET } else { FALLS };
        }
        // Where a path starts, and what that rests on, is no plan: a plan starts as falls, and each fall has its own source.
        let falls = field::PATH_REDUCTIONS.say(lang);
        path.default = site::DefaultOption { value: falls }.say(lang);
        path.restore = site::Restore { value: falls }.say(lang);
        path.changed = targeted;
        path.sources.clear();
    }
    group
}

fn finding(lang: Lang, tracker: &Tracker) -> Sentence {
    match tracker.last() {
        Some((quarter, actual)) => typed(lang, tracker, quarter, actual),
        None => match tracker.published(STATED) {
            Some(actual) => published(lang, tracker, actual),
            None => Sentence::plain(words::TRACKER_EMPTY.say(lang)),
        },
    }
}

fn typed(lang: Lang, tracker: &Tracker, quarter: usize, actual: f64) -> Sentence {
    let (plan, needed) = (tracker.at(quarter), tracker.needed(quarter, actual));
    let gap = tracker.gap(quarter, actual);
    let figures = vec![
        Figure::whole("tracker-actual", actual),
        Figure::new("tracker-gap", gap, compared_with(lang, gap)),
        Figure::whole("tracker-plan", plan),
        Figure::whole("", tracker.end()),
        Figure::new("tracker-needed", needed, number::decimal_trimmed(needed.unwrap_or(0.0).abs(), 1)),
    ];
    let (date, left) = (tracker.day(lang, quarter), (QUARTERS.len() - quarter).to_string());
    let (actual, difference, plan, end, each) = (mark(0), mark(1), mark(2), mark(3), mark(4));
    let text = match needed {
        None => words::TrackerDone { date: &date, actual, difference, plan }.say(lang),
        Some(fall) if fall < 0.0 => words::TrackerAhead { date: &date, actual, difference, plan, end, each, left: &left }.say(lang),
        Some(_) => words::TrackerBehind { date: &date, actual, difference, plan, end, each, left: &left }.say(lang),
    };
    Sentence::with(text, figures)
}

fn published(lang: Lang, tracker: &Tracker, actual: f64) -> Sentence {
    let (plan, gap) = (tracker.at(STATED), tracker.gap(STATED, actual));
    let figures = vec![
        Figure::new("", figure::CHILDREN_GROWTH_2021Q3.value, number::percent_trimmed(figure::CHILDREN_GROWTH_2021Q3.value, 1)),
        Figure::whole("", figure::CHILDREN_2020.value),
        Figure::whole("tracker-published", actual),
        Figure::new("", gap, compared_with(lang, gap)),
        Figure::whole("", plan),
    ];
    let text = words::TrackerPublished { growth: mark(0), march: mark(1), actual: mark(2), difference: mark(3), plan: mark(4) };
    Sentence::with(text.say(lang), figures)
}

/// Whose plan it is.
fn about_plan(lang: Lang, scenario: &Scenario, tracker: &Tracker) -> String {
    let [first, second, third] = [0, 1, 2].map(|year| number::whole(tracker.plan[year] - tracker.plan[year + 1]));
    if targeted(scenario) {
        let year = target_year(scenario).to_string();
        return words::TrackerTarget { target: &number::whole(scenario.value(Id::CareTarget)), year: &year }.say(lang);
    }
    if tracker.councils {
        return words::TrackerCouncils { first: &first, second: &second, third: &third }.say(lang);
    }
    if CUTS.iter().any(|id| scenario.changed(*id)) {
        words::TrackerYours { first: &first, second: &second, third: &third }.say(lang)
    } else {
        words::TrackerPart { first: &first, second: &second, third: &third }.say(lang)
    }
}

fn chart(lang: Lang, tracker: &Tracker) -> Chart {
    let say = |text: Text| text.say(lang).to_owned();
    let series = |name: Text, shape: Shape, slot: u8, value: &dyn Fn(usize) -> Option<f64>| {
        Series::new(name.say(lang), shape, slot, (0..=QUARTERS.len()).map(value).collect())
    };
    let typed = |quarter: usize| tracker.typed.get(quarter.checked_sub(1)?).copied().flatten();
    let plan = if tracker.councils { words::SERIES_COUNCILS } else { words::SERIES_OWN_PLAN };
    let mut all = vec![series(plan, Shape::Line, 3, &|quarter| Some(tracker.at(quarter)))];
    if tracker.councils {
        all.push(series(words::SERIES_PUBLISHED, Shape::Points, 1, &|quarter| tracker.published(quarter)));
    }
    if tracker.last().is_some() {
        all.push(series(words::SERIES_TYPED, Shape::Diamonds, 4, &typed));
        all.push(series(words::SERIES_GAP, Shape::Table, 4, &|quarter| Some(tracker.gap(quarter, typed(quarter)?))));
        all.push(series(words::SERIES_NEEDED, Shape::Table, 4, &|quarter| tracker.needed(quarter, typed(quarter)?)));
    }
    Chart {
        name: "tracker",
        caption: say(words::TRACKER_CAPTION),
        table_title: say(words::SECTION_TRACKER),
        axis: say(words::AXIS_QUARTERS),
        positions_title: say(words::QUARTER_COLUMN),
        positions: (0..=QUARTERS.len()).map(|quarter| tracker.day(lang, quarter)).collect(),
        measure: Numbers::Children,
        bars: false,
        total: None,
        series: all,
        footnotes: tracker.footnotes(),
    }
}
