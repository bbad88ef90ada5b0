//! The contract as an ES module for browsers and Node: everything is in [`clorian::api::javascript`].

#[expect(unused_imports, reason = "what it exports is for JavaScript")]
use clorian::api::javascript;

fn main() {}
