//! The forms of an event say what the API says: the same limits, the same moments, nothing lost by saving.

use quarterdeck::domain::agenda::AgendaItem;
use quarterdeck::domain::language::Translated;
use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::scene::Scene;

const EVENT: &str = "/organiser/en/events/here";

both_databases! {
    /// A program wrote a long summary in paragraphs and an agenda of sixty items; an organiser opens the form and saves it.
    async fn saving_unchanged_texts_changes_nothing(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        let summary = format!("What we saw.\n\n{}\n- a list\n- of two", "Every quarter. ".repeat(150).trim());
        assert!(summary.chars().count() > 2_000, "longer than the form once took");
        let item = |n: u32| AgendaItem {
            at: chrono::NaiveTime::from_hms_opt(9 + n / 10, n % 10, 0).expect("a time"),
            title: Translated::same(&format!("Item {n}")),
            speaker: if n.is_multiple_of(2) { "An Peeters".into() } else { String::new() }, tlp: None };
        let agenda: Vec<AgendaItem> = (0..60).map(item).collect();
        let before = house.write_texts("here", &summary, agenda).await;
        let visitor = house.staff(Role::Organiser, None).await;
        let form = visitor.get(&format!("{EVENT}/texts")).await.form("/texts");
        // A browser sends the ends of lines as CR LF.
        let sent = form.fields.iter().map(|(n, v)| (n.clone(), v.replace('\n', "\r\n"))).collect();
        let saved = visitor.send(&crate::support::html::Form { fields: sent, ..form }).await;
        assert_eq!(saved.status, 200, "{}", saved.text(".errors"));
        let after = house.event("here").await;
        assert_eq!(after.summary, before.summary);
        assert_eq!(after.agenda, before.agenda);

        let form = visitor.get(&format!("{EVENT}/texts")).await.form("/texts");
        let long = visitor.send(&form.clone().set("summary-nl", &"x".repeat(4_001))).await;
        assert_eq!((long.status.as_u16(), long.attribute("#summary-nl", "aria-invalid").as_deref()), (422, Some("true")));
        let bent = visitor.send(&form.clone().set("summary-nl", "a\u{202e}b")).await;
        assert_eq!((bent.status.as_u16(), bent.attribute("#summary-nl", "aria-invalid").as_deref()), (422, Some("true")));
        let just = visitor.send(&form.set("summary-nl", &"x".repeat(4_000))).await;
        assert_eq!(just.status, 200, "{}", just.text(".errors"));
    }
}

both_databases! {
    /// A year that no quarter can name, and that SQLite would sort before the others, is refused where it was typed.
    async fn moments_lie_where_the_interface_for_programs_takes_them(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        let visitor = house.staff(Role::Organiser, None).await;
        for (page, field) in [("reschedule", "ends_at"), ("reschedule", "opens_at"), ("seats", "release_at")] {
            let form = visitor.get(&format!("{EVENT}/{page}")).await.form(&format!("/{page}"));
            for year in ["+12345", "9999", "3000", "1999", "0000", "-0044"] {
                let refused = visitor.send(&form.clone().set(field, &format!("{year}-05-05T10:00"))).await;
                assert_eq!((refused.status.as_u16(), refused.count(&format!("#{field}[aria-invalid=true]"))), (422, 1), "{field} {year}");
                assert!(refused.text(&format!("#{field}-fault")).contains("years 2000 to 2999"), "{}", refused.text(".errors"));
            }
        }
    }
}

both_databases! {
    /// A session is linked to the briefing it follows when it is made, and later.
    async fn a_session_points_to_its_briefing(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("briefing").title("Threats"));
        house.put(Scene::event("unfinished").status("draft"));
        house.put(Scene::event("here").platform("csi-dpo"));
        let visitor = house.staff(Role::Organiser, Some("csi-dpo")).await;
        let texts = visitor.get(&format!("{EVENT}/texts")).await;
        assert_eq!(texts.count("#follows option"), 2, "none, and the briefing; the draft of another platform is not shown");
        let linked = visitor.send(&texts.form("/texts").set("follows", "briefing")).await;
        assert_eq!(linked.status, 200, "{}", linked.text(".errors"));
        assert!(linked.text(".facts").contains("Threats"), "{}", linked.text(".facts"));
        assert_eq!(followed(&house, "here"), "briefing");
        let again = visitor.get(&format!("{EVENT}/texts")).await.form("/texts");
        assert_eq!(again.value("follows"), Some("briefing"));
        assert_eq!(visitor.send(&again.clone().set("follows", "unfinished")).await.status, 422);
        assert_eq!(visitor.send(&again.set("follows", "")).await.status, 200);
        assert_eq!(followed(&house, "here"), "");

        let new = visitor.get("/organiser/en/new").await;
        let form = new.form("/new").set("slug", "session").set("edition", "2037-Q1").set("format", "on_site").set("follows", "briefing");
        let times = [("starts_at", "2037-03-12T14:00"), ("ends_at", "2037-03-12T17:00"), ("closes_at", "2037-03-12T12:00")];
        let form = times.iter().fold(form, |form, (name, value)| form.set(name, value));
        assert_eq!(visitor.send(&form.clone().set("follows", "here")).await.status, 422, "not one of its own platform");
        assert_eq!(visitor.send(&form).await.status, 200);
        assert_eq!(followed(&house, "session"), "briefing");

        let elsewhere = house.staff(Role::Organiser, Some("qctr")).await;
        assert_eq!(elsewhere.get("/organiser/en/new").await.count("#follows"), 0, "a platform that follows none is not asked");
        house.assert_verified().await;
    }
}

/// The slug of the event that one follows.
fn followed(house: &House, slug: &str) -> String {
    let query = format!("SELECT f.slug AS value FROM event e JOIN event f ON f.id = e.follows_event_id WHERE e.slug = '{slug}'");
    house.sql().words(&query).join(",")
}

both_databases! {
    /// Two organisers have the event open; the one who is late is told, and nobody's places end.
    async fn calling_off_what_somebody_else_changed_is_refused(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters"]).await;
        let visitor = house.staff(Role::Organiser, None).await;
        let form = visitor.get(&format!("{EVENT}/call-off")).await.form("/call-off").set("reason", "The speaker is ill");
        let seats = visitor.get(&format!("{EVENT}/seats")).await.form("/seats");
        assert_eq!(visitor.send(&seats.set("on_site-capacity", "200")).await.status, 200);
        let stale = visitor.send(&form).await;
        assert_eq!(stale.status, 422);
        assert!(stale.text(".errors").contains("Somebody else changed"), "{}", stale.text(".errors"));
        assert_eq!(house.sql().count("registration", "state = 'confirmed'"), 1);
        let known = visitor.get(&format!("{EVENT}/call-off")).await.form("/call-off");
        assert_eq!(visitor.send(&known).await.status, 200);
        assert_eq!(house.sql().count("registration", "state = 'cancelled'"), 1);
    }
}

both_databases! {
    /// A called-off event is shown to everybody; a draft never was, so it cannot become one.
    async fn a_draft_is_not_called_off(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("published"));
        house.put(Scene::event("here").status("draft"));
        let visitor = house.staff(Role::Organiser, None).await;
        let page = visitor.get(EVENT).await;
        assert!(!page.links().iter().any(|link| link.ends_with("/call-off")), "the button is not offered");
        let mut form = visitor.get("/organiser/en/events/published/call-off").await.form("/call-off");
        form.action.set_path(&format!("{EVENT}/call-off"));
        let refused = visitor.send(&form).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text(".errors").contains("is a draft"), "{}", refused.text(".errors"));
        assert_eq!(visitor.get("/en/events/here").await.status, 404, "outsiders still see no draft");
        assert_eq!(house.sql().count("event", "status = 'draft'"), 1);
    }
}

both_databases! {
    /// The link to the meeting is for those who manage the event; the desk and the reporter see the rest.
    async fn a_join_link_is_shown_by_role(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").hybrid(None));
        for (role, sees) in [(Role::Admin, true), (Role::Organiser, true), (Role::Desk, false), (Role::Reporter, false)] {
            let visitor = house.staff(role, None).await;
            let page = visitor.get(EVENT).await;
            assert_eq!((page.status.as_u16(), page.body.contains("meet.example.be")), (200, sees), "{role}");
        }
    }
}

both_databases! {
    /// The next event is made from the last: texts, place and seats are there, and only address and time are asked.
    async fn an_event_is_made_like_another(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("qctr-last").title("Report").hybrid(Some(200)).seats(80).quotas([Some(50), None, None]));
        house.put(Scene::event("hidden").platform("sit"));
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let old = house.event("qctr-last").await;
        let page = visitor.get("/organiser/en/events/qctr-last").await;
        let link = page.links().into_iter().find(|link| link.contains("/new?copy=")).expect("a link to copy it");
        let form = visitor.get(&link).await.form("/new");
        assert_eq!((form.value("starts_at"), form.value("join_link"), form.value("slug")), (Some(""), Some(""), Some("")), "what is its own");
        let form = form.set("slug", "qctr-next").set("starts_at", "2027-03-11T14:00").set("ends_at", "2027-03-11T17:00").set("closes_at", "2027-03-10T12:00");
        let made = visitor.send(&form).await;
        assert_eq!(made.url.path(), "/organiser/en/events/qctr-next", "{}", made.text(".errors"));
        let new = house.event("qctr-next").await;
        assert_eq!((&new.title, &new.summary, &new.agenda, new.tlp), (&old.title, &old.summary, &old.agenda, old.tlp));
        assert_eq!((&new.place.venue, new.place.format, new.seats), (&old.place.venue, old.place.format, old.seats));
        assert_eq!((new.edition, new.platform_id), (old.edition.next(), old.platform_id));
        for other in ["hidden", "nowhere", "Not%20a%20slug"] {
            assert_eq!(visitor.get(&format!("/organiser/en/new?copy={other}")).await.status, 404, "{other}");
        }
    }
}

both_databases! {
    /// The page of a draft is seen in each language by who may see the event, and by nobody else; its form sends nothing.
    async fn a_draft_is_seen_as_it_will_be(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").title("Threats").status("draft").seats(20));
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let link = visitor.get(EVENT).await.links().into_iter().find(|l| l.ends_with("/preview")).expect("a link");
        for (code, word) in [("nl", "Voorbeeld:"), ("fr", "Aperçu"), ("de", "Vorschau:"), ("en", "Preview:")] {
            let page = visitor.get(&link.replace("/en/", &format!("/{code}/"))).await;
            assert!(page.status == 200 && page.text("h1").contains("Threats") && page.text(".notice").contains(word), "{}", page.body);
            assert_eq!(page.count("section.panel[inert] form"), 1, "as visitors will see it");
            assert!(page.links().iter().all(|l| !l.contains("/events/here.ics")) && page.header("cache-control").contains("no-store"));
            assert_eq!(page.count("a[hreflang][href$='/events/here/preview']"), 4, "the other languages are a click away: {}", page.body);
        }
        let mails = visitor.get(&format!("{link}/mail")).await;
        assert!(mails.count("pre.mail") == 1 && mails.text("main").contains("Threats") && mails.body.contains("/en/r/···"), "{}", mails.body);
        assert_eq!(house.visitor().get("/en/events/here").await.status, 404, "still a draft");
        assert_eq!(house.staff(Role::Organiser, Some("csi-dpo")).await.get(&link).await.status, 404);
    }
}
