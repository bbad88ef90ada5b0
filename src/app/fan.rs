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
    Fan(Fan),
    /// It will not be.
    Fault(Fault),
}

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
    pub npv: [f64; 3],
    /// Year by year, from the plan's first.
    pub years: Vec<FanYear>,
    /// Pounds avoided for each of cost.
    pub ratio: [f64; 3],
    /// The year in which the running total turns for good, counted from the first; as many as there are years where it never does.
    pub payback: [f64; 3],
    /// What the programmes come to together, brought to the first year.
    pub present: Present,
    /// The same of each, in the order of the plan.
    pub levers: Vec<Present>,
    /// What each range moves by itself, the largest swing first: its position in the request (the first of a tie), and NPV in pounds with it
    /// at its lowest and at its highest.
    pub swings: Vec<(usize, f64, f64)>,
    /// How much more of each result it has than the scenario that it is told against, in the order of [`difference::NAMES`]; none where there is no such.
    pub more: Vec<[f64; 3]>,
}

/// One year of a fan.
#[derive(Clone, Debug, PartialEq)]
pub struct FanYear {
    /// Children in care at the close, with the plan.
    pub children: [f64; 3],
    /// Its other results.
    pub told: Results,
    /// Pounds avoided less cost, of this year and all before it, in the money that the page shows.
    pub running: [f64; 3],
    /// Child-years and spending of each placement, with the plan.
    pub placements: Vec<[[f64; 3]; 2]>,
}

/// The spread of the other results of a year.
pub type Results = uncertainty::Told<[f64; 3]>;

/// The spread of what programmes come to, brought to the first year.
pub type Present = uncertainty::Present<[f64; 3]>;

impl Fan {
    /// Reads the numbers in a row that the contract's `Simulation.flat()` gives. None where they are not such a row.
    #[must_use]
    pub fn read(flat: &[f64]) -> Option<Self> {
        let mut row = Row(flat);
        let draws = row.count()?;
        let [chance] = row.take()?;
        let npv = row.take()?;
        let years = row.count()?;
        // As many as are said, or none: a false count asks for no room.
        let mut years = (0..years).map(|_| row.year()).collect::<Option<Vec<FanYear>>>()?;
        let swings = row.count()?;
        let swings = (0..swings).map(|_| row.swing()).collect::<Option<_>>()?;
        let (ratio, payback) = (row.take()?, row.take()?);
        for year in &mut years {
            year.told = row.told()?;
        }
        let levers = row.count()?;
        let present = row.present()?;
        let levers = (0..levers).map(|_| row.present()).collect::<Option<_>>()?;
        for year in &mut years {
            year.running = row.take()?;
        }
        let placements = row.count()?;
        for year in &mut years {
            year.placements = (0..placements).map(|_| Some([row.take()?, row.take()?])).collect::<Option<_>>()?;
        }
        let more = row.count()?;
        let more = (0..more).map(|_| row.take()).collect::<Option<_>>()?;
        let whole = row.0.is_empty() && draws > 0 && (0.0..=1.0).contains(&chance);
        whole.then_some(Self { draws, chance, npv, years, ratio, payback, present, levers, swings, more })
    }
}

/// What is left to read.
struct Row<'a>(&'a [f64]);

impl Row<'_> {
    /// Some finite numbers.
    fn take<const N: usize>(&mut self) -> Option<[f64; N]> {
        let (first, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        first.iter().all(|number| number.is_finite()).then_some(*first)
    }

    /// A whole number, not below 0.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is within the bounds")]
    fn count(&mut self) -> Option<u32> {
        let [number] = self.take()?;
        let whole = (0.0..=f64::from(u32::MAX)).contains(&number) && number.fract().abs() <= 0.0;
        whole.then_some(number as u32)
    }

    fn year(&mut self) -> Option<FanYear> {
        let children = self.take()?;
        // The running total follows in the money that the page shows.
        let _: [f64; 3] = self.take()?;
        Some(FanYear { children, told: Results::default(), running: [0.0; 3], placements: Vec::new() })
    }

    fn told(&mut self) -> Option<Results> {
        let mut all = [[0.0; 3]; Results::WIDE];
        for one in &mut all {
            *one = self.take()?;
        }
        Some(Results::of(all))
    }

    fn present(&mut self) -> Option<Present> {
        Some(Present::of([self.take()?, self.take()?, self.take()?]))
    }

    fn swing(&mut self) -> Option<(usize, f64, f64)> {
        let range = usize::try_from(self.count()?).ok()?;
        let [low, high] = self.take()?;
        Some((range, low, high))
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
        let year = FanYear {
            children: [10.0, 11.0, 12.0],
            told,
            running: [-8.0, -6.0, -4.0],
            placements: vec![[[31.0, 32.0, 33.0], [34.0, 35.0, 36.0]], [[41.0, 42.0, 43.0], [44.0, 45.0, 46.0]]],
        };
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
