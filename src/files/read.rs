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

/// The most problems that are told one by one; the rest are counted.
pub const MOST_PROBLEMS: usize = 200;

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
    /// What could not be used, by row: the first [`MOST_PROBLEMS`].
    pub problems: Vec<Problem>,
    /// How much more could not be used.
    pub more: usize,
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
    /// Problems beyond the most that are told.
    more: usize,
    /// The row of the header.
    header: usize,
    /// Which columns are not there though a row needs them.
    lacking: [bool; 6],
    /// How many rows that has cost.
    lacking_rows: usize,
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
        let mut import = Self {
            records,
            rows,
            columns: [None; 6],
            width: 0,
            found: Vec::new(),
            problems: Vec::new(),
            more: 0,
            header: 0,
            lacking: [false; 6],
            lacking_rows: 0,
            rows_read: 0,
            finished: false,
        };
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
        self.header = self.records.row;
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
        let needed = [Column::Place, Column::Figure, Column::Value];
        let lacks: Vec<Column> = needed.into_iter().filter(|column| self.columns[*column as usize].is_none()).collect();
        if lacks.is_empty() { Ok(()) } else { Err(self.at_row(What::LacksNeeded(lacks))) }
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
        let cells = Cells(self.columns.map(|index| index.map_or("", |index| records.cell(index))));
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
        let mut lacks = false;
        for column in Column::ALL {
            for (_, what) in told.iter().filter(|(at, _)| *at == column) {
                if self.columns[column as usize].is_some() {
                    self.tell(Some(column), what.clone());
                } else {
                    (self.lacking[column as usize], lacks) = (true, true);
                }
            }
        }
        self.lacking_rows += usize::from(lacks);
    }

    fn at_row(&self, what: What) -> Problem {
        Problem { row: self.records.row, column: None, what }
    }

    fn tell(&mut self, column: Option<Column>, what: What) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem { column, ..self.at_row(what) });
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
        let (mut own, mut twice) = (Own::default(), Vec::new());
        let mut last: Option<(Key, usize)> = None;
        for (key, value, row) in by_figure.into_iter().map(|at| found[at]) {
            if let Some((_, first)) = last.filter(|(last, _)| *last == key.figure()) {
                twice.push((row, first));
            } else if own.set(key, value).is_ok() {
                last = Some((key.figure(), row));
            }
        }
        let (mut problems, more) = self.told(&twice);
        if self.rows_read == 0 && problems.is_empty() {
            problems.push(Problem::file(What::NoFigures));
        }
        Loaded { rows_used: own.len(), own, problems, more, rows_read: self.rows_read }
    }

    /// The first problems by row, whenever they were found, and how many more there are. `twice` holds the rows of figures that were
    /// there before, and where.
    fn told(&mut self, twice: &[(usize, usize)]) -> (Vec<Problem>, usize) {
        let mut found = std::mem::take(&mut self.problems);
        let lacks: Vec<Column> = Column::ALL.into_iter().filter(|column| self.lacking[*column as usize]).collect();
        if !lacks.is_empty() {
            found.push(Problem { row: self.header, column: None, what: What::LacksOptional(lacks, self.lacking_rows) });
        }
        let all = found.len() + self.more + twice.len();
        let by_row = order(twice.len(), &|a, b| twice[a].cmp(&twice[b])).into_iter().map(|at| twice[at]).take(MOST_PROBLEMS);
        found.extend(by_row.map(|(row, first)| Problem { row, column: None, what: What::Twice(first) }));
        let by_row = order(found.len(), &|a, b| found[a].row.cmp(&found[b].row));
        let problems: Vec<Problem> = by_row.into_iter().take(MOST_PROBLEMS).map(|at| found[at].clone()).collect();
        let more = all - problems.len();
        (problems, more)
    }
}
