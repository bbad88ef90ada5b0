//! The shelf: every value of every programme is evidence with a source or an assumption with a reason, and never one in the other's place.

use clorian::api::{Value, project};
use clorian::evidence::programmes::{self, Kind, Mix, PROGRAMMES, Part, Programme};
use clorian::evidence::{Figure, Status, Unit, figure as f};
use clorian::present::request;
use clorian::scenario::Scenario;
use clorian::words::{Lang, Text};

use crate::budget::numbers;

fn programme(id: &str) -> &'static Programme {
    programmes::find(id).unwrap_or_else(|| panic!("no programme {id}"))
}

fn filled(text: Text, of: &str) {
    for words in Lang::ALL.map(|lang| text.say(lang)) {
        assert!(!words.is_empty() && words == words.trim(), "{of}: {words:?}");
    }
}

/// Whether a figure is an assumption or is worked out from one, at any remove.
fn rests_on_an_assumption(figure: &'static Figure) -> bool {
    figure.status == Status::Assumption || figure.worked_out_from().any(rests_on_an_assumption)
}

/// The figures that stand behind a derived one, itself where it is none.
fn roots(figure: &'static Figure) -> Vec<&'static Figure> {
    if figure.status == Status::Derived { figure.worked_out_from().flat_map(roots).collect() } else { vec![figure] }
}

/// Every value of the shelf with the figure behind it.
fn values() -> impl Iterator<Item = (&'static Programme, Part, &'static Figure)> {
    let of = |programme: &'static Programme| {
        Part::ALL.into_iter().filter_map(move |part| Some((programme, part, programme.detail().sources[part as usize]?)))
    };
    PROGRAMMES.iter().flat_map(of)
}

#[test]
fn the_programmes_and_their_order_are_for_ever() {
    let ids = PROGRAMMES.each_ref().map(|programme| programme.id);
    let expected = "blank edge-of-care icf reflect family-group-conferencing revocations register-diversion reunification \
                    special-guardianship adoption step-down in-house-fostering home-from-out-of-county home-from-out-of-wales \
                    regional-homes foster-fees";
    assert_eq!(ids.join(" "), expected);
    for (at, id) in ids.iter().enumerate() {
        assert!(!ids[..at].contains(id), "{id} stands twice");
        assert!(id.split('-').all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase())), "{id}");
    }
    assert!(programmes::find("no-such-programme").is_none());
}

#[test]
fn what_was_asked_for_is_on_the_shelf_and_does_what_its_name_says() {
    let kinds = [
        ("edge-of-care", Kind::Divert),
        ("icf", Kind::Divert),
        ("reflect", Kind::Divert),
        ("family-group-conferencing", Kind::Divert),
        ("revocations", Kind::Reunify),
        ("register-diversion", Kind::Divert),
        ("reunification", Kind::Reunify),
        ("special-guardianship", Kind::Reunify),
        ("adoption", Kind::Reunify),
        ("step-down", Kind::StepDown),
        ("in-house-fostering", Kind::StepDown),
        ("home-from-out-of-county", Kind::StepDown),
        ("home-from-out-of-wales", Kind::StepDown),
        ("regional-homes", Kind::StepDown),
        ("foster-fees", Kind::Price),
        ("blank", Kind::Divert),
    ];
    for (id, kind) in kinds {
        assert_eq!(programme(id).kind, kind, "{id}");
    }
    assert_eq!(PROGRAMMES.len(), kinds.len());
    for programme in &PROGRAMMES {
        match programme.kind {
            Kind::StepDown => assert_ne!(programme.from, programme.to, "{}", programme.id),
            Kind::Price => assert_eq!((programme.from, programme.mix), (programmes::Placement::Foster, Mix::Average), "{}", programme.id),
            Kind::Divert | Kind::Reunify => {}
        }
    }
}

#[test]
fn every_text_stands_in_both_languages() {
    for programme in &PROGRAMMES {
        for text in [programme.name, programme.about(), programme.detail().note] {
            filled(text, programme.id);
        }
        assert!(programme.name.say(Lang::En).len() < 45 && programme.name.say(Lang::Cy).len() < 55, "{}: a short name", programme.id);
    }
}

#[test]
fn every_value_is_evidence_with_a_source_or_an_assumption_with_a_reason() {
    for (programme, part, figure) in values() {
        let (id, of) = (programme.id, figure.id);
        assert!(programme.value(part).to_bits() == figure.value.to_bits(), "{id} {part:?} is not {of}");
        assert_eq!(programme.is_assumed(part), rests_on_an_assumption(figure), "{id} {part:?}: {of}");
        for root in roots(figure) {
            match root.status {
                Status::Published => assert!(root.document.id != "clorian" && !root.section.say(Lang::En).is_empty(), "{of}: {}", root.id),
                Status::Assumption => assert!(root.note.is_some(), "{of}: {} has no reason", root.id),
                Status::Derived => panic!("{of}: {} is worked out from nothing", root.id),
            }
        }
        if figure.status != Status::Published {
            filled(figure.note.unwrap_or_else(|| panic!("{of} says not how, nor why")), of);
        }
        if programme.is_assumed(part) {
            let (low, high) = programme.range(part).unwrap_or_else(|| panic!("{id} {part:?}: {of} has no low and high"));
            assert!(low <= figure.value && figure.value <= high && low < high, "{of}");
        }
        let unit = match part {
            Part::AnnualCost => Unit::Pounds,
            Part::Children => Unit::Children,
            Part::WouldEnter | Part::Effect | Part::ReturnedShare => Unit::Share,
            Part::RampYears | Part::ReturnYears => Unit::Years,
        };
        assert_eq!(figure.unit, unit, "{id} {part:?}: {of}");
    }
}

#[test]
fn a_part_without_a_figure_is_nought() {
    for programme in &PROGRAMMES {
        for part in Part::ALL.into_iter().filter(|part| programme.detail().sources[*part as usize].is_none()) {
            let may = match part {
                Part::AnnualCost => ["blank", "foster-fees"].contains(&programme.id),
                Part::Children => programme.id == "blank" || programme.kind == Kind::Price,
                Part::WouldEnter => programme.kind != Kind::Divert,
                Part::ReturnedShare | Part::ReturnYears => programme.kind == Kind::Price,
                Part::Effect | Part::RampYears => false,
            };
            assert!(may && programme.value(part).to_bits() == 0 && !programme.is_assumed(part), "{} {part:?}", programme.id);
        }
    }
}

#[test]
fn the_one_published_effect_is_its_source_s_and_every_other_is_called_an_assumption() {
    let evidence: Vec<_> =
        PROGRAMMES.iter().filter(|programme| !programme.is_assumed(Part::Effect)).map(|programme| programme.id).collect();
    assert_eq!(evidence, ["family-group-conferencing"]);
    let conferencing = programme("family-group-conferencing");
    assert!((conferencing.value(Part::Effect) - (1.0 - 0.362 / 0.448)).abs() < 1e-12);
    assert!((conferencing.value(Part::WouldEnter) - 0.448).abs() < 1e-12);
    assert_eq!(conferencing.detail().sources[Part::Effect as usize].map(|figure| figure.id), Some(f::EFFECT_FGC_RELATIVE.id));
    assert!(conferencing.is_assumed(Part::Children) && !conferencing.is_assumed(Part::AnnualCost));
}

#[test]
fn what_the_documents_say_a_programme_cost_stands_as_they_say_it() {
    let costs = [
        ("edge-of-care", 5e6),
        ("icf", 15e6),
        ("reflect", 850e3),
        ("family-group-conferencing", 2.2e6),
        ("revocations", 2.49e6),
        ("register-diversion", 1.6e6),
        ("adoption", 2.3e6),
        ("regional-homes", 2e6),
    ];
    for (id, pounds) in costs {
        assert!((programme(id).value(Part::AnnualCost) - pounds).abs() < 1e-6 && !programme(id).is_assumed(Part::AnnualCost), "{id}");
    }
    let assumed: Vec<_> =
        PROGRAMMES.iter().filter(|programme| programme.is_assumed(Part::AnnualCost)).map(|programme| programme.id).collect();
    let expected =
        ["reunification", "special-guardianship", "step-down", "in-house-fostering", "home-from-out-of-county", "home-from-out-of-wales"];
    assert_eq!(assumed, expected);
}

#[test]
fn agency_care_costs_what_caerphilly_paid_and_higher_fees_are_a_higher_price() {
    assert!((f::COST_FOSTER_AGENCY_YEAR.value - 800.0 * 365.0 / 7.0).abs() < 1e-9);
    assert!(programme("foster-fees").value(Part::Effect) > 0.0);
}

/// The budget of Wales as it was, with one programme, as the contract has it.
fn with_one(programme: &Programme) -> Value {
    let at = PROGRAMMES.iter().position(|other| other.id == programme.id).unwrap();
    let wales = Scenario::default().with_programme(at).unwrap();
    let request = request::written(&wales, &request::plan::budget(&wales), &[]);
    project(&request).unwrap_or_else(|problem| panic!("{}: {}", programme.id, problem.message(Lang::En)))
}

#[test]
fn every_programme_projects_by_itself_to_finite_results() {
    for programme in &PROGRAMMES {
        let id = programme.id;
        let answer = with_one(programme);
        let found = numbers(&answer);
        assert!(found.len() > 100 && found.iter().all(|number| number.is_finite()), "{id}");
        if programme.kind == Kind::Price {
            continue;
        }
        match answer.at("levers.0.break_even_effect").unwrap() {
            Value::Null => {}
            Value::Number(effect) => assert!((0.0..=1.0).contains(effect), "{id}: {effect}"),
            other => panic!("{id}: {}", other.to_json()),
        }
        let limited = answer.items("levers.0.limited_years");
        assert!(limited.is_empty(), "{id} meets a limit as it stands on the shelf: {limited:?}");
    }
}

#[test]
fn a_blank_programme_changes_nothing_until_it_is_filled_in() {
    let blank = &PROGRAMMES[0];
    assert_eq!((blank.id, blank.mix), ("blank", Mix::Average));
    let answer = with_one(blank);
    let of = |path: &str| answer.number(path).unwrap();
    assert!(of("totals.pv_cost").abs() < 1e-9 && of("totals.npv").abs() < 1e-6);
    assert!((of("totals.children_end_baseline") - of("totals.children_end_scenario")).abs() < 1e-9);
}

#[test]
fn the_named_starting_points_find_their_figures() {
    let monmouthshire = [&f::PRICE_MONMOUTHSHIRE_RESIDENTIAL_BEFORE, &f::PRICE_MONMOUTHSHIRE_RESIDENTIAL].map(|figure| figure.value);
    assert_eq!(monmouthshire.map(|price| price.to_string()), ["5000", "9500"]);
    let growth = &f::PRICE_MONMOUTHSHIRE_GROWTH;
    assert!((monmouthshire[0] * (1.0 + growth.value).powi(2) - monmouthshire[1]).abs() < 1e-9);
    assert!((f::COST_MONMOUTHSHIRE_YEAR.value / f::COST_MONMOUTHSHIRE_YEAR_BEFORE.value - 1.9).abs() < 1e-12);
    let torfaen = [
        &f::PLACEMENT_TORFAEN_RESIDENTIAL,
        &f::PLACEMENT_TORFAEN_RESIDENTIAL_MOST,
        &f::PLACEMENT_TORFAEN_STEP_DOWN,
        &f::PLACEMENT_TORFAEN_RESIDENTIAL_AFTER,
    ];
    assert_eq!(torfaen.map(|figure| figure.value.to_string()), ["16", "22", "7", "12"]);
    assert!(torfaen.iter().all(|figure| figure.status == Status::Published));
    assert!((f::SPEND_TORFAEN_RESIDENTIAL.value + f::SPEND_TORFAEN_RESIDENTIAL_OVER.value - 5.7e6).abs() < 1e-6);
}

#[test]
fn prices_in_general_rise_from_year_to_year_and_end_at_a_hundred() {
    let index = [
        &f::DEFLATOR_2018,
        &f::DEFLATOR_2019,
        &f::DEFLATOR_2020,
        &f::DEFLATOR_2021,
        &f::DEFLATOR_2022,
        &f::DEFLATOR_2023,
        &f::DEFLATOR_2024,
    ];
    assert!(index.is_sorted_by(|a, b| a.value < b.value) && index.iter().all(|figure| figure.unit == Unit::Index));
    assert_eq!(f::DEFLATOR_2024.value.to_string(), "100");
    let rises: Vec<f64> = index.windows(2).map(|two| two[1].value / two[0].value - 1.0).collect();
    let (low, high) = (rises.iter().copied().fold(f64::MAX, f64::min), rises.iter().copied().fold(f64::MIN, f64::max));
    let growth = &f::DEFLATOR_GROWTH;
    assert!((growth.low.unwrap() - low).abs() < 1e-12 && (growth.high.unwrap() - high).abs() < 1e-12);
}

#[test]
fn the_years_either_side_bound_the_flows() {
    let (entries, rate) = (&f::CALC_ENTRIES, &f::CALC_EXIT_RATE);
    assert!((entries.low.unwrap() - 2117.0 * 0.93).abs() < 1e-9 && (entries.high.unwrap() - 2117.0 / 0.98).abs() < 1e-9);
    assert!((rate.low.unwrap() - 0.2371).abs() < 1e-4 && (rate.high.unwrap() - 0.2789).abs() < 1e-4);
    // The counts at either end of the three years, worked back from the changes, are near those that were made.
    let (leaving_before, leaving_after) = (1678.0 / 0.97, 1678.0 * 0.99);
    assert!((6407.0 - 2117.0 / 0.98 + leaving_before - 5961.0_f64).abs() < 20.0);
    assert!((6846.0 + 2117.0 * 0.93 - leaving_after - f::CHILDREN_2020_REVISED.value).abs() < 5.0);
}
