//! Everything can be reached and done from the keyboard, in the order it stands, and is in view when it is reached.

use clorian::app::address::Room;
use clorian::words::Lang;
use serde_json::{Value, json};

use crate::facts::Facts;
use crate::page::Page;
use crate::site::Site;

const QUESTIONS: [Room; 3] = [Room::Grant, Room::Numbers, Room::Edge];
const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";
const RIGHT: &str = "\u{E014}";
const LEFT: &str = "\u{E012}";
const DOWN: &str = "\u{E015}";

/// What can take the focus, in the order it stands: of a group of radios the chosen one, and nothing that is folded away.
const STOPS: &str =
    "window.stops = [...document.querySelectorAll('a[href], button:not([disabled]), input, select, textarea, summary, [tabindex=\"0\"]')]
        .filter(e => e.checkVisibility() && !(e.type === 'radio' && !e.checked));
    return stops.map(e => e.id || `${e.tagName} ${e.textContent.slice(0, 40)}`)";

/// Which stop has the focus, and what lies over the middle of it, if anything does.
const REACHED: &str = "const e = document.activeElement, box = e.getBoundingClientRect();
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), y = box.top + Math.min(box.height, innerHeight) / 2;
    const top = document.elementFromPoint(x, y);
    const covered = y < 0 || y > innerHeight ? 'out of view' : top && !e.contains(top) && !top.contains(e) ? `under ${top.tagName}.${top.className}` : null;
    return [stops.indexOf(e), covered]";

#[test]
fn the_tab_key_reaches_everything_in_order_and_nothing_hides_it() {
    let site = Site::serve();
    let page = Page::new();
    let mut hidden = Vec::new();
    for (room, width) in QUESTIONS.into_iter().flat_map(|room| [1280, 375].map(|width| (room, width))) {
        page.width(width);
        page.open(&site.room(room, Lang::En));
        page.settles_on("v1&end");
        page.run("document.querySelector('details.group')?.setAttribute('open', '')");
        let stops = page.run(STOPS);
        let stops: Vec<&str> = stops.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for kind in ["f-", "s-", "less-", "more-", "SUMMARY", "read-"] {
            let (found, wanted) = (stops.iter().any(|stop| stop.starts_with(kind)), kind != "read-" || room != Room::Grant);
            assert_eq!(found, wanted, "{room:?}: {kind} in {stops:#?}");
        }
        let mut reaches = |index: usize, key: &str| {
            let reached = page.run(REACHED);
            assert_eq!(reached[0], json!(index), "{room:?} at {width}: {key} misses {}; the focus is on {}", stops[index], page.focused());
            if let Some(covered) = reached[1].as_str() {
                hidden.push(format!("{room:?} at {width}: by {key}, {} is {covered}", stops[index]));
            }
        };
        for index in 0..stops.len() {
            page.keys(TAB);
            reaches(index, "Tab");
        }
        for index in (0..stops.len() - 1).rev() {
            page.with('\u{E008}', '\u{E004}');
            reaches(index, "Shift+Tab");
        }
    }
    assert!(hidden.is_empty(), "{hidden:#?}");
    page.assert_quiet(&site);
}

#[test]
fn the_skip_link_leads_to_the_content_and_keeps_the_scenario() {
    let site = Site::serve();
    let page = Page::new();
    for (room, lang) in QUESTIONS.into_iter().flat_map(|room| Lang::ALL.map(|lang| (room, lang))) {
        let part = if room == Room::Grant { "rate=1200" } else { "horizon=12" };
        let address = format!("{}#v1&{part}&end", site.room(room, lang));
        page.open(&address);
        page.until("the link is opened", || page.has("ul.changes"));
        page.keys(TAB);
        assert_eq!(page.run("return document.activeElement.className"), "skip");
        page.keys(ENTER);
        page.until("the content has the focus", || page.focused() == "main");
        assert_eq!(page.address(), address);
        page.keys(TAB);
        assert_eq!(page.run("return document.activeElement.closest('main') !== null"), json!(true));
        assert_eq!(page.address(), address);
    }
    page.assert_quiet(&site);
}

#[test]
fn a_question_is_worked_by_keys_alone() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Edge, Lang::En));
    page.settles_on("v1&end");
    page.press("#f-placement-average", DOWN);
    page.settles_on("v1&placement=residential&end");
    assert_eq!(page.focused(), "f-placement-residential");
    page.press("#more-prevented", ENTER);
    page.settles_on("v1&prevented=0.21&placement=residential&end");
    assert_eq!(page.focused(), "more-prevented");
    page.press("#field-cost summary", ENTER);
    page.until("the source is unfolded", || page.has("#field-cost details[open]"));
    page.press("#read-by-year", "\u{E012}");
    page.until("an earlier year is read off", || page.value("#read-by-year") == "8");
    page.press("#undo", ENTER);
    page.settles_on("v1&placement=residential&end");
    page.press("#reset", ENTER);
    page.settles_on("v1&end");
    page.assert_quiet(&site);
}

#[test]
fn every_slider_and_box_keeps_the_focus_while_it_is_worked() {
    let site = Site::serve();
    let page = Page::new();
    let mut lost = Vec::new();
    for room in QUESTIONS {
        page.open(&site.room(room, Lang::Cy));
        let keys = page.run("return [...document.querySelectorAll('[id^=s-]')].map(e => e.id.slice(2))");
        for key in keys.as_array().into_iter().flatten().filter_map(Value::as_str) {
            for (css, text) in [(format!("#s-{key}"), None), (format!("#f-{key}"), Some("7"))] {
                // Anew each time, for what is folded away as the page opens, and a mistake is nothing that could be reset.
                page.open(&site.room(room, Lang::Cy));
                page.run("document.querySelectorAll('details.group').forEach(e => { e.open = true })");
                let start = Facts::of(&page);
                let at_end =
                    page.run_with("const e = document.querySelector(arguments[0]); e.select?.(); return e.value === e.max", &[&css]);
                page.press(&css, text.unwrap_or(if at_end == json!(true) { LEFT } else { RIGHT }));
                page.until(&format!("{css} has changed something"), || Facts::of(&page) != start);
                if format!("#{}", page.focused()) != css {
                    lost.push(format!("{room:?}: after one key in {css} the focus is on {}", page.focused()));
                }
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
    page.assert_quiet(&site);
}
