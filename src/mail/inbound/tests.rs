//! Mails as they come: written by hand after descriptions of what programs do, one file for each quirk, and what each must read as.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::*;
use crate::calendar::reply::Verb;

mod authenticity;
mod hostile;
mod quirks;

pub fn ours() -> Ours {
    Ours { from: "events@events.example".into(), domain: "events.example".into() }
}

pub fn fixture(name: &str) -> Vec<u8> {
    let path = folder().join(name);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/inbound"))
}

/// Every fixture, as `replies/name.eml`.
pub fn all_fixtures() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for kind in ["replies", "bounces", "other"] {
        for entry in std::fs::read_dir(folder().join(kind)).unwrap() {
            found.insert(format!("{kind}/{}", entry.unwrap().file_name().to_string_lossy()));
        }
    }
    found
}

/// What a mail was read as, in one line.
pub fn in_short(reading: &Reading) -> String {
    match &reading.class {
        Class::Calendar(spoken) => calendar_in_short(spoken),
        Class::Bounce(bounce) => {
            let each = bounce.recipients.iter().map(|one| {
                let code = one.status.map_or("-".to_owned(), |(a, b, c)| format!("{a}.{b}.{c}"));
                format!("{} {:?} {code} {:?}", one.address.as_deref().unwrap_or("?"), one.action, one.verdict())
            });
            format!("bounce {} of {}", each.collect::<Vec<_>>().join(", "), bounce.returned_ids.join(" "))
        }
        Class::Complaint(complaint) => format!("complaint {} {:?} of {}", complaint.kind, complaint.recipients, complaint.returned_ids.join(" ")),
        Class::OtherCalendar { method } => format!("other {method}"),
        Class::Unreadable(fault) => format!("unreadable {}", fault.code()),
        other => format!("{other:?}"),
    }
}

fn calendar_in_short(spoken: &Spoken) -> String {
    let each = spoken.attendees.iter().map(|one| {
        let mut text = format!("{}={}", one.email.as_deref().unwrap_or(&one.address), one.answer.word());
        text.extend(one.sent_by.iter().map(|by| format!(" by {by}")));
        text.extend(one.delegated_to.iter().map(|to| format!(" to {to}")));
        if one.guests > 0 {
            text.push_str(&format!(" +{}", one.guests));
        }
        text
    });
    let verb = match spoken.verb {
        Verb::Reply => "reply",
        Verb::Counter => "counter",
        Verb::Refresh => "refresh",
    };
    let mut text = format!("{verb} {} #{}", spoken.uid, spoken.sequence.map_or("-".to_owned(), |n| n.to_string()));
    text.extend(each.map(|one| format!(" {one}")));
    text.extend(
        spoken.proposed.iter().map(|(from, to)| format!(" proposes {}/{}", from.to_rfc3339(), to.map(|t| t.to_rfc3339()).unwrap_or_default())),
    );
    if spoken.has_recurrence_id {
        text.push_str(" instance");
    }
    if spoken.more_events > 0 {
        text.push_str(&format!(" more {}", spoken.more_events));
    }
    text
}
