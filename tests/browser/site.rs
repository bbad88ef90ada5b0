//! The built page as a plain static host serves it: under a path prefix, with the headers of `_headers`, each request noted. Where a file
//! stands compressed beside itself (`….br`), that is sent, as such hosts do.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use clorian::app::address::Room;
use clorian::words::Lang;

/// A path that the page was not told of when it was built.
const PREFIX: &str = "/some/prefix/";

/// A host of `dist`, for as long as the tests run.
pub struct Site {
    origin: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// Serves `dist` from a free port.
    pub fn serve() -> Self {
        Self::host(Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"))
    }

    /// Serves a folder that holds the built page from a free port.
    pub fn host(dist: PathBuf) -> Self {
        assert!(dist.join("en/index.html").is_file(), "the page is not built: `trunk build --release`, or run the README's test command");
        let headers = security_headers(&dist);
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("an address"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&requests);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (dist, headers, log) = (dist.clone(), headers.clone(), Arc::clone(&log));
                // A browser that hangs up halfway is no failure of the page.
                std::thread::spawn(move || answer(stream, &dist, &headers, &log).ok());
            }
        });
        Self { origin, requests }
    }

    /// The address of a file below the site's root, with its query and hash.
    pub fn address(&self, path: &str) -> String {
        format!("{}{PREFIX}{path}", self.origin)
    }

    /// The address of a room.
    pub fn room(&self, room: Room, lang: Lang) -> String {
        self.address(&room.folder(lang))
    }

    /// `http://127.0.0.1:…`
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The paths asked for so far, with their status: `200 /some/prefix/en/`.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("no test panics while it notes a request").clone()
    }
}

/// What `_headers` says of every file.
fn security_headers(dist: &Path) -> String {
    let text = std::fs::read_to_string(dist.join("_headers")).expect("dist/_headers");
    let headers: String = text
        .lines()
        .skip_while(|line| *line != "/*")
        .skip(1)
        .take_while(|line| line.starts_with(' '))
        .map(|line| format!("{}\r\n", line.trim()))
        .collect();
    assert!(headers.contains("Content-Security-Policy: default-src 'none'"), "dist/_headers has no strict policy");
    headers
}

fn answer(mut stream: TcpStream, dist: &Path, headers: &str, log: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = request.split(' ').nth(1).unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
    let (status, file) = find(dist, path);
    if let Ok(mut log) = log.lock() {
        log.push(format!("{status} {path}"));
    }
    let moved = if status == 301 { format!("Location: {path}/\r\n") } else { String::new() };
    let compressed = file.with_added_extension("br");
    let (body, encoding) = match std::fs::read(&compressed) {
        Ok(body) => (body, "Content-Encoding: br\r\n"),
        Err(_) => (std::fs::read(&file)?, ""),
    };
    let kind = content_type(&file);
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} _\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n{encoding}{moved}{headers}\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(&body)
}

fn find(dist: &Path, path: &str) -> (u16, PathBuf) {
    let missing = (404, dist.join("404.html"));
    let Some(inside) = path.strip_prefix(PREFIX).filter(|inside| !inside.contains("..")) else { return missing };
    let file = dist.join(inside);
    match (file.is_dir(), inside.is_empty() || inside.ends_with('/')) {
        (true, true) => (200, file.join("index.html")),
        (true, false) => (301, file.join("index.html")),
        (false, _) if file.is_file() => (200, file),
        (false, _) => missing,
    }
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("webmanifest") => "application/manifest+json",
        Some("png") => "image/png",
        _ => "text/plain; charset=utf-8",
    }
}
