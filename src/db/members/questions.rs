//! Questions to the holders of mandates, one a quarter, and which mandates are unconfirmed: `domain::confirmation` as a condition.

use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::Row as Member;
use crate::clock::Instant;
use crate::db::connection::AnyConn;
use crate::db::door::Tx;
use crate::db::errors::DbError;
use crate::db::outbox::MailStatus;
use crate::db::schema::{mandate_question, member, outbox};
use crate::db::types::Ts;
use crate::domain::confirmation::{Asked, Known, remind_from};
use crate::domain::edition::Edition;
use crate::domain::ids::{MemberId, PlatformId, QuestionId, Reference};
use crate::i18n::format::{begin_of, brussels};
use crate::on_each;

/// A question's row.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = mandate_question, treat_none_as_default_value = false)]
#[diesel(treat_none_as_null = true)]
#[allow(missing_docs)]
pub struct Question {
    pub id: QuestionId,
    pub member_id: MemberId,
    pub quarter: Edition,
    /// What its link is derived from.
    pub reference: Reference,
    /// The hash of its link.
    pub page_hash: String,
    pub asked_at: Ts,
    /// When it was asked a second time.
    pub reminded_at: Option<Ts>,
    /// When the holder said that the mandate holds.
    pub confirmed_at: Option<Ts>,
    /// When the holder said that it is over.
    pub ended_at: Option<Ts>,
}

impl Question {
    /// What the rule wants to know of it.
    pub fn asked(&self) -> Asked {
        Asked { on: brussels(self.asked_at.0).0, again: self.reminded_at.is_some(), answered: self.confirmed_at.is_some() || self.ended_at.is_some() }
    }
}

impl Member {
    /// What the rule wants to know of a mandate.
    ///
    /// # Errors
    /// When the stored days cannot be.
    pub fn known(&self) -> Result<Known, DbError> {
        let confirmed = self.confirmed_at.map(|at| brussels(at.0).0);
        Ok(Known { mandate: self.mandate()?, entered: brussels(self.created_at.0).0, confirmed })
    }
}

/// `Known::is_unconfirmed` on a day as a condition of `member`.
macro_rules! unconfirmed {
    ($day:expr) => {{
        use crate::db::schema::member as of;
        use crate::db::types::{Day, Ts};
        let quarter = crate::domain::edition::Edition::of($day);
        let (first, last) = (quarter.first_day(), Day(quarter.last_day()));
        let began = Ts::from(crate::i18n::format::begin_of(first));
        let is_older = of::starts_on.lt(Day(first)).and(of::created_at.lt(began));
        let is_old = of::confirmed_at.is_null().or(of::confirmed_at.lt(began));
        is_older.and(is_old).and(of::ends_on.is_null().or(of::ends_on.gt(last))).and(of::erased_at.is_null())
    }};
}
pub(crate) use unconfirmed;

/// How many mandates of each of these platforms are unconfirmed on a day; platforms without any are left out.
pub fn count_unconfirmed(conn: &mut AnyConn, platforms: &[PlatformId], day: NaiveDate) -> Result<Vec<(PlatformId, u32)>, DbError> {
    let raw: Vec<i64> = platforms.iter().map(|p| p.0).collect();
    let rows: Vec<(i64, i64)> = on_each!(conn, |c| member::table
        .filter(member::platform_id.eq_any(raw).and(unconfirmed!(day)))
        .group_by(member::platform_id)
        .select((member::platform_id, count_star()))
        .load(c))?;
    Ok(rows.into_iter().map(|(platform, n)| (PlatformId(platform), u32::try_from(n).unwrap_or(u32::MAX))).collect())
}

/// Unconfirmed mandates of a platform whose holders are to be asked on a day, or to be asked again, with what was asked in its quarter.
pub fn due(conn: &mut AnyConn, platform: PlatformId, day: NaiveDate, limit: i64) -> Result<Vec<(Member, Option<Question>)>, DbError> {
    let quarter = Edition::of(day);
    let asked_by = Ts::from(begin_of(remind_from(day).succ_opt().unwrap_or(day)));
    let of_now = mandate_question::member_id.eq(member::id).and(mandate_question::quarter.eq(quarter));
    let unanswered = mandate_question::confirmed_at.is_null().and(mandate_question::ended_at.is_null());
    let again = mandate_question::reminded_at.is_null().and(unanswered).and(mandate_question::asked_at.lt(asked_by));
    let wanted = mandate_question::id.is_null().or(again);
    Ok(on_each!(conn, |c| member::table
        .left_join(mandate_question::table.on(of_now))
        .filter(member::platform_id.eq(platform.0).and(unconfirmed!(day)).and(wanted))
        .order(member::id.asc())
        .limit(limit)
        .select((member::all_columns, mandate_question::all_columns.nullable()))
        .load(c))?)
}

/// A question by the hash of its link, with the mandate that it is about.
pub fn by_page(conn: &mut AnyConn, page_hash: &str) -> Result<Option<(Question, Member)>, DbError> {
    Ok(on_each!(conn, |c| mandate_question::table
        .inner_join(member::table.on(member::id.eq(mandate_question::member_id)))
        .filter(mandate_question::page_hash.eq(page_hash).and(member::erased_at.is_null()))
        .get_result(c)
        .optional())?)
}

/// Every question about a mandate, oldest first.
pub fn of_member(conn: &mut AnyConn, of: MemberId) -> Result<Vec<Question>, DbError> {
    Ok(on_each!(conn, |c| mandate_question::table.filter(mandate_question::member_id.eq(of.0)).order(mandate_question::id.asc()).load(c))?)
}

/// Adds a question.
pub fn insert(tx: &mut Tx<'_>, question: &Question) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::insert_into(mandate_question::table).values(question).execute(c))?;
    Ok(())
}

/// Writes what became of a question.
pub fn update(tx: &mut Tx<'_>, question: &Question) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::update(mandate_question::table.find(question.id.0)).set(question).execute(c))?;
    Ok(())
}

/// Takes back everything that was asked about a mandate, answered or not: its address is somebody else's.
pub fn take_back(tx: &mut Tx<'_>, of: MemberId) -> Result<(), DbError> {
    on_each!(&mut **tx, |c| diesel::delete(mandate_question::table.filter(mandate_question::member_id.eq(of.0))).execute(c))?;
    Ok(())
}

/// Takes back what a quarter's question ended: the mandate goes on after all, and can be asked about again. Answers when its holder last
/// said, in what is left, that it holds.
pub fn take_back_end(tx: &mut Tx<'_>, of: MemberId, quarter: Edition) -> Result<Option<Ts>, DbError> {
    let ended = mandate_question::quarter.eq(quarter).and(mandate_question::ended_at.is_not_null());
    on_each!(&mut **tx, |c| diesel::delete(mandate_question::table.filter(mandate_question::member_id.eq(of.0).and(ended))).execute(c))?;
    let said = mandate_question::table.filter(mandate_question::member_id.eq(of.0)).select(diesel::dsl::max(mandate_question::confirmed_at));
    Ok(on_each!(&mut **tx, |c| said.get_result(c))?)
}

/// Takes back the questions of a quarter of which no mail went, and none is about to go: they were never put. Answers whose they were.
pub fn take_back_unsent(tx: &mut Tx<'_>, platform: PlatformId, quarter: Edition, now: Instant) -> Result<Vec<MemberId>, DbError> {
    let went = outbox::status.eq(MailStatus::Sent.code());
    let goes = outbox::status.eq(MailStatus::Queued.code()).and(outbox::lease_until.gt(Ts::from(now)));
    let of_it = outbox::member_id.eq(mandate_question::member_id.nullable()).and(outbox::created_at.ge(mandate_question::asked_at));
    let mail = outbox::table.filter(of_it.and(went.or(goes)));
    let unanswered = mandate_question::confirmed_at.is_null().and(mandate_question::ended_at.is_null());
    let theirs = member::table.filter(member::platform_id.eq(platform.0)).select(member::id);
    let put = mandate_question::quarter.eq(quarter).and(mandate_question::member_id.eq_any(theirs)).and(unanswered);
    let unsent = put.and(diesel::dsl::not(diesel::dsl::exists(mail.select(outbox::id))));
    let rows: Vec<(i64, MemberId)> =
        on_each!(&mut **tx, |c| mandate_question::table.filter(unsent).select((mandate_question::id, mandate_question::member_id)).load(c))?;
    for chunk in rows.chunks(500) {
        let ids: Vec<i64> = chunk.iter().map(|(id, _)| *id).collect();
        on_each!(&mut **tx, |c| diesel::delete(mandate_question::table.filter(mandate_question::id.eq_any(&ids))).execute(c))?;
    }
    Ok(rows.into_iter().map(|(_, member)| member).collect())
}
