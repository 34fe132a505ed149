//! Offering a seat to a colleague: the part of the personal page, and the offer's page in every way it can stand.

use super::public_samples::{Moment, event, facts, personal_head, personal_page_with};
use super::{PAGES, Sample, sample};
use crate::clock::Instant;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::State as Stands;
use crate::domain::seats::Reason;
use crate::domain::substitute::{Refusal, State};
use crate::web::view::public::{Door, OfferInput, OfferPage, SubstituteInput};
use crate::web::view::{Head, TextField, fields};

fn before() -> Instant {
    "2026-12-08T11:00:00Z".parse().unwrap()
}

fn own(language: Language, name: &str, of: SubstituteInput) -> Sample {
    let page = personal_page_with(language, Stands::Confirmed, Moment::Before, 1, |input| input.substitute = Some(of));
    sample(name, &personal_head(language, Stands::Confirmed), &page, false)
}

fn asked() -> SubstituteInput {
    SubstituteInput { for_members: false, asked: Some(("Bo Peeters-Vandenbroucke".into(), "bo.peeters@example.be".into(), before())), ended: None }
}

fn faulty(language: Language) -> Sample {
    let fault = PAGES.catalogue().t(language, "substitute-fault-other_organisation", &[]);
    let page = personal_page_with(language, Stands::Confirmed, Moment::Before, 1, |input| input.substitute = Some(asked())).with_substitute(
        |part| part.with_faults(TextField::with("Bo"), TextField { value: "bo@gmail.com".into(), error: fault.clone() }, "de"),
        fields::collect(&[("substitute_email", &fault)]),
    );
    sample("personal-substitute-errors", &personal_head(language, Stands::Confirmed).with_errors(true), &page, true)
}

pub(super) fn all(language: Language) -> Vec<Sample> {
    let members = SubstituteInput { for_members: true, asked: None, ended: Some(State::Declined) };
    let handed_on = personal_page_with(language, Stands::Withdrawn, Moment::Before, 1, |input| input.reason = Some(&Reason::Replaced));
    let mut samples = vec![
        own(language, "personal-substitute-asked", asked()),
        own(language, "personal-substitute-members", members),
        faulty(language),
        sample("personal-replaced", &personal_head(language, Stands::Withdrawn), &handed_on, false),
    ];
    samples.extend(offers(language));
    samples
}

fn offers(language: Language) -> Vec<Sample> {
    let registered = |state| Some(Refusal::Registered(state));
    let door = Door { shut: super::invitation_samples::ENDED, platform: "CSI/DPO", contact: "events@example.be" };
    let draw = |name: &str, offered: State, refusal: Option<Refusal>, asks_decline: bool, door: Option<Door<'_>>| {
        let input = OfferInput {
            is_outside: door.is_some(),
            door,
            path: format!("/{language}/s/abc"),
            csrf: "csrf-token".into(),
            event: facts(language, &event()),
            offered,
            is_seated: offered == State::Accepted,
            refusal,
            asker: "Zoë <b>Dupont</b>",
            organisation: "Informatieveiligheid & Zonen nv",
            mode: Mode::OnSite,
            before: before(),
            email: "bo.peeters@example.be",
            name: TextField::with("Bo Peeters"),
            mails_in: language.code().into(),
            asks_decline,
            contact: "events@example.be",
            retention_days: 90,
        };
        let page = OfferPage::new(PAGES.catalogue(), language, input);
        sample(name, &Head::personal(language, "/s/abc", page.heading.clone()), &page, false)
    };
    vec![
        draw("offer", State::Open, None, false, None),
        draw("offer-asks-decline", State::Open, None, true, None),
        draw("offer-accepted", State::Accepted, Some(Refusal::Over), false, None),
        draw("offer-declined", State::Declined, Some(Refusal::Over), false, None),
        draw("offer-over", State::TakenBack, Some(Refusal::Over), false, None),
        draw("offer-not-allowed", State::Open, Some(Refusal::NotAllowed), false, None),
        draw("offer-confirmed", State::Open, registered(Stands::Confirmed), false, None),
        draw("offer-rejected", State::Open, registered(Stands::Rejected), false, None),
        draw("offer-cancelled", State::Open, registered(Stands::Cancelled), false, None),
        draw("offer-closed", State::Open, Some(Refusal::Over), false, Some(door)),
    ]
}

#[test]
fn an_offer_can_be_answered_as_long_as_it_stands() {
    for language in Language::ALL.iter().copied() {
        for page in offers(language) {
            let offers = (page.html.contains("/s/abc/accept\""), page.html.contains("action=\"/") && page.html.contains("/s/abc/decline\""));
            let expected = match page.name.as_str() {
                "offer" => (true, true),
                "offer-asks-decline" => (false, true),
                _ => (false, false),
            };
            assert_eq!(offers, expected, "{} {language}", page.name);
            let tells = page.html.contains(event().title.get_or_any(language));
            assert_eq!(tells, page.name != "offer-closed", "{} {language}: nothing of the event at a closed door", page.name);
        }
    }
}

#[test]
fn every_refusal_of_a_name_has_its_words() {
    for refusal in [
        Refusal::NotAllowed,
        Refusal::Oneself,
        Refusal::OtherOrganisation,
        Refusal::UnknownOrganisation,
        Refusal::TooOften,
        Refusal::Over,
        Refusal::Registered(Stands::Confirmed),
    ] {
        for language in Language::ALL.iter().copied() {
            let key = format!("substitute-fault-{}", refusal.code());
            assert!(!PAGES.catalogue().t(language, &key, &[]).contains('⟦'), "{key} {language}");
        }
    }
}
