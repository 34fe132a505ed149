//! Pages of organisations with sample data.

use super::staff_samples::Draw;
use super::{Sample, sample};
use crate::domain::language::Language;
use crate::web::view::Link;
use crate::web::view::staff::*;

pub(super) fn all(language: Language) -> Vec<Sample> {
    let draw = Draw { language };
    vec![draw.organisations(), draw.organisation(), draw.merge_choice(), draw.merge_look(), draw.sector_cases()]
}

const LONG: &str = "Federale Overheidsdienst Beleid en Ondersteuning";

impl Draw {
    fn tabs(&self) -> Vec<Tab> {
        let tab = |key: &str, count: &str, current| Tab { href: "/t".into(), label: self.t(key), count: count.into(), current };
        vec![
            tab("staff-all", "1.482", true),
            tab("staff-organisations-registered", "214", false),
            tab("staff-organisations-named", "1.268", false),
            tab("staff-sector-cases", "3", false),
        ]
    }

    fn organisations(&self) -> Sample {
        let row = OrganisationRow {
            name: LONG.into(),
            href: "/o".into(),
            second: "Service public fédéral Stratégie et Appui".into(),
            sector: self.t("sector-public"),
            number: "0123.456.749".into(),
            domains: "bosa.example.be, bruggen-en-sluizen.example.be".into(),
            status: "confirmed",
            status_label: self.t("staff-organisation-registered"),
        };
        let named = OrganisationRow {
            name: "AZ Noord".into(),
            second: String::new(),
            number: String::new(),
            domains: String::new(),
            status: "waitlisted",
            status_label: self.t("staff-organisation-named"),
            ..row.clone()
        };
        let view = Organisations {
            tabs: self.tabs(),
            search: "brug".into(),
            action: "/o".into(),
            rows: vec![row, named],
            next: "/o?after=x".into(),
            first: "/o".into(),
            add: "/new".into(),
            ..Organisations::default()
        };
        sample("staff-organisations", &self.head("/organisations", &self.t("staff-nav-organisations")), &view, false)
    }

    fn organisation(&self) -> Sample {
        let share = ShareRow { platform: "QCTR".into(), people: "12".into(), registrations: "31".into(), members: "2".into() };
        let view = OrganisationPage {
            name: LONG.into(),
            status: "confirmed",
            status_label: self.t("staff-organisation-registered"),
            facts: vec![
                Pair::new(self.t("staff-sector"), self.t("sector-public")),
                Pair::new(self.t("staff-mail-domains"), "bosa.example.be"),
                Pair::new(self.t("staff-aliases"), "BOSA · FOD BOSA · SPF BOSA"),
            ],
            shares: vec![share],
            edit: "/e".into(),
            merge: "/m".into(),
        };
        sample("staff-organisation", &self.head("/organisations/7", LONG), &view, false)
    }

    fn merge_choice(&self) -> Sample {
        let candidate = Candidate {
            name: "FOD Beleid & Ondersteuning".into(),
            href: "/o".into(),
            second: self.t("sector-public"),
            status_label: self.t("staff-organisation-named"),
            look: "/m?into=8".into(),
        };
        let view = MergePage {
            name: LONG.into(),
            action: "/m".into(),
            found: self.t("staff-merge-alike"),
            candidates: vec![candidate],
            lead: LONG.into(),
            back: Link::new("/o", self.t("staff-merge-not")),
            ..MergePage::default()
        };
        sample("staff-merge", &self.head("/organisations/7/merge", &self.t("staff-merge-start")), &view, false)
    }

    fn merge_look(&self) -> Sample {
        let moves = ["staff-registrations", "staff-people", "staff-mandates", "staff-merge-names", "staff-mail-domains"];
        let view = MergePage {
            name: "FOD B&O".into(),
            action: "/m".into(),
            is_shown: true,
            lead: LONG.into(),
            moves: moves.map(|key| Pair::new(self.t(key), "12")).into(),
            becomes: vec![Pair::new(self.t("staff-name"), LONG), Pair::new(self.t("staff-sector"), self.t("sector-public"))],
            notes: vec![self.t("staff-merge-figures"), self.t("staff-merge-seats"), self.t("staff-merge-for-good")],
            trouble: self.t("staff-merge-stale"),
            hidden: Self::token(),
            can: true,
            turned: "/n".into(),
            back: Link::new("/o", self.t("staff-merge-not")),
            ..MergePage::default()
        };
        sample("staff-merge-look", &self.head("/organisations/7/merge", &self.t("staff-merge-look")), &view, false)
    }

    fn sector_cases(&self) -> Sample {
        let case = SectorCase {
            name: "Zoë Vandenbroucke".into(),
            href: "/r".into(),
            event: "Quarterly Cyber Threat Report · 2026-Q4".into(),
            organisation: LONG.into(),
            organisation_href: "/o".into(),
            declared: self.t("sector-private"),
            registered: self.t("sector-public"),
            hidden: Self::token(),
        };
        let view =
            SectorCases { tabs: self.tabs(), action: "/s".into(), rows: vec![case], next: "/s?after=1".into(), trouble: self.t("staff-sector-full") };
        sample("staff-sector-cases", &self.head("/organisations/sectors", &self.t("staff-sector-cases")), &view, false)
    }
}
