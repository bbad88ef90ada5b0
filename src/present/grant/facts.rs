//! What the documents say of a stream: how much, when, who pays and who receives, what else is stated elsewhere, what it is made of, and
//! what it buys where they give both numbers for the same time.

use crate::app::Room;
use crate::evidence::Figure as Published;
use crate::evidence::streams::Detail;
use crate::evidence::streams::Stream;
use crate::link;
use crate::place::Place;
use crate::present::ResultRow;
use crate::present::Section;
use crate::present::Way;
use crate::present::chart::Chart;
use crate::present::chart::Measure;
use crate::present::chart::Series;
use crate::present::chart::Shape;
use crate::present::cite;
use crate::present::fields::pounds;
use crate::present::figure::Figure;
use crate::present::footnotes;
use crate::present::footnotes::Footnote;
use crate::present::footnotes::each_on;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::grant as words;

use super::sums::Sums;
use super::who;

/// The section of a stream.
pub(super) fn section(lang: Lang, scenario: &Scenario, sums: &Sums) -> Section {
    let stream = scenario.stream();
    let detail = stream.detail();
    Section {
        name: "documents",
        title: words::DOCUMENTS.say(lang).to_owned(),
        results: results(lang, stream, detail),
        charts: items(lang, stream, detail).into_iter().map(|chart| (chart, None)).collect(),
        notes: notes(lang, detail),
        ways: way(lang, scenario, sums).into_iter().collect(),
        ..Section::default()
    }
}

fn results(lang: Lang, stream: &Stream, detail: &Detail) -> Vec<ResultRow> {
    let told =
        |label: Text, text: &str, note: Option<String>| ResultRow::new(label.say(lang), Figure::new("", None, text.to_owned()), note);
    let published = |name: &'static str, label: &str, figure: &'static Published| {
        ResultRow::new(label, Figure::new(name, figure.value, cite::value(lang, figure)), Some(cite::cited(lang, figure)))
            .on(&[Footnote::of(figure)])
    };
    let mut rows = match detail.amount {
        Some(amount) => vec![published("stated", words::STATED.say(lang), amount)],
        None => vec![told(words::STATED, words::NOT_STATED.say(lang), None)],
    };
    rows.extend(detail.posts.map(|posts| published("posts", posts.label.say(lang), posts)));
    rows.extend(detail.others.iter().map(|other| published(other.id, other.label.say(lang), other)));
    if let Some(rest) = stream.not_itemised().filter(|rest| *rest > 0.0) {
        rows.push(
            ResultRow::new(words::NOT_ITEMISED.say(lang), Figure::new("not-itemised", rest, pounds(rest)), None)
                .on(&with(detail, detail.items)),
        );
    }
    rows.extend([
        told(words::YEARS, detail.years.say(lang), None),
        told(words::PAYER, detail.payer.say(lang), None),
        told(words::RECEIVER, detail.receiver.say(lang), None),
    ]);
    let choice = (!stream.over_stated).then(|| words::OVER_CHOICE.say(lang).to_owned());
    let over = told(words::OVER, stream.over.name().say(lang), choice);
    rows.push(if stream.over_stated { over } else { over.on(&[Footnote::Method(&footnotes::SHARING)]) });
    rows.extend(detail.ring_fenced.map(|text| told(words::RING_FENCE, text.say(lang), None)));
    rows.push(buys(lang, stream, detail));
    // Who pays, and the like, is told where the sum or the posts are.
    each_on(rows, &footnotes::rows(detail.amount.or(detail.posts).as_slice()))
}

/// The amount, and other figures that it is made of or divided by.
fn with(detail: &Detail, others: &[&'static Published]) -> Vec<Footnote> {
    footnotes::rows(&[detail.amount.as_slice(), others].concat())
}

/// What one of those supported cost, or that no number is given.
fn buys(lang: Lang, stream: &Stream, detail: &Detail) -> ResultRow {
    match (stream.cost_of_one(), &detail.buys) {
        (Some(cost), Some(buys)) => ResultRow::new(
            words::Buys { each: buys.each.say(lang) }.say(lang),
            Figure::new("buys", cost, number::pounds(cost)),
            Some(words::BuysNote { number: &cite::value(lang, buys.number), period: buys.number.period.say(lang) }.say(lang)),
        )
        .on(&with(detail, &[buys.number])),
        _ => ResultRow::new(words::BUYS_NONE.say(lang), Figure::new("", None, words::BUYS_NO_NUMBER.say(lang).to_owned()), None),
    }
}

/// What the amount is made of, with what no item accounts for, so that the table adds up to the amount.
fn items(lang: Lang, stream: &Stream, detail: &Detail) -> Option<Chart> {
    let rest = stream.not_itemised()?;
    let amount = detail.amount?;
    let listed = || detail.items.iter();
    let (sum, whole) = (amount.value - rest, cite::value(lang, amount));
    let names = listed().map(|item| item.label.say(lang)).chain([words::NOT_ITEMISED.say(lang)]);
    Some(Chart {
        name: "items",
        caption: words::ItemsCaption { sum: &pounds(sum), amount: &whole, rest: &pounds(rest) }.say(lang),
        table_title: words::ITEMS_TABLE.say(lang).to_owned(),
        axis: words::POUNDS_AXIS.say(lang).to_owned(),
        positions_title: words::ITEM.say(lang).to_owned(),
        positions: names.map(str::to_owned).collect(),
        measure: Measure::Pounds,
        bars: true,
        total: Some(words::ITEMS_TOTAL.say(lang).to_owned()),
        series: vec![Series::new(
            words::COLUMN_AMOUNT.say(lang),
            Shape::Bars,
            1,
            listed().map(|item| Some(item.value)).chain([Some(rest)]).collect(),
        )],
        footnotes: with(detail, detail.items),
    })
}

fn notes(lang: Lang, detail: &Detail) -> Vec<String> {
    let amount = detail.amount.and_then(|amount| amount.note);
    std::iter::once(detail.note).chain(amount).map(|note| note.say(lang).to_owned()).collect()
}

/// The way to the lever that the stream pays for, with what the place would get of it.
fn way(lang: Lang, scenario: &Scenario, sums: &Sums) -> Option<Way> {
    scenario.stream().lever?;
    let place = scenario.place();
    let amount = if place == Place::Wales { sums.pot } else { who::amount(sums, place) };
    let with_it = scenario.with(Id::Cost, amount)?;
    Some(Way { words: words::WayEdge { amount: &pounds(amount) }.say(lang), room: Room::Edge, fragment: link::write(&with_it) })
}
