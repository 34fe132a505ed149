//! A public event as a file to download (PUBLISH over https). It names no attendee and no organiser: an "accept" sent for
//! a published file would reach nobody who waits for it.

use super::object::{Event, labelled_title};
use super::{text, timezone};
use crate::clock::Instant;
use crate::domain::tlp::Tlp;

/// What everybody may know of an event, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicEvent {
    /// Address part; never changes, so the UID made of it does not either.
    pub slug: String,
    /// Domain of the UID.
    pub domain: String,
    /// Raised by one with every change of time or place.
    pub sequence: i32,
    /// When the event was last edited (DTSTAMP).
    pub edited_at: Instant,
    /// Label.
    pub tlp: Tlp,
    /// Title.
    pub title: String,
    /// What stands there instead above TLP:GREEN.
    pub neutral_title: String,
    /// What it is about, with the agenda; left out above TLP:GREEN.
    pub description: String,
    /// Where; may be empty. Never a link for participants.
    pub location: String,
    /// The event's page.
    pub url: String,
    /// Start.
    pub starts_at: Instant,
    /// End.
    pub ends_at: Instant,
    /// The event was called off.
    pub called_off: bool,
}

impl PublicEvent {
    /// The file, CRLF line ends, folded.
    pub fn to_ics(&self) -> String {
        let mut event = Event::new(&format!("event-{}@{}", self.slug, self.domain), self.edited_at);
        event.token("SEQUENCE", self.sequence.max(0).to_string());
        event.token("STATUS", if self.called_off { "CANCELLED" } else { "CONFIRMED" });
        event.moment("DTSTART", self.starts_at);
        event.moment("DTEND", self.ends_at);
        event.text("SUMMARY", &labelled_title(self.tlp, &self.title, &self.neutral_title));
        event.text("LOCATION", &self.location);
        if !self.tlp.is_confidential() {
            event.text("DESCRIPTION", &self.description);
        }
        event.token("URL", text::uri(&self.url));
        event.token("CLASS", if self.tlp.is_confidential() { "PRIVATE" } else { "PUBLIC" });
        event.token("TRANSP", if self.called_off { "TRANSPARENT" } else { "OPAQUE" });
        event.token("LAST-MODIFIED", timezone::utc(self.edited_at));
        event.into_object("PUBLISH")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> PublicEvent {
        PublicEvent {
            slug: "qctr-2026-q4".into(),
            domain: "events.example.be".into(),
            sequence: 2,
            edited_at: "2026-11-20T09:00:00Z".parse().unwrap(),
            tlp: Tlp::Clear,
            title: "Quarterly Cyber Threat Report".into(),
            neutral_title: "Confidential meeting".into(),
            description: "What we saw".into(),
            location: "Brussel".into(),
            url: "https://events.example.be/nl/events/qctr-2026-q4".into(),
            starts_at: "2026-12-10T13:00:00Z".parse().unwrap(),
            ends_at: "2026-12-10T16:00:00Z".parse().unwrap(),
            called_off: false,
        }
    }

    #[test]
    fn a_public_event_names_nobody_and_keeps_its_uid() {
        let ics = sample().to_ics();
        for expected in ["METHOD:PUBLISH\r\n", "UID:event-qctr-2026-q4@events.example.be\r\n", "SEQUENCE:2\r\n", "SUMMARY:TLP:CLEAR Quarterly"] {
            assert!(ics.contains(expected), "{expected} in {ics}");
        }
        assert!(!ics.contains("ATTENDEE") && !ics.contains("ORGANIZER") && !ics.contains("mailto"));
    }

    #[test]
    fn a_called_off_event_says_so_and_frees_the_time() {
        let ics = PublicEvent { called_off: true, ..sample() }.to_ics();
        assert!(ics.contains("STATUS:CANCELLED\r\n") && ics.contains("TRANSP:TRANSPARENT\r\n"));
    }

    #[test]
    fn a_confidential_event_shows_neutral_words() {
        let ics = PublicEvent { tlp: Tlp::Amber, ..sample() }.to_ics();
        assert!(ics.contains("SUMMARY:TLP:AMBER Confidential meeting\r\n") && ics.contains("CLASS:PRIVATE\r\n"));
        assert!(!ics.contains("Threat") && !ics.contains("What we saw"));
    }
}
