//! Another try at many mails, or none: all that a filter finds, no more than was told beforehand.

use super::mail_room::{OUTBOX, abort, retry};
use super::show_mails::Wanted;
use super::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::mail_room;
use crate::domain::ids::MailId;
use crate::domain::staff::{Action, Grants};

/// Mails looked at in one commit.
const AT_ONCE: usize = 100;
/// Most mails of one order.
pub const MOST: i64 = 10_000;

/// What is to become of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Another try.
    Retry,
    /// None any more.
    Abort,
}

/// What became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ordered {
    /// Mails that the order was carried out for.
    pub done: usize,
    /// Mails that have another status by now, or say what no longer holds.
    pub left: usize,
}

impl App {
    /// Carries out an order for the newest `most` of the mails that are wanted, on the platforms whose mail room these roles may see.
    pub async fn order_mails(
        &self,
        grants: &Grants,
        wanted: Wanted,
        order: Order,
        most: i64,
        actor: Actor,
        now: Instant,
    ) -> Result<Ordered, AppError> {
        let wanted = Wanted { platforms: grants.platforms(Action::SeeMail), ..wanted };
        let most = most.clamp(0, MOST);
        let ids: Vec<MailId> =
            self.db.read(move |conn| Ok::<_, AppError>(mail_room::list(conn, &wanted, most)?)).await?.iter().map(|row| row.id).collect();
        let mut ordered = Ordered::default();
        for part in ids.chunks(AT_ONCE) {
            let (app, part, count) = (self.clone(), part.to_vec(), part.len());
            let write = self.db.write(OUTBOX, move |tx| {
                let mut done = 0;
                for id in &part {
                    let did = match order {
                        Order::Retry => retry(&app, tx, *id, actor, now)?,
                        Order::Abort => abort(&app, tx, *id, actor, now)?,
                    };
                    done += usize::from(did);
                }
                Ok::<_, AppError>(done)
            });
            let done = write.await?;
            ordered.done += done;
            ordered.left += count - done;
        }
        Ok(ordered)
    }
}
