//! Mails that came in: kept as they came, then what was read in them and what was done. It must not know how they are read.

use diesel::prelude::*;

use super::connection::AnyConn;
use super::door::Tx;
use super::errors::DbError;
use super::schema::{inbound_mail, outbox};
use super::scrub;
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{EventId, InboundId, InvitationId, MailId, PlatformId, RegistrationId};
use crate::on_each;

crate::word! {
    /// By which door a mail came.
    Door {
        /// `mail inbound`, from a program that has it.
        Stdin = "stdin",
        /// A local mail server hands it over (RFC 2033).
        Lmtp = "lmtp",
        /// Fetched from a mailbox.
        Imap = "imap",
    }
}

crate::word! {
    /// How far it came.
    Stage {
        /// Kept; nothing was read in it yet.
        Stored = "stored",
        /// Read, and what it asks for was done.
        Handled = "handled",
        /// Reading it failed again and again: it is kept for a person.
        Failed = "failed",
    }
}

/// A mail without what it was made of.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = inbound_mail)]
pub struct Row {
    /// Row number.
    pub id: InboundId,
    /// By which door it came.
    pub door: Door,
    /// When.
    pub received_at: Ts,
    /// To which of our addresses, where the door says so.
    pub envelope_to: Option<String>,
    /// Its size.
    pub octets: i64,
    /// How far it came.
    pub state: Stage,
    /// How often it was looked at.
    pub attempts: i32,
    /// When it was handled.
    pub handled_at: Option<Ts>,
    /// What was read in it, and what was done.
    #[diesel(embed)]
    pub note: Handled,
    /// When somebody of staff was done with it.
    pub done_at: Option<Ts>,
    /// Who that was.
    pub done_by: Option<String>,
    /// When it was emptied.
    pub erased_at: Option<Ts>,
}

/// A mail to be kept.
#[derive(Clone, Debug, Insertable)]
#[diesel(table_name = inbound_mail)]
pub struct New {
    /// Row number.
    pub id: InboundId,
    /// By which door it came.
    pub door: Door,
    /// SHA-256 of the recipient and the whole mail: the same mail is kept once.
    pub digest: String,
    /// When it came.
    pub received_at: Ts,
    /// To which of our addresses, where the door says so.
    pub envelope_to: Option<String>,
    /// Its size.
    pub octets: i64,
    /// Always `stored`.
    pub state: Stage,
    /// All of it.
    pub raw: Option<Vec<u8>>,
}

/// What was read in a mail, and what was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = inbound_mail)]
pub struct Handled {
    /// What it is, as a word of `app::inbound`.
    pub kind: Option<String>,
    /// What was done, as a word of `app::inbound`.
    pub outcome: Option<String>,
    /// Who vouches for its sender, or why nobody does.
    pub authentic: Option<String>,
    /// Its Message-ID.
    pub message_id: Option<String>,
    /// Its sender, as they call themselves; untrusted text, as all that follows.
    pub from_name: String,
    /// Its sender's address.
    pub from_address: String,
    /// The same as it is compared.
    pub from_key: Option<String>,
    /// Subject.
    pub subject: String,
    /// The beginning of its text.
    pub text: String,
    /// Whose registration it is about.
    pub registration_id: Option<RegistrationId>,
    /// At which event.
    pub event_id: Option<EventId>,
    /// About which invitation it is.
    pub invitation_id: Option<InvitationId>,
    /// About which of our mails it is.
    pub mail_id: Option<MailId>,
    /// Whether a person is to look at it.
    pub for_person: bool,
}

/// Keeps a mail; answers whether it is new.
pub fn insert(tx: &mut Tx<'_>, row: &New) -> Result<bool, DbError> {
    let added = match &mut **tx {
        AnyConn::Pg(c) => diesel::insert_into(inbound_mail::table).values(row).on_conflict_do_nothing().execute(c)?,
        AnyConn::Sqlite(c) => diesel::insert_into(inbound_mail::table).values(row).on_conflict_do_nothing().execute(c)?,
    };
    Ok(added == 1)
}

/// Which row keeps the mail with this digest.
pub fn by_digest(conn: &mut AnyConn, digest: &str) -> Result<Option<InboundId>, DbError> {
    Ok(on_each!(conn, |c| inbound_mail::table.filter(inbound_mail::digest.eq(digest)).select(inbound_mail::id).get_result(c).optional())?)
}

/// A mail that is to be read.
#[derive(Clone, Debug, Queryable)]
pub struct Waiting {
    /// Row number.
    pub id: InboundId,
    /// When it came.
    pub received_at: Ts,
    /// To which of our addresses, where the door says so.
    pub envelope_to: Option<String>,
    /// How often it was looked at before.
    pub attempts: i32,
    /// All of it.
    pub raw: Option<Vec<u8>>,
}

/// Takes up to `limit` mails that wait, the new before those put off, oldest first, until `lease_until`; nobody else gets them before. Each look is counted.
pub fn claim(tx: &mut Tx<'_>, now: Instant, lease_until: Instant, limit: i64) -> Result<Vec<Waiting>, DbError> {
    let due = Ts::from(now);
    let free = inbound_mail::lease_until.is_null().or(inbound_mail::lease_until.le(due));
    let waiting = inbound_mail::state.eq(Stage::Stored.code()).and(free);
    let columns = (inbound_mail::id, inbound_mail::received_at, inbound_mail::envelope_to, inbound_mail::attempts, inbound_mail::raw);
    // Those that nobody has looked at come first: whoever has many put off must not keep the others waiting.
    let order = (inbound_mail::lease_until.is_not_null().asc(), inbound_mail::id.asc());
    let rows: Vec<Waiting> = match &mut **tx {
        AnyConn::Pg(c) => inbound_mail::table.filter(waiting).order(order).limit(limit).select(columns).for_update().skip_locked().load(c)?,
        AnyConn::Sqlite(c) => inbound_mail::table.filter(waiting).order(order).limit(limit).select(columns).load(c)?,
    };
    let ids: Vec<i64> = rows.iter().map(|row| row.id.0).collect();
    on_each!(&mut **tx, |c| diesel::update(inbound_mail::table.filter(inbound_mail::id.eq_any(&ids)))
        .set((inbound_mail::lease_until.eq(Some(Ts::from(lease_until))), inbound_mail::attempts.eq(inbound_mail::attempts + 1)))
        .execute(c))?;
    Ok(rows)
}

/// Whether a mail waits that nobody holds.
pub fn is_due(conn: &mut AnyConn, now: Instant) -> Result<bool, DbError> {
    let free = inbound_mail::lease_until.is_null().or(inbound_mail::lease_until.le(Ts::from(now)));
    let waiting = inbound_mail::table.filter(inbound_mail::state.eq(Stage::Stored.code()).and(free));
    Ok(on_each!(conn, |c| diesel::select(diesel::dsl::exists(waiting)).get_result(c))?)
}

/// Gives a mail back until a later moment, without counting the look at it.
pub fn put_off(tx: &mut Tx<'_>, id: InboundId, until: Instant) -> Result<(), DbError> {
    // One whose commit was in doubt may be handled.
    let waiting = || inbound_mail::table.find(id.0).filter(inbound_mail::state.eq(Stage::Stored.code()));
    on_each!(&mut **tx, |c| diesel::update(waiting())
        .set((inbound_mail::lease_until.eq(Some(Ts::from(until))), inbound_mail::attempts.eq(inbound_mail::attempts - 1)))
        .execute(c))?;
    Ok(())
}

/// Notes what was read in a mail and done. A mail that was erased meanwhile stays empty.
pub fn mark(tx: &mut Tx<'_>, id: InboundId, state: Stage, handled: &Handled, now: Instant) -> Result<(), DbError> {
    let mine = || inbound_mail::table.find(id.0).filter(inbound_mail::state.eq(Stage::Stored.code()));
    on_each!(&mut **tx, |c| {
        diesel::update(mine().filter(inbound_mail::erased_at.is_null())).set(handled).execute(c)?;
        diesel::update(mine())
            .set((inbound_mail::state.eq(state.code()), inbound_mail::handled_at.eq(Some(Ts::from(now))), inbound_mail::lease_until.eq(None::<Ts>)))
            .execute(c)
    })?;
    Ok(())
}

/// Whether a mail is still to be handled: another process may have done it since.
pub fn is_waiting(conn: &mut AnyConn, id: InboundId) -> Result<bool, DbError> {
    let found: Option<Stage> = on_each!(conn, |c| inbound_mail::table.find(id.0).select(inbound_mail::state).get_result(c).optional())?;
    Ok(found == Some(Stage::Stored))
}

/// Whether another mail with this Message-ID from this address was handled before.
pub fn came_before(conn: &mut AnyConn, id: InboundId, message_id: &str, from_key: &str) -> Result<bool, DbError> {
    let same = inbound_mail::from_key.eq(from_key).and(inbound_mail::message_id.eq(message_id)).and(inbound_mail::id.ne(id.0));
    let handled = inbound_mail::table.filter(same.and(inbound_mail::state.eq(Stage::Handled.code())));
    Ok(on_each!(conn, |c| diesel::select(diesel::dsl::exists(handled)).get_result(c))?)
}

/// The mail from this address with this Message-ID, handled or not: the first that came.
pub fn by_message_id(conn: &mut AnyConn, message_id: &str, from_key: &str) -> Result<Option<Row>, DbError> {
    let same = inbound_mail::from_key.eq(from_key).and(inbound_mail::message_id.eq(message_id));
    let first = inbound_mail::table.filter(same).order(inbound_mail::id.asc()).limit(1);
    Ok(on_each!(conn, |c| first.select(Row::as_select()).load(c))?.pop())
}

/// One mail.
pub fn by_id(conn: &mut AnyConn, id: InboundId) -> Result<Option<Row>, DbError> {
    Ok(on_each!(conn, |c| inbound_mail::table.find(id.0).select(Row::as_select()).get_result(c).optional())?)
}

/// All of one mail; `None` once it was emptied.
pub fn raw(conn: &mut AnyConn, id: InboundId) -> Result<Option<Vec<u8>>, DbError> {
    let found: Option<Option<Vec<u8>>> = on_each!(conn, |c| inbound_mail::table.find(id.0).select(inbound_mail::raw).get_result(c).optional())?;
    Ok(found.flatten())
}

/// What came in about a registration, newest first, at most so much.
pub fn of_registration(conn: &mut AnyConn, registration: RegistrationId, limit: i64) -> Result<Vec<Row>, DbError> {
    let its = inbound_mail::registration_id.eq(registration.0);
    Ok(on_each!(conn, |c| inbound_mail::table.filter(its).order(inbound_mail::id.desc()).limit(limit).select(Row::as_select()).load(c))?)
}

/// All that came in from an address (as it is compared), or about these invitations, newest first.
pub fn of_somebody(conn: &mut AnyConn, key: &str, invitations: &[InvitationId]) -> Result<Vec<Row>, DbError> {
    let raw: Vec<i64> = invitations.iter().map(|id| id.0).collect();
    let theirs = inbound_mail::from_key.eq(key).or(inbound_mail::invitation_id.eq_any(raw));
    Ok(on_each!(conn, |c| inbound_mail::table.filter(theirs).order(inbound_mail::id.desc()).select(Row::as_select()).load(c))?)
}

/// Which mails a list shows.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only at events of these platforms; `None`: of all, and those about no event.
    pub platforms: Option<Vec<PlatformId>>,
    /// Only those with which a person is not done yet.
    pub open: bool,
    /// Only those for a person.
    pub for_person: bool,
    /// Only this kind, as a word of `app::inbound`.
    pub kind: Option<&'static str>,
    /// Only mails before this one.
    pub before: Option<InboundId>,
}

/// The mails that are meant, as a query to go on with. `for_person` stands as it is and not compared with a value: only so SQLite sees
/// that the index of such mails will do.
macro_rules! wanted {
    ($filter:expr) => {{
        use super::schema::event;
        let filter: &Filter = $filter;
        let mut query = inbound_mail::table.into_boxed();
        if let Some(platforms) = &filter.platforms {
            let raw: Vec<i64> = platforms.iter().map(|id| id.0).collect();
            let theirs = event::table.filter(event::platform_id.eq_any(raw)).select(event::id);
            query = query.filter(inbound_mail::event_id.eq_any(theirs.select(event::id.nullable())));
        }
        if filter.open {
            query = query.filter(inbound_mail::done_at.is_null());
        }
        if filter.for_person {
            query = query.filter(inbound_mail::for_person);
        }
        if let Some(kind) = filter.kind {
            query = query.filter(inbound_mail::kind.eq(kind));
        }
        if let Some(before) = filter.before {
            query = query.filter(inbound_mail::id.lt(before.0));
        }
        query
    }};
}

/// Mails, newest first.
pub fn list(conn: &mut AnyConn, filter: &Filter, limit: i64) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| wanted!(filter).order(inbound_mail::id.desc()).limit(limit).select(Row::as_select()).load(c))?)
}

/// How many there are.
pub fn count(conn: &mut AnyConn, filter: &Filter) -> Result<i64, DbError> {
    Ok(on_each!(conn, |c| wanted!(filter).select(diesel::dsl::count_star()).get_result(c))?)
}

/// Somebody of staff is done with a mail; answers whether there was one to be done with.
pub fn done(tx: &mut Tx<'_>, id: InboundId, by: &str, now: Instant) -> Result<bool, DbError> {
    let open = inbound_mail::table.find(id.0).filter(inbound_mail::done_at.is_null()).filter(inbound_mail::for_person.eq(true));
    let changed = on_each!(&mut **tx, |c| diesel::update(open)
        .set((inbound_mail::done_at.eq(Some(Ts::from(now))), inbound_mail::done_by.eq(Some(by))))
        .execute(c))?;
    Ok(changed == 1)
}

/// How many wait to be read, since when the oldest does, and how many a person is to look at.
pub fn depth(conn: &mut AnyConn) -> Result<(i64, Option<Ts>, i64), DbError> {
    use diesel::dsl::{count_star, min};
    let waiting = inbound_mail::state.eq(Stage::Stored.code());
    let open = inbound_mail::for_person.and(inbound_mail::done_at.is_null());
    let (count, since): (i64, Option<Ts>) =
        on_each!(&mut *conn, |c| inbound_mail::table.filter(waiting).select((count_star(), min(inbound_mail::received_at))).get_result(c))?;
    let open: i64 = on_each!(conn, |c| inbound_mail::table.filter(open).select(count_star()).get_result(c))?;
    Ok((count, since, open))
}

/// Empties what came in about these registrations, and what came from these addresses (as they are compared) about none.
pub fn forget(tx: &mut Tx<'_>, registrations: &[RegistrationId], addresses: &[String], now: Instant) -> Result<(), DbError> {
    let raw: Vec<i64> = registrations.iter().map(|id| id.0).collect();
    for some in raw.chunks(500) {
        on_each!(&mut **tx, |c| diesel::update(inbound_mail::table.filter(inbound_mail::registration_id.eq_any(some))).set(emptied(now)).execute(c))?;
    }
    for some in addresses.chunks(500) {
        let theirs = inbound_mail::from_key.eq_any(some).and(inbound_mail::registration_id.is_null());
        on_each!(&mut **tx, |c| diesel::update(inbound_mail::table.filter(theirs)).set(emptied(now)).execute(c))?;
    }
    Ok(())
}

/// Empties all that came from an address (as it is compared); answers how many mails that were.
pub fn forget_from(tx: &mut Tx<'_>, address: &str, now: Instant) -> Result<usize, DbError> {
    let theirs = inbound_mail::from_key.eq(address);
    took(tx, |tx| Ok(on_each!(&mut **tx, |c| diesel::update(inbound_mail::table.filter(theirs)).set(emptied(now)).execute(c))?))
}

/// Empties one mail.
pub fn forget_one(tx: &mut Tx<'_>, id: InboundId, now: Instant) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(inbound_mail::table.find(id.0)).set(emptied(now)).execute(c))?;
    scrub::owe(tx)
}

/// Empties what came in about these invitations.
pub fn forget_of_invitations(tx: &mut Tx<'_>, invitations: &[InvitationId], now: Instant) -> Result<(), DbError> {
    let raw: Vec<i64> = invitations.iter().map(|id| id.0).collect();
    for some in raw.chunks(500) {
        on_each!(&mut **tx, |c| diesel::update(inbound_mail::table.filter(inbound_mail::invitation_id.eq_any(some))).set(emptied(now)).execute(c))?;
    }
    Ok(())
}

/// Empties what came in about mails of ours that were forgotten: what came back names to whom they went.
pub fn forget_of_forgotten_mails(tx: &mut Tx<'_>, now: Instant) -> Result<usize, DbError> {
    let forgotten = outbox::table.filter(outbox::snapshot.eq("")).select(outbox::id.nullable());
    let about = inbound_mail::erased_at.is_null().and(inbound_mail::mail_id.eq_any(forgotten));
    took(tx, |tx| Ok(on_each!(&mut **tx, |c| diesel::update(inbound_mail::table.filter(about)).set(emptied(now)).execute(c))?))
}

/// Empties what came in before that moment; answers how many.
pub fn forget_before(tx: &mut Tx<'_>, before: Instant, now: Instant) -> Result<usize, DbError> {
    let old = inbound_mail::received_at.lt(Ts::from(before)).and(inbound_mail::erased_at.is_null());
    took(tx, |tx| Ok(on_each!(&mut **tx, |c| diesel::update(inbound_mail::table.filter(old)).set(emptied(now)).execute(c))?))
}

/// What was emptied leaves the file, too.
fn took(tx: &mut Tx<'_>, empty: impl FnOnce(&mut Tx<'_>) -> Result<usize, DbError>) -> Result<usize, DbError> {
    let n = empty(tx)?;
    if n > 0 {
        scrub::owe(tx)?;
    }
    Ok(n)
}

/// What is left of a mail that is forgotten: when it came, what it was and what was done.
#[derive(AsChangeset)]
#[diesel(table_name = inbound_mail, treat_none_as_null = true)]
struct Emptied {
    raw: Option<Vec<u8>>,
    envelope_to: Option<String>,
    authentic: Option<String>,
    message_id: Option<String>,
    from_name: String,
    from_address: String,
    from_key: Option<String>,
    subject: String,
    text: String,
    for_person: bool,
    erased_at: Option<Ts>,
}

fn emptied(now: Instant) -> Emptied {
    Emptied {
        raw: None,
        envelope_to: None,
        authentic: None,
        message_id: None,
        from_name: String::new(),
        from_address: String::new(),
        from_key: None,
        subject: String::new(),
        text: String::new(),
        for_person: false,
        erased_at: Some(now.into()),
    }
}
