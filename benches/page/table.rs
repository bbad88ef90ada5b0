//! What the visits found, as two plain tables; what is over its budget is marked.

use crate::visit::{PRESSES, Visit, Worked};

/// The budgets: requests, kB in all, kB of wasm, milliseconds to the largest paint, layout shift, milliseconds from input to paint.
const REQUESTS: usize = 10;
const ALL: f64 = 300.0;
const WASM: f64 = 200.0;
const LARGEST_PAINT: f64 = 2000.0;
const SHIFT: f64 = 0.02;
const INPUT: f64 = 50.0;

/// Event Timing lists nothing shorter.
const SHORTEST: f64 = 16.0;

pub fn print(visits: &[Visit]) {
    println!("\nFirst load (at most {REQUESTS} requests, {ALL} kB, {WASM} of them wasm, LCP {LARGEST_PAINT} ms, CLS {SHIFT})");
    println!("{:38}requests      kB    html     css      js    wasm  worker   other      LCP     CLS    runs", "");
    for visit in visits {
        println!("{:38}{}", visit.name, load(visit));
    }
    println!("\nFrom input to paint (p95 at most {INPUT} ms), and a key held");
    println!("{:38}{:22}   p50     p95    slowest  answer p50     p95   scripts p50   layout p50   long tasks", "", "");
    for line in visits.iter().flat_map(inputs) {
        println!("{line}");
    }
    println!("\n{:38}{:22}   p50     p95    slowest   long tasks", "Between frames, a key held", "");
    for line in visits.iter().filter_map(held) {
        println!("{line}");
    }
    println!("\n! over its budget");
}

/// A number, with a mark where it is over its budget.
fn marked(number: f64, decimals: usize, budget: f64) -> String {
    format!("{number:.decimals$}{}", if number > budget { "!" } else { " " })
}

fn load(visit: &Visit) -> String {
    let read = |name: &str| visit.loaded[name].as_f64().unwrap_or(f64::NAN);
    #[expect(clippy::cast_precision_loss, reason = "no page is that large")]
    let kilo = visit.bytes.map(|bytes| bytes as f64 / 1000.0);
    let requests = format!("{}{}", visit.requests, if visit.requests > REQUESTS { "!" } else { " " });
    let [html, css, js, wasm, worker, other] = kilo;
    let runs = if read("running") > 0.0 { format!("{:.0}", read("running")) } else { "-".to_owned() };
    format!(
        "{requests:>9}{:>8}{html:>7.1} {css:>7.1} {js:>7.1} {:>8}{worker:>7.1} {other:>7.1} {:>9}{:>8}{runs:>8}",
        marked(kilo.iter().sum(), 1, ALL),
        marked(wasm, 1, WASM),
        marked(read("paint"), 0, LARGEST_PAINT),
        marked(read("shift"), 3, SHIFT),
    )
}

fn inputs(visit: &Visit) -> Vec<String> {
    visit.inputs.iter().map(|worked| format!("{:38}{}", visit.name, input(worked))).collect()
}

fn input(worked: &Worked) -> String {
    let mut paint = worked.paint.clone();
    paint.resize(paint.len().max(PRESSES), SHORTEST);
    let [half, most, all] = [0.5, 0.95, 1.0].map(|share| at(&paint, share));
    let [answer, latest] = [0.5, 0.95].map(|share| or_dash(at(&worked.answers, share)));
    let [scripts, layout] = [&worked.scripts, &worked.layouts].map(|times| at(times, 0.5));
    let (control, most) = (&worked.control, marked(most, 0, INPUT));
    format!(
        "{control:22}{half:>6.0} {most:>8}{all:>10.0}{answer:>12}{latest:>8}{:>14}{:>13}{:>13}",
        or_dash(scripts),
        or_dash(layout),
        worked.long
    )
}

fn or_dash(number: f64) -> String {
    if number.is_nan() { "-".to_owned() } else { format!("{number:.1}") }
}

fn held(visit: &Visit) -> Option<String> {
    let worked = visit.drag.as_ref()?;
    let [half, most, all] = [0.5, 0.95, 1.0].map(|share| at(&worked.frames, share));
    Some(format!("{:38}{:22}{half:>6.1} {most:>7.1}{all:>11.1}{:>13}", visit.name, worked.control, worked.long))
}

/// The value that this share of the values does not exceed.
fn at(values: &[f64], share: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "some dozens of values")]
    let rank = (values.len() as f64 * share).ceil() as usize;
    values.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}
