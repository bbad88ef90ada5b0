//! Who is in the number: those with their own parents, with relatives, or come alone to seek asylum, taken out where it is known how many.

use crate::app::State;
use crate::evidence::Figure as Published;
use crate::evidence::figure;
use crate::present::Group;
use crate::present::ResultRow;
use crate::present::Section;
use crate::present::cite;
use crate::present::figure::Figure;
use crate::present::figure::Sentence;
use crate::present::figure::mark;
use crate::present::footnotes::Footnote;
use crate::present::paths::documents;
use crate::present::request::FIRST_YEAR;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::numbers as words;

use super::measures::AWAY;
use super::sums::Sums;

/// The part of the children that the paths show: all of them, or those not placed with parents.
pub(super) fn part(scenario: &Scenario) -> f64 {
    // Those with parents are counted for Wales in March 2019 alone.
    let out = scenario.option(Id::Without) == 1 && documents(scenario);
    if out { 1.0 - figure::CHILDREN_PARENTS_2019.value / figure::CHILDREN_2019.value } else { 1.0 }
}

/// The section of the page.
pub(super) fn section(state: &State, sums: &Sums) -> Section {
    let lang = state.lang;
    let known = documents(&state.scenario);
    let out = state.scenario.option(Id::Without) == 1;
    let groups = if known || out { vec![Group::of(state, words::GROUP_WITHOUT, &[Id::Without], false)] } else { Vec::new() };
    Section {
        name: "without",
        title: words::SECTION_WITHOUT.say(lang).to_owned(),
        lines: vec![line(lang, sums, known, out)],
        footnotes: LEFT_OUT.to_vec(),
        groups,
        results: rows(lang, sums),
        ..Section::default()
    }
}

/// Those placed with their parents, and all of whom they are a part.
const LEFT_OUT: &[Footnote] = &[Footnote::of(&figure::CHILDREN_PARENTS_2019), Footnote::of(&figure::CHILDREN_2019)];

/// Children who left care for guardianship, beside all who left.
const GUARDED: &[Footnote] =
    &[Footnote::of(&figure::EXIT_GUARDIANSHIP), Footnote::of(&figure::EXIT_ALL), Footnote::of(&figure::EXIT_GUARDIANSHIP_FOSTER)];

fn line(lang: Lang, sums: &Sums, known: bool, out: bool) -> Sentence {
    if !out {
        return Sentence::plain(words::LINE_WITH.say(lang));
    }
    if !known {
        return Sentence::plain(words::WITHOUT_NOT_HERE.say(lang));
    }
    let parents = figure::CHILDREN_PARENTS_2019.value;
    let figures = vec![
        Figure::whole("", parents),
        Figure::whole("without", sums.start),
        Figure::new("without-part", sums.part, number::percent(sums.part, 1)),
    ];
    Sentence::with(words::LineWithout { parents: mark(0), rest: mark(1), part: mark(2) }.say(lang), figures)
}

fn rows(lang: Lang, sums: &Sums) -> Vec<ResultRow> {
    let year = sums.from.year.to_string();
    let documents = sums.documents();
    let wales_latest = sums.wales() && !documents && !sums.own();
    let when = |yes: bool, figure: &'static Published| yes.then_some(figure);
    let of = |name, label: String, figure: Option<&'static Published>| row(lang, name, label, figure, sums.from.children);
    let away = if sums.wales() { None } else { away(lang, sums) };
    let mut rows = vec![
        of("parents", words::RowParents { year: &year }.say(lang), when(documents, &figure::CHILDREN_PARENTS_2019)),
        of("kinship", words::RowKinship { year: &year }.say(lang), when(wales_latest, &figure::PLACEMENT_KINSHIP_2024)),
        of("uasc", words::RowUasc { year: &year }.say(lang), when(wales_latest, &figure::CHILDREN_UASC_2024)),
    ];
    if sums.wales() {
        let early = sums.from.year == FIRST_YEAR;
        let figure = if early { &figure::CHILDREN_AWAY_2019 } else { &figure::CHILDREN_AWAY_2024 };
        rows.push(
            left(lang, if early { words::ROW_AWAY_2019 } else { words::ROW_AWAY_2024 }, figure.value, cite::cited(lang, figure))
                .on(&[Footnote::of(figure)]),
        );
        let (gone, all) = (&figure::EXIT_GUARDIANSHIP, &figure::EXIT_ALL);
        let note = words::GuardianshipNote { all: &number::whole(all.value), cited: &cite::cited(lang, &figure::EXIT_GUARDIANSHIP_FOSTER) };
        let shown = Figure::whole("guardianship", gone.value);
        rows.push(ResultRow::new(words::ROW_GUARDIANSHIP.say(lang), shown, Some(note.say(lang))).on(GUARDED));
    }
    rows.extend(away);
    rows
}

/// Children who are not with parents, family or friends.
fn left(lang: Lang, label: Text, value: f64, note: String) -> ResultRow {
    ResultRow::new(label.say(lang), Figure::whole("away", value), Some(note))
}

/// The same of a council or a region in March 2024, where it was found.
fn away(lang: Lang, sums: &Sums) -> Option<ResultRow> {
    let away = sums.place.away()?;
    let note = words::PartOf { part: &number::percent(away.not_with_family / away.total, 0), all: &number::whole(away.total) };
    Some(left(lang, words::ROW_AWAY_2024, away.not_with_family, note.say(lang)).on(AWAY))
}

/// Some of the children, and what is left of all without them; or that there is no figure.
fn row(lang: Lang, name: &'static str, label: String, figure: Option<&'static Published>, all: f64) -> ResultRow {
    let Some(figure) = figure else {
        return ResultRow::new(label, Figure::new("", None, words::NO_FIGURE.say(lang).to_owned()), None);
    };
    let rest = figure.shown_to.map_or(all - figure.value, |step| ((all - figure.value) / step).round() * step);
    let value = figure.shown_to.map_or(figure.value, |step| (figure.value / step).round() * step);
    let (rest, all, cited) = (&number::whole(rest), &number::whole(all), &cite::cited(lang, figure));
    // Of a number that is only about so many, what is left is so too, and need not be the difference of what is shown.
    let note = match figure.shown_to {
        Some(step) => words::WithoutAbout { all, cited, rest, step: &number::whole(step) }.say(lang),
        None => words::WithoutNote { all, cited, rest }.say(lang),
    };
    ResultRow::new(label, Figure::whole(name, value), Some(note)).on(&[Footnote::of(figure)])
}
