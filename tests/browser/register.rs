//! The evidence and method pages: the search, the way from a figure to where it is used and back, places on a page.

use clorian::app::address::Room;
use clorian::evidence::{FIGURES, Status, Topic, on};
use clorian::words::Lang;
use serde_json::json;

use crate::page::Page;
use crate::site::Site;

/// How many rows of figures stand on the page as it is seen.
fn rows(page: &Page) -> usize {
    let shown =
        page.run("return [...document.querySelectorAll('section.topic tbody tr')].filter(row => row.getClientRects().length).length");
    usize::try_from(shown.as_u64().expect("a count")).expect("a small count")
}

fn search(page: &Page, words: &str) {
    page.type_in("#find", words);
    page.until("what is sought is found", || page.attribute("#finder", "data-sought").as_deref() == Some(words));
}

/// Chooses an option of a list as a visitor does who knows what it is called.
fn choose(page: &Page, list: &str, value: &str) {
    page.run_with(
        "const list = document.querySelector(arguments[0]); list.value = arguments[1]; list.dispatchEvent(new Event('input', { bubbles: true }))",
        &[list, value],
    );
    page.looks();
    assert_eq!(page.value(list), value, "{list} does not offer {value}");
}

#[test]
fn figures_are_found_by_words_numbers_and_lists() {
    let (site, page) = (Site::serve(), Page::new());
    for lang in Lang::ALL {
        page.open(&site.room(Room::Evidence, lang));
        page.until("the search is shown", || page.attribute("#finder", "hidden").is_none());
        assert_eq!(rows(&page), FIGURES.len());
        for (words, id) in [("6846", "children.2019"), ("6,846", "children.2019"), ("FUND.PDG_LAC.RATE", "fund.pdg_lac.rate")] {
            search(&page, words);
            assert!(rows(&page) < FIGURES.len() / 4, "{words} finds {} rows", rows(&page));
            assert_eq!(page.attribute(&format!("[id='{id}']"), "hidden"), None, "{words}");
        }
        page.click("#finder button[type=reset]");
        page.until("all are back", || rows(&page) == FIGURES.len());
        let topic = format!("topic-{}", Topic::ALL.iter().position(|topic| *topic == Topic::Plans).expect("a topic"));
        choose(&page, "#find-topic", &topic);
        assert_eq!(rows(&page), on(Topic::Plans).count());
        assert_eq!(page.run("return [...document.querySelectorAll('section.topic')].filter(e => !e.hidden).length"), json!(1));
        choose(&page, "#find-status", "derived");
        let derived = on(Topic::Plans).filter(|figure| figure.status == Status::Derived).count();
        assert_eq!(rows(&page), derived);
        let said = page.text("#found");
        assert!(said.contains(&derived.to_string()) && said.contains(&FIGURES.len().to_string()), "{said}");
        page.until("it is read out", || page.text("#spoken").contains(&said));
        page.assert_quiet(&site);
    }
}

#[test]
fn case_and_accents_do_not_matter_and_nothing_found_is_said() {
    let (site, page) = (Site::serve(), Page::new());
    page.open(&site.room(Room::Evidence, Lang::Cy));
    search(&page, "Grŵp Cynghori");
    let accented = rows(&page);
    search(&page, "cynghorau");
    let lower = rows(&page);
    search(&page, "CYNGHORAU");
    assert!(lower > 0 && rows(&page) == lower);
    search(&page, "twf");
    let plain = rows(&page);
    search(&page, "tŵf");
    assert!(plain > 0 && rows(&page) == plain, "{plain}, {accented}");
    search(&page, "nid oes dim byd fel hyn");
    assert_eq!(rows(&page), 0);
    assert!(page.run("return document.querySelector('#none-found').getClientRects().length > 0") == json!(true));
    page.until("it is read out", || page.text("#spoken").contains(&page.text("#none-found")));
    page.press("#find", "\u{E007}");
    assert!(!page.address().contains('?'), "the search is sent nowhere");
    page.assert_quiet(&site);
}

#[test]
fn a_figure_that_an_address_names_is_shown_whatever_was_sought() {
    let (site, page) = (Site::serve(), Page::new());
    let evidence = site.room(Room::Evidence, Lang::En);
    let seen = |id: &str| {
        let script = "const at = document.getElementById(arguments[0]).getBoundingClientRect(); return at.height > 0 && at.top >= 0 && at.top < innerHeight";
        page.run_with(script, &[id]) == json!(true)
    };
    page.open(&evidence);
    page.until("the search is shown", || page.attribute("#finder", "hidden").is_none());
    for hash in ["#fund.pdg_lac.rate", "#v1&rate=1200&end&at=fund.reflect"] {
        search(&page, "foster");
        page.run_with("location.hash = arguments[0]", &[hash]);
        let id = hash.rsplit(['=', '#']).next().expect("an id");
        page.until("the figure is in view", || seen(id));
        assert_eq!(page.value("#find"), "");
    }
    search(&page, "children.2020.revised");
    page.click("[id='children.2020.revised'] .others a");
    page.until("what it is worked out from is in view", || rows(&page) == FIGURES.len());
    page.assert_quiet(&site);
}

#[test]
fn where_a_figure_is_used_keeps_the_scenario() {
    let (site, page) = (Site::serve(), Page::new());
    for lang in Lang::ALL {
        let link = "[id='assumption.prevented'] .others a[href*='at=field-prevented']";
        let folder = Room::Edge.folder(lang);
        page.open(&site.room(Room::Evidence, lang));
        assert_eq!(page.attribute(link, "href").as_deref(), Some(format!("../../{folder}#v1&end&at=field-prevented").as_str()));
        page.open(&format!("{}#v1&prevented=0.25&end&at=assumption.prevented", site.room(Room::Evidence, lang)));
        page.until("the figure is in view", || page.has("tr.at"));
        assert_eq!(page.focused(), "assumption.prevented");
        page.until("its links keep the scenario", || {
            page.attribute(link, "href").as_deref() == Some(format!("../../{folder}#v1&prevented=0.25&end&at=field-prevented").as_str())
        });
        page.click("[id='assumption.prevented'] .of");
        page.until("the document is in view", || page.has("[id='doc-clorian'].at"));
        assert!(page.address().ends_with("#v1&prevented=0.25&end&at=doc-clorian"), "{}", page.address());
        assert!(page.attribute("#switch", "href").is_some_and(|href| href.ends_with("#v1&prevented=0.25&end&at=doc-clorian")));
        page.assert_quiet(&site);
    }
}

#[test]
fn the_method_leads_to_its_sections_and_to_the_figures_it_rests_on() {
    let (site, page) = (Site::serve(), Page::new());
    for lang in Lang::ALL {
        page.open(&site.room(Room::Method, lang));
        page.click(".contents a[href$='#break-even']");
        assert!(page.address().ends_with("#break-even"), "{}", page.address());
        assert!(page.attribute("#switch", "href").is_some_and(|href| href.ends_with("#break-even")));
        let value = page.attribute("[id='ex-closing']", "value").expect("a value");
        assert!((value.parse::<f64>().expect("a number") - 7187.0).abs() < 0.5, "{value}");
        page.click("#calibration .example a");
        page.until("its figure is in view", || page.has("tr:target"));
        assert!(page.address().contains(&Room::Evidence.folder(lang)), "{}", page.address());
        page.click("tr:target .others.used summary");
        page.click("tr:target .others a[href$='#calibration']");
        page.until("the method is back", || page.has("#calibration:target"));

        page.open(&format!("{}#v1&rate=1200&end", site.room(Room::Method, lang)));
        page.click(".contents a[href$='=sharing']");
        page.until("the section is in view", || page.has("#sharing.at"));
        assert!(page.address().ends_with("#v1&rate=1200&end&at=sharing"), "{}", page.address());
        page.click("#sharing .example a");
        page.until("the figure is in view", || page.has("tr.at"));
        assert!(page.address().contains("#v1&rate=1200&end&at="), "{}", page.address());
        page.assert_quiet(&site);
    }
}

#[test]
fn both_pages_are_whole_without_scripts_and_fit_a_phone() {
    let site = Site::serve();
    let off = Page::without_scripts();
    for lang in Lang::ALL {
        off.go(&site.room(Room::Evidence, lang));
        assert_eq!(rows(&off), FIGURES.len());
        assert!(
            off.run("return document.querySelector('#finder').getClientRects().length === 0") == json!(true),
            "controls that do nothing"
        );
        off.go(&site.room(Room::Method, lang));
        assert!(off.text("#ex-closing").contains("7,187"));
    }
    off.assert_quiet(&site);
    let page = Page::new();
    for (room, lang) in [Room::Evidence, Room::Method].into_iter().flat_map(|room| Lang::ALL.map(|lang| (room, lang))) {
        for width in [320, 375, 800, 1280] {
            page.width(width);
            page.open(&site.room(room, lang));
            assert!(!page.scrolls_sideways(), "{room:?} {lang:?} at {width}: {}", page.too_wide());
        }
    }
    page.assert_quiet(&site);
}

#[test]
fn only_the_evidence_page_loads_the_search() {
    let (site, page) = (Site::serve(), Page::new());
    for room in Room::ALL {
        page.go(&site.room(room, Lang::En));
        assert_eq!(page.has("script[src*='register-']"), room == Room::Evidence, "{room:?}");
    }
}
