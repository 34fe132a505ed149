//! The parts of a message (RFC 2046), in one pass over its lines: how many and how deep is bounded before anything is decoded, and
//! every octet is looked at once, however the boundaries are arranged. Messages within the message are never opened.

use super::Fault;
use super::decode::{self, Encoding};
use super::fields::{Fields, line_end};

/// Most parts, containers included.
const PARTS: usize = 256;
/// Most levels.
const DEPTH: usize = 16;
/// Most header fields in all parts together.
const FIELDS: usize = 5_000;

/// A message taken apart.
#[derive(Debug)]
pub struct Tree<'x> {
    /// The kind of the whole.
    pub kind: String,
    /// Its `report-type`, in lower case.
    pub report: String,
    /// The parts that hold no parts, in their order.
    pub leaves: Vec<Part<'x>>,
}

/// A part that holds no parts.
#[derive(Debug)]
pub struct Part<'x> {
    /// `text/plain`; in lower case.
    pub kind: String,
    /// The parameter `method`.
    pub method: Option<String>,
    /// The file's name.
    pub name: Option<String>,
    /// Whether it is meant as a file.
    pub is_attached: bool,
    charset: Option<String>,
    encoding: Encoding,
    body: &'x [u8],
}

impl Part<'_> {
    /// The octets, decoded as far as they can be; no more than `most` encoded ones are looked at.
    pub fn bytes(&self, most: usize) -> Vec<u8> {
        decode::octets(&self.body[..self.body.len().min(most)], self.encoding)
    }

    /// The same as text.
    pub fn text(&self, most: usize) -> String {
        decode::characters(&self.bytes(most), self.charset.as_deref())
    }

    /// How many octets it has as it stands.
    pub fn len(&self) -> usize {
        self.body.len()
    }
}

/// A container that is open.
struct Open {
    boundary: Vec<u8>,
    is_digest: bool,
}

/// What a header says of its part.
struct Head {
    kind: String,
    boundary: Option<Vec<u8>>,
    method: Option<String>,
    name: Option<String>,
    charset: Option<String>,
    report: Option<String>,
    is_attached: bool,
    encoding: Encoding,
}

impl Head {
    fn of(fields: &Fields<'_>, in_digest: bool) -> Self {
        let content = fields.typed("Content-Type").unwrap_or_default();
        let disposition = fields.typed("Content-Disposition").unwrap_or_default();
        let own = |name: &str| content.parameter(name).map(str::to_owned);
        let default = if in_digest { "message/rfc822" } else { "text/plain" };
        Self {
            kind: if content.kind.contains('/') { content.kind.clone() } else { default.to_owned() },
            boundary: content.parameter("boundary").map(|boundary| boundary.as_bytes().to_vec()),
            method: own("method"),
            name: disposition.parameter("filename").map(str::to_owned).or_else(|| own("name")),
            charset: own("charset"),
            report: own("report-type"),
            is_attached: disposition.kind == "attachment",
            encoding: Encoding::of(&fields.raw("Content-Transfer-Encoding")),
        }
    }

    fn leaf<'x>(self, body: &'x [u8]) -> Part<'x> {
        // A container without boundaries is what it looks like: text.
        let kind = if self.kind.starts_with("multipart/") { "text/plain".to_owned() } else { self.kind };
        Part { kind, method: self.method, name: self.name, is_attached: self.is_attached, charset: self.charset, encoding: self.encoding, body }
    }
}

/// Takes a message apart, its own header being known.
pub fn split<'x>(raw: &'x [u8], top: &Fields<'x>) -> Result<Tree<'x>, Fault> {
    let head = Head::of(top, false);
    let (kind, report) = (head.kind.clone(), head.report.clone().unwrap_or_default().to_ascii_lowercase());
    let mut walk = Walk { raw, open: Vec::new(), leaf: None, leaves: Vec::new(), parts: 0, fields: 0 };
    walk.begin(head, top.body_at)?;
    let mut at = top.body_at;
    while at < raw.len() && !walk.open.is_empty() {
        let end = line_end(raw, at);
        at = match walk.boundary(&raw[at..end]) {
            Some((level, true)) => {
                walk.end_leaf(at);
                walk.open.truncate(level);
                end
            }
            Some((level, false)) => {
                walk.end_leaf(at);
                walk.open.truncate(level + 1);
                walk.part(end)?
            }
            None => end,
        };
    }
    walk.end_leaf(raw.len());
    if walk.leaves.is_empty() {
        walk.leaves.push(Head::of(top, false).leaf(&raw[top.body_at..]));
    }
    Ok(Tree { kind, report, leaves: walk.leaves })
}

struct Walk<'x> {
    raw: &'x [u8],
    open: Vec<Open>,
    leaf: Option<(Head, usize)>,
    leaves: Vec<Part<'x>>,
    parts: usize,
    fields: usize,
}

impl Walk<'_> {
    /// Reads the header of a part; answers where its body begins.
    fn part(&mut self, at: usize) -> Result<usize, Fault> {
        let fields = Fields::scan(self.raw, at);
        self.fields += fields.len();
        if fields.is_too_long || self.fields > FIELDS {
            return Err(Fault::HeaderTooLong);
        }
        let in_digest = self.open.last().is_some_and(|open| open.is_digest);
        self.begin(Head::of(&fields, in_digest), fields.body_at)?;
        Ok(fields.body_at)
    }

    fn begin(&mut self, head: Head, at: usize) -> Result<(), Fault> {
        self.parts += 1;
        if self.parts > PARTS {
            return Err(Fault::TooManyParts);
        }
        match head.boundary.clone().filter(|_| head.kind.starts_with("multipart/")) {
            Some(boundary) if self.open.len() == DEPTH => {
                drop(boundary);
                Err(Fault::TooDeep)
            }
            Some(boundary) => {
                self.open.push(Open { boundary, is_digest: head.kind == "multipart/digest" });
                Ok(())
            }
            None => {
                self.leaf = Some((head, at));
                Ok(())
            }
        }
    }

    /// Which open container a line is a boundary of, the innermost first, and whether it is the last one.
    fn boundary(&self, line: &[u8]) -> Option<(usize, bool)> {
        let rest = line.strip_prefix(b"--")?.trim_ascii_end();
        self.open.iter().enumerate().rev().find_map(|(level, open)| match rest.strip_prefix(open.boundary.as_slice())? {
            b"" => Some((level, false)),
            b"--" => Some((level, true)),
            _ => None,
        })
    }

    /// The line end before a boundary belongs to the boundary.
    fn end_leaf(&mut self, at: usize) {
        let Some((head, from)) = self.leaf.take() else { return };
        let body = self.raw.get(from..at).unwrap_or_default();
        let body = if at == self.raw.len() { body } else { body.strip_suffix(b"\n").map_or(body, |b| b.strip_suffix(b"\r").unwrap_or(b)) };
        self.leaves.push(head.leaf(body));
    }
}
