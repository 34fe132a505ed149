//! One visit to the mailbox (IMAP4rev1, RFC 3501): what lies there, the mails one by one, and away with those that were kept elsewhere.
//!
//! What the server says is a stranger's, too: every answer is waited for only so long, and none is repeated in a log, as it may hold mail.

use std::collections::HashMap;
use std::fmt::Debug;
use std::future::Future;
use std::time::Duration;

use async_imap::Session;
use async_imap::error::Error;
use async_imap::extensions::idle::IdleResponse;
use async_imap::imap_proto::{AttributeValue, MailboxDatum, Response, Status};
use async_imap::types::UnsolicitedResponse;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::timeout;

use super::super::inbound::OCTETS;
use super::fault::{Fault, fault, within};

/// How long saying goodbye may take.
const GOODBYE: Duration = Duration::from_secs(2);

/// Whatever a connection is made of.
pub(super) trait Channel: AsyncRead + AsyncWrite + Debug + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Debug + Send + Unpin> Channel for T {}

/// The mailbox, open.
pub struct Visit {
    pub(super) session: Session<Box<dyn Channel>>,
    pub(super) handled: String,
    pub(super) patience: Duration,
    pub(super) validity: u32,
    pub(super) told: Told,
    pub(super) moves: bool,
    pub(super) idles: bool,
    pub(super) expunges: bool,
}

/// What the server told by itself of how many mails there are, since it was last searched.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) count: u32,
    pub(super) news: bool,
}

impl Told {
    /// Some servers tell the same with every answer: that is no news.
    fn hear(&mut self, count: u32) {
        self.news |= count != self.count;
        self.count = count;
    }

    /// What the library put aside while it waited for something else.
    fn hear_all(&mut self, next: impl FnMut() -> Option<UnsolicitedResponse>) {
        for answer in std::iter::from_fn(next) {
            match answer {
                UnsolicitedResponse::Exists(count) => self.hear(count),
                UnsolicitedResponse::Expunge(_) => self.miss(),
                _ => {}
            }
        }
    }

    /// What ended the waiting.
    fn interrupted(&mut self, by: &IdleResponse) {
        let IdleResponse::NewData(answer) = by else { return };
        match answer.parsed() {
            Response::MailboxData(MailboxDatum::Exists(count)) => self.hear(*count),
            Response::Expunge(_) => self.miss(),
            _ => {}
        }
    }

    /// One mail less: the next that comes makes it as many as before.
    fn miss(&mut self) {
        self.count = self.count.saturating_sub(1);
    }
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
        self.catch_up();
        self.told.news = false;
        let mut uids: Vec<u32> = Vec::new();
        let found = |answer: &Response<'_>| {
            if let Response::MailboxData(MailboxDatum::Search(some)) = answer {
                uids.extend(some);
            }
        };
        self.ask("search", "UID SEARCH UNDELETED", found).await?;
        uids.sort_unstable();
        uids.dedup();
        Ok(uids)
    }

    /// Before the next question, so that everything is heard in its order.
    fn catch_up(&mut self) {
        let unasked = &self.session.unsolicited_responses;
        self.told.hear_all(|| unasked.try_recv().ok());
    }

    /// Asks for one thing and hands over what is answered. Only a tagged OK is one: the library takes any tagged answer to a search, a
    /// fetch, a store or an expunge for the end of it, and a mailbox that refuses all would look empty.
    async fn ask(&mut self, what: &'static str, command: &str, mut answered: impl FnMut(&Response<'_>)) -> Result<(), Fault> {
        self.catch_up();
        let (session, told) = (&mut self.session, &mut self.told);
        let asked = async {
            let tag = session.run_command(command).await?;
            while let Some(answer) = session.read_response().await? {
                match answer.parsed() {
                    Response::Done { tag: theirs, status, outcome } if *theirs == tag => {
                        let said = outcome.information.as_deref().unwrap_or_default().to_owned();
                        return match status {
                            Status::Ok => Ok(()),
                            Status::Bad => Err(Error::Bad(said)),
                            _ => Err(Error::No(said)),
                        };
                    }
                    Response::MailboxData(MailboxDatum::Exists(count)) => told.hear(*count),
                    Response::Expunge(_) => told.miss(),
                    answer => answered(answer),
                }
            }
            Err(Error::ConnectionLost)
        };
        within(self.patience, asked).await?.map_err(|e| fault(what, &e))
    }

    /// How long these mails are; those that are gone are left out.
    ///
    /// # Errors
    /// When it cannot be asked.
    pub async fn sizes(&mut self, uids: &[u32]) -> Result<HashMap<u32, u32>, Fault> {
        let mut sizes = HashMap::new();
        let told = |answer: &Response<'_>| {
            if let Response::Fetch(_, told) = answer {
                let size = told.iter().find_map(|one| if let AttributeValue::Rfc822Size(size) = one { Some(*size) } else { None });
                sizes.extend(uid_of(told).zip(size));
            }
        };
        self.ask("say how long mails are", &format!("UID FETCH {} (UID RFC822.SIZE)", set(uids)), told).await?;
        Ok(sizes)
    }

    /// All of a mail, or its beginning and one octet more than is ever looked into; `None` when it is gone.
    /// The mail stays unseen.
    ///
    /// # Errors
    /// When it cannot be asked.
    pub async fn fetch(&mut self, uid: u32, octets: u32) -> Result<Option<Vec<u8>>, Fault> {
        let query = match usize::try_from(octets) {
            Ok(octets) if octets <= OCTETS => "(UID BODY.PEEK[])".to_owned(),
            _ => format!("(UID BODY.PEEK[]<0.{}>)", OCTETS + 1),
        };
        let mut raw = None;
        let given = |answer: &Response<'_>| {
            if let Response::Fetch(_, given) = answer
                && uid_of(given) == Some(uid)
            {
                raw = raw.take().or_else(|| body_of(given).map(|body| body[..body.len().min(OCTETS + 1)].to_vec()));
            }
        };
        self.ask("give a mail", &format!("UID FETCH {uid} {query}"), given).await?;
        Ok(raw)
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
        let expunge = if self.expunges { format!("UID EXPUNGE {set}") } else { "EXPUNGE".to_owned() };
        self.ask(what, &expunge, |_| ()).await
    }

    /// Marks a mail for a person.
    ///
    /// # Errors
    /// When it cannot be marked.
    pub async fn flag(&mut self, uid: u32) -> Result<(), Fault> {
        self.store(&uid.to_string(), "+FLAGS.SILENT (\\Flagged)").await
    }

    async fn store(&mut self, set: &str, how: &str) -> Result<(), Fault> {
        self.ask("mark mails", &format!("UID STORE {set} {how}"), |_| ()).await
    }

    /// Waits until the server says that something changed, `time` is over, or `until` comes true. A server that cannot tell (RFC 2177) is
    /// asked again when `poll` is over.
    ///
    /// # Errors
    /// When the connection ends meanwhile.
    pub async fn wait(mut self, time: Duration, poll: Duration, until: impl Future<Output = ()>) -> Result<Self, Fault> {
        if !self.idles {
            tokio::select! { () = until => {}, () = tokio::time::sleep(poll) => {} }
            within(self.patience, self.session.noop()).await?.map_err(|e| fault("go on", &e))?;
            return Ok(self);
        }
        let Self { session, handled, patience, validity, mut told, moves, idles, expunges } = self;
        let unasked = session.unsolicited_responses.clone();
        let mut idle = session.idle();
        within(patience, idle.init()).await?.map_err(|e| fault("wait for mails", &e))?;
        // A mail that came between the last look and this moment was told of in between, and is not told of again.
        told.hear_all(|| unasked.try_recv().ok());
        if !told.news {
            let (came, interrupt) = idle.wait_with_timeout(time);
            tokio::select! {
                // Its own time begins anew with every "still here".
                came = timeout(time, came) => if let Ok(came) = came { told.interrupted(&came.map_err(|e| fault("wait for mails", &e))?); },
                () = until => {}
            }
            drop(interrupt);
        }
        let session = within(patience, idle.done()).await?.map_err(|e| fault("stop waiting", &e))?;
        Ok(Self { session, handled, patience, validity, told, moves, idles, expunges })
    }

    /// Says goodbye, if the server still listens.
    pub async fn close(mut self) {
        let _ = timeout(GOODBYE, self.session.logout()).await;
    }
}

fn uid_of(told: &[AttributeValue<'_>]) -> Option<u32> {
    told.iter().find_map(|one| if let AttributeValue::Uid(uid) = one { Some(*uid) } else { None })
}

/// The octets of a mail, or of its beginning.
fn body_of<'a>(given: &'a [AttributeValue<'_>]) -> Option<&'a [u8]> {
    let body = given.iter().find_map(|one| match one {
        AttributeValue::BodySection { section: None, data: Some(body), .. } => Some(body.as_ref()),
        _ => None,
    });
    body.filter(|body| !body.is_empty())
}

fn set(uids: &[u32]) -> String {
    uids.iter().map(u32::to_string).collect::<Vec<_>>().join(",")
}
