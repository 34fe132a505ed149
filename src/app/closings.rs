//! What a closing is made of: digest, fingerprint, place in the chain, signature; which revisions there are; and whether all of it stands.

use std::collections::{HashMap, HashSet};

use ring::digest;

use super::secrets::Secrets;
use super::signing::is_signed;
use super::{App, AppError};
use crate::db::closings::{self, Row};
use crate::db::verify::{Finding, in_one_snapshot};
use crate::db::{AnyConn, DbError, journal, platforms};
use crate::domain::edition::Edition;
use crate::domain::ids::PlatformId;
use crate::domain::journal::Deed;
use crate::stats::quarter::{Closed, Difference, Frozen, QuarterReport, differences};

/// Closings checked at once.
const AT_ONCE: i64 = 100;

/// A revision of a quarter.
#[derive(Clone, Debug)]
pub struct Revision {
    /// The report as it was frozen.
    pub report: QuarterReport,
    /// Who closed the quarter: `user:7`, `operator`, `system`.
    pub actor: String,
    /// What differs from the revision before; nothing for the first.
    pub differences: Vec<Difference>,
}

impl App {
    /// The revisions of a quarter, oldest first, each with what differs from the one before.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn revisions(&self, platform: PlatformId, edition: Edition) -> Result<Vec<Revision>, AppError> {
        let rows = self.db.read(move |conn| Ok::<_, AppError>(closings::of_edition(conn, platform, edition)?)).await?;
        let latest = rows.last().map_or(0, |row| row.revision);
        let mut revisions: Vec<Revision> = Vec::new();
        for row in rows {
            let report = told(&row, latest)?;
            let differences = revisions.last().map(|before| differences::between(&before.report, &report)).unwrap_or_default();
            revisions.push(Revision { report, actor: row.actor, differences });
        }
        Ok(revisions)
    }
}

/// What was frozen by a closing.
pub(super) fn frozen(row: &Row) -> Result<Frozen, DbError> {
    Frozen::read(&row.content).map_err(|e| DbError::Other(format!("closing {} cannot be read: {e}", row.id)))
}

/// The report that was frozen by a closing, of a quarter with so many revisions.
pub(super) fn told(row: &Row, latest: i32) -> Result<QuarterReport, DbError> {
    let mut report = frozen(row)?.report;
    report.closed = Some(Closed {
        revision: row.revision.unsigned_abs(),
        latest: latest.unsigned_abs(),
        is_final: row.is_final,
        at: row.closed_at.0,
        reason: row.reason.clone(),
        fingerprint: row.fingerprint.clone(),
        signature: row.signature.clone(),
        key: row.key.clone(),
    });
    Ok(report)
}

/// Gives a closing its digest, fingerprint and signature; the rest stands already.
pub(super) fn seal(secrets: &Secrets, slug: &str, row: &mut Row) {
    row.digest = sha256(&row.content);
    row.key = secrets.public_key();
    let words = words(slug, row);
    row.fingerprint = sha256(&words);
    row.signature = secrets.sign(&words);
}

/// What the fingerprint is made of, and what is signed.
pub(super) fn words(slug: &str, row: &Row) -> String {
    let (at, edition) = (row.closed_at.0.timestamp_micros(), row.edition.to_string());
    let what = serde_json::json!([
        "quarterdeck closing 1",
        row.before,
        slug,
        row.number,
        edition,
        row.revision,
        row.is_final,
        at,
        row.actor,
        row.reason,
        row.digest
    ]);
    what.to_string()
}

fn sha256(text: &str) -> String {
    digest::digest(&digest::SHA256, text.as_bytes()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every closing against its chain, its signature and its content.
pub(super) fn check(secrets: &Secrets, conn: &mut AnyConn) -> Result<Vec<Finding>, DbError> {
    in_one_snapshot(conn, |conn| {
        let mut findings = Vec::new();
        for platform in platforms::all(conn)? {
            let mut chain =
                Chain { slug: platform.slug.to_string(), key: secrets.public_key(), last: None, seen: HashSet::new(), revisions: HashMap::new() };
            loop {
                let after = chain.last.as_ref().map_or(0, |(number, _)| *number);
                let rows = closings::chain(conn, platform.id, after, AT_ONCE)?;
                if rows.is_empty() {
                    break;
                }
                rows.iter().for_each(|row| chain.check(row, &mut findings));
            }
            for row in journal::all_of(conn, platform.id, Deed::QuarterClosed)? {
                if !chain.has(&row.became) {
                    let detail = format!("entry {} of the journal tells of a closing that is not there: {}", row.number, row.became);
                    findings.push(Finding { invariant: "closings_form_a_chain", row: format!("platform {}", platform.id), detail });
                }
            }
        }
        Ok(findings)
    })
}

/// A platform's chain, as far as it was looked at.
struct Chain {
    slug: String,
    key: String,
    last: Option<(i32, String)>,
    seen: HashSet<String>,
    revisions: HashMap<Edition, i32>,
}

impl Chain {
    /// Whether the closing is in it of which an entry of the journal tells.
    fn has(&self, told: &str) -> bool {
        let told: serde_json::Value = serde_json::from_str(told).unwrap_or_default();
        told["fingerprint"].as_str().is_some_and(|fingerprint| self.seen.contains(fingerprint))
    }

    fn check(&mut self, row: &Row, findings: &mut Vec<Finding>) {
        let mut found = |invariant, detail: String| findings.push(Finding { invariant, row: format!("closing {}", row.id), detail });
        let (number, before) = self.last.take().unwrap_or_default();
        let words = words(&self.slug, row);
        let revision = self.revisions.insert(row.edition, row.revision).unwrap_or_default();
        if row.number != number + 1 || row.before != before {
            found("closings_form_a_chain", format!("number {} follows number {number}, or another one stood before it", row.number));
        } else if row.fingerprint != sha256(&words) {
            found("closings_form_a_chain", "it is not what its fingerprint was made of".into());
        } else if row.revision != revision + 1 {
            found("closings_form_a_chain", format!("revision {} of {} follows revision {revision}", row.revision, row.edition));
        }
        if row.key != self.key {
            found("closings_are_signed", format!("it was signed with another key than ours: {}", row.key));
        } else if !is_signed(&row.key, &words, &row.signature) {
            found("closings_are_signed", "the signature is not of this closing".into());
        }
        if let Some(fault) = fault_of(row) {
            found("frozen_figures_add_up", fault);
        }
        self.seen.insert(row.fingerprint.clone());
        self.last = Some((row.number, row.fingerprint.clone()));
    }
}

fn fault_of(row: &Row) -> Option<String> {
    if row.digest != sha256(&row.content) {
        return Some("the content is not what its digest was made of".into());
    }
    let frozen = match frozen(row) {
        Ok(frozen) => frozen,
        Err(error) => return Some(error.to_string()),
    };
    if frozen.report.edition != row.edition {
        return Some(format!("the content is about {}", frozen.report.edition));
    }
    let faults = frozen.faults();
    (!faults.is_empty()).then(|| faults.join("; "))
}
