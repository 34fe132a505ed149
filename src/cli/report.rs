//! `report attendance`.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::shape::{Format, Report as Asked};
use super::{Failure, Parts};
use crate::app::report::ReportQuery;
use crate::stats::attendance::{Counts, MEASURES, Report};
use crate::stats::export::{published_csv, published_table, report_csv, report_table};
use crate::stats::published::HIDDEN;

/// Prints the report on standard output.
pub async fn run(parts: &Parts, asked: Asked) -> Result<(), Failure> {
    let Asked::Attendance { from, to, platform, by, suppress, format } = asked;
    if from > to {
        return Err(Failure::wrong_use(format!("--from {from} is after --to {to}; exchange them")));
    }
    if let Some(twice) = by.iter().enumerate().find(|(i, d)| by.iter().take(*i).any(|o| o == *d)) {
        return Err(Failure::wrong_use(format!("--by names {} twice", twice.1.code())));
    }
    let mut platforms = Vec::new();
    for slug in &platform {
        platforms.push(parts.platform(slug).await?);
    }
    let query = ReportQuery { from, to, platforms: (!platforms.is_empty()).then_some(platforms), by };
    if let Some(k) = suppress {
        return publish(parts, query, k.unwrap_or(parts.config.privacy.suppress_below), format).await;
    }
    let report = parts.app.report_attendance(query, parts.app.now()).await?;
    let bytes = match format {
        Format::Table => report_table(&report).into_bytes(),
        Format::Csv => report_csv(&report)?,
        Format::Json => {
            let mut bytes = serde_json::to_vec_pretty(&as_json(&report))?;
            bytes.push(b'\n');
            bytes
        }
    };
    std::io::stdout().write_all(&bytes)?;
    Ok(())
}

/// Prints it with what must not be told left out.
async fn publish(parts: &Parts, query: ReportQuery, k: u32, format: Format) -> Result<(), Failure> {
    let report = parts.app.publish_attendance(query, k, parts.app.now()).await?;
    let bytes = match format {
        Format::Table => published_table(&report).into_bytes(),
        Format::Csv => published_csv(&report)?,
        Format::Json => {
            let mut bytes = serde_json::to_vec_pretty(&report)?;
            bytes.push(b'\n');
            bytes
        }
    };
    std::io::stdout().write_all(&bytes)?;
    if format == Format::Table && k > 1 {
        eprintln!("{HIDDEN} is hidden: fewer than {k} people, or needed so that nobody can work such a figure out.");
    }
    Ok(())
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
