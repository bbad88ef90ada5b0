//! A claim checked: the yearly growth between two sums, what the same growth comes to, and what growth a claimed sum would need.

use crate::app::State;
use crate::present::Group;
use crate::present::ResultRow;
use crate::present::Section;
use crate::present::figure::Figure;
use crate::present::figure::Sentence;
use crate::present::figure::mark;
use crate::present::footnotes;
use crate::present::footnotes::Footnote;
use crate::present::footnotes::each_on;
use crate::present::rooms::CLAIM;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::count;
use crate::words::number;
use crate::words::text::targets as words;

/// How far a claimed sum may lie from what the same growth gives and still be about it.
const ABOUT: f64 = 0.05;

/// More than this is beyond any sum of money: it is told as that, not as a number.
const BEYOND: f64 = 1e15;

/// What works it out.
const GROWTH: &[Footnote] = &[Footnote::Method(&footnotes::CLAIM)];

/// A claim about a sum that grows.
pub struct Claim {
    /// The sum some years ago.
    pub from: f64,
    /// The sum now.
    pub to: f64,
    /// The years between.
    pub years: f64,
    /// The sum claimed.
    pub later: f64,
    /// The years until then.
    pub ahead: f64,
    /// The yearly growth from the first sum to the second.
    pub growth: f64,
    /// The second sum with the same growth carried on; none beyond any sum of money.
    pub grown: Option<f64>,
    /// The yearly growth that leads from the second sum to the one claimed.
    pub needed: f64,
    /// A yearly growth to try, and what the second sum comes to at that in the years ahead, none beyond any sum of money; nothing where none is
    /// tried.
    pub tried: Option<(f64, Option<f64>)>,
}

impl Claim {
    /// The claim of a scenario.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let [from, to, years, later, ahead, rate] = CLAIM.map(|id| scenario.value(id));
        let growth = (to / from).powf(1.0 / years) - 1.0;
        let at = |growth: f64| Some(to * (1.0 + growth).powf(ahead)).filter(|grown| *grown <= BEYOND);
        Self {
            growth,
            grown: at(growth),
            tried: (!Id::ClaimRate.field().is_nothing(rate)).then(|| (rate, at(rate))),
            needed: (later / to).powf(1.0 / ahead) - 1.0,
            from,
            to,
            years,
            later,
            ahead,
        }
    }
}

/// A sum to three figures in words, as claims are made: £667 million.
#[must_use]
pub fn sum(lang: Lang, value: f64) -> String {
    if value < 1000.0 {
        return number::pounds_short(lang, value);
    }
    let step = 10_f64.powf(value.log10().floor() - 2.0);
    number::pounds_short(lang, (value / step).round() * step)
}

fn grown(lang: Lang, grown: Option<f64>) -> String {
    grown.map_or_else(|| words::CLAIM_BEYOND.say(lang).to_owned(), |grown| sum(lang, grown))
}

/// The section of the page.
pub(super) fn section(state: &State) -> Section {
    let (lang, claim) = (state.lang, Claim::of(&state.scenario));
    Section {
        name: "claim",
        title: words::SECTION_CLAIM.say(lang).to_owned(),
        lines: vec![finding(lang, &claim)],
        footnotes: GROWTH.to_vec(),
        groups: vec![Group::of(state, words::GROUP_CLAIM, &CLAIM, true)],
        results: each_on(rows(lang, &claim), GROWTH),
        notes: [words::CLAIM_HOW, words::CLAIM_NOTE].map(|note| note.say(lang).to_owned()).to_vec(),
        ..Section::default()
    }
}

fn finding(lang: Lang, claim: &Claim) -> Sentence {
    let figures = vec![
        Figure::new("claim-growth", claim.growth, number::percent(claim.growth, 1)),
        Figure::new("claim-grown", claim.grown, grown(lang, claim.grown)),
        Figure::new("claim-needed", claim.needed, number::percent(claim.needed, 1)),
        Figure::new("", claim.later, sum(lang, claim.later)),
    ];
    let (from, to) = (sum(lang, claim.from), sum(lang, claim.to));
    let (years, ahead) = (count::years(lang, claim.years, 0), count::years(lang, claim.ahead, 0));
    let (from, to, years, ahead) = (from.as_str(), to.as_str(), years.as_str(), ahead.as_str());
    let (growth, grown, needed, later) = (mark(0), mark(1), mark(2), mark(3));
    let reached = claim.grown.unwrap_or(f64::MAX) / claim.later;
    let text = if (reached - 1.0).abs() <= ABOUT {
        words::ClaimFollows { ahead, from, grown, growth, later, to, years }.say(lang)
    } else if reached < 1.0 {
        words::ClaimAbove { ahead, from, grown, growth, later, needed, to, years }.say(lang)
    } else {
        words::ClaimBelow { ahead, from, grown, growth, later, needed, to, years }.say(lang)
    };
    Sentence::with(text, figures)
}

fn rows(lang: Lang, claim: &Claim) -> Vec<ResultRow> {
    let (from, to, later) = (sum(lang, claim.from), sum(lang, claim.to), sum(lang, claim.later));
    let (years, ahead) = (count::years(lang, claim.years, 0), count::years(lang, claim.ahead, 0));
    let growth = words::RowGrowth { from: &from, to: &to, years: &years }.say(lang);
    let same = words::RowGrown { to: &to, ahead: &ahead }.say(lang);
    let needed = words::RowNeededGrowth { to: &to, later: &later, ahead: &ahead }.say(lang);
    let percent = |value: f64| number::percent(value, 1);
    let mut rows = vec![
        ResultRow::new(growth, Figure::new("row-growth", claim.growth, percent(claim.growth)), None),
        ResultRow::new(same, Figure::new("row-grown", claim.grown, grown(lang, claim.grown)), None),
        ResultRow::new(needed, Figure::new("row-needed-growth", claim.needed, percent(claim.needed)), None),
    ];
    if let Some((rate, value)) = claim.tried {
        let label = words::RowTried { to: &to, rate: &percent(rate), ahead: &ahead }.say(lang);
        rows.push(ResultRow::new(label, Figure::new("row-tried", value, grown(lang, value)), None));
    }
    rows
}
