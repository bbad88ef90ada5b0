//! Each question in each language says what the native command answers to the requests that stand on the page: as it opens, after
//! sliding and typing, and with each option.

use clorian::app::address::Room;
use clorian::place;
use clorian::present::edge::NINE_IN_TEN;
use clorian::present::fields::pounds;
use clorian::words::text::{chart, edge, grant, numbers};
use clorian::words::{Lang, number, year};
use serde_json::{Value, json};

use crate::facts::{Facts, of, same};
use crate::page::Page;
use crate::site::Site;

/// What was put into the grant's controls.
#[derive(Clone, Copy)]
struct Grant {
    rate: f64,
    children: f64,
    pot: f64,
    retained: f64,
}

#[test]
fn the_grant_is_what_the_command_answers() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        page.open(&site.room(Room::Grant, lang));
        page.settles_on("v1&end");
        let wanted = Grant { rate: 1150.0, children: 6846.0, pot: 5e6, retained: 0.0 };
        grant_agrees(&page, lang, wanted);

        page.slide("#s-rate", 1200.0);
        page.type_in("#f-pot", "£6,200,000.50");
        page.type_in("#f-retained", "2.5%");
        page.settles_on("v1&rate=1200&pot=6200000.5&retained=0.025&end");
        let wanted = Grant { rate: 1200.0, pot: 6_200_000.5, retained: 0.025, ..wanted };
        grant_agrees(&page, lang, wanted);

        page.click("#f-counts-3-to-15");
        page.settles_on("v1&rate=1200&counts=3-to-15&pot=6200000.5&retained=0.025&end");
        grant_agrees(&page, lang, Grant { children: 4445.0, ..wanted });

        page.click("#f-counts-own");
        page.type_in("#f-own", "5,001");
        page.slide("#s-rate", 1100.0);
        page.settles_on("v1&rate=1100&counts=own&own=5001&pot=6200000.5&retained=0.025&end");
        grant_agrees(&page, lang, Grant { children: 5001.0, rate: 1100.0, ..wanted });
    }
    page.assert_quiet(&site);
}

fn grant_agrees(page: &Page, lang: Lang, wanted: Grant) {
    let facts = Facts::of(page);
    assert_eq!(facts.requests(), ["against", "due", "fenced", "general", "pot", "wales"]);
    let asked = facts.request("wales");
    same("the rate asked for", of(&asked, "rate"), wanted.rate);
    same("the pot asked for", of(&asked, "pot"), wanted.pot);
    same("the children asked for", of(&asked, "areas.0.weight"), wanted.children);
    same("the share asked to be kept", of(&facts.request("pot"), "retained_share"), wanted.retained);

    let (wales, due, pot) = (facts.answer("wales"), facts.answer("due"), facts.answer("pot"));
    let (total, gap) = (of(&wales, "total"), of(&wales, "gap_to_pot"));
    for name in ["total", "by-rate"] {
        same(name, facts.out(name), total);
        assert_eq!(facts.worded(name), pounds(total));
    }
    same("gap", facts.out("gap"), gap);
    assert_eq!(facts.worded("gap"), number::signed(&pounds(gap)));
    same("children", facts.out("children"), wanted.children);
    same("covers", facts.out("covers"), of(&asked, "pot") / wanted.rate);
    same("affords", facts.out("affords"), of(&pot, "total") / wanted.children);
    assert_eq!(facts.says("covered"), gap < 0.0, "the headline says what is covered where the pot falls short");
    if gap < 0.0 {
        same("covered", facts.out("covered"), of(&asked, "pot") / total);
    }
    same("the sum due", of(&due, "total"), total);
    let kept: f64 = (0..4).map(|i| of(&pot, &format!("regions.{i}.retained"))).sum();
    same("kept", facts.out("kept"), kept);
    consortia_agree(&facts, lang, &due, &pot, wanted.children);
}

fn consortia_agree(facts: &Facts, lang: Lang, due: &Value, pot: &Value, children: f64) {
    let names: Vec<&str> = place::CONSORTIA.iter().map(|consortium| consortium.name.say(lang)).collect();
    assert_eq!(facts.rows("regions"), names);
    let region = |answer: &Value, id: &str, key: &str| {
        let regions = answer["regions"].as_array().expect("regions");
        of(regions.iter().find(|region| region["region"] == id).expect("the consortium's region"), key)
    };
    let columns = [
        (grant::REGION_RATE, due, "amount", of(due, "total")),
        (grant::REGION_POT, pot, "amount", of(pot, "total")),
        (grant::REGION_KEPT, pot, "retained", facts.out("kept")),
        (grant::REGION_PASSED, pot, "passed_on", of(pot, "total") - facts.out("kept")),
    ];
    for (head, answer, key, total) in columns {
        let head = head.say(lang);
        for consortium in &place::CONSORTIA {
            let (name, wanted) = (consortium.name.say(lang), region(answer, consortium.id, key));
            same(&format!("{name}, {head}"), facts.at("regions", name, head).expect("an amount"), wanted);
            assert_eq!(facts.words_at("regions", name, head), number::pounds_and_pence(wanted));
        }
        same(head, facts.at("regions", grant::WALES.say(lang), head).expect("a total"), total);
    }
    let heads = |name| facts.at("regions", name, grant::REGION_CHILDREN.say(lang)).expect("children");
    assert!(names.iter().all(|name| heads(name).fract().abs() < 1e-9), "children are whole");
    same("the children of the consortia", names.iter().map(|name| heads(name)).sum(), children);
    let stated: Vec<_> = facts.rows("reconcile").iter().map(|row| facts.at("reconcile", row, grant::AMOUNT.say(lang))).collect();
    assert_eq!(stated, [Some(7_872_900.0), Some(5_111_750.0), Some(5_000_000.0)]);
}

/// One step through the numbers: what is pressed, the scenario then, which kind of path is asked for.
type Step = (&'static str, &'static [(&'static str, &'static str)], &'static str, &'static str);

/// Each option of the measure and of the path, with a field of each.
const STEPS: [Step; 7] = [
    ("#f-path-reductions", &[("#f-care-cut1", "250")], "path=reductions&entries=2100&leavers=1800&care-cut1=250", "reductions"),
    ("#f-path-growth", &[("#f-care-growth", "-2.5")], "path=growth&entries=2100&leavers=1800&care-cut1=250&care-growth=-0.025", "growth"),
    (
        "#f-path-target",
        &[("#f-care-target", "6,000"), ("#f-target-year", "2025")],
        "path=target&entries=2100&leavers=1800&care-cut1=250&care-growth=-0.025&care-target=6000&target-year=2025",
        "target",
    ),
    (
        "#f-measure-out-of-county",
        &[("#f-county-target", "1,500")],
        "measure=out-of-county&path=target&entries=2100&leavers=1800&care-cut1=250&care-growth=-0.025&care-target=6000&county-target=1500&target-year=2025",
        "target",
    ),
    (
        "#f-path-growth",
        &[],
        "measure=out-of-county&path=growth&entries=2100&leavers=1800&care-cut1=250&care-growth=-0.025&care-target=6000&county-target=1500&target-year=2025",
        "growth",
    ),
    (
        "#f-measure-out-of-wales",
        &[("#f-wales-growth", "3")],
        "measure=out-of-wales&path=growth&entries=2100&leavers=1800&care-cut1=250&care-growth=-0.025&wales-growth=0.03&care-target=6000&county-target=1500&target-year=2025",
        "growth",
    ),
    (
        "#f-path-reductions",
        &[("#f-wales-cut2", "20")],
        "measure=out-of-wales&path=reductions&entries=2100&leavers=1800&care-cut1=250&wales-cut2=20&care-growth=-0.025&wales-growth=0.03&care-target=6000&county-target=1500&target-year=2025",
        "reductions",
    ),
];

#[test]
fn the_numbers_are_what_the_command_answers() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        page.open(&site.room(Room::Numbers, lang));
        page.settles_on("v1&end");
        let facts = numbers_agree(&page, lang, "flows", 6846.0);
        assert_eq!(facts.worded("model-2020"), "7,187", "against 7,172 counted");
        assert_eq!(facts.at("numbers", "2020", numbers::SERIES_COUNTED.say(lang)), Some(7172.0));

        page.slide("#s-entries", 2100.0);
        page.type_in("#f-leavers", "1,800");
        page.settles_on("v1&entries=2100&leavers=1800&end");
        numbers_agree(&page, lang, "flows", 6846.0);
        page.slide("#s-to-year", 2035.0);
        page.settles_on("v1&entries=2100&leavers=1800&to-year=2035&end");
        let facts = numbers_agree(&page, lang, "flows", 6846.0);
        assert_eq!(facts.rows("numbers").last(), Some(&"2035"));
        page.type_in("#f-to-year", "2030");

        for (option, typed, scenario, kind) in STEPS {
            page.click(option);
            for (css, text) in typed {
                page.type_in(css, text);
            }
            page.settles_on(&format!("v1&{scenario}&end"));
            let start = if scenario.contains("of-county") { 1760.0 } else { 350.0 };
            numbers_agree(&page, lang, kind, if scenario.starts_with("path") { 6846.0 } else { start });
        }
        page.click("#f-measure-learning-disability");
        page.until("no request is left", || Facts::of(&page).requests().is_empty());
        page.type_in("#f-parents-cut1", "9");
        let cuts = ["cut1", "cut2", "cut3"].map(|cut| page.value(&format!("#f-parents-{cut}")).parse::<f64>().expect("a number"));
        page.until("what was typed counts", || (Facts::of(&page).out("yours") - cuts.iter().sum::<f64>()).abs() < 1e-9);
        assert!((cuts[0] - 9.0).abs() < 1e-9);
    }
    page.assert_quiet(&site);
}

fn numbers_agree(page: &Page, lang: Lang, kind: &str, start: f64) -> Facts {
    let facts = Facts::of(page);
    let asked = facts.request("yours");
    assert_eq!(asked["baseline"]["kind"], kind);
    same("the start asked for", of(&asked, "baseline.children"), start);
    let yours = facts.answer("yours");
    let care = facts.requests().contains(&"carry-on");
    assert_eq!(care, start > 6000.0, "the flows are known only of the children in care");
    let (end, years) = (yours["years"].as_array().and_then(|years| years.last()).expect("years"), facts.rows("numbers"));
    same("yours", facts.out("yours"), of(end, "baseline.closing"));
    assert_eq!(facts.worded("yours"), number::whole(of(end, "baseline.closing")));
    if facts.says("yours-line") {
        same("yours-line", facts.out("yours-line"), of(end, "baseline.closing"));
    }
    let own = numbers::SERIES_YOURS.say(lang);
    let carried = numbers::SERIES_CARRY_ON.say(lang);
    if care {
        let (flows, carry_on) = (facts.answer("calibrate"), facts.answer("carry-on"));
        for (asked, answered) in [("entries", "entries"), ("exit_rate", "exit_rate")] {
            same(asked, of(&facts.request("carry-on"), &format!("baseline.{asked}")), of(&flows, answered));
        }
        for name in ["model-2020", "row-model-2020"] {
            same(name, facts.out(name), of(&carry_on, "years.0.baseline.closing"));
        }
        course_agrees(&facts, carried, &years, start, &carry_on);
    }
    assert!(care || !facts.heads("numbers").contains(&carried));
    // A path that is the carry-on itself is not drawn twice.
    if facts.heads("numbers").contains(&own) {
        course_agrees(&facts, own, &years, start, &yours);
    } else {
        same("the same path", of(&facts.answer("carry-on"), "years.3.baseline.closing"), of(&yours, "years.3.baseline.closing"));
    }
    range_agrees(&facts, lang, if facts.heads("numbers").contains(&own) { own } else { carried }, &yours);
    facts
}

/// A column is nothing before 2019, the start then, and what the contract closes each year with from then on.
fn course_agrees(facts: &Facts, head: &str, years: &[&str], start: f64, answer: &Value) {
    let closings = answer["years"].as_array().expect("years");
    let mut seen = 0;
    for row in years {
        let stands = facts.at("numbers", row, head);
        let year: usize = row.parse().expect("a year");
        let wanted = match year {
            ..2019 => None,
            2019 => Some(start),
            _ => closings.get(year - 2020).map(|closing| of(closing, "baseline.closing")),
        };
        assert_eq!(stands.is_some(), wanted.is_some(), "{head} {row}");
        if let (Some(stands), Some(wanted)) = (stands, wanted) {
            same(&format!("{head} {row}"), stands, wanted);
            assert_eq!(facts.words_at("numbers", row, head), number::whole(wanted));
            seen += 1;
        }
    }
    assert_eq!(seen, closings.len() + 1, "every year of the answer stands in the table");
}

/// The range of chance, where the path is made of entries and leavers.
fn range_agrees(facts: &Facts, lang: Lang, name: &str, answer: &Value) {
    let (low, high) = (chart::Low { name }.say(lang), chart::High { name }.say(lang));
    if answer["years"][0]["baseline"]["chance_sd"].is_null() {
        assert!(!facts.heads("numbers").contains(&low.as_str()));
        return;
    }
    for (index, year) in answer["years"].as_array().expect("years").iter().enumerate() {
        let (row, closing, sd) = ((2020 + index).to_string(), of(year, "baseline.closing"), of(year, "baseline.chance_sd"));
        same(&row, facts.at("numbers", &row, &low).expect("a low end"), closing - NINE_IN_TEN * sd);
        same(&row, facts.at("numbers", &row, &high).expect("a high end"), closing + NINE_IN_TEN * sd);
    }
}

#[test]
fn the_edge_of_care_is_what_the_command_answers() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        page.open(&site.room(Room::Edge, lang));
        page.settles_on("v1&end");
        let asked = edge_agrees(&page, lang);
        assert_eq!(asked["levers"][0]["annual_cost"], json!(5_000_000));
        assert_eq!(asked["levers"][0]["children"], json!(3600));

        page.slide("#s-cost", 6e6);
        page.type_in("#f-would-enter", "15");
        page.settles_on("v1&cost=6000000&would-enter=0.15&end");
        let asked = edge_agrees(&page, lang);
        same("cost", of(&asked, "levers.0.annual_cost"), 6e6);
        same("would enter", of(&asked, "levers.0.would_enter"), 0.15);

        for (option, mix) in [("residential", json!({ "residential": 1 })), ("foster", json!({ "foster": 1 })), ("average", Value::Null)] {
            page.click(&format!("#f-placement-{option}"));
            let placement = if option == "average" { String::new() } else { format!("&placement={option}") };
            page.settles_on(&format!("v1&cost=6000000&would-enter=0.15{placement}&end"));
            assert_eq!(edge_agrees(&page, lang)["levers"][0]["mix"], mix);
        }

        page.click("details.group summary");
        page.type_in("#f-horizon", "4");
        page.type_in("#f-discount", "1.5%");
        page.type_in("#f-residential-cost", "£250,000");
        page.settles_on("v1&cost=6000000&would-enter=0.15&horizon=4&discount=0.015&residential-cost=250000&end");
        let asked = edge_agrees(&page, lang);
        assert_eq!(asked["years"], json!(4));
        same("discount", of(&asked, "discount_rate"), 0.015);
        same("residential", of(&asked, "baseline.unit_cost.residential"), 250_000.0);

        // Too dear to pay for itself, then free.
        page.type_in("#f-cost", "900,000,000");
        page.settles_on("v1&cost=900000000&would-enter=0.15&horizon=4&discount=0.015&residential-cost=250000&end");
        edge_agrees(&page, lang);
        assert!(Facts::of(&page).only_words("row-break-even") && Facts::of(&page).only_words("payback"));
        page.type_in("#f-cost", "0");
        page.settles_on("v1&cost=0&would-enter=0.15&horizon=4&discount=0.015&residential-cost=250000&end");
        edge_agrees(&page, lang);
        assert!(Facts::of(&page).only_words("ratio"));
    }
    page.assert_quiet(&site);
}

/// A figure that may not exist: a number on the page as in the answer, or words alone where the answer has none.
fn perhaps(facts: &Facts, name: &str, answer: &Value) {
    match answer.as_f64() {
        Some(wanted) => same(name, facts.out(name), wanted),
        None => assert!(facts.only_words(name), "{name} is {:?}, and the contract has none", facts.results()[name]),
    }
}

fn edge_agrees(page: &Page, lang: Lang) -> Value {
    let facts = Facts::of(page);
    assert_eq!(facts.requests(), ["edge", "follows"]);
    let (asked, answer) = (facts.request("edge"), facts.answer("edge"));
    let (totals, lever, years) = (&answer["totals"], &answer["levers"][0], answer["years"].as_array().expect("years"));
    let (first, last) = (&years[0], years.last().expect("a last year"));
    let effect = &lever["break_even_effect"];
    let hundred = effect.as_f64().map(|effect| effect * of(&asked, "levers.0.would_enter") * 100.0);
    perhaps(&facts, "row-break-even", effect);
    perhaps(&facts, "row-per-hundred", &json!(hundred));
    perhaps(&facts, "row-one-in", &json!(hundred.filter(|n| *n > 0.0).map(|n| 100.0 / n)));
    if facts.says("break-even") {
        same("break-even", facts.out("break-even"), effect.as_f64().expect("a break-even"));
        assert_eq!(facts.worded("break-even"), number::percent(facts.out("break-even"), 1));
        same("per-hundred", facts.out("per-hundred"), hundred.expect("a break-even"));
    }
    perhaps(&facts, "npv", &totals["npv"]);
    assert_eq!(facts.worded("npv"), number::signed(&number::pounds(of(totals, "npv"))));
    perhaps(&facts, "ratio", &totals["benefit_cost_ratio"]);
    perhaps(&facts, "payback", &totals["payback_year"]);
    same("net-first", facts.out("net-first"), of(first, "net"));
    same("net-last", facts.out("net-last"), of(last, "net"));
    same("in-care", facts.out("in-care"), of(last, "scenario.closing"));
    assert_eq!(facts.worded("in-care"), number::whole(of(last, "scenario.closing")));
    same("inflow", facts.out("inflow"), lever["inflow"].as_array().and_then(|inflow| inflow.last()?.as_f64()).expect("inflow"));

    let names: Vec<String> =
        years.iter().map(|y| year::financial(i32::try_from(y["year"].as_i64().expect("a year")).expect("a year"))).collect();
    assert_eq!(facts.rows("by-year"), names);
    assert_eq!(facts.rows("running-total"), names);
    let columns = [
        ("by-year", edge::SERIES_COST, "programme_cost"),
        ("by-year", edge::SERIES_AVOIDED, "avoided"),
        ("by-year", edge::SERIES_NET, "net"),
        ("running-total", edge::SERIES_TOTAL, "cumulative_net"),
    ];
    for (table, head, key) in columns {
        for (name, year) in names.iter().zip(years) {
            same(&format!("{table} {name} {key}"), facts.at(table, name, head.say(lang)).expect("a number"), of(year, key));
            assert_eq!(facts.words_at(table, name, head.say(lang)), number::pounds(of(year, key)));
        }
    }
    asked
}
