//! Reading a received mail: headers, parts, calendar text, links.

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

/// One message as it arrived.
#[derive(Clone, Debug)]
pub struct Received {
    /// Envelope sender.
    pub sender: String,
    /// Envelope recipients.
    pub recipients: Vec<String>,
    /// The octets.
    pub raw: Vec<u8>,
}

impl Received {
    fn parsed(&self) -> Message<'_> {
        MessageParser::default().parse(&self.raw).expect("a mail that parses")
    }

    /// `X-Quarterdeck-Mail`.
    pub fn kind(&self) -> String {
        self.header("X-Quarterdeck-Mail").unwrap_or_default()
    }

    /// The first header of this name, unfolded, undecoded.
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers(name).into_iter().next()
    }

    /// Every header of this name, unfolded, undecoded.
    pub fn headers(&self, name: &str) -> Vec<String> {
        let parsed = self.parsed();
        let all = parsed.headers_raw().filter(|(n, _)| n.eq_ignore_ascii_case(name));
        all.map(|(_, value)| value.split("\r\n").map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()).collect()
    }

    /// Decoded subject.
    pub fn subject(&self) -> String {
        self.parsed().subject().unwrap_or_default().to_owned()
    }

    /// Message-ID without its angle brackets.
    pub fn message_id(&self) -> String {
        self.parsed().message_id().unwrap_or_default().to_owned()
    }

    /// The To header's addresses.
    pub fn to(&self) -> Vec<String> {
        let parsed = self.parsed();
        parsed.to().map(|to| to.iter().filter_map(|a| a.address()).map(str::to_owned).collect()).unwrap_or_default()
    }

    /// The decoded plain text.
    pub fn text(&self) -> String {
        self.parts().into_iter().find(|p| p.mime == "text/plain").map(|p| p.text).unwrap_or_default()
    }

    /// The decoded HTML.
    pub fn html(&self) -> String {
        self.parts().into_iter().find(|p| p.mime == "text/html").map(|p| p.text).unwrap_or_default()
    }

    /// The calendar part, where there is one.
    pub fn calendar(&self) -> Option<Calendar> {
        let part = self.parts().into_iter().find(|p| p.mime == "text/calendar")?;
        Some(Calendar { method: part.method.unwrap_or_default(), lines: unfold(&part.text) })
    }

    /// Every http(s) link of the plain text.
    pub fn links(&self) -> Vec<String> {
        let text = self.text();
        let words = text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'));
        words.filter(|w| w.starts_with("http://") || w.starts_with("https://")).map(|w| w.trim_end_matches(['.', ',', ')']).to_owned()).collect()
    }

    /// The link of the plain text that has this in it.
    pub fn link_with(&self, part: &str) -> String {
        let links = self.links();
        links.iter().find(|l| l.contains(part)).cloned().unwrap_or_else(|| panic!("no link with {part} among {links:?}"))
    }

    /// The leaves of the MIME tree.
    pub fn parts(&self) -> Vec<Part> {
        let parsed = self.parsed();
        let leaves = parsed.parts.iter().filter(|p| !matches!(p.body, PartType::Multipart(_)));
        leaves
            .map(|part| {
                let kind = part.content_type();
                let mime = kind.map(|t| format!("{}/{}", t.ctype(), t.subtype().unwrap_or("plain"))).unwrap_or("text/plain".to_owned());
                Part {
                    mime: mime.to_ascii_lowercase(),
                    method: kind.and_then(|t| t.attribute("method")).map(str::to_owned),
                    file_name: part.attachment_name().map(str::to_owned),
                    text: String::from_utf8_lossy(part.contents()).into_owned(),
                }
            })
            .collect()
    }
}

/// One leaf of a message.
#[derive(Clone, Debug)]
pub struct Part {
    pub mime: String,
    pub method: Option<String>,
    pub file_name: Option<String>,
    pub text: String,
}

/// A calendar object's unfolded lines.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub method: String,
    pub lines: Vec<String>,
}

impl Calendar {
    /// The value of the VEVENT's first property of this name, as written (escapes kept).
    pub fn event(&self, name: &str) -> Option<&str> {
        let from = self.lines.iter().position(|l| l == "BEGIN:VEVENT")?;
        self.lines[from..].iter().find_map(|line| {
            let (head, value) = line.split_once(':')?;
            (head.split(';').next()? == name).then_some(value)
        })
    }

    /// How many lines are of this property.
    pub fn count(&self, name: &str) -> usize {
        self.lines.iter().filter(|l| l.split([':', ';']).next() == Some(name)).count()
    }
}

fn unfold(text: &str) -> Vec<String> {
    let joined = text.replace("\r\n ", "").replace("\r\n\t", "");
    joined.split("\r\n").filter(|l| !l.is_empty()).map(str::to_owned).collect()
}

#[test]
fn a_mail_is_taken_apart() {
    let raw = "From: a@example.org\r\nTo: B <b@example.org>\r\nSubject: =?utf-8?q?caf=C3=A9?=\r\nMessage-ID: <1@x>\r\n\
        X-Quarterdeck-Mail: promoted\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=q\r\n\r\n\
        --q\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSee https://example.org/en/r/abc.\r\n\
        --q\r\nContent-Type: text/calendar; method=REQUEST; charset=utf-8\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n 2@x\r\n\
        SEQUENCE:3\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--q--\r\n";
    let mail = Received { sender: String::new(), recipients: vec![], raw: raw.into() };
    assert_eq!((mail.kind().as_str(), mail.subject().as_str(), mail.message_id().as_str()), ("promoted", "café", "1@x"));
    assert_eq!(mail.to(), ["b@example.org"]);
    assert_eq!(mail.link_with("/r/"), "https://example.org/en/r/abc");
    let calendar = mail.calendar().expect("a calendar");
    assert_eq!((calendar.method.as_str(), calendar.event("UID"), calendar.event("SEQUENCE")), ("REQUEST", Some("12@x"), Some("3")));
}
