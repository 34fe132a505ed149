//! Mails that were made to break something: they read as something, within the bounds, in time.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

/// Everything about a reading that is promised, whatever came in.
fn assert_bounds(reading: &Reading) {
    let plain = |text: &str| text.chars().all(|c| c == '\n' || !c.is_control());
    let line = |text: &str| !text.chars().any(char::is_control);
    assert!(reading.text.chars().count() <= 4_000 && plain(&reading.text), "{:?}", reading.text);
    assert!(reading.subject.chars().count() <= 300 && line(&reading.subject), "{:?}", reading.subject);
    assert!(reading.from.len() <= 5 && reading.reply_to.len() <= 5 && reading.recipients.len() <= 50 && reading.refers_to.len() <= 50);
    assert!(reading.attachments.len() <= 20 && reading.message_id.iter().chain(&reading.refers_to).all(|id| id.chars().count() <= 500 && line(id)));
    assert!(reading.from.iter().chain(&reading.recipients).chain(&reading.attachments).chain(&reading.from_name).all(|text| line(text)));
    match &reading.class {
        Class::Calendar(spoken) => {
            assert!(spoken.attendees.len() <= 20 && spoken.comment.chars().count() <= 1_000 && plain(&spoken.comment));
            assert!(line(&spoken.uid) && line(&spoken.summary));
        }
        Class::Bounce(bounce) => {
            assert!(bounce.recipients.len() <= 50 && bounce.returned_ids.len() <= 10);
            assert!(bounce.recipients.iter().all(|one| one.diagnostic.chars().count() <= 500 && line(&one.diagnostic)));
        }
        _ => {}
    }
}

#[test]
fn a_mail_cut_off_anywhere_changes_nothing_it_should_not() {
    let files = [
        "replies/gmail-auto-submitted-two-dkim.eml",
        "replies/kmail-lower-case-method-attachment.eml",
        "replies/outlook-windows-1256-text.eml",
        "bounces/dsn-returning-our-request.eml",
        "bounces/arf-complaint.eml",
        "other/human-html-only.eml",
    ];
    for file in files {
        let raw = fixture(file);
        let whole = in_short(&read(&raw, &ours()));
        for end in 0..raw.len() {
            let reading = read(&raw[..end], &ours());
            assert_bounds(&reading);
            // Half a calendar is none: either all of it was there, or nothing is done.
            if let Class::Calendar(_) = reading.class {
                assert_eq!(in_short(&reading), whole, "{file} cut at {end}");
            }
        }
    }
}

const CALENDAR_HEAD: &str =
    "From: a@example.be\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n";

/// Shapes of two megabytes, each with what it must read as.
pub fn bombs() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    const SIZE: usize = OCTETS - 4_096;
    let fill = |start: &str, unit: &str| {
        let mut raw = start.as_bytes().to_vec();
        while raw.len() + unit.len() < SIZE {
            raw.extend_from_slice(unit.as_bytes());
        }
        raw
    };
    let mixed = "From: a@example.be\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
    let text = "From: a@example.be\r\n\r\n";
    let html = "From: a@example.be\r\nContent-Type: text/html\r\n\r\n";
    let event = "BEGIN:VEVENT\r\nUID:a\r\nRRULE:FREQ=SECONDLY;COUNT=999999999\r\nATTENDEE;PARTSTAT=DECLINED:mailto:a@example.be\r\nEND:VEVENT\r\n";
    let deep: String = (0..2_000).map(|n| format!("--b{n}\r\nContent-Type: multipart/mixed; boundary=b{}\r\n\r\n", n + 1)).collect();
    let deep_open: String = (0..14).map(|n| format!("--b{n}\r\nContent-Type: multipart/mixed; boundary=b{}\r\n\r\n", n + 1)).collect();
    let nested: String = "Content-Type: message/rfc822\r\n\r\n".into();
    let head = "From: a@example.be\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n";
    let calendar = format!("{CALENDAR_HEAD}BEGIN:VEVENT\r\nUID:a\r\n");
    let ends = |raw: Vec<u8>| [raw, b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".to_vec()].concat();
    let status =
        "From: MAILER-DAEMON@example.be\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n";
    vec![
        ("boundary lines", fill(mixed, "--b\r\n"), "unreadable too_many_parts"),
        ("last boundary lines", fill(mixed, "--b--\r\n"), "Human"),
        ("nearly boundaries", fill(mixed, "--bx\r\n"), "Human"),
        ("deep multiparts", fill(head, &deep), "unreadable too_deep"),
        ("lines that may end any of many levels", fill(&format!("{head}{deep_open}"), "--b\r\n"), "Human"),
        ("parts that open parts", fill(mixed, "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"), "unreadable too_many_parts"),
        ("messages in messages", fill("From: a@example.be\r\n", &nested), "Human"),
        ("header fields", fill("From: a@example.be\r\n", "X-A: b\r\n"), "unreadable header_too_long"),
        ("one folded field", fill("From: a@example.be\r\nReferences:", " <a@example.be>\r\n"), "unreadable header_too_long"),
        ("one long field", fill("From: a@example.be\r\nSubject: ", "=?utf-8?B?eHg=?= "), "unreadable header_too_long"),
        ("addresses", fill("From: ", "a@example.be, "), "unreadable header_too_long"),
        ("parameters", fill("From: a@example.be\r\nContent-Type: text/plain", "; a*1=b"), "unreadable header_too_long"),
        ("received", fill("From: a@example.be\r\n", "Received: from a by b\r\n"), "Loop"),
        ("fields of parts", fill(mixed, &format!("--b\r\n{}\r\n", "X-A: b\r\n".repeat(900))), "unreadable header_too_long"),
        ("events", fill(CALENDAR_HEAD, event), "unreadable calendar_too_long"),
        ("one line of text", fill(text, "aaaaaaaa"), "Human"),
        ("empty lines", fill(text, "\r\n"), "Human"),
        ("ampersands", fill(html, "&"), "Human"),
        ("tags", fill(html, "<a "), "Human"),
        ("tags that end", fill(html, "<p>"), "Human"),
        ("scripts", fill(html, "<script></scrip"), "Human"),
        ("comments", fill(html, "<!--"), "Human"),
        ("equal signs", fill("From: a@example.be\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n", "==\r\n"), "Human"),
        ("base64", fill("From: a@example.be\r\nContent-Transfer-Encoding: base64\r\n\r\n", "QUJD\r\n"), "Human"),
        ("recipients", fill(status, "Final-Recipient: rfc822; a@example.be\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"), "bounce"),
        ("empty groups", fill(status, "\r\n"), "bounce"),
        ("comments in a header", fill("From: ", "("), "unreadable header_too_long"),
        ("nothing but noughts", vec![0; SIZE], "unreadable no_header"),
        ("a calendar in a long text", ends(fill(&calendar, "COMMENT:x\r\n")), "unreadable calendar_too_long"),
    ]
}

#[test]
fn bombs_read_as_something_and_soon() {
    for (name, raw, expected) in bombs() {
        let begun = Instant::now();
        let reading = read(&raw, &ours());
        let took = begun.elapsed();
        assert_bounds(&reading);
        let got = in_short(&reading);
        assert!(if expected == "bounce" { got.starts_with(expected) } else { got == expected }, "{name}: {}", &got[..got.len().min(200)]);
        // Unoptimised and beside other tests; the bar (100 ms of processor time) is measured in benches/inbound.rs.
        assert!(took < Duration::from_secs(5), "{name}: {took:?}");
    }
}

/// Half a megabyte of calendar, which is all that is looked into.
#[test]
fn calendars_as_long_as_allowed_are_read_soon() {
    let closed = |inner: &str, unit: &str| {
        let mut text = format!("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:a\r\n{inner}");
        while text.len() + unit.len() < 500_000 {
            text.push_str(unit);
        }
        text + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    };
    for (name, text) in [
        ("comments", closed("", "COMMENT:x\r\n")),
        ("attendees", closed("", "ATTENDEE;PARTSTAT=DECLINED:mailto:a@example.be\r\n")),
        ("parameters", closed("ATTENDEE", ";X=Y")),
        ("quotes", closed("ATTENDEE;X=", "\"")),
        ("carets", closed("ATTENDEE;X-RESPONSE-COMMENT=", "^")),
        ("folds", closed("COMMENT:", "\r\n x")),
        ("percent signs", closed("ATTENDEE:mailto:", "%")),
        ("backslashes", closed("COMMENT:", "\\")),
        ("rules", closed("", "RRULE:FREQ=SECONDLY\r\n")),
        ("alarms", closed("", "BEGIN:VALARM\r\nEND:VALARM\r\n")),
        ("lines of nothing", closed("", "\r\n")),
    ] {
        let begun = Instant::now();
        let raw = format!("From: a@example.be\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n{text}");
        let reading = read(raw.as_bytes(), &ours());
        assert_bounds(&reading);
        assert!(matches!(reading.class, Class::Calendar(_)), "{name}: {:?}", in_short(&reading));
        assert!(begun.elapsed() < Duration::from_secs(3), "{name}: {:?}", begun.elapsed());
    }
}

#[test]
fn what_is_too_large_is_known_by_its_header() {
    let mut raw = b"From: a@example.be\r\nMessage-ID: <big@example.be>\r\n\r\n".to_vec();
    raw.resize(OCTETS + 1, b'x');
    let reading = read(&raw, &ours());
    assert_eq!((in_short(&reading).as_str(), reading.message_id.as_deref()), ("unreadable too_large", Some("big@example.be")));
    for raw in [&b""[..], b"\r\n", b"\0", b"From", b":", b"\xff\xfe", b"From ", b"\n\n\n"] {
        assert_eq!(in_short(&read(raw, &ours())), "unreadable no_header", "{raw:?}");
    }
}

/// Fixtures with a few changes.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let files: Vec<String> = all_fixtures().into_iter().collect();
    (prop::sample::select(files), changes()).prop_map(|(file, changes)| changed(fixture(&file), changes))
}

/// Where, what, and how something is changed.
pub type Change = (prop::sample::Index, u8, usize);

pub fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0usize..5), 1..12)
}

/// A mail with octets replaced, taken out and put in, cut off, and with pieces of it repeated.
pub fn changed(mut raw: Vec<u8>, changes: Vec<Change>) -> Vec<u8> {
    for (at, octet, what) in changes {
        if raw.is_empty() {
            break;
        }
        let at = at.index(raw.len());
        match what {
            0 => raw[at] = octet,
            1 => raw.truncate(at),
            2 => drop(raw.remove(at)),
            3 => raw.insert(at, [b'\n', b'\r', b'-', b'=', b';', b'"', b':', b' ', 0, 0xff][usize::from(octet) % 10]),
            _ => {
                let end = (at + usize::from(octet)).min(raw.len());
                let piece = raw[at..end].to_vec();
                raw.splice(at..at, piece);
            }
        }
    }
    raw
}

// `PROPTEST_CASES=1000000` for a long run.
proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(3_000), ..ProptestConfig::default() })]

    #[test]
    fn nothing_makes_it_panic_or_run_over(raw in mutated()) {
        assert_bounds(&read(&raw, &ours()));
    }

    #[test]
    fn nor_does_noise(raw in prop::collection::vec(any::<u8>(), 0..400), head in "(From: a@b.be\r\n|Content-Type: [a-z]{0,5}/[a-z]{0,9}; boundary=b\r\n|Content-Transfer-Encoding: (base64|quoted-printable)\r\n|--b\r\n|\r\n){0,8}") {
        assert_bounds(&read(&[head.as_bytes(), &raw].concat(), &ours()));
    }
}

/// Processor time of each shape, as printed by `cargo test --release`: `--ignored --nocapture how_long_bombs_take`.
#[test]
#[ignore = "a measurement"]
fn how_long_bombs_take() {
    for (name, raw, _) in bombs() {
        let begun = Instant::now();
        let reading = read(&raw, &ours());
        println!("{:>8.1} ms  {name}: {}", begun.elapsed().as_secs_f64() * 1e3, in_short(&reading).chars().take(60).collect::<String>());
    }
    let all: Vec<Vec<u8>> = all_fixtures().iter().map(|file| fixture(file)).collect();
    let begun = Instant::now();
    let rounds = 20;
    (0..rounds).for_each(|_| all.iter().for_each(|raw| drop(read(raw, &ours()))));
    println!("{:>8.0} fixtures a second", (rounds * all.len()) as f64 / begun.elapsed().as_secs_f64());
}
