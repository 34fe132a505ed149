//! Personal invitations from outside: the mail, the page, the answer, the reminder, and what is left when names go.

use chrono::Duration;
use quarterdeck::app::answer_invitation::Acceptance;
use quarterdeck::app::invite::{Invited, Invitee};
use quarterdeck::app::{Actor, App, AppError};
use quarterdeck::clock::Clock;
use quarterdeck::db::invitations::ListFilter;
use quarterdeck::domain::event::Window;
use quarterdeck::domain::ids::EventId;
use quarterdeck::domain::invitation::Verdict;
use quarterdeck::domain::language::Language;
use quarterdeck::domain::mode::Mode;
use quarterdeck::domain::registration::State;
use quarterdeck::domain::sector::Sector;

use crate::both_databases;
use crate::support::app;
use crate::support::scene::{Scene, now};
use crate::support::service::{Guest, Service};
use crate::support::smtp_sink::Manner;
use crate::web::organiser_house::Parsed;

/// Somebody of whom everything is known.
fn invitee(name: &str, address: &str) -> Invitee {
    Invitee {
        email: address.parse_address(),
        name: Some(name.parse_name()),
        organisation: Some("FOD Voorbeeld".parse_organisation()),
        sector: Some(Sector::Public),
        language: Language::En,
    }
}

/// The use cases on the database of a service, and the event there.
async fn beside(service: &Service, slug: &str) -> (App, EventId) {
    let app = app::open(&service.database.url, Clock::System);
    let event = app.event_by_slug(slug).await.expect("an event").stored.event.id;
    (app, event)
}

async fn invite(app: &App, event: EventId, people: &[(&str, &str)]) -> Invited {
    let people = people.iter().map(|(name, address)| invitee(name, address)).collect();
    app.invite(event, people, None, Actor::Operator, app.now()).await.expect("invited")
}

fn state_of(service: &Service, address: &str) -> String {
    service.sql().words(&format!("SELECT state AS value FROM invitation WHERE email = '{address}'")).join(",")
}

both_databases! {
    /// On a hidden platform for members: the link shows that event alone, two clicks give a seat, and the calendar is told.
    async fn two_clicks_give_a_seat(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("csi-session").platform("csi-dpo").seats(1));
        let (app, event) = beside(&service, "csi-session").await;
        let done = invite(&app, event, &[("Zoë Dupont", "zoe@fod.example"), ("An Peeters", "an@fod.example")]).await;
        assert_eq!(done.count(), 2);
        let mail = service.sink.wait_for("zoe@fod.example", "invitation").await;
        assert!(mail.calendar().is_none() && mail.subject().contains("Invitation:"), "{}", mail.subject());
        assert!(mail.text().contains("You can answer until"), "{}", mail.text());
        assert!(!mail.text().contains("/events/csi-session"), "a hidden event has no page to link to");
        let link = mail.link_with("/i/");
        let visitor = service.visitor();
        let page = visitor.get(&link).await;
        assert_eq!(page.status, 200, "{}", page.body);
        assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
        assert!(!page.body.contains("/events/csi-session"), "{}", page.body);
        assert_eq!(visitor.get("/en/events/csi-session").await.status, 404);
        assert_eq!(service.sql().count("registration", "1 = 1"), 0, "opening the link changes nothing");
        assert_eq!(state_of(&service, "zoe@fod.example"), "pending");

        let form = page.form("/accept");
        for (field, value) in [("name", "Zoë Dupont"), ("email", "zoe@fod.example"), ("organisation", "FOD Voorbeeld"), ("sector", "public")] {
            assert_eq!(form.value(field), Some(value), "{field} is filled in");
        }
        let other = visitor.send(&form.clone().set("email", "eve@elsewhere.example")).await;
        assert_eq!(other.status, 422);
        assert!(other.text(".fault").contains("valid for zoe@fod.example only"), "{}", other.body);
        assert_eq!(service.sql().count("person", "1 = 1"), 0);

        let seated = visitor.send(&form).await;
        assert_eq!((seated.status.as_u16(), seated.state().as_str()), (200, "confirmed"), "{}", seated.body);
        let invitation = service.sink.wait_for("zoe@fod.example", "registration_confirmed").await;
        assert_eq!(invitation.calendar().expect("an invitation").event("SEQUENCE"), Some("0"));
        assert_eq!(visitor.send(&form).await.state(), "confirmed", "twice is once");
        assert_eq!(service.visitor().get(&invitation.link_with("/r/")).await.state(), "confirmed");
        assert_eq!(state_of(&service, "zoe@fod.example"), "accepted");

        let second = visitor.get(&service.sink.wait_for("an@fod.example", "invitation").await.link_with("/i/")).await;
        assert!(second.text("#register button").contains("waiting list"), "{}", second.body);
        assert_eq!(visitor.send(&second.form("/accept")).await.state(), "waitlisted");
        service.sink.wait_for("an@fod.example", "waitlisted").await;

        // Stepping back on one's own page leaves the invitation: it opens the way again.
        let own = visitor.get(&invitation.link_with("/r/")).await;
        visitor.send(&own.form("/withdraw")).await;
        service.sink.wait_for("an@fod.example", "promoted").await;
        let back = visitor.get(&link).await;
        assert_eq!(back.state(), "withdrawn");
        assert_eq!(visitor.send(&back.form("/accept")).await.state(), "waitlisted");
        service.delivered().await;
        assert_eq!(service.sql().count("registration", "1 = 1"), 2, "one for each person");
    }
}

both_databases! {
    /// Saying no, thinking better of it, and every way a link can be too late or wrong.
    async fn a_no_can_become_a_yes_and_no_link_leads_to_a_fault(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("focus").platform("coalition").seats(5));
        let (app, event) = beside(&service, "focus").await;
        invite(&app, event, &[("Zoë Dupont", "zoe@fod.example"), ("An Peeters", "an@fod.example"), ("Jan Maes", "jan@fod.example")]).await;
        let visitor = service.visitor();
        let mail = service.sink.wait_for("zoe@fod.example", "invitation").await;
        let asks = visitor.get(&mail.link_with("/decline")).await;
        assert!(asks.find_form("/accept").is_none(), "{}", asks.body);
        assert_eq!(state_of(&service, "zoe@fod.example"), "pending", "the link alone says nothing");
        let declined = visitor.send(&asks.form("/decline")).await;
        assert!(declined.text("h1").contains("You have declined"), "{}", declined.body);
        assert_eq!(state_of(&service, "zoe@fod.example"), "declined");
        assert_eq!(visitor.send(&asks.form("/decline")).await.status, 200, "twice is once");
        assert_eq!(visitor.send(&declined.form("/accept")).await.state(), "confirmed", "where organisers decide, they asked for this person");
        assert_eq!(visitor.send(&asks.form("/decline")).await.status, 409, "a seat is given up on one's own page");

        // Registered by the public form meanwhile: the invitation says so.
        let jan = Guest::named("Jan Maes");
        service.sql().run("UPDATE platform SET audience = 'open' WHERE slug = 'coalition'");
        let link = service.sink.wait_for("jan@fod.example", "invitation").await.link_with("/i/");
        let jan = Guest { email: "jan@fod.example".into(), ..jan };
        assert_eq!(service.join("focus", &jan).await.state(), "confirmed");
        let known = visitor.get(&link).await;
        assert_eq!(known.state(), "confirmed");
        assert!(known.find_form("/accept").is_none(), "{}", known.body);

        let open = visitor.get(&service.sink.wait_for("an@fod.example", "invitation").await.link_with("/i/")).await;
        let token = open.url.path().rsplit('/').next().expect("a token").to_owned();
        for wrong in ["x".repeat(43), "x".repeat(5), "%00".into(), token.to_lowercase()] {
            assert_eq!(visitor.get(&format!("/en/i/{wrong}")).await.status, 404, "{wrong}");
        }
        service.sql().run(&format!("UPDATE event SET closes_at = {}", crate::support::sql::moment(now() - Duration::minutes(1))));
        let late = visitor.send(&open.form("/accept")).await;
        assert_eq!(late.status, 409);
        assert!(late.text("h1").contains("Registration is closed"), "{}", late.body);
        assert_eq!(visitor.send(&open.form("/decline")).await.status, 200, "one can still say no");
        service.sql().run("UPDATE invitation SET state = 'pending', answered_at = NULL WHERE email = 'an@fod.example'");
        app.cancel_event(event, None, None, Actor::Operator, app.now()).await.expect("called off");
        let off = visitor.get(open.url.path()).await;
        assert!(off.text("h1").contains("called off"), "{}", off.body);
        assert_eq!(visitor.send(&open.form("/accept")).await.status, 409);
        app.withdraw_invitation(event, invitation_id(&app, event, "an@fod.example").await, Actor::Operator, app.now()).await.expect("taken back");
        assert_eq!(visitor.get(open.url.path()).await.status, 404, "what was taken back opens nothing");
        assert_eq!(visitor.send(&open.form("/accept")).await.status, 404);
        service.delivered().await;
    }
}

async fn invitation_id(app: &App, event: EventId, address: &str) -> quarterdeck::domain::ids::InvitationId {
    let filter = ListFilter { search: address.into(), limit: 2, ..Default::default() };
    app.invitations_of(event, filter).await.expect("a list").first().expect("an invitation").0.id
}

both_databases! {
    /// Nobody is invited twice, whoever cannot be reached is shown, and only who did not answer is asked once more.
    async fn only_who_did_not_answer_is_reminded(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("qctr-next").seats(5));
        let (app, event) = beside(&service, "qctr-next").await;
        service.sink.behave_towards("gone@fod.example", Manner::NeverAtRecipient);
        let people = [("Zoë Dupont", "zoe@fod.example"), ("An Peeters", "an@fod.example"), ("Gone Away", "gone@fod.example"), ("Zoë Again", "ZOE@fod.example")];
        let done = invite(&app, event, &people).await;
        let verdicts: Vec<Verdict> = done.outcomes.iter().map(|(verdict, _)| *verdict).collect();
        assert_eq!(verdicts, [Verdict::New, Verdict::New, Verdict::New, Verdict::Twice]);
        let visitor = service.visitor();
        let zoe = visitor.get(&service.sink.wait_for("zoe@fod.example", "invitation").await.link_with("/i/")).await;
        visitor.send(&zoe.form("/accept")).await;
        service.delivered().await;
        assert_eq!(state_of(&service, "gone@fod.example"), "bounced");

        let again = invite(&app, event, &people[..3]).await;
        assert_eq!(again.outcomes.iter().map(|(verdict, _)| *verdict).collect::<Vec<_>>(), [Verdict::Registered, Verdict::Invited, Verdict::Again]);
        service.delivered().await;
        assert_eq!(service.sink.to("an@fod.example").len(), 1);
        assert_eq!(state_of(&service, "gone@fod.example"), "bounced");
        service.sink.behave_towards("gone@fod.example", Manner::Accept);
        let dead = service.sql().number("SELECT max(id) AS value FROM outbox WHERE status = 'failed'");
        service.command(&["mail", "retry", &dead.to_string()]);
        service.sink.wait_for("gone@fod.example", "invitation").await;
        service.delivered().await;
        assert_eq!(state_of(&service, "gone@fod.example"), "pending", "tried again, and reached");
        app.decline_invitation(event, invitation_id(&app, event, "gone@fod.example").await, app.now()).await.expect("a no");

        assert_eq!(app.remind_invited(event, Actor::Operator, app.now()).await.expect("reminded"), 1, "An alone");
        let reminder = service.sink.wait_for("an@fod.example", "invitation_reminder").await;
        service.delivered().await;
        assert_eq!(app.remind_invited(event, Actor::Operator, app.now()).await.expect("nobody"), 0, "nobody is asked twice a day");
        let page = visitor.get(&reminder.link_with("/i/")).await;
        assert_eq!(visitor.send(&page.form("/accept")).await.state(), "confirmed");
        service.delivered().await;
    }
}

both_databases! {
    /// A sending for later: nothing goes before its moment, it says the event as it is then, and it can be stopped.
    async fn a_sending_waits_for_its_moment_and_can_be_stopped(kind: Kind) {
        let Some(service) = Service::start_with(kind, &[("WORKER__ENABLED", "false")]).await else { return };
        service.put(Scene::event("qctr-next").seats(5));
        let (app, event) = beside(&service, "qctr-next").await;
        let (start, later) = (app.now(), app.now() + Duration::hours(2));
        let people = |names: &[&str]| names.iter().map(|n| invitee("Some Body", &format!("{n}@fod.example"))).collect::<Vec<_>>();
        for wrong in [start - Duration::hours(1), start + Duration::days(365)] {
            let refused = app.invite(event, people(&["a"]), Some(wrong), Actor::Operator, start).await;
            assert!(matches!(refused, Err(AppError::Invalid { field: "send_at", .. })), "{refused:?}");
        }
        let first = app.invite(event, people(&["a", "b", "c"]), Some(later), Actor::Operator, start).await.expect("planned");
        let second = app.invite(event, people(&["d"]), Some(later), Actor::Operator, start).await.expect("planned");
        app.send_due_invitations(later - Duration::seconds(1)).await.expect("a round");
        assert_eq!(service.sql().count("outbox", "1 = 1"), 0);
        let stopped = app.stop_invitations(event, second.batch.expect("a sending"), Actor::Operator, start).await.expect("stopped");
        assert_eq!((stopped, state_of(&service, "d@fod.example").as_str()), (1, "withdrawn"));
        // Registered by another way meanwhile: no invitation goes.
        let entry = quarterdeck::app::enter::Entry {
            name: "Some Body".parse_name(),
            email: "b@fod.example".parse_address(),
            organisation: "FOD Voorbeeld".parse_organisation(),
            sector: Sector::Public,
            mode: None,
            language: Language::En,
        };
        app.enter(event, vec![entry], Actor::Operator, start).await.expect("entered");
        app.send_due_invitations(later).await.expect("a round");
        app.send_due_invitations(later).await.expect("another");
        assert_eq!(service.sql().count("outbox", "kind = 'invitation'"), 2, "once each, however often the timer looks");
        assert_eq!(state_of(&service, "b@fod.example"), "withdrawn");
        // Stopped in the middle: one is on its way, the other is not sent.
        let claimed = app.claim_mails(2, 60, later).await.expect("a claim");
        let [_, on_its_way] = claimed.as_slice() else { panic!("{claimed:?}") };
        assert_eq!(on_its_way.kind.code(), "invitation", "confirmations go first");
        let stopped = app.stop_invitations(event, first.batch.expect("a sending"), Actor::Operator, later).await.expect("stopped");
        assert_eq!(stopped, 2);
        assert_eq!(service.sql().count("invitation", "state = 'pending'"), 1, "what may still arrive stands");
        assert_eq!(app.stop_invitations(event, first.batch.expect("a sending"), Actor::Operator, later).await.expect("twice"), 0);
        let anew = app.invite(event, people(&["a", "b", "c", "d"]), None, Actor::Operator, later).await.expect("invited");
        assert_eq!(anew.count(), 3, "who got nothing can be invited again");
        assert!(matches!(app.event_by_slug("qctr-next").await.expect("an event").stored.event.window(later), Window::Open));
        service.sql().run("UPDATE outbox SET status = 'aborted' WHERE status = 'queued'");
    }
}

both_databases! {
    /// Names and addresses go with the registration, on request and with time; that somebody was invited stays as a count.
    async fn what_names_the_invited_goes(kind: Kind) {
        let Some(service) = Service::start_with(kind, &[("WORKER__ENABLED", "false")]).await else { return };
        service.put(Scene::event("qctr-next").seats(5));
        let (app, event) = beside(&service, "qctr-next").await;
        invite(&app, event, &[("Zoë Dupont", "zoe@fod.example"), ("An Peeters", "an@fod.example"), ("Joris Maes", "joris@fod.example")]).await;
        let export: serde_json::Value = serde_json::from_str(&service.command(&["person", "export", "an@fod.example"])).expect("JSON");
        assert_eq!(export["invitations"][0]["state"], "pending", "{export}");
        service.command(&["person", "erase", "an@fod.example"]);
        assert!(!service.try_command(&["person", "export", "an@fod.example"]).status.success());
        let named = |word: &str| {
            let in_invitations = service.sql().count("invitation", &format!("email LIKE '%{word}%' OR name LIKE '%{word}%' OR search_key LIKE '%{word}%' OR email_key LIKE '%{word}%'"));
            in_invitations + service.sql().count("outbox", &format!("recipient LIKE '%{word}%' OR snapshot LIKE '%{word}%'"))
        };
        assert_eq!(named("an@fod"), 0);

        let token = app.secrets.invitation_token(&reference(&app, event, "zoe@fod.example").await);
        let visitor = service.visitor();
        let page = visitor.get(&format!("/en/i/{token}")).await;
        visitor.send(&page.form("/accept")).await;
        let registration = service.sql().words("SELECT reference AS value FROM registration").join("");
        let own = quarterdeck::domain::ids::Reference::parse(&registration).expect("a reference");
        let own = visitor.get(&format!("/en/r/{}", app.secrets.page_token(&own))).await;
        let data = visitor.get(&format!("{}/data.json", own.url.path())).await;
        assert!(data.body.contains("\"invitation\":{") && data.body.contains("\"accepted\""), "{}", data.body);
        visitor.send(&own.form("/erase")).await;
        assert_eq!(named("zoe@fod"), 1, "the mail that takes the event out of the calendar goes first");
        assert_eq!(visitor.get(&format!("/en/i/{token}")).await.status, 404);

        let long_ago = now() - Duration::days(100);
        let [starts, ends] = [long_ago, long_ago + Duration::hours(2)].map(crate::support::sql::moment);
        service.sql().run(&format!("UPDATE event SET starts_at = {starts}, ends_at = {ends}, closes_at = {starts}"));
        service.command(&["purge"]);
        assert_eq!(named("joris@fod"), 0);
        assert_eq!(service.sql().count("invitation", "erased_at IS NOT NULL AND sector = 'public'"), 3, "the counts stay");
        service.sql().run("UPDATE outbox SET status = 'aborted', snapshot = '', recipient = '' WHERE status = 'queued'");
    }
}

async fn reference(app: &App, event: EventId, address: &str) -> quarterdeck::domain::ids::Reference {
    let filter = ListFilter { search: address.into(), limit: 2, ..Default::default() };
    app.invitations_of(event, filter).await.expect("a list").first().expect("an invitation").0.reference.clone()
}

both_databases! {
    /// Ten thousand at once: set by set, so that nobody else waits long. The figures are printed; in a test build they are far above
    /// those of a release.
    async fn ten_thousand_are_invited_in_one_go(kind: Kind) {
        let Some(house) = crate::web::organiser_house::House::open(kind).await else { return };
        house.put(Scene::event("qctr-next").seats(100));
        let event = house.event("qctr-next").await.id;
        let people: Vec<Invitee> = (0..10_000).map(|n| invitee(&format!("Guest {n}"), &format!("guest{n}@firm{}.example", n % 700))).collect();
        let (start, cpu) = (std::time::Instant::now(), cpu_seconds());
        let done = house.app.invite(event, people.clone(), None, Actor::Operator, house.app.now()).await.expect("invited");
        let (took, cpu) = (start.elapsed(), cpu_seconds() - cpu);
        eprintln!("{kind:?}: 10,000 invitations with their mails in {took:?}, {cpu:.2} s of this process's CPU");
        assert_eq!((done.count(), house.sql().count("outbox", "kind = 'invitation'")), (10_000, 10_000));
        assert_eq!(house.sql().count("event_facts", "1 = 1"), 1, "what they say of the event stands once");
        let again = house.app.invite(event, people, None, Actor::Operator, house.app.now()).await.expect("looked at");
        assert_eq!((again.count(), again.batch), (0, None), "and not one of them twice");
        assert!(took < std::time::Duration::from_secs(60), "{took:?}");
    }
}

/// Processor time that this process has used.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks: u64 = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<u64>().ok()).sum();
    ticks as f64 / 100.0
}

both_databases! {
    /// Somebody erased before a sending's moment, or between two mails, keeps no other mail waiting.
    async fn who_was_erased_keeps_nobody_waiting(kind: Kind) {
        let Some(service) = Service::start_with(kind, &[("WORKER__ENABLED", "false")]).await else { return };
        service.put(Scene::event("first").seats(5));
        service.put(Scene::event("second").platform("csi-dpo").seats(5));
        let (app, first) = beside(&service, "first").await;
        let (_, second) = beside(&service, "second").await;
        let (at, later) = (app.now() + Duration::hours(1), app.now() + Duration::hours(2));
        let two = vec![invitee("An Peeters", "an@fod.example"), invitee("Bo Maes", "bo@fod.example")];
        app.invite(first, two, Some(at), Actor::Operator, app.now()).await.expect("planned");
        app.invite(second, vec![invitee("Cas Claes", "cas@fod.example")], Some(at), Actor::Operator, app.now()).await.expect("planned");
        service.command(&["person", "erase", "an@fod.example"]);
        app.send_due_invitations(later).await.expect("sent");
        assert_eq!(service.sql().words("SELECT recipient AS value FROM outbox ORDER BY recipient"), ["bo@fod.example", "cas@fod.example"]);
        service.assert_verified();
        service.sql().run("UPDATE outbox SET status = 'sent'");
        service.command(&["person", "erase", "cas@fod.example"]);
        let days_later = later + Duration::days(3);
        assert_eq!(app.remind_invited(second, Actor::Operator, days_later).await.expect("nobody to remind"), 0);
        assert_eq!(app.remind_invited(first, Actor::Operator, days_later).await.expect("reminded"), 1);
        service.sql().run("UPDATE outbox SET status = 'aborted', snapshot = '', recipient = '' WHERE status = 'queued'");
    }
}

both_databases! {
    /// Somebody whose form for another way of attending was never proven waits in the line that they chose when they accepted; and
    /// what an organiser ended, the link does not open again once it is taken back.
    async fn an_invitation_is_for_the_way_chosen_and_can_be_taken_back(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("talks").hybrid(None).seats(1));
        let (app, event) = beside(&service, "talks").await;
        assert_eq!(service.join("talks", &Guest::named("First Inside").attends("on_site")).await.state(), "confirmed");
        let guest = Guest::named("Two Minds").attends("online");
        assert_eq!(service.register("talks", &guest).await.state(), "pending");
        invite(&app, event, &[("Two Minds", &guest.email)]).await;
        let found = app.invitations_of(event, ListFilter { search: guest.email.clone(), limit: 1, ..ListFilter::default() }).await.expect("a list");
        let id = found[0].0.id;
        let accepts = Acceptance {
            name: "Two Minds".parse_name(),
            organisation: "FOD Voorbeeld".parse_organisation(),
            sector: Sector::Public,
            mode: Mode::OnSite,
            language: Language::En,
        };
        assert_eq!(app.accept_invitation(event, id, accepts, app.now()).await.expect("accepted"), State::Waitlisted);
        let mode = format!("SELECT mode AS value FROM registration WHERE email = '{}'", guest.email);
        assert_eq!(service.sql().words(&mode), ["on_site"]);
        service.assert_verified();

        let refused = app.withdraw_invitation(event, id, Actor::Operator, app.now()).await;
        assert!(matches!(refused, Err(AppError::WrongEventState("invitation-accepted"))), "as long as the registration stands: {refused:?}");
        let found = app.invitations_of(event, ListFilter { search: guest.email.clone(), limit: 1, ..ListFilter::default() }).await.expect("a list");
        let registration = found[0].1.as_ref().expect("a registration").id;
        app.withdraw(registration, Actor::Operator, None, app.now()).await.expect("withdrawn");
        app.withdraw_invitation(event, id, Actor::Operator, app.now()).await.expect("taken back");
        let token = app.secrets.invitation_token(&found[0].0.reference);
        assert_eq!(service.visitor().get(&format!("/en/i/{token}")).await.status, 404);
        service.delivered().await;
        service.assert_verified();
    }
}
