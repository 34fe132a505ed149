//! Reports: delivery status (RFC 3464), complaints (RFC 5965), receipts (RFC 8098), and the letters of mail systems that know none of
//! these. The returned mail is one of ours: of it the Message-ID is read, its calendar never.

use super::Class;
use super::bounce::{Action, Bounce, Bounced, Complaint};
use super::fields::Fields;
use super::parts::{Part, Tree};
use super::words::{one_line, tidy};
use crate::mail::outcome::{enhanced_within, three_numbers};

/// Octets of a report, or of a returned header, that are looked at.
const LOOKED_AT: usize = 128 * 1024;
/// Recipients read.
const RECIPIENTS: usize = 50;
/// Message-IDs read.
const IDS: usize = 10;
/// Characters of a diagnostic.
const DIAGNOSTIC: usize = 500;

/// What kind of report it is; `None` when it is none.
pub fn class(fields: &Fields<'_>, tree: &Tree<'_>) -> Option<Class> {
    let part = |kinds: &[&str]| tree.leaves.iter().find(|part| kinds.contains(&part.kind.as_str()));
    if let Some(status) = part(&["message/delivery-status", "message/global-delivery-status"]) {
        return Some(Class::Bounce(delivery_status(status, tree)));
    }
    if let Some(feedback) = part(&["message/feedback-report"]) {
        return Some(complaint(feedback, tree));
    }
    let is_receipt = part(&["message/disposition-notification", "message/global-disposition-notification"]).is_some();
    if is_receipt || (tree.kind == "multipart/report" && tree.report.contains("disposition-notification")) {
        return Some(Class::AutoReply);
    }
    // A report of a kind that nobody knows is still a report: nothing in it is for us.
    plain(fields, tree).map(Class::Bounce).or_else(|| (tree.kind == "multipart/report").then_some(Class::AutoReply))
}

fn delivery_status(part: &Part<'_>, tree: &Tree<'_>) -> Bounce {
    let bytes = part.bytes(LOOKED_AT);
    let mut recipients = Vec::new();
    let mut at = 0;
    while at < bytes.len() && recipients.len() < RECIPIENTS {
        let group = Fields::scan(&bytes, at);
        // An empty line, or one that means nothing, is passed over.
        at = if group.body_at > at { group.body_at } else { super::fields::line_end(&bytes, at) };
        if ["Final-Recipient", "Original-Recipient", "Action"].iter().any(|name| group.has(name)) {
            recipients.push(recipient(&group));
        }
    }
    Bounce { recipients, returned_ids: returned_ids(tree) }
}

fn recipient(group: &Fields<'_>) -> Bounced {
    // `Original-Recipient` is where we sent it; forwarding changes only the other.
    let address = ["Original-Recipient", "Final-Recipient"].iter().find_map(|name| typed_address(&group.raw(name)));
    let diagnostic = one_line(&group.raw("Diagnostic-Code"), DIAGNOSTIC);
    let status = group.raw("Status").split([' ', '(']).find_map(three_numbers).or_else(|| enhanced_within(&diagnostic));
    Bounced { address, action: Action::of(&group.raw("Action")), status, diagnostic }
}

/// `rfc822; user@example.be`, also without the type.
fn typed_address(value: &str) -> Option<String> {
    let bare = value.rsplit(';').next()?.trim().trim_start_matches('<').trim_end_matches('>');
    (bare.contains('@') && !bare.contains(' ')).then(|| one_line(bare, 320))
}

/// Only what a person meant is a complaint: not "this is not spam", and no report on authentication.
fn complaint(part: &Part<'_>, tree: &Tree<'_>) -> Class {
    let bytes = part.bytes(LOOKED_AT);
    let feedback = Fields::scan(&bytes, 0);
    let kind = feedback.raw("Feedback-Type").to_ascii_lowercase();
    if kind.is_empty() || ["not-spam", "auth-failure", "dmarc"].contains(&kind.as_str()) {
        return Class::AutoReply;
    }
    let named = ["Original-Rcpt-To", "Removal-Recipient"].into_iter().flat_map(|name| feedback.all(name));
    let mut recipients: Vec<String> =
        named.filter_map(|value| typed_address(&one_line(&String::from_utf8_lossy(value), 400))).take(RECIPIENTS).collect();
    recipients.dedup();
    Class::Complaint(Complaint { kind: one_line(&kind, 40), recipients, returned_ids: returned_ids(tree) })
}

/// The Message-IDs of what is returned, as a message, as its header, or in the text.
fn returned_ids(tree: &Tree<'_>) -> Vec<String> {
    const RETURNED: [&str; 4] = ["message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers"];
    let mut found: Vec<String> = Vec::new();
    for part in tree.leaves.iter().take(20) {
        if RETURNED.contains(&part.kind.as_str()) {
            let bytes = part.bytes(LOOKED_AT);
            // Some leave an empty line before the header.
            let from = bytes.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or(0);
            found.extend(Fields::scan(&bytes, from).ids("Message-ID", IDS));
        } else if part.kind == "text/plain" {
            found.extend(ids_in_text(&part.text(LOOKED_AT)));
        }
    }
    found.dedup();
    found.truncate(IDS);
    found
}

/// Lines that are a Message-ID, perhaps folded after the colon.
fn ids_in_text(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(rest) = line.get(..11).filter(|name| name.eq_ignore_ascii_case("message-id:")).and(line.get(11..)) else { continue };
        let value = if rest.trim().is_empty() { lines.peek().map_or("", |next| next.trim()) } else { rest.trim() };
        found.extend(value.strip_prefix('<').and_then(|v| v.split_once('>')).map(|(id, _)| one_line(id, 500)).filter(|id| !id.is_empty()));
        if found.len() == IDS {
            break;
        }
    }
    found
}

/// Beginnings of the subjects under which mail systems write when they do not know RFC 3464, in lower case.
const SUBJECTS: [&str; 16] = [
    "undeliverable",
    "undelivered mail",
    "mail delivery failed",
    "delivery status notification",
    "failure notice",
    "returned mail",
    "delivery failure",
    "delivery has failed",
    "mail system error",
    "warning: message",
    "onbestelbaar",
    "niet te bezorgen",
    "non remis",
    "échec de la remise",
    "unzustellbar",
    "message you sent blocked",
];

/// A bounce that is only a letter. Whom it is about is in X-Failed-Recipients, or known by the token of our envelope address alone.
fn plain(fields: &Fields<'_>, tree: &Tree<'_>) -> Option<Bounce> {
    let subject = fields.decoded("Subject", 300).to_lowercase();
    let from = fields.mailboxes("From", 1).pop().map(|(_, address)| address.to_ascii_lowercase()).unwrap_or_default();
    let local = from.split('@').next().unwrap_or_default();
    let says_so = SUBJECTS.iter().any(|start| subject.starts_with(start));
    let is_system = local == "mailer-daemon"
        || ((local == "postmaster" || local.starts_with("microsoftexchange") || fields.raw("Return-Path") == "<>") && says_so)
        || fields.has("X-MS-Exchange-Message-Is-Ndr");
    if !is_system && !fields.has("X-Failed-Recipients") {
        return None;
    }
    let text = tidy(&tree.leaves.iter().find(|part| part.kind == "text/plain").map(|part| part.text(LOOKED_AT)).unwrap_or_default());
    let text = if text.is_empty() { super::words::readable(&tree.leaves) } else { text };
    // The words of the other server are what is worth keeping; where they begin, nobody tells.
    let diagnostic = one_line(text.find("550").or_else(|| text.find("55")).and_then(|at| text.get(at..)).unwrap_or(&text), DIAGNOSTIC);
    let late = subject.contains("delayed") || subject.contains("(delay)") || subject.starts_with("warning: message");
    let action = if late { Action::Delayed } else { Action::Failed };
    let named: Vec<(Option<String>, String)> = fields.mailboxes("X-Failed-Recipients", RECIPIENTS);
    let bounced = |address: Option<String>| Bounced { address, action, status: None, diagnostic: diagnostic.clone() };
    let mut recipients: Vec<Bounced> = named.into_iter().map(|(_, address)| bounced(Some(address))).collect();
    if recipients.is_empty() {
        recipients.push(bounced(None));
    }
    Some(Bounce { recipients, returned_ids: returned_ids(tree) })
}
