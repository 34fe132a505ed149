//! The outbox seen from above: claiming for delivery, noting outcomes, and what staff may do about a mail.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::Duration;
use serde_json::Map;

use super::journal::Entry;
use super::roster::about;
use super::roster::questions::not_after;
use super::send_invitations;
use super::withhold::sort_out;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::mail_room::last_standing;
use crate::db::outbox::{self, Depth, Due, MailStatus, Row, Sent};
use crate::db::{DbError, Scope, Tx, attestations, event_facts, events, invitations, members, offers, registrations, rsvps};
use crate::domain::edition::Edition;
use crate::domain::event::EventStatus;
use crate::domain::ids::{FactsId, InvitationId, MailId, RegistrationId};
use crate::domain::invitation::State as Answer;
use crate::domain::journal::{Change, Deed};
use crate::domain::mode::Mode;
use crate::domain::registration::{MailKind, State};
use crate::i18n::format::brussels;
use crate::mail::message::EventFacts;

pub(super) const OUTBOX: Scope = Scope::Concern("outbox");

/// What became of one try.
#[derive(Clone, Debug)]
pub enum Tried {
    /// The next server took it.
    Sent,
    /// Not taken: reply code and text; again at that moment, or never.
    Failed {
        /// Reply code or a word for what happened.
        code: String,
        /// Reply text.
        text: String,
        /// When to try again; `None` makes it a dead letter.
        again_at: Option<Instant>,
    },
}

/// What became of a try at a mail, and when.
#[derive(Clone, Debug)]
pub struct Note {
    /// Which mail.
    pub id: MailId,
    /// What became of it.
    pub tried: Tried,
    /// When.
    pub at: Instant,
}

impl App {
    /// Takes up to `limit` due mails for delivery; nobody else gets them for `lease_seconds`.
    pub async fn claim_mails(&self, limit: i64, lease_seconds: i64, now: Instant) -> Result<Vec<Row>, AppError> {
        self.claim(Due::Any, limit, lease_seconds, now).await
    }

    /// As [`Self::claim_mails`], none that can wait.
    pub async fn claim_urgent_mails(&self, limit: i64, lease_seconds: i64, now: Instant) -> Result<Vec<Row>, AppError> {
        self.claim(Due::Urgent, limit, lease_seconds, now).await
    }

    async fn claim(&self, which: Due, limit: i64, lease_seconds: i64, now: Instant) -> Result<Vec<Row>, AppError> {
        let lease_until = now + Duration::seconds(lease_seconds);
        let app = self.clone();
        self.db
            .write_patiently(OUTBOX, move |tx| {
                let claimed = outbox::claim(tx, which, now, lease_until, limit)?;
                sort_out(tx, &app, claimed, now)
            })
            .await
    }

    /// What mails say of their events, but for what cannot be read.
    pub async fn event_facts(&self, ids: Vec<FactsId>) -> Result<HashMap<FactsId, Arc<EventFacts>>, AppError> {
        let kept = self.db.read(move |conn| Ok::<_, AppError>(event_facts::by_ids(conn, &ids)?)).await?;
        let read = |(id, facts): (FactsId, String)| match serde_json::from_str(&facts) {
            Ok(facts) => Some((id, Arc::new(facts))),
            Err(e) => {
                tracing::error!(facts = id.0, error = %e, "what mails say of an event cannot be read");
                None
            }
        };
        Ok(kept.into_iter().filter_map(read).collect())
    }

    /// Keeps the claim on mails that are still being sent for another `lease_seconds`.
    pub async fn extend_mails(&self, ids: Vec<MailId>, lease_seconds: i64, now: Instant) -> Result<(), AppError> {
        let lease_until = now + Duration::seconds(lease_seconds);
        self.db.write_patiently(OUTBOX, move |tx| Ok::<_, AppError>(outbox::extend(tx, &ids, lease_until)?)).await
    }

    /// Notes what became of tries, all or none.
    pub async fn note_mails(&self, notes: Arc<[Note]>) -> Result<(), AppError> {
        self.db
            .write_patiently(OUTBOX, move |tx| {
                let sent: Vec<Sent> = notes.iter().filter(|n| matches!(n.tried, Tried::Sent)).map(|n| Sent::new(n.id, n.at)).collect();
                if !sent.is_empty() {
                    outbox::mark_sent(tx, &sent)?;
                }
                let mut given_up = Vec::new();
                for note in notes.iter() {
                    if let Tried::Failed { code, text, again_at } = &note.tried {
                        outbox::mark_failed(tx, note.id, code, text, *again_at)?;
                        given_up.extend(again_at.is_none().then_some((note.id, note.at)));
                    }
                }
                if let Some(at) = given_up.iter().map(|(_, at)| *at).max() {
                    let ids: Vec<MailId> = given_up.iter().map(|(id, _)| *id).collect();
                    invitations::bounced(tx, &ids, at)?;
                }
                Ok::<_, AppError>(())
            })
            .await
    }

    /// Gives back mails that were claimed and not tried.
    pub async fn release_mails(&self, ids: Vec<MailId>) -> Result<(), AppError> {
        self.db.write_patiently(OUTBOX, move |tx| Ok::<_, AppError>(outbox::release(tx, &ids)?)).await
    }

    /// Gives back a mail that was claimed and not tried, until a later moment.
    pub async fn put_off_mail(&self, id: MailId, until: Instant) -> Result<(), AppError> {
        self.db.write_patiently(OUTBOX, move |tx| Ok::<_, AppError>(outbox::put_off(tx, id, until)?)).await
    }

    /// How much is owed, how old the oldest is, how many dead letters there are.
    pub async fn mail_depth(&self, now: Instant) -> Result<Depth, AppError> {
        self.db.read(move |conn| Ok(outbox::depth(conn, now)?)).await
    }

    /// Mails, newest first.
    pub async fn mails(&self, status: Option<MailStatus>, limit: i64) -> Result<Vec<Row>, AppError> {
        self.db.read(move |conn| Ok(outbox::list(conn, status, limit)?)).await
    }

    /// All mails about a registration, oldest first.
    pub async fn mails_of(&self, registration: RegistrationId) -> Result<Vec<Row>, AppError> {
        self.db.read(move |conn| Ok(outbox::of_registration(conn, registration)?)).await
    }

    /// Tries a mail again now, also a dead letter; it gets a fresh time to live, unless what it says holds only until a moment
    /// (a reminder, a request to prove the address). Answers whether there was such a mail to try.
    pub async fn retry_mail(&self, id: MailId, actor: Actor, now: Instant) -> Result<bool, AppError> {
        let app = self.clone();
        self.db.write(OUTBOX, move |tx| Ok(retry(&app, tx, id, actor, now)?)).await
    }

    /// Notes that the source of a mail left as a file.
    pub async fn note_mail_export(&self, id: MailId, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(OUTBOX, move |tx| {
                let mail = outbox::by_id(tx, id)?.ok_or(AppError::NotFound)?;
                let entry = of_mail(tx, actor, Deed::MailExported, &mail)?;
                app.write_down(tx, entry, now);
                Ok(())
            })
            .await
    }

    /// Whether a claimed mail is still owed: what happened since may have called it off.
    pub async fn is_owed(&self, id: MailId) -> Result<bool, AppError> {
        self.db.read(move |conn| Ok(outbox::is_owed(conn, id)?)).await
    }

    /// Gives a mail up for good. Answers whether it was still owed.
    pub async fn abort_mail(&self, id: MailId, actor: Actor, now: Instant) -> Result<bool, AppError> {
        let app = self.clone();
        self.db.write(OUTBOX, move |tx| Ok(abort(&app, tx, id, actor, now)?)).await
    }
}

/// [`App::retry_mail`] within other work.
pub(super) fn retry(app: &App, tx: &mut Tx<'_>, id: MailId, actor: Actor, now: Instant) -> Result<bool, DbError> {
    let Some(mail) = outbox::by_id(tx, id)? else { return Ok(false) };
    // What a sender holds at this moment is being tried: letting it go would send it twice.
    if mail.status == MailStatus::Queued && mail.lease_until.is_some_and(|until| until.0 > now) {
        return Ok(false);
    }
    let until = match mail.invitation_id {
        None if mail.kind.is_of_mandate() => not_after(app, Edition::of(brussels(mail.created_at.0).0), now),
        Some(invitation) => match may_go_again(app, tx, invitation, now)? {
            Some(until) => until,
            None => return Ok(false),
        },
        None if mail.kind.has_deadline() => mail.not_after.0,
        None => now + Duration::hours(app.settings.give_up_hours),
    };
    if now >= until || outbox::was_overtaken(tx, &mail)? || is_outdated(tx, &mail)? || !still_holds(tx, &mail, now)? {
        return Ok(false);
    }
    let done = outbox::set_status(tx, id, MailStatus::Queued, now, Some(until))?;
    if done {
        if let Some(invitation) = mail.invitation_id {
            invitations::shift(tx, invitation, Answer::Bounced, Answer::Pending, now)?;
        }
        let entry = of_mail(tx, actor, Deed::MailRetried, &mail)?;
        app.write_down(tx, entry, now);
    }
    Ok(done)
}

/// [`App::abort_mail`] within other work.
pub(super) fn abort(app: &App, tx: &mut Tx<'_>, id: MailId, actor: Actor, now: Instant) -> Result<bool, DbError> {
    let Some(mail) = outbox::by_id(tx, id)? else { return Ok(false) };
    let done = outbox::set_status(tx, id, MailStatus::Aborted, now, None)?;
    if done {
        let entry = of_mail(tx, actor, Deed::MailAborted, &mail)?;
        app.write_down(tx, entry, now);
    }
    Ok(done)
}

/// Whether a later mail says where the registration stands now, whatever became of that one.
fn is_outdated(tx: &mut Tx<'_>, mail: &Row) -> Result<bool, DbError> {
    if mail.kind == MailKind::Attestation {
        let stands = mail.change_id.map(|change| attestations::stands_by(tx, change)).transpose()?;
        return Ok(!stands.unwrap_or(false));
    }
    let Some(id) = mail.registration_id.filter(|_| !mail.kind.is_aside()) else { return Ok(false) };
    Ok(last_standing(tx, id)?.is_some_and(|last| last.id != mail.id))
}

/// Whether what is said beside the states still holds: the seat, the way of attending, the link, and that the start is to come; for a
/// question whether they decline, that it is about the date as it is now; for a message, that they are not out.
fn still_holds(tx: &mut Tx<'_>, mail: &Row, now: Instant) -> Result<bool, DbError> {
    let Some(id) = mail.registration_id.filter(|_| MailKind::AHEAD.contains(&mail.kind)) else { return Ok(true) };
    // Nobody withdraws or switches between this look and the mail's way.
    let event = registrations::by_id(tx, id)?.event_id;
    events::hold(tx, event)?;
    let row = registrations::by_id(tx, id)?;
    let event = events::by_id(tx, row.event_id)?.event;
    let joins = row.mode == Mode::Online && event.place.join_link.is_some();
    let is_ahead = event.status == EventStatus::Published && now < event.schedule.starts_at;
    let has_seat = is_ahead && row.state == State::Confirmed;
    Ok(match mail.kind {
        MailKind::Announcement => row.state.is_active(),
        MailKind::ConfirmDecline => has_seat && rsvps::of(tx, id)?.is_some_and(|kept| kept.asked_sequence == Some(row.sequence)),
        MailKind::JoinDetails => has_seat && joins,
        _ => has_seat,
    })
}

/// Until when the mail of an invitation makes sense, if it still does.
fn may_go_again(app: &App, tx: &mut Tx<'_>, id: InvitationId, now: Instant) -> Result<Option<Instant>, DbError> {
    let row = invitations::by_id(tx, id)?;
    if !matches!(row.state, Answer::Pending | Answer::Bounced) {
        return Ok(None);
    }
    let stored = events::by_id(tx, row.event_id)?;
    Ok((stored.event.status == EventStatus::Published).then(|| send_invitations::not_after(app, &stored, now)))
}

/// What the journal says of a deed to a mail: which mail to whose registration, no address.
fn of_mail(tx: &mut Tx<'_>, actor: Actor, deed: Deed, mail: &Row) -> Result<Entry, DbError> {
    let what = serde_json::json!({ "mail": mail.id, "kind": mail.kind, "status": mail.status });
    let change = Change { before: Map::new(), after: what.as_object().cloned().unwrap_or_default() };
    if let Some(invitation) = mail.invitation_id {
        let row = invitations::by_id(tx, invitation)?;
        let event = events::by_id(tx, row.event_id)?.event;
        return Ok(Entry { subject: format!("invitation:{}", row.reference), change, ..Entry::of_event(actor, deed, None, &event) });
    }
    if let Some(row) = mail.member_id.map(|id| members::by_ids(tx, &[id])).transpose()?.and_then(|mut found| found.remove(&mail.member_id?)) {
        return Ok(about(actor, deed, row.platform_id, format!("member:{}", row.reference), change));
    }
    let offered = mail.offer_id.map(|id| offers::by_id(tx, id)).transpose()?.map(|offer| offer.registration_id);
    let Some(registration) = mail.registration_id.or(offered) else { return Ok(Entry::of(actor, deed, format!("mail:{}", mail.id), change)) };
    let row = registrations::by_id(tx, registration)?;
    let event = events::by_id(tx, row.event_id)?.event;
    Ok(Entry::of_registration(actor, deed, &event, &row.reference, change))
}
