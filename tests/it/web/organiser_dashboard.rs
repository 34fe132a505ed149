//! The dashboard: every number against a scene made by hand, what its filter takes and refuses, who sees it, and what closed quarters show.

use quarterdeck::app::Actor;
use quarterdeck::app::dashboard::{DashboardQuery, Last, Next};
use quarterdeck::app::invite::Invitee;
use quarterdeck::clock::Instant;
use quarterdeck::domain::cadence::Verdict;
use quarterdeck::domain::edition::Edition;
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::language::Language;
use quarterdeck::domain::member::Function;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::staff::Role;
use quarterdeck::stats::dashboard::{Came, Figures, Part};

use super::organiser_house::House;
use crate::both_databases;
use crate::organisations::enter;
use crate::rosters::member;
use crate::support::databases::Kind;
use crate::support::html::{Page, Visitor};
use crate::support::scene::Scene;

const NOW: &str = "2026-08-20T08:00:00Z";

fn at(text: &str) -> Instant {
    text.parse().expect("a moment")
}

fn edition(text: &str) -> Edition {
    text.parse().expect("a quarter")
}

/// Presence is written without its proofs. Three past events of QCTR in three of four quarters, and one to come; who came to which is in the tests.
async fn programme(kind: Kind) -> Option<House> {
    let house = House::open_at(kind, at("2025-10-01T08:00:00Z")).await?;
    for (slug, start) in [("one", "2025-11-10"), ("two", "2026-02-10"), ("three", "2026-08-10"), ("four", "2026-09-10")] {
        house.put(Scene::event(slug).starts_at(at(&format!("{start}T08:00:00Z"))).seats(50));
    }
    let people = [
        ("one", "An", "Acme", Sector::Private),
        ("one", "Bo", "Universiteit", Sector::Academic),
        ("one", "Cé", "Stad", Sector::Public),
        ("two", "An", "Acme", Sector::Private),
        ("two", "Dirk", "Acme", Sector::Private),
        ("three", "An", "Acme", Sector::Private),
        ("three", "Bo", "Universiteit", Sector::Academic),
        ("four", "An", "Acme", Sector::Private),
        ("four", "Bo", "Universiteit", Sector::Academic),
        ("three", "Eva", "Stad", Sector::Public),
    ];
    for (event, name, organisation, sector) in people {
        if name == "Eva" {
            house.app.clock.set(at("2026-08-09T08:00:00Z"));
        }
        let address = format!("{}@{}.example.be", name.replace('é', "e"), organisation.to_lowercase());
        enter(&house.app, house.event(event).await.id, name, &address, organisation, sector).await;
    }
    let mut sql = house.sql();
    for (event, name) in [("one", "An"), ("one", "Bo"), ("two", "An"), ("two", "Dirk"), ("three", "Bo"), ("three", "Eva")] {
        sql.run(&format!(
            "UPDATE registration SET present = TRUE WHERE name = '{name}' AND event_id = (SELECT id FROM event WHERE slug = '{event}')"
        ));
    }
    house.app.clock.set(at(NOW));
    let invitee = Invitee {
        email: EmailAddress::parse("guest@ulb.example.be").expect("an address"),
        name: None,
        organisation: None,
        sector: Some(Sector::Academic),
        language: Language::Fr,
    };
    house.app.invite(house.event("four").await.id, vec![invitee], None, Actor::System, house.app.now()).await.expect("invited");
    Some(house)
}

/// The rows of the table of a chart, each with its headings and figures, with plain spaces and hyphens.
fn rows(page: &Page, chart: &str) -> Vec<String> {
    lines(page, &format!("section[aria-labelledby={chart}] tbody"))
}

fn lines(page: &Page, of: &str) -> Vec<String> {
    let line = |n: usize| plain(&page.texts(&format!("{of} tr:nth-child({n}) > *")).join(" "));
    (1..=page.count(&format!("{of} tr"))).map(line).collect()
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\u{2011}', "-")
}

async fn shown(visitor: &Visitor, rest: &str) -> Page {
    let page = visitor.get(&format!("/organiser/en/dashboard{rest}")).await;
    assert_eq!(page.status, 200, "{}", page.body);
    page
}

/// Four quarters, of which the third had no event.
const SPAN: &str = "from=2025-Q4&to=2026-Q3";

both_databases! {
    async fn every_number_of_the_dashboard(kind: Kind) {
        let Some(house) = programme(kind).await else { return };
        let reporter = house.staff(Role::Reporter, None).await;
        let page = shown(&reporter, &format!("?{SPAN}")).await;
        let attended = rows(&page, "by_sector");
        let name = page.text("section[aria-labelledby=by_sector] tbody th");
        assert!(name.contains("Cyber Threat Report"), "{name}");
        let expected = ["Private sector 1 2 – 0", "Academic sector 1 0 – 1", "Public sector 0 0 – 1"].map(|row| format!("{name} {row}"));
        assert_eq!(attended, expected);
        let expected = [
            "Invited 0 0 – 1",
            "Registered 3 2 – 5",
            "Had a seat 3 2 – 5",
            "Attended 2 2 – 2",
            "Share that did not come 33.3 % (1 of 3) 0.0 % (0 of 2) – 33.3 % (1 of 3)",
        ];
        assert_eq!(rows(&page, "funnel"), expected);
        let finding = plain(&page.text("section[aria-labelledby=by_sector] desc"));
        assert_eq!(finding, "2025-Q4 → 2026-Q3. Private sector: 1 → 0; Academic sector: 1 → 1; Public sector: 0 → 1.");
        assert_eq!(page.count("section[aria-labelledby=by_sector] svg[role=img]"), 1, "a panel for each platform that met");

        let people = shown(&reporter, &format!("/people?{SPAN}&platform=qctr")).await;
        assert_eq!(rows(&people, "people"), ["People 2 2 – 2", "For the first time 2 1 – 1", "Attended before 0 1 – 1"]);
        assert_eq!(rows(&people, "organisations"), ["Organisations 2 1 – 2", "For the first time 2 0 – 1", "Attended before 0 1 – 1"]);
        let lead = ["On the day itself 0 0 – 0", "1 to 7 days 0 0 – 1", "8 to 14 days 0 0 – 0", "15 to 30 days 0 0 – 0", "More than 30 days 3 2 – 4", "Median 40 132 – 313"];
        assert_eq!(rows(&people, "lead"), lead);

        let ways = shown(&reporter, &format!("/ways?{SPAN}")).await;
        assert_eq!(rows(&ways, "by_mode"), ["On site 2 2 – 2", "Online 0 0 – 0"]);
        let languages = rows(&ways, "by_language");
        assert!(languages.iter().any(|row| row == "English 2 2 – 2") && languages.len() == 4, "{languages:?}");

        let private = shown(&reporter, &format!("?{SPAN}&sector=private")).await;
        assert_eq!(rows(&private, "funnel"), ["Invited 0 0 – 0", "Registered 1 2 – 2", "Had a seat 1 2 – 2", "Attended 1 2 – 0", "Share that did not come 0.0 % (0 of 1) 0.0 % (0 of 2) – 100.0 % (1 of 1)"]);
        let academic = shown(&reporter, &format!("?{SPAN}&sector=academic")).await;
        assert_eq!(rows(&academic, "funnel")[0], "Invited 0 0 – 1");
        let split = shown(&reporter, &format!("/people?{SPAN}&sector=private")).await;
        assert!(split.count("svg[role=img]") == 0 && split.text("main").contains("not split by sector"), "{}", split.body);
    }
}

both_databases! {
    /// Rhythm, the last event against the one before, the next one with its seats.
    async fn platforms_stand_as_they_stand(kind: Kind) {
        let Some(house) = programme(kind).await else { return };
        let of = |slug: &'static str| {
            let (app, now) = (house.app.clone(), house.app.now());
            async move { app.standings(vec![app.platform_id(slug).await.expect("a read").expect("a platform")], now).await.expect("standings").remove(0) }
        };
        let qctr = of("qctr").await;
        assert_eq!(qctr.verdict, Some(Verdict::Kept));
        assert_eq!(qctr.last, Some(Last { slug: "three".into(), day: "2026-08-10".parse().expect("a day"), attended: 2, before: Some(2) }));
        assert_eq!(qctr.next, Some(Next { slug: "four".into(), day: "2026-09-10".parse().expect("a day"), taken: 2, seats: Some(50) }));
        house.sql().run("UPDATE registration SET present = FALSE WHERE name = 'Eva'");
        assert_eq!(of("qctr").await.last.map(|last| (last.attended, last.before)), Some((1, Some(2))));
        // A month of this quarter is over without a meeting; no interval is set; a quarter runs with nothing planned.
        assert_eq!(of("sit").await.verdict, Some(Verdict::Missed));
        assert_eq!((of("nccb").await.verdict, of("nccb").await.next), (None, None));
        assert_eq!(of("csi-dpo").await.verdict, Some(Verdict::AtRisk));
        house.put(Scene::event("session").platform("csi-dpo").starts_at(at("2026-09-20T08:00:00Z")).hybrid(None));
        let planned = of("csi-dpo").await;
        assert_eq!((planned.verdict, planned.next.map(|next| (next.taken, next.seats))), (Some(Verdict::Planned), Some((0, None))));

        let reporter = house.staff(Role::Reporter, None).await;
        let strip = shown(&reporter, "").await.text(".stands");
        for words in ["● Kept", "▲ At risk", "◐ Planned", "✕ Missed", "○ No fixed rhythm", "1 person attended", "▼ 1 fewer than before", "2 of 50 seats taken", "0 seats taken, no limit", "Nothing planned", "No event yet"] {
            assert_eq!(strip.contains(words), words != "▲ At risk", "{words}: {strip}");
        }
    }
}

both_databases! {
    /// A platform that was set up in the middle of a quarter owes nothing for it; a programme without events has no figures and says so.
    async fn an_empty_programme_and_a_platform_of_half_a_quarter(kind: Kind) {
        let Some(house) = House::open_at(kind, at("2025-10-21T08:00:00Z")).await else { return };
        let reporter = house.staff(Role::Reporter, None).await;
        for part in ["", "/people", "/ways"] {
            let page = shown(&reporter, part).await;
            assert!(page.count("svg[role=img]") == 0 && page.text("main").contains("No event counts in this period"), "{part}: {}", page.body);
        }
        let strip = shown(&reporter, "").await.text(".stands");
        assert!(strip.contains("No duty") && !strip.contains("Missed") && strip.contains("No event yet"), "{strip}");
    }
}

both_databases! {
    /// Closed quarters are told as they were frozen and marked; live ones follow what is corrected.
    async fn closed_quarters_are_frozen_in_the_dashboard(kind: Kind) {
        let Some(house) = programme(kind).await else { return };
        let platform = house.app.platform_id("qctr").await.expect("a read").expect("a platform");
        for quarter in ["2025-Q4", "2026-Q1"] {
            house.app.close_quarter(platform, edition(quarter), None, Actor::Operator, house.app.now()).await.expect("closed");
        }
        let reporter = house.staff(Role::Reporter, Some("qctr")).await;
        let tables = |page: &Page| page.texts(".dash tbody tr > *").join(" ");
        let mut before = Vec::new();
        for part in ["", "/people", "/ways"] {
            before.push(tables(&shown(&reporter, &format!("{part}?{SPAN}")).await));
        }
        house.sql().run("UPDATE registration SET present = FALSE WHERE name IN ('An', 'Dirk')");
        for (part, before) in ["", "/people", "/ways"].into_iter().zip(before) {
            let page = shown(&reporter, &format!("{part}?{SPAN}")).await;
            assert_eq!(tables(&page), before, "{part}: nobody was taken out of a quarter that is open");
            let heads = lines(&page, ".dash thead");
            assert!(heads.iter().any(|head| head.ends_with("2025-Q4 ▪ 2026-Q1 ▪ 2026-Q2 2026-Q3")), "{heads:?}");
        }
        house.sql().run("UPDATE registration SET present = FALSE WHERE name = 'Bo'");
        assert_eq!(rows(&shown(&reporter, &format!("?{SPAN}")).await, "funnel")[3], "Attended 2 2 – 1");
        // Who came before is asked of the names that are there; of organisations, of what was frozen.
        let people = shown(&reporter, &format!("/people?{SPAN}")).await;
        assert_eq!(rows(&people, "people"), ["People 2 2 – 1", "For the first time 2 1 – 1", "Attended before 0 1 – 0"]);
    }
}

both_databases! {
    /// The roster on the last day of each quarter, or today; and who of it was represented.
    async fn coverage_over_quarters(kind: Kind) {
        let Some(house) = House::open_at(kind, at("2026-01-10T08:00:00Z")).await else { return };
        let platform = house.app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        for (name, organisation, function, term) in [
            ("An Maes", "FOD Een", Function::Csi, ("2026-01-01", "2026-05-31")),
            ("Bo Maes", "FOD Twee", Function::Csi, ("2026-01-01", "")),
            ("Cas Maes", "FOD Twee", Function::Dpo, ("2026-04-01", "")),
        ] {
            house.app.add_member(platform, member(name, organisation, function, term), Actor::System, house.app.now()).await.expect("added");
        }
        house.app.clock.set(at(NOW));
        let query = DashboardQuery { platforms: vec![platform], from: edition("2026-Q1"), to: edition("2026-Q3"), part: Part::Ways };
        let read = house.app.dashboard(query, house.app.now()).await.expect("figures");
        let roster = |function: Function| read[0].quarters.iter().map(|q| Figures::of(q, None).coverage.get(&function).copied().unwrap_or_default()).collect::<Vec<_>>();
        // Organisations, held, deputy only, vacant, represented.
        assert_eq!(roster(Function::Csi), [[2, 2, 0, 0, 0], [2, 1, 0, 1, 0], [2, 1, 0, 1, 0]]);
        assert_eq!(roster(Function::Dpo), [[2, 0, 0, 2, 0], [2, 1, 0, 1, 0], [2, 1, 0, 1, 0]]);
        let reporter = house.staff(Role::Reporter, Some("csi-dpo")).await;
        let page = shown(&reporter, "/ways?from=2026-Q1&to=2026-Q3").await;
        let coverage = rows(&page, "coverage");
        assert!(coverage.iter().any(|row| row.ends_with("Vacant 0 1 1")), "{coverage:?}");
    }
}

both_databases! {
    async fn the_filter_says_what_it_cannot_show(kind: Kind) {
        let Some(house) = programme(kind).await else { return };
        let reporter = house.staff(Role::Reporter, Some("csi-dpo")).await;
        for (asked, says) in [
            ("from=2026-Q9", "“2026-Q9” is not a quarter"),
            ("to=%3Cb%3Enow", "“<b>now” is not a quarter"),
            ("from=2026-Q3&to=2026-Q2", "2026-Q2 lies before the first quarter"),
            ("from=2024-Q3&to=2026-Q3", "Begin with 2024-Q4 or later"),
            ("platform=nothing", "no platform “nothing”"),
            ("platform=qctr", "no platform “qctr”"),
            ("sector=military", "no sector “military”"),
        ] {
            for part in ["", "/people", "/ways"] {
                let page = reporter.get(&format!("/organiser/en/dashboard{part}?{asked}")).await;
                assert_eq!(page.status, 422, "{asked}: {}", page.body);
                assert!(plain(&page.text(".errors")).contains(says), "{asked}: {}", page.text(".errors"));
                assert_eq!(page.count("svg[role=img]"), 0, "{asked}: no figure beside a fault");
            }
        }
        // Two faults at once are both said; what is left empty is as if it were not there.
        let both = reporter.get("/organiser/en/dashboard?from=x&sector=y").await;
        assert_eq!(both.count(".errors li"), 2, "{}", both.body);
        let bare = shown(&reporter, "?from=&to=&platform=&sector=").await;
        assert!(plain(&bare.text("main")).contains("2024-Q4 – 2026-Q3"), "the last eight quarters: {}", bare.text("main"));
        // What belongs to other platforms does not show.
        assert!(!bare.text(".stands").contains("Quarterly") && bare.texts(".stands li").len() == 1, "{}", bare.text(".stands"));
        assert_eq!(reporter.get("/organiser/en/dashboard/else").await.status, 404);
        let desk = house.staff(Role::Desk, None).await;
        assert_eq!(desk.get("/organiser/en/dashboard").await.status, 403);
        for language in ["nl", "fr", "de"] {
            for part in ["", "/people", "/ways"] {
                let page = reporter.get(&format!("/organiser/{language}/dashboard{part}")).await;
                assert!(page.status == 200 && !page.body.contains('⟦'), "{}", page.body);
            }
        }
    }
}

#[test]
fn platforms_are_added_up_and_gaps_stay_gaps() {
    let one = Figures {
        events: 1,
        held: 1,
        sectors: [1, 2, 3],
        people: Came { first: 1, again: 2, is_bound: false },
        is_closed: true,
        ..Figures::default()
    };
    let two = Figures { events: 2, held: 0, people: Came { first: 4, again: 0, is_bound: true }, ..Figures::default() };
    let nothing = Figures::default();
    let all = Figures::together([&one, &two, &nothing]);
    assert_eq!((all.events, all.held, all.sectors), (3, 1, [1, 2, 3]));
    assert_eq!(all.people, Came { first: 5, again: 2, is_bound: true });
    assert!(!all.is_closed, "a quarter that one platform has not closed");
    assert!(Figures::together([&one, &nothing]).is_closed, "whoever has nothing to count keeps nothing open");
    assert!(!Figures::together([&nothing]).is_closed);
}
