//! `report attendance`, `report quarter`, `report key`; on to the others.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::closing;
use super::parts::texts;
use super::shape::{Format, Report as Asked, ReportFormat};
use super::{Failure, Parts};
use crate::app::report::ReportQuery;
use crate::domain::edition::Edition;
use crate::stats::attendance::{Counts, Dimension, MEASURES, Report};
use crate::stats::export::{published_csv, published_table, report_csv, report_table};
use crate::stats::published::HIDDEN;
use crate::stats::quarter::words::Words;
use crate::stats::quarter::{self, QuarterReport};

/// Prints a report on standard output.
pub async fn run(parts: &Parts, asked: Asked) -> Result<(), Failure> {
    let bytes = match asked {
        Asked::Attendance { from, to, platform, by, suppress, format } => {
            let query = query(parts, (from, to), &platform, by).await?;
            match suppress {
                Some(k) => publish(parts, query, k.unwrap_or(parts.config.privacy.suppress_below), format).await?,
                None => attendance(parts, query, format).await?,
            }
        }
        Asked::Close { edition, platform, reason } => return closing::close(parts, edition, &platform, reason.as_deref()).await,
        Asked::Revisions { edition, platform } => return closing::list(parts, edition, &platform).await,
        Asked::Closings { platform, content } => return closing::chain(parts, &platform, content).await,
        Asked::Key => parts.app.secrets.public_key_pem().into_bytes(),
        Asked::Quarter { edition, platform, revision, format, signature, language } => {
            let id = parts.platform(&platform).await?;
            let report = match revision {
                None => parts.app.report_quarter(id, edition, parts.app.now()).await?,
                Some(revision) => {
                    parts.app.report_revision(id, edition, revision).await.map_err(|e| closing::no_such(e, &platform, edition, revision))?
                }
            };
            let texts = texts(&parts.config)?;
            let file = written(&report, Words { texts: &texts, language }, format)?;
            if signature { parts.app.secrets.sign_file(&file).to_vec() } else { file }
        }
    };
    std::io::stdout().write_all(&bytes)?;
    Ok(())
}

fn written(report: &QuarterReport, words: Words<'_>, format: ReportFormat) -> Result<Vec<u8>, Failure> {
    Ok(match format {
        ReportFormat::Table => quarter::text::written(report, words).into_bytes(),
        ReportFormat::Csv => quarter::csv::file(report, words)?,
        ReportFormat::Json => json_text(&report.document())?,
        ReportFormat::Xlsx => quarter::xlsx::file(report, words)?,
        ReportFormat::Html => quarter::html::file(report, words).into_bytes(),
        ReportFormat::Pdf => quarter::pdf::file(report, words)?,
    })
}

/// What is asked for, when it makes sense.
async fn query(parts: &Parts, (from, to): (Edition, Edition), platform: &[String], by: Vec<Dimension>) -> Result<ReportQuery, Failure> {
    if from > to {
        return Err(Failure::wrong_use(format!("--from {from} is after --to {to}; exchange them")));
    }
    if let Some(twice) = by.iter().enumerate().find(|(i, d)| by.iter().take(*i).any(|o| o == *d)) {
        return Err(Failure::wrong_use(format!("--by names {} twice", twice.1.code())));
    }
    let mut platforms = Vec::new();
    for slug in platform {
        platforms.push(parts.platform(slug).await?);
    }
    Ok(ReportQuery { from, to, platforms: (!platforms.is_empty()).then_some(platforms), by })
}

async fn attendance(parts: &Parts, query: ReportQuery, format: Format) -> Result<Vec<u8>, Failure> {
    let report = parts.app.report_attendance(query, parts.app.now()).await?;
    Ok(match format {
        Format::Table => report_table(&report).into_bytes(),
        Format::Csv => report_csv(&report)?,
        Format::Json => json_text(&as_json(&report))?,
    })
}

/// The same with what must not be told left out.
async fn publish(parts: &Parts, query: ReportQuery, k: u32, format: Format) -> Result<Vec<u8>, Failure> {
    let report = parts.app.publish_attendance(query, k, parts.app.now()).await?;
    if format == Format::Table && k > 1 {
        eprintln!("{HIDDEN} is hidden: fewer than {k} people, or needed so that nobody can work such a figure out.");
    }
    Ok(match format {
        Format::Table => published_table(&report).into_bytes(),
        Format::Csv => published_csv(&report)?,
        Format::Json => json_text(&report)?,
    })
}

/// A document for programs, ended as a text file is.
fn json_text(document: &impl serde::Serialize) -> Result<Vec<u8>, Failure> {
    let mut bytes = serde_json::to_vec_pretty(document)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The report as programs read it: one object a row, with the split values beside the counts.
fn as_json(report: &Report) -> Value {
    let rows: Vec<Value> = report
        .rows
        .iter()
        .map(|row| {
            let mut fields: Map<String, Value> = report.by.iter().zip(row.key.values()).map(|(d, v)| (d.code().to_owned(), v.into())).collect();
            fields.extend(counts(&row.counts));
            Value::Object(fields)
        })
        .collect();
    let by: Vec<&str> = report.by.iter().map(|d| d.code()).collect();
    json!({
        "from": report.from.to_string(),
        "to": report.to.to_string(),
        "by": by,
        "rows": rows,
        "total": Value::Object(counts(&report.total).collect()),
    })
}

fn counts(counts: &Counts) -> impl Iterator<Item = (String, Value)> {
    MEASURES.iter().map(|m| (*m).to_owned()).zip(counts.values().map(Value::from))
}
