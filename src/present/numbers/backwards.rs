//! Backwards: the entries, the leavers or the children kept out of care that a target would take.

use crate::api;
use crate::api::Value;
use crate::app::State;
use crate::present::Group;
use crate::present::ResultRow;
use crate::present::Section;
use crate::present::figure::Figure;
use crate::present::figure::Sentence;
use crate::present::figure::mark;
use crate::present::request;
use crate::present::request::Request;
use crate::present::request::Vary;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::numbers as words;

use super::sums;
use super::sums::TARGET;

/// What comes of asking: so many a year, or the counts at the two bounds, which the target is not between.
enum Outcome {
    Needed(f64),
    Between(f64, f64),
    Unknown,
}

/// A question put backwards, with its answer.
pub(super) struct Backwards {
    vary: Vary,
    year: i32,
    target: f64,
    /// As it stands, a year.
    now: f64,
    /// The bounds, a year.
    bounds: (f64, f64),
    outcome: Outcome,
    request: Value,
}

impl Backwards {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let vary = [Vary::Entries, Vary::ExitRate, Vary::Prevented].get(scenario.option(Id::Vary)).copied().unwrap_or(Vary::Entries);
        let (year, target) = (sums::target_year(scenario), scenario.value(Id::CareTarget));
        // Leavers are typed as children a year and asked for as a rate.
        let unit = if vary == Vary::ExitRate { scenario.flows().care_years } else { 1.0 };
        let (now, bounds) = asked(scenario, vary);
        let years = year - scenario.start().year;
        let request = request::backwards(scenario, sums::flows(scenario), vary, (bounds.0 / unit, bounds.1 / unit), years, target);
        let outcome = match api::solve(&request) {
            Ok(answer) => answer.number("value").map_or(Outcome::Unknown, |value| Outcome::Needed(value * unit)),
            Err(api::Problem { kind: api::Kind::NotBetween(low, high), .. }) => Outcome::Between(low, high),
            Err(_) => Outcome::Unknown,
        };
        Self { vary, year, target, now, bounds, outcome, request }
    }

    /// The request, as the page shows it; none where the target is not between the bounds, which the contract answers with an error.
    pub(super) fn request(&self, lang: Lang) -> Option<Request> {
        let answered = matches!(self.outcome, Outcome::Needed(_));
        answered.then(|| Request::new("backwards", words::REQUEST_BACKWARDS.say(lang), "solve", &self.request))
    }

    /// The section of the page.
    pub(super) fn section(&self, state: &State, way: usize) -> Section {
        let lang = state.lang;
        let ids: &[Id] = if way == TARGET { &[Id::Vary] } else { &[Id::CareTarget, Id::TargetYear, Id::Vary] };
        Section {
            name: "backwards",
            title: words::SECTION_BACKWARDS.say(lang).to_owned(),
            lines: vec![self.line(lang)],
            groups: vec![Group::of(state, words::GROUP_BACKWARDS, ids, true)],
            results: self.rows(lang),
            notes: vec![about(lang, &state.scenario)],
            ..Section::default()
        }
    }

    fn line(&self, lang: Lang) -> Sentence {
        let year = self.year.to_string();
        match self.outcome {
            Outcome::Needed(needed) => self.found(lang, &year, needed),
            Outcome::Between(low, high) => self.not_between(lang, &year, low, high),
            Outcome::Unknown => Sentence::plain(words::BACKWARDS_UNKNOWN.say(lang)),
        }
    }

    fn found(&self, lang: Lang, year: &str, needed: f64) -> Sentence {
        let monthly = (needed - self.now) / 12.0;
        let monthly = if self.vary == Vary::Prevented { needed / 12.0 } else { monthly };
        let figures = [
            Figure::new("", self.target, number::whole(self.target)),
            Figure::new("", self.now, number::whole(self.now)),
            Figure::new("needed", needed, number::whole(needed)),
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
        Sentence::of(&text, &figures)
    }

    fn not_between(&self, lang: Lang, year: &str, low: f64, high: f64) -> Sentence {
        let figures = [
            Figure::new("", self.target, number::whole(self.target)),
            Figure::new("", self.bounds.0, number::whole(self.bounds.0)),
            Figure::new("", self.bounds.1, number::whole(self.bounds.1)),
            Figure::new("count-low", low, number::whole(low)),
            Figure::new("count-high", high, number::whole(high)),
        ];
        let text = words::BackwardsNone { target: mark(0), year, low: mark(1), high: mark(2), first: mark(3), last: mark(4) };
        Sentence::of(&text.say(lang), &figures)
    }

    fn rows(&self, lang: Lang) -> Vec<ResultRow> {
        let Outcome::Needed(needed) = self.outcome else { return Vec::new() };
        let row = |label: &str, name, value: f64, worded: String| ResultRow::new(label, Figure::new(name, value, worded), None);
        if self.vary == Vary::Prevented {
            let part = if self.now > 0.0 { needed / self.now } else { 0.0 };
            return vec![
                row(words::ROW_PREVENTED.say(lang), "row-needed", needed, number::decimal(needed, 1)),
                row(words::ROW_PREVENTED_PART.say(lang), "row-part", part, number::percent(part, 1)),
            ];
        }
        let change = needed - self.now;
        vec![
            row(words::ROW_NOW.say(lang), "row-now", self.now, number::decimal(self.now, 1)),
            row(words::ROW_NEEDED.say(lang), "row-needed", needed, number::decimal(needed, 1)),
            row(words::ROW_CHANGE.say(lang), "row-change", change, number::signed(&number::decimal(change, 1))),
        ]
    }
}

/// What stands now, a year, and between which bounds to look: the field's own, or everyone who would come in.
fn asked(scenario: &Scenario, vary: Vary) -> (f64, (f64, f64)) {
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

/// What else the answer rests on.
fn about(lang: Lang, scenario: &Scenario) -> String {
    let (entries, leavers) = (number::whole(scenario.value(Id::Entries)), number::whole(scenario.value(Id::Leavers)));
    let growth = number::signed(&number::percent_trimmed(scenario.value(Id::EntriesGrowth), 2));
    words::BackwardsNote { entries: &entries, leavers: &leavers, growth: &growth }.say(lang)
}
