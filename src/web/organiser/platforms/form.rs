//! Changing the texts and the reminders of a platform, in four languages side by side, and whether its members propose guests.

use actix_web::http::StatusCode;
use fluent_bundle::FluentValue;

use super::Path;
use crate::app::AppError;
use crate::app::platforms::revision_of;
use crate::domain::guest::WAITING_AT_MOST;
use crate::domain::language::{Language, Translated};
use crate::domain::platform::{Audience, DESCRIPTION_LENGTH, MEMBERS_LENGTH, NAME_LENGTH, Platform, PlatformSheet, can_ask_share};
use crate::domain::reminders;
use crate::domain::staff::Action;
use crate::domain::text::TextFault;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::organiser::fields::{Fields, one_line};
use crate::web::organiser::see_other;
use crate::web::view::staff::{FormPage, Input, Section};
use crate::web::view::{Hidden, Link};

/// The field that says whether members propose guests.
const PROPOSE: &str = "members_propose";

/// The field that says how long before the start the link to join goes out.
const JOIN: &str = "join_details";

/// The field that says how much of an event counts as presence.
const SHARE: &str = "presence_share";

type Faults = Vec<(String, String)>;

/// A text of a platform: its field, whether it takes several lines, where it stands.
type Text = (&'static str, bool, fn(&mut PlatformSheet) -> &mut Translated);

const TEXTS: [Text; 3] =
    [("name", false, |sheet| &mut sheet.name), ("description", true, |sheet| &mut sheet.description), ("members", true, |sheet| &mut sheet.members)];

/// `GET …/platforms/{platform}/edit`
pub async fn show(staff: Staff, path: Path) -> Answer {
    let platform = staff.platform(Action::ManagePlatforms, &path.1).await?;
    let mut sheet = PlatformSheet::of(&platform);
    let mut fields = vec![("revision".to_owned(), revision_of(&sheet)), ("reminders".to_owned(), reminders::written(&sheet.reminder_minutes))];
    let join = sheet.join_details_minutes.as_slice();
    fields.push((JOIN.to_owned(), reminders::written(join)));
    fields.push((SHARE.to_owned(), sheet.presence_share.to_string()));
    fields.push((PROPOSE.to_owned(), if sheet.members_propose { "yes" } else { "no" }.to_owned()));
    fields.push(("substitutes".to_owned(), allowed(sheet.allow_substitutes).to_owned()));
    for (field, _, of) in TEXTS {
        let text = of(&mut sheet);
        fields.extend(Language::ALL.iter().map(|language| (format!("{field}-{language}"), text.get(*language).to_owned())));
    }
    draw(&staff, &platform, &Fields(fields), &[])
}

/// `POST …/platforms/{platform}/edit`
pub async fn save(posted: Posted, path: Path) -> Answer {
    let staff = &posted.staff;
    let platform = staff.platform(Action::ManagePlatforms, &path.1).await?;
    let sheet = match read(staff, &platform, &posted.fields) {
        Ok(sheet) => sheet,
        Err(faults) => return draw(staff, &platform, &posted.fields, &faults),
    };
    let revision = posted.fields.get("revision").to_owned();
    match staff.state.app.change_platform(platform.id, revision, sheet, staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&staff.platform_href(&platform, "?done=platform-changed"))),
        Err(AppError::Stale) => draw(staff, &platform, &posted.fields, &[("form".into(), staff.t("staff-fault-platform-stale"))]),
        Err(error) => Err(error.into()),
    }
}

fn draw(staff: &Staff, platform: &Platform, fields: &Fields, faults: &[(String, String)]) -> Answer {
    let in_language = |language: &Language| {
        let input = |(field, is_tall, _): &Text| {
            let id = format!("{field}-{language}");
            let line = Input::line(id.as_str(), staff.t(&format!("staff-platform-{field}")), fields.get(&id)).in_language(language.code());
            if *is_tall { line.tall() } else { line }
        };
        Section { legend: staff.word("language", language.code()), fields: TEXTS.iter().map(input).collect(), ..Section::default() }
    };
    let leads = Input::line("reminders", staff.t("staff-platform-reminders"), fields.get("reminders")).tall();
    let general = Section {
        legend: staff.t("staff-platform-reminders-when"),
        fields: vec![
            leads.hinted(staff.t_with("staff-platform-reminders-hint", &[("most", FluentValue::from(reminders::MOST))])),
            Input::line(JOIN, staff.t("staff-platform-join_details"), fields.get(JOIN)).hinted(staff.t("staff-platform-join_details-hint")),
        ],
        ..Section::default()
    };
    let share = Input::line(SHARE, staff.t("staff-platform-presence_share"), fields.get(SHARE)).hinted(staff.t("staff-platform-presence_share-hint"));
    let presence = Section { legend: staff.t("staff-presence"), fields: vec![share], ..Section::default() };
    let answers = ["no", "yes"].map(|answer| (answer.to_owned(), staff.t(&format!("staff-{answer}"))));
    let propose = Input::choice(PROPOSE, staff.t("staff-platform-members_propose"), fields.get(PROPOSE), answers);
    let propose = propose.hinted(staff.t_with("staff-platform-members_propose-hint", &[("most", FluentValue::from(WAITING_AT_MOST))]));
    let guests = Section { legend: staff.t("staff-platform-guests"), fields: vec![propose], ..Section::default() };
    // Elsewhere nobody needs a mandate, and there are no guests.
    let guests = Some(guests).filter(|_| platform.audience == Audience::Members);
    let answers = ["yes", "no"].map(|code| (code.to_owned(), staff.t(&format!("staff-platform-substitutes-{code}"))));
    let substitutes = Input::choice("substitutes", staff.t("staff-platform-substitutes"), fields.get("substitutes"), answers)
        .hinted(staff.t(&format!("staff-platform-substitutes-{}", platform.audience)));
    let seats = Section { legend: staff.t("staff-platform-substitutes-title"), fields: vec![substitutes], ..Section::default() };
    let mut hidden = staff.token();
    hidden.push(Hidden::new("revision", fields.get("revision")));
    let page = FormPage {
        heading: staff.t("staff-platform-edit"),
        lead: staff.t("staff-platform-form-what"),
        action: staff.platform_href(platform, "/edit"),
        hidden,
        sections: Language::ALL.iter().map(in_language).chain([general, presence, seats]).chain(guests).collect(),
        button: staff.t("staff-save"),
        back: Link::new(staff.platform_href(platform, ""), staff.t("staff-back")),
        ..FormPage::default()
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let head = staff.platform_head(Some(platform), page.heading.clone()).with_errors(!faults.is_empty());
    staff.page(status, &head, &page.with_faults(faults))
}

fn read(staff: &Staff, platform: &Platform, fields: &Fields) -> Result<PlatformSheet, Faults> {
    let mut faults = Faults::new();
    let mut sheet = PlatformSheet::of(platform);
    for (field, _, of) in TEXTS {
        for language in Language::ALL {
            let id = format!("{field}-{language}");
            match line(field, fields.get(&id)) {
                Ok(text) => *of(&mut sheet).get_mut(*language) = text,
                Err((why, most)) => {
                    let key = format!("staff-fault-platform-{}", why.code());
                    faults.push((id, staff.t_with(&key, &[("most", FluentValue::from(most))])));
                }
            }
        }
    }
    match fields.get("substitutes") {
        "yes" => sheet.allow_substitutes = true,
        "no" => sheet.allow_substitutes = false,
        _ => faults.push(("substitutes".into(), staff.t("staff-fault-platform-substitutes"))),
    }
    match reminders::parse(fields.get("reminders")) {
        Ok(leads) => sheet.reminder_minutes = leads,
        Err(why) => {
            let args = [("value", FluentValue::from(why.value())), ("most", FluentValue::from(reminders::MOST))];
            faults.push(("reminders".into(), staff.t_with(&format!("staff-fault-reminder-{}", why.code()), &args)));
        }
    }
    match reminders::parse_join(fields.get(JOIN)) {
        Ok(lead) => sheet.join_details_minutes = lead,
        Err(why) => {
            let args = [("value", FluentValue::from(why.value()))];
            faults.push((JOIN.into(), staff.t_with(&format!("staff-fault-join-{}", why.code()), &args)));
        }
    }
    let typed = fields.get(SHARE).trim();
    match typed.trim_end_matches('%').trim_end().parse().ok().filter(|share| can_ask_share(*share)) {
        Some(share) => sheet.presence_share = share,
        None => {
            let value: String = typed.chars().take(40).collect();
            faults.push((SHARE.into(), staff.t_with("staff-fault-presence_share", &[("value", FluentValue::from(value))])));
        }
    }
    if platform.audience == Audience::Members {
        sheet.members_propose = fields.get(PROPOSE) == "yes";
    }
    if faults.is_empty() { Ok(sheet) } else { Err(faults) }
}

const fn allowed(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

/// One line, whatever breaks were typed, as long as this text may be; or why not, and how long that is.
fn line(field: &str, typed: &str) -> Result<String, (TextFault, usize)> {
    let (parsed, most) = match field {
        "name" => (one_line::<NAME_LENGTH>(typed), NAME_LENGTH),
        "description" => (one_line::<DESCRIPTION_LENGTH>(typed), DESCRIPTION_LENGTH),
        _ => (one_line::<MEMBERS_LENGTH>(typed), MEMBERS_LENGTH),
    };
    match parsed {
        Ok(text) if text.is_empty() => Err((TextFault::Empty, most)),
        parsed => parsed.map_err(|why| (why, most)),
    }
}
