//! One native binary of every test that needs no browser.

mod cases;
mod checks;
mod contract;
mod plainly;
