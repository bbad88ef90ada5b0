//! The `WebDriver` protocol as far as the tests need it: JSON over HTTP to a driver of our own, on the standard library alone.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

/// A running `chromedriver`; ended when dropped.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts `chromedriver` (or what `CHROMEDRIVER` names) on a free port.
    pub fn start() -> Self {
        let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        // It looks for a port that is free, and ends where somebody else takes it first: with many browsers at once that happens.
        (0..5).find_map(|_| Self::try_start(&program)).unwrap_or_else(|| panic!("{program} names no port"))
    }

    fn try_start(program: &str) -> Option<Self> {
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|e| panic!("{program}: {e}; the tests in the browser need chromium and chromedriver"));
        let mut lines = BufReader::new(process.stdout.take().expect("stdout is piped")).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok());
        let Some(port) = port else {
            // Its stdout has ended, and so has it.
            let _ = process.wait();
            return None;
        };
        // Its later lines have no reader, and a full pipe would stop it.
        std::thread::spawn(move || lines.for_each(drop));
        Some(Self { process, port })
    }

    /// One command; the answer's `value`, or the driver's own words on why not.
    pub fn call(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let text = if method == "POST" { body.to_string() } else { String::new() };
        let answer = self.exchange(method, path, &text).map_err(|e| format!("{method} {path}: {e}"))?;
        let answer: Value = serde_json::from_str(&answer).map_err(|e| format!("{method} {path}: {e} in {answer:?}"))?;
        let value = answer["value"].clone();
        match value["error"].as_str() {
            Some(error) => Err(format!("{method} {path}: {error}: {}", value["message"].as_str().unwrap_or_default())),
            None => Ok(value),
        }
    }

    fn exchange(&self, method: &str, path: &str, body: &str) -> std::io::Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_mins(1)))?;
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}",
            self.port
        );
        stream.write_all(request.as_bytes())?;
        let mut reader = BufReader::new(stream);
        let mut length = None;
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().ok();
            }
        }
        let mut answer = Vec::new();
        reader.take(length.unwrap_or(u64::MAX)).read_to_end(&mut answer)?;
        String::from_utf8(answer).map_err(std::io::Error::other)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Nothing can be done about a driver that has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
