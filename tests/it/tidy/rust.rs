//! As much of Rust's grammar as `tidy` needs: code without its comments, and its string literals apart.

/// A source file taken apart.
pub struct Source {
    /// The text with comments and the insides of literals as spaces; every other byte stands where it stood.
    pub code: String,
    /// The string literals.
    pub literals: Vec<Literal>,
}

/// A string literal.
pub struct Literal {
    /// Where its opening quote (or `r`) stands in the code.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What it holds, escapes as they are written.
    pub text: String,
}

impl Source {
    /// Takes a file apart.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut code = bytes.to_vec();
        let mut literals = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            let rest = &text[at..];
            let length = if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                block_comment(rest)
            } else if let Some((inside, length)) = string(rest, at.checked_sub(1).map(|before| bytes[before])) {
                literals.push(Literal { start: at, end: at + length, text: inside.to_owned() });
                length
            } else if let Some(length) = character(rest) {
                length
            } else {
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            };
            code[at..at + length].fill(b' ');
            at += length;
        }
        Self { code: String::from_utf8(code).expect("only whole characters are blanked"), literals }
    }

    /// Every path that begins `first::`, as its second name.
    pub fn second_names(&self, first: &str) -> Vec<&str> {
        self.code.match_indices(first).filter_map(|(at, _)| after_path(&self.code, at, first)).collect()
    }

    /// Every identifier.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.code.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|name| !name.is_empty())
    }
}

fn after_path<'a>(code: &'a str, at: usize, first: &str) -> Option<&'a str> {
    let part_of_a_name = code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let rest = code[at + first.len()..].trim_start().strip_prefix("::")?.trim_start();
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    // `crate::{` and `crate::*` have no second name: the bracket stands for it.
    let end = if end == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { end };
    (!part_of_a_name).then_some(&rest[..end])
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The inside of the literal that begins here, and the literal's whole length.
fn string(rest: &str, before: Option<u8>) -> Option<(&str, usize)> {
    if let Some(raw) = rest.strip_prefix('r').filter(|_| !before.is_some_and(|b| b.is_ascii_alphanumeric() && b != b'b' || b == b'_')) {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let inside = raw[hashes..].strip_prefix('"')?;
        let close = format!("\"{}", "#".repeat(hashes));
        let end = inside.find(&close)?;
        return Some((&inside[..end], 1 + hashes + 1 + end + close.len()));
    }
    let inside = rest.strip_prefix('"')?;
    let mut escaped = false;
    let end = inside.bytes().position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    })?;
    Some((&inside[..end], end + 2))
}

/// The length of the character literal that begins here; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    let length = match inside.strip_prefix('\\') {
        Some(escape) => 2 + escape.get(1..)?.find('\'')?,
        None => inside.chars().next()?.len_utf8(),
    };
    inside[length..].starts_with('\'').then_some(length + 2)
}
