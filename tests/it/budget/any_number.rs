//! Any number of the page may have a range, and a range moves the answer as the field itself does: brute force against `simulate`.

use clorian::api::Value;
use clorian::api::call;
use clorian::app::plan::Deed;
use clorian::present::budget::{asked, npv};
use clorian::present::request::plan as request;
use clorian::scenario::End;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::scenario::id::Part;
use clorian::words::Lang;

use super::{deed, of, part, plan, question, same, with};

/// Plans in which every number of the page bears on something.
fn plans() -> Vec<Scenario> {
    let all = plan(&["edge-of-care", "in-house-fostering", "reunification"]);
    let years = [(part(0, Part::FirstYear), 2021.0), (part(0, Part::LastYear), 2025.0), (part(0, Part::Ramp), 2.0)];
    let back = [(part(0, Part::Returned), 0.2), (part(0, Part::ReturnYears), 2.0), (Id::Counts, 2.0), (Id::Own, 4_348.0)];
    let mix = [(Id::MixYear, 2024.0), (Id::MixFoster, 0.6), (Id::MixResidential, 0.1), (Id::MixParents, 0.1)];
    let all = with(&all, &[&years[..], &back, &mix].concat());
    (0..4).map(|path| with(&all, &[(Id::Path, f64::from(path))])).collect()
}

/// The ends of a range about a number, and within what its field allows beside the others.
fn ends(scenario: &Scenario, id: Id) -> (f64, f64) {
    let (field, value) = (scenario.field(id), scenario.value(id));
    let (low, high) = if field.unit.of_years() { (value - 1.0, value + 1.0) } else { (value * 0.9, value * 1.1 + 0.01) };
    let kept = |end: f64| if field.unit.whole() { end.round() } else { end };
    (kept(low).max(field.bounds.0), kept(high).min(field.bounds.1))
}

#[test]
fn a_range_moves_the_answer_as_its_field_does() {
    for scenario in plans() {
        let numbers = request::numbers(&scenario);
        for id in
            [part(0, Part::FirstYear), part(0, Part::LastYear), Id::AgencyCost, Id::AgencyShare, Id::MixYear, Id::MixParents, Id::Rate]
        {
            assert!(numbers.iter().any(|(of, _)| *of == id), "{id:?} may have a range");
        }
        let known = numbers.iter().fold(scenario.clone(), |known, (id, _)| known.with_range(*id, None).unwrap());
        for (id, _) in &numbers {
            let (low, high) = ends(&scenario, *id);
            let ranged = known.with_range(*id, Some((low, high))).unwrap_or_else(|| panic!("{id:?} from {low} to {high}"));
            let asked = asked(&ranged, 16);
            let mut all = Value::Map(vec![("draws".to_owned(), Value::Number(16.0))]);
            all.set("scenario", Value::from_json(&asked.scenario).unwrap());
            all.set("ties", Value::from_json(&asked.ties).unwrap());
            let answer = call("simulate", &all).unwrap_or_else(|problem| panic!("{}", problem.message(Lang::En)));
            for (end, value) in [("low", low), ("high", high)] {
                let swing = answer.number(&format!("tornado.0.{end}")).unwrap_or_else(|| panic!("{id:?} is drawn"));
                same(&format!("{id:?} at {value}"), swing, npv(&scenario.with(*id, value).unwrap()));
            }
            assert_eq!(answer.number("tornado.1.low"), None, "{id:?} alone is drawn");
        }
    }
}

/// A whole number of years has whole ends, and what is none is told as any other mistake.
#[test]
fn years_have_whole_ends() {
    for lang in Lang::ALL {
        let year = part(0, Part::FirstYear);
        let start = of(&plans()[0], lang);
        let typed = deed(start, Deed::Ranged(year, End::High, "2023".to_owned()));
        assert_eq!(typed.scenario.range(year), Some((2021.0, 2023.0)));
        let bad = deed(typed.clone(), Deed::Ranged(year, End::High, "2023.5".to_owned()));
        assert_eq!(bad.scenario, typed.scenario);
        let view = question(&bad).plan.unwrap().ranges.into_iter().find(|view| view.id == year).unwrap();
        let (told, whole) = (view.errors[1].clone().unwrap(), if lang == Lang::En { "whole number" } else { "rhif cyfan" });
        assert!(told.contains(whole) && told.contains("“2023.5”"), "{told}");
        // A financial year is one too, and told where it lies on the wrong side.
        let bad = deed(typed, Deed::Ranged(year, End::High, "2019-20".to_owned()));
        let view = question(&bad).plan.unwrap().ranges.into_iter().find(|view| view.id == year).unwrap();
        let told = view.errors[1].clone().unwrap();
        assert!(!told.contains(whole) && told.contains("“2019-20”") && told.contains("2021"), "{told}");
    }
}
