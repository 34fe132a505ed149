//! The MIME message of one mail to one person (RFC 5322, 2045, 6047): headers, text, HTML and, where there is one, the
//! calendar object inside the alternatives and once more as a file. It must not know what the texts say.

use lettre::Address;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, Message, MultiPart, SinglePart};

use super::message::Unsubscribe;
use super::{MailError, Sender};
use crate::calendar::invite::Method;
use crate::clock::Instant;
use crate::domain::email::EmailAddress;
use crate::domain::language::Language;

/// The longest shown name and the longest subject, in characters.
const NAME: usize = 120;
const SUBJECT: usize = 300;

/// One mail, worded.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    /// Kind, for `X-Quarterdeck-Mail`.
    pub kind: &'static str,
    /// Language of the texts.
    pub language: Language,
    /// `<opaque>@<domain>` without angle brackets: stored, so a second delivery is recognisable.
    pub message_id: &'a str,
    /// When the mail was owed: Date.
    pub made_at: Instant,
    /// Recipient's name, `None` while the address is unproven.
    pub to_name: Option<&'a str>,
    /// The recipient.
    pub to: &'a EmailAddress,
    /// Where answers go.
    pub answers: EmailAddress,
    /// Where whoever wants no more such mails says so.
    pub unsubscribe: Option<&'a Unsubscribe>,
    /// Subject; any text, becomes one line.
    pub subject: &'a str,
    /// Plain text.
    pub text: String,
    /// HTML.
    pub html: String,
    /// Calendar object, CRLF line ends.
    pub calendar: Option<(Method, String)>,
    /// A PDF that goes with it: its name and its octets.
    pub paper: Option<(String, Vec<u8>)>,
    /// `campaign:event` of Feedback-ID; no address, no name.
    pub feedback: String,
}

/// Puts the message together: CRLF line ends, ASCII but for a non-ASCII mailbox name (RFC 6531).
pub fn build(sender: &Sender, letter: Letter<'_>) -> Result<Vec<u8>, MailError> {
    let from = Mailbox::new(Some(one_line(&sender.name, NAME)), address(&sender.address));
    let answers = Mailbox::new(Some(one_line(&sender.name, NAME)), address(&letter.answers));
    let to = Mailbox::new(letter.to_name.map(|n| one_line(n, NAME)).filter(|n| !n.is_empty()), address(letter.to));
    let mut builder = Message::builder()
        .from(from)
        .reply_to(answers)
        .to(to)
        .subject(one_line(letter.subject, SUBJECT))
        .date(letter.made_at.into())
        .message_id(Some(format!("<{}>", letter.message_id)))
        .raw_header(own_header("Auto-Submitted", "auto-generated".to_owned()))
        .raw_header(own_header("X-Auto-Response-Suppress", "OOF, AutoReply".to_owned()))
        .raw_header(own_header("Content-Language", letter.language.code().to_owned()))
        .raw_header(own_header("X-Quarterdeck-Mail", letter.kind.to_owned()))
        .raw_header(own_header("Feedback-ID", format!("{}:{}:quarterdeck", one_line(&letter.feedback, NAME), letter.kind)));
    if let Some(way) = letter.unsubscribe {
        // One click, and nothing else: whoever has a seat keeps it (RFC 8058 §3.1).
        builder = builder
            .raw_header(own_header("List-Unsubscribe", format!("<{}>, <mailto:{}?subject=unsubscribe>", way.page, way.address)))
            .raw_header(own_header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    let message = builder.multipart(body(letter)?).map_err(|e| MailError::Mime(e.to_string()))?;
    Ok(message.formatted())
}

fn body(letter: Letter<'_>) -> Result<MultiPart, MailError> {
    use ContentTransferEncoding::{Base64, QuotedPrintable};
    let [mixed, alternative] = boundaries(letter.message_id);
    let readable = MultiPart::alternative()
        .boundary(alternative)
        .singlepart(part(ContentType::TEXT_PLAIN, letter.text, QuotedPrintable)?)
        .singlepart(part(ContentType::TEXT_HTML, letter.html, QuotedPrintable)?);
    if let Some((name, bytes)) = letter.paper {
        let file = Attachment::new(name).body(encoded(bytes, Base64)?, content_type("application/pdf")?);
        return Ok(MultiPart::mixed().boundary(mixed).multipart(readable).singlepart(file));
    }
    let Some((method, object)) = letter.calendar else { return Ok(readable) };
    let inline = content_type(&format!("text/calendar; method={}; charset=UTF-8", method.as_str()))?;
    let readable = readable.singlepart(part(inline, object.clone(), Base64)?);
    let file =
        Attachment::new("invite.ics".to_owned()).body(encoded(object.into_bytes(), Base64)?, content_type("application/ics; name=\"invite.ics\"")?);
    Ok(MultiPart::mixed().boundary(mixed).multipart(readable).singlepart(file))
}

fn part(content_type: ContentType, text: String, encoding: ContentTransferEncoding) -> Result<SinglePart, MailError> {
    let crlf = text.replace("\r\n", "\n").replace('\n', "\r\n");
    Ok(SinglePart::builder().header(content_type).body(encoded(crlf.into_bytes(), encoding)?))
}

/// Encoded here and not by choice of the library: 8bit text is rewrapped on the way, which breaks the signature.
fn encoded(bytes: Vec<u8>, encoding: ContentTransferEncoding) -> Result<Body, MailError> {
    Body::new_with_encoding(bytes, encoding).map_err(|_| MailError::Mime(format!("{encoding:?} cannot be used")))
}

fn content_type(text: &str) -> Result<ContentType, MailError> {
    ContentType::parse(text).map_err(|e| MailError::Mime(e.to_string()))
}

fn own_header(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

/// Our addresses are checked more strictly than the library checks them (see `domain::email`).
pub(super) fn address(of: &EmailAddress) -> Address {
    let wire = of.wire();
    let (local, domain) = wire.rsplit_once('@').unwrap_or((&wire, ""));
    Address::new_dangerous(local, domain)
}

/// One line of header text: control characters and line separators become blanks. Cut where it grows beyond what a person
/// types, because a word without a blank cannot be folded and no line may have more than 998 octets (RFC 5322 §2.1.1).
fn one_line(text: &str, most: usize) -> String {
    let spaced: String =
        text.chars().take(most * 4).map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}') { ' ' } else { c }).collect();
    let line = spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most { line } else { line.chars().take(most - 1).chain(['…']).collect() }
}

/// Boundaries made of the message id: the same mail always has the same, no two mails share them, and `=_` cannot occur
/// in quoted-printable or base64 (RFC 2045 §6.7).
fn boundaries(message_id: &str) -> [String; 2] {
    let digest = ring::digest::digest(&ring::digest::SHA256, message_id.as_bytes());
    let hex: String = digest.as_ref().iter().take(12).map(|b| format!("{b:02x}")).collect();
    ["m", "a"].map(|level| format!("=_{level}{hex}"))
}
