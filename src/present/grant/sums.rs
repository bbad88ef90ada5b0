//! The numbers of the page before they are put into words, each from the model: what every council and region gets by the rule chosen,
//! by the other rule, and with or without limits.

use crate::evidence::figure;
use crate::model::allocation::Allocation;
use crate::model::allocation::Part;
use crate::model::allocation::Sharing;
use crate::model::allocation::Unmet;
use crate::model::allocation::allocate;
use crate::place;
use crate::place::Place;
use crate::place::Region;
use crate::place::RegionKind;
use crate::present::request::sharing;
use crate::present::request::sharing::Terms;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::units::Pence;

use super::stream;
use super::weights;
use super::weights::Councils;
use super::weights::Rule;

/// A pot shared out: what was asked, and what each council and each region gets.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// What was asked.
    pub asked: Sharing,
    /// What each council receives after its region's share, in the order of the councils: pounds.
    pub amounts: Councils,
    /// What each would have before that without limits, where there are limits.
    pub without_limits: Option<Councils>,
    /// What each region keeps and passes on, by its id.
    pub regions: Vec<(String, f64, f64)>,
}

impl Shared {
    fn of(asked: Sharing) -> Result<Self, Unmet> {
        let Allocation { areas, regions, .. } = allocate(&asked)?;
        // Asked in the order of the councils, answered in order of code.
        let column = |of: fn(&Part) -> Option<Pence>| -> Option<Councils> {
            let mut column = vec![0.0; asked.areas.len()];
            areas.iter().try_for_each(|part| of(part).map(|amount| column[part.area] = pounds(amount)))?;
            Some(column)
        };
        let (amounts, without_limits) = (column(|part| Some(part.amount)).unwrap_or_default(), column(|part| part.without_limits));
        let regions = regions.into_iter().map(|region| (region.region, pounds(region.retained), pounds(region.passed_on))).collect();
        Ok(Self { asked, amounts, without_limits, regions })
    }

    /// What a region keeps and passes on: pounds.
    #[must_use]
    pub fn region(&self, region: &Region) -> (f64, f64) {
        self.regions.iter().find(|(id, ..)| id == region.id).map_or((0.0, 0.0), |(_, kept, passed)| (*kept, *passed))
    }

    /// What all regions keep: pounds.
    #[must_use]
    pub fn kept(&self) -> f64 {
        self.regions.iter().map(|(_, kept, _)| kept).sum()
    }
}

/// What the limits do.
#[derive(Clone, Debug, PartialEq)]
pub enum Limits {
    /// There are none.
    None,
    /// They are met: what each council gets with them and what it would without, before its region keeps a share.
    Met(Councils, Councils),
    /// They cannot be met, or the pot is no whole number of pounds; the pot is shared without what cannot be.
    Unmet(Unmet),
}

/// The sum due by rate, for a stream that has one.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// How many children count.
    pub children: f64,
    /// Whether some of them are estimated.
    pub estimated: bool,
    /// The rate.
    pub rate: f64,
    /// The sum due.
    pub total: f64,
    /// The pot less that.
    pub gap: f64,
    /// What was asked for Wales as one area.
    pub wales: Sharing,
    /// The same sum over the councils.
    pub shared: Shared,
    /// What each council is due of it, before its region keeps a share.
    pub whole: Councils,
    /// The children who count over the councils, in whole children, so that the parts shown add up to the number shown.
    pub heads: Councils,
}

/// The numbers of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Sums {
    /// The pot.
    pub pot: f64,
    /// The rule chosen and the other, as chosen.
    pub rules: [Rule; 2],
    /// The pot by the rule chosen.
    pub given: Shared,
    /// By the other rule, without limits.
    pub other: Shared,
    /// What the limits do.
    pub limits: Limits,
    /// Under the ring-fence, and out of a general settlement: neither has limits, and no region keeps a share.
    pub fence: [Shared; 2],
    /// What is due by rate.
    pub due: Option<Due>,
    /// Looked after children of each council.
    pub looked_after: Councils,
    /// People under 18 of each council.
    pub under_18: Councils,
}

/// Allocations already asked for: none is asked for twice.
#[derive(Default)]
struct Asked(Vec<Shared>);

impl Asked {
    fn shared(&mut self, pot: f64, weights: &[f64], terms: &Terms) -> Result<Shared, Unmet> {
        let asked = sharing::shared(pot, weights, terms);
        if let Some(known) = self.0.iter().find(|known| known.asked == asked) {
            return Ok(known.clone());
        }
        let shared = Shared::of(asked)?;
        self.0.push(shared.clone());
        Ok(shared)
    }

    /// The same where nothing can be refused: the weights are not all nothing, there are no limits, and the pot is whole in its unit.
    fn plain(&mut self, pot: f64, weights: &[f64], terms: &Terms) -> Shared {
        self.shared(pot, weights, terms).unwrap_or_else(|_| Shared {
            asked: sharing::shared(pot, weights, terms),
            amounts: vec![0.0; weights.len()],
            without_limits: None,
            regions: Vec::new(),
        })
    }
}

impl Sums {
    /// The numbers of a scenario.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let mut asked = Asked::default();
        let pot = scenario.value(Id::Pot);
        let rules = [Id::Rule, Id::Against].map(|id| Rule::of(scenario, id));
        let [by_rule, by_other] = rules.map(|rule| weights::weights(scenario, rule));
        let (terms, finer) = terms(scenario, pot);
        let other = asked.plain(pot, &by_other, &terms);
        let (given, limits) = limited(scenario, &mut asked, pot, [&by_rule, &by_other], &terms);
        let whole = Terms { retained: 0.0, ..terms };
        let own = weights::weights(scenario, stream::own_rule(scenario));
        let general = weights::weights(scenario, Rule::Population);
        Self {
            pot,
            rules,
            other,
            limits: match (limits, finer) {
                (Limits::Unmet(unmet), _) | (_, Some(unmet)) => Limits::Unmet(unmet),
                (limits, None) => limits,
            },
            fence: [own, general].map(|weights| asked.plain(pot, &weights, &whole)),
            due: stream::is_by_rate(scenario).then(|| Due::of(scenario, &mut asked)),
            looked_after: weights::looked_after(scenario),
            under_18: weights::under_18(scenario),
            given,
        }
    }

    /// What each council gets more by the rule chosen than by the other: pounds, to the penny.
    #[must_use]
    pub fn changes(&self) -> Councils {
        less(&self.given.amounts, &self.other.amounts)
    }

    /// What the limits take from those whom they cost something: pounds; none where there are none, or they are not met.
    #[must_use]
    pub fn cost_of_limits(&self) -> Option<f64> {
        let Limits::Met(with, without) = &self.limits else { return None };
        Some(to_penny(less(without, with).into_iter().filter(|less| *less > 0.0).sum()))
    }
}

fn pounds(pence: Pence) -> f64 {
    pence.pounds().value()
}

/// One column less another, to the penny.
pub(super) fn less(ones: &[f64], others: &[f64]) -> Councils {
    ones.iter().zip(others).map(|(one, other)| to_penny(one - other)).collect()
}

/// Pounds without the dust of binary arithmetic.
pub(super) fn to_penny(pounds: f64) -> f64 {
    (pounds * 100.0).round() / 100.0 + 0.0
}

/// What the councils of a place come to, from one number for each of all councils; to the penny.
pub(super) fn sum_over(place: Place, numbers: &[f64]) -> f64 {
    let holds = |council: &place::Council| match place {
        Place::Wales => true,
        Place::Council(own) => own.code == council.code,
        Place::Region(region) => region.holds(council),
    };
    let own = place::COUNCILS.iter().zip(numbers).filter(|(council, _)| holds(council));
    to_penny(own.map(|(_, number)| number).sum())
}

/// How the pot is shared out but for limits; where it is no whole number of pounds it is shared in pennies, and that is told.
fn terms(scenario: &Scenario, pot: f64) -> (Terms<'static>, Option<Unmet>) {
    let regions = stream::regions(scenario);
    let retained = if regions.is_some() { scenario.value(Id::Retained) } else { 0.0 };
    let pounds = scenario.option(Id::Whole) == 1;
    let finer = pounds && pot.fract().abs() > f64::EPSILON;
    (Terms { regions, retained, pounds: pounds && !finer, ..Terms::default() }, finer.then_some(Unmet::Finer))
}

/// The pot by the rule chosen within its limits; without them where they cannot be met.
fn limited(scenario: &Scenario, asked: &mut Asked, pot: f64, [by_rule, by_other]: [&[f64]; 2], terms: &Terms) -> (Shared, Limits) {
    let floor = Some(scenario.value(Id::Floor)).filter(|floor| *floor > 0.0);
    let damped = scenario.option(Id::Damped) == 1;
    if floor.is_none() && !damped {
        return (asked.plain(pot, by_rule, terms), Limits::None);
    }
    let whole = Terms { retained: 0.0, ..*terms };
    let last_year = damped.then(|| last_year(scenario, &asked.plain(pot, by_other, &whole).amounts));
    let last_year = last_year.as_deref().map(|amounts| (amounts, scenario.value(Id::MostChange)));
    match asked.shared(pot, by_rule, &Terms { floor, last_year, ..*terms }) {
        Ok(given) => {
            let before = asked.plain(pot, by_rule, &Terms { floor, last_year, ..whole });
            let without = before.without_limits.unwrap_or_default();
            (given, Limits::Met(before.amounts, without))
        }
        Err(unmet) => (asked.plain(pot, by_rule, terms), Limits::Unmet(unmet)),
    }
}

/// Last year's amounts: the visitor's own where they were loaded, else those of the other rule.
fn last_year(scenario: &Scenario, others: &[f64]) -> Councils {
    let of = |(council, other): (&place::Council, &f64)| weights::own_last_year(scenario, council).map_or(*other, to_penny);
    place::COUNCILS.iter().zip(others).map(of).collect()
}

/// How many children count: the number behind the rate.
#[must_use]
pub fn eligible(scenario: &Scenario) -> f64 {
    match scenario.option(Id::Counts) {
        0 => figure::CHILDREN_2019.value,
        1 => figure::CHILDREN_3_TO_15_2018.value,
        _ => scenario.value(Id::Own),
    }
}

impl Due {
    fn of(scenario: &Scenario, asked: &mut Asked) -> Self {
        let children = eligible(scenario);
        let weights = weights::eligible(scenario);
        let (rate, pot) = (scenario.value(Id::Rate), sharing::pence(scenario.value(Id::Pot)));
        let wales = sharing::wales_by_rate(rate, children);
        let due = allocate(&wales).map(|allocation| allocation.total).ok();
        let total = due.map_or(0.0, pounds);
        let terms = Terms { regions: Some(RegionKind::Consortium), retained: scenario.value(Id::Retained), ..Terms::default() };
        Self {
            children,
            estimated: scenario.option(Id::Counts) == 1,
            rate,
            total,
            gap: due.map_or(0.0, |due| pounds(pot - due)),
            whole: asked.plain(total, &weights, &Terms { retained: 0.0, ..terms }).amounts,
            shared: asked.plain(total, &weights, &terms),
            heads: Shared::of(sharing::heads(children.round(), &weights)).map_or_else(|_| Councils::new(), |shared| shared.amounts),
            wales,
        }
    }

    /// What of the sum due a pot covers; above 1 where it more than covers it.
    #[must_use]
    pub fn covered(&self, pot: f64) -> Option<f64> {
        (self.total > 0.0).then(|| pot / self.total)
    }
}
