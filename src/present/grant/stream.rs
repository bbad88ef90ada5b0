//! What a funding stream asks of the page: whether a rate stands beside its pot, which regions keep a share, by which rule it is shared.

use crate::evidence::Over;
use crate::evidence::Regions;
use crate::evidence::Unit;
use crate::place::RegionKind;
use crate::scenario::Scenario;

use super::weights::Rule;

/// The stream that is a rate for each child.
const BY_RATE: &str = "pdg-lac";

/// Whether the stream is a rate for each child, so that what is due by rate can be set beside the pot.
#[must_use]
pub fn is_by_rate(scenario: &Scenario) -> bool {
    scenario.stream().id == BY_RATE
}

/// The regions that keep a share, where the stream goes through regions whose councils are known.
#[must_use]
pub fn regions(scenario: &Scenario) -> Option<RegionKind> {
    match scenario.stream().regions {
        Regions::Consortia => Some(RegionKind::Consortium),
        Regions::Boards => Some(RegionKind::Board),
        Regions::None | Regions::Collaboratives => None,
    }
}

/// The regions that have equal parts of the stream, whatever the number of their councils.
#[must_use]
pub fn equal_regions(scenario: &Scenario) -> Option<RegionKind> {
    regions(scenario).filter(|_| scenario.stream().over == Over::Regions)
}

/// Whether the stream pays for projects: it is shared over them, or what it buys is counted in them.
#[must_use]
pub fn pays_for_projects(scenario: &Scenario) -> bool {
    let stream = scenario.stream();
    stream.over == Over::Projects || stream.detail().buys.as_ref().is_some_and(|buys| buys.number.unit == Unit::Projects)
}

/// The rule that the stream is shared by unless a reader chooses otherwise; children looked after where it goes to projects, of which
/// nobody has counted any by council.
#[must_use]
pub fn own_rule(scenario: &Scenario) -> Rule {
    match scenario.stream().over {
        Over::Children | Over::Projects => Rule::Children,
        Over::Population => Rule::Population,
        Over::Equal | Over::Regions => Rule::Equal,
        Over::Blend => Rule::Blend,
    }
}
