//! Share out PDG-LAC: what the rate comes to, what the pot covers, the same over the consortia, and the two figures that do not meet.

use crate::api;
use crate::api::Value;
use crate::app::Room;
use crate::app::State;
use crate::evidence::figure;
use crate::place;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::count;
use crate::words::text::grant as words;
use crate::words::text::site;

use super::Body;
use super::Group;
use super::Question;
use super::ResultRow;
use super::chart::Chart;
use super::chart::Measure;
use super::chart::Series;
use super::chart::Shape;
use super::fields::pounds;
use super::figure::Figure;
use super::figure::Sentence;
use super::figure::mark;
use super::request;
use super::request::Request;

/// How many children count: the number behind the rate.
#[must_use]
pub fn eligible(scenario: &Scenario) -> f64 {
    match scenario.option(Id::Counts) {
        0 => figure::CHILDREN_2019.value,
        1 => figure::CHILDREN_3_TO_15_2018.value,
        _ => scenario.value(Id::Own),
    }
}

/// The weight of a council: its part of those who count, in March 2018.
fn weight(scenario: &Scenario, council: &place::Council) -> f64 {
    if scenario.option(Id::Counts) == 1 { council.counts.aged_3_to_15() } else { council.counts.children }
}

/// The sums of the page, from the contract.
struct Sums {
    children: f64,
    estimated: bool,
    total: f64,
    gap: f64,
    pot: f64,
    rate: f64,
    wales: Value,
    /// The sum due by rate over the councils: the request and its answer.
    due: (Value, Value),
    /// The pot over the councils, likewise.
    shared: (Value, Value),
}

/// A request with its answer, asked once.
fn asked(request: Value) -> (Value, Value) {
    let answer = api::allocate(&request).unwrap_or(Value::Null);
    (request, answer)
}

impl Sums {
    fn of(scenario: &Scenario) -> Self {
        let children = eligible(scenario);
        let (wales, answer) = asked(request::wales_by_rate(scenario, children));
        let total = answer.number("total").unwrap_or(0.0);
        let pot = scenario.value(Id::Pot);
        let weight = |council: &place::Council| weight(scenario, council);
        Self {
            children,
            estimated: scenario.option(Id::Counts) == 1,
            total,
            gap: answer.number("gap_to_pot").unwrap_or(0.0),
            pot,
            rate: scenario.value(Id::Rate),
            due: asked(request::shared(scenario, total, weight)),
            shared: asked(request::shared(scenario, pot, weight)),
            wales,
        }
    }

    /// The children who count, with an "about" where part of them is estimated.
    fn children_said(&self, lang: Lang) -> String {
        let children = count::CHILDREN.whole(lang, self.children);
        if self.estimated { words::About { children: &children }.say(lang) } else { children }
    }

    /// What the consortia keep of the pot.
    fn kept(&self) -> f64 {
        (0..place::CONSORTIA.len()).filter_map(|i| self.shared.1.number(&format!("regions.{i}.retained"))).sum()
    }

    /// What of the due sum the pot covers; above 1 where it more than covers it.
    fn covered(&self) -> Option<f64> {
        (self.total > 0.0).then(|| self.pot / self.total)
    }
}

/// What the room holds.
#[must_use]
pub fn content(state: &State) -> Body {
    Body::Question(Box::new(question(state)))
}

/// The question with its answer.
#[must_use]
pub fn question(state: &State) -> Question {
    let (lang, scenario) = (state.lang, &state.scenario);
    let sums = Sums::of(scenario);
    let title = |text: crate::words::Text| text.say(lang);
    Question {
        title: title(words::TITLE).to_owned(),
        question: words::Question { rate: &pounds(sums.rate) }.say(lang),
        intro: title(words::INTRO).to_owned(),
        gist: (title(words::GAP).to_owned(), Figure::new("", sums.gap, number::signed(&pounds(sums.gap)))),
        headline: headline(lang, &sums),
        lines: Vec::new(),
        groups: groups(state),
        results: results(lang, &sums),
        charts: vec![
            (regions(lang, scenario, &sums), Some(title(words::REGIONS_NOTE).to_owned())),
            (reconciliation(lang), Some(title(words::RECONCILE_NOTE).to_owned())),
        ],
        sections: Vec::new(),
        caveats: [words::CAVEAT_RINGFENCE, words::CAVEAT_COUNTS].map(|text| title(text).to_owned()).to_vec(),
        requests: vec![
            Request::new("wales", title(words::REQUEST_WALES), "allocate", &sums.wales),
            Request::new("due", title(words::REQUEST_RATE), "allocate", &sums.due.0),
            Request::new("pot", title(words::REQUEST_POT), "allocate", &sums.shared.0),
        ],
        announcement: words::Announce { total: &pounds(sums.total), gap: &pounds(sums.gap), kept: &pounds(sums.kept()) }.say(lang),
    }
}

/// The share that the pot covers, which is not 100% until it covers all.
fn share_covered(covered: f64) -> String {
    number::percent(if covered < 1.0 { covered.min(0.99) } else { covered }, 0)
}

fn headline(lang: Lang, sums: &Sums) -> Sentence {
    let covered = sums.covered().unwrap_or(0.0);
    let figures = [
        Figure::new("", sums.rate, pounds(sums.rate)),
        Figure::new("children", sums.children, sums.children_said(lang)),
        Figure::new("total", sums.total, pounds(sums.total)),
        Figure::new("", sums.pot, pounds(sums.pot)),
        Figure::new("covered", covered, share_covered(covered)),
        Figure::new("", sums.gap.abs(), pounds(sums.gap.abs())),
    ];
    let text = if sums.children <= 0.0 {
        words::HeadlineNoChildren { pot: mark(3) }.say(lang)
    } else if sums.total <= 0.0 {
        words::HeadlineNoRate { pot: mark(3) }.say(lang)
    } else if sums.gap < 0.0 {
        words::HeadlineShort { rate: mark(0), children: mark(1), total: mark(2), pot: mark(3), covered: mark(4), gap: mark(5) }.say(lang)
    } else {
        words::HeadlineEnough { rate: mark(0), children: mark(1), total: mark(2), pot: mark(3), gap: mark(5) }.say(lang)
    };
    Sentence::of(&text, &figures)
}

fn groups(state: &State) -> Vec<Group> {
    let own = state.scenario.option(Id::Counts) == 2;
    let assumed = super::rooms::fields(Room::Grant).iter().copied().filter(|id| match id {
        Id::Own => own,
        id => id.field().role == crate::scenario::field::Role::Assumption,
    });
    vec![
        Group::of(state, site::CHOICES, &[Id::Rate, Id::Pot], false),
        Group::of(state, site::ASSUMPTIONS, &assumed.collect::<Vec<_>>(), false),
    ]
}

fn results(lang: Lang, sums: &Sums) -> Vec<ResultRow> {
    let children = sums.children_said(lang);
    let mut rows = vec![
        ResultRow::new(
            words::BY_RATE.say(lang),
            Figure::new("by-rate", sums.total, pounds(sums.total)),
            Some(words::ByRateNote { rate: &pounds(sums.rate), children: &children }.say(lang)),
        ),
        ResultRow::new(words::GAP.say(lang), Figure::new("gap", sums.gap, number::signed(&pounds(sums.gap))), None),
    ];
    if sums.rate > 0.0 && sums.children > 0.0 {
        let covers = sums.pot / sums.rate;
        let share = number::percent(covers / sums.children, 0);
        let note = words::CoversNote { share: &share }.say(lang);
        rows.push(ResultRow::new(words::COVERS.say(lang), Figure::new("covers", covers, number::whole(covers)), Some(note)));
    }
    if sums.children > 0.0 {
        let each = sums.pot / sums.children;
        rows.push(ResultRow::new(words::AFFORDS.say(lang), Figure::new("affords", each, number::pounds_and_pence(each)), None));
    }
    let kept = sums.kept();
    rows.push(ResultRow::new(words::KEPT.say(lang), Figure::new("kept", kept, pounds(kept)), None));
    rows
}

/// The consortia, each with its part of the children, of the sum due by rate and of the pot.
fn regions(lang: Lang, scenario: &Scenario, sums: &Sums) -> Chart {
    let (due, shared) = (&sums.due.1, &sums.shared.1);
    let of = |answer: &Value, id: &str, key: &str| {
        let region = |i: &usize| answer.text(&format!("regions.{i}.region")) == Some(id);
        let index = (0..place::CONSORTIA.len()).find(region)?;
        answer.number(&format!("regions.{index}.{key}"))
    };
    let column = |answer: &Value, key: &str| place::CONSORTIA.iter().map(|c| of(answer, c.id, key)).collect::<Vec<_>>();
    let series = |name: crate::words::Text, shape: Shape, slot: u8, measure: Option<Measure>, values: Vec<Option<f64>>| Series {
        name: name.say(lang).to_owned(),
        shape,
        slot,
        measure,
        values,
        range: None,
    };
    let pot = column(shared, "amount");
    let most = place::CONSORTIA.iter().zip(&pot).max_by(|a, b| a.1.unwrap_or(0.0).total_cmp(&b.1.unwrap_or(0.0)));
    let (name, amount) = most.map_or(("", 0.0), |(consortium, amount)| (consortium.name.say(lang), amount.unwrap_or(0.0)));
    Chart {
        name: "regions",
        caption: if amount > 0.0 {
            words::RegionsCaption { name, amount: &pounds(amount), pot: &pounds(sums.pot) }.say(lang)
        } else {
            words::REGIONS_NONE.say(lang).to_owned()
        },
        table_title: words::REGIONS_TABLE.say(lang).to_owned(),
        axis: words::POUNDS_AXIS.say(lang).to_owned(),
        positions_title: words::CONSORTIUM.say(lang).to_owned(),
        positions: place::CONSORTIA.iter().map(|consortium| consortium.name.say(lang).to_owned()).collect(),
        measure: Measure::Pence,
        bars: true,
        total: Some(words::WALES.say(lang).to_owned()),
        series: vec![
            series(words::REGION_CHILDREN, Shape::Table, 1, Some(Measure::Children), children_of_consortia(scenario, sums.children)),
            series(words::REGION_RATE, Shape::Bars, 1, None, column(due, "amount")),
            series(words::REGION_POT, Shape::Bars, 2, None, pot),
            series(words::REGION_KEPT, Shape::Table, 3, None, column(shared, "retained")),
            series(words::REGION_PASSED, Shape::Table, 4, None, column(shared, "passed_on")),
        ],
    }
}

/// The children who count shared over the consortia in whole children, so that the parts shown add up to the number shown.
fn children_of_consortia(scenario: &Scenario, children: f64) -> Vec<Option<f64>> {
    let (_, answer) = asked(request::heads(children.round(), |council| weight(scenario, council)));
    let part = |council: &place::Council| {
        let index = (0..place::COUNCILS.len()).find(|i| answer.text(&format!("areas.{i}.code")) == Some(council.code))?;
        answer.number(&format!("areas.{index}.amount"))
    };
    place::CONSORTIA.iter().map(|consortium| Some(consortium.councils().filter_map(part).sum())).collect()
}

/// £7.87 million and £5 million, with the number of children behind each.
fn reconciliation(lang: Lang) -> Chart {
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
        series: vec![Series {
            name: words::AMOUNT.say(lang).to_owned(),
            shape: Shape::Bars,
            slot: 1,
            measure: None,
            values: [&figure::FUND_PDG_LAC_ALL_CHILDREN, &figure::FUND_PDG_LAC_AGED_3_TO_15, &figure::FUND_PDG_LAC]
                .map(|f| Some(f.value))
                .to_vec(),
            range: None,
        }],
    }
}
