//! Invitations in a real browser, on both databases: an organiser invites to a hidden event for members, and the three who are
//! invited do as people do.

use thirtyfour::prelude::*;

use crate::both_databases;
use crate::browser_journey::{press, state};
use crate::support::browser::Browser;
use crate::support::scene::Scene;
use crate::support::service::Service;
use crate::web::organiser_house::PASSWORD;

const STAFF: &str = "organiser@ccb.example.be";
const LIST: &str =
    "Zoë Dupont;zoe@fod.example;FOD Voorbeeld;public;en\nAn Peeters;an@fod.example;FOD Voorbeeld;public;nl\nJan Maes;jan@fod.example;;;fr";

both_databases! {
    /// From a pasted list to a seat in two clicks, a no, and a reminder for who said nothing.
    async fn an_organiser_invites_and_people_answer(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        let Some(browser) = Browser::start().await else { return };
        let driver = &browser.driver;
        let arguments = ["user", "add", "--email", STAFF, "--role", "organiser", "--platform", "csi-dpo", "--password-stdin"];
        let done = service.command_reading(&arguments, PASSWORD);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        service.put(Scene::event("csi-session").platform("csi-dpo").seats(10));

        driver.goto(format!("{}/organiser/en/sign-in", service.base)).await.expect("the sign-in");
        for (name, value) in [("email", STAFF), ("password", PASSWORD)] {
            driver.query(By::Css(format!("[name={name}]"))).first().await.expect("a field").send_keys(value).await.expect("typing");
        }
        press(driver, "/sign-in").await;
        follow(driver, "a[href$='/events/csi-session']").await;
        follow(driver, "a[href$='/invitations']").await;
        follow(driver, "a[href$='/invitations/new']").await;
        driver.query(By::Css("textarea[name=list]")).first().await.expect("a field").send_keys(LIST).await.expect("typing");
        press(driver, "/invitations/check").await;
        says(driver, ".lead", "3 people will be invited").await;
        assert_eq!(driver.find_all(By::Css("pre.mail")).await.expect("previews").len(), 3, "the mail in each of their languages");
        press(driver, "/invitations/send").await;
        says(driver, ".notice.good", "3 people are invited").await;

        // Two clicks: the link in the mail, the button on the page.
        let mail = service.sink.wait_for("zoe@fod.example", "invitation").await;
        driver.goto(mail.link_with("/i/")).await.expect("the invitation");
        press(driver, "/accept").await;
        assert_eq!(state(driver).await, "confirmed");
        let seat = service.sink.wait_for("zoe@fod.example", "registration_confirmed").await;
        assert!(seat.calendar().is_some(), "the event goes into the calendar");

        let mail = service.sink.wait_for("an@fod.example", "invitation").await;
        driver.goto(mail.link_with("/decline")).await.expect("the way to say no");
        press(driver, "/decline").await;
        driver.query(By::Css("form[action$='/accept']")).first().await.expect("one can think better of it");

        service.sink.wait_for("jan@fod.example", "invitation").await;
        service.delivered().await;
        driver.goto(format!("{}/organiser/en/events/csi-session/invitations", service.base)).await.expect("the list");
        follow(driver, "a[href$='/invitations/remind']").await;
        says(driver, ".lead", "One person was reached").await;
        press(driver, "/invitations/remind").await;
        says(driver, ".notice.good", "One person is reminded").await;
        let reminder = service.sink.wait_for("jan@fod.example", "invitation_reminder").await;
        assert!(reminder.subject().contains("Serez-vous des nôtres"), "{}", reminder.subject());
        let answers = service.sql().words("SELECT email || ' ' || state AS value FROM invitation ORDER BY email");
        assert_eq!(answers, ["an@fod.example declined", "jan@fod.example pending", "zoe@fod.example accepted"]);
        browser.quit().await;
    }
}

/// Follows a link.
pub async fn follow(driver: &WebDriver, css: &str) {
    driver.query(By::Css(css.to_owned())).first().await.expect("a link").click().await.expect("a click");
}

/// Waits until such an element says this.
pub async fn says(driver: &WebDriver, css: &str, words: &str) {
    let mut said = String::new();
    for _ in 0..200 {
        // The page may be replaced between finding the element and asking it.
        if let Ok(found) = driver.find(By::Css(css.to_owned())).await
            && let Ok(text) = found.text().await
        {
            said = text;
        }
        if said.contains(words) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{css} says {said:?}, not {words:?}");
}
