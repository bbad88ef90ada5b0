//! Ways to and fro: the switch of languages, undo and redo, the browser's Back and Forward.

use clorian::app::address::Room;
use clorian::words::Lang;
use serde_json::json;

use crate::facts::Facts;
use crate::page::Page;
use crate::site::Site;

const QUESTIONS: [Room; 4] = [Room::Grant, Room::Numbers, Room::Targets, Room::Edge];

/// One slider of each question, where it starts and where it is put, and the key and value in the link.
const fn slider(room: Room) -> (&'static str, &'static str, &'static str) {
    match room {
        Room::Grant => ("rate", "1,170", "rate=1170"),
        Room::Numbers => ("to-year", "2032", "to-year=2032"),
        Room::Targets => ("care-target", "6,500", "care-target=6500"),
        _ => ("cost", "5,200,000", "cost=5200000"),
    }
}

/// The first thing that is whole in the window: words of another length above it may move the page under it, but not it.
const SEEN: &str = "return [...document.querySelectorAll('[id^=field-], figure, #results')].filter(e => e.getBoundingClientRect().top >= 0).map(e => e.id)";
const PLACE: &str = "return document.getElementById(arguments[0]).getBoundingClientRect().top";

#[test]
fn the_switch_of_languages_keeps_everything() {
    let site = Site::serve();
    let page = Page::new();
    for (room, lang) in QUESTIONS.into_iter().flat_map(|room| Lang::ALL.map(|lang| (room, lang))) {
        let (key, text, part) = slider(room);
        page.open(&site.room(room, lang));
        page.type_in(&format!("#f-{key}"), text);
        let fragment = format!("v1&{part}&end");
        page.settles_on(&fragment);
        let (facts, title) = (Facts::of(&page), page.text("title"));
        page.run("document.getElementById('switch').focus({ preventScroll: true }); scrollTo(0, 700)");
        let seen = page.run(SEEN)[0].clone();
        let before = page.run_with(PLACE, &[seen.as_str().expect("a thing in view")]).as_f64().expect("a place");
        page.keys("\u{E007}");
        let there = format!("{}#{fragment}", site.room(room, lang.other()));
        page.until("the address is in the other language", || page.address() == there);
        assert_eq!(page.attribute("html", "lang").as_deref(), Some(lang.other().code()));
        assert_ne!(page.text("title"), title);
        assert_eq!(page.focused(), "switch");
        let after = page.run_with(PLACE, &[seen.as_str().expect("a thing in view")]).as_f64().expect("a place");
        assert!((after - before).abs() < 40.0, "{room:?} {lang:?}: {seen} has moved from {before} to {after}");
        assert_eq!(Facts::of(&page).numbers(), facts.numbers());
        assert_eq!(page.value(&format!("#f-{key}")), text);

        page.back();
        page.until("Back leads to the first language", || page.attribute("html", "lang").as_deref() == Some(lang.code()));
        assert_eq!(page.address(), format!("{}#{fragment}", site.room(room, lang)));
        page.until("the title is as it was", || page.text("title") == title);
        assert_eq!(Facts::of(&page), facts);
        page.forward();
        page.until("Forward leads to the other again", || page.attribute("html", "lang").as_deref() == Some(lang.other().code()));
        assert_eq!(page.address(), there);
        assert_eq!(Facts::of(&page).numbers(), facts.numbers());
    }
    page.assert_quiet(&site);
}

#[test]
fn nobody_loads_a_language_before_they_approach_it() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        let lists = format!(
            "return performance.getEntriesByType('resource').filter(file => file.name.includes('texts-{}-')).length",
            lang.other().code()
        );
        page.open(&site.room(Room::Grant, lang));
        page.type_in("#f-rate", "1,17");
        page.run("window.stayed = true");
        assert_eq!(page.run(&lists), 0);
        // Not approached by pointer or focus first: the texts are asked for by the click itself, and what was typed waits for them.
        page.run("document.getElementById('switch').click()");
        page.until("the page is in the other language", || page.attribute("html", "lang").as_deref() == Some(lang.other().code()));
        assert_eq!(page.run("return window.stayed"), true, "the page was left");
        assert_eq!(page.value("#f-rate"), "1,17");
        assert_eq!(page.run(&lists), 1);
    }
    page.assert_quiet(&site);
}

#[test]
fn a_reload_and_a_fresh_start_in_the_other_language_agree() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&format!("{}#v1&rate=1170&end", site.room(Room::Grant, Lang::En)));
    page.click("#switch");
    let there = format!("{}#v1&rate=1170&end", site.room(Room::Grant, Lang::Cy));
    page.until("the address is Welsh", || page.address() == there);
    let switched = Facts::of(&page);
    page.open(&there);
    page.until("the link is opened", || page.value("#f-rate") == "1,170");
    assert_eq!(Facts::of(&page), switched);
    page.assert_quiet(&site);
}

#[test]
fn changes_are_undone_and_redone_by_buttons_and_keys() {
    let site = Site::serve();
    let page = Page::new();
    for (room, lang) in QUESTIONS.into_iter().flat_map(|room| Lang::ALL.map(|lang| (room, lang))) {
        page.open(&site.room(room, lang));
        page.settles_on("v1&end");
        let disabled = |id: &str| page.attribute(id, "aria-disabled").is_some();
        assert!(disabled("#undo") && disabled("#redo") && disabled("#reset"));
        let (key, text, part) = slider(room);
        let (css, changed) = (format!("#f-{key}"), format!("v1&{part}&end"));
        let start = Facts::of(&page);
        page.type_in(&css, text);
        page.settles_on(&changed);
        let after = Facts::of(&page);
        assert_ne!(start, after);
        let goes = |press: &dyn Fn(), fragment: &str, facts: &Facts| {
            press();
            page.settles_on(fragment);
            assert_eq!(&Facts::of(&page), facts, "{room:?} {lang:?}");
        };
        goes(&|| page.click("#undo"), "v1&end", &start);
        assert!(disabled("#undo") && disabled("#reset") && !disabled("#redo"));
        goes(&|| page.click("#redo"), &changed, &after);
        page.run("document.getElementById('switch').focus()");
        goes(&|| page.ctrl('z'), "v1&end", &start);
        goes(&|| page.ctrl('y'), &changed, &after);
        goes(&|| page.click("#reset"), "v1&end", &start);
        goes(&|| page.click("#undo"), &changed, &after);
        goes(&|| page.click(&format!("#r-{key}")), "v1&end", &start);
        assert!(!page.has(&format!("#r-{key}")));
        page.click(&format!("#more-{key}"));
        page.click(&format!("#less-{key}"));
        page.until("one step up and one down is where it was", || Facts::of(&page) == start);
    }
    page.assert_quiet(&site);
}

#[test]
fn ctrl_z_in_a_box_is_the_boxs_own() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Grant, Lang::En));
    page.type_in("#f-pot", "6,000,000");
    page.settles_on("v1&pot=6000000&end");
    page.press("#f-rate", "7");
    page.ctrl('z');
    page.until("the box has taken its own key back", || page.value("#f-rate") == "1,150");
    assert_eq!(page.value("#f-pot"), "6,000,000");
    page.assert_quiet(&site);
}

#[test]
fn back_and_forward_go_over_settled_changes() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        page.open(&site.room(Room::Grant, lang));
        page.settles_on("v1&end");
        let mut stood = vec![("v1&end", Facts::of(&page))];
        page.type_in("#f-rate", "1,200");
        page.settles_on("v1&rate=1200&end");
        stood.push(("v1&rate=1200&end", Facts::of(&page)));
        page.click("#f-counts-3-to-15");
        page.settles_on("v1&rate=1200&counts=3-to-15&end");
        stood.push(("v1&rate=1200&counts=3-to-15&end", Facts::of(&page)));
        let stands = |index: usize| {
            let (fragment, facts): &(&str, Facts) = &stood[index];
            page.settles_on(fragment);
            page.until("the figures of then are back", || Facts::of(&page) == *facts);
        };
        page.back();
        stands(1);
        page.back();
        stands(0);
        page.forward();
        stands(1);
        page.forward();
        stands(2);
        page.back();
        stands(1);
        page.back();
        stands(0);
        // The bare address was completed in place, so one more Back leaves the page.
        page.back();
        page.until("Back leaves the page", || page.address() == "about:blank");
    }
    page.assert_quiet(&site);
}

#[test]
fn a_drag_is_one_step_whatever_it_passes() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Edge, Lang::En));
    page.settles_on("v1&end");
    page.run("document.getElementById('s-cost').scrollIntoView({ block: 'center' })");
    let start = Facts::of(&page);
    let entries = page.run("return history.length").as_u64().expect("a length");
    let place =
        page.run("const b = document.getElementById('s-cost').getBoundingClientRect(); return [b.left, b.width, b.top + b.height / 2]");
    let to = |share: f64| {
        let at = |index: usize| place[index].as_f64().expect("a place");
        #[expect(clippy::cast_possible_truncation, reason = "a place in a window")]
        let (x, y) = ((at(0) + at(1) * share) as i64, at(2) as i64);
        json!({ "type": "pointerMove", "duration": 20, "origin": "viewport", "x": x, "y": y })
    };
    let mut moves = vec![to(0.25), json!({ "type": "pointerDown", "button": 0 })];
    moves.extend((26..60).map(|share| to(f64::from(share) / 100.0)));
    // Longer than the address waits for the last of several changes.
    moves.push(json!({ "type": "pause", "duration": 500 }));
    page.mouse(&moves);
    page.until("the figures follow the drag", || page.out("npv") < start.out("npv"));
    assert!(page.address().ends_with("#v1&end"), "a drag that goes on is not in the address: {}", page.address());
    page.mouse(&[to(0.62), json!({ "type": "pointerUp", "button": 0 })]);
    page.until("the drag is settled", || page.address().contains("#v1&cost="));
    assert_eq!(page.run("return history.length").as_u64(), Some(entries + 1));
    let after = Facts::of(&page);
    page.click("#undo");
    page.settles_on("v1&end");
    assert_eq!(Facts::of(&page), start);
    assert!(page.attribute("#undo", "aria-disabled").is_some(), "there was one step to undo");
    page.click("#redo");
    page.until("the whole drag is back", || Facts::of(&page) == after);
    page.assert_quiet(&site);
}
