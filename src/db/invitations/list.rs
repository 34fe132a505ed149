//! Lists of an event's invitations, as staff asks for them, and what is counted beside.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::Row;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::registrations::contains;
use crate::db::schema::invitation;
use crate::domain::ids::{EventId, InvitationId};
use crate::domain::invitation::State;
use crate::on_each;

/// What to list.
#[derive(Clone, Debug, Default)]
pub struct ListFilter {
    /// Only this state.
    pub state: Option<State>,
    /// Every word must occur in name, address or organisation.
    pub search: String,
    /// Rows after this one; rows come in order of their number.
    pub after: Option<InvitationId>,
    /// At most so many.
    pub limit: i64,
}

/// A page of an event's invitations.
pub fn list(conn: &mut AnyConn, event: EventId, filter: &ListFilter) -> Result<Vec<Row>, DbError> {
    let folded = crate::domain::text::fold(&filter.search);
    let words: Vec<String> = folded.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).map(str::to_owned).collect();
    Ok(on_each!(conn, |c| {
        let mut query = invitation::table.filter(invitation::event_id.eq(event.0)).into_boxed();
        if let Some(state) = filter.state {
            query = query.filter(invitation::state.eq(state.code()));
        }
        if let Some(after) = filter.after {
            query = query.filter(invitation::id.gt(after.0));
        }
        for word in &words {
            query = query.filter(contains(invitation::search_key, word.clone()));
        }
        query.order(invitation::id.asc()).limit(filter.limit).load::<Row>(c)
    })?)
}

/// How many of an event's invitations stand where: what a quarter's report counts as invited.
pub fn counts(conn: &mut AnyConn, event: EventId) -> Result<HashMap<State, u32>, DbError> {
    let rows: Vec<(State, i64)> = on_each!(conn, |c| invitation::table
        .filter(invitation::event_id.eq(event.0))
        .group_by(invitation::state)
        .select((invitation::state, count_star()))
        .load(c))?;
    Ok(rows.into_iter().map(|(state, n)| (state, u32::try_from(n).unwrap_or(u32::MAX))).collect())
}
