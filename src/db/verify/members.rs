//! Rosters: nobody holds a mandate twice, a mandate says whose it is, or nothing of it any more, and with it ends what rests on it.

use std::collections::HashMap;

use chrono::{Duration, NaiveDate};
use diesel::prelude::*;

use super::Finding;
use crate::clock::Instant;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::events;
use crate::db::members::{Row, events_with_fallen, fallen, of_email};
use crate::db::schema::member;
use crate::domain::ids::{OrganisationId, PlatformId};
use crate::domain::member::{Function, Mandate};
use crate::on_each;

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let rows: Vec<Row> = on_each!(conn, |c| member::table.order(member::id.asc()).load(c))?;
    // By the organisation, not by the name that was typed: a name can lead to another one later, a mandate does not move by itself.
    let mut held: HashMap<Post, Vec<(i64, Mandate)>> = HashMap::new();
    for row in &rows {
        let finding = |invariant, detail: String| Finding { invariant, row: format!("member {}", row.id), detail };
        let mandate = match row.mandate() {
            Ok(mandate) => mandate,
            Err(error) => {
                findings.push(finding("members_say_who_or_nothing", error.to_string()));
                continue;
            }
        };
        match row.member() {
            Ok(Some(member)) if row.email_key.as_deref() == Some(&member.email.key()) && row.search_key == member.search_key() => {
                let beside = held.entry((row.platform_id, member.email.key(), row.function, row.organisation_id)).or_default();
                if let Some((other, _)) = beside.iter().find(|(_, other)| other.overlaps(&mandate)) {
                    findings.push(finding("mandates_do_not_overlap", format!("holds on days on which member {other} holds the same")));
                }
                beside.push((row.id.0, mandate));
            }
            Ok(None) if row.email_key.is_none() && [&row.name, &row.email, &row.sort_key, &row.search_key].iter().all(|text| text.is_empty()) => {}
            Ok(Some(_)) => findings.push(finding("members_say_who_or_nothing", "what it is found by is not what it says".into())),
            Ok(None) => findings.push(finding("members_say_who_or_nothing", "was erased, and still says whose it was".into())),
            Err(error) => findings.push(finding("members_say_who_or_nothing", error.to_string())),
        }
    }
    Ok(())
}

/// How long a place may stand whose mandate is over: doors are closed at once, but the place is given on by the next work on the event.
const GRACE_HOURS: i64 = 1;

/// Nobody keeps a place at an event to come whose mandate ended. Of a mandate that was taken off nothing is left to say since when.
pub(super) fn places(conn: &mut AnyConn, now: Instant, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let (today, before) = (day(now), now - Duration::hours(GRACE_HOURS));
    for event in events_with_fallen(conn, None, today, now)? {
        let platform = events::by_id(conn, event)?.event.platform_id;
        for (row, key) in fallen(conn, event, today)? {
            let theirs = of_email(conn, Some(platform), &key)?;
            let held = theirs.iter().any(|member| member.updated_at.0 > before || member.mandate().is_ok_and(|m| m.is_current(day(before))));
            if let Some(last) = theirs.iter().filter_map(|member| member.ends_on).map(|end| end.0).filter(|end| *end < today && !held).max() {
                let detail = format!("is {}, and the mandate it rests on ended on {last}", row.state);
                findings.push(Finding::of_registration("places_end_with_their_mandate", row.id.0, detail));
            }
        }
    }
    Ok(())
}

fn day(at: Instant) -> NaiveDate {
    at.with_timezone(&chrono_tz::Europe::Brussels).date_naive()
}
/// Who is what for whom, and where.
type Post = (PlatformId, String, Function, OrganisationId);
