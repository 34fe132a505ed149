//! A report as a PDF: the same as the web page, with the number of each page. Of a closed quarter every page says which revision it is of,
//! and by what it is known.

use super::words::Words;
use super::{Cell, QuarterReport, Table};
use crate::papers::PaperFault;
use crate::papers::flow::Flow;
use crate::papers::sheet::{About, Style};
use crate::papers::table;

/// The file.
///
/// # Errors
/// When the document breaks a rule of PDF/UA.
pub fn file(report: &QuarterReport, words: Words<'_>) -> Result<Vec<u8>, PaperFault> {
    let title = words.title(report);
    let mut flow = Flow::default();
    flow.heading(1, Style::bold(20.0), &title);
    flow.space(8.0);
    flow.paragraph(Style::text(12.0), &words.standing(report));
    flow.space(4.0);
    flow.paragraph(Style::text(10.0), &words.t("quarter-internal"));
    for line in words.closing(report).into_iter().chain(words.signature(report)) {
        flow.space(2.0);
        flow.paragraph(Style::quiet(9.0), &line);
    }
    report.tables.iter().for_each(|table| section(&mut flow, table, words));
    let foot: Vec<String> = std::iter::once(title.clone()).chain(words.foot(report)).collect();
    flow.finish(&foot, &About { title, language: words.language, author: "Quarterdeck".into() })
}

fn section(flow: &mut Flow, table: &Table, words: Words<'_>) {
    let title = words.table(table.statistic);
    flow.space(26.0);
    // A heading is not left alone at the end of a page.
    flow.keep(110.0);
    flow.heading(2, Style::bold(13.0), &title);
    flow.space(4.0);
    if table.rows.is_empty() {
        flow.paragraph(Style::text(10.0), &words.t("quarter-empty"));
    } else {
        let said = |cell: &Cell| Some(words.cell(cell)).filter(|said| !said.is_empty()).unwrap_or_else(|| words.t("quarter-nothing"));
        let row = |row: &super::Row| std::iter::once(words.of(&row.of)).chain(row.cells.iter().map(said)).collect();
        let rows: Vec<Vec<String>> = table.rows.iter().map(row).collect();
        flow.table(table::Table { what: &title, head: &words.head(table), rows: &rows });
    }
    flow.space(5.0);
    flow.paragraph(Style::quiet(8.5), &words.definition(table.statistic));
}
