//! Content lines of a calendar object (RFC 5545 §3.1, 3.2; RFC 6868), as programs really write them: any line ends, any case, a
//! byte order mark, quotes that are never closed.

/// Parameters of one property that are looked at.
const PARAMETERS: usize = 64;

/// One content line, unfolded.
#[derive(Clone, Debug)]
pub struct Line {
    text: String,
    /// Where the name ends, and where the value begins.
    name: usize,
    value: usize,
}

impl Line {
    fn of(text: String) -> Option<Self> {
        let colon = colon(&text)?;
        let name = text.find([';', ':'])?;
        Some(Self { name, value: colon + 1, text })
    }

    /// Whether it has this name, in whatever case.
    pub fn is(&self, name: &str) -> bool {
        self.text[..self.name].trim().eq_ignore_ascii_case(name)
    }

    /// What stands after the colon.
    pub fn value(&self) -> &str {
        &self.text[self.value..]
    }

    /// A parameter's first value, without quotes, decoded.
    pub fn parameter(&self, name: &str) -> Option<String> {
        let all = self.text.get(self.name..self.value - 1)?;
        let value = outside_quotes(all, ';').take(PARAMETERS).find_map(|one| {
            let (key, value) = one.split_once('=')?;
            key.trim().eq_ignore_ascii_case(name).then_some(value)
        })?;
        let value = value.trim();
        let first = value.strip_prefix('"').map_or(value, |rest| rest.split('"').next().unwrap_or_default());
        Some(decode(first))
    }
}

/// The colon between a line's parameters and its value: the first outside quotes, or, where quotes are never closed, the one before
/// `mailto:`, or any.
fn colon(text: &str) -> Option<usize> {
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b':' if !quoted => return Some(at),
            _ => {}
        }
    }
    text.to_ascii_lowercase().rfind(":mailto:").or_else(|| text.find(':'))
}

/// Splits at a character outside quotes.
fn outside_quotes(text: &str, at: char) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |c| {
        quoted ^= c == '"';
        c == at && !quoted
    })
}

/// RFC 6868: `^n`, `^'` and `^^` in a parameter.
fn decode(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('^') {
        out.push_str(before);
        let decoded = match after.chars().next() {
            Some('n') => '\n',
            Some('\'') => '"',
            Some('^') => '^',
            _ => {
                out.push('^');
                rest = after;
                continue;
            }
        };
        out.push(decoded);
        rest = &after[1..];
    }
    out.push_str(rest);
    out
}

/// A TEXT value without its backslashes (RFC 5545 §3.3.11).
pub fn unescape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            c => out.push(c),
        }
    }
    out
}

/// Adds these octets, each mark with two hexadecimal digits behind it as the octet that they name; a mark that begins nothing stays.
pub fn hex_decode(bytes: &[u8], mark: u8, out: &mut Vec<u8>) {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = bytes.get(at + 1..at + 3).filter(|two| *byte == mark && two.iter().all(u8::is_ascii_hexdigit));
        match hex.and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok()) {
            Some(decoded) => {
                out.push(decoded);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
}

/// Percent signs resolved; the text as it is where that does not give UTF-8.
pub fn percent_decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut out = Vec::with_capacity(text.len());
    hex_decode(text.as_bytes(), b'%', &mut out);
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

/// The lines of an object, unfolded. Lines without a colon are left out.
pub struct Lines<'x> {
    rest: std::iter::Peekable<std::str::Split<'x, [char; 2]>>,
}

impl<'x> Lines<'x> {
    /// Of this text. CR LF reads as two ends with an empty line between, which means nothing.
    pub fn of(text: &'x str) -> Self {
        Self { rest: text.trim_start_matches('\u{feff}').split(['\r', '\n']).peekable() }
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        loop {
            let mut text = self.rest.next()?.to_owned();
            if text.is_empty() {
                continue;
            }
            while let Some(next) = self.rest.next_if(|next| next.is_empty() || next.starts_with([' ', '\t'])) {
                text.push_str(next.get(1..).unwrap_or_default());
            }
            if let Some(line) = Line::of(text) {
                return Some(line);
            }
        }
    }
}
