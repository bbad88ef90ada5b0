//! # Clorian: weigh what care for children in Wales costs, and what would change it
//!
//! Where to start, in reading order:
//!
//! 1. [`words`]: the two languages, and numbers as people write them.
//! 2. [`units`]: pounds, children, child-years, shares, rates and years, each a type.
//! 3. [`evidence`]: every published number, each with its source.
//! 4. [`place`]: Wales, its councils and its regions.
//! 5. [`model`]: the method, one file for each section of it.
//! 6. [`scenario`]: what the visitor chose; the one table of fields.
//! 7. [`api`]: the JSON contract for programs.
//! 8. [`link`]: the address codec.
//! 9. [`app`]: one state, one message type, one pure update.
//! 10. [`present`]: from the state to plain page data; knows no HTML.
//! 11. `ui`: the only code that knows Yew and the browser.

pub mod api;
pub mod app;
pub mod evidence;
pub mod link;
pub mod model;
pub mod place;
pub mod present;
pub mod scenario;
#[cfg(feature = "ui")]
pub mod ui;
pub mod units;
pub mod words;
