//! The part of the executable `wasm-bindgen` that Trunk uses, on the library the official executable stands on: it builds in
//! a fraction of the time. Whoever has the official one of the same version on the path uses that.

use std::path::PathBuf;
use std::process::ExitCode;

use clorian_tools::WASM_BINDGEN as VERSION;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("wasm-bindgen: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: impl Iterator<Item = String>) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    let mut folder = None;
    let mut input = None;
    bindgen.typescript(true);
    for argument in arguments {
        match argument.split_once('=') {
            _ if argument == "--version" => {
                println!("wasm-bindgen {VERSION}");
                return Ok(());
            }
            Some(("--target", "web")) => _ = bindgen.web(true).map_err(|e| e.to_string())?,
            Some(("--target", "no-modules")) => _ = bindgen.no_modules(true).map_err(|e| e.to_string())?,
            Some(("--out-dir", path)) => folder = Some(PathBuf::from(path)),
            Some(("--out-name", name)) => _ = bindgen.out_name(name),
            _ if argument == "--keep-debug" => _ = bindgen.keep_debug(true),
            _ if argument == "--no-demangle" => _ = bindgen.demangle(false),
            _ if argument == "--no-typescript" => _ = bindgen.typescript(false),
            _ if !argument.starts_with('-') => input = Some(argument),
            _ => return Err(format!("`{argument}` is not understood here; install wasm-bindgen-cli {VERSION} instead")),
        }
    }
    let input = input.ok_or("which .wasm file?")?;
    let folder = folder.ok_or("no --out-dir")?;
    bindgen.input_path(input).generate(folder).map_err(|e| format!("{e:#}"))
}
