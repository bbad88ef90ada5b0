//! The fan of a plan whose numbers have ranges, as plain data: what is asked for, and what is told of it. Knows nothing of who works it out:
//! that is done where the browser is known (`www/simulate.js`), by the contract's own program.

use crate::model::uncertainty;

/// A simulation that is asked for. Two that are alike have one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The scenario with its ranges, as the contract takes it: JSON.
    pub scenario: String,
    /// How many draws, 1 to 100,000.
    pub draws: u32,
    /// Which ranges one draw moves, as the contract takes it: JSON, or nothing.
    pub ties: String,
    /// The scenario that it is told against, as the contract takes it: JSON, or nothing.
    pub against: String,
    /// What a pound of each year is worth in the money that the running total is told in: JSON, or nothing.
    pub prices: String,
}

/// What is told of a simulation that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// It is on its way.
    Progress(Progress),
    /// It is done.
    Fan(Box<Fan>),
    /// It will not be.
    Fault(Fault),
}

/// The cases tried on every settled change.
pub const FEW: u32 = 1_000;

/// The cases tried on demand.
pub const MANY: u32 = 10_000;

/// How far a simulation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Draws made.
    pub made: u32,
    /// Draws asked for.
    pub draws: u32,
}

/// Why there is no fan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The contract refuses the request.
    Refused {
        /// The field that it names.
        path: String,
        /// What is allowed there, in English.
        en: String,
        /// The same in Welsh.
        cy: String,
    },
    /// The browser could not load or run what works it out.
    NotRun,
}

/// What the draws of a plan come to. Three numbers are a 10th, 50th and 90th percentile.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    /// How many draws.
    pub draws: u32,
    /// The share of them in which NPV is above 0.
    pub chance: f64,
    /// NPV, in pounds.
    pub npv: Tried,
    /// Year by year, from the plan's first.
    pub years: Vec<FanYear>,
    /// Pounds avoided for each of cost.
    pub ratio: Tried,
    /// The year in which the running total turns for good, counted from the first; as many as there are years where it never does.
    pub payback: Tried,
    /// What the programmes come to together, brought to the first year.
    pub present: Present,
    /// The same of each, in the order in which the model was told of them.
    pub levers: Vec<Present>,
    /// What each range moves by itself, the largest swing first: its position in the request (the first of a tie), and NPV in pounds with it
    /// at its lowest and at its highest.
    pub swings: Vec<(usize, f64, f64)>,
    /// Child-years and spending of each placement in each year, with the plan, in rows of as many placements as there are.
    placements: Vec<[Tried; 2]>,
    /// How much more of each result it has than the scenario that it is told against, in the order of `model::difference::NAMES`; none where there is no
    /// such.
    pub more: Vec<Tried>,
}

/// The 10th, 50th and 90th percentile.
pub type Tried = [f64; 3];

/// One year of a fan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FanYear {
    /// Children in care at the close, with the plan.
    pub children: Tried,
    /// Pounds avoided less cost, of this year and all before it, in the money that the page shows.
    pub running: Tried,
    /// Its other results.
    pub told: Results,
}

/// The spread of the other results of a year.
pub type Results = uncertainty::Told<Tried>;

/// The spread of what programmes come to, brought to the first year.
pub type Present = uncertainty::Present<Tried>;

impl Fan {
    /// Reads the numbers in a row that the contract's `Simulation.flat()` gives. None where they are not such a row.
    #[must_use]
    pub fn read(flat: &[f64]) -> Option<Self> {
        const TOLD: usize = Results::WIDE;
        let mut row = Row(flat);
        let draws = row.count()?;
        let chance = row.number()?;
        let npv = *row.threes(1)?.first()?;
        let years = row.count()? as usize;
        let fan = row.threes(years.checked_mul(2)?)?;
        let swings = row.counted()?;
        let [ratio, payback] = *row.threes(2)? else { return None };
        let told = row.threes(years.checked_mul(TOLD)?)?;
        let levers = row.count()? as usize;
        let levers = row.threes(levers.checked_add(1)?.checked_mul(3)?)?;
        let running = row.threes(years)?;
        let placements = row.count()? as usize;
        let placements = row.threes(years.checked_mul(placements)?.checked_mul(2)?)?;
        let more = row.counted()?.to_vec();
        if !row.0.is_empty() || draws == 0 || !(0.0..=1.0).contains(&chance) {
            return None;
        }
        let year = |at: usize| {
            let mut all = [[0.0; 3]; TOLD];
            all.copy_from_slice(&told[at * TOLD..][..TOLD]);
            FanYear { children: fan[at * 2], running: running[at], told: Results::of(all) }
        };
        let years = (0..years).map(year).collect();
        let mut levers: Vec<Present> = levers.as_chunks().0.iter().copied().map(Present::of).collect();
        let present = levers.remove(0);
        let swing = |[range, low, high]: &Tried| Some((whole(*range)? as usize, *low, *high));
        let swings = swings.iter().map(swing).collect::<Option<_>>()?;
        let placements = placements.as_chunks().0.to_vec();
        Some(Self { draws, chance, npv, years, ratio, payback, present, levers, swings, placements, more })
    }

    /// Child-years and spending of a placement in a year, with the plan.
    #[must_use]
    pub fn placement(&self, year: usize, at: usize) -> Option<[Tried; 2]> {
        self.placements.get(self.placements.len() / self.years.len().max(1) * year + at).copied()
    }
}

/// A count, where a number is one.
fn whole(number: f64) -> Option<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast gives the nearest there is")]
    let count = number as u32;
    (f64::from(count).to_bits() == number.to_bits()).then_some(count)
}

/// What is left to read. A false count asks for no room: nothing is read that is not there.
struct Row<'a>(&'a [f64]);

impl<'a> Row<'a> {
    fn number(&mut self) -> Option<f64> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        first.is_finite().then_some(*first)
    }

    fn count(&mut self) -> Option<u32> {
        whole(self.number()?)
    }

    /// So many times three finite numbers.
    fn threes(&mut self, count: usize) -> Option<&'a [Tried]> {
        let (taken, rest) = self.0.split_at_checked(count.checked_mul(3)?)?;
        self.0 = rest;
        taken.iter().all(|number| number.is_finite()).then_some(taken.as_chunks().0)
    }

    /// As many times three as the next number says.
    fn counted(&mut self) -> Option<&'a [Tried]> {
        let count = self.count()? as usize;
        self.threes(count)
    }
}

#[cfg(test)]
mod tests {
    use super::{Fan, FanYear, Present, Results};

    /// One year, two swings, then the ratio, the payback, the thirteen other results of the year, what one programme comes to, the running total, two
    /// placements, and two differences.
    const ROW: [f64; 106] = [
        1000.0, 0.75, -1.0, 2.0, 3.0, 1.0, 10.0, 11.0, 12.0, -4.0, -3.0, -2.0, 2.0, 1.0, -5.0, 5.0, 0.0, 4.0, 1.0, //
        0.5, 1.0, 1.5, 0.0, 1.0, 1.0, //
        1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 19.0, 20.0, 21.0, 22.0, 23.0,
        24.0, 25.0, 26.0, 27.0, 28.0, 29.0, 30.0, //
        61.0, 62.0, 63.0, 64.0, 65.0, 66.0, 67.0, 68.0, 69.0, //
        1.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 19.0, //
        -8.0, -6.0, -4.0, //
        2.0, 31.0, 32.0, 33.0, 34.0, 35.0, 36.0, 41.0, 42.0, 43.0, 44.0, 45.0, 46.0, //
        2.0, 51.0, 52.0, 53.0, 54.0, 55.0, 56.0,
    ];

    #[test]
    fn a_row_is_read_as_it_is_written() {
        let fan = Fan::read(&ROW).expect("a fan");
        let told = Results::of([
            [1.0, 2.0, 3.0],
            [4.0, 5.0, 6.0],
            [7.0, 8.0, 9.0],
            [10.0, 11.0, 12.0],
            [13.0, 14.0, 15.0],
            [16.0, 17.0, 18.0],
            [19.0, 20.0, 21.0],
            [22.0, 23.0, 24.0],
            [25.0, 26.0, 27.0],
            [28.0, 29.0, 30.0],
            [61.0, 62.0, 63.0],
            [64.0, 65.0, 66.0],
            [67.0, 68.0, 69.0],
        ]);
        let year = FanYear { children: [10.0, 11.0, 12.0], told, running: [-8.0, -6.0, -4.0] };
        assert_eq!(
            fan,
            Fan {
                draws: 1000,
                chance: 0.75,
                npv: [-1.0, 2.0, 3.0],
                years: vec![year],
                ratio: [0.5, 1.0, 1.5],
                payback: [0.0, 1.0, 1.0],
                present: Present { cost: [1.0, 2.0, 3.0], avoided: [4.0, 5.0, 6.0], net: [7.0, 8.0, 9.0] },
                levers: vec![Present { cost: [11.0, 12.0, 13.0], avoided: [14.0, 15.0, 16.0], net: [17.0, 18.0, 19.0] }],
                swings: vec![(1, -5.0, 5.0), (0, 4.0, 1.0)],
                placements: vec![[[31.0, 32.0, 33.0], [34.0, 35.0, 36.0]], [[41.0, 42.0, 43.0], [44.0, 45.0, 46.0]]],
                more: vec![[51.0, 52.0, 53.0], [54.0, 55.0, 56.0]],
            }
        );
    }

    #[test]
    fn what_is_no_such_row_is_refused() {
        for length in 0..ROW.len() {
            assert_eq!(Fan::read(&ROW[..length]), None, "cut to {length}");
        }
        assert_eq!(Fan::read(&[&ROW[..], &[0.0]].concat()), None);
        for (at, wrong) in [
            (0, 0.0),
            (0, 0.5),
            (0, -1.0),
            (0, 1e10),
            (1, 1.1),
            (1, -0.1),
            (1, f64::NAN),
            (4, f64::INFINITY),
            (5, 4e9),
            (5, 0.0),
            (7, f64::NAN),
            (12, 3.0),
            (12, 1.0),
            (13, 0.5),
            (14, f64::NEG_INFINITY),
            (64, 2.0),
            (64, 0.0),
            (75, f64::NAN),
            (86, 1.0),
            (86, 3.0),
            (99, 1.0),
            (99, 1e9),
            (105, f64::INFINITY),
        ] {
            let mut row = ROW;
            row[at] = wrong;
            assert_eq!(Fan::read(&row), None, "{wrong} at {at}");
        }
    }
}
