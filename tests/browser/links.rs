//! A link carries the whole scenario: opened in a fresh profile it gives the same figures; a damaged one gives what can be used of it,
//! and says so.

use clorian::app::address::Room;
use clorian::words::Lang;
use clorian::words::text::site;

use crate::facts::{Facts, same};
use crate::page::Page;
use crate::site::Site;

fn share(page: &Page) -> String {
    page.click("#share");
    page.until("the link is shown", || page.has("#shared"));
    page.value("#shared")
}

#[test]
fn a_link_opens_to_the_same_figures_in_a_fresh_profile() {
    let site = Site::serve();
    let (mine, theirs) = (Page::new(), Page::new());
    for lang in Lang::ALL {
        mine.open(&site.room(Room::Grant, lang));
        mine.type_in("#f-rate", "1,199.99");
        mine.click("#f-counts-own");
        mine.type_in("#f-own", "5,432");
        mine.slide("#s-retained", 0.07);
        opens_the_same(&mine, &theirs, "v1&rate=1199.99&counts=own&own=5432&retained=0.07&end");

        mine.open(&site.room(Room::Numbers, lang));
        mine.click("#f-path-growth");
        mine.type_in("#f-care-growth", "-1.25");
        mine.type_in("#f-to-year", "2041");
        opens_the_same(&mine, &theirs, "v1&path=growth&care-growth=-0.0125&to-year=2041&end");

        mine.open(&site.room(Room::Edge, lang));
        mine.type_in("#f-prevented", "33.3");
        mine.click("#f-placement-residential");
        mine.click("details.group summary");
        mine.type_in("#f-optimism", "15");
        opens_the_same(&mine, &theirs, "v1&prevented=0.333&placement=residential&optimism=0.15&end");
    }
    mine.assert_quiet(&site);
    theirs.assert_quiet(&site);
}

fn opens_the_same(mine: &Page, theirs: &Page, fragment: &str) {
    mine.settles_on(fragment);
    let link = share(mine);
    assert_eq!(link, mine.address());
    let facts = Facts::of(mine);
    theirs.open(&link);
    theirs.until("the link is opened", || theirs.has("ul.changes"));
    assert_eq!(Facts::of(theirs), facts);
    assert_eq!(theirs.address(), link);
    assert!(!theirs.has("#link-notices"));
}

#[test]
fn a_link_pressed_right_after_typing_holds_what_was_typed() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Grant, Lang::En));
    page.settles_on("v1&end");
    page.type_in("#f-rate", "1,234");
    assert!(share(&page).ends_with("#v1&rate=1234&end"), "{}", page.value("#shared"));
    page.assert_quiet(&site);
}

#[test]
fn a_link_is_shown_where_the_clipboard_is_refused_or_not_there() {
    let site = Site::serve();
    let page = Page::new();
    for refusal in ["{ writeText: () => Promise.reject(new Error('no')) }", "undefined"] {
        page.open(&site.room(Room::Edge, Lang::Cy));
        page.settles_on("v1&end");
        page.run(&format!("Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {refusal} }})"));
        assert_eq!(share(&page), page.address(), "clipboard: {refusal}");
        assert!(page.text(".shared").contains(site::NOT_COPIED.say(Lang::Cy)), "clipboard: {refusal}");
    }
    page.assert_quiet(&site);
}

/// A fragment, what stands in the rate's box then, how many notices there are, and what they hold.
const DAMAGED: [(&str, &str, &[&str]); 9] = [
    ("v1&rate=1200&retai", "1,200", &["retai", "retai"]),
    ("v1&rate=120", "120", &["rate=120"]),
    ("v2&rate=1200&future=3&end", "1,200", &["2", "future"]),
    ("v1&e=7&rate=1200&end", "1,200", &["7"]),
    ("v1&rate=1200&nonsense=1&end", "1,200", &["nonsense"]),
    ("v1&rate=1200&retained=3&end", "1,200", &["3"]),
    ("v1&rate=1200&pot=lots&counts=none&end", "1,200", &["lots", "none"]),
    ("v1&rate=1200&rate=1300&end", "1,200", &[""]),
    ("hello", "1,150", &["#"]),
];

#[test]
fn of_a_damaged_link_the_rest_is_used_and_it_is_said() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        for (fragment, rate, notices) in DAMAGED {
            page.open(&format!("{}#{fragment}", site.room(Room::Grant, lang)));
            page.until("the notice stands", || page.has("#link-notices"));
            assert_eq!(page.text("#notices"), site::NOTICES.say(lang), "{fragment}");
            let said = page.run("return [...document.querySelectorAll('#link-notices li')].map(e => e.textContent)");
            let said: Vec<&str> = said.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str).collect();
            assert_eq!(said.len(), notices.len(), "{fragment}: {said:#?}");
            for (said, holds) in said.iter().zip(notices) {
                assert!(said.contains(holds), "{fragment}: {said:?} does not hold {holds:?}");
            }
            assert_eq!(page.value("#f-rate"), rate, "{fragment}");
            let facts = Facts::of(&page);
            same(fragment, facts.out("total"), rate.replace(',', "").parse::<f64>().expect("a rate") * 6846.0);
            assert!(!page.text("#headline").is_empty());
            page.click("#link-notices button");
            page.until("the notice is gone", || !page.has("#link-notices"));
            assert_eq!(Facts::of(&page), facts, "{fragment}: closing the notice changes nothing else");
        }
    }
    page.assert_quiet(&site);
}

#[test]
fn a_strange_fragment_breaks_nothing() {
    let site = Site::serve();
    let page = Page::new();
    let long = format!("v1&rate={}&end", "9".repeat(50_000));
    for fragment in [
        "%",
        "%FF%FE",
        "v1&rate=%E2%82%AC&end",
        "v1&&&&end",
        "v0&end",
        "v99999999999&rate=1&end",
        "v1&rate=1e9&end",
        "v1&rate=NaN&end",
        "v1&=&end",
        &long,
    ] {
        page.open(&format!("{}#{fragment}", site.room(Room::Grant, Lang::En)));
        page.until("the page has an answer", || page.text("#headline").contains("£1,150"));
        same(fragment.get(..20).unwrap_or(fragment), Facts::of(&page).out("total"), 7_872_900.0);
        assert!(!page.scrolls_sideways());
    }
    page.assert_quiet(&site);
}

#[test]
fn a_scenario_goes_along_to_other_rooms_and_back() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Grant, Lang::En));
    page.type_in("#f-rate", "1,300");
    page.settles_on("v1&rate=1300&end");
    for room in [Room::Numbers, Room::Targets, Room::Evidence, Room::Home, Room::Edge] {
        let href = format!("nav a[href*='{}{}']", room.folder(Lang::En), "#v1&rate=1300&end");
        page.until("the room is linked with the scenario", || page.has(&href));
        page.click(&href);
        page.until("the room is open", || page.address() == format!("{}#v1&rate=1300&end", site.room(room, Lang::En)));
    }
    page.until("the change is listed", || page.has("ul.changes em"));
    page.type_in("#f-cost", "4,000,000");
    page.settles_on("v1&rate=1300&cost=4000000&end");
    page.click(&format!("nav a[href*='{}']", Room::Grant.folder(Lang::En)));
    page.until("the grant is open again", || page.address().contains("share-out") && page.has("ul.changes em"));
    assert_eq!(page.value("#f-rate"), "1,300");
    page.settles_on("v1&rate=1300&cost=4000000&end");
    page.assert_quiet(&site);
}

#[test]
fn the_way_to_the_evidence_and_back_keeps_the_scenario() {
    let (site, page) = (Site::serve(), Page::new());
    for lang in Lang::ALL {
        page.open(&format!("{}#v1&rate=1200&end", site.room(Room::Grant, lang)));
        page.until("the rate of the link stands", || page.value("#f-rate") == "1,200");
        page.click("#field-rate details.source summary");
        page.click("#field-rate details.source a");
        page.until("the figure is in view", || page.has("tr.at"));
        assert_eq!(page.attribute("tr.at", "id").as_deref(), Some("fund.pdg_lac.rate"));
        page.click(&format!("nav a[href*='{}']", Room::Grant.slug(lang)));
        page.until("the rate of the link stands again", || page.has("#f-rate") && page.value("#f-rate") == "1,200");
        page.assert_quiet(&site);
    }
}
