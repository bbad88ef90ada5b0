//! A file of own figures, read a slice at a time so that a page can go on drawing: bytes in, figures and problems out. What can be used
//! is used; every problem is told, with its row and column, all at once.
//!
//! The columns may stand in any order, by their names in either language; a file with no header is read in the template's order. A row
//! whose value is blank is passed over without a word, and so are blank rows and notes (`#`).

use super::decode;
use super::problem::{Problem, What, quoted};
use super::records::{Next, Records};
use super::row::{Cells, Rows};
use super::vocabulary::Column;
use crate::scenario::own::{Key, Own};
use crate::units::order::order;
use crate::words::Lang;

/// The most problems that are told one by one.
pub const MOST_PROBLEMS: usize = 1_000;

/// The most unknown columns that are named.
const MOST_UNKNOWN: usize = 10;

/// How many columns a first row names at least if it is a header: `year` alone may be the time of a cost.
const HEADER: usize = 2;

/// How far reading has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the text that were read.
    pub done_bytes: usize,
    /// Bytes of the text in all, as UTF-8.
    pub total_bytes: usize,
    /// Whether every row was read.
    pub finished: bool,
}

/// What a file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The figures.
    pub own: Own,
    /// What could not be used, by row; the last may say how many more there are.
    pub problems: Vec<Problem>,
    /// Rows that have a value.
    pub rows_read: usize,
    /// Rows of those that became figures.
    pub rows_used: usize,
}

/// A file that is being read.
pub struct Import {
    records: Records,
    rows: Rows,
    /// Which cell of a record each column is.
    columns: [Option<usize>; 6],
    /// How many cells a record may have.
    width: usize,
    found: Vec<(Key, f64, usize)>,
    problems: Vec<Problem>,
    more: usize,
    rows_read: usize,
    finished: bool,
}

impl Import {
    /// Begins a file: finds out what it is, and reads its header. `lang` is the page's; it decides only what `mil` means in a number.
    ///
    /// # Errors
    /// The one problem of a file of which nothing can be read.
    pub fn new(bytes: Vec<u8>, lang: Lang) -> Result<Self, Problem> {
        let text = decode::text(bytes)?;
        let rows = Rows::new(lang);
        let records = Records::new(text, &rows.vocabulary);
        let (found, problems) = (Vec::new(), Vec::new());
        let mut import = Self { records, rows, columns: [None; 6], width: 0, found, problems, more: 0, rows_read: 0, finished: false };
        loop {
            match import.records.next() {
                Next::Record if import.records.is_silent() => {}
                Next::Record => break,
                Next::Open => return Err(import.at_row(What::OpenQuote)),
                Next::Stopped | Next::End => return Err(Problem::file(What::Empty)),
            }
        }
        import.header()?;
        Ok(import)
    }

    /// Finds the columns in the first record.
    fn header(&mut self) -> Result<(), Problem> {
        let cells: Vec<&str> = (0..self.records.count()).map(|index| self.records.cell(index)).collect();
        let named: Vec<Option<Column>> = cells.iter().map(|cell| self.rows.vocabulary.column(cell)).collect();
        let known = named.iter().flatten().count();
        if known < HEADER && cells.len() + 1 >= Column::ALL.len() && self.rows.vocabulary.figure(cells[Column::Figure as usize]).is_some() {
            self.columns = Column::ALL.map(|column| Some(column as usize));
            self.width = Column::ALL.len();
            self.take();
            return Ok(());
        }
        if known == 0 {
            return Err(self.at_row(What::NoHeader));
        }
        self.width = cells.len();
        let unread = cells.iter().zip(&named).filter(|(cell, column)| column.is_none() && !cell.is_empty());
        let unknown: Vec<String> = unread.map(|(cell, _)| quoted(cell)).take(MOST_UNKNOWN).collect();
        for (index, column) in named.into_iter().enumerate() {
            let Some(column) = column else { continue };
            if self.columns[column as usize].is_none() {
                self.columns[column as usize] = Some(index);
            } else {
                self.tell(Some(column), What::ColumnTwice);
            }
        }
        if !unknown.is_empty() {
            self.tell(None, What::UnknownColumns(unknown));
        }
        self.lacks()
    }

    /// Tells which columns are not there.
    fn lacks(&mut self) -> Result<(), Problem> {
        let missing = |needed: bool| -> Vec<Column> {
            let is_needed = |column: &Column| matches!(column, Column::Place | Column::Figure | Column::Value) == needed;
            Column::ALL.into_iter().filter(|column| self.columns[*column as usize].is_none()).filter(is_needed).collect()
        };
        let (needed, optional) = (missing(true), missing(false));
        if !needed.is_empty() {
            return Err(self.at_row(What::LacksNeeded(needed)));
        }
        if !optional.is_empty() {
            self.tell(None, What::LacksOptional(optional));
        }
        Ok(())
    }

    /// Reads so many records more, or to the end.
    pub fn advance(&mut self, records: usize) -> Progress {
        for _ in 0..records {
            match self.records.next() {
                Next::Record => self.take(),
                Next::Open => self.tell(None, What::OpenQuote),
                Next::Stopped => self.tell(None, What::Stopped),
                Next::End => self.finished = true,
            }
            if self.finished {
                break;
            }
        }
        let (done_bytes, total_bytes) = self.records.progress();
        Progress { done_bytes, total_bytes, finished: self.finished }
    }

    /// The figure of the last record, or what is wrong with it.
    fn take(&mut self) {
        let records = &self.records;
        let cells = Cells(self.columns.map(|index| index.map(|index| records.cell(index))));
        if records.is_silent() || cells.cell(Column::Value).is_empty() {
            return;
        }
        self.rows_read += 1;
        if (self.width..records.count()).any(|index| !records.cell(index).is_empty()) {
            self.tell(None, What::TooMany);
            return;
        }
        let mut told = Vec::new();
        let figure = self.rows.figure(&cells, &mut told);
        if let Some((key, value)) = figure {
            self.found.push((key, value, records.row));
        }
        for column in Column::ALL {
            for (_, what) in told.iter().filter(|(at, _)| *at == column) {
                self.tell(Some(column), what.clone());
            }
        }
    }

    fn at_row(&self, what: What) -> Problem {
        Problem { row: self.records.row, column: None, what }
    }

    fn tell(&mut self, column: Option<Column>, what: What) {
        self.tell_of(Problem { column, ..self.at_row(what) });
    }

    fn tell_of(&mut self, problem: Problem) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        } else {
            self.more += 1;
        }
    }

    /// Reads what is left, and gives the figures. Of the same figure twice the first stays.
    #[must_use]
    pub fn finish(mut self) -> Loaded {
        self.advance(usize::MAX);
        let found = std::mem::take(&mut self.found);
        let by_figure = order(found.len(), &|a, b| found[a].0.figure().cmp(&found[b].0.figure()));
        let mut own = Own::default();
        let mut last: Option<(Key, usize)> = None;
        for (key, value, row) in by_figure.into_iter().map(|at| found[at]) {
            if let Some((_, first)) = last.filter(|(last, _)| *last == key.figure()) {
                self.tell_of(Problem { row, column: None, what: What::Twice(first) });
            } else if own.set(key, value).is_ok() {
                last = Some((key.figure(), row));
            }
        }
        let told = &self.problems;
        let by_row = order(told.len(), &|a, b| told[a].row.cmp(&told[b].row));
        let mut problems: Vec<Problem> = by_row.into_iter().map(|at| told[at].clone()).collect();
        if self.more > 0 {
            problems.push(Problem::file(What::More(self.more)));
        } else if self.rows_read == 0 && problems.is_empty() {
            problems.push(Problem::file(What::NoFigures));
        }
        Loaded { rows_used: own.len(), own, problems, rows_read: self.rows_read }
    }
}
