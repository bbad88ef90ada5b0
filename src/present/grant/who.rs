//! Who would get what, in sentences: the place chosen, who gains and who loses against the other rule, and what the limits cost.

use crate::model::allocation::Unmet;
use crate::place;
use crate::place::Place;
use crate::place::RegionKind;
use crate::present::fields::pounds;
use crate::present::figure::Figure;
use crate::present::figure::Sentence;
use crate::present::figure::mark;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::units::Pence;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::count;
use crate::words::text::grant as words;

use super::sums::Limits;
use super::sums::Shared;
use super::sums::Sums;
use super::sums::sum_over;
use super::sums::to_penny;
use super::weights;
use super::weights::Rule;

/// By a rule, as it stands in a sentence: the one that really shares.
pub(super) fn by(lang: Lang, scenario: &Scenario, rule: Rule) -> &'static str {
    let text: Text = match weights::in_force(scenario, rule) {
        Rule::Children => words::BY_CHILDREN,
        Rule::Population => words::BY_POPULATION,
        Rule::Equal if super::stream::equal_regions(scenario).is_some() => words::BY_EQUAL_REGIONS,
        Rule::Equal => words::BY_EQUAL,
        Rule::Blend => words::BY_BLEND,
        Rule::Own => words::BY_OWN,
    };
    text.say(lang)
}

/// What a place gets by the rule chosen: its councils together, and what it keeps where it is a region that keeps a share.
pub(super) fn amount(sums: &Sums, place: Place) -> f64 {
    to_penny(sum_over(place, &sums.given.amounts) + kept(sums, place))
}

fn kept(sums: &Sums, place: Place) -> f64 {
    kept_of(&sums.given, place)
}

fn kept_of(shared: &Shared, place: Place) -> f64 {
    match place {
        Place::Region(region) => shared.region(region).0,
        Place::Wales => shared.kept(),
        Place::Council(_) => 0.0,
    }
}

/// The same for each child looked after in it.
pub(super) fn each(sums: &Sums, place: Place) -> f64 {
    to_penny(amount(sums, place) / sum_over(place, &sums.looked_after))
}

/// What the place gets, and how that compares with the other rule and with the others of its kind; nothing for Wales.
pub(super) fn place_line(lang: Lang, scenario: &Scenario, sums: &Sums) -> Option<Sentence> {
    let place = Some(scenario.place()).filter(|place| *place != Place::Wales && sums.pot > 0.0)?;
    let (name, [by, by_other]) = (place.full_name(lang), sums.rules.map(|rule| by(lang, scenario, rule)));
    let (gets, each, kept) = (amount(sums, place), each(sums, place), kept(sums, place));
    let other = to_penny(sum_over(place, &sums.other.amounts) + kept_of(&sums.other, place));
    let change = to_penny(gets - other);
    let (rank, of) = rank(sums, place);
    let figures = [
        Figure::new("place", gets, pounds(gets)),
        Figure::new("place-each", each, number::pounds_and_pence(each)),
        Figure::new("place-kept", kept, pounds(kept)),
        Figure::new("place-other", other, pounds(other)),
        Figure::new("place-change", change, number::signed(&pounds(change))),
        Figure::new("place-rank", rank, number::whole(rank)),
    ];
    let counted = if weights::is_latest(scenario) { words::COUNTED_LATEST } else { words::COUNTED }.say(lang);
    let mut parts = vec![words::PlaceGets { place: &name, by, amount: mark(0), each: mark(1), counted }.say(lang)];
    if kept > 0.0 {
        parts.push(words::PlaceKeeps { kept: mark(2) }.say(lang));
    }
    parts.extend([
        words::PlaceOther { by_other, other: mark(3), change: mark(4) }.say(lang),
        if all_equal(sums, place) {
            words::PLACE_EQUAL.say(lang).to_owned()
        } else {
            words::PlaceRank { rank: mark(5), of: &number::whole(of) }.say(lang)
        },
    ]);
    Some(Sentence::of(&parts.join(" "), &figures))
}

/// Where a place stands among those of its kind by the amount for each child, from the most; and how many there are.
fn rank(sums: &Sums, place: Place) -> (f64, f64) {
    let kind = |place: Place| match place {
        Place::Wales => 0,
        Place::Council(_) => 1,
        Place::Region(region) if region.kind == RegionKind::Consortium => 2,
        Place::Region(_) => 3,
    };
    let own = each(sums, place);
    let alike = Place::ALL.iter().filter(|other| kind(**other) == kind(place));
    alike.fold((1.0, 0.0), |(rank, of), other| (rank + f64::from(u8::from(each(sums, *other) > own)), of + 1.0))
}

/// Whether every council gets as much for each child, but for the pence that make the parts add up.
fn all_equal(sums: &Sums, place: Place) -> bool {
    let own = each(sums, place);
    Place::Wales.councils().all(|council| (each(sums, Place::Council(council)) - own).abs() < 0.015)
}

/// The council with the most by a column, and with the least.
pub(super) fn ends(column: &[f64]) -> Option<[(&'static place::Council, f64); 2]> {
    let all = || place::COUNCILS.iter().zip(column.iter().copied());
    let most = all().reduce(|a, b| if b.1 > a.1 { b } else { a })?;
    let least = all().reduce(|a, b| if b.1 < a.1 { b } else { a })?;
    Some([most, least])
}

/// Who stands at an end of a column, and with how much: a council by its name, to the penny; or as many as stand there alike but for the penny
/// that makes parts add up, to the pound.
pub(super) fn named(lang: Lang, column: &[f64], end: (&place::Council, f64)) -> (String, String) {
    let alike = column.iter().filter(|value| (**value - end.1).abs() < 0.015).fold(0.0, |n, _| n + 1.0);
    if alike > 1.0 { (count::COUNCILS.whole(lang, alike), number::pounds(end.1)) } else { (end.0.name.say(lang).to_owned(), pounds(end.1)) }
}

/// How many councils gain and lose against the other rule, and which of them most.
pub(super) fn gains(lang: Lang, scenario: &Scenario, sums: &Sums) -> Vec<Sentence> {
    let changes = sums.changes();
    let by_other = by(lang, scenario, sums.rules[1]);
    let count = |gains: bool| -> f64 { changes.iter().filter(|c| if gains { **c > 0.0 } else { **c < 0.0 }).map(|_| 1.0).sum() };
    let (gain, lose) = (count(true), count(false));
    let Some([most, least]) = ends(&changes).filter(|_| gain + lose > 0.0) else {
        return vec![Sentence::plain(words::GainsNone { by_other }.say(lang))];
    };
    let share = |(council, change): (&place::Council, f64)| {
        let other = sum_over(Place::find(council.code).unwrap_or(Place::Wales), &sums.other.amounts);
        number::signed(&number::percent(change / other, 1))
    };
    let figures = [
        Figure::new("gain", gain, count::COUNCILS.whole(lang, gain)),
        Figure::new("lose", lose, count::COUNCILS.whole(lang, lose)),
        Figure::new("", most.1, number::signed(&pounds(most.1))),
        Figure::new("", least.1, number::signed(&pounds(least.1))),
    ];
    let ends = words::GainsEnds {
        most: most.0.name.say(lang),
        more: mark(2),
        more_share: &share(most),
        least: least.0.name.say(lang),
        less: mark(3),
        less_share: &share(least),
    };
    let counted = words::Gains { by_other, gain: mark(0), lose: mark(1) }.say(lang);
    vec![Sentence::of(&counted, &figures), Sentence::of(&ends.say(lang), &figures)]
}

/// What the limits do: whom they cost what, or why they cannot be met.
pub(super) fn limits(lang: Lang, sums: &Sums) -> Option<Sentence> {
    let (with, without) = match &sums.limits {
        Limits::None => return None,
        Limits::Unmet(why) => return Some(Sentence::plain(unmet(lang, *why))),
        Limits::Met(with, without) => (with, without),
    };
    let cost = sums.cost_of_limits().unwrap_or(0.0);
    let payers: f64 = with.iter().zip(without).filter(|(with, without)| with < without).map(|_| 1.0).sum();
    if cost <= 0.0 {
        return Some(Sentence::plain(words::LIMITS_NOTHING.say(lang)));
    }
    let text = words::LimitsCost { cost: mark(0), councils: &count::COUNCILS.whole(lang, payers) }.say(lang);
    Some(Sentence::of(&text, &[Figure::new("cost-of-limits", cost, pounds(cost))]))
}

/// Why the limits cannot be met, and by how much.
pub(super) fn unmet(lang: Lang, unmet: Unmet) -> String {
    let said = |by: Pence| pounds(by.pounds().value());
    match unmet {
        Unmet::Finer => words::UNMET_FINER.say(lang).to_owned(),
        Unmet::Short(by) => words::UnmetShort { by: &said(by) }.say(lang),
        Unmet::Over(by) => words::UnmetOver { by: &said(by) }.say(lang),
        Unmet::Crossed(at, by) => {
            let council = place::COUNCILS.get(at).map_or("", |council| council.name.say(lang));
            words::UnmetCrossed { council, by: &said(by) }.say(lang)
        }
        Unmet::NoWeight | Unmet::TooMuch => words::UNMET.say(lang).to_owned(),
    }
}

/// Beside which field that is told.
pub(super) fn beside(scenario: &Scenario, unmet: Unmet) -> Id {
    match unmet {
        Unmet::Finer => Id::Whole,
        Unmet::Short(_) if scenario.value(Id::Floor) > 0.0 => Id::Floor,
        Unmet::Crossed(..) => Id::Floor,
        _ => Id::MostChange,
    }
}

/// What stands in for a rule that cannot share.
pub(super) fn stands_in(lang: Lang, scenario: &Scenario, rules: [Rule; 2]) -> Vec<Sentence> {
    let idle = |rule: Rule| rules.contains(&rule) && weights::in_force(scenario, rule) != rule;
    let told = [(Rule::Own, words::STANDS_IN_OWN), (Rule::Blend, words::STANDS_IN_BLEND)];
    told.into_iter().filter(|(rule, _)| idle(*rule)).map(|(_, text)| Sentence::plain(text.say(lang))).collect()
}
