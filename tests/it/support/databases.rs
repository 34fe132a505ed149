//! A fresh database for one test, of either kind, and the macro that makes two tests out of one.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use super::{absent, postgres};

/// The kinds every behaviour is tested on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// A database of its own for one test; gone when dropped.
pub struct Database {
    pub url: String,
    pub folder: Folder,
    _postgres: Option<postgres::Fresh>,
}

impl Kind {
    /// A new, migrated database; `None` (said loudly) when this machine has no such server.
    pub fn fresh(self) -> Option<Database> {
        let folder = Folder::new();
        match self {
            Self::Sqlite => {
                let url = format!("sqlite:{}", folder.path.join("quarterdeck.sqlite").display());
                Some(Database { url, folder, _postgres: None })
            }
            Self::Postgres => match postgres::Fresh::new() {
                Some(fresh) => Some(Database { url: fresh.url.clone(), folder, _postgres: Some(fresh) }),
                None => {
                    absent::not_run("needs PostgreSQL (QUARTERDECK_TEST_POSTGRES)");
                    None
                }
            },
        }
    }
}

impl Database {
    /// Lets the program itself bring the tables up to date, as an operator would.
    pub fn migrate(&self) {
        migrate(&self.url, &self.folder.path);
    }
}

/// Runs `quarterdeck migrate` on a database.
pub fn migrate(url: &str, folder: &std::path::Path) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_quarterdeck"));
    let done = command.arg("migrate").current_dir(folder).env("QUARTERDECK_DATABASE__URL", url).output().expect("quarterdeck runs");
    assert!(done.status.success(), "quarterdeck migrate: {}", String::from_utf8_lossy(&done.stderr));
}

/// A temporary folder; gone when dropped.
pub struct Folder {
    pub path: PathBuf,
}

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("qd-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a temporary folder");
        Self { path }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.path);
    }
}

/// Makes `name::sqlite` and `name::postgres` out of one async function that takes a [`Kind`].
#[macro_export]
macro_rules! both_databases {
    ($(#[$meta:meta])* async fn $name:ident($kind:ident: Kind) $body:block) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            $(#[$meta])*
            async fn body($kind: $crate::support::databases::Kind) $body

            #[test]
            fn sqlite() {
                $crate::support::databases::run(body($crate::support::databases::Kind::Sqlite));
            }

            #[test]
            fn postgres() {
                $crate::support::databases::run(body($crate::support::databases::Kind::Postgres));
            }
        }
    };
}

/// Runs one test's future on a small runtime of its own.
pub fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime").block_on(test);
}
