//! The way to the mailbox: connects, signs in, opens the folder. Refuses to sign in in the open.

use std::time::Duration;

use async_imap::Client;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

use super::super::tls::{self, RootFault};
use super::fault::{Fault, fault, lost, within};
use super::visit::{Channel, Told, Visit};
use super::{Mailbox, MailboxFault, folder_name};

/// A mailbox with what is needed to visit it.
pub struct Post {
    mailbox: Mailbox,
    handled: String,
    connector: TlsConnector,
    patience: Duration,
}

/// Why a mailbox cannot be visited at all.
#[derive(Debug, thiserror::Error)]
pub enum PostFault {
    /// Its address, or the name of the other folder.
    #[error(transparent)]
    Mailbox(#[from] MailboxFault),
    /// A certificate authority of the house.
    #[error("mail.imap_ca_file: {0}")]
    Root(#[from] RootFault),
}

impl Post {
    /// `handled` is the folder for what is done; `roots` are extra certificate authorities in PEM.
    ///
    /// # Errors
    /// A folder name or a certificate that cannot be used.
    pub fn new(mailbox: Mailbox, handled: &str, patience: Duration, roots: Option<&[u8]>) -> Result<Self, PostFault> {
        let roots = roots.map(tls::certificates).transpose()?.unwrap_or_default();
        let handled = folder_name(handled)?;
        // The one name that is compared without case (RFC 9051 §5.1).
        let is_inbox = |name: &str| name.eq_ignore_ascii_case("INBOX");
        if handled == mailbox.folder || (is_inbox(&handled) && is_inbox(&mailbox.folder)) {
            return Err(MailboxFault::Folder(handled).into());
        }
        Ok(Self { mailbox, handled, connector: tls::connector(roots)?, patience })
    }

    /// Where it is, without who signs in.
    pub fn place(&self) -> String {
        format!("{} at {}:{}", self.mailbox.folder, self.mailbox.host, self.mailbox.port)
    }

    /// Connects, signs in, makes the folder for what is done, and opens the one with what waits.
    ///
    /// # Errors
    /// What kept us from it.
    pub async fn open(&self) -> Result<Visit, Fault> {
        let stream = within(self.patience, self.connect()).await??;
        let mut client = Client::new(stream);
        let greeting = within(self.patience, client.read_response()).await?.map_err(|e| lost(&e))?;
        if greeting.is_none() {
            return Err(Fault::Lost("the server hangs up before it says anything".into()));
        }
        let (user, password) = (&self.mailbox.user, &self.mailbox.password);
        let signed_in = within(self.patience, client.login(user, password)).await?;
        let mut session = signed_in.map_err(|(error, _)| fault("sign us in", &error))?;
        let can = within(self.patience, session.capabilities()).await?.map_err(|e| fault("say what it can do", &e))?;
        let (moves, idles, expunges) = (can.has_str("MOVE"), can.has_str("IDLE"), can.has_str("UIDPLUS"));
        if within(self.patience, session.status(&self.handled, "(MESSAGES)")).await?.is_err() {
            let made = within(self.patience, session.create(&self.handled)).await?;
            made.map_err(|e| fault("make the folder of mail.imap_handled", &e))?;
        }
        let opened = within(self.patience, session.select(&self.mailbox.folder)).await?.map_err(|e| fault("open the folder of mail.imap_url", &e))?;
        let validity = opened.uid_validity.unwrap_or(0);
        let told = Told { count: opened.exists, news: false };
        Ok(Visit { session, handled: self.handled.clone(), patience: self.patience, validity, told, moves, idles, expunges })
    }

    async fn connect(&self) -> Result<Box<dyn Channel>, Fault> {
        let Mailbox { host, port, .. } = &self.mailbox;
        let unreachable = |e: std::io::Error| Fault::Lost(format!("{host}:{port}: {e}"));
        let stream = TcpStream::connect((host.as_str(), *port)).await.map_err(unreachable)?;
        stream.set_nodelay(true).map_err(unreachable)?;
        if !self.mailbox.encrypted {
            let peer = stream.peer_addr().map_err(unreachable)?;
            return match peer.ip().is_loopback() {
                true => Ok(Box::new(stream)),
                false => Err(Fault::Lost(format!("{host} is not this machine but {peer}"))),
            };
        }
        let fault = |e: &dyn std::fmt::Display| Fault::Lost(format!("TLS with {host}: {e}"));
        let name = ServerName::try_from(host.clone()).map_err(|e| fault(&e))?;
        Ok(Box::new(self.connector.connect(name, stream).await.map_err(|e| fault(&e))?))
    }
}
