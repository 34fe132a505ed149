//! Rosters on the staff pages: seen by who may, changed by hand and by table, and unguessable to everybody else.

use quarterdeck::domain::member::Function;
use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::rosters::member;
use crate::support::html::Visitor;

const ROSTER: &str = "/organiser/en/rosters/csi-dpo";

async fn put(house: &House, name: &str, organisation: &str, function: Function, term: (&str, &str)) -> String {
    let platform = house.app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
    let added = house.app.add_member(platform, member(name, organisation, function, term), quarterdeck::app::Actor::System, house.app.now()).await;
    added.expect("added").to_string()
}

async fn names(visitor: &Visitor, query: &str) -> Vec<String> {
    visitor.get(&format!("{ROSTER}{query}")).await.texts("table.people tbody th a")
}

both_databases! {
    async fn a_mandate_is_entered_corrected_ended_and_removed(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let visitor = house.staff(Role::Organiser, Some("csi-dpo")).await;
        assert!(visitor.get("/organiser/en/").await.links().contains(&"/organiser/en/rosters".to_owned()), "the way there");
        let form = visitor.get(&format!("{ROSTER}/add")).await.form("/add");
        let empty = visitor.send(&form).await;
        assert_eq!((empty.status.as_u16(), empty.count(".fault")), (422, 4), "name, address, organisation, function: {}", empty.body);
        let form = form.set("name", "Zoë Müller").set("email", "zoe@bruggen.example.be").set("organisation", "FOD Bruggen").set("function", "csi");
        let odd = visitor.send(&form.clone().set("start", "2026-05-01").set("end", "2026-04-30")).await;
        assert_eq!((odd.status.as_u16(), odd.attribute("#end", "aria-invalid").as_deref()), (422, Some("true")));
        let added = visitor.send(&form.clone().set("start", "2026-01-01")).await;
        assert!(added.text(".notice.good").contains("on the roster") && added.text("h1") == "Zoë Müller", "{}", added.body);
        assert_eq!(visitor.send(&form.set("start", "2026-02-01")).await.status, 422, "she would hold it twice");
        assert_eq!(names(&visitor, "?q=muller").await, ["Zoë Müller"]);

        let page = added.url.path().to_owned();
        let edit = visitor.get(&format!("{page}/edit")).await.form("/edit");
        let edited = visitor.send(&edit.clone().set("language", "fr").set("deputy", "yes")).await;
        assert!(edited.text(".notice.good").contains("changed") && edited.body.contains("French"), "{}", edited.body);
        let stale = visitor.send(&edit.set("language", "de")).await;
        assert!(stale.status == 422 && stale.text(".errors").contains("Somebody else changed this mandate"), "{}", stale.body);

        let ask = visitor.get(&format!("{page}/end")).await;
        assert!(ask.body.contains("Zoë Müller, Information security adviser (CSI), FOD Bruggen"), "{}", ask.body);
        let wrong = visitor.send(&ask.form("/end").set("mandate_end", "2025-12-31")).await;
        assert_eq!((wrong.status.as_u16(), wrong.attribute("#mandate_end", "aria-invalid").as_deref()), (422, Some("true")));
        let ended = visitor.send(&ask.form("/end").set("mandate_end", "31/01/2026")).await;
        assert!(ended.text(".state").contains("Ended"), "{}", ended.body);
        assert_eq!((names(&visitor, "").await, names(&visitor, "?tab=ended").await.len()), (vec![], 1));
        let removed = visitor.send(&visitor.get(&format!("{page}/remove")).await.form("/remove")).await;
        assert!(removed.text(".notice.good").contains("removed"), "{}", removed.body);
        assert_eq!(visitor.get(&page).await.status, 404);
        let deeds = visitor.get("/organiser/en/journal").await.texts("table.journal td:nth-of-type(2)");
        assert_eq!(deeds, ["Mandate removed", "Mandate ended", "Mandate changed", "Added to a roster"]);
        house.assert_verified().await;
    }
}

both_databases! {
    async fn a_table_is_looked_at_before_it_is_written(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        put(&house, "An Peeters", "FOD Bruggen", Function::Csi, ("2026-01-01", "")).await;
        let visitor = house.staff(Role::Organiser, Some("csi-dpo")).await;
        let form = visitor.get(&format!("{ROSTER}/import")).await.form("/import");
        let refused = visitor.send(&form.clone().set("table", "naam;telefoon\nJan;1")).await;
        assert!(refused.status == 422 && refused.text(".fault").contains("telefoon") && refused.text(".fault").contains("organisation"), "{}", refused.body);
        let table = "Naam\tE-mailadres\tOrganisatie\tFunctie\tTaal\tEinde\r\n\
                     An Peeters\tan.peeters@example.be\tFOD Bruggen\tcsi\tnl\t31/12/2038\r\n\
                     <b>Zoë</b>\tzoe@example.be\t+Archives\tdpo\tfr\t\r\n\
                     An Peeters\tanother@example.be\tFOD Brugen\tdpo\tnl\t\r\n\
                     Bad One\tnowhere\tX\tboss\tnl\t\r\n";
        let shown = visitor.send(&form.set("table", table)).await;
        assert_eq!(shown.texts(".figures dd"), ["1", "1", "0", "1", "1"], "{}", shown.body);
        assert!(!shown.body.contains("<b>Zoë</b>") && shown.text("ins").contains("31 Dec 2038"), "{}", shown.body);
        assert_eq!(house.sql().count("member", "1 = 1"), 1, "looking writes nothing");
        let write = shown.form("/apply");
        let mut back = write.clone().force("again", "yes");
        back.action.set_path(&format!("{ROSTER}/import"));
        let back = visitor.send(&back).await;
        assert!(back.status == 200 && back.text("#table").contains("Bad One"), "the table is there to be corrected: {}", back.body);
        let refused = visitor.send(&write).await;
        assert!(refused.status == 422 && refused.text(".notice.stop").contains("wrong rows"), "{}", refused.body);
        let done = visitor.send(&write.clone().force("keep_good", "yes")).await;
        assert!(done.text(".notice.good").contains("2 mandates written"), "{}", done.body);
        let late = visitor.send(&write.force("keep_good", "yes").force("doubtful", "yes")).await;
        assert!(late.status == 409 && late.text(".notice.stop").contains("changed in the meantime"), "{}", late.body);
        assert_eq!(late.texts(".figures dd"), ["0", "0", "2", "1", "1"]);
        let done = visitor.send(&late.form("/apply").force("keep_good", "yes").force("doubtful", "yes")).await;
        assert!(done.text(".notice.good").contains("One mandate written"), "{}", done.body);
        let undone = visitor.send(&visitor.get(&format!("{ROSTER}/import")).await.form("/undo")).await;
        assert!(undone.text(".notice.good").contains("undone"), "{}", undone.body);
        assert_eq!(names(&visitor, "").await, ["<b>Zoë</b>", "An Peeters"]);

        let file = visitor.get(&format!("{ROSTER}/members.csv")).await;
        assert!(file.header("content-disposition").contains("csi-dpo-members.csv"), "{:?}", file.headers);
        let again = visitor.send(&visitor.get(&format!("{ROSTER}/import")).await.form("/import").set("table", &file.body)).await;
        assert_eq!(again.texts(".figures dd"), ["0", "0", "2", "0", "0"], "what is exported is read as it is: {}", file.body);
        assert_eq!(house.sql().count("journal", "deed = 'members_exported'"), 1);
        house.assert_verified().await;
    }
}

both_databases! {
    async fn a_long_table_is_taken_and_shown_in_part(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let visitor = house.staff(Role::Admin, None).await;
        let rows: String = (0..1200).map(|n| format!("Person Number{n};p{n}@example.be;Dienst {};csi;nl\n", n / 3)).collect();
        let form = visitor.get(&format!("{ROSTER}/import")).await.form("/import").set("table", &format!("name;email;organisation;function;language\n{rows}"));
        let shown = visitor.send(&form).await;
        assert_eq!((shown.status.as_u16(), shown.count("tbody tr")), (200, 100));
        assert!(shown.body.contains("And 1100 more."), "the rest is counted");
        let done = visitor.send(&shown.form("/apply")).await;
        assert!(done.text(".notice.good").contains("1200 mandates written"), "{}", done.text(".notice"));
        let page = visitor.get(ROSTER).await;
        assert_eq!(page.count("table.people tbody tr"), 50);
        let next = page.links().into_iter().find(|href| href.contains("page=2")).expect("a next page");
        assert_eq!(visitor.get(&next).await.count("table.people tbody tr"), 50);
    }
}

both_databases! {
    async fn rosters_are_seen_by_who_may_and_by_nobody_else(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let reference = put(&house, "Canary Hushhush", "FOD Bruggen", Function::Csi, ("2026-01-01", "")).await;
        let elsewhere = format!("/organiser/en/rosters/sit/members/{reference}");
        let member = format!("{ROSTER}/members/{reference}");
        let paths: Vec<String> = ["", "/members.csv", "/add", "/import", "/coverage", "/coverage.csv"].iter().map(|part| format!("{ROSTER}{part}")).collect();
        let of_member = ["", "/edit", "/end", "/remove"].map(|part| format!("{member}{part}"));
        for (role, platform, status) in [
            (Role::Admin, None, 200),
            (Role::Organiser, Some("csi-dpo"), 200),
            (Role::Desk, Some("csi-dpo"), 403),
            (Role::Reporter, Some("csi-dpo"), 403),
            (Role::Organiser, Some("qctr"), 404),
            (Role::Reporter, Some("qctr"), 403),
        ] {
            let visitor = house.staff(role, platform).await;
            for path in paths.iter().chain(&of_member) {
                let page = visitor.get(path).await;
                assert_eq!(page.status, status, "{role} {platform:?} at {path}");
                assert!(status == 200 || !page.body.contains("Hushhush"), "{path}");
            }
            let missing = visitor.get("/organiser/en/rosters/no-such-platform").await;
            // Whose role sees no roster at all is told so of each alike.
            let unseen = if matches!(role, Role::Admin | Role::Organiser) { 404 } else { 403 };
            assert_eq!(missing.status, unseen);
            assert_eq!(visitor.get(&elsewhere).await.status, unseen, "through another platform");
            let list = visitor.get("/organiser/en/rosters").await;
            assert_eq!(list.status, if matches!(role, Role::Admin | Role::Organiser) { 200 } else { 403 }, "{role}");
            assert_eq!(list.body.contains("/rosters/csi-dpo"), status == 200, "{role} {platform:?}");
        }
        let admin = house.staff(Role::Organiser, None).await;
        let form = admin.get(&format!("{member}/remove")).await.form("/remove");
        assert_eq!(admin.send(&form.clone().without("csrf")).await.status, 422);
        let stranger = house.staff(Role::Organiser, Some("coalition")).await;
        let own = stranger.get("/organiser/en/").await.form("/sign-out").value("csrf").expect("a token").to_owned();
        assert_eq!(stranger.send(&form.set("csrf", &own)).await.status, 404);
        assert_eq!(house.sql().count("member", "1 = 1"), 1);
        assert_eq!(house.visitor().get(ROSTER).await.url.path(), "/organiser/en/sign-in");
    }
}

both_databases! {
    async fn coverage_names_what_is_vacant_ending_and_unreachable(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let soon = (house.app.now() + chrono::Duration::days(20)).format("%Y-%m-%d").to_string();
        put(&house, "An Peeters", "FOD Bruggen", Function::Csi, ("2025-01-01", &soon)).await;
        put(&house, "Tom Maes", "FOD Bruggen", Function::Dpo, ("2020-01-01", "2023-12-31")).await;
        put(&house, "Zoe Dupont", "SPF Archives", Function::Dpo, ("2025-01-01", "")).await;
        house.put(crate::support::scene::Scene::event("session").platform("csi-dpo"));
        house.enter("session", &["An Peeters"]).await;
        // As the registration of the member, who was there, and whose last mail came back.
        house.sql().run("UPDATE person SET email_key = 'an.peeters@example.be'");
        house.sql().run("UPDATE outbox SET status = 'failed'");
        let visitor = house.staff(Role::Organiser, Some("csi-dpo")).await;
        let mark = visitor.get("/organiser/en/events/session/check-in").await.form("/mark").set("registration", &house.reference("An Peeters"));
        assert_eq!(visitor.send(&mark).await.status, 200);
        let page = visitor.get(&format!("{ROSTER}/coverage")).await;
        assert_eq!(page.texts(".tabs .count"), ["4", "2", "1", "1"], "{}", page.body);
        assert_eq!(page.texts("tbody .state:last-child").len(), 5);
        let vacant = visitor.get(&format!("{ROSTER}/coverage?tab=vacant")).await;
        assert_eq!(vacant.texts("tbody th"), ["FOD Bruggen", "SPF Archives"]);
        assert!(vacant.body.contains("Held until 31 Dec 2023"), "{}", vacant.body);
        let unreachable = visitor.get(&format!("{ROSTER}/coverage?tab=unreachable")).await;
        assert!(unreachable.text("tbody").contains("Last present on") && unreachable.text("tbody").contains("did not arrive"), "{}", unreachable.body);
        let file = visitor.get(&format!("{ROSTER}/coverage.csv")).await.body;
        assert_eq!(file.lines().count(), 5);
        assert!(file.contains("\"FOD Bruggen\",\"dpo\",\"vacant\"") && file.contains("\"SPF Archives\",\"csi\",\"vacant\""), "{file}");
        house.sql().run("UPDATE outbox SET status = 'sent'");
    }
}
