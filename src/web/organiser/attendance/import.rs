//! Taking an attendance report in: pasted or as a file, looked at first, then taken as it was shown.

use actix_web::http::StatusCode;
use actix_web::web;
use chrono_tz::Tz;
use fluent_bundle::FluentValue;

use super::{can_take, maybe, minutes, minutes_of, place_more, why_words};
use crate::app::attendance::plan::{Doubtful, Plan, Recognised};
use crate::app::attendance::read::{ZONE, read, text};
use crate::app::attendance::take_in::Outcome;
use crate::app::show::EventView;
use crate::domain::attendance::{Unsure, Weight};
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::presence::{By, Code, Decided, Doubt, Fault as Unreadable, Order, Sighting};
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::organiser::rosters::import::table_fault;
use crate::web::organiser::see_other;
use crate::web::view::public::Fault;
use crate::web::view::staff::{AttendanceImport, Pair, SeenRow, SeenSection, TABLE_FILES};
use crate::web::view::{FormError, Hidden};

/// Rows shown of each kind; the rest is counted.
const SHOWN: usize = 100;
/// Zones that are offered; any other can be typed.
const ZONES: [&str; 8] =
    ["Europe/Brussels", "Europe/London", "Europe/Lisbon", "Europe/Helsinki", "UTC", "America/New_York", "America/Los_Angeles", "Asia/Singapore"];

type Path = web::Path<(String, String)>;
/// What was typed, and what is wrong with it: the field, and why.
type Typed<'a> = (&'a str, &'a str, Option<(&'static str, String)>);

/// `GET …/events/{event}/attendance/import`
pub async fn form(staff: Staff, path: Path) -> Answer {
    let view = event(&staff, &path.1).await?;
    draw_form(&staff, &view, ("", ZONE.name(), None))
}

/// `POST …/events/{event}/attendance/import`: what the report would do; nothing is written.
pub async fn look(posted: Posted, path: Path) -> Answer {
    let staff = &posted.staff;
    let view = event(staff, &path.1).await?;
    let zone = posted.fields.get("zone").trim().to_owned();
    if posted.fields.has("again") {
        return draw_form(staff, &view, (posted.fields.get("report"), &zone, None));
    }
    let fields = match posted.with_file("report", text).await {
        Ok(fields) => fields,
        Err(fault) => return draw_form(staff, &view, (posted.fields.get("report"), &zone, Some(("report", table_fault(staff, &fault))))),
    };
    let typed = fields.get("report");
    let file = match parse(staff, &view, typed, &zone) {
        Ok(file) => file,
        Err(fault) => return draw_form(staff, &view, (typed, &zone, Some(fault))),
    };
    let plan = staff.state.app.plan_attendance(view.stored.event.id, file, staff.now).await?;
    draw_plan(staff, &view, (typed, &zone), &plan, None)
}

/// `POST …/events/{event}/attendance/import/apply`: takes it in as it was shown.
pub async fn apply(posted: Posted, path: Path) -> Answer {
    let staff = &posted.staff;
    let view = event(staff, &path.1).await?;
    let (typed, zone) = (posted.fields.get("report"), posted.fields.get("zone").trim());
    let file = match parse(staff, &view, typed, zone) {
        Ok(file) => file,
        Err(fault) => return draw_form(staff, &view, (typed, zone, Some(fault))),
    };
    let shown = Some(posted.fields.get("shown").to_owned());
    match staff.state.app.take_attendance(view.stored.event.id, file, shown, staff.actor(), staff.now).await? {
        Outcome::Taken(plan) => Ok(see_other(&staff.event_href(&view, &format!("/attendance?done=attendance-taken&n={}", plan.recognised.len())))),
        Outcome::Differs(plan) => draw_plan(staff, &view, (typed, zone), &plan, Some("staff-attendance-differs")),
        Outcome::Before(plan) => draw_plan(staff, &view, (typed, zone), &plan, Some("staff-attendance-before")),
    }
}

/// An event that is over.
async fn event(staff: &Staff, slug: &str) -> Result<EventView, Refusal> {
    let view = staff.event(Action::ManageRegistrations, slug).await?;
    if can_take(staff, &view) { Ok(view) } else { Err(Fault::Conflict.into()) }
}

fn parse(staff: &Staff, view: &EventView, typed: &str, zone: &str) -> Result<crate::app::attendance::read::File, (&'static str, String)> {
    let Ok(tz) = zone.parse::<Tz>() else {
        return Err(("zone", staff.t_with("staff-fault-zone", &[("value", FluentValue::from(crate::app::import::table::quoted(zone)))])));
    };
    read(typed, tz, &view.stored.event).map_err(|fault| ("report", unreadable(staff, &fault)))
}

fn draw_form(staff: &Staff, view: &EventView, (typed, zone, fault): Typed<'_>) -> Answer {
    let (status, of) = (fault.as_ref().map_or(StatusCode::OK, |_| StatusCode::UNPROCESSABLE_ENTITY), fault.clone());
    let of_field = |field: &str| of.as_ref().filter(|(at, _)| *at == field).map(|(_, text)| text.clone()).unwrap_or_default();
    let page = AttendanceImport {
        event: staff.title(view),
        action: staff.event_href(view, "/attendance/import"),
        hidden: staff.token(),
        errors: fault.map(|(field, text)| FormError { field: field.into(), text, ..FormError::default() }).into_iter().collect(),
        accept: TABLE_FILES,
        report: typed.to_owned(),
        fault: of_field("report"),
        zone: zone.to_owned(),
        zone_fault: of_field("zone"),
        zones: ZONES.to_vec(),
        ..AttendanceImport::default()
    };
    let head = staff.event_head(view, staff.t("staff-attendance-import")).with_errors(!page.errors.is_empty());
    staff.page(status, &head, &page)
}

fn draw_plan(staff: &Staff, view: &EventView, (typed, zone): (&str, &str), plan: &Plan, trouble: Option<&str>) -> Answer {
    let report = &plan.file.report;
    let number = |n: usize| format::number(staff.language, i64::try_from(n).unwrap_or(i64::MAX));
    let few = plan.recognised.iter().filter(|one| !one.is_enough).count();
    let figures = [
        ("staff-attendance-in-file", report.people.len()),
        ("staff-seen-recognised", plan.recognised.len()),
        ("staff-weight-too_short", few),
        ("staff-seen-unsure", plan.doubtful.len() - plan.unknown()),
        ("staff-seen-unknown", plan.unknown()),
    ];
    let mut hidden = staff.token();
    hidden.extend([Hidden::new("report", typed), Hidden::new("zone", zone), Hidden::new("shown", plan.fingerprint())]);
    let doubts = report.doubts.kept.iter().take(SHOWN).map(|doubt| doubt_row(staff, doubt)).collect();
    let more = (report.doubts.kept.len().saturating_sub(SHOWN) as u64).saturating_add(report.doubts.beyond);
    let trouble = trouble.or(plan.before.as_ref().map(|_| "staff-attendance-before"));
    let page = AttendanceImport {
        event: staff.title(view),
        action: staff.event_href(view, "/attendance/import/apply"),
        hidden,
        is_shown: true,
        trouble: trouble.map(|key| staff.t(key)).unwrap_or_default(),
        warnings: warnings(staff, plan),
        facts: facts(staff, plan),
        figures: figures.iter().map(|(key, n)| Pair::new(staff.t(key), number(*n))).collect(),
        sections: sections(staff, view, plan),
        doubts,
        doubts_more: if more > 0 { staff.t_with("staff-import-more", &[("n", FluentValue::from(more))]) } else { String::new() },
        can_take: plan.before.is_none(),
        again: staff.event_href(view, "/attendance/import"),
        ..AttendanceImport::default()
    };
    let status = if trouble.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    staff.page(status, &staff.event_head(view, staff.t("staff-import-would")), &page)
}

/// What somebody should know before they look at names.
fn warnings(staff: &Staff, plan: &Plan) -> Vec<String> {
    let report = &plan.file.report;
    let stays: usize = report.people.iter().map(|person| person.intervals.len()).sum();
    let mut warnings = Vec::new();
    // Most of it at another time: of another meeting, or saved by another clock.
    if report.outside > 0 && report.outside * 2 >= stays as u64 {
        warnings.push(staff.t_with("staff-attendance-outside", &[("n", FluentValue::from(report.outside)), ("of", FluentValue::from(stays))]));
    }
    if report.order.1 == Decided::ByHabit {
        warnings.push(staff.t("staff-attendance-habit"));
    }
    if !report.zone_in_file {
        warnings.push(staff.t_with("staff-attendance-no-zone", &[("zone", FluentValue::from(report.zone.name()))]));
    }
    warnings
}

/// How the file was read.
fn facts(staff: &Staff, plan: &Plan) -> Vec<Pair> {
    let report = &plan.file.report;
    let order = match report.order.0 {
        Order::DayFirst => "staff-attendance-day-first",
        Order::MonthFirst => "staff-attendance-month-first",
    };
    let count = |n: u64| format::number(staff.language, i64::try_from(n).unwrap_or(i64::MAX));
    let mut facts = vec![
        Pair::new(staff.t("staff-attendance-service"), staff.word("staff-service", report.provider.code())),
        Pair::new(staff.t("staff-attendance-zone"), report.zone.name()),
        Pair::new(staff.t("staff-attendance-dates"), staff.t(order)),
        Pair::new(staff.t("staff-attendance-asked"), minutes(staff, Some(plan.asked))),
    ];
    if let Some(title) = &report.title {
        facts.insert(1, Pair::new(staff.t("staff-attendance-title"), crate::app::import::table::quoted(title)));
    }
    for (key, n) in [("staff-attendance-absent", report.absent), ("staff-attendance-repeated", report.repeated)] {
        if n > 0 {
            facts.push(Pair::new(staff.t(key), count(n)));
        }
    }
    facts
}

fn sections(staff: &Staff, view: &EventView, plan: &Plan) -> Vec<SeenSection> {
    let is_unknown = |one: &&Doubtful| one.why == Unsure::Unknown;
    let doubtful = plan.doubtful.iter().filter(|one| !is_unknown(one)).map(|one| doubtful_row(staff, view, plan, one)).collect();
    let unknown = plan.doubtful.iter().filter(is_unknown).map(|one| doubtful_row(staff, view, plan, one)).collect();
    let recognised = plan.recognised.iter().map(|one| recognised_row(staff, plan, one)).collect();
    let section = |key: &str, mut rows: Vec<SeenRow>| SeenSection {
        title: staff.t(key),
        what: staff.t(&format!("{key}-what")),
        more: match rows.len().saturating_sub(SHOWN) {
            0 => String::new(),
            n => {
                rows.truncate(SHOWN);
                staff.t_with("staff-import-more", &[("n", FluentValue::from(n))])
            }
        },
        rows,
    };
    let all = [section("staff-seen-unsure", doubtful), section("staff-seen-recognised", recognised), section("staff-seen-unknown", unknown)];
    all.into_iter().filter(|section| !section.rows.is_empty()).collect()
}

fn named(staff: &Staff, sighting: Option<&Sighting>) -> SeenRow {
    let Some(sighting) = sighting else { return SeenRow::default() };
    let quoted = |text: &String| crate::app::import::table::quoted(text);
    SeenRow {
        line: super::line(staff, sighting.rows.first().map_or(0, |line| i64::try_from(*line).unwrap_or(i64::MAX))),
        name: quoted(&sighting.name),
        also: sighting.other_names.iter().chain(&sighting.email).map(quoted).collect(),
        ..SeenRow::default()
    }
}

fn recognised_row(staff: &Staff, plan: &Plan, one: &Recognised) -> SeenRow {
    let weight = if one.is_enough { Weight::Counts } else { Weight::TooShort };
    SeenRow {
        whose: one.registration.name.clone(),
        whose_more: place_more(&one.registration),
        how: staff.t(match one.by {
            By::Address => "staff-seen-by-address",
            By::Name => "staff-seen-by-name",
        }),
        minutes: minutes(staff, Some(one.minutes)),
        weight: weight.code(),
        weight_label: staff.word("staff-weight", weight.code()),
        ..named(staff, one.sightings.first().and_then(|place| plan.sighting(*place)))
    }
}

fn doubtful_row(staff: &Staff, view: &EventView, plan: &Plan, one: &Doubtful) -> SeenRow {
    let sighting = plan.sighting(one.sighting);
    SeenRow {
        whose: maybe(staff, &one.candidates),
        how: why_words(staff, one.why),
        minutes: minutes(staff, sighting.and_then(|person| minutes_of(view, &person.intervals, person.at_most))),
        ..named(staff, sighting)
    }
}

fn doubt_row(staff: &Staff, doubt: &Doubt) -> Pair {
    let line = i64::try_from(doubt.line).unwrap_or(i64::MAX);
    let code = if doubt.code == Code::Time && doubt.found.is_empty() { "no-such-time" } else { doubt.code.code() };
    let what = staff.t_with(&format!("staff-doubtful-{code}"), &[("found", FluentValue::from(doubt.found.clone()))]);
    Pair::new(super::line(staff, line), what)
}

/// Why a file cannot be read, in words.
fn unreadable(staff: &Staff, fault: &Unreadable) -> String {
    let column = |code: &&str| {
        let key = format!("staff-report-column-{code}");
        if staff.state.texts().has(staff.language, &key) { staff.t(&key) } else { (*code).to_owned() }
    };
    let args: Vec<(&str, FluentValue<'_>)> = match fault {
        Unreadable::OpenQuote { line } | Unreadable::NoRows { line } => vec![("line", (*line).into())],
        Unreadable::TooManyRows { most } | Unreadable::TooManyCells { most } => vec![("most", (*most).into())],
        Unreadable::MixedDates { day_first, month_first } => vec![("one", (*day_first).into()), ("other", (*month_first).into())],
        Unreadable::MissingColumns { line, found, wanted } => {
            let wanted: Vec<String> = wanted.iter().map(column).collect();
            vec![("line", (*line).into()), ("found", found.join(", ").into()), ("wanted", wanted.join(", ").into())]
        }
        _ => Vec::new(),
    };
    staff.t_with(&format!("staff-report-{}", fault.code()), &args)
}
