//! What the figures of a place say together, as the model takes them: count, flows, placements, prices.

use crate::evidence::figure;
use crate::present::ResultRow;
use crate::present::figure::Figure;
use crate::present::footnotes::Footnote;
use crate::scenario::Scenario;
use crate::scenario::own::Group;
use crate::scenario::own::readings::Flows;
use crate::scenario::own::readings::Misfit;
use crate::scenario::own::readings::UnitCost;
use crate::scenario::own::readings::Weighing;
use crate::scenario::prices::at_constant_prices;
use crate::words::Lang;
use crate::words::number;
use crate::words::text::figures as words;
use crate::words::text::plan;
use crate::words::year;

/// A row for each thing that they suffice for; those they do not suffice for say what stands in.
pub(super) fn says(lang: Lang, scenario: &Scenario) -> Vec<ResultRow> {
    let (own, place) = (scenario.own(), scenario.place().key());
    if own.of(place).next().is_none() {
        return Vec::new();
    }
    let missing = |label: &str| ResultRow::new(label, Figure::new("", None, words::NOT_ENOUGH.say(lang).to_owned()), None);
    let mut rows = vec![match own.children(place) {
        Some((year, children)) => ResultRow::new(
            words::SaysChildren { year: &year.to_string() }.say(lang),
            Figure::new("own-children", children, number::whole(children)),
            None,
        ),
        None => ResultRow::new(words::SAYS_CHILDREN_NONE.say(lang), Figure::new("", None, words::NOT_COUNTED.say(lang).to_owned()), None),
    }];
    match own.flows(place) {
        Some(Ok(flows)) => rows.extend(flow_rows(lang, &flows)),
        Some(Err(misfit)) => rows.push(ResultRow::new(words::SAYS_FLOWS.say(lang), Figure::new("", None, misfitting(lang, misfit)), None)),
        None => rows.push(missing(words::SAYS_FLOWS.say(lang))),
    }
    rows.extend(mix_rows(lang, scenario));
    rows.extend(cost_rows(lang, scenario));
    rows.extend(agency_rows(lang, scenario));
    for row in &mut rows {
        row.own = row.figure.exact.is_some();
    }
    // What is estimated is nobody's figure, and rests on how children in Wales are placed.
    let spread = scenario.own_mix().map_or([false; 4], |mix| mix.spread);
    for (group, name, _) in GROUPS.into_iter().filter(|(group, ..)| spread[*group as usize]) {
        for row in rows.iter_mut().filter(|row| row.figure.name == name) {
            row.own = false;
            row.footnotes = vec![of_wales(group)];
        }
    }
    rows
}

fn flow_rows(lang: Lang, flows: &Flows) -> Vec<ResultRow> {
    let year = year::financial(i32::from(flows.year) - 1);
    let calibration = &flows.calibration;
    let entries = calibration.entries.value();
    let stay = calibration.exit_rate.value();
    let balance = words::Balance {
        opening: &number::whole(flows.opening),
        entries: &number::whole(entries),
        leavers: &number::whole(flows.leavers),
        closing: &number::whole(flows.closing),
    };
    let mut rows = vec![
        ResultRow::new(
            words::SaysEntries { year: &year }.say(lang),
            Figure::new("own-entries", entries, number::decimal_trimmed(entries, 1)),
            Some(balance.say(lang)),
        ),
        ResultRow::new(words::SAYS_EXIT_RATE.say(lang), Figure::new("own-exit-rate", stay, number::decimal(stay, 4)), None),
    ];
    if stay > 0.0 {
        rows.push(ResultRow::new(
            words::SAYS_STAY.say(lang),
            Figure::new("own-stay", 1.0 / stay, crate::words::count::years(lang, 1.0 / stay, 2)),
            None,
        ));
    }
    rows
}

fn misfitting(lang: Lang, misfit: Misfit) -> String {
    let n = |value: f64| number::whole(value);
    match misfit {
        Misfit::Opening(value) => words::MisfitOpening { n: &n(value) }.say(lang),
        Misfit::Closing(value) => words::MisfitClosing { n: &n(value) }.say(lang),
        Misfit::Leavers(value) => words::MisfitLeavers { n: &n(value) }.say(lang),
        Misfit::Entries(value) => words::MisfitEntries { n: &n(value) }.say(lang),
        Misfit::Emptied => words::MISFIT_EMPTIED.say(lang).to_owned(),
    }
}

/// The four groups of placements, with the names of their figures.
const GROUPS: [(Group, &str, &str); 4] = [
    (Group::Foster, "own-share-foster", "own-cost-foster"),
    (Group::Residential, "own-share-residential", "own-cost-residential"),
    (Group::Parents, "own-share-parents", "own-cost-parents"),
    (Group::Other, "own-share-other", "own-cost-other"),
];

fn group_name(lang: Lang, group: Group) -> &'static str {
    match group {
        Group::Foster => words::GROUP_FOSTER,
        Group::Residential => words::GROUP_RESIDENTIAL,
        Group::Parents => words::GROUP_PARENTS,
        Group::Other => words::GROUP_OTHER,
    }
    .say(lang)
}

/// Where the share of children in Wales whom a group holds is to be found.
const fn of_wales(group: Group) -> Footnote {
    Footnote::of(match group {
        Group::Foster => &figure::PLACEMENT_FOSTER_SHARE,
        Group::Residential => &figure::PLACEMENT_RESIDENTIAL_SHARE,
        Group::Parents => &figure::PLACEMENT_PARENTS_SHARE,
        Group::Other => &figure::PLACEMENT_OTHER_SHARE,
    })
}

fn mix_rows(lang: Lang, scenario: &Scenario) -> Vec<ResultRow> {
    let Some(mix) = scenario.own_mix() else { return Vec::new() };
    let n = &number::whole(mix.unstated);
    let all_given = mix.unstated > 0.0 && !mix.spread.contains(&true);
    let note = |group: Group| match group {
        Group::Foster if mix.over > 0.0 => {
            Some(words::PlacedOver { over: &number::whole(mix.over), year: &mix.year.to_string() }.say(lang))
        }
        _ if mix.spread[group as usize] => Some(words::UnstatedSpread { n }.say(lang)),
        Group::Other if all_given => Some(words::Unstated { n }.say(lang)),
        _ => None,
    };
    let row = |(group, name, _): (Group, &'static str, &'static str)| {
        let share = mix.share(group);
        let label = words::SaysShare { group: group_name(lang, group) }.say(lang);
        ResultRow::new(label, Figure::new(name, share, number::percent(share, 1)), note(group))
    };
    GROUPS.into_iter().map(row).collect()
}

/// Foster care with agencies, which a plan may tell apart.
fn agency_rows(lang: Lang, scenario: &Scenario) -> Vec<ResultRow> {
    let (own, place) = (scenario.own(), scenario.place().key());
    let share = own
        .agency_share(place)
        .map(|share| ResultRow::new(plan::AGENCY_SHARE.say(lang), Figure::new("own-agency-share", share, number::percent(share, 1)), None));
    let cost = own.agency_cost(place).map(|cost| {
        let label = words::SaysCost { group: plan::PLACEMENT_FOSTER_AGENCY.say(lang) }.say(lang);
        let pounds = at_constant_prices(&cost);
        ResultRow::new(label, Figure::new("own-agency-cost", pounds, number::pounds(pounds)), given(lang, &cost, pounds))
    });
    share.into_iter().chain(cost).collect()
}

/// What a cost was at the prices of its year, where it was brought to others.
fn given(lang: Lang, cost: &UnitCost, pounds: f64) -> Option<String> {
    cost.year.filter(|_| pounds.to_bits() != cost.pounds.to_bits()).map(|ended| {
        let year = &year::financial(i32::from(ended) - 1);
        words::GivenPrices { cost: &number::pounds(cost.pounds), year }.say(lang)
    })
}

fn cost_rows(lang: Lang, scenario: &Scenario) -> Vec<ResultRow> {
    let row = |(group, _, name): (Group, &'static str, &'static str)| {
        let cost = scenario.own().unit_cost(scenario.place().key(), group)?;
        let pounds = at_constant_prices(&cost);
        let weighed = match cost.weighing {
            Weighing::Single => None,
            Weighing::ByNumbers(year) if group == Group::Foster => Some(words::WeighedFoster { year: &year.to_string() }.say(lang)),
            Weighing::ByNumbers(year) => Some(words::WeighedByNumbers { year: &year.to_string() }.say(lang)),
            Weighing::Plain => Some(words::WEIGHED_PLAIN.say(lang).to_owned()),
        };
        let label = words::SaysCost { group: group_name(lang, group) }.say(lang);
        let note: Vec<String> = [given(lang, &cost, pounds), weighed].into_iter().flatten().collect();
        Some(ResultRow::new(label, Figure::new(name, pounds, number::pounds(pounds)), (!note.is_empty()).then(|| note.join(" "))))
    };
    GROUPS.into_iter().filter_map(row).collect()
}
