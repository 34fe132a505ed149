//! Each quirk of a program, the file that shows it, and what it must read as.

use super::*;

/// The UID and the person in nearly all of them.
const U: &str = "7f3k9q2m@events.example";
const Z: &str = "zoe.dupont@example.be";

/// File, what it reads as (`U` and `Z` stand for the UID and the person), whether it must never be answered.
const EXPECTED: &[(&str, &str, bool)] = &[
    // Google marks answers as a program's, and signs them twice.
    ("replies/gmail-auto-submitted-two-dkim.eml", "reply U #0 Z=ACCEPTED", true),
    ("replies/gmail-workspace-without-own-dkim.eml", "reply U #0 Z=DECLINED", true),
    ("replies/gmail-number-of-guests.eml", "reply U #0 Z=TENTATIVE +3", true),
    // Outlook and Exchange: no ORGANIZER, titles in the language of the person, odd charsets, zones of Windows, no SEQUENCE.
    ("replies/outlook-no-organizer-localized-summary.eml", "reply U #1 Z=ACCEPTED", false),
    ("replies/outlook-windows-1256-text.eml", "reply U #0 Z=DECLINED", false),
    ("replies/exchange-windows-zone-name.eml", "reply U #0 Z=ACCEPTED", false),
    ("replies/outlook-without-sequence.eml", "reply U #- Z=TENTATIVE", false),
    ("replies/outlook-counter-windows-zone.eml", "counter U #0 Z=TENTATIVE proposes 2026-12-11T09:00:00+00:00/2026-12-11T11:00:00+00:00", false),
    ("replies/delegate-sent-by.eml", "reply U #0 Z=DECLINED by bureau@example.be", false),
    ("replies/ios-through-exchange.eml", "reply U #0 Z=ACCEPTED", false),
    ("other/tnef-winmail-dat.eml", "Human", false),
    // Apple: no parameter `method`; iCloud: paths instead of addresses.
    ("replies/apple-mail-no-method-parameter.eml", "reply U #0 Z=ACCEPTED", false),
    ("replies/icloud-principal-path-email-parameter.eml", "reply U #0 Z=DECLINED", true),
    // Thunderbird, KMail, Evolution, Nextcloud.
    ("replies/thunderbird-lower-case-header-boundary-parentheses-twice.eml", "reply U #0 Z=ACCEPTED", false),
    ("replies/boundary-parentheses-without-quotes.eml", "reply U #0 Z=ACCEPTED", false),
    ("replies/kmail-lower-case-method-attachment.eml", "reply U #0 Z=ACCEPTED", false),
    ("replies/evolution-method-on-folded-line.eml", "reply U #0 Z=ACCEPTED", false),
    ("replies/nextcloud-reply-to-attendee.eml", "reply U #0 Z=DECLINED", true),
    // Gateways.
    ("replies/octet-stream-named-ics.eml", "reply U #0 Z=ACCEPTED", false),
    ("replies/application-ics-only.eml", "reply U #0 Z=DECLINED", false),
    ("replies/method-parameter-first.eml", "reply U #0 Z=ACCEPTED", false),
    ("replies/wrong-charset-label.eml", "reply U #0 Z=ACCEPTED", false),
    ("replies/bare-line-feeds.eml", "reply U #0 Z=ACCEPTED", false),
    // What iTIP allows, and what does not count.
    ("replies/multiple-attendees.eml", "reply U #0 somebody.else@example.be=DECLINED Z=ACCEPTED third@example.com=DECLINED", false),
    ("replies/recurrence-id.eml", "reply U #0 Z=DECLINED instance", false),
    ("replies/instance-in-another-zone-beside-the-event.eml", "reply U #0 Z=ACCEPTED more 1", false),
    ("replies/counter.eml", "counter U #0 Z=TENTATIVE proposes 2026-12-11T09:00:00+00:00/2026-12-11T11:00:00+00:00", false),
    ("replies/refresh.eml", "refresh U #- Z=NEEDS-ACTION", false),
    ("replies/delegated.eml", "reply U #0 Z=DELEGATED to jan@example.be", false),
    ("replies/needs-action.eml", "reply U #0 Z=NEEDS-ACTION", false),
    ("replies/unknown-partstat.eml", "reply U #0 Z=NEEDS-ACTION", false),
    ("replies/comment-formula.eml", "reply U #0 Z=DECLINED", false),
    ("replies/address-percent-encoded-upper-case-scheme.eml", "reply U #0 zoë@example.be=ACCEPTED", false),
    ("replies/address-raw-utf-8.eml", "reply U #0 info@münchen.example=ACCEPTED", false),
    ("replies/dtstamp-in-the-future.eml", "reply U #0 Z=ACCEPTED", false),
    ("replies/two-from.eml", "reply U #0 Z=ACCEPTED", false),
    ("replies/forged-authentication-results.eml", "reply U #0 Z=DECLINED", false),
    ("replies/authentication-results-of-our-border.eml", "reply U #0 Z=ACCEPTED", false),
    ("replies/unknown-uid.eml", "reply 040000008200E00074C5B7101A82E00800000000@elsewhere.example #0 Z=ACCEPTED", false),
    ("replies/without-uid.eml", "reply  #0 Z=ACCEPTED", false),
    ("replies/older-sequence.eml", "reply U #- Z=ACCEPTED", false),
    ("other/method-mismatch.eml", "unreadable method_mismatch", false),
    ("other/method-inside-vevent.eml", "unreadable no_method", false),
    ("other/file-without-method.eml", "Human", false),
    ("other/calendar-cut-off.eml", "unreadable calendar_cut_off", false),
    ("other/calendar-broken-base64.eml", "unreadable not_a_calendar", false),
    ("other/calendar-bomb.eml", "unreadable too_many_events", false),
    ("other/todo-reply.eml", "unreadable no_event", false),
    ("other/request-from-outside.eml", "other REQUEST", false),
    ("other/cancel-from-outside.eml", "other CANCEL", false),
    ("other/add-from-outside.eml", "other ADD", false),
    ("other/publish-from-outside.eml", "other PUBLISH", false),
    // A message in a message is somebody else's.
    ("other/forwarded-by-exchange-rule-inside-rfc822.eml", "Human", false),
    ("other/digest-of-messages.eml", "Human", false),
    // Delivery status.
    ("bounces/dsn-postfix-user-unknown.eml", "bounce Z Failed 5.1.1 Hard of m4x7.k3v9@events.example", true),
    ("bounces/dsn-status-500-diagnostic-571.eml", "bounce Z Failed 5.0.0 OurFault of m4x7.k3v9@events.example", true),
    ("bounces/dsn-status-500-diagnostic-511.eml", "bounce Z Failed 5.0.0 Hard of m4x7.k3v9@events.example", true),
    ("bounces/dsn-status-missing.eml", "bounce Z Failed 5.1.10 Hard of m4x7.k3v9@events.example", true),
    ("bounces/dsn-forwarded-original-recipient.eml", "bounce Z Failed 5.1.1 Hard of m4x7.k3v9@events.example", true),
    ("bounces/dsn-delayed.eml", "bounce Z Delayed 4.4.1 Nothing of m4x7.k3v9@events.example", true),
    ("bounces/dsn-delivered.eml", "bounce Z Delivered 2.0.0 Nothing of m4x7.k3v9@events.example", true),
    ("bounces/dsn-failed-after-days-4xx.eml", "bounce Z Failed 4.4.7 Soft of m4x7.k3v9@events.example", true),
    ("bounces/dsn-mailbox-full.eml", "bounce Z Failed 5.2.2 Soft of m4x7.k3v9@events.example", true),
    ("bounces/dsn-null-mx.eml", "bounce Z Failed 5.1.10 Hard of m4x7.k3v9@events.example", true),
    ("bounces/dsn-too-big.eml", "bounce Z Failed 5.3.4 OurFault of m4x7.k3v9@events.example", true),
    (
        "bounces/dsn-several-recipients.eml",
        "bounce Z Failed 5.1.1 Hard, jan@example.be Delayed 4.2.0 Nothing, an@example.be Failed 5.7.26 OurFault of m4x7.k3v9@events.example",
        true,
    ),
    ("bounces/dsn-international.eml", "bounce zoë@example.be Failed 5.1.6 Hard of m4x7.k3v9@events.example", true),
    ("bounces/dsn-base64.eml", "bounce Z Failed 5.1.1 Hard of m4x7.k3v9@events.example", true),
    ("bounces/dsn-returning-our-request.eml", "bounce Z Failed 5.2.1 Hard of m4x7.k3v9@events.example", true),
    ("bounces/dsn-forged-without-anything-of-ours.eml", "bounce Z Failed 5.1.1 Hard of x@evil.example", true),
    ("bounces/report-of-unknown-kind-with-calendar.eml", "AutoReply", true),
    // Bounces that are only letters.
    ("bounces/exim-x-failed-recipients.eml", "bounce Z Failed - Soft, jan@example.be Failed - Soft of m4x7.k3v9@events.example", true),
    ("bounces/exim-delay-warning.eml", "bounce ? Delayed - Nothing of ", true),
    ("bounces/qmail-plain-text.eml", "bounce ? Failed - Soft of m4x7.k3v9@events.example", true),
    ("bounces/old-gmail-bounce.eml", "bounce Z Failed - OurFault of m4x7.k3v9@events.example", true),
    ("bounces/old-gmail-delay.eml", "bounce Z Delayed - Nothing of ", true),
    ("bounces/office365-plain-bounce.eml", "bounce ? Failed - Soft of ", true),
    // Complaints, receipts, absence.
    ("bounces/arf-complaint.eml", "complaint abuse [\"zoe.dupont@example.be\"] of m4x7.k3v9@events.example", true),
    ("bounces/arf-complaint-without-recipient.eml", "complaint abuse [] of m4x7.k3v9@events.example", true),
    ("bounces/arf-not-spam.eml", "AutoReply", true),
    ("other/mdn.eml", "AutoReply", true),
    ("other/out-of-office-exchange-no-auto-submitted.eml", "AutoReply", true),
    ("other/out-of-office-auto-replied.eml", "AutoReply", true),
    ("other/out-of-office-returning-our-request.eml", "AutoReply", true),
    ("other/program-s-letter.eml", "AutoReply", true),
    ("other/unsubscribe-by-address.eml", "Unsubscribe", false),
    ("other/unsubscribe-by-subject.eml", "Unsubscribe", false),
    // People.
    ("other/human.eml", "Human", false),
    ("other/human-html-only.eml", "Human", false),
    ("other/human-on-a-list.eml", "Human", true),
    ("other/human-with-hostile-header.eml", "Human", false),
    ("other/boundary-never-comes.eml", "Human", false),
    ("other/mailbox-from-line.eml", "Human", false),
    ("other/from-us-by-another-program.eml", "Human", false),
    // Ours, and round and round.
    ("other/own-mail-coming-back.eml", "Own", false),
    ("other/own-mail-with-new-message-id.eml", "Own", false),
    ("other/loop-51-received.eml", "Loop", false),
    ("other/no-header.eml", "unreadable no_header", true),
];

#[test]
fn every_quirk_reads_as_it_must() {
    let mut wrong = Vec::new();
    for (file, expected, is_automatic) in EXPECTED {
        let reading = read(&fixture(file), &ours());
        let got = in_short(&reading).replace(U, "U").replace(Z, "Z");
        let got = if file.starts_with("bounces/arf") { got.replace("\"Z\"", "\"zoe.dupont@example.be\"") } else { got };
        let got = got.replace(&Z.to_uppercase(), "Z").replace("Zoe.Dupont@EXAMPLE.be", "Z");
        if got != *expected || reading.is_automatic != *is_automatic {
            wrong.push(format!("{file}\n   expected {expected} {is_automatic}\n   got      {got} {}", reading.is_automatic));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A fixture that nobody expects anything of shows nothing.
#[test]
fn every_fixture_is_expected_to_be_something() {
    let expected: BTreeSet<String> = EXPECTED.iter().map(|(file, ..)| (*file).to_owned()).collect();
    assert_eq!(expected.len(), EXPECTED.len(), "twice in the table");
    assert_eq!(all_fixtures(), expected);
    for file in all_fixtures().iter().filter(|file| !file.contains("bare-line-feeds")) {
        let raw = fixture(file);
        let bare = raw.windows(2).filter(|two| two[1] == b'\n' && two[0] != b'\r').count();
        assert_eq!(bare, 0, "{file}: line ends are CR LF");
    }
}

#[test]
fn everybody_in_the_replies_is_recognised_as_the_registered_person() {
    let person = |text: &str| crate::domain::email::EmailAddress::parse(text).unwrap();
    for (file, registered) in [
        ("replies/outlook-no-organizer-localized-summary.eml", Z),
        ("replies/icloud-principal-path-email-parameter.eml", Z),
        ("replies/address-percent-encoded-upper-case-scheme.eml", "Zoë@example.be"),
        ("replies/address-raw-utf-8.eml", "info@xn--mnchen-3ya.example"),
        ("replies/evolution-method-on-folded-line.eml", Z),
    ] {
        let Class::Calendar(spoken) = read(&fixture(file), &ours()).class else { panic!("{file}") };
        assert!(spoken.attendees[0].is(&person(registered)), "{file}: {:?}", spoken.attendees[0]);
        assert!(!spoken.attendees[0].is(&person("zoe@example.be")), "{file}");
    }
}

#[test]
fn words_addresses_and_references_are_there_for_whoever_reads_them() {
    let human = read(&fixture("other/human.eml"), &ours());
    assert_eq!(human.text, "Goeiedag,\n\nIs er parking? Groeten uit Liège");
    assert_eq!(human.refers_to, ["first@events.example", "m4x7.k3v9@events.example"]);
    assert_eq!(human.recipients, ["rsvp+k3v9w2@events.example", "events@events.example", "an@example.be", "jan@example.be"]);
    assert_eq!((human.from.as_slice(), human.from_name.as_deref()), (&[Z.to_owned()][..], Some("Zoé Dupont")));
    assert_eq!((human.message_id.as_deref(), human.subject.as_str()), (Some("r1@mail.example.be"), "Vraag over de toegang"));

    let page = read(&fixture("other/human-html-only.eml"), &ours());
    assert_eq!(page.text, "Bonjour,\n\nY a-t-il un parking à côté\u{a0}?\nMerci");

    let hostile = read(&fixture("other/human-with-hostile-header.eml"), &ours());
    assert_eq!((hostile.subject.as_str(), hostile.text.as_str()), ("a Bcc: bc", "Hello [31mred"));
    assert_eq!(hostile.from, [Z]);
    assert!(hostile.from_name.as_deref().is_some_and(|name| !name.chars().any(char::is_control)), "{:?}", hostile.from_name);

    let two = read(&fixture("replies/two-from.eml"), &ours());
    assert_eq!(two.from, [Z, "somebody@evil.example"]);

    let google = read(&fixture("replies/gmail-auto-submitted-two-dkim.eml"), &ours());
    assert_eq!((google.sender.as_deref(), google.reply_to.as_slice()), (Some("calendar-notification@google.com"), &[Z.to_owned()][..]));
    assert_eq!((google.text.as_str(), google.attachments.as_slice()), ("Zoé Dupont a accepté cette invitation.", &["invite.ics".to_owned()][..]));

    let arabic = read(&fixture("replies/outlook-windows-1256-text.eml"), &ours());
    let Class::Calendar(spoken) = &arabic.class else { panic!() };
    assert_eq!((arabic.text.as_str(), spoken.comment.as_str()), ("لا أستطيع", "لا أستطيع"));

    let comment = |file: &str| match read(&fixture(file), &ours()).class {
        Class::Calendar(spoken) => (spoken.comment, spoken.summary),
        other => panic!("{file}: {other:?}"),
    };
    assert_eq!(comment("replies/comment-formula.eml").0, "=cmd|' /C calc'!A0\n<script>alert(1)</script>");
    assert_eq!(comment("replies/wrong-charset-label.eml").0, "Déjà vu");
    assert_eq!(comment("replies/gmail-number-of-guests.eml").0, "Perhaps\nwith three more");
    assert_eq!(comment("replies/outlook-no-organizer-localized-summary.eml").1, "Accepté : Quarterly Cyber Threat Report");
    assert_eq!(read(&fixture("other/tnef-winmail-dat.eml"), &ours()).attachments, ["winmail.dat"]);
    assert_eq!(read(&fixture("replies/octet-stream-named-ics.eml"), &ours()).attachments, ["réponse.ICS"]);
}

/// Nobody is taken for somebody whose address only stands in a name, a comment or a second From.
#[test]
fn a_sender_is_only_who_stands_in_the_address() {
    for (from, expected) in [
        ("zoe.dupont@example.be", true),
        ("Zoe Dupont <zoe.dupont@example.be>", true),
        ("<zoe.dupont@example.be> (Zoe)", true),
        ("\"x@evil.example\" <zoe.dupont@example.be>", true),
        ("\"zoe.dupont@example.be\" <x@evil.example>", false),
        ("zoe.dupont@example.be <x@evil.example>", false),
        ("<x@evil.example> zoe.dupont@example.be", false),
        ("x@evil.example (zoe.dupont@example.be)", false),
        ("zoe.dupont@example.be, x@evil.example", false),
        ("x@evil.example;zoe.dupont@example.be", false),
        ("A: zoe.dupont@example.be, x@evil.example;", false),
        ("=?utf-8?Q?zoe.dupont=40example.be?= <x@evil.example>", false),
        ("=?utf-8?Q?zoe.dupont=40example.be?=", false),
        ("zoe.dupont@example.be\0@evil.example", false),
        ("<zoe.dupont@example.be@evil.example>", false),
        ("<zoe.\u{1}dupont@example.be>", false),
        ("<zoe.\u{202e}dupont@example.be>", false),
        ("zoe.dupont@example.be\r\nFrom: x@evil.example", false),
        ("", false),
    ] {
        let reading = read(format!("From: {from}\r\n\r\nx\r\n").as_bytes(), &ours());
        assert_eq!(reading.from == [Z], expected, "{from}: {:?}", reading.from);
    }
}
