//! Databases on the PostgreSQL that `QUARTERDECK_TEST_POSTGRES` names: one per test, copied from a migrated template.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, sql_query};

use super::databases;

/// A database of one test; dropped with it.
pub struct Fresh {
    pub url: String,
    name: String,
}

impl Fresh {
    /// `None` when no server was named.
    pub fn new() -> Option<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let mut server = connect()?;
        let template = template(&mut server);
        let name = format!("qd_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        locked(&mut server, |server| {
            run(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
            run(server, &format!("CREATE DATABASE {name} TEMPLATE {template}"));
        });
        Some(Self { url: url_of(&name)?, name })
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Some(mut server) = connect() {
            let _ = server.batch_execute(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
        }
    }
}

/// The named server's URL with another database in its path.
fn url_of(database: &str) -> Option<String> {
    let mut url = url::Url::parse(&server_url()?).expect("QUARTERDECK_TEST_POSTGRES is a URL");
    url.set_path(database);
    Some(url.into())
}

fn server_url() -> Option<String> {
    std::env::var("QUARTERDECK_TEST_POSTGRES").ok().filter(|url| !url.is_empty())
}

fn connect() -> Option<PgConnection> {
    let url = server_url()?;
    Some(PgConnection::establish(&url).unwrap_or_else(|e| panic!("QUARTERDECK_TEST_POSTGRES={url}: {e}")))
}

/// The migrated database that others are copied from, made once per state of the migrations.
fn template(server: &mut PgConnection) -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| {
        let name = format!("qd_template_{:016x}", fingerprint());
        locked(server, |server| {
            #[derive(QueryableByName)]
            struct Count {
                #[diesel(sql_type = diesel::sql_types::BigInt)]
                n: i64,
            }
            let found: Count = sql_query(format!("SELECT count(*) AS n FROM pg_database WHERE datname = '{name}' AND datistemplate"))
                .get_result(server)
                .expect("the list of databases");
            if found.n > 0 {
                return;
            }
            run(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
            run(server, &format!("CREATE DATABASE {name}"));
            databases::migrate(&url_of(&name).expect("a server"), &databases::Folder::new().path);
            run(server, &format!("ALTER DATABASE {name} IS_TEMPLATE true"));
        });
        name
    })
}

/// A number that changes with the migrations.
fn fingerprint() -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/postgres");
    let mut folders: Vec<_> = std::fs::read_dir(root).map(|d| d.flatten().map(|e| e.path()).collect()).unwrap_or_default();
    folders.sort();
    for folder in folders {
        folder.file_name().hash(&mut hasher);
        std::fs::read(folder.join("up.sql")).unwrap_or_default().hash(&mut hasher);
    }
    hasher.finish()
}

/// One at a time over all test processes: a template cannot be copied while somebody else copies or makes it.
fn locked(server: &mut PgConnection, work: impl FnOnce(&mut PgConnection)) {
    run(server, "SELECT pg_advisory_lock(7163)");
    work(server);
    run(server, "SELECT pg_advisory_unlock(7163)");
}

fn run(server: &mut PgConnection, sql: &str) {
    server.batch_execute(sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
}

#[test]
fn every_test_gets_a_database_of_its_own() {
    let (Some(one), Some(two)) = (Fresh::new(), Fresh::new()) else {
        return super::absent::not_run("needs PostgreSQL (QUARTERDECK_TEST_POSTGRES)");
    };
    assert_ne!(one.url, two.url);
    let url = two.url.clone();
    run(&mut PgConnection::establish(&two.url).expect("the second"), "CREATE TABLE mark (n INTEGER)");
    assert!(PgConnection::establish(&one.url).expect("the first").batch_execute("SELECT n FROM mark").is_err());
    drop(two);
    assert!(PgConnection::establish(&url).is_err(), "a dropped database is gone");
}
