//! `src/words/text/*.toml` -> one Rust module a file, one constant or struct an entry. An entry that lacks a language, or whose
//! languages disagree about what is to be filled in, stops the build.
//!
//! The programs of the page hold only a number for most texts, these and those of the evidence; `list-en.txt` and `list-cy.txt`, a text a
//! line, are sent beside them, so that nobody waits for a language they do not read. Whatever else is built holds its texts itself.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Mutex;

const PLURAL_FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What no program of the page says, or says in both languages at once: never on the lists.
const UNLISTED: [&str; 9] = ["access", "contract", "door", "files", "home", "method", "place", "register", "worked"];

/// The texts that are sent beside the programs, each with its place on the lists. Every build makes the same, so that a place means the same
/// to all.
static LISTS: Mutex<BTreeMap<(String, String), usize>> = Mutex::new(BTreeMap::new());

/// Puts a text on both lists; gives its place there.
fn listed(en: &str, cy: &str) -> usize {
    assert!(![en, cy].iter().any(|text| text.contains('\n')), "a text on a list is one line: {en:?}");
    let mut lists = LISTS.lock().expect("one thread builds");
    let next = lists.len();
    *lists.entry((en.to_owned(), cy.to_owned())).or_insert(next)
}

/// A `Text` as Rust writes it, which programs of the page get by a list.
pub fn text(en: &str, cy: &str) -> String {
    let at = listed(en, cy);
    if for_the_page() { format!("Text::listed({at})") } else { held(en, cy) }
}

/// A `Text` that is held by whatever says it.
pub fn held(en: &str, cy: &str) -> String {
    format!("Text::of({:?})", [en, cy].join("\u{1}"))
}

/// Writes a list for each language, a text a line, once all are on it.
pub fn write_lists(out: &Path) {
    let lists = LISTS.lock().expect("one thread builds");
    let mut texts: Vec<_> = lists.iter().map(|((en, cy), at)| (*at, en.as_str(), cy.as_str())).collect();
    texts.sort_unstable();
    let lists = [("en", texts.iter().map(|(_, en, _)| *en).collect()), ("cy", texts.iter().map(|(_, _, cy)| *cy).collect::<Vec<_>>())];
    for (lang, list) in lists {
        let path = out.join(format!("list-{lang}.txt"));
        std::fs::write(&path, list.join("\n")).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    }
}

/// Whether a program of the page is built, which gets its texts by a list.
fn for_the_page() -> bool {
    std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") && std::env::var_os("CARGO_FEATURE_WEB").is_some()
}

/// Reads every `.toml` file of `folder` and writes `text.rs`, one Rust file of nested modules, to `out`.
pub fn generate(folder: &Path, out: &Path) {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    files.sort();
    let mut rust = String::new();
    for file in files {
        let name = file.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let source = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        let table: toml::Table = source.parse().unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        let _ = writeln!(
            rust,
            "/// Words of `src/words/text/{name}.toml`.\npub mod {name} {{\n    #[allow(unused_imports)]\n    use crate::words::{{Lang, Plural, Text}};"
        );
        for (key, entry) in &table {
            let place = format!("{}: [{key}]", file.display());
            let entry = read(&place, entry);
            let said = if UNLISTED.contains(&name.as_str()) { held } else { text };
            rust.push_str(&item(key, &entry, &said(&entry.en, &entry.cy)));
        }
        rust.push_str("}\n");
    }
    let out_file = out.join("text.rs");
    std::fs::write(&out_file, rust).unwrap_or_else(|e| panic!("{}: {e}", out_file.display()));
}

/// An entry as the programs say it: what is to be filled in is numbered, and the forms of a plural are parted by a mark.
struct Entry {
    en: String,
    cy: String,
    /// For the documentation.
    doc: String,
    /// What is to be filled in.
    names: BTreeSet<String>,
    plural: bool,
}

fn read(place: &str, entry: &toml::Value) -> Entry {
    let table = entry.as_table().unwrap_or_else(|| panic!("{place}: must be a table with `en` and `cy`"));
    for name in table.keys() {
        assert!(["en", "cy", "note"].contains(&name.as_str()), "{place}: unknown key `{name}` (en, cy, note)");
    }
    let language = |code: &str| table.get(code).unwrap_or_else(|| panic!("{place}: no `{code}`"));
    let (en, cy) = (language("en"), language("cy"));
    if en.is_table() || cy.is_table() {
        return plural(place, en, cy);
    }
    let string = |code: &str, value: &toml::Value| -> String {
        let text = value.as_str().unwrap_or_else(|| panic!("{place}: `{code}` must be text"));
        assert!(!text.trim().is_empty(), "{place}: `{code}` is empty");
        text.to_owned()
    };
    let (en, cy) = (string("en", en), string("cy", cy));
    let (names, welsh_names) = (holes(place, &en), holes(place, &cy));
    assert!(names == welsh_names, "{place}: English fills in {names:?}, Welsh {welsh_names:?}");
    Entry { doc: doc(&en), en: numbered(&en, &names), cy: numbered(&cy, &names), names, plural: false }
}

/// An entry as Rust: a constant, or a struct where there is something to be filled in.
fn item(key: &str, entry: &Entry, text: &str) -> String {
    let Entry { doc, names, plural, .. } = entry;
    if *plural {
        return format!("    /// {doc}\n    pub const {}: Plural = Plural::of({text});\n", key.to_uppercase());
    }
    if names.is_empty() {
        return format!("    /// {doc}\n    pub const {}: Text = {text};\n", key.to_uppercase());
    }
    let fields: String =
        names.iter().map(|n| format!("        /// Fills `{{{n}}}`.\n        pub {n}: &'a str,\n")).collect::<Vec<_>>().concat();
    let values: String = names.iter().map(|n| format!("self.{n}, ")).collect::<Vec<_>>().concat();
    format!(
        "    /// {doc}\n    #[derive(Clone, Copy, Debug)]\n    pub struct {type_name}<'a> {{\n{fields}    }}\n    impl {type_name}<'_> {{\n        /// The sentence in one language.\n        #[must_use]\n        pub fn say(&self, lang: Lang) -> String {{\n            {text}.filled(lang, &[{values}])\n        }}\n    }}\n",
        type_name = camel(key),
    )
}

fn plural(place: &str, en: &toml::Value, cy: &toml::Value) -> Entry {
    let forms = |code: &str, value: &toml::Value, required: &[&str]| -> Vec<String> {
        let table = value.as_table().unwrap_or_else(|| panic!("{place}: `{code}` must have plural forms too"));
        for name in table.keys() {
            assert!(PLURAL_FORMS.contains(&name.as_str()), "{place}: `{code}.{name}` is no plural form {PLURAL_FORMS:?}");
        }
        for name in required {
            assert!(table.contains_key(*name), "{place}: `{code}` lacks the form `{name}`");
        }
        let form = |name: &str| table.get(name).or_else(|| table.get("other")).and_then(toml::Value::as_str);
        PLURAL_FORMS
            .iter()
            .map(|name| {
                let text = form(name).unwrap_or_else(|| panic!("{place}: `{code}.{name}` must be text"));
                let unknown: Vec<_> = holes(place, text).into_iter().filter(|hole| hole != "n").collect();
                assert!(unknown.is_empty(), "{place}: a plural form fills in only {{n}}, not {unknown:?}");
                numbered(text, &BTreeSet::from(["n".to_owned()]))
            })
            .collect()
    };
    let (en, cy) = (forms("en", en, &["one", "other"]), forms("cy", cy, &PLURAL_FORMS));
    // English has two of them.
    Entry { doc: doc(&en[5]), en: [en[1].as_str(), &en[5]].join("\u{2}"), cy: cy.join("\u{2}"), names: BTreeSet::new(), plural: true }
}

/// The text with the names between braces as letters, `{a}` for the first in their order, so that no program holds them.
fn numbered(text: &str, names: &BTreeSet<String>) -> String {
    let number = |text: String, (letter, name): (char, &String)| text.replace(&format!("{{{name}}}"), &format!("{{{letter}}}"));
    // Marked first: a name may be a letter.
    let marked = names.iter().fold(text.to_owned(), |text, name| text.replace(&format!("{{{name}}}"), &format!("{{{name}:}}")));
    ('a'..='z')
        .zip(names)
        .map(|(letter, name)| (letter, format!("{name}:")))
        .fold(marked, |text, (letter, name)| number(text, (letter, &name)))
}

/// The names between braces, each once.
fn holes(place: &str, text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let end = rest[start..].find('}').unwrap_or_else(|| panic!("{place}: a brace is not closed in {text:?}")) + start;
        let name = &rest[start + 1..end];
        assert!(
            !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit()),
            "{place}: {{{name}}} is no name"
        );
        names.insert(name.to_owned());
        rest = &rest[end + 1..];
    }
    assert!(!rest.contains('}'), "{place}: a closing brace too many in {text:?}");
    names
}

fn doc(text: &str) -> String {
    let text = text.replace('\n', " ").replace('[', "\\[").replace(']', "\\]").replace('<', "\\<");
    format!("`{}`", text.replace('`', "'"))
}

fn camel(key: &str) -> String {
    key.split('_').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}
