//! An organiser's work on an event: from the draft to calling off, and what is refused on the way.

use quarterdeck::app::Actor;
use quarterdeck::app::invite::Invitee;
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::language::Language;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::staff::Role;
use quarterdeck::domain::text::PersonName;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::html::Form;
use crate::support::scene::Scene;

const EVENT: &str = "/organiser/en/events/here";

fn in_each(mut form: Form, name: &str, text: &str) -> Form {
    for language in ["nl", "fr", "de", "en"] {
        form = form.set(&format!("{name}-{language}"), &format!("{text} ({language})"));
    }
    form
}

both_databases! {
    /// What an item above GREEN is about, and who speaks, is for the people with a seat, on their own page.
    async fn a_confidential_item_is_read_with_a_seat_alone(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let form = in_each(visitor.get(&format!("{EVENT}/texts")).await.form("/texts"), "agenda-0", "Canary item").set("agenda-0-at", "14:30");
        let form = in_each(form, "agenda-1", "Open item").set("agenda-1-at", "15:30").set("agenda-0-speaker", "Canary Peeters");
        let odd = visitor.send(&form.clone().set("agenda-0-tlp", "purple")).await;
        assert_eq!((odd.status.as_u16(), odd.count("#agenda-0-tlp-error, #agenda-0-tlp[aria-invalid]")), (422, 1), "{}", odd.text(".errors"));
        assert_eq!(visitor.send(&form).await.status, 200);
        house.enter("here", &["An Peeters"]).await;
        const OWED: &str = "SELECT facts AS value FROM event_facts JOIN outbox ON outbox.facts_id = event_facts.id";
        assert!(house.sql().words(OWED).iter().all(|facts| facts.contains("Canary Peeters")), "told as it was");
        let form = visitor.get(&format!("{EVENT}/texts")).await.form("/texts");
        assert_eq!(visitor.send(&form.set("agenda-0-tlp", "amber").set("agenda-1-tlp", "clear")).await.status, 200);
        let outside = house.visitor();
        for page in ["/en/events/here", "/en/", "/events/here.ics?lang=en"] {
            let told = outside.get(page).await.body;
            assert!(!told.contains("Canary"), "{page}: {told}");
        }
        let page = outside.get("/en/events/here").await;
        let items = page.texts(".agenda li");
        assert!(items[0].contains("14:30") && items[0].contains("A part under TLP:AMBER") && items[1].contains("Open item"), "{items:?}");
        let facts: Vec<String> = house.sql().words(OWED);
        assert!(!facts.is_empty() && facts.iter().all(|facts| !facts.contains("Canary") && facts.contains("14:30")), "{facts:?}");

        for (role, reads) in [(Role::Desk, false), (Role::Organiser, true)] {
            let token = house.app.add_token(role.code().into(), role, None, Actor::Operator, house.app.now()).await.expect("a token");
            let asked = reqwest::Client::new().get(format!("{}/api/v1/events/here", house.base)).bearer_auth(&token).send().await.expect("an answer");
            let told = asked.text().await.expect("a text");
            assert_eq!((told.contains("Canary"), told.contains("Open item")), (reads, true), "{role}: {told}");
        }

        let reference = quarterdeck::domain::ids::Reference::parse(&house.reference("An Peeters")).expect("a reference");
        let mine = outside.get(&format!("/en/r/{}", house.app.secrets.page_token(&reference))).await;
        assert!(mine.text(".agenda").contains("Canary item (en)") && mine.text(".agenda").contains("Canary Peeters"), "{}", mine.body);
        let left = outside.send(&mine.form("/withdraw")).await;
        assert!(!left.body.contains("Canary"), "who stepped back reads no more of it: {}", left.body);
        house.assert_verified().await;
    }
}

both_databases! {
    /// Text edits tell nobody; what waits says the event as it is then. A new time is told as from and to by a mail of its own, and only
    /// who has no place yet reads it as if it had always been so.
    async fn mails_that_wait_follow_the_event(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        house.enter("here", &["An Peeters"]).await;
        let event = house.event("here").await.id;
        let invitee = Invitee {
            email: EmailAddress::parse("jan@firm.example").expect("an address"),
            name: PersonName::parse("Jan Maes").ok(),
            organisation: None,
            sector: Some(Sector::Private),
            language: Language::En,
        };
        house.app.invite(event, vec![invitee], None, Actor::Operator, house.app.now()).await.expect("invited");
        let owed = |kind: &str, what: &str| {
            let of = format!("SELECT {what} AS value FROM event_facts JOIN outbox ON outbox.facts_id = event_facts.id WHERE outbox.kind = '{kind}'");
            house.sql().words(&of).join("\n")
        };
        let mails = house.sql().count("outbox", "1 = 1");
        let (seat_before, call_before) = (owed("registration_confirmed", "facts"), owed("invitation", "facts"));
        let form = in_each(visitor.get(&format!("{EVENT}/texts")).await.form("/texts"), "title", "Other title");
        assert_eq!(visitor.send(&form).await.status, 200);
        for kind in ["registration_confirmed", "invitation"] {
            assert!(owed(kind, "facts").contains("Other title (en)"), "{kind}: {}", owed(kind, "facts"));
        }
        assert_eq!(house.sql().count("outbox", "1 = 1"), mails, "text edits tell nobody");

        let starts = |facts: &str| serde_json::from_str::<serde_json::Value>(facts).expect("facts")["starts_at"].clone();
        let form = visitor.get(&format!("{EVENT}/reschedule")).await.form("/reschedule");
        let later = form.clone().set("starts_at", "2027-06-01T09:00").set("ends_at", "2027-06-01T11:00");
        assert_eq!(visitor.send(&later).await.status, 200);
        let (seat, call, change) = (owed("registration_confirmed", "facts"), owed("invitation", "facts"), owed("event_changed", "facts"));
        assert_eq!(starts(&seat), starts(&seat_before), "its invitation bears the number of the old time");
        assert!(starts(&call) != starts(&call_before) && starts(&call) == starts(&change), "{call}\n{change}");

        // What nobody can read keeps nobody from saving.
        house.sql().run("UPDATE event_facts SET facts = 'not facts'");
        let form = in_each(visitor.get(&format!("{EVENT}/texts")).await.form("/texts"), "title", "Third title");
        assert_eq!(visitor.send(&form).await.status, 200);
    }
}

both_databases! {
    async fn a_draft_is_made_completed_and_published(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let page = visitor.get("/organiser/en/new").await;
        assert_eq!(page.count("#platform option"), 1, "only the own platforms are offered");
        let form = page.form("/new").set("slug", "Not a slug").set("starts_at", "2027-03-28T02:30");
        let refused = visitor.send(&form).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text("title").starts_with("Error: "));
        for field in ["slug", "starts_at", "ends_at", "closes_at"] {
            assert_eq!(refused.attribute(&format!("#{field}"), "aria-invalid").as_deref(), Some("true"), "{field}");
        }
        assert_eq!(refused.attribute("#slug", "value").as_deref(), Some("Not a slug"), "what was typed is kept");

        let form = refused.form("/new").set("slug", "qctr-2037-q1").set("starts_at", "2037-03-12T14:00").set("ends_at", "2037-03-12T17:00");
        let form = form.set("closes_at", "2037-03-12 12:00").set("edition", "2037-Q1").set("format", "on_site").set("title-nl", "Dreigingen <b>");
        let form = form.set("on_site-capacity", "2").set("agenda-0-at", "14:30").set("agenda-0-nl", "Welkom").set("agenda-0-speaker", "An");
        let draft = visitor.send(&form).await;
        assert_eq!((draft.status.as_u16(), draft.url.path()), (200, "/organiser/en/events/qctr-2037-q1"), "{}", draft.text(".errors"));
        assert_eq!(draft.text("h1"), "Dreigingen <b>");
        assert!(draft.find_form("/publish").is_none(), "what is incomplete cannot be published");
        let gaps = draft.texts(".notice li");
        assert!(gaps.contains(&"Title: missing in French".to_owned()), "{gaps:?}");
        assert!(gaps.iter().any(|gap| gap.contains("Programme")), "{gaps:?}");
        assert_eq!(visitor.get("/en/events/qctr-2037-q1").await.status, 404, "outsiders see no draft");

        let texts = visitor.get("/organiser/en/events/qctr-2037-q1/texts").await;
        assert_eq!(texts.attribute("#agenda-0-at", "value").as_deref(), Some("14:30"));
        let form = in_each(in_each(in_each(texts.form("/texts"), "title", "Threats"), "summary", "What we saw."), "agenda-0", "Welcome");
        assert_eq!(visitor.send(&form).await.status, 200);
        let form = in_each(visitor.get("/organiser/en/events/qctr-2037-q1/reschedule").await.form("/reschedule"), "venue", "Residence Palace");
        let ready = visitor.send(&form).await;
        let published = visitor.send(&ready.form("/publish")).await;
        assert!(published.text(".notice.good").contains("published"), "{}", published.body);
        assert_eq!(visitor.get("/en/events/qctr-2037-q1").await.status, 200);

        let again = visitor.get("/organiser/en/new").await.form("/new");
        let values = form_values(&form_of_new(&again));
        assert_eq!(visitor.send(&values).await.status, 422, "the address part is taken");
        house.assert_verified().await;
    }
}

fn form_of_new(form: &Form) -> Form {
    let times = [("starts_at", "2037-03-12T14:00"), ("ends_at", "2037-03-12T17:00"), ("closes_at", "2037-03-12T12:00")];
    times.iter().fold(form.clone().set("slug", "qctr-2037-q1"), |form, (name, value)| form.set(name, value))
}

fn form_values(form: &Form) -> Form {
    form.clone().set("title-en", "Another")
}

both_databases! {
    async fn a_new_time_is_told_to_everybody_once(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(2));
        house.enter("here", &["An Peeters", "Jean Dupont", "Zoë Vandenbroucke"]).await;
        let visitor = house.staff(Role::Organiser, None).await;
        let page = visitor.get(&format!("{EVENT}/reschedule")).await;
        assert!(page.text(".lead").starts_with("3 people"), "{}", page.text(".lead"));
        let form = page.form("/reschedule").set("ends_at", "2038-01-14T18:00").set("starts_at", "2038-01-14T15:00").set("closes_at", "2038-01-14T12:00");
        let done = visitor.send(&form).await;
        assert!(done.text(".notice.good").contains("3 people"), "{}", done.body);
        assert_eq!(house.sql().count("outbox", "kind = 'event_changed'"), 3);

        let stale = visitor.send(&form.clone().set("starts_at", "2038-01-14T16:00")).await;
        assert_eq!(stale.status, 422);
        assert!(stale.text(".errors").contains("Somebody else changed"), "{}", stale.text(".errors"));
        assert_eq!(house.sql().count("outbox", "kind = 'event_changed'"), 3, "who edits an old revision tells nobody");

        let texts = visitor.get(&format!("{EVENT}/texts")).await.form("/texts");
        let emptied = visitor.send(&texts.clone().set("title-de", " ")).await;
        assert_eq!(emptied.status, 422, "a published event stays complete");
        assert_eq!(emptied.attribute("#title-de", "aria-invalid").as_deref(), Some("true"));
        assert_eq!(visitor.send(&texts.set("title-de", "Neu")).await.status, 200);
        assert_eq!(house.sql().count("outbox", "kind = 'event_changed'"), 3, "texts are told to nobody");
        house.assert_verified().await;
    }
}

both_databases! {
    async fn seats_are_never_taken_away_and_new_ones_go_to_who_waits(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(2));
        house.enter("here", &["An Peeters", "Jean Dupont", "Zoë Vandenbroucke", "Tom Maes"]).await;
        let visitor = house.staff(Role::Organiser, None).await;
        let list = visitor.get(&format!("{EVENT}/registrations?state=waitlisted")).await;
        assert!(list.body.contains("Number 2 on the waiting list. All 2 seats are taken."), "{}", list.body);

        let form = visitor.get(&format!("{EVENT}/seats")).await.form("/seats");
        let fewer = visitor.send(&form.clone().set("on_site-capacity", "1")).await;
        assert_eq!(fewer.status, 422);
        assert!(fewer.text("#on_site-capacity-fault").contains("Enter 2 or more"), "{}", fewer.text(".errors"));
        let quota = visitor.send(&form.clone().set("on_site-private", "1")).await;
        assert!(quota.text("#on_site-private-fault").contains("Enter 2 or more"), "{}", quota.text(".errors"));
        let each = visitor.send(&form.clone().set("on_site-organisation", "1")).await;
        assert!(each.text("#on_site-organisation-fault").contains("Enter 2 or more"), "{}", each.text(".errors"));
        assert_eq!(visitor.send(&form.clone().set("on_site-capacity", "-3")).await.status, 422);
        assert_eq!(visitor.send(&form.clone().set("on_site-capacity", "")).await.status, 422, "a published room has a capacity");

        let more = visitor.send(&form.set("on_site-capacity", "3")).await;
        assert!(more.text(".notice.good").contains("One person moved up"), "{}", more.body);
        assert_eq!(house.sql().count("registration", "state = 'confirmed'"), 3);
        assert_eq!(house.sql().count("outbox", "kind = 'promoted'"), 1);

        let reference = house.reference("An Peeters");
        let ask = visitor.get(&format!("{EVENT}/registrations/{reference}/withdraw")).await.form("/withdraw");
        assert_eq!(visitor.send(&ask).await.status, 422, "a withdrawal by staff needs its reason");
        let person = visitor.send(&ask.set("reason", "Asked for it by telephone")).await;
        assert!(person.body.contains("Asked for it by telephone"));
        assert_eq!(house.sql().count("registration", "state = 'confirmed'"), 3, "the next in line has the seat");
        assert_eq!(house.sql().count("registration", "state = 'waitlisted'"), 0);
        house.assert_verified().await;
    }
}

both_databases! {
    async fn calling_off_is_asked_for_said_and_final(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters", "Jean Dupont"]).await;
        let visitor = house.staff(Role::Organiser, None).await;
        let ask = visitor.get(&format!("{EVENT}/call-off")).await;
        assert!(ask.text(".lead").contains("2 people"), "{}", ask.text(".lead"));
        let form = ask.form("/call-off").set("reason", "The speaker is ill");
        let done = visitor.send(&form).await;
        assert!(done.text(".notice.good").contains("2 places have ended"), "{}", done.body);
        assert!(done.text(".facts").contains("The speaker is ill"));
        assert!(done.find_form("/publish").is_none() && !done.links().iter().any(|l| l.ends_with("/reschedule")));
        assert_eq!(house.sql().count("outbox", "kind = 'event_cancelled'"), 2);
        visitor.send(&form).await;
        assert_eq!(house.sql().count("outbox", "kind = 'event_cancelled'"), 2, "twice is once");
        let late = visitor.get(&format!("{EVENT}/reschedule")).await.form("/reschedule").set("starts_at", "2038-01-14T15:00");
        assert_eq!(visitor.send(&late.set("ends_at", "2038-01-14T18:00")).await.status, 422);
        house.assert_verified().await;
    }
}
