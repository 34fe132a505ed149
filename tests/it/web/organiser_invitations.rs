//! The staff pages of invitations: a pasted list is checked before it goes out, guests of earlier events are found, roles hold.

use quarterdeck::app::Actor;
use quarterdeck::app::check_in::CheckIn;
use quarterdeck::domain::attendance::ProofSource;
use quarterdeck::domain::member::Function;
use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::rosters::member;
use crate::support::scene::{Scene, now};

const LIST: &str = "name;e-mail;organisation;sector;taal\nZoë Dupont;zoe@fod.example;FOD Voorbeeld;overheid;fr\nAn Peeters;an@fod.example;;;\n\
                    Jan Maes;jan@;FOD;public;nl\nAn Again;AN@fod.example;;;\nPat;pat@fod.example;FOD;space;nl\n";

both_databases! {
    /// Nothing goes out before it was seen: who, who not and why, and the mail in each language.
    async fn a_pasted_list_is_checked_and_sent(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("focus").platform("csi-dpo").seats(10));
        let visitor = house.staff(Role::Organiser, Some("csi-dpo")).await;
        let empty = visitor.get("/organiser/en/events/focus/invitations").await;
        assert!(empty.text("h1").contains("Invitations"), "{}", empty.body);
        let form = visitor.get("/organiser/en/events/focus/invitations/new").await.form("/check");
        let nothing = visitor.send(&form).await;
        assert_eq!(nothing.status, 422);
        assert!(nothing.text(".fault").contains("Fill in a list"), "{}", nothing.body);
        let wrong = visitor.send(&form.clone().set("list", "naam;telefoon\nAn;1")).await;
        assert!(wrong.text(".fault").contains("Unknown columns: telefoon"), "{}", wrong.body);

        let check = visitor.send(&form.clone().set("list", LIST).set("language", "nl")).await;
        assert_eq!(check.status, 200, "{}", check.body);
        assert!(check.text(".lead").contains("2 people will be invited"), "{}", check.text(".lead"));
        let all = check.body.clone();
        for said in ["Line 4", "“jan@”", "Line 6", "“space”: This is no sector", "Twice in this list", "Uitnodiging:", "Invitation\u{a0}:", "FOD Voorbeeld"] {
            assert!(all.contains(said), "{said} is not in {all}");
        }
        assert_eq!(house.sql().count("invitation", "1 = 1") + house.sql().count("outbox", "1 = 1"), 0, "a check changes nothing");
        let again = visitor.send(&check.form("/send")).await;
        assert!(again.text(".notice.good").contains("2 people are invited"), "{}", again.body);
        assert_eq!(house.sql().count("outbox", "kind = 'invitation' AND status = 'queued'"), 2);
        assert_eq!(house.sql().words("SELECT language AS value FROM invitation ORDER BY email"), ["nl", "fr"]);
        let twice = visitor.send(&check.form("/send")).await;
        assert!(twice.body.contains("Nobody was invited"), "{}", twice.body);
        assert_eq!(house.sql().count("outbox", "1 = 1"), 2);

        let list = visitor.get("/organiser/en/events/focus/invitations?state=pending&q=zoe").await;
        assert_eq!(list.count("table.people tbody tr"), 1);
        assert!(list.body.contains("0 of 2 sent"), "{}", list.body);
        assert!(visitor.get("/organiser/en/mails").await.body.contains("zoe@fod.example"), "the mail room of the platform has them");
        let stopped = visitor.send(&list.form("/stop")).await;
        assert!(stopped.text(".notice.good").contains("2 e-mails are not sent"), "{}", stopped.body);
        assert_eq!(house.sql().count("invitation", "state = 'withdrawn'"), 2);
        let journal = visitor.get("/organiser/en/journal?q=focus").await;
        for deed in ["People invited", "Sending stopped"] {
            assert!(journal.body.contains(deed), "{deed} is not in {}", journal.body);
        }
        assert!(!journal.body.contains("fod.example"), "the journal names nobody");
        house.assert_verified().await;
    }
}

both_databases! {
    /// Guests of earlier events of the platform, and of no other; those present alone when asked for.
    async fn guests_of_earlier_events_are_found(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let past = now() - chrono::Duration::days(30);
        house.put(Scene::event("last-time"));
        house.put(Scene::event("elsewhere").platform("coalition"));
        house.put(Scene::event("next-time"));
        house.enter("last-time", &["An Peeters", "Zoë Vandenbroucke"]).await;
        house.enter("elsewhere", &["Some Body"]).await;
        for event in ["last-time", "elsewhere"] {
            let [starts, ends] = [past, past + chrono::Duration::hours(2)].map(crate::support::sql::moment);
            house.sql().run(&format!("UPDATE event SET starts_at = {starts}, ends_at = {ends}, closes_at = {starts} WHERE slug = '{event}'"));
        }
        let event = house.event("last-time").await.id;
        let registration = quarterdeck::domain::ids::RegistrationId(house.sql().number("SELECT id AS value FROM registration WHERE name = 'An Peeters'"));
        let mark = CheckIn { event, registration, source: ProofSource::Hand, at: past, left_at: None, device: None, key: None };
        house.app.check_in(mark, Actor::Operator, house.app.now()).await.expect("marked");
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let form = visitor.get("/organiser/en/events/next-time/invitations/new").await.form("/check");
        let lead = async |form| visitor.send(&form).await.text(".lead");
        assert!(lead(form.clone().set("from", "all")).await.contains("2 people"));
        assert!(lead(form.clone().set("from", "last-time").set("who", "present")).await.contains("One person"));
        assert!(lead(form.clone().set("from", "all").set("organisation", "example")).await.contains("2 people"));
        let none = visitor.send(&form.clone().set("from", "all").set("sector", "academic")).await;
        assert_eq!(none.status, 422);
        let foreign = visitor.send(&form.clone().force("from", "elsewhere")).await;
        assert_eq!(foreign.status, 422, "guests of another platform are not handed over");
        let later = visitor.send(&form.clone().set("from", "all").set("send_at", "2020-01-01T10:00")).await;
        assert!(later.text(".fault").contains("moment to come"), "{}", later.body);
        house.assert_verified().await;
    }
}

both_databases! {
    /// Names of invited people are for organisers of the platform; to others the event is not even there.
    async fn invitations_are_for_organisers_of_the_platform(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("focus").platform("csi-dpo").seats(10));
        let organiser = house.staff(Role::Organiser, Some("csi-dpo")).await;
        let form = organiser.get("/organiser/en/events/focus/invitations/new").await.form("/check").set("list", "zoe@fod.example");
        let check = organiser.send(&form).await;
        organiser.send(&check.form("/send")).await;
        let reference = house.sql().words("SELECT reference AS value FROM invitation").join("");
        for (role, platform, status) in
            [(Role::Desk, "csi-dpo", 403), (Role::Reporter, "csi-dpo", 403), (Role::Organiser, "qctr", 404), (Role::Desk, "qctr", 403)]
        {
            let other = house.staff(role, Some(platform)).await;
            for part in ["", "/new", "/remind"] {
                assert_eq!(other.get(&format!("/organiser/en/events/focus/invitations{part}")).await.status, status, "{role} {platform} {part}");
            }
            let token = other.get("/organiser/en/").await.form("/sign-out").value("csrf").unwrap_or_default().to_owned();
            for part in ["new", "check", "send", "remind", "sendings/1/stop", &format!("{reference}/withdraw")] {
                let mut act = form.clone().force("csrf", &token);
                act.action = act.action.as_str().replace("/invitations/check", &format!("/invitations/{part}")).parse().expect("an address");
                assert_eq!(other.send(&act).await.status, status, "{role} {platform} POST {part}");
            }
        }
        assert_eq!(house.sql().count("invitation", "state = 'pending'"), 1);
        // An invitation is taken back at its own event only.
        house.put(Scene::event("other").platform("csi-dpo").seats(10));
        let list = organiser.get("/organiser/en/events/focus/invitations").await;
        let mut act = list.form("/withdraw");
        act.action = act.action.as_str().replace("/focus/", "/other/").parse().expect("an address");
        assert_eq!(organiser.send(&act).await.status, 404);
        let gone = organiser.send(&list.form("/withdraw")).await;
        assert!(gone.text(".notice.good").contains("taken back"), "{}", gone.body);
        house.assert_verified().await;
    }
}

both_databases! {
    /// Members are chosen from the roster, by function: those whose mandate is in force today, each address once.
    async fn members_are_invited_from_the_roster(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("session").platform("csi-dpo").seats(10));
        let platform = house.app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        let mandates = [
            ("An Csi", Function::Csi, ("2020-01-01", "")),
            ("An Csi", Function::Dpo, ("2020-01-01", "")),
            ("Bart Dpo", Function::Dpo, ("2020-01-01", "")),
            ("Cas Over", Function::Dpo, ("2020-01-01", "2020-12-31")),
            ("Dries Later", Function::Dpo, ("2990-01-01", "")),
        ];
        for (name, function, term) in mandates {
            house.app.add_member(platform, member(name, "FOD Bruggen", function, term), Actor::System, house.app.now()).await.expect("added");
        }
        let visitor = house.staff(Role::Organiser, Some("csi-dpo")).await;
        let form = visitor.get("/organiser/en/events/session/invitations/new").await.form("/check");
        for (choice, expected) in [("csi", "One person"), ("dpo", "2 people"), ("all", "2 people")] {
            let check = visitor.send(&form.clone().set("roster", choice)).await;
            assert!(check.text(".lead").starts_with(expected), "{choice}: {}", check.text(".lead"));
            assert!(!check.body.contains("Cas Over") && !check.body.contains("Dries Later"), "{choice}");
        }
        let nobody = visitor.send(&form.clone().set("roster", "expert")).await;
        assert!(nobody.status == 422 && nobody.text(".fault").contains("Nobody has a mandate"), "{}", nobody.body);
        let sent = visitor.send(&visitor.send(&form.set("roster", "all")).await.form("/send")).await;
        assert!(sent.text(".notice.good").contains("2 people are invited"), "{}", sent.body);
        assert_eq!(house.sql().words("SELECT name AS value FROM invitation ORDER BY name"), ["An Csi", "Bart Dpo"]);
        house.assert_verified().await;
    }
}
