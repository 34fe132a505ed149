//! Every mail in every language: as people read it (snapshots), as machines read it (shape), and with hostile content.

mod interop;
mod samples;

use std::sync::Arc;

use proptest::prelude::*;

use super::Sender;
use super::message::{About, OfferFacts};
use super::render::{Mailroom, Templates};
use crate::calendar::text::tests::hostile;
use crate::domain::ids::Reference;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::{CalendarAct, MailKind};
use crate::domain::tlp::Tlp;
use crate::i18n::Catalogue;
use samples::*;

#[test]
fn every_mail_reads_well() {
    let room = mailroom();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../tests/snapshots/mail");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, sample) in all().into_iter().filter(|(name, _)| !name.contains("hostile") && !name.contains("by_staff")) {
            let words = room.words(sample.message()).unwrap();
            let calendar = calendar_of(&room, &sample).unwrap_or_default();
            insta::assert_snapshot!(format!("{name}.txt"), format!("Subject: {}\n\n{}\n======== calendar\n{calendar}", words.subject, words.text));
            insta::assert_snapshot!(format!("{name}.html"), words.html);
        }
    });
}

fn calendar_of(room: &Mailroom, sample: &Sample) -> Option<String> {
    let message = compose(room, sample).bytes;
    let parsed = mail_parser::MessageParser::default().parse(&message).unwrap();
    let part = parsed.parts.iter().find(|p| mail_parser::MimeHeaders::content_type(*p).is_some_and(|c| c.subtype() == Some("calendar")))?;
    Some(part.text_contents().unwrap().replace("\r\n", "\n"))
}

#[test]
fn every_mail_is_well_formed() {
    let room = mailroom();
    for (name, sample) in all() {
        let composed = room.compose(sample.message(), &format!("{name}@example.be")).unwrap();
        let text = String::from_utf8(composed.bytes.clone()).unwrap();
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "{name}: CRLF only");
        assert!(text.split("\r\n").all(|l| l.len() <= 998), "{name}: long line");
        let (head, _) = text.split_once("\r\n\r\n").unwrap();
        for once in [
            "From: ",
            "To: ",
            "Subject: ",
            "Date: ",
            "Message-ID: ",
            "Reply-To: ",
            "MIME-Version: ",
            "Content-Type: ",
            "Auto-Submitted: ",
            "Feedback-ID: ",
        ] {
            assert_eq!(head.lines().filter(|l| l.starts_with(once)).count(), 1, "{name}: {once} in {head}");
        }
        assert!(!head.contains("\r\nBcc:") && !head.contains("\r\nCc:"), "{name}: {head}");
        assert!(head.contains(&format!("\r\nX-Quarterdeck-Mail: {}\r\n", sample.mail.kind)), "{name}: {head}");
        assert!(head.contains("\r\nDate: Fri, 20 Nov 2026 09:00:00 +0000\r\n"), "{name}: {head}");
        assert_eq!(
            text.matches("text/calendar").count(),
            usize::from(sample.mail.kind.calendar_act(sample.mail.was_invited()) != CalendarAct::Nothing),
            "{name}"
        );
        assert_eq!(compose(&room, &sample), compose(&room, &sample), "{name}: the same row, the same bytes");
    }
}

#[test]
fn an_unproven_address_is_never_greeted_by_what_was_typed() {
    let room = mailroom();
    for language in Language::ALL.iter().copied() {
        let mut sample = sample(MailKind::ProveAddress, language);
        sample.mail.recipient.name = "Win-a-prize".into();
        let composed = compose(&room, &sample);
        let words = room.words(sample.message()).unwrap();
        let everything = format!("{}{}{}{}", words.subject, words.text, words.html, String::from_utf8(composed.bytes).unwrap());
        assert!(!everything.contains("Win-a-prize"), "{language}");
    }
}

#[test]
fn an_offer_says_a_plain_name_or_none() {
    let room = mailroom();
    for language in Language::ALL.iter().copied() {
        for (asker, is_said) in [
            ("Bo Peeters", true),
            ("Zoë D’Hondt-O’Brien", true),
            ("Win at evil.com", false),
            ("me@evil.com", false),
            ("Call 0470 12 34 56", false),
            ("You have been chosen out of very many people to get a great prize", false),
        ] {
            let mut sample = sample(MailKind::SubstituteOffer, language);
            sample.mail.recipient.name = "Win-a-prize".into();
            sample.mail.about = About::Offer(OfferFacts { reference: Reference::from_random([7; 32]), asker: asker.into() });
            let composed = compose(&room, &sample);
            let words = room.words(sample.message()).unwrap();
            let everything = format!("{}{}{}{}", words.subject, words.text, words.html, String::from_utf8(composed.bytes).unwrap());
            assert!(!everything.contains("Win-a-prize"), "{language}: whoever is asked did not say that it is their name");
            assert_eq!(words.text.contains(asker), is_said, "{language}: {asker}");
            assert!(is_said || !everything.contains(asker), "{language}: {asker}");
        }
    }
}

#[test]
fn confidential_events_keep_their_secrets() {
    let room = mailroom();
    for language in Language::ALL.iter().copied() {
        for kind in MailKind::ALL.iter().copied().filter(|kind| !kind.is_of_mandate()) {
            for (tlp, link) in [(Tlp::Amber, true), (Tlp::AmberStrict, false), (Tlp::Red, false)] {
                let mut sample = sample(kind, language);
                sample.event.tlp = tlp;
                sample.event.title = "SECRET title".into();
                sample.event.summary = "SECRET summary".into();
                sample.event.platform = "SECRET platform".into();
                sample.event.slug = "secret-slug".into();
                sample.event.agenda[0].title = "SECRET item".into();
                sample.event.agenda[0].speaker = "SECRET speaker".into();
                sample.event.join_link = Some("https://meet.example.be/hush".into());
                match &mut sample.mail.about {
                    About::Registration(place) => place.mode = Mode::Online,
                    About::Guest(guest) => (guest.name, guest.organisation) = ("SECRET guest".into(), "SECRET organisation".into()),
                    About::Invitation(_) | About::Mandate(_) | About::Offer(_) => {}
                }
                sample.links.event = None;
                let words = room.words(sample.message()).unwrap();
                let composed = room.compose(sample.message(), "m@example.be").unwrap();
                let head = String::from_utf8(composed.bytes).unwrap();
                let everything = format!("{}{}{}{head}{}", words.subject, words.text, words.html, calendar_of(&room, &sample).unwrap_or_default());
                assert!(!everything.contains("SECRET") && !head.contains("secret-slug"), "{kind} {language} {tlp}: {everything}");
                assert!(link || !everything.contains("/hush"), "{kind} {language} {tlp}");
                assert!(words.subject.starts_with(tlp.label()) && words.text.starts_with(tlp.label()), "{kind} {language} {tlp}");
            }
        }
    }
}

#[test]
fn a_withheld_item_tells_its_hour_and_its_label() {
    let room = mailroom();
    for language in Language::ALL.iter().copied() {
        let mut sample = sample(MailKind::RegistrationConfirmed, language);
        let line = &mut sample.event.agenda[0];
        (line.title, line.speaker, line.withheld) = (String::new(), String::new(), Some(Tlp::Amber));
        let words = room.words(sample.message()).unwrap();
        for said in [words.text, words.html, calendar_of(&room, &sample).unwrap().replace("\r\n ", "")] {
            assert!(said.contains("TLP:AMBER"), "{language}: {said}");
        }
    }
}

#[test]
fn hostile_words_stay_words() {
    let room = mailroom();
    let (_, sample) = all().into_iter().find(|(name, _)| name == "registration_confirmed_hostile.nl").unwrap();
    let words = room.words(sample.message()).unwrap();
    assert!(words.text.contains("{{7*7}}") && words.html.contains("{{7*7}}") && !words.text.contains("49"));
    assert!(!words.html.contains("<b>") && words.html.contains("&lt;b&gt;"));
    let composed = compose(&room, &sample);
    assert_eq!(composed.rcpt, "zoë@xn--mnchen-3ya.example");
    let parsed = mail_parser::MessageParser::default().parse(&composed.bytes).unwrap();
    assert!(parsed.subject().unwrap().contains("Jan \"X\"; DROP, {{7*7}} <b> Bcc: x@y.be"), "{:?}", parsed.subject());
    assert_eq!(parsed.to().unwrap().iter().count(), 1);
    let ics = calendar_of(&room, &sample).unwrap().replace('\n', "\r\n");
    assert_eq!(ics.matches("BEGIN:VEVENT").count(), 1);
    assert!(ics.split("\r\n").all(|l| l.len() <= 75));
    assert!(crate::calendar::text::unfold(&ics).contains(":mailto:zo%C3%AB@xn--mnchen-3ya.example\r\n"));
}

#[test]
fn a_template_that_lacks_a_text_makes_no_mail() {
    let texts = Arc::new(Catalogue::load(None).unwrap());
    let folder = std::env::temp_dir().join(format!("quarterdeck-templates-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("reminder")).unwrap();
    let file = folder.join("reminder/subject.txt.hbs");
    let attempt = |template: &str| {
        std::fs::write(&file, template).unwrap();
        let templates = Templates::load(Some(&folder), &texts).map_err(|e| e.to_string())?;
        let sender = Sender::parse("events@example.be", "example.be", "https://events.example.be").unwrap();
        let room = Mailroom::new(texts.clone(), templates, sender, Vec::new());
        room.words(sample(MailKind::Reminder, Language::En).message()).map(|w| w.subject).map_err(|e| e.to_string())
    };
    assert_eq!(attempt("Own words: {{title}}\n").unwrap(), "TLP:GREEN Own words: Cyber threats in the fourth quarter of 2026");
    assert!(attempt("{{t \"no-such-text\"}}").unwrap_err().contains("no text for no-such-text"));
    assert!(attempt("{{t \"mail-reminder-heading\"}}").unwrap_err().contains("no text for mail-reminder-heading"));
    assert!(attempt("{{no_such_field}}").is_err());
    assert!(attempt("{{{title}}}").unwrap_err().contains("unescaped"));
    assert!(attempt("{{#if title}}").is_err());
    std::fs::remove_dir_all(&folder).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_words_break_a_message(name in hostile(), title in hostile(), words in hostile()) {
        let room = unsigned_mailroom();
        let mut wild = sample(MailKind::RegistrationConfirmed, Language::De);
        (wild.mail.recipient.name, wild.event.title, wild.event.venue) = (name, title, words.clone());
        wild.event.agenda[0].speaker = words;
        let bytes = compose(&room, &wild).bytes;
        let text = String::from_utf8(bytes.clone()).unwrap();
        prop_assert!(text.is_ascii() && !text.replace("\r\n", "").contains(['\r', '\n']));
        prop_assert!(text.split("\r\n").all(|l| l.len() <= 998));
        let names = |text: &str| -> Vec<String> {
            let head = text.split("\r\n\r\n").next().unwrap_or("");
            head.lines().filter(|l| !l.starts_with([' ', '\t'])).map(|l| l.split(':').next().unwrap_or("").to_owned()).collect()
        };
        let harmless = String::from_utf8(compose(&room, &sample(MailKind::RegistrationConfirmed, Language::De)).bytes).unwrap();
        prop_assert_eq!(names(&text), names(&harmless));
        let parsed = mail_parser::MessageParser::default().parse(&bytes).unwrap();
        prop_assert_eq!(parsed.to().unwrap().iter().count(), 1);
        prop_assert_eq!(parsed.to().unwrap().first().unwrap().address(), Some("Zoe.Dupont@bedrijf.example"));
        prop_assert_eq!(parsed.parts.len(), 6);
        prop_assert!(parsed.subject().unwrap().starts_with("TLP:GREEN "));
    }
}
