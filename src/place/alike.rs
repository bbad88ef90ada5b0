//! The councils most like one another, by a rule of our own.
//!
//! **An assumption, with its reason**: councils are alike whose number of people under 18 is near (as a ratio, so on a log scale) and whose
//! share of the population under 18 is near; both of mid-2024, each measured against its spread over the 22. They are the two measures of
//! size and age that the evidence has for every council; deprivation, which would say more, it does not have by council.

use super::{COUNCILS, Council, Place};
use crate::units::order::ordered;

/// How many councils are named as most like one.
pub const ALIKE: usize = 3;

/// The middle of the year of the populations: the latest found by council.
pub const ALIKE_YEAR: u16 = 2024;

impl Council {
    /// The other councils most like this one, the nearest first. Equals keep the order of the councils.
    #[must_use]
    pub fn alike(&'static self) -> Vec<&'static Self> {
        let measures: Vec<(&Self, [f64; 2])> = COUNCILS.iter().filter_map(|council| Some((council, measures(council)?))).collect();
        let spread = [0, 1].map(|at| spread(&measures.iter().map(|(_, own)| own[at]).collect::<Vec<f64>>()));
        let own = measures.iter().find(|(council, _)| council.code == self.code).map_or([0.0; 2], |(_, own)| *own);
        let apart = |other: [f64; 2]| ((other[0] - own[0]) / spread[0]).hypot((other[1] - own[1]) / spread[1]);
        let others = measures.into_iter().filter(|(council, _)| council.code != self.code);
        let others: Vec<(f64, &Self)> = others.map(|(council, other)| (apart(other), council)).collect();
        ordered(&others, &|a, b| a.0.total_cmp(&b.0)).into_iter().take(ALIKE).map(|(_, council)| council).collect()
    }
}

/// The logarithm of the people under 18, and their share of the people of all ages.
fn measures(council: &'static Council) -> Option<[f64; 2]> {
    let place = Place::Council(council);
    let under_18 = place.under_18(ALIKE_YEAR)?.children;
    Some([under_18.ln(), under_18 / place.all_ages(ALIKE_YEAR)?])
}

/// The standard deviation over the councils.
#[expect(clippy::cast_precision_loss, reason = "there are 22 councils")]
fn spread(values: &[f64]) -> f64 {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt()
}
