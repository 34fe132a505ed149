//! Whether the service can do its work: the database takes a write, and somebody delivers.

use super::{App, AppError};
use crate::clock::Instant;
use crate::db::probe;

impl App {
    /// Writes, durably; then answers since when the mail waits that is due for longest and that nobody is sending.
    pub async fn probe(&self, now: Instant) -> Result<Option<Instant>, AppError> {
        self.hold_lease("readyz", "readyz".into(), 0, now).await?;
        self.db.read(move |conn| Ok(probe::waiting_since(conn, now)?)).await
    }
}
