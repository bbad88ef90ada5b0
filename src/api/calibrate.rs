//! `calibrate`: what two counts a year apart, and the exits between them, say about the flows.

use super::problem::{Kind, Problem};
use super::reader::{COUNT, EXIT_RATE, Field};
use super::value::Value;
use crate::model::stock::{self, Misfit};
use crate::units::Children;

/// Answers a `calibrate` request.
///
/// # Errors
/// The first [`Problem`] found.
pub fn calibrate(request: &Value) -> Result<Value, Problem> {
    let names = Field::root(request).names()?;
    names.only(&["opening", "closing", "exits"])?;
    let count = |name| names.needed(name)?.number(COUNT).map(Children::new);
    let found = stock::calibrate(count("opening")?, count("closing")?, count("exits")?).map_err(|misfit| match misfit {
        Misfit::Entries(entries) => names.problem("exits", Kind::EntriesBelowZero(entries.value())),
        Misfit::Emptied => names.problem("closing", Kind::Emptied),
    })?;
    let rate = found.exit_rate.value();
    if rate > EXIT_RATE.1 {
        return Err(names.problem("closing", Kind::ExitsTooFast(rate, EXIT_RATE.1)));
    }
    Ok(Value::map([
        ("entries", found.entries.into()),
        ("exit_rate", rate.into()),
        ("mean_stay_years", found.mean_stay_years.into()),
        ("care_years", found.care_years.into()),
    ]))
}
