//! One native binary of every test that needs no browser.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod cases;
mod checks;
mod contract;
mod drawn;
mod evidence;
mod links;
mod numbers;
mod places;
mod plainly;
mod tidy;
mod views;
