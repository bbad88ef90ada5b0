//! What is typed in either language, and what it is taken for.

use super::super::number;
use super::*;
use proptest::prelude::*;

fn read(text: &str, kind: Kind) -> Option<f64> {
    parse(Lang::En, text, kind).ok()
}

#[test]
fn what_people_type_is_understood() {
    let cases: [(Kind, &str, f64); 31] = [
        (Kind::Money, "£7,872,900", 7_872_900.0),
        (Kind::Money, " £ 1 234 567.50 ", 1_234_567.5),
        (Kind::Money, "1\u{a0}234\u{a0}567", 1_234_567.0),
        (Kind::Money, "12\u{2009}345", 12_345.0),
        (Kind::Money, "12\u{202f}345", 12_345.0),
        (Kind::Money, "-£20k", -20_000.0),
        (Kind::Money, "£−20 K", -20_000.0),
        (Kind::Money, "+£3.4m", 3_400_000.0),
        (Kind::Money, "£7.87 million", 7_870_000.0),
        (Kind::Money, "£7.87 miliwn", 7_870_000.0),
        (Kind::Money, "2 filiwn", 2_000_000.0),
        (Kind::Money, "1.2bn", 1_200_000_000.0),
        (Kind::Money, "£1.2 biliwn", 1_200_000_000.0),
        (Kind::Money, "5 thousand", 5_000.0),
        (Kind::Money, "2 fil", 2_000.0),
        (Kind::Count, "6,846", 6_846.0),
        (Kind::Count, "7k", 7_000.0),
        (Kind::Count, "007", 7.0),
        (Kind::Number, ".5", 0.5),
        (Kind::Number, "5.", 5.0),
        (Kind::Number, "1.234", 1.234),
        (Kind::Number, "-0", 0.0),
        (Kind::Percent, "12", 0.12),
        (Kind::Percent, "12%", 0.12),
        (Kind::Percent, "0.5 %", 0.005),
        (Kind::Percent, "12.3 per cent", 0.123),
        (Kind::Percent, "−12.3 y cant", -0.123),
        (Kind::Year, "2019", 2019.0),
        (Kind::Year, "2019-20", 2019.0),
        (Kind::Year, "1999/00", 1999.0),
        (Kind::Year, "2019–2020", 2019.0),
    ];
    for (kind, text, value) in cases {
        assert_eq!(read(text, kind).map(f64::to_bits), Some(value.to_bits()), "{text}");
    }
}

#[test]
fn what_can_be_read_two_ways_is_refused() {
    let money = [
        "1,23",
        "12,34",
        "1,2345",
        "0,123",
        ",123",
        "1,234,",
        "1,,234",
        "1.234,56",
        "1.234.567",
        "1 23",
        "1,234 567",
        "1, 234",
        "1e6",
        "50p",
        "12%",
        "£",
        "£££5",
        "--5",
        "+-5",
        "5-",
        "12 children",
        "١٢",
        "１２",
        "inf",
        "NaN",
        "0x1f",
        ".",
        "-",
        "k",
        "1\t234",
        "1\n234",
        "3 mil",
    ];
    for text in money {
        assert_eq!(parse(Lang::En, text, Kind::Money), Err(Typed::NotANumber), "{text}");
    }
    for (kind, text) in [
        (Kind::Count, "£5"),
        (Kind::Percent, "5k"),
        (Kind::Percent, "5%%"),
        (Kind::Year, "2,019"),
        (Kind::Year, "2019-21"),
        (Kind::Year, "19-20"),
        (Kind::Year, "-2019"),
        (Kind::Year, "20199"),
        (Kind::Year, "201é"),
    ] {
        assert_eq!(parse(Lang::En, text, kind), Err(Typed::NotANumber), "{text}");
    }
    assert_eq!(parse(Lang::En, &"9".repeat(1_000_000), Kind::Count), Err(Typed::NotANumber));
    assert_eq!(parse(Lang::Cy, " \u{a0}\n", Kind::Year), Err(Typed::Empty));
}

#[test]
fn mil_is_a_thousand_in_welsh_and_refused_in_english() {
    assert_eq!(parse(Lang::Cy, "£3 mil", Kind::Money), Ok(3_000.0));
    assert_eq!(parse(Lang::En, "£3 mil", Kind::Money), Err(Typed::NotANumber));
}

#[test]
fn a_text_box_shows_what_a_person_would_type() {
    let cases = [
        (Kind::Money, 7_872_900.0, "7,872,900"),
        (Kind::Money, 1_234.5, "1,234.5"),
        (Kind::Number, 0.1 + 0.2, "0.3"),
        (Kind::Number, -1.25, "-1.25"),
        (Kind::Number, 1e-20, "0"),
        (Kind::Number, 0.07 * 100.0, "7"),
        (Kind::Number, 1e15, "1,000,000,000,000,000"),
        (Kind::Percent, 0.122, "12.2"),
        (Kind::Percent, 0.005, "0.5"),
        (Kind::Percent, 0.07, "7"),
        (Kind::Year, 2019.0, "2019"),
        (Kind::Count, f64::NAN, ""),
        (Kind::Count, f64::INFINITY, ""),
    ];
    for (kind, value, text) in cases {
        assert_eq!(editable(value, kind), text);
    }
}

proptest! {
    #[test]
    fn any_text_gives_a_finite_number_or_an_error(text in r"\PC{0,80}|[-+£0-9,. kmbn%]{0,80}") {
        for kind in [Kind::Money, Kind::Count, Kind::Number, Kind::Percent, Kind::Year] {
            for lang in Lang::ALL {
                if let Ok(value) = parse(lang, &text, kind) {
                    prop_assert!(value.is_finite() && value.to_bits() != (-0.0_f64).to_bits());
                }
            }
        }
    }

    // Twelve digits, the point somewhere among them: whatever may be typed comes back the same, to the last bit.
    #[test]
    fn what_is_put_back_reads_the_same(digits in -999_999_999_999_i64..1_000_000_000_000, places in 0_u8..10) {
        for kind in [Kind::Money, Kind::Count, Kind::Number, Kind::Percent] {
            let power = if kind == Kind::Percent { i32::from(places) + 2 } else { i32::from(places) };
            let value: f64 = format!("{digits}e-{power}").parse().expect("a number");
            prop_assert_eq!(parse(Lang::Cy, &editable(value, kind), kind), Ok(value + 0.0));
        }
    }

    // Up to ten thousand million, whose percentage to three places has the fifteen digits that are read.
    #[test]
    fn every_written_form_reads_as_what_it_shows(size in -10.0_f64..10.0, power in -4_i32..10, places in 0_u8..4) {
        let value = size * 10_f64.powi(power);
        for lang in Lang::ALL {
            for (kind, said) in [
                (Kind::Count, number::whole(value)),
                (Kind::Number, number::decimal(value, places)),
                (Kind::Number, number::decimal_trimmed(value, places)),
                (Kind::Percent, number::percent(value, places)),
                (Kind::Money, number::pounds(value)),
                (Kind::Money, number::pounds_and_pence(value)),
                (Kind::Money, number::signed(&number::pounds_short(lang, value))),
                (Kind::Money, number::pounds_compact(lang, value, places)),
            ] {
                let read = parse(lang, &said, kind).expect("what we write can be read");
                let again = match kind {
                    Kind::Count => number::whole(read),
                    Kind::Percent => number::percent(read, places),
                    Kind::Number => said.split_once('.').map_or_else(
                        || number::whole(read),
                        |(_, decimals)| number::decimal(read, u8::try_from(decimals.len()).expect("few decimals")),
                    ),
                    _ if said.contains(['m', 'b', 'k']) && said.contains(' ') => number::signed(&number::pounds_short(lang, read)),
                    _ if said.contains(['m', 'b', 'k']) => number::pounds_compact(lang, read, places),
                    _ if said.contains('.') => number::pounds_and_pence(read),
                    _ => number::pounds(read),
                };
                prop_assert_eq!(again.trim_start_matches('+'), said.trim_start_matches('+'));
            }
        }
    }

    #[test]
    fn years_read_back(year in 1000_i32..9999) {
        for text in [editable(f64::from(year), Kind::Year), super::super::year::financial(year)] {
            prop_assert_eq!(parse(Lang::En, &text, Kind::Year), Ok(f64::from(year)));
        }
    }
}
