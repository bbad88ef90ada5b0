//! How the model was checked, with the figures: what it says beside what was counted afterwards.

use crate::evidence::Count;
use crate::evidence::FIGURES;
use crate::evidence::Figure;
use crate::evidence::Status;
use crate::evidence::figure;
use crate::evidence::series::WALES;
use crate::model;
use crate::present::prose::Example;
use crate::present::prose::Table;
use crate::words::number;
use crate::words::number::pounds_short;
use crate::words::text::worked as words;

use super::Worked;
use super::result;
use super::source;
use super::whole;

/// The flows of 2018-19 carried on, beside every count since.
pub(in super::super) fn counts(worked: &Worked) -> Table {
    let lang = worked.lang;
    let rows = worked.stock.iter().zip((2020_u16..).map(|year| WALES.iter().find(|count| count.year == year)));
    let row = |(year, count): (&model::stock::StockYear, Option<&Count>)| {
        let (said, count) = (year.closing.value(), count?);
        let off = said - count.latest();
        Some(vec![
            count.year.to_string(),
            number::whole(said),
            number::whole(count.children),
            count.revised.map_or_else(|| number::NO_FIGURE.to_owned(), number::whole),
            number::signed(&number::whole(off)),
            number::signed(&number::percent(off / count.latest(), 1)),
        ])
    };
    let heads = [words::CHECK_YEAR, words::CHECK_MODEL, words::CHECK_COUNTED, words::CHECK_REVISED, words::CHECK_OFF, words::CHECK_SHARE];
    Table {
        caption: words::CHECK_CAPTION.say(lang).to_owned(),
        heads: heads.map(|head| head.say(lang).to_owned()).to_vec(),
        rows: rows.map_while(row).collect(),
        total: None,
    }
}

/// The first year by which the model can be judged.
pub(in super::super) fn first(worked: &Worked) -> Option<Example> {
    let model = worked.stock.first()?.closing.value();
    let counted = |figure: &'static Figure| {
        let off = model - figure.value;
        words::Against {
            model: &number::whole(model),
            counted: &whole(figure),
            off: &number::whole(off),
            percent: &number::percent(off / figure.value, 2),
        }
        .say(worked.lang)
    };
    worked.example(words::FIRST_CHECK, [counted(&figure::CHILDREN_2020), counted(&figure::CHILDREN_2020_REVISED)])
}

/// Published sums, added up again.
pub(in super::super) fn sums(worked: &Worked) -> Option<Example> {
    let lang = worked.lang;
    let plans = [&figure::PLAN_CARE_2019, &figure::PLAN_CARE_2020, &figure::PLAN_CARE_2021];
    let total: f64 = plans.iter().map(|plan| plan.value).sum();
    let [first, second, third] = plans.map(whole);
    let money = |figure: &Figure| source(figure, pounds_short(lang, figure.value));
    let total = result(figure::PLAN_CARE_TOTAL.id, total, number::whole(total));
    let derived = FIGURES.iter().filter(|figure| figure.status == Status::Derived).count();
    worked.example(
        words::SUMS,
        [
            words::SumPlans { first: &first, second: &second, third: &third, total: &total }.say(lang),
            words::SumCovid { items: &money(&figure::FUND_COVID_ITEMS), stated: &money(&figure::FUND_COVID) }.say(lang),
            words::SumDerived { derived: &derived.to_string() }.say(lang),
        ],
    )
}
