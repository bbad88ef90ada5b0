//! One native binary of every test that needs no browser.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod asked;
mod attribution;
mod budget;
mod cases;
mod checks;
mod compare;
mod contract;
mod councils;
mod desk;
mod difference;
mod drawn;
mod evidence;
mod files;
mod footnotes;
mod grant;
mod keeping;
mod links;
mod numbers;
mod own;
mod pages;
mod parts;
mod places;
mod plainly;
mod presenting;
mod programmes;
mod shelf;
mod simulate;
mod streams;
mod switching;
mod targets;
mod tidy;
mod views;
mod welsh;
