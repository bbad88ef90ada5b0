//! The contract as a native command: `clorian project < request.json`.

use std::io::{stderr, stdin, stdout};
use std::process::ExitCode;

use clorian::api::command::{FAILED, run};
use clorian::words::Lang;

/// The language of the terminal.
fn lang() -> Lang {
    let set = |name: &&str| std::env::var(name).is_ok_and(|value| !value.is_empty());
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find(|name| set(name)).and_then(|name| std::env::var(name).ok());
    if value.is_some_and(|value| value.starts_with("cy")) { Lang::Cy } else { Lang::En }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    ExitCode::from(run(&arguments, lang(), stdin().lock(), stdout().lock(), stderr()).unwrap_or(FAILED))
}
