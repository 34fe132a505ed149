//! The figures of a quarter, held against plain SQL on the raw rows: twenty generated years, every cell. What is asked here was written
//! from the definitions that are printed with the figures, not from the code that counts.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Months, NaiveDate, Utc};
use chrono_tz::Europe::Brussels;
use quarterdeck::app::dashboard::DashboardQuery;
use quarterdeck::clock::Instant;
use quarterdeck::domain::edition::Edition;
use quarterdeck::domain::ids::PlatformId;
use quarterdeck::stats::dashboard::Part;
use quarterdeck::stats::quarter::QuarterReport;
use serde_json::Value;

use crate::both_databases;
use crate::support::scene::{Scene, now};
use crate::support::service::{Guest, Service};
use crate::support::sql::{Sql, moment};
use crate::web::organiser_house::House;

/// The first generated year, and how many.
const YEARS: (u16, u16) = (2004, 20);
/// People and organisations of the generated years.
const PEOPLE: u64 = 60;
const ORGANISATIONS: u64 = 9;

/// Small numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn under(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.under(of.len() as u64) as usize]
    }
}

const SECTORS: [&str; 3] = ["private", "academic", "public"];
const LANGUAGES: [&str; 4] = ["nl", "fr", "de", "en"];
const MODES: [&str; 2] = ["on_site", "online"];
const STATES: [&str; 8] = ["pending", "awaiting_approval", "confirmed", "waitlisted", "withdrawn", "rejected", "cancelled", "expired"];

/// Writes raw rows: events also at the edges of quarters and of days, some that report on another quarter than they took place in, called
/// off, drafts; registrations in every state, some of whom nothing is known any more.
fn generate(sql: &mut Sql) {
    let dice = &mut Dice(2026);
    let day = "'2000-01-01 00:00:00.000000'";
    for n in 0..ORGANISATIONS {
        sql.run(&format!(
            "INSERT INTO organisation (id, name, name_key, sector, created_at, search_key) VALUES ({0}, 'Organisation {n}', 'organisation {n}', 'public', {day}, '')",
            1000 + n
        ));
    }
    for n in 0..PEOPLE {
        sql.run(&format!(
            "INSERT INTO person (id, email, email_key, name, sector, language, created_at) VALUES ({0}, 'p{n}@example.be', 'p{n}@example.be', 'P', 'public', 'nl', {day})",
            2000 + n
        ));
    }
    let platform = sql.number("SELECT id AS value FROM platform WHERE slug = 'qctr'");
    let mut id = 10_000_u64;
    for year in YEARS.0..YEARS.0 + YEARS.1 {
        for quarter in 1..=4 {
            for _ in 0..dice.under(4) {
                id += 1;
                event(sql, dice, (id, platform), Edition::new(year, quarter).expect("a quarter"));
                let event = id;
                for _ in 0..dice.under(25) {
                    id += 1;
                    registration(sql, dice, id, event);
                }
                invitations(sql, dice, &mut id, event);
            }
        }
    }
}

fn event(sql: &mut Sql, dice: &mut Dice, (id, platform): (u64, i64), edition: Edition) {
    let first = edition.first_day().and_hms_opt(0, 0, 0).expect("midnight").and_utc();
    let last = edition.last_day().and_hms_opt(23, 0, 0).expect("an hour").and_utc();
    let start = match dice.under(6) {
        // Near midnight in Brussels, on the first and on the last day; the day after; the quarter before.
        0 => first - Duration::minutes(30),
        1 => last - Duration::minutes(dice.under(120) as i64),
        2 => last + Duration::hours(9),
        _ => first + Duration::hours(9 + 24 * dice.under(85) as i64),
    };
    let status = dice.one(&["published", "published", "published", "called_off", "draft"]);
    let (start, end) = (moment(start), moment(start + Duration::hours(2)));
    sql.run(&format!(
        "INSERT INTO event (id, platform_id, slug, edition, status, tlp, title, summary, agenda, starts_at, ends_at, closes_at, format, venue, next_waiting_no, sequence, revision, created_at, updated_at) \
         VALUES ({id}, {platform}, 'event-{id}', '{edition}', '{status}', 'clear', '{{}}', '{{}}', '[]', {start}, {end}, {start}, 'hybrid', '{{}}', 1, 0, 1, {start}, {start})"
    ));
}

fn registration(sql: &mut Sql, dice: &mut Dice, id: u64, event: u64) {
    let person = 2000 + dice.under(PEOPLE);
    if sql.count("registration", &format!("event_id = {event} AND person_id = {person}")) > 0 {
        return;
    }
    let gone = dice.under(8) == 0;
    let person = if gone { "NULL".to_owned() } else { person.to_string() };
    let organisation = if dice.under(6) == 0 { "NULL".to_owned() } else { (1000 + dice.under(ORGANISATIONS)).to_string() };
    let state = if dice.under(2) == 0 { "confirmed" } else { dice.one(&STATES) };
    let waits = if state == "waitlisted" { id.to_string() } else { "NULL".into() };
    let present = if state == "confirmed" { dice.under(10) < 7 } else { dice.under(10) == 0 };
    let minutes = dice.under(60 * 24 * 50) as i64 - 60 * 24;
    let start = start_of(sql, event);
    let at = moment(start - Duration::minutes(minutes));
    let (sector, language, mode) = (dice.one(&SECTORS), dice.one(&LANGUAGES), dice.one(&MODES));
    let erased = if gone { at.clone() } else { "NULL".into() };
    sql.run(&format!(
        "INSERT INTO registration (id, reference, page_hash, event_id, person_id, name, email, organisation_name, organisation_id, sector, language, mode, state, state_since, waiting_no, uid, sequence, was_invited, registered_at, present, erased_at, search_key) \
         VALUES ({id}, 'r{id}', 'h{id}', {event}, {person}, '', '', '', {organisation}, '{sector}', '{language}', '{mode}', '{state}', {at}, {waits}, 'u{id}', 0, FALSE, {at}, {present}, {erased}, '')"
    ));
}

fn invitations(sql: &mut Sql, dice: &mut Dice, id: &mut u64, event: u64) {
    *id += 1;
    let (batch, day) = (*id, "'2000-01-01 00:00:00.000000'");
    sql.run(&format!("INSERT INTO invitation_batch (id, event_id, kind, made_by, made_at, send_at, people) VALUES ({batch}, {event}, 'invitation', 'system', {day}, {day}, 0)"));
    for _ in 0..dice.under(12) {
        *id += 1;
        let sector = if dice.under(4) == 0 { "NULL".to_owned() } else { format!("'{}'", dice.one(&SECTORS)) };
        let (language, state) = (dice.one(&LANGUAGES), dice.one(&["pending", "accepted", "declined", "bounced", "withdrawn"]));
        sql.run(&format!(
            "INSERT INTO invitation (id, event_id, batch_id, reference, page_hash, name, email, organisation_name, sector, language, state, state_since, created_at, search_key) \
             VALUES ({id}, {event}, {batch}, 'i{id}', 'j{id}', '', '', '', {sector}, '{language}', '{state}', {day}, {day}, '')"
        ));
    }
}

fn read(text: &str) -> DateTime<Utc> {
    let text = text.replace('T', " ");
    chrono::NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M:%S%.f").unwrap_or_else(|e| panic!("{text}: {e}")).and_utc()
}

fn start_of(sql: &mut Sql, event: u64) -> DateTime<Utc> {
    read(&sql.words(&format!("SELECT CAST(starts_at AS TEXT) AS value FROM event WHERE id = {event}"))[0])
}

fn brussels(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Brussels).date_naive()
}

/// What plain SQL says of the quarters.
struct Raw<'a> {
    sql: &'a mut Sql,
    now: String,
    moment: Instant,
    edition: Edition,
}

/// Registrations at published events of the platform.
const COUNTED: &str =
    "registration r JOIN event e ON e.id = r.event_id JOIN platform p ON p.id = e.platform_id WHERE p.slug = 'qctr' AND e.status = 'published'";

impl Raw<'_> {
    fn count(&mut self, edition: &str, condition: &str) -> i64 {
        self.sql.number(&format!("SELECT count(*) AS value FROM {COUNTED} AND e.edition = '{edition}' AND {condition}"))
    }

    fn funnel(&mut self, condition: &str, invited: Option<&str>) -> BTreeMap<String, Value> {
        let (edition, over) = (self.edition.to_string(), format!("e.ends_at <= {}", self.now));
        let no_show = self.count(&edition, &format!("{condition} AND r.state = 'confirmed' AND NOT r.present AND {over}"));
        let due = self.count(&edition, &format!("{condition} AND r.state = 'confirmed' AND {over}"));
        let mut figures = BTreeMap::from([
            ("registered".to_owned(), self.count(&edition, &format!("{condition} AND r.state NOT IN ('pending', 'expired')")).into()),
            ("confirmed".into(), self.count(&edition, &format!("{condition} AND r.state = 'confirmed'")).into()),
            ("attended".into(), self.count(&edition, &format!("{condition} AND r.present")).into()),
            ("no_show".into(), no_show.into()),
            ("no_show_rate".into(), share(no_show, due)),
        ]);
        if let Some(condition) = invited {
            let query = format!(
                "SELECT count(*) AS value FROM invitation i JOIN event e ON e.id = i.event_id JOIN platform p ON p.id = e.platform_id \
                 WHERE p.slug = 'qctr' AND e.status = 'published' AND e.edition = '{edition}' AND i.state <> 'withdrawn' AND {condition}"
            );
            figures.insert("invited".into(), self.sql.number(&query).into());
        }
        figures
    }

    /// Every figure of the quarter, by table and row.
    fn tables(&mut self) -> BTreeMap<(String, String), BTreeMap<String, Value>> {
        let mut tables = BTreeMap::new();
        let mut put = |table: &str, row: &str, figures| tables.insert((table.to_owned(), row.to_owned()), figures);
        let edition = self.edition.to_string();
        put("funnel", &edition, self.funnel("TRUE", Some("TRUE")));
        for sector in SECTORS {
            put("by_sector", sector, self.funnel(&format!("r.sector = '{sector}'"), Some(&format!("i.sector = '{sector}'"))));
            put("mix", sector, self.mix(sector));
        }
        let without = self.funnel("FALSE", Some("i.sector IS NULL"));
        if without["invited"] != 0 {
            put("by_sector", "sector_unknown", without);
        }
        for mode in MODES {
            put("by_mode", mode, self.funnel(&format!("r.mode = '{mode}'"), None));
        }
        for language in LANGUAGES {
            put("by_language", language, self.funnel(&format!("r.language = '{language}'"), Some(&format!("i.language = '{language}'"))));
        }
        for n in 0..ORGANISATIONS {
            let figures = self.funnel(&format!("r.organisation_id = {}", 1000 + n), None);
            if figures["registered"] != 0 {
                put("by_organisation", &format!("Organisation {n}"), figures);
            }
        }
        let nameless = self.funnel("r.organisation_id IS NULL", None);
        if nameless["registered"] != 0 {
            put("by_organisation", "organisation_unknown", nameless);
        }
        for (table, row, n) in self.unique() {
            put(table, row, BTreeMap::from([("count".to_owned(), n.into())]));
        }
        for (row, figures) in self.lead() {
            put("lead", row, figures);
        }
        let (held, standing) = self.cadence();
        put("cadence", &edition, BTreeMap::from([("held".to_owned(), held.into()), ("standing".to_owned(), standing.into())]));
        tables
    }

    fn mix(&mut self, sector: &str) -> BTreeMap<String, Value> {
        let (year, quarter) = (self.edition.year(), self.edition.quarter());
        let before = if quarter == 1 { format!("{}-Q4", year - 1) } else { format!("{year}-Q{}", quarter - 1) };
        let mut figures = BTreeMap::new();
        for (name, edition) in
            [("share", self.edition.to_string()), ("share_before", before), ("share_year_before", format!("{}-Q{quarter}", year - 1))]
        {
            let part = self.count(&edition, &format!("r.present AND r.sector = '{sector}'"));
            let whole = self.count(&edition, "r.present");
            if name == "share" {
                figures.insert("attended".to_owned(), part.into());
            }
            figures.insert(name.to_owned(), share(part, whole));
        }
        figures
    }

    fn unique(&mut self) -> Vec<(&'static str, &'static str, i64)> {
        let edition = self.edition.to_string();
        let mut distinct = |what: &str, condition: &str| {
            self.sql
                .number(&format!("SELECT count(DISTINCT {what}) AS value FROM {COUNTED} AND e.edition = '{edition}' AND r.present AND {condition}"))
        };
        let before = |column: &str| {
            format!(
                "{column} IN (SELECT s.{} FROM registration s JOIN event f ON f.id = s.event_id JOIN platform q ON q.id = f.platform_id \
                 WHERE q.slug = 'qctr' AND f.status = 'published' AND f.edition < '{edition}' AND s.present)",
                &column[2..]
            )
        };
        let (people, again) = (distinct("r.person_id", "TRUE"), distinct("r.person_id", &before("r.person_id")));
        let (organisations, known) = (distinct("r.organisation_id", "TRUE"), distinct("r.organisation_id", &before("r.organisation_id")));
        let unknown_before =
            self.sql.number(&format!("SELECT count(*) AS value FROM {COUNTED} AND e.edition < '{edition}' AND r.present AND r.person_id IS NULL"));
        let bounds = unknown_before > 0;
        let mut rows = vec![
            ("people", "people", people),
            ("people", if bounds { "first_timers_at_most" } else { "first_timers" }, people - again),
            ("people", if bounds { "returning_at_least" } else { "returning" }, again),
            ("people", "presences", self.count(&edition, "r.present AND r.person_id IS NOT NULL")),
            ("organisations", "organisations", organisations),
            ("organisations", "new_organisations", organisations - known),
            ("organisations", "returning_organisations", known),
        ];
        let some = [
            ("people", "unknown_presences", self.count(&edition, "r.present AND r.person_id IS NULL")),
            ("people", "unknown_before", unknown_before),
            ("organisations", "presences_without_organisation", self.count(&edition, "r.present AND r.organisation_id IS NULL")),
        ];
        rows.extend(some.into_iter().filter(|(_, _, n)| *n > 0));
        rows
    }

    fn lead(&mut self) -> Vec<(&'static str, BTreeMap<String, Value>)> {
        let rows = self.sql.words(&format!(
            "SELECT CAST(r.registered_at AS TEXT) || '|' || CAST(e.starts_at AS TEXT) AS value FROM {COUNTED} AND e.edition = '{}' AND r.state NOT IN ('pending', 'expired')",
            self.edition
        ));
        let day = |row: &String| {
            let (registered, starts) = row.split_once('|').expect("two moments");
            (brussels(read(starts)) - brussels(read(registered))).num_days().max(0)
        };
        let mut days: Vec<i64> = rows.iter().map(day).collect();
        days.sort_unstable();
        let n = days.len();
        let median = match n {
            0 => Value::Null,
            n if n % 2 == 1 => (days[n / 2] as f64).into(),
            n => ((days[n / 2 - 1] + days[n / 2]) as f64 / 2.0).into(),
        };
        let figures = |days: Value, count: usize, share: Value| {
            BTreeMap::from([("days".to_owned(), days), ("count".into(), count.into()), ("share".into(), share)])
        };
        let mut found = vec![("lead_median", figures(median, n, Value::Null))];
        let buckets = [("lead_same_day", 0, 0), ("lead_week", 1, 7), ("lead_two_weeks", 8, 14), ("lead_month", 15, 30), ("lead_longer", 31, 9999)];
        for (name, from, to) in buckets {
            let part = days.iter().filter(|days| **days >= from && **days <= to).count();
            found.push((name, figures(Value::Null, part, share(part as i64, n as i64))));
        }
        found
    }

    /// Events held on days of the quarter, and how it went; the platform met before every quarter that is asked about, or in it.
    fn cadence(&mut self) -> (i64, &'static str) {
        let rows = self.sql.words(&format!(
            "SELECT CAST(e.starts_at AS TEXT) || '|' || CASE WHEN e.ends_at <= {} THEN 'over' ELSE 'ahead' END AS value \
             FROM event e JOIN platform p ON p.id = e.platform_id WHERE p.slug = 'qctr' AND e.status = 'published' ORDER BY e.starts_at",
            self.now
        ));
        let all: Vec<(NaiveDate, bool)> =
            rows.iter().map(|row| row.split_once('|').expect("two")).map(|(at, over)| (brussels(read(at)), over == "over")).collect();
        let first = NaiveDate::from_ymd_opt(i32::from(self.edition.year()), u32::from(self.edition.quarter()) * 3 - 2, 1).expect("a day");
        let next = first + Months::new(3);
        let within: Vec<bool> = all.iter().filter(|(day, _)| *day >= first && *day < next).map(|(_, over)| *over).collect();
        let held = within.iter().filter(|over| **over).count() as i64;
        let (today, founded) = (brussels(self.moment), all.iter().find(|(_, over)| *over).map(|(day, _)| *day).expect("it met"));
        let standing = match () {
            () if held > 0 => "kept",
            () if !within.is_empty() => "planned",
            () if founded > first => "no_duty",
            () if today < first => "not_begun",
            () if today < next => "at_risk",
            () => "missed",
        };
        (held, standing)
    }
}

fn share(part: i64, whole: i64) -> Value {
    let thousandths = (whole > 0).then(|| (part as f64 / whole as f64 * 1000.0 + 0.5 + 1e-9).floor() as i64);
    serde_json::json!({ "part": part, "whole": whole, "thousandths": thousandths })
}

/// What the dashboard counts of many quarters at once is what the report of each has.
async fn beside_each_other(house: &House, platform: PlatformId, reports: &[QuarterReport], now: Instant) {
    let mut compared = 0;
    for eight in reports.chunks(8) {
        for part in Part::ALL {
            let (from, to) = (eight[0].edition, eight[eight.len() - 1].edition);
            let query = DashboardQuery { platforms: vec![platform], from, to, part: *part };
            let read = house.app.dashboard(query, now).await.expect("quarters").remove(0);
            assert_eq!(read.quarters.len(), eight.len());
            for (quarter, report) in read.quarters.iter().zip(eight) {
                for table in &quarter.frozen.report.tables {
                    assert_eq!(Some(table), report.table(table.statistic), "{}", quarter.edition);
                    compared += 1;
                }
            }
        }
    }
    assert_eq!(compared, reports.len() * 5, "funnel, sectors, people, organisations, lead time");
}

both_databases! {
    async fn every_figure_is_what_the_raw_rows_say(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let mut sql = house.sql();
        generate(&mut sql);
        // In the last year the third quarter runs.
        let moment_of = format!("{}-08-20T10:00:00Z", YEARS.0 + YEARS.1 - 1).parse::<Instant>().expect("a moment");
        let platform = house.app.platform_id("qctr").await.expect("a read").expect("a platform");
        let mut reports: Vec<QuarterReport> = Vec::new();
        let (mut cells, mut standings) = (0, BTreeMap::<String, usize>::new());
        for year in YEARS.0..YEARS.0 + YEARS.1 {
            for quarter in 1..=4 {
                let edition = Edition::new(year, quarter).expect("a quarter");
                let whole = house.app.report_quarter(platform, edition, moment_of).await.expect("a report");
                let report = whole.document();
                reports.push(whole);
                let mut raw = Raw { sql: &mut sql, now: moment(moment_of), moment: moment_of, edition };
                let mut expected = raw.tables();
                for table in report["tables"].as_array().expect("tables") {
                    let name = table["statistic"].as_str().expect("a name");
                    if name == "events" {
                        continue;
                    }
                    for row in table["rows"].as_array().expect("rows") {
                        let of = row["of"].as_str().expect("a name");
                        let want = expected.remove(&(name.to_owned(), of.to_owned())).unwrap_or_else(|| panic!("{edition}: no raw {name}, {of}"));
                        let found = row["figures"].as_object().expect("figures");
                        assert_eq!(found.len(), want.len(), "{edition}, {name}, {of}: {found:?} {want:?}");
                        for (measure, value) in found {
                            assert_eq!(value, &want[measure], "{edition}: {name}, {of}, {measure}");
                            cells += 1;
                        }
                    }
                }
                assert!(expected.is_empty(), "{edition}: not reported: {expected:?}");
                *standings.entry(report["standing"].as_str().unwrap_or("none").to_owned()).or_default() += 1;
            }
        }
        assert!(cells > 9_000, "{cells} cells");
        beside_each_other(&house, platform, &reports, moment_of).await;
        assert!(standings.contains_key("kept") && standings.contains_key("missed"), "{standings:?}");
    }
}

both_databases! {
    /// The command gives the same octets each time, in each format and language, and says what is wrong with what it is asked.
    async fn the_command_gives_the_same_file_each_time(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        assert_eq!(service.join("briefing", &Guest::named("Zoë Peeters").sector("public")).await.state(), "confirmed");
        service.delivered().await;
        let edition = Edition::of(brussels(now() + Duration::days(20))).to_string();
        let report = |format: &str, language: &str| {
            let done = service.try_command(&["report", "quarter", &edition, "--platform", "qctr", "--format", format, "--language", language]);
            assert!(done.status.success(), "{format}: {}", String::from_utf8_lossy(&done.stderr));
            done.stdout
        };
        for format in ["table", "csv", "json", "xlsx", "html"] {
            let languages = LANGUAGES.map(|language| {
                let file = report(format, language);
                assert_eq!(file, report(format, language), "{format} in {language}");
                assert!(!String::from_utf8_lossy(&file).contains("Peeters"), "{format}: no name of a person");
                file
            });
            assert_eq!(languages[0] == languages[1], format == "json", "{format} says words, or codes only");
        }
        let json: Value = serde_json::from_slice(&report("json", "nl")).expect("JSON");
        let funnel = json["tables"].as_array().expect("tables").iter().find(|table| table["statistic"] == "funnel").expect("a funnel");
        assert_eq!(funnel["rows"][0]["figures"]["confirmed"], 1);
        for (wrong, said) in [
            (&["2026-Q5", "--platform", "qctr"][..], "2026-Q4"),
            (&["2026-Q4", "--platform", "qctrr"], "there is no platform \"qctrr\""),
            (&["2026-Q4"], "--platform"),
            (&["2026-Q4", "--platform", "qctr", "--language", "it"], "nl"),
        ] {
            let done = service.try_command(&[&["report", "quarter"], wrong].concat());
            let words = String::from_utf8_lossy(&done.stderr).into_owned();
            assert_eq!((done.status.code(), words.contains(said)), (Some(2), true), "{wrong:?}: {words}");
        }
    }
}

both_databases! {
    /// Moved from 31 March to 1 April, an event keeps the second quarter and no longer the first; it still reports on the first.
    async fn an_event_moved_over_the_edge_moves_what_is_kept(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let at = |text: &str| text.parse::<Instant>().expect("a moment");
        house.put(Scene::event("before").starts_at(at("2025-10-10T08:00:00Z")));
        house.put(Scene::event("moved").starts_at(at("2026-03-31T20:00:00Z")));
        let platform = house.app.platform_id("qctr").await.expect("a read").expect("a platform");
        let edition = |text: &str| text.parse::<Edition>().expect("a quarter");
        let mut sql = house.sql();
        let mut seen = Vec::new();
        for start in ["2026-03-31T20:00:00Z", "2026-03-31T22:00:00Z"] {
            sql.run(&format!("UPDATE event SET starts_at = {}, ends_at = {} WHERE slug = 'moved'", moment(at(start)), moment(at(start) + Duration::hours(1))));
            for quarter in ["2026-Q1", "2026-Q2"] {
                let report = house.app.report_quarter(platform, edition(quarter), at("2026-08-01T00:00:00Z")).await.expect("a report");
                let document = report.document();
                let events = document["tables"].as_array().expect("tables").iter().find(|table| table["statistic"] == "events").expect("events");
                seen.push((document["standing"].as_str().unwrap_or_default().to_owned(), events["rows"].as_array().expect("rows").len()));
            }
        }
        let expected = [("kept", 1), ("missed", 0), ("missed", 1), ("kept", 0)].map(|(standing, events)| (standing.to_owned(), events));
        assert_eq!(seen, expected);
    }
}
