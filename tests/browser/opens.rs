//! Every room opens in each language: under a path prefix, under the strict policy, with scripts and without.

use clorian::app::address::Room;
use clorian::words::Lang;

use serde_json::json;

use crate::page::Page;
use crate::site::Site;

fn rooms() -> impl Iterator<Item = (Room, Lang)> {
    Lang::ALL.into_iter().flat_map(|lang| Room::ALL.map(|room| (room, lang)))
}

#[test]
fn every_room_is_taken_over_without_a_word_in_the_console() {
    let site = Site::serve();
    let page = Page::new();
    for (room, lang) in rooms() {
        page.open(&site.room(room, lang));
        assert_eq!(page.attribute("html", "lang").as_deref(), Some(lang.code()));
        page.assert_quiet(&site);
    }
}

#[test]
fn each_file_is_asked_for_once_and_few_are() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Edge, Lang::Cy));
    let asked = site.requests();
    // The picture of the page is asked for by its HTML and by its manifest.
    let files: Vec<_> = asked.iter().filter(|line| !line.contains("/icons/")).collect();
    let once: std::collections::BTreeSet<_> = files.iter().collect();
    assert_eq!(once.len(), files.len(), "asked twice: {asked:#?}");
    assert!(asked.len() <= 10, "{asked:#?}");
}

#[test]
fn every_room_says_the_same_with_scripts_off() {
    let site = Site::serve();
    let (on, off) = (Page::new(), Page::without_scripts());
    for (room, lang) in rooms() {
        on.open(&site.room(room, lang));
        off.go(&site.room(room, lang));
        assert!(!off.text("h1").is_empty(), "{room:?} {lang:?}: no heading without scripts");
        assert_eq!(off.text("body"), on.text("body"), "{room:?} {lang:?}");
    }
    off.assert_quiet(&site);
}

#[test]
fn the_front_door_needs_no_script_and_leads_to_both_languages() {
    let site = Site::serve();
    let page = Page::without_scripts();
    for lang in Lang::ALL {
        page.go(&site.address(""));
        page.click(&format!("a[href='./{}/']", lang.code()));
        page.until("the room is open", || page.attribute("html", "lang").as_deref() == Some(lang.code()) && page.has("main h1"));
    }
    page.assert_quiet(&site);
}

/// At each change of the page, before it is painted: what reaches beyond the window.
const WIDE_MEANWHILE: &str = "window.meanwhile = { looks: 0, wide: [] };
    const root = document.scrollingElement;
    new MutationObserver(() => {
        meanwhile.looks += 1;
        if (root.scrollWidth > root.clientWidth) meanwhile.wide.push(document.getElementById('tried').textContent);
    }).observe(document.getElementById('tried'), { childList: true, subtree: true, attributes: true });";

#[test]
fn a_plan_of_four_programmes_scrolls_nothing_sideways_on_the_smallest_phone() {
    const FOUR: &str = "v1&place=W06000015&p1=edge-of-care&p2=step-down&p3=home-from-out-of-wales&p4=reunification&end";
    let site = Site::serve();
    let page = Page::new();
    let mut wide = Vec::new();
    for (room, lang) in [Room::Budget, Room::Compare].into_iter().flat_map(|room| Lang::ALL.map(|lang| (room, lang))) {
        page.width(320);
        page.open(&format!("{}#{FOUR}", site.room(room, lang)));
        page.settles_on(FOUR);
        for size in ["100%", "200%"] {
            page.run_with("document.documentElement.style.fontSize = arguments[0]", &[size]);
            page.until("the cases have been tried", || {
                room == Room::Compare || (page.text("#tried").contains("1,000") && !page.has("#tried progress"))
            });
            if page.scrolls_sideways() {
                wide.push(format!("{room:?} {lang:?} with letters at {size}: {}", page.too_wide()));
            }
        }
        if room == Room::Budget {
            // What is there only while it works, such as the bar of how far it is.
            page.run(WIDE_MEANWHILE);
            page.click("#try-many");
            page.until("many cases are being tried or have been", || !page.has("#try-many"));
            page.until("they have been", || !page.has("#stop-trying"));
            let meanwhile = page.run("return meanwhile");
            assert!(meanwhile["looks"].as_u64() > Some(0), "{meanwhile}");
            if meanwhile["wide"] != json!([]) {
                wide.push(format!("{room:?} {lang:?} while cases are tried: {}", meanwhile["wide"]));
            }
        }
    }
    assert!(wide.is_empty(), "{wide:#?}");
    page.assert_quiet(&site);
}

#[test]
fn no_room_scrolls_sideways_on_a_phone_and_each_is_pictured() {
    let site = Site::serve();
    let page = Page::new();
    let mut wide = Vec::new();
    for (room, lang) in rooms() {
        page.open(&site.room(room, lang));
        for width in [1280, 375, 320] {
            page.width(width);
            page.screenshot(&format!("{room:?}-{}-{width}", lang.code()).to_ascii_lowercase());
            if page.scrolls_sideways() {
                wide.push(format!("{room:?} {lang:?} at {width} pixels: {}", page.too_wide()));
            }
        }
    }
    assert!(wide.is_empty(), "{wide:#?}");
    page.assert_quiet(&site);
}
