//! A report in words of one language: titles, definitions, names of rows and columns, figures as people read them.

use super::{Cell, Measure, Of, QuarterReport, Statistic, Table};
use crate::domain::language::Language;
use crate::i18n::{Catalogue, FluentValue, format};

/// What says a report in a language.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// All texts.
    pub texts: &'a Catalogue,
    /// The language.
    pub language: Language,
}

impl Words<'_> {
    /// A text of reports.
    pub fn t(&self, key: &str) -> String {
        self.texts.t(self.language, key, &[])
    }

    /// The title of a report.
    pub fn title(&self, report: &QuarterReport) -> String {
        let args =
            [("platform", FluentValue::from(report.name.get_or_any(self.language))), ("quarter", FluentValue::from(format::quarter(report.edition)))];
        self.texts.t(self.language, "quarter-title", &args)
    }

    /// How the quarter went, one sentence.
    pub fn standing(&self, report: &QuarterReport) -> String {
        let code = report.standing.map_or("no_interval", |standing| standing.code());
        let held = self.texts.t(self.language, "quarter-held", &[("n", FluentValue::from(report.held))]);
        format!("{} {held}", self.texts.word(self.language, "quarter-said", code))
    }

    /// As what the report was frozen, a sentence each; empty when it was not.
    pub fn closing(&self, report: &QuarterReport) -> Vec<String> {
        let Some(closed) = &report.closed else { return Vec::new() };
        let t = |key: &str, args: &[(&str, FluentValue<'_>)]| self.texts.t(self.language, key, args);
        let (at, revision) = (format::date_time(self.language, closed.at), closed.revision.to_string());
        let key = if closed.is_final { "quarter-closed" } else { "quarter-interim" };
        let mut lines = vec![t(key, &[("at", at.into()), ("revision", revision.into())])];
        if closed.revision < closed.latest {
            lines.push(t("quarter-superseded", &[("latest", closed.latest.to_string().into())]));
        }
        if !closed.reason.is_empty() {
            lines.push(t("quarter-reason", &[("reason", closed.reason.as_str().into())]));
        }
        lines.push(t("quarter-fingerprint", &[("fingerprint", closed.fingerprint.as_str().into())]));
        lines
    }

    /// The signature of what was frozen, and by which key; empty when it was not.
    pub fn signature(&self, report: &QuarterReport) -> Vec<String> {
        let t = |key: &str, value: &str| self.texts.t(self.language, key, &[("value", FluentValue::from(value))]);
        report.closed.iter().flat_map(|closed| [t("quarter-signature", &closed.signature), t("quarter-key", &closed.key)]).collect()
    }

    /// What stands at the foot of each page of a frozen report: its revision and what it is known by.
    pub fn foot(&self, report: &QuarterReport) -> Option<String> {
        let closed = report.closed.as_ref()?;
        let args = [("revision", closed.revision.to_string().into()), ("fingerprint", closed.fingerprint.as_str().into())];
        Some(self.texts.t(self.language, "quarter-foot", &args))
    }

    /// The title of a table.
    pub fn table(&self, statistic: Statistic) -> String {
        self.texts.word(self.language, "quarter-table", statistic.code())
    }

    /// What its figures mean.
    pub fn definition(&self, statistic: Statistic) -> String {
        self.texts.word(self.language, "quarter-what", statistic.code())
    }

    /// What the rows of a table are.
    pub fn of_what(&self, statistic: Statistic) -> String {
        self.texts.word(self.language, "quarter-of", statistic.code())
    }

    /// The name of a column.
    pub fn measure(&self, measure: Measure) -> String {
        self.texts.word(self.language, "quarter-measure", measure.code())
    }

    /// What a row is about.
    pub fn of(&self, of: &Of) -> String {
        match of {
            Of::Word(said) => self.texts.word(self.language, &said.family, &said.code),
            Of::Quarter(edition) => format::quarter(*edition),
            Of::Month(first) => self.month(*first),
            Of::Name(name) => name.clone(),
        }
    }

    fn month(&self, first: chrono::NaiveDate) -> String {
        format::sentence_case(&format!("{} {}", format::month(self.language, first), first.format("%Y")))
    }

    /// A figure as people read it.
    pub fn cell(&self, cell: &Cell) -> String {
        let number = |n: u64| format::number(self.language, i64::try_from(n).unwrap_or(i64::MAX));
        let point = if self.language == Language::En { '.' } else { ',' };
        match cell {
            Cell::Nothing => String::new(),
            Cell::Number(n) => number(*n),
            Cell::Share { .. } => match cell.thousandths() {
                Some(thousandths) => format!("{}{point}{}\u{a0}%", number(thousandths / 10), thousandths % 10),
                None => String::new(),
            },
            Cell::Halves(n) => format!("{}{}", number(n / 2), if n % 2 == 0 { String::new() } else { format!("{point}5") }),
            Cell::Day(day) => format::day_short(self.language, *day),
            Cell::Word(said) => self.texts.word(self.language, &said.family, &said.code),
        }
    }

    /// Headings of a table: what its rows are, then its columns.
    pub fn head(&self, table: &Table) -> Vec<String> {
        std::iter::once(self.of_what(table.statistic)).chain(table.columns.iter().map(|measure| self.measure(*measure))).collect()
    }
}
