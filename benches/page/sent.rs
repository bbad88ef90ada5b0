//! The built page as a host sends it: each file compressed beside itself.

use std::path::{Path, PathBuf};

/// The kinds of what is sent; `worker` is all that only simulations need, `other` the icon and the manifest.
pub const KINDS: [&str; 6] = ["html", "css", "js", "wasm", "worker", "other"];

/// A copy of `dist` with a `….br` beside each file. What was compressed before and has not changed stays.
pub fn compressed() -> PathBuf {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let copy = folder();
    assert!(built.is_dir(), "the page is not built: `trunk build --release`, or `cargo check-all`");
    eprintln!("compressing the page");
    follow(&built, &copy);
    copy
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("page")
}

/// How many bytes of each kind these requests were answered with, each a line of the host's: `200 /some/prefix/en/`.
pub fn bytes(requests: &[String]) -> [u64; KINDS.len()] {
    let mut bytes = [0; KINDS.len()];
    for request in requests {
        let file = request.split('/').skip(3).collect::<PathBuf>();
        let file = if request.ends_with('/') { file.join("index.html") } else { file };
        let size = std::fs::metadata(folder().join(&file).with_added_extension("br")).map_or(0, |file| file.len());
        bytes[kind(&file)] += size;
    }
    bytes
}

fn kind(file: &Path) -> usize {
    let name = file.to_string_lossy();
    let simulates = name.starts_with("contract/") || name.contains("/simulate-");
    let kind = if simulates { "worker" } else { file.extension().and_then(|end| end.to_str()).unwrap_or_default() };
    KINDS.iter().position(|known| *known == kind).unwrap_or(KINDS.len() - 1)
}

fn follow(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() { follow(&from, &to) } else { compress(&from, &to) }
    }
}

fn compress(from: &Path, to: &Path) {
    let body = std::fs::read(from).unwrap();
    let beside = to.with_added_extension("br");
    if beside.is_file() && std::fs::read(to).is_ok_and(|before| before == body) {
        return;
    }
    std::fs::write(&beside, brotli(&body)).unwrap();
    std::fs::write(to, body).unwrap();
}

/// At its best, as for files that are compressed once and sent often.
fn brotli(body: &[u8]) -> Vec<u8> {
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: body.len(), ..Default::default() };
    let mut sent = Vec::new();
    brotli::BrotliCompress(&mut &*body, &mut sent, &best).unwrap();
    sent
}
