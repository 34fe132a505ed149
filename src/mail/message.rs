//! What one mail says, frozen when the change was made: the outbox keeps this as JSON, and the same row always gives the
//! same bytes. What it says of the event is kept once for all mails that say the same of it. Links are not in here: they are
//! derived from the server's secret when the mail is rendered, so that the database alone opens nothing.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::domain::announcement::Words;
use crate::domain::edition::Edition;
use crate::domain::event::ChangedField;
use crate::domain::ids::Reference;
use crate::domain::language::Language;
use crate::domain::member::{Function, Mandate};
use crate::domain::mode::{Format, Mode};
use crate::domain::registration::{MailKind, State};
use crate::domain::rsvp::Answer;
use crate::domain::seats::Reason;
use crate::domain::tlp::Tlp;

/// One mail's content, but for what it says of the event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Which mail.
    pub kind: MailKind,
    /// In which language.
    pub language: Language,
    /// To whom.
    pub recipient: Recipient,
    /// The person's place, or the call to take one.
    #[serde(flatten)]
    pub about: About,
    /// What changed, for `event_changed`; otherwise empty.
    #[serde(default)]
    pub changes: Vec<FactChange>,
    /// When the change was made: Date, DTSTAMP and signature time of the mail.
    pub made_at: Instant,
}

/// What a mail is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A person's place.
    Registration(RegistrationFacts),
    /// A personal call to register.
    Invitation(InvitationFacts),
    /// A mandate on a roster.
    Mandate(MandateFacts),
    /// A guest whom the recipient proposed.
    Guest(GuestFacts),
    /// A seat that a colleague offers.
    Offer(OfferFacts),
}

/// What the mail says of an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationFacts {
    /// The public reference; the link is derived from it.
    pub reference: Reference,
    /// Whether they were proposed as a guest: that is where their data come from.
    #[serde(default, skip_serializing_if = "is_not")]
    pub proposed: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_not(value: &bool) -> bool {
    !value
}

/// What the mail says of a guest, to the member who proposed them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestFacts {
    /// The reference of the member's registration; the link is derived from it.
    pub reference: Reference,
    /// The guest's name as the member typed it.
    pub name: String,
    /// Their organisation.
    pub organisation: String,
    /// Whether nobody objected.
    pub accepted: bool,
}

/// What the mail says of an offered seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferFacts {
    /// The offer's reference; the link is derived from it.
    pub reference: Reference,
    /// Name of whoever offers it, as typed; untrusted text.
    pub asker: String,
}

/// What the mail says of a mandate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MandateFacts {
    /// The question's reference; the link is derived from it and the address.
    pub reference: Reference,
    /// Platform's name.
    pub platform: String,
    /// For which organisation.
    pub organisation: String,
    /// In which function.
    pub function: Function,
    /// Whether as a deputy.
    pub deputy: bool,
    /// From when until when.
    pub mandate: Mandate,
    /// The quarter in which it is asked, and can be answered.
    pub quarter: Edition,
    /// Whether it is asked for the second time.
    pub again: bool,
}

impl Snapshot {
    /// The person's place; `None` in a mail about anything else.
    pub fn registration(&self) -> Option<&RegistrationFacts> {
        match &self.about {
            About::Registration(facts) => Some(facts),
            About::Invitation(_) | About::Mandate(_) | About::Guest(_) | About::Offer(_) => None,
        }
    }

    /// Whether the recipient's calendar held the event before.
    pub fn was_invited(&self) -> bool {
        self.registration().is_some_and(|facts| facts.was_invited)
    }
}

/// All that a mail is made of.
#[derive(Clone, Copy, Debug)]
pub struct Message<'a> {
    /// What it says to this person.
    pub mail: &'a Snapshot,
    /// What it says of the event, in the mail's language; `None` in a mail about a mandate.
    pub event: Option<&'a EventFacts>,
    /// Where its links lead.
    pub links: &'a Links,
}

/// The links of one mail, all below the configured base URL. They are not stored: the page's holds a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    /// The personal page; before the address is proven, the page with the button that proves it; of an invitation, a mandate or an
    /// offered seat, its own; of a proposed guest, the list of them.
    pub page: String,
    /// Where an invitation or a seat is declined, or a mandate given up; `None` in all other mails.
    pub decline: Option<String>,
    /// The event's public page; `None` for hidden platforms.
    pub event: Option<String>,
    /// The address that takes answers to this mail, ORGANIZER of its calendar object; `None`: the sender's own.
    pub answers: Option<String>,
    /// The envelope's sender, where bounces go (VERP); `None`: the sender's own address.
    pub bounces: Option<String>,
    /// Where whoever wants no more such mails says so.
    pub unsubscribe: Option<Unsubscribe>,
    /// The code of the personal pass, in groups; `None` in mails about anything but a registration.
    pub pass: Option<String>,
    /// The page that sends them on to the meeting; `None` in mails about anything but a registration.
    pub join: Option<String>,
    /// The page that checks the attestation that a mail brings; without it none is attached.
    pub check: Option<String>,
}

/// Where whoever wants no more such mails says so (RFC 2369, RFC 8058).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsubscribe {
    /// The page that asks once more, and takes the one click of a mail program.
    pub page: String,
    /// The address that takes it by mail.
    pub address: String,
}

impl Links {
    /// Those of a mail in `language` about an event, to whom `page_token` opens the personal page.
    pub fn new(base_url: &str, language: Language, event: &EventFacts, page_token: &str) -> Self {
        Self {
            page: format!("{base_url}/{language}/r/{page_token}"),
            decline: None,
            event: event.has_public_page.then(|| format!("{base_url}/{language}/events/{}", event.slug)),
            answers: None,
            bounces: None,
            unsubscribe: None,
            pass: None,
            join: None,
            check: None,
        }
    }

    /// The same, with the page that `join_token` opens, which sends them on to the meeting.
    pub fn joined_at(self, base_url: &str, language: Language, join_token: &str) -> Self {
        Self { join: Some(format!("{base_url}/{language}/j/{join_token}")), ..self }
    }

    /// The same, with the page that checks an attestation, which `token` opens.
    pub fn checked_at(self, base_url: &str, language: Language, token: &str) -> Self {
        Self { check: Some(format!("{base_url}/{language}/attestations/{token}")), ..self }
    }

    /// The same, with the code of the personal pass.
    pub fn with_pass(self, code: String) -> Self {
        Self { pass: Some(code), ..self }
    }

    /// The same, with the address that takes answers.
    pub fn answered_at(self, address: String) -> Self {
        Self { answers: Some(address), ..self }
    }

    /// Those of an invitation that `token` opens.
    pub fn of_invitation(base_url: &str, language: Language, event: &EventFacts, token: &str) -> Self {
        let page = format!("{base_url}/{language}/i/{token}");
        Self { decline: Some(format!("{page}/decline")), page, ..Self::new(base_url, language, event, token) }
    }

    /// Those of a mail about a guest to whom `page_token` opens the personal page of the member who proposed them.
    pub fn of_guests(base_url: &str, language: Language, event: &EventFacts, page_token: &str) -> Self {
        let links = Self::new(base_url, language, event, page_token);
        Self { page: format!("{}/guests", links.page), ..links }
    }

    /// Those of a seat that a colleague offers, to whom `token` opens the page.
    pub fn of_offer(base_url: &str, language: Language, event: &EventFacts, token: &str) -> Self {
        let page = format!("{base_url}/{language}/s/{token}");
        Self { decline: Some(format!("{page}/decline")), page, ..Self::new(base_url, language, event, token) }
    }

    /// Those of a question about a mandate that `token` opens.
    pub fn of_mandate(base_url: &str, language: Language, token: &str) -> Self {
        let page = format!("{base_url}/{language}/m/{token}");
        Self {
            decline: Some(format!("{page}/end")),
            page,
            event: None,
            answers: None,
            bounces: None,
            unsubscribe: None,
            pass: None,
            join: None,
            check: None,
        }
    }
}

/// The one recipient.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recipient {
    /// Full name as typed; untrusted text.
    pub name: String,
    /// Address as typed, checked.
    pub email: String,
}

/// What the mail says of the registration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegistrationFacts {
    /// The public reference; the page link is derived from it.
    pub reference: Reference,
    /// The calendar UID's local part: opaque, fixed for event × person.
    pub uid: String,
    /// SEQUENCE of this message.
    pub sequence: i32,
    /// Whether an invitation went out before.
    pub was_invited: bool,
    /// Where the registration stands after the change.
    pub state: State,
    /// Way of attending.
    pub mode: Mode,
    /// Place on the waiting list, from 1, when waiting.
    pub waiting_place: Option<u32>,
    /// The rule that decided.
    pub reason: Option<Reason>,
    /// Until when the address can be proven, for `prove_address`.
    pub prove_before: Option<Instant>,
    /// The answer that the invitation carries, where it is sent once more; `None`: that of the kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Answer>,
    /// What staff answered to an objection; `None` in all other mails.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objection: Option<ObjectionFacts>,
    /// The attestation of presence that the mail brings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attested: Option<Attested>,
}

/// What staff answered to an objection to what is recorded of somebody's presence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionFacts {
    /// Whether what is recorded was corrected.
    pub accepted: bool,
    /// Why, in the words of staff.
    pub reason: String,
}

/// An attestation of presence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attested {
    /// Its public reference; the address of the page that checks it is derived from it.
    pub reference: Reference,
    /// What it says, signed: [`crate::domain::attestation::Statement`].
    pub signed: String,
}

impl RegistrationFacts {
    /// Whether there is a seat in a room, at whose entrance a pass is shown.
    pub fn has_pass(&self) -> bool {
        self.state == State::Confirmed && self.mode == Mode::OnSite
    }
}

/// What the mail says of the event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventFacts {
    /// Address part.
    pub slug: String,
    /// Platform's name.
    pub platform: String,
    /// Title.
    pub title: String,
    /// A paragraph.
    pub summary: String,
    /// Quarter.
    pub edition: Edition,
    /// Label.
    pub tlp: Tlp,
    /// Start.
    pub starts_at: Instant,
    /// End.
    pub ends_at: Instant,
    /// What it offers.
    pub format: Format,
    /// Name and address on one line; empty when online only.
    pub venue: String,
    /// Only in mails to people with a seat who attend online.
    pub join_link: Option<String>,
    /// Agenda lines.
    pub agenda: Vec<AgendaLine>,
    /// Whether outsiders can see its page; mails about hidden platforms carry no link to one.
    #[serde(default)]
    pub has_public_page: bool,
    /// Organisers decide about whoever registers by themselves.
    #[serde(default)]
    pub needs_approval: bool,
    /// Event's status is called off.
    pub called_off: bool,
    /// Only members and their guests may read it: the roster is asked before the mail goes.
    #[serde(default = "unsaid")]
    pub for_members: bool,
    /// Until when an invitation can be answered; only in mails that invite.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_before: Option<Instant>,
    /// What the organisers say, in mails that say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announced: Option<Announced>,
}

/// A message of the organisers in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announced {
    /// Subject.
    pub subject: String,
    /// Paragraphs.
    pub text: String,
}

impl Announced {
    /// What it says in a language.
    pub fn of(words: &Words, language: Language) -> Self {
        Self { subject: words.subject.get(language).to_owned(), text: words.text.get(language).to_owned() }
    }
}

/// What was stored before it was asked says nothing: the roster is asked to be sure.
const fn unsaid() -> bool {
    true
}

/// One agenda line in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgendaLine {
    /// Brussels time.
    pub at: NaiveTime,
    /// About what.
    pub title: String,
    /// By whom; may be empty.
    pub speaker: String,
    /// The label that keeps both out of mails; they are empty then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withheld: Option<Tlp>,
}

/// One fact that changed; moments are kept as moments so that they are worded in the reader's language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactChange {
    /// Which fact.
    pub field: ChangedField,
    /// As people knew it.
    pub from: Fact,
    /// As it is now.
    pub to: Fact,
}

/// A value of a fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// A moment.
    At(Instant),
    /// Text in the mail's language; may be empty.
    Text(String),
    /// A way of attending.
    Mode(Mode),
    /// What the event offers.
    Format(Format),
}
