//! Lists in a sentence: `a, b and c`, `a, b ac c`. Knows which Welsh sounds follow `a` and which `ac`, and what `a` does to them.

use super::Lang;
use super::text::list::{AND, AND_BEFORE_VOWEL};

/// The items with commas and a last `and`. In Welsh the last item follows `a` with its aspirate mutation (`Torfaen a Chasnewydd`) or
/// `ac` before a vowel (`Conwy ac Ynys Môn`). Letters in capitals (`CSV`) and what starts with a mark, as a quotation does,
/// stay as written; for names that Welsh does not mutate there is [`names`].
#[must_use]
pub fn list<S: AsRef<str>>(lang: Lang, items: &[S]) -> String {
    join(lang, items, lang == Lang::Cy)
}

/// The same, with every item left as it is written: for the names of people, programmes and files.
#[must_use]
pub fn names<S: AsRef<str>>(lang: Lang, items: &[S]) -> String {
    join(lang, items, false)
}

fn join<S: AsRef<str>>(lang: Lang, items: &[S], mutates: bool) -> String {
    let mut out = String::with_capacity(items.iter().map(|item| item.as_ref().len() + 2).sum::<usize>() + 4);
    for (index, item) in items.iter().enumerate() {
        let item = item.as_ref();
        if index > 0 && index + 1 == items.len() {
            let and = if starts_with_vowel(item) { AND_BEFORE_VOWEL } else { AND };
            out.extend([" ", and.say(lang), " "]);
            push(&mut out, item, mutates);
        } else {
            out.push_str(if index > 0 { ", " } else { "" });
            out.push_str(item);
        }
    }
    out
}

/// Whether Welsh says the item with a vowel first. `w` is none before a vowel, `l` or `r` (`a Wrecsam`, but `ac wythnos`); 1 (un),
/// 11 (un ar ddeg, un deg un) and numbers that start with 8 (wyth) are.
fn starts_with_vowel(item: &str) -> bool {
    let said = item.trim_start_matches(|c: char| !super::alphanumeric(c));
    let digits = said.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    if !digits.is_empty() {
        return digits.starts_with('8') || ((digits == "1" || digits == "11") && said.as_bytes().get(digits.len()) != Some(&b','));
    }
    let mut letters = said.chars().map(super::small);
    // What searches a text for a letter would cost each program 0.4 kB.
    let among = |all: &str, letter: char| all.chars().any(|known| known == letter);
    match letters.next() {
        Some('w') => !letters.next().is_some_and(|second| among("aeiolrâêîô", second)),
        Some(first) => among("aeiouyâêîôûŵŷáéíóúàèìòùäëïöü", first),
        None => false,
    }
}

/// The item after `a`: c, p and t become ch, ph and th.
fn push(out: &mut String, item: &str, mutates: bool) {
    let mut rest = item.chars();
    let (first, second) = (rest.next(), rest.clone().next());
    let mutable = match first {
        Some('c' | 'C' | 'p' | 'P') => second != Some('h'),
        Some('t' | 'T') => second != Some('h') && second != Some('s'),
        _ => false,
    };
    match first {
        Some(first) if mutates && mutable && second.is_some_and(|c| c.is_ascii_lowercase() || !c.is_ascii()) => {
            out.extend([first, 'h']);
            out.push_str(rest.as_str());
        }
        _ => out.push_str(item),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_has_no_comma_before_and() {
        assert_eq!(list::<&str>(Lang::En, &[]), "");
        assert_eq!(list(Lang::En, &["a"]), "a");
        assert_eq!(list(Lang::En, &["a", "b"]), "a and b");
        assert_eq!(list(Lang::En, &["Conwy", "Powys", "Torfaen"]), "Conwy, Powys and Torfaen");
    }

    #[test]
    fn welsh_says_ac_before_a_vowel_and_mutates_after_a() {
        let pair = |last: &str| list(Lang::Cy, &["x", last]);
        for (last, said) in [
            ("Casnewydd", "x a Chasnewydd"),
            ("Powys", "x a Phowys"),
            ("Torfaen", "x a Thorfaen"),
            ("plant", "x a phlant"),
            ("Gwynedd", "x a Gwynedd"),
            ("Rhondda Cynon Taf", "x a Rhondda Cynon Taf"),
            ("Wrecsam", "x a Wrecsam"),
            ("Ynys Môn", "x ac Ynys Môn"),
            ("Abertawe", "x ac Abertawe"),
            ("ŵyr", "x ac ŵyr"),
            ("wythnos", "x ac wythnos"),
            ("iechyd", "x ac iechyd"),
            ("chwaer", "x a chwaer"),
            ("CSV", "x a CSV"),
            ("tsiec", "x a tsiec"),
            ("‘Pause’", "x a ‘Pause’"),
            ("2020", "x a 2020"),
            ("8", "x ac 8"),
            ("1", "x ac 1"),
            ("1,150", "x a 1,150"),
        ] {
            assert_eq!(pair(last), said);
        }
        assert_eq!(list(Lang::Cy, &["Conwy", "Powys", "Torfaen"]), "Conwy, Powys a Thorfaen");
        assert_eq!(names(Lang::Cy, &["Reflect", "Pause"]), "Reflect a Pause");
        assert_eq!(names(Lang::Cy, &["Pause", "Edge"]), "Pause ac Edge");
    }
}
