//! Starts the server.

use std::net::TcpListener;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::error::UrlencodedError;
use actix_web::middleware::from_fn;
use actix_web::{App as ActixApp, HttpRequest, HttpServer, web};

use super::error::Refusal;
use super::extract::body::{BodyTime, was_too_slow};
use super::health::Probe;
use super::public::register::{nowhere, unreadable};
use super::state::State;
use super::view::public::Fault;
use super::{frame, routes};

/// How the server uses the machine.
#[derive(Clone, Copy, Debug)]
pub struct Capacity {
    /// Serving threads; 0 means one for each core.
    pub threads: usize,
    /// Connections each thread holds at most.
    pub connections: usize,
    /// How long a client may take to send its request's headers.
    pub header_timeout: Duration,
    /// How long a client may take to send its request's body.
    pub body_timeout: Duration,
    /// How long an idle connection is kept.
    pub keep_alive: Duration,
    /// How long requests may take to finish when the service is asked to end.
    pub shutdown: Duration,
    /// How long a due mail may wait for somebody to send it before the service says that it is not ready.
    pub mail_late: Duration,
}

impl Default for Capacity {
    fn default() -> Self {
        Self {
            threads: 0,
            connections: 10_000,
            header_timeout: Duration::from_secs(10),
            body_timeout: Duration::from_secs(30),
            keep_alive: Duration::from_secs(15),
            shutdown: Duration::from_secs(8),
            mail_late: Duration::from_secs(900),
        }
    }
}

/// A server on a listener that is bound already. It ends through its handle; signals are the caller's.
///
/// # Errors
/// When the listener cannot be used.
pub fn start(listener: TcpListener, state: State, capacity: Capacity) -> std::io::Result<Server> {
    let data = web::Data::new(state);
    let probe = web::Data::new(Probe::new(capacity.mail_late));
    let mut server = HttpServer::new(move || {
        let site = data.site.clone();
        ActixApp::new()
            .app_data(data.clone())
            .app_data(probe.clone())
            .app_data(BodyTime(capacity.body_timeout))
            .app_data(web::FormConfig::default().limit(site.form_bytes).error_handler(unread))
            .app_data(web::PathConfig::default().error_handler(nowhere))
            .app_data(web::QueryConfig::default().error_handler(nowhere))
            .wrap(from_fn(frame::surround))
            .configure(routes::all)
    })
    .max_connections(capacity.connections)
    .client_request_timeout(capacity.header_timeout)
    .keep_alive(capacity.keep_alive)
    .shutdown_timeout(capacity.shutdown.as_secs())
    .disable_signals();
    if capacity.threads > 0 {
        server = server.workers(capacity.threads);
    }
    Ok(server.listen(listener)?.run())
}

/// A form that came too slowly, or that cannot be read.
pub(super) fn unread(error: UrlencodedError, request: &HttpRequest) -> actix_web::Error {
    match &error {
        UrlencodedError::Payload(cause) if was_too_slow(cause) => Refusal::from(Fault::TooSlow).into(),
        _ => unreadable(error, request),
    }
}
