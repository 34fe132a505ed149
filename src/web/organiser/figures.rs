//! Attendance by sector, platform, edition and what else is asked: charts, table, files. Counts only, no names.

use actix_web::http::StatusCode;
use fluent_bundle::FluentValue;

use super::{export, quarter};
use crate::app::AppError;
use crate::app::report::ReportQuery;
use crate::domain::edition::Edition;
use crate::domain::platform::Platform;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::stats::attendance::{Dimension, MEASURES, Report};
use crate::stats::export::report_csv;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::Staff;
use crate::web::view::public::Fault;
use crate::web::view::staff::{Figures, FiguresRow, Input, QuarterFile};
use crate::web::view::{Chart, FormError};

/// The ways to split that the filter offers.
const SPLITS: [&[Dimension]; 6] = [
    &[Dimension::Sector, Dimension::Platform, Dimension::Edition],
    &[Dimension::Sector, Dimension::Edition],
    &[Dimension::Sector],
    &[Dimension::Edition],
    &[Dimension::Mode, Dimension::Edition],
    &[Dimension::Event, Dimension::Sector],
];
/// Quarters offered.
const QUARTERS: usize = 24;
/// Most entries of a split, before those named twice are counted once: there are no more dimensions.
const MOST_SPLITS: usize = Dimension::ALL.len();

struct Filter {
    from: Edition,
    to: Edition,
    platform: Option<Platform>,
    by: Vec<Dimension>,
    /// More was asked for than there is to split by.
    too_long: bool,
}

/// `GET …/figures`
pub async fn show(staff: Staff) -> Answer {
    let (filter, platforms) = read(&staff).await?;
    let reports = [report(&staff, &filter, &filter.by).await?, report(&staff, &filter, &[Dimension::Sector]).await?];
    let by_edition = report(&staff, &filter, &[Dimension::Edition]).await?;
    let [full, by_sector] = &reports;
    let number = |n: u64| format::number(staff.language, i64::try_from(n).unwrap_or(i64::MAX));
    let row = |row: &crate::stats::attendance::Row| FiguresRow {
        of: filter.by.iter().zip(row.key.values()).map(|(dimension, value)| value_words(&staff, &platforms, *dimension, value)).collect(),
        figures: row.counts.values().map(number).into(),
    };
    let file_of = |ending: &str| staff.query.address(&staff.href(&format!("/figures.{ending}")));
    let mut charts = vec![chart(&staff, &platforms, "sectors", by_sector, Dimension::Sector)];
    if filter.from != filter.to {
        charts.push(chart(&staff, &platforms, "editions", &by_edition, Dimension::Edition));
    }
    let mut fields = inputs(&staff, &filter, &platforms);
    let mut errors = Vec::new();
    if let Some(by) = fields.iter_mut().find(|field| filter.too_long && field.id == "by") {
        by.error = staff.t("staff-fault-choose");
        errors.push(FormError { field: by.id.clone(), label: by.label.clone(), text: by.error.clone() });
    }
    let page = Figures {
        errors,
        fields,
        action: staff.href("/figures"),
        scope: scope(&staff, &filter),
        charts,
        dimensions: filter.by.iter().map(|d| staff.word("staff-dimension", d.code())).collect(),
        measures: MEASURES.iter().map(|m| staff.word("staff-measure", m)).collect(),
        rows: full.rows.iter().map(row).collect(),
        total: full.total.values().map(number).into(),
        span: filter.by.len(),
        csv: file_of("csv"),
        json: file_of("json"),
        quarter: staff.t_with("staff-quarter-reports", &[("quarter", FluentValue::from(format::quarter(filter.to)))]),
        reports: reports_of(&staff, &filter, &platforms),
    };
    let status = if filter.too_long { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    staff.page(status, &staff.head(staff.t("staff-attendance")).with_errors(filter.too_long), &page)
}

/// `GET …/figures.csv`
pub async fn csv(staff: Staff) -> Answer {
    let filter = read_for_file(&staff).await?;
    let report = report(&staff, &filter, &filter.by).await?;
    let bytes = report_csv(&report).map_err(|e| Refusal::from(AppError::Fault(crate::db::DbError::Other(e.to_string()))))?;
    Ok(export::send("text/csv; charset=utf-8", &format!("attendance-{}-{}.csv", filter.from, filter.to), bytes))
}

/// `GET …/figures.json`
pub async fn json(staff: Staff) -> Answer {
    let filter = read_for_file(&staff).await?;
    let report = report(&staff, &filter, &filter.by).await?;
    let bytes = serde_json::to_vec_pretty(&report).map_err(|e| Refusal::from(AppError::Fault(crate::db::DbError::Other(e.to_string()))))?;
    Ok(export::send("application/json", &format!("attendance-{}-{}.json", filter.from, filter.to), bytes))
}

/// The filter of a file, which has no place for words about it.
async fn read_for_file(staff: &Staff) -> Result<Filter, Refusal> {
    let (filter, _) = read(staff).await?;
    if filter.too_long { Err(Fault::BadRequest.into()) } else { Ok(filter) }
}

/// The filter; what is not understood counts as not given. The last four quarters when nothing is given.
async fn read(staff: &Staff) -> Result<(Filter, Vec<Platform>), Refusal> {
    staff.require_somewhere(Action::SeeFigures)?;
    let platforms: Vec<Platform> = staff.state.app.platforms().await?.into_iter().filter(|p| staff.may(Action::SeeFigures, p.id)).collect();
    let today = Edition::of(format::brussels(staff.now).0);
    let year_ago = (0..3).fold(today, |edition, _| edition.previous());
    let to = staff.query.get("to").parse().unwrap_or(today);
    let from: Edition = staff.query.get("from").parse().unwrap_or(year_ago.min(to));
    let asked = staff.query.get("by");
    let too_long = asked.split(',').filter(|part| !part.is_empty()).nth(MOST_SPLITS).is_some();
    let mut by: Vec<Dimension> = Vec::new();
    for dimension in asked.split(',').filter_map(Dimension::from_code).filter(|_| !too_long) {
        if !by.contains(&dimension) {
            by.push(dimension);
        }
    }
    let filter = Filter {
        from: from.min(to),
        to: to.max(from),
        platform: platforms.iter().find(|p| p.slug.as_str() == staff.query.get("platform")).cloned(),
        by: if by.is_empty() { SPLITS[0].to_vec() } else { by },
        too_long,
    };
    Ok((filter, platforms))
}

/// Links to the reports of the last quarter shown, of each platform shown.
fn reports_of(staff: &Staff, filter: &Filter, platforms: &[Platform]) -> Vec<QuarterFile> {
    let shown = platforms.iter().filter(|platform| filter.platform.as_ref().is_none_or(|only| only.id == platform.id));
    let link = |platform: &Platform| QuarterFile {
        href: quarter::address(staff, platform, filter.to, ""),
        label: platform.name.get_or_any(staff.language).to_owned(),
    };
    shown.map(link).collect()
}

async fn report(staff: &Staff, filter: &Filter, by: &[Dimension]) -> Result<Report, Refusal> {
    let platforms = match &filter.platform {
        Some(platform) => Some(vec![platform.id]),
        None => staff.who.grants.platforms(Action::SeeFigures),
    };
    let query = ReportQuery { from: filter.from, to: filter.to, platforms, by: by.to_vec() };
    Ok(staff.state.app.report_attendance(query, staff.now).await?)
}

fn inputs(staff: &Staff, filter: &Filter, platforms: &[Platform]) -> Vec<Input> {
    let latest = Edition::of(format::brussels(staff.now).0).next().next().max(filter.to);
    let quarters: Vec<Edition> = std::iter::successors(Some(latest), |e| Some(e.previous())).take(QUARTERS).collect();
    let quarters = || quarters.iter().map(|e| (e.to_string(), format::quarter(*e)));
    let all = (String::new(), staff.t("staff-all-platforms"));
    let names = platforms.iter().map(|p| (p.slug.to_string(), p.name.get_or_any(staff.language).to_owned()));
    let code = |by: &[Dimension]| by.iter().map(|d| d.code()).collect::<Vec<_>>().join(",");
    let words = |by: &[Dimension]| by.iter().map(|d| staff.word("staff-dimension", d.code())).collect::<Vec<_>>().join(" × ");
    let splits = SPLITS.iter().map(|by| (code(by), words(by)));
    let chosen = filter.platform.as_ref().map_or("", |p| p.slug.as_str());
    vec![
        Input::choice("from", staff.t("staff-from"), &filter.from.to_string(), quarters()),
        Input::choice("to", staff.t("staff-to"), &filter.to.to_string(), quarters()),
        Input::choice("platform", staff.t("staff-platform"), chosen, std::iter::once(all).chain(names)),
        Input::choice("by", staff.t("staff-by"), &code(&filter.by), splits),
    ]
}

fn scope(staff: &Staff, filter: &Filter) -> String {
    let platform = filter.platform.as_ref().map_or_else(|| staff.t("staff-all-platforms"), |p| p.name.get_or_any(staff.language).to_owned());
    let (from, to) = (format::quarter(filter.from), format::quarter(filter.to));
    if filter.from == filter.to { format!("{platform}, {from}") } else { format!("{platform}, {from} – {to}") }
}

fn value_words(staff: &Staff, platforms: &[Platform], dimension: Dimension, value: &str) -> String {
    match dimension {
        Dimension::Sector => staff.word("sector", value),
        Dimension::Mode => staff.word("mode", value),
        Dimension::Language => staff.word("language", value),
        Dimension::Platform => {
            let platform = platforms.iter().find(|p| p.slug.as_str() == value);
            platform.map_or_else(|| value.to_owned(), |p| p.name.get_or_any(staff.language).to_owned())
        }
        Dimension::Edition => value.parse().map_or_else(|_| value.to_owned(), format::quarter),
        Dimension::Event => value.to_owned(),
    }
}

fn chart(staff: &Staff, platforms: &[Platform], id: &str, report: &Report, of: Dimension) -> Chart {
    let rows: Vec<(String, Option<u64>)> = report
        .rows
        .iter()
        .map(|row| {
            let value = row.key.values().next().unwrap_or_default();
            (value_words(staff, platforms, of, value), Some(row.counts.attended))
        })
        .collect();
    let population = staff.t_with("staff-chart-population", &[("n", FluentValue::from(report.total.attended))]);
    Chart::new(staff.language, id, &staff.t(&format!("staff-chart-{id}")), &rows, "").explained(
        &population,
        &staff.word("staff-dimension", of.code()),
        &staff.word("staff-measure", "attended"),
    )
}
