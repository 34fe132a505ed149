//! What is recorded of somebody's presence and objections to it: on their page and on the staff's.

use super::public_samples::{Moment, personal_head, personal_page_with};
use super::{PAGES, Sample, sample};
use crate::clock::Instant;
use crate::db::{attendance, objections};
use crate::domain::attendance::{Proof, ProofSource, merge};
use crate::domain::ids::{EventId, ObjectionId, ProofId, RegistrationId};
use crate::domain::language::Language;
use crate::domain::objection::{Claim, State};
use crate::domain::registration::State as Stands;
use crate::web::view::public::RecordedInput;
use crate::web::view::staff::{ObjectionRow, ObjectionsPage};
use crate::web::view::{Head, TextField, fields};

fn at(time: &str) -> Instant {
    format!("2026-12-10T{time}:00Z").parse().unwrap()
}

fn proof(source: ProofSource, from: &str, to: Option<&str>) -> attendance::Row {
    attendance::Row {
        id: ProofId(1),
        registration_id: RegistrationId(1),
        event_id: EventId(1),
        source,
        at: at(from).into(),
        recorded_at: at("17:00").into(),
        recorded_by: "system".into(),
        device: None,
        key: None,
        revoked_at: None,
        revoked_by: None,
        left_at: to.map(|to| at(to).into()),
        share: Some(50),
        denies: false,
        reason: None,
        revoked_reason: None,
        sighting_id: None,
        at_most: None,
    }
}

fn said(state: State) -> objections::Row {
    let is_open = state == State::Open;
    objections::Row {
        id: ObjectionId(1),
        registration_id: RegistrationId(1),
        event_id: EventId(1),
        claim: Claim::Minutes,
        text: "Ik viel weg en kwam <b>terug</b> met een ander toestel.".into(),
        made_at: at("18:00").into(),
        changed_at: at("18:05").into(),
        state,
        answered_at: (!is_open).then(|| at("19:00").into()),
        answered_by: (!is_open).then(|| "user:7".into()),
        answer: (!is_open).then(|| "Het tweede toestel staat niet in het verslag.".into()),
    }
}

fn recorded(proofs: Vec<attendance::Row>, objections: Vec<objections::Row>, is_closed: bool) -> RecordedInput {
    let seen: Vec<Proof> = proofs.iter().map(attendance::Row::seen).collect();
    let finding = merge(&seen, at("13:00"), at("16:00"));
    RecordedInput { proofs, finding, objections, may_object: true, is_closed, edition: "2026-Q4".parse().unwrap() }
}

/// What the staff's pages show of objections.
pub(super) fn rows(language: Language) -> Vec<ObjectionRow> {
    let t = |key: &str| PAGES.catalogue().t(language, key, &[]);
    let row = |answered: String| ObjectionRow {
        name: "Zoë Vandenbroucke".into(),
        href: "/p".into(),
        when: "2026-12-10 18:05".into(),
        claim: t("staff-objection-claim-minutes"),
        text: "Ik viel weg en kwam <b>terug</b> met een ander toestel.".into(),
        because: if answered.is_empty() { String::new() } else { "Het tweede toestel staat niet in het verslag.".into() },
        answer: if answered.is_empty() { "/o".into() } else { String::new() },
        answered,
    };
    vec![
        row(PAGES.catalogue().t(language, "staff-objection-declined", &[("at", "2026-12-11".into()), ("who", "an@example.be".into())])),
        row(String::new()),
    ]
}

pub(super) fn all(language: Language) -> Vec<Sample> {
    let own = |name: &str, of: RecordedInput| {
        let page = personal_page_with(language, Stands::Confirmed, Moment::After, 1, |input| input.recorded = Some(of));
        sample(name, &personal_head(language, Stands::Confirmed), &page, false)
    };
    let short = || vec![proof(ProofSource::Link, "12:55", None), proof(ProofSource::Report, "12:56", Some("13:20"))];
    let fault = PAGES.catalogue().t(language, "objection-fault-claim", &[]);
    let page = personal_page_with(language, Stands::Confirmed, Moment::After, 1, |input| input.recorded = Some(recorded(short(), vec![], false)));
    let faulty = page.with_recorded(|part| part.with_faults("", fault.clone(), TextField::with("Ik was er.")), fields::collect(&[("claim", &fault)]));
    let view = |rows| ObjectionsPage { event: "Cyberdreigingen in België".into(), rows };
    let head = Head::staff(language, "/events/x/objections", PAGES.catalogue().t(language, "staff-objections-page", &[]))
        .signed_in("an@example.be", "token");
    vec![
        own("personal-recorded", recorded(short(), vec![], true)),
        own("personal-recorded-nothing", recorded(vec![], vec![], false)),
        own("personal-objection-open", recorded(short(), vec![said(State::Open)], false)),
        own("personal-objection-answered", recorded(short(), vec![said(State::Declined)], false)),
        sample("personal-objection-errors", &personal_head(language, Stands::Confirmed).with_errors(true), &faulty, true),
        sample("staff-objections", &head, &view(rows(language)), false),
        sample("staff-objections-none", &head, &view(Vec::new()), false),
    ]
}

#[test]
fn what_was_typed_stays_text_and_what_waits_can_be_changed() {
    for language in Language::ALL.iter().copied() {
        for page in all(language) {
            assert!(!page.html.contains("<b>terug"), "{language}: {}", page.name);
        }
        let changes = PAGES.catalogue().t(language, "objection-change", &[]);
        let with: Vec<String> = all(language).into_iter().filter(|page| page.html.contains(&changes)).map(|page| page.name).collect();
        assert_eq!(with, ["personal-objection-open"], "{language}");
    }
}
