//! The bytes of a file as text: UTF-8, UTF-16 with its mark (Excel's “Unicode text”), or Windows-1252 (Excel's plain CSV, where `£` is
//! 0xA3); with `\n` at the end of every line. It knows nothing of cells.

use super::MOST_MEGABYTES;
use super::problem::{Problem, What};

/// How much of a file is looked at to tell text from other files.
const SAMPLE: usize = 4096;

/// How files begin that a spreadsheet program made: a zip (XLSX, ODS) and its older form (XLS).
const SPREADSHEETS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];

/// What Windows-1252 puts from 0x80 to 0x9F; the five that it leaves empty stay the control characters of Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file, ending with a line's end; or the one thing that is wrong with it.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, Problem> {
    if bytes.len() > MOST_MEGABYTES * 1_000_000 {
        return Err(Problem::file(What::TooBig));
    }
    if SPREADSHEETS.iter().any(|start| bytes.starts_with(start)) {
        return Err(Problem::file(What::Spreadsheet));
    }
    if bytes.starts_with(b"%PDF") {
        return Err(Problem::file(What::NotText));
    }
    let text = lines(characters(bytes));
    if text.chars().all(char::is_whitespace) {
        return Err(Problem::file(What::Empty));
    }
    if is_text(&text) { Ok(text) } else { Err(Problem::file(What::NotText)) }
}

fn characters(bytes: Vec<u8>) -> String {
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => std::str::from_utf8(rest).map_or_else(|_| windows(rest), str::to_owned),
        _ => String::from_utf8(bytes).unwrap_or_else(|error| windows(error.as_bytes())),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn windows(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| WINDOWS.get(usize::from(*byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(*byte))).collect()
}

/// Line ends of Windows and of old Macs as `\n`, and one at the very end: whoever reads on after it is within an open quotation.
fn lines(text: String) -> String {
    let mut text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text };
    // The mark with which old programs of DOS end a text.
    if text.ends_with('\u{1a}') {
        text.pop();
    }
    text.push('\n');
    text
}

/// Text has no nought bytes, and next to no control characters but tabs and line ends.
fn is_text(text: &str) -> bool {
    let sample = || text.chars().take(SAMPLE);
    let strange = sample().filter(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\u{c}') || *c == char::REPLACEMENT_CHARACTER).count();
    !text.contains('\0') && strange * 20 <= sample().count()
}
