//! Whether the database keeps what it has acknowledged, read from its own settings.

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::connection::AnyConn;
use super::errors::DbError;

/// A setting on which durability rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name in the database.
    pub name: &'static str,
    /// What it is.
    pub value: String,
    /// What it must be.
    pub wanted: &'static str,
}

impl Setting {
    /// Whether it is what it must be.
    pub fn is_safe(&self) -> bool {
        self.wanted.split('|').any(|wanted| wanted == self.value)
    }

    /// What may happen, and what to do; nothing when it is what it must be.
    pub fn fault(&self) -> Option<String> {
        let Self { name, value, wanted } = self;
        let words = || format!("{name} = {value}: what was acknowledged may be lost in a power cut; set it to {}", wanted.replace('|', " or "));
        (!self.is_safe()).then(words)
    }
}

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Text)]
    value: String,
}

/// Reads them.
pub fn settings(conn: &mut AnyConn) -> Result<Vec<Setting>, DbError> {
    match conn {
        // `local` and above wait for this server's own disk.
        AnyConn::Pg(c) => [("fsync", "on"), ("full_page_writes", "on"), ("synchronous_commit", "on|local|remote_write|remote_apply")]
            .into_iter()
            .map(|(name, wanted)| {
                let answer: Answer = diesel::sql_query(format!("SELECT current_setting('{name}') AS value")).get_result(c)?;
                Ok(Setting { name, value: answer.value, wanted })
            })
            .collect(),
        // 2 is FULL: in WAL mode every commit reaches the disk.
        AnyConn::Sqlite(c) => [("journal_mode", "wal"), ("synchronous", "2|3"), ("foreign_keys", "1")]
            .into_iter()
            .map(|(name, wanted)| {
                let answer: Answer = diesel::sql_query(format!("SELECT CAST({name} AS TEXT) AS value FROM pragma_{name}")).get_result(c)?;
                Ok(Setting { name, value: answer.value, wanted })
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_that_may_lose_a_commit_is_told_with_the_way_out() {
        let setting = |value: &str, wanted| Setting { name: "synchronous_commit", value: value.into(), wanted };
        for safe in ["on", "local", "remote_apply"] {
            assert_eq!(setting(safe, "on|local|remote_write|remote_apply").fault(), None, "{safe}");
        }
        let said = setting("off", "on|local").fault().unwrap();
        assert!(said.contains("synchronous_commit = off") && said.contains("on or local"), "{said}");
    }
}
