//! The page of a personal invitation, in every way it can stand.

use super::public_samples::{event, facts};
use super::{PAGES, Sample, sample};
use crate::domain::admission::Shut;
use crate::domain::event::Window;
use crate::domain::invitation::State as InvitationState;
use crate::domain::language::Language;
use crate::domain::mode::Format;
use crate::domain::registration::State;
use crate::domain::seats::Reason;
use crate::domain::sector::Sector;
use crate::web::view::head::own_name;
use crate::web::view::public::{Door, FormErrors, FormInput, InvitationInput, InvitationPage};
use crate::web::view::staff::{CheckedRow, InvitationRow, Invitations, MailPreview, MessageRow, Messages, SendingCheck, SendingRow, Tab};
use crate::web::view::{Head, Hidden, Link};

const QUOTA: Reason = Reason::QuotaFull { sector: Sector::Public, limit: 60 };

/// A mandate that ended, and is not renewed.
pub(super) const ENDED: Shut = Shut { ended: chrono::NaiveDate::from_ymd_opt(2026, 11, 30), begins: None };

fn input(language: Language) -> InvitationInput<'static> {
    let event = event();
    InvitationInput {
        door: None,
        path: format!("/{language}/i/abc"),
        csrf: "csrf-token".into(),
        seats: vec!["23".into()],
        modes: Format::Hybrid.modes(),
        all_full: false,
        closes_at: event.schedule.closes_at,
        event: facts(language, &event),
        window: Window::Open,
        email: "zoe.dupont@example.be",
        declined: false,
        asks_decline: false,
        registration: None,
        typed: FormInput {
            name: "Zoë Dupont".into(),
            email: "zoe.dupont@example.be".into(),
            organisation: "FOD Voorbeeld".into(),
            sector: "public".into(),
            mode: "on_site".into(),
            language: language.code().into(),
        },
        wrong: FormErrors::default(),
        contact: "events@example.be",
        retention_days: 90,
    }
}

type Change = fn(&mut InvitationInput<'static>);

fn variants() -> Vec<(&'static str, Change)> {
    vec![
        ("invitation", |_| {}),
        ("invitation-full", |i| i.all_full = true),
        ("invitation-asks-decline", |i| i.asks_decline = true),
        ("invitation-declined", |i| i.declined = true),
        ("invitation-declined-late", |i| (i.declined, i.window) = (true, Window::Closed(i.closes_at))),
        ("invitation-closed", |i| i.window = Window::Closed(i.closes_at)),
        ("invitation-called-off", |i| i.window = Window::CalledOff),
        ("invitation-past", |i| i.window = Window::Past),
        ("invitation-seat", |i| i.registration = Some((State::Confirmed, None, Some(&Reason::SeatFree)))),
        ("invitation-waiting", |i| i.registration = Some((State::Waitlisted, Some(3), Some(&QUOTA)))),
        ("invitation-stepped-back", |i| i.registration = Some((State::Withdrawn, None, None))),
        ("invitation-rejected", |i| i.registration = Some((State::Rejected, None, None))),
        ("invitation-mandate-ended", |i| i.door = Some(Door { shut: ENDED, platform: "CSI/DPO", contact: "events@example.be" })),
        ("invitation-mandate-to-come", |i| {
            let shut = Shut { ended: None, begins: chrono::NaiveDate::from_ymd_opt(2027, 1, 1) };
            i.door = Some(Door { shut, platform: "CSI/DPO", contact: "events@example.be" });
        }),
        ("invitation-other-address", |i| i.wrong.email = "This invitation is valid for zoe.dupont@example.be only.".into()),
    ]
}

pub(super) fn all(language: Language) -> Vec<Sample> {
    let draw = |(name, change): (&'static str, Change)| {
        let mut input = input(language);
        change(&mut input);
        let faulty = !input.wrong.email.is_empty();
        let state = input.registration.map(|(state, ..)| state);
        let page = InvitationPage::new(PAGES.catalogue(), language, input);
        let head = Head::personal(language, "/i/abc", page.heading.clone()).with_errors(faulty);
        let head = state.map_or_else(|| head.clone(), |state| head.clone().with_state(state.code()));
        sample(name, &head, &page, faulty)
    };
    variants().into_iter().map(draw).chain([staff_list(language), staff_check(language), staff_messages(language)]).collect()
}

fn staff_head(language: Language, rest: &str, title: &str) -> Head {
    Head::staff(language, rest, title).signed_in("an@ccb.example.be", "token").with_crumbs(vec![Link::new("/organiser/nl/", "QCTR")])
}

fn staff_list(language: Language) -> Sample {
    let t = |key: &str| PAGES.catalogue().t(language, key, &[]);
    let row = |name: &str, mark: &'static str, state: InvitationState| InvitationRow {
        name: name.into(),
        email: "zoe.dupont-vandenbroucke@informatieveiligheid.voorbeeld.be".into(),
        organisation: "Informatieveiligheid & Zonen nv".into(),
        sector: t("sector-private"),
        language: t("language-nl"),
        state: mark,
        state_label: t(&format!("invitation-state-{state}")),
        registration: if state == InvitationState::Accepted { t("state-confirmed") } else { String::new() },
        registration_href: String::new(),
        since: "20 nov. 2026, 10:12".into(),
        withdraw: if state.may_be_withdrawn(None) { "/w".into() } else { String::new() },
    };
    let tab = |label: String, current| Tab { href: "/t".into(), label, count: "128".into(), current };
    let view = Invitations {
        event: "Cyberdreigingen in België: het vierde kwartaal".into(),
        tabs: std::iter::once(tab(t("staff-all"), true))
            .chain(InvitationState::ALL.iter().map(|s| tab(t(&format!("invitation-state-{s}")), false)))
            .collect(),
        action: "/i".into(),
        hidden: vec![Hidden::new("csrf", "token")],
        rows: vec![
            row("Zoë Dupont-Vandenbroucke", "waitlisted", InvitationState::Pending),
            row("Jan <b>Maes</b>", "confirmed", InvitationState::Accepted),
            row("An Peeters", "failed", InvitationState::Bounced),
        ],
        invite: "/new".into(),
        remind: "/remind".into(),
        next: "/next".into(),
        sendings: vec![SendingRow {
            kind: t("mail-kind-invitation"),
            who: "an@ccb.example.be".into(),
            when: "20 nov. 2026, 10:12".into(),
            standing: "120 / 300".into(),
            done: 120,
            all: 300,
            failed: "2".into(),
            stop: "/stop".into(),
        }],
        ..Invitations::default()
    };
    sample("staff-invitations", &staff_head(language, "/events/x/invitations", &t("staff-invitations")), &view, false)
}

fn staff_messages(language: Language) -> Sample {
    let t = |key: &str| PAGES.catalogue().t(language, key, &[]);
    let said = |l: &Language| MailPreview {
        language: own_name(*l).into(),
        lang: l.code(),
        subject: "De deuren gaan om één uur open".into(),
        text: "Breng uw <b>identiteitskaart</b> mee.\n\nhttps://www.example.be/parkeren".into(),
    };
    let sending = SendingRow {
        kind: "De deuren gaan om <b>één uur</b> open".into(),
        who: "an@ccb.example.be".into(),
        when: "20 nov. 2026, 10:12".into(),
        standing: "120 / 300".into(),
        done: 120,
        all: 300,
        failed: "2".into(),
        stop: "/stop".into(),
    };
    let view = Messages {
        event: "Cyberdreigingen in België: het vierde kwartaal".into(),
        rows: vec![MessageRow { sending, mails: Language::ALL.iter().map(said).collect() }],
        people: "/r".into(),
        hidden: vec![Hidden::new("csrf", "token")],
    };
    sample("staff-messages", &staff_head(language, "/events/x/messages", &t("staff-messages")), &view, false)
}

fn staff_check(language: Language) -> Sample {
    let t = |key: &str| PAGES.catalogue().t(language, key, &[]);
    let row = |name: &str, says: String| CheckedRow {
        name: name.into(),
        email: "zoe@example.be".into(),
        organisation: "FOD Voorbeeld".into(),
        sector: t("sector-public"),
        language: t("language-fr"),
        says,
    };
    let mail = |l: &Language| MailPreview {
        language: own_name(*l).into(),
        lang: l.code(),
        subject: "TLP:GREEN Uitnodiging: Cyberdreigingen".into(),
        text: "TLP:GREEN\n\nhttps://events.example.be/nl/i/···/decline\n".into(),
    };
    let view = SendingCheck {
        heading: t("staff-invite-checked"),
        lead: t("staff-invite-now"),
        people: vec![row("Zoë Dupont", t("invitation-verdict-new"))],
        more: "249".into(),
        left_out: t("staff-back-to-list"),
        others: vec![row("Jan Maes", t("invitation-verdict-registered"))],
        mails: Language::ALL.iter().map(mail).collect(),
        next: "50".into(),
        again: "/check".into(),
        action: "/send".into(),
        hidden: vec![Hidden::new("csrf", "token"), Hidden::new("list", "a@x.be\nb@x.be")],
        button: t("staff-invite-check"),
        change: "/new".into(),
        back: "/i".into(),
        ..SendingCheck::default()
    };
    sample("staff-sending-check", &staff_head(language, "/events/x/invitations/new", &t("staff-invite-checked")), &view, false)
}

#[test]
fn an_invitation_offers_what_can_be_done_with_it() {
    let offers = |name: &str| {
        let (_, change) = variants().into_iter().find(|(known, _)| *known == name).unwrap();
        let mut input = input(Language::En);
        change(&mut input);
        let page = InvitationPage::new(PAGES.catalogue(), Language::En, input);
        (page.form.is_some(), page.decline.is_some(), page.asks_decline)
    };
    for (name, form, decline, asks) in [
        ("invitation", true, true, false),
        ("invitation-full", true, true, false),
        ("invitation-asks-decline", false, true, true),
        ("invitation-declined", true, false, false),
        ("invitation-declined-late", false, false, false),
        ("invitation-closed", false, false, false),
        ("invitation-called-off", false, false, false),
        ("invitation-past", false, false, false),
        ("invitation-seat", false, false, false),
        ("invitation-waiting", false, false, false),
        ("invitation-stepped-back", true, false, false),
        ("invitation-rejected", false, false, false),
    ] {
        assert_eq!(offers(name), (form, decline, asks), "{name}");
    }
}
