//! The two pages that only read: every figure of the register with its source and its uses, and the method's worked examples, which say
//! what the model says.

use std::collections::BTreeSet;

use clorian::app::{Room, State};
use clorian::evidence::{DOCUMENTS, FIGURES, Status, figure, find};
use clorian::present::footnotes::{self, Footnote};
use clorian::present::prose::{Item, Piece, Prose, Section, method};
use clorian::present::register::{Register, key, register};
use clorian::present::{Body, page};
use clorian::scenario::field::Field;
use clorian::words::Lang;

fn entries(register: &Register) -> impl Iterator<Item = &clorian::present::register::Entry> {
    register.topics.iter().flat_map(|section| &section.entries)
}

#[test]
fn every_figure_has_a_row_that_leads_to_its_document() {
    for lang in Lang::ALL {
        let register = register(lang);
        assert_eq!(entries(&register).count(), FIGURES.len());
        let anchors: BTreeSet<_> = register.documents.1.iter().map(|source| source.id).collect();
        assert_eq!(anchors.len(), DOCUMENTS.len());
        for entry in entries(&register) {
            let figure = find(entry.id).unwrap();
            assert!(anchors.contains(entry.place.anchor), "{}", entry.id);
            assert_eq!(entry.place.address.as_ref().map(|(address, _)| *address), figure.document.address, "{}", entry.id);
            assert!(entry.place.within.contains(figure.section.say(lang)) && entry.place.within.contains(figure.period.say(lang)));
        }
        let linked = entries(&register).filter(|entry| entry.place.address.is_some()).count();
        assert!(linked > 10, "{linked}");
        let open = entries(&register).find(|entry| entry.id == "children.2018").and_then(|entry| entry.place.address.clone());
        assert!(open.is_some_and(|(_, said)| said.ends_with(" gov.wales")));
    }
}

#[test]
fn every_document_says_how_many_figures_rest_on_it() {
    for lang in Lang::ALL {
        for (source, document) in register(lang).documents.1.iter().zip(DOCUMENTS) {
            let count = document.figures().count();
            assert_eq!(source.figures.contains(&count.to_string()), count > 0, "{}: {}", document.id, source.figures);
        }
    }
}

#[test]
fn every_field_stands_under_the_figures_it_rests_on() {
    for lang in Lang::ALL {
        let register = register(lang);
        let mut expected = 0;
        for field in Field::all() {
            for evidence in field.evidence {
                expected += 1;
                let entry = entries(&register).find(|entry| entry.id == evidence.id).unwrap();
                let (_, uses) = entry.used.as_ref().unwrap();
                let anchor = format!("field-{}", field.key);
                let found = uses.iter().find(|place| place.anchor == anchor).unwrap_or_else(|| panic!("{} lacks {anchor}", entry.id));
                assert!(found.room.program().is_some() && found.label.ends_with(field.label.say(lang)), "{}", found.label);
            }
        }
        let of_fields = entries(&register)
            .flat_map(|entry| entry.used.iter().flat_map(|(_, uses)| uses))
            .filter(|place| place.anchor.starts_with("field-"));
        assert_eq!(of_fields.count(), expected);
    }
}

#[test]
fn what_the_method_cites_leads_back_to_it() {
    for lang in Lang::ALL {
        let register = register(lang);
        for section in method(lang).sections {
            for id in section.cites() {
                let entry = entries(&register).find(|entry| entry.id == id).unwrap();
                let back = |place: &clorian::present::register::Use| place.room == Room::Method && place.anchor == section.id;
                assert!(entry.used.iter().flat_map(|(_, uses)| uses).any(back), "{id} does not lead to {}", section.id);
            }
        }
    }
}

#[test]
fn every_choice_of_the_search_finds_what_it_counts() {
    for lang in Lang::ALL {
        let register = register(lang);
        let [topics, documents, statuses] = &register.finder.choices;
        assert_eq!([topics.by, documents.by, statuses.by], ["topic", "document", "status"]);
        for (value, _, count) in &topics.options {
            let section = register.topics.iter().find(|section| section.id == *value).unwrap();
            assert_eq!(section.entries.len(), *count);
        }
        for (value, _, count) in &documents.options {
            assert_eq!(entries(&register).filter(|entry| entry.place.document == value).count(), *count, "{value}");
        }
        for (value, _, count) in &statuses.options {
            assert_eq!(entries(&register).filter(|entry| key(entry.status) == value).count(), *count, "{value}");
        }
        for choices in &register.finder.choices {
            assert_eq!(choices.options.iter().map(|(_, _, count)| count).sum::<usize>(), FIGURES.len(), "{}", choices.by);
        }
        assert_eq!(statuses.options.len(), Status::ALL.len());
        assert!(register.finder.shown.contains("{shown}") && register.finder.shown.contains("{all}"), "{}", register.finder.shown);
    }
}

fn pieces(prose: &Prose) -> impl Iterator<Item = &Piece> {
    prose.sections.iter().flat_map(|section| &section.items).filter_map(Item::example).flat_map(|example| &example.lines).flatten()
}

/// What an example comes to, and how it says it.
fn outcome(prose: &Prose, sought: &str) -> (f64, String) {
    let found = pieces(prose).find_map(|piece| match piece {
        Piece::Result { name, exact, said, .. } if name == sought => Some((*exact, said.clone())),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no example comes to {sought}"))
}

/// What the blend as first set makes of two councils: half by children looked after in March 2018, half by people under 18 in mid-2019.
const CARDIFF: f64 = 0.5 * 830.0 / 6_405.0 + 0.5 * 74_890.0 / 629_939.0;
const CEREDIGION: f64 = 0.5 * 60.0 / 6_405.0 + 0.5 * 12_239.0 / 629_939.0;

/// Name, what the method's text states, and how near.
const STATED: [(&str, f64, f64); 47] = [
    ("calc.entries", 2_117.0, 0.0),
    ("calc.exit_rate", 0.252_873, 5e-7),
    ("calc.mean_stay", 3.95, 0.005),
    ("calc.care_years", 6_635.74, 0.005),
    ("closing", 7_187.0, 0.5),
    ("placement.parents.share", 1_063.0 / 6_846.0, 1e-12),
    ("cost.foster.year", 26_956.0, 0.5),
    ("cost.residential.year", 204_520.0, 0.5),
    ("cost.residential.week", 3_920.0, 5.0),
    ("cost.secure.year", 357_700.0, 0.0),
    ("inflow", 72.0, 1e-9),
    ("cohort-1", 72.0 * 0.883_581, 1e-3),
    ("ramp-1", 24.0, 1e-9),
    ("ramp-3", 72.0, 1e-9),
    ("net-inflow", 54.0, 1e-9),
    ("limited", 2_117.0, 1e-9),
    ("plans-end", 6_255.0, 1e-9),
    ("growth-end", 6_846.0 * 1.04 * 1.04, 1e-6),
    ("required", 197.0, 1e-9),
    ("plans-care-years", 6_747.0, 1e-9),
    ("entries-later", 2_117.0 * 0.98 * 0.98, 1e-6),
    ("npv", 27_275_203.40, 1.0),
    ("break-even", 0.122, 5e-4),
    ("break-even-one-in", 82.0, 0.5),
    ("cost.edge_of_care.child", 1_389.0, 0.5),
    ("supported-for-one", 147.0, 0.5),
    ("one-in-half", 74.0, 0.5),
    ("fund.pdg_lac.all_children", 7_872_900.0, 0.0),
    ("gap", -2_872_900.0, 0.0),
    ("fund.pdg_lac.children", 4_348.0, 0.5),
    ("fund.pdg_lac.aged_3_to_15", 5_111_750.0, 0.0),
    ("plan.care.total", 591.0, 0.0),
    ("rate-wales", 115.3, 0.05),
    ("rate-highest", 10_000.0 * 370.0 / 19_409.0, 1e-9),
    ("rate-lowest", 10_000.0 * 222.5 / 36_437.0, 1e-9),
    ("plan-at", 6_486.75, 1e-9),
    ("each-quarter", 114.625, 1e-9),
    ("claim-growth", 0.127_945, 5e-7),
    ("claim-grown", 200e6 * 200.0 / 60.0, 1.0),
    ("claim-needed", 0.174_619, 5e-7),
    ("equal-left", 16.0, 0.0),
    ("equal-more", 227_273.0, 0.0),
    ("equal-less", 227_272.0, 0.0),
    ("blend-most-weight", CARDIFF, 1e-12),
    ("blend-most", 5e6 * CARDIFF, 1.0),
    ("blend-least-weight", CEREDIGION, 1e-12),
    ("blend-least", 5e6 * CEREDIGION, 1.0),
];

#[test]
fn the_examples_come_to_what_the_method_states() {
    for lang in Lang::ALL {
        let prose = method(lang);
        for (name, stated, near) in STATED {
            let (exact, said) = outcome(&prose, name);
            assert!((exact - stated).abs() <= near, "{name}: {exact} ({said}), stated as {stated}");
        }
        assert_eq!(outcome(&prose, "calc.care_years").1, "6,635.74");
        assert_eq!(outcome(&prose, "calc.exit_rate").1, "0.252873");
        assert_eq!(outcome(&prose, "closing").1, "7,187");
        for (name, said) in [("rate-wales", "115.3"), ("each-quarter", "114.6"), ("claim-growth", "12.8%"), ("claim-needed", "17.5%")] {
            assert_eq!(outcome(&prose, name).1, said, "{name}");
        }
        let grown = if lang == Lang::En { "£667 million" } else { "£667 miliwn" };
        assert_eq!(outcome(&prose, "claim-grown").1, grown);
    }
}

#[test]
fn a_pocket_calculator_follows_the_examples() {
    let prose = method(Lang::En);
    let exact = |name: &str| outcome(&prose, name).0;
    let near = |found: f64, expected: f64, by: f64| assert!((found - expected).abs() <= by, "{found} is not {expected}");
    let r = 0.252_873_f64;
    let (p, k) = ((-r).exp(), (1.0 - (-r).exp()) / r);
    near(exact("closing"), 6_846.0 * p + 2_117.0 * k, 0.05);
    near(exact("care-years"), 6_846.0 * k + 2_117.0 * (1.0 - k) / r, 0.05);
    near(exact("chance-sd"), (6_846.0 * p * (1.0 - p) + 2_117.0 * k).sqrt(), 0.05);
    near(exact("cohort-2"), 72.0 * k * (1.0 + p), 0.01);
    near(exact("avoided-years-2"), 72.0 * k * k + 72.0 * (1.0 - k) / r, 0.01);
    let carried = (1..=3).fold(6_846.0, |n, _| n * p + 2_117.0 * k);
    near(exact("kept-out"), (carried - 6_255.0) / (k * (1.0 + p + p * p)), 0.05);
    near(exact("present-cost"), (0..10).map(|y| 5e6 / 1.035_f64.powi(y)).sum(), 0.01);
    near(exact("npv"), exact("present-avoided") - exact("present-cost"), 0.01);
    near(exact("ratio"), exact("present-avoided") / exact("present-cost"), 1e-9);
    near(exact("break-even"), 0.2 * exact("present-cost") / exact("present-avoided"), 1e-9);
    near(exact("average-unit-cost"), 0.71 * 26_956.03 + 0.07 * 204_520.16 + 0.22 * 60_964.62, 0.05);
    near(exact("grant-without") - exact("grant-with"), 1_150.0 * figure::FUND_PDG_LAC_SHARE.value * exact("cohort-1"), 0.01);
    near(exact("retained") + exact("passed-on"), exact("retained") * 10.0, 5.0);
    near(exact("at-floor"), 100_000.0, 0.0);
    assert!((exact("above-floor") / exact("lambda") / 5.0).fract() < 0.01, "the counts are whole fives");
    near(exact("most"), 227_272.0 * 1.1, 1.0);
    near(exact("least"), 227_272.0 * 0.9, 1.0);
    // √0.002 from either end of 0.1 to 0.3.
    near(exact("draw-below"), 0.144_721_36, 1e-8);
    near(exact("draw-above"), 0.255_278_64, 1e-8);
    near(exact("plan-at"), 6_846.0 - 198.0 - 215.0 * 0.75, 0.0);
    near(exact("each-quarter"), (7_172.0 - 6_255.0) / 8.0, 0.0);
    near(exact("claim-grown"), 200e6 * 1.127_945_f64.powi(10), 1_000.0);
    near(200e6 * (1.0 + exact("claim-needed")).powi(10), 1e9, 1.0);
    near(exact("equal-more") * exact("equal-left") + exact("equal-less") * (22.0 - exact("equal-left")), 5e6, 0.0);
}

#[test]
fn the_tracker_the_claim_and_the_rates_lead_to_their_equations() {
    let question = |room| match page(&State::new(Lang::En, room)).body {
        Body::Question(question) => question,
        _ => panic!("a question"),
    };
    let (targets, numbers) = (question(Room::Targets), question(Room::Numbers));
    let section = |name: &str| targets.sections.iter().find(|section| section.name == name).unwrap();
    let rates = numbers.sections.iter().find(|section| section.name == "rates").unwrap();
    let method = method(Lang::En);
    for (leads, chapter) in [
        (&section("tracker").footnotes, &footnotes::TRACKER),
        (&section("claim").footnotes, &footnotes::CLAIM),
        (&section("claim").results[1].footnotes, &footnotes::CLAIM),
        (&rates.results[0].footnotes, &footnotes::RATES),
    ] {
        assert_eq!(leads.first(), Some(&Footnote::Method(chapter)));
        let worked = method.sections.iter().find(|section| section.id == chapter.id).unwrap();
        assert!(worked.items.iter().any(|item| matches!(item, Item::Equation { example: Some(_), .. })), "{}", chapter.id);
    }
}

fn shape(section: &Section) -> (&'static str, Vec<(usize, usize)>) {
    let size = |item: &Item| match item {
        Item::Table(table) => (table.rows.len(), table.heads.len()),
        other => (usize::from(other.example().is_some()), other.example().map_or(0, |example| example.lines.len())),
    };
    (section.id, section.items.iter().map(size).collect())
}

#[test]
fn the_method_is_whole_and_the_same_in_both_languages() {
    let [welsh, english] = Lang::ALL.map(method);
    assert_eq!(welsh.sections.iter().map(shape).collect::<Vec<_>>(), english.sections.iter().map(shape).collect::<Vec<_>>());
    for prose in [&welsh, &english] {
        assert!(prose.contents.is_some());
        let mut names = BTreeSet::new();
        for piece in pieces(prose) {
            match piece {
                Piece::Result { name, exact, said, .. } => {
                    assert!(names.insert(name.clone()), "{name} stands twice");
                    assert!(exact.is_finite() && !said.contains('–'), "{name}: {exact} {said}");
                }
                Piece::Source { id, said } => assert!(find(id).is_some() && !said.is_empty()),
                Piece::Words(words) => assert!(!words.contains(['\u{e100}', '\u{e101}', '\u{e102}']), "{words}"),
            }
        }
        let equations = prose.sections.iter().flat_map(|section| &section.items).filter(|item| matches!(item, Item::Equation { .. }));
        let bare = equations.filter(|item| item.example().is_none()).count();
        assert_eq!(bare, 2, "only what is typed (a link, a command) has no example");
        let tables = prose.sections.iter().flat_map(|section| &section.items).filter_map(|item| match item {
            Item::Table(table) => Some(table),
            _ => None,
        });
        let tables: Vec<_> = tables.collect();
        assert!(tables.iter().all(|table| table.rows.iter().chain(&table.total).all(|row| row.len() == table.heads.len())));
        let first = tables.last().unwrap().rows.first().unwrap();
        assert_eq!(first[..4], ["2020", "7,187", "7,172", "7,150"]);
    }
}
