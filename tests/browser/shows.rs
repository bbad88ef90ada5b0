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

/// From the start of a page: what stood there first of a linked scenario, before it was painted.
const FIRST: &str = "window.first = null;
    new MutationObserver(() => {
        if (first || !document.querySelector('main[data-brief]')) return;
        const top = document.querySelector('footer.site').getBoundingClientRect().top;
        first = { answer: document.getElementById('headline').textContent, bench: !!document.querySelector('.bench'), foot: top > innerHeight };
    }).observe(document, { childList: true, subtree: true });";

/// From the start of a page: the reader has scrolled by the time that it is drawn.
const SCROLLED: &str = "new MutationObserver((_, observer) => {
        if (document.documentElement.dataset.opening === undefined) return;
        observer.disconnect();
        scrollTo(0, 1);
    }).observe(document, { attributes: true, subtree: true });";

/// From the start of a page: it is printed while only the answer is there; whether the rest was then.
const PRINTED: &str = "new MutationObserver((_, observer) => {
        if (!document.querySelector('html[data-behind] main[data-brief]')) return;
        observer.disconnect();
        dispatchEvent(new Event('beforeprint'));
        setTimeout(() => (window.printed = !!document.querySelector('.bench')));
    }).observe(document, { attributes: true, subtree: true });";

/// Every element with all that it says, and what stands in it where it is a control.
const PARTS: &str = "const attributes = e => [...e.attributes].map(a => `${a.name}=${a.value}`).sort().join(' ');
    const own = e => [...e.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join('');
    return [...document.body.querySelectorAll('*')].map(e => `${e.tagName} ${attributes(e)} ${e.value} ${e.checked} ${e.open} ${own(e)}`)";

/// A browser that runs this at the start of each page.
fn with(scripts: &[&str]) -> Page {
    let page = Page::new();
    page.chromium("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": scripts.concat() }));
    page
}

#[test]
fn a_linked_answer_is_shown_first_and_the_rest_comes_by_itself() {
    let site = Site::serve();
    let (page, at_once) = (with(&[FIRST]), with(&[FIRST, SCROLLED]));
    let scenarios = [
        (Room::Grant, "v1&place=W06000015&rate=1200&end"),
        (Room::Numbers, "v1&to-year=2032&end"),
        (Room::Budget, "v1&p1=edge-of-care&p2=reunification&p3=step-down&p4=family-group-conferencing&end"),
    ];
    for ((room, fragment), lang) in scenarios.into_iter().flat_map(|scenario| Lang::ALL.map(|lang| (scenario, lang))) {
        for width in [1280, 375] {
            let address = format!("{}#{fragment}", site.room(room, lang));
            for page in [&page, &at_once] {
                page.width(width);
                page.open(&address);
            }
            let shown = page.run("return [first, document.getElementById('headline').textContent]");
            assert_eq!(shown[0], json!({ "answer": shown[1], "bench": false, "foot": true }), "{address} at {width} pixels");
            assert_eq!(at_once.run("return first"), json!(null), "{address}: where the reader has scrolled all is drawn at once");
            assert!(page.has(".bench") && !page.has("[data-brief]"), "{address} at {width} pixels");
            page.until("nothing is behind", || !page.has("[data-behind]"));
            let shifted = page.run(SHIFTED).as_f64().expect("a sum");
            assert!(shifted < 0.01, "{address} at {width} pixels: the page has jumped by {shifted}");
            at_once.run("scrollTo(0, 0)");
            page.until("both pages hold the same", || page.run(PARTS) == at_once.run(PARTS));
            assert_eq!(page.run(PLACES), at_once.run(PLACES), "{address} at {width} pixels");
        }
    }
    page.assert_quiet(&site);
    at_once.assert_quiet(&site);
}

#[test]
fn what_is_printed_while_only_the_answer_is_there_is_the_whole_page() {
    let site = Site::serve();
    let page = with(&[PRINTED]);
    for room in [Room::Grant, Room::Budget] {
        page.open(&format!("{}#v1&rate=1200&end", site.room(room, Lang::En)));
        page.until("it was printed", || page.run("return window.printed !== undefined") == json!(true));
        assert_eq!(page.run("return window.printed"), json!(true), "{room:?}");
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
