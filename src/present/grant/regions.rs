//! The regions of a stream, each with its part of the children, of the pot, and of what is due by rate or by the other rule. It does no sums but
//! adding up councils.

use crate::place;
use crate::place::Place;
use crate::place::Region;
use crate::place::RegionKind;
use crate::present::chart::Chart;
use crate::present::chart::Measure;
use crate::present::chart::Series;
use crate::present::chart::Shape;
use crate::present::fields::pounds;
use crate::present::footnotes::Footnote;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::grant as words;

use super::sums::Shared;
use super::sums::Sums;
use super::sums::sum_over;
use super::sums::to_penny;

/// The regions of a kind.
fn of_kind(kind: RegionKind) -> &'static [Region] {
    match kind {
        RegionKind::Consortium => &place::CONSORTIA,
        RegionKind::Board => &place::BOARDS,
    }
}

/// What a region gets: what it keeps and what it passes on.
fn whole(shared: &Shared, region: &Region) -> f64 {
    let (kept, passed_on) = shared.region(region);
    to_penny(kept + passed_on)
}

/// The chart of the regions, with what a listener hears of it.
pub(super) fn chart(lang: Lang, kind: RegionKind, sums: &Sums, footnotes: &[Footnote]) -> Chart {
    let regions = of_kind(kind);
    let column = |of: &dyn Fn(&'static Region) -> f64| regions.iter().map(|region| Some(of(region))).collect::<Vec<_>>();
    let series = |name: Text, shape: Shape, slot: u8, measure: Option<Measure>, values: Vec<Option<f64>>| Series {
        measure,
        ..Series::new(name.say(lang), shape, slot, values)
    };
    let given = &sums.given;
    let (beside, compared, heads) = match &sums.due {
        Some(due) => (words::REGION_RATE, &due.shared, (words::REGION_CHILDREN, &due.heads)),
        None => (words::REGION_OTHER, &sums.other, (words::REGION_LOOKED_AFTER, &sums.looked_after)),
    };
    let (title, head) = match kind {
        RegionKind::Consortium => (words::REGIONS_TABLE, words::CONSORTIUM),
        RegionKind::Board => (words::BOARDS_TABLE, words::BOARD),
    };
    Chart {
        name: "regions",
        caption: caption(lang, regions, sums),
        table_title: title.say(lang).to_owned(),
        axis: words::POUNDS_AXIS.say(lang).to_owned(),
        positions_title: head.say(lang).to_owned(),
        positions: regions.iter().map(|region| region.name.say(lang).to_owned()).collect(),
        measure: Measure::Pence,
        bars: true,
        total: Some(words::WALES.say(lang).to_owned()),
        series: vec![
            series(heads.0, Shape::Table, 1, Some(Measure::Children), column(&|region| sum_over(Place::Region(region), heads.1))),
            series(beside, Shape::Bars, 1, None, column(&|region| whole(compared, region))),
            series(words::REGION_POT, Shape::Bars, 2, None, column(&|region| whole(given, region))),
            series(words::REGION_KEPT, Shape::Table, 3, None, column(&|region| given.region(region).0)),
            series(words::REGION_PASSED, Shape::Table, 4, None, column(&|region| given.region(region).1)),
        ],
        footnotes: footnotes.to_vec(),
    }
}

/// How far the sums of alike regions may be from each other: a penny for each council of the greatest.
const ROUNDED: f64 = 0.095;

/// The region that would get the most, or that they are alike.
fn caption(lang: Lang, regions: &'static [Region], sums: &Sums) -> String {
    let amount = |region: &Region| whole(&sums.given, region);
    let most = regions.iter().max_by(|a, b| amount(a).total_cmp(&amount(b))).filter(|region| amount(region) > 0.0);
    match most {
        Some(most) if regions.iter().all(|region| (amount(region) - amount(most)).abs() < ROUNDED) => {
            words::RegionsAlike { amount: &number::pounds(amount(most)), pot: &pounds(sums.pot) }.say(lang)
        }
        Some(most) => words::RegionsCaption { name: most.name.say(lang), amount: &pounds(amount(most)), pot: &pounds(sums.pot) }.say(lang),
        None => words::REGIONS_NONE.say(lang).to_owned(),
    }
}
