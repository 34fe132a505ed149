//! VEVENTs in one VCALENDAR, put together by the `ics` crate behind our own encoder: that crate writes every value and
//! parameter as it is given, so nothing reaches it that was not escaped, quoted or chosen here.

use ics::ICalendar;
use ics::components::{Component, Parameter, Property};

use super::invite::Conference;
use super::{PRODID, text, timezone};
use crate::clock::Instant;
use crate::domain::tlp::Tlp;

/// A title as a calendar may show it: the TLP label first (TLP 2.0), and above GREEN the neutral words in place of the
/// title, because calendars are shared, synced to phones and read aloud by assistants.
pub fn labelled_title(tlp: Tlp, title: &str, neutral_title: &str) -> String {
    let shown = if tlp.is_confidential() { neutral_title } else { title };
    format!("{} {shown}", tlp.label())
}

/// A VEVENT in the making.
pub struct Event(Component<'static>);

impl Event {
    /// Starts an event. `uid` is opaque and ASCII; anything else in it is percent-encoded.
    pub fn new(uid: &str, stamped: Instant) -> Self {
        let mut event = Self(Component::new("VEVENT"));
        event.token("UID", text::uri(uid));
        event.token("DTSTAMP", timezone::utc(stamped));
        event
    }

    /// Adds a property whose value is one of our own words, a number or a date.
    pub fn token(&mut self, name: &'static str, value: impl Into<std::borrow::Cow<'static, str>>) {
        self.0.add_property(Property::new(name, value));
    }

    /// Adds a TEXT property; nothing when the text is blank.
    pub fn text(&mut self, name: &'static str, value: &str) {
        let escaped = text::escape(value);
        if !escaped.trim().is_empty() {
            self.0.add_property(Property::new(name, escaped));
        }
    }

    /// Adds a URI or calendar address with parameters, each given ready-made: a word of ours or [`text::quoted`].
    pub fn address(&mut self, name: &'static str, value: String, parameters: Vec<(&'static str, String)>) {
        let mut property = Property::new(name, value);
        for (key, value) in parameters {
            property.add(Parameter::new(key, value));
        }
        self.0.add_property(property);
    }

    /// Adds a moment in Brussels time, or in UTC where the local time would be ambiguous.
    pub fn moment(&mut self, name: &'static str, at: Instant) {
        let property = match timezone::local(at) {
            Some(local) => {
                let mut property = Property::new(name, local);
                property.add(Parameter::new("TZID", timezone::TZID));
                property
            }
            None => Property::new(name, timezone::utc(at)),
        };
        self.0.add_property(property);
    }

    /// Adds where to join online (RFC 7986 §5.11).
    pub fn conference(&mut self, conference: &Conference) {
        let parameters = vec![("VALUE", "URI".to_owned()), ("FEATURE", "VIDEO".to_owned()), ("LABEL", text::quoted(&conference.label))];
        self.address("CONFERENCE", text::uri(&conference.link), parameters);
    }

    /// Adds a reminder that shows `words` so many minutes before the start.
    pub fn alarm(&mut self, minutes_before: u32, words: &str) {
        let mut alarm = Component::new("VALARM");
        alarm.add_property(Property::new("ACTION", "DISPLAY"));
        alarm.add_property(Property::new("TRIGGER", format!("-PT{minutes_before}M")));
        alarm.add_property(Property::new("DESCRIPTION", text::escape(words)));
        self.0.add_component(alarm);
    }

    /// The whole object: the event, the zone it is written in, and the method.
    pub fn into_object(self, method: &'static str) -> String {
        whole(method, Vec::new(), vec![self])
    }
}

/// How often a subscribed calendar is to look again (RFC 7986 §5.7), also by the name it had before there was a rule for it.
const REFRESH: &str = "PT1H";

/// A calendar to subscribe to: these events in this order, and how it is called.
pub fn subscription(name: &str, events: Vec<Event>) -> String {
    let name = text::escape(name);
    let mut refresh = Property::new("REFRESH-INTERVAL", REFRESH);
    refresh.add(Parameter::new("VALUE", "DURATION"));
    let about = vec![
        Property::new("NAME", name.clone()),
        // What programs read that know no RFC 7986.
        Property::new("X-WR-CALNAME", name),
        refresh,
        Property::new("X-PUBLISHED-TTL", REFRESH),
    ];
    whole("PUBLISH", about, events)
}

fn whole(method: &'static str, about: Vec<Property<'static>>, events: Vec<Event>) -> String {
    let mut calendar = ICalendar::new("2.0", PRODID);
    calendar.push(Property::new("CALSCALE", "GREGORIAN"));
    calendar.push(Property::new("METHOD", method));
    about.into_iter().for_each(|property| calendar.push(property));
    calendar.add_component(timezone::definition());
    events.into_iter().for_each(|event| calendar.add_component(event.0));
    text::refold(&calendar.to_string())
}
