//! The door at which a mail server on this machine hands mails over (LMTP, RFC 2033): takes connections, as many as it may, and ends
//! them in good order. It must not know what is done with a mail.

mod session;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use session::Session;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
#[cfg(unix)]
use tokio::net::UnixListener;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use super::stopped;
use crate::app::App;
use crate::config::Listen;

/// How long to wait after a connection could not be taken (too many files are open).
const TROUBLE: Duration = Duration::from_millis(250);

/// What the door holds to.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The name in the greeting.
    pub host: String,
    /// Domains whose addresses are taken, as A-labels.
    pub domains: Vec<String>,
    /// Connections at most.
    pub connections: usize,
    /// How long a connection may stay silent between commands.
    pub command: Duration,
    /// How long one message may take to come in.
    pub message: Duration,
    /// Told of every mail that was kept, for the metrics.
    pub observe: Option<fn(&'static str)>,
}

/// The door, bound to its place.
pub struct Lmtp {
    bound: Bound,
    rules: Arc<Rules>,
}

enum Bound {
    Tcp(std::net::TcpListener),
    #[cfg(unix)]
    Unix(std::os::unix::net::UnixListener, std::path::PathBuf),
}

impl Lmtp {
    /// Takes the place.
    ///
    /// # Errors
    /// When it cannot be taken: somebody else has it, or the folder of the socket may not be written.
    pub fn bind(listen: &Listen, rules: Rules) -> io::Result<Self> {
        let bound = match listen {
            Listen::Tcp(address) => Bound::Tcp(std::net::TcpListener::bind(address)?),
            #[cfg(unix)]
            Listen::Unix(path) => Bound::Unix(bind_socket(path)?, path.clone()),
            #[cfg(not(unix))]
            Listen::Unix(_) => return Err(io::Error::new(io::ErrorKind::Unsupported, "this machine has no such sockets")),
        };
        match &bound {
            Bound::Tcp(listener) => listener.set_nonblocking(true)?,
            #[cfg(unix)]
            Bound::Unix(listener, _) => listener.set_nonblocking(true)?,
        }
        Ok(Self { bound, rules: Arc::new(rules) })
    }

    fn open(&self) -> io::Result<Incoming> {
        Ok(match &self.bound {
            Bound::Tcp(listener) => Incoming::Tcp(TcpListener::from_std(listener.try_clone()?)?),
            #[cfg(unix)]
            Bound::Unix(listener, _) => Incoming::Unix(UnixListener::from_std(listener.try_clone()?)?),
        })
    }
}

impl Drop for Lmtp {
    fn drop(&mut self) {
        #[cfg(unix)]
        if let Bound::Unix(_, path) = &self.bound {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// A socket that its user and group may open. One that a killed process left behind is taken over; one that somebody listens at is not.
#[cfg(unix)]
fn bind_socket(path: &std::path::Path) -> io::Result<std::os::unix::net::UnixListener> {
    use std::os::unix::fs::{FileTypeExt, PermissionsExt};
    use std::os::unix::net::{UnixListener, UnixStream};
    let is_left_over = std::fs::symlink_metadata(path).is_ok_and(|found| found.file_type().is_socket()) && UnixStream::connect(path).is_err();
    if is_left_over {
        std::fs::remove_file(path)?;
    }
    let listener = UnixListener::bind(path)?;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o660))?;
    Ok(listener)
}

/// Whatever a connection is made of.
pub(super) trait Channel: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Channel for T {}

enum Incoming {
    Tcp(TcpListener),
    #[cfg(unix)]
    Unix(UnixListener),
}

impl Incoming {
    async fn next(&self) -> io::Result<Box<dyn Channel>> {
        match self {
            Self::Tcp(listener) => {
                let (stream, _) = listener.accept().await?;
                stream.set_nodelay(true)?;
                Ok(Box::new(stream))
            }
            #[cfg(unix)]
            Self::Unix(listener) => Ok(Box::new(listener.accept().await?.0)),
        }
    }
}

/// Takes mails until told to stop; what was taken whole by then is kept and acknowledged, and every connection is told goodbye.
pub async fn run(app: App, door: Arc<Lmtp>, mut stop: watch::Receiver<bool>) {
    let incoming = match door.open() {
        Ok(incoming) => incoming,
        Err(error) => return tracing::error!(error = %error, "the LMTP door cannot be opened"),
    };
    let room = Arc::new(Semaphore::new(door.rules.connections));
    let mut sessions = JoinSet::new();
    loop {
        let stream = tokio::select! {
            // In this order: whoever comes while the service stops is turned to the next one by its own mail server.
            biased;
            () = stopped(&mut stop) => break,
            Some(_) = sessions.join_next(), if !sessions.is_empty() => continue,
            stream = incoming.next() => stream,
        };
        let mut stream = match stream {
            Ok(stream) => stream,
            Err(error) => {
                tracing::warn!(error = %error, "a connection to the LMTP door could not be taken");
                tokio::time::sleep(TROUBLE).await;
                continue;
            }
        };
        let Ok(place) = room.clone().try_acquire_owned() else {
            tracing::warn!(connections = door.rules.connections, "the LMTP door is full; see limits.lmtp_connections");
            // Whoever does not read these few octets at once does not get them.
            let _ = tokio::time::timeout(TROUBLE, stream.write_all(b"421 4.3.2 too many connections; come again\r\n")).await;
            continue;
        };
        let session = Session::new(stream, app.clone(), door.rules.clone(), stop.clone());
        sessions.spawn(async move {
            let _place = place;
            // A connection that breaks is brought again by whoever has the mail.
            let _ = session.run().await;
        });
    }
    drop(incoming);
    while sessions.join_next().await.is_some() {}
}
