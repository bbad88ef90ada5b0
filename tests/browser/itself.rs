//! The helper itself: typing, sliding, reading and seeing, on controls put into the page by the test.

use clorian::app::address::Room;
use clorian::words::Lang;

use crate::page::Page;
use crate::site::Site;

const CONTROLS: &str = "document.body.innerHTML = '<input id=\"f-x\" value=\"old\"><input id=\"s-x\" type=\"range\" min=\"0\" max=\"5\" step=\"0.05\" value=\"1\"><data id=\"out-x\" value=\"0\"></data>';
    window.heard = [];
    for (const id of ['f-x', 's-x']) for (const kind of ['input', 'change'])
        document.getElementById(id).addEventListener(kind, e => { heard.push(kind); document.getElementById('out-x').value = e.target.value });";

fn page_with_controls() -> Page {
    let site = Site::serve();
    let page = Page::new();
    page.go(&site.room(Room::Home, Lang::En));
    page.run(CONTROLS);
    page
}

#[test]
fn typing_replaces_and_is_heard() {
    let page = page_with_controls();
    page.type_in("#f-x", "12.5");
    assert_eq!(page.value("#f-x"), "12.5");
    assert!((page.out("x") - 12.5).abs() < 1e-12);
    assert_eq!(page.run("return heard.join(' ')"), "input input input input change");
}

#[test]
fn sliding_is_by_real_keys() {
    let page = page_with_controls();
    page.slide("#s-x", 2.5);
    page.slide("#s-x", 0.25);
    assert!((page.out("x") - 0.25).abs() < 1e-12);
    assert!(page.run("return heard.length").as_u64().is_some_and(|heard| heard >= 75), "each step is heard");
}

#[test]
fn the_address_is_read_and_gone_back_from() {
    let site = Site::serve();
    let page = Page::new();
    let (first, second) = (site.room(Room::Home, Lang::Cy), site.room(Room::Home, Lang::En) + "#v1");
    page.go(&first);
    page.go(&second);
    assert_eq!(page.address(), second);
    page.back();
    page.until("the browser has gone back", || page.address() == first);
}

#[test]
fn a_page_too_wide_is_seen() {
    let page = page_with_controls();
    page.width(320);
    assert!(!page.scrolls_sideways());
    page.run("document.body.innerHTML = '<svg width=\"400\" height=\"9\"></svg>'");
    assert!(page.scrolls_sideways());
}

#[test]
fn a_picture_has_the_width_asked_for() {
    let page = page_with_controls();
    for width in [375_u32, 1280] {
        page.width(width);
        let png = std::fs::read(page.screenshot(&format!("itself-{width}"))).expect("the picture");
        assert_eq!(png.get(16..20), Some(&width.to_be_bytes()[..]), "the width stands in bytes 16 to 19 of a PNG");
    }
}
