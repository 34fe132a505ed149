//! The samples, and the hostile ones, in a mail room of their own.

use std::sync::Arc;

use super::super::Sender;
use super::super::message::*;
use super::super::render::{Composed, Mailroom, Templates};
pub use super::super::samples::*;
use super::super::sign::tests::signers;
use crate::domain::ids::Reference;
use crate::domain::language::Language;
use crate::domain::registration::MailKind;
use crate::domain::seats::Reason;
use crate::domain::tlp::Tlp;
use crate::i18n::Catalogue;

pub const HOSTILE: &str = "Jan \"X\"; DROP, {{7*7}} <b>\r\nBcc: x@y.be\r\n\r\n👩‍👩‍👧‍👦 שלום \u{202e}abc\u{202c} {{> layout}} =?utf-8?q?=41?= 2026 €";

pub fn mailroom() -> Mailroom {
    mailroom_with(signers("example.be"))
}

pub fn unsigned_mailroom() -> Mailroom {
    mailroom_with(Vec::new())
}

pub fn mailroom_with(signers: Vec<super::super::sign::Signer>) -> Mailroom {
    let texts = Arc::new(Catalogue::load(None).unwrap());
    let templates = Templates::load(None, &texts).unwrap();
    let sender = Sender::parse("Centre for Cybersecurity Belgium <events@example.be>", "example.be", "https://events.example.be")
        .unwrap()
        .taking_answers(true);
    Mailroom::new(texts, templates, sender, signers)
}

/// The person's place, to be made another, in a mail that must be about one.
pub trait Place {
    fn place(&mut self) -> &mut RegistrationFacts;
}

impl Place for Sample {
    fn place(&mut self) -> &mut RegistrationFacts {
        self.seat().expect("a mail about a registration")
    }
}

pub fn compose(room: &Mailroom, sample: &Sample) -> Composed {
    let mail = &sample.mail;
    room.compose(sample.message(), &format!("{}-{}@example.be", mail.kind.code().replace('_', "-"), mail.language)).unwrap()
}

/// Every mail of every language, and those that are different in kind: online, confidential, changed by the person,
/// hostile, with an address beyond ASCII.
pub fn all() -> Vec<(String, Sample)> {
    let mut mails = Vec::new();
    for language in Language::ALL.iter().copied() {
        for kind in MailKind::ALL.iter().copied() {
            mails.push((format!("{kind}.{language}"), sample(kind, language)));
        }
        for (name, kind, change) in variants().into_iter().chain(odd_ones()) {
            let mut mail = sample(kind, language);
            change(&mut mail);
            mails.push((format!("{kind}_{name}.{language}"), mail));
        }
    }
    mails
}

/// What no organiser needs to see and every mail must bear.
fn odd_ones() -> Vec<Variant> {
    fn at(sample: &mut Sample, starts: &str, ends: &str) {
        (sample.event.starts_at, sample.event.ends_at) = (starts.parse().unwrap(), ends.parse().unwrap());
    }
    vec![
        ("out_of_turn", MailKind::Promoted, |m| {
            m.place().reason = Some(Reason::Staff { text: "Zij spreekt in het tweede uur <b>.".into() });
        }),
        ("hostile", MailKind::RegistrationConfirmed, |m| {
            m.mail.recipient = Recipient { name: HOSTILE.into(), email: "zoë@münchen.example".into() };
            (m.event.title, m.event.summary, m.event.venue, m.event.platform) = (HOSTILE.into(), HOSTILE.repeat(40), HOSTILE.into(), HOSTILE.into());
            m.event.agenda[0].title = HOSTILE.into();
            m.event.agenda[0].speaker = HOSTILE.into();
        }),
        ("amber", MailKind::JoinDetails, |m| m.event.tlp = Tlp::Amber),
        ("red", MailKind::JoinDetails, |m| m.event.tlp = Tlp::Red),
        ("hostile", MailKind::JoinDetails, |m| {
            m.mail.recipient = Recipient { name: HOSTILE.into(), email: "zoë@münchen.example".into() };
            (m.event.title, m.event.platform) = (HOSTILE.into(), HOSTILE.into());
        }),
        ("hostile", MailKind::ProveAddress, |m| m.mail.recipient.name = HOSTILE.into()),
        ("spring", MailKind::Promoted, |m| at(m, "2027-03-28T00:30:00Z", "2027-03-28T02:00:00Z")),
        ("autumn", MailKind::Promoted, |m| at(m, "2027-10-30T23:30:00Z", "2027-10-31T02:30:00Z")),
        ("hour_that_comes_twice", MailKind::Promoted, |m| at(m, "2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z")),
        ("hostile", MailKind::Invitation, |m| {
            m.mail.recipient.name = HOSTILE.into();
            m.event.title = HOSTILE.into();
        }),
        ("hostile", MailKind::MandateQuestion, |m| {
            m.mail.recipient = Recipient { name: HOSTILE.into(), email: "zoë@münchen.example".into() };
            if let About::Mandate(facts) = &mut m.mail.about {
                (facts.platform, facts.organisation) = (HOSTILE.into(), HOSTILE.into());
            }
        }),
        ("hostile", MailKind::GuestOutcome, |m| {
            m.mail.recipient = Recipient { name: HOSTILE.into(), email: "zoë@münchen.example".into() };
            if let About::Guest(facts) = &mut m.mail.about {
                (facts.name, facts.organisation) = (HOSTILE.into(), HOSTILE.into());
            }
        }),
        ("hostile", MailKind::SubstituteOffer, |m| {
            m.mail.recipient.name = "Win a prize at evil.example".into();
            m.mail.about = About::Offer(OfferFacts { reference: Reference::from_random([7; 32]), asker: "Call 0470 12 34 56 now".into() });
        }),
        ("by_staff", MailKind::Withdrawn, |m| m.place().reason = Some(Reason::Staff { text: HOSTILE.into() })),
    ]
}
