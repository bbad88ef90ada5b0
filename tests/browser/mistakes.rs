//! What cannot be used is said at the field, in the summary and in the title; the figures stay as they were until it is mended.

use clorian::app::address::Room;
use clorian::words::Lang;
use clorian::words::text::site;

use crate::facts::Facts;
use crate::page::Page;
use crate::site::Site;

const EMPTIED: &str = "\u{E003}";

/// A room, a field of it, what is typed, and what mends it.
const MISTAKES: [(Room, &str, &str, &str); 10] = [
    (Room::Grant, "rate", "abc", "1,150"),
    (Room::Grant, "rate", "-5", "1,150"),
    (Room::Grant, "rate", EMPTIED, "1,150"),
    (Room::Grant, "retained", "300%", "0"),
    (Room::Grant, "pot", "1,23", "5,000,000"),
    (Room::Numbers, "to-year", "2100", "2030"),
    (Room::Numbers, "entries-growth", "300%", "0"),
    (Room::Targets, "care-target", "12.5", "6,255"),
    (Room::Edge, "prevented", "300%", "20"),
    (Room::Edge, "supported", "many", "3,600"),
];

#[test]
fn a_mistake_is_told_and_mended() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        let prefix = if lang == Lang::Cy { "Gwall: " } else { "Error: " };
        for (room, key, typed, mended) in MISTAKES {
            page.open(&site.room(room, lang));
            page.settles_on("v1&end");
            let (facts, title) = (Facts::of(&page), page.text("title"));
            let (css, error) = (format!("#f-{key}"), format!("#e-{key}"));
            assert_eq!((page.text(&error), page.text("#error-summary")), (String::new(), String::new()));
            if typed == EMPTIED {
                page.type_in(&css, typed);
            } else {
                page.paste(&css, typed);
            }
            page.until("the mistake is told", || !page.text(&error).is_empty());
            told(&page, key, typed, &title, prefix);
            assert_eq!(Facts::of(&page).results(), facts.results(), "{key} {typed:?}: a mistake changes no figure");
            assert!(page.address().ends_with("#v1&end"));

            page.click(&format!("#error-summary a[href='#f-{key}']"));
            page.until("the box has the focus", || page.focused() == format!("f-{key}"));
            assert!(page.address().ends_with("#v1&end"), "the way to the field leaves the scenario in the address");
            page.type_in(&css, mended);
            page.until("it is mended", || page.text(&error).is_empty());
            assert_eq!(page.text("#error-summary"), "");
            assert_eq!(page.text("title"), title);
            assert_eq!(page.attribute(&css, "aria-invalid"), None);
            assert_eq!(Facts::of(&page), facts, "{key} {mended:?}");
        }
    }
    page.assert_quiet(&site);
}

fn told(page: &Page, key: &str, typed: &str, title: &str, prefix: &str) {
    let (css, error) = (format!("#f-{key}"), page.text(&format!("#e-{key}")));
    assert_eq!(page.text("title"), format!("{prefix}{title}"));
    assert_eq!(page.attribute(&css, "aria-invalid").as_deref(), Some("true"));
    assert!(page.attribute(&css, "aria-describedby").is_some_and(|ids| ids.split(' ').any(|id| id == format!("e-{key}"))));
    assert_eq!(page.text(&format!("#error-summary a[href='#f-{key}']")), error);
    let (left, shown) = if typed == EMPTIED { ("", "") } else { (typed, typed) };
    assert_eq!(page.value(&css), left, "what was typed is not taken away");
    assert!(error.contains(shown), "{error:?} does not hold {typed:?}");
}

/// Typed key by key, these begin with a number that is allowed: `300%` with 3 and with 30.
const BEGIN_WELL: [(Room, &str, &str); 5] = [
    (Room::Grant, "retained", "300%"),
    (Room::Grant, "pot", "1,23"),
    (Room::Grant, "rate", "12 pounds"),
    (Room::Numbers, "entries-growth", "300%"),
    (Room::Edge, "prevented", "300%"),
];

#[test]
fn of_a_refused_entry_no_part_stays_in_force() {
    let site = Site::serve();
    let page = Page::new();
    let mut kept = Vec::new();
    for (room, key, typed) in BEGIN_WELL {
        page.open(&site.room(room, Lang::En));
        page.settles_on("v1&end");
        let facts = Facts::of(&page);
        page.type_in(&format!("#f-{key}"), typed);
        page.until("the mistake is told", || !page.text(&format!("#e-{key}")).is_empty());
        if Facts::of(&page).results() != facts.results() || page.attribute("#undo", "aria-disabled").is_none() {
            kept.push(format!("{room:?}: {typed:?} typed into {key} was refused, and changed the figures: {}", page.text("ul.changes")));
        }
    }
    assert!(kept.is_empty(), "{kept:#?}");
    page.assert_quiet(&site);
}

#[test]
fn nothing_is_told_while_it_is_being_typed() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Grant, Lang::En));
    page.settles_on("v1&end");
    page.press("#f-rate", "x");
    page.until("it stands in the box", || page.value("#f-rate").contains('x'));
    assert_eq!((page.text("#e-rate"), page.text("#error-summary")), (String::new(), String::new()));
    page.keys("\u{E007}");
    page.until("Enter tells it", || !page.text("#e-rate").is_empty());
    assert_eq!(page.focused(), "f-rate");
    page.assert_quiet(&site);
}

#[test]
fn the_way_to_a_mistake_ends_with_the_box_in_view() {
    let site = Site::serve();
    let page = Page::new();
    let mut hidden = Vec::new();
    for (room, key) in [(Room::Grant, "retained"), (Room::Numbers, "leavers"), (Room::Edge, "prevented")] {
        for width in [1280, 375] {
            page.width(width);
            page.open(&site.room(room, Lang::En));
            page.settles_on("v1&end");
            page.paste(&format!("#f-{key}"), "many");
            page.until("the mistake is told", || page.has(&format!("#error-summary a[href='#f-{key}']")));
            page.click(&format!("#error-summary a[href='#f-{key}']"));
            page.until("the box has the focus", || page.focused() == format!("f-{key}"));
            let over = page.run(OVER);
            if over != "INPUT." {
                hidden.push(format!("{room:?} at {width}: over #f-{key} lies {over}"));
            }
        }
    }
    assert!(hidden.is_empty(), "{hidden:#?}");
    page.assert_quiet(&site);
}

/// What lies over the middle of the element in focus.
const OVER: &str = "const box = document.activeElement.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return top ? `${top.tagName}.${top.className}` : 'nothing: it is out of view'";

#[test]
fn several_mistakes_are_all_told_and_stand_in_the_other_language_too() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Edge, Lang::Cy));
    page.settles_on("v1&end");
    let facts = Facts::of(&page);
    page.type_in("#f-cost", "llawer");
    page.type_in("#f-would-enter", "101");
    page.until("both are told", || page.has("#error-summary a[href='#f-cost']") && page.has("#error-summary a[href='#f-would-enter']"));
    assert!(page.text("#error-summary").contains(site::ERRORS.say(Lang::Cy)));
    page.click("#switch");
    page.until("the summary is in English", || page.text("#error-summary").contains(site::ERRORS.say(Lang::En)));
    page.until("the title is in English", || page.text("title").starts_with("Error: "));
    assert_eq!(page.value("#f-cost"), "llawer");
    assert_eq!(page.value("#f-would-enter"), "101");
    assert!(page.text("#e-cost").contains("llawer"));
    let now = Facts::of(&page);
    assert!((now.out("npv") - facts.out("npv")).abs() < 1e-6);
    page.assert_quiet(&site);
}
