//! A report as plain text for a terminal.

use super::QuarterReport;
use super::words::Words;

/// The report: title, standing, then each table with its definitions below it.
pub fn written(report: &QuarterReport, words: Words<'_>) -> String {
    let mut text = format!("{}\n{}\n{}\n", words.title(report), words.standing(report), words.t("quarter-internal"));
    words.closing(report).iter().for_each(|line| text.push_str(&format!("{line}\n")));
    for table in &report.tables {
        let mut lines = vec![words.head(table)];
        lines.extend(table.rows.iter().map(|row| std::iter::once(words.of(&row.of)).chain(row.cells.iter().map(|cell| words.cell(cell))).collect()));
        text.push_str(&format!("\n{}\n", words.table(table.statistic)));
        if table.rows.is_empty() {
            text.push_str(&format!("  {}\n", words.t("quarter-empty")));
        } else {
            columns(&lines, &mut text);
        }
        text.push_str(&format!("  {}\n", words.definition(table.statistic)));
    }
    text
}

fn columns(lines: &[Vec<String>], text: &mut String) {
    let width = |column: usize| lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..lines.first().map_or(0, Vec::len)).map(width).collect();
    for line in lines {
        let cells = line.iter().zip(&widths).enumerate();
        let cells: Vec<String> = cells.map(|(n, (cell, width))| if n == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }).collect();
        text.push_str(&format!("  {}\n", cells.join("  ").trim_end()));
    }
}
