//! The page of the question whether a mandate still holds, in every way it can stand.

use super::{PAGES, Sample, sample};
use crate::app::roster::confirm::Standing;
use crate::domain::email::EmailAddress;
use crate::domain::language::Language;
use crate::domain::member::{Function, Mandate, Member};
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, PersonName};
use crate::web::view::Head;
use crate::web::view::public::{MandateInput, MandatePage};

fn holder(language: Language, end: Option<&str>) -> Member {
    Member {
        name: PersonName::parse("Zoë Dupont-Vandenbroucke").unwrap(),
        email: EmailAddress::parse("zoe.dupont@example.be").unwrap(),
        organisation: OrganisationName::parse("Federale Overheidsdienst Beleid en Ondersteuning").unwrap(),
        sector: Sector::Public,
        language,
        function: Function::Csi,
        deputy: end.is_none(),
        mandate: Mandate::new("2025-01-01".parse().unwrap(), end.map(|day| day.parse().unwrap())).unwrap(),
    }
}

pub(super) fn all(language: Language) -> Vec<Sample> {
    let confirmed = Standing::Confirmed("2026-11-27T11:00:00Z".parse().unwrap());
    let draw = |name: &str, standing: Standing, asks_end: bool, end: Option<&str>| {
        let member = holder(language, end);
        let input = MandateInput {
            path: format!("/{language}/m/abc"),
            csrf: "csrf-token".into(),
            platform: "CSI/DPO-platform",
            member: &member,
            quarter: "2026-Q4".parse().unwrap(),
            standing,
            asks_end,
            contact: "events@example.be",
        };
        let page = MandatePage::new(PAGES.catalogue(), language, input);
        sample(name, &Head::personal(language, "/m/abc", page.heading.clone()), &page, false)
    };
    vec![
        draw("mandate", Standing::Open, false, None),
        draw("mandate-asks-end", Standing::Open, true, Some("2028-12-31")),
        draw("mandate-confirmed", confirmed, false, None),
        draw("mandate-ended", Standing::Ended, false, Some("2026-11-27")),
    ]
}

#[test]
fn a_question_offers_what_can_be_answered() {
    for language in Language::ALL.iter().copied() {
        let offers = |html: &str| {
            (html.contains("/m/abc/confirm\""), html.contains("href=\"/") && html.contains("/m/abc/end\""), html.contains("method=\"post\""))
        };
        let told: Vec<_> = all(language).iter().map(|sample| offers(&sample.html)).collect();
        assert_eq!(told, [(true, true, true), (false, true, true), (false, true, false), (false, false, false)], "{language}");
    }
}
