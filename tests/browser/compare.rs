//! Scenarios side by side: set aside in the whole budget or picked, put first, taken away, undone, named; one link opens them all in a
//! fresh profile; both languages say the same numbers, and a phone shows it without scrolling sideways.

use clorian::app::address::Room;
use clorian::words::Lang;

use crate::facts::Facts;
use crate::page::Page;
use crate::site::Site;

const EDGE: &str = "v1&p1=edge-of-care&end";

fn two() -> String {
    format!("v1&end&with&{EDGE}")
}

/// Waits until the cases of every scenario are tried.
fn tried(page: &Page) {
    let count = |css: &str| page.run_with("return document.querySelectorAll(arguments[0]).length", &[css]);
    page.until("the cases are tried", || count("#chart-compare-children .band") == count(".scenario"));
}

#[test]
fn two_are_built_compared_swapped_taken_away_and_brought_back() {
    let site = Site::serve();
    let page = Page::new();
    for lang in Lang::ALL {
        page.open(&site.room(Room::Compare, lang));
        page.settles_on("v1&end");
        assert!(!page.has("#table-differ") && page.has("#beside-1"));

        page.click("#beside-4");
        page.settles_on(&two());
        tried(&page);
        let before = Facts::of(&page);
        let npv = before.out("npv-B");
        let range = page.text("td:has(> #out-npv-B) > .range");
        assert!(!range.is_empty() && page.text(".answer .line").contains("1,000"), "{range}");
        assert!(npv.abs() > 1.0 && before.out("npv-A").abs() < 1.0);
        assert!(page.has("#table-differ") && page.has("#chart-compare-net path.s2"));

        page.click("#front-B");
        page.settles_on(&format!("{EDGE}&with&v1&end"));
        assert_eq!(page.focused(), "scenarios");
        let swapped = Facts::of(&page);
        assert!((swapped.out("npv-A") - npv).abs() < 1e-6);

        page.click("#away-B");
        page.settles_on(EDGE);
        assert!(!page.has("#table-differ"));
        page.click("#undo");
        page.settles_on(&format!("{EDGE}&with&v1&end"));
        page.click("#undo");
        page.settles_on(&two());
        tried(&page);
        assert_eq!(Facts::of(&page), before);
        page.click("#redo");
        page.settles_on(&format!("{EDGE}&with&v1&end"));
    }
    page.assert_quiet(&site);
}

#[test]
fn a_plan_is_set_aside_changed_and_seen_beside_itself() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&format!("{}#{EDGE}", site.room(Room::Budget, Lang::En)));
    page.until("the link is opened", || page.has("#programme-1"));
    page.click("#set-aside");
    page.settles_on(&format!("{EDGE}&with&{EDGE}"));
    page.run("document.querySelectorAll('main details').forEach(e => { e.open = true })");
    page.type_in("#f-p1-cost", "6,000,000");
    let fragment = format!("v1&p1=edge-of-care&p1-cost=6000000&end&with&{EDGE}");
    page.settles_on(&fragment);
    page.click("#to-compare");
    page.until("the comparison is there", || page.has("#table-differ"));
    assert_eq!(page.address(), format!("{}#{fragment}", site.room(Room::Compare, Lang::En)));
    assert!(page.text("#table-differ").contains("£6,000,000"));

    // Each opens first in the whole budget, the other beside it.
    page.click("#budget-B");
    page.until("the other is open", || page.has("#aside-count"));
    assert!(page.address().ends_with(&format!("#{EDGE}&with&v1&p1=edge-of-care&p1-cost=6000000&end")), "{}", page.address());
    page.assert_quiet(&site);
}

#[test]
fn one_link_opens_four_in_a_fresh_profile_in_either_language() {
    let site = Site::serve();
    let (mine, theirs) = (Page::new(), Page::new());
    mine.open(&site.room(Room::Compare, Lang::En));
    mine.click("#beside-4");
    mine.settles_on(&two());
    mine.click("#beside-7");
    mine.until("there are three", || mine.has("#scenario-C"));
    mine.paste("#beside-link", &site.room(Room::Budget, Lang::Cy));
    mine.click("#set-link");
    mine.until("what is no link is told", || mine.has("#link-notices"));
    assert!(!mine.has("#scenario-D"));
    mine.paste("#beside-link", &format!("{}#v1&path=reductions&end", site.room(Room::Budget, Lang::Cy)));
    mine.click("#set-link");
    mine.until("there are four", || mine.has("#scenario-D"));
    assert!(!mine.has("#beside-link") && mine.has("#add + .unusual") && !mine.has("#link-notices"));
    mine.type_in("#name-B", "Edge & more");
    mine.until("it is named", || mine.text("#scenario-B h3").contains("Edge & more"));
    mine.click("#share");
    mine.until("the link is shown", || mine.has("#shared"));
    let link = mine.value("#shared");
    tried(&mine);
    let facts = Facts::of(&mine);

    theirs.open(&link);
    theirs.until("the link is opened", || theirs.has("#scenario-D"));
    tried(&theirs);
    assert_eq!(Facts::of(&theirs), facts);
    theirs.click("#switch");
    theirs.until("the page is Welsh", || theirs.attribute("html", "lang").as_deref() == Some("cy"));
    assert_eq!(Facts::of(&theirs).numbers(), facts.numbers());
    assert!(theirs.text("#scenario-B h3").contains("Edge & more"));
    mine.assert_quiet(&site);
    theirs.assert_quiet(&site);
}

#[test]
fn four_do_not_scroll_the_page_sideways() {
    let site = Site::serve();
    let page = Page::new();
    let torfaen = "v1&place=W06000020&base=latest&name=A~20rather~20long~20name~20of~20a~20scenario~20that~20goes~20on&p1=step-down&end";
    for lang in Lang::ALL {
        page.open(&format!("{}#{}&with&{torfaen}&with&v1&path=reductions&horizon=5&end", site.room(Room::Compare, lang), two()));
        page.until("there are four", || page.has("#scenario-D"));
        tried(&page);
        for width in [320, 375, 1280] {
            page.width(width);
            page.run("document.querySelectorAll('details').forEach(e => e.open = true)");
            page.screenshot(&format!("compare-{}-{width}", lang.code()));
            assert!(!page.scrolls_sideways(), "{lang:?} at {width} pixels: {}", page.too_wide());
        }
    }
    page.assert_quiet(&site);
}
