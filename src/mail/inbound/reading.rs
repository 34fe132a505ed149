//! One mail, read: in which order it is asked what it is. Reports come before calendars, because they return ours; calendars before
//! automatic mail, because Google marks answers as such; what is left, somebody wrote.

use super::fields::Fields;
use super::parts::{Part, Tree, split};
use super::{Class, Fault, OCTETS, Ours, Reading, automatic, report, words};
use crate::calendar::reply::{self, Refused};

/// Of a message that is too large, what is read for its header.
const HEAD_OF_LARGE: usize = 300 * 1024;
/// Hops after which a mail goes round.
const HOPS: usize = 50;
/// Calendar parts tried.
const CALENDARS: usize = 8;
/// Octets of a calendar part that are decoded: more than `calendar::reply` takes.
const CALENDAR_OCTETS: usize = 1024 * 1024;

/// Reads a mail.
pub fn read(raw: &[u8], ours: &Ours) -> Reading {
    let is_large = raw.len() > OCTETS;
    let fields = match Fields::of_message(if is_large { &raw[..HEAD_OF_LARGE] } else { raw }) {
        Ok(fields) => fields,
        Err(fault) => return unreadable(fault, raw),
    };
    let mut reading = of_header(&fields);
    reading.class = if is_own(&fields, &reading, ours) {
        Class::Own
    } else if fields.count("Received") > HOPS {
        Class::Loop
    } else if fields.is_too_long {
        Class::Unreadable(Fault::HeaderTooLong)
    } else if is_large {
        Class::Unreadable(Fault::TooLarge)
    } else {
        match split(raw, &fields) {
            Ok(tree) => {
                reading.text = words::readable(&tree.leaves);
                reading.attachments = attachments(&tree);
                reading.is_automatic = automatic::must_not_be_answered(&fields, &tree.kind);
                class(&fields, &tree, &reading)
            }
            Err(fault) => Class::Unreadable(fault),
        }
    };
    reading
}

fn class(fields: &Fields<'_>, tree: &Tree<'_>, reading: &Reading) -> Class {
    if let Some(class) = report::class(fields, tree) {
        return class;
    }
    let is_reply = automatic::is_auto_reply(fields);
    match calendar(tree) {
        // Some vacation programs send our own request back with their answer.
        Some(Class::OtherCalendar { .. } | Class::Unreadable(_)) if is_reply => return Class::AutoReply,
        Some(class) => return class,
        None => {}
    }
    if automatic::is_unsubscribe(&reading.subject, &reading.recipients) && !automatic::is_replied_by_program(fields) {
        return Class::Unsubscribe;
    }
    if is_reply { Class::AutoReply } else { Class::Human }
}

/// What the calendar parts say: those that name a method first. A file without METHOD is a file.
fn calendar(tree: &Tree<'_>) -> Option<Class> {
    let candidates: Vec<&Part<'_>> = tree.leaves.iter().filter(|part| is_calendar(part)).take(CALENDARS).collect();
    let (named, silent): (Vec<_>, Vec<_>) = candidates.into_iter().partition(|part| part.method.is_some());
    let mut other = None;
    for part in named.into_iter().chain(silent) {
        let read =
            if part.len() > CALENDAR_OCTETS { Err(Refused::TooLong) } else { reply::read(&part.text(CALENDAR_OCTETS), part.method.as_deref()) };
        let class = match read {
            Ok(spoken) => return Some(Class::Calendar(spoken)),
            Err(Refused::NoMethod | Refused::NotACalendar) if part.method.is_none() => continue,
            Err(Refused::OtherMethod(method)) => Class::OtherCalendar { method },
            Err(refused) => Class::Unreadable(Fault::Calendar(refused)),
        };
        other.get_or_insert(class);
    }
    other
}

fn is_calendar(part: &Part<'_>) -> bool {
    let by_name = part.name.as_deref().is_some_and(|name| name.trim().to_ascii_lowercase().ends_with(".ics"));
    matches!(part.kind.as_str(), "text/calendar" | "application/ics") || (by_name && !part.kind.starts_with("message/"))
}

fn is_own(fields: &Fields<'_>, reading: &Reading, ours: &Ours) -> bool {
    let by_id = reading.message_id.as_deref().and_then(|id| id.rsplit_once('@')).is_some_and(|(_, domain)| domain.eq_ignore_ascii_case(&ours.domain));
    let by_from = reading.from.iter().any(|from| from.eq_ignore_ascii_case(&ours.from));
    (by_id && by_from) || fields.has("X-Quarterdeck-Mail")
}

fn of_header(fields: &Fields<'_>) -> Reading {
    let addresses = |name: &str, most: usize| fields.mailboxes(name, most).into_iter().map(|(_, address)| address).collect::<Vec<_>>();
    let mut from = fields.mailboxes("From", 5);
    let mut recipients = Vec::new();
    for name in ["Delivered-To", "X-Original-To", "Envelope-To", "X-Forwarded-To", "To", "Cc"] {
        for address in addresses(name, 50) {
            if recipients.len() < 50 && !recipients.contains(&address) {
                recipients.push(address);
            }
        }
    }
    let mut refers_to = fields.ids("References", 50);
    for id in fields.ids("In-Reply-To", 5) {
        refers_to.retain(|known| *known != id);
        refers_to.push(id);
    }
    Reading {
        message_id: fields.ids("Message-ID", 1).pop(),
        refers_to: refers_to.split_off(refers_to.len().saturating_sub(50)),
        from_name: from.first_mut().and_then(|(name, _)| name.take()),
        from: from.into_iter().map(|(_, address)| address).collect(),
        sender: addresses("Sender", 1).pop(),
        reply_to: addresses("Reply-To", 5),
        recipients,
        subject: fields.decoded("Subject", 300),
        text: String::new(),
        attachments: Vec::new(),
        is_automatic: automatic::must_not_be_answered(fields, ""),
        class: Class::Human,
    }
}

/// Nothing is known of it but how it begins.
fn unreadable(fault: Fault, raw: &[u8]) -> Reading {
    Reading {
        message_id: None,
        refers_to: Vec::new(),
        from: Vec::new(),
        from_name: None,
        sender: None,
        reply_to: Vec::new(),
        recipients: Vec::new(),
        subject: String::new(),
        text: words::tidy(&String::from_utf8_lossy(&raw[..raw.len().min(4_096)])),
        attachments: Vec::new(),
        is_automatic: true,
        class: Class::Unreadable(fault),
    }
}

fn attachments(tree: &Tree<'_>) -> Vec<String> {
    tree.leaves
        .iter()
        .filter_map(|part| part.name.as_deref())
        .map(|name| words::one_line(name, 120))
        .filter(|name| !name.is_empty())
        .take(20)
        .collect()
}
