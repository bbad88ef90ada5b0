//! A text as records of cells, whatever separator it has, with the rows as a spreadsheet numbers them. It knows nothing of figures.
//!
//! `csv_core` splits the records: the parser of the crate `csv` without what the page does not need of it.

use super::vocabulary::Vocabulary;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// What begins a row that is a note.
pub(super) const NOTE: char = '#';

/// The separators that are tried, the surest first.
const SEPARATORS: [char; 3] = ['\t', ';', ','];

/// How often reading goes on after a quotation mark that is never closed. Each time costs reading the rest of the file.
const MOST_OPEN: usize = 8;

/// What came next.
pub(super) enum Next {
    /// A record: see [`Records::cell`].
    Record,
    /// A row with a quotation mark that is never closed; reading goes on in the row after it.
    Open,
    /// One too many of those.
    Stopped,
    /// Nothing: the text is read.
    End,
}

/// The records of a text, one at a time.
pub(super) struct Records {
    text: String,
    at: usize,
    reader: Reader,
    /// The row of the last record, the first being 1.
    pub(super) row: usize,
    cells: Vec<u8>,
    ends: Vec<usize>,
    count: usize,
    open: usize,
}

impl Records {
    /// The records of a text whose every line has an end.
    pub(super) fn new(text: String, vocabulary: &Vocabulary) -> Self {
        let (separator, at) = said_separator(&text).unwrap_or_else(|| (likely_separator(&text, vocabulary), 0));
        let reader = ReaderBuilder::new().delimiter(separator).comment(Some(NOTE as u8)).build();
        Self { text, at, reader, row: 0, cells: vec![0; 1024], ends: vec![0; 32], count: 0, open: 0 }
    }

    /// How many bytes of how many were read.
    pub(super) const fn progress(&self) -> (usize, usize) {
        (self.at, self.text.len())
    }

    /// A cell of the last record without the space around it; empty past the last.
    pub(super) fn cell(&self, index: usize) -> &str {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        let cell = if index < self.count { self.cells.get(start..self.ends[index]) } else { None };
        cell.and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default().trim()
    }

    /// How many cells the last record has.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// Whether the last record says nothing: all blank, or a note that a spreadsheet has put in quotation marks.
    pub(super) fn is_silent(&self) -> bool {
        self.cell(0).starts_with(NOTE) || (0..self.count).all(|index| self.cell(index).is_empty())
    }

    /// Reads the next record.
    pub(super) fn next(&mut self) -> Next {
        let (start, line) = (self.at, self.reader.line());
        let mut written = 0;
        self.count = 0;
        loop {
            let input = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let done = input.is_empty();
            let (result, read, cells, ends) = self.reader.read_record(input, &mut self.cells[written..], &mut self.ends[self.count..]);
            self.at += read;
            written += cells;
            self.count += ends;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.cells.resize(self.cells.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::End => return Next::End,
                // The text ends with a line's end, so only a quotation can be left open.
                ReadRecordResult::Record if done => return self.reopen(start),
                ReadRecordResult::Record => break,
            }
        }
        let lines = usize::try_from(self.reader.line() - line).unwrap_or(1);
        self.row += lines;
        if lines > 1 {
            // A cell may hold several lines; blank rows and notes before the record hold none.
            self.row -= self.cells[..written].split(|byte| *byte == b'\n').count() - 1;
        }
        Next::Record
    }

    /// Goes on in the line after the one at which a quotation was opened and never closed.
    fn reopen(&mut self, start: usize) -> Next {
        self.reader.reset();
        self.at = start;
        self.count = 0;
        for line in self.text[start..].split_inclusive('\n') {
            self.at += line.len();
            self.row += 1;
            if !line.trim().is_empty() && !line.starts_with(NOTE) {
                break;
            }
        }
        self.open += 1;
        if self.open <= MOST_OPEN {
            return Next::Open;
        }
        self.at = self.text.len();
        Next::Stopped
    }
}

/// The separator that Excel was told in a line before the first row, `sep=;`, and where the first row begins.
fn said_separator(text: &str) -> Option<(u8, usize)> {
    let (first, _) = text.split_once('\n')?;
    match *first.as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] if separator.is_ascii() => Some((separator, 5 + 1)),
        _ => None,
    }
}

/// The separator that parts the first row that is no note into the most names of columns, or else into the most cells.
fn likely_separator(text: &str, vocabulary: &Vocabulary) -> u8 {
    let says = |line: &&str| !line.trim_matches(|c: char| c.is_whitespace() || SEPARATORS.contains(&c)).is_empty();
    let header = text.lines().filter(says).find(|line| !line.trim_start_matches('"').starts_with(NOTE)).unwrap_or_default();
    let (mut best, mut separator) = (1, ',');
    for candidate in SEPARATORS {
        let cells = header.split(candidate).take(1000);
        let score = cells.map(|cell| if vocabulary.column(cell).is_some() { 1000 } else { 1 }).sum::<usize>();
        if score > best {
            (best, separator) = (score, candidate);
        }
    }
    separator as u8
}
