//! What is kept of a person, over all events: everything at once for whoever has a right to it (GDPR 15, 17, 20).

use serde_json::{Value, json};

use super::addresses::Kept;
use super::attendance::show::records as seen;
use super::correct_presence::{Presence, presence};
use super::forget_invitations::{record_at, records};
use super::journal::Entry;
use super::show::{RegistrationView, registration_view};
use super::{Actor, App, AppError, attestations, guests, object, offers};
use crate::clock::Instant;
use crate::db::AnyConn;
use crate::db::members::questions;
use crate::db::outbox::{self, Row as MailRow};
use crate::db::{calendar_feeds, inbound, invitations, members, notes, objections, people, platforms, registrations, rsvps, sightings};
use crate::domain::email::EmailAddress;
use crate::domain::ids::{InvitationId, PersonId, RegistrationId};
use crate::domain::journal::{Change, Deed};

/// How much of somebody was erased.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Registrations.
    pub registrations: usize,
    /// Invitations, proposals to invite, and seats offered by colleagues.
    pub invitations: usize,
    /// Mandates on rosters.
    pub mandates: usize,
    /// Mails that came from them.
    pub mails: usize,
    /// How often an attendance report saw them as nobody who is registered.
    pub sightings: usize,
}

impl App {
    /// Everything that is kept of the owner of one registration.
    pub async fn registration_record(&self, view: &RegistrationView, now: Instant) -> Result<Value, AppError> {
        let mut data = record(view, &self.mails_of(view.row.id).await?, self.note_of(view.row.id).await?.as_ref());
        let (place, event, key) =
            (view.row.clone(), view.row.event_id, EmailAddress::parse(&view.row.email).map(|email| email.key()).unwrap_or_default());
        let (app, platform) = (self.clone(), view.event.platform.id);
        let at_event = move |conn: &mut AnyConn| {
            let mut kept = json!({ "invitation": record_at(conn, event, &key)?, "proposals": guests::records(conn, Some(event), &key)? });
            kept["guests_proposed"] = json!(guests::made_by(conn, &place, now)?);
            kept["asked_to_stand_in"] = json!(offers::records(conn, Some(event), &key)?);
            kept["substitutes_asked"] = json!(offers::records_of(conn, place.id)?);
            kept["calendar_answer"] = calendar_answer(conn, place.id)?;
            kept["attestations"] = json!(attestations::records(conn, place.id)?);
            kept["presence"] = json!(proofs(&presence(conn, place.id)?));
            kept["objections"] = json!(object::records(&objections::of_registration(conn, place.id)?));
            kept["seen_in_reports"] = json!(seen(&sightings::of_registration(conn, place.id)?));
            kept["mails_received"] = json!(received(&inbound::of_registration(conn, place.id, i64::MAX)?, &key));
            // The link opens one registration: what its owner said to other platforms is not told by it.
            kept["address"] = Kept::of(conn, &app, &key)?.record(conn, Some(platform))?;
            kept["calendar_renewed_at"] = place.person_id.map(|person| calendar_renewed(conn, person)).transpose()?.into();
            Ok::<_, AppError>(kept)
        };
        if let (Some(data), Value::Object(kept)) = (data.as_object_mut(), self.db.read(at_event).await?) {
            data.extend(kept);
        }
        Ok(data)
    }

    /// Everything that is kept of the person with this address: one record for each registration, oldest first, for each
    /// invitation, and for each mandate on a roster. The journal says that it was handed out, not whose.
    ///
    /// # Errors
    /// `NotFound` when nobody with this address is known.
    pub async fn export_person(&self, email: &EmailAddress, now: Instant) -> Result<Value, AppError> {
        let (app, key) = (self.clone(), email.key());
        let data: Value = self
            .db
            .read(move |conn| {
                let (invited, mandates, proposed) = (records(conn, &key)?, mandates(conn, &key)?, guests::records(conn, None, &key)?);
                let asked = offers::records(conn, None, &key)?;
                let invitations: Vec<InvitationId> = invitations::of_address(conn, &key)?.iter().map(|row| row.id).collect();
                let wrote = received(&inbound::of_somebody(conn, &key, &invitations)?, &key);
                // Under a registration stands what is its own.
                let nobodys: Vec<_> = sightings::of_address(conn, &key)?.into_iter().filter(|row| row.registration_id.is_none()).collect();
                let seen_as = seen(&nobodys);
                let kept = Kept::of(conn, &app, &key)?;
                let address = kept.record(conn, None)?;
                let Some(person) = people::by_email_keys(conn, std::slice::from_ref(&key))?.remove(&key) else {
                    // Whoever was only invited, or only has a mandate, is no person here, and yet somebody.
                    let known = json!({ "registrations": [], "invitations": invited, "mandates": mandates, "proposals": proposed,
                        "asked_to_stand_in": asked, "mails_received": wrote, "address": address, "seen_in_reports": seen_as });
                    let lists = [&invited, &mandates, &proposed, &asked, &wrote, &seen_as];
                    let is_nobody = lists.iter().all(|list| list.is_empty()) && kept.is_nothing();
                    return if is_nobody { Err(AppError::NotFound) } else { Ok(known) };
                };
                let mut registered = Vec::new();
                for row in registrations::of_person(conn, person.id)? {
                    let mails = outbox::of_registration(conn, row.id)?;
                    let note = notes::of(conn, row.id)?;
                    let (made, offered) = (guests::made_by(conn, &row, now)?, offers::records_of(conn, row.id)?);
                    let (answer, about) = (calendar_answer(conn, row.id)?, received(&inbound::of_registration(conn, row.id, i64::MAX)?, &key));
                    let (of_presence, reported) = (proofs(&presence(conn, row.id)?), seen(&sightings::of_registration(conn, row.id)?));
                    let objected = object::records(&objections::of_registration(conn, row.id)?);
                    let attested = json!(attestations::records(conn, row.id)?);
                    let mut one = record(&registration_view(conn, row)?, &mails, note.as_ref());
                    (one["guests_proposed"], one["substitutes_asked"]) = (json!(made), json!(offered));
                    (one["calendar_answer"], one["mails_received"]) = (answer, json!(about));
                    one["attestations"] = attested;
                    one["presence"] = json!(of_presence);
                    one["seen_in_reports"] = json!(reported);
                    one["objections"] = json!(objected);
                    registered.push(one);
                }
                Ok::<_, AppError>(json!({
                    "name": person.name, "email": person.email, "sector": person.sector, "language": person.language,
                    "address_proven_at": person.proved_at.map(|t| t.0), "known_since": person.created_at.0, "registrations": registered,
                    "invitations": invited, "mandates": mandates, "proposals": proposed, "asked_to_stand_in": asked,
                    "mails_received": wrote, "address": address, "seen_in_reports": seen_as, "calendar_renewed_at": calendar_renewed(conn, person.id)?,
                }))
            })
            .await?;
        let [registrations, invitations, mandates, offers] =
            ["registrations", "invitations", "mandates", "asked_to_stand_in"].map(|part| data[part].as_array().map_or(0, Vec::len));
        let change = Change::to(&json!({ "registrations": registrations, "invitations": invitations, "mandates": mandates, "offers": offers }));
        self.note_deed(Entry::of(Actor::Operator, Deed::PersonExported, "person", change), now).await?;
        Ok(data)
    }

    /// Erases every registration and invitation of the person with this address, with the last of them the person, and whose their
    /// mandates were. Answers also what stays of the address: that it fails, and what it wants no more of, must be honoured still.
    ///
    /// # Errors
    /// `NotFound` when nobody with this address is known.
    pub async fn erase_person(&self, email: &EmailAddress, now: Instant) -> Result<(Erased, Kept), AppError> {
        let key = email.key();
        let theirs: Vec<RegistrationId> = self
            .db
            .read(move |conn| {
                let Some(person) = people::by_email_keys(conn, std::slice::from_ref(&key))?.remove(&key) else { return Ok(Vec::new()) };
                Ok::<_, AppError>(registrations::of_person(conn, person.id)?.into_iter().map(|row| row.id).collect())
            })
            .await?;
        // First: erasing a registration takes its invitation along, and nobody could count it any more.
        let proposed =
            self.erase_guests_of(email.key(), Actor::Operator, now).await? + self.erase_offers_to(email.key(), Actor::Operator, now).await?;
        let invited = proposed + self.erase_invitations_of(email.key(), Actor::Operator, now).await?;
        for id in &theirs {
            match self.erase(*id, Actor::Operator, now).await {
                // Its owner was faster.
                Ok(()) | Err(AppError::NotFound) => {}
                Err(other) => return Err(other),
            }
        }
        let mandates = self.erase_member(email.key(), Actor::Operator, now).await?;
        let mails = self.erase_inbound_from(email.key(), now).await?;
        let sightings = self.erase_sightings_of(email.key(), now).await?;
        let erased = Erased { registrations: theirs.len(), invitations: invited, mandates, mails, sightings };
        let (app, key) = (self.clone(), email.key());
        let kept = self.db.read(move |conn| Ok::<_, AppError>(Kept::of(conn, &app, &key)?)).await?;
        if erased == Erased::default() && kept.is_nothing() { Err(AppError::NotFound) } else { Ok((erased, kept)) }
    }
}

/// When somebody last asked for another address of their calendar; nothing else is kept of it.
fn calendar_renewed(conn: &mut AnyConn, person: PersonId) -> Result<Value, AppError> {
    Ok(json!(calendar_feeds::of(conn, person)?.map(|row| row.renewed_at.0)))
}

/// What the calendar of a registration answered last.
fn calendar_answer(conn: &mut AnyConn, id: RegistrationId) -> Result<Value, AppError> {
    Ok(json!(rsvps::of(conn, id)?.filter(|kept| kept.stamped.is_some()).map(|kept| {
        let [given, received] = [kept.stamped, kept.received_at].map(|at| at.map(|t| t.0));
        json!({ "answer": kept.answer, "given_at": given, "received_at": received, "sender_verified": kept.verified, "sequence": kept.sequence })
    })))
}

/// Every proof of somebody's presence, and what it comes to. Who of the staff wrote it down is theirs.
fn proofs(recorded: &Presence) -> Vec<Value> {
    let weighed = recorded.proofs.iter().zip(&recorded.finding.weights);
    weighed
        .map(|(proof, weight)| {
            json!({
                "source": proof.source, "was_there": !proof.denies, "at": proof.at.0, "left_at": proof.left_at.map(|t| t.0),
                "share_asked": proof.share, "seconds_at_most": proof.at_most, "recorded_at": proof.recorded_at.0, "device": proof.device, "reason": proof.reason,
                "taken_back_at": proof.revoked_at.map(|t| t.0), "taken_back_because": proof.revoked_reason, "comes_to": weight,
            })
        })
        .collect()
}

/// Mails that came in, with the words of those that this address sent: what others wrote is theirs.
fn received(rows: &[inbound::Row], key: &str) -> Vec<Value> {
    let told = rows.iter().filter(|row| row.erased_at.is_none());
    told.map(|row| {
        let is_theirs = EmailAddress::parse(&row.note.from_address).is_ok_and(|address| address.key() == key);
        let words = is_theirs
            .then(|| json!({ "from": row.note.from_address, "name": row.note.from_name, "subject": row.note.subject, "text": row.note.text }));
        json!({ "received_at": row.received_at.0, "kind": row.note.kind, "outcome": row.note.outcome, "words": words })
    })
    .collect()
}

/// The mandates of an address on every platform.
fn mandates(conn: &mut AnyConn, key: &str) -> Result<Vec<Value>, AppError> {
    let mut told = Vec::new();
    for row in members::of_email(conn, None, key)? {
        let mails: Vec<Value> = outbox::of_member(conn, row.id)?.iter().map(mail).collect();
        let asked: Vec<Value> = questions::of_member(conn, row.id)?
            .iter()
            .map(|q| {
                let [again, confirmed, ended] = [q.reminded_at, q.confirmed_at, q.ended_at].map(|at| at.map(|t| t.0));
                json!({ "quarter": q.quarter, "asked_at": q.asked_at.0, "asked_again_at": again, "confirmed_at": confirmed, "ended_at": ended })
            })
            .collect();
        told.push(json!({
            "platform": platforms::by_id(conn, row.platform_id)?.slug, "name": row.name, "email": row.email, "organisation": row.organisation_name,
            "sector": row.sector, "language": row.language, "function": row.function, "deputy": row.deputy,
            "start": row.starts_on.0, "end": row.ends_on.map(|day| day.0), "entered_at": row.created_at.0, "changed_at": row.updated_at.0,
            "confirmed_at": row.confirmed_at.map(|t| t.0), "asked": asked, "mails": mails,
        }));
    }
    Ok(told)
}

fn mail(m: &MailRow) -> Value {
    json!({ "kind": m.kind, "language": m.language, "owed_at": m.created_at.0, "sent_at": m.sent_at.map(|t| t.0), "status": m.status })
}

fn record(view: &RegistrationView, mails: &[MailRow], note: Option<&notes::Row>) -> Value {
    let (row, event) = (&view.row, &view.event.stored.event);
    let history: Vec<Value> = view
        .history
        .iter()
        .map(|c| json!({ "at": c.at.0, "what": c.cause, "state": c.to_state, "reason": c.reason.as_ref().map(|r| &r.0) }))
        .collect();
    let mails: Vec<Value> = mails.iter().map(mail).collect();
    // Behind a closed door nothing is told of the event as it is now.
    let event = match view.shut {
        Some(_) => json!({ "slug": event.slug }),
        None => {
            json!({ "slug": event.slug, "title": event.title.get_or_any(row.language), "starts_at": event.schedule.starts_at, "ends_at": event.schedule.ends_at })
        }
    };
    json!({
        "name": row.name, "email": row.email, "organisation": row.organisation_name, "sector": row.sector, "language": row.language,
        "event": event,
        "registration": { "id": row.reference, "state": row.state, "since": row.state_since.0, "mode": row.mode, "waiting_place": view.waiting_place,
            "registered_at": row.registered_at.0, "address_proven_at": row.proved_at.map(|t| t.0), "present": row.present },
        "note_of_staff": note.map(|note| json!({ "text": note.text, "written_at": note.written_at.0 })), "history": history, "mails": mails,
    })
}
