//! Plans kept in a browser: on the device and only when asked, offered and not imposed, as a file there and back, and in the room.

use clorian::app::address::Room;
use clorian::words::Lang;
use serde_json::json;

use crate::page::Page;
use crate::site::Site;

const PLAN: &str = "v1&horizon=7&p1=edge-of-care&name=Ours&own-W06000020-2019=children:483&end";
const RIGHT: &str = "\u{E014}";
const LEFT: &str = "\u{E012}";
const PAGE_DOWN: &str = "\u{E00F}";
const ESCAPE: &str = "\u{E00C}";
const ALT: char = '\u{E00A}';

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

/// What can be seen, of these: where the page is not scrolled, and above the bar.
const IN_VIEW: &str = "const bar = document.querySelector('.presenter').getBoundingClientRect().top;
    return scrollY === 0 && ['#headline', '.chart .plot'].every(css => {
        const box = document.querySelector(css).getBoundingClientRect();
        return box.height > 100 * (css !== '#headline') && box.top >= 0 && box.bottom <= bar;
    })";

/// Text that is seen and smaller than 24 pixels.
const SMALL: &str = "const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), small = [];
    while (walk.nextNode()) {
        const e = walk.currentNode.parentElement;
        if (!walk.currentNode.data.trim() || !e.checkVisibility() || e.closest('.hidden, svg desc, svg title')) continue;
        if (parseFloat(getComputedStyle(e).fontSize) < 24) small.push(`${e.tagName}.${e.className.baseVal ?? e.className}: ${walk.currentNode.data}`);
    }
    return small";

fn budget(site: &Site, lang: Lang, fragment: &str) -> String {
    format!("{}{fragment}", site.room(Room::Budget, lang))
}

fn stored(page: &Page) -> u64 {
    page.run("return localStorage.length").as_u64().expect("a number")
}

fn unfold(page: &Page) {
    page.run("document.querySelector('details.keeping').open = true");
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
    unfold(&page);
    page.type_in("#plan-name", "Our own plan");
    page.until("the plan has its name", || page.address().contains("name=Our+own+plan"));
    assert_eq!(stored(&page), 0);
    page.click("#keep-plan");
    said(&page, "is kept");
    assert_eq!(stored(&page), 1);

    page.open(&budget(&site, Lang::Cy, ""));
    unfold(&page);
    page.until("it is listed", || page.text(".kept-plans").contains("Our own plan"));
    assert!(!page.has("#last-plan"), "a plan is offered that nobody asked to be offered");
    page.settles_on("v1&end");
    page.click(".kept-plans li button:nth-of-type(1)");
    let kept = PLAN.replace("name=Ours", "name=Our+own+plan");
    page.settles_on(&kept);
    page.click("#undo");
    page.settles_on("v1&end");
    page.click(".kept-plans li button:nth-of-type(2)");
    page.until("it stands beside", || page.address().contains("&with&"));
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
    page.open(&budget(&site, Lang::En, &format!("#{PLAN}")));
    page.settles_on(PLAN);
    unfold(&page);
    page.click("#remember");
    said(&page, "will be offered");
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
    page.click("#open-last");
    page.settles_on(&last);
    assert!(!page.has("#last-plan"));
    page.click("#undo");
    page.settles_on("v1&end");

    // Somebody's link is what they open, and does not take the place of the last plan.
    page.open(&budget(&site, Lang::En, "#v1&horizon=5&end"));
    page.settles_on("v1&horizon=5&end");
    assert!(!page.has("#last-plan"));
    page.run("localStorage.setItem('clorian-last-plan', 'clorian-plans 1\\nlast\\tv1&horizon=9&end')");
    page.open(&budget(&site, Lang::Cy, ""));
    page.until("it is offered in Welsh", || page.has("#forget-last"));
    page.click("#forget-last");
    page.until("it is gone", || !page.has("#last-plan"));
    unfold(&page);
    assert_eq!(page.run("return document.querySelector('#remember').checked"), json!(true));
    page.click("#remember");
    page.until("nothing is kept", || stored(&page) == 0);
    page.assert_quiet(&site);
}

#[test]
fn a_browser_that_keeps_nothing_is_told() {
    let site = Site::serve();
    let page = Page::new();
    page.open(&budget(&site, Lang::En, &format!("#{PLAN}")));
    page.settles_on(PLAN);
    unfold(&page);
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
    unfold(&page);
    page.run(CATCH);
    page.click("#save-plan");
    page.until("a file is saved", || page.run("return window.saved").is_string());
    let name = page.run("return window.savedAs");
    assert!(name.as_str().is_some_and(|name| name.starts_with("clorian-ours-20") && name.strip_suffix(".json").is_some()), "{name}");
    let text = page.run("return window.saved").as_str().unwrap_or_default().to_owned();

    page.open(&budget(&site, Lang::En, ""));
    page.settles_on("v1&end");
    unfold(&page);
    page.run_with(CHOOSE, &[&text]);
    page.settles_on(PLAN);
    page.until("the answer is the same", || page.text("#headline") == answer);

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
    page.assert_quiet(&site);
}

#[test]
fn a_plan_is_presented_with_keys_and_left_with_escape() {
    const OWN: &str = "v1&horizon=7&p1=edge-of-care&end";
    let site = Site::serve();
    let page = Page::new();
    page.chromium("Emulation.setDeviceMetricsOverride", &json!({ "width": 1280, "height": 720, "deviceScaleFactor": 1, "mobile": false }));
    let presenting = || page.run("return document.documentElement.hasAttribute('data-presenting')") == json!(true);
    for lang in Lang::ALL {
        page.open(&budget(&site, lang, "#v1&horizon=6&p1=edge-of-care&end"));
        page.settles_on("v1&horizon=6&p1=edge-of-care&end");
        page.run("document.querySelector('#f-horizon').closest('details').open = true");
        page.type_in("#f-horizon", "7");
        page.settles_on(OWN);
        // Single keys do nothing outside the presentation.
        page.keys("p");
        page.keys("r");
        page.keys(RIGHT);
        assert!(!presenting());
        page.click("#present");
        page.until("it is presented", presenting);
        page.until("the bar has the focus", || page.focused() == "presenting");
        assert_eq!(page.run(SMALL), json!([]), "{lang:?}");
        assert_eq!(page.run(IN_VIEW), json!(true), "{lang:?}: the figure and the chart are not in view");
        assert!(!page.scrolls_sideways());
        page.keys(RIGHT);
        page.settles_on("v1&end");
        page.keys(PAGE_DOWN);
        page.settles_on("v1&path=reductions&end");
        assert_eq!(page.run(SMALL), json!([]), "{lang:?}");
        page.keys(LEFT);
        page.settles_on("v1&end");
        page.click("#present-previous");
        page.settles_on(OWN);
        // The last change is the visitor's own, not what was shown since.
        let (now, heading) = (page.text("#headline"), page.text("#presenting"));
        page.keys("r");
        page.until("what was before is shown", || page.text("#headline") != now && page.text("#presenting") != heading);
        page.until("the change is shown again", || page.text("#headline") == now && page.text("#presenting") == heading);
        page.settles_on(OWN);
        page.keys(RIGHT);
        page.settles_on("v1&end");
        page.keys(ESCAPE);
        page.until("it is left", || !presenting());
        page.settles_on(OWN);
        page.until("the button has the focus", || page.focused() == "present");
        page.with(ALT, 'p');
        page.until("it is presented again", presenting);
        page.click("#present-leave");
        page.until("it is left by its button", || !presenting());
    }
    page.assert_quiet(&site);
}
