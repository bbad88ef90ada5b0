//! The rows of the one table of fields that a programme has: what can be set of it. Where each starts is the shelf's to say.

use crate::words::text::field as words;
use crate::words::text::plan;

use super::choices::{FROM, KINDS, ON, TO};
use super::field::{Field, Options, Role, Unit};
use super::id::{Id, Part};

/// What can be set of a programme, in the order of [`Part`]: the rows of the first programme stand for those of every one.
pub(super) static ROWS: [Field; Part::ALL.len()] = [
    Field::new(Id::of(0, Part::Programme), "programme", (plan::PROGRAMME, plan::PROGRAMME_HELP), Role::Choice)
        .offers_all(Options::Programmes),
    Field::new(Id::of(0, Part::On), "on", (plan::ON, plan::ON_HELP), Role::Choice).offers(&ON),
    Field::new(Id::of(0, Part::Kind), "kind", (plan::KIND, plan::KIND_HELP), Role::Choice).offers(&KINDS),
    Field::new(Id::of(0, Part::Cost), "cost", (plan::COST, plan::COST_HELP), Role::Choice)
        .counts(Unit::PoundsPerYear, 0.0)
        .between(0.0, 1_000_000_000.0)
        .slides(0.0, 20_000_000.0, 100_000.0)
        .of_the_place(),
    Field::new(Id::of(0, Part::Children), "children", (plan::CHILDREN, plan::CHILDREN_HELP), Role::Choice)
        .counts(Unit::ChildrenPerYear, 0.0)
        .between(0.0, 1_000_000.0)
        .slides(0.0, 5_000.0, 10.0)
        .of_the_place(),
    Field::new(Id::of(0, Part::WouldEnter), "would-enter", (words::WOULD_ENTER, words::WOULD_ENTER_HELP), Role::Assumption)
        .counts(Unit::Percent, 0.0)
        .between(0.0, 1.0)
        .slides(0.0, 1.0, 0.01),
    Field::new(Id::of(0, Part::Effect), "effect", (plan::EFFECT, plan::EFFECT_HELP), Role::Assumption)
        .counts(Unit::Percent, 0.0)
        .between(0.0, 1.0)
        .slides(0.0, 1.0, 0.01),
    Field::new(Id::of(0, Part::FirstYear), "from-year", (plan::FIRST_YEAR, plan::FIRST_YEAR_HELP), Role::Choice)
        .counts(Unit::Year, 2019.0)
        .between(2003.0, 2100.0)
        .slides(2019.0, 2040.0, 1.0),
    Field::new(Id::of(0, Part::LastYear), "to-year", (plan::LAST_YEAR, plan::LAST_YEAR_HELP), Role::Choice)
        .counts(Unit::Year, 0.0)
        .between(2003.0, 2160.0)
        .slides(2019.0, 2040.0, 1.0)
        .or_nothing(),
    Field::new(Id::of(0, Part::Ramp), "ramp", (words::RAMP, words::RAMP_HELP), Role::Assumption)
        .counts(Unit::Years, 0.0)
        .between(0.0, 60.0)
        .slides(0.0, 10.0, 1.0),
    Field::new(Id::of(0, Part::Returned), "returned", (plan::RETURNED, plan::RETURNED_HELP), Role::Assumption)
        .counts(Unit::Percent, 0.0)
        .between(0.0, 1.0)
        .slides(0.0, 1.0, 0.01),
    Field::new(Id::of(0, Part::ReturnYears), "return-years", (words::RETURN_YEARS, plan::RETURN_YEARS_HELP), Role::Assumption)
        .counts(Unit::Years, 1.0)
        .between(1.0, 60.0)
        .slides(1.0, 10.0, 1.0),
    Field::new(Id::of(0, Part::From), "of", (plan::FROM, plan::FROM_HELP), Role::Assumption).offers(&FROM),
    Field::new(Id::of(0, Part::To), "into", (plan::TO, plan::TO_HELP), Role::Assumption).offers(&TO),
];
