//! `mail list|retry|abort|test`.

use super::shape::Mail;
use super::{Failure, Parts, parts};
use crate::app::Actor;
use crate::db::outbox::MailStatus;
use crate::domain::email::EmailAddress;
use crate::domain::ids::MailId;
use crate::mail::outcome::{Outcome, Reply};
use crate::mail::trial;

/// Dead letters tried again by one command.
const MOST: i64 = 100_000;

/// Does one of them.
pub async fn run(parts: &Parts, mail: Mail) -> Result<(), Failure> {
    match mail {
        Mail::List { status, limit } => list(parts, status, limit.into()).await,
        Mail::Retry { mail, failed } => {
            let ids = if failed { dead_letters(parts).await? } else { mail.into_iter().map(MailId).collect() };
            let mut left = Vec::new();
            for id in &ids {
                if !parts.app.retry_mail(*id, Actor::Operator, parts.app.now()).await? {
                    left.push(*id);
                }
            }
            said(&ids, &left, "to be tried again now", "is not owed any more (sent, aborted or erased)")
        }
        Mail::Abort { mail } => {
            let ids: Vec<MailId> = mail.into_iter().map(MailId).collect();
            let mut left = Vec::new();
            for id in &ids {
                if !parts.app.abort_mail(*id, Actor::Operator, parts.app.now()).await? {
                    left.push(*id);
                }
            }
            said(&ids, &left, "given up", "was not owed any more")
        }
        Mail::Test { address } => test(parts, &address).await,
    }
}

async fn list(parts: &Parts, status: Option<MailStatus>, limit: i64) -> Result<(), Failure> {
    println!("number\tstatus\tkind\trecipient\towed_at\ttries\tcode\tanswer");
    for row in parts.app.mails(status, limit).await? {
        let words = |text: &Option<String>| text.as_deref().unwrap_or("").replace(['\t', '\r', '\n'], " ");
        println!(
            "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            row.id.0,
            row.status,
            row.kind,
            row.recipient,
            row.created_at.0.format("%Y-%m-%dT%H:%M:%SZ"),
            row.attempts,
            words(&row.last_code),
            words(&row.last_text),
        );
    }
    let depth = parts.app.mail_depth(parts.app.now()).await?;
    eprintln!("{} due, {} dead letters.", depth.due, depth.failed);
    Ok(())
}

async fn dead_letters(parts: &Parts) -> Result<Vec<MailId>, Failure> {
    Ok(parts.app.mails(Some(MailStatus::Failed), MOST).await?.into_iter().map(|row| row.id).collect())
}

fn said(ids: &[MailId], left: &[MailId], done: &str, why_not: &str) -> Result<(), Failure> {
    eprintln!("{} of {} {done}.", ids.len() - left.len(), ids.len());
    if left.is_empty() {
        return Ok(());
    }
    Err(Failure::new(left.iter().map(|id| format!("mail {} {why_not}", id.0)).collect::<Vec<_>>().join("\n")))
}

/// Sends one mail now and says what the relay said.
async fn test(parts: &Parts, address: &EmailAddress) -> Result<(), Failure> {
    let texts = parts::texts(&parts.config)?;
    let mailroom = parts::mailroom(&parts.config, &texts)?;
    let message_id = format!("{}@{}", &parts.app.secrets.random_token()?[..27], mailroom.sender().domain);
    let mail = mailroom.trial(address, &message_id, parts.app.now())?;
    let refused = |outcome: &Outcome| {
        let (words, reply) = match outcome {
            Outcome::Delivered => return None,
            Outcome::Retry(reply) => ("not now", reply),
            Outcome::Permanent(reply) => ("refused for this recipient", reply),
            Outcome::OurFault(reply) => ("refused for a reason that lies with us", reply),
            Outcome::Unknown(reply) => ("no answer after the mail was handed over; it may have arrived", reply),
        };
        Some(Failure::new(format!("{words}: {}", answer(reply))))
    };
    let posted = trial::post(&parts::transport(&parts.config)?, &mail).await;
    let outcome = posted.map_err(|reply| Failure::new(format!("the relay cannot be used: {}", answer(&reply))))?;
    match refused(&outcome) {
        Some(failure) => Err(failure),
        None => {
            eprintln!("Taken: {address}, Message-ID <{message_id}>, {} signatures.", mailroom.signers().len());
            Ok(())
        }
    }
}

fn answer(reply: &Reply) -> String {
    reply.code.map_or_else(|| reply.text.clone(), |code| format!("{code} {}", reply.text))
}
