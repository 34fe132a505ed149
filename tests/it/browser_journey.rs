//! The journey in a real browser, in each language, on both databases.

use thirtyfour::prelude::*;

use crate::both_databases;
use crate::support::browser::Browser;
use crate::support::scene::Scene;
use crate::support::service::{Guest, Service};

both_databases! {
    /// Register, prove, be seated or wait, step back, be promoted: with a mouse.
    async fn a_person_walks_the_whole_way(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        let Some(browser) = Browser::start().await else { return };
        for language in ["nl", "fr", "de", "en"] {
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
        }
        browser.quit().await;
    }
}

/// From the list of events to the answer; the state after the proof.
async fn walk(service: &Service, browser: &WebDriver, event: &str, guest: &Guest) -> String {
    browser.goto(format!("{}/{}/", service.base, guest.language)).await.expect("the list");
    let link = browser.find(By::Css(format!("a[href$='/events/{event}']"))).await.expect("the event in the list");
    link.click().await.expect("a click");
    for (name, value) in [("name", &guest.name), ("email", &guest.email), ("organisation", &guest.organisation)] {
        let field = browser.find(By::Css(format!("form[action*='/register'] [name={name}]"))).await.expect("a field");
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

/// Chooses a value of radio buttons or of a list.
async fn choose(browser: &WebDriver, name: &str, value: &str) {
    let choice = By::Css(format!("[name={name}][value='{value}'], [name={name}] option[value='{value}']"));
    browser.find(choice).await.expect("a choice").click().await.expect("a click");
}

/// Presses the button of the form that goes to this action, opening what hides it.
async fn press(browser: &WebDriver, action: &str) {
    let css = format!("form[action*='{action}'] button, form[action*='{action}'] input[type=submit]");
    let button = browser.find(By::Css(css)).await.expect("a button");
    if !button.is_displayed().await.expect("a page") {
        let fold = browser.find(By::Css(format!("details:has(form[action*='{action}']) > summary"))).await.expect("a fold");
        fold.click().await.expect("a click");
    }
    button.click().await.expect("a click");
}

async fn state(browser: &WebDriver) -> String {
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
