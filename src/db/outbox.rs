//! Mails owed. A row is written with the change that owes it; sending is the worker's, by lease.

use std::collections::HashSet;

use diesel::backend::Backend;
use diesel::connection::{DefaultLoadingMode, SimpleConnection};
use diesel::dsl::count_star;
use diesel::expression::ValidGrouping;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::Text;

use super::bulk::{Bulk, Statement};
use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::outbox;
use super::scrub;
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{BatchId, ChangeId, EventId, FactsId, InvitationId, MailId, MemberId, OfferId, RegistrationId};
use crate::domain::language::Language;
use crate::domain::registration::MailKind;
use crate::{bulk, on_each, update_all};

crate::word! {
    /// Where a mail stands.
    MailStatus {
        /// Owed; tried when due and not leased.
        Queued = "queued",
        /// Taken by the next server.
        Sent = "sent",
        /// Given up: a dead letter, shown to staff.
        Failed = "failed",
        /// Not to be sent any more, by staff or because what it says no longer holds.
        Aborted = "aborted",
    }
}

/// A mail owed.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = outbox, treat_none_as_default_value = false)]
pub struct Row {
    /// Row number.
    pub id: MailId,
    /// The change that owes it; `None` for a test mail.
    pub change_id: Option<ChangeId>,
    /// About which registration.
    pub registration_id: Option<RegistrationId>,
    /// Which mail.
    pub kind: MailKind,
    /// Envelope recipient, domain as A-labels.
    pub recipient: String,
    /// In which language.
    pub language: Language,
    /// 0 goes first.
    pub priority: i32,
    /// Not tried before.
    pub not_before: Ts,
    /// Given up after.
    pub not_after: Ts,
    /// What it says to this person: `mail::message::Snapshot` as JSON; empty once erased.
    pub snapshot: String,
    /// Without angle brackets.
    pub message_id: String,
    /// Where it stands.
    pub status: MailStatus,
    /// How often it was tried.
    pub attempts: i32,
    /// Until when a sender holds it.
    pub lease_until: Option<Ts>,
    /// Reply code of the last failure.
    pub last_code: Option<String>,
    /// Reply text of the last failure.
    pub last_text: Option<String>,
    /// When the next server took it.
    pub sent_at: Option<Ts>,
    /// When it was owed.
    pub created_at: Ts,
    /// Emptied as soon as it is no longer owed: its owner erased everything.
    pub forget: bool,
    /// What it says of the event.
    pub facts_id: Option<FactsId>,
    /// About which invitation; a mail about one is about no registration.
    pub invitation_id: Option<InvitationId>,
    /// With which sending of invitations it goes.
    pub batch_id: Option<BatchId>,
    /// About whose mandate; a mail about one is about no registration.
    pub member_id: Option<MemberId>,
    /// About which offer of a seat; a mail about one is about no registration.
    pub offer_id: Option<OfferId>,
}

bulk!(
    outbox,
    Row {
        id,
        change_id,
        registration_id,
        kind,
        recipient,
        language,
        priority,
        not_before,
        not_after,
        snapshot,
        message_id,
        status,
        attempts,
        lease_until,
        last_code,
        last_text,
        sent_at,
        created_at,
        forget,
        facts_id,
        invitation_id,
        batch_id,
        member_id,
        offer_id,
    }
);

/// A new mail: what every one has. What it is about, and with what it goes, is for the row to add.
#[derive(Clone, Debug)]
pub struct Owed {
    /// Row number.
    pub id: MailId,
    /// Which mail.
    pub kind: MailKind,
    /// Envelope recipient, domain as A-labels.
    pub recipient: String,
    /// In which language.
    pub language: Language,
    /// When it is owed, and may be tried from.
    pub at: Instant,
    /// Given up after.
    pub not_after: Instant,
    /// What it says to this person.
    pub snapshot: String,
    /// Without angle brackets.
    pub message_id: String,
}

impl From<Owed> for Row {
    fn from(owed: Owed) -> Self {
        Self {
            id: owed.id,
            kind: owed.kind,
            recipient: owed.recipient,
            language: owed.language,
            priority: owed.kind.priority(),
            not_before: owed.at.into(),
            not_after: owed.not_after.into(),
            snapshot: owed.snapshot,
            message_id: owed.message_id,
            status: MailStatus::Queued,
            created_at: owed.at.into(),
            change_id: None,
            registration_id: None,
            attempts: 0,
            lease_until: None,
            last_code: None,
            last_text: None,
            sent_at: None,
            forget: false,
            facts_id: None,
            invitation_id: None,
            batch_id: None,
            member_id: None,
            offer_id: None,
        }
    }
}

/// Adds mails.
pub fn insert(tx: &mut Tx<'_>, rows: &[Row]) -> Result<(), DbError> {
    Row::insert_all(tx, rows)?;
    if !rows.is_empty() {
        tx.ring_when_committed();
    }
    Ok(())
}

diesel::alias!(outbox as earlier: Earlier);

/// A word in the text of a statement: if it were bound, SQLite would look at it at every run, to see whether the index of owed mails
/// serves, and prepare the statement anew. Diesel's own `sql` has every statement it stands in prepared anew.
macro_rules! word_in_text {
    ($(#[$doc:meta])* $name:ident = $text:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, QueryId, ValidGrouping)]
        struct $name;

        impl Expression for $name {
            type SqlType = Text;
        }

        impl<DB: Backend> QueryFragment<DB> for $name {
            fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
                out.push_sql($text);
                Ok(())
            }
        }

        impl<Source> SelectableExpression<Source> for $name {}
        impl<Source> AppearsOnTable<Source> for $name {}
    };
}

word_in_text!(
    /// The state of a mail that is owed.
    Queued = "'queued'"
);
word_in_text!(
    /// The kind that waits for no other mail about the same registration: it is of use for an hour, and changes no calendar.
    WaitsForNone = "'join_details'"
);

/// The states of a mail that is owed no more.
const ENDED: [&str; 3] = [MailStatus::Sent.code(), MailStatus::Failed.code(), MailStatus::Aborted.code()];

/// In a burst PostgreSQL does not know yet how many mails are owed, takes them for few, and then reads, looks up and sorts every
/// one of them to take some. The index of owed mails has them in order: with this, a claim reads as many as it takes.
const IN_ORDER_OF_THE_INDEX: &str = "SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off";
/// What else runs in the transaction is planned as ever. After a fault the savepoint takes the two settings back.
const AS_BEFORE: &str = "SET LOCAL enable_sort TO DEFAULT; SET LOCAL enable_bitmapscan TO DEFAULT";

/// Which due mails are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// All.
    Any,
    /// Those that cannot wait (see `MailKind::can_wait`).
    Urgent,
}

impl Due {
    /// Classes below that one.
    const fn below(self) -> i32 {
        match self {
            Self::Any => i32::MAX,
            Self::Urgent => MailKind::CAN_WAIT_FROM,
        }
    }
}

/// Takes up to `limit` due mails for sending until `lease_until`, in their order; nobody else gets them before.
///
/// Mails about one registration go in the order of its changes, also when the relay puts the first off: an invitation that came
/// after its cancellation would bring the event back.
pub fn claim(tx: &mut Tx<'_>, which: Due, now: Instant, lease_until: Instant, limit: i64) -> Result<Vec<Row>, DbError> {
    let due = Ts::from(now);
    let free = outbox::status.eq(Queued).and(outbox::not_before.le(due)).and(outbox::lease_until.is_null().or(outbox::lease_until.le(due)));
    let free = free.and(outbox::priority.lt(which.below()));
    let about_the_same = earlier.field(outbox::registration_id).eq(outbox::registration_id).and(earlier.field(outbox::id).lt(outbox::id));
    // What can wait says something of its own and takes nothing into a calendar or out of it: nothing else waits for it, only the next of
    // its kind.
    let cannot_wait = earlier.field(outbox::priority).lt(MailKind::CAN_WAIT_FROM);
    let about_the_same = about_the_same.and(cannot_wait.or(earlier.field(outbox::kind).eq(outbox::kind)));
    let order = (outbox::priority.asc(), outbox::not_before.asc(), outbox::id.asc());
    let mut rows: Vec<Row> = match &mut **tx {
        AnyConn::Pg(c) => {
            // `OFFSET 0` has this looked up for each mail taken; the words of the ended states keep the index of owed mails out of it.
            let sent_first =
                earlier.filter(about_the_same.and(earlier.field(outbox::status).ne_all(ENDED))).select(earlier.field(outbox::id)).offset(0);
            let free = free.and(outbox::kind.eq(WaitsForNone).or(diesel::dsl::not(diesel::dsl::exists(sent_first))));
            // Other processes skip what this one holds instead of waiting for it.
            let next = outbox::table.filter(free).order(order).limit(limit).for_update().skip_locked();
            c.batch_execute(IN_ORDER_OF_THE_INDEX)?;
            let rows = next.load(c)?;
            c.batch_execute(AS_BEFORE)?;
            rows
        }
        AnyConn::Sqlite(c) => {
            let sent_first = earlier.filter(about_the_same.and(earlier.field(outbox::status).eq(Queued))).select(earlier.field(outbox::id));
            let free = free.and(outbox::kind.eq(WaitsForNone).or(diesel::dsl::not(diesel::dsl::exists(sent_first))));
            // No more are read than wanted; a bound limit would have the statement prepared anew at every run.
            let wanted = usize::try_from(limit).unwrap_or(0);
            outbox::table.filter(free).order(order).load_iter::<Row, DefaultLoadingMode>(c)?.take(wanted).collect::<QueryResult<_>>()?
        }
    };
    if rows.is_empty() {
        return Ok(rows);
    }
    for row in &mut rows {
        row.attempts += 1;
        row.lease_until = Some(lease_until.into());
    }
    update_all!(&mut **tx, outbox, &rows, attempts, lease_until);
    Ok(rows)
}

/// Keeps a claim on mails that are still being sent.
pub fn extend(tx: &mut Tx<'_>, ids: &[MailId], lease_until: Instant) -> Result<(), DbError> {
    let raw: Vec<i64> = ids.iter().map(|i| i.0).collect();
    let mine = outbox::id.eq_any(&raw).and(outbox::lease_until.is_not_null()).and(outbox::status.eq(MailStatus::Queued.code()));
    on_each!(&mut **tx, |c| diesel::update(outbox::table.filter(mine)).set(outbox::lease_until.eq(Ts::from(lease_until))).execute(c))?;
    Ok(())
}

/// A mail that the next server took, and when it did.
#[derive(Clone, Copy, Debug)]
pub struct Sent {
    id: MailId,
    sent_at: Option<Ts>,
    status: MailStatus,
    lease_until: Option<Ts>,
}

impl Sent {
    /// Taken at this moment.
    pub fn new(id: MailId, at: Instant) -> Self {
        Self { id, sent_at: Some(at.into()), status: MailStatus::Sent, lease_until: None }
    }
}

/// The next server took these.
pub fn mark_sent(tx: &mut Tx<'_>, sent: &[Sent]) -> Result<(), DbError> {
    update_all!(&mut **tx, outbox, sent, status, sent_at, lease_until);
    empty_forgotten(tx)
}

/// Whether this mail is still owed: it may have been called off since it was claimed.
pub fn is_owed(conn: &mut AnyConn, id: MailId) -> Result<bool, DbError> {
    let found: Option<MailStatus> = on_each!(conn, |c| outbox::table.find(id.0).select(outbox::status).get_result(c).optional())?;
    Ok(found == Some(MailStatus::Queued))
}

/// One mail.
pub fn by_id(conn: &mut AnyConn, id: MailId) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| outbox::table.find(id.0).get_result(c).optional())?)
}

/// Mails to the owners of these addresses with one of these Message-IDs (local parts), about their registrations or invitations.
pub fn of_addresses(conn: &mut AnyConn, email_keys: &[String], message_ids: &[String]) -> Result<Vec<Row>, DbError> {
    use super::schema::{invitation, person, registration};
    let people = || person::table.filter(person::email_key.eq_any(email_keys)).select(person::id.nullable());
    let ids: Vec<i64> =
        on_each!(&mut *conn, |c| registration::table.filter(registration::person_id.eq_any(people())).select(registration::id).load(c))?;
    let calls: Vec<i64> =
        on_each!(&mut *conn, |c| invitation::table.filter(invitation::email_key.eq_any(email_keys)).select(invitation::id).load(c))?;
    let theirs = || outbox::message_id.eq_any(message_ids);
    // Each by its own index: the two together would read every mail.
    let mut found: Vec<Row> = on_each!(&mut *conn, |c| outbox::table.filter(outbox::registration_id.eq_any(&ids).and(theirs())).load(c))?;
    found.extend(on_each!(conn, |c| outbox::table.filter(outbox::invitation_id.eq_any(&calls).and(theirs())).load::<Row>(c))?);
    Ok(found)
}

/// What `last_code` says of a mail that was taken and came back.
pub const RETURNED: &str = "returned";

/// A mail that the next server took came back; it is what was said.
pub fn note_return(tx: &mut Tx<'_>, id: MailId, text: &str) -> Result<(), DbError> {
    let text: String = text.chars().take(500).collect();
    let taken = outbox::table.find(id.0).filter(outbox::status.eq(MailStatus::Sent.code()).and(outbox::snapshot.ne("")));
    on_each!(&mut **tx, |c| diesel::update(taken).set((outbox::last_code.eq(RETURNED), outbox::last_text.eq(text))).execute(c))?;
    Ok(())
}

/// Whether a later mail about the same registration went out: an invitation sent after its cancellation brings the event back.
pub fn was_overtaken(conn: &mut AnyConn, mail: &Row) -> Result<bool, DbError> {
    let Some(registration) = mail.registration_id.filter(|_| !mail.kind.is_aside()) else { return Ok(false) };
    let aside: Vec<&str> = MailKind::ALL.iter().filter(|kind| kind.is_aside()).map(|kind| kind.code()).collect();
    let later = outbox::registration_id
        .eq(registration.0)
        .and(outbox::id.gt(mail.id.0))
        .and(outbox::status.eq(MailStatus::Sent.code()))
        .and(outbox::kind.ne_all(aside));
    Ok(on_each!(conn, |c| diesel::select(diesel::dsl::exists(outbox::table.filter(later))).get_result(c))?)
}

/// Whether a mail about this registration was owed after that moment.
pub fn told_since(conn: &mut AnyConn, registration: RegistrationId, since: Instant) -> Result<bool, DbError> {
    // A message of the organisers, or about a guest, says nothing of where somebody stands.
    let mine = outbox::registration_id.eq(registration.0).and(outbox::created_at.gt(Ts::from(since)));
    let mine = mine.and(outbox::kind.ne_all([MailKind::Announcement.code(), MailKind::GuestOutcome.code()]));
    Ok(on_each!(conn, |c| diesel::select(diesel::dsl::exists(outbox::table.filter(mine))).get_result(c))?)
}

/// Whose registrations at an event were owed a mail of these kinds at that moment or later.
pub fn told_at_since(conn: &mut AnyConn, event: EventId, since: Instant, kinds: &[MailKind]) -> Result<HashSet<RegistrationId>, DbError> {
    use super::schema::registration;
    let codes: Vec<&str> = kinds.iter().map(|kind| kind.code()).collect();
    let told = registration::event_id.eq(event.0).and(outbox::created_at.ge(Ts::from(since))).and(outbox::kind.eq_any(codes));
    let ids: Vec<i64> = on_each!(conn, |c| outbox::table
        .inner_join(registration::table.on(outbox::registration_id.eq(registration::id.nullable())))
        .filter(told)
        .select(registration::id)
        .load(c))?;
    Ok(ids.into_iter().map(RegistrationId).collect())
}

/// A try failed: try again at `again_at`, or never when `None`.
pub fn mark_failed(tx: &mut Tx<'_>, id: MailId, code: &str, text: &str, again_at: Option<Instant>) -> Result<(), DbError> {
    let text: String = text.chars().take(500).collect();
    let common = (outbox::last_code.eq(code), outbox::last_text.eq(text), outbox::lease_until.eq(None::<Ts>));
    let mine = outbox::table.find(id.0).filter(outbox::status.eq(MailStatus::Queued.code()));
    match again_at {
        Some(at) => on_each!(&mut **tx, |c| diesel::update(mine).set((common, outbox::not_before.eq(Ts::from(at)))).execute(c))?,
        None => on_each!(&mut **tx, |c| diesel::update(mine).set((common, outbox::status.eq(MailStatus::Failed.code()))).execute(c))?,
    };
    empty_forgotten(tx)
}

/// Gives back mails that were claimed and not tried, without counting a try.
pub fn release(tx: &mut Tx<'_>, ids: &[MailId]) -> Result<(), DbError> {
    let raw: Vec<i64> = ids.iter().map(|i| i.0).collect();
    on_each!(&mut **tx, |c| diesel::update(outbox::table.filter(outbox::id.eq_any(&raw).and(outbox::status.eq(MailStatus::Queued.code()))))
        .set((outbox::lease_until.eq(None::<Ts>), outbox::attempts.eq(outbox::attempts - 1)))
        .execute(c))?;
    Ok(())
}

/// Gives back a mail that was claimed and not tried, until a later moment, without counting a try.
pub fn put_off(tx: &mut Tx<'_>, id: MailId, until: Instant) -> Result<(), DbError> {
    let mine = outbox::table.find(id.0).filter(outbox::status.eq(MailStatus::Queued.code()));
    on_each!(&mut **tx, |c| diesel::update(mine)
        .set((outbox::lease_until.eq(None::<Ts>), outbox::attempts.eq(outbox::attempts - 1), outbox::not_before.eq(Ts::from(until))))
        .execute(c))?;
    Ok(())
}

/// Mails of these kinds about a registration that are still owed are no longer to be sent; answers how many.
pub fn abort_of_registration(tx: &mut Tx<'_>, registration: RegistrationId, kinds: &[MailKind]) -> Result<usize, DbError> {
    let codes: Vec<&str> = kinds.iter().map(|k| k.code()).collect();
    Ok(on_each!(&mut **tx, |c| diesel::update(
        outbox::table
            .filter(outbox::registration_id.eq(registration.0).and(outbox::status.eq(MailStatus::Queued.code())).and(outbox::kind.eq_any(codes)))
    )
    .set((outbox::status.eq(MailStatus::Aborted.code()), outbox::lease_until.eq(None::<Ts>)))
    .execute(c))?)
}

/// Forgets what was written about registrations. A mail still owed that takes the event out of a calendar goes out first and is
/// emptied then; all others are dropped and emptied now.
pub fn erase_of_registrations(tx: &mut Tx<'_>, registrations: &[RegistrationId]) -> Result<(), DbError> {
    const LAST: [&str; 3] = [MailKind::Withdrawn.code(), MailKind::Rejected.code(), MailKind::EventCancelled.code()];
    if !registrations.is_empty() {
        scrub::owe(tx)?;
    }
    let raw: Vec<i64> = registrations.iter().map(|r| r.0).collect();
    let owed = outbox::status.eq(MailStatus::Queued.code());
    on_each!(&mut **tx, |c| {
        diesel::update(outbox::table.filter(outbox::registration_id.eq_any(&raw).and(owed).and(outbox::kind.ne_all(LAST))))
            .set((outbox::status.eq(MailStatus::Aborted.code()), outbox::lease_until.eq(None::<Ts>)))
            .execute(c)?;
        diesel::update(outbox::table.filter(outbox::registration_id.eq_any(&raw))).set(outbox::forget.eq(true)).execute(c)
    })?;
    empty_forgotten(tx)
}

/// Forgets one mail about a registration; when it is still owed it is dropped.
pub fn erase_message(tx: &mut Tx<'_>, registration: RegistrationId, message_id: &str) -> Result<(), DbError> {
    let it = || outbox::registration_id.eq(registration.0).and(outbox::message_id.eq(message_id.to_owned()));
    let owed = outbox::status.eq(MailStatus::Queued.code());
    on_each!(&mut **tx, |c| {
        diesel::update(outbox::table.filter(it().and(owed)))
            .set((outbox::status.eq(MailStatus::Aborted.code()), outbox::lease_until.eq(None::<Ts>)))
            .execute(c)?;
        diesel::update(outbox::table.filter(it())).set(outbox::forget.eq(true)).execute(c)
    })?;
    empty_forgotten(tx)
}

/// Mails about these mandates that are still owed are no longer to be sent.
pub fn abort_of_members(tx: &mut Tx<'_>, members: &[MemberId]) -> Result<(), DbError> {
    for chunk in members.chunks(500) {
        let raw: Vec<i64> = chunk.iter().map(|m| m.0).collect();
        let owed = outbox::member_id.eq_any(&raw).and(outbox::status.eq(MailStatus::Queued.code()));
        on_each!(&mut **tx, |c| diesel::update(outbox::table.filter(owed))
            .set((outbox::status.eq(MailStatus::Aborted.code()), outbox::lease_until.eq(None::<Ts>)))
            .execute(c))?;
    }
    Ok(())
}

/// Forgets what was written about these mandates; what is still owed is dropped.
pub fn erase_of_members(tx: &mut Tx<'_>, members: &[MemberId]) -> Result<(), DbError> {
    abort_of_members(tx, members)?;
    for chunk in members.chunks(500) {
        let raw: Vec<i64> = chunk.iter().map(|m| m.0).collect();
        on_each!(&mut **tx, |c| diesel::update(outbox::table.filter(outbox::member_id.eq_any(&raw))).set(outbox::forget.eq(true)).execute(c))?;
    }
    empty_forgotten(tx)
}

/// Forgets what was written about mandates before a moment, and is owed no more.
pub fn purge_of_members(tx: &mut Tx<'_>, before: Instant) -> Result<(), DbError> {
    let old = outbox::member_id.is_not_null().and(outbox::created_at.lt(Ts::from(before)));
    let told = outbox::status.ne(MailStatus::Queued.code()).and(outbox::snapshot.ne(""));
    on_each!(&mut **tx, |c| diesel::update(outbox::table.filter(old.and(told))).set(outbox::forget.eq(true)).execute(c))?;
    empty_forgotten(tx)
}

/// All mails about a mandate, oldest first.
pub fn of_member(conn: &mut AnyConn, member: MemberId) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| outbox::table.filter(outbox::member_id.eq(member.0)).order(outbox::id.asc()).load(c))?)
}

/// Takes address and text out of mails that are to be forgotten and no longer owed.
fn empty_forgotten(tx: &mut Tx<'_>) -> Result<(), DbError> {
    let statement = Statement {
        head: "UPDATE outbox SET recipient = '', snapshot = '', last_text = NULL, forget = FALSE WHERE forget AND status <> 'queued'",
        values: (),
        tail: "",
        last: (),
        end: "",
    };
    if on_each!(&mut **tx, |c| statement.execute(c))? > 0 {
        scrub::owe(tx)?;
    }
    Ok(())
}

/// Staff asks for another try, or for none; answers whether the mail was in a state that allows it.
pub fn set_status(tx: &mut Tx<'_>, id: MailId, to: MailStatus, now: Instant, not_after: Option<Instant>) -> Result<bool, DbError> {
    let from: &[&str] = match to {
        MailStatus::Queued => &["failed", "queued"],
        _ => &["queued", "failed"],
    };
    let changed = on_each!(&mut **tx, |c| diesel::update(outbox::table.find(id.0).filter(outbox::status.eq_any(from).and(outbox::snapshot.ne(""))))
        .set((outbox::status.eq(to.code()), outbox::not_before.eq(Ts::from(now)), outbox::lease_until.eq(None::<Ts>)))
        .execute(c))?;
    if let Some(until) = not_after
        && changed > 0
    {
        on_each!(&mut **tx, |c| diesel::update(outbox::table.find(id.0)).set(outbox::not_after.eq(Ts::from(until))).execute(c))?;
    }
    if to != MailStatus::Queued {
        empty_forgotten(tx)?;
    }
    Ok(changed > 0)
}

/// What the queue looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Depth {
    /// Owed and due.
    pub due: i64,
    /// Dead letters.
    pub failed: i64,
    /// When the oldest due mail became due.
    pub oldest_due: Option<Instant>,
}

/// Looks at the queue.
pub fn depth(conn: &mut AnyConn, now: Instant) -> Result<Depth, DbError> {
    let due = outbox::status.eq(MailStatus::Queued.code()).and(outbox::not_before.le(Ts::from(now)));
    Ok(on_each!(conn, |c| {
        let n: i64 = outbox::table.filter(due).select(count_star()).get_result(c)?;
        let oldest: Option<Ts> = outbox::table.filter(due).select(diesel::dsl::min(outbox::created_at)).get_result(c)?;
        let failed: i64 = outbox::table.filter(outbox::status.eq(MailStatus::Failed.code())).select(count_star()).get_result(c)?;
        Ok::<_, DbError>(Depth { due: n, failed, oldest_due: oldest.map(|t| t.0) })
    })?)
}

/// Mails, newest first, of one status or all.
pub fn list(conn: &mut AnyConn, status: Option<MailStatus>, limit: i64) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| {
        let mut query = outbox::table.into_boxed();
        if let Some(status) = status {
            query = query.filter(outbox::status.eq(status.code()));
        }
        query.order((outbox::created_at.desc(), outbox::id.desc())).limit(limit).load(c)
    })?)
}

/// All mails about a registration, oldest first.
pub fn of_registration(conn: &mut AnyConn, registration: RegistrationId) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| outbox::table.filter(outbox::registration_id.eq(registration.0)).order(outbox::id.asc()).load(c))?)
}

/// Mails of these kinds about an event that are still owed are no longer to be sent; answers how many.
pub fn abort_of_event(tx: &mut Tx<'_>, event: EventId, kinds: &[MailKind]) -> Result<usize, DbError> {
    use super::schema::registration;
    let codes: Vec<&str> = kinds.iter().map(|k| k.code()).collect();
    let of_event = registration::table.filter(registration::event_id.eq(event.0)).select(registration::id.nullable());
    Ok(on_each!(&mut **tx, |c| diesel::update(
        outbox::table
            .filter(outbox::registration_id.eq_any(of_event).and(outbox::status.eq(MailStatus::Queued.code())).and(outbox::kind.eq_any(codes)))
    )
    .set((outbox::status.eq(MailStatus::Aborted.code()), outbox::lease_until.eq(None::<Ts>)))
    .execute(c))?)
}
