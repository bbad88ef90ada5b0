//! What a visitor waits for: the first load of each room on a phone, and the paint after each key and click. It measures and tells, and
//! fails on nothing; what is over its budget is marked with `!`.
//!
//! ```sh
//! trunk build --release                                                             # or: cargo check-all; the page is in dist/
//! cargo bench --no-default-features --features browser --bench page                 # every room in both languages: ten minutes
//! cargo bench --no-default-features --features browser --bench page -- en budget    # what has all of these words in its name
//! ```
//!
//! It needs Chromium and its driver, as the tests in the browser do (`CHROMIUM` and `CHROMEDRIVER` name others), and a machine that does
//! little else: the load is told at both ends.
//!
//! **First load**: a fresh profile on a phone of 375 by 812, 1.6 Mbit/s down, 750 kbit/s up, 150 ms for each request, the processor slowed
//! four times; every file as brotli at its best. `requests` and `kB` (1000 bytes of body, without headers) are what the host sent until
//! the page had run for three seconds; an icon that is asked for twice counts twice. `worker` is what only simulations need.
//! `LCP` is the largest contentful paint; `CLS` all layout shifts added up; `runs` when all of the page is there and runs. Times are milliseconds
//! since the page was asked for.
//!
//! **From input to paint**, without the network's limits but with the processor slowed four times: twenty presses on a slider, twenty in a
//! text box, twenty clicks on a `+`, on the first of each that the room has (the table names them). Each counts as the browser itself
//! counts it (Event Timing, since it alone knows when the frame was shown): from the press to the frame that shows it, the longest event
//! of each press, in steps of 8 ms; a press that the browser does not list took less than 16 and is counted so. To say where the time goes:
//! `scripts` is the page's own code and `layout` the style, layout and paint, both in those frames alone that took 50 ms or more. `answer` is
//! what a person waits for the result, from the press to the paint of the first change of the page's content: the browser shows the press
//! by itself before the page is drawn (`src/ui/pace.rs`).
//!
//! **A drag** is an arrow key held on the slider, thirty repeats a second: the time between frames, and how many tasks were longer than 50 ms.

#![expect(clippy::unwrap_used, reason = "a bench that cannot go on is no bench")]

#[path = "../../tests/browser/driver.rs"]
mod driver;
#[expect(dead_code, reason = "the tests ask more of it")]
#[path = "../../tests/browser/page.rs"]
mod page;
mod sent;
#[expect(dead_code, reason = "the tests ask more of it")]
#[path = "../../tests/browser/site.rs"]
mod site;
mod table;
mod visit;

use clorian::app::address::Room;
use clorian::words::Lang;

use crate::site::Site;
use crate::visit::Visit;

/// A plan of four programmes, as a link holds it.
const FOUR: &str = "#v1&p1=edge-of-care&p2=reunification&p3=step-down&p4=family-group-conferencing&end";

/// What is visited: a room as it opens, or with a scenario.
struct Case {
    name: String,
    room: Room,
    lang: Lang,
    scenario: &'static str,
}

impl Case {
    fn new(room: Room, lang: Lang, scenario: &'static str) -> Self {
        let slug = if room == Room::Home { "home" } else { room.slug(Lang::En) };
        let plan = if scenario.is_empty() { "" } else { ", four programmes" };
        Self { name: format!("{} {slug}{plan}", lang.code()), room, lang, scenario }
    }
}

fn cases() -> Vec<Case> {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let rooms = Room::ALL.into_iter().flat_map(|room| match room {
        Room::Budget => vec![(room, ""), (room, FOUR)],
        _ => vec![(room, "")],
    });
    rooms
        .flat_map(|(room, scenario)| Lang::ALL.map(|lang| Case::new(room, lang, scenario)))
        .filter(|case| wanted.iter().all(|word| case.name.split([' ', '-', ',']).any(|named| named == word)))
        .collect()
}

fn main() {
    let site = Site::host(sent::compressed());
    println!("{}", machine());
    let visits: Vec<Visit> = cases().iter().map(|case| Visit::to(case, &site)).collect();
    table::print(&visits);
    println!("{}", machine());
}

/// How many cores there are, and how much they have to do, where the system tells.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_else(|_| "not told by this system".to_owned());
    format!("{cores} cores, load {}; where it is over 1 at the start, other work makes the times longer", load.trim())
}
