//! The two charts: cost and spending avoided by year, and the running total of what is saved.

use crate::present::chart::Chart;
use crate::present::chart::Measure;
use crate::present::chart::Series;
use crate::present::chart::Shape;
use crate::present::footnotes;
use crate::present::footnotes::Footnote;
use crate::words::Lang;
use crate::words::text::edge as words;
use crate::words::text::site;
use crate::words::year;

use super::short;
use super::sums::Sums;

fn years_of(sums: &Sums) -> Vec<String> {
    (sums.first_year..).take(sums.net.len()).map(year::financial).collect()
}

fn series(name: crate::words::Text, lang: Lang, shape: Shape, slot: u8, values: &[f64]) -> Series {
    Series::new(name.say(lang), shape, slot, values.iter().copied().map(Some).collect())
}

/// The finding: from when on, and how long, more is avoided than spent.
fn year_caption(lang: Lang, sums: &Sums, years: &[String]) -> String {
    let holds = sums.net.iter().rposition(|net| *net < 0.0).map_or(0, |last| last + 1);
    let ahead = sums.net.iter().rposition(|net| *net > 0.0);
    match (years.get(holds), ahead.and_then(|last| years.get(last))) {
        (_, None) if sums.net.iter().all(|net| net.abs() < f64::EPSILON) => words::CAPTION_YEAR_NOTHING.say(lang).to_owned(),
        (Some(_), Some(_)) if holds == 0 => words::CAPTION_YEAR_ALWAYS.say(lang).to_owned(),
        (Some(year), Some(_)) => words::CaptionYear { year }.say(lang),
        (None, Some(year)) => words::CaptionYearFalls { year }.say(lang),
        (_, None) => words::CAPTION_YEAR_NEVER.say(lang).to_owned(),
    }
}

pub(super) fn by_year(lang: Lang, sums: &Sums) -> Chart {
    let years = years_of(sums);
    let caption = year_caption(lang, sums, &years);
    Chart {
        name: "by-year",
        caption,
        table_title: words::CHART_YEAR.say(lang).to_owned(),
        axis: words::AXIS_POUNDS.say(lang).to_owned(),
        positions_title: site::FINANCIAL_YEAR_COLUMN.say(lang).to_owned(),
        positions: years,
        measure: Measure::Pounds,
        bars: false,
        total: None,
        series: vec![
            series(words::SERIES_COST, lang, Shape::Line, 3, &sums.cost),
            series(words::SERIES_AVOIDED, lang, Shape::Line, 1, &sums.avoided),
            series(words::SERIES_NET, lang, Shape::Table, 2, &sums.net),
        ],
        footnotes: vec![Footnote::Method(&footnotes::MONEY)],
    }
}

pub(super) fn running_total(lang: Lang, sums: &Sums) -> Chart {
    let end = sums.running.last().copied().unwrap_or(0.0);
    let caption = match sums.payback {
        Some(payback) => words::CaptionTotal { year: &year::financial(payback) }.say(lang),
        None => words::CaptionTotalNever { value: &short(lang, end) }.say(lang),
    };
    Chart {
        name: "running-total",
        caption,
        table_title: words::CHART_TOTAL.say(lang).to_owned(),
        axis: words::AXIS_TOTAL.say(lang).to_owned(),
        positions_title: site::FINANCIAL_YEAR_COLUMN.say(lang).to_owned(),
        positions: years_of(sums),
        measure: Measure::Pounds,
        bars: false,
        total: None,
        series: vec![series(words::SERIES_TOTAL, lang, Shape::Line, 2, &sums.running)],
        footnotes: vec![Footnote::Method(&footnotes::MONEY)],
    }
}
