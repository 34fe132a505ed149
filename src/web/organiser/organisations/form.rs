//! Registering an organisation, and correcting one.

use actix_web::http::StatusCode;
use fluent_bundle::FluentValue;

use super::{Path, found};
use crate::app::AppError;
use crate::app::organisations::save::Saved;
use crate::app::organisations::show::View;
use crate::app::organisations::{Clash, Unique};
use crate::domain::language::{Language, Translated};
use crate::domain::mail_domain::MailDomain;
use crate::domain::organisation::{EnterpriseNumber, NotAnEnterpriseNumber, Organisation};
use crate::domain::sector::Sector;
use crate::domain::text::OrganisationName;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::organiser::fields::Fields;
use crate::web::organiser::see_other;
use crate::web::organiser::words::line_fault;
use crate::web::view::staff::{FormPage, Input, Section};
use crate::web::view::{Hidden, Link};

type Faults = Vec<(String, String)>;

/// Most lines in a field of names or domains.
const MOST: usize = 100;

/// `GET …/organisations/new`
pub async fn new(staff: Staff) -> Answer {
    staff.require_keeper()?;
    draw(&staff, None, &Fields::default(), &[])
}

/// `POST …/organisations/new`
pub async fn create(posted: Posted) -> Answer {
    let staff = &posted.staff;
    staff.require_keeper()?;
    let sheet = match read(staff, &posted.fields) {
        Ok(sheet) => sheet,
        Err(faults) => return draw(staff, None, &posted.fields, &faults),
    };
    match staff.state.app.add_organisation(sheet, staff.actor(), staff.now).await? {
        Saved::Written(id) => Ok(see_other(&staff.organisation_href(id, "?done=organisation-added"))),
        Saved::Clashes(clashes) => draw(staff, None, &posted.fields, &explained(staff, &clashes)),
    }
}

/// `GET …/organisations/{organisation}/edit`
pub async fn edit_form(staff: Staff, path: Path) -> Answer {
    let view = found(&staff, &path.1).await?;
    let lines = |all: Vec<&str>| all.join("\n");
    let sheet = &view.sheet;
    let mut fields = vec![
        ("name".to_owned(), sheet.name.to_string()),
        ("sector".to_owned(), sheet.sector.code().to_owned()),
        ("number".to_owned(), sheet.number.as_ref().map(EnterpriseNumber::to_string).unwrap_or_default()),
        ("domains".to_owned(), lines(sheet.domains.iter().map(MailDomain::as_str).collect())),
        ("aliases".to_owned(), lines(sheet.aliases.iter().map(OrganisationName::as_str).collect())),
    ];
    fields.extend(Language::ALL.iter().map(|language| (format!("name-{language}"), sheet.names.get(*language).to_owned())));
    draw(&staff, Some(&view), &Fields(fields), &[])
}

/// `POST …/organisations/{organisation}/edit`
pub async fn edit(posted: Posted, path: Path) -> Answer {
    let staff = &posted.staff;
    let view = found(staff, &path.1).await?;
    let sheet = match read(staff, &posted.fields) {
        Ok(sheet) => sheet,
        Err(faults) => return draw(staff, Some(&view), &posted.fields, &faults),
    };
    match staff.state.app.change_organisation(view.row.id, posted.revision(), sheet, staff.actor(), staff.now).await {
        Ok(Saved::Written(id)) => Ok(see_other(&staff.organisation_href(id, "?done=organisation-changed"))),
        Ok(Saved::Clashes(clashes)) => draw(staff, Some(&view), &posted.fields, &explained(staff, &clashes)),
        Err(AppError::Stale) => draw(staff, Some(&view), &posted.fields, &[("form".into(), staff.t("staff-fault-organisation-stale"))]),
        Err(error) => Err(error.into()),
    }
}

fn draw(staff: &Staff, view: Option<&View>, fields: &Fields, faults: &[(String, String)]) -> Answer {
    let sectors = Sector::ALL.iter().map(|sector| (sector.code().to_owned(), staff.word("sector", sector.code())));
    let choose = std::iter::once((String::new(), staff.t("staff-choose")));
    let line = |id: &str, key: &str| Input::line(id, staff.t(key), fields.get(id));
    let names = Language::ALL.iter().map(|language| {
        let id = format!("name-{language}");
        Input::line(id.as_str(), staff.t(&format!("staff-name-{language}")), fields.get(&id)).in_language(language.code())
    });
    let (heading, action, back, mut hidden) = match view {
        Some(view) => {
            let mine = staff.organisation_href(view.row.id, "");
            // What was typed was typed over what it showed then.
            let revision = if fields.has("revision") { fields.get("revision").to_owned() } else { view.row.revision.to_string() };
            ("staff-organisation-edit", format!("{mine}/edit"), mine, vec![Hidden::new("revision", revision)])
        }
        None => ("staff-organisation-add", staff.href("/organisations/new"), staff.href("/organisations"), Vec::new()),
    };
    hidden.extend(staff.token());
    let page = FormPage {
        heading: staff.t(heading),
        lead: staff.t("staff-organisation-form-what"),
        action,
        hidden,
        sections: vec![
            Section {
                legend: staff.t("staff-organisation"),
                fields: vec![
                    line("name", "staff-name").hinted(staff.t("staff-organisation-name-hint")),
                    Input::choice("sector", staff.t("staff-sector"), fields.get("sector"), choose.chain(sectors)),
                    line("number", "staff-enterprise-number-optional").hinted(staff.t("staff-enterprise-number-hint")),
                    line("domains", "staff-mail-domains-optional").tall().hinted(staff.t("staff-mail-domains-hint")),
                ],
                ..Section::default()
            },
            Section {
                legend: staff.t("staff-organisation-names"),
                hint: staff.t("staff-organisation-names-hint"),
                fields: names.chain([line("aliases", "staff-aliases-optional").tall().hinted(staff.t("staff-aliases-hint"))]).collect(),
            },
        ],
        button: staff.t("staff-save"),
        back: Link::new(back, staff.t("staff-back")),
        ..FormPage::default()
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let of = view.map(|view| (view.row.id, view.row.name.as_str()));
    let head = staff.organisation_head(of, page.heading.clone()).with_errors(!faults.is_empty());
    staff.page(status, &head, &page.with_faults(faults))
}

fn read(staff: &Staff, fields: &Fields) -> Result<Organisation, Faults> {
    let mut faults = Faults::new();
    let mut name_in = |field: &str, typed: &str| {
        let fault = |why| (field.to_owned(), line_fault(staff, "organisation", why));
        OrganisationName::parse(typed).map_err(|why| faults.push(fault(why))).ok()
    };
    let name = name_in("name", fields.get("name"));
    let mut names = Translated::default();
    for language in Language::ALL {
        let field = format!("name-{language}");
        let typed = fields.get(&field);
        if let Some(text) = (!typed.is_empty()).then(|| name_in(&field, typed)).flatten() {
            *names.get_mut(*language) = text.into();
        }
    }
    let aliases: Vec<_> = lines(fields.get("aliases")).filter_map(|alias| name_in("aliases", alias)).collect();
    let sector = Sector::from_code(fields.get("sector"));
    if sector.is_none() {
        faults.push(("sector".into(), staff.t("staff-fault-choose")));
    }
    let typed = Some(fields.get("number")).filter(|typed| !typed.is_empty());
    let number = typed.map(EnterpriseNumber::parse).transpose().map_err(|why| faults.push(("number".into(), number_fault(staff, &why))));
    let mut domains = Vec::new();
    for typed in lines(fields.get("domains")) {
        let parsed = MailDomain::parse(typed).map_err(|why| {
            let value = [("value", FluentValue::from(why.value()))];
            faults.push(("domains".into(), staff.t_with(&format!("staff-fault-domain-{}", why.code()), &value)));
        });
        domains.extend(parsed.ok());
    }
    for field in ["aliases", "domains"] {
        if lines(fields.get(field)).count() > MOST {
            faults.push((field.into(), staff.t_with("staff-fault-too-many-lines", &[("most", FluentValue::from(MOST))])));
        }
    }
    match (name, sector, number) {
        (Some(name), Some(sector), Ok(number)) if faults.is_empty() => Ok(Organisation { name, names, aliases, sector, number, domains }),
        _ => Err(faults),
    }
}

fn lines(typed: &str) -> impl Iterator<Item = &str> {
    typed.split(['\n', '\r', ',', ';']).map(str::trim).filter(|line| !line.is_empty())
}

fn number_fault(staff: &Staff, why: &NotAnEnterpriseNumber) -> String {
    match why {
        NotAnEnterpriseNumber::Shape(value) => staff.t_with("staff-fault-number-shape", &[("value", FluentValue::from(value.as_str()))]),
        NotAnEnterpriseNumber::CheckDigits { given, expected } => {
            let expected = format!("{expected:02}");
            staff.t_with("staff-fault-number-check", &[("value", FluentValue::from(given.as_str())), ("expected", FluentValue::from(expected))])
        }
    }
}

/// What others have already, at the field where it was typed.
fn explained(staff: &Staff, clashes: &[Clash]) -> Faults {
    let words = |clash: &Clash| {
        let (field, key) = match clash.what {
            Unique::Name => ("name", "staff-fault-name-taken"),
            Unique::Number => ("number", "staff-fault-number-taken"),
            Unique::Domain => ("domains", "staff-fault-domain-taken"),
        };
        let args = [("value", FluentValue::from(clash.value.as_str())), ("holder", FluentValue::from(clash.holder_name.as_str()))];
        (field.to_owned(), staff.t_with(key, &args))
    };
    clashes.iter().map(words).collect()
}
