//! `report attendance`, `report quarter`.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::parts::texts;
use super::shape::{Format, Report as Asked, ReportFormat};
use super::{Failure, Parts};
use crate::app::report::ReportQuery;
use crate::domain::edition::Edition;
use crate::stats::attendance::{Counts, Dimension, MEASURES, Report};
use crate::stats::export::{report_csv, report_table};
use crate::stats::quarter::words::Words;
use crate::stats::quarter::{self, QuarterReport};

/// Prints a report on standard output.
pub async fn run(parts: &Parts, asked: Asked) -> Result<(), Failure> {
    let bytes = match asked {
        Asked::Attendance { from, to, platform, by, format } => attendance(parts, (from, to), &platform, by, format).await?,
        Asked::Quarter { edition, platform, format, language } => {
            let id = parts.platform(&platform).await?;
            let report = parts.app.report_quarter(id, edition, parts.app.now()).await?;
            let texts = texts(&parts.config)?;
            written(&report, Words { texts: &texts, language }, format)?
        }
    };
    std::io::stdout().write_all(&bytes)?;
    Ok(())
}

fn written(report: &QuarterReport, words: Words<'_>, format: ReportFormat) -> Result<Vec<u8>, Failure> {
    Ok(match format {
        ReportFormat::Table => quarter::text::written(report, words).into_bytes(),
        ReportFormat::Csv => quarter::csv::file(report, words)?,
        ReportFormat::Json => {
            let mut bytes = serde_json::to_vec_pretty(&report.document())?;
            bytes.push(b'\n');
            bytes
        }
        ReportFormat::Xlsx => quarter::xlsx::file(report, words)?,
        ReportFormat::Html => quarter::html::file(report, words).into_bytes(),
    })
}

async fn attendance(
    parts: &Parts,
    (from, to): (Edition, Edition),
    platform: &[String],
    by: Vec<Dimension>,
    format: Format,
) -> Result<Vec<u8>, Failure> {
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
    let query = ReportQuery { from, to, platforms: (!platforms.is_empty()).then_some(platforms), by };
    let report = parts.app.report_attendance(query, parts.app.now()).await?;
    Ok(match format {
        Format::Table => report_table(&report).into_bytes(),
        Format::Csv => report_csv(&report)?,
        Format::Json => {
            let mut bytes = serde_json::to_vec_pretty(&as_json(&report))?;
            bytes.push(b'\n');
            bytes
        }
    })
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
