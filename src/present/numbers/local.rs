//! The answer for a council or a region: its own counts, its rate, and where it goes at Wales's rates. No plan was published for one.

use crate::evidence::counts;
use crate::place::Place;
use crate::present::ResultRow;
use crate::present::cite;
use crate::present::figure::Figure;
use crate::present::figure::Sentence;
use crate::present::figure::mark;
use crate::present::footnotes::Footnote;
use crate::present::standing;
use crate::scenario::How;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::count;
use crate::words::text::numbers as words;

use super::rates;
use super::sums::Sums;

/// The count, the rate beside Wales's, and where Wales's rates lead with the range of chance.
pub(super) fn headline(lang: Lang, sums: &Sums) -> Sentence {
    let Some(carry_on) = &sums.carry_on else { return Sentence::default() };
    let said = count::CHILDREN.whole(lang, sums.from.children);
    let said = if matches!(sums.from.how, How::Counted | How::Own) { said } else { words::About { children: &said }.say(lang) };
    let (low, high) = carry_on.end_range().unwrap_or_default();
    let (own, wales) = (rates::at_start(sums, sums.place), rates::at_start(sums, Place::Wales));
    let rate = |rate: Option<f64>| Figure::new("", rate, rate.map_or_else(String::new, number::whole));
    let figures = vec![
        Figure::new("start", sums.from.children, said),
        rate(own),
        rate(wales),
        Figure::whole("carried", carry_on.end()),
        Figure::whole("", low),
        Figure::whole("", high),
    ];
    let (place, year, to, rates) = (sums.place.full_name(lang), sums.from.year.to_string(), sums.end_year_text(), sums.rates(lang));
    let (place, year, to) = (place.as_str(), year.as_str(), to.as_str());
    let (children, rate, wales_rate, end, low, high) = (mark(0), mark(1), mark(2), mark(3), mark(4), mark(5));
    let text = if own.is_some() && wales.is_some() {
        words::HeadlinePlace { children, end, high, low, place, rate, rates, to, wales: wales_rate, year }.say(lang)
    } else {
        words::HeadlinePlaceOnly { children, end, high, low, place, rates, to, year }.say(lang)
    };
    Sentence::with(text, figures)
}

/// What is known of the place's count, the year its paths start last.
pub(super) fn rows(lang: Lang, sums: &Sums) -> Vec<ResultRow> {
    let mut rows = Vec::new();
    let known = |year: u16| sums.place.children(year);
    let counted = |year: u16| standing::counted(sums.place, i32::from(year));
    if let Some(last) = known(counts::LAST_YEAR) {
        let note = if sums.place.is_council() { words::ROUNDED } else { words::ROUNDED_SUM };
        rows.push(
            ResultRow::new(words::ROW_2018.say(lang), Figure::whole("row-2018", last.children), Some(note.say(lang).to_owned()))
                .on(counted(counts::LAST_YEAR)),
        );
    }
    if sums.from.how == How::Estimated {
        let label = words::RowEstimate { year: &sums.from.year.to_string() }.say(lang);
        rows.push(
            ResultRow::new(label, Figure::whole("row-estimate", sums.from.children), Some(counts::ESTIMATE_NOTE.say(lang).to_owned()))
                .on(standing::counted(sums.place, sums.from.year)),
        );
        rows.extend(reported(lang, sums));
    }
    if sums.own() {
        let label = words::RowOwn { year: &sums.from.year.to_string() }.say(lang);
        rows.push(ResultRow { own: true, ..ResultRow::new(label, Figure::whole("row-own", sums.from.children), None) });
    }
    if let Some(mean) = known(counts::LATEST_YEAR) {
        rows.push(
            ResultRow::new(
                words::ROW_MEAN.say(lang),
                Figure::whole("row-mean", mean.children),
                Some(counts::LATEST_NOTE.say(lang).to_owned()),
            )
            .on(counted(counts::LATEST_YEAR)),
        );
    }
    rows.extend(counts::heard(sums.place.key()).map(|figure| {
        let note = [Some(cite::cited(lang, figure)), figure.note.map(|note| note.say(lang).to_owned())];
        let note = note.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let label = words::RowHeard { period: figure.period.say(lang) }.say(lang);
        ResultRow::new(label, Figure::whole("row-heard", figure.value), Some(note)).on(&[Footnote::of(figure)])
    }));
    rows
}

/// What a council or a report said of the council for the year of the estimate, to stand beside it.
fn reported(lang: Lang, sums: &Sums) -> Option<ResultRow> {
    let figure = counts::reported(sums.place.key(), u16::try_from(sums.from.year).ok()?)?;
    let shown = Figure::whole("row-reported", figure.value);
    Some(ResultRow::new(words::ROW_REPORTED.say(lang), shown, Some(cite::cited(lang, figure))).on(&[Footnote::of(figure)]))
}

/// What should be read beside the numbers of a place.
pub(super) fn caveats(lang: Lang, sums: &Sums) -> Vec<String> {
    let rates = (!sums.own_rates).then_some(words::CAVEAT_PLACE_RATES);
    rates.into_iter().chain([words::CAVEAT_PLACE_CHANCE]).map(|text| text.say(lang).to_owned()).collect()
}
