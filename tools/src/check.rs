//! `cargo check-all`: every check in order, the quick ones first, up to the first that fails.

use std::time::Instant;

use crate::run::{duration, run, step};
use crate::set_up::{self, WASM};

/// What the native steps are compiled with; one set for all, so that nothing is compiled twice.
const FEATURES: &str = "cli,ssr,contract,browser";
const TOOLS: [&str; 4] = ["--manifest-path", "tools/Cargo.toml", "--target-dir", "target/tools/build"];

/// A check: its name, and what is given to cargo.
struct Check(&'static str, Vec<&'static str>);

fn before_the_page() -> Vec<Check> {
    vec![
        Check("format", vec!["fmt", "--check"]),
        Check("format of the tools", vec!["fmt", "--check", "--manifest-path", "tools/Cargo.toml"]),
        Check("the core built without the browser crates", vec!["check", "--locked", "--lib", "--no-default-features"]),
        Check("lints, native", vec!["clippy", "--locked", "--features", FEATURES, "--all-targets", "--", "-D", "warnings"]),
        Check("lints, the programs of the page", vec!["clippy", "--locked", "--target", WASM, "--bins", "--", "-D", "warnings"]),
        Check(
            "lints, the contract as a module",
            vec![
                "clippy",
                "--locked",
                "--target",
                WASM,
                "--no-default-features",
                "--features",
                "contract",
                "--bin",
                "contract",
                "--",
                "-D",
                "warnings",
            ],
        ),
        Check("lints, the tools", [&["clippy", "--locked", "--features", "bind"], &TOOLS[..], &["--", "-D", "warnings"]].concat()),
        Check(
            "the command line, optimised",
            vec!["build", "--locked", "--release", "--no-default-features", "--features", "cli", "--bin", "clorian"],
        ),
        Check(
            "tests: units, properties, cases, tidiness",
            vec!["test", "--locked", "--features", FEATURES, "--lib", "--bins", "--test", "it"],
        ),
        Check("tests: examples in the documentation", vec!["test", "--locked", "--features", FEATURES, "--doc"]),
    ]
}

/// Runs every check, with the tools they need.
pub fn all() -> Result<(), String> {
    let begun = Instant::now();
    set_up::browser()?;
    set_up::browser_target()?;
    for Check(name, arguments) in before_the_page() {
        step(name, || run("cargo", &arguments))?;
    }
    set_up::build_tools()?;
    step("the page built", || run("trunk", &["build", "--release"]))?;
    step("tests: the page in a browser", || run("cargo", &["test", "--locked", "--features", FEATURES, "--test", "browser"]))?;
    eprintln!("\nevery check passed, in {}", duration(begun));
    Ok(())
}
