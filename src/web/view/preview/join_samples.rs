//! The page that sends somebody on to the meeting, in every way it can stand.

use super::public_samples::{Moment, event, facts, personal_head, personal_page_with};
use super::{PAGES, Sample, sample};
use crate::domain::join::{Joining, opens_at};
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::web::view::Head;
use crate::web::view::public::{Door, JoinInput, JoinPage};

pub(super) fn all(language: Language) -> Vec<Sample> {
    let draw = |name: &str, joining: Joining, is_confidential: bool, door: Option<Door<'_>>| {
        let input = JoinInput {
            door,
            path: format!("/{language}/j/abc"),
            csrf: "csrf-token".into(),
            event: facts(language, &event()),
            is_confidential,
            joining,
            contact: "events@example.be",
        };
        let page = JoinPage::new(PAGES.catalogue(), language, input);
        sample(name, &Head::personal(language, "/j/abc", page.heading.clone()), &page, false)
    };
    let door = Door { shut: super::invitation_samples::ENDED, platform: "CSI/DPO", contact: "events@example.be" };
    let online = personal_page_with(language, State::Confirmed, Moment::Before, 1, |input| {
        (input.mode, input.join_link) = (Mode::Online, Some(format!("/{language}/j/abc")));
    });
    vec![
        draw("join", Joining::Open, false, None),
        draw("join-confidential", Joining::Open, true, None),
        draw("join-early", Joining::Early(opens_at(&event().schedule)), false, None),
        draw("join-no-link", Joining::NoLink, false, None),
        draw("join-over", Joining::Over, false, None),
        draw("join-called-off", Joining::CalledOff, false, None),
        draw("join-in-room", Joining::InRoom, false, None),
        draw("join-waitlisted", Joining::NoSeat(State::Waitlisted), false, None),
        draw("join-withdrawn", Joining::NoSeat(State::Withdrawn), false, None),
        draw("join-no-seat", Joining::NoSeat(State::AwaitingApproval), false, None),
        draw("join-door", Joining::Open, false, Some(door)),
        sample("personal-online", &personal_head(language, State::Confirmed), &online, false),
    ]
}

#[test]
fn only_an_open_meeting_has_a_button() {
    for language in Language::ALL.iter().copied() {
        let button = format!("<form method=\"post\" action=\"/{language}/j/abc\"");
        let with: Vec<String> = all(language).into_iter().filter(|page| page.html.contains(&button)).map(|page| page.name).collect();
        assert_eq!(with, ["join", "join-confidential"], "{language}");
        let title = crate::i18n::format::unbroken(event().title.get(language));
        let shows: Vec<String> = all(language).into_iter().filter(|page| !page.html.contains(&title)).map(|page| page.name).collect();
        assert_eq!(shows, ["join-confidential", "join-door"], "{language}");
    }
}
