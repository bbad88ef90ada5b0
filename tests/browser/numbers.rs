//! Numbers in care beyond the first answer: a place, in both languages, and the way to its targets.

use clorian::app::address::Room;
use clorian::words::Lang;
use clorian::words::text::numbers;
use serde_json::json;

use crate::facts::{Facts, of, same};
use crate::page::Page;
use crate::site::Site;

/// Finds a place by what people type, and takes the first that is found.
fn find_place(page: &Page, text: &str) {
    page.press("#find-place", text);
    page.until("the place is found", || page.has(".find-place li button"));
    page.click(".find-place li button");
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
fn the_way_to_the_targets_and_back_keeps_the_scenario() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&format!("{}#v1&care-target=6300&end", site.room(Room::Numbers, Lang::Cy)));
    for room in [Room::Targets, Room::Numbers] {
        let way = format!(".way a[href$='{}#v1&care-target=6300&end']", room.folder(Lang::Cy));
        page.until("the other room is linked with the scenario", || page.has(&way));
        page.click(&way);
        page.until("it is open", || page.address() == format!("{}#v1&care-target=6300&end", site.room(room, Lang::Cy)));
        page.until("it runs", || page.has("ul.changes"));
    }
    page.assert_quiet(&site);
}
