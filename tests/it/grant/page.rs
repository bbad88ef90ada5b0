//! What the page of a grant tells: by its place, its stream and its limits, the sentences and sections agree with the sums behind them.

use super::*;

#[test]
fn the_map_shows_what_was_chosen() {
    for (option, title) in [(0.0, "Amount"), (1.0, "For each child looked after"), (2.0, "Change")] {
        let shown = question(&state(Lang::En, &[(Id::Shows, option)]));
        let areas = section(&shown, "councils").areas.clone().expect("councils");
        assert_eq!(areas.shown().expect("a column").title, title);
    }
}

#[test]
fn a_stream_costs_so_much_for_each_only_where_both_numbers_are_given() {
    let given = [
        ("edge-of-care", "£1,389"),
        ("st-davids", "£500"),
        ("reflect", "£1,749"),
        ("personal-advisers", "£2,000"),
        ("icf", "£375,000"),
        ("youth-homelessness", "£160,000"),
    ];
    for (at, stream) in STREAMS.iter().enumerate() {
        for lang in Lang::ALL {
            let shown = question(&state(lang, &[(Id::Stream, index(Some(at)))]));
            let told = shown.all_results().find(|row| row.figure.name == "buys");
            let wanted = given.iter().find(|(id, _)| *id == stream.id).map(|(_, cost)| *cost);
            assert_eq!(told.map(|row| row.figure.worded.as_str()), wanted, "{}", stream.id);
            assert!(told.is_none_or(|row| row.note.is_some()), "{}", stream.id);
        }
    }
}

#[test]
fn what_is_stated_twice_stands_twice() {
    for (id, both) in [("fostering-brand", ["£319,000", "£320,000"]), ("adoption", ["£2,300,000", "£2,500,000"])] {
        let shown = question(&state(Lang::En, &[(Id::Stream, stream(id))]));
        for amount in both {
            let told = section(&shown, "documents").results.iter().find(|row| row.figure.worded == amount);
            assert!(told.is_some_and(|row| row.note.is_some()), "{id}: {amount} with its source");
        }
    }
    let covid = question(&state(Lang::En, &[(Id::Stream, stream("covid"))]));
    near(row(&covid, "not-itemised").figure.exact.expect("pounds"), 840_000.0);
    let items = chart(&section(&covid, "documents").charts, "items");
    let values: Vec<f64> = items.series[0].values.iter().flatten().copied().collect();
    assert_eq!(values.len(), 7, "six items, and what is not itemised");
    near(values[..6].iter().sum(), 7_660_000.0);
    near(items.total_row().expect("a total").1[0].0, 8_500_000.0);
}

#[test]
fn a_stream_without_an_amount_shares_nothing_until_a_pot_is_typed() {
    for lang in Lang::ALL {
        let chosen = [(Id::Stream, stream("coordinators"))];
        let shown = question(&state(lang, &chosen));
        assert!(shown.sections.iter().all(|section| section.name == "documents"));
        near(row(&shown, "posts").figure.exact.expect("posts"), 4.0);
        let typed = State { scenario: scenario(&chosen), ..State::new(lang, Room::Grant) };
        let typed = update(&typed, Message::Typed(Id::Pot, "220000".into())).expect("a change");
        let sums = Sums::of(&typed.scenario);
        adds_up(&sums.given, 220_000.0, false, "coordinators");
        // A quarter to each consortium: CSC has six councils, EAS, ERW and GwE five, five and six.
        let parts: Vec<i64> = sums.given.regions.iter().map(|(_, _, passed)| pence(*passed)).collect();
        assert!(parts.len() == 4 && parts.iter().all(|part| (part - 5_500_000).abs() < 5), "in equal parts: {parts:?}");
        let typed = question(&typed);
        assert_eq!(section(&typed, "councils").name, "councils");
        // Nobody wins where several get the same.
        let (most, least) =
            if lang == Lang::En { ("10 councils would", "and 12 councils the least") } else { ("10 o gynghorau", "12 o gynghorau") };
        let headline = typed.headline.text();
        assert!(headline.contains(most) && headline.contains(least), "{headline}");
        let regions = &chart(&typed.charts, "regions").caption;
        assert!(regions.contains("£55,000 ") && !regions.contains("CSC"), "{regions}");
    }
}

#[test]
fn limits_that_cannot_be_met_are_told_beside_their_field() {
    let cases = [
        (vec![(Id::Floor, 5_000_000.0)], Id::Floor, "£105,000,000"),
        (vec![(Id::Floor, 100_000.0), (Id::Damped, 1.0), (Id::MostChange, 0.0)], Id::Floor, "Ceredigion"),
        (vec![(Id::Pot, 4_999_999.99), (Id::Whole, 1.0)], Id::Whole, ""),
    ];
    for (chosen, beside, told) in cases {
        for lang in Lang::ALL {
            let shown = question(&state(lang, &chosen));
            let errors: Vec<_> =
                shown.all_groups().flat_map(|group| &group.fields).filter_map(|field| Some((field.id, field.error.clone()?))).collect();
            assert_eq!(errors.len(), 1, "{chosen:?}");
            assert_eq!(errors[0].0, beside, "{chosen:?}");
            assert!(errors[0].1.contains(told), "{}", errors[0].1);
            assert!(text(&section(&shown, "councils").lines).contains(&errors[0].1), "and in the section");
            assert!(shown.announcement.contains(&errors[0].1), "and it is read aloud");
            let sums = Sums::of(&scenario(&chosen));
            adds_up(&sums.given, sums.pot, false, "shared all the same");
        }
    }
}

#[test]
fn the_place_chosen_is_answered() {
    let shown = question(&state(Lang::En, &[(Id::Place, place("Torfaen"))]));
    let line = text(&shown.lines);
    assert!(line.contains("Torfaen would get £284,933.64, shared by children looked after: £780.64 for each"), "{line}");
    near(said(&shown.lines, "place-change"), said(&shown.lines, "place") - said(&shown.lines, "place-other"));
    assert!(question(&state(Lang::Cy, &[(Id::Place, place("Torfaen"))])).lines[1].text().starts_with("Byddai Torfaen yn cael £284,933.64"));
    let boards = [(Id::Stream, stream("icf")), (Id::Retained, 0.1)];
    let all: f64 = ["North Wales", "West Wales", "West Glamorgan", "Cwm Taf Morgannwg", "Cardiff and Vale", "Gwent"]
        .map(|name| question(&state(Lang::En, &[boards[0], boards[1], (Id::Place, place(name))])))
        .iter()
        .map(|shown| said(&shown.lines, "place"))
        .sum();
    let powys = index(Place::ALL.iter().position(|place| place.key() == "powys"));
    let powys = question(&state(Lang::En, &[boards[0], boards[1], (Id::Place, powys)]));
    assert_eq!(pence(all + said(&powys.lines, "place")), 1_500_000_000, "the seven boards together, with what they keep");
    assert!((said(&powys.lines, "place-kept") / said(&powys.lines, "place") - 0.1).abs() < 1e-6);
    assert!(question(&state(Lang::En, &[])).lines.is_empty(), "for Wales the headline is the answer");
}

#[test]
fn who_gains_and_who_loses_is_counted() {
    let chosen = [(Id::Stream, stream("edge-of-care"))];
    let changes = Sums::of(&scenario(&chosen)).changes();
    let (gain, lose) = (changes.iter().filter(|c| **c > 0.0).count(), changes.iter().filter(|c| **c < 0.0).count());
    let shown = question(&state(Lang::En, &chosen));
    let lines = &section(&shown, "councils").lines;
    near(said(lines, "gain"), index(Some(gain)));
    near(said(lines, "lose"), index(Some(lose)));
    assert!(
        text(lines).contains("Most gained: Torfaen, +£130,545.68 (+84.6%). Most lost: Carmarthenshire, −£144,581.70 (−48.7%)."),
        "{}",
        text(lines)
    );
}

#[test]
fn the_ring_fence_stands_beside_the_settlement() {
    let chosen = [(Id::Stream, stream("edge-of-care")), (Id::Rule, 2.0), (Id::Floor, 9_000.0), (Id::Place, place("Torfaen"))];
    let sums = Sums::of(&scenario(&chosen));
    let [children, population] = [0.0, 1.0].map(|rule| Sums::of(&scenario(&[chosen[0], (Id::Rule, rule)])).given.amounts);
    assert_eq!(sums.fence[0].amounts, children, "by the stream's own rule, whatever rule is chosen");
    assert_eq!(sums.fence[1].amounts, population);
    let shown = question(&state(Lang::En, &chosen));
    let fence = section(&shown, "fence");
    near(said(&fence.lines, "fence-change"), said(&fence.lines, "general") - said(&fence.lines, "fenced"));
    assert!(fence.notes.iter().any(|note| note.contains("Revenue Support Grant") && note.contains("2018")));
    assert!(fence.notes.iter().any(|note| note.contains("not in the evidence")), "the stand-in is said to be one");
    assert!(section(&shown, "documents").ways[0].fragment.contains("cost=227272.72"), "the lever with what Torfaen would get");
}

#[test]
fn the_grant_follows_the_children_some_years_later() {
    for (counts, opening) in [(0.0, 7_872_900.0), (1.0, 5_111_750.0)] {
        let shown = edge(&state(Lang::En, &[(Id::Counts, counts), (Id::Lag, 1.0)]));
        let follows = chart(&section(&shown, "follows").charts, "follows");
        let [without, with] = [0, 1].map(|at| follows.series[at].values.iter().flatten().copied().collect::<Vec<f64>>());
        near(without[0], opening);
        assert_eq!((without[0], without[1]), (with[0], with[1]), "nothing follows before the lag");
        assert!(without.iter().zip(&with).skip(2).all(|(without, with)| with < without), "then it is smaller every year");
        let soon = edge(&state(Lang::En, &[(Id::Counts, counts), (Id::Lag, 0.0)]));
        let soon = chart(&section(&soon, "follows").charts, "follows");
        near(soon.series[1].values[3].expect("a year"), with[4]);
    }
    let many = edge(&state(Lang::En, &[(Id::Counts, 2.0), (Id::Own, 9_000.0)]));
    assert!(many.sections.iter().all(|section| section.name != "follows"), "more than are looked after are no share of them");
    // The page of the grant leads there, where the stream is a grant by rate.
    assert_eq!(section(&question(&state(Lang::En, &[])), "follows").ways[0].room, Room::Edge);
    let other = question(&state(Lang::En, &[(Id::Stream, stream("tessa"))]));
    assert!(other.sections.iter().all(|section| section.name != "follows"), "only a grant by rate follows");
}

/// The page of the edge of care in the same scenario.
fn edge(state: &State) -> Question {
    question(&State { room: Room::Edge, ..state.clone() })
}

#[test]
fn the_requests_of_the_default_page_are_kept() {
    let shown = question(&state(Lang::En, &[]));
    let names: Vec<_> = shown.requests.iter().map(|request| request.name).collect();
    assert_eq!(names, ["wales", "due", "pot", "against", "fenced", "general"]);
    let asked = Value::from_json(&shown.requests[2].json).expect("JSON");
    let Value::Map(entries) = &asked else { panic!("a map") };
    let keys: Vec<_> = entries.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(keys, ["method", "pot", "unit", "areas", "retained_share"]);
    assert_eq!(asked.text("unit"), Some("penny"));
    assert_eq!(asked.text("areas.0.region"), Some("GwE"));
}
