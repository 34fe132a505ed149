//! Which database, said by a URL whose scheme is required.

use std::net::IpAddr;

use super::errors::DbError;

/// A checked database URL.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// Path of the SQLite file.
    Sqlite(String),
    /// A libpq URL.
    Postgres(String),
}

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{path}"),
            Self::Postgres(_) => f.write_str("postgres://…"),
        }
    }
}

impl DatabaseUrl {
    /// Reads `sqlite:PATH` or `postgres://…`. Without the cargo feature `pg-tls` the built-in libpq cannot encrypt, so a
    /// host that is neither loopback nor a socket is refused; with it, such a host must use `sslmode=verify-full` or `verify-ca`.
    pub fn parse(text: &str) -> Result<Self, DbError> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            return if path.is_empty() {
                Err(DbError::Configuration("database.url: sqlite: needs a path, like sqlite:var/quarterdeck.sqlite".into()))
            } else {
                Ok(Self::Sqlite(path.into()))
            };
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            check_host(text)?;
            return Ok(Self::Postgres(text.into()));
        }
        Err(DbError::Configuration("database.url: needs a scheme: sqlite:PATH or postgres://…".into()))
    }

    /// Whether the URL names PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

fn check_host(text: &str) -> Result<(), DbError> {
    // An authority without a host (a socket named by the query) is no URL to the url crate; give it one to read the rest.
    let readable = text.replacen(":///", "://localhost/", 1).replacen("@/", "@localhost/", 1);
    let parsed = url::Url::parse(&readable).map_err(|e| DbError::Configuration(format!("database.url: {e}")))?;
    let from_query = |name: &str| parsed.query_pairs().filter(|(k, _)| k == name).map(|(_, v)| v.into_owned()).last();
    // libpq prefers hostaddr to host and the query to the authority, and both may be lists.
    let named = from_query("hostaddr").or_else(|| from_query("host")).unwrap_or_else(|| parsed.host_str().unwrap_or("localhost").to_owned());
    let remote = named.split(',').find(|host| !is_local(host));
    match remote {
        None => Ok(()),
        Some(host) if !cfg!(feature = "pg-tls") => Err(DbError::Configuration(format!(
            "database.url: {host} is not this machine and this build cannot encrypt the connection; build with --features pg-tls, or use a socket or loopback"
        ))),
        Some(host) => match from_query("sslmode").as_deref() {
            Some("verify-full" | "verify-ca") => Ok(()),
            _ => Err(DbError::Configuration(format!("database.url: {host} is not this machine; add sslmode=verify-full and sslrootcert"))),
        },
    }
}

fn is_local(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare.is_empty()
        || bare == "localhost"
        || bare.starts_with('/')
        || bare.starts_with("%2F")
        || bare.starts_with("%2f")
        || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_taken_or_refused() {
        for good in [
            "sqlite:var/x.sqlite",
            "sqlite:///tmp/x.sqlite",
            "postgres://u@localhost/db",
            "postgres:///db?host=/run/pg",
            "postgres://u:p@127.0.0.1:5433/db",
            "postgres://u@%2Frun%2Fpg/db",
            "postgres://u@[::1]/db",
        ] {
            assert!(DatabaseUrl::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "var/x.sqlite",
            "sqlite:",
            "mysql://x",
            "postgres://u@localhost/db?host=db.example,localhost",
            "postgres://u@localhost/db?hostaddr=10.0.0.1",
        ] {
            assert!(DatabaseUrl::parse(bad).is_err(), "{bad}");
        }
        let remote = DatabaseUrl::parse("postgres://u@db.example/x");
        assert!(matches!(remote, Err(DbError::Configuration(m)) if m.contains("db.example")));
    }
}
