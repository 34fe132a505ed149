//! The join link in a real browser: the button lands in the meeting under our content policy, also where the meeting service sends people on
//! to another host.

use std::process::{Child, Command, Stdio};
use std::time::Duration as Time;

use chrono::Duration;
use quarterdeck::domain::ids::Reference;
use thirtyfour::prelude::*;

use crate::both_databases;
use crate::support::absent;
use crate::support::browser::Browser;
use crate::support::databases::Folder;
use crate::support::scene::{Scene, now};
use crate::web::organiser_house::House;

/// A meeting service: `/qctr` sends on to the room on another host of it. Stops when dropped.
struct MeetingService {
    service: Child,
    port: u16,
    _folder: Folder,
}

impl MeetingService {
    /// `None` (said loudly) without openssl.
    fn start() -> Option<Self> {
        let folder = Folder::new();
        let openssl = |arguments: &[&str]| {
            let mut command = Command::new("openssl");
            command.args(arguments).current_dir(&folder.path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            command
        };
        let request =
            ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=meet.example.be"];
        let made = openssl(&request).args(["-keyout", "key.pem", "-out", "certificate.pem"]).status();
        if !made.is_ok_and(|status| status.success()) {
            absent::not_run("a meeting service needs openssl");
            return None;
        }
        let port = std::net::TcpListener::bind("127.0.0.1:0").ok()?.local_addr().ok()?.port();
        let answer = |head: &str, body: &str| format!("HTTP/1.0 {head}\r\nContent-Type: text/html\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        let onward = answer(&format!("302 Found\r\nLocation: https://rooms.example.be:{port}/room"), "");
        std::fs::write(folder.path.join("qctr"), onward).expect("a file");
        std::fs::write(folder.path.join("room"), answer("200 OK", "<!doctype html><title>The room</title>")).expect("a file");
        let service = openssl(&["s_server", "-accept", &port.to_string(), "-key", "key.pem", "-cert", "certificate.pem", "-HTTP"]).spawn().ok()?;
        Some(Self { service, port, _folder: folder })
    }
}

impl Drop for MeetingService {
    fn drop(&mut self) {
        let _ = self.service.kill();
        let _ = self.service.wait();
    }
}

both_databases! {
    async fn the_button_lands_in_the_meeting(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let Some(meeting) = MeetingService::start() else { return };
        let here = "MAP meet.example.be 127.0.0.1, MAP rooms.example.be 127.0.0.1";
        let flags = [format!("--host-resolver-rules={here}"), "--ignore-certificate-errors".to_owned()];
        let Some(browser) = Browser::start_with(&[&flags[0], &flags[1]]).await else { return };
        let driver = &browser.driver;
        house.put(Scene::event("here").hybrid(None).starts_at(now() + Duration::minutes(5)));
        house.sql().run(&format!("UPDATE event SET join_link = 'https://meet.example.be:{}/qctr'", meeting.port));
        house.enter_online("here", "Zoë Dupont").await;
        let reference = Reference::parse(&house.reference("Zoë Dupont")).expect("a reference");
        driver.goto(format!("{}/en/r/{}", house.base, house.app.secrets.page_token(&reference))).await.expect("a page");
        driver.find(By::LinkText("Join online")).await.expect("the link").click().await.expect("a click");
        let button = driver.query(By::Css("main form button")).first().await.expect("the button");
        assert_eq!(house.sql().count("attendance_proof", "1 = 1"), 0, "the page alone proves nothing");
        button.click().await.expect("a click");
        let mut title = String::new();
        for _ in 0..200 {
            title = driver.title().await.unwrap_or_default();
            if title == "The room" {
                break;
            }
            tokio::time::sleep(Time::from_millis(50)).await;
        }
        let url = driver.current_url().await.expect("an address").to_string();
        assert_eq!((title.as_str(), url), ("The room", format!("https://rooms.example.be:{}/room", meeting.port)));
        assert_eq!(house.sql().count("attendance_proof", "source = 'link'"), 1);
        browser.quit().await;
        house.assert_verified().await;
    }
}
