//! Finds visible words written in code, where no translator would find them: words belong in `src/words/text/`.

use super::rust::{Literal, Source};

/// Attributes whose text is seen or heard.
const VISIBLE_ATTRIBUTES: [&str; 6] = ["alt", "aria-description", "aria-label", "content", "placeholder", "title"];

/// Every literal of a file that a visitor would read.
pub fn visible_words(source: &Source) -> Vec<&str> {
    let markup = markup(&source.code);
    let inside = |literal: &Literal| markup.iter().find(|(start, end)| *start < literal.start && literal.end < *end);
    let shown = |literal: &&Literal| match inside(literal) {
        Some((start, _)) => has_word(&literal.text) && is_shown(&source.code[*start..], literal.start - start, literal.end - start),
        None => is_sentence(&literal.text) && !is_for_programmers(&source.code[..literal.start]),
    };
    source.literals.iter().filter(shown).map(|literal| literal.text.as_str()).collect()
}

/// Where the insides of `html! { … }` stand.
fn markup(code: &str) -> Vec<(usize, usize)> {
    let begins = |(at, name): (usize, &str)| {
        let start = at + name.len();
        let mut depth = 0_usize;
        let end = code[start..].char_indices().find_map(|(i, c)| {
            match c {
                '{' | '(' | '[' => depth += 1,
                '}' | ')' | ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            (depth == 0 && !c.is_whitespace()).then_some(start + i)
        });
        (start, end.unwrap_or(code.len()))
    };
    code.match_indices("html!").map(begins).collect()
}

/// Two letters in a row, outside `{…}`.
fn has_word(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut letters = 0;
    text.chars().any(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letters = if c.is_alphabetic() && depth == 0 { letters + 1 } else { 0 };
        letters >= 2
    })
}

/// A capital and at least two words, or a letter that only Welsh writes.
fn is_sentence(text: &str) -> bool {
    let words = text.split(' ').filter(|word| word.chars().count() > 1 && word.chars().all(|c| c.is_alphabetic() || c == '\'')).count();
    words >= 2 && text.starts_with(char::is_uppercase) || text.contains(['ŵ', 'ŷ', 'â', 'ê', 'î', 'ô', 'û'])
}

/// What only programmers read: reasons of attributes, and what a panic would say.
fn is_for_programmers(before: &str) -> bool {
    let before = before.trim_end();
    ["reason =", "expect(", "panic!(", "unreachable!("].iter().any(|end| before.ends_with(end))
        || before.rsplit('\n').next().is_some_and(|line| line.contains("assert"))
}

/// Whether a literal of markup is text on the page or an attribute that is read out, and not a class, an address or a key.
fn is_shown(markup: &str, start: usize, end: usize) -> bool {
    let after = markup[end..].trim_start();
    if after.starts_with("=>") {
        return false;
    }
    let mut before = markup[..start].trim_end();
    let mut worded = false;
    for call in ["format!(", "String::from("] {
        if let Some(rest) = before.strip_suffix(call) {
            (before, worded) = (rest.trim_end(), true);
        }
    }
    match attribute(before) {
        Some(name) => VISIBLE_ATTRIBUTES.contains(&name),
        None => worded || before.ends_with('{') || before.ends_with('}') || before.ends_with('>') && !before.ends_with("->"),
    }
}

/// The attribute whose value stands at the end of this markup, if one does.
fn attribute(before: &str) -> Option<&str> {
    let named = |text: &'_ str| -> Option<usize> {
        let text = text.trim_end().strip_suffix('=')?;
        (!text.ends_with(['=', '!', '<', '>'])).then_some(text.len())
    };
    let mut open = 0_usize;
    let braces = before.char_indices().rev().filter(|(_, c)| matches!(c, '{' | '}'));
    let enclosing = braces.filter_map(|(at, c)| {
        open = if c == '}' { open + 1 } else { open };
        let encloses = c == '{' && open == 0;
        open = if c == '{' { open.saturating_sub(1) } else { open };
        encloses.then_some(at)
    });
    let mut ends = std::iter::once(before.len()).chain(enclosing);
    let end = ends.find_map(|at| named(&before[..at]))?;
    before[..end].rsplit(|c: char| c.is_whitespace() || c == '<').next()
}

#[test]
fn words_in_markup_are_seen_and_classes_are_not() {
    let code = r#"
        html! { <p class="plain words" title="Heard words">{ "Shown words" }<b id={format!("x-{n}")}>{ format!("up to {n}") }</b>
            <i class={if on { "is on" } else { "is off" }} aria-label={format!("{n} children")}>{ text::site::NAME.say(lang) }{ cell("td", n) }</i>
            { match kind { Kind::A => "A kind", "key" => html! { <a href="./en/">{ "£" }</a> } } }</p> }
    "#;
    let source = Source::new(code);
    assert_eq!(visible_words(&source), ["Heard words", "Shown words", "up to {n}", "{n} children", "A kind"]);
}

#[test]
fn sentences_are_seen_outside_markup_too() {
    let code = r#"const A: &str = "Share out the grant"; const B: &str = "M 0 0 L 1 1"; #[expect(lint, reason = "Said to programmers")] fn c() -> &'static str { "tŷ" } // "Not code at all""#;
    assert_eq!(visible_words(&Source::new(code)), ["Share out the grant", "tŷ"]);
}
