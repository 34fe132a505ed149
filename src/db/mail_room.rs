//! The outbox as staff looks into it: mails by platform, event, person, status and words. Reading only; it must not know delivery.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::connection::AnyConn;
use super::errors::DbError;
use super::outbox::{MailStatus, Row};
use super::registrations::contains;
use super::schema::outbox;
use super::types::Ts;
use crate::clock::Instant;
use crate::domain::ids::{EventId, MailId, PlatformId, RegistrationId};
use crate::domain::language::Language;
use crate::domain::registration::MailKind;
use crate::on_each;

/// Which mails somebody looks for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only those about registrations at events of these platforms, invitations to them, seats offered there and mandates on them; all,
    /// test mails too, when `None`.
    pub platforms: Option<Vec<PlatformId>>,
    /// Only those about this event.
    pub event: Option<EventId>,
    /// Only those about this registration, and about the invitation that led to it.
    pub registration: Option<RegistrationId>,
    /// Only those that stand so.
    pub status: Option<MailStatus>,
    /// Only this kind.
    pub kind: Option<MailKind>,
    /// Only in this language.
    pub language: Option<Language>,
    /// Every word must occur in the address, or in what is known of the person: name, address, organisation.
    pub search: String,
    /// Only older than this one: when it was owed, and its number.
    pub before: Option<(Instant, MailId)>,
}

diesel::define_sql_function! {
    /// ASCII letters in lower case: addresses have no others that matter.
    fn lower(text: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

/// The mails that are wanted, as a query to go on with.
macro_rules! wanted {
    ($wanted:expr) => {{
        use super::schema::{event, invitation, member, registration, substitute_offer};
        let wanted: &Wanted = $wanted;
        let mut query = outbox::table.into_boxed();
        if let Some(platforms) = &wanted.platforms {
            let raw: Vec<i64> = platforms.iter().map(|p| p.0).collect();
            let events = || event::table.filter(event::platform_id.eq_any(raw.clone())).select(event::id);
            let ours = registration::table.filter(registration::event_id.eq_any(events())).select(registration::id.nullable());
            let invited = invitation::table.filter(invitation::event_id.eq_any(events())).select(invitation::id.nullable());
            let offered = substitute_offer::table.filter(substitute_offer::event_id.eq_any(events())).select(substitute_offer::id.nullable());
            let asked = member::table.filter(member::platform_id.eq_any(raw)).select(member::id.nullable());
            let ours = outbox::registration_id.eq_any(ours).or(outbox::invitation_id.eq_any(invited)).or(outbox::member_id.eq_any(asked));
            query = query.filter(ours.or(outbox::offer_id.eq_any(offered)));
        }
        if let Some(at) = wanted.event {
            let ours = registration::table.filter(registration::event_id.eq(at.0)).select(registration::id.nullable());
            let invited = invitation::table.filter(invitation::event_id.eq(at.0)).select(invitation::id.nullable());
            let offered = substitute_offer::table.filter(substitute_offer::event_id.eq(at.0)).select(substitute_offer::id.nullable());
            let ours = outbox::registration_id.eq_any(ours).or(outbox::invitation_id.eq_any(invited));
            query = query.filter(ours.or(outbox::offer_id.eq_any(offered)));
        }
        if let Some(registration) = wanted.registration {
            let invited = invitation::table.filter(invitation::registration_id.eq(registration.0)).select(invitation::id.nullable());
            query = query.filter(outbox::registration_id.eq(registration.0).or(outbox::invitation_id.eq_any(invited)));
        }
        if let Some(status) = wanted.status {
            query = query.filter(outbox::status.eq(status.code()));
        }
        if let Some(kind) = wanted.kind {
            query = query.filter(outbox::kind.eq(kind.code()));
        }
        if let Some(language) = wanted.language {
            query = query.filter(outbox::language.eq(language.code()));
        }
        for word in words(&wanted.search) {
            let place = registration::table.filter(contains(registration::search_key, word.clone())).select(registration::id.nullable());
            let invited = invitation::table.filter(contains(invitation::search_key, word.clone())).select(invitation::id.nullable());
            let asked = member::table.filter(contains(member::search_key, word.clone())).select(member::id.nullable());
            let known = outbox::registration_id.eq_any(place).or(outbox::invitation_id.eq_any(invited)).or(outbox::member_id.eq_any(asked));
            query = query.filter(known.or(contains(lower(outbox::recipient), word)));
        }
        if let Some((at, id)) = wanted.before {
            let same = outbox::created_at.eq(Ts::from(at)).and(outbox::id.lt(id.0));
            query = query.filter(outbox::created_at.lt(Ts::from(at)).or(same));
        }
        query
    }};
}

fn words(search: &str) -> Vec<String> {
    let folded = crate::domain::text::fold(search);
    folded.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Mails, newest first.
pub fn list(conn: &mut AnyConn, which: &Wanted, limit: i64) -> Result<Vec<Row>, DbError> {
    Ok(on_each!(conn, |c| wanted!(which).order((outbox::created_at.desc(), outbox::id.desc())).limit(limit).load(c))?)
}

/// How many there are.
pub fn count(conn: &mut AnyConn, which: &Wanted) -> Result<i64, DbError> {
    Ok(on_each!(conn, |c| wanted!(which).select(count_star()).get_result(c))?)
}

/// When the oldest of them that is owed and due was owed.
pub fn oldest_due(conn: &mut AnyConn, which: &Wanted, now: Instant) -> Result<Option<Instant>, DbError> {
    let due = outbox::status.eq(MailStatus::Queued.code()).and(outbox::not_before.le(Ts::from(now)));
    let oldest: Option<Ts> = on_each!(conn, |c| wanted!(which).filter(due).select(diesel::dsl::min(outbox::created_at)).get_result(c))?;
    Ok(oldest.map(|at| at.0))
}

/// Whether a mail is among them.
pub fn has(conn: &mut AnyConn, which: &Wanted, mail: MailId) -> Result<bool, DbError> {
    let n: i64 = on_each!(conn, |c| wanted!(which).filter(outbox::id.eq(mail.0)).select(count_star()).get_result(c))?;
    Ok(n > 0)
}

/// The last mail about a registration that says where it stands: what was sent, or is to be sent, or was given up.
pub fn last_standing(conn: &mut AnyConn, registration: RegistrationId) -> Result<Option<Row>, DbError> {
    let aside: Vec<&str> = MailKind::ALL.iter().filter(|kind| kind.is_aside()).map(|kind| kind.code()).collect();
    let mine = outbox::registration_id.eq(registration.0).and(outbox::kind.ne_all(aside));
    let last: Option<i64> = on_each!(&mut *conn, |c| outbox::table.filter(mine).select(diesel::dsl::max(outbox::id)).get_result(c))?;
    last.map_or(Ok(None), |id| super::outbox::by_id(conn, MailId(id)))
}

/// How much is owed and due in each class (see `MailKind::priority`), and when the oldest of it was owed.
pub fn by_class(conn: &mut AnyConn, now: Instant) -> Result<Vec<(i32, i64, Instant)>, DbError> {
    let due = outbox::status.eq(MailStatus::Queued.code()).and(outbox::not_before.le(Ts::from(now)));
    let found: Vec<(i32, i64, Option<Ts>)> = on_each!(conn, |c| outbox::table
        .filter(due)
        .group_by(outbox::priority)
        .select((outbox::priority, count_star(), diesel::dsl::min(outbox::created_at)))
        .load(c))?;
    Ok(found.into_iter().filter_map(|(class, due, oldest)| Some((class, due, oldest?.0))).collect())
}
