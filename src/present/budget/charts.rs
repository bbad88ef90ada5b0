//! The charts: spending and children by placement, stacked; the running total with its band; children with the plan and without; cost and
//! what is avoided; what matters most.

use crate::app::State;
use crate::app::fan::Fan;
use crate::app::fan::FanYear;
use crate::app::fan::Results;
use crate::present::chart::Chart;
use crate::present::chart::Measure;
use crate::present::chart::Series;
use crate::present::chart::Shape;
use crate::present::footnotes;
use crate::present::footnotes::Footnote;
use crate::scenario::Id;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::budget as words;
use crate::words::text::edge;
use crate::words::text::site;
use crate::words::year;

use super::short;
use super::sums::Side;
use super::sums::Sums;
use super::sums::WIDE;
use super::sums::price;
use super::sums::price_at;
use super::sure;

/// What the placements are called, in the order in which they are stacked.
const NAMES: [Text; WIDE] = [words::PLACEMENT_FOSTER, words::PLACEMENT_RESIDENTIAL, words::PLACEMENT_PARENTS, words::PLACEMENT_OTHER];

pub(super) fn charts(state: &State, sums: &Sums) -> Vec<(Chart, Option<String>)> {
    let mut all = vec![(spend(state, sums), None), (care(state, sums), None)];
    if !sums.levers.is_empty() {
        let fan = sure::fan(state);
        let note = fan.map(|fan| words::NetRange { draws: &number::whole(f64::from(fan.draws)) }.say(state.lang));
        all.insert(0, (net(state, sums), note.clone()));
        all.push((children(state, sums), note.clone()));
        all.push((money(state, sums), note));
        all.extend(sure::tornado(state, sums.npv()).map(|chart| (chart, None)));
    }
    all
}

fn years(sums: &Sums) -> Vec<String> {
    (0..sums.cost.len()).map(|at| year::financial(sums.year(at))).collect()
}

pub(super) fn in_cash(state: &State) -> bool {
    state.scenario.option(Id::Money) == 1
}

/// An axis at constant prices, or the one in cash.
fn pounds(state: &State, real: Text, cash: Text) -> String {
    if in_cash(state) { cash } else { real }.say(state.lang).to_owned()
}

fn axis(state: &State) -> String {
    pounds(state, words::AXIS_SPEND, words::AXIS_CASH)
}

/// Each placement by itself: child-years, or spending in the money that the page shows, with what either lies between in the cases tried.
fn stacked(state: &State, of: &[[f64; WIDE]], spending: bool) -> Vec<Series> {
    let price = |year: usize| if spending { price_at(&state.scenario, year) } else { 1.0 };
    let fan = sure::fan(state);
    let series = |(at, slot): (usize, u8)| {
        let values = of.iter().map(|year| year.get(at).copied()).collect();
        let ends = |fan: &Fan, year: usize| {
            let ([low, _, high], price) = (fan.placement(year, at)?[usize::from(spending)], price(year));
            Some((low * price, high * price))
        };
        let range = fan.map(|fan| (0..of.len()).map(|year| ends(fan, year)).collect());
        Series { range, ..Series::new(NAMES[at].say(state.lang), Shape::Stack, slot, values) }
    };
    (0..WIDE).zip(1..).map(series).collect()
}

/// The sum of the placements in each year, for the table.
fn all(lang: Lang, name: Text, of: &[[f64; WIDE]], range: Option<Vec<Option<(f64, f64)>>>) -> Series {
    let values = of.iter().map(|year| Some(year.iter().sum())).collect();
    Series { range, ..Series::new(name.say(lang), Shape::Table, 1, values) }
}

fn chart(name: &'static str, title: &str, axis: String, sums: &Sums, measure: Measure) -> Chart {
    Chart {
        name,
        caption: String::new(),
        table_title: title.to_owned(),
        axis,
        positions_title: String::new(),
        positions: years(sums),
        measure,
        bars: false,
        total: None,
        series: Vec::new(),
        footnotes: vec![Footnote::Method(if measure == Measure::Children { &footnotes::PROGRAMMES } else { &footnotes::MONEY })],
    }
}

fn by_placement(state: &State, chart: Chart, caption: String, with: &[[f64; WIDE]], without: &[[f64; WIDE]]) -> Chart {
    let lang = state.lang;
    let pounds = chart.measure == Measure::Pounds;
    let mut series = stacked(state, with, pounds);
    let told: [fn(&Results) -> [f64; 3]; 2] =
        if pounds { [|year| year.spend_with, |year| year.spend_without] } else { [|year| year.care_with, |year| year.care_without] };
    series.push(all(lang, words::ALL_PLACEMENTS, with, between(state, pounds, told[0])));
    if with != without {
        series.push(all(lang, words::ALL_WITHOUT, without, between(state, pounds, told[1])));
    }
    Chart { caption, positions_title: site::FINANCIAL_YEAR_COLUMN.say(lang).to_owned(), series, ..chart }
}

fn spend(state: &State, sums: &Sums) -> Chart {
    let (lang, last) = (state.lang, sums.last());
    let share = |of: &[[f64; WIDE]]| {
        let year = of.get(last).copied().unwrap_or_default();
        let sum: f64 = year.iter().sum();
        number::percent(if sum > 0.0 { year[1] / sum } else { 0.0 }, 0)
    };
    let caption = words::CaptionSpend {
        residential: &share(&sums.with.spend),
        last_year: &year::financial(sums.year(last)),
        children: &share(&sums.with.care),
    }
    .say(lang);
    let chart = chart("spend", words::CHART_SPEND.say(lang), axis(state), sums, Measure::Pounds);
    let mut chart = by_placement(state, chart, caption, &sums.with.spend, &sums.without.spend);
    if !sums.levers.is_empty() {
        let bill = (0..sums.cost.len()).map(|at| Some(sums.bill(at))).collect();
        let range = between(state, true, |year| year.bill);
        chart.series.push(Series { range, ..Series::new(words::BILL_COLUMN.say(lang), Shape::Table, 1, bill) });
    }
    chart
}

/// What a number of each year lies between in the cases tried; of pounds in the money that the page shows: an index brings all of a year's cases to it.
fn between(state: &State, pounds: bool, told: fn(&Results) -> [f64; 3]) -> Option<Vec<Option<(f64, f64)>>> {
    let years = &sure::fan(state)?.years;
    let ends = |(year, at): (&FanYear, i32)| {
        let ([low, _, high], price) = (told(&year.told), if pounds { price(&state.scenario, at) } else { 1.0 });
        Some((low * price, high * price))
    };
    Some(years.iter().zip(0..).map(ends).collect())
}

fn care(state: &State, sums: &Sums) -> Chart {
    let (lang, last) = (state.lang, sums.last());
    let sum = |side: &Side, at: usize| number::whole(side.care.get(at).map_or(0.0, |year| year.iter().sum()));
    let caption = words::CaptionCare {
        first: &sum(&sums.with, 0),
        first_year: &year::financial(sums.first_year),
        last: &sum(&sums.with, last),
        last_year: &year::financial(sums.year(last)),
    }
    .say(lang);
    let chart = chart("care", words::CHART_CARE.say(lang), words::AXIS_CARE.say(lang).to_owned(), sums, Measure::Children);
    by_placement(state, chart, caption, &sums.with.care, &sums.without.care)
}

fn some(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

fn net(state: &State, sums: &Sums) -> Chart {
    let (lang, running) = (state.lang, sums.running());
    let never = || {
        let end = running.last().copied().unwrap_or(0.0);
        words::CaptionNetNever { year: &year::financial(sums.year(sums.last())), value: &number::signed(&short(lang, end)) }.say(lang)
    };
    let caption = if running.iter().all(|net| net.abs() < 0.5) {
        words::CAPTION_NET_NOTHING.say(lang).to_owned()
    } else {
        // In cash the running total turns in a year of its own.
        let turned = running.iter().rposition(|net| *net < 0.0).map_or(0, |last| last + 1);
        let payback = if in_cash(state) { (turned < running.len()).then(|| sums.year(turned)) } else { sums.payback };
        payback.map_or_else(never, |payback| words::CaptionNet { year: &year::financial(payback) }.say(lang))
    };
    let range = sure::fan(state).map(|fan| fan.years.iter().map(|year| Some((year.running[0], year.running[2]))).collect());
    let axis = pounds(state, words::AXIS_SO_FAR, words::AXIS_SO_FAR_CASH);
    let chart = chart("net", words::CHART_NET.say(lang), axis, sums, Measure::Pounds);
    let series = Series { range, ..Series::new(words::SERIES_NET.say(lang), Shape::Line, 2, some(&running)) };
    Chart { caption, positions_title: site::FINANCIAL_YEAR_COLUMN.say(lang).to_owned(), series: vec![series], ..chart }
}

fn children(state: &State, sums: &Sums) -> Chart {
    let (lang, last) = (state.lang, sums.last());
    let end = |side: &Side| side.closing.last().copied().unwrap_or(0.0);
    let year = (sums.year(last) + 1).to_string();
    let fewer = end(&sums.without).round() - end(&sums.with).round();
    let caption = if fewer < 0.0 {
        words::CaptionChildrenMore { more: &number::whole(-fewer), year: &year }.say(lang)
    } else if fewer > 0.0 {
        words::CaptionChildren { fewer: &number::whole(fewer), year: &year }.say(lang)
    } else {
        words::CaptionChildrenSame { year: &year }.say(lang)
    };
    let range = sure::fan(state).map(|fan| fan.years.iter().map(|year| Some((year.children[0], year.children[2]))).collect());
    let with = Series { range, ..Series::new(words::SERIES_WITH.say(lang), Shape::Line, 1, some(&sums.with.closing)) };
    let without = Series {
        range: between(state, false, |year| year.closing_without),
        ..Series::new(words::ALL_WITHOUT.say(lang), Shape::Line, 3, some(&sums.without.closing))
    };
    let chart = chart("children", words::CHART_CHILDREN.say(lang), words::CHART_CHILDREN.say(lang).to_owned(), sums, Measure::Children);
    Chart {
        caption,
        positions_title: site::YEAR_COLUMN.say(lang).to_owned(),
        positions: (0..sums.cost.len()).map(|at| (sums.year(at) + 1).to_string()).collect(),
        series: vec![without, with],
        ..chart
    }
}

fn money(state: &State, sums: &Sums) -> Chart {
    let lang = state.lang;
    let holds = (0..sums.cost.len()).rposition(|at| sums.net(at) < 0.0).map_or(0, |last| last + 1);
    let caption = match years(sums).get(holds) {
        Some(_) if holds == 0 => edge::CAPTION_YEAR_ALWAYS.say(lang).to_owned(),
        Some(year) => edge::CaptionYear { year }.say(lang),
        None => edge::CAPTION_YEAR_NEVER.say(lang).to_owned(),
    };
    let net: Vec<f64> = (0..sums.cost.len()).map(|at| sums.net(at)).collect();
    let series = vec![
        Series {
            range: between(state, true, |year| year.cost),
            ..Series::new(edge::SERIES_COST.say(lang), Shape::Line, 3, some(&sums.cost))
        },
        Series {
            range: between(state, true, |year| year.avoided),
            ..Series::new(edge::SERIES_AVOIDED.say(lang), Shape::Line, 1, some(&sums.avoided))
        },
        Series { range: between(state, true, |year| year.net), ..Series::new(edge::SERIES_NET.say(lang), Shape::Table, 2, some(&net)) },
    ];
    let chart = chart("money", words::CHART_MONEY.say(lang), axis(state), sums, Measure::Pounds);
    Chart { caption, positions_title: site::FINANCIAL_YEAR_COLUMN.say(lang).to_owned(), series, ..chart }
}
