//! What a place's own figures say together: flows, mix and unit costs as the model takes them, each from the latest year that
//! suffices. Nothing is guessed: where figures do not suffice there is no answer, and the caller falls back on published ones.
//!
//! Sections 1 and 2 of `METHOD.md`, as it is in [`crate::model`].

use super::{Group, Item, Key, Own, Placement};
use crate::model::stock::{self, Calibration};
use crate::units::Children;

/// Entries and the rate of leaving, from a place's own counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flows {
    /// The year of the closing count, of 31 March; the flows are of the financial year that ends on it.
    pub year: u16,
    /// Children at the opening, a year before; given or worked out.
    pub opening: f64,
    /// Children at the close; given or worked out.
    pub closing: f64,
    /// Children who left in the year; given or worked out.
    pub leavers: f64,
    /// Entries, exit rate, mean stay and care years: METHOD section 1, calibration.
    pub calibration: Calibration,
}

/// Why a year's own figures fit no flows, so that a page can say which of them to look at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Misfit {
    /// The count a year before would be this, below zero: more came in than were there and left together.
    Opening(f64),
    /// The count at the close would be this, below zero: more left than there were.
    Closing(f64),
    /// The leavers would be this, below zero: more are there than can be.
    Leavers(f64),
    /// The entries would be this, below zero: more are there than can be.
    Entries(f64),
    /// Everybody left, which no rate can do in a year.
    Emptied,
}

/// How children are spread over the placements of the model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mix {
    /// The year of the 31 March on which they were counted.
    pub year: u16,
    /// The share of each group, in the order of [`Group::ALL`]; they add up to 1.
    pub shares: [f64; 4],
    /// Children counted in that year whose placement is not given; they are spread over the groups that are not given in full, or else are
    /// elsewhere.
    pub unstated: f64,
    /// Which groups some of these children are counted in.
    pub spread: [bool; 4],
    /// Children whose placement is given beyond those counted in that year.
    pub over: f64,
}

impl Mix {
    /// The share of one group.
    #[must_use]
    pub const fn share(&self, group: Group) -> f64 {
        self.shares[group as usize]
    }
}

/// How the costs of several placements became one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighing {
    /// There was only one.
    Single,
    /// By the numbers of children in them in this year.
    ByNumbers(u16),
    /// A plain mean, because there are no numbers for all of them.
    Plain,
}

/// What one child costs for a year in one group of placements.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitCost {
    /// The year on whose 31 March the financial year of its prices ended; none where none was given.
    pub year: Option<u16>,
    /// Pounds for one child for one year; a week's cost × 365 / 7.
    pub pounds: f64,
    /// How it was made from several.
    pub weighing: Weighing,
}

impl Own {
    fn at(&self, place: &'static str, year: u16, item: Item) -> Option<f64> {
        self.get(&Key { place, year: Some(year), item })
    }

    /// The latest count of children looked after: the year of its 31 March, and how many.
    #[must_use]
    pub fn children(&self, place: &'static str) -> Option<(u16, f64)> {
        self.of(place).rev().find(|(key, _)| key.item == Item::Children).and_then(|(key, value)| Some((key.year?, value)))
    }

    /// Entries and exit rate of the latest year of which three are known of: count a year before (N0), count at the close (N1),
    /// entries (E), leavers (X). The fourth balances `N1 = N0 + E − X`. Where all four are given and do not balance, the counts
    /// and the leavers stand, as in METHOD section 1. None where no year has three.
    ///
    /// # Errors
    /// A [`Misfit`] where the three fit no flows; no earlier year stands in.
    #[must_use]
    pub fn flows(&self, place: &'static str) -> Option<Result<Flows, Misfit>> {
        let mut years: Vec<u16> = self.of(place).filter_map(|(key, _)| key.year).collect();
        years.dedup();
        years.into_iter().rev().find_map(|year| self.flows_of(place, year))
    }

    fn flows_of(&self, place: &'static str, year: u16) -> Option<Result<Flows, Misfit>> {
        let before = self.at(place, year - 1, Item::Children);
        let [after, entries, leavers] = [Item::Children, Item::Entries, Item::Leavers].map(|item| self.at(place, year, item));
        let (opening, closing, leavers) = match (before, after, entries, leavers) {
            (Some(before), Some(after), _, Some(leavers)) => (before, after, leavers),
            (None, Some(after), Some(entries), Some(leavers)) => (after - entries + leavers, after, leavers),
            (Some(before), None, Some(entries), Some(leavers)) => (before, before + entries - leavers, leavers),
            (Some(before), Some(after), Some(entries), None) => (before, after, before + entries - after),
            _ => return None,
        };
        Some(flows(year, opening, closing, leavers))
    }

    /// The shares of the four groups, from the placement numbers of the latest year that has them (METHOD section 2). Where the count
    /// of that year is larger than they are together, the groups that are not given in full share what the others leave, as they are to each
    /// other in `usual`, and none has less than what is given of it; where all are given, the rest counts as elsewhere. Foster care is given in
    /// full as a whole or by its three kinds; residential care by its homes, with or without secure ones. None where there are no children in
    /// them, or where one group alone is given and no count beside it, which says nothing about the others.
    #[must_use]
    pub fn mix(&self, place: &'static str, usual: [f64; 4]) -> Option<Mix> {
        let placed = |key: &Key| matches!(key.item, Item::Placed(_));
        let year = self.of(place).rev().find(|(key, _)| placed(key))?.0.year?;
        let (mut numbers, mut placements) = ([0.0; 4], Vec::new());
        for (key, number) in self.of(place).filter(|(key, _)| key.year == Some(year)) {
            if let Item::Placed(placement) = key.item {
                numbers[placement.group() as usize] += number;
                placements.push(placement);
            }
        }
        let has = |placement: &Placement| placements.contains(placement);
        let kinds = [Placement::FosterInHouse, Placement::FosterAgency, Placement::Kinship];
        let foster = has(&Placement::Foster) || kinds.iter().all(has);
        let given = [foster, has(&Placement::Residential), has(&Placement::Parents), has(&Placement::Other)];
        let stated: f64 = numbers.iter().sum();
        let count = self.at(place, year, Item::Children);
        let [unstated, over] = [1.0, -1.0].map(|sign| count.map_or(0.0, |count| (sign * (count - stated)).max(0.0)));
        let groups = Group::ALL.iter().filter(|group| placements.iter().any(|placement| placement.group() == **group)).count();
        let spread = if unstated > 0.0 { spread(&mut numbers, given, unstated, usual) } else { [false; 4] };
        let (enough, total) = (count.is_some() || groups > 1, stated + unstated);
        (enough && total > 0.0).then(|| Mix { year, shares: numbers.map(|number| number / total), unstated, spread, over })
    }

    /// What a child-year costs in a group (METHOD section 2): from the costs of no particular year, or else from those of the latest year
    /// that has any for the group. Several are weighed by the numbers of the latest year that has one for each of them; where there is
    /// no such year, or nobody in it, it is their plain mean. [`UnitCost::weighing`] says which. Foster care that has no price of its own and
    /// is not with agencies is taken to cost what in-house care does, where that has one; what agencies charge alone says nothing of the rest.
    #[must_use]
    pub fn unit_cost(&self, place: &'static str, group: Group) -> Option<UnitCost> {
        let of = |placement: Placement| placement.group() == group;
        self.cost_of(place, &|placement| of(placement) && placement != Placement::FosterAgency, &of)
    }

    /// What a child-year with an agency's foster carers costs (METHOD section 2), by the latest such cost.
    #[must_use]
    pub fn agency_cost(&self, place: &'static str) -> Option<UnitCost> {
        let agency = |placement| placement == Placement::FosterAgency;
        self.cost_of(place, &agency, &agency)
    }

    /// The share of foster care that is with agencies, from the numbers of the latest year that has one for agencies. None where that year does
    /// not have foster care in full: as a whole beside them, or by its three kinds.
    #[must_use]
    pub fn agency_share(&self, place: &'static str) -> Option<f64> {
        let is_agency = |key: &Key| key.item == Item::Placed(Placement::FosterAgency);
        let year = self.of(place).rev().find(|(key, _)| is_agency(key))?.0.year?;
        let at = |placement| self.at(place, year, Item::Placed(placement));
        let [whole, in_house, kinship] = [Placement::Foster, Placement::FosterInHouse, Placement::Kinship].map(at);
        let in_full = whole.is_some() || (in_house.is_some() && kinship.is_some());
        let agency = at(Placement::FosterAgency)?;
        let all = agency + [whole, in_house, kinship].into_iter().flatten().sum::<f64>();
        (in_full && all > 0.0).then(|| agency / all)
    }

    /// What a child-year in some placements costs, by the year that has a cost of one for which `dates` holds.
    fn cost_of(&self, place: &'static str, dates: &dyn Fn(Placement) -> bool, of: &dyn Fn(Placement) -> bool) -> Option<UnitCost> {
        let year = self.latest(place, &|key| matches!(key.item, Item::Cost(placement, _) if dates(placement)))?.0.year;
        let cost = |(key, pounds): (Key, f64)| match key.item {
            Item::Cost(placement, per) if of(placement) => Some((placement, per.a_year(pounds))),
            _ => None,
        };
        let costs: Vec<(Placement, f64)> = self.of(place).filter(|(key, _)| key.year == year).filter_map(cost).collect();
        let (pounds, weighing) = self.weighed(place, &costs);
        Some(UnitCost { year, pounds, weighing })
    }

    fn weighed(&self, place: &'static str, costs: &[(Placement, f64)]) -> (f64, Weighing) {
        if let [(_, pounds)] = costs {
            return (*pounds, Weighing::Single);
        }
        let mut years: Vec<u16> = self.of(place).filter_map(|(key, _)| key.year).collect();
        years.dedup();
        let weighed = years.into_iter().rev().find_map(|year| {
            let at = |placement| self.at(place, year, Item::Placed(placement));
            let unpriced = |placement: &Placement| costs.iter().all(|(priced, _)| priced != placement);
            let number = |(placement, _): &(Placement, f64)| {
                let rest = if *placement == Placement::FosterInHouse { &[Placement::Foster, Placement::Kinship][..] } else { &[] };
                Some(at(*placement)? + rest.iter().filter(|rest| unpriced(rest)).filter_map(|rest| at(*rest)).sum::<f64>())
            };
            let numbers: Vec<f64> = costs.iter().map(number).collect::<Option<_>>()?;
            let total: f64 = numbers.iter().sum();
            let spend: f64 = costs.iter().zip(&numbers).map(|((_, pounds), number)| pounds * number).sum();
            (total > 0.0).then(|| (spend / total, Weighing::ByNumbers(year)))
        });
        weighed.unwrap_or_else(|| {
            let sum: f64 = costs.iter().map(|(_, pounds)| pounds).sum();
            (sum / costs.iter().map(|_| 1.0).sum::<f64>().max(1.0), Weighing::Plain)
        })
    }

    /// Pounds of a grant, and the year on whose 31 March its financial year ended: of no particular year, or else the latest.
    #[must_use]
    pub fn grant(&self, place: &'static str, id: &str) -> Option<(Option<u16>, f64)> {
        let is = |key: &Key| matches!(key.item, Item::Grant(grant) if grant == id);
        self.latest(place, &is).map(|(key, pounds)| (key.year, pounds))
    }

    /// A council's weight for sharing out a grant (METHOD section 5): of no particular year, or else the latest.
    #[must_use]
    pub fn weight(&self, place: &'static str) -> Option<f64> {
        self.latest(place, &|key| key.item == Item::Weight).map(|(_, weight)| weight)
    }

    /// Of such figures one of no particular year, for that is how it is now; else one of the latest year.
    fn latest(&self, place: &'static str, wanted: &dyn Fn(&Key) -> bool) -> Option<(Key, f64)> {
        let figures = || self.of(place).filter(|(key, _)| wanted(key));
        figures().find(|(key, _)| key.year.is_none()).or_else(|| figures().next_back())
    }
}

/// Spreads children over the groups that are not given in full, as they are to each other in `usual`, none with less than it has; over the
/// last where all are given. Which groups that were.
fn spread(numbers: &mut [f64; 4], given: [bool; 4], children: f64, usual: [f64; 4]) -> [bool; 4] {
    let mut open = given.map(|given| !given);
    // One that is given more of than its part of what is left keeps that, and the others share the rest.
    loop {
        let all = |of: &[f64; 4]| of.iter().zip(open).filter(|(_, open)| *open).map(|(number, _)| number).sum::<f64>();
        let (left, weight) = (children + all(numbers), all(&usual));
        if weight <= 0.0 {
            numbers[Group::Other as usize] += children;
            return [false; 4];
        }
        let part = |at: usize| left * usual[at] / weight;
        let Some(more) = (0..4).find(|at| open[*at] && numbers[*at] > part(*at)) else {
            let shares: [f64; 4] = std::array::from_fn(part);
            (0..4).filter(|at| open[*at]).for_each(|at| numbers[at] = shares[at]);
            return open;
        };
        open[more] = false;
    }
}

/// The flows that two counts and the leavers between them give.
fn flows(year: u16, opening: f64, closing: f64, leavers: f64) -> Result<Flows, Misfit> {
    match (opening < 0.0, closing < 0.0, leavers < 0.0) {
        (true, _, _) => return Err(Misfit::Opening(opening)),
        (_, true, _) => return Err(Misfit::Closing(closing)),
        (_, _, true) => return Err(Misfit::Leavers(leavers)),
        _ => {}
    }
    match stock::calibrate(Children::new(opening), Children::new(closing), Children::new(leavers)) {
        Ok(calibration) => Ok(Flows { year, opening, closing, leavers, calibration }),
        Err(stock::Misfit::Entries(entries)) => Err(Misfit::Entries(entries.value())),
        Err(stock::Misfit::Emptied) => Err(Misfit::Emptied),
    }
}
