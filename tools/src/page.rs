//! `cargo page`: builds the page and shows it, and builds it anew when a file changes.

use std::net::TcpListener;
use std::process::Command;

use crate::run::command;
use crate::set_up;

/// Builds and serves the page until it is stopped.
pub fn show(port: Option<&str>) -> Result<(), String> {
    let port = match port {
        Some(text) => text.parse().map_err(|_| format!("`{text}` is no port: a number from 1 to 65535"))?,
        None => (8080..8100).find(|port| is_free(*port)).ok_or("ports 8080 to 8099 are all taken; name another: cargo page 9000")?,
    };
    set_up::build_tools()?;
    eprintln!("\n=== building the page: about 2 minutes the first time; then it is on http://127.0.0.1:{port}/ until Ctrl-C");
    become_server(&mut command("trunk", &["serve", "--release", "--port", &port.to_string()]))
}

/// Puts the server in this program's place, so that stopping the one stops the other.
#[cfg(unix)]
fn become_server(command: &mut Command) -> Result<(), String> {
    Err(format!("trunk: {}", std::os::unix::process::CommandExt::exec(command)))
}

#[cfg(not(unix))]
fn become_server(command: &mut Command) -> Result<(), String> {
    crate::run::finish(command)
}

fn is_free(port: u16) -> bool {
    TcpListener::bind(("127.0.0.1", port)).is_ok()
}
