//! The invitation of one person to one event: REQUEST puts it into their calendar, CANCEL takes it out (RFC 5546 §3.2).
//!
//! One object names one attendee and nobody else. It decides what a calendar may show of a confidential event; it must not
//! know why an invitation is sent or how.

use super::object::{Event, labelled_title};
use super::text;
use crate::clock::Instant;
use crate::domain::email::EmailAddress;
use crate::domain::tlp::Tlp;

/// What the message asks the calendar to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Add or update the event.
    Request,
    /// Remove it.
    Cancel,
}

impl Method {
    /// The METHOD property; the MIME parameter must say the same (RFC 6047 §2.4).
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// The answer the invitation already carries (PARTSTAT).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The person said yes on the web: the calendar need not ask again.
    Accepted,
    /// The calendar answered so before.
    Tentative,
    /// Time or place changed: the calendar asks.
    Asked,
}

/// A name with an address. The name is untrusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Shown name; may be any text.
    pub name: String,
    /// Mailbox.
    pub address: EmailAddress,
}

/// An online meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conference {
    /// Where to join; https.
    pub link: String,
    /// What the link is called, in the recipient's language.
    pub label: String,
}

/// One invitation. Texts are in the recipient's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    /// What to do.
    pub method: Method,
    /// `<opaque>@<our domain>`: fixed for event × person, at most 255 octets (RFC 7986 §5.3).
    pub uid: String,
    /// Raised by one with every change of time, place or cancellation.
    pub sequence: i32,
    /// When this message was made (DTSTAMP).
    pub stamped: Instant,
    /// Whose event it is; never changes for a UID.
    pub organizer: Party,
    /// The one recipient.
    pub attendee: Party,
    /// The answer it carries; only in a REQUEST.
    pub answer: Answer,
    /// How far the content may travel: decides what is shown.
    pub tlp: Tlp,
    /// The event's title.
    pub title: String,
    /// What stands there instead above TLP:GREEN.
    pub neutral_title: String,
    /// Words and agenda; left out above TLP:GREEN.
    pub description: String,
    /// What stands there instead above TLP:GREEN.
    pub neutral_description: String,
    /// Where; may be empty.
    pub location: String,
    /// A page about the event; https, and no secret in it.
    pub url: Option<String>,
    /// Start.
    pub starts_at: Instant,
    /// End.
    pub ends_at: Instant,
    /// Where to join online, the best way first; left out where [`Tlp::hides_join_link`].
    pub conferences: Vec<Conference>,
    /// Minutes before the start at which the calendar should remind; only in a REQUEST.
    pub alarm_minutes: Option<u32>,
}

impl Invite {
    /// The calendar object, CRLF line ends, folded.
    pub fn to_ics(&self) -> String {
        let summary = labelled_title(self.tlp, &self.title, &self.neutral_title);
        let mut event = Event::new(&self.uid, self.stamped);
        event.token("SEQUENCE", self.sequence.max(0).to_string());
        event.token("STATUS", if self.method == Method::Cancel { "CANCELLED" } else { "CONFIRMED" });
        event.moment("DTSTART", self.starts_at);
        event.moment("DTEND", self.ends_at);
        event.text("SUMMARY", &summary);
        event.text("LOCATION", &self.location);
        event.text("DESCRIPTION", if self.tlp.is_confidential() { &self.neutral_description } else { &self.description });
        if let Some(url) = &self.url {
            event.token("URL", text::uri(url));
        }
        event.address("ORGANIZER", text::mailto(&self.organizer.address.wire()), vec![("CN", text::quoted(&self.organizer.name))]);
        event.address("ATTENDEE", text::mailto(&self.attendee.address.wire()), self.attendee_parameters());
        event.token("CLASS", if self.tlp.is_confidential() { "PRIVATE" } else { "PUBLIC" });
        event.token("TRANSP", "OPAQUE");
        event.token("LAST-MODIFIED", super::timezone::utc(self.stamped));
        if self.method == Method::Request {
            self.add_request_only(&mut event, &summary);
        }
        event.into_object(self.method.as_str())
    }

    fn attendee_parameters(&self) -> Vec<(&'static str, String)> {
        let mut parameters = vec![("CUTYPE", "INDIVIDUAL".to_owned()), ("ROLE", "REQ-PARTICIPANT".to_owned())];
        if self.method == Method::Request {
            let partstat = match self.answer {
                Answer::Accepted => "ACCEPTED",
                Answer::Tentative => "TENTATIVE",
                Answer::Asked => "NEEDS-ACTION",
            };
            parameters.extend([("PARTSTAT", partstat.to_owned()), ("RSVP", "TRUE".to_owned())]);
        }
        parameters.push(("CN", text::quoted(&self.attendee.name)));
        parameters
    }

    fn add_request_only(&self, event: &mut Event, summary: &str) {
        for conference in self.conferences.iter().filter(|_| !self.tlp.hides_join_link()) {
            event.conference(conference);
        }
        event.token("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY");
        event.token("X-MICROSOFT-DISALLOW-COUNTER", "TRUE");
        if let Some(minutes) = self.alarm_minutes {
            event.alarm(minutes, summary);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::text::tests::{hostile, kept, unescape};
    use proptest::prelude::*;

    fn party(name: &str, address: &str) -> Party {
        Party { name: name.into(), address: EmailAddress::parse(address).unwrap() }
    }

    fn sample() -> Invite {
        Invite {
            method: Method::Request,
            uid: "Zk3v7Q@events.example.be".into(),
            sequence: 0,
            stamped: "2026-11-20T09:00:00Z".parse().unwrap(),
            organizer: party("Centre for Cybersecurity Belgium", "events@events.example.be"),
            attendee: party("Zoë Dupont", "zoe@example.be"),
            answer: Answer::Accepted,
            tlp: Tlp::Green,
            title: "Quarterly Cyber Threat Report".into(),
            neutral_title: "Confidential meeting".into(),
            description: "Agenda:\n14.00 Threats, trends; and more".into(),
            neutral_description: "Details on your page".into(),
            location: "Wetstraat 16, 1000 Brussel".into(),
            url: Some("https://events.example.be/nl/events/qctr-2026-q4".into()),
            starts_at: "2026-12-10T13:00:00Z".parse().unwrap(),
            ends_at: "2026-12-10T16:00:00Z".parse().unwrap(),
            conferences: vec![Conference { link: "https://meet.example.be/secret-room".into(), label: "Join online".into() }],
            alarm_minutes: Some(60),
        }
    }

    fn lines(ics: &str) -> Vec<String> {
        text::unfold(ics).split_terminator("\r\n").map(str::to_owned).collect()
    }

    fn value<'a>(lines: &'a [String], name: &str) -> Option<&'a str> {
        lines.iter().find_map(|l| l.strip_prefix(name)?.strip_prefix(':'))
    }

    #[test]
    fn a_request_says_everything_once() {
        let lines = lines(&sample().to_ics());
        for expected in [
            "VERSION:2.0",
            "METHOD:REQUEST",
            "UID:Zk3v7Q@events.example.be",
            "DTSTAMP:20261120T090000Z",
            "SEQUENCE:0",
            "STATUS:CONFIRMED",
            "DTSTART;TZID=Europe/Brussels:20261210T140000",
            "DTEND;TZID=Europe/Brussels:20261210T170000",
            "SUMMARY:TLP:GREEN Quarterly Cyber Threat Report",
            "LOCATION:Wetstraat 16\\, 1000 Brussel",
            "DESCRIPTION:Agenda:\\n14.00 Threats\\, trends\\; and more",
            "ORGANIZER;CN=\"Centre for Cybersecurity Belgium\":mailto:events@events.example.be",
            "ATTENDEE;CN=\"Zoë Dupont\";CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:zoe@example.be",
            "CLASS:PUBLIC",
            "CONFERENCE;FEATURE=VIDEO;LABEL=\"Join online\";VALUE=URI:https://meet.example.be/secret-room",
            "TRIGGER:-PT60M",
        ] {
            assert_eq!(lines.iter().filter(|l| *l == expected).count(), 1, "{expected}\nin {lines:#?}");
        }
    }

    #[test]
    fn a_cancel_cancels_and_reminds_of_nothing() {
        let ics = Invite { method: Method::Cancel, sequence: 1, ..sample() }.to_ics();
        let lines = lines(&ics);
        for expected in ["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1", "DTSTART;TZID=Europe/Brussels:20261210T140000"] {
            assert!(lines.iter().any(|l| l == expected), "{expected}");
        }
        for absent in ["VALARM", "CONFERENCE", "RSVP", "PARTSTAT", "X-MICROSOFT"] {
            assert!(!ics.contains(absent), "{absent}");
        }
    }

    #[test]
    fn confidential_events_show_neutral_words() {
        for (tlp, private, link) in
            [(Tlp::Clear, false, true), (Tlp::Green, false, true), (Tlp::Amber, true, true), (Tlp::AmberStrict, true, false), (Tlp::Red, true, false)]
        {
            let ics = Invite { tlp, ..sample() }.to_ics();
            let lines = lines(&ics);
            let ics = text::unfold(&ics);
            assert_eq!(ics.contains("secret-room"), link, "{tlp}");
            assert_eq!(!ics.contains("Threat"), private, "{tlp}");
            assert_eq!(value(&lines, "CLASS"), Some(if private { "PRIVATE" } else { "PUBLIC" }), "{tlp}");
            assert!(value(&lines, "SUMMARY").unwrap().starts_with(tlp.label()), "{tlp}");
        }
    }

    #[test]
    fn times_around_the_switches_mean_the_same_moment() {
        let cases = [
            ("2027-03-28T00:30:00Z", "2027-03-28T02:00:00Z", ";TZID=Europe/Brussels:20270328T013000", ";TZID=Europe/Brussels:20270328T040000"),
            ("2027-10-30T23:30:00Z", "2027-10-31T02:00:00Z", ";TZID=Europe/Brussels:20271031T013000", ";TZID=Europe/Brussels:20271031T030000"),
            ("2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z", ":20271031T003000Z", ":20271031T013000Z"),
        ];
        for (start, end, dtstart, dtend) in cases {
            let invite = Invite { starts_at: start.parse().unwrap(), ends_at: end.parse().unwrap(), ..sample() };
            let lines = lines(&invite.to_ics());
            assert!(lines.contains(&format!("DTSTART{dtstart}")), "{start} in {lines:#?}");
            assert!(lines.contains(&format!("DTEND{dtend}")), "{end} in {lines:#?}");
        }
    }

    proptest! {
        #[test]
        fn hostile_words_stay_words(name in hostile(), title in hostile(), words in hostile(), place in hostile(), uid in hostile(), link in hostile()) {
            let invite = Invite {
                attendee: Party { name: name.clone(), ..sample().attendee },
                title: title.clone(), description: words.clone(), location: place, uid, url: Some(link.clone()),
                conferences: vec![Conference { link, label: name }],
                ..sample()
            };
            let ics = invite.to_ics();
            prop_assert!(ics.ends_with("END:VCALENDAR\r\n"));
            prop_assert!(!ics.replace("\r\n", "").contains(['\r', '\n']));
            prop_assert!(ics.split("\r\n").all(|l| l.len() <= text::LINE_OCTETS));
            let got = lines(&ics);
            let names = |ls: &[String]| ls.iter().map(|l| l.split([':', ';']).next().unwrap_or("").to_owned()).collect::<Vec<_>>();
            let mut expected = names(&lines(&Invite { title: "x".into(), ..sample() }.to_ics()));
            let blank = |text: &str| text::escape(text).trim().is_empty();
            if blank(&invite.location) {
                expected.retain(|n| n != "LOCATION");
            }
            if blank(&words) {
                // The alarm has a DESCRIPTION too; the event's own comes first.
                expected.remove(expected.iter().position(|n| n == "DESCRIPTION").unwrap());
            }
            prop_assert_eq!(names(&got), expected);
            prop_assert_eq!(unescape(value(&got, "SUMMARY").unwrap()), kept(&format!("TLP:GREEN {title}")));
            if !blank(&words) {
                prop_assert_eq!(unescape(value(&got, "DESCRIPTION").unwrap()), kept(&words));
            }
        }
    }
}
