//! `mail list|retry|abort|inbound|test`.

use std::io::Read;
use std::sync::Arc;
use std::time::Duration;

use super::shape::Mail;
use super::{Failure, Parts, mail_key, parts};
use crate::app::Actor;
use crate::db::inbound::Door;
use crate::db::outbox::MailStatus;
use crate::domain::email::EmailAddress;
use crate::domain::ids::MailId;
use crate::mail::dns::KeySource;
use crate::mail::inbound::OCTETS;
use crate::mail::outcome::{Outcome, Reply};
use crate::mail::trial;

/// How long the command waits for what it stored to be handled.
const PATIENCE: Duration = Duration::from_secs(20);
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
        Mail::Inbound { recipient } => inbound(parts, recipient).await,
        Mail::Test { address } => test(parts, &address).await,
        // Needs no database, and is done before one is opened.
        Mail::Key(key) => mail_key::run(&parts.config, key),
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

/// Keeps the mail on standard input, then handles what waits. Only the first decides about the exit code: whoever gave the mail would bring
/// it again.
async fn inbound(parts: &Parts, recipient: Option<String>) -> Result<(), Failure> {
    let raw = tokio::task::spawn_blocking(|| read_mail(std::io::stdin().lock())).await.map_err(|e| Failure::new(e.to_string()))?;
    let raw = raw.map_err(|e| Failure::new(format!("the mail on standard input cannot be read: {e}")))?;
    if raw.is_empty() {
        return Err(Failure::new("there is no mail on standard input; give it like: quarterdeck mail inbound < message.eml"));
    }
    let received = parts.app.receive_mail(Door::Stdin, recipient, raw, parts.app.now()).await?;
    eprintln!("{} as number {}.", if received.again { "Stored before" } else { "Stored" }, received.id);
    let (border, keys) = (Arc::new(parts::border(&parts.config)?), Arc::new(KeySource::Resolvers));
    match tokio::time::timeout(PATIENCE, parts.app.handle_inbound(&border, &keys, parts.app.now())).await {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => tracing::warn!(error = %error, "the mail is stored; the service handles it"),
        Err(_) => tracing::warn!("the mail is stored; the service handles it"),
    }
    Ok(())
}

/// All of a mail, or its beginning and one octet more than is ever looked into; the rest is read and dropped, so that nobody's pipe breaks.
fn read_mail(mut from: impl std::io::Read) -> std::io::Result<Vec<u8>> {
    let mut raw = Vec::new();
    let most = u64::try_from(OCTETS).unwrap_or(u64::MAX) + 1;
    (&mut from).take(most).read_to_end(&mut raw)?;
    std::io::copy(&mut from, &mut std::io::sink())?;
    Ok(raw)
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
