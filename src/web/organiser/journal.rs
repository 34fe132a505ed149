//! The journal: who did what to what, when, and what changed by it. Shown, never written here.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use serde_json::Value;

use crate::app::journal::{Page, Wanted};
use crate::clock::Instant;
use crate::db::journal::Row;
use crate::domain::journal::Deed;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::staff::Staff;
use crate::web::view::staff::{Input, JournalChange, JournalPage, JournalRow};

/// Entries on a page.
const SHOWN: i64 = 50;
/// Changes of an entry that are shown; the rest is counted.
const MOST_CHANGES: usize = 12;
/// Longest value shown, in characters.
const MOST_VALUE: usize = 120;

/// `GET …/journal`
pub async fn list(staff: Staff) -> Answer {
    staff.require_somewhere(Action::SeeJournal)?;
    let words = staff.query.get("q").trim().to_owned();
    let deed = Deed::from_code(staff.query.get("deed"));
    let wanted = Wanted { words: words.clone(), deed, older_than: cursor(staff.query.get("before")) };
    let is_first = wanted.older_than.is_none();
    let mut found = staff.state.app.journal(&staff.who.grants, wanted, SHOWN + 1).await?;
    let has_more = found.rows.len() as i64 > SHOWN;
    found.rows.truncate(SHOWN as usize);
    let address = |before: Option<&Row>| {
        let before = before.map(|row| format!("&before={}.{}", row.at.0.timestamp_micros(), row.number)).unwrap_or_default();
        let q: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
        staff.href(&format!("/journal?q={q}&deed={}{before}", deed.map_or("", Deed::code)))
    };
    let deeds = Deed::ALL.iter().map(|deed| (deed.code().to_owned(), staff.word("staff-deed", deed.code())));
    let deeds = std::iter::once((String::new(), staff.t("staff-all"))).chain(deeds);
    let page = JournalPage {
        action: staff.href("/journal"),
        fields: vec![
            Input::line("q", staff.t("staff-journal-search"), words.as_str()).hinted(staff.t("staff-journal-search-hint")),
            Input::choice("deed", staff.t("staff-journal-deed"), deed.map_or("", Deed::code), deeds),
        ],
        rows: found.rows.iter().map(|row| row_of(&staff, &found, row)).collect(),
        first: if is_first { String::new() } else { address(None) },
        next: if has_more { address(found.rows.last()) } else { String::new() },
    };
    staff.page(StatusCode::OK, &staff.head(staff.t("staff-nav-journal")), &page)
}

/// `microseconds.number`: from which entry on.
fn cursor(text: &str) -> Option<(Instant, i64)> {
    let (at, number) = text.split_once('.')?;
    Some((Instant::from_timestamp_micros(at.parse().ok()?)?, number.parse().ok()?))
}

fn row_of(staff: &Staff, page: &Page, row: &Row) -> JournalRow {
    let (about, href) = subject(staff, page, row);
    let mut changes = changes(staff, row);
    let more = changes.len().saturating_sub(MOST_CHANGES);
    changes.truncate(MOST_CHANGES);
    JournalRow {
        number: row.number.to_string(),
        when: format::moment_short(staff.language, row.at.0),
        who: who(staff, page, &row.actor),
        what: staff.word("staff-deed", row.deed.code()),
        about,
        href,
        changes,
        more: if more > 0 { staff.t_with("staff-journal-more", &[("n", more.into())]) } else { String::new() },
    }
}

fn who(staff: &Staff, page: &Page, actor: &str) -> String {
    match actor {
        "person" | "operator" | "system" => staff.word("staff-actor", actor),
        _ => page.actors.get(actor).cloned().unwrap_or_else(|| actor.to_owned()),
    }
}

/// What an entry is about, and where to see it.
fn subject(staff: &Staff, page: &Page, row: &Row) -> (String, String) {
    let event = row.event_id.and_then(|id| page.events.get(&id));
    let (kind, name) = row.subject.split_once(':').unwrap_or((&row.subject, ""));
    match (kind, event) {
        ("event", Some(slug)) => (slug.to_string(), staff.href(&format!("/events/{slug}"))),
        ("registration", Some(slug)) => {
            let short: String = name.chars().take(8).collect();
            (format!("{slug}, {short}…"), staff.href(&format!("/events/{slug}/registrations/{name}")))
        }
        ("member" | "import" | "offer", _) => {
            let short: String = name.chars().take(8).collect();
            (format!("{}, {short}…", staff.word("staff-subject", kind)), String::new())
        }
        ("organisation", _) => (staff.t("staff-subject-organisation"), staff.href(&format!("/organisations/{name}"))),
        ("invitation", Some(slug)) => (slug.to_string(), staff.href(&format!("/events/{slug}/invitations"))),
        ("user", _) => (page.actors.get(&row.subject).cloned().unwrap_or_else(|| row.subject.clone()), String::new()),
        _ => (if name.is_empty() { staff.word("staff-subject", kind) } else { name.to_owned() }, String::new()),
    }
}

/// What changed, field by field, each as it was and as it became.
fn changes(staff: &Staff, row: &Row) -> Vec<JournalChange> {
    let [was, became] = [&row.was, &row.became].map(|json| {
        let mut leaves = BTreeMap::new();
        let whole = serde_json::from_str(json).unwrap_or(Value::Null);
        flatten(String::new(), &whole, &mut leaves);
        leaves
    });
    let names: std::collections::BTreeSet<&String> = was.keys().chain(became.keys()).collect();
    let differing = names.into_iter().filter(|name| was.get(*name) != became.get(*name));
    differing
        .map(|name| JournalChange {
            field: field(staff, name),
            was: was.get(name).map(|value| shown(staff, value)).unwrap_or_default(),
            became: became.get(name).map(|value| shown(staff, value)).unwrap_or_default(),
        })
        .collect()
}

/// Every value that has no parts, by the names that lead to it; a list of such values is one.
fn flatten(name: String, value: &Value, into: &mut BTreeMap<String, String>) {
    let below = |part: &str| if name.is_empty() { part.to_owned() } else { format!("{name}.{part}") };
    match value {
        Value::Null => {}
        Value::Object(map) => map.iter().for_each(|(part, value)| flatten(below(part), value, into)),
        Value::Array(list) if !list.is_empty() && list.iter().all(|part| !part.is_array() && !part.is_object()) => {
            let words: Vec<String> = list.iter().map(|part| part.as_str().map_or_else(|| part.to_string(), str::to_owned)).collect();
            drop(into.insert(name, words.join(", ")));
        }
        Value::Array(list) => list.iter().enumerate().for_each(|(place, value)| flatten(below(&format!("{:02}", place + 1)), value, into)),
        Value::String(text) => drop(into.insert(name, text.clone())),
        other => drop(into.insert(name, other.to_string())),
    }
}

/// The field's name: the first part in words where we have them, the rest as it is.
fn field(staff: &Staff, name: &str) -> String {
    let (first, rest) = name.split_once('.').unwrap_or((name, ""));
    let key = format!("staff-journal-field-{first}");
    let first = if staff.state.texts().has(staff.language, &key) { staff.t(&key) } else { first.to_owned() };
    if rest.is_empty() { first } else { format!("{first} ({rest})") }
}

fn shown(staff: &Staff, value: &str) -> String {
    match value {
        "true" => return staff.t("staff-yes"),
        "false" => return staff.t("staff-no"),
        _ => {}
    }
    if let Ok(at) = value.parse::<Instant>() {
        return format::moment_short(staff.language, at);
    }
    let mut text: String = value.chars().take(MOST_VALUE).collect();
    if text.len() < value.len() {
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_are_found_by_the_names_that_lead_to_them() {
        let mut leaves = BTreeMap::new();
        flatten(String::new(), &json!({"a": {"nl": "x", "fr": null}, "b": [1, {"c": true}], "d": 2, "e": ["x", 3], "f": []}), &mut leaves);
        let expected = [("a.nl", "x"), ("b.01", "1"), ("b.02.c", "true"), ("d", "2"), ("e", "x, 3")];
        assert_eq!(leaves, expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
    }

    #[test]
    fn a_cursor_is_a_moment_and_a_number() {
        assert_eq!(cursor("1800000000000000.7"), Some((Instant::from_timestamp(1_800_000_000, 0).unwrap(), 7)));
        for wrong in ["", "7", "x.7", "7.x", "9223372036854775807.1", "1.99999999999999999999"] {
            assert_eq!(cursor(wrong), None, "{wrong}");
        }
    }
}
