//! Numbers in care beyond the first answer: a place, the plan tracker, the question backwards and the claim, in both languages.

use clorian::app::address::Room;
use clorian::words::text::numbers;
use clorian::words::{Lang, number};
use serde_json::json;

use crate::facts::{Facts, of, same};
use crate::page::Page;
use crate::site::Site;

/// Opens the folded fields of a section.
fn unfold(page: &Page, section: &str) {
    page.click(&format!("section[aria-labelledby=topic-{section}] summary"));
}

/// Empties a box with the backspace key, and leaves it by the tab key.
fn empty(page: &Page, css: &str) {
    page.run_with("const e = document.querySelector(arguments[0]); e.focus(); e.select()", &[css]);
    page.keys("\u{E003}\u{E004}");
}

/// Finds a place by what people type, and takes the first that is found.
fn find_place(page: &Page, text: &str) {
    page.press("#find-place", text);
    page.until("the place is found", || page.has(".finder li button"));
    page.click(".finder li button");
}

#[test]
fn a_council_is_shown_its_own_numbers_and_no_plan() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        page.open(&site.room(Room::Numbers, lang));
        find_place(&page, "Tor-faen");
        page.settles_on("v1&place=W06000020&end");
        let facts = Facts::of(&page);
        let heads = facts.heads("numbers");
        assert!(!heads.contains(&numbers::SERIES_PLANNED.say(lang)), "{heads:?}");
        let (counted, estimate) = (numbers::SERIES_COUNTED.say(lang), numbers::SERIES_ESTIMATE.say(lang));
        assert_eq!(facts.at("numbers", "2018", counted), Some(365.0));
        assert_eq!(facts.at("numbers", "2019", counted), None, "an estimate is never called a count");
        same("the estimate", facts.at("numbers", "2019", estimate).expect("an estimate"), facts.out("row-estimate"));
        let carried = facts.answer("carry-on");
        let end = carried["years"].as_array().and_then(|years| years.last()).expect("years");
        same("carried", facts.out("carried"), of(end, "baseline.closing"));
        assert!(!page.has("#f-measure-out-of-county"), "the other three numbers are known for Wales alone");

        page.click("#f-base-latest");
        page.settles_on("v1&place=W06000020&base=latest&end");
        let facts = Facts::of(&page);
        same("the mean is where it starts", facts.out("start"), facts.out("row-mean"));
        same("asked for", of(&facts.request("carry-on"), "baseline.children"), facts.out("row-mean"));
        assert_eq!(facts.request("carry-on")["first_year"], json!(2024));
    }
    page.assert_quiet(&site);
}

#[test]
fn what_is_typed_into_the_tracker_is_set_against_the_plan() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        page.open(&site.room(Room::Numbers, lang));
        let typed = numbers::SERIES_TYPED.say(lang);
        assert!(!Facts::of(&page).heads("tracker").contains(&typed), "what was published is not shown as typed");
        unfold(&page, "tracker");
        page.type_in("#f-quarter1", "6,900");
        page.type_in("#f-quarter3", "7,000");
        page.settles_on("v1&quarter1=6900&quarter3=7000&end");
        let facts = Facts::of(&page);
        same("the plan", facts.out("tracker-plan"), 6846.0 - 148.5);
        same("the fall of each quarter left", facts.out("tracker-needed"), (7000.0 - 6255.0) / 9.0);
        let rows = facts.rows("tracker");
        assert_eq!(rows.len(), 13);
        assert_eq!(facts.at("tracker", rows[1], typed), Some(6900.0));
        assert_eq!(facts.at("tracker", rows[2], typed), None);

        empty(&page, "#f-quarter1");
        empty(&page, "#f-quarter3");
        page.settles_on("v1&end");
        assert!(!Facts::of(&page).heads("tracker").contains(&typed));
    }
    page.assert_quiet(&site);
}

#[test]
fn backwards_is_what_the_command_answers() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        page.open(&site.room(Room::Numbers, lang));
        unfold(&page, "backwards");
        page.type_in("#f-care-target", "6,500");
        page.type_in("#f-target-year", "2025");
        page.settles_on("v1&care-target=6500&target-year=2025&end");
        let facts = Facts::of(&page);
        assert_eq!(facts.call("backwards"), "solve");
        assert_eq!(facts.request("backwards")["reach"], json!({ "path": "years.5.baseline.closing", "value": 6500 }));
        same("entries", facts.out("needed"), of(&facts.answer("backwards"), "value"));
        assert_eq!(facts.worded("needed"), number::whole(facts.out("needed")));

        page.click("#f-vary-leavers");
        page.settles_on("v1&care-target=6500&target-year=2025&vary=leavers&end");
        let facts = Facts::of(&page);
        let rate = of(&facts.answer("backwards"), "value");
        let published = of(&facts.request("carry-on"), "baseline.exit_rate");
        same("leavers", facts.out("needed"), rate / published * 1678.0);

        page.click("#f-vary-prevented");
        page.settles_on("v1&care-target=6500&target-year=2025&vary=prevented&end");
        let facts = Facts::of(&page);
        same("kept out of care", facts.out("needed"), of(&facts.answer("backwards"), "value"));

        page.type_in("#f-care-target", "20,000");
        page.settles_on("v1&care-target=20000&target-year=2025&vary=prevented&end");
        let facts = Facts::of(&page);
        assert!(!facts.says("needed") && facts.out("count-high") < facts.out("count-low"), "both ends are told");
    }
    page.assert_quiet(&site);
}

#[test]
fn a_claim_is_checked_as_it_is_typed() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        page.open(&site.room(Room::Numbers, lang));
        let facts = Facts::of(&page);
        assert_eq!((facts.worded("row-growth"), facts.worded("row-needed-growth")), ("12.8%", "17.5%"));
        assert!(facts.worded("row-grown").starts_with("£667 m"), "{}", facts.worded("row-grown"));
        unfold(&page, "claim");
        page.type_in("#f-claim-to", "£90m");
        page.settles_on("v1&claim-to=90000000&end");
        same("grown", Facts::of(&page).out("row-grown"), 90e6 * 1.5);
    }
    page.assert_quiet(&site);
}
