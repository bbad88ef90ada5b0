//! A page in a browser of its own, as a test speaks of it: open, type, slide, read.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::driver::Driver;
use crate::site::Site;

const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
const TAB: &str = "\u{E004}";
const PATIENCE: Duration = Duration::from_secs(20);

/// A browser with a fresh profile and one page in it; ended when dropped.
pub struct Page {
    driver: Driver,
    session: String,
    profile: PathBuf,
    scripts: bool,
}

impl Page {
    /// A desktop browser.
    pub fn new() -> Self {
        Self::start(&json!({}))
    }

    /// A browser that runs no script of any page.
    pub fn without_scripts() -> Self {
        Self::start(&json!({ "profile.managed_default_content_settings.javascript": 2 }))
    }

    fn start(prefs: &Value) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("clorian-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let profile = std::env::temp_dir().join(name);
        let mut args = vec![format!("--user-data-dir={}", profile.display()), "--window-size=1280,900".to_owned()];
        args.extend(FLAGS.map(str::to_owned));
        let mut options = json!({ "args": args, "prefs": prefs });
        if let Some(binary) = browser_program() {
            options["binary"] = json!(binary);
        }
        let wanted = json!({ "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" } });
        let driver = Driver::start();
        let answer = driver.call("POST", "/session", &json!({ "capabilities": { "alwaysMatch": wanted } })).expect("a browser");
        let session = answer["sessionId"].as_str().expect("a session").to_owned();
        Self { driver, session, profile, scripts: *prefs == json!({}) }
    }

    fn try_post(&self, path: &str, body: &Value) -> Result<Value, String> {
        self.driver.call("POST", &format!("/session/{}/{path}", self.session), body)
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        self.try_post(path, body).unwrap_or_else(|e| panic!("{e}"))
    }

    /// Opens an address as a visitor does, and waits for nothing more than the page's load event.
    pub fn go(&self, address: &str) {
        self.post("url", &json!({ "url": address }));
    }

    /// Opens an address and waits until the running page has taken over the HTML that stood there.
    pub fn open(&self, address: &str) {
        // Going to the same page with another hash loads nothing anew, so there is a page between.
        self.go("about:blank");
        self.go(address);
        self.until("the page has taken over", || self.run(TAKEN_OVER) == json!(true));
    }

    /// The address that the browser shows, with its hash.
    pub fn address(&self) -> String {
        let address = self.run("return location.href");
        address.as_str().unwrap_or_default().to_owned()
    }

    /// Goes back as the browser's own button does.
    pub fn back(&self) {
        self.post("back", &json!({}));
    }

    /// Goes forward as the browser's own button does.
    pub fn forward(&self) {
        self.post("forward", &json!({}));
    }

    /// Waits until the address holds this scenario: `settles_on("v1&rate=1200&end")`.
    pub fn settles_on(&self, fragment: &str) {
        let stands = || self.address().split_once('#').map(|(_, stands)| stands.to_owned()).unwrap_or_default();
        let end = Instant::now() + PATIENCE;
        while stands() != fragment {
            assert!(Instant::now() < end, "the address holds {:?}, not {fragment:?}; console: {:#?}", stands(), self.console());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits for a condition, or fails saying what it waited for and what the console holds.
    pub fn until(&self, what: &str, condition: impl Fn() -> bool) {
        let end = Instant::now() + PATIENCE;
        while !condition() {
            assert!(Instant::now() < end, "waited in vain until {what}; console: {:#?}", self.console());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Runs a function body in the page.
    pub fn run(&self, script: &str) -> Value {
        self.run_with(script, &[])
    }

    /// Runs a function body in the page, with `arguments[0]` and so on.
    pub fn run_with(&self, script: &str, arguments: &[&str]) -> Value {
        self.post("execute/sync", &json!({ "script": script, "args": arguments }))
    }

    fn find(&self, css: &str) -> String {
        let found = self.post("element", &json!({ "using": "css selector", "value": css }));
        found[ELEMENT].as_str().unwrap_or_else(|| panic!("no element {css}")).to_owned()
    }

    /// Whether the page has such an element.
    pub fn has(&self, css: &str) -> bool {
        self.try_post("element", &json!({ "using": "css selector", "value": css })).is_ok()
    }

    /// Scrolls to an element and clicks on it with the mouse.
    pub fn click(&self, css: &str) {
        let id = self.find(css);
        self.run_with("document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })", &[css]);
        self.post(&format!("element/{id}/click"), &json!({}));
        self.looks();
    }

    /// Waits as long as a person does: until the frame that shows the press is painted, and the page has answered it, what is out of view too
    /// (`src/ui/pace.rs`).
    pub fn looks(&self) {
        if !self.scripts {
            return;
        }
        let script = "const done = arguments[0];
            const behind = () => document.documentElement.hasAttribute('data-behind') ? setTimeout(behind, 10) : done();
            requestAnimationFrame(() => setTimeout(() => setTimeout(behind)))";
        // A press that led to another page is answered by that page.
        drop(self.try_post("execute/async", &json!({ "script": script, "args": [] })));
    }

    /// Presses keys with an element in focus, each key one character of the protocol's table (`\u{E014}` is the right arrow).
    pub fn press(&self, css: &str, keys: &str) {
        let focused =
            self.run_with("const e = document.querySelector(arguments[0]); e.focus(); return e === document.activeElement", &[css]);
        assert_eq!(focused, json!(true), "{css} takes no focus");
        self.keys(keys);
    }

    /// Presses keys wherever the focus is.
    pub fn keys(&self, keys: &str) {
        let strokes: Vec<_> =
            keys.chars().flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))).collect();
        self.post("actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] }));
        self.looks();
    }

    /// Presses a key with Ctrl held down.
    pub fn ctrl(&self, key: char) {
        self.with('\u{E009}', key);
    }

    /// Presses a key with another held down.
    pub fn with(&self, held: char, key: char) {
        let strokes = [("keyDown", held), ("keyDown", key), ("keyUp", key), ("keyUp", held)]
            .map(|(kind, key)| json!({ "type": kind, "value": key.to_string() }));
        self.post("actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] }));
        self.looks();
    }

    /// Does with the mouse what the protocol calls these actions.
    pub fn mouse(&self, actions: &[Value]) {
        self.post("actions", &json!({ "actions": [{ "type": "pointer", "id": "mouse", "actions": actions }] }));
        self.looks();
    }

    /// The id of the element in focus, or its kind where it has none.
    pub fn focused(&self) -> String {
        let id = self.run("const e = document.activeElement; return e.id || e.tagName");
        id.as_str().unwrap_or_default().to_owned()
    }

    /// Replaces what stands in a text box by typing, and leaves the box by the tab key.
    pub fn type_in(&self, css: &str, text: &str) {
        let id = self.find(css);
        self.run_with("const e = document.querySelector(arguments[0]); e.focus(); e.select()", &[css]);
        self.post(&format!("element/{id}/value"), &json!({ "text": format!("{text}{TAB}") }));
        self.looks();
    }

    /// Replaces what stands in a text box in one go, as by pasting, and leaves the box by the tab key.
    pub fn paste(&self, css: &str, text: &str) {
        self.run_with("const e = document.querySelector(arguments[0]); e.focus(); e.select()", &[css]);
        self.chromium("Input.insertText", &json!({ "text": text }));
        self.keys(TAB);
    }

    /// Moves a slider with the arrow keys until it stands at `to`.
    pub fn slide(&self, css: &str, to: f64) {
        let read = |name: &str, otherwise: f64| {
            let script = "return document.querySelector(arguments[0])[arguments[1]]";
            self.run_with(script, &[css, name]).as_str().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
        };
        let strokes = ((to - read("value", f64::NAN)) / read("step", 1.0)).round();
        assert!(strokes.abs() <= 1000.0, "{css}: {strokes} key presses to {to}: choose a nearer value");
        let key = if strokes < 0.0 { "\u{E012}" } else { "\u{E014}" };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number up to 1000")]
        self.press(css, &key.repeat(strokes.abs() as usize));
        let stands = read("value", f64::NAN);
        assert!((stands - to).abs() <= to.abs() * 1e-9, "{css}: stands at {stands}, not {to}");
    }

    /// The text of an element, as it is in the document.
    pub fn text(&self, css: &str) -> String {
        self.read("textContent", css)
    }

    /// What stands in a box, or where a slider stands.
    pub fn value(&self, css: &str) -> String {
        self.read("value", css)
    }

    fn read(&self, property: &str, css: &str) -> String {
        let script = "const e = document.querySelector(arguments[0]); return e && String(e[arguments[1]] ?? '')";
        let text = self.run_with(script, &[css, property]);
        text.as_str().unwrap_or_else(|| panic!("no element {css}")).to_owned()
    }

    /// An attribute of an element, if it has it.
    pub fn attribute(&self, css: &str, name: &str) -> Option<String> {
        let script = "return document.querySelector(arguments[0]).getAttribute(arguments[1])";
        self.run_with(script, &[css, name]).as_str().map(str::to_owned)
    }

    /// The exact number behind a result: `<data id="out-…" value="…">`.
    pub fn out(&self, name: &str) -> f64 {
        let css = format!("#out-{name}");
        let value = self.attribute(&css, "value").unwrap_or_else(|| panic!("{css} has no value"));
        value.parse().unwrap_or_else(|e| panic!("{css}: {value:?}: {e}"))
    }

    /// Every warning and error of the console since the last look.
    pub fn console(&self) -> Vec<String> {
        let entries = self.post("se/log", &json!({ "type": "browser" }));
        let grave = |entry: &&Value| entry["level"] == "SEVERE" || entry["level"] == "WARNING";
        entries
            .as_array()
            .into_iter()
            .flatten()
            .filter(grave)
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// Every address the page asked for since the last look.
    pub fn requests(&self) -> Vec<String> {
        let entries = self.post("se/log", &json!({ "type": "performance" }));
        let address = |entry: &Value| {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let message = &event["message"];
            let sent = message["method"] == "Network.requestWillBeSent";
            sent.then(|| message["params"]["request"]["url"].as_str().map(str::to_owned)).flatten()
        };
        entries.as_array().into_iter().flatten().filter_map(address).collect()
    }

    /// Fails if the console holds a warning or an error, or if the page asked anyone but its own host.
    pub fn assert_quiet(&self, site: &Site) {
        // A browser that may run no script never uses the program that the page preloads, and says so if the page stays a few seconds.
        let unused = |line: &String| !self.scripts && line.contains("preloaded using link preload but not used");
        let console: Vec<String> = self.console().into_iter().filter(|line| !unused(line)).collect();
        assert!(console.is_empty(), "the console complains: {console:#?}");
        // `chrome:` is the browser's own first tab; `data:` and `blob:` ask nobody.
        let strange: Vec<_> = self
            .requests()
            .into_iter()
            .filter(|url| !url.starts_with(site.origin()) && ["http", "ws"].iter().any(|kind| url.starts_with(kind)))
            .collect();
        assert!(strange.is_empty(), "asked outside its own origin: {strange:#?}");
        let missing: Vec<_> = site.requests().into_iter().filter(|line| !line.starts_with("200")).collect();
        assert!(missing.is_empty(), "asked for what is not there: {missing:#?}");
    }

    /// Sees the page at a width, as a phone (375) or a desktop (1280) does.
    pub fn width(&self, pixels: u32) {
        let size = json!({ "width": pixels, "height": 900, "deviceScaleFactor": 1, "mobile": pixels < 600 });
        self.chromium("Emulation.setDeviceMetricsOverride", &size);
    }

    /// Whether the page is wider than the window that shows it, what is out of view on a phone included.
    pub fn scrolls_sideways(&self) -> bool {
        self.run(ALL_IN_VIEW);
        self.run("const e = document.scrollingElement; return e.scrollWidth > e.clientWidth") == json!(true)
    }

    /// The elements that are wider than the window, each by its id or kind, and how far they reach.
    pub fn too_wide(&self) -> Value {
        self.run(TOO_WIDE)
    }

    /// Keeps a picture of the whole page as `target/screenshots/<name>.png`, and says where.
    pub fn screenshot(&self, name: &str) -> PathBuf {
        // The evidence on a phone is longer than Chromium can picture.
        let size = self.run("return [innerWidth, Math.min(document.documentElement.scrollHeight, 15000)]");
        let clip = json!({ "x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1 });
        let picture = self.chromium("Page.captureScreenshot", &json!({ "captureBeyondViewport": true, "clip": clip }));
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        let path = folder.join(format!("{name}.png"));
        std::fs::write(&path, base64(picture["data"].as_str().expect("a picture"))).expect("a file for the picture");
        path
    }

    /// A command of Chromium's own protocol.
    pub fn chromium(&self, command: &str, parameters: &Value) -> Value {
        self.post("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // First the browser, then (its own drop) the driver; a browser that has gone already is none to end.
        let _ = self.driver.call("DELETE", &format!("/session/{}", self.session), &Value::Null);
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// True once the program has drawn, and nothing is left of the marks by which it finds its parts in the HTML. A page that only reads
/// has no program to wait for.
const TAKEN_OVER: &str = "if (!document.body?.hasChildNodes()) return false;
    if (!document.querySelector('link[rel=modulepreload]')) return true;
    if (!document.documentElement.hasAttribute('data-running')) return false;
    const marks = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
    while (marks.nextNode()) { if (marks.currentNode.data.startsWith('<[')) return false }
    return true";

/// Has everything laid out as if it were in view; by a style sheet of a script, which the policy of the page allows.
const ALL_IN_VIEW: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [sheet]";

/// Of nested elements the innermost. What scrolls within its own frame is none of them, unless it stands free of that frame.
const TOO_WIDE: &str = "const edge = document.scrollingElement.clientWidth;
    const style = e => getComputedStyle(e);
    const outer = e => style(e).position === 'absolute' ? e.offsetParent : e.parentElement;
    const within = e => { for (let o = outer(e); o && o !== document.body; o = outer(o)) if (style(o).overflowX !== 'visible') return true; return false };
    const right = e => Math.round(e.getBoundingClientRect().right);
    const wide = [...document.body.querySelectorAll('*')].filter(e => right(e) > edge && !within(e));
    const name = e => `${e.closest('[id]')?.id} ${e.tagName}.${e.getAttribute('class')} to ${right(e)} of ${edge}: ${e.textContent.slice(0, 40)}`;
    return wide.filter(e => !wide.some(other => other !== e && e.contains(other))).slice(0, 4).map(name)";

const FLAGS: [&str; 8] = [
    "--headless=new",
    // A container or a root user has no sandbox; the tests open nothing but our own page.
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// `CHROMIUM`, or the first of the usual names on the path; else the driver looks itself.
fn browser_program() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Some(named.into());
    }
    let path = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    names.iter().find_map(|name| std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file()))
}

fn base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut held) = (0_u32, 0);
    for sextet in text.bytes().filter_map(|letter| LETTERS.iter().position(|l| *l == letter)) {
        bits = bits << 6 | u32::try_from(sextet).unwrap_or(0);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xff).to_le_bytes()[0]);
        }
    }
    bytes
}
