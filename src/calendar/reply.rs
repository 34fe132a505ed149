//! What somebody's calendar program says back about an invitation (RFC 5546 §3.2.3, 3.2.6, 3.2.7): read leniently, because programs
//! deviate, and bounded, because anybody can send one. Pure: it must not know of mail, of registrations, or of who really sent it.
//!
//! Only a dozen properties are read. Rules of recurrence are never expanded, and a time in a reply is never more than a proposal.

mod lines;
mod moments;
#[cfg(test)]
mod tests;
mod words;
mod zones;

pub(crate) use self::lines::hex_decode;
use self::lines::{Line, Lines};
use self::words::{bare, one_line, plain};
use crate::clock::Instant;
use crate::domain::email::EmailAddress;

/// Longer objects are refused: a reply is a few kilobytes.
const OCTETS: usize = 512 * 1024;
/// More events in one object are no answer to an invitation of ours.
const EVENTS: usize = 20;
/// Attendees kept; a reply has one.
const ATTENDEES: usize = 20;
/// Longest address, identifier and one-line text kept, in characters.
const NAME: usize = 320;
/// Longest comment kept, in characters.
const COMMENT: usize = 1_000;

/// What is asked of us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// An answer (METHOD:REPLY).
    Reply,
    /// Another time is proposed (METHOD:COUNTER); its answer is none.
    Counter,
    /// The invitation is wanted once more (METHOD:REFRESH).
    Refresh,
}

/// One message of a calendar program. The texts are a stranger's: plain, without control characters, cut, and not escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// What is asked.
    pub verb: Verb,
    /// Which invitation, by UID; empty when it does not say.
    pub uid: String,
    /// Which version of it.
    pub sequence: Option<i32>,
    /// When it was said (DTSTAMP), as claimed.
    pub stamped: Option<Instant>,
    /// Everybody it speaks for, at most 20; only the registered address counts.
    pub attendees: Vec<Attendee>,
    /// Whether it is about one instance of a series: we have none.
    pub has_recurrence_id: bool,
    /// What the person wrote, at most 1,000 characters.
    pub comment: String,
    /// The title, as the program shows it: with a prefix in its language, perhaps.
    pub summary: String,
    /// Beginning and end that a COUNTER proposes.
    pub proposed: Option<(Instant, Option<Instant>)>,
    /// Events in the object beside the one read here.
    pub more_events: usize,
}

/// One ATTENDEE.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// The address, without `mailto:` and percent signs; or what stands there instead of one.
    pub address: String,
    /// The parameter EMAIL (RFC 7986 §6.2), which programs write beside an address of their own.
    pub email: Option<String>,
    /// Who speaks for them (SENT-BY).
    pub sent_by: Option<String>,
    /// The answer.
    pub answer: PartStat,
    /// To whom they pass the invitation on.
    pub delegated_to: Option<String>,
    /// How many more they would bring (X-NUM-GUESTS): never a seat.
    pub guests: u32,
}

/// An answer (RFC 5545 §3.2.12); an unknown one is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartStat {
    /// Yes.
    Accepted,
    /// No.
    Declined,
    /// Perhaps.
    Tentative,
    /// Somebody else comes.
    Delegated,
    /// None yet.
    NeedsAction,
}

/// Why an object is not an answer to us.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No VCALENDAR in it.
    #[error("it holds no calendar object")]
    NotACalendar,
    /// Over 512 KiB.
    #[error("the calendar object is too long")]
    TooLong,
    /// More than 20 events.
    #[error("the calendar object holds too many events")]
    TooManyEvents,
    /// It ends in the middle.
    #[error("the calendar object is cut off")]
    Truncated,
    /// No METHOD: a file, not a message.
    #[error("the calendar object has no METHOD")]
    NoMethod,
    /// The METHOD inside and the parameter of the MIME part differ (RFC 6047 §2.4).
    #[error("the calendar object and its MIME part name different methods")]
    MethodMismatch,
    /// REQUEST, CANCEL, PUBLISH …: what only an organiser says, and of our events we are the organiser.
    #[error("a calendar message with METHOD:{0} is never applied")]
    OtherMethod(String),
    /// No VEVENT in it.
    #[error("the calendar object holds no event")]
    NoEvent,
}

impl Refused {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotACalendar => "not_a_calendar",
            Self::TooLong => "calendar_too_long",
            Self::TooManyEvents => "too_many_events",
            Self::Truncated => "calendar_cut_off",
            Self::NoMethod => "no_method",
            Self::MethodMismatch => "method_mismatch",
            Self::OtherMethod(_) => "other_method",
            Self::NoEvent => "no_event",
        }
    }
}

impl PartStat {
    /// The iCalendar word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accepted => "ACCEPTED",
            Self::Declined => "DECLINED",
            Self::Tentative => "TENTATIVE",
            Self::Delegated => "DELEGATED",
            Self::NeedsAction => "NEEDS-ACTION",
        }
    }

    fn of(word: Option<String>) -> Self {
        let known = [Self::Accepted, Self::Declined, Self::Tentative, Self::Delegated];
        known
            .into_iter()
            .find(|known| word.as_deref().is_some_and(|word| word.trim().eq_ignore_ascii_case(known.word())))
            .unwrap_or(Self::NeedsAction)
    }
}

impl Spoken {
    /// What it says for the registered person: under their address, or else under EMAIL beside another one.
    pub fn for_person(&self, registered: &EmailAddress) -> Option<&Attendee> {
        let exactly = self.attendees.iter().find(|attendee| same_mailbox(&attendee.address, registered));
        exactly.or_else(|| self.attendees.iter().find(|attendee| attendee.is(registered)))
    }
}

impl Attendee {
    fn of(line: &Line) -> Self {
        let address = |name: &str| line.parameter(name).map(|value| bare(&value)).filter(|value| !value.is_empty());
        Self {
            address: bare(line.value()),
            email: address("EMAIL"),
            sent_by: address("SENT-BY"),
            answer: PartStat::of(line.parameter("PARTSTAT")),
            delegated_to: address("DELEGATED-TO"),
            guests: line.parameter("X-NUM-GUESTS").and_then(|n| n.trim().parse().ok()).unwrap_or(0),
        }
    }

    /// Whether this is the registered person: by the address, or by EMAIL beside a path or an alias of their server.
    pub fn is(&self, registered: &EmailAddress) -> bool {
        same_mailbox(&self.address, registered) || self.email.as_deref().is_some_and(|email| same_mailbox(email, registered))
    }
}

/// Whether a written address is this mailbox, whatever the case and the form of its domain (RFC 5890).
pub fn same_mailbox(written: &str, registered: &EmailAddress) -> bool {
    EmailAddress::parse(written).is_ok_and(|address| address.key() == registered.key())
}

/// Reads one object. `method_parameter` is what the MIME part says of it, where it says anything.
///
/// # Errors
/// Why it is not an answer to us.
pub fn read(text: &str, method_parameter: Option<&str>) -> Result<Spoken, Refused> {
    if text.len() > OCTETS {
        return Err(Refused::TooLong);
    }
    let object = Object::read(text)?;
    let method = object.method.trim().to_ascii_uppercase();
    if method.is_empty() {
        return Err(Refused::NoMethod);
    }
    if method_parameter.is_some_and(|parameter| !parameter.trim().eq_ignore_ascii_case(&method)) {
        return Err(Refused::MethodMismatch);
    }
    let verb = match method.as_str() {
        "REPLY" => Verb::Reply,
        "COUNTER" => Verb::Counter,
        "REFRESH" => Verb::Refresh,
        _ => return Err(Refused::OtherMethod(one_line(&method, 30))),
    };
    // The event itself before one of its instances.
    let chosen = object.events.iter().find(|event| event.iter().all(|line| !line.is("RECURRENCE-ID"))).or(object.events.first());
    Ok(spoken(verb, chosen.ok_or(Refused::NoEvent)?, object.events.len() - 1))
}

/// The parts of an object that matter.
#[derive(Default)]
struct Object {
    method: String,
    events: Vec<Vec<Line>>,
}

impl Object {
    /// Reads up to the end of the first VCALENDAR.
    fn read(text: &str) -> Result<Self, Refused> {
        let mut object = Self::default();
        let mut inside: Vec<String> = Vec::new();
        for line in Lines::of(text) {
            let edge = line.value().trim();
            if line.is("BEGIN") {
                inside.push(edge.to_ascii_uppercase());
                match inside.as_slice() {
                    [calendar] if calendar != "VCALENDAR" => drop(inside.pop()),
                    [_, event] if event == "VEVENT" => {
                        if object.events.len() == EVENTS {
                            return Err(Refused::TooManyEvents);
                        }
                        object.events.push(Vec::new());
                    }
                    // Nothing we read lies deeper than an alarm; thousands of levels are an attack.
                    deep if deep.len() > 8 => return Err(Refused::Truncated),
                    _ => {}
                }
            } else if line.is("END") {
                // An END that closes something further out closes what was left open inside.
                let Some(level) = inside.iter().rposition(|open| edge.eq_ignore_ascii_case(open)) else { continue };
                if level + 1 < inside.len() {
                    return Err(Refused::Truncated);
                }
                inside.truncate(level);
                if level == 0 {
                    return Ok(object);
                }
            } else if inside.len() == 1 && line.is("METHOD") {
                object.method = line.value().to_owned();
            } else if inside.len() == 2
                && inside[1] == "VEVENT"
                && let Some(event) = object.events.last_mut()
            {
                event.push(line);
            }
        }
        Err(if inside.is_empty() { Refused::NotACalendar } else { Refused::Truncated })
    }
}

fn spoken(verb: Verb, event: &[Line], more_events: usize) -> Spoken {
    let first = |name: &str| event.iter().find(|line| line.is(name));
    let attendees: Vec<&Line> = event.iter().filter(|line| line.is("ATTENDEE")).take(ATTENDEES).collect();
    let mut comments: Vec<String> = event.iter().filter(|line| line.is("COMMENT")).take(10).map(|line| lines::unescape(line.value())).collect();
    if comments.is_empty() {
        comments.extend(attendees.first().and_then(|line| line.parameter("X-RESPONSE-COMMENT")));
    }
    let begins = first("DTSTART").and_then(moments::of_property);
    let ends = first("DTEND").and_then(moments::of_property);
    let lasts = first("DURATION").and_then(|line| moments::duration(line.value()));
    let proposed = begins.filter(|_| verb == Verb::Counter).map(|at| (at, ends.or_else(|| at.checked_add_signed(lasts?))));
    Spoken {
        verb,
        uid: first("UID").map(|line| one_line(line.value(), NAME)).unwrap_or_default(),
        sequence: first("SEQUENCE").and_then(|line| line.value().trim().parse().ok()).filter(|sequence| *sequence >= 0),
        stamped: first("DTSTAMP").and_then(|line| moments::stamp(line.value())),
        attendees: attendees.into_iter().map(Attendee::of).collect(),
        has_recurrence_id: first("RECURRENCE-ID").is_some(),
        comment: plain(&comments.join("\n"), COMMENT),
        summary: first("SUMMARY").map(|line| one_line(&lines::unescape(line.value()), NAME)).unwrap_or_default(),
        proposed,
        more_events,
    }
}
