//! Mails that are not to be sent although they are owed: to an address that fails for good, and messages to whoever wants none. It is
//! asked when they are claimed, in the transaction that claims them, so that what was said a second ago counts.

use std::collections::{HashMap, HashSet};

use super::{App, AppError};
use crate::clock::Instant;
use crate::db::mail_addresses::{self, Failing};
use crate::db::outbox::{self, Row};
use crate::db::{Tx, invitations};
use crate::domain::email::EmailAddress;
use crate::domain::ids::MailId;
use crate::domain::registration::MailKind;

/// What `last_code` says of a mail that is withheld.
pub const SUPPRESSED: &str = "suppressed";

/// Why one is withheld.
enum Withheld {
    /// The address fails, with the status that was reported: shown to staff as what failed.
    Fails(String),
    /// Its owner wants no such mails: called off.
    Unwanted,
}

/// Those of these mails that may go; the others are given up or called off.
pub(super) fn sort_out(tx: &mut Tx<'_>, app: &App, claimed: Vec<Row>, now: Instant) -> Result<Vec<Row>, AppError> {
    // Most of the time nobody is known to fail and nobody to want nothing: then that is all there is to ask.
    let (fail, unwanted) = (mail_addresses::any_failing(tx)?, mail_addresses::any_unsubscribed(tx)?);
    if claimed.is_empty() || (!fail && !unwanted) {
        return Ok(claimed);
    }
    let macs: HashMap<MailId, String> =
        claimed.iter().filter_map(|row| Some((row.id, app.secrets.address_mac(&EmailAddress::parse(&row.recipient).ok()?.key())))).collect();
    let all: Vec<String> = macs.values().cloned().collect();
    let failing = if fail { mail_addresses::of_many(tx, &all)? } else { HashMap::new() };
    let wanted_less: Vec<MailId> = claimed.iter().filter(|row| unwanted && row.kind.may_be_unsubscribed()).map(|row| row.id).collect();
    let unsubscribed: HashSet<MailId> = mail_addresses::unwanted(tx, &wanted_less, &macs)?;
    let (mut free, mut called_off) = (Vec::with_capacity(claimed.len()), Vec::new());
    for row in claimed {
        match macs.get(&row.id).and_then(|mac| why(&row, failing.get(mac), unsubscribed.contains(&row.id))) {
            None => free.push(row),
            Some(Withheld::Fails(code)) => {
                outbox::mark_failed(tx, row.id, SUPPRESSED, &code, None)?;
                called_off.push(row.id);
            }
            Some(Withheld::Unwanted) => {
                outbox::set_status(tx, row.id, outbox::MailStatus::Aborted, now, None)?;
            }
        }
    }
    invitations::bounced(tx, &called_off, now)?;
    Ok(free)
}

fn why(row: &Row, failing: Option<&mail_addresses::Row>, unsubscribed: bool) -> Option<Withheld> {
    match failing {
        // Whoever types the address anew may prove that it works again.
        Some(known) if known.state == Failing::Hard && row.kind != MailKind::ProveAddress => Some(Withheld::Fails(known.code.clone())),
        Some(known) if known.state == Failing::Complaint && row.kind.may_be_unsubscribed() => Some(Withheld::Unwanted),
        _ => unsubscribed.then_some(Withheld::Unwanted),
    }
}
