//! The desk in a real browser: people come in while the network is away, and nothing is lost.

use quarterdeck::domain::staff::Role;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::both_databases;
use crate::support::browser::Browser;
use crate::support::scene::Scene;
use crate::web::organiser_house::{House, PASSWORD};

const STAFF: &str = "door@ccb.example.be";

/// Waits until an element's attribute has a value.
async fn until(driver: &WebDriver, css: &str, attribute: &str, value: &str) {
    for _ in 0..200 {
        if let Ok(found) = driver.find(By::Css(css)).await
            && found.attr(attribute).await.ok().flatten().as_deref() == Some(value)
        {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let net = driver.find(By::Css("main")).await.expect("a page").text().await.unwrap_or_default();
    panic!("{css} [{attribute}={value}] never came: {net}");
}

async fn enter(driver: &WebDriver, text: &str) {
    let field = driver.find(By::Id("q")).await.expect("the field");
    field.send_keys(text.to_owned() + Key::Enter).await.expect("typing");
}

async fn said(driver: &WebDriver, kind: &str) -> String {
    until(driver, "#said", "data-kind", kind).await;
    driver.find(By::Id("said")).await.expect("what is said").text().await.expect("a text").replace('\n', " ")
}

both_databases! {
    async fn people_come_in_while_the_network_is_away(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let Some(browser) = Browser::start().await else { return };
        let driver = &browser.driver;
        house.put(Scene::event("here").seats(4));
        house.enter("here", &["An Peeters", "Bo Maes", "Cis Claes", "Dirk Dubois"]).await;
        house.add_user(STAFF, Role::Desk, Some("qctr")).await;
        driver.goto(format!("{}/organiser/en/sign-in", house.base)).await.expect("a page");
        driver.find(By::Name("email")).await.expect("a field").send_keys(STAFF).await.expect("typing");
        driver.find(By::Name("password")).await.expect("a field").send_keys(PASSWORD.to_owned() + Key::Enter).await.expect("typing");
        until(driver, ".staffbar a.mark", "href", "/organiser/en/").await;
        driver.goto(format!("{}/organiser/en/events/here/desk", house.base)).await.expect("the desk");
        until(driver, "#desk", "data-ready", "yes").await;
        until(driver, "#net", "data-link", "up").await;
        until(driver, "#desk", "data-offline", "yes").await;

        enter(driver, "pee").await;
        assert_eq!(said(driver, "in").await, "An Peeters is in.");
        until(driver, "#net", "data-left", "0").await;
        assert_eq!(house.sql().count("attendance_proof", "1 = 1"), 1);

        browser.cut_network(true).await;
        let pass = |name: &str| house.app.pass_of(&quarterdeck::domain::ids::Reference::parse(&house.reference(name)).expect("a reference"));
        let square = pass("Bo Maes").square(&"here".parse().expect("a slug"));
        enter(driver, &square).await;
        assert_eq!(said(driver, "in").await, "Bo Maes is in.");
        until(driver, "#net", "data-link", "down").await;
        enter(driver, &pass("Cis Claes").grouped().to_lowercase()).await;
        until(driver, "#net", "data-left", "2").await;
        enter(driver, "QD1-THERE-000000000000").await;
        said(driver, "other_event").await;
        enter(driver, &square).await;
        assert_eq!(said(driver, "already").await.split(' ').next(), Some("Bo"));
        assert_eq!(house.sql().count("attendance_proof", "1 = 1"), 1, "nothing went out");
        // Somebody comes in at another entrance meanwhile, and the device cannot know it.
        let organiser = house.staff(Role::Organiser, None).await;
        let door = organiser.get("/organiser/en/events/here/check-in?q=cis+claes").await;
        organiser.send(&door.form("/mark")).await;

        browser.cut_network(false).await;
        until(driver, "#net", "data-link", "up").await;
        until(driver, "#net", "data-left", "0").await;
        let mut sql = house.sql();
        assert_eq!(sql.count("registration", "present"), 3);
        assert_eq!(sql.count("attendance_proof", "key IS NOT NULL"), 3, "every scan once");
        let notes = driver.find(By::Id("notes")).await.expect("notes").text().await.expect("a text");
        assert!(notes.contains("Cis Claes was already in"), "{notes}");
        let row = driver.find(By::Css("#counts tr[data-sector='']")).await.expect("a line").text().await.expect("a text");
        assert_eq!(row, "Everybody 3 4");

        // The page itself is kept, and without names or address; names lie in no store of the device in the clear.
        let look = "const kept = await caches.match(location.pathname); return kept ? await kept.text() : '';";
        let shell = driver.execute(format!("return (async () => {{ {look} }})()"), Vec::new()).await.expect("a look").json().clone();
        let shell = shell.as_str().unwrap_or_default();
        assert!(shell.contains("id=\"desk\"") && !shell.contains("Peeters"), "{shell}");
        let look = "return new Promise((done) => { const open = indexedDB.open('desk:here'); open.onsuccess = () => { \
            const all = open.result.transaction('kept').objectStore('kept').get('roster'); \
            all.onsuccess = () => done([all.result.data instanceof ArrayBuffer, new TextDecoder().decode(all.result.data).includes('Peeters')]); }; });";
        assert_eq!(*driver.execute(look, Vec::new()).await.expect("a look").json(), json!([true, false]));

        driver.find(By::Css("#leave button")).await.expect("a button").click().await.expect("a click");
        until(driver, "input[name=password]", "type", "password").await;
        let look = "return new Promise((done) => { const open = indexedDB.open('desk:here'); open.onsuccess = () => { \
            const all = open.result.transaction('kept').objectStore('kept').get('roster'); all.onsuccess = () => done(all.result === undefined); }; });";
        assert_eq!(*driver.execute(look, Vec::new()).await.expect("a look").json(), json!(true), "names go with whoever signs out");
        house.assert_verified().await;
        browser.quit().await;
    }
}
