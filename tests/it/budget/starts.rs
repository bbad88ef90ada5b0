//! The named starting points: each is a link for ever and comes to what it always came to; what its words claim is in the register.

use clorian::evidence::figure as f;
use clorian::link;
use clorian::place::Place;
use clorian::present::budget::links;
use clorian::scenario::Id;
use clorian::words::Lang;
use clorian::words::number;
use clorian::words::text::starts as words;
use clorian::words::{Text, year};

use super::{answered, figure, near, opened, question, same};

/// What each came to when it was kept: a row of [`COLUMNS`] after its link.
const KEPT: &str = include_str!("../../golden/starts.tsv");

const COLUMNS: [&str; 6] = ["first year", "spend first", "spend last", "npv", "children at the end", "payback"];

fn row(link: &str, lang: Lang) -> [Option<f64>; COLUMNS.len()] {
    let shown = question(&opened(link, lang));
    let end = figure(&shown, "children-with").or_else(|| figure(&shown, "children-without"));
    [
        answered(&shown).number("years.0.year"),
        figure(&shown, "row-spend-first"),
        figure(&shown, "row-spend-with").or_else(|| figure(&shown, "row-spend-last")),
        figure(&shown, "npv"),
        end,
        figure(&shown, "payback"),
    ]
}

#[test]
fn each_comes_to_what_it_was_kept_at() {
    let kept: Vec<(&str, Vec<Option<f64>>)> = KEPT
        .lines()
        .filter(|line| !line.starts_with("# "))
        .map(|line| {
            let (link, cells) = line.split_once('\t').unwrap();
            (link, cells.split('\t').map(|cell| cell.parse().ok()).collect())
        })
        .collect();
    let found: Vec<String> = links()
        .into_iter()
        .map(|link| row(link, Lang::En).map(|cell| cell.map_or_else(|| "-".to_owned(), |cell| cell.to_string())).join("\t"))
        .collect();
    assert_eq!(kept.iter().map(|(link, _)| *link).collect::<Vec<_>>(), links(), "{found:#?}");
    for (link, kept) in kept {
        for lang in Lang::ALL {
            for ((name, found), kept) in COLUMNS.iter().zip(row(link, lang)).zip(&kept) {
                let alike = match (found, kept) {
                    (Some(found), Some(kept)) => near(found, *kept, 0.0),
                    (found, kept) => found == *kept,
                };
                assert!(alike, "{link}: {name} was {kept:?} and is {found:?}");
            }
        }
    }
}

#[test]
fn each_is_what_the_command_answers_to_the_request_shown() {
    for link in links() {
        for lang in Lang::ALL {
            let shown = question(&opened(link, lang));
            let answer = answered(&shown);
            let last = answer.items("years").len() - 1;
            let spend = |year: usize, side: &str| answer.number(&format!("years.{year}.{side}.total_spend")).unwrap();
            same(link, figure(&shown, "row-spend-first").unwrap(), spend(0, "baseline"));
            same(link, figure(&shown, "row-spend-last").unwrap(), spend(last, "baseline"));
            let children = |name: &str| answer.number(&format!("totals.children_end_{name}")).unwrap();
            same(link, figure(&shown, "children-without").unwrap(), children("baseline"));
            if answer.items("levers").is_empty() {
                assert_eq!(figure(&shown, "npv"), None, "{link}");
                continue;
            }
            same(link, figure(&shown, "row-spend-with").unwrap(), spend(last, "scenario"));
            same(link, figure(&shown, "children-with").unwrap(), children("scenario"));
            same(link, figure(&shown, "npv").unwrap(), answer.number("totals.npv").unwrap());
            assert_eq!(figure(&shown, "payback"), answer.number("totals.payback_year"), "{link}");
        }
    }
}

#[test]
fn each_is_a_link_that_writes_itself_back() {
    for link in links() {
        let opened = link::read(link);
        assert_eq!((opened.problems, link::write(&opened.scenario).as_str()), (vec![], link));
    }
}

/// Children looked after in Wales on 31 March 2022, as counted.
fn counted_2022() -> f64 {
    Place::Wales.children(2022).unwrap().children
}

/// The numbers in a text, as they stand there.
fn said(text: &str) -> Vec<String> {
    let pieces = text.split(|c: char| !(c.is_ascii_digit() || ",.-".contains(c)));
    let numbers = pieces.filter(|piece| piece.contains(|c: char| c.is_ascii_digit()));
    let mut all: Vec<String> = numbers.map(|piece| piece.trim_matches([',', '.', '-']).to_owned()).collect();
    all.sort();
    all
}

/// Each starting point with the numbers that its words claim, every one of them from the register.
fn claims() -> [(Text, Text, Vec<String>); 8] {
    let whole = |figure: &clorian::evidence::Figure| number::whole(figure.value);
    let millions = |figure: &clorian::evidence::Figure| number::decimal_trimmed(figure.value / 1e6, 1);
    let planned = f::CHILDREN_2019.value - f::PLAN_CARE_TOTAL.value;
    [
        (words::AS_IT_WAS, words::AS_IT_WAS_ABOUT, vec![whole(&f::CHILDREN_2019), "2019".to_owned(), year::financial(2018)]),
        (words::PLANS_MET, words::PLANS_MET_ABOUT, [&f::PLAN_CARE_2019, &f::PLAN_CARE_2020, &f::PLAN_CARE_2021].map(whole).to_vec()),
        (words::PLANS_MISSED, words::PLANS_MISSED_ABOUT, vec![number::whole(counted_2022()), "2022".to_owned(), number::whole(planned)]),
        (words::EDGE_DOUBLED, words::EDGE_DOUBLED_ABOUT, vec![millions(&f::FUND_EDGE_OF_CARE), millions(&f::FUND_EDGE_OF_CARE)]),
        (
            words::PRICES_RUNNING,
            words::PRICES_RUNNING_ABOUT,
            vec![
                number::decimal_trimmed(f::ASSUMPTION_RESIDENTIAL_GROWTH.high.unwrap() * 100.0, 1),
                whole(&f::PRICE_MONMOUTHSHIRE_RESIDENTIAL_BEFORE),
                whole(&f::PRICE_MONMOUTHSHIRE_RESIDENTIAL),
            ],
        ),
        (words::STEP_DOWN, words::STEP_DOWN_ABOUT, vec![]),
        (
            words::TORFAEN,
            words::TORFAEN_ABOUT,
            vec![
                "2024".to_owned(),
                whole(&f::PLACEMENT_TORFAEN_RESIDENTIAL),
                millions(&f::SPEND_TORFAEN_RESIDENTIAL),
                whole(&f::PLACEMENT_TORFAEN_STEP_DOWN),
                "2018-19".to_owned(),
            ],
        ),
        (words::OWN, words::OWN_ABOUT, vec![]),
    ]
}

#[test]
fn each_number_that_its_words_claim_is_the_register_s() {
    for (name, about, mut expected) in claims() {
        expected.sort();
        for lang in Lang::ALL {
            let text = format!("{} {}", name.say(lang), about.say(lang));
            assert_eq!(said(&text), expected, "{text}");
        }
    }
}

#[test]
fn each_link_sets_what_its_words_claim() {
    let of = |at: usize| link::read(links()[at]).scenario;
    assert_eq!([Id::CareCut1, Id::CareCut2, Id::CareCut3].map(|id| of(1).value(id).to_string()), ["198", "215", "178"]);
    assert_eq!(of(2).value(Id::CareTarget).to_bits(), counted_2022().to_bits());
    same("the year of the count", of(2).value(Id::TargetYear), 2022.0);
    same("another £5 million", of(3).value(super::part(0, super::Part::Cost)), f::FUND_EDGE_OF_CARE.value);
    same("10% a year", of(4).value(Id::ResidentialGrowth), f::ASSUMPTION_RESIDENTIAL_GROWTH.high.unwrap());
    same("five years", of(4).value(Id::Horizon), 5.0);
    let torfaen = of(6);
    assert_eq!(torfaen.place().key(), "W06000020");
    same(
        "£3.9 million over 16, at 2018-19 prices",
        torfaen.value(Id::ResidentialCost),
        (f::SPEND_TORFAEN_RESIDENTIAL.value / f::PLACEMENT_TORFAEN_RESIDENTIAL.value * f::DEFLATOR_2018.value / f::DEFLATOR_2024.value
            * 100.0)
            .round()
            / 100.0,
    );
    same("7 ready to move", torfaen.value(super::part(0, super::Part::Children)), f::PLACEMENT_TORFAEN_STEP_DOWN.value);
    let own = answered(&question(&opened(links()[7], Lang::En)));
    same("an empty programme", own.number("totals.npv").unwrap(), 0.0);
    assert_eq!(links().len(), claims().len());
}

#[test]
fn plans_met_end_at_6255_and_plans_missed_at_7053() {
    for (at, children) in [(1, f::CHILDREN_2019.value - f::PLAN_CARE_TOTAL.value), (2, counted_2022())] {
        let answer = answered(&question(&opened(links()[at], Lang::Cy)));
        assert_eq!(answer.number("years.2.year"), Some(2021.0));
        same("March 2022", answer.number("years.2.baseline.closing").unwrap(), children);
    }
}

#[test]
fn a_plan_that_only_moves_children_says_so_and_one_without_numbers_asks_for_them() {
    let says = |link: &str, words: &str| question(&opened(link, Lang::En)).lines.iter().any(|line| line.text().contains(words));
    let (moves, asks) = ("where children live", "give each programme");
    assert!(says("v1&p1=step-down&end", moves) && !says("v1&p1=edge-of-care&end", moves));
    assert!(!says("v1&p1=edge-of-care&p1-effect=0&end", moves), "nobody lives elsewhere");
    assert!(says("v1&p1=blank&end", asks) && !says("v1&p1=step-down&end", asks) && !says("v1&end", asks));
}
