//! A real browser, headless, with a profile of its own.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

use thirtyfour::prelude::*;

use super::databases::Folder;
use super::{absent, turn};

/// A running browser; stops when dropped.
pub struct Browser {
    pub driver: WebDriver,
    port: u16,
    service: Child,
    _profile: Folder,
    _turn: turn::Turn,
}

impl Browser {
    /// Starts one; `None` (said loudly) when the machine has no ChromeDriver. One browser at a time over all tests.
    pub async fn start() -> Option<Self> {
        Self::start_with(&[]).await
    }

    /// Starts one with these flags as well.
    pub async fn start_with(flags: &[&str]) -> Option<Self> {
        let turn = turn::take("browser");
        let Some((mut service, port)) = start_service() else {
            absent::not_run("needs chromium and chromedriver");
            return None;
        };
        let profile = Folder::new();
        let mut wishes = DesiredCapabilities::chrome();
        let profile_flag = format!("--user-data-dir={}", profile.path.display());
        for flag in FLAGS.iter().chain(flags).copied().chain([profile_flag.as_str()]) {
            wishes.add_arg(flag).expect("a flag");
        }
        match WebDriver::new(format!("http://127.0.0.1:{port}"), wishes).await {
            Ok(driver) => Some(Self { driver, port, service, _profile: profile, _turn: turn }),
            Err(e) => {
                let _ = service.kill();
                let _ = service.wait();
                panic!("the browser does not start: {e}")
            }
        }
    }

    /// Gives the browser a device that holds passkeys and always unlocks (WebAuthn, section 11).
    #[cfg(feature = "passkeys")]
    pub async fn hold_passkeys(&self) {
        let device = serde_json::json!({
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
            "isUserVerified": true, "isUserConsenting": true,
        });
        self.tell("webauthn/authenticator", device).await;
    }

    /// Takes the network away from the page, or gives it back.
    pub async fn cut_network(&self, is_away: bool) {
        self.tell("goog/cdp/execute", serde_json::json!({ "cmd": "Network.enable", "params": {} })).await;
        let conditions = serde_json::json!({ "offline": is_away, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.tell("goog/cdp/execute", serde_json::json!({ "cmd": "Network.emulateNetworkConditions", "params": conditions })).await;
    }

    /// Tells the driver what its library has no words for.
    async fn tell(&self, command: &str, words: serde_json::Value) {
        let address = format!("http://127.0.0.1:{}/session/{}/{command}", self.port, self.driver.session_id());
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let answer = client.post(address).json(&words).send().await.expect("the driver answers");
        assert!(answer.status().is_success(), "{}", answer.text().await.unwrap_or_default());
    }

    /// Ends the session in good order; dropping alone ends it too, less politely.
    pub async fn quit(self) {
        let _ = self.driver.clone().quit().await;
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver's whole process group: a browser outlives its driver otherwise.
        let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", self.service.id())]).status();
        let _ = self.service.wait();
    }
}

/// A headless browser that starts alone in a container and talks to nobody but us.
const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1200,1600",
];

/// ChromeDriver on a port it chooses itself.
fn start_service() -> Option<(Child, u16)> {
    let mut service = Command::new("chromedriver").arg("--port=0").process_group(0).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
    let mut lines = BufReader::new(service.stdout.take()?).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    std::thread::spawn(move || lines.for_each(drop)); // else the driver blocks on a full pipe
    if port.is_none() {
        let _ = service.kill();
        let _ = service.wait();
    }
    Some((service, port?))
}

#[tokio::test]
async fn a_browser_opens_a_page() {
    let Some(browser) = Browser::start().await else { return };
    browser.driver.goto("data:text/html,<title>quarter</title>").await.expect("a page");
    assert_eq!(browser.driver.title().await.expect("a title"), "quarter");
    browser.quit().await;
}
