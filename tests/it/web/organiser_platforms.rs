//! Platforms on the staff pages: seen by who sees their events, changed by who may, kept when the catalogue is loaded again.

use quarterdeck::app::{Actor, load_catalogue};
use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::scene::Scene;

const LIST: &str = "/organiser/en/platforms";

both_databases! {
    async fn a_platform_shows_how_it_stands(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("soon").platform("qctr"));
        let visitor = house.staff(Role::Organiser, None).await;
        let list = visitor.get(LIST).await;
        assert_eq!(list.texts("tbody th a").len(), 10, "all of the catalogue");
        let words = list.text("table");
        assert!(words.contains("Every month") && words.contains("nothing planned"), "{words}");
        let page = visitor.get(&format!("{LIST}/qctr")).await;
        assert!(page.links().contains(&"/organiser/en/events/soon".to_owned()), "{}", page.body);
        assert_eq!(page.texts("h3"), ["Dutch", "French", "German", "English"]);
        assert!(page.text(".facts").contains("7 days, 1 day"), "{}", page.text(".facts"));
        assert!(page.links().contains(&"/organiser/en/platforms/qctr/edit".to_owned()));

        // A reporter sees, and changes nothing; who works on one platform does not learn of another.
        let reporter = house.staff(Role::Reporter, Some("csi-dpo")).await;
        assert_eq!(reporter.get(LIST).await.texts("tbody th a").len(), 1);
        let own = reporter.get(&format!("{LIST}/csi-dpo")).await;
        assert!(own.status == 200 && !own.links().iter().any(|link| link.ends_with("/edit") || link.contains("/rosters")), "{:?}", own.links());
        assert_eq!(reporter.get(&format!("{LIST}/csi-dpo/edit")).await.status, 403);
        let (hidden, nothing) = (reporter.get(&format!("{LIST}/sit")).await, reporter.get(&format!("{LIST}/nothing")).await);
        assert_eq!((hidden.status.as_u16(), nothing.status.as_u16(), hidden.text("main")), (404, 404, nothing.text("main")));
    }
}

both_databases! {
    async fn texts_and_reminders_are_changed_and_outlast_the_catalogue(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let form = visitor.get(&format!("{LIST}/qctr/edit")).await.form("/edit");
        let wrong = visitor.send(&form.clone().set("name-fr", " ").set("members-de", &"x".repeat(301)).set("reminders", "1 d\na week").set("join_details", "2 d")).await;
        assert_eq!((wrong.status.as_u16(), wrong.count(".fault")), (422, 4), "{}", wrong.text(".errors"));
        assert!(wrong.text(".errors").contains("“2 d” is too short or too long"), "{}", wrong.text(".errors"));
        assert_eq!(form.value("join_details"), Some("1 h"), "as the catalogue has it");
        assert!(wrong.text(".errors").contains("“a week”") && wrong.text(".errors").contains("300 characters"), "{}", wrong.text(".errors"));

        let saved = visitor.send(&form.clone().set("name-en", "Threat <Report> & more").set("description-nl", "Een\r\nregel.").set("reminders", "2 h; 3 dagen").set("join_details", "90 min")).await;
        assert!(saved.text(".notice.good").contains("changed") && saved.text("h1") == "Threat <Report> & more", "{}", saved.body);
        assert!(saved.text(".facts").contains("3 days, 2 hours") && saved.text(".facts").contains("90 minutes") && saved.text("main").contains("Een regel."), "{}", saved.body);
        let stale = visitor.send(&form.set("name-en", "Mine")).await;
        assert!(stale.status == 422 && stale.text(".errors").contains("Somebody else changed"), "{}", stale.body);

        let loaded = house.app.load_catalogue(load_catalogue::CCB, Actor::Operator, house.app.now()).await.expect("loaded");
        let qctr = loaded.iter().find(|one| one.slug.as_str() == "qctr").expect("there");
        let kept: Vec<_> = qctr.kept.iter().map(|kept| kept.field).collect();
        assert_eq!(kept, ["name", "description", "reminder_minutes", "join_details_minutes"]);
        let off = visitor.get(&format!("{LIST}/qctr/edit")).await.form("/edit").set("join_details", "");
        assert!(visitor.send(&off).await.text(".facts").contains("is not sent"));
        assert_eq!(visitor.get(&format!("{LIST}/qctr")).await.text("h1"), "Threat <Report> & more");

        let admin = house.staff(Role::Admin, None).await;
        let journal = admin.get("/organiser/en/journal").await;
        assert!(journal.text("table.journal").contains("Platform changed"), "{}", journal.text("table.journal"));
        let public = crate::support::html::Visitor::new(&house.base).get("/en/").await;
        assert!(!public.body.contains("<Report>"), "escaped where it is shown");
        house.assert_verified().await;
    }
}
