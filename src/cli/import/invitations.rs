//! `import invitations`: people of a list invited to an event. First what each line means, then the doing.

use std::path::Path;

use crate::app::import::invitees::{self, Line};
use crate::app::invite::Invitee;
use crate::app::{Actor, AppError};
use crate::cli::failure::Failure;
use crate::cli::parts::Parts;
use crate::clock::Instant;
use crate::domain::invitation::Verdict;
use crate::domain::language::Language;

/// What is asked for.
pub(super) struct Asked {
    pub event: String,
    pub language: Option<Language>,
    pub at: Option<Instant>,
    pub dry_run: bool,
    pub keep_good: bool,
}

/// Invites the people of a list.
pub(super) async fn invitations(parts: &Parts, file: &Path, asked: Asked) -> Result<(), Failure> {
    let Asked { event, language, at, dry_run, keep_good } = asked;
    let view = parts.app.event_by_slug(&event).await.map_err(|e| match e {
        AppError::NotFound => Failure::new(format!("there is no event \"{event}\"")),
        other => other.into(),
    })?;
    let lines = read(file, language)?;
    let people = good(&lines, dry_run || keep_good)?;
    let (app, id) = (&parts.app, view.stored.event.id);
    if dry_run {
        let verdicts = app.check_invitees(id, people.clone(), app.now()).await?;
        tell(&lines, &people, &verdicts);
        let count = verdicts.iter().filter(|v| v.is_invited()).count();
        eprintln!("Dry run: {count} of {} would be invited; nothing was changed.", people.len());
        return refuse_wrong(&lines);
    }
    let invited = app.invite(id, people.clone(), at, Actor::Operator, app.now()).await.map_err(explained)?;
    let verdicts: Vec<Verdict> = invited.outcomes.iter().map(|(verdict, _)| *verdict).collect();
    tell(&lines, &people, &verdicts);
    eprintln!("Invited: {} of {}. Who was invited or registered before is left as they are.", invited.count(), people.len());
    Ok(())
}

fn read(file: &Path, language: Option<Language>) -> Result<Vec<Line>, Failure> {
    let bytes = std::fs::read(file).map_err(|e| Failure::new(format!("cannot read {}: {e}", file.display())))?;
    invitees::of_bytes(&bytes, language).map_err(|e| Failure::new(format!("{}: {e}", file.display())))
}

/// Those who can be invited; a wrong line stops everything unless only the good ones are asked for.
fn good(lines: &[Line], keep_good: bool) -> Result<Vec<Invitee>, Failure> {
    if !keep_good {
        refuse_wrong(lines)?;
    }
    Ok(lines.iter().filter_map(|line| line.read.clone().ok()).collect())
}

/// Names every wrong line.
fn refuse_wrong(lines: &[Line]) -> Result<(), Failure> {
    let wrong: Vec<String> = lines.iter().filter_map(|l| l.read.as_ref().err().map(|fault| format!("line {}: {fault}", l.line))).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    wrong.iter().for_each(|words| eprintln!("{words}"));
    if lines.iter().any(|line| line.read.as_ref().is_err_and(|fault| (fault.column, fault.code) == ("language", "missing"))) {
        eprintln!("Who has no language in the list gets the one of --language nl, fr, de or en.");
    }
    Err(Failure::new(format!("{} lines cannot be used; put them right, or invite the others with --keep-good", wrong.len())))
}

/// One line of output for each line that was read: its number, what it means, the address.
fn tell(lines: &[Line], people: &[Invitee], verdicts: &[Verdict]) {
    let numbers = lines.iter().filter(|line| line.read.is_ok()).map(|line| line.line);
    for ((line, person), verdict) in numbers.zip(people).zip(verdicts) {
        println!("{line}\t{verdict}\t{}", person.email);
    }
}

fn explained(error: AppError) -> Failure {
    match error {
        AppError::NotOpen(_) => Failure::new("nobody can be invited: the event is a draft, over or called off, or registration is closed"),
        other => other.into(),
    }
}
