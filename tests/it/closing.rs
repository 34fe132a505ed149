//! Closing a quarter: figures are frozen, told as they were frozen, corrected by revisions, and kept when names go.

use quarterdeck::app::check_in::CheckIn;
use quarterdeck::app::close_quarter::{Done, Grounds};
use quarterdeck::app::report::ReportQuery;
use quarterdeck::app::{Actor, AppError};
use quarterdeck::clock::Instant;
use quarterdeck::domain::attendance::ProofSource;
use quarterdeck::domain::closing::NotClosable;
use quarterdeck::domain::edition::Edition;
use quarterdeck::domain::ids::{PlatformId, RegistrationId};
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::staff::Role;
use quarterdeck::stats::attendance::Dimension;
use quarterdeck::stats::quarter::{Cell, Measure, QuarterReport, Statistic};
use serde_json::Value;

use crate::both_databases;
use crate::rosters::member;
use crate::support::scene::Scene;
use crate::web::organiser_house::House;

fn at(text: &str) -> Instant {
    text.parse().expect("a moment")
}

fn edition(text: &str) -> Edition {
    text.parse().expect("a quarter")
}

/// A house on a day of the past, with what closes quarters there.
struct Quarter {
    house: House,
    platform: PlatformId,
}

impl Quarter {
    /// On the first of February 2026, with an event of the first quarter on the tenth.
    async fn open(kind: crate::support::databases::Kind) -> Option<Self> {
        let house = House::open_at(kind, at("2026-02-01T09:00:00Z")).await?;
        house.put(Scene::event("first").starts_at(at("2026-02-10T08:00:00Z")).hybrid(None));
        let platform = house.app.platform_id("qctr").await.expect("a read").expect("a platform");
        Some(Self { house, platform })
    }

    fn go(&self, to: &str) {
        self.house.app.clock.set(at(to));
    }

    fn id(&self, name: &str, event: &str) -> RegistrationId {
        let query =
            format!("SELECT r.id AS value FROM registration r JOIN event e ON e.id = r.event_id WHERE r.name = '{name}' AND e.slug = '{event}'");
        RegistrationId(self.house.sql().number(&query))
    }

    /// Marks somebody as present.
    async fn came(&self, name: &str, event: &str) {
        let mark = CheckIn {
            event: self.house.event(event).await.id,
            registration: self.id(name, event),
            source: ProofSource::Door,
            at: self.house.app.now(),
            left_at: None,
            device: None,
            key: None,
        };
        self.house.app.check_in(mark, Actor::System, self.house.app.now()).await.expect("marked");
    }

    async fn close(&self, quarter: &str, reason: Option<&str>) -> Result<Done, AppError> {
        let reason = reason.map(|text| Grounds::parse(text).expect("a reason"));
        self.house.app.close_quarter(self.platform, edition(quarter), reason, Actor::Operator, self.house.app.now()).await
    }

    async fn refused(&self, quarter: &str, reason: Option<&str>) -> NotClosable {
        match self.close(quarter, reason).await {
            Err(AppError::NotClosable(why)) => why,
            other => panic!("{quarter}: {other:?}"),
        }
    }

    async fn report(&self, quarter: &str) -> QuarterReport {
        self.house.app.report_quarter(self.platform, edition(quarter), self.house.app.now()).await.expect("a report")
    }

    /// The attendance of the year by everything, exact and for publication.
    async fn attendance(&self) -> (Value, Value) {
        let query = ReportQuery { from: edition("2026-Q1"), to: edition("2026-Q4"), platforms: None, by: Dimension::ALL.to_vec() };
        let (app, now) = (&self.house.app, self.house.app.now());
        let exact = app.report_attendance(query.clone(), now).await.expect("a report");
        let told = app.publish_attendance(query, 3, now).await.expect("a report");
        (serde_json::to_value(exact).expect("JSON"), serde_json::to_value(told).expect("JSON"))
    }
}

fn figure(report: &QuarterReport, statistic: Statistic, of: &str, measure: Measure) -> Option<Cell> {
    let table = report.table(statistic)?;
    let place = table.columns.iter().position(|column| *column == measure)?;
    table.rows.iter().find(|row| row.of.code() == of).map(|row| row.cells[place].clone())
}

fn count(report: &QuarterReport, of: &str) -> Option<Cell> {
    figure(report, Statistic::People, of, Measure::Count)
}

both_databases! {
    /// Closed when it is over; what is corrected after that changes nothing until a revision is made, with its reason.
    async fn a_closed_quarter_is_told_as_it_was(kind: Kind) {
        let Some(q) = Quarter::open(kind).await else { return };
        q.house.enter("first", &["An Peeters", "Bo Maes", "Cé Claes"]).await;
        q.house.enter_online("first", "Dirk Online").await;
        q.came("An Peeters", "first").await;
        assert_eq!(q.refused("2026-Q1", None).await, NotClosable::NotOver);
        q.go("2026-03-31T21:59:59Z");
        assert_eq!(q.refused("2026-Q1", None).await, NotClosable::NotOver, "the last second in Brussels");
        q.go("2026-04-01T08:00:00Z");
        let (live, attendance) = (q.report("2026-Q1").await, q.attendance().await);
        assert!(live.closed.is_none());
        let first = q.close("2026-Q1", None).await.expect("closed");
        assert_eq!((first.revision, first.is_new, first.differences.len()), (1, true, 0));
        let told = q.report("2026-Q1").await;
        assert_eq!((told.figures(), told.closed.as_ref().map(|closed| closed.revision)), (live.figures(), Some(1)));
        assert_eq!(q.attendance().await, attendance);

        q.came("Bo Maes", "first").await;
        assert_eq!(q.report("2026-Q1").await, told, "corrected, not yet told");
        assert_eq!(q.attendance().await, attendance);
        assert_eq!(q.refused("2026-Q1", None).await, NotClosable::ReasonMissing);
        let second = q.close("2026-Q1", Some("a list of the door was found")).await.expect("closed again");
        assert_eq!((second.revision, second.is_new), (2, true));
        let differs = |statistic, measure, was, is| {
            second.differences.iter().any(|d| (d.statistic, d.measure, &d.was, &d.is) == (statistic, measure, &Cell::Number(was), &Cell::Number(is)))
        };
        assert!(differs(Statistic::Funnel, Measure::Attended, 1, 2) && differs(Statistic::People, Measure::Count, 1, 2), "{second:?}");
        let again = q.close("2026-Q1", Some("to be sure")).await.expect("the same");
        assert_eq!((again.revision, again.is_new, again.fingerprint), (2, false, second.fingerprint.clone()));
        assert_ne!(q.attendance().await, attendance);

        let revisions = q.house.app.revisions(q.platform, edition("2026-Q1")).await.expect("revisions");
        let told_as: Vec<_> = revisions.iter().filter_map(|each| each.report.closed.as_ref()).map(|c| (c.revision, c.latest, c.reason.as_str())).collect();
        assert_eq!(told_as, [(1, 2, ""), (2, 2, "a list of the door was found")]);
        let old = q.house.app.report_revision(q.platform, edition("2026-Q1"), 1).await.expect("the first");
        assert_eq!(old.figures(), told.figures());
        assert!(matches!(q.house.app.report_revision(q.platform, edition("2026-Q1"), 3).await, Err(AppError::NotFound)));
        q.house.assert_verified().await;
    }
}

both_databases! {
    /// Names go, figures stay: of the quarter, of the year, exact and published. They cannot be counted anew after that.
    async fn a_purge_changes_no_figure_of_a_closed_quarter(kind: Kind) {
        let Some(q) = Quarter::open(kind).await else { return };
        q.house.enter("first", &["An Peeters", "Bo Maes"]).await;
        q.came("An Peeters", "first").await;
        q.go("2026-04-02T08:00:00Z");
        q.close("2026-Q1", None).await.expect("closed");
        let (report, attendance) = (q.report("2026-Q1").await, q.attendance().await);
        q.go("2026-06-01T08:00:00Z");
        assert_eq!(q.house.app.purge(q.house.app.now()).await.expect("purged"), 2);
        assert_eq!(q.house.sql().count("registration", "name <> '' OR person_id IS NOT NULL"), 0);
        assert_eq!((q.report("2026-Q1").await, q.attendance().await), (report, attendance));
        assert_eq!(q.refused("2026-Q1", Some("too late")).await, NotClosable::NamesGone);
        // Also where the time was longer when they went.
        let mut app = q.house.app.clone();
        app.settings = std::sync::Arc::new(quarterdeck::app::Settings { retention_days: 3000, ..(*app.settings).clone() });
        let late = app.close_quarter(q.platform, edition("2026-Q1"), Some(Grounds::parse("too late").expect("a reason")), Actor::Operator, app.now()).await;
        assert!(matches!(late, Err(AppError::NotClosable(NotClosable::NamesGone))), "{late:?}");
        q.house.assert_verified().await;
    }
}

both_databases! {
    /// Nobody closed it: the service does, before the first name goes; what runs still is kept as it stands, and told so while nobody comes.
    async fn the_service_freezes_before_it_purges(kind: Kind) {
        let Some(q) = Quarter::open(kind).await else { return };
        q.house.put(Scene::event("second").starts_at(at("2026-04-10T08:00:00Z")));
        q.house.put(Scene::event("third").starts_at(at("2026-06-20T08:00:00Z")));
        for event in ["first", "second", "third"] {
            q.house.enter(event, &["An Peeters", "Bo Maes"]).await;
        }
        // The same two people, by address.
        q.house.sql().run("UPDATE registration SET person_id = (SELECT min(r.person_id) FROM registration r WHERE r.name = registration.name)");
        q.came("An Peeters", "first").await;
        q.came("An Peeters", "second").await;
        q.came("Bo Maes", "second").await;
        q.go("2026-05-13T08:00:00Z");
        let (first, second, attendance) = (q.report("2026-Q1").await, q.report("2026-Q2").await, q.attendance().await);
        assert_eq!(count(&second, "returning"), Some(Cell::Number(1)));
        assert_eq!(q.house.app.purge(q.house.app.now()).await.expect("purged"), 2);
        let told = q.report("2026-Q1").await;
        let closed = told.closed.clone().expect("closed");
        assert_eq!((told.figures(), closed.is_final, closed.revision), (first.figures(), true, 1));
        let by: Vec<String> = q.house.app.revisions(q.platform, edition("2026-Q1")).await.expect("revisions").into_iter().map(|r| r.actor).collect();
        assert_eq!(by, ["system"]);
        // The second quarter runs: it is not closed, and it is still known who came before.
        assert_eq!(q.report("2026-Q2").await, second);
        let interim = q.house.app.report_revision(q.platform, edition("2026-Q2"), 1).await.expect("an interim");
        assert_eq!((interim.figures(), interim.closed.map(|closed| closed.is_final)), (second.figures(), Some(false)));
        assert_eq!(q.attendance().await, attendance);
        assert_eq!(q.house.app.purge(q.house.app.now()).await.expect("purged"), 0);
        assert_eq!(q.house.sql().count("closing", "1 = 1"), 2, "once is enough");

        // Somebody comes afterwards: then it is a bound, and says so.
        q.go("2026-06-20T12:00:00Z");
        q.came("Bo Maes", "third").await;
        let bound = q.report("2026-Q2").await;
        assert_eq!((count(&bound, "returning"), count(&bound, "returning_at_least")), (None, Some(Cell::Number(0))));
        q.go("2026-07-01T08:00:00Z");
        assert_eq!(q.close("2026-Q2", None).await.expect("closed").revision, 2);
        assert_eq!(q.report("2026-Q2").await.figures(), bound.figures());
        q.house.assert_verified().await;
    }
}

both_databases! {
    /// The first event of a quarter loses its names while the last keeps them: what is recorded of that one still counts, and a correction
    /// that nobody closed the quarter for again is kept before the names go.
    async fn a_quarter_is_open_to_correction_until_the_last_name_goes(kind: Kind) {
        let Some(q) = Quarter::open(kind).await else { return };
        q.house.put(Scene::event("last").starts_at(at("2026-03-28T08:00:00Z")));
        q.house.enter("first", &["An Peeters"]).await;
        q.house.enter("last", &["Bo Maes", "Cis Claes"]).await;
        q.came("An Peeters", "first").await;
        q.go("2026-05-13T08:00:00Z");
        assert_eq!(q.house.app.purge(q.house.app.now()).await.expect("purged"), 1);
        assert!(q.report("2026-Q1").await.closed.is_none(), "the last event has its names");
        q.came("Bo Maes", "last").await;
        q.close("2026-Q1", None).await.expect("closed by hand");
        let attended = |report: &QuarterReport| report.table(Statistic::Funnel).expect("a table").rows[0].cells.clone();
        let one = attended(&q.report("2026-Q1").await);
        q.came("Cis Claes", "last").await;
        assert_eq!(attended(&q.report("2026-Q1").await), one, "not before it is closed again");
        q.go("2026-07-01T08:00:00Z");
        assert_eq!(q.house.app.purge(q.house.app.now()).await.expect("purged"), 2);
        let told = q.report("2026-Q1").await;
        assert_ne!(attended(&told), one, "and before the names go");
        assert!(told.closed.is_some_and(|closed| closed.is_final && closed.revision == 3), "an interim, by hand, by the service");
        assert_eq!(q.house.sql().count("registration", "present"), 3);
        assert_eq!(q.house.app.purge(q.house.app.now()).await.expect("purged"), 0);
        assert_eq!(q.refused("2026-Q1", Some("too late")).await, NotClosable::NamesGone);
        assert_eq!(q.house.sql().count("closing", "edition = '2026-Q1'"), 3, "once is enough");
        q.house.assert_verified().await;
    }
}

both_databases! {
    /// The last event of a quarter may have no names to lose: the quarter is closed all the same once it would lose them.
    async fn a_quarter_whose_last_event_has_nobody_is_closed(kind: Kind) {
        let Some(q) = Quarter::open(kind).await else { return };
        q.house.put(Scene::event("empty").starts_at(at("2026-03-28T08:00:00Z")));
        q.house.enter("first", &["An Peeters"]).await;
        q.came("An Peeters", "first").await;
        q.go("2026-05-13T08:00:00Z");
        assert_eq!(q.house.app.purge(q.house.app.now()).await.expect("purged"), 1);
        assert!(q.report("2026-Q1").await.closed.is_none(), "the last event could still be corrected");
        q.go("2026-07-01T08:00:00Z");
        for _ in 0..2 {
            assert_eq!(q.house.app.purge(q.house.app.now()).await.expect("purged"), 0);
            let closed = q.report("2026-Q1").await.closed.expect("closed");
            assert_eq!((closed.is_final, closed.revision), (true, 2));
        }
        assert_eq!(count(&q.report("2026-Q1").await, "people"), Some(Cell::Number(1)), "as it was before the names went");
        q.house.assert_verified().await;
    }
}

both_databases! {
    /// A closing that cannot be read keeps the names of its platform, and of no other.
    async fn figures_that_cannot_be_read_keep_names_of_their_platform_alone(kind: Kind) {
        let Some(q) = Quarter::open(kind).await else { return };
        q.house.put(Scene::event("elsewhere").platform("sit").starts_at(at("2026-02-11T08:00:00Z")));
        q.house.enter("first", &["An Peeters"]).await;
        q.house.enter("elsewhere", &["Bo Maes"]).await;
        q.go("2026-04-02T08:00:00Z");
        q.close("2026-Q1", None).await.expect("closed");
        let mut sql = q.house.sql();
        let named = |sql: &mut crate::support::sql::Sql, name: &str| sql.count("registration", &format!("name = '{name}'"));
        for damage in ["'{}'", "replace(content, '\"form\":1', '\"form\":2')"] {
            sql.run("CREATE TABLE kept AS SELECT id, content FROM closing");
            sql.run(&format!("UPDATE closing SET content = {damage}"));
            q.go("2026-07-01T08:00:00Z");
            q.house.app.purge(q.house.app.now()).await.expect("the others are purged");
            assert_eq!((named(&mut sql, "An Peeters"), named(&mut sql, "Bo Maes")), (1, 0), "{damage}");
            sql.run("UPDATE closing SET content = (SELECT kept.content FROM kept WHERE kept.id = closing.id) WHERE id IN (SELECT id FROM kept)");
            sql.run("DROP TABLE kept");
        }
        assert_eq!(q.house.app.purge(q.house.app.now()).await.expect("purged"), 1);
        assert_eq!(named(&mut sql, "An Peeters"), 0);
        q.house.assert_verified().await;
    }
}

both_databases! {
    /// An event early in a long quarter loses its names before the quarter is over: what stood then is kept, and closed in the end.
    async fn what_goes_before_the_quarter_is_over_is_kept(kind: Kind) {
        let Some(q) = Quarter::open(kind).await else { return };
        q.house.put(Scene::event("early").starts_at(at("2026-07-01T08:00:00Z")));
        q.house.enter("early", &["An Peeters", "Bo Maes"]).await;
        q.came("An Peeters", "early").await;
        q.go("2026-09-30T08:00:00Z");
        let before = q.report("2026-Q3").await;
        assert_eq!(count(&before, "people"), Some(Cell::Number(1)));
        assert_eq!(q.house.app.purge(q.house.app.now()).await.expect("purged"), 2);
        assert_eq!(q.report("2026-Q3").await, before, "not closed, and not a figure changed");
        q.go("2026-10-01T08:00:00Z");
        q.close("2026-Q3", None).await.expect("closed");
        assert_eq!(q.report("2026-Q3").await.figures(), before.figures());
        q.house.assert_verified().await;
    }
}

both_databases! {
    /// A later quarter compares with what was frozen, whatever was corrected since.
    async fn later_quarters_compare_with_what_was_frozen(kind: Kind) {
        let Some(q) = Quarter::open(kind).await else { return };
        let first = q.house.event("first").await.id;
        for (name, organisation, sector) in [("An", "Stad Gent", Sector::Public), ("Bo", "Example NV", Sector::Private)] {
            let address = format!("{name}@{}.example.be", organisation.to_lowercase().replace(' ', ""));
            crate::organisations::enter(&q.house.app, first, name, &address, organisation, sector).await;
        }
        q.came("An", "first").await;
        q.house.put(Scene::event("second").starts_at(at("2026-05-10T08:00:00Z")));
        let second = q.house.event("second").await.id;
        crate::organisations::enter(&q.house.app, second, "An", "an@stadgent.example.be", "Stad Gent", Sector::Public).await;
        q.came("An", "second").await;
        q.go("2026-04-02T08:00:00Z");
        q.close("2026-Q1", None).await.expect("closed");
        let before = q.report("2026-Q2").await;
        assert_eq!(figure(&before, Statistic::Mix, "public", Measure::ShareBefore), Some(Cell::Share { part: 1, whole: 1 }));
        let organisations = |report: &QuarterReport| figure(report, Statistic::Organisations, "returning_organisations", Measure::Count);
        assert_eq!(organisations(&before), Some(Cell::Number(1)));
        // Corrected in the tables: not told until it is a revision.
        q.came("Bo", "first").await;
        assert_eq!(q.report("2026-Q2").await, before);
        q.close("2026-Q1", Some("counted again")).await.expect("closed again");
        let after = q.report("2026-Q2").await;
        assert_eq!(figure(&after, Statistic::Mix, "public", Measure::ShareBefore), Some(Cell::Share { part: 1, whole: 2 }));
        // The organisation becomes part of another: it came before all the same.
        crate::organisations::register(&q.house.app, "Gent en omstreken", Sector::Public, &[]).await;
        crate::organisations::merge(&q.house.app, "Stad Gent", "Gent en omstreken").await;
        assert_eq!(organisations(&q.report("2026-Q2").await), Some(Cell::Number(1)));
        q.house.assert_verified().await;
    }
}

both_databases! {
    /// Nothing comes to a closed quarter any more; and while an event of it is to come, it cannot be closed.
    async fn no_event_comes_to_a_closed_quarter(kind: Kind) {
        let Some(q) = Quarter::open(kind).await else { return };
        let mut sql = q.house.sql();
        q.house.put(Scene::event("late").starts_at(at("2026-04-20T08:00:00Z")));
        q.house.put(Scene::event("draft").starts_at(at("2026-04-25T08:00:00Z")).status("draft"));
        sql.run("UPDATE event SET edition = '2026-Q1' WHERE slug IN ('late', 'draft')");
        q.go("2026-04-02T08:00:00Z");
        assert_eq!(q.refused("2026-Q1", None).await, NotClosable::ToCome);
        let late = q.house.event("late").await.id;
        q.house.app.cancel_event(late, None, None, Actor::Operator, q.house.app.now()).await.expect("called off");
        q.close("2026-Q1", None).await.expect("closed");
        let draft = q.house.event("draft").await.id;
        let refused = q.house.app.publish_event(draft, None, Actor::Operator, q.house.app.now()).await;
        assert!(matches!(refused, Err(AppError::WrongEventState("quarter_closed"))), "{refused:?}");
        let organiser = q.house.staff(Role::Organiser, Some("qctr")).await;
        let page = organiser.get("/organiser/en/events/draft").await;
        let told = organiser.send(&page.form("/publish")).await;
        assert!(told.text("body").contains("Not published: the quarter is closed"), "{}", told.body);
        assert_eq!(q.house.event("draft").await.status.code(), "draft");
    }
}

both_databases! {
    /// The roster of a quarter that nobody closed is kept before mandates lose their names.
    async fn coverage_is_kept_when_mandates_are_purged(kind: Kind) {
        let Some(house) = House::open_at(kind, at("2026-02-01T09:00:00Z")).await else { return };
        let platform = house.app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        let mandate = member("Oude Mandaat", "FOD Bruggen", quarterdeck::domain::member::Function::Dpo, ("2026-01-01", "2026-04-30"));
        house.app.add_member(platform, mandate, Actor::System, house.app.now()).await.expect("added");
        house.app.clock.set(at("2026-07-30T08:00:00Z"));
        let told = |quarter: &'static str| {
            let (app, now) = (house.app.clone(), house.app.now());
            async move { app.report_quarter(platform, edition(quarter), now).await.expect("a report") }
        };
        let before = [told("2026-Q1").await, told("2026-Q2").await].map(|report| report.figures());
        house.app.purge(house.app.now()).await.expect("purged");
        assert_eq!(house.sql().count("member", "name <> ''"), 0);
        let after = [told("2026-Q1").await, told("2026-Q2").await];
        assert_eq!(after.clone().map(|report| report.figures()), before);
        assert!(after[0].closed.is_some(), "closed by the service");
        house.assert_verified().await;
    }
}

both_databases! {
    /// The console: a button for whoever may once the quarter is over, the revisions with what differs, and nothing for the others.
    async fn a_quarter_is_closed_in_the_console(kind: Kind) {
        let Some(q) = Quarter::open(kind).await else { return };
        q.house.enter("first", &["An Peeters", "Bo Maes"]).await;
        let [organiser, _] = [q.house.staff(Role::Organiser, Some("qctr")).await, q.house.staff(Role::Reporter, Some("qctr")).await];
        let base = "/organiser/en/figures/quarter/qctr/2026-Q1";
        assert!(!organiser.get(base).await.body.contains("/close"), "the quarter runs");
        let early = organiser.get(&format!("{base}/close")).await;
        assert!(early.text("main").contains("The quarter is not over"), "{}", early.body);
        q.go("2026-04-02T08:00:00Z");
        // Two months later everybody signs in anew.
        let (organiser, _) = q.house.sign_in("organiser.qctr@ccb.example.be").await;
        let (reporter, _) = q.house.sign_in("reporter.qctr@ccb.example.be").await;
        assert!(!reporter.get(base).await.body.contains("/close"));
        assert_eq!(reporter.get(&format!("{base}/close")).await.status, 403);
        assert!(organiser.get(base).await.body.contains(&format!("{base}/close")));
        let form = organiser.get(&format!("{base}/close")).await.form("/close");
        let page = organiser.send(&form).await;
        assert_eq!(page.status, 200);
        assert!(page.text("main").contains("revision 1") && page.text("body").contains("The quarter is closed"), "{}", page.body);
        assert!(!organiser.get(base).await.body.contains("corrected"), "nothing differs");
        q.came("An Peeters", "first").await;
        let corrected = organiser.get(base).await.text("section[aria-labelledby=corrected]");
        assert!(corrected.contains("Attended") && corrected.contains("closed again"), "{corrected}");
        assert!(!reporter.get(base).await.body.contains("corrected"), "not for whom it is no task of");
        let form = organiser.get(&format!("{base}/close")).await.form("/close");
        let refused = organiser.send(&form).await;
        assert_eq!((refused.status.as_u16(), refused.text("main").contains("Say why")), (422, true), "{}", refused.body);
        let page = organiser.send(&refused.form("/close").set("reason", "counted <again>")).await;
        assert!(page.text("main").contains("counted <again>"), "{}", page.body);
        let revisions = page.text("section[aria-labelledby=revisions]");
        assert!(revisions.contains("Revision 1") && revisions.contains("Revision 2") && revisions.contains("Attended"), "{revisions}");
        for language in ["nl", "fr", "de", "en"] {
            let page = reporter.get(&format!("/organiser/{language}/figures/quarter/qctr/2026-Q1")).await;
            assert!(!page.body.contains('⟦') && page.status == 200, "{}", page.body);
            let form = organiser.get(&format!("/organiser/{language}/figures/quarter/qctr/2026-Q1/close")).await;
            assert!(!form.body.contains('⟦') && form.status == 200, "{}", form.body);
        }
        for ending in ["html", "csv", "json", "xlsx"] {
            let [first, last, named] = ["?revision=1", "", "?revision=2"].map(|which| format!("{base}/report.{ending}{which}"));
            let (first, last, named) = (reporter.get(&first).await.body, reporter.get(&last).await.body, reporter.get(&named).await.body);
            assert!(first != last && last == named, "{ending}");
        }
        for wrong in ["?revision=3", "?revision=0", "?revision=x"] {
            assert_eq!(reporter.get(&format!("{base}{wrong}")).await.status, 404, "{wrong}");
        }
        let journal = organiser.get("/organiser/en/journal").await;
        assert!(journal.text("main").contains("Quarter closed"), "{}", journal.body);
        q.house.assert_verified().await;
    }
}
