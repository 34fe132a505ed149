//! The page of the guests whom a member proposes: with nothing yet, with every outcome and a form with faults, and where no other can be
//! proposed.

use super::{PAGES, Sample, sample};
use crate::app::guests::of_member::Own;
use crate::db::guests::Row;
use crate::domain::guest::{Hindrance, State};
use crate::domain::ids::{EventId, ProposalId, Reference};
use crate::domain::language::Language;
use crate::domain::sector::Sector;
use crate::web::view::Head;
use crate::web::view::public::{GuestsInput, GuestsPage, GuestsTyped};

fn proposal(number: u8, state: State, is_erased: bool) -> Row {
    let at = |moment: &str| moment.parse::<crate::clock::Instant>().unwrap().into();
    let named = |text: &str| if is_erased { String::new() } else { text.to_owned() };
    Row {
        id: ProposalId(i64::from(number)),
        event_id: EventId(1),
        reference: Reference::from_random([number; 32]),
        name: named("Zoë Dupont-Vandenbroucke"),
        email: named("zoe.dupont-vandenbroucke@haven.example"),
        email_key: None,
        organisation_name: named("Gemeentelijk Autonoom Havenbedrijf van Testdam aan de Schelde"),
        language: Language::Nl,
        reason: named("Spreekt over de haven"),
        proposed_by: "person".into(),
        proposed_at: at("2026-11-27T11:00:00Z"),
        objections_until: at("2026-12-04T23:00:00Z"),
        state,
        decided_by: None,
        decided_at: None,
        decision_reason: None,
        erased_at: is_erased.then(|| at("2026-12-30T00:00:00Z")),
        sector: Some(Sector::Public),
        registration_id: None,
    }
}

pub(super) fn all(language: Language) -> Vec<Sample> {
    let every = || {
        let states = [State::Open, State::Admitted, State::Refused, State::TakenBack];
        let mut rows: Vec<Row> = states.iter().zip(1..).map(|(state, number)| proposal(number, *state, false)).collect();
        rows.push(proposal(9, State::Lapsed, true));
        rows
    };
    let draw = |name: &str, proposals: Vec<Row>, hindrance: Option<Hindrance>, faults: Vec<(&'static str, String)>, closes_at: &str| {
        let own = Own::of(proposals, hindrance);
        let input = GuestsInput {
            path: format!("/{language}/r/abc/guests"),
            back: format!("/{language}/r/abc"),
            csrf: "csrf-token".into(),
            event: "CSI/DPO-sessie van het eerste kwartaal".into(),
            closes_at: closes_at.parse().unwrap(),
            working_days: 5,
            last: crate::i18n::format::date_of(language, "2026-12-04".parse().unwrap()),
            own: &own,
            now: "2026-11-27T12:00:00Z".parse().unwrap(),
            typed: GuestsTyped::default(),
            faults,
        };
        let page = GuestsPage::new(PAGES.catalogue(), language, input);
        let faulty = page.form.as_ref().is_some_and(|form| !form.errors.is_empty());
        let head = Head::personal(language, "/r/abc/guests", PAGES.catalogue().t(language, "guests-title", &[])).with_errors(faulty);
        sample(name, &head, &page, faulty)
    };
    let fault = |key: &str| PAGES.catalogue().t(language, key, &[]);
    let faults =
        vec![("name", fault("staff-error-name-empty")), ("email", fault("guests-fault-again")), ("reason", fault("guests-fault-reason-empty"))];
    let (later, sooner) = ("2027-01-14T07:00:00Z", "2026-12-01T07:00:00Z");
    let mut samples = vec![
        draw("guests", Vec::new(), None, Vec::new(), later),
        draw("guests-every", every(), None, faults, later),
        draw("guests-late", every(), Some(Hindrance::TooManyWait), Vec::new(), sooner),
    ];
    samples.extend(Hindrance::ALL.iter().map(|why| draw(&format!("guests-{why}"), Vec::new(), Some(*why), Vec::new(), later)));
    samples
}

#[test]
fn only_what_waits_can_be_taken_back_and_only_who_may_has_a_form() {
    for language in Language::ALL.iter().copied() {
        let count = |html: &str, part: &str| html.matches(part).count();
        let told: Vec<_> = all(language).iter().map(|s| (count(&s.html, "/guests/take-back\""), count(&s.html, "/guests\" novalidate"))).collect();
        assert_eq!(told[..4], [(0, 1), (1, 1), (1, 0), (0, 0)], "{language}");
        assert!(told[3..].iter().all(|offers| *offers == (0, 0)), "{language}");
    }
}
