//! The command `clorian`: JSON requests in, JSON answers out. What it is asked, reads and writes is handed to it, so that it can
//! be tested whole.

use std::io::{self, BufRead, Write};

use super::problem::Kind;
use super::value::Value;
use super::{Call, find};
use crate::words::Lang;
use crate::words::text::contract as say;

/// Every request was answered.
pub const ANSWERED: u8 = 0;
/// At least one was answered with an error.
pub const PROBLEMS: u8 = 2;
/// The command was not understood (`EX_USAGE`).
pub const NOT_UNDERSTOOD: u8 = 64;
/// Reading or writing failed (`EX_IOERR`).
pub const FAILED: u8 = 74;

/// What the arguments ask for.
enum Asked {
    Help,
    Version,
    Answer { call: Call, by_line: bool },
}

/// Does what `arguments` (without the command's own name) ask for, and gives the exit status.
///
/// # Errors
/// Whatever reading or writing runs into.
pub fn run(arguments: &[String], lang: Lang, input: impl BufRead, mut output: impl Write, mut errors: impl Write) -> io::Result<u8> {
    let status = match understand(arguments) {
        Some(Asked::Help) => writeln!(output, "{}", say::HELP.say(lang).trim()).map(|()| ANSWERED),
        Some(Asked::Version) => writeln!(output, "clorian {}", env!("CARGO_PKG_VERSION")).map(|()| ANSWERED),
        Some(Asked::Answer { call, by_line: true }) => answer_lines(call, input, &mut output),
        Some(Asked::Answer { call, by_line: false }) => answer_whole(call, input, &mut output),
        None => writeln!(errors, "{}", say::USAGE.say(lang)).map(|()| NOT_UNDERSTOOD),
    }?;
    output.flush()?;
    Ok(status)
}

fn understand(arguments: &[String]) -> Option<Asked> {
    let has = |names: [&str; 2]| arguments.iter().any(|argument| names.contains(&argument.as_str()));
    if has(["--help", "-h"]) {
        return Some(Asked::Help);
    }
    if has(["--version", "-V"]) {
        return Some(Asked::Version);
    }
    let (options, calls): (Vec<&str>, Vec<&str>) = arguments.iter().map(String::as_str).partition(|word| word.starts_with('-'));
    let [name] = calls[..] else { return None };
    let by_line = match options[..] {
        [] => false,
        ["--lines"] => true,
        _ => return None,
    };
    find(name).map(|call| Asked::Answer { call, by_line })
}

fn answer_whole(call: Call, mut input: impl BufRead, output: &mut impl Write) -> io::Result<u8> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    answer(call, &bytes, output)
}

fn answer_lines(call: Call, mut input: impl BufRead, output: &mut impl Write) -> io::Result<u8> {
    let (mut bytes, mut status) = (Vec::new(), ANSWERED);
    while input.read_until(b'\n', &mut bytes)? > 0 {
        if !bytes.trim_ascii().is_empty() {
            status = status.max(answer(call, bytes.trim_ascii(), output)?);
            output.flush()?;
        }
        bytes.clear();
    }
    Ok(status)
}

/// Answers one document on one line.
fn answer(call: Call, bytes: &[u8], output: &mut impl Write) -> io::Result<u8> {
    let answered = read(bytes).and_then(|request| call(&request));
    let status = if answered.is_ok() { ANSWERED } else { PROBLEMS };
    let answer = answered.unwrap_or_else(|problem| problem.to_value());
    writeln!(output, "{}", answer.to_json())?;
    Ok(status)
}

fn read(bytes: &[u8]) -> Result<Value, super::Problem> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Value::from_json(text),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let (mut line, mut column) = (0, 0);
            for part in before.split(|byte| *byte == b'\n') {
                (line, column) = (line + 1, part.len() + 1);
            }
            Err(Kind::NotJson { line, column }.at(""))
        }
    }
}
