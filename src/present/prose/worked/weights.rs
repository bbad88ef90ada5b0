//! Other weights of section 5 of the method with numbers: the pot of PDG-LAC in equal parts and by a blend, as the room of the grant
//! weighs the councils.

use crate::evidence::figure;
use crate::model::allocation;
use crate::model::allocation::Allocation;
use crate::place::COUNCILS;
use crate::place::Council;
use crate::present::grant::weights;
use crate::present::grant::weights::Rule;
use crate::present::prose::Example;
use crate::present::request;
use crate::present::request::sharing::Terms;
use crate::words::number;
use crate::words::number::pounds;
use crate::words::text::worked as words;

use super::Worked;
use super::part;
use super::result;
use super::sharing::parts;
use super::sharing::pot;

/// The pot in whole pounds by a rule of the room, and the weight of each council.
fn shared(worked: &Worked, rule: Rule) -> Option<(Allocation, Vec<f64>)> {
    let weights = weights::weights(&worked.preset, rule);
    let terms = Terms { pounds: true, ..Terms::default() };
    let sharing = request::sharing::shared(figure::FUND_PDG_LAC.value, &weights, &terms);
    Some((allocation::allocate(&sharing).ok()?, weights))
}

/// How many there are, for a sum.
fn count(of: usize) -> Option<f64> {
    u32::try_from(of).ok().map(f64::from)
}

/// Equal parts.
pub(in super::super) fn equal(worked: &Worked) -> Option<Example> {
    let lang = worked.lang;
    let (allocation, weights) = shared(worked, Rule::Equal)?;
    let councils = count(weights.len())?;
    let exact = figure::FUND_PDG_LAC.value / councils;
    let amounts = || parts(&allocation).map(|(_, amount)| amount);
    let (more, less) = (amounts().reduce(f64::max)?, amounts().reduce(f64::min)?);
    let first = count(amounts().filter(|amount| *amount > less).count())?;
    let left = amounts().sum::<f64>() - councils * less;
    let lines = [
        words::EqualPart { pot: &pot(), councils: &number::whole(councils), exact: &number::pounds_and_pence(exact) }.say(lang),
        words::LeftOver { left: &result("equal-left", left, pounds(left)) }.say(lang),
        words::EqualParts {
            more: &result("equal-more", more, pounds(more)),
            first: &number::whole(first),
            less: &result("equal-less", less, pounds(less)),
            rest: &number::whole(councils - first),
        }
        .say(lang),
    ];
    worked.example(words::EQUAL, lines)
}

/// The blend as it is first set: the council with the most and the one with the least.
pub(in super::super) fn blend(worked: &Worked) -> Option<Example> {
    let lang = worked.lang;
    let (allocation, blended) = shared(worked, Rule::Blend)?;
    let [children, people] = [Rule::Children, Rule::Population].map(|rule| weights::weights(&worked.preset, rule));
    let all = |weights: &[f64]| weights.iter().sum::<f64>();
    let councils = number::whole(count(blended.len())?);
    let by_amount = |a: &(&Council, f64), b: &(&Council, f64)| a.1.total_cmp(&b.1);
    let ends = [("blend-most", parts(&allocation).max_by(by_amount)?), ("blend-least", parts(&allocation).min_by(by_amount)?)];
    let mut lines = Vec::new();
    for (name, (council, amount)) in ends {
        let at = COUNCILS.iter().position(|other| other.code == council.code)?;
        let weight = *blended.get(at)?;
        let said = number::decimal(weight, DIGITS);
        let blend = words::Blended {
            council: council.name.say(lang),
            by_children: &part(&figure::ASSUMPTION_BLEND_CHILDREN),
            children: &number::whole(*children.get(at)?),
            all_children: &number::whole(all(&children)),
            by_people: &part(&figure::ASSUMPTION_BLEND_POPULATION),
            people: &number::whole(*people.get(at)?),
            all_people: &number::whole(all(&people)),
            by_parts: &part(&figure::ASSUMPTION_BLEND_EQUAL),
            councils: &councils,
            weight: &result(&format!("{name}-weight"), weight, said.clone()),
        };
        let all = number::decimal_trimmed(all(&blended), DIGITS);
        let amount = result(name, amount, pounds(amount));
        lines.extend([blend.say(lang), words::BlendPart { pot: &pot(), weight: &said, all: &all, amount: &amount }.say(lang)]);
    }
    worked.example(words::BLEND, lines)
}

/// The digits of a weight that the pound needs.
const DIGITS: u8 = 8;
