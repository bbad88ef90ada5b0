//! What is read aloud: nothing as the page opens, and after a change its result once, when it has come to rest.

use clorian::app::address::Room;
use clorian::present::fields::pounds;
use clorian::words::{Lang, number};
use serde_json::json;

use crate::facts::Facts;
use crate::page::Page;
use crate::site::Site;

/// Notes every change of what is read aloud, with the time since the last key was pressed.
const LISTEN: &str = "window.heard = [];
    let last = 0;
    addEventListener('input', () => { last = performance.now() }, true);
    new MutationObserver(() => heard.push([document.getElementById('spoken').textContent, performance.now() - last]))
        .observe(document.getElementById('spoken'), { childList: true, characterData: true, subtree: true });";

#[test]
fn a_result_is_read_aloud_once_when_it_has_come_to_rest() {
    let site = Site::serve();
    let page = Page::new();
    for (room, slider) in
        [(Room::Grant, "#s-rate"), (Room::Numbers, "#s-entries"), (Room::Targets, "#s-care-target"), (Room::Edge, "#s-prevented")]
    {
        for lang in Lang::ALL {
            page.open(&site.room(room, lang));
            page.settles_on("v1&end");
            assert_eq!(page.text("#spoken"), "");
            assert_eq!(page.attribute("#spoken", "aria-live").as_deref(), Some("polite"));
            page.run(LISTEN);
            let heard = || page.run("return heard").as_array().cloned().expect("a list");
            page.press(slider, &"\u{E014}".repeat(15));
            page.until("the result is read aloud", || !heard().is_empty());
            let first = heard();
            assert_eq!(first.len(), 1, "{room:?}: once for all steps: {first:#?}");
            assert!(first[0][1].as_f64().is_some_and(|after| after < 2000.0), "{first:#?}");
            let facts = Facts::of(&page);
            let said = first[0][0].as_str().expect("words");
            for figure in figures(room, lang, &facts) {
                assert!(said.contains(&figure), "{room:?} {lang:?}: {said:?} does not hold {figure}");
            }
            page.press(slider, "\u{E012}");
            page.until("the next result is read aloud", || heard().len() == 2);
            assert_ne!(heard()[1][0], first[0][0]);
            assert_eq!(json!(page.text("#spoken")), heard()[1][0]);
        }
    }
    page.assert_quiet(&site);
}

/// Notes in which order things change first: the mark that something is behind, the field that is worked, the results below.
const WATCH: &str = "window.order = [];
    const name = of => of === document.documentElement ? 'behind' : of.closest('#field-prevented') ? 'in view' : of.closest('[aria-labelledby=results]') && 'out of view';
    new MutationObserver(changes => changes.forEach(change => {
        const first = name(change.target.nodeType === 1 ? change.target : change.target.parentElement);
        if (first && !order.includes(first)) order.push(first);
    })).observe(document, { subtree: true, characterData: true, attributes: true, attributeFilter: ['data-behind', 'value'] })";

#[test]
fn what_is_out_of_view_follows_what_is_in_view() {
    let site = Site::serve();
    let page = Page::new();
    page.width(375);
    for lang in Lang::ALL {
        page.open(&site.room(Room::Edge, lang));
        page.settles_on("v1&end");
        let before = page.out("npv");
        page.run("document.querySelector('#s-prevented').scrollIntoView({ block: 'center' })");
        assert_eq!(page.run("return document.querySelector('#results').getBoundingClientRect().top > innerHeight"), json!(true));
        page.run(WATCH);
        page.press("#s-prevented", "\u{E014}\u{E014}");
        assert_eq!(page.run("return order"), json!(["behind", "in view", "out of view"]));
        page.until("nothing is behind", || page.attribute("html", "data-behind").is_none());
        let facts = Facts::of(&page);
        assert!(facts.out("npv") > before, "{} after {before}", facts.out("npv"));
    }
    page.assert_quiet(&site);
}

fn figures(room: Room, lang: Lang, facts: &Facts) -> Vec<String> {
    match room {
        Room::Grant => vec![pounds(facts.out("total")), pounds(facts.out("gap"))],
        Room::Numbers => vec![number::whole(facts.out("yours"))],
        Room::Targets => vec![number::whole(facts.out("needed"))],
        _ => vec![number::percent(facts.out("break-even"), 1), number::pounds_short(lang, facts.out("npv"))],
    }
}

#[test]
fn a_figure_outside_the_range_of_its_cases_is_said_to_be() {
    let (site, page) = (Site::serve(), Page::new());
    for (lang, outside) in [(Lang::En, "lies outside"), (Lang::Cy, "y tu allan i")] {
        let said = |scenario: &str| {
            page.open(&format!("{}#{scenario}", site.room(Room::Budget, lang)));
            page.settles_on(scenario);
            page.until("the cases are tried", || page.has(".gist strong + span"));
            page.text(".answer")
        };
        // Residential prices may rise by more than they are set to, and not by less: most cases cost more.
        assert!(said("v1&path=reductions&end").contains(outside));
        assert!(!said("v1&p1=edge-of-care&end").contains(outside));
    }
    page.assert_quiet(&site);
}
