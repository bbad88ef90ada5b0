//! What the two commands of the README agree on with the rest of the project. A test of the main package holds these equal to
//! `Cargo.toml`, `Cargo.lock` and `Trunk.toml`.

/// The version of `wasm-bindgen` that the page is compiled with and must be bound by.
pub const WASM_BINDGEN: &str = "0.2.130";

/// The version of Trunk that is built when none that fits is on the path.
pub const TRUNK: &str = "0.21.14";
