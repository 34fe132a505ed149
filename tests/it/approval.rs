//! Where organisers decide: asking for a seat, being accepted or refused, and what everybody is told.

use quarterdeck::domain::staff::Role;
use serde_json::{Value, json};

use crate::both_databases;
use crate::support::scene::Scene;
use crate::support::service::{Guest, Service};
use crate::web::organiser_house::House;

/// A program that decides by the API.
struct Program<'a> {
    service: &'a Service,
    token: String,
}

impl<'a> Program<'a> {
    fn of(service: &'a Service) -> Self {
        let token = service.command(&["token", "add", "--name", "secretary", "--role", "organiser", "--platform", "coalition"]);
        Self { service, token: token.trim().to_owned() }
    }

    /// Decides about a guest; the status and the answer.
    async fn decide(&self, guest: &Guest, verdict: &str, wish: Option<Value>) -> (u16, Value) {
        let reference = self.service.sql().words(&format!("SELECT reference AS value FROM registration WHERE email = '{}'", guest.email)).join("");
        let address = format!("{}/api/v1/registrations/{reference}/{verdict}", self.service.base);
        let request = reqwest::Client::new().post(address).bearer_auth(&self.token);
        let answer = match wish {
            Some(wish) => request.json(&wish),
            None => request,
        };
        let answer = answer.send().await.expect("an answer");
        (answer.status().as_u16(), answer.json().await.expect("JSON"))
    }
}

both_databases! {
    /// Ask, prove, wait; accepted, refused, accepted after all: each step tells the person, and the seat follows it.
    async fn organisers_decide_who_comes(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("focus").platform("coalition").seats(1));
        let program = Program::of(&service);
        let (first, second) = (Guest::named("First Asker"), Guest::named("Second Asker"));
        let page = service.visitor().get("/en/events/focus").await;
        assert!(page.text("#register button").contains("Ask for a seat"), "{}", page.body);
        for guest in [&first, &second] {
            let answer = service.register("focus", guest).await;
            assert_eq!(answer.state(), "pending");
            let (status, refused) = program.decide(guest, "approve", None).await;
            assert_eq!((status, refused["code"].as_str()), (409, Some("wrong_state")), "nobody is accepted before the address is proven");
            let mail = service.sink.wait_for(&guest.email, "prove_address").await;
            assert!(mail.text().contains("The organisers then look at your request"), "{}", mail.text());
            let open = service.visitor().get(&mail.link_with("/r/")).await;
            assert!(open.text("h1").contains("confirm your request"), "{}", open.text("h1"));
            assert_eq!(service.prove(guest).await.state(), "awaiting_approval");
            let received = service.sink.wait_for(&guest.email, "registration_received").await;
            assert!(received.calendar().is_none() && received.subject().contains("We have your request"), "{}", received.subject());
        }
        assert_eq!(service.sql().count("seat_pool", "taken_private + taken_academic + taken_public > 0"), 0, "asking takes no seat");

        let (status, accepted) = program.decide(&first, "approve", None).await;
        assert_eq!((status, accepted["state"].as_str()), (200, Some("confirmed")), "{accepted}");
        let invitation = service.sink.wait_for(&first.email, "registration_confirmed").await;
        assert_eq!(invitation.calendar().expect("an invitation").event("SEQUENCE"), Some("0"));
        assert_eq!(program.decide(&first, "approve", None).await.0, 200, "twice is once");
        let (_, waiting) = program.decide(&second, "approve", None).await;
        assert_eq!(waiting["state"].as_str(), Some("waitlisted"), "the only seat is given");

        let (status, faulty) = program.decide(&first, "reject", Some(json!({ "reason": " " }))).await;
        assert_eq!((status, faulty["errors"][0]["pointer"].as_str()), (422, Some("/reason")), "{faulty}");
        let (status, refused) = program.decide(&first, "reject", Some(json!({ "reason": "Members only this time." }))).await;
        assert_eq!((status, refused["state"].as_str()), (200, Some("rejected")), "{refused}");
        let refusal = service.sink.wait_for(&first.email, "rejected").await;
        assert!(refusal.text().contains("Members only this time."), "{}", refusal.text());
        let cancel = refusal.calendar().expect("the event leaves the calendar");
        assert_eq!((cancel.event("STATUS"), cancel.event("SEQUENCE")), (Some("CANCELLED"), Some("1")));
        service.sink.wait_for(&second.email, "promoted").await;
        assert_eq!((service.stored_state(&first), service.stored_state(&second)), ("rejected".into(), "confirmed".into()));

        let again = service.register("focus", &first).await;
        assert_eq!(again.state(), "pending", "an observer learns nothing");
        assert!(again.body.contains("The organisers then look at your request"), "{}", again.body);
        assert_eq!(service.stored_state(&first), "rejected", "who was refused stays refused until organisers think better of it");
        assert_eq!(program.decide(&first, "approve", None).await.1["state"].as_str(), Some("waitlisted"));
        service.sink.wait_for(&first.email, "waitlisted").await;
        service.delivered().await;

        // Refused while the relay is away, and erased before it is back: the calendar is told all the same.
        service.sink.behave_towards(&second.email, crate::support::smtp_sink::Manner::LaterAtRecipient);
        assert_eq!(program.decide(&second, "reject", Some(json!({ "reason": "Members only." }))).await.0, 200);
        let page = service.visitor().get(&service.sink.wait_for(&second.email, "promoted").await.link_with("/r/")).await;
        assert_eq!(page.state(), "rejected");
        service.visitor().send(&page.form("/erase")).await;
        service.sink.behave_towards(&second.email, crate::support::smtp_sink::Manner::Accept);
        let last = service.sink.wait_for(&second.email, "rejected").await;
        assert_eq!(last.calendar().expect("a cancellation").event("STATUS"), Some("CANCELLED"));
        service.delivered().await;
        service.assert_verified();
    }
}

both_databases! {
    /// The staff pages: the request stands on its person's page with both answers; refusing asks for a reason.
    async fn a_request_is_answered_on_its_page(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("focus").platform("coalition").seats(1));
        house.enter("focus", &["An Peeters", "Zoë Vandenbroucke"]).await;
        // As after the proof: nobody has a seat, both wait for an answer.
        house.sql().run("UPDATE registration SET state = 'awaiting_approval', waiting_no = NULL, was_invited = FALSE, reason = NULL");
        house.sql().run("UPDATE registration_change SET to_state = 'awaiting_approval'");
        house.sql().run("UPDATE seat_pool SET taken_private = 0");
        let visitor = house.staff(Role::Organiser, Some("coalition")).await;
        let [an, zoe] = ["An Peeters", "Zoë Vandenbroucke"].map(|name| format!("/organiser/en/events/focus/registrations/{}", house.reference(name)));
        let list = visitor.get("/organiser/en/events/focus/registrations?state=awaiting_approval").await;
        assert_eq!(list.count("table.people tbody tr"), 2);
        let accepted = visitor.send(&visitor.get(&an).await.form("/approve")).await;
        assert!(accepted.text(".notice.good").starts_with("Accepted"), "{}", accepted.body);
        assert!(accepted.text(".state").contains("Registered") && accepted.find_form("/approve").is_none(), "{}", accepted.body);
        let ask = visitor.get(&format!("{zoe}/reject")).await.form("/reject");
        assert_eq!(visitor.send(&ask).await.status, 422, "refusing needs its reason");
        let refused = visitor.send(&ask.set("reason", "Members only")).await;
        assert!(refused.body.contains("Members only") && refused.text(".state").contains("Not accepted"), "{}", refused.body);
        let opened_before = visitor.get(&format!("{an}/reject")).await.form("/reject").set("reason", "Members only");
        let desk_page = visitor.get("/organiser/en/events/focus/check-in").await;
        visitor.send(&desk_page.form("/mark").set("registration", &house.reference("An Peeters"))).await;
        assert_eq!(visitor.get(&format!("{an}/reject")).await.status, 409, "whoever sits there is not refused");
        assert_eq!(visitor.send(&opened_before).await.status, 422, "nor by a page that was open before");
        let after_all = visitor.send(&refused.form("/approve")).await;
        assert!(after_all.text(".state").contains("On the waiting list"), "{}", after_all.body);
        let desk = house.staff(Role::Desk, Some("coalition")).await;
        assert!(desk.get(&zoe).await.find_form("/approve").is_none());
        assert_eq!(desk.get(&format!("{zoe}/reject")).await.status, 403);
        house.assert_verified().await;
    }
}
