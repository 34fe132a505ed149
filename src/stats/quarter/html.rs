//! A report as one HTML file that needs nothing else: readable in the dark, in print, at 320 px, by keyboard and by a screen reader.

use std::fmt::Write as _;

use super::words::Words;
use super::{Cell, QuarterReport, Table};

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:1rem/1.5 system-ui,sans-serif;max-width:64rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}\
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2.5rem}\
.lead{font-size:1.1rem}\
.scroll{overflow-x:auto}.scroll:focus-visible{outline:3px solid #1f5fbf}\
table{border-collapse:collapse;width:100%}\
th,td{padding:.35rem .6rem;border-bottom:1px solid #b4b4b4;text-align:left;vertical-align:top}\
thead th{border-bottom:2px solid #555}\
.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}\
.what{max-width:46rem;color:#4a4a4a}.closed{margin:.2rem 0;overflow-wrap:anywhere}\
nav ul{columns:16rem;padding-left:1.2rem}a{color:#1f4f9f}\
@media(prefers-color-scheme:dark){body{color:#ececec;background:#161616}th,td{border-color:#555}thead th{border-color:#aaa}.what{color:#c4c4c4}a{color:#9cc2ff}}\
@media print{body{max-width:none;color:#000;background:#fff}nav{display:none}section{break-inside:avoid}.what{color:#333}th,td{border-color:#888}}";

/// The file.
pub fn file(report: &QuarterReport, words: Words<'_>) -> String {
    let title = escaped(&words.title(report));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n<p class=\"lead\">{}</p>\n<p>{}</p>\n",
        words.language.code(),
        escaped(&words.standing(report)),
        escaped(&words.t("quarter-internal")),
    );
    for line in words.closing(report) {
        let _ = writeln!(page, "<p class=\"closed\">{}</p>", escaped(&line));
    }
    page.push_str("</header>\n");
    let _ = write!(page, "<nav aria-label=\"{0}\">\n<ul>\n", escaped(&words.t("quarter-contents")));
    for table in &report.tables {
        let _ = writeln!(page, "<li><a href=\"#{}\">{}</a></li>", table.statistic, escaped(&words.table(table.statistic)));
    }
    page.push_str("</ul>\n</nav>\n<main>\n");
    report.tables.iter().for_each(|table| section(&mut page, table, words));
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

// Writing into a text cannot fail.
fn section(page: &mut String, table: &Table, words: Words<'_>) {
    let (id, title) = (table.statistic.code(), escaped(&words.table(table.statistic)));
    let _ = write!(page, "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>\n");
    if table.rows.is_empty() {
        let _ = writeln!(page, "<p>{}</p>", escaped(&words.t("quarter-empty")));
    } else {
        let _ = write!(
            page,
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{id}\">\n<table aria-describedby=\"{id}-what\">\n<thead><tr>"
        );
        for (n, head) in words.head(table).iter().enumerate() {
            let _ = write!(page, "<th scope=\"col\"{}>{}</th>", if n > 0 { " class=\"num\"" } else { "" }, escaped(head));
        }
        page.push_str("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            let _ = write!(page, "<tr><th scope=\"row\">{}</th>", escaped(&words.of(&row.of)));
            for cell in &row.cells {
                let none = matches!(cell, Cell::Nothing) || words.cell(cell).is_empty();
                let said = if none { words.t("quarter-nothing") } else { words.cell(cell) };
                let _ = write!(page, "<td class=\"num\">{}</td>", escaped(&said));
            }
            page.push_str("</tr>\n");
        }
        page.push_str("</tbody>\n</table>\n</div>\n");
    }
    let _ = write!(page, "<p class=\"what\" id=\"{id}-what\">{}</p>\n</section>\n", escaped(&words.definition(table.statistic)));
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}
