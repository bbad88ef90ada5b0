//! The answer of a comparison in a sentence, and what is told beside it.

use crate::app::fan::Told;
use crate::present::budget;
use crate::present::figure::Figure;
use crate::present::figure::Sentence;
use crate::present::figure::mark;
use crate::words::Lang;
use crate::words::names;
use crate::words::number;
use crate::words::text::compare as words;

use super::Side;
/// A number of each scenario as it is shown, and who is at either end.
pub(super) struct Ends {
    pub most: String,
    pub high: (f64, String),
    pub least: String,
    pub low: (f64, String),
}

impl Ends {
    /// The ends of some numbers, one of each scenario; two that read the same are the same.
    pub fn of(lang: Lang, sides: &[&Side], values: &[f64], say: &dyn Fn(f64) -> String) -> Self {
        let end = |better: fn(f64, f64) -> f64| {
            let end = values.iter().copied().reduce(better).unwrap_or(0.0);
            let said = say(end);
            let ends: Vec<&str> =
                sides.iter().zip(values).filter(|(_, value)| say(**value) == said).map(|(side, _)| side.said.as_str()).collect();
            (names(lang, &ends), (end, said))
        };
        let ((most, high), (least, low)) = (end(f64::max), end(f64::min));
        Self { most, high, least, low }
    }

    pub fn same(&self) -> bool {
        self.high.1 == self.low.1
    }

    /// The figures at either end.
    fn figures(&self) -> Vec<Figure> {
        [("highest", &self.high), ("lowest", &self.low)].map(|(name, (exact, said))| Figure::new(name, *exact, said.clone())).to_vec()
    }
}

pub(super) fn planned(sides: &[Side]) -> bool {
    sides.iter().any(Side::planned)
}

/// The answer in one sentence.
pub(super) fn headline(lang: Lang, sides: &[Side]) -> Sentence {
    let plan = planned(sides);
    // A scenario without a programme saves nothing and costs nothing: that is no result of a plan.
    let told: Vec<&Side> = sides.iter().filter(|side| !plan || side.planned()).collect();
    let of = |side: &&Side| if plan { side.sums.npv() } else { side.sums.with.total(side.sums.last()) };
    let values: Vec<f64> = told.iter().map(of).collect();
    let ends = Ends::of(lang, &told, &values, &|value| number::pounds_short(lang, value));
    if let (true, [only]) = (plan, told.as_slice()) {
        let figure = Figure::new("highest", ends.high.0, ends.high.1);
        return Sentence::with(words::HeadlineNpvOne { scenario: &only.said, value: mark(0) }.say(lang), vec![figure]);
    }
    let (most, least, high, low) = (ends.most.as_str(), ends.least.as_str(), mark(0), mark(1));
    let text = match (plan, ends.same()) {
        (true, false) => words::HeadlineNpv { high, least, low, most }.say(lang),
        (true, true) if told.len() < sides.len() => words::HeadlineNpvSameOf { scenarios: most, value: high }.say(lang),
        (true, true) => words::HeadlineNpvSame { value: high }.say(lang),
        (false, false) => words::HeadlineSpend { high, least, low, most }.say(lang),
        (false, true) => words::HeadlineSpendSame { value: high }.say(lang),
    };
    Sentence::with(text, ends.figures())
}

/// Spending on care, where plans save the same and it is not: the plan is not all in which they differ.
pub(super) fn spending_too(lang: Lang, sides: &[Side]) -> Option<Sentence> {
    let ends_of = |values: Vec<f64>| {
        let all: Vec<&Side> = sides.iter().collect();
        Ends::of(lang, &all, &values, &|value| number::pounds_short(lang, value))
    };
    let saved = ends_of(sides.iter().map(|side| side.sums.npv()).collect());
    let ends = ends_of(sides.iter().map(|side| side.sums.with.total(side.sums.last())).collect());
    (planned(sides) && saved.same() && !ends.same()).then(|| {
        let text = words::HeadlineSpend { high: mark(0), least: &ends.least, low: mark(1), most: &ends.most }.say(lang);
        Sentence::with(text, ends.figures())
    })
}

/// Between what that lies for each scenario whose cases are tried.
pub(super) fn between(lang: Lang, sides: &[Side]) -> Vec<Sentence> {
    let plan = planned(sides);
    let line = |side: &Side| {
        let fan = side.fan().filter(|_| !plan || side.planned())?;
        let [low, _, high] = if plan { fan.npv } else { fan.years.last()?.told.spend_with };
        let figure = |value: f64| Figure::new("", value, number::pounds_short(lang, value));
        let draws = &number::whole(f64::from(fan.draws));
        let text = words::LineBetween { scenario: &side.said, low: mark(0), high: mark(1), draws }.say(lang);
        Some(Sentence::with(text, vec![figure(low), figure(high)]))
    };
    let fault = sides.iter().find_map(|side| match side.told {
        Some(Told::Fault(fault)) => Some(Sentence::plain(budget::fault(lang, fault))),
        _ => None,
    });
    sides.iter().filter_map(line).chain(fault).collect()
}
