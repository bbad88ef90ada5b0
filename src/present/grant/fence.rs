//! Ring-fenced or not: what each council would get of the stream by its own rule, beside its share of the same sum in a general settlement.
//! The settlement's own formula is not in the evidence; people under 18 stand in for it, and the page says so.

use crate::evidence::Over;
use crate::place;
use crate::place::Place;
use crate::present::Section;
use crate::present::chart::Chart;
use crate::present::chart::Measure;
use crate::present::chart::Series;
use crate::present::chart::Shape;
use crate::present::fields::pounds;
use crate::present::figure::Figure;
use crate::present::figure::Sentence;
use crate::present::figure::mark;
use crate::present::footnotes::Footnote;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::grant as words;

use super::stream;
use super::sums::Sums;
use super::sums::less;
use super::sums::sum_over;
use super::sums::to_penny;
use super::weights;
use super::who;

/// The section.
pub(super) fn section(lang: Lang, scenario: &Scenario, sums: &Sums) -> Section {
    let footnotes = weights::footnotes(scenario).to_vec();
    Section {
        name: "fence",
        title: words::FENCE.say(lang).to_owned(),
        lines: lines(lang, scenario, sums),
        footnotes: footnotes.clone(),
        charts: vec![(chart(lang, sums, footnotes), None)],
        notes: notes(lang, scenario),
        ..Section::default()
    }
}

/// What the settlement changes for the place chosen, or for the councils that it moves most.
fn lines(lang: Lang, scenario: &Scenario, sums: &Sums) -> Vec<Sentence> {
    let by = who::by(lang, scenario, stream::own_rule(scenario));
    let moved = less(&sums.fence[1].amounts, &sums.fence[0].amounts);
    let Some([most, least]) = who::ends(&moved).filter(|[most, least]| most.1 > least.1) else {
        return vec![Sentence::plain(words::FENCE_ALIKE.say(lang))];
    };
    let [(at_most, more), (at_least, less)] = &[most, least].map(|end| who::named(lang, &moved, end));
    let figures = [Figure::new("fence-most", most.1, number::signed(more)), Figure::new("fence-least", least.1, number::signed(less))];
    let ends = words::FenceEnds { by, most: at_most, more: mark(0), least: at_least, less: mark(1) };
    let mut lines = vec![Sentence::of(&ends.say(lang), &figures)];
    let place = scenario.place();
    if place != Place::Wales {
        let [fenced, general] = [&sums.fence[0], &sums.fence[1]].map(|shared| sum_over(place, &shared.amounts));
        let change = to_penny(general - fenced);
        let figures = [
            Figure::new("fenced", fenced, pounds(fenced)),
            Figure::new("general", general, pounds(general)),
            Figure::new("fence-change", change, number::signed(&pounds(change))),
        ];
        let own = words::FencePlace { place: &place.full_name(lang), fenced: mark(0), general: mark(1), change: mark(2) };
        lines.push(Sentence::of(&own.say(lang), &figures));
    }
    lines
}

fn chart(lang: Lang, sums: &Sums, footnotes: Vec<Footnote>) -> Chart {
    let series =
        |name: Text, slot: u8, amounts: &[f64]| Series::new(name.say(lang), Shape::Bars, slot, amounts.iter().copied().map(Some).collect());
    Chart {
        name: "fence",
        caption: words::FENCE_CAPTION.say(lang).to_owned(),
        table_title: words::FENCE_TABLE.say(lang).to_owned(),
        axis: words::POUNDS_AXIS.say(lang).to_owned(),
        positions_title: words::COUNCIL.say(lang).to_owned(),
        positions: place::COUNCILS.iter().map(|council| council.name.say(lang).to_owned()).collect(),
        measure: Measure::Pence,
        bars: true,
        total: Some(words::WALES.say(lang).to_owned()),
        series: vec![series(words::FENCED, 1, &sums.fence[0].amounts), series(words::GENERAL, 2, &sums.fence[1].amounts)],
        footnotes,
    }
}

fn notes(lang: Lang, scenario: &Scenario) -> Vec<String> {
    let stream = scenario.stream();
    let projects = (stream.over == Over::Projects).then_some(words::FENCE_PROJECTS);
    let known = stream.detail().ring_fenced;
    known.into_iter().chain(projects).chain([words::FENCE_STAND_IN]).map(|text| text.say(lang).to_owned()).collect()
}
