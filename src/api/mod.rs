//! The JSON contract for programs: `project`, `simulate`, `solve`, `calibrate` and `allocate`, for the command and for JavaScript.
//!
//! The outer format is its own: a request is a [`Value`], read field by field into the model's types, and an answer is written
//! from them. A request that cannot be answered gets a [`Problem`] that names the field and says what is allowed. What the page asks the
//! model is written as a request too ([`write_scenario`], [`write_sharing`]), and reads back as the very same. This module computes nothing. Section 7 of `src/model/METHOD.md` is its text.

mod allocate;
mod baseline;
mod calibrate;
pub mod command;
#[cfg(feature = "contract")]
pub mod javascript;
mod number;
mod problem;
mod projection;
mod reader;
mod scenario;
mod serial;
mod simulate;
mod solve;
mod value;
mod written;

pub use allocate::{allocate, read_sharing};
pub use calibrate::calibrate;
pub use number::path;
pub use problem::{Kind, Problem};
pub use projection::write_projection;
pub use scenario::read_scenario;
pub use simulate::{Simulating, simulate};
pub use solve::solve;
pub use value::Value;
pub use written::{write_scenario, write_sharing};

/// Answers a `project` request: a scenario.
///
/// # Errors
/// The first [`Problem`] found.
pub fn project(request: &Value) -> Result<Value, Problem> {
    let scenario = read_scenario(request)?.settled();
    Ok(write_projection(&scenario, &crate::model::project(&scenario)))
}

/// A call of the contract.
pub type Call = fn(&Value) -> Result<Value, Problem>;

/// Every call, by name.
pub const CALLS: [(&str, Call); 5] =
    [("project", project), ("simulate", simulate), ("solve", solve), ("calibrate", calibrate), ("allocate", allocate)];

/// The call of a name.
#[must_use]
pub fn find(name: &str) -> Option<Call> {
    CALLS.into_iter().find(|(known, _)| *known == name).map(|(_, call)| call)
}

/// Answers a request to the call of a name.
///
/// # Errors
/// The first [`Problem`] found; one with an empty path where there is no such call.
pub fn call(name: &str, request: &Value) -> Result<Value, Problem> {
    let unknown = || Kind::NotOneOf(CALLS.map(|(known, _)| known).join(", ")).at("");
    find(name).ok_or_else(unknown)?(request)
}
