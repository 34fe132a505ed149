//! Header fields (RFC 5322 §2.2): found in one pass, with bounds, and handed to `mail-parser` one value at a time.

use std::borrow::Cow;

use mail_parser::HeaderValue;
use mail_parser::parsers::MessageStream;

use super::Fault;
use super::words::{self, one_line};

/// The longest header, and the most fields, of a message or a part.
const HEAD: usize = 256 * 1024;
const FIELDS: usize = 1_000;
/// What is looked at of one field; some of the parsers compare its pieces with each other.
const VALUE: usize = 16 * 1024;

/// The fields of one header, in their order, and where what follows begins.
#[derive(Debug, Default)]
pub struct Fields<'x> {
    list: Vec<(&'x [u8], &'x [u8])>,
    /// The offset of the first octet after the header.
    pub body_at: usize,
    /// Whether there was more than is looked at.
    pub is_too_long: bool,
}

impl<'x> Fields<'x> {
    /// The header of a message. A mailbox's `From ` line before it is passed over.
    pub fn of_message(raw: &'x [u8]) -> Result<Self, Fault> {
        let skip = if raw.starts_with(b"From ") || raw.starts_with(b">From ") { line_end(raw, 0) } else { 0 };
        let fields = Self::scan(raw, skip);
        if fields.list.is_empty() && !fields.is_too_long { Err(Fault::NoHeader) } else { Ok(fields) }
    }

    /// The header that begins at this offset. It ends with an empty line, with a line that is no field, or with a boundary.
    pub fn scan(raw: &'x [u8], from: usize) -> Self {
        let mut fields = Self { body_at: from, ..Self::default() };
        let mut at = from;
        while at < raw.len() && !fields.is_too_long {
            let mut end = line_end(raw, at);
            let line = &raw[at..end];
            if matches!(line, b"\n" | b"\r\n" | b"\r") {
                fields.body_at = end;
                return fields;
            }
            let colon = line.iter().position(|b| *b == b':').filter(|colon| is_name(&line[..*colon]));
            let Some(colon) = colon else { break };
            if fields.list.len() == FIELDS || end - from > HEAD {
                fields.is_too_long = true;
                break;
            }
            while matches!(raw.get(end), Some(b' ' | b'\t')) && end - from <= HEAD {
                end = line_end(raw, end);
            }
            fields.list.push((line[..colon].trim_ascii_end(), &raw[at + colon + 1..end]));
            fields.is_too_long = end - from > HEAD;
            at = end;
        }
        fields.body_at = at;
        fields
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The raw values of a field, the topmost first.
    pub fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'x [u8]> + 's {
        self.list.iter().filter(move |(own, _)| own.eq_ignore_ascii_case(name.as_bytes())).map(|(_, value)| &value[..value.len().min(VALUE)])
    }

    /// How often a field stands there.
    pub fn count(&self, name: &str) -> usize {
        self.list.iter().filter(|(own, _)| own.eq_ignore_ascii_case(name.as_bytes())).count()
    }

    /// Whether a field stands there at all.
    pub fn has(&self, name: &str) -> bool {
        self.count(name) > 0
    }

    /// The first value of a field as it stands, in one line; empty where there is none.
    pub fn raw(&self, name: &str) -> String {
        self.all(name).next().map(|value| one_line(&String::from_utf8_lossy(value), VALUE)).unwrap_or_default()
    }

    /// The first value of a field with its encoded words (RFC 2047) read.
    pub fn decoded(&self, name: &str, most: usize) -> String {
        let Some(value) = self.all(name).next() else { return String::new() };
        let parsed = MessageStream::new(&ended(value)).parse_unstructured().into_text().map(Cow::into_owned);
        one_line(&parsed.unwrap_or_default(), most)
    }

    /// Names and addresses in all fields of this name, as written.
    pub fn mailboxes(&self, name: &str, most: usize) -> Vec<(Option<String>, String)> {
        let mut found = Vec::new();
        for value in self.all(name) {
            let value = ended(value);
            let parsed = MessageStream::new(&value).parse_address();
            let HeaderValue::Address(list) = parsed else { continue };
            let usable = list.iter().filter_map(|one| Some((one.name.as_deref(), one.address.as_deref()?)));
            let shown = usable.map(|(name, address)| (name.map(|n| one_line(n, 120)).filter(|n| !n.is_empty()), words::address(address)));
            found.extend(shown.filter(|(_, address)| !address.is_empty()).take(most.saturating_sub(found.len())));
        }
        found
    }

    /// What stands in angle brackets in all fields of this name; the whole value where it has none.
    pub fn ids(&self, name: &str, most: usize) -> Vec<String> {
        let mut found = Vec::new();
        for value in self.all(name) {
            let text = one_line(&String::from_utf8_lossy(value), VALUE);
            let bracketed = text.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(id, _)| id);
            let before = found.len();
            found.extend(bracketed.map(|id| one_line(id, 500)).filter(|id| !id.is_empty()));
            if found.len() == before && !text.is_empty() && !text.contains(['<', ' ']) {
                found.push(one_line(&text, 500));
            }
        }
        found.split_off(found.len().saturating_sub(most))
    }

    /// A structured value with parameters: Content-Type and its like.
    pub fn typed(&self, name: &str) -> Option<Typed> {
        let value = ended(self.all(name).next()?).into_owned();
        let parsed = MessageStream::new(&value).parse_content_type();
        let parsed = parsed.as_content_type()?;
        let all = parsed.attributes().unwrap_or_default().iter().map(|a| (a.name.to_ascii_lowercase(), a.value.trim().to_owned()));
        let mut parameters: Vec<(String, String)> = all.take(40).collect();
        // A boundary with parentheses that nobody quoted is no comment.
        if let Some(bare) = unquoted_boundary(&value) {
            parameters.retain(|(name, _)| name != "boundary");
            parameters.push(("boundary".into(), bare));
        }
        let kind = parsed.subtype().map_or(parsed.ctype().to_owned(), |sub| format!("{}/{sub}", parsed.ctype()));
        Some(Typed { kind: kind.to_ascii_lowercase(), parameters })
    }
}

/// A kind with its parameters.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// `text/calendar`, `attachment`; lower case.
    pub kind: String,
    parameters: Vec<(String, String)>,
}

impl Typed {
    /// A parameter that says something.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(own, value)| own == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }
}

fn unquoted_boundary(value: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(value).ok()?;
    let rest = text[text.to_ascii_lowercase().find("boundary=")? + 9..].trim_start();
    let bare: String = rest.chars().take_while(|c| !c.is_whitespace() && *c != ';').collect();
    (bare.contains('(') && !bare.starts_with('"')).then_some(bare)
}

/// The parsers want a line end at the end.
fn ended(value: &[u8]) -> Cow<'_, [u8]> {
    if value.ends_with(b"\n") { Cow::Borrowed(value) } else { Cow::Owned([value, b"\r\n"].concat()) }
}

/// Where the line that holds this offset ends, its line end included.
pub fn line_end(raw: &[u8], at: usize) -> usize {
    raw[at..].iter().position(|b| *b == b'\n').map_or(raw.len(), |found| at + found + 1)
}

/// A field's name (RFC 5322 §3.6.8), perhaps with blanks behind it; never a boundary.
fn is_name(name: &[u8]) -> bool {
    let name = name.trim_ascii_end();
    !name.is_empty() && name.len() <= 200 && !name.starts_with(b"--") && name.iter().all(|b| (33..=126).contains(b))
}
