//! How a mail leaves the house: into a folder, or over SMTP to one relay. A session hands over many mails one after the
//! other and says after each whether it can go on. It must not know where mails come from or when to try again.

use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::ServerName;

use super::eml;
use super::mime::address;
use super::outcome::{Outcome, Reply, Step, closes_connection, judge};
use super::relay::{Protection, Relay};
use super::render::Composed;
use super::tls::{self, RootFault};
use crate::domain::email::EmailAddress;

/// Where mails go.
#[derive(Clone)]
pub enum Transport {
    /// One `.eml` file each in this folder.
    File(PathBuf),
    /// A relay.
    Smtp(Arc<Smtp>),
}

/// How long to wait for the relay.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For the connection and its encryption.
    pub connect: Duration,
    /// For the answer to a command.
    pub command: Duration,
    /// For the answer to a whole message, which the relay may scan first (RFC 5321 §4.5.3.2.6 asks for ten minutes).
    pub message: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(30), command: Duration::from_secs(60), message: Duration::from_secs(600) }
    }
}

/// A relay with what is needed to talk to it.
pub struct Smtp {
    relay: Relay,
    hello: ClientId,
    patience: Patience,
    implicit: TlsConnector,
    upgrade: Option<TlsParameters>,
}

impl Smtp {
    /// `hello` is the domain we introduce ourselves with; `roots` are extra certificate authorities in PEM, for relays with
    /// a house certificate.
    pub fn new(relay: Relay, hello: &str, patience: Patience, roots: Option<&[u8]>) -> Result<Self, RootFault> {
        let roots = roots.map(tls::certificates).transpose()?.unwrap_or_default();
        let mut upgrade = TlsParameters::builder(relay.host.clone());
        for root in &roots {
            upgrade = upgrade.add_root_certificate(Certificate::from_der(root.to_vec()).map_err(|e| RootFault::of(&e))?);
        }
        let upgrade = match relay.protection {
            Protection::StartTls => Some(upgrade.build().map_err(|e| RootFault::of(&e))?),
            _ => None,
        };
        Ok(Self { relay, hello: ClientId::Domain(hello.to_owned()), patience, implicit: tls::connector(roots)?, upgrade })
    }

    /// Connects, encrypts and signs in.
    ///
    /// # Errors
    /// What the relay said, or what kept us from it. No mail was offered yet: whatever it is, a restart, an expired certificate,
    /// a wrong password, every mail stays owed.
    pub async fn connect(&self) -> Result<SmtpSession, Reply> {
        let opened = timeout(self.patience.connect, self.open()).await;
        let mut connection = opened.map_err(|_| Reply::new(None, "the relay took too long to connect"))??;
        if let Some((user, password)) = &self.relay.credentials {
            let credentials = Credentials::new(user.clone(), password.clone());
            let signed_in = timeout(self.patience.command, connection.auth(DEFAULT_MECHANISMS, &credentials)).await;
            match signed_in {
                Ok(Ok(_)) => {}
                Ok(Err(error)) => return Err(reply_of(&error)),
                Err(_) => return Err(Reply::new(None, "the relay took too long to sign us in")),
            }
        }
        Ok(SmtpSession { connection, usable: true, patience: self.patience })
    }

    async fn open(&self) -> Result<AsyncSmtpConnection, Reply> {
        let unreachable = |e: std::io::Error| Reply::new(None, &format!("{}:{}: {e}", self.relay.host, self.relay.port));
        let stream = TcpStream::connect((self.relay.host.as_str(), self.relay.port)).await.map_err(unreachable)?;
        // lettre 0.11.23 writes the message and its final dot apart: without this every mail waits 40 ms for an ACK.
        stream.set_nodelay(true).map_err(unreachable)?;
        let peer = stream.peer_addr().map_err(unreachable)?;
        if self.relay.protection == Protection::Loopback && !peer.ip().is_loopback() {
            return Err(Reply::new(None, &format!("{} is not this machine but {peer}", self.relay.host)));
        }
        let stream: Box<dyn AsyncTokioStream> = match self.relay.protection {
            Protection::Implicit => Box::new(Encrypted(self.encrypt(stream).await?)),
            Protection::StartTls | Protection::Loopback => Box::new(stream),
        };
        let mut connection = AsyncSmtpConnection::connect_with_transport(stream, &self.hello).await.map_err(|e| reply_of(&e))?;
        if let Some(parameters) = &self.upgrade {
            connection.starttls(parameters.clone(), &self.hello).await.map_err(|e| reply_of(&e))?;
        }
        Ok(connection)
    }

    async fn encrypt(&self, stream: TcpStream) -> Result<TlsStream<TcpStream>, Reply> {
        let fault = |e: &dyn std::fmt::Display| Reply::new(None, &format!("TLS with {}: {e}", self.relay.host));
        let name = ServerName::try_from(self.relay.host.clone()).map_err(|e| fault(&e))?;
        self.implicit.connect(name, stream).await.map_err(|e| fault(&e))
    }
}

/// One connection to the relay, used for one mail after the other.
pub struct SmtpSession {
    connection: AsyncSmtpConnection,
    usable: bool,
    patience: Patience,
}

impl SmtpSession {
    /// Hands one mail over to its one recipient. Afterwards [`SmtpSession::is_usable`] says whether there can be a next.
    pub async fn send(&mut self, mail: &Composed) -> Outcome {
        let parsed = (EmailAddress::parse(&mail.envelope_from), EmailAddress::parse(&mail.rcpt));
        let (Ok(from), Ok(to)) = parsed else { return Outcome::Permanent(Reply::new(None, "not an address")) };
        let server = self.connection.server_info();
        let mut options = Vec::new();
        if !to.wire().is_ascii() || !from.wire().is_ascii() {
            if !server.supports_feature(Extension::SmtpUtfEight) {
                return Outcome::Permanent(Reply::new(None, "the relay takes no address beyond ASCII (no SMTPUTF8)"));
            }
            options.push(MailParameter::SmtpUtfEight);
        }
        if !mail.bytes.is_ascii() && server.supports_feature(Extension::EightBitMime) {
            options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        for command in [Mail::new(Some(address(&from)), options).to_string(), Rcpt::new(address(&to), vec![]).to_string(), Data.to_string()] {
            if let Err(reply) = self.command(command).await {
                self.start_over(&reply).await;
                return judge(Step::Envelope, reply);
            }
        }
        let answer = timeout(self.patience.message, self.connection.message(&mail.bytes)).await;
        match answer.map(|result| result.map_err(|e| reply_of(&e))).unwrap_or_else(|_| Err(Reply::new(None, "no answer after the message"))) {
            Ok(_) => Outcome::Delivered,
            Err(reply) => {
                self.usable = !closes_connection(&reply);
                judge(Step::Message, reply)
            }
        }
    }

    async fn command(&mut self, command: String) -> Result<(), Reply> {
        match timeout(self.patience.command, self.connection.command(command)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(reply_of(&error)),
            Err(_) => Err(Reply::new(None, "the relay took too long to answer")),
        }
    }

    /// After a refusal: clears the relay's mind, so that one bad recipient does not cost a connection.
    async fn start_over(&mut self, refusal: &Reply) {
        self.usable = !closes_connection(refusal) && self.command(Rset.to_string()).await.is_ok();
    }

    /// Whether another mail can be sent on this connection.
    pub fn is_usable(&self) -> bool {
        self.usable
    }

    /// Says goodbye, if the relay still listens.
    pub async fn close(mut self) {
        if self.usable {
            let _ = timeout(Duration::from_secs(2), self.connection.quit()).await;
        }
    }
}

/// What a failed command was answered with.
fn reply_of(error: &SmtpError) -> Reply {
    let text = std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string);
    Reply::new(error.status().map(u16::from), &text)
}

/// A way out that is open.
pub enum Session {
    /// Into a folder.
    File(PathBuf),
    /// To the relay.
    Smtp(Box<SmtpSession>),
}

impl Transport {
    /// Opens a way out.
    ///
    /// # Errors
    /// Why there is none now; no mail was offered.
    pub async fn open(&self) -> Result<Session, Reply> {
        match self {
            Self::File(folder) => Ok(Session::File(folder.clone())),
            Self::Smtp(smtp) => Ok(Session::Smtp(Box::new(smtp.connect().await?))),
        }
    }
}

impl Session {
    /// Delivers one mail.
    pub async fn deliver(&mut self, mail: &Composed) -> Outcome {
        match self {
            Self::File(folder) => to_file(folder, mail).await,
            Self::Smtp(session) => session.send(mail).await,
        }
    }

    /// Whether another mail can be delivered this way.
    pub fn is_usable(&self) -> bool {
        match self {
            Self::File(_) => true,
            Self::Smtp(session) => session.is_usable(),
        }
    }

    /// Closes it.
    pub async fn close(self) {
        if let Self::Smtp(session) = self {
            session.close().await;
        }
    }
}

async fn to_file(folder: &Path, mail: &Composed) -> Outcome {
    let (folder, mail) = (folder.to_owned(), mail.clone());
    let written = tokio::task::spawn_blocking(move || eml::write(&folder, &mail).map_err(|e| format!("{}: {e}", folder.display()))).await;
    match written {
        Ok(Ok(_)) => Outcome::Delivered,
        Ok(Err(text)) => Outcome::Retry(Reply::new(None, &text)),
        Err(panic) => Outcome::Retry(Reply::new(None, &panic.to_string())),
    }
}

/// A TLS stream as lettre wants it.
#[derive(Debug)]
struct Encrypted(TlsStream<TcpStream>);

impl AsyncTokioStream for Encrypted {
    fn peer_addr(&self) -> std::io::Result<std::net::SocketAddr> {
        self.0.get_ref().0.peer_addr()
    }
}

impl AsyncRead for Encrypted {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, buf)
    }
}

impl AsyncWrite for Encrypted {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests;
