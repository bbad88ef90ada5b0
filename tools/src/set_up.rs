//! The tools that the two commands need: what is on the path is used if its version fits, what lacks is built into
//! `target/tools` (unoptimised, since it takes longer to build than to run) or asked of the system's package manager.

use clorian_tools::{TRUNK, WASM_BINDGEN};

use crate::run::{command, find, finish, first_line, own_tools, root, run, step};

/// What the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Where the tools are compiled.
const BUILD: &str = "target/tools/build";

/// The compiler's part for the browser. rustup installs it with the compiler that `rust-toolchain.toml` names, unless it was told not to
/// install anything of itself.
pub fn browser_target() -> Result<(), String> {
    let libraries = first_line("rustc", &["--print", "target-libdir", "--target", WASM]);
    if libraries.is_some_and(|folder| std::path::Path::new(&folder).is_dir()) {
        return Ok(());
    }
    step(&format!("installing the compiler's part for {WASM}"), || run("rustup", &["target", "add", WASM]))
}

/// Trunk and wasm-bindgen.
pub fn build_tools() -> Result<(), String> {
    same_version_everywhere()?;
    browser_target()?;
    match first_line("trunk", &["--version"]) {
        Some(version) if trunk_fits(&version) => eprintln!("{version}: found"),
        _ => step(&format!("building Trunk {TRUNK} into target/tools, once: about 2 to 4 minutes"), build_trunk)?,
    }
    match first_line("wasm-bindgen", &["--version"]) {
        Some(version) if version == format!("wasm-bindgen {WASM_BINDGEN}") => eprintln!("{version}: found"),
        _ => step(&format!("building wasm-bindgen {WASM_BINDGEN} into target/tools, once: about 30 seconds"), build_wasm_bindgen)?,
    }
    Ok(())
}

/// `trunk 0.21.14` or a later one of its line.
fn trunk_fits(version: &str) -> bool {
    let patch = |text: &str| -> Option<u32> { text.strip_prefix("0.21.")?.parse().ok() };
    version.strip_prefix("trunk ").and_then(patch).is_some_and(|found| Some(found) >= patch(TRUNK))
}

fn build_trunk() -> Result<(), String> {
    // Without its default features Trunk cannot download tools and does not look for updates; it needs neither here.
    let arguments = ["install", "--locked", "--debug", "--no-default-features", "--version", TRUNK, "trunk"];
    let places = ["--root", "target/tools", "--target-dir", BUILD, "--force", "--no-track"];
    finish(command("cargo", &arguments).args(places).env("CARGO_PROFILE_DEV_DEBUG", "0"))
}

fn build_wasm_bindgen() -> Result<(), String> {
    let arguments =
        ["build", "--locked", "--manifest-path", "tools/Cargo.toml", "--target-dir", BUILD, "--features", "bind", "--bin", "bind"];
    run("cargo", &arguments)?;
    let end = std::env::consts::EXE_SUFFIX;
    let (built, place) = (root().join(BUILD).join(format!("debug/bind{end}")), own_tools().join(format!("wasm-bindgen{end}")));
    std::fs::create_dir_all(own_tools()).and_then(|()| std::fs::copy(&built, &place)).map_err(|e| format!("{}: {e}", place.display()))?;
    Ok(())
}

/// The page must be bound by the very version it was compiled with.
fn same_version_everywhere() -> Result<(), String> {
    for (file, name) in [("Cargo.lock", "wasm-bindgen"), ("tools/Cargo.lock", "wasm-bindgen-cli-support")] {
        let text = std::fs::read_to_string(root().join(file)).map_err(|e| format!("{file}: {e}"))?;
        if !text.contains(&format!("name = \"{name}\"\nversion = \"{WASM_BINDGEN}\"")) {
            return Err(format!("{file} holds another version of {name} than {WASM_BINDGEN}, which tools/src/lib.rs says"));
        }
    }
    Ok(())
}

/// Chromium (or Chrome) and its driver.
pub fn browser() -> Result<(), String> {
    const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
    let present = || find(&BROWSERS).is_some() && find(&["chromedriver"]).is_some();
    let named = std::env::var_os("CHROMIUM").is_some() && std::env::var_os("CHROMEDRIVER").is_some();
    if named || present() {
        return Ok(());
    }
    let root_user = first_line("id", &["-u"]).as_deref() == Some("0");
    let before: &[&str] = match (find(&["apt-get"]).is_some(), root_user) {
        (true, true) => &["env"],
        (true, false) if first_line("sudo", &["-n", "true"]).is_some() => &["sudo", "-n", "env"],
        _ => return Err(NO_BROWSER.to_owned()),
    };
    let apt = |arguments: &[&str]| {
        let arguments = [&before[1..], &["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"], arguments].concat();
        run(before[0], &arguments)
    };
    step("installing Chromium and its driver with apt-get: about 1 minute", || {
        apt(&["update"])?;
        apt(&["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"])
    })?;
    if present() { Ok(()) } else { Err(NO_BROWSER.to_owned()) }
}

const NO_BROWSER: &str = "The page is tested in Chromium or Chrome by its driver, and one of them is not on the path. Install both:
  Debian:  apt-get install chromium chromium-driver
  Fedora:  dnf install chromium chromedriver
  macOS:   brew install --cask chromium chromedriver
or name them: CHROMIUM=/path/to/chrome CHROMEDRIVER=/path/to/chromedriver cargo check-all";
