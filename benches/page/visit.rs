//! One visit: the page is loaded as on a phone far from a mast, then worked with keys and mouse.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::Case;
use crate::page::Page;
use crate::sent::{KINDS, bytes};
use crate::site::Site;

/// How many keys are pressed, or buttons clicked, for one figure.
pub const PRESSES: usize = 20;
/// How many times an arrow key that is held repeats, there and back.
const REPEATS: usize = 40;

/// The first of these that a room has is the one that is worked.
const SLIDERS: [&str; 2] = ["main input[type=range][id^=s-p1-]", "main input[type=range][id^=s-]"];
const BOXES: [&str; 5] =
    ["main input[type=text][id^=f-p1-]", "main input[type=text][id^=f-]", "#paste", "main input[type=search]", "main input[type=text]"];
const BUTTONS: [&str; 4] = ["main button[id^=more-p1-]", "main button[id^=more-]", "main button[id^=sort-]", "#beside-1"];

/// What one visit found.
pub struct Visit {
    pub name: String,
    /// As `watch.js` gathers it: `paint`, `shift`, `running`.
    pub loaded: Value,
    /// How many files were sent.
    pub requests: usize,
    /// Bytes of each of `sent::KINDS`.
    pub bytes: [u64; KINDS.len()],
    /// Presses on a slider, in a text box, on a button; where the room has one.
    pub inputs: Vec<Worked>,
    /// An arrow key held on the slider.
    pub drag: Option<Worked>,
}

/// What came of working one control.
pub struct Worked {
    /// The control's id.
    pub control: String,
    /// By Event Timing, milliseconds; only what took 16 or more.
    pub paint: Vec<f64>,
    /// From a press to the paint of what it changed on the page, milliseconds.
    pub answers: Vec<f64>,
    /// In the page's own code, of the frames that took 50 ms or more, milliseconds.
    pub scripts: Vec<f64>,
    /// Style, layout and paint of the same frames, milliseconds.
    pub layouts: Vec<f64>,
    /// Between two frames, milliseconds.
    pub frames: Vec<f64>,
    /// Tasks longer than 50 ms.
    pub long: u64,
}

impl Visit {
    pub fn to(case: &Case, site: &Site) -> Self {
        eprintln!("visiting {}", case.name);
        let page = phone();
        let before = site.requests().len();
        page.go(&format!("{}{}", site.room(case.room, case.lang), case.scenario));
        page.run("return seen.settled()");
        let loaded = page.run("return seen.loaded()");
        let sent = site.requests().split_off(before);
        network(&page, -1, -1, 0);
        let inputs = [(&SLIDERS[..], arrows as Press), (&BOXES, typing), (&BUTTONS, click)];
        let inputs = inputs.into_iter().filter_map(|(selectors, press)| work(&page, selectors, press)).collect();
        Self { name: case.name.clone(), loaded, requests: sent.len(), bytes: bytes(&sent), inputs, drag: drag(&page) }
    }
}

/// A browser that has never been here, as slow as a phone.
fn phone() -> Page {
    let page = Page::new();
    page.chromium("Emulation.setDeviceMetricsOverride", &json!({ "width": 375, "height": 812, "deviceScaleFactor": 2, "mobile": true }));
    page.chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }));
    page.chromium("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": format!("{{{}}}", include_str!("watch.js")) }));
    page.chromium("Network.enable", &json!({}));
    network(&page, 1_600_000 / 8, 750_000 / 8, 150);
    page
}

/// Bytes a second down and up, and milliseconds that each request takes besides; −1 for no limit.
fn network(page: &Page, down: i32, up: i32, latency: u32) {
    let limits = json!({ "offline": false, "downloadThroughput": down, "uploadThroughput": up, "latency": latency });
    page.chromium("Network.emulateNetworkConditions", &limits);
}

/// Presses for the so-many-th time.
type Press = fn(&Page, &str, usize);

fn work(page: &Page, selectors: &[&str], press: Press) -> Option<Worked> {
    let control = find(page, selectors)?;
    page.run("seen.begin()");
    for at in 0..PRESSES {
        press(page, &control, at);
        std::thread::sleep(Duration::from_millis(150));
    }
    Some(gathered(page, control))
}

fn drag(page: &Page) -> Option<Worked> {
    let control = find(page, &SLIDERS)?;
    page.run("seen.film()");
    for (name, code) in [("ArrowRight", 39), ("ArrowLeft", 37)] {
        for at in 0..REPEATS {
            let next = Instant::now() + Duration::from_millis(33);
            key(page, "rawKeyDown", &json!({ "key": name, "code": name, "windowsVirtualKeyCode": code, "autoRepeat": at > 0 }));
            std::thread::sleep(next.saturating_duration_since(Instant::now()));
        }
        key(page, "keyUp", &json!({ "key": name, "code": name, "windowsVirtualKeyCode": code }));
    }
    Some(gathered(page, control))
}

/// The id of the first control of a kind, once the page is at rest with it in focus.
fn find(page: &Page, selectors: &[&str]) -> Option<String> {
    let script = format!("return seen.find({})", json!(selectors));
    let id = page.run(&script).as_str().filter(|id| !id.is_empty())?.to_owned();
    std::thread::sleep(Duration::from_secs(1));
    Some(id)
}

fn gathered(page: &Page, control: String) -> Worked {
    let seen = page.run("return seen.end()");
    let numbers = |name: &str| seen[name].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    Worked {
        control,
        paint: numbers("paint"),
        answers: numbers("answers"),
        scripts: numbers("scripts"),
        layouts: numbers("layouts"),
        frames: numbers("frames"),
        long: seen["long"].as_u64().unwrap_or(0),
    }
}

/// There and back, so that each press changes something wherever the slider stands.
fn arrows(page: &Page, _: &str, at: usize) {
    let (name, code) = if at < PRESSES / 2 { ("ArrowRight", 39) } else { ("ArrowLeft", 37) };
    stroke(page, &json!({ "key": name, "code": name, "windowsVirtualKeyCode": code }));
}

/// What stood there is replaced, then a number grows and shrinks: 1, 12, 120, 12, 1.
fn typing(page: &Page, _: &str, at: usize) {
    let digit =
        |text: &str| json!({ "key": text, "text": text, "code": format!("Digit{text}"), "windowsVirtualKeyCode": text.as_bytes()[0] });
    let keys = match (at, at % 4) {
        (0, _) => digit("1"),
        (_, 1) => digit("2"),
        (_, 2) => digit("0"),
        _ => json!({ "key": "Backspace", "code": "Backspace", "windowsVirtualKeyCode": 8 }),
    };
    stroke(page, &keys);
}

fn click(page: &Page, control: &str, _: usize) {
    let middle = page.run_with("return seen.middle(arguments[0])", &[control]);
    for kind in ["mousePressed", "mouseReleased"] {
        page.chromium(
            "Input.dispatchMouseEvent",
            &json!({ "type": kind, "x": middle[0], "y": middle[1], "button": "left", "clickCount": 1 }),
        );
    }
}

fn stroke(page: &Page, keys: &Value) {
    key(page, if keys["text"].is_null() { "rawKeyDown" } else { "keyDown" }, keys);
    key(page, "keyUp", keys);
}

fn key(page: &Page, kind: &str, keys: &Value) {
    let mut keys = keys.clone();
    keys["type"] = json!(kind);
    page.chromium("Input.dispatchKeyEvent", &keys);
}
