//! What makes one room's page: what it holds and how that is drawn.
//!
//! Each room that runs is a program of its own (`src/bin/`), which names one of these: so a reader's browser loads only what the room
//! needs, and the linker leaves the other rooms out.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Message;
#[cfg(feature = "ssr")]
use crate::app::Room;
use crate::app::Rows;
use crate::app::State;
use crate::app::fan::Fan;
use crate::present;
use crate::present::Body;
use crate::present::Content;
use crate::present::Page;
use crate::present::levels;
use crate::present::own;
use crate::present::rooms;
use crate::scenario::Field;
#[cfg(feature = "ssr")]
use crate::scenario::table::FIELDS;
use crate::scenario::table::rows;

use super::chart;
use super::compare;
use super::councils;
use super::presenter;
use super::question;
use super::question::Parts;
use super::simulating;
use super::workbench;

/// Draws what stands between the heading and the foot.
pub type Draw = fn(&Rc<Page>, &Callback<Message>) -> Html;

/// One room's page.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// What the room holds.
    pub content: Content,
    /// How that is drawn.
    pub draw: Draw,
    /// The fields of the room in full.
    pub rows: Rows,
    /// What is to be done when a scenario has settled: what takes longer than drawing may.
    pub after: After,
    /// What the cases tried of the preset come to, where the room tells that.
    pub tried: fn() -> Option<Fan>,
}

/// Does something of a settled scenario, and tells what came of it later.
pub type After = fn(&State, &Callback<Message>);

const fn nothing_after(_: &State, _: &Callback<Message>) {}

const fn nothing_tried() -> Option<Fan> {
    None
}

/// Share out a grant.
pub const GRANT: Program = Program {
    content: Content::Question(present::grant::question),
    draw: drawn_grant,
    rows: Rows { fields: &GRANT_ROWS, level: Some(levels::grant), rests: Some(own::grant), plan: None },
    after: nothing_after,
    tried: nothing_tried,
};

static GRANT_ROWS: [Field; rooms::GRANT.len()] = rows(&rooms::GRANT);

/// Numbers in care.
pub const NUMBERS: Program = Program {
    content: Content::Question(present::numbers::question),
    draw: drawn_question,
    rows: Rows { fields: &NUMBERS_ROWS, level: Some(levels::numbers), rests: Some(own::numbers), plan: None },
    after: nothing_after,
    tried: nothing_tried,
};

static NUMBERS_ROWS: [Field; rooms::NUMBERS.len()] = rows(&rooms::NUMBERS);

/// Targets and claims.
pub const TARGETS: Program = Program {
    content: Content::Question(present::targets::question),
    draw: drawn_question,
    rows: Rows { fields: &TARGETS_ROWS, level: Some(levels::targets), rests: Some(own::numbers), plan: None },
    after: nothing_after,
    tried: nothing_tried,
};

static TARGETS_ROWS: [Field; rooms::TARGETS.len()] = rows(&rooms::TARGETS);

/// Edge of care against residential.
pub const EDGE: Program = Program {
    content: Content::Question(present::edge::question),
    draw: drawn_question,
    rows: Rows { fields: &EDGE_ROWS, level: Some(levels::edge), rests: Some(own::edge), plan: None },
    after: nothing_after,
    tried: nothing_tried,
};

static EDGE_ROWS: [Field; rooms::EDGE.len()] = rows(&rooms::EDGE);

/// The whole budget.
pub const BUDGET: Program = Program {
    content: Content::Question(present::budget::question),
    draw: drawn_budget,
    rows: Rows { fields: &BUDGET_ROWS, level: Some(present::budget::level), rests: Some(own::edge), plan: Some(crate::app::plan::act) },
    after: workbench::after,
    tried: simulating::published,
};

static BUDGET_ROWS: [Field; rooms::BUDGET.len()] = rows(&rooms::BUDGET);

/// Scenarios side by side.
pub const COMPARE: Program = Program {
    content: Content::Other(present::compare::content),
    draw: drawn_compare,
    rows: Rows { fields: &[], level: Some(levels::none), rests: Some(own::compared), plan: Some(crate::app::plan::act) },
    after: compare::after,
    tried: nothing_tried,
};

fn drawn_compare(page: &Rc<Page>, send: &Callback<Message>) -> Html {
    if let Body::Compare(compare) = &page.body {
        compare::compare(compare, page, send)
    } else {
        html! {}
    }
}

/// The visitor's own figures.
pub const FIGURES: Program = Program {
    content: Content::Other(present::figures::content),
    draw: drawn_figures,
    rows: Rows { fields: &FIGURES_ROWS, level: Some(levels::none), rests: Some(own::always), plan: None },
    after: nothing_after,
    tried: nothing_tried,
};

static FIGURES_ROWS: [Field; rooms::FIGURES.len()] = rows(&rooms::FIGURES);

fn drawn_figures(page: &Rc<Page>, send: &Callback<Message>) -> Html {
    if let Body::Figures(figures) = &page.body {
        super::figures::figures(figures, page, send)
    } else {
        html! {}
    }
}

/// The councils side by side.
pub const COUNCILS: Program = Program {
    content: Content::Other(present::councils::content),
    draw: drawn_councils,
    rows: Rows { fields: &COUNCILS_ROWS, level: Some(levels::none), rests: Some(own::never), plan: None },
    after: nothing_after,
    tried: nothing_tried,
};

static COUNCILS_ROWS: [Field; rooms::COUNCILS.len()] = rows(&rooms::COUNCILS);

fn drawn_councils(page: &Rc<Page>, send: &Callback<Message>) -> Html {
    if let Body::Councils(councils) = &page.body {
        councils::councils(councils, page, send)
    } else {
        html! {}
    }
}

fn drawn_grant(page: &Rc<Page>, send: &Callback<Message>) -> Html {
    drawn(page, Parts { by_council: question::by_council, lines: chart::ONLY_BARS, ..question::PLAIN }, send)
}

fn drawn_question(page: &Rc<Page>, send: &Callback<Message>) -> Html {
    drawn(page, question::PLAIN, send)
}

fn drawn_budget(page: &Rc<Page>, send: &Callback<Message>) -> Html {
    let body = drawn(
        page,
        Parts {
            by_council: question::PLAIN.by_council,
            lines: chart::WITH_STACKS,
            plan: workbench::plan,
            sure: workbench::sure,
            changes: workbench::changes,
            tools: presenter::tools,
        },
        send,
    );
    presenter::around(page, body, send)
}

fn drawn(page: &Rc<Page>, parts: Parts, send: &Callback<Message>) -> Html {
    if let Body::Question(question) = &page.body {
        question::question(question, page, parts, send)
    } else {
        html! {}
    }
}

/// A room that only reads.
#[cfg(feature = "ssr")]
fn drawn_still(page: &Rc<Page>, _: &Callback<Message>) -> Html {
    match &page.body {
        Body::Home(home) => super::home::home(home, page),
        Body::Register(register) => super::register::register(register),
        Body::Prose(prose) => super::prose::prose(prose),
        Body::Question(_) | Body::Figures(_) | Body::Compare(_) | Body::Councils(_) => html! {},
    }
}

/// The program of a room.
#[cfg(feature = "ssr")]
#[must_use]
pub const fn of(room: Room) -> Program {
    match room {
        Room::Grant => GRANT,
        Room::Numbers => NUMBERS,
        Room::Targets => TARGETS,
        Room::Edge => EDGE,
        Room::Budget => BUDGET,
        Room::Compare => COMPARE,
        Room::Figures => FIGURES,
        Room::Councils => COUNCILS,
        Room::Home | Room::Evidence | Room::Method | Room::Accessibility => Program {
            content: present::rooms::content(room),
            draw: drawn_still,
            rows: Rows { fields: &FIELDS, level: None, rests: None, plan: None },
            after: nothing_after,
            tried: nothing_tried,
        },
    }
}
