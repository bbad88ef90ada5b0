//! Puts the sections together: a scenario in, every year of care and money out.

use super::lever::{CohortYear, Course, Left, Lever};
use super::money::{BreakEven, PresentValue, break_even, payback_year};
use super::placement::Table;
use super::stock::{StockYear, stock, variance};
use super::{Grant, Scenario};
use crate::units::{ChildYears, Children, Pounds, PoundsPerChildYear, Year};

/// What a scenario comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// Year by year.
    pub years: Vec<ProjectedYear>,
    /// Lever by lever, in the order of the scenario.
    pub levers: Vec<ProjectedLever>,
    /// Over all the years.
    pub totals: Totals,
}

/// One year of a projection.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectedYear {
    /// The financial year.
    pub year: Year,
    /// Care as it would go.
    pub baseline: InCare,
    /// Care with the levers.
    pub scenario: InCare,
    /// What the levers cost.
    pub programme_cost: Pounds,
    /// Spend avoided that counts as money.
    pub avoided: Pounds,
    /// Avoided less cost.
    pub net: Pounds,
    /// Net of this year and all before it.
    pub cumulative_net: Pounds,
}

/// Children in care in one year, and what their care costs.
#[derive(Clone, Debug, PartialEq)]
pub struct InCare {
    /// Children looked after at the opening.
    pub opening: Children,
    /// Children looked after at the close.
    pub closing: Children,
    /// Entries, where they are known.
    pub entries: Option<Children>,
    /// Exits, where entries are known.
    pub exits: Option<Children>,
    /// Years of care given.
    pub care_years: ChildYears,
    /// Of those, the ones in each placement, in their order.
    pub care: Vec<ChildYears>,
    /// Spend on each placement, in their order.
    pub spend: Vec<Pounds>,
    /// Spend on all of them.
    pub total_spend: Pounds,
    /// One standard deviation of the closing count by chance alone, where entries and exits make the count.
    pub chance_sd: Option<Children>,
    /// The grant that follows the children, where the scenario has one.
    pub grant: Option<Pounds>,
}

/// One lever over the years; every list has one entry a year.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectedLever {
    /// Net inflow of its cohort: those who joined less those who came back.
    pub inflow: Vec<Children>,
    /// Years of care changed.
    pub care_years: Vec<ChildYears>,
    /// What it costs.
    pub cost: Vec<Pounds>,
    /// Spend avoided that counts as money.
    pub avoided: Vec<Pounds>,
    /// Avoided less cost.
    pub net: Vec<Pounds>,
    /// By how much the limits lowered the net inflow; below zero where they kept children from coming back.
    pub cut: Vec<Children>,
    /// Years in which a limit was reached.
    pub limited_years: Vec<Year>,
    /// Cost and avoided spend, brought to the first year.
    pub present_value: PresentValue,
    /// The year from which it has paid for itself.
    pub payback_year: Option<Year>,
    /// The least effect at which it pays for itself.
    pub break_even: Option<BreakEven>,
}

/// A projection over all its years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Totals {
    /// Cost and avoided spend of all levers, brought to the first year.
    pub present_value: PresentValue,
    /// The year from which they have paid for themselves.
    pub payback_year: Option<Year>,
    /// Spend without the levers, not discounted.
    pub spend_baseline: Pounds,
    /// Spend with them, not discounted: the baseline's less what is avoided that counts as money, plus what the levers cost.
    pub spend_scenario: Pounds,
    /// Children at the last close without the levers.
    pub children_end_baseline: Children,
    /// Children at the last close with them.
    pub children_end_scenario: Children,
}

/// What a settled scenario comes to ([`Scenario::settled`]); in tests it is asked whether it is one.
#[must_use]
pub fn project(scenario: &Scenario) -> Projection {
    debug_assert!(scenario.is_settled(), "a part or a rest is worked out first");
    let stock = stock(scenario);
    let table = Table::new(scenario);
    let mut left = Left::new(&table, &stock);
    let mut sums = Sums::new(&table, &stock);
    let mut cohort = Vec::with_capacity(stock.len());
    let mut levers = Vec::with_capacity(scenario.levers.len());
    for lever in &scenario.levers {
        levers.push(project_lever(scenario, lever, &table, &stock, &left, &mut cohort));
        left.take(lever, &table, &cohort);
        sums.add(lever, &table, &cohort);
    }
    let years = project_years(scenario, table.width(), &stock, &sums, &levers);
    let totals = totals(scenario, &years, &levers);
    Projection { years, levers, totals }
}

/// What the levers together change, year by year.
struct Sums {
    /// The baseline's child-years by placement, in rows.
    baseline_care: Vec<f64>,
    /// The scenario's.
    care: Vec<f64>,
    /// The baseline's spend by placement, in rows.
    baseline: Vec<f64>,
    /// The scenario's.
    spend: Vec<f64>,
    /// Net inflow of levers that divert.
    diverted: Vec<f64>,
    /// Net inflow of levers whose cohort is out of care.
    left_care: Vec<f64>,
    /// Children out of care at the close.
    out_of_care: Vec<f64>,
    /// Years of care not given.
    care_years: Vec<f64>,
}

impl Sums {
    /// The baseline's spend, and no lever yet.
    fn new(table: &Table, stock: &[StockYear]) -> Self {
        let spend = |(y, year): (usize, &StockYear)| {
            let care = year.care_years.value();
            let rows = table.mean_mix(y).iter().zip(table.unit_cost(y));
            rows.map(move |(share, cost)| share * care * cost)
        };
        let baseline: Vec<f64> = stock.iter().enumerate().flat_map(spend).collect();
        let care = |(y, year): (usize, &StockYear)| {
            let care = year.care_years.value();
            table.mean_mix(y).iter().map(move |share| share * care)
        };
        let baseline_care: Vec<f64> = stock.iter().enumerate().flat_map(care).collect();
        let none = vec![0.0; stock.len()];
        Self {
            care: baseline_care.clone(),
            baseline_care,
            spend: baseline.clone(),
            baseline,
            diverted: none.clone(),
            left_care: none.clone(),
            out_of_care: none.clone(),
            care_years: none,
        }
    }

    fn add(&mut self, lever: &Lever, table: &Table, cohort: &[CohortYear]) {
        let width = table.width();
        for (y, year) in cohort.iter().enumerate() {
            let (spend, care, cost) = (&mut self.spend, &mut self.care, table.unit_cost(y));
            lever.effects(table.mean_mix(y), |p, change| {
                care[y * width + p] += change * year.care_years;
                spend[y * width + p] += change * year.care_years * cost[p];
            });
            if lever.leaves_care() {
                self.left_care[y] += year.net;
                self.out_of_care[y] += year.closing;
                self.care_years[y] += year.care_years;
            }
            if matches!(lever.action, super::Action::Divert { .. }) {
                self.diverted[y] += year.net;
            }
        }
    }
}

/// What a child-year of the cohort saves in year `y`, before it is known how much of that counts as money.
pub(super) fn saved(lever: &Lever, table: &Table, y: usize) -> PoundsPerChildYear {
    let (cost, mut saved) = (table.unit_cost(y), 0.0);
    lever.effects(table.mean_mix(y), |p, change| saved -= change * cost[p]);
    PoundsPerChildYear::new(saved)
}

/// What a pound of each year is worth in the first.
pub(super) fn discount(scenario: &Scenario, y: u16) -> f64 {
    1.0 / scenario.discount_rate.factor(y)
}

fn project_lever(
    scenario: &Scenario,
    lever: &Lever,
    table: &Table,
    stock: &[StockYear],
    left: &Left,
    cohort: &mut Vec<CohortYear>,
) -> ProjectedLever {
    let course = Course::new(scenario, lever, table, stock, left);
    let mut gross = vec![0.0; course.years()];
    cohort.clear();
    course.follow(lever.effect().value(), true, &mut gross, |_, year| cohort.push(year));

    let years = || (0..scenario.years).zip(cohort.iter());
    let price: Vec<PoundsPerChildYear> = (0..stock.len()).map(|y| saved(lever, table, y) * scenario.realised().value()).collect();
    let worth: Vec<f64> = (0..).zip(&price).map(|(y, price)| price.value() * discount(scenario, y)).collect();
    let cost: Vec<Pounds> = years().map(|(y, _)| lever.annual_cost * lever.scale(scenario.first_year.plus(y))).collect();
    let care_years: Vec<ChildYears> = cohort.iter().map(|year| ChildYears::new(year.care_years)).collect();
    let avoided: Vec<Pounds> = care_years.iter().zip(&price).map(|(care, price)| *care * *price).collect();
    let net: Vec<Pounds> = avoided.iter().zip(&cost).map(|(avoided, cost)| *avoided - *cost).collect();
    let present = |money: &[Pounds]| (0..).zip(money).map(|(y, money)| *money * discount(scenario, y)).sum();
    let present_value = PresentValue { cost: present(&cost), avoided: present(&avoided) };
    ProjectedLever {
        inflow: cohort.iter().map(|year| Children::new(year.net)).collect(),
        cut: cohort.iter().map(|year| Children::new(year.cut)).collect(),
        limited_years: years().filter(|(_, year)| year.limited).map(|(y, _)| scenario.first_year.plus(y)).collect(),
        payback_year: payback_year(scenario.first_year, avoided.iter().copied().zip(cost.iter().copied())),
        break_even: break_even(&course, &worth, present_value.cost.value(), &mut gross).map(|effect| BreakEven::new(lever, effect)),
        care_years,
        cost,
        avoided,
        net,
        present_value,
    }
}

fn project_years(scenario: &Scenario, width: usize, stock: &[StockYear], sums: &Sums, levers: &[ProjectedLever]) -> Vec<ProjectedYear> {
    let mut cumulative_net = Pounds::ZERO;
    let mut paths = Paths { scenario, width, stock, sums, variance: [0.0; 2] };
    let mut years = Vec::with_capacity(stock.len());
    for (y, n) in (0..stock.len()).zip(0..) {
        let (baseline, scenario_path) = paths.next(y);
        let programme_cost = levers.iter().map(|lever| lever.cost[y]).sum();
        let avoided = levers.iter().map(|lever| lever.avoided[y]).sum();
        let net = avoided - programme_cost;
        cumulative_net += net;
        years.push(ProjectedYear {
            year: scenario.first_year.plus(n),
            baseline,
            scenario: scenario_path,
            programme_cost,
            avoided,
            net,
            cumulative_net,
        });
    }
    years
}

/// The two paths side by side, each with the chance that has built up.
struct Paths<'a> {
    scenario: &'a Scenario,
    width: usize,
    stock: &'a [StockYear],
    sums: &'a Sums,
    variance: [f64; 2],
}

impl Paths<'_> {
    /// Children in care with the levers at the opening of year `y`.
    fn opening(&self, y: usize) -> Children {
        let out = y.checked_sub(1).map_or(0.0, |before| self.sums.out_of_care[before]);
        self.stock[y].opening - Children::new(out)
    }

    fn next(&mut self, y: usize) -> (InCare, InCare) {
        let (year, sums) = (&self.stock[y], self.sums);
        let row = y * self.width..(y + 1) * self.width;
        let spend = |all: &[f64]| all[row.clone()].iter().copied().map(Pounds::new).collect();
        let care = |all: &[f64]| all[row.clone()].iter().copied().map(ChildYears::new).collect();
        let baseline = InCare {
            opening: year.opening,
            closing: year.closing,
            entries: year.entries,
            exits: year.exits,
            care_years: year.care_years,
            care: care(&sums.baseline_care),
            spend: spend(&sums.baseline),
            total_spend: Pounds::ZERO,
            chance_sd: self.chance(0, y, year.opening, 0.0),
            grant: self.grant(y, |then| self.stock[then].opening),
        };
        let (opening, closing) = (self.opening(y), year.closing - Children::new(sums.out_of_care[y]));
        let entries = year.entries.map(|entries| entries - Children::new(sums.diverted[y]));
        let scenario = InCare {
            opening,
            closing,
            entries,
            exits: entries.map(|entries| opening + entries - closing),
            care_years: year.care_years - ChildYears::new(sums.care_years[y]),
            care: care(&sums.care),
            spend: spend(&sums.spend),
            total_spend: Pounds::ZERO,
            chance_sd: self.chance(1, y, opening, sums.left_care[y]),
            grant: self.grant(y, |then| self.opening(then)),
        };
        (baseline.totalled(), scenario.totalled())
    }

    /// One standard deviation of a path's closing count. Only flows say how a count varies.
    fn chance(&mut self, path: usize, y: usize, opening: Children, inflow: f64) -> Option<Children> {
        let year = &self.stock[y];
        let flows = matches!(self.scenario.baseline.course, super::Course::Flows);
        let entries = year.entries.filter(|_| flows)?;
        self.variance[path] = variance(self.variance[path], opening.value(), entries.value() - inflow, year);
        Some(Children::new(self.variance[path].max(0.0).sqrt()))
    }

    fn grant(&self, y: usize, opening: impl Fn(usize) -> Children) -> Option<Pounds> {
        let Grant { rate, eligible_share, lag_years } = self.scenario.grant?;
        let children = opening(y.saturating_sub(usize::from(lag_years)));
        Some(rate * eligible_share * children.value())
    }
}

impl InCare {
    fn totalled(mut self) -> Self {
        self.total_spend = self.spend.iter().copied().sum();
        self
    }
}

fn totals(scenario: &Scenario, years: &[ProjectedYear], levers: &[ProjectedLever]) -> Totals {
    let spend_baseline = years.iter().map(|year| year.baseline.total_spend).sum();
    let last = |count: fn(&ProjectedYear) -> Children| years.last().map_or(scenario.baseline.children, count);
    Totals {
        present_value: PresentValue {
            cost: levers.iter().map(|lever| lever.present_value.cost).sum(),
            avoided: levers.iter().map(|lever| lever.present_value.avoided).sum(),
        },
        payback_year: payback_year(scenario.first_year, years.iter().map(|year| (year.avoided, year.programme_cost))),
        spend_baseline,
        spend_scenario: spend_baseline - years.iter().map(|year| year.net).sum(),
        children_end_baseline: last(|year| year.baseline.closing),
        children_end_scenario: last(|year| year.scenario.closing),
    }
}
