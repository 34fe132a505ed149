//! The journey in a real browser, in each language, on both databases: from the list of events to the figures.

use chrono::Duration;
use quarterdeck::clock::Clock;
use quarterdeck::domain::language::Language;
use quarterdeck::domain::sector::Sector;
use quarterdeck::i18n::Catalogue;
use thirtyfour::prelude::*;

use crate::both_databases;
use crate::support::browser::Browser;
use crate::support::scene::{Scene, now};
use crate::support::service::{Guest, Service};
use crate::web::organiser_house::{House, PASSWORD};

const STAFF: &str = "desk@ccb.example.be";

both_databases! {
    /// Register, prove, be seated or wait, step back, be promoted, be let in, be counted: with a mouse.
    async fn a_person_walks_the_whole_way(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        let Some(browser) = Browser::start().await else { return };
        let done = service.command_reading(&["user", "add", "--email", STAFF, "--role", "organiser", "--password-stdin"], PASSWORD);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        // The staff pages of another process on the same database, whose clock we set: nobody waits for the day itself.
        let house = House::beside(&service.database.url, Clock::fixed(now()), false);
        for (n, language) in ["nl", "fr", "de", "en"].into_iter().enumerate() {
            let event = format!("briefing-{language}");
            service.put(Scene::event(&event).seats(1));
            let first = Guest::named(&format!("First {language}")).reads(language);
            let second = Guest::named(&format!("Second {language}")).reads(language).sector("public");
            assert_eq!(walk(&service, &browser.driver, &event, &first).await, "confirmed");
            assert_eq!(walk(&service, &browser.driver, &event, &second).await, "waitlisted");

            let invitation = service.sink.wait_for(&first.email, "registration_confirmed").await;
            browser.driver.goto(&invitation.link_with("/r/")).await.expect("the personal page");
            press(&browser.driver, "/withdraw").await;
            assert_eq!(state_after(&browser.driver, "confirmed").await, "withdrawn");
            let promotion = service.sink.wait_for(&second.email, "promoted").await;
            browser.driver.goto(&promotion.link_with("/r/")).await.expect("the personal page");
            assert_eq!(state(&browser.driver).await, "confirmed");
            let html = browser.driver.find(By::Css("html")).await.expect("a page");
            assert_eq!(html.attr("lang").await.expect("a page").as_deref(), Some(language));

            let ends = house.event(&event).await.schedule.ends_at;
            house.app.clock.set(ends - Duration::minutes(10));
            sign_in(&house, &browser.driver, language).await;
            let_in(&house, &browser.driver, language, &event).await;
            house.app.clock.set(ends + Duration::minutes(5));
            // Of each language's event one person came: from the public sector, as they had said.
            count(&house, &browser.driver, language, &event, n + 1).await;
            press(&browser.driver, "/sign-out").await;
            // The next address would cut the signing out short.
            browser.driver.query(By::Css("[name=password]")).first().await.expect("the sign-in again");
        }
        browser.quit().await;
    }
}

/// From the list of events to the answer; the state after the proof.
pub async fn walk(service: &Service, browser: &WebDriver, event: &str, guest: &Guest) -> String {
    browser.goto(format!("{}/{}/", service.base, guest.language)).await.expect("the list");
    let link = browser.query(By::Css(format!("a[href$='/events/{event}']"))).first().await.expect("the event in the list");
    link.click().await.expect("a click");
    for (name, value) in [("name", &guest.name), ("email", &guest.email), ("organisation", &guest.organisation)] {
        let field = browser.query(By::Css(format!("form[action*='/register'] [name={name}]"))).first().await.expect("a field");
        field.send_keys(value.as_str()).await.expect("typing");
    }
    choose(browser, "sector", guest.sector).await;
    press(browser, "/register").await;
    assert_eq!(state(browser).await, "pending");
    let proof = service.sink.wait_for(&guest.email, "prove_address").await;
    browser.goto(&proof.link_with("/r/")).await.expect("the proof page");
    assert_eq!(state(browser).await, "pending", "opening the link proves nothing");
    press(browser, "/confirm").await;
    state_after(browser, "pending").await
}

/// Signs in by the form.
async fn sign_in(house: &House, browser: &WebDriver, language: &str) {
    browser.goto(format!("{}/organiser/{language}/sign-in", house.base)).await.expect("the sign-in");
    for (name, value) in [("email", STAFF), ("password", PASSWORD)] {
        browser.query(By::Css(format!("[name={name}]"))).first().await.expect("a field").send_keys(value).await.expect("typing");
    }
    press(browser, "/sign-in").await;
    let signed_in = browser.query(By::Css("form[action*='/sign-out']")).first().await;
    signed_in.expect("a page for who is signed in");
}

/// Marks the one who has a seat, takes it back, marks again.
async fn let_in(house: &House, browser: &WebDriver, language: &str, event: &str) {
    browser.goto(format!("{}/organiser/{language}/events/{event}/check-in", house.base)).await.expect("the door");
    standing(browser, "0").await;
    for (button, present) in [("/check-in/mark", "1"), ("/check-in/undo", "0"), ("/check-in/mark", "1")] {
        press(browser, button).await;
        standing(browser, present).await;
    }
}

/// Waits until the page says how many are present.
async fn standing(browser: &WebDriver, present: &str) {
    let mut said = String::new();
    for _ in 0..200 {
        // The page may be replaced between finding the element and asking it.
        if let Ok(found) = browser.find(By::Css(".standing")).await
            && let Ok(text) = found.text().await
        {
            said = text;
        }
        if said.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty()) == Some(present) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{present} present, says the database; the page says {said:?}");
}

/// The figures by sector: registered, had a seat, attended, did not come.
async fn count(house: &House, browser: &WebDriver, language: &str, event: &str, came: usize) {
    let edition = house.event(event).await.edition;
    let page = format!("{}/organiser/{language}/figures?from={edition}&to={edition}&platform=qctr&by=sector", house.base);
    browser.goto(page).await.expect("the figures");
    let mut rows = Vec::new();
    for row in browser.find_all(By::Css("[role=region] tbody tr")).await.expect("a table") {
        rows.push(row.text().await.expect("a row"));
    }
    let (words, reader) = (Catalogue::load(None).expect("the texts"), Language::from_code(language).expect("a language"));
    let expected = [(Sector::Private, [came, 0, 0, 0]), (Sector::Public, [came, came, came, 0])]
        .map(|(sector, figures)| format!("{} {}", words.sector(reader, sector), figures.map(|n| n.to_string()).join(" ")));
    assert_eq!(rows, expected, "{language}");
}

/// Chooses a value of radio buttons or of a list.
async fn choose(browser: &WebDriver, name: &str, value: &str) {
    let choice = By::Css(format!("[name={name}][value='{value}'], [name={name}] option[value='{value}']"));
    browser.query(choice).first().await.expect("a choice").click().await.expect("a click");
}

/// Presses the button of the form that goes to this action, opening what hides it.
pub async fn press(browser: &WebDriver, action: &str) {
    let css = format!("form[action*='{action}'] button, form[action*='{action}'] input[type=submit]");
    let button = browser.query(By::Css(css)).first().await.expect("a button");
    if !button.is_displayed().await.expect("a page") {
        let fold = browser.find(By::Css(format!("details:has(form[action*='{action}']) > summary"))).await.expect("a fold");
        fold.click().await.expect("a click");
    }
    button.click().await.expect("a click");
}

pub async fn state(browser: &WebDriver) -> String {
    let main = browser.query(By::Css("[data-registration-state]")).first().await.expect("a page that tells the state");
    // The page may be replaced between finding the element and asking it.
    main.attr("data-registration-state").await.ok().flatten().unwrap_or_default()
}

/// The state on the page that replaces one which told `before`.
async fn state_after(browser: &WebDriver, before: &str) -> String {
    for _ in 0..200 {
        let now = state(browser).await;
        if !now.is_empty() && now != before {
            return now;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    before.to_owned()
}
