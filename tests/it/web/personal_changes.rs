//! Corrections on the personal page: what they may not tell, and when they end.

use chrono::Duration;
use quarterdeck::app::Actor;
use quarterdeck::app::correct::Correction;
use quarterdeck::app::enter::Entry;
use quarterdeck::domain::ids::Reference;
use quarterdeck::domain::language::Language;
use quarterdeck::domain::sector::Sector;

use super::organiser_house::{House, Parsed};
use crate::both_databases;
use crate::support::html::Page;
use crate::support::scene::{Scene, now};
use crate::support::service::{Guest, filled};
use crate::support::sql::moment;

/// Enters somebody of an organisation; the address of their page.
async fn enter(house: &House, event: &str, name: &str, organisation: &str) -> String {
    let id = house.app.event_by_slug(event).await.expect("an event").stored.event.id;
    let entry = Entry {
        name: name.parse_name(),
        email: format!("{}@example.be", name.to_lowercase().replace(' ', ".")).as_str().parse_address(),
        organisation: organisation.parse_organisation(),
        sector: Sector::Private,
        mode: None,
        language: Language::En,
    };
    let entered = house.app.enter(id, vec![entry], Actor::System, house.app.now()).await.expect("entered");
    page_of(house, &entered[0].reference)
}

fn page_of(house: &House, reference: &Reference) -> String {
    format!("/en/r/{}", house.app.secrets.page_token(reference))
}

async fn correct(house: &House, page: &str, organisation: &str) -> Page {
    let visitor = house.visitor();
    let form = visitor.get(page).await.form("/update").set("organisation", organisation);
    visitor.send(&form).await
}

both_databases! {
    /// Outsiders find no form of a hidden platform, so nobody is sent to one.
    async fn whoever_withdrew_is_sent_to_the_form_only_where_there_is_one(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("open-one"));
        house.put(Scene::event("closed-session").platform("csi-dpo"));
        for (event, finds_form) in [("open-one", true), ("closed-session", false)] {
            let mine = enter(&house, event, "An Peeters", "Example NV").await;
            let visitor = house.visitor();
            let left = visitor.send(&visitor.get(&mine).await.form("/withdraw")).await;
            assert!(left.find_form("/rejoin").is_some() && !left.body.contains("#register"), "one button leads back: {}", left.body);
            // Whom staff took off the list does not come back by it.
            house.sql().run("UPDATE registration SET reason = '{\"code\":\"staff\",\"text\":\"no\"}' WHERE state = 'withdrawn'");
            let left = visitor.get(&mine).await;
            assert_eq!(left.count(&format!("a[href='/en/events/{event}#register']")), usize::from(finds_form), "{}", left.body);
            let told = if finds_form { "Fill in the form again" } else { "Reply to our e-mail" };
            assert!(left.text("main").contains(told), "{event}: {}", left.text("main"));
        }
    }
}

both_databases! {
    /// Whoever has a seat could otherwise ask, one organisation after the other, which of them have theirs.
    async fn a_correction_does_not_tell_who_else_attends(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("one-each").max_per_organisation(1));
        let mine = enter(&house, "one-each", "An Peeters", "Example NV").await;
        enter(&house, "one-each", "Jean Dupont", "Full NV").await;
        let full = correct(&house, &mine, "Full NV").await;
        let free = correct(&house, &mine, "Nobody NV").await;
        assert_eq!((full.status.as_u16(), free.status.as_u16()), (409, 409));
        // Tokens and the request's number differ from page to page.
        assert_eq!(full.text("main"), free.text("main"), "full or free: the same words");
        assert!(full.text("main").contains("organiser"), "it says whom to write to: {}", full.text("main"));
        assert_eq!(house.sql().count("organisation", "name = 'Nobody NV'"), 0, "what is refused leaves nothing behind");
        assert_eq!(correct(&house, &mine, "  EXAMPLE nv ").await.status, 200, "the same one, typed another way");
        let named = house.visitor().get(&mine).await.form("/update").set("name", "An Peeters-Maes");
        assert_eq!(house.visitor().send(&named).await.status, 200, "a name is corrected at any time");

        house.put(Scene::event("no-maximum"));
        let other = enter(&house, "no-maximum", "Tom Maes", "Example NV").await;
        assert_eq!(correct(&house, &other, "Full NV").await.status, 200, "without a maximum there is nothing to tell");
        house.assert_verified().await;
    }
}

both_databases! {
    /// Withdrawn and registered again: what staff corrects after the form and before the proof is what counts.
    async fn a_correction_outlives_the_form_it_corrects(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("briefing"));
        let page = enter(&house, "briefing", "An Peeters", "Example NV").await;
        let visitor = house.visitor();
        visitor.send(&visitor.get(&page).await.form("/withdraw")).await;
        let guest = Guest { email: "an.peeters@example.be".into(), ..Guest::named("An Ptrs") };
        assert_eq!(visitor.send(&filled(&visitor.get("/en/events/briefing").await, &guest)).await.state(), "pending");
        let token = page.rsplit('/').next().unwrap_or_default().to_owned();
        let id = house.app.registration_by_token(&token).await.expect("a registration").row.id;
        let correction = Correction {
            name: "An Peeters-Maes".parse_name(),
            organisation: "Example NV".parse_organisation(),
            language: Language::En,
        };
        house.app.correct(id, correction, Actor::System, house.app.now()).await.expect("staff may correct it");
        assert_eq!(visitor.send(&visitor.get(&page).await.form("/confirm")).await.state(), "confirmed");
        assert_eq!(house.sql().count("registration", "name = 'An Peeters-Maes'"), 1, "the correction stands");
        house.assert_verified().await;
    }
}

both_databases! {
    /// The page was open when the event ended.
    async fn nothing_is_corrected_once_the_event_is_over(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("briefing"));
        let mine = enter(&house, "briefing", "An Peeters", "Example NV").await;
        let form = house.visitor().get(&mine).await.form("/update").set("name", "Somebody Else");
        let over = now() - Duration::days(1);
        let moved = format!("UPDATE event SET starts_at = {0}, closes_at = {0}, ends_at = {1}", moment(over - Duration::hours(3)), moment(over));
        house.sql().run(&moved);
        assert_eq!(house.visitor().send(&form).await.status, 409);
        assert_eq!(house.sql().words("SELECT name AS value FROM registration"), ["An Peeters"]);
    }
}
