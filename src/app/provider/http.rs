//! Asks a provider over HTTP: one request, one answer, within a time and a size, over TLS, and wherever the answer points to is not
//! followed. Must not know what is asked.
//!
//! Addresses come from the configuration, or from what the configured issuer says of itself; plain http is for this machine alone.

use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{HOST, HeaderValue, USER_AGENT};
use hyper_util::rt::TokioIo;
use openidconnect::{HttpRequest, HttpResponse};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::{Host, Url};

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum HttpFault {
    /// Neither https nor on this machine.
    #[error("{0}: only https is asked, or http on this machine")]
    Address(String),
    /// Nobody there, or no connection that can be trusted.
    #[error("{0}: {1}")]
    Connection(String, String),
    /// Later than we wait.
    #[error("no whole answer within {0:?}")]
    Late(Duration),
    /// More than we read, or cut off.
    #[error("the answer cannot be read: {0}")]
    Body(String),
}

/// A stream to the provider, encrypted or on this machine.
trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// What asks.
pub struct Http {
    tls: TlsConnector,
    /// For the whole of one question: name, connection, encryption, answer.
    patience: Duration,
    /// Octets of an answer at most.
    most: usize,
    /// Whether plain http on this machine is asked: where the issuer is there itself, and for no other.
    plain: bool,
}

impl Http {
    /// `roots` are extra certificate authorities in PEM; `plain` allows http on this machine.
    ///
    /// # Errors
    /// Roots that are none.
    pub fn new(roots: Option<&[u8]>, patience: Duration, most: usize, plain: bool) -> Result<Self, String> {
        let mut store = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let before = store.len();
        for certificate in roots.into_iter().flat_map(CertificateDer::pem_slice_iter) {
            store.add(certificate.map_err(|e| e.to_string())?).map_err(|e| e.to_string())?;
        }
        if roots.is_some() && store.len() == before {
            return Err("no certificate in PEM is in it".into());
        }
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|e| e.to_string())?
            .with_root_certificates(store)
            .with_no_client_auth();
        Ok(Self { tls: TlsConnector::from(Arc::new(config)), patience, most, plain })
    }

    /// Whether this is an address that is asked, or that a browser is sent to.
    pub fn may_ask(&self, url: &Url) -> bool {
        url.scheme() == "https" && url.has_host() || self.plain && is_plain_here(url)
    }

    /// One question, one answer.
    ///
    /// # Errors
    /// No answer that can be used; what the answer says is for the caller.
    pub async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, HttpFault> {
        tokio::time::timeout(self.patience, self.exchange(request)).await.map_err(|_| HttpFault::Late(self.patience))?
    }

    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, HttpFault> {
        let url = Url::parse(&request.uri().to_string()).ok().filter(|url| self.may_ask(url));
        let url = url.ok_or_else(|| HttpFault::Address(request.uri().to_string()))?;
        let host = url.host_str().unwrap_or_default().to_owned();
        let failed = |why: &dyn std::fmt::Display| HttpFault::Connection(host.clone(), why.to_string());
        let stream = self.connect(&url).await.map_err(|e| failed(&e))?;
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(|e| failed(&e))?;
        // Ends with the answer, however that ends.
        let _driver = Driver(tokio::spawn(async move {
            let _ = connection.await;
        }));
        let answer = sender.send_request(of_origin(request, &url)?).await.map_err(|e| failed(&e))?;
        let (head, body) = answer.into_parts();
        let body = Limited::new(body, self.most).collect().await.map_err(|e| HttpFault::Body(e.to_string()))?;
        Ok(HttpResponse::from_parts(head, body.to_bytes().to_vec()))
    }

    async fn connect(&self, url: &Url) -> std::io::Result<Box<dyn Stream>> {
        let port = url.port_or_known_default().unwrap_or(443);
        let stream = match url.host() {
            Some(Host::Domain(name)) => TcpStream::connect((name, port)).await?,
            Some(Host::Ipv4(address)) => TcpStream::connect((address, port)).await?,
            Some(Host::Ipv6(address)) => TcpStream::connect((address, port)).await?,
            None => return Err(std::io::ErrorKind::InvalidInput.into()),
        };
        stream.set_nodelay(true)?;
        if url.scheme() == "http" {
            return Ok(Box::new(stream));
        }
        let name = url.host_str().unwrap_or_default().trim_start_matches('[').trim_end_matches(']').to_owned();
        let name = ServerName::try_from(name).map_err(std::io::Error::other)?;
        Ok(Box::new(self.tls.connect(name, stream).await?))
    }
}

/// A connection's task, which ends with its owner.
struct Driver(tokio::task::JoinHandle<()>);

impl Drop for Driver {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// http on this machine.
pub(super) fn is_plain_here(url: &Url) -> bool {
    match (url.scheme(), url.host()) {
        ("http", Some(Host::Domain(name))) => name == "localhost" || name.ends_with(".localhost"),
        ("http", Some(Host::Ipv4(address))) => address.is_loopback(),
        ("http", Some(Host::Ipv6(address))) => address.is_loopback(),
        _ => false,
    }
}

/// A request as an origin server wants it: path and query in its first line, the host in a header.
fn of_origin(request: HttpRequest, url: &Url) -> Result<hyper::Request<Full<Bytes>>, HttpFault> {
    let refused = || HttpFault::Address(url.to_string());
    let target = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
    let host =
        url.port().map_or_else(|| url.host_str().unwrap_or_default().to_owned(), |port| format!("{}:{port}", url.host_str().unwrap_or_default()));
    let (mut head, body) = request.into_parts();
    head.uri = target.parse().map_err(|_| refused())?;
    head.headers.insert(HOST, HeaderValue::from_str(&host).map_err(|_| refused())?);
    head.headers.insert(USER_AGENT, HeaderValue::from_static("quarterdeck"));
    Ok(hyper::Request::from_parts(head, Full::new(Bytes::from(body))))
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;

    use super::*;

    /// A server on this machine that answers this, and keeps the connection open.
    async fn answering(answer: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move {
            let mut held = Vec::new();
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut asked = [0; 1024];
                let _ = stream.read(&mut asked).await;
                let _ = stream.write_all(answer.as_bytes()).await;
                held.push(stream);
            }
        });
        address
    }

    async fn ask(address: &str) -> Result<HttpResponse, HttpFault> {
        let http = Http::new(None, Duration::from_millis(500), 64, true).unwrap();
        http.ask(hyper::Request::get(address).body(Vec::new()).unwrap()).await
    }

    #[test]
    fn plain_http_is_for_an_issuer_on_this_machine_alone() {
        let http = |plain| Http::new(None, Duration::from_secs(1), 64, plain).unwrap();
        let (plain, usual) = (http(true), http(false));
        for (address, asked) in [
            ("https://login.example.be", true),
            ("http://127.0.0.1:9", true),
            ("http://[::1]:9", true),
            ("http://localhost:9", true),
            ("http://login.example.be", false),
            ("http://127.0.0.1.example.be", false),
            ("http://192.0.2.1", false),
            ("ftp://127.0.0.1", false),
            ("file:///etc/passwd", false),
        ] {
            let url = Url::parse(address).unwrap();
            assert_eq!((plain.may_ask(&url), usual.may_ask(&url)), (asked, asked && url.scheme() == "https"), "{address}");
        }
    }

    #[tokio::test]
    async fn an_answer_is_read_whole_and_a_redirect_is_an_answer() {
        let whole = answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").await;
        assert_eq!(ask(&format!("{whole}/a?b=c")).await.unwrap().body(), b"{}");
        let elsewhere = answering("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n").await;
        assert_eq!(ask(&elsewhere).await.unwrap().status(), 302, "not followed");
    }

    #[tokio::test]
    async fn what_is_slow_large_cut_off_or_nonsense_is_no_answer() {
        let slow = answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{").await;
        assert!(matches!(ask(&slow).await, Err(HttpFault::Late(_))));
        assert!(matches!(ask(&answering("").await).await, Err(HttpFault::Late(_))), "and silent");
        let large = answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n00000000000000000000000000000000000000000000000000000000000000000000000000000000\r\n0\r\n\r\n").await;
        assert!(matches!(ask(&large).await, Err(HttpFault::Body(_))));
        assert!(matches!(ask(&answering("SSH-2.0-OpenSSH_9.6\r\n").await).await, Err(HttpFault::Connection(..))));
        assert!(matches!(ask("http://127.0.0.1:1/").await, Err(HttpFault::Connection(..))), "nobody there");
        assert!(matches!(ask("http://login.example.be/").await, Err(HttpFault::Address(_))));
    }

    /// A certificate is believed when its authority is, and for its own name alone.
    #[tokio::test]
    async fn only_who_is_vouched_for_is_asked() {
        use tokio_rustls::rustls::ServerConfig;
        use tokio_rustls::rustls::pki_types::PrivateKeyDer;
        const CA: &[u8] = include_bytes!("../../../tests/fixtures/mail/relay-ca.pem");
        let chain = CertificateDer::pem_slice_iter(include_bytes!("../../../tests/fixtures/mail/relay-cert.pem")).map(Result::unwrap).collect();
        let key = PrivateKeyDer::from_pem_slice(include_bytes!("../../../tests/fixtures/mail/relay-key.pem")).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider())).with_safe_default_protocol_versions().unwrap();
        let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config.with_no_client_auth().with_single_cert(chain, key).unwrap()));
        let listener = TcpListener::bind("0.0.0.0:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let Ok(mut stream) = acceptor.accept(stream).await else { continue };
                let _ = stream.read(&mut [0; 1024]).await;
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").await;
                let _ = stream.shutdown().await;
            }
        });
        let ask = async |roots: Option<&[u8]>, host: &str| {
            let http = Http::new(roots, Duration::from_secs(5), 64, false).unwrap();
            http.ask(hyper::Request::get(format!("https://{host}:{port}/")).body(Vec::new()).unwrap()).await
        };
        assert_eq!(ask(Some(CA), "localhost").await.unwrap().body(), b"{}");
        assert!(matches!(ask(None, "localhost").await, Err(HttpFault::Connection(..))), "an authority nobody knows");
        assert!(matches!(ask(Some(CA), "127.0.0.2").await, Err(HttpFault::Connection(..))), "another name");
    }
}
