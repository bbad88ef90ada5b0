//! The plan: programmes one after another, in the order in which limits are shared out. What is set of each stands in the fields
//! ([`Part`]); its name, where somebody gave it one, stands here.

use std::rc::Rc;

use crate::evidence::programmes::Kind;
use crate::evidence::programmes::PROGRAMMES;
use crate::evidence::programmes::Part as Starts;
use crate::evidence::programmes::Placement;
use crate::evidence::programmes::Programme;

use super::Id;
use super::Scenario;
use super::id::Part;
use super::id::SLOTS;

/// The longest name that a programme or a scenario may have, in letters.
pub const LONGEST_NAME: usize = 60;

/// A name as it is kept: no more than [`LONGEST_NAME`] letters on one line, and nothing where there is none.
#[must_use]
pub fn kept_name(text: &str) -> String {
    let name: String = text.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    name.trim().to_owned()
}

impl Scenario {
    /// The programme of the shelf that stands at a place of the plan.
    #[must_use]
    pub fn programme(&self, slot: usize) -> Option<&'static Programme> {
        let at = self.option(Id::of(slot, Part::Programme)).checked_sub(1)?;
        if slot < SLOTS { PROGRAMMES.get(at) } else { None }
    }

    /// The places of the plan in which a programme stands, in order.
    pub fn planned(&self) -> impl Iterator<Item = usize> + '_ {
        (0..SLOTS).filter(|slot| self.programme(*slot).is_some())
    }

    /// The programmes that are on.
    pub fn running(&self) -> impl Iterator<Item = usize> + '_ {
        self.planned().filter(|slot| self.option(Id::of(*slot, Part::On)) == 0)
    }

    /// What somebody called the programme at a place of the plan.
    #[must_use]
    pub fn name_of(&self, slot: usize) -> Option<&str> {
        self.names.iter().find(|(at, _)| *at == slot).map(|(_, name)| name.as_str())
    }

    /// This scenario with another name for a programme; its own again where none is given.
    #[must_use]
    pub fn with_name_of(&self, slot: usize, name: &str) -> Self {
        let mut names: Vec<(usize, String)> = self.names.iter().filter(|(at, _)| *at != slot).cloned().collect();
        let name = kept_name(name);
        if !name.is_empty() && self.programme(slot).is_some() {
            let at = names.partition_point(|(other, _)| *other < slot);
            names.insert(at, (slot, name));
        }
        Self { names: Rc::new(names), ..self.clone() }
    }

    /// What the scenario itself is called, where somebody gave it a name.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        Some(&*self.title).filter(|title| !title.is_empty())
    }

    /// This scenario under another name.
    #[must_use]
    pub fn with_title(&self, title: &str) -> Self {
        Self { title: Rc::from(kept_name(title)), ..self.clone() }
    }

    /// This plan with one programme more, at its end, or with the price that a change of price comes to; `None` where it is full, or there is no such programme.
    #[must_use]
    pub fn with_programme(&self, at: usize) -> Option<Self> {
        let programme = PROGRAMMES.get(at)?;
        if programme.kind == Kind::Price {
            let price = Self::price_of(programme);
            return self.with(price, self.value(price) * (1.0 + programme.value(Starts::Effect)));
        }
        self.with(Id::of(self.free()?, Part::Programme), option(at + 1))
    }

    /// The price that a programme changes, where it is one that changes a price.
    #[must_use]
    pub const fn price_of(programme: &Programme) -> Id {
        match programme.from {
            Placement::Foster | Placement::FosterAgency | Placement::FosterInHouse => Id::FosterCost,
            Placement::Residential => Id::ResidentialCost,
            Placement::Parents | Placement::Other => Id::OtherCost,
        }
    }

    /// The place after the last programme; where that is the last place, the first that a link left empty.
    fn free(&self) -> Option<usize> {
        let after = self.planned().last().map_or(0, |last| last + 1);
        if after < SLOTS { Some(after) } else { (0..SLOTS).find(|slot| self.programme(*slot).is_none()) }
    }

    /// This plan with the programmes at two places changed over.
    #[must_use]
    pub fn with_swapped(&self, one: usize, other: usize) -> Self {
        let moved = |slot: usize| {
            if slot == one {
                other
            } else if slot == other {
                one
            } else {
                slot
            }
        };
        self.with_places(&moved)
    }

    /// This plan without the programme at a place; those after it move up.
    #[must_use]
    pub fn without_programme(&self, slot: usize) -> Self {
        let moved = |at: usize| if at > slot { at - 1 } else { at };
        let rest = self.restored(Id::of(slot, Part::Programme)).with_name_of(slot, "");
        rest.with_places(&moved)
    }

    /// This plan with a programme once more, at its end; `None` where it is full.
    #[must_use]
    pub fn with_copy(&self, slot: usize) -> Option<Self> {
        let free = self.free()?;
        let mut next = self.clone();
        for part in Part::ALL {
            let (from, to) = (Id::of(slot, part), Id::of(free, part));
            // A link may have left something where no programme stands.
            next.changes.remove(to);
            next.ranges.remove(to);
            if let Some(value) = self.changes.get(from) {
                next.changes.set(to, *value);
            }
            if let Some(range) = self.ranges.get(from) {
                next.ranges.set(to, *range);
            }
        }
        Some(next.with_name_of(free, self.name_of(slot).unwrap_or("")))
    }

    /// Every programme with all that is set of it at the place that `moved` gives it.
    fn with_places(&self, moved: &dyn Fn(usize) -> usize) -> Self {
        let id = |id: Id| id.part().map_or(id, |(slot, part)| Id::of(moved(slot), part));
        let mut next = self.clone();
        next.changes.clear();
        next.ranges.clear();
        for (at, value) in self.changes.iter() {
            next.changes.set(id(at), *value);
        }
        for (at, range) in self.ranges.iter() {
            next.ranges.set(id(at), *range);
        }
        let named = |slot: usize| self.names.iter().find(|(at, _)| moved(*at) == slot).map(|(_, name)| (slot, name.clone()));
        next.names = Rc::new((0..SLOTS).filter_map(named).collect());
        next
    }

    /// What stands in a part of a programme that was not changed; what a programme of the shelf is for all of Wales is the place's part of it.
    pub(super) fn preset_of(&self, slot: usize, part: Part) -> f64 {
        // Which programme it is hangs on nothing: all else hangs on that.
        let programme = if part == Part::Programme { None } else { self.programme(slot) };
        let Some(programme) = programme else { return Id::of(slot, part).field().default };
        match part {
            Part::On | Part::LastYear => Id::of(slot, part).field().default,
            Part::Kind => match programme.kind {
                Kind::Divert | Kind::Price => 0.0,
                Kind::Reunify => 1.0,
                Kind::StepDown => 2.0,
            },
            Part::FirstYear => f64::from(self.start().year),
            Part::From if programme.kind == Kind::StepDown => placement(programme.from) + 1.0,
            Part::From => programme.mix.only().map_or(0.0, |only| placement(only) + 1.0),
            Part::To => placement(programme.to),
            _ => part.starts_from().map_or(0.0, |start| programme.value(start) * self.times(part)),
        }
    }

    /// The lowest and highest that such a part may be, as the shelf has it.
    pub(super) fn range_of(&self, slot: usize, part: Part) -> Option<(f64, f64)> {
        let (low, high) = self.programme(slot)?.range(part.starts_from()?)?;
        let times = self.times(part);
        (!part.whole()).then_some((low * times, high * times))
    }

    /// What a part of a programme for all of Wales is multiplied by here.
    fn times(&self, part: Part) -> f64 {
        if matches!(part, Part::Cost | Part::Children) { self.growth() } else { 1.0 }
    }
}

const fn placement(placement: Placement) -> f64 {
    match placement {
        Placement::Foster => 0.0,
        Placement::Residential => 1.0,
        Placement::Parents => 2.0,
        Placement::Other => 3.0,
        Placement::FosterAgency => 4.0,
        Placement::FosterInHouse => 5.0,
    }
}

fn option(at: usize) -> f64 {
    u32::try_from(at).map_or(0.0, f64::from)
}
