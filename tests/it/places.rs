//! Places: all of them, in their order, found by what people type in either language.

use std::collections::BTreeSet;

use clorian::place::{self, BOARDS, CONSORTIA, COUNCILS, Place, RegionKind};
use clorian::words::Lang;

fn keys(query: &str) -> Vec<&'static str> {
    place::search(query).into_iter().map(Place::key).collect()
}

#[test]
fn the_order_of_the_places_is_for_ever() {
    let keys: Vec<_> = Place::ALL.iter().map(|place| place.key()).collect();
    let expected = "W92000004 W06000001 W06000002 W06000003 W06000004 W06000005 W06000006 W06000023 W06000008 W06000009 W06000010 \
                    W06000011 W06000012 W06000013 W06000014 W06000015 W06000016 W06000024 W06000018 W06000019 W06000020 W06000021 \
                    W06000022 CSC EAS ERW GwE north-wales powys west-wales west-glamorgan cwm-taf-morgannwg cardiff-and-vale gwent";
    assert_eq!(keys.join(" "), expected);
    for place in Place::ALL {
        assert_eq!(Place::find(place.key()), Some(*place));
    }
    assert_eq!(Place::find("gwe"), None);
}

#[test]
fn every_council_stands_on_its_own_hexagon_in_one_region_of_each_kind() {
    let hexes: BTreeSet<_> = COUNCILS.iter().map(|council| council.hex).collect();
    assert_eq!(hexes.len(), 22);
    for council in &COUNCILS {
        assert_eq!((council.consortium.kind, council.board.kind), (RegionKind::Consortium, RegionKind::Board), "{}", council.code);
        for label in [council.short.en, council.short.cy] {
            assert!((2..=5).contains(&label.chars().count()), "{label}");
        }
    }
    let sizes = |regions: &[place::Region]| regions.iter().map(|region| (region.id, region.councils().count())).collect::<Vec<_>>();
    assert_eq!(sizes(&CONSORTIA), [("CSC", 5), ("EAS", 5), ("ERW", 6), ("GwE", 6)]);
    let boards = [
        ("north-wales", 6),
        ("powys", 1),
        ("west-wales", 3),
        ("west-glamorgan", 2),
        ("cwm-taf-morgannwg", 3),
        ("cardiff-and-vale", 2),
        ("gwent", 5),
    ];
    assert_eq!(sizes(&BOARDS), boards);
    assert_eq!(Place::Wales.councils().count(), 22);
    assert_eq!(Place::Council(place::council::TORFAEN).councils().map(|own| own.code).collect::<Vec<_>>(), ["W06000020"]);
}

#[test]
fn a_board_says_where_its_membership_is_from_or_that_it_was_not_seen() {
    let seen: Vec<_> = BOARDS.iter().map(|board| board.document.map(|document| document.id)).collect();
    let bridgend = Some("bridgend_2019");
    assert_eq!(seen, [None, None, None, bridgend, bridgend, None, Some("partnership_2015")]);
    for board in &BOARDS {
        assert_eq!(board.note.en.contains("not seen"), board.id != "gwent", "{}", board.note.en);
    }
}

#[test]
fn a_place_is_found_by_name_word_beginning_and_code() {
    for query in ["Torfaen", "Tor-faen", "tor faen", "TORFAEN", " torf", "T\u{f4}rfaen", "W06000020", "w06000020"] {
        assert_eq!(keys(query), ["W06000020"], "{query}");
    }
    for query in ["M\u{f4}n", "mon", "Mo\u{302}n", "Anglesey", "W06000001", "ynys mon"] {
        assert_eq!(keys(query).first(), Some(&"W06000001"), "{query}");
    }
    assert_eq!(keys("mon"), ["W06000001", "W06000021"], "the whole word before the beginning of another");
    assert_eq!(keys("RCT"), ["W06000016"]);
    assert_eq!(keys("npt"), ["W06000012"]);
    assert_eq!(keys("Caerdydd").first(), Some(&"W06000015"));
    assert_eq!(keys("pen y bont"), ["W06000013"]);
    assert_eq!(keys("caerdydd a\u{2019}r fro"), keys("Caerdydd a'r Fro"));
    assert_eq!(keys("powys"), ["W06000023", "powys"], "the council before the board");
    assert_eq!(keys("gwent"), ["gwent", "W06000019"]);
    assert_eq!(keys("ERW"), ["ERW"]);
    assert_eq!(keys("wales").first(), Some(&"W92000004"));
    assert_eq!(keys("cymru").first(), Some(&"W92000004"));
    for query in ["", "  ", "bae", "'", "\u{1f600}", "Bristol"] {
        assert!(keys(query).is_empty(), "{query}");
    }
    assert!(Place::ALL.iter().all(|place| keys(place.key()).first() == Some(&place.key()) || *place == Place::Region(&BOARDS[1])));
    assert_eq!(keys("c").len(), 8);
}

#[test]
fn a_text_in_a_file_means_one_place_or_none() {
    for place in Place::ALL {
        for lang in Lang::ALL {
            assert_eq!(place::resolve(&place.full_name(lang)), Some(*place), "{}", place.full_name(lang));
        }
    }
    let key = |text: &str| place::resolve(text).map(Place::key);
    assert_eq!(key("Anglesey"), Some("W06000001"));
    assert_eq!(key("rhondda cynon taff"), Some("W06000016"));
    assert_eq!(key("cwm-taf-morgannwg"), Some("cwm-taf-morgannwg"));
    assert_eq!(key("Powys"), Some("W06000023"));
    for text in ["", "Sir", "Morgannwg", "Torf", "W0600002"] {
        assert_eq!(key(text), None, "{text}");
    }
}

#[test]
fn no_two_places_share_a_full_name_a_label_or_an_alias() {
    for lang in Lang::ALL {
        let full: BTreeSet<_> = Place::ALL.iter().map(|place| place.full_name(lang)).collect();
        assert_eq!(full.len(), Place::ALL.len());
        let short: BTreeSet<_> = COUNCILS.iter().map(|council| council.short.say(lang)).collect();
        assert_eq!(short.len(), 22);
    }
    for council in &COUNCILS {
        for alias in council.aliases {
            assert_eq!(place::resolve(alias), Some(Place::Council(council)), "{alias}");
        }
    }
    assert_eq!(Place::Region(&BOARDS[6]).full_name(Lang::Cy), "Bwrdd Partneriaeth Rhanbarthol Gwent");
    assert_eq!(Place::Region(&CONSORTIA[1]).kind().cy, "consortiwm addysg");
}
