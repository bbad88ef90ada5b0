//! The map and the table of figures by council: shades, order, and what is said where there is no figure.

use super::*;

fn areas(change: bool, measure: Measure, values: &[Option<f64>]) -> Areas {
    let (mut rows, foot) = rows(Lang::En, Place::ALL[1], |place| {
        let at = Place::ALL.iter().position(|other| *other == place).map_or(0, |at| at.saturating_sub(1));
        vec![values.get(at).copied().flatten()]
    });
    rows.truncate(values.len());
    let columns = vec![Column { title: "Rate".to_owned(), measure, change, footnotes: &[] }];
    let text = String::new;
    Areas {
        name: "test",
        caption: text(),
        table_title: text(),
        first: text(),
        columns,
        rows,
        foot,
        mapped: 0,
        sorted: (1, true),
        open: true,
        notes: Vec::new(),
    }
}

#[test]
fn groups_hold_about_as_many_councils_each_and_cover_all() {
    let values: Vec<Option<f64>> = (0..22).map(|n| Some(f64::from(n) * 3.7)).collect();
    let areas = areas(false, Measure::Rate, &values);
    let counts = (1..=5).map(|n| areas.shades().iter().filter(|(.., shade)| *shade == Shade::Group(n)).count());
    assert_eq!(counts.collect::<Vec<_>>(), [5, 4, 5, 4, 4]);
    assert_eq!(areas.legend(Lang::En)[0], (Shade::Group(1), "0.0 to 14.8: 5 councils".to_owned()));
}

#[test]
fn what_reads_alike_is_shaded_alike() {
    let values = [45_010.0, 45_490.0, 44_600.0, 1_240_000.0, 9_960.0, 999_600.0].map(Some);
    let areas = areas(false, Measure::Pounds, &values);
    let brief: Vec<String> = areas.hexagons(Lang::En).into_iter().map(|hexagon| hexagon.brief).collect();
    assert_eq!(brief, ["£45k", "£45k", "£45k", "£1.2m", "£10k", "£1m"]);
    let shades: Vec<Shade> = areas.hexagons(Lang::En).iter().map(|hexagon| hexagon.shade).collect();
    assert!(shades[0] == shades[1] && shades[1] == shades[2], "{shades:?}");
}

#[test]
fn a_change_is_shaded_by_its_size_on_both_sides_of_none() {
    let values = [-30.0, -10.0, -9.96, 0.02, 0.4, 12.0].map(Some);
    let areas = areas(true, Measure::Rate, &values);
    let shades: Vec<Shade> = areas.shades().into_iter().map(|(.., shade)| shade).collect();
    assert_eq!(shades, [-3, -1, -1, 0, 1, 2].map(Shade::Change));
    let legend: Vec<String> = areas.legend(Lang::En).into_iter().map(|(_, said)| said).collect();
    assert_eq!(legend, ["−30.0: 1 council", "−10.0: 2 councils", "no change: 1 council", "+0.4: 1 council", "+12.0: 1 council"]);
}

#[test]
fn none_is_last_and_never_nothing() {
    let mut areas = areas(false, Measure::Share, &[None, Some(0.25), Some(0.0), Some(0.25)]);
    let names = |areas: &Areas| areas.ordered().into_iter().map(|row| row.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&areas), ["Gwynedd", "Denbighshire", "Conwy", "Isle of Anglesey"], "equals as they are listed");
    areas.sorted.1 = false;
    assert_eq!(names(&areas).last().map(String::as_str), Some("Isle of Anglesey"), "from the least too");
    areas.sorted = (0, false);
    assert_eq!(names(&areas), ["Conwy", "Denbighshire", "Gwynedd", "Isle of Anglesey"]);
    assert_eq!(areas.hexagons(Lang::En)[0].brief, number::NO_FIGURE);
    assert_eq!(areas.legend(Lang::En).last(), Some(&(Shade::Blank, "no figure: 1 council".to_owned())));
    let said = areas.description(Lang::En);
    assert!(said.contains("Isle of Anglesey, no figure") && said.contains("Lowest: Conwy, 0.0%"), "{said}");
}

#[test]
fn the_map_has_north_at_the_top_and_wastes_no_width() {
    let values = [Some(1.0); 22];
    let areas = areas(false, Measure::Children, &values);
    let hexagons = areas.hexagons(Lang::Cy);
    let (width, height) = areas.size();
    let of = |short: &str| hexagons.iter().find(|hexagon| hexagon.row.short == short).map(|hexagon| (hexagon.x, hexagon.y));
    assert!((width - 7.0).abs() < 1e-9, "{width}");
    assert!(of("Angl").unwrap_or_default().1 < of("Card").unwrap_or_default().1);
    assert!(hexagons.iter().all(|h| (0.5 - 1e-9..=width - 0.5 + 1e-9).contains(&h.x) && (0.5..=height - 0.5).contains(&h.y)));
}

#[test]
fn a_press_on_a_head_turns_the_order() {
    let areas = areas(false, Measure::Children, &[Some(1.0)]);
    assert!(!areas.turns_to(1), "it stands from the greatest");
    assert!(areas.turns_to(2) && !areas.turns_to(0));
}
