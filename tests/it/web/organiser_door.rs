//! People on the staff pages: lists, search, the file, the door, figures.

use quarterdeck::domain::language::Language;
use quarterdeck::domain::staff::Role;
use quarterdeck::i18n::format;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::scene::{Scene, now};

const EVENT: &str = "/organiser/en/events/here";

both_databases! {
    async fn presence_is_marked_by_name_and_taken_back(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(2));
        house.enter("here", &["Zoë Vandenbroucke", "An Peeters", "Jean Dupont"]).await;
        let visitor = house.staff(Role::Desk, Some("qctr")).await;
        let door = visitor.get(&format!("{EVENT}/check-in")).await;
        assert_eq!(door.texts(".door strong"), ["An Peeters", "Jean Dupont", "Zoë Vandenbroucke"], "by name");
        assert!(door.text(".door li:nth-child(2) .state").contains("waiting list"), "the desk sees who has no seat");
        assert_eq!(door.text(".standing"), "0 present, 2 expected");
        let found = visitor.get(&format!("{EVENT}/check-in?q=zoe+VAND")).await;
        assert_eq!(found.texts(".door strong"), ["Zoë Vandenbroucke"], "accents and case do not matter");

        let mark = found.form("/mark");
        let marked = visitor.send(&mark).await;
        assert!(marked.text(".last").contains("Zoë Vandenbroucke"), "{}", marked.body);
        assert!(marked.text(".standing").starts_with("1 present"));
        visitor.send(&mark).await;
        assert_eq!(house.sql().count("attendance_proof", "1 = 1"), 1, "a button pressed twice is one proof");

        let undone = visitor.send(&marked.form("/undo")).await;
        assert!(undone.text(".standing").starts_with("0 present"), "{}", undone.text(".standing"));
        assert_eq!(house.sql().count("registration", "present"), 0);
        visitor.send(&mark).await;
        assert_eq!(house.sql().count("registration", "present"), 1, "and marked again");
        house.assert_verified().await;
    }
}

both_databases! {
    /// The two figures speak of the same people: those of one way of attending.
    async fn each_way_of_attending_is_counted_for_itself(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").hybrid(Some(10)));
        house.enter("here", &["Zoë Vandenbroucke", "An Peeters"]).await;
        house.enter_online("here", "Jean Dupont").await;
        let visitor = house.staff(Role::Desk, Some("qctr")).await;
        let door = visitor.get(&format!("{EVENT}/check-in?q=jean")).await;
        let marked = visitor.send(&door.form("/mark")).await;
        assert_eq!(marked.texts(".standing .line"), ["On site: 0 present, 2 expected", "Online: 1 present, 1 expected"]);
    }
}

both_databases! {
    async fn marks_before_the_day_are_possible_and_said_to_be_early(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.put(Scene::event("today").starts_at(now()));
        house.enter("here", &["An Peeters"]).await;
        let visitor = house.staff(Role::Desk, Some("qctr")).await;
        let door = visitor.get(&format!("{EVENT}/check-in")).await;
        let day = format::date_long(Language::En, house.event("here").await.schedule.starts_at);
        assert!(door.text(".notice.wait").contains(&day), "{}", door.text("main"));
        let marked = visitor.send(&door.form("/mark")).await;
        assert_eq!(marked.text(".standing"), "1 present, 1 expected", "nothing forbids it");
        assert_eq!(visitor.get("/organiser/en/events/today/check-in").await.count(".notice.wait"), 0);
    }
}

both_databases! {
    async fn what_the_page_leaves_out_it_says_and_the_list_to_print_holds(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").title("Threats"));
        let names: Vec<String> = (0..45).map(|n| format!("Gast Nummer{n:02}")).collect();
        house.enter("here", &names.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let visitor = house.staff(Role::Desk, Some("qctr")).await;
        let door = visitor.get(&format!("{EVENT}/check-in")).await;
        assert_eq!(door.texts(".door strong"), names[..40]);
        assert!(door.text("main").contains("The first 40 names are shown"), "{}", door.text("main"));
        let says = |n: &str| door.attribute("#found", &format!("data-{n}")).unwrap_or_default();
        assert_eq!((says("2"), says("5")), ("# people".into(), "# people on this page; press Enter to search everywhere.".into()));
        let found = visitor.get(&format!("{EVENT}/check-in?q=nummer44")).await;
        assert_eq!(found.texts(".door strong"), ["Gast Nummer44"], "the server looks at everybody");

        let list = visitor.get(&door.attribute("a[href*='list=all']", "href").expect("a link to all names")).await;
        assert_eq!(list.texts("tbody th"), names);
        assert_eq!((list.text(".standing"), list.text(".tlp")), ("0 present, 45 expected".into(), "TLP:CLEAR".into()));
        assert_eq!(list.count("main form, main button"), 0);
    }
}

both_databases! {
    async fn every_page_of_an_event_carries_its_label(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.sql().run("UPDATE event SET tlp = 'amber'");
        house.enter("here", &["An Peeters"]).await;
        let visitor = house.staff(Role::Organiser, None).await;
        let person = format!("/registrations/{}", house.reference("An Peeters"));
        for part in ["", "/texts", "/reschedule", "/seats", "/call-off", "/enter", "/registrations", "/check-in", &person, &format!("{person}/withdraw")] {
            assert_eq!(visitor.get(&format!("{EVENT}{part}")).await.texts(".tlp"), ["TLP:AMBER"], "{part}");
        }
        assert!(visitor.get(&format!("{EVENT}{person}")).await.text(".facts").contains(&house.reference("An Peeters")), "people quote it");
    }
}

both_databases! {
    async fn a_mail_names_its_event(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").title("Threats"));
        house.put(Scene::event("there").title("Answers"));
        house.enter("here", &["An Peeters"]).await;
        house.enter("there", &["Jean Dupont"]).await;
        let mails = house.staff(Role::Organiser, None).await.get("/organiser/en/mails").await;
        let mut events = mails.texts("tbody td:nth-child(2) a");
        events.sort();
        assert_eq!(events, ["Answers (en)", "Threats (en)"]);
        assert_eq!(mails.count("tbody a[href$='/organiser/en/events/here']"), 1);
    }
}

both_databases! {
    async fn lists_are_searched_and_paged(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(55));
        let names: Vec<String> = (0..60).map(|n| format!("Gäst Nummer{n:02}")).collect();
        house.enter("here", &names.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let visitor = house.staff(Role::Organiser, None).await;
        let first = visitor.get(&format!("{EVENT}/registrations")).await;
        let next = first.attribute(".actions a.button[href*='after=']", "href").expect("a next page");
        let second = visitor.get(&next).await;
        let mut seen = [first.texts("tbody th a"), second.texts("tbody th a")].concat();
        seen.dedup();
        assert_eq!(seen, names, "every row once");
        assert!(second.find_form("/registrations").is_some() && second.count(".actions a.button[href*='after=']") == 0);
        assert_eq!(first.texts(".tabs .count"), ["60", "55", "5"]);
        let found = visitor.get(&format!("{EVENT}/registrations?q=gast+nummer07")).await;
        assert_eq!(found.texts("tbody th a"), ["Gäst Nummer07"]);
        let odd = visitor.get(&format!("{EVENT}/registrations?q=%25_'&after=x&state=nonsense")).await;
        assert_eq!((odd.status.as_u16(), odd.count("tbody tr")), (200, 0), "pattern characters are only characters");
    }
}

both_databases! {
    async fn the_file_holds_no_formula_and_no_page_any_markup(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        let hostile = ["=HYPERLINK(\"x\")", "+32 2 123", "-1+1", "@SUM(A1)", "＝1+1", "a\"b,c;d", "<b>Jan</b> {{7*7}}", "Zoë 王小明"];
        house.enter("here", &hostile).await;
        let visitor = house.staff(Role::Organiser, None).await;
        let file = visitor.get(&format!("{EVENT}/registrations.csv")).await;
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"here-registrations.csv\"");
        assert_eq!((file.header("cache-control"), file.header("content-type")), ("no-store".into(), "text/csv; charset=utf-8".into()));
        let mut reader = csv::Reader::from_reader(file.body.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), hostile.len());
        for (row, name) in rows.iter().zip(hostile) {
            assert_eq!(row[1].trim_start_matches('\''), name, "nothing is lost");
            assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '@', '＝', '\t', '\r', '\n']) && !cell.starts_with("-1")), "{row:?}");
        }
        for page in ["registrations", "check-in"] {
            let page = visitor.get(&format!("{EVENT}/{page}")).await;
            assert!(!page.body.contains("<b>Jan") && page.body.contains("{{7*7}}"), "{}", page.url);
        }
    }
}

both_databases! {
    async fn figures_count_who_came(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters", "Jean Dupont"]).await;
        let organiser = house.staff(Role::Organiser, None).await;
        let door = organiser.get(&format!("{EVENT}/check-in?q=an+peeters")).await;
        organiser.send(&door.form("/mark")).await;
        let edition = house.sql().words("SELECT edition AS value FROM event").join("");
        let reporter = house.staff(Role::Reporter, Some("qctr")).await;
        let query = format!("from={edition}&to={edition}&by=sector");
        let page = reporter.get(&format!("/organiser/en/figures?{query}")).await;
        assert_eq!(page.texts("tfoot td"), ["2", "2", "1", "0"], "{}", page.body);
        assert_eq!(page.count("svg[role=img][aria-labelledby] title"), 1);
        assert_eq!(page.count(".chart table"), 1, "a table stands beside the chart");
        let csv = reporter.get(&format!("/organiser/en/figures.csv?{query}")).await;
        assert!(csv.body.contains("\"private\",\"2\",\"2\",\"1\",\"0\""), "{}", csv.body);
        let json: serde_json::Value = serde_json::from_str(&reporter.get(&format!("/organiser/en/figures.json?{query}")).await.body).unwrap();
        assert_eq!(json["total"]["attended"], 1);
        let odd = reporter.get("/organiser/en/figures?from=x&to=2026-Q9&platform=nothing&by=;,").await;
        assert_eq!(odd.status, 200, "a filter that makes no sense is no fault");
    }
}

both_databases! {
    async fn somebody_entered_twice_is_one_registration(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(1));
        let visitor = house.staff(Role::Organiser, None).await;
        let form = visitor.get(&format!("{EVENT}/enter")).await.form("/enter");
        let refused = visitor.send(&form.clone().set("email", "an.example.be").set("name", "An\u{202e}")).await;
        assert_eq!(refused.status, 422);
        for field in ["name", "email", "organisation", "sector"] {
            assert_eq!(refused.attribute(&format!("#{field}"), "aria-invalid").as_deref(), Some("true"), "{field}");
        }
        let form = form.set("name", "An Peeters").set("email", "an@example.be").set("organisation", "Example NV").set("sector", "academic");
        let entered = visitor.send(&form).await;
        assert!(entered.text(".notice.good").contains("has a seat"), "{}", entered.body);
        let again = visitor.send(&form).await;
        assert!(again.text(".notice.good").contains("already"), "{}", again.body);
        assert_eq!(house.sql().count("registration", "1 = 1"), 1);
        let next = visitor.send(&form.set("email", "jean@example.be").set("name", "Jean")).await;
        assert!(next.text(".notice.good").contains("waiting list"), "{}", next.body);
        assert_eq!(house.sql().count("outbox", "kind IN ('registration_confirmed', 'waitlisted')"), 2);
    }
}
