//! Rosters: mandates come, change, end and are forgotten; tables are taken in as they were shown, and back as a whole.

use chrono::NaiveDate;
use quarterdeck::app::person::Erased;
use quarterdeck::app::roster::import::{Outcome, Wish, Written};
use quarterdeck::app::roster::rows::read_text;
use quarterdeck::app::{Actor, App, AppError, load_catalogue};
use quarterdeck::clock::{Clock, Instant};
use quarterdeck::db::members::ListFilter;
use quarterdeck::db::{DatabaseUrl, migrate};
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::ids::{PlatformId, Reference};
use quarterdeck::domain::language::Language;
use quarterdeck::domain::member::{Function, Mandate, Member, Phase, parse_day};
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::text::{OrganisationName, PersonName};

use crate::both_databases;
use crate::support;
use crate::support::databases::{Database, Kind};
use crate::support::sql::Sql;

const HEADING: &str = "name;email;organisation;function;language;start;end\n";

/// A platform with a roster, at noon of a day.
struct Office {
    app: App,
    platform: PlatformId,
    now: Instant,
    database: Database,
}

pub fn day(text: &str) -> NaiveDate {
    parse_day(text).expect("a day")
}

pub fn member(name: &str, organisation: &str, function: Function, term: (&str, &str)) -> Member {
    let local = name.to_lowercase().replace(' ', ".");
    Member {
        name: PersonName::parse(name).expect("a name"),
        email: EmailAddress::parse(&format!("{local}@example.be")).expect("an address"),
        organisation: OrganisationName::parse(organisation).expect("a name"),
        sector: Sector::Public,
        language: Language::Nl,
        function,
        deputy: false,
        mandate: Mandate::new(day(term.0), parse_day(term.1)).expect("a mandate"),
    }
}

impl Office {
    async fn open(kind: Kind) -> Option<Self> {
        let database = kind.fresh()?;
        migrate::migrate(&DatabaseUrl::parse(&database.url).expect("a URL")).expect("migrated");
        let now = "2026-11-27T11:00:00Z".parse::<Instant>().expect("a moment");
        let app = support::app::open(&database.url, Clock::fixed(now));
        app.load_catalogue(load_catalogue::CCB, Actor::System, now).await.expect("the catalogue");
        let platform = app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        Some(Self { app, platform, now, database })
    }

    fn sql(&self) -> Sql {
        Sql::open(&self.database.url)
    }

    async fn add(&self, member: Member) -> Reference {
        self.app.add_member(self.platform, member, Actor::Operator, self.now).await.expect("added")
    }

    async fn is_current(&self, email: &str, on: &str) -> bool {
        let key = EmailAddress::parse(email).expect("an address").key();
        self.app.is_current_member(self.platform, key, day(on)).await.expect("a read")
    }

    async fn import(&self, rows: &str, wish: Wish) -> Outcome {
        let (drafts, wrong) = read_text(&format!("{HEADING}{rows}")).expect("a table");
        self.app.import_members(self.platform, drafts, wrong, wish, Actor::Operator, self.now).await.expect("an outcome")
    }

    async fn fingerprint(&self, rows: &str) -> String {
        let (drafts, wrong) = read_text(&format!("{HEADING}{rows}")).expect("a table");
        self.app.plan_members(self.platform, drafts, wrong, self.now).await.expect("a plan").fingerprint()
    }

    async fn names(&self, phase: Option<Phase>, search: &str) -> Vec<String> {
        let filter = ListFilter { phase: phase.map(|phase| (phase, day("2026-11-27"))), search: search.into(), limit: 100, ..ListFilter::default() };
        self.app.members_of(self.platform, filter).await.expect("a list").into_iter().map(|row| row.name).collect()
    }

    async fn verified(&self) {
        assert_eq!(self.app.verify(self.now).await.expect("verify runs"), []);
        assert_eq!(self.app.verify_journal(None).await.expect("the journal").flaws, []);
    }
}

fn everything() -> Wish {
    Wish { doubtful: true, keep_good: false, shown: None }
}

fn written(outcome: Outcome) -> Written {
    match outcome {
        Outcome::Written(written) => written,
        other => panic!("{other:?}"),
    }
}

both_databases! {
    /// What lets a person in where only members may: a mandate, from its first day to the end of its last.
    async fn a_mandate_opens_from_its_first_day_to_its_last(kind: Kind) {
        let Some(office) = Office::open(kind).await else { return };
        office.add(member("An Peeters", "FOD Bruggen", Function::Csi, ("2026-12-01", "2026-12-31"))).await;
        office.add(member("An Peeters", "FOD Bruggen", Function::Csi, ("2028-01-01", ""))).await;
        for (on, expected) in [("2026-11-30", false), ("2026-12-01", true), ("2026-12-31", true), ("2027-01-01", false), ("2030-01-01", true)] {
            assert_eq!(office.is_current("AN.Peeters@EXAMPLE.be", on).await, expected, "{on}");
        }
        assert!(!office.is_current("zoe@example.be", "2026-12-02").await);
        let other = office.app.platform_id("sit").await.expect("a read").expect("a platform");
        assert!(!office.app.is_current_member(other, "an.peeters@example.be".into(), day("2026-12-02")).await.expect("a read"), "another platform");
        office.verified().await;
    }
}

both_databases! {
    async fn nobody_holds_a_mandate_twice_and_nobody_loses_a_colleagues_change(kind: Kind) {
        let Some(office) = Office::open(kind).await else { return };
        let an = member("An Peeters", "FOD Bruggen", Function::Csi, ("2026-01-01", "2026-12-31"));
        let reference = office.add(an.clone()).await;
        let add = |member: Member| office.app.add_member(office.platform, member, Actor::Operator, office.now);
        let twice = Member { mandate: Mandate::new(day("2026-12-31"), None).expect("a mandate"), ..an.clone() };
        assert!(matches!(add(twice.clone()).await, Err(AppError::Taken("mandate"))));
        assert!(add(Member { function: Function::Dpo, ..twice.clone() }).await.is_ok(), "another function");
        assert!(add(Member { organisation: OrganisationName::parse("FOD Sluizen").expect("a name"), ..twice }).await.is_ok(), "another organisation");
        let after = office.add(Member { mandate: Mandate::new(day("2027-01-01"), None).expect("a mandate"), ..an.clone() }).await;

        let change = |revision, becomes: Member| office.app.change_member(office.platform, reference.clone(), revision, becomes, Actor::Operator, office.now);
        change(Some(1), Member { deputy: true, ..an.clone() }).await.expect("changed");
        assert!(matches!(change(Some(1), an.clone()).await, Err(AppError::Stale)), "it was changed since");
        let longer = Member { mandate: Mandate::new(day("2026-01-01"), Some(day("2027-01-01"))).expect("a mandate"), ..an.clone() };
        assert!(matches!(change(Some(2), longer).await, Err(AppError::Taken("mandate"))));
        let end = |last| office.app.end_member(office.platform, reference.clone(), Some(2), day(last), Actor::Operator, office.now);
        assert!(matches!(end("2025-12-31").await, Err(AppError::Invalid { field: "mandate_end", .. })));
        end("2026-11-26").await.expect("ended");
        assert!(!office.is_current("an.peeters@example.be", "2026-11-27").await || office.names(Some(Phase::Current), "").await.len() == 2);
        office.app.remove_member(office.platform, after, None, Actor::Operator, office.now).await.expect("removed");
        assert_eq!(office.sql().count("member", "starts_on = '2027-01-01'"), 0);
        let deeds = office.sql().words("SELECT deed AS value FROM journal WHERE deed LIKE 'm%' ORDER BY number");
        assert_eq!(deeds, ["member_added", "member_added", "member_added", "member_added", "member_changed", "mandate_ended", "member_removed"]);
        let told = office.sql().words("SELECT was || became AS value FROM journal WHERE deed LIKE 'm%'").join(" ");
        assert!(!told.contains("Peeters") && !told.contains("example.be") && told.contains("2026-11-26"), "{told}");
        office.verified().await;
    }
}

both_databases! {
    async fn a_roster_is_searched_without_accents_and_sorted_by_organisation(kind: Kind) {
        let Some(office) = Office::open(kind).await else { return };
        office.add(member("Zoé Müller", "SPF Archives", Function::Dpo, ("2026-01-01", ""))).await;
        office.add(member("An Peeters", "FOD Bruggen", Function::Csi, ("2026-01-01", "2026-12-31"))).await;
        office.add(member("Tom Maes", "FOD Bruggen", Function::Dpo, ("2020-01-01", "2023-12-31"))).await;
        office.add(member("New One", "FOD Bruggen", Function::Dpo, ("2027-01-01", ""))).await;
        assert_eq!(office.names(None, "").await, ["An Peeters", "New One", "Tom Maes", "Zoé Müller"]);
        for (phase, expected) in [
            (Phase::Current, vec!["An Peeters", "Zoé Müller"]),
            (Phase::Ending, vec!["An Peeters"]),
            (Phase::ToCome, vec!["New One"]),
            (Phase::Ended, vec!["Tom Maes"]),
        ] {
            assert_eq!(office.names(Some(phase), "").await, expected, "{phase}");
        }
        for (search, expected) in [("MULLER zoe", 1), ("bruggen", 3), ("archives peeters", 0), ("%", 0), ("'", 0)] {
            assert_eq!(office.names(None, search).await.len(), expected, "{search}");
        }
        let counts = office.app.roster_counts(office.platform, day("2026-11-27")).await.expect("counts");
        assert_eq!((counts.current, counts.ending, counts.to_come, counts.ended, counts.all()), (2, 1, 1, 1, 4));
    }
}

both_databases! {
    /// Written as it was shown, or not at all; the same table again changes nothing; undone as a whole.
    async fn a_table_is_written_as_shown_and_undone_as_a_whole(kind: Kind) {
        let Some(office) = Office::open(kind).await else { return };
        let an = office.add(member("An Peeters", "FOD Bruggen", Function::Csi, ("2026-01-01", "2026-12-31"))).await;
        let rows = "An Peeters;an.peeters@example.be;FOD Bruggen;csi;fr;;2028-12-31\nZoë Maes;zoe@example.be;SPF Archives;dpo;fr;2026-01-01;";
        let shown = office.fingerprint(rows).await;
        office.app.end_member(office.platform, an, None, day("2026-12-30"), Actor::Operator, office.now).await.expect("ended");
        let late = Wish { shown: Some(shown), ..everything() };
        assert!(matches!(office.import(rows, late).await, Outcome::Differs(_)), "a row that it changes was changed");
        assert_eq!(office.sql().count("member", "1 = 1"), 1);

        let now_shown = Wish { shown: Some(office.fingerprint(rows).await), ..everything() };
        office.add(member("Some Body", "Elsewhere", Function::Dpo, ("2026-01-01", ""))).await;
        let first = written(office.import(rows, now_shown).await);
        assert_eq!((first.added, first.changed), (1, 1), "what others did elsewhere does not matter");
        let again = written(office.import(rows, everything()).await);
        assert_eq!((again.added, again.changed, again.import), (0, 0, None));
        let second = written(office.import("Zoë Maes;zoe@example.be;SPF Archives;dpo;fr;2026-01-01;2027-01-01", everything()).await);

        let undo = |reference: Option<Reference>| office.app.undo_import(office.platform, reference.expect("an import"), Actor::Operator, office.now);
        assert!(matches!(undo(first.import.clone()).await, Err(AppError::Stale)), "a later import changed what it wrote");
        undo(second.import).await.expect("undone");
        assert!(matches!(undo(first.import.clone()).await, Err(AppError::Stale)), "it was changed and changed back: that is no longer its own");
        let third = written(office.import("Third One;third@example.be;SPF Archives;csi;fr;;\nAn Peeters;an.peeters@example.be;FOD Bruggen;csi;de;;", everything()).await);
        undo(third.import.clone()).await.expect("undone");
        assert!(matches!(undo(third.import).await, Err(AppError::Stale)), "twice is too much");
        assert_eq!(office.sql().count("member", "email LIKE 'third%'"), 0);
        assert_eq!(office.sql().words("SELECT language || ends_on AS value FROM member WHERE name = 'An Peeters'"), ["fr2028-12-31"], "as before the table whose column `end` was empty");
        office.verified().await;
    }
}

both_databases! {
    async fn wrong_rows_keep_everything_back_unless_told_otherwise(kind: Kind) {
        let Some(office) = Office::open(kind).await else { return };
        let rows = "Good One;good@example.be;FOD Bruggen;csi;nl;;\nBad One;nowhere;FOD Bruggen;boss;nl;;\nLate One;late@example.be;X;csi;nl;2026-12-01;2026-11-01";
        let Outcome::Refused(plan) = office.import(rows, everything()).await else { panic!("refused") };
        assert_eq!(plan.wrong.iter().map(|wrong| wrong.line).collect::<Vec<_>>(), [3, 3, 4]);
        assert_eq!(office.sql().count("member", "1 = 1"), 0);
        let kept = written(office.import(rows, Wish { keep_good: true, ..everything() }).await);
        assert_eq!((kept.added, kept.rows[0].0), (1, 2));
        let doubtful = "Good One;good.one@example.be;FOD Brugen;csi;nl;;";
        let left = written(office.import(doubtful, Wish { doubtful: false, ..everything() }).await);
        assert_eq!((left.added, left.import), (0, None), "doubtful ones are taken only when asked");
        assert_eq!(written(office.import(doubtful, everything()).await).added, 1);
        office.verified().await;
    }
}

both_databases! {
    /// Erased by their own right, and by time: the post stays, whose it was does not.
    async fn people_on_rosters_are_forgotten(kind: Kind) {
        let Some(office) = Office::open(kind).await else { return };
        office.add(member("An Peeters", "FOD Bruggen", Function::Csi, ("2026-01-01", ""))).await;
        office.add(member("Tom Maes", "FOD Bruggen", Function::Dpo, ("2020-01-01", "2026-05-31"))).await;
        office.add(member("Still Known", "FOD Bruggen", Function::Dpo, ("2026-06-01", "2026-11-01"))).await;
        let import = written(office.import("An Peeters;an.peeters@example.be;FOD Bruggen;csi;fr;;", everything()).await).import.expect("an import");
        let an = EmailAddress::parse("An.Peeters@example.be").expect("an address");
        let told = office.app.export_person(&an, office.now).await.expect("told").to_string();
        assert!(told.contains("csi-dpo") && told.contains("FOD Bruggen"), "{told}");
        assert_eq!(office.app.erase_person(&an, office.now).await.expect("erased").0, Erased { mandates: 1, ..Erased::default() });
        assert!(matches!(office.app.erase_person(&an, office.now).await, Err(AppError::NotFound)));
        office.app.purge(office.now).await.expect("purged");
        let left = office.sql().words("SELECT name || '|' || email || '|' || coalesce(email_key, '') || search_key || sort_key AS value FROM member WHERE name = '' ORDER BY id");
        assert_eq!(left, ["||", "||"]);
        assert_eq!(office.names(None, "").await, ["Still Known"], "within the retention time");
        assert_eq!(office.sql().count("member_import_row", "1 = 1"), 0);
        let undone = office.app.undo_import(office.platform, import, Actor::Operator, office.now).await;
        assert!(matches!(undone, Err(AppError::Stale)), "what was erased does not come back");
        assert!(!office.is_current("an.peeters@example.be", "2026-11-27").await);
        let coverage = office.app.coverage(office.platform, day("2026-11-27")).await.expect("coverage");
        let posts: Vec<_> = coverage.organisations[0].posts.iter().map(|post| (post.function, post.is_vacant(), post.held_until)).collect();
        assert_eq!(posts, [(Function::Csi, true, Some(day("2026-11-26"))), (Function::Dpo, true, Some(day("2026-11-01")))]);
        office.verified().await;
    }
}

both_databases! {
    /// Five thousand rows, looked at and written, again with every row changed: a handful of statements.
    async fn five_thousand_rows_take_seconds(kind: Kind) {
        let Some(office) = Office::open(kind).await else { return };
        let table = |end: &str| (0..5000).map(|n| format!("Person Number{n};p{n}@org{}.example.be;Dienst Nummer {};csi;nl;2026-01-01;{end}\n", n / 4, n / 4)).collect::<String>();
        let start = std::time::Instant::now();
        let first = written(office.import(&table(""), everything()).await);
        let shown = office.fingerprint(&table("2027-01-01")).await;
        let second = written(office.import(&table("2027-01-01"), Wish { shown: Some(shown), ..everything() }).await);
        assert_eq!((first.added, first.changed, second.added, second.changed), (5000, 0, 0, 5000));
        assert!(start.elapsed().as_secs() < 120, "{:?}, in a debug build beside others", start.elapsed());
        office.app.undo_import(office.platform, second.import.expect("an import"), Actor::Operator, office.now).await.expect("undone");
        assert_eq!(office.sql().count("member", "ends_on IS NULL"), 5000);
        office.verified().await;
    }
}
