//! Running a program in the project's folder, and saying what is done meanwhile.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Where the tools that were built for this project stand.
pub fn own_tools() -> PathBuf {
    root().join("target/tools/bin")
}

/// A program with its arguments in the project's folder, our own tools before those on the path.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root()).env("PATH", path());
    command
}

fn path() -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(own_tools()).chain(std::env::split_paths(&path));
    std::env::join_paths(folders).unwrap_or(path)
}

/// Runs a program to its end; an error unless it succeeds.
pub fn run(program: &str, arguments: &[&str]) -> Result<(), String> {
    finish(&mut command(program, arguments))
}

/// Runs a command to its end; an error unless it succeeds.
pub fn finish(command: &mut Command) -> Result<(), String> {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let shown = words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let status = command.stdin(Stdio::null()).status().map_err(|e| format!("{shown}: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("{shown}: {status}")) }
}

/// The first line a program says, if it is there and succeeds.
pub fn first_line(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program, arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.lines().next().unwrap_or_default().trim().to_owned())
}

/// Where a program stands on the path.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = path();
    names.iter().find_map(|name| std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// Says what begins, does it, and says how long it took.
pub fn step(what: &str, work: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    eprintln!("\n=== {what}");
    let begun = Instant::now();
    work().map_err(|problem| format!("FAILED: {what}\n{problem}"))?;
    eprintln!("=== done in {}", duration(begun));
    Ok(())
}

/// The time since, in words.
pub fn duration(begun: Instant) -> String {
    let seconds = begun.elapsed().as_secs();
    if seconds < 60 { format!("{seconds} s") } else { format!("{} min {} s", seconds / 60, seconds % 60) }
}
