//! The funding streams: each resolves to figures with sources, in both languages, and buys only what the documents say it bought.

use std::collections::BTreeSet;

use clorian::evidence::streams::{self, STREAMS, Stream};
use clorian::evidence::{self, Over, Qualifier, Regions, Unit, figure as f};
use clorian::place;
use clorian::words::Lang;
use clorian::words::Text;

fn stream(id: &str) -> &'static Stream {
    streams::find(id).unwrap_or_else(|| panic!("no stream {id}"))
}

fn filled(text: Text, of: &str) {
    for words in [text.say(Lang::En), text.say(Lang::Cy)] {
        assert!(!words.is_empty() && words == words.trim(), "{of}: {words:?}");
    }
}

#[test]
fn the_streams_and_their_order_are_for_ever() {
    let ids = STREAMS.each_ref().map(|stream| stream.id);
    let expected = "pdg-lac pdg-access edge-of-care icf reflect advocacy covid fostering-brand adoption tessa complex-needs uasc st-davids \
                    personal-advisers apprenticeships youth-homelessness coordinators";
    assert_eq!(ids.join(" "), expected);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    assert!(streams::find("no-such-stream").is_none());
}

#[test]
fn each_stream_resolves_to_figures_with_sources_in_both_languages() {
    for stream in &STREAMS {
        let detail = stream.detail();
        for text in [stream.name, detail.years, detail.payer, detail.receiver, detail.note, stream.over.name(), stream.regions.name()] {
            filled(text, stream.id);
        }
        detail.ring_fenced.into_iter().for_each(|text| filled(text, stream.id));
        let money = stream.detail().amount.into_iter().chain(detail.others.iter().copied()).chain(detail.items.iter().copied());
        for figure in money {
            assert_eq!(figure.unit, Unit::Pounds, "{}", figure.id);
            assert_eq!(evidence::find(figure.id).map(|found| found.id), Some(figure.id));
            filled(figure.document.title, figure.id);
        }
        let amount = stream.detail().amount.map(|figure| ["pac_2019", "legacy_2021"].contains(&figure.document.id));
        assert!(amount.unwrap_or(true), "{}: its amount is of the two documents", stream.id);
        assert_eq!(stream.detail().amount.is_none(), detail.posts.is_some(), "{}", stream.id);
    }
}

#[test]
fn each_fund_of_the_register_belongs_to_a_stream() {
    let of = |stream: &'static Stream| {
        let detail = stream.detail();
        let bought = detail.buys.as_ref().map(|buys| buys.number);
        let figures = stream.detail().amount.into_iter().chain(detail.posts).chain(bought);
        figures.chain(detail.others.iter().copied()).chain(detail.items.iter().copied())
    };
    let held: BTreeSet<_> = STREAMS.iter().flat_map(of).map(|figure| figure.id).collect();
    let reckoned = ["fund.pdg_lac.rate", "fund.pdg_lac.children", "fund.pdg_lac.share", "fund.pdg_lac.aged_3_to_15"];
    let left: Vec<_> =
        evidence::FIGURES.iter().map(|figure| figure.id).filter(|id| id.starts_with("fund.") && !held.contains(id)).collect();
    assert_eq!(left, reckoned);
}

#[test]
fn a_stream_buys_what_the_documents_say_and_nothing_else() {
    let costs: Vec<_> = STREAMS.iter().filter_map(|stream| Some((stream.id, stream.cost_of_one()?.round()))).collect();
    let expected = [
        ("edge-of-care", 1389.0),
        ("icf", 375_000.0),
        ("reflect", 1749.0),
        ("st-davids", 500.0),
        ("personal-advisers", 2000.0),
        ("youth-homelessness", 160_000.0),
    ];
    assert_eq!(costs, expected);
    let edge = stream("edge-of-care").cost_of_one().expect("a cost");
    assert!((edge - f::COST_EDGE_OF_CARE_CHILD.value).abs() < 1e-9);
    let halves: Vec<_> =
        STREAMS.iter().filter(|stream| stream.detail().buys.as_ref().is_some_and(|buys| buys.part < 1.0)).map(|s| s.id).collect();
    assert_eq!(halves, ["reflect"]);
    assert!(stream("reflect").detail().note.say(Lang::En).contains("half a year's money"));
    assert!(stream("reflect").detail().note.say(Lang::Cy).contains("arian hanner blwyddyn"));
}

#[test]
fn the_covid_reserve_is_six_items_and_a_rest() {
    let covid = stream("covid");
    assert_eq!(covid.detail().items.len(), 6);
    let rest = covid.not_itemised().expect("a rest");
    assert!((rest - 840_000.0).abs() < 1e-6, "{rest}");
    assert_eq!(covid.detail().amount.map(|amount| amount.qualifier), Some(Qualifier::Nearly));
    assert_eq!(STREAMS.iter().filter(|stream| stream.not_itemised().is_some()).count(), 1);
}

#[test]
fn the_same_money_stated_twice_stands_beside_it() {
    let others = |id: &str| stream(id).detail().others.iter().map(|figure| figure.value).collect::<Vec<_>>();
    assert_eq!(others("fostering-brand"), [320_000.0]);
    assert_eq!(others("adoption"), [2_500_000.0]);
    for id in ["fostering-brand", "adoption"] {
        let amount = stream(id).detail().amount.expect("an amount");
        assert!(stream(id).detail().others.iter().all(|other| amount.disagrees_with.contains(&other.id)), "{id}");
    }
}

#[test]
fn how_a_stream_is_shared_is_said_to_be_stated_or_ours() {
    let stated: Vec<_> = STREAMS.iter().filter(|stream| stream.over_stated).map(|stream| (stream.id, stream.over)).collect();
    let expected = [
        ("pdg-lac", Over::Children),
        ("complex-needs", Over::Projects),
        ("youth-homelessness", Over::Projects),
        ("coordinators", Over::Regions),
    ];
    assert_eq!(stated, expected);
    let levers: Vec<_> = STREAMS.iter().filter_map(|stream| stream.lever).collect();
    assert_eq!(levers, ["edge-of-care"]);
}

#[test]
fn regions_are_those_of_the_places_or_are_not_mapped() {
    let of = |kind: Regions| STREAMS.iter().filter(move |stream| stream.regions == kind).map(|stream| stream.id).collect::<Vec<_>>();
    assert_eq!(of(Regions::Consortia), ["pdg-lac", "coordinators"]);
    assert_eq!(of(Regions::Boards), ["icf", "reflect", "complex-needs"]);
    assert_eq!(of(Regions::Collaboratives), ["advocacy"]);
    let sizes = Regions::ALL.iter().map(|kind| place::regions(*kind).len()).collect::<Vec<_>>();
    assert_eq!(sizes, [0, 4, 7, 0]);
    for kind in [Regions::Consortia, Regions::Boards] {
        let councils: usize = place::regions(kind).iter().map(|region| region.councils().count()).sum();
        assert_eq!(councils, 22, "every council, once");
    }
}

#[test]
fn posts_without_a_published_cost_have_no_amount() {
    let coordinators = stream("coordinators");
    assert_eq!(coordinators.detail().posts.map(|posts| posts.value.to_string()), Some("4".to_owned()));
    assert!(coordinators.amount.is_none() && coordinators.cost_of_one().is_none());
}
