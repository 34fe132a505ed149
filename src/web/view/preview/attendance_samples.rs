//! Pages of attendance reports with sample data.

use super::staff_samples::Draw;
use super::{PAGES, Sample, sample};
use crate::domain::language::Language;
use crate::web::view::FormError;
use crate::web::view::staff::*;

pub(super) fn all(language: Language) -> Vec<Sample> {
    let draw = Draw { language };
    vec![draw.attendance(), draw.attendance_form(), draw.attendance_plan()]
}

impl Draw {
    fn seen(&self, how: &str, weight: &'static str) -> SeenRow {
        SeenRow {
            line: "12".into(),
            name: "Zoë <b>Dupont</b>-Vandenbroucke".into(),
            also: vec!["Zoë (Haven)".into(), "zoe.dupont-vandenbroucke@haven.example".into()],
            whose: "Zoë Dupont".into(),
            whose_href: "/r".into(),
            whose_more: "zoe@haven.example, Gemeentelijk Autonoom Havenbedrijf".into(),
            how: self.t(how),
            minutes: PAGES.catalogue().t(self.language, "staff-seen-n-minutes", &[("n", 118.into())]),
            weight,
            weight_label: if weight.is_empty() { String::new() } else { self.t(&format!("staff-weight-{weight}")) },
            decide: if weight.is_empty() { "/d".into() } else { String::new() },
        }
    }

    fn attendance(&self) -> Sample {
        let tab = |key: &str, current| Tab { href: "/t".into(), label: self.t(key), count: "3".into(), current };
        let report = |undone: bool| ReportRow {
            when: "11 dec. 2026, 9.00 uur".into(),
            what: "Microsoft Teams, Europe/Brussels".into(),
            people: "214".into(),
            undo: if undone { String::new() } else { "/u".into() },
            undone: if undone { "12 dec. 2026, 9.00 uur".into() } else { String::new() },
        };
        let view = AttendancePage {
            event: "Quarterly Cyber Threat Report".into(),
            import: "/i".into(),
            reports: vec![report(false), report(true)],
            tabs: vec![tab("staff-sighting-open", true), tab("staff-sighting-taken", false), tab("staff-sighting-dismissed", false)],
            rows: vec![self.seen("staff-unsure-near", ""), self.seen("staff-unsure-unknown", "")],
            next: "/n".into(),
            dismiss: "/x".into(),
            dismiss_label: PAGES.catalogue().t(self.language, "staff-attendance-dismiss", &[("n", 2.into())]),
            ..AttendancePage::default()
        };
        sample("staff-attendance", &self.head("/events/x/attendance", &self.t("staff-attendance-page")), &view, false)
    }

    fn attendance_form(&self) -> Sample {
        let fault = PAGES.catalogue().t(self.language, "staff-fault-zone", &[("value", "Brussel".into())]);
        let view = AttendanceImport {
            event: "Quarterly Cyber Threat Report".into(),
            action: "/a".into(),
            errors: vec![FormError { field: "zone".into(), text: fault.clone(), ..FormError::default() }],
            accept: TABLE_FILES,
            report: "name;from;to".into(),
            zone: "Brussel".into(),
            zone_fault: fault,
            zones: vec!["Europe/Brussels", "UTC"],
            ..AttendanceImport::default()
        };
        let head = self.head("/events/x/attendance/import", &self.t("staff-attendance-import")).with_errors(true);
        sample("staff-attendance-form", &head, &view, true)
    }

    fn attendance_plan(&self) -> Sample {
        let section = |key: &str, rows| SeenSection {
            title: self.t(key),
            what: self.t(&format!("{key}-what")),
            rows,
            more: PAGES.catalogue().t(self.language, "staff-import-more", &[("n", 12.into())]),
        };
        let view = AttendanceImport {
            event: "Quarterly Cyber Threat Report".into(),
            action: "/a".into(),
            is_shown: true,
            trouble: self.t("staff-attendance-before"),
            warnings: vec![self.t("staff-attendance-habit")],
            facts: vec![Pair::new(self.t("staff-attendance-zone"), "Europe/Brussels")],
            figures: vec![Pair::new(self.t("staff-seen-recognised"), "212")],
            sections: vec![
                section("staff-seen-unsure", vec![SeenRow { decide: String::new(), ..self.seen("staff-unsure-same-name", "") }]),
                section("staff-seen-recognised", vec![self.seen("staff-seen-by-name", "too_short"), self.seen("staff-seen-by-address", "counts")]),
            ],
            doubts: vec![Pair::new("14", self.t("staff-doubtful-open-end"))],
            doubts_more: String::new(),
            can_take: true,
            again: "/g".into(),
            ..AttendanceImport::default()
        };
        sample("staff-attendance-plan", &self.head("/events/x/attendance/import", &self.t("staff-import-would")), &view, false)
    }
}
