//! The results of the whole budget, each with its low and high where cases were tried.

use crate::app::State;
use crate::app::fan::Fan;
use crate::app::fan::Present;
use crate::app::fan::Results;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::budget as words;
use crate::words::text::edge;
use crate::words::year;

use super::aside;
use super::never;
use super::paid_back;
use super::short;
use super::sums;
use super::sums::Sums;
use super::sure;
use crate::present::ResultRow;
use crate::present::figure::Figure;
use crate::present::footnotes;
use crate::present::footnotes::Footnote;
use crate::present::footnotes::each_on;

/// The lowest and highest that eight in ten of the cases tried lie between.
fn between(lang: Lang, range: [f64; 3], said: &dyn Fn(f64) -> String) -> String {
    let [low, middle, high] = &range.map(said);
    if low == high { words::BetweenSame { value: low }.say(lang) } else { words::Between { high, low, middle }.say(lang) }
}

/// One note after another, where there are two.
fn both(first: Option<String>, second: Option<String>) -> Option<String> {
    match (first, second) {
        (Some(first), Some(second)) => Some([first.trim_end_matches('.'), ". ", &second].concat()),
        (first, second) => first.or(second),
    }
}

fn signed(value: f64) -> String {
    number::signed(&number::pounds(value))
}

/// What the rows are made from.
struct Table<'a> {
    state: &'a State,
    lang: Lang,
    sums: &'a Sums,
    fan: Option<&'a Fan>,
    last: usize,
    first_year: String,
    last_year: String,
}

/// Every result.
pub(super) fn results(state: &State, sums: &Sums) -> Vec<ResultRow> {
    let last = sums.last();
    let table = Table {
        state,
        lang: state.lang,
        sums,
        fan: sure::fan(state),
        last,
        first_year: year::financial(sums.first_year),
        last_year: year::financial(sums.year(last)),
    };
    let planned = !sums.levers.is_empty();
    let mut rows = if planned { each_on(table.plan(), &[Footnote::Method(&footnotes::MONEY)]) } else { Vec::new() };
    rows.push(table.children());
    rows.extend(if planned { table.spending() } else { table.unplanned() });
    rows.extend(table.grant());
    rows
}

impl Table<'_> {
    /// A result in pounds of one year.
    fn pounds(
        &self,
        name: &'static str,
        label: String,
        value: f64,
        at: usize,
        of: fn(&Results) -> [f64; 3],
        note: Option<String>,
    ) -> ResultRow {
        let figure = Figure::new(name, value, number::pounds(value));
        ResultRow::new(self.in_money(label), figure, both(note, self.band(at, of, &number::pounds)))
    }

    /// What is told of one year, with the money that it is told in, where that is not constant prices.
    fn in_money(&self, label: String) -> String {
        if super::charts::in_cash(self.state) { words::InCash { label: &label }.say(self.lang) } else { label }
    }

    /// The low and high of pounds in one year, in the money that the page shows.
    fn band(&self, at: usize, of: fn(&Results) -> [f64; 3], said: &dyn Fn(f64) -> String) -> Option<String> {
        let price = sums::price_at(&self.state.scenario, at);
        let year = self.fan?.years.get(at)?;
        Some(between(self.lang, of(&year.told).map(|pounds| pounds * price), said))
    }

    /// What the plan comes to.
    fn plan(&self) -> Vec<ResultRow> {
        let (lang, sums) = (self.lang, self.sums);
        let (cost, avoided) = (sums.present.cost.value(), sums.present.avoided.value());
        let short =
            |value: f64, range: fn(&Present) -> [f64; 3]| short(lang, value) + &aside(lang, self.fan.map(|fan| range(&fan.present)));
        let (cost, avoided) = (short(cost, |present| present.cost), short(avoided, |present| present.avoided));
        let note = edge::NpvNote { avoided: &avoided, cost: &cost }.say(lang);
        let npv = self.fan.map(|fan| between(lang, fan.npv, &|value| number::signed(&number::pounds_short(lang, value))));
        let net = |name: &'static str, label: String, at: usize| {
            let value = sums.net(at);
            ResultRow::new(self.in_money(label), Figure::new(name, value, signed(value)), self.band(at, |year| year.net, &signed))
        };
        vec![
            ResultRow::new(edge::NPV.say(lang), Figure::new("npv", sums.npv(), signed(sums.npv())), both(Some(note), npv)),
            self.ratio(),
            self.payback(),
            net("net-first", words::NetFirst { year: &self.first_year }.say(lang), 0),
            net("net-last", words::NetLast { year: &self.last_year }.say(lang), self.last),
        ]
    }

    fn ratio(&self) -> ResultRow {
        let (lang, ratio) = (self.lang, self.sums.present.benefit_cost_ratio());
        let said = |ratio: f64| number::decimal(ratio, 2);
        let band = self.fan.filter(|_| ratio.is_some()).map(|fan| between(lang, fan.ratio, &said));
        let text = ratio.map_or_else(|| edge::RATIO_NONE.say(lang).to_owned(), said);
        ResultRow::new(edge::RATIO.say(lang), Figure::new("ratio", ratio, text), band)
    }

    fn payback(&self) -> ResultRow {
        let (lang, sums) = (self.lang, self.sums);
        let text = sums.payback.map_or_else(|| never(lang, sums), year::financial);
        let band = self.fan.map(|fan| between(lang, fan.payback, &|after| paid_back(lang, sums, after)));
        let note = both(Some(edge::PAYBACK_NOTE.say(lang).to_owned()), band);
        ResultRow::new(edge::PAYBACK.say(lang), Figure::new("payback", sums.payback.map(f64::from), text), note)
    }

    /// Children in care at the end, with the plan where there is one.
    fn children(&self) -> ResultRow {
        let (lang, sums) = (self.lang, self.sums);
        let children = sums.with.closing.last().copied().unwrap_or(0.0);
        let end = (sums.year(self.last) + 1).to_string();
        let note = self.fan.and_then(|fan| fan.years.last()).map(|year| between(lang, year.children, &number::whole));
        let row = ResultRow::new(edge::InCare { year: &end }.say(lang), Figure::new("in-care", children, number::whole(children)), note);
        row.on(&[Footnote::Method(&footnotes::STOCK)])
    }

    /// What care costs where there is no plan.
    fn unplanned(&self) -> Vec<ResultRow> {
        let (lang, last, without) = (self.lang, self.last, &self.sums.without);
        let spend = |name, year: &str, at: usize| {
            self.pounds(name, words::SpendFirst { year }.say(lang), without.total(at), at, |year| year.spend_without, None)
        };
        let each = |name, year: &str, at: usize| {
            let value = without.each(at)?;
            Some(self.pounds(name, words::EachFirst { year }.say(lang), value, at, |year| year.each_without, None))
        };
        let mut rows = vec![spend("row-spend-first", &self.first_year, 0), spend("row-spend-last", &self.last_year, last)];
        rows.extend(each("row-each-first", &self.first_year, 0));
        rows.extend(each("row-each-last", &self.last_year, last));
        rows
    }

    /// What care costs in the first year and the last, with the plan and without, and what both cost together.
    fn spending(&self) -> Vec<ResultRow> {
        let (lang, last, sums) = (self.lang, self.last, self.sums);
        let (first_year, last_year) = (&self.first_year, &self.last_year);
        let (with, without) = (&sums.with, &sums.without);
        let realised = words::SpendNote { realised: &number::percent_trimmed(sums::realised(&self.state.scenario), 1) }.say(lang);
        let instead = words::BillNote { without: &number::pounds(without.total(last)) }.say(lang);
        let mut rows = vec![
            self.pounds(
                "row-spend-first",
                words::SpendLast { year: first_year }.say(lang),
                without.total(0),
                0,
                |year| year.spend_without,
                None,
            ),
            self.pounds(
                "row-spend-last",
                words::SpendLast { year: last_year }.say(lang),
                without.total(last),
                last,
                |year| year.spend_without,
                None,
            ),
            self.pounds(
                "row-spend-with",
                words::SpendLastWith { year: last_year }.say(lang),
                with.total(last),
                last,
                |year| year.spend_with,
                Some(realised),
            ),
            self.pounds("row-bill", words::Bill { year: last_year }.say(lang), sums.bill(last), last, |year| year.bill, Some(instead)),
        ];
        let each = without.each(0).map(|each| (words::EachWithout { year: first_year }.say(lang), each));
        rows.extend(each.map(|(label, each)| self.pounds("row-each-first", label, each, 0, |year| year.each_without, None)));
        let each = with.each(last).map(|each| (words::EachLast { year: last_year }.say(lang), each));
        rows.extend(each.map(|(label, each)| self.pounds("row-each-last", label, each, last, |year| year.each_with, None)));
        rows
    }

    /// The grant that follows the children, where there is one.
    fn grant(&self) -> Option<ResultRow> {
        let lang = self.lang;
        let grant = |side: &sums::Side| side.grant.last().copied().flatten();
        let (with, without) = (grant(&self.sums.with)?, grant(&self.sums.without)?);
        let less = without.round() - with.round();
        let note = if less > 0.0 {
            words::GrantNote { less: &number::pounds(less) }.say(lang)
        } else {
            words::GRANT_NOTE_NONE.say(lang).to_owned()
        };
        let label = words::GrantLast { year: &self.last_year }.say(lang);
        let row = self.pounds("row-grant", label, with, self.last, |year| year.grant, Some(note));
        Some(row.on(&[Footnote::Method(&footnotes::SHARING)]))
    }
}
