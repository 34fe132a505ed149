//! A table of members: pasted, looked at first, then written as it was shown; and undone.

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::words;
use crate::app::AppError;
use crate::app::import::table::TableFault;
use crate::app::roster::import::{Outcome, Wish};
use crate::app::roster::plan::{Doubt, Plan, Planned, Standing, Step};
use crate::app::roster::rows::{Draft, Wrong, read_text};
use crate::domain::ids::Reference;
use crate::domain::member::Member;
use crate::domain::platform::Platform;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::organiser::see_other;
use crate::web::organiser::words::fault_of_other;
use crate::web::view::public::Fault;
use crate::web::view::staff::{ImportPage, ImportRow, ImportSection, Pair, PastImport, TABLE_FILES};
use crate::web::view::{FormError, Hidden};

/// Rows shown of each kind; the rest is counted.
const SHOWN: usize = 100;
/// Past imports shown.
const PAST: i64 = 10;

type Path = web::Path<(String, String)>;

/// `GET …/rosters/{platform}/import`
pub async fn form(staff: Staff, path: Path) -> Answer {
    let platform = staff.platform(Action::ManageMembers, &path.1).await?;
    draw_form(&staff, &platform, "", None).await
}

async fn draw_form(staff: &Staff, platform: &Platform, typed: &str, fault: Option<String>) -> Answer {
    let past = staff.state.app.imports_of(platform.id, PAST).await?;
    let view = ImportPage {
        action: staff.roster_href(platform, "/import"),
        hidden: staff.token(),
        accept: TABLE_FILES,
        table: typed.to_owned(),
        errors: fault.iter().map(|text| FormError { field: "table".into(), text: text.clone(), ..FormError::default() }).collect(),
        fault: fault.clone().unwrap_or_default(),
        example: staff.t("staff-import-example"),
        past: past
            .iter()
            .map(|import| PastImport {
                when: format::moment_short(staff.language, import.at.0),
                what: staff.t_with("staff-import-did", &[("added", import.added.into()), ("changed", import.changed.into())]),
                undo: if import.may_be_undone(staff.now) {
                    staff.roster_href(platform, &format!("/imports/{}/undo", import.reference))
                } else {
                    String::new()
                },
                undone: import.undone_at.map(|_| staff.t("staff-import-undone")).unwrap_or_default(),
            })
            .collect(),
        ..ImportPage::default()
    };
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    staff.page(status, &staff.roster_head(platform, staff.t("staff-import")).with_errors(fault.is_some()), &view)
}

/// `POST …/rosters/{platform}/import`: what the table would do; nothing is written.
pub async fn look(posted: Posted, path: Path) -> Answer {
    let staff = &posted.staff;
    let platform = staff.platform(Action::ManageMembers, &path.1).await?;
    if posted.fields.has("again") {
        // Back from what it would do, with the table as it was.
        return draw_form(staff, &platform, posted.fields.get("table"), None).await;
    }
    let fields = match posted.with_table("table").await {
        Ok(fields) => fields,
        Err(fault) => return draw_form(staff, &platform, posted.fields.get("table"), Some(table_fault(staff, &fault))).await,
    };
    let typed = fields.get("table");
    let (drafts, wrong) = match read_text(typed) {
        Ok(read) => read,
        Err(fault) => return draw_form(staff, &platform, typed, Some(table_fault(staff, &fault))).await,
    };
    let plan = staff.state.app.plan_members(platform.id, drafts, wrong, staff.now).await?;
    draw_plan(staff, &platform, typed, &plan, None)
}

/// `POST …/rosters/{platform}/import/apply`: writes what was shown.
pub async fn apply(posted: Posted, path: Path) -> Answer {
    let staff = &posted.staff;
    let platform = staff.platform(Action::ManageMembers, &path.1).await?;
    let typed = posted.fields.get("table");
    let (drafts, wrong): (Vec<Draft>, Vec<Wrong>) = match read_text(typed) {
        Ok(read) => read,
        Err(fault) => return draw_form(staff, &platform, typed, Some(table_fault(staff, &fault))).await,
    };
    let wish = Wish {
        doubtful: posted.fields.has("doubtful"),
        keep_good: posted.fields.has("keep_good"),
        shown: Some(posted.fields.get("shown").to_owned()),
    };
    match staff.state.app.import_members(platform.id, drafts, wrong, wish, staff.actor(), staff.now).await? {
        Outcome::Written(written) => {
            Ok(see_other(&staff.roster_href(&platform, &format!("?done=members-imported&n={}", written.added + written.changed))))
        }
        Outcome::Differs(plan) => draw_plan(staff, &platform, typed, &plan, Some((StatusCode::CONFLICT, "staff-import-differs"))),
        Outcome::Refused(plan) => draw_plan(staff, &platform, typed, &plan, Some((StatusCode::UNPROCESSABLE_ENTITY, "staff-import-refused"))),
    }
}

/// `POST …/rosters/{platform}/imports/{import}/undo`
pub async fn undo(posted: Posted, path: web::Path<(String, String, String)>) -> Answer {
    let staff = &posted.staff;
    let platform = staff.platform(Action::ManageMembers, &path.1).await?;
    let reference = Reference::parse(&path.2).ok_or(Fault::NotFound)?;
    match staff.state.app.undo_import(platform.id, reference, staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&staff.roster_href(&platform, "?done=import-undone"))),
        Err(AppError::Stale) => draw_form(staff, &platform, "", Some(staff.t("staff-import-not-undone"))).await,
        Err(error) => Err(error.into()),
    }
}

fn draw_plan(staff: &Staff, platform: &Platform, typed: &str, plan: &Plan, trouble: Option<(StatusCode, &str)>) -> Answer {
    let count = |wanted: fn(&Planned) -> bool| plan.rows.iter().filter(|row| wanted(row)).count();
    let is_new: fn(&Planned) -> bool = |row| matches!(row.step, Step::Add(_)) && row.doubts.is_empty();
    let is_changed: fn(&Planned) -> bool = |row| matches!(row.step, Step::Change { .. });
    let is_doubtful: fn(&Planned) -> bool = |row| !row.doubts.is_empty();
    let is_same: fn(&Planned) -> bool = |row| matches!(row.step, Step::Same(_));
    let number = |n: usize| format::number(staff.language, i64::try_from(n).unwrap_or(i64::MAX));
    let lines: std::collections::BTreeSet<u64> = plan.wrong.iter().map(|wrong| wrong.line).collect();
    let figures = [
        ("staff-import-new", count(is_new)),
        ("staff-import-changed", count(is_changed)),
        ("staff-import-same", count(is_same)),
        ("staff-import-doubtful", count(is_doubtful)),
        ("staff-import-wrong", lines.len()),
    ];
    let rows =
        |wanted: fn(&Planned) -> bool| plan.rows.iter().filter(|row| wanted(row)).take(SHOWN).map(|row| planned_row(staff, row)).collect::<Vec<_>>();
    let wrong_rows = plan.wrong.iter().take(SHOWN).map(|wrong| wrong_row(staff, wrong)).collect::<Vec<_>>();
    let section = |key: &str, total: usize, rows: Vec<ImportRow>| ImportSection {
        title: staff.t(key),
        unread: key == "staff-import-wrong",
        more: if total > SHOWN { staff.t_with("staff-import-more", &[("n", FluentValue::from(total - SHOWN))]) } else { String::new() },
        rows,
    };
    let sections = vec![
        section("staff-import-wrong", plan.wrong.len(), wrong_rows),
        section("staff-import-doubtful", count(is_doubtful), rows(is_doubtful)),
        section("staff-import-changed", count(is_changed), rows(is_changed)),
        section("staff-import-new", count(is_new), rows(is_new)),
    ];
    let would = count(is_new) + count(is_changed) + count(is_doubtful);
    let mut hidden = staff.token();
    hidden.push(Hidden::new("table", typed));
    hidden.push(Hidden::new("shown", plan.fingerprint()));
    let view = ImportPage {
        action: staff.roster_href(platform, "/import/apply"),
        hidden,
        is_shown: true,
        figures: figures.iter().map(|(key, n)| Pair::new(staff.t(key), number(*n))).collect(),
        sections: sections.into_iter().filter(|section| !section.rows.is_empty()).collect(),
        ask_doubtful: count(is_doubtful) > 0,
        ask_keep_good: !plan.wrong.is_empty(),
        can_write: would > 0,
        trouble: trouble.map(|(_, key)| staff.t(key)).unwrap_or_default(),
        again: staff.roster_href(platform, "/import"),
        ..ImportPage::default()
    };
    staff.page(trouble.map_or(StatusCode::OK, |(status, _)| status), &staff.roster_head(platform, staff.t("staff-import-would")), &view)
}

fn planned_row(staff: &Staff, row: &Planned) -> ImportRow {
    let (member, changes) = match &row.step {
        Step::Change { was, becomes } => (Some(becomes), changes(staff, was, becomes)),
        Step::Add(member) => (Some(member), Vec::new()),
        Step::Same(_) => (None, Vec::new()),
    };
    let doubts = row.doubts.iter().map(|doubt| match doubt {
        Doubt::SameName(email) => staff.t_with("staff-doubt-same-name", &[("email", FluentValue::from(email.as_str()))]),
        Doubt::LikeOrganisation(name) => staff.t_with("staff-doubt-organisation", &[("name", FluentValue::from(name.as_str()))]),
    });
    ImportRow {
        line: row.line.to_string(),
        name: member.map(|m| m.name.to_string()).unwrap_or_default(),
        email: member.map(|m| m.email.to_string()).unwrap_or_default(),
        organisation: member.map(|m| m.organisation.to_string()).unwrap_or_default(),
        function: member.map(|m| staff.word("function", m.function.code())).unwrap_or_default(),
        term: member.map(|m| words::term(staff, &m.mandate)).unwrap_or_default(),
        has_note: !row.doubts.is_empty() || !changes.is_empty(),
        notes: doubts.collect(),
        changes,
    }
}

fn changes(staff: &Staff, was: &Standing, becomes: &Member) -> Vec<crate::web::view::staff::JournalChange> {
    let value = |member: &Member, field: &str| match field {
        "name" => member.name.to_string(),
        "email" => member.email.to_string(),
        "organisation" => member.organisation.to_string(),
        "sector" => staff.word("sector", member.sector.code()),
        "language" => staff.word("language", member.language.code()),
        "function" => staff.word("function", member.function.code()),
        "deputy" => staff.t(if member.deputy { "staff-yes" } else { "staff-no" }),
        "start" => format::day_short(staff.language, member.mandate.start()),
        _ => member.mandate.end().map_or_else(|| staff.t("staff-no-end"), |end| format::day_short(staff.language, end)),
    };
    let changed = |field: &'static str| crate::web::view::staff::JournalChange {
        field: staff.t(field_key(field)),
        was: value(&was.member, field),
        became: value(becomes, field),
    };
    was.member.differences(becomes).into_iter().map(changed).collect()
}

fn field_key(field: &str) -> &'static str {
    match field {
        "name" => "staff-name",
        "email" => "staff-email",
        "organisation" => "staff-organisation",
        "sector" => "staff-sector",
        "language" => "staff-language",
        "function" => "staff-function",
        "deputy" => "staff-deputy",
        "start" => "staff-mandate-start",
        _ => "staff-mandate-last",
    }
}

fn wrong_row(staff: &Staff, wrong: &Wrong) -> ImportRow {
    let key = wrong.fault.key();
    let value = wrong.fault.value();
    let words = match key.strip_prefix("error-") {
        Some(form) => fault_of_other(staff, form),
        None => staff.t_with(&key, &[("value", FluentValue::from(value.as_str()))]),
    };
    let note = if key.starts_with("error-") && !value.is_empty() {
        staff.t_with("staff-row-said", &[("value", FluentValue::from(value.as_str())), ("what", FluentValue::from(words))])
    } else {
        words
    };
    ImportRow { line: wrong.line.to_string(), notes: vec![note], ..ImportRow::default() }
}

/// Why a table cannot be read, in words.
pub(in crate::web::organiser) fn table_fault(staff: &Staff, fault: &TableFault) -> String {
    let (names, known) = match fault {
        TableFault::UnknownColumns { names, known } => (names.join(", "), known.join(", ")),
        TableFault::MissingColumns(names) => (names.join(", "), String::new()),
        TableFault::TwiceColumn(name) => ((*name).to_owned(), String::new()),
        TableFault::OpenQuote { line } => (line.to_string(), String::new()),
        _ => (String::new(), String::new()),
    };
    let args = [("names", FluentValue::from(names)), ("known", FluentValue::from(known))];
    staff.t_with(&format!("staff-table-{}", fault.code()), &args)
}
