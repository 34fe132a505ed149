//! Events as a file to download or a calendar to subscribe to (PUBLISH over https). Neither names an attendee or an organiser: an
//! "accept" sent for what was published would reach nobody who waits for it. It decides what may be shown of a confidential event; it
//! must not know whose calendar it is.

use super::invite::Conference;
use super::object::{Event, labelled_title, subscription};
use super::{text, timezone};
use crate::clock::Instant;
use crate::domain::feed::Standing;
use crate::domain::tlp::Tlp;

/// What a calendar says of one event, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// `<opaque>@<our domain>`; never changes.
    pub uid: String,
    /// Raised by one with every change of time or place.
    pub sequence: i32,
    /// When what stands here was last changed (DTSTAMP): the same facts give the same bytes.
    pub changed_at: Instant,
    /// Label.
    pub tlp: Tlp,
    /// Title.
    pub title: String,
    /// What stands there instead above TLP:GREEN.
    pub neutral_title: String,
    /// What it is about, with the agenda; left out above TLP:GREEN.
    pub description: String,
    /// What stands there instead above TLP:GREEN; may be empty.
    pub neutral_description: String,
    /// Where; may be empty.
    pub location: String,
    /// The event's page; `None` where outsiders find none.
    pub url: Option<String>,
    /// Start.
    pub starts_at: Instant,
    /// End.
    pub ends_at: Instant,
    /// How it stands.
    pub standing: Standing,
    /// Where to join online, the best way first; left out where [`Tlp::hides_join_link`].
    pub conferences: Vec<Conference>,
}

impl Published {
    /// The file with this event alone, CRLF line ends, folded.
    pub fn to_ics(&self) -> String {
        self.event().into_object("PUBLISH")
    }

    fn event(&self) -> Event {
        let (status, busy) = match self.standing {
            Standing::Confirmed => ("CONFIRMED", "OPAQUE"),
            Standing::Tentative => ("TENTATIVE", "OPAQUE"),
            Standing::Cancelled => ("CANCELLED", "TRANSPARENT"),
        };
        let mut event = Event::new(&self.uid, self.changed_at);
        event.token("SEQUENCE", self.sequence.max(0).to_string());
        event.token("STATUS", status);
        event.moment("DTSTART", self.starts_at);
        event.moment("DTEND", self.ends_at);
        event.text("SUMMARY", &labelled_title(self.tlp, &self.title, &self.neutral_title));
        event.text("LOCATION", &self.location);
        event.text("DESCRIPTION", if self.tlp.is_confidential() { &self.neutral_description } else { &self.description });
        if let Some(url) = &self.url {
            event.token("URL", text::uri(url));
        }
        for conference in self.conferences.iter().filter(|_| !self.tlp.hides_join_link()) {
            event.conference(conference);
        }
        event.token("CLASS", if self.tlp.is_confidential() { "PRIVATE" } else { "PUBLIC" });
        event.token("TRANSP", busy);
        if self.standing == Standing::Tentative {
            event.token("X-MICROSOFT-CDO-BUSYSTATUS", "TENTATIVE");
        }
        event.token("LAST-MODIFIED", timezone::utc(self.changed_at));
        event
    }
}

/// A calendar to subscribe to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// How calendars call it.
    pub name: String,
    /// Its events, in order.
    pub events: Vec<Published>,
}

impl Feed {
    /// The calendar, CRLF line ends, folded.
    pub fn to_ics(&self) -> String {
        subscription(&self.name, self.events.iter().map(Published::event).collect())
    }

    /// When the newest of what stands in it was changed.
    pub fn changed_at(&self) -> Option<Instant> {
        self.events.iter().map(|event| event.changed_at).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::text::tests::{hostile, kept, unescape};
    use proptest::prelude::*;

    fn sample() -> Published {
        Published {
            uid: "event-qctr-2026-q4@events.example.be".into(),
            sequence: 2,
            changed_at: "2026-11-20T09:00:00Z".parse().unwrap(),
            tlp: Tlp::Clear,
            title: "Quarterly Cyber Threat Report".into(),
            neutral_title: "Confidential meeting".into(),
            description: "What we saw".into(),
            neutral_description: String::new(),
            location: "Brussel".into(),
            url: Some("https://events.example.be/nl/events/qctr-2026-q4".into()),
            starts_at: "2026-12-10T13:00:00Z".parse().unwrap(),
            ends_at: "2026-12-10T16:00:00Z".parse().unwrap(),
            standing: Standing::Confirmed,
            conferences: Vec::new(),
        }
    }

    #[test]
    fn a_public_event_names_nobody_and_keeps_its_uid() {
        let ics = sample().to_ics();
        for expected in ["METHOD:PUBLISH\r\n", "UID:event-qctr-2026-q4@events.example.be\r\n", "SEQUENCE:2\r\n", "SUMMARY:TLP:CLEAR Quarterly"] {
            assert!(ics.contains(expected), "{expected} in {ics}");
        }
        assert!(!ics.contains("ATTENDEE") && !ics.contains("ORGANIZER") && !ics.contains("mailto"));
        // A file to open once must not offer a calendar to subscribe to.
        assert!(!ics.contains("X-WR-CALNAME") && !ics.contains("REFRESH-INTERVAL"));
    }

    #[test]
    fn a_called_off_event_says_so_and_frees_the_time() {
        let ics = Published { standing: Standing::Cancelled, ..sample() }.to_ics();
        assert!(ics.contains("STATUS:CANCELLED\r\n") && ics.contains("TRANSP:TRANSPARENT\r\n"));
        let waiting = Published { standing: Standing::Tentative, ..sample() }.to_ics();
        assert!(waiting.contains("STATUS:TENTATIVE\r\n") && waiting.contains("TRANSP:OPAQUE\r\n"));
    }

    #[test]
    fn a_confidential_event_shows_neutral_words_and_above_amber_no_link() {
        let conference = Conference { link: "https://meet.example.be/secret-room".into(), label: "Join".into() };
        let of = |tlp| text::unfold(&Published { tlp, conferences: vec![conference.clone()], ..sample() }.to_ics());
        let ics = of(Tlp::Amber);
        assert!(ics.contains("SUMMARY:TLP:AMBER Confidential meeting\r\n") && ics.contains("CLASS:PRIVATE\r\n"));
        assert!(!ics.contains("Threat") && !ics.contains("What we saw"));
        assert!(ics.contains("secret-room"), "who has a seat may have the link in the calendar");
        for tlp in [Tlp::AmberStrict, Tlp::Red] {
            assert!(!of(tlp).contains("secret-room"), "{tlp}");
        }
    }

    #[test]
    fn a_subscription_has_a_name_one_zone_and_an_interval_and_the_order_it_was_given() {
        let second = Published { uid: "other@events.example.be".into(), ..sample() };
        let feed = Feed { name: "Briefings, \r\nBEGIN:VALARM".into(), events: vec![sample(), second] };
        let ics = feed.to_ics();
        assert!(ics.contains("NAME:Briefings\\, \\nBEGIN:VALARM\r\n") && ics.contains("X-WR-CALNAME:Briefings"), "{ics}");
        assert!(ics.contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n") && ics.contains("X-PUBLISHED-TTL:PT1H\r\n"), "{ics}");
        assert_eq!((ics.matches("BEGIN:VTIMEZONE").count(), ics.matches("BEGIN:VEVENT").count()), (1, 2));
        assert!(ics.find("UID:event-").unwrap() < ics.find("UID:other").unwrap());
        assert_eq!(feed.changed_at(), Some(sample().changed_at));
        let empty = Feed { name: "x".into(), events: Vec::new() };
        assert!(empty.to_ics().ends_with("END:VTIMEZONE\r\nEND:VCALENDAR\r\n") && empty.changed_at().is_none());
    }

    proptest! {
        #[test]
        fn no_text_gets_out_of_its_property(name in hostile(), title in hostile(), place in hostile(), words in hostile()) {
            let event = Published { title: title.clone(), location: place.clone(), description: words.clone(), ..sample() };
            let ics = Feed { name: name.clone(), events: vec![event.clone(), event] }.to_ics();
            prop_assert!(ics.split("\r\n").all(|line| line.len() <= text::LINE_OCTETS && !line.contains(['\r', '\n'])));
            let whole = text::unfold(&ics);
            let lines: Vec<&str> = whole.split_terminator("\r\n").collect();
            let values = |start: &str| lines.iter().filter_map(|line| line.strip_prefix(start)).map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!((values("BEGIN:").len(), values("UID:").len(), values("STATUS:").len()), (6, 2, 2));
            for (start, said) in [("LOCATION:", &place), ("DESCRIPTION:", &words), ("NAME:", &name)] {
                for value in values(start) {
                    prop_assert_eq!(unescape(&value), kept(said));
                }
            }
            prop_assert_eq!(unescape(&values("SUMMARY:")[0]), format!("TLP:CLEAR {}", kept(&title)));
        }
    }
}
