//! Answers as programs write them, and what is none.

use proptest::prelude::*;

use super::*;

const HEAD: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n";

fn object(method: &str, event: &str) -> String {
    format!("{HEAD}METHOD:{method}\r\nBEGIN:VEVENT\r\n{event}END:VEVENT\r\nEND:VCALENDAR\r\n")
}

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

#[test]
fn an_answer_is_read_whole() {
    let text = object(
        "REPLY",
        "UID:q1@events.example.be\r\nSEQUENCE:3\r\nDTSTAMP:20261118T091500Z\r\nSUMMARY:Accepté : Bilan\\, hiver\r\nCOMMENT:Je viens\\nà deux.\r\n\
         ATTENDEE;CN=\"Zoé: Dupont; chef\";PARTSTAT=ACCEPTED;X-NUM-GUESTS=2;SENT-BY=\"mailto:bureau@example.be\":MAILTO:Zo%C3%A9@Example.BE\r\n\
         BEGIN:VALARM\r\nUID:not this\r\nEND:VALARM\r\n",
    );
    let spoken = read(&text, Some("reply")).unwrap();
    assert_eq!(
        spoken,
        Spoken {
            verb: Verb::Reply,
            uid: "q1@events.example.be".into(),
            sequence: Some(3),
            stamped: Some("2026-11-18T09:15:00Z".parse().unwrap()),
            attendees: vec![Attendee {
                address: "Zoé@Example.BE".into(),
                email: None,
                sent_by: Some("bureau@example.be".into()),
                answer: PartStat::Accepted,
                delegated_to: None,
                guests: 2,
            }],
            has_recurrence_id: false,
            comment: "Je viens\nà deux.".into(),
            summary: "Accepté : Bilan, hiver".into(),
            proposed: None,
            more_events: 0,
        }
    );
    assert!(spoken.attendees[0].is(&address("zoé@example.be")));
    // Line ends, case and a byte order mark change nothing.
    for other in [text.replace("\r\n", "\n"), text.replace("\r\n", "\r"), format!("\u{feff}{text}"), text.replace("BEGIN:", "begin:")] {
        assert_eq!(read(&other, None).unwrap(), spoken, "{other}");
    }
}

#[test]
fn the_registered_address_is_recognised_in_every_form() {
    let registered = address("Jan.Peeters@münchen.example");
    for (line, expected) in [
        ("ATTENDEE:mailto:jan.peeters@münchen.example", true),
        ("ATTENDEE:MAILTO:JAN.PEETERS@XN--MNCHEN-3YA.EXAMPLE", true),
        ("ATTENDEE:mailto:jan.peeters%40m%C3%BCnchen.example", true),
        ("ATTENDEE:mailto:<jan.peeters@münchen.example>", true),
        ("ATTENDEE:mailto:jan.peeters@münchen.example?subject=x", true),
        ("ATTENDEE:jan.peeters@münchen.example", true),
        ("ATTENDEE;EMAIL=\"jan.peeters@münchen.example\":/123456/principal/", true),
        ("ATTENDEE;EMAIL=jan.peeters@münchen.example:urn:uuid:1-2-3", true),
        ("ATTENDEE;CN=\"never closed;PARTSTAT=DECLINED:mailto:jan.peeters@münchen.example", true),
        ("ATTENDEE:mailto:jan.peeters@example.be", false),
        ("ATTENDEE:mailto:xjan.peeters@münchen.example", false),
        ("ATTENDEE;SENT-BY=\"mailto:jan.peeters@münchen.example\":mailto:other@münchen.example", false),
        ("ATTENDEE;CN=jan.peeters@münchen.example:mailto:other@example.be", false),
        ("ATTENDEE:mailto:jan.peeters%ff@münchen.example", false),
        ("ATTENDEE:mailto:jan.%00peeters@münchen.example", false),
        ("ATTENDEE:mailto:jan.\u{202e}peeters@münchen.example", false),
        ("ATTENDEE:", false),
    ] {
        let spoken = read(&object("REPLY", &format!("{line}\r\n")), None).unwrap();
        assert_eq!(spoken.attendees[0].is(&registered), expected, "{line}");
    }
}

#[test]
fn of_several_attendees_only_the_person_counts() {
    let person = address("zoe@example.be");
    let answer = |lines: &str| read(&object("REPLY", lines), None).unwrap().for_person(&person).map(|attendee| attendee.answer);
    let (other, alias) =
        ("ATTENDEE;PARTSTAT=DECLINED:mailto:jan@example.be\r\n", "ATTENDEE;EMAIL=zoe@example.be;PARTSTAT=DECLINED:mailto:2_x@imip.example\r\n");
    let own = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:zoe@example.be\r\n";
    for (lines, expected) in [
        (format!("{other}{own}"), Some(PartStat::Accepted)),
        (format!("{alias}{own}"), Some(PartStat::Accepted)),
        (format!("{other}{alias}"), Some(PartStat::Declined)),
        (other.to_owned(), None),
        (String::new(), None),
    ] {
        assert_eq!(answer(&lines), expected, "{lines}");
    }
}

#[test]
fn an_unknown_answer_is_none() {
    for (parameter, expected) in [
        (";PARTSTAT=ACCEPTED", PartStat::Accepted),
        (";partstat=\"declined\"", PartStat::Declined),
        (";PARTSTAT=Tentative", PartStat::Tentative),
        (";PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:b@example.be\"", PartStat::Delegated),
        (";PARTSTAT=NEEDS-ACTION", PartStat::NeedsAction),
        (";PARTSTAT=X-PERHAPS", PartStat::NeedsAction),
        (";PARTSTAT=", PartStat::NeedsAction),
        (";PARTSTAT", PartStat::NeedsAction),
        ("", PartStat::NeedsAction),
        (";X=\";PARTSTAT=ACCEPTED\"", PartStat::NeedsAction),
    ] {
        let spoken = read(&object("REPLY", &format!("ATTENDEE{parameter}:mailto:a@example.be\r\n")), None).unwrap();
        assert_eq!(spoken.attendees[0].answer, expected, "{parameter}");
        assert_eq!(spoken.attendees[0].delegated_to.is_some(), expected == PartStat::Delegated);
    }
}

#[test]
fn what_is_no_answer_says_why() {
    let event = "UID:a\r\n";
    let closed = object("REPLY", event);
    let many =
        |n: usize| format!("{HEAD}METHOD:REPLY\r\n{}END:VCALENDAR\r\n", "BEGIN:VEVENT\r\nUID:a\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n".repeat(n));
    for (text, parameter, expected) in [
        (String::new(), None, "not_a_calendar"),
        ("BEGIN:VCARD\r\nEND:VCARD\r\n".into(), None, "not_a_calendar"),
        (format!("{HEAD}BEGIN:VEVENT\r\nMETHOD:REPLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"), None, "no_method"),
        (closed.clone(), Some("REQUEST"), "method_mismatch"),
        (object("REQUEST", event), Some("reply"), "method_mismatch"),
        (object("REQUEST", event), Some("REQUEST"), "other_method"),
        (object("CANCEL", event), None, "other_method"),
        (object("ADD", event), None, "other_method"),
        (object("DECLINECOUNTER", event), None, "other_method"),
        (format!("{HEAD}METHOD:REPLY\r\nBEGIN:VTODO\r\nUID:a\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"), None, "no_event"),
        (many(21), None, "too_many_events"),
        (many(9_000), None, "too_many_events"),
        (many(10_000), None, "calendar_too_long"),
        ("BEGIN:VCALENDAR\r\n".to_owned() + &"BEGIN:VEVENT\r\n".repeat(10_000), None, "calendar_cut_off"),
        (closed.replace("END:VEVENT\r\n", ""), None, "calendar_cut_off"),
        (" ".repeat(OCTETS + 1), None, "calendar_too_long"),
    ] {
        let got = read(&text, parameter).map_err(|refused| refused.code());
        assert_eq!(got.err(), Some(expected), "{parameter:?} {}", text.chars().take(200).collect::<String>());
    }
    assert_eq!(read(&many(20), None).unwrap().more_events, 19);
    for end in 0..closed.trim_end().len() {
        let got = read(&closed[..end], None).map_err(|refused| refused.code());
        assert!(matches!(got, Err("not_a_calendar" | "calendar_cut_off")), "{end}: {got:?}");
    }
}

#[test]
fn an_instance_of_a_series_is_marked_and_the_event_itself_preferred() {
    let instance = "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20261210T130000Z\r\nSEQUENCE:9\r\nEND:VEVENT\r\n";
    let whole = "BEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:1\r\nEND:VEVENT\r\n";
    for (events, expected) in [(instance.to_owned(), (true, Some(9), 0)), (format!("{instance}{whole}"), (false, Some(1), 1))] {
        let spoken = read(&format!("{HEAD}METHOD:REPLY\r\n{events}END:VCALENDAR\r\n"), None).unwrap();
        assert_eq!((spoken.has_recurrence_id, spoken.sequence, spoken.more_events), expected);
    }
}

#[test]
fn a_proposed_time_is_read_in_the_zones_people_have() {
    let begin = "2026-12-10T13:00:00Z";
    for (lines, expected) in [
        ("DTSTART:20261210T130000Z\r\nDTEND:20261210T150000Z\r\n", Some((begin, Some("2026-12-10T15:00:00Z")))),
        ("DTSTART;TZID=Europe/Brussels:20261210T140000\r\nDURATION:PT1H30M\r\n", Some((begin, Some("2026-12-10T14:30:00Z")))),
        ("DTSTART;TZID=\"Romance Standard Time\":20261210T140000\r\n", Some((begin, None))),
        ("DTSTART;TZID=GMT Standard Time:20261210T130000\r\n", Some((begin, None))),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/Brussels:20261210T140000\r\n", Some((begin, None))),
        ("DTSTART;TZID=America/New_York:20261210T080000\r\n", Some((begin, None))),
        // The hour that comes twice in October: the first; the one that never comes in March: none.
        ("DTSTART;TZID=Romance Standard Time:20271031T023000\r\n", Some(("2027-10-31T00:30:00Z", None))),
        ("DTSTART;TZID=Romance Standard Time:20270328T023000\r\n", None),
        ("DTSTART;TZID=Customized Time Zone:20261210T140000\r\n", None),
        ("DTSTART:20261210T140000\r\n", None),
        ("DTSTART;VALUE=DATE:20261210\r\n", None),
        ("DTSTART:99991231T235959Z\r\n", None),
        ("DTSTART:20261310T130000Z\r\n", None),
        ("DTSTART:2026é210T1300\r\n", None),
        ("", None),
    ] {
        let spoken = read(&object("COUNTER", lines), None).unwrap();
        let expected = expected.map(|(from, to)| (from.parse().unwrap(), to.map(|to| to.parse().unwrap())));
        assert_eq!(spoken.proposed, expected, "{lines}");
        assert_eq!(read(&object("REPLY", lines), None).unwrap().proposed, None, "an answer never moves an event: {lines}");
    }
    for (text, seconds) in [
        ("P1D", Some(86_400)),
        ("P1W", Some(604_800)),
        ("P1DT2H", Some(93_600)),
        ("PT", None),
        ("-PT1H", None),
        ("P9999999999999D", None),
        ("PT1D", None),
        ("P500D", None),
    ] {
        assert_eq!(moments::duration(text).map(|d| d.num_seconds()), seconds, "{text}");
    }
}

#[test]
fn numbers_and_texts_stay_within_bounds() {
    for (line, expected) in
        [("SEQUENCE:7", Some(7)), ("SEQUENCE: 7 ", Some(7)), ("SEQUENCE:-1", None), ("SEQUENCE:99999999999", None), ("SEQUENCE:x", None)]
    {
        assert_eq!(read(&object("REPLY", &format!("{line}\r\n")), None).unwrap().sequence, expected, "{line}");
    }
    let long = format!("COMMENT:{}\r\nSUMMARY:a\u{202e}b\0c\\nd\r\nUID:{}\r\n", "é\u{7}".repeat(5_000), "u".repeat(5_000));
    let spoken = read(&object("REPLY", &(long + &"ATTENDEE:mailto:a@example.be\r\n".repeat(100))), None).unwrap();
    assert_eq!((spoken.comment.chars().count(), spoken.uid.len(), spoken.attendees.len()), (1_000, 320, 20));
    assert_eq!(spoken.summary, "abc d");
    assert_eq!(lines::unescape("a\\, b\\; c\\\\n\\N\\"), "a, b; c\\n\n\\");
    let quoted = read(&object("REPLY", "ATTENDEE;X-RESPONSE-COMMENT=\"a^nb ^'c^' ^^n ^x\":mailto:a@example.be\r\n"), None).unwrap();
    assert_eq!(quoted.comment, "a\nb \"c\" ^n ^x");
}

proptest! {
    /// Whatever is in it, and wherever it is folded.
    #[test]
    fn nothing_makes_it_panic(parts in proptest::collection::vec("(BEGIN:VCALENDAR|BEGIN:VEVENT|END:VEVENT|END:VCALENDAR|METHOD:REPLY|DTSTART;TZID=[a-zA-Z/ ]{0,9}:[0-9TZ]{0,17}|ATTENDEE;[A-Z;=\"^:%é]{0,20}|[ -~éü\u{202e}]{0,30}|\r\n|\r\n |\n\t)", 0..60)) {
        let text = parts.concat();
        if let Ok(spoken) = read(&text, None) {
            prop_assert!(spoken.comment.chars().count() <= COMMENT && spoken.attendees.len() <= ATTENDEES);
        }
    }

    #[test]
    fn folding_changes_nothing(cuts in proptest::collection::vec(1usize..300, 0..12)) {
        let text = object("REPLY", "UID:q1@events.example.be\r\nCOMMENT:Ça va\\, oui\r\nATTENDEE;CN=\"a;b\";PARTSTAT=DECLINED:mailto:zoe@example.be\r\n");
        let mut folded = text.clone();
        for cut in cuts {
            let inside = folded.is_char_boundary(cut) && folded.get(cut - 1..cut + 1).is_some_and(|two| two.bytes().all(|b| b.is_ascii_graphic()));
            if inside {
                folded.insert_str(cut, "\r\n ");
            }
        }
        prop_assert_eq!(read(&folded, None), read(&text, None));
    }
}
