//! The two commands of the README: `cargo page` builds the page and shows it, `cargo check-all` runs every check there is.
//! Both use the tools on the path where their versions fit, and build what lacks into `target/tools`.

mod check;
mod page;
mod run;
mod set_up;

use std::process::ExitCode;

const USAGE: &str = "cargo page [PORT]    build the page and show it on http://127.0.0.1:PORT/ (8080)\ncargo check-all      every check: format, lints, tests, the page in a browser";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["page"] => page::show(None),
        ["page", port] => page::show(Some(port)),
        ["check-all"] => check::all(),
        _ => Err(format!("usage:\n{USAGE}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\n{problem}");
            ExitCode::FAILURE
        }
    }
}
