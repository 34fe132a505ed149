//! The mail room with sample data.

use super::staff_samples::Draw;
use super::{PAGES, Sample, sample};
use crate::domain::language::Language;
use crate::domain::registration::MailKind;
use crate::web::view::staff::*;
use crate::web::view::{Hidden, Link};

pub(super) fn all(language: Language) -> Vec<Sample> {
    let draw = Draw { language };
    vec![draw.mails(true), draw.mails(false), draw.mail(), draw.many_mails(), draw.mail_kinds(), draw.mail_sample(), draw.inbox(), draw.inbox_mail()]
}

impl Draw {
    pub(super) fn mail_row(&self, status: &'static str) -> MailRow {
        let some = |is: bool, text: &str| if is { text.to_owned() } else { String::new() };
        MailRow {
            came: false,
            kind: self.t("mail-kind-registration_confirmed"),
            href: "/organiser/nl/mails/7".into(),
            to: "zoe.vandenbroucke@cert.telecom.example.be".into(),
            language: self.t("language-nl"),
            event: "Cyberdreigingen in België: het vierde kwartaal".into(),
            event_href: some(status != "sent", "/organiser/nl/events/x"),
            owed: "10 dec. 2026, 14.00 uur".into(),
            sent: some(status == "sent", "10 dec. 2026, 14.00 uur"),
            status,
            status_label: self.t(&format!("staff-mail-status-{status}")),
            attempts: "3".into(),
            next: some(status == "queued", &PAGES.catalogue().t(self.language, "staff-mail-next", &[("at", "15.00 uur".into())])),
            said: some(status != "sent", "550 5.1.1 <zoe.vandenbroucke@cert.telecom.example.be>: user unknown in virtual mailbox table <b>"),
            retry: some(status != "sent", "/organiser/nl/mails/7/retry"),
            abort: some(status != "sent", "/organiser/nl/mails/7/abort"),
        }
    }

    fn mails(&self, by_event: bool) -> Sample {
        let tab = |status: &str, current| Tab {
            href: format!("?status={status}"),
            label: self.t(&format!("staff-mail-status-{status}")),
            count: "3".into(),
            current,
        };
        let n = || [("n", 3.into())];
        let link = |key: &str| Link::new("/organiser/nl/mails/many", PAGES.catalogue().t(self.language, key, &n()));
        let view = Mails {
            of: if by_event { String::new() } else { "Cyberdreigingen in België".into() },
            tabs: vec![tab("failed", true), tab("queued", false), tab("sent", false)],
            oldest: PAGES.catalogue().t(self.language, "staff-mails-oldest", &[("at", "10 dec. 2026".into())]),
            search: "Zoë <b>".into(),
            action: "/organiser/nl/mails".into(),
            kept: vec![Hidden::new("status", "failed")],
            filters: vec![Input::choice("kind", self.t("staff-mail-kind"), "", [(String::new(), self.t("staff-every-kind"))])],
            rows: ["failed", "queued", "sent"].into_iter().map(|status| self.mail_row(status)).collect(),
            by_event,
            hidden: Self::token(),
            all: vec![link("staff-mails-retry-all"), link("staff-mails-abort-all")],
            previews: "/organiser/nl/mail-previews".into(),
            first: "/f".into(),
            next: "/n".into(),
        };
        let name = if by_event { "staff-mails" } else { "staff-mails-of-event" };
        sample(name, &self.head("/mails", &self.t("staff-nav-mails")), &view, false)
    }

    fn mail(&self) -> Sample {
        let view = MailPage {
            kind: self.t("mail-kind-registration_confirmed"),
            status: "failed",
            status_label: self.t("staff-mail-status-failed"),
            facts: vec![Pair::new(self.t("staff-mail-to"), "zoe@example.be"), Pair::new(self.t("staff-mail-said"), "550 5.1.1 <b>unknown</b>")],
            overtaken: self.t("staff-mail-overtaken"),
            holds: Some(Link::new("/organiser/nl/mails/8", self.t("mail-kind-withdrawn"))),
            retry: "/retry".into(),
            abort: "/abort".into(),
            again: "/again".into(),
            again_label: self.t("staff-mail-now"),
            again_what: self.t("staff-mail-now-what"),
            hidden: Self::token(),
            says: Some(self.mail_says()),
            person: "/person".into(),
        };
        sample("staff-mail", &self.head("/mails/7", &view.kind), &view, false)
    }

    fn inbox(&self) -> Sample {
        let row = InboxRow {
            href: "/organiser/nl/inbox/7".into(),
            from: "Zoë <b> <zoe.vandenbroucke@cert.telecom.example.be>".into(),
            subject: "Re: Cyberdreigingen in België <b>".into(),
            kind: self.t("staff-inbound-kind-counter"),
            outcome: self.t("staff-inbound-outcome-for-person"),
            event: "Cyberdreigingen in België: het vierde kwartaal".into(),
            event_href: "/organiser/nl/events/x".into(),
            came: "10 dec. 2026, 14.00 uur".into(),
            standing: "todo",
            standing_label: self.t("staff-inbox-todo"),
        };
        let tab = |key: &str, current| Tab { href: "?tab=x".into(), label: self.t(key), count: "2".into(), current };
        let view = Inbox {
            tabs: vec![tab("staff-inbox-open-tab", true), tab("staff-inbox-all-tab", false)],
            action: "/organiser/nl/inbox".into(),
            kept: vec![Hidden::new("tab", "all")],
            filters: vec![Input::choice("kind", self.t("staff-inbox-what"), "", [(String::new(), self.t("staff-every-kind"))])],
            rows: vec![row.clone(), InboxRow { event: String::new(), standing: "", ..row }],
            first: "/f".into(),
            next: "/n".into(),
        };
        sample("staff-inbox", &self.head("/inbox", &self.t("staff-nav-inbox")), &view, false)
    }

    fn inbox_mail(&self) -> Sample {
        let text = |key: &str| PAGES.catalogue().t(self.language, key, &[("code", "5.1.1".into()), ("at", "10 dec. 2026".into()), ("n", 2.into())]);
        let view = InboxPage {
            kind: self.t("staff-inbound-kind-counter"),
            standing: "todo",
            standing_label: self.t("staff-inbox-todo"),
            facts: vec![
                Pair::new(self.t("staff-mail-from"), "Zoë <b> <zoe.vandenbroucke@cert.telecom.example.be>"),
                Pair::new(self.t("staff-inbox-vouched"), self.t("staff-vouched-no-unsigned")),
            ],
            proposed: "11 december 2026, 14.00 tot 16.00 uur".into(),
            person: Some(InboxPerson {
                name: "Zoë <b>".into(),
                href: "/organiser/nl/events/x/registrations/y".into(),
                state: "confirmed",
                state_label: self.t("state-confirmed"),
                rsvp: self.t("staff-rsvp-tentative"),
            }),
            ours: Some(Link::new("/organiser/nl/mails/7", self.t("mail-kind-registration_confirmed"))),
            failing: Some(FailingAddress { text: text("staff-address-hard"), again: "/organiser/nl/inbox/7/address".into() }),
            erased: false,
            text: "Beste,\n\n<script>kan het een dag later?</script>\n".into(),
            attachments: vec!["<b>.ics".into()],
            done: "/organiser/nl/inbox/7/done".into(),
            reply: "mailto:zoe@example.be?subject=Re%3A%20x".into(),
            source: "/organiser/nl/inbox/7/source".into(),
            hidden: Self::token(),
        };
        sample("staff-inbox-mail", &self.head("/inbox/7", &view.kind), &view, false)
    }

    fn many_mails(&self) -> Sample {
        let n = [("n", 1200.into()), ("count", "1.200".into())];
        let t = |key: &str| PAGES.catalogue().t(self.language, key, &n);
        let view = ManyMails {
            heading: t("staff-mails-abort-many"),
            lead: t("staff-mails-abort-what"),
            filter: vec![Pair::new(t("staff-status"), t("staff-mail-status-failed"))],
            action: "/organiser/nl/mails/many".into(),
            hidden: Self::token(),
            button: t("staff-mails-abort-do"),
            danger: true,
            back: Link::new("/organiser/nl/mails", t("staff-back-to-list")),
        };
        sample("staff-many-mails", &self.head("/mails/many", &view.heading), &view, false)
    }

    fn mail_says(&self) -> MailSays {
        MailSays {
            lang: "nl",
            headers: vec![Pair::new("Message-ID", "x@example.be")],
            subject: "TLP:GREEN U hebt een plaats: <b>Cyberdreigingen</b>".into(),
            text: "Beste Zoë,\n\nU hebt een plaats.\n".into(),
            html: "/organiser/nl/mails/7/html".into(),
            calendar: vec![Pair::new(self.t("staff-mail-calendar-method"), self.t("staff-mail-calendar-word-request"))],
            source: "/organiser/nl/mails/7/source".into(),
        }
    }

    fn mail_kinds(&self) -> Sample {
        let rows = MailKind::ALL.iter().map(|kind| MailKindRow {
            kind: self.t(&format!("mail-kind-{kind}")),
            href: format!("/organiser/nl/mail-previews/{kind}"),
            when: self.t(&format!("staff-preview-when-{kind}")),
        });
        sample("staff-mail-kinds", &self.head("/mail-previews", &self.t("staff-mail-previews")), &MailKinds { rows: rows.collect() }, false)
    }

    fn mail_sample(&self) -> Sample {
        let cases = crate::mail::samples::variants().into_iter().map(|variant| variant.0).collect::<std::collections::BTreeSet<_>>();
        let cases = cases.into_iter().map(|case| (case.to_owned(), self.t(&format!("staff-preview-case-{case}"))));
        let view = MailSample {
            heading: self.t("mail-kind-reminder"),
            of: "Cyberdreigingen in België <b>".into(),
            when: self.t("staff-preview-when-reminder"),
            fields: vec![Input::choice("variant", self.t("staff-preview-case"), "usual", cases)],
            action: "/organiser/nl/mail-previews/reminder".into(),
            says: self.mail_says(),
            trial: "/organiser/nl/mail-previews/reminder/trial".into(),
            trial_what: PAGES.catalogue().t(self.language, "staff-preview-trial-what", &[("to", "an@example.be".into())]),
            hidden: Self::token(),
        };
        sample("staff-mail-sample", &self.head("/mail-previews/reminder", &view.heading), &view, false)
    }
}
