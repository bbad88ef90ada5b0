//! Reads a file or a pasted text in slices, so that the page stays awake and tells how far it has come.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::Message;
use crate::app::desk::Act;
use crate::files::Import;
use crate::files::MOST_MEGABYTES;
use crate::files::Problem;
use crate::files::What;
use crate::words::Lang;

/// The largest file that is read, in bytes.
#[expect(clippy::cast_precision_loss, reason = "a few megabytes")]
const LARGEST: f64 = MOST_MEGABYTES as f64 * 1e6;

/// Rows read between two looks at the clock.
const ROWS: usize = 100;

/// How long one slice may keep the page from everything else, in milliseconds: less than people notice.
const SLICE: f64 = 16.0;

/// After how much more of a file it is told how far reading has come.
const TOLD_EACH: usize = 50;

thread_local! {
    /// Which reading is the latest: an earlier one that is still going stops by itself.
    static LATEST: Cell<u32> = const { Cell::new(0) };
}

fn begin() -> u32 {
    LATEST.with(|latest| {
        latest.set(latest.get().wrapping_add(1));
        latest.get()
    })
}

fn is_latest(reading: u32) -> bool {
    LATEST.with(Cell::get) == reading
}

/// Gives up what is being read.
pub fn stop(send: &Callback<Message>) {
    begin();
    send.emit(Message::from(Act::Stopped));
}

/// Reads a file that was chosen or dropped.
pub fn file(file: web_sys::File, lang: Lang, send: Callback<Message>) {
    let reading = begin();
    // Before it is taken into memory.
    if file.size() > LARGEST {
        return send.emit(Message::from(Act::Refused(Problem { row: 0, column: None, what: What::TooBig })));
    }
    send.emit(Message::from(Act::Reading(0, 1)));
    wasm_bindgen_futures::spawn_local(async move {
        let blob = gloo::file::Blob::from(file);
        // A file that the system will not give is read as an empty one, which is told.
        let bytes = gloo::file::futures::read_as_bytes(&blob).await.unwrap_or_default();
        if is_latest(reading) {
            bytes_read(bytes, reading, lang, &send);
        }
    });
}

/// Reads a pasted text.
pub fn text(text: String, lang: Lang, send: &Callback<Message>) {
    bytes_read(text.into_bytes(), begin(), lang, send);
}

fn bytes_read(bytes: Vec<u8>, reading: u32, lang: Lang, send: &Callback<Message>) {
    match Import::new(bytes, lang) {
        Ok(import) => slice(import, 0, reading, send.clone()),
        Err(problem) => send.emit(Message::from(Act::Refused(problem))),
    }
}

/// Reads on for a while; `told` is how much of the file was done when that was last told.
fn slice(mut import: Import, told: usize, reading: u32, send: Callback<Message>) {
    if !is_latest(reading) {
        return;
    }
    let begun = web_sys::js_sys::Date::now();
    let mut progress = import.advance(ROWS);
    while !progress.finished && web_sys::js_sys::Date::now() - begun < SLICE {
        progress = import.advance(ROWS);
    }
    if progress.finished {
        return send.emit(Message::from(Act::Read(Rc::new(import.finish()))));
    }
    let news = (progress.done_bytes - told) * TOLD_EACH >= progress.total_bytes;
    if news || told == 0 {
        send.emit(Message::from(Act::Reading(progress.done_bytes, progress.total_bytes)));
    }
    let told = if news { progress.done_bytes } else { told.max(1) };
    Timeout::new(0, move || slice(import, told, reading, send)).forget();
}
