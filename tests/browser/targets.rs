//! Targets and claims: the question backwards, the plan tracker and the claim, in both languages.

use clorian::app::address::Room;
use clorian::words::text::targets;
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

#[test]
fn what_is_typed_into_the_tracker_is_set_against_the_plan() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        page.open(&site.room(Room::Targets, lang));
        let typed = targets::SERIES_TYPED.say(lang);
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
        page.open(&site.room(Room::Targets, lang));
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
        let published = of(&facts.request("backwards"), "scenario.baseline.exit_rate");
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
        page.open(&site.room(Room::Targets, lang));
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
