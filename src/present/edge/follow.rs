//! The grant that follows the children: with fewer of them in care a grant by rate is smaller, some years later.

use crate::app::State;
use crate::evidence::figure;
use crate::model;
use crate::present::Group;
use crate::present::Section;
use crate::present::chart::Chart;
use crate::present::chart::Measure;
use crate::present::chart::Series;
use crate::present::chart::Shape;
use crate::present::fields::pounds;
use crate::present::figure::Figure;
use crate::present::figure::Sentence;
use crate::present::figure::mark;
use crate::present::footnotes;
use crate::present::footnotes::Footnote;
use crate::present::grant;
use crate::present::request;
use crate::present::request::Request;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::units::Pounds;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;
use crate::words::text::count;
use crate::words::text::edge as words;
use crate::words::text::site;
use crate::words::year;

/// The grant without and with the service, year by year.
pub(super) struct Follow {
    asked: model::Scenario,
    years: Vec<i32>,
    without: Vec<f64>,
    with: Vec<f64>,
}

impl Follow {
    /// The grant on the children who count; none where more count than are looked after, who can be no share of them.
    pub(super) fn of(scenario: &Scenario) -> Option<Self> {
        let share = Some(grant::eligible(scenario) / figure::CHILDREN_2019.value).filter(|share| *share <= 1.0)?;
        let asked = request::following(scenario, share);
        let projection = model::project(&asked);
        let paid = |grant: Option<Pounds>| grant.map_or(0.0, Pounds::value);
        Some(Self {
            years: projection.years.iter().map(|year| year.year.value()).collect(),
            without: projection.years.iter().map(|year| paid(year.baseline.grant)).collect(),
            with: projection.years.iter().map(|year| paid(year.scenario.grant)).collect(),
            asked,
        })
    }

    /// The request.
    pub(super) fn request(&self, state: &State) -> Request {
        let asked = request::written(&state.scenario, &self.asked, &[]);
        Request::new("follows", words::REQUEST_FOLLOWS.say(state.lang), "project", &asked)
    }

    /// The section.
    pub(super) fn section(&self, state: &State) -> Section {
        let lang = state.lang;
        Section {
            name: "follows",
            title: words::FOLLOWS.say(lang).to_owned(),
            lines: self.line(lang, &state.scenario).into_iter().collect(),
            footnotes: vec![Footnote::Method(&footnotes::SHARING)],
            groups: vec![Group::of(state, site::ASSUMPTIONS, &[Id::Lag], false)],
            charts: vec![(self.chart(lang), Some(words::FOLLOWS_NOTE.say(lang).to_owned()))],
            ..Section::default()
        }
    }

    fn line(&self, lang: Lang, scenario: &Scenario) -> Option<Sentence> {
        let (year, without, with) = (*self.years.last()?, *self.without.last()?, *self.with.last()?);
        let less = without - with;
        let figures = [
            Figure::new("follows-with", with, number::pounds(with)),
            Figure::new("follows-without", without, number::pounds(without)),
            Figure::new("follows-less", less, number::pounds(without.round() - with.round())),
        ];
        let text = words::FollowsLine {
            place: &scenario.place().full_name(lang),
            rate: &pounds(scenario.value(Id::Rate)),
            cost: &number::pounds(scenario.value(Id::Cost)),
            children: &count::CHILDREN.whole(lang, scenario.value(Id::Supported)),
            year: &year::financial(year),
            with: mark(0),
            without: mark(1),
            less: mark(2),
        };
        Some(Sentence::of(&text.say(lang), &figures))
    }

    fn chart(&self, lang: Lang) -> Chart {
        let series = |name: Text, slot: u8, values: &[f64]| {
            Series::new(name.say(lang), Shape::Line, slot, values.iter().copied().map(Some).collect())
        };
        let later = self.without.iter().zip(&self.with).position(|(without, with)| without - with >= 0.5);
        let caption = match later.and_then(|at| self.years.get(at)) {
            Some(year) => words::FollowsCaption { year: &year::financial(*year) }.say(lang),
            None => words::FOLLOWS_NOTHING.say(lang).to_owned(),
        };
        Chart {
            name: "follows",
            caption,
            table_title: words::FOLLOWS_TABLE.say(lang).to_owned(),
            axis: words::AXIS_POUNDS.say(lang).to_owned(),
            positions_title: site::FINANCIAL_YEAR_COLUMN.say(lang).to_owned(),
            positions: self.years.iter().map(|year| year::financial(*year)).collect(),
            measure: Measure::Pounds,
            bars: false,
            total: None,
            series: vec![series(words::FOLLOWS_WITHOUT, 3, &self.without), series(words::FOLLOWS_WITH, 1, &self.with)],
            footnotes: vec![Footnote::Method(&footnotes::SHARING)],
        }
    }
}
