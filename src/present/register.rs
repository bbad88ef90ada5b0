//! The evidence register as a page: every figure with its value in words, where it was published, and what it disagrees with.

use crate::evidence::DOCUMENTS;
use crate::evidence::Document;
use crate::evidence::FIGURES;
use crate::evidence::Figure;
use crate::evidence::Status;
use crate::evidence::Topic;
use crate::evidence::on;
use crate::evidence::series::WALES;
use crate::place::CONSORTIA;
use crate::place::Region;
use crate::words::Lang;
use crate::words::names;
use crate::words::number;
use crate::words::text::register as words;
use crate::words::text::site;

use super::cite::cited;
use super::cite::dated;
use super::cite::value;

/// The evidence page.
#[derive(Clone, Debug, PartialEq)]
pub struct Register {
    /// Its heading.
    pub title: String,
    /// What it holds.
    pub intro: String,
    /// What the list of topics is called.
    pub contents: String,
    /// The figures by topic: its name and its entries.
    pub topics: Vec<(String, Vec<Entry>)>,
    /// The heads of the table of counts, and its rows.
    pub series: (String, Vec<String>, Vec<Vec<String>>),
    /// The documents: title, what is known of it, address, note.
    pub documents: (String, Vec<Source>),
    /// The education consortia: each with its councils and what is known of its membership.
    pub consortia: (String, Vec<(String, String)>),
    /// The heads of a table of figures.
    pub heads: [String; 3],
}

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id, which is its anchor.
    pub id: &'static str,
    /// What it is.
    pub label: String,
    /// Its value, unrounded.
    pub exact: f64,
    /// Its value in words.
    pub value: String,
    /// Published, derived or assumed, in words.
    pub status: String,
    /// Document, section, date and period.
    pub cited: String,
    /// What else should be known.
    pub note: Option<String>,
    /// What it was worked out from: a lead and the figures' ids and labels.
    pub inputs: Option<(String, Vec<(&'static str, String)>)>,
    /// What says otherwise, likewise.
    pub disagreements: Option<(String, Vec<(&'static str, String)>)>,
}

/// One document.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its id, by which other pages lead here.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// Publisher, date and licence.
    pub line: String,
    /// Its public address, where it is known.
    pub address: Option<&'static str>,
    /// How it was read.
    pub note: Option<String>,
}

/// The evidence page in a language.
#[must_use]
pub fn register(lang: Lang) -> Register {
    let number_of = |status: Status| FIGURES.iter().filter(|figure| figure.status == status).count().to_string();
    let topic = |topic: &Topic| (topic.name().say(lang).to_owned(), on(*topic).map(|figure| entry(lang, figure)).collect());
    Register {
        title: words::TITLE.say(lang).to_owned(),
        intro: words::Intro {
            figures: &FIGURES.len().to_string(),
            published: &number_of(Status::Published),
            derived: &number_of(Status::Derived),
            assumed: &number_of(Status::Assumption),
        }
        .say(lang),
        contents: words::CONTENTS.say(lang).to_owned(),
        topics: Topic::ALL.iter().map(topic).collect(),
        series: series(lang),
        documents: (words::DOCUMENTS.say(lang).to_owned(), DOCUMENTS.iter().map(|document| source(lang, document)).collect()),
        consortia: (words::CONSORTIA.say(lang).to_owned(), CONSORTIA.iter().map(|consortium| members(lang, consortium)).collect()),
        heads: [words::FIGURE, words::VALUE, words::SOURCE].map(|text| text.say(lang).to_owned()),
    }
}

fn entry(lang: Lang, figure: &'static Figure) -> Entry {
    let name = |figure: &'static Figure| (figure.id, format!("{} ({})", figure.label.say(lang), value(lang, figure)));
    let group = |lead: crate::words::Text, figures: Vec<&'static Figure>| {
        (!figures.is_empty()).then(|| (lead.say(lang).to_owned(), figures.into_iter().map(name).collect()))
    };
    Entry {
        id: figure.id,
        label: figure.label.say(lang).to_owned(),
        exact: figure.value,
        value: value(lang, figure),
        status: figure.status.name().say(lang).to_owned(),
        cited: cited(lang, figure),
        note: figure.note.map(|note| note.say(lang).to_owned()),
        inputs: group(words::WORKED_OUT, figure.worked_out_from().collect()),
        disagreements: group(words::DISAGREES, figure.disagreements().collect()),
    }
}

fn members(lang: Lang, consortium: &Region) -> (String, String) {
    let councils: Vec<&str> = consortium.councils().map(|council| council.name.say(lang)).collect();
    let source = consortium.document.map(|document| words::ConsortiumSource { document: document.title.say(lang) }.say(lang));
    let said = format!("{}. {} {}", names(lang, &councils), consortium.note.say(lang), source.unwrap_or_default());
    (consortium.name.say(lang).to_owned(), said.trim_end().to_owned())
}

fn source(lang: Lang, document: &'static Document) -> Source {
    let (publisher, date) = (document.publisher.say(lang), dated(lang, document.date));
    Source {
        id: document.id,
        title: document.title.say(lang).to_owned(),
        line: words::DocumentLine { publisher, date: &date, licence: document.licence.name().say(lang) }.say(lang),
        address: document.address,
        note: document.note.map(|note| note.say(lang).to_owned()),
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
