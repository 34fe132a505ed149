//! Mails that come in. Every door gives them here: they are kept as they came, then read, matched with what they are about, and what
//! they ask for is done, in one transaction with the note that it was.
//!
//! Reading decides nothing and acting reads nothing: `mail::inbound` says what a mail is, `subject` what it is about, `answers` and
//! `bounces` what follows. A mail that breaks its reader is looked at three times and then kept for a person; it holds up no other.

mod answers;
mod bounces;
mod opened;
pub(super) mod show;
mod subject;
mod words;

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::Duration;
pub use opened::Opened;
use ring::digest;
pub use show::{InboundDepth, Shown};
use subject::Subject;
pub use words::{Kind, Outcome};

use super::{App, AppError};
use crate::clock::Instant;
use crate::db::inbound::{self, Door, Handled, New, Stage, Waiting};
use crate::db::{DbError, Scope, Tx};
use crate::domain::email::EmailAddress;
use crate::domain::ids::InboundId;
use crate::mail::inbound::authenticate::{Authentic, By, Keys, authenticate};
use crate::mail::inbound::{Class, Ours, Reading, read};
use crate::mail::shown::blotted;

const INBOUND: Scope = Scope::Concern("inbound");
/// How long a mail is held while it is handled; a killed process leaves it alone for no longer.
const LEASE_SECONDS: i64 = 120;
/// How often a mail is looked at before it is left to a person.
const LOOKS: i32 = 3;
/// For how long the name servers may stay silent before an answer counts as vouched for by nobody.
const PATIENCE_MINUTES: i64 = 30;
/// Mails handled side by side: their commits go together.
const AT_ONCE: i64 = 32;

/// What the pipeline needs to know of ourselves and of our border.
#[derive(Clone, Debug)]
pub struct Border {
    /// How our own mails are recognised.
    pub ours: Ours,
    /// The name under which our border writes Authentication-Results.
    pub authserv_id: Option<String>,
}

/// What became of a mail that was given to a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Received {
    /// Its row.
    pub id: InboundId,
    /// Whether it was kept before: a door that got no answer brings it again.
    pub again: bool,
}

/// What was done with a mail.
#[derive(Clone, Debug, Default)]
struct Done {
    outcome: Option<Outcome>,
    for_person: bool,
    /// It is about somebody whose data were erased: nothing of it is kept.
    forget: bool,
}

impl Done {
    const fn quietly(outcome: Outcome) -> Self {
        Self { outcome: Some(outcome), for_person: false, forget: false }
    }

    const fn shown(outcome: Outcome) -> Self {
        Self { outcome: Some(outcome), for_person: true, forget: false }
    }

    const fn forgotten() -> Self {
        Self { outcome: Some(Outcome::Unknown), for_person: false, forget: true }
    }
}

impl App {
    /// Keeps a mail as it came. Once this answers, it is not lost.
    ///
    /// # Errors
    /// When the database cannot be written: the door tells whoever brought it to come again.
    pub async fn receive_mail(&self, door: Door, envelope_to: Option<String>, raw: Vec<u8>, now: Instant) -> Result<Received, AppError> {
        let digest = digest_of(envelope_to.as_deref(), &raw);
        let envelope_to = envelope_to.map(|address| address.chars().take(320).collect());
        self.db
            .write(INBOUND, move |tx| {
                let id = InboundId(tx.next_id());
                let row = New {
                    id,
                    door,
                    digest: digest.clone(),
                    received_at: now.into(),
                    envelope_to: envelope_to.clone(),
                    octets: i64::try_from(raw.len()).unwrap_or(i64::MAX),
                    state: Stage::Stored,
                    raw: Some(raw.clone()),
                };
                if inbound::insert(tx, &row)? {
                    return Ok(Received { id, again: false });
                }
                let id = inbound::by_digest(tx, &digest)?.ok_or(AppError::Fault(DbError::NotFound))?;
                Ok::<_, AppError>(Received { id, again: true })
            })
            .await
    }

    /// Handles mails that wait, oldest first, some side by side; answers how many were taken.
    ///
    /// # Errors
    /// When the database cannot be reached. What goes wrong with a single mail is noted there and holds up no other.
    pub async fn handle_inbound<K: Keys + Send + 'static>(&self, border: &Arc<Border>, keys: &Arc<K>, now: Instant) -> Result<usize, AppError> {
        // Looked for by a reader first: most of the time there is nothing, and every claim is a commit.
        if !self.db.read(move |conn| Ok::<_, AppError>(inbound::is_due(conn, now)?)).await? {
            return Ok(0);
        }
        let until = now + Duration::seconds(LEASE_SECONDS);
        let waiting = self.db.write(INBOUND, move |tx| Ok::<_, AppError>(inbound::claim(tx, now, until, AT_ONCE)?)).await?;
        let taken = waiting.len();
        let mut work = tokio::task::JoinSet::new();
        for mail in waiting {
            let (app, border, keys) = (self.clone(), border.clone(), keys.clone());
            work.spawn(async move {
                let (id, looks) = (mail.id, mail.attempts + 1);
                if let Err(error) = app.handle_one(&border, keys.as_ref(), mail, now).await {
                    tracing::error!(mail = id.0, looks, error = %error, "a mail that came in could not be handled; it is kept");
                    // That is not the mail's fault, and no look at it. Where even this cannot be written, the lease ends by itself.
                    if is_passing(&error) {
                        let _ = app.put_off(id, now).await;
                    }
                }
            });
        }
        while work.join_next().await.is_some() {}
        Ok(taken)
    }

    async fn handle_one(&self, border: &Border, keys: &impl Keys, mail: Waiting, now: Instant) -> Result<(), AppError> {
        let id = mail.id;
        // Looked at before, each time in vain: whatever it is, it is not tried for ever.
        if mail.attempts >= LOOKS {
            return self.give_up_on(id, now).await;
        }
        let Some(raw) = mail.raw.map(Arc::new) else { return self.give_up_on(id, now).await };
        let reading = {
            let (raw, ours) = (raw.clone(), border.ours.clone());
            // A panic of the reader ends this look, not the process.
            tokio::task::spawn_blocking(move || read(&raw, &ours)).await.map_err(|_| AppError::Fault(DbError::Other("the reader panicked".into())))?
        };
        let letter = Letter { id, received_at: mail.received_at.0, envelope_to: mail.envelope_to, reading: Arc::new(reading) };
        let (app, asked, domain) = (self.clone(), letter.clone(), border.ours.domain.clone());
        let subject = self.db.read(move |conn| subject::find(conn, &app, &asked, &domain)).await?;
        let authentic = match self.vouched(border, keys, &raw, &letter, &subject).await {
            Some(Authentic::No(why)) if why.is_temporary() && !subject.is_probe && now - letter.received_at < Duration::minutes(PATIENCE_MINUTES) => {
                return self.put_off(id, now).await;
            }
            authentic => authentic,
        };
        let app = self.clone();
        let scope = subject.event().map_or(INBOUND, Scope::Event);
        self.db
            .write(scope, move |tx| {
                // Another process may have handled it since, when this one was slow.
                if !inbound::is_waiting(tx, letter.id)? {
                    return Ok(());
                }
                // Erased while this waited for its turn: nothing of it may be written down.
                let subject = subject.as_it_is(tx)?;
                let done = act(tx, &app, &letter, &subject, authentic.as_ref(), now)?;
                let note = handled(&letter, &subject, authentic.as_ref(), &done);
                inbound::mark(tx, letter.id, Stage::Handled, &note, now)?;
                if done.forget {
                    inbound::forget_one(tx, letter.id, now)?;
                }
                Ok::<_, AppError>(())
            })
            .await
    }

    /// Who vouches for the sender of an answer, or of a mail of our own that was to come back; `None` where nothing depends on it.
    async fn vouched(&self, border: &Border, keys: &impl Keys, raw: &[u8], letter: &Letter, subject: &Subject) -> Option<Authentic> {
        let claimed = match &letter.reading.class {
            Class::Calendar(_) => EmailAddress::parse(&subject.registration.as_ref()?.email).ok()?,
            Class::Own if subject.is_probe => EmailAddress::parse(&border.ours.from).ok()?,
            _ => return None,
        };
        Some(authenticate(raw, &letter.reading, &claimed, border.authserv_id.as_deref(), keys).await)
    }

    /// Leaves a mail to a person.
    async fn give_up_on(&self, id: InboundId, now: Instant) -> Result<(), AppError> {
        let given_up = Handled {
            kind: Some(Kind::Unreadable.code().into()),
            outcome: Some(Outcome::GivenUp.code().into()),
            for_person: true,
            ..Handled::default()
        };
        self.db.write(INBOUND, move |tx| Ok::<_, AppError>(inbound::mark(tx, id, Stage::Failed, &given_up, now)?)).await
    }

    /// Looks at a mail again in a minute, without counting this look.
    async fn put_off(&self, id: InboundId, now: Instant) -> Result<(), AppError> {
        self.db.write(INBOUND, move |tx| Ok::<_, AppError>(inbound::put_off(tx, id, now + Duration::minutes(1))?)).await
    }
}

/// Whether a fault lies with the database at this moment, whatever the mail.
const fn is_passing(error: &AppError) -> bool {
    use DbError::{Again, Commit, Full, Locked, Unavailable};
    matches!(error, AppError::Fault(Again(_) | Commit(_) | Full | Locked(_) | Unavailable(_)))
}

/// A mail that is handled.
#[derive(Clone, Debug)]
struct Letter {
    id: InboundId,
    received_at: Instant,
    envelope_to: Option<String>,
    reading: Arc<Reading>,
}

/// Does what a mail asks for.
fn act(tx: &mut Tx<'_>, app: &App, letter: &Letter, subject: &Subject, authentic: Option<&Authentic>, now: Instant) -> Result<Done, AppError> {
    let reading = &letter.reading;
    // What a letter says is new, whoever wrote it was forgotten before: somebody reads it. What is only about the old is dropped.
    if subject.is_erased && !matches!(reading.class, Class::Human | Class::OtherCalendar { .. } | Class::Unreadable(_)) {
        return Ok(Done::forgotten());
    }
    if let (Some(message_id), Some(key)) = (&reading.message_id, from_key(reading))
        && !matches!(reading.class, Class::Bounce(_) | Class::Complaint(_))
        && inbound::came_before(tx, letter.id, message_id, &key)?
    {
        return Ok(Done::quietly(Outcome::CameBefore));
    }
    match &reading.class {
        Class::Calendar(spoken) => answers::act(tx, app, letter, subject, spoken, matches!(authentic, Some(Authentic::Yes(_))), now),
        Class::Bounce(bounce) => bounces::act(tx, app, subject, bounce, now),
        Class::Complaint(complaint) => bounces::complain(tx, app, subject, complaint, now),
        Class::Unsubscribe => bounces::unsubscribe(tx, app, subject, now),
        Class::Human if subject.unsubscribes => bounces::unsubscribe(tx, app, subject, now),
        Class::AutoReply => Ok(Done::quietly(Outcome::Kept)),
        Class::Own if subject.is_probe => Ok(Done::quietly(Outcome::Probe)),
        Class::Own | Class::Loop => Ok(Done::quietly(Outcome::Dropped)),
        Class::OtherCalendar { .. } | Class::Human | Class::Unreadable(_) => Ok(Done::shown(Outcome::ForPerson)),
    }
}

/// What is noted of a mail.
fn handled(letter: &Letter, subject: &Subject, authentic: Option<&Authentic>, done: &Done) -> Handled {
    let reading = &letter.reading;
    Handled {
        kind: Some(Kind::of(&reading.class).code().into()),
        outcome: done.outcome.map(|outcome| outcome.code().into()),
        authentic: authentic.map(spelled),
        message_id: reading.message_id.clone(),
        from_name: reading.from_name.clone().unwrap_or_default().chars().take(200).collect(),
        from_address: reading.from.first().cloned().unwrap_or_default().chars().take(320).collect(),
        from_key: from_key(reading),
        subject: reading.subject.clone(),
        text: text_of(reading),
        registration_id: subject.registration.as_ref().map(|row| row.id),
        event_id: subject.event(),
        invitation_id: subject.invitation.as_ref().map(|row| row.id),
        mail_id: subject.mail.as_ref().map(|row| row.id),
        for_person: done.for_person,
    }
}

/// What a person is to read: the words of the mail, or those that the calendar carries.
fn text_of(reading: &Reading) -> String {
    let text = match &reading.class {
        Class::Calendar(spoken) if reading.text.trim().is_empty() => &spoken.comment,
        _ => &reading.text,
    };
    // Whoever answers quotes what they got, and staff must not be able to act as them.
    blotted(text)
}

fn from_key(reading: &Reading) -> Option<String> {
    reading.from.first().and_then(|address| EmailAddress::parse(address).ok()).map(|address| address.key())
}

fn spelled(authentic: &Authentic) -> String {
    match authentic {
        Authentic::Yes(By::Dkim { domain }) => format!("dkim {domain}"),
        Authentic::Yes(By::Dmarc { domain }) => format!("dmarc {domain}"),
        Authentic::Yes(By::Spf { domain }) => format!("spf {domain}"),
        Authentic::No(why) => format!("no {}", why.code()),
    }
}

/// SHA-256 of the recipient and the whole mail.
fn digest_of(envelope_to: Option<&str>, raw: &[u8]) -> String {
    let mut context = digest::Context::new(&digest::SHA256);
    context.update(envelope_to.unwrap_or_default().as_bytes());
    context.update(&[0]);
    context.update(raw);
    URL_SAFE_NO_PAD.encode(context.finish())
}
