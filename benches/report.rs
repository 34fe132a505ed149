//! The attendance report over everything that was kept from past events.

use std::time::Instant;

use chrono::Duration;
use diesel::connection::SimpleConnection;
use quarterdeck::app::report::ReportQuery;
use quarterdeck::app::{App, AppError};
use quarterdeck::db::{Scope, platforms, registrations};
use quarterdeck::domain::edition::Edition;
use quarterdeck::domain::ids::{EventId, Reference, RegistrationId};
use quarterdeck::domain::language::Language;
use quarterdeck::domain::mode::Mode;
use quarterdeck::domain::registration::State;
use quarterdeck::domain::sector::Sector;
use quarterdeck::on_each;
use quarterdeck::stats::attendance::Dimension;

use crate::figures::{Board, rate};
use crate::place::{self, Kind, Place};
use crate::{Size, door};

/// Most time a report may take, in seconds.
const SECONDS: f64 = 1.0;
/// Quarters kept.
const QUARTERS: usize = 8;
/// Rows in one commit while the past is laid out.
const AT_ONCE: usize = 5_000;

/// Fills a fresh database, measures the report, then lets something else be measured beside it.
pub fn measure(kind: Kind, size: Size, board: &mut Board, beside: impl FnOnce(&Place, &mut Board)) {
    let (runtime, place) = (door::runtime(), Place::new(kind));
    let (app, _event) = runtime.block_on(place.furnished());
    board.part(&format!("report over {} registrations, {}", size.kept, kind.name()));
    let begun = Instant::now();
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
    drop(app);
    beside(&place, board);
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

/// Lays out past events of every platform with registrations whose names are gone, as after the retention time.
async fn lay_out(app: &App, count: usize) -> usize {
    let now = app.now();
    let all = app.db.read(|conn| Ok::<_, AppError>(platforms::all(conn)?)).await.expect("the platforms");
    let events = all.len() * QUARTERS;
    for n in 0..events {
        let platform = &all[n % all.len()];
        let starts_at = now - Duration::days(5 + 91 * (n / all.len()) as i64);
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
        organisation_id: None,
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
