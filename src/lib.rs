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
//! 9. [`files`]: the visitor's own figures as CSV, in and out.
//! 10. [`app`]: one state, one message type, one pure update.
//! 11. [`present`]: from the state to plain page data; knows no HTML.
//! 12. `ui`: the only code that knows Yew and the browser.

pub mod api;
pub mod app;
pub mod evidence;
pub mod files;
pub mod link;
pub mod model;
pub mod place;
pub mod present;
pub mod scenario;
#[cfg(feature = "ui")]
pub mod ui;
pub mod units;
pub mod words;
