//! Round trips: the template reads back, an export and a link bring the same figures, and no bytes bring reading down.

use super::*;
use clorian::evidence::streams::STREAMS;
use clorian::files::{export, template};
use clorian::link;
use clorian::place::Place;
use clorian::scenario::own::{Own, SMALLEST, YEARS};
use proptest::prelude::*;

fn any_item() -> impl Strategy<Value = Item> {
    let placement = (0..Placement::ALL.len()).prop_map(|at| Placement::ALL[at]);
    prop_oneof![
        Just(Item::Children),
        Just(Item::Entries),
        Just(Item::Leavers),
        placement.clone().prop_map(Item::Placed),
        (placement, any::<bool>()).prop_map(|(placement, week)| Item::Cost(placement, if week { Per::Week } else { Per::Year })),
        (0..STREAMS.len()).prop_map(|at| Item::Grant(STREAMS[at].id)),
        Just(Item::Weight),
    ]
}

fn any_figure() -> impl Strategy<Value = (Key, f64)> {
    let place = (0..Place::ALL.len()).prop_map(|at| Place::ALL[at].key());
    let year = proptest::option::weighted(0.8, YEARS.0..=YEARS.1);
    (place, year, any_item(), 0.0..=1.0_f64, 0_i32..12).prop_map(|(place, year, item, at, power)| {
        let value = item.bounds().1 * at / 10_f64.powi(power);
        let value = if item.whole() { value.round() } else { value };
        (Key { place, year: if item.needs_year() { Some(year.unwrap_or(2019)) } else { year }, item }, value)
    })
}

fn any_own() -> impl Strategy<Value = Own> {
    proptest::collection::vec(any_figure(), 0..60).prop_map(|figures| {
        let mut own = Own::default();
        for (key, value) in figures {
            if value == 0.0 || value >= SMALLEST {
                own.set(key, value).expect("a figure within its bounds");
            }
        }
        own
    })
}

#[test]
fn a_file_knows_the_places_that_a_reader_can_type() {
    let names: Vec<String> = Place::ALL
        .iter()
        .flat_map(|place| {
            [place.key().to_owned(), place.full_name(Lang::En), place.full_name(Lang::Cy), place.name().say(Lang::Cy).to_uppercase()]
        })
        .chain(
            [
                "RCT",
                "Ynys Mon",
                "ynys-môn",
                "Tor faen",
                "Mon",
                "",
                "Powys",
                "w06000001",
                "GWE",
                "Bro Morgannwg!",
                "Ẁrecsam",
                "Gẅynedd",
                "CEREDIGÌON",
                "Po\u{302}wys",
                "Pøwys",
            ]
            .map(str::to_owned),
        )
        .collect();
    for name in names {
        let loaded = load(format!("{FIRST}\"{name}\",,weight,,1,\n"));
        assert_eq!(loaded.own.places().first().copied(), clorian::place::resolve(&name).map(Place::key), "{name}");
    }
}

#[test]
fn the_template_reads_back_without_a_complaint() {
    for lang in Lang::ALL {
        for place in Place::ALL {
            for march in [None, Some(2010), Some(2019)] {
                let text = template(lang, *place, march);
                assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
                assert_eq!(told(&load(text)), [(0, None, What::NoFigures)], "{}", place.key());
            }
        }
    }
}

#[test]
fn a_template_that_is_filled_in_is_read_whole() {
    for lang in Lang::ALL {
        let council = Place::find(TORFAEN).unwrap();
        for (place, rows) in [(council, 38), (Place::find("gwent").unwrap(), 5 * 13), (Place::Wales, 22 * 13)] {
            let blank = template(lang, place, Some(2019));
            let [children, cost] =
                [Item::Children, Item::Cost(Placement::Foster, Per::Week)].map(|item| clorian::files::figure_word(item, lang));
            assert!(blank.contains(&format!(",2018,{children},,,\r\n")) && blank.contains(&format!(",2018-19,{cost},")), "{blank}");
            // The value stands before the last comma.
            let filled: Vec<String> = blank
                .lines()
                .map(|line| match line.rsplit_once(',') {
                    Some((before, per)) if before.ends_with(',') => format!("{before}7,{per}"),
                    _ => line.to_owned(),
                })
                .collect();
            let loaded = load(filled.join("\r\n"));
            assert_eq!(told(&loaded), []);
            assert_eq!((loaded.rows_used, loaded.rows_read), (rows, rows), "{}", place.key());
        }
    }
}

#[test]
fn an_export_says_where_it_is_from_and_is_no_formula() {
    let mut own = Own::default();
    own.set(torfaen(2019, Item::Entries), 120.0).unwrap();
    own.set(torfaen(2010, Item::Entries), 90.0).unwrap();
    own.set(Key { place: "powys", year: None, item: Item::Weight }, 0.1).unwrap();
    let text = export(Lang::Cy, &own, "1 Ebrill 2021", "=HYPERLINK(\"https://example.org\")\r\n=1+1");
    let rows: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        rows,
        [
            "\"# Gwnaed drwy ddefnyddio Clorian ar 1 Ebrill 2021. Ffigurau a roddodd defnyddiwr yw'r rhain, nid rhai cyhoeddedig.\"",
            "\"# =HYPERLINK(\"\"https://example.org\"\")=1+1\"",
            "lle,blwyddyn,ffigur,math,gwerth,fesul",
            "Torfaen,2010,dod i ofal,,90,",
            "Torfaen,2018-19,dod i ofal,,120,",
            "Bwrdd Partneriaeth Rhanbarthol Powys,,pwysoliad,,0.1,",
        ]
    );
    assert_eq!(load(text).own, own);
}

#[test]
fn a_link_says_what_of_it_cannot_be_used() {
    let mut own = Own::default();
    assert_eq!(
        link::own::take(
            "own-W06000020-2019",
            "children:483,entries:12.5,placed-igloo:3,cost-week-foster:520,children:5,x,leavers:",
            &mut own
        ),
        { Err(["entries:12.5", "placed-igloo:3", "children:5", "x", "leavers:"].map(str::to_owned).to_vec()) }
    );
    assert_eq!(link::own::write(&own), ["own-W06000020-2019=children:483,cost-week-foster:520"]);
    for (key, value) in [("own-W06000099-2019", "children:1"), ("own-W06000020-19", "children:1"), ("own", "x"), ("own-", "x"), ("", "")] {
        assert_eq!(link::own::take(key, value, &mut own), Err(vec![key.to_owned()]));
    }
    assert_eq!(link::own::take("own-W06000020", "children:1,weight:3", &mut own), Err(vec!["children:1".to_owned()]));
    assert_eq!(link::own::take("own-west-wales-2020", "grant-icf:5000000,cost-year-foster:0", &mut own), Ok(()));
    assert_eq!(link::own::take("own-W06000020-2019", "cost-year-foster:1", &mut own), Err(vec!["cost-year-foster:1".to_owned()]));
    assert_eq!(link::own::take("own-W06000020-2019", "", &mut own), Err(vec!["own-W06000020-2019".to_owned()]));
    assert!(link::own::fits(&own));
    for year in YEARS.0..YEARS.1 {
        own.set(torfaen(year, Item::Children), 483.0).unwrap();
    }
    assert!(!link::own::fits(&own));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_exported_comes_back_the_same(own in any_own()) {
        for lang in Lang::ALL {
            let text = export(lang, &own, "x", "y");
            for reader in Lang::ALL {
                let loaded = Import::new(text.clone().into_bytes(), reader).expect("our own file").finish();
                if own.is_empty() {
                    prop_assert_eq!(told(&loaded), [(0, None, What::NoFigures)]);
                } else {
                    prop_assert_eq!(told(&loaded), []);
                }
                prop_assert_eq!(&loaded.own, &own);
            }
        }
    }

    #[test]
    fn what_a_link_carries_comes_back_the_same(own in any_own()) {
        let mut read = Own::default();
        for part in link::own::write(&own) {
            prop_assert!(part.bytes().all(|byte| byte.is_ascii_graphic() && !b"&#%".contains(&byte)), "{}", part);
            let (key, value) = part.split_once('=').unwrap();
            prop_assert_eq!(link::own::take(key, value, &mut read), Ok(()));
        }
        prop_assert_eq!(read, own);
    }

    #[test]
    fn no_bytes_bring_it_down(bytes in proptest::collection::vec(any::<u8>(), 0..400), header: bool, slice in 1_usize..5) {
        let bytes = if header { [FIRST.as_bytes(), &bytes].concat() } else { bytes };
        if let Ok(mut import) = Import::new(bytes, Lang::Cy) {
            while !import.advance(slice).finished {}
            let loaded = import.finish();
            let said: Vec<String> = loaded.problems.iter().map(|problem| problem.say(Lang::Cy)).collect();
            prop_assert!(said.iter().all(|said| !said.is_empty() && !said.contains('\n')));
        }
    }

    #[test]
    fn no_text_brings_it_down(text in "([a-z£\"#;,\t \r\n=0-9ŵ]|place|value|figure|Torfaen|children|2019|,){0,120}", cut in 0_usize..8) {
        let bytes = [&FIRST.as_bytes()[cut * 4..], text.as_bytes()].concat();
        if let Ok(import) = Import::new(bytes, Lang::En) {
            let loaded = import.finish();
            prop_assert!(loaded.rows_used <= loaded.rows_read);
        }
    }

    #[test]
    fn no_link_brings_it_down(key in "own-[A-Zw0-9-]{0,14}", value in "[a-z0-9:,.-]{0,60}") {
        let mut own = Own::default();
        let told = link::own::take(&key, &value, &mut own);
        prop_assert!(told.is_err() || !own.is_empty());
    }
}
