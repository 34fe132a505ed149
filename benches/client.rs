//! An HTTP client that costs next to nothing: one connection, kept alive, one request after the other.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// One visitor.
pub struct Client {
    reader: BufReader<TcpStream>,
    address: SocketAddr,
    /// The header of the sign-in that was answered last; empty before.
    cookie: String,
    /// How long each request took.
    pub times: Vec<Duration>,
}

/// An answer.
pub struct Reply {
    /// Status code.
    pub status: u16,
    /// `Location`, without scheme and host; empty when there is none.
    pub location: String,
    /// The body.
    pub body: String,
}

impl Client {
    /// Connects.
    pub fn new(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).expect("the server listens");
        stream.set_nodelay(true).expect("no delay");
        Self { reader: BufReader::with_capacity(64 * 1024, stream), address, cookie: String::new(), times: Vec::new() }
    }

    /// Fetches a page.
    pub fn get(&mut self, path: &str) -> Reply {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept-Language: en\r\n{}\r\n", self.address, self.cookie))
    }

    /// Sends a form.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\nContent-Length: {}\r\n{}\r\n{body}",
            self.address,
            body.len(),
            self.cookie
        ))
    }

    /// Sends JSON as the holder of an API token.
    pub fn call(&mut self, path: &str, token: &str, key: &str, body: &str) -> Reply {
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: {key}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        ))
    }

    fn send(&mut self, request: &str) -> Reply {
        let begun = Instant::now();
        self.reader.get_mut().write_all(request.as_bytes()).expect("the server reads");
        let reply = self.receive();
        self.times.push(begun.elapsed());
        reply
    }

    fn receive(&mut self) -> Reply {
        let mut reply = Reply { status: 0, location: String::new(), body: String::new() };
        let (mut length, mut chunked) = (0, false);
        loop {
            let line = self.line();
            if line.is_empty() {
                break;
            }
            if reply.status == 0 {
                reply.status = line.split(' ').nth(1).and_then(|s| s.parse().ok()).expect("a status");
            } else if let Some((name, value)) = line.split_once(':') {
                match name.to_ascii_lowercase().as_str() {
                    "content-length" => length = value.trim().parse().expect("a length"),
                    "set-cookie" => self.cookie = format!("Cookie: {}\r\n", value.split(';').next().unwrap_or_default().trim()),
                    "transfer-encoding" => chunked = true,
                    "location" => reply.location = value.trim().replace(&format!("http://{}", self.address), ""),
                    _ => {}
                }
            }
        }
        let mut body = Vec::new();
        if chunked {
            loop {
                let size = usize::from_str_radix(&self.line(), 16).expect("a chunk's size");
                self.take(&mut body, size);
                self.line();
                if size == 0 {
                    break;
                }
            }
        } else {
            self.take(&mut body, length);
        }
        reply.body = String::from_utf8(body).expect("UTF-8");
        reply
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.reader.read_line(&mut line).expect("the server answers");
        line.trim_end().to_owned()
    }

    fn take(&mut self, body: &mut Vec<u8>, length: usize) {
        let before = body.len();
        body.resize(before + length, 0);
        self.reader.read_exact(&mut body[before..]).expect("the whole body");
    }
}

impl Reply {
    /// The value of a hidden field.
    pub fn hidden(&self, name: &str) -> &str {
        let from = self.body.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no field {name}: {} {}", self.status, self.body));
        self.body[from..].split('"').nth(3).expect("a value")
    }

    /// The answer, which must have this status.
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }
}
