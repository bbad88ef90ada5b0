//! A plan in the room.

use clorian::app::address::Room;
use clorian::words::Lang;
use serde_json::json;

use crate::page::Page;
use crate::site::Site;

const RIGHT: &str = "\u{E014}";
const LEFT: &str = "\u{E012}";
const PAGE_DOWN: &str = "\u{E00F}";
const ESCAPE: &str = "\u{E00C}";
const ALT: char = '\u{E00A}';

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

#[test]
fn a_plan_is_presented_with_keys_and_left_with_escape() {
    const OWN: &str = "v1&horizon=7&p1=edge-of-care&end";
    let site = Site::serve();
    let page = Page::new();
    page.chromium("Emulation.setDeviceMetricsOverride", &json!({ "width": 1280, "height": 720, "deviceScaleFactor": 1, "mobile": false }));
    let presenting = || page.run("return document.documentElement.hasAttribute('data-presenting')") == json!(true);
    for lang in Lang::ALL {
        page.open(&format!("{}#v1&horizon=6&p1=edge-of-care&end", site.room(Room::Budget, lang)));
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
