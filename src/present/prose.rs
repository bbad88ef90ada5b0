//! The two pages that are only read: the method and the accessibility statement, as plain data. It knows no HTML.
//!
//! What stands on a page, and in which order, is one table a page; the words are in `src/words/text/{method,access}.toml`.

use crate::words::Lang;
use crate::words::Text;
use crate::words::text::access;
use crate::words::text::method as words;

use self::Part::Equation;
use self::Part::List;
use self::Part::Paragraph;

/// A page of headed paragraphs.
#[derive(Clone, Debug, PartialEq)]
pub struct Prose {
    /// What it is headed with.
    pub title: String,
    /// What it is about.
    pub intro: String,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// Some items under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its id in the page, the same in both languages.
    pub id: &'static str,
    /// What it is called.
    pub heading: String,
    /// What it says, in order.
    pub items: Vec<Item>,
}

/// One thing that a section says.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A paragraph.
    Paragraph(String),
    /// Points in no order of rank.
    List(Vec<String>),
    /// A line of symbols, or of what is typed, with what it means.
    Equation {
        /// The symbols, the same in both languages.
        symbols: String,
        /// The same in words.
        words: String,
    },
}

/// The method page.
#[must_use]
pub fn method(lang: Lang) -> Prose {
    prose(lang, words::TITLE, words::INTRO, METHOD)
}

/// The accessibility statement.
#[must_use]
pub fn accessibility(lang: Lang) -> Prose {
    prose(lang, access::TITLE, access::INTRO, ACCESSIBILITY)
}

/// A section before a language is chosen: its id, its heading, its items.
type Outline = (&'static str, Text, &'static [Part]);

/// An item before a language is chosen.
enum Part {
    Paragraph(Text),
    List(&'static [Text]),
    Equation(Text, Text),
}

const METHOD: &[Outline] = &[
    (
        "stock",
        words::STOCK,
        &[
            Paragraph(words::STOCK_FLOWS),
            Equation(words::STOCK_CLOSE, words::STOCK_CLOSE_WORDS),
            Equation(words::STOCK_CARE, words::STOCK_CARE_WORDS),
            Equation(words::STOCK_LEAVE, words::STOCK_LEAVE_WORDS),
            Paragraph(words::STOCK_WHY),
        ],
    ),
    (
        "calibration",
        words::FIT,
        &[
            Paragraph(words::FIT_COUNTS),
            Equation(words::FIT_ENTRIES, words::FIT_ENTRIES_WORDS),
            Equation(words::FIT_RATE, words::FIT_RATE_WORDS),
            Paragraph(words::FIT_CHECK),
        ],
    ),
    (
        "chance",
        words::CHANCE,
        &[Paragraph(words::CHANCE_WHAT), Equation(words::CHANCE_VARIANCE, words::CHANCE_VARIANCE_WORDS), Paragraph(words::CHANCE_LIMITS)],
    ),
    (
        "paths",
        words::PATHS,
        &[
            Paragraph(words::PATHS_INTRO),
            List(&[words::PATHS_FALLS, words::PATHS_GROWTH, words::PATHS_TARGET]),
            Paragraph(words::PATHS_CARE),
        ],
    ),
    (
        "unit-costs",
        words::COSTS,
        &[
            Paragraph(words::COSTS_MIX),
            Equation(words::COSTS_UNIT, words::COSTS_UNIT_WORDS),
            List(&[words::COSTS_FOSTER, words::COSTS_RESIDENTIAL, words::COSTS_OTHER, words::COSTS_SECURE]),
            Paragraph(words::COSTS_WHY),
            Equation(words::COSTS_LATER, words::COSTS_LATER_WORDS),
        ],
    ),
    (
        "programmes",
        words::LEVERS,
        &[
            Paragraph(words::LEVERS_COHORT),
            Equation(words::LEVERS_INFLOW, words::LEVERS_INFLOW_WORDS),
            Equation(words::LEVERS_STOCK, words::LEVERS_STOCK_WORDS),
            Equation(words::LEVERS_CARE, words::LEVERS_CARE_WORDS),
            Paragraph(words::LEVERS_KINDS),
            List(&[words::LEVERS_RAMP, words::LEVERS_RETURN, words::LEVERS_LIMITS]),
        ],
    ),
    (
        "money",
        words::MONEY,
        &[
            Paragraph(words::MONEY_PRICES),
            Equation(words::MONEY_AVOIDED, words::MONEY_AVOIDED_WORDS),
            Paragraph(words::MONEY_CASH),
            Equation(words::MONEY_PRESENT, words::MONEY_PRESENT_WORDS),
            List(&[words::MONEY_NPV, words::MONEY_RATIO, words::MONEY_PAYBACK]),
        ],
    ),
    (
        "break-even",
        words::EVEN,
        &[
            Paragraph(words::EVEN_WHAT),
            Equation(words::EVEN_SUM, words::EVEN_SUM_WORDS),
            Paragraph(words::EVEN_WAYS),
            Paragraph(words::EVEN_HEAD),
        ],
    ),
    (
        "sharing",
        words::SHARE,
        &[List(&[words::SHARE_RATE, words::SHARE_POT, words::SHARE_KEPT]), Paragraph(words::SHARE_MORE), Paragraph(words::SHARE_RECONCILE)],
    ),
    (
        "link",
        words::LINK,
        &[Paragraph(words::LINK_WHAT), Equation(words::LINK_EXAMPLE, words::LINK_EXAMPLE_WORDS), Paragraph(words::LINK_BROKEN)],
    ),
    (
        "reproducing",
        words::AGAIN,
        &[Paragraph(words::AGAIN_HOW), Equation(words::AGAIN_COMMAND, words::AGAIN_COMMAND_WORDS), Paragraph(words::AGAIN_CONTRACT)],
    ),
    (
        "left-out",
        words::WITHOUT,
        &[List(&[
            words::WITHOUT_OUTCOMES,
            words::WITHOUT_AGE,
            words::WITHOUT_MOVES,
            words::WITHOUT_COSTS,
            words::WITHOUT_INFLATION,
            words::WITHOUT_COUNCILS,
            words::WITHOUT_BEHAVIOUR,
        ])],
    ),
    ("checked", words::CHECKS, &[List(&[words::CHECKS_CASES, words::CHECKS_LAWS, words::CHECKS_PAGE])]),
];

const ACCESSIBILITY: &[Outline] = &[
    ("standard", access::STANDARD, &[Paragraph(access::STANDARD_STATUS)]),
    (
        "done",
        access::DONE,
        &[List(&[
            access::DONE_KEYBOARD,
            access::DONE_NATIVE,
            access::DONE_CHARTS,
            access::DONE_MESSAGES,
            access::DONE_REFLOW,
            access::DONE_CONTRAST,
            access::DONE_MOTION,
            access::DONE_LANGUAGES,
            access::DONE_SCRIPTS,
        ])],
    ),
    ("untested", access::UNTESTED, &[List(&[access::UNTESTED_READERS, access::UNTESTED_AUDIT, access::UNTESTED_SYMBOLS])]),
    ("tested", access::TESTED, &[Paragraph(access::TESTED_HOW)]),
    ("report", access::REPORT, &[Paragraph(access::REPORT_HOW), Paragraph(access::REPORT_PUBLIC)]),
    ("prepared", access::PREPARED, &[Paragraph(access::PREPARED_ON)]),
];

fn prose(lang: Lang, title: Text, intro: Text, outlines: &[Outline]) -> Prose {
    let say = |text: Text| text.say(lang).to_owned();
    let section =
        |(id, heading, parts): &Outline| Section { id, heading: say(*heading), items: parts.iter().map(|part| item(lang, part)).collect() };
    Prose { title: say(title), intro: say(intro), sections: outlines.iter().map(section).collect() }
}

fn item(lang: Lang, part: &Part) -> Item {
    let say = |text: Text| text.say(lang).to_owned();
    match *part {
        Paragraph(text) => Item::Paragraph(say(text)),
        List(entries) => Item::List(entries.iter().map(|entry| say(*entry)).collect()),
        Equation(symbols, words) => Item::Equation { symbols: say(symbols), words: say(words) },
    }
}
