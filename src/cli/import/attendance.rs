//! `import attendance`: a meeting service's report looked at, told person by person, and taken in unless that was all that was asked.

use std::path::Path;

use chrono_tz::Tz;

use crate::app::attendance::plan::Plan;
use crate::app::attendance::read::{read, text};
use crate::app::attendance::take_in::Outcome;
use crate::app::{Actor, AppError};
use crate::cli::failure::Failure;
use crate::cli::parts::Parts;
use crate::domain::attendance::Unsure;
use crate::presence::{By, Doubts, Fault};

/// Takes a report in.
pub(super) async fn attendance(parts: &Parts, file: &Path, event: &str, zone: Tz, dry_run: bool) -> Result<(), Failure> {
    let view = parts.app.event_by_slug(event).await.map_err(|e| match e {
        AppError::NotFound => Failure::new(format!("there is no event \"{event}\"")),
        other => other.into(),
    })?;
    let of = &view.stored.event;
    let about = |words: String| Failure::new(format!("{}: {words}", file.display()));
    let bytes = std::fs::read(file).map_err(|e| Failure::new(format!("cannot read {}: {e}", file.display())))?;
    let text = text(&bytes).map_err(|fault| about(fault.to_string()))?;
    let read = read(&text, zone, of).map_err(|fault| about(words(&fault)))?;
    if dry_run {
        let plan = parts.app.plan_attendance(of.id, read, parts.app.now()).await.map_err(explained)?;
        tell(&plan);
        let known = if plan.before.is_some() { " The same file was taken in before." } else { "" };
        eprintln!("{}. Nothing was written.{known}", summary(&plan));
        return Ok(());
    }
    match parts.app.take_attendance(of.id, read, None, Actor::Operator, parts.app.now()).await.map_err(explained)? {
        Outcome::Taken(plan) => {
            tell(&plan);
            eprintln!("Taken in: {}.", summary(&plan));
            if !plan.doubtful.is_empty() {
                eprintln!("Who is not certain waits on the event's page \"Attendance reports\".");
            }
        }
        Outcome::Before(_) | Outcome::Differs(_) => eprintln!("The same file was taken in before; nothing was changed."),
    }
    Ok(())
}

fn summary(plan: &Plan) -> String {
    let short = plan.recognised.iter().filter(|one| !one.is_enough).count();
    let (known, unknown) = (plan.recognised.len(), plan.unknown());
    let unsure = plan.doubtful.len() - unknown;
    format!("{known} recognised ({short} for too few minutes), {unsure} to be decided, {unknown} not registered")
}

/// One line for each person and each doubtful row: what programs can read, on standard output.
fn tell(plan: &Plan) {
    let report = &plan.file.report;
    let line = |place: usize| plan.sighting(place).and_then(|person| person.rows.first()).copied().unwrap_or_default();
    for one in &plan.recognised {
        let by = match one.by {
            By::Address => "address",
            By::Name => "name",
        };
        let enough = if one.is_enough { "enough" } else { "too few" };
        let at = one.sightings.first().map_or(0, |place| line(*place));
        println!("{at}\trecognised\t{by}\t{}\t{} of {} minutes: {enough}", one.registration.email, one.minutes, plan.asked);
    }
    for one in &plan.doubtful {
        let what = if one.why == Unsure::Unknown { "not registered" } else { "to be decided" };
        let name = plan.sighting(one.sighting).map(|person| person.name.as_str()).unwrap_or_default();
        let maybe: Vec<&str> = one.candidates.iter().map(|row| row.email.as_str()).collect();
        println!("{}\t{what}\t{}\t{}\t{}", line(one.sighting), one.why, printable(name), maybe.join(" "));
    }
    doubts(&report.doubts);
    if report.outside > 0 {
        eprintln!("{} stays lie outside the event: is it this meeting's report, and is {} the right --zone?", report.outside, report.zone.name());
    }
}

fn doubts(doubts: &Doubts) {
    for doubt in &doubts.kept {
        println!("{}\tdoubtful\t{}\t{}\t{}", doubt.line, doubt.code.code(), doubt.column, printable(&doubt.found));
    }
    if doubts.beyond > 0 {
        eprintln!("{} more doubtful rows are not told one by one.", doubts.beyond);
    }
}

/// Nothing that a file says moves the cursor or begins another line.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(200).collect()
}

fn words(fault: &Fault) -> String {
    match fault {
        Fault::Empty => "there is nothing in it".into(),
        Fault::NotText => "this is not text; save the report as CSV in UTF-8".into(),
        Fault::Workbook => "this workbook cannot be read; save it as .xlsx without a password, or as CSV".into(),
        Fault::TooLarge { bytes, most } => format!("{bytes} bytes are too many, {most} can be read; split the file"),
        Fault::TooManyRows { most } => format!("more than {most} rows; split the file"),
        Fault::TooManyCells { most } => format!("more than {most} cells; this is no table of people"),
        Fault::OpenQuote { line } => format!("line {line}: a quotation mark begins that ends nowhere"),
        Fault::MissingColumns { line, found, wanted } => {
            format!("no line names the columns that are needed; line {line} comes nearest ({}) and lacks {}", found.join(", "), wanted.join(", "))
        }
        Fault::NoRows { line } => format!("line {line} names the columns, and nobody stands below it"),
        Fault::MixedDates { day_first, month_first } => {
            format!("line {day_first} writes dates with the day first, line {month_first} with the month first; write all of them like 2026-12-31")
        }
    }
}

fn explained(error: AppError) -> Failure {
    match error {
        AppError::WrongEventState("not_over") => Failure::new("the event is not over; who was there is taken in afterwards"),
        AppError::WrongEventState(state) => Failure::new(format!("only for a published event that is over; this one is {state}")),
        other => other.into(),
    }
}
