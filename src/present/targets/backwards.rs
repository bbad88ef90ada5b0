//! Backwards: the entries, the leavers or the children kept out of care that a target would take.

use crate::api::Value;
use crate::evidence::figure;
use crate::model::solve::Unsolved;
use crate::place::Place;
use crate::present::ResultRow;
use crate::present::chart::Chart;
use crate::present::chart::Measure;
use crate::present::chart::Series;
use crate::present::chart::Shape;
use crate::present::figure::Figure;
use crate::present::figure::Sentence;
use crate::present::figure::mark;
use crate::present::footnotes;
use crate::present::footnotes::Footnote;
use crate::present::footnotes::each_on;
use crate::present::paths;
use crate::present::request::Request;
use crate::present::request::backwards::Backwards as Asked;
use crate::present::request::backwards::Vary;
use crate::present::standing;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::scenario::Start;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::numbers;
use crate::words::text::site;
use crate::words::text::targets as words;

/// What comes of asking: so many a year, or the counts at the two bounds, which the target is not between.
enum Outcome {
    Needed(f64),
    Between(f64, f64),
    Unknown,
}

/// A question put backwards, with its answer.
pub(super) struct Backwards {
    place: Place,
    from: Start,
    vary: Vary,
    year: i32,
    target: f64,
    /// As it stands, a year: those who come in or leave, by what is asked.
    now: f64,
    /// The bounds, a year.
    bounds: (f64, f64),
    /// What is held still: entries, leavers, the growth of entries.
    still: [f64; 3],
    /// Whether the target is the councils' own, asked of what the documents give.
    councils: bool,
    outcome: Outcome,
    /// As the contract is asked it; none where it has no answer.
    request: Option<Value>,
    /// The counts from where it starts to the year of the target: as it stands, and with what is needed.
    stands: Vec<f64>,
    reaches: Option<Vec<f64>>,
}

impl Backwards {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let vary = [Vary::Entries, Vary::ExitRate, Vary::Prevented].get(scenario.option(Id::Vary)).copied().unwrap_or(Vary::Entries);
        let (from, year, target) = (scenario.start(), paths::target_year(scenario), scenario.value(Id::CareTarget));
        let flows = scenario.flows();
        // Leavers are typed as children a year and asked for as a rate.
        let unit = if vary == Vary::ExitRate { flows.care_years } else { 1.0 };
        let (now, bounds) = stands(scenario, vary);
        let between = (bounds.0 / unit, bounds.1 / unit);
        let asked = Asked::new(scenario, paths::flows(scenario), vary, between, year - from.year, target);
        let found = asked.solve();
        let outcome = match found {
            Ok(value) => Outcome::Needed(value * unit),
            Err(Unsolved::Outside(low, high)) => Outcome::Between(low, high),
            Err(_) => Outcome::Unknown,
        };
        let counts = |changed: Option<f64>| std::iter::once(from.children).chain(asked.counts(changed)).collect();
        let preset = !ASKED.iter().any(|id| scenario.changed(*id));
        Self {
            place: scenario.place(),
            vary,
            year,
            target,
            now,
            bounds,
            still: [Id::Entries, Id::Leavers, Id::EntriesGrowth].map(|id| scenario.value(id)),
            councils: preset && !flows.own && paths::documents(scenario),
            outcome,
            stands: counts(None),
            reaches: found.ok().map(|value| counts(Some(value))),
            request: found.ok().map(|_| asked.written(scenario)),
            from,
        }
    }

    /// The request, as the page shows it; none where the target is not between the bounds, which the contract answers with an error.
    pub(super) fn request(&self, lang: Lang) -> Option<Request> {
        let asked = self.request.as_ref()?;
        Some(Request::new("backwards", words::REQUEST_BACKWARDS.say(lang), "solve", asked))
    }

    /// The answer in one figure.
    pub(super) fn gist(&self, lang: Lang) -> (String, Figure) {
        let label = if self.vary == Vary::Prevented { words::ROW_PREVENTED } else { words::ROW_NEEDED };
        let figure = match self.outcome {
            Outcome::Needed(needed) => Figure::whole("", needed),
            _ => Figure::new("", None, words::OUT_OF_REACH.say(lang).to_owned()),
        };
        (label.say(lang).to_owned(), figure)
    }

    /// The answer in one sentence; of a council or a region it names which.
    pub(super) fn headline(&self, lang: Lang) -> Sentence {
        let year = self.year.to_string();
        let (text, figures) = match self.outcome {
            Outcome::Needed(needed) if self.councils => self.planned(lang, &year, needed),
            Outcome::Needed(needed) => self.found(lang, &year, needed),
            Outcome::Between(low, high) => self.not_between(lang, &year, low, high),
            Outcome::Unknown => (words::BACKWARDS_UNKNOWN.say(lang).to_owned(), Vec::new()),
        };
        let text = if self.place == Place::Wales { text } else { format!("{}: {text}", self.place.full_name(lang)) };
        Sentence::with(text, figures)
    }

    /// What the councils' own plans would have taken.
    fn planned(&self, lang: Lang, year: &str, needed: f64) -> (String, Vec<Figure>) {
        let fewer = self.now.round() - needed.round();
        let figures = vec![
            Figure::whole("", self.target),
            Figure::whole("", self.now),
            Figure::whole("needed", needed),
            Figure::whole("fewer", fewer),
        ];
        let from = self.from.year.to_string();
        let text = words::HeadlineCouncils { target: mark(0), year, now: mark(1), needed: mark(2), fewer: mark(3), from: &from };
        (text.say(lang), figures)
    }

    fn found(&self, lang: Lang, year: &str, needed: f64) -> (String, Vec<Figure>) {
        let monthly = self.monthly(needed);
        let figures = vec![
            Figure::whole("", self.target),
            Figure::whole("", self.now),
            Figure::whole("needed", needed),
            Figure::new("monthly", monthly.abs(), number::decimal_trimmed(monthly.abs(), 1)),
        ];
        let (target, now, needed, each) = (mark(0), mark(1), mark(2), mark(3));
        let more = monthly >= 0.0;
        let text = match (self.vary, more) {
            (Vary::Entries, false) => words::EntriesFewer { target, year, now, needed, monthly: each }.say(lang),
            (Vary::Entries, true) => words::EntriesMore { target, year, now, needed, monthly: each }.say(lang),
            (Vary::ExitRate, false) => words::LeaversFewer { target, year, now, needed, monthly: each }.say(lang),
            (Vary::ExitRate, true) => words::LeaversMore { target, year, now, needed, monthly: each }.say(lang),
            (Vary::Prevented, _) => words::PreventedNeeded { target, year, now, needed, monthly: each }.say(lang),
        };
        (text, figures)
    }

    fn not_between(&self, lang: Lang, year: &str, low: f64, high: f64) -> (String, Vec<Figure>) {
        let figures = vec![
            Figure::whole("", self.target),
            Figure::whole("", self.bounds.0),
            Figure::whole("", self.bounds.1),
            Figure::whole("count-low", low),
            Figure::whole("count-high", high),
        ];
        let text = words::BackwardsNone { target: mark(0), year, low: mark(1), high: mark(2), first: mark(3), last: mark(4) };
        (text.say(lang), figures)
    }

    /// How many a month the need differs by from what stands.
    fn monthly(&self, needed: f64) -> f64 {
        if self.vary == Vary::Prevented { needed / 12.0 } else { (needed - self.now) / 12.0 }
    }

    /// What is held still.
    pub(super) fn rests_on(&self, lang: Lang) -> Sentence {
        let [entries, leavers, growth] = self.still;
        let growth = number::signed(&number::percent_trimmed(growth, 2));
        let (entries, leavers) = (number::whole(entries), number::whole(leavers));
        Sentence::plain(words::BackwardsNote { entries: &entries, leavers: &leavers, growth: &growth }.say(lang))
    }

    /// What the answer rests on.
    pub(super) fn footnotes(&self, scenario: &Scenario) -> Vec<Footnote> {
        let planned: &[Footnote] = if self.councils { const { &[Footnote::of(&figure::PLAN_CARE_TARGET)] } } else { &[] };
        [FOUND, planned, standing::footnotes(scenario)].concat()
    }

    /// The results one by one.
    pub(super) fn rows(&self, lang: Lang) -> Vec<ResultRow> {
        let row = |label: &str, name, value: f64, worded: String| ResultRow::new(label, Figure::new(name, value, worded), None);
        let one = |label: Text, name, value: f64| row(label.say(lang), name, value, number::decimal(value, 1));
        let rows = match self.outcome {
            Outcome::Needed(needed) if self.vary == Vary::Prevented => {
                let part = if self.now > 0.0 { needed / self.now } else { 0.0 };
                vec![
                    one(words::ROW_PREVENTED, "row-needed", needed),
                    row(words::ROW_PREVENTED_PART.say(lang), "row-part", part, number::percent(part, 1)),
                ]
            }
            Outcome::Needed(needed) => {
                let (change, monthly) = (needed - self.now, self.monthly(needed));
                let signed = |value: f64| number::signed(&number::decimal(value, 1));
                vec![
                    one(words::ROW_NOW, "row-now", self.now),
                    one(words::ROW_NEEDED, "row-needed", needed),
                    row(words::ROW_CHANGE.say(lang), "row-change", change, signed(change)),
                    row(words::ROW_MONTH.say(lang), "row-month", monthly, signed(monthly)),
                ]
            }
            Outcome::Between(low, high) => {
                let year = self.year.to_string();
                let at = |bound: f64, name, count: f64| {
                    row(&words::RowAt { n: &number::whole(bound), year: &year }.say(lang), name, count, number::whole(count))
                };
                vec![at(self.bounds.0, "row-low", low), at(self.bounds.1, "row-high", high)]
            }
            Outcome::Unknown => vec![one(words::ROW_NOW, "row-now", self.now)],
        };
        each_on(rows, &FOUND[..1])
    }

    /// Where the count goes as it stands, where it has to go, and for Wales what was counted.
    pub(super) fn chart(&self, lang: Lang) -> Chart {
        let (first, last) = (self.from.year, self.year);
        let series = |name: Text, shape: Shape, slot: u8, value: &dyn Fn(i32) -> Option<f64>| {
            Series::new(name.say(lang), shape, slot, paths::by_year(first, last, value))
        };
        let along = |counts: &[f64], year: i32| counts.get(usize::try_from(year - first).ok()?).copied();
        let mut all = vec![series(words::SERIES_STANDS, Shape::Line, 2, &|year| along(&self.stands, year))];
        if let Some(reaches) = &self.reaches {
            all.push(series(words::SERIES_REACHES, Shape::Line, 4, &|year| along(reaches, year)));
        }
        all.push(series(words::SERIES_TARGET, Shape::Diamonds, 3, &|year| Some(self.target).filter(|_| year == last)));
        if self.place == Place::Wales {
            all.push(series(numbers::SERIES_COUNTED, Shape::Points, 1, &paths::counted));
        }
        let (end, target) = (number::whole(self.stands.last().copied().unwrap_or(0.0)), number::whole(self.target));
        Chart {
            name: "target",
            caption: words::ChartCaption { end: &end, year: &last.to_string(), target: &target }.say(lang),
            table_title: numbers::TABLE.say(lang).to_owned(),
            axis: numbers::AXIS_CHILDREN.say(lang).to_owned(),
            positions_title: site::YEAR_COLUMN.say(lang).to_owned(),
            positions: paths::years(first, last),
            measure: Measure::Children,
            bars: false,
            total: None,
            series: all,
            footnotes: FOUND.iter().chain(Some(&Footnote::COUNTS).filter(|_| self.place == Place::Wales)).copied().collect(),
        }
    }
}

/// What all of it rests on.
const FOUND: &[Footnote] = &[Footnote::Method(&footnotes::BACKWARDS), Footnote::Method(&footnotes::STOCK)];

/// What the answer hangs on, beside the place and its count.
const ASKED: [Id; 6] = [Id::CareTarget, Id::TargetYear, Id::Vary, Id::Entries, Id::Leavers, Id::EntriesGrowth];

/// What stands now, a year, and between which bounds to look: the field's own, or everyone who would come in.
fn stands(scenario: &Scenario, vary: Vary) -> (f64, (f64, f64)) {
    let (entries, leavers) = (scenario.value(Id::Entries), scenario.value(Id::Leavers));
    match vary {
        Vary::Entries => (entries, Id::Entries.field().bounds),
        Vary::ExitRate => {
            let (low, high) = Id::Leavers.field().bounds;
            (leavers, (low, high.min(crate::scenario::MOST_EXITS * scenario.flows().care_years)))
        }
        Vary::Prevented => (entries, (0.0, entries)),
    }
}
