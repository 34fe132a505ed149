//! One mandate: shown, entered, corrected, ended, or taken off as a mistake.

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::words;
use crate::app::AppError;
use crate::db::members::Row;
use crate::domain::language::Language;
use crate::domain::member::{Function, Mandate, Member, parse_day};
use crate::domain::platform::Platform;
use crate::domain::sector::Sector;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::organiser::fields::Fields;
use crate::web::organiser::see_other;
use crate::web::organiser::words::read_person;
use crate::web::person::PersonFields;
use crate::web::view::staff::{FormPage, Input, MemberPage, Pair, Section};
use crate::web::view::{Hidden, Link};

type Faults = Vec<(String, String)>;
type Path = web::Path<(String, String, String)>;

/// `GET …/rosters/{platform}/members/{member}`
pub async fn show(staff: Staff, path: Path) -> Answer {
    let (platform, row) = found(&staff, Action::SeeMembers, &path).await?;
    let mandate = row.mandate().map_err(AppError::from)?;
    let phase = mandate.phase(staff.today());
    let at = |t: crate::db::types::Ts| format::date_time(staff.language, t.0);
    let yes_no = if row.deputy { "staff-yes" } else { "staff-no" };
    let facts = vec![
        Pair::new(staff.t("staff-email"), row.email.clone()),
        Pair::new(staff.t("staff-organisation"), row.organisation_name.clone()),
        Pair::new(staff.t("staff-sector"), staff.word("sector", row.sector.code())),
        Pair::new(staff.t("staff-function"), staff.word("function", row.function.code())),
        Pair::new(staff.t("staff-deputy"), staff.t(yes_no)),
        Pair::new(staff.t("staff-mandate"), words::term(&staff, &mandate)),
        Pair::new(staff.t("staff-last-confirmed"), row.confirmed_at.map_or_else(|| staff.t("staff-never-confirmed"), at)),
        Pair::new(staff.t("staff-language"), staff.word("language", row.language.code())),
        Pair::new(staff.t("staff-member-entered"), at(row.created_at)),
        Pair::new(staff.t("staff-member-changed"), at(row.updated_at)),
    ];
    let mine = |part: &str| staff.roster_href(&platform, &format!("/members/{}{part}", row.reference));
    let part = |wanted: bool, part: &str| if wanted && staff.may(Action::ManageMembers, platform.id) { mine(part) } else { String::new() };
    let view = MemberPage {
        name: row.name.clone(),
        phase: words::class_of(phase),
        phase_label: staff.word("staff-phase-of", phase.code()),
        facts,
        edit: part(true, "/edit"),
        end: part(phase != crate::domain::member::Phase::Ended, "/end"),
        remove: part(true, "/remove"),
    };
    staff.page(StatusCode::OK, &staff.roster_head(&platform, row.name.clone()), &view)
}

/// A mandate of a platform, if this action is allowed with its roster.
async fn found(staff: &Staff, action: Action, path: &(String, String, String)) -> Result<(Platform, Row), Refusal> {
    let platform = staff.platform(action, &path.1).await?;
    let row = staff.state.app.member(platform.id, &path.2).await?;
    Ok((platform, row))
}

/// `GET …/rosters/{platform}/add`
pub async fn add_form(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let platform = staff.platform(Action::ManageMembers, &path.1).await?;
    let preset = [("language", staff.language.code()), ("sector", Sector::Public.code()), ("start", &day_field(staff.today())), ("deputy", "no")];
    draw(&staff, &platform, None, &Fields(preset.map(|(name, value)| (name.to_owned(), value.to_owned())).into()), &[])
}

/// `POST …/rosters/{platform}/add`
pub async fn add(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let platform = staff.platform(Action::ManageMembers, &path.1).await?;
    let member = match read(staff, &posted.fields) {
        Ok(member) => member,
        Err(faults) => return draw(staff, &platform, None, &posted.fields, &faults),
    };
    match staff.state.app.add_member(platform.id, member, staff.actor(), staff.now).await {
        Ok(reference) => Ok(see_other(&staff.roster_href(&platform, &format!("/members/{reference}?done=member-added")))),
        Err(error) => draw(staff, &platform, None, &posted.fields, &faults_of(&posted, error)?),
    }
}

/// `GET …/members/{member}/edit`
pub async fn edit_form(staff: Staff, path: Path) -> Answer {
    let (platform, row) = found(&staff, Action::ManageMembers, &path).await?;
    let end = row.ends_on.map(|day| day.to_string()).unwrap_or_default();
    let standing = [
        ("name", row.name.clone()),
        ("email", row.email.clone()),
        ("organisation", row.organisation_name.clone()),
        ("function", row.function.code().into()),
        ("deputy", if row.deputy { "yes" } else { "no" }.into()),
        ("sector", row.sector.code().into()),
        ("language", row.language.code().into()),
        ("start", row.starts_on.to_string()),
        ("end", end),
    ];
    draw(&staff, &platform, Some(&row), &Fields(standing.map(|(name, value)| (name.to_owned(), value)).into()), &[])
}

/// `POST …/members/{member}/edit`
pub async fn edit(posted: Posted, path: Path) -> Answer {
    let staff = &posted.staff;
    let (platform, row) = found(staff, Action::ManageMembers, &path).await?;
    let member = match read(staff, &posted.fields) {
        Ok(member) => member,
        Err(faults) => return draw(staff, &platform, Some(&row), &posted.fields, &faults),
    };
    let changed = staff.state.app.change_member(platform.id, row.reference.clone(), posted.revision(), member, staff.actor(), staff.now).await;
    match changed {
        Ok(()) => Ok(see_other(&staff.roster_href(&platform, &format!("/members/{}?done=member-changed", row.reference)))),
        Err(error) => draw(staff, &platform, Some(&row), &posted.fields, &faults_of(&posted, error)?),
    }
}

fn draw(staff: &Staff, platform: &Platform, row: Option<&Row>, fields: &Fields, faults: &[(String, String)]) -> Answer {
    let answers = |family: &str, codes: Vec<&str>| codes.into_iter().map(|c| (c.to_owned(), staff.word(family, c))).collect::<Vec<_>>();
    let choose = || std::iter::once((String::new(), staff.t("staff-choose")));
    let line = |id: &str, key: &str| Input::line(id, staff.t(key), fields.get(id));
    let choice = |id: &str, key: &str, answers: Vec<(String, String)>| Input::choice(id, staff.t(key), fields.get(id), answers);
    let person = vec![
        line("name", "staff-name"),
        line("email", "staff-email").of_kind("email"),
        line("organisation", "staff-organisation"),
        choice("sector", "staff-sector", answers("sector", Sector::ALL.iter().map(|s| s.code()).collect())),
        choice("language", "staff-language", answers("language", Language::ALL.iter().map(|l| l.code()).collect())),
    ];
    let functions = answers("function", Function::ALL.iter().map(|f| f.code()).collect());
    let mandate = vec![
        choice("function", "staff-function", choose().chain(functions).collect()),
        choice("deputy", "staff-deputy", vec![("no".into(), staff.t("staff-no")), ("yes".into(), staff.t("staff-yes"))])
            .hinted(staff.t("staff-deputy-hint")),
        line("start", "staff-mandate-start").of_kind("date"),
        line("end", "staff-mandate-end").of_kind("date").hinted(staff.t("staff-mandate-end-hint")),
    ];
    let (heading, action, back, mut hidden) = match row {
        Some(row) => {
            let mine = staff.roster_href(platform, &format!("/members/{}", row.reference));
            // What was typed was typed over what it showed then.
            let revision = if fields.has("revision") { fields.get("revision").to_owned() } else { row.revision.to_string() };
            ("staff-member-edit", format!("{mine}/edit"), mine, vec![Hidden::new("revision", revision)])
        }
        None => ("staff-member-add", staff.roster_href(platform, "/add"), staff.roster_href(platform, ""), Vec::new()),
    };
    hidden.extend(staff.token());
    let page = FormPage {
        heading: staff.t(heading),
        lead: platform.name.get_or_any(staff.language).to_owned(),
        action,
        hidden,
        sections: vec![
            Section { legend: staff.t("staff-person"), fields: person, ..Section::default() },
            Section { legend: staff.t("staff-mandate"), hint: staff.t("staff-mandate-hint"), fields: mandate },
        ],
        button: staff.t("staff-save"),
        back: Link::new(back, staff.t("staff-back")),
        ..FormPage::default()
    };
    form(staff, platform, page, faults)
}

pub(super) fn form(staff: &Staff, platform: &Platform, page: FormPage, faults: &[(String, String)]) -> Answer {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let head = staff.roster_head(platform, page.heading.clone()).with_errors(!faults.is_empty());
    staff.page(status, &head, &page.with_faults(faults))
}

fn read(staff: &Staff, fields: &Fields) -> Result<Member, Faults> {
    let person = read_person(staff, fields);
    let mut faults = person.as_ref().err().cloned().unwrap_or_default();
    let function = Function::from_code(fields.get("function"));
    if function.is_none() {
        faults.push(("function".into(), staff.t("staff-fault-choose")));
    }
    let start = parse_day(fields.get("start"));
    if start.is_none() {
        faults.push(("start".into(), staff.t("staff-fault-day")));
    }
    let end = Some(fields.get("end")).filter(|typed| !typed.is_empty()).map(parse_day);
    if end == Some(None) {
        faults.push(("end".into(), staff.t("staff-fault-day")));
    }
    let mandate =
        start.and_then(|start| Mandate::new(start, end.flatten()).map_err(|_| faults.push(("end".into(), staff.t("staff-fault-mandate-end")))).ok());
    match (person, function, mandate) {
        (Ok(PersonFields { name, email, organisation, sector, language }), Some(function), Some(mandate)) if faults.is_empty() => {
            Ok(Member { name, email, organisation, sector, language, function, deputy: fields.get("deputy") == "yes", mandate })
        }
        _ => Err(faults),
    }
}

/// What a refused change shows in its form.
fn faults_of(posted: &Posted, error: AppError) -> Result<Faults, Refusal> {
    let staff = &posted.staff;
    match error {
        AppError::Taken("mandate") => Ok(vec![("start".into(), staff.t("staff-fault-mandate-twice"))]),
        AppError::Stale => Ok(vec![("form".into(), staff.t("staff-fault-member-stale"))]),
        other => posted.faults(other),
    }
}

/// `GET …/members/{member}/end`
pub async fn ask_end(staff: Staff, path: Path) -> Answer {
    let (platform, row) = found(&staff, Action::ManageMembers, &path).await?;
    draw_end(&staff, &platform, &row, &day_field(staff.today()), &[])
}

/// `POST …/members/{member}/end`
pub async fn end(posted: Posted, path: Path) -> Answer {
    let staff = &posted.staff;
    let (platform, row) = found(staff, Action::ManageMembers, &path).await?;
    let typed = posted.fields.get("mandate_end");
    let Some(last) = parse_day(typed) else {
        return draw_end(staff, &platform, &row, typed, &[("mandate_end".into(), staff.t("staff-fault-day"))]);
    };
    match staff.state.app.end_member(platform.id, row.reference.clone(), posted.revision(), last, staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&staff.roster_href(&platform, &format!("/members/{}?done=mandate-ended", row.reference)))),
        Err(error) => draw_end(staff, &platform, &row, typed, &faults_of(&posted, error)?),
    }
}

fn draw_end(staff: &Staff, platform: &Platform, row: &Row, typed: &str, faults: &[(String, String)]) -> Answer {
    let field = Input::line("mandate_end", staff.t("staff-mandate-last-day"), typed).of_kind("date").hinted(staff.t("staff-mandate-last-day-hint"));
    let section = Section { legend: staff.t("staff-mandate"), fields: vec![field], ..Section::default() };
    form(staff, platform, confirmation(staff, platform, row, "end", vec![section]), faults)
}

/// `GET …/members/{member}/remove`
pub async fn ask_remove(staff: Staff, path: Path) -> Answer {
    let (platform, row) = found(&staff, Action::ManageMembers, &path).await?;
    form(&staff, &platform, confirmation(&staff, &platform, &row, "remove", Vec::new()), &[])
}

/// `POST …/members/{member}/remove`
pub async fn remove(posted: Posted, path: Path) -> Answer {
    let staff = &posted.staff;
    let (platform, row) = found(staff, Action::ManageMembers, &path).await?;
    match staff.state.app.remove_member(platform.id, row.reference.clone(), posted.revision(), staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&staff.roster_href(&platform, "?done=member-removed"))),
        Err(error) => form(staff, &platform, confirmation(staff, &platform, &row, "remove", Vec::new()), &faults_of(&posted, error)?),
    }
}

/// A page that asks before it ends or removes; `word` is the last part of the address and of the texts' keys.
fn confirmation(staff: &Staff, platform: &Platform, row: &Row, word: &str, sections: Vec<Section>) -> FormPage {
    let mine = staff.roster_href(platform, &format!("/members/{}", row.reference));
    let what = [
        ("name", FluentValue::from(row.name.as_str())),
        ("function", FluentValue::from(staff.word("function", row.function.code()))),
        ("organisation", FluentValue::from(row.organisation_name.as_str())),
    ];
    let mut hidden = vec![Hidden::new("revision", row.revision.to_string())];
    hidden.extend(staff.token());
    FormPage {
        heading: staff.t(&format!("staff-member-{word}")),
        lead: staff.t_with(&format!("staff-member-{word}-what"), &what),
        action: format!("{mine}/{word}"),
        hidden,
        sections,
        button: staff.t(&format!("staff-member-{word}-do")),
        danger: true,
        back: Link::new(mine, staff.t("staff-back")),
        ..FormPage::default()
    }
}

fn day_field(day: chrono::NaiveDate) -> String {
    crate::db::types::Day(day).to_string()
}
