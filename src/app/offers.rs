//! Seats offered to colleagues: what an offer is worth now, the mail that tells of it, what is shown and kept of it, and its end by time.

use chrono::Duration;
use serde_json::{Value, json};

use super::admission::owner_shut_out;
use super::journal::Entry;
use super::kinship::{key_of, may_stand_in, standing, still_holds};
use super::ledger::{facts_of, json as text};
use super::show::{EventView, event_view};
use super::{Actor, App, AppError, secrets};
use crate::clock::Instant;
use crate::db::events::Stored;
use crate::db::offers::{self, Row};
use crate::db::outbox;
use crate::db::{AnyConn, DbError, Scope, Tx, event_facts, events, platforms, registrations};
use crate::domain::admission::{Basis, Shut, shut};
use crate::domain::email::EmailAddress;
use crate::domain::event::{Event, EventStatus};
use crate::domain::ids::{EventId, MailId, Reference, RegistrationId};
use crate::domain::journal::{Change, Deed};
use crate::domain::platform::{Audience, Platform};
use crate::domain::registration::{MailKind, State as Stands};
use crate::domain::substitute::{Refusal, State, answer_before};
use crate::i18n::format::brussels;
use crate::mail::message::{About, OfferFacts, Recipient, Snapshot};

/// Offers forgotten in one commit.
const AT_ONCE: i64 = 200;

/// An offer as whoever was asked sees it.
#[derive(Clone, Debug)]
pub struct OfferView {
    /// The row.
    pub row: Row,
    /// The event.
    pub event: EventView,
    /// Whose seat it is.
    pub seat: registrations::Row,
    /// What keeps them from taking it; `None` when they can.
    pub refusal: Option<Refusal>,
    /// Where the registration stands that took the seat over.
    pub taken: Option<Stands>,
    /// Whether nothing of the event is shown: mandates let people in there, and theirs does not.
    pub is_outside: bool,
    /// What the roster says of their mandates, where none of them is in force.
    pub shut: Option<Shut>,
}

/// Who took over from whom, and whom somebody asked, for staff.
#[derive(Clone, Debug, Default)]
pub struct Succession {
    /// Whose seat it was: reference and name.
    pub before: Option<(Reference, String)>,
    /// Who took it over.
    pub after: Option<(Reference, String)>,
    /// Who is asked to, and until when they can answer.
    pub asked: Option<(String, Instant)>,
}

impl App {
    /// An offer by the token of its link.
    ///
    /// # Errors
    /// `NotFound` for an unknown token, where names were erased, and where mandates let people in and nobody knows any more whose counts.
    pub async fn offer_by_token(&self, token: &str) -> Result<OfferView, AppError> {
        if Reference::parse(token).is_none() {
            return Err(AppError::NotFound);
        }
        let (hash, now) = (secrets::hash(token), self.now());
        self.db
            .read(move |conn| {
                let row = offers::by_page_hash(conn, &hash)?.filter(|row| row.erased_at.is_none()).ok_or(AppError::NotFound)?;
                let stored = events::by_id(conn, row.event_id)?;
                let platform: Platform = platforms::by_id(conn, stored.event.platform_id)?.into();
                let seat = registrations::by_id(conn, row.registration_id)?;
                let taken = row.substitute_id.map(|id| registrations::by_id(conn, id)).transpose()?;
                let key = key_of(conn, &row, taken.as_ref())?;
                if platform.audience == Audience::Members && key.is_none() {
                    // Whose mandate would have to be looked for is not kept any more.
                    return Err(AppError::NotFound);
                }
                let key = key.unwrap_or_default();
                let is_outside = match &taken {
                    // Whoever has the seat has it by their own mandate.
                    Some(own) => owner_shut_out(conn, &platform, own, now)?.is_some(),
                    None => !may_stand_in(conn, &platform, &seat, &key, now)?,
                };
                let refusal = match worth(&row, &stored.event, &platform, &seat, now) {
                    // Not theirs to offer any more, or not to this colleague, whether or not anybody has noted it.
                    Ok(()) if !still_holds(conn, &platform, &seat, &row, now)? => Some(Refusal::Over),
                    Ok(()) => standing(conn, &platform, row.event_id, &key)?.1,
                    Err(refusal) => Some(refusal),
                };
                let mandates = crate::db::members::mandates_of(conn, platform.id, &key)?;
                let shut = shut(platform.audience, Basis::Mandate, &mandates, brussels(now).0).filter(|_| is_outside);
                Ok(OfferView { taken: taken.map(|own| own.state), event: event_view(conn, stored, platform)?, seat, refusal, is_outside, shut, row })
            })
            .await
    }

    /// The latest offer of a seat; `None` when nobody was ever asked.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn latest_offer(&self, of: RegistrationId) -> Result<Option<Row>, AppError> {
        self.db.read(move |conn| Ok(offers::of_registration(conn, of)?.pop())).await
    }

    /// Who took over from whom, as far as names are kept.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn succession(&self, of: RegistrationId, now: Instant) -> Result<Succession, AppError> {
        self.db
            .read(move |conn| {
                let who = |conn: &mut AnyConn, id: RegistrationId| -> Result<_, DbError> {
                    let row = registrations::by_id(conn, id)?;
                    Ok((row.reference, row.name))
                };
                let mut told = Succession::default();
                if let Some(offer) = offers::taken_by(conn, of)?.pop() {
                    told.before = Some(who(conn, offer.registration_id)?);
                }
                for offer in offers::of_registration(conn, of)? {
                    let starts_at = events::by_id(conn, offer.event_id)?.event.schedule.starts_at;
                    let before = answer_before(offer.asked_at.0, starts_at);
                    match (offer.state, offer.substitute_id) {
                        (State::Accepted, Some(id)) => told.after = Some(who(conn, id)?),
                        (State::Open, _) if now < before => told.asked = Some((format!("{} ({})", offer.name, offer.email), before)),
                        _ => {}
                    }
                }
                Ok::<_, AppError>(told)
            })
            .await
    }

    /// Ends offers whose time to answer is over; answers how many there were.
    ///
    /// # Errors
    /// When the database cannot be reached; the next round goes on.
    pub async fn lapse_offers(&self, now: Instant) -> Result<usize, AppError> {
        let due = self.db.read(move |conn| Ok::<_, AppError>(offers::due(conn, now)?)).await?;
        for (seat, event) in &due {
            let (seat, event) = (*seat, *event);
            self.db.write(Scope::Event(event), move |tx| lapse(tx, event, seat, now)).await?;
        }
        Ok(due.len())
    }

    /// Takes the names out of offers that have ended, a day after they were made, and by which addresses their mails were counted.
    pub(super) async fn forget_offers(&self, now: Instant) -> Result<(), AppError> {
        let before = now - Duration::days(1);
        self.db.write(Scope::Concern("offers"), move |tx| Ok::<_, AppError>(offers::forget_addresses(tx, before)?)).await?;
        loop {
            let some = self
                .db
                .write(Scope::Concern("offers"), move |tx| {
                    let rows = offers::to_forget(tx, before, AT_ONCE)?;
                    let count = rows.len();
                    offers::forget(tx, rows, false, now)?;
                    Ok::<_, AppError>(count)
                })
                .await?;
            if some < AT_ONCE as usize {
                return Ok(());
            }
        }
    }

    /// Erases whoever was asked at this address; answers how often they were.
    pub(super) async fn erase_offers_to(&self, key: String, actor: Actor, now: Instant) -> Result<usize, AppError> {
        let look_for = key.clone();
        let theirs = self.db.read(move |conn| Ok::<_, AppError>(offers::of_address(conn, None, &look_for)?)).await?;
        for event in theirs.iter().map(|row| row.event_id) {
            let (app, key) = (self.clone(), key.clone());
            self.db
                .write(Scope::Event(event), move |tx| {
                    let rows = offers::of_address(tx, Some(event), &key)?;
                    let event = events::by_id(tx, event)?.event;
                    for row in &rows {
                        let entry = Entry::of_event(actor, Deed::OfferErased, None, &event);
                        app.write_down(tx, Entry { subject: format!("offer:{}", row.reference), change: Change::default(), ..entry }, now);
                    }
                    Ok::<_, AppError>(offers::forget(tx, rows, true, now)?)
                })
                .await?;
        }
        Ok(theirs.len())
    }
}

fn lapse(tx: &mut Tx<'_>, event: EventId, seat: RegistrationId, now: Instant) -> Result<(), AppError> {
    // It may have been answered, or the event moved, since we looked.
    let starts_at = events::by_id(tx, event)?.event.schedule.starts_at;
    let open = offers::of_registration(tx, seat)?.into_iter().find(|row| row.state == State::Open);
    if open.is_some_and(|row| now >= answer_before(row.asked_at.0, starts_at)) {
        offers::end(tx, &[seat], State::Lapsed, now)?;
    }
    Ok(())
}

/// Whether an offer can be answered, as far as the seat goes.
pub(super) fn worth(row: &Row, event: &Event, platform: &Platform, seat: &registrations::Row, now: Instant) -> Result<(), Refusal> {
    let stands = row.state == State::Open
        && event.status == EventStatus::Published
        && now < answer_before(row.asked_at.0, event.schedule.starts_at)
        && seat.state == Stands::Confirmed
        && !seat.present;
    match (platform.takes_substitutes(), stands) {
        (true, true) => Ok(()),
        (false, true) => Err(Refusal::NotAllowed),
        (_, false) => Err(Refusal::Over),
    }
}

/// Whether the mail of an offer still tells something true to somebody who may know it.
pub(super) fn is_worth_telling(conn: &mut AnyConn, row: &Row, now: Instant) -> Result<bool, DbError> {
    let event = events::by_id(conn, row.event_id)?.event;
    let platform: Platform = platforms::by_id(conn, event.platform_id)?.into();
    let seat = registrations::by_id(conn, row.registration_id)?;
    Ok(worth(row, &event, &platform, &seat, now).is_ok() && still_holds(conn, &platform, &seat, row, now)?)
}

/// When the mail of an offer was called off because nobody may name anybody there any more, all that were offered there end: they would
/// stand again, untold, once it is allowed anew.
pub(super) fn unoffered(tx: &mut Tx<'_>, mail: MailId, now: Instant) -> Result<(), DbError> {
    let Some(id) = outbox::by_id(tx, mail)?.and_then(|mail| mail.offer_id) else { return Ok(()) };
    let event = offers::by_id(tx, id)?.event_id;
    let platform = events::by_id(tx, event)?.event.platform_id;
    let platform: Platform = platforms::by_id(tx, platform)?.into();
    if platform.takes_substitutes() { Ok(()) } else { offers::end_of_platform(tx, platform.id, now) }
}

/// The mail that asks a colleague, in their language. Of what was typed it says the name of whoever asks, and nothing else.
pub(super) fn mail(app: &App, tx: &mut Tx<'_>, stored: &Stored, platform: &Platform, row: &Row, asker: &str) -> Result<outbox::Row, AppError> {
    let address = EmailAddress::parse(&row.email).map_err(|f| DbError::Other(format!("stored address: {}", f.code())))?;
    let snapshot = Snapshot {
        kind: MailKind::SubstituteOffer,
        language: row.language,
        recipient: Recipient { name: String::new(), email: row.email.clone() },
        about: About::Offer(OfferFacts { reference: row.reference.clone(), asker: asker.to_owned() }),
        changes: Vec::new(),
        made_at: row.asked_at.0,
    };
    let facts = event_facts::keep(tx, row.event_id, &text(&facts_of(stored, platform, row.language))?)?;
    Ok(outbox::Row {
        facts_id: Some(facts),
        offer_id: Some(row.id),
        ..outbox::Owed {
            id: MailId(tx.next_id()),
            kind: snapshot.kind,
            recipient: address.wire(),
            language: row.language,
            at: row.asked_at.0,
            not_after: answer_before(row.asked_at.0, stored.event.schedule.starts_at),
            snapshot: text(&snapshot)?,
            message_id: app.secrets.offer_message_id(row.id),
        }
        .into()
    })
}

/// What is kept of the offers to an address, at one event or at all, oldest first. Who asked is not theirs to be told of here.
pub(super) fn records(conn: &mut AnyConn, at: Option<EventId>, key: &str) -> Result<Vec<Value>, DbError> {
    let rows = offers::of_address(conn, at, key)?;
    rows.iter().map(|row| record(conn, row)).collect()
}

/// What is kept of the offers that the holder of a seat made, oldest first.
pub(super) fn records_of(conn: &mut AnyConn, seat: RegistrationId) -> Result<Vec<Value>, DbError> {
    let rows = offers::of_registration(conn, seat)?;
    let told = |row: &Row| {
        json!({ "name": row.name, "email": row.email, "language": row.language, "state": row.state, "asked_at": row.asked_at.0,
            "ended_at": row.ended_at.map(|t| t.0) })
    };
    Ok(rows.iter().map(told).collect())
}

fn record(conn: &mut AnyConn, row: &Row) -> Result<Value, DbError> {
    let event = events::by_id(conn, row.event_id)?.event;
    let mails = offers::mails_of(conn, row.id)?;
    // Nobody learns of an event by their data of which no mail told them.
    let slug = if mails.is_empty() { Value::Null } else { json!(event.slug) };
    let mails: Vec<Value> = mails
        .iter()
        .map(|m| json!({ "kind": m.kind, "language": m.language, "owed_at": m.created_at.0, "sent_at": m.sent_at.map(|t| t.0), "status": m.status }))
        .collect();
    Ok(json!({
        "event": slug, "name": row.name, "email": row.email, "language": row.language, "state": row.state, "asked_at": row.asked_at.0,
        "ended_at": row.ended_at.map(|t| t.0), "mails": mails,
    }))
}
