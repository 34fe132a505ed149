//! A provider of OpenID Connect that we did not write: `oidc-provider-mock` from PyPI.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::absent;

/// The running program; ended when dropped.
pub struct ProviderMock {
    pub issuer: String,
    process: Child,
}

impl ProviderMock {
    /// Starts one; `None`, said loudly, where it is absent.
    pub async fn start() -> Option<Self> {
        let Some(python) = std::env::var_os("QUARTERDECK_TEST_PYTHON") else {
            absent::not_run("needs a provider of OpenID Connect (QUARTERDECK_TEST_PYTHON)");
            return None;
        };
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        drop(listener);
        let mut command = Command::new(python);
        command.args(["-m", "oidc_provider_mock", "--port", &port.to_string()]).stdout(Stdio::null()).stderr(Stdio::null());
        let process = command.spawn().expect("Python runs");
        // Another site than the service's, which is at an address.
        let mut mock = Self { issuer: format!("http://localhost:{port}"), process };
        let (client, start) = (reqwest::Client::builder().no_proxy().build().expect("a client"), Instant::now());
        while client.get(format!("{}/jwks", mock.issuer)).send().await.is_err() {
            let ended = mock.process.try_wait().ok().flatten();
            assert!(ended.is_none() && start.elapsed() < Duration::from_secs(30), "oidc-provider-mock does not start: {ended:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Some(mock)
    }

    /// Says this of somebody from now on.
    pub async fn know(&self, subject: &str, claims: Value) {
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let answer = client.put(format!("{}/users/{subject}", self.issuer)).json(&claims).send().await.expect("an answer");
        assert!(answer.status().is_success(), "{}", answer.text().await.unwrap_or_default());
    }
}

impl Drop for ProviderMock {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
