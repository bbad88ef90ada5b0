//! The baseline of a scenario as programs write it, read into the model's own.

use super::problem::{Kind, Problem};
use super::reader::{COUNT, EXIT_RATE, Field, GROWTH, Names, POUNDS};
use super::value::Value;
use crate::model::{Baseline, Course, MOST_YEARS, Part, Placement};
use crate::units::{Children, PoundsPerChildYear, Rate, Share, Year};

const MOST_PLACEMENTS: usize = 100;

/// How far from 1 shares may add up.
const ROUNDED: f64 = 1e-6;

/// The kinds of baseline.
#[derive(Clone, Copy)]
enum Kinds {
    Flows,
    Reductions,
    Growth,
    Target,
}

/// Names that every baseline may have.
const EVERY_BASELINE: [&str; 13] = [
    "kind",
    "children",
    "entries",
    "entries_growth",
    "exit_rate",
    "exit_rate_growth",
    "mix",
    "target_mix",
    "target_mix_year",
    "target_mix_rest",
    "part",
    "unit_cost",
    "unit_cost_growth",
];

/// Reads the baseline of so many years; levers need its exit rate.
pub(super) fn read_baseline(field: &Field, first_year: Year, years: u16, has_levers: bool) -> Result<Baseline, Problem> {
    let names = field.names()?;
    let kinds = [("flows", Kinds::Flows), ("reductions", Kinds::Reductions), ("growth", Kinds::Growth), ("target", Kinds::Target)];
    let kind = names.needed("kind")?.choice(&kinds)?;
    let own: &[&str] = match kind {
        Kinds::Flows => &[],
        Kinds::Reductions => &["reductions"],
        Kinds::Growth => &["growth"],
        Kinds::Target => &["target", "target_year"],
    };
    names.only(&[own, &EVERY_BASELINE].concat())?;
    let children = Children::new(names.needed("children")?.number(COUNT)?);
    let flows = matches!(kind, Kinds::Flows);
    let given = |name, needed: bool| if needed { names.needed(name).map(Some) } else { Ok(names.optional(name)) };
    let entries = given("entries", flows)?.map(|field| field.number(COUNT).map(Children::new)).transpose()?;
    let exit_rate = given("exit_rate", flows || has_levers)?.map_or(Ok(0.0), |field| field.number(EXIT_RATE))?;
    let mut baseline = Baseline {
        children,
        course: read_course(&names, kind, children, first_year, years)?,
        entries,
        entries_growth: names.growth("entries_growth")?,
        exit_rate: Rate::new(exit_rate),
        exit_rate_growth: names.growth("exit_rate_growth")?,
        placements: read_placements(&names)?,
        target_mix_year: read_target_mix_year(&names, first_year)?,
        target_rest: None,
        part: None,
    };
    if let Some(target) = names.optional("target_mix") {
        baseline.target_rest = names.optional("target_mix_rest").map(|rest| position(&rest, rest.text()?, &baseline)).transpose()?;
        let shares = match baseline.target_rest {
            Some(rest) => read_target_mix(&target, &baseline, rest)?,
            None => read_mix(&target, &baseline)?,
        };
        baseline.placements.iter_mut().zip(shares).for_each(|(placement, share)| placement.target_share = share);
    } else if let Some(rest) = names.optional("target_mix_rest") {
        return Err(rest.problem(Kind::Needs("target_mix")));
    }
    baseline.part = names.optional("part").map(|part| read_part(&part, &baseline)).transpose()?;
    Ok(baseline)
}

/// The target mix but for the placement that takes what the others leave.
fn read_target_mix(field: &Field, baseline: &Baseline, rest: usize) -> Result<Vec<Share>, Problem> {
    let mut mix = vec![Share::ZERO; baseline.placements.len()];
    for (code, share) in field.names()?.all() {
        let at = position(&share, code, baseline)?;
        if at == rest {
            return Err(share.problem(Kind::SameAs("target_mix_rest")));
        }
        mix[at] = share.share()?;
    }
    Ok(mix)
}

/// A part of a placement, told apart from the rest of it. No placement, and not both, may have either name.
fn read_part(field: &Field, baseline: &Baseline) -> Result<Part, Problem> {
    let names = field.names()?;
    names.only(&["of", "code", "rest", "share", "unit_cost"])?;
    let code = |name| {
        let field = names.needed(name)?;
        let code = field.text()?;
        if baseline.position(code).is_some() { Err(field.problem(Kind::Repeated)) } else { Ok(code.to_owned()) }
    };
    let (of, part, rest) = (names.needed("of")?, code("code")?, code("rest")?);
    if part == rest {
        return Err(names.problem("rest", Kind::SameAs("code")));
    }
    Ok(Part {
        of: position(&of, of.text()?, baseline)?,
        code: part,
        rest,
        share: names.needed("share")?.share()?,
        unit_cost: PoundsPerChildYear::new(names.needed("unit_cost")?.number(POUNDS)?),
    })
}

fn read_course(names: &Names, kind: Kinds, children: Children, first_year: Year, years: u16) -> Result<Course, Problem> {
    Ok(match kind {
        Kinds::Flows => Course::Flows,
        Kinds::Growth => Course::Growth(Rate::new(names.needed("growth")?.number(GROWTH)?)),
        Kinds::Target => {
            let target = names.needed("target")?.number(COUNT)?;
            Course::Target(Children::new(target), names.needed("target_year")?.year(first_year.value() + 1)?)
        }
        Kinds::Reductions => {
            let field = names.needed("reductions")?;
            let falls = field.some(usize::from(MOST_YEARS))?.map(|fall| fall.number(COUNT).map(Children::new));
            let falls = falls.collect::<Result<Vec<_>, _>>()?;
            let over = falls.iter().take(usize::from(years)).copied().sum::<Children>() - children;
            if over.value() > children.value() * ROUNDED {
                return Err(field.problem(Kind::FallsTooFar(over.value())));
            }
            Course::Reductions(falls)
        }
    })
}

fn read_target_mix_year(names: &Names, first_year: Year) -> Result<Option<Year>, Problem> {
    match (names.optional("target_mix"), names.optional("target_mix_year")) {
        (None, None) => Ok(None),
        (Some(_), Some(year)) => year.year(first_year.value() + 1).map(Some),
        (Some(mix), None) => Err(mix.problem(Kind::Needs("target_mix_year"))),
        (None, Some(year)) => Err(year.problem(Kind::Needs("target_mix"))),
    }
}

/// The placements are the names of `mix`, in its order.
fn read_placements(names: &Names) -> Result<Vec<Placement>, Problem> {
    let mix = names.needed("mix")?;
    let shares = mix.names()?;
    let mut placements = Vec::new();
    for (code, share) in shares.all() {
        let share = share.share()?;
        placements.push(Placement {
            code: code.to_owned(),
            share,
            target_share: share,
            unit_cost: PoundsPerChildYear::ZERO,
            unit_cost_growth: Rate::ZERO,
        });
    }
    match placements.len() {
        0 => return Err(mix.problem(Kind::Empty)),
        1..=MOST_PLACEMENTS => adds_up(&mix, placements.iter().map(|placement| placement.share))?,
        _ => return Err(mix.problem(Kind::MoreThan(MOST_PLACEMENTS))),
    }
    let costs = names.needed("unit_cost")?;
    let costs_by_name = costs.names()?;
    for (code, cost) in costs_by_name.all() {
        let at = placement(&cost, code, &placements)?;
        placements[at].unit_cost = PoundsPerChildYear::new(cost.number(POUNDS)?);
    }
    placements.iter().try_for_each(|placement| costs_by_name.needed(&placement.code).map(|_| ()))?;
    read_unit_cost_growth(names, &mut placements)?;
    Ok(placements)
}

/// One growth for all placements, or one for each that is named.
fn read_unit_cost_growth(names: &Names, placements: &mut [Placement]) -> Result<(), Problem> {
    let Some(field) = names.optional("unit_cost_growth") else {
        return Ok(());
    };
    if !matches!(field.value, Value::Map(_)) {
        let growth = Rate::new(field.number(GROWTH)?);
        for placement in placements {
            placement.unit_cost_growth = growth;
        }
        return Ok(());
    }
    for (code, growth) in field.names()?.all() {
        let at = placement(&growth, code, placements)?;
        placements[at].unit_cost_growth = Rate::new(growth.number(GROWTH)?);
    }
    Ok(())
}

/// Which placement a code names.
fn placement(field: &Field, code: &str, placements: &[Placement]) -> Result<usize, Problem> {
    among(field, code, &placements.iter().map(|placement| placement.code.as_str()).collect::<Vec<_>>())
}

/// Which placement, or which part of one, a code names.
fn position(field: &Field, code: &str, baseline: &Baseline) -> Result<usize, Problem> {
    among(field, code, &(0..baseline.names()).map(|at| baseline.code(at)).collect::<Vec<_>>())
}

fn among(field: &Field, code: &str, codes: &[&str]) -> Result<usize, Problem> {
    codes.iter().position(|known| *known == code).ok_or_else(|| field.problem(Kind::NotPlacement(codes.join(", "))))
}

/// A mix of what the baseline names; one that is not named has no share.
pub(super) fn read_mix(field: &Field, baseline: &Baseline) -> Result<Vec<Share>, Problem> {
    let mut mix = vec![Share::ZERO; baseline.names()];
    for (code, share) in field.names()?.all() {
        mix[position(&share, code, baseline)?] = share.share()?;
    }
    adds_up(field, mix.iter().copied())?;
    Ok(mix)
}

/// One placement by its code, or a mix of several.
pub(super) fn read_placement(field: &Field, baseline: &Baseline) -> Result<Vec<Share>, Problem> {
    if matches!(field.value, Value::Map(_)) {
        return read_mix(field, baseline);
    }
    let mut only = vec![Share::ZERO; baseline.names()];
    only[position(field, field.text()?, baseline)?] = Share::ONE;
    Ok(only)
}

fn adds_up(field: &Field, shares: impl Iterator<Item = Share>) -> Result<(), Problem> {
    let sum: f64 = shares.map(Share::value).sum();
    // A last digit of rounding must not turn away a sum that is exactly as far off as allowed.
    if (sum - 1.0).abs() <= ROUNDED + f64::EPSILON { Ok(()) } else { Err(field.problem(Kind::NotOne(sum))) }
}
