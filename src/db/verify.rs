//! Every stored invariant, and the rows that break one. One file per subject; all of it reads one snapshot, so that a
//! service that goes on working meanwhile raises no false alarm.

mod announcements;
mod attestations;
mod guests;
mod history;
mod identities;
mod inbound;
mod invitations;
mod mails;
mod members;
mod objections;
mod offers;
mod organisations;
mod questions;
mod registrations;
mod seats;
mod sightings;
mod waiting;

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::prelude::*;

use super::connection::AnyConn;
use super::errors::DbError;
use super::events;
use super::schema::event;
use crate::clock::Instant;
use crate::domain::ids::EventId;
use crate::on_each;

/// A row that breaks an invariant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which invariant, by its stable name.
    pub invariant: &'static str,
    /// The row: table and number.
    pub row: String,
    /// What is wrong, with the figures.
    pub detail: String,
}

impl Finding {
    fn of_registration(invariant: &'static str, id: i64, detail: impl Into<String>) -> Self {
        Self { invariant, row: format!("registration {id}"), detail: detail.into() }
    }
}

/// The names of all invariants, for the report of a clean run.
pub const INVARIANTS: &[&str] = &[
    "seats_counted",
    "never_overbooked",
    "quotas_kept",
    "organisation_maximum_kept",
    "nobody_waits_beside_a_free_seat",
    "waiting_numbers_unique",
    "waiting_in_order_of_proof",
    "state_is_last_change",
    "out_of_turn_has_its_reason",
    "change_has_its_mail",
    "presence_follows_proofs",
    "only_staff_denies_presence",
    "reasons_go_with_names",
    "taken_sightings_are_somebodys",
    "report_proofs_have_their_sighting",
    "sightings_go_with_names",
    "objections_go_with_names",
    "objection_has_its_answer",
    "attestations_follow_presence",
    "attestations_go_with_names",
    "only_pending_have_a_deadline",
    "only_erased_have_no_person",
    "placed_have_proven",
    "invited_have_a_seat",
    "notes_go_with_names",
    "called_off_leaves_nobody_active",
    "mail_knows_its_event",
    "links_wait_for_who_joins",
    "rsvp_answers_an_invitation",
    "inbound_mail_has_its_outcome",
    "erased_inbound_mail_is_empty",
    "decline_is_in_the_history",
    "mandates_do_not_overlap",
    "members_say_who_or_nothing",
    "places_end_with_their_mandate",
    "invitation_has_its_answer",
    "invitation_has_its_mail",
    "mail_is_about_one",
    "announcement_adds_up",
    "question_has_its_mail",
    "confirmed_as_its_holder_said",
    "offer_has_its_outcome",
    "a_seat_went_from_one_to_another",
    "ended_offers_are_forgotten",
    "offered_by_one_mail",
    "proposal_has_its_outcome",
    "proposal_has_its_proposer",
    "outcome_mail_has_its_proposal",
    "identity_is_its_users",
    "nothing_points_to_what_is_merged",
    "names_lead_to_one_organisation",
    "closings_form_a_chain",
    "closings_are_signed",
    "frozen_figures_add_up",
];

/// Checks all invariants but those of closings, for which the service's key is needed.
pub fn all(conn: &mut AnyConn, now: Instant) -> Result<Vec<Finding>, DbError> {
    in_one_snapshot(conn, |conn| {
        let mut findings = Vec::new();
        let ids: Vec<i64> = on_each!(conn, |c| event::table.select(event::id).order(event::id.asc()).load(c))?;
        for id in ids.into_iter().map(EventId) {
            let stored = events::by_id(conn, id)?;
            seats::check(conn, &stored, now, &mut findings)?;
            waiting::check(conn, &stored, now, &mut findings)?;
            history::check(conn, id, &mut findings)?;
        }
        registrations::check(conn, &mut findings)?;
        sightings::check(conn, &mut findings)?;
        objections::check(conn, &mut findings)?;
        attestations::check(conn, &mut findings)?;
        mails::check(conn, &mut findings)?;
        inbound::check(conn, &mut findings)?;
        members::check(conn, &mut findings)?;
        members::places(conn, now, &mut findings)?;
        invitations::check(conn, &mut findings)?;
        announcements::check(conn, &mut findings)?;
        questions::check(conn, &mut findings)?;
        guests::check(conn, &mut findings)?;
        offers::check(conn, &mut findings)?;
        identities::check(conn, &mut findings)?;
        organisations::check(conn, &mut findings)?;
        Ok(findings)
    })
}

/// Reads that see the database as it was at one moment, whatever is committed meanwhile.
pub(crate) fn in_one_snapshot<T>(conn: &mut AnyConn, look: impl FnOnce(&mut AnyConn) -> Result<T, DbError>) -> Result<T, DbError> {
    // A reader of SQLite's WAL sees one state from its first read to the end of the transaction.
    let begin = if conn.is_postgres() { "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY" } else { "BEGIN" };
    on_each!(&mut *conn, |c| AnsiTransactionManager::begin_transaction_sql(c, begin))?;
    let seen = look(conn);
    // There is nothing to keep; and the connection goes back to its pool without a transaction either way.
    on_each!(conn, |c| AnsiTransactionManager::rollback_transaction(c))?;
    seen
}
