//! Messages of the organisers: each has the mails that it says it owes, and looked at no more people than it is for.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::Finding;
use crate::db::connection::AnyConn;
use crate::db::errors::DbError;
use crate::db::schema::{announcement, outbox};
use crate::domain::registration::MailKind;
use crate::on_each;

pub(super) fn check(conn: &mut AnyConn, findings: &mut Vec<Finding>) -> Result<(), DbError> {
    let announces = outbox::kind.eq(MailKind::Announcement.code());
    let owed: Vec<(Option<i64>, i64)> =
        on_each!(&mut *conn, |c| outbox::table.filter(announces).group_by(outbox::batch_id).select((outbox::batch_id, count_star())).load(c))?;
    let owed: HashMap<i64, i64> = owed.into_iter().filter_map(|(id, n)| Some((id?, n))).collect();
    let rows: Vec<(i64, i32, i32, i32, bool)> = on_each!(conn, |c| announcement::table
        .order(announcement::id.asc())
        .select((announcement::id, announcement::people, announcement::looked_at, announcement::owed, announcement::finished_at.is_not_null()))
        .load(c))?;
    for (id, people, looked_at, told, finished) in rows {
        let mails = owed.get(&id).copied().unwrap_or(0);
        if i64::from(told) != mails || told > looked_at || looked_at > people || (finished && looked_at != people) {
            let detail = format!("for {people}, looked at {looked_at}, owes {told} mails and has {mails}");
            findings.push(Finding { invariant: "announcement_adds_up", row: format!("announcement {id}"), detail });
        }
    }
    Ok(())
}
