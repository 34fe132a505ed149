//! Who is a colleague of whoever has a seat, and may have it now. Asked when somebody is named, before the mail goes, and when they answer:
//! what the answer rests on may have changed in between. It must not know what becomes of the seat.

use super::admission::owner_shut_out;
use crate::clock::Instant;
use crate::db::offers::Row as Offer;
use crate::db::organisations::{owners_of, registry};
use crate::db::{AnyConn, DbError, changes, members, people, registrations};
use crate::domain::admission::{self as domain, Basis};
use crate::domain::email::EmailAddress;
use crate::domain::ids::{EventId, OrganisationId};
use crate::domain::mail_domain::domains_of;
use crate::domain::member::Mandate;
use crate::domain::platform::{Audience, Platform};
use crate::domain::substitute::{Refusal, may_take_over, stranger, was_taken_off};
use crate::i18n::format::brussels;

/// What keeps an address from being one of the organisation that has the seat.
pub(super) fn stranger_to(
    conn: &mut AnyConn,
    platform: &Platform,
    seat: &registrations::Row,
    email: &EmailAddress,
) -> Result<Option<Refusal>, DbError> {
    let (has_domains, is_theirs) = kinship(conn, seat, email)?;
    Ok(stranger(platform.audience, has_domains, is_theirs))
}

/// Whether the organisation of a seat is known by mail domains, and whether an address is in one of them.
fn kinship(conn: &mut AnyConn, seat: &registrations::Row, email: &EmailAddress) -> Result<(bool, bool), DbError> {
    let Some(id) = seat.organisation_id else { return Ok((false, false)) };
    let row = registry::by_id(conn, id)?.ok_or(DbError::NotFound)?;
    if registry::sheet(conn, &row)?.domains.is_empty() {
        return Ok((false, false));
    }
    let domains = domains_of(&format!("@{}", email.ascii_domain()));
    let owners = owners_of(conn, &domains)?;
    Ok((true, domains.iter().find_map(|domain| owners.get(domain)) == Some(&id)))
}

/// Whether the owner of an address may take over the seat of a registration now: where mandates let people in, for one of the
/// organisations for which its owner holds one, or for that of a guest. What a member says of their organisation counts for nothing.
pub(super) fn may_stand_in(conn: &mut AnyConn, platform: &Platform, seat: &registrations::Row, key: &str, now: Instant) -> Result<bool, DbError> {
    if platform.audience != Audience::Members {
        return Ok(true);
    }
    let today = brussels(now).0;
    let mandates = |conn: &mut AnyConn, key: &str| -> Result<Vec<(Mandate, OrganisationId)>, DbError> {
        members::of_email(conn, Some(platform.id), key)?.iter().map(|row| Ok((row.mandate()?, row.organisation_id))).collect()
    };
    let seat_of: Vec<OrganisationId> = match seat.basis {
        Basis::Personal => seat.organisation_id.into_iter().collect(),
        Basis::Mandate => {
            let own_key = EmailAddress::parse(&seat.email).map(|email| email.key()).unwrap_or_default();
            let own = mandates(conn, &own_key)?;
            own.into_iter().filter(|(mandate, _)| mandate.is_current(today)).map(|(_, of)| of).collect()
        }
    };
    Ok(domain::may_stand_in(platform.audience, &mandates(conn, key)?, &seat_of, today))
}

/// Whether whoever an open offer was made to is still a colleague, and whoever made it still somebody who may come.
pub(super) fn still_holds(conn: &mut AnyConn, platform: &Platform, seat: &registrations::Row, offer: &Offer, now: Instant) -> Result<bool, DbError> {
    let (Some(key), Ok(email)) = (&offer.email_key, EmailAddress::parse(&offer.email)) else { return Ok(false) };
    Ok(may_stand_in(conn, platform, seat, key, now)?
        && stranger_to(conn, platform, seat, &email)?.is_none()
        && owner_shut_out(conn, platform, seat, now)?.is_none())
}

/// The registration that the owner of an address has at an event, and what keeps them from taking over a seat there.
pub(super) fn standing(
    conn: &mut AnyConn,
    platform: &Platform,
    event: EventId,
    key: &str,
) -> Result<(Option<registrations::Row>, Option<Refusal>), DbError> {
    let owner: Vec<_> = people::by_email_keys(conn, &[key.to_owned()])?.into_values().map(|person| person.id).collect();
    let known = registrations::of_people(conn, event, &owner)?.into_values().next();
    let history = match &known {
        Some(row) if platform.audience != Audience::Open => changes::of_registration(conn, row.id)?,
        _ => Vec::new(),
    };
    let taken_off = was_taken_off(history.iter().map(|change| (change.cause, change.to_state)));
    let refusal = may_take_over(platform.audience, known.as_ref().map(|row| row.state), taken_off).err();
    Ok((known, refusal))
}

/// Whose address an offer was made to: once it is forgotten, that of whoever took the seat.
pub(super) fn key_of(conn: &mut AnyConn, offer: &Offer, taken: Option<&registrations::Row>) -> Result<Option<String>, DbError> {
    match (&offer.email_key, taken.and_then(|row| row.person_id)) {
        (Some(key), _) => Ok(Some(key.clone())),
        (None, Some(id)) => Ok(people::by_ids(conn, &[id])?.remove(&id).map(|person| person.email_key)),
        (None, None) => Ok(None),
    }
}
