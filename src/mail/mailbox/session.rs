//! One visit to the mailbox (IMAP4rev1, RFC 3501): what lies there, the mails one by one, and away with those that were kept elsewhere.
//!
//! What the server says is a stranger's, too: every answer is waited for only so long, and none is repeated in a log, as it may hold mail.

use std::collections::HashMap;
use std::fmt::Debug;
use std::future::Future;
use std::time::Duration;

use async_imap::error::Error;
use async_imap::{Client, Session};
use futures_util::TryStreamExt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

use super::super::inbound::OCTETS;
use super::super::tls::{self, RootFault};
use super::{Mailbox, MailboxFault, folder_name};

/// How long saying goodbye may take.
const GOODBYE: Duration = Duration::from_secs(2);

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The connection is of no use any more.
    #[error("{0}")]
    Lost(String),
    /// The server did not do one thing; others may be asked of it.
    #[error("the server refuses to {what}: {said}")]
    Refused {
        /// What was asked.
        what: &'static str,
        /// Its words.
        said: String,
    },
}

/// A mailbox with what is needed to visit it.
pub struct Post {
    mailbox: Mailbox,
    handled: String,
    connector: TlsConnector,
    patience: Duration,
}

/// Whatever a connection is made of.
trait Channel: AsyncRead + AsyncWrite + Debug + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Debug + Send + Unpin> Channel for T {}

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
        Ok(Visit { session, handled: self.handled.clone(), patience: self.patience, validity, moves, idles, expunges })
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

/// The mailbox, open.
pub struct Visit {
    session: Session<Box<dyn Channel>>,
    handled: String,
    patience: Duration,
    validity: u32,
    moves: bool,
    idles: bool,
    expunges: bool,
}

impl Visit {
    /// While this number stays the same, so do the numbers of the mails.
    pub fn validity(&self) -> u32 {
        self.validity
    }

    /// The numbers of the mails that wait, oldest first.
    ///
    /// # Errors
    /// When it cannot be asked.
    pub async fn waiting(&mut self) -> Result<Vec<u32>, Fault> {
        let found = within(self.patience, self.session.uid_search("UNDELETED")).await?.map_err(|e| fault("search", &e))?;
        let mut uids: Vec<u32> = found.into_iter().collect();
        uids.sort_unstable();
        Ok(uids)
    }

    /// How long these mails are; those that are gone are left out.
    ///
    /// # Errors
    /// When it cannot be asked.
    pub async fn sizes(&mut self, uids: &[u32]) -> Result<HashMap<u32, u32>, Fault> {
        let asked = async {
            let stream = self.session.uid_fetch(set(uids), "(UID RFC822.SIZE)").await?;
            stream.try_collect::<Vec<_>>().await
        };
        let told = within(self.patience, asked).await?.map_err(|e| fault("say how long mails are", &e))?;
        Ok(told.iter().filter_map(|one| Some((one.uid?, one.size?))).collect())
    }

    /// All of a mail, or its beginning and one octet more than is ever looked into; `None` when it is gone or the server does not give it.
    /// The mail stays unseen.
    ///
    /// # Errors
    /// When it cannot be asked.
    pub async fn fetch(&mut self, uid: u32, octets: u32) -> Result<Option<Vec<u8>>, Fault> {
        let query = match usize::try_from(octets) {
            Ok(octets) if octets <= OCTETS => "(UID BODY.PEEK[])".to_owned(),
            _ => format!("(UID BODY.PEEK[]<0.{}>)", OCTETS + 1),
        };
        let asked = async {
            let stream = self.session.uid_fetch(uid.to_string(), query).await?;
            stream.try_collect::<Vec<_>>().await
        };
        let told = within(self.patience, asked).await?.map_err(|e| fault("give a mail", &e))?;
        let ours = told.iter().find(|one| one.uid == Some(uid));
        Ok(ours.and_then(|one| one.body()).filter(|body| !body.is_empty()).map(|body| body[..body.len().min(OCTETS + 1)].to_vec()))
    }

    /// Moves mails to the folder for what is done: in one step, or where the server knows none by copying, then deleting.
    ///
    /// # Errors
    /// When they stay where they were, at least in part.
    pub async fn put_away(&mut self, uids: &[u32]) -> Result<(), Fault> {
        let what = "move mails to the folder of mail.imap_handled";
        let set = set(uids);
        if self.moves {
            return within(self.patience, self.session.uid_mv(&set, &self.handled)).await?.map_err(|e| fault(what, &e));
        }
        within(self.patience, self.session.uid_copy(&set, &self.handled)).await?.map_err(|e| fault(what, &e))?;
        self.store(&set, "+FLAGS.SILENT (\\Deleted)").await?;
        let expunges = self.expunges;
        let gone = async {
            match expunges {
                true => self.session.uid_expunge(&set).await?.try_collect::<Vec<_>>().await,
                false => self.session.expunge().await?.try_collect::<Vec<_>>().await,
            }
        };
        within(self.patience, gone).await?.map_err(|e| fault(what, &e))?;
        Ok(())
    }

    /// Marks a mail for a person.
    ///
    /// # Errors
    /// When it cannot be marked.
    pub async fn flag(&mut self, uid: u32) -> Result<(), Fault> {
        self.store(&uid.to_string(), "+FLAGS.SILENT (\\Flagged)").await
    }

    async fn store(&mut self, set: &str, how: &str) -> Result<(), Fault> {
        let done = async { self.session.uid_store(set, how).await?.try_collect::<Vec<_>>().await };
        within(self.patience, done).await?.map_err(|e| fault("mark mails", &e))?;
        Ok(())
    }

    /// Waits until the server says that something changed, `time` is over, or `until` comes true. A server that cannot tell (RFC 2177) is
    /// asked again when `poll` is over.
    ///
    /// # Errors
    /// When the connection ends meanwhile.
    pub async fn wait(mut self, time: Duration, poll: Duration, until: impl Future<Output = ()>) -> Result<Self, Fault> {
        let news = self.session.unsolicited_responses.clone();
        while news.try_recv().is_ok() {}
        if !self.idles {
            tokio::select! { () = until => {}, () = tokio::time::sleep(poll) => {} }
            within(self.patience, self.session.noop()).await?.map_err(|e| fault("go on", &e))?;
            return Ok(self);
        }
        let Self { session, handled, patience, validity, moves, idles, expunges } = self;
        let mut idle = session.idle();
        within(patience, idle.init()).await?.map_err(|e| fault("wait for mails", &e))?;
        // What came between the last look and this moment was told in between.
        if news.is_empty() {
            let (told, interrupt) = idle.wait_with_timeout(time);
            tokio::select! {
                // Its own time begins anew with every "still here".
                told = timeout(time, told) => if let Ok(told) = told { told.map(drop).map_err(|e| fault("wait for mails", &e))?; },
                () = until => {}
            }
            drop(interrupt);
        }
        let session = within(patience, idle.done()).await?.map_err(|e| fault("stop waiting", &e))?;
        Ok(Self { session, handled, patience, validity, moves, idles, expunges })
    }

    /// Says goodbye, if the server still listens.
    pub async fn close(mut self) {
        let _ = timeout(GOODBYE, self.session.logout()).await;
    }
}

async fn within<T>(patience: Duration, work: impl Future<Output = T>) -> Result<T, Fault> {
    timeout(patience, work).await.map_err(|_| Fault::Lost("the server took too long to answer".into()))
}

fn set(uids: &[u32]) -> String {
    uids.iter().map(u32::to_string).collect::<Vec<_>>().join(",")
}

/// The library's words for what it could not read repeat what came: that is mail.
fn lost(error: &std::io::Error) -> Fault {
    Fault::Lost(match error.kind() {
        std::io::ErrorKind::Other => "the server's answer cannot be understood".to_owned(),
        _ => format!("the connection broke: {}", error.kind()),
    })
}

fn fault(what: &'static str, error: &Error) -> Fault {
    match error {
        Error::No(said) | Error::Bad(said) => Fault::Refused { what, said: said.chars().filter(|c| !c.is_control()).take(200).collect() },
        Error::Io(error) => lost(error),
        Error::ConnectionLost => Fault::Lost("the server hangs up".into()),
        _ => Fault::Lost("the server's answer cannot be understood".into()),
    }
}
