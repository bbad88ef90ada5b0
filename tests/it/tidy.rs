//! The ways of the house as tests: which layer may use which, where the browser is known, what no file may hold. Each rule is
//! data here and is read off the source.

mod rust;
mod words_in_code;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use rust::Source;

/// The layers from the ground up, and which layers each may use. `lib.rs` and the programs may use every one.
const LAYERS: [(&str, &[&str]); 12] = [
    ("units", &[]),
    ("words", &["units"]),
    ("evidence", &["units", "words"]),
    ("place", &["units", "words", "evidence"]),
    ("model", &["units", "evidence", "place"]),
    ("scenario", &["units", "words", "evidence", "place", "model"]),
    ("api", &["units", "words", "model", "scenario"]),
    ("link", &["units", "words", "evidence", "place", "model", "scenario"]),
    ("files", &["units", "words", "evidence", "place", "model", "scenario"]),
    ("app", &["units", "words", "evidence", "place", "model", "scenario", "link", "files"]),
    ("present", &["units", "words", "evidence", "place", "model", "scenario", "api", "link", "files", "app"]),
    ("ui", &["units", "words", "evidence", "place", "model", "scenario", "link", "files", "app", "present"]),
];

const BROWSER_CRATES: [&str; 6] = ["yew", "web_sys", "gloo", "wasm_bindgen", "js_sys", "serde_wasm_bindgen"];
const KNOW_THE_BROWSER: [&str; 4] = ["ui/", "bin/prerender.rs", "bin/contract.rs", "api/javascript.rs"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Every Rust file of `src`, by its path below `src`.
fn sources() -> Vec<(String, String)> {
    let src = root().join("src");
    let mut files: Vec<_> = walk(&src)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .map(|path| {
            let name = path.strip_prefix(&src).expect("a file of src").to_string_lossy().replace('\\', "/");
            (name, std::fs::read_to_string(&path).expect("a readable file"))
        })
        .collect();
    files.sort();
    assert!(files.len() > 10, "src was not read");
    files
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    entries
        .flat_map(|entry| {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() { walk(&path) } else { vec![path] }
        })
        .collect()
}

/// The layer of a file, or none for the roots: `lib.rs` and the programs.
fn layer(file: &str) -> Option<&str> {
    let first = file.split(['/', '.']).next()?;
    (!["lib", "bin"].contains(&first)).then_some(first)
}

fn is_layer(name: &str) -> bool {
    LAYERS.iter().any(|(layer, _)| *layer == name)
}

/// Fails with every breach at once.
fn none(breaches: impl Iterator<Item = String>) {
    let breaches: Vec<_> = breaches.collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn the_table_of_layers_goes_one_way() {
    for (i, (layer, uses)) in LAYERS.iter().enumerate() {
        for used in *uses {
            assert!(LAYERS[..i].iter().any(|(below, _)| below == used), "{layer} uses {used}, which does not stand below it");
        }
    }
}

/// What the page takes from the contract: it writes requests and reads none, so that no room's program holds the reader.
const WRITTEN_BY_THE_PAGE: [&str; 4] = ["Value", "path", "write_scenario", "write_sharing"];

#[test]
fn the_page_reads_no_request() {
    none(sources().iter().filter(|(file, _)| layer(file) == Some("present")).flat_map(|(file, text)| {
        let source = Source::new(text);
        let names = source.second_names("api").into_iter().filter(|name| !WRITTEN_BY_THE_PAGE.contains(name));
        names.map(|name| format!("src/{file}: `api::{name}`")).collect::<Vec<_>>()
    }));
}

#[test]
fn each_layer_uses_only_those_below_it() {
    none(sources().iter().flat_map(|(file, text)| layer_breaches(file, text)));
}

fn layer_breaches(file: &str, text: &str) -> Vec<String> {
    let Some(layer) = layer(file) else { return Vec::new() };
    let Some((_, uses)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
        return vec![format!("src/{file}: the layer `{layer}` is not in the table of tests/it/tidy.rs")];
    };
    let source = Source::new(text);
    let climbs = source.second_names("super").into_iter().filter(|name| is_layer(name));
    source
        .second_names("crate")
        .into_iter()
        .chain(climbs)
        .filter(|used| *used != layer && !uses.contains(used))
        .map(|used| format!("src/{file}: `{layer}` may not use `{used}`"))
        .collect()
}

#[test]
fn a_breach_of_layers_is_seen() {
    let seen = |text| layer_breaches("model/stock.rs", text);
    assert_eq!(seen("use crate::units::Pounds; // crate::ui"), Vec::<String>::new());
    assert_eq!(seen("fn a() -> &'static str { \"crate::ui\" } /* crate::ui */ use crate::model::b;"), Vec::<String>::new());
    for breach in
        ["use crate::words::Text;", "use crate::{units, ui};", "use crate::*;", "let a = crate :: ui::App;", "use super::super::ui;"]
    {
        assert_eq!(seen(breach).len(), 1, "{breach}");
    }
    assert_eq!(layer_breaches("helpers.rs", "").len(), 1);
}

#[test]
fn only_the_outermost_layer_knows_the_browser() {
    let breach = |(file, text): &(String, String)| {
        if KNOW_THE_BROWSER.iter().any(|place| file.starts_with(place)) {
            return None;
        }
        let source = Source::new(text);
        let found: BTreeSet<_> = source.names().filter(|name| BROWSER_CRATES.contains(name)).collect();
        (!found.is_empty()).then(|| format!("src/{file} knows {found:?}"))
    };
    none(sources().iter().filter_map(breach));
}

#[test]
fn each_file_says_what_it_is_for_and_stays_short() {
    let breach = |(file, text): &(String, String)| {
        let lines = text.lines().count();
        let limit = 400;
        let says = text.starts_with("//! ");
        (!says || lines > limit).then(|| format!("src/{file}: begins with `//!`: {says}; {lines} lines of at most {limit}"))
    };
    none(sources().iter().filter_map(breach));
}

#[test]
fn nothing_is_left_undone_or_unwrapped() {
    let breaches = |(file, text): &(String, String)| -> Vec<String> {
        let code: String = Source::new(text).code.split_whitespace().collect();
        let found = [".unwrap()", "todo!", "unimplemented!", "dbg!"].into_iter().filter(|word| code.contains(word));
        found.map(|word| format!("src/{file} holds {word}")).collect()
    };
    none(sources().iter().flat_map(breaches));
}

#[test]
fn no_visible_word_is_written_in_code() {
    let speaks = |file: &str| ["ui/", "present/", "app/"].iter().any(|layer| file.starts_with(layer));
    let breaches = |(file, text): &(String, String)| -> Vec<String> {
        let source = Source::new(text);
        words_in_code::visible_words(&source)
            .into_iter()
            .map(|words| format!("src/{file}: \"{words}\" belongs in src/words/text/"))
            .collect()
    };
    none(sources().iter().filter(|(file, _)| speaks(file)).flat_map(breaches));
}

#[test]
fn published_links_are_only_added_to() {
    let git = |arguments: &[&str]| -> Option<String> {
        let output = Command::new("git").arg("-C").arg(root()).args(arguments).args(["--", "tests/links"]).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    // Without git, or without the history, there is nothing to compare with.
    let past = git(&["log", "--no-renames", "--format=", "--numstat"]).unwrap_or_default();
    let now = git(&["diff", "--no-renames", "--numstat", "HEAD"]).unwrap_or_default();
    let removes = |line: &&str| line.split('\t').nth(1).is_some_and(|removed| removed != "0");
    none(past.lines().chain(now.lines()).filter(removes).map(|line| format!("lines were taken away: {line}")));
}

#[test]
fn the_tools_agree_on_the_version_of_wasm_bindgen() {
    let main = read("Cargo.toml");
    let version = main.split("wasm-bindgen = { version = \"=").nth(1).and_then(|rest| rest.split('"').next()).expect("an exact version");
    for (file, wanted) in [
        ("Cargo.lock", format!("name = \"wasm-bindgen\"\nversion = \"{version}\"")),
        ("Trunk.toml", format!("wasm_bindgen = \"{version}\"")),
        ("tools/Cargo.toml", format!("wasm-bindgen-cli-support = {{ version = \"={version}\"")),
        ("tools/src/lib.rs", format!("WASM_BINDGEN: &str = \"{version}\"")),
    ] {
        assert!(read(file).replace("\r\n", "\n").contains(&wanted), "{file} does not hold `{wanted}`");
    }
}

#[test]
fn every_host_is_told_the_same_strict_policy() {
    let policy = |file: &str, before: &str, after: char| {
        let text = read(file);
        let rest = text.split(before).nth(1).unwrap_or_else(|| panic!("{file}: no {before}"));
        rest.split(after).next().unwrap_or_default().trim().to_owned()
    };
    let page = policy("index.html", "http-equiv=\"Content-Security-Policy\" content=\"", '"');
    assert!(page.starts_with("default-src 'none'; "), "{page}");
    assert!(!page.contains("unsafe-inline") && !page.contains("'unsafe-eval'") && !page.contains('*') && !page.contains("http"), "{page}");
    assert_eq!(page, policy("www/_headers", "Content-Security-Policy: ", '\n'));
    assert_eq!(page, policy("www/.htaccess", "Content-Security-Policy \"", '"'));
}

#[test]
fn every_word_is_used() {
    let code: String = sources().into_iter().map(|(_, text)| text).collect();
    let unused = std::fs::read_dir(root().join("src/words/text")).expect("the words").flat_map(|file| {
        let path = file.expect("a file").path();
        let module = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let table: Vec<String> = read(&format!("src/words/text/{module}.toml"))
            .lines()
            .filter_map(|line| Some(line.strip_prefix('[')?.strip_suffix(']')?.to_owned()))
            .filter(|key| !key.contains('.'))
            .collect();
        let used = |key: &String| {
            let camel: String = key.split('_').map(|part| part[..1].to_uppercase() + &part[1..]).collect();
            [key.to_uppercase(), camel].iter().any(|name| code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name))
        };
        table.into_iter().filter(|key| !used(key)).map(|key| format!("{module}.toml: [{key}] is said nowhere")).collect::<Vec<_>>()
    });
    none(unused);
}
