//! `allocate`: a grant shared out.

use super::problem::{Kind, Problem};
use super::reader::{CHANGE, COUNT, Field, Names, POUNDS};
use super::value::Value;
use crate::model::allocation::{self, Allocation, Area, MOST_AREAS, MOST_POUNDS, Method, Part, Regional, Sharing, Unit, Unmet};
use crate::units::order::order;
use crate::units::{Children, Pence, Pounds, Rate, Share};

/// Answers an `allocate` request.
///
/// # Errors
/// The first [`Problem`] found.
pub fn allocate(request: &Value) -> Result<Value, Problem> {
    let sharing = read_sharing(request)?;
    let names = Field::root(request).names()?;
    let allocation = allocation::allocate(&sharing).map_err(|unmet| problem(&names, unmet, sharing.method))?;
    let pot = optional_pence(&names, "pot")?.filter(|_| names.optional("rate").is_some());
    Ok(write(&sharing, &allocation, pot))
}

/// Reads a grant to be shared out.
///
/// # Errors
/// The first [`Problem`] found.
pub fn read_sharing(request: &Value) -> Result<Sharing, Problem> {
    let names = Field::root(request).names()?;
    names.only(&["method", "rate", "pot", "unit", "retained_share", "floor", "max_change", "areas"])?;
    let by_pot = names.needed("method")?.choice(&[("rate", false), ("pot", true)])?;
    let method = read_method(&names, by_pot)?;
    let unit = |field: Field| field.choice(&[("penny", Unit::Penny), ("pound", Unit::Pound)]);
    Ok(Sharing {
        method,
        unit: names.optional("unit").map_or(Ok(Unit::Penny), unit)?,
        retained_share: names.share_or("retained_share", Share::ZERO)?,
        areas: read_areas(&names)?,
    })
}

fn read_method(names: &Names, by_pot: bool) -> Result<Method, Problem> {
    let rate = |field: Field| field.number(POUNDS).map(Pounds::new);
    if by_pot {
        names.optional("rate").map(rate).transpose()?;
        return Ok(Method::Pot {
            pot: pence(&names.needed("pot")?)?,
            floor: optional_pence(names, "floor")?.unwrap_or_default(),
            max_change: names.optional("max_change").map(|field| field.number(CHANGE).map(Rate::new)).transpose()?,
        });
    }
    for limit in ["floor", "max_change"] {
        if let Some(field) = names.optional(limit) {
            return Err(field.problem(Kind::OnlyWith("method: pot")));
        }
    }
    Ok(Method::Rate { rate: rate(names.needed("rate")?)? })
}

fn read_areas(names: &Names) -> Result<Vec<Area>, Problem> {
    let fields: Vec<Field> = names.needed("areas")?.some(MOST_AREAS)?.collect();
    let mut areas = Vec::with_capacity(fields.len());
    for field in &fields {
        let names = field.names()?;
        names.only(&["code", "region", "weight", "last_year"])?;
        areas.push(Area {
            code: names.needed("code")?.text()?.to_owned(),
            region: names.needed("region")?.text()?.to_owned(),
            weight: Children::new(names.needed("weight")?.number(COUNT)?),
            last_year: optional_pence(&names, "last_year")?,
        });
    }
    let order = order(areas.len(), &|a, b| areas[a].code.cmp(&areas[b].code));
    match order.windows(2).find(|pair| areas[pair[0]].code == areas[pair[1]].code) {
        Some(pair) => Err(fields[pair[1]].names()?.problem("code", Kind::Repeated)),
        None => Ok(areas),
    }
}

fn pence(field: &Field) -> Result<Pence, Problem> {
    Pence::exactly(field.number(POUNDS)?).ok_or_else(|| field.problem(Kind::FinerThanPenny))
}

fn optional_pence(names: &Names, name: &str) -> Result<Option<Pence>, Problem> {
    names.optional(name).map(|field| pence(&field)).transpose()
}

fn problem(names: &Names, unmet: Unmet, method: Method) -> Problem {
    let pounds = |pence: Pence| pence.pounds().value();
    match unmet {
        Unmet::NoWeight => names.problem("areas", Kind::NoWeight),
        Unmet::Finer => names.problem("pot", Kind::FinerThanPound),
        Unmet::Short(by) => names.problem("pot", Kind::PotShort(pounds(by))),
        Unmet::Over(by) => names.problem("pot", Kind::PotOver(pounds(by))),
        Unmet::Crossed(area, by) => Kind::FloorAboveGreatest(pounds(by)).at(format!("areas.{area}.last_year")),
        Unmet::TooMuch => names.problem(if matches!(method, Method::Pot { .. }) { "pot" } else { "rate" }, Kind::TotalAbove(MOST_POUNDS)),
    }
}

fn write(sharing: &Sharing, allocation: &Allocation, pot: Option<Pence>) -> Value {
    let mut all = vec![
        ("total", allocation.total.pounds().into()),
        ("areas", Value::list(allocation.areas.iter().map(|part| write_part(&sharing.areas[part.area], part)))),
        ("regions", Value::list(allocation.regions.iter().map(write_region))),
    ];
    all.extend(pot.map(|pot| ("gap_to_pot", (pot - allocation.total).pounds().into())));
    Value::map(all)
}

/// The change from last year is of the amount before retention, as limits are; a share of last year's.
fn write_part(area: &Area, part: &Part) -> Value {
    let weight = Some(area.weight.value()).filter(|weight| *weight > 0.0);
    let mut all = vec![
        ("code", area.code.as_str().into()),
        ("amount", part.amount.pounds().into()),
        ("per_weight", weight.map(|weight| Pounds::new(part.amount.pounds().value() / weight)).into()),
    ];
    if let Some(last) = area.last_year {
        let change = (part.before_retention - last).pounds().value() / last.pounds().value();
        all.push(("change", Some(change).filter(|_| last > Pence::ZERO).into()));
    }
    all.extend(part.without_limits.map(|amount| ("without_limits", amount.pounds().into())));
    Value::map(all)
}

fn write_region(region: &Regional) -> Value {
    let Regional { region, retained, passed_on, amount } = region;
    Value::map([
        ("region", region.as_str().into()),
        ("retained", retained.pounds().into()),
        ("passed_on", passed_on.pounds().into()),
        ("amount", amount.pounds().into()),
    ])
}
