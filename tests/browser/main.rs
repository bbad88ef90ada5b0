//! The built page (`dist`) in a real browser over `WebDriver`. `cargo check-all` builds the page first.
//!
//! A test is a function in a file of its own subject: it serves the page with [`site::Site::serve`], opens a browser with
//! [`page::Page::new`] and speaks of what a visitor does.

mod budget;
mod compare;
mod councils;
mod driver;
mod facts;
mod figures;
mod footnotes;
mod grant;
mod holds;
mod itself;
mod keeping;
mod keyboard;
mod links;
mod mistakes;
mod module;
mod numbers;
mod opens;
mod page;
mod presenting;
mod questions;
mod register;
mod results;
mod shows;
mod simulating;
mod site;
mod targets;
mod travels;
