//! Section 1 of the method with numbers: the stock, its calibration, and chance.

use crate::evidence::figure;
use crate::model;
use crate::model::Projection;
use crate::model::stock::StockYear;
use crate::model::stock::care_of_entry_year;
use crate::model::stock::still_there;
use crate::present::edge::NINE_IN_TEN;
use crate::present::prose::Example;
use crate::present::request;
use crate::present::request::Path;
use crate::words::count;
use crate::words::number;
use crate::words::text::worked as words;

use super::Worked;
use super::five;
use super::result;
use super::share;
use super::six;
use super::source;
use super::whole;

/// The count of March 2020 from that of March 2019.
#[expect(clippy::many_single_char_names, reason = "the symbols of METHOD.md")]
pub(in super::super) fn close(worked: &Worked) -> Option<Example> {
    let (lang, year) = (worked.lang, worked.stock.first()?);
    let (r, (p, k)) = (worked.r(), worked.p_and_k()?);
    let (n, e) = (whole(&figure::CHILDREN_2019), whole(&figure::CALC_ENTRIES));
    let closing = result("closing", year.closing.value(), number::whole(year.closing.value()));
    worked.example(
        words::YEAR_ONE,
        [
            words::Stay { r: &r, p: &p }.say(lang),
            words::Still { p: &p, r: &r, k: &k }.say(lang),
            words::Close { n: &n, p: &p, e: &e, k: &k, closing: &closing }.say(lang),
        ],
    )
}

/// Child-years of 2019-20.
pub(in super::super) fn care(worked: &Worked) -> Option<Example> {
    let year = worked.stock.first()?;
    let (r, (_, k)) = (worked.r(), worked.p_and_k()?);
    let (n, e) = (whole(&figure::CHILDREN_2019), whole(&figure::CALC_ENTRIES));
    let care = result("care-years", year.care_years.value(), number::decimal(year.care_years.value(), 2));
    worked.example(words::YEAR_ONE, [words::Care { n: &n, k: &k, e: &e, r: &r, care: &care }.say(worked.lang)])
}

/// Who left in 2019-20, worked out both ways.
pub(in super::super) fn leave(worked: &Worked) -> Option<Example> {
    let (lang, year) = (worked.lang, worked.stock.first()?);
    let (exits, closing) = (year.exits?.value(), number::decimal(year.closing.value(), 1));
    let left = result("exits", exits, number::decimal(exits, 1));
    let care = number::decimal(year.care_years.value(), 2);
    let (n, e) = (whole(&figure::CHILDREN_2019), whole(&figure::CALC_ENTRIES));
    worked.example(
        words::YEAR_ONE,
        [
            words::Leave { r: &worked.r(), care: &care, left: &left }.say(lang),
            words::LeaveBalance { n: &n, e: &e, closing: &closing, left: &number::decimal(exits, 1) }.say(lang),
        ],
    )
}

/// Entries of 2021-22 if they went on changing as in 2018-19.
pub(in super::super) fn changing(worked: &Worked) -> Option<Example> {
    let rate = &figure::CHILDREN_STARTING_CHANGE_2019;
    let path = Path::Flows(figure::CALC_ENTRIES.value, figure::CALC_EXIT_RATE.value, rate.value);
    let projection = model::project(&request::path(&worked.preset, figure::CHILDREN_2019.value, path));
    let entries = projection.years.get(2)?.baseline.entries?.value();
    let (e, g) = (whole(&figure::CALC_ENTRIES), source(rate, share(rate.value.abs())));
    let sign = if rate.value < 0.0 { number::MINUS } else { "+" };
    let entries = result("entries-later", entries, number::decimal(entries, 1));
    worked.example(words::CHANGING, [words::Changed { e: &e, sign, g: &g, entries: &entries }.say(worked.lang)])
}

/// Entries of 2018-19.
pub(in super::super) fn entries(worked: &Worked) -> Option<Example> {
    let entries = worked.fit.entries.value();
    let (n, before) = (whole(&figure::CHILDREN_2019), whole(&figure::CHILDREN_2018));
    let left = whole(&figure::CHILDREN_LEAVING_2019);
    let entries = result(figure::CALC_ENTRIES.id, entries, number::whole(entries));
    worked.example(words::YEAR_FIT, [words::Entries { n: &n, before: &before, left: &left, entries: &entries }.say(worked.lang)])
}

/// The exit rate of 2018-19, and that it fits.
pub(in super::super) fn rate(worked: &Worked) -> Option<Example> {
    let (lang, fit) = (worked.lang, &worked.fit);
    let r = fit.exit_rate.value();
    let (care, left) = (fit.care_years.value(), whole(&figure::CHILDREN_LEAVING_2019));
    let (k, h, e) = (five(still_there(r)), five(care_of_entry_year(r)), whole(&figure::CALC_ENTRIES));
    let found = result(figure::CALC_EXIT_RATE.id, r, six(r));
    let said = result(figure::CALC_CARE_YEARS.id, care, number::decimal(care, 2));
    let before = whole(&figure::CHILDREN_2018);
    worked.example(
        words::YEAR_FIT,
        [
            words::RateFound { r: &found }.say(lang),
            words::EntryYear { k: &k, r: &six(r), h: &h }.say(lang),
            words::RateCare { before: &before, k: &k, e: &e, h: &h, care: &said }.say(lang),
            words::RateFits { r: &six(r), care: &number::decimal(care, 2), left: &left }.say(lang),
        ],
    )
}

/// The mean stay at that rate.
pub(in super::super) fn stay(worked: &Worked) -> Option<Example> {
    let stay = worked.fit.mean_stay_years?;
    let said = result(figure::CALC_MEAN_STAY.id, stay, count::years(worked.lang, stay, 2));
    worked.example(words::YEAR_FIT, [words::MeanStay { r: &worked.r(), stay: &said }.say(worked.lang)])
}

/// How far chance alone moves the count of March 2020.
pub(in super::super) fn chance(worked: &Worked) -> Option<Example> {
    let (lang, year) = (worked.lang, worked.stock.first()?);
    let sd = first_sd(&worked.edge)?;
    let (p, k) = worked.p_and_k()?;
    let (variance, deviation) = (number::decimal(sd * sd, 1), result("chance-sd", sd, number::decimal(sd, 1)));
    let (low, high) = ends(year, sd);
    let (n, e) = (whole(&figure::CHILDREN_2019), whole(&figure::CALC_ENTRIES));
    let times = number::decimal(NINE_IN_TEN, 3);
    let closing = number::whole(year.closing.value());
    worked.example(
        words::YEAR_ONE,
        [
            words::Variance { n: &n, p: &p, e: &e, k: &k, variance: &variance }.say(lang),
            words::Deviation { variance: &variance, deviation: &deviation }.say(lang),
            words::NineInTen { closing: &closing, times: &times, deviation: &number::decimal(sd, 1), low: &low, high: &high }.say(lang),
        ],
    )
}

fn first_sd(projection: &Projection) -> Option<f64> {
    Some(projection.years.first()?.baseline.chance_sd?.value())
}

fn ends(year: &StockYear, sd: f64) -> (String, String) {
    let around = |by: f64| number::whole(year.closing.value() + by * sd);
    (around(-NINE_IN_TEN), around(NINE_IN_TEN))
}
