//! The way out of messages, and the way back after a decline, as pages.

use chrono::Duration;
use quarterdeck::domain::ids::{MailId, Reference};
use quarterdeck::domain::mail_tag::Tag;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::scene::Scene;

/// The personal page of somebody.
pub fn page_of(house: &House, name: &str) -> String {
    format!("/en/r/{}", house.app.secrets.page_token(&Reference::parse(&house.reference(name)).expect("a reference")))
}

both_databases! {
    /// The link changes nothing, one click does, nobody is withdrawn by it, and the way back is open.
    async fn one_click_ends_messages_and_no_registration(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters"]).await;
        let mail = house.sql().number("SELECT max(id) AS value FROM outbox");
        let link = format!("/en/u/{}", house.app.secrets.mail_tag(Tag::Unsubscribe(MailId(mail))));
        let visitor = house.visitor();
        let asked = visitor.get(&link).await;
        assert!(asked.text("h1").starts_with("No more messages from"), "{}", asked.body);
        assert_eq!(house.sql().count("unsubscription", "1 = 1"), 0, "GET changes nothing");
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        let url = format!("{}{link}", house.base);
        for (body, kind) in [
            ("List-Unsubscribe=One-Click", "application/x-www-form-urlencoded"),
            ("--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n", "multipart/form-data; boundary=b"),
        ] {
            house.sql().run("DELETE FROM unsubscription");
            let answer = client.post(&url).header("content-type", kind).body(body).send().await.expect("an answer");
            assert_eq!(answer.status().as_u16(), 200, "no redirect (RFC 8058): {kind}");
            assert_eq!(house.sql().count("unsubscription", "1 = 1"), 1, "{kind}");
        }
        assert_eq!(house.sql().count("registration", "state = 'confirmed'"), 1);
        let ended = visitor.get(&link).await;
        assert!(ended.text("h1").starts_with("You get no more messages from"), "{}", ended.body);
        let back = visitor.send(&ended.form("/u/")).await;
        assert!(back.text("h1").starts_with("No more messages from"), "{}", back.body);
        assert_eq!(house.sql().count("unsubscription", "1 = 1"), 0);
        for forged in [format!("/en/u/{}", house.app.secrets.mail_tag(Tag::Bounce(MailId(mail)))), "/en/u/uaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".into(), "/en/u/x".into()] {
            assert_eq!(visitor.get(&forged).await.status.as_u16(), 404, "{forged}");
        }
        // What is owed to them of that kind is called off when it is about to go; what concerns their place goes.
        house.app.unsubscribe(link.rsplit('/').next().expect("a tag"), true, house.app.now()).await.expect("ended");
        house.sql().run("UPDATE outbox SET status = 'queued', lease_until = NULL");
        let id = house.sql().number("SELECT max(id) AS value FROM outbox");
        house.sql().run(&format!("UPDATE outbox SET kind = 'announcement' WHERE id = {id}"));
        assert_eq!(house.app.claim_mails(10, 60, house.app.now() + Duration::minutes(1)).await.expect("a claim").len(), 0);
        assert_eq!(house.sql().words(&format!("SELECT status AS value FROM outbox WHERE id = {id}")), ["aborted"]);
        house.sql().run(&format!("UPDATE outbox SET status = 'queued', kind = 'registration_confirmed' WHERE id = {id}"));
        assert_eq!(house.app.claim_mails(10, 60, house.app.now() + Duration::minutes(1)).await.expect("a claim").len(), 1);
    }
}

both_databases! {
    /// Whoever stepped back takes part again by one button; whom staff put out does not.
    async fn one_button_leads_back(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(1));
        house.enter("here", &["An Peeters", "Bo Claes"]).await;
        let visitor = house.visitor();
        let page = visitor.get(&page_of(&house, "An Peeters")).await;
        let gone = visitor.send(&page.form("/withdraw")).await;
        assert!(gone.body.contains("Take part again") && !gone.body.contains("Fill in the form"), "{}", gone.body);
        let back = visitor.send(&gone.form("/rejoin")).await;
        assert_eq!(back.text("h1"), "You are number 1 on the waiting list");
        assert!(back.text(".notice.good").contains("You are registered again"), "{}", back.body);
        house.sql().run("UPDATE registration SET reason = '{\"code\":\"staff\",\"text\":\"no\"}', state = 'withdrawn' WHERE name = 'Bo Claes'");
        let out = visitor.get(&page_of(&house, "Bo Claes")).await;
        assert!(!out.body.contains("/rejoin"), "{}", out.body);
    }
}
