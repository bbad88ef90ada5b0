//! What a pot is shared out by: the weight of each council under each rule, and the counts that per child figures divide by.
//!
//! It knows the counts of the evidence and the fields; it knows nothing of money, and puts nothing into words but the names of the rules.

use crate::app::Room;
use crate::evidence::document;
use crate::place;
use crate::place::Council;
use crate::place::Place;
use crate::place::RegionKind;
use crate::present::footnotes;
use crate::present::footnotes::Footnote;
use crate::present::rooms;
use crate::scenario::Id;
use crate::scenario::Scenario;

/// A rule of sharing out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Children looked after who count.
    Children,
    /// People under 18.
    Population,
    /// Equal parts.
    Equal,
    /// The weighted sum of the shares by the three rules before it.
    Blend,
    /// The visitor's own weights.
    Own,
}

impl Rule {
    /// The rule chosen in a field that offers them, by its key.
    #[must_use]
    pub fn of(scenario: &Scenario, id: Id) -> Self {
        match id.field().options.get(scenario.option(id)).map_or("", |choice| choice.key) {
            "population" => Self::Population,
            "equal" => Self::Equal,
            "blend" => Self::Blend,
            "own" => Self::Own,
            _ => Self::Children,
        }
    }
}

/// The weight that the visitor gives a council; none where none was loaded.
#[must_use]
pub fn own_weight(scenario: &Scenario, council: &Council) -> Option<f64> {
    scenario.own().weight(council.code)
}

/// What a council had of the stream last year by the visitor's own figures, before its region keeps a share: pounds; none where none
/// was loaded.
#[must_use]
pub fn own_last_year(scenario: &Scenario, council: &Council) -> Option<f64> {
    scenario.own().grant(council.code, scenario.stream().id).map(|(_, pounds)| pounds)
}

/// Whether the latest counts stand behind the shares; else those of the documents' time. Only where the room offers the choice.
#[must_use]
pub fn is_latest(scenario: &Scenario) -> bool {
    rooms::has(Room::Grant, Id::Base) && scenario.option(Id::Base) == 1
}

/// The 31 March of which looked after children are counted, and the middle of the year in which people under 18 are.
#[must_use]
pub fn years(scenario: &Scenario) -> (u16, u16) {
    if is_latest(scenario) { (2024, 2024) } else { (2018, 2019) }
}

/// How a share is worked out, and where those counts are from: of looked after children, then of people under 18.
#[must_use]
pub fn footnotes(scenario: &Scenario) -> &'static [Footnote; 3] {
    const SHARING: Footnote = Footnote::Method(&footnotes::SHARING);
    if is_latest(scenario) {
        const { &[SHARING, Footnote::in_document(&document::STATSWALES_TWO_YEARS), Footnote::in_document(&document::ONS_2024)] }
    } else {
        const { &[SHARING, Footnote::in_document(&document::STATSWALES_AGES), Footnote::in_document(&document::ONS_2020)] }
    }
}

/// One number for each council, in the order of the councils.
pub type Councils = Vec<f64>;

fn each(of: impl Fn(&'static Council) -> f64) -> Councils {
    place::COUNCILS.iter().map(of).collect()
}

/// Looked after children of each council: as published for March 2018, or the latest.
#[must_use]
pub fn looked_after(scenario: &Scenario) -> Councils {
    let year = years(scenario).0;
    each(|council| Place::Council(council).children(year).map_or(council.counts.children, |children| children.children))
}

/// People under 18 of each council.
#[must_use]
pub fn under_18(scenario: &Scenario) -> Councils {
    let year = years(scenario).1;
    each(|council| Place::Council(council).under_18(year).map_or(0.0, |people| people.children))
}

/// The children of a council who count: for a grant by rate, all or those aged 3 to 15 in March 2018, whose ages are known only then;
/// for every other stream, all looked after.
#[must_use]
pub fn eligible(scenario: &Scenario) -> Councils {
    match (super::stream::is_by_rate(scenario), scenario.option(Id::Counts)) {
        (true, 1) => each(|council| council.counts.aged_3_to_15()),
        (true, _) => each(|council| council.counts.children),
        _ => looked_after(scenario),
    }
}

/// The rule that really shares: where there are no weights of one's own, or a blend of nothing, the children stand in.
#[must_use]
pub fn in_force(scenario: &Scenario, rule: Rule) -> Rule {
    let blends = || parts(scenario).iter().any(|part| *part > 0.0);
    let owns = || {
        let weights = || place::COUNCILS.iter().map(|council| own_weight(scenario, council));
        weights().all(|weight| weight.is_some()) && weights().flatten().any(|weight| weight > 0.0)
    };
    let stands = match rule {
        Rule::Blend => blends(),
        Rule::Own => owns(),
        _ => true,
    };
    if stands { rule } else { Rule::Children }
}

/// The parts of a blend: children, people under 18, equal parts.
fn parts(scenario: &Scenario) -> [f64; 3] {
    [Id::BlendChildren, Id::BlendPopulation, Id::BlendEqual].map(|id| scenario.value(id))
}

/// The weight of each council under a rule.
#[must_use]
pub fn weights(scenario: &Scenario, rule: Rule) -> Councils {
    match in_force(scenario, rule) {
        Rule::Children => eligible(scenario),
        Rule::Population => under_18(scenario),
        Rule::Equal => equal(scenario),
        Rule::Blend => blend(scenario),
        Rule::Own => each(|council| own_weight(scenario, council).unwrap_or(0.0)),
    }
}

/// As much to each council; where it goes to regions in equal parts, as much to each region, and of that to each of its councils.
fn equal(scenario: &Scenario) -> Councils {
    let regions = super::stream::equal_regions(scenario);
    each(|council| match regions {
        Some(RegionKind::Consortium) => part_of(council.consortium),
        Some(RegionKind::Board) => part_of(council.board),
        None => 1.0,
    })
}

fn part_of(region: &place::Region) -> f64 {
    1.0 / region.councils().map(|_| 1.0).sum::<f64>()
}

/// The weighted sum of the shares by each rule.
fn blend(scenario: &Scenario) -> Councils {
    let rules = [Rule::Children, Rule::Population, Rule::Equal];
    let mut blended = each(|_| 0.0);
    for (rule, part) in rules.into_iter().zip(parts(scenario)) {
        let weights = weights(scenario, rule);
        let all: f64 = weights.iter().sum();
        for (sum, weight) in blended.iter_mut().zip(weights) {
            *sum += part * weight / all;
        }
    }
    blended
}
