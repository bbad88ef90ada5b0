//! Two to four scenarios side by side: what differs between them first, then the results with their differences against the first, and
//! charts on common axes. All money is at constant prices. It knows the whole budget's sums and none of its page.

mod answer;
mod charts;
mod differ;
mod keep;
mod results;

pub use differ::Differ;
pub use differ::Difference;
pub use keep::KeepView;
pub use keep::file_name;
pub use keep::saved;
pub use results::Cell;
pub use results::Row;

use crate::app::State;
use crate::app::fan::Asked;
use crate::app::fan::FEW;
use crate::app::fan::Fan;
use crate::app::fan::Fault;
use crate::app::fan::Told;
use crate::app::plan::fronted;
use crate::link;
use crate::scenario::Id;
use crate::scenario::MOST_BESIDE;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::Text;
use crate::words::list;
use crate::words::names;
use crate::words::text::budget as plan_words;
use crate::words::text::compare as words;

use super::Body;
use super::budget;
use super::budget::StartView;
use super::budget::Sums;
use super::budget::starts;
use super::chart::Chart;
use super::fields;
use super::figure::Sentence;
use super::footnotes;
use super::footnotes::Footnote;
use super::standing;

/// What the scenarios are called in the order in which they stand.
pub const LETTERS: [&str; MOST_BESIDE + 1] = ["A", "B", "C", "D"];

/// Everything that the room holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare {
    /// What it is called.
    pub title: String,
    /// The question in one sentence.
    pub question: String,
    /// What it is about.
    pub intro: String,
    /// The answer in one sentence; where nothing stands beside, that.
    pub headline: Sentence,
    /// Between what the answer lies for each scenario, once cases are tried.
    pub lines: Vec<Sentence>,
    /// What the answer and the results rest on.
    pub footnotes: Vec<Footnote>,
    /// Why the scenarios are not like for like, where they are not.
    pub unlike: Vec<String>,
    /// The scenarios, the chosen one first.
    pub columns: Vec<Column>,
    /// What differs between them; nothing where one stands alone, and so are the results and the charts.
    pub differ: Option<Differ>,
    /// The results.
    pub results: Vec<Row>,
    /// The charts, each with a remark where its scenarios do not cover the same years.
    pub charts: Vec<(Chart, Option<String>)>,
    /// What should be read beside the numbers.
    pub caveats: Vec<String>,
    /// The starting points that can be set beside.
    pub starts: Vec<StartView>,
    /// Whether no more can be.
    pub full: bool,
    /// What the device keeps.
    pub keep: KeepView,
    /// What a listener is told when something changes.
    pub announcement: String,
}

/// One scenario of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its letter.
    pub letter: &'static str,
    /// Its place among those beside the first; none for the first.
    pub at: Option<usize>,
    /// What it is called, by the visitor or else by its place and its plan.
    pub name: String,
    /// What the visitor called it, or nothing.
    pub title: String,
    /// What it is called where that is nothing.
    pub made: String,
    /// What its figures stand on.
    pub standing: String,
    /// The comparison with this one first, as a link's fragment.
    pub fragment: String,
}

/// One scenario with its sums at constant prices.
pub(super) struct Side<'a> {
    letter: &'static str,
    scenario: &'a Scenario,
    /// “Scenario A”.
    said: String,
    /// What it is called where nobody gave it a name.
    made: String,
    /// Its letter with its name, as far as a chart has room for it.
    short: String,
    sums: Sums,
    /// What is told of the cases tried.
    told: Option<&'a Told>,
    /// By how much each of its results is above the first one's in those cases, where that was tried.
    more: &'a [[f64; 3]],
}

impl<'a> Side<'a> {
    fn of(state: &'a State, letter: &'static str, scenario: &'a Scenario, first: &Scenario) -> Self {
        let lang = state.lang;
        let said = words::Letter { letter }.say(lang);
        let made = made(lang, scenario);
        let title = shortened(scenario.title().unwrap_or(&made));
        let short = words::Titled { scenario: letter, title: &title }.say(lang);
        let real = scenario.compared();
        let (told, more) = (state.told(&real), state.tried(&real).filter(|tried| tried.against.as_ref() == Some(first)));
        let more = match more.map(|tried| &tried.told) {
            Some(Told::Fan(fan)) => fan.more.as_slice(),
            _ => &[],
        };
        Self { letter, scenario, said, made, short, sums: Sums::of(&real), told, more }
    }

    /// What it is called in full.
    fn name(&self, lang: Lang) -> String {
        words::Titled { scenario: &self.said, title: self.scenario.title().unwrap_or(&self.made) }.say(lang)
    }

    /// What the cases tried come to.
    fn fan(&self) -> Option<&'a Fan> {
        match self.told {
            Some(Told::Fan(fan)) => Some(fan),
            _ => None,
        }
    }

    /// Whether it has a programme.
    const fn planned(&self) -> bool {
        !self.sums.levers.is_empty()
    }

    /// Its first and last year, by the calendar years they begin in.
    fn years(&self) -> (i32, i32) {
        (self.sums.first_year, self.sums.year(self.sums.last()))
    }
}

/// What a scenario is called by its first programmes and its place.
fn made(lang: Lang, scenario: &Scenario) -> String {
    const NAMED: usize = 2;
    let running: Vec<String> = scenario.running().map(|slot| fields::programme(lang, scenario, slot)).collect();
    let some = || running.iter().take(NAMED).cloned().collect::<Vec<_>>();
    let programmes = match running.len() {
        // A starting point without a programme is known by its name; the first of them is what every scenario starts from.
        0 => match starts(lang).into_iter().skip(1).find(|start| link::read(start.link).scenario == scenario.alone()) {
            Some(start) => start.name,
            None => words::NO_PROGRAMMES.say(lang).to_owned(),
        },
        n if n > NAMED => words::AndMore { programmes: &some().join(", "), n: &(n - NAMED).to_string() }.say(lang),
        _ => some().join(", "),
    };
    words::Made { place: &scenario.place().full_name(lang), programmes: &programmes }.say(lang)
}

/// As much of a name as stands beside the end of a line, in whole words where it has several.
fn shortened(title: &str) -> String {
    const ROOM: usize = 26;
    let mut short: String = title.chars().take(ROOM).collect();
    if short.len() < title.len() {
        short.truncate(short.rfind(' ').unwrap_or(short.len()));
        short.push('…');
    }
    short
}

/// What waits to be tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Which scenario.
    pub of: Scenario,
    /// Which other it is told against; none for the first.
    pub against: Option<Scenario>,
    /// What is to be asked.
    pub asked: Asked,
}

/// The scenarios side by side whose ranges are not tried yet, or not against the one that is now the first, each with what is to be asked; none where
/// one stands alone.
#[must_use]
pub fn asked(state: &State) -> Vec<Waiting> {
    let settled = state.settled();
    if settled.beside().is_empty() {
        return Vec::new();
    }
    let first = settled.compared();
    let mut waiting: Vec<Waiting> = Vec::new();
    for of in std::iter::once(settled).chain(settled.beside()).map(Scenario::compared) {
        let against = (of != first).then(|| first.clone());
        let tried = state.tried(&of).filter(|tried| against.is_none() || tried.against == against);
        // What could not be run may run another time.
        let open = matches!(tried.map(|tried| &tried.told), None | Some(Told::Fault(Fault::NotRun)));
        if open && waiting.iter().all(|other| other.of != of) {
            let asked = budget::against(budget::asked(&of, FEW), against.as_ref());
            waiting.push(Waiting { of, against, asked });
        }
    }
    waiting
}

/// What the room holds, for the page.
#[must_use]
pub fn content(state: &State) -> Body {
    Body::Compare(Box::new(compare(state)))
}

/// The scenarios side by side.
#[must_use]
pub fn compare(state: &State) -> Compare {
    let (lang, first) = (state.lang, &state.scenario);
    let say = |text: Text| text.say(lang).to_owned();
    let all = std::iter::once(first).chain(first.beside());
    let real = first.compared();
    let sides: Vec<Side> = LETTERS.into_iter().zip(all).map(|(letter, scenario)| Side::of(state, letter, scenario, &real)).collect();
    let several = sides.len() > 1;
    let headline = if several { answer::headline(lang, &sides) } else { Sentence::plain(say(words::ALONE)) };
    let lines =
        if several { answer::spending_too(lang, &sides).into_iter().chain(answer::between(lang, &sides)).collect() } else { Vec::new() };
    Compare {
        title: say(words::TITLE),
        question: say(words::QUESTION),
        intro: say(words::INTRO),
        footnotes: if several { footnotes(&sides) } else { Vec::new() },
        unlike: if several { unlike(lang, &sides) } else { Vec::new() },
        columns: sides.iter().enumerate().map(|(at, side)| column(lang, first, at, side)).collect(),
        differ: several.then(|| differ::differ(lang, &sides)),
        results: if several { results::results(lang, &sides) } else { Vec::new() },
        charts: if several { charts::charts(lang, &sides) } else { Vec::new() },
        caveats: if several {
            [words::CONSTANT, words::CAVEAT_EFFECT, words::CAVEAT_ORDER, plan_words::CAVEAT_RANGE].map(say).to_vec()
        } else {
            Vec::new()
        },
        starts: starts(lang),
        full: first.beside().len() == MOST_BESIDE,
        keep: keep::view(state),
        announcement: announcement(state, &headline, &lines, sides.len()),
        headline,
        lines,
    }
}

fn column(lang: Lang, first: &Scenario, at: usize, side: &Side) -> Column {
    let beside = at.checked_sub(1);
    let fronted = beside.and_then(|beside| fronted(first, beside));
    Column {
        letter: side.letter,
        at: beside,
        name: side.name(lang),
        title: side.scenario.title().unwrap_or_default().to_owned(),
        made: side.made.clone(),
        standing: standing::with_prices(lang, side.scenario).join(" "),
        fragment: link::write(fronted.as_ref().unwrap_or(first)),
    }
}

/// How it is worked out, and where the counts are from that the scenarios start from.
fn footnotes(sides: &[Side]) -> Vec<Footnote> {
    let mut all = vec![
        Footnote::Method(&footnotes::MONEY),
        Footnote::Method(&footnotes::COSTS),
        Footnote::Method(&footnotes::PROGRAMMES),
        Footnote::Method(&footnotes::SHARING),
    ];
    for footnote in sides.iter().flat_map(|side| standing::footnotes(side.scenario)) {
        if !all.contains(footnote) {
            all.push(*footnote);
        }
    }
    all
}

/// Why the scenarios are not like for like.
fn unlike(lang: Lang, sides: &[Side]) -> Vec<String> {
    let say = |text: Text| text.say(lang).to_owned();
    let differ = |same: &dyn Fn(&Side, &Side) -> bool| sides.iter().any(|side| !same(side, &sides[0]));
    let mut all = Vec::new();
    if differ(&|side, first| side.scenario.place() == first.scenario.place()) {
        let mut places: Vec<String> = Vec::new();
        for place in sides.iter().map(|side| side.scenario.place().full_name(lang)) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        all.push(words::LikePlace { places: &list(lang, &places) }.say(lang));
    }
    if differ(&|side, first| side.sums.first_year == first.sums.first_year) {
        all.push(say(words::LIKE_START));
    }
    if differ(&|side, first| side.sums.last() == first.sums.last()) {
        all.push(say(words::LIKE_YEARS));
    }
    if differ(&|side, first| side.scenario.value(Id::Discount).to_bits() == first.scenario.value(Id::Discount).to_bits()) {
        all.push(say(words::LIKE_DISCOUNT));
    }
    if differ(&|side, first| side.scenario.own() == first.scenario.own()) {
        all.push(say(words::LIKE_OWN));
    }
    let cash: Vec<&str> = sides.iter().filter(|side| side.scenario.option(Id::Money) == 1).map(|side| side.said.as_str()).collect();
    if !cash.is_empty() {
        all.push(words::LikeCash { scenarios: &names(lang, &cash) }.say(lang));
    }
    all
}

/// What was wrong with a link that was pasted, or else what there is now.
fn announcement(state: &State, headline: &Sentence, lines: &[Sentence], sides: usize) -> String {
    if let Some(problem) = state.notices.first() {
        return super::notices::notice(state, problem);
    }
    if sides == 1 {
        return headline.text();
    }
    let scenarios = words::SCENARIOS.whole(state.lang, u32::try_from(sides).map_or(0.0, f64::from));
    let mut said = vec![words::Announce { scenarios: &scenarios, headline: &headline.text() }.say(state.lang)];
    said.extend(lines.iter().map(Sentence::text));
    said.join(" ")
}
