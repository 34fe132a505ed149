//! Attestations: the part of the personal page, the page that checks one in every way it can stand, and the staff page.

use super::public_samples::{Moment, event, personal_head, personal_page_with};
use super::staff_samples::Draw;
use super::{PAGES, Sample, sample};
use crate::domain::attestation::Statement;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::web::view::Head;
use crate::web::view::public::{AttestationInput, CheckInput, CheckPage};
use crate::web::view::staff::{AttestationsPage, Pair};

pub(super) fn all(language: Language) -> Vec<Sample> {
    let mut samples = checks(language);
    for (name, number, may_make) in
        [("attestation-there", Some("K7QX-2M9P-4RTB"), true), ("attestation-make", None, true), ("attestation-revoked", None, false)]
    {
        let input = AttestationInput { number: number.map(str::to_owned), revoked: name != "attestation-make", may_make };
        let page = personal_page_with(language, State::Confirmed, Moment::After, 1, |page| page.attestation = Some(input));
        samples.push(sample(&format!("personal-{name}"), &personal_head(language, State::Confirmed), &page, false));
    }
    let draw = Draw { language };
    samples.extend([staff(&draw, "staff-attestations", true), staff(&draw, "staff-attestations-working", false)]);
    samples
}

fn checks(language: Language) -> Vec<Sample> {
    let event = event();
    let statement = Statement {
        number: "K7QX-2M9P-4RTB".into(),
        provider: "Centre for Cybersecurity Belgium".into(),
        name: "Zoë <b>Dupont</b>-Vandenbroucke".into(),
        title: None,
        from: event.schedule.starts_at,
        to: event.schedule.ends_at,
        attended: Mode::Online,
        minutes: 165,
        language: Language::De,
        issued: event.schedule.ends_at,
    };
    let input = CheckInput {
        statement: Some(&statement),
        number: "K7QX-2M9P-4RTB",
        issued: statement.issued,
        revoked: None,
        mode: Mode::OnSite,
        minutes: 180,
        event: &event,
    };
    let gone = CheckInput { statement: None, ..input.clone() };
    let revoked = CheckInput { revoked: Some(statement.issued), ..input.clone() };
    let draw = |name: &str, input: Option<&CheckInput<'_>>| {
        let page = CheckPage::new(PAGES.catalogue(), language, input);
        sample(name, &Head::personal(language, "/attestations/abc", page.heading.clone()), &page, false)
    };
    vec![draw("check-valid", Some(&input)), draw("check-gone", Some(&gone)), draw("check-revoked", Some(&revoked)), draw("check-unknown", None)]
}

fn staff(draw: &Draw, name: &str, idle: bool) -> Sample {
    let some = |text: &str, wanted: bool| if wanted { text.to_owned() } else { String::new() };
    let counts = ["present", "issued", "sent", "open", "revoked"].map(|key| Pair::new(draw.t(&format!("staff-attestations-{key}")), "214"));
    let page = AttestationsPage {
        event: "Cyber threats".into(),
        standing: some(&draw.t("staff-attestations-working"), !idle),
        asked: some("11 dec. 2026, 9.00 uur", !idle),
        counts: counts.into(),
        done: "120".into(),
        all: some("214", !idle),
        reload: some("/a", !idle),
        issue: some("/a", idle),
        hidden: Vec::new(),
    };
    sample(name, &draw.head("/a", &draw.t("staff-attestations")), &page, false)
}

#[test]
fn a_revoked_attestation_and_an_unknown_one_say_no_name() {
    for language in Language::ALL.iter().copied() {
        for page in checks(language) {
            assert_eq!(page.html.contains("Vandenbroucke"), page.name == "check-valid", "{} {language}", page.name);
        }
    }
}
