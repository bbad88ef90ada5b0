//! `solve`: which value of one number of a scenario brings one number of its projection to a given value.

use super::problem::{Kind, Problem};
use super::projection::outcome as one_number;
use super::projection::write_projection;
use super::reader::Field;
use super::scenario::{number_place, read_sought};
use super::value::Value;
use crate::model::project;
use crate::model::solve::{self as bisection, Unsolved};

/// Any number that is one.
const ANY: (f64, f64) = (f64::MIN, f64::MAX);

/// Answers a `solve` request.
///
/// # Errors
/// The first [`Problem`] found; one that the varied number causes is told at `between` or `vary`.
pub fn solve(request: &Value) -> Result<Value, Problem> {
    let names = Field::root(request).names()?;
    names.only(&["scenario", "vary", "between", "reach"])?;
    let mut scenario = names.needed("scenario")?.value.clone();
    let vary = names.needed("vary")?;
    let varied = vary.text()?;
    let between = names.needed("between")?;
    let bounds = between.list(2)?.map(|end| end.number(ANY)).collect::<Result<Vec<_>, _>>()?;
    let [low, high] = bounds[..] else { return Err(between.problem(Kind::NotRange)) };
    if low > high {
        return Err(between.problem(Kind::NotRange));
    }
    let reach = names.needed("reach")?.names()?;
    reach.only(&["path", "value"])?;
    let (path, sought) = (reach.needed("path")?, reach.needed("value")?);
    let (outcome, value) = (path.text()?, sought.number(ANY)?);
    number_place(&mut scenario, varied).ok_or_else(|| vary.problem(Kind::NotInScenario))?;

    let mut projected = |number: f64| {
        scenario.set(varied, number);
        let typed = read_sought(&scenario, varied).map_err(|problem| match problem.kind {
            Kind::UnknownName(_) if problem.path == varied => vary.problem(Kind::NotInScenario),
            kind if problem.path == varied => at_bound(&between, number, low, high).unwrap_or_else(|| vary.clone()).problem(kind),
            _ => problem.within("scenario"),
        })?;
        // Once read, ranges need not be read again at every step.
        scenario.set("ranges", Value::Null);
        let typed = typed.settled();
        let projection = project(&typed);
        Ok((typed, projection))
    };
    let found = bisection::solve(low, high, value, |number| {
        let (typed, projection) = projected(number)?;
        one_number(&typed, &projection, outcome).ok_or_else(|| path.problem(Kind::NotInProjection))
    });
    let number = found.map_err(|unsolved| match unsolved {
        Unsolved::Outside(low, high) => sought.problem(Kind::NotBetween(low, high)),
        Unsolved::NotMonotone(near) => between.problem(Kind::NotMonotone(near)),
        Unsolved::Jumps(at) => sought.problem(Kind::Jumps(at)),
        Unsolved::Outcome(problem) => problem,
    })?;
    let (typed, projection) = projected(number)?;
    Ok(Value::map([("value", number.into()), ("projection", write_projection(&typed, &projection))]))
}

/// The field of the bound that a number is; none for one between them.
fn at_bound<'a>(between: &Field<'a>, number: f64, low: f64, high: f64) -> Option<Field<'a>> {
    let at = usize::from(number > low);
    (number <= low || number >= high).then(|| between.list(2).ok()?.nth(at))?
}
