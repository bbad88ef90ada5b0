//! The visitor's own figures one by one, each with a box.

use crate::app::Mistake;
use crate::app::State;
use crate::app::desk::draft;
use crate::files;
use crate::place::Place;
use crate::scenario::own::Key;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::figures as words;
use crate::words::typed;

use super::MOST_SHOWN;

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureRow {
    /// Which figure.
    pub key: Key,
    /// Its id in the page.
    pub id: String,
    /// Place, year, figure, kind and time in words.
    pub cells: [String; 5],
    /// What it is called as a whole.
    pub label: String,
    /// What stands in its box.
    pub text: String,
    /// What is wrong with that.
    pub error: Option<String>,
}

/// The figures of a state, as far as they are shown.
pub(super) fn rows(state: &State) -> Vec<FigureRow> {
    state.scenario.own().iter().take(MOST_SHOWN).map(|(key, value)| row(state, key, value)).collect()
}

fn row(state: &State, key: Key, value: f64) -> FigureRow {
    let lang = state.lang;
    let place = Place::find(key.place).map_or(String::new(), |place| place.full_name(lang));
    let cells = [
        place,
        files::year_word(key.item, key.year),
        files::figure_word(key.item, lang).to_owned(),
        files::kind_word(key.item, lang).to_owned(),
        files::per_word(key.item, lang).to_owned(),
    ];
    let label = cells.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    let kind = if key.item.money() { typed::Kind::Money } else { typed::Kind::Number };
    let draft = draft(state, &key);
    FigureRow {
        id: format!("own-{}-{}-{}", key.place, key.year.unwrap_or(0), key.item.key()),
        text: draft.map_or_else(|| typed::editable(value, kind), |draft| draft.text.clone()),
        error: draft.filter(|draft| draft.left).and_then(|draft| draft.mistake).map(|mistake| error(lang, &key, mistake)),
        key,
        cells,
        label,
    }
}

fn error(lang: Lang, key: &Key, mistake: Mistake) -> String {
    let (low, high) = key.item.bounds();
    match mistake {
        Mistake::Empty => words::WRONG_EMPTY.say(lang).to_owned(),
        Mistake::NotANumber => words::WRONG_NUMBER.say(lang).to_owned(),
        Mistake::NotWhole => words::WRONG_WHOLE.say(lang).to_owned(),
        Mistake::OutOfBounds => words::WrongBounds { low: &number::decimal_trimmed(low, 6), high: &number::whole(high) }.say(lang),
    }
}
