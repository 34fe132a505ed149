//! `check`, the way back: whether answers and bounces reach us. Nothing is taken out of a mailbox, and no mail is sent: that is
//! `check_loop`'s.

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::time::timeout;

use super::check::{Findings, Level};
use super::parts;
use crate::config::{Config, Listen, MailInbound, MailTransport};
use crate::mail::Sender;

/// How long whoever listens at our LMTP address may take to greet.
const PATIENCE: Duration = Duration::from_secs(5);

/// Looks at each door there is.
pub async fn check(config: &Config, sender: &Sender, findings: &mut Findings) {
    let mail = &config.mail;
    if mail.lmtp_listen.is_none() && mail.inbound == MailInbound::None {
        let to = sender.tagged("TAG");
        let words = format!(
            "none is open: answers and bounces go to {to}, and are seen only if a mail server gives them to: quarterdeck mail inbound; else set \
             mail.lmtp_listen or mail.inbound"
        );
        let level = if mail.transport == MailTransport::Smtp { Level::Warn } else { Level::Ok };
        return findings.say(level, "door", &words);
    }
    if mail.inbound == MailInbound::Pipe {
        findings.say(Level::Ok, "door", "another program brings mails by quarterdeck mail inbound; whether it does is seen by the first answer");
    }
    if let Some(listen) = &mail.lmtp_listen {
        lmtp(config, listen, findings).await;
    }
    mailbox(config, findings).await;
    if mail.authserv_id.is_none() {
        let words = "mail.authserv_id is not set: answers without a DKIM signature of the sender's domain are asked about by mail";
        findings.say(Level::Ok, "border", words);
    }
}

/// The place can be taken, or a service like ours has it.
async fn lmtp(config: &Config, listen: &Listen, findings: &mut Findings) {
    // Asked first: a socket in use must not be touched, and one left behind is taken over by binding.
    if let Some(greeting) = greeting(listen).await {
        return match greeting.starts_with("220 ") && greeting.contains("LMTP") {
            true => findings.say(Level::Ok, "lmtp", &format!("a service answers at {listen}")),
            false => findings.say(Level::Fail, "lmtp", &format!("{listen}: another program listens there; change mail.lmtp_listen")),
        };
    }
    match parts::lmtp(config) {
        Ok(_) => findings.say(Level::Ok, "lmtp", &format!("{listen} is free for the service")),
        Err(failure) => findings.say(Level::Fail, "lmtp", failure.words()),
    }
}

/// What whoever listens there says first; empty when they say nothing, `None` when nobody does.
async fn greeting(listen: &Listen) -> Option<String> {
    match listen {
        Listen::Tcp(address) => Some(first_words(tokio::net::TcpStream::connect(address).await.ok()?).await),
        #[cfg(unix)]
        Listen::Unix(path) => Some(first_words(tokio::net::UnixStream::connect(path).await.ok()?).await),
        #[cfg(not(unix))]
        Listen::Unix(_) => None,
    }
}

async fn first_words(mut stream: impl AsyncRead + Unpin) -> String {
    let mut words = [0; 200];
    let read = timeout(PATIENCE, stream.read(&mut words)).await;
    let read = read.ok().and_then(Result::ok).unwrap_or(0);
    String::from_utf8_lossy(&words[..read]).into_owned()
}

/// The mailbox takes our connection and our sign-in, and has both folders.
async fn mailbox(config: &Config, findings: &mut Findings) {
    let post = match parts::post(config) {
        Ok(Some(post)) => post,
        Ok(None) => return,
        Err(failure) => return findings.say(Level::Fail, "mailbox", failure.words()),
    };
    let place = post.place();
    let looked = async {
        let mut visit = post.open().await?;
        let waiting = visit.waiting().await?.len();
        visit.close().await;
        Ok::<_, crate::mail::mailbox::Fault>(waiting)
    };
    match looked.await {
        Ok(waiting) => {
            let words = format!("{place}: signed in; {waiting} mails wait, what is done goes to the folder {}", config.mail.imap_handled);
            findings.say(Level::Ok, "mailbox", &words);
        }
        Err(fault) => findings.say(Level::Fail, "mailbox", &format!("{place}: {fault}; check mail.imap_url and mail.imap_handled")),
    }
}
