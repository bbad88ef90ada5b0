//! The evidence register as a page: every figure with its value in words, where it was published, what it disagrees with, and
//! where it is used. It knows no HTML.

mod entry;
mod finder;
mod shelf;
mod used;

use crate::evidence::DOCUMENTS;
use crate::evidence::Document;
use crate::evidence::FIGURES;
use crate::evidence::Status;
use crate::evidence::Topic;
use crate::evidence::on;
use crate::evidence::series::WALES;
use crate::place::CONSORTIA;
use crate::place::Region;
use crate::words::Lang;
use crate::words::list;
use crate::words::number;
use crate::words::text::register as words;
use crate::words::text::site;

use super::cite::dated;
use super::footnotes;

pub use entry::{Entry, Link, Place, Use};
pub use finder::{Choices, Finder, key};
pub use shelf::{OnShelf, Shelf, Start};

use entry::{Citing, entry};

/// The evidence page.
#[derive(Clone, Debug, PartialEq)]
pub struct Register {
    /// Its language.
    pub lang: Lang,
    /// Its heading.
    pub title: String,
    /// What it holds.
    pub intro: String,
    /// How figures are searched for.
    pub finder: Finder,
    /// What the list of sections is called.
    pub contents: String,
    /// The figures by topic.
    pub topics: Vec<Section>,
    /// The shelf of programmes.
    pub shelf: Shelf,
    /// The heads of the table of counts, and its rows.
    pub series: (String, Vec<String>, Vec<Vec<String>>),
    /// The results that rest on those counts: a lead, and where they are.
    pub series_used: Option<(String, Vec<Use>)>,
    /// The documents: title, what is known of it, address, note.
    pub documents: (String, Vec<Source>),
    /// The education consortia: each with its councils and what is known of its membership.
    pub consortia: (String, Vec<(String, String)>),
    /// The heads of a table of figures.
    pub heads: [String; 3],
}

/// The figures of one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its id in the page, the same in both languages.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its figures.
    pub entries: Vec<Entry>,
}

/// One document.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its anchor.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// Publisher, date and licence.
    pub line: String,
    /// Its public address, where it is known.
    pub address: Option<&'static str>,
    /// How many figures rest on it.
    pub figures: String,
    /// How it was read.
    pub note: Option<String>,
    /// The tables and results that are from it: a lead, and where they are.
    pub used: Option<(String, Vec<Use>)>,
}

/// The evidence page in a language.
#[must_use]
pub fn register(lang: Lang) -> Register {
    let number_of = |status: Status| FIGURES.iter().filter(|figure| figure.status == status).count().to_string();
    let citing = Citing::of(lang);
    let section = |topic: &Topic| Section {
        id: topic_id(*topic),
        name: topic.name().say(lang).to_owned(),
        entries: on(*topic).map(|figure| entry(lang, figure, &citing)).collect(),
    };
    Register {
        lang,
        title: words::TITLE.say(lang).to_owned(),
        intro: words::Intro {
            figures: &FIGURES.len().to_string(),
            published: &number_of(Status::Published),
            derived: &number_of(Status::Derived),
            assumed: &number_of(Status::Assumption),
        }
        .say(lang),
        contents: words::CONTENTS.say(lang).to_owned(),
        finder: finder::finder(lang),
        topics: Topic::ALL.iter().map(section).collect(),
        shelf: shelf::shelf(lang),
        series: series(lang),
        series_used: entry::led(lang, words::USED, used::naming(lang, footnotes::COUNTS)),
        documents: (words::DOCUMENTS.say(lang).to_owned(), DOCUMENTS.iter().map(|document| source(lang, document)).collect()),
        consortia: (words::CONSORTIA.say(lang).to_owned(), CONSORTIA.iter().map(|consortium| members(lang, consortium)).collect()),
        heads: [words::FIGURE, words::VALUE, words::SOURCE].map(|text| text.say(lang).to_owned()),
    }
}

/// The id of a topic's section.
fn topic_id(topic: Topic) -> String {
    let at = Topic::ALL.iter().position(|other| *other == topic).unwrap_or_default();
    format!("topic-{at}")
}

fn members(lang: Lang, consortium: &Region) -> (String, String) {
    let councils: Vec<&str> = consortium.councils().map(|council| council.name.say(lang)).collect();
    let source = consortium.document.map(|document| words::ConsortiumSource { document: document.title.say(lang) }.say(lang));
    let said = format!("{}. {} {}", list(lang, &councils), consortium.note.say(lang), source.unwrap_or_default());
    (consortium.name.say(lang).to_owned(), said.trim_end().to_owned())
}

fn source(lang: Lang, document: &'static Document) -> Source {
    let (publisher, date) = (document.publisher.say(lang), dated(lang, document.date));
    Source {
        id: document.anchor,
        title: document.title.say(lang).to_owned(),
        line: words::DocumentLine { publisher, date: &date, licence: document.licence.name().say(lang) }.say(lang),
        address: document.address,
        figures: resting(lang, document),
        note: document.note.map(|note| note.say(lang).to_owned()),
        used: entry::led(lang, words::USED, used::naming(lang, document.anchor)),
    }
}

/// How many figures rest on a document: none on those that only the tables, the consortia or other figures' notes are from.
fn resting(lang: Lang, document: &Document) -> String {
    match u32::try_from(document.figures().count()) {
        Ok(0) | Err(_) => words::NONE_RESTS.say(lang).to_owned(),
        Ok(count) => words::REST_ON_IT.whole(lang, f64::from(count)),
    }
}

fn series(lang: Lang) -> (String, Vec<String>, Vec<Vec<String>>) {
    let heads = [words::SERIES_YEAR, words::SERIES_COUNT, words::SERIES_REVISED, words::SERIES_RATE, words::SERIES_SOURCE];
    let none = || site::NO_VALUE.say(lang).to_owned();
    let row = |count: &crate::evidence::Count| {
        let remark = count.note.map_or(String::new(), |note| format!(". {}", note.say(lang)));
        vec![
            count.year.to_string(),
            number::whole(count.children),
            count.revised.map_or_else(|| "–".to_owned(), number::whole),
            count.per_10000.map_or_else(none, |rate| number::decimal_trimmed(rate, 1)),
            format!("{}{remark}", count.document.title.say(lang)),
        ]
    };
    (words::SERIES.say(lang).to_owned(), heads.map(|text| text.say(lang).to_owned()).to_vec(), WALES.iter().map(row).collect())
}
