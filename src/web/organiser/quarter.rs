//! The report of a platform's quarter, as a page and as files. Exact figures, no names of people.

use actix_web::http::StatusCode;
use actix_web::web;

use super::export::{XLSX, fault, send};
use crate::app::AppError;
use crate::app::closings::Revision;
use crate::domain::edition::Edition;
use crate::domain::platform::Platform;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::stats::quarter::words::Words;
use crate::stats::quarter::{self, Cell, Difference, QuarterReport, Table};
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::Staff;
use crate::web::view::public::Fault;
use crate::web::view::staff::{FiguresRow, QuarterDifference, QuarterFile, QuarterPage, QuarterRevision, QuarterTable};

/// The files: ending and the text that offers each.
const FILES: [(&str, &str); 6] = [
    ("pdf", "staff-quarter-download-pdf"),
    ("pdf.sig", "staff-quarter-download-signature"),
    ("html", "staff-quarter-download-html"),
    ("xlsx", "staff-quarter-download-xlsx"),
    ("csv", "staff-download-csv"),
    ("json", "staff-download-json"),
];

/// `GET …/figures/quarter/{platform}/{edition}`
pub async fn show(staff: Staff, path: web::Path<(String, String, String)>) -> Answer {
    let (platform, report) = read(&staff, &path.1, &path.2).await?;
    let words = words(&staff);
    let title = words.title(&report);
    let revisions = staff.state.app.revisions(platform.id, report.edition).await?;
    let shown = report.closed.as_ref().filter(|_| staff.query.has("revision"));
    let asked = shown.map(|closed| format!("?revision={}", closed.revision)).unwrap_or_default();
    let page = QuarterPage {
        closing: words.closing(&report),
        close: close_link(&staff, &platform, &report, &revisions).await?,
        corrected: corrected(&staff, &platform, &report, words).await?,
        revisions: revisions.iter().map(|each| revision(&staff, &platform, words, each)).collect(),
        title: title.clone(),
        standing: words.standing(&report),
        files: FILES
            .map(|(ending, key)| QuarterFile {
                href: address(&staff, &platform, report.edition, &format!("/report.{ending}{asked}")),
                label: staff.t(key),
            })
            .into(),
        neighbours: [report.edition.previous(), report.edition.next()]
            .map(|edition| QuarterFile { href: address(&staff, &platform, edition, ""), label: format::quarter(edition) })
            .into(),
        tables: report.tables.iter().map(|each| table(words, each)).collect(),
    };
    staff.page(StatusCode::OK, &staff.head(title), &page)
}

/// `GET …/figures/quarter/{platform}/{edition}/report.{ending}`
pub async fn file(staff: Staff, path: web::Path<(String, String, String, String)>) -> Answer {
    let (_, report) = read(&staff, &path.1, &path.2).await?;
    let words = words(&staff);
    let (kind, bytes) = match path.3.as_str() {
        "html" => ("text/html; charset=utf-8", quarter::html::file(&report, words).into_bytes()),
        "xlsx" => (XLSX, quarter::xlsx::file(&report, words).map_err(fault)?),
        "csv" => ("text/csv; charset=utf-8", quarter::csv::file(&report, words).map_err(fault)?),
        "json" => ("application/json", serde_json::to_vec_pretty(&report.document()).map_err(fault)?),
        "pdf" => ("application/pdf", pdf(&staff, &report).await?),
        // Of the same octets: the same figures give the same file.
        "pdf.sig" => ("application/octet-stream", staff.state.app.secrets.sign_file(&pdf(&staff, &report).await?).to_vec()),
        _ => return Err(Fault::NotFound.into()),
    };
    Ok(send(kind, &format!("{}-{}-{}.{}", report.platform, report.edition, staff.language, path.3), bytes))
}

/// The report as a PDF. Drawing takes some milliseconds of a core: not of a thread that answers others.
async fn pdf(staff: &Staff, report: &QuarterReport) -> Result<Vec<u8>, Refusal> {
    let (pages, language, report) = (staff.state.pages.clone(), staff.language, report.clone());
    let drawn = web::block(move || quarter::pdf::file(&report, Words { texts: pages.catalogue(), language }));
    drawn.await.map_err(fault)?.map_err(fault)
}

/// Where the page of a quarter is, or one of its files.
pub fn address(staff: &Staff, platform: &Platform, edition: Edition, rest: &str) -> String {
    staff.href(&format!("/figures/quarter/{}/{edition}{rest}", platform.slug))
}

fn words(staff: &Staff) -> Words<'_> {
    Words { texts: staff.state.texts(), language: staff.language }
}

async fn read(staff: &Staff, platform: &str, edition: &str) -> Result<(Platform, QuarterReport), Refusal> {
    let platform = staff.platform(Action::SeeFigures, platform).await?;
    let edition: Edition = edition.parse().map_err(|_| Fault::NotFound)?;
    let report = match staff.query.get("revision") {
        "" => staff.state.app.report_quarter(platform.id, edition, staff.now).await?,
        revision => {
            let revision = revision.parse().map_err(|_| Fault::NotFound)?;
            staff.state.app.report_revision(platform.id, edition, revision).await?
        }
    };
    Ok((platform, report))
}

/// The way to closing the quarter, for whoever may, once it can be.
async fn close_link(staff: &Staff, platform: &Platform, report: &QuarterReport, revisions: &[Revision]) -> Result<Option<QuarterFile>, Refusal> {
    if !staff.may(Action::CloseQuarters, platform.id) {
        return Ok(None);
    }
    let is_closed = revisions.iter().any(|each| each.report.closed.as_ref().is_some_and(|closed| closed.is_final));
    match staff.state.app.can_close_quarter(platform.id, report.edition, staff.now).await {
        Ok(()) => {
            let label = staff.t(if is_closed { "staff-close-again-do" } else { "staff-close-do" });
            Ok(Some(QuarterFile { href: address(staff, platform, report.edition, "/close"), label }))
        }
        Err(AppError::NotClosable(_)) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

fn revision(staff: &Staff, platform: &Platform, words: Words<'_>, of: &Revision) -> QuarterRevision {
    let number = of.report.closed.as_ref().map_or(0, |closed| closed.revision);
    QuarterRevision {
        href: address(staff, platform, of.report.edition, &format!("?revision={number}")),
        label: staff.t_with("staff-quarter-revision", &[("revision", number.to_string().into())]),
        lines: words.closing(&of.report),
        differences: of.differences.iter().map(|each| difference(words, each)).collect(),
    }
}

/// What was corrected since the quarter was closed, for whoever may close it again.
async fn corrected(staff: &Staff, platform: &Platform, report: &QuarterReport, words: Words<'_>) -> Result<Vec<QuarterDifference>, Refusal> {
    if report.closed.is_none() || !staff.may(Action::CloseQuarters, platform.id) {
        return Ok(Vec::new());
    }
    let differences = staff.state.app.corrected_since(platform.id, report.edition, staff.now).await?;
    Ok(differences.iter().map(|each| difference(words, each)).collect())
}

fn difference(words: Words<'_>, of: &Difference) -> QuarterDifference {
    QuarterDifference {
        table: words.table(of.statistic),
        of: format!("{}, {}", words.of(&of.of), words.measure(of.measure)),
        was: said(words, &of.was),
        is: said(words, &of.is),
    }
}

/// A cell in words; a dash where there is nothing.
fn said(words: Words<'_>, cell: &Cell) -> String {
    Some(words.cell(cell)).filter(|said| !said.is_empty()).unwrap_or_else(|| words.t("quarter-nothing"))
}

fn table(words: Words<'_>, table: &Table) -> QuarterTable {
    let mut columns = words.head(table);
    QuarterTable {
        id: table.statistic.code(),
        title: words.table(table.statistic),
        what: words.definition(table.statistic),
        of: columns.remove(0),
        columns,
        rows: table
            .rows
            .iter()
            .map(|row| FiguresRow { of: vec![words.of(&row.of)], figures: row.cells.iter().map(|cell| said(words, cell)).collect() })
            .collect(),
    }
}
