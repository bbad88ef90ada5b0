//! Plans kept in a browser: on the device and only when asked, offered and not imposed, and as a file there and back.

use clorian::app::address::Room;
use clorian::words::Lang;
use serde_json::json;

use crate::page::Page;
use crate::site::Site;

const PLAN: &str = "v1&horizon=7&p1=edge-of-care&name=Ours&own-W06000020-2019=children:483&end";

/// Catches what is saved as a file: its name and its text.
const CATCH: &str = "URL.createObjectURL = blob => { blob.text().then(text => { window.saved = text }); return 'blob:caught' };
    HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download }";

/// Puts a text, or these bytes (each given as its number), into the file box, as choosing a file does.
const CHOOSE: &str = "const transfer = new DataTransfer();
    transfer.items.add(new File([arguments[0] ? arguments[0] : new Uint8Array(JSON.parse(arguments[1]))], 'plan.json'));
    const input = document.querySelector('#plan-file');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }))";

/// Rubbish of five megabytes.
const CHOOSE_LARGE: &str = "const transfer = new DataTransfer();
    transfer.items.add(new File(['rubbish! '.repeat(600000)], 'plan.json'));
    const input = document.querySelector('#plan-file');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }))";

fn budget(site: &Site, lang: Lang, fragment: &str) -> String {
    format!("{}{fragment}", site.room(Room::Budget, lang))
}

/// Where plans are kept.
fn compare(site: &Site, lang: Lang, fragment: &str) -> String {
    format!("{}{fragment}", site.room(Room::Compare, lang))
}

fn stored(page: &Page) -> u64 {
    page.run("return localStorage.length").as_u64().expect("a number")
}

fn said(page: &Page, part: &str) {
    page.until(&format!("“{part}” is told"), || page.text("#keeping-said").contains(part));
}

#[test]
fn a_plan_is_kept_only_when_asked_and_opened_set_beside_and_forgotten() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&budget(&site, Lang::En, &format!("#{PLAN}")));
    page.settles_on(PLAN);
    page.type_in("#plan-name", "Our own plan");
    let kept = PLAN.replace("name=Ours", "name=Our+own+plan");
    page.settles_on(&kept);
    page.click("#to-keeping");
    page.until("where plans are kept is in view", || page.has("#keep-plan") && page.focused() == "keeping");
    page.settles_on(&kept);
    assert_eq!((page.value("#plan-name"), stored(&page)), ("Our own plan".to_owned(), 0));
    page.click("#keep-plan");
    said(&page, "is kept");
    assert_eq!(stored(&page), 1);

    page.open(&compare(&site, Lang::Cy, ""));
    page.until("it is listed", || page.text(".kept-plans").contains("Our own plan"));
    page.settles_on("v1&end");
    page.click(".kept-plans li button:nth-of-type(2)");
    page.until("it stands beside", || page.address().contains("&with&"));
    page.click("#undo");
    page.settles_on("v1&end");
    page.click(".kept-plans li button:nth-of-type(1)");
    page.settles_on(&kept);
    page.click("#budget-A");
    page.until("it is open in the whole budget", || page.has("#to-keeping"));
    page.settles_on(&kept);
    assert!(!page.has("#last-plan"), "a plan is offered that nobody asked to be offered");

    // Whoever changed nothing is led there too, and to no error.
    page.open(&budget(&site, Lang::Cy, ""));
    page.settles_on("v1&end");
    page.click("#to-keeping");
    page.until("where plans are kept is in view", || page.has("#keep-plan") && page.focused() == "keeping");
    assert!(!page.has("#link-notices"));
    page.until("it is listed again", || page.has(".kept-plans li"));
    page.click(".kept-plans li button:nth-of-type(3)");
    page.until("it is forgotten", || stored(&page) == 0);
    page.click("#bring-back");
    page.until("it is kept again", || stored(&page) == 1);
    page.click("#forget-plans");
    page.until("all are forgotten", || stored(&page) == 0 && !page.has(".kept-plans li"));
    page.assert_quiet(&site);
}

#[test]
fn the_last_plan_is_offered_only_when_asked_and_never_imposed() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&compare(&site, Lang::En, &format!("#{PLAN}")));
    page.settles_on(PLAN);
    page.click("#remember");
    said(&page, "will be offered");
    page.click("#budget-A");
    page.until("it is open in the whole budget", || page.has("#to-keeping"));
    page.settles_on(PLAN);
    page.run("document.querySelector('#f-horizon').closest('details').open = true");
    page.type_in("#f-horizon", "8");
    let last = PLAN.replace("horizon=7", "horizon=8");
    page.settles_on(&last);
    page.until("the last plan is kept", || {
        page.run("return localStorage.getItem('clorian-last-plan')").as_str().is_some_and(|text| text.contains("horizon=8"))
    });

    page.open(&budget(&site, Lang::En, ""));
    page.until("it is offered", || page.has("#last-plan"));
    page.settles_on("v1&end");
    assert!(page.text("#last-plan").contains("Ours"));
    // What is tried meanwhile does not take its place.
    page.run("document.querySelector('#f-horizon').closest('details').open = true");
    page.type_in("#f-horizon", "9");
    page.settles_on("v1&horizon=9&end");
    page.run("return new Promise(later => setTimeout(later, 800))");
    assert!(page.run("return localStorage.getItem('clorian-last-plan')").as_str().is_some_and(|text| text.contains("horizon=8")));
    page.click("#undo");
    page.settles_on("v1&end");
    page.click("#open-last");
    page.settles_on(&last);
    assert!(!page.has("#last-plan"));
    page.click("#undo");
    page.settles_on("v1&end");

    // Somebody's link is what they open, and does not take the place of the last plan.
    page.open(&budget(&site, Lang::En, "#v1&horizon=5&end"));
    page.settles_on("v1&horizon=5&end");
    assert!(!page.has("#last-plan"));
    page.run("localStorage.setItem('clorian-last-plan', 'clorian-plans 1\\nclorian-last-plan\\tv1&horizon=9&end')");
    page.open(&budget(&site, Lang::Cy, ""));
    page.until("it is offered in Welsh", || page.has("#not-now"));
    page.click("#not-now");
    page.until("it is gone", || !page.has("#last-plan"));
    // Not now is not never: nothing is lost by it.
    page.open(&budget(&site, Lang::Cy, ""));
    page.until("it is offered again", || page.has("#last-plan"));
    page.open(&compare(&site, Lang::Cy, ""));
    page.until("the choice stands", || page.run("return document.querySelector('#remember').checked") == json!(true));
    page.click("#remember");
    page.until("nothing is kept", || stored(&page) == 0);
    page.assert_quiet(&site);
}

#[test]
fn a_browser_that_keeps_nothing_is_told() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&compare(&site, Lang::En, &format!("#{PLAN}")));
    page.settles_on(PLAN);
    page.run("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })");
    page.click("#keep-plan");
    said(&page, "would not keep");
    page.click("#remember");
    page.until("the choice is not taken", || page.run("return document.querySelector('#remember').checked") == json!(false));
    page.settles_on(PLAN);
    page.assert_quiet(&site);
}

#[test]
fn a_file_goes_out_and_comes_back_to_the_same_answers() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&budget(&site, Lang::En, &format!("#{PLAN}")));
    page.settles_on(PLAN);
    let answer = page.text("#headline");
    page.click("#to-keeping");
    page.until("where plans are kept is in view", || page.focused() == "keeping");
    page.settles_on(PLAN);
    page.run(CATCH);
    page.click("#save-plan");
    page.until("a file is saved", || page.run("return window.saved").is_string());
    let name = page.run("return window.savedAs");
    assert!(name.as_str().is_some_and(|name| name.starts_with("clorian-ours-20") && name.strip_suffix(".json").is_some()), "{name}");
    let text = page.run("return window.saved").as_str().unwrap_or_default().to_owned();

    page.open(&compare(&site, Lang::En, ""));
    page.settles_on("v1&end");
    page.run_with(CHOOSE, &[&text]);
    page.settles_on(PLAN);
    said(&page, "open");

    page.run_with(CHOOSE, &[&text[..text.len() / 2]]);
    said(&page, "cut short");
    page.run_with(CHOOSE, &["{\"a\":1}"]);
    said(&page, "not a plan");
    page.run_with(CHOOSE, &[&text.replacen("\"version\":1", "\"version\":2", 1)]);
    said(&page, "later version");
    page.run_with(CHOOSE, &["", &json!(b"\x89PNG\r\n\x1a\n\x00").to_string()]);
    said(&page, "picture");
    page.run(CHOOSE_LARGE);
    said(&page, "not JSON");
    page.settles_on(PLAN);
    page.click("#budget-A");
    page.until("the answer is the same", || page.has("#to-keeping") && page.text("#headline") == answer);
    page.assert_quiet(&site);
}
