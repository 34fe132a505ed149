//! `report close`, `report revisions`, `report closings`: a quarter is closed, what it was closed as, and how somebody else checks that.

use std::io::Write;

use super::Failure;
use super::parts::{Parts, texts};
use crate::app::close_quarter::Grounds;
use crate::app::{Actor, AppError};
use crate::domain::edition::Edition;
use crate::domain::language::Language;
use crate::stats::quarter::Difference;
use crate::stats::quarter::words::Words;

/// Closings read at once.
const AT_ONCE: u32 = 100;

/// Closes a quarter, and says on standard output what it is known by.
pub async fn close(parts: &Parts, edition: Edition, slug: &str, reason: Option<&str>) -> Result<(), Failure> {
    let platform = parts.platform(slug).await?;
    let reason = reason.map(|typed| Grounds::parse(typed).map_err(|fault| unusable(typed, fault.code()))).transpose()?;
    let done = parts.app.close_quarter(platform, edition, reason, Actor::Operator, parts.app.now()).await?;
    if done.is_new {
        eprintln!("{edition} of {slug} is closed: revision {}. Keep the fingerprint elsewhere, too.", done.revision);
    } else {
        eprintln!("Nothing differs from revision {} of {edition} of {slug}; it stays as it is.", done.revision);
    }
    println!("{}\t{}", done.revision, done.fingerprint);
    let texts = texts(&parts.config)?;
    let words = Words { texts: &texts, language: Language::En };
    done.differences.iter().for_each(|each| println!("{}", line(words, each)));
    Ok(())
}

/// Lists the revisions of a quarter.
pub async fn list(parts: &Parts, edition: Edition, slug: &str) -> Result<(), Failure> {
    let platform = parts.platform(slug).await?;
    let texts = texts(&parts.config)?;
    let words = Words { texts: &texts, language: Language::En };
    let revisions = parts.app.revisions(platform, edition).await?;
    if revisions.is_empty() {
        eprintln!("{edition} of {slug} is not closed.");
    }
    for revision in &revisions {
        let Some(closed) = &revision.report.closed else { continue };
        let kind = if closed.is_final { "closed" } else { "interim" };
        let at = closed.at.format("%Y-%m-%dT%H:%M:%SZ");
        println!("{}\t{kind}\t{at}\t{}\t{}\t{}", closed.revision, revision.actor, closed.fingerprint, closed.reason);
        revision.differences.iter().for_each(|each| println!("{}", line(words, each)));
    }
    Ok(())
}

/// Prints a platform's chain, a line for each closing.
pub async fn chain(parts: &Parts, slug: &str, with_content: bool) -> Result<(), Failure> {
    let platform = parts.platform(slug).await?;
    let mut after = 0;
    loop {
        let links = parts.app.closing_chain(platform, after, AT_ONCE, with_content).await?;
        let Some(last) = links.last() else { break };
        after = last.number;
        for link in &links {
            let mut line = serde_json::to_vec(link)?;
            line.push(b'\n');
            std::io::stdout().write_all(&line)?;
        }
    }
    if after == 0 {
        eprintln!("No quarter of {slug} is closed.");
    }
    Ok(())
}

/// What is said where there is no such revision.
pub fn no_such(error: AppError, slug: &str, edition: Edition, revision: u32) -> Failure {
    match error {
        AppError::NotFound => Failure::new(format!(
            "{edition} of {slug} has no revision {revision}; quarterdeck report revisions {edition} --platform {slug} lists them"
        )),
        other => other.into(),
    }
}

fn unusable(typed: &str, why: &str) -> Failure {
    let shown: String = typed.chars().take(80).collect();
    Failure::wrong_use(format!("--reason: \"{shown}\" cannot be used ({why}); write one line of 300 characters at most"))
}

/// One figure that differs, like `  By sector: Public, Attended: 12 → 13`.
fn line(words: Words<'_>, each: &Difference) -> String {
    let said = |cell| Some(words.cell(cell)).filter(|said| !said.is_empty()).unwrap_or_else(|| words.t("quarter-nothing"));
    let (table, of, measure) = (words.table(each.statistic), words.of(&each.of), words.measure(each.measure));
    format!("  {table}: {of}, {measure}: {} → {}", said(&each.was), said(&each.is))
}
