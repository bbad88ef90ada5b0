//! The worked examples of the method page: what the model makes of the published figures, put as sums that a reader can follow.
//!
//! Every number is asked of the model (or is a figure of the register) when the page is made; none is typed here but what an example
//! supposes, which its title says. A number is marked in the line it stands in ([`source`], [`result`]) and taken out again by
//! [`line`], so a template of `src/words/text/worked.toml` can put it where its language wants it.

pub(super) mod checks;
pub(super) mod costs;
pub(super) mod flows;
pub(super) mod levers;
pub(super) mod limits;
pub(super) mod money;
pub(super) mod paths;
pub(super) mod ranges;
pub(super) mod rates;
pub(super) mod sharing;
pub(super) mod targets;
pub(super) mod weights;

use crate::evidence;
use crate::evidence::Figure;
use crate::evidence::figure;
use crate::model;
use crate::model::Projection;
use crate::model::stock::Calibration;
use crate::model::stock::StockYear;
use crate::present::request;
use crate::scenario::Id;
use crate::scenario::Scenario;
use crate::units::Children;
use crate::words::Lang;
use crate::words::Text;
use crate::words::number;

use super::Example;
use super::Piece;

/// What the examples share: the flows of 2018-19, and the edge of care service of the published starting point.
pub(super) struct Worked {
    lang: Lang,
    /// The published starting point.
    preset: Scenario,
    /// What the counts of 2018 and 2019 say.
    fit: Calibration,
    /// The first years of care as it would go.
    stock: Vec<StockYear>,
    /// The starting point as the model takes it.
    scenario: model::Scenario,
    /// What it comes to.
    edge: Projection,
}

impl Worked {
    /// The model's answers in a language.
    pub(super) fn new(lang: Lang) -> Option<Self> {
        let preset = Scenario::default();
        let [opening, closing, exits] =
            [&figure::CHILDREN_2018, &figure::CHILDREN_2019, &figure::CHILDREN_LEAVING_2019].map(|figure| Children::new(figure.value));
        let fit = model::stock::calibrate(opening, closing, exits).ok()?;
        let (scenario, edge) = projected(request::edge(&preset));
        let stock = model::stock::stock(&scenario);
        Some(Self { lang, preset, fit, stock, scenario, edge })
    }

    /// The edge of care service with some fields changed.
    fn with(&self, changes: &[(Id, f64)]) -> Option<(model::Scenario, Projection)> {
        let scenario = changes.iter().try_fold(self.preset.clone(), |scenario, (id, value)| scenario.with(*id, *value))?;
        Some(projected(request::edge(&scenario)))
    }

    /// An example under a title.
    #[expect(clippy::unnecessary_wraps, reason = "an example that can fail on its way ends with it")]
    fn example(&self, title: Text, lines: impl IntoIterator<Item = String>) -> Option<Example> {
        Some(Self::titled(title.say(self.lang).to_owned(), lines))
    }

    /// An example under a title that has been put together.
    fn titled(title: String, lines: impl IntoIterator<Item = String>) -> Example {
        Example { title, lines: lines.into_iter().map(|text| line(&text)).collect() }
    }

    /// Exits for each child-year, to six digits as the sums use it.
    fn r(&self) -> String {
        source(&figure::CALC_EXIT_RATE, six(self.fit.exit_rate.value()))
    }

    /// The share still there at the close of those at the opening, and of those who came in.
    fn p_and_k(&self) -> Option<(String, String)> {
        let year = self.stock.first()?;
        Some((six(year.stay), five(year.still_there)))
    }
}

/// What the model makes of a scenario.
fn projected(scenario: model::Scenario) -> (model::Scenario, Projection) {
    let projection = model::project(&scenario);
    (scenario, projection)
}

/// A share or a rate with the digits that a sum needs.
fn six(value: f64) -> String {
    number::decimal(value, 6)
}

/// A factor worked out from such a rate: with a digit less, it is what a pocket calculator makes of the six.
fn five(value: f64) -> String {
    number::decimal(value, 5)
}

/// A share or a rate as short as it is.
fn share(value: f64) -> String {
    number::decimal_trimmed(value, 6)
}

const OPENS: char = '\u{e100}';
const PARTS: char = '\u{e101}';
const CLOSES: char = '\u{e102}';

/// A figure of the register as it is put into a sum.
fn source(figure: &Figure, said: impl Into<String>) -> String {
    format!("{OPENS}{}{CLOSES}{}{CLOSES}", figure.id, said.into())
}

/// A figure of the register that is a whole number.
fn whole(figure: &Figure) -> String {
    source(figure, number::whole(figure.value))
}

/// A figure of the register that is a share.
fn part(figure: &Figure) -> String {
    source(figure, share(figure.value))
}

/// What comes out, under a name.
fn result(name: &str, exact: f64, said: impl Into<String>) -> String {
    format!("{OPENS}{name}{PARTS}{exact}{CLOSES}{}{CLOSES}", said.into())
}

/// What comes out and stands in the register too.
fn registered(figure: &Figure, said: impl Into<String>) -> String {
    result(figure.id, figure.value, said)
}

/// A line in its pieces.
fn line(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let plain = |words: &str, pieces: &mut Vec<Piece>| {
        if !words.is_empty() {
            pieces.push(Piece::Words(words.to_owned()));
        }
    };
    let mut parts = text.split(OPENS);
    plain(parts.next().unwrap_or_default(), &mut pieces);
    for part in parts {
        let mut fields = part.splitn(3, CLOSES);
        let (mark, said, rest) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        pieces.push(marked(mark, said));
        plain(rest, &mut pieces);
    }
    pieces
}

fn marked(mark: &str, said: &str) -> Piece {
    let said = said.to_owned();
    let (name, exact) = mark.split_once(PARTS).map_or((mark, None), |(name, exact)| (name, Some(exact)));
    let figure = evidence::find(name).map(|figure| figure.id);
    match (exact, figure) {
        (Some(exact), figure) => Piece::Result { name: name.to_owned(), figure, exact: exact.parse().unwrap_or(f64::NAN), said },
        (None, Some(id)) => Piece::Source { id, said },
        (None, None) => Piece::Words(said),
    }
}
