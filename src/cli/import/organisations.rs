//! `import organisations`: a table looked at, told row by row, and written unless that was all that was asked.

use std::path::Path;

use crate::app::Actor;
use crate::app::organisations::import::{Outcome, Plan, Step};
use crate::app::organisations::rows::{Wrong, read_file};
use crate::cli::failure::Failure;
use crate::cli::parts::Parts;

/// Reads a table into the registry.
pub(super) async fn organisations(parts: &Parts, file: &Path, dry_run: bool, keep_good: bool) -> Result<(), Failure> {
    let bytes = std::fs::read(file).map_err(|e| Failure::new(format!("cannot read {}: {e}", file.display())))?;
    let (drafts, wrong) = read_file(&bytes).map_err(|fault| Failure::new(format!("{}: {fault}", file.display())))?;
    if dry_run {
        let plan = parts.app.plan_organisations(drafts, wrong).await?;
        tell(&plan);
        let (added, changed, same) = plan.counts();
        let bad = bad_lines(&plan.wrong);
        let total = format!("{added} new, {changed} changed, {same} unchanged, {bad} wrong. Nothing was written.");
        return if bad == 0 { said(&total) } else { Err(Failure::new(total)) };
    }
    match parts.app.import_organisations(drafts, wrong, keep_good, Actor::Operator, parts.app.now()).await? {
        Outcome::Written(plan) => {
            tell(&plan);
            let ((added, changed, _), left) = (plan.counts(), bad_lines(&plan.wrong));
            let left_out = if left > 0 { format!(", {left} wrong rows left out") } else { String::new() };
            said(&format!("Written: {added} new, {changed} changed{left_out}."))
        }
        Outcome::Refused(plan) => {
            tell(&plan);
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

/// One line for each row that is wrong, new or changed: what programs can read, on standard output.
fn tell(plan: &Plan) {
    for wrong in &plan.wrong {
        println!("line {}: wrong: {}", wrong.line, wrong.fault);
    }
    for (line, step) in &plan.rows {
        match step {
            Step::Add(sheet) => println!("line {line}: new: {}", sheet.name),
            Step::Change(row, sheet) if row.name == sheet.name.as_str() => println!("line {line}: changed: {}", row.name),
            Step::Change(row, sheet) => println!("line {line}: changed: {} (was {})", sheet.name, row.name),
            Step::Same => {}
        }
    }
}
