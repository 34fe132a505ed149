//! The rules of the tree itself: who may import whom, what comes in pairs, what is never written.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers, lowest first; a folder may import what stands strictly lower, and itself.
const LAYERS: &[&[&str]] = &[
    &["clock", "files", "presence"],
    &["domain"],
    &["calendar", "i18n", "config"],
    &["papers"],
    &["mail", "db", "stats"],
    &["app"],
    &["web", "worker"],
    &["cli"],
];

/// Outside crates that only one place may name.
const DOORS: &[(&str, &[&str])] = &[
    ("actix_web", &["web/", "cli/"]),
    ("actix_http", &["web/"]),
    ("diesel", &["db/"]),
    ("diesel_migrations", &["db/"]),
    ("lettre", &["mail/transport.rs", "mail/mime.rs"]),
    ("krilla", &["papers/"]),
    ("skrifa", &["papers/"]),
    ("handlebars", &["web/", "mail/"]),
    ("mail_auth", &["mail/"]),
    // It makes keys; signing with them is ring's alone (deny.toml says why).
    ("rsa", &["mail/new_key.rs"]),
];

#[test]
fn imports_go_down_only() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(own) = layer_of(&path).and_then(rank) else { continue };
        for (line, target) in imports(&path, &text) {
            let Some(there) = rank(&target) else { continue };
            let same_folder = layer_of(&path) == Some(target.as_str());
            if there >= own && !same_folder {
                wrong.push(format!("src/{path}:{line} names crate::{target}"));
            }
        }
    }
    assert!(wrong.is_empty(), "imports go down only (docs/architecture.md):\n{}", wrong.join("\n"));
}

#[test]
fn outside_crates_stay_behind_their_door() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        for (krate, doors) in DOORS {
            if doors.iter().any(|door| path.starts_with(door)) {
                continue;
            }
            for (number, line) in code_lines(&text) {
                if names_crate(&line, krate) {
                    wrong.push(format!("src/{path}:{number} names {krate}, which belongs in {doors:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_source_file_says_what_it_is_for() {
    let silent: Vec<_> = sources().into_iter().filter(|(_, text)| !text.starts_with("//!")).map(|(path, _)| path).collect();
    assert!(silent.is_empty(), "these files under src do not start with `//!`: {silent:?}");
}

#[test]
fn migrations_come_in_pairs() {
    let [sqlite, postgres] = ["sqlite", "postgres"].map(|kind| folders(&root().join("migrations").join(kind)));
    assert_eq!(sqlite, postgres, "the same migrations for both databases");
    for kind in ["sqlite", "postgres"] {
        for name in &sqlite {
            for file in ["up.sql", "down.sql"] {
                let path = root().join("migrations").join(kind).join(name).join(file);
                assert!(path.is_file(), "{} is missing", path.display());
            }
        }
    }
}

/// `first` adds `LIMIT ?`, which SQLite plans anew at every run: see `src/db/mod.rs`.
#[test]
fn look_ups_have_no_bound_limit() {
    let mut wrong = Vec::new();
    for path in files_under(&root().join("src/db")) {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let lines = text.lines().enumerate().filter(|(_, line)| line.contains(".first(c)") || (line.contains(".first::<") && line.contains("(c)")));
        wrong.extend(lines.map(|(number, line)| format!("{}:{}: {}", path.display(), number + 1, line.trim())));
    }
    assert!(wrong.is_empty(), "use get_result: {wrong:#?}");
}

#[test]
fn templates_escape_everything() {
    let mut wrong = Vec::new();
    for folder in ["page-templates", "email-templates"] {
        for path in files_under(&root().join(folder)) {
            let text = fs::read_to_string(&path).unwrap_or_default();
            if text.contains("{{{") || text.contains("{{&") {
                wrong.push(path);
            }
        }
    }
    assert!(wrong.is_empty(), "unescaped output in {wrong:?}");
}

/// A browser must not begin a line with the colon of a French sentence.
#[test]
fn french_punctuation_keeps_to_its_word() {
    for file in files_under(&root().join("locales/fr")) {
        let text = std::fs::read_to_string(&file).expect("a readable file");
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let loose = [" ; ", " : ", " ! ", " ? ", " »", "« "].iter().find(|mark| format!("{line} ").contains(**mark));
            assert!(loose.is_none(), "{}:{}: a plain blank at {loose:?}; write U+00A0 there", file.display(), number + 1);
        }
    }
}

#[test]
fn queries_use_nothing_that_differs_between_the_databases() {
    let mut wrong = Vec::new();
    for (path, text) in sources().into_iter().filter(|(path, _)| path.starts_with("db/")) {
        for (number, line) in code_lines(&text) {
            let query = line.contains("LIKE ") || line.contains(".like(") || line.contains("ilike");
            if query || line.contains("dsl::now") || line.contains("REPLACE") || line.contains("replace_into") {
                wrong.push(format!("src/{path}:{number}: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "LIKE, REPLACE and the database's clock are not used:\n{}", wrong.join("\n"));
}

#[test]
fn no_page_or_style_asks_a_third_party() {
    let mut wrong = Vec::new();
    for path in ["page-templates", "email-templates", "static"].iter().flat_map(|f| files_under(&root().join(f))) {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let fetches = ["src=\"http", "src='http", "url(http", "url(\"http", "url('http", "@import", "src=\"//", "<script>"];
        wrong.extend(fetches.iter().filter(|f| text.contains(*f)).map(|f| format!("{}: {f}", path.display())));
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn no_path_of_somebodys_machine_is_in_the_tree() {
    let paths = [["/wo", "rk/"].concat(), ["/ro", "ot/"].concat(), ["/home/", "runner"].concat()];
    let mut wrong = Vec::new();
    for path in files_under(&root()) {
        let text = fs::read_to_string(&path).unwrap_or_default();
        for (i, line) in text.lines().enumerate() {
            if paths.iter().any(|p| line.contains(p.as_str()) && !line.contains(&format!("frame{p}"))) {
                wrong.push(format!("{}:{}: {}", path.display(), i + 1, line.chars().take(120).collect::<String>()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn crates_we_promised_not_to_use_are_absent() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
    for name in ["fancy-regex", "actix-governor", "native-tls", "openssl"] {
        assert!(!lock.contains(&format!("name = \"{name}\"\n")), "{name} came in (deny.toml says why not)");
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file, by its path under src.
fn sources() -> Vec<(String, String)> {
    let src = root().join("src");
    let mut found = Vec::new();
    for path in files_under(&src).into_iter().filter(|p| p.extension().is_some_and(|e| e == "rs")) {
        let name = path.strip_prefix(&src).expect("under src").to_string_lossy().replace('\\', "/");
        found.push((name, fs::read_to_string(&path).expect("a text file")));
    }
    found
}

/// Files of the tree, without what is built, stored or git's.
fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_dir() {
            if !["target", "var", ".git", "node_modules"].iter().any(|skip| name == *skip) {
                found.extend(files_under(&path));
            }
        } else if name != ".git" {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn folders(of: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(of).into_iter().flatten().flatten();
    entries.filter(|e| e.path().is_dir()).map(|e| e.file_name().to_string_lossy().into_owned()).collect()
}

/// The layer a file belongs to: its folder, or its own name at the top.
fn layer_of(path: &str) -> Option<&str> {
    path.split('/').next().map(|first| first.trim_end_matches(".rs"))
}

fn rank(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|names| names.contains(&layer))
}

/// Lines without comments, numbered from 1.
fn code_lines(text: &str) -> Vec<(usize, String)> {
    let lines = text.lines().enumerate().map(|(i, line)| (i + 1, line.to_owned()));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//")).collect()
}

/// Whether a line of code names this outside crate as the start of a path.
fn names_crate(line: &str, krate: &str) -> bool {
    line.match_indices(krate).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + krate.len()..];
        let starts_a_path = before.is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '_' | ':' | '"' | '.' | '/' | '`' | '-')));
        starts_a_path && (after.starts_with("::") || (line.trim_start().starts_with("use ") && after.starts_with([';', ' '])))
    })
}

/// The top modules a file names, by `crate::x`, `crate::{x, y}` or enough `super::`.
fn imports(path: &str, text: &str) -> Vec<(usize, String)> {
    let code = code_lines(text);
    let mut found = Vec::new();
    let mut joined = String::new();
    let mut starts = Vec::new(); // (offset, line number)
    for (number, line) in code {
        starts.push((joined.len(), number));
        joined.push_str(&line);
        joined.push('\n');
    }
    let line_at = |at: usize| starts.iter().rev().find(|(offset, _)| *offset <= at).map_or(0, |(_, number)| *number);
    let above = "super::".repeat(depth_of(path));
    for prefix in ["crate::", above.as_str()].into_iter().filter(|p| !p.is_empty()) {
        for (at, _) in joined.match_indices(prefix) {
            let before = joined[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$') || joined[..at].ends_with("super::") {
                continue;
            }
            found.extend(first_names(&joined[at + prefix.len()..]).into_iter().map(|name| (line_at(at), name)));
        }
    }
    found
}

/// How many `super::` lead from a file's own module to the crate.
fn depth_of(path: &str) -> usize {
    let parts = path.split('/').count();
    if path.ends_with("/mod.rs") { parts - 1 } else { parts }
}

/// The name (or, in braces, the names) right after a path's prefix.
fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut depth, mut names, mut at_start) = (0, Vec::new(), true);
    for (i, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_start = true,
            c if at_start && depth == 0 && !c.is_whitespace() => {
                names.push(name(&group[i..]));
                at_start = false;
            }
            _ => {}
        }
    }
    names
}

#[test]
fn the_reader_of_imports_sees_what_it_must() {
    let text = "use crate::{app::x, db::{y, web::no}, mail};\nfn f() { crate::worker::z(); }\n// crate::web\nuse super::super::cli;";
    let found: Vec<_> = imports("app/verb.rs", text).into_iter().collect();
    let expected = [(1, "app"), (1, "db"), (1, "mail"), (2, "worker"), (4, "cli")];
    assert_eq!(found, expected.map(|(n, s)| (n, s.to_owned())));
    assert!(names_crate("use diesel::prelude::*;", "diesel") && names_crate("  diesel::insert_into(x)", "diesel"));
    assert!(!names_crate("let s = \"diesel::x\";", "diesel") && !names_crate("use crate::diesel_like;", "diesel"));
}
