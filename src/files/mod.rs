//! The visitor's own figures as files: CSV in and out, with every word of it in either language.
//!
//! [`Import`] reads a file or what was pasted, a slice at a time, whatever a spreadsheet made of it. [`template`] is the file to fill
//! in, [`export`] the figures as they are. All three share the [`Column`]s. This module knows nothing of pages or the browser: it is
//! given bytes and gives text.
//!
//! Beside them stand plans: [`kept`] as the device keeps them, [`scenario`] as a file.

mod decode;
pub mod kept;
mod problem;
mod read;
mod records;
mod row;
pub mod scenario;
mod vocabulary;
mod write;

pub use kept::Kept;
pub use problem::{Problem, What};
pub use read::{Import, Loaded, MOST_PROBLEMS, Progress};
pub use vocabulary::{Column, figure_word, kind_word, per_word};
pub use write::{export, template, year_word};

/// The largest file that is read, in millions of bytes.
pub const MOST_MEGABYTES: usize = 20;
