//! `serve` and `worker`: starts what the configuration says, and ends in good order when asked to.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpSocket;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::{Failure, Parts, parts};
use crate::config::Config;
use crate::i18n::Catalogue;
use crate::telemetry;
use crate::web::health;
use crate::web::limits::{Limits, Rate, Rates};
use crate::web::server::{self, Capacity};
use crate::web::state::{Site, State};
use crate::web::view::public::Controller;
use crate::web::view::{Overrides, Pages};
use crate::worker::Worker;
use crate::worker::background::Background;

/// Connections the system holds until a thread takes them: the minute after an invitation goes out.
const BACKLOG: u32 = 2048;
/// How often addresses that were not seen for a while are forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(60);

/// Serves pages and API, and delivers mail unless the configuration says otherwise.
pub async fn serve(config: Config) -> Result<(), Failure> {
    let parts = Parts::open_to_serve(config).await?;
    let listener = listen(parts.config.server.listen, "server.listen")?;
    run(parts, listener, || {}).await
}

/// Delivers mail and runs timers only.
pub async fn work(config: Config) -> Result<(), Failure> {
    let parts = Parts::open_to_serve(config).await?;
    let texts = parts::texts(&parts.config)?;
    let (stop, stopped) = watch::channel(false);
    let worker = Worker { doors: parts::doors(&parts.config)?, ..parts.worker(&texts)? };
    let background = Background::start()?;
    let worker = Some(background.run(worker, stopped));
    let metrics = serve_metrics(&parts)?;
    tracing::info!(connections = parts.config.worker.connections, "the worker runs");
    asked_to_end().await?;
    end(&parts.config, stop, worker, metrics).await;
    Ok(())
}

/// Serves on a listener until asked to end; `ready` is called once when visitors can come.
pub async fn run(parts: Parts, listener: TcpListener, ready: impl FnOnce()) -> Result<(), Failure> {
    let config = &parts.config;
    let texts = parts::texts(config)?;
    let mut worker = parts.worker(&texts)?;
    if config.worker.enabled {
        worker.doors = parts::doors(config)?;
    }
    let state = state(&parts, &texts, &worker)?;
    let limits = state.limits.clone();
    let metrics = serve_metrics(&parts)?;
    let server = server::start(listener, state, capacity(config))?;
    let handle = server.handle();
    let mut serving = tokio::spawn(server);
    let (stop, stopped) = watch::channel(false);
    let background = config.worker.enabled.then(Background::start).transpose()?;
    let working = background.as_ref().map(|background| background.run(worker, stopped));
    let forgetting = tokio::spawn(async move {
        loop {
            tokio::time::sleep(FORGET_EVERY).await;
            limits.forget();
        }
    });
    tracing::info!(listen = %config.server.listen, base_url = %config.server.base_url, worker = config.worker.enabled, "serving");
    ready();
    tokio::select! {
        asked = asked_to_end() => asked?,
        ended = &mut serving => {
            return Err(Failure::new(format!("the server ended by itself: {ended:?}")));
        }
    }
    tracing::info!("ending: no new connections, what was begun is finished");
    forgetting.abort();
    // Mail stops at the same moment, so that both have the whole time.
    let stopping = handle.stop(true);
    tokio::join!(stopping, end(config, stop, working, metrics));
    Ok(())
}

/// Lets the worker finish what it holds, for as long as the configuration allows.
async fn end(config: &Config, stop: watch::Sender<bool>, worker: Option<JoinHandle<()>>, metrics: Option<actix_web::dev::ServerHandle>) {
    stop.send_replace(true);
    if let Some(worker) = worker {
        let abort = worker.abort_handle();
        let patience = Duration::from_secs(config.limits.shutdown_seconds.into());
        if tokio::time::timeout(patience, worker).await.is_err() {
            abort.abort();
            tracing::warn!("the relay kept a mail waiting; it is sent again, with the same Message-ID, when its lease ends");
        }
    }
    if let Some(metrics) = metrics {
        metrics.stop(false).await;
    }
}

/// Everything the handlers reach.
fn state(parts: &Parts, texts: &Arc<Catalogue>, worker: &Worker) -> Result<State, Failure> {
    let Config { server, mail, limits, privacy, .. } = &parts.config;
    let rate = |count, seconds| Rate { count, seconds };
    let (templates, statics) = (parts::own_folder(&parts.config, "page-templates"), parts::own_folder(&parts.config, "static"));
    let proxies = server.trusted_proxies.clone();
    Ok(State {
        app: parts.app.clone(),
        pages: Arc::new(
            Pages::new(texts.clone(), Overrides { templates: templates.as_deref(), statics: statics.as_deref() })?.with_contact(&privacy.contact),
        ),
        mailroom: worker.mailroom.clone(),
        transport: worker.transport.clone(),
        site: Arc::new(Site {
            base_url: server.base_url.clone(),
            domain: mail.domain.clone(),
            contact: privacy.contact.clone(),
            controller: Controller {
                name: privacy.controller.translated(),
                address: privacy.address.translated(),
                contact: privacy.contact.clone(),
                dpo: privacy.dpo.clone(),
            },
            retention_days: privacy.retention_days,
            form_bytes: limits.form_bytes,
            api_bytes: limits.api_bytes,
        }),
        limits: Arc::new(Limits::new(Rates {
            enabled: limits.enabled,
            ipv4_prefix: limits.ipv4_prefix,
            ipv6_prefix: limits.ipv6_prefix,
            register: rate(limits.register_count, limits.register_seconds),
            login: rate(limits.login_count, limits.login_seconds),
            personal: rate(limits.personal_count, limits.personal_seconds),
            api: rate(limits.api_count, limits.api_seconds),
        })),
        trusted: Arc::new(move |address| proxies.iter().any(|network| network.contains(address))),
        service: parts::sign_in_service(&parts.config)?.map(Arc::new),
        observe: Some(telemetry::answered),
    })
}

fn capacity(config: &Config) -> Capacity {
    let seconds = |n: u32| Duration::from_secs(n.into());
    Capacity {
        threads: config.server.threads,
        connections: config.limits.connections,
        header_timeout: seconds(config.limits.header_seconds),
        body_timeout: seconds(config.limits.body_seconds),
        keep_alive: seconds(config.limits.keep_alive_seconds),
        shutdown: seconds(config.limits.shutdown_seconds),
        mail_late: seconds(config.limits.mail_late_seconds),
    }
}

fn serve_metrics(parts: &Parts) -> Result<Option<actix_web::dev::ServerHandle>, Failure> {
    let Some(address) = parts.config.server.metrics_listen else { return Ok(None) };
    let server = health::metrics_server(listen(address, "server.metrics_listen")?, parts.app.clone())?;
    let handle = server.handle();
    tokio::spawn(server);
    Ok(Some(handle))
}

/// Takes an address and port.
pub fn listen(address: SocketAddr, key: &str) -> Result<TcpListener, Failure> {
    let bind = || {
        let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
        // After a restart the port may still be remembered by connections that ended.
        #[cfg(unix)]
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        socket.listen(BACKLOG)?.into_std()
    };
    bind().map_err(|e: std::io::Error| Failure::new(format!("{key}: cannot listen on {address}: {e}; is another service there?")))
}

/// Waits for SIGTERM or SIGINT.
#[cfg(unix)]
async fn asked_to_end() -> Result<(), Failure> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

#[cfg(not(unix))]
async fn asked_to_end() -> Result<(), Failure> {
    Ok(tokio::signal::ctrl_c().await?)
}
