//! What can go wrong at the database, said the same way for both.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// A database error. Only `Broken` names a rule; the rest is a fault to log, not to explain.
#[derive(Clone, Debug, thiserror::Error)]
pub enum DbError {
    /// A stored rule refused the row.
    #[error("the rule {rule} was broken")]
    Broken {
        /// Name of the constraint, the same on both databases, as in the migrations.
        rule: String,
    },
    /// The row asked for is not there.
    #[error("no such row")]
    NotFound,
    /// A serialisation failure or deadlock: the whole work may be run again.
    #[error("the database asks to run the work again: {0}")]
    Again(String),
    /// Too much work waits at the door.
    #[error("too much work is waiting; try again in a moment")]
    Full,
    /// Somebody else held the rows for longer than we wait.
    #[error("the rows stayed locked: {0}")]
    Locked(String),
    /// No connection, or lost.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// The commit failed or its outcome is unknown: nothing may be told to have happened.
    #[error("the commit failed: {0}")]
    Commit(String),
    /// The closure panicked.
    #[error("a fault in the work itself: {0}")]
    Panic(String),
    /// The configuration names a database that cannot be used.
    #[error("{0}")]
    Configuration(String),
    /// Anything else.
    #[error("database error: {0}")]
    Other(String),
}

impl From<DieselError> for DbError {
    fn from(error: DieselError) -> Self {
        match error {
            DieselError::NotFound => Self::NotFound,
            DieselError::DatabaseError(DatabaseErrorKind::SerializationFailure, info) => Self::Again(info.message().to_owned()),
            DieselError::DatabaseError(DatabaseErrorKind::ClosedConnection, info) => Self::Unavailable(info.message().to_owned()),
            DieselError::DatabaseError(
                DatabaseErrorKind::UniqueViolation
                | DatabaseErrorKind::CheckViolation
                | DatabaseErrorKind::ForeignKeyViolation
                | DatabaseErrorKind::NotNullViolation,
                info,
            ) => broken(rule_name(info.constraint_name(), info.message())),
            DieselError::DatabaseError(_, info) => {
                let message = info.message();
                if message.contains("deadlock detected") || message.contains("database is locked") || message.contains("could not serialize") {
                    Self::Again(message.to_owned())
                } else if message.contains("due to lock timeout") {
                    // Not run again: it has waited its time, and so has whoever asked.
                    Self::Locked(message.to_owned())
                } else if [
                    "terminating connection",
                    "server closed the connection",
                    "connection to server",
                    "no connection to the server",
                    "SSL connection has been closed",
                ]
                .iter()
                .any(|m| message.contains(m))
                {
                    Self::Unavailable(message.to_owned())
                } else {
                    Self::Other(message.to_owned())
                }
            }
            DieselError::BrokenTransactionManager => Self::Unavailable("the transaction was lost".into()),
            other => Self::Other(other.to_string()),
        }
    }
}

/// Two processes made the same row number (see `ids.rs`): the work is run again and takes new ones.
fn broken(rule: String) -> DbError {
    const KEPT_BY_NAME: [&str; 5] = ["seat_pool_pkey", "reminder_sent_pkey", "login_pkey", "api_answer_pkey", "lease_pkey"];
    let is_row_number = rule.ends_with("_pkey") && !KEPT_BY_NAME.contains(&rule.as_str());
    if is_row_number { DbError::Again(format!("{rule}: a row number was met twice")) } else { DbError::Broken { rule } }
}

/// PostgreSQL names the constraint; SQLite names the columns of a unique one and the name of a CHECK.
fn rule_name(constraint: Option<&str>, message: &str) -> String {
    if let Some(name) = constraint {
        return name.to_owned();
    }
    let tail = message.rsplit_once("failed: ").map_or(message, |(_, t)| t);
    let columns: Vec<&str> = tail.split(", ").collect();
    match columns.as_slice() {
        ["registration.event_id", "registration.person_id"] => "registration_one_per_person".into(),
        ["attendance_proof.event_id", "attendance_proof.key"] => "attendance_proof_key".into(),
        ["attendance_report.event_id", "attendance_report.digest"] => "attendance_report_once".into(),
        ["member.platform_id", "member.email_key", ..] => "member_one_mandate".into(),
        ["outbox.change_id"] => "outbox_one_mail_a_change".into(),
        ["organisation_name.name_key"] => "organisation_name_once".into(),
        ["organisation_domain.domain"] => "organisation_domain_once".into(),
        ["mandate_question.member_id", "mandate_question.quarter"] => "mandate_question_once_a_quarter".into(),
        ["sector_decision.registration_id"] => "sector_decision_once".into(),
        ["invitation.event_id", "invitation.email_key"] => "invitation_one_an_address".into(),
        ["outbox.registration_id", "outbox.batch_id"] => "outbox_one_mail_an_announcement".into(),
        ["outbox.invitation_id", "outbox.batch_id"] => "outbox_one_mail_a_sending".into(),
        ["staff_identity.issuer", "staff_identity.subject"] => "staff_identity_subject".into(),
        ["staff_identity.user_id", "staff_identity.issuer"] => "staff_identity_one_a_provider".into(),
        ["attestation.registration_id"] => "attestation_one_stands".into(),
        ["attestation.page_hash"] => "attestation_page_unique".into(),
        ["closing.platform_id", "closing.number"] => "closing_in_chain".into(),
        ["closing.platform_id", "closing.edition", ..] => "closing_once_a_revision".into(),
        ["api_token.token_hash"] => "api_token_hash".into(),
        [single] => single.strip_suffix(".id").map_or_else(|| single.replace('.', "_"), |table| format!("{table}_pkey")),
        _ => tail.to_owned(),
    }
}

impl DbError {
    /// Whether a rule of this name refused the row.
    pub fn broke(&self, rule: &str) -> bool {
        matches!(self, Self::Broken { rule: r } if r == rule)
    }

    /// Whether the same work may succeed when it is run again at once.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Again(_))
    }
}

/// What a closure at the door may fail with: the door must be able to put its own errors in and look for retryable ones.
pub trait TxError: From<DbError> + Send + 'static {
    /// The database error inside, if that is what it is.
    fn as_db(&self) -> Option<&DbError>;
}

impl TxError for DbError {
    fn as_db(&self) -> Option<&DbError> {
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_in_vain_for_a_lock_is_no_fault() {
        let told = |message: &str| DbError::from(DieselError::DatabaseError(DatabaseErrorKind::Unknown, Box::new(message.to_owned())));
        assert!(matches!(told("canceling statement due to lock timeout"), DbError::Locked(_)));
        assert!(matches!(told("deadlock detected"), DbError::Again(_)));
        assert!(matches!(told("canceling statement due to user request"), DbError::Other(_)));
    }

    #[test]
    fn both_databases_name_the_same_rule() {
        for (constraint, message, rule) in [
            (Some("event_slug"), "duplicate key value …", "event_slug"),
            (None, "UNIQUE constraint failed: event.slug", "event_slug"),
            (None, "UNIQUE constraint failed: registration.event_id, registration.person_id", "registration_one_per_person"),
            (None, "CHECK constraint failed: seat_pool_never_overbooked", "seat_pool_never_overbooked"),
            (Some("outbox_pkey"), "duplicate key value …", "outbox_pkey"),
            (None, "UNIQUE constraint failed: outbox.id", "outbox_pkey"),
        ] {
            assert_eq!(rule_name(constraint, message), rule);
        }
    }
}
