//! Where the numbers of the councils come from: each document with what it gives here.

use crate::evidence::Document;
use crate::evidence::counts;
use crate::evidence::document;
use crate::evidence::local;
use crate::words::Lang;
use crate::words::Text;
use crate::words::text::councils as words;

/// One document, and what it gives here.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The document's anchor on the evidence page.
    pub id: &'static str,
    /// What it gives here.
    pub what: String,
    /// Its title, and who published it.
    pub document: String,
}

/// The documents in the order in which the table uses them.
pub(super) fn sources(lang: Lang) -> Vec<Source> {
    let all: [(Text, &Document); 9] = [
        (words::SOURCE_COUNTS, counts::SOURCE),
        (words::SOURCE_LATEST, counts::LATEST_SOURCE),
        (words::SOURCE_POPULATION, local::population_source(2019)),
        (words::SOURCE_POPULATION_LATEST, local::population_source(2024)),
        (words::SOURCE_YOUNG, &document::STATSWALES_POPULATION),
        (words::SOURCE_PLACEMENTS, local::PLACEMENTS_SOURCE),
        (words::SOURCE_SPEND, local::SPEND_SOURCE),
        (words::SOURCE_RATES, &document::GWENT_RPB),
        (words::SOURCE_RATE_WALES, &document::RELEASE_2021),
    ];
    let source = |(what, document): &(Text, &'static Document)| Source {
        id: document.anchor,
        what: what.say(lang).to_owned(),
        document: words::SourceLine { title: document.title.say(lang), publisher: document.publisher.say(lang) }.say(lang),
    };
    all.iter().map(source).collect()
}
