//! Real and cash: the published index to 2024-25, the visitor's inflation after; NPV and children are the same in either. And the charts.

use clorian::evidence::figure as f;
use clorian::scenario::Id;
use clorian::scenario::Scenario;
use clorian::scenario::own::{Item, Key, Own};
use clorian::words::Lang;

use super::{asked, chart, figure, near, of, plan, question, same, with};

/// What £1 of 2018-19 is in the money of a financial year, by the published index to 2024-25 and by inflation after.
fn worth(year: i32, inflation: f64) -> f64 {
    let index = [
        &f::DEFLATOR_2018,
        &f::DEFLATOR_2019,
        &f::DEFLATOR_2020,
        &f::DEFLATOR_2021,
        &f::DEFLATOR_2022,
        &f::DEFLATOR_2023,
        &f::DEFLATOR_2024,
    ]
    .map(|figure| figure.value);
    let at = usize::try_from((year - 2018).clamp(0, 6)).unwrap();
    index[at] / index[0] * (1.0 + inflation).powi((year - 2024).max(0))
}

fn plans() -> [Scenario; 3] {
    let of_two = plan(&["edge-of-care", "step-down"]);
    [of_two.clone(), with(&of_two, &[(Id::Base, 1.0)]), with(&of_two, &[(Id::Place, 3.0), (Id::Horizon, 25.0)])]
}

#[test]
fn cash_is_real_money_at_the_prices_of_its_year() {
    for real in plans() {
        for inflation in [0.02, 0.0, -0.01] {
            let cash = with(&real, &[(Id::Money, 1.0), (Id::Inflation, inflation)]);
            let (real, cash) = (question(&of(&real, Lang::En)), question(&of(&cash, Lang::En)));
            let first = asked(&real).number("first_year").unwrap();
            #[expect(clippy::cast_possible_truncation, reason = "a year")]
            let year = |at: usize| first as i32 + i32::try_from(at).unwrap();
            for name in ["spend", "money"] {
                for (before, now) in chart(&real, name).series.iter().zip(&chart(&cash, name).series) {
                    assert!(before.values.len() >= 10);
                    for (at, (before, now)) in before.values.iter().zip(&now.values).enumerate() {
                        let (before, now) = (before.unwrap(), now.unwrap());
                        assert!(near(now, before * worth(year(at), inflation), 1e-3), "{name} in {}: {now} for {before}", year(at));
                    }
                }
            }
            for name in ["npv", "ratio", "payback", "children-with", "children-without", "cost-short", "avoided-short"] {
                assert_eq!(figure(&real, name), figure(&cash, name), "{name} is the same in either");
            }
            assert_eq!(asked(&real), asked(&cash), "the contract is asked at constant prices");
            assert_eq!(chart(&real, "care").series, chart(&cash, "care").series);
            let last = chart(&real, "net").series[0].values.len() - 1;
            for (name, at) in [("row-spend-first", 0), ("row-each-first", 0), ("row-spend-last", last), ("row-grant", last)] {
                same(name, figure(&cash, name).unwrap(), figure(&real, name).unwrap() * worth(year(at), inflation));
            }
        }
    }
}

#[test]
fn inflation_says_nothing_of_constant_prices() {
    for real in plans() {
        let other = with(&real, &[(Id::Inflation, 0.3)]);
        let (one, other) = (question(&of(&real, Lang::Cy)), question(&of(&other, Lang::Cy)));
        assert_eq!((one.results, one.charts, one.headline), (other.results, other.charts, other.headline));
    }
}

#[test]
fn before_the_index_begins_a_pound_is_a_pound() {
    // The visitor's own count may be of a year before the prices that all money is in.
    let mut own = Own::default();
    own.set(Key { place: "W06000020", year: Some(2012), item: Item::Children }, 300.0).unwrap();
    let there = Scenario::default().with_own(own);
    let place = clorian::place::Place::ALL.iter().position(|place| place.key() == "W06000020").unwrap();
    let real = with(&there, &[(Id::Place, f64::from(u32::try_from(place).unwrap()))]);
    assert_eq!(real.start().year, 2012);
    let cash = with(&real, &[(Id::Money, 1.0)]);
    let spend = |scenario: &Scenario| figure(&question(&of(scenario, Lang::En)), "row-spend-first").unwrap();
    same("2012-13", spend(&cash), spend(&real));
}

#[test]
fn the_running_total_is_the_sum_of_the_years() {
    for scenario in plans() {
        for money in [0.0, 1.0] {
            let shown = question(&of(&with(&scenario, &[(Id::Money, money)]), Lang::En));
            let years: Vec<f64> = chart(&shown, "money").series[2].values.iter().map(|value| value.unwrap()).collect();
            let mut sum = 0.0;
            for (value, net) in chart(&shown, "net").series[0].values.iter().zip(&years) {
                sum += net;
                same("the running total", value.unwrap(), sum);
            }
            same("the first", figure(&shown, "net-first").unwrap(), years[0]);
            same("the last", figure(&shown, "net-last").unwrap(), years[years.len() - 1]);
        }
    }
}

#[test]
fn the_top_of_a_stack_is_the_sum_in_the_table() {
    for scenario in plans() {
        for (name, lang) in [("spend", Lang::En), ("care", Lang::Cy)] {
            let shown = question(&of(&scenario, lang));
            let chart = chart(&shown, name);
            let stacks = chart.stacks();
            assert_eq!(stacks.len(), 4);
            let rows = chart.table_rows(Lang::En);
            for (at, (_, row)) in rows.iter().enumerate() {
                let parts: f64 = stacks.iter().map(|(series, _)| series.values[at].unwrap()).sum();
                let (_, _, top) = stacks[3].1[at];
                same(name, top, parts);
                let cell = |column: usize| row[column].as_ref().unwrap().0;
                same(name, cell(4), parts);
                for pair in stacks.windows(2) {
                    assert!(pair[0].1[at].2.to_bits() == pair[1].1[at].1.to_bits(), "each stands on the one before");
                }
                // With the plan it is never more than without, which stands in the last column.
                assert!(cell(5) >= cell(4) - 1e-6, "{name}: {} without, {} with", cell(5), cell(4));
            }
            let places = chart.stack_places();
            assert!(places.iter().flat_map(|(_, edges)| edges).all(|(_, low, high)| (0.0..=100.0).contains(low) && high <= low));
        }
    }
}
