//! What keeps silence from admitting a guest. An organiser may admit them all the same, by decision.

use super::Row;
use super::of_member::{holds_mandate, key_of};
use super::platform_of;
use crate::clock::Instant;
use crate::db::{AnyConn, DbError, guests, registrations};
use crate::domain::guest::{Bar, State};

/// What keeps silence from admitting whoever is proposed now: an objection stands as long as the event, whoever proposes the same person
/// again; and nobody stands for a guest who is a member no more.
pub(super) fn bar(conn: &mut AnyConn, row: &Row, now: Instant) -> Result<Option<Bar>, DbError> {
    let key = row.email_key.as_deref().unwrap_or_default();
    if guests::of_address(conn, Some(row.event_id), key)?.iter().any(|other| other.state == State::Refused) {
        return Ok(Some(Bar::Objected));
    }
    let Some(place) = row.registration_id else { return Ok(None) };
    let place = registrations::by_id(conn, place)?;
    let (platform, key) = (platform_of(conn, row.event_id)?, key_of(conn, &place)?);
    Ok((!holds_mandate(conn, &platform, &key, now)?).then_some(Bar::NoMandate))
}
