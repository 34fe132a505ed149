//! The registry on the staff pages, by the API and by the command line.

use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::organisations::{enter, register};
use crate::support::api::Api;
use crate::support::html::Visitor;
use crate::support::scene::Scene;
use crate::support::service::Service;

const LIST: &str = "/organiser/en/organisations";

async fn names(visitor: &Visitor, query: &str) -> Vec<String> {
    visitor.get(&format!("{LIST}{query}")).await.texts("table.organisations tbody th a")
}

both_databases! {
    async fn an_organisation_is_registered_corrected_and_found(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let visitor = house.staff(Role::Organiser, None).await;
        assert!(visitor.get("/organiser/en/").await.links().contains(&LIST.to_owned()), "the way there");
        let form = visitor.get(&format!("{LIST}/new")).await.form("/new");
        let empty = visitor.send(&form).await;
        assert_eq!((empty.status.as_u16(), empty.count(".fault")), (422, 2), "name, sector: {}", empty.body);
        let form = form.set("name", "FOD Financiën").set("sector", "public").set("name-fr", "SPF Finances").set("aliases", "MinFin\nFinanciën");
        let wrong = form.clone().set("number", "0123456748").set("domains", "minfin.example.be\ngmail.com");
        let refused = visitor.send(&wrong).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text("#number-fault").contains("49 is expected"), "{}", refused.body);
        assert!(refused.text("#domains-fault").contains("gmail.com is a provider"), "{}", refused.body);
        let added = visitor.send(&form.clone().set("number", "BE 0123.456.749").set("domains", "minfin.example.be")).await;
        assert!(added.text(".notice.good").contains("registered") && added.text("h1") == "FOD Financiën", "{}", added.body);
        assert!(added.text("dl.facts").contains("0123.456.749") && added.text("dl.facts").contains("MinFin"), "{}", added.body);
        let twice = visitor.send(&form.set("name", "spf FINANCES").set("domains", "minfin.example.be")).await;
        assert!(twice.status == 422 && twice.text("#name-fault").contains("already leads to FOD Financiën"), "{}", twice.body);
        assert!(twice.text("#domains-fault").contains("belongs to FOD Financiën"), "{}", twice.body);
        for search in ["FINANCIEN", "spf", "minfin.example", "0123.456.749", "fod mínfin"] {
            assert_eq!(names(&visitor, &format!("?q={search}")).await, ["FOD Financiën"], "{search}");
        }
        assert!(names(&visitor, "?q=nothing").await.is_empty());

        let page = added.url.path().to_owned();
        let edit = visitor.get(&format!("{page}/edit")).await.form("/edit");
        let edited = visitor.send(&edit.clone().set("name", "FOD Financiën en Douane")).await;
        assert!(edited.text(".notice.good").contains("changed") && edited.text("dl.facts").contains("FOD Financiën"), "{}", edited.body);
        let stale = visitor.send(&edit.set("sector", "private")).await;
        assert!(stale.status == 422 && stale.text(".errors").contains("Somebody else changed this organisation"), "{}", stale.body);
        // What belongs to no platform is for administrators of everything.
        let deeds = house.staff(Role::Admin, None).await.get("/organiser/en/journal?deed=organisation_changed").await;
        assert_eq!(deeds.texts("table.journal td:nth-of-type(2)"), ["Organisation changed"], "{}", deeds.body);
        assert!(deeds.links().contains(&page), "and leads to it");
        house.assert_verified().await;
    }
}

both_databases! {
    async fn two_organisations_are_merged_after_a_look(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        let event = house.event("here").await.id;
        let stays = register(&house.app, "FOD Bruggen", Sector::Public, &[]).await;
        enter(&house.app, event, "An Peeters", "an@x.example.be", "FOD Brugen", Sector::Public).await;
        let visitor = house.staff(Role::Admin, None).await;
        assert_eq!(names(&visitor, "?tab=named").await, ["FOD Brugen"]);
        assert_eq!(visitor.get(LIST).await.texts("nav.tabs .count"), ["2", "1", "1", "0"]);
        let named = visitor.get(&format!("{LIST}?tab=named")).await;
        let goes = named.attribute("table.organisations th a", "href").expect("a link");
        let choice = visitor.get(&format!("{goes}/merge")).await;
        assert_eq!(choice.texts("tbody th a"), ["FOD Bruggen"], "what is alike: {}", choice.body);
        let look = visitor.get(&format!("{goes}/merge?into={stays}")).await;
        assert_eq!(look.texts(".figures dd"), ["1", "1", "0", "1", "0"], "{}", look.body);
        assert!(look.text(".lead").contains("FOD Brugen becomes part of FOD Bruggen"), "{}", look.body);
        let form = look.form("/merge");
        let edit = visitor.get(&format!("{LIST}/{stays}/edit")).await.form("/edit");
        visitor.send(&edit.set("name-nl", "FOD Bruggen")).await;
        let stale = visitor.send(&form).await;
        assert!(stale.status == 409 && stale.text(".notice.stop").contains("Nothing was merged"), "{}", stale.body);
        let merged = visitor.send(&stale.form("/merge")).await;
        assert!(merged.text(".notice.good").contains("are one now") && merged.text("dl.facts").contains("FOD Brugen"), "{}", merged.body);
        assert_eq!(visitor.get(&goes).await.url.path(), format!("{LIST}/{stays}"), "the old address leads on");
        assert_eq!(visitor.get(&format!("{goes}/edit")).await.status, 404);
        assert_eq!(visitor.get("/organiser/en/journal").await.text("table.journal td:nth-of-type(2)"), "Organisations merged");
        house.assert_verified().await;
    }
}

both_databases! {
    async fn who_works_on_one_platform_sees_what_is_registered(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("hidden").platform("sit"));
        let id = register(&house.app, "FOD Bruggen", Sector::Public, &[]).await;
        let event = house.event("hidden").await.id;
        enter(&house.app, event, "Canary Maes", "canary@x.example.be", "Canary Service", Sector::Public).await;
        enter(&house.app, event, "An Peeters", "an@x.example.be", "FOD Bruggen", Sector::Private).await;
        let visitor = house.staff(Role::Organiser, Some("csi-dpo")).await;
        for query in ["", "?tab=named", "?q=canary"] {
            assert!(!visitor.get(&format!("{LIST}{query}")).await.body.contains("Canary"), "{query}");
        }
        assert_eq!(names(&visitor, "?tab=named").await, ["FOD Bruggen"]);
        let page = visitor.get(&format!("{LIST}/{id}")).await;
        assert!(page.status == 200 && page.count("table tbody tr") == 0 && page.find_form("/merge").is_none(), "nothing of another platform: {}", page.body);
        assert_eq!(visitor.get(&format!("{LIST}/{id}/edit")).await.status, 403);
        assert_eq!(visitor.get(&format!("{LIST}/sectors")).await.count("table.cases"), 0);
        let all = house.staff(Role::Admin, None).await;
        assert_eq!(all.get(&format!("{LIST}/{id}")).await.texts("table tbody td"), ["1", "1", "0"]);
        house.assert_verified().await;
    }
}

both_databases! {
    async fn sectors_that_differ_wait_on_the_start_page(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        register(&house.app, "FOD Bruggen", Sector::Public, &[]).await;
        let event = house.event("here").await.id;
        for who in ["An Peeters", "Piet Maes"] {
            enter(&house.app, event, who, &format!("{}@x.example.be", who.replace(' ', ".")), "FOD Bruggen", Sector::Private).await;
        }
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        assert!(visitor.get("/organiser/en/").await.text(".todo").contains("2 people chose another sector"));
        let page = visitor.get(&format!("{LIST}/sectors")).await;
        assert_eq!(page.texts("table.cases tbody th a"), ["An Peeters", "Piet Maes"], "{}", page.body);
        let forms = page.forms("/sectors");
        let kept = visitor.send(&forms[0].clone().force("decision", "keep")).await;
        assert!(kept.text(".notice.good").contains("Decided") && kept.texts("table.cases tbody th a") == ["Piet Maes"], "{}", kept.body);
        let again = visitor.send(&forms[0].clone().force("decision", "take")).await;
        assert!(again.status == 409 && again.text(".notice.stop").contains("in the meantime"), "{}", again.body);
        visitor.send(&forms[1].clone().force("decision", "take")).await;
        assert_eq!(house.sql().count("registration", "sector = 'public'"), 1);
        assert!(!visitor.get("/organiser/en/").await.body.contains("chose another sector"));
        house.assert_verified().await;
    }
}

both_databases! {
    async fn organisations_are_listed_in_pages(kind: Kind) {
        let Some(api) = Api::start(kind).await else { return };
        for called in ["Zoo VZW", "FOD Bruggen", "Áz Noord"] {
            register(&api.app, called, Sector::Public, &[&format!("{}.example.be", called.len())]).await;
        }
        let token = api.token(Role::Organiser, Some("csi-dpo")).await;
        let first = api.get(&token, "/organisations?limit=2").await;
        let names = |page: &serde_json::Value| page["items"].as_array().expect("items").iter().map(|o| o["name"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>();
        assert_eq!(names(&first), ["Áz Noord", "FOD Bruggen"], "by name, accents folded");
        let next = first["next"].as_str().expect("a cursor");
        let second = api.get(&token, &format!("/organisations?limit=2&after={next}")).await;
        assert_eq!((names(&second), second["next"].is_null()), (vec!["Zoo VZW".to_owned()], true));
        assert_eq!(names(&api.get(&token, "/organisations?search=az&registered=true").await), ["Áz Noord"]);
        assert_eq!(second["items"][0]["domains"], serde_json::json!(["7.example.be"]));
        let lost = api.call(&token, "GET", "/organisations?after=12", None).await;
        assert_eq!((lost.code(), lost.places()), ("invalid", vec!["after"]));
        assert_eq!(api.call(&api.token(Role::Desk, None).await, "GET", "/organisations", None).await.code(), "forbidden");
    }
}

both_databases! {
    async fn organisations_are_imported_from_a_file(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        let file = service.database.folder.path.join("organisations.csv");
        std::fs::write(&file, "naam;sector;kbo;domeinen\nFOD Bruggen;overheid;0123.456.749;bruggen.example.be\nX;military;0123456748;gmail.com\n").expect("a file");
        let path = file.display().to_string();
        let import = |more: &[&str]| service.try_command(&[&["import", "organisations", path.as_str()], more].concat());
        let count = || service.sql().count("organisation", "registered_at IS NOT NULL");
        let dry = import(&["--dry-run"]);
        let told = String::from_utf8_lossy(&dry.stdout).into_owned();
        assert_eq!((dry.status.code(), count()), (Some(1), 0), "{told}");
        for part in ["line 2: new: FOD Bruggen", "line 3: wrong: sector: \"military\"", "expected 49", "gmail.com is a provider"] {
            assert!(told.contains(part), "{part}: {told}");
        }
        assert_eq!((import(&[]).status.code(), count()), (Some(1), 0));
        assert_eq!((import(&["--keep-good"]).status.code(), count()), (Some(0), 1));
        assert_eq!(service.try_command(&["import", "organisations", "absent.csv"]).status.code(), Some(1));
        service.assert_verified();
    }
}
