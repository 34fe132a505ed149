//! What mails say of an event, kept once for all mails that say the same: a mail's own row stays small, and a message to
//! thousands writes its words once. Rows are never changed, but emptied with the names. It must not know what the words are.

use std::collections::HashMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use diesel::prelude::*;
use ring::digest;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::outbox::MailStatus;
use super::schema::{event_facts, outbox};
use crate::domain::ids::{EventId, FactsId};
use crate::domain::language::Language;
use crate::domain::registration::MailKind;
use crate::on_each;

/// Where a mail stands that may still go out.
const UNTOLD: [MailStatus; 2] = [MailStatus::Queued, MailStatus::Failed];

/// Where these words about an event are kept; keeps them when they are new.
pub fn keep(tx: &mut Tx<'_>, event: EventId, facts: &str) -> Result<FactsId, DbError> {
    let digest = URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, facts.as_bytes()));
    if let Some(known) = by_digest(tx, &digest)? {
        return Ok(known);
    }
    let id = FactsId(tx.next_id());
    let row = || (event_facts::id.eq(id.0), event_facts::event_id.eq(event.0), event_facts::digest.eq(&digest), event_facts::facts.eq(facts));
    // Another process may keep the same words at this moment: then its row is the one.
    let added = match &mut **tx {
        AnyConn::Pg(c) => diesel::insert_into(event_facts::table).values(row()).on_conflict_do_nothing().execute(c)?,
        AnyConn::Sqlite(c) => diesel::insert_into(event_facts::table).values(row()).on_conflict_do_nothing().execute(c)?,
    };
    match added {
        0 => by_digest(tx, &digest)?.ok_or_else(|| DbError::Other("words about an event are neither kept nor new".into())),
        _ => Ok(id),
    }
}

fn by_digest(conn: &mut AnyConn, digest: &str) -> Result<Option<FactsId>, DbError> {
    Ok(on_each!(conn, |c| event_facts::table.filter(event_facts::digest.eq(digest)).select(event_facts::id).get_result(c).optional())?)
}

/// These words, by where they are kept.
pub fn by_ids(conn: &mut AnyConn, ids: &[FactsId]) -> Result<HashMap<FactsId, String>, DbError> {
    let raw: Vec<i64> = ids.iter().map(|i| i.0).collect();
    let rows: Vec<(FactsId, String)> =
        on_each!(conn, |c| event_facts::table.filter(event_facts::id.eq_any(&raw)).select((event_facts::id, event_facts::facts)).load(c))?;
    Ok(rows.into_iter().collect())
}

/// Words that mails say which are still to go, or failed and may be tried again.
#[derive(Clone, Debug, Queryable)]
pub struct Untold {
    /// Where they are kept.
    pub id: FactsId,
    /// In which language the mails are.
    pub language: Language,
    /// Whether the mails are of a person's place, which changes are told of; not messages, nor those to who has no place, nor those that
    /// only say how to join.
    pub of_place: bool,
    /// The words.
    pub facts: String,
}

macro_rules! of_place {
    () => {
        outbox::registration_id.is_not_null().and(outbox::batch_id.is_null()).and(outbox::kind.ne(MailKind::JoinDetails.code()))
    };
}

/// What mails about an event say that are still to go: once for each language and sort of mail.
pub fn untold(conn: &mut AnyConn, event: EventId) -> Result<Vec<Untold>, DbError> {
    let kept = outbox::table.inner_join(event_facts::table.on(outbox::facts_id.eq(event_facts::id.nullable())));
    Ok(on_each!(conn, |c| kept
        .filter(event_facts::event_id.eq(event.0).and(outbox::status.eq_any(UNTOLD.map(MailStatus::code))))
        .select((event_facts::id, outbox::language, of_place!(), event_facts::facts))
        .distinct()
        .load(c))?)
}

/// Lets such mails say other words.
pub fn retell(tx: &mut Tx<'_>, from: &Untold, to: FactsId) -> Result<(), DbError> {
    let said = outbox::facts_id.eq(from.id.0).and(outbox::language.eq(from.language)).and(of_place!().eq(from.of_place));
    let which = said.and(outbox::status.eq_any(UNTOLD.map(MailStatus::code)));
    on_each!(&mut **tx, |c| diesel::update(outbox::table.filter(which)).set(outbox::facts_id.eq(Some(to))).execute(c))?;
    Ok(())
}

/// Everything that is kept of an event.
pub fn of_event(conn: &mut AnyConn, event: EventId) -> Result<Vec<(FactsId, String)>, DbError> {
    let its = event_facts::table.filter(event_facts::event_id.eq(event.0));
    Ok(on_each!(conn, |c| its.select((event_facts::id, event_facts::facts)).load(c))?)
}
