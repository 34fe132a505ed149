//! A small provider of OpenID Connect of our own: it says what a test tells it to, also what no honest one would. Beside it the tests
//! ask one that we did not write (`provider_mock`).

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use quarterdeck::app::identities::{Rule, SignInService};
use quarterdeck::app::provider::{Provider, ProviderSettings};
use quarterdeck::domain::staff::Role;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use ring::{digest, hmac};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

pub const CLIENT: &str = "quarterdeck";
pub const SECRET: &str = "hush: of the provider alone";

/// Bends a token's header and claims before it is signed.
pub type Bend = Arc<dyn Fn(&mut Value, &mut Value) + Send + Sync>;

/// How a token is signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signing {
    /// By the key that is published.
    #[default]
    Right,
    /// By a key that nobody published, under the name of one that is.
    Forged,
    /// Not at all.
    Without,
    /// With the client's secret.
    Shared,
}

/// What a provider does.
#[derive(Clone, Default)]
struct Script {
    bend: Option<Bend>,
    signing: Signing,
    /// In place of the answer of a path.
    instead: HashMap<&'static str, (u16, String)>,
    /// Before an answer of a path.
    delay: HashMap<&'static str, Duration>,
    /// What is said beside the token.
    user: Option<Value>,
    /// Codes that were given out: nonce, challenge, claims.
    codes: HashMap<String, (String, String, Value)>,
    /// Names of the keys; the last one signs.
    keys: Vec<String>,
    asked: Vec<String>,
    /// Whom it signed in last.
    subject: Value,
}

/// A running provider; it ends with the test.
pub struct TestProvider {
    pub issuer: String,
    now: DateTime<Utc>,
    script: Arc<Mutex<Script>>,
    task: tokio::task::JoinHandle<()>,
}

impl TestProvider {
    /// One whose clock stands at this moment.
    pub async fn start(now: DateTime<Utc>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        // Another site than the service's, which is at an address.
        let issuer = format!("http://localhost:{}", listener.local_addr().expect("an address").port());
        let script = Arc::new(Mutex::new(Script { keys: vec!["one".into()], ..Script::default() }));
        let keys = Arc::new(Mutex::new(HashMap::new()));
        let (told, base) = (script.clone(), issuer.clone());
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, told.clone(), keys.clone(), base.clone(), now));
            }
        });
        Self { issuer, now, script, task }
    }

    fn tell(&self, change: impl FnOnce(&mut Script)) {
        change(&mut self.script.lock().expect("the script"));
    }

    /// The service's part, with these rules.
    pub fn service(&self, redirect: String, rules: &[(&str, Role, Option<&str>)], bend: impl FnOnce(&mut ProviderSettings)) -> SignInService {
        let mut settings = ProviderSettings {
            issuer: self.issuer.clone(),
            client_id: CLIENT.into(),
            client_secret: Some(SECRET.into()),
            redirect,
            scopes: vec!["openid".into(), "email".into()],
            role_claim: "roles".into(),
            required_acr: Vec::new(),
            required_amr: Vec::new(),
            trust_emails: false,
            roots: None,
            patience: Duration::from_millis(1500),
            most_bytes: 65_536,
        };
        bend(&mut settings);
        let rule = |(value, role, platform): &(&str, Role, Option<&str>)| Rule {
            value: (*value).into(),
            role: *role,
            platform: platform.map(str::to_owned),
        };
        SignInService { provider: Provider::new(settings).expect("a provider"), name: "Test Login".into(), rules: rules.iter().map(rule).collect() }
    }

    /// Signs somebody in for whom this address was made: a code, and the state that goes back with it.
    pub fn grant(&self, address: &Url, claims: Value) -> (String, String) {
        let query: HashMap<_, _> = address.query_pairs().into_owned().collect();
        assert_eq!((query["response_type"].as_str(), query["client_id"].as_str()), ("code", CLIENT));
        assert_eq!(query["code_challenge_method"], "S256");
        let code = format!("code-{}", URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, query["state"].as_bytes())));
        self.tell(|script| {
            script.subject = claims["sub"].clone();
            script.codes.insert(code.clone(), (query["nonce"].clone(), query["code_challenge"].clone(), claims));
        });
        (code, query["state"].clone())
    }

    /// Says this of tokens from now on.
    pub fn bend(&self, bend: impl Fn(&mut Value, &mut Value) + Send + Sync + 'static) {
        self.tell(|script| script.bend = Some(Arc::new(bend)));
    }

    pub fn sign(&self, signing: Signing) {
        self.tell(|script| script.signing = signing);
    }

    /// Answers this instead on a path.
    pub fn answer(&self, path: &'static str, status: u16, body: &str) {
        self.tell(|script| drop(script.instead.insert(path, (status, body.to_owned()))));
    }

    /// Answers a path later.
    pub fn wait(&self, path: &'static str, delay: Duration) {
        self.tell(|script| {
            script.delay.insert(path, delay);
        });
    }

    /// Says this of whoever asks with a token.
    pub fn user(&self, claims: Value) {
        self.tell(|script| script.user = Some(claims));
    }

    /// Signs with a new key and publishes it alone.
    pub fn rotate(&self, name: &str) {
        self.tell(|script| script.keys = vec![name.to_owned()]);
    }

    /// Is honest again.
    pub fn behave(&self) {
        self.tell(|script| {
            let Script { codes, keys, asked, subject, .. } = std::mem::take(script);
            *script = Script { codes, keys, asked, subject, ..Script::default() };
        });
    }

    /// How often a path was asked for.
    pub fn asked(&self, path: &str) -> usize {
        self.script.lock().expect("the script").asked.iter().filter(|asked| *asked == path).count()
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }
}

impl Drop for TestProvider {
    fn drop(&mut self) {
        self.task.abort();
    }
}

type Keys = Arc<Mutex<HashMap<String, Arc<EcdsaKeyPair>>>>;

fn key(keys: &Keys, name: &str) -> Arc<EcdsaKeyPair> {
    let made = || {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).expect("a key");
        Arc::new(EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref(), &random).expect("a key"))
    };
    keys.lock().expect("keys").entry(name.to_owned()).or_insert_with(made).clone()
}

async fn serve(mut stream: TcpStream, script: Arc<Mutex<Script>>, keys: Keys, base: String, now: DateTime<Utc>) {
    let Some((path, head, body)) = read(&mut stream).await else { return };
    let (instead, delay) = {
        let mut script = script.lock().expect("the script");
        script.asked.push(path.clone());
        (script.instead.get(path.as_str()).cloned(), script.delay.get(path.as_str()).copied())
    };
    if let Some(delay) = delay {
        tokio::time::sleep(delay).await;
    }
    let (status, body) = instead.unwrap_or_else(|| {
        let script = script.lock().expect("the script").clone();
        match path.as_str() {
            "/.well-known/openid-configuration" => (200, metadata(&base).to_string()),
            "/jwks" => (200, json!({ "keys": script.keys.iter().map(|name| public(name, &key(&keys, name))).collect::<Vec<_>>() }).to_string()),
            "/token" => token(&script, &keys, &base, now, &head, &body),
            "/userinfo" => (200, script.user.clone().unwrap_or_else(|| json!({ "sub": script.subject })).to_string()),
            _ => (404, "{}".into()),
        }
    });
    let location = if status == 302 { format!("Location: {body}\r\n") } else { String::new() };
    let answer = format!(
        "HTTP/1.1 {status} X\r\n{location}Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    let _ = stream.write_all(answer.as_bytes()).await;
}

/// A request: path, head, body.
async fn read(stream: &mut TcpStream) -> Option<(String, String, String)> {
    let (mut all, mut part) = (Vec::new(), [0; 4096]);
    loop {
        let n = stream.read(&mut part).await.ok().filter(|n| *n > 0)?;
        all.extend_from_slice(&part[..n]);
        let text = String::from_utf8_lossy(&all).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse::<usize>().ok()).unwrap_or(0);
        if body.len() >= length {
            let path = head.split_whitespace().nth(1)?.split('?').next()?.to_owned();
            return Some((path, head.to_owned(), body.to_owned()));
        }
    }
}

fn metadata(base: &str) -> Value {
    json!({
        "issuer": base, "authorization_endpoint": format!("{base}/authorize"), "token_endpoint": format!("{base}/token"),
        "jwks_uri": format!("{base}/jwks"), "userinfo_endpoint": format!("{base}/userinfo"), "response_types_supported": ["code"],
        "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
    })
}

fn public(name: &str, key: &EcdsaKeyPair) -> Value {
    let point = &key.public_key().as_ref()[1..];
    let part = |range: std::ops::Range<usize>| URL_SAFE_NO_PAD.encode(&point[range]);
    json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": name, "x": part(0..32), "y": part(32..64) })
}

/// Redeems a code as RFC 6749 and RFC 7636 want it, once.
fn token(script: &Script, keys: &Keys, base: &str, now: DateTime<Utc>, head: &str, body: &str) -> (u16, String) {
    let sent: HashMap<String, String> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    let secret: String = url::form_urlencoded::byte_serialize(SECRET.as_bytes()).collect();
    let basic = format!("basic {}", STANDARD.encode(format!("{CLIENT}:{secret}")));
    if !head.lines().any(|line| {
        line.split_once(": ").is_some_and(|(name, value)| name.eq_ignore_ascii_case("authorization") && value.eq_ignore_ascii_case(&basic))
    }) {
        return (401, json!({ "error": "invalid_client" }).to_string());
    }
    let verifier = sent.get("code_verifier").map(|v| URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, v.as_bytes())));
    let known = sent.get("code").and_then(|code| script.codes.get(code)).filter(|(_, challenge, _)| verifier.as_ref() == Some(challenge));
    let Some((nonce, _, extra)) = known else { return (400, json!({ "error": "invalid_grant" }).to_string()) };
    let name = script.keys.last().expect("a key");
    let mut header = json!({ "alg": "ES256", "kid": name, "typ": "JWT" });
    let mut claims = json!({ "iss": base, "aud": CLIENT, "exp": now.timestamp() + 300, "iat": now.timestamp(), "nonce": nonce });
    let all = claims.as_object_mut().expect("claims");
    all.extend(extra.as_object().expect("claims").clone());
    if let Some(bend) = &script.bend {
        bend(&mut header, &mut claims);
    }
    match script.signing {
        Signing::Right | Signing::Forged => {}
        Signing::Without => header = json!({ "alg": "none" }),
        Signing::Shared => header = json!({ "alg": "HS256" }),
    }
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(claims.to_string()));
    let by = |name: &str| key(keys, name).sign(&SystemRandom::new(), signed.as_bytes()).expect("signed").as_ref().to_vec();
    let signature = match script.signing {
        Signing::Right => by(name),
        Signing::Forged => by("forged"),
        Signing::Without => Vec::new(),
        Signing::Shared => hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes()), signed.as_bytes()).as_ref().to_vec(),
    };
    let id_token = format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature));
    (200, json!({ "access_token": "an-access-token", "token_type": "Bearer", "expires_in": 60, "id_token": id_token }).to_string())
}
