//! Any funding stream, shared out by any rule: what the map, the table and the sentences say is what the native command answers to the
//! requests that stand on the page.

use clorian::app::address::Room;
use clorian::evidence::streams::{self, Stream};
use clorian::place::{self, Place};
use clorian::present::fields::pounds;
use clorian::words::text::{areas, grant};
use clorian::words::{Lang, number};

use crate::facts::{Facts, of, same};
use crate::page::Page;
use crate::site::Site;

/// Picks an option of a list by its place in it, as a visitor's browser tells the page.
fn pick(page: &Page, css: &str, option: usize) {
    let script =
        "const e = document.querySelector(arguments[0]); e.value = arguments[1]; e.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run_with(script, &[css, &option.to_string()]);
    page.looks();
}

fn index(id: &str) -> usize {
    streams::STREAMS.iter().position(|stream| stream.id == id).expect("a stream")
}

fn torfaen() -> usize {
    Place::ALL.iter().position(|place| place.key() == "W06000020").expect("Torfaen")
}

#[test]
fn each_stream_is_shared_out_as_the_command_answers() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        page.open(&site.room(Room::Grant, lang));
        page.settles_on("v1&end");
        for stream in streams::STREAMS.iter().filter(|stream| stream.amount.is_some()).skip(1) {
            pick(&page, "#f-stream", index(stream.id));
            page.settles_on(&format!("v1&stream={}&end", stream.id));
            stream_agrees(&page, lang, stream);
        }
    }
    page.assert_quiet(&site);
}

fn stream_agrees(page: &Page, lang: Lang, stream: &Stream) {
    let facts = Facts::of(page);
    assert_eq!(facts.requests(), ["against", "fenced", "general", "pot"], "{}", stream.id);
    let pot = stream.amount.expect("an amount");
    for name in facts.requests() {
        same(name, of(&facts.answer(name), "total"), pot);
    }
    same("the pot in the headline", facts.out("total"), pot);
    councils_agree(&facts, lang);
    match stream.cost_of_one() {
        Some(cost) => {
            same("what it buys", facts.out("buys"), cost);
            assert_eq!(facts.worded("buys"), number::pounds(cost));
        }
        None => assert!(!facts.says("buys"), "{}: no number is made up", stream.id),
    }
    if let Some(rest) = stream.not_itemised() {
        same("what is not itemised", facts.out("not-itemised"), rest);
    }
}

/// The table of the councils beside the two allocations.
fn councils_agree(facts: &Facts, lang: Lang) {
    let (given, other) = (facts.answer("pot"), facts.answer("against"));
    let amount = |answer: &serde_json::Value, code: &str| {
        let all = answer["areas"].as_array().expect("areas");
        of(all.iter().find(|area| area["code"] == code).expect("the council"), "amount")
    };
    for council in &place::COUNCILS {
        let name = council.name.say(lang);
        let (gets, would) = (amount(&given, council.code), amount(&other, council.code));
        let cell = |head: &str| facts.at("councils", name, head).expect("a figure");
        same(name, cell(grant::COLUMN_AMOUNT.say(lang)), gets);
        assert_eq!(facts.words_at("councils", name, grant::COLUMN_AMOUNT.say(lang)), number::pounds_and_pence(gets));
        same(name, cell(grant::REGION_OTHER.say(lang)), would);
        same(name, cell(grant::EACH.say(lang)), gets / council.counts.children);
        assert!((cell(grant::COLUMN_CHANGE.say(lang)) - (gets - would)).abs() < 0.005, "{name}");
    }
}

#[test]
fn a_place_a_rule_and_limits_are_chosen() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        page.open(&format!("{}#v1&stream=edge-of-care&end", site.room(Room::Grant, lang)));
        page.settles_on("v1&stream=edge-of-care&end");
        page.click(&format!("#chart-councils .hex[data-place='{}']", torfaen()));
        page.settles_on("v1&place=W06000020&stream=edge-of-care&end");
        let facts = Facts::of(&page);
        assert!(page.text(".answer").contains(&facts.worded("place").to_owned()), "the place stands in the answer");
        same("the change", facts.out("place-change"), facts.out("place") - facts.out("place-other"));

        page.click("#f-rule-equal");
        page.settles_on("v1&place=W06000020&stream=edge-of-care&rule=equal&end");
        let facts = Facts::of(&page);
        assert!((facts.out("place") - 5e6 / 22.0).abs() < 0.01, "a 22nd");
        councils_agree(&facts, lang);

        page.run("document.querySelectorAll('details.group').forEach(e => { e.open = true })");
        page.type_in("#f-floor", "£5m");
        page.settles_on("v1&place=W06000020&stream=edge-of-care&rule=equal&floor=5000000&end");
        page.until("the limit is told", || !page.text("#e-floor").is_empty());
        assert!(page.text("#e-floor").contains(&pounds(105e6)), "{}", page.text("#e-floor"));
        same("shared all the same", of(&Facts::of(&page).answer("pot"), "total"), 5e6);
    }
    page.assert_quiet(&site);
}

#[test]
fn the_table_sorts_and_the_map_follows_the_choice() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        page.open(&site.room(Room::Grant, lang));
        page.settles_on("v1&end");
        page.click("#chart-councils summary");
        let first = |page: &Page| Facts::of(page).rows("councils").first().map(|name| (*name).to_owned());
        assert_eq!(first(&page).as_deref(), Some(place::council_by_code("W06000015").expect("Cardiff").name.say(lang)), "the most first");
        page.click("#sort-councils-5");
        page.until("the most gained stands first", || first(&page).as_deref() == Some("Torfaen"));
        page.click("#f-shows-change");
        page.settles_on("v1&shows=change&end");
        assert!(page.text("#chart-councils .axis").contains(grant::COLUMN_CHANGE.say(lang)));
        assert!(page.text("#chart-councils .legend").contains(areas::LEGEND_STEPS.say(lang)));
    }
    page.assert_quiet(&site);
}

#[test]
fn a_lever_is_taken_to_its_page_with_its_amount() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        page.open(&format!("{}#v1&pot=4000000&stream=edge-of-care&end", site.room(Room::Grant, lang)));
        page.until("the way stands", || page.has(".way a"));
        page.click(".way a");
        page.until("the other page stands", || page.has("#f-cost"));
        page.until("the amount is taken along", || page.value("#f-cost") == "4,000,000");
    }
    page.assert_quiet(&site);
}
