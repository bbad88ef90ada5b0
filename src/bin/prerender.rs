//! Finishes the page when it is built: takes the page that Trunk wrote as a template and writes one HTML file for each room
//! in each language, rendered by the components that take its place in the browser, the front door and the page for a wrong
//! address. Each room that runs gets the tags that load its own program. Run by Trunk (`Trunk.toml`), which says in
//! `TRUNK_STAGING_DIR` where.

use std::error::Error;
use std::path::Path;

use base64::Engine as _;
use clorian::api::{Simulating, Value};
use clorian::app::address::Room;
use clorian::app::fan::Fan;
use clorian::present::budget;
use clorian::present::{Head, head};
use clorian::scenario::Scenario;
use clorian::ui::door::{Door, Missing, MissingProps};
use clorian::ui::{App, AppProps, program};
use clorian::words::{Lang, listed, text};
use sha2::Digest as _;
use wasm_encoder::reencode::Reencode as _;
use wasm_encoder::reencode::RoundtripReencoder;
use yew::html::BaseComponent;

/// What `index.html` holds where the words of the head belong.
const PLACE_OF_HEAD: &str = "<!-- head: src/bin/prerender.rs -->";
/// The tags that Trunk writes for its main program: each page gets those of its own program instead.
const PRELOADS: [&str; 2] = ["link rel=\"modulepreload\"", "link rel=\"preload\""];
const PLACE_OF_BODY: &str = "<body></body>";
/// The rooms whose pages may simulate.
const SIMULATE: [Room; 2] = [Room::Budget, Room::Compare];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::var("TRUNK_STAGING_DIR").map_err(|_| "TRUNK_STAGING_DIR says where; `trunk build` sets it")?;
    let folder = Path::new(&folder);
    let evidence = Template::read(&folder.join("index.html"))?.without(&PRELOADS);
    let still = evidence.without_script("register")?;
    let simulate = simulate(&folder.join("assets"))?;
    let lists = lists(&folder.join("assets"))?;
    let row = row_of_preset()?;
    for room in Room::ALL {
        let template = if room == Room::Evidence { &evidence } else { &still };
        let mut program = room.program().map(|name| preloads(&folder.join("assets"), name)).transpose()?.unwrap_or_default();
        if SIMULATE.contains(&room) {
            program.push_str(&simulate);
        }
        let read = || Fan::read(&row).ok_or("the page cannot read what the cases tried of the preset come to");
        let tried = (room == Room::Budget).then(read).transpose()?;
        if tried.is_some() {
            program.push_str(&tried_tag(&row));
        }
        for lang in Lang::ALL {
            let tags = if room.program().is_some() { program.clone() + &texts(&lists, lang) } else { String::new() };
            let body = render::<App>(AppProps::preset(lang, room, program::of(room), tried.clone()))?;
            let page = template.page(lang, &(room_head(room, lang) + &tags), &body, room.to_root());
            write(&folder.join(room.folder(lang)).join("index.html"), &page)?;
        }
    }
    let door = still.without(&["script", "/script"]);
    write(&folder.join("index.html"), &door.page(Lang::Cy, &door_head(), &render::<Door>(())?, "./"))?;
    // A wrong address may be at any depth, so this page's own addresses cannot be relative: they start at the root of the host
    // unless Trunk was told another `public_url`.
    let root = std::env::var("TRUNK_PUBLIC_URL").ok().filter(|url| !url.starts_with('.')).unwrap_or_else(|| "/".to_owned());
    write(
        &folder.join("404.html"),
        &door.page(Lang::Cy, &missing_head(), &render::<Missing>(MissingProps { root: root.clone() })?, &root),
    )?;
    println!("rendered {} pages, the front door and 404.html", Room::ALL.len() * Lang::ALL.len());
    Ok(())
}

/// The tags that name a program, its glue and its wasm, for `www/boot.js`. Trunk gives only its main program names with a hash; here all
/// get one, so that browsers may keep the files for ever.
fn preloads(assets: &Path, program: &str) -> Result<String, Box<dyn Error>> {
    shorten(assets, program)?;
    let (glue, check) = hashed(assets, program, ".js")?;
    let (wasm, wasm_check) = hashed(assets, program, "_bg.wasm")?;
    // Browsers warn that they do not check a preload for `fetch`; `www/boot.js` has it checked when it fetches.
    Ok(format!(
        "<link rel=\"modulepreload\" href=\"./assets/{glue}\" crossorigin=\"anonymous\" integrity=\"{check}\">\n\
         <link rel=\"preload\" href=\"./assets/{wasm}\" crossorigin=\"anonymous\" data-integrity=\"{wasm_check}\" as=\"fetch\" type=\"application/wasm\">\n"
    ))
}

/// Gives the functions that a program imports short names, in it and in its glue: those of wasm-bindgen end in a hash each, which no compression makes
/// smaller (1% of a program as it is sent, and more of its glue). What no browser reads, names of functions and of tools, is left out.
fn shorten(assets: &Path, program: &str) -> Result<(), Box<dyn Error>> {
    let [wasm_path, glue_path] = ["_bg.wasm", ".js"].map(|end| named(assets, program, end).map(|name| assets.join(name)));
    let (wasm_path, glue_path) = (wasm_path?, glue_path?);
    let (wasm, mut glue) = (std::fs::read(&wasm_path)?, std::fs::read_to_string(&glue_path)?);
    let mut module = wasm_encoder::Module::new();
    for payload in wasmparser::Parser::new(0).parse_all(&wasm) {
        let payload = payload?;
        if let wasmparser::Payload::ImportSection(section) = &payload {
            let mut imports = wasm_encoder::ImportSection::new();
            for (import, n) in section.clone().into_imports().zip(0..) {
                let import = import?;
                let (long, short) = (format!(" {}: function(", import.name), format!(" f{n}: function("));
                if glue.matches(import.name).count() != 1 || !glue.contains(&long) {
                    return Err(format!("{}: `{}` was expected once, as a function", glue_path.display(), import.name).into());
                }
                glue = glue.replace(&long, &short);
                imports.import(import.module, &format!("f{n}"), RoundtripReencoder.entity_type(import.ty)?);
            }
            module.section(&imports);
        } else if let Some((id, range)) = payload.as_section().filter(|_| !matches!(payload, wasmparser::Payload::CustomSection(_))) {
            module.section(&wasm_encoder::RawSection { id, data: &wasm[range] });
        }
    }
    std::fs::write(wasm_path, module.finish())?;
    Ok(std::fs::write(glue_path, glue)?)
}

/// The list of texts of each language: its name and what a browser checks it by.
type Lists = [(Lang, String, String); 2];

/// Writes the texts that the programs do not hold.
fn lists(assets: &Path) -> Result<Lists, Box<dyn Error>> {
    let mut lists = Vec::new();
    for lang in Lang::ALL {
        let name = format!("texts-{}", lang.code());
        write(&assets.join(format!("{name}.txt")), listed::whole(lang))?;
        let (name, check) = hashed(assets, &name, ".txt")?;
        lists.push((lang, name, check));
    }
    lists.try_into().map_err(|_| "a list for each language".into())
}

/// The tags that name the texts of the page's language, and of the other for when the language is switched, for `www/boot.js`.
fn texts(lists: &Lists, lang: Lang) -> String {
    let tag = |(of, name, check): &(Lang, String, String)| {
        let data = format!("data-integrity=\"{check}\" data-texts=\"{}\"", of.code());
        if *of == lang {
            format!("<link rel=\"preload\" href=\"./assets/{name}\" crossorigin=\"anonymous\" {data} as=\"fetch\" type=\"text/plain\">\n")
        } else {
            format!("<meta name=\"texts\" content=\"./assets/{name}\" {data}>\n")
        }
    };
    lists.iter().map(tag).collect()
}

/// What names `www/simulate.js` for `src/ui/simulating.rs`. It is loaded when it is first wanted: as a worker, which browsers check by
/// nothing, or as a script of the page, which they check by this.
fn simulate(assets: &Path) -> Result<String, Box<dyn Error>> {
    let (name, check) = hashed(assets, "simulate", ".js")?;
    Ok(format!("<meta name=\"simulate\" content=\"./assets/{name}\" data-integrity=\"{check}\">\n"))
}

/// A thousand cases of the preset of the whole budget, as the contract tells in a row what they come to.
fn row_of_preset() -> Result<Vec<f64>, Box<dyn Error>> {
    let asked = budget::asked(&Scenario::default(), clorian::app::fan::FEW);
    let json = |text: &str| Value::from_json(text).map_err(|problem| problem.message(Lang::En));
    let request = [("scenario", json(&asked.scenario)?), ("draws", f64::from(asked.draws).into()), ("ties", json(&asked.ties)?)];
    let simulating = Simulating::read(&Value::map(request)).map_err(|problem| problem.message(Lang::En))?;
    let mut simulating = simulating.of_every_result();
    simulating.advance(asked.draws);
    Ok(simulating.flat(&[]))
}

/// The same for `src/ui/simulating.rs`: so the untouched page tells low and high without loading what tries them.
fn tried_tag(row: &[f64]) -> String {
    let row: Vec<String> = row.iter().map(f64::to_string).collect();
    format!("<meta name=\"tried\" content=\"[{}]\">\n", row.join(","))
}

/// The one file of a program that ends so, whether or not Trunk put a hash in its name.
fn named(assets: &Path, program: &str, end: &str) -> Result<String, Box<dyn Error>> {
    let is_it = |name: &str| {
        let hash = name.strip_prefix(program).and_then(|rest| rest.strip_suffix(end));
        hash.is_some_and(|hash| hash.is_empty() || hash.starts_with('-'))
    };
    let names: Vec<String> =
        std::fs::read_dir(assets)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).filter(|name| is_it(name)).collect();
    let [name] = &names[..] else { return Err(format!("{}: one `{program}{end}` was expected: {names:?}", assets.display()).into()) };
    Ok(name.clone())
}

/// Renames a file of a program by what it holds; gives the new name and what a browser checks it by.
fn hashed(assets: &Path, program: &str, end: &str) -> Result<(String, String), Box<dyn Error>> {
    let name = named(assets, program, end)?;
    let digest = sha2::Sha384::digest(std::fs::read(assets.join(&name))?);
    let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let better = format!("{program}-{short}{end}");
    std::fs::rename(assets.join(name), assets.join(&better))?;
    Ok((better, format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(digest))))
}

/// The page as Trunk wrote it, and where things go in it.
struct Template(String);

impl Template {
    fn read(path: &Path) -> Result<Self, Box<dyn Error>> {
        let html = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        for place in [PLACE_OF_HEAD, PLACE_OF_BODY, "<html lang=\"en\">"] {
            if html.matches(place).count() != 1 {
                return Err(format!("index.html must hold `{place}` once").into());
            }
        }
        let noise = |line: &str| line.is_empty() || line.starts_with("<!-- ") && line != PLACE_OF_HEAD;
        let html: String = html.lines().filter(|line| !noise(line.trim())).map(|line| format!("{line}\n")).collect();
        // Space after the body would be taken into the body by the browser, where the components know of none.
        Ok(Self(html.trim_end().replace("</body>\n</html>", "</body></html>")))
    }

    /// The template without the tags that begin so.
    fn without(&self, tags: &[&str]) -> Self {
        let mut kept = String::new();
        for (i, piece) in self.0.split('<').enumerate() {
            if tags.iter().any(|tag| piece.starts_with(tag)) {
                kept.push_str(piece.split_once('>').map_or("", |(_, after)| after.trim_start()));
            } else {
                kept.push_str(if i == 0 { "" } else { "<" });
                kept.push_str(piece);
            }
        }
        Self(kept)
    }

    /// The template without the script of that name, which only some pages load.
    fn without_script(&self, name: &str) -> Result<Self, Box<dyn Error>> {
        let place = |found: Option<usize>| found.ok_or_else(|| format!("index.html must load assets/{name}-….js"));
        let named = place(self.0.find(&format!("assets/{name}-")))?;
        let (start, end) = (place(self.0[..named].rfind("<script"))?, place(self.0[named..].find("</script>"))? + named);
        Ok(Self(format!("{}{}", &self.0[..start], self.0[end + "</script>".len()..].trim_start())))
    }

    fn page(&self, lang: Lang, head: &str, body: &str, to_root: &str) -> String {
        self.0
            .replace(PLACE_OF_HEAD, head)
            .replace("=\"./", &format!("=\"{to_root}"))
            .replace("<html lang=\"en\">", &format!("<html lang=\"{}\">", lang.code()))
            .replace(PLACE_OF_BODY, &format!("<body>{body}</body>"))
    }
}

/// Title, description and the same page in each language.
fn room_head(room: Room, lang: Lang) -> String {
    let Head { title, description } = head(room, lang);
    let mut html = words(&title, &description);
    for other in Lang::ALL {
        html.push_str(&alternate(other.code(), &format!("{}{}", room.to_root(), room.folder(other))));
    }
    html + &alternate("x-default", room.to_root())
}

fn door_head() -> String {
    let both = |text: clorian::words::Text| format!("{} · {}", text.say(Lang::Cy), text.say(Lang::En));
    let alternates: String = Lang::ALL.map(|lang| alternate(lang.code(), &Room::Home.folder(lang))).concat();
    words(text::site::NAME.say(Lang::En), &both(text::site::STRAPLINE)) + &alternates + &alternate("x-default", "./")
}

fn missing_head() -> String {
    let title = text::door::MISSING_TITLE;
    format!("<title>{} · {}</title><meta name=\"robots\" content=\"noindex\">", escape(title.say(Lang::Cy)), escape(title.say(Lang::En)))
}

fn words(title: &str, description: &str) -> String {
    format!("<title>{}</title>\n<meta name=\"description\" content=\"{}\">\n", escape(title), escape(description))
}

fn alternate(lang: &str, address: &str) -> String {
    format!("<link rel=\"alternate\" hreflang=\"{lang}\" href=\"{address}\">\n")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// What stands inside `<body>`, until the running page takes its place.
fn render<C: BaseComponent>(props: C::Properties) -> Result<String, Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let renderer = yew::LocalServerRenderer::<C>::with_props(props).hydratable(false);
    Ok(tokio::task::LocalSet::new().block_on(&runtime, renderer.render()))
}

fn write(path: &Path, html: &str) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, html).map_err(|e| format!("{}: {e}", path.display()).into())
}
