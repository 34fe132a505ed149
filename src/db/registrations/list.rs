//! Lists of an event's registrations, as staff asks for them, and what is counted beside.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::Row;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{registration, rsvp};
use crate::domain::ids::{EventId, RegistrationId};
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::rsvp::{Answer, Narrowed};
use crate::domain::sector::Sector;
use crate::on_each;

/// What a list of registrations asks for.
#[derive(Clone, Debug, Default)]
pub struct ListFilter {
    /// Only these states.
    pub states: Option<Vec<State>>,
    /// Every word must occur in the folded name, address or organisation.
    pub search: String,
    /// Only those who attend in this way.
    pub mode: Option<Mode>,
    /// Only this sector.
    pub sector: Option<Sector>,
    /// Only those whose calendar answers so to the invitation as it is now.
    pub rsvp: Option<Narrowed>,
    /// Only rows after this one; rows come in order of their number.
    pub after: Option<RegistrationId>,
    /// At most so many.
    pub limit: i64,
}

/// Answers to the invitation as it is now, or was before somebody stepped back.
macro_rules! answered {
    () => {{
        // As `domain::rsvp::answered_sequence` has it: the cancellation of whoever is out is not answered.
        let to_last = rsvp::sequence.ge(registration::sequence - 1).and(registration::state.ne(State::Confirmed.code()));
        let present = rsvp::registration_id.eq(registration::id).and(rsvp::sequence.ge(registration::sequence).or(to_last));
        rsvp::table.filter(present).filter(rsvp::stamped.is_not_null()).filter(rsvp::answer.ne(Answer::NeedsAction.code()))
    }};
}

/// A boxed query for registrations, narrowed by what calendars answered: the list and its counts mean the same.
macro_rules! narrowed {
    ($query:expr, $by:expr) => {{
        let holds = registration::state.eq(State::Confirmed.code()).and(registration::was_invited.eq(true));
        let silent = holds.and(diesel::dsl::not(diesel::dsl::exists(answered!())));
        match $by {
            Narrowed::NeedsAction => $query.filter(silent),
            Narrowed::Asked => {
                let about = rsvp::registration_id.eq(registration::id).and(rsvp::asked_sequence.eq(registration::sequence.nullable()));
                $query.filter(silent).filter(diesel::dsl::exists(rsvp::table.filter(about)))
            }
            // The words are the same.
            given => $query.filter(diesel::dsl::exists(answered!().filter(rsvp::answer.eq(given.code())))),
        }
    }};
}

/// A page of an event's registrations.
pub fn list(conn: &mut AnyConn, event: EventId, filter: &ListFilter) -> Result<Vec<Row>, DbError> {
    let words: Vec<String> = crate::domain::text::fold(&filter.search)
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect();
    Ok(on_each!(conn, |c| {
        let mut query = registration::table.filter(registration::event_id.eq(event.0)).into_boxed();
        if let Some(states) = &filter.states {
            query = query.filter(registration::state.eq_any(states.iter().map(|s| s.code()).collect::<Vec<_>>()));
        }
        if let Some(mode) = filter.mode {
            query = query.filter(registration::mode.eq(mode.code()));
        }
        if let Some(sector) = filter.sector {
            query = query.filter(registration::sector.eq(sector.code()));
        }
        if let Some(by) = filter.rsvp {
            query = narrowed!(query, by);
        }
        if let Some(after) = filter.after {
            query = query.filter(registration::id.gt(after.0));
        }
        for word in &words {
            query = query.filter(contains(registration::search_key, word.clone()));
        }
        query.order(registration::id.asc()).limit(filter.limit).load::<Row>(c)
    })?)
}

diesel::define_sql_function! {
    /// Replaces every occurrence; used to look for one without pattern characters that would need escaping.
    #[sql_name = "replace"]
    fn replace_text(text: diesel::sql_types::Text, what: diesel::sql_types::Text, with: diesel::sql_types::Text) -> diesel::sql_types::Text;
}

/// Whether `column` holds `word`: the text differs once the word is taken out. Exact on both databases, no pattern to escape.
pub(in crate::db) fn contains<C>(column: C, word: String) -> diesel::dsl::NotEq<replace_text<C, String, &'static str>, C>
where
    C: Expression<SqlType = diesel::sql_types::Text> + Copy,
{
    replace_text(column, word, "").ne(column)
}

/// Counts of an event's registrations by state.
pub fn counts(conn: &mut AnyConn, event: EventId) -> Result<HashMap<State, u32>, DbError> {
    let rows: Vec<(State, i64)> = on_each!(conn, |c| registration::table
        .filter(registration::event_id.eq(event.0))
        .group_by(registration::state)
        .select((registration::state, count_star()))
        .load(c))?;
    Ok(rows.into_iter().map(|(state, n)| (state, u32::try_from(n).unwrap_or(u32::MAX))).collect())
}

/// How many with a seat at an event are found by each answer, as a list narrowed by it would show them.
pub fn rsvp_counts(conn: &mut AnyConn, event: EventId) -> Result<HashMap<Narrowed, u32>, DbError> {
    let mut counts = HashMap::new();
    for by in Narrowed::ALL.iter().copied() {
        let n: i64 = on_each!(&mut *conn, |c| {
            let seated = registration::event_id.eq(event.0).and(registration::state.eq(State::Confirmed.code()));
            let query = registration::table.filter(seated).into_boxed();
            narrowed!(query, by).select(count_star()).get_result(c)
        })?;
        counts.insert(by, u32::try_from(n).unwrap_or(u32::MAX));
    }
    Ok(counts)
}
