//! What machines ask: is the process alive, can it serve, how does it fare.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::{Duration, Instant as Stopwatch};

use actix_web::dev::Server;
use actix_web::http::{StatusCode, header};
use actix_web::{App as ActixApp, HttpResponse, HttpServer, web};
use serde_json::json;
use tokio::sync::Mutex;

use super::state::State;
use crate::app::{App, AppError};
use crate::clock::Instant;
use crate::telemetry::{CLASSES, ClassDepth, Depths, metrics};

/// How long the database may take to say that it can be written.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long an answer is given again. Anybody may ask, and each look is a durable write.
const FRESH: Duration = Duration::from_millis(1500);

/// Whether the service can do its work; what keeps it is told by code only. Figures stand under `/metrics`: how many mails
/// are owed and since when would tell a stranger who has just registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Readiness {
    Ready,
    Unready(&'static str),
}

/// Looks whether the service is ready: one look at a time, its answer shared by all who ask meanwhile and shortly after.
pub struct Probe {
    late: Duration,
    known: Arc<Mutex<Option<(Stopwatch, Readiness)>>>,
}

impl Probe {
    /// With how long a due mail may wait for somebody to send it.
    pub fn new(late: Duration) -> Self {
        Self { late, known: Arc::default() }
    }

    async fn ask(&self, app: &App) -> Readiness {
        let mut known = self.known.clone().lock_owned().await;
        if let Some((at, answer)) = *known
            && at.elapsed() < FRESH
        {
            return answer;
        }
        let (app, late) = (app.clone(), self.late);
        // In a task of its own: who hangs up early must not let the next one begin another look.
        let look = tokio::spawn(async move {
            let answer = look(&app, late).await;
            *known = Some((Stopwatch::now(), answer));
            answer
        });
        look.await.unwrap_or(Readiness::Unready("fault"))
    }
}

async fn look(app: &App, late: Duration) -> Readiness {
    let now = app.now();
    match tokio::time::timeout(PATIENCE, app.probe(now)).await {
        Ok(Ok(waiting)) => match waiting.and_then(|since| (now - since).to_std().ok()).filter(|waited| *waited > late) {
            Some(waited) => {
                tracing::error!(seconds = waited.as_secs(), "not ready: a due mail waits and nobody takes it; does a worker run?");
                Readiness::Unready("mail_queue_too_old")
            }
            None => Readiness::Ready,
        },
        Ok(Err(error)) => {
            tracing::error!(error = %error, "not ready: the database cannot be written");
            Readiness::Unready("database_not_writable")
        }
        Err(_) => {
            tracing::error!("not ready: the database does not answer in time");
            Readiness::Unready("database_too_slow")
        }
    }
}

/// `GET /healthz`: the process answers. Looks at nothing else, so that a slow database does not get it restarted.
pub async fn healthz() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n")
}

/// `GET /readyz`: the database takes a write, and no due mail waits for long without anybody sending it. A relay that refuses
/// does not make it unready: visitors can still register.
pub async fn readyz(state: web::Data<State>, probe: web::Data<Probe>) -> HttpResponse {
    let (status, body) = match probe.ask(&state.app).await {
        Readiness::Ready => (StatusCode::OK, json!({ "status": "ready" })),
        Readiness::Unready(reason) => (StatusCode::SERVICE_UNAVAILABLE, json!({ "status": "unready", "reason": reason })),
    };
    HttpResponse::build(status).insert_header((header::CACHE_CONTROL, "no-store")).json(body)
}

/// `GET /metrics`, on a listener of its own so that it never stands on the public one.
///
/// # Errors
/// When the listener cannot be used.
pub fn metrics_server(listener: TcpListener, app: App) -> std::io::Result<Server> {
    let data = web::Data::new(app);
    let server = HttpServer::new(move || ActixApp::new().app_data(data.clone()).route("/metrics", web::get().to(scrape)));
    Ok(server.workers(1).disable_signals().shutdown_timeout(1).listen(listener)?.run())
}

async fn scrape(app: web::Data<App>) -> HttpResponse {
    let now = app.now();
    let read = async { Ok::<_, AppError>((app.mail_depth(now).await?, app.mail_classes(now).await?)) };
    let (depth, found) = match read.await {
        Ok(read) => read,
        Err(error) => {
            tracing::error!(error = %error, "the outbox cannot be read for the metrics");
            return HttpResponse::ServiceUnavailable().finish();
        }
    };
    let age = |at: Instant| (now - at).num_seconds().max(0);
    let mut classes = [ClassDepth::default(); CLASSES];
    for (class, due, oldest) in found {
        if let Some(depth) = usize::try_from(class).ok().and_then(|class| classes.get_mut(class)) {
            *depth = ClassDepth { due, oldest_seconds: age(oldest) };
        }
    }
    let text = metrics().text(Depths {
        due: depth.due,
        failed: depth.failed,
        oldest_seconds: depth.oldest_due.map_or(0, age),
        classes,
        door_waiting: app.db.waiting(),
    });
    HttpResponse::Ok().content_type("application/openmetrics-text; version=1.0.0; charset=utf-8").body(text)
}
