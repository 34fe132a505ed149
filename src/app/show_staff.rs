//! What staff sees besides events and lists: places in line, and the mails of their own platforms only.

use std::collections::HashMap;

use super::{App, AppError};
use crate::db::outbox::{self, MailStatus, Row};
use crate::db::registrations;
use crate::domain::ids::{EventId, MailId, RegistrationId};
use crate::domain::mode::Mode;
use crate::domain::sector::Sector;
use crate::domain::staff::{Action, Grants};

impl App {
    /// The place in line, from 1, of everybody who waits at an event.
    pub async fn waiting_places(&self, event: EventId) -> Result<HashMap<RegistrationId, u32>, AppError> {
        self.db
            .read(move |conn| {
                let mut places = HashMap::new();
                for mode in Mode::ALL {
                    let queue = registrations::queue(conn, event, *mode, Sector::ALL, i64::MAX)?;
                    places.extend((1..).zip(queue).map(|(place, waiting)| (waiting.registration, place)));
                }
                Ok(places)
            })
            .await
    }

    /// Mails of the platforms whose mail room these roles may see, newest first. Test mails belong to no platform and are
    /// shown to who may see all.
    pub async fn mails_for(&self, grants: &Grants, status: Option<MailStatus>, limit: i64) -> Result<Vec<Row>, AppError> {
        let platforms = grants.platforms(Action::SeeMail);
        self.db.read(move |conn| Ok(outbox::list_of(conn, platforms.as_deref(), status, limit)?)).await
    }

    /// How many mails stand at a status, on the platforms whose mail room these roles may see.
    pub async fn mail_count_for(&self, grants: &Grants, status: MailStatus) -> Result<i64, AppError> {
        let platforms = grants.platforms(Action::SeeMail);
        self.db.read(move |conn| Ok(outbox::count_of(conn, platforms.as_deref(), status)?)).await
    }

    /// Checks that a mail belongs to a platform whose mail room these roles may see.
    ///
    /// # Errors
    /// `NotFound` when it does not, or does not exist.
    pub async fn mail_is_for(&self, grants: &Grants, mail: MailId) -> Result<(), AppError> {
        let platforms = grants.platforms(Action::SeeMail);
        let known = self.db.read(move |conn| Ok::<_, AppError>(outbox::is_of(conn, platforms.as_deref(), mail)?)).await?;
        if known { Ok(()) } else { Err(AppError::NotFound) }
    }
}
