//! `check --loop`: a mail goes out as all others do, to an address of the kind that takes answers, and must come back in by itself. It
//! shows at once what nothing else does: that the mail server delivers such addresses to the door that the service keeps open.

use std::time::{Duration, Instant};

use super::check::{Findings, Level};
use super::parts::{self, Parts};
use crate::app::inbound::Outcome;
use crate::config::{Config, MailTransport};
use crate::db::inbound::{Door, Row};
use crate::domain::email::EmailAddress;
use crate::domain::mail_tag::Tag;
use crate::mail::outcome::Outcome as Sent;
use crate::mail::render::Mailroom;
use crate::mail::trial;

/// How often to look whether it came.
const LOOK: Duration = Duration::from_millis(500);
/// How often to say that it did not.
const SAY: Duration = Duration::from_secs(10);
/// What the findings are headed with.
const LOOP: &str = "loop";

/// The mail that is on its way.
struct Trip {
    mailroom: Mailroom,
    to: EmailAddress,
    message_id: String,
}

/// Sends it and waits for it.
pub async fn check(config: &Config, patience: Duration, findings: &mut Findings) {
    if config.mail.transport == MailTransport::File {
        return findings.say(Level::Fail, LOOP, "mails are only written to files, so none comes back; set mail.transport and mail.smtp_url");
    }
    let parts = match Parts::open(config.clone()) {
        Ok(parts) => parts,
        Err(failure) => return findings.say(Level::Fail, LOOP, failure.words()),
    };
    let begun = Instant::now();
    let trip = match set_out(&parts).await {
        Ok(trip) => trip,
        Err(words) => return findings.say(Level::Fail, LOOP, &words),
    };
    let place = format!("{} (Message-ID <{}>)", trip.to, trip.message_id);
    eprintln!("A mail is on its way to {place}.");
    match wait(&parts, &trip, patience).await {
        Err(failure) => findings.say(Level::Fail, LOOP, failure.words()),
        Ok(Some(row)) => came(&trip, &row, begun.elapsed(), findings),
        Ok(None) => findings.say(Level::Fail, LOOP, &format!("{place} did not come back within {} s; {}", patience.as_secs(), likely(config, &trip))),
    }
}

/// Hands it to the relay; in words why that cannot be.
async fn set_out(parts: &Parts) -> Result<Trip, String> {
    let words = |failure: super::Failure| failure.words().to_owned();
    let texts = parts::texts(&parts.config).map_err(words)?;
    let mailroom = parts::mailroom(&parts.config, &texts).map_err(words)?;
    let way = parts::transport(&parts.config).map_err(words)?;
    let secrets = &parts.app.secrets;
    let random = secrets.random().map_err(|fault| fault.to_string())?;
    let number = random.iter().take(7).fold(0, |number, octet| number << 8 | i64::from(*octet));
    let to = mailroom.sender().tagged(&secrets.mail_tag(Tag::Probe(number)));
    let to = EmailAddress::parse(&to).map_err(|fault| format!("{to}: {}", fault.code()))?;
    let token = secrets.random_token().map_err(|fault| fault.to_string())?;
    let message_id = format!("{}@{}", token.get(..27).unwrap_or(&token), mailroom.sender().domain);
    let mail = mailroom.round_trip(&to, &message_id, parts.app.now()).map_err(|fault| fault.to_string())?;
    let reply = match trial::post(&way, &mail).await {
        Ok(Sent::Delivered) => return Ok(Trip { mailroom, to, message_id }),
        Ok(Sent::Retry(reply) | Sent::Permanent(reply) | Sent::OurFault(reply) | Sent::Unknown(reply)) | Err(reply) => reply,
    };
    let code = reply.code.map_or_else(String::new, |code| format!("{code} "));
    Err(format!("the relay does not take a mail to {to}: {code}{}; addresses with a + and what follows must be delivered", reply.text))
}

/// Looks until it is there and handled, or the time is over.
async fn wait(parts: &Parts, trip: &Trip, patience: Duration) -> Result<Option<Row>, super::Failure> {
    let (begun, mut said) = (Instant::now(), Instant::now());
    loop {
        let found = parts.app.came_back(&trip.message_id, &trip.mailroom.sender().address).await?;
        if found.is_some() || begun.elapsed() >= patience {
            return Ok(found);
        }
        if said.elapsed() >= SAY {
            said = Instant::now();
            eprintln!("Not back yet, after {} s.", begun.elapsed().as_secs());
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// What its coming back shows.
fn came(trip: &Trip, row: &Row, time: Duration, findings: &mut Findings) {
    let door = match row.door {
        Door::Lmtp => "by LMTP",
        Door::Imap => "from the mailbox",
        Door::Stdin => "by quarterdeck mail inbound",
    };
    let back = format!("a mail to {} came back {door} after {:.0} s", trip.to, time.as_secs_f64().ceil());
    if row.note.outcome.as_deref() != Some(Outcome::Probe.code()) {
        let words = format!("{back}, but its address was changed on the way: answers cannot be told apart; keep what follows the + as it is");
        return findings.say(Level::Fail, LOOP, &words);
    }
    match row.note.authentic.as_deref() {
        Some(by) if !by.starts_with("no ") => findings.say(Level::Ok, LOOP, &format!("{back}; its sender is vouched for ({by})")),
        _ if trip.mailroom.signers().is_empty() => findings.say(Level::Ok, LOOP, &format!("{back}; it was not signed")),
        why => {
            let why = why.and_then(|why| why.strip_prefix("no ")).unwrap_or("nothing said");
            let words = format!("{back}, but nobody vouches for its sender ({why}): the key is not published, or the mail was changed on the way");
            findings.say(Level::Warn, LOOP, &words);
        }
    }
}

/// Why it may not have come, for these settings.
fn likely(config: &Config, trip: &Trip) -> String {
    let (mail, such) = (&config.mail, trip.mailroom.sender().tagged("TAG"));
    let mut causes = vec!["whether `quarterdeck serve` or `quarterdeck worker` runs on this database".to_owned()];
    match &mail.lmtp_listen {
        Some(listen) => causes.push(format!("whether the mail server hands mails for {such} to {listen}")),
        None if mail.imap_url.is_some() => causes.push(format!("whether mails for {such} reach the mailbox of mail.imap_url")),
        None => causes.push(format!(
            "whether the mail server gives mails for {such} to `quarterdeck mail inbound`; or open a door: mail.lmtp_listen or mail.inbound"
        )),
    }
    causes.push("the mail server's log, and its folder for spam".into());
    format!("look at {}", causes.join("; "))
}
