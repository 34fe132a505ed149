//! Staff pages with sample data.

use super::{PAGES, Sample, sample};
use crate::domain::language::Language;
use crate::domain::tlp::Tlp;
use crate::web::view::fields::collect;
use crate::web::view::staff::*;
use crate::web::view::{Chart, Flash, Head, Hidden, Link, TextField};

pub(super) fn all(language: Language) -> Vec<Sample> {
    let draw = Draw { language };
    vec![
        draw.sign_in(),
        draw.overview(),
        draw.event(),
        draw.form(),
        draw.registrations(),
        draw.person(),
        draw.answers(),
        draw.check_in(),
        draw.door_list(),
        draw.desk(),
        draw.journal(),
        draw.users(),
        draw.account(false),
        draw.account(true),
        draw.sign_in_code(),
        draw.passkey(),
        draw.onward(),
        draw.figures(),
    ]
    .into_iter()
    .chain(super::mail_samples::all(language))
    .chain(super::organisation_samples::all(language))
    .chain(super::roster_samples::all(language))
    .collect()
}

pub(super) struct Draw {
    pub(super) language: Language,
}

impl Draw {
    pub(super) fn t(&self, key: &str) -> String {
        PAGES.catalogue().t(self.language, key, &[])
    }

    pub(super) fn head(&self, rest: &str, title: &str) -> Head {
        let nav = [
            "staff-nav-events",
            "staff-nav-rosters",
            "staff-nav-organisations",
            "staff-nav-dashboard",
            "staff-nav-figures",
            "staff-nav-mails",
            "staff-nav-journal",
            "staff-nav-users",
        ]
        .map(|key| Link::new("/organiser/", self.t(key)));
        let crumbs = vec![Link::new("/organiser/nl/", self.t("staff-nav-events"))];
        Head::staff(self.language, rest, title)
            .signed_in("an@ccb.example.be", "token")
            .with_nav(nav.into())
            .with_crumbs(crumbs)
            .with_tlp(Tlp::AmberStrict)
    }

    pub(super) fn token() -> Vec<Hidden> {
        vec![Hidden::new("csrf", "token")]
    }

    fn sign_in(&self) -> Sample {
        let head = Head::staff(self.language, "/sign-in", self.t("staff-sign-in")).with_errors(true);
        let fault = self.t("staff-fault-sign-in");
        let view = SignIn {
            email: TextField { value: "jan".into(), error: fault.clone() },
            errors: collect(&[("email", &fault)]),
            passkey: Some(WithPasskey { action: "/organiser/nl/sign-in/passkey".into(), begin: "/b".into(), script: "/static/passkey.js".into() }),
            provider: Some(WithProvider { action: "/organiser/nl/sign-in/oidc".into(), name: "CSAM <b>".into() }),
            ..SignIn::default()
        };
        sample("staff-sign-in", &head, &view, true)
    }

    fn overview(&self) -> Sample {
        let row = |title: &str, status: &'static str| EventRow {
            title: title.into(),
            href: "/organiser/nl/events/qctr-2026-q4".into(),
            of: "Quarterly Cyber Threat Report · 2026-Q4".into(),
            when: "10 dec. 2026, 14.00 uur".into(),
            status,
            status_label: self.t(&format!("event-status-{status}")),
            seats: vec![format!("{}: 112 / 120", self.t("mode-on_site")), format!("{}: 340", self.t("mode-online"))],
            waiting: "4".into(),
        };
        let view = Overview {
            upcoming: vec![row("Cyberdreigingen in België: het vierde kwartaal", "published"), row("CSI/DPO", "draft")],
            past: vec![row("Cyberdreigingen in België: het derde kwartaal", "called_off")],
            new_event: "/organiser/nl/new".into(),
            to_do: vec![
                Task::new(true, "3".into(), "/organiser/nl/mails?status=failed".into()),
                Task::new(false, "QCTR, 2026-Q4".into(), "/organiser/nl/new".into()),
            ],
            more_past: "/organiser/nl/?past=all".into(),
        };
        sample("staff-overview", &self.head("/", &self.t("staff-nav-events")), &view, false)
    }

    fn event(&self) -> Sample {
        let publish = Publish { action: "/p".into(), hidden: Self::token(), gaps: vec![format!("{}: Deutsch", self.t("staff-title"))] };
        let view = EventPage {
            title: "Cyberdreigingen in België: het vierde kwartaal".into(),
            status: "draft",
            status_label: self.t("event-status-draft"),
            facts: vec![
                Pair::new(self.t("staff-platform"), "QCTR"),
                Pair::new(self.t("staff-venue"), "Residence Palace, Wetstraat 155, 1040 Brussel"),
            ],
            pools: vec![PoolRow {
                mode: self.t("mode-on_site"),
                given: "112".into(),
                capacity: "120".into(),
                left: "8".into(),
                waiting: "4".into(),
                rules: vec![format!("{}: 60 / 60", self.t("sector-private"))],
            }],
            release: self.t("staff-release-hint"),
            counts: vec![Pair::new(self.t("state-confirmed"), "112"), Pair::new(self.t("state-waitlisted"), "4")],
            answers: vec![
                Counted { label: self.t("staff-rsvp-accepted"), value: "61".into(), href: "/r?state=confirmed&rsvp=accepted".into() },
                Counted { label: self.t("staff-rsvp-asked"), value: "2".into(), href: String::new() },
            ],
            actions: vec![Link::new("/c", self.t("staff-check-in")), Link::new("/r", self.t("staff-registrations"))],
            changes: vec![Link::new("/t", self.t("staff-edit-texts")), Link::new("/s", self.t("staff-change-seats"))],
            call_off: "/call-off".into(),
            publish: Some(publish),
        };
        let flash = Flash { tone: "good", text: self.t("staff-done-published") };
        sample("staff-event", &self.head("/events/x", &view.title).with_flashes(vec![flash]), &view, false)
    }

    fn form(&self) -> Sample {
        let fields = vec![
            Input::line("title-nl", "Nederlands", "Cyberdreigingen").in_language("nl"),
            Input::line("summary-nl", "Nederlands (2)", "Wat we zagen.").tall().in_language("nl"),
            Input::line("starts_at", self.t("staff-starts"), "2026-12-10T14:00").of_kind("datetime-local").hinted(self.t("staff-time-hint")),
            Input::choice("format", self.t("staff-format"), "online", [("online".into(), "Online".into()), ("hybrid".into(), "Hybrid".into())]),
        ];
        let page = FormPage {
            heading: self.t("staff-edit-texts"),
            lead: self.t("staff-edit-texts-what"),
            action: "/organiser/nl/events/x/texts".into(),
            hidden: Self::token(),
            sections: vec![Section { legend: self.t("staff-title"), hint: self.t("staff-summary-hint"), fields }],
            button: self.t("staff-save"),
            danger: true,
            back: Link::new("/organiser/nl/events/x", self.t("staff-back")),
            ..FormPage::default()
        };
        let page = page.with_faults(&[("title-nl".into(), self.t("error-line-empty")), ("form".into(), self.t("staff-fault-stale"))]);
        sample("staff-form", &self.head("/events/x/texts", &page.heading).with_errors(true), &page, true)
    }

    fn registrations(&self) -> Sample {
        let row = |name: &str, state: &'static str| PersonRow {
            pick: if state == "waitlisted" { "12".into() } else { String::new() },
            name: name.into(),
            href: "/organiser/nl/events/x/registrations/y".into(),
            email: "zoe.vandenbroucke@cert.telecom.example.be".into(),
            organisation: "Federale Overheidsdienst Beleid en Ondersteuning".into(),
            sector: self.t("sector-public"),
            mode: self.t("mode-on_site"),
            state,
            state_label: self.t(&format!("state-{state}")),
            why: if state == "waitlisted" { self.t("staff-reason-own-wish") } else { String::new() },
            since: "2 dec. 2026, 9.14 uur".into(),
            rsvp: if state == "confirmed" { self.t("staff-rsvp-accepted") } else { String::new() },
            present: if state == "confirmed" { self.t("staff-present") } else { String::new() },
        };
        let tab =
            |state: &str, current| Tab { href: format!("?state={state}"), label: self.t(&format!("state-{state}")), count: "1.112".into(), current };
        let view = Registrations {
            event: "Cyberdreigingen in België: het vierde kwartaal".into(),
            tabs: vec![tab("confirmed", true), tab("waitlisted", false), tab("withdrawn", false)],
            search: "zoe".into(),
            action: "/organiser/nl/events/x/registrations".into(),
            rows: vec![row("Zoë Vandenbroucke", "confirmed"), row("<b>Jan</b> {{7*7}}", "waitlisted"), row("王小明", "withdrawn")],
            next: "?after=50".into(),
            first: "?".into(),
            export: "/organiser/nl/events/x/registrations.csv".into(),
            workbook: "/organiser/nl/events/x/registrations.xlsx".into(),
            message: "/organiser/nl/events/x/messages/new".into(),
            messages: "/organiser/nl/events/x/messages".into(),
            enter: "/organiser/nl/events/x/enter".into(),
            hidden: vec![Hidden::new("state", "confirmed")],
            filters: vec![Input::choice("sector", self.t("staff-sector"), "public", [("public".into(), self.t("sector-public"))])],
            answer: "/answer".into(),
            filtered: Self::token(),
        };
        let drawn = sample("staff-registrations", &self.head("/events/x/registrations", &self.t("staff-registrations")), &view, false);
        assert!(!drawn.html.contains("<b>Jan") && drawn.html.contains("{{7*7}}"), "what people typed stays text");
        drawn
    }

    fn person(&self) -> Sample {
        let history = HistoryRow { when: "10 dec. 2026".into(), what: self.t("staff-cause-promoted"), why: self.t("staff-reason-seat-freed") };
        let view = PersonPage {
            name: "Zoë Vandenbroucke".into(),
            state: "confirmed",
            state_label: self.t("state-confirmed"),
            facts: vec![Pair::new(self.t("staff-email"), "zoe@example.be")],
            related: vec![Related {
                label: self.t("staff-substitute-asked"),
                href: String::new(),
                name: "Bo <b>Peeters</b> (bo@example.be)".into(),
                until: "2026-12-10".into(),
            }],
            presence: Some(self.presence()),
            history: vec![history],
            failing: None,
            mails: vec![self.mail_row("sent")],
            by_event: false,
            withdraw: "/w".into(),
            approve: "/a".into(),
            reject: "/r".into(),
            promote: "/p".into(),
            note: "Zij stelde <b>twee</b> vragen vooraf.".into(),
            note_edit: "/n".into(),
            hidden: Self::token(),
        };
        sample("staff-person", &self.head("/events/x/registrations/y", "Zoë Vandenbroucke"), &view, false)
    }

    fn presence(&self) -> PresencePart {
        let proof = |weight: &'static str| ProofRow {
            what: self.t("proof-source-door"),
            when: "2026-12-10 14:02".into(),
            recorded: "2026-12-10 14:02".into(),
            device: "tablet <1>".into(),
            reason: "Zij tekende <b>later</b>".into(),
            weight,
            weight_label: self.t(&format!("staff-weight-{weight}")),
            taken_back: if weight == "taken_back" { "2026-12-11 09:00".into() } else { String::new() },
            because: String::new(),
            take_back: if weight == "taken_back" { String::new() } else { "/t".into() },
        };
        PresencePart {
            standing: self.t("staff-presence-yes"),
            minutes: "70 / 45".into(),
            proofs: ["counts", "taken_back", "too_short"].map(proof).into(),
            correct: "/c".into(),
            objections: super::objection_samples::rows(self.language),
        }
    }

    fn answers(&self) -> Sample {
        let row = |name: &str, says: String| CheckedRow {
            name: name.into(),
            email: "zoe@example.be".into(),
            organisation: "FOD Voorbeeld".into(),
            sector: self.t("sector-public"),
            language: self.t("language-fr"),
            says,
        };
        let reason = Input::line("reason-fr", self.t("staff-reason"), "").in_language("fr").hinted(self.t("staff-reason-in-hint"));
        let view = AnswersCheck {
            errors: collect(&[("reason-fr", &self.t("error-line-empty"))]),
            heading: self.t("staff-refuse-many"),
            lead: self.t("staff-answers-nobody"),
            action: "/answer/do".into(),
            hidden: vec![Hidden::new("csrf", "token"), Hidden::new("seen", "12:awaiting_approval:1:0")],
            fields: vec![Input { error: self.t("error-line-empty"), ..reason }],
            button: self.t("staff-reject-do"),
            danger: true,
            people: vec![row("Zoë Dupont", self.t("staff-outlook-refused"))],
            left_out: self.t("staff-left-changed"),
            others: vec![row("Jan <b>Maes</b>", self.t("staff-left-erased"))],
            back: Link::new("/r", self.t("staff-back")),
        };
        sample("staff-answers-check", &self.head("/events/x/registrations/answer", &view.heading).with_errors(true), &view, true)
    }

    fn check_in(&self) -> Sample {
        let row = |name: &str, present, warning: String| CheckInRow {
            reference: "r".repeat(43),
            name: name.into(),
            organisation: "Federale Overheidsdienst Beleid en Ondersteuning".into(),
            mode: if warning.is_empty() { String::new() } else { self.t("mode-online") },
            state: if warning.is_empty() { "confirmed" } else { "waitlisted" },
            warning,
            present,
            key: name.to_lowercase(),
        };
        let none = String::new;
        let view = CheckInPage {
            event: "Cyberdreigingen in België".into(),
            standing: vec![format!("{}: 84 / 112", self.t("mode-on_site")), format!("{}: 3 / 40", self.t("mode-online"))],
            early: self.t("staff-fault-event-draft"),
            action: "/organiser/nl/events/x/check-in".into(),
            mark: "/m".into(),
            undo: "/u".into(),
            hidden: Self::token(),
            rows: vec![
                row("An Peeters", false, none()),
                row("Jean Dupont", false, self.t("state-waitlisted")),
                row("Zoë Vandenbroucke", true, none()),
            ],
            more: "40".into(),
            desk: "/organiser/nl/events/x/desk".into(),
            everybody: "/organiser/nl/events/x/check-in?list=all".into(),
            last: "r".repeat(43),
            last_name: "Zoë Vandenbroucke".into(),
            open: true,
            found: ["0", "1", "#", "0", "1", "#"].map(String::from),
            script: "/static/check-in.js".into(),
            ..CheckInPage::default()
        };
        sample("staff-check-in", &self.head("/events/x/check-in", &self.t("staff-check-in")), &view, false)
    }

    fn desk(&self) -> Sample {
        let line = |code: &'static str, label: String| SectorLine { code, label };
        let view = DeskPage {
            event: "Cyberdreigingen in België".into(),
            when: "10 dec. 2026, 14.00 uur".into(),
            slug: "qctr-2026-q4".into(),
            open: true,
            roster: "/organiser/nl/events/x/desk/roster".into(),
            scans: "/organiser/nl/events/x/desk/scans".into(),
            worker: "/organiser/nl/events/x/desk/worker.js".into(),
            scope: "/organiser/nl/events/x/desk".into(),
            list: "/organiser/nl/events/x/check-in".into(),
            back: "/organiser/nl/events/x".into(),
            leave: "/organiser/nl/sign-out".into(),
            hidden: Self::token(),
            csrf: "token".into(),
            choices: ["private", "academic", "public"].map(|code| Pair::new(self.t(&format!("sector-{code}")), code)).into(),
            sectors: vec![line("private", self.t("sector-private")), line("", self.t("desk-all"))],
            words: vec![DeskWord { key: "say-in".into(), text: self.t("desk-say-in") }],
            script: "/static/desk.js".into(),
        };
        let head =
            Head::staff(self.language, "/events/x/desk", self.t("desk-title")).with_manifest("/organiser/nl/events/x/desk/app.webmanifest".into());
        sample("staff-desk", &head, &view, false)
    }

    fn door_list(&self) -> Sample {
        let row = |name: &str, present| DoorListRow {
            name: name.into(),
            organisation: "Federale Overheidsdienst Beleid en Ondersteuning".into(),
            mode: self.t("mode-on_site"),
            state: "waitlisted",
            warning: if present { String::new() } else { self.t("state-waitlisted") },
            present,
        };
        let view = DoorList {
            event: "Cyberdreigingen in België".into(),
            when: "10 dec. 2026, 14.00 uur".into(),
            standing: vec!["84 / 112".into()],
            back: "/organiser/nl/events/x/check-in".into(),
            rows: vec![row("An Peeters", false), row("Zoë Vandenbroucke", true)],
        };
        sample("staff-door-list", &self.head("/events/x/check-in?list=all", &self.t("staff-door-list")), &view, false)
    }

    fn journal(&self) -> Sample {
        let change = |field: &str, was: &str, became: &str| JournalChange { field: field.into(), was: was.into(), became: became.into() };
        let row = |number: &str, changes: Vec<JournalChange>| JournalRow {
            number: number.into(),
            when: "10 dec. 2026, 14.00 uur".into(),
            who: "an.peeters@ccb.example.be".into(),
            what: self.t("staff-deed-seats_changed"),
            about: "cyber-security-coalition-2027-03-18".into(),
            href: "/organiser/nl/events/x".into(),
            more: if changes.is_empty() { String::new() } else { self.t("staff-journal-nothing") },
            changes,
        };
        let view = JournalPage {
            action: "/organiser/nl/journal".into(),
            fields: vec![Input::line("q", self.t("staff-journal-search"), "").hinted(self.t("staff-journal-search-hint"))],
            rows: vec![
                row("42", vec![change("seats (on_site.capacity)", "120", "150"), change("title (nl)", "", "<b>{{7*7}}</b>")]),
                row("41", Vec::new()),
            ],
            first: "/f".into(),
            next: "/n".into(),
        };
        let drawn = sample("staff-journal", &self.head("/journal", &self.t("staff-nav-journal")), &view, false);
        assert!(!drawn.html.contains("<b>{{7*7}}"), "what people typed stays text");
        drawn
    }

    fn users(&self) -> Sample {
        let role = |role: &str, platform: &str| RoleRow {
            label: format!("{}, {platform}", self.t(&format!("role-{role}"))),
            take: "/take".into(),
            mapped: platform == "qctr",
        };
        let user = |email: &str, disabled, is_self| UserRow {
            email: email.into(),
            roles: vec![role("organiser", "qctr"), role("reporter", "csi-dpo")],
            disabled,
            second_factor: disabled,
            identity: disabled,
            can_take_off: disabled,
            is_self,
            journal: "/j".into(),
            query: "email=x".into(),
        };
        let choice = |id: &str| Input::choice(id, self.t("staff-role"), "desk", [("desk".into(), self.t("role-desk"))]);
        let fault = self.t("error-email-no_at");
        let view = UsersPage {
            made: Some(Made { text: "an.peeters@ccb.example.be".into(), secret: "qd_8sQ1nXy7Vb3kT0pLm5ZcRw2dHf6JgU4aEoIvK9xBqYs".into() }),
            errors: collect(&[("email", &fault)]),
            users: vec![user("an.peeters@ccb.example.be", false, true), user("zoe.vandenbroucke@ccb.example.be", true, false)],
            tokens: vec![
                TokenRow { name: "scanner".into(), role: self.t("role-desk"), disabled: false },
                TokenRow { name: "old".into(), role: self.t("role-desk"), disabled: true },
            ],
            user_fields: vec![Input { error: fault.clone(), ..Input::line("email", self.t("staff-email"), "x").of_kind("email") }, choice("role")],
            token_fields: vec![Input::line("name", self.t("staff-token-name"), ""), choice("token_role")],
            users_action: "/organiser/nl/users".into(),
            tokens_action: "/organiser/nl/tokens".into(),
            hidden: Self::token(),
        };
        sample("staff-users", &self.head("/users", &self.t("staff-nav-users")).with_errors(true), &view, true)
    }

    fn account(&self, is_on: bool) -> Sample {
        let field = |id: &str| Input::line(id, self.t("staff-code"), "").hinted(self.t("staff-code-hint"));
        let row = |here| SignInRow {
            since: "10 dec. 2026, 14.00 uur".into(),
            seen: "10 dec. 2026, 14.05 uur".into(),
            here,
            device: "Firefox, Linux".into(),
            named: "x".into(),
        };
        let scan = Scan { path: "M4 4h1v1h-1z".into(), size: "45".into(), typed: "GEZD GNBV GY3T QOJQ".into(), code: field("code") };
        let view = Account {
            email: "an.peeters@ccb.example.be".into(),
            password_fields: vec![Input::line("present", self.t("staff-password-present"), "").of_kind("password")],
            second_factor: self.t("staff-second-factor-none"),
            is_on,
            scan: (!is_on).then_some(scan),
            codes: is_on.then(|| Codes { codes: vec!["abcd-efgh-ijkl-mnop".into()] }),
            begin_field: Input::line("password", self.t("staff-password-present"), "").of_kind("password"),
            off_field: field("off"),
            sign_ins: vec![row(true), row(false)],
            passkeys: is_on.then(|| Passkeys {
                rows: vec![PasskeyRow { id: "1".into(), name: "YubiKey <b>".into(), since: "10 dec. 2026".into(), used: "11 dec. 2026".into() }],
                fields: vec![Input::line("passkey_name", self.t("staff-passkey-name"), "")],
                code: Some(Input::line("passkey_code", self.t("staff-code"), "")),
            }),
            identities: is_on.then(|| Identities {
                rows: vec![Connection { id: "1".into(), name: "CSAM <b>".into(), since: "10 dec. 2026".into(), used: "11 dec. 2026".into() }],
                can_remove: true,
                what: PAGES.catalogue().t(self.language, "staff-identities-what", &[("name", "CSAM".into())]),
                fields: vec![Input::line("oidc_password", self.t("staff-password-present"), ""), Input::line("oidc_code", self.t("staff-code"), "")],
                begin: PAGES.catalogue().t(self.language, "staff-identity-add", &[("name", "CSAM".into())]),
            }),
            has_password: true,
            others: true,
            action: "/organiser/nl/account".into(),
            hidden: Self::token(),
            ..Account::default()
        };
        let name = if is_on { "staff-account" } else { "staff-account-scan" };
        sample(name, &self.head("/account", &self.t("staff-account")), &view, false)
    }

    fn passkey(&self) -> Sample {
        let view = NewPasskey {
            lead: PAGES.catalogue().t(self.language, "staff-passkey-ask", &[("name", "YubiKey".into())]),
            action: "/organiser/nl/account/passkeys".into(),
            options: r#"{"publicKey":{}}"#.into(),
            hidden: Self::token(),
            script: "/static/passkey.js".into(),
            back: Link::new("/organiser/nl/account", self.t("staff-passkey-back")),
        };
        sample("staff-passkey", &self.head("/account", &self.t("staff-passkey-new")), &view, false)
    }

    fn onward(&self) -> Sample {
        let args = [("name", "CSAM".into()), ("contact", "events@ccb.example.be".into())];
        let t = |key: &str| PAGES.catalogue().t(self.language, key, &args);
        let head = Head::staff(self.language, "/sign-in", t("staff-oidc-not"));
        let view = Onward {
            heading: t("staff-oidc-not"),
            text: t("staff-oidc-not-no-role"),
            onward: Link::new("/organiser/nl/sign-in", t("staff-oidc-back")),
        };
        sample("staff-onward", &head, &view, false)
    }

    fn sign_in_code(&self) -> Sample {
        let fault = self.t("staff-fault-code");
        let head = Head::staff(self.language, "/sign-in", self.t("staff-sign-in-code")).with_errors(true);
        let view = SignInCode {
            action: "/organiser/nl/sign-in/code".into(),
            errors: collect(&[("code", &fault)]),
            hidden: Self::token(),
            code: TextField { value: String::new(), error: fault },
        };
        sample("staff-sign-in-code", &head, &view, true)
    }

    fn figures(&self) -> Sample {
        let sectors = ["private", "academic", "public"].map(|s| self.t(&format!("sector-{s}")));
        let rows: Vec<_> = sectors.iter().cloned().zip([Some(412), Some(57), Some(206)]).collect();
        let of = |key: &str| self.t(&format!("staff-{key}"));
        let chart = Chart::new(self.language, "sectors", &of("chart-sectors"), &rows, "").explained("675", &of("sector"), &of("measure-attended"));
        let figures = || ["520", "480", "412", "68"].map(String::from).to_vec();
        let view = Figures {
            fields: vec![Input::choice("from", of("from"), "2026-Q1", [("2026-Q1".into(), "2026-Q1".into())])],
            action: "/organiser/nl/figures".into(),
            scope: of("all-platforms"),
            charts: vec![chart],
            dimensions: vec![of("sector"), of("platform")],
            measures: ["registered", "confirmed", "attended", "no_show"].map(|m| of(&format!("measure-{m}"))).into(),
            rows: sectors.into_iter().map(|s| FiguresRow { of: vec![s, "QCTR".into()], figures: figures() }).collect(),
            total: figures(),
            span: 2,
            csv: "/c".into(),
            json: "/j".into(),
            ..Figures::default()
        };
        sample("staff-figures", &self.head("/figures", &of("attendance")), &view, false)
    }
}
