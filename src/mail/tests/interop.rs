//! The mails as files, for `tests/interop/check_mails.py`: `QUARTERDECK_MAIL_DIR=<folder> cargo test --lib mails_for_checkers`.

use std::collections::BTreeMap;
use std::path::Path;

use super::super::sign::Signer;
use super::samples::*;
use crate::calendar::feed::{Feed, Published};
use crate::calendar::invite::Conference;
use crate::domain::feed::Standing;
use crate::domain::language::Language;
use crate::domain::registration::MailKind;

/// Every mail as `.eml`, one public event and two feeds as `.ics`, the public keys, and when each event really begins and ends.
fn write_for_checkers(folder: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    let room = mailroom();
    let mut moments = BTreeMap::new();
    for (name, sample) in all() {
        let composed = room.compose(sample.message(), &format!("{name}@example.be")).unwrap();
        std::fs::write(folder.join(format!("{name}.eml")), &composed.bytes).unwrap();
        moments.insert(format!("{name}.eml"), vec![sample.event.starts_at, sample.event.ends_at]);
    }
    std::fs::write(folder.join("event.ics"), public_event().to_ics()).unwrap();
    moments.insert("event.ics".into(), vec![public_event().starts_at, public_event().ends_at]);
    for (name, feed) in feeds() {
        std::fs::write(folder.join(name), feed.to_ics()).unwrap();
        moments.insert(name.into(), feed.events.iter().flat_map(|event| [event.starts_at, event.ends_at]).collect());
    }
    let keys: BTreeMap<_, _> = room.signers().iter().map(Signer::dns_record).collect();
    std::fs::write(folder.join("keys.json"), serde_json::to_string_pretty(&keys).unwrap()).unwrap();
    std::fs::write(folder.join("moments.json"), serde_json::to_string_pretty(&moments).unwrap()).unwrap();
}

fn public_event() -> Published {
    let event = sample(MailKind::Reminder, Language::Fr).event;
    Published {
        uid: "event-qctr-2026-q4@example.be".into(),
        sequence: 0,
        changed_at: event.starts_at - chrono::Duration::days(30),
        tlp: event.tlp,
        title: HOSTILE.into(),
        neutral_title: String::new(),
        description: HOSTILE.repeat(3),
        neutral_description: String::new(),
        location: event.venue,
        url: Some("https://events.example.be/fr/events/qctr-2026-q4".into()),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        standing: Standing::Confirmed,
        conferences: Vec::new(),
    }
}

/// Two calendars to subscribe to: hostile words, both switches of the clock, the hour that comes twice, every standing; and none at all.
fn feeds() -> [(&'static str, Feed); 2] {
    let at = |uid: &str, standing, starts: &str, ends: &str| Published {
        uid: format!("{uid}@example.be"),
        standing,
        starts_at: starts.parse().unwrap(),
        ends_at: ends.parse().unwrap(),
        conferences: vec![Conference { link: "https://meet.example.be/room?id=1&x=%20".into(), label: HOSTILE.into() }],
        ..public_event()
    };
    let events = vec![
        at("winter", Standing::Confirmed, "2026-12-10T13:00:00Z", "2026-12-10T16:00:00Z"),
        at("spring", Standing::Tentative, "2027-03-28T00:30:00Z", "2027-03-28T02:00:00Z"),
        at("autumn", Standing::Cancelled, "2027-10-30T23:30:00Z", "2027-10-31T02:30:00Z"),
        at("twice", Standing::Confirmed, "2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"),
    ];
    [("feed.ics", Feed { name: HOSTILE.into(), events }), ("feed_empty.ics", Feed { name: "Briefings".into(), events: Vec::new() })]
}

#[test]
fn mails_for_checkers() {
    if let Some(folder) = std::env::var_os("QUARTERDECK_MAIL_DIR") {
        write_for_checkers(Path::new(&folder));
    }
}

/// `icalendar`, libical, vobject, dkimpy and Mail::DKIM judge every mail. Runs where `scripts/test.sh` has prepared a Python with them.
#[test]
fn independent_parsers_find_nothing_wrong() {
    let Some(python) = std::env::var_os("QUARTERDECK_TEST_PYTHON") else {
        let line = "NOT RUN: independent_parsers_find_nothing_wrong: no QUARTERDECK_TEST_PYTHON; scripts/test.sh runs everything\n";
        assert!(std::env::var_os("QUARTERDECK_TEST_COMPLETE").is_none(), "{line}");
        // Past the test runner's capture, as `tests/it/support/absent.rs` does.
        let _ = std::io::Write::write_all(&mut std::io::stderr(), line.as_bytes());
        return;
    };
    let folder = std::env::temp_dir().join(format!("quarterdeck-mails-{}", std::process::id()));
    write_for_checkers(&folder);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/interop/check_mails.py");
    let run = std::process::Command::new(python)
        .arg(script)
        .arg(&folder)
        .arg("--keys")
        .arg(folder.join("keys.json"))
        .arg("--moments")
        .arg(folder.join("moments.json"))
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    std::fs::remove_dir_all(&folder).unwrap();
}
