//! Reports over everything that was kept from past events: attendance of two years, and the last quarter of every platform.

use std::time::Instant;

use chrono::Duration;
use diesel::connection::SimpleConnection;
use quarterdeck::app::report::ReportQuery;
use quarterdeck::app::{App, AppError};
use quarterdeck::db::{DbError, Scope, Tx, platforms, registrations};
use quarterdeck::domain::edition::Edition;
use quarterdeck::domain::ids::{EventId, OrganisationId, PlatformId, Reference, RegistrationId};
use quarterdeck::domain::language::Language;
use quarterdeck::domain::mode::Mode;
use quarterdeck::domain::registration::State;
use quarterdeck::domain::sector::Sector;
use quarterdeck::on_each;
use quarterdeck::stats::attendance::Dimension;
use quarterdeck::stats::quarter::{Cell, Statistic};
use tokio::runtime::Runtime;

use crate::figures::{Board, rate};
use crate::place::{self, Kind, Place};
use crate::{Size, door, outbox};

/// Most time a report may take, in seconds.
const SECONDS: f64 = 1.0;
/// Most processor time that the reports of a quarter may take, all platforms together, in seconds.
const QUARTER_SECONDS: f64 = 0.3;
/// Most that they may take beside the bare statements that count the same.
const BESIDE_BARE: f64 = 1.5;
/// How often they are made.
const TIMES: u32 = 5;
/// Quarters kept.
const QUARTERS: usize = 8;
/// Past events.
const EVENTS: usize = 200;
/// Organisations that people came from.
const ORGANISATIONS: usize = 1_000;
/// Rows in one commit while the past is laid out.
const AT_ONCE: usize = 5_000;

/// Fills a fresh database, measures the report, then lets something else be measured beside it.
pub fn measure(kind: Kind, size: Size, board: &mut Board, beside: impl FnOnce(&Place, &mut Board)) {
    let (runtime, place) = (door::runtime(), Place::new(kind));
    let (app, _event) = runtime.block_on(place.furnished());
    board.part(&format!("report over {} registrations, {}", size.kept, kind.name()));
    let begun = Instant::now();
    runtime.block_on(found_organisations(&app));
    let events = runtime.block_on(lay_out(&app, size.kept));
    settle(&place);
    board.line("laid out", &format!("{} events, {:.0} rows/s", events, rate(size.kept, begun.elapsed())));
    let bare = runtime.block_on(count_alone(&app));
    board.line("bare limit: the database counts the rows", &format!("{:.3} s", bare));
    let now = app.now();
    let last = Edition::of(now.date_naive());
    let query = ReportQuery {
        from: (0..=QUARTERS).fold(last, |edition, _| edition.previous()),
        to: last,
        platforms: None,
        by: vec![Dimension::Sector, Dimension::Platform, Dimension::Edition],
    };
    let mut times: Vec<f64> = (0..3)
        .map(|_| {
            let begun = Instant::now();
            let report = runtime.block_on(app.report_attendance(query.clone(), now)).expect("a report");
            assert_eq!(report.total.registered, (size.kept - size.kept / 20) as u64, "one in twenty never proved the address");
            begun.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_unstable_by(f64::total_cmp);
    board.at_most(&format!("report by sector, platform, edition, {}", kind.name()), times[1], SECONDS, "s");
    quarters(&runtime, &app, kind, last.previous(), board);
    drop(app);
    beside(&place, board);
}

/// The report of one quarter of each platform, with all quarters before it to compare with.
fn quarters(runtime: &Runtime, app: &App, kind: Kind, edition: Edition, board: &mut Board) {
    let all = runtime.block_on(app.db.read(|conn| Ok::<_, AppError>(platforms::all(conn)?))).expect("the platforms");
    let statements: Vec<String> = all.iter().flat_map(|platform| counted(platform.id, edition)).collect();
    let reports = || {
        all.iter().map(|platform| {
            let report = runtime.block_on(app.report_quarter(platform.id, edition, app.now())).expect("a report");
            let funnel = report.table(Statistic::Funnel).expect("a table").rows[0].cells.clone();
            if let Some(Cell::Number(attended)) = funnel.get(3) { *attended } else { 0 }
        })
    };
    let whole = cost(kind, || assert!(reports().sum::<u64>() > 0, "somebody came"));
    let bare = cost(kind, || statements.iter().for_each(|statement| runtime.block_on(run(app, statement.clone()))));
    board.line("bare limit: the statements that count the same", &format!("{bare:.3} s of processor time"));
    board.at_most(&format!("reports of a quarter, {} platforms, {}", all.len(), kind.name()), whole, QUARTER_SECONDS, "s of processor time");
    board.at_most(&format!("beside the bare statements, {}", kind.name()), whole / bare, BESIDE_BARE, "×");
}

/// What a report of a quarter cannot do without, as one would type it: its registrations and those of the quarters that it is compared with, by
/// all that splits them; organisations; who came earlier; when people registered.
fn counted(platform: PlatformId, edition: Edition) -> [String; 4] {
    let year_before = (0..4).fold(edition, |edition, _| edition.previous());
    let of = |editions: &str| format!("event_id IN (SELECT id FROM event WHERE platform_id = {} AND edition {editions})", platform.0);
    let (compared, own) = (of(&format!("IN ('{edition}', '{}', '{year_before}')", edition.previous())), of(&format!("= '{edition}'")));
    let before = of(&format!("< '{edition}'"));
    [
        format!("SELECT event_id, state, sector, mode, language, present, count(*) FROM registration WHERE {compared} GROUP BY 1, 2, 3, 4, 5, 6"),
        format!("SELECT organisation_id, event_id, state, present, count(*) FROM registration WHERE {own} GROUP BY 1, 2, 3, 4"),
        format!("SELECT count(*), count(DISTINCT person_id), count(DISTINCT organisation_id) FROM registration WHERE {before} AND present"),
        format!("SELECT event_id, registered_at FROM registration WHERE {own} AND state NOT IN ('pending', 'expired')"),
    ]
}

/// Processor time of one run, the database's included.
fn cost(kind: Kind, mut work: impl FnMut()) -> f64 {
    let before = outbox::spent(kind);
    (0..TIMES).for_each(|_| work());
    (outbox::spent(kind) - before).as_secs_f64() / f64::from(TIMES)
}

/// Runs a statement and takes its rows.
async fn run(app: &App, statement: String) {
    let work = move |conn: &mut quarterdeck::db::AnyConn| {
        let statement = format!("SELECT count(*) AS n FROM ({statement}) AS counted");
        on_each!(conn, |c| c.batch_execute(&statement)).map_err(quarterdeck::db::DbError::from)?;
        Ok::<_, AppError>(())
    };
    app.db.read(work).await.expect("counted");
}

async fn count_alone(app: &App) -> f64 {
    let begun = Instant::now();
    let work = |conn: &mut quarterdeck::db::AnyConn| {
        on_each!(conn, |c| c.batch_execute("SELECT count(*) FROM registration")).map_err(quarterdeck::db::DbError::from)?;
        Ok::<_, AppError>(())
    };
    app.db.read(work).await.expect("a count");
    begun.elapsed().as_secs_f64()
}

/// What PostgreSQL's autovacuum does by itself in the years over which so many rows gather: freshly written rows are looked up
/// one by one until it has passed.
fn settle(place: &Place) {
    if place.kind == Kind::Postgres {
        place::run_sql(&place.url, "VACUUM (ANALYZE) registration");
    }
}

async fn found_organisations(app: &App) {
    let rows: Vec<String> =
        (1..=ORGANISATIONS).map(|n| format!("({n}, 'Organisation {n}', 'organisation {n}', 'private', '2025-01-01 00:00:00', 1)")).collect();
    let columns = "id, name, name_key, sector, created_at, revision";
    let statement = format!("INSERT INTO organisation ({columns}) VALUES {}", rows.join(", "));
    let work = move |tx: &mut Tx<'_>| {
        on_each!(&mut **tx, |c| c.batch_execute(&statement)).map_err(DbError::from)?;
        Ok::<_, AppError>(())
    };
    app.db.write(Scope::Concern("organisations"), work).await.expect("organisations");
}

/// Lays out past events of every platform with registrations whose names are gone, as after the retention time.
async fn lay_out(app: &App, count: usize) -> usize {
    let now = app.now();
    let all = app.db.read(|conn| Ok::<_, AppError>(platforms::all(conn)?)).await.expect("the platforms");
    let events = EVENTS;
    for n in 0..events {
        let platform = &all[n % all.len()];
        let starts_at = now - Duration::days(5 + 91 * ((n / all.len()) % QUARTERS) as i64);
        let event = place::new_event(platform.id, &format!("past-{n}"), starts_at);
        let event = place::publish(app, event, now).await;
        let (from, to) = (count * n / events, count * (n + 1) / events);
        for start in (from..to).step_by(AT_ONCE) {
            let rows: Vec<_> = (start..to.min(start + AT_ONCE)).map(|number| kept(event, number, starts_at)).collect();
            let written = app.db.write(Scope::Event(event), move |tx| Ok::<_, AppError>(registrations::insert(tx, &rows)?));
            written.await.expect("rows");
        }
    }
    events
}

fn kept(event: EventId, number: usize, at: quarterdeck::clock::Instant) -> registrations::Row {
    let state = match number % 20 {
        0 => State::Expired,
        1 | 2 => State::Withdrawn,
        3 => State::Cancelled,
        _ => State::Confirmed,
    };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&(number as u64).to_be_bytes());
    registrations::Row {
        id: RegistrationId(number as i64 + 1),
        reference: Reference::from_random(bytes),
        page_hash: format!("kept-{number:039}"),
        event_id: event,
        person_id: None,
        name: String::new(),
        email: String::new(),
        organisation_name: String::new(),
        organisation_id: Some(OrganisationId((number % ORGANISATIONS) as i64 + 1)),
        sector: Sector::ALL[number % 7 % 3],
        language: Language::ALL[number % 11 % 4],
        mode: if number % 13 < 8 { Mode::OnSite } else { Mode::Online },
        state,
        state_since: at.into(),
        waiting_no: None,
        reason: None,
        uid: format!("kept{number:023}"),
        sequence: 0,
        was_invited: state == State::Confirmed,
        prove_before: None,
        registered_at: at.into(),
        proved_at: Some(at.into()),
        present: state == State::Confirmed && !number.is_multiple_of(5),
        erased_at: Some(at.into()),
        search_key: String::new(),
        declared: None,
        basis: quarterdeck::domain::admission::Basis::Personal,
    }
}
