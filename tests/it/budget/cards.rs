//! What the card of a programme says in words: that it has ended, or never runs in the years of the plan, or that a limit leaves it nobody.

use clorian::evidence::programmes::Kind;
use clorian::evidence::programmes::PROGRAMMES;
use clorian::present::budget::spending;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::scenario::id::Part;
use clorian::words::Lang;
use clorian::words::number;
use clorian::words::text::budget as words;
use clorian::words::year;

use super::{answered, cards, of, part, plan, question, with};

fn findings(scenario: &Scenario, slot: usize, lang: Lang) -> Vec<String> {
    cards(&of(scenario, lang))[slot].findings.clone()
}

/// Step-down beside edge of care, in these years alone.
fn between(first: f64, last: f64) -> Scenario {
    let years = [(part(1, Part::FirstYear), first), (part(1, Part::LastYear), last)];
    with(&plan(&["edge-of-care", "step-down"]), &years)
}

/// A programme that changes a price has no card: what it makes care cost is told where the cards are, as long as that is the price.
#[test]
fn a_change_of_price_is_told_beside_the_cards() {
    let at = PROGRAMMES.iter().position(|programme| programme.kind == Kind::Price).expect("on the shelf");
    for start in [Scenario::default(), with(&plan(&["edge-of-care"]), &[(Id::Place, 3.0)])] {
        let priced = start.with_programme(at).expect("a price");
        let more = spending(&priced) - spending(&start);
        assert!(more > 1e5, "{more}");
        for lang in Lang::ALL {
            let told = |scenario: &Scenario| question(&of(scenario, lang)).plan.unwrap().priced;
            let said = told(&priced).expect("it is told");
            assert!(said.contains(&number::pounds_short(lang, more)) && said.contains(PROGRAMMES[at].name.say(lang)), "{said}");
            assert_eq!(told(&start), None);
            assert_eq!(told(&with(&priced, &[(Id::FosterCost, 31_000.0)])), None, "it is another price");
        }
    }
}

#[test]
fn what_has_ended_tells_of_its_last_year() {
    for lang in Lang::ALL {
        for (last, at) in [(2022.0, 3), (2019.0, 0), (2027.0, 8)] {
            let scenario = between(2019.0, last);
            let said = &findings(&scenario, 1, lang)[0];
            let year = words::ItsLast { year: &year::financial(2019 + at) }.say(lang);
            assert!(said.contains(&year), "{said}");
            let moved = answered(&question(&of(&scenario, lang))).number(&format!("levers.1.inflow.{at}")).expect("an inflow");
            assert!(moved > 0.0 && said.contains(&clorian::words::number::decimal_trimmed(moved, 1)), "{said}: {moved}");
        }
        // One that runs to the last year of the plan or beyond has not ended in it.
        let last = words::ItsLast { year: &year::financial(2028) }.say(lang);
        for ends in [2028.0, 2040.0] {
            let said = &findings(&between(2019.0, ends), 1, lang)[0];
            assert!(said.contains(&year::financial(2028)) && !said.contains(&last), "{said}");
        }
    }
}

#[test]
fn what_never_runs_says_no_more_than_that() {
    for lang in Lang::ALL {
        let never = vec![words::FOUND_NEVER.say(lang).to_owned()];
        for (from, to) in [(2029.0, 2040.0), (2024.0, 2022.0), (2003.0, 2018.0)] {
            assert_eq!(findings(&between(from, to), 1, lang), never, "from {from} to {to}");
        }
        let late = with(&plan(&["step-down"]), &[(part(0, Part::FirstYear), 2029.0)]);
        assert_eq!(findings(&late, 0, lang), never);
        assert_ne!(findings(&with(&late, &[(Id::Horizon, 15.0)]), 0, lang), never, "it runs where there are more years");
        assert_ne!(findings(&between(2028.0, 2028.0), 1, lang), never, "it runs in the last");
    }
}

#[test]
fn what_a_limit_leaves_nobody_says_why_it_never_pays() {
    // The first keeps out all who would come into care.
    let all = [(Part::Children, 3000.0), (Part::WouldEnter, 1.0), (Part::Effect, 1.0), (Part::Ramp, 0.0)];
    let scenario = with(&plan(&["edge-of-care", "icf"]), &all.map(|(of, value)| (part(0, of), value)));
    for lang in Lang::ALL {
        let (nobody, never) = (words::EVEN_NOBODY.say(lang).to_owned(), words::EVEN_NEVER.say(lang).to_owned());
        let said = findings(&scenario, 1, lang);
        assert!(said.contains(&nobody) && !said.contains(&never), "{said:?}");
        assert!(!findings(&scenario, 0, lang).contains(&nobody));
        // Without any children of its own it is no limit that keeps it from paying.
        let none = with(&scenario, &[(part(1, Part::Children), 0.0)]);
        let said = findings(&none, 1, lang);
        assert!(!said.contains(&nobody) && said.contains(&never), "{said:?}");
    }
}

#[test]
fn a_programme_s_name_is_set_off_from_the_sentence_about_it() {
    for lang in Lang::ALL {
        let all = [(Part::Children, 9000.0), (Part::Effect, 1.0)];
        for programme in &clorian::evidence::programmes::PROGRAMMES {
            let scenario = plan(&[programme.id]);
            if scenario.programme(0).is_none() {
                continue;
            }
            let limited = with(&scenario, &all.map(|(of, value)| (part(0, of), value)));
            let limited = with(&limited, &[(part(0, Part::WouldEnter), 1.0)]);
            let line = question(&of(&limited, lang)).lines[0].text();
            assert!(line.starts_with(&format!("{}: ", programme.name.say(lang))), "{line}");
        }
    }
}
