//! Pages of rosters with sample data.

use super::staff_samples::Draw;
use super::{PAGES, Sample, sample};
use crate::domain::language::Language;
use crate::web::view::FormError;
use crate::web::view::staff::*;

pub(super) fn all(language: Language) -> Vec<Sample> {
    let draw = Draw { language };
    vec![draw.rosters(), draw.roster(), draw.member(), draw.import_form(), draw.import_plan(), draw.coverage(), draw.guests()]
}

const LONG: &str = "Federale Overheidsdienst Beleid en Ondersteuning";

impl Draw {
    fn rosters(&self) -> Sample {
        let row = RosterRow {
            name: "CSI/DPO-platform".into(),
            href: "/organiser/nl/rosters/csi-dpo".into(),
            audience: self.t("audience-members"),
            current: "214".into(),
            ending: "9".into(),
            ending_href: "/organiser/nl/rosters/csi-dpo?tab=ending".into(),
            ended: "57".into(),
            coverage: "/organiser/nl/rosters/csi-dpo/coverage".into(),
        };
        let none = RosterRow { ending_href: String::new(), ending: "0".into(), ..row.clone() };
        sample("staff-rosters", &self.head("/rosters", &self.t("staff-nav-rosters")), &Rosters { rows: vec![row, none] }, false)
    }

    fn roster(&self) -> Sample {
        let row = |name: &str, phase: &'static str, label: &str| MemberRow {
            name: name.into(),
            href: "/m".into(),
            email: "zoe.vandenbroucke@bruggen-sluizen.example".into(),
            organisation: LONG.into(),
            sector: self.t("sector-public"),
            function: self.t("function-csi"),
            deputy: if phase == "waitlisted" { self.t("staff-deputy") } else { String::new() },
            term: "1 jan. 2025 – 31 dec. 2026".into(),
            confirmed: self.t("staff-not-confirmed"),
            phase,
            phase_label: self.t(&format!("staff-phase-of-{label}")),
        };
        let tab = |key: &str, count: &str, current| Tab { href: "/t".into(), label: self.t(key), count: count.into(), current };
        let view = Roster {
            platform: "CSI/DPO-platform".into(),
            tabs: vec![tab("staff-phase-current", "214", true), tab("staff-phase-ending", "9", false), tab("staff-all", "271", false)],
            search: "zoë".into(),
            action: "/r".into(),
            rows: vec![row("Zoë Vandenbroucke", "confirmed", "current"), row("Jean-Baptiste Vandenplas-Delacroix", "waitlisted", "ending")],
            next: "/r?page=3".into(),
            first: "/r".into(),
            add: "/a".into(),
            import: "/i".into(),
            export: "/e".into(),
            coverage: "/c".into(),
            asking: "/a".into(),
            asks: true,
            ..Roster::default()
        };
        sample("staff-roster", &self.head("/rosters/csi-dpo", &self.t("staff-roster")), &view, false)
    }

    fn member(&self) -> Sample {
        let view = MemberPage {
            name: "Zoë Vandenbroucke".into(),
            phase: "waitlisted",
            phase_label: self.t("staff-phase-of-ending"),
            facts: vec![Pair::new(self.t("staff-organisation"), LONG), Pair::new(self.t("staff-function"), self.t("function-dpo"))],
            edit: "/e".into(),
            end: "/x".into(),
            remove: "/r".into(),
        };
        sample("staff-member", &self.head("/rosters/csi-dpo", &view.name), &view, false)
    }

    fn import_form(&self) -> Sample {
        let fault = self.t("staff-table-no-rows");
        let past =
            |undo: &str, undone: String| PastImport { when: "10 dec. 2026, 14.00 uur".into(), what: "12 + 3".into(), undo: undo.into(), undone };
        let view = ImportPage {
            action: "/i".into(),
            hidden: Self::token(),
            errors: vec![FormError { field: "table".into(), text: fault.clone(), ..FormError::default() }],
            table: "naam;e-mailadres\n".into(),
            fault,
            example: self.t("staff-import-example"),
            past: vec![past("/u", String::new()), past("", self.t("staff-import-undone"))],
            ..ImportPage::default()
        };
        sample("staff-import", &self.head("/rosters/csi-dpo", &self.t("staff-import")).with_errors(true), &view, true)
    }

    fn import_plan(&self) -> Sample {
        let row = |line: &str| ImportRow {
            line: line.into(),
            name: "Zoë Vandenbroucke".into(),
            email: "zoe@bruggen-sluizen.example".into(),
            organisation: LONG.into(),
            function: self.t("function-csi"),
            term: "1 jan. 2025 – 31 dec. 2026".into(),
            ..ImportRow::default()
        };
        let change = JournalChange { field: self.t("staff-mandate-last"), was: "31 dec. 2026".into(), became: "31 dec. 2028".into() };
        let section =
            |key: &str, row: ImportRow| ImportSection { title: self.t(key), unread: row.name.is_empty(), rows: vec![row], more: "12".into() };
        let wrong = ImportRow { line: "17".into(), notes: vec![self.t("staff-row-overlaps")], ..ImportRow::default() };
        let view = ImportPage {
            action: "/i".into(),
            hidden: Self::token(),
            is_shown: true,
            figures: ["new", "changed", "same", "doubtful", "wrong"].map(|key| Pair::new(self.t(&format!("staff-import-{key}")), "12")).into(),
            sections: vec![
                section("staff-import-wrong", wrong),
                section("staff-import-doubtful", ImportRow { notes: vec![self.t("staff-unreachable")], has_note: true, ..row("4") }),
                section("staff-import-changed", ImportRow { changes: vec![change], has_note: true, ..row("5") }),
            ],
            ask_doubtful: true,
            ask_keep_good: true,
            can_write: true,
            trouble: self.t("staff-import-differs"),
            again: "/i".into(),
            ..ImportPage::default()
        };
        sample("staff-import-plan", &self.head("/rosters/csi-dpo", &self.t("staff-import-would")), &view, false)
    }

    fn coverage(&self) -> Sample {
        let holder = HolderRow {
            name: "Zoë Vandenbroucke".into(),
            href: "/m".into(),
            deputy: self.t("staff-deputy"),
            until: "31 dec. 2026".into(),
            last: self.t("staff-never-present"),
            unreachable: self.t("staff-unreachable"),
        };
        let row = |holders: Vec<HolderRow>, status: &'static str, label: &str| CoverageRow {
            organisation: LONG.into(),
            function: self.t("function-dpo"),
            notes: if holders.is_empty() { vec!["30 juni 2026".into()] } else { Vec::new() },
            holders,
            last: "11 juni 2026".into(),
            status,
            status_label: self.t(&format!("staff-post-{label}")),
        };
        let view = CoveragePage {
            platform: "CSI/DPO-platform".into(),
            tabs: vec![Tab { href: "/c".into(), label: self.t("staff-coverage-vacant"), count: "4".into(), current: true }],
            rows: vec![row(vec![holder], "rejected", "deputy_only"), row(Vec::new(), "rejected", "vacant")],
            export: "/c".into(),
        };
        sample("staff-coverage", &self.head("/rosters/csi-dpo", &self.t("staff-coverage")), &view, false)
    }

    fn guests(&self) -> Sample {
        let row = |state: &'static str, code: &str, decision: &str, object: &str| GuestRow {
            name: "Zoë Dupont-Vandenbroucke".into(),
            email: "zoe.dupont-vandenbroucke@haven.example".into(),
            organisation: LONG.into(),
            reason: "Spreekt over de haven".into(),
            by: if code == "open" { "An Peeters-Vandenbroucke".into() } else { self.t("staff-guest-by-staff") },
            by_organisation: if code == "open" { LONG.into() } else { String::new() },
            late: String::new(),
            barred: if code == "open" { self.t("staff-guest-bar-objected") } else { String::new() },
            proposed: "27 nov. 2026, 12.00 uur".into(),
            until: "vrijdag 4 december 2026".into(),
            state,
            state_label: self.t(&format!("staff-guest-state-{code}")),
            decision: decision.into(),
            object: object.into(),
            admit: object.into(),
        };
        let view = Guests {
            event: "CSI/DPO-sessie".into(),
            lead: PAGES.catalogue().t(self.language, "staff-guests-what", &[("n", 5.into())]),
            rows: vec![row("waitlisted", "open", "", "/o"), row("rejected", "refused", "Geen machtiging", ""), row("confirmed", "admitted", "", "")],
            propose: "/p".into(),
            period: "/t".into(),
        };
        sample("staff-guests", &self.head("/events/x/guests", &self.t("staff-guests")), &view, false)
    }
}
