//! The documents are held against the tree: what they name exists, and what must be written down is.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use quarterdeck::db::{DatabaseUrl, migrate};
use quarterdeck::domain::edition::Edition;
use quarterdeck::domain::language::Language;
use quarterdeck::domain::staff::{Action, Role};
use quarterdeck::i18n::Catalogue;
use quarterdeck::stats::attendance::{Counts, Dimension, Facts, Key, MEASURES, Report, Row};
use quarterdeck::stats::export::{report_csv, report_table};
use quarterdeck::web::routes::{CALLBACK, PUBLIC, STAFF};

use crate::both_databases;
use crate::support::databases::Kind;
use crate::support::sql::Sql;

#[test]
fn every_path_named_in_a_document_exists() {
    let mut wrong = Vec::new();
    for (document, text) in documents() {
        let folder = document.parent().expect("in a folder").to_owned();
        let prose = without_blocks(&text);
        for span in spans(&prose).into_iter().filter(|s| looks_like_a_path(s)).flat_map(|s| expand(&s)) {
            // A pattern is checked as far as it is a path.
            let fixed = span.split(['*', '<', '{']).next().unwrap_or_default();
            let fixed = if fixed.len() < span.len() { fixed.rsplit_once('/').map_or("", |(folder, _)| folder) } else { fixed };
            if ![root(), root().join("src")].iter().any(|base| base.join(fixed).exists()) {
                wrong.push(format!("{}: `{span}`", document.display()));
            }
        }
        for target in links(&prose).into_iter().filter(|t| !t.contains("://") && !t.starts_with(['#', '/'])) {
            let file = target.split('#').next().unwrap_or_default();
            let found = [folder.join(file), folder.join(format!("{file}.md"))].iter().any(|p| p.exists());
            if !found {
                wrong.push(format!("{}: link to {target}", document.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "named and not there:\n{}", wrong.join("\n"));
}

#[test]
fn every_how_to_names_the_test_that_fails() {
    let known = tests_of_the_tree();
    let mut pages = 0;
    for (document, text) in documents().into_iter().filter(|(path, _)| path.to_string_lossy().contains("/how-to/")) {
        pages += 1;
        let named = spans(&without_blocks(&text));
        assert!(named.iter().any(|name| known.contains(name)), "{}: names no test", document.display());
        let section = text.split("## What fails when it is half done").nth(1).unwrap_or_default();
        let missing: Vec<_> = spans(section).into_iter().filter(|s| is_function_name(s) && !known.contains(s)).collect();
        assert!(missing.is_empty(), "{}: no such test: {missing:?}", document.display());
    }
    assert!(pages >= 6, "{pages} how-to pages");
}

#[test]
fn measures_are_shown_by_tests_that_exist() {
    let text = read("docs/security.md");
    let known = tests_of_the_tree();
    let sql: String = files(&root().join("migrations"), "sql").iter().map(|p| fs::read_to_string(p).expect("sql")).collect();
    let section = text.split("## How it is met").nth(1).and_then(|t| t.split("\n## ").next()).expect("the section");
    let rows: Vec<Vec<String>> = rows(section).into_iter().filter(|cells| cells.len() == 4).collect();
    assert!(rows.len() > 20, "the table of measures");
    for cells in rows {
        let shown: Vec<_> = spans(&cells[3]).into_iter().filter(|s| is_function_name(s)).collect();
        let missing: Vec<_> = shown.iter().filter(|s| !known.contains(*s) && !sql.contains(s.as_str())).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", cells[0]);
        assert!(!cells[1].starts_with("met") || !shown.is_empty() || cells[3].starts_with("as "), "{}: is met, shown by nothing", cells[0]);
    }
}

/// A column: table, name, diesel's word for its type, whether it may be empty.
type Column = (String, String, String, bool);

fn schema() -> Vec<Column> {
    let text = read("src/db/schema.rs");
    let mut columns = Vec::new();
    for block in text.split("diesel::table! {").skip(1) {
        let table = block.split_whitespace().next().expect("a name").to_owned();
        let body = block.split_once(") {").and_then(|(_, rest)| rest.split_once('}')).expect("columns").0;
        for (name, kind) in body.split(',').filter_map(|line| line.trim().split_once(" -> ")) {
            let inner = kind.strip_prefix("Nullable<").and_then(|k| k.strip_suffix('>'));
            columns.push((table.clone(), name.to_owned(), inner.unwrap_or(kind).to_owned(), inner.is_some()));
        }
    }
    assert!(columns.len() > 100, "{} columns read from schema.rs", columns.len());
    columns
}

both_databases! {
    async fn the_schema_is_what_the_migrations_make(kind: Kind) {
        let Some(database) = kind.fresh() else { return };
        migrate::migrate(&DatabaseUrl::parse(&database.url).expect("a URL")).expect("migrated");
        let query = match kind {
            Kind::Sqlite => {
                "SELECT m.name || ' ' || p.name || ' ' || CASE WHEN p.pk = 1 AND p.name = 'id' THEN 'BIGINT' ELSE p.type END || ' ' || p.\"notnull\" AS value \
                 FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, p.cid"
            }
            Kind::Postgres => {
                "SELECT table_name || ' ' || column_name || ' ' || replace(split_part(data_type, ' without', 1), ' ', '_') || ' ' || \
                 CASE is_nullable WHEN 'NO' THEN '1' ELSE '0' END AS value \
                 FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position"
            }
        };
        let mut stored: Vec<Column> = Sql::open(&database.url).words(query).iter().filter(|line| !line.starts_with("__")).map(|line| column(line)).collect();
        let mut described = schema();
        // Tables by name; columns stay in their order, by which rows are read.
        stored.sort_by(|a, b| a.0.cmp(&b.0));
        described.sort_by(|a, b| a.0.cmp(&b.0));
        for (here, there) in described.iter().zip(&stored) {
            assert_eq!(here, there, "src/db/schema.rs (left) and {kind:?} (right)");
        }
        assert_eq!(described.len(), stored.len());
    }
}

/// One line of the query above.
fn column(line: &str) -> Column {
    let cells: Vec<&str> = line.split(' ').collect();
    let [table, name, kind, filled] = cells[..] else { panic!("{line}") };
    let kind = match kind.to_ascii_lowercase().as_str() {
        "bigint" => "BigInt",
        "integer" => "Integer",
        "text" => "Text",
        "timestamp" => "Timestamp",
        "boolean" => "Bool",
        "blob" | "bytea" => "Binary",
        other => panic!("{line}: the type {other} is not used here"),
    };
    (table.to_owned(), name.to_owned(), kind.to_owned(), filled == "0")
}

#[test]
fn every_column_about_a_person_is_in_the_record() {
    const PERSONAL: [&str; 16] = [
        "announcement",
        "member",
        "member_import",
        "member_import_row",
        "person",
        "registration",
        "registration_change",
        "registration_note",
        "substitute_offer",
        "outbox",
        "attendance_proof",
        "attestation",
        "sighting",
        "staff_user",
        "login",
        "api_answer",
    ];
    let record: BTreeSet<String> = spans(&read("docs/privacy.md")).into_iter().collect();
    let mut missing = BTreeSet::new();
    for (table, name, ..) in schema() {
        let entry = format!("{table}.{name}");
        if PERSONAL.contains(&table.as_str()) && !record.contains(&entry) {
            missing.insert(entry);
        } else if !PERSONAL.contains(&table.as_str()) && !record.contains(&table) {
            missing.insert(table);
        }
    }
    assert!(missing.is_empty(), "docs/privacy.md does not say what these are for: {missing:?}");
    let known: BTreeSet<String> = schema().into_iter().map(|(table, name, ..)| format!("{table}.{name}")).collect();
    let gone: Vec<_> = rows(&read("docs/privacy.md"))
        .iter()
        .flat_map(|row| spans(&row[0]))
        .filter(|s| s.contains('.') && !s.contains("mail.") && !known.contains(s))
        .collect();
    assert!(gone.is_empty(), "docs/privacy.md names columns that do not exist: {gone:?}");
}

#[test]
fn every_route_says_who_may_and_is_listed() {
    let mut routes: BTreeSet<(String, String)> =
        PUBLIC.iter().map(|(_, path, who)| (path.replace("{lang:nl|fr|de|en}", "{lang}"), (*who).to_owned())).collect();
    assert!(routes.iter().all(|(_, who)| ["all", "link"].contains(&who.as_str())), "{routes:?}");
    routes.extend(["/organiser", "/organiser/", CALLBACK].map(|way_in| (way_in.to_owned(), "all".to_owned())));
    routes.extend(STAFF.iter().map(|call| (format!("/organiser/{{lang}}{}", call.path), call.who.word().to_owned())));
    routes.extend(calls());
    let listed: BTreeSet<(String, String)> =
        rows(&read("docs/routes.md")).iter().filter_map(|cells| Some((spans(&cells[0]).into_iter().next()?, cells[1].clone()))).collect();
    let differ: Vec<_> = routes.symmetric_difference(&listed).collect();
    assert!(differ.is_empty(), "only in src/web/routes.rs or src/web/api/routes.rs, or only in docs/routes.md: {differ:#?}");
}

/// The calls of the API, as its table has them: `"/path" { METHOD handler, who; … }`.
fn calls() -> Vec<(String, String)> {
    let text = read("src/web/api/routes.rs");
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix("\"/")?.split_once("\" "));
    let calls: Vec<_> = lines
        .flat_map(|(path, calls)| {
            let calls = calls.trim().trim_start_matches('{').trim_end_matches('}').split(';').map(str::trim).filter(|call| !call.is_empty());
            calls.map(move |call| {
                let (what, who) = call.split_once(", ").unwrap_or_else(|| panic!("nobody is named for {path}: {call}"));
                (format!("{} /api/v1/{path}", what.split_whitespace().next().unwrap_or_default()), who.to_owned())
            })
        })
        .collect();
    assert!(calls.len() > 10, "{calls:?}");
    calls
}

#[test]
fn the_table_of_roles_is_the_codes() {
    let table = rows(&read("docs/security.md"));
    for action in Action::ALL {
        let row = table.iter().find(|cells| cells[0] == format!("`{}`", action.code())).unwrap_or_else(|| panic!("{action} is not listed"));
        let said: Vec<&str> = row[1..].iter().map(String::as_str).collect();
        let is: Vec<&str> = Role::ALL.iter().map(|role| if role.may(*action) { "yes" } else { "no" }).collect();
        assert_eq!(said, is, "{action}: admin, organiser, desk, reporter");
    }
}

#[test]
fn every_statistic_has_its_words_and_columns() {
    let catalogue = Catalogue::load(None).expect("texts");
    let keys = Dimension::ALL.iter().map(|d| format!("staff-dimension-{}", d.code())).chain(MEASURES.iter().map(|m| format!("staff-measure-{m}")));
    for key in keys {
        let missing: Vec<_> = Language::ALL.iter().filter(|l| !catalogue.has(**l, &key)).collect();
        assert!(missing.is_empty(), "{key} has no text in {missing:?}");
    }
    let (edition, by) = ("2026-Q4".parse::<Edition>().expect("an edition"), Dimension::ALL.to_vec());
    let facts = Facts {
        sector: quarterdeck::domain::sector::Sector::Private,
        platform: "qctr",
        edition,
        mode: quarterdeck::domain::mode::Mode::Online,
        language: Language::De,
        event: "qctr-2026-q4",
    };
    let counts = Counts { registered: 11, confirmed: 13, attended: 17, no_show: 19 };
    let report = Report { from: edition, to: edition, by: by.clone(), rows: vec![Row { key: Key::of(&by, &facts), counts }], total: counts };
    let columns: Vec<&str> = by.iter().map(|d| d.code()).chain(MEASURES).collect();
    let csv = String::from_utf8(report_csv(&report).expect("csv")).expect("UTF-8");
    let mut lines = csv.lines().map(|line| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect::<Vec<_>>());
    assert_eq!(lines.next().expect("a header"), columns);
    let values = lines.next().expect("a row");
    assert_eq!(values.len(), columns.len());
    let json = serde_json::to_value(&report).expect("JSON");
    let table = report_table(&report);
    for (column, value) in columns.iter().zip(&values) {
        let shown = &json["rows"][0][*column];
        assert!(
            shown.as_str() == Some(value) || shown.as_u64().map(|n| n.to_string()).as_ref() == Some(value),
            "{column}: JSON {shown}, CSV {value}"
        );
        assert!(table.contains(value.as_str()) && table.contains(&column.replace('_', "-")), "{column} is not in the table");
    }
}

#[test]
fn every_language_is_known_to_routes_and_tables() {
    let codes: Vec<&str> = Language::ALL.iter().map(|l| l.code()).collect();
    let wanted = format!("{{lang:{}}}", codes.join("|"));
    let routes = read("src/web/routes.rs");
    assert_eq!(routes.matches("{lang:").count(), routes.matches(&wanted).count(), "src/web/routes.rs: {wanted} everywhere");
    let list = format!("IN ({})", codes.iter().map(|c| format!("'{c}'")).collect::<Vec<_>>().join(", "));
    for database in ["sqlite", "postgres"] {
        let up = files(&root().join("migrations").join(database), "sql").into_iter().filter(|p| p.ends_with("up.sql"));
        let all: String = up.map(|p| fs::read_to_string(p).expect("sql")).collect();
        let (_, last) = all.rsplit_once("registration_language_word").expect("the constraint");
        assert!(last.split(';').next().is_some_and(|rest| rest.contains(&list)), "migrations/{database}: registration_language_word");
    }
}

#[test]
fn commands_in_the_documents_exist() {
    let help = |arguments: &[&str]| {
        let done = std::process::Command::new(env!("CARGO_BIN_EXE_quarterdeck")).args(arguments).arg("--help").output().expect("quarterdeck runs");
        assert!(done.status.success(), "quarterdeck {arguments:?} --help: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    let readme = read("README.md");
    for command in ["cargo run --release -- demo", "scripts/test.sh"] {
        assert!(readme.contains(command), "README.md begins with {command}");
    }
    assert!(root().join("scripts/test.sh").is_file());
    assert!(help(&[]).contains("demo"));
    let mut checked = BTreeSet::new();
    for (document, text) in documents() {
        for line in text.split(['`', '\n']).map(str::trim).filter(|line| line.starts_with("quarterdeck ")) {
            let words: Vec<&str> = line.split_whitespace().skip(1).take_while(|w| w.bytes().all(|b| b.is_ascii_lowercase())).take(2).collect();
            let Some(first) = words.first() else { continue };
            let options: Vec<&str> = line.split_whitespace().filter(|w| w.starts_with("--")).collect();
            if checked.insert(line.to_owned()) {
                assert!(help(&[]).lines().any(|l| l.split_whitespace().next() == Some(first)), "{}: no command {first}", document.display());
                let nested = words.len() == 2 && help(&[first]).lines().any(|l| l.split_whitespace().next() == Some(words[1]));
                let shown = if nested { help(&words) } else { help(&[first]) };
                let missing: Vec<_> = options.iter().filter(|o| !shown.contains(*o)).collect();
                assert!(missing.is_empty(), "{}: {line}: no {missing:?}", document.display());
            }
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Every document, by its path.
fn documents() -> Vec<(PathBuf, String)> {
    let mut paths = files(&root().join("docs"), "md");
    paths.extend(["README.md", "SECURITY.md", "CHANGELOG.md"].map(|name| root().join(name)));
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display())))).collect()
}

/// Files with an ending, below a folder, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The text without fenced blocks.
fn without_blocks(text: &str) -> String {
    text.split("```").step_by(2).collect()
}

/// What stands between backticks.
fn spans(text: &str) -> Vec<String> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

/// Targets of links.
fn links(text: &str) -> Vec<String> {
    text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).map(str::to_owned).collect()
}

/// The cells of every row of a table.
fn rows(text: &str) -> Vec<Vec<String>> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix('|'));
    lines.map(|line| line.split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

fn looks_like_a_path(span: &str) -> bool {
    const TOP: [&str; 16] = [
        "src",
        "tests",
        "docs",
        "migrations",
        "locales",
        "page-templates",
        "email-templates",
        "static",
        "catalogue",
        "scripts",
        "benches",
        ".ci",
        ".config",
        "deploy",
        "domain",
        "app",
    ];
    let plain = span.chars().all(|c| c.is_ascii_alphanumeric() || "_-./{},*<>".contains(c));
    let first = span.split('/').next().unwrap_or_default();
    let in_src = ["calendar", "i18n", "db", "mail", "stats", "worker", "web", "cli", "config", "demo"].contains(&first);
    let at_top = [".md", ".toml", ".lock"].iter().any(|end| span.ends_with(end)) && !span.contains(['*', '<']);
    plain
        && (span.contains('/') && (TOP.contains(&first) || in_src && (span.ends_with(".rs") || span.ends_with('/')))
            || at_top && !span.starts_with('/'))
}

/// `a/{b,c}` as `a/b` and `a/c`.
fn expand(span: &str) -> Vec<String> {
    let Some((before, rest)) = span.split_once('{') else { return vec![span.to_owned()] };
    let Some((inside, after)) = rest.split_once('}').filter(|(inside, _)| inside.contains(',')) else { return vec![span.to_owned()] };
    inside.split(',').flat_map(|choice| expand(&format!("{before}{choice}{after}"))).collect()
}

fn is_function_name(span: &str) -> bool {
    span.matches('_').count() >= 2 && span.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// The names of all functions in files that hold tests, from the first test on.
fn tests_of_the_tree() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for path in [files(&root().join("src"), "rs"), files(&root().join("tests"), "rs")].concat() {
        let text = fs::read_to_string(&path).expect("a text file");
        for marker in ["#[test]", "both_databases! {", "proptest! {"] {
            for rest in text.split(marker).skip(1) {
                let name = rest.split("fn ").nth(1).map(|r| r.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>());
                names.extend(name);
            }
        }
    }
    names
}
