//! Stub of the JSON contract as an ES module; exports one function so that the pipeline has something to bind.

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the contract.
#[must_use]
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn main() {}
