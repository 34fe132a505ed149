//! One VEVENT in one VCALENDAR, put together by the `ics` crate behind our own encoder: that crate writes every value and
//! parameter as it is given, so nothing reaches it that was not escaped, quoted or chosen here.

use ics::ICalendar;
use ics::components::{Component, Parameter, Property};

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
        let mut calendar = ICalendar::new("2.0", PRODID);
        calendar.push(Property::new("CALSCALE", "GREGORIAN"));
        calendar.push(Property::new("METHOD", method));
        calendar.add_component(timezone::definition());
        calendar.add_component(self.0);
        text::refold(&calendar.to_string())
    }
}
