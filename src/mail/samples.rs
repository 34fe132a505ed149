//! One mail of each kind in each language, and the special ones, all of one made-up event: what staff looks at before a real one goes,
//! and what the tests hold against what was agreed. Pure.

use chrono::NaiveTime;

use super::message::*;
use crate::clock::Instant;
use crate::domain::attestation::Statement;
use crate::domain::edition::Edition;
use crate::domain::event::ChangedField;
use crate::domain::ids::Reference;
use crate::domain::language::Language;
use crate::domain::member::{Function, Mandate};
use crate::domain::mode::{Format, Mode};
use crate::domain::registration::{MailKind, State};
use crate::domain::seats::Reason;
use crate::domain::sector::Sector;
use crate::domain::tlp::Tlp;

const REFUSAL: [&str; 4] = [
    "Deze bijeenkomst is voor leden van de coalitie.",
    "Cette réunion est réservée aux membres de la coalition.",
    "Dieses Treffen ist für Mitglieder der Koalition.",
    "This meeting is for members of the coalition.",
];

const CORRECTED: [&str; 4] = [
    "U stond op de lijst van de sprekers.",
    "Vous étiez sur la liste des intervenants.",
    "Sie standen auf der Liste der Vortragenden.",
    "You were on the list of speakers.",
];

const UNCHANGED: [&str; 4] = [
    "Het verslag van de vergaderdienst toont dat u er vijf minuten was.",
    "Le rapport du service de réunion indique que vous y étiez cinq minutes.",
    "Laut Bericht des Besprechungsdienstes waren Sie fünf Minuten dabei.",
    "The report of the meeting service shows that you were there for five minutes.",
];

/// Links as real ones look; they open nothing.
fn links(language: Language) -> Links {
    Links {
        page: format!("https://events.example.be/{language}/r/fB0mTtzSC7hXy4v8o1qQd3nKJpLwEuGa2RrYxVbN5sI"),
        decline: None,
        event: Some(format!("https://events.example.be/{language}/events/qctr-2026-q4")),
        answers: Some("events+aaaaqbifaydqocbajbifmxdenrwc4u@example.be".into()),
        bounces: None,
        unsubscribe: None,
        pass: Some("K7QX-2M9P-4RTB".into()),
        join: Some(format!("https://events.example.be/{language}/j/vP3nQ8sKd0LmXy7RtZ2aBwE5cHfJ9uGi4oN6kTqVxW1A0mSdF7hJ2g")),
        check: None,
    }
}

/// Texts in the order NL, FR, DE, EN.
fn translated(language: Language, texts: [&str; 4]) -> String {
    let [nl, fr, de, en] = texts;
    match language {
        Language::Nl => nl,
        Language::Fr => fr,
        Language::De => de,
        Language::En => en,
    }
    .to_owned()
}

/// A moment of the made-up year.
fn at(text: &str) -> Instant {
    text.parse().unwrap_or_default()
}

/// The quarter it is all about.
fn quarter() -> Edition {
    Edition::of(at("2026-12-10T13:00:00Z").date_naive())
}

/// A mail with all that it is made of.
#[derive(Clone, Debug)]
pub struct Sample {
    /// What it says to the person.
    pub mail: Snapshot,
    /// What it says of the event.
    pub event: EventFacts,
    /// Where its links lead.
    pub links: Links,
}

impl Sample {
    /// The person's place, to be made another; `None` in a mail about anything else.
    pub fn seat(&mut self) -> Option<&mut RegistrationFacts> {
        match &mut self.mail.about {
            About::Registration(facts) => Some(facts),
            About::Invitation(_) | About::Mandate(_) | About::Guest(_) | About::Offer(_) => None,
        }
    }

    /// The same as an event of ours says it.
    pub fn at_event(&mut self, event: EventFacts) {
        let starts_at = event.starts_at;
        for change in &mut self.mail.changes {
            if change.field == ChangedField::Starts {
                (change.from, change.to) = (Fact::At(starts_at - chrono::Duration::days(1)), Fact::At(starts_at));
            }
        }
        self.mail.changes.retain(|change| change.field != ChangedField::Venue);
        let announced = self.event.announced.take();
        let answer_before = self.event.answer_before.and(event.answer_before);
        self.event = EventFacts { announced, answer_before, ..event };
    }

    /// All that it is made of.
    pub fn message(&self) -> Message<'_> {
        Message { mail: &self.mail, event: (!self.mail.kind.is_of_mandate()).then_some(&self.event), links: &self.links }
    }
}

/// One of this kind.
pub fn sample(kind: MailKind, language: Language) -> Sample {
    let mut sample = Sample { mail: snapshot(kind, language), event: event(language), links: links(language) };
    if kind == MailKind::Announcement {
        sample.event.announced = Some(message(language));
    }
    if kind == MailKind::Attestation {
        let statement = statement(&sample);
        if let (Some(place), Ok(words)) = (sample.seat(), statement.words("0123456789abcdef")) {
            let reference = Reference::from_random([7; 32]);
            // It looks like a signature and is none: a sample proves nothing to anybody.
            place.attested = Some(Attested { reference, signed: format!("{words}.{}", "A".repeat(86)) });
        }
        sample.links.check = Some(format!("https://events.example.be/{language}/attestations/fB0mTtzSC7hXy4v8o1qQd3nKJpL"));
    }
    if kind == MailKind::JoinDetails {
        if let Some(place) = sample.seat() {
            place.mode = Mode::Online;
        }
        sample.event.join_link = Some("https://meet.example.be/room?id=secret-room&x=1".into());
    }
    if kind.is_invitation() {
        sample.event.answer_before = Some(at("2026-12-08T11:00:00Z"));
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

/// What the sample of an attestation attests.
fn statement(of: &Sample) -> Statement {
    Statement {
        number: "K7QX-2M9P-4RTB".into(),
        provider: "Centre for Cybersecurity Belgium".into(),
        name: of.mail.recipient.name.clone(),
        title: Some(of.event.title.clone()),
        from: of.event.starts_at,
        to: of.event.ends_at,
        attended: Mode::OnSite,
        minutes: (of.event.ends_at - of.event.starts_at).num_minutes(),
        language: of.mail.language,
        issued: of.mail.made_at,
    }
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
        mandate: Mandate::since(at("2025-01-01T12:00:00Z").date_naive()),
        quarter: quarter(),
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
        made_at: at("2026-11-20T09:00:00Z"),
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
        prove_before: (kind == MailKind::ProveAddress).then(|| at("2026-11-22T09:00:00Z")),
        answered: None,
        objection: (kind == MailKind::ObjectionAnswered).then(|| ObjectionFacts { accepted: true, reason: translated(language, CORRECTED) }),
        attested: None,
    }
}

/// The made-up event.
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
        edition: quarter(),
        tlp: Tlp::Green,
        starts_at: at("2026-12-10T13:00:00Z"),
        ends_at: at("2026-12-10T16:00:00Z"),
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
                at: NaiveTime::from_hms_opt(14, 0, 0).unwrap_or_default(),
                title: t(["Welkom", "Accueil", "Begrüßung", "Welcome"]),
                speaker: "Miguel De Bruycker".into(),
                withheld: None,
            },
            AgendaLine {
                at: NaiveTime::from_hms_opt(14, 15, 0).unwrap_or_default(),
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

fn moved(language: Language) -> Vec<FactChange> {
    let venue = |place: &str| Fact::Text(place.to_owned());
    vec![
        FactChange { field: ChangedField::Starts, from: Fact::At(at("2026-12-09T13:00:00Z")), to: Fact::At(at("2026-12-10T13:00:00Z")) },
        FactChange { field: ChangedField::Venue, from: venue(""), to: venue(&event(language).venue) },
    ]
}

/// A special case: its name, of which kind it is, and how it comes about.
pub type Variant = (&'static str, MailKind, fn(&mut Sample));

/// The special cases: online, confidential, changed by the person, for members.
pub fn variants() -> Vec<Variant> {
    fn placed(sample: &mut Sample, change: impl FnOnce(&mut RegistrationFacts)) {
        if let Some(place) = sample.seat() {
            change(place);
        }
    }
    fn online(sample: &mut Sample) {
        placed(sample, |place| place.mode = Mode::Online);
        sample.event.join_link = Some("https://meet.example.be/room?id=secret-room&x=1".into());
    }
    vec![
        ("online", MailKind::RegistrationConfirmed, online),
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
            placed(m, |place| (place.state, place.waiting_place, place.was_invited) = (State::Waitlisted, Some(12), false));
        }),
        ("asked", MailKind::ProveAddress, |m| m.event.needs_approval = true),
        ("asking", MailKind::EventChanged, |m| {
            placed(m, |place| (place.state, place.was_invited) = (State::AwaitingApproval, false));
        }),
        ("after_seat", MailKind::Rejected, |m| {
            placed(m, |place| (place.was_invited, place.sequence) = (true, 1));
        }),
        ("on_site", MailKind::Invitation, |m| m.event.format = Format::OnSite),
        ("nameless", MailKind::InvitationReminder, |m| {
            m.mail.recipient.name = String::new();
            m.event.tlp = Tlp::Amber;
        }),
        ("again", MailKind::MandateQuestion, |m| {
            if let About::Mandate(facts) = &mut m.mail.about {
                (facts.again, facts.deputy) = (true, true);
                facts.mandate = Mandate::new(facts.mandate.start(), Some(at("2027-06-30T12:00:00Z").date_naive())).unwrap_or(facts.mandate);
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
        ("soon", MailKind::SubstituteOffer, |m| {
            m.event.tlp = Tlp::Amber;
            (m.event.starts_at, m.event.ends_at) = (at("2026-11-21T13:00:00Z"), at("2026-11-21T16:00:00Z"));
        }),
        ("stays", MailKind::ObjectionAnswered, |m| {
            let language = m.mail.language;
            placed(m, |place| place.objection = Some(ObjectionFacts { accepted: false, reason: translated(language, UNCHANGED) }));
        }),
        ("amber", MailKind::ObjectionAnswered, |m| m.event.tlp = Tlp::Amber),
        ("declined", MailKind::Withdrawn, |m| placed(m, |place| place.reason = Some(Reason::CalendarDeclined))),
        ("replaced", MailKind::Withdrawn, |m| placed(m, |place| place.reason = Some(Reason::Replaced))),
        ("mandate", MailKind::Withdrawn, |m| {
            placed(m, |place| place.reason = Some(Reason::MandateEnded { on: chrono::NaiveDate::from_ymd_opt(2026, 11, 30) }))
        }),
    ]
}
