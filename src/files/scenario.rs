//! A plan as a file, read back: JSON of which this needs three members, so it is walked over rather than made into a tree, and the page
//! holds no reader of all JSON. Total: any bytes give a link or say what is wrong with them. What is in the link is for [`crate::link`].

use super::MOST_MEGABYTES;

/// What the file says that it is.
pub const FORMAT: &str = "clorian-plan";

/// The version of the file that this release writes.
pub const VERSION: u32 = 1;

/// How deep lists and maps may stand within each other.
const DEEPEST: usize = 64;

/// Why a file cannot be opened; nothing of it was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is larger than [`MOST_MEGABYTES`].
    TooBig,
    /// There is nothing in it.
    Empty,
    /// It is a picture, a document or another file that is no text.
    NotText,
    /// It is text, but not JSON.
    NotJson,
    /// It ends before it is complete.
    CutShort,
    /// It is JSON of something else.
    NotOurs,
    /// A later release wrote it in a later version of the format.
    Later(u32),
}

/// The link in a file.
///
/// # Errors
/// The [`Fault`] of a file that is none of a plan, or not whole.
pub fn read(bytes: &[u8]) -> Result<String, Fault> {
    if bytes.len() > MOST_MEGABYTES * 1_000_000 {
        return Err(Fault::TooBig);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::NotText)?;
    if text.contains('\0') {
        return Err(Fault::NotText);
    }
    let mut walk = Walk { rest: text.strip_prefix('\u{feff}').unwrap_or(text) };
    walk.space();
    if walk.rest.is_empty() {
        return Err(Fault::Empty);
    }
    let members = walk.top()?;
    if members.format.as_deref() != Some(FORMAT) {
        return Err(Fault::NotOurs);
    }
    match (members.version, members.link) {
        (Some(version), _) if version > VERSION => Err(Fault::Later(version)),
        (Some(VERSION), Some(link)) => Ok(link),
        _ => Err(Fault::NotOurs),
    }
}

/// What is looked for at the top; of a name that stands twice the first counts.
#[derive(Default)]
struct Members {
    format: Option<String>,
    version: Option<u32>,
    link: Option<String>,
}

/// What is left of the text.
struct Walk<'a> {
    rest: &'a str,
}

impl<'a> Walk<'a> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Steps over a sign after space, if it is the next.
    fn is(&mut self, sign: char) -> bool {
        self.space();
        let after = self.rest.strip_prefix(sign);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    /// Steps over a sign that must stand there.
    fn must(&mut self, sign: char) -> Result<(), Fault> {
        if self.is(sign) { Ok(()) } else { Err(self.wrong()) }
    }

    /// What is wrong where something else was to come: the end, or another sign.
    const fn wrong(&self) -> Fault {
        if self.rest.is_empty() { Fault::CutShort } else { Fault::NotJson }
    }

    fn top(&mut self) -> Result<Members, Fault> {
        let mut members = Members::default();
        if self.is('{') {
            self.map(|walk, name| walk.member(&name, &mut members))?;
        } else {
            self.value(0)?;
        }
        self.space();
        if self.rest.is_empty() { Ok(members) } else { Err(Fault::NotJson) }
    }

    fn member(&mut self, name: &str, members: &mut Members) -> Result<(), Fault> {
        self.space();
        let text = self.rest.starts_with('"');
        let number = self.rest.starts_with(|c: char| c.is_ascii_digit());
        match name {
            "format" if text && members.format.is_none() => members.format = Some(self.text()?),
            "link" if text && members.link.is_none() => members.link = Some(self.text()?),
            "version" if number && members.version.is_none() => members.version = self.plain()?.parse().ok(),
            _ => self.value(1)?,
        }
        Ok(())
    }

    /// The members of a map whose `{` is behind, each of whose values `each` steps over.
    fn map(&mut self, mut each: impl FnMut(&mut Self, String) -> Result<(), Fault>) -> Result<(), Fault> {
        if self.is('}') {
            return Ok(());
        }
        loop {
            self.space();
            let name = self.text()?;
            self.must(':')?;
            each(self, name)?;
            if !self.is(',') {
                return self.must('}');
            }
        }
    }

    /// Steps over a value, whatever it is.
    fn value(&mut self, depth: usize) -> Result<(), Fault> {
        if depth > DEEPEST {
            return Err(Fault::NotJson);
        }
        self.space();
        if self.is('{') {
            return self.map(|walk, _| walk.value(depth + 1));
        }
        if self.is('[') {
            return self.list(depth);
        }
        if self.rest.starts_with('"') { self.text().map(drop) } else { self.plain().map(drop) }
    }

    fn list(&mut self, depth: usize) -> Result<(), Fault> {
        if self.is(']') {
            return Ok(());
        }
        loop {
            self.value(depth + 1)?;
            if !self.is(',') {
                return self.must(']');
            }
        }
    }

    /// A number, `true`, `false` or `null`.
    fn plain(&mut self) -> Result<&'a str, Fault> {
        let end = self.rest.find(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c))).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        if word.is_empty() {
            return Err(self.wrong());
        }
        let known = ["true", "false", "null"];
        let whole = known.contains(&word) || is_number(word);
        // Half a word at the very end is one that was cut.
        if !whole && !(rest.is_empty() && (known.iter().any(|one| one.starts_with(word)) || is_number_cut(word))) {
            return Err(Fault::NotJson);
        }
        self.rest = rest;
        if whole { Ok(word) } else { Err(Fault::CutShort) }
    }

    /// A text between quotation marks.
    fn text(&mut self) -> Result<String, Fault> {
        self.must('"')?;
        let mut text = String::new();
        loop {
            let end = self.rest.find(|c: char| c == '"' || c == '\\' || c < ' ').unwrap_or(self.rest.len());
            let (plain, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
            text.push_str(plain);
            if let Some(rest) = rest.strip_prefix('"') {
                self.rest = rest;
                return Ok(text);
            }
            self.rest = rest;
            // Space before it would be part of the text, so it must stand at once.
            self.rest = rest.strip_prefix('\\').ok_or_else(|| self.wrong())?;
            text.push(self.escaped()?);
        }
    }

    /// What stands for a letter after `\`.
    fn escaped(&mut self) -> Result<char, Fault> {
        let mut rest = self.rest.chars();
        let mark = rest.next().ok_or(Fault::CutShort)?;
        self.rest = rest.as_str();
        Ok(match mark {
            '"' | '\\' | '/' => mark,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.unicode(),
            _ => return Err(Fault::NotJson),
        })
    }

    /// A letter by its number, or two halves of one.
    fn unicode(&mut self) -> Result<char, Fault> {
        let first = self.four()?;
        let code = if (0xd800..0xdc00).contains(&first) {
            for sign in ['\\', 'u'] {
                self.rest = self.rest.strip_prefix(sign).ok_or_else(|| self.wrong())?;
            }
            let second = self.four()?.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or(Fault::NotJson)?;
            0x1_0000 + ((first - 0xd800) << 10) + second
        } else {
            first
        };
        char::from_u32(code).ok_or(Fault::NotJson)
    }

    fn four(&mut self) -> Result<u32, Fault> {
        let (digits, rest) = self.rest.split_at_checked(4).ok_or(if self.rest.len() < 4 { Fault::CutShort } else { Fault::NotJson })?;
        let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| hex).ok_or(Fault::NotJson)?;
        self.rest = rest;
        Ok(number)
    }
}

/// Whether a word is a number as JSON writes one.
fn is_number(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let word = word.strip_prefix('-').unwrap_or(word);
    let (plain, power) = word.split_once(['e', 'E']).unwrap_or((word, "0"));
    let (whole, part) = plain.split_once('.').unwrap_or((plain, "0"));
    let leads = whole.len() > 1 && whole.starts_with('0');
    digits(whole) && !leads && digits(part) && digits(power.strip_prefix(['+', '-']).unwrap_or(power))
}

/// Whether a number would begin like this.
fn is_number_cut(word: &str) -> bool {
    is_number(&[word, "0"].concat())
}
