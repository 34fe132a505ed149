//! Inviting people: who is meant, a check of exactly that with the mail as it will be sent, and then the sending.

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::event_form::Faults;
use super::fields::{Fields, moment};
use super::invitations::can_invite;
use super::invitees::{Chosen, choose, table_fault};
use super::see_other;
use super::sending_check::{checked_row, others, previews, rest};
use crate::app::show::EventView;
use crate::clock::Instant;
use crate::domain::invitation::Verdict;
use crate::domain::language::Language;
use crate::domain::member::Function;
use crate::domain::registration::MailKind;
use crate::domain::sector::Sector;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::public::Fault;
use crate::web::view::staff::{FormPage, Input, Section, SendingCheck};
use crate::web::view::{Hidden, Link};

/// What is typed, and goes along from the check to the sending.
const TYPED: [&str; 9] = ["list", "roster", "from", "who", "sector", "only_language", "organisation", "language", "send_at"];
/// People shown in a check.
pub(super) const SHOWN: usize = 50;

/// `GET …/events/{event}/invitations/new`
pub async fn form(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = event(&staff, &path.1).await?;
    draw(&staff, &view, &Fields::default(), &[]).await
}

/// `POST …/events/{event}/invitations/new`: the form again, with what was typed.
pub async fn change(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let view = event(&posted.staff, &path.1).await?;
    draw(&posted.staff, &view, &posted.fields, &[]).await
}

/// `POST …/events/{event}/invitations/check`: changes nothing, shows exactly who is meant.
pub async fn check(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = event(staff, &path.1).await?;
    let fields = match posted.with_table("list").await {
        Ok(fields) => fields,
        Err(fault) => return draw(staff, &view, &posted.fields, &[("list_file".into(), table_fault(staff, &fault))]).await,
    };
    let (chosen, send_at) = match read(staff, &view, &fields).await? {
        Ok(read) => read,
        Err(faults) => return draw(staff, &view, &fields, &faults).await,
    };
    let verdicts = staff.state.app.check_invitees(view.stored.event.id, chosen.people.clone(), staff.now).await?;
    draw_check(staff, &view, &fields, &chosen, &verdicts, send_at)
}

/// `POST …/events/{event}/invitations/send`
pub async fn send(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = event(staff, &path.1).await?;
    let (chosen, send_at) = match read(staff, &view, &posted.fields).await? {
        Ok(read) => read,
        Err(faults) => return draw(staff, &view, &posted.fields, &faults).await,
    };
    match staff.state.app.invite(view.stored.event.id, chosen.people, send_at, staff.actor(), staff.now).await {
        Ok(invited) => {
            let done = match (invited.batch, send_at) {
                (None, _) => "nobody-invited",
                (_, Some(_)) => "invitations-planned",
                _ => "invited",
            };
            Ok(see_other(&staff.event_href(&view, &format!("/invitations?done={done}&n={}", invited.count()))))
        }
        Err(error) => draw(staff, &view, &posted.fields, &posted.faults(error)?).await,
    }
}

/// The event, as long as people can be invited to it.
async fn event(staff: &Staff, slug: &str) -> Result<EventView, Refusal> {
    let view = staff.event(Action::ManageInvitations, slug).await?;
    if can_invite(staff, &view) { Ok(view) } else { Err(Fault::Conflict.into()) }
}

/// Who is meant and when, or what is wrong with the form.
async fn read(staff: &Staff, view: &EventView, fields: &Fields) -> Result<Result<(Chosen, Option<Instant>), Faults>, Refusal> {
    let typed = fields.get("send_at");
    let send_at = moment(typed);
    let mut faults = Faults::new();
    if !typed.is_empty() && send_at.is_none_or(|at| at <= staff.now || at >= view.stored.event.schedule.closes_at) {
        faults.push(("send_at".into(), staff.t("staff-fault-send-at")));
    }
    Ok(match choose(staff, view, fields).await? {
        Ok(chosen) if faults.is_empty() => Ok((chosen, send_at)),
        Ok(_) => Err(faults),
        Err(more) => Err(more.into_iter().chain(faults).collect()),
    })
}

async fn draw(staff: &Staff, view: &EventView, fields: &Fields, faults: &[(String, String)]) -> Answer {
    let any = || (String::new(), staff.t("staff-invite-any"));
    let words = |family: &'static str, codes: Vec<&'static str>| codes.into_iter().map(move |c| (c.to_owned(), staff.word(family, c)));
    let languages = || words("language", Language::ALL.iter().map(|l| l.code()).collect());
    let mut from = vec![(String::new(), staff.t("staff-invite-from-none")), ("all".to_owned(), staff.t("staff-invite-from-all"))];
    let earlier = staff.state.app.earlier_events(view.platform.id, staff.now).await?;
    from.extend(
        earlier.iter().map(|e| (e.slug.to_string(), format!("{}, {}", staff.title_of(e), format::date_long(staff.language, e.schedule.starts_at)))),
    );
    let who =
        [("registered", "staff-invite-who-registered"), ("present", "staff-invite-who-present")].map(|(code, key)| (code.to_owned(), staff.t(key)));
    let language = if fields.has("language") { fields.get("language") } else { staff.language.code() };
    let sectors = std::iter::once(any()).chain(words("sector", Sector::ALL.iter().map(|s| s.code()).collect()));
    let list = Input::line("list", staff.t("staff-invite-people"), fields.get("list")).tall().hinted(staff.t("staff-invite-list-hint"));
    let file = Input::table_file("list_file", staff.t("staff-table-file")).hinted(staff.t("staff-table-file-hint"));
    let functions = [(String::new(), staff.t("staff-invite-from-none")), ("all".to_owned(), staff.t("staff-invite-members-all"))];
    let functions = functions.into_iter().chain(words("function", Function::ALL.iter().map(|f| f.code()).collect()));
    let roster = Input::choice("roster", staff.t("staff-function"), fields.get("roster"), functions);
    let closes = format::date_time(staff.language, view.stored.event.schedule.closes_at);
    let send_at_hint = staff.t_with("staff-invite-send-at-hint", &[("closes", FluentValue::from(closes))]);
    let page = FormPage {
        heading: staff.t("staff-invite"),
        lead: staff.t("staff-invite-what"),
        action: staff.event_href(view, "/invitations/check"),
        upload: true,
        hidden: staff.token(),
        sections: vec![
            Section { legend: staff.t("staff-invite-list"), hint: String::new(), fields: vec![list, file] },
            Section { legend: staff.t("staff-invite-members"), hint: staff.t("staff-invite-members-hint"), fields: vec![roster] },
            Section {
                legend: staff.t("staff-invite-guests"),
                hint: staff.t("staff-invite-guests-hint"),
                fields: vec![
                    Input::choice("from", staff.t("staff-event"), fields.get("from"), from),
                    Input::choice("who", staff.t("staff-invite-who"), fields.get("who"), who),
                    Input::choice("sector", staff.t("staff-sector"), fields.get("sector"), sectors),
                    Input::choice("only_language", staff.t("staff-language"), fields.get("only_language"), std::iter::once(any()).chain(languages())),
                    Input::line("organisation", staff.t("staff-invite-organisation"), fields.get("organisation")),
                ],
            },
            Section {
                legend: staff.t("staff-invite-sending"),
                hint: String::new(),
                fields: vec![
                    Input::choice("language", staff.t("staff-invite-language"), language, languages()).hinted(staff.t("staff-invite-language-hint")),
                    Input::line("send_at", staff.t("staff-invite-send-at"), fields.get("send_at")).of_kind("datetime-local").hinted(send_at_hint),
                ],
            },
        ],
        button: staff.t("staff-invite-check"),
        back: Link::new(staff.event_href(view, "/invitations"), staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(Some(view), page, faults)
}

fn draw_check(staff: &Staff, view: &EventView, fields: &Fields, chosen: &Chosen, verdicts: &[Verdict], send_at: Option<Instant>) -> Answer {
    let invited: Vec<_> = chosen.people.iter().zip(verdicts).filter(|(_, v)| v.is_invited()).collect();
    let n = FluentValue::from(invited.len());
    let when = match send_at {
        Some(at) => staff.t_with("staff-invite-at", &[("at", FluentValue::from(format::date_time(staff.language, at)))]),
        None => staff.t("staff-invite-now"),
    };
    let count = staff.t_with("staff-invite-count", &[("n", n.clone())]);
    let others = others(staff, chosen, verdicts);
    let base = staff.event_href(view, "/invitations");
    let hidden = TYPED.iter().filter(|name| !fields.get(name).is_empty()).map(|name| Hidden::new(*name, fields.get(name)));
    let recipients = invited.iter().map(|(person, _)| {
        let name = person.name.as_ref().map(ToString::to_string).unwrap_or_default();
        (person.language, name, person.email.to_string())
    });
    let page = SendingCheck {
        heading: staff.t("staff-invite-checked"),
        lead: if invited.is_empty() { count } else { format!("{count} {when}") },
        people: invited
            .iter()
            .take(SHOWN)
            .map(|(person, verdict)| checked_row(staff, person, staff.word("invitation-verdict", verdict.code())))
            .collect(),
        more: rest(staff, invited.len()),
        next: String::new(),
        again: String::new(),
        left_out: staff.t_with("staff-invite-left-out", &[("n", FluentValue::from(others.len()))]),
        more_others: rest(staff, others.len()),
        others: others.into_iter().take(SHOWN).collect(),
        mails: previews(staff, view, MailKind::Invitation, recipients)?,
        action: if invited.is_empty() { String::new() } else { format!("{base}/send") },
        hidden: staff.token().into_iter().chain(hidden).collect(),
        button: staff.t_with("staff-invite-do", &[("n", n)]),
        change: format!("{base}/new"),
        back: base,
    };
    let head = staff.event_head(view, page.heading.clone());
    staff.page(StatusCode::OK, &head, &page)
}
