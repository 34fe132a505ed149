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
use crate::domain::rsvp::Answer;
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
    /// Only those whose calendar answers so to the invitation as it is now; `NeedsAction`: whoever holds one and did not answer it.
    pub rsvp: Option<Answer>,
    /// Only rows after this one; rows come in order of their number.
    pub after: Option<RegistrationId>,
    /// At most so many.
    pub limit: i64,
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
        if let Some(answer) = filter.rsvp {
            let present = rsvp::registration_id.eq(registration::id).and(rsvp::sequence.ge(registration::sequence));
            let theirs = rsvp::table.filter(present).filter(rsvp::stamped.is_not_null());
            query = match answer {
                Answer::NeedsAction => {
                    let holds = registration::state.eq(State::Confirmed.code()).and(registration::was_invited.eq(true));
                    let answered = theirs.filter(rsvp::answer.ne(Answer::NeedsAction.code()));
                    query.filter(holds).filter(diesel::dsl::not(diesel::dsl::exists(answered)))
                }
                given => query.filter(diesel::dsl::exists(theirs.filter(rsvp::answer.eq(given.code())))),
            };
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
