//! The question whether a mandate still holds, on pages: the organiser turns it on and sees who did not answer; the holder answers.

use std::sync::Arc;

use quarterdeck::app::Actor;
use quarterdeck::clock::Instant;
use quarterdeck::db::outbox::MailStatus;
use quarterdeck::domain::member::Function;
use quarterdeck::domain::staff::Role;
use quarterdeck::i18n::Catalogue;
use quarterdeck::mail::render::{Mailroom, Templates};
use quarterdeck::mail::sender::Sender;
use quarterdeck::worker::letters::Letters;

use super::organiser_house::House;
use crate::both_databases;
use crate::rosters::member;
use crate::support::mail::Received;

const ROSTER: &str = "/organiser/en/rosters/csi-dpo";

async fn put(house: &House, name: &str, function: Function) {
    let platform = house.app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
    let who = member(name, "FOD Bruggen", function, ("2025-01-01", ""));
    house.app.add_member(platform, who, Actor::System, house.app.now()).await.expect("added");
    house.sql().run("UPDATE member SET created_at = '2025-01-01 00:00:00.000000'");
}

/// The mails that are owed, as they would go out.
async fn mails(house: &House) -> Vec<Received> {
    let texts = Arc::new(Catalogue::load(None).expect("texts"));
    let templates = Templates::load(None, &texts).expect("mail templates");
    let sender = Sender::parse("Quarterdeck <events@quarterdeck.example>", "quarterdeck.example", &house.base).expect("a sender");
    let letters = Letters::new(house.app.clone(), Arc::new(Mailroom::new(texts, templates, sender, Vec::new())));
    let owed = letters.of(house.app.mails(Some(MailStatus::Queued), 100).await.expect("mails")).await.expect("letters");
    let made = owed.iter().map(|letter| letters.make(letter).expect("a mail"));
    made.map(|mail| Received { sender: mail.envelope_from, recipients: vec![mail.rcpt], raw: mail.bytes }).collect()
}

fn link(mails: &[Received], to: &str, part: &str) -> String {
    let mail = mails.iter().find(|mail| mail.recipients == [to]).unwrap_or_else(|| panic!("no mail to {to}"));
    mail.links().into_iter().find(|link| link.contains("/m/") && link.ends_with(part)).expect("a link")
}

both_databases! {
    async fn an_organiser_has_holders_asked_and_sees_who_did_not_answer(kind: Kind) {
        let now: Instant = "2026-11-27T11:00:00Z".parse().expect("a moment");
        let Some(house) = House::open_at(kind, now).await else { return };
        put(&house, "An Peeters", Function::Csi).await;
        put(&house, "Jan Maes", Function::Dpo).await;
        put(&house, "Eva Smet", Function::Ciso).await;
        let visitor = house.staff(Role::Organiser, Some("csi-dpo")).await;
        let roster = visitor.get(ROSTER).await;
        assert!(!roster.body.contains("confirmed this quarter"), "nobody is asked so far: {}", roster.body);
        assert_eq!(visitor.get("/organiser/en/").await.texts(".todo li").iter().filter(|task| task.contains("not confirmed")).count(), 0);
        let ask = visitor.get(&format!("{ROSTER}/asking")).await;
        assert!(ask.body.contains("3 people would be written to now") && ask.text("h1") == "Ask holders each quarter", "{}", ask.body);
        let on = visitor.send(&ask.form("/asking")).await;
        assert!(on.text(".notice.good").contains("asked from now on"), "{}", on.body);
        assert_eq!(house.app.ask_holders(now).await.expect("a round"), 3);

        let mails = mails(&house).await;
        let yes = link(&mails, "an.peeters@example.be", "");
        let (holder, stranger) = (house.visitor(), house.visitor());
        let page = holder.get(&yes).await;
        assert!(page.status == 200 && page.body.contains("FOD Bruggen") && page.body.contains("noindex"), "{}", page.body);
        assert_eq!(page.header("cache-control"), stranger.get("/en/r/x").await.header("cache-control"), "kept nowhere, as other personal pages");
        let done = holder.send(&page.form("/confirm")).await;
        assert_eq!(done.text("h1"), "Dank u, uw mandaat is bevestigd", "in the holder's language: {}", done.body);
        assert_eq!(holder.send(&page.form("/confirm")).await.text("h1"), done.text("h1"));
        let bent = page.form("/confirm").force("csrf", "another");
        assert_eq!(holder.send(&bent).await.status, 422, "not from a form of ours");

        let no = holder.get(&link(&mails, "jan.maes@example.be", "/end")).await;
        assert!(no.find_form("/confirm").is_none() && no.text(".notice").contains("laatste dag"), "{}", no.body);
        assert_eq!(house.sql().count("member", "ends_on IS NOT NULL"), 0, "looking changes nothing");
        let over = holder.send(&no.form("/end")).await;
        assert!(over.text(".notice").contains("27 november 2026") && over.find_form("/end").is_none(), "{}", over.body);
        assert_eq!(holder.send(&no.form("/end")).await.text("h1"), over.text("h1"));
        assert_eq!(house.sql().words("SELECT ends_on AS value FROM member WHERE name = 'Jan Maes'"), ["2026-11-27"]);

        let tab = visitor.get(&format!("{ROSTER}?tab=unconfirmed")).await;
        assert_eq!(tab.texts("table.people tbody th a"), ["Eva Smet"], "{}", tab.body);
        assert_eq!(tab.texts("nav.tabs [aria-current]").join(" ").split_whitespace().last(), Some("1"), "{}", tab.body);
        let all = visitor.get(&format!("{ROSTER}?tab=all")).await;
        assert!(all.body.contains("confirmed on 27 Nov 2026") && all.body.contains("not confirmed this quarter"), "{}", all.body);
        let tasks = visitor.get("/organiser/en/").await.texts(".todo li");
        assert!(tasks.iter().any(|task| task.contains("One mandate is not confirmed this quarter")), "{tasks:?}");
        let file = visitor.get(&format!("{ROSTER}/members.csv")).await;
        assert!(file.body.lines().any(|line| line.contains("an.peeters@example.be") && line.trim_end().ends_with("\"2026-11-27\"")), "{}", file.body);
        let again = visitor.send(&visitor.get(&format!("{ROSTER}/import")).await.form("/import").set("table", &file.body)).await;
        assert_eq!(again.texts(".figures dd"), ["0", "0", "3", "0", "0"], "our own file is read as it is: {}", again.body);
        let deeds = visitor.get("/organiser/en/journal").await.texts("table.journal td:nth-of-type(2)");
        for deed in ["Mandate confirmed", "Mandate ended", "Holders asked", "Asking of holders changed"] {
            assert_eq!(deeds.iter().filter(|told| *told == deed).count(), 1, "{deed}: {deeds:?}");
        }
        let list = visitor.get("/organiser/en/mails").await;
        assert!(list.body.contains("eva.smet@example.be"), "staff of the platform sees its mails: {}", list.body);
        let away = house.staff(Role::Organiser, Some("sit")).await;
        assert!(!away.get("/organiser/en/mails").await.body.contains("eva.smet"), "and no other");
        let off = visitor.send(&visitor.get(&format!("{ROSTER}/asking")).await.form("/asking")).await;
        assert!(off.text(".notice.good").contains("no longer asked") && !off.body.contains("confirmed this quarter"), "{}", off.body);
        house.assert_verified().await;
    }
}

both_databases! {
    /// A link of another quarter, one that was bent, and one that never was are answered alike; nothing of the hidden platform shows.
    async fn a_link_that_opens_nothing_says_nothing(kind: Kind) {
        let now: Instant = "2026-11-27T11:00:00Z".parse().expect("a moment");
        let Some(house) = House::open_at(kind, now).await else { return };
        put(&house, "An Peeters", Function::Csi).await;
        let platform = house.app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        house.app.set_asking(platform, true, Actor::System, now).await.expect("set");
        house.app.ask_holders(now).await.expect("a round");
        let yes = link(&mails(&house).await, "an.peeters@example.be", "");
        let visitor = house.visitor();
        let form = visitor.get(&yes).await.form("/confirm");
        house.app.clock.set("2026-12-31T23:00:00Z".parse().expect("a moment"));
        let token = yes.rsplit('/').next().expect("a token").to_owned();
        let unknown = "A".repeat(token.len());
        let told = async |token: &str, part: &str| {
            let page = visitor.get(&format!("/en/m/{token}{part}")).await;
            let words = page.body.replace(token, "X").replace(page.header("x-request-id").as_str(), "ID");
            (page.status.as_u16(), words)
        };
        for part in ["", "/end"] {
            let late = told(&token, part).await;
            assert_eq!(late.0, 404);
            assert!(!late.1.contains("CSI") && !late.1.contains("Bruggen"), "{}", late.1);
            assert_eq!(late, told(&unknown, part).await, "{part}");
        }
        assert_eq!(visitor.send(&form).await.status, 404, "nor by a form that was open");
        assert_eq!(house.sql().count("member", "confirmed_at IS NOT NULL"), 0);
        // A platform where nobody needs a mandate asks nobody.
        let admin = house.staff(Role::Admin, None).await;
        assert_eq!(admin.get("/organiser/en/rosters/qctr/asking").await.status, 404);
        house.assert_verified().await;
    }
}
