//! Every council, region and Wales with what it would get, for each child and against the other rule: one map and one table.

use crate::app::State;
use crate::place::Place;
use crate::present::areas;
use crate::present::areas::Areas;
use crate::present::areas::Column;
use crate::present::areas::Measure;
use crate::present::footnotes::Footnote;
use crate::scenario::Id;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::grant as words;
use crate::words::text::place as places;

use super::sums::Limits;
use super::sums::Sums;
use super::sums::sum_over;
use super::sums::to_penny;
use super::weights;
use super::who;

/// The name of the map and the table.
const NAME: &str = "councils";

/// The columns, and which of them the map shows for each option of the field.
const AMOUNT: usize = 0;
const EACH: usize = 1;
const CHANGE: usize = 4;

/// The map and the table.
pub(super) fn figure(state: &State, sums: &Sums) -> Areas {
    let lang = state.lang;
    let mapped = match state.scenario.option(Id::Shows) {
        1 => EACH,
        2 => CHANGE,
        _ => AMOUNT,
    };
    let (rows, foot) = areas::rows(lang, state.scenario.place(), |place| cells(sums, place));
    Areas {
        name: NAME,
        caption: caption(lang, sums, mapped),
        table_title: words::COUNCILS_TABLE.say(lang).to_owned(),
        first: places::KIND_COUNCIL.say(lang).to_owned(),
        columns: columns(lang, sums, weights::footnotes(&state.scenario)),
        rows,
        foot,
        mapped,
        sorted: areas::sorted(state, NAME, mapped),
        open: false,
        notes: notes(lang, sums),
    }
}

fn columns(lang: Lang, sums: &Sums, footnotes: &'static [Footnote; 3]) -> Vec<Column> {
    let on = |title: Text, measure: Measure, change: bool, footnotes: &'static [Footnote]| Column {
        title: title.say(lang).to_owned(),
        measure,
        change,
        footnotes,
    };
    let column = |title: Text, measure: Measure, change: bool| on(title, measure, change, &footnotes[..1]);
    let mut columns = vec![
        column(words::COLUMN_AMOUNT, Measure::Pence, false),
        on(words::EACH, Measure::Pence, false, &footnotes[1..2]),
        on(words::EACH_UNDER_18, Measure::Pence, false, &footnotes[2..]),
        column(words::REGION_OTHER, Measure::Pence, false),
        column(words::COLUMN_CHANGE, Measure::Pence, true),
        column(words::COLUMN_SHARE, Measure::Share, true),
    ];
    if matches!(sums.limits, Limits::Met(..)) {
        columns.push(column(words::COLUMN_WITH, Measure::Pence, false));
        columns.push(column(words::COLUMN_WITHOUT, Measure::Pence, false));
    }
    columns
}

/// What stands in the columns for a place: what its councils receive. What a region keeps is not in it.
fn cells(sums: &Sums, place: Place) -> Vec<Option<f64>> {
    let over = |numbers: &[f64]| sum_over(place, numbers);
    let (amount, other) = (over(&sums.given.amounts), over(&sums.other.amounts));
    let each = |people: &[f64]| Some(over(people)).filter(|people| *people > 0.0).map(|people| amount / people);
    let change = to_penny(amount - other);
    let mut cells = vec![
        Some(amount),
        each(&sums.looked_after),
        each(&sums.under_18),
        Some(other),
        Some(change),
        Some(other).filter(|other| *other > 0.0).map(|other| change / other),
    ];
    if let Limits::Met(with, without) = &sums.limits {
        cells.extend([with, without].map(|numbers| Some(over(numbers))));
    }
    cells
}

/// The council with the most and the one with the least of what the map shows.
fn caption(lang: Lang, sums: &Sums, mapped: usize) -> String {
    let column: Vec<f64> = Place::Wales
        .councils()
        .filter_map(|council| cells(sums, Place::Council(council)).get(mapped).copied())
        .map(|cell| to_penny(cell.unwrap_or(0.0)))
        .collect();
    match who::ends(&column).filter(|[most, least]| most.1 - least.1 > 0.015) {
        Some([most, least]) => {
            let [(most, more), (least, less)] = &[most, least].map(|end| {
                let (who, said) = who::named(lang, &column, end);
                (who, if mapped == CHANGE { number::signed(&said) } else { said })
            });
            words::CouncilsCaption { least, less, more, most }.say(lang)
        }
        None => words::COUNCILS_ALIKE.say(lang).to_owned(),
    }
}

fn notes(lang: Lang, sums: &Sums) -> Vec<String> {
    (sums.given.kept() > 0.0).then(|| words::NOTE_KEPT.say(lang).to_owned()).into_iter().collect()
}
