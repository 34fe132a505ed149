//! Any octets as an inbound mail: no panic, and a reading within its bounds.

#![no_main]

use libfuzzer_sys::fuzz_target;
use quarterdeck_core::mail::inbound::{Class, Ours, read};

fuzz_target!(|raw: &[u8]| {
    let ours = Ours { from: "events@events.example".into(), domain: "events.example".into() };
    let reading = read(raw, &ours);
    let plain = |text: &str| text.chars().all(|c| c == '\n' || !c.is_control());
    assert!(reading.text.chars().count() <= 4_000 && plain(&reading.text));
    assert!(reading.subject.chars().count() <= 300 && !reading.subject.contains('\n'));
    assert!(reading.from.len() <= 5 && reading.recipients.len() <= 50 && reading.refers_to.len() <= 50);
    if let Class::Calendar(spoken) = &reading.class {
        assert!(spoken.attendees.len() <= 20 && spoken.comment.chars().count() <= 1_000 && plain(&spoken.comment));
    }
});
