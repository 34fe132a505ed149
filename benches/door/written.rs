//! What the door wrote, read back, and taken apart into the commits in which it was written.

use std::collections::{BTreeMap, HashMap};

use diesel::prelude::*;
use quarterdeck::app::{App, AppError};
use quarterdeck::clock::Instant;
use quarterdeck::db::schema::{organisation, outbox, person, registration, registration_change};
use quarterdeck::db::{AnyConn, DbError, changes, organisations, outbox as mails, people, registrations};
use quarterdeck::domain::ids::{ChangeId, PersonId};
use quarterdeck::domain::registration::Cause;
use quarterdeck::on_each;

/// All rows that registering touches.
pub struct Written {
    pub organisations: Vec<organisations::Row>,
    pub people: HashMap<PersonId, people::Row>,
    pub registrations: Vec<registrations::Row>,
    pub changes: Vec<changes::Row>,
    pub mails: HashMap<ChangeId, mails::Row>,
}

/// The rows of one commit, in one order.
#[derive(Clone, Default)]
pub struct Batch {
    pub people: Vec<people::Row>,
    pub registrations: Vec<registrations::Row>,
    pub changes: Vec<changes::Row>,
    pub mails: Vec<mails::Row>,
}

impl Written {
    /// Reads everything.
    pub async fn read(app: &App) -> Self {
        app.db.read(|conn| Ok::<_, AppError>(Self::load(conn)?)).await.expect("the rows")
    }

    fn load(conn: &mut AnyConn) -> Result<Self, DbError> {
        Ok(on_each!(conn, |c| Self {
            organisations: organisation::table.load::<organisations::Row>(c)?,
            people: person::table.load::<people::Row>(c)?.into_iter().map(|p| (p.id, p)).collect(),
            registrations: registration::table.load::<registrations::Row>(c)?,
            changes: registration_change::table.order(registration_change::id).load::<changes::Row>(c)?,
            mails: outbox::table.load::<mails::Row>(c)?.into_iter().filter_map(|m| Some((m.change_id?, m))).collect(),
        }))
    }

    /// The commits that moved registrations for this cause: all moves of one commit bear the same moment.
    pub fn batches(&self, cause: Cause) -> Vec<Batch> {
        let rows: HashMap<_, _> = self.registrations.iter().map(|r| (r.id, r)).collect();
        let mut batches: BTreeMap<Instant, Batch> = BTreeMap::new();
        for change in self.changes.iter().filter(|c| c.cause == cause) {
            let batch = batches.entry(change.at.0).or_default();
            let row = rows[&change.registration_id];
            batch.people.extend(row.person_id.map(|id| self.people[&id].clone()));
            batch.registrations.push(row.clone());
            batch.mails.push(self.mails[&change.id].clone());
            batch.changes.push(change.clone());
        }
        batches.into_values().collect()
    }
}
