//! The journey of a closed session, in a real browser, by mail and in the database, on both databases: the roster comes in as a table, its
//! members are invited, one accepts in two clicks, one waits; the mandate ends and every door closes in the same second; the next moves
//! up, is let in, and the coverage says who was there and what is vacant.

use chrono::Duration;
use quarterdeck::clock::Clock;
use thirtyfour::prelude::*;

use crate::both_databases;
use crate::browser_invitations::{follow, says};
use crate::browser_journey::{press, state};
use crate::support::browser::Browser;
use crate::support::scene::{Scene, now};
use crate::support::service::Service;
use crate::web::organiser_house::{House, PASSWORD};

const STAFF: &str = "organiser@ccb.example.be";
const ROSTER: &str = "/organiser/en/rosters/csi-dpo";
const TABLE: &str = "name;email;organisation;function;language;start;end\n\
                     An Peeters;an@bruggen.example;FOD Bruggen;csi;nl;2026-01-01;\n\
                     Bo Claes;bo@bruggen.example;FOD Bruggen;dpo;en;2026-01-01;\n\
                     Cy Dupont;cy@archives.example;SPF Archives;dpo;fr;2026-01-01;\n";

both_databases! {
    async fn a_closed_session_from_roster_to_coverage(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        let Some(browser) = Browser::start().await else { return };
        let driver = &browser.driver;
        let arguments = ["user", "add", "--email", STAFF, "--role", "organiser", "--platform", "csi-dpo", "--password-stdin"];
        let done = service.command_reading(&arguments, PASSWORD);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        service.put(Scene::event("csi-session").platform("csi-dpo").title("Hushhush session").seats(1));
        let base = service.base.clone();
        sign_in(driver, &base).await;

        // The roster, looked at before it is written.
        driver.goto(format!("{base}{ROSTER}/import")).await.expect("the form");
        driver.query(By::Css("textarea[name=table]")).first().await.expect("a field").send_keys(TABLE).await.expect("typing");
        press(driver, "/import").await;
        driver.query(By::Css("form[action$='/import/apply']")).first().await.expect("what it would do");
        assert_eq!(service.sql().count("member", "1 = 1"), 0, "looking writes nothing");
        press(driver, "/import/apply").await;
        says(driver, ".notice.good", "3").await;
        assert_eq!(service.sql().count("member", "erased_at IS NULL"), 3);

        // Everybody on it is invited.
        driver.goto(format!("{base}/organiser/en/events/csi-session/invitations/new")).await.expect("the form");
        driver.query(By::Css("[name=roster] option[value=all]")).first().await.expect("a choice").click().await.expect("a click");
        press(driver, "/invitations/check").await;
        says(driver, ".lead", "3 people will be invited").await;
        press(driver, "/invitations/send").await;
        says(driver, ".notice.good", "3 people are invited").await;
        assert_eq!(service.sql().count("invitation", "basis = 'mandate'"), 3);

        // Two clicks: the link in the mail, the button on the page.
        let an = service.sink.wait_for("an@bruggen.example", "invitation").await.link_with("/i/");
        driver.goto(&an).await.expect("the invitation");
        press(driver, "/accept").await;
        assert_eq!(state(driver).await, "confirmed");
        let seat = service.sink.wait_for("an@bruggen.example", "registration_confirmed").await;
        assert_eq!(seat.calendar().expect("an invitation").method, "REQUEST");
        let own = seat.link_with("/r/");
        driver.goto(&own).await.expect("the personal page");
        assert_eq!(state(driver).await, "confirmed");
        driver.goto(service.sink.wait_for("bo@bruggen.example", "invitation").await.link_with("/i/")).await.expect("the invitation");
        press(driver, "/accept").await;
        assert_eq!(state(driver).await, "waitlisted");
        service.sink.wait_for("bo@bruggen.example", "waitlisted").await;

        // The mandate ends, by the organiser's hand.
        driver.goto(format!("{base}{ROSTER}?q=peeters")).await.expect("the roster");
        follow(driver, "table.people tbody th a").await;
        follow(driver, "a[href$='/end']").await;
        let yesterday = (now() - Duration::days(1)).with_timezone(&chrono_tz::Europe::Brussels).date_naive();
        driver.query(By::Css("[name=mandate_end]")).first().await.expect("a field");
        // A field for a day is typed into in the order of the browser's own language.
        driver.execute(format!("document.querySelector('[name=mandate_end]').value = '{yesterday}'"), vec![]).await.expect("typing");
        press(driver, "/end").await;
        says(driver, ".state", "Ended").await;

        // Every door is closed by now.
        for door in [&own, &an] {
            driver.goto(door).await.expect("a page");
            says(driver, "h1", "mandaat is geëindigd").await;
            says(driver, ".notice.stop", "Is uw mandaat verlengd").await;
            let page = driver.source().await.expect("a page");
            assert!(!page.contains("Hushhush") && !page.contains("Residence Palace") && !page.contains("/accept"), "{page}");
            assert_eq!(state(driver).await, "withdrawn");
        }
        let visitor = service.visitor();
        assert_eq!(visitor.get(&format!("{own}/invitation.ics")).await.status, 404);
        assert_eq!(visitor.get("/en/events/csi-session").await.status, 404, "nobody else learns more than before");
        let parting = service.sink.wait_for("an@bruggen.example", "withdrawn").await;
        assert_eq!(parting.calendar().expect("a cancellation").method, "CANCEL");
        assert!(parting.text().contains("Alleen mandaathouders"), "{}", parting.text());

        // The place is Bo's, in the calendar too.
        let promotion = service.sink.wait_for("bo@bruggen.example", "promoted").await;
        assert_eq!(promotion.calendar().expect("an invitation").method, "REQUEST");
        driver.goto(promotion.link_with("/r/")).await.expect("the personal page");
        assert_eq!(state(driver).await, "confirmed");
        driver.goto(format!("{base}/organiser/en/events/csi-session/registrations?state=withdrawn")).await.expect("the list");
        says(driver, "table tbody", "The mandate ended on").await;

        // On the day, in another process whose clock we set: the door, and the coverage afterwards.
        let house = House::beside(&service.database.url, Clock::fixed(now()), false);
        let ends = house.event("csi-session").await.schedule.ends_at;
        house.app.clock.set(ends - Duration::minutes(10));
        sign_in(driver, &house.base).await;
        driver.goto(format!("{}/organiser/en/events/csi-session/check-in", house.base)).await.expect("the door");
        press(driver, "/check-in/mark").await;
        says(driver, ".standing", "1").await;
        house.app.clock.set(ends + Duration::minutes(5));
        driver.goto(format!("{}{ROSTER}/coverage", house.base)).await.expect("the coverage");
        let mut rows = Vec::new();
        driver.query(By::Css("table.people tbody tr")).first().await.expect("a table");
        for row in driver.find_all(By::Css("table.people tbody tr")).await.expect("a table") {
            rows.push(row.text().await.expect("a row").replace('\n', " "));
        }
        let has = |row: &str, words: &[&str]| words.iter().all(|word| row.contains(word));
        assert_eq!(rows.len(), 4, "{rows:?}");
        assert!(rows.iter().any(|row| has(row, &["FOD Bruggen", "CSI", "Held until", "Vacant"])), "{rows:?}");
        assert!(rows.iter().any(|row| has(row, &["FOD Bruggen", "Bo Claes", "Last present on"])), "{rows:?}");
        assert!(rows.iter().any(|row| has(row, &["SPF Archives", "Cy Dupont", "No presence known"])), "{rows:?}");
        assert!(rows.iter().any(|row| has(row, &["SPF Archives", "CSI", "Vacant"])), "{rows:?}");
        let stood = service.sql().words("SELECT email || ' ' || state || ' ' || present AS value FROM registration ORDER BY email");
        let stood: Vec<String> = stood.iter().map(|row| row.replace("true", "1").replace("false", "0")).collect();
        assert_eq!(stood, ["an@bruggen.example withdrawn 0", "bo@bruggen.example confirmed 1"]);
        browser.quit().await;
    }
}

async fn sign_in(browser: &WebDriver, base: &str) {
    browser.goto(format!("{base}/organiser/en/sign-in")).await.expect("the sign-in");
    for (name, value) in [("email", STAFF), ("password", PASSWORD)] {
        browser.query(By::Css(format!("[name={name}]"))).first().await.expect("a field").send_keys(value).await.expect("typing");
    }
    press(browser, "/sign-in").await;
    browser.query(By::Css("form[action*='/sign-out']")).first().await.expect("a page for who is signed in");
}
