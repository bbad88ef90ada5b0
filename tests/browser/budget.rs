//! The whole budget as a visitor works it: a plan from the shelf to its limit, ranges and the cases tried, there and back again; the figures
//! are what the native command answers, in both languages and in any profile.

use clorian::app::address::Room;
use clorian::app::fan::{FEW, MANY};
use clorian::app::{Message, State, update};
use clorian::evidence::programmes::PROGRAMMES;
use clorian::present::budget::{asked, links};
use clorian::scenario::Scenario;
use clorian::words::Lang;
use clorian::words::number;
use clorian::words::text::budget as words;
use serde_json::{Value, json};

use crate::facts::{Facts, command, of, same};
use crate::page::Page;
use crate::site::Site;

const ENTER: &str = "\u{E007}";

fn shelf(id: &str) -> usize {
    PROGRAMMES.iter().position(|programme| programme.id == id).unwrap_or_else(|| panic!("no programme {id}"))
}

/// Opens everything that is folded away.
fn unfold(page: &Page) {
    page.run("document.querySelectorAll('main details').forEach(e => { e.open = true })");
}

/// Puts a programme of the shelf in the plan, and waits until it stands there as the last of so many.
fn add(page: &Page, id: &str, last: usize) {
    page.run_with("document.querySelector('#shelf').value = arguments[0]", &[&shelf(id).to_string()]);
    page.click("#add-programme");
    page.until("the programme stands in the plan", || page.has(&format!("#programme-{last}")));
    unfold(page);
}

fn address_holds(page: &Page, part: &str) {
    page.until(&format!("the address holds {part}"), || page.address().contains(part));
}

fn open(site: &Site, page: &Page, lang: Lang) {
    page.open(&site.room(Room::Budget, lang));
    page.settles_on("v1&end");
}

/// Waits for the fan of the plan, and for what each change did.
fn worked_out(page: &Page) {
    page.until("the cases are tried", || page.has("#out-npv-low") && page.has("#chart-net .band") && !page.has("#tried progress"));
    page.until("the changes have shares", || page.has("#shares-sum"));
}

/// The cases tried are those that the command tries.
fn fan_agrees(page: &Page, many: bool) {
    let fragment = page.address().split_once('#').map(|(_, fragment)| format!("#{fragment}")).expect("a fragment");
    let state = State::new(Lang::En, Room::Budget);
    let state = update(&state, Message::Opened(fragment)).unwrap_or(state);
    let asked = asked(state.settled(), if many { MANY } else { FEW });
    let scenario = parsed(&asked.scenario);
    // As it is written: the draws of a placement hang on where it stands among the others.
    let request = format!("{{\"scenario\":{},\"draws\":{},\"ties\":{}}}", asked.scenario, asked.draws, asked.ties);
    let answer = command("simulate", &request);
    let facts = Facts::of(page);
    assert_eq!(facts.request("budget"), scenario, "the request shown is the one that was simulated");
    same("the low end", facts.out("npv-low"), of(&answer, "npv.0"));
    same("the high end", facts.out("npv-high"), of(&answer, "npv.2"));
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"))
}

/// The figures of a plan are what the command answers to the request that stands on the page.
fn figures_agree(page: &Page) {
    let facts = Facts::of(page);
    assert_eq!(facts.requests(), ["budget"]);
    let answer = facts.answer("budget");
    for (name, path) in [
        ("npv", "totals.npv"),
        ("cost-short", "totals.pv_cost"),
        ("avoided-short", "totals.pv_avoided"),
        ("children-with", "totals.children_end_scenario"),
        ("children-without", "totals.children_end_baseline"),
        ("row-spend-first", "years.0.baseline.total_spend"),
        ("net-first", "years.0.net"),
    ] {
        same(name, facts.out(name), of(&answer, path));
    }
    let years = answer["years"].as_array().expect("years");
    for (row, year) in facts.rows("net").into_iter().zip(years) {
        let [head] = facts.heads("net")[..1] else { panic!("no column") };
        same(row, facts.at("net", row, head).expect("a number"), of(year, "cumulative_net"));
    }
}

#[test]
fn a_plan_of_four_goes_to_its_limit_and_back() {
    let site = Site::serve();
    let (page, fresh) = (Page::new(), Page::new());
    for lang in Lang::ALL {
        open(&site, &page, lang);
        let start = Facts::of(&page);
        for (at, id) in ["edge-of-care", "reunification", "step-down", "family-group-conferencing"].into_iter().enumerate() {
            add(&page, id, at + 1);
        }
        address_holds(&page, "&p1=edge-of-care&p2=reunification&p3=step-down&p4=family-group-conferencing&end");

        page.type_in("#f-p1-cost", "6,000,000");
        address_holds(&page, "p1-cost=6000000");
        assert!(!page.has("#p1-limit"));
        page.type_in("#f-p1-children", "200,000");
        address_holds(&page, "p1-children=200000");
        page.until("the limit is told at the programme", || page.has("#p1-limit"));
        let limit = page.text("#p1-limit");
        assert!(limit.contains("2019-20"), "{limit}");
        assert!(page.text("main").matches("2019-20").count() > 1, "and beside the answer");

        page.type_in("#p2-name", "Canolfan deulu & Co");
        address_holds(&page, "p2-name=Canolfan+deulu+~26+Co");
        assert_eq!(page.text("#p2-title"), "Canolfan deulu & Co");

        worked_out(&page);
        figures_agree(&page);
        fan_agrees(&page, false);

        let (address, numbers) = (page.address(), Facts::of(&page).numbers());
        page.open(&address);
        worked_out(&page);
        assert_eq!(Facts::of(&page).numbers(), numbers, "loaded again it is the same");
        fresh.open(&address);
        worked_out(&fresh);
        assert_eq!(Facts::of(&fresh).numbers(), numbers, "in a fresh profile it is the same");
        assert!(!fresh.has("#link-notices"));
        assert_eq!(fresh.text("#p2-title"), "Canolfan deulu & Co");

        // Loaded from a link there is nothing to undo; done anew there is.
        open(&site, &page, lang);
        undone_and_redone(&page, &start);
    }
    page.assert_quiet(&site);
    fresh.assert_quiet(&site);
}

/// Does a few things, takes all of them back, and does them again.
fn undone_and_redone(page: &Page, start: &Facts) {
    add(page, "icf", 1);
    add(page, "adoption", 2);
    page.type_in("#f-p2-effect", "55");
    address_holds(page, "p2-effect=0.55");
    page.click("#programme-1 .acts button:last-of-type");
    address_holds(page, "v1&p1=adoption&p1-effect=0.55&end");
    for _ in 0..4 {
        page.click("#undo");
    }
    page.settles_on("v1&end");
    page.until("nothing is left to undo", || page.attribute("#undo", "aria-disabled").is_some());
    page.until("all is as it was", || Facts::of(page).results() == start.results());
    for _ in 0..4 {
        page.click("#redo");
    }
    page.settles_on("v1&p1=adoption&p1-effect=0.55&end");
}

/// Presses what tries many cases and, as soon as it is there, what stops that; whether it ever was.
const TRY_AND_STOP: &str = "document.getElementById('try-many').click();
    const until = performance.now() + 20000;
    while (performance.now() < until) {
        const stop = document.getElementById('stop-trying');
        if (stop) { stop.click(); return true; }
        if (document.getElementById('tried').textContent.includes('10,000')) return false;
        await new Promise(later => setTimeout(later, 1));
    }
    throw new Error('nothing is tried')";

/// The page holds what the cases come to that were tried when it was built: those that the command tries, and nothing is loaded to try them.
#[test]
fn the_untouched_page_says_between_what_each_result_lies() {
    let site = Site::serve();
    let page = Page::new();
    let asked = asked(&Scenario::default(), FEW);
    let request = format!("{{\"scenario\":{},\"draws\":{},\"ties\":{}}}", asked.scenario, asked.draws, asked.ties);
    let answer = command("simulate", &request);
    for lang in Lang::ALL {
        open(&site, &page, lang);
        assert!(page.text("#tried").contains(&words::SureTried { draws: "1,000" }.say(lang)) && page.has("#try-many"));
        let [low, high] = ["0", "2"].map(|at| number::whole(of(&answer, &format!("years.9.children.{at}"))));
        let results = page.text(".results");
        assert!(results.contains(&low) && results.contains(&high), "{low} to {high}: {results}");
        let loaded = page.run("return performance.getEntriesByType('resource').filter(entry => entry.name.includes('contract')).length");
        assert_eq!(loaded, json!(0), "nothing is loaded to try cases");
        // What is changed and taken back says it again.
        add(&page, "edge-of-care", 1);
        worked_out(&page);
        page.click("#undo");
        page.until("it is tried again", || page.text(".results").contains(&low) && !page.has("#out-npv-low"));
    }
    page.assert_quiet(&site);
}

#[test]
fn on_the_untouched_page_more_cases_are_tried_when_that_is_asked_for_and_given_up_again() {
    let site = Site::serve();
    let page = Page::new();
    open(&site, &page, Lang::En);
    assert!(!page.has("#tried progress") && page.text("#tried").contains("1,000 cases"));
    let stopped = page.run(TRY_AND_STOP) == json!(true);
    if stopped {
        page.until("it is given up", || !page.has("#tried progress") && page.has("#try-many"));
        page.click("#try-many");
    }
    page.until("ten thousand are tried", || page.text("#tried").contains("10,000 cases tried") && !page.has("#tried progress"));
    page.until("the results say between what they lie", || page.text(".results").contains("ight in ten cases"));
    page.assert_quiet(&site);
}

#[test]
fn more_cases_are_tried_on_demand_and_ranges_are_the_visitor_s() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        open(&site, &page, lang);
        add(&page, "edge-of-care", 1);
        worked_out(&page);
        let tried = |draws: &str| words::SureTried { draws }.say(lang);
        page.until("a thousand are tried", || page.text("#tried").contains(&tried("1,000")));
        page.click("#try-many");
        page.until("ten thousand are tried", || page.text("#tried").contains(&tried("10,000")) && !page.has("#tried progress"));
        fan_agrees(&page, true);
        assert!(!page.has("#try-many"), "there are no more");

        unfold(&page);
        page.type_in("#high-p1-effect", "45");
        address_holds(&page, "&p1-effect~=");
        address_holds(&page, ":0.45&end");
        page.until("a thousand are tried anew", || page.text("#tried").contains(&tried("1,000")));
        worked_out(&page);
        fan_agrees(&page, false);

        let address = page.address();
        page.paste("#high-p1-effect", "5");
        page.until("it is told", || !page.text("#high-p1-effect-error").is_empty());
        assert!(page.text("#high-p1-effect-error").contains("“5”"));
        assert_eq!(page.attribute("#high-p1-effect", "aria-invalid").as_deref(), Some("true"));
        assert_eq!((page.address(), page.value("#high-p1-effect").as_str()), (address, "5"));
        fan_agrees(&page, false);
        page.type_in("#high-p1-effect", "50");
        address_holds(&page, ":0.5&end");
        page.until("it is mended", || page.text("#high-p1-effect-error").is_empty());
    }
    page.assert_quiet(&site);
}

#[test]
fn the_other_language_keeps_the_plan() {
    let site = Site::serve();
    let page = Page::new();
    let link = "v1&p1=edge-of-care&p1-effect=0.3&p2=step-down&p1-effect~=0.1:0.4&name=Ein+cynllun&p2-name=Adref&end";
    page.open(&format!("{}#{link}", site.room(Room::Budget, Lang::En)));
    worked_out(&page);
    let numbers = Facts::of(&page).numbers();
    for lang in [Lang::Cy, Lang::En] {
        page.click("#switch");
        page.until("the address is in the other language", || page.address() == format!("{}#{link}", site.room(Room::Budget, lang)));
        worked_out(&page);
        assert_eq!(page.text("#p2-title"), "Adref");
        assert_eq!(Facts::of(&page).numbers(), numbers);
    }
    page.assert_quiet(&site);
}

#[test]
fn each_starting_point_is_its_link() {
    let site = Site::serve();
    let page = Page::new();
    open(&site, &page, Lang::Cy);
    // The first is where the page opens, so it comes last.
    for at in (0..links().len()).rev() {
        unfold(&page);
        page.click(&format!("#start-{}", at + 1));
        page.settles_on(links()[at]);
        let facts = Facts::of(&page);
        same(links()[at], facts.out("row-spend-first"), of(&facts.answer("budget"), "years.0.baseline.total_spend"));
        assert_eq!(page.focused(), "plan");
    }
    page.assert_quiet(&site);
}

#[test]
fn a_plan_is_put_in_order_by_keys_alone() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&format!("{}#v1&p1=edge-of-care&p2=step-down&p2-name=Second&end", site.room(Room::Budget, Lang::En)));
    page.until("the plan stands", || page.has("#programme-2"));
    // The second goes up, and down again; the focus stays at the plan.
    page.press("#programme-2 .acts button:first-of-type", ENTER);
    address_holds(&page, "v1&p1=step-down&p2=edge-of-care&p1-name=Second&end");
    assert_eq!((page.text("#p1-title").as_str(), page.focused().as_str()), ("Second", "plan"));
    page.press("#programme-1 .acts button:first-of-type", ENTER);
    address_holds(&page, "v1&p1=edge-of-care&p2=step-down&p2-name=Second&end");
    assert_eq!((page.text("#p2-title").as_str(), page.focused().as_str()), ("Second", "plan"));
    unfold(&page);
    page.press("#add-programme", ENTER);
    page.until("a blank one stands at the end", || page.has("#programme-3"));
    address_holds(&page, "p3=blank");
    assert_eq!(page.focused(), "add-programme");
    page.press("#programme-3 .acts button:last-of-type", ENTER);
    page.until("it is taken out", || !page.has("#programme-3"));
    assert_eq!(page.focused(), "plan");
    page.press("#undo", ENTER);
    page.until("it stands there again", || page.has("#programme-3"));
    page.assert_quiet(&site);
}
