//! Names in Welsh. No text puts the name of a place straight after a word that mutates it, so that none needs a mutated form, and no page
//! says one wrongly. (`words::list` mutates what follows its own `a`.) A grant has one name.
#![expect(clippy::disallowed_methods, reason = "a test ships to nobody, and may know every small letter")]

use clorian::app::Message;
use clorian::app::Room;
use clorian::app::State;
use clorian::app::plan::Deed;
use clorian::app::update;
use clorian::evidence::streams::STREAMS;
use clorian::place::Place;
use clorian::present::Body;
use clorian::present::page;
use clorian::scenario::Id;
use clorian::words::Lang;

/// What each word does to the consonant that follows. A compound preposition (`ar gyfer`, `wrth ochr`) changes nothing.
const SOFT: [&str; 16] = ["am", "ar", "at", "dan", "dros", "tros", "drwy", "trwy", "gan", "heb", "hyd", "i", "neu", "o", "wrth", "pan"];
const NASAL: [&str; 2] = ["fy", "yn"];
const ASPIRATE: [&str; 6] = ["a", "â", "gyda", "na", "tua", "efo"];

/// What a text fills with the name of a place: wherever it stands, or in one file.
const NAMED: [(&str, &str); 10] = [
    ("", "place"),
    ("", "council"),
    ("", "region"),
    ("grant", "most"),
    ("grant", "least"),
    ("grant", "name"),
    ("councils", "most"),
    ("councils", "least"),
    ("areas", "name"),
    ("areas", "councils"),
];

/// Whether the word mutates the first letter of the name.
fn mutates(word: &str, name: &str) -> bool {
    let (word, name) = (word.to_lowercase(), name.to_lowercase());
    let begins = |letters: &[&str]| letters.iter().any(|letter| name.starts_with(letter));
    let digraph = begins(&["ch", "dd", "ff", "ng", "ph", "th"]);
    (SOFT.contains(&word.as_str()) && !digraph && begins(&["p", "t", "c", "b", "d", "g", "m", "ll", "rh"]))
        || (NASAL.contains(&word.as_str()) && !digraph && begins(&["p", "t", "c", "b", "d", "g"]))
        || (ASPIRATE.contains(&word.as_str()) && !digraph && begins(&["p", "t", "c"]))
}

/// The word straight before a position, nothing where a mark or the start of the text parts them.
fn word_before(text: &str) -> &str {
    let Some(text) = text.strip_suffix(' ') else { return "" };
    text.rsplit(|c: char| !c.is_alphabetic() && c != '\'' && c != '’').next().unwrap_or_default()
}

/// Each name that stands straight after a word that mutates it, with that word, in the order of the text.
fn wrong(text: &str, names: &[&str]) -> Vec<String> {
    let whole = |end: usize| !text[end..].starts_with(char::is_alphanumeric);
    names
        .iter()
        .flat_map(|name| text.match_indices(name).map(move |(at, _)| (word_before(&text[..at]), *name, at + name.len())))
        .filter(|(word, name, end)| whole(*end) && mutates(word, name))
        .map(|(word, name, end)| (end, format!("{word} {name}")))
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .map(|(_, said)| said)
        .collect()
}

fn names() -> Vec<&'static str> {
    Place::ALL.iter().map(|place| place.name().say(Lang::Cy)).chain(["Prydain Fawr", "Llundain", "Lloegr"]).collect()
}

fn files(folder: &str, end: &str) -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == end));
    paths.map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap())).collect()
}

#[test]
fn a_wrong_name_is_seen() {
    let seen = |text: &str| wrong(text, &names());
    assert_eq!(seen("yn Powys, o Caerdydd, gyda Torfaen"), ["yn Powys", "o Caerdydd", "gyda Torfaen"]);
    assert_eq!(seen("Byddai Torfaen; ar gyfer Caerdydd; yn Lloegr; a Gwynedd; yn Ynys Môn; Powys a Thorfaen"), Vec::<String>::new());
}

#[test]
fn no_text_puts_the_name_of_a_place_after_a_word_that_mutates() {
    let mutating = |word: &str| [&SOFT[..], &NASAL, &ASPIRATE].concat().contains(&word.to_lowercase().as_str());
    let mut found = 0;
    for (file, text) in files("src/words/text", "toml") {
        for line in text.lines().filter(|line| line.starts_with("cy")) {
            for (_, hole) in NAMED.iter().filter(|(of, _)| of.is_empty() || *of == file) {
                for (at, _) in line.match_indices(&format!("{{{hole}}}")) {
                    found += 1;
                    let word = word_before(&line[..at]);
                    assert!(!mutating(word), "{file}.toml: `{word} {{{hole}}}` needs the name's mutated form: {line}");
                }
            }
        }
    }
    assert!(found > 30, "{found}");
}

#[test]
fn no_text_or_table_says_a_name_unmutated() {
    let all = [
        files("src/words/text", "toml"),
        files("src/evidence/data", "csv"),
        files("src/evidence/data", "toml"),
        files("src/place/data", "csv"),
    ];
    for (file, text) in all.concat() {
        assert_eq!(wrong(&text, &names()), Vec::<String>::new(), "{file}");
    }
}

#[test]
fn one_grant_has_one_name_in_welsh() {
    let terms = files("src/words/data", "csv");
    assert!(
        terms.iter().any(|(_, terms)| terms.contains("\nPDG-LAC (abbreviation of the grant above),PDG-LAC,")),
        "the glossary says which"
    );
    for (file, text) in [files("src/words/text", "toml"), files("src/evidence/data", "csv"), files("src/evidence/data", "toml")].concat() {
        let other = text.split(|c: char| !c.is_alphanumeric()).any(|word| word == "GDD");
        assert!(!other, "{file}: GDD, where the glossary says PDG-LAC");
    }
}

/// Everything that a page says, its charts and maps in words.
fn said(state: &State) -> String {
    let page = page(state);
    let mut said = format!("{page:?}");
    let mut charts = |all: &[(clorian::present::chart::Chart, Option<String>)]| {
        for (chart, _) in all {
            said.push_str(&chart.description(Lang::Cy));
        }
    };
    match &page.body {
        Body::Question(question) => {
            charts(&question.charts);
            question.sections.iter().for_each(|section| charts(&section.charts));
            let areas = question.sections.iter().filter_map(|section| section.areas.as_ref());
            areas.for_each(|areas| said.push_str(&areas.description(Lang::Cy)));
        }
        Body::Compare(compare) => charts(&compare.charts),
        Body::Councils(councils) => said.push_str(&councils.areas.description(Lang::Cy)),
        _ => {}
    }
    said
}

#[test]
fn no_page_says_a_name_unmutated() {
    let names = names();
    let right = |room: Room, messages: &[Message]| {
        let open = State::new(Lang::Cy, room);
        let state = messages.iter().cloned().fold(open, |state, message| update(&state, message).unwrap_or(state));
        assert_eq!(wrong(&said(&state), &names), Vec::<String>::new(), "{room:?} {messages:?}");
    };
    for room in Room::ALL {
        right(room, &[]);
    }
    for place in 0..Place::ALL.len() {
        for room in Room::ALL.into_iter().filter(|room| room.program().is_some()) {
            right(room, &[Message::Chosen(Id::Place, place)]);
        }
    }
    for stream in 0..STREAMS.len() {
        right(Room::Grant, &[Message::Chosen(Id::Stream, stream), Message::Chosen(Id::Place, 20)]);
    }
    for compared in 0..5 {
        right(Room::Councils, &[Message::Chosen(Id::Compared, compared), Message::Chosen(Id::Place, 15)]);
    }
    for place in 0..Place::ALL.len() {
        right(Room::Compare, &[Message::Plan(Deed::SetBeside), Message::Chosen(Id::Place, place)]);
    }
    for measure in 0..4 {
        right(Room::Numbers, &[Message::Chosen(Id::Measure, measure), Message::Chosen(Id::Place, 11)]);
    }
}

#[test]
fn a_term_is_said_as_the_glossary_says_it() {
    let terms: String = files("src/words/data", "csv").into_iter().map(|(_, terms)| terms).collect();
    // What the glossary says, and what else was said for it.
    let apart =
        [("rhagdybiaeth", ["tybiaeth", "Tybiaeth", "dybiaeth", "thybiaeth"].as_slice()), ("gwerth net presennol", &["presennol net"])];
    for (term, others) in apart {
        assert!(terms.contains(&format!(",{term}")), "the glossary says {term}");
        for (file, text) in
            [files("src/words/text", "toml"), files("src/evidence/data", "csv"), files("src/evidence/data", "toml")].concat()
        {
            for other in others {
                let at = text.match_indices(other).find(|(at, _)| !text[..*at].ends_with(char::is_alphabetic));
                assert!(at.is_none(), "{file}: {other}, where the glossary says {term}");
            }
        }
    }
}
