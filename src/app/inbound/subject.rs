//! What a mail is about: the registration, the invitation, the mail of ours. The tag in our address says it; where there is none, the UID
//! and the Message-IDs do, looked for only among what belongs to the addresses that the mail names.

use super::{App, AppError, Letter};
use crate::db::outbox::{self, Row as Mail};
use crate::db::registrations::Row as Registration;
use crate::db::{AnyConn, DbError, events, invitations, people, registrations};
use crate::domain::email::EmailAddress;
use crate::domain::ids::EventId;
use crate::domain::mail_tag::Tag;
use crate::mail::inbound::Class;

/// Addresses of one mail that are looked up.
const ADDRESSES: usize = 20;

/// What a mail is about.
#[derive(Clone, Debug, Default)]
pub(super) struct Subject {
    /// Whose registration.
    pub registration: Option<Registration>,
    /// Which invitation.
    pub invitation: Option<invitations::Row>,
    /// Which mail of ours.
    pub mail: Option<Mail>,
    /// Whether the address and the calendar name different registrations.
    pub disagree: bool,
    /// Whether it is about somebody whose data were erased.
    pub is_erased: bool,
    /// Whether it came to an address that takes the wish for no more messages.
    pub unsubscribes: bool,
    /// Whether it is the mail with which we look whether mails reach us.
    pub is_probe: bool,
}

impl Subject {
    /// The same, without whoever was erased since it was looked up.
    pub fn as_it_is(&self, conn: &mut AnyConn) -> Result<Self, DbError> {
        let mut now = self.clone();
        if let Some(row) = &self.registration
            && registrations::by_id(conn, row.id)?.erased_at.is_some()
        {
            (now.registration, now.is_erased) = (None, true);
        }
        if let Some(row) = &self.invitation
            && invitations::by_id(conn, row.id)?.erased_at.is_some()
        {
            (now.invitation, now.is_erased) = (None, true);
        }
        Ok(now)
    }

    /// At which event.
    pub fn event(&self) -> Option<EventId> {
        self.registration.as_ref().map(|row| row.event_id).or_else(|| self.invitation.as_ref().map(|row| row.event_id))
    }
}

/// Looks it up. What was erased is not found.
pub(super) fn find(conn: &mut AnyConn, app: &App, letter: &Letter, domain: &str) -> Result<Subject, AppError> {
    let reading = &letter.reading;
    let mut tags: Vec<Tag> =
        letter.envelope_to.iter().chain(&reading.recipients).filter_map(|address| app.secrets.read_mail_tag(address, domain)).collect();
    tags.dedup();
    let mut subject = match &reading.class {
        Class::Calendar(spoken) => {
            let uid = spoken.uid.trim();
            let mut subject = by_tags(conn, &tags, |tag| matches!(tag, Tag::Answer(_)))?;
            match &subject.registration {
                Some(row) => subject.disagree = !uid.is_empty() && !names(uid, row, domain),
                None => {
                    let said = spoken.attendees.iter().flat_map(|attendee| [Some(&attendee.address), attendee.email.as_ref()]).flatten();
                    let addresses: Vec<String> = said.chain(&reading.from).cloned().collect();
                    subject.registration = of_addresses(conn, &addresses)?.into_iter().find(|row| names(uid, row, domain));
                }
            }
            subject
        }
        Class::Bounce(bounce) => {
            let subject = by_tags(conn, &tags, |tag| matches!(tag, Tag::Bounce(_)))?;
            let said: Vec<String> = bounce.recipients.iter().filter_map(|one| one.address.clone()).collect();
            with_mail(conn, subject, &bounce.returned_ids, &said, domain)?
        }
        Class::Complaint(complaint) => {
            let subject = by_tags(conn, &tags, |tag| matches!(tag, Tag::Bounce(_)))?;
            with_mail(conn, subject, &complaint.returned_ids, &complaint.recipients, domain)?
        }
        Class::Unsubscribe | Class::Human if tags.iter().any(|tag| matches!(tag, Tag::Unsubscribe(_))) => {
            Subject { unsubscribes: true, ..by_tags(conn, &tags, |tag| matches!(tag, Tag::Unsubscribe(_)))? }
        }
        Class::Own if tags.iter().any(|tag| matches!(tag, Tag::Probe(_))) => Subject { is_probe: true, ..Subject::default() },
        _ => {
            let subject = by_tags(conn, &tags, |tag| matches!(tag, Tag::Answer(_) | Tag::Bounce(_)))?;
            let subject = with_mail(conn, subject, &reading.refers_to, &reading.from, domain)?;
            with_sender(conn, subject, &reading.from)?
        }
    };
    // A mail of ours that was forgotten has nothing in it any more.
    subject.is_erased = subject.registration.as_ref().is_some_and(|row| row.erased_at.is_some())
        || subject.invitation.as_ref().is_some_and(|row| row.erased_at.is_some())
        || subject.mail.as_ref().is_some_and(|mail| mail.snapshot.is_empty());
    subject.registration = subject.registration.filter(|row| row.erased_at.is_none());
    subject.invitation = subject.invitation.filter(|row| row.erased_at.is_none());
    Ok(subject)
}

/// Whether a UID is that of the invitation to this registration.
fn names(uid: &str, row: &Registration, domain: &str) -> bool {
    uid.rsplit_once('@').is_some_and(|(local, at)| local == row.uid && at.eq_ignore_ascii_case(domain))
}

fn by_tags(conn: &mut AnyConn, tags: &[Tag], wanted: impl Fn(&Tag) -> bool) -> Result<Subject, DbError> {
    let Some(tag) = tags.iter().find(|tag| wanted(tag)) else { return Ok(Subject::default()) };
    match tag {
        Tag::Answer(id) => Ok(Subject { registration: registrations::by_ids(conn, &[*id])?.pop(), ..Subject::default() }),
        Tag::Probe(_) => Ok(Subject::default()),
        Tag::Bounce(id) | Tag::Unsubscribe(id) => outbox::by_id(conn, *id)?.map_or_else(|| Ok(Subject::default()), |mail| of_mail(conn, mail)),
    }
}

fn of_mail(conn: &mut AnyConn, mail: Mail) -> Result<Subject, DbError> {
    let registration = mail.registration_id.map(|id| registrations::by_ids(conn, &[id])).transpose()?.and_then(|mut rows| rows.pop());
    let invitation = mail.invitation_id.map(|id| invitations::by_ids(conn, &[id])).transpose()?.and_then(|mut rows| rows.pop());
    Ok(Subject { registration, invitation, mail: Some(mail), ..Subject::default() })
}

/// The mail of ours that one of these Message-IDs names, among those to these addresses.
fn with_mail(conn: &mut AnyConn, subject: Subject, ids: &[String], addresses: &[String], domain: &str) -> Result<Subject, DbError> {
    if subject.mail.is_some() || subject.registration.is_some() {
        return Ok(subject);
    }
    let ours: Vec<String> = ids
        .iter()
        .filter_map(|id| id.rsplit_once('@').filter(|(_, at)| at.eq_ignore_ascii_case(domain)).map(|(local, _)| local.to_owned()))
        .collect();
    if ours.is_empty() {
        return Ok(subject);
    }
    let mails = outbox::of_addresses(conn, &keys(addresses), &ours)?;
    match mails.into_iter().max_by_key(|mail| mail.id) {
        Some(mail) => of_mail(conn, mail),
        None => Ok(subject),
    }
}

/// The registration that whoever writes may mean: their latest, where all are on one platform. Otherwise it may be about another, whose staff
/// alone may read it.
fn with_sender(conn: &mut AnyConn, subject: Subject, from: &[String]) -> Result<Subject, DbError> {
    if subject.registration.is_some() || subject.invitation.is_some() {
        return Ok(subject);
    }
    let rows: Vec<Registration> = of_addresses(conn, from)?.into_iter().filter(|row| row.erased_at.is_none()).collect();
    let mut platforms = Vec::new();
    for row in &rows {
        platforms.push(events::by_id(conn, row.event_id)?.event.platform_id);
    }
    platforms.dedup();
    let registration = rows.into_iter().max_by_key(|row| row.registered_at).filter(|_| platforms.len() == 1);
    Ok(Subject { registration, ..subject })
}

fn of_addresses(conn: &mut AnyConn, addresses: &[String]) -> Result<Vec<Registration>, DbError> {
    let mut rows = Vec::new();
    for person in people::by_email_keys(conn, &keys(addresses))?.into_values() {
        rows.extend(registrations::of_person(conn, person.id)?);
    }
    Ok(rows)
}

fn keys(addresses: &[String]) -> Vec<String> {
    let mut keys: Vec<String> =
        addresses.iter().take(ADDRESSES).filter_map(|address| EmailAddress::parse(address).ok()).map(|address| address.key()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}
