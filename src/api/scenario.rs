//! A scenario as programs write it, read into the model's own. Every rule about what a scenario may say is here.

use super::baseline::{read_baseline, read_mix, read_placement};
use super::problem::{Kind, Problem};
use super::reader::{COUNT, Field, Names, POUNDS, SHARE, YEARS};
use super::value::Value;
use crate::model::{Action, Baseline, Grant, Lever, MOST_YEARS, Placement, Scenario};
use crate::units::{Children, Pounds, Rate, Share, Year};

/// More than anybody has use for, so that a request cannot ask for hours of work.
const MOST_LEVERS: usize = 100;
const MOST_RANGES: usize = 200;

/// A year's real discount where a scenario gives none: HM Treasury, The Green Book (3.5%).
const GREEN_BOOK_DISCOUNT: f64 = 0.035;

/// Reads a scenario.
///
/// # Errors
/// The first [`Problem`] found.
pub fn read_scenario(value: &Value) -> Result<Scenario, Problem> {
    read_sought(value, "")
}

/// Reads a scenario of which the number at `sought` is not settled, so that its range need not be about it.
pub(super) fn read_sought(value: &Value, sought: &str) -> Result<Scenario, Problem> {
    let scenario = read(value)?;
    read_ranges(value, &scenario, sought)?;
    Ok(scenario)
}

fn read(value: &Value) -> Result<Scenario, Problem> {
    let names = Field::root(value).names()?;
    names.only(&[
        "area",
        "first_year",
        "years",
        "price_year",
        "baseline",
        "levers",
        "discount_rate",
        "cashable",
        "optimism",
        "grant",
        "ranges",
    ])?;
    names.optional("area").map_or(Ok(""), |field| field.text())?;
    names.optional("price_year").map_or(Ok(None), |field| field.year(YEARS.0).map(Some))?;
    let first_year = names.needed("first_year")?.year(YEARS.0)?;
    let years = names.needed("years")?.span(1, MOST_YEARS)?;
    let fields = names.optional("levers").map_or(Ok(Vec::new()), |field| field.list(MOST_LEVERS).map(Iterator::collect))?;
    let baseline = read_baseline(&names.needed("baseline")?, first_year, years, !fields.is_empty())?;
    let levers = fields.iter().map(|field| read_lever(field, first_year, &baseline)).collect::<Result<_, _>>()?;
    let discount = |field: Field| field.number(SHARE).map(Rate::new);
    Ok(Scenario {
        first_year,
        years,
        baseline,
        levers,
        discount_rate: names.optional("discount_rate").map_or(Ok(Rate::new(GREEN_BOOK_DISCOUNT)), discount)?,
        cashable: names.share_or("cashable", Share::ONE)?,
        optimism: names.share_or("optimism", Share::ZERO)?,
        grant: names.optional("grant").map(|field| read_grant(&field)).transpose()?,
    })
}

fn read_grant(field: &Field) -> Result<Grant, Problem> {
    let names = field.names()?;
    names.only(&["rate", "eligible_share", "lag_years"])?;
    Ok(Grant {
        rate: Pounds::new(names.needed("rate")?.number(POUNDS)?),
        eligible_share: names.share_or("eligible_share", Share::ONE)?,
        lag_years: names.optional("lag_years").map_or(Ok(0), |field| field.span(0, MOST_YEARS))?,
    })
}

/// The kinds of lever.
#[derive(Clone, Copy)]
enum LeverKinds {
    Divert,
    Reunify,
    StepDown,
}

/// Names that every lever may have.
const EVERY_LEVER: [&str; 9] =
    ["name", "kind", "first_year", "last_year", "ramp_years", "annual_cost", "children", "returned_share", "return_years"];

fn read_lever(field: &Field, first_year: Year, baseline: &Baseline) -> Result<Lever, Problem> {
    let names = field.names()?;
    let kinds = [("divert", LeverKinds::Divert), ("reunify", LeverKinds::Reunify), ("step_down", LeverKinds::StepDown)];
    let kind = names.needed("kind")?.choice(&kinds)?;
    let own: &[&str] = match kind {
        LeverKinds::Divert => &["would_enter", "prevented", "mix"],
        LeverKinds::Reunify => &["success", "mix"],
        LeverKinds::StepDown => &["success", "from", "to"],
    };
    names.only(&[&EVERY_LEVER, own].concat())?;
    let first_year = names.optional("first_year").map_or(Ok(first_year), |field| field.year(YEARS.0))?;
    let span = |name, low, otherwise| names.optional(name).map_or(Ok(otherwise), |field| field.span(low, MOST_YEARS));
    Ok(Lever {
        name: names.needed("name")?.text()?.to_owned(),
        first_year,
        last_year: names.optional("last_year").map(|field| field.year(first_year.value())).transpose()?,
        ramp_years: span("ramp_years", 0, 0)?,
        annual_cost: Pounds::new(names.needed("annual_cost")?.number(POUNDS)?),
        children: Children::new(names.needed("children")?.number(COUNT)?),
        action: read_action(&names, kind, baseline)?,
        returned_share: names.share_or("returned_share", Share::ZERO)?,
        return_years: span("return_years", 1, 1)?,
    })
}

fn read_action(names: &Names, kind: LeverKinds, baseline: &Baseline) -> Result<Action, Problem> {
    let mix = || names.optional("mix").map(|field| read_mix(&field, baseline)).transpose();
    let placement = |name| names.needed(name).and_then(|field| read_placement(&field, baseline));
    Ok(match kind {
        LeverKinds::Divert => Action::Divert {
            would_enter: names.needed("would_enter")?.share()?,
            prevented: names.needed("prevented")?.share()?,
            mix: mix()?,
        },
        LeverKinds::Reunify => Action::Reunify { success: names.needed("success")?.share()?, mix: mix()? },
        LeverKinds::StepDown => {
            let (success, from, to) = (names.needed("success")?.share()?, placement("from")?, placement("to")?);
            if from == to {
                return Err(names.problem("to", Kind::SameAs("from")));
            }
            Action::StepDown { success, from, to }
        }
    })
}

/// Checks that every range is of a number of the scenario, that both its ends could stand in its place, and that it stands
/// between them, unless it is the one sought.
fn read_ranges(value: &Value, scenario: &Scenario, sought: &str) -> Result<(), Problem> {
    let Some(ranges) = Field::root(value).names()?.optional("ranges") else {
        return Ok(());
    };
    let names = ranges.names()?;
    let mut varied = value.clone();
    varied.set("ranges", Value::Null);
    for (at, (path, range)) in names.all().enumerate() {
        if at >= MOST_RANGES {
            return Err(ranges.problem(Kind::MoreThan(MOST_RANGES)));
        }
        let ends = range.list(2)?.map(|end| end.number((f64::MIN, f64::MAX))).collect::<Result<Vec<_>, _>>()?;
        let [low, high] = ends[..] else { return Err(range.problem(Kind::NotRange)) };
        if low > high {
            return Err(range.problem(Kind::NotRange));
        }
        let place = number_place(&mut varied, path).ok_or_else(|| range.problem(Kind::NotInScenario))?;
        let central = std::mem::take(place);
        for (at, end) in ends.iter().enumerate() {
            varied.set(path, *end);
            read(&varied).map_err(|problem| match problem.kind {
                Kind::UnknownName(_) | Kind::NotText | Kind::NotList | Kind::NotMap => range.problem(Kind::NotInScenario),
                kind => range.problem(kind).within_item(at),
            })?;
        }
        let number = if let Value::Number(number) = central { Some(number) } else { default(scenario, path) };
        if let Some(number) = number.filter(|number| path != sought && !(low..=high).contains(number)) {
            return Err(range.problem(Kind::NotAbout(number)));
        }
        varied.set(path, central);
    }
    Ok(())
}

/// What a number that is not given is read as. None where it stands for no number: a last year, entries that are not known.
fn default(scenario: &Scenario, path: &str) -> Option<f64> {
    let growth = |placement: &Placement| placement.unit_cost_growth.value();
    Some(match path {
        "discount_rate" => scenario.discount_rate.value(),
        "cashable" => scenario.cashable.value(),
        "optimism" => scenario.optimism.value(),
        "grant.eligible_share" => scenario.grant?.eligible_share.value(),
        "grant.lag_years" => f64::from(scenario.grant?.lag_years),
        "baseline.entries_growth" => scenario.baseline.entries_growth.value(),
        "baseline.exit_rate_growth" => scenario.baseline.exit_rate_growth.value(),
        "baseline.unit_cost_growth" => scenario.baseline.placements.first().map(growth)?,
        _ if ["baseline.target_mix.", "baseline.unit_cost_growth."].iter().any(|map| path.starts_with(map)) => 0.0,
        _ => {
            let (at, name) = path.strip_prefix("levers.")?.split_once('.')?;
            let lever = scenario.levers.get(at.parse::<usize>().ok()?)?;
            match name {
                "first_year" => f64::from(lever.first_year.value()),
                "ramp_years" => f64::from(lever.ramp_years),
                "returned_share" => lever.returned_share.value(),
                "return_years" => f64::from(lever.return_years),
                _ if ["mix.", "from.", "to."].iter().any(|map| name.starts_with(map)) => 0.0,
                _ => return None,
            }
        }
    })
}

/// The place of a number, or of one that is left to its default. A range is none of the scenario's numbers.
pub(super) fn number_place<'a>(scenario: &'a mut Value, path: &str) -> Option<&'a mut Value> {
    if path.is_empty() || path == "ranges" || path.starts_with("ranges.") {
        return None;
    }
    scenario.place(path).filter(|place| matches!(place, Value::Number(_) | Value::Null))
}
