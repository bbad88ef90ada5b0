//! The room of the visitor's own figures: the template, what came of a file, each figure to see and to change, and what they say together.

mod says;
mod table;

use std::rc::Rc;

use crate::app::State;
use crate::app::desk::Desk;
use crate::files;
use crate::place::Place;
use crate::scenario::Own;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::figures as words;

use super::Body;
use super::ResultRow;

pub use table::FigureRow;

/// The most figures that are shown one by one.
pub const MOST_SHOWN: usize = 300;

/// The room.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Its heading.
    pub title: String,
    /// What it is for, and that nothing leaves the device.
    pub intro: String,
    /// The place that the template is for.
    pub place: Place,
    /// The figures themselves, to be exported and kept.
    pub own: Rc<Own>,
    /// What the template is made for.
    pub template_for: String,
    /// The name of the template's file.
    pub template_name: String,
    /// How far a file is read: parts of the whole, and in words.
    pub reading: Option<(f64, String)>,
    /// What came of the last file.
    pub report: Option<Report>,
    /// The figures, as far as they are shown.
    pub rows: Vec<FigureRow>,
    /// The heads of their table.
    pub heads: Vec<String>,
    /// That there are more, where there are.
    pub more: Option<String>,
    /// What the figures of the place say together.
    pub says: Vec<ResultRow>,
    /// What those are headed with.
    pub says_title: String,
    /// That none is about the place, where that is so.
    pub says_none: String,
    /// What should be known of the link.
    pub linked: Option<String>,
    /// What became of keeping them on the device.
    pub kept: Option<String>,
    /// Whether the device keeps any.
    pub on_device: bool,
    /// The name of the file they are exported to.
    pub export_name: String,
}

/// What came of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// In one sentence.
    pub said: String,
    /// Each thing that could not be used, or the first of them.
    pub problems: Vec<String>,
    /// How many there are in all, where not all are listed.
    pub more: Option<String>,
    /// Whether anything could not be used.
    pub wrong: bool,
}

/// What the room holds.
#[must_use]
pub fn content(state: &State) -> Body {
    Body::Figures(Box::new(figures(state)))
}

/// The room of a state.
#[must_use]
pub fn figures(state: &State) -> Figures {
    let (lang, own) = (state.lang, state.scenario.own());
    let desk: Desk = state.aside.get();
    let place = state.scenario.place();
    let name = place.full_name(lang);
    let kept = state.on_device.as_ref().is_some_and(|kept| **kept == *own);
    let number = |n: usize| u32::try_from(n).map_or(0.0, f64::from);
    let hidden = own.len().saturating_sub(MOST_SHOWN);
    Figures {
        title: words::TITLE.say(lang).to_owned(),
        intro: words::INTRO.say(lang).to_owned(),
        place,
        own: state.scenario.own_shared(),
        says_none: words::SAYS_NONE.say(lang).to_owned(),
        template_for: words::TemplateFor { place: &name }.say(lang),
        template_name: words::TemplateName { place: place.key() }.say(lang),
        reading: desk.reading.map(|(done, total)| {
            let part = number(done) / number(total).max(1.0);
            (part, words::Reading { percent: &number::percent(part, 0) }.say(lang))
        }),
        report: desk.report.as_ref().map(|report| reported(lang, report)),
        rows: table::rows(state),
        heads: files::Column::ALL.iter().map(|column| column.name(lang).to_owned()).collect(),
        more: (hidden > 0).then(|| words::MoreFigures { figures: &super::own::figures(lang, hidden) }.say(lang)),
        says: says::says(lang, &state.scenario),
        says_title: words::SaysTitle { place: &name }.say(lang),
        linked: super::own::own(state).map(|own| own.linked),
        kept: desk.not_kept.then_some(words::NOT_KEPT).or(kept.then_some(words::KEPT)).map(|text| text.say(lang).to_owned()),
        on_device: state.on_device.is_some(),
        export_name: words::EXPORT_NAME.say(lang).to_owned(),
    }
}

fn reported(lang: Lang, report: &crate::app::desk::Report) -> Report {
    let number = |n: usize| u32::try_from(n).map_or(0.0, f64::from);
    let (read, used) = (number::whole(number(report.rows_read)), number::whole(number(report.rows_used)));
    let replaced = (report.replaced > 0).then(|| words::Replaced { figures: &super::own::figures(lang, report.replaced) }.say(lang));
    let said = words::ReportUsed { used: &used, read: &read }.say(lang);
    let listed = report.problems.len();
    let (all, first) = (number::whole(number(listed + report.more)), number::whole(number(listed)));
    Report {
        said: replaced.map_or_else(|| said.clone(), |replaced| format!("{said} {replaced}")),
        problems: report.problems.iter().map(|problem| problem.say(lang)).collect(),
        more: (report.more > 0).then(|| words::MoreProblems { all: &all, first: &first }.say(lang)),
        wrong: !report.problems.is_empty(),
    }
}
