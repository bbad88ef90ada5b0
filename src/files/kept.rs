//! What the visitor's device keeps of plans, as text: the first line says what it is and its version, then a line for each plan, its name and,
//! after a tab, its link. Links are for ever, so a text of today is read by every later release. It knows nothing of where the text is kept.

/// The most plans that are kept.
pub const MOST: usize = 50;

/// What begins a text of plans, before its version.
const HEAD: &str = "clorian-plans ";

/// The version that [`write`] writes.
const VERSION: u32 = 1;

/// What stands before the link in a text that [`write`] makes of the last plan alone, which has no name of anybody's; a program that keeps no
/// other need not hold the rest.
const LAST: &str = "clorian-plans 1\nclorian-last-plan\t";

/// The last plan, by its link, as [`write`] would write it.
#[must_use]
pub fn last(link: &str) -> String {
    [LAST, link].concat()
}

/// The link of the last plan, where a text of [`last`] holds one.
#[must_use]
pub fn last_of(text: &str) -> Option<&str> {
    text.strip_prefix(LAST)
}

/// A plan that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What the visitor called it; never empty, on one line.
    pub name: String,
    /// The plan as the fragment of a link, with all of the visitor's own figures.
    pub link: String,
}

/// Plans as the device keeps them.
#[must_use]
pub fn write(plans: &[Kept]) -> String {
    let mut text = format!("{HEAD}{VERSION}");
    for plan in plans {
        text.extend(["\n", &plan.name, "\t", &plan.link]);
    }
    text
}

/// The plans of a text; a line that is none is left out.
///
/// # Errors
/// It was written by a later release, or by something else: then it is not to be written over.
pub fn read(text: &str) -> Result<Vec<Kept>, Foreign> {
    let mut lines = text.lines();
    let head = lines.next().unwrap_or_default();
    if head.strip_prefix(HEAD).and_then(|version| version.parse::<u32>().ok()) != Some(VERSION) {
        return Err(Foreign);
    }
    let plan = |line: &str| line.split_once('\t').map(|(name, link)| Kept { name: name.to_owned(), link: link.to_owned() });
    Ok(lines.filter_map(plan).filter(|plan| !plan.name.is_empty()).take(MOST).collect())
}

/// A text that this release did not write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreign;

/// The plans with one more, under its name; one of the same name gives way to it. `None` where there is no room for it.
#[must_use]
pub fn with(plans: &[Kept], plan: Kept) -> Option<Vec<Kept>> {
    let mut all = plans.to_vec();
    match all.iter().position(|other| other.name == plan.name) {
        Some(at) => all[at] = plan,
        None if all.len() < MOST => all.push(plan),
        None => return None,
    }
    Some(all)
}
