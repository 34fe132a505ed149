//! One mail of each kind in each language, and the special ones, all of one made-up event.

use std::sync::Arc;

use super::super::Sender;
use super::super::message::*;
use super::super::render::{Composed, Mailroom, Templates};
use super::super::sign::tests::signers;
use crate::domain::event::ChangedField;
use crate::domain::ids::Reference;
use crate::domain::language::Language;
use crate::domain::member::{Function, Mandate};
use crate::domain::mode::{Format, Mode};
use crate::domain::registration::{MailKind, State};
use crate::domain::seats::Reason;
use crate::domain::sector::Sector;
use crate::domain::tlp::Tlp;
use crate::i18n::Catalogue;

pub const HOSTILE: &str = "Jan \"X\"; DROP, {{7*7}} <b>\r\nBcc: x@y.be\r\n\r\n👩‍👩‍👧‍👦 שלום \u{202e}abc\u{202c} {{> layout}} =?utf-8?q?=41?= 2026 €";

const REFUSAL: [&str; 4] = [
    "Deze bijeenkomst is voor leden van de coalitie.",
    "Cette réunion est réservée aux membres de la coalition.",
    "Dieses Treffen ist für Mitglieder der Koalition.",
    "This meeting is for members of the coalition.",
];

pub fn mailroom() -> Mailroom {
    mailroom_with(signers("example.be"))
}

pub fn unsigned_mailroom() -> Mailroom {
    mailroom_with(Vec::new())
}

pub fn mailroom_with(signers: Vec<super::super::sign::Signer>) -> Mailroom {
    let texts = Arc::new(Catalogue::load(None).unwrap());
    let templates = Templates::load(None, &texts).unwrap();
    let sender = Sender::parse("Centre for Cybersecurity Belgium <events@example.be>", "example.be", "https://events.example.be").unwrap();
    Mailroom::new(texts, templates, sender, signers)
}

pub fn links(language: Language) -> Links {
    Links {
        page: format!("https://events.example.be/{language}/r/fB0mTtzSC7hXy4v8o1qQd3nKJpLwEuGa2RrYxVbN5sI"),
        decline: None,
        event: Some(format!("https://events.example.be/{language}/events/qctr-2026-q4")),
    }
}

pub fn translated(language: Language, texts: [&str; 4]) -> String {
    texts[Language::ALL.iter().position(|l| *l == language).unwrap()].to_owned()
}

/// A mail with all that it is made of.
pub struct Sample {
    pub mail: Snapshot,
    pub event: EventFacts,
    pub links: Links,
}

impl Sample {
    /// The person's place, to be made another.
    pub fn place(&mut self) -> &mut RegistrationFacts {
        match &mut self.mail.about {
            About::Registration(facts) => facts,
            About::Invitation(_) | About::Mandate(_) | About::Guest(_) | About::Offer(_) => panic!("a mail about no registration"),
        }
    }

    pub fn message(&self) -> Message<'_> {
        Message { mail: &self.mail, event: (!self.mail.kind.is_of_mandate()).then_some(&self.event), links: &self.links }
    }
}

pub fn sample(kind: MailKind, language: Language) -> Sample {
    let mut sample = Sample { mail: snapshot(kind, language), event: event(language), links: links(language) };
    if kind == MailKind::Announcement {
        sample.event.announced = Some(message(language));
    }
    if kind == MailKind::JoinDetails {
        sample.place().mode = Mode::Online;
        sample.event.join_link = Some("https://meet.example.be/room?id=secret-room&x=1".into());
    }
    if kind.is_invitation() {
        sample.event.answer_before = Some("2026-12-08T11:00:00Z".parse().unwrap());
        sample.links = Links::of_invitation("https://events.example.be", language, &sample.event, "fB0mTtzSC7hXy4v8o1qQd3nKJpLwEuGa2RrYxVbN5sI");
    }
    if kind == MailKind::GuestOutcome {
        sample.links = Links::of_guests("https://events.example.be", language, &sample.event, "fB0mTtzSC7hXy4v8o1qQd3nKJpLwEuGa2RrYxVbN5sI");
    }
    if kind.is_of_offer() {
        sample.links = Links::of_offer("https://events.example.be", language, &sample.event, "fB0mTtzSC7hXy4v8o1qQd3nKJpLwEuGa2RrYxVbN5sI");
    }
    if kind.is_of_mandate() {
        sample.links = Links::of_mandate("https://events.example.be", language, "fB0mTtzSC7hXy4v8o1qQd3nKJpLwEuGa2RrYxVbN5sI");
    }
    sample
}

/// What the organisers say: two paragraphs, the second with two lines and an address.
fn message(language: Language) -> Announced {
    let subject = ["De deuren gaan om één uur open", "Les portes ouvrent à une heure", "Die Türen öffnen um ein Uhr", "The doors open at one"];
    let text = [
        "Breng uw identiteitskaart mee.\n\nParkeren kan achter het gebouw:\nhttps://www.example.be/parkeren?<b>=1.",
        "Apportez votre carte d’identité.\n\nUn parking se trouve derrière le bâtiment :\nhttps://www.example.be/parking?<b>=1.",
        "Bringen Sie Ihren Personalausweis mit.\n\nParkplätze gibt es hinter dem Gebäude:\nhttps://www.example.be/parken?<b>=1.",
        "Bring your identity card.\n\nYou can park behind the building:\nhttps://www.example.be/parking?<b>=1.",
    ];
    Announced { subject: translated(language, subject), text: translated(language, text) }
}

fn mandate(language: Language) -> MandateFacts {
    let t = |texts| translated(language, texts);
    MandateFacts {
        reference: Reference::from_random([7; 32]),
        platform: t(["CSI/DPO-platform", "Plateforme CSI/DPO", "CSI/DPO-Plattform", "CSI/DPO platform"]),
        organisation: t(["FOD Bruggen", "SPF Ponts", "FÖD Brücken", "FPS Bridges"]),
        function: Function::Dpo,
        deputy: false,
        mandate: Mandate::new("2025-01-01".parse().unwrap(), None).unwrap(),
        quarter: "2026-Q4".parse().unwrap(),
        again: false,
    }
}

fn guest(language: Language) -> GuestFacts {
    let organisation = translated(language, ["Haven van Testdam", "Port de Testdam", "Hafen Testdam", "Port of Testdam"]);
    GuestFacts { reference: Reference::from_random([7; 32]), name: "Jan Maes".into(), organisation, accepted: true }
}

fn snapshot(kind: MailKind, language: Language) -> Snapshot {
    Snapshot {
        kind,
        language,
        recipient: Recipient { name: "Zoë Dupont".into(), email: "Zoe.Dupont@bedrijf.example".into() },
        about: if kind.is_invitation() {
            About::Invitation(InvitationFacts { reference: Reference::from_random([7; 32]), proposed: false })
        } else if kind.is_of_mandate() {
            About::Mandate(mandate(language))
        } else if kind == MailKind::GuestOutcome {
            About::Guest(guest(language))
        } else if kind.is_of_offer() {
            About::Offer(OfferFacts { reference: Reference::from_random([7; 32]), asker: "Bo Peeters".into() })
        } else {
            About::Registration(registration(kind, language))
        },
        changes: if kind == MailKind::EventChanged { moved(language) } else { Vec::new() },
        made_at: "2026-11-20T09:00:00Z".parse().unwrap(),
    }
}

fn registration(kind: MailKind, language: Language) -> RegistrationFacts {
    let waiting = kind == MailKind::Waitlisted;
    RegistrationFacts {
        reference: Reference::from_random([7; 32]),
        uid: "k3v7QxTz0aLm9".into(),
        sequence: i32::from(matches!(kind, MailKind::EventChanged | MailKind::Withdrawn | MailKind::EventCancelled)),
        was_invited: !matches!(
            kind,
            MailKind::ProveAddress
                | MailKind::RegistrationReceived
                | MailKind::Rejected
                | MailKind::RegistrationConfirmed
                | MailKind::Promoted
                | MailKind::Waitlisted
        ),
        state: match kind {
            MailKind::ProveAddress => State::Pending,
            MailKind::Waitlisted => State::Waitlisted,
            MailKind::RegistrationReceived => State::AwaitingApproval,
            MailKind::Rejected => State::Rejected,
            MailKind::Withdrawn => State::Withdrawn,
            MailKind::EventCancelled => State::Cancelled,
            _ => State::Confirmed,
        },
        mode: Mode::OnSite,
        waiting_place: waiting.then_some(4),
        reason: match kind {
            MailKind::Waitlisted => Some(Reason::QuotaFull { sector: Sector::Private, limit: 60 }),
            MailKind::Withdrawn => Some(Reason::OwnWish),
            MailKind::Rejected => Some(Reason::Staff { text: translated(language, REFUSAL) }),
            MailKind::RegistrationConfirmed => Some(Reason::SeatFree),
            _ => None,
        },
        prove_before: (kind == MailKind::ProveAddress).then(|| "2026-11-22T09:00:00Z".parse().unwrap()),
    }
}

pub fn event(language: Language) -> EventFacts {
    let t = |texts| translated(language, texts);
    EventFacts {
        slug: "qctr-2026-q4".into(),
        platform: t([
            "Quarterly Cyber Threat Report",
            "Quarterly Cyber Threat Report",
            "Quarterly Cyber Threat Report",
            "Quarterly Cyber Threat Report",
        ]),
        title: t([
            "Cyberdreigingen in het vierde kwartaal van 2026",
            "Les cybermenaces du quatrième trimestre 2026",
            "Cyberbedrohungen im vierten Quartal 2026",
            "Cyber threats in the fourth quarter of 2026",
        ]),
        summary: t([
            "Wat we dit kwartaal zagen, wie het trof en wat u eraan kunt doen.",
            "Ce que nous avons vu ce trimestre, qui a été touché et ce que vous pouvez faire.",
            "Was wir in diesem Quartal gesehen haben, wen es traf und was Sie tun können.",
            "What we saw this quarter, whom it hit and what you can do about it.",
        ]),
        edition: "2026-Q4".parse().unwrap(),
        tlp: Tlp::Green,
        starts_at: "2026-12-10T13:00:00Z".parse().unwrap(),
        ends_at: "2026-12-10T16:00:00Z".parse().unwrap(),
        format: Format::Hybrid,
        venue: t([
            "Wetstraat 16, 1000 Brussel",
            "Rue de la Loi 16, 1000 Bruxelles",
            "Rue de la Loi 16, 1000 Brüssel",
            "Rue de la Loi 16, 1000 Brussels",
        ]),
        join_link: None,
        agenda: vec![
            AgendaLine {
                at: "14:00:00".parse().unwrap(),
                title: t(["Welkom", "Accueil", "Begrüßung", "Welcome"]),
                speaker: "Miguel De Bruycker".into(),
                withheld: None,
            },
            AgendaLine {
                at: "14:15:00".parse().unwrap(),
                title: t(["Het dreigingsbeeld", "L’état de la menace", "Die Bedrohungslage", "The threat picture"]),
                speaker: String::new(),
                withheld: None,
            },
        ],
        has_public_page: true,
        needs_approval: false,
        called_off: false,
        for_members: false,
        announced: None,
        answer_before: None,
    }
}

pub fn moved(language: Language) -> Vec<FactChange> {
    let venue = |place: &str| Fact::Text(place.to_owned());
    vec![
        FactChange {
            field: ChangedField::Starts,
            from: Fact::At("2026-12-09T13:00:00Z".parse().unwrap()),
            to: Fact::At("2026-12-10T13:00:00Z".parse().unwrap()),
        },
        FactChange { field: ChangedField::Venue, from: venue(""), to: venue(&event(language).venue) },
    ]
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
        for (name, kind, change) in variants() {
            let mut mail = sample(kind, language);
            change(&mut mail);
            mails.push((format!("{kind}_{name}.{language}"), mail));
        }
    }
    mails
}

pub type Variant = (&'static str, MailKind, fn(&mut Sample));

pub fn variants() -> Vec<Variant> {
    fn online(sample: &mut Sample) {
        sample.place().mode = Mode::Online;
        sample.event.join_link = Some("https://meet.example.be/room?id=secret-room&x=1".into());
    }
    fn at(sample: &mut Sample, starts: &str, ends: &str) {
        (sample.event.starts_at, sample.event.ends_at) = (starts.parse().unwrap(), ends.parse().unwrap());
    }
    vec![
        ("online", MailKind::RegistrationConfirmed, online),
        ("out_of_turn", MailKind::Promoted, |m| {
            m.place().reason = Some(Reason::Staff { text: "Zij spreekt in het tweede uur <b>.".into() });
        }),
        ("amber", MailKind::RegistrationConfirmed, |m| {
            online(m);
            m.event.tlp = Tlp::Amber;
        }),
        ("red", MailKind::RegistrationConfirmed, |m| {
            online(m);
            m.event.tlp = Tlp::Red;
        }),
        ("switched", MailKind::EventChanged, |m| {
            online(m);
            m.mail.changes = vec![FactChange { field: ChangedField::Mode, from: Fact::Mode(Mode::OnSite), to: Fact::Mode(Mode::Online) }];
        }),
        ("waiting", MailKind::EventChanged, |m| {
            m.place().state = State::Waitlisted;
            m.place().waiting_place = Some(12);
            m.place().was_invited = false;
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
        ("asked", MailKind::ProveAddress, |m| m.event.needs_approval = true),
        ("asking", MailKind::EventChanged, |m| {
            m.place().state = State::AwaitingApproval;
            m.place().was_invited = false;
        }),
        ("after_seat", MailKind::Rejected, |m| {
            m.place().was_invited = true;
            m.place().sequence = 1;
        }),
        ("on_site", MailKind::Invitation, |m| m.event.format = Format::OnSite),
        ("nameless", MailKind::InvitationReminder, |m| {
            m.mail.recipient.name = String::new();
            m.event.tlp = Tlp::Amber;
        }),
        ("hostile", MailKind::Invitation, |m| {
            m.mail.recipient.name = HOSTILE.into();
            m.event.title = HOSTILE.into();
        }),
        ("again", MailKind::MandateQuestion, |m| {
            if let About::Mandate(facts) = &mut m.mail.about {
                (facts.again, facts.deputy) = (true, true);
                facts.mandate = Mandate::new(facts.mandate.start(), Some("2027-06-30".parse().unwrap())).unwrap();
            }
        }),
        ("hostile", MailKind::MandateQuestion, |m| {
            m.mail.recipient = Recipient { name: HOSTILE.into(), email: "zoë@münchen.example".into() };
            if let About::Mandate(facts) = &mut m.mail.about {
                (facts.platform, facts.organisation) = (HOSTILE.into(), HOSTILE.into());
            }
        }),
        ("proposed", MailKind::Invitation, |m| {
            m.mail.about = About::Invitation(InvitationFacts { reference: Reference::from_random([7; 32]), proposed: true });
        }),
        ("not_invited", MailKind::GuestOutcome, |m| {
            if let About::Guest(facts) = &mut m.mail.about {
                facts.accepted = false;
            }
        }),
        ("amber", MailKind::GuestOutcome, |m| m.event.tlp = Tlp::Amber),
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
        ("soon", MailKind::SubstituteOffer, |m| {
            m.event.tlp = Tlp::Amber;
            (m.event.starts_at, m.event.ends_at) = ("2026-11-21T13:00:00Z".parse().unwrap(), "2026-11-21T16:00:00Z".parse().unwrap());
        }),
        ("replaced", MailKind::Withdrawn, |m| m.place().reason = Some(Reason::Replaced)),
        ("mandate", MailKind::Withdrawn, |m| m.place().reason = Some(Reason::MandateEnded { on: chrono::NaiveDate::from_ymd_opt(2026, 11, 30) })),
        ("by_staff", MailKind::Withdrawn, |m| m.place().reason = Some(Reason::Staff { text: HOSTILE.into() })),
    ]
}
