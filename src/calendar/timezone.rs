//! Brussels time in calendar objects: the zone's definition and moments written in it.

use chrono::{LocalResult, TimeZone as _};
use chrono_tz::Europe::Brussels;
use ics::components::{Component, Property};

use crate::clock::Instant;

/// The zone every event is shown in.
pub const TZID: &str = "Europe/Brussels";

/// A moment in UTC, cut to seconds: `20261210T130000Z`.
pub fn utc(at: Instant) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A moment in Brussels time, cut to seconds, when it says without doubt which moment is meant; `None` inside the hour
/// that comes twice in October.
pub fn local(at: Instant) -> Option<String> {
    let local = at.with_timezone(&Brussels).naive_local();
    matches!(Brussels.from_local_datetime(&local), LocalResult::Single(_)).then(|| local.format("%Y%m%dT%H%M%S").to_string())
}

/// The zone's definition: the two rules in force since 1996. No older history: Exchange before 2016 CU12 refuses
/// observances that have both RDATE and RRULE.
pub fn definition() -> Component<'static> {
    let mut zone = Component::new("VTIMEZONE");
    zone.add_property(Property::new("TZID", TZID));
    zone.add_component(observance("DAYLIGHT", "19810329T020000", "3", ["+0100", "+0200", "CEST"]));
    zone.add_component(observance("STANDARD", "19961027T030000", "10", ["+0200", "+0100", "CET"]));
    zone
}

fn observance(name: &'static str, since: &'static str, month: &str, [from, to, label]: [&'static str; 3]) -> Component<'static> {
    let mut rule = Component::new(name);
    rule.add_property(Property::new("DTSTART", since));
    rule.add_property(Property::new("RRULE", format!("FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU")));
    rule.add_property(Property::new("TZOFFSETFROM", from));
    rule.add_property(Property::new("TZOFFSETTO", to));
    rule.add_property(Property::new("TZNAME", label));
    rule
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_around_the_switches() {
        let cases = [
            // Winter time ends 2027-03-28 01:00 UTC: 02:00 becomes 03:00.
            ("2027-03-28T00:59:59Z", Some("20270328T015959")),
            ("2027-03-28T01:00:00Z", Some("20270328T030000")),
            // Summer time ends 2027-10-31 01:00 UTC: 03:00 becomes 02:00, and the hour from two comes twice.
            ("2027-10-30T23:59:59Z", Some("20271031T015959")),
            ("2027-10-31T00:00:00Z", None),
            ("2027-10-31T00:59:59Z", None),
            ("2027-10-31T01:00:00Z", None),
            ("2027-10-31T01:59:59Z", None),
            ("2027-10-31T02:00:00Z", Some("20271031T030000")),
            ("2026-12-10T13:00:00.123456Z", Some("20261210T140000")),
        ];
        for (at, expected) in cases {
            assert_eq!(local(at.parse().unwrap()).as_deref(), expected, "{at}");
        }
        assert_eq!(utc("2026-12-10T13:00:00.999999Z".parse().unwrap()), "20261210T130000Z");
    }

    #[test]
    fn the_definition_is_the_two_rules() {
        let expected = "BEGIN:VTIMEZONE\r\nTZID:Europe/Brussels\r\nBEGIN:DAYLIGHT\r\nDTSTART:19810329T020000\r\n\
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT\r\n\
            BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0200\r\n\
            TZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
        assert_eq!(definition().to_string(), expected);
    }
}
