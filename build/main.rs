//! Turns the files that people edit (words, evidence, places) into Rust before the crate is compiled, so that a mistake in
//! one of them stops the build and no parser ships to the reader's browser.

mod counts;
mod documents;
mod evidence;
mod formula;
mod local;
mod place;
mod programmes;
mod streams;
mod table;
mod words;

fn main() {
    println!("cargo::rerun-if-changed=build");
    let out = std::path::PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    words::generate(std::path::Path::new("src/words/text"), &out);
    evidence::generate(&out);
    place::generate(&out);
    words::write_lists(&out);
}
