//! The shelf of programmes on the evidence page, and the way there from the fields of a plan: a starting value is evidence with its source
//! or an assumption with its reason wherever it is shown.

use std::collections::BTreeSet;

use clorian::app::Room;
use clorian::app::State;
use clorian::evidence::programmes::Kind;
use clorian::evidence::programmes::PROGRAMMES;
use clorian::evidence::programmes::Part as Starts;
use clorian::place::Place;
use clorian::present::Body;
use clorian::present::budget::Card;
use clorian::present::page;
use clorian::present::register::register;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::ui::App;
use clorian::ui::AppProps;
use clorian::ui::program;
use clorian::words::Lang;

fn evidence(lang: Lang) -> String {
    let props = AppProps::preset(lang, Room::Evidence, program::of(Room::Evidence), None);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, yew::LocalServerRenderer::<App>::with_props(props).render())
}

fn ids(html: &str) -> BTreeSet<&str> {
    html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Text as it stands in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn every_programme_is_on_the_evidence_page_with_all_its_values() {
    for lang in Lang::ALL {
        let (html, shelf) = (evidence(lang), register(lang).shelf);
        let ids = ids(&html);
        assert_eq!(shelf.programmes.len(), PROGRAMMES.len());
        for (shown, programme) in shelf.programmes.iter().zip(&PROGRAMMES) {
            let (id, detail) = (programme.id, programme.detail());
            assert_eq!(shown.id, format!("programme-{id}"));
            assert!(ids.contains(shown.id.as_str()), "{id}");
            let own = html.split(&format!(" id=\"{}\"", shown.id)).nth(1).unwrap();
            let own = own.split(" id=\"").next().unwrap();
            for text in [programme.name, programme.about(), detail.note] {
                assert!(own.contains(&escaped(text.say(lang))), "{id}: {}", text.say(lang));
            }
            assert!(own.contains(&escaped(&shown.kind)));
            let expected: Vec<_> = Starts::ALL.into_iter().filter_map(|part| Some((part, detail.sources[part as usize]?))).collect();
            assert_eq!(shown.values.len(), expected.len(), "{id}");
            for (value, (part, figure)) in shown.values.iter().zip(expected) {
                assert_eq!((value.figure.id, value.assumed), (figure.id, programme.is_assumed(part)), "{id}");
                assert!(value.exact.to_bits() == programme.value(part).to_bits() && value.value.chars().any(|c| c.is_ascii_digit()));
                assert_eq!(value.value.ends_with(')'), programme.range(part).is_some(), "{id} {part:?}: {}", value.value);
                assert!(own.contains(&escaped(&value.value)) && own.contains(&format!("href=\"#{}\"", figure.id)), "{id} {part:?}");
                assert!(ids.contains(figure.id));
            }
            for other in detail.others {
                assert!(own.contains(&format!("href=\"#{}\"", other.id)), "{id}: {}", other.id);
            }
        }
    }
}

#[test]
fn a_figure_leads_to_the_programmes_that_start_from_it() {
    for lang in Lang::ALL {
        let register = register(lang);
        for programme in &PROGRAMMES {
            let detail = programme.detail();
            for figure in detail.sources.iter().flatten().chain(detail.others) {
                let entry = register.topics.iter().flat_map(|topic| &topic.entries).find(|entry| entry.id == figure.id).unwrap();
                let anchor = format!("programme-{}", programme.id);
                let back = entry.used.iter().flat_map(|(_, places)| places);
                assert!(back.clone().any(|place| place.room == Room::Evidence && place.anchor == anchor), "{} lacks {anchor}", figure.id);
            }
        }
    }
}

/// The card of a plan that holds one programme, in a place.
fn card(lang: Lang, at: usize, place: u32) -> Card {
    let scenario = Scenario::default().with(Id::Place, f64::from(place)).unwrap_or_default().with_programme(at).unwrap();
    let Body::Question(question) = page(&State { scenario, ..State::new(lang, Room::Budget) }).body else { panic!("a question") };
    question.plan.unwrap().cards[0].clone()
}

#[test]
fn a_field_of_a_plan_tells_its_evidence_from_its_assumptions_and_leads_to_either() {
    let council = Place::ALL.iter().zip(0_u32..).find(|(place, _)| matches!(place, Place::Council(_))).map(|(_, at)| at).unwrap();
    for lang in Lang::ALL {
        let html = evidence(lang);
        let ids = ids(&html);
        for (at, programme) in PROGRAMMES.iter().enumerate().filter(|(_, programme)| programme.kind != Kind::Price) {
            let cards = [0, council].map(|place| card(lang, at, place));
            assert!(ids.contains(cards[0].evidence.as_str()) && cards[0].about == programme.about().say(lang), "{}", programme.id);
            let mut told = 0;
            for view in cards.iter().flat_map(|card| &card.groups).flat_map(|group| &group.fields) {
                let starts = view.id.part().and_then(|(_, part)| part.starts_from());
                let figure = starts.and_then(|starts| programme.detail().sources[starts as usize]);
                let (Some(starts), Some(figure)) = (starts, figure) else {
                    assert!(!view.assumption && view.sources.is_empty(), "{}: {}", programme.id, view.label);
                    continue;
                };
                told += 1;
                let [source] = &view.sources[..] else { panic!("{}: {}", programme.id, view.label) };
                assert!(source.id == figure.id && ids.contains(source.id), "{}: {}", programme.id, view.label);
                assert_eq!(view.assumption, programme.is_assumed(starts), "{}: {}", programme.id, view.label);
                let reason = figure.note.filter(|_| starts == Starts::Effect).map(|note| note.say(lang).to_owned());
                assert_eq!(source.note, reason, "{}: {}", programme.id, view.label);
                assert!(starts != Starts::Effect || source.note.is_some(), "{}: an effect without its reason", programme.id);
                let bare = |value: f64| clorian::present::fields::said(lang, view.id.field(), value);
                if let Some((low, high)) = programme.range(starts) {
                    assert!(source.figure.contains(&bare(low)) && source.figure.contains(&bare(high)), "{}", source.figure);
                }
                assert!(source.figure.contains(&bare(programme.value(starts))), "{}", source.figure);
            }
            let has = programme.detail().sources.iter().flatten().count();
            assert_eq!(told, 2 * has, "{}", programme.id);
        }
    }
}
