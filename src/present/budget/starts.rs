//! The named starting points: each is a link, and rests on figures of the register.

use crate::words::Lang;
use crate::words::Text;
use crate::words::text::starts as words;

use super::StartView;

/// A starting point.
struct Start {
    name: Text,
    about: Text,
    link: &'static str,
}

/// Every starting point. Links are for ever, and so are these: a test holds what each comes to.
static STARTS: [Start; 8] = [
    Start { name: words::AS_IT_WAS, about: words::AS_IT_WAS_ABOUT, link: "v1&end" },
    Start { name: words::PLANS_MET, about: words::PLANS_MET_ABOUT, link: "v1&path=reductions&end" },
    Start { name: words::PLANS_MISSED, about: words::PLANS_MISSED_ABOUT, link: "v1&path=target&care-target=7053&end" },
    Start { name: words::EDGE_DOUBLED, about: words::EDGE_DOUBLED_ABOUT, link: "v1&p1=edge-of-care&end" },
    Start { name: words::PRICES_RUNNING, about: words::PRICES_RUNNING_ABOUT, link: "v1&horizon=5&residential-growth=0.1&end" },
    Start { name: words::STEP_DOWN, about: words::STEP_DOWN_ABOUT, link: "v1&p1=step-down&end" },
    Start {
        name: words::TORFAEN,
        about: words::TORFAEN_ABOUT,
        link: "v1&residential-cost=192953.96&place=W06000020&base=latest&p1=step-down&p1-children=7&p1-effect=1&p1-to-year=2024&p1-ramp=0&end",
    },
    Start { name: words::OWN, about: words::OWN_ABOUT, link: "v1&p1=blank&end" },
];

/// The starting points in a language.
pub fn starts(lang: Lang) -> Vec<StartView> {
    let view =
        |start: &Start| StartView { name: start.name.say(lang).to_owned(), about: start.about.say(lang).to_owned(), link: start.link };
    STARTS.iter().map(view).collect()
}

/// The links of the starting points, by which tests know them.
#[must_use]
pub fn links() -> Vec<&'static str> {
    STARTS.iter().map(|start| start.link).collect()
}
