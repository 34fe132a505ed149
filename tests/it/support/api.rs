//! The API as a program sees it: a server of the test's own in this process, tokens of every role, JSON in and out.

use std::net::TcpListener;
use std::sync::Arc;

use actix_web::dev::ServerHandle;
use quarterdeck::app::{Actor, App};
use quarterdeck::clock::Clock;
use quarterdeck::domain::language::Translated;
use quarterdeck::domain::staff::Role;
use quarterdeck::i18n::Catalogue;
use quarterdeck::mail::Sender;
use quarterdeck::mail::render::{Mailroom, Templates};
use quarterdeck::web::limits::{Limits, Rate, Rates};
use quarterdeck::web::server::{Capacity, start};
use quarterdeck::web::state::{Site, State};
use quarterdeck::web::view::public::Controller;
use quarterdeck::web::view::{Overrides, Pages};
use reqwest::header::{HeaderMap, HeaderName};
use reqwest::{Method, StatusCode};
use serde_json::Value;

use super::databases::{Database, Kind};
use super::scene::Scene;
use super::sql::Sql;

/// A running API.
pub struct Api {
    pub base: String,
    pub app: App,
    pub database: Database,
    client: reqwest::Client,
    handle: ServerHandle,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub json: Value,
}

impl Answer {
    /// The code of a problem, after checking that it is a whole problem document.
    pub fn code(&self) -> &str {
        assert_eq!(self.header("content-type"), "application/problem+json", "{self:?}");
        for member in ["type", "title", "status", "code", "detail", "request_id", "errors"] {
            assert!(self.json.get(member).is_some(), "{member}: {self:?}");
        }
        assert_eq!(self.json["status"], self.status.as_u16());
        assert_eq!(self.json["request_id"], self.header("x-request-id"));
        self.json["code"].as_str().expect("a code")
    }

    /// The places that a problem names.
    pub fn places(&self) -> Vec<&str> {
        let errors = self.json["errors"].as_array().expect("errors");
        errors.iter().map(|e| e["pointer"].as_str().or(e["parameter"].as_str()).expect("a place")).collect()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or("")
    }
}

impl Api {
    /// Starts one with the catalogue loaded; `None` (said loudly) where the database is absent.
    pub async fn start(kind: Kind) -> Option<Self> {
        Self::start_with(kind, None).await
    }

    /// The same with at most so many calls a minute.
    pub async fn start_with(kind: Kind, calls: Option<u32>) -> Option<Self> {
        let database = kind.fresh()?;
        let url = quarterdeck::db::DatabaseUrl::parse(&database.url).expect("a URL");
        quarterdeck::db::migrate::migrate(&url).expect("tables");
        let app = super::app::open(&database.url, Clock::System);
        let file = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/catalogue/ccb.toml")).expect("the catalogue");
        app.load_catalogue(&file, Actor::System, app.now()).await.expect("platforms");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let state = state(app.clone(), &base, calls);
        let (tell, told) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = start(listener, state, Capacity { threads: 2, ..Capacity::default() }).expect("a server");
                tell.send(server.handle()).expect("a listener");
                server.await.expect("an end in good order");
            });
        });
        let handle = told.recv().expect("a handle");
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        Some(Self { base, app, database, client, handle })
    }

    /// A token of a role, for a platform or for all.
    pub async fn token(&self, role: Role, platform: Option<&str>) -> String {
        let id = match platform {
            Some(slug) => Some(self.app.platform_id(slug).await.expect("platforms").expect("the platform")),
            None => None,
        };
        self.app.add_token(format!("{role} {platform:?}"), role, id, Actor::Operator, self.app.now()).await.expect("a token")
    }

    /// Sends a call.
    pub async fn call(&self, token: &str, method: &str, path: &str, body: Option<Value>) -> Answer {
        self.call_with(token, method, path, body, &[]).await
    }

    /// Sends a call with headers of its own.
    pub async fn call_with(&self, token: &str, method: &str, path: &str, body: Option<Value>, headers: &[(&str, &str)]) -> Answer {
        let body = body.map(|b| ("application/json", b.to_string().into_bytes()));
        self.raw(token, method, path, body, headers).await
    }

    /// Sends any bytes.
    pub async fn raw(&self, token: &str, method: &str, path: &str, body: Option<(&str, Vec<u8>)>, headers: &[(&str, &str)]) -> Answer {
        let mut request = self.client.request(Method::from_bytes(method.as_bytes()).expect("a method"), format!("{}/api/v1{path}", self.base));
        if !token.is_empty() {
            request = request.bearer_auth(token);
        }
        if let Some((kind, bytes)) = body {
            request = request.header("content-type", kind).body(bytes);
        }
        for (name, value) in headers {
            request = request.header(HeaderName::from_bytes(name.as_bytes()).expect("a name"), *value);
        }
        let answer = request.send().await.expect("an answer");
        let (status, headers) = (answer.status(), answer.headers().clone());
        let text = answer.text().await.expect("a body");
        assert_eq!(headers.get("cache-control").and_then(|v| v.to_str().ok()), Some("no-store"), "{method} {path}");
        Answer { status, headers, json: serde_json::from_str(&text).unwrap_or(Value::Null) }
    }

    /// GET that must succeed.
    pub async fn get(&self, token: &str, path: &str) -> Value {
        let answer = self.call(token, "GET", path, None).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {answer:?}");
        answer.json
    }

    /// Sets up an event.
    pub fn put(&self, scene: Scene) {
        scene.put(&mut Sql::open(&self.database.url));
    }

    /// Every invariant of the database holds.
    pub async fn assert_verified(&self) {
        let found = self.app.verify(self.app.now()).await.expect("a look");
        assert!(found.is_empty(), "{found:?}");
    }
}

impl Drop for Api {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

fn state(app: App, base: &str, calls: Option<u32>) -> State {
    let texts = Arc::new(Catalogue::load(None).expect("texts"));
    let sender = Sender::parse("Quarterdeck <events@quarterdeck.example>", "quarterdeck.example", base).expect("a sender");
    let templates = Templates::load(None, &texts).expect("templates");
    let rate = Rate { count: calls.unwrap_or(1), seconds: 60 };
    let word = || "example".to_owned();
    State {
        app,
        pages: Arc::new(Pages::new(texts.clone(), Overrides { templates: None, statics: None }).expect("pages")),
        mailroom: Arc::new(Mailroom::new(texts, templates, sender, Vec::new())),
        transport: quarterdeck::mail::transport::Transport::File(std::env::temp_dir()),
        site: Arc::new(Site {
            base_url: base.to_owned(),
            domain: "quarterdeck.example".into(),
            contact: word(),
            controller: Controller { name: Translated::same(&word()), address: Translated::same(&word()), contact: word(), dpo: word() },
            retention_days: 90,
            form_bytes: 16_384,
            api_bytes: 1_048_576,
        }),
        limits: Arc::new(Limits::new(Rates {
            enabled: calls.is_some(),
            ipv4_prefix: 32,
            ipv6_prefix: 64,
            register: rate,
            login: rate,
            personal: rate,
            api: rate,
        })),
        trusted: Arc::new(|_| false),
        service: None,
        observe: None,
    }
}
