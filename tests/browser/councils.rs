//! The councils side by side: the map and the table say the same, both pick a council, the table sorts by the keyboard, and the other
//! language shows it as it stood.

use clorian::app::address::Room;
use clorian::place::{COUNCILS, Place, council};
use clorian::words::{Lang, number};
use serde_json::Value;

use crate::facts::Facts;
use crate::page::Page;
use crate::site::Site;

const ENTER: &str = "\u{E007}";

/// What each hexagon says, and what the table says of the same council in the column that the map shows, where it has a figure.
const BOTH: &str = "const column = Number(arguments[0]);
    return [...document.querySelectorAll('#chart-councils .hex')].map(hexagon => {
        const row = document.querySelector(`#table-councils tbody tr[data-place='${hexagon.dataset.place}']`);
        const data = row.querySelectorAll('td')[column].querySelector('data');
        return [hexagon.querySelector('.value').textContent, data && data.textContent, row.querySelector('th').textContent];
    })";

fn option(place: Place) -> usize {
    Place::ALL.iter().position(|other| *other == place).expect("a place")
}

/// How a column of the main table is sorted, as it is told to a listener.
fn order(page: &Page, column: usize) -> Option<String> {
    let script = "return document.getElementById(`sort-councils-${arguments[0]}`).closest('th').getAttribute('aria-sort')";
    page.run_with(script, &[&column.to_string()]).as_str().map(str::to_owned)
}

fn names(page: &Page) -> Vec<String> {
    Facts::of(page).rows("councils").into_iter().map(str::to_owned).collect()
}

#[test]
fn the_map_says_what_the_table_says() {
    let site = Site::serve();
    let page = Page::new();
    let measures = [("rate", 1), ("change", 2), ("county", 5), ("wales", 6), ("spend", 7)];
    for lang in Lang::ALL {
        page.open(&site.room(Room::Councils, lang));
        page.settles_on("v1&end");
        for (key, column) in measures {
            page.click(&format!("#f-compared-{key}"));
            page.until("the table is sorted by it", || order(&page, column + 1).as_deref() == Some("descending"));
            let both = page.run_with(BOTH, &[&column.to_string()]);
            let both: Vec<&Value> = both.as_array().into_iter().flatten().collect();
            assert_eq!(both.len(), 22, "{key}");
            for hexagon in both {
                let said = hexagon[1].as_str().unwrap_or(number::NO_FIGURE);
                assert_eq!(hexagon[0].as_str(), Some(said), "{key}: {hexagon}");
            }
        }
    }
    page.assert_quiet(&site);
}

#[test]
fn a_council_is_picked_on_the_map_and_by_its_name() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Councils, Lang::En));
    page.settles_on("v1&end");
    assert!(!page.has("#topic-beside"), "Wales stands beside nobody");

    let torfaen = option(Place::Council(council::TORFAEN));
    page.click(&format!("#chart-councils .hex[data-place='{torfaen}'] polygon"));
    page.settles_on("v1&place=W06000020&end");
    assert!(page.text("#topic-beside").contains("Torfaen"));
    assert!(page.has(&format!("#chart-councils .hex.chosen[data-place='{torfaen}']")));
    assert_eq!(page.value("#f-place"), torfaen.to_string());

    let gwynedd = option(Place::Council(council::GWYNEDD));
    page.press(&format!("#table-councils tr[data-place='{gwynedd}'] button"), ENTER);
    page.settles_on("v1&place=W06000002&end");
    assert!(page.text("#topic-beside").contains("Gwynedd"));
    let row = page.run("return document.activeElement.closest('tr').dataset.place");
    assert_eq!(row.as_str(), Some(gwynedd.to_string().as_str()), "the focus stays on the name");
    page.ctrl('z');
    page.settles_on("v1&place=W06000020&end");
    page.assert_quiet(&site);
}

#[test]
fn the_table_is_sorted_by_keys_alone() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&site.room(Room::Councils, Lang::En));
    page.settles_on("v1&end");
    assert_eq!(order(&page, 2).as_deref(), Some("descending"), "by what the map shows");

    page.press("#sort-councils-0", ENTER);
    page.until("the names go from A", || order(&page, 0).as_deref() == Some("ascending"));
    let sorted = names(&page);
    assert!(sorted.is_sorted() && sorted.len() == COUNCILS.len(), "{sorted:?}");
    assert_eq!((page.focused().as_str(), order(&page, 2)), ("sort-councils-0", None));

    page.press("#sort-councils-4", ENTER);
    page.until("the counts go from the greatest", || order(&page, 4).as_deref() == Some("descending"));
    assert_eq!(names(&page).first().map(String::as_str), Some("Cardiff"));
    page.press("#sort-councils-4", " ");
    page.until("the counts go from the least", || order(&page, 4).as_deref() == Some("ascending"));
    assert_eq!(names(&page).first().map(String::as_str), Some("Ceredigion"));
    assert_eq!(page.focused(), "sort-councils-4");
    page.assert_quiet(&site);
}

#[test]
fn the_other_language_shows_the_same_order_and_the_same_place() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&format!("{}#v1&place=W06000020&compared=change&end", site.room(Room::Councils, Lang::En)));
    page.until("the link is opened", || page.has("#topic-beside"));
    page.press("#sort-councils-10", ENTER);
    page.until("it is sorted", || order(&page, 10).as_deref() == Some("descending"));
    let read = |page: &Page| page.run("return [...document.querySelectorAll('#table-councils tbody tr')].map(e => e.dataset.place)");
    let (rows, before) = (read(&page), Facts::of(&page).numbers());

    page.click("#switch");
    page.until("the page is Welsh", || page.attribute("html", "lang").as_deref() == Some("cy"));
    page.settles_on("v1&place=W06000020&compared=change&end");
    assert_eq!((read(&page), order(&page, 10).as_deref()), (rows, Some("descending")));
    assert_eq!(Facts::of(&page).numbers(), before);
    assert!(names(&page).contains(&"Caerdydd".to_owned()));
    assert!(page.text("#topic-beside").contains("Torfaen"));
    page.assert_quiet(&site);
}
