//! What is shown without scripts is what the running page shows as it opens, in the same places.

use clorian::app::address::Room;
use clorian::words::Lang;
use serde_json::json;

use crate::facts::Facts;
use crate::page::Page;
use crate::site::Site;

fn questions() -> impl Iterator<Item = (Room, Lang)> {
    [Room::Grant, Room::Numbers, Room::Targets, Room::Edge].into_iter().flat_map(|room| Lang::ALL.map(|lang| (room, lang)))
}

#[test]
fn the_answers_are_there_and_equal_without_scripts() {
    let site = Site::serve();
    let (on, off) = (Page::new(), Page::without_scripts());
    for (room, lang) in questions() {
        on.open(&site.room(room, lang));
        on.settles_on("v1&end");
        off.go(&site.room(room, lang));
        assert!(off.attribute("html", "data-running").is_none(), "scripts are not off");
        assert!(!off.text("#headline").is_empty());
        assert_eq!(off.text("#headline"), on.text("#headline"));
        let tables = "return [...document.querySelectorAll('table')].map(e => e.textContent)";
        assert_eq!(off.run(tables), on.run(tables));
        assert_ne!(off.run(tables), json!([]));
        assert_eq!(Facts::of(&off), Facts::of(&on), "{room:?} {lang:?}");
        assert_eq!(off.text("main"), on.text("main"), "{room:?} {lang:?}");
    }
    on.assert_quiet(&site);
    off.assert_quiet(&site);
}

/// The static HTML beside the running page: their words, and their elements with every attribute; what stands in a control, whether it is
/// chosen and whether a part is unfolded is compared as it is, not as it is written. Where the page is to be found is written by the running one.
const COMPARED: &str = "const html = await (await fetch(location.pathname)).text();
    const still = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
    const words = e => e.textContent.replace(/\\s+/g, ' ').trim();
    const written = a => a.name !== 'value' && a.name !== 'checked' && a.name !== 'open' && a.name !== 'data-address';
    const attributes = e => [...e.attributes].filter(written).map(a => `${a.name}=${a.value}`).concat([e.value, e.checked, e.open].map(String)).sort().join(' ');
    const parts = e => [...e.querySelectorAll('*')].map(e => `${e.tagName} ${attributes(e)}`);
    const running = document.querySelector('main');
    return [words(still), words(running), parts(still), parts(running)]";

/// Where each named part of the page stands.
const PLACES: &str =
    "return [...document.querySelectorAll('main [id]')].map(e => [e.id, Math.round(e.getBoundingClientRect().top + scrollY)])";

/// How much of the window has jumped since the page began to load, as browsers measure it.
const SHIFTED: &str = "return new Promise(done => {
        let sum = 0;
        new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 50)));
    })";

#[test]
fn nothing_jumps_when_the_program_takes_over() {
    let site = Site::serve();
    let (page, still) = (Page::new(), Page::without_scripts());
    for (room, lang) in questions() {
        for width in [1280, 375] {
            page.width(width);
            still.width(width);
            page.open(&site.room(room, lang));
            still.go(&site.room(room, lang));
            assert_eq!(page.run(PLACES), still.run(PLACES), "{room:?} {lang:?} at {width} pixels");
            let [still_words, words, still_parts, parts] = [0, 1, 2, 3].map(|i| page.run(COMPARED)[i].clone());
            assert_eq!(words, still_words, "{room:?} {lang:?}");
            let (still_parts, parts) = (still_parts.as_array().expect("parts"), parts.as_array().expect("parts"));
            for (still, part) in still_parts.iter().zip(parts) {
                assert_eq!(part, still, "{room:?} {lang:?}");
            }
            assert_eq!(parts.len(), still_parts.len(), "{room:?} {lang:?}");
            let shifted = page.run(SHIFTED).as_f64().expect("a sum");
            assert!(shifted < 0.01, "{room:?} {lang:?} at {width} pixels: the page has jumped by {shifted}");
        }
    }
    page.assert_quiet(&site);
}

#[test]
fn a_question_with_everything_open_and_wrong_does_not_scroll_sideways() {
    let site = Site::serve();
    let page = Page::new();
    let mut wide = Vec::new();
    for (room, lang) in questions() {
        let (key, most) = match room {
            Room::Grant => ("pot", "999,999,999.99"),
            Room::Numbers => ("to-year", "2079"),
            Room::Targets => ("care-target", "999,999"),
            _ => ("cost", "999,999,999.99"),
        };
        page.open(&format!("{}#v1&this-key-is-not-known-and-is-rather-long-too=1&e=9", site.room(room, lang)));
        page.until("the notice stands", || page.has("#link-notices"));
        page.type_in(&format!("#f-{key}"), most);
        let other = if room == Room::Grant {
            "rate"
        } else if room == Room::Numbers {
            "leavers"
        } else if room == Room::Targets {
            "target-year"
        } else {
            "supported"
        };
        page.type_in(&format!("#f-{other}"), "nonono-nonono-nonono-nonono-nonono-nonono-nonono");
        page.click("#share");
        page.until("all is there", || page.has("#shared") && page.has(".errors") && page.has("ul.changes"));
        for width in [320, 375] {
            page.width(width);
            page.run("document.querySelectorAll('details').forEach(e => e.open = true)");
            page.screenshot(&format!("{room:?}-{}-{width}-open", lang.code()).to_ascii_lowercase());
            if page.scrolls_sideways() {
                wide.push(format!("{room:?} {lang:?} at {width} pixels: {}", page.too_wide()));
            }
        }
        page.width(1280);
    }
    assert!(wide.is_empty(), "{wide:#?}");
    page.assert_quiet(&site);
}
