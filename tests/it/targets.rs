//! Targets and claims: the question backwards, the plan tracker and the claim, as the page shows them.

use clorian::api;
use clorian::api::Value;
use clorian::app::Message;
use clorian::app::Room;
use clorian::place::Place;
use clorian::present::Question;
use clorian::present::fields::Control;
use clorian::scenario::Id;
use clorian::scenario::own::Item;
use clorian::words::Lang;
use clorian::words::number;
use clorian::words::text::targets as words;

use crate::numbers::{
    LATEST, TORFAEN, at, column, extremes, figure, has, holds, near, once, open, question, reached, section, typed, with_own,
};

fn shown(lang: Lang, messages: impl IntoIterator<Item = Message>) -> Question {
    question(&open(Room::Targets, lang, messages))
}

#[test]
fn the_tracker_shows_what_was_published_until_something_is_typed() {
    let wales = shown(Lang::En, []);
    let tracker = section(&wales, "tracker");
    near(figure(&wales, "tracker-published"), 7172.0 * 1.022);
    let chart = &tracker.charts[0].0;
    let plan = column(chart, "The councils' plan");
    for (quarter, wanted) in [(0, 6846.0), (1, 6846.0 - 49.5), (4, 6648.0), (7, 6648.0 - 161.25), (8, 6433.0), (12, 6255.0)] {
        near(plan[quarter].unwrap(), wanted);
    }
    let published = column(chart, "Published");
    let known: Vec<usize> = (0..13).filter(|quarter| published[*quarter].is_some()).collect();
    assert_eq!(known, [0, 4, 7, 8, 12]);
    assert!(!has(chart, "Your counts"), "what was published is never shown as typed");
    assert_eq!(chart.positions[0], "31 March 2019");
    assert_eq!(chart.positions[7], "31 December 2020");
    assert_eq!(chart.positions[12], "31 March 2022");
    assert!(tracker.groups.iter().all(|group| group.folds && !group.open));
}

#[test]
fn the_tracker_says_what_each_quarter_left_must_bring() {
    let wales = shown(Lang::En, [typed(Id::Quarter1, "6,900"), typed(Id::Quarter3, "7,000")]);
    near(figure(&wales, "tracker-actual"), 7000.0);
    near(figure(&wales, "tracker-plan"), 6846.0 - 148.5);
    // From what is shown: 7,000 and 6,698.
    near(figure(&wales, "tracker-gap"), 302.0);
    near(figure(&wales, "tracker-needed"), (7000.0 - 6255.0) / 9.0);
    let said = section(&wales, "tracker").lines[0].text();
    assert!(said.contains("31 December 2019") && said.contains("9 of 12") && said.contains("fall of 82.8"), "{said}");
    let chart = &section(&wales, "tracker").charts[0].0;
    near(column(chart, "More than planned")[1].unwrap(), 6900.0 - 6797.0);
    near(column(chart, "Fall needed in each quarter left")[1].unwrap(), (6900.0 - 6255.0) / 11.0);
    assert!(section(&wales, "tracker").groups[0].open);

    let done = section(&shown(Lang::En, [typed(Id::Quarter12, "6,255")]), "tracker").lines[0].text();
    assert!(done.contains("31 March 2022") && done.contains("the same as the 6,255"), "{done}");
    let ahead = section(&shown(Lang::En, [typed(Id::Quarter11, "6,000")]), "tracker").lines[0].text();
    assert!(ahead.contains("may bring a rise of 255"), "{ahead}");
    let emptied = shown(Lang::En, [typed(Id::Quarter3, "7,000"), typed(Id::Quarter3, "")]);
    assert!(!has(&section(&emptied, "tracker").charts[0].0, "Your counts"));
}

#[test]
fn a_council_tracks_its_own_falls_or_its_target() {
    let own = [at(TORFAEN), LATEST, Message::Chosen(Id::Path, 1), typed(Id::CareCut1, "12"), typed(Id::Quarter2, "400")];
    let torfaen = shown(Lang::En, own);
    let start = open(Room::Targets, Lang::En, [at(TORFAEN), LATEST]).scenario.start().children;
    near(figure(&torfaen, "tracker-plan"), start - 6.0);
    let chart = &section(&torfaen, "tracker").charts[0].0;
    assert_eq!(chart.positions[2], "30 September 2024");
    assert!(has(chart, "Your plan"));
    let target = [at(TORFAEN), LATEST, Message::Chosen(Id::Path, 3), typed(Id::CareTarget, "300"), typed(Id::Quarter4, "400")];
    near(figure(&shown(Lang::En, target), "tracker-plan"), start + (300.0 - start) / 3.0);
    let year = open(Room::Targets, Lang::En, [LATEST]).scenario.value(Id::TargetYear);
    near(year, 2027.0);
}

/// What the request backwards gives, put back into a projection, and the target.
fn put_back(messages: impl IntoIterator<Item = Message>) -> (f64, f64) {
    let shown = shown(Lang::En, messages);
    let request = shown.requests.iter().find(|request| request.name == "backwards").unwrap();
    assert_eq!(request.call, "solve");
    let asked = Value::from_json(&request.json).unwrap();
    let value = api::call("solve", &asked).unwrap().number("value").unwrap();
    let mut scenario = asked.at("scenario").unwrap().clone();
    assert!(scenario.set(asked.text("vary").unwrap(), value));
    let answer = api::call("project", &scenario).unwrap();
    (answer.number(asked.text("reach.path").unwrap()).unwrap(), asked.number("reach.value").unwrap())
}

#[test]
fn what_is_found_backwards_reaches_the_target() {
    for vary in 0..3 {
        for place in ["W92000004", TORFAEN, "GwE"] {
            for base in 0..2 {
                let (reached, target) = put_back([at(place), Message::Chosen(Id::Base, base), Message::Chosen(Id::Vary, vary)]);
                assert!((reached - target).abs() < 1e-6, "{place} {vary}: {reached} {target}");
            }
        }
    }
}

#[test]
fn it_opens_on_what_the_plans_of_2019_would_have_taken() {
    for lang in Lang::ALL {
        let wales = shown(lang, []);
        let (needed, fewer) = (figure(&wales, "row-needed"), figure(&wales, "fewer"));
        near(fewer, 2117.0 - needed.round());
        near(figure(&wales, "row-change"), needed - 2117.0);
        near(figure(&wales, "row-month"), (needed - 2117.0) / 12.0);
        let said = wales.headline.text();
        for part in ["6,255", "2022", "2019", "2,117", &number::whole(needed), &number::whole(fewer)] {
            assert!(said.contains(part), "{said}: {part}");
        }
        assert_eq!(wales.gist.1.worded, number::whole(needed));
        let chart = &wales.charts[0].0;
        near(column(chart, words::SERIES_REACHES.say(lang)).last().unwrap().unwrap(), 6255.0);
        near(column(chart, words::SERIES_STANDS.say(lang))[1].unwrap().round(), 7187.0);
    }
    // Only of the councils' own target, and of nothing that was changed, is it said that they planned it.
    let planned = |messages: Vec<Message>| shown(Lang::En, messages).headline.text().contains("as councils planned");
    assert!(planned(Vec::new()));
    assert!(!planned(vec![typed(Id::CareTarget, "6,300")]) && !planned(vec![typed(Id::Entries, "2,000")]) && !planned(vec![LATEST]));
    assert!(!planned(vec![at(TORFAEN)]) && shown(Lang::En, [at(TORFAEN)]).headline.text().starts_with("Torfaen: "));
}

#[test]
fn backwards_is_told_a_year_and_a_month() {
    let wales = shown(Lang::En, [typed(Id::CareTarget, "6,500")]);
    let (needed, monthly) = (figure(&wales, "needed"), figure(&wales, "monthly"));
    near(monthly, (2117.0 - needed) / 12.0);
    let said = wales.headline.text();
    let wanted = format!("from 2,117 to {} a year: {} a month fewer", number::whole(needed), number::decimal_trimmed(monthly, 1));
    assert!(said.contains(&wanted), "{said}");
    // The same children, kept out or not come: the two answers are one.
    let prevented = shown(Lang::En, [typed(Id::CareTarget, "6,500"), Message::Chosen(Id::Vary, 2)]);
    assert!((figure(&prevented, "needed") - (2117.0 - needed)).abs() < 1e-6);
    near(column(&prevented.charts[0].0, "With what is needed").last().unwrap().unwrap().round(), 6500.0);

    let none = shown(Lang::En, [Message::Chosen(Id::Vary, 2), typed(Id::CareTarget, "9,000")]);
    let said = none.headline.text();
    assert!(said.contains("out of reach") && said.contains("9,000"), "{said}");
    assert!(figure(&none, "count-high") < figure(&none, "count-low"));
    near(figure(&none, "row-high"), figure(&none, "count-high"));
    assert!(none.requests.is_empty() && none.gist.1.exact.is_none() && !has(&none.charts[0].0, "With what is needed"));
}

#[test]
fn what_is_typed_further_down_is_read_aloud_too() {
    let said = |messages: Vec<Message>| shown(Lang::En, messages).announcement;
    let start = said(Vec::new());
    assert_eq!(start, shown(Lang::En, []).headline.text());
    let tracked = said(vec![typed(Id::Quarter1, "6,900")]);
    assert!(tracked.starts_with(&start) && tracked.contains("30 June 2019"), "{tracked}");
    assert!(said(vec![typed(Id::ClaimLater, "300m")]).contains("£300"));
}

#[test]
fn a_plan_is_falls_or_a_target_and_no_other_path() {
    for (path, shown_as) in [(0, 1), (1, 1), (2, 1), (3, 3)] {
        let question = shown(Lang::Cy, [Message::Chosen(Id::Path, path)]);
        let field = question.all_groups().flat_map(|group| &group.fields).find(|field| field.id == Id::Path).unwrap();
        let Control::Options { options, chosen } = &field.control else { panic!("the plan has options") };
        assert_eq!((options.iter().map(|(index, ..)| *index).collect::<Vec<_>>(), *chosen), (vec![1, 3], shown_as));
        let falls = question.all_groups().flat_map(|group| &group.fields).any(|field| field.id == Id::CareCut1);
        assert_eq!(falls, shown_as == 1);
        // It starts as falls here, wherever a path starts.
        assert_eq!((field.default.as_str(), field.changed), ("Yn dechrau gyda: Gostyngiad bob blwyddyn.", shown_as == 3));
        assert!(field.restore.contains("Gostyngiad bob blwyddyn") && field.sources.is_empty());
    }
}

#[test]
fn no_council_and_no_region_is_shown_the_councils_plan() {
    for place in Place::ALL.iter().filter(|place| **place != Place::Wales) {
        for lang in Lang::ALL {
            for base in 0..2 {
                let shown = shown(lang, [at(place.key()), Message::Chosen(Id::Base, base)]);
                let tracker = &section(&shown, "tracker").charts[0].0;
                assert!(
                    ![words::SERIES_COUNCILS, words::SERIES_PUBLISHED].iter().any(|plan| has(tracker, plan.say(lang))),
                    "{}",
                    place.key()
                );
            }
        }
    }
    let wales = with_own(Room::Targets, Lang::En, "W92000004", &[(2019, Item::Children, 6_900.0)], []);
    assert!(has(&section(&wales, "tracker").charts[0].0, "Your plan"), "the councils planned from another count");
}

#[test]
fn a_claim_is_checked() {
    let wales = shown(Lang::En, []);
    near(figure(&wales, "claim-growth"), (200.0_f64 / 60.0).powf(0.1) - 1.0);
    near(figure(&wales, "claim-grown"), 200e6 * 200.0 / 60.0);
    near(figure(&wales, "claim-needed"), 5_f64.powf(0.1) - 1.0);
    for (lang, follows) in [(Lang::En, "does not follow"), (Lang::Cy, "nid yw'n dilyn")] {
        let said = section(&shown(lang, []), "claim").lines[0].text();
        for part in ["12.8%", "£667 mil", "17.5%", "£1 bil", follows] {
            assert!(said.contains(part), "{said}: {part}");
        }
    }
    let about = section(&shown(Lang::En, [typed(Id::ClaimLater, "670m")]), "claim").lines[0].text();
    assert!(about.contains("it follows, if"), "{about}");
    let below = section(&shown(Lang::En, [typed(Id::ClaimLater, "300m")]), "claim").lines[0].text();
    assert!(below.contains("needs only 4.1%"), "{below}");
    // The other way round: a growth gives the sum.
    for (lang, said) in
        [(Lang::En, "£200 million at 17.5% a year for 10 years"), (Lang::Cy, "£200 miliwn ar 17.5% y flwyddyn am 10 mlynedd")]
    {
        let tried = shown(lang, [typed(Id::ClaimRate, "17.4619")]);
        near((figure(&tried, "row-tried") / 1e5).round() * 1e5, 1e9);
        assert!(section(&tried, "claim").results.iter().any(|row| row.label == said), "{:?}", section(&tried, "claim").results);
    }
    assert!(section(&wales, "claim").results.iter().all(|row| row.figure.name != "row-tried"));
}

#[test]
fn the_ends_of_ones_own_years_and_counts_give_finite_results_too() {
    for place in ["W92000004", TORFAEN] {
        for (year, children) in [(2003, 0.0), (2003, 9_000.0), (2100, 0.0), (2100, 1.0)] {
            for path in 0..4 {
                for vary in 0..3 {
                    let ground = [at(place), Message::Chosen(Id::Path, path), Message::Chosen(Id::Vary, vary)];
                    holds(&with_own(Room::Targets, Lang::Cy, place, &[(year, Item::Children, children)], ground), Lang::Cy);
                }
            }
        }
    }
}

#[test]
fn every_extreme_gives_finite_results_that_the_contract_answers() {
    for messages in extremes(Room::Targets) {
        for lang in Lang::ALL {
            holds(&shown(lang, messages.clone()), lang);
        }
    }
}

#[test]
fn no_id_stands_twice_and_every_field_of_the_room_can_be_reached() {
    let mut seen: Vec<Id> = Vec::new();
    for path in 0..4 {
        for vary in 0..3 {
            for target in ["6,255", "6,500", "9,000"] {
                let messages = [
                    Message::Chosen(Id::Path, path),
                    Message::Chosen(Id::Vary, vary),
                    typed(Id::CareTarget, target),
                    typed(Id::Quarter1, "6,900"),
                ];
                seen.extend(once(&shown(Lang::Cy, messages)));
            }
        }
    }
    reached(Room::Targets, &seen);
}
