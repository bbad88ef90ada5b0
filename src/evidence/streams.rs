//! Funding streams (stub until the data lands).
use super::{Figure, figure};
use crate::words::Text;
/// A funding stream.
#[derive(Debug)]
pub struct Stream {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: Text,
    /// What is paid a year.
    pub amount: Option<&'static Figure>,
}
/// All of them.
pub static STREAMS: [Stream; 1] = [Stream { id: "pdg-lac", name: Text { en: "PDG-LAC", cy: "GDD" }, amount: Some(&figure::FUND_PDG_LAC) }];
