//! `import members`: a table looked at, told row by row, and written unless that was all that was asked.

use std::path::Path;

use fluent_bundle::FluentValue;

use crate::app::Actor;
use crate::app::roster::import::{Outcome, Wish};
use crate::app::roster::plan::{Doubt, Plan, Step};
use crate::app::roster::rows::{Wrong, read_file};
use crate::cli::failure::Failure;
use crate::cli::parts::{Parts, texts};
use crate::domain::language::Language;
use crate::i18n::Catalogue;

/// Reads a table into a roster.
pub(super) async fn members(parts: &Parts, file: &Path, platform: &str, dry_run: bool, keep_good: bool) -> Result<(), Failure> {
    let platform = parts.platform(platform).await?;
    let bytes = std::fs::read(file).map_err(|e| Failure::new(format!("cannot read {}: {e}", file.display())))?;
    let (drafts, wrong) = read_file(&bytes).map_err(|fault| Failure::new(format!("{}: {fault}", file.display())))?;
    let texts = texts(&parts.config)?;
    let now = parts.app.now();
    if dry_run {
        let plan = parts.app.plan_members(platform, drafts, wrong, now).await?;
        tell(&texts, &plan);
        let total = summary(&plan);
        let bad = bad_lines(&plan.wrong);
        return if bad == 0 { said(&format!("{total}. Nothing was written.")) } else { Err(Failure::new(format!("{total}. Nothing was written."))) };
    }
    // Whoever types this command has looked at the doubtful rows by --dry-run; they are named again.
    let wish = Wish { doubtful: true, keep_good, shown: None };
    let plan = parts.app.plan_members(platform, drafts.clone(), wrong.clone(), now).await?;
    tell(&texts, &plan);
    match parts.app.import_members(platform, drafts, wrong, wish, Actor::Operator, now).await? {
        Outcome::Written(written) => {
            let left = bad_lines(&plan.wrong);
            let left_out = if left > 0 { format!(", {left} wrong rows left out") } else { String::new() };
            said(&format!("Written: {} new, {} changed{left_out}.", written.added, written.changed))
        }
        Outcome::Refused(plan) | Outcome::Differs(plan) => {
            let bad = bad_lines(&plan.wrong);
            Err(Failure::new(format!("{bad} rows are wrong; nothing was written. Correct them, or write the good ones with --keep-good")))
        }
    }
}

fn said(words: &str) -> Result<(), Failure> {
    eprintln!("{words}");
    Ok(())
}

/// Rows with a fault, each counted once.
fn bad_lines(wrong: &[Wrong]) -> usize {
    wrong.iter().map(|wrong| wrong.line).collect::<std::collections::BTreeSet<_>>().len()
}

fn summary(plan: &Plan) -> String {
    let count = |wanted: fn(&Step) -> bool| plan.rows.iter().filter(|row| wanted(&row.step)).count();
    let doubtful = plan.rows.iter().filter(|row| !row.doubts.is_empty()).count();
    format!(
        "{} new ({doubtful} doubtful), {} changed, {} unchanged, {} wrong",
        count(|step| matches!(step, Step::Add(_))),
        count(|step| matches!(step, Step::Change { .. })),
        count(|step| matches!(step, Step::Same(_))),
        bad_lines(&plan.wrong)
    )
}

/// One line for each row that is wrong, doubtful, new or changed: what programs can read, on standard output.
fn tell(texts: &Catalogue, plan: &Plan) {
    for wrong in &plan.wrong {
        println!("line {}: wrong: {}", wrong.line, words(texts, wrong));
    }
    for row in &plan.rows {
        for doubt in &row.doubts {
            match doubt {
                Doubt::SameName(email) => println!("line {}: doubtful: somebody of this name is on the roster with the address {email}", row.line),
                Doubt::LikeOrganisation(name) => println!("line {}: doubtful: the organisation resembles \"{name}\"", row.line),
            }
        }
        match &row.step {
            Step::Add(member) => println!("line {}: new: {}, {}, {}", row.line, member.email.as_str(), member.function, member.organisation),
            Step::Change { was, becomes } => {
                println!("line {}: changed: {}: {}", row.line, becomes.email.as_str(), was.member.differences(becomes).join(", "));
            }
            Step::Same(_) => {}
        }
    }
}

fn words(texts: &Catalogue, wrong: &Wrong) -> String {
    let (key, value) = (wrong.fault.key(), wrong.fault.value());
    let own = format!("staff-{key}");
    let key = if texts.has(Language::En, &own) { own } else { key };
    let said = texts.t(Language::En, &key, &[("value", FluentValue::from(value.as_str()))]);
    if said.contains(&value) { said } else { format!("\"{value}\": {said}") }
}
