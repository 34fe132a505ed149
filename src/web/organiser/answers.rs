//! Many requests answered at once: exactly who is meant and what each gets, and then just that. Works without scripts.

use std::collections::{BTreeSet, HashMap};

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::people_filter::PeopleFilter;
use super::registrations::reason_words;
use super::see_other;
use super::words::line_fault;
use crate::app::AppError;
use crate::app::decide_many::{Answer as Given, Foreseen, LeftOut, MOST, Outlook, Seen, Verdict, Wanted};
use crate::app::show::EventView;
use crate::db::registrations::Row;
use crate::domain::ids::RegistrationId;
use crate::domain::language::Language;
use crate::domain::registration::State;
use crate::domain::staff::Action;
use crate::domain::text::Title;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::staff::{AnswersCheck, CheckedRow, Input};
use crate::web::view::{FormError, Hidden, Link};

/// `POST …/registrations/answer`: changes nothing, shows what would be.
pub async fn check(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    let filter = PeopleFilter::read(&posted.fields);
    let wanted = if posted.fields.get("all").is_empty() { Wanted::These(ticked(&posted)) } else { Wanted::All(filter.asked(None, 0)) };
    draw(staff, &view, &posted, verdict(&posted), wanted, &[]).await
}

/// `POST …/registrations/answer/do`: the answer to exactly those whom the check has shown.
pub async fn give(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    let (verdict, seen) = (verdict(&posted), seen(posted.fields.get("seen")));
    let answer = match verdict {
        Verdict::Accept => Given::Accept,
        Verdict::Refuse => match reasons(staff, &posted) {
            Ok(reasons) => Given::Refuse(reasons),
            Err(faults) => return draw(staff, &view, &posted, verdict, Wanted::These(seen.iter().map(|s| s.id).collect()), &faults).await,
        },
    };
    let done = staff.state.app.answer_many(view.stored.event.id, seen, answer, staff.actor(), staff.now).await?;
    let back = PeopleFilter::read(&posted.fields).address(&staff.event_href(&view, "/registrations"));
    if done.left.is_empty() {
        let join = if back.contains('?') { '&' } else { '?' };
        return Ok(see_other(&format!("{back}{join}done={}-many&n={}", word(verdict), done.done)));
    }
    // Asked once more, the same answer changes nothing: whoever has it has it.
    let page = AnswersCheck {
        heading: staff.t(&format!("staff-{}-many-done", word(verdict))),
        lead: staff.t_with(&format!("staff-done-{}-many", word(verdict)), &[("n", FluentValue::from(done.done))]),
        left_out: staff.t_with("staff-answers-left-alone", &[("n", FluentValue::from(done.left.len()))]),
        others: done.left.iter().map(|(row, why)| checked(staff, row, left_words(staff, why))).collect(),
        back: Link::new(back, staff.t("staff-back-to-list")),
        ..AnswersCheck::default()
    };
    staff.page(StatusCode::OK, &staff.event_head(&view, page.heading.clone()), &page)
}

const fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accept => "accept",
        Verdict::Refuse => "refuse",
    }
}

fn verdict(posted: &Posted) -> Verdict {
    if posted.fields.get("verdict") == "refuse" { Verdict::Refuse } else { Verdict::Accept }
}

/// Whom the list had ticked.
fn ticked(posted: &Posted) -> Vec<RegistrationId> {
    let ids = posted.fields.0.iter().filter(|(name, _)| name == "who").filter_map(|(_, value)| value.parse().ok());
    ids.collect::<BTreeSet<i64>>().into_iter().map(RegistrationId).collect()
}

/// What a check has shown, as its form keeps it: number, state, since when, whether a seat.
fn kept(seen: &Seen) -> String {
    format!("{}:{}:{}:{}", seen.id, seen.state, seen.since.timestamp_micros(), u8::from(seen.seat))
}

fn seen(kept: &str) -> Vec<Seen> {
    let one = |part: &str| {
        let mut parts = part.split(':');
        let (id, state, since, seat) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let since = chrono::DateTime::from_timestamp_micros(since.parse().ok()?)?;
        Some(Seen { id: RegistrationId(id.parse().ok()?), state: State::from_code(state)?, since, seat: seat == "1" })
    };
    kept.split_whitespace().filter_map(one).collect()
}

/// The reason in each language that was asked for.
fn reasons(staff: &Staff, posted: &Posted) -> Result<HashMap<Language, String>, Vec<(String, String)>> {
    let (mut reasons, mut faults) = (HashMap::new(), Vec::new());
    for language in Language::ALL.iter().copied() {
        let field = format!("reason-{language}");
        if !posted.fields.has(&field) {
            continue;
        }
        match Title::parse(posted.fields.get(&field)) {
            Ok(reason) => _ = reasons.insert(language, reason.to_string()),
            Err(fault) => faults.push((field, line_fault(staff, "line", fault))),
        }
    }
    if faults.is_empty() { Ok(reasons) } else { Err(faults) }
}

async fn draw(staff: &Staff, view: &EventView, posted: &Posted, verdict: Verdict, wanted: Wanted, faults: &[(String, String)]) -> Answer {
    let filter = PeopleFilter::read(&posted.fields);
    let back = Link::new(filter.address(&staff.event_href(view, "/registrations")), staff.t("staff-back-to-list"));
    let heading = staff.t(&format!("staff-{}-many", word(verdict)));
    let foreseen = match staff.state.app.foresee_answers(view.stored.event.id, wanted, verdict, staff.now).await {
        Ok(foreseen) => foreseen,
        Err(AppError::Invalid { field: "people", .. }) => {
            let lead = staff.t_with("staff-answers-too-many", &[("most", FluentValue::from(MOST))]);
            let page = AnswersCheck { heading, lead, back, ..AnswersCheck::default() };
            return staff.page(StatusCode::UNPROCESSABLE_ENTITY, &staff.event_head(view, page.heading.clone()), &page);
        }
        Err(other) => return Err(other.into()),
    };
    let (answered, others): (Vec<&Foreseen>, Vec<&Foreseen>) = foreseen.iter().partition(|f| Seen::of(f).is_some());
    let shown: Vec<String> = answered.iter().filter_map(|f| Seen::of(f)).map(|s| kept(&s)).collect();
    let n = FluentValue::from(answered.len());
    let fields = if verdict == Verdict::Refuse { reason_fields(staff, posted, &answered, faults) } else { Vec::new() };
    let own = [Hidden::new("verdict", word(verdict)), Hidden::new("seen", shown.join(" "))];
    let page = AnswersCheck {
        errors: fields.iter().filter(|f| !f.error.is_empty()).map(summary).collect(),
        heading,
        lead: lead(staff, verdict, &answered),
        action: if answered.is_empty() { String::new() } else { staff.event_href(view, "/registrations/answer/do") },
        hidden: staff.token().into_iter().chain(filter.hidden()).chain(own).collect(),
        fields,
        button: staff.t_with(&format!("staff-{}-many-do", word(verdict)), &[("n", n)]),
        danger: verdict == Verdict::Refuse,
        people: answered.iter().map(|f| checked(staff, &f.row, outlook_words(staff, &f.outlook))).collect(),
        left_out: staff.t_with("staff-answers-left-out", &[("n", FluentValue::from(others.len()))]),
        others: others.iter().map(|f| checked(staff, &f.row, outlook_words(staff, &f.outlook))).collect(),
        back,
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let head = staff.event_head(view, page.heading.clone()).with_errors(!faults.is_empty());
    staff.page(status, &head, &page)
}

fn summary(field: &Input) -> FormError {
    FormError { field: field.id.clone(), label: field.label.clone(), text: field.error.clone() }
}

/// One line for each language in which somebody reads why.
fn reason_fields(staff: &Staff, posted: &Posted, answered: &[&Foreseen], faults: &[(String, String)]) -> Vec<Input> {
    let spoken: BTreeSet<Language> = answered.iter().map(|f| f.row.language).collect();
    let field = |language: Language| {
        let id = format!("reason-{language}");
        let label = staff.t_with("staff-reason-in", &[("language", FluentValue::from(staff.word("language", language.code())))]);
        let error = faults.iter().find(|(name, _)| *name == id).map(|(_, text)| text.clone()).unwrap_or_default();
        let typed = posted.fields.get(&id).to_owned();
        Input { error, ..Input::line(id, label, typed).in_language(language.code()).hinted(staff.t("staff-reason-in-hint")) }
    };
    spoken.into_iter().map(field).collect()
}

/// How many get what.
fn lead(staff: &Staff, verdict: Verdict, answered: &[&Foreseen]) -> String {
    let n = |n: usize| FluentValue::from(n);
    if answered.is_empty() {
        return staff.t("staff-answers-nobody");
    }
    match verdict {
        Verdict::Refuse => staff.t_with("staff-refuse-many-what", &[("n", n(answered.len()))]),
        Verdict::Accept => {
            let seats = answered.iter().filter(|f| f.outlook == Outlook::Seat).count();
            staff.t_with("staff-accept-many-what", &[("n", n(answered.len())), ("seats", n(seats)), ("waiting", n(answered.len() - seats))])
        }
    }
}

fn outlook_words(staff: &Staff, outlook: &Outlook) -> String {
    match outlook {
        Outlook::Seat => staff.t("staff-outlook-seat"),
        Outlook::Waiting(place, rule) => {
            format!("{} {}", staff.t_with("staff-place", &[("n", FluentValue::from(*place))]), reason_words(staff, rule))
        }
        Outlook::Refused => staff.t("staff-outlook-refused"),
        Outlook::LeftOut(why) => left_words(staff, why),
    }
}

fn left_words(staff: &Staff, why: &LeftOut) -> String {
    match why {
        LeftOut::State(state) => staff.t_with("staff-left-state", &[("state", FluentValue::from(staff.word("state", state.code())))]),
        LeftOut::Erased => staff.t("staff-left-erased"),
        LeftOut::Shut => staff.t("staff-left-shut"),
        LeftOut::NoSeat(rule) => format!("{} {}", staff.t("staff-left-no-seat"), reason_words(staff, rule)),
        LeftOut::Changed => staff.t("staff-left-changed"),
    }
}

/// Somebody, and what is said of them.
pub(super) fn checked(staff: &Staff, row: &Row, says: String) -> CheckedRow {
    CheckedRow {
        name: if row.erased_at.is_some() { staff.t("staff-erased") } else { row.name.clone() },
        email: row.email.clone(),
        organisation: row.organisation_name.clone(),
        sector: staff.word("sector", row.sector.code()),
        language: staff.word("language", row.language.code()),
        says,
    }
}
