//! Organisations: whose somebody is, what only one can have, two that are merged, and sectors to look at.

use std::collections::HashMap;

use quarterdeck::app::enter::Entry;
use quarterdeck::app::invite::Invitee;
use quarterdeck::app::organisations::import::{Outcome, Plan};
use quarterdeck::app::organisations::rows::read_file;
use quarterdeck::app::organisations::save::Saved;
use quarterdeck::app::organisations::sectors::Decision;
use quarterdeck::app::organisations::{Unique, show};
use quarterdeck::app::register::Command;
use quarterdeck::app::report::ReportQuery;
use quarterdeck::app::{Actor, App, AppError, answer_invitation::Acceptance, correct::Correction, load_catalogue};
use quarterdeck::clock::Clock;
use quarterdeck::db::invitations::ListFilter;
use quarterdeck::db::{DatabaseUrl, migrate};
use quarterdeck::domain::edition::Edition;
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::ids::{EventId, OrganisationId, RegistrationId};
use quarterdeck::domain::language::{Language, Translated};
use quarterdeck::domain::mail_domain::MailDomain;
use quarterdeck::domain::member::Function;
use quarterdeck::domain::mode::Mode;
use quarterdeck::domain::organisation::Organisation;
use quarterdeck::domain::registration::State;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::text::{OrganisationName, PersonName};
use quarterdeck::stats::attendance::Dimension;
use quarterdeck::stats::export::report_csv;

use crate::both_databases;
use crate::rosters::member;
use crate::support;
use crate::support::databases::{Database, Kind};
use crate::support::scene::{Scene, now};
use crate::support::sql::Sql;

fn name(text: &str) -> OrganisationName {
    OrganisationName::parse(text).expect("a name")
}

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).expect("an address")
}

pub fn sheet(called: &str, sector: Sector, domains: &[&str]) -> Organisation {
    Organisation {
        name: name(called),
        names: Translated::default(),
        aliases: Vec::new(),
        sector,
        number: None,
        domains: domains.iter().map(|domain| MailDomain::parse(domain).expect("a domain")).collect(),
    }
}

async fn add(app: &App, sheet: Organisation) -> OrganisationId {
    match app.add_organisation(sheet, Actor::Operator, app.now()).await.expect("saved") {
        Saved::Written(id) => id,
        clashes => panic!("{clashes:?}"),
    }
}

/// Registers an organisation.
pub async fn register(app: &App, called: &str, sector: Sector, domains: &[&str]) -> OrganisationId {
    add(app, sheet(called, sector, domains)).await
}

/// Enters somebody by hand.
pub async fn enter(app: &App, event: EventId, who: &str, email: &str, organisation: &str, sector: Sector) {
    let entry = Entry {
        name: PersonName::parse(who).expect("a name"),
        email: address(email),
        organisation: name(organisation),
        sector,
        mode: None,
        language: Language::En,
    };
    app.enter(event, vec![entry], Actor::System, app.now()).await.expect("entered");
}

/// Merges two organisations, by the names that lists show.
pub async fn merge(app: &App, goes: &str, stays: &str) {
    let [goes, stays] = [goes, stays].map(|called| {
        let called = called.to_owned();
        app.db.read(move |conn| {
            let filter = quarterdeck::db::organisations::registry::ListFilter { search: called.clone(), limit: 50, ..Default::default() };
            let rows = quarterdeck::db::organisations::registry::list(conn, &filter)?;
            Ok::<_, AppError>(rows.into_iter().find(|row| row.name == called).map(|row| row.id).expect("an organisation"))
        })
    });
    let (goes, stays) = (goes.await.expect("a read"), stays.await.expect("a read"));
    let preview = app.merge_preview(goes, stays).await.expect("a preview");
    app.merge_organisations(goes, stays, (preview.goes.0.revision, preview.stays.0.revision), Actor::Operator, app.now()).await.expect("merged");
}

/// An application with one event.
struct House {
    app: App,
    event: EventId,
    database: Database,
}

impl House {
    async fn open(kind: Kind, scene: Scene) -> Option<Self> {
        let database = kind.fresh()?;
        migrate::migrate(&DatabaseUrl::parse(&database.url).expect("a URL")).expect("migrated");
        let app = support::app::open(&database.url, Clock::System);
        app.load_catalogue(load_catalogue::CCB, Actor::System, now()).await.expect("the catalogue");
        let mut sql = Sql::open(&database.url);
        scene.put(&mut sql);
        let event = EventId(sql.number("SELECT max(id) AS value FROM event"));
        Some(Self { app, event, database })
    }

    fn sql(&self) -> Sql {
        Sql::open(&self.database.url)
    }

    async fn enter(&self, who: &str, email: &str, organisation: &str, sector: Sector) {
        enter(&self.app, self.event, who, email, organisation, sector).await;
    }

    /// Sends the form, and proves the address.
    async fn join(&self, who: &str, email: &str, organisation: &str) {
        let app = &self.app;
        let command = Command {
            event: self.event,
            name: PersonName::parse(who).expect("a name"),
            email: address(email),
            organisation: name(organisation),
            sector: Sector::Private,
            mode: None,
            language: Language::En,
            form_key: who.to_owned(),
        };
        app.register(command, app.now()).await.expect("registered");
        let hash = self.sql().words(&format!("SELECT page_hash AS value FROM registration WHERE name = '{who}'")).join("");
        app.prove_address(self.event, &hash, app.now()).await.expect("proved");
    }

    /// Whose somebody is, by the name that lists show.
    fn whose(&self, who: &str) -> String {
        let query = format!("SELECT o.name AS value FROM registration r JOIN organisation o ON o.id = r.organisation_id WHERE r.name = '{who}'");
        self.sql().words(&query).join(", ")
    }

    fn row(&self, who: &str) -> RegistrationId {
        RegistrationId(self.sql().number(&format!("SELECT id AS value FROM registration WHERE name = '{who}'")))
    }

    fn state(&self, who: &str) -> String {
        self.sql().words(&format!("SELECT state AS value FROM registration WHERE name = '{who}'")).join("")
    }

    async fn verified(&self) {
        assert_eq!(self.app.verify(self.app.now()).await.expect("verify runs"), []);
        assert_eq!(self.app.verify_journal(None).await.expect("the journal").flaws, []);
    }
}

both_databases! {
    /// A registered name before the domain, the domain before what was only named; through every door, and what was typed stays.
    async fn whose_somebody_is(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here")).await else { return };
        let app = &house.app;
        let mut bridges = sheet("FOD Bruggen", Sector::Public, &["bruggen.example.be"]);
        bridges.names.fr = "SPF Ponts".into();
        bridges.aliases = vec![name("Bruggen & co")];
        add(app, bridges).await;
        register(app, "Studiedienst", Sector::Academic, &["studie.bruggen.example.be"]).await;
        house.enter("First Namer", "first@elsewhere.example.be", "Only Named", Sector::Private).await;
        let cases = [
            ("Own Name", "a@x.example.be", "fod BRUGGEN", "FOD Bruggen"),
            ("In French", "b@x.example.be", "SPF Ponts", "FOD Bruggen"),
            ("By Alias", "c@x.example.be", "Bruggen co", "FOD Bruggen"),
            ("By Domain", "d@bruggen.example.be", "The bridges", "FOD Bruggen"),
            ("Below It", "e@noord.bruggen.example.be", "Only Named", "FOD Bruggen"),
            ("Longer Domain", "f@studie.bruggen.example.be", "The bridges", "Studiedienst"),
            ("Named Wins", "g@bruggen.example.be", "Studiedienst", "Studiedienst"),
            ("Free Mail", "h@gmail.com", "Only Named", "Only Named"),
            ("Quite New", "i@new.example.be", "Quite New NV", "Quite New NV"),
        ];
        for (who, email, typed, expected) in cases {
            house.join(who, email, typed).await;
            assert_eq!(house.whose(who), expected, "{who}, by the form");
            let by_hand = format!("{who} II");
            house.enter(&by_hand, &format!("ii.{email}"), typed, Sector::Private).await;
            assert_eq!(house.whose(&by_hand), expected, "{who}, by hand");
            let stays = house.sql().words(&format!("SELECT organisation_name AS value FROM registration WHERE name = '{who}'")).join("");
            assert_eq!(stays, typed, "what was typed stays");
        }
        assert_eq!(house.sql().count("organisation", "name = 'The bridges'"), 0, "nothing is made where the domain decides");

        let invitee = Invitee { email: address("z@bruggen.example.be"), name: None, organisation: None, sector: None, language: Language::En };
        app.invite(house.event, vec![invitee], None, Actor::System, app.now()).await.expect("invited");
        let invited = app.invitations_of(house.event, ListFilter { limit: 1, ..ListFilter::default() }).await.expect("a list");
        let form = Acceptance {
            name: PersonName::parse("By Invitation").expect("a name"),
            organisation: name("My office"),
            sector: Sector::Public,
            mode: Mode::OnSite,
            language: Language::En,
        };
        app.accept_invitation(house.event, invited[0].0.id, form, app.now()).await.expect("accepted");
        assert_eq!(house.whose("By Invitation"), "FOD Bruggen");
        let correct = |organisation: &str| {
            let correction = Correction { name: PersonName::parse("Quite New").expect("a name"), organisation: name(organisation), language: Language::En };
            app.correct(house.row("Quite New"), correction, Actor::System, app.now())
        };
        correct("Ponts").await.expect("corrected");
        assert_eq!(house.whose("Quite New"), "Ponts");
        correct("spf ponts").await.expect("corrected");
        assert_eq!(house.whose("Quite New"), "FOD Bruggen");

        // On a roster somebody acts for the organisation that is named, whoever employs them.
        let platform = app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        for (organisation, expected) in [("SPF Ponts", "FOD Bruggen"), ("OCMW Noord", "OCMW Noord")] {
            let mut csi = member("An Peeters", organisation, Function::Csi, ("2026-01-01", ""));
            csi.email = address("an@bruggen.example.be");
            let reference = app.add_member(platform, csi.clone(), Actor::System, app.now()).await.expect("added");
            let query = format!("SELECT o.name AS value FROM member m JOIN organisation o ON o.id = m.organisation_id WHERE m.reference = '{reference}'");
            assert_eq!(house.sql().words(&query), [expected]);
            csi.organisation = name(if expected == "FOD Bruggen" { "Bruggen & co" } else { expected });
            let twice = app.add_member(platform, csi, Actor::System, app.now()).await;
            assert!(matches!(twice, Err(AppError::Taken("mandate"))), "by another of its names: {twice:?}");
        }
        house.verified().await;
    }
}

both_databases! {
    async fn a_name_number_or_domain_is_one_organisation_s(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here")).await else { return };
        let app = &house.app;
        let mut bridges = sheet("FOD Bruggen", Sector::Public, &["bruggen.example.be"]);
        bridges.number = quarterdeck::domain::organisation::EnterpriseNumber::parse("0123.456.749").ok();
        bridges.names.fr = "SPF Ponts".into();
        let id = add(app, bridges.clone()).await;
        house.enter("Somebody", "s@x.example.be", "Only Named", Sector::Private).await;
        let mut other = Organisation { name: name("spf PONTS"), aliases: vec![name("Only Named")], ..bridges.clone() };
        other.names = Translated::default();
        let Saved::Clashes(clashes) = app.add_organisation(other, Actor::Operator, app.now()).await.expect("an answer") else { panic!("it was saved") };
        let told: Vec<_> = clashes.iter().map(|clash| (clash.what, clash.value.as_str(), clash.holder_name.as_str())).collect();
        let expected = [
            (Unique::Name, "spf PONTS", "FOD Bruggen"),
            (Unique::Name, "Only Named", "Only Named"),
            (Unique::Number, "0123456749", "FOD Bruggen"),
            (Unique::Domain, "bruggen.example.be", "FOD Bruggen"),
        ];
        for one in expected {
            assert!(told.contains(&one), "{one:?}: {told:?}");
        }
        let change = |revision, sheet| app.change_organisation(id, Some(revision), sheet, Actor::Operator, app.now());
        let renamed = Organisation { name: name("FOD Bruggen en Sluizen"), ..bridges.clone() };
        assert_eq!(change(1, renamed.clone()).await.expect("saved"), Saved::Written(id));
        assert!(matches!(change(1, bridges).await, Err(AppError::Stale)), "it was changed since");
        house.join("By Old Name", "o@x.example.be", "FOD Bruggen").await;
        assert_eq!(house.whose("By Old Name"), "FOD Bruggen en Sluizen", "the earlier name still leads to it");
        let deeds = || house.sql().words("SELECT deed AS value FROM journal WHERE deed LIKE 'organisation%' ORDER BY number");
        assert_eq!(deeds(), ["organisation_added", "organisation_changed"]);
        let same = Organisation { aliases: vec![name("FOD Bruggen")], ..renamed };
        change(2, same).await.expect("saved");
        assert_eq!(deeds().len(), 2, "nothing changed is no change");
        house.verified().await;
    }
}

async fn plan(app: &App, text: &str) -> Plan {
    let (drafts, wrong) = read_file(text.as_bytes()).expect("a table");
    app.plan_organisations(drafts, wrong).await.expect("a plan")
}

both_databases! {
    async fn a_table_registers_what_was_named_and_takes_nothing_away(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here")).await else { return };
        let app = &house.app;
        house.enter("Somebody", "s@x.example.be", "FOD Bruggen", Sector::Private).await;
        let table = "name;sector;number;domains;name_fr;aliases\n\
                     FOD Bruggen;public;0123.456.749;bruggen.example.be;SPF Ponts;Bruggen|Ponts\n\
                     AZ Noord;private;;noord.example.be;;\n";
        assert_eq!(plan(app, table).await.counts(), (1, 1, 0));
        let import = async |text: &str, keep_good: bool| {
            let (drafts, wrong) = read_file(text.as_bytes()).expect("a table");
            app.import_organisations(drafts, wrong, keep_good, Actor::Operator, app.now()).await.expect("an outcome")
        };
        assert!(matches!(import(table, false).await, Outcome::Written(_)));
        assert_eq!(plan(app, table).await.counts(), (0, 0, 2), "the same table changes nothing");
        assert_eq!(house.sql().count("organisation", "registered_at IS NOT NULL"), 2);
        // By number, under a new name; a clash; the same domain twice; a line that cannot be read.
        let second = "name;sector;number;domains\n\
                      FOD Bruggen en Sluizen;public;0123456749;\n\
                      AZ Zuid;private;;bruggen.example.be\n\
                      AZ Oost;private;;oost.example.be\n\
                      AZ West;private;;oost.example.be\n\
                      AZ Vijf;military;;\n";
        let Outcome::Refused(refused) = import(second, false).await else { panic!("it was written") };
        let told: Vec<(u64, String)> = refused.wrong.iter().map(|w| (w.line, w.fault.to_string())).collect();
        for (line, words) in [(3, "bruggen.example.be\" is that of \"FOD Bruggen\""), (5, "stands on line 4"), (6, "military")] {
            assert!(told.iter().any(|(at, text)| *at == line && text.contains(words)), "{line} {words}: {told:?}");
        }
        let Outcome::Written(kept) = import(second, true).await else { panic!("it was refused") };
        assert_eq!(kept.counts(), (1, 1, 0));
        for typed in ["FOD Bruggen", "SPF Ponts", "ponts", "FOD Bruggen en Sluizen"] {
            house.join(typed, &format!("{}@x.example.be", typed.replace(' ', ".").to_lowercase()), typed).await;
            assert_eq!(house.whose(typed), "FOD Bruggen en Sluizen", "{typed}");
        }
        house.verified().await;
    }
}

async fn report(app: &App) -> String {
    let edition = |text: &str| text.parse::<Edition>().expect("an edition");
    let by = vec![Dimension::Sector, Dimension::Platform, Dimension::Edition];
    let query = ReportQuery { from: edition("2020-Q1"), to: edition("2040-Q4"), platforms: None, by };
    let report = app.report_attendance(query, app.now()).await.expect("a report");
    String::from_utf8(report_csv(&report).expect("a table")).expect("text")
}

both_databases! {
    /// Merging moves what points to the one, keeps every figure, and its names lead to the other from then on.
    async fn merging_two_organisations_keeps_every_figure(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").max_per_organisation(2)).await else { return };
        let app = &house.app;
        let mut stays = sheet("FOD Bruggen", Sector::Public, &["bruggen.example.be"]);
        stays.names.nl = "FOD Bruggen".into();
        let stays = add(app, stays).await;
        let mut goes = sheet("Dienst Bruggen", Sector::Private, &["dienst.example.be"]);
        goes.names.fr = "Service Ponts".into();
        goes.aliases = vec![name("De dienst")];
        goes.number = quarterdeck::domain::organisation::EnterpriseNumber::parse("0123.456.749").ok();
        let goes = add(app, goes).await;
        for (n, organisation, sector) in
            [(1, "FOD Bruggen", Sector::Public), (2, "FOD Bruggen", Sector::Academic), (3, "De dienst", Sector::Private), (4, "Dienst Bruggen", Sector::Public)]
        {
            house.enter(&format!("Guest {n}"), &format!("g{n}@x.example.be"), organisation, sector).await;
            assert_eq!(house.state(&format!("Guest {n}")), "confirmed");
        }
        house.enter("Waits", "w@dienst.example.be", "Whatever", Sector::Public).await;
        assert_eq!(house.state("Waits"), "waitlisted", "its organisation has two");
        let platform = app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        let dpo = |organisation: &str| member("An Peeters", organisation, Function::Dpo, ("2026-01-01", ""));
        app.add_member(platform, dpo("De dienst"), Actor::System, app.now()).await.expect("added");
        let twice = app.add_member(platform, dpo("FOD Bruggen"), Actor::System, app.now()).await.expect("added");

        let before = report(app).await;
        let preview = app.merge_preview(goes, stays).await.expect("a preview");
        assert_eq!((preview.moves.registrations, preview.moves.people, preview.moves.members, preview.moves.names, preview.moves.domains), (3, 3, 1, 2, 1));
        assert_eq!((preview.twice, preview.becomes.sector, preview.lost), (1, Sector::Public, None));
        let merge = |seen| app.merge_organisations(goes, stays, seen, Actor::Operator, app.now());
        assert!(matches!(merge((1, 0)).await, Err(AppError::Stale)));
        assert!(matches!(merge((1, 1)).await, Err(AppError::Taken("mandate"))), "she would hold it twice");
        app.remove_member(platform, twice, None, Actor::System, app.now()).await.expect("removed");
        merge((1, 1)).await.expect("merged");
        assert!(matches!(merge((1, 1)).await, Err(AppError::NotFound)), "once is enough");

        assert_eq!(report(app).await, before, "no figure moved");
        for n in 1..=4 {
            assert_eq!((house.state(&format!("Guest {n}")), house.whose(&format!("Guest {n}"))), ("confirmed".into(), "FOD Bruggen".into()));
        }
        let here = app.event_by_slug("here").await.expect("a read").stored.event;
        let mut seats = here.seats;
        seats.release_at = Some(here.schedule.starts_at);
        app.change_seats(here.id, None, seats, Actor::Operator, app.now()).await.expect("the limit that stands keeps nobody from changing others");
        seats.on_site.max_per_organisation = Some(1);
        assert!(matches!(app.change_seats(here.id, None, seats, Actor::Operator, app.now()).await, Err(AppError::BelowTaken(_))));
        house.verified().await;
        for (n, (typed, email)) in [("Dienst Bruggen", "n1@x.example.be"), ("service ponts", "n2@x.example.be"), ("Anything", "n3@dienst.example.be")].into_iter().enumerate() {
            let who = format!("New {n}");
            house.join(&who, email, typed).await;
            assert_eq!((house.whose(&who), house.state(&who)), ("FOD Bruggen".into(), "waitlisted".into()), "all four seats count: {typed}");
        }
        // Of the four, three are to go before anybody moves up.
        for (n, waiting) in [(1, true), (2, true), (3, false)] {
            app.withdraw(house.row(&format!("Guest {n}")), Actor::Person, None, app.now()).await.expect("withdrawn");
            assert_eq!(house.state("Waits") == State::Waitlisted.code(), waiting, "after {n} went");
            house.verified().await;
        }
        let again = Saved::Written(stays);
        let renamed = Organisation { name: name("Dienst Bruggen"), ..preview.becomes.clone() };
        let renamed = Organisation { aliases: renamed.aliases.into_iter().filter(|alias| alias.as_str() != "Dienst Bruggen").collect(), ..renamed };
        assert_eq!(app.change_organisation(stays, None, renamed, Actor::Operator, app.now()).await.expect("saved"), again, "the name is free for it");
        let third = register(app, "Third VZW", Sector::Private, &[]).await;
        let seen = (house.sql().number(&format!("SELECT CAST(revision AS BIGINT) AS value FROM organisation WHERE id = {stays}")) as i32, 1);
        app.merge_organisations(stays, third, seen, Actor::Operator, app.now()).await.expect("merged");
        let led = house.sql().words(&format!("SELECT CAST(merged_into AS TEXT) AS value FROM organisation WHERE id IN ({goes}, {stays})"));
        assert_eq!(led, [third.to_string(), third.to_string()], "no chain");
        let grants = quarterdeck::domain::staff::Grants(vec![(quarterdeck::domain::staff::Role::Admin, None)]);
        let found = app.organisation_for(&grants, &goes.to_string()).await.expect("found");
        assert!(matches!(found, show::Found::Moved(to) if to == third));
        assert_eq!(report(app).await.lines().count(), before.lines().count());
        house.verified().await;
    }
}

both_databases! {
    /// People who name an organisation while it is merged, through another process: nobody is left pointing to what is gone.
    async fn somebody_registers_while_two_are_merged(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(500)).await else { return };
        let other = support::app::open(&house.database.url, Clock::System);
        let app = &house.app;
        let stays = register(app, "Stays", Sector::Public, &[]).await;
        for round in 0..6 {
            let called = format!("Goes {round}");
            let mut goes = sheet(&called, Sector::Public, &[&format!("goes{round}.example.be")]);
            goes.aliases = vec![name(&format!("Alias {round}"))];
            let goes = add(app, goes).await;
            let entries = (0..12).map(|n| {
                let typed = [called.clone(), format!("Alias {round}"), "Whatever".into()][n % 3].clone();
                let (app, event) = (other.clone(), house.event);
                async move { enter(&app, event, &format!("Guest {round} {n}"), &format!("g{n}@goes{round}.example.be"), &typed, Sector::Public).await }
            });
            let seen = (1, house.sql().number(&format!("SELECT CAST(revision AS BIGINT) AS value FROM organisation WHERE id = {stays}")) as i32);
            let merging = app.merge_organisations(goes, stays, seen, Actor::Operator, app.now());
            let tasks: Vec<_> = entries.map(tokio::spawn).collect();
            merging.await.expect("merged");
            for task in tasks {
                task.await.expect("entered");
            }
        }
        assert_eq!(house.sql().count("registration", &format!("organisation_id = {stays}")), 72);
        assert_eq!(house.sql().count("organisation", "merged_into IS NULL"), 1, "none of the names made another");
        house.verified().await;
    }
}

both_databases! {
    /// Another sector than the organisation's: left, or taken, with seats and quotas right in either case.
    async fn a_sector_that_differs_is_decided_by_staff(kind: Kind) {
        let scene = Scene::event("here").seats(10).quotas([Some(2), None, Some(1)]);
        let Some(house) = House::open(kind, scene).await else { return };
        let app = &house.app;
        register(app, "FOD Bruggen", Sector::Public, &["bruggen.example.be"]).await;
        house.enter("Right", "r@bruggen.example.be", "FOD Bruggen", Sector::Public).await;
        house.enter("First", "f@bruggen.example.be", "FOD Bruggen", Sector::Private).await;
        house.enter("Second", "s@bruggen.example.be", "My office", Sector::Private).await;
        house.enter("Waits", "w@elsewhere.example.be", "Elsewhere NV", Sector::Private).await;
        assert_eq!([house.state("First"), house.state("Second"), house.state("Waits")], ["confirmed", "confirmed", "waitlisted"]);
        let open = async || {
            let cases = app.sector_cases(vec![house.event], None, 10).await.expect("cases");
            cases.into_iter().map(|case| case.registration.name).collect::<Vec<_>>()
        };
        assert_eq!(open().await, ["First", "Second"]);
        assert_eq!(app.sector_case_count(vec![house.event]).await.expect("a count"), 2);
        let decide = |who: &str, registered, decision| app.decide_sector(house.row(who), registered, decision, Actor::Operator, app.now());
        assert!(matches!(decide("First", Sector::Public, Decision::Take).await, Err(AppError::Switch(_))), "the public quota is full");
        assert!(matches!(decide("First", Sector::Academic, Decision::Take).await, Err(AppError::Stale)), "it says something else now");
        decide("Second", Sector::Public, Decision::Keep).await.expect("kept");
        assert_eq!((open().await, house.state("Second")), (vec!["First".to_owned()], "confirmed".into()));
        house.verified().await;

        app.withdraw(house.row("Right"), Actor::Person, None, app.now()).await.expect("withdrawn");
        let mails = house.sql().count("outbox", "1 = 1");
        decide("First", Sector::Public, Decision::Take).await.expect("taken");
        assert_eq!((open().await.len(), house.state("First"), house.state("Waits")), (0, "confirmed".into(), "confirmed".into()), "a private seat fell free");
        let sectors: HashMap<String, String> =
            ["First", "Second"].map(|who| (who.to_owned(), house.sql().words(&format!("SELECT sector AS value FROM registration WHERE name = '{who}'")).join(""))).into();
        assert_eq!((sectors["First"].as_str(), sectors["Second"].as_str()), ("public", "private"));
        assert_eq!(house.sql().count("outbox", "1 = 1"), mails + 1, "only who moved up is told");
        assert!(matches!(decide("First", Sector::Public, Decision::Keep).await, Err(AppError::Stale)), "no case any more");
        let deeds = house.sql().words("SELECT deed AS value FROM journal WHERE deed LIKE 'sector%' ORDER BY number");
        assert_eq!(deeds, ["sector_kept", "sector_taken"]);
        house.verified().await;
    }
}
