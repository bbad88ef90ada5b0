//! What a figure, a document and a count consist of, and their kinds in words.

use crate::words::{Text, text::evidence as words};

/// A source document.
#[derive(Debug)]
pub struct Document {
    /// Its id in `documents.toml`.
    pub id: &'static str,
    /// What stands for it on the evidence page: its id, told apart from those of figures.
    pub anchor: &'static str,
    /// Its title, or our description where the note says so.
    pub title: Text,
    /// Who published it.
    pub publisher: Text,
    /// The day, month or year it was published, as ISO 8601 has it (`2019-11`), or `undated`.
    pub date: &'static str,
    /// Its public address, where it is known. Only the evidence page says it, so only that page holds it.
    #[cfg(feature = "ssr")]
    pub address: Option<&'static str>,
    /// What may be done with it.
    pub licence: Licence,
    /// How it was read, and what to beware of. Only the evidence page says it, so only that page holds it.
    #[cfg(feature = "ssr")]
    pub note: Option<Text>,
}

/// A place that a figure describes.
#[derive(Debug)]
pub struct Area {
    /// The code of the Office for National Statistics.
    pub code: &'static str,
    /// Its name.
    pub name: Text,
}

/// One number of the register, with all that is needed to judge it.
#[derive(Debug)]
pub struct Figure {
    /// Its id in `figures.csv`, which never changes.
    pub id: &'static str,
    /// Where the Evidence page puts it.
    pub topic: Topic,
    /// What it is.
    pub label: Text,
    /// The number itself, never rounded by us; shares are fractions.
    pub value: f64,
    /// The lowest it may be: from rounding in the source, another year's value, or our judgement of an assumption.
    pub low: Option<f64>,
    /// The highest it may be.
    pub high: Option<f64>,
    /// The step to which a derived figure is rounded when shown (1,762.5 as 1,760: 10). A published one is shown as it stands.
    pub shown_to: Option<f64>,
    /// How exactly the source puts it.
    pub qualifier: Qualifier,
    /// What it counts.
    pub unit: Unit,
    /// The date or time that it describes.
    pub period: Text,
    /// The place that it describes. Like what it is worked out from and what disagrees with it, it is said by the evidence page alone, so only that page holds it.
    #[cfg(feature = "ssr")]
    pub area: &'static Area,
    /// Where it was published, or that it is ours.
    pub document: &'static Document,
    /// Where in the document: the heading as printed, and in Welsh as we translate it.
    pub section: Text,
    /// Published, derived or assumed.
    pub status: Status,
    /// The ids of the figures that a derived one is worked out from.
    #[cfg(feature = "ssr")]
    pub inputs: &'static [&'static str],
    /// The ids of the figures that say otherwise; each names this one back.
    #[cfg(feature = "ssr")]
    pub disagrees_with: &'static [&'static str],
    /// How it was worked out, why it was assumed, or what to beware of.
    pub note: Option<Text>,
}

/// Children looked after on 31 March of one year.
#[derive(Debug)]
pub struct Count {
    /// The year.
    pub year: u16,
    /// The count as first published, or worked out.
    pub children: f64,
    /// What a later release made of it.
    pub revised: Option<f64>,
    /// Children looked after per 10,000 under 18, where the release gives it.
    pub per_10000: Option<f64>,
    /// Published or derived.
    pub status: Status,
    /// Where it was published.
    pub document: &'static Document,
    /// What to beware of. Only the evidence page says it, so only that page holds it.
    #[cfg(feature = "ssr")]
    pub note: Option<Text>,
}

impl Count {
    /// The latest word: the revised count, or the first where there is no other.
    #[must_use]
    pub fn latest(&self) -> f64 {
        self.revised.unwrap_or(self.children)
    }
}

macro_rules! kinds {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $kind:ident => $word:ident,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$what])* $kind,)* }

        impl $name {
            /// All of them, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// It in words.
            #[must_use]
            pub const fn name(self) -> Text {
                match self { $(Self::$kind => words::$word,)* }
            }
        }
    };
}

kinds! {
    /// Where a number comes from.
    Status {
        /// A document says it.
        Published => STATUS_PUBLISHED,
        /// Worked out from published figures.
        Derived => STATUS_DERIVED,
        /// Chosen by us, with a reason.
        Assumption => STATUS_ASSUMPTION,
    }
}

kinds! {
    /// How the count of one place in one year is known.
    Basis {
        /// Published, to the nearest 5 for a council.
        Published => BASIS_PUBLISHED,
        /// Worked out from published counts.
        WorkedOut => BASIS_WORKED_OUT,
        /// The mean of two published years.
        MeanOfTwo => BASIS_MEAN_OF_TWO,
        /// Our estimate.
        Estimate => BASIS_ESTIMATE,
    }
}

kinds! {
    /// Over what a funding stream is shared.
    Over {
        /// Children looked after.
        Children => OVER_CHILDREN,
        /// People under 18.
        Population => OVER_POPULATION,
        /// As much to each.
        Equal => OVER_EQUAL,
        /// As much to each region that it goes through.
        Regions => OVER_REGIONS,
        /// A blend of these.
        Blend => OVER_BLEND,
        /// Projects, which nobody has counted by council.
        Projects => OVER_PROJECTS,
    }
}

kinds! {
    /// Through which regions a funding stream goes.
    Regions {
        /// None: to councils, people or projects.
        None => REGIONS_NONE,
        /// The four education consortia.
        Consortia => REGIONS_CONSORTIA,
        /// The seven regional partnership boards.
        Boards => REGIONS_BOARDS,
        /// Six collaboratives of social services, whose councils were not seen.
        Collaboratives => REGIONS_COLLABORATIVES,
    }
}

kinds! {
    /// How exactly a number is meant.
    Qualifier {
        /// As it stands.
        Exactly => QUALIFIER_EXACTLY,
        /// About.
        About => QUALIFIER_ABOUT,
        /// More than.
        MoreThan => QUALIFIER_MORE_THAN,
        /// Nearly.
        Nearly => QUALIFIER_NEARLY,
        /// Up to.
        UpTo => QUALIFIER_UP_TO,
    }
}

kinds! {
    /// What may be done with a document.
    Licence {
        /// Open Government Licence v3.0.
        OpenGovernment => LICENCE_OPEN_GOVERNMENT,
        /// The copy read states none; single figures are cited.
        NotStated => LICENCE_NOT_STATED,
        /// Clorian's own.
        Own => LICENCE_OWN,
    }
}

kinds! {
    /// The groups of the Evidence page.
    Topic {
        /// How many children are looked after.
        Children => TOPIC_CHILDREN,
        /// Children coming into care and leaving it.
        Flows => TOPIC_FLOWS,
        /// Where children live.
        Placements => TOPIC_PLACEMENTS,
        /// The reduction expectation plans.
        Plans => TOPIC_PLANS,
        /// What is spent.
        Spending => TOPIC_SPENDING,
        /// What one child's care costs.
        UnitCosts => TOPIC_UNIT_COSTS,
        /// Grants and funding streams.
        Grants => TOPIC_GRANTS,
        /// The COVID reserve and its items.
        Covid => TOPIC_COVID,
        /// Why councils differ.
        Drivers => TOPIC_DRIVERS,
        /// How children fare.
        Outcomes => TOPIC_OUTCOMES,
        /// What is known of what works.
        Effectiveness => TOPIC_EFFECTIVENESS,
        /// What we assume.
        Assumptions => TOPIC_ASSUMPTIONS,
    }
}

kinds! {
    /// What a number counts. Money is pounds at the prices of its period.
    Unit {
        /// Children.
        Children => UNIT_CHILDREN,
        /// Children per 10,000 aged under 18.
        ChildrenPer10000 => UNIT_CHILDREN_PER_10000,
        /// A fraction of a whole, written as a percentage.
        Share => UNIT_SHARE,
        /// A fraction a year.
        SharePerYear => UNIT_SHARE_PER_YEAR,
        /// Events for each child-year of care.
        PerChildYear => UNIT_PER_CHILD_YEAR,
        /// Years of care, summed over children.
        ChildYears => UNIT_CHILD_YEARS,
        /// Years.
        Years => UNIT_YEARS,
        /// Days.
        Days => UNIT_DAYS,
        /// Pounds, in all.
        Pounds => UNIT_POUNDS,
        /// Pounds a night.
        PoundsPerNight => UNIT_POUNDS_PER_NIGHT,
        /// Pounds a week.
        PoundsPerWeek => UNIT_POUNDS_PER_WEEK,
        /// Pounds for each child.
        PoundsPerChild => UNIT_POUNDS_PER_CHILD,
        /// Pounds for a year of one child's care.
        PoundsPerChildYear => UNIT_POUNDS_PER_CHILD_YEAR,
        /// Pounds for each family.
        PoundsPerFamily => UNIT_POUNDS_PER_FAMILY,
        /// Pounds for each court case.
        PoundsPerCase => UNIT_POUNDS_PER_CASE,
        /// Pounds saved for each pound spent.
        Ratio => UNIT_RATIO,
        /// Councils, of the 22.
        Councils => UNIT_COUNCILS,
        /// Posts.
        Posts => UNIT_POSTS,
        /// Projects.
        Projects => UNIT_PROJECTS,
        /// Parents.
        Parents => UNIT_PARENTS,
        /// Families.
        Families => UNIT_FAMILIES,
        /// Young people.
        YoungPeople => UNIT_YOUNG_PEOPLE,
        /// Care leavers.
        CareLeavers => UNIT_CARE_LEAVERS,
        /// Prices, where those of 2024 are 100.
        Index => UNIT_INDEX,
    }
}

impl Unit {
    /// Whether it is money.
    #[must_use]
    pub const fn is_money(self) -> bool {
        matches!(
            self,
            Self::Pounds
                | Self::PoundsPerNight
                | Self::PoundsPerWeek
                | Self::PoundsPerChild
                | Self::PoundsPerChildYear
                | Self::PoundsPerFamily
                | Self::PoundsPerCase
        )
    }

    /// Whether it is a fraction that people read as a percentage.
    #[must_use]
    pub const fn is_share(self) -> bool {
        matches!(self, Self::Share | Self::SharePerYear)
    }
}
