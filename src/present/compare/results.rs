//! The results of each scenario, each with its difference against the first. A figure is rounded once, and a difference is that of the
//! figures shown, so that a reader who takes one from the other finds it.

use crate::app::fan::Fan;
use crate::model::difference::NAMES;
use crate::words::Lang;
use crate::words::Text;
use crate::words::count;
use crate::words::number;
use crate::words::text::compare as words;
use crate::words::text::edge;
use crate::words::text::site;
use crate::words::year;

use super::super::budget::never;
use super::super::budget::paid_back;
use super::super::figure::Figure;
use super::Side;

/// One result of every scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name on the page, unique there.
    pub name: &'static str,
    /// What it is.
    pub label: String,
    /// That of each scenario, in order.
    pub cells: Vec<Cell>,
}

/// The result of one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The figure.
    pub figure: Figure,
    /// How much more it is than that of the first, by the figures shown; none for the first, and where either has none.
    pub difference: Option<Figure>,
    /// Between what eight in ten of the cases tried lie.
    pub range: Option<String>,
    /// The same of the difference, in cases in which what is uncertain in both is alike.
    pub more: Option<String>,
}

/// How the numbers of a row are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Pounds,
    /// With its sign: more or less than nothing.
    Net,
    Children,
    Ratio,
    Year,
}

/// A number, and what it is rounded to where that is settled by others of the page.
type Value = (f64, Option<f64>);

impl Kind {
    fn rounded(self, value: f64) -> f64 {
        match self {
            Self::Ratio => (value * 100.0).round() / 100.0,
            _ => value.round(),
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "a year of a projection")]
    fn say(self, value: f64) -> String {
        match self {
            Self::Pounds => number::pounds(value),
            Self::Net => number::signed(&number::pounds(value)),
            Self::Children => number::whole(value),
            Self::Ratio => number::decimal(value, 2),
            Self::Year => year::financial(value as i32),
        }
    }

    fn difference(self, lang: Lang, more: f64) -> String {
        let years = || count::years(lang, more.abs(), 0);
        match self {
            _ if more.abs() < 0.005 => words::SAME_VALUE.say(lang).to_owned(),
            Self::Year if more > 0.0 => words::Later { years: &years() }.say(lang),
            Self::Year => words::Earlier { years: &years() }.say(lang),
            Self::Net => number::signed(&Self::Pounds.say(more)),
            _ => number::signed(&self.say(more)),
        }
    }
}

/// A result in the cases tried: its 10th, 50th and 90th percentile.
type Tried = fn(&Side, &Fan) -> Option<[f64; 3]>;

/// Every result, for the page.
pub(super) fn results(lang: Lang, sides: &[Side]) -> Vec<Row> {
    let mut rows = vec![covered(lang, sides)];
    if super::answer::planned(sides) {
        rows.extend(plan(lang, sides));
    }
    let known = |value: Option<f64>| value.map(|value| (value, None)).ok_or_else(|| site::NO_VALUE.say(lang).to_owned());
    let row = |name, label, kind, of: &dyn Fn(&Side) -> Option<f64>, tried: Tried| {
        row(lang, sides, (name, label), kind, &|side| known(of(side)), tried)
    };
    rows.extend([
        row("children", words::CHILDREN_END, Kind::Children, &|side| side.sums.with.closing.last().copied(), |_, fan| {
            Some(fan.years.last()?.children)
        }),
        row("spend-first", words::SPEND_FIRST, Kind::Pounds, &|side| there(side, side.sums.with.total(0)), |_, fan| {
            Some(fan.years.first()?.told.spend_with)
        }),
        row("spend-last", words::SPEND_LAST, Kind::Pounds, &|side| there(side, side.sums.with.total(side.sums.last())), |_, fan| {
            Some(fan.years.last()?.told.spend_with)
        }),
        row("each", words::EACH, Kind::Pounds, &|side| side.sums.with.each(side.sums.last()), |_, fan| {
            Some(fan.years.last()?.told.each_with)
        }),
    ]);
    let grant = |side: &Side| side.sums.with.grant.last().copied().flatten();
    if sides.iter().any(|side| grant(side).is_some()) {
        rows.push(row("grant", words::GRANT, Kind::Pounds, &grant, |_, fan| Some(fan.years.last()?.told.grant)));
    }
    rows
}

/// A number where there is a projection to take it from.
fn there(side: &Side, value: f64) -> Option<f64> {
    (!side.sums.cost.is_empty()).then_some(value)
}

/// What the plan costs, avoids and comes to.
fn plan(lang: Lang, sides: &[Side]) -> Vec<Row> {
    let row =
        |name, label, kind, of: &dyn Fn(&Side) -> Result<Value, String>, tried: Tried| row(lang, sides, (name, label), kind, of, tried);
    let value = |value: f64| Ok((value, None));
    let payback = |side: &Side| {
        if !side.planned() {
            return Err(words::NO_PROGRAMMES.say(lang).to_owned());
        }
        side.sums.payback.map(|year| (f64::from(year), None)).ok_or_else(|| never(lang, &side.sums))
    };
    // Spending avoided gives way by a pound where rounding each would not add up: the other two stand elsewhere on their own.
    let avoided = |side: &Side| {
        let (cost, npv) = (side.sums.present.cost.value(), side.sums.npv());
        Ok((side.sums.present.avoided.value(), Some(npv.round() + cost.round())))
    };
    let ratio = |side: &Side| {
        let ratio = side.sums.present.benefit_cost_ratio();
        ratio.map(|ratio| (ratio, None)).ok_or_else(|| edge::RATIO_NONE.say(lang).to_owned())
    };
    vec![
        row("npv", edge::NPV, Kind::Net, &|side| value(side.sums.npv()), |side, fan| side.planned().then_some(fan.npv)),
        row("cost", words::COST, Kind::Pounds, &|side| value(side.sums.present.cost.value()), |side, fan| {
            side.planned().then_some(fan.present.cost)
        }),
        row("avoided", words::AVOIDED, Kind::Pounds, &avoided, |side, fan| side.planned().then_some(fan.present.avoided)),
        row("ratio", edge::RATIO, Kind::Ratio, &ratio, |side, fan| side.planned().then_some(fan.ratio)),
        row("payback", edge::PAYBACK, Kind::Year, &payback, |side, fan| side.planned().then_some(fan.payback)),
        row("net-first", words::NET_FIRST, Kind::Net, &|side| value(side.sums.net(0)), |side, fan| {
            Some(fan.years.first()?.told.net).filter(|_| side.planned())
        }),
        row("net-last", words::NET_LAST, Kind::Net, &|side| value(side.sums.net(side.sums.last())), |side, fan| {
            Some(fan.years.last()?.told.net).filter(|_| side.planned())
        }),
    ]
}

/// A row of numbers; where a scenario has none, the words that stand for it.
fn row(
    lang: Lang,
    sides: &[Side],
    (name, label): (&'static str, Text),
    kind: Kind,
    of: &dyn Fn(&Side) -> Result<Value, String>,
    tried: Tried,
) -> Row {
    let shown = |(exact, settled): Value| settled.unwrap_or_else(|| kind.rounded(exact));
    let first = sides.first().and_then(|side| of(side).ok()).map(shown);
    // A year that one plan reaches before another says how fast it pays only where both start in the same; and of a case that is not paid back within
    // the years there is no year, so no difference.
    let one = sides.first();
    let starts_alike = |side: &Side| kind != Kind::Year || one.is_some_and(|one| one.sums.first_year == side.sums.first_year);
    let reached =
        |side: &Side| side.fan().is_none_or(|fan| fan.payback[2] < f64::from(u16::try_from(side.sums.cost.len()).unwrap_or(u16::MAX)));
    let told_by_all = |side: &Side| kind != Kind::Year || (reached(side) && one.is_none_or(reached));
    let cell = |(at, side): (usize, &Side)| {
        let value = match of(side) {
            // No payback is a result too, of which cases may do better.
            Err(none) if kind != Kind::Year || !side.planned() => {
                return Cell { figure: Figure::new("", None, none), difference: None, range: None, more: None };
            }
            value => value,
        };
        let range = side.fan().and_then(|fan| tried(side, fan)).and_then(|[low, _, high]| {
            let (low, high) = (&end(lang, side, kind, low), &end(lang, side, kind, high));
            // Where all is known there is nothing between.
            (low != high).then(|| words::Between { high, low }.say(lang))
        });
        match value {
            Err(none) => Cell { figure: Figure::new("", None, none), difference: None, range, more: None },
            Ok(value) => {
                let more = first.filter(|_| at > 0 && starts_alike(side)).map(|first| kind.rounded(shown(value) - first));
                let difference = more.map(|more| Figure::new("", more, kind.difference(lang, more)));
                let tried = NAMES.iter().position(|known| *known == in_contract(name)).and_then(|at| side.more.get(at));
                let more = tried.filter(|_| difference.is_some() && told_by_all(side)).and_then(|[low, _, high]| {
                    let [low, high] = [low, high].map(|end| kind.difference(lang, kind.rounded(*end)));
                    (low != high).then(|| words::Between { high: &high, low: &low }.say(lang))
                });
                Cell { figure: Figure::new("", value.0, kind.say(shown(value))), difference, range, more }
            }
        }
    };
    Row { name, label: label.say(lang).to_owned(), cells: sides.iter().enumerate().map(cell).collect() }
}

/// What a row is called where the contract tells of its difference.
fn in_contract(row: &str) -> &str {
    match row {
        "cost" => "pv_cost",
        "avoided" => "pv_avoided",
        "ratio" => "benefit_cost_ratio",
        "payback" => "payback_year",
        "net-first" => "net_first",
        "net-last" => "net_last",
        "children" => "children_end",
        "spend-first" => "spend_first",
        "spend-last" => "spend_last",
        "each" => "spend_per_child_year_last",
        "grant" => "grant_last",
        row => row,
    }
}

/// The end of a range. That of a payback is a number of years after the first.
fn end(lang: Lang, side: &Side, kind: Kind, value: f64) -> String {
    if kind == Kind::Year { paid_back(lang, &side.sums, value) } else { kind.say(kind.rounded(value)) }
}

/// The years that each covers.
fn covered(lang: Lang, sides: &[Side]) -> Row {
    let cell = |side: &Side| {
        let (first, last) = side.years();
        let said = words::Range { low: &year::financial(first), high: &year::financial(last) }.say(lang);
        Cell { figure: Figure::new("", None, said), difference: None, range: None, more: None }
    };
    Row { name: "years", label: words::YEARS.say(lang).to_owned(), cells: sides.iter().map(cell).collect() }
}
