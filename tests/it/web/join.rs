//! The personal link that sends people on to the meeting: who looks leaves nothing, who presses is kept once, and only while it is time.

use chrono::Duration;
use quarterdeck::app::Actor;
use quarterdeck::app::check_in::CheckIn;
use quarterdeck::clock::Instant;
use quarterdeck::domain::attendance::ProofSource;
use quarterdeck::domain::event::Schedule;
use quarterdeck::domain::ids::Reference;
use quarterdeck::domain::mode::Mode;
use reqwest::{Client, Method, redirect};

use super::organiser_house::House;
use crate::both_databases;
use crate::support::databases::Kind;
use crate::support::html::{Page, Visitor};
use crate::support::scene::Scene;

const MEETING: &str = "https://meet.example.be/qctr";
const START: &str = "2026-12-10T13:00:00Z";

fn at(time: &str) -> Instant {
    format!("2026-12-10T{time}Z").parse().expect("a moment")
}

struct Meeting {
    house: House,
    visitor: Visitor,
}

impl Meeting {
    /// A hybrid event at 13:00 UTC for three hours, with Zoë online.
    async fn open(kind: Kind) -> Option<Self> {
        let start: Instant = START.parse().expect("a moment");
        let house = House::open_at(kind, start - Duration::days(3)).await?;
        house.put(Scene::event("here").hybrid(Some(1)).starts_at(start));
        house.enter_online("here", "Zoë Dupont").await;
        let mut visitor = house.visitor();
        visitor.client = Client::builder().no_proxy().redirect(redirect::Policy::none()).build().expect("a client");
        Some(Self { house, visitor })
    }

    fn at(&self, time: &str) {
        self.house.app.clock.set(at(time));
    }

    async fn ids(&self, name: &str) -> (quarterdeck::domain::ids::RegistrationId, quarterdeck::domain::ids::EventId) {
        let reference = Reference::parse(&self.house.reference(name)).expect("a reference");
        self.house.app.registration_ids(&reference).await.expect("a registration")
    }

    async fn link(&self, name: &str) -> String {
        format!("/en/j/{}", self.house.app.secrets.join_token(self.ids(name).await.0))
    }

    async fn look(&self, name: &str) -> Page {
        self.visitor.get(&self.link(name).await).await
    }

    /// Presses the button of a page.
    async fn press(&self, page: &Page) -> Page {
        self.visitor.send(&page.form("/en/j/")).await
    }

    fn proofs(&self) -> i64 {
        self.house.sql().count("attendance_proof", "1 = 1")
    }

    /// Source, moment and who, of each proof that stands.
    fn standing(&self) -> Vec<String> {
        self.house.sql().words("SELECT source || ' ' || recorded_by AS value FROM attendance_proof WHERE revoked_at IS NULL ORDER BY id")
    }

    fn is_present(&self, name: &str) -> bool {
        self.house.sql().count("registration", &format!("present = TRUE AND name = '{name}'")) == 1
    }

    async fn reschedule(&self, starts_at: Instant) {
        let event = self.house.event("here").await;
        let schedule = Schedule { starts_at, ends_at: starts_at + Duration::hours(3), opens_at: None, closes_at: starts_at };
        self.house.app.reschedule_event(event.id, None, schedule, event.place, Actor::System, self.house.app.now()).await.expect("moved");
    }
}

both_databases! {
    async fn whoever_presses_is_kept_once_and_whoever_looks_is_not(kind: Kind) {
        let Some(meeting) = Meeting::open(kind).await else { return };
        meeting.at("12:45:00");
        let page = meeting.look("Zoë Dupont").await;
        assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (200, "The meeting is open"));
        assert!(!page.body.contains("meet.example.be"), "a scanner does not learn where the meeting is");
        for (header, value) in [("cache-control", "no-store"), ("x-robots-tag", "noindex, nofollow")] {
            assert_eq!(page.header(header), value);
        }
        let url = meeting.visitor.base.join(&meeting.link("Zoë Dupont").await).expect("a link");
        for (method, purpose) in [(Method::HEAD, "none"), (Method::GET, "prefetch"), (Method::GET, "prefetch;prerender"), (Method::OPTIONS, "none")] {
            let asked = meeting.visitor.client.request(method, url.clone()).header("Sec-Purpose", purpose).header("User-Agent", "Safe Links");
            asked.send().await.expect("an answer");
        }
        let blind = meeting.visitor.client.post(url.clone()).send().await.expect("an answer");
        assert!(blind.status().is_client_error(), "a program that sends every form without what stands in it: {}", blind.status());
        assert_eq!(meeting.proofs(), 0, "looking is not joining");

        let gone = meeting.press(&page).await;
        assert_eq!((gone.status.as_u16(), gone.header("location").as_str()), (303, MEETING));
        assert!(gone.header("content-security-policy").contains("form-action 'self' https:;"));
        assert_eq!((meeting.standing(), meeting.is_present("Zoë Dupont")), (vec!["link person".to_owned()], true));
        meeting.at("15:59:59");
        let again = meeting.press(&meeting.look("Zoë Dupont").await).await;
        assert_eq!((again.header("location").as_str(), meeting.proofs()), (MEETING, 1), "who lost the connection was there already");
        meeting.house.assert_verified().await;
    }
}

both_databases! {
    async fn it_sends_nobody_on_before_or_after(kind: Kind) {
        let Some(meeting) = Meeting::open(kind).await else { return };
        meeting.at("12:29:59");
        let early = meeting.look("Zoë Dupont").await;
        assert_eq!((early.text("h1").as_str(), early.count("main form")), ("You can join soon", 0));
        assert!(early.text(".notice").contains("Thursday 10 December 2026, 13:30 (Brussels time)"), "{}", early.text(".notice"));
        meeting.at("12:30:00");
        let open = meeting.look("Zoë Dupont").await;
        assert_eq!(open.count("main form"), 1);
        meeting.at("16:00:00");
        let late = meeting.press(&open).await;
        assert_eq!((late.status.as_u16(), late.text("h1").as_str(), late.count("main form")), (409, "The event is over", 0));
        assert_eq!(meeting.proofs(), 0);
    }
}

both_databases! {
    async fn without_a_seat_online_it_says_what_to_do(kind: Kind) {
        let Some(meeting) = Meeting::open(kind).await else { return };
        meeting.house.enter("here", &["An Peeters"]).await;
        meeting.at("12:45:00");
        assert_eq!(meeting.look("An Peeters").await.text("h1"), "Your seat is in the room");

        let open = meeting.look("Zoë Dupont").await;
        meeting.house.sql().run("UPDATE event SET join_link = NULL");
        let missing = meeting.press(&open).await;
        assert_eq!((missing.status.as_u16(), missing.text("h1").as_str()), (409, "There is no link to the meeting yet"));
        assert_eq!(missing.attribute(".notice a", "href").as_deref(), Some("mailto:x@ccb.example.be"));
        meeting.house.sql().run(&format!("UPDATE event SET join_link = '{MEETING}'"));

        let (id, event) = meeting.ids("Zoë Dupont").await;
        meeting.house.app.withdraw(id, Actor::Person, None, meeting.house.app.now()).await.expect("withdrawn");
        let out = meeting.press(&open).await;
        assert_eq!((out.status.as_u16(), out.text("h1").as_str()), (409, "You are no longer registered"));
        meeting.house.app.cancel_event(event, None, None, Actor::System, meeting.house.app.now()).await.expect("called off");
        assert_eq!(meeting.look("Zoë Dupont").await.text("h1"), "This event will not take place");
        assert_eq!(meeting.press(&open).await.status.as_u16(), 409);
        assert_eq!(meeting.proofs(), 0);
    }
}

both_databases! {
    async fn a_link_that_is_not_ours_is_one_that_never_was(kind: Kind) {
        let Some(meeting) = Meeting::open(kind).await else { return };
        meeting.at("12:45:00");
        let (id, _) = meeting.ids("Zoë Dupont").await;
        let secrets = &meeting.house.app.secrets;
        let (real, page) = (secrets.join_token(id), secrets.page_token(&Reference::parse(&meeting.house.reference("Zoë Dupont")).expect("one")));
        let bent = format!("{}{}", if real.starts_with('A') { "B" } else { "A" }, &real[1..]);
        let nobody = secrets.join_token(quarterdeck::domain::ids::RegistrationId(id.0 + 1));
        let mut answers = Vec::new();
        for token in [bent.as_str(), &nobody, &page, "x", &real[..53]] {
            let page = meeting.visitor.get(&format!("/en/j/{token}")).await;
            answers.push((page.status.as_u16(), page.text("main")));
        }
        assert!(answers.iter().all(|answer| answer == &answers[0] && answer.0 == 404), "{answers:?}");
        assert_eq!(meeting.visitor.get(&format!("/en/r/{real}")).await.status, 404, "it opens no personal page");
        let open = meeting.look("Zoë Dupont").await;
        meeting.house.app.erase(id, Actor::Person, meeting.house.app.now()).await.expect("erased");
        assert_eq!((meeting.visitor.get(&format!("/en/j/{real}")).await.status.as_u16(), meeting.press(&open).await.status.as_u16()), (404, 404));
    }
}

both_databases! {
    async fn an_event_that_is_moved_forgets_who_had_joined(kind: Kind) {
        let Some(meeting) = Meeting::open(kind).await else { return };
        meeting.at("12:45:00");
        let page = meeting.look("Zoë Dupont").await;
        meeting.press(&page).await;
        assert!(meeting.is_present("Zoë Dupont"));
        meeting.reschedule(at("13:10:00")).await;
        assert!(meeting.is_present("Zoë Dupont"), "ten minutes later it is the same meeting");
        meeting.reschedule(at("13:10:00") + Duration::days(7)).await;
        assert_eq!((meeting.is_present("Zoë Dupont"), meeting.standing()), (false, vec![]), "they were not at what is still to come");
        assert_eq!(meeting.look("Zoë Dupont").await.text("h1"), "You can join soon");
        meeting.house.app.clock.set(at("13:00:00") + Duration::days(7));
        let page = meeting.look("Zoë Dupont").await;
        meeting.press(&page).await;
        assert_eq!((meeting.is_present("Zoë Dupont"), meeting.proofs()), (true, 2));
        meeting.house.assert_verified().await;
    }
}

both_databases! {
    /// Whoever steps back before it begins was not there, nor is whoever comes to the room instead until they are seen there.
    async fn who_leaves_before_it_begins_was_not_there(kind: Kind) {
        for steps_back in [true, false] {
            let Some(meeting) = Meeting::open(kind).await else { return };
            meeting.at("12:45:00");
            meeting.press(&meeting.look("Zoë Dupont").await).await;
            assert!(meeting.is_present("Zoë Dupont"));
            let (id, _) = meeting.ids("Zoë Dupont").await;
            let (app, now) = (&meeting.house.app, meeting.house.app.now());
            match steps_back {
                true => {
                    app.withdraw(id, Actor::Person, None, now).await.expect("withdrawn");
                }
                false => app.switch_mode(id, Mode::OnSite, Actor::Person, now).await.expect("switched"),
            }
            assert_eq!((meeting.is_present("Zoë Dupont"), meeting.standing()), (false, vec![]), "{steps_back}");
            meeting.house.assert_verified().await;
        }
    }
}

both_databases! {
    /// Who was seen on the day on which it was broken off was not there on the day to which it was moved.
    async fn marks_of_a_day_do_not_count_on_another(kind: Kind) {
        let Some(meeting) = Meeting::open(kind).await else { return };
        meeting.house.enter("here", &["An Peeters"]).await;
        meeting.at("13:05:00");
        let (registration, event) = meeting.ids("An Peeters").await;
        let mark = CheckIn { event, registration, source: ProofSource::Door, at: at("12:50:00"), left_at: None, device: None, key: None };
        meeting.house.app.check_in(mark, Actor::System, meeting.house.app.now()).await.expect("marked");
        meeting.reschedule(at("14:00:00")).await;
        assert!(meeting.is_present("An Peeters"), "an hour later it is the same day");
        meeting.reschedule(at("13:00:00") + Duration::days(3)).await;
        assert!(!meeting.is_present("An Peeters"));
        meeting.house.assert_verified().await;
    }
}

both_databases! {
    /// A report's minutes say how long somebody stayed; that they set out does not outweigh it.
    async fn a_link_proves_joining_and_not_staying(kind: Kind) {
        let Some(meeting) = Meeting::open(kind).await else { return };
        meeting.at("13:00:00");
        let page = meeting.look("Zoë Dupont").await;
        meeting.press(&page).await;
        meeting.at("17:00:00");
        let (registration, event) = meeting.ids("Zoë Dupont").await;
        let (source, left_at) = (quarterdeck::domain::attendance::ProofSource::Report, Some(at("13:03:00")));
        let mark = quarterdeck::app::check_in::CheckIn { event, registration, source, at: at("13:00:00"), left_at, device: None, key: None };
        let told = meeting.house.app.check_in(mark, Actor::System, meeting.house.app.now()).await.expect("marked");
        assert_eq!((told.present, meeting.is_present("Zoë Dupont")), (false, false), "three minutes of three hours");
        let weights: Vec<&str> =
            meeting.house.app.presence_of(registration).await.expect("read").finding.weights.iter().map(|weight| weight.code()).collect();
        assert_eq!(weights, ["report_decides", "too_short"]);
        meeting.house.assert_verified().await;
    }
}

both_databases! {
    async fn the_personal_page_leads_to_the_link_and_no_further(kind: Kind) {
        let Some(meeting) = Meeting::open(kind).await else { return };
        let reference = Reference::parse(&meeting.house.reference("Zoë Dupont")).expect("a reference");
        let own = format!("/en/r/{}", meeting.house.app.secrets.page_token(&reference));
        let page = meeting.visitor.get(&own).await;
        assert_eq!(page.attribute(".actions a.button", "href"), Some(meeting.link("Zoë Dupont").await));
        let file = meeting.visitor.get(&format!("{own}/invitation.ics")).await.body.replace("\r\n ", "");
        let ways: Vec<&str> = file.lines().filter(|line| line.starts_with("CONFERENCE")).collect();
        assert_eq!(ways.len(), 2, "{file}");
        assert!(ways[0].ends_with(&format!("{}{}", meeting.house.base, meeting.link("Zoë Dupont").await)) && ways[1].ends_with(MEETING), "{ways:?}");

        // Above AMBER no calendar says where; the page still does.
        meeting.house.sql().run("UPDATE event SET tlp = 'red'");
        let file = meeting.visitor.get(&format!("{own}/invitation.ics")).await.body.replace("\r\n ", "");
        assert!(!file.contains("/en/j/") && !file.contains("meet.example.be"), "{file}");
        meeting.at("13:00:00");
        let page = meeting.look("Zoë Dupont").await;
        assert!(!page.body.contains("Quarterly Cyber Threat Report (en)"), "the title is not for whoever reads a calendar");
        assert_eq!(meeting.press(&page).await.header("location"), MEETING);
    }
}
