//! What a person holds on to while something changes: the control under the hand, the change that was made when the page is left, and what is
//! printed.

use std::cell::Cell;

use clorian::app::address::Room;
use clorian::words::Lang;
use serde_json::{Value, json};

use crate::page::Page;
use crate::site::Site;

const QUESTIONS: [Room; 5] = [Room::Grant, Room::Numbers, Room::Targets, Room::Edge, Room::Budget];

/// Unfolds every field, and names the first sliders that can then be seen.
const SLIDERS: &str = "document.querySelectorAll('.controls details.group').forEach(fold => { fold.open = true });
    const seen = [...document.querySelectorAll('.controls .field input[type=range]')].filter(slider => slider.checkVisibility());
    return seen.slice(0, 4).map(slider => '#' + slider.id)";

const CENTRE: &str = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
const TOP: &str = "return document.querySelector(arguments[0]).getBoundingClientRect().top";

#[test]
fn a_control_stays_where_it_is_while_it_is_worked() {
    let (site, page) = (Site::serve(), Page::new());
    for (width, lang) in [(1280, Lang::En), (375, Lang::Cy)] {
        page.width(width);
        for room in QUESTIONS {
            page.open(&site.room(room, lang));
            page.settles_on("v1&end");
            let sliders = page.run(SLIDERS);
            let sliders: Vec<&str> = sliders.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
            assert!(!sliders.is_empty(), "{room:?}");
            for slider in sliders {
                page.run_with(CENTRE, &[slider]);
                let top = || page.run_with(TOP, &[slider]).as_f64().expect("a number");
                let before = Cell::new(f64::NAN);
                // What scrolling brings near is drawn first.
                page.until("the page stands still", || {
                    let now = top();
                    page.attribute("html", "data-behind").is_none() && (before.replace(now) - now).abs() < 0.5
                });
                let address = page.address();
                page.press(slider, "\u{E014}");
                page.until("the change is settled", || page.address() != address);
                if room == Room::Budget {
                    page.until("the cases are tried", || page.has(".gist strong + span") && page.has("#shares-sum"));
                }
                page.until("nothing is behind", || page.attribute("html", "data-behind").is_none());
                let (before, after) = (before.get(), top());
                assert!((after - before).abs() < 2.0, "{room:?} {lang:?} {width}: {slider} moved from {before} to {after}");
            }
        }
    }
    page.assert_quiet(&site);
}

/// Brings a control to where it is told to stand in view; says where it then stands.
const STAND: &str = "const control = document.querySelector(arguments[0]);
    for (let fold = control.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    scrollBy(0, control.getBoundingClientRect().top - arguments[1]);
    return control.getBoundingClientRect().top";

#[test]
fn the_first_change_of_a_page_moves_no_control_wherever_it_stands_in_view() {
    let (site, page) = (Site::serve(), Page::new());
    let cases = [
        (Room::Numbers, Lang::En, 1280, "#more-entries", ["60", "135", "300"]),
        (Room::Grant, Lang::En, 1280, "#f-rule-population", ["300", "600", "700"]),
        (Room::Edge, Lang::Cy, 375, "#more-lag", ["60", "200", "450"]),
        (Room::Targets, Lang::Cy, 375, "#more-care-target", ["100", "200", "300"]),
    ];
    for (room, lang, width, control, places) in cases {
        page.width(width);
        for place in places {
            page.open(&site.room(room, lang));
            page.settles_on("v1&end");
            page.run_with(STAND, &[control, place]);
            page.until("nothing is behind", || page.attribute("html", "data-behind").is_none());
            let before = page.run_with(TOP, &[control]).as_f64().expect("a number");
            // A click of the driver would bring it to the middle first.
            page.run_with("document.querySelector(arguments[0]).focus({ preventScroll: true })", &[control]);
            page.keys(" ");
            page.until("the change is settled", || !page.address().ends_with("#v1&end"));
            page.until("nothing is behind", || page.attribute("html", "data-behind").is_none());
            let after = page.run_with(TOP, &[control]).as_f64().expect("a number");
            assert!((after - before).abs() < 2.0, "{room:?} {lang:?} {width}: {control} moved from {before} to {after}");
        }
    }
    page.assert_quiet(&site);
}

#[test]
fn a_replay_that_is_printed_is_no_change() {
    let (site, page) = (Site::serve(), Page::new());
    page.open(&format!("{}#v1&p1=edge-of-care&end", site.room(Room::Budget, Lang::En)));
    page.settles_on("v1&p1=edge-of-care&end");
    page.run("document.querySelectorAll('.controls details.group').forEach(fold => { fold.open = true })");
    page.click("#more-p1-cost");
    page.until("the change is settled", || page.address().contains("p1-cost="));
    let address = page.address();
    page.click("#present");
    page.until("it is presented", || page.attribute("html", "data-presenting").is_some());
    let now = page.text("#headline");
    page.click("#present-replay");
    page.until("what was before is shown", || page.text("#headline") != now);
    page.chromium("Page.printToPDF", &json!({}));
    page.until("what is now is shown again", || page.text("#headline") == now);
    page.click("#present-leave");
    page.until("it is no longer presented", || page.attribute("html", "data-presenting").is_none());
    assert_eq!((page.address(), page.text("#headline")), (address, now));
    page.assert_quiet(&site);
}

#[test]
fn whoever_leaves_in_the_moment_of_a_change_finds_it_again() {
    let (site, page) = (Site::serve(), Page::new());
    for lang in Lang::ALL {
        page.open(&site.room(Room::Edge, lang));
        page.settles_on("v1&end");
        let way = format!("header a[href*='{}']", Room::Method.folder(lang));
        page.run(&format!("document.querySelector('#more-prevented').click(); document.querySelector(\"{way}\").click()"));
        page.until("the method is there", || page.address().contains(&Room::Method.folder(lang)));
        let there = page.address();
        let (_, scenario) = there.split_once('#').expect("a scenario");
        page.back();
        page.settles_on(scenario);
        page.until("the change is there", || page.has("#r-prevented"));
        page.back();
        page.until("one step before, it is not", || !page.has("#r-prevented"));
        page.settles_on("v1&end");
        page.assert_quiet(&site);
    }
}

#[test]
fn what_is_printed_names_the_scenario_that_it_shows() {
    let (site, page) = (Site::serve(), Page::new());
    let slid = "const slider = document.querySelector('#s-prevented');
        slider.stepUp();
        for (const kind of ['input', 'change']) slider.dispatchEvent(new Event(kind, { bubbles: true }))";
    for lang in Lang::ALL {
        page.open(&site.room(Room::Edge, lang));
        page.settles_on("v1&end");
        let printed = |page: &Page, key: &str| {
            page.chromium("Page.printToPDF", &json!({}));
            let address = page.attribute("#printed", "data-address").expect("an address");
            assert!(address.contains(key), "{lang:?}: {address}");
            assert_eq!(page.address(), address);
            let (_, fragment) = address.split_once('#').expect("a scenario");
            assert!(page.text("#printed").contains(fragment), "{}", page.text("#printed"));
        };
        page.run(slid);
        printed(&page, "#v1&prevented=");
        // A number that is still being typed counts already.
        page.run("const box = document.querySelector('#f-cost'); box.focus(); box.select()");
        page.chromium("Input.insertText", &json!({ "text": "4000000" }));
        printed(&page, "&cost=4000000&");
        page.assert_quiet(&site);
    }
}

/// What stands of the foot of a page beside the rest of it, as it is printed: whether it overlaps anything of what stands beside and below it, and
/// whether anything comes after the content, which could have a page of its own.
const FOOT: &str = "const box = css => document.querySelector(css).getBoundingClientRect();
    const [name, foot, main] = ['.brand', 'footer.site', 'main'].map(box);
    const after = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().bottom > main.bottom + 1 && e.checkVisibility());
    return [foot.top >= 0 && foot.height > 0, foot.left >= name.right, foot.bottom <= main.top, after.map(e => e.outerHTML.slice(0, 80))]";

#[test]
fn the_foot_of_a_page_has_no_printed_page_of_its_own() {
    let (site, page) = (Site::serve(), Page::new());
    // As wide as the text of a sheet of A4.
    page.width(680);
    for (room, lang) in Room::ALL.into_iter().flat_map(|room| Lang::ALL.map(|lang| (room, lang))) {
        page.chromium("Emulation.setEmulatedMedia", &json!({ "media": "" }));
        if room.program().is_some() {
            page.open(&site.room(room, lang));
        } else {
            page.go(&site.room(room, lang));
        }
        page.chromium("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
        assert_eq!(page.run(FOOT), json!([true, true, true, []]), "{room:?} {lang:?}");
    }
    page.assert_quiet(&site);
}
