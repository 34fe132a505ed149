//! Who may see and do what: every page for every role, foreign platforms, and no names where only counts belong.

use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::scene::Scene;

/// Pages, and who may open them: admin, organiser, desk, reporter.
const PAGES: [(&str, [bool; 4]); 24] = [
    ("/", [true, true, true, true]),
    ("/new", [true, true, false, false]),
    ("/events/here", [true, true, true, true]),
    ("/events/here/texts", [true, true, false, false]),
    ("/events/here/reschedule", [true, true, false, false]),
    ("/events/here/seats", [true, true, false, false]),
    ("/events/here/call-off", [true, true, false, false]),
    ("/events/here/registrations", [true, true, true, false]),
    ("/events/here/registrations.csv", [true, true, false, false]),
    ("/events/here/invitations", [true, true, false, false]),
    ("/events/here/invitations/new", [true, true, false, false]),
    ("/events/here/invitations/remind", [true, true, false, false]),
    ("/events/here/check-in", [true, true, true, false]),
    ("/events/here/check-in?list=all", [true, true, true, false]),
    ("/mails", [true, true, false, false]),
    ("/journal", [true, true, false, false]),
    ("/users", [true, false, false, false]),
    ("/figures", [true, true, false, true]),
    ("/rosters", [true, true, false, false]),
    ("/rosters/csi-dpo", [true, true, false, false]),
    ("/rosters/csi-dpo/add", [true, true, false, false]),
    ("/rosters/csi-dpo/import", [true, true, false, false]),
    ("/rosters/csi-dpo/members.csv", [true, true, false, false]),
    ("/rosters/csi-dpo/coverage", [true, true, false, false]),
];

both_databases! {
    async fn every_page_asks_for_its_role(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["Zoë Vandenbroucke"]).await;
        for (i, role) in [Role::Admin, Role::Organiser, Role::Desk, Role::Reporter].into_iter().enumerate() {
            let visitor = house.staff(role, None).await;
            for (path, allowed) in PAGES {
                let page = visitor.get(&format!("/organiser/en{path}")).await;
                let expected = if allowed[i] { 200 } else { 403 };
                assert_eq!(page.status, expected, "{role} at {path}");
                let names = page.body.contains("Vandenbroucke") || page.body.contains("guest0@");
                assert!(!names || role != Role::Reporter, "{path} shows a name to a reporter");
            }
        }
        let outsider = house.visitor();
        for (path, _) in PAGES {
            assert_eq!(outsider.get(&format!("/organiser/en{path}")).await.url.path(), "/organiser/en/sign-in", "{path}");
        }
    }
}

both_databases! {
    async fn an_event_of_another_platform_does_not_exist(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").platform("csi-dpo"));
        house.put(Scene::event("faraway"));
        house.enter("here", &["An Peeters"]).await;
        house.enter("faraway", &["Zoë Vandenbroucke"]).await;
        let theirs = house.reference("Zoë Vandenbroucke");
        let visitor = house.staff(Role::Organiser, Some("csi-dpo")).await;
        assert_eq!(visitor.get("/organiser/en/events/here/registrations").await.status, 200);
        for part in ["", "/texts", "/reschedule", "/seats", "/call-off", "/registrations", "/registrations.csv", "/check-in", "/check-in?list=all", "/enter", "/invitations", "/invitations/new"] {
            let page = visitor.get(&format!("/organiser/en/events/faraway{part}")).await;
            assert_eq!(page.status, 404, "{part}");
        }
        let borrowed = visitor.get(&format!("/organiser/en/events/here/registrations/{theirs}")).await;
        assert_eq!(borrowed.status, 404, "a registration is reached through its own event only");
        for page in ["/", "/mails", "/figures?by=event"] {
            let body = visitor.get(&format!("/organiser/en{page}")).await.body;
            assert!(!body.contains("faraway") && !body.contains("guest0@faraway"), "{page}");
        }
        let mark = visitor.get("/organiser/en/events/here/check-in").await.form("/mark").set("registration", &theirs);
        assert_eq!(visitor.send(&mark).await.status, 404);
        let foreign = house.sql().number("SELECT id AS value FROM outbox WHERE recipient = 'guest0@faraway.example.be'");
        let abort = visitor.get("/organiser/en/mails").await.form("/abort");
        let mut bent = abort.clone();
        bent.action.set_path(&format!("/organiser/en/mails/{foreign}/abort"));
        assert_eq!(visitor.send(&bent).await.status, 404);
        assert_eq!(house.sql().count("outbox", "status = 'aborted'"), 0);
        assert_eq!(visitor.send(&abort).await.status, 200);
        assert_eq!(house.sql().count("outbox", "status = 'aborted'"), 1);
    }
}

both_databases! {
    async fn a_form_without_the_token_of_the_sign_in_changes_nothing(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters"]).await;
        let visitor = house.staff(Role::Admin, None).await;
        let reference = house.reference("An Peeters");
        let person = format!("/events/here/registrations/{reference}/withdraw");
        let forms = [
            ("/events/here/texts", "/texts"),
            ("/events/here/reschedule", "/reschedule"),
            ("/events/here/seats", "/seats"),
            ("/events/here/call-off", "/call-off"),
            ("/events/here/check-in", "/mark"),
            ("/events/here/enter", "/enter"),
            (person.as_str(), "/withdraw"),
            ("/mails", "/abort"),
            ("/new", "/new"),
            ("/", "/sign-out"),
        ];
        let before = house.sql().number("SELECT sum(revision) AS value FROM event");
        for (path, action) in forms {
            let form = visitor.get(&format!("/organiser/en{path}")).await.form(action);
            assert_eq!(visitor.send(&form.clone().without("csrf")).await.status, 422, "{path}");
            assert_eq!(visitor.send(&form.set("csrf", "foreign")).await.status, 422, "{path}");
        }
        assert_eq!(house.sql().number("SELECT sum(revision) AS value FROM event"), before);
        assert_eq!(house.sql().count("registration", "state = 'confirmed' AND NOT present"), 1);
        assert_eq!(house.sql().count("login", "1 = 1"), 1);
    }
}
