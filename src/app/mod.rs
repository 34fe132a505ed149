//! Use cases, one file for each verb: the only place that opens a transaction.
//!
//! Edges (web, worker, command line) call these with checked values and the time; nothing here knows HTTP or a terminal.

pub mod addresses;
mod admission;
pub mod announce;
pub mod answer_invitation;
pub mod answer_offer;
mod answered;
pub mod attendance;
pub mod attestations;
pub mod calendar_feeds;
pub mod cancel_event;
pub mod change_registration;
pub mod change_seats;
pub mod check_in;
mod close_due;
pub mod close_quarter;
pub mod closing_chain;
pub mod closings;
pub mod correct;
pub mod correct_presence;
pub mod dashboard;
pub mod decide;
pub mod decide_many;
pub mod desk;
pub mod edit_event;
pub mod enter;
pub mod erase;
pub mod error;
pub mod expire;
pub mod follow;
mod forget_invitations;
pub mod guests;
pub mod idempotency;
pub mod identities;
pub mod import;
pub mod inbound;
pub mod invite;
pub mod join;
pub mod journal;
mod kinship;
mod ledger;
pub mod load_catalogue;
pub mod mail_room;
pub mod many_mails;
pub mod note;
pub mod object;
pub mod offer_seat;
pub mod offers;
pub mod organisations;
pub mod passes;
pub mod passkeys;
pub mod person;
pub mod platforms;
pub mod probe;
pub mod promote;
pub mod prove_address;
pub mod provider;
pub mod publish_event;
pub mod quarter;
pub mod register;
pub mod rejoin;
pub mod release_quotas;
#[cfg_attr(not(feature = "passkeys"), path = "relying_party_absent.rs")]
pub mod relying_party;
pub mod remind;
pub mod report;
pub mod reschedule_event;
mod retell;
pub mod roster;
pub mod save_event;
pub mod second_factor;
pub mod secrets;
pub mod send_invitations;
pub mod show;
pub mod show_announcements;
pub mod show_invitations;
pub mod show_mails;
pub mod show_staff;
pub mod sign_in;
pub mod signing;
pub mod staff;
pub mod stop_invitations;
pub mod switch_mode;
pub mod tell_again;
pub mod to_do;
pub mod unsubscribe;
pub mod withdraw;
mod withhold;

use std::path::PathBuf;
use std::sync::Arc;

pub use error::AppError;
use secrets::Secrets;

use crate::clock::{Clock, Instant};
use crate::db::Db;
use crate::domain::language::Translated;

/// What the use cases need to know of the configuration.
#[derive(Clone, Debug)]
pub struct Settings {
    /// After so many hours a mail that could not be delivered is a dead letter.
    pub give_up_hours: i64,
    /// Names and addresses go so many days after the end of an event.
    pub retention_days: i64,
    /// Where mails are written as files instead of being sent, if they are.
    pub mail_folder: Option<PathBuf>,
    /// A staff sign-in ends after so many minutes without a click.
    pub login_idle_minutes: i64,
    /// A staff sign-in ends after so many hours.
    pub login_hours: i64,
    /// Who attests presence.
    pub provider: Translated,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            give_up_hours: 96,
            retention_days: 90,
            mail_folder: None,
            login_idle_minutes: 60,
            login_hours: 12,
            provider: Translated::same("Quarterdeck"),
        }
    }
}

/// The application: a handle to everything a use case needs; clones share it.
#[derive(Clone)]
pub struct App {
    /// The door to the database.
    pub db: Db,
    /// Where the time comes from.
    pub clock: Clock,
    /// The server's secret and what is derived from it.
    pub secrets: Arc<Secrets>,
    /// Settings.
    pub settings: Arc<Settings>,
    /// Whose passes are whose, as worked out.
    pub passes: Arc<passes::Passes>,
}

/// Who does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The person the registration belongs to.
    Person,
    /// The service itself.
    System,
    /// Whoever runs commands on the machine.
    Operator,
    /// A member of staff.
    User(crate::domain::ids::UserId),
    /// A program with an API token.
    Token(crate::domain::ids::ApiTokenId),
}

impl std::fmt::Display for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Person => f.write_str("person"),
            Self::System => f.write_str("system"),
            Self::Operator => f.write_str("operator"),
            Self::User(id) => write!(f, "user:{id}"),
            Self::Token(id) => write!(f, "token:{id}"),
        }
    }
}

impl App {
    /// The current moment.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }
}

impl App {
    /// Checks every stored invariant; answers the rows that break one.
    pub async fn verify(&self, now: Instant) -> Result<Vec<crate::db::verify::Finding>, AppError> {
        let app = self.clone();
        self.db
            .read(move |conn| {
                let mut findings = crate::db::verify::all(conn, now)?;
                findings.extend(closings::check(&app.secrets, conn)?);
                Ok(findings)
            })
            .await
    }

    /// Holds a lease among processes that share the database; `false` when another has it.
    pub async fn hold_lease(&self, name: &'static str, owner: String, seconds: i64, now: Instant) -> Result<bool, AppError> {
        use crate::db::{Scope, timers};
        let until = now + chrono::Duration::seconds(seconds);
        self.db.write(Scope::Concern("leases"), move |tx| Ok::<_, AppError>(timers::hold_lease(tx, name, &owner, now, until)?)).await
    }

    /// Gives a lease back.
    pub async fn drop_lease(&self, name: &'static str, owner: String) -> Result<(), AppError> {
        use crate::db::{Scope, timers};
        self.db.write(Scope::Concern("leases"), move |tx| Ok::<_, AppError>(timers::drop_lease(tx, name, &owner)?)).await
    }
}
