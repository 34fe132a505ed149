//! What machines ask: is the process alive, can it serve, how does it fare.

use std::net::TcpListener;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::http::{StatusCode, header};
use actix_web::{App as ActixApp, HttpResponse, HttpServer, web};
use serde_json::json;

use super::state::State;
use crate::app::App;
use crate::telemetry::{Depths, metrics};

/// How long the database may take to say that it can be written.
const PATIENCE: Duration = Duration::from_secs(3);

/// `GET /healthz`: the process answers. Looks at nothing else, so that a slow database does not get it restarted.
pub async fn healthz() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n")
}

/// `GET /readyz`: the database takes a write; says how old the oldest owed mail is. A late mail does not make it unready:
/// visitors can still register.
pub async fn readyz(state: web::Data<State>) -> HttpResponse {
    let app = &state.app;
    let now = app.now();
    let probe = async {
        app.hold_lease("readyz", "readyz".into(), 0, now).await?;
        app.mail_depth(now).await
    };
    let (status, body) = match tokio::time::timeout(PATIENCE, probe).await {
        Ok(Ok(depth)) => {
            let oldest = depth.oldest_due.map_or(0, |at| (now - at).num_seconds().max(0));
            let body = json!({ "status": "ready", "database": "writable", "mails_due": depth.due, "oldest_mail_seconds": oldest });
            (StatusCode::OK, body)
        }
        Ok(Err(error)) => {
            tracing::error!(error = %error, "not ready: the database cannot be written");
            (StatusCode::SERVICE_UNAVAILABLE, json!({ "status": "unready", "database": "not writable" }))
        }
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, json!({ "status": "unready", "database": "no answer in time" })),
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
    let depth = match app.mail_depth(now).await {
        Ok(depth) => depth,
        Err(error) => {
            tracing::error!(error = %error, "the outbox cannot be read for the metrics");
            return HttpResponse::ServiceUnavailable().finish();
        }
    };
    let text = metrics().text(Depths {
        due: depth.due,
        failed: depth.failed,
        oldest_seconds: depth.oldest_due.map_or(0, |at| (now - at).num_seconds().max(0)),
        door_waiting: app.db.waiting(),
    });
    HttpResponse::Ok().content_type("application/openmetrics-text; version=1.0.0; charset=utf-8").body(text)
}
