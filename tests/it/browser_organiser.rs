//! An organiser's first briefing in a real browser, on both databases: made, translated, published, and three hundred people
//! invited from a file, by what the pages offer and nothing else. Clicks and page loads are counted.

use std::fmt::Write;

use chrono::Duration;
use quarterdeck::clock::Clock;
use thirtyfour::prelude::*;

use crate::both_databases;
use crate::browser_journey::{press, state, walk};
use crate::support::browser::Browser;
use crate::support::databases::Folder;
use crate::support::scene::{Scene, now};
use crate::support::service::{Guest, Service};
use crate::web::organiser_house::{House, PASSWORD};

const STAFF: &str = "organiser@ccb.example.be";
/// Clicks and page loads it may take.
const MOST: usize = 40;
const PEOPLE: usize = 300;

/// A hand on the mouse that counts.
struct Hand<'b> {
    driver: &'b WebDriver,
    clicks: usize,
    loads: usize,
    typed: usize,
}

impl Hand<'_> {
    async fn open(&mut self, address: &str) {
        self.driver.goto(address).await.expect("a page");
        self.loads += 1;
    }

    /// Clicks on what leads to another page, and waits for it.
    async fn go(&mut self, css: &str) {
        let old = self.driver.find(By::Css("html")).await.expect("a page");
        self.find(css).await.click().await.expect("a click");
        (self.clicks, self.loads) = (self.clicks + 1, self.loads + 1);
        for _ in 0..200 {
            if old.tag_name().await.is_err() {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("{css} leads nowhere");
    }

    /// Presses the button of the form that goes to this action.
    async fn press(&mut self, action: &str) {
        self.go(&format!("form[action$='{action}'] button")).await;
    }

    async fn choose(&mut self, name: &str, value: &str) {
        self.find(&format!("select[name='{name}'] option[value='{value}']")).await.click().await.expect("a click");
        self.clicks += 1;
    }

    /// Types into a field that the tabulator leads to.
    async fn fill(&mut self, name: &str, text: &str) {
        let field = self.find(&format!("[name='{name}']")).await;
        field.clear().await.expect("a field");
        field.send_keys(text).await.expect("typing");
        self.typed += 1;
    }

    /// Types a moment. How that is done depends on the language of the browser: here it is put into the field.
    async fn fill_moment(&mut self, name: &str, moment: &str) {
        let script = format!("document.querySelector(\"[name='{name}']\").value = '{moment}'");
        self.driver.execute(script, Vec::new()).await.expect("a field");
        self.typed += 1;
    }

    /// Chooses a file: one click, the rest is the system's dialogue.
    async fn choose_file(&mut self, name: &str, path: &str) {
        self.find(&format!("input[type=file][name='{name}']")).await.send_keys(path).await.expect("a file");
        self.clicks += 1;
    }

    async fn find(&self, css: &str) -> WebElement {
        self.driver.query(By::Css(css.to_owned())).first().await.unwrap_or_else(|e| panic!("{css}: {e}"))
    }

    async fn text(&self, css: &str) -> String {
        self.find(css).await.text().await.expect("a text")
    }
}

fn list(folder: &Folder) -> String {
    let mut list = String::from("Naam;E-mail;Organisatie;Sector;Taal\r\n");
    for n in 0..PEOPLE {
        let language = ["nl", "fr", "de", "en"][n % 4];
        write!(list, "Zoë Vermeulen {n};zoe.{n}@fod{n}.example;FOD {n};overheid;{language}\r\n").expect("a line");
    }
    // As a spreadsheet of a house with Windows writes it.
    let bytes: Vec<u8> = list.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
    let path = folder.path.join("genodigden.csv");
    std::fs::write(&path, bytes).expect("a file");
    path.display().to_string()
}

both_databases! {
    /// Who has never seen it leaves a language out, is told which, and is done in far fewer than forty clicks and loads.
    async fn a_first_briefing_takes_few_clicks(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        let Some(browser) = Browser::start().await else { return };
        let arguments = ["user", "add", "--email", STAFF, "--role", "organiser", "--platform", "qctr", "--password-stdin"];
        let done = service.command_reading(&arguments, PASSWORD);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let mut hand = Hand { driver: &browser.driver, clicks: 0, loads: 0, typed: 0 };

        sign_in(&mut hand, &service.base).await;
        hand.go("a.button[href^='/organiser/en/new']").await;
        create(&mut hand).await;

        let gaps = hand.text("main").await;
        assert!(gaps.contains("Summary: missing in German"), "what is missing is said: {gaps}");
        hand.go("a[href$='/texts']").await;
        hand.fill("summary-de", "Was wir in diesem Quartal gesehen haben.").await;
        hand.press("/texts").await;
        hand.press("/publish").await;
        assert!(hand.text(".notice.good").await.contains("published"), "{}", hand.text("main").await);

        hand.go("a[href$='/invitations']").await;
        hand.go("a[href$='/invitations/new']").await;
        let folder = Folder::new();
        hand.choose_file("list_file", &list(&folder)).await;
        hand.press("/invitations/check").await;
        assert!(hand.text(".lead").await.contains("300 people will be invited"), "{}", hand.text(".lead").await);
        hand.press("/invitations/send").await;
        assert!(hand.text(".notice.good").await.contains("300 people are invited"));
        let (clicks, loads) = (hand.clicks, hand.loads);
        println!("a first briefing: {clicks} clicks, {loads} page loads, {} fields typed into", hand.typed);
        assert!(clicks + loads <= MOST, "{clicks} clicks and {loads} loads");

        for n in [0, PEOPLE - 1] {
            service.sink.wait_for(&format!("zoe.{n}@fod{n}.example"), "invitation").await;
        }
        service.delivered().await;
        assert_eq!(service.sql().count("outbox", "status = 'sent'"), PEOPLE as i64);
        browser.quit().await;
    }
}

both_databases! {
    /// An open briefing with invitations: one is accepted in two clicks and one declined, somebody comes by the form and waits, moves
    /// up when the first steps back, is let in and counted.
    async fn an_open_briefing_from_the_invitations_to_the_figures(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        let Some(browser) = Browser::start().await else { return };
        let driver = &browser.driver;
        let done = service.command_reading(&["user", "add", "--email", STAFF, "--role", "organiser", "--password-stdin"], PASSWORD);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let house = House::beside(&service.database.url, Clock::fixed(now()), false);
        service.put(Scene::event("briefing").seats(1));
        let mut hand = Hand { driver, clicks: 0, loads: 0, typed: 0 };
        sign_in(&mut hand, &service.base).await;
        hand.open(&format!("{}/organiser/en/events/briefing/invitations/new", service.base)).await;
        hand.fill("list", "Zoë Dupont;zoe@fod.example;FOD Voorbeeld;public;fr").await;
        hand.press("/invitations/check").await;
        hand.press("/invitations/send").await;
        hand.press("/sign-out").await;

        let mail = service.sink.wait_for("zoe@fod.example", "invitation").await;
        let clicks = hand.clicks;
        hand.open(&mail.link_with("/i/")).await;
        hand.press("/accept").await;
        assert_eq!((state(driver).await.as_str(), hand.clicks - clicks), ("confirmed", 1), "the link in the mail is the other click");
        let seat = service.sink.wait_for("zoe@fod.example", "registration_confirmed").await;
        assert!(seat.calendar().is_some_and(|file| file.method == "REQUEST"), "{seat:?}");

        let jan = Guest::named("Jan Maes").reads("nl");
        assert_eq!(walk(&service, driver, "briefing", &jan).await, "waitlisted");
        hand.open(&seat.link_with("/r/")).await;
        press(driver, "/withdraw").await;
        let cancelled = service.sink.wait_for("zoe@fod.example", "withdrawn").await;
        assert!(cancelled.calendar().is_some_and(|file| file.method == "CANCEL"), "{cancelled:?}");
        let promoted = service.sink.wait_for(&jan.email, "promoted").await;
        assert!(promoted.calendar().is_some_and(|file| file.method == "REQUEST"), "{promoted:?}");

        let event = house.event("briefing").await;
        house.app.clock.set(event.schedule.ends_at - Duration::minutes(10));
        sign_in(&mut hand, &house.base).await;
        hand.open(&format!("{}/organiser/en/events/briefing/check-in", house.base)).await;
        hand.press("/check-in/mark").await;
        house.app.clock.set(event.schedule.ends_at + Duration::minutes(5));
        let edition = event.edition;
        hand.open(&format!("{}/organiser/en/figures?from={edition}&to={edition}&platform=qctr&by=sector", house.base)).await;
        assert_eq!(hand.text("[role=region] tbody").await.lines().collect::<Vec<_>>(), ["Private sector 1 1 1 0", "Public sector 1 0 0 0"]);
        let states = house.sql().words("SELECT name || ' ' || state AS value FROM registration ORDER BY name");
        assert_eq!(states, ["Jan Maes confirmed", "Zoë Dupont withdrawn"]);
        assert_eq!(house.sql().words("SELECT state AS value FROM invitation"), ["accepted"]);
        service.delivered().await;
        house.assert_verified().await;
        browser.quit().await;
    }
}

async fn sign_in(hand: &mut Hand<'_>, base: &str) {
    hand.open(&format!("{base}/organiser/en/sign-in")).await;
    hand.fill("email", STAFF).await;
    hand.fill("password", PASSWORD).await;
    hand.press("/sign-in").await;
}

/// The form of a new event, with all that a briefing says but one German text.
async fn create(hand: &mut Hand<'_>) {
    hand.choose("platform", "qctr").await;
    hand.fill("slug", "qctr-2037-q1").await;
    hand.fill("edition", "2037-Q1").await;
    hand.choose("tlp", "green").await;
    for (language, title, summary, item, venue) in [
        ("nl", "Dreigingen van het kwartaal", "Wat we dit kwartaal zagen.", "Cijfers", "Wetstraat 16, Brussel"),
        ("fr", "Menaces du trimestre", "Ce que nous avons vu ce trimestre.", "Chiffres", "Rue de la Loi 16, Bruxelles"),
        ("de", "Bedrohungen des Quartals", "", "Zahlen", "Wetstraat 16, Brüssel"),
        ("en", "Threats of the quarter", "What we saw this quarter.", "Figures", "Rue de la Loi 16, Brussels"),
    ] {
        for (field, text) in [("title", title), ("summary", summary), ("agenda-0", item), ("venue", venue)] {
            if !text.is_empty() {
                hand.fill(&format!("{field}-{language}"), text).await;
            }
        }
    }
    hand.fill_moment("agenda-0-at", "09:30").await;
    hand.fill("agenda-0-speaker", "An Peeters").await;
    for (field, moment) in [("starts_at", "2037-03-12T09:00"), ("ends_at", "2037-03-12T12:00"), ("closes_at", "2037-03-10T12:00")] {
        hand.fill_moment(field, moment).await;
    }
    hand.choose("format", "on_site").await;
    hand.fill("on_site-capacity", "120").await;
    hand.press("/organiser/en/new").await;
}
