//! The answer for a stream that is a rate for each child, PDG-LAC: what the rate comes to, what the pot covers, the same over the consortia,
//! and the two figures that do not meet. It puts the sums into words and does none.

use crate::evidence::figure;
use crate::place::Place;
use crate::present::ResultRow;
use crate::present::chart::Chart;
use crate::present::chart::Measure;
use crate::present::chart::Series;
use crate::present::chart::Shape;
use crate::present::fields::pounds;
use crate::present::figure::Figure;
use crate::present::figure::Sentence;
use crate::present::figure::mark;
use crate::present::footnotes::Footnote;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::count;
use crate::words::text::grant as words;

use super::sums::Due;
use super::sums::Sums;
use super::sums::sum_over;

/// The children who count, with an "about" where part of them is estimated.
fn children_said(lang: Lang, due: &Due) -> String {
    let children = count::CHILDREN.whole(lang, due.children);
    if due.estimated { words::About { children: &children }.say(lang) } else { children }
}

/// The share that the pot covers, which is not 100% until it covers all.
fn share_covered(covered: f64) -> String {
    number::percent(if covered < 1.0 { covered.min(0.99) } else { covered }, 0)
}

pub(super) fn headline(lang: Lang, sums: &Sums, due: &Due) -> Sentence {
    let covered = due.covered(sums.pot).unwrap_or(0.0);
    let figures = [
        Figure::new("", due.rate, pounds(due.rate)),
        Figure::new("children", due.children, children_said(lang, due)),
        Figure::new("total", due.total, pounds(due.total)),
        Figure::new("", sums.pot, pounds(sums.pot)),
        Figure::new("covered", covered, share_covered(covered)),
        Figure::new("", due.gap.abs(), pounds(due.gap.abs())),
    ];
    let text = if due.children <= 0.0 {
        words::HeadlineNoChildren { pot: mark(3) }.say(lang)
    } else if due.total <= 0.0 {
        words::HeadlineNoRate { pot: mark(3) }.say(lang)
    } else if due.gap < 0.0 {
        words::HeadlineShort { rate: mark(0), children: mark(1), total: mark(2), pot: mark(3), covered: mark(4), gap: mark(5) }.say(lang)
    } else {
        words::HeadlineEnough { rate: mark(0), children: mark(1), total: mark(2), pot: mark(3), gap: mark(5) }.say(lang)
    };
    Sentence::of(&text, &figures)
}

/// What a place is due by rate, and for how many children; nothing for Wales, of which the headline tells.
pub(super) fn place_line(lang: Lang, place: Place, due: &Due) -> Option<Sentence> {
    let amount = sum_over(place, &due.whole);
    let children = count::CHILDREN.whole(lang, sum_over(place, &due.heads));
    (place != Place::Wales && amount > 0.0).then(|| {
        let text = words::PlaceDue { place: &place.full_name(lang), amount: mark(0), rate: &pounds(due.rate), children: &children };
        Sentence::of(&text.say(lang), &[Figure::new("place-due", amount, pounds(amount))])
    })
}

pub(super) fn results(lang: Lang, sums: &Sums, due: &Due) -> Vec<ResultRow> {
    let children = children_said(lang, due);
    let mut rows = vec![
        ResultRow::new(
            words::BY_RATE.say(lang),
            Figure::new("by-rate", due.total, pounds(due.total)),
            Some(words::ByRateNote { rate: &pounds(due.rate), children: &children }.say(lang)),
        ),
        ResultRow::new(words::GAP.say(lang), Figure::new("gap", due.gap, number::signed(&pounds(due.gap))), None),
    ];
    if due.rate > 0.0 && due.children > 0.0 {
        let covers = sums.pot / due.rate;
        let share = number::percent(covers / due.children, 0);
        let note = words::CoversNote { share: &share }.say(lang);
        rows.push(ResultRow::new(words::COVERS.say(lang), Figure::new("covers", covers, number::whole(covers)), Some(note)));
    }
    if due.children > 0.0 {
        let each = sums.pot / due.children;
        let note = words::AffordsNote { pot: &pounds(sums.pot), children: &children }.say(lang);
        rows.push(ResultRow::new(words::AFFORDS.say(lang), Figure::new("affords", each, number::pounds_and_pence(each)), Some(note)));
    }
    let kept = sums.given.kept();
    rows.push(ResultRow::new(words::KEPT.say(lang), Figure::new("kept", kept, pounds(kept)), None));
    rows
}

/// Three sums, and the children behind each.
const RECONCILED: &[Footnote] = &[
    Footnote::of(&figure::FUND_PDG_LAC_ALL_CHILDREN),
    Footnote::of(&figure::CHILDREN_2019),
    Footnote::of(&figure::FUND_PDG_LAC_AGED_3_TO_15),
    Footnote::of(&figure::CHILDREN_3_TO_15_2018),
    Footnote::of(&figure::FUND_PDG_LAC),
    Footnote::of(&figure::FUND_PDG_LAC_CHILDREN),
];

/// £7.87 million and £5 million, with the number of children behind each.
pub(super) fn reconciliation(lang: Lang) -> Chart {
    let children = |n: f64| count::CHILDREN.whole(lang, n);
    let (all, aged, stated) = (figure::CHILDREN_2019.value, figure::CHILDREN_3_TO_15_2018.value, figure::FUND_PDG_LAC_CHILDREN.value);
    Chart {
        name: "reconcile",
        caption: words::RECONCILE_CAPTION.say(lang).to_owned(),
        table_title: words::RECONCILE_TABLE.say(lang).to_owned(),
        axis: words::POUNDS_AXIS.say(lang).to_owned(),
        positions_title: words::WHO.say(lang).to_owned(),
        positions: vec![
            words::ReconcileAll { children: &children(all) }.say(lang),
            words::ReconcileAged { children: &children(aged) }.say(lang),
            words::ReconcileStated { children: &children(stated) }.say(lang),
        ],
        measure: Measure::Pounds,
        bars: true,
        total: None,
        series: vec![Series::new(
            words::AMOUNT.say(lang),
            Shape::Bars,
            1,
            [&figure::FUND_PDG_LAC_ALL_CHILDREN, &figure::FUND_PDG_LAC_AGED_3_TO_15, &figure::FUND_PDG_LAC].map(|f| Some(f.value)).to_vec(),
        )],
        footnotes: RECONCILED.to_vec(),
    }
}
