//! Rooms and their addresses: each room in each language is a page of its own, `/en/…/` and `/cy/…/`.

use crate::words::Lang;

/// A room of the page: one address in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Room {
    /// The questions with their answers.
    Home,
    /// Share out a grant.
    Grant,
    /// Numbers in care.
    Numbers,
    /// What a target would take, a plan followed, a claim checked.
    Targets,
    /// Edge of care against residential.
    Edge,
    /// The whole budget.
    Budget,
    /// Scenarios side by side.
    Compare,
    /// The visitor's own figures.
    Figures,
    /// The councils side by side.
    Councils,
    /// Every figure with its source.
    Evidence,
    /// How the figures are computed, and what the model leaves out.
    Method,
    /// The accessibility statement.
    Accessibility,
}

impl Room {
    /// Every room, in the order of the menu.
    pub const ALL: [Self; 12] = [
        Self::Home,
        Self::Grant,
        Self::Numbers,
        Self::Targets,
        Self::Edge,
        Self::Budget,
        Self::Compare,
        Self::Councils,
        Self::Figures,
        Self::Evidence,
        Self::Method,
        Self::Accessibility,
    ];

    /// The program that runs in it, by the name of its file in `src/bin/`, where there is something to change. The others only read.
    #[must_use]
    pub const fn program(self) -> Option<&'static str> {
        match self {
            Self::Grant => Some("grant"),
            Self::Numbers => Some("numbers"),
            Self::Targets => Some("targets"),
            Self::Edge => Some("edge"),
            Self::Budget => Some("budget"),
            Self::Compare => Some("compare"),
            Self::Figures => Some("figures"),
            Self::Councils => Some("councils"),
            Self::Home | Self::Evidence | Self::Method | Self::Accessibility => None,
        }
    }

    /// The last part of the address, empty for the home page. Never changed once published.
    #[must_use]
    pub const fn slug(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Home, _) => "",
            (Self::Grant, Lang::En) => "share-out-a-grant",
            (Self::Grant, Lang::Cy) => "rhannu-grant",
            (Self::Numbers, Lang::En) => "numbers-in-care",
            (Self::Numbers, Lang::Cy) => "niferoedd-mewn-gofal",
            (Self::Targets, Lang::En) => "targets",
            (Self::Targets, Lang::Cy) => "targedau",
            (Self::Edge, Lang::En) => "edge-of-care",
            (Self::Edge, Lang::Cy) => "ymyl-gofal",
            (Self::Budget, Lang::En) => "the-whole-budget",
            (Self::Budget, Lang::Cy) => "y-gyllideb-gyfan",
            (Self::Compare, Lang::En) => "compare",
            (Self::Compare, Lang::Cy) => "cymharu",
            (Self::Figures, Lang::En) => "your-figures",
            (Self::Figures, Lang::Cy) => "eich-ffigurau",
            (Self::Councils, Lang::En) => "councils",
            (Self::Councils, Lang::Cy) => "cynghorau",
            (Self::Evidence, Lang::En) => "evidence",
            (Self::Evidence, Lang::Cy) => "tystiolaeth",
            (Self::Method, Lang::En) => "method",
            (Self::Method, Lang::Cy) => "dull",
            (Self::Accessibility, Lang::En) => "accessibility",
            (Self::Accessibility, Lang::Cy) => "hygyrchedd",
        }
    }

    /// The folder of the room below the site's root, `en/edge-of-care/` for one.
    #[must_use]
    pub fn folder(self, lang: Lang) -> String {
        match self.slug(lang) {
            "" => format!("{}/", lang.code()),
            slug => format!("{}/{slug}/", lang.code()),
        }
    }

    /// The way from the room's folder up to the site's root: `../` or `../../`.
    #[must_use]
    pub const fn to_root(self) -> &'static str {
        match self {
            Self::Home => "../",
            _ => "../../",
        }
    }

    /// The room whose folder ends `path`, whatever the site's own prefix is.
    #[must_use]
    pub fn find(path: &str) -> Option<(Self, Lang)> {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let ends = |folder: &str| path == folder || path.strip_suffix(folder).is_some_and(|before| before.ends_with('/'));
        Lang::ALL.into_iter().flat_map(|lang| Self::ALL.map(|room| (room, lang))).find(|(room, lang)| ends(&room.folder(*lang)))
    }
}
